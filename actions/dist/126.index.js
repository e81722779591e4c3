export const id = 126;
export const ids = [126];
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

/***/ 21214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ judgeObjective)
/* harmony export */ });
function judgeObjective(name, target, measured, basis) {
    const margin = target === null ? null : target - measured;
    return { name, target, measured, margin, met: margin === null ? null : margin >= 0, basis };
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

/***/ 40811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hold)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_leases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86333);


/**
 * Keeps a second run of one kind away, for work of the worst hour: a store that takes no lease must not stop it, only a
 * lease that another holds does.
 * @param why as it follows the word "to": `restore (swap)`
 * @param warn is told when no store took it, so that a person looks after it
 * @throws Failure `refused` when another run is at it
 */
async function hold(environment, name, why, ports, warn) {
    try {
        return await (0,_vault_leases_js__WEBPACK_IMPORTED_MODULE_1__/* .takeLease */ ._)(ports.stores, environment, { exclusive: name, why }, ports);
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        warn(`no store took the lease that keeps a second run away: ${failure.message}; make sure that nobody else is at it`);
        return { demand: async () => undefined, [Symbol.asyncDispose]: async () => undefined };
    }
}


/***/ }),

/***/ 84105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ tellMissingConsent)
/* harmony export */ });
/**
 * Says in the report of a dry run what a person has yet to say.
 * @param missing in words; empty when all is said
 * @param act what the run itself would do, in the words of "to …"
 * @returns how to run it again, not as a dry run
 */
function tellMissingConsent(missing, { environment, confirm, reason }, act, run) {
    for (const text of missing)
        run.notice('warning', `it would be refused: ${text}`);
    run.missingConsent = missing;
    if (missing.length === 0)
        return `Run it again, not as a dry run, to ${act}.`;
    const wanted = [
        ...(confirm === environment ? [] : [{ option: `--confirm ${environment}`, input: 'confirm' }]),
        ...((reason ?? '').trim() === '' ? [{ option: '--reason "…"', input: 'reason' }] : []),
    ];
    const options = wanted.map(({ option }) => option).join(' ');
    const inputs = wanted.map(({ input }) => input).join(' and ');
    return `Run it again, not as a dry run, with \`${options}\` to ${act}; in a job with the input${wanted.length === 1 ? '' : 's'} ${inputs}.`;
}


/***/ }),

/***/ 45677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ environmentPlace),
/* harmony export */   v: () => (/* binding */ holdPlace)
/* harmony export */ });
/* harmony import */ var _vault_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73522);
/* harmony import */ var _leases_hold_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40811);


/** What a restore into the environment's own place holds, and a deployment for as long as it lasts. */
const environmentPlace = 'restore';
/**
 * Keeps two restores from putting an application on their data at once.
 * @throws Failure `refused` when another restore is at it
 */
function holdPlace(environment, input, ports, run) {
    return (0,_leases_hold_js__WEBPACK_IMPORTED_MODULE_1__/* .hold */ ._)(environment, placeName(input), `restore (${input.mode})`, ports, (text) => run.notice('warning', text));
}
/** One for the environment; another for each place elsewhere, which may hold a password, so that only its digest shows. */
function placeName({ target }) {
    return target === null ? environmentPlace : `restore-${(0,_vault_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(Buffer.from(target)).sha256.slice(0, 12)}`;
}


/***/ }),

/***/ 8924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ plainRestore),
/* harmony export */   v: () => (/* binding */ changesService)
/* harmony export */ });
/** A restore beside, of every source, of nothing but data, with nothing given up. */
const plainRestore = {
    mode: 'side-by-side',
    target: null,
    source: null,
    confirm: null,
    selection: null,
    answered: [],
    fallBack: false,
    emergencyBackup: false,
    reroute: false,
    dryRun: false,
};
/** Whether the application will work on what is restored: then more must be made sure of. */
function changesService(input) {
    return input.mode !== 'side-by-side' || input.reroute;
}


/***/ }),

/***/ 80126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/vault/leases.js
var leases = __webpack_require__(86333);
;// CONCATENATED MODULE: ./lib/vault/resting-stores.js

/** How long a store that was out of reach is not asked again. */
const rest = 5 * 60_000;
/**
 * The same stores, of which one that turned out to be `unavailable`, with all patience, then fails at once for a while:
 * what is read from several stores waits once for the one that is out of reach, not at each object. A store that nothing
 * could stand in for is asked each time. What only a store can be asked that answered before (to renew a lease, or to
 * give it back) is always asked.
 */
function restingStores(stores, clock) {
    return stores.length < 2 ? stores : stores.map((store) => resting(store, clock));
}
function resting(store, clock) {
    let away = null;
    const check = () => {
        if (away !== null && clock.ticks() < away.until)
            throw away.failure;
    };
    const note = (error) => {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'unavailable')
            away = { failure, until: clock.ticks() + rest };
    };
    const unlessAway = async (work) => {
        check();
        try {
            return await work();
        }
        catch (error) {
            note(error);
            throw error;
        }
    };
    return {
        ...store,
        async *list(prefix, signal, options) {
            check();
            try {
                yield* store.list(prefix, signal, options);
            }
            catch (error) {
                note(error);
                throw error;
            }
        },
        get: (key, options) => unlessAway(() => store.get(key, options)),
        stat: (key, signal) => unlessAway(() => store.stat(key, signal)),
        versions: (key, signal) => unlessAway(() => store.versions(key, signal)),
        put: (key, body, options) => unlessAway(() => store.put(key, body, options)),
    };
}

// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/verify/verdict.js
var verdict = __webpack_require__(7803);
// EXTERNAL MODULE: ./lib/vault/artifact-reader.js
var artifact_reader = __webpack_require__(16410);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/operations/findings.js
var operations_findings = __webpack_require__(39938);
// EXTERNAL MODULE: ./lib/operations/keyring.js + 1 modules
var keyring = __webpack_require__(98692);
;// CONCATENATED MODULE: ./lib/operations/restore/reading.js


/**
 * Watches a restore read its backup: from which stores how much came, how long it took, and whether the backup turned out
 * to be lost, since no store had some artifact of it sound.
 */
