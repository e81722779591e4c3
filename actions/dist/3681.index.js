export const id = 3681;
export const ids = [3681,9342];
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

/***/ 92128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ conditionNames),
/* harmony export */   y: () => (/* binding */ conditionsOf)
/* harmony export */ });
/** What a gate asks for. The words stand in the ledger, when one was overridden. */
const conditionNames = ['backup', 'proof', 'drill', 'after', 'checks'];
/** What the file says, and for what it does not say: everything of a protected environment, nothing of another. */
function conditionsOf(environment) {
    const { gate = {}, objectives, protected: isProtected, minimumCopies } = environment;
    const unsaid = isProtected ? 'on' : 'off';
    const limitOf = (word, objective) => typeof word === 'number' ? word : (objective ?? 'unlimited');
    const backup = gate.backup ?? unsaid;
    const proof = gate.proof ?? unsaid;
    const drill = gate.drill ?? unsaid;
    const after = gate.after ?? (isProtected ? 'unnamed' : 'off');
    const checks = gate.checks ?? unsaid;
    const holdsDrills = gate.drill !== undefined || objectives.drillEvery !== undefined || environment.drills !== undefined;
    return {
        backup: backup === 'off'
            ? null
            : { limit: limitOf(backup, objectives.rpo), copies: gate.copies ?? minimumCopies },
        proof: proof === 'off' ? null : { limit: limitOf(proof, objectives.verifyEvery) },
        drill: drill === 'off' ? null : { limit: holdsDrills ? limitOf(drill, objectives.drillEvery) : 'none held' },
        after: after === 'off' ? null : after,
        checks: checks === 'off' ? null : { branch: checks === 'on' ? null : (checks.branch ?? null) },
    };
}


/***/ }),

/***/ 43681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gate: () => (/* binding */ gate)
/* harmony export */ });
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30470);
/* harmony import */ var _judge_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79342);


/** Judges the gate of an environment for a version, and reports every condition with its evidence. Deploys nothing. */
async function gate(environment, input, ports) {
    const run = new _run_report_js__WEBPACK_IMPORTED_MODULE_0__/* .RunReport */ .e('gate', environment.environment, ports);
    try {
        run.fact('version', input.version);
        if (input.commit !== null)
            run.fact('commit', input.commit);
        const { checks, refusal, overridden } = await run.phase('judge the conditions', () => (0,_judge_gate_js__WEBPACK_IMPORTED_MODULE_1__.judgeGate)(environment, input, ports));
        for (const check of checks)
            run.check(check);
        if (refusal !== null)
            return { report: run.finish('failed', refusal), isOpen: false, overridden: false };
        if (overridden) {
            const unmet = checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
            run.notice('warning', `The gate was overridden. Not met: that ${unmet.join('; that ')}.`);
            run.overridden = { reason: input.override ?? '', conditions: unmet };
            run.fact('overridden because', input.override ?? '');
        }
        const asked = checks.filter(({ status }) => status !== 'skipped');
        // Somebody's choice, and what holds unless somebody chooses; of a protected environment it is worth a warning.
        const isBare = asked.length === 0 && environment.protected;
        if (asked.length === 0)
            run.notice(isBare ? 'warning' : 'notice', 'The gate asks for nothing: every condition is off.');
        const isClean = !isBare && asked.every(({ status }) => status === 'passed');
        return { report: run.finish(isClean ? 'passed' : 'degraded', null), isOpen: true, overridden };
    }
    catch (error) {
        return { report: run.fail(error), isOpen: false, overridden: false };
    }
}


/***/ }),

/***/ 79342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeGate: () => (/* binding */ judgeGate)
});

// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/deployed-version.js
var deployed_version = __webpack_require__(30897);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/vault/backups.js
var vault_backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var vault_proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/domain/age.js
var age = __webpack_require__(72631);
// EXTERNAL MODULE: ./lib/domain/deploy-history.js
var deploy_history = __webpack_require__(4660);
// EXTERNAL MODULE: ./lib/operations/gate/ledger-evidence.js
var ledger_evidence = __webpack_require__(62037);
;// CONCATENATED MODULE: ./lib/operations/gate/after-condition.js





