export const id = 4845;
export const ids = [4845];
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

/***/ 43058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ whenLost)
/* harmony export */ });
/**
 * What to do when no store has a sound copy of an object of a backup, nor an older version of it.
 * @param silent names of stores that did not answer, and may have one
 */
function whenLost(environment, silent) {
    const make = `make a new backup now, with \`lifeboat backup --environment ${environment}\``;
    return silent.length === 0
        ? `There is no sound copy of this backup: ${make}.`
        : `No store that answers has a sound copy of this backup: ${make}. What did not answer (${silent.join(', ')}) may have one: run this again when it does.`;
}


/***/ }),

/***/ 24845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repair: () => (/* binding */ repair)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/choose-backup.js
var choose_backup = __webpack_require__(92946);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/leases.js
var leases = __webpack_require__(86333);
// EXTERNAL MODULE: ./lib/vault/spool-artifact.js + 1 modules
var spool_artifact = __webpack_require__(14221);
;// CONCATENATED MODULE: ./lib/vault/mend-artifact.js
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



/** A sound copy of an artifact, whole and checked on this machine. @throws Failure `integrity` or `missing` when there is none */
async function fetchSound({ key, artifact, from, whenLost }, { spool, log, signal }) {
    const { value } = await (0,copies/* fromFirstSoundCopy */.bL)(from, key, (reader, version) => (0,spool_artifact/* spoolArtifact */.Y)(reader, key, version, artifact, spool, signal), { damages: [], size: artifact.storedSize, whenLost, log, signal });
    return value;
}
/**
 * Puts a sound copy of an artifact in the place of a damaged or missing one. The sound one lies whole and checked on this
 * machine before anything is removed, so that no network and no other store can come between.
 * @param allow called right before the damaged object is removed; throws when it must not be
 * @throws Failure `refused` when a lock holds the damaged object, `access` when these credentials may not remove it
 */
