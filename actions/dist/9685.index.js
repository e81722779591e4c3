export const id = 9685;
export const ids = [9685,1886];
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

/***/ 16950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ condemns),
/* harmony export */   KD: () => (/* binding */ proofFormat),
/* harmony export */   Uv: () => (/* binding */ commonIsolation),
/* harmony export */   VK: () => (/* binding */ copyChecks),
/* harmony export */   k_: () => (/* binding */ parseProof),
/* harmony export */   n1: () => (/* binding */ condemnationOf)
/* harmony export */ });
/* unused harmony export proofSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93991);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75141);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);





/** What a restore test found, as stored beside the backup. Times are ISO 8601 UTC, spans milliseconds, sizes bytes. */
const proofFormat = 1;
/** What a restored server had of its own: `uid` a user but no network, `network` the other way round, `full` both. */
const isolations = ['full', 'uid', 'network', 'none'];
const verdict = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed']);
const proofSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(proofFormat),
    backupId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Digest of the manifest's bytes, so that a proof speaks of one manifest only. */
    manifestSha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    level: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
    verdict,
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** A time measured on a laboratory server is no real RTO; only a drill or a real restore has one. */
    rtoBasis: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('laboratory'),
    isolation: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(isolations),
    hardware: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ cpu: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), cores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), memory: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() }),
    /** `laboratory`: from choosing a backup to an analysed database; `estimate`: for the real target, plus allowances. */
    rto: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        laboratory: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        estimate: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    rpo: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        measured: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    signed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    checks: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        rung: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed', 'skipped']),
        detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        subjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
        failure: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(Object.keys(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKinds */ .cV))
            .nullable(),
        duration: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    })),
    /** What stood at the end of the ledger when the proof was made, so that nothing up to there can be taken out of it. */
    ledgerHeads: _ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerHeadsSchema */ .qe.optional(),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        source: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        rows: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    })),
});
/**
 * What every source that ran something had, so that a proof never claims a wall that one of them lacked. Sources that ran
 * nothing (null), such as trees of files, do not count; where none did, no wall was built either.
 */
function commonIsolation(sources) {
    const ran = sources.filter((isolation) => isolation !== null);
    const all = (wall) => ran.every((isolation) => isolation === 'full' || isolation === wall);
    if (ran.length === 0)
        return 'none';
    if (all('uid'))
        return all('network') ? 'full' : 'uid';
    return all('network') ? 'network' : 'none';
}
/** Names of the checks of copies: of one store's that fell short, and of those where everything lies, or is as stored. */
const copyChecks = { oneIn: 'copy in ', listed: 'objects', sound: 'copies' };
/**
 * Whether a restore test has shown that the backup itself is bad: data that is wrong, or that no store has whole. A machine
 * that could not try it (`missing` above the rung `stored` is a program or a source), a clock that is wrong and an objective
 * that was missed say nothing of the backup. It holds until a newer test of the same backup acquits it, as after a repair.
 */
function condemns({ verdict, checks }) {
    if (verdict !== 'failed')
        return false;
    const failed = checks.filter(({ status }) => status === 'failed');
    const isOfCopy = ({ name }) => name.startsWith(copyChecks.oneIn);
    const hasPassed = (wanted) => checks.some(({ name, status }) => name === wanted && status === 'passed');
    const hasWrongBytes = failed.some((check) => isOfCopy(check) && check.failure === 'integrity');
    // A copy that fell short says little where another is as it was stored.
    const isSoundSomewhere = hasPassed(copyChecks.sound) || (!hasWrongBytes && hasPassed(copyChecks.listed));
    return failed.some((check) => {
        if (isOfCopy(check)) {
            return !isSoundSomewhere && (check.failure === 'integrity' || check.failure === 'missing');
        }
        return check.failure === 'integrity' && check.rung !== 'fresh';
    });
}
/** Whether a restore test has shown that the data came back, and missed an objective at most. */
function acquits({ level, checks }) {
    return ((0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .asksForData */ .KL)(level) &&
        (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .hasReadData */ .f0)(checks) &&
        checks.every(({ status, failure }) => status !== 'failed' || failure === 'objective'));
}
/**
 * The restore test that stands against a backup: the newest that condemns it, unless a newer one acquits it. One that could
 * not be made says nothing, and one that read no data clears no bytes. Null when nothing stands against it.
 * @param proofs of one backup that can be believed, newest first; no more is taken than decides
 * @param manifestSha256 of the manifest that lies there now: data that came back of another acquits nothing
 */
