export const id = 6546;
export const ids = [6546];
export const modules = {

/***/ 99620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ guide)
/* harmony export */ });
const topics = (/* unused pure expression or super */ null && (['copies', 'environments', 'notifications', 'roles', 'runbooks', 'validate']));
/** A guide as messages name it: its file lies in Lifeboat's repository, not in that of whoever reads the message. */
function guide(topic) {
    return `docs/guides/${topic}.md in Lifeboat’s repository`;
}


/***/ }),

/***/ 56625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secretsInUrl),
/* harmony export */   o: () => (/* binding */ percentDecoded)
/* harmony export */ });
/**
 * What is secret inside of a URL: its password, a token that stands for the user, and what its parameters call a secret;
 * as it stands there, as a URL parser writes it and as it is meant. Nothing when the text is no URL with one. A password
 * that nobody percent-encoded may be found with more around it: rather too much is hidden than too little.
 */
function secretsInUrl(text) {
    const url = /^\s*([a-z][a-z0-9+.-]*):\/\/([^/?#@:]*)/i.exec(text);
    if (url === null)
        return [];
    const [before, scheme = '', user = ''] = url;
    const rest = text.slice(before.length);
    const parsed = URL.parse(text);
    const found = [
        /^:([^/?#]*)@/.exec(rest)?.[1],
        /^:(.*)@/s.exec(rest)?.[1],
        parsed?.password,
        ...(/^https?$/i.test(scheme) && standsForToken(rest) ? [user, parsed?.username] : []),
        ...secretParameters(rest),
    ].flatMap((part) => (part ? [part, percentDecoded(part)] : []));
    return [...new Set(found)];
}
/** On the web a user without a password, or with the word that GitHub takes for none, is a token. */
function standsForToken(rest) {
    return /^(?::(?:x-oauth-basic)?)?@/i.test(rest);
}
const password = /pass(?:word|wd|phrase)?$|pwd$/i;
const otherSecret = /(?:secret|token|signature|credential|authorization|api[-_]?key|access[-_]?key)$|^(?:sig|key|auth)$/i;
/** What is shorter is a switch or a number, and hiding it would hide half of a log. */
const shortestOther = 6;
/** Whatever is called a password, as libpq takes `password` and `sslpassword` too, a token or a signature. */
function secretParameters(rest) {
    const query = /\?(.*)$/s.exec(rest)?.[1] ?? '';
    return query.split(/[&?]/).flatMap((pair) => {
        const [, name = '', value = ''] = /^([^=]*)=([^#]*)/s.exec(pair) ?? [];
        const meant = percentDecoded(name);
        if (!password.test(meant) && !(otherSecret.test(meant) && value.length >= shortestOther))
            return [];
        return [value, value.replaceAll('+', ' ')];
    });
}
/** A part of a URL as it is meant. With a stray percent sign it is as it stands. */
function percentDecoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


/***/ }),

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

/***/ 18176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ hideUrl),
/* harmony export */   s: () => (/* binding */ hideSecrets)
/* harmony export */ });
/* harmony import */ var _domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56625);

/**
 * Makes sure that no secret that the environment file draws in is ever shown: the runner hides only what it knows as a
 * secret, and knows nothing of the password inside a URL. Fields that are no secret (a bucket, a region) stay readable.
 */
function hideSecrets(environment, host) {
    for (const source of environment.sources) {
        if (source.type === 'postgres')
            hide(host, source.url, source.password);
        if (source.type === 'redis')
            hide(host, source.url);
    }
    for (const store of environment.stores) {
        if (store.type === 's3')
            hide(host, store.secretAccessKey, store.sessionToken);
        if (store.type === 'azure')
            hide(host, store.connectionString, store.accountKey, store.sasToken);
        if (store.type === 'gcs')
            hide(host, store.credentials);
    }
    if (typeof environment.encryption === 'object' && 'passphrase' in environment.encryption) {
        hide(host, environment.encryption.passphrase);
    }
    hide(host, environment.heartbeat, environment.watch?.heartbeat);
    for (const channel of environment.notifications?.channels ?? []) {
        if (channel.type === 'slack')
            hide(host, channel.webhookUrl, channel.token);
        if (channel.type === 'webhook')
            hide(host, channel.url, channel.secret);
        if (channel.type === 'email')
            hide(host, channel.password);
        if (channel.type === 'pagerduty')
            hide(host, channel.routingKey);
    }
    hide(host, environment.metrics?.password);
}
/** Hides a URL and the password in it, also one that nothing can be done with. */
function hideUrl(url, host) {
    for (const part of [url, ...(0,_domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsInUrl */ .C)(url)])
        host.hide(part);
}
function hide(host, ...templates) {
    for (const template of templates) {
        // What is not set here is not this run's to need.
        if (template === undefined || template.names.some((name) => (host.variables[name] ?? '') === ''))
            continue;
        const value = template.resolve(host.variables);
        hideUrl(value, host);
        for (const part of secretsInText(value))
            host.hide(part);
    }
}
/**
 * What is secret inside of a connection string, a shared access signature or the JSON of a service account: the key as
 * it stands there and as it is meant, so that a part alone is hidden too.
 */
