export const id = 7467;
export const ids = [7467];
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

/***/ 37467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createSlack: () => (/* binding */ createSlack)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/channels/post.js
var post = __webpack_require__(80268);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/message.js
var domain_message = __webpack_require__(5295);
// EXTERNAL MODULE: ./lib/channels/wording.js
var wording = __webpack_require__(50000);
;// CONCATENATED MODULE: ./lib/channels/slack-thread.js





/** Our mark on the message that tells of a trouble. */
const openEvent = 'lifeboat_trouble_open';
const endedEvent = 'lifeboat_trouble_ended';
/** So many of the channel's newest messages are looked through, at one request. */
const looked = 200;
/** Bytes. A long message with its blocks has some 10 kB, so that this is room for all of them. */
const longestHistory = 8 * 1024 * 1024;
/** https://docs.slack.dev/reference/block-kit/blocks */
const mostBlocks = 50;
const answerSchema = schemas/* object */.Ikc({ ok: schemas/* boolean */.zMY(), error: schemas/* string */.YjP().optional(), ts: schemas/* string */.YjP().optional() });
const ownSchema = schemas/* object */.Ikc({ bot_id: schemas/* string */.YjP() });
const historySchema = schemas/* object */.Ikc({
    messages: schemas/* array */.YOg(schemas/* object */.Ikc({
        ts: schemas/* string */.YjP(),
        blocks: schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())).default([]),
        bot_id: schemas/* string */.YjP().optional(),
        metadata: schemas/* object */.Ikc({ event_type: schemas/* string */.YjP(), event_payload: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) })
            .optional(),
    })),
});
/**
 * What a bot does with a message: the first of a trouble begins a thread, the others go on in it. Where it hangs comes
 * second to that it is read: whatever goes wrong with the thread, the message is posted without one.
 */