async function condemnationOf(proofs, manifestSha256) {
    for await (const proof of proofs) {
        if (condemns(proof))
            return proof;
        if (acquits(proof) && proof.manifestSha256 === manifestSha256)
            return null;
    }
    return null;
}
/** @throws Failure as `parseManifest` does */
function parseProof(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)(text, proofSchema, 'proof');
}


/***/ }),

/***/ 70409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ condemnationText)
/* harmony export */ });
/* harmony import */ var _gate_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15944);

/** What a restore test found wrong with a backup, and when. */
function condemnationText({ at, checks }, now) {
    const wrong = checks.find(({ status }) => status === 'failed');
    const what = wrong === undefined ? '' : ` (${wrong.rung}: ${wrong.name}: ${wrong.detail})`;
    return `its restore test failed, ${(0,_gate_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .timeAndAge */ .CC)(Date.parse(at), now)}${what}`;
}


/***/ }),

/***/ 15944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ timeAndAge),
/* harmony export */   ad: () => (/* binding */ unsigned),
/* harmony export */   bC: () => (/* binding */ unjudged),
/* harmony export */   ok: () => (/* binding */ withoutLimit),
/* harmony export */   vU: () => (/* binding */ isFromTheFuture)
/* harmony export */ });
/* unused harmony export toleratedSkew */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);


/** What is dated later than this from now was not dated by a clock that is right: how old it is cannot be told. */
const toleratedSkew = 60_000;
function isFromTheFuture(at, now) {
    return !(at <= now + toleratedSkew);
}
/** `2026-11-21T10:15:00Z, 12 min ago` */
function timeAndAge(at, now) {
    const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
    return `${time}, ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(Math.max(0, now - at))} ago`;
}
/** What is worth less where nobody has configured keys. */
const unsigned = 'it is not signed: anybody who may write to the store could have written it';
/** A condition of which nobody can say whether it is met. It is never passed. */
function unjudged({ kind, message, hint }) {
    return {
        status: 'failed',
        failure: kind,
        detail: `cannot be judged: ${message}`,
        ...(hint === undefined ? {} : { hint }),
    };
}
/** @param key of the limit in the environment file */
function withoutLimit(key, objective) {
    return unjudged(new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `no objective is configured: ${objective} is not set`, {
        hint: `Set ${objective} in the environment file, or gate.${key} to a duration of its own, or to off.`,
    }));
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

/***/ 99685:
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
// EXTERNAL MODULE: ./lib/domain/deploy-history.js
var deploy_history = __webpack_require__(4660);
// EXTERNAL MODULE: ./lib/operations/gate/answer.js
var gate_answer = __webpack_require__(15944);
// EXTERNAL MODULE: ./lib/ports/log.js
var ports_log = __webpack_require__(71930);
// EXTERNAL MODULE: ./lib/vault/ledger-search.js
var ledger_search = __webpack_require__(91076);
// EXTERNAL MODULE: ./lib/operations/ledger/trusted-keys.js
var trusted_keys = __webpack_require__(1886);
;// CONCATENATED MODULE: ./lib/operations/gate/ledger-evidence.js








/**
 * Looks for what the ledger of an environment says of something, the newest first. Only signed events are believed of an
 * environment that has keys; where none is configured, `isSigned` is false.
 * @throws Failure `config` when somebody demands signatures and no key is configured; `integrity` when events are gone that
 *   others name: what they said cannot be known; as the stores do when none could be asked
 */
