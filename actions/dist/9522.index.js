export const id = 9522;
export const ids = [9522];
export const modules = {

/***/ 16950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ proofFormat),
/* harmony export */   k_: () => (/* binding */ parseProof)
/* harmony export */ });
/* unused harmony export proofSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13603);
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

/***/ 98692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wi: () => (/* binding */ demandSealedIdentity),
  n$: () => (/* binding */ keyringFor),
  hP: () => (/* binding */ readSealedIdentity)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/vault/aes-sealing.js
var aes_sealing = __webpack_require__(59769);
// EXTERNAL MODULE: ./lib/vault/age-sealing.js
var age_sealing = __webpack_require__(77);
// EXTERNAL MODULE: ./lib/vault/artifact-reader.js
var artifact_reader = __webpack_require__(16410);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/digest.js
var digest = __webpack_require__(73522);
// EXTERNAL MODULE: ./lib/vault/keys.js
var keys = __webpack_require__(4466);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
;// CONCATENATED MODULE: ./lib/vault/sealing.js

/** For a backup that is not encrypted: nothing in it needs to be opened, and what says that it does is not of it. */
const nothingSealed = {
    open: () => {
        throw new domain_failure/* Failure */.HR('integrity', 'an artifact is sealed, although the backup says that it is not encrypted');
    },
};

// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
;// CONCATENATED MODULE: ./lib/operations/keyring.js










/**
 * What opens this backup, tried on its smallest artifact. A key that does not fit is a failed check.
 * @param stores those that have the backup
 */
async function keyringFor(manifest, folder, stores, ports, run) {
    const started = ports.clock.ticks();
    const check = (failure, status = failure === null ? 'passed' : 'failed') => run.check({
        rung: 'intact',
        name: 'key',
        status,
        detail: failure?.message ??
            (manifest.encryption === 'none' ? 'the backup is not encrypted' : 'the key opens the backup'),
        subjects: failure?.subjects ?? [],
        failure: status === 'failed' ? (failure?.kind ?? null) : null,
        ...(failure?.hint === undefined ? {} : { hint: failure.hint }),
        duration: Math.round(ports.clock.ticks() - started),
    });
    let opener = null;
    try {
        opener = await findOpener(manifest, folder, stores, ports);
        const smallest = manifest.sources
            .flatMap((source) => source.artifacts)
            .sort((a, b) => a.storedSize - b.storedSize)[0];
        if (smallest !== undefined) {
            const { spool, log, signal } = ports;
            const reader = (0,artifact_reader/* createArtifactReader */.G)({ stores, folder, opener, spool, log });
            for await (const _chunk of await reader.open(smallest, 'raw', signal))
                void _chunk;
        }
        check(null);
        return { opener, failure: null, keyIsWrong: false };
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        // That artifact is damaged or out of reach; whether the others are is found out with them.
        const keyIsWrong = failure.kind === 'access' || failure.kind === 'config';
        if (opener !== null && !keyIsWrong) {
            check(failure, 'skipped');
            return { opener, failure: null, keyIsWrong };
        }
        check(failure);
        return { opener: null, failure, keyIsWrong };
    }
}
async function findOpener(manifest, folder, stores, ports) {
    const { passphrase, identities } = ports.keys;
    const { encryption, identityKey } = manifest;
    if (encryption === 'none')
        return nothingSealed;
    if (encryption === 'passphrase-aes-256-gcm') {
        if (passphrase !== null)
            return (0,aes_sealing/* aesOpener */.dR)(passphrase);
    }
    else {
        if (passphrase !== null && identityKey !== null) {
            return (0,age_sealing/* ageOpener */.lb)([await readIdentity(manifest, identityKey, passphrase, folder, stores, ports)]);
        }
        // With a passphrase too: whoever has opened the sealed identity by hand may give what was in it.
        if (identities.length > 0)
            return (0,age_sealing/* ageOpener */.lb)(identities);
    }
    const sealedWith = encryption === 'recipients' ? 'age recipients' : 'a passphrase';
    throw new domain_failure/* Failure */.HR('config', `the backup is sealed with ${sealedWith}, and no key to open it was given`, {
        hint: encryption === 'recipients'
            ? 'Give an identity that opens it as LIFEBOAT_IDENTITY, or as the input identity or identity-file.'
            : 'Give the passphrase that the environment file names.',
    });
}
/** The identity of this backup that the passphrase opens. */
async function readIdentity(manifest, identityKey, passphrase, folder, stores, ports) {
    const sealed = await readSealedIdentity(manifest, identityKey, folder, stores, ports);
    const identity = await (0,age_sealing/* openPassphraseIdentity */.V9)(sealed, passphrase);
    if (!manifest.recipients.includes(await (0,keys/* recipientOf */.du)(identity))) {
        throw new domain_failure/* Failure */.HR('integrity', `${identityKey} holds the identity of another backup`);
    }
    return identity;
}
/** The identity as it is sealed with the passphrase, from the first store that has it as the manifest says. */
async function readSealedIdentity(manifest, identityKey, folder, stores, { log, signal }) {
    const { value } = await (0,copies/* fromFirstSoundCopy */.bL)(stores, (0,layout/* keyInside */.iy)(folder, identityKey), (store, version) => sealedIdentityIn(store, version, manifest, folder, signal), { damages: [], log, signal });
    return value;
}
/** The passphrase-sealed identity of a store is there, and is the manifest's. @throws Failure `missing` or `integrity` */
async function demandSealedIdentity(store, manifest, folder, signal) {
    if ((await sealedIdentityIn(store, undefined, manifest, folder, signal)) === null) {
        throw new domain_failure/* Failure */.HR('missing', `store ${store.name} has no ${manifest.identityKey}`);
    }
}
async function sealedIdentityIn(store, version, { identityKey, identitySha256 }, folder, signal) {
    const key = (0,layout/* keyInside */.iy)(folder, identityKey ?? '');
    const sealed = await (0,small_objects/* readWhole */.oD)(store, key, { signal, ...(version === undefined ? {} : { version }) });
    if (sealed !== null && identitySha256 !== undefined && (0,digest/* digestOf */.ol)(sealed).sha256 !== identitySha256) {
        throw new domain_failure/* Failure */.HR('integrity', `${key} is damaged: its SHA-256 is not the one in the manifest`);
    }
    return sealed;
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
    deploy: ['backup', 'verify', 'retention', 'restore'],
    drill: ['verify', 'restore'],
};
const anyRole = ['backup', 'verify', 'retention', 'restore'];
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