/**
 * Whether the version was validated in the environment before this one: what its ledger said last of that version is
 * that it stood there and was validated. Of an environment that is protected only signed events of the other count.
 */
async function judgeAfter(version, within, previous, isProtected, ports) {
    const { environment, stores } = previous;
    const name = environment.environment;
    const now = ports.clock.now();
    const seen = {
        word: null,
        future: 0,
        partial: 0,
        fell: null,
    };
    /** Failed validations that name no version were of whatever stood then: which one that was is said by an older event. */
    let unnamed = [];
    const found = await (0,ledger_evidence/* findInLedger */.Qp)(environment, ['deploy', 'validation'], isProtected || environment.protected, (event) => {
        if (event.type === 'validation' && versionOf(event) === null) {
            if (event.outcome.verdict === 'failed')
                unnamed.push(event);
            return false;
        }
        // After a rollback it is the release of before.
        const standing = (0,deploy_history/* readHistory */.Lu)([event]).stands?.version;
        if (standing !== undefined) {
            if (standing === version)
                seen.fell ??= unnamed[0] ?? null;
            unnamed = [];
        }
        const word = versionOf(event) === version ? wordOf(event) : null;
        if (word === null) {
            if (event.type === 'validation' && versionOf(event) === version)
                seen.partial += 1;
            return false;
        }
        if (word.isGood && (0,age/* isFromTheFuture */.v)(Date.parse(event.at), now)) {
            seen.future += 1;
            return false;
        }
        // What nothing older has been found for yet ran when this version did, which a validation names.
        const fell = seen.fell ?? unnamed[0] ?? null;
        seen.word =
            word.isGood && fell !== null
                ? { event: fell, isGood: false, text: 'what ran there after it was validated again, and failed' }
                : word;
        return true;
    }, { stores, log: ports.log, signal: ports.signal });
    const hint = `Deploy ${version} to ${name} first, and let it be validated there.`;
    const later = (seen.future === 0 ? '' : '; an event that is dated in the future does not count') +
        (seen.partial === 0 ? '' : '; a validation of a part, or a quick one, does not count');
    if (seen.word === null) {
        const where = found.isWhole ? 'the ledger' : `the newest ${found.read} events of the ledger`;
        return {
            status: 'failed',
            failure: 'objective',
            detail: `${where} of ${name} knows of no validation of ${version}${later}`,
            hint,
        };
    }
    const { event, isGood, text } = seen.word;
    const at = Date.parse(event.at);
    const said = `${version} in ${name}: ${text}, ${(0,age/* timeAndAge */.C)(at, now)}, ${(0,ledger_evidence/* eventWord */.ZP)(event)}${later}`;
    if (!isGood)
        return { status: 'failed', failure: 'objective', detail: said, hint };
    if (within !== null && now - at > within) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: `too long ago: ${said}; at most ${(0,units/* formatDuration */.a3)(within)} is allowed`,
            hint: `Validate ${version} in ${name} again.`,
        };
    }
    return (0,ledger_evidence/* fromLedger */.CS)(said, found);
}
/** Null when it says nothing of the version's fitness: a deployment that a guard refused never came to it. */
function wordOf(event) {
    const { type, details, outcome } = event;
    if (type === 'validation') {
        const isGood = outcome.verdict === 'passed';
        // What passed of a part, or of a quick look, says nothing of the rest; what fell short there fell short.
        if (isGood && !isWhole(event))
            return null;
        return { event, isGood, text: `validation ${outcome.verdict}` };
    }
    const state = String(details['state'] ?? 'unknown');
    if (state === 'refused')
        return null;
    const isGood = state === 'stands' && details['validated'] === true && outcome.verdict !== 'failed';
    const validated = details['validated'] === true ? 'validated' : 'not validated';
    return { event, isGood, text: `deployment ${state}, ${validated}` };
}
/** Whether all was asked that a validation can ask of a release. */
function isWhole({ details }) {
    return details['whole'] === true && (details['depth'] === 'full' || details['depth'] === 'smoke');
}
function versionOf({ details }) {
    const version = details['version'];
    return typeof version === 'string' && version !== '' ? version : null;
}
/** A protected environment whose file names none before it: whether that is meant must be said. */
function unnamedBefore(environment) {
    return new domain_failure/* Failure */.HR('config', 'the environment file does not say which environment comes before this one', {
        hint: `Name it under gate.after in the file of ${environment.environment}, such as after: { environment: staging }, or say after: off.`,
    });
}