function openSlackThreads(bot, log) {
    return {
        tell: async (message, body, signal) => {
            const call = (method, values) => callApi(bot, method, values, signal);
            /** What fails here is said, and holds nothing up; only being stopped does. */
            const orNull = async (what, work) => {
                try {
                    return await work();
                }
                catch (error) {
                    if (signal.aborted)
                        throw error;
                    log.info(`Slack: ${what}: ${(0,failure/* asFailure */.h_)(error).message}`);
                    return null;
                }
            };
            const isPartOfTrouble = message.state === 'trouble' || message.state === 'recovered';
            const thread = isPartOfTrouble
                ? await orNull('told without a thread, as none could be looked for', () => findThread(bot, message.key, signal))
                : null;
            // Its end is for everybody in the channel; how it goes on, for those who follow the thread. A part that is over ends none.
            const isOver = message.state === 'recovered' && (0,domain_message/* endedBy */.m)(message).includes(message.key);
            const isInThread = thread !== null &&
                (await orNull('told without a thread, as the thread did not take it', async () => {
                    const place = { thread_ts: thread.ts, reply_broadcast: isOver };
                    await call('chat.postMessage', { channel: bot.channel, ...body, ...place });
                    return true;
                })) === true;
            if (!isInThread) {
                const opening = message.state === 'trouble'
                    ? { metadata: { event_type: openEvent, event_payload: { key: message.key } } }
                    : {};
                await call('chat.postMessage', { channel: bot.channel, ...body, ...opening });
            }
            const told = { done: isInThread ? 'updated' : 'sent', url: null };
            if (thread === null || !isOver)
                return told;
            const ended = `✅ Over since ${(0,wording/* timeText */.Tc)(message.at)}; the thread has how it went.`;
            const isMarked = await orNull('the message that told of the trouble could not be marked as over', () => call('chat.update', {
                channel: bot.channel,
                ts: thread.ts,
                text: ended,
                blocks: [
                    { type: 'section', text: { type: 'plain_text', text: ended, emoji: false } },
                    ...thread.blocks.slice(0, mostBlocks - 1),
                ],
                metadata: { event_type: endedEvent, event_payload: { key: message.key } },
            }));
            return isMarked === null ? told : { done: 'closed', url: null };
        },
    };
}
/** The open message of this key that this bot wrote; null when there is none. @throws Failure when it cannot be looked for */
async function findThread(bot, key, given) {
    const signal = AbortSignal.any([given, AbortSignal.timeout(bot.timeToLook ?? 5_000)]);
    const own = ownSchema.safeParse(await callApi(bot, 'auth.test', {}, signal));
    const history = historySchema.safeParse(await callApi(bot, 'conversations.history', { channel: bot.channel, limit: String(looked), include_all_metadata: 'true' }, signal));
    if (!own.success || !history.success)
        throw new failure/* Failure */.HR('unavailable', 'Slack gave an answer of another form');
    const found = history.data.messages.find(({ bot_id, metadata }) => bot_id === own.data.bot_id &&
        metadata?.event_type === openEvent &&
        metadata.event_payload['key'] === key);
    return found ?? null;
}
/** @throws Failure with Slack's own word for what is wrong, such as `channel_not_found` */
async function callApi(bot, method, values, signal) {
    const reads = method === 'auth.test' || method === 'conversations.history';
    const { text } = await (0,post/* post */.bE)({
        url: `${bot.api.replace(/\/+$/, '')}/${method}`,
        who: 'Slack',
        // Methods that read take no JSON.
        body: reads ? new URLSearchParams(values).toString() : JSON.stringify(values),
        headers: {
            authorization: `Bearer ${bot.token}`,
            ...(reads ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(method === 'conversations.history' ? { most: longestHistory } : {}),
        signal,
    });
    const json = parsed(text);
    const answer = answerSchema.safeParse(json);
    if (!answer.success)
        throw new failure/* Failure */.HR('unavailable', `Slack gave no answer of its own to ${method}`);
    if (answer.data.ok)
        return json;
    const word = /^[a-z_]{1,60}$/.test(answer.data.error ?? '') ? answer.data.error : 'an unknown error';
    if (word === 'ratelimited' || word === 'internal_error' || word === 'service_unavailable') {
        throw new failure/* Failure */.HR('unavailable', `Slack answered ${method} with ${word}`);
    }
    throw new failure/* Failure */.HR('access', `Slack refused ${method}: ${word}`, {
        hint: 'Check the token, its scopes (chat:write), the id of the channel, and that the bot is a member of it.',
    });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/channels/slack.js




/**
 * Slack, by an incoming webhook or by a bot. A bot that may read its channel finds the message that told of the trouble,
 * by metadata that it wrote itself, says in its thread how it goes on, and rewrites it when it is over.
 */
function createSlack({ name, webhookUrl, bot, log }) {
    const byWebhook = async (message, url, signal) => {
        await (0,post/* post */.bE)({ url, who: 'Slack', body: JSON.stringify(bodyOf(message)), signal });
        return { done: 'sent', url: null };
    };
    return {
        name,
        gathers: false,
        send: async (message, signal) => {
            if (bot === null) {
                if (webhookUrl === null)
                    throw new failure/* Failure */.HR('config', `channel ${name} has neither webhook-url nor token`);
                return byWebhook(message, webhookUrl, signal);
            }
            try {
                return await openSlackThreads(bot, log).tell(message, bodyOf(message), signal);
            }
            catch (error) {
                if (webhookUrl === null || signal.aborted)
                    throw error;
                return byWebhook(message, webhookUrl, signal);
            }
        },
    };
}
/** What Slack takes: https://docs.slack.dev/reference/block-kit/blocks */
const limits = { header: 150, section: 3_000, field: 2_000, fields: 10, sections: 6 };
/**
 * Everything that could hold a foreign word is `plain_text`: there Slack sees no markup, no mention and no link. The text
 * beside the blocks, which notifications show, is markup always, so it is escaped.
 */
function bodyOf(message) {
    const link = (0,wording/* safeLink */.o3)(message.link);
    const fields = message.facts
        .slice(0, limits.fields)
        .map(({ label, text }) => plainText(`${label}: ${text}`, limits.field));
    return {
        text: escaped((0,wording/* clipped */.cz)(`${(0,wording/* markOf */.Fg)(message)} ${message.title}`, limits.section)),
        blocks: [
            { type: 'header', text: plainText(`${(0,wording/* markOf */.Fg)(message)} ${message.title}`, limits.header) },
            section(message.summary),
            ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
            ...message.next.slice(0, limits.sections).map((step, index) => section(`${index + 1}. ${step}`)),
            ...(link === null
                ? []
                : [
                    {
                        type: 'actions',
                        elements: [{ type: 'button', text: plainText('Log and report', 75), url: link }],
                    },
                ]),
            {
                type: 'context',
                elements: [
                    plainText(`Lifeboat · ${message.environment} · ${message.severity} · ${(0,wording/* timeText */.Tc)(message.at)}`, limits.field),
                ],
            },
        ],
        unfurl_links: false,
        unfurl_media: false,
    };
}
function section(text) {
    return { type: 'section', text: plainText(text, limits.section) };
}
/** Never empty, which Slack refuses. */
function plainText(text, atMost) {
    return { type: 'plain_text', text: (0,wording/* clipped */.cz)(text === '' ? '–' : text, atMost), emoji: false };
}
/** Slack's three characters; and none of its marks can begin anything, as a zero-width space parts them. */
function escaped(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[*_~`@#]/g, (mark) => `${mark}\u200B`);
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