/***/ 99522:
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
// EXTERNAL MODULE: ./lib/vault/artifact-checks.js
var artifact_checks = __webpack_require__(97588);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/vault/artifact-stages.js
var artifact_stages = __webpack_require__(5354);
// EXTERNAL MODULE: ./lib/vault/fan-out.js
var fan_out = __webpack_require__(85160);
;// CONCATENATED MODULE: ./lib/vault/copy-artifact.js





/**
 * Copies one artifact to stores that lack it, reading it once for all of them. The bytes pass on as they come, and are held
 * to the manifest on their way: as a store shows an object only when its stream has ended well, none ever shows a damaged
 * one. Where a copy breaks off or turns out to be damaged, the next one is read from its beginning.
 * @throws Failure when there is no sound copy; `cancelled`
 */
async function copyArtifact({ from, to, key, artifact, keep }, { log, signal }) {
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
                    failures.set(target.name, (0,domain_failure/* asFailure */.h_)(error));
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
    }, { damages, size: artifact.storedSize, log, signal });
    (0,copies/* throwIfCancelled */.dZ)(signal);
    return { failures, damages };
}

// EXTERNAL MODULE: ./lib/vault/recovery-guide.js
var recovery_guide = __webpack_require__(18608);
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
 * @param targets those of them that shall have it
 * @throws Failure when no store has a manifest to be believed, or no sound copy of an artifact
 */
