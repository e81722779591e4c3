export const id = 8658;
export const ids = [8658];
export const modules = {

/***/ 88658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(222);
/* harmony import */ var _wiring_run_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48051);
/* harmony import */ var _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39675);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63707);




const { inputs, outputs } = _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__/* .verbs */ .P.shape;
const main = () => (0,_github_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({ operation: 'shape', inputs, outputs: Object.keys(outputs), render: _render_js__WEBPACK_IMPORTED_MODULE_3__/* .render */ .X }, _wiring_run_shape_js__WEBPACK_IMPORTED_MODULE_1__.runShape);


/***/ }),

/***/ 59925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ pullRequestSource)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** The source that pull requests change. @throws Failure `config` when there is none, or it is not clear which */
function pullRequestSource({ sources, pullRequests }) {
    const wanted = pullRequests?.source;
    const found = sources.filter((source) => source.type === 'postgres' && (wanted === undefined || source.name === wanted));
    const [source, second] = found;
    if (source !== undefined && second === undefined)
        return source;
    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'which source pull requests are for is not clear', {
        hint: 'Name a postgres source under pull-requests.source.',
    });
}


/***/ }),

/***/ 62223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Chance from the operating system, fit for secrets. */
const systemRandom = { bytes: (count) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(count) };


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

/***/ 93145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ reported)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/report.js
var domain_report = __webpack_require__(49012);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/wiring/load-environment.js
var load_environment = __webpack_require__(57724);
// EXTERNAL MODULE: ./lib/domain/news.js
var news = __webpack_require__(26981);
// EXTERNAL MODULE: ./lib/host/random.js
var random = __webpack_require__(62223);
;// CONCATENATED MODULE: ./lib/wiring/notify.js




/**
 * Tells every channel of a run, once: issues and heartbeat, which follow each run by themselves, and the channels of the
 * environment file. A channel that fails is a warning at most: it changes nothing about the run, and stops no other.
 */
async function notify(report, environment, token, host) {
    // Who stopped the run knows; and the few seconds that are left belong to the clean-up.
    if (report.failure?.kind === 'cancelled')
        return;
    // A pull request is told on the pull request: nobody is woken for what is not merged.
    if (report.operation === 'validate-pr' || report.operation === 'shape')
        return;
    const tracker = await openTracker(report, environment, token, host);
    // Before the issue is told: it then says how earlier runs ended.
    const tellPeople = await prepareNews(report, environment, tracker, host);
    await Promise.all([
        follow(report, host, () => heartbeat(report, environment, host)),
        // The issue comes after the others, since it remembers who of them was told.
        tellPeople().then((told) => follow(report, host, () => issues(tracker, told, host))),
    ]);
}
async function follow(report, host, open) {
    try {
        const channel = await open();
        if (channel === null)
            return;
        const told = await channel.tell(report);
        if (told.done !== 'nothing')
            host.log.info(`${channel.name}: ${told.done}${told.url === null ? '' : ` ${told.url}`}`);
    }
    catch (thrown) {
        warn(thrown, host);
    }
}
function warn(thrown, { log }) {
    const failure = (0,domain_failure/* asFailure */.h_)(thrown);
    // Issues that are switched off are somebody's choice.
    const level = failure.kind === 'refused' ? 'notice' : 'warning';
    log[level](`not everyone could be told: ${failure.message}`, failure.subjects);
    if (failure.hint !== undefined)
        log.info(failure.hint);
}
/** What tells the environment file's channels, and says which of them took it. Whatever goes wrong with it is a warning. */
async function prepareNews(report, environment, tracker, host) {
    const nothing = async () => [];
    if (environment?.notifications === undefined)
        return nothing;
    try {
        const { prepareTelling } = await __webpack_require__.e(/* import() */ 2916).then(__webpack_require__.bind(__webpack_require__, 32916));
        const tell = await prepareTelling(report, environment, tracker, host);
        return async () => {
            try {
                return await tell();
            }
            catch (thrown) {
                warn(thrown, host);
                return [];
            }
        };
    }
    catch (thrown) {
        warn(thrown, host);
        return nothing;
    }
}
/** Null where nobody gave a token, which is worth saying only when there is something to tell. */
async function openTracker(report, environment, token, host) {
    if (host.openIssues === null || !wantsIssues(report, environment))
        return null;
    try {
        const tracker = await host.openIssues(token);
        if (tracker === null && report.verdict === 'failed')
            host.log.notice('no issue is written: there is no token for it');
        return tracker;
    }
    catch (thrown) {
        warn(thrown, host);
        return null;
    }
}
/** Issues are written unless the environment file says otherwise. */
function wantsIssues({ operation }, environment) {
    const kind = (0,news/* newsKind */.gd)(operation);
    return (environment?.notifications?.channels ?? []).every((channel) => channel.type !== 'github-issues' ||
        (channel.enabled && (channel.kinds === undefined || (kind !== null && channel.kinds.includes(kind)))));
}
async function issues(tracker, told, { repositoryIsPublic }) {
    if (tracker === null)
        return null;
    const [{ createIssueChannel }, { renderMarkdown }] = await Promise.all([
        __webpack_require__.e(/* import() */ 1531).then(__webpack_require__.bind(__webpack_require__, 91531)),
        Promise.all(/* import() */[__webpack_require__.e(6680), __webpack_require__.e(9603)]).then(__webpack_require__.bind(__webpack_require__, 49603)),
    ]);
    return createIssueChannel(tracker, { details: renderMarkdown, hideNames: repositoryIsPublic, told });
}
async function heartbeat(report, environment, host) {
    // Only what comes so regularly that its absence means something pings; and only these jobs have the address.
    const isWatch = report.operation === 'status';
    const pinging = isWatch ? environment?.watch?.heartbeat : environment?.heartbeat;
    if (pinging === undefined || !['backup', 'verify-restore', 'status'].includes(report.operation))
        return null;
    const url = pinging.resolve(host.variables);
    host.hide(url);
    const { createHeartbeat, hasWatched } = await __webpack_require__.e(/* import() */ 6228).then(__webpack_require__.bind(__webpack_require__, 36228));
    return createHeartbeat({
        url,
        clock: clock/* systemClock */.m,
        random: random/* systemRandom */.v,
        signal: host.signal,
        ...(isWatch ? { pings: hasWatched } : {}),
    });
}

