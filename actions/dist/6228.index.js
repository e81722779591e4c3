export const id = 6228;
export const ids = [6228];
export const modules = {

/***/ 36228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHeartbeat: () => (/* binding */ createHeartbeat),
/* harmony export */   hasWatched: () => (/* binding */ hasWatched)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const attempts = 4;
const firstPause = 1_000;
/**
 * Pings a URL after each backup and proof that passed, so that a monitor elsewhere notices when none comes any more: also
 * when GitHub has stopped the schedule. A degraded run is not good, and does not ping.
 */
function createHeartbeat(options) {
    return {
        name: 'heartbeat',
        tell: async (report) => {
            if (!(options.pings ?? isGood)(report))
                return { done: 'nothing', url: null };
            const url = parsed(options.url);
            for (let attempt = 1;; attempt += 1) {
                const failure = await ping(url, options);
                if (failure === null)
                    return pinged;
                if (failure.kind !== 'unavailable' || attempt === attempts)
                    throw failure;
                await options.clock.sleep(pause(attempt, options.random), options.signal);
            }
        },
    };
}
/** The address stays untold here too. */
const pinged = { done: 'pinged', url: null };
/**
 * A watch that has looked is alive, whatever it found: that is told by other ways. One that could not look at all is not.
 */
function hasWatched({ operation, checks }) {
    return operation === 'status' && checks.length > 0;
}
function isGood({ operation, verdict, objectives }) {
    return (['backup', 'verify-restore'].includes(operation) &&
        verdict === 'passed' &&
        objectives.every((objective) => objective.met !== false));
}
function parsed(text) {
    const url = URL.parse(text);
    if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'the heartbeat is no http or https address without a user in it', {
            hint: 'Give `heartbeat` the whole URL that the monitoring service shows.',
        });
    }
    return url;
}
/** Null when it was heard. Causes are left out: they name the address. */
async function ping(url, { signal, timeout = 10_000 }) {
    signal.throwIfAborted();
    let status;
    try {
        const response = await fetch(url, {
            headers: { 'user-agent': 'lifeboat' },
            // A page to log in at would answer well, and nobody would have heard.
            redirect: 'manual',
            signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
        });
        status = response.status;
        await response.body?.cancel();
    }
    catch {
        signal.throwIfAborted();
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', 'the heartbeat could not be reached', {
            hint: 'Check the address, and whether this machine may reach it.',
        });
    }
    if (status >= 200 && status < 300)
        return null;
    if (status === 408 || status === 429 || status >= 500) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `the heartbeat was answered with ${status}`, {
            hint: 'The next good run pings again.',
        });
    }
    if (status >= 300 && status < 400) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the heartbeat was answered with ${status}: a redirect, which is not followed`, { hint: 'Give `heartbeat` the address that it leads to.' });
    }
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the heartbeat was answered with ${status}`, {
        hint: 'Give `heartbeat` the whole URL that the monitoring service shows.',
    });
}
/** 1, 2, 4 seconds, each by up to a half longer, so that not all jobs of an outage come back at once. */
function pause(attempt, random) {
    const share = (random.bytes(1)[0] ?? 0) / 256;
    return firstPause * 2 ** (attempt - 1) * (1 + share / 2);
}


/***/ })

};
