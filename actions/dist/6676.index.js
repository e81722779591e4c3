export const id = 6676;
export const ids = [6676,9430,2223];
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

/***/ 62223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Chance from the operating system, fit for secrets. */
const systemRandom = { bytes: (count) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(count) };


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

/***/ 30470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RunReport),
/* harmony export */   s: () => (/* binding */ tellBug)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49012);


/** Gathers what a run finds on its way, and makes its report. */
class RunReport {
    checks = [];
    tables = [];
    copies = [];
    facts = [];
    objectives = [];
    notices = [];
    next = [];
    backupId = null;
    restored = undefined;
    timeline = [];
    operation;
    environment;
    clock;
    log;
    run;
    startedAt;
    constructor(operation, environment, ports) {
        this.operation = operation;
        this.environment = environment;
        this.clock = ports.clock;
        this.log = ports.log;
        this.run = ports.run;
        this.startedAt = ports.clock.now();
    }
    /**
     * Runs a part of the work as a phase of log and timeline.
     * @param describe what the timeline says of it, once it is done
     */
    async phase(name, work, describe = () => ({})) {
        const phase = { name, startedAt: this.clock.now(), duration: 0, status: 'failed' };
        this.timeline.push(phase);
        const started = this.clock.ticks();
        const failedBefore = this.failedChecks();
        try {
            const result = await this.log.group(name, work);
            if (this.failedChecks() === failedBefore)
                phase.status = 'done';
            Object.assign(phase, describe(result));
            return result;
        }
        finally {
            phase.duration = Math.round(this.clock.ticks() - started);
        }
    }
    /** A part of a phase that somebody else has timed. */
    addPhase(phase) {
        this.timeline.push(phase);
    }
    failedChecks() {
        return this.checks.filter((check) => check.status === 'failed').length;
    }
    notice(level, text, subjects = []) {
        this.notices.push({ level, text, subjects });
        if (level === 'warning')
            this.log.warning(text, subjects);
        else
            this.log.notice(text, subjects);
    }
    fact(label, text, value, unit) {
        this.facts.push({
            label,
            text,
            ...(value === undefined ? {} : { value }),
            ...(unit === undefined ? {} : { unit }),
        });
    }
    check(check) {
        this.checks.push(check);
        const text = `${check.rung}: ${check.name}: ${check.detail}`;
        if (check.status === 'failed')
            this.log.error(text, check.subjects);
        else if (check.status === 'passed')
            this.log.info(text);
        else
            this.log.warning(text, check.subjects);
    }
    finish(verdict, failure) {
        if (failure?.hint !== undefined && !this.next.includes(failure.hint))
            this.next.unshift(failure.hint);
        for (const { hint } of this.checks)
            if (hint !== undefined && !this.next.includes(hint))
                this.next.push(hint);
        return {
            format: 1,
            operation: this.operation,
            environment: this.environment,
            verdict,
            failure: failure === null ? null : (0,_domain_report_js__WEBPACK_IMPORTED_MODULE_1__/* .reportFailure */ .x)(failure),
            backupId: this.backupId,
            startedAt: this.startedAt,
            finishedAt: this.clock.now(),
            actor: this.run.actor,
            reason: this.run.reason,
            runUrl: this.run.url,
            objectives: this.objectives,
            checks: this.checks,
            timeline: [...this.timeline].sort((a, b) => a.startedAt - b.startedAt),
            facts: this.facts,
            tables: this.tables,
            copies: this.copies,
            notices: this.notices,
            next: this.next,
            ...(this.restored === undefined ? {} : { restored: this.restored }),
        };
    }
    /** The report of a run that could not go on. A bug is told with the places in the code. */
    fail(thrown) {
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
        if (failure.kind === 'bug')
            tellBug(failure, this.log);
        return this.finish('failed', failure);
    }
}
/** For whoever mends it. */
function tellBug(failure, log) {
    const { name, message, places } = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .bugReport */ .r)(failure);
    log.error(`a bug in Lifeboat (${name})`, [message]);
    log.info(places);
}


