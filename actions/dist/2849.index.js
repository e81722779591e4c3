export const id = 2849;
export const ids = [2849,6884];
export const modules = {

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


/***/ })

};
