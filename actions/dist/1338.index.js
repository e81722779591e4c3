export const id = 1338;
export const ids = [1338];
export const modules = {

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

/***/ 3211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/**
 * Checks what a person gave. Empty text counts as not given, as an expression in a workflow gives it.
 * @param sign what stands before an input's name where it is written: `--` on the command line
 * @throws Failure `config` that lists everything that is wrong at once
 */
function parseInputs(verb, given, sign = '') {
    const present = Object.fromEntries(Object.keys(verb.inputs.shape).flatMap((name) => {
        const value = given[name]?.trim();
        return value === undefined || value === '' ? [] : [[name, value]];
    }));
    const open = sign === '' ? undefined : Object.keys(present).find((name) => holdsPassword(present[name] ?? ''));
    if (open !== undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${sign}${open} holds a password, and every user of this machine can read it there`, {
            hint: `Put the URL into a variable, and name that in quotes: ${sign}${open} '\${NEW_DATABASE_URL}'. Change the password, if others use this machine.`,
        });
    }
    const empty = sign === ''
        ? undefined
        : Object.keys(verb.inputs.shape).find((name) => verb.inputs.shape[name]?.meta()?.['named'] === true &&
            given[name] !== undefined &&
            present[name] === undefined);
    if (empty !== undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${sign}${empty} is empty`, {
            hint: 'Give a name, or leave the option out; a variable that is not set makes it empty.',
        });
    const parsed = verb.inputs.safeParse(present);
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.map((issue) => {
        const name = String(issue.path[0] ?? '');
        const value = present[name];
        if (value === undefined)
            return `${sign}${name} is required`;
        const message = issue.code === 'invalid_value' && !issue.message.startsWith('accepted: ')
            ? `accepted: ${issue.values.join(', ')}`
            : issue.message;
        return `${sign}${name} is ${JSON.stringify(value.slice(0, 100))}; ${message}`;
    });
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', problems.join('; '), {
        hint: `What ${verb.name} accepts: \`lifeboat ${verb.name} --help\`.`,
    });
}
function holdsPassword(text) {
    return text.split('\n').some((line) => URL.canParse(line) && new URL(line).password !== '');
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

/***/ 51338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRunbookVerb: () => (/* binding */ runRunbookVerb)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _host_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49144);
/* harmony import */ var _ask_terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81132);
/* harmony import */ var _hide_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18176);
/* harmony import */ var _load_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57724);
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44418);
/* harmony import */ var _parse_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3211);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93145);
/* harmony import */ var _runbook_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(34699);
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