;// CONCATENATED MODULE: ./lib/wiring/reported.js






/**
 * From an environment's name to a report that people have been told of. What goes wrong before or around the operation
 * (a file that cannot be read, a secret that is not set) ends in a failed report too, so that it is told like any other.
 * Of a dry run nobody is told, whatever it comes to: its report says it to whoever asked.
 */
async function reported(operation, input, host, work) {
    const startedAt = clock/* systemClock */.m.now();
    const isDryRun = input['dry-run'] === true;
    let environment = null;
    let result;
    try {
        environment = await (0,load_environment/* loadEnvironment */.Y)(input);
        result = await work(environment);
    }
    catch (thrown) {
        const failure = (0,domain_failure/* asFailure */.h_)(thrown);
        if (failure.kind === 'bug')
            (0,run_report/* tellBug */.s)(failure, host.log);
        const about = {
            operation,
            environment: input.environment,
            startedAt,
            finishedAt: clock/* systemClock */.m.now(),
            actor: host.actor,
            reason: input.reason ?? null,
            runUrl: host.runUrl,
        };
        const report = (0,domain_report/* failedReport */.k)(about, failure);
        result = { report: isDryRun ? { ...report, dryRun: true } : report };
    }
    // A dry run has found out how things are, and nothing has happened.
    if (!isDryRun)
        await notify(result.report, environment, input['github-token'], host);
    return result;
}


/***/ }),

/***/ 48051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runShape: () => (/* binding */ runShape)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _domain_pull_request_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59925);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96087);
/* harmony import */ var _operations_run_report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30470);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93145);
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







async function runShape(input, host) {
    const { report } = await (0,_reported_js__WEBPACK_IMPORTED_MODULE_6__/* .reported */ .Y)('shape', input, host, async (environment) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            await demandFree(input.output);
            const [{ openPorts }, { takeShape }] = await Promise.all([
                __webpack_require__.e(/* import() */ 4418).then(__webpack_require__.bind(__webpack_require__, 44418)),
                Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(5110)]).then(__webpack_require__.bind(__webpack_require__, 35110)),
            ]);
            const ports = __addDisposableResource(env_1, await openPorts(environment, { host, role: 'read', stores: [] }), true);
            const run = new _operations_run_report_js__WEBPACK_IMPORTED_MODULE_5__/* .RunReport */ .e('shape', environment.environment, ports);
            try {
                const { pullRequests } = environment;
                const shape = await run.phase('read the shape', () => takeShape((0,_domain_pull_request_source_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestSource */ .O)(environment), {
                    environment: environment.environment,
                    exclude: pullRequests?.excludeFromShape ?? [],
                    histories: pullRequests?.migrations?.historyTables ?? [],
                    signal: ports.signal,
                }, { ...ports, variables: host.variables, cache: host.packages ?? undefined }));
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(input.output, `${JSON.stringify(shape, null, 1)}\n`, { flag: 'wx', mode: 0o644 }).catch((cause) => {
                    throw (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(cause).kind === 'capacity' ? cause : unwritable(input.output, cause);
                });
                run.about = input.output;
                run.fact('shape', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(shape.entries.length, 'definition')}, ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(shape.relations.length, 'size')}`);
                for (const { kind, count } of shape.leftOut)
                    run.notice('notice', `not part of the shape: ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(count, kind.toLowerCase())}`);
                return { report: run.finish('passed', null) };
            }
            catch (error) {
                return { report: run.fail(error) };
            }
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
    });
    return { report, outputs: { shape: report.verdict === 'failed' ? '' : input.output } };
}
/** Asked first, since a database is not to be read for nothing. @throws Failure `config` */
async function demandFree(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return null;
        throw unwritable(path, error);
    });
    if (found !== null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the output ${path} ${found.isDirectory() ? 'is a folder' : 'exists already'}`, {
            hint: 'Name a file that does not exist, or move this one away first: a shape takes the place of nothing.',
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK).catch((cause) => {
        throw unwritable(path, cause);
    });
}
function unwritable(path, cause) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the file ${path} cannot be written`, {
        cause,
        hint: 'Check that its folder is there, and that this user may write in it; the file itself must not exist.',
    });
}


/***/ })

};
