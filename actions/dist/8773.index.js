export const id = 8773;
export const ids = [8773];
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

/***/ 88773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createWebhook: () => (/* binding */ createWebhook)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/channels/post.js
var post = __webpack_require__(80268);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/message.js
var domain_message = __webpack_require__(5295);
// EXTERNAL MODULE: ./lib/domain/news.js
var news = __webpack_require__(26981);
;// CONCATENATED MODULE: ./lib/channels/webhook-payload.js




/** What is posted to a webhook: schema/notification.json is made from this. Fields are only ever added to a version. */
const payloadVersion = 1;
const time = iso/* datetime */.w$();
const payloadSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(payloadVersion).describe('Version of this format. Fields may be added to it.'),
    id: schemas/* string */.YjP().describe('Of this message; the same when it is sent again.'),
    state: schemas/* enum */.k5n(['trouble', 'recovered', 'success', 'escalation', 'communication', 'test'])
        .describe('What it tells: a trouble, its end, a success worth telling, an escalation, what a runbook lets people know, or a test.'),
    severity: schemas/* enum */.k5n(news/* severities */.gO)
        .describe('How grave it is; of `recovered`, how grave the trouble was that is over: whoever pages by severity looks at `state` too.'),
    kind: schemas/* enum */.k5n([...news/* newsKinds */.jN, 'escalation', 'test'])
        .describe('What it is about, in the words of the environment file.'),
    alert: schemas/* string */.YjP().describe('In one word: `backup-failed`, `rpo-missed`, `restore-succeeded`…'),
    key: schemas/* string */.YjP().describe('What all messages about one trouble have in common, from beginning to end.'),
    ends: schemas/* array */.YOg(schemas/* string */.YjP())
        .describe('Keys of the troubles that are over by it; without that of the message where only a part of its trouble is over.'),
    environment: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().describe('One line.'),
    summary: schemas/* string */.YjP().describe('A sentence or two.'),
    verdict: schemas/* enum */.k5n(['passed', 'degraded', 'failed'])
        .nullable()
        .describe('How the run ended; null without a run.'),
    failure: schemas/* enum */.k5n(Object.keys(failure/* failureKinds */.cV))
        .nullable()
        .describe('Kind of the failure.'),
    backupId: schemas/* string */.YjP().nullable(),
    at: time.describe('When it happened.'),
    since: time.nullable().describe('Since when it is in trouble, as far as is known.'),
    link: schemas/* string */.YjP().nullable().describe('Where log and report can be read.'),
    facts: schemas/* array */.YOg(schemas/* object */.Ikc({ label: schemas/* string */.YjP(), text: schemas/* string */.YjP() })).describe('For people, in order.'),
    next: schemas/* array */.YOg(schemas/* string */.YjP()).describe('What to do, in order.'),
    report: schemas/* looseObject */._H3({})
        .optional()
        .describe('The JSON report, as docs/reports.md has it; with `include-report` alone.'),
})
    .describe('What Lifeboat posts to a webhook.');
function payloadOf(message, includeReport) {
    const { id, state, severity, kind, alert, key, environment, title, summary, verdict, link } = message;
    const { report, at, since } = message;
    return {
        version: payloadVersion,
        id,
        state,
        severity,
        kind,
        alert,
        key,
        ends: [...(0,domain_message/* endedBy */.m)(message)],
        environment,
        title,
        summary,
        verdict,
        link,
        facts: [...message.facts],
        next: [...message.next],
        failure: report?.failure?.kind ?? null,
        backupId: report?.backupId ?? null,
        at: new Date(at).toISOString(),
        since: since === null ? null : new Date(since).toISOString(),
        ...(includeReport && report !== null ? { report: { ...report } } : {}),
    };
}

;// CONCATENATED MODULE: ./lib/channels/webhook.js




/**
 * Posts each message as JSON, signed as the Standard Webhooks convention has it: HMAC-SHA256 over id, time and body, so
 * that neither can be changed, nor an old one be sent again.
 */
function createWebhook(options) {
    return {
        name: options.name,
        gathers: false,
        send: async (message, signal) => {
            const body = JSON.stringify(payloadOf(message, options.includeReport));
            const timestamp = String(Math.floor(options.clock.now() / 1_000));
            const signed = `${message.id}.${timestamp}.${body}`;
            await (0,post/* post */.bE)({
                url: options.url,
                who: `the webhook ${options.name}`,
                body,
                headers: {
                    'webhook-id': message.id,
                    'webhook-timestamp': timestamp,
                    ...(options.secret === null
                        ? {}
                        : { 'webhook-signature': `v1,${signatureOf(signed, keyOf(options))}` }),
                },
                signal,
            });
            return { done: 'sent', url: null };
        },
    };
}
/** @throws Failure `config`: anybody could sign with a key that is empty */
function keyOf({ name, secret }) {
    const text = secret ?? '';
    if (!text.startsWith(prefix) && text !== '')
        return Buffer.from(text);
    const encoded = text.slice(prefix.length);
    if (base64.test(encoded))
        return Buffer.from(encoded, 'base64');
    throw new failure/* Failure */.HR('config', `the secret of the webhook ${name} is ${text === '' ? 'empty' : 'no base64'}`, {
        hint: `Give the secret as the receiver has it: ${prefix} and base64, or any text of your own.`,
    });
}
/** Of secrets that are written in base64. */
const prefix = 'whsec_';
const base64 = /^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{4}|[A-Za-z0-9+/_-]{3}=?|[A-Za-z0-9+/_-]{2}(?:==)?)$/;
function signatureOf(text, key) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest('base64');
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
