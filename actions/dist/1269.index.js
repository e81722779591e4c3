export const id = 1269;
export const ids = [1269];
export const modules = {

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

/***/ 49847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* unused harmony export clip */
/**
 * Text from data or users as one visible line: control and format characters (line breaks, terminal escapes, bidi
 * overrides, zero-width ones) are shown as `\u{…}` or become spaces, and what is too long is cut.
 */
function plain(text, atMost = 300) {
    const line = text
        .toWellFormed()
        .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
        .trim()
        .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return clip(line, atMost);
}
/** Cut to a number of characters, never within a pair of surrogates. */
function clip(text, atMost) {
    if (text.length <= atMost)
        return text;
    return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}


/***/ }),

/***/ 33678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ verdictWord),
/* harmony export */   Gt: () => (/* binding */ rungMeaning),
/* harmony export */   Kb: () => (/* binding */ writeOnceText),
/* harmony export */   MW: () => (/* binding */ operationWord),
/* harmony export */   Ti: () => (/* binding */ namesHidden),
/* harmony export */   Xx: () => (/* binding */ instantText),
/* harmony export */   YJ: () => (/* binding */ isBadTable),
/* harmony export */   Zn: () => (/* binding */ nextSteps),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   hS: () => (/* reexport safe */ _domain_units_js__WEBPACK_IMPORTED_MODULE_0__.hS),
/* harmony export */   p5: () => (/* binding */ tablesByInterest),
/* harmony export */   rc: () => (/* binding */ statusCounts),
/* harmony export */   t6: () => (/* binding */ isGoodCopy),
/* harmony export */   xJ: () => (/* binding */ checksByRung),
/* harmony export */   zD: () => (/* reexport safe */ _domain_units_js__WEBPACK_IMPORTED_MODULE_0__.zD)
/* harmony export */ });
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75141);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);


/** The sentences and counts that every rendering shares. Nothing in here comes from data but numbers. */
/** `restore test` */
function operationWord(operation) {
    const words = {
        backup: 'backup',
        'verify-restore': 'restore test',
        restore: 'restore',
        retention: 'retention',
        replicate: 'replication',
        repair: 'repair',
        'ledger-verify': 'check of the ledger',
        lease: 'leases',
        list: 'list of backups',
        plan: 'plan',
        'store-check': 'store check',
        'deploy-env': 'deployment',
        gate: 'gate',
        validate: 'validation',
        'validate-pr': 'trial of a pull request',
        shape: 'shape of the database',
        status: 'watch',
        drill: 'drill',
        runbook: 'runbook',
    };
    return words[operation];
}
/** Rungs and other aspects that have checks: the ladder from below, then the others in their order. */
function checksByRung(checks) {
    return [..._domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .rungs */ .W2, ..._domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .aspects */ .wc].flatMap((rung) => {
        const own = checks.filter((check) => check.rung === rung);
        return own.length === 0 ? [] : [{ rung, checks: own, status: worstStatus(own) }];
    });
}
/** A rung is skipped only when all of it was; a part that was skipped leaves it short, but for what a gate does not ask for. */
function worstStatus(checks) {
    if (checks.some((check) => check.status === 'failed'))
        return 'failed';
    if (checks.every((check) => check.status === 'skipped'))
        return 'skipped';
    const isShort = checks.some(({ status, rung }) => status !== 'passed' && !(status === 'skipped' && rung === 'gate'));
    return isShort ? 'degraded' : 'passed';
}
const rungMeaning = {
    stored: 'every object is there, with its size',
    intact: 'digests, signature and encryption hold',
    complete: 'everything of the database is in the backup, or named as not included',
    restorable: 'it restores without a single error',
    equal: 'what came back equals what was dumped',
    sound: 'constraints, sequences, extensions and roles are in order',
    fresh: 'the newest data is as new as was promised',
    useful: 'your own checks are true',
    'environment status': 'what was deployed runs, with room to run on',
    'service health': 'each service answers, and soon enough',
    'RTO compliance': 'backups and restores keep to the objectives, as measured',
    'security boundaries': 'who is not meant to come in is refused',
    performance: 'requests are answered within the thresholds',
    'operational readiness': 'whoever is called at night finds what they need',
    smoke: 'your own flows through the application succeed',
    gate: 'there is a proven way back, and the version is fit to go',
    deployment: 'the version was brought up, and stands',
    'pull request': 'the change survives the shape and size of real data',
    watch: 'backups, proofs and drills come as they should',
    drill: 'the failure was noticed, recovered from, and the data checked',
    runbook: 'each step of the procedure was done',
};
/** `12 passed, 1 failed` */
function statusCounts(statuses) {
    const counts = new Map();
    for (const status of statuses)
        counts.set(status, (counts.get(status) ?? 0) + 1);
    return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}
