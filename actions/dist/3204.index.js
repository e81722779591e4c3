export const id = 3204;
export const ids = [3204,706];
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

/***/ 63204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareTelling: () => (/* binding */ prepareTelling)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/news.js
var domain_news = __webpack_require__(26981);
;// CONCATENATED MODULE: ./lib/domain/telling.js

const noPast = { runs: [], isCut: false };
/** @param trouble of this run; null when all is well */
function newsOf(run, past) {
    const before = troubled(past);
    const since = before.at(-1)?.at ?? null;
    if (run.trouble !== null)
        return { ...run, state: 'trouble', since };
    if (before.length === 0)
        return { ...run, state: 'success', since: null };
    return { ...run, state: 'recovered', since, severity: gravest(before) };
}
/**
 * Whether a channel is told.
 * @param gathers it knows by itself what it was told already, as a pager does
 * @param isRoutine of an operation whose success is no news
 */
function isTold(news, channel, past, options) {
    if (channel.kinds !== undefined && !channel.kinds.includes(news.kind))
        return false;
    if (news.state === 'success') {
        return !options.isRoutine && (channel.successes.includes(news.kind) || options.gathers);
    }
    const isGraveEnough = isAtLeast(news.severity, channel.atLeast);
    if (news.state === 'recovered') {
        return (channel.recoveries && isGraveEnough) || channel.successes.includes(news.kind) || options.gathers;
    }
    if (!isGraveEnough)
        return false;
    return options.gathers || !isRepeat(news, past, channel.repeatAfter ?? options.repeatAfter);
}
/** Told once per span as long as it lasts: the first run of a trouble is told, and the first after each span. */
function isRepeat({ trouble, at }, { runs, isCut }, repeatAfter) {
    const change = runs.findIndex((run) => run.trouble !== trouble);
    const same = change < 0 ? runs : runs.slice(0, change);
    const [newest] = same;
    if (newest === undefined)
        return false;
    // Where its beginning is out of sight, spans are counted from a fixed moment, the same for every run.
    if (change < 0 && isCut)
        return Math.floor(at / repeatAfter) === Math.floor(newest.at / repeatAfter);
    let told = -Infinity;
    for (const run of same.toReversed())
        if (run.at - told >= repeatAfter)
            told = run.at;
    return at - told < repeatAfter;
}
function troubled({ runs }) {
    const well = runs.findIndex(({ trouble }) => trouble === null);
    return well < 0 ? runs : runs.slice(0, well);
}
function gravest(runs) {
    const rank = Math.max(...runs.map(({ severity }) => domain_news/* severities */.gO.indexOf(severity)));
    return domain_news/* severities */.gO[rank] ?? 'info';
}
function isAtLeast(severity, least) {
    return domain_news/* severities */.gO.indexOf(severity) >= domain_news/* severities */.gO.indexOf(least);
}
function repeatAfterOf({ notifications }) {
    return notifications?.repeatAfter ?? 86_400_000;
}

// EXTERNAL MODULE: ./lib/wiring/deliver.js
var deliver = __webpack_require__(33596);
// EXTERNAL MODULE: ./lib/wiring/open-messengers.js
var open_messengers = __webpack_require__(95205);
// EXTERNAL MODULE: ./lib/wiring/tell-now.js
var tell_now = __webpack_require__(80706);
;// CONCATENATED MODULE: ./lib/wiring/tell-channels.js
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







/** So long may it take to find out how earlier runs ended. */
const patience = 10_000;
/**
 * Decides which of the environment file's channels are told of a run, and gives what tells them. Earlier runs are asked of
 * the ledger and of the issue; where neither answers, nobody is spared.
 */
