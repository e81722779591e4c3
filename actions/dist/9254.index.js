export const id = 9254;
export const ids = [9254,1886];
export const modules = {

/***/ 72631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ timeAndAge),
/* harmony export */   v: () => (/* binding */ isFromTheFuture)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);

/** What is dated later than this from now was not dated by a clock that is right: how old it is cannot be told. */
const toleratedSkew = 60_000;
function isFromTheFuture(at, now) {
    return !(at <= now + toleratedSkew);
}
/** `2026-11-21T10:15:00Z, 12 min ago` */
function timeAndAge(at, now) {
    const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
    return `${time}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.max(0, now - at))} ago`;
}


/***/ }),

/***/ 16950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ proofFormat),
/* harmony export */   Uv: () => (/* binding */ commonIsolation),
/* harmony export */   VK: () => (/* binding */ copyChecks),
/* harmony export */   bM: () => (/* binding */ acquits),
/* harmony export */   k_: () => (/* binding */ parseProof),
/* harmony export */   lG: () => (/* binding */ judgementOf)
/* harmony export */ });
/* unused harmony exports proofSchema, condemns */
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
/**
 * Whether a restore test has shown that the data came back. It may have been too late, or the data too old; but a check of
 * the user's that failed says that it is not what is wanted back.
 */
function acquits({ level, checks }) {
    const isOfAge = ({ rung, failure }) => rung === 'fresh' && failure === 'objective';
    return ((0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .asksForData */ .KL)(level) &&
        (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .hasReadData */ .f0)(checks) &&
        checks.every((check) => check.status !== 'failed' || isOfAge(check)));
}
const untried = { word: 'untried', proof: null };
/**
 * What is known of a backup: by the newest restore test that condemns or acquits it. One that could not be made says
 * nothing, and one that read no data clears no bytes, nor does it take back what an older one has shown. One that read data
 * which a check of the user's refused does take it back.
 * @param proofs of one backup that can be believed, newest first; no more is taken than decides
 * @param manifestSha256 of the manifest that lies there now: data that came back of another acquits nothing
 */
async function judgementOf(proofs, manifestSha256) {
    let isDoubted = false;
    for await (const proof of proofs) {
        if (condemns(proof))
            return { word: 'condemned', proof };
        if (proof.manifestSha256 !== manifestSha256)
            continue;
        if (acquits(proof))
            return isDoubted ? untried : { word: 'acquitted', proof };
        isDoubted ||= proof.checks.some(({ rung, status }) => rung === 'useful' && status === 'failed');
    }
    return untried;
}
/** @throws Failure as `parseManifest` does */
function parseProof(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)(text, proofSchema, 'proof');
}


/***/ }),

/***/ 70409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ newestSound),
/* harmony export */   K: () => (/* binding */ whyCondemned)
/* harmony export */ });
/* harmony import */ var _domain_age_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72631);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _vault_backups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74703);
/* harmony import */ var _vault_copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _vault_proven_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88326);





/**
 * Why a backup is not to be relied on: what a restore test found wrong with it, or that too many proofs lie there to be
 * read. Null when nothing stands against it.
 * @param listed the proofs that lie there, newest first
 */
async function whyCondemned(environment, backup, listed, { stores, clock, log, signal }) {
    try {
        const proof = await (0,_vault_proven_js__WEBPACK_IMPORTED_MODULE_4__/* .condemningProof */ .P)(stores, environment, backup, listed, { log, signal });
        return proof === null ? null : condemnationText(proof, clock.now());
    }
    catch (error) {
        const failure = (0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal);
        if (failure.kind !== 'integrity')
            throw failure;
        return failure.message;
    }
}
/**
 * The first of the backups that no restore test has shown to be bad.
 * @param ids newest first
 * @param listed the proofs that lie there, newest first
 * @throws Failure as `readManifest` does when its manifest cannot be read
 */
async function newestSound(environment, ids, listed, ports) {
    const { stores, log, signal } = ports;
    const { environment: name, signing, protected: isProtected } = environment;
    const trust = { publicKey: signing.backup ?? null, protected: isProtected, log, signal };
    const passedOver = [];
    for (const id of ids) {
        const found = await (0,_vault_backups_js__WEBPACK_IMPORTED_MODULE_2__.readManifest)(stores, name, id, trust).catch((error) => (0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal));
        // Nothing acquits a backup whose manifest cannot be read.
        const manifestSha256 = found instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR ? '' : found.sha256;
        const why = await whyCondemned(environment, { id, manifestSha256 }, listed, ports);
        if (why !== null) {
            passedOver.push({ id, why });
            continue;
        }
        if (found instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR)
            throw found;
        return { backup: found, passedOver };
    }
    return { backup: null, passedOver };
}
/** What a restore test found wrong with a backup, and when. */
function condemnationText({ at, checks }, now) {
    const wrong = checks.find(({ status }) => status === 'failed');
    const what = wrong === undefined ? '' : ` (${wrong.rung}: ${wrong.name}: ${wrong.detail})`;
    return `its restore test failed, ${(0,_domain_age_js__WEBPACK_IMPORTED_MODULE_0__/* .timeAndAge */ .C)(Date.parse(at), now)}${what}`;
}


