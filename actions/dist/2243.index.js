export const id = 2243;
export const ids = [2243];
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

/***/ 53529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ outcomeOf),
/* harmony export */   y: () => (/* binding */ recordEvent)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14375);


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
        const written = await (0,_vault_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .writeEvent */ .as)(environment.environment, { type, outcome, backupId, details }, { ...ports, signingKey: ports.keys.signing });
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
function outcomeOf({ verdict, failure }) {
    return { verdict, failure: failure?.kind ?? null };
}


/***/ }),

/***/ 74703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ listBackups),
/* harmony export */   HN: () => (/* binding */ writeManifest),
/* harmony export */   WI: () => (/* binding */ readManifest)
/* harmony export */ });
/* unused harmony export manifestComment */
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
/* harmony export */   LV: () => (/* binding */ failureOfStore),
/* harmony export */   X5: () => (/* binding */ expiryText),
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
/* harmony export */   ii: () => (/* binding */ holderText),
/* harmony export */   mh: () => (/* binding */ listLeases),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* unused harmony export leaseSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13603);
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

/***/ 86333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
/* unused harmony export leaseTerm */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92880);
/* harmony import */ var _lease_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50701);




/** How long a lease holds without being renewed, and how often it is. */
const leaseTerm = 10 * 60_000;
const renewalPace = 3 * 60_000;
/** By then a put that another contender began before ours is visible, on stores that do not enforce conditions. */
const settlingTime = 1_000;
/**
 * Takes a lease in all stores, and renews it until it is disposed.
 * @throws Failure `refused` when another holds an exclusive one, naming who, since when and until when; the failure of the
 *   first store when none could be asked. A use lease that no store takes is granted all the same
 */
