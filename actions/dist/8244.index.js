export const id = 8244;
export const ids = [8244,1886];
export const modules = {

/***/ 1079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compareData),
/* harmony export */   s: () => (/* binding */ parseFingerprint)
/* harmony export */ });
/** @param before null when it could not be taken */
function compareData(before, after) {
    if (before === null || after === null)
        return { verdict: 'unknown', sources: [] };
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    const schema = names.filter((name) => before[name]?.schema !== after[name]?.schema);
    if (schema.length > 0)
        return { verdict: 'schema', sources: schema };
    const rows = names.filter((name) => before[name]?.writes !== after[name]?.writes);
    return { verdict: rows.length > 0 ? 'rows' : 'same', sources: rows };
}
/** As it stands in an event of the ledger. */
function parseFingerprint(text) {
    if (typeof text !== 'string')
        return null;
    try {
        const value = JSON.parse(text);
        if (value === null || typeof value !== 'object' || Array.isArray(value))
            return null;
        const found = {};
        for (const [name, one] of Object.entries(value)) {
            const { schema, writes } = { ...one };
            if (typeof schema !== 'string' || typeof writes !== 'string')
                return null;
            found[name] = { schema, writes };
        }
        return found;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 4660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   Lx: () => (/* binding */ saysEnough),
/* harmony export */   n: () => (/* binding */ isStart)
/* harmony export */ });
/* unused harmony export deployStates */
/* harmony import */ var _data_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1079);

/**
 * What the ledger's `deploy` events say. Each step that matters leaves one, so that a run that comes after a killed one knows
 * what that one was about:
 *
 *     started → stands                       it was deployed and, unless `validated` is false, validated
 *     started → rolling-back → rolled-back   it failed, and what ran before runs again
 *     started → rolling-back → broken        it failed, and so did the way back: a person is needed
 *     refused                                the gate, and nothing was changed
 *
 * `started` and `rolling-back` as the last one mean that a run was killed.
 */
const deployStates = ['started', 'rolling-back', 'stands', 'rolled-back', 'broken', 'refused'];
/** @param newestFirst events of type `deploy` */
function readHistory(newestFirst) {
    const events = newestFirst.flatMap((event) => parseDeployEvent(event) ?? []);
    const [last] = events.filter(({ state }) => state !== 'refused');
    if (last === undefined)
        return { stands: null, unfinished: null, newest: null, last: null };
    const isOpen = last.state === 'started' || last.state === 'rolling-back' || last.state === 'broken';
    if (isOpen)
        last.began = events.find((event) => isStartOf(event, last))?.at ?? last.at;
    // A rollback that was asked for later has no deployment of its own to go back from.
    const newest = last.state === 'rolled-back' ? null : last;
    if (isOpen)
        return { stands: null, unfinished: last, newest, last };
    const version = last.state === 'stands' ? last.version : last.from?.version;
    const stands = version === undefined ? null : { version, event: last.id };
    return { stands, unfinished: null, newest, last };
}
/** Whether more events would say nothing new: of a way back, it takes the start of its deployment too. */
function saysEnough(newestFirst) {
    const events = newestFirst.flatMap((event) => parseDeployEvent(event) ?? []);
    const last = events.find(({ state }) => state !== 'refused');
    if (last === undefined)
        return false;
    if (last.state !== 'rolling-back' && last.state !== 'broken')
        return true;
    return events.some((event) => isStartOf(event, last));
}
/** Whether an event is the `started` one of a deployment. */
function isStart(event, of) {
    const parsed = parseDeployEvent(event);
    return parsed !== null && isStartOf(parsed, of);
}
function isStartOf(event, { version, preBackup }) {
    return event.state === 'started' && event.version === version && event.preBackup === preBackup;
}
function parseDeployEvent({ id, at, type, details }) {
    const state = deployStates.find((one) => one === details['state']);
    const { version, commit, from, fromImages, preBackup } = details;
    if (type !== 'deploy' || state === undefined || typeof version !== 'string')
        return null;
    return {
        id,
        at,
        began: at,
        state,
        version,
        commit: typeof commit === 'string' ? commit : null,
        from: typeof from === 'string' && from !== '' ? { version: from, images: imagesOf(fromImages) } : null,
        preBackup: typeof preBackup === 'string' && preBackup !== '' ? preBackup : null,
        fingerprint: (0,_data_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFingerprint */ .s)(details['fingerprint']),
        restoresData: details['restoresData'] === true,
    };
}
function imagesOf(text) {
    if (typeof text !== 'string')
        return {};
    try {
        const value = JSON.parse(text);
        if (value === null || typeof value !== 'object')
            return {};
        return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 30897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ versionForm),
/* harmony export */   l: () => (/* binding */ isVersion)
/* harmony export */ });
/** A version goes into tags of images, variables of programs and the ledger: what all of them take as it is. */
const versionPattern = /^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,127}$/;
const versionForm = 'up to 128 letters, digits and . _ + -, beginning with a letter, a digit or _, such as 1.4.2 or a commit';
function isVersion(text) {
    return versionPattern.test(text);
}


/***/ }),

/***/ 99620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ guide)
/* harmony export */ });
const topics = (/* unused pure expression or super */ null && (['copies', 'environments', 'notifications', 'roles', 'runbooks', 'validate']));
/** A guide as messages name it: its file lies in Lifeboat's repository, not in that of whoever reads the message. */
function guide(topic) {
    return `docs/guides/${topic}.md in Lifeboat’s repository`;
}


/***/ }),

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

/***/ 38244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./lib/domain/news.js
var news = __webpack_require__(26981);
// EXTERNAL MODULE: ./lib/domain/subject-of.js
var subject_of = __webpack_require__(70216);
// EXTERNAL MODULE: ./lib/domain/subject.js
var subject = __webpack_require__(34512);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/domain/age.js
var domain_age = __webpack_require__(72631);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/environment/deploy-schema.js
var deploy_schema = __webpack_require__(61223);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/operations/backup/backup.js + 3 modules
var backup = __webpack_require__(27063);
// EXTERNAL MODULE: ./lib/operations/backup/confirm.js
var backup_confirm = __webpack_require__(92885);
// EXTERNAL MODULE: ./lib/operations/condemnation.js
var condemnation = __webpack_require__(70409);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
// EXTERNAL MODULE: ./lib/operations/verify/verify.js + 1 modules
var verify = __webpack_require__(32623);
;// CONCATENATED MODULE: ./lib/operations/deploy/backups.js













/**
 * A critical backup that bears the version in its label.
 * @throws Failure when there is none at its end: before a deployment, nothing is begun then
 */
async function makeLabelled(environment, when, version, ports, run) {
    const label = labelFor(when, version);
    const report = await (0,backup.backup)(environment, { class: 'critical', label }, (0,signing_keys.inRole)(environment, ['backup'], ports));
    take(`the backup ${when} it`, report, run);
    if (report.backupId !== null && report.verdict !== 'failed') {
        run.fact(`backup ${when}`, report.backupId);
        if (report.copies.every(({ status }) => status !== 'complete'))
            run.notice('warning', `the backup ${when} the deployment lies only in stores that go away with this machine`);
        return report.backupId;
    }
    throw told(`the backup ${when} the deployment failed`, report);
}
/** Proves the backup that the new release's data is in. @throws Failure when it is not proven */
async function prove(environment, id, ports, run) {
    const { report } = await (0,verify.verify)(environment, { backup: id, level: 'useful' }, (0,signing_keys.inRole)(environment, ['verify'], ports));
    take('the backup after it is proven', report, run);
    const rto = report.objectives.find(({ name }) => name === 'RTO');
    if (rto !== undefined)
        run.fact('recovery time, as proven', (0,units/* formatDuration */.a3)(rto.measured), rto.measured, 'milliseconds');
    if (report.verdict === 'failed')
        throw told(`backup ${id} is not proven`, report);
}
/**
 * Makes sure that the backup which an earlier job made is one to go back to: of this environment, signed where that can be
 * told, critical, young enough, shown to be bad by no restore test, and whole in a store.
 * @param mayBeOld of a deployment that is gone on with, whose backup was made when it began
 * @throws Failure
 */
async function checkGiven(environment, id, { mayBeOld }, ports, run) {
    const { stores, log, signal, clock } = ports;
    const { manifest, sha256, signed } = await (0,backups.readManifest)(stores, environment.environment, id, {
        publicKey: environment.signing.backup ?? null,
        protected: environment.protected,
        log,
        signal,
    });
    const finishedAt = Date.parse(manifest.finishedAt);
    const age = clock.now() - finishedAt;
    const { backupMaxAge } = (0,deploy_schema/* deploySettings */.$Y)(environment);
    const listed = await (0,proofs/* listProofs */.I2)(stores, environment.environment, { log, signal, backupId: manifest.id });
    const condemned = await (0,condemnation/* whyCondemned */.K)(environment, { id: manifest.id, manifestSha256: sha256 }, listed, ports);
    const hint = mayBeOld
        ? 'The deployment that was cut off has no other. With rollback: never it is gone over, and a new backup made.'
        : 'Make a new one with the step backup.';
    const problems = [
        ...(manifest.class === 'critical' ? [] : ['it is not of class critical, and could expire']),
        ...(condemned === null ? [] : [condemned]),
        ...(mayBeOld || !(0,domain_age/* isFromTheFuture */.v)(finishedAt, clock.now())
            ? []
            : [
                `it is dated in the future (${manifest.finishedAt}), so that its age cannot be told: the clock there or here is wrong`,
            ]),
        ...(mayBeOld || age <= backupMaxAge
            ? []
            : [`it is ${(0,units/* formatDuration */.a3)(age)} old, and deploy.backup-max-age is ${(0,units/* formatDuration */.a3)(backupMaxAge)}`]),
        ...environment.sources
            .filter(({ name }) => manifest.sources.every((source) => source.name !== name))
            .map(({ name }) => `it has no source ${name}`),
    ];
    if (problems.length > 0) {
        throw new domain_failure/* Failure */.HR('refused', `backup ${id} cannot stand for this deployment: ${problems.join('; ')}`, {
            hint,
        });
    }
    const folder = (0,layout/* backupFolder */.j0)(environment.environment, id);
    const { confirmed, failures } = await (0,backup_confirm/* confirmCopies */.I)(stores, folder, manifest.sources, { signal }, run);
    const [first] = failures.values();
    if (confirmed.length === 0)
        throw new domain_failure/* Failure */.HR(first?.kind ?? 'missing', `no store has backup ${id} whole: ${first?.message ?? 'none'}`, { hint });
    run.check({
        rung: 'deployment',
        name: 'the backup before it',
        status: 'passed',
        detail: `${id}, ${(0,units/* formatDuration */.a3)(Math.max(0, age))} old, whole in ${confirmed.map(({ name }) => name).join(', ')}, ${signed ? 'its signature holds' : 'not signed by anybody who is configured'}`,
        subjects: [],
        failure: null,
        duration: 0,
    });
}
/** `pre-deploy-1-4-2`: what every store and every id takes. */
function labelFor(when, version) {
    const head = when === 'before' ? 'pre-deploy' : 'post-deploy';
    const tail = version.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const label = `${head}-${tail}`.slice(0, 40).replace(/-+$/, '');
    return backup_id/* labelPattern */.FM.test(label) ? label : head;
}
/** What an operation of its own has found, in a line of this report. */
function take(name, report, run) {
    const status = report.verdict;
    run.check({
        rung: 'deployment',
        name,
        status,
        detail: report.failure?.message ?? `${report.backupId ?? 'no backup'}, ${report.verdict}`,
        subjects: report.failure?.subjects ?? [],
        failure: status === 'failed' ? (report.failure?.kind ?? 'objective') : null,
        duration: report.finishedAt - report.startedAt,
    });
    for (const { level, text, subjects } of status === 'passed' ? [] : report.notices)
        if (level === 'warning')
            run.notice('warning', `${name}: ${text}`, subjects);
}
function told(what, { failure }) {
    const { kind, message, hint, subjects } = failure ?? {
        kind: 'objective',
        message: 'it ended without a backup',
        hint: null,
        subjects: [],
    };
    return new domain_failure/* Failure */.HR(kind, `${what}: ${message}`, { ...(hint === null ? {} : { hint }), subjects });
}