/** What to do, without repetition: the report's own steps, then the hints of the failure and of what went wrong. */
function nextSteps(report) {
    const hints = [report.failure?.hint, ...(0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .troubles */ .d4)(report.checks).map((check) => check.hint)];
    const distinct = [...new Set([...report.next, ...hints.filter((hint) => typeof hint === 'string')])];
    return distinct.length === 0 && report.failure !== null ? [fallbackStep(report.failure.kind)] : distinct;
}
/** For a failure whose message is all there is: what its kind asks for. */
function fallbackStep(kind) {
    const steps = {
        bug: 'This is a fault of Lifeboat itself: please report it, with the log of this run.',
        config: 'Change the input or the file that the message is about, and run it again.',
        missing: 'Bring back what is missing, or name another, and run it again.',
        refused: 'See to what the message asks for, and run it again.',
        access: 'Grant the right that is missing, or give other credentials, and run it again.',
        unavailable: 'Run it again; if it fails again, see why what the message names does not answer.',
        integrity: 'Rely on nothing that is damaged: use another copy or an older backup. lifeboat repair mends copies from a sound one.',
        objective: 'Look at what did not pass; the log of this run has the course of it.',
        capacity: 'Make room, and run it again.',
        cancelled: 'Run it again when it may run to its end.',
    };
    return steps[kind];
}
const badTables = ['different', 'missing', 'unproven'];
/** Tables in the order in which a reader wants them: troubled ones first, then the largest. */
function tablesByInterest(tables) {
    const rank = (table) => {
        const position = badTables.indexOf(table.status);
        return position < 0 ? badTables.length : position;
    };
    return [...tables].sort((a, b) => rank(a) - rank(b) || (b.bytes ?? 0) - (a.bytes ?? 0) || (b.rows ?? 0) - (a.rows ?? 0));
}
function isBadTable(table) {
    return badTables.includes(table.status);
}
function isGoodCopy(copy) {
    return copy.status === 'complete';
}
function writeOnceText(writeOnce) {
    return writeOnce === null
        ? 'not known'
        : writeOnce
            ? 'refuses to overwrite'
            : 'does not refuse to overwrite';
}
const verdictWord = {
    passed: 'passed',
    degraded: 'degraded',
    failed: 'failed',
};
/** `2026-11-21 10:15:00 UTC` */
function instantText(at) {
    const date = new Date(at);
    if (Number.isNaN(date.getTime()))
        return 'an unknown time';
    return date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC');
}
/** A message as a sentence begins; what begins with a path or a name stays as it is. */
function sentence(message) {
    return /^[a-z]+[ ,]/.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}
const namesHidden = 'named in the JSON report';


/***/ }),

/***/ 31269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runReportPr: () => (/* binding */ runReportPr)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/environment/fields.js
var fields = __webpack_require__(54533);
;// CONCATENATED MODULE: ./lib/domain/pull-request/result.js


