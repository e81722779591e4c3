export const id = 7523;
export const ids = [7523];
export const modules = {

/***/ 57523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49847);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33678);


/**
 * The checks of a report as JUnit XML, in the shape that test viewers share: a suite for each group, a case for each check.
 * Degraded is a passed case with a word on its output, as the format knows no such thing.
 */
function renderJunit(report) {
    const groups = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .checksByRung */ .xJ)(report.checks);
    const failure = report.checks.length === 0 && report.failure !== null ? report.failure : null;
    const lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites ${attributes({
            name: `Lifeboat ${report.operation} of ${report.environment}`,
            ...counts(report.checks),
            time: seconds(report.finishedAt - report.startedAt),
        })}>`,
        ...groups.flatMap(({ rung, checks }) => suite(report, rung, checks)),
        // A run that found nothing out must not look like one in which nothing was wrong.
        ...(failure === null
            ? []
            : [
                `  <testsuite ${attributes({ name: report.operation, tests: 1, failures: 0, errors: 1, skipped: 0, time: '0.000', timestamp: time(report) })}>`,
                `    <testcase ${attributes({ name: 'run', classname: report.operation, time: '0.000' })}>`,
                `      <error ${attributes({ type: failure.kind, message: failure.message })}>${text(failure.hint ?? '')}</error>`,
                '    </testcase>',
                '  </testsuite>',
            ]),
        '</testsuites>',
    ];
    return `${lines.join('\n')}\n`;
}
function suite(report, group, checks) {
    const took = checks.reduce((sum, { duration }) => sum + duration, 0);
    return [
        `  <testsuite ${attributes({ name: group, ...counts(checks), time: seconds(took), timestamp: time(report) })}>`,
        ...checks.flatMap((check) => testCase(group, check)),
        '  </testsuite>',
    ];
}
function testCase(group, check) {
    const { name, status, detail, subjects, failure, hint, duration } = check;
    const about = subjects.length === 0 ? [] : [`About: ${subjects.join(', ')}`];
    const more = [...about, ...(hint === undefined ? [] : [hint])].join('\n');
    const inner = status === 'failed'
        ? `      <failure ${attributes({ type: failure ?? 'objective', message: detail })}>${text(more)}</failure>`
        : status === 'skipped'
            ? `      <skipped ${attributes({ message: detail })}/>`
            : `      <system-out>${text([...(status === 'degraded' ? ['degraded'] : []), detail, ...(more === '' ? [] : [more])].join('\n'))}</system-out>`;
    return [
        `    <testcase ${attributes({ name, classname: group, time: seconds(duration) })}>`,
        inner,
        '    </testcase>',
    ];
}
function counts(checks) {
    const count = (wanted) => checks.filter(({ status }) => status === wanted).length;
    return { tests: checks.length, failures: count('failed'), errors: 0, skipped: count('skipped') };
}
const seconds = (span) => (Math.max(0, span) / 1_000).toFixed(3);
/** ISO 8601 without a zone, as the format wants it; it is UTC. */
const time = ({ startedAt }) => new Date(startedAt).toISOString().replace(/\.\d+Z$/, '');
function attributes(values) {
    return Object.entries(values)
        .map(([name, value]) => `${name}="${text((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(String(value), 4_000))}"`)
        .join(' ');
}
/** For attributes and contents alike; what XML has no place for at all becomes a question mark. */
function text(value) {
    return value
        .toWellFormed()
        .replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '?')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&apos;');
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


/***/ })

};
