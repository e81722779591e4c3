export const id = 6489;
export const ids = [6489];
export const modules = {

/***/ 43497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _github_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27264);
/* harmony import */ var _github_masks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40618);
/* harmony import */ var _wiring_clean_up_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42677);




/** A cancelled job gets 10 s for everything. */
const timeForCleanUp = 4_500;
/**
 * The `post:` of actions that start servers: does what the run itself could not, as it was killed. It says what goes wrong
 * and never fails: the job's result was decided before.
 */
async function main() {
    const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_1__/* .createJobLog */ .o)({ masks: (0,_github_masks_js__WEBPACK_IMPORTED_MODULE_2__/* .createMasks */ ._)(), hidesNames: true });
    const warn = (why) => log.warning(`not everything of this job could be cleaned up (${why})`);
    setTimeout(() => {
        warn('out of time');
        process.exit(0);
    }, timeForCleanUp).unref();
    const given = process.env['RUNNER_TEMP'] ?? '';
    try {
        await (0,_wiring_clean_up_js__WEBPACK_IMPORTED_MODULE_3__.cleanUp)(given === '' ? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)() : given, log);
    }
    catch (thrown) {
        // The system's own code where there is one: a message could quote anything.
        warn(thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'our fault');
    }
}


/***/ }),

/***/ 27550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   PU: () => (/* binding */ isFailureKind),
/* harmony export */   cV: () => (/* binding */ failureKinds),
/* harmony export */   h_: () => (/* binding */ asFailure),
/* harmony export */   r: () => (/* binding */ bugReport)
/* harmony export */ });
/**
 * The one way to fail on purpose. A `Failure` says who must act and whether a retry can help; anything else
 * that is thrown is a bug in Lifeboat.
 */
/** What each kind means to a process that asks (`exit`) and to the retry decorators (`retried`). */
const failureKinds = {
    bug: { exit: 1, retried: false, meaning: 'our fault' },
    config: { exit: 2, retried: false, meaning: "the user's files or inputs are wrong" },
    missing: { exit: 3, retried: false, meaning: 'the named backup, object, tool or database does not exist' },
    refused: { exit: 4, retried: false, meaning: 'a guard said no: confirmation, lock, retention, protection' },
    access: { exit: 5, retried: false, meaning: 'credentials or permissions' },
    unavailable: { exit: 6, retried: true, meaning: 'network, server or store out of reach' },
    integrity: { exit: 7, retried: false, meaning: 'data is not what it was, or was not made by us' },
    objective: { exit: 8, retried: false, meaning: 'it worked, but an objective was missed or a check failed' },
    capacity: { exit: 9, retried: false, meaning: 'disk or memory does not suffice' },
    cancelled: { exit: 130, retried: false, meaning: 'stopped from outside' },
};
function isFailureKind(word) {
    return Object.hasOwn(failureKinds, word);
}
class Failure extends Error {
    kind;
    hint;
    subjects;
    constructor(kind, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'Failure';
        this.kind = kind;
        this.hint = options.hint;
        this.subjects = options.subjects ?? [];
    }
}
/** Any thrown value as a Failure: a Failure as it is, an abort as `cancelled`, a full disk as `capacity`, the rest as `bug`. */
function asFailure(thrown) {
    if (thrown instanceof Failure)
        return thrown;
    // The clean-up failed too, as on a full disk it does; what it was that had to be cleaned up says more.
    if (thrown instanceof SuppressedError)
        return asFailure(thrown.suppressed);
    if (thrown instanceof Error) {
        if (thrown.name === 'AbortError') {
            return thrown.cause instanceof Failure
                ? thrown.cause
                : new Failure('cancelled', 'stopped from outside', { cause: thrown });
        }
        if ('code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')) {
            return new Failure('capacity', 'the disk is full', {
                cause: thrown,
                hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
            });
        }
        return new Failure('bug', thrown.message, { cause: thrown });
    }
    return new Failure('bug', `something that is not an error was thrown: ${String(thrown)}`);
}
/** What whoever mends a bug needs. Places stand in our code alone; the message may quote what came from data. */
function bugReport(failure) {
    const { name, message, stack = '' } = failure.cause instanceof Error ? failure.cause : failure;
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
    return { name, message, places: places.join('\n') };
}
/** The exit code of a process that ended with this failure; 0 when there was none. */
function exitCode(failure) {
    return failure === null ? 0 : failureKinds[failure.kind].exit;
}


/***/ }),

/***/ 63421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ forThePublic),
/* harmony export */   Fw: () => (/* binding */ withoutNames),
/* harmony export */   QU: () => (/* binding */ maskSecrets),
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   lr: () => (/* binding */ mayBeSecret),
/* harmony export */   qD: () => (/* binding */ reduceServerError)
/* harmony export */ });
/** Keeps secrets and data out of whatever people may read. */
/** Replaces every occurrence of the given secrets; short ones (under 4 characters) would only garble text and are left. */
function maskSecrets(text, secrets) {
    let masked = text;
    // The longest first: a secret that begins with another one would keep its end otherwise.
    for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
        if (secret.length >= 4)
            masked = masked.replaceAll(secret, '***');
    }
    return masked;
}
/**
 * Whether what a service answered may be a secret, and is to be hidden wherever it turns up. A short value, a word, a
 * number or a date is none that could be kept, and hiding it would garble everything else that is said.
 */