/***/ }),

/***/ 15944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ad: () => (/* binding */ unsigned),
/* harmony export */   bC: () => (/* binding */ unjudged),
/* harmony export */   ok: () => (/* binding */ withoutLimit)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

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

/***/ 62037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ fromLedger),
/* harmony export */   Qp: () => (/* binding */ findInLedger),
/* harmony export */   ZP: () => (/* binding */ eventWord)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _ports_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71930);
/* harmony import */ var _vault_copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91076);
/* harmony import */ var _vault_proofs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90045);
/* harmony import */ var _ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1886);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15944);








/**
 * Looks for what the ledger of an environment says of something, the newest first. Only signed events are believed of an
 * environment that has keys; where none is configured, `isSigned` is false.
 * @throws Failure `config` when somebody demands signatures and no key is configured; `integrity` when events are gone that
 *   others name: what they said cannot be known; as the stores do when none could be asked
 */
async function findInLedger(environment, types, demandsSignature, look, { stores, log, signal }) {
    const name = environment.environment;
    const unkeyed = types.filter((type) => (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_6__.trustedKeys)(environment, type) === null);
    if (demandsSignature && unkeyed.length === types.length) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `nobody's word counts in the ledger of ${name}: no public key is configured for its ${unkeyed.join(' and ')} events`, {
            hint: `Make keys with \`lifeboat keygen\`, and put the public ones under signing in the file of ${name}.`,
        });
    }
    const search = await (0,_vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_4__/* .searchLedger */ .a)(stores, name, 
    // Where signatures are demanded, an event that nobody could have signed counts for nothing.
    (type) => (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_6__.trustedKeys)(environment, type) ?? (demandsSignature ? [] : null), (event) => types.some((type) => type === event.type) && look(event), { log, signal, anchors: await anchorsOf(environment, { stores, log, signal }) });
    // What a store out of reach may have is no gap.
    if (search.gone.length > 0 && search.unreachable.length === 0) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(search.gone.length, 'event')} of the ledger of ${name} that later ones name ${search.gone.length === 1 ? 'is' : 'are'} gone: ${search.gone.slice(0, 3).join(', ')}`, {
            hint: `Look at it with \`lifeboat ledger verify --environment ${name}\`, and find out who may delete there.`,
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
    for (const { key } of (await (0,_vault_proofs_js__WEBPACK_IMPORTED_MODULE_5__/* .listProofs */ .I2)(stores, name, { log, signal })).slice(0, proofsAsked)) {
        try {
            const { proof } = await (0,_vault_proofs_js__WEBPACK_IMPORTED_MODULE_5__/* .readProof */ .r$)(stores, name, key, {
                publicKey: environment.signing.verify ?? null,
                protected: environment.protected,
                log: _ports_log_js__WEBPACK_IMPORTED_MODULE_2__/* .silentLog */ .a,
                signal,
            });
            anchors.push(...(proof.ledgerHeads ?? []).map(({ id }) => id));
        }
        catch (error) {
            // What cannot be believed anchors nothing; whether it is a good proof is judged elsewhere.
            if ((0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal).kind === 'bug')
                throw error;
        }
    }
    return anchors;
}
/** A good answer from the ledger, with what makes it less than certain. */
function fromLedger(detail, { isSigned, unreachable }) {
    const doubts = [
        ...(isSigned ? [] : [_answer_js__WEBPACK_IMPORTED_MODULE_7__/* .unsigned */ .ad]),
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


/***/ }),

/***/ 42430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ judgeProof)
/* harmony export */ });
/* harmony import */ var _domain_age_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72631);
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82180);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96087);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75141);
/* harmony import */ var _vault_backups_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74703);
/* harmony import */ var _vault_copies_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46979);
/* harmony import */ var _vault_proofs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90045);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15944);
/* harmony import */ var _ledger_evidence_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62037);










