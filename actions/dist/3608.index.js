export const id = 3608;
export const ids = [3608,4375,4703];
export const modules = {

/***/ 43195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel),
/* harmony export */   P: () => (/* binding */ inParallelWith)
/* harmony export */ });
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
 * Does the work for every item, at most `limit` at once, in the order given. After the first error no further item is
 * begun; it is thrown once the work that had begun has settled.
 */
function inParallel(items, limit, work) {
    return inParallelWith(async () => ({ async [Symbol.asyncDispose]() { } }), items, limit, work);
}
/** As `inParallel`; each worker opens a tool, such as a connection, for all that it does, and disposes it at its end. */
async function inParallelWith(open, items, limit, work) {
    const all = [...items];
    const queue = all.values();
    let hasFailed = false;
    const worker = async () => {
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const tool = __addDisposableResource(env_1, await open(), true);
                for (const item of queue) {
                    if (hasFailed)
                        return;
                    await work(item, tool);
                }
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
        catch (error) {
            hasFailed = true;
            throw error;
        }
    };
    const workers = Array.from({ length: Math.min(limit, all.length) }, worker);
    for (const outcome of await Promise.allSettled(workers)) {
        if (outcome.status === 'rejected')
            throw outcome.reason;
    }
}


/***/ }),

/***/ 93991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ ledgerFormat),
/* harmony export */   fK: () => (/* binding */ parseLedgerEvent),
/* harmony export */   j$: () => (/* binding */ headsOf),
/* harmony export */   qe: () => (/* binding */ ledgerHeadsSchema),
/* harmony export */   uy: () => (/* binding */ checkChain)
/* harmony export */ });
/* unused harmony exports eventTypes, ledgerEventSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);



/**
 * The ledger: who did what, when and why. Each event names all events that nobody had named before it, by id and digest, so
 * that none can be changed or taken out unnoticed. Times are ISO 8601 UTC. Documented in docs/format.md.
 */
const ledgerFormat = 1;
const eventTypes = (/* unused pure expression or super */ null && ([
    'backup',
    'verification',
    'restore',
    'retention',
    'replicate',
    'repair',
    'lease-broken',
    'deploy',
    'drill',
    'validation',
    'gate-override',
    'runbook',
]));
const headSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Digest of the event's bytes. */
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const ledgerHeadsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(headSchema);
const ledgerEventSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(ledgerFormat),
    /** As in its key. */
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** One of `eventTypes`; later versions may know more. */
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text))),
    actor: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    host: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    backupId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        verdict: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed']),
        failure: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(Object.keys(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKinds */ .cV))
            .nullable(),
        /** What was wrong, as a digest that stays the same as long as the same is wrong. */
        trouble: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .regex(/^[0-9a-f]{16}$/)
            .optional(),
    }),
    details: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_2__/* ["null"] */ .chJ()])),
    /** Every event that was a head when this one was written; empty for the first. */
    previous: ledgerHeadsSchema,
    /** 1 for the first, else one more than the deepest of `previous`. */
    depth: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1),
});
/** @throws Failure as `parseManifest` does */
function parseLedgerEvent(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, ledgerEventSchema, 'event of the ledger');
}
/** Follows every name to its event. Ids sort by time. @param anchors events that proofs say were there */
function checkChain(links, anchors = []) {
    const byId = new Map();
    for (const link of links)
        byId.set(link.id, link);
    const named = new Set();
    const findings = { missing: [], edited: [], heads: [], roots: [], joined: 0 };
    const follow = ({ id, sha256 }, namedBy) => {
        const found = byId.get(id);
        if (found === undefined)
            findings.missing.push({ id, namedBy });
        else if (found.sha256 !== sha256)
            findings.edited.push({ id, namedBy });
    };
    for (const link of byId.values()) {
        if (link.previous.length === 0)
            findings.roots.push(link.id);
        if (link.previous.length > 1)
            findings.joined += 1;
        for (const head of link.previous) {
            named.add(head.id);
            follow(head, link.id);
        }
    }
    for (const anchor of anchors)
        follow(anchor, anchor.namedBy);
    findings.heads = [...byId.keys()].filter((id) => !named.has(id)).sort();
    findings.roots.sort();
    return findings;
}
/** Events that no other of these names, newest first. */
function headsOf(links) {
    const named = new Set(links.flatMap(({ previous }) => previous.map(({ id }) => id)));
    return links
        .filter(({ id }) => !named.has(id))
        .map(({ id, sha256 }) => ({ id, sha256 }))
        .sort((a, b) => (a.id < b.id ? 1 : -1));
}


/***/ }),

/***/ 16950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ proofFormat),
/* harmony export */   k_: () => (/* binding */ parseProof)
/* harmony export */ });
/* unused harmony export proofSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93991);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75141);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);





/** What a restore test found, as stored beside the backup. Times are ISO 8601 UTC, spans milliseconds, sizes bytes. */
const proofFormat = 1;
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
    isolation: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['full', 'uid', 'network', 'none']),
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
/** @throws Failure as `parseManifest` does */
function parseProof(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)(text, proofSchema, 'proof');
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

/***/ 73608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  retain: () => (/* binding */ retain)
});

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/retention.js + 1 modules
var retention = __webpack_require__(66902);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/leases.js
var leases = __webpack_require__(86333);
// EXTERNAL MODULE: ./lib/vault/leftovers.js
var vault_leftovers = __webpack_require__(70196);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
// EXTERNAL MODULE: ./lib/vault/lease-records.js
var lease_records = __webpack_require__(50701);
// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/manifest.js
var domain_manifest = __webpack_require__(5151);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var domain_verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/ports/log.js
var log = __webpack_require__(71930);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
;// CONCATENATED MODULE: ./lib/operations/retain/survey.js













