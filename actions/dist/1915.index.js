export const id = 1915;
export const ids = [1915,5637];
export const modules = {

/***/ 67218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LP: () => (/* binding */ isEnough),
/* harmony export */   Pd: () => (/* binding */ isUnavailable),
/* harmony export */   d_: () => (/* binding */ patiently),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _cancelled_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4477);


const firstPause = 200;
const longestPause = 10_000;
/**
 * Does the work again while it fails as `unavailable`, at most `attempts` times in all. The pause doubles each time and
 * is drawn at random below that ("full jitter"), so that many clients do not come back together.
 * @param work is told how many attempts went before
 */
async function patiently(patience, work, signal) {
    const started = patience.clock.ticks();
    for (let earlier = 0;; earlier += 1) {
        try {
            return await work(earlier);
        }
        catch (error) {
            if (!isUnavailable(error) || isEnough(patience, earlier + 1, started))
                throw error;
            await pause(patience, earlier, signal);
        }
    }
}
/** Whether trying on would cost more than it promises. @param started in ticks of the clock */
function isEnough({ attempts = 5, within = Number.POSITIVE_INFINITY, clock }, failed, started) {
    return failed >= attempts || clock.ticks() - started >= within;
}
/** Waits before the attempt that follows `earlier + 1` failed ones. @throws Failure `cancelled` */
async function pause(patience, earlier, signal) {
    const ceiling = Math.min(longestPause, firstPause * 2 ** earlier);
    const [high = 0, low = 0] = patience.random.bytes(2);
    try {
        await patience.clock.sleep(((high * 256 + low) / 65_536) * ceiling, signal);
    }
    catch (error) {
        throw (0,_cancelled_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledBy */ .t)(signal, error) ?? error;
    }
}
function isUnavailable(error) {
    return error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && error.kind === 'unavailable';
}


/***/ }),

/***/ 4477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ abortable),
/* harmony export */   t: () => (/* binding */ cancelledBy)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/**
 * The Failure of a call that ended because its signal was aborted; null when it ended for another reason.
 * What a library throws on abort differs from library to library, so the signal itself is asked.
 */
function cancelledBy(signal, error) {
    if (signal?.aborted !== true)
        return null;
    if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
        return error;
    const reason = signal.reason;
    return reason instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR
        ? reason
        : new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('cancelled', 'stopped from outside', { cause: error });
}
/**
 * The body as a stream that ends at once when the signal is aborted, even if the body itself is stuck in its source
 * and cannot be closed before that answers. Errors of the body come out as they are.
 */
function abortable(body, signal) {
    const relay = new node_stream__WEBPACK_IMPORTED_MODULE_0__.PassThrough({ highWaterMark: 256 * 1024 });
    const stop = () => {
        relay.destroy(cancelledBy(signal, null) ?? undefined);
        body.destroy();
    };
    signal?.addEventListener('abort', stop, { once: true });
    relay.once('close', () => signal?.removeEventListener('abort', stop));
    // What goes wrong destroys the relay with the same error, and its reader sees it there.
    (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(body, relay).catch(() => undefined);
    if (signal?.aborted === true)
        stop();
    return relay;
}


/***/ }),

/***/ 49552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RX: () => (/* binding */ checkMutable),
/* harmony export */   Zm: () => (/* binding */ randomName),
/* harmony export */   by: () => (/* binding */ checkPrefix),
/* harmony export */   m0: () => (/* binding */ isKey),
/* harmony export */   yR: () => (/* binding */ checkKey)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** S3 allows 1,024 bytes for prefix and key together. */
const longestKey = 900;
const part = /^[A-Za-z0-9._-]+$/;
/** Whether a key obeys the store contract. Objects with other keys were not made by us; lists leave them out. */
function isKey(key) {
    return (key.length <= longestKey &&
        key.split('/').every((name) => part.test(name) && name !== '.' && name !== '..'));
}
/** @throws Failure `bug` for a key that the store contract does not allow; nothing has then been touched */
function checkKey(key) {
    if (!isKey(key))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `${JSON.stringify(key)} is no usable key`);
}
/** A prefix is empty, or a key with a `/` at its end. */
function checkPrefix(prefix) {
    if (prefix !== '' && !(prefix.endsWith('/') && isKey(prefix.slice(0, -1)))) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `${JSON.stringify(prefix)} is no usable prefix: it must be empty or end in a /`);
    }
}
/** `leases/` is the one mutable place: at the store's root, and in each environment's folder. */
function checkMutable(key) {
    checkKey(key);
    if (!/^(?:[^/]+\/)?leases\/./.test(key)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `${key} may not be replaced: only leases may`);
    }
}
/** The random part of names that must not clash. */
function randomName(bytes) {
    return Buffer.from(bytes).toString('hex');
}