class Reading {
    /** Set when no store has a sound copy of what was asked for. */
    lost = null;
    reader;
    folder;
    stores;
    served = new Map();
    downloading;
    opening;
    constructor(reader, folder, stores, clock) {
        this.reader = reader;
        this.folder = folder;
        this.stores = stores;
        this.downloading = new Span(clock);
        this.opening = new Span(clock);
    }
    async open(artifact, form, signal) {
        this.downloading.begin();
        try {
            // Resolves once the copy was fetched whole and its digest checked.
            const opened = await this.reader.open(artifact, form, signal);
            this.count(artifact);
            this.opening.begin();
            opened.once('close', () => this.opening.end());
            opened.once('error', (error) => this.noteLoss(error));
            return opened;
        }
        catch (error) {
            this.noteLoss(error);
            throw error;
        }
        finally {
            this.downloading.end();
        }
    }
    /** What was wrong with copies on the way. */
    get damages() {
        return this.reader.damages;
    }
    /** The parts of the restore that this has seen; they overlap with it, and with each other. */
    phases() {
        if (!this.downloading.hasBegun)
            return [];
        const stores = [...this.served.keys()];
        const bytes = [...this.served.values()].reduce((sum, one) => sum + one.bytes, 0);
        const from = [...this.served].map(([store, one]) => `${one.artifacts} ${one.artifacts === 1 ? 'artifact' : 'artifacts'} from ${store}`);
        const status = this.lost === null ? 'done' : 'failed';
        const rate = (0,units/* formatRate */.CE)(bytes, this.downloading.busy);
        return [
            {
                name: 'download',
                ...this.downloading.times,
                status,
                detail: from.length === 0
                    ? 'nothing could be read'
                    : `${from.join(', ')}, ${(0,units/* formatBytes */.z3)(bytes)} at ${rate}`,
                stores,
                bytes,
            },
            ...(this.opening.hasBegun
                ? [
                    {
                        name: 'open',
                        ...this.opening.times,
                        status,
                        detail: 'decrypted and decompressed while it was restored',
                    },
                ]
                : []),
        ];
    }
    /** How each store's copy is, as far as this restore has read it. */
    copies(kinds) {
        return kinds.map((store) => {
            const own = this.damages.filter((damage) => damage.store === store.name);
            const worst = own.find(({ problem }) => problem === 'damaged') ??
                own.find(({ problem }) => problem === 'missing') ??
                own[0];
            const states = { damaged: 'damaged', missing: 'incomplete', unreachable: 'unreachable' };
            const keys = new Set(own.map(({ key }) => key)).size;
            return {
                store: store.name,
                kind: store.kind,
                status: worst === undefined ? (store.ephemeral ? 'ephemeral' : 'complete') : states[worst.problem],
                writeOnce: null,
                detail: worst === undefined
                    ? this.served.has(store.name)
                        ? 'what was read of it is sound'
                        : 'not read'
                    : `${keys} of its objects could not be used, first ${worst.key.replace(this.folder, '')}: ${worst.failure.message}`,
            };
        });
    }
    /** The reader takes the stores in their order, and notes each that failed it. */
    count(artifact) {
        const key = `${this.folder}${artifact.key}`;
        const failed = new Set(this.damages
            .filter((damage) => damage.key === key && !damage.olderVersionServed)
            .map((damage) => damage.store));
        const name = this.stores.find((store) => !failed.has(store.name))?.name;
        if (name === undefined)
            return;
        const before = this.served.get(name) ?? { artifacts: 0, bytes: 0 };
        this.served.set(name, { artifacts: before.artifacts + 1, bytes: before.bytes + artifact.storedSize });
    }
    noteLoss(error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'integrity' || failure.kind === 'missing')
            this.lost ??= failure;
    }
}
/** Work of which several parts go on at once: when it began and ended, and how long some of it was going on. */
class Span {
    busy = 0;
    clock;
    startedAt = null;
    firstTick = 0;
    lastTick = 0;
    active = 0;
    since = 0;
    constructor(clock) {
        this.clock = clock;
    }
    get hasBegun() {
        return this.startedAt !== null;
    }
    get times() {
        return { startedAt: this.startedAt ?? 0, duration: Math.round(this.lastTick - this.firstTick) };
    }
    begin() {
        const now = this.clock.ticks();
        if (this.startedAt === null) {
            this.startedAt = this.clock.now();
            this.firstTick = now;
            this.lastTick = now;
        }
        if (this.active === 0)
            this.since = now;
        this.active += 1;
    }
    end() {
        this.lastTick = this.clock.ticks();
        this.active -= 1;
        if (this.active === 0)
            this.busy += this.lastTick - this.since;
    }
}

// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/choose-backup.js
var choose_backup = __webpack_require__(92946);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var vault_proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/vault/proven.js
var proven = __webpack_require__(88326);
// EXTERNAL MODULE: ./lib/operations/condemnation.js
var condemnation = __webpack_require__(70409);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
// EXTERNAL MODULE: ./lib/operations/restore/restore-input.js
var restore_input = __webpack_require__(8924);
;// CONCATENATED MODULE: ./lib/operations/restore/guards.js



/**
 * What must be right before anything is opened. It stands here, in the operation, so that no way to call it goes round it.
 * @throws Failure `config` when the inputs contradict each other, `refused` when a confirmation or reason is missing
 */
function checkGuards(environment, input, ports) {
    checkInputs(environment, input);
    const missing = missingConsent(environment, input, ports);
    if (missing.length > 0 && !input.dryRun) {
        const what = input.mode === 'side-by-side' ? 'reroute' : `mode ${input.mode}`;
        throw new domain_failure/* Failure */.HR('refused', `${what} changes what the application works on: ${missing.join('; ')}`, {
            hint: `Give the name and why: on a terminal --confirm ${environment.environment} --reason "…", in a job the inputs confirm and reason. To look first, restore side-by-side, or make a dry run.`,
        });
    }
    // The signature itself is held to its key when the manifest is read.
    if (environment.protected && environment.signing.backup === undefined) {
        throw new domain_failure/* Failure */.HR('refused', 'the environment is protected, and signing.backup is not configured, so that no signature can hold', {
            hint: 'Restoring runs code that stands in the backup. Put the public key of those who make backups under signing.backup.',
        });
    }
    if (takesEmergencyBackup(input) && !input.dryRun)
        (0,signing_keys.checkSigningKey)(environment, 'backup', ports.keys.signing);
}
/** What a person still has to say before the application may be put on other data; for people. */
function missingConsent(environment, input, { run }) {
    if (!(0,restore_input/* changesService */.v)(input))
        return [];
    const confirmed = input.confirm === environment.environment;
    return [
        ...(confirmed
            ? []
            : [
                input.confirm === null
                    ? 'confirm is not given'
                    : `confirm is ${JSON.stringify(input.confirm.slice(0, 60))}, not the name of the environment`,
            ]),
        ...((run.reason ?? '').trim() === '' ? ['no reason is given'] : []),
    ];
}
/**
 * Restoring runs code that stands in the backup, with the rights of whoever restores.
 * @throws Failure `refused` when a protected environment would take a backup whose origin is not certain
 */