/** Manifests read at once. */
const atOnce = 8;
/** Gathers what the rules of retention ask of each backup, from leases, manifests and proofs. Changes nothing. */
async function survey(environment, ports) {
    const { stores, log, signal } = ports;
    const name = environment.environment;
    const leases = await (0,lease_records/* listLeases */.mh)(stores, name, { log, signal });
    const folders = await (0,vault_leftovers/* surveyFolders */.Y9)(stores, name, { log, signal });
    const reachable = stores.filter((store) => !folders.unreachable.has(store.name));
    const candidates = [];
    const digests = new Map();
    let unread = 0;
    const ids = (0,backup_id/* newestFirst */.ll)(folders.folders.keys()).filter((id) => manifestTime(folders, id) !== null);
    await (0,concurrency/* inParallel */.H)(ids, atOnce, async (id) => {
        const storedAt = manifestTime(folders, id) ?? 0;
        const base = {
            id,
            at: (0,backup_id/* parseBackupId */.JN)(id)?.at ?? 0,
            storedAt,
            proven: false,
            whole: false,
            usedBy: userOf(id, leases, ports.clock.now()),
            doubt: null,
            lockedUntil: null,
        };
        try {
            const holders = reachable.filter((store) => (0,vault_leftovers/* hasManifest */.eT)(folders.folders.get(id)?.get(store.name)));
            const { manifest, sha256 } = await readTrusted(holders, environment, id, signal);
            digests.set(id, sha256);
            // By database too: a second application under the same name must not count for the first.
            const sources = manifest.sources.map((source) => `${source.name} (${(0,domain_manifest/* subjectOf */.et)(source)})`);
            candidates.push({ ...base, class: manifest.class, sources, trust: true });
        }
        catch (error) {
            const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
            if (failure.kind === 'bug')
                throw failure;
            if (!['integrity', 'config', 'missing'].includes(failure.kind))
                unread += 1;
            candidates.push({ ...base, class: 'scheduled', sources: [], trust: failure.message });
        }
    });
    const now = ports.clock.now();
    const counted = candidates
        .filter((one) => one.trust === true && one.at <= now + retention/* toleratedClockSkew */.zD)
        .sort((a, b) => (a.id < b.id ? 1 : -1));
    const points = (0,retention/* recoveryPointsAmong */.zw)(counted);
    await markProven(points, digests, reachable, environment, signal);
    await markWhole(points, reachable, environment, signal);
    return { ...folders, candidates, leases, unread };
}
/** Quietly: what is wrong stands in the plan, and one notice suffices where no key is configured. */
function readTrusted(stores, environment, id, signal) {
    return (0,backups.readManifest)(stores, environment.environment, id, {
        publicKey: environment.signing.backup ?? null,
        protected: environment.protected,
        log: log/* silentLog */.a,
        signal,
    });
}
/** The newest time at which some store got the manifest; null when none has it. */
function manifestTime({ folders }, id) {
    const times = [...(folders.get(id)?.values() ?? [])].flatMap(({ manifestAt }) => manifestAt ?? []);
    return times.length === 0 ? null : Math.max(...times);
}
/** Who says that it is being made or read, as far as leases can be believed; null when nobody does. */
function userOf(id, { leases }, now) {
    const lease = leases.find((one) => one.backupId === id && (0,lease_records/* isLive */.DG)(one, now));
    return lease === undefined ? null : (0,lease_records/* holderText */.ii)(lease.record);
}
/**
 * Finds the newest backup whose newest proof says that it comes back. Older ones are left alone. A proof that a store does
 * not give just now may be that one: its backup stays too.
 */
async function markProven(counted, digests, stores, environment, signal) {
    const byBackup = await proofsByBackup(stores, environment.environment, signal);
    for (const candidate of counted) {
        for (const key of byBackup.get(candidate.id) ?? []) {
            const proof = await proofAt(key, digests.get(candidate.id) ?? '', stores, environment, signal);
            // Not genuine, or of another manifest: the one before it may be one to go by.
            if (proof === null)
                continue;
            if (proof instanceof failure/* Failure */.HR) {
                candidate.doubt = `its proof could not be read: ${proof.message}`;
                break;
            }
            if (!saysThatItComesBack(proof))
                break;
            candidate.proven = true;
            return;
        }
    }
}
/** Keys of proofs, newest first. @throws Failure when a store could not be listed: what is proven would not be known */
async function proofsByBackup(stores, environment, signal) {
    const byBackup = new Map();
    for (const store of stores) {
        for (const { key, backupId } of await (0,proofs/* listProofs */.I2)([store], environment, { log: log/* silentLog */.a, signal })) {
            byBackup.set(backupId, (byBackup.get(backupId) ?? new Set()).add(key));
        }
    }
    return new Map([...byBackup].map(([id, keys]) => [id, [...keys].sort().reverse()]));
}
/** Null when it is not genuine; a Failure when nobody could say. */
async function proofAt(key, manifestSha256, stores, environment, signal) {
    try {
        const read = await (0,proofs/* readProof */.r$)(stores, environment.environment, key, {
            publicKey: environment.signing.verify ?? null,
            protected: environment.protected,
            log: log/* silentLog */.a,
            signal,
            manifestSha256,
        });
        return read.proof;
    }
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        if (failure.kind === 'bug')
            throw failure;
        return failure.kind === 'integrity' || failure.kind === 'missing' ? null : failure;
    }
}
/** A degraded proof counts when it went up to where restored data is read. */
function saysThatItComesBack({ verdict, level }) {
    return verdict === 'passed' || (verdict === 'degraded' && domain_verdict/* rungs */.W2.indexOf(level) >= domain_verdict/* rungs */.W2.indexOf('equal'));
}
/** Finds the newest backup of which one store holds every object. */
async function markWhole(counted, stores, environment, signal) {
    for (const candidate of counted) {
        for (const store of stores) {
            if (!(await isWholeIn(store, candidate.id, environment, signal)))
                continue;
            candidate.whole = true;
            return;
        }
    }
}
async function isWholeIn(store, id, environment, signal) {
    const folder = (0,layout/* backupFolder */.j0)(environment.environment, id);
    try {
        const { manifest } = await readTrusted([store], environment, id, signal);
        const sizes = new Map();
        for await (const { key, size } of store.list(folder, signal))
            sizes.set(key, size);
        return expectedObjects(manifest, folder).every(([key, size]) => size === null ? sizes.has(key) : sizes.get(key) === size);
    }
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        if (failure.kind === 'bug')
            throw failure;
        return false;
    }
}
function expectedObjects(manifest, folder) {
    return [
        ...manifest.sources
            .flatMap((source) => source.artifacts)
            .map((artifact) => [(0,layout/* keyInside */.iy)(folder, artifact.key), artifact.storedSize]),
        ...(manifest.identityKey === null
            ? []
            : [[(0,layout/* keyInside */.iy)(folder, manifest.identityKey), null]]),
    ];
}

