export const id = 8377;
export const ids = [8377,2849,9628,2689,9603,6884];
export const modules = {

/***/ 63707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ render)
/* harmony export */ });
/* harmony import */ var _reports_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52689);
/* harmony import */ var _reports_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49603);
/* harmony import */ var _reports_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89628);



/** How every action shows its report: job summary, log and file. */
const render = { markdown: _reports_markdown_js__WEBPACK_IMPORTED_MODULE_1__.renderMarkdown, text: _reports_text_js__WEBPACK_IMPORTED_MODULE_2__.renderText, json: _reports_json_js__WEBPACK_IMPORTED_MODULE_0__.renderJson };


/***/ }),

/***/ 96884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** The known word that a mistyped one most likely meant, or null when none is near. */
function nearest(word, known) {
    let best = null;
    let bestDistance = Infinity;
    for (const candidate of known) {
        const distance = editDistance(plain(word), plain(candidate));
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    // One slip in three characters, and at most three: further away, a suggestion misleads.
    return best !== null && bestDistance <= Math.min(3, Math.floor(best.length / 3)) ? best : null;
}
/** `backupEvery`, `backup_every` and `Backup Every` are all meant as `backup-every`. */
function plain(word) {
    return word
        .slice(0, 60)
        .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
        .replaceAll(/[_ ]/g, '-')
        .toLowerCase();
}
/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(from, to) {
    let twoAbove = [];
    let above = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const same = from[row - 1] === to[column - 1];
            let cost = Math.min((above[column] ?? Infinity) + 1, (current[column - 1] ?? Infinity) + 1, (above[column - 1] ?? Infinity) + (same ? 0 : 1));
            if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
                cost = Math.min(cost, (twoAbove[column - 2] ?? Infinity) + 1);
            }
            current.push(cost);
        }
        twoAbove = above;
        above = current;
    }
    return above[to.length] ?? Infinity;
}


/***/ }),

/***/ 56625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secretsInUrl),
/* harmony export */   o: () => (/* binding */ percentDecoded)
/* harmony export */ });
/**
 * What is secret inside of a URL: its password, a token that stands for the user, and what its parameters call a secret;
 * as it stands there, as a URL parser writes it and as it is meant. Nothing when the text is no URL with one. A password
 * that nobody percent-encoded may be found with more around it: rather too much is hidden than too little.
 */