// EXTERNAL MODULE: ./lib/operations/gate/answer.js
var answer = __webpack_require__(15944);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/manifest.js
var domain_manifest = __webpack_require__(5151);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/operations/condemnation.js
var condemnation = __webpack_require__(70409);
;// CONCATENATED MODULE: ./lib/operations/gate/backup-condition.js









/** Whoever may write to a store could list backups without end. */
const mostRead = 200;
/**
 * Whether a way back exists: a backup whose data is young enough, whose signature holds, that has every source of the
 * environment, that lies whole in enough stores, and that no restore test has shown to be bad. What was backed up just
 * before a restore does not count, nor does what comes from the future.
 */
async function judgeBackup({ limit, copies }, listing, proofs, environment, ports) {
    const now = ports.clock.now();
    const passedOver = [];
    let nearest = null;
    let read = 0;
    for (const backup of listing.backups) {
        if ((0,backup_id/* isEmergencyBackup */.KS)(backup.id))
            continue;
        if ((0,age/* isFromTheFuture */.v)(backup.at, now)) {
            passedOver.push(`${backup.id} is dated in the future: the clock there or here is wrong`);
            continue;
        }
        // The data of a backup is about as old as its id: none that follows can be young enough.
        if (now - backup.at > limit + dayOfSlack || (read += 1) > mostRead)
            break;
        const manifest = await believed(backup, environment, ports);
        if (typeof manifest === 'string') {
            passedOver.push(`${backup.id}: ${manifest}`);
            continue;
        }
        const answer = await judgeOne(manifest, { limit, copies, now }, backup, environment, ports);
        if (answer.status !== 'failed') {
            const judged = { id: backup.id, manifestSha256: manifest.sha256 };
            const bad = await (0,condemnation/* whyCondemned */.K)(environment, judged, proofs, ports);
            if (bad === null)
                return withNotes(answer, passedOver, listing);
            passedOver.push(`${backup.id}: ${bad}`);
            continue;
        }
        nearest ??= answer;
    }
    const newest = listing.backups.find(({ id }) => !(0,backup_id/* isEmergencyBackup */.KS)(id));
    const found = nearest ?? {
        failure: 'objective',
        detail: newest === undefined
            ? `there is no backup of ${environment.environment} yet`
            : `no backup that can be believed, and that no restore test has shown to be bad, is younger than ${(0,units/* formatDuration */.a3)(limit)}; the newest listed is ${newest.id}`,
    };
    return withNotes({
        ...found,
        status: 'failed',
        hint: found.hint ?? `Make a backup first: \`lifeboat backup --environment ${environment.environment}\`.`,
    }, passedOver, listing);
}
const dayOfSlack = 86_400_000;
async function believed({ id }, environment, { stores, log, signal }) {
    try {
        return await (0,vault_backups.readManifest)(stores, environment.environment, id, {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log,
            signal,
        });
    }
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        if (failure.kind === 'bug')
            throw failure;
        return failure.message;
    }
}
async function judgeOne(read, { limit, copies, now }, backup, environment, ports) {
    const { manifest } = read;
    const dataAt = Math.min(...manifest.sources.map(({ snapshot }) => Date.parse(snapshot.dataAt)));
    const fact = `${backup.id}, data of ${(0,age/* timeAndAge */.C)(dataAt, now)}`;
    if ((0,age/* isFromTheFuture */.v)(dataAt, now)) {
        return {
            status: 'failed',
            failure: 'integrity',
            detail: `${backup.id}: its data is dated in the future (${(0,age/* timeAndAge */.C)(dataAt, now)}), so its age cannot be told`,
            hint: 'Set the clocks of the database server and of the runners right, and make a backup.',
        };
    }
    if (now - dataAt > limit) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: `the newest backup is too old: ${fact}; at most ${(0,units/* formatDuration */.a3)(limit)} is allowed`,
        };
    }
    const lacking = (0,domain_manifest/* lackingSources */.wI)(environment, manifest);
    if (lacking.length > 0) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: `${fact}, lacks ${lacking.join(', ')} of the sources of the environment file`,
        };
    }
    const whole = [];
    for (const store of ports.stores) {
        if (store.ephemeral || !backup.stores.includes(store.name))
            continue;
        if (await hasItWhole(store, read, environment, ports))
            whole.push(store.name);
    }
    const where = whole.length === 0 ? 'in no store' : `whole in ${whole.join(', ')}`;
    if (whole.length < copies) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: `${fact}, is ${where}; ${(0,units/* counted */.hS)(copies, 'copy', 'copies')} are demanded`,
            hint: 'Bring it to the other stores with `lifeboat replicate`, or make a backup when they answer.',
        };
    }
    return read.signed
        ? { status: 'passed', detail: `${fact}, ${where}, signed` }
        : { status: 'degraded', detail: `${fact}, ${where}; ${answer/* unsigned */.ad}` };
}
/** Whether a store has the manifest that was believed, and every object that it names, with its size. */
async function hasItWhole(store, { manifest, sha256 }, environment, { log, signal }) {
    const { environment: name, signing, protected: isProtected } = environment;
    try {
        const trust = { publicKey: signing.backup ?? null, protected: isProtected, log, signal };
        const own = await (0,vault_backups.readManifest)([store], name, manifest.id, trust);
        if (own.sha256 !== sha256)
            return false;
        const folder = (0,layout/* backupFolder */.j0)(name, manifest.id);
        const sizes = new Map();
        for await (const { key, size } of store.list(folder, signal))
            sizes.set(key, size);
        const named = artifactsOf(manifest);
        return (named.every(({ key, storedSize }) => sizes.get((0,layout/* keyInside */.iy)(folder, key)) === storedSize) &&
            (manifest.identityKey === null || sizes.has((0,layout/* keyInside */.iy)(folder, manifest.identityKey))));
    }
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        if (failure.kind === 'bug')
            throw failure;
        return false;
    }
}
function artifactsOf({ sources }) {
    return sources.flatMap(({ artifacts }) => artifacts);
}
function withNotes(answer, passedOver, { unreachable }) {
    const notes = [
        ...(passedOver.length === 0
            ? []
            : [
                `passed over: ${passedOver.slice(0, mostNamed).join('; ')}${passedOver.length > mostNamed ? ` and ${passedOver.length - mostNamed} more` : ''}`,
            ]),
        ...(unreachable.size === 0 ? [] : [`not asked, as out of reach: ${[...unreachable.keys()].join(', ')}`]),
    ];
    // A store that was not asked may have the restore test that condemns it.
    const status = answer.status === 'passed' && unreachable.size > 0 ? 'degraded' : answer.status;
    return { ...answer, status, detail: [answer.detail, ...notes].join('. ') };
}
const mostNamed = 3;