;// CONCATENATED MODULE: ./lib/operations/deploy/announce.js

/**
 * The deployment as GitHub shows it. That it cannot be told is said, and changes nothing about the deployment itself.
 * A former one turns inactive on GitHub by itself, when this one succeeds.
 */
async function openAnnouncer(environment, { deployment: mode, version }, ports, run) {
    const { deployments, url, signal } = ports;
    const name = environment.environment;
    const orWarn = async (work) => {
        try {
            return await work();
        }
        catch (error) {
            signal.throwIfAborted();
            run.notice('warning', `the deployment was not told to GitHub: ${(0,domain_failure/* asFailure */.h_)(error).message}`);
            return null;
        }
    };
    let deployment = null;
    if (deployments !== null && mode !== 'none') {
        deployment = await orWarn(() => mode === 'job'
            ? deployments.adopt(name)
            : deployments.create(name, {
                description: version === null ? 'roll back' : `deploy ${version}`,
                production: environment.protected,
            }));
        if (deployment === null && mode === 'job')
            run.notice('notice', 'GitHub made no deployment for this job: the job names no environment, or says deployment: false');
    }
    const told = deployment;
    return {
        deployment: told,
        tell: async (state, description) => {
            if (told !== null)
                await orWarn(() => told.tell(state, { description, url }).then(() => null));
        },
    };
}

;// CONCATENATED MODULE: ./lib/operations/deploy/come-after.js



/** The backup of the new state, and its proof. Whatever fails here leaves a release in place that is fit for service. */
async function comeAfter(version, context) {
    const { environment, input, ports, run, result } = context;
    try {
        if (input.steps.includes('backup-after')) {
            result.postBackup = await run.phase('backup after', () => makeLabelled(environment, 'after', version, ports, run));
        }
        if (input.steps.includes('verify')) {
            const given = input.steps.includes('deploy') ? null : input.backup;
            const id = result.postBackup ?? given ?? result.backupId ?? 'latest';
            if ((0,deploy_schema/* deploySettings */.$Y)(environment).prove) {
                await run.phase('prove', () => prove(environment, id, ports, run));
            }
            else {
                const detail = 'deploy.prove is false';
                run.addPhase({ name: 'prove', startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail });
            }
        }
        return null;
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (result.state !== 'stands')
            return failure;
        return new domain_failure/* Failure */.HR(failure.kind, `${version} stands, and is not taken back; but ${failure.message}`, {
            ...(failure.hint === undefined ? {} : { hint: failure.hint }),
            subjects: failure.subjects,
            cause: failure,
        });
    }
}

// EXTERNAL MODULE: ./lib/domain/objectives.js
var domain_objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
;// CONCATENATED MODULE: ./lib/operations/deploy/conclude.js




/**
 * Holds the time in which the environment was not what it was before, nor yet what it should be, to the RTO.
 * @param isOpen whether a person still has work to do: then it can only be said that it is too late already
 */
function measure({ objectives }, took, basis, run, isOpen = false) {
    const span = Math.round(took);
    const judged = (0,domain_objectives/* judgeObjective */.t)('RTO', objectives.rto ?? null, span, basis);
    run.objectives.push(isOpen && judged.met === true ? { ...judged, met: null } : judged);
    run.fact('time of the change', (0,units/* formatDuration */.a3)(span), span, 'milliseconds');
    if (judged.met === false)
        run.notice('warning', `the RTO of ${(0,units/* formatDuration */.a3)(objectives.rto ?? 0)} was missed: it took ${(0,units/* formatDuration */.a3)(span)}`);
}
function whereItIs(now, before, run) {
    run.fact('release in service', now ?? 'a person has to look');
    run.fact('release before', before?.version ?? 'none');
}
/** Until something is begun. @param runs null where it is not known yet */
function untouched(version, runs) {
    return { version, state: 'untouched', runs, data: null, isAskedFor: false };
}
/** What has become of it, for the headline; and as a check, so that the step that failed is among them. */
function tellDeployed(summary, trouble, run) {
    const { version, runs } = summary;
    run.deployed = { data: null, isAskedFor: false, ...summary };
    const where = trouble === null || trouble.step === null ? '' : ` at the step ${trouble.step}`;
    run.check({
        rung: 'deployment',
        name: 'the version stands',
        status: trouble === null ? 'passed' : 'failed',
        detail: trouble === null ? `${runs ?? version} runs` : `${version} failed${where}: ${trouble.failure.message}`,
        subjects: trouble?.failure.subjects ?? [],
        failure: trouble?.failure.kind ?? null,
        duration: 0,
    });
}
/** Of a version that failed. */
function tellTakenBack({ version, from }, back, trouble, run) {
    const { state } = back;
    const runs = state === 'broken' ? null : (from?.version ?? null);
    tellDeployed({ version, state, runs, data: becameOfData(back) }, trouble, run);
}
function becameOfData({ restored, data }) {
    return restored ? 'restored' : data.verdict === 'same' ? 'same' : 'left';
}
/** A release that nobody asked and nobody validated may be well; nothing says so. */
function noteUnasked(version, isValidated, { ports, run }) {
    if (isValidated || ports.application.health !== null)
        return;
    run.check({
        rung: 'deployment',
        name: 'the release is fit for service',
        status: 'degraded',
        detail: `nobody knows: ${version} was neither asked for its health (target.health) nor validated (deploy.validate)`,
        subjects: [],
        failure: null,
        duration: 0,
    });
}
/** Of a run that came to its end. */
function verdictOf(run, validated = null) {
    const isLess = run.checks.some(({ status }) => status === 'degraded') || run.objectives.some(({ met }) => met === false);
    return (0,verdict/* worse */.JJ)(isLess ? 'degraded' : 'passed', validated ?? 'passed');
}
/** Why it failed, and where that leaves the environment. @param back null when it was not to be taken back */
function failedDeployment({ version, from }, step, cause, back) {
    const where = step === null ? '' : ` at the step ${step}`;
    const what = `the deployment of ${version} failed${where}: ${cause.message}`;
    const former = from?.version ?? 'what ran before';
    let ending = 'it was left as it is, as rollback is never';
    if (back?.state === 'rolled-back')
        ending = `${former} runs again${back.restored ? ', on the data from before it' : ''}`;
    else if (back !== null)
        ending = `THE WAY BACK FAILED TOO, a person is needed: ${back.failure?.message ?? 'it is not known why'}`;
    // Whoever looks at the kind alone must learn that the environment is not well.
    const kind = back?.state === 'broken' ? (back.failure?.kind ?? cause.kind) : cause.kind;
    const hint = back?.state === 'broken' ? back.failure?.hint : cause.hint;
    return new domain_failure/* Failure */.HR(kind, `${what}; ${ending}`, {
        ...(hint === undefined ? {} : { hint }),
        subjects: [...cause.subjects, ...(back?.failure?.subjects ?? [])],
        cause,
    });
}

// EXTERNAL MODULE: ./lib/domain/validation-score.js
var validation_score = __webpack_require__(314);
// EXTERNAL MODULE: ./lib/operations/validate/examination.js
var examination = __webpack_require__(98008);
;// CONCATENATED MODULE: ./lib/operations/deploy/forward.js





/**
 * Brings a version up, and makes sure of it. Each step may be done again after a run that was killed in its midst.
 * @param before what an earlier run may have done already
 * @throws Failure `cancelled`, and `refused` when another run has taken the environment's place: then it is not ours to touch
 */
async function goForward({ version }, announcer, context, before = { touched: false, migration: 'none' }) {
    const { ports, run, place } = context;
    const { target, signal } = ports;
    const course = { trouble: null, ...before, validated: null };
    const fail = (step, error) => {
        signal.throwIfAborted();
        return { ...course, trouble: { step, failure: (0,domain_failure/* asFailure */.h_)(error) } };
    };
    const begin = async (step) => {
        try {
            await place.demand();
            return null;
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind === 'refused')
                throw error;
            return fail(step, failure);
        }
    };
    await announcer.tell('in_progress', `deploying ${version}`);
    const kept = (await begin('migrate')) ?? null;
    if (kept !== null)
        return kept;
    course.touched = true;
    try {
        course.migration = 'failed';
        const { status, detail } = await run.phase('migrate', () => demandDone(target.migrate(version, signal)), ({ detail }) => detail === '' ? { status: 'skipped', detail: 'no program is configured' } : { detail });
        course.migration = status === 'done' && detail === '' ? 'none' : 'ran';
    }
    catch (error) {
        return fail('migrate', error);
    }
    const stillOurs = await begin('deploy');
    if (stillOurs !== null)
        return stillOurs;
    try {
        await run.phase('deploy', () => demandDone(target.deploy(version, signal)), ({ detail }) => ({ detail }));
    }
    catch (error) {
        return fail('deploy', error);
    }
    try {
        await waitUntilWell('health', context);
    }
    catch (error) {
        return fail('health', error);
    }
    try {
        course.validated = await validate('validate', version, context);
    }
    catch (error) {
        return fail('validate', error);
    }
    return course;
}
/** What only a person can do is not done. */
async function demandDone(work) {
    const outcome = await work;
    if (outcome.status === 'done')
        return outcome;
    throw new domain_failure/* Failure */.HR('config', `a person has to do it: ${outcome.detail}`, {
        hint: 'Describe under target how it is done, as a program of your own if need be.',
    });
}
/** @throws Failure `unavailable` when it never was well */
async function waitUntilWell(name, { ports, run }) {
    const { health } = ports.application;
    if (health === null) {
        run.addPhase({
            name,
            startedAt: ports.clock.now(),
            duration: 0,
            status: 'skipped',
            detail: 'target.health is not configured',
        });
        return;
    }
    await run.phase(name, () => health.wait(ports.clock, ports.signal), ({ attempts }) => ({
        detail: `${health.what} answered ${attempts === 1 ? 'at the first attempt' : `after ${attempts} attempts`}`,
    }));
}
/** What a release is judged by: the score only where the environment file names one. */
function releaseRules(environment) {
    const { weights, mustPass } = (0,examination/* rulesOf */.fD)(environment);
    return { weights, mustPass, minScore: environment.validation?.minScore };
}
/**
 * Whether the environment is fit for service.
 * @param version that should run
 * @returns null when the environment file wants none
 * @throws Failure `objective` when it is not
 */