function secretsInUrl(text) {
    const url = /^\s*([a-z][a-z0-9+.-]*):\/\/([^/?#@:]*)/i.exec(text);
    if (url === null)
        return [];
    const [before, scheme = '', user = ''] = url;
    const rest = text.slice(before.length);
    const parsed = URL.parse(text);
    const found = [
        /^:([^/?#]*)@/.exec(rest)?.[1],
        /^:(.*)@/s.exec(rest)?.[1],
        parsed?.password,
        ...(/^https?$/i.test(scheme) && standsForToken(rest) ? [user, parsed?.username] : []),
        ...secretParameters(rest),
    ].flatMap((part) => (part ? [part, percentDecoded(part)] : []));
    return [...new Set(found)];
}
/** On the web a user without a password, or with the word that GitHub takes for none, is a token. */
function standsForToken(rest) {
    return /^(?::(?:x-oauth-basic)?)?@/i.test(rest);
}
const password = /pass(?:word|wd|phrase)?$|pwd$/i;
const otherSecret = /(?:secret|token|signature|credential|authorization|api[-_]?key|access[-_]?key)$|^(?:sig|key|auth)$/i;
/** What is shorter is a switch or a number, and hiding it would hide half of a log. */
const shortestOther = 6;
/** Whatever is called a password, as libpq takes `password` and `sslpassword` too, a token or a signature. */
function secretParameters(rest) {
    const query = /\?(.*)$/s.exec(rest)?.[1] ?? '';
    return query.split(/[&?]/).flatMap((pair) => {
        const [, name = '', value = ''] = /^([^=]*)=([^#]*)/s.exec(pair) ?? [];
        const meant = percentDecoded(name);
        if (!password.test(meant) && !(otherSecret.test(meant) && value.length >= shortestOther))
            return [];
        return [value, value.replaceAll('+', ' ')];
    });
}
/** A part of a URL as it is meant. With a stray percent sign it is as it stands. */
function percentDecoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


/***/ }),

/***/ 314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ fallenCategories),
/* harmony export */   X2: () => (/* binding */ judgeValidation),
/* harmony export */   _u: () => (/* binding */ aspectOf),
/* harmony export */   fP: () => (/* binding */ judgeRelease),
/* harmony export */   lB: () => (/* binding */ usualMinScore),
/* harmony export */   uw: () => (/* binding */ scoreOf)
/* harmony export */ });
/** The categories of a validation as checks name them, by how files and inputs name them. */
const aspectOf = {
    'environment-status': 'environment status',
    'service-health': 'service health',
    'rto-compliance': 'RTO compliance',
    'security-boundaries': 'security boundaries',
    performance: 'performance',
    'operational-readiness': 'operational readiness',
    smoke: 'smoke',
};
/** What a validation asks for where the environment file says nothing. */
const usualMinScore = 80;
/** A check that could not run counts as one that failed: what was not tried is not good. */
const points = { passed: 1, degraded: 0.5, failed: 0, skipped: 0 };
/**
 * 0 to 100: per category the share of points that its checks won, and of the categories the mean by their weights; rounded
 * down, so that 100 means that all passed. Categories without a check do not count.
 */
function scoreOf(checks, { weights }) {
    let won = 0;
    let possible = 0;
    for (const [category, aspect] of categories()) {
        const own = checks.filter(({ rung }) => rung === aspect);
        const weight = weights[camelCased(category)];
        if (own.length === 0 || weight === 0)
            continue;
        won += weight * (own.reduce((sum, { status }) => sum + points[status], 0) / own.length);
        possible += weight;
    }
    // A sum of shares such as thirds may miss a whole number by a hair.
    return possible === 0 ? 0 : Math.floor((won / possible) * 100 + 1e-9);
}
/**
 * Failed when no check could run, when the score is too low, or when a category that must pass has a failed check or none
 * that passed; passed when every check passed; degraded in between.
 */
function judgeValidation(checks, score, rules) {
    const runs = checks.filter(({ status }) => status !== 'skipped');
    if (runs.length === 0 || score < rules.minScore)
        return 'failed';
    if (fallenCategories(checks, rules).length > 0)
        return 'failed';
    return checks.every(({ status }) => status === 'passed') ? 'passed' : 'degraded';
}
/** The categories that must pass and did not: a check of theirs failed, or none passed. */
function fallenCategories(checks, { mustPass }) {
    return mustPass
        .map((category) => aspectOf[category])
        .filter((aspect) => {
        const own = checks.filter(({ rung }) => rung === aspect);
        const isFallen = own.some(({ status }) => status === 'failed');
        return isFallen || (own.length > 0 && !own.some(({ status }) => status === 'passed'));
    });
}
/**
 * Whether a release may stay. What was skipped costs it nothing but the verdict `passed`, unless the file itself names a
 * score: that a file configures little is no fault of a release.
 * @param rules minScore: as written in the environment file
 * @returns why it may not stay, unless a failed check says so; null when it may
 */
function judgeRelease(checks, score, { minScore = 0, ...rules }) {
    const verdict = checks.some(({ status }) => status === 'failed')
        ? 'failed'
        : judgeValidation(checks, score, { ...rules, minScore });
    if (verdict !== 'failed')
        return { verdict, why: null };
    if (checks.every(({ status }) => status === 'skipped'))
        return { verdict, why: 'nothing could be checked' };
    if (score < minScore)
        return { verdict, why: `its score is ${score}, and validation.min-score is ${minScore}` };
    return { verdict, why: 'in a category of validation.must-pass no check passed' };
}
function categories() {
    return Object.entries(aspectOf);
}
function camelCased(category) {
    return category.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 29393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   Oh: () => (/* binding */ startGroup),
/* harmony export */   Pq: () => (/* binding */ setSecret),
/* harmony export */   Yz: () => (/* binding */ debug),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/**
 * What a step says to the runner, as GitHub documents it under "Workflow commands". Written here and not taken from
 * @actions/core, as that brings a client for HTTP along, half of the time that a start takes.
 */
const debug = (text) => command('debug', text);
const notice = (text, place) => command('notice', text, place);
const warning = (text, place) => command('warning', text, place);
const error = (text, place) => command('error', text, place);
const startGroup = (title) => command('group', title);
const endGroup = () => command('endgroup', '');
/** From now on the runner shows `***` in its place. */
const setSecret = (secret) => command('add-mask', secret);
const info = (line) => void process.stdout.write(`${line}\n`);
/** Gives a value to later steps; where no runner is, there are none. */
function setOutput(name, value) {
    const file = process.env['GITHUB_OUTPUT'] ?? '';
    if (file === '')
        return;
    // Nobody who writes the value can know this mark, and so end it to set another output.
    const mark = `end-of-output-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, `${name}<<${mark}\n${value}\n${mark}\n`);
}
function command(name, text, place) {
    const properties = place === undefined ? '' : ` title=${inProperty(place.title)}`;
    process.stdout.write(`::${name}${properties}::${inText(text)}\n`);
}
/** A line break would end the command, and the next line could be another. */
function inText(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function inProperty(text) {
    return inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 27264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ createJobLog)
});

// EXTERNAL MODULE: ./lib/github/commands.js
var commands = __webpack_require__(29393);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/github/progress.js

/** How often a line is worth reading. */
const pace = 10_000;
/** Progress as lines of a log: size, rate and what is left, every ten seconds; and the sum at the end. */
function openProgress(title, write, ticks) {
    const start = ticks();
    let done = 0;
    let last = { at: start, done: 0 };
    return {
        report: (nowDone, total) => {
            done = nowDone;
            const now = ticks();
            if (now - last.at < pace)
                return;
            const rate = (0,units/* formatRate */.CE)(done - last.done, now - last.at);
            write(`${title}: ${[sizeOf(done, total), rate, ...left(done, total, now - start)].join(', ')}`);
            last = { at: now, done };
        },
        [Symbol.dispose]: () => {
            if (done === 0)
                return;
            const span = ticks() - start;
            write(`${title}: ${(0,units/* formatBytes */.z3)(done)} in ${(0,units/* formatDuration */.a3)(span)}, ${(0,units/* formatRate */.CE)(done, span)}`);
        },
    };
}
function sizeOf(done, total) {
    if (total === undefined || total < done || total === 0)
        return (0,units/* formatBytes */.z3)(done);
    return `${(0,units/* formatBytes */.z3)(done)} of ${(0,units/* formatBytes */.z3)(total)} (${Math.floor((done / total) * 100)} %)`;
}
/** By the rate since the start, which swings less than the last seconds'. */
function left(done, total, span) {
    if (total === undefined || total <= done || done === 0)
        return [];
    return [`about ${(0,units/* formatDuration */.a3)(((total - done) / done) * span)} left`];
}

;// CONCATENATED MODULE: ./lib/github/runner-text.js
/**
 * Text for the runner's log. The runner takes two forms for commands: `::name::` at the start of a line, and `##[name]`
 * anywhere in it; it ends lines at CR as at LF. None of that may come of a text, whoever wrote it.
 */
function harmlessLines(text) {
    return text.split(/\r\n|\n|\r/).map((line) => withoutControls(line)
        .replace(/^(\s*):(?=:)/u, '$1: ')
        .replaceAll('##[', '## ['));
}
/** On one line: for names of groups, and for parts of a line. */
function harmlessLine(text) {
    return harmlessLines(text).join(' ');
}
/** For annotations, which may have several lines: there the library escapes what would end the command. */
function withoutControls(text) {
    return text.replaceAll(/[^\P{Cc}\n\t]/gu, '\u{fffd}');
}

;// CONCATENATED MODULE: ./lib/github/log.js




/** How many annotations of a level GitHub keeps for a step. One error is left for the failure that ends it. */
const annotationLimits = { notice: 10, warning: 10, error: 9 };
const annotate = { notice: commands/* notice */.lm, warning: commands/* warning */.$e, error: commands/* error */.z3 };
/** The log of a job: groups, annotations and lines, as the runner understands them. */
function createJobLog(options) {
    const { masks, hidesNames, ticks = () => performance.now() } = options;
    const used = { notice: 0, warning: 0, error: 0 };
    let depth = 0;
    const lines = (text) => {
        for (const line of harmlessLines(masks.apply(text)))
            (0,commands/* info */.pq)(line);
    };
    const annotation = (level, text, subjects) => {
        const whole = named(text, subjects, hidesNames);
        used[level] += 1;
        if (used[level] <= annotationLimits[level])
            annotate[level](masks.apply(withoutControls(whole)));
        else
            lines(`${level}: ${whole}`);
    };
    return {
        debug: (text) => (0,commands/* debug */.Yz)(masks.apply(withoutControls(text))),
        info: (text, subjects) => lines(named(text, subjects, hidesNames)),
        notice: (text, subjects) => annotation('notice', text, subjects),
        warning: (text, subjects) => annotation('warning', text, subjects),
        error: (text, subjects) => annotation('error', text, subjects),
        group: async (title, work) => {
            // GitHub's groups do not nest, and there is but one log: within a group another is a heading.
            const isOutermost = depth === 0;
            const start = ticks();
            const heading = harmlessLine(masks.apply(title));
            depth += 1;
            if (isOutermost)
                (0,commands/* startGroup */.Oh)(heading);
            else
                lines(`── ${heading}`);
            try {
                return await work();
            }
            finally {
                depth -= 1;
                lines(`── ${heading}: ${(0,units/* formatDuration */.a3)(ticks() - start)}`);
                if (isOutermost)
                    (0,commands/* endGroup */.N4)();
            }
        },
        progress: (title) => openProgress(title, lines, ticks),
        conclude: (level, text, title) => annotate[level](masks.apply(withoutControls(text)), { title: harmlessLine(masks.apply(title)) }),
    };
}
/** How many names are shown at most. */
const nameLimit = 20;
function named(text, subjects = [], areHidden) {
    if (subjects.length === 0)
        return text;
    if (areHidden)
        return `${text} (${subjects.length === 1 ? 'one name' : `${subjects.length} names`} not shown)`;
    const more = subjects.length - nameLimit;
    const shown = subjects.slice(0, nameLimit).map(harmlessLine).join(', ');
    return `${text}: ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}


/***/ }),

/***/ 40618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ createMasks)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29393);
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63421);
/* harmony import */ var _domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56625);



function createMasks() {
    const forms = new Set();
    return {
        add: (secret) => {
            for (const part of [secret, ...(0,_domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsInUrl */ .C)(secret)]) {
                for (const form of (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_2__/* .secretForms */ .eo)(part)) {
                    if (form.trim() === '' || forms.has(form))
                        continue;
                    forms.add(form);
                    (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(form);
                }
            }
        },
        apply: (text) => (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecrets */ .QU)(text, forms),
    };
}


/***/ }),

/***/ 222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./lib/domain/environment/schema.js + 6 modules
var schema = __webpack_require__(64226);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/report.js
var report = __webpack_require__(49012);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/github/commands.js
var commands = __webpack_require__(29393);
// EXTERNAL MODULE: ./lib/domain/redaction.js
var redaction = __webpack_require__(63421);
;// CONCATENATED MODULE: ./lib/github/summary.js

/** GitHub takes no longer summary of a step, and shows none at all if it is. */
const limit = 1_048_576;
const cutNote = '\n\n_Cut here: GitHub shows at most 1 MiB. The JSON report has everything._\n';
/**
 * Adds to the summary of this step, which may have something in it already. What does not fit is cut at the end of a line.
 * @param file GITHUB_STEP_SUMMARY; where there is none, there is nowhere to write
 */
async function writeSummary(markdown, file) {
    if (file === undefined || file === '')
        return;
    const present = await (0,promises_.stat)(file).then(({ size }) => size, () => 0);
    // A block of ours must not run into what stands before it.
    const text = present === 0 ? markdown : `\n\n${markdown}`;
    await (0,promises_.appendFile)(file, cut(text, limit - present));
}
function cut(text, room) {
    if (Buffer.byteLength(text) <= room)
        return text;
    const bytes = Buffer.from(text).subarray(0, Math.max(0, room - Buffer.byteLength(cutNote)));
    const end = bytes.lastIndexOf('\n');
    if (end <= 0)
        return '';
    return `${bytes.subarray(0, end).toString()}${cutNote}`;
}

;// CONCATENATED MODULE: ./lib/github/ending.js







/**
 * Tells how a run ended, and gives the exit code. The order is a promise: report file and outputs come before anything
 * that says failure, so that a later step has them whatever happens. What cannot be told is a warning, and hides nothing else.
 */
async function endRun({ report, outputs }, options) {
    const { render, hideNames, log, masks } = options;
    const shown = hideNames ? (0,redaction/* forThePublic */.Cr)(report) : report;
    const attempt = async (what, work) => {
        try {
            await work();
            return true;
        }
        catch (thrown) {
            log.warning(`${what} could not be written (${reasonOf(thrown)})`);
            return false;
        }
    };
    const file = (0,external_node_path_.join)(options.temporaryFolder, `lifeboat-${report.operation}-${(0,external_node_crypto_.randomUUID)()}.json`);
    let written = '';
    await attempt('the JSON report', async () => {
        await (0,promises_.writeFile)(file, masks.apply(render.json(report)), { flag: 'wx', mode: 0o600 });
        written = file;
    });
    const isOutput = await attempt('outputs', () => {
        const shared = { verdict: report.verdict, failure: report.failure?.kind ?? '', report: written };
        for (const [name, value] of Object.entries({ ...outputs, ...shared }))
            (0,commands/* setOutput */.uH)(name, masks.apply(value));
    });
    await attempt('the report', () => {
        if (render.text !== undefined)
            log.info(render.text(shown, { hideNames }));
    });
    await attempt('the job summary', () => writeSummary(masks.apply(render.markdown(shown, { hideNames })), options.summaryFile));
    conclude(shown, options);
    const code = codeOf(report, options.failOn);
    // Later steps decide by the outputs: without them this one was no success.
    return code === 0 && !isOutput ? domain_failure/* failureKinds */.cV.bug.exit : code;
}
/** The system's own code where there is one: a message could quote anything. */
function reasonOf(thrown) {
    if (!(thrown instanceof Error))
        return 'unknown error';
    return 'code' in thrown ? String(thrown.code) : thrown.name;
}
function conclude(report, { failOn, log }) {
    const title = `Lifeboat: ${report.operation} of ${report.environment}`;
    const { failure, verdict } = report;
    if (codeOf(report, failOn) !== 0) {
        const message = failure?.message ?? (verdict === 'degraded' ? 'less was done than was asked for' : 'a check failed');
        const hint = failure?.hint ?? null;
        log.conclude('error', hint === null ? message : `${message}\n${hint}`, `${title} ${verdict}`);
    }
    else if (verdict === 'degraded') {
        log.conclude('warning', 'It worked, but less than was asked for: see the job summary.', `${title} degraded`);
    }
}
function codeOf({ verdict, failure }, failOn) {
    if (failure?.kind === 'cancelled')
        return domain_failure/* failureKinds */.cV.cancelled.exit;
    const isBad = verdict === 'failed' || (verdict === 'degraded' && failOn === 'degraded');
    return isBad ? domain_failure/* failureKinds */.cV[failure?.kind ?? 'objective'].exit : 0;
}

// EXTERNAL MODULE: ./lib/domain/environment/nearest.js
var nearest = __webpack_require__(96884);
;// CONCATENATED MODULE: ./lib/github/inputs.js


/** The root action's choice of a verb; whoever calls us has read it already. */
const chosenElsewhere = ['command'];
/**
 * Takes every input out of the environment, so that neither a program that we start nor a crash dump has them. An empty
 * one counts as not given: that is how an expression without a value arrives.
 */
function takeInputs(environment) {
    const given = new Map();
    for (const [variable, text] of Object.entries(environment)) {
        if (!variable.startsWith('INPUT_'))
            continue;
        delete environment[variable];
        const value = text?.trim() ?? '';
        if (value !== '')
            given.set(variable.slice('INPUT_'.length), value);
    }
    return given;
}
/** The values that nobody may see: whole secret inputs, and the password of any input that is a URL. */
function secretsAmong(schema, given) {
    const secrets = [];
    for (const [name, field] of Object.entries(schema.shape)) {
        const value = given.get(runnerName(name));
        if (value === undefined)
            continue;
        if (isSecret(field))
            secrets.push(value);
        // Its forms and its password in plain are found by whoever masks it.
        else if (URL.canParse(value) && new URL(value).password !== '')
            secrets.push(value);
    }
    return secrets;
}
/**
 * Text in, typed values out.
 * @throws Failure `config` that lists everything that is wrong at once; it never holds a secret input's value
 */
function parseInputs(schema, given) {
    const names = Object.entries(schema.shape).flatMap(([name, field]) => (isOfTerminals(field) ? [] : [name]));
    const known = new Set([...names, ...chosenElsewhere].map(runnerName));
    const problems = [...given.keys()].filter((name) => !known.has(name)).map((name) => unknown(name, names));
    const present = Object.fromEntries(names.flatMap((name) => {
        const value = given.get(runnerName(name));
        return value === undefined ? [] : [[name, value]];
    }));
    const parsed = schema.safeParse(present);
    if (parsed.success && problems.length === 0)
        return parsed.data;
    for (const issue of parsed.error?.issues ?? []) {
        const name = String(issue.path[0] ?? '');
        problems.push(problemOf(name, present[name], issue, schema));
    }
    throw new domain_failure/* Failure */.HR('config', problems.join('; '), {
        hint: 'Correct the `with:` block of this step; the README of the action lists its inputs.',
    });
}
/** As the runner names it: blanks become underscores, the rest only upper case. `fall-back` is `FALL-BACK`. */
function runnerName(name) {
    return name.replaceAll(' ', '_').toUpperCase();
}
/** Marked `secret`; or only an action has it, which is how a secret is kept out of command lines. */
function isSecret(field) {
    const meta = metaOf(field);
    return meta?.['secret'] === true || meta?.['only'] === 'action';
}
/** Only the command line has it: to a job it is as unknown as any other name. */
function isOfTerminals(field) {
    return metaOf(field)?.['only'] === 'cli';
}
function metaOf(field) {
    return 'meta' in field && typeof field.meta === 'function' ? field.meta() : undefined;
}
function unknown(name, names) {
    const typed = name.toLowerCase();
    const meant = (0,nearest/* nearest */.p)(typed, names);
    return `input ${shown(typed)} is not known${meant === null ? '' : `; is ${meant} meant?`}`;
}
function problemOf(name, value, issue, schema) {
    if (value === undefined)
        return `input ${name} is required`;
    const field = schema.shape[name];
    const accepted = acceptedBy(issue);
    // A message that names no accepted form might quote the value.
    if (field !== undefined && isSecret(field))
        return `input ${name} is wrong${accepted === null ? '' : `; accepted: ${accepted}`}`;
    return `input ${name} is ${shown(value)}; ${accepted === null ? issue.message : `accepted: ${accepted}`}`;
}
function acceptedBy(issue) {
    const said = /^accepted: (.+)$/s.exec(issue.message)?.[1];
    if (said !== undefined)
        return said;
    if (issue.code !== 'invalid_value')
        return null;
    const values = issue.values.map(String);
    const last = values.pop();
    return values.length === 0 ? String(last) : `${values.join(', ')} or ${last}`;
}
/** In quotes, on one line, and not too long; a URL's password is not for reading. */
function shown(value) {
    const text = URL.canParse(value) && new URL(value).password !== '' ? value.replace(/\/\/.*@/s, '//***@') : value;
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/github/cache.js
/** GitHub's cache. Its library is loaded by the first call, since most runs need none. */
function createCache({ folder, tokens, log, signal }) {
    const attempt = async (otherwise, words, work) => {
        signal.throwIfAborted();
        try {
            const done = tokens.lend(async () => {
                const cache = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(3838), __webpack_require__.e(1691)]).then(__webpack_require__.bind(__webpack_require__, 61691));
                return cache.isFeatureAvailable() ? work(cache) : otherwise;
            });
            return await unlessAborted(done, signal);
        }
        catch (thrown) {
            signal.throwIfAborted();
            log.debug(String(thrown instanceof Error ? thrown.stack : thrown));
            log.warning(`the cache could not be ${words}; the run goes on without it`);
            return otherwise;
        }
    };
    return {
        folder,
        restore: (paths, key) => attempt(false, 'read', async ({ restoreCache }) => {
            const found = await restoreCache([...paths], key);
            return found !== undefined;
        }),
        save: (paths, key) => attempt(undefined, 'written', async ({ saveCache }) => {
            await saveCache([...paths], key);
        }),
    };
}
/** The library knows no signal; who is cancelled does not wait for it. */
async function unlessAborted(work, signal) {
    const { promise, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted)
        onAbort();
    try {
        return await Promise.race([work, promise]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}

;// CONCATENATED MODULE: ./lib/github/oidc.js

/** Gives a token of this job for another service, such as a cloud's sign-in: short-lived, made anew for each call. */
function createOidcToken(tokens, masks, signal) {
    return async (audience) => {
        signal.throwIfAborted();
        if (!tokens.has('ACTIONS_ID_TOKEN_REQUEST_URL') || !tokens.has('ACTIONS_ID_TOKEN_REQUEST_TOKEN')) {
            throw new domain_failure/* Failure */.HR('config', 'this job may not ask GitHub for an OIDC token', {
                hint: 'Add `id-token: write` to `permissions:` of the job. Pull requests from forks cannot have it.',
            });
        }
        const { getIDToken } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(3838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
        // The library retries what is out of reach, and gives no code by which to tell its errors apart.
        const token = await tokens
            .lend(() => getIDToken(audience))
            .catch((cause) => {
            throw new domain_failure/* Failure */.HR('unavailable', 'GitHub gave no OIDC token', {
                cause,
                hint: 'Run it again; githubstatus.com says whether GitHub Actions has an incident.',
            });
        });
        masks.add(token);
        signal.throwIfAborted();
        return token;
    };
}

;// CONCATENATED MODULE: ./lib/github/job-host.js




function openJobHost(options) {
    const { environment, tokens, masks, log, signal, repositoryIsPublic } = options;
    const variables = { ...environment };
    const temporaryFolder = orNull(variables['RUNNER_TEMP']) ?? (0,external_node_os_.tmpdir)();
    const folder = (0,external_node_path_.join)(temporaryFolder, 'lifeboat-packages');
    return {
        variables,
        takeVariable: (name) => {
            const value = variables[name];
            delete variables[name];
            delete environment[name];
            return value;
        },
        hide: (secret) => masks.add(secret),
        mask: (text) => masks.apply(text),
        log,
        signal,
        temporaryFolder,
        isThrownAway: variables['RUNNER_ENVIRONMENT'] === 'github-hosted',
        oidcToken: createOidcToken(tokens, masks, signal),
        actor: orNull(variables['GITHUB_TRIGGERING_ACTOR']) ?? orNull(variables['GITHUB_ACTOR']),
        runUrl: runUrl(variables),
        packages: options.holdsIdentity ? null : createCache({ folder, tokens, log, signal }),
        repositoryIsPublic,
        openIssues: async (token) => {
            const access = accessWith(token, variables, signal);
            if (access === null)
                return null;
            const { createIssueTracker } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4239), __webpack_require__.e(375)]).then(__webpack_require__.bind(__webpack_require__, 375));
            return createIssueTracker({ ...access, masks });
        },
        openRepositoryState: async (token) => {
            const access = accessWith(token, variables, signal);
            if (access === null)
                return null;
            const { openRepositoryState } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4239), __webpack_require__.e(1379)]).then(__webpack_require__.bind(__webpack_require__, 1379));
            return openRepositoryState(access);
        },
        openDeployments: async (token) => {
            const access = accessWith(token, variables, signal);
            const commit = orNull(variables['GITHUB_SHA']);
            const runId = Number(variables['GITHUB_RUN_ID']);
            if (access === null || commit === null || !Number.isSafeInteger(runId))
                return null;
            const { createDeployments } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4239), __webpack_require__.e(251)]).then(__webpack_require__.bind(__webpack_require__, 90251));
            return createDeployments({ ...access, commit, runId, logUrl: runUrl(variables), masks });
        },
        openCommitChecks: async (token) => {
            const access = accessWith(token, variables, signal);
            if (access === null)
                return null;
            const { createCommitChecks } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4239), __webpack_require__.e(4726)]).then(__webpack_require__.bind(__webpack_require__, 84726));
            return createCommitChecks(access);
        },
        openPullRequests: async (token) => {
            const access = accessWith(token, variables, signal);
            if (access === null)
                return null;
            const { createPullRequests } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4239), __webpack_require__.e(1295)]).then(__webpack_require__.bind(__webpack_require__, 51295));
            return createPullRequests({ ...access, eventPath: variables['GITHUB_EVENT_PATH'], masks });
        },
        commit: orNull(variables['GITHUB_SHA']),
        defaultBranch: options.defaultBranch,
    };
}
/** Null without a token, or outside of a repository. */
function accessWith(token, variables, signal) {
    const [owner = '', repository = ''] = (variables['GITHUB_REPOSITORY'] ?? '').split('/');
    if (token === undefined || owner === '' || repository === '')
        return null;
    const apiUrl = orNull(variables['GITHUB_API_URL']) ?? 'https://api.github.com';
    return { token, apiUrl, owner, repository, signal };
}
function runUrl(variables) {
    const server = variables['GITHUB_SERVER_URL'] ?? '';
    const repository = variables['GITHUB_REPOSITORY'] ?? '';
    const id = variables['GITHUB_RUN_ID'] ?? '';
    if ([server, repository, id].includes(''))
        return null;
    const attempt = variables['GITHUB_RUN_ATTEMPT'] ?? '1';
    return `${server}/${repository}/actions/runs/${id}${attempt === '1' ? '' : `/attempts/${attempt}`}`;
}
function orNull(text) {
    return text === undefined || text === '' ? null : text;
}

// EXTERNAL MODULE: ./lib/github/log.js + 2 modules
var github_log = __webpack_require__(27264);
// EXTERNAL MODULE: ./lib/github/masks.js
var github_masks = __webpack_require__(40618);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/github/repository.js


/** What an event says of the repository it happened in. On github.com those of a schedule say it too, since 2022. */
const eventSchema = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({
        private: schemas/* boolean */.zMY().optional(),
        visibility: schemas/* string */.YjP().optional(),
        default_branch: schemas/* string */.YjP().min(1).optional(),
    }),
});
/**
 * Whether everyone may read this repository's logs, summaries and issues. Where the event does not say, or says it in a
 * word that we do not know, the answer is yes. Internal repositories, which only an enterprise's members see, are not public.
 * @param eventPath GITHUB_EVENT_PATH
 */
async function isPublicRepository(eventPath) {
    const repository = await repositoryOf(eventPath);
    if (repository?.visibility !== undefined)
        return !['private', 'internal'].includes(repository.visibility);
    return repository?.private !== true;
}
/** The branch that pull requests go to; null where the event does not say. @param eventPath GITHUB_EVENT_PATH */
async function defaultBranchOf(eventPath) {
    return (await repositoryOf(eventPath))?.default_branch ?? null;
}
async function repositoryOf(eventPath) {
    if (eventPath === undefined || eventPath === '')
        return null;
    const event = await (0,promises_.readFile)(eventPath, 'utf8').then(parsed, () => null);
    return event?.repository ?? null;
}
function parsed(text) {
    try {
        return eventSchema.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/github/runner-tokens.js
/** Takes them out of the environment: whoever inherits it could otherwise act as this job. */
function takeRunnerTokens(environment) {
    const tokens = new Map();
    for (const [name, value] of Object.entries(environment)) {
        if (!/^ACTIONS_\w+_(TOKEN|URL)$/.test(name))
            continue;
        tokens.set(name, value ?? '');
        delete environment[name];
    }
    let borrowers = 0;
    return {
        values: [...tokens].flatMap(([name, value]) => (name.endsWith('_TOKEN') ? [value] : [])),
        has: (name) => (tokens.get(name) ?? '') !== '',
        lend: async (work) => {
            borrowers += 1;
            for (const [name, value] of tokens)
                environment[name] = value;
            try {
                return await work();
            }
            finally {
                borrowers -= 1;
                if (borrowers === 0)
                    for (const name of tokens.keys())
                        delete environment[name];
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/stop.js

/**
 * A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed after 2.5 s more. The work has this long to clean up;
 * then its result is told all the same, and the process ends, whatever still runs in it.
 */
const timeForWork = 4_000;
const timeForAll = 5_000;
/** Listens for whatever ends a run early. */
function openStop() {
    const stop = new AbortController();
    const { promise: abandoned, reject: abandon } = Promise.withResolvers();
    // Who does not wait any more need not hear of it.
    abandoned.catch(() => undefined);
    let isBroken = false;
    const onSignal = (name) => {
        if (stop.signal.aborted)
            return;
        const failure = new domain_failure/* Failure */.HR('cancelled', `stopped by ${name}`, {
            hint: 'Run it again when it may run to its end.',
        });
        stop.abort(failure);
        setTimeout(() => abandon(failure), timeForWork).unref();
        setTimeout(() => process.exit(130), timeForAll).unref();
    };
    const onEscaped = (thrown) => {
        isBroken = true;
        abandon(thrown);
    };
    // Nothing is left that could go on, and yet there is no result: Node would end here, and call it a success.
    const onIdle = () => abandon(new Error('the run came to rest without a result'));
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
    process.on('uncaughtException', onEscaped).on('beforeExit', onIdle);
    return {
        signal: stop.signal,
        abandoned,
        get isBroken() {
            return isBroken;
        },
        // Signals stay ours: one that comes late must not end the process with the code of a crash.
        [Symbol.dispose]: () => {
            process.off('uncaughtException', onEscaped).off('beforeExit', onIdle);
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/run.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});











/**
 * The one flow of every action: inputs, work, report, outputs, summary, exit code. `main` reports what goes wrong within
 * its work; whatever it throws ends here as a failed report, told like any other.
 */
async function runAction(spec, main) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        // Whatever ends this process before its result is told is no success.
        process.exitCode = 1;
        const startedAt = Date.now();
        const stop = __addDisposableResource(env_1, openStop(), false);
        const environment = process.env;
        const given = takeInputs(environment);
        const masks = (0,github_masks/* createMasks */._)();
        for (const secret of secretsAmong(spec.inputs, given))
            masks.add(secret);
        const tokens = takeRunnerTokens(environment);
        for (const token of tokens.values)
            masks.add(token);
        const hideNames = await isPublicRepository(environment['GITHUB_EVENT_PATH']);
        const log = (0,github_log/* createJobLog */.o)({ masks, hidesNames: hideNames });
        const host = openJobHost({
            environment,
            tokens,
            masks,
            log,
            signal: stop.signal,
            repositoryIsPublic: hideNames,
            defaultBranch: await defaultBranchOf(environment['GITHUB_EVENT_PATH']),
            holdsIdentity: holdsIdentity(given, environment),
        });
        let outcome;
        let failOn = 'failed';
        try {
            refuseWindows();
            const input = parseInputs(spec.inputs, given);
            if (input['fail-on'] === 'degraded')
                failOn = 'degraded';
            outcome = await Promise.race([main(input, host), stop.abandoned]);
        }
        catch (thrown) {
            const failure = (0,domain_failure/* asFailure */.h_)(thrown);
            if (failure.kind === 'bug')
                showStack(thrown, log, hideNames);
            const about = {
                operation: spec.operation,
                // What was given may be anything, and is no name before it was checked.
                environment: schema/* nameSchema */.Jq.safeParse(given.get('ENVIRONMENT')).data ?? 'unknown',
                startedAt,
                finishedAt: Date.now(),
                actor: host.actor,
                reason: given.get('REASON') ?? null,
                runUrl: host.runUrl,
            };
            outcome = { report: (0,report/* failedReport */.k)(about, failure), outputs: {} };
        }
        const { variables, temporaryFolder } = host;
        const outputs = { ...Object.fromEntries(spec.outputs.map((name) => [name, ''])), ...outcome.outputs };
        const code = await endRun({ report: outcome.report, outputs }, {
            render: spec.render,
            failOn,
            hideNames,
            temporaryFolder,
            summaryFile: variables['GITHUB_STEP_SUMMARY'],
            log,
            masks,
        });
        process.exitCode = code;
        if (stop.isBroken)
            process.exit(code);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Jobs that can open backups take nothing that other jobs could have left for them. */
function holdsIdentity(given, environment) {
    return (given.has('IDENTITY') || given.has('IDENTITY-FILE') || (environment['LIFEBOAT_IDENTITY'] ?? '') !== '');
}
function refuseWindows() {
    if (process.platform !== 'win32')
        return;
    throw new domain_failure/* Failure */.HR('config', 'Lifeboat does not run on Windows', {
        hint: 'Use `runs-on: ubuntu-24.04`, or macOS with PostgreSQL installed.',
    });
}
/** For whoever mends it. Messages may quote data, so where everyone can read the log only places in the code are shown. */
function showStack(thrown, log, isPublic) {
    if (!(thrown instanceof Error))
        return;
    const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    log.info([isPublic ? thrown.name : String(thrown), ...frames].join('\n'));
}


/***/ }),

/***/ 30470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RunReport),
/* harmony export */   s: () => (/* binding */ tellBug)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49012);
/* harmony import */ var _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(314);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75141);




/** Gathers what a run finds on its way, and makes its report. `Group` is what its checks belong to. */
class RunReport {
    checks = [];
    tables = [];
    copies = [];
    facts = [];
    objectives = [];
    notices = [];
    next = [];
    backupId = null;
    about = null;
    subject = undefined;
    restored = undefined;
    incident = undefined;
    waitsFor = undefined;
    deployed = undefined;
    overridden = undefined;
    /** Of a run that only says what it would do. */
    dryRun = false;
    /** Of such a run: what a person has not said yet. */
    missingConsent = [];
    timeline = [];
    operation;
    environment;
    clock;
    log;
    run;
    startedAt;
    constructor(operation, environment, ports) {
        this.operation = operation;
        this.environment = environment;
        this.clock = ports.clock;
        this.log = ports.log;
        this.run = ports.run;
        this.startedAt = ports.clock.now();
    }
    /**
     * Runs a part of the work as a phase of log and timeline.
     * @param describe what the timeline says of it, once it is done
     */
    async phase(name, work, describe = () => ({})) {
        const phase = { name, startedAt: this.clock.now(), duration: 0, status: 'failed' };
        this.timeline.push(phase);
        const started = this.clock.ticks();
        const failedBefore = this.failedChecks();
        try {
            const result = await this.log.group(name, work);
            if (this.failedChecks() === failedBefore)
                phase.status = 'done';
            Object.assign(phase, describe(result));
            return result;
        }
        finally {
            phase.duration = Math.round(this.clock.ticks() - started);
        }
    }
    /** A part of a phase that somebody else has timed. */
    addPhase(phase) {
        this.timeline.push(phase);
    }
    failedChecks() {
        return this.checks.filter((check) => check.status === 'failed').length;
    }
    notice(level, text, subjects = []) {
        this.notices.push({ level, text, subjects });
        if (level === 'warning')
            this.log.warning(text, subjects);
        else
            this.log.notice(text, subjects);
    }
    fact(label, text, value, unit) {
        this.facts.push({
            label,
            text,
            ...(value === undefined ? {} : { value }),
            ...(unit === undefined ? {} : { unit }),
        });
    }
    check(check) {
        this.checks.push(check);
        const text = `${check.rung}: ${check.name}: ${check.detail}`;
        if (check.status === 'failed')
            this.log.error(text, check.subjects);
        else if (check.status === 'passed' || isUnasked(check))
            this.log.info(text, check.subjects);
        else
            this.log.warning(text, check.subjects);
    }
    finish(verdict, failure) {
        if (failure?.hint !== undefined && !this.next.includes(failure.hint))
            this.next.unshift(failure.hint);
        const passed = this.checks.filter(({ status }) => status === 'passed');
        for (const { hint } of [...(0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .troubles */ .d4)(this.checks), ...passed])
            if (hint !== undefined && !this.next.includes(hint))
                this.next.push(hint);
        return {
            format: 1,
            operation: this.operation,
            environment: this.environment,
            verdict,
            failure: failure === null ? null : (0,_domain_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportFailure */ .x)(failure),
            backupId: this.backupId,
            startedAt: this.startedAt,
            finishedAt: this.clock.now(),
            actor: this.run.actor,
            reason: this.run.reason,
            runUrl: this.run.url,
            objectives: this.objectives,
            checks: this.checks,
            timeline: [...this.timeline].sort((a, b) => a.startedAt - b.startedAt),
            facts: this.facts,
            tables: this.tables,
            copies: this.copies,
            notices: this.notices,
            next: this.next,
            ...(this.about === null ? {} : { about: this.about }),
            ...(this.subject === undefined ? {} : { subject: this.subject }),
            ...(this.restored === undefined ? {} : { restored: this.restored }),
            ...(this.incident === undefined ? {} : { incident: this.incident }),
            ...(this.waitsFor === undefined ? {} : { waitsFor: this.waitsFor }),
            ...(this.deployed === undefined ? {} : { deployed: this.deployed }),
            ...(this.overridden === undefined ? {} : { overridden: this.overridden }),
            ...(this.dryRun ? { dryRun: true } : {}),
            ...(this.missingConsent.length === 0 ? {} : { missingConsent: this.missingConsent }),
        };
    }
    /** The report that the work comes to; when it throws, that of its failure. */
    async ending(work) {
        try {
            return await work();
        }
        catch (error) {
            return this.fail(error);
        }
    }
    /** The report of a run that could not go on. A bug is told with the places in the code. */
    fail(thrown) {
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
        if (failure.kind === 'bug')
            tellBug(failure, this.log);
        return this.finish('failed', failure);
    }
}
/**
 * What the environment file does not ask for stands in the report, and alarms nobody: GitHub shows ten annotations of a step, and
 * those belong to what is wrong. A rung of the ladder that was skipped leaves a proof short, which is worth a warning.
 */
function isUnasked({ rung, status }) {
    return status === 'skipped' && (rung === 'gate' || validationGroups.includes(rung));
}
const validationGroups = Object.values(_domain_validation_score_js__WEBPACK_IMPORTED_MODULE_1__/* .aspectOf */ ._u);
/** For whoever mends it. */
function tellBug(failure, log) {
    const { name, message, places } = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .bugReport */ .r)(failure);
    log.error(`a bug in Lifeboat (${name})`, [message]);
    log.info(places);
}


/***/ }),

/***/ 52689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/**
 * The report for machines: the model as it is, documented in docs/reports.md. The same report always gives the same
 * bytes, in whatever order its fields were set; hidden characters in names are escaped, so that it can be shown in a
 * terminal.
 */
function renderJson(report) {
    const text = JSON.stringify(report, (_key, value) => (isMapping(value) ? inOrder(value) : value), 2);
    return `${text.replaceAll(/[\p{Cf}\u007f-\u009f\u2028\u2029]/gu, escaped)}\n`;
}
/** The order in which fields stand, at whatever depth; others follow by name. */
const order = `
  format operation environment verdict failure kind message hint backupId about
  source store rung name label level text value unit status detail
  rows bytes writeOnce note startedAt finishedAt duration actor reason runUrl
  target measured margin met basis subjects
  objectives checks timeline facts tables copies notices next
`
    .trim()
    .split(/\s+/);
const rank = new Map(order.map((key, index) => [key, index]));
function inOrder(mapping) {
    const rankOf = (key) => rank.get(key) ?? order.length;
    const keys = Object.keys(mapping).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
    return Object.fromEntries(keys.map((key) => [key, mapping[key]]));
}
function isMapping(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
/** As JSON escapes: one `\\uXXXX` per UTF-16 unit. */
function escaped(character) {
    return Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
}


/***/ }),

/***/ 46144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   TQ: () => (/* binding */ subjectsText),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49847);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33678);


/**
 * Any text as Markdown that shows just this text on one line, in a paragraph, a list item or a table cell: no markup,
 * HTML, link, mention, reference, emoji or formula can come of it. Meaningful characters become entities; where GitHub
 * would still find a mention or reference in the finished page, a zero-width space breaks it.
 */
function inline(text, atMost) {
    return ((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(text, atMost)
        .replaceAll(/[\\`*_{}[\]<>#|~&@$=^"']/g, (character) => {
        const entity = `&#${character.charCodeAt(0)};`;
        return character === '@' || character === '#' ? `${entity}&#8203;` : entity;
    })
        .replaceAll(/:(?=[\w/+-])/g, (colon, at, whole) => isBetweenFigures(whole, at) ? colon : '&#58;&#8203;')
        .replaceAll(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`)
        .replaceAll(/\bGH-(?=\d)/gi, (match) => `${match}&#8203;`)
        .replace(/^[-+]/, (mark) => `&#${mark.charCodeAt(0)};`)
        // With a digit behind it, it is a figure and no item of a list.
        .replace(/^(\d+)([.)])(?!\d)/, (_, digits, mark) => `${digits}&#${mark.charCodeAt(0)};`));
}
/**
 * A colon of a time (`10:15:00Z`) or before a port (`10.0.0.1:5432`), which people copy: no link begins so, and of the emoji
 * whose names begin with a digit, none has one that is only digits, with a `Z` at most, but these two.
 */