/***/ }),

/***/ 35637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openLocalStore: () => (/* binding */ openLocalStore)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/stores/cancelled.js
var cancelled = __webpack_require__(4477);
// EXTERNAL MODULE: ./lib/stores/keys.js
var keys = __webpack_require__(49552);
;// CONCATENATED MODULE: ./lib/stores/local/errors.js

const kinds = {
    ENOSPC: full('the disk is full'),
    EDQUOT: full('the disk quota is used up'),
    EFBIG: full('the file is larger than the file system or the limits of this process allow'),
    EACCES: denied('permission denied'),
    EPERM: denied('operation not permitted'),
    EROFS: denied('the file system is read-only'),
    EIO: away('the disk does not answer'),
    ENXIO: away('the disk is gone'),
    ENODEV: away('the disk is gone'),
    ESTALE: away('the mounted folder is gone'),
    EHOSTDOWN: away('the server of the mounted folder is down'),
    ETIMEDOUT: away('the server of the mounted folder does not answer'),
    EMFILE: away('too many files are open'),
    ENFILE: away('too many files are open'),
    ENOTSUP: unlinkable(),
    EOPNOTSUPP: unlinkable(),
    ENOSYS: unlinkable(),
    ENAMETOOLONG: {
        kind: 'config',
        what: 'the path is too long',
        hint: 'Choose a folder with a shorter path.',
    },
    ENOTDIR: {
        kind: 'config',
        what: 'a file stands where a folder is needed',
        hint: 'Choose another folder, or move the file away.',
    },
};
/** What a file operation threw, as a Failure. Failures, and what did not come from the system, pass as they are. */
function fileFailure(error, where) {
    const code = errorCode(error);
    const known = code === undefined ? undefined : kinds[code];
    if (error instanceof failure/* Failure */.HR || known === undefined)
        return asError(error);
    return new failure/* Failure */.HR(known.kind, `${where}: ${known.what} (${code})`, { hint: known.hint, cause: error });
}
/** As `fileFailure`, of a link(2): file systems without hard links, such as exFAT, answer EPERM to it. */
function linkFailure(error, where) {
    if (errorCode(error) !== 'EPERM')
        return fileFailure(error, where);
    const { kind, what, hint } = unlinkable();
    return new failure/* Failure */.HR(kind, `${where}: ${what} (EPERM)`, { hint, cause: error });
}
/** The system's code of an error, `ENOENT`; undefined when it has none. */
function errorCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
function isAbsent(error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}
/** For `catch` on what may be gone already. */
function ignoreAbsent(error) {
    if (!isAbsent(error))
        throw error;
}
function asError(thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
}
function full(what) {
    return {
        kind: 'capacity',
        what,
        hint: 'Free space where the store lies, or choose a larger disk.',
    };
}
function denied(what) {
    return {
        kind: 'access',
        what,
        hint: 'Let the user of this process write to the folder of the store.',
    };
}
function away(what) {
    return { kind: 'unavailable', what, hint: 'Look at the disk or mount where the store lies.' };
}
/** Write-once rests on link(2), which refuses to replace what exists. */
function unlinkable() {
    return {
        kind: 'config',
        what: 'the file system has no hard links, which write-once needs',
        hint: 'Choose a folder on a file system with hard links, such as ext4, XFS, Btrfs, ZFS or APFS.',
    };
}

;// CONCATENATED MODULE: ./lib/stores/local/folders.js