async function copyBackup(environment, id, { stores, targets, dryRun }, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const request = { environment, backupId: id, why: 'copy it to other stores', stores };
        const lease = __addDisposableResource(env_1, dryRun ? null : await (0,use_lease/* useBackup */.i)(request, ports, run), true);
        const copy = new BackupCopy(environment, id, stores, ports, run);
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
    ports;
    run;
    folder;
    /** Keys and sizes, by the store's name. */
    holdings = new Map();
    found = null;
    constructor(environment, id, stores, ports, run) {
        this.environment = environment;
        this.stores = stores;
        this.ports = ports;
        this.run = run;
        this.folder = (0,layout/* backupFolder */.j0)(environment.environment, id);
        this.outcome = { id, whole: new Set(), brought: [], objects: 0, bytes: 0, failures: new Map() };
    }
    /** Lists the folder anew: another run may have been at work since the stores were compared. */
    async look() {
        const { signal, log } = this.ports;
        await Promise.all(this.stores.map(async (store) => {
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
        this.found = await (0,backups/* readManifest */.WI)(holders, name, this.outcome.id, trust);
        for (const store of this.stores)
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
        await (0,concurrency/* inParallel */.H)(this.artifacts(), atOnce, (one) => this.bringArtifact(one, this.sound(behind), found));
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
            const { failures, damages } = await copyArtifact({ from, to, key, artifact, keep }, this.ports);
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
                const sealed = await (0,keyring/* readSealedIdentity */.hP)(manifest, identityKey, this.folder, this.stores, this.ports);
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
        return new domain_failure/* Failure */.HR('integrity', `${key} is there already, and is not what it should be`, {
            hint: 'lifeboat repair sets it aside and puts a sound copy in its place, with the keeper role’s credentials.',
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

// EXTERNAL MODULE: ./lib/vault/digest.js
var digest = __webpack_require__(73522);
// EXTERNAL MODULE: ./lib/vault/ledger-read.js
var ledger_read = __webpack_require__(79416);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
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
            const read = await (0,ledger_read/* readEvent */.j)(store, name, id, signal, (type) => (0,trusted_keys/* trustedKeys */.Q)(environment, type));
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
    let report;
    try {
        report = await replication.run();
    }
    catch (error) {
        report = run.fail(error);
    }
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
            await report.phase('copy backups', () => (0,concurrency/* inParallel */.H)(backups, backupsAtOnce, (group) => this.bringBackup(group)));
        }
        if (records.length > 0 && !this.input.dryRun) {
            await report.phase('copy proofs and ledger', () => (0,concurrency/* inParallel */.H)(records, recordsAtOnce, (group) => this.bringRecord(group)));
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
            const outcome = await copyBackup(this.environment, backupId, { stores, targets, dryRun }, this.ports, this.report);
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

/***/ 97588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ verifyCopies),
/* harmony export */   w: () => (/* binding */ statCopies)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5354);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46979);
/* harmony import */ var _fan_out_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85160);






/** Whether every store has the object, with the manifest's size. */
function statCopies(stores, key, artifact, signal) {
    return Promise.all(stores.map((store) => judge(store, signal, async () => {
        const object = await store.stat(key, signal);
        if (object === null)
            throw (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .absent */ .Ge)(store, key);
        if (object.size !== artifact.storedSize) {
            throw (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(key, `it has ${object.size} bytes, not ${artifact.storedSize}`);
        }
    })));
}
/** Reads every store's copy whole. @throws Failure `access` when the key does not open what is sound */
async function verifyCopies(stores, key, artifact, opener, signal) {
    const wrongKeys = [];
    const states = await Promise.all(stores.map((store) => judge(store, signal, async () => {
        const wrongKey = await verifyCopy(store, key, artifact, opener, signal);
        if (wrongKey !== null)
            wrongKeys.push(wrongKey);
    })));
    if (wrongKeys[0] !== undefined)
        throw wrongKeys[0];
    return states;
}
/** @returns the failure of the opening when it is the key's fault, else null. @throws Failure when the copy is bad */
async function verifyCopy(store, key, artifact, opener, signal) {
    const body = await store.get(key, { signal });
    if (body === null)
        throw (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .absent */ .Ge)(store, key);
    // Side by side: a damaged header looks like a wrong key, and only the digest of all bytes tells one from the other.
    const fan = new _fan_out_js__WEBPACK_IMPORTED_MODULE_5__/* .FanOut */ .C(() => Promise.resolve());
    const canOpen = !artifact.encrypted || opener !== null;
    const opening = canOpen ? openToNothing(fan.branch(), artifact, opener, key) : Promise.resolve(null);
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)([body, new _artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .SizeLimit */ .Zp(key, artifact), (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .storedCheck */ .i7)(key, artifact), fan], { signal });
    }
    finally {
        await opening;
    }
    const failure = await opening;
    if (failure !== null && failure.kind !== 'access')
        throw failure;
    return failure;
}
async function openToNothing(body, artifact, opener, key) {
    const nothing = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({ highWaterMark: bufferSize, write: (_chunk, _encoding, done) => done() });
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)([body, ...(0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .unsealing */ .Tj)(artifact, opener, key), nothing]);
        return null;
    }
    catch (error) {
        body.destroy();
        return (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .named */ .KT)(key, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(error));
    }
}
async function judge(store, signal, look) {
    try {
        await look();
        return { store: store.name, state: 'sound', failure: null };
    }
    catch (error) {
        const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .failureOfCopy */ .N2)(error, signal);
        return { store: store.name, state: (0,_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .problemOf */ .Zw)(failure), failure };
    }
}
const bufferSize = 262_144;


/***/ }),

/***/ 16410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createArtifactReader)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _artifact_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97588);
/* harmony import */ var _artifact_stages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5354);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(109);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92880);
/* harmony import */ var _spool_artifact_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14221);