/** The questions that a trial asks. Whoever reads a result that proposed code could have written believes no others. */
const trialChecks = [
    'environment files',
    'runbooks',
    'workflows',
    'actionlint',
    'zizmor',
    'migrations',
    'history',
    'double',
    'migrations run',
    'rewrites',
    'locks',
    'nothing destroyed',
    'rules kept',
    'way back',
    'old release',
    'rows kept',
    'values kept',
    'unnamed tables untouched',
    'values unchanged',
    'constraints hold',
    'constraints kept',
    'assertions',
    'assertions before',
    'judgement',
];
/**
 * The result of a trial as its fixed shape. Words of it may be anybody's: they are shown as text, never as markup, and
 * decide nothing.
 */
const trialResultSchema = schemas/* object */.Ikc({
    operation: schemas/* literal */.euz('validate-pr'),
    environment: fields/* nameSchema */.Jq,
    verdict: schemas/* enum */.k5n(['passed', 'degraded', 'failed']),
    checks: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* enum */.k5n(trialChecks),
        status: schemas/* enum */.k5n(['passed', 'degraded', 'failed', 'skipped']),
        detail: schemas/* string */.YjP().max(2_000),
        subjects: schemas/* array */.YOg(schemas/* string */.YjP().max(500)).max(2_000),
    }))
        .max(200),
});
/** Null when it is none: nothing then is known of the trial but how its run ended. */
function readTrialResult(text) {
    try {
        return trialResultSchema.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}
/**
 * What a trial amounts to. How the run ended is GitHub's word; a result can only make it worse, and one that is missing
 * or of another environment is no pass.
 */
function concludeTrial(runEnded, result, environment) {
    if (runEnded !== 'success') {
        if (runEnded === 'failure' && result?.verdict === 'failed')
            return { conclusion: 'failure', title: 'The change does not survive its trial.' };
        return { conclusion: 'failure', title: 'The trial did not come to its end.' };
    }
    if (result === null || result.environment !== environment)
        return { conclusion: 'failure', title: 'The trial has left no result that can be read.' };
    const failed = result.verdict === 'failed' || result.checks.some(({ status }) => status === 'failed');
    if (failed)
        return { conclusion: 'failure', title: 'The change does not survive its trial.' };
    if (result.verdict === 'degraded' || result.checks.some(({ status }) => status !== 'passed'))
        return {
            conclusion: 'neutral',
            title: 'The change survives its trial, but not everything could be judged.',
        };
    return { conclusion: 'success', title: 'The change survives its trial.' };
}
/** As `concludeTrial`, where nothing but a verdict leaves the trial. Without one it is no pass. */
function concludeVerdict(runEnded, verdict) {
    if (verdict === 'failed' || (runEnded === 'failure' && verdict === 'degraded'))
        return { conclusion: 'failure', title: 'The change does not survive its trial.' };
    if (runEnded !== 'success')
        return { conclusion: 'failure', title: 'The trial did not come to its end.' };
    if (verdict === null)
        return { conclusion: 'failure', title: 'The trial has left no verdict.' };
    return verdict === 'degraded'
        ? {
            conclusion: 'neutral',
            title: 'The change survives its trial, but something in it is worth a look, or could not be judged.',
        }
        : { conclusion: 'success', title: 'The change survives its trial.' };
}

// EXTERNAL MODULE: ./lib/domain/report.js
var report = __webpack_require__(49012);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/reports/markdown-escape.js
var markdown_escape = __webpack_require__(46144);
// EXTERNAL MODULE: ./lib/reports/markdown-table.js
var markdown_table = __webpack_require__(19667);
;// CONCATENATED MODULE: ./lib/reports/pull-request.js


const words = {
    passed: 'passed',
    degraded: 'look at it',
    failed: '**failed**',
    skipped: 'not asked',
};
/** What a comment and a check say of a trial. Everything that came from the trial is text and nothing else. */
function renderPullRequest(text) {
    const { environment, commit, conclusion, result, url, hideNames } = text;
    const lines = [
        `**${conclusion.title}**`,
        '',
        `Tried for \`${environment}\`, commit ${commit.slice(0, 12)}. ${(0,markdown_escape/* link */.nf)('The run says more', url)}.`,
    ];
    if (result !== null && result.checks.length > 0) {
        const worst = ['failed', 'degraded', 'skipped', 'passed'];
        const rows = [...result.checks]
            .sort((a, b) => worst.indexOf(a.status) - worst.indexOf(b.status))
            .slice(0, 40)
            .map((check) => [
            (0,markdown_escape/* inline */.mG)(check.name),
            words[check.status],
            [(0,markdown_escape/* inline */.mG)(check.detail, 400), (0,markdown_escape/* subjectsText */.TQ)(check.subjects, hideNames)].filter(Boolean).join(': '),
        ]);
        lines.push('', (0,markdown_table/* table */.tp)(['Question', 'Answer', 'As the run says'], ['l', 'l', 'l'], rows));
        lines.push('', 'The run had no secret and ran the proposed code, so its words are the author’s as much as ours.');
    }
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./lib/wiring/run-report-pr.js








/** A result has some kilobytes; what is larger is none. */
const largestResult = 1024 * 1024;
async function runReportPr(input, host) {
    const startedAt = clock/* systemClock */.m.now();
    const about = {
        operation: 'validate-pr',
        environment: input.environment,
        startedAt,
        actor: host.actor,
        reason: null,
        runUrl: host.runUrl,
    };
    try {
        const { conclusion, facts } = await tell(input, host);
        const empty = { objectives: [], checks: [], timeline: [], tables: [], copies: [], notices: [], next: [] };
        const report = {
            ...about,
            ...empty,
            format: 1,
            finishedAt: clock/* systemClock */.m.now(),
            // That the trial was told is what this run is judged by; the trial's own verdict is the check's.
            verdict: 'passed',
            failure: null,
            backupId: null,
            facts,
        };
        return { report, outputs: { conclusion } };
    }
    catch (thrown) {
        const failure = (0,domain_failure/* asFailure */.h_)(thrown);
        if (failure.kind === 'bug')
            (0,run_report/* tellBug */.s)(failure, host.log);
        return {
            report: (0,report/* failedReport */.k)({ ...about, finishedAt: clock/* systemClock */.m.now() }, failure),
            outputs: { conclusion: '' },
        };
    }
}
async function tell(input, host) {
    const pullRequests = await host.openPullRequests?.(input['github-token']);
    if (pullRequests === undefined || pullRequests === null) {
        throw new domain_failure/* Failure */.HR('config', 'pull requests are told from a workflow, with a token', {
            hint: 'Use it as an action, with github-token.',
        });
    }
    const subject = await pullRequests.subject();
    const result = input.result === undefined ? null : await readResult(input.result);
    const ended = subject.conclusion ?? input.outcome ?? null;
    const conclusion = input.result === undefined
        ? concludeVerdict(ended, input.verdict ?? null)
        : concludeTrial(ended, result, input.environment);
    const url = subject.url ?? host.runUrl;
    const text = renderPullRequest({
        environment: input.environment,
        commit: subject.commit,
        conclusion,
        result,
        url,
        hideNames: host.repositoryIsPublic,
    });
    const name = input.name ?? `lifeboat / ${input.environment}`;
    await pullRequests.check(subject.commit, { name, ...conclusion, summary: text, url });
    const facts = [{ label: 'check', text: `${name}: ${conclusion.conclusion}` }];
    if (subject.number === null) {
        host.log.info('no open pull request has this commit as its head, so there is nothing to comment on');
    }
    else {
        const marker = `<!-- lifeboat: pull-request ${input.environment} -->`;
        const done = await pullRequests.comment(subject.number, marker, text);
        facts.push({ label: 'comment', text: done });
    }
    return { conclusion: conclusion.conclusion, facts };
}
/** The one JSON file of the folder; null when there is none, several, or something else under that name. */
async function readResult(folder) {
    const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    const [name, second] = names;
    if (name === undefined || second !== undefined)
        return null;
    const file = (0,external_node_path_.join)(folder, name);
    const found = await (0,promises_.lstat)(file);
    if (!found.isFile() || found.size > largestResult)
        return null;
    return readTrialResult(await (0,promises_.readFile)(file, 'utf8'));
}


/***/ })

};
