export const id = 4734;
export const ids = [4734];
export const modules = {

/***/ 64734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHealthProbe: () => (/* binding */ createHealthProbe)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);


/** Asks a URL until it answers with the status. Redirects are not followed: they are an answer too. */
function createHealthProbe({ url, attempts, interval, timeout, status, whenUnwell, }) {
    const what = withoutSecrets(url);
    return {
        what,
        wait: async (clock, signal) => {
            let last = '';
            for (let attempt = 1; attempt <= attempts; attempt += 1) {
                if (attempt > 1)
                    await clock.sleep(interval, signal);
                const answer = await ask(url, timeout, signal);
                if (answer === status)
                    return { attempts: attempt };
                last = typeof answer === 'number' ? `it answered ${answer}, not ${status}` : answer;
            }
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `the application did not become well: ${what} was asked ${attempts === 1 ? 'once' : `${attempts} times, every ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(interval)}`}; at last ${last}`, {
                hint: ['Look at the log of the application, and whether this is its URL.', whenUnwell ?? '']
                    .join(' ')
                    .trim(),
            });
        },
    };
}
/** The status; or, in words, why there is none. */
async function ask(url, timeout, signal) {
    signal.throwIfAborted();
    const late = AbortSignal.timeout(timeout);
    try {
        const response = await fetch(url, {
            redirect: 'manual',
            headers: { 'user-agent': 'lifeboat', 'cache-control': 'no-cache' },
            signal: AbortSignal.any([signal, late]),
        });
        await response.body?.cancel();
        return response.status;
    }
    catch (error) {
        signal.throwIfAborted();
        if (late.aborted)
            return `it did not answer within ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(timeout)}`;
        const code = error instanceof Error && error.cause instanceof Error ? codeOf(error.cause) : null;
        return `it could not be reached${code === null ? '' : ` (${code})`}`;
    }
}
function codeOf(error) {
    return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
/** A query may hold a token, and a URL a password. */
function withoutSecrets(text) {
    if (!URL.canParse(text))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'target.health.url is no URL');
    const { protocol, host, pathname } = new URL(text);
    if (protocol !== 'http:' && protocol !== 'https:') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'target.health.url is no URL of http:// or https://');
    }
    return `${protocol}//${host}${pathname}`;
}


/***/ })

};
