export const id = 673;
export const ids = [673];
export const modules = {

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
/* harmony export */   k_: () => (/* binding */ parseProof)
/* harmony export */ });
/* unused harmony export proofSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13603);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75141);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);




/** What a restore test found, as stored beside the backup. Times are ISO 8601 UTC, spans milliseconds, sizes bytes. */
const proofFormat = 1;
const verdict = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed']);
const proofSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(proofFormat),
    backupId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Digest of the manifest's bytes, so that a proof speaks of one manifest only. */
    manifestSha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    level: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .rungs */ .W2),
    verdict,
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    actor: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    /** A time measured on a laboratory server is no real RTO; only a drill or a real restore has one. */
    rtoBasis: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('laboratory'),
    isolation: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['full', 'uid', 'network', 'none']),
    hardware: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ cpu: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), cores: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(), memory: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr() }),
    /** `laboratory`: from choosing a backup to an analysed database; `estimate`: for the real target, plus allowances. */
    rto: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
        laboratory: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
        estimate: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullable(),
    }),
    rpo: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
        measured: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().nullable(),
    }),
    signed: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    checks: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        rung: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .rungs */ .W2),
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed', 'skipped']),
        detail: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        subjects: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        failure: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(Object.keys(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKinds */ .cV))
            .nullable(),
        duration: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    })),
    tables: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        source: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullable(),
        bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nullable(),
        status: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        note: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    })),
});
/** @throws Failure as `parseManifest` does */
function parseProof(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, proofSchema, 'proof');
}


/***/ }),

/***/ 53673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/objectives.js
var domain_objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/domain/proof.js
var domain_proof = __webpack_require__(16950);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var domain_verdict = __webpack_require__(75141);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/vault/compression.js + 1 modules
var compression = __webpack_require__(109);
// EXTERNAL MODULE: ./lib/vault/digest.js
var digest = __webpack_require__(73522);
// EXTERNAL MODULE: ./lib/vault/sealing.js + 1 modules
var sealing = __webpack_require__(65079);
;// CONCATENATED MODULE: ./lib/vault/artifact-stages.js





/** What an artifact's bytes pass through on their way back; shared by reading and checking. */
/** From the stored bytes to those that the source gave, with the check of the latter. */
function unsealing(artifact, identities, key) {
    const stages = [];
    if (artifact.encrypted)
        stages.push((0,sealing/* openSealed */.j5)(identities));
    if (artifact.compressedBy === 'lifeboat')
        stages.push((0,compression/* decompress */.mF)());
    stages.push(new digest/* DigestTap */.Ey((digest) => {
        if (digest.size !== artifact.plainSize ||
            (artifact.plainSha256 !== null && digest.sha256 !== artifact.plainSha256)) {
            throw damaged(key, 'what it holds is not what the manifest says');
        }
    }));
    return stages;
}
/** Holds the stored bytes to the manifest, once all have passed. */
function storedCheck(key, artifact) {
    return new digest/* DigestTap */.Ey((digest) => {
        if (digest.size !== artifact.storedSize) {
            throw damaged(key, `it has ${digest.size} bytes, not ${artifact.storedSize}`);
        }
        if (digest.sha256 !== artifact.sha256)
            throw damaged(key, 'its SHA-256 is not the one in the manifest');
    });
}
/** Stops at more bytes than the manifest says, so that an inflated object cannot fill the disk. */
class SizeLimit extends external_node_stream_.Transform {
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
    return new domain_failure/* Failure */.HR('missing', `store ${store.name} has no ${key}`);
}
function damaged(key, how) {
    return new domain_failure/* Failure */.HR('integrity', `${key} is damaged: ${how}`);
}
/** The failure with the artifact's key in its message. */
function named(key, failure) {
    if (failure.kind === 'cancelled' || failure.message.includes(key))
        return failure;
    return new domain_failure/* Failure */.HR(failure.kind, `${key}: ${failure.message}`, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        subjects: failure.subjects,
        cause: failure,
    });
}
const bufferSize = 262_144;

// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/fan-out.js
var fan_out = __webpack_require__(85160);
;// CONCATENATED MODULE: ./lib/vault/artifact-checks.js