;// CONCATENATED MODULE: ./lib/operations/gate/checks-condition.js



/** Whether the commit has what GitHub demands of commits on the branch. */
async function judgeChecks({ version, commit, branch }, commitChecks) {
    if (commitChecks === null) {
        return (0,answer/* unjudged */.bC)(new domain_failure/* Failure */.HR('access', 'there is nothing to ask GitHub with', {
            hint: 'Give the job’s token as github-token, with contents: read, checks: read and statuses: read; or set gate.checks to off.',
        }));
    }
    if (commit === null || branch === null) {
        const lacking = commit === null ? 'commit' : 'branch';
        return (0,answer/* unjudged */.bC)(new domain_failure/* Failure */.HR('config', `the ${lacking} of the version is not known`, {
            hint: commit === null
                ? 'Give the commit that the version was built from as commit.'
                : 'Name the branch as gate.checks.branch in the environment file.',
        }));
    }
    if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(version) && version !== commit) {
        return {
            status: 'failed',
            failure: 'config',
            detail: `the version is a commit, and the checks of another were to be asked for: ${commit}`,
            hint: 'Give the commit that the version was built from as commit.',
        };
    }
    const required = await commitChecks.required(commit, branch);
    const about = `${commit.slice(0, 12)} on ${branch}`;
    if (required.length === 0) {
        return {
            status: 'degraded',
            detail: `${branch} requires no checks: nothing was asked of ${commit.slice(0, 12)}`,
            hint: `Require checks on ${branch} by a ruleset, or set gate.checks to off.`,
        };
    }
    const bad = required.filter(({ outcome }) => outcome !== 'green');
    if (bad.length === 0) {
        return {
            status: 'passed',
            detail: `${(0,units/* counted */.hS)(required.length, 'required check')} green for ${about}: ${list(required)}`,
        };
    }
    const isMissing = bad.some(({ outcome }) => outcome === 'missing');
    return {
        status: 'failed',
        failure: 'objective',
        detail: `${(0,units/* counted */.hS)(bad.length, 'required check')} of ${required.length} not green for ${about}: ${list(bad)}`,
        hint: isMissing
            ? `Let the workflows of the required checks also run on pushes to ${branch}: a merge makes a new commit.`
            : 'Wait until the required checks are done, or mend what they found.',
    };
}
const checks_condition_mostNamed = 10;
function list(checks) {
    const named = checks
        .slice(0, checks_condition_mostNamed)
        .map(({ name, outcome, source, url }) => `${name} ${outcome} (${source}${url === null ? '' : `, ${url}`})`);
    const more = checks.length - named.length;
    return `${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

// EXTERNAL MODULE: ./lib/operations/gate/conditions.js
var gate_conditions = __webpack_require__(92128);
;// CONCATENATED MODULE: ./lib/operations/gate/drill-condition.js



/**
 * Whether the last drill that the ledger knows is young enough, and the newest one of each scenario was passed: that one
 * scenario comes back says nothing of another that did not.
 */
async function judgeDrill({ limit }, environment, ports) {
    const now = ports.clock.now();
    const name = environment.environment;
    const newest = new Map();
    let future = 0;
    const found = await (0,ledger_evidence/* findInLedger */.Qp)(environment, ['drill'], environment.protected, (event) => {
        const at = Date.parse(event.at);
        if ((0,age/* isFromTheFuture */.v)(at, now))
            future += 1;
        else if (!newest.has(scenarioOf(event)))
            newest.set(scenarioOf(event), event);
        return newest.size > 0 && now - at > lookedBack * limit;
    }, ports);
    const hint = `Hold a drill first: \`lifeboat drill --environment ${name}\`.`;
    const later = future === 0 ? '' : '; one that is dated in the future does not count';
    const [last] = newest.values();
    if (last === undefined) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: `no drill was ever held of ${name}${later}`,
            hint,
        };
    }
    const held = (drill) => `drill ${scenarioOf(drill)} of ${(0,age/* timeAndAge */.C)(Date.parse(drill.at), now)}, ${(0,ledger_evidence/* eventWord */.ZP)(drill)}`;
    const bad = [...newest.values()].filter(({ outcome }) => outcome.verdict !== 'passed');
    if (bad.length > 0) {
        const each = bad.map((drill) => `${drill.outcome.verdict}: ${held(drill)}`).join('; ');
        return {
            status: 'failed',
            failure: 'objective',
            detail: `the newest drill of ${bad.length} of ${(0,units/* counted */.hS)(newest.size, 'scenario')} was not passed: ${each}${later}`,
            hint: `Mend what the drill has shown, and hold it again: \`lifeboat drill --environment ${name}\`.`,
        };
    }
    if (now - Date.parse(last.at) > limit) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: `the last drill is too old: ${held(last)}${later}; at most ${(0,units/* formatDuration */.a3)(limit)} is allowed`,
            hint,
        };
    }
    return (0,ledger_evidence/* fromLedger */.CS)(`passed ${held(last)}${later}`, found);
}
/** So many limits back a failed scenario is remembered that nobody has rehearsed since. */
const lookedBack = 2;
function scenarioOf({ details }) {
    return typeof details['scenario'] === 'string' ? details['scenario'] : 'of no name';
}