function demandOrigin(environment, read, run) {
    if (read.signed)
        return;
    if (!environment.protected) {
        run.notice('warning', 'the origin of the backup is not proven, since signing.backup is not configured; restoring runs code that stands in it');
        return;
    }
    throw new domain_failure/* Failure */.HR('refused', 'the environment is protected, and the signature of this backup was not checked', {
        hint: 'Configure signing.backup with the public key of those who make backups.',
    });
}
function takesEmergencyBackup({ mode, emergencyBackup }) {
    return emergencyBackup || mode === 'in-place';
}
function checkInputs(environment, input) {
    const { mode, selection, target, source, reroute, answered } = input;
    const problems = [];
    if (selection !== null && mode !== 'side-by-side') {
        problems.push(`tables and rows come back side-by-side only: ${mode} would take everything else away`);
    }
    if (selection !== null && reroute) {
        problems.push('an application cannot be led to a database that holds only a part');
    }
    if (selection !== null &&
        selection.rows.length > 0 &&
        selection.tables.length + selection.schemas.length > 0) {
        problems.push('rows and tables cannot be given together');
    }
    if (target !== null && source === null && environment.sources.length > 1) {
        problems.push('one target cannot take several sources: say which one is meant with source');
    }
    if (reroute && mode !== 'side-by-side') {
        problems.push(`reroute belongs to side-by-side; ${mode} puts the data where the application already looks`);
    }
    if (answered.length > 0 && mode === 'side-by-side') {
        problems.push('answered belongs to swap and in-place; side-by-side gives nothing up');
    }
    if (problems.length > 0)
        throw new domain_failure/* Failure */.HR('config', problems.join('; '));
}

;// CONCATENATED MODULE: ./lib/operations/restore/select.js








/** Finds the backup that is meant. @throws Failure as `chooseBackup` does */
async function selectBackup(environment, input, ports, run) {
    const { stores, log, signal, clock } = ports;
    const context = { log, signal };
    const chosen = await (0,choose_backup/* chooseBackup */.S)(stores, environment.environment, input.backup, {
        ...context,
        now: clock.now(),
        newestProven: async (ids) => {
            const listed = await (0,vault_proofs/* listProofs */.I2)(stores, environment.environment, context);
            return (await (0,proven/* newestProven */.t)(stores, environment, ids, listed, context))?.id ?? null;
        },
    });
    run.backupId = chosen.id;
    const isById = chosen.id === input.backup;
    for (const [store, failure] of chosen.unreachable) {
        const newer = isById ? '' : '; it may hold a newer backup';
        run.notice('warning', `store ${store} could not be asked for backups: ${failure.message}${newer}`);
    }
    log.info(`backup ${chosen.id}, in ${chosen.stores.join(', ')}`);
    return {
        candidates: [chosen.id, ...(input.fallBack ? chosen.older.map(({ id }) => id) : [])],
        mayBeStale: !isById && chosen.unreachable.size > 0,
    };
}
/**
 * The manifest of a backup, with its origin checked as the environment demands.
 * @throws Failure `integrity` or `missing` when no store has one that can be believed
 */
async function readSelected(environment, id, { stores, log, signal }, run) {
    const read = await (0,backups.readManifest)(stores, environment.environment, id, {
        publicKey: environment.signing.backup ?? null,
        protected: environment.protected,
        log,
        signal,
    });
    demandOrigin(environment, read, run);
    return read;
}
/**
 * Says it when a restore test has shown this backup to be bad. It is restored all the same: it may be the best there is, and
 * what comes back is compared with what was dumped before anything is exchanged.
 */
async function tellCondemnation(environment, { manifest: { id }, sha256, store }, ports, run) {
    // The store that has just answered: recovery does not wait once more for one that is out of reach.
    const asked = { ...ports, stores: ports.stores.filter(({ name }) => name === store) };
    const { log, signal } = ports;
    let why = null;
    try {
        const listed = await (0,vault_proofs/* listProofs */.I2)(asked.stores, environment.environment, { log, signal, backupId: id });
        why = await (0,condemnation/* whyCondemned */.K)(environment, { id, manifestSha256: sha256 }, listed, asked);
    }
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        if (failure.kind === 'bug')
            throw failure;
        run.notice('notice', `what restore tests say of backup ${id} could not be read: ${failure.message}`);
    }
    if (run.restored !== undefined)
        run.restored.condemned = why !== null;
    if (why === null)
        return;
    run.notice('warning', `backup ${id} may not come back: ${why}; latest-proven takes the newest that came back`);
}
/** The sources of the backup that are to come back. @throws Failure `missing` */
function wantedRecords({ manifest }, input) {
    if (input.source === null) {
        if (input.target !== null && manifest.sources.length > 1) {
            throw new domain_failure/* Failure */.HR('config', 'one target cannot take several sources: say which one is meant with source');
        }
        return manifest.sources;
    }
    const records = manifest.sources.filter(({ name }) => name === input.source);
    if (records.length > 0)
        return records;
    throw new domain_failure/* Failure */.HR('missing', `backup ${manifest.id} has no source ${input.source}`, {
        hint: `It has ${manifest.sources.map(({ name }) => name).join(', ')}.`,
    });
}
/** The moment up to which all of the data is in the backup: of several sources the earliest. */
function dataTime(records) {
    const times = records.map((record) => Date.parse(record.snapshot.dataAt));
    return times.length === 0 ? null : Math.min(...times);
}

;// CONCATENATED MODULE: ./lib/operations/restore/attempt.js
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
 * Everything before something is touched: reads the manifest, tries the key, and inspects each place.
 * @param stack takes what has to be closed
 * @throws Failure when another backup would not help
 */
async function prepareAttempt(id, stack, { environment, input, ports, run }) {
    let read;
    try {
        read = await readSelected(environment, id, ports, run);
    }
    catch (error) {
        return lostOr(error, ports.signal);
    }
    await tellCondemnation(environment, read, ports, run);
    const folder = (0,layout/* backupFolder */.j0)(environment.environment, id);
    // The smallest artifact: a wrong key is known before hours of download.
    const { opener, failure } = await run.phase('try the key', () => (0,keyring/* keyringFor */.n$)(read.manifest, folder, ports.stores, ports, run));
    if (opener === null) {
        if (failure === null)
            throw new TypeError('a keyring has neither opener nor failure');
        return lostOr(failure, ports.signal);
    }
    const { stores, spool, log, clock, signal } = ports;
    const reader = (0,artifact_reader/* createArtifactReader */.G)({ stores, folder, opener, spool, log });
    const reading = new Reading(reader, folder, stores, clock);
    const inspecting = run.phase('inspect', async () => {
        const found = [];
        for (const record of wantedRecords(read, input)) {
            const config = environment.sources.find((source) => source.name === record.name);
            const request = {
                record,
                backupId: id,
                mode: input.mode,
                target: input.target,
                selection: input.selection,
                answered: input.answered,
                jobs: config?.type === 'postgres' ? config.jobs : ports.run.machine.cores,
            };
            const restoration = stack.use(await ports.openRestoration(record, config, request));
            found.push({ record, restoration, inspection: await restoration.inspect(signal, reading) });
        }
        const findings = found.flatMap(({ inspection }) => [...inspection.findings]);
        (0,operations_findings/* judgeFindings */.q)(input.dryRun ? findings.filter(({ level }) => level !== 'refuse') : findings, run);
        return found;
    });
    try {
        return { read, opener, reading, parts: await inspecting };
    }
    catch (error) {
        if (reading.lost === null)
            throw error;
        signal.throwIfAborted();
        return { lost: withRemains(reading.lost, (0,domain_failure/* asFailure */.h_)(error)) };
    }
}
/**
 * Brings every source back beside what is in use. The downloads overlap with it: each artifact is read when it is asked for.
 * @throws Failure when another backup would not help
 */