async function validate(name, version, { environment, ports, run }) {
    if ((0,deploy_schema/* deploySettings */.$Y)(environment).validate === 'none') {
        const detail = 'deploy.validate is none';
        run.addPhase({ name, startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail });
        return null;
    }
    const { checks, verdict, why } = await run.phase(name, async () => {
        const found = await ports.examine(version);
        for (const check of found.checks)
            run.check(name === 'validate' ? check : { ...check, name: `${check.name}, ${name}` });
        const { checks, score } = found;
        return { checks, score, ...(0,validation_score/* judgeRelease */.fP)(checks, score, releaseRules(environment)) };
    }, ({ checks, score, verdict }) => {
        const skipped = checks.filter(({ status }) => status === 'skipped').length;
        return {
            detail: `${verdict}, score ${score}${skipped === 0 ? '' : `, ${(0,units/* counted */.hS)(skipped, 'check')} skipped`}`,
        };
    });
    if (verdict !== 'failed')
        return verdict;
    const failed = checks.filter(({ status }) => status === 'failed');
    const [first] = failed;
    const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
    throw new domain_failure/* Failure */.HR('objective', first === undefined
        ? `the environment is not fit for service: ${why ?? ''}`
        : `the environment is not fit for service: ${first.rung}: ${first.name}: ${first.detail}${more}`, { subjects: first?.subjects ?? [], ...(first?.hint === undefined ? {} : { hint: first.hint }) });
}

// EXTERNAL MODULE: ./lib/operations/deploy/journal.js
var journal = __webpack_require__(25919);
// EXTERNAL MODULE: ./lib/domain/data-fingerprint.js
var data_fingerprint = __webpack_require__(1079);
;// CONCATENATED MODULE: ./lib/operations/deploy/data-change.js
/**
 * Whether the data was changed by a deployment that failed. Rather too often than too seldom: what is brought back too much
 * is still there under another name, while what is left damaged is handed to customers.
 */
function judgeData(comparison, course) {
    const { verdict, sources } = comparison;
    const where = sources.length === 0 ? '' : ` (${sources.join(', ')})`;
    if (verdict === 'same')
        return { verdict: 'same', why: 'is as before: not one transaction has written since' };
    if (verdict === 'schema')
        return { verdict: 'changed', why: `was changed: tables or other objects are others than before${where}` };
    const written = verdict === 'unknown' ? 'cannot be compared with what it was' : `was written to${where}`;
    if (course.migration !== 'none') {
        const how = course.migration === 'failed' ? 'the migration failed in its midst' : 'the migration has run';
        return { verdict: 'changed', why: `${written}, and ${how}: taken as changed by it` };
    }
    if (course.trouble?.step === 'validate')
        return { verdict: 'changed', why: `${written}, and the validation has failed: taken as changed by it` };
    return {
        verdict: 'unclear',
        why: `${written}, by the new release or by customers: the validation of the former release decides`,
    };
}

;// CONCATENATED MODULE: ./lib/operations/deploy/next-commands.js
/** What a person types to bring the data back by hand. No full stop: the line is copied to its end. */
function dataCommand(environment, backup) {
    const { environment: name } = environment;
    const keys = keyFiles(environment, 'backup-signing-key.txt');
    return `To bring the data back as it was before the deployment, keeping what is there now under another name: lifeboat restore --environment ${name} --backup ${backup} --mode swap --confirm ${name} --reason "…"${keys}`;
}
/** A deployment in one run, with the keys that it takes by the names that its examples give them. */
function deployCommand(environment, how) {
    const { environment: name } = environment;
    const keys = keyFiles(environment, 'deploy-keys.txt');
    return `lifeboat deploy --environment ${name} ${how} --confirm ${name} --reason "…"${keys}`;
}
/** What a person does to bring the former release back by hand, or to go forward. */
function releaseCommands(environment, { from, version }, target) {
    const forward = `Or deploy a release that is mended: ${deployCommand(environment, '--version NEXT --rollback never')}`;
    if (from === null)
        return [`Nothing ran before ${version}: find out why it does not come up.`, forward];
    const images = Object.entries(from.images)
        .filter(([, image]) => image !== '')
        .map(([service, image]) => `${service}: ${image}`);
    return [
        `To bring ${from.version} back by hand: ${target.describe('roll-back', from.version)}${images.length === 0 ? '' : ` (images as they ran: ${images.join(', ')})`}`,
        `To let Lifeboat try once more: ${deployCommand(environment, '--rollback now')}`,
        forward,
    ];
}
/** Those that the environment file asks for. */
function keyFiles({ encryption, signing }, signingKeys) {
    const isSealedToKeys = typeof encryption === 'object' && 'recipients' in encryption;
    const isSigned = Object.values(signing).some((key) => key !== undefined);
    return `${isSealedToKeys ? ' --identity-file verify-identity.txt' : ''}${isSigned ? ` --signing-key-file ${signingKeys}` : ''}`;
}

// EXTERNAL MODULE: ./lib/operations/restore/restore-input.js
var restore_input = __webpack_require__(8924);
// EXTERNAL MODULE: ./lib/operations/restore/restore.js + 10 modules
var restore = __webpack_require__(80126);
;// CONCATENATED MODULE: ./lib/operations/deploy/restore-data.js





/**
 * Puts the backup from before the deployment in the place of what is in use, by the operation that every restore is. Whoever
 * wrote `restore-data` into the environment file, or asked for it, has confirmed it. What is replaced is kept.
 */
async function bringDataBack({ from, version }, backup, { environment, ports, run, place }) {
    const why = `the deployment of ${version} is taken back`;
    const { application, target } = ports;
    const asRestorer = (0,signing_keys.inRole)(environment, ['restore', 'backup', 'verify'], ports);
    const { report } = await run.phase('restore the data', () => (0,restore.restore)(environment, { ...restore_input/* plainRestore */.H, backup, mode: 'swap', confirm: environment.environment }, {
        ...asRestorer,
        place,
        run: { ...ports.run, reason: ports.run.reason === null ? why : `${why}: ${ports.run.reason}` },
        application: { ...application, target: onTheFormerRelease(application.target, target, from) },
    }));
    for (const phase of report.timeline)
        run.addPhase({ ...phase, name: `restore: ${phase.name}` });
    const places = report.restored?.places ?? [];
    const exchanged = places.length > 0 && places.every((one) => one.exchanged);
    if (exchanged) {
        const loss = report.restored?.dataLoss ?? null;
        const kept = places.map(({ source, keptAs }) => `${source} in ${keptAs ?? 'no place: there was nothing'}`);
        run.fact('data restored from', backup);
        if (loss !== null)
            run.fact('data set aside', `what was written in the ${(0,units/* formatDuration */.a3)(loss)} before`, loss, 'milliseconds');
        run.notice('warning', `what was written since backup ${backup}${loss === null ? '' : ` (${(0,units/* formatDuration */.a3)(loss)})`}, by customers too, is not in use any more; it is kept: ${kept.join(', ')}`);
        run.next.push(`Look for what customers wrote since backup ${backup}, and take it over by hand: it is kept, ${kept.join(', ')}.`);
    }
    run.check({
        rung: 'deployment',
        name: 'the data from before it',
        status: report.verdict === 'failed' ? 'failed' : report.verdict,
        detail: report.failure?.message ?? `backup ${backup} is in use again`,
        subjects: report.failure?.subjects ?? [],
        failure: report.verdict === 'failed' ? (report.failure?.kind ?? 'objective') : null,
        duration: report.finishedAt - report.startedAt,
    });
    if (report.failure === null)
        return { exchanged, failure: null };
    const { kind, message, hint, subjects } = report.failure;
    return {
        exchanged,
        failure: new domain_failure/* Failure */.HR(kind, `bringing the data back failed: ${message}`, {
            ...(hint === null ? {} : { hint }),
            subjects,
        }),
    };
}
/** What restarts after the exchange is what ran before, also where it did not come up on the other data. */
function onTheFormerRelease(given, target, from) {
    return {
        kind: given.kind,
        describe: (step) => given.describe(step),
        reroute: (url, signal) => given.reroute(url, signal),
        restart: async (signal) => {
            if (from !== null)
                await target.rollBack(from, signal);
            return given.restart(signal);
        },
    };
}

;// CONCATENATED MODULE: ./lib/operations/deploy/way-back.js








/**
 * Brings back what ran before: the release, and the data where the deployment has changed it and the environment file asks
 * for it. Code first: a new release could change the old data once more as soon as it sees it.
 * @throws Failure `cancelled`, and `refused` when another run has taken the environment's place
 */
async function goBack(attempt, course, { isAgain, restoresData }, context) {
    const { environment, ports, run } = context;
    const { from, preBackup } = attempt;
    await stillOurs(context);
    const data = await judge(attempt, course, context);
    run.fact('data', data.why);
    let restores = restoresData ?? (data.verdict === 'changed' && mayRestore(context));
    const outcome = (state, failure, is = {}) => ({
        state,
        failure,
        validated: false,
        restored: false,
        data,
        ...is,
    });
    if (from === null) {
        tellBroken(attempt, data, context);
        return outcome('broken', new domain_failure/* Failure */.HR('missing', 'nothing is known to have run before it, so there is nothing to go back to'));
    }
    await (0,journal.writeDown)(environment, 'rolling-back', attempt, { restoresData: restores }, ports);
    let failure = await rollBackCode(attempt, context);
    // Old code may not come up on new data: it gets its second chance once the data is back.
    if (failure !== null && !(restores && preBackup !== null)) {
        tellBroken(attempt, data, context);
        return outcome('broken', failure);
    }
    const isRestored = isAgain && preBackup !== null && (await (0,journal.wasRestored)(environment, attempt, ports));
    if (isRestored)
        run.notice('notice', `backup ${preBackup} was brought back already since the deployment began: what was written since then stays in use`);
    let restored = isRestored;
    const restoreNow = async () => {
        if (preBackup === null)
            return new domain_failure/* Failure */.HR('missing', 'there is no backup from before the deployment');
        await stillOurs(context);
        const result = await bringDataBack(attempt, preBackup, context);
        restored = result.exchanged;
        return result.failure;
    };
    if (restores && !isRestored) {
        failure = await restoreNow();
        if (failure !== null) {
            tellBroken(attempt, restored ? { ...data, verdict: 'same' } : data, context);
            return outcome('broken', failure, { restored });
        }
    }
    let unfit = await isFit(attempt, context);
    if (unfit !== null &&
        !restored &&
        restoresData === null &&
        data.verdict !== 'same' &&
        mayRestore(context)) {
        run.notice('warning', `the former release is not fit for service on the data as it is (${unfit.message}): the data is brought back too`);
        restores = true;
        await (0,journal.writeDown)(environment, 'rolling-back', attempt, { restoresData: true }, ports);
        const trouble = await restoreNow();
        unfit = trouble ?? (await isFit(attempt, context));
    }
    if (unfit !== null) {
        tellBroken(attempt, restored ? { ...data, verdict: 'same' } : data, context);
        return outcome('broken', unfit, { restored });
    }
    if (data.verdict !== 'same' && !restored)
        tellData(attempt, data, restoresData === false, context);
    return outcome('rolled-back', null, {
        restored,
        validated: (0,deploy_schema/* deploySettings */.$Y)(environment).validate !== 'none',
    });
}
/** That no store answers is no reason to leave an environment half deployed; that another run is at it, is. */
async function stillOurs({ place, run }) {
    try {
        await place.demand();
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind !== 'unavailable')
            throw error;
        run.notice('warning', `the lease on the environment could not be confirmed: ${failure.message}`);
    }
}
async function judge(attempt, course, { ports, run }) {
    const after = await takeFingerprint(ports, run);
    return judgeData((0,data_fingerprint/* compareData */.E)(attempt.fingerprint, after), course);
}
/** Null, and said, when it cannot be taken: then nothing can be shown to be as before. */
async function takeFingerprint(ports, run) {
    try {
        return await ports.fingerprint();
    }
    catch (error) {
        ports.signal.throwIfAborted();
        run.notice('notice', `the state of the data could not be told: ${(0,domain_failure/* asFailure */.h_)(error).message}`);
        return null;
    }
}
function mayRestore({ environment, input }) {
    const { restoreData } = (0,deploy_schema/* deploySettings */.$Y)(environment);
    return restoreData === 'always' || (restoreData === 'ask' && input.restoreData);
}
async function rollBackCode({ from }, { ports, run }) {
    if (from === null)
        return null;
    try {
        const { status, detail } = await run.phase('roll back', () => ports.target.rollBack(from, ports.signal), ({ status, detail }) => ({ status, detail }));
        if (status === 'done')
            return null;
        return new domain_failure/* Failure */.HR('config', `a person has to bring ${from.version} back: ${detail}`, { hint: detail });
    }
    catch (error) {
        ports.signal.throwIfAborted();
        return (0,domain_failure/* asFailure */.h_)(error);
    }
}
/** Null when what ran before runs again, and is fit for service. */
async function isFit({ from }, context) {
    try {
        await waitUntilWell('health after the way back', context);
        await validate('after the way back', from?.version ?? null, context);
        return null;
    }
    catch (error) {
        context.ports.signal.throwIfAborted();
        return (0,domain_failure/* asFailure */.h_)(error);
    }
}
/** What cannot be taken back is said, with what a person does. */
function tellBroken(attempt, data, { environment, run, ports }) {
    run.next.push(...releaseCommands(environment, attempt, ports.target));
    if (data.verdict !== 'same' && attempt.preBackup !== null)
        run.next.push(dataCommand(environment, attempt.preBackup));
}
function tellData({ preBackup }, data, isDeclined, { environment, run }) {
    const { restoreData } = (0,deploy_schema/* deploySettings */.$Y)(environment);
    const why = isDeclined
        ? 'restore-data was not given'
        : restoreData === 'ask'
            ? 'deploy.restore-data is ask, and nobody said yes'
            : `deploy.restore-data is ${restoreData}`;
    run.notice('warning', `only the code was taken back: the data ${data.why}; it stays as it is, since ${data.verdict === 'unclear' && !isDeclined ? 'the former release is fit for service on it' : why}`);
    if (preBackup !== null)
        run.next.push(dataCommand(environment, preBackup));
}