/** A put writes to its temporary file all the time; one this long untouched belongs to a run that was killed. */
const staleAfterMilliseconds = 24 * 3_600_000;
/** Makes the folders of a key, durably: a folder whose own entry is lost takes its objects with it. */
async function makeFolders(root, key) {
    let folder = root;
    for (const name of key.split('/').slice(0, -1)) {
        const parent = folder;
        folder = (0,external_node_path_.join)(folder, name);
        try {
            await (0,promises_.mkdir)(folder, { mode: 0o700 });
            await syncFolder(parent);
        }
        catch (error) {
            if (errorCode(error) !== 'EEXIST')
                throw error;
        }
    }
}
async function removeEmptyFolders(root, key) {
    const names = key.split('/').slice(0, -1);
    while (names.length > 0) {
        try {
            await (0,promises_.rmdir)((0,external_node_path_.join)(root, ...names));
        }
        catch {
            return; // not empty, or removed by somebody else
        }
        names.pop();
    }
}
/** Removes what killed runs left behind. A put of another run that still goes on has touched its file lately. */
async function sweep(folder) {
    for (const name of await (0,promises_.readdir)(folder)) {
        const path = (0,external_node_path_.join)(folder, name);
        const found = await (0,promises_.lstat)(path).catch(ignoreAbsent);
        if (found && Date.now() - found.mtimeMs > staleAfterMilliseconds)
            await (0,promises_.unlink)(path).catch(ignoreAbsent);
    }
}
async function syncFolder(path) {
    const folder = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY);
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}

;// CONCATENATED MODULE: ./lib/stores/local/read.js



const readChunk = 256 * 1024;
/** A stream over a part of an open file. It closes the file when it ends or is destroyed. */
function readFrom(file, offset, length, where, signal) {
    let position = offset;
    const end = offset + length;
    return new external_node_stream_.Readable({
        ...(signal && { signal }),
        highWaterMark: readChunk,
        read() {
            const wanted = Math.min(readChunk, end - position);
            if (wanted <= 0) {
                this.push(null);
                return;
            }
            file.read(Buffer.allocUnsafe(wanted), 0, wanted, position).then(({ bytesRead, buffer }) => {
                position += bytesRead;
                this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead));
            }, (error) => this.destroy(fileFailure(error, where)));
        },
        destroy(broken, done) {
            const reason = broken === null ? null : ((0,cancelled/* cancelledBy */.t)(signal, broken) ?? broken);
            const closed = () => done(reason);
            file.close().then(closed, closed);
        },
    });
}

;// CONCATENATED MODULE: ./lib/stores/local/walk.js




