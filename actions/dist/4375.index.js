export const id = 4375;
export const ids = [4375];
export const modules = {

/***/ 43195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   PL: () => (/* binding */ inParallelWith)
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
/** The work is begun when it is first asked for, and never again: whoever asks later gets the same. */
function once(work) {
    let begun = null;
    return () => (begun ??= work());
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
    'told',
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

/***/ 14375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
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
    const id = makeEventId(at, random.bytes(8));
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
/** Ids sort by time, also within a second: of their 16 digits the first three tell the millisecond, the others are random. */
function makeEventId(at, chance) {
    const millisecond = new Date(at).getUTCMilliseconds().toString(16).padStart(3, '0');
    return `${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(at)}-${millisecond}${Buffer.from(chance).toString('hex').slice(0, 13)}`;
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
    await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .HN)(newest, atOnce, async ([id, holders]) => {
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

/***/ 27441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ readSigned),
/* harmony export */   Ts: () => (/* binding */ encodeSigned),
/* harmony export */   _V: () => (/* binding */ putSigned),
/* harmony export */   qc: () => (/* binding */ writeSigned)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);






/**
 * Reads a record from the first store that has it whole and genuine.
 * @param comment what its signature must be for
 * @param parse @throws Failure `integrity` when the text is not the record that its key says
 * @throws Failure `integrity` when it is unsigned although a key is configured or the environment is protected
 */
async function readSigned(stores, key, comment, trust, parse, context) {
    const { publicKey } = trust;
    if (publicKey === null && trust.protected) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${key} cannot be believed: no public signing key is configured`, {
            hint: 'The environment is protected: put the public keys under "signing" in its file, as lifeboat keygen prints them.',
        });
    }
    const damages = [];
    const { value, store } = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .fromFirstSoundCopy */ .bL)(stores, key, async (from, version) => {
        const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(from, key, {
            signal: context.signal,
            ...(version === undefined ? {} : { version }),
        });
        if (bytes === null)
            return null;
        let signature = null;
        if (publicKey !== null) {
            const checked = await checkAgainstStored(from, key, bytes, publicKey, comment, context.signal);
            if (checked.damage !== null)
                damages.push(checked.damage);
            signature = checked.signature;
        }
        return { bytes, signature, value: parse(bytes.toString()) };
    }, { damages, ...context });
    if (publicKey === null) {
        context.log.notice(`${key} was not checked for its origin: no public signing key is configured`);
    }
    const { sha256 } = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(value.bytes);
    return { ...value, sha256, signed: publicKey !== null, store: store.name, damages };
}
/**
 * Holds bytes to the signature in the same store, or to an older version of it when the newest does not fit: then with
 * what is wrong with the newest.
 */
async function checkAgainstStored(store, key, bytes, publicKey, comment, signal) {
    const check = (signature) => (0,_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
    const newest = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), { signal }, largestSignature);
    let failure = new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${key} is not signed, although a signing key is configured`);
    if (newest !== null) {
        try {
            check(newest);
            return { signature: newest, damage: null };
        }
        catch (error) {
            failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    const versions = await store.versions((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), signal);
    for (const { version } of versions.slice(0, 10)) {
        const older = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), { signal, version }, largestSignature);
        if (older === null)
            continue;
        try {
            check(older);
            const problem = newest === null ? 'missing' : 'damaged';
            const damage = { store: store.name, key: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), problem, failure };
            return { signature: older, damage: { ...damage, olderVersionServed: true } };
        }
        catch (error) {
            (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    throw failure;
}
const largestSignature = 65_536;
/** Signs a record and stores it in every store that answers. @throws Failure when none took it */
async function writeSigned(record, context) {
    const { key, what } = record;
    const { stores, signingKey, log, signal } = context;
    const { bytes, signature } = encodeSigned(record.value, signingKey, record.comment);
    record.check(bytes.toString());
    const failures = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .inEachStore */ .mK)(stores, (store) => putSigned(store, key, bytes, signature, signal, record.keep));
    for (const [store, failure] of failures) {
        log.warning(`store ${store} did not take the ${what}: ${failure.message}`);
    }
    const written = stores.map((store) => store.name).filter((name) => !failures.has(name));
    // Once one store has it, it exists, even if the run was stopped just then.
    if (written.length === 0) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        throw [...failures.values()][0] ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `there is no store to write the ${what} to`);
    }
    return { key, bytes, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes).sha256, stores: written, failures };
}
/** Writes the signature first, then the record: whoever sees the record finds it signed. */
async function putSigned(store, key, bytes, signature, signal, keep = {}) {
    if (signature !== null)
        await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .putOnce */ .LA)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), Buffer.from(signature), signal, keep);
    await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .putOnce */ .LA)(store, key, bytes, signal, keep);
}
/** The bytes of a record as JSON for people, and its signature when there is a key. */
function encodeSigned(value, secretKey, comment) {
    const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
    return { bytes, signature: secretKey === null ? null : (0,_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .sign */ ._S)(bytes, secretKey, comment) };
}