function createArtifactReader(options) {
    const { stores, folder, opener, spool, log } = options;
    const damages = [];
    return {
        damages,
        async open(artifact, form, signal) {
            const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .keyInside */ .iy)(folder, artifact.key);
            const { value: file } = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_6__/* .fromFirstSoundCopy */ .bL)(stores, key, (store, version) => (0,_spool_artifact_js__WEBPACK_IMPORTED_MODULE_8__/* .spoolArtifact */ .Y)(store, key, version, artifact, spool, signal), { damages, size: artifact.storedSize, log, signal });
            return unpack(file, artifact, form, opener, key, signal);
        },
        statAll: async (artifact, signal) => (0,_artifact_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .statCopies */ .w)(stores, (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .keyInside */ .iy)(folder, artifact.key), artifact, signal),
        verifyArtifact: async (artifact, signal) => (0,_artifact_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyCopies */ .J)(stores, (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .keyInside */ .iy)(folder, artifact.key), artifact, opener, signal),
    };
}
/** The checked file's bytes, opened and unpacked as asked; their digest is held to the manifest at the end. */
function unpack(file, artifact, form, opener, key, signal) {
    const stored = file.createReadStream({ start: 0, autoClose: true, highWaterMark: bufferSize });
    const outlet = new Outlet(key);
    let stages;
    try {
        stages = (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .unsealing */ .Tj)(artifact, opener, key);
    }
    catch (error) {
        stored.destroy();
        throw error;
    }
    if (form === 'plain' && artifact.compressedBy === 'pg_dump')
        stages.push((0,_compression_js__WEBPACK_IMPORTED_MODULE_5__/* .decompress */ .mF)());
    // Its outcome is the outlet's: every error is handed on to the last stream.
    void (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)([stored, ...stages, outlet], { signal }).catch(() => undefined);
    return outlet;
}
/** The end of a reading: whatever went wrong before it comes out as a Failure that names the artifact. */
class Outlet extends node_stream__WEBPACK_IMPORTED_MODULE_0__.PassThrough {
    key;
    constructor(key) {
        super({ highWaterMark: bufferSize });
        this.key = key;
    }
    // Here rather than in _destroy, since whoever begins to listen later is told what was given to destroy.
    destroy(error) {
        return super.destroy(error ? (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .named */ .KT)(this.key, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(error)) : undefined);
    }
}
const bufferSize = 262_144;


/***/ }),

/***/ 5354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   Tj: () => (/* binding */ unsealing),
/* harmony export */   Zp: () => (/* binding */ SizeLimit),
/* harmony export */   i7: () => (/* binding */ storedCheck),
/* harmony export */   qM: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(109);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73522);




/** What an artifact's bytes pass through on their way back; shared by reading and checking. */
/** From the stored bytes to those that the source gave, with the check of the latter. */
function unsealing(artifact, opener, key) {
    const stages = [];
    if (artifact.encrypted) {
        if (opener === null)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('access', `${key} is sealed, and no key to open it was given`);
        stages.push(opener.open());
    }
    if (artifact.compressedBy === 'lifeboat')
        stages.push((0,_compression_js__WEBPACK_IMPORTED_MODULE_2__/* .decompress */ .mF)());
    stages.push(new _digest_js__WEBPACK_IMPORTED_MODULE_3__/* .DigestTap */ .Ey((digest) => {
        if (digest.size !== artifact.plainSize ||
            (artifact.plainSha256 !== null && digest.sha256 !== artifact.plainSha256)) {
            throw damaged(key, 'what it holds is not what the manifest says');
        }
    }));
    return stages;
}
/** Holds the stored bytes to the manifest, once all have passed. */
function storedCheck(key, artifact) {
    return new _digest_js__WEBPACK_IMPORTED_MODULE_3__/* .DigestTap */ .Ey((digest) => {
        if (digest.size !== artifact.storedSize) {
            throw damaged(key, `it has ${digest.size} bytes, not ${artifact.storedSize}`);
        }
        if (digest.sha256 !== artifact.sha256)
            throw damaged(key, 'its SHA-256 is not the one in the manifest');
    });
}
/** Stops at more bytes than the manifest says, so that an inflated object cannot fill the disk. */
class SizeLimit extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
    constructor(key, artifact) {
        let size = 0;
        super({
            readableHighWaterMark: bufferSize,
            writableHighWaterMark: bufferSize,
            transform: (chunk, _encoding, callback) => {
                size += chunk.length;
                if (size <= artifact.storedSize)
                    callback(null, chunk);
                else
                    callback(damaged(key, `it has more than ${artifact.storedSize} bytes`));
            },
        });
    }
}
function absent(store, key) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('missing', `store ${store.name} has no ${key}`);
}
function damaged(key, how) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `${key} is damaged: ${how}`);
}
/** The failure with the artifact's key in its message. */
function named(key, failure) {
    if (failure.kind === 'cancelled' || failure.message.includes(key))
        return failure;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(failure.kind, `${key}: ${failure.message}`, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        subjects: failure.subjects,
        cause: failure,
    });
}
const bufferSize = 262_144;


