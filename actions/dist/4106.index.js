export const id = 4106;
export const ids = [4106,1886];
export const modules = {

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

/***/ 91745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ copyBackup)
});

// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/vault/artifact-checks.js
var artifact_checks = __webpack_require__(97588);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/vault/artifact-stages.js
var artifact_stages = __webpack_require__(5354);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/fan-out.js
var fan_out = __webpack_require__(85160);
;// CONCATENATED MODULE: ./lib/vault/copy-artifact.js





/**
 * Copies one artifact to stores that lack it, reading it once for all of them. The bytes pass on as they come, and are held
 * to the manifest on their way: as a store shows an object only when its stream has ended well, none ever shows a damaged
 * one. Where a copy breaks off or turns out to be damaged, the next one is read from its beginning.
 * @throws Failure when there is no sound copy; `cancelled`
 */
async function copyArtifact({ from, to, key, artifact, keep, whenLost }, { log, signal }) {
    const failures = new Map();
    const damages = [];
    await (0,copies/* fromFirstSoundCopy */.bL)(from, key, async (store, version) => {
        const targets = to.filter((target) => !failures.has(target.name));
        if (targets.length === 0)
            return true;
        const body = await store.get(key, { signal, ...(version === undefined ? {} : { version }) });
        if (body === null)
            return null;
        const fan = new fan_out/* FanOut */.C(async () => void (await Promise.all(puts)));
        const puts = targets.map(async (target) => {
            const branch = fan.branch();
            try {
                await target.put(key, branch, { ...keep, atMost: artifact.storedSize, signal });
            }
            catch (error) {
                // When the reading was given up, that is no fault of the store that was to take it.
                if (!fan.destroyed && !signal.aborted)
                    failures.set(target.name, (0,failure/* asFailure */.h_)(error));
            }
            finally {
                branch.destroy();
            }
        });
        try {
            await (0,promises_.pipeline)([body, new artifact_stages/* SizeLimit */.Zp(key, artifact), (0,artifact_stages/* storedCheck */.i7)(key, artifact), fan], { signal });
        }
        finally {
            // Only when every put has given up is it certain that none becomes visible after this.
            await Promise.all(puts);
        }
        return true;
    }, { damages, size: artifact.storedSize, whenLost, log, signal });
    (0,copies/* throwIfCancelled */.dZ)(signal);
    return { failures, damages };
}

// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/recovery-guide.js + 1 modules
var recovery_guide = __webpack_require__(65068);
// EXTERNAL MODULE: ./lib/vault/signed-records.js
var signed_records = __webpack_require__(27441);
// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
// EXTERNAL MODULE: ./lib/operations/backup/confirm.js
var backup_confirm = __webpack_require__(92885);
// EXTERNAL MODULE: ./lib/operations/keyring.js + 1 modules
var keyring = __webpack_require__(98692);
// EXTERNAL MODULE: ./lib/operations/leases/use-lease.js
var use_lease = __webpack_require__(95408);
// EXTERNAL MODULE: ./lib/operations/lost-copy.js
var lost_copy = __webpack_require__(43058);
;// CONCATENATED MODULE: ./lib/operations/replicate/copy-backup.js
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














/** Artifacts copied at once. */
const atOnce = 4;
/**
 * Brings one backup to the stores that lack something of it: artifacts, what belongs to them, the signature, and the
 * manifest last, so that a run that is killed leaves no half backup and the next one goes on where it stopped.
 * @param stores all that answer, in the environment's order; they are read
 * @param targets those that shall have it; one that is not among `stores` is never read
 * @throws Failure when no store has a manifest to be believed, or no sound copy of an artifact
 */
