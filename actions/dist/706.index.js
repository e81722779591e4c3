export const id = 706;
export const ids = [706];
export const modules = {

/***/ 33596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ deliver)
/* harmony export */ });
/* unused harmony export patience */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49144);
/* harmony import */ var _open_messengers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95205);



/** So long may one channel take, all its tries together. */
const patience = 15_000;
const tries = 3;
const pause = 1_000;
/**
 * Sends a message through some channels at once, each within a bounded time. One that fails is named, and the others are
 * told all the same; nothing is thrown.
 */
function deliver(message, channels, host) {
    return Promise.all(channels.map(async (config) => {
        const about = { channel: config.name, type: config.type };
        try {
            return { ...about, told: await send(message, config, host), failure: null };
        }
        catch (thrown) {
            return { ...about, told: null, failure: (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown) };
        }
    }));
}
/** What is out of reach is tried again, while there is time. A message that comes twice is better than none. */
async function send(message, config, host) {
    const messenger = await (0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_2__/* .openMessenger */ .qy)(config, host);
    const signal = AbortSignal.any([host.signal, AbortSignal.timeout(patience)]);
    for (let attempt = 1;; attempt += 1) {
        try {
            return await messenger.send(message, signal);
        }
        catch (thrown) {
            const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
            if (failure.kind !== 'unavailable' || attempt === tries || signal.aborted)
                throw failure;
            try {
                await _host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.sleep(pause * attempt, signal);
            }
            catch {
                throw failure;
            }
        }
    }
}


/***/ }),

/***/ 95205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ messengerConfigs),
/* harmony export */   df: () => (/* binding */ gathers),
/* harmony export */   qy: () => (/* binding */ openMessenger)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49144);



function messengerConfigs({ notifications }) {
    return (notifications?.channels ?? []).filter((channel) => channel.type !== 'github-issues');
}
/** Which of them know by themselves what they were told already. */
function gathers({ type }) {
    return type === 'pagerduty';
}
/** @throws Failure `config` when a variable is not set, or a file cannot be read */
async function openMessenger(config, host) {
    if (config.type === 'slack')
        return openSlack(config, host);
    if (config.type === 'webhook')
        return openWebhook(config, host);
    return config.type === 'email' ? openEmail(config, host) : openPagerDuty(config, host);
}
async function openSlack(config, host) {
    const { createSlack } = await __webpack_require__.e(/* import() */ 7467).then(__webpack_require__.bind(__webpack_require__, 37467));
    const { name, webhookUrl, token, channel } = config;
    const api = config.api?.resolve(host.variables) ?? 'https://slack.com/api';
    return createSlack({
        name,
        webhookUrl: webhookUrl === undefined ? null : secret(webhookUrl, host),
        bot: token === undefined || channel === undefined ? null : { token: secret(token, host), channel, api },
        log: host.log,
    });
}
async function openWebhook(config, host) {
    const { createWebhook } = await __webpack_require__.e(/* import() */ 8773).then(__webpack_require__.bind(__webpack_require__, 88773));
    return createWebhook({
        name: config.name,
        url: secret(config.url, host),
        secret: config.secret === undefined ? null : secret(config.secret, host),
        includeReport: config.includeReport,
        clock: _host_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
    });
}
async function openEmail(config, host) {
    const { createEmail } = await __webpack_require__.e(/* import() */ 3891).then(__webpack_require__.bind(__webpack_require__, 23891));
    const { name, user, password, security, caFile, from, to } = config;
    return createEmail({
        name,
        host: config.host.resolve(host.variables),
        port: config.port ?? (security === 'tls' ? 465 : 587),
        security,
        credentials: user === undefined || password === undefined
            ? null
            : { user: user.resolve(host.variables), password: secret(password, host) },
        authority: caFile === undefined ? null : await readAuthority(caFile, name),
        from,
        to,
    });
}
async function openPagerDuty(config, host) {
    const { createPagerDuty } = await __webpack_require__.e(/* import() */ 3735).then(__webpack_require__.bind(__webpack_require__, 3735));
    return createPagerDuty({
        name: config.name,
        routingKey: secret(config.routingKey, host),
        source: config.source ?? null,
        endpoint: config.endpoint?.resolve(host.variables) ?? 'https://events.pagerduty.com',
    });
}
/** Hidden from the moment that it is known. */
function secret(template, host) {
    const value = template.resolve(host.variables);
    host.hide(value);
    return value;
}
async function readAuthority(path, channel) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((cause) => {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', `the ca-file of channel ${channel} cannot be read: ${path}`, {
            cause,
            hint: 'Give the path of a PEM file; it starts at the working directory.',
        });
    });
}


/***/ }),

/***/ 80706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logDeliveries: () => (/* binding */ logDeliveries),
/* harmony export */   tellNow: () => (/* binding */ tellNow)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49144);
/* harmony import */ var _deliver_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33596);
/* harmony import */ var _open_messengers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95205);





/**
 * Tells people at once, as a runbook does that escalates, whatever the channels' own routing. A channel that fails is
 * named in the result.
 * @param names of channels; all of the environment by default
 * @throws Failure `config` when the environment has no channel of a name
 */
async function tellNow(environment, { state, severity, title, text, link, about }, host, names) {
    const channels = (0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_4__/* .messengerConfigs */ .Fp)(environment);
    const unknown = (names ?? []).filter((name) => !channels.some((channel) => channel.name === name));
    if (unknown.length > 0) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', `the environment has no channel ${unknown.join(', ')}`, {
            hint: `It has ${channels.map(({ name }) => name).join(', ') || 'none'}: see \`notifications\` in its file.`,
        });
    }
    const message = {
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        state,
        severity,
        kind: state === 'communication' ? 'runbook' : 'escalation',
        alert: state === 'recovered' ? 'escalation-recovered' : state,
        key: `lifeboat/${environment.environment}/${state === 'communication' ? state : 'escalation'}/${about ?? title}`,
        environment: environment.environment,
        title: host.mask(title),
        summary: host.mask(text),
        facts: [{ label: 'Environment', text: environment.environment }],
        next: [],
        link: link ?? host.runUrl,
        at: _host_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.now(),
        since: null,
        verdict: null,
        log: null,
        report: null,
    };
    const wanted = channels.filter(({ name }) => names?.includes(name) ?? true);
    const deliveries = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_3__/* .deliver */ .c)(message, wanted, host);
    logDeliveries(deliveries, host);
    return deliveries;
}
/** One line per channel; a failure is a warning, whatever it was. */
function logDeliveries(deliveries, { log }) {
    for (const { channel, told, failure } of deliveries) {
        if (told !== null && told.done !== 'nothing')
            log.info(`${channel}: ${told.done}${told.url === null ? '' : ` ${told.url}`}`);
        if (failure === null)
            continue;
        log.warning(`channel ${channel} could not be told: ${failure.message}`, failure.subjects);
        if (failure.hint !== undefined)
            log.info(failure.hint);
    }
}


/***/ })

};
