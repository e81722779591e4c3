export const id = 6530;
export const ids = [6530];
export const modules = {

/***/ 80268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bE: () => (/* binding */ post),
/* harmony export */   fn: () => (/* binding */ late)
/* harmony export */ });
/* unused harmony export addressOf */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const usuallyRead = 65_536;
/**
 * Posts a body, JSON by default, follows nowhere (whoever redirects would be handed the secrets too), and gives an answer that says yes.
 * @throws Failure `config` when the other side refuses, `unavailable` when it does not answer or has no time. Causes are
 * left out: they name the address
 */
async function post({ url, who, body, method = 'POST', headers, most = usuallyRead, signal, }) {
    const address = addressOf(url, who);
    signal.throwIfAborted();
    let response;
    let text;
    try {
        response = await fetch(address, {
            method,
            headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'lifeboat', ...headers },
            body,
            redirect: 'manual',
            signal,
        });
        text = await beginningOf(response, most);
    }
    catch {
        if (signal.aborted)
            throw late(who);
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${who} could not be reached`, {
            hint: 'Check the address, and whether this machine may reach it.',
        });
    }
    const { status } = response;
    if (status >= 200 && status < 300)
        return { status, text };
    if (status === 408 || status === 429 || status >= 500) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${who} answered with ${status}`);
    }
    if (status >= 300 && status < 400) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${who} answered with ${status}: a redirect, which is not followed`, {
            hint: 'Give the address that it leads to.',
        });
    }
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(status === 401 || status === 403 ? 'access' : 'config', `${who} refused the message with ${status}`, {
        hint: 'Check its address and its credentials in the environment file; `lifeboat notify test` tries channels.',
    });
}
/** @throws Failure `config` */
function addressOf(text, who) {
    const url = URL.parse(text);
    if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the address of ${who} is no http or https address without a user in it`, {
            hint: 'Give the whole URL that the service shows.',
        });
    }
    return url;
}
function late(who) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${who} did not answer in time`);
}
async function beginningOf(response, most) {
    if (response.body === null)
        return '';
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body) {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size >= most)
            break;
    }
    return Buffer.concat(chunks).toString('utf8', 0, most);
}


/***/ }),

/***/ 46530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pushMetrics: () => (/* binding */ pushMetrics)
/* harmony export */ });
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80268);

/**
 * Puts the figures of one environment in the place of those that it had there.
 * @param text in the text format 0.0.4
 * @throws Failure `config`, `access` or `unavailable`, without the address
 */
async function pushMetrics(text, environment, { url, job, credentials }, signal) {
    const basic = credentials === null
        ? null
        : Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
    await (0,_post_js__WEBPACK_IMPORTED_MODULE_0__/* .post */ .bE)({
        url: `${url.replace(/\/+$/, '')}/metrics/job/${job}/environment/${environment}`,
        who: 'the Pushgateway',
        method: 'PUT',
        body: text,
        headers: {
            'content-type': 'text/plain; version=0.0.4; charset=utf-8',
            ...(basic === null ? {} : { authorization: `Basic ${basic}` }),
        },
        signal,
    });
}


/***/ })

};
