export const id = 2916;
export const ids = [2916,706];
export const modules = {

/***/ 70216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ writeSubject),
/* harmony export */   Qi: () => (/* binding */ subjectOfEvent),
/* harmony export */   Zp: () => (/* binding */ ofDeployment),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   yO: () => (/* binding */ writtenSubject)
/* harmony export */ });
/* harmony import */ var _news_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26981);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34512);


/** What a run was about, by its report. */
function subjectOf(report) {
    if (report.subject !== undefined)
        return report.subject;
    const isWell = (0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .troubleOf */ .LH)(report) === null;
    if (report.operation === 'gate')
        return one(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx, 'tried', isWell);
    if (report.operation === 'deploy-env')
        return ofDeployment(null, isWell);
    const kind = (0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .newsKind */ .gd)(report.operation);
    if (kind === 'proof')
        return ofBackup(report.backupId, 'older', isWell);
    if (kind === 'restore') {
        const isInPlace = report.restored?.places.some(({ exchanged }) => exchanged) === true;
        return ofBackup(report.backupId, isInPlace ? 'all' : 'older', isWell);
    }
    // That another backup is whole says nothing of one that could not be mended.
    if (kind === 'repair')
        return ofBackup(report.backupId, 'tried', isWell);
    if (kind === 'drill' || kind === 'validation')
        return { tried: [], troubled: [], answers: 'tried' };
    if (report.incident !== undefined)
        return one((0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .incidentKey */ .Qq)(report.incident), 'tried', isWell);
    return _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA;
}
/** What a run was about, by the event of the ledger that tells how it ended. */
function subjectOfEvent({ type, backupId, details, outcome }) {
    const isWell = outcome.verdict === 'passed' && outcome.trouble === undefined;
    const text = (name) => (typeof details[name] === 'string' ? details[name] : '');
    switch (type) {
        case 'verification':
            return ofBackup(backupId, 'older', isWell);
        case 'restore':
            return ofBackup(backupId, details['exchanged'] === true ? 'all' : 'older', isWell);
        case 'repair':
            return ofBackup(backupId, 'tried', isWell);
        case 'drill':
            return text('scenario') === ''
                ? { tried: [], troubled: [], answers: 'tried' }
                : one(text('scenario'), 'tried', isWell);
        case 'deploy':
            return text('state') === 'refused'
                ? one(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx, 'tried', isWell)
                : ofDeployment(text('version') === '' ? null : text('version'), isWell);
        case 'validation':
            // Of earlier versions: whether it asked everything is all that they say.
            return details['tried'] === undefined && details['whole'] === true ? _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA : writtenSubject(details);
        case 'runbook':
            return one(`${text('incident')}/${text('beganAt')}`, 'tried', isWell);
        default:
            return _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA;
    }
}
/** A release that stands, and a former one that does so again, are the end of whatever was tried before. */
function ofDeployment(version, isWell) {
    return one(version ?? 'a version', 'all', isWell);
}
/** A subject among an event's details. */
function writeSubject({ tried, troubled, answers }) {
    return { tried: tried.join(separator), troubled: troubled.join(separator), answers };
}
function writtenSubject(details) {
    const words = (name) => String(details[name] ?? '')
        .split(separator)
        .filter((word) => word !== '');
    const answers = ['older', 'all'].find((found) => found === details['answers']) ?? 'tried';
    return { tried: words('tried'), troubled: words('troubled'), answers };
}
/** No word of a subject has a comma. */
const separator = ', ';
function ofBackup(backupId, answers, isWell) {
    return backupId === null ? { tried: [], troubled: [], answers: 'tried' } : one(backupId, answers, isWell);
}
function one(text, answers, isWell) {
    const part = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectWord */ .tb)(text);
    return { tried: [part], troubled: isWell ? [] : [part], answers };
}


/***/ }),

/***/ 96413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ noPast),
/* harmony export */   Lq: () => (/* binding */ newsOf),
/* harmony export */   Wc: () => (/* binding */ isTold),
/* harmony export */   Wx: () => (/* binding */ keyOfNews),
/* harmony export */   a: () => (/* binding */ saysAll),
/* harmony export */   n5: () => (/* binding */ repeatAfterOf),
/* harmony export */   nG: () => (/* binding */ outcomeWord),
/* harmony export */   xB: () => (/* binding */ endedKeys)
/* harmony export */ });
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _news_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26981);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34512);