async function mendArtifact({ store, isDamaged, keep, ...wanted }, allow, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { key, artifact } = wanted;
        const { signal } = context;
        const file = await fetchSound(wanted, context);
        const _closing = __addDisposableResource(env_1, { [Symbol.asyncDispose]: () => file.close() }, true);
        if (isDamaged) {
            await allow();
            await store.remove(key, signal);
        }
        const body = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 262_144 });
        const stored = await store.put(key, body, { ...keep, atMost: artifact.storedSize, signal });
        if (stored.size !== artifact.storedSize) {
            throw new domain_failure/* Failure */.HR('integrity', `the store took another size of ${key}`);
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

// EXTERNAL MODULE: ./lib/vault/signed-records.js
var signed_records = __webpack_require__(27441);
// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
// EXTERNAL MODULE: ./lib/operations/keyring.js + 1 modules
var keyring = __webpack_require__(98692);
// EXTERNAL MODULE: ./lib/operations/leases/use-lease.js
var use_lease = __webpack_require__(95408);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/lost-copy.js
var lost_copy = __webpack_require__(43058);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/ports/log.js
var log = __webpack_require__(71930);
// EXTERNAL MODULE: ./lib/vault/artifact-checks.js
var artifact_checks = __webpack_require__(97588);
;// CONCATENATED MODULE: ./lib/operations/repair/find-damage.js








const atOnce = 4;
/** Holds every copy of a backup to its manifest: by sizes, or by every byte. */
async function findDamage(environment, read, level, ports) {
    const { signal } = ports;
    const { manifest } = read;
    const folder = (0,layout/* backupFolder */.j0)(environment.environment, manifest.id);
    const found = {
        damaged: [],
        unreachable: new Map(),
        sameManifest: new Set(),
        looked: { objects: 0, bytes: 0 },
    };
    const note = (store, key, why, artifact) => {
        const problem = (0,copies/* problemOf */.Zw)(why);
        if (problem === 'unreachable') {
            if (why.kind === 'bug')
                throw why;
            found.unreachable.set(store.name, why);
        }
        else
            found.damaged.push({ store, key, problem, why, artifact });
    };
    for (const store of ports.stores) {
        try {
            const own = await (0,backups.readManifest)([store], environment.environment, manifest.id, {
                publicKey: environment.signing.backup ?? null,
                protected: environment.protected,
                log: log/* silentLog */.a,
                signal,
            });
            if (own.sha256 !== read.sha256)
                throw new domain_failure/* Failure */.HR('integrity', 'it has another manifest of this backup');
            found.sameManifest.add(store.name);
            // It reads well by an older version alone.
            for (const { key, failure } of own.damages)
                note(store, key, failure, null);
        }
        catch (error) {
            const key = (0,layout/* manifestKey */.Rn)(environment.environment, manifest.id);
            note(store, key, (0,copies/* failureOfCopy */.N2)(error, signal), null);
        }
        if (manifest.identityKey === null || found.unreachable.has(store.name))
            continue;
        await (0,keyring/* demandSealedIdentity */.Wi)(store, manifest, folder, signal).catch((error) => note(store, (0,layout/* keyInside */.iy)(folder, manifest.identityKey ?? ''), (0,copies/* failureOfCopy */.N2)(error, signal), null));
    }
    const stores = ports.stores.filter((store) => !found.unreachable.has(store.name));
    const artifacts = manifest.sources.flatMap((source) => source.artifacts);
    await (0,concurrency/* inParallel */.HN)(artifacts, atOnce, async (artifact) => {
        signal.throwIfAborted();
        const key = (0,layout/* keyInside */.iy)(folder, artifact.key);
        const states = await (level === 'stored'
            ? (0,artifact_checks/* statCopies */.w)(stores, key, artifact, signal)
            : (0,artifact_checks/* verifyCopies */.J)(stores, key, artifact, null, signal));
        for (const [index, { failure }] of states.entries()) {
            const store = stores[index];
            if (store !== undefined && failure !== null)
                note(store, key, failure, artifact);
        }
        found.looked.objects += states.length;
        found.looked.bytes += level === 'stored' ? 0 : artifact.storedSize * states.length;
    });
    return found;
}

;// CONCATENATED MODULE: ./lib/operations/repair/repair.js
var repair_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var repair_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Puts sound copies in the place of damaged and missing ones of one backup. See docs/decisions/0008-repair.md for what is
 * removed, and when. Expected troubles end in the report.
 */
async function repair(environment, input, ports) {
    const run = new run_report/* RunReport */.e('repair', environment.environment, ports);
    const mending = new Repair(environment, input, ports, run);
    const report = await run.ending(() => mending.run());
    const { repaired, evidence } = mending;
    if (!input.dryRun && (repaired.length > 0 || evidence.length > 0 || report.verdict === 'failed')) {
        await (0,record/* recordEvent */.y)(ports, environment, {
            type: 'repair',
            outcome: (0,record/* outcomeOf */.s)(report),
            backupId: report.backupId,
            details: {
                repaired: repaired.join('; ').slice(0, longestList),
                // Nothing else is kept of it.
                removed: evidence.join('; ').slice(0, longestList),
            },
        });
    }
    return { report, repaired };
}
/** An event of the ledger stays small, whatever befell a store. */
const longestList = 4_000;
class Repair {
    repaired = [];
    /** What was taken away, and its size. */
    evidence = [];
    environment;
    input;
    ports;
    report;
    leaseLost = false;
    /** By the store's name: whether an object can be put again where one was removed. */
    tried = new Map();
    failures = [];
    constructor(environment, input, ports, report) {
        this.environment = environment;
        this.input = input;
        this.ports = ports;
        this.report = report;
    }
    async run() {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { environment, input, ports, report } = this;
            this.checkConsent();
            const { log, signal } = ports;
            const name = environment.environment;
            const chosen = await report.phase('choose a backup', () => (0,choose_backup/* chooseBackup */.S)(ports.stores, name, input.backup, { log, signal, now: ports.clock.now() }));
            report.backupId = chosen.id;
            if (input.dryRun)
                return this.work(null);
            // Two repairs would take away what the other has just put there.
            const lease = repair_addDisposableResource(env_1, await (0,leases/* takeLease */._)(ports.stores, name, { exclusive: 'repair', why: 'put sound copies in the place of damaged ones' }, ports), true);
            const _using = repair_addDisposableResource(env_1, await (0,use_lease/* useBackup */.i)({ environment, backupId: chosen.id, why: 'repair it' }, ports, report), true);
            return await this.work(lease);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = repair_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    checkConsent() {
        const { environment, input, ports } = this;
        if (!environment.protected || input.dryRun)
            return;
        const missing = [
            ...(input.confirm === environment.environment ? [] : ['confirm is not the name of the environment']),
            ...((ports.run.reason ?? '').trim() === '' ? ['no reason is given'] : []),
        ];
        if (missing.length === 0)
            return;
        throw new domain_failure/* Failure */.HR('refused', `repair takes damaged objects away, and the environment is protected: ${missing.join('; ')}`, {
            hint: `Give the name and why: on a terminal --confirm ${environment.environment} --reason "…", in a job the inputs confirm and reason. To look first, make a dry run.`,
        });
    }
    /** @param lease null for a dry run */
    async work(lease) {
        const { environment, input, ports, report } = this;
        const { log, signal } = ports;
        const read = await (0,backups.readManifest)(ports.stores, environment.environment, report.backupId ?? '', {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log,
            signal,
        });
        const found = await report.phase('look for damage', () => findDamage(environment, read, input.level, ports));
        for (const { store, key, problem } of found.damaged)
            log.warning(`store ${store.name}: ${key} is ${problem}`);
        if (found.damaged.length > 0) {
            await report.phase(lease === null ? 'say what would be mended' : 'mend', async () => {
                // The manifest comes last: until then the store does not vouch for what is being mended.
                const isManifest = ({ key }) => key.endsWith('/manifest.json') || key.endsWith('.sig');
                const order = [...found.damaged].sort((a, b) => Number(isManifest(a)) - Number(isManifest(b)));
                for (const damaged of order)
                    await this.mend(damaged, read, found, lease);
            });
        }
        return this.conclude(found);
    }
    async mend(damaged, read, found, lease) {
        const { signal, log } = this.ports;
        signal.throwIfAborted();
        const { store, key, problem } = damaged;
        try {
            this.demandRightToJudge(damaged, read, found);
            if (lease === null)
                await this.demandSound(damaged, read, found);
            else
                await this.replace(damaged, read, found, lease);
            this.repaired.push(`${store.name} ${key}`);
            if (lease !== null)
                log.info(`store ${store.name}: ${key} is sound again`);
        }
        catch (error) {
            const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
            if (failure.kind === 'bug' || this.leaseLost)
                throw failure;
            this.failures.push({ damaged, failure });
            this.report.notice('warning', `store ${store.name}: ${key} stays ${problem}: ${failure.message}`);
        }
    }
    /**
     * Without a key nobody can tell which of two manifests is genuine: then nothing of a store is taken away by the word of
     * another store's manifest.
     */
    demandRightToJudge({ store, problem }, read, found) {
        if (problem === 'missing' || read.signed || found.sameManifest.has(store.name))
            return;
        throw new domain_failure/* Failure */.HR('refused', 'its own manifest differs, and no signature tells which one is genuine', {
            hint: 'Configure signing.backup, or look at both copies by hand and remove the wrong one.',
        });
    }
    /** @throws Failure as `replace` does when there is nothing to put in its place */
    async demandSound(damaged, read, found) {
        const wanted = this.lookedFor(damaged, found);
        if (wanted !== null)
            await (await fetchSound(wanted, this.ports)).close();
        else
            await this.sealedIdentity(damaged, read, found);
    }
    /** Where a sound copy of an artifact is looked for; null for what is no artifact. */
    lookedFor({ key, artifact, store }, found) {
        if (artifact === null)
            return null;
        const isSilent = (other) => found.unreachable.has(other.name);
        // The store itself comes last, for an older version of the object.
        const others = this.ports.stores.filter((other) => other.name !== store.name && !isSilent(other));
        return { key, artifact, from: [...others, store], whenLost: this.whenLost(found) };
    }
    /** As some store has it sound; null when the damaged object is another. */
    async sealedIdentity({ key }, { manifest }, found) {
        const { identityKey } = manifest;
        const folder = (0,layout/* backupFolder */.j0)(manifest.environment, manifest.id);
        if (identityKey === null || key !== (0,layout/* keyInside */.iy)(folder, identityKey))
            return null;
        const { stores } = this.ports;
        return (0,keyring/* readSealedIdentity */.hP)(manifest, identityKey, folder, stores, this.ports, this.whenLost(found));
    }
    whenLost(found) {
        return (0,lost_copy/* whenLost */.P)(this.environment.environment, [...found.unreachable.keys()]);
    }
    async replace(damaged, read, found, lease) {
        const { ports } = this;
        const { store, key, problem } = damaged;
        const keep = { retentionClass: read.manifest.retention.class };
        const isDamaged = problem === 'damaged';
        const allow = async () => {
            await this.demandRoomAgain(store);
            await lease.demand().catch((error) => {
                this.leaseLost = true;
                throw error;
            });
            const stat = await store.stat(key, ports.signal);
            this.evidence.push(`${store.name} ${key} ${stat?.size ?? 0} bytes`);
        };
        const wanted = this.lookedFor(damaged, found);
        if (wanted !== null) {
            await mendArtifact({ ...wanted, store, isDamaged, keep }, allow, ports);
            return;
        }
        const sealed = await this.sealedIdentity(damaged, read, found);
        if (sealed !== null) {
            if (isDamaged)
                await this.remove(store, key, allow);
            await (0,small_objects/* putOnce */.LA)(store, key, sealed, ports.signal, keep);
            return;
        }
        await this.replaceManifest(store, read, allow);
    }
    /**
     * Some stores with versions refuse to create an object where a delete marker lies. There the older version serves
     * readers as it is, and removing the newest one would gain nothing: so this is tried on an object of no worth.
     */
    demandRoomAgain(store) {
        const known = this.tried.get(store.name) ?? this.tryRoomAgain(store);
        this.tried.set(store.name, known);
        return known;
    }
    async tryRoomAgain(store) {
        const { random, signal } = this.ports;
        const name = Buffer.from(random.bytes(8)).toString('hex');
        const key = `${(0,layout/* leasesFolder */._5)(this.environment.environment)}probe-${name}`;
        const bytes = Buffer.from('a probe of lifeboat repair');
        await store.put(key, bytes, { signal });
        await store.remove(key, signal);
        try {
            await store.put(key, bytes, { signal });
        }
        catch (error) {
            const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
            if (failure.kind !== 'refused')
                throw failure;
            throw new domain_failure/* Failure */.HR('refused', `store ${store.name} does not take an object again where one was removed`, {
                hint: 'Nothing was removed: readers take the older version of the object. To make it the newest again, delete the damaged version by hand.',
                cause: failure,
            });
        }
        await store.remove(key, signal);
    }
    /** Both objects: whichever is wrong, the pair is what must fit. */
    async replaceManifest(store, read, allow) {
        const { signal } = this.ports;
        const { bytes, signature, manifest } = read;
        const key = (0,layout/* manifestKey */.Rn)(manifest.environment, manifest.id);
        const expected = new Map([
            [(0,layout/* signatureKey */.cx)(key), signature],
            [key, bytes],
        ]);
        for (const [one, right] of expected) {
            if (right === null)
                continue;
            const there = await (0,small_objects/* readWhole */.oD)(store, one, { signal });
            if (there !== null && !there.equals(right))
                await this.remove(store, one, allow);
        }
        const keep = { retentionClass: manifest.retention.class };
        await (0,signed_records/* putSigned */._V)(store, key, bytes, signature?.toString() ?? null, signal, keep);
    }
    async remove(store, key, allow) {
        await allow();
        await store.remove(key, this.ports.signal);
    }
    conclude(found) {
        const { report, input, ports } = this;
        const would = input.dryRun ? ' (dry run)' : '';
        report.fact('objects looked at', String(found.looked.objects), found.looked.objects, 'count');
        report.fact('bytes read', (0,units/* formatBytes */.z3)(found.looked.bytes), found.looked.bytes, 'bytes');
        report.fact('damaged or missing', String(found.damaged.length), found.damaged.length, 'count');
        report.fact('mended', `${this.repaired.length}${would}`, this.repaired.length, 'count');
        for (const store of ports.stores) {
            const left = this.leftIn(store, found);
            const unreachable = found.unreachable.get(store.name);
            report.copies.push({
                store: store.name,
                kind: store.kind,
                status: unreachable !== undefined ? 'unreachable' : left > 0 ? 'damaged' : 'complete',
                writeOnce: null,
                detail: unreachable?.message ??
                    (left > 0 ? `${(0,units/* counted */.hS)(left, 'object is', 'objects are')} damaged or missing` : null),
            });
        }
        for (const [store, failure] of found.unreachable) {
            report.notice('warning', `store ${store} was left out: ${failure.message}`);
        }
        const [first] = this.failures;
        if (first !== undefined) {
            const { kind, message, hint } = first.failure;
            return report.finish('failed', new domain_failure/* Failure */.HR(kind, `${(0,units/* counted */.hS)(this.failures.length, 'object')} could not be mended: ${message}`, {
                ...(hint === undefined ? {} : { hint }),
                cause: first.failure,
            }));
        }
        if (input.dryRun && found.damaged.length > 0)
            return report.finish('degraded', null);
        if (input.level === 'stored') {
            report.notice('notice', 'only sizes were looked at: whether the bytes are right was not tried');
        }
        const isLess = found.unreachable.size > 0 || input.level === 'stored';
        return report.finish(isLess ? 'degraded' : 'passed', null);
    }
    leftIn(store, found) {
        const all = found.damaged.filter((one) => one.store.name === store.name);
        return this.input.dryRun
            ? all.length
            : this.failures.filter(({ damaged }) => all.includes(damaged)).length;
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


/***/ })

};