;// CONCATENATED MODULE: ./lib/operations/retain/remove.js






/** The steps of retention in the stores, in the order that `src/vault/leases.ts` lays down. */
class Remover {
    environment;
    ports;
    lease;
    /** Those that could be listed when the run began. */
    stores;
    constructor(environment, stores, lease, ports) {
        this.environment = environment;
        this.stores = stores;
        this.lease = lease;
        this.ports = ports;
    }
    /** @throws Failure `refused` when the lease of this run is lost, `cancelled` */
    async removeBackup(id, folders) {
        await this.lease.demand();
        const user = await this.userOf(id);
        if (user !== null)
            return spared(user);
        const { signal } = this.ports;
        const failures = [];
        let locked = null;
        const holders = this.stores.filter((store) => (0,vault_leftovers/* hasManifest */.eT)(folders.get(store.name)));
        await this.inStores(holders, failures, async (store) => {
            try {
                await (0,vault_leftovers/* removeManifest */.ei)(store, this.environment.environment, id, signal);
            }
            catch (error) {
                const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
                if (failure.kind === 'refused')
                    locked = `store ${store.name} holds it: ${failure.message}`;
                else
                    throw failure;
                // Its artifacts there belong to a backup that exists.
                failures.push({ store: store.name, failure });
            }
        });
        const bad = new Set(failures.map(({ store }) => store));
        const real = failures.filter(({ failure }) => failure.kind !== 'refused');
        if (holders.length > 0 && holders.every((store) => bad.has(store.name))) {
            return { removed: false, freed: 0, kept: locked, failures: real };
        }
        const rest = this.stores.filter((store) => folders.has(store.name) && !bad.has(store.name));
        const outcome = await this.removeArtifacts(id, rest);
        return {
            removed: bad.size === 0,
            freed: outcome.freed,
            kept: locked ?? outcome.kept,
            failures: [...real, ...outcome.failures],
        };
    }
    /** What a killed run left behind. */
    async removeLeftovers(id, folders) {
        await this.lease.demand();
        return this.removeArtifacts(id, this.stores.filter((store) => folders.has(store.name)));
    }
    /** Only once no store shows a manifest of it to anybody who has no lease yet. */
    async removeArtifacts(id, stores) {
        const failures = [];
        const spare = (why) => ({
            removed: true,
            freed: 0,
            kept: `its artifacts stay for a later run: ${why}`,
            failures,
        });
        try {
            const user = await this.userOf(id);
            if (user !== null)
                return spare(`in use ${user}`);
        }
        catch (error) {
            failures.push({ store: 'stores', failure: (0,copies/* failureOfCopy */.N2)(error, this.ports.signal) });
            return spare('it could not be asked who reads it');
        }
        let freed = 0;
        let locked = null;
        await this.inStores(stores, failures, async (store) => {
            try {
                const removed = await (0,vault_leftovers/* removeFolder */.v$)(store, this.environment.environment, id, this.ports.signal);
                freed += removed.bytes;
            }
            catch (error) {
                const failure = (0,copies/* failureOfCopy */.N2)(error, this.ports.signal);
                if (failure.kind !== 'refused')
                    throw failure;
                locked = `store ${store.name} holds artifacts of it for now: ${failure.message}`;
            }
        });
        return { removed: true, freed, kept: locked, failures };
    }
    /** Proofs, and leases of runs that ended long ago. Returns how many objects went. */
    async removeOutdated(exists, { proofsBefore, leasesBefore }, failures) {
        await this.lease.demand();
        const { signal } = this.ports;
        const name = this.environment.environment;
        let count = 0;
        await this.inStores(this.stores, failures, async (store) => {
            for (const { key } of await (0,vault_leftovers/* expiredProofs */.rP)(store, name, { exists, before: proofsBefore, signal })) {
                await store.remove(key, signal);
                count += 1;
            }
            const { leases } = await this.leases([store]);
            for (const { key, expiresAt } of leases) {
                if (expiresAt + lease_records/* toleratedSkew */.Xx >= leasesBefore || key === (0,layout/* leaseKey */.aW)(name, 'retention'))
                    continue;
                await store.remove(key, signal);
                count += 1;
            }
        });
        return count;
    }
    /** @throws Failure when a store cannot say: what it protects must not be removed */
    async userOf(id) {
        const listing = await this.leases(this.stores);
        for (const [, failure] of listing.unreachable)
            throw failure;
        return userOf(id, listing, this.ports.clock.now());
    }
    leases(stores) {
        const { log, signal } = this.ports;
        return (0,lease_records/* listLeases */.mh)(stores, this.environment.environment, { log, signal });
    }
    async inStores(stores, failures, work) {
        await Promise.all(stores.map(async (store) => {
            try {
                await work(store);
            }
            catch (error) {
                failures.push({ store: store.name, failure: (0,failure/* asFailure */.h_)(error) });
            }
        }));
        this.ports.signal.throwIfAborted();
    }
}
function spared(user) {
    return { removed: false, freed: 0, kept: `in use ${user}`, failures: [] };
}