async function carryOut({ read, reading, parts }, { ports, run }) {
    const { log, clock, signal } = ports;
    const results = [];
    try {
        for (const { record, restoration } of parts) {
            const started = clock.ticks();
            results.push(await run.phase(`restore ${record.name}`, async () => {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    const progress = __addDisposableResource(env_1, log.progress(`restore ${record.name}`), false);
                    return await restoration.restore({
                        artifacts: reading,
                        check: (check) => run.check(check),
                        table: (table) => run.tables.push(table),
                        progress,
                        signal,
                    });
                }
                catch (e_1) {
                    env_1.error = e_1;
                    env_1.hasError = true;
                }
                finally {
                    __disposeResources(env_1);
                }
            }, ({ database, bytes, steps }) => ({
                bytes,
                detail: [
                    `${(0,units/* formatBytes */.z3)(bytes)} into ${database}`,
                    ...steps.map((step) => `${step.name} ${(0,units/* formatDuration */.a3)(step.duration)}`),
                ].join(', '),
            })));
            log.info(`source ${record.name} restored after ${(0,units/* formatDuration */.a3)(clock.ticks() - started)}`);
        }
    }
    catch (error) {
        tellReading(reading, ports, run);
        if (reading.lost === null)
            throw error;
        signal.throwIfAborted();
        // Of what came back from it before, nothing is in use.
        for (const { database } of results) {
            run.notice('warning', `${database} was restored from backup ${read.manifest.id}, and is left there`);
            run.next.push(`Drop ${database} when nobody needs it: it came from a backup that was given up.`);
        }
        return { lost: withRemains(reading.lost, (0,domain_failure/* asFailure */.h_)(error)) };
    }
    tellReading(reading, ports, run);
    return { results };
}
/** Timeline, and what was wrong with copies. */
function tellReading(reading, { stores }, run) {
    for (const phase of reading.phases())
        run.addPhase(phase);
    run.copies.splice(0, run.copies.length, ...reading.copies(stores));
    for (const copy of run.copies) {
        if (copy.status === 'complete' || copy.status === 'ephemeral')
            continue;
        run.notice('warning', `store ${copy.store}: ${copy.detail ?? copy.status}`);
        // Where no store has it sound, there is nothing to mend it from.
        if (reading.lost !== null)
            continue;
        run.next.push(copy.status === 'unreachable'
            ? `Find out why store ${copy.store} could not be read, and bring it up to date with \`lifeboat replicate\`.`
            : `Mend the copy in ${copy.store} from a sound one with \`lifeboat repair\`, and find out what happened there.`);
    }
}
/** Why the backup is lost; and, as the restoration says it, what was left of the restore. */
function withRemains(lost, thrown) {
    const hint = thrown.hint ?? lost.hint;
    return new domain_failure/* Failure */.HR(lost.kind, lost.message, {
        ...(hint === undefined ? {} : { hint }),
        subjects: [...new Set([...lost.subjects, ...thrown.subjects])],
        cause: thrown,
    });
}
/** Bytes that no store has sound any more; any other trouble would befall an older backup too. */
function lostOr(error, signal) {
    signal.throwIfAborted();
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind === 'integrity' || failure.kind === 'missing')
        return { lost: failure };
    throw error;
}

// EXTERNAL MODULE: ./lib/domain/objectives.js
var domain_objectives = __webpack_require__(21214);
;// CONCATENATED MODULE: ./lib/operations/restore/conclude.js


/** What the restore amounts to: objectives, figures, what a person does next, and the verdict. */
function conclude(environment, input, carried, run) {
    const { took, results, service } = carried;
    if (input.selection === null)
        judgeTime(environment, carried, run);
    else
        run.notice('notice', 'only a part was restored: that measures no RTO');
    judgeLoss(environment, input, run);
    const bytes = results.reduce((sum, result) => sum + result.bytes, 0);
    for (const { source, database, keptAs } of run.restored?.places ?? []) {
        run.fact(`source ${source}`, keptAs === null ? `in ${database}` : `in ${database}; the former state in ${keptAs}`);
    }
    run.fact('data restored', (0,units/* formatBytes */.z3)(bytes), bytes, 'bytes');
    run.fact('restore rate', (0,units/* formatRate */.CE)(bytes, took), took === 0 ? 0 : (bytes / took) * 1_000, 'bytes-per-second');
    run.fact('duration', (0,units/* formatDuration */.a3)(took), took, 'milliseconds');
    for (const { left } of results)
        for (const { text, subjects } of left)
            run.notice('warning', text, subjects);
    advise(environment.environment, input, service, run);
    const { failure } = carried;
    return run.finish(failure === null ? verdictOf(carried, run) : 'failed', failure);
}
function judgeTime({ objectives }, { took, service }, run) {
    const target = objectives.rto ?? null;
    const basis = {
        done: 'a real restore, from choosing the backup to an application that works on it',
        untouched: 'a real restore, from choosing the backup to proven data beside what is in use',
        manual: 'a real restore, without the steps that are left to a person',
        failed: 'a real restore, up to the step that failed',
    }[service];
    const judged = (0,domain_objectives/* judgeObjective */.t)('RTO', target, took, basis);
    // As long as a person has work to do, the service is not back: only that it is too late can be said already.
    const isOpen = service === 'manual' || service === 'failed';
    run.objectives.push(isOpen && judged.met === true ? { ...judged, met: null } : judged);
    if (judged.met === false)
        run.notice('warning', `the RTO of ${(0,units/* formatDuration */.a3)(target ?? 0)} was missed`);
}
function judgeLoss({ objectives }, input, run) {
    const { dataAt, dataLoss, passedOver } = run.restored ?? { dataAt: null, dataLoss: null, passedOver: 0 };
    if (dataAt === null || dataLoss === null)
        return;
    run.fact('data up to', new Date(dataAt).toISOString().replace(/\.\d+Z$/, 'Z'));
    run.fact('data loss', `${(0,units/* formatDuration */.a3)(dataLoss)} up to the start of this restore`, dataLoss, 'milliseconds');
    if (passedOver > 0)
        run.fact('backups given up', String(passedOver), passedOver, 'count');
    // Whoever asks for an older backup wants it to be old.
    if (input.backup !== 'latest' || objectives.rpo === undefined)
        return;
    const rpo = (0,domain_objectives/* judgeObjective */.t)('RPO', objectives.rpo, dataLoss, 'age of the restored data at the start of this restore');
    run.objectives.push(rpo);
    if (rpo.met === false) {
        run.notice('warning', `the RPO of ${(0,units/* formatDuration */.a3)(objectives.rpo)} was missed: the newest backup was older than that`);
    }
}
function advise(environment, input, service, run) {
    const places = run.restored?.places ?? [];
    const names = places.map(({ database }) => database).join(', ');
    if (service === 'untouched') {
        const schemas = places.flatMap(({ database, schema }) => schema === undefined ? [] : [`schema ${schema} in ${database}`]);
        const looked = schemas.length > 0 ? schemas.join(', ') : names;
        run.next.push(input.selection === null
            ? `Look at ${looked}. If that is what you want, restore this backup again in the place of what is in use: --backup ${run.backupId ?? 'ID'} --mode swap --confirm ${environment} --reason "…"; or lead the application there.`
            : `Look at ${looked}, and copy from there what you need. Drop ${schemas.length > 0 ? 'that schema' : 'it'} when you are done.`);
    }
    if (service === 'failed') {
        run.next.push(`The data is back in ${names}: bring the application to work by hand from there on.`);
    }
    const kept = places.flatMap(({ keptAs }) => (keptAs === null ? [] : [keptAs]));
    if (kept.length > 0) {
        run.next.push(`Look whether anything of ${kept.join(', ')} is still needed: it holds what was written after the backup. Drop it when nobody needs it any more.`);
    }
}
function verdictOf({ service, selection }, run) {
    const isLess = service === 'manual' ||
        selection.mayBeStale ||
        (run.restored?.passedOver ?? 0) > 0 ||
        run.copies.some(({ status }) => status === 'damaged' || status === 'incomplete') ||
        run.checks.some(({ status }) => status === 'degraded') ||
        run.objectives.some(({ met }) => met === false);
    return isLess ? 'degraded' : 'passed';
}

