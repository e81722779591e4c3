export const id = 1577;
export const ids = [1577];
export const modules = {

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


/***/ }),

/***/ 91577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRedisDrillLaboratory: () => (/* binding */ openRedisDrillLaboratory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _laboratory_strikeable_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66278);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60774);
/* harmony import */ var _own_server_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79060);
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






/** How long a server of ours may take to answer, unless its client is more patient. */
const patience = 5_000;
/** Opens the place that a drill of a Redis plays in, with servers that have the databases of a backup. */
async function openRedisDrillLaboratory({ databases }, { context, openFolder, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { random } = context;
        const hex = (count) => Buffer.from(random.bytes(count)).toString('hex');
        const guard = __addDisposableResource(env_1, new AsyncDisposableStack()
        // Servers and stores join it for as long as the laboratory stands.
        , true);
        // Servers and stores join it for as long as the laboratory stands.
        const stack = guard.use(new AsyncDisposableStack());
        const servers = new Set();
        let isolation = 'full';
        const release = guard.move();
        return {
            get isolation() {
                return isolation;
            },
            openStore: async (name) => {
                const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.spool, `drill-store-${hex(4)}`);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode: 0o700 });
                stack.defer(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true }));
                return (0,_laboratory_strikeable_store_js__WEBPACK_IMPORTED_MODULE_3__/* .strikeable */ .D)(path, stack.use(await openFolder(name, path)));
            },
            startServer: async (name) => {
                const password = hex(16);
                const server = stack.use(await (0,_own_server_js__WEBPACK_IMPORTED_MODULE_5__/* .makeOwnServer */ .K)(context, {
                    // As many again, and the first, are spare for a swap.
                    databases: 3 + Math.max(0, ...databases.map(({ index }) => index)) + databases.length,
                    password,
                    settings: [
                        'appendonly yes',
                        'appendfsync everysec',
                        'maxmemory-policy noeviction',
                        'repl-diskless-sync-delay 0',
                    ],
                }));
                if (!(await server.start(signal)))
                    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unavailable', `${name} did not start (${server.program.command})`);
                if (isolation === 'full')
                    isolation = await server.isolation();
                servers.add(server);
                return commandServer(name, server, password, signal);
            },
            demandOwn: (url) => {
                const path = url === '' ? '' : ((0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRedisAddress */ .t)(url, 'the drill').connection.path ?? '');
                if ([...servers].some(({ socket }) => path === socket))
                    return;
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', 'a drill works on nothing but the servers that it started itself');
            },
            [Symbol.asyncDispose]: () => release.disposeAsync(),
        };
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
function commandServer(name, server, password, signal) {
    return {
        name,
        url: `unix://:${password}@${server.socket.split('/').map(encodeURIComponent).join('/')}`,
        get isRunning() {
            return server.isRunning;
        },
        kill: () => server.kill(),
        start: () => server.start(signal),
        damage: async () => {
            if (server.isRunning)
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', `${name} runs: its files are not damaged`);
            return overwriteHeads(server.folder);
        },
        empty: async () => {
            if (server.isRunning)
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', `${name} runs: its files are not removed`);
            const files = await filesIn(server.folder);
            for (const file of files)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file);
            return files.length;
        },
        session: ({ patience: own = patience } = {}) => openDrillSession(name, server, own, signal),
    };
}
async function openDrillSession(name, server, patience, signal) {
    const life = new AbortController();
    const within = async (work) => {
        const late = setTimeout(() => life.abort(), patience);
        try {
            return await work;
        }
        finally {
            clearTimeout(late);
        }
    };
    const session = await within(server.session(AbortSignal.any([signal, life.signal])));
    const answer = await within(session.ask('CONFIG', 'GET', 'dir'));
    const folder = Array.isArray(answer) ? String(answer[1]) : '';
    if (folder !== server.folder) {
        session[Symbol.dispose]();
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', `what answers in the place of ${name} was not started by this drill`);
    }
    return {
        ask: (...words) => within(session.ask(...words)),
        [Symbol.dispose]: () => session[Symbol.dispose](),
    };
}
/** Neither a number of keys nor a command can be read there any more. */
async function overwriteHeads(folder) {
    const files = await filesIn(folder);
    for (const path of files) {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_2, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r+'), true);
            const { size } = await file.stat();
            await file.write(Buffer.alloc(Math.min(64, size)), 0, undefined, 0);
            await file.sync();
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
    return files.length;
}
async function filesIn(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parentPath, name));
}


/***/ })

};
