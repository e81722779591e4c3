export const id = 2067;
export const ids = [2067,9537];
export const modules = {

/***/ 59925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ pullRequestSource)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** The source that pull requests change. @throws Failure `config` when there is none, or it is not clear which */
function pullRequestSource({ sources, pullRequests }) {
    const wanted = pullRequests?.source;
    const found = sources.filter((source) => source.type === 'postgres' && (wanted === undefined || source.name === wanted));
    const [source, second] = found;
    if (source !== undefined && second === undefined)
        return source;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'which source pull requests are for is not clear', {
        hint: 'Name a postgres source under pull-requests.source.',
    });
}


/***/ }),

/***/ 69107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   anonymiseBackup: () => (/* binding */ anonymiseBackup)
/* harmony export */ });
/* harmony import */ var _domain_pull_request_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59925);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30470);
/* harmony import */ var _open_backup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51649);
/* harmony import */ var _opened_backup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33306);





/** From a backup to a set that may be shown: it leaves the laboratory only after it was searched for original values. */
async function anonymiseBackup(environment, input, ports, make) {
    const source = { backup: input.backup, source: null, into: input.opened };
    const opening = await (0,_open_backup_js__WEBPACK_IMPORTED_MODULE_3__.openBackup)(environment, source, ports);
    if (opening.verdict === 'failed')
        return opening;
    const run = new _run_report_js__WEBPACK_IMPORTED_MODULE_2__/* .RunReport */ .e('validate-pr', environment.environment, ports);
    run.backupId = opening.backupId;
    try {
        const opened = await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_4__.readOpened)(input.opened);
        await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_4__.makeOpenedFolder)(input.into);
        const set = await run
            .phase('mask the rows', () => make({
            source: (0,_domain_pull_request_source_js__WEBPACK_IMPORTED_MODULE_0__/* .pullRequestSource */ .O)(environment),
            masking: environment.pullRequests?.masking ?? new Map(),
            record: opened.record,
            artifacts: (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_4__.openedReader)(input.opened),
            sink: (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_4__.openedSink)(input.into),
        }))
            .catch(async (error) => {
            await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_4__.removeOpened)(input.into);
            throw error;
        });
        const about = { format: 1, environment: environment.environment, backupId: opening.backupId };
        await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_4__.writeOpened)(input.into, { ...about, record: set.record });
        run.fact('columns', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(set.masked, 'column')} masked, ${set.kept} kept`);
        return run.finish('passed', null);
    }
    catch (error) {
        return run.fail(error);
    }
    finally {
        await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_4__.removeOpened)(input.opened);
    }
}


/***/ }),

/***/ 51649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openBackup: () => (/* binding */ openBackup)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _vault_artifact_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16410);
/* harmony import */ var _vault_backups_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74703);
/* harmony import */ var _vault_choose_backup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92946);
/* harmony import */ var _vault_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92880);
/* harmony import */ var _keyring_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98692);
/* harmony import */ var _leases_use_lease_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95408);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30470);
/* harmony import */ var _opened_backup_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(33306);
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
 * Fetches a backup and unseals one of its sources into a folder, for a later process that holds no key. The whole
 * of the trusted half of a trial on rows: no proposed code is on the machine's processor while this runs.
 */
async function openBackup(environment, input, ports) {
    const run = new _run_report_js__WEBPACK_IMPORTED_MODULE_8__/* .RunReport */ .e('validate-pr', environment.environment, ports);
    try {
        await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_9__.makeOpenedFolder)(input.into);
        try {
            await run.phase('open the backup', () => open(environment, input, ports, run));
        }
        catch (error) {
            await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_9__.removeOpened)(input.into);
            throw error;
        }
        return run.finish('passed', null);
    }
    catch (error) {
        return run.fail(error);
    }
}
async function open(environment, input, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { stores, log, signal, clock, spool } = ports;
        const name = environment.environment;
        const chosen = await (0,_vault_choose_backup_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseBackup */ .S)(stores, name, input.backup, { log, signal, now: clock.now() });
        run.backupId = chosen.id;
        const use = { environment, backupId: chosen.id, why: 'try a pull request on it' };
        const _lease = __addDisposableResource(env_1, await (0,_leases_use_lease_js__WEBPACK_IMPORTED_MODULE_7__/* .useBackup */ .i)(use, ports, run), true);
        const { manifest } = await (0,_vault_backups_js__WEBPACK_IMPORTED_MODULE_3__.readManifest)(stores, name, chosen.id, {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log,
            signal,
        });
        const wanted = input.source ?? environment.pullRequests?.source ?? null;
        const records = manifest.sources.filter((record) => record.engine === 'postgres-logical' && (wanted === null || record.name === wanted));
        const [record, second] = records;
        if (record === undefined || second !== undefined) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'which source of the backup is meant is not clear', {
                hint: 'Name it under pull-requests.source.',
            });
        }
        const folder = (0,_vault_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .backupFolder */ .j0)(name, manifest.id);
        const { opener, failure } = await (0,_keyring_js__WEBPACK_IMPORTED_MODULE_6__/* .keyringFor */ .n$)(manifest, folder, stores, ports, run);
        if (opener === null)
            throw failure ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('access', 'nothing opens the backup');
        const reader = (0,_vault_artifact_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .createArtifactReader */ .G)({ stores, folder, opener, spool, log });
        let bytes = 0;
        for (const artifact of record.artifacts) {
            signal.throwIfAborted();
            await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_9__.writeArtifact)(input.into, artifact, await reader.open(artifact, 'raw', signal), signal);
            bytes += artifact.storedSize;
        }
        await (0,_opened_backup_js__WEBPACK_IMPORTED_MODULE_9__.writeOpened)(input.into, { format: 1, environment: name, backupId: manifest.id, record });
        run.fact('opened', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(record.artifacts.length, 'artifact')}, ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(bytes)}`);
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


