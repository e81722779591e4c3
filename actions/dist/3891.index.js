export const id = 3891;
export const ids = [3891];
export const modules = {

/***/ 23891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createEmail: () => (/* binding */ createEmail)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/channels/wording.js
var wording = __webpack_require__(50000);
;// CONCATENATED MODULE: ./lib/channels/email-text.js

/** A mail is read on a telephone at night: what happened and what to do come first, the whole report last. */
/** Characters of the report that a mail holds; the run's own log has all of it. */
const longestLog = 60_000;
/** The message as plain text. */
function textOf(message) {
    const link = (0,wording/* safeLink */.o3)(message.link);
    const blocks = [
        [message.title, '', message.summary],
        message.facts.map(({ label, text }) => `${label}: ${text}`),
        message.next.length === 0
            ? []
            : ['What to do next:', ...message.next.map((step, index) => `${index + 1}. ${step}`)],
        link === null ? [] : [`Log and report: ${link}`],
        message.log === null ? [] : ['Report:', '', (0,wording/* clipped */.cz)(message.log, longestLog)],
        [footer(message)],
    ];
    return `${blocks
        .filter((block) => block.length > 0)
        .map((block) => block.join('\n'))
        .join('\n\n')}\n`;
}
/** The same as HTML: styles inline, nothing loaded from anywhere, light and dark as the mail program has it. */
function htmlOf(message) {
    const link = (0,wording/* safeLink */.o3)(message.link);
    const rows = message.facts
        .map(({ label, text }) => `<tr><td style="padding:2px 16px 2px 0;color:#6a737d;vertical-align:top">${escaped(label)}</td><td style="padding:2px 0">${escaped(text)}</td></tr>`)
        .join('');
    const steps = message.next.map((step) => `<li style="margin:4px 0">${escaped(step)}</li>`).join('');
    const parts = [
        `<div style="border-left:4px solid ${colourOf(message)};padding:4px 0 4px 12px"><h1 style="font-size:18px;margin:0 0 4px">${escaped(message.title)}</h1><p style="margin:0">${escaped(message.summary)}</p></div>`,
        rows === '' ? '' : `<table style="border-collapse:collapse;margin:16px 0;font-size:14px">${rows}</table>`,
        steps === ''
            ? ''
            : `<h2 style="font-size:15px;margin:16px 0 4px">What to do next</h2><ol style="margin:0;padding-left:20px">${steps}</ol>`,
        link === null ? '' : `<p><a href="${escaped(link)}">Log and report of the run</a></p>`,
        message.log === null
            ? ''
            : `<pre style="font-size:12px;white-space:pre-wrap;border-top:1px solid #d0d7de;padding-top:12px">${escaped((0,wording/* clipped */.cz)(message.log, longestLog))}</pre>`,
        `<p style="font-size:12px;color:#6a737d">${escaped(footer(message))}</p>`,
    ];
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body style="font-family:system-ui,sans-serif;max-width:44em;margin:0 auto;padding:16px">${parts.join('')}</body></html>`;
}
function footer({ environment, severity, at }) {
    return `Lifeboat · ${environment} · ${severity} · ${(0,wording/* timeText */.Tc)(at)}`;
}
function colourOf({ state, severity }) {
    if (state === 'recovered' || (state === 'success' && severity === 'info'))
        return '#1a7f37';
    if (state === 'test')
        return '#6a737d';
    return { critical: '#cf222e', warning: '#bf8700', info: '#0969da' }[severity];
}
function escaped(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}

// EXTERNAL MODULE: ./lib/channels/post.js
var post = __webpack_require__(80268);
;// CONCATENATED MODULE: ./lib/channels/email.js







/** No stage of the talk with the server may take longer; the caller bounds the whole. */
const patience = 10_000;
/** RFC 5322: 998 characters a line at most; what people see of a subject is far shorter. */
const longestSubject = 200;
/**
 * E-mail by SMTP. Every message about one trouble refers to the same message that never was, so that mail programs show
 * them as one conversation.
 */
function createEmail(options) {
    return {
        name: options.name,
        gathers: false,
        send: async (message, signal) => {
            const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
            signal.throwIfAborted();
            const { host, port, security, credentials, authority } = options;
            // Our own, so that nothing of it outlives the time that it is given.
            const socket = (0,external_node_net_.connect)({ host, port }).on('error', () => undefined);
            const stop = () => socket.destroy((0,post/* late */.fn)(`the mail server ${host}`));
            signal.addEventListener('abort', stop, { once: true });
            const transport = createTransport({
                host,
                port,
                secure: security === 'tls',
                requireTLS: security === 'starttls',
                ignoreTLS: security === 'none',
                ...(credentials === null ? {} : { auth: { user: credentials.user, pass: credentials.password } }),
                tls: { minVersion: 'TLSv1.2', ...(authority === null ? {} : { ca: authority }) },
                connection: socket,
                greetingTimeout: patience,
                socketTimeout: patience,
                // Neither files nor addresses of messages are ever read.
                disableFileAccess: true,
                disableUrlAccess: true,
            });
            try {
                await (0,external_node_events_.once)(socket, 'connect');
                await transport.sendMail(mailOf(message, options));
                return { done: 'sent', url: null };
            }
            catch (error) {
                throw signal.aborted ? (0,post/* late */.fn)(`the mail server ${host}`) : failureOf(error, options);
            }
            finally {
                signal.removeEventListener('abort', stop);
                transport.close();
                socket.destroy();
            }
        },
    };
}
function mailOf(message, { from, to }) {
    const domain = from.slice(from.lastIndexOf('@') + 1);
    const thread = `<${(0,external_node_crypto_.createHash)('sha256').update(message.key).digest('hex').slice(0, 32)}.lifeboat@${domain}>`;
    const isPartOfTrouble = message.state === 'trouble' || message.state === 'recovered';
    return {
        from: { name: 'Lifeboat', address: from },
        to: [...to],
        subject: (0,wording/* clipped */.cz)(`${(0,wording/* markOf */.Fg)(message)} ${message.title}`, longestSubject),
        text: textOf(message),
        html: htmlOf(message),
        messageId: `<${message.id}.lifeboat@${domain}>`,
        ...(isPartOfTrouble ? { references: [thread], inReplyTo: thread } : {}),
        headers: {
            // RFC 3834: so that no absence note answers.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            'X-Lifeboat-Alert': message.alert,
            'X-Lifeboat-Environment': message.environment,
        },
        ...(message.severity === 'critical' && message.state === 'trouble' ? { priority: 'high' } : {}),
    };
}
/** What the server said is left out: it can quote the password back. Its code says enough. */
function failureOf(error, { host, security }) {
    if (error instanceof failure/* Failure */.HR)
        return error;
    const { code, responseCode } = error;
    const status = typeof responseCode === 'number' ? ` with ${responseCode}` : '';
    const who = `the mail server ${host}`;
    if (code === 'EAUTH') {
        return new failure/* Failure */.HR('access', `${who} refused user and password${status}`, {
            hint: 'Check user and password; many providers ask for a password made for programs.',
        });
    }
    if (code === 'ETLS') {
        return new failure/* Failure */.HR('unavailable', `${who} offers no encrypted connection that can be trusted`, {
            hint: `The channel says security: ${security}. Check host and port; a private authority is given with ca-file.`,
        });
    }
    if (typeof responseCode === 'number' && responseCode >= 500) {
        return new failure/* Failure */.HR('config', `${who} refused the message${status}`, {
            hint: 'Check the addresses under from and to, and whether this user may send as them.',
        });
    }
    return new failure/* Failure */.HR('unavailable', `${who} could not take the message${status}`, {
        hint: 'Check host and port, and whether this machine may reach it: many runners block port 25.',
    });
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


/***/ })

};