async function copyBackup(environment, id, { stores, targets, dryRun }, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const request = { environment, backupId: id, why: 'copy it to other stores', stores };
        const lease = __addDisposableResource(env_1, dryRun ? null : await (0,use_lease/* useBackup */.i)(request, ports, run), true);
        const copy = new BackupCopy(environment, id, { stores, targets }, ports, run);
        await copy.look();
        const behind = targets.filter((store) => copy.isBehind(store));
        if (dryRun)
            copy.wouldBring(behind);
        else if (behind.length > 0)
            await copy.bring(behind, async () => lease?.demand());
        return copy.outcome;
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
class BackupCopy {
    outcome;
    environment;
    stores;
    /** With those that are only written. */
    all;
    ports;
    run;
    folder;
    /** Keys and sizes, by the store's name. */
    holdings = new Map();
    found = null;
    constructor(environment, id, { stores, targets }, ports, run) {
        this.environment = environment;
        this.stores = stores;
        this.all = [...new Set([...stores, ...targets])];
        this.ports = ports;
        this.run = run;
        this.folder = (0,layout/* backupFolder */.j0)(environment.environment, id);
        this.outcome = { id, whole: new Set(), brought: [], objects: 0, bytes: 0, failures: new Map() };
    }
    /** Lists the folder anew: another run may have been at work since the stores were compared. */
    async look() {
        const { signal, log } = this.ports;
        await Promise.all(this.all.map(async (store) => {
            try {
                const holding = new Map();
                for await (const { key, size } of store.list(this.folder, signal))
                    holding.set(key, size);
                this.holdings.set(store.name, holding);
            }
            catch (error) {
                this.fail(store, error);
            }
        }));
        const { environment: name, signing, protected: isProtected } = this.environment;
        const holders = this.stores.filter((store) => this.holding(store).has((0,layout/* manifestKey */.Rn)(name, this.outcome.id)));
        // Retention has had its turn since the stores were compared: there is no such backup any more.
        if (holders.length === 0)
            return;
        const trust = { publicKey: signing.backup ?? null, protected: isProtected, log, signal };
        this.found = await (0,backups.readManifest)(holders, name, this.outcome.id, trust);
        for (const store of this.all)
            if (!this.isBehind(store))
                this.outcome.whole.add(store.name);
    }
    isBehind(store) {
        if (this.found === null || !this.holdings.has(store.name))
            return false;
        return (this.artifacts().some(({ key, artifact }) => this.sizeIn(store, key) !== artifact.storedSize) ||
            this.smallKeys(this.found).some((key) => this.sizeIn(store, key) === undefined) ||
            this.sizeIn(store, this.manifestKey) !== this.found.bytes.length);
    }
    wouldBring(behind) {
        for (const store of behind) {
            const lacking = this.artifacts().filter(({ key }) => this.sizeIn(store, key) === undefined);
            this.outcome.objects += lacking.length;
            this.outcome.bytes += lacking.reduce((sum, { artifact }) => sum + artifact.storedSize, 0);
            this.outcome.brought.push(store.name);
        }
    }
    /** @param demand makes sure that retention has still been told; before the manifests */
    async bring(behind, demand) {
        const found = this.found;
        if (found === null)
            return;
        for (const store of behind)
            this.checkSizes(store, found);
        await (0,concurrency/* inParallel */.HN)(this.artifacts(), atOnce, (one) => this.bringArtifact(one, this.sound(behind), found));
        await Promise.all(this.sound(behind).map((store) => this.bringSmallObjects(store, found)));
        const { manifest } = found;
        const { confirmed, failures } = await (0,backup_confirm/* confirmCopies */.I)(this.sound(behind), this.folder, manifest.sources, this.ports, this.run);
        for (const [name, failure] of failures)
            this.outcome.failures.set(name, failure);
        if (confirmed.length === 0)
            return;
        await demand();
        const signature = await this.signatureOf(found);
        await Promise.all(confirmed.map((store) => this.bringManifest(store, found, signature)));
    }
    /** What is there in another size is damaged, and only `repair` may take it away. */
    checkSizes(store, { bytes }) {
        const expected = [
            ...this.artifacts().map(({ key, artifact }) => [key, artifact.storedSize]),
            [this.manifestKey, bytes.length],
        ];
        const [wrong] = expected.filter(([key, size]) => (this.sizeIn(store, key) ?? size) !== size);
        if (wrong !== undefined)
            this.outcome.failures.set(store.name, this.damaged(wrong[0]));
    }
    async bringArtifact({ key, artifact }, targets, { manifest }) {
        const looksSound = (store) => this.sizeIn(store, key) === artifact.storedSize;
        // Behind these the others, which may still have an older version of it.
        const from = [...this.stores].sort((a, b) => Number(looksSound(b)) - Number(looksSound(a)));
        const to = targets.filter((store) => this.sizeIn(store, key) === undefined);
        const taken = [];
        if (to.length > 0) {
            const keep = { retentionClass: manifest.retention.class };
            const { failures, damages } = await copyArtifact({ from, to, key, artifact, keep, whenLost: this.whenLost() }, this.ports);
            for (const store of to) {
                const failure = failures.get(store.name);
                // Another run was faster; what it put there is looked at like any leftover.
                if (failure?.kind === 'refused')
                    taken.push(store);
                else if (failure !== undefined)
                    this.fail(store, failure);
                else {
                    this.outcome.objects += 1;
                    this.outcome.bytes += artifact.storedSize;
                    this.holding(store).set(key, artifact.storedSize);
                }
            }
            for (const damage of damages) {
                this.run.notice('warning', `store ${damage.store}: ${damage.key} is ${damage.problem}; see lifeboat repair`);
                this.outcome.whole.delete(damage.store);
            }
        }
        // A run that was killed left it: its size is right, and its bytes are read before a manifest vouches for them.
        const leftovers = targets.filter((store) => !to.includes(store) && this.sizeIn(store, this.manifestKey) === undefined);
        await this.checkLeftovers([...leftovers, ...taken], key, artifact);
    }
    async checkLeftovers(stores, key, artifact) {
        if (stores.length === 0)
            return;
        for (const { store, failure } of await (0,artifact_checks/* verifyCopies */.J)(stores, key, artifact, null, this.ports.signal)) {
            if (failure === null)
                continue;
            this.outcome.failures.set(store, failure.kind === 'integrity' ? this.damaged(key) : failure);
        }
    }
    async bringSmallObjects(store, { manifest }) {
        const { signal } = this.ports;
        const keep = { retentionClass: manifest.retention.class };
        try {
            const { identityKey } = manifest;
            if (identityKey !== null && !this.isComplete(store, (0,layout/* keyInside */.iy)(this.folder, identityKey))) {
                const sealed = await (0,keyring/* readSealedIdentity */.hP)(manifest, identityKey, this.folder, this.stores, this.ports, this.whenLost());
                await (0,small_objects/* putOnce */.LA)(store, (0,layout/* keyInside */.iy)(this.folder, identityKey), sealed, signal, keep);
                this.outcome.objects += 1;
            }
            // Nobody signs the page, so it is written anew from the manifest, which somebody has.
            if (this.sizeIn(store, this.pageKey) === undefined) {
                await (0,small_objects/* putOnce */.LA)(store, this.pageKey, Buffer.from((0,recovery_guide/* backupRecoveryGuide */.C)(manifest)), signal, keep);
                this.outcome.objects += 1;
            }
        }
        catch (error) {
            this.fail(store, error);
        }
    }
    async bringManifest(store, found, signature) {
        const { bytes, manifest } = found;
        const keep = { retentionClass: manifest.retention.class };
        try {
            const text = signature === null ? null : signature.toString();
            await (0,signed_records/* putSigned */._V)(store, this.manifestKey, bytes, text, this.ports.signal, keep);
            this.outcome.whole.add(store.name);
            this.outcome.brought.push(store.name);
        }
        catch (error) {
            this.fail(store, error);
        }
    }
    /** As it was checked; where no key is configured, as it stands beside the manifest. */
    async signatureOf(found) {
        if (found.signature !== null)
            return found.signature;
        const store = this.stores.find(({ name }) => name === found.store);
        const { signal } = this.ports;
        return store === undefined ? null : (0,small_objects/* readWhole */.oD)(store, (0,layout/* signatureKey */.cx)(this.manifestKey), { signal }, 65_536);
    }
    artifacts() {
        return (this.found?.manifest.sources ?? [])
            .flatMap((source) => source.artifacts)
            .map((artifact) => ({ key: (0,layout/* keyInside */.iy)(this.folder, artifact.key), artifact }));
    }
    /** What belongs to it besides artifacts and manifest. */
    smallKeys({ manifest, signed, store }) {
        const signature = (0,layout/* signatureKey */.cx)(this.manifestKey);
        const isSigned = signed || this.holdings.get(store)?.has(signature) === true;
        return [
            this.pageKey,
            ...(manifest.identityKey === null ? [] : [(0,layout/* keyInside */.iy)(this.folder, manifest.identityKey)]),
            ...(isSigned ? [signature] : []),
        ];
    }
    whenLost() {
        const silent = this.ports.stores.filter(({ name }) => !this.holdings.has(name));
        return (0,lost_copy/* whenLost */.P)(this.environment.environment, silent.map(({ name }) => name));
    }
    get manifestKey() {
        return (0,layout/* manifestKey */.Rn)(this.environment.environment, this.outcome.id);
    }
    get pageKey() {
        return (0,layout/* backupRecoveryKey */.b8)(this.environment.environment, this.outcome.id);
    }
    /** It is there, and a manifest vouches for it: what a killed run left is held to what it should be. */
    isComplete(store, key) {
        return this.sizeIn(store, key) !== undefined && this.sizeIn(store, this.manifestKey) !== undefined;
    }
    holding(store) {
        return this.holdings.get(store.name) ?? new Map();
    }
    sizeIn(store, key) {
        return this.holding(store).get(key);
    }
    /** Those that can still get it whole. */
    sound(stores) {
        return stores.filter((store) => !this.outcome.failures.has(store.name));
    }
    damaged(key) {
        return new failure/* Failure */.HR('integrity', `${key} is there already, and is not what it should be`, {
            hint: '`lifeboat repair` puts a sound copy in its place, with the credentials of the keeper and of the restorer together.',
        });
    }
    fail(store, error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, this.ports.signal);
        if (failure.kind === 'bug')
            throw failure;
        if (!this.outcome.failures.has(store.name))
            this.outcome.failures.set(store.name, failure);
    }
}