// EXTERNAL MODULE: ./lib/vault/signing.js
var vault_signing = __webpack_require__(4527);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/ledger/trusted-keys.js
var trusted_keys = __webpack_require__(1886);
;// CONCATENATED MODULE: ./lib/operations/gate/override.js




/**
 * Writes into the ledger who overrode what and why. Null when it stands there; else why the override cannot be taken: one
 * that leaves no trace is none.
 */
async function recordOverride(environment, { version, reason, conditions }, ports) {
    const keys = (0,trusted_keys.trustedKeys)(environment, 'gate-override');
    const { signing } = ports.keys;
    if (keys === null && environment.protected)
        return refused('signing.deploy is not configured', configHint);
    if (keys !== null && (signing === null || !keys.includes((0,vault_signing/* publicKeyOf */.kc)(signing)))) {
        return refused(signing === null
            ? 'this run has no signing key'
            : 'the signing key of this run is not that of deployments', configHint);
    }
    const id = await (0,record/* recordEvent */.y)({ ...ports, run: { ...ports.run, reason } }, environment, {
        type: 'gate-override',
        outcome: { verdict: 'degraded', failure: null },
        backupId: null,
        details: { version, conditions: conditions.join(',') },
    });
    return id === null
        ? refused('no store took the event', 'Try again when the stores answer; the log says what was wrong.')
        : null;
}
const configHint = 'Make a key with `lifeboat keygen`, put the public one as signing.deploy into the environment file, and give the secret one as LIFEBOAT_SIGNING_KEY.';
function refused(why, hint) {
    return new domain_failure/* Failure */.HR('refused', `the gate stays closed: the override cannot be written to the ledger: ${why}`, {
        hint,
    });
}