const noPast = { runs: [], isKnown: false };
/** `failed unavailable` */
function outcomeWord({ verdict, failure }) {
    return `${verdict} ${failure ?? ''}`;
}
function newsOf({ isLast = false, ...run }, past) {
    const { subject } = run;
    const isWell = run.trouble === null || isLast;
    const own = isWell ? [] : (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .troubledParts */ .Eg)(subject);
    const before = openTroubles(past.runs);
    const after = before.map((one) => ({ ...one, parts: (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .leftAfter */ .iz)(one.parts, subject, isWell) }));
    const ended = before.filter((_, index) => after[index]?.parts.length === 0);
    const goesOn = before.filter(({ parts }) => parts.some((part) => own.includes(part)));
    const open = [...new Set(after.flatMap(({ parts }) => parts))].filter((part) => !own.includes(part));
    const told = {
        ...run,
        ended: ended.map(({ run: { subject: of } }) => (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .troubledParts */ .Eg)(of)),
        open,
        isAllOver: isWell && open.length === 0 && (past.isKnown || subject.answers === 'all'),
    };
    const oldest = (among) => among.at(-1)?.run.at ?? null;
    if (!isWell)
        return { ...told, state: 'trouble', since: oldest(goesOn) };
    if (ended.length === 0)
        return { ...told, state: 'success', since: null };
    return { ...told, state: 'recovered', since: oldest(ended), severity: gravest(ended.map((one) => one.run)) };
}
/** Newest first. */
function openTroubles(runs) {
    return runs.flatMap((run, index) => {
        if (run.trouble === null)
            return [];
        let parts = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .troubledParts */ .Eg)(run.subject);
        for (const later of runs.slice(0, index))
            parts = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .leftAfter */ .iz)(parts, later.subject, later.trouble === null);
        return parts.length === 0 ? [] : [{ run, parts }];
    });
}
/** Whether no run of that moment or before can be in a trouble that is still open. @param runs those after it */
function saysAll(runs, at) {
    return runs.some(({ trouble, subject: { answers, tried } }) => {
        if (trouble !== null || answers === 'tried')
            return false;
        // No backup is tried before it is made.
        return (answers === 'all' || tried.some((id) => !(0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmergencyBackup */ .KS)(id) && at < ((0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.at ?? 0)));
    });
}
/** The key that a message bears: of its trouble, of what is over by it, or else of what it tried. */
function keyOfNews(environment, { kind, subject, state, ended }) {
    const parts = state === 'trouble' ? (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .troubledParts */ .Eg)(subject) : (ended[0] ?? subject.tried);
    return (0,_news_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(environment, kind, parts);
}
/**
 * The keys of what is over by a run, for whoever keeps incidents by key; also of what was well all the time, as far as
 * that is certain, so that an incident is closed although nobody remembers that it was opened.
 */
function endedKeys(environment, news) {
    const { kind, subject, ended, open, isAllOver, state } = news;
    const kindKey = (0,_news_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(environment, kind, []);
    const keys = new Set(ended.map((parts) => (0,_news_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(environment, kind, parts)));
    if (state !== 'trouble') {
        const own = subject.tried.length === 0 ? [kindKey] : subject.tried.map((part) => (0,_news_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(environment, kind, [part]));
        for (const key of own)
            if (key !== kindKey || isAllOver)
                keys.add(key);
        // Under this key earlier versions told of every drill.
        if (kind === 'drill' && isAllOver)
            keys.add(kindKey);
    }
    else
        keys.delete(keyOfNews(environment, news));
    for (const part of open)
        keys.delete((0,_news_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(environment, kind, [part]));
    return [...keys];
}
/**
 * Whether a channel is told.
 * @param gathers it knows by itself what it was told already, as a pager does
 * @param isRoutine of an operation whose success is no news
 */
function isTold(news, channel, past, options) {
    if (channel.kinds !== undefined && !channel.kinds.includes(news.kind))
        return false;
    const isGraveEnough = isAtLeast(news.severity, channel.atLeast);
    if (news.state === 'success') {
        // It came to its end, and not all is well: as much worth telling as a trouble is.
        if (news.trouble !== null && isGraveEnough)
            return true;
        return !options.isRoutine && (channel.successes.includes(news.kind) || options.gathers);
    }
    if (news.state === 'recovered') {
        return (channel.recoveries && isGraveEnough) || channel.successes.includes(news.kind) || options.gathers;
    }
    if (!isGraveEnough)
        return false;
    return options.gathers || !isRepeat(news, past, channel.name, channel.repeatAfter ?? options.repeatAfter);
}
/**
 * Whether this channel took the same news within the span. Only what was written down counts: a run that was killed, or a
 * channel that did not answer, told nobody anything. Restore tests of one backup after the other that all fail alike are the
 * same news: where they are tried often, people would be told each time.
 */
function isRepeat(news, { runs }, channel, repeatAfter) {
    const parts = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .troubledParts */ .Eg)(news.subject);
    const open = new Set(openTroubles(runs).map(({ run }) => run));
    for (const run of runs) {
        if ((0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .leftAfter */ .iz)(parts, run.subject, run.trouble === null).length < parts.length)
            return false;
        if (!open.has(run))
            continue;
        const before = (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .troubledParts */ .Eg)(run.subject);
        const isOfOlder = news.kind === 'proof' && before.every((old) => parts.some((part) => (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .answersFor */ .ze)(part, old)));
        if (!isOfOlder && !before.some((part) => parts.includes(part)))
            continue;
        const isAlike = run.trouble === news.trouble || run.trouble === news.outcome;
        if (!isAlike || !(isOfOlder || (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameTrouble */ .Gd)(run.subject, news.subject)))
            return false;
        if (!run.told.includes(channel))
            continue;
        // What a clock that runs ahead has dated silences nobody.
        const age = news.at - run.at;
        return age >= -toleratedSkew && age < repeatAfter;
    }
    return false;
}
const toleratedSkew = 10 * 60_000;
function gravest(runs) {
    const rank = Math.max(...runs.map(({ severity }) => _news_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.indexOf(severity)));
    return _news_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO[rank] ?? 'info';
}
function isAtLeast(severity, least) {
    return _news_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.indexOf(severity) >= _news_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.indexOf(least);
}
function repeatAfterOf({ notifications }) {
    return notifications?.repeatAfter ?? 86_400_000;
}


/***/ }),

/***/ 71930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ silentLog)
/* harmony export */ });
const silentLog = {
    debug: () => undefined,
    info: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    error: () => undefined,
    group: (_title, work) => work(),
    progress: () => ({ report: () => undefined, [Symbol.dispose]: () => undefined }),
};


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

