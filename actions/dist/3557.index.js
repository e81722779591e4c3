export const id = 3557;
export const ids = [3557];
export const modules = {

/***/ 43557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTreeLaboratory: () => (/* binding */ openTreeLaboratory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _laboratory_strikeable_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66278);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71663);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16405);






/** Opens the place that a drill of a file tree plays in: a folder with a name by chance, and nothing outside of it. */
async function openTreeLaboratory({ spool, random, openFolder, }) {
    const hex = (count) => Buffer.from(random.bytes(count)).toString('hex');
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(spool), `drill-files-${hex(8)}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(root, { mode: 0o700 });
    const stack = new AsyncDisposableStack();
    stack.defer(() => (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .removeTree */ .d)(root));
    const folder = async (name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, `${name}-${hex(4)}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode: 0o700 });
        return path;
    };
    return {
        folder,
        openStore: async (name) => {
            const path = await folder('store');
            return (0,_laboratory_strikeable_store_js__WEBPACK_IMPORTED_MODULE_3__/* .strikeable */ .D)(path, stack.use(await openFolder(name, path)));
        },
        demandOwn: async (path) => {
            const parent = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessGone */ .Wi)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))));
            const there = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessGone */ .Wi)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)));
            const real = there ?? (parent === null ? '' : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)));
            if (real.startsWith(`${root}/`))
                return;
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', 'a drill works on nothing but the folders that it made itself');
        },
        [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
}


/***/ }),

/***/ 71663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Wi: () => (/* binding */ unlessGone),
/* harmony export */   fE: () => (/* binding */ fileFailure)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const kinds = {
    EACCES: 'access',
    EPERM: 'access',
    EROFS: 'access',
    ENOENT: 'missing',
    ENOSPC: 'capacity',
    EDQUOT: 'capacity',
    EMFILE: 'capacity',
    EIO: 'unavailable',
    ESTALE: 'unavailable',
    EBUSY: 'refused',
    ENAMETOOLONG: 'config',
};
/** The error of a call to the file system as a Failure, where it is one that is expected to happen; else as it is. */
function fileFailure(error, doing, path) {
    const code = codeOf(error);
    const kind = code === null ? undefined : kinds[code];
    if (kind === undefined)
        return error;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kind, `${doing} failed (${code})`, {
        subjects: path === undefined ? [] : [path],
        cause: error,
    });
}
function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
/** Null when there is nothing of that name. */
async function unlessGone(work) {
    try {
        return await work;
    }
    catch (error) {
        if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
            return null;
        throw error;
    }
}


/***/ }),

/***/ 16405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ removeTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71663);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21601);



/** Removes a tree, folders in it that may not be written too. Not stopped by a signal: it is clean-up. */
async function removeTree(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
        return;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== 'EACCES' && (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== 'EPERM')
            throw error;
    }
    const { signal } = new AbortController();
    for await (const { kind, absolute } of (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .walk */ .G)(path, { signal, unreadable: async () => 'skip' })) {
        // Told of before what lies in it is read.
        if (kind === 'folder')
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(absolute, 0o700);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
}


/***/ }),

/***/ 21601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk),
/* harmony export */   u: () => (/* binding */ excluding)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14006);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71663);





/**
 * Everything in a tree, a folder before what lies in it, by the bytes of the names: the same tree gives the same order.
 * What is deleted meanwhile is left out. In memory are the names of the folders on the way to where it is.
 * @throws Failure `missing` or `access`
 */
async function* walk(root, options) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(root, { bigint: true }).catch((error) => {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'looking at the folder', root);
    });
    yield* below({ path: '.', absolute: root, stat, kind: kindOf(stat) }, options);
}
async function* below(found, options) {
    options.signal.throwIfAborted();
    yield found;
    if (found.kind !== 'folder')
        return;
    for (const bytes of await namesIn(found, options)) {
        const name = bytes.toString();
        const path = found.path === '.' ? name : `${found.path}/${name}`;
        if (options.isExcluded?.(path) === true)
            continue;
        const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(found.absolute, name);
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
            yield { path, absolute, stat: found.stat, kind: 'unnamed' };
            continue;
        }
        const stat = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessGone */ .Wi)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(absolute, { bigint: true })).catch((error) => {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'looking at a file', path);
        });
        if (stat !== null)
            yield* below({ path, absolute, stat, kind: kindOf(stat) }, options);
    }
}
async function namesIn(found, { unreadable, signal }) {
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        try {
            const names = (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessGone */ .Wi)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(found.absolute, { encoding: 'buffer' }))) ?? [];
            return names.sort((a, b) => Buffer.compare(a, b));
        }
        catch (error) {
            const isDenied = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === 'EACCES' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === 'EPERM';
            if (!isDenied || unreadable === undefined || attempt > 1)
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fileFailure */ .fE)(error, 'reading a folder', found.path);
            if ((await unreadable(found)) === 'skip')
                return [];
        }
    }
}
function kindOf(stat) {
    if (stat.isDirectory())
        return 'folder';
    if (stat.isFile())
        return 'file';
    return stat.isSymbolicLink() ? 'symlink' : 'special';
}
/**
 * What the patterns leave out. Without a slash a pattern is held against each name, wherever it lies; with one against
 * the path from the root. `*` does not cross a slash, `**` does.
 */
function excluding(patterns) {
    const options = { dot: true, nonegate: true };
    const tests = patterns.map((pattern) => {
        const plain = pattern.replace(/\/+$/, '');
        if (!plain.includes('/')) {
            const isMatch = picomatch__WEBPACK_IMPORTED_MODULE_4__(plain, options);
            return (path) => isMatch(path.slice(path.lastIndexOf('/') + 1));
        }
        const isMatch = picomatch__WEBPACK_IMPORTED_MODULE_4__(plain.replace(/^\/+/, ''), options);
        return (path) => isMatch(path);
    });
    return (path) => tests.some((test) => test(path));
}


/***/ }),

/***/ 66278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ strikeable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** A folder store that can be struck. @param inner the store in that folder, which is this laboratory's own */
function strikeable(path, inner) {
    let isCut = false;
    const demand = () => {
        if (isCut)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unavailable', `the store ${inner.name} does not answer`);
    };
    const store = {
        name: inner.name,
        kind: inner.kind,
        ephemeral: inner.ephemeral,
        async *list(prefix, signal, options) {
            demand();
            yield* inner.list(prefix, signal, options);
        },
        get: async (key, options) => {
            demand();
            return inner.get(key, options);
        },
        stat: async (key, signal) => {
            demand();
            return inner.stat(key, signal);
        },
        versions: async (key, signal) => {
            demand();
            return inner.versions(key, signal);
        },
        put: async (key, body, options) => {
            demand();
            return inner.put(key, body, options);
        },
        replace: async (key, body, signal) => {
            demand();
            return inner.replace(key, body, signal);
        },
        remove: async (key, signal) => {
            demand();
            return inner.remove(key, signal);
        },
        probe: async (signal) => {
            demand();
            return inner.probe(signal);
        },
        [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
    };
    return {
        store,
        path,
        cut: () => {
            isCut = true;
        },
        heal: () => {
            isCut = false;
        },
        wipe: async () => {
            for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path))
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), { recursive: true, force: true });
        },
        damage: async (key) => {
            const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ...key.split('/')), 'r+');
            try {
                const { size } = await file.stat();
                const at = Math.floor(size / 2);
                const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
                await file.write(Buffer.from([(buffer[0] ?? 0) ^ 0xff]), 0, 1, at);
            }
            finally {
                await file.close();
            }
        },
    };
}


/***/ })

};