;// CONCATENATED MODULE: ./lib/operations/deploy/carry-out.js







/**
 * Brings a version up and comes after it, or takes it back; writes down and tells which of the two it came to.
 * @param before what an earlier run may have done already
 * @throws Failure when it failed and nothing was taken back
 */
async function carryOut(attempt, context, before) {
    const { environment, input, ports, run, result } = context;
    const { version, from } = attempt;
    result.version = version;
    const announcer = await openAnnouncer(environment, input, ports, run);
    result.deploymentId = announcer.deployment?.id ?? null;
    const began = ports.clock.ticks();
    run.deployed = { version, state: 'unfinished', runs: null, data: null, isAskedFor: false };
    let course;
    try {
        course = await goForward(attempt, announcer, context, before);
    }
    catch (error) {
        // Another run has the environment now, or this one is being stopped: neither leaves us anything to take back.
        if (!ports.signal.aborted)
            await announcer.tell('error', `the deployment of ${version} was cut off`);
        throw error;
    }
    if (course.trouble === null) {
        const validated = course.validated !== null;
        result.state = 'stands';
        noteUnasked(version, validated, context);
        await (0,journal.writeDown)(environment, 'stands', attempt, { verdict: verdictOf(run), validated }, ports);
        await announcer.tell('success', `${version} runs${validated ? ', and is validated' : ''}`);
        measure(environment, ports.clock.ticks() - began, 'a deployment, from its first change to a release that is validated', run);
        whereItIs(version, from, run);
        tellDeployed({ version, state: 'stands', runs: version }, null, run);
        const failure = await comeAfter(version, context);
        const verdict = failure === null ? verdictOf(run, course.validated) : 'failed';
        if (result.postBackup !== null) {
            const { postBackup } = result;
            await (0,journal.writeDown)(environment, 'stands', attempt, { verdict, validated, postBackup }, ports);
        }
        return run.finish(verdict, failure);
    }
    const { failure: cause, step } = course.trouble;
    run.notice('warning', `${version} failed at the step ${step}: ${cause.message}`, cause.subjects);
    if (!course.touched) {
        result.state = 'rolled-back';
        tellDeployed({ version, state: 'untouched', runs: from?.version ?? null }, course.trouble, run);
        await (0,journal.writeDown)(environment, 'rolled-back', attempt, { verdict: 'failed', failure: cause.kind }, ports);
        await announcer.tell('failure', `${version} was not deployed`);
        throw new domain_failure/* Failure */.HR(cause.kind, `${version} was not deployed, and nothing was changed: ${cause.message}`, {
            ...(cause.hint === undefined ? {} : { hint: cause.hint }),
            cause,
        });
    }
    if (input.rollback === 'never') {
        result.state = 'broken';
        tellDeployed({ version, state: 'left', runs: null }, course.trouble, run);
        await (0,journal.writeDown)(environment, 'broken', attempt, { verdict: 'failed', failure: cause.kind }, ports);
        await announcer.tell('failure', `${version} failed at the step ${step}`);
        throw failedDeployment(attempt, step, cause, null);
    }
    const back = await goBack(attempt, course, { isAgain: false, restoresData: null }, context);
    result.state = back.state;
    tellTakenBack(attempt, back, course.trouble, run);
    measure(environment, ports.clock.ticks() - began, back.state === 'broken'
        ? 'a deployment that failed, up to where its way back ended'
        : 'a deployment that failed, from its first change to a former release that is validated again', run, back.state === 'broken');
    const ending = {
        verdict: 'failed',
        failure: cause.kind,
        validated: back.validated,
        restoresData: back.restored,
    };
    await (0,journal.writeDown)(environment, back.state, attempt, ending, ports);
    await announcer.tell('failure', back.state === 'broken'
        ? `${version} failed, and so did the way back`
        : `${version} failed; ${from?.version ?? 'the former release'} runs again`);
    whereItIs(back.state === 'broken' ? null : (from?.version ?? null), from, run);
    return run.finish('failed', failedDeployment(attempt, step, cause, back));
}

;// CONCATENATED MODULE: ./lib/operations/deploy/gate.js