/** Whether every store has the object, with the manifest's size. */
function statCopies(stores, key, artifact, signal) {
    return Promise.all(stores.map((store) => judge(store, signal, async () => {
        const object = await store.stat(key, signal);
        if (object === null)
            throw absent(store, key);
        if (object.size !== artifact.storedSize) {
            throw damaged(key, `it has ${object.size} bytes, not ${artifact.storedSize}`);
        }
    })));
}
/** Reads every store's copy whole. @throws Failure `access` when the identities do not open what is sound */
async function verifyCopies(stores, key, artifact, identities, signal) {
    const wrongKeys = [];
    const states = await Promise.all(stores.map((store) => judge(store, signal, async () => {
        const wrongKey = await verifyCopy(store, key, artifact, identities, signal);
        if (wrongKey !== null)
            wrongKeys.push(wrongKey);
    })));
    if (wrongKeys[0] !== undefined)
        throw wrongKeys[0];
    return states;
}
/** @returns the failure of the opening when it is the identities' fault, else null. @throws Failure when the copy is bad */
async function verifyCopy(store, key, artifact, identities, signal) {
    const body = await store.get(key, { signal });
    if (body === null)
        throw absent(store, key);
    // Side by side: a damaged header looks like a wrong key, and only the digest of all bytes tells one from the other.
    const fan = new fan_out/* FanOut */.C(() => Promise.resolve());
    const canOpen = !artifact.encrypted || identities.length > 0;
    const opening = canOpen ? openToNothing(fan.branch(), artifact, identities, key) : Promise.resolve(null);
    try {
        await (0,promises_.pipeline)([body, new SizeLimit(key, artifact), storedCheck(key, artifact), fan], { signal });
    }
    finally {
        await opening;
    }
    const failure = await opening;
    if (failure !== null && failure.kind !== 'access')
        throw failure;
    return failure;
}
async function openToNothing(body, artifact, identities, key) {
    const nothing = new external_node_stream_.Writable({ highWaterMark: artifact_checks_bufferSize, write: (_chunk, _encoding, done) => done() });
    try {
        await (0,promises_.pipeline)([body, ...unsealing(artifact, identities, key), nothing]);
        return null;
    }
    catch (error) {
        body.destroy();
        return named(key, (0,domain_failure/* asFailure */.h_)(error));
    }
}
async function judge(store, signal, look) {
    try {
        await look();
        return { store: store.name, state: 'sound', failure: null };
    }
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
        return { store: store.name, state: (0,copies/* problemOf */.Zw)(failure), failure };
    }
}
const artifact_checks_bufferSize = 262_144;

// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
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
        throw new domain_failure/* Failure */.HR('capacity', 'no file could be made in the spool folder', {
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
        highWaterMark: spool_bufferSize,
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
const spool_bufferSize = 262_144;

;// CONCATENATED MODULE: ./lib/vault/artifact-reader.js









function createArtifactReader(options) {
    const { stores, folder, identities, spool, log } = options;
    const damages = [];
    return {
        damages,
        async open(artifact, form, signal) {
            const key = (0,layout/* keyInside */.iy)(folder, artifact.key);
            const { value: file } = await (0,copies/* fromFirstSoundCopy */.bL)(stores, key, (store, version) => spoolCopy(store, key, version, artifact, spool, signal), { damages, size: artifact.storedSize, log, signal });
            return unpack(file, artifact, form, identities, key, signal);
        },
        statAll: async (artifact, signal) => statCopies(stores, (0,layout/* keyInside */.iy)(folder, artifact.key), artifact, signal),
        verifyArtifact: async (artifact, signal) => verifyCopies(stores, (0,layout/* keyInside */.iy)(folder, artifact.key), artifact, identities, signal),
    };
}
/** Downloads one copy and holds it to the manifest. Resolves null when there is none. */
async function spoolCopy(store, key, version, artifact, spool, signal) {
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
        await (0,promises_.pipeline)([body, new SizeLimit(key, artifact), storedCheck(key, artifact), writeTo(file)], {
            signal,
        });
        return file;
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** The checked file's bytes, opened and unpacked as asked; their digest is held to the manifest at the end. */
function unpack(file, artifact, form, identities, key, signal) {
    const stored = file.createReadStream({ start: 0, autoClose: true, highWaterMark: artifact_reader_bufferSize });
    const outlet = new Outlet(key);
    let stages;
    try {
        stages = unsealing(artifact, identities, key);
    }
    catch (error) {
        stored.destroy();
        throw error;
    }
    if (form === 'plain' && artifact.compressedBy === 'pg_dump')
        stages.push((0,compression/* decompress */.mF)());
    // Its outcome is the outlet's: every error is handed on to the last stream.
    void (0,promises_.pipeline)([stored, ...stages, outlet], { signal }).catch(() => undefined);
    return outlet;
}
/** The end of a reading: whatever went wrong before it comes out as a Failure that names the artifact. */
class Outlet extends external_node_stream_.PassThrough {
    key;
    constructor(key) {
        super({ highWaterMark: artifact_reader_bufferSize });
        this.key = key;
    }
    // Here rather than in _destroy, since whoever begins to listen later is told what was given to destroy.
    destroy(error) {
        return super.destroy(error ? named(this.key, (0,domain_failure/* asFailure */.h_)(error)) : undefined);
    }
}
const artifact_reader_bufferSize = 262_144;

// EXTERNAL MODULE: ./lib/vault/backups.js
var vault_backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
;// CONCATENATED MODULE: ./lib/vault/choose-backup.js





/**
 * Finds the backup that a person means: an id, `latest`, or a date or time: the last backup made at or before it (a date
 * alone is its first moment; without a zone it is UTC).
 * @throws Failure `missing`, naming what is nearest; `config` when the selector is none of these
 */
async function chooseBackup(stores, environment, selector, context) {
    const wanted = parseSelector(selector);
    const listing = await (0,vault_backups/* listBackups */.Cw)(stores, environment, context);
    const { backups, unreachable } = listing;
    // An id from the future was not made by us, or by a clock that is wrong: it must not stand for the latest.
    const believable = backups.filter((backup) => 'id' in wanted || backup.at <= context.now + toleratedSkew);
    if (believable.length < backups.length) {
        context.log.warning(`${backups.length - believable.length} backup(s) bear a time in the future and are passed over`);
    }
    const found = believable.find((backup) => isWanted(backup, selector, wanted));
    if (found !== undefined)
        return { ...found, unreachable };
    const id = (0,backup_id/* parseBackupId */.JN)(selector);
    if (id !== null) {
        const hidden = await storesWithOlderVersion(stores, environment, selector, context.signal);
        if (hidden.length > 0)
            return { id: selector, ...id, stores: hidden, unreachable };
    }
    throw notFound(environment, selector, wanted, listing);
}
/** How far the clocks of machines may be apart. */
const toleratedSkew = 10 * 60_000;
function parseSelector(selector) {
    if (selector === 'latest')
        return { newest: true };
    const id = (0,backup_id/* parseBackupId */.JN)(selector);
    if (id !== null)
        return { id: id.at };
    const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(selector);
    const moment = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? 'Z'}`);
    if (Number.isNaN(moment)) {
        throw new domain_failure/* Failure */.HR('config', `${JSON.stringify(selector)} names no backup`, {
            hint: 'Accepted: latest, an id as lifeboat list prints it, a date such as 2026-11-21, or a time such as 2026-11-21T10:15:00Z.',
        });
    }
    return { before: moment };
}
function isWanted(backup, selector, wanted) {
    if ('newest' in wanted)
        return true;
    return 'id' in wanted ? backup.id === selector : backup.at <= wanted.before;
}
/** A manifest hidden by a delete marker is not listed; a store that keeps versions can still serve it. */
async function storesWithOlderVersion(stores, environment, id, signal) {
    const names = [];
    for (const store of stores) {
        try {
            if ((await store.versions((0,layout/* manifestKey */.Rn)(environment, id), signal)).length > 0)
                names.push(store.name);
        }
        catch (error) {
            (0,copies/* failureOfCopy */.N2)(error, signal);
        }
    }
    return names;
}
function notFound(environment, selector, wanted, { backups, unreachable }) {
    const silent = unreachable.size === 0 ? '' : ` Stores that did not answer: ${[...unreachable.keys()].join(', ')}.`;
    if (backups.length === 0) {
        return new domain_failure/* Failure */.HR('missing', `there is no backup of ${environment} yet`, {
            hint: `Make one: lifeboat backup --environment ${environment}.${silent}`,
        });
    }
    const moment = 'newest' in wanted ? 0 : 'id' in wanted ? wanted.id : wanted.before;
    const nearest = [...backups]
        .sort((a, b) => Math.abs(a.at - moment) - Math.abs(b.at - moment))
        .slice(0, 3)
        .map((backup) => backup.id);
    const message = 'before' in wanted
        ? `there is no backup of ${environment} at or before ${selector}`
        : `there is no backup ${selector} of ${environment}`;
    return new domain_failure/* Failure */.HR('missing', message, { hint: `Nearest: ${nearest.join(', ')}.${silent}` });
}

// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
// EXTERNAL MODULE: ./lib/vault/keys.js
var vault_keys = __webpack_require__(4466);
// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
;// CONCATENATED MODULE: ./lib/operations/verify/identities.js








/**
 * The age identities that open this backup, tried on its smallest artifact. A wrong key is a failed check, and null.
 * @param stores those that have the backup
 */
async function identitiesFor(manifest, folder, stores, ports, run) {
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
    let identities = null;
    try {
        identities = await findIdentities(manifest, folder, stores, ports);
        const smallest = manifest.sources
            .flatMap((source) => source.artifacts)
            .sort((a, b) => a.storedSize - b.storedSize)[0];
        if (smallest !== undefined) {
            const { spool, log, signal } = ports;
            const reader = createArtifactReader({ stores, folder, identities, spool, log });
            for await (const _chunk of await reader.open(smallest, 'raw', signal))
                void _chunk;
        }
        check(null);
        return identities;
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        // That artifact is damaged or out of reach; whether the others are is found out with them.
        if (identities !== null && failure.kind !== 'access' && failure.kind !== 'config') {
            check(failure, 'skipped');
            return identities;
        }
        check(failure);
        return null;
    }
}
async function findIdentities(manifest, folder, stores, { keys, log, signal }) {
    if (manifest.encryption === 'none')
        return [];
    if (manifest.encryption === 'recipients' || manifest.identityKey === null || keys.passphrase === null) {
        if (keys.identities.length > 0)
            return keys.identities;
        throw new domain_failure/* Failure */.HR('config', `the backup is sealed with ${manifest.encryption === 'recipients' ? 'age recipients' : 'a passphrase'}, and no key to open it was given`, {
            hint: manifest.encryption === 'recipients'
                ? 'Give the verification identity as LIFEBOAT_IDENTITY, or as the input identity or identity-file.'
                : 'Give the passphrase that the environment file names.',
        });
    }
    const { value: sealed } = await (0,copies/* fromFirstSoundCopy */.bL)(stores, (0,layout/* keyInside */.iy)(folder, manifest.identityKey), (store, version) => readSealedIdentity(store, version, manifest, folder, signal), { damages: [], log, signal });
    const identity = await (0,sealing/* openPassphraseIdentity */.V9)(sealed, keys.passphrase);
    if (!manifest.recipients.includes(await (0,vault_keys/* recipientOf */.du)(identity))) {
        throw new domain_failure/* Failure */.HR('integrity', `${manifest.identityKey} holds the identity of another backup`);
    }
    return [identity];
}
/** The passphrase-sealed identity of a store is there, and is the manifest's. @throws Failure `missing` or `integrity` */
async function demandSealedIdentity(store, manifest, folder, signal) {
    if ((await readSealedIdentity(store, undefined, manifest, folder, signal)) === null) {
        throw new domain_failure/* Failure */.HR('missing', `store ${store.name} has no ${manifest.identityKey}`);
    }
}
async function readSealedIdentity(store, version, { identityKey, identitySha256 }, folder, signal) {
    const key = (0,layout/* keyInside */.iy)(folder, identityKey ?? '');
    const sealed = await (0,small_objects/* readWhole */.oD)(store, key, { signal, ...(version === undefined ? {} : { version }) });
    if (sealed !== null && identitySha256 !== undefined && (0,digest/* digestOf */.ol)(sealed).sha256 !== identitySha256) {
        throw new domain_failure/* Failure */.HR('integrity', `${key} is damaged: its SHA-256 is not the one in the manifest`);
    }
    return sealed;
}

;// CONCATENATED MODULE: ./lib/operations/verify/copy-checks.js




/** How many artifacts are asked for, or read, at once. */
const concurrency = 4;
/** The rungs `stored` and `intact`: every copy of every artifact, in every store. */
class CopyChecks {
    context;
    /** Keys of artifacts that the rehearsal has read whole from a sound copy. */
    read = new Set();
    /** Names of stores that do not have the backup at all. */
    absent = new Set();
    states = new Map();
    constructor(context) {
        this.context = context;
        for (const store of context.ports.stores) {
            const copy = {
                store: store.name,
                kind: store.kind,
                status: store.ephemeral ? 'ephemeral' : 'complete',
                writeOnce: context.manifest.stores.find((known) => known.name === store.name)?.writeOnce ?? null,
                detail: null,
            };
            this.states.set(store.name, copy);
            context.run.copies.push(copy);
        }
    }
    /** The stores that have the backup. */
    present() {
        return this.context.ports.stores.filter((store) => !this.absent.has(store.name));
    }
    get artifacts() {
        return this.context.manifest.sources.flatMap((source) => source.artifacts);
    }
    /** Every object is there, with its size; and every store has the manifest. */
    async proveStored() {
        const { ports, environment, manifest, folder } = this.context;
        const started = ports.clock.ticks();
        const bad = new Set();
        for (const store of ports.stores) {
            try {
                const own = await (0,vault_backups/* readManifest */.WI)([store], environment.environment, manifest.id, {
                    publicKey: environment.signing.backup ?? null,
                    protected: environment.protected,
                    log: ports.log,
                    signal: ports.signal,
                });
                if (own.sha256 !== this.context.sha256) {
                    throw new domain_failure/* Failure */.HR('integrity', 'it has another manifest of this backup than the first store');
                }
                for (const { key, failure } of own.damages) {
                    bad.add(store.name);
                    this.fail(rungOf(failure), store.name, key.slice(folder.length), failure);
                }
            }
            catch (error) {
                const failure = this.expected(error);
                bad.add(store.name);
                // Without its manifest a store does not have the backup, whatever else lies there.
                if (failure.kind === 'missing')
                    this.absent.add(store.name);
                this.fail(rungOf(failure), store.name, 'manifest.json', failure);
            }
        }
        for (const store of manifest.identityKey === null ? [] : this.present()) {
            try {
                await demandSealedIdentity(store, manifest, folder, ports.signal);
            }
            catch (error) {
                const failure = this.expected(error);
                bad.add(store.name);
                this.fail(rungOf(failure), store.name, manifest.identityKey ?? '', failure);
            }
        }
        const stores = this.present();
        const reader = createArtifactReader({
            stores,
            folder,
            identities: [],
            spool: ports.spool,
            log: ports.log,
        });
        await this.each(this.artifacts, async (artifact) => {
            for (const state of await reader.statAll(artifact, ports.signal)) {
                if (state.failure === null)
                    continue;
                bad.add(state.store);
                this.fail('stored', state.store, artifact.key, state.failure);
            }
        });
        const sound = this.present().filter((store) => !bad.has(store.name));
        if (sound.length > 0) {
            this.pass('stored', 'objects', `all ${this.artifacts.length} artifacts and the manifest are in ${names(sound)}`, ports.clock.ticks() - started);
        }
    }
    recordSignature(read) {
        const { environment, run } = this.context;
        if (read.signed && environment.signing.backup !== undefined)
            this.pass('intact', 'signature', 'the manifest’s signature holds', 0);
        else
            run.notice('notice', 'the origin of the backup is not proven: signing.backup is not configured');
    }
    /** A reader that remembers what was read, so that it need not be read again. */
    watched(reader) {
        return {
            open: async (artifact, form, signal) => {
                const opened = await reader.open(artifact, form, signal);
                opened.once('end', () => this.read.add(artifact.key));
                return opened;
            },
        };
    }
    /** The bytes of every copy: digest, and decryption. What the rehearsal has read from the first store is not read again. */
    async proveIntact(reader, identities) {
        const { ports, folder } = this.context;
        const started = ports.clock.ticks();
        const bad = new Set();
        const report = (store, key, failure) => {
            bad.add(store);
            this.fail('intact', store, key, failure);
        };
        const first = ports.stores[0];
        const readFromFirst = new Set(this.read);
        const seen = new Set();
        for (const damage of reader.damages) {
            const key = damage.key.slice(folder.length);
            if (damage.store === first?.name)
                readFromFirst.add(key);
            if (seen.has(`${damage.store} ${key}`))
                continue;
            seen.add(`${damage.store} ${key}`);
            report(damage.store, key, damage.failure);
        }
        await this.each(this.artifacts, async (artifact) => {
            const stores = this.present().filter((store) => (store !== first || !readFromFirst.has(artifact.key)) && !seen.has(`${store.name} ${artifact.key}`));
            if (stores.length === 0)
                return;
            const checking = createArtifactReader({
                stores,
                folder,
                identities,
                spool: ports.spool,
                log: ports.log,
            });
            let states;
            try {
                states = await checking.verifyArtifact(artifact, ports.signal);
            }
            catch (error) {
                const failure = this.expected(error);
                for (const store of stores)
                    report(store.name, artifact.key, failure);
                return;
            }
            for (const state of states)
                if (state.failure !== null)
                    report(state.store, artifact.key, state.failure);
        });
        const sound = this.present().filter((store) => !bad.has(store.name));
        if (sound.length > 0) {
            const size = this.artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0);
            this.pass('intact', 'copies', `every byte of ${this.artifacts.length} artifacts (${size} bytes) is as stored, in ${names(sound)}`, ports.clock.ticks() - started);
        }
    }
    async each(artifacts, work) {
        const queue = artifacts.values();
        const worker = async () => {
            for (const artifact of queue) {
                this.context.ports.signal.throwIfAborted();
                await work(artifact);
            }
        };
        await Promise.all(Array.from({ length: concurrency }, worker));
    }
    expected(error) {
        this.context.ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        return failure;
    }
    pass(rung, name, detail, duration) {
        this.context.run.check({
            rung,
            name,
            status: 'passed',
            detail,
            subjects: [],
            failure: null,
            duration: Math.round(duration),
        });
    }
    adviceFor(store) {
        const others = this.context.ports.stores.filter((other) => other.name !== store);
        return others.length === 0
            ? 'There is no other copy of this backup: make a new backup now. If the store keeps older versions of objects, look for one.'
            : `Copy the object from ${names(others)} if it is sound there, and find out what happened in ${store}.`;
    }
    fail(rung, store, key, failure) {
        const copy = this.states.get(store);
        if (copy !== undefined) {
            const status = failure.kind === 'missing' ? 'incomplete' : failure.kind === 'integrity' ? 'damaged' : 'unreachable';
            if (copy.status !== 'damaged')
                copy.status = status;
            copy.detail ??= `${key}: ${failure.message}`;
        }
        this.context.run.check({
            rung,
            name: `copy in ${store}`,
            status: 'failed',
            detail: `${key}: ${failure.message}`,
            subjects: failure.subjects,
            failure: failure.kind,
            hint: failure.hint ?? this.adviceFor(store),
            duration: 0,
        });
    }
}
/** Bytes that are there, but are not the right ones, are a matter of the rung above. */
function rungOf(failure) {
    return failure.kind === 'integrity' ? 'intact' : 'stored';
}
function names(stores) {
    return stores.map((store) => store.name).join(', ');
}

;// CONCATENATED MODULE: ./lib/operations/verify/verdict.js

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
        return new domain_failure/* Failure */.HR(kindOf(worst), `${worst.rung}: ${worst.name}: ${worst.detail}${others}`, {
            subjects: worst.subjects,
            ...(worst.hint === undefined ? {} : { hint: worst.hint }),
        });
    }
    const missed = objectives.find((objective) => objective.met === false);
    if (missed !== undefined) {
        return new domain_failure/* Failure */.HR('objective', `the ${missed.name} was missed: ${missed.basis}`, {
            hint: missed.name === 'RTO'
                ? 'Give the restore more cores or a faster disk, or promise a longer RTO.'
                : 'Back up more often.',
        });
    }
    return new domain_failure/* Failure */.HR('objective', 'no check that reads restored data has passed');
}

;// CONCATENATED MODULE: ./lib/operations/verify/verify.js
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
 * Restores a backup into a throwaway server, proves it rung by rung and stores the proof beside it. Expected troubles
 * end in the report.
 */
async function verify(environment, input, ports) {
    const run = new run_report/* RunReport */.e('verify-restore', environment.environment, ports);
    let proof = null;
    try {
        (0,signing_keys/* checkSigningKey */.J)(environment, 'verify', ports.keys.signing);
        const { read, choosing } = await choose(environment, input, ports, run);
        const rehearsal = await climb(environment, input.level, read, ports, run);
        const verdict = verify_judge(environment, input.level, rehearsal, choosing, run);
        if (keyDidNotFit(run)) {
            run.notice('notice', 'no proof is written: a key that does not fit says nothing about the backup');
        }
        else {
            proof = await run.phase('publish the proof', () => publish(environment, input.level, read, rehearsal, verdict, ports, run));
        }
        const failure = gravestFailure(run.checks, run.objectives);
        return {
            report: run.finish(proof === null ? (0,domain_verdict/* worse */.JJ)(verdict, 'degraded') : verdict, verdict === 'failed' ? failure : null),
            proof,
        };
    }
    catch (error) {
        return { report: run.fail(error), proof };
    }
}
/** The run's own mistake: without the right key nothing could be found out, and a proof would stay for ever. */
function keyDidNotFit(run) {
    return run.checks.some((check) => check.name === 'key' && (check.failure === 'access' || check.failure === 'config'));
}
async function choose(environment, input, ports, run) {
    const { log, signal } = ports;
    const started = ports.clock.ticks();
    return await run.phase('choose a backup', async () => {
        const chosen = await chooseBackup(ports.stores, environment.environment, input.backup, {
            log,
            signal,
            now: ports.clock.now(),
        }).catch((error) => {
            throw recordFailedChoice('stored', 'backup', error, run, signal);
        });
        run.backupId = chosen.id;
        for (const [store, failure] of chosen.unreachable) {
            run.notice('warning', `store ${store} could not be asked for backups: ${failure.message}; it may hold a newer one`);
        }
        log.info(`backup ${chosen.id}, in ${chosen.stores.join(', ')}`);
        const read = await (0,vault_backups/* readManifest */.WI)(ports.stores, environment.environment, chosen.id, {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log,
            signal,
        }).catch((error) => {
            throw recordFailedChoice('intact', 'manifest', error, run, signal);
        });
        return { read, choosing: ports.clock.ticks() - started };
    });
}
/** No backup to try, or none to be believed: a failed check, and the end. */
function recordFailedChoice(rung, name, error, run, signal) {
    signal.throwIfAborted();
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind !== 'bug' && failure.kind !== 'cancelled')
        recordFailure(rung, name, failure, run);
    return failure;
}
/** Climbs the ladder as far as asked. What goes wrong on the way is a failed check. */
async function climb(environment, level, read, ports, run) {
    const { manifest } = read;
    const { log, signal } = ports;
    const reaches = (rung) => reachesRung(level, rung);
    const folder = (0,layout/* backupFolder */.j0)(environment.environment, manifest.id);
    const copies = new CopyChecks({ environment, manifest, sha256: read.sha256, folder, ports, run });
    await run.phase('stored', () => copies.proveStored());
    if (!reaches('intact'))
        return [];
    copies.recordSignature(read);
    const identities = await run.phase('open', () => identitiesFor(manifest, folder, copies.present(), ports, run));
    if (identities === null)
        return [];
    const reader = createArtifactReader({
        stores: copies.present(),
        folder,
        identities,
        spool: ports.spool,
        log,
    });
    const results = [];
    if (reaches('complete')) {
        for (const record of manifest.sources) {
            const config = environment.sources.find((source) => source.name === record.name);
            const result = await run.phase(`rehearse ${record.name}`, async () => {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    const progress = __addDisposableResource(env_1, log.progress(`rehearse ${record.name}`), false);
                    try {
                        const rehearsal = await ports.openRehearsal(record, config?.type === 'postgres' ? config : undefined);
                        return await rehearsal.rehearse({
                            record,
                            artifacts: copies.watched(reader),
                            level,
                            now: ports.clock.now(),
                            rpo: environment.objectives.rpo ?? null,
                            check: (check) => run.check(check),
                            table: (table) => run.tables.push(table),
                            progress,
                            signal,
                        });
                    }
                    catch (error) {
                        return recordTrouble(error, run, signal);
                    }
                }
                catch (e_1) {
                    env_1.error = e_1;
                    env_1.hasError = true;
                }
                finally {
                    __disposeResources(env_1);
                }
            });
            if (result !== null)
                results.push(result);
        }
    }
    if (reaches('complete'))
        proveSourcesCovered(environment, manifest, run);
    await run.phase('intact', () => copies.proveIntact(reader, identities));
    return results;
}
function reachesRung(level, rung) {
    return domain_verdict/* rungs */.W2.indexOf(level) >= domain_verdict/* rungs */.W2.indexOf(rung);
}
/** Every source of the environment file is in the backup; what the file does not know has nobody's checks. */
function proveSourcesCovered(environment, manifest, run) {
    const inBackup = new Set(manifest.sources.map((source) => source.name));
    const inFile = new Set(environment.sources.map((source) => source.name));
    for (const name of inFile) {
        if (inBackup.has(name))
            continue;
        run.check({
            rung: 'complete',
            name: `source ${name}`,
            status: 'failed',
            detail: 'the environment file has this source, and the backup does not',
            subjects: [],
            failure: 'missing',
            hint: 'Make a new backup: this one is of another set of sources.',
            duration: 0,
        });
    }
    for (const name of inBackup) {
        if (inFile.has(name))
            continue;
        run.check({
            rung: 'complete',
            name: `source ${name}`,
            status: 'degraded',
            detail: 'the environment file does not have this source any more, so neither its freshness nor its assertions were asked',
            subjects: [],
            failure: null,
            duration: 0,
        });
    }
}
/** A rehearsal that could not go on is a failed check, not the end of the report. */
function recordTrouble(error, run, signal) {
    signal.throwIfAborted();
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind === 'bug' || failure.kind === 'cancelled')
        throw error;
    const rung = failure.kind === 'integrity' || failure.kind === 'access' ? 'intact' : 'restorable';
    recordFailure(rung, 'rehearsal', failure, run);
    return null;
}
function recordFailure(rung, name, failure, run) {
    run.check({
        rung,
        name,
        status: 'failed',
        detail: failure.message,
        subjects: failure.subjects,
        failure: failure.kind,
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        duration: 0,
    });
}
function verify_judge(environment, level, results, choosing, run) {
    const { objectives } = environment;
    let verdict = (0,domain_verdict/* judgeChecks */.LZ)(run.checks, level);
    // The time of a restore that did not bring everything back is nobody's recovery time, nor is its data's age.
    const cameBack = !run.checks.some((check) => check.status === 'failed' && ['complete', 'restorable', 'equal'].includes(check.rung));
    const laboratory = cameBack ? laboratoryTime(results, choosing) : null;
    const estimate = cameBack ? estimatedTime(environment, results, choosing) : null;
    if (laboratory !== null && estimate !== null) {
        const allowances = (objectives.detection ?? 0) + (objectives.reroute ?? 0);
        const basis = `estimate for a durable server from ${(0,units/* formatDuration */.a3)(laboratory)} in the laboratory${allowances === 0 ? '' : `, plus ${(0,units/* formatDuration */.a3)(allowances)} for detection and reroute`}`;
        const rto = (0,domain_objectives/* judgeObjective */.t)('RTO', objectives.rto ?? null, estimate, basis);
        run.objectives.push(rto);
        if (rto.met === false)
            verdict = 'failed';
        run.fact('laboratory restore', (0,units/* formatDuration */.a3)(laboratory), laboratory, 'milliseconds');
    }
    const age = cameBack ? dataAge(results) : null;
    if (age !== null) {
        const basis = 'age of the newest data at the time of this test';
        const rpo = (0,domain_objectives/* judgeObjective */.t)('RPO', objectives.rpo ?? null, age, basis);
        run.objectives.push(rpo);
        if (rpo.met === false)
            verdict = 'failed';
    }
    const bytes = results.reduce((sum, result) => sum + result.bytes, 0);
    if (laboratory !== null) {
        run.fact('data restored', (0,units/* formatBytes */.z3)(bytes), bytes, 'bytes');
        run.fact('restore rate', (0,units/* formatRate */.CE)(bytes, laboratory), laboratory === 0 ? 0 : (bytes / laboratory) * 1_000, 'bytes-per-second');
    }
    for (const result of results)
        for (const fact of result.facts)
            run.fact(fact.label, fact.text);
    const unmeasured = [
        ...(objectives.rto !== undefined && estimate === null && reachesRung(level, 'restorable') ? ['RTO'] : []),
        ...(objectives.rpo !== undefined && age === null && reachesRung(level, 'equal') ? ['RPO'] : []),
    ];
    for (const name of unmeasured)
        run.notice('warning', `the ${name} is promised, but could not be measured`);
    const assertions = environment.sources.flatMap((source) => source.type === 'postgres' ? source.checks : []);
    const isUnasked = assertions.length > 0 && reachesRung(level, 'equal') && !reachesRung(level, 'useful');
    if (isUnasked)
        run.notice('warning', 'the assertions of the environment file were not asked at this level');
    return unmeasured.length === 0 && !isUnasked ? verdict : (0,domain_verdict/* worse */.JJ)(verdict, 'degraded');
}
/** From choosing a backup to analysed databases, in the laboratory; null when it did not get there. */
function laboratoryTime(results, choosing) {
    return sumOrNull(results.map((result) => result.restoreDuration), choosing);
}
function estimatedTime(environment, results, choosing) {
    const { detection = 0, reroute = 0 } = environment.objectives;
    return sumOrNull(results.map((result) => result.restoreEstimate), choosing + detection + reroute);
}
function sumOrNull(spans, start) {
    if (spans.length === 0)
        return null;
    return spans.reduce((sum, span) => (sum === null || span === null ? null : sum + span), Math.round(start));
}
function dataAge(results) {
    const ages = results.map((result) => result.dataAge).filter((age) => age !== null);
    return ages.length === 0 ? null : Math.max(...ages);
}
/** Stores the proof beside the backup. Null, with a warning, when no store took it. */
async function publish(environment, level, read, results, verdict, ports, run) {
    const rto = run.objectives.find((objective) => objective.name === 'RTO');
    const rpo = run.objectives.find((objective) => objective.name === 'RPO');
    const at = ports.clock.now();
    const proof = {
        format: domain_proof/* proofFormat */.KD,
        backupId: read.manifest.id,
        environment: environment.environment,
        manifestSha256: read.sha256,
        at: new Date(at).toISOString(),
        level,
        verdict,
        lifeboat: ports.run.version,
        actor: ports.run.actor,
        runUrl: ports.run.url,
        rtoBasis: 'laboratory',
        isolation: results[0]?.isolation ?? 'none',
        hardware: ports.run.machine,
        rto: {
            target: environment.objectives.rto ?? null,
            laboratory: run.facts.find((fact) => fact.label === 'laboratory restore')?.value ?? null,
            estimate: rto?.measured ?? null,
            met: rto?.met ?? null,
        },
        rpo: {
            target: environment.objectives.rpo ?? null,
            measured: rpo?.measured ?? null,
            met: rpo?.met ?? null,
        },
        signed: read.signed,
        checks: run.checks.map(({ hint: _hint, ...check }) => ({ ...check, subjects: [...check.subjects] })),
        tables: run.tables.map((table) => ({ ...table })),
    };
    try {
        const { stores, log, signal } = ports;
        const written = await (0,proofs/* writeProof */.E4)({ stores, proof, at, signingKey: ports.keys.signing, log, signal });
        log.info(`proof ${written.key}, in ${written.stores.join(', ')}`);
        return written.key;
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug')
            throw error;
        run.notice('warning', `no store took the proof: ${failure.message}`);
        run.next.push(failure.hint ?? 'Give the verification job the right to add objects under proofs/.');
        return null;
    }
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





/** Stores a proof, with its signature, in every store that answers. @throws Failure when none took it */
async function writeProof(options) {
    const { stores, proof, signingKey, log, signal } = options;
    const { environment, backupId } = proof;
    const key = await freeKey(options);
    const { bytes, signature } = (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeSigned */ .Ts)(proof, signingKey, proofComment(key));
    checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(bytes.toString()), environment, backupId);
    const failures = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .inEachStore */ .mK)(stores, (store) => (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .putSigned */ ._V)(store, key, bytes, signature, signal));
    for (const [store, failure] of failures) {
        log.warning(`store ${store} did not take the proof: ${failure.message}`);
    }
    const written = stores.map((store) => store.name).filter((name) => !failures.has(name));
    if (written.length === 0) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .throwIfCancelled */ .dZ)(signal);
        throw [...failures.values()][0] ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to write the proof to');
    }
    return { key, stores: written, failures };
}
/** Keys have whole seconds: a second proof of the same second takes the next one. */
async function freeKey({ stores, proof, at, signal }) {
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