/***/ 32916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareTelling: () => (/* binding */ prepareTelling)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26981);
/* harmony import */ var _domain_subject_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70216);
/* harmony import */ var _domain_telling_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96413);
/* harmony import */ var _ports_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71930);
/* harmony import */ var _deliver_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33596);
/* harmony import */ var _open_messengers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(95205);
/* harmony import */ var _tell_now_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(80706);
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










/** So long may it take to read what earlier runs have left, or to add to it. */
const patience = 10_000;
/**
 * Decides which of the environment file's channels are told of a run, and gives what tells them. Earlier runs, and who was
 * told of them, are asked of the ledger and of the issue; where neither answers, nobody is spared.
 * @param timeToAsk so long may it take to find out how earlier runs ended
 * @returns tells them, and gives the names of those that took the news of a trouble, for the issue to remember
 */
async function prepareTelling(report, environment, tracker, host, timeToAsk = patience) {
    const kind = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_3__/* .newsKind */ .gd)(report.operation);
    const configs = (0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_8__/* .messengerConfigs */ .Fp)(environment).filter(({ kinds }) => kind !== null && (kinds === undefined || kinds.includes(kind)));
    if (kind === null || configs.length === 0 || !(0,_domain_news_js__WEBPACK_IMPORTED_MODULE_3__/* .isNews */ .Ms)(report))
        return async () => [];
    const past = await readPast(report, kind, environment, tracker, host, AbortSignal.timeout(timeToAsk));
    const news = (0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_5__/* .newsOf */ .Lq)({
        kind,
        severity: (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_3__/* .severityOf */ .xJ)(report, kind, environment.notifications?.severity),
        trouble: (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleOf */ .LH)(report),
        outcome: (0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_5__/* .outcomeWord */ .nG)({ verdict: report.verdict, failure: report.failure?.kind ?? null }),
        subject: (0,_domain_subject_of_js__WEBPACK_IMPORTED_MODULE_4__/* .subjectOf */ .et)(report),
        at: report.finishedAt,
        isLast: report.incident?.isOver === true,
    }, past);
    const repeatAfter = (0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_5__/* .repeatAfterOf */ .n5)(environment);
    const told = configs.filter((config) => (0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_5__/* .isTold */ .Wc)(news, config, past, {
        repeatAfter,
        gathers: (0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_8__/* .gathers */ .df)(config),
        isRoutine: (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_3__/* .isRoutine */ .r8)(report.operation),
    }));
    const spared = configs.filter((config) => !told.includes(config));
    if (news.state === 'trouble' && spared.length > 0) {
        host.log.debug(`not told, by routing or as it is no news: ${spared.map(({ name }) => name).join(', ')}`);
    }
    return async () => {
        const took = told.length === 0 ? [] : await tellAll(report, news, told, host);
        if (news.state === 'trouble') {
            // Whoever gathers knows by itself what it was told.
            const names = took.filter((config) => !(0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_8__/* .gathers */ .df)(config)).map(({ name }) => name);
            if (names.length > 0)
                await remember(report, environment, news, names, host);
            return names;
        }
        if (news.state === 'recovered' && news.trouble === null && past.isWritten !== true) {
            // What a pager has not heard is told again: its incident would stay open.
            const isHeard = (told.length === 0 || took.length > 0) &&
                told.every((config) => !(0,_open_messengers_js__WEBPACK_IMPORTED_MODULE_8__/* .gathers */ .df)(config) || took.includes(config));
            const names = took.map(({ name }) => name);
            if (isHeard)
                await remember(report, environment, news, names, host);
        }
        return [];
    };
}
/** @returns those that took it */
async function tellAll(report, news, channels, host) {
    const { messageOf } = await Promise.all(/* import() */[__webpack_require__.e(6680), __webpack_require__.e(9971)]).then(__webpack_require__.bind(__webpack_require__, 62352));
    const message = messageOf(report, news, {
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
        hideNames: host.repositoryIsPublic,
        mask: (text) => host.mask(text),
    });
    const deliveries = await (0,_deliver_js__WEBPACK_IMPORTED_MODULE_7__/* .deliver */ .c)(message, channels, host);
    (0,_tell_now_js__WEBPACK_IMPORTED_MODULE_9__.logDeliveries)(deliveries, host);
    return channels.filter(({ name }) => deliveries.some(({ channel, failure }) => channel === name && failure === null));
}
/** Best effort: what is not written down is told again. */
async function remember(report, environment, news, channels, host) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const [{ openPorts, signingKeysOf }, { recordTold }] = await Promise.all([
                __webpack_require__.e(/* import() */ 4418).then(__webpack_require__.bind(__webpack_require__, 44418)),
                Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(2277)]).then(__webpack_require__.bind(__webpack_require__, 82277)),
            ]);
            const signal = AbortSignal.any([host.signal, AbortSignal.timeout(patience)]);
            const quiet = { ...host, signal, log: _ports_log_js__WEBPACK_IMPORTED_MODULE_6__/* .silentLog */ .a };
            const ports = __addDisposableResource(env_1, await openPorts(environment, { host: quiet, role: 'read' }), true);
            const signingKeys = signingKeysOf(host);
            const keys = { ...ports.keys, signing: signingKeys[0] ?? null, signingKeys };
            await recordTold(environment, report, news, channels, { ...ports, keys });
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
    catch (thrown) {
        host.signal.throwIfAborted();
        host.log.debug(`who was told is not written down: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(thrown).message}`);
    }
}
async function readPast(report, kind, environment, tracker, host, late) {
    const found = await Promise.all([
        orNone(() => fromLedger(report, kind, environment, host, late), host, late),
        orNone(() => fromIssue(report, kind, environment, tracker), host, late),
    ]);
    return {
        runs: found.flatMap(({ runs }) => runs).sort((a, b) => b.at - a.at),
        isKnown: found.some(({ isKnown }) => isKnown),
        isWritten: found.some(({ isWritten }) => isWritten === true),
    };
}
async function orNone(work, { log, signal }, late) {
    const tooLate = async () => {
        if (!late.aborted)
            await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(late, 'abort');
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unavailable', 'no answer in time');
    };
    try {
        return (await Promise.race([work(), tooLate()])) ?? _domain_telling_js__WEBPACK_IMPORTED_MODULE_5__/* .noPast */ .KV;
    }
    catch (thrown) {
        signal.throwIfAborted();
        log.debug(`how earlier runs ended is not known: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(thrown).message}`);
        return _domain_telling_js__WEBPACK_IMPORTED_MODULE_5__/* .noPast */ .KV;
    }
}
async function fromLedger(report, kind, environment, host, late) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const [{ openPorts }, { readPastRuns }] = await Promise.all([
            __webpack_require__.e(/* import() */ 4418).then(__webpack_require__.bind(__webpack_require__, 44418)),
            Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(8239)]).then(__webpack_require__.bind(__webpack_require__, 38239)),
        ]);
        const signal = AbortSignal.any([host.signal, late]);
        const ports = __addDisposableResource(env_2, await openPorts(environment, { host: { ...host, signal }, role: 'read' }), true);
        return await readPastRuns(environment, kind, report, ports);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
async function fromIssue(report, kind, environment, tracker) {
    if (tracker === null)
        return null;
    const { pastInIssue } = await __webpack_require__.e(/* import() */ 3912).then(__webpack_require__.bind(__webpack_require__, 91531));
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