/** Asks whether the deployment may be. @throws Failure `refused`, saying what to do, when it may not */
async function askGate({ override }, ports, run) {
    await run.phase('gate', async () => {
        const { checks, refusal, overridden } = await ports.judgeGate();
        for (const check of checks) {
            // What was overridden stays visible, and is no failure of this run.
            run.check(overridden && check.status === 'failed'
                ? { ...check, status: 'degraded', failure: null, detail: `${check.detail}; overridden` }
                : check);
        }
        if (overridden) {
            const conditions = checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
            run.notice('warning', `the gate was overridden. Not met: that ${conditions.join('; that ')}`);
            run.overridden = { reason: override ?? '', conditions };
        }
        if (refusal !== null)
            throw refusal;
    });
}
/** @throws Failure `refused`; it then stands in the ledger */
async function passGate(version, { environment, input, ports, run, result }) {
    try {
        await askGate(input, ports, run);
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'refused') {
            result.state = 'refused';
            const attempt = { version, commit: input.commit, from: null, preBackup: null, fingerprint: null };
            await (0,journal.writeDown)(environment, 'refused', attempt, { verdict: 'failed', failure: 'refused' }, ports);
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/operations/deploy/look-ahead.js




/**
 * Makes sure, before anything changes, that a release without a fault could be found fit for service at all: what the file
 * does not configure is skipped afterwards too, and nobody's release should be taken back for that. It errs on the side of
 * the release: what may be asked only once it runs counts as passed.
 * @throws Failure `config` when no release could
 */
async function lookAhead(running, { environment, ports, run }) {
    if ((0,deploy_schema/* deploySettings */.$Y)(environment).validate === 'none')
        return;
    await run.phase('look ahead', async () => {
        const { target } = environment;
        const neverSays = target?.type === 'manual' || (target?.type === 'command' && target.services === undefined);
        const isKnown = (category) => category === 'service-health' || (category === 'environment-status' && (running !== null || neverSays));
        const deciding = (0,deploy_schema/* decidingCategories */.gu)(environment);
        const known = deciding.filter(isKnown);
        const found = known.length === 0 ? [] : (await ports.examine(running?.version ?? null, known)).checks;
        const best = [
            ...found.map((check) => (check.status === 'skipped' ? check : asPassed(check))),
            ...deciding.filter((category) => !isKnown(category)).map((category) => assumed(validation_score/* aspectOf */._u[category])),
        ];
        const rules = releaseRules(environment);
        const score = (0,validation_score/* scoreOf */.uw)(best, rules);
        const { why } = (0,validation_score/* judgeRelease */.fP)(best, score, rules);
        if (why === null)
            return;
        const skipped = best.filter(({ status }) => status === 'skipped');
        throw new domain_failure/* Failure */.HR('config', `no release could be found fit for service here, since too little can be checked. At best, ${why}. Skipped: ${skipped.map(({ rung, name }) => `${rung}: ${name}`).join('; ')}`, {
            hint: `${skipped[0]?.hint ?? 'Configure what was skipped.'} What means nothing here goes under validation.left-out, with the reason. Nothing was changed.`,
        });
    });
}
function asPassed(check) {
    return { ...check, status: 'passed', failure: null };
}
function assumed(rung) {
    return { rung, name: rung, status: 'passed', detail: '', subjects: [], failure: null, duration: 0 };
}

;// CONCATENATED MODULE: ./lib/operations/deploy/gaps.js


/**
 * Says what could not be read of the ledger, where a deployment that was cut off may stand. Nothing is begun, or gone on with,
 * unless the platform bears out what could be read, or a person says so with `rollback: never`. One store that is away does
 * not stop it: events go to every store, and what runs is a witness of its own.
 * @throws Failure `unavailable` while a store is out of reach, `integrity` when all answer and events are gone
 */
function heedGaps(ground, context) {
    const { unreachable } = ground.history.gaps;
    const missing = describeGaps(ground.history);
    if (missing === null)
        return;
    const what = `${missing}, and a deployment that was cut off may stand there`;
    const { environment, input, run } = context;
    const why = doubt(ground);
    if (why === null || input.rollback !== 'auto') {
        run.notice('warning', `${what}${why === null ? `. ${borneOut(ground)}` : `: ${why}`}`);
        return;
    }
    throw new domain_failure/* Failure */.HR(unreachable.length > 0 ? 'unavailable' : 'integrity', `${what}: ${why}`, {
        hint: `${unreachable.length > 0
            ? `Bring ${unreachable.join(' and ')} back, and run it again; take what is lost for good out of the environment file.`
            : `Look at it with \`lifeboat ledger verify --environment ${environment.environment}\`, and find out who may delete there.`} Who knows what runs, and on which data, goes over it with --rollback never.`,
    });
}
function describeGaps({ gaps: { unreachable, gone } }) {
    if (unreachable.length > 0)
        return `the ledger could not be read whole: ${unreachable.join(', ')} ${unreachable.length === 1 ? 'is' : 'are'} out of reach`;
    if (gone.length === 0)
        return null;
    return `the ledger could not be read whole: ${(0,units/* counted */.hS)(gone.length, 'event')} that later ones name ${gone.length === 1 ? 'is' : 'are'} in no store: ${gone.slice(0, 3).join(', ')}`;
}
/** Why what could be read is not to be relied on; null when the platform bears it out. */
function doubt({ history, running }) {
    const { last, unfinished, stands, gaps } = history;
    // They are no older than what could be read of deployments.
    if (gaps.unreachable.length > 0 && gaps.gone.length > 0)
        return `${(0,units/* counted */.hS)(gaps.gone.length, 'event')} that later ones name ${gaps.gone.length === 1 ? 'lies' : 'lie'} nowhere else: ${gaps.gone.slice(0, 3).join(', ')}`;
    if (last === null)
        return 'what could be read knows of no deployment';
    const expected = unfinished === null ? [stands?.version] : [unfinished.version, unfinished.from?.version];
    // One that stands half way is of no one version.
    const isBorneOut = running === null ? unfinished !== null || stands === null : expected.includes(running.version);
    if (isBorneOut)
        return null;
    const says = unfinished === null ? (stands?.version ?? 'nothing') : `${unfinished.version}, unfinished`;
    return `${running === null ? 'the platform names no one version that runs' : `${running.version} runs, as the platform says`}, while the newest deployment that could be read is of ${says}`;
}
function borneOut({ running }) {
    return `It is gone on with, as the platform bears out what could be read: ${running?.version ?? 'no one version'} runs`;
}

;// CONCATENATED MODULE: ./lib/operations/deploy/may-restore.js

/** Since its first run, however often it was gone on with. */
function ageOf({ began }, { ports }) {
    return ports.clock.now() - Date.parse(began);
}
/**
 * Whether what was begun is still settled without a person's word: the longer ago it was, the more have customers written
 * since, and the more is it for a person to decide.
 */
function isYoung(event, asked) {
    return ageOf(event, asked) <= (0,deploy_schema/* deploySettings */.$Y)(asked.environment).backupMaxAge;
}
/**
 * For a deployment that was cut off: true where bringing the data back was begun; null where it follows from the data and
 * the environment file; false where it is too long ago, and nobody asks for it in this run.
 */
function mayStillRestore(event, asked) {
    if (!asked.input.restoreData && !isYoung(event, asked))
        return false;
    return event.state === 'rolling-back' && event.restoresData ? true : null;
}
/** For `rollback: now`: where it is asked for, and where a run that was cut off a short while ago had begun it. */
function restoresOnDemand(event, asked) {
    return asked.input.restoreData || (isOpen(event) && event.restoresData && isYoung(event, asked));
}
function isOpen({ state }) {
    return state === 'rolling-back' || state === 'broken';
}

;// CONCATENATED MODULE: ./lib/operations/deploy/look-round.js










async function lookRound({ environment, ports, }) {
    return {
        history: await (0,journal.readJournal)(environment, ports),
        running: await ports.target.running(ports.signal),
    };
}
/**
 * What `rollback: now` takes back, and what it goes back to.
 * @throws Failure `missing` when there is nothing to go back to, `refused` when something else runs
 */
function takeableBack({ history, running }) {
    const { newest, last } = history;
    if (newest !== null && newest.from !== null) {
        demandRunning(newest, running);
        return { event: newest, from: newest.from };
    }
    let why = 'the ledger knows of no deployment';
    if (last !== null)
        why = `the newest deployment in the ledger, ${named(last)}, ${newest === null ? `was taken back already: ${last.from?.version ?? 'nothing'} runs since` : 'names nothing that ran before it'}`;
    throw new domain_failure/* Failure */.HR('missing', `there is nothing to take back: ${why}`, {
        hint: 'Deploy the version that you want with version.',
    });
}
/** What came another way than the newest deployment is not taken back by taking that one back. */
function demandRunning({ version, from, state }, running) {
    if (running === null || running.version === version)
        return;
    // It may be half taken back already.
    if (state !== 'stands' && running.version === from?.version)
        return;
    throw new domain_failure/* Failure */.HR('refused', `${running.version} runs, as the platform says, while the newest deployment in the ledger is of ${version}: taking that one back would not take back what runs`, { hint: 'Somebody has deployed another way. Deploy the version that you want with version.' });
}
/** As reports call a deployment. */
function named({ version, at, id }) {
    return `${version} of ${at.slice(0, 19)}Z (event ${id})`;
}
/**
 * Settles what an earlier run left half done: goes on with it, finds that it stands, or takes it back. Nothing new is begun
 * on top of it, unless a person says so with `rollback: never`.
 */
async function settle(look, context) {
    const { history, running } = look;
    const { input, run, environment, ports } = context;
    heedGaps(look, context);
    const { unfinished } = history;
    if (unfinished === null)
        return { kind: 'new', from: former(history, running, context), touched: false };
    const { state, version } = unfinished;
    const what = `the deployment of ${named(unfinished)}`;
    run.notice('warning', {
        started: `${what} was cut off before its end`,
        'rolling-back': `${what} failed, and was being taken back when that run was cut off`,
        broken: `${what} failed, and could not be taken back`,
    }[state]);
    if (input.rollback === 'never') {
        run.notice('notice', 'it is gone over, as rollback is never');
        return { kind: 'new', from: unfinished.from ?? running, touched: true };
    }
    const attempt = attemptOf(unfinished);
    if (state === 'started' && version === input.version && attempt.preBackup !== null) {
        if (!isYoung(unfinished, context)) {
            run.notice('warning', `that was ${(0,units/* formatDuration */.a3)(ageOf(unfinished, context))} ago, longer than deploy.backup-max-age: it is begun anew, by a gate and a backup of its own, so that going back loses nothing that was written since`);
            run.next.push(dataCommand(environment, attempt.preBackup));
            const isOther = running !== null && running.version !== version;
            return { kind: 'new', from: isOther ? running : attempt.from, touched: true };
        }
        await run.phase('look at the backup before it', () => checkGiven(environment, attempt.preBackup ?? '', { mayBeOld: true }, ports, run));
        run.notice('notice', `it is gone on with, from its own backup ${attempt.preBackup}; its gate was open`);
        return { kind: 'resume', attempt };
    }
    // A person may have mended what was broken: what runs now decides, whatever it is called.
    const isSettled = state === 'broken'
        ? !(await hasForeignData(attempt, running, context))
        : state === 'started' && running?.version === version;
    if (isSettled && running !== null && (await stands(running.version, context))) {
        run.notice('notice', `${running.version} runs, and is found fit for service`);
        const standing = { ...attempt, version: running.version };
        await (0,journal.writeDown)(environment, 'stands', standing, { verdict: 'passed', validated: true }, ports);
        return { kind: 'new', from: running, touched: false };
    }
    if (state === 'broken')
        throw stillBroken(what, environment);
    const cause = new domain_failure/* Failure */.HR('unavailable', `${what} was not brought to its end`);
    const restoresData = mayStillRestore(unfinished, context);
    if (restoresData === false)
        run.notice('warning', `that was ${(0,units/* formatDuration */.a3)(ageOf(unfinished, context))} ago: the data is left as it is unless restore-data is given, since more was written than the deployment can have done`);
    const course = unknownCourse(environment.target?.type);
    const back = await goBack(attempt, course, { isAgain: true, restoresData }, context);
    await (0,journal.writeDown)(environment, back.state, attempt, { verdict: 'failed', failure: cause.kind, validated: back.validated, restoresData: back.restored }, ports);
    if (back.state === 'rolled-back' && version !== input.version) {
        run.notice('warning', `${what} was taken back first: ${attempt.from?.version ?? 'nothing'} runs again`);
        return { kind: 'new', from: attempt.from, touched: false };
    }
    return { kind: 'over', attempt, back, cause };
}
/** The former release on definitions that the failed one has left: it may look well, and is on nobody's data. */
async function hasForeignData({ from, fingerprint }, running, { ports, run }) {
    if (running === null || running.version !== from?.version)
        return false;
    return (0,data_fingerprint/* compareData */.E)(fingerprint, await takeFingerprint(ports, run)).verdict === 'schema';
}
function stillBroken(what, environment) {
    return new domain_failure/* Failure */.HR('refused', `${what} failed, and could not be taken back: what runs is not fit for service`, {
        hint: `A person decides: go back with \`${deployCommand(environment, '--rollback now')}\`, and --restore-data to bring the data back too; or go over it with --rollback never and a version.`,
    });
}
/** Nobody knows how far a run came that was killed: as far as it could. */
function unknownCourse(type) {
    return {
        trouble: null,
        migration: type === undefined ? 'none' : 'failed',
        touched: true,
        validated: null,
    };
}
function attemptOf({ version, commit, from, preBackup, fingerprint }) {
    return { version, commit, from, preBackup, fingerprint };
}
/** What to go back to: what runs, held against what the ledger says. */
function former({ stands }, running, { run }) {
    if (running === null && stands !== null) {
        run.notice('warning', `the platform does not say what runs; the ledger (event ${stands.event}) says ${stands.version}, which is taken as what to go back to`);
        return { version: stands.version, images: {} };
    }
    if (running !== null && stands !== null && running.version !== stands.version) {
        run.notice('warning', `${running.version} runs, as the platform says, while the last deployment in the ledger (event ${stands.event}) is of ${stands.version}: somebody has deployed another way. What runs is what would be gone back to`);
    }
    return running;
}
async function stands(version, context) {
    try {
        await waitUntilWell('health of what was cut off', context);
        return (await validate('of what was cut off', version, context)) !== null;
    }
    catch (error) {
        context.ports.signal.throwIfAborted();
        if ((0,domain_failure/* asFailure */.h_)(error).kind === 'bug')
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./lib/vault/leases.js
var leases = __webpack_require__(86333);
// EXTERNAL MODULE: ./lib/operations/restore/lease.js
var lease = __webpack_require__(45677);
;// CONCATENATED MODULE: ./lib/operations/deploy/place.js




/** How often it is looked whether the other run has ended. */
const pace = 10_000;
/**
 * Holds the environment's place for the whole deployment, so that neither another deployment nor a restore that exchanges
 * its data runs beside it. The lease of a run that was killed expires within minutes.
 * @throws Failure `refused` when another holds it after that time; whatever the stores failed with when none took it
 */
async function takePlace(environment, { why, wait }, ports) {
    const { clock, signal, log } = ports;
    const until = clock.ticks() + wait;
    let isSaid = false;
    for (;;) {
        try {
            return await (0,leases/* takeLease */._)(ports.stores, environment, { exclusive: lease/* environmentPlace */.h, why }, ports);
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind !== 'refused')
                throw error;
            if (clock.ticks() + pace > until)
                throw notOver(failure, wait);
            if (!isSaid)
                log.notice(`waiting for another run, at most ${(0,units/* formatDuration */.a3)(wait)}: ${failure.message}`);
            isSaid = true;
            await clock.sleep(pace, signal);
        }
    }
}
function notOver(failure, wait) {
    const waited = wait > 0 ? ` after ${(0,units/* formatDuration */.a3)(wait)}` : '';
    return new domain_failure/* Failure */.HR('refused', `another run is at work on this environment${waited}: ${failure.message}`, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        cause: failure,
    });
}

;// CONCATENATED MODULE: ./lib/operations/deploy/take-back-now.js









/** A person wants back what ran before the newest deployment. */
async function takeBackNow(look, context) {
    const { environment, input, ports, run, result } = context;
    heedGaps(look, context);
    const { event: newest, from } = takeableBack(look);
    run.fact('takes back', named(newest));
    const attempt = attemptOf(newest);
    const announcer = await openAnnouncer(environment, input, ports, run);
    result.deploymentId = announcer.deployment?.id ?? null;
    result.backupId = attempt.preBackup;
    result.version = attempt.version;
    // A deployment that stood was in service: its state is worth keeping whatever becomes of it.
    if (newest.state === 'stands' && input.steps.includes('backup'))
        await run.phase('backup', () => makeLabelled(environment, 'before', from.version, ports, run));
    const began = ports.clock.ticks();
    await announcer.tell('in_progress', `rolling back to ${from.version}`);
    const { version } = newest;
    const unfinished = { version, state: 'unfinished', runs: null, data: null, isAskedFor: true };
    run.deployed = unfinished;
    const course = { trouble: null, migration: 'ran', touched: true, validated: null };
    const back = await goBack(attempt, course, { isAgain: newest.state !== 'stands', restoresData: restoresOnDemand(newest, context) }, context);
    result.state = back.state;
    const isBack = back.state === 'rolled-back';
    tellDeployed({ ...unfinished, state: back.state, runs: isBack ? from.version : null, data: becameOfData(back) }, isBack
        ? null
        : { step: null, failure: back.failure ?? new domain_failure/* Failure */.HR('unavailable', 'the way back failed') }, run);
    measure(environment, ports.clock.ticks() - began, 'a rollback that was asked for', run, !isBack);
    if (isBack)
        noteUnasked(from.version, back.validated, context);
    const verdict = isBack ? verdictOf(run) : 'failed';
    const failure = back.failure;
    const ending = {
        verdict,
        failure: failure?.kind ?? null,
        validated: back.validated,
        restoresData: back.restored,
    };
    await (0,journal.writeDown)(environment, back.state, attempt, ending, ports);
    await announcer.tell(isBack ? 'success' : 'failure', `rolled back to ${from.version}`);
    whereItIs(isBack ? from.version : null, { version: newest.version, images: {} }, run);
    return run.finish(verdict, isBack ? null : (failure ?? new domain_failure/* Failure */.HR('unavailable', 'the way back failed')));
}

;// CONCATENATED MODULE: ./lib/operations/deploy/change.js
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










/** Holds the environment, settles what an earlier run has left, and then does what this one is for. */
async function change(base) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { environment, input, ports, run } = base;
        const why = input.rollback === 'now' ? 'take the newest deployment back' : `deploy ${input.version ?? 'a version'}`;
        if (input.rollback !== 'now' && input.version !== null)
            run.deployed = untouched(input.version, null);
        const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const place = stack.use(await run.phase('hold the environment', () => takePlace(environment.environment, { why, wait: input.wait }, ports)));
        const context = { ...base, place };
        const look = await run.phase('look round', () => lookRound(context));
        if (input.rollback === 'now')
            return await takeBackNow(look, context);
        run.deployed = undefined;
        const settled = await settle(look, context);
        if (settled.kind === 'over')
            return tellOver(settled.attempt, settled.back, settled.cause, context);
        if (settled.kind === 'resume') {
            base.result.backupId = settled.attempt.preBackup;
            return await carryOut(settled.attempt, context, { touched: true, migration: 'failed' });
        }
        const version = input.version ?? '';
        run.deployed = untouched(version, settled.touched ? null : (settled.from?.version ?? null));
        await lookAhead(look.running, context);
        await passGate(version, context);
        base.result.backupId = await backUpBefore(version, context);
        const attempt = {
            version,
            commit: input.commit,
            from: settled.from,
            preBackup: base.result.backupId,
            fingerprint: await takeFingerprint(ports, run),
        };
        await (0,journal.writeDownStart)(environment, attempt, ports);
        return await carryOut(attempt, context, { touched: settled.touched, migration: 'none' });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** What an earlier run left was taken back, or could not be; the version of this run was not begun. */
function tellOver(attempt, back, cause, context) {
    const { run, result } = context;
    result.state = back.state;
    result.version = attempt.version;
    result.backupId = attempt.preBackup;
    whereItIs(back.state === 'broken' ? null : (attempt.from?.version ?? null), attempt.from, run);
    tellTakenBack(attempt, back, { step: null, failure: cause }, run);
    if (back.state === 'rolled-back')
        run.next.push(`Run it again to deploy: ${attempt.from?.version ?? 'the former release'} runs, and is fit for service.`);
    return run.finish('failed', failedDeployment(attempt, null, cause, back));
}
function backUpBefore(version, { environment, input, ports, run }) {
    return run.phase('backup', async () => {
        if (input.backup === null)
            return makeLabelled(environment, 'before', version, ports, run);
        await checkGiven(environment, input.backup, { mayBeOld: false }, ports, run);
        return input.backup;
    });
}

// EXTERNAL MODULE: ./lib/operations/missing-consent.js
var missing_consent = __webpack_require__(84105);
// EXTERNAL MODULE: ./lib/domain/deployed-version.js
var deployed_version = __webpack_require__(30897);
// EXTERNAL MODULE: ./lib/operations/environments/unknown-target.js
var unknown_target = __webpack_require__(97025);
// EXTERNAL MODULE: ./lib/vault/signing.js
var vault_signing = __webpack_require__(4527);
// EXTERNAL MODULE: ./lib/operations/ledger/trusted-keys.js
var trusted_keys = __webpack_require__(1886);
;// CONCATENATED MODULE: ./lib/operations/deploy/guards.js







/**
 * What must be right before anything is asked of anybody. It stands here, in the operation, so that no way to call it goes
 * round it.
 * @throws Failure `config` when inputs contradict each other or a key is missing, `refused` without the consent it takes
 */
function checkDeployGuards(environment, input, ports) {
    checkDeployInputs(input);
    if (input.steps.includes('deploy') && environment.target === undefined)
        throw (0,unknown_target/* unknownTarget */.W)(environment.environment);
    const missing = missingDeployConsent(environment, input, ports);
    if (missing.length > 0 && !input.dryRun) {
        throw new domain_failure/* Failure */.HR('refused', `a deployment of a protected environment takes consent: ${missing.join('; ')}`, {
            hint: `Give the name and why: on a terminal --confirm ${environment.environment} --reason "…", in a job the inputs confirm and reason. To look first, make a dry run.`,
        });
    }
    if (input.dryRun)
        return;
    const has = (step) => input.steps.includes(step);
    if (has('deploy'))
        checkDeployKey(environment, ports);
    // With everything that may be needed on the way, or nothing is begun.
    if ((has('backup') && input.backup === null && input.rollback !== 'now') || has('backup-after'))
        (0,signing_keys.checkSigningKey)(environment, 'backup', (0,signing_keys.inRole)(environment, ['backup'], ports).keys.signing);
    if (has('verify') && (0,deploy_schema/* deploySettings */.$Y)(environment).prove)
        (0,signing_keys.checkSigningKey)(environment, 'verify', (0,signing_keys.inRole)(environment, ['verify'], ports).keys.signing);
    checkIdentity(environment, input, ports);
}
/** The way back must be open before the way is gone. */
function checkIdentity(environment, input, { keys }) {
    const { encryption } = environment;
    const { restoreData, prove } = (0,deploy_schema/* deploySettings */.$Y)(environment);
    if (typeof encryption !== 'object' || !('recipients' in encryption) || keys.identities.length > 0)
        return;
    const mayRestore = restoreData === 'always' || input.restoreData;
    const reasons = [
        ...(input.steps.includes('deploy') && input.rollback !== 'never' && mayRestore
            ? ['bringing the data back']
            : []),
        ...(input.steps.includes('verify') && prove ? ['proving the backup'] : []),
    ];
    if (reasons.length === 0)
        return;
    throw new domain_failure/* Failure */.HR('config', `no identity was given, and ${reasons.join(' and ')} takes one`, {
        hint: 'Give LIFEBOAT_IDENTITY, or on a terminal --identity-file; or leave these parts to jobs that have it, with steps.',
    });
}
/** What a person still has to say before a protected environment is changed; for people. */
function missingDeployConsent(environment, input, { run }) {
    const changes = input.steps.includes('deploy');
    const { confirm } = input;
    const name = environment.environment;
    if (!changes)
        return [];
    // What was typed wrong was meant for another environment, protected or not.
    const isWrong = confirm !== null && confirm !== name;
    const isMissing = confirm === null && environment.protected;
    return [
        ...(isWrong
            ? [`confirm is ${JSON.stringify(confirm.slice(0, 60))}, not the name of the environment`]
            : isMissing
                ? ['confirm is not given']
                : []),
        ...(environment.protected && (run.reason ?? '').trim() === '' ? ['no reason is given'] : []),
    ];
}
function checkDeployInputs(input) {
    const { version, steps, rollback, backup } = input;
    const has = (step) => steps.includes(step);
    const problems = [
        ...(steps.length === 0 ? ['steps names none'] : []),
        ...(version === null && rollback !== 'now' && steps.some((step) => step !== 'verify')
            ? ['version is not given']
            : []),
        ...(version !== null && !(0,deployed_version/* isVersion */.l)(version)
            ? [`the version is no version; accepted: ${deployed_version/* versionForm */.H}`]
            : []),
        ...(rollback === 'now' && !has('deploy') ? ['rollback: now needs the step deploy'] : []),
        ...(has('deploy') && rollback !== 'now' && !input.dryRun && !has('backup') && backup === null
            ? ['without the step backup, the backup that an earlier job made must be named: backup']
            : []),
    ];
    if (problems.length > 0)
        throw new domain_failure/* Failure */.HR('config', problems.join('; '));
}
/** What the ledger says of deployments decides what is brought back: nobody else may have written it. */
function checkDeployKey(environment, ports) {
    const { signing } = environment;
    const roles = (0,trusted_keys.rolesThatSign)(environment, 'deploy');
    const known = roles.flatMap((role) => signing[role] ?? []);
    const isSigned = Object.values(signing).some((key) => key !== undefined);
    const { signing: key } = (0,signing_keys.inRole)(environment, roles, ports).keys;
    if (!isSigned && key === null) {
        if (!environment.protected)
            return;
        throw new domain_failure/* Failure */.HR('config', 'the environment is protected, and signing.deploy is not configured', {
            hint: 'Make keys with lifeboat keygen and put the public ones under signing.',
        });
    }
    if (key !== null && (known.length === 0 || known.includes((0,vault_signing/* publicKeyOf */.kc)(key))))
        return;
    throw new domain_failure/* Failure */.HR('config', `a deployment stands in the ledger, signed: ${key === null ? 'no signing key was given' : `none of the signing keys that were given belongs to ${roles.map((role) => `signing.${role}`).join(' or ')}`}`, {
        hint: 'Give the secret key of signing.deploy, as LIFEBOAT_SIGNING_KEY or LIFEBOAT_DEPLOY_SIGNING_KEY, on a terminal with --signing-key-file.',
    });
}

;// CONCATENATED MODULE: ./lib/operations/deploy/dry-run.js











/** Says what a deployment would do, and what the gate finds. Changes nothing, neither in stores nor on the target. */
async function planDeployment(plan) {
    const { environment, input, ports, run } = plan;
    // The job of another part has neither the machine nor the rights to ask the platform.
    const look = input.steps.includes('deploy') ? await run.phase('look round', () => lookRound(plan)) : null;
    if (look !== null)
        await tellLook(look, ports, run);
    let refusal = look === null ? null : refusalForGaps(look, plan);
    if (look !== null && input.rollback === 'now') {
        try {
            run.fact('takes back', named(takeableBack(look).event));
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind !== 'missing' && failure.kind !== 'refused')
                throw error;
            refusal ??= failure;
        }
    }
    else if (input.steps.some((step) => step === 'gate' || step === 'deploy')) {
        try {
            await askGate(input, ports, run);
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind !== 'refused')
                throw error;
            refusal ??= failure;
        }
    }
    if (look !== null && input.rollback !== 'now') {
        try {
            await lookAhead(look.running, plan);
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind !== 'config')
                throw error;
            refusal ??= failure;
        }
    }
    tellSteps(plan, look);
    const again = (0,missing_consent/* tellMissingConsent */.w)(missingDeployConsent(environment, input, ports), { environment: environment.environment, confirm: input.confirm, reason: ports.run.reason }, input.rollback === 'now' ? 'take it back' : 'deploy', run);
    run.next.push(`This was a dry run: nothing was changed.${refusal === null ? ` ${again}` : ''}`);
    return run.finish(refusal === null ? verdictOf(run) : 'failed', refusal);
}
function refusalForGaps(look, plan) {
    try {
        heedGaps(look, plan);
        return null;
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug')
            throw error;
        return failure;
    }
}
async function tellLook({ history, running }, ports, run) {
    const unknown = async () => (await nothingRuns(ports)) ? 'nothing: no service is running' : 'the platform does not say';
    run.fact('runs now', running?.version ?? (await unknown()));
    run.fact('last in the ledger', history.stands?.version ?? 'nothing that stands');
    const { unfinished } = history;
    if (unfinished !== null)
        run.notice('warning', `the deployment of ${unfinished.version} of ${unfinished.at.slice(0, 19)}Z is not at its end (${unfinished.state}): it would be settled first`);
}
/** Whether the platform says of each service that it is stopped. For people: what is gone back to does not follow it. */
async function nothingRuns({ target, signal }) {
    try {
        const services = await target.services(signal);
        return services !== null && services.every(({ status }) => status === 'stopped');
    }
    catch (error) {
        if ((0,domain_failure/* asFailure */.h_)(error).kind === 'bug' || signal.aborted)
            throw error;
        return false;
    }
}
/** The timeline of what was not done. */
function tellSteps({ environment, input, ports, run }, look) {
    const { target, application } = ports;
    const settings = (0,deploy_schema/* deploySettings */.$Y)(environment);
    const { version } = input;
    const has = (step) => input.steps.includes(step);
    const step = (name, detail) => run.addPhase({ name, startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail });
    const health = application.health === null
        ? 'left out: target.health is not configured'
        : `ask ${application.health.what}`;
    const validation = settings.validate === 'none'
        ? 'left out: deploy.validate is none'
        : `${settings.validate}: ${(0,deploy_schema/* decidingCategories */.gu)(environment).join(', ')}`;
    const back = look?.running?.version ?? look?.history.stands?.version ?? null;
    if (input.rollback === 'now') {
        const newest = look?.history.newest ?? null;
        const to = newest?.from?.version;
        step('roll back', to === undefined ? 'there is nothing to go back to' : target.describe('roll-back', to));
        step('restore the data', newest !== null && restoresOnDemand(newest, { environment, input, ports })
            ? `backup ${newest.preBackup ?? 'none'}, by swap, unless it was brought back already since the deployment began`
            : 'left out: restore-data is not given');
        step('health', health);
        step('validate', validation);
        return;
    }
    if (has('backup') && version !== null)
        step('backup', `class critical, label ${labelFor('before', version)}`);
    if (has('deploy') && version !== null) {
        if (!has('backup'))
            step('backup', `${input.backup ?? 'that of the job before'} is looked at: critical, whole, at most as old as deploy.backup-max-age`);
        step('migrate', target.describe('migrate', version));
        step('deploy', target.describe('deploy', version));
        step('health', health);
        step('validate', validation);
        step('if it fails', back === null
            ? 'nothing is known to run now, so there would be nothing to go back to'
            : `${target.describe('roll-back', back)}; data: restore-data is ${settings.restoreData}${settings.restoreData === 'ask' ? (input.restoreData ? ', and was asked for' : ', and was not asked for') : ''}`);
    }
    if (has('backup-after') && version !== null)
        step('backup after', `class critical, label ${labelFor('after', version)}`);
    if (has('verify'))
        step('prove', settings.prove ? 'restored into a throwaway server, and compared' : 'left out: deploy.prove is false');
}