function isBetweenFigures(text, at) {
    const figures = /^\d+(?=Z?(?!\w))/.exec(text.slice(at + 1, at + 12))?.[0];
    return /\d/.test(text.charAt(at - 1)) && figures !== undefined && figures !== '100' && figures !== '1234';
}
/** A name from data, set as code: GitHub looks for no mentions there. */
function code(text, atMost) {
    const shown = inline(text, atMost);
    return shown === '' ? '<code>(empty)</code>' : `<code>${shown}</code>`;
}
/** `shop.orders, shop.payments and 3 more`, or `5 objects, named in the JSON report`. */
function subjectsText(subjects, hideNames) {
    if (subjects.length === 0)
        return '';
    if (hideNames) {
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(subjects.length, 'object')}, ${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .namesHidden */ .Ti}`;
    }
    const shown = subjects.slice(0, 10).map((subject) => code(subject, 150));
    const more = subjects.length - shown.length;
    return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}
/** A link when the address is plainly one; else the words alone. */
function link(words, url) {
    const isPlain = url !== null && /^https?:\/\/[A-Za-z0-9._~:/?#@!&+,;=%-]{1,2000}$/.test(url);
    return isPlain ? `[${inline(words)}](${url})` : inline(words);
}
/** Text for the name of a mermaid task: only letters, digits and harmless marks, never a word of the language. */
function mermaidText(text) {
    const shown = (0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(text, 60)
        .replaceAll(/[^\p{L}\p{N} .,()/+-]/gu, ' ')
        .replaceAll(/ +/g, ' ')
        .trim();
    if (shown === '')
        return 'Phase';
    const isWordOfTheLanguage = /^(gantt|section|title|dateformat|axisformat|tickinterval|todaymarker|inclusiveenddates|topaxis|excludes|includes|weekday|weekend|click|vert|accTitle|accDescr)/i;
    return isWordOfTheLanguage.test(shown) || !/^[\p{L}\p{N}]/u.test(shown) ? `Phase ${shown}` : shown;
}


/***/ }),

/***/ 19667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** A Markdown table. Cells are Markdown already; a column in which all are empty is left out. */
function table(heads, alignments, rows) {
    const used = heads.map((_, column) => rows.some((row) => row[column] !== ''));
    const line = (cells) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
    return [
        line(heads),
        line(alignments.map((side) => (side === 'r' ? '--:' : ':--'))),
        ...rows.map(line),
    ].join('\n');
}
/** Text that is not broken over lines. */
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}
/** A part of the page that opens on a click. Both are Markdown already; the title only inline, without blocks. */
function folded(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}


/***/ }),

/***/ 49603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMarkdown: () => (/* binding */ renderMarkdown),
  summaryLimit: () => (/* binding */ summaryLimit)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/reports/headline.js + 1 modules
var headline = __webpack_require__(89838);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/reports/markdown-escape.js
var markdown_escape = __webpack_require__(46144);
// EXTERNAL MODULE: ./lib/reports/markdown-table.js
var markdown_table = __webpack_require__(19667);
// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(33678);
;// CONCATENATED MODULE: ./lib/reports/markdown-checks.js





const mark = { passed: '✅', degraded: '⚠️', failed: '❌', skipped: '⏭️' };
/** More than these are no longer read by anyone, and are in the JSON report. */
const mostTroubles = 25;
const mostChecks = 200;
/** The proof ladder, or another operation's groups: a line each, then what did not pass in full, then every check, folded. */
function checksSection(checks, hideNames) {
    if (checks.length === 0)
        return '';
    const ladder = (0,words/* checksByRung */.xJ)(checks).map(({ rung, checks: own, status }) => [
        `${mark[status]} **${rung}**`,
        (0,words/* statusCounts */.rc)(own.map((check) => check.status)),
        words/* rungMeaning */.Gt[rung],
    ]);
    return [
        '### Checks',
        (0,markdown_table/* table */.tp)([groupWord(checks), 'Checks', 'It means'], ['l', 'l', 'l'], ladder),
        troublesList(checks, hideNames),
        (0,markdown_table/* folded */.TM)(checks.length === 1 ? 'The check' : `All ${(0,words/* counted */.hS)(checks.length, 'check')}`, everyCheck(checks, hideNames)),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function troublesList(checks, hideNames) {
    const all = (0,verdict/* troubles */.d4)(checks);
    const items = all.slice(0, mostTroubles).map((check) => {
        const about = (0,markdown_escape/* subjectsText */.TQ)(check.subjects, hideNames);
        return [
            `- ${mark[check.status]} **${check.rung}: ${(0,markdown_escape/* inline */.mG)(check.name, 200)}** (${check.status}${check.failure === null ? '' : `, ${check.failure}`})`,
            ...(check.detail === '' ? [] : [(0,markdown_escape/* inline */.mG)(check.detail, 1_000)]),
            ...(about === '' ? [] : [`About ${about}.`]),
        ].join('<br>');
    });
    if (all.length > items.length)
        items.push(`- and ${all.length - items.length} more, in the JSON report`);
    return items.join('\n');
}
function everyCheck(checks, hideNames) {
    const ordered = (0,words/* checksByRung */.xJ)(checks).flatMap((group) => group.checks);
    const rows = ordered.slice(0, mostChecks).map((check) => {
        const about = (0,markdown_escape/* subjectsText */.TQ)(check.subjects, hideNames);
        return [
            (0,markdown_table/* unbroken */.D_)(`${mark[check.status]} ${check.rung}`),
            (0,markdown_escape/* inline */.mG)(check.name, 200),
            [(0,markdown_escape/* inline */.mG)(check.detail, 300), ...(about === '' ? [] : [about])]
                .filter((part) => part !== '')
                .join('<br>'),
            (0,markdown_table/* unbroken */.D_)((0,units/* formatDuration */.a3)(check.duration)),
        ];
    });
    const more = ordered.length - rows.length;
    return [
        (0,markdown_table/* table */.tp)([groupWord(checks), 'Check', 'Found', 'Took'], ['l', 'l', 'l', 'r'], rows),
        ...(more > 0 ? [`and ${more} more, in the JSON report`] : []),
    ].join('\n\n');
}
function groupWord(checks) {
    const ladder = verdict/* rungs */.W2;
    return checks.every(({ rung }) => ladder.includes(rung)) ? 'Rung' : 'About';
}

;// CONCATENATED MODULE: ./lib/reports/markdown-facts.js




/** Up to so many tables stand open on the page; more are folded. */
const openTables = 15;
const mostTables = 300;
function copiesSection(copies) {
    if (copies.length === 0)
        return '';
    const rows = copies
        .slice(0, 50)
        .map((copy) => [
        `${(0,words/* isGoodCopy */.t6)(copy) ? '✅' : copy.status === 'ephemeral' ? '⚠️' : '❌'} ${(0,markdown_escape/* inline */.mG)(copy.store, 100)}`,
        (0,markdown_escape/* inline */.mG)(copy.kind, 50),
        copy.status,
        (0,words/* writeOnceText */.Kb)(copy.writeOnce),
        (0,markdown_escape/* inline */.mG)(copy.detail ?? '', 500),
    ]);
    return `### Copies\n\n${(0,markdown_table/* table */.tp)(['Store', 'Kind', 'Copy', 'Overwriting', 'Detail'], ['l', 'l', 'l', 'l', 'l'], rows)}`;
}
function factsSection(facts) {
    if (facts.length === 0)
        return '';
    const rows = facts.slice(0, 60).map((fact) => [(0,markdown_escape/* inline */.mG)(fact.label, 100), (0,markdown_escape/* inline */.mG)(fact.text, 500)]);
    return `### Figures\n\n${(0,markdown_table/* table */.tp)(['What', 'Figure'], ['l', 'l'], rows)}`;
}
function noticesSection(notices, hideNames) {
    if (notices.length === 0)
        return '';
    const warningsFirst = [...notices].sort((a, b) => rank(a) - rank(b));
    const items = warningsFirst.slice(0, 50).map((notice) => {
        const about = (0,markdown_escape/* subjectsText */.TQ)(notice.subjects, hideNames);
        return `- ${notice.level === 'warning' ? '⚠️' : 'ℹ️'} ${(0,markdown_escape/* inline */.mG)(notice.text, 1_000)}${about === '' ? '' : ` (${about})`}`;
    });
    if (notices.length > items.length)
        items.push(`- and ${notices.length - items.length} more, in the JSON report`);
    return `### Worth knowing\n\n${items.join('\n')}`;
}
function rank(notice) {
    return notice.level === 'warning' ? 0 : 1;
}
/** Per table: the troubled ones open, the rest folded when there are many; only counts where names are hidden. */
function tablesSection(tables, hideNames) {
    if (tables.length === 0)
        return '';
    const heading = '### Tables';
    const summary = `${(0,words/* counted */.hS)(tables.length, 'table')}: ${(0,words/* statusCounts */.rc)(tables.map((entry) => entry.status))}.`;
    if (hideNames)
        return `${heading}\n\n${summary} They are ${words/* namesHidden */.Ti}.`;
    const ordered = (0,words/* tablesByInterest */.p5)(tables);
    if (ordered.length <= openTables)
        return `${heading}\n\n${rowsOf(ordered)}`;
    const bad = ordered.filter(words/* isBadTable */.YJ).slice(0, openTables);
    const shown = ordered.slice(0, mostTables);
    const title = shown.length === ordered.length
        ? `All ${(0,words/* counted */.hS)(ordered.length, 'table')}`
        : `${(0,words/* grouped */.zD)(shown.length)} of ${(0,words/* counted */.hS)(ordered.length, 'table')}, the largest; the JSON report has all`;
    return [heading, summary, ...(bad.length === 0 ? [] : [rowsOf(bad)]), (0,markdown_table/* folded */.TM)(title, rowsOf(shown))].join('\n\n');
}
function rowsOf(tables) {
    const hasSeveralSources = new Set(tables.map((entry) => entry.source)).size > 1;
    const rows = tables.map((entry) => [
        `${(0,words/* isBadTable */.YJ)(entry) ? `${entry.status === 'unproven' ? '⚠️' : '❌'} ` : ''}${hasSeveralSources ? `${(0,markdown_escape/* inline */.mG)(entry.source, 50)} ` : ''}${(0,markdown_escape/* code */.aY)(entry.name, 130)}`,
        entry.rows === null ? '–' : (0,words/* grouped */.zD)(entry.rows),
        entry.bytes === null ? '–' : (0,markdown_table/* unbroken */.D_)((0,units/* formatBytes */.z3)(entry.bytes)),
        statusWord(entry.status),
        (0,markdown_escape/* inline */.mG)(entry.note ?? '', 200),
    ]);
    return (0,markdown_table/* table */.tp)(['Table', 'Rows', 'Size', 'Result', 'Note'], ['l', 'r', 'r', 'l', 'l'], rows);
}
function statusWord(status) {
    return status === 'equal-as-multiset' ? 'equal, in another order' : status;
}