async function findInLedger(environment, types, demandsSignature, look, { stores, log, signal }) {
    const name = environment.environment;
    const unkeyed = types.filter((type) => (0,trusted_keys.trustedKeys)(environment, type) === null);
    if (demandsSignature && unkeyed.length === types.length) {
        throw new domain_failure/* Failure */.HR('config', `nobody's word counts in the ledger of ${name}: no public key is configured for its ${unkeyed.join(' and ')} events`, {
            hint: `Make keys with lifeboat keygen, and put the public ones under signing in the file of ${name}.`,
        });
    }
    const search = await (0,ledger_search/* searchLedger */.a)(stores, name, 
    // Where signatures are demanded, an event that nobody could have signed counts for nothing.
    (type) => (0,trusted_keys.trustedKeys)(environment, type) ?? (demandsSignature ? [] : null), (event) => types.some((type) => type === event.type) && look(event), { log, signal, anchors: await anchorsOf(environment, { stores, log, signal }) });
    // What a store out of reach may have is no gap.
    if (search.gone.length > 0 && search.unreachable.length === 0) {
        throw new domain_failure/* Failure */.HR('integrity', `${(0,units/* counted */.hS)(search.gone.length, 'event')} of the ledger of ${name} that later ones name ${search.gone.length === 1 ? 'is' : 'are'} gone: ${search.gone.slice(0, 3).join(', ')}`, {
            hint: `Look at it with lifeboat ledger verify --environment ${name}, and find out who may delete there.`,
        });
    }
    return {
        isSigned: demandsSignature || unkeyed.length === 0,
        unreachable: search.unreachable,
        read: search.read,
        isWhole: search.isWhole,
    };
}
/** Proofs whose word is asked for: the newest say what stood at the end of the ledger when they were made. */
const proofsAsked = 3;
async function anchorsOf(environment, { stores, log, signal }) {
    const name = environment.environment;
    const anchors = [];
    for (const { key } of (await (0,vault_proofs/* listProofs */.I2)(stores, name, { log, signal })).slice(0, proofsAsked)) {
        try {
            const { proof } = await (0,vault_proofs/* readProof */.r$)(stores, name, key, {
                publicKey: environment.signing.verify ?? null,
                protected: environment.protected,
                log: ports_log/* silentLog */.a,
                signal,
            });
            anchors.push(...(proof.ledgerHeads ?? []).map(({ id }) => id));
        }
        catch (error) {
            // What cannot be believed anchors nothing; whether it is a good proof is judged elsewhere.
            if ((0,copies/* failureOfCopy */.N2)(error, signal).kind === 'bug')
                throw error;
        }
    }
    return anchors;
}
/** A good answer from the ledger, with what makes it less than certain. */
function fromLedger(detail, { isSigned, unreachable }) {
    const doubts = [
        ...(isSigned ? [] : [gate_answer/* unsigned */.ad]),
        ...(unreachable.length === 0 ? [] : [`newer events may be in ${unreachable.join(', ')}, out of reach`]),
    ];
    return doubts.length === 0
        ? { status: 'passed', detail: `${detail}, signed` }
        : { status: 'degraded', detail: [detail, ...doubts].join('; ') };
}
/** How the event is found again. */
function eventWord({ id, actor, runUrl }) {
    return `event ${id}${actor === null ? '' : ` by ${actor}`}${runUrl === null ? '' : `, ${runUrl}`}`;
}

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
    const found = await findInLedger(environment, ['deploy', 'validation'], isProtected || environment.protected, (event) => {
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
        if (word.isGood && (0,gate_answer/* isFromTheFuture */.vU)(Date.parse(event.at), now)) {
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
    const said = `${version} in ${name}: ${text}, ${(0,gate_answer/* timeAndAge */.CC)(at, now)}, ${eventWord(event)}${later}`;
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
    return fromLedger(said, found);
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

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/manifest.js
var domain_manifest = __webpack_require__(5151);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/proven.js
var proven = __webpack_require__(88326);
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
        if ((0,gate_answer/* isFromTheFuture */.vU)(backup.at, now)) {
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
            const bad = await condemned(manifest, backup, proofs, environment, ports);
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
        hint: found.hint ?? `Make a backup first: lifeboat backup --environment ${environment.environment}.`,
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
/** What a restore test found wrong with it, and when; null when none did. */
async function condemned({ sha256 }, { id }, proofs, environment, { stores, clock, log, signal }) {
    const proof = await (0,proven/* condemningProof */.P)(stores, environment, { id, manifestSha256: sha256 }, proofs, {
        log,
        signal,
    }).catch((error) => {
        const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        if (failure.kind === 'integrity')
            return failure.message;
        throw failure;
    });
    return proof === null || typeof proof === 'string' ? proof : (0,condemnation/* condemnationText */.R)(proof, clock.now());
}
async function judgeOne(read, { limit, copies, now }, backup, environment, ports) {
    const { manifest } = read;
    const dataAt = Math.min(...manifest.sources.map(({ snapshot }) => Date.parse(snapshot.dataAt)));
    const fact = `${backup.id}, data of ${(0,gate_answer/* timeAndAge */.CC)(dataAt, now)}`;
    if ((0,gate_answer/* isFromTheFuture */.vU)(dataAt, now)) {
        return {
            status: 'failed',
            failure: 'integrity',
            detail: `${backup.id}: its data is dated in the future (${(0,gate_answer/* timeAndAge */.CC)(dataAt, now)}), so its age cannot be told`,
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
            hint: 'Bring it to the other stores with lifeboat replicate, or make a backup when they answer.',
        };
    }
    return read.signed
        ? { status: 'passed', detail: `${fact}, ${where}, signed` }
        : { status: 'degraded', detail: `${fact}, ${where}; ${gate_answer/* unsigned */.ad}` };
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
    return { ...answer, detail: [answer.detail, ...notes].join('. ') };
}
const mostNamed = 3;

;// CONCATENATED MODULE: ./lib/operations/gate/checks-condition.js



/** Whether the commit has what GitHub demands of commits on the branch. */
async function judgeChecks({ version, commit, branch }, commitChecks) {
    if (commitChecks === null) {
        return (0,gate_answer/* unjudged */.bC)(new domain_failure/* Failure */.HR('access', 'there is nothing to ask GitHub with', {
            hint: 'Give the job’s token as github-token, with contents: read, checks: read and statuses: read; or set gate.checks to off.',
        }));
    }
    if (commit === null || branch === null) {
        const lacking = commit === null ? 'commit' : 'branch';
        return (0,gate_answer/* unjudged */.bC)(new domain_failure/* Failure */.HR('config', `the ${lacking} of the version is not known`, {
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
    const found = await findInLedger(environment, ['drill'], environment.protected, (event) => {
        const at = Date.parse(event.at);
        if ((0,gate_answer/* isFromTheFuture */.vU)(at, now))
            future += 1;
        else if (!newest.has(scenarioOf(event)))
            newest.set(scenarioOf(event), event);
        return newest.size > 0 && now - at > lookedBack * limit;
    }, ports);
    const hint = `Hold a drill first: lifeboat drill --environment ${name}.`;
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
    const held = (drill) => `drill ${scenarioOf(drill)} of ${(0,gate_answer/* timeAndAge */.CC)(Date.parse(drill.at), now)}, ${eventWord(drill)}`;
    const bad = [...newest.values()].filter(({ outcome }) => outcome.verdict !== 'passed');
    if (bad.length > 0) {
        const each = bad.map((drill) => `${drill.outcome.verdict}: ${held(drill)}`).join('; ');
        return {
            status: 'failed',
            failure: 'objective',
            detail: `the newest drill of ${bad.length} of ${(0,units/* counted */.hS)(newest.size, 'scenario')} was not passed: ${each}${later}`,
            hint: `Mend what the drill has shown, and hold it again: lifeboat drill --environment ${name}.`,
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
    return fromLedger(`passed ${held(last)}${later}`, found);
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
const configHint = 'Make a key with lifeboat keygen, put the public one as signing.deploy into the environment file, and give the secret one as LIFEBOAT_SIGNING_KEY.';
function refused(why, hint) {
    return new domain_failure/* Failure */.HR('refused', `the gate stays closed: the override cannot be written to the ledger: ${why}`, {
        hint,
    });
}

// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
;// CONCATENATED MODULE: ./lib/operations/gate/proof-condition.js









/** Whoever may write to a store could add files that look like proofs without end. */
const proof_condition_mostRead = 200;
/**
 * Whether it was shown that data comes back: the newest proof is young enough and good. It counts when its signature
 * holds, its backup is there with the very manifest that it speaks of, and it read restored data. One that failed counts
 * whatever it tried, and whether its backup still exists or not, until that backup or a newer one comes back.
 */
async function judgeProof({ limit }, { unreachable }, listed, environment, ports) {
    const { clock } = ports;
    const now = clock.now();
    const { environment: name, signing } = environment;
    const hint = `Make a restore test first: lifeboat verify --environment ${name}.`;
    const { goods, failed, isCutShort, passedOver } = await newestWord(listed, environment, ports);
    const [good = null] = goods;
    const note = (detail) => passedOver.length === 0
        ? detail
        : `${detail}. Passed over: ${passedOver.slice(0, 3).join('; ')}${passedOver.length > 3 ? ` and ${passedOver.length - 3} more` : ''}`;
    const told = (proof) => `tried ${(0,gate_answer/* timeAndAge */.CC)(Date.parse(proof.at), now)}${run(proof)}`;
    if (failed !== null) {
        const since = good === null ? '' : `; since then only ${good.backupId} came back, which is older, ${told(good)}`;
        return {
            status: 'failed',
            failure: 'objective',
            detail: note(`the newest restore test failed: ${failed.backupId}, ${told(failed)}${since}`),
            hint: `Find out why the restore test failed, and make another of that backup or of a newer one: lifeboat verify --environment ${name}.`,
        };
    }
    if (good === null) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: note(listed.length === 0 ? `no backup of ${name} was ever proven` : 'no proof can be believed'),
            hint,
        };
    }
    const at = Date.parse(good.at);
    const found = `${good.backupId} came back (${good.verdict}, ${good.level}), ${told(good)}`;
    if (now - at > limit) {
        return {
            status: 'failed',
            failure: 'objective',
            detail: note(`the newest proof is too old: ${found}; at most ${(0,units/* formatDuration */.a3)(limit)} is allowed`),
            hint,
        };
    }
    if (isCutShort) {
        return {
            status: 'failed',
            failure: 'integrity',
            detail: note(`${found}, but there are too many proofs of newer backups to read them all`),
            hint: `Make a restore test of the newest backup: lifeboat verify --environment ${name}.`,
        };
    }
    const lost = await unansweredFailure(goods, environment, ports);
    if (lost !== null) {
        return {
            status: 'failed',
            failure: 'integrity',
            detail: note(`a restore test failed that no later one answers, and its proof is gone: ${lost}`),
            hint: `Find out who took the proof away, and make another restore test: lifeboat verify --environment ${name}.`,
        };
    }
    const doubts = [
        ...(signing.verify === undefined ? [gate_answer/* unsigned */.ad] : []),
        ...(unreachable.size === 0
            ? []
            : [`newer proofs may be in ${[...unreachable.keys()].join(', ')}, out of reach`]),
    ];
    return doubts.length === 0
        ? { status: 'passed', detail: note(`${found}, signed`) }
        : { status: 'degraded', detail: note([found, ...doubts].join('; ')) };
}
/** What the proofs say last: the newest good one, and the newest failed one that nothing since then outweighs. */
async function newestWord(listed, environment, ports) {
    const passedOver = [];
    const goods = [];
    let read = 0;
    for (const place of listed) {
        // Ids begin with the time: whatever was found of a backup, that it or a newer one came back later outweighs it.
        if (place.backupId <= (goods.at(-1)?.backupId ?? ''))
            continue;
        if ((read += 1) > proof_condition_mostRead)
            return { goods, failed: null, isCutShort: true, passedOver };
        const proof = await proof_condition_believed(place, environment, ports);
        const where = `the proof of ${place.backupId} of ${place.time}`;
        if (typeof proof === 'string') {
            passedOver.push(`${where}: ${proof}`);
            continue;
        }
        if (proof.verdict === 'failed')
            return { goods, failed: proof, isCutShort: false, passedOver };
        const doubt = unread(proof) ?? (await existing(proof, environment, ports));
        if (doubt !== null) {
            passedOver.push(`${where}: ${doubt}`);
        }
        else if ((0,gate_answer/* isFromTheFuture */.vU)(Date.parse(proof.at), ports.clock.now())) {
            passedOver.push(`${where} is dated in the future: the clock there or here is wrong`);
        }
        else {
            goods.push(proof);
        }
    }
    return { goods, failed: null, isCutShort: false, passedOver };
}
/** Failures that say something of the backup, not of the run that wanted to try it. */
const saysOfBackup = ['integrity', 'objective'];
/**
 * What the ledger says of a restore test that failed, and that no later one of the same backup or of a newer one answers;
 * null when it knows of none. Such a test leaves a proof too, so whoever wants it forgotten must take both away, and the gap
 * in the ledger closes the gate then.
 */
async function unansweredFailure(goods, environment, ports) {
    // No backup is tried before it is made, and what was tried of older ones the newest proof answers.
    const since = Math.min(...goods.map(({ backupId }) => (0,backup_id/* parseBackupId */.JN)(backupId)?.at ?? 0));
    const isAnswered = (backupId, at) => 
    // A run writes its proof first, and its event some moments later.
    goods.some((good) => good.backupId >= backupId && Date.parse(good.at) >= at);
    let failed = null;
    await findInLedger(environment, ['backup', 'verification'], false, (event) => {
        const at = Date.parse(event.at);
        if (at <= since)
            return true;
        const { verdict, failure } = event.outcome;
        const isOfTest = event.type === 'verification' && verdict === 'failed';
        if (isOfTest && saysOfBackup.includes(failure) && !isAnswered(event.backupId ?? '', at)) {
            failed = `${event.backupId ?? 'a backup'}, tried ${(0,gate_answer/* timeAndAge */.CC)(at, ports.clock.now())}, ${eventWord(event)}`;
        }
        return failed !== null;
    }, ports);
    return failed;
}
/** The proof when its origin is certain; else why not. */
async function proof_condition_believed({ key }, environment, { stores, log, signal }) {
    try {
        const { proof } = await (0,vault_proofs/* readProof */.r$)(stores, environment.environment, key, {
            publicKey: environment.signing.verify ?? null,
            protected: environment.protected,
            log,
            signal,
        });
        return Number.isNaN(Date.parse(proof.at)) ? 'it has no time' : proof;
    }
    catch (error) {
        return reason(error, signal);
    }
}
/** Null when it has read restored data; else what it did instead. */
function unread({ level, checks }) {
    return (0,verdict/* asksForData */.KL)(level) && (0,verdict/* hasReadData */.f0)(checks) ? null : `it read no restored data (level ${level})`;
}
/** Null when the backup is there, with the manifest that the proof speaks of, and has every source of the environment. */
async function existing({ backupId, manifestSha256 }, environment, { stores, log, signal }) {
    try {
        const { sha256, manifest } = await (0,vault_backups.readManifest)(stores, environment.environment, backupId, {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log,
            signal,
        });
        if (sha256 !== manifestSha256)
            return 'it speaks of another manifest than the one that is there';
        const lacking = (0,domain_manifest/* lackingSources */.wI)(environment, manifest);
        return lacking.length === 0 ? null : `its backup lacks ${lacking.join(', ')} of the environment file`;
    }
    catch (error) {
        return `its backup cannot be read: ${reason(error, signal)}`;
    }
}
function reason(error, signal) {
    const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
    if (failure.kind === 'bug')
        throw failure;
    return failure.message;
}
function run({ runUrl }) {
    return runUrl === null ? '' : `, ${runUrl}`;
}

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
                return (0,gate_answer/* withoutLimit */.ok)('backup', 'objectives.rpo');
            return judgeBackup({ limit, copies }, await backups(), await proofs(), environment, ports);
        },
        proof: async () => {
            if (proof === null)
                return switchedOff;
            const { limit } = proof;
            if (limit === 'unlimited')
                return (0,gate_answer/* withoutLimit */.ok)('proof', 'objectives.verify-every');
            return judgeProof({ limit }, await backups(), await proofs(), environment, ports);
        },
        drill: async () => {
            if (drill === null)
                return switchedOff;
            const { limit } = drill;
            if (limit === 'none held') {
                return { status: 'skipped', detail: 'no drills are held: objectives.drill-every is not set' };
            }
            if (limit === 'unlimited')
                return (0,gate_answer/* withoutLimit */.ok)('drill', 'objectives.drill-every');
            return judgeDrill({ limit }, environment, ports);
        },
        after: async () => {
            if (after === null)
                return switchedOff;
            if (after === 'unnamed')
                return (0,gate_answer/* unjudged */.bC)(unnamedBefore(environment));
            if (previous instanceof domain_failure/* Failure */.HR)
                return (0,gate_answer/* unjudged */.bC)(previous);
            if (previous === null || previous.environment.environment !== after.environment) {
                return (0,gate_answer/* unjudged */.bC)(new domain_failure/* Failure */.HR('config', `the stores of ${after.environment} are not open to this run`));
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
        return (0,gate_answer/* unjudged */.bC)(failure);
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

/***/ 71930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ silentLog)
/* harmony export */ });
const silentLog = {
    debug: () => undefined,
    info: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    error: () => undefined,
    group: (_title, work) => work(),
    progress: () => ({ report: () => undefined, [Symbol.dispose]: () => undefined }),
};


/***/ }),

/***/ 74703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listBackups: () => (/* binding */ listBackups),
/* harmony export */   manifestComment: () => (/* binding */ manifestComment),
/* harmony export */   readManifest: () => (/* binding */ readManifest),
/* harmony export */   writeManifest: () => (/* binding */ writeManifest)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27441);






/** Every backup that some store has a manifest of. @throws Failure when no store could be asked */
async function listBackups(stores, environment, context) {
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .backupsFolder */ .a)(environment), context.signal)) {
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifestKey */ .Kk)(environment, key);
                if (id === null)
                    continue;
                const names = holders.get(id) ?? new Set();
                holders.set(id, names.add(store.name));
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
            unreachable.set(store.name, failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const first = [...unreachable.values()][0];
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    const backups = (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll)(holders.keys()).map((id) => ({
        id,
        at: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.at ?? 0,
        label: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.label,
        stores: stores.map((store) => store.name).filter((name) => holders.get(id)?.has(name) === true),
    }));
    return { backups, unreachable };
}
/** The manifest of a backup, checked for origin and place. @throws Failure as `readSigned` does */
async function readManifest(stores, environment, id, options) {
    const parse = (text) => {
        const manifest = (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(text);
        if (manifest.id !== id || manifest.environment !== environment) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the manifest at the place of ${id} is that of another backup`);
        }
        return manifest;
    };
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id);
    const comment = manifestComment(environment, id);
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .readSigned */ .Nu)(stores, key, comment, options, parse, options);
    return { ...read, manifest: value };
}
/**
 * Makes the backup exist: signature first, manifest last. Nothing that belongs to the backup may be written after this.
 * @param context with only those stores that have every artifact of the manifest
 * @throws Failure when no store took it
 */
async function writeManifest(manifest, context) {
    const { id, environment } = manifest;
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .writeSigned */ .qc)({
        key: (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id),
        comment: manifestComment(environment, id),
        value: manifest,
        what: 'manifest',
        check: _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng, // what we could not read again must never be called a backup
        keep: { retentionClass: manifest.retention.class },
    }, context);
}
/** What a manifest's signature is for. */
function manifestComment(environment, id) {
    return `lifeboat manifest ${environment}/${id}`;
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


/***/ }),

/***/ 90045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ writeProof),
/* harmony export */   I2: () => (/* binding */ listProofs),
/* harmony export */   r$: () => (/* binding */ readProof)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_proof_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16950);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27441);





/**
 * Stores a proof, with its signature.
 * @param context with all stores of the environment, also those that lack the backup: a proof may lie where it does not
 * @throws Failure when none took it
 */
async function writeProof(proof, at, context) {
    const { environment, backupId } = proof;
    const key = await freeKey(proof, at, context);
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSigned */ .qc)({
        key,
        comment: proofComment(key),
        value: proof,
        what: 'proof',
        check: (text) => checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, backupId),
    }, context);
}
/** Keys have whole seconds: a second proof of the same second takes the next one. */
async function freeKey(proof, at, { stores, signal }) {
    for (let second = 0;; second += 1) {
        const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofKey */ .CU)(proof.environment, proof.backupId, at + second * 1_000);
        const taken = await Promise.all(stores.map((store) => isTaken(store, key, signal)));
        if (!taken.includes(true) || second === 60)
            return key;
    }
}
async function isTaken(store, key, signal) {
    try {
        return (await store.stat(key, signal)) !== null;
    }
    catch (error) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
        return false; // the put will say what is wrong with this store
    }
}
/** Every proof that some store has, newest first; of one backup, or of all. @throws Failure when no store could be asked */
async function listProofs(stores, environment, context) {
    const found = new Map();
    const failures = [];
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofsFolder */ .Wx)(environment, context.backupId), context.signal)) {
                const parsed = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
                if (parsed !== null)
                    found.set(key, { key, ...parsed });
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, context.signal);
            failures.push(failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    if (failures[0] !== undefined && failures.length === stores.length)
        throw failures[0];
    return [...found.values()].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
}
/**
 * A proof, checked for origin and place. @throws Failure as `readSigned` does, and `integrity` when it speaks of another
 * manifest than the one given
 */
async function readProof(stores, environment, key, options) {
    const place = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
    if (place === null)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `${key} is no place of a proof of ${environment}`);
    const parse = (text) => {
        const proof = checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, place.backupId);
        if (options.manifestSha256 !== undefined && proof.manifestSha256 !== options.manifestSha256) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at ${key} speaks of another manifest`);
        }
        return proof;
    };
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .readSigned */ .Nu)(stores, key, proofComment(key), options, parse, options);
    return { ...read, proof: value };
}
function checkPlace(proof, environment, backupId) {
    if (proof.environment !== environment || proof.backupId !== backupId) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at the place of ${backupId} is that of another backup`);
    }
    return proof;
}
/** What a proof's signature is for: its key names environment, backup and time. */
function proofComment(key) {
    return `lifeboat proof ${key.replace(/\.json$/, '')}`;
}


/***/ }),

/***/ 88326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ condemningProof),
/* harmony export */   t: () => (/* binding */ newestProven)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_proof_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16950);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75141);
/* harmony import */ var _backups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74703);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90045);






/**
 * The first of the backups whose newest believable proof says that its data came back: passed or degraded, by a test that
 * read restored data, signed, and of the manifest that lies there now. A newer proof that failed outweighs an older one.
 * @param ids newest first
 * @throws Failure when no store could be asked for proofs
 */
async function newestProven(stores, environment, ids, context) {
    const proofs = new Map();
    for (const proof of await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_4__/* .listProofs */ .I2)(stores, environment.environment, context)) {
        proofs.set(proof.backupId, [...(proofs.get(proof.backupId) ?? []), proof]);
    }
    for (const id of ids) {
        const own = proofs.get(id);
        const proof = own === undefined ? null : await judgingProof(stores, environment, id, own, context);
        if (proof !== null && proof.verdict !== 'failed')
            return { id, proof };
    }
    return null;
}
/** The newest proof that can be believed, and that tried to restore, or found the backup bad before it came to that. */
async function judgingProof(stores, environment, id, proofs, context) {
    const { environment: name, signing, protected: isProtected } = environment;
    const trust = (publicKey) => ({
        publicKey: publicKey ?? null,
        protected: isProtected,
        ...context,
    });
    try {
        const { sha256 } = await (0,_backups_js__WEBPACK_IMPORTED_MODULE_2__.readManifest)(stores, name, id, trust(signing.backup));
        for (const { key } of proofs) {
            const options = { ...trust(signing.verify), manifestSha256: sha256 };
            const proof = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_4__/* .readProof */ .r$)(stores, name, key, options).catch((error) => {
                (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
                return null;
            });
            if (proof !== null && ((0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .asksForData */ .KL)(proof.proof.level) || (0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .condemns */ .Et)(proof.proof)))
                return proof.proof;
        }
    }
    catch (error) {
        // What cannot be read, or believed, is not proven.
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
    }
    return null;
}
/** Whoever may write to a store could add files that look like proofs without end. */
const mostRead = 50;
/**
 * The restore test that has shown this backup to be bad; null when none has, or when a newer one acquits it.
 * @param backup with the digest of the manifest that lies there now
 * @param listed the proofs that lie there, newest first; those of other backups are passed over
 * @throws Failure `integrity` when too many lie there to be read
 */
async function condemningProof(stores, environment, backup, listed, context) {
    const own = listed.filter(({ backupId }) => backupId === backup.id);
    return (0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .condemnationOf */ .n1)(believable(stores, environment, own, context), backup.manifestSha256);
}
async function* believable(stores, { environment: name, signing, protected: isProtected }, listed, context) {
    const trust = { publicKey: signing.verify ?? null, protected: isProtected, ...context };
    for (const [place, { key }] of listed.entries()) {
        if (place === mostRead) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `it has ${listed.length} proofs, and what the newest say is not believed`);
        }
        const read = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_4__/* .readProof */ .r$)(stores, name, key, trust).catch((error) => {
            (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
            return null;
        });
        if (read !== null)
            yield read.proof;
    }
}


/***/ })

};