// EXTERNAL MODULE: ./lib/operations/missing-consent.js
var missing_consent = __webpack_require__(84105);
// EXTERNAL MODULE: ./lib/domain/ledger.js
var ledger = __webpack_require__(93991);
// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
;// CONCATENATED MODULE: ./lib/operations/restore/estimate.js






/** Events and proofs looked at, the newest ones: older ones tell of other sizes and machines. */
const mostEvents = 40;
const mostProofs = 5;
/** How long a restore of this backup takes, as far as earlier ones tell; null when nothing does. */
async function estimateTime(environment, read, ports) {
    return (await fromRestores(environment, read, ports)) ?? (await fromProofs(environment, read, ports));
}
/** An earlier restore of this environment, by its bytes. */
async function fromRestores({ environment }, { manifest }, { stores, signal }) {
    for (const store of stores) {
        try {
            const keys = [];
            for await (const { key } of store.list((0,layout/* ledgerFolder */.G0)(environment), signal)) {
                if (key.endsWith('.json'))
                    keys.push(key);
            }
            for (const key of keys.slice(-mostEvents).reverse()) {
                const bytes = await (0,small_objects/* readWhole */.oD)(store, key, { signal });
                if (bytes === null)
                    continue;
                const { type, outcome, details, at } = (0,ledger/* parseLedgerEvent */.fK)(bytes.toString());
                if (type !== 'restore' || outcome.verdict === 'failed')
                    continue;
                const { duration, bytes: restored } = details;
                if (typeof duration !== 'number' || typeof restored !== 'number' || restored === 0)
                    continue;
                const time = Math.round((duration * plainSize(manifest)) / restored);
                return { time, basis: `the restore of ${at.slice(0, 10)}, by size` };
            }
            return null;
        }
        catch (error) {
            (0,copies/* failureOfCopy */.N2)(error, signal);
        }
    }
    return null;
}
/** The newest proof that has a time, by the size of what it restored. */
async function fromProofs(environment, read, { stores, log, signal }) {
    const name = environment.environment;
    const trust = (publicKey) => ({
        publicKey: publicKey ?? null,
        protected: false,
        log,
        signal,
    });
    try {
        const proofs = await (0,vault_proofs/* listProofs */.I2)(stores, name, { log, signal });
        for (const { key, backupId } of proofs.slice(0, mostProofs)) {
            try {
                const { proof } = await (0,vault_proofs/* readProof */.r$)(stores, name, key, trust(environment.signing.verify));
                const time = proof.rto.estimate ?? proof.rto.laboratory;
                if (time === null)
                    continue;
                const { manifest } = backupId === read.manifest.id
                    ? read
                    : await (0,backups.readManifest)(stores, name, backupId, trust(environment.signing.backup));
                const scale = plainSize(manifest) === 0 ? 1 : plainSize(read.manifest) / plainSize(manifest);
                const kind = proof.rto.estimate === null ? 'a laboratory' : 'a laboratory, for a durable server';
                return {
                    time: Math.round(time * scale),
                    basis: `the proof of ${proof.at.slice(0, 10)} in ${kind} with ${proof.hardware.cores} cores, by size`,
                };
            }
            catch (error) {
                (0,copies/* failureOfCopy */.N2)(error, signal);
            }
        }
    }
    catch (error) {
        (0,copies/* failureOfCopy */.N2)(error, signal);
    }
    return null;
}
function plainSize(manifest) {
    return manifest.sources
        .flatMap((source) => source.artifacts)
        .reduce((sum, artifact) => sum + artifact.plainSize, 0);
}

;// CONCATENATED MODULE: ./lib/operations/restore/service.js
/**
 * Restarts the application, waits until it is well, and leads it to the data. With `swap` and `in-place` the data lies
 * where it looks already, so what is left to lead there comes last; beside, it must know the new place before it starts.
 * @throws Failure of the first step that failed; those after it are skipped
 */
async function bringIntoService(environment, input, places, ports, run) {
    const order = input.mode === 'side-by-side' ? ['reroute', 'restart', 'health'] : ['restart', 'health', 'reroute'];
    let outcome = 'done';
    for (const [index, name] of order.entries()) {
        const reason = reasonToSkip(name, environment, input, ports);
        if (reason !== null) {
            skip(name, reason, ports, run);
            continue;
        }
        try {
            const { status, detail } = await run.phase(name, () => doStep(name, places, ports), ({ status, detail }) => ({ status, detail }));
            if (status === 'manual') {
                outcome = 'manual';
                run.next.push(detail);
                ports.log.warning(detail);
            }
        }
        catch (error) {
            for (const later of order.slice(index + 1))
                skip(later, `as ${name} failed`, ports, run);
            throw error;
        }
    }
    return input.mode === 'side-by-side' && !input.reroute ? 'untouched' : outcome;
}
async function doStep(name, places, { application, clock, signal }) {
    const { target, health } = application;
    if (name === 'restart')
        return target.restart(signal);
    if (name === 'health') {
        if (health === null)
            return { status: 'manual', detail: 'Make sure that the application is well.' };
        const { attempts } = await health.wait(clock, signal);
        const asked = attempts === 1 ? 'at the first attempt' : `after ${attempts} attempts`;
        return { status: 'done', detail: `${health.what} answered ${asked}` };
    }
    let last = { status: 'done', detail: 'nothing to lead the application to' };
    for (const { place, source } of places)
        last = await target.reroute(application.urlOf(place, source), signal);
    return last;
}
/** Null when the step is to be taken. */
function reasonToSkip(name, { target }, input, { application }) {
    if (input.mode === 'side-by-side' && !input.reroute) {
        return 'the application still works on what it worked on before';
    }
    if (name === 'reroute' && input.mode !== 'side-by-side' && target?.reroute === undefined) {
        return 'the data lies where the application looks already';
    }
    return name === 'health' && application.health === null && application.target.kind !== 'manual'
        ? 'target.health is not configured'
        : null;
}
function skip(name, reason, { clock }, run) {
    run.addPhase({ name, startedAt: clock.now(), duration: 0, status: 'skipped', detail: reason });
}

