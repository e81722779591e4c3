export const id = 1112;
export const ids = [1112];
export const modules = {

/***/ 21112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   abandonRun: () => (/* binding */ abandonRun)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _leases_hold_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40811);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72550);
/* harmony import */ var _open_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53007);
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
 * Ends a run that nobody will go on with. What it did stays done.
 * @throws Failure `missing` when no store knows the run, `refused` when it has ended, somebody is at it or no reason is given
 */
async function abandonRun(environment, id, given) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if ((given.run.reason ?? '').trim() === '') {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', 'a run is abandoned for a reason, and none is given');
        }
        const journal = await (0,_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .readJournal */ .a0)(environment, id, given);
        const ports = (0,_open_journal_js__WEBPACK_IMPORTED_MODULE_3__.signedPorts)(environment, journal, given);
        if (journal.ended)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the run ${id} has ended already`);
        const _lease = __addDisposableResource(env_1, await (0,_leases_hold_js__WEBPACK_IMPORTED_MODULE_1__/* .hold */ ._)(environment.environment, `runbook-${id.toLowerCase()}`, `abandon ${journal.incident}`, ports, (text) => ports.log.warning(text)), true);
        if (!(await (0,_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .writeEntry */ .cD)(environment, journal, { entry: 'ended', abandoned: true }, ports))) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `no store took that the run ${id} is abandoned: it is still open`);
        }
        return { incident: journal.incident };
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