;// CONCATENATED MODULE: ./lib/operations/deploy/take-parts.js




/** Parts that change nothing, for jobs of their own. */
async function takeParts(context) {
    const { environment, input, ports, run, result } = context;
    const version = input.version ?? '';
    if (input.steps.includes('gate'))
        await passGate(version, context);
    if (input.steps.includes('backup')) {
        result.backupId = await run.phase('backup', () => makeLabelled(environment, 'before', version, ports, run));
    }
    const failure = await comeAfter(version, context);
    return run.finish(failure === null ? verdictOf(run) : 'failed', failure);
}

;// CONCATENATED MODULE: ./lib/operations/deploy/deploy.js








/**
 * Deploys a version with a way back: gate, backup, migrate and deploy, health, validation, another backup and its proof. What
 * fails before the validation has passed is taken back, the data too where the environment file asks for it and the deployment
 * has changed it. What comes after does not undo a release that is fit for service. Expected troubles end in the report.
 */
async function deploy(environment, input, ports) {
    const run = new run_report/* RunReport */.e('deploy-env', environment.environment, ports);
    run.dryRun = input.dryRun;
    const result = {
        state: null,
        backupId: null,
        postBackup: null,
        deploymentId: null,
        version: null,
    };
    const context = { environment, input, ports, run, result };
    const report = await run.ending(async () => {
        checkDeployGuards(environment, input, ports);
        if (input.dryRun)
            return await planDeployment(context);
        return await (input.steps.includes('deploy') ? change(context) : takeParts(context));
    });
    report.backupId = result.postBackup ?? result.backupId;
    report.subject = subjectOf(input, result, (0,news/* troubleOf */.LH)(report) === null);
    return { ...result, report };
}
/** What it was about. A part of a deployment answers for that part; and a gate that is closed is the gate's trouble. */
function subjectOf({ steps, ...input }, { state, ...result }, isWell) {
    const version = result.version ?? input.version;
    if (state === 'refused')
        return { tried: [subject/* gatePart */.Fx], troubled: [subject/* gatePart */.Fx], answers: 'tried' };
    if (steps.includes('deploy'))
        return (0,subject_of/* ofDeployment */.Zp)(version, isWell);
    const parts = steps.filter((step) => step !== 'gate').map((step) => (0,subject/* subjectWord */.tb)(`${version ?? ''} ${step}`));
    const gate = steps.includes('gate') ? [subject/* gatePart */.Fx] : [];
    return {
        tried: [...gate, ...parts],
        troubled: isWell ? [] : parts.length > 0 ? parts : gate,
        answers: 'tried',
    };
}


