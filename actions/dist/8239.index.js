export const id = 8239;
export const ids = [8239,4375];
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

/***/ 38239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPastRuns: () => (/* binding */ readPastRuns)
/* harmony export */ });
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26981);
/* harmony import */ var _ports_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71930);
/* harmony import */ var _vault_copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79416);
/* harmony import */ var _trusted_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1886);





/** Which events of the ledger tell of runs of a kind. The watch only looks and writes none; a runbook writes one per step. */
const typeOf = {
    backup: 'backup',
    proof: 'verification',
    restore: 'restore',
    retention: 'retention',
    replication: 'replicate',
    repair: 'repair',
    deployment: 'deploy',
    validation: 'validation',
    drill: 'drill',
};
/** So far back, and so many events: one that recovers from an older trouble is told as a success at most. */
const reach = 40 * 86_400_000;
const mostRead = 256;
const atOnce = 8;
/**
 * The earlier runs of a kind, newest first: as many as lead to the beginning of what is wrong now, or was wrong before.
 * Null where the ledger has no events of this kind.
 * @param before events of this moment and later are of the run that asks
 * @throws Failure when no store could be asked
 */
async function readPastRuns(environment, kind, before, { stores, signal }) {
    const type = typeOf[kind];
    if (type === undefined)
        return null;
    const context = { log: _ports_log_js__WEBPACK_IMPORTED_MODULE_1__/* .silentLog */ .a, signal };
    const { holders } = await (0,_vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_3__/* .listEvents */ .I)(stores, environment.environment, context, before - reach);
    const newest = [...holders].reverse();
    const runs = [];
    for (let start = 0; start < Math.min(newest.length, mostRead); start += atOnce) {
        const some = newest.slice(start, start + atOnce);
        const events = await Promise.all(some.map(([id, among]) => read(environment, id, among, signal)));
        for (const event of events) {
            if (event === null || event.type !== type || Date.parse(event.at) >= before)
                continue;
            runs.push(runOf(event, kind, environment));
            // A well run ends every trouble.
            if (runs.at(-1)?.trouble === null)
                return { runs, isCut: false };
        }
    }
    return { runs, isCut: newest.length > mostRead };
}
function runOf({ at, outcome }, kind, environment) {
    const { verdict, failure, trouble } = outcome;
    return {
        at: Date.parse(at),
        // Events of earlier versions say less.
        trouble: trouble ?? (verdict === 'passed' ? null : `${verdict} ${failure ?? ''}`),
        severity: (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfOutcome */ .hQ)({ verdict, failure, missed: verdict === 'passed' && trouble !== undefined ? ['RPO', 'RTO'] : [] }, kind, environment.notifications?.severity),
    };
}
/** Null when no store has it in a form that can be believed: anybody could have written it, to keep trouble quiet. */
async function read(environment, id, holders, signal) {
    for (const store of holders) {
        try {
            const found = await (0,_vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j)(store, environment.environment, id, signal, (type) => (0,_trusted_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .trustedKeys */ .Q)(environment, type));
            if (found !== null && found.trust === null)
                return found.event;
        }
        catch (error) {
            (0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    return null;
}


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ trustedKeys)
/* harmony export */ });
/** Whose signature an event of each kind may bear. */
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
const anyRole = ['backup', 'verify', 'retention', 'restore', 'deploy'];
/**
 * The public keys that may have signed an event of this type; null when none of them is configured, so that nothing can be
 * held to it. Types of a later version may be signed by any role.
 */
function trustedKeys(environment, type) {
    const roles = Object.hasOwn(rolesOf, type) ? rolesOf[type] : anyRole;
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


/***/ })

};