/***/ }),

/***/ 64106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  replicate: () => (/* binding */ replicate)
});

// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/marker.js + 1 modules
var marker = __webpack_require__(96298);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
;// CONCATENATED MODULE: ./lib/vault/store-comparison.js


/** @throws Failure when no store could be listed */
async function compareStores(stores, environment, context) {
    const unreachable = new Map();
    for (;;) {
        const rest = stores.filter((store) => !unreachable.has(store.name));
        const before = unreachable.size;
        const comparison = await compareThese(rest, environment, context, unreachable);
        const [failure] = unreachable.values();
        if (failure !== undefined && unreachable.size === stores.length)
            throw failure;
        // What a store listed before it broke off says nothing about the rest: the others are compared once more.
        if (unreachable.size === before)
            return { ...comparison, unreachable };
    }
}
async function compareThese(stores, environment, context, unreachable) {
    const lasting = stores.filter((store) => !store.ephemeral).length;
    const differing = [];
    const alike = { backup: 0, proof: 0, event: 0 };
    const cursors = stores.map((store) => new Cursor(store, environment, context));
    const advance = (moving) => Promise.all(moving.map((cursor) => cursor.advance().catch((error) => {
        const failure = (0,copies/* failureOfCopy */.N2)(error, context.signal);
        unreachable.set(cursor.store.name, failure);
        context.log.warning(`store ${cursor.store.name} could not be listed: ${failure.message}`);
    })));
    const failedBefore = unreachable.size;
    await advance(cursors);
    while (unreachable.size === failedBefore) {
        const first = cursors.flatMap(({ group }) => group?.place ?? []).sort()[0];
        if (first === undefined)
            break;
        const holders = cursors.filter(({ group }) => group?.place === first);
        const group = groupOf(holders);
        if (group !== null && isAlike(holders, lasting))
            alike[group.kind] += 1;
        else if (group !== null)
            differing.push(group);
        await advance(holders);
    }
    await Promise.all(cursors.map((cursor) => cursor.close()));
    return { differing, alike };
}
/** Reads one store's listing, group by group. */
class Cursor {
    /** Null at the end. */
    group = null;
    store;
    environment;
    objects;
    next = null;
    hasBegun = false;
    constructor(store, environment, { signal }) {
        this.store = store;
        this.environment = environment;
        this.objects = store.list(`${environment}/`, signal)[Symbol.asyncIterator]();
    }
    async advance() {
        this.group = null;
        if (!this.hasBegun)
            await this.step();
        this.hasBegun = true;
        if (this.next === null)
            return;
        const { place } = this.next;
        const holding = new Map();
        while (this.next !== null && this.next.place.place === place.place) {
            holding.set(this.next.object.key, this.next.object.size);
            await this.step();
        }
        this.group = { ...place, holding };
    }
    async close() {
        await this.objects.return?.();
    }
    async step() {
        for (;;) {
            const result = await this.objects.next();
            if (result.done === true) {
                this.next = null;
                return;
            }
            const place = placeOf(this.environment, result.value.key);
            if (place === null)
                continue;
            this.next = { place, object: result.value };
            return;
        }
    }
}
/** What an object belongs to; null for leases, and for whatever Lifeboat did not write. */
function placeOf(environment, key) {
    const inBackup = (0,layout/* parseBackupKey */.lG)(environment, key);
    if (inBackup !== null) {
        return { kind: 'backup', place: key.slice(0, -inBackup.name.length), backupId: inBackup.id };
    }
    const record = key.endsWith('.sig') ? key.slice(0, -'.sig'.length) : key;
    const proof = (0,layout/* parseProofKey */.rZ)(environment, record);
    if (proof !== null)
        return { kind: 'proof', place: record, backupId: proof.backupId };
    return (0,layout/* parseLedgerKey */.Wg)(environment, record) === null
        ? null
        : { kind: 'event', place: record, backupId: null };
}
/** Null when nobody has its manifest, or only a signature: then it is of a run that is under way or was cut short. */
function groupOf(cursors) {
    const group = cursors[0]?.group;
    if (group === null || group === undefined)
        return null;
    const { kind, place, backupId } = group;
    const record = kind === 'backup' ? `${place}manifest.json` : place;
    const holders = cursors.filter((cursor) => cursor.group?.holding.has(record) === true);
    return holders.length === 0
        ? null
        : { kind, place, backupId, holders: holders.map(({ store }) => store.name) };
}
/** Whether every store that lasts has it, and the same. */
function isAlike(cursors, lasting) {
    const groups = cursors.flatMap(({ store, group }) => (store.ephemeral || group === null ? [] : [group]));
    if (groups.length < lasting)
        return false;
    const [first, ...others] = groups.map(({ holding }) => holding);
    const place = groups[0]?.place ?? '';
    // Whoever copies a backup writes its page anew, in the words of that day.
    const page = `${place}RECOVERY.md`;
    return others.every((other) => other.size === first?.size &&
        [...other].every(([key, size]) => (key === page ? first.has(key) : first.get(key) === size)));
}

// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/replicate/copy-backup.js + 1 modules
var copy_backup = __webpack_require__(91745);
// EXTERNAL MODULE: ./lib/vault/digest.js
var digest = __webpack_require__(73522);
// EXTERNAL MODULE: ./lib/vault/ledger-read.js
var ledger_read = __webpack_require__(79416);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/vault/signed-records.js
var signed_records = __webpack_require__(27441);
// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
// EXTERNAL MODULE: ./lib/operations/ledger/trusted-keys.js
var trusted_keys = __webpack_require__(1886);
;// CONCATENATED MODULE: ./lib/operations/replicate/copy-records.js









/**
 * Copies a proof or an event of the ledger, with its signature, to stores that lack it; only what can be believed.
 * @returns why a store did not take it, by its name
 * @throws Failure when no store has one to be believed
 */
async function copyRecord(environment, group, { holders, targets }, ports) {
    const { signal } = ports;
    const key = group.place;
    const { bytes, signature } = await (group.kind === 'proof'
        ? soundProof(environment, key, holders, ports)
        : soundEvent(environment, key, holders, ports));
    const failures = await (0,copies/* inEachStore */.mK)(targets, async (store) => {
        // What is there already is compared with these bytes, and is not written again.
        await (0,signed_records/* putSigned */._V)(store, key, bytes, signature?.toString() ?? null, signal);
    });
    (0,copies/* throwIfCancelled */.dZ)(signal);
    return failures;
}
async function soundProof(environment, key, holders, { log, signal }) {
    const { signing, protected: isProtected } = environment;
    const trust = { publicKey: signing.verify ?? null, protected: isProtected, log, signal };
    const read = await (0,proofs/* readProof */.r$)(holders, environment.environment, key, trust);
    const holder = holders.find(({ name }) => name === read.store);
    const signature = read.signature ??
        (holder === undefined ? null : await (0,small_objects/* readWhole */.oD)(holder, (0,layout/* signatureKey */.cx)(key), { signal }, 65_536));
    return { bytes: read.bytes, signature };
}
async function soundEvent(environment, key, holders, { signal }) {
    const name = environment.environment;
    const id = (0,layout/* parseLedgerKey */.Wg)(name, key) ?? '';
    let failure = new domain_failure/* Failure */.HR('missing', `no store has ${key}`);
    for (const store of holders) {
        try {
            const read = await (0,ledger_read/* readEvent */.j)(store, name, id, signal, (type) => (0,trusted_keys.trustedKeys)(environment, type));
            if (read === null)
                continue;
            if (read.trust !== null)
                throw new domain_failure/* Failure */.HR('integrity', `${key} cannot be believed: ${read.trust}`);
            const bytes = await (0,small_objects/* readWhole */.oD)(store, key, { signal });
            if (bytes === null || (0,digest/* digestOf */.ol)(bytes).sha256 !== read.sha256)
                continue;
            return { bytes, signature: await (0,small_objects/* readWhole */.oD)(store, (0,layout/* signatureKey */.cx)(key), { signal }, 65_536) };
        }
        catch (error) {
            failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        }
    }
    throw failure;
}