async function takeLease(stores, environment, request, context) {
    const isExclusive = 'exclusive' in request;
    if (isExclusive && request.exclusive.startsWith('use-')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'the name of an exclusive lease may not begin with use-');
    }
    const token = hex(context, 16);
    const key = isExclusive
        ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(environment, request.exclusive)
        : (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .useLeaseKey */ .hg)(environment, request.use, hex(context, 8));
    const holding = new Holding(environment, key, request, token, context);
    try {
        await (isExclusive ? holding.takeInEach(stores) : holding.putInAll(stores));
    }
    catch (error) {
        await holding.release();
        throw error;
    }
    holding.renewInBackground();
    return holding;
}
class Holding {
    name;
    failures = new Map();
    granted = new Map();
    environment;
    key;
    request;
    token;
    context;
    takenAt;
    renewal = null;
    renewing = Promise.resolve();
    constructor(environment, key, request, token, context) {
        this.environment = environment;
        this.key = key;
        this.name = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
        this.request = request;
        this.token = token;
        this.context = context;
        this.takenAt = context.clock.now();
    }
    get stores() {
        return [...this.granted.keys()].map((store) => store.name);
    }
    get isUse() {
        return 'use' in this.request;
    }
    /** One store after the other, so that all contenders meet at the same one first. */
    async takeInEach(stores) {
        const { log, clock, signal } = this.context;
        for (const store of stores) {
            try {
                this.grant(store, await this.takeIn(store));
            }
            catch (error) {
                const failure = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                if (!['access', 'unavailable', 'capacity'].includes(failure.kind))
                    throw failure;
                this.failures.set(store.name, failure);
                log.warning(`store ${store.name} did not take the lease ${this.name}: ${failure.message}`);
            }
        }
        const [first] = this.failures.values();
        if (this.granted.size === 0)
            throw first ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to put a lease in');
        await clock.sleep(settlingTime, signal);
        await this.demand();
    }
    /** Side by side: whoever is not protected by one store may be by another. */
    async putInAll(stores) {
        const { signal, log } = this.context;
        await Promise.all(stores.map(async (store) => {
            const expiresAt = this.freshExpiry();
            try {
                await store.put(this.key, this.bytes(expiresAt), { signal });
                this.grant(store, expiresAt);
            }
            catch (error) {
                this.failures.set(store.name, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
                log.debug(`store ${store.name} did not take the lease ${this.name}: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
            }
        }));
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
    }
    /** @returns when it expires there @throws Failure `refused` */
    async takeIn(store) {
        const { signal, clock } = this.context;
        for (let attempt = 1;; attempt += 1) {
            const expiresAt = this.freshExpiry();
            const refusal = await store.put(this.key, this.bytes(expiresAt), { signal }).then(() => null, (error) => {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind !== 'refused')
                    throw failure;
                return failure;
            });
            if (refusal === null)
                return expiresAt;
            const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            if (current?.record?.token === this.token)
                return expiresAt;
            if (current === null) {
                // Given back just now: whoever comes next may have it.
                if (attempt === 3)
                    throw refusal;
                continue;
            }
            if ((0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(current, clock.now()))
                throw held(current, clock.now());
            return this.takeOver(store, current);
        }
    }
    /** Of all who see the same expired lease, the one whose claim is new replaces it. */
    async takeOver(store, expired) {
        const { signal, clock } = this.context;
        const about = mark(expired);
        for (let round = 1;; round += 1) {
            const claim = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(this.environment, `${this.name}.claim-${about.slice(0, 32)}-${round}`);
            try {
                await store.put(claim, this.bytes(clock.now()), { signal });
            }
            catch (error) {
                if ((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).kind !== 'refused')
                    throw error;
                const other = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, claim, signal);
                // A claimant that was killed in between must not hold it for ever.
                if (other === null || (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(other, clock.now()) || round === 20)
                    throw held(expired, clock.now());
                continue;
            }
            try {
                return await this.replaceClaimed(store, expired);
            }
            finally {
                await store.remove(claim, signal);
            }
        }
    }
    /** Only after the claim is ours. */
    async replaceClaimed(store, expired) {
        const { signal, clock, log } = this.context;
        const expiresAt = this.freshExpiry();
        const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
        // Another may have claimed it, taken it and removed the claim since we looked.
        if (current !== null && mark(current) !== mark(expired))
            throw held(current, clock.now());
        if (current === null)
            await store.put(this.key, this.bytes(expiresAt), { signal });
        else
            await store.replace(this.key, this.bytes(expiresAt), signal);
        log.warning(`store ${store.name}: took over the lease ${this.name}, which ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(expired.expiresAt, clock.now())}; it was held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(expired.record)}. That run was killed or stood still.`);
        return expiresAt;
    }
    grant(store, expiresAt) {
        this.granted.set(store, { expiresAt, lost: null });
    }
    async demand() {
        const { signal, clock, log } = this.context;
        let confirmed = 0;
        let unanswered = null;
        for (const [store, state] of this.granted) {
            if (state.lost !== null)
                throw state.lost;
            let current;
            try {
                current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            }
            catch (error) {
                unanswered = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                log.warning(`store ${store.name} could not confirm the lease ${this.name}: ${unanswered.message}`);
                continue;
            }
            this.judge(store, current);
            // Nobody takes a use lease over: one of ours that is late holds again once it is renewed.
            if (!this.isUse && clock.now() > state.expiresAt) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the lease ${this.name} was not renewed in time: this machine or store ${store.name} stood still`, { hint: 'Run it again.' });
            }
            confirmed += 1;
        }
        // A use lease never stops what no store could protect; an exclusive one has at least one store.
        if (confirmed === 0 && unanswered !== null && !this.isUse)
            throw unanswered;
    }
    /** @throws Failure `refused` when what lies there is not ours */
    judge(store, current) {
        if (current?.record?.token === this.token)
            return;
        const what = current === null
            ? 'was removed: somebody cleared it by hand, or took it to be of a run that had ended'
            : `is now held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(current.record)}`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${store.name}: the lease ${this.name} is no longer ours; it ${what}`, {
            hint: 'This run stops before it does harm. `lifeboat ledger verify` and the log of the other run say more.',
        });
    }
    renewInBackground() {
        if (this.granted.size === 0)
            return;
        this.renewal = this.context.clock.every(renewalPace, () => {
            this.renewing = this.renew();
            return this.renewing;
        });
    }
    /** Never throws: what is wrong is said, and `demand` finds it. */
    async renew() {
        const { signal, log, clock } = this.context;
        await Promise.all([...this.granted].map(async ([store, state]) => {
            if (state.lost !== null || signal.aborted)
                return;
            // Late: another may be taking it over at this very moment.
            if (!this.isUse && clock.now() > state.expiresAt)
                return;
            try {
                this.judge(store, await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal));
                const expiresAt = this.freshExpiry();
                await store.replace(this.key, this.bytes(expiresAt), signal);
                state.expiresAt = expiresAt;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind === 'refused')
                    state.lost = failure;
                log.warning(`store ${store.name}: the lease ${this.name} was not renewed: ${failure.message}`);
            }
        }));
    }
    /** Gives it back, also when the run is being stopped. What cannot be removed expires. */
    async release() {
        this.renewal?.[Symbol.dispose]();
        this.renewal = null;
        await this.renewing;
        const { clock, log } = this.context;
        // The run's own signal may be aborted already, and giving back is part of the clean-up.
        const signal = AbortSignal.timeout(timeToRelease);
        await Promise.all([...this.granted].map(async ([store, state]) => {
            try {
                if (state.lost !== null || (!this.isUse && clock.now() > state.expiresAt))
                    return;
                const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
                if (current?.record?.token === this.token)
                    await store.remove(this.key, signal);
            }
            catch (error) {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                log.notice(`store ${store.name}: the lease ${this.name} could not be given back, and expires by itself: ${failure.message}`);
            }
        }));
        this.granted.clear();
    }
    async [Symbol.asyncDispose]() {
        await this.release();
    }
    freshExpiry() {
        return this.context.clock.now() + leaseTerm;
    }
    bytes(expiresAt) {
        const { actor, url, host = null } = this.context.run;
        const record = {
            format: 1,
            kind: this.isUse ? 'use' : 'exclusive',
            name: this.name,
            backupId: 'use' in this.request ? this.request.use : null,
            token: this.token,
            why: this.request.why,
            holder: { actor, runUrl: url, host },
            takenAt: new Date(this.takenAt).toISOString(),
            expiresAt: new Date(expiresAt).toISOString(),
        };
        return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    }
}
/** A cancelled job has a few seconds for everything. */
const timeToRelease = 3_000;
function held(lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: lifeboat lease break --environment NAME --name ${lease.name} --reason "…".`,
    });
}
/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }) {
    return record?.token ?? String(expiresAt);
}
function hex({ random }, count) {
    return Buffer.from(random.bytes(count)).toString('hex');
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
