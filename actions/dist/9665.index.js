export const id = 9665;
export const ids = [9665];
export const modules = {

/***/ 9665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(222);
/* harmony import */ var _wiring_run_restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88928);
/* harmony import */ var _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14855);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63707);




const { inputs, outputs } = _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__/* .verbs */ .P.restore;
const main = () => (0,_github_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({ operation: 'restore', inputs, outputs: Object.keys(outputs), render: _render_js__WEBPACK_IMPORTED_MODULE_3__/* .render */ .X }, _wiring_run_restore_js__WEBPACK_IMPORTED_MODULE_1__.runRestore);


/***/ }),

/***/ 88928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRestore: () => (/* binding */ runRestore)
/* harmony export */ });
/* harmony import */ var _domain_environment_template_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98018);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93145);
/* harmony import */ var _seconds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97967);
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




async function runRestore(input, host) {
    const result = await (0,_reported_js__WEBPACK_IMPORTED_MODULE_2__/* .reported */ .Y)('restore', input, host, async (environment) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const [{ openPorts }, { openApplication }, { restore }] = await Promise.all([
                __webpack_require__.e(/* import() */ 1808).then(__webpack_require__.bind(__webpack_require__, 71808)),
                __webpack_require__.e(/* import() */ 883).then(__webpack_require__.bind(__webpack_require__, 80883)),
                Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(503), __webpack_require__.e(2243), __webpack_require__.e(6907), __webpack_require__.e(1235), __webpack_require__.e(9157), __webpack_require__.e(7063), __webpack_require__.e(2618)]).then(__webpack_require__.bind(__webpack_require__, 42618)),
            ]);
            const target = targetOf(input, host);
            const ports = __addDisposableResource(env_1, await openPorts(environment, {
                host,
                role: 'restore',
                reason: input.reason,
                identity: input.identity,
                identityFile: input['identity-file'],
                signingKeyFile: input['signing-key-file'],
            }), true);
            const application = await openApplication(environment, target, ports, host);
            // Awaited here: the ports must outlive the operation.
            return await restore(environment, operationInput(input, target), { ...ports, application });
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
    });
    const { report } = result;
    const loss = report.restored?.dataLoss ?? null;
    return {
        report,
        outputs: {
            'backup-id': report.backupId ?? '',
            database: 'databases' in result ? result.databases.join('\n') : '',
            'data-loss': loss === null ? '' : (0,_seconds_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .Y)(loss),
        },
    };
}
function operationInput(input, target) {
    return {
        backup: input.backup,
        mode: input.mode,
        target,
        source: input.source ?? null,
        confirm: input.confirm ?? null,
        selection: selectionOf(input),
        answered: input.answered ?? [],
        fallBack: input['fall-back'],
        emergencyBackup: input['emergency-backup'],
        reroute: input.reroute,
        dryRun: input['dry-run'],
    };
}
/** The place to restore to, with variables filled in; its password is hidden from then on. */
function targetOf({ target }, host) {
    // Taken in any case, so that no program that is started inherits it.
    const variable = host.takeVariable('LIFEBOAT_TARGET_URL');
    const text = target ?? (variable === '' ? undefined : variable);
    if (text === undefined)
        return null;
    const problem = target === undefined ? null : (0,_domain_environment_template_js__WEBPACK_IMPORTED_MODULE_0__/* .templateProblem */ .M)(text);
    if (problem !== null)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', `target ${problem}`);
    const resolved = target === undefined ? text : new _domain_environment_template_js__WEBPACK_IMPORTED_MODULE_0__/* .Template */ .B(text, 'target').resolve(host.variables);
    const isName = !resolved.includes('://');
    if (!isName && !/^postgres(ql)?:\/\//.test(resolved)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'target is a URL of something else; accepted: postgres://…, or the name of a database');
    }
    if (!isName) {
        host.hide(resolved);
        if (URL.canParse(resolved)) {
            const { password } = new URL(resolved);
            for (const form of [password, decoded(password)])
                if (form !== '')
                    host.hide(form);
        }
    }
    return resolved;
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function selectionOf({ tables = [], rows = [] }) {
    if (tables.length + rows.length === 0)
        return null;
    const schemas = tables.filter((name) => name.endsWith('.*')).map((name) => name.slice(0, -2));
    return { tables: tables.filter((name) => !name.endsWith('.*')), schemas, rows };
}


/***/ }),

/***/ 97967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ seconds)
/* harmony export */ });
/** A span as outputs give it: whole seconds, rounded up, so that what took time never reads as none. */
function seconds(span) {
    return String(Math.ceil(Math.max(span, 0) / 1_000));
}


/***/ })

};