/***/ }),

/***/ 25919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJournal: () => (/* binding */ readJournal),
/* harmony export */   wasRestored: () => (/* binding */ wasRestored),
/* harmony export */   writeDown: () => (/* binding */ writeDown),
/* harmony export */   writeDownStart: () => (/* binding */ writeDownStart)
/* harmony export */ });
/* harmony import */ var _domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4660);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14375);
/* harmony import */ var _vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91076);
/* harmony import */ var _ledger_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53529);
/* harmony import */ var _ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1886);
/* harmony import */ var _signing_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19430);








/** @returns null when no store took it, which the log says */
function writeDown(environment, state, attempt, ending, ports) {
    const { version, commit, from, preBackup, fingerprint } = attempt;
    const { verdict = 'degraded', failure = null, validated = false, postBackup = null } = ending;
    return (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_4__/* .recordEvent */ .y)((0,_signing_keys_js__WEBPACK_IMPORTED_MODULE_6__.inRole)(environment, (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__.rolesThatSign)(environment, 'deploy'), ports), environment, {
        type: 'deploy',
        outcome: { verdict, failure },
        backupId: preBackup,
        details: {
            version,
            commit,
            from: from?.version ?? null,
            fromImages: from === null ? null : JSON.stringify(from.images),
            state,
            validated,
            preBackup,
            postBackup,
            ...(fingerprint === null ? {} : { fingerprint: JSON.stringify(fingerprint) }),
            ...(ending.restoresData === undefined ? {} : { restoresData: ending.restoresData }),
        },
    });
}
/** Before anything is touched: what nobody wrote down, nobody could take back after this run was killed. @throws Failure */
async function writeDownStart(environment, attempt, ports) {
    if ((await writeDown(environment, 'started', attempt, {}, ports)) !== null)
        return;
    ports.signal.throwIfAborted();
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', 'no store took the event of the ledger that says that this deployment begins; nothing was touched', {
        hint: 'The log above says why. Without it, a run after a killed one would not know what to go back to.',
    });
}
/** @throws Failure when no store could be listed */
async function readJournal(environment, ports) {
    const { events, gaps } = await newestEvents(environment, ['deploy'], _domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__/* .saysEnough */ .Lx, ports);
    return { ...(0,_domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__/* .readHistory */ .Lu)(events), gaps };
}
/** Whether its data was brought back since it began: by whoever it was, in a run that may have been killed since. */
async function wasRestored(environment, attempt, ports) {
    const startOf = (events) => events.findIndex((event) => (0,_domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__/* .isStart */ .n)(event, attempt));
    const { events } = await newestEvents(environment, ['deploy', 'restore'], (found) => startOf(found) !== -1, ports);
    const start = startOf(events);
    const since = start === -1 ? events : events.slice(0, start);
    return since.some(({ type, backupId, details }) => type === 'restore' &&
        backupId === attempt.preBackup &&
        details['mode'] === 'swap' &&
        details['exchanged'] === true);
}
/** Newest first, as far back as is needed, and by as much further as clocks may differ. */
async function newestEvents(environment, types, isEnough, { stores, log, signal }) {
    const found = [];
    let oldest = null;
    const search = await (0,_vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_3__/* .searchLedger */ .a)(stores, environment.environment, (type) => (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__.trustedKeys)(environment, type), (event) => {
        const at = Date.parse(event.at);
        if (oldest !== null && at < oldest)
            return true;
        if (types.some((type) => type === event.type))
            found.push(event);
        if (oldest === null && isEnough(found))
            oldest = at - _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .toleratedSkew */ .Xx;
        return false;
    }, { log, signal });
    if (search.doubtful.length > 0)
        log.warning(`${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(search.doubtful.length, 'event')} of the ledger cannot be believed, and did not count: lifeboat ledger verify says more`);
    const { unreachable, gone } = search;
    return { events: inTheirOrder(found), gaps: { unreachable, gone } };
}
/**
 * Newest first. Machines whose clocks differ by as much as the ledger bears wrote events whose times lie: among those, the
 * deeper in the chain is the newer. Further apart the time decides, as a store that was away for a day has a chain less deep.
 */