;// CONCATENATED MODULE: ./lib/operations/restore/dry-run.js
var dry_run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var dry_run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











/** Artifacts asked for at once. */
const concurrency = 8;
/**
 * Says what a restore would do: the backup, the copy of each artifact, the place, the time and the disk it needs, and all
 * that stands in its way. Changes nothing, neither in stores nor in databases.
 */
async function planRestore(environment, input, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const startedAt = ports.clock.now();
        const selection = await run.phase('select', () => selectBackup(environment, input, ports, run));
        const [id = '', ...older] = selection.candidates;
        const stack = dry_run_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const attempt = await prepareAttempt(id, stack, { environment, input, ports, run });
        if ('lost' in attempt)
            throw withOlder(attempt.lost, older, input);
        const records = attempt.parts.map(({ record }) => record);
        const dataAt = dataTime(records);
        if (run.restored !== undefined) {
            run.restored.dataAt = dataAt;
            run.restored.dataLoss = dataAt === null ? null : Math.max(0, startedAt - dataAt);
        }
        if (dataAt !== null) {
            run.fact('data up to', new Date(dataAt).toISOString().replace(/\.\d+Z$/, 'Z'));
            run.fact('data loss', (0,units/* formatDuration */.a3)(startedAt - dataAt), startedAt - dataAt, 'milliseconds');
        }
        const artifacts = records.flatMap((record) => record.artifacts);
        const lost = await run.phase('ask the stores', () => surveyCopies(environment, attempt, artifacts, ports, run));
        await tellEstimate(environment, input, attempt, ports, run);
        tellPlaces(attempt, run);
        tellSteps(environment, input, attempt, ports, run);
        const again = (0,missing_consent/* tellMissingConsent */.w)(missingConsent(environment, input, ports), { environment: environment.environment, confirm: input.confirm, reason: ports.run.reason }, 'restore', run);
        if (lost !== null)
            throw withOlder(lost, older, input);
        (0,operations_findings/* judgeFindings */.q)(attempt.parts.flatMap(({ inspection }) => inspection.findings.filter(({ level }) => level === 'refuse')), run);
        const condemned = run.restored?.condemned ?? false;
        if (condemned) {
            run.next.push('A restore test has shown this backup to be bad: it will probably not come back. Look at latest-proven (--backup latest-proven), or let the restore take the next older one that does (--fall-back; in a job the input fall-back: true).');
        }
        run.next.push(`This was a dry run: nothing was changed. ${again}`);
        const isShort = condemned ||
            selection.mayBeStale ||
            run.copies.some(({ status }) => status !== 'complete' && status !== 'ephemeral');
        return run.finish(isShort ? 'degraded' : 'passed', null);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = dry_run_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Which store would serve each artifact. @returns why the backup cannot be restored, when no store has one of them */
async function surveyCopies(environment, { read, opener }, artifacts, { stores, spool, log, signal }, run) {
    const folder = (0,layout/* backupFolder */.j0)(environment.environment, read.manifest.id);
    const reader = (0,artifact_reader/* createArtifactReader */.G)({ stores, folder, opener, spool, log });
    const serves = new Map(stores.map((store) => [store.name, { artifacts: 0, bytes: 0 }]));
    const bad = new Map();
    const homeless = [];
    const queue = artifacts.values();
    const worker = async () => {
        for (const artifact of queue) {
            signal.throwIfAborted();
            const states = await reader.statAll(artifact, signal);
            const first = states.find(({ state }) => state === 'sound');
            const own = first === undefined ? undefined : serves.get(first.store);
            if (own === undefined)
                homeless.push(artifact.key);
            else {
                own.artifacts += 1;
                own.bytes += artifact.storedSize;
            }
            for (const { store, state, failure } of states) {
                if (state === 'sound')
                    continue;
                const status = state === 'missing' ? 'incomplete' : state;
                const seen = bad.get(store);
                bad.set(store, {
                    count: (seen?.count ?? 0) + 1,
                    first: seen?.first ?? `${artifact.key}: ${failure?.message ?? state}`,
                    state: status,
                });
            }
        }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    for (const store of stores) {
        const own = serves.get(store.name) ?? { artifacts: 0, bytes: 0 };
        const trouble = bad.get(store.name);
        run.copies.push({
            store: store.name,
            kind: store.kind,
            status: trouble?.state ?? (store.ephemeral ? 'ephemeral' : 'complete'),
            writeOnce: null,
            detail: trouble === undefined
                ? `has all ${artifacts.length} artifacts; would serve ${own.artifacts} of them, ${(0,units/* formatBytes */.z3)(own.bytes)}`
                : `${trouble.count} of ${artifacts.length} artifacts would come from elsewhere, first ${trouble.first}; would serve ${own.artifacts}, ${(0,units/* formatBytes */.z3)(own.bytes)}`,
        });
    }
    const [first] = homeless;
    if (first === undefined)
        return null;
    return new domain_failure/* Failure */.HR('missing', `no store has ${homeless.length} of ${artifacts.length} artifacts, such as ${first}`);
}
async function tellEstimate(environment, { selection }, { read }, ports, run) {
    const estimate = await run.phase('estimate', () => estimateTime(environment, read, ports));
    if (estimate === null) {
        run.notice('notice', 'how long it takes cannot be said: no earlier restore and no proof of this environment is known');
        return;
    }
    const text = `${(0,units/* formatDuration */.a3)(estimate.time)}, from ${estimate.basis}`;
    run.fact('estimated time', text, estimate.time, 'milliseconds');
    const { rto } = environment.objectives;
    // A part takes less time, and the service does not wait for it.
    if (selection === null && rto !== undefined && estimate.time > rto) {
        run.notice('warning', `the RTO of ${(0,units/* formatDuration */.a3)(rto)} would be missed: about ${text}`);
    }
}
function tellPlaces({ parts }, run) {
    for (const { record, inspection } of parts) {
        const { place, keptAs, present, diskNeeded, diskFree, facts } = inspection;
        run.fact(`source ${record.name}`, keptAs === null ? `to ${place}` : `to ${place}; the former state kept as ${keptAs}`);
        if (present === 'gone')
            run.notice('notice', `source ${record.name}: what would be replaced is gone already`);
        const free = diskFree === null ? 'what is free cannot be told' : `${(0,units/* formatBytes */.z3)(diskFree)} free`;
        run.fact(`disk for ${record.name}`, `${(0,units/* formatBytes */.z3)(diskNeeded)} needed, ${free}`, diskNeeded, 'bytes');
        for (const fact of facts)
            run.fact(fact.label, fact.text);
    }
}
/** The timeline of what was not done. */
function tellSteps(environment, input, { read, parts }, ports, run) {
    const { target, health } = ports.application;
    const step = (name, detail) => run.addPhase({ name, startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail });
    if (takesEmergencyBackup(input))
        step('emergency backup', 'the present state is backed up, class critical');
    step('download', `backup ${read.manifest.id} is read, an artifact at a time, from the first store that has it sound`);
    step('open', 'decrypted and decompressed while it is restored');
    for (const { record, inspection } of parts) {
        for (const { name, detail } of inspection.steps)
            step(`${record.name}: ${name}`, detail);
    }
    const details = {
        restart: () => target.describe('restart'),
        health: () => (health === null ? 'a person looks whether the application is well' : `ask ${health.what}`),
        reroute: () => target.describe('reroute'),
    };
    for (const name of ['restart', 'health', 'reroute']) {
        const reason = reasonToSkip(name, environment, input, ports);
        step(name, reason === null ? details[name]() : `left out: ${reason}`);
    }
}
function withOlder(lost, older, { fallBack }) {
    const [next] = older;
    const hint = !fallBack
        ? 'With fall-back (on a terminal --fall-back, in a job the input fall-back: true), the next older backup would be taken.'
        : next === undefined
            ? 'There is no older backup to fall back to.'
            : `The restore would fall back to ${next}; look at it with another dry run: on a terminal --backup ${next}, in a job the input backup: ${next}`;
    return new domain_failure/* Failure */.HR(lost.kind, lost.message, { hint, subjects: lost.subjects, cause: lost });
}

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/operations/backup/backup.js + 3 modules
var backup = __webpack_require__(27063);
;// CONCATENATED MODULE: ./lib/operations/restore/emergency-backup.js
var emergency_backup_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var emergency_backup_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Backs up the present state before anything is touched. A source that is gone has none, which is said.
 * @param gone names of the sources that inspection has found to be gone
 * @returns the id of the backup; null when there was nothing left to back up
 * @throws Failure when there is a state to keep and it could not be kept
 */
async function makeEmergencyBackup(environment, input, gone, ports, run) {
    if (input.target?.includes('://') === true) {
        run.notice('warning', 'the place is on another server than the sources: of its state there is no emergency backup');
        return null;
    }
    const present = [];
    for (const source of environment.sources) {
        const why = gone.has(source.name) ? 'it is gone' : await whyUnreachable(source, input, ports);
        if (why === null)
            present.push(source);
        else {
            run.notice('warning', `source ${source.name} has no present state that could be backed up: ${why}`);
        }
    }
    if (present.length === 0)
        return null;
    const report = await (0,backup.backup)({ ...environment, sources: present }, { class: 'critical', label: backup_id/* emergencyLabel */.Ge }, ports);
    const isKept = report.backupId !== null && report.copies.some(({ status }) => status === 'complete');
    if (!isKept) {
        const { kind, message, hint, subjects } = report.failure ?? {
            kind: 'objective',
            message: 'no store that lasts has it',
            hint: null,
            subjects: [],
        };
        throw new domain_failure/* Failure */.HR(kind, `the emergency backup failed, and nothing was touched: ${message}`, {
            hint: hint ?? 'Restore side-by-side, which touches nothing, or make the backup possible first.',
            subjects,
        });
    }
    run.fact('emergency backup', report.backupId ?? '');
    for (const { level, text, subjects } of report.verdict === 'passed' ? [] : report.notices) {
        if (level === 'warning')
            run.notice('warning', `emergency backup: ${text}`, subjects);
    }
    return report.backupId;
}
/** @throws Failure when it may well be there, and only cannot be asked: then its state would be lost unsaid */
async function whyUnreachable(source, { mode }, ports) {
    if (mode !== 'side-by-side')
        return null;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const opened = emergency_backup_addDisposableResource(env_1, await ports.openSource(source), true);
            await opened.preflight(ports.signal);
            return null;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = emergency_backup_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'missing')
            return failure.message;
        throw new domain_failure/* Failure */.HR(failure.kind, `the emergency backup of source ${source.name} failed: ${failure.message}`, {
            hint: 'If its state is lost anyway, restore without an emergency backup: side-by-side touches nothing.',
            subjects: failure.subjects,
            cause: failure,
        });
    }
}