;// CONCATENATED MODULE: ./lib/operations/replicate/replicate.js










/** Backups brought at once, each with several artifacts. */
const backupsAtOnce = 2;
const recordsAtOnce = 8;
/** Brings stores that lag behind up to date: only what is missing, checked on its way. Expected troubles end in the report. */
async function replicate(environment, input, ports) {
    const run = new run_report/* RunReport */.e('replicate', environment.environment, ports);
    const replication = new Replication(environment, input, ports, run);
    const report = await run.ending(() => replication.run());
    const { copied, objects, bytes } = replication;
    // A run that had nothing to do did nothing that the ledger would have to tell.
    if (!input.dryRun && (objects > 0 || report.verdict === 'failed')) {
        await (0,record/* recordEvent */.y)(ports, environment, {
            type: 'replicate',
            outcome: (0,record/* outcomeOf */.s)(report),
            backupId: null,
            details: { backups: copied.length, objects, bytes },
        });
    }
    return { report, copied };
}
class Replication {
    copied = [];
    objects = 0;
    bytes = 0;
    environment;
    input;
    ports;
    report;
    /** Stores that take no further part, by name, and why. */
    givenUp = new Map();
    /** What went wrong, besides whole stores. */
    troubles = [];
    /** How many backups each store has whole. */
    whole = new Map();
    /** Backups with fewer lasting copies than are wanted. */
    tooFew = 0;
    constructor(environment, input, ports, report) {
        this.environment = environment;
        this.input = input;
        this.ports = ports;
        this.report = report;
    }
    async run() {
        const { environment, ports, report } = this;
        const compared = await report.phase('compare', () => compareStores(ports.stores, environment.environment, ports));
        for (const [store, failure] of compared.unreachable) {
            this.givenUp.set(store, failure);
            report.notice('warning', `store ${store} was left out: ${failure.message}`);
        }
        this.countAlike(compared);
        const backups = compared.differing.filter(({ kind }) => kind === 'backup').reverse();
        const records = compared.differing.filter(({ kind }) => kind !== 'backup');
        if (backups.length > 0) {
            await report.phase('copy backups', () => (0,concurrency/* inParallel */.HN)(backups, backupsAtOnce, (group) => this.bringBackup(group)));
        }
        if (records.length > 0 && !this.input.dryRun) {
            await report.phase('copy proofs and ledger', () => (0,concurrency/* inParallel */.HN)(records, recordsAtOnce, (group) => this.bringRecord(group)));
        }
        this.copied.sort().reverse();
        return this.conclude(compared.alike.backup + backups.length);
    }
    countAlike({ alike }) {
        const stores = this.answering();
        for (const store of stores)
            this.whole.set(store.name, alike.backup);
        const lasting = stores.filter((store) => !store.ephemeral).length;
        if (lasting < this.wanted)
            this.tooFew += alike.backup;
    }
    async bringBackup({ backupId }) {
        if (backupId === null)
            return;
        this.ports.signal.throwIfAborted();
        const stores = this.answering();
        const targets = this.targets();
        const { dryRun } = this.input;
        try {
            if (!dryRun)
                await this.markOnce(targets);
            const outcome = await (0,copy_backup/* copyBackup */.U)(this.environment, backupId, { stores, targets, dryRun }, this.ports, this.report);
            this.objects += outcome.objects;
            this.bytes += outcome.bytes;
            for (const [name, failure] of outcome.failures)
                this.note(name, failure, backupId);
            for (const name of outcome.whole)
                this.whole.set(name, (this.whole.get(name) ?? 0) + 1);
            if (outcome.brought.length > 0) {
                this.copied.push(backupId);
                this.ports.log.info(`${backupId} ${dryRun ? 'lacks in' : 'brought to'} ${outcome.brought.join(', ')}`);
            }
            const lasting = stores.filter((store) => !store.ephemeral && outcome.whole.has(store.name)).length;
            const isGone = outcome.whole.size + outcome.failures.size + outcome.brought.length === 0;
            if (lasting < this.wanted && !isGone)
                this.tooFew += 1;
        }
        catch (error) {
            this.trouble(error, backupId);
            this.tooFew += 1;
        }
    }
    async bringRecord(group) {
        this.ports.signal.throwIfAborted();
        const holders = this.answering().filter((store) => group.holders.includes(store.name));
        // Also those that have it: without its signature, perhaps.
        const targets = this.targets();
        try {
            await this.markOnce(targets);
            const failures = await copyRecord(this.environment, group, { holders, targets }, this.ports);
            const got = targets.filter(({ name }) => !group.holders.includes(name) && !failures.has(name));
            this.objects += got.length;
            for (const [name, failure] of failures)
                this.note(name, failure, group.place);
        }
        catch (error) {
            this.trouble(error, group.place);
        }
    }
    note(store, failure, what) {
        // Whoever does not answer once would make every further object wait as long.
        const isOfStore = ['unavailable', 'access', 'capacity'].includes(failure.kind);
        if (isOfStore && !this.givenUp.has(store)) {
            this.givenUp.set(store, failure);
            this.report.notice('warning', `store ${store} takes no further part: ${failure.message}`);
        }
        else if (!isOfStore) {
            this.troubles.push(failure);
            this.report.notice('warning', `store ${store}, ${what}: ${failure.message}`, failure.subjects);
            if (failure.hint !== undefined && !this.report.next.includes(failure.hint)) {
                this.report.next.push(failure.hint);
            }
        }
    }
    /** What no store has in a form to be believed is not copied, and the rest has its turn. */
    trouble(error, what) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, this.ports.signal);
        if (failure.kind === 'bug')
            throw failure;
        this.troubles.push(failure);
        this.report.notice('warning', `${what} was not copied: ${failure.message}`, failure.subjects);
    }
    answering() {
        return this.ports.stores.filter((store) => !this.givenUp.has(store.name));
    }
    /** What goes away with the machine is not worth filling. */
    targets() {
        return this.answering().filter((store) => !store.ephemeral);
    }
    marking = null;
    /** A new store says what it is before anything else lies in it. */
    markOnce(targets) {
        return (this.marking ??= (0,marker/* markStores */.W)(targets, this.ports));
    }
    get wanted() {
        const durable = this.ports.stores.filter((store) => !store.ephemeral).length;
        return Math.min(this.environment.minimumCopies, durable);
    }
    conclude(backups) {
        const { report, input } = this;
        const would = input.dryRun ? ' (dry run)' : '';
        report.fact('backups', String(backups), backups, 'count');
        report.fact('brought up to date', `${this.copied.length}${would}`, this.copied.length, 'count');
        report.fact('objects copied', `${this.objects}${would}`, this.objects, 'count');
        report.fact('bytes copied', `${(0,units/* formatBytes */.z3)(this.bytes)}${would}`, this.bytes, 'bytes');
        for (const store of this.ports.stores) {
            const has = this.whole.get(store.name) ?? 0;
            const failure = this.givenUp.get(store.name);
            report.copies.push({
                store: store.name,
                kind: store.kind,
                status: failure !== undefined
                    ? 'unreachable'
                    : store.ephemeral
                        ? 'ephemeral'
                        : has === backups
                            ? 'complete'
                            : 'incomplete',
                writeOnce: null,
                detail: failure?.message ?? (store.ephemeral ? null : `has ${has} of ${backups} backups whole`),
            });
        }
        const worst = [...this.givenUp.values(), ...this.troubles][0];
        if (this.tooFew > 0 && !input.dryRun) {
            const message = `${(0,units/* counted */.hS)(this.tooFew, 'backup has', 'backups have')} fewer copies than minimum-copies asks for (${this.wanted})`;
            const hint = worst?.hint;
            return report.finish('failed', new domain_failure/* Failure */.HR(worst?.kind ?? 'objective', worst === undefined ? message : `${message}: ${worst.message}`, {
                ...(hint === undefined ? {} : { hint }),
                cause: worst,
            }));
        }
        const behind = this.targets().some((store) => this.whole.get(store.name) !== backups);
        const isLess = worst !== undefined || (behind && !input.dryRun);
        return report.finish(isLess ? 'degraded' : 'passed', null);
    }
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


/***/ })

};
