export const id = 6840;
export const ids = [6840];
export const modules = {

/***/ 57724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Folder of the environment files, from the working directory. */
const folder = 'environments';
/**
 * Finds, reads and parses the file of an environment.
 * @param elsewhere how another place is named, for whoever has files, but not this one
 * @throws Failure `config` when there is none, more than one, or its name is another
 */
async function loadEnvironment(input, elsewhere = 'Another place is named by --config, in a job by the input config.') {
    const file = input.config ?? (await findFile(input.environment, elsewhere));
    const text = await readText(file);
    const { parseEnvironment } = await __webpack_require__.e(/* import() */ 9172).then(__webpack_require__.bind(__webpack_require__, 99172));
    const environment = await parseEnvironment(text, file);
    if (environment.environment !== input.environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${file} describes the environment ${environment.environment}, but ${input.environment} was asked for`, { hint: 'Give the name that stands in the file, or the path of another file.' });
    }
    return environment;
}
async function readText(file) {
    const hint = 'Check the path; it starts at the working directory. In a workflow, actions/checkout must come first.';
    try {
        // What is no file may never end, and whoever waits for a pipe to be opened hears no signal.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).isFile()) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} is no file`, { hint });
        }
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
            throw cause;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} cannot be read`, { cause, hint });
    }
}
async function findFile(name, elsewhere) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = [
        folder,
        ...entries.filter((entry) => entry.isDirectory()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name)),
    ];
    const found = [];
    const others = [];
    for (const place of folders.sort()) {
        for (const file of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place).catch(() => [])) {
            if (!/\.ya?ml$/.test(file))
                continue;
            const isIt = file === `${name}.yml` || file === `${name}.yaml`;
            (isIt ? found : others).push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, file));
        }
    }
    const [first, second] = found;
    if (first === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `there is no file for the environment ${name}: looked for ${folder}/${name}.yml and ${folder}/*/${name}.yml`, {
            hint: others.length > 0
                ? `There ${others.length === 1 ? 'is' : 'are'} ${others.sort().join(', ')}. ${elsewhere}`
                : 'Make one with `lifeboat init`. In a workflow, actions/checkout must come first.',
        });
    }
    if (second !== undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `several files are for the environment ${name}: ${found.join(', ')}`, {
            hint: 'Say which one is meant with config.',
        });
    }
    return first;
}


/***/ }),

/***/ 36840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runReportCompliance: () => (/* binding */ runReportCompliance)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49144);
/* harmony import */ var _load_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57724);
/* harmony import */ var _write_whole_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10143);
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





const defaultPeriod = 30 * 86_400_000;
async function runReportCompliance(input, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const to = input.to ?? _host_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.now();
        const from = input.from ?? to - defaultPeriod;
        if (from >= to)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'the period ends before it begins; compare --from and --to');
        const environment = await (0,_load_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .loadEnvironment */ .Y)(input);
        const [{ openPorts }, { compliance }, { compliancePage }] = await Promise.all([
            __webpack_require__.e(/* import() */ 2037).then(__webpack_require__.bind(__webpack_require__, 44418)),
            Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(8340), __webpack_require__.e(5495), __webpack_require__.e(4982)]).then(__webpack_require__.bind(__webpack_require__, 4982)),
            __webpack_require__.e(/* import() */ 2845).then(__webpack_require__.bind(__webpack_require__, 52845)),
        ]);
        const ports = __addDisposableResource(env_1, await openPorts(environment, { host, role: 'read' }), true);
        const found = await compliance(environment, { from, to }, ports);
        const page = compliancePage(found);
        const isHtml = (input.format ?? (/\.html?$/i.test(input.file ?? '') ? 'html' : 'markdown')) === 'html';
        const text = isHtml
            ? (await __webpack_require__.e(/* import() */ 8808).then(__webpack_require__.bind(__webpack_require__, 68808))).pageHtml(page)
            : (await __webpack_require__.e(/* import() */ 9408).then(__webpack_require__.bind(__webpack_require__, 29408))).pageMarkdown(page);
        const failure = failureOf(found);
        if (input.file !== undefined)
            await (0,_write_whole_js__WEBPACK_IMPORTED_MODULE_4__/* .writeWhole */ .f)(input.file, text);
        return {
            text: input.file === undefined
                ? text
                : `wrote ${input.file}: ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(found.backups.length, 'backup')}, ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(found.proofs.length, 'proof')}, ledger ${found.ledger.verdict}${found.lost.length === 0 ? '' : `; ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(found.lost.length, 'backup')} lost`}`,
            isDocument: input.file === undefined,
            json: found,
            ...(failure === undefined ? {} : { failure }),
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
function failureOf({ ledger, lost, silent }) {
    if (ledger.verdict === 'failed')
        return ledger.failure ?? 'integrity';
    if (lost.length === 0)
        return undefined;
    // The store that does not answer may have them.
    return silent.length === 0 ? 'integrity' : 'unavailable';
}


/***/ }),

/***/ 10143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27550);
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
 * Writes a file in one step: whoever reads it finds the old text or the new, never a half. What is no file, such as a pipe or
 * `/dev/stdout`, is written to and stays what it is.
 * @throws Failure `config`
 */
async function writeWhole(path, text) {
    try {
        await ((await takesText(path)) ? writeInto(path, text) : replace(path, text));
    }
    catch (cause) {
        if (cause instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR)
            throw cause;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('config', `the file ${path} cannot be written`, {
            cause,
            hint: 'Check that its folder is there, and that this user may write in it.',
        });
    }
}
async function replace(path, text) {
    // Beside it, since a rename stays within one file system. Hidden, so that no collector reads it.
    const slash = path.lastIndexOf('/');
    const fresh = `${path.slice(0, slash + 1)}.${path.slice(slash + 1)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(fresh, text, { flag: 'wx', mode: 0o644 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(fresh, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(fresh, { force: true });
        throw error;
    }
}
/** Whether what is there must not give way to a file: a device, a pipe, what a process holds open. @throws Failure `config` */
async function takesText(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return null;
        throw error;
    });
    if (found === null)
        return false;
    if (found.isFile())
        return isHeldOpen(path);
    if (found.isDirectory() || found.isBlockDevice()) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('config', `the path ${path} is a ${found.isDirectory() ? 'folder' : 'disk'}`, {
            hint: 'Name a file, which is made or replaced, or a pipe that is read.',
        });
    }
    return true;
}
/** Whether it is a name such as `/dev/stdout`, which leads to what a process has open: a link into `/proc`. */
async function isHeldOpen(path) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
    if (folder.startsWith('/proc/'))
        return true;
    const link = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readlink)(path).catch(() => null);
    return link !== null && isHeldOpen((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(folder, link));
}
async function writeInto(path, text) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        // Opening a pipe that nobody reads would wait, even for signals in vain; this way it fails. Kept until the text is written.
        const _door = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK), true);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(path, text, { flag: 'a' });
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


/***/ })

};