/***/ }),

/***/ 4527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   cQ: () => (/* binding */ makeSigningKeys),
/* harmony export */   jC: () => (/* binding */ checkSignature),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* unused harmony export minisignPublicKey */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);


function makeSigningKeys() {
    const { privateKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(secretPrefix.length);
    return {
        publicKey: `${publicForm}${rawPublicKey(privateKey).toString('base64')}`,
        secretKey: `${secretForm}${seed.toString('base64')}`,
    };
}
/** The public key that belongs to a secret one. @throws Failure `config` */
function publicKeyOf(secretKey) {
    return `${publicForm}${rawPublicKey(readSecretKey(secretKey)).toString('base64')}`;
}
/**
 * The text of a signature file.
 * @param trustedComment what this is and in which role it was signed, such as `lifeboat manifest production/2026…`
 * @throws Failure `config` when the secret key is none
 */
function sign(bytes, secretKey, trustedComment) {
    if (/[\r\n]/.test(trustedComment))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('bug', 'a trusted comment is one line');
    const key = readSecretKey(secretKey);
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, digest(bytes), key);
    const bound = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.concat([signature, Buffer.from(trustedComment)]), key);
    const packed = Buffer.concat([prehashed, keyId(rawPublicKey(key)), signature]);
    return [
        'untrusted comment: signature by Lifeboat, check it with minisign -V',
        packed.toString('base64'),
        `trusted comment: ${trustedComment}`,
        bound.toString('base64'),
        '',
    ].join('\n');
}
/**
 * Holds bytes to their signature. @throws Failure `integrity` when the signature is by another key, of other bytes,
 * or for something else; `config` when the public key is none
 */
function checkSignature(bytes, signatureText, publicKey, expectedComment) {
    const raw = readPublicKey(publicKey);
    const key = publicKeyObject(raw);
    const [untrustedLine, packedLine, commentLine, boundLine, end, ...more] = signatureText.split('\n');
    const packed = decodeExactly(packedLine, 2 + 8 + 64);
    const bound = decodeExactly(boundLine, 64);
    const commentPrefix = 'trusted comment: ';
    // The untrusted comment may say anything, as in minisign; every other byte has just one right value.
    const isWhole = untrustedLine?.startsWith('untrusted comment: ') === true && end === '' && more.length === 0;
    if (!isWhole || packed === null || bound === null || commentLine?.startsWith(commentPrefix) !== true) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature is damaged');
    }
    if (!packed.subarray(0, 2).equals(prehashed))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature has an unknown form');
    if (!packed.subarray(2, 10).equals(keyId(raw))) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature was made with another key', {
            hint: 'Compare the public key in the environment file with the one that belongs to LIFEBOAT_SIGNING_KEY of whoever wrote this.',
        });
    }
    const signature = packed.subarray(10);
    const comment = commentLine.slice(commentPrefix.length);
    const isGenuine = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, digest(bytes), key, signature) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.concat([signature, Buffer.from(comment)]), key, bound);
    if (!isGenuine)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature does not fit: what was signed was altered');
    if (comment !== expectedComment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature is genuine, but was made for something else');
    }
}
/** The public key as minisign takes it after `-P`. @throws Failure `config` */
function minisignPublicKey(publicKey) {
    const raw = readPublicKey(publicKey);
    return Buffer.concat([Buffer.from('Ed'), keyId(raw), raw]).toString('base64');
}
const publicForm = 'ed25519:';
const secretForm = 'ed25519-secret:';
const prehashed = Buffer.from('ED');
// DER (RFC 8410) around the 32 bytes of a key.
const secretPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
function digest(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('blake2b512').update(bytes).digest();
}
function keyId(rawKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(rawKey).digest().subarray(0, 8);
}
function readSecretKey(text) {
    const seed = text.startsWith(secretForm) ? decodeExactly(text.slice(secretForm.length), 32) : null;
    if (seed === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the signing key is not one', {
            hint: `A signing key begins with ${secretForm}, as lifeboat keygen prints it.`,
        });
    }
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([secretPrefix, seed]), format: 'der', type: 'pkcs8' });
}
function readPublicKey(text) {
    const raw = text.startsWith(publicForm) ? decodeExactly(text.slice(publicForm.length), 32) : null;
    if (raw === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the public signing key is not one', {
            hint: `A public signing key begins with ${publicForm}, as lifeboat keygen prints it.`,
        });
    }
    return raw;
}
function publicKeyObject(raw) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
}
function rawPublicKey(key) {
    const spki = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return spki.subarray(publicPrefix.length);
}
/** Base64 of exactly so many bytes, in its one canonical spelling; null otherwise. */
function decodeExactly(text, size) {
    if (text === undefined)
        return null;
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === size && bytes.toString('base64') === text ? bytes : null;
}


/***/ })

};