// EXTERNAL MODULE: ./lib/reports/restored.js
var restored = __webpack_require__(33457);
// EXTERNAL MODULE: ./lib/reports/timeline-groups.js
var timeline_groups = __webpack_require__(59753);
;// CONCATENATED MODULE: ./lib/reports/markdown-timeline.js




const mostPhases = 40;
const markdown_timeline_mark = {
    done: '✅',
    failed: '❌',
    skipped: '⏭️',
    manual: '✋',
};
/** The phases as a chart, for those who see, and as a table, for all others. */
function timelineSection(report) {
    const groups = (0,timeline_groups/* timelineGroups */.G)(report, mostPhases);
    const phases = groups.flatMap(({ title, phases: own }) => own.map((phase) => ({ ...phase, title })));
    if (phases.length === 0)
        return '';
    const hasDetails = phases.some(({ detail }) => detail !== undefined);
    const rows = phases.map((phase) => [
        `${markdown_timeline_mark[phase.status]} ${(0,markdown_escape/* inline */.mG)(phase.title === null ? phase.name : `${phase.title}: ${phase.name}`, 100)}`,
        (0,markdown_table/* unbroken */.D_)(`+${(0,units/* formatDuration */.a3)(Math.max(0, phase.startedAt - report.startedAt))}`),
        outcomeOf(phase),
        ...(hasDetails ? [(0,markdown_escape/* inline */.mG)(phase.detail ?? '', 300)] : []),
    ]);
    return [
        '### Timeline',
        gantt(groups.map(({ title, phases: own }) => ({
            title,
            phases: own.filter((phase) => phase.status === 'done' || phase.status === 'failed'),
        })), report.startedAt),
        hasDetails
            ? (0,markdown_table/* table */.tp)(['Step', 'Began after', 'Took', ''], ['l', 'r', 'r', 'l'], rows)
            : (0,markdown_table/* folded */.TM)('Timeline as a table', (0,markdown_table/* table */.tp)(['Phase', 'Began after', 'Took'], ['l', 'r', 'r'], rows)),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function outcomeOf({ status, duration }) {
    if (status === 'manual')
        return 'by hand';
    return status === 'skipped' ? 'skipped' : (0,markdown_table/* unbroken */.D_)((0,units/* formatDuration */.a3)(duration));
}
/** Time runs from zero. Mermaid reads and writes times in the reader's own zone, so what is written is what is shown. */
function gantt(groups, origin) {
    const phases = groups.flatMap((group) => group.phases);
    if (phases.length === 0)
        return '';
    const end = Math.max(...phases.map((phase) => phase.startedAt + phase.duration)) - origin;
    const lineOf = (phase) => {
        const from = Math.max(0, phase.startedAt - origin);
        const tag = phase.status === 'failed' ? 'crit' : 'done';
        return `    ${(0,markdown_escape/* mermaidText */.Hg)(phase.name)} :${tag}, ${clockText(from)}, ${clockText(from + Math.max(1, phase.duration))}`;
    };
    const lines = groups.flatMap(({ title, phases: own }) => [
        ...(title === null || own.length === 0 ? [] : [`    section ${(0,markdown_escape/* mermaidText */.Hg)(title)}`]),
        ...own.map(lineOf),
    ]);
    return [
        '```mermaid',
        'gantt',
        '    dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `    axisFormat ${end < 3_600_000 ? '%M:%S' : '%H:%M'}`,
        '    todayMarker off',
        ...lines,
        '```',
    ].join('\n');
}
/** A span as a time on an arbitrary day; beyond a day it runs on into the next ones. */
function clockText(span) {
    return new Date(Date.UTC(2000, 0, 1) + Math.round(span)).toISOString().replace('T', ' ').slice(0, 23);
}

;// CONCATENATED MODULE: ./lib/reports/markdown.js










/** GitHub refuses a job summary above 1 MiB; a little room stays for what the caller sets round it. */
const summaryLimit = 1_048_576 - 1_024;
/** The report as GitHub Markdown: verdict first, then what failed and what to do, then ever finer detail. */
function renderMarkdown(report, options) {
    const { hideNames, limit = summaryLimit } = options;
    const essential = [
        headSection(report),
        restoredSection(report),
        runSection(report),
        failureSection(report, hideNames),
        nextSection(report),
        objectivesSection(report),
    ];
    const details = [
        ['checks', checksSection(report.checks, hideNames)],
        ['copies', copiesSection(report.copies)],
        ['notices', noticesSection(report.notices, hideNames)],
        ['figures', factsSection(report.facts)],
        ['timeline', timelineSection(report)],
        ['tables', tablesSection(report.tables, hideNames)],
    ];
    let text = join(essential);
    const leftOut = [];
    for (const [name, section] of details) {
        const longer = join([text, section]);
        // The last line, which names what was left out, needs its room too.
        if (Buffer.byteLength(longer) + 300 <= limit)
            text = longer;
        else
            leftOut.push(name);
    }
    if (leftOut.length === 0)
        return `${text}\n`;
    return `${join([text, `_Left out, as this page may not be longer: ${leftOut.join(', ')}. The JSON report has them._`])}\n`;
}
function join(sections) {
    return sections.filter((section) => section !== '').join('\n\n');
}
const verdictMark = { passed: '✅', degraded: '⚠️', failed: '❌' };
function headSection(report) {
    const operation = (0,words/* operationWord */.MW)(report.operation);
    const isCancelled = report.failure?.kind === 'cancelled';
    const mark = isCancelled ? '⏹️' : verdictMark[report.verdict];
    const word = isCancelled ? 'cancelled' : words/* verdictWord */.E0[report.verdict];
    const subject = report.backupId === null ? [] : [`Backup ${(0,markdown_escape/* code */.aY)(report.backupId)}`];
    return join([
        `## ${mark} ${operation.charAt(0).toUpperCase()}${operation.slice(1)} of ${(0,markdown_escape/* inline */.mG)(report.environment, 100)} ${word}`,
        `**${(0,markdown_escape/* inline */.mG)((0,headline/* headline */.P)(report), 1_000)}**`,
        [
            ...subject,
            (0,words/* instantText */.Xx)(report.finishedAt),
            `took ${(0,units/* formatDuration */.a3)(report.finishedAt - report.startedAt)}`,
        ].join(' · '),
    ]);
}
function restoredSection(report) {
    const rows = (0,restored/* restoredRows */.Mm)(report).map(([label, text]) => [`**${(0,markdown_escape/* inline */.mG)(label)}**`, (0,markdown_escape/* inline */.mG)(text, 300)]);
    return rows.length === 0 ? '' : (0,markdown_table/* table */.tp)(['Restore', ''], ['l', 'l'], rows);
}
function failureSection(report, hideNames) {
    const { failure } = report;
    if (failure === null)
        return '';
    const [first = '', ...others] = failure.message.split('\n').filter((line) => line.trim() !== '');
    const shown = others.slice(0, 50).map((line) => `- ${(0,markdown_escape/* inline */.mG)(line, 1_000)}`);
    if (others.length > shown.length)
        shown.push(`- and ${others.length - shown.length} more`);
    return join([
        '### What went wrong',
        (0,markdown_escape/* inline */.mG)((0,words/* sentence */.em)(first), 4_000),
        shown.join('\n'),
        subjectsLine(failure.subjects, hideNames),
        `Kind of failure: <code>${failure.kind}</code> (${domain_failure/* failureKinds */.cV[failure.kind].meaning}).`,
    ]);
}
function nextSection(report) {
    const steps = (0,words/* nextSteps */.Zn)(report);
    if (steps.length === 0)
        return '';
    const shown = steps.slice(0, 20).map((step, index) => `${index + 1}. ${(0,markdown_escape/* inline */.mG)(step, 2_000)}`);
    return join(['### What to do next', shown.join('\n')]);
}
function objectivesSection(report) {
    if (report.objectives.length === 0)
        return '';
    const rows = report.objectives
        .slice(0, 20)
        .map((objective) => [
        `**${(0,markdown_escape/* inline */.mG)(objective.name)}**`,
        (0,markdown_table/* unbroken */.D_)(objective.target === null ? 'none set' : (0,units/* formatDuration */.a3)(objective.target)),
        (0,markdown_table/* unbroken */.D_)((0,units/* formatDuration */.a3)(objective.measured)),
        (0,markdown_table/* unbroken */.D_)(marginText(objective)),
        (0,markdown_table/* unbroken */.D_)(objective.met === null ? '–' : objective.met ? '✅ met' : '❌ missed'),
        (0,markdown_escape/* inline */.mG)(objective.basis, 300),
    ]);
    return join([
        '### Objectives',
        (0,markdown_table/* table */.tp)(['Objective', 'Target', 'Measured', 'Margin', 'Result', 'Rests on'], ['l', 'r', 'r', 'r', 'l', 'l'], rows),
    ]);
}
function marginText({ margin }) {
    if (margin === null)
        return '–';
    return margin > 0 ? `+${(0,units/* formatDuration */.a3)(margin)}` : (0,units/* formatDuration */.a3)(margin);
}
function runSection(report) {
    const parts = [
        ...(report.actor === null ? [] : [`started by ${(0,markdown_escape/* inline */.mG)(report.actor, 100)}`]),
        ...(report.reason === null ? [] : [`reason: ${(0,markdown_escape/* inline */.mG)(report.reason, 500)}`]),
        ...(report.runUrl === null ? [] : [(0,markdown_escape/* link */.nf)('log of this run', report.runUrl)]),
    ];
    return parts.length === 0 ? '' : `<sub>Run ${parts.join(' · ')}</sub>`;
}
/** Names from data, or their number where they may not be shown. */
function subjectsLine(subjects, hideNames) {
    const text = (0,markdown_escape/* subjectsText */.TQ)(subjects, hideNames);
    return text === '' ? '' : `It is about ${text}.`;
}


/***/ }),