// EXTERNAL MODULE: ./lib/operations/restore/lease.js
var lease = __webpack_require__(45677);
;// CONCATENATED MODULE: ./lib/operations/restore/restore.js
var restore_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var restore_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Brings an environment back from the best copy there is: select, download, open and restore beside what is in use, then
 * exchange, restart, health and reroute as far as it was asked to. Until the exchange nothing that is in use is touched;
 * expected troubles end in the report's `failure`.
 */
async function restore(environment, input, given) {
    // Not for each of a thousand artifacts is a store waited for that is out of reach.
    const ports = { ...given, stores: restingStores(given.stores, given.clock) };
    const run = new run_report/* RunReport */.e('restore', environment.environment, ports);
    const restored = {
        mode: input.mode,
        dryRun: input.dryRun,
        places: [],
        dataAt: null,
        dataLoss: null,
        passedOver: 0,
        condemned: false,
        inService: false,
    };
    run.restored = restored;
    const report = await attempted(environment, input, ports, run);
    if (!input.dryRun) {
        await (0,record/* recordEvent */.y)(ports, environment, {
            type: 'restore',
            outcome: (0,record/* outcomeOf */.s)(report),
            backupId: report.backupId,
            details: { ...detailsOf(report), partial: input.selection !== null },
        });
    }
    return { report, databases: restored.places.map(({ database }) => database) };
}
async function attempted(environment, input, ports, run) {
    try {
        checkGuards(environment, input, ports);
        return input.dryRun
            ? await planRestore(environment, input, ports, run)
            : await recover(environment, input, ports, run);
    }
    catch (error) {
        return run.fail(error);
    }
}
async function recover(environment, input, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { clock, signal } = ports;
        const startedAt = clock.now();
        const started = clock.ticks();
        const context = { environment, input, ports, run };
        const selection = await run.phase('select', () => selectBackup(environment, input, ports, run));
        const stack = restore_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const found = await firstWhole(selection.candidates, stack, context);
        const { attempt, results } = found;
        const dataAt = dataTime(attempt.parts.map(({ record }) => record));
        const summary = run.restored;
        if (summary === undefined)
            throw new TypeError('the report has no summary');
        summary.dataAt = dataAt;
        summary.dataLoss = dataAt === null ? null : Math.max(0, startedAt - dataAt);
        for (const [index, { record }] of attempt.parts.entries()) {
            const { database = '', schema } = results[index] ?? {};
            summary.places.push({
                source: record.name,
                database,
                ...(schema === undefined ? {} : { schema }),
                keptAs: null,
                exchanged: false,
            });
        }
        if (run.checks.some(({ status }) => status === 'failed'))
            throw notProven(run, input);
        // Not before: a run that is killed in hours of restoring must hold up nobody, and the server keeps two apart till then.
        const place = (0,restore_input/* changesService */.v)(input)
            ? (ports.place ?? stack.use(await (0,lease/* holdPlace */.v)(environment.environment, input, ports, run)))
            : null;
        if (input.mode !== 'side-by-side') {
            for (const [index, { record, restoration }] of attempt.parts.entries()) {
                await place?.demand();
                const { keptAs, next } = await run.phase(`exchange ${record.name}`, () => restoration.exchange(signal), ({ keptAs }) => ({
                    detail: keptAs === null ? 'there was no former state to keep' : `the former state is kept as ${keptAs}`,
                }));
                const own = summary.places[index];
                if (own !== undefined)
                    Object.assign(own, { keptAs, exchanged: true });
                for (const { text, subjects } of next) {
                    run.next.push(text);
                    if (subjects.length > 0)
                        run.notice('notice', text, subjects);
                }
            }
        }
        const places = attempt.parts.map(({ record }, index) => {
            const result = results[index];
            return { source: record.name, database: result?.database ?? '', place: result?.place ?? '' };
        });
        let failure = null;
        let service = 'failed';
        try {
            service = await bringIntoService(environment, input, places, ports, run);
        }
        catch (error) {
            // The data is back all the same, which the report must not hide.
            failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind === 'bug')
                (0,run_report/* tellBug */.s)(failure, ports.log);
        }
        summary.inService = service === 'done';
        const took = Math.round(clock.ticks() - started);
        return conclude(environment, input, { took, service, results, selection, failure }, run);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = restore_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Restores the first of the backups that some store has whole. @throws Failure of the chosen one when none is */