async function prepareTelling(report, environment, tracker, host) {
    const kind = (0,domain_news/* newsKind */.gd)(report.operation);
    const configs = (0,open_messengers/* messengerConfigs */.Fp)(environment).filter(({ kinds }) => kind !== null && (kinds === undefined || kinds.includes(kind)));
    if (kind === null || configs.length === 0)
        return async () => undefined;
    const past = await readPast(report, kind, environment, tracker, host);
    const severity = (0,domain_news/* severityOf */.xJ)(report, kind, environment.notifications?.severity);
    const news = newsOf({ kind, severity, trouble: (0,domain_news/* troubleOf */.LH)(report), at: report.finishedAt }, past);
    const repeatAfter = repeatAfterOf(environment);
    const told = configs.filter((config) => isTold(news, config, past, {
        repeatAfter,
        gathers: (0,open_messengers/* gathers */.df)(config),
        isRoutine: (0,domain_news/* isRoutine */.r8)(report.operation),
    }));
    const spared = configs.filter((config) => !told.includes(config));
    if (news.state === 'trouble' && spared.length > 0) {
        host.log.debug(`not told, by routing or as it is no news: ${spared.map(({ name }) => name).join(', ')}`);
    }
    return async () => {
        if (told.length === 0)
            return;
        const { messageOf } = await Promise.all(/* import() */[__webpack_require__.e(9628), __webpack_require__.e(9971)]).then(__webpack_require__.bind(__webpack_require__, 62352));
        const message = messageOf(report, news, {
            id: (0,external_node_crypto_.randomUUID)(),
            hideNames: host.repositoryIsPublic,
            mask: (text) => host.mask(text),
        });
        (0,tell_now.logDeliveries)(await (0,deliver/* deliver */.c)(message, told, host), host);
    };
}
async function readPast(report, kind, environment, tracker, host) {
    const [ledger, issue] = await Promise.all([
        orNone(() => fromLedger(report, kind, environment, host), host),
        orNone(() => fromIssue(report, kind, environment, tracker), host),
    ]);
    const runs = [...(ledger?.runs ?? []), ...(issue?.runs ?? [])].sort((a, b) => b.at - a.at);
    return { runs: upToWell(runs), isCut: ledger?.isCut ?? issue?.isCut ?? false };
}
/** The newest up to the first that was well: what lies behind it is another story. */
function upToWell(runs) {
    const well = runs.findIndex(({ trouble }) => trouble === null);
    return well < 0 ? runs : runs.slice(0, well + 1);
}
async function orNone(work, { log, signal }) {
    try {
        return (await work()) ?? noPast;
    }
    catch (thrown) {
        signal.throwIfAborted();
        log.debug(`how earlier runs ended is not known: ${(0,failure/* asFailure */.h_)(thrown).message}`);
        return noPast;
    }
}
async function fromLedger(report, kind, environment, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [{ openPorts }, { readPastRuns }] = await Promise.all([
            __webpack_require__.e(/* import() */ 4418).then(__webpack_require__.bind(__webpack_require__, 44418)),
            Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(8239)]).then(__webpack_require__.bind(__webpack_require__, 38239)),
        ]);
        const signal = AbortSignal.any([host.signal, AbortSignal.timeout(patience)]);
        const ports = __addDisposableResource(env_1, await openPorts(environment, { host: { ...host, signal }, role: 'read' }), true);
        return await readPastRuns(environment, kind, report.startedAt, ports);
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
async function fromIssue(report, kind, environment, tracker) {
    if (tracker === null)
        return null;
    const { pastInIssue } = await __webpack_require__.e(/* import() */ 1531).then(__webpack_require__.bind(__webpack_require__, 91531));
    return pastInIssue(tracker, report, kind, environment.notifications?.severity);
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
async function tellNow(environment, { severity, title, text, link, about }, host, names) {
    const channels = (0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_4__/* .messengerConfigs */ .Fp)(environment);
    const unknown = (names ?? []).filter((name) => !channels.some((channel) => channel.name === name));
    if (unknown.length > 0) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', `the environment has no channel ${unknown.join(', ')}`, {
            hint: `It has ${channels.map(({ name }) => name).join(', ') || 'none'}: see \`notifications\` in its file.`,
        });
    }
    const message = {
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        state: 'escalation',
        severity,
        kind: 'escalation',
        alert: 'escalation',
        key: `lifeboat/${environment.environment}/escalation/${about ?? title}`,
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