async function runRunbookVerb(input, given) {
    if (input.simulate)
        return simulate(input, given);
    const host = keepingSecrets(given);
    const result = await (0,_reported_js__WEBPACK_IMPORTED_MODULE_6__/* .reported */ .Y)('runbook', input, host, async (environment) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const [{ runRunbook }, { tellNow }, runbook] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(3007), __webpack_require__.e(3994)]).then(__webpack_require__.bind(__webpack_require__, 46449)),
                __webpack_require__.e(/* import() */ 706).then(__webpack_require__.bind(__webpack_require__, 80706)),
                (0,_runbook_files_js__WEBPACK_IMPORTED_MODULE_7__.findRunbook)(input.folder, input.incident),
            ]);
            const terminal = __addDisposableResource(env_1, (0,_ask_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .openTerminal */ .j)(host.signal), false);
            const ports = __addDisposableResource(env_1, await (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_4__.openPorts)(environment, {
                host,
                role: 'restore',
                reason: input.reason,
                identity: input.identity,
                identityFile: input['identity-file'],
                signingKeyFile: input['signing-key-file'],
                // Any of those that may sign its lines will do.
                signingRoles: ['restore', 'deploy', 'backup', 'verify'],
            }), true);
            return await runRunbook(environment, runbook, operationInput(input), {
                ...ports,
                checkVerb: _runbook_files_js__WEBPACK_IMPORTED_MODULE_7__.checkVerb,
                steps: stepPorts(input, runbook, ports, terminal.ask, host),
                tell: async (message, channels) => {
                    const deliveries = await tellNow(environment, { ...message, link: null }, host, channels.length === 0 ? undefined : channels);
                    if (deliveries.length > 0 && deliveries.every(({ failure }) => failure !== null)) {
                        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', 'no channel took the message');
                    }
                },
            });
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
    return {
        report: result.report,
        outputs: {
            run: 'run' in result ? result.run : '',
            state: 'state' in result ? result.state : 'failed',
            'waiting-for': 'waitingFor' in result ? (result.waitingFor ?? '') : '',
        },
    };
}
function operationInput(input) {
    const { config, confirm, reason, run } = input;
    const options = {
        config,
        confirm,
        reason,
        'identity-file': input['identity-file'],
        'signing-key-file': input['signing-key-file'],
        'fail-on': input['fail-on'] === 'failed' ? undefined : input['fail-on'],
    };
    return {
        run: run === undefined || run === 'new' ? null : run,
        isAnother: run === 'new',
        beganAt: input.began ?? null,
        answers: input.answer ?? new Map(),
        done: input.done ?? new Set(),
        skip: input.skip ?? new Set(),
        given: input.give ?? new Map(),
        confirm: confirm ?? null,
        options: new Map(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    };
}
/** Opens no store: a simulation is possible where nothing can be reached. */
async function simulate(input, host) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = await (0,_load_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .loadEnvironment */ .Y)(input);
        const runbook = await (0,_runbook_files_js__WEBPACK_IMPORTED_MODULE_7__.findRunbook)(input.folder, input.incident);
        const { simulateRunbook } = await __webpack_require__.e(/* import() */ 4757).then(__webpack_require__.bind(__webpack_require__, 54757));
        const ports = __addDisposableResource(env_2, await (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_4__.openPorts)(environment, { host, role: 'read', reason: input.reason, stores: [] }), true);
        const { variables } = host;
        const isSet = (name) => (variables[name] ?? '') !== '';
        const report = simulateRunbook(environment, runbook, operationInput(input), { ...ports, checkVerb: _runbook_files_js__WEBPACK_IMPORTED_MODULE_7__.checkVerb, isSet });
        return { report, outputs: { run: '', state: 'simulated', 'waiting-for': '' } };
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
/** Secrets are taken out of the process once; the verbs that the run calls each ask for them anew. */
function keepingSecrets(host) {
    const taken = new Map();
    return {
        ...host,
        takeVariable: (name) => {
            if (!taken.has(name))
                taken.set(name, host.takeVariable(name));
            return taken.get(name);
        },
    };
}
function stepPorts(input, runbook, { processes, signal }, ask, host) {
    const { variables } = host;
    return {
        operate: (step, given) => operate(step, given, input, host),
        command: async (what, words, step) => {
            const [{ ProgramFailure, runProgram }, { Interrupted }] = await Promise.all([
                __webpack_require__.e(/* import() */ 3888).then(__webpack_require__.bind(__webpack_require__, 83888)),
                __webpack_require__.e(/* import() */ 6658).then(__webpack_require__.bind(__webpack_require__, 6658)),
            ]);
            const names = step.type === 'command' ? step.variables : [];
            const ran = runProgram(what, words, {
                context: { variables, processes },
                names,
                extra: { LIFEBOAT_ENVIRONMENT: input.environment, LIFEBOAT_INCIDENT: runbook.incident },
                shownNames: ['LIFEBOAT_ENVIRONMENT', 'LIFEBOAT_INCIDENT'],
                timeout: step.timeout,
                signal,
            });
            await ran.catch((error) => {
                if (!(error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR))
                    throw error;
                const failure = withSurroundings(error, names, variables);
                throw error instanceof ProgramFailure && error.isCutShort ? new Interrupted(failure, error) : failure;
            });
        },
        probe: (step) => probeOf(step, host),
        failOver: async (step, { fence, vouched }, aborted) => {
            const { failOver } = await __webpack_require__.e(/* import() */ 7736).then(__webpack_require__.bind(__webpack_require__, 77736));
            const [primary, replica] = [step.primary.resolve(variables), step.replica.resolve(variables)];
            for (const url of [primary, replica])
                (0,_hide_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .hideUrl */ .K)(url, host);
            const { maxLoss, timeout } = step;
            const request = { primary, replica, fence, vouched, maxLoss, timeout };
            return failOver(request, { clock: _host_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m }, aborted);
        },
        ask: async (question, answers) => {
            if (ask === null)
                return null;
            const text = answers === null ? question : `${question} (${answers.join(', ')})`;
            for (let problem = null;;) {
                const answer = await ask({ name: 'runbook', text, otherwise: null, problem });
                if (answer === null)
                    return null;
                if (answers === null || answers.includes(answer.trim()))
                    return answer.trim();
                problem = `accepted: ${answers.join(', ')}`;
            }
        },
    };
}
/** The program's own words are not repeated: whoever runs it by hand must know what it was given. */
function withSurroundings(error, names, variables) {
    if (error.hint === undefined || names.length === 0)
        return error;
    const said = names.map((name) => `${name} ${(variables[name] ?? '') === '' ? 'is not set' : 'is set'}`);
    const { kind, message, hint, subjects } = error;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kind, message, {
        hint: `Of the variables that the step names, ${said.join(', ')}. ${hint}`,
        subjects,
        cause: error,
    });
}
function probeOf(step, { variables }) {
    const { attempts, interval, timeout, status } = step;
    return {
        what: step.url.text,
        wait: async (clock, signal) => {
            const { createHealthProbe } = await __webpack_require__.e(/* import() */ 4734).then(__webpack_require__.bind(__webpack_require__, 64734));
            const url = step.url.resolve(variables);
            return createHealthProbe({ url, attempts, interval, timeout, status }).wait(clock, signal);
        },
    };
}
async function operate(step, given, input, host) {
    const verb = (0,_runbook_files_js__WEBPACK_IMPORTED_MODULE_7__.stepVerb)(step.verb);
    if (verb === null)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${step.verb} is no verb for a step`);
    const ownKey = host.takeVariable(`LIFEBOAT_${roles[step.verb] ?? 'BACKUP'}_SIGNING_KEY`) ?? '';
    const fromRun = {
        environment: input.environment,
        config: input.config,
        reason: input.reason,
        confirm: input.confirm,
        identity: input.identity,
        'identity-file': input['identity-file'],
        'signing-key-file': ownKey === '' ? input['signing-key-file'] : undefined,
        'github-token': input['github-token'],
    };
    const own = Object.entries(fromRun).filter(([name]) => name in verb.inputs.shape);
    const inputs = {
        ...Object.fromEntries(step.with),
        ...Object.fromEntries(given),
        ...Object.fromEntries(own),
    };
    const parsed = (0,_parse_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .parseInputs */ .T)(verb, inputs);
    const work = await verb.load();
    const result = await work(parsed, ownKey === '' ? host : withSigningKey(host, ownKey));
    if ('report' in result)
        return result.report;
    if (result.failure !== undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(result.failure, `${step.verb} found trouble`);
    return null;
}
/** Verbs that sign with another role's key than the run itself, which may be given as `LIFEBOAT_<ROLE>_SIGNING_KEY`. */
const roles = {
    verify: 'VERIFY',
    retention: 'RETENTION',
    restore: 'RESTORE',
    deploy: 'DEPLOY',
    validate: 'DEPLOY',
};
/** The step's own key comes first; the run's comes after it, for what the step does in another role, such as a backup. */
function withSigningKey(host, key) {
    return {
        ...host,
        takeVariable: (name) => name === 'LIFEBOAT_SIGNING_KEY'
            ? [key, host.takeVariable(name) ?? ''].join('\n')
            : host.takeVariable(name),
    };
}


/***/ })

};
