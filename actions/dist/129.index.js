export const id = 129;
export const ids = [129];
export const modules = {

/***/ 90129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(222);
/* harmony import */ var _wiring_run_verify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58849);
/* harmony import */ var _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14855);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63707);




const { inputs, outputs } = _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__/* .verbs */ .P.verify;
const main = () => (0,_github_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({ operation: 'verify-restore', inputs, outputs: Object.keys(outputs), render: _render_js__WEBPACK_IMPORTED_MODULE_3__/* .render */ .X }, _wiring_run_verify_js__WEBPACK_IMPORTED_MODULE_1__.runVerify);


/***/ }),

/***/ 58849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runVerify: () => (/* binding */ runVerify)
/* harmony export */ });
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93145);
/* harmony import */ var _seconds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97967);
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


async function runVerify(input, host) {
    const result = await (0,_reported_js__WEBPACK_IMPORTED_MODULE_0__/* .reported */ .Y)('verify-restore', input, host, async (environment) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const [{ openPorts }, { verify }] = await Promise.all([
                __webpack_require__.e(/* import() */ 1808).then(__webpack_require__.bind(__webpack_require__, 71808)),
                Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(503), __webpack_require__.e(2243), __webpack_require__.e(6907), __webpack_require__.e(9157), __webpack_require__.e(2623), __webpack_require__.e(9430)]).then(__webpack_require__.bind(__webpack_require__, 32623)),
            ]);
            const ports = __addDisposableResource(env_1, await openPorts(environment, {
                host,
                role: 'verify',
                reason: input.reason,
                identity: input.identity,
                identityFile: input['identity-file'],
                signingKeyFile: input['signing-key-file'],
            }), true);
            const level = input.level === 'full' ? 'useful' : input.level;
            // Awaited here: the ports must outlive the operation.
            return await verify(environment, { backup: input.backup, level }, ports);
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
    const measured = (name) => {
        const objective = report.objectives.find((objective) => objective.name === name);
        return objective === undefined ? '' : (0,_seconds_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .Y)(objective.measured);
    };
    return {
        report,
        outputs: {
            'backup-id': report.backupId ?? '',
            rto: measured('RTO'),
            rpo: measured('RPO'),
            proof: ('proof' in result ? result.proof : null) ?? '',
        },
    };
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
