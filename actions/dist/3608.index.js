export const id = 3608;
export const ids = [3608];
export const modules = {

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
var domain_failure = __webpack_require__(27550);
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
// EXTERNAL MODULE: ./lib/domain/proof.js
var proof = __webpack_require__(16950);
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
    await (0,concurrency/* inParallel */.HN)(ids, atOnce, async (id) => {
        const storedAt = manifestTime(folders, id) ?? 0;
        const base = {
            id,
            at: (0,backup_id/* parseBackupId */.JN)(id)?.at ?? 0,
            storedAt,
            proven: false,
            condemned: false,
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
            if (!isAnswer(failure))
                unread += 1;
            candidates.push({ ...base, class: 'scheduled', sources: [], trust: failure.message });
        }
    });
    const now = ports.clock.now();
    const counted = candidates
        .filter((one) => one.trust === true && one.at <= now + retention/* toleratedClockSkew */.zD)
        .sort((a, b) => (a.id < b.id ? 1 : -1));
    const points = (0,retention/* recoveryPointsAmong */.zw)(counted);
    await judgeProofs(points, digests, reachable, environment, signal);
    const known = new Map();
    const isWhole = async (id) => {
        const found = known.get(id);
        if (found !== undefined)
            return found;
        const answer = await isWholeInOne(reachable, id, environment, signal);
        known.set(id, answer);
        return answer;
    };
    await markWhole(points, isWhole);
    await markWhole((0,retention/* soundAmong */.mk)(points), isWhole);
    const proven = points.filter((one) => one.proven);
    for (const source of new Set(proven.flatMap(({ sources }) => sources))) {
        const own = proven.filter(({ sources }) => sources.includes(source));
        await markWhole(own, isWhole);
    }
    return { ...folders, candidates, leases, unread };
}
/** Whether it is about what lies there. Any other says only that the store could not tell. */
function isAnswer({ kind }) {
    return kind === 'integrity' || kind === 'config' || kind === 'missing';
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
 * Finds out of each backup what restore tests say of it. A proof that a store does not give just now may be the one that
 * decides: then nothing is certain of its backup.
 */
async function judgeProofs(points, digests, stores, environment, signal) {
    const byBackup = await proofsByBackup(stores, environment.environment, signal);
    await (0,concurrency/* inParallel */.HN)(points, atOnce, async (candidate) => {
        const manifestSha256 = digests.get(candidate.id) ?? '';
        const believable = async function* () {
            for (const [place, key] of (byBackup.get(candidate.id) ?? []).entries()) {
                const proof = place < mostRead ? await proofAt(key, stores, environment, signal) : tooMany;
                if (proof instanceof domain_failure/* Failure */.HR) {
                    candidate.doubt = `its proofs could not be read: ${proof.message}`;
                    return;
                }
                if (proof !== null)
                    yield proof;
            }
        };
        const { word } = await (0,proof/* judgementOf */.lG)(believable(), manifestSha256);
        candidate.condemned = word === 'condemned';
        candidate.proven = word === 'acquitted';
    });
}
/** Whoever may write to a store could add files that look like proofs without end. */
const mostRead = 50;
const tooMany = new domain_failure/* Failure */.HR('integrity', `there are more than ${mostRead}, and what the newest say is not believed`);
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
async function proofAt(key, stores, environment, signal) {
    try {
        const read = await (0,proofs/* readProof */.r$)(stores, environment.environment, key, {
            publicKey: environment.signing.verify ?? null,
            protected: environment.protected,
            log: log/* silentLog */.a,
            signal,
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
/**
 * Finds the newest of these of which one store holds every object. One of which no store says so just now may be it: then
 * it stays, and so does the one that is known to be whole.
 */
async function markWhole(counted, isWhole) {
    for (const candidate of counted) {
        const found = await isWhole(candidate.id);
        if (found instanceof domain_failure/* Failure */.HR)
            candidate.doubt ??= found.message;
        candidate.whole = found === true;
        if (candidate.whole)
            return;
    }
}
/** A Failure when no store is known to hold every object, and one that may does not say. */
async function isWholeInOne(stores, id, environment, signal) {
    let silent = null;
    for (const store of stores) {
        const found = await isWholeIn(store, id, environment, signal);
        if (found === true)
            return true;
        if (found instanceof domain_failure/* Failure */.HR)
            silent ??= found;
    }
    return silent ?? false;
}
/** A Failure when the store does not say. */
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
        if (isAnswer(failure))
            return false;
        return new domain_failure/* Failure */.HR(failure.kind, `store ${store.name} does not say whether all of it is there: ${failure.message}`);
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
                failures.push({ store: store.name, failure: (0,domain_failure/* asFailure */.h_)(error) });
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
    const report = await run.ending(() => retention.run());
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
        const condemned = new Set(found.candidates.flatMap((one) => (one.condemned ? [one.id] : [])));
        for (const { id, action, rules } of plan.decisions) {
            if (action === 'keep')
                this.kept.push(id);
            const bad = condemned.has(id) ? '; a restore test has shown it to be bad' : '';
            this.explained.set(id, `${action === 'keep' ? 'kept' : 'to be removed'}: ${rules.join(', ')}${bad}`);
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
            report.notice('warning', `${(0,units/* counted */.hS)(untrusted, 'backup')} cannot be trusted: such count for nothing and are not removed. Look at them: \`lifeboat list --environment ${environment.environment}\`.`);
        }
        if (found.unread > 0) {
            report.notice('warning', `${(0,units/* counted */.hS)(found.unread, 'manifest')} could not be read; what they belong to is kept`);
        }
        const condemned = found.candidates.flatMap((one) => (one.condemned ? [one.id] : []));
        if (condemned.length > 0) {
            const names = `${condemned.slice(0, 3).join(', ')}${condemned.length > 3 ? ' and others' : ''}`;
            report.notice('warning', `${(0,units/* counted */.hS)(condemned.length, 'backup was', 'backups were')} shown to be bad by a restore test: ${names}; such push out nothing that is good`);
        }
        const doubts = found.candidates.flatMap(({ doubt }) => (doubt === null ? [] : [doubt]));
        if (doubts.length > 0) {
            report.notice('warning', `${(0,units/* counted */.hS)(doubts.length, 'backup')} could not be judged for now: such are kept, and push nothing out; first: ${doubts[0]}`);
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
            return report.finish('failed', new domain_failure/* Failure */.HR(kind, `nothing could be removed: ${message}`, {
                hint: hint ?? 'Give the retention job the keeper role’s policy.',
                cause: worst.failure,
            }));
        }
        const isLess = found.candidates.some((one) => one.doubt !== null || one.condemned) ||
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

/***/ 86333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ leaseTerm),
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
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
                throw held(this.environment, current, clock.now());
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
                    throw held(this.environment, expired, clock.now());
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
            throw held(this.environment, current, clock.now());
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
/** What a person types to clear it. */
function breakCommand(environment, name) {
    return `lifeboat lease break --environment ${environment} --name ${name} --reason "…" --signing-key-file retention-signing-key.txt`;
}
function held(environment, lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: ${breakCommand(environment, lease.name)}`,
    });
}
/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }) {
    return record?.token ?? String(expiresAt);
}
function hex({ random }, count) {
    return Buffer.from(random.bytes(count)).toString('hex');
}


/***/ })

};