function inTheirOrder(events) {
    const left = events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
    const ordered = [];
    for (;;) {
        const [latest] = left;
        if (latest === undefined)
            return ordered;
        let next = latest;
        for (const event of left) {
            if (Date.parse(event.at) < Date.parse(latest.at) - _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .toleratedSkew */ .Xx)
                break;
            if (event.depth > next.depth)
                next = event;
        }
        left.splice(left.indexOf(next), 1);
        ordered.push(next);
    }
}


/***/ }),

/***/ 97025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unknownTarget)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_guide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99620);


/** For what works on the application of an environment whose file has no `target:`. */
function unknownTarget(environment) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the file of ${environment} does not say where its application runs`, {
        hint: `Add target: to it; ${(0,_domain_guide_js__WEBPACK_IMPORTED_MODULE_1__/* .guide */ .R)('environments')} shows how.`,
    });
}


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rolesThatSign: () => (/* binding */ rolesThatSign),
/* harmony export */   trustedKeys: () => (/* binding */ trustedKeys)
/* harmony export */ });
/** Whose signature an event of each kind may bear; those of deployments only where no key of their own is configured. */
const rolesOf = {
    backup: ['backup'],
    verification: ['verify'],
    // A restore that may have to make a backup first runs with the key of backups.
    restore: ['restore', 'backup', 'verify'],
    retention: ['retention'],
    replicate: ['backup', 'retention', 'restore'],
    repair: ['backup', 'retention', 'restore'],
    'lease-broken': ['backup', 'verify', 'retention', 'restore'],
    deploy: ['deploy', 'backup'],
    drill: ['verify', 'restore'],
    validation: ['deploy', 'verify', 'backup'],
    'gate-override': ['deploy', 'backup'],
    runbook: ['restore', 'deploy', 'backup', 'verify'],
    // Whoever reads it to keep a trouble quiet holds it to the keys of the runs that can be in it.
    told: ['backup', 'verify', 'retention', 'restore', 'deploy'],
};
/**
 * What says that a version is fit, or may go without being so. Whoever has a key for it shall be the only one: the other
 * roles' keys lie in jobs that nobody reviews.
 */
const ofDeployments = ['deploy', 'validation', 'gate-override'];
const anyRole = ['backup', 'verify', 'retention', 'restore', 'deploy'];
/** Whose signature an event of this type may bear in this environment, the best first. */
function rolesThatSign({ signing }, type) {
    return ofDeployments.includes(type) && signing.deploy !== undefined ? ['deploy'] : rolesOf[type];
}
/**
 * The public keys that may have signed an event of this type; null when none of them is configured, so that nothing can be
 * held to it. Types of a later version may be signed by any role.
 */
function trustedKeys(environment, type) {
    const roles = Object.hasOwn(rolesOf, type) ? rolesThatSign(environment, type) : anyRole;
    const keys = roles.flatMap((role) => environment.signing[role] ?? []);
    return keys.length === 0 ? null : keys;
}


/***/ }),

/***/ 98008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ degraded),
/* harmony export */   at: () => (/* binding */ Examination),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   hT: () => (/* binding */ skipped)
/* harmony export */ });
/* harmony import */ var _domain_environment_validation_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18491);
/* harmony import */ var _domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64226);
/* harmony import */ var _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(314);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);




const passed = (detail) => ({ status: 'passed', detail });
const degraded = (detail, hint) => ({
    status: 'degraded',
    detail,
    ...(hint === undefined ? {} : { hint }),
});
const failed = (detail, hint, failure = 'objective') => ({
    status: 'failed',
    detail,
    failure,
    ...(hint === undefined ? {} : { hint }),
});
const skipped = (detail, hint) => ({
    status: 'skipped',
    detail,
    ...(hint === undefined ? {} : { hint }),
});
/** One validation under way: its rules, what was found so far, and the time that each check took. */
class Examination {
    checks = [];
    environment;
    input;
    ports;
    rules;
    leftOut;
    constructor(environment, input, ports) {
        this.environment = environment;
        this.input = input;
        this.ports = ports;
        this.rules = rulesOf(environment);
        this.leftOut = new Set(this.rules.leftOut.map(({ check }) => check));
    }
    /** True for checks that a look at a running service does not need, but that judge what lies in it. */
    get isThorough() {
        return this.input.depth !== 'quick';
    }
    /**
     * Asks one question, unless the file leaves its kind out. What is thrown answers it too: `skipped` when what the check
     * needs is not there (`config`, `missing`), else `failed`. A bug, and being stopped, end the whole.
     */
    async check(kind, group, name, ask) {
        if (this.leftOut.has(kind))
            return;
        const { clock, signal } = this.ports;
        signal.throwIfAborted();
        const started = clock.ticks();
        const found = await ask().catch((error) => answerOf(error, signal));
        const { status, detail, subjects = [], hint, failure = null } = found;
        this.checks.push({
            rung: group,
            name,
            status,
            detail,
            subjects,
            failure,
            ...(hint === undefined ? {} : { hint }),
            duration: Math.round(clock.ticks() - started),
        });
    }
    isLeftOut(kind) {
        return this.leftOut.has(kind);
    }
    /** A value with its variables filled in, which are never shown from then on. */
    resolve(template) {
        const { ports } = this;
        const value = template.resolve(ports.variables);
        for (const name of template.names)
            ports.hide(ports.variables[name] ?? '');
        return value;
    }
    /** An address: parts of it that are secret, such as a password or a query, are never shown from then on. */
    resolveAddress(template) {
        const value = template.resolve(this.ports.variables);
        const url = URL.parse(value);
        for (const part of [url?.password, url?.search.slice(1)]) {
            if (part !== undefined && part !== '')
                this.ports.hide(part);
        }
        return value;
    }
    headers(given) {
        return given.map(({ name, value }) => ({ name, value: this.resolve(value) }));
    }
}
/** What the file says, or what holds when it says nothing. */
function rulesOf({ validation }) {
    const given = validation ?? (0,_domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .camelKeys */ .RA)(_domain_environment_validation_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .validationSchema */ .ds.parse({}));
    return { ...given, minScore: given.minScore ?? _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_2__/* .usualMinScore */ .lB };
}
function answerOf(error, signal) {
    signal.throwIfAborted();
    const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .asFailure */ .h_)(error);
    if (failure.kind === 'bug' || failure.kind === 'cancelled')
        throw error;
    const { kind, message, hint, subjects } = failure;
    const isUnable = kind === 'config' || kind === 'missing';
    return {
        status: isUnable ? 'skipped' : 'failed',
        detail: message,
        subjects,
        ...(hint === undefined ? {} : { hint }),
        ...(isUnable ? {} : { failure: kind }),
    };
}


/***/ }),

/***/ 79416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ listEvents),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93991);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92880);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14375);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52782);









/** Looks at the whole ledger, or what is newer. @throws Failure when no store could be asked */
async function listEvents(stores, environment, { log, signal }, since) {
    const after = since === undefined ? '' : `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment)}${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(since)}`;
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment), signal, after === '' ? {} : { after })) {
                if (key <= after)
                    continue;
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLedgerKey */ .Wg)(environment, key);
                if (id !== null)
                    holders.set(id, [...(holders.get(id) ?? []), store]);
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    return { holders: new Map([...holders].sort(([a], [b]) => (a < b ? -1 : 1))), unreachable };
}
/**
 * One store's copy of an event. Null when it is not there. @throws Failure `integrity` when it is no event, or not the one
 * of its key
 * @param keysFor the public keys that may have signed an event of a type; null when none is known
 */
async function readEvent(store, environment, id, signal, keysFor) {
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerKey */ .lj)(environment, id);
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, key, { signal }, _ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .largestEvent */ .j$);
    if (bytes === null)
        return null;
    const event = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerEvent */ .fK)(bytes.toString());
    if (event.id !== id || event.environment !== environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the event at the place of ${id} is another`);
    }
    const keys = keysFor(event.type);
    const trust = keys === null ? null : await untrusted(store, key, bytes, keys, (0,_ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .eventComment */ .gd)(environment, id), signal);
    return { event, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes).sha256, trust };
}
async function untrusted(store, key, bytes, keys, comment, signal) {
    const signature = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureKey */ .cx)(key), { signal }, 65_536);
    if (signature === null)
        return 'it is not signed';
    let why = 'its signature does not hold';
    for (const publicKey of keys) {
        try {
            (0,_signing_js__WEBPACK_IMPORTED_MODULE_7__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
            return null;
        }
        catch (error) {
            why = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal).message;
        }
    }
    return why;
}


/***/ }),

/***/ 91076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ searchLedger)
/* harmony export */ });
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43195);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _ledger_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79416);



/** Read side by side, so that a bucket's latency is hidden. */
const atOnce = 16;
/** A month of a backup every 15 minutes, with room. */
const mostRead = 6_000;
/**
 * Goes through the ledger from its newest event back, with those alone whose signature holds, until `look` has seen
 * enough. A copy that was tampered with in one store does not count where another store has it genuine.
 * @param keysFor the public keys that may have signed an event of a type; null when none is known, and it is taken as it is
 * @param look returns true when it needs no older event
 * @param context.anchors ids of events that proofs say were there
 * @throws Failure when no store could be asked
 */
async function searchLedger(stores, environment, keysFor, look, { anchors = [], ...context }) {
    const { holders, unreachable } = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .listEvents */ .I)(stores, environment, context);
    const ids = [...holders.keys()].reverse();
    const doubtful = [];
    const named = new Set(anchors);
    let read = 0;
    let isEnough = false;
    for (let start = 0; start < Math.min(ids.length, mostRead) && !isEnough; start += atOnce) {
        const some = ids.slice(start, start + atOnce);
        const events = new Map();
        await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)(some, atOnce, async (id) => {
            const event = await genuine(holders.get(id) ?? [], environment, id, keysFor, context);
            if (event !== null)
                events.set(id, event);
        });
        for (const id of some) {
            read += 1;
            const event = events.get(id);
            if (event === undefined) {
                doubtful.push(id);
                continue;
            }
            for (const head of event.previous)
                named.add(head.id);
            if (look(event)) {
                isEnough = true;
                break;
            }
        }
    }
    return {
        doubtful,
        // Ids begin with their time. What is older than the last one says nothing that was asked for.
        gone: [...named].filter((id) => !holders.has(id) && (!isEnough || id >= (ids[read - 1] ?? ''))).sort(),
        unreachable: [...unreachable.keys()],
        read,
        isWhole: read === ids.length,
    };
}
/** The event as the first store has it that holds a genuine copy. */
async function genuine(holders, environment, id, keysFor, { signal }) {
    for (const store of holders) {
        try {
            const read = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(store, environment, id, signal, keysFor);
            if (read !== null && read.trust === null)
                return read.event;
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
            if (failure.kind === 'bug')
                throw failure;
        }
    }
    return null;
}


/***/ })

};