/** Holds objects while they are being written: on the same file system as the objects, and never listed. */
const temporaryFolder = '.lifeboat-tmp';
/** Objects of a folder in the order of their keys. A folder sorts by its name and the slash that follows it. */
async function* walk(root, prefix, signal) {
    signal?.throwIfAborted();
    let entries;
    try {
        entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, ...prefix.split('/')), { withFileTypes: true });
    }
    catch (error) {
        if (isAbsent(error))
            return;
        throw error;
    }
    const names = entries
        .filter((entry) => (entry.isFile() || entry.isDirectory()) && (0,keys/* isKey */.m0)(entry.name))
        .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
        .filter((name) => !(prefix === '' && name === `${temporaryFolder}/`))
        .sort();
    for (const name of names) {
        if (name.endsWith('/'))
            yield* walk(root, prefix + name, signal);
        else {
            signal?.throwIfAborted();
            const found = await (0,promises_.lstat)((0,external_node_path_.join)(root, ...prefix.split('/'), name)).catch(ignoreAbsent);
            if (found?.isFile())
                yield { key: prefix + name, size: found.size, modifiedAt: Math.trunc(found.mtimeMs) };
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/local.js












/** The name of the one version that a folder keeps. */
const currentVersion = 'current';
/** A store in a folder of this machine, or of one that is mounted here. */
async function openLocalStore(options) {
    const root = (0,external_node_path_.resolve)(options.path);
    const describe = `the local store ${options.name}`;
    let swept = false;
    /** The path of a key, made sure to lie inside the root: no folder on the way may be a symbolic link. */
    async function locate(key) {
        (0,keys/* checkKey */.yR)(key);
        if (key === temporaryFolder || key.startsWith(`${temporaryFolder}/`)) {
            throw new failure/* Failure */.HR('bug', `${key} is reserved for unfinished objects`);
        }
        const path = (0,external_node_path_.join)(root, ...key.split('/'));
        let real;
        try {
            real = (0,external_node_path_.join)(await (0,promises_.realpath)((0,external_node_path_.dirname)(path)), key.slice(key.lastIndexOf('/') + 1));
            if (real !== (0,external_node_path_.join)(await (0,promises_.realpath)(root), ...key.split('/')))
                throw escape(key);
        }
        catch (error) {
            if (isAbsent(error))
                return null;
            throw fileFailure(error, describe);
        }
        return real;
    }
    function escape(key) {
        return new failure/* Failure */.HR('refused', `${describe}: a folder of ${key} is a symbolic link`, {
            hint: 'Replace the link by a real folder; links could lead outside of the store.',
        });
    }
    async function temporary() {
        const folder = (0,external_node_path_.join)(root, temporaryFolder);
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        if (!(await (0,promises_.lstat)(folder)).isDirectory())
            throw escape(temporaryFolder);
        if (!swept) {
            swept = true;
            await sweep(folder);
        }
        return (0,external_node_path_.join)(folder, (0,keys/* randomName */.Zm)((0,external_node_crypto_.randomBytes)(12)));
    }
    /** Writes the bytes to a file of their own, durably, and gives its path. Nothing stays behind when it throws. */
    async function write(body, signal) {
        const path = await temporary();
        try {
            const file = await (0,promises_.open)(path, 'wx', 0o600);
            try {
                await file.writeFile(body instanceof Uint8Array ? body : (0,cancelled/* abortable */.Z)(body, signal));
                await file.sync();
                return { path, size: (await file.stat()).size };
            }
            finally {
                await file.close();
            }
        }
        catch (error) {
            await (0,promises_.unlink)(path).catch(ignoreAbsent);
            throw error;
        }
    }
    async function place(temporaryPath, key, how) {
        for (let attempt = 1;; attempt += 1) {
            await makeFolders(root, key);
            try {
                const target = await locate(key);
                if (target === null)
                    throw Object.assign(new Error('no folder'), { code: 'ENOENT' });
                await (how === 'link' ? (0,promises_.link)(temporaryPath, target) : (0,promises_.rename)(temporaryPath, target));
                await syncFolder((0,external_node_path_.dirname)(target));
                return await (0,promises_.stat)(target);
            }
            catch (error) {
                // Somebody who removed the folder's last object has removed the folder between our two steps.
                if (errorCode(error) !== 'ENOENT' || attempt === 5)
                    throw error;
            }
        }
    }
    async function put(key, body, { signal } = {}) {
        try {
            signal?.throwIfAborted();
            const target = await locate(key);
            if (target !== null && (await exists(target)))
                throw occupied(key);
            const written = await write(body, signal);
            try {
                signal?.throwIfAborted();
                const { mtimeMs } = await place(written.path, key, 'link');
                return { key, size: written.size, modifiedAt: Math.trunc(mtimeMs) };
            }
            catch (error) {
                throw errorCode(error) === 'EEXIST' ? occupied(key) : linkFailure(error, describe);
            }
            finally {
                await (0,promises_.unlink)(written.path).catch(ignoreAbsent);
            }
        }
        catch (error) {
            // Whoever fills the body must learn that nobody reads it any more.
            if (body instanceof external_node_stream_.Readable)
                body.destroy();
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? fileFailure(error, describe);
        }
    }
    function occupied(key) {
        return new failure/* Failure */.HR('refused', `${describe}: ${key} exists already`);
    }
    async function get(key, { offset = 0, length, version, signal } = {}) {
        try {
            signal?.throwIfAborted();
            const path = await locate(key);
            if (path === null || (version !== undefined && version !== currentVersion))
                return null;
            const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
            if (!(await file.stat()).isFile()) {
                await file.close();
                return null;
            }
            return readFrom(file, offset, length ?? Number.POSITIVE_INFINITY, describe, signal);
        }
        catch (error) {
            if (isAbsent(error) || errorCode(error) === 'ELOOP')
                return null;
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? fileFailure(error, describe);
        }
    }
    async function stat(key, signal) {
        try {
            signal?.throwIfAborted();
            const path = await locate(key);
            if (path === null)
                return null;
            const found = await (0,promises_.lstat)(path);
            return found.isFile() ? { key, size: found.size, modifiedAt: Math.trunc(found.mtimeMs) } : null;
        }
        catch (error) {
            if (isAbsent(error))
                return null;
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? fileFailure(error, describe);
        }
    }
    async function* list(prefix, signal) {
        (0,keys/* checkPrefix */.by)(prefix);
        try {
            if (prefix !== '' && (await locate(`${prefix}x`)) === null)
                return;
            yield* walk(root, prefix, signal);
        }
        catch (error) {
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? fileFailure(error, describe);
        }
    }
    async function replace(key, body, signal) {
        (0,keys/* checkMutable */.RX)(key);
        try {
            signal?.throwIfAborted();
            const written = await write(body, signal);
            try {
                const { mtimeMs } = await place(written.path, key, 'rename');
                return { key, size: written.size, modifiedAt: Math.trunc(mtimeMs) };
            }
            finally {
                await (0,promises_.unlink)(written.path).catch(ignoreAbsent);
            }
        }
        catch (error) {
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? fileFailure(error, describe);
        }
    }
    async function remove(key, signal) {
        try {
            signal?.throwIfAborted();
            const path = await locate(key);
            if (path === null)
                return;
            await (0,promises_.unlink)(path).catch(ignoreAbsent);
            await removeEmptyFolders(root, key);
        }
        catch (error) {
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? fileFailure(error, describe);
        }
    }
    async function probe(signal) {
        const key = `leases/probe-${(0,keys/* randomName */.Zm)((0,external_node_crypto_.randomBytes)(8))}`;
        const bytes = Buffer.from('probe\n');
        await put(key, bytes, signal ? { signal } : {});
        const tried = async (work) => {
            try {
                await work();
                return true;
            }
            catch (error) {
                if (error instanceof failure/* Failure */.HR && (error.kind === 'refused' || error.kind === 'access'))
                    return false;
                throw error;
            }
        };
        const overwritten = await tried(() => put(key, bytes, signal ? { signal } : {}));
        const mayOverwrite = await tried(() => replace(key, bytes, signal));
        const mayDelete = await tried(() => remove(key, signal));
        return { writeOnce: !overwritten, mayOverwrite, mayDelete, versioned: false };
    }
    return {
        name: options.name,
        kind: 'local',
        ephemeral: options.ephemeral,
        list,
        get,
        stat,
        versions: async (key, signal) => {
            const found = await stat(key, signal);
            return found === null ? [] : [{ ...found, version: currentVersion }];
        },
        put,
        replace,
        remove,
        probe,
        [Symbol.asyncDispose]: async () => undefined,
    };
}
async function exists(path) {
    try {
        await (0,promises_.lstat)(path);
        return true;
    }
    catch (error) {
        if (isAbsent(error))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 61915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openStore: () => (/* binding */ openStore)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/stores/cancelled.js
var cancelled = __webpack_require__(4477);
;// CONCATENATED MODULE: ./lib/stores/bandwidth.js




/**
 * A store that carries no more than so many bytes a second, up and down together, however many calls there are at once.
 * Only bodies count: what a store sends again after a break, and the words around the bytes, come on top.
 */
function withBandwidth(store, bytesPerSecond, clock) {
    const allowance = new Allowance(bytesPerSecond, clock);
    return {
        ...store,
        get: async (key, options) => {
            const body = await store.get(key, options);
            return body === null ? null : paced(body, allowance);
        },
        put: async (key, body, options) => {
            if (body instanceof Uint8Array) {
                await allowance.take(body.byteLength, options?.signal);
                return store.put(key, body, options);
            }
            return store.put(key, paced(body, allowance), options);
        },
    };
}
/** A token bucket. Whoever takes more than there is waits until the debt is paid, so the order of takers is kept. */
class Allowance {
    perSecond;
    clock;
    left;
    at;
    constructor(perSecond, clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = this.most;
        this.at = clock.ticks();
    }
    /** What may gather while nobody takes: a quarter of a second's worth. */
    get most() {
        return this.perSecond / 4;
    }
    async take(size, signal) {
        const now = this.clock.ticks();
        this.left = Math.min(this.most, this.left + ((now - this.at) / 1_000) * this.perSecond) - size;
        this.at = now;
        if (this.left >= 0)
            return;
        try {
            await this.clock.sleep((-this.left / this.perSecond) * 1_000, signal);
        }
        catch (error) {
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? error;
        }
    }
}
/** The body at the pace of the allowance. Each of the two ends the other, and errors come out as they are. */
function paced(body, allowance) {
    const pace = new Pace(allowance);
    // What goes wrong destroys the pace with the same error, and its reader sees it there.
    (0,promises_.pipeline)(body, pace).catch(() => undefined);
    return pace;
}
class Pace extends external_node_stream_.Transform {
    allowance;
    release = new AbortController();
    constructor(allowance) {
        super({ highWaterMark: 256 * 1024 });
        this.allowance = allowance;
    }
    _transform(chunk, _encoding, callback) {
        const taking = () => this.allowance.take(chunk.length, this.release.signal);
        (0,external_node_util_.callbackify)(taking)((error) => callback(error, chunk));
    }
    _destroy(error, callback) {
        this.release.abort();
        callback(error);
    }
}

// EXTERNAL MODULE: ./lib/stores/local.js + 4 modules
var local = __webpack_require__(35637);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/stores/logging.js


/** A store that says in debug lines what it was asked, how much that was, how long it took, and how it ended. */
function withLogging(store, log, clock) {
    async function told(operation, key, work, sizeOf = () => null) {
        const began = clock.ticks();
        const say = (how) => log.debug(`store ${store.name}: ${operation} ${key === '' ? '(everything)' : key}: ${how}, ${(0,units/* formatDuration */.a3)(clock.ticks() - began)}`);
        try {
            const result = await work();
            const size = sizeOf(result);
            say(size === null ? 'done' : (0,units/* formatBytes */.z3)(size));
            return result;
        }
        catch (error) {
            say((0,failure/* asFailure */.h_)(error).kind);
            throw error;
        }
    }
    return {
        ...store,
        list: (prefix, signal, options) => listed(store.list(prefix, signal, options), prefix),
        get: async (key, options) => {
            const began = clock.ticks();
            const body = await told('open', key, () => store.get(key, options));
            body?.once('close', () => log.debug(`store ${store.name}: closed ${key}: ${(0,units/* formatDuration */.a3)(clock.ticks() - began)} after its opening`));
            return body;
        },
        stat: (key, signal) => told('stat', key, () => store.stat(key, signal), (found) => found?.size ?? null),
        versions: (key, signal) => told('versions', key, () => store.versions(key, signal)),
        put: (key, body, options) => told('put', key, () => store.put(key, body, options), ({ size }) => size),
        replace: (key, body, signal) => told('replace', key, () => store.replace(key, body, signal), ({ size }) => size),
        remove: (key, signal) => told('remove', key, () => store.remove(key, signal)),
        probe: (signal) => told('probe', 'leases/', () => store.probe(signal)),
    };
    async function* listed(objects, prefix) {
        const began = clock.ticks();
        let count = 0;
        try {
            for await (const object of objects) {
                count += 1;
                yield object;
            }
        }
        finally {
            log.debug(`store ${store.name}: list ${prefix === '' ? '(everything)' : prefix}: ${count} objects, ${(0,units/* formatDuration */.a3)(clock.ticks() - began)}`);
        }
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/stores/backoff.js
var backoff = __webpack_require__(67218);
;// CONCATENATED MODULE: ./lib/stores/retry.js



/** A service that is silent is not waited for twice: what it has, another store may have too. */
const patienceWithSilence = 10_000;
/**
 * A store whose calls are tried again while it is unavailable. Only calls that may be made twice are: opening, asking,
 * listing, replacing a lease, removing, and storing bytes that are at hand. The body of a stream is gone once it has
 * been read, so `put` of a stream is up to the store, which can send its parts again; `probe` is made of calls whose
 * first answer counts.
 */
function withRetry(store, patience) {
    const brief = { ...patience, within: patienceWithSilence };
    const again = (work, signal) => (0,backoff/* patiently */.d_)(brief, work, signal);
    return {
        name: store.name,
        kind: store.kind,
        ephemeral: store.ephemeral,
        list: (prefix, signal, options) => listOn(store, prefix, brief, signal, options),
        get: (key, options) => again(() => store.get(key, options), options?.signal),
        stat: (key, signal) => again(() => store.stat(key, signal), signal),
        versions: (key, signal) => again(() => store.versions(key, signal), signal),
        put: (key, body, options) => {
            if (!(body instanceof Uint8Array))
                return store.put(key, body, options);
            return (0,backoff/* patiently */.d_)(patience, async (earlier) => {
                try {
                    return await store.put(key, body, options);
                }
                catch (error) {
                    const own = earlier > 0 && isRefused(error) ? await ownObject(store, key, body, options?.signal) : null;
                    if (own !== null)
                        return own;
                    throw error;
                }
            }, options?.signal);
        },
        replace: (key, body, signal) => again(() => store.replace(key, body, signal), signal),
        remove: (key, signal) => again(() => store.remove(key, signal), signal),
        probe: (signal) => store.probe(signal),
        [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    };
}
/**
 * A list that broke goes on behind the last key that it gave, which the order of keys makes possible. The count of
 * attempts starts anew with every object, so that a long list over a bad line comes to its end.
 */
async function* listOn(store, prefix, patience, signal, options) {
    let last = null;
    let failed = 0;
    let since = patience.clock.ticks();
    for (;;) {
        try {
            for await (const object of store.list(prefix, signal, options)) {
                if (last !== null && object.key <= last)
                    continue;
                last = object.key;
                failed = 0;
                yield object;
                since = patience.clock.ticks();
            }
            return;
        }
        catch (error) {
            failed += 1;
            if (!(0,backoff/* isUnavailable */.Pd)(error) || (0,backoff/* isEnough */.LP)(patience, failed, since))
                throw error;
            await (0,backoff/* pause */.v7)(patience, failed - 1, signal);
        }
    }
}
/**
 * The object under the key if it holds the very bytes that we tried to put: an earlier attempt of ours was carried out
 * and only its answer was lost. Bytes that somebody else put there are then the same bytes, so nobody loses anything.
 */
async function ownObject(store, key, body, signal) {
    try {
        const found = await store.stat(key, signal);
        if (found?.size !== body.byteLength)
            return null;
        const stored = await store.get(key, signal ? { signal } : {});
        if (stored === null)
            return null;
        return (await digest(stored)) === (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex') ? found : null;
    }
    catch (error) {
        // Without the right to read, the refusal stands: we cannot tell whose object it is.
        if (error instanceof failure/* Failure */.HR && error.kind === 'access')
            return null;
        throw error;
    }
}
async function digest(stream) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of stream)
        hash.update(chunk);
    return hash.digest('hex');
}
function isRefused(error) {
    return error instanceof failure/* Failure */.HR && error.kind === 'refused';
}

;// CONCATENATED MODULE: ./lib/stores/open.js





/**
 * Opens a store of the environment file. Resolves its variables, so only those of this store must be set. From the
 * inside out: the store; its bandwidth, so that each attempt of a retry pays for its bytes; retry; the log, which tells
 * of the whole.
 * @throws Failure `config` when a variable is not set, or the store makes no sense where it is opened
 */
async function openStore(config, surroundings) {
    const { clock, random, log } = surroundings;
    const bare = await openBare(config, surroundings);
    const paced = config.bandwidth === undefined ? bare : withBandwidth(bare, config.bandwidth, clock);
    return withLogging(withRetry(paced, { clock, random }), log, clock);
}
async function openBare(config, surroundings) {
    if (config.type === 'azure') {
        const [{ openAzureStore }, { azureOptions }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(7064), __webpack_require__.e(3037)]).then(__webpack_require__.bind(__webpack_require__, 33037)),
            __webpack_require__.e(/* import() */ 176).then(__webpack_require__.bind(__webpack_require__, 60176)),
        ]);
        return openAzureStore(azureOptions(config, surroundings));
    }
    if (config.type === 'gcs') {
        const [{ openGcsStore }, { gcsOptions }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(7064), __webpack_require__.e(4269)]).then(__webpack_require__.bind(__webpack_require__, 24269)),
            __webpack_require__.e(/* import() */ 4029).then(__webpack_require__.bind(__webpack_require__, 54029)),
        ]);
        return openGcsStore(gcsOptions(config, surroundings));
    }
    if (config.type === 's3') {
        const [{ openS3Store }, { s3Options }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(7064), __webpack_require__.e(5051)]).then(__webpack_require__.bind(__webpack_require__, 65051)), __webpack_require__.e(/* import() */ 9589).then(__webpack_require__.bind(__webpack_require__, 79589))]);
        return openS3Store(s3Options(config, surroundings));
    }
    if (surroundings.runnerIsHosted && !config.ephemeral) {
        throw new failure/* Failure */.HR('config', `the local store ${config.name} lies on a runner that is thrown away after the job`, {
            hint: 'Use a bucket. If the folder is only for this job, say ephemeral: true; it then never counts as a copy.',
        });
    }
    const path = config.path.resolve(surroundings.variables);
    return (0,local.openLocalStore)({ name: config.name, path, ephemeral: config.ephemeral });
}


/***/ })

};