;// CONCATENATED MODULE: ./lib/operations/retain/retain.js
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













/** Leases of runs that ended so long ago are of no interest to anybody. */
const leasesStay = 86_400_000;
/** Removes backups that no rule keeps, in all stores, and what killed runs left behind. Expected troubles end in the report. */
async function retain(environment, input, ports) {
    const run = new run_report/* RunReport */.e('retention', environment.environment, ports);
    const retention = new Retention(environment, input, ports, run);
    let report;
    try {
        report = await retention.run();
    }
    catch (error) {
        report = run.fail(error);
    }
    const { kept, removed, freed, leftovers } = retention;
    if (!input.dryRun) {
        await (0,record/* recordEvent */.y)(ports, environment, {
            type: 'retention',
            outcome: (0,record/* outcomeOf */.s)(report),
            backupId: null,
            details: { kept: kept.length, removed: removed.join(' '), freed, leftovers },
        });
    }
    return { report, kept, removed };
}
class Retention {
    kept = [];
    removed = [];
    freed = 0;
    leftovers = 0;
    environment;
    input;
    ports;
    report;
    failures = [];
    explained = new Map();
    constructor(environment, input, ports, report) {
        this.environment = environment;
        this.input = input;
        this.ports = ports;
        this.report = report;
    }
    async run() {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { environment, ports, report } = this;
            if (this.input.dryRun)
                return this.work(null);
            (0,signing_keys.checkSigningKey)(environment, 'retention', ports.keys.signing);
            const lease = __addDisposableResource(env_1, await report.phase('take the lease', () => (0,leases/* takeLease */._)(ports.stores, environment.environment, { exclusive: 'retention', why: 'remove expired backups' }, ports)), true);
            for (const [store, failure] of lease.failures) {
                report.notice('warning', `store ${store} did not take the lease: ${failure.message}`);
            }
            return await this.work(lease);
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
    /** @param lease null for a dry run */
    async work(lease) {
        const { environment, ports, report } = this;
        const found = await report.phase('look at the backups', () => survey(environment, ports));
        const clockTrouble = lease === null ? null : await this.clockTrouble(lease);
        const plan = await report.phase('plan', async () => this.planAround(found, clockTrouble));
        this.sayWhatIsOdd(found, plan);
        for (const { id, action, rules } of plan.decisions) {
            if (action === 'keep')
                this.kept.push(id);
            this.explained.set(id, `${action === 'keep' ? 'kept' : 'to be removed'}: ${rules.join(', ')}`);
        }
        const due = this.leftoversOf(found);
        if (lease === null) {
            this.removed = [...plan.remove].reverse();
            this.leftovers = due.length;
            for (const id of due)
                this.explained.set(id, 'to be removed: leftovers of a run that was killed');
        }
        else if (plan.halted === null) {
            await this.remove(found, plan, due, lease);
        }
        return this.conclude(found, plan);
    }
    /** Locks are asked of those alone that would go, as each asks every store. */
    async planAround(found, clockTrouble) {
        const { environment, ports } = this;
        const policy = { ...environment.retention, timezone: environment.timezone };
        const asked = new Set();
        for (;;) {
            const plan = (0,retention/* planRetention */.SA)(found.candidates, policy, ports.clock.now());
            if (clockTrouble !== null)
                return haltedBy(plan, clockTrouble);
            const unasked = plan.remove.filter((id) => !asked.has(id));
            if (unasked.length === 0)
                return plan;
            for (const id of unasked) {
                asked.add(id);
                const candidate = found.candidates.find((one) => one.id === id);
                if (candidate !== undefined)
                    await this.askForLocks(candidate, found);
            }
        }
    }
    /** On a bucket with versions a locked object can still be hidden, so no refusal would tell. */
    async askForLocks(candidate, found) {
        const { stores, signal } = this.ports;
        const { id } = candidate;
        for (const store of stores) {
            if (!(0,vault_leftovers/* hasManifest */.eT)(found.folders.get(id)?.get(store.name)))
                continue;
            try {
                const stored = await store.stat((0,layout/* manifestKey */.Rn)(this.environment.environment, id), signal);
                const until = stored?.lockedUntil;
                if (until !== undefined)
                    candidate.lockedUntil = Math.max(candidate.lockedUntil ?? until, until);
            }
            catch (error) {
                const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
                if (failure.kind === 'bug')
                    throw failure;
                candidate.doubt = `store ${store.name} does not say whether it holds it: ${failure.message}`;
            }
        }
    }
    /** The store's own clock, as it dates our lease, tells whether ours is right: critical backups expire by it. */
    async clockTrouble(lease) {
        const { stores, signal, clock } = this.ports;
        for (const store of stores) {
            if (!lease.stores.includes(store.name))
                continue;
            const stored = await store
                .stat((0,layout/* leaseKey */.aW)(this.environment.environment, lease.name), signal)
                .catch((error) => {
                (0,copies/* failureOfCopy */.N2)(error, signal);
                return null;
            });
            const apart = stored === null ? 0 : clock.now() - stored.modifiedAt;
            if (Math.abs(apart) > retention/* toleratedClockSkew */.zD) {
                return `this machine's clock and that of store ${store.name} are ${(0,units/* formatDuration */.a3)(Math.abs(apart))} apart: with a wrong clock nothing is removed`;
            }
        }
        return null;
    }
    leftoversOf(found) {
        const { ports, environment, report } = this;
        if (found.unreachable.size > 0) {
            report.notice('notice', 'leftovers are not looked at: a store that could not be listed may have their manifests');
            return [];
        }
        const now = ports.clock.now();
        return (0,vault_leftovers/* leftoversIn */.GK)(found, (id) => (0,backup_id/* parseBackupId */.JN)(id)?.at ?? now, now - environment.retention.grace).filter((id) => userOf(id, found.leases, now) === null);
    }
    async remove(found, plan, leftovers, lease) {
        const { ports, report, environment } = this;
        const reachable = ports.stores.filter((store) => !found.unreachable.has(store.name));
        const remover = new Remover(environment, reachable, lease, ports);
        if (plan.remove.length > 0) {
            await report.phase('remove backups', async () => {
                for (const id of plan.remove) {
                    const outcome = await this.tried(() => remover.removeBackup(id, found.folders.get(id) ?? new Map()));
                    if (outcome !== null)
                        this.settle(id, outcome);
                }
            });
        }
        await report.phase('remove leftovers', async () => {
            for (const id of leftovers) {
                const outcome = await this.tried(() => remover.removeLeftovers(id, found.folders.get(id) ?? new Map()));
                if (outcome === null)
                    continue;
                this.freed += outcome.freed;
                this.failures.push(...outcome.failures);
                if (outcome.kept === null && outcome.failures.length === 0)
                    this.leftovers += 1;
                else if (outcome.kept !== null)
                    report.notice('notice', `leftovers of ${id}: ${outcome.kept}`);
            }
            if (found.unreachable.size > 0)
                return;
            const now = ports.clock.now();
            const gone = new Set(this.removed);
            const exists = (id) => !gone.has(id) && found.candidates.some((candidate) => candidate.id === id);
            const before = { proofsBefore: now - vault_leftovers/* proofsStay */.BD, leasesBefore: now - leasesStay };
            await this.tried(() => remover.removeOutdated(exists, before, this.failures));
        });
    }
    /** A store that fails is noted, and the next backup has its turn; a lost lease ends the run. */
    async tried(work) {
        try {
            return await work();
        }
        catch (error) {
            const failure = (0,copies/* failureOfCopy */.N2)(error, this.ports.signal);
            if (failure.kind === 'bug' || failure.kind === 'refused')
                throw failure;
            this.failures.push({ store: 'stores', failure });
            return null;
        }
    }
    settle(id, outcome) {
        this.freed += outcome.freed;
        this.failures.push(...outcome.failures);
        if (outcome.removed) {
            this.removed.push(id);
            this.explained.set(id, outcome.kept === null ? 'removed: no rule keeps it' : `removed; ${outcome.kept}`);
        }
        else {
            this.explained.set(id, `kept: ${outcome.kept ?? 'a store failed'}`);
            this.kept.push(id);
        }
        if (outcome.kept !== null)
            this.report.notice('notice', `${id}: ${outcome.kept}`);
    }
    sayWhatIsOdd(found, plan) {
        const { report, environment } = this;
        if (plan.halted !== null)
            report.notice('warning', plan.halted);
        if (environment.signing.backup === undefined) {
            report.notice('notice', 'signing.backup is not given: every backup counts, whoever made it');
        }
        const untrusted = found.candidates.filter((one) => one.trust !== true).length - found.unread;
        if (found.candidates.length === 0) {
            report.notice('warning', 'no store has a backup of this environment');
        }
        if (untrusted > 0) {
            report.notice('warning', `${(0,units/* counted */.hS)(untrusted, 'backup')} cannot be trusted: such count for nothing and are not removed. Look at them: lifeboat list.`);
        }
        if (found.unread > 0) {
            report.notice('warning', `${(0,units/* counted */.hS)(found.unread, 'manifest')} could not be read; what they belong to is kept`);
        }
        if (plan.postponed > 0) {
            report.notice('notice', `${(0,units/* counted */.hS)(plan.postponed, 'more backup is', 'more backups are')} due, and left to later runs: retention.max-removals is ${environment.retention.maxRemovals}`);
        }
        for (const [store, failure] of found.unreachable) {
            report.notice('warning', `store ${store} was left out: ${failure.message}`);
        }
    }
    conclude(found, plan) {
        const { report, input, ports } = this;
        const would = input.dryRun ? ' (dry run)' : '';
        report.fact('kept', `${this.kept.length}${would}`, this.kept.length, 'count');
        report.fact('removed', `${this.removed.length}${would}`, this.removed.length, 'count');
        if (!input.dryRun)
            report.fact('freed', (0,units/* formatBytes */.z3)(this.freed), this.freed, 'bytes');
        report.fact('leftovers removed', `${this.leftovers}${would}`, this.leftovers, 'count');
        this.kept.sort().reverse();
        for (const [id, text] of this.explained) {
            report.fact(id, text);
            ports.log.info(`${id} ${text}`);
        }
        for (const { store, failure } of this.failures) {
            report.notice('warning', `${store === 'stores' ? '' : `store ${store}: `}${failure.message}`);
        }
        const [worst] = this.failures;
        if (worst !== undefined && plan.remove.length > 0 && this.removed.length === 0) {
            const { kind, message, hint } = worst.failure;
            return report.finish('failed', new failure/* Failure */.HR(kind, `nothing could be removed: ${message}`, {
                hint: hint ?? 'Give the retention job the keeper role’s policy.',
                cause: worst.failure,
            }));
        }
        const isLess = found.candidates.some((one) => one.doubt !== null) ||
            this.failures.length > 0 ||
            found.unreachable.size > 0 ||
            found.candidates.some((one) => one.trust !== true) ||
            found.candidates.length === 0 ||
            plan.halted !== null;
        return report.finish(isLess ? 'degraded' : 'passed', null);
    }
}
function haltedBy(plan, halted) {
    return {
        decisions: plan.decisions.map((decision) => decision.action === 'keep'
            ? decision
            : { ...decision, action: 'keep', rules: ['due, but nothing is removed'] }),
        remove: [],
        postponed: 0,
        halted,
    };
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

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Gw: () => (/* binding */ readStoredLease),
/* harmony export */   LV: () => (/* binding */ failureOfStore),
/* harmony export */   X5: () => (/* binding */ expiryText),
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
/* harmony export */   ii: () => (/* binding */ holderText),
/* harmony export */   mh: () => (/* binding */ listLeases),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* unused harmony export leaseSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);







/** What lies at the key of a lease. Times are ISO 8601 UTC. Documented in docs/format.md. */
const iso = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text)));
/** Whoever may write to the store could put a terminal's commands there, or a runner's. */
const line = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500));
const leaseSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['exclusive', 'use']),
    name: line,
    backupId: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Tells this holder's lease from any other at the same key. */
    token: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
    why: line,
    holder: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        actor: line.nullable(),
        runUrl: line.nullable(),
        host: line.nullable(),
    }),
    takenAt: iso,
    expiresAt: iso,
});
/** How far the clocks of two machines may be apart: so much longer is a lease of another's believed. */
const toleratedSkew = 2 * 60_000;
/** What cannot be read may have been written by a newer Lifeboat: it is believed for so long after it was stored. */
const unreadableTerm = 24 * 3_600_000;
/** Objects are small; more is not what we wrote. */
const largestLease = 65_536;
/** Whether whoever holds it may still be at work, as far as another machine can tell. */
function isLive({ expiresAt }, now) {
    return now <= expiresAt + toleratedSkew;
}
/** `by ada, on runner-7, run https://…` */
function holderText(record) {
    if (record === null)
        return 'by somebody whose lease this Lifeboat cannot read';
    const { actor, host, runUrl } = record.holder;
    const parts = [
        `by ${actor ?? 'an unknown actor'}`,
        ...(host === null ? [] : [`on ${host}`]),
        ...(runUrl === null ? [] : [runUrl]),
    ];
    return `${parts.join(', ')}, since ${record.takenAt.slice(0, 19)}Z, to ${record.why}`;
}
/** When it ends, for people. */
function expiryText(expiresAt, now) {
    const at = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    return expiresAt >= now ? `until ${at}` : `expired ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - expiresAt)} ago, at ${at}`;
}
/** The lease at a key; null when there is none. */
async function readLease(store, environment, key, signal) {
    const stored = await store.stat(key, signal);
    return stored === null ? null : readStoredLease(store, environment, stored, signal);
}
/** The lease that a listing found; null when it is gone by now. */
async function readStoredLease(store, environment, { key, modifiedAt }, signal) {
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, key, { signal }, largestLease).catch((error) => {
        const failure = failureOfStore(error, signal);
        if (failure.kind !== 'integrity')
            throw failure;
        return Buffer.alloc(0);
    });
    if (bytes === null)
        return null;
    const { name, backupId } = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, key) ?? { name: key, backupId: null };
    const record = parseLease(bytes.toString());
    return {
        key,
        name,
        backupId,
        store: store.name,
        record,
        expiresAt: record === null ? modifiedAt + unreadableTerm : Date.parse(record.expiresAt),
    };
}
function parseLease(text) {
    try {
        return (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, leaseSchema, 'lease');
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw error;
    }
}
/** Whatever went wrong is a trouble of that store alone, a full disk too. @throws Failure `cancelled` */
function failureOfStore(error, signal) {
    (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(signal);
    return (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
}
/** Every lease of an environment in every store, expired ones too. Never throws for a store: it is named. */
async function listLeases(stores, environment, { log, signal }) {
    const leases = [];
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const stored of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .leasesFolder */ ._5)(environment), signal)) {
                if ((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, stored.key) === null)
                    continue;
                const lease = await readStoredLease(store, environment, stored, signal);
                if (lease !== null)
                    leases.push(lease);
            }
        }
        catch (error) {
            const failure = failureOfStore(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be asked for leases: ${failure.message}`);
        }
    }));
    return { leases, unreachable };
}


/***/ }),

/***/ 14375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   as: () => (/* binding */ writeEvent),
/* harmony export */   gd: () => (/* binding */ eventComment),
/* harmony export */   j$: () => (/* binding */ largestEvent),
/* harmony export */   zH: () => (/* binding */ findHeads)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43195);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93991);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27441);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52782);








/**
 * Writing to the ledger, at a cost that does not grow with it. Only keys of the last days are listed (of all days when
 * there are none), and only the newest events read: their heads, those that none of them names, become the predecessors
 * of the new event. Two runs that write at once name the same heads, and the next event names both: the fork is joined.
 * A head that was out of sight while many newer events were written (its store was down all the time) is named by nobody
 * any more: `ledger verify` lists it as a fork that was not joined, and it is still signed and chained to what came
 * before it.
 */
/** So far back are keys listed first. */
const firstLook = 2 * 86_400_000;
/** So many events are read to find the heads among them. */
const mostRead = 32;
/** Events from further in the future were not written by a clock that is right, and must not hide the present. */
const toleratedSkew = 10 * 60_000;
const atOnce = 8;
/** Anything larger is not an event. */
const largestEvent = 262_144;
/** Adds an event in every store that answers. A store that does not is named; only being stopped throws. */
async function writeEvent(environment, { type, backupId, outcome, details }, context) {
    const { clock, random, run, signal, signingKey } = context;
    const { heads, depth, unreachable } = await findHeads(context.stores, environment, context);
    const at = clock.now();
    const id = `${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(at)}-${Buffer.from(random.bytes(8)).toString('hex')}`;
    const event = {
        format: _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerFormat */ .Dq,
        id,
        environment,
        type,
        at: new Date(at).toISOString(),
        actor: run.actor,
        reason: run.reason,
        runUrl: run.url,
        host: run.host ?? null,
        lifeboat: run.version,
        backupId,
        outcome,
        details,
        previous: heads,
        depth: depth + 1,
    };
    const { bytes, signature } = (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeSigned */ .Ts)(event, signingKey, eventComment(environment, id));
    (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerEvent */ .fK)(bytes.toString());
    const failures = new Map(unreachable);
    // Those that could not even be listed were given their time already.
    const stores = context.stores.filter((store) => !unreachable.has(store.name));
    const refused = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .inEachStore */ .mK)(stores, (store) => (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_6__/* .putSigned */ ._V)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerKey */ .lj)(environment, id), bytes, signature, signal));
    for (const [store, failure] of refused)
        failures.set(store, failure);
    const written = stores.map(({ name }) => name).filter((name) => !failures.has(name));
    if (written.length === 0)
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(signal);
    return { event, stores: written, failures };
}
/** What an event's signature is for. */
function eventComment(environment, id) {
    return `lifeboat ledger ${environment}/${id}`;
}
/** The events that nobody has named yet, among the newest ones of all stores. */
async function findHeads(stores, environment, context) {
    const now = context.clock.now();
    const unreachable = new Map();
    let newest = await newestEvents(stores, environment, now - firstLook, now, unreachable, context.signal);
    if (newest.size === 0) {
        const others = stores.filter((store) => !unreachable.has(store.name));
        newest = await newestEvents(others, environment, null, now, unreachable, context.signal);
    }
    const events = [];
    await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .H)(newest, atOnce, async ([id, holders]) => {
        const event = await readFromAny(holders, environment, id, context);
        if (event !== null)
            events.push(event);
    });
    const heads = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .headsOf */ .j$)(events);
    const named = new Set(heads.map(({ id }) => id));
    const depths = events.filter(({ id }) => named.has(id)).map((event) => event.depth);
    return { heads, depth: Math.max(0, ...depths), unreachable };
}
async function newestEvents(stores, environment, since, now, unreachable, signal) {
    const holders = new Map();
    const latest = (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(now + toleratedSkew);
    await Promise.all(stores.map(async (store) => {
        try {
            for (const id of await newestIds(store, environment, since, latest, signal)) {
                holders.set(id, [...(holders.get(id) ?? []), store]);
            }
        }
        catch (error) {
            unreachable.set(store.name, (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal));
        }
    }));
    return new Map([...holders].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, mostRead));
}
/** The last ones of an ascending list, however long it is. */
async function newestIds(store, environment, since, latest, signal) {
    const after = since === null ? '' : `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment)}${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(since)}`;
    const newest = [];
    const options = since === null ? {} : { after };
    for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment), signal, options)) {
        if (key <= after)
            continue;
        const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLedgerKey */ .Wg)(environment, key);
        if (id === null || id > latest)
            continue;
        newest.push(id);
        if (newest.length > 2 * mostRead)
            newest.splice(0, mostRead);
    }
    return newest.slice(-mostRead);
}
/** Null, and said, when no store has it in a form that can be read: nothing can be chained to it then. */
async function readFromAny(stores, environment, id, { log, signal }) {
    for (const store of stores) {
        try {
            const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerKey */ .lj)(environment, id), { signal }, largestEvent);
            if (bytes === null)
                continue;
            const event = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerEvent */ .fK)(bytes.toString());
            if (event.id === id && event.environment === environment) {
                return { ...event, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes).sha256 };
            }
        }
        catch (error) {
            (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    log.notice(`event ${id} of the ledger cannot be read: lifeboat ledger verify says more`);
    return null;
}


/***/ }),

/***/ 70196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ proofsStay),
/* harmony export */   GK: () => (/* binding */ leftoversIn),
/* harmony export */   Vy: () => (/* binding */ addToFolder),
/* harmony export */   Y9: () => (/* binding */ surveyFolders),
/* harmony export */   eT: () => (/* binding */ hasManifest),
/* harmony export */   ei: () => (/* binding */ removeManifest),
/* harmony export */   pz: () => (/* binding */ passOverUnmounted),
/* harmony export */   rP: () => (/* binding */ expiredProofs),
/* harmony export */   v$: () => (/* binding */ removeFolder)
/* harmony export */ });
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43195);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);




function hasManifest(state) {
    return (state?.manifestAt ?? null) !== null;
}
/**
 * Looks at every backup folder of every store. Remembers sums, not objects. A store that has nothing at all while others
 * have backups was never used, or is not what it seems: a folder that is not mounted. It counts as out of reach.
 * @throws Failure when no store could be listed
 */
async function surveyFolders(stores, environment, { log, signal }) {
    const folders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        const own = new Map();
        try {
            for await (const object of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .backupsFolder */ .a)(environment), signal))
                addToFolder(own, environment, object);
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be listed: ${failure.message}`);
            return;
        }
        for (const [id, state] of own) {
            folders.set(id, (folders.get(id) ?? new Map()).set(store.name, state));
        }
    }));
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    await passOverUnmounted(stores, { folders, unreachable }, { log, signal });
    return { folders, unreachable };
}
/** Counts a store among those out of reach that has nothing at all while others have backups, and was never marked. */
async function passOverUnmounted(stores, { folders, unreachable }, { log, signal }) {
    for (const store of stores) {
        const holds = [...folders.values()].some((states) => states.has(store.name));
        if (holds || folders.size === 0 || unreachable.has(store.name))
            continue;
        if (await isMarked(store, signal))
            continue;
        const text = `store ${store.name} is empty, and has not even ${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .markerKey */ .s8}`;
        unreachable.set(store.name, new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('unavailable', text, { hint: 'Is its folder mounted, and its prefix the right one?' }));
        log.warning(`${text}: it is taken for one that is not there`);
    }
}
async function isMarked(store, signal) {
    try {
        return (await store.stat(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .markerKey */ .s8, signal)) !== null;
    }
    catch (error) {
        // Without the right to look: nothing speaks against it.
        return (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal).kind === 'access';
    }
}
/** Adds an object to the sums of the folder that it lies in. @returns false when it lies in none */
function addToFolder(folders, environment, object) {
    const place = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBackupKey */ .lG)(environment, object.key);
    if (place === null)
        return false;
    const state = folders.get(place.id) ?? {
        manifestAt: null,
        objects: 0,
        bytes: 0,
        artifacts: { objects: 0, bytes: 0 },
        youngest: 0,
    };
    state.objects += 1;
    state.bytes += object.size;
    // Artifacts lie in a folder per source; what else a backup has lies beside these.
    if (place.name.includes('/')) {
        state.artifacts.objects += 1;
        state.artifacts.bytes += object.size;
    }
    state.youngest = Math.max(state.youngest, object.modifiedAt);
    if (place.name === 'manifest.json')
        state.manifestAt = object.modifiedAt;
    folders.set(place.id, state);
    return true;
}
/**
 * Ends a backup's existence in one store: its manifest, then the signature, so that what is left is a leftover and never
 * a backup without a signature. @throws Failure `refused` when a lock holds it; nothing has then changed
 */