/***/ }),

/***/ 19430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ checkSigningKey),
/* harmony export */   Q: () => (/* binding */ hasRoleOf)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4527);


/** Whether an event signed with this key is one that `ledger verify` believes; true where no key is configured at all. */
function hasRoleOf(environment, secretKey) {
    const known = Object.values(environment.signing).filter((key) => key !== undefined);
    return known.length === 0 || (secretKey !== null && known.includes((0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey)));
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

/***/ 57724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Folder of the environment files, from the working directory. */
const folder = 'environments';
/**
 * Finds, reads and parses the file of an environment.
 * @throws Failure `config` when there is none, more than one, or its name is another
 */
async function loadEnvironment(input) {
    const file = input.config ?? (await findFile(input.environment));
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch((cause) => {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} cannot be read`, {
            cause,
            hint: 'Check the path; it starts at the working directory. In a workflow, actions/checkout must come first.',
        });
    });
    const { parseEnvironment } = await __webpack_require__.e(/* import() */ 1510).then(__webpack_require__.bind(__webpack_require__, 1510));
    const environment = await parseEnvironment(text, file);
    if (environment.environment !== input.environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${file} describes the environment ${environment.environment}, but ${input.environment} was asked for`, { hint: 'Give the name that stands in the file, or the path of another file.' });
    }
    return environment;
}
async function findFile(name) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = [
        folder,
        ...entries.filter((entry) => entry.isDirectory()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name)),
    ];
    const found = [];
    const others = [];
    for (const place of folders.sort()) {
        for (const file of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place).catch(() => [])) {
            if (!/\.ya?ml$/.test(file))
                continue;
            const isIt = file === `${name}.yml` || file === `${name}.yaml`;
            (isIt ? found : others).push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, file));
        }
    }
    const [first, second] = found;
    if (first === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `there is no file for the environment ${name}: looked for ${folder}/${name}.yml and ${folder}/*/${name}.yml`, {
            hint: others.length > 0
                ? `There are ${others.sort().join(', ')}. Another place is given with config.`
                : 'Make one with `lifeboat init`. In a workflow, actions/checkout must come first.',
        });
    }
    if (second !== undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `several files are for the environment ${name}: ${found.join(', ')}`, {
            hint: 'Say which one is meant with config.',
        });
    }
    return first;
}


/***/ }),

/***/ 12362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runLeaseBreak: () => (/* binding */ runLeaseBreak),
  runLeaseList: () => (/* binding */ runLeaseList)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/lease-records.js
var lease_records = __webpack_require__(50701);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
;// CONCATENATED MODULE: ./lib/operations/leases/leases.js






/** Every lease of the environment, by name. @throws Failure when no store could be asked */
async function viewLeases(environment, ports) {
    const { leases, unreachable } = await (0,lease_records/* listLeases */.mh)(ports.stores, environment.environment, ports);
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === ports.stores.length)
        throw first;
    const now = ports.clock.now();
    const byHolder = new Map();
    for (const lease of leases) {
        const seen = byHolder.get(`${lease.name} ${lease.record?.token}`);
        if (seen === undefined)
            byHolder.set(`${lease.name} ${lease.record?.token}`, view(lease, now));
        else
            seen.stores.push(lease.store);
    }
    const views = [...byHolder.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return { leases: views, unreachable: [...unreachable.keys()] };
}
function view(lease, now) {
    return {
        name: lease.name,
        backupId: lease.backupId,
        stores: [lease.store],
        holder: `held ${(0,lease_records/* holderText */.ii)(lease.record)}`,
        state: (0,lease_records/* expiryText */.X5)(lease.expiresAt, now),
        live: (0,lease_records/* isLive */.DG)(lease, now),
    };
}
/**
 * Removes a lease from every store, whoever holds it; the reason stands in the run and goes into the ledger. A holder that is
 * alive after all finds out at its next `demand`.
 */
