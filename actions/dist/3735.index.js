export const id = 3735;
export const ids = [3735];
export const modules = {

/***/ 3735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPagerDuty: () => (/* binding */ createPagerDuty)
/* harmony export */ });
/* harmony import */ var _domain_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5295);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80268);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50000);



/** As the Events API v2 has them. */
const longestSummary = 1_024;
const longestKey = 255;
/**
 * PagerDuty, by its Events API v2: trouble triggers, its end resolves. One incident per source and key of a
 * trouble, by its dedup_key, however often it is told. A success of something that was no trouble is none of a pager's business.
 */
function createPagerDuty(options) {
    return {
        name: options.name,
        gathers: true,
        send: async (message, signal) => {
            const url = new URL('/v2/enqueue', options.endpoint).href;
            const tell = async (action, key = message.key) => {
                const body = JSON.stringify(eventOf({ ...message, key }, action, options));
                await (0,_post_js__WEBPACK_IMPORTED_MODULE_0__/* .post */ .bE)({ url, who: 'PagerDuty', body, signal });
            };
            // What people are to know of an incident asks nobody to come.
            if (message.state === 'communication')
                return { done: 'nothing', url: null };
            const isEnd = message.state === 'success' || message.state === 'recovered';
            const ends = (0,_domain_message_js__WEBPACK_IMPORTED_MODULE_1__/* .endedBy */ .m)(message);
            if (!isEnd)
                await tell('trigger');
            for (const key of ends)
                await tell('resolve', key);
            if (isEnd)
                return { done: ends.length === 0 ? 'nothing' : 'closed', url: null };
            // A test shows that the way is open, and leaves nobody awake.
            if (message.state === 'test')
                await tell('resolve');
            return { done: 'sent', url: null };
        },
    };
}
function eventOf(message, action, { routingKey, source }) {
    const place = source ?? message.environment;
    const event = {
        routing_key: routingKey,
        event_action: action,
        dedup_key: (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .clipped */ .cz)(source === null ? message.key : `${source}/${message.key}`, longestKey),
    };
    if (action === 'resolve')
        return event;
    const link = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .safeLink */ .o3)(message.link);
    return {
        ...event,
        client: 'Lifeboat',
        ...(link === null
            ? {}
            : { client_url: link, links: [{ href: link, text: 'Log and report of the run' }] }),
        payload: {
            summary: (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .clipped */ .cz)(message.title, longestSummary),
            source: place,
            severity: message.severity,
            timestamp: new Date(message.at).toISOString(),
            component: message.environment,
            group: 'lifeboat',
            class: message.alert,
            custom_details: {
                summary: message.summary,
                ...Object.fromEntries(message.facts.map(({ label, text }) => [label, text])),
                ...(message.next.length === 0 ? {} : { next: message.next }),
            },
        },
    };
}


/***/ }),

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

/***/ 50000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   Tc: () => (/* binding */ timeText),
/* harmony export */   cz: () => (/* binding */ clipped),
/* harmony export */   o3: () => (/* binding */ safeLink)
/* harmony export */ });
/** What messages look alike in, whatever carries them. */
/** Cut to a number of characters, never within a pair of surrogates. */
function clipped(text, atMost) {
    if (text.length <= atMost)
        return text;
    return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** The address when it is plainly one of the web; else null. */
function safeLink(url) {
    return url !== null && /^https?:\/\/[A-Za-z0-9._~:/?#@!&+,;=%-]{1,2000}$/.test(url) ? url : null;
}
function markOf({ state, severity }) {
    if (state === 'test')
        return '🧪';
    if (state === 'recovered' || (state === 'success' && severity === 'info'))
        return '✅';
    return { critical: '🚨', warning: '⚠️', info: 'ℹ️' }[severity];
}
/** `2026-11-21 10:15 UTC` */
function timeText(at) {
    return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}


/***/ }),

/***/ 5295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ endedBy)
/* harmony export */ });
/** The keys of the troubles that are over by what a message tells. */
function endedBy({ state, key, ends }) {
    return ends ?? (state === 'success' || state === 'recovered' ? [key] : []);
}


/***/ })

};