async function removeManifest(store, environment, id, signal) {
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestKey */ .Rn)(environment, id);
    await store.remove(key, signal);
    await store.remove((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), signal);
}
/** Removals at once in one store. */
const atOnce = 8;
/**
 * Removes whatever lies in the folder of a backup that has no manifest any more. An object that a lock holds stays, and
 * the rest goes; the first such failure is thrown at the end.
 */
async function removeFolder(store, environment, id, signal) {
    const objects = [];
    for await (const object of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .backupFolder */ .j0)(environment, id), signal))
        objects.push(object);
    const removed = { objects: 0, bytes: 0 };
    const locked = [];
    await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .H)(objects, atOnce, async ({ key, size }) => {
        try {
            await store.remove(key, signal);
        }
        catch (error) {
            const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(error);
            if (failure.kind !== 'refused')
                throw failure;
            locked.push(failure);
            return;
        }
        removed.objects += 1;
        removed.bytes += size;
    });
    const [first] = locked;
    if (first !== undefined)
        throw first;
    return removed;
}
/**
 * Folders that no run will make a backup of any more: without a manifest in any store, begun and last written to longer
 * ago than the grace, and not from the future. Leases are the caller's to look at.
 */
function leftoversIn({ folders }, begunAt, before) {
    return [...folders]
        .filter(([id, states]) => {
        const all = [...states.values()];
        return (begunAt(id) < before && all.every((state) => state.manifestAt === null && state.youngest < before));
    })
        .map(([id]) => id)
        .sort();
}
/** How long proofs outlive their backup: an auditor's year, and a month more. */
const proofsStay = 400 * 86_400_000;
/**
 * Proofs in one store that are of no use any more: of backups that are gone since long, and signatures without a proof.
 * @param exists whether some store has the backup
 */
async function expiredProofs(store, environment, { exists, before, signal }) {
    const expired = [];
    for await (const object of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofsFolder */ .Wx)(environment), signal)) {
        const proof = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, object.key.replace(/\.sig$/, ''));
        if (proof !== null && object.modifiedAt < before && !exists(proof.backupId))
            expired.push(object);
    }
    return expired;
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


/***/ })

};