function mayBeSecret(value) {
    return value.length >= 8 && !/^(?:[A-Za-z]{1,15}|-?\d{1,9}(?:\.\d{1,9})?|\d{4}-\d\d-\d\d)$/.test(value);
}
/** The forms in which a secret could turn up in a log: itself, its lines, percent-encoded, inside JSON, base64. */
function secretForms(secret) {
    const forms = new Set([
        secret,
        ...secret.split(/\r?\n/),
        encodeURIComponent(secret.toWellFormed()),
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret).toString('base64'),
    ]);
    return [...forms].filter((form) => form.length >= 4);
}
/**
 * What a database server's error may say in a log: SQLSTATE, severity and position. Its message, DETAIL, HINT, CONTEXT
 * and WHERE can carry row values, so they are dropped; names of objects are returned apart.
 */
function reduceServerError(error) {
    const line = /\bline (\d+)\b/.exec(error.where ?? '')?.[1];
    const subjects = [];
    if (error.table !== undefined)
        subjects.push([error.schema, error.table, error.column].filter((part) => part !== undefined).join('.'));
    if (error.constraint !== undefined)
        subjects.push(error.constraint);
    const state = /^[0-9A-Z]{5}$/.test(error.code ?? '') ? error.code : 'unknown';
    return { text: `SQLSTATE ${state}${line === undefined ? '' : `, line ${line}`}`, subjects };
}
/**
 * A report that anybody may read. What a bug says of itself could quote anything, a row too, so it says only that it is
 * one. Names that came from data are the renderings' business.
 */
function forThePublic(report) {
    if (report.failure?.kind !== 'bug')
        return report;
    const message = 'something unexpected happened inside Lifeboat; the JSON report of the run says more';
    return { ...report, failure: { ...report.failure, message } };
}
/** A report without any name that came from data; how many there were is still said. */
function withoutNames(report) {
    const named = (subjects) => subjects.map(() => '(name hidden)');
    return {
        ...report,
        failure: report.failure === null ? null : { ...report.failure, subjects: named(report.failure.subjects) },
        checks: report.checks.map((check) => ({ ...check, subjects: named(check.subjects) })),
        notices: report.notices.map((notice) => ({ ...notice, subjects: named(notice.subjects) })),
        tables: report.tables.map((table) => ({ ...table, name: '(name hidden)' })),
        ...(report.restored === undefined ? {} : { restored: unnamed(report.restored) }),
    };
}
/** A schema that rows were restored into bears the name of theirs. */
function unnamed(restored) {
    return {
        ...restored,
        places: restored.places.map((place) => place.schema === undefined ? place : { ...place, schema: '(name hidden)' }),
    };
}


/***/ }),

/***/ 96087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   _$: () => (/* binding */ sizeForm),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   rk: () => (/* binding */ durationForm),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/** Durations and sizes: parsed where text comes in, carried as numbers with a unit in their type. */
const durationUnits = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const sizeUnits = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    TiB: 1024 ** 4,
};
/** What a duration may look like, for error messages. */
const durationForm = 'a number with a unit, such as 90s, 15m, 6h or 30d';
/** What a size may look like, for error messages. */
const sizeForm = 'a number with a unit, such as 512KiB, 8MiB or 2GB';
/** `15m` → 900000. Several parts may follow each other: `1h30m`. Resolves null when the text is no duration. */
function parseDuration(text) {
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(text))
        return null;
    let total = 0;
    for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)) {
        total += Number(amount) * durationUnits[unit];
    }
    return Number.isSafeInteger(Math.round(total)) ? Math.round(total) : null;
}
/** `8MiB` → 8388608. Null when the text is no size. */
function parseSize(text) {
    const match = /^(\d+(?:\.\d+)?) ?(B|[KMGT]i?B)$/.exec(text);
    if (!match)
        return null;
    const bytes = Math.round(Number(match[1]) * sizeUnits[match[2]]);
    return Number.isSafeInteger(bytes) ? bytes : null;
}
/** For people: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`, `4 d 3 h`. */
function formatDuration(span) {
    if (span < 0)
        return `−${formatDuration(-span)}`;
    if (span < 9_950)
        return `${(span / 1_000).toFixed(1)} s`;
    const seconds = Math.round(span / 1_000);
    if (seconds < 60)
        return `${seconds} s`;
    if (seconds < 3_600)
        return join(Math.floor(seconds / 60), 'min', seconds % 60, 's');
    const minutes = Math.round(seconds / 60);
    if (minutes < 1_440)
        return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
    const hours = Math.round(minutes / 60);
    return join(Math.floor(hours / 24), 'd', hours % 24, 'h');
}
function join(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
/** For people: `1 check`, `2 checks`; `1 entry`, `2 entries` where the plural is given. */
function counted(count, word, plural = `${word}s`) {
    return `${grouped(count)} ${count === 1 ? word : plural}`;
}
/** For people: `1,234,567`. */
function grouped(count) {
    return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
/** For people: `999 B`, `1.5 KiB`, `734 MiB`. */
function formatBytes(size) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
    let value = size;
    let unit = 0;
    while (value >= 1023.5 && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** For people: bytes over a span as `120 MiB/s`; an em dash when the span is too short to divide by. */
function formatRate(size, span) {
    return span <= 0 ? '—' : `${formatBytes((size / span) * 1_000)}/s`;
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

/***/ 49144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** This machine's time. */
const systemClock = {
    now: () => Date.now(),
    ticks: () => performance.now(),
    sleep: async (span, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(span, undefined, signal === undefined ? {} : { signal });
        }
        catch (thrown) {
            signal?.throwIfAborted();
            throw thrown;
        }
    },
    every: (span, work) => {
        let isAtWork = false;
        const turn = async () => {
            if (isAtWork)
                return;
            isAtWork = true;
            await work().finally(() => {
                isAtWork = false;
            });
        };
        const timer = setInterval(() => void turn(), span).unref();
        return { [Symbol.dispose]: () => clearInterval(timer) };
    },
};


/***/ }),

/***/ 62223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Chance from the operating system, fit for secrets. */
const systemRandom = { bytes: (count) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(count) };


/***/ })

};
