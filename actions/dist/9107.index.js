export const id = 9107;
export const ids = [9107,1649];
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


/***/ })

};
