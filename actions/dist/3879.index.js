export const id = 3879;
export const ids = [3879];
export const modules = {

/***/ 70216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ writeSubject),
/* harmony export */   Qi: () => (/* binding */ subjectOfEvent),
/* harmony export */   Zp: () => (/* binding */ ofDeployment),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   yO: () => (/* binding */ writtenSubject)
/* harmony export */ });
/* harmony import */ var _news_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26981);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34512);


/** What a run was about, by its report. */
function subjectOf(report) {
    if (report.subject !== undefined)
        return report.subject;
    const isWell = (0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .troubleOf */ .LH)(report) === null;
    if (report.operation === 'gate')
        return one(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx, 'tried', isWell);
    if (report.operation === 'deploy-env')
        return ofDeployment(null, isWell);
    const kind = (0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .newsKind */ .gd)(report.operation);
    if (kind === 'proof')
        return ofBackup(report.backupId, 'older', isWell);
    if (kind === 'restore') {
        const isInPlace = report.restored?.places.some(({ exchanged }) => exchanged) === true;
        return ofBackup(report.backupId, isInPlace ? 'all' : 'older', isWell);
    }
    // That another backup is whole says nothing of one that could not be mended.
    if (kind === 'repair')
        return ofBackup(report.backupId, 'tried', isWell);
    if (kind === 'drill' || kind === 'validation')
        return { tried: [], troubled: [], answers: 'tried' };
    if (report.incident !== undefined)
        return one((0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .incidentKey */ .Qq)(report.incident), 'tried', isWell);
    return _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA;
}
/** What a run was about, by the event of the ledger that tells how it ended. */
function subjectOfEvent({ type, backupId, details, outcome }) {
    const isWell = outcome.verdict === 'passed' && outcome.trouble === undefined;
    const text = (name) => (typeof details[name] === 'string' ? details[name] : '');
    switch (type) {
        case 'verification':
            return ofBackup(backupId, 'older', isWell);
        case 'restore':
            return ofBackup(backupId, details['exchanged'] === true ? 'all' : 'older', isWell);
        case 'repair':
            return ofBackup(backupId, 'tried', isWell);
        case 'drill':
            return text('scenario') === ''
                ? { tried: [], troubled: [], answers: 'tried' }
                : one(text('scenario'), 'tried', isWell);
        case 'deploy':
            return text('state') === 'refused'
                ? one(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx, 'tried', isWell)
                : ofDeployment(text('version') === '' ? null : text('version'), isWell);
        case 'validation':
            // Of earlier versions: whether it asked everything is all that they say.
            return details['tried'] === undefined && details['whole'] === true ? _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA : writtenSubject(details);
        case 'runbook':
            return one(`${text('incident')}/${text('beganAt')}`, 'tried', isWell);
        default:
            return _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA;
    }
}
/** A release that stands, and a former one that does so again, are the end of whatever was tried before. */
function ofDeployment(version, isWell) {
    return one(version ?? 'a version', 'all', isWell);
}
/** A subject among an event's details. */
function writeSubject({ tried, troubled, answers }) {
    return { tried: tried.join(separator), troubled: troubled.join(separator), answers };
}
function writtenSubject(details) {
    const words = (name) => String(details[name] ?? '')
        .split(separator)
        .filter((word) => word !== '');
    const answers = ['older', 'all'].find((found) => found === details['answers']) ?? 'tried';
    return { tried: words('tried'), troubled: words('troubled'), answers };
}
/** No word of a subject has a comma. */
const separator = ', ';
function ofBackup(backupId, answers, isWell) {
    return backupId === null ? { tried: [], troubled: [], answers: 'tried' } : one(backupId, answers, isWell);
}
function one(text, answers, isWell) {
    const part = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectWord */ .tb)(text);
    return { tried: [part], troubled: isWell ? [] : [part], answers };
}


/***/ }),

/***/ 53529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ outcomeOf),
/* harmony export */   y: () => (/* binding */ recordEvent)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26981);
/* harmony import */ var _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14375);



/**
 * Adds an event to the environment's ledger, in all stores, signed with the run's key. What goes wrong is said in the log,
 * and changes nothing about the run that it tells of.
 * @returns the event's id; null when no store took it
 */