/***/ }),

/***/ 79416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ listEvents),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93991);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14375);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52782);








/** Looks at the whole ledger. @throws Failure when no store could be asked */
async function listEvents(stores, environment, { log, signal }) {
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerFolder */ .G0)(environment), signal)) {
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLedgerKey */ .Wg)(environment, key);
                if (id !== null)
                    holders.set(id, [...(holders.get(id) ?? []), store]);
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
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
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerKey */ .lj)(environment, id);
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .readWhole */ .oD)(store, key, { signal }, _ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .largestEvent */ .j$);
    if (bytes === null)
        return null;
    const event = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLedgerEvent */ .fK)(bytes.toString());
    if (event.id !== id || event.environment !== environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the event at the place of ${id} is another`);
    }
    const keys = keysFor(event.type);
    const trust = keys === null ? null : await untrusted(store, key, bytes, keys, (0,_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .eventComment */ .gd)(environment, id), signal);
    return { event, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes).sha256, trust };
}
async function untrusted(store, key, bytes, keys, comment, signal) {
    const signature = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .signatureKey */ .cx)(key), { signal }, 65_536);
    if (signature === null)
        return 'it is not signed';
    let why = 'its signature does not hold';
    for (const publicKey of keys) {
        try {
            (0,_signing_js__WEBPACK_IMPORTED_MODULE_6__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
            return null;
        }
        catch (error) {
            why = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal).message;
        }
    }
    return why;
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

/***/ 14221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ spoolArtifact)
});

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/vault/artifact-stages.js
var artifact_stages = __webpack_require__(5354);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/vault/spool.js






/** Room on disk for bytes that must be checked whole before any of them is used. */
/**
 * A file without a name: it is gone when its handle closes, however the process ends, and nobody else can open it
 * between the check of its bytes and their use. @throws Failure `capacity`
 */
async function openNameless(folder) {
    const path = (0,external_node_path_.join)(folder, `artifact-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        const file = await (0,external_node_fs_promises_.open)(path, 'wx+', 0o600);
        await (0,external_node_fs_promises_.unlink)(path);
        return file;
    }
    catch (cause) {
        throw new failure/* Failure */.HR('capacity', 'no file could be made in the spool folder', {
            cause,
            hint: "See that the runner's folder for temporary files (RUNNER_TEMP) exists, is writable and has room.",
        });
    }
}
/** Writes from the file's start, and leaves the handle open. */
function writeTo(file) {
    let position = 0;
    const write = async (chunks) => {
        let left = chunks.reduce((size, chunk) => size + chunk.length, 0);
        let queue = chunks;
        while (left > 0) {
            const { bytesWritten } = await file.writev(queue, position);
            position += bytesWritten;
            left -= bytesWritten;
            queue = withoutFirst(queue, bytesWritten);
        }
    };
    const writeChunks = (0,external_node_util_.callbackify)(write);
    return new external_node_stream_.Writable({
        highWaterMark: bufferSize,
        write: (chunk, _encoding, callback) => writeChunks([chunk], callback),
        writev: (chunks, callback) => writeChunks(chunks.map((item) => item.chunk), callback),
    });
}
function withoutFirst(chunks, count) {
    let left = count;
    const rest = [];
    for (const chunk of chunks) {
        if (left >= chunk.length)
            left -= chunk.length;
        else {
            rest.push(left === 0 ? chunk : chunk.subarray(left));
            left = 0;
        }
    }
    return rest;
}
const bufferSize = 262_144;

;// CONCATENATED MODULE: ./lib/vault/spool-artifact.js



/** Downloads one copy whole and holds it to the manifest. Resolves null when there is none. */
async function spoolArtifact(store, key, version, artifact, spool, signal) {
    const body = await store.get(key, { signal, ...(version === undefined ? {} : { version }) });
    if (body === null)
        return null;
    let file;
    try {
        file = await openNameless(spool);
    }
    catch (error) {
        body.destroy();
        throw error;
    }
    try {
        await (0,promises_.pipeline)([body, new artifact_stages/* SizeLimit */.Zp(key, artifact), (0,artifact_stages/* storedCheck */.i7)(key, artifact), writeTo(file)], {
            signal,
        });
        return file;
    }
    catch (error) {
        await file.close();
        throw error;
    }
}


/***/ })

};