/***/ 89628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderText: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/reports/headline.js + 1 modules
var headline = __webpack_require__(89838);
// EXTERNAL MODULE: ./lib/reports/plain.js
var plain = __webpack_require__(49847);
// EXTERNAL MODULE: ./lib/reports/restored.js
var restored = __webpack_require__(33457);
;// CONCATENATED MODULE: ./lib/reports/text-layout.js
/** How plain text is laid out in columns and lines. Widths count characters; wide scripts may stand out a little. */
const codes = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
};
function paint(text, style) {
    const [on, off] = codes[style];
    return `\u001B[${on}m${text}\u001B[${off}m`;
}
/** Lines of at most `width` columns; the first begins with `mark` (by default the indent), the others are indented. */
function wrap(text, width, indent, mark = ' '.repeat(indent)) {
    const room = Math.max(20, width - indent);
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        for (const part of pieces(word, room)) {
            if (line !== '' && line.length + 1 + part.length > room) {
                lines.push(line);
                line = part;
            }
            else
                line = line === '' ? part : `${line} ${part}`;
        }
    }
    if (line !== '')
        lines.push(line);
    return lines.map((each, index) => `${index === 0 ? mark : ' '.repeat(indent)}${each}`);
}
/** A word longer than a line is cut into several, never within a pair of surrogates. */
function pieces(word, room) {
    if (word.length <= room)
        return word === '' ? [] : [word];
    const parts = [];
    let rest = word;
    while (rest.length > room) {
        const cut = /[\uD800-\uDBFF]/.test(rest.charAt(room - 1)) ? room - 1 : room;
        parts.push(rest.slice(0, cut));
        rest = rest.slice(cut);
    }
    return [...parts, rest];
}
/** Rows in aligned columns, two spaces apart. The last column wraps below itself when the line would be too long. */
function columns(rows, shape, width, indent = 0) {
    const widths = shape.map((_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
    const lastColumn = shape.length - 1;
    const before = indent + widths.slice(0, -1).reduce((total, each) => total + (each === 0 ? 0 : each + 2), 0);
    return rows.flatMap((row) => {
        const cells = row.slice(0, lastColumn).flatMap((cell, column) => {
            const wide = widths[column] ?? 0;
            if (wide === 0)
                return [];
            return [shape[column]?.align === 'right' ? cell.padStart(wide) : cell.padEnd(wide)];
        });
        const start = ' '.repeat(indent) + cells.map((cell) => `${cell}  `).join('');
        const last = row[lastColumn] ?? '';
        if (shape[lastColumn]?.align === 'right')
            return [(start + last.padStart(widths[lastColumn] ?? 0)).trimEnd()];
        if (last === '' || shape[lastColumn]?.keep === true)
            return [(start + last).trimEnd()];
        // Where too little room is left beside the other columns, the text goes below them.
        if (width - before < 24)
            return [start.trimEnd(), ...wrap(last, width, indent + 4)];
        return wrap(last, width, before, start);
    });
}
/** A line that no log takes for a command of its own: GitHub's begin with `::`, or hold `##[`. */
function safeLine(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #[');
}

// EXTERNAL MODULE: ./lib/reports/timeline-groups.js
var timeline_groups = __webpack_require__(59753);
;// CONCATENATED MODULE: ./lib/reports/text-timeline.js




/** The phases as bars beside their times. */
function timeline(report, page) {
    if (report.timeline.length === 0)
        return [];
    const groups = (0,timeline_groups/* timelineGroups */.G)(report, 40);
    const shown = groups.flatMap(({ phases }) => phases);
    const titles = new Map(groups.map(({ title, phases }) => [phases[0], title]));
    const nameWidth = Math.min(40, Math.max(...shown.map((phase) => (0,plain/* plain */.p)(phase.name, 40).length)));
    // What is left after name, two times and the gaps between them.
    const barWidth = Math.max(0, Math.min(40, page.width - nameWidth - 30));
    const ends = shown.map((phase) => phase.startedAt + phase.duration - report.startedAt);
    const whole = Math.max(1, ...ends);
    const rows = shown.map((phase) => {
        const from = Math.max(0, phase.startedAt - report.startedAt);
        const before = Math.min(barWidth - 1, Math.floor((from / whole) * barWidth));
        const length = Math.max(1, Math.min(barWidth - before, Math.round((phase.duration / whole) * barWidth)));
        const isSkipped = phase.status === 'skipped' || phase.status === 'manual';
        return [
            (0,plain/* plain */.p)(phase.name, 40),
            isSkipped ? '' : `+${(0,units/* formatDuration */.a3)(from)}`,
            phase.status === 'manual' ? 'by hand' : isSkipped ? 'skipped' : (0,units/* formatDuration */.a3)(phase.duration),
            barWidth === 0 || isSkipped
                ? ''
                : ' '.repeat(before) + (phase.status === 'failed' ? '░' : '█').repeat(length),
        ];
    });
    const lines = columns(rows, [{}, { align: 'right' }, { align: 'right' }, { keep: true }], page.width, 2);
    return [
        page.paint('Timeline', 'bold'),
        ...lines.flatMap((line, index) => {
            const title = titles.get(shown[index]) ?? null;
            const detail = (0,plain/* plain */.p)(shown[index]?.detail ?? '', 300);
            return [
                ...(title === null ? [] : [`  ${page.paint((0,plain/* plain */.p)(title, 60), 'dim')}`]),
                line,
                ...(detail === '' ? [] : wrap(detail, page.width, 6).map((text) => page.paint(text, 'dim'))),
            ];
        }),
    ];
}

// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(33678);
;// CONCATENATED MODULE: ./lib/reports/text.js









/** More lines than these scroll the verdict away. */
const mostTroubles = 20;
const mostTables = 20;
const statusStyle = {
    passed: 'green',
    degraded: 'yellow',
    failed: 'red',
    skipped: 'yellow',
};
const statusMark = { passed: '✓', degraded: '!', failed: '✗', skipped: '-' };
const verdictStyle = { passed: 'green', degraded: 'yellow', failed: 'red' };
/** The report for a log or a terminal: the same order as the job summary, the verdict first. */
function renderText(report, options) {
    const page = {
        hideNames: options.hideNames,
        width: Math.max(60, options.width ?? 100),
        paint: options.color === true ? paint : (text) => text,
    };
    const blocks = [
        head(report, page),
        text_restored(report, page),
        text_failure(report, page),
        next(report, page),
        objectives(report, page),
        checks(report, page),
        copies(report, page),
        notices(report, page),
        facts(report, page),
        timeline(report, page),
        tables(report, page),
    ];
    const lines = blocks
        .filter((block) => block.length > 0)
        .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
    return `${lines.map(safeLine).join('\n')}\n`;
}
function head(report, page) {
    const isCancelled = report.failure?.kind === 'cancelled';
    const word = (isCancelled ? 'cancelled' : words/* verdictWord */.E0[report.verdict]).toUpperCase();
    const what = `${(0,words/* operationWord */.MW)(report.operation)} of ${(0,plain/* plain */.p)(report.environment, 60)}`;
    const about = [
        ...(report.backupId === null ? [] : [`backup ${(0,plain/* plain */.p)(report.backupId, 80)}`]),
        (0,words/* instantText */.Xx)(report.finishedAt),
        `took ${(0,units/* formatDuration */.a3)(report.finishedAt - report.startedAt)}`,
    ];
    return [
        `${page.paint(word, verdictStyle[report.verdict])}  ${page.paint(what, 'bold')}`,
        ...wrap((0,headline/* headline */.P)(report), page.width, 2),
        ...wrap(about.join(', '), page.width, 2).map((line) => page.paint(line, 'dim')),
    ];
}
function text_restored(report, page) {
    const rows = (0,restored/* restoredRows */.Mm)(report).map(([label, text]) => [(0,plain/* plain */.p)(label, 60), (0,plain/* plain */.p)(text, 300)]);
    return rows.length === 0 ? [] : columns(rows, [{}, {}], page.width, 2);
}
function text_failure(report, page) {
    if (report.failure === null)
        return [];
    const { kind, message, subjects } = report.failure;
    const lines = message.split('\n').filter((line) => line.trim() !== '');
    return [
        page.paint('What went wrong', 'bold'),
        ...lines
            .slice(0, 60)
            .flatMap((line, index) => wrap((0,plain/* plain */.p)(index === 0 ? (0,words/* sentence */.em)(line) : line, 4_000), page.width, index === 0 ? 2 : 4)),
        ...about(subjects, page, 2),
        ...wrap(`kind of failure: ${kind} (${failure/* failureKinds */.cV[kind].meaning})`, page.width, 2),
    ];
}
function next(report, page) {
    const steps = (0,words/* nextSteps */.Zn)(report).slice(0, 20);
    if (steps.length === 0)
        return [];
    return [
        page.paint('What to do next', 'bold'),
        ...steps.flatMap((step, index) => stepLines((0,plain/* plain */.p)(step, 2_000), page.width, `  ${index + 1}. `)),
    ];
}
/** `Then go on: lifeboat runbook run --run …`: words, a colon, and a command up to the end. */
const endsInCommand = /^(.*:) (lifeboat(?: [a-z][a-z-]*){1,2}(?: --[a-z-]+(?: (?!--)(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+)?)*)$/;
/** A command stays on one line, however long: broken, it would not work when it is pasted. */
function stepLines(step, width, mark) {
    const [, words = '', command = ''] = endsInCommand.exec(step) ?? [];
    if (command === '' || mark.length + step.length <= width)
        return wrap(step, width, 5, mark);
    return [...wrap(words, width, 5, mark), `${' '.repeat(5)}${command}`];
}
function objectives(report, page) {
    if (report.objectives.length === 0)
        return [];
    const shape = [{}, { align: 'right' }, { align: 'right' }, { align: 'right' }, {}, {}];
    const rows = report.objectives.map((objective) => [
        objective.name,
        objective.target === null ? 'none set' : (0,units/* formatDuration */.a3)(objective.target),
        (0,units/* formatDuration */.a3)(objective.measured),
        objective.margin === null ? '–' : `${objective.margin > 0 ? '+' : ''}${(0,units/* formatDuration */.a3)(objective.margin)}`,
        objective.met === null ? '–' : objective.met ? 'met' : 'MISSED',
        (0,plain/* plain */.p)(objective.basis, 200),
    ]);
    const titles = ['Objectives', 'target', 'measured', 'margin', 'result', 'rests on'];
    return columns([titles, ...rows], shape, page.width).map((line, index) => index === 0 ? page.paint(line, 'bold') : line.includes('MISSED') ? page.paint(line, 'red') : line);
}
function checks(report, page) {
    if (report.checks.length === 0)
        return [];
    const rungs = (0,words/* checksByRung */.xJ)(report.checks);
    const rows = rungs.map((group) => [
        `${statusMark[group.status]} ${group.rung}`,
        (0,words/* statusCounts */.rc)(group.checks.map((check) => check.status)),
        (0,units/* formatDuration */.a3)(group.checks.reduce((total, check) => total + check.duration, 0)),
    ]);
    const ladder = columns(rows, [{}, {}, { align: 'right' }], page.width, 2);
    const bad = (0,verdict/* troubles */.d4)(report.checks);
    // What a gate was opened by is its evidence.
    const met = report.operation === 'gate' ? report.checks.filter(({ status }) => status === 'passed') : [];
    return [
        page.paint('Checks', 'bold'),
        ...ladder.map((line, index) => page.paint(line, statusStyle[rungs[index]?.status ?? 'passed'])),
        ...[...bad, ...met]
            .slice(0, mostTroubles)
            .flatMap((check) => [
            ...wrap(`${check.rung}: ${(0,plain/* plain */.p)(check.name, 200)} (${check.status}${check.failure === null ? '' : `, ${check.failure}`})`, page.width, 4, `  ${statusMark[check.status]} `).map((line) => page.paint(line, statusStyle[check.status])),
            ...wrap((0,plain/* plain */.p)(check.detail, 1_000), page.width, 6),
            ...about(check.subjects, page, 6),
        ]),
        ...(bad.length > mostTroubles ? [`  and ${bad.length - mostTroubles} more, in the JSON report`] : []),
    ];
}
function copies(report, page) {
    if (report.copies.length === 0)
        return [];
    const rows = report.copies
        .slice(0, 50)
        .map((copy) => [
        `${(0,words/* isGoodCopy */.t6)(copy) ? '✓' : copy.status === 'ephemeral' ? '!' : '✗'} ${(0,plain/* plain */.p)(copy.store, 60)}`,
        (0,plain/* plain */.p)(copy.kind, 30),
        copy.status,
        (0,words/* writeOnceText */.Kb)(copy.writeOnce),
        (0,plain/* plain */.p)(copy.detail ?? '', 500),
    ]);
    return [page.paint('Copies', 'bold'), ...columns(rows, [{}, {}, {}, {}, {}], page.width, 2)];
}
function notices(report, page) {
    if (report.notices.length === 0)
        return [];
    return [
        page.paint('Worth knowing', 'bold'),
        ...report.notices
            .slice(0, 50)
            .flatMap((notice) => [
            ...wrap((0,plain/* plain */.p)(notice.text, 1_000), page.width, 4, notice.level === 'warning' ? '  ! ' : '  - ').map((line) => (notice.level === 'warning' ? page.paint(line, 'yellow') : line)),
            ...about(notice.subjects, page, 4),
        ]),
    ];
}
function facts(report, page) {
    if (report.facts.length === 0)
        return [];
    const rows = report.facts.slice(0, 60).map((fact) => [(0,plain/* plain */.p)(fact.label, 60), (0,plain/* plain */.p)(fact.text, 500)]);
    return [page.paint('Figures', 'bold'), ...columns(rows, [{}, {}], page.width, 2)];
}
function tables(report, page) {
    if (report.tables.length === 0)
        return [];
    const summary = `${(0,words/* counted */.hS)(report.tables.length, 'table')}: ${(0,words/* statusCounts */.rc)(report.tables.map((table) => table.status))}`;
    if (page.hideNames)
        return [page.paint('Tables', 'bold'), `  ${summary}; ${words/* namesHidden */.Ti}`];
    const ordered = (0,words/* tablesByInterest */.p5)(report.tables);
    const rows = ordered
        .slice(0, mostTables)
        .map((table) => [
        `${(0,words/* isBadTable */.YJ)(table) ? (table.status === 'unproven' ? '!' : '✗') : '✓'} ${(0,plain/* plain */.p)(table.name, 60)}`,
        table.rows === null ? '–' : (0,words/* grouped */.zD)(table.rows),
        table.bytes === null ? '–' : (0,units/* formatBytes */.z3)(table.bytes),
        table.status,
        (0,plain/* plain */.p)(table.note ?? '', 200),
    ]);
    const titles = ['  table', 'rows', 'size', 'result', 'note'];
    const shape = [{}, { align: 'right' }, { align: 'right' }, {}, {}];
    const more = ordered.length - rows.length;
    return [
        page.paint('Tables', 'bold'),
        ...wrap(summary, page.width, 2),
        ...columns([titles, ...rows], shape, page.width, 2),
        ...(more > 0 ? [`  and ${(0,words/* grouped */.zD)(more)} more, in the JSON report`] : []),
    ];
}
function about(subjects, page, indent) {
    if (subjects.length === 0)
        return [];
    if (page.hideNames)
        return wrap(`about ${(0,words/* counted */.hS)(subjects.length, 'object')}, ${words/* namesHidden */.Ti}`, page.width, indent);
    const shown = subjects.slice(0, 10).map((subject) => (0,plain/* plain */.p)(subject, 120));
    const more = subjects.length - shown.length;
    return wrap(`about ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, page.width, indent);
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