async function breakLease(environment, { name }, ports) {
    const run = new run_report/* RunReport */.e('lease', environment.environment, ports);
    let holder = '';
    const report = await (async () => {
        try {
            holder = await remove(environment, name, ports, run);
            return run.finish(run.notices.length === 0 ? 'passed' : 'degraded', null);
        }
        catch (error) {
            return run.fail(error);
        }
    })();
    // What was not there, or not allowed, broke nothing.
    if (holder !== '') {
        await (0,record/* recordEvent */.y)(ports, environment, {
            type: 'lease-broken',
            outcome: (0,record/* outcomeOf */.s)(report),
            backupId: null,
            details: { lease: name, holder },
        });
    }
    return report;
}
/** @returns who held it */
async function remove(environment, name, ports, run) {
    const { stores, signal, clock } = ports;
    if (ports.run.reason === null)
        throw new failure/* Failure */.HR('config', 'a lease is cleared for a reason: none was given');
    if (!(0,signing_keys/* hasRoleOf */.Q)(environment, ports.keys.signing)) {
        throw new failure/* Failure */.HR('config', `clearing a lease stands in the ledger, signed: ${ports.keys.signing === null ? 'no signing key was given' : 'the signing key that was given is none of those under signing'}`, {
            hint: 'Give any role’s key with --signing-key-file, or as LIFEBOAT_SIGNING_KEY. Without one, wait: a lease expires within minutes of its run.',
        });
    }
    const { leases } = await (0,lease_records/* listLeases */.mh)(stores, environment.environment, ports);
    const found = leases.filter((lease) => lease.name === name);
    const [first] = found;
    if (first === undefined) {
        const names = [...new Set(leases.map((lease) => lease.name))].join(', ');
        throw new failure/* Failure */.HR('missing', `there is no lease ${name}`, {
            hint: names === '' ? 'Nobody holds a lease.' : `There are: ${names}.`,
        });
    }
    const holders = stores.filter((store) => found.some((lease) => lease.store === store.name));
    const failures = await (0,copies/* inEachStore */.mK)(holders, (store) => store.remove(first.key, signal));
    const [worst] = failures.values();
    if (worst !== undefined && failures.size === holders.length)
        throw worst;
    for (const [store, failure] of failures) {
        run.notice('warning', `store ${store} still has it: ${failure.message}`);
    }
    const holder = (0,lease_records/* holderText */.ii)(first.record);
    run.fact('lease', name);
    run.fact('was held', `${holder}; ${(0,lease_records/* expiryText */.X5)(first.expiresAt, clock.now())}`);
    return holder;
}

// EXTERNAL MODULE: ./lib/wiring/load-environment.js
var load_environment = __webpack_require__(57724);
// EXTERNAL MODULE: ./lib/wiring/open-ports.js + 3 modules
var open_ports = __webpack_require__(71808);
;// CONCATENATED MODULE: ./lib/wiring/run-lease.js
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



async function runLeaseList(input, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = await (0,load_environment/* loadEnvironment */.Y)(input);
        const ports = __addDisposableResource(env_1, await (0,open_ports.openPorts)(environment, { host, role: 'read' }), true);
        const found = await viewLeases(environment, ports);
        const notes = found.unreachable.map((store) => `Store ${store} could not be asked; it may have others.`);
        const lines = found.leases.length === 0 ? ['Nobody holds a lease.'] : found.leases.map(line);
        return { text: [...lines, ...notes].join('\n'), json: found };
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
function line({ name, stores, state, holder }) {
    return `${name} (${stores.join(', ')})\n  ${holder}\n  ${state}`;
}
async function runLeaseBreak(input, host) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = await (0,load_environment/* loadEnvironment */.Y)(input);
        const ports = __addDisposableResource(env_2, await (0,open_ports.openPorts)(environment, {
            host,
            role: 'retention',
            reason: input.reason,
            signingKeyFile: input['signing-key-file'],
        }), true);
        return { report: await breakLease(environment, { name: input.name }, ports), outputs: {} };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}


/***/ })

};