// EXTERNAL MODULE: ./lib/operations/gate/proof-condition.js
var proof_condition = __webpack_require__(42430);
;// CONCATENATED MODULE: ./lib/operations/gate/judge-gate.js















/**
 * Judges every condition that the environment file sets, each with its evidence. The gate is open when none of them failed; what
 * cannot be judged has failed. An override stands in the ledger before it counts.
 * @throws Failure `cancelled` when the run was stopped
 */
async function judgeGate(environment, input, ports) {
    const { version, override } = input;
    if (!(0,deployed_version/* isVersion */.l)(version)) {
        const failure = new domain_failure/* Failure */.HR('config', `the version is no version; accepted: ${deployed_version/* versionForm */.H}`);
        const answer = { status: 'failed', detail: failure.message, failure: 'config' };
        // Nobody can want this, whatever the reason.
        return {
            checks: [checkOf('the version can be deployed', answer, 0)],
            refusal: failure,
            overridden: false,
        };
    }
    const conditions = (0,gate_conditions/* conditionsOf */.y)(environment);
    const judge = judges(environment, conditions, input, ports);
    const judged = await Promise.all(gate_conditions/* conditionNames */.U.map(async (name) => {
        const started = ports.clock.ticks();
        const answer = conditions[name] === null ? switchedOff : await answered(judge[name], ports);
        return { name, check: checkOf(sentences[name], answer, Math.round(ports.clock.ticks() - started)) };
    }));
    const checks = judged.map(({ check }) => check);
    const unmet = judged.filter(({ check }) => check.status === 'failed');
    if (unmet.length === 0)
        return { checks, refusal: null, overridden: false };
    if (override === null || override.trim() === '') {
        const asked = checks.filter(({ status }) => status !== 'skipped').length;
        return { checks, refusal: judge_gate_closed(environment, unmet, asked), overridden: false };
    }
    const refusal = await recordOverride(environment, { version, reason: override, conditions: unmet.map(({ name }) => name) }, ports);
    return { checks, refusal, overridden: refusal === null };
}
/** What is true when the condition is met. */
const sentences = {
    backup: 'the newest backup is young enough',
    proof: 'the newest restore test is young enough and good',
    drill: 'the last drill is young enough and was passed',
    after: 'the version was validated in the environment before',
    checks: 'the required checks of the commit are green',
};
const switchedOff = { status: 'skipped', detail: 'off: the environment file does not ask for it' };
function judges(environment, conditions, input, ports) {
    const { backup, proof, drill, after, checks } = conditions;
    const { stores, log, signal, previous } = ports;
    const backups = (0,concurrency/* once */.Oo)(() => (0,vault_backups.listBackups)(stores, environment.environment, { log, signal }));
    const proofs = (0,concurrency/* once */.Oo)(() => (0,vault_proofs/* listProofs */.I2)(stores, environment.environment, { log, signal }));
    return {
        backup: async () => {
            if (backup === null)
                return switchedOff;
            const { limit, copies } = backup;
            if (limit === 'unlimited')
                return (0,answer/* withoutLimit */.ok)('backup', 'objectives.rpo');
            return judgeBackup({ limit, copies }, await backups(), await proofs(), environment, ports);
        },
        proof: async () => {
            if (proof === null)
                return switchedOff;
            const { limit } = proof;
            if (limit === 'unlimited')
                return (0,answer/* withoutLimit */.ok)('proof', 'objectives.verify-every');
            return (0,proof_condition/* judgeProof */.e)({ limit }, await backups(), await proofs(), environment, ports);
        },
        drill: async () => {
            if (drill === null)
                return switchedOff;
            const { limit } = drill;
            if (limit === 'none held') {
                return { status: 'skipped', detail: 'no drill is asked for: objectives.drill-every is not set' };
            }
            if (limit === 'unlimited')
                return (0,answer/* withoutLimit */.ok)('drill', 'objectives.drill-every');
            return judgeDrill({ limit }, environment, ports);
        },
        after: async () => {
            if (after === null)
                return switchedOff;
            if (after === 'unnamed')
                return (0,answer/* unjudged */.bC)(unnamedBefore(environment));
            if (previous instanceof domain_failure/* Failure */.HR)
                return (0,answer/* unjudged */.bC)(previous);
            if (previous === null || previous.environment.environment !== after.environment) {
                return (0,answer/* unjudged */.bC)(new domain_failure/* Failure */.HR('config', `the stores of ${after.environment} are not open to this run`));
            }
            return judgeAfter(input.version, after.within ?? null, previous, environment.protected, ports);
        },
        checks: async () => {
            if (checks === null)
                return switchedOff;
            const { version, commit } = input;
            return judgeChecks({ version, commit, branch: checks.branch ?? input.branch }, ports.commitChecks);
        },
    };
}
async function answered(judge, { signal }) {
    try {
        return await judge();
    }
    catch (error) {
        (0,copies/* throwIfCancelled */.dZ)(signal);
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug')
            throw error;
        return (0,answer/* unjudged */.bC)(failure);
    }
}
function checkOf(name, { status, detail, failure, hint }, duration) {
    return {
        rung: 'gate',
        name,
        status,
        detail,
        subjects: [],
        failure: status === 'failed' ? (failure ?? 'objective') : null,
        ...(hint === undefined ? {} : { hint }),
        duration,
    };
}
function judge_gate_closed({ environment }, unmet, asked) {
    const what = unmet.map(({ check }) => check.name).join('; ');
    const [first] = unmet.flatMap(({ check }) => check.hint ?? []);
    return new domain_failure/* Failure */.HR('refused', `the gate of ${environment} is closed: ${(0,units/* counted */.hS)(unmet.length, 'condition')} of ${asked} not met, that ${what}`, first === undefined ? {} : { hint: first });
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


/***/ })

};