async function recordEvent(ports, environment, { type, outcome, backupId, details = {} }) {
    const { log, signal } = ports;
    // Whoever stopped the run has left it a few seconds, which belong to the clean-up.
    if (signal.aborted)
        return null;
    const isSigned = Object.values(environment.signing).some((key) => key !== undefined);
    // An unsigned event among signed ones could be anybody's: it would be a finding for ever.
    if (isSigned && ports.keys.signing === null) {
        log.warning('this run does not stand in the ledger: events are signed, and it was given no signing key');
        return null;
    }
    try {
        const written = await (0,_vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .writeEvent */ .as)(environment.environment, { type, outcome, backupId, details }, { ...ports, signingKey: ports.keys.signing });
        for (const [store, failure] of written.failures) {
            log.warning(`store ${store} did not take the event of the ledger: ${failure.message}`);
        }
        if (written.stores.length === 0)
            return null;
        log.debug(`event ${written.event.id} of the ledger, in ${written.stores.join(', ')}`);
        return written.event.id;
    }
    catch (error) {
        log.warning(`this run does not stand in the ledger: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
        return null;
    }
}
/** How a run ended, as an event says it. */
function outcomeOf(report) {
    const trouble = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .LH)(report);
    const { verdict, failure } = report;
    return { verdict, failure: failure?.kind ?? null, ...(trouble === null ? {} : { trouble }) };
}


/***/ }),

/***/ 19430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkSigningKey: () => (/* binding */ checkSigningKey),
/* harmony export */   hasRoleOf: () => (/* binding */ hasRoleOf),
/* harmony export */   inRole: () => (/* binding */ inRole)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4527);


/** Whether an event signed with this key is one that `ledger verify` believes; true where no key is configured at all. */
function hasRoleOf(environment, secretKey) {
    const known = Object.values(environment.signing).filter((key) => key !== undefined);
    return known.length === 0 || (secretKey !== null && known.includes((0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey)));
}
/**
 * The ports of a run as one of its roles has them: of the signing keys that it was given, the first that belongs to a role's
 * public key; the run's own key when none does.
 * @param roles whose signature would be believed, the best first
 */
function inRole({ signing }, roles, ports) {
    const given = ports.keys.signingKeys ?? (ports.keys.signing === null ? [] : [ports.keys.signing]);
    const wanted = roles.flatMap((role) => signing[role] ?? []);
    const own = wanted
        .map((publicKey) => given.find((secret) => (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secret) === publicKey))
        .find((secret) => secret !== undefined);
    return own === undefined ? ports : { ...ports, keys: { ...ports.keys, signing: own } };
}
/**
 * Before any work: the secret key that this role signs with is there when the environment file names a public key, and
 * is its counterpart. @throws Failure `config`
 */
function checkSigningKey(environment, role, secretKey) {
    const publicKey = environment.signing[role];
    if (secretKey === null) {
        if (publicKey !== undefined) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `signing.${role} names a public key, and LIFEBOAT_SIGNING_KEY is not set`, {
                hint: `Give the ${role} role’s secret signing key: in a job LIFEBOAT_SIGNING_KEY: \${{ secrets.LIFEBOAT_SIGNING_KEY }}, on a terminal --signing-key-file.`,
            });
        }
        // The others sign nothing that a restore would have to believe.
        if (environment.protected && (role === 'backup' || role === 'verify')) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the environment is protected, and signing.${role} is not configured`, {
                hint: 'Make keys with lifeboat keygen and put the public ones under signing.',
            });
        }
        return;
    }
    if (publicKey !== undefined && (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey) !== publicKey) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the signing key that was given does not belong to the public key at signing.${role}`, {
            hint: 'Each role has a key of its own; give the one that fits, as LIFEBOAT_SIGNING_KEY or with --signing-key-file.',
        });
    }
}


/***/ }),

/***/ 43879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_subject_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70216);
/* harmony import */ var _domain_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34512);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96087);
/* harmony import */ var _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(314);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4527);
/* harmony import */ var _ledger_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53529);
/* harmony import */ var _ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1886);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30470);
/* harmony import */ var _signing_keys_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19430);
/* harmony import */ var _examine_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(32290);
/* harmony import */ var _examination_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(98008);












/** Whether an environment is fit for service, as a report and an event of the ledger. Expected troubles end in the report. */
async function validate(environment, input, ports) {
    const run = new _run_report_js__WEBPACK_IMPORTED_MODULE_8__/* .RunReport */ .e('validate', environment.environment, ports);
    try {
        const result = await run.phase('ask', () => (0,_examine_js__WEBPACK_IMPORTED_MODULE_10__.examine)(environment, input, ports), ({ checks }) => ({ detail: (0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(checks.length, 'check') }));
        for (const check of result.checks)
            run.check(check);
        const version = input.version ?? (await runningVersion(ports));
        tell(environment, input, result, version, run);
        const signed = (0,_signing_keys_js__WEBPACK_IMPORTED_MODULE_9__.inRole)(environment, (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_7__.rolesThatSign)(environment, 'validation'), ports);
        const trusted = (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_7__.trustedKeys)(environment, 'validation');
        const { signing: key } = signed.keys;
        // Whoever validates without a key is told so in the log; an event that nobody believes would be a finding for ever.
        const isBelieved = key === null || trusted === null || trusted.includes((0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_5__/* .publicKeyOf */ .kc)(key));
        if (!isBelieved)
            run.notice('warning', notBelieved(environment));
        const subject = subjectOf(input, result);
        run.subject = subject;
        const report = run.finish(result.verdict, failureOf(environment, result));
        if (!isBelieved)
            return { report, score: result.score };
        await (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_6__/* .recordEvent */ .y)(signed, environment, {
            type: 'validation',
            outcome: (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_6__/* .outcomeOf */ .s)(report),
            backupId: null,
            details: {
                version,
                score: result.score,
                depth: input.depth,
                whole: input.categories === null,
                ...(0,_domain_subject_of_js__WEBPACK_IMPORTED_MODULE_1__/* .writeSubject */ .ED)(subject),
            },
        });
        return { report, score: result.score };
    }
    catch (error) {
        return { report: run.fail(error), score: null };
    }
}
/** The categories that it asked, and those that are not well. A quick look at one says nothing of what a thorough one found. */
function subjectOf(input, { checks, verdict }) {
    const isQuick = input.depth === 'quick';
    const quickly = (aspect) => (0,_domain_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectWord */ .tb)(`${aspect} quickly`);
    const words = (aspects) => [
        ...(isQuick ? [] : aspects.map(_domain_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectWord */ .tb)),
        ...aspects.map(quickly),
    ];
    const asked = (0,_examine_js__WEBPACK_IMPORTED_MODULE_10__.askedOf)(input);
    const failed = asked.filter((aspect) => checks.some(({ rung, status }) => rung === aspect && status === 'failed'));
    const short = asked.filter((aspect) => checks.some(({ rung, status }) => rung === aspect && status !== 'passed'));
    const troubled = verdict === 'passed' ? [] : failed.length > 0 ? failed : short;
    return {
        tried: words(asked),
        troubled: words(troubled),
        answers: 'tried',
    };
}
function notBelieved(environment) {
    const roles = (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_7__.rolesThatSign)(environment, 'validation').map((role) => `signing.${role}`);
    return `this validation does not stand in the ledger: none of the signing keys that were given belongs to ${roles.join(' or ')}`;
}
async function runningVersion({ target, signal }) {
    try {
        return (await target.running(signal))?.version ?? null;
    }
    catch {
        signal.throwIfAborted();
        return null; // The check of the version has said why.
    }
}
function tell(environment, { depth, categories }, { checks, score }, version, run) {
    const { minScore, leftOut } = (0,_examination_js__WEBPACK_IMPORTED_MODULE_11__/* .rulesOf */ .fD)(environment);
    run.fact('score', `${score} of 100; ${minScore} are asked for`, score, 'count');
    if (version !== null)
        run.fact('version', version);
    run.fact('depth', categories === null ? depth : `${depth}: ${categories.join(', ')}`);
    for (const status of ['passed', 'degraded', 'failed', 'skipped']) {
        const count = checks.filter((check) => check.status === status).length;
        run.fact(`checks ${status}`, String(count), count, 'count');
    }
    const skipped = checks.filter(({ status }) => status === 'skipped').length;
    if (skipped > 0)
        run.notice('notice', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(skipped, 'check')} could not be asked; in the score each counts as failed`);
    for (const { check, because } of leftOut)
        run.notice('notice', `left out: ${check}: ${because}`);
}
function failureOf(environment, { checks, score, verdict }) {
    if (verdict !== 'failed')
        return null;
    const rules = (0,_examination_js__WEBPACK_IMPORTED_MODULE_11__/* .rulesOf */ .fD)(environment);
    if (checks.every(({ status }) => status === 'skipped')) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', 'no check could run, so nothing is known of the environment');
    }
    const failed = checks.filter(({ status }) => status === 'failed').length;
    const why = score < rules.minScore
        ? `the score is ${score}, and ${rules.minScore} is asked for`
        : `${(0,_domain_validation_score_js__WEBPACK_IMPORTED_MODULE_4__/* .fallenCategories */ .L0)(checks, rules).join(', ')} must pass and did not`;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', failed === 0 ? why : `${why}; ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(failed, 'check')} failed`);
}


/***/ })

};