function secretsInText(text) {
    const found = [
        /(?:^|;)\s*AccountKey=([^;]+)/.exec(text)?.[1],
        /(?:^|;)\s*SharedAccessSignature=([^;]+)/.exec(text)?.[1],
        /(?:^|[?&;=])sig=([^&;]+)/.exec(text)?.[1],
        /"private_key"\s*:\s*"((?:[^"\\]|\\.)+)"/.exec(text)?.[1],
    ].filter((part) => part !== undefined);
    return [
        ...new Set(found.flatMap((part) => [
            part,
            (0,_domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .o)(part),
            // A log that shows the key shows it line by line.
            ...part.split(/\\n|\n/).filter((line) => line.length >= 16 && !line.startsWith('-----')),
        ])),
    ];
}


/***/ }),

/***/ 57724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Folder of the environment files, from the working directory. */
const folder = 'environments';
/**
 * Finds, reads and parses the file of an environment.
 * @param elsewhere how another place is named, for whoever has files, but not this one
 * @throws Failure `config` when there is none, more than one, or its name is another
 */
async function loadEnvironment(input, elsewhere = 'Another place is named by --config, in a job by the input config.') {
    const file = input.config ?? (await findFile(input.environment, elsewhere));
    const text = await readText(file);
    const { parseEnvironment } = await __webpack_require__.e(/* import() */ 9172).then(__webpack_require__.bind(__webpack_require__, 99172));
    const environment = await parseEnvironment(text, file);
    if (environment.environment !== input.environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${file} describes the environment ${environment.environment}, but ${input.environment} was asked for`, { hint: 'Give the name that stands in the file, or the path of another file.' });
    }
    return environment;
}
async function readText(file) {
    const hint = 'Check the path; it starts at the working directory. In a workflow, actions/checkout must come first.';
    try {
        // What is no file may never end, and whoever waits for a pipe to be opened hears no signal.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).isFile()) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} is no file`, { hint });
        }
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
            throw cause;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} cannot be read`, { cause, hint });
    }
}
async function findFile(name, elsewhere) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = [
        folder,
        ...entries.filter((entry) => entry.isDirectory()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name)),
    ];
    const found = [];
    const others = [];
    for (const place of folders.sort()) {
        for (const file of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place).catch(() => [])) {
            if (!/\.ya?ml$/.test(file))
                continue;
            const isIt = file === `${name}.yml` || file === `${name}.yaml`;
            (isIt ? found : others).push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, file));
        }
    }
    const [first, second] = found;
    if (first === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `there is no file for the environment ${name}: looked for ${folder}/${name}.yml and ${folder}/*/${name}.yml`, {
            hint: others.length > 0
                ? `There ${others.length === 1 ? 'is' : 'are'} ${others.sort().join(', ')}. ${elsewhere}`
                : 'Make one with `lifeboat init`. In a workflow, actions/checkout must come first.',
        });
    }
    if (second !== undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `several files are for the environment ${name}: ${found.join(', ')}`, {
            hint: 'Say which one is meant with config.',
        });
    }
    return first;
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

/***/ 86546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runNotifyTest: () => (/* binding */ runNotifyTest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_guide_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99620);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49144);
/* harmony import */ var _deliver_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33596);
/* harmony import */ var _hide_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(18176);
/* harmony import */ var _load_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57724);
/* harmony import */ var _open_messengers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95205);








async function runNotifyTest(input, host) {
    const environment = await (0,_load_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .loadEnvironment */ .Y)(input);
    (0,_hide_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .hideSecrets */ .s)(environment, host);
    const all = (0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_5__/* .messengerConfigs */ .Fp)(environment);
    const channels = all.filter(({ name }) => input.channel === undefined || name === input.channel);
    if (channels.length === 0) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', input.channel === undefined
            ? 'the environment names no channel'
            : `the environment has no channel ${input.channel}`, {
            hint: all.length === 0
                ? `Add channels under \`notifications\` in its file: ${(0,_domain_guide_js__WEBPACK_IMPORTED_MODULE_7__/* .guide */ .R)('notifications')}.`
                : `It has ${all.map(({ name }) => name).join(', ')}.`,
        });
    }
    const name = environment.environment;
    const deliveries = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_3__/* .deliver */ .c)(testMessage(name, host), channels, host);
    const worst = deliveries.find(({ failure }) => failure !== null)?.failure;
    return {
        text: deliveries.map(lineOf).join('\n'),
        json: {
            environment: name,
            channels: deliveries.map(({ channel, type, told, failure }) => ({
                channel,
                type,
                told: told !== null,
                failure: failure === null ? null : { kind: failure.kind, message: failure.message },
            })),
        },
        ...(worst === undefined || worst === null ? {} : { failure: worst.kind }),
    };
}
function testMessage(environment, { actor, runUrl }) {
    return {
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        state: 'test',
        severity: 'info',
        kind: 'test',
        alert: 'test',
        key: `lifeboat/${environment}/test`,
        environment,
        title: `TEST: Lifeboat can reach this channel (${environment})`,
        summary: 'This is a test of the notifications. Nothing has happened, and nothing is to be done.',
        facts: [
            { label: 'Environment', text: environment },
            { label: 'Sent by', text: actor ?? 'unknown' },
        ],
        next: [],
        link: runUrl,
        at: _host_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m.now(),
        since: null,
        verdict: null,
        log: null,
        report: null,
    };
}
function lineOf({ channel, type, failure }) {
    const outcome = failure === null ? 'took the test' : `FAILED (${failure.kind}): ${failure.message}`;
    const hint = failure?.hint === undefined ? '' : `\n    ${failure.hint}`;
    return `${failure === null ? '✓' : '✗'} ${channel} (${type}): ${outcome}${hint}`;
}


/***/ })

};