async function firstWhole(candidates, stack, context) {
    const { environment, input, ports, run } = context;
    let chosenOne = null;
    let isKept = !takesEmergencyBackup(input);
    for (const id of candidates) {
        run.backupId = id;
        // What is said of a backup that is given up must not count against the one that comes back.
        const before = { checks: run.checks.length, tables: run.tables.length };
        const own = new AsyncDisposableStack();
        stack.use(own);
        // Before the manifest is read: from then on retention leaves the backup alone.
        own.use(await (0,leases/* takeLease */._)(ports.stores, environment.environment, { use: id, why: 'restore it' }, ports));
        const attempt = await prepareAttempt(id, own, context);
        let lost;
        if ('lost' in attempt)
            lost = attempt.lost;
        else {
            if (!isKept) {
                await keepPresentState(attempt, context);
                isKept = true;
            }
            const outcome = await carryOut(attempt, context);
            if (!('lost' in outcome))
                return { attempt, ...outcome };
            lost = outcome.lost;
        }
        chosenOne ??= lost;
        if (!input.fallBack)
            break;
        await own.disposeAsync();
        run.checks.splice(before.checks);
        run.tables.splice(before.tables);
        if (run.restored !== undefined)
            run.restored.passedOver += 1;
        run.notice('warning', `backup ${id} is given up: ${lost.message}`, lost.subjects);
        if (lost.hint !== undefined)
            run.next.push(`Of backup ${id}: ${lost.hint}`);
    }
    throw withAdvice(chosenOne ?? new domain_failure/* Failure */.HR('missing', 'there is no backup to restore'), input);
}
async function keepPresentState({ parts }, context) {
    const { environment, input, ports, run } = context;
    const gone = new Set(parts
        .filter(({ inspection }) => inspection.present === 'gone' && input.mode !== 'side-by-side')
        .map(({ record }) => record.name));
    await run.phase('emergency backup', () => makeEmergencyBackup(environment, input, gone, ports, run), (id) => id === null
        ? { status: 'skipped', detail: 'there is no present state left to keep' }
        : { detail: `the present state is kept in backup ${id}` });
}
function withAdvice(failure, { fallBack }) {
    if (fallBack) {
        return new domain_failure/* Failure */.HR(failure.kind, `no backup that was tried is whole in any store: ${failure.message}`, {
            hint: 'Look for older versions of the objects in the stores, and for stores that are not in the environment file.',
            subjects: failure.subjects,
            cause: failure,
        });
    }
    return new domain_failure/* Failure */.HR(failure.kind, failure.message, {
        hint: [
            failure.hint,
            'To take the next older backup instead, give fall-back: on a terminal --fall-back, in a job the input fall-back: true.',
        ]
            .filter(Boolean)
            .join(' '),
        subjects: failure.subjects,
        cause: failure,
    });
}
function notProven(run, { mode }) {
    const failure = (0,verdict/* gravestFailure */.D)(run.checks, []) ?? new domain_failure/* Failure */.HR('integrity', 'a check failed');
    const what = mode === 'side-by-side' ? '' : '; what is in use was not exchanged for it, and works on as before';
    return new domain_failure/* Failure */.HR(failure.kind, `what came back is not proven: ${failure.message}${what}`, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        subjects: failure.subjects,
    });
}
/** Figures for the ledger; nothing in them came from data. */
function detailsOf(report) {
    const { restored, timeline } = report;
    const rto = report.objectives.find(({ name }) => name === 'RTO');
    const steps = timeline.map(({ name, status, duration, stores = [], bytes }) => `${name} ${status} ${(0,units/* formatDuration */.a3)(duration)}${stores.length === 0 ? '' : ` from ${stores.join('+')}`}${bytes === undefined ? '' : ` ${bytes} B`}`);
    return {
        mode: restored?.mode ?? null,
        steps: steps.join('; '),
        duration: report.finishedAt - report.startedAt,
        bytes: timeline.reduce((sum, phase) => sum + (phase.name.startsWith('restore ') ? (phase.bytes ?? 0) : 0), 0),
        dataLoss: restored?.dataLoss ?? null,
        passedOver: restored?.passedOver ?? 0,
        inService: restored?.inService ?? false,
        exchanged: restored !== undefined && restored.places.some(({ exchanged }) => exchanged),
        rtoMet: rto?.met ?? null,
    };
}


/***/ }),

/***/ 7803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ gravestFailure)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** What matters most, when several things went wrong. */
const gravity = [
    'integrity',
    'access',
    'missing',
    'capacity',
    'unavailable',
    'config',
    'refused',
    'objective',
];
/** One failure that stands for all failed checks and missed objectives; null when there are none. */
function gravestFailure(checks, objectives) {
    const failed = checks.filter((check) => check.status === 'failed');
    const kindOf = (check) => check.failure ?? 'objective';
    const worst = [...failed].sort((a, b) => gravity.indexOf(kindOf(a)) - gravity.indexOf(kindOf(b)))[0];
    if (worst !== undefined) {
        const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more failed checks)`;
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kindOf(worst), `${worst.rung}: ${worst.name}: ${worst.detail}${others}`, {
            subjects: worst.subjects,
            ...(worst.hint === undefined ? {} : { hint: worst.hint }),
        });
    }
    const missed = objectives.find((objective) => objective.met === false);
    if (missed !== undefined) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', `the ${missed.name} was missed: ${missed.basis}`, {
            hint: missed.name === 'RTO'
                ? 'Give the restore more cores or a faster disk, or promise a longer RTO.'
                : 'Back up more often.',
        });
    }
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', 'no check that reads restored data has passed');
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