/***/ }),

/***/ 33306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeOpenedFolder: () => (/* binding */ makeOpenedFolder),
/* harmony export */   openedReader: () => (/* binding */ openedReader),
/* harmony export */   openedSink: () => (/* binding */ openedSink),
/* harmony export */   readOpened: () => (/* binding */ readOpened),
/* harmony export */   removeOpened: () => (/* binding */ removeOpened),
/* harmony export */   writeArtifact: () => (/* binding */ writeArtifact),
/* harmony export */   writeOpened: () => (/* binding */ writeOpened)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38522);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5151);
/* harmony import */ var _vault_digest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73522);









/**
 * A folder that holds one source of a backup unsealed: for those that may see its rows and hold no key. The record is
 * written last, so a folder without it is none.
 */
const openedSchema = zod__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .euz(1),
    environment: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(),
    backupId: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().nullable(),
    record: _domain_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .postgresRecordSchema */ .yA,
});
const recordName = 'opened.json';
/** Makes the folder, which must be new, for nobody else to enter. */
async function makeOpenedFolder(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { mode: 0o700 }).catch((cause) => {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('refused', 'the folder for the opened data exists already, or cannot be made', {
            cause,
        });
    });
}
async function writeOpened(folder, opened) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, recordName), JSON.stringify(opened), { mode: 0o600, flag: 'wx' });
}
/** @throws Failure `missing` when it is none, or was not finished */
async function readOpened(folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, recordName), 'utf8').catch((cause) => {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('missing', 'there is no opened data in that folder', { cause });
    });
    return (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .parseRecord */ .Hh)(text, openedSchema, 'opened data');
}
async function removeOpened(folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
}
/** Writes one artifact as a reader gives it in the form `raw`. */
async function writeArtifact(folder, artifact, body, signal) {
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(body, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(pathOf(folder, artifact.name), { flags: 'wx', mode: 0o600 }), {
        signal,
    });
}
/** Reads artifacts of such a folder as if they came from a store. */
function openedReader(folder) {
    return {
        open: async (artifact, form) => {
            const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(pathOf(folder, artifact.name));
            return form === 'plain' && artifact.compressedBy === 'pg_dump' ? file.pipe(unpacking(file)) : file;
        },
    };
}
/** Takes what a source pours, unsealed. */
function openedSink(folder) {
    return {
        put: async (artifact, signal) => {
            await writeArtifact(folder, artifact, artifact.body, signal);
            const path = pathOf(folder, artifact.name);
            const hash = await digestFile(path);
            return {
                name: artifact.name,
                key: `opened/${artifact.name}`,
                plainSize: hash.size,
                storedSize: hash.size,
                sha256: hash.sha256,
                // The vault would compress here; on a machine of its own nobody needs it.
                compressedBy: artifact.compressedBy === 'lifeboat' ? 'none' : artifact.compressedBy,
                encrypted: false,
                plainSha256: hash.sha256,
                ...(artifact.members === undefined ? {} : { members: artifact.members }),
            };
        },
    };
}
async function digestFile(path) {
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 19));
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path)) {
        hash.update(chunk);
        size += chunk.length;
    }
    return { sha256: hash.digest('hex'), size };
}
function unpacking(file) {
    const unpack = (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.createZstdDecompress)();
    file.once('error', (error) => unpack.destroy(error));
    return unpack;
}
/** Names came from a manifest; on this disk they are only numbers. */
function pathOf(folder, name) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, (0,_vault_digest_js__WEBPACK_IMPORTED_MODULE_7__/* .digestOf */ .ol)(Buffer.from(name)).sha256.slice(0, 32));
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