/** Whoever may write to a store could add files that look like proofs without end. */
const mostRead = 200;
/**
 * Whether it was shown that data comes back: the newest proof is young enough and good. It counts when its signature
 * holds, its backup is there with the very manifest that it speaks of, and it read restored data. One that failed counts
 * whatever it tried, and whether its backup still exists or not, until that backup or a newer one comes back.
 */
async function judgeProof({ limit }, { unreachable }, listed, environment, ports) {
    const { clock } = ports;
    const now = clock.now();
    const { environment: name, signing } = environment;
    const hint = `Make a restore test first: \`lifeboat verify --environment ${name}\`.`;
    const { goods, failed, isCutShort, passedOver } = await newestWord(listed, environment, ports);
    const [good = null] = goods;
    const note = (detail) => passedOver.length === 0
        ? detail
        : `${detail}. Passed over: ${passedOver.slice(0, 3).join('; ')}${passedOver.length > 3 ? ` and ${passedOver.length - 3} more` : ''}`;
    const told = (proof) => `tried ${(0,_domain_age_js__WEBPACK_IMPORTED_MODULE_0__/* .timeAndAge */ .C)(Date.parse(proof.at), now)}${run(proof)}`;
    if (failed !== null) {
        const since = good === null ? '' : `; since then only ${good.backupId} came back, which is older, ${told(good)}`;
        return {
            status: 'failed',
            failure: 'objective',
            detail: note(`the newest restore test failed: ${failed.backupId}, ${told(failed)}${since}`),
            hint: `Read the report of that restore test. ${wayOut(environment, failed.backupId)}; then prove it: \`lifeboat verify --environment ${name}\`.`,
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
            detail: note(`the newest proof is too old: ${found}; at most ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(limit)} is allowed`),
            hint,
        };
    }
    if (isCutShort) {
        return {
            status: 'failed',
            failure: 'integrity',
            detail: note(`${found}, but there are too many proofs of newer backups to read them all`),
            hint: `Make a restore test of the newest backup: \`lifeboat verify --environment ${name}\`.`,
        };
    }
    const lost = await unansweredFailure(goods, environment, ports);
    if (lost !== null) {
        return {
            status: 'failed',
            failure: 'integrity',
            detail: note(`a restore test failed that no later one answers, and its proof is gone: ${lost}`),
            hint: `Find out who took the proof away, and make another restore test: \`lifeboat verify --environment ${name}\`.`,
        };
    }
    const doubts = [
        ...(signing.verify === undefined ? [_answer_js__WEBPACK_IMPORTED_MODULE_7__/* .unsigned */ .ad] : []),
        ...(unreachable.size === 0
            ? []
            : [`newer proofs may be in ${[...unreachable.keys()].join(', ')}, out of reach`]),
    ];
    return doubts.length === 0
        ? { status: 'passed', detail: note(`${found}, signed`) }
        : { status: 'degraded', detail: note([found, ...doubts].join('; ')) };
}
/** A sound copy to mend a backup from is elsewhere, or nowhere. */
function wayOut({ environment: name, protected: isProtected, signing, stores }, backupId) {
    const anew = `\`lifeboat backup --environment ${name}\``;
    if (stores.length < 2)
        return `Make a new backup with ${anew}`;
    const consent = isProtected ? ` --confirm ${name} --reason "…"` : '';
    const key = signing.retention === undefined ? '' : ' --signing-key-file retention-signing-key.txt';
    return `Mend the backup with \`lifeboat repair --environment ${name} --backup ${backupId}${consent}${key}\`, or make a new one with ${anew}`;
}
/** What the proofs say last: the newest good one, and the newest failed one that nothing since then outweighs. */
async function newestWord(listed, environment, ports) {
    const passedOver = [];
    const goods = [];
    let read = 0;
    for (const place of listed) {
        const best = goods.at(-1);
        if (best !== undefined && (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .answersFor */ .ze)(best.backupId, place.backupId))
            continue;
        if ((read += 1) > mostRead)
            return { goods, failed: null, isCutShort: true, passedOver };
        const proof = await believed(place, environment, ports);
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
        else if ((0,_domain_age_js__WEBPACK_IMPORTED_MODULE_0__/* .isFromTheFuture */ .v)(Date.parse(proof.at), ports.clock.now())) {
            passedOver.push(`${where} is dated in the future: the clock there or here is wrong`);
        }
        else {
            goods.push(proof);
        }
    }
    return { goods, failed: null, isCutShort: false, passedOver };
}
/** Failures that say something of the backup, not of the run that wanted to try it. */
const saysOfBackup = ({ outcome: { failure }, backupId }) => failure === 'integrity' || failure === 'objective' || (failure === 'missing' && backupId !== null);
/**
 * What the ledger says of a restore test that failed, and that no later one of the same backup or of a newer one answers;
 * null when it knows of none. Such a test leaves a proof too, so whoever wants it forgotten must take both away, and the gap
 * in the ledger closes the gate then.
 */
async function unansweredFailure(goods, environment, ports) {
    // No backup is tried before it is made, and what was tried of older ones the newest proof answers.
    const since = Math.min(...goods.map(({ backupId }) => (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(backupId)?.at ?? 0));
    const isAnswered = (backupId, at) => 
    // A run writes its proof first, and its event some moments later.
    goods.some((good) => (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .answersFor */ .ze)(good.backupId, backupId) && Date.parse(good.at) >= at);
    let failed = null;
    await (0,_ledger_evidence_js__WEBPACK_IMPORTED_MODULE_8__/* .findInLedger */ .Qp)(environment, ['backup', 'verification'], false, (event) => {
        const at = Date.parse(event.at);
        if (at <= since)
            return true;
        const isOfTest = event.type === 'verification' && event.outcome.verdict === 'failed';
        if (isOfTest && saysOfBackup(event) && !isAnswered(event.backupId ?? '', at)) {
            failed = `${event.backupId ?? 'a backup'}, tried ${(0,_domain_age_js__WEBPACK_IMPORTED_MODULE_0__/* .timeAndAge */ .C)(at, ports.clock.now())}, ${(0,_ledger_evidence_js__WEBPACK_IMPORTED_MODULE_8__/* .eventWord */ .ZP)(event)}`;
        }
        return failed !== null;
    }, ports);
    return failed;
}
/** The proof when its origin is certain; else why not. */
async function believed({ key }, environment, { stores, log, signal }) {
    try {
        const { proof } = await (0,_vault_proofs_js__WEBPACK_IMPORTED_MODULE_6__/* .readProof */ .r$)(stores, environment.environment, key, {
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
    return (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .asksForData */ .KL)(level) && (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .hasReadData */ .f0)(checks) ? null : `it read no restored data (level ${level})`;
}
/** Null when the backup is a way back: it is there, with the manifest that the proof speaks of, and has every source. */
async function existing({ backupId, manifestSha256 }, environment, { stores, log, signal }) {
    if ((0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isEmergencyBackup */ .KS)(backupId))
        return 'its backup was made just before a restore, of what that replaced';
    try {
        const { sha256, manifest } = await (0,_vault_backups_js__WEBPACK_IMPORTED_MODULE_4__.readManifest)(stores, environment.environment, backupId, {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log,
            signal,
        });
        if (sha256 !== manifestSha256)
            return 'it speaks of another manifest than the one that is there';
        const lacking = (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .lackingSources */ .wI)(environment, manifest);
        return lacking.length === 0 ? null : `its backup lacks ${lacking.join(', ')} of the environment file`;
    }
    catch (error) {
        return `its backup cannot be read: ${reason(error, signal)}`;
    }
}
function reason(error, signal) {
    const failure = (0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOfCopy */ .N2)(error, signal);
    if (failure.kind === 'bug')
        throw failure;
    return failure.message;
}
function run({ runUrl }) {
    return runUrl === null ? '' : `, ${runUrl}`;
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
/* harmony import */ var _backups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74703);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90045);





/**
 * The first of the backups whose data came back, by the newest restore test that says anything of it: one that read restored
 * data, signed, and of the manifest that lies there now. One that condemns it outweighs what was found before.
 * @param ids newest first
 * @param listed the proofs that lie there, newest first
 */
async function newestProven(stores, environment, ids, listed, context) {
    const { environment: name, signing, protected: isProtected } = environment;
    const trust = { publicKey: signing.backup ?? null, protected: isProtected, ...context };
    const tried = new Set(listed.map(({ backupId }) => backupId));
    for (const id of ids) {
        if (!tried.has(id))
            continue;
        try {
            const { sha256 } = await (0,_backups_js__WEBPACK_IMPORTED_MODULE_2__.readManifest)(stores, name, id, trust);
            const backup = { id, manifestSha256: sha256 };
            const { word, proof } = await judge(stores, environment, backup, listed, context);
            if (word === 'acquitted')
                return { id, proof };
        }
        catch (error) {
            // What cannot be read, or believed, is not proven.
            (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
        }
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
    const { word, proof } = await judge(stores, environment, backup, listed, context);
    return word === 'condemned' ? proof : null;
}
function judge(stores, environment, { id, manifestSha256 }, listed, context) {
    const own = listed.filter(({ backupId }) => backupId === id);
    return (0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .judgementOf */ .lG)(believable(stores, environment, own, context), manifestSha256);
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
