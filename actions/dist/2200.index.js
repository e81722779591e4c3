export const id = 2200;
export const ids = [2200];
export const modules = {

/***/ 32200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/wiring/verbs.js + 18 modules
var verbs = __webpack_require__(39675);
// EXTERNAL MODULE: ./lib/wiring/parse-inputs.js
var parse_inputs = __webpack_require__(3211);
// EXTERNAL MODULE: ./lib/domain/report.js
var report = __webpack_require__(49012);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/domain/redaction.js
var redaction = __webpack_require__(63421);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/cli/meters.js

const barPace = 100;
const linePace = 5_000;
const barWidth = 24;
function createMeters({ stream, clock }) {
    const onTerminal = stream.isTTY === true;
    const open = new Set();
    let drawnAt = -Infinity;
    let isDrawn = false;
    const erase = () => {
        if (isDrawn)
            stream.write('\r\u001b[2K');
        isDrawn = false;
    };
    const draw = () => {
        const meter = [...open].at(-1);
        if (meter === undefined)
            return;
        drawnAt = clock.ticks();
        const text = describe(meter, drawnAt, onTerminal);
        if (!onTerminal) {
            stream.write(`${text}\n`);
            return;
        }
        erase();
        stream.write(text.slice(0, (stream.columns ?? 80) - 1));
        isDrawn = true;
    };
    return {
        open: (title) => {
            const meter = { title, startedAt: clock.ticks(), done: 0, total: undefined };
            open.add(meter);
            // Short work ends before a line is worth it.
            if (!onTerminal)
                drawnAt = Math.max(drawnAt, meter.startedAt);
            return {
                report: (done, total) => {
                    meter.done = done;
                    meter.total = total ?? meter.total;
                    if (clock.ticks() - drawnAt >= (onTerminal ? barPace : linePace))
                        draw();
                },
                [Symbol.dispose]: () => {
                    open.delete(meter);
                    erase();
                },
            };
        },
        aside: (write) => {
            const wasDrawn = isDrawn;
            erase();
            write();
            if (wasDrawn)
                draw();
        },
    };
}
function describe({ title, startedAt, done, total }, now, withBar) {
    const span = now - startedAt;
    const parts = [(0,units/* formatBytes */.z3)(done), (0,units/* formatRate */.CE)(done, span)];
    if (total !== undefined && total > 0) {
        // Totals may be estimates: what exceeds them is simply all but done.
        const share = Math.min(done / total, 0.99);
        const remaining = done === 0 ? null : (span / done) * Math.max(total - done, 0);
        parts[0] = `${(0,units/* formatBytes */.z3)(done)} of ${(0,units/* formatBytes */.z3)(Math.max(total, done))}`;
        parts.unshift(`${Math.round(share * 100)} %`);
        if (remaining !== null)
            parts.push(`${(0,units/* formatDuration */.a3)(remaining)} left`);
        if (withBar) {
            const filled = Math.round(share * barWidth);
            parts.unshift(`${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`);
        }
    }
    return `${title}  ${parts.join('  ')}`;
}

;// CONCATENATED MODULE: ./lib/cli/terminal-log.js



/** A log for people at a terminal, or for a file: plain lines then, and no bar. */
function createTerminalLog(options) {
    const { stream, clock, secrets } = options;
    const meters = createMeters(options);
    const paint = (color, text) => (options.color ? `\u001b[${color}m${text}\u001b[0m` : text);
    const line = (text) => meters.aside(() => stream.write(`${text}\n`));
    const clean = (text, subjects = []) => {
        const names = subjects.length === 0 ? '' : `: ${subjects.join(', ')}`;
        return (0,redaction/* maskSecrets */.QU)(printable(text + names), secrets);
    };
    return {
        debug: (text) => {
            if (options.verbose)
                line(paint(dim, clean(text)));
        },
        info: (text, subjects) => line(clean(text, subjects)),
        notice: (text, subjects) => line(`${paint(cyan, 'notice')} ${clean(text, subjects)}`),
        warning: (text, subjects) => line(`${paint(yellow, 'warning')} ${clean(text, subjects)}`),
        error: (text, subjects) => line(`${paint(red, 'error')} ${clean(text, subjects)}`),
        group: async (title, work) => {
            const start = clock.ticks();
            line(paint(bold, clean(title)));
            try {
                return await work();
            }
            finally {
                line(paint(dim, `${clean(title)}: ${(0,units/* formatDuration */.a3)(clock.ticks() - start)}`));
            }
        },
        progress: (title) => meters.open(clean(title)),
    };
}
/** Numbers of ANSI's "select graphic rendition". */
const [bold, dim, red, yellow, cyan] = [1, 2, 31, 33, 36];
/** Names come from data: control characters among them could repaint the terminal. */
function printable(text) {
    return text.replaceAll(/(?!\n)\p{Cc}/gu, '\u{fffd}');
}

;// CONCATENATED MODULE: ./lib/cli/terminal-host.js





/** Whatever does not end by itself after a signal is left to the clean-up at exit. */
const timeForCleanUp = 5_000;
/** Ctrl-C reaches this process and the launcher that started it, which hands it on: within this time the two are one. */
const oneSignal = 500;
/** A person's machine: variables of the shell, messages on standard error, Ctrl-C to stop. */
function openTerminalHost({ verbose }) {
    const secrets = new Set();
    const inherited = { ...process.env };
    const stop = new AbortController();
    let stoppedAt = 0;
    const onSignal = (signal) => {
        if (stop.signal.aborted) {
            // Whoever asks twice does not want to wait for the clean-up.
            if (clock/* systemClock */.m.ticks() - stoppedAt >= oneSignal)
                process.exit(130);
            return;
        }
        stoppedAt = clock/* systemClock */.m.ticks();
        stop.abort(new domain_failure/* Failure */.HR('cancelled', `stopped by ${signal}`));
        setTimeout(() => process.exit(130), timeForCleanUp).unref();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
    const shared = {
        hide: (secret) => {
            for (const form of (0,redaction/* secretForms */.eo)(secret))
                secrets.add(form);
        },
        mask: (text) => (0,redaction/* maskSecrets */.QU)(text, secrets),
        log: createTerminalLog({
            stream: process.stderr,
            clock: clock/* systemClock */.m,
            color: wantsColor(inherited, process.stderr.isTTY),
            verbose,
            secrets,
        }),
        signal: stop.signal,
        temporaryFolder: inherited['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(),
        isThrownAway: inherited['RUNNER_ENVIRONMENT'] === 'github-hosted',
        oidcToken: null,
        actor: userName(),
        runUrl: null,
        packages: null,
        repositoryIsPublic: false,
        openIssues: null,
    };
    const anew = () => {
        const variables = { ...inherited };
        return {
            ...shared,
            variables,
            takeVariable: (name) => {
                const value = variables[name];
                delete variables[name];
                delete process.env[name];
                return value;
            },
        };
    };
    return {
        ...anew(),
        anew,
        [Symbol.dispose]: () => {
            process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
        },
    };
}
/** https://no-color.org, and https://force-color.org for those who pipe into a pager. */
function wantsColor(variables, isTerminal) {
    if ((variables['NO_COLOR'] ?? '') !== '')
        return false;
    if ((variables['FORCE_COLOR'] ?? '') !== '')
        return variables['FORCE_COLOR'] !== '0';
    return isTerminal && variables['TERM'] !== 'dumb';
}
function userName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return null; // a uid without a name, as in some containers
    }
}

;// CONCATENATED MODULE: ./lib/cli/print.js



/** Shows how a verb ended, and gives the exit code. */
async function printResult(result, given, { variables }) {
    if (!('report' in result)) {
        const isDocument = result.isDocument === true;
        if (isDocument && !given.json)
            process.stdout.write(`${result.text.trimEnd()}\n`);
        // Beside JSON nobody asked for the document.
        else if (!isDocument)
            process.stderr.write(`${result.text.trimEnd()}\n`);
        if (given.json)
            printJson(`${JSON.stringify(result.json, null, 2)}\n`, given);
        return result.failure === undefined ? 0 : domain_failure/* failureKinds */.cV[result.failure].exit;
    }
    const { report } = result;
    const { renderText } = await Promise.all(/* import() */[__webpack_require__.e(6680), __webpack_require__.e(9628)]).then(__webpack_require__.bind(__webpack_require__, 89628));
    process.stderr.write(renderText(report, {
        hideNames: false,
        color: wantsColor(variables, process.stderr.isTTY),
        ...(process.stderr.isTTY ? { width: process.stderr.columns } : {}),
    }));
    if (given.json) {
        const { renderJson } = await __webpack_require__.e(/* import() */ 2689).then(__webpack_require__.bind(__webpack_require__, 52689));
        printJson(renderJson(report), given);
    }
    if (report.failure !== null)
        return domain_failure/* failureKinds */.cV[report.failure.kind].exit;
    const strict = given.inputs['fail-on'] === 'degraded';
    return report.verdict === 'failed' || (report.verdict === 'degraded' && strict)
        ? domain_failure/* failureKinds */.cV.objective.exit
        : 0;
}
/** Shows why a verb did not come to a result. */
function printFailure(failure, given, { log }) {
    log.error(failure.message, failure.subjects);
    if (failure.hint !== undefined)
        log.info(failure.hint);
    if (failure.kind === 'bug')
        log.info(String(failure.cause instanceof Error ? failure.cause.stack : failure.stack));
    if (!given.json)
        return;
    const reported = { verdict: 'failed', failure: (0,report/* reportFailure */.x)(failure) };
    printJson(`${JSON.stringify(reported, null, 2)}\n`, given);
}
/** Of several runs each gets a line, so that a program can read them as they come. */
function printJson(text, { inputs }) {
    // Within strings JSON escapes every line break: those that are left only lay it out.
    process.stdout.write(inputs['every'] === undefined ? text : `${text.replaceAll(/\n */g, '')}\n`);
}

// EXTERNAL MODULE: ./lib/wiring/input-fields.js
var input_fields = __webpack_require__(95290);
// EXTERNAL MODULE: ./lib/wiring/version.js
var version = __webpack_require__(10406);
;// CONCATENATED MODULE: ./lib/cli/program.js




/** The command line as the table of verbs describes it. */
function createProgram(run) {
    const program = teach(new esm/* Command */.uB('lifeboat'))
        .description('PostgreSQL backups that are proven to restore.')
        .version(version/* version */.r)
        .addHelpText('after', overview);
    const parents = new Map();
    for (const verb of Object.values(verbs/* verbs */.P)) {
        const words = verb.name.split(' ');
        const last = words.pop() ?? verb.name;
        const parent = words.reduce((above, word) => {
            const group = parents.get(word) ?? teach(above.command(word)).description(groups[word] ?? '');
            parents.set(word, group);
            return group;
        }, program);
        const command = teach(parent.command(last));
        // A verb may have others below it: `drill`, `drill list`.
        if (parent === program)
            parents.set(last, command);
        addVerb(command, verb, run);
    }
    return program;
}
/** What the verbs of two words have in common. */
const groups = {
    env: 'Start, examine, stop and remove the application of an environment',
    ledger: 'Check the record of what was done to the backups',
    lease: 'See, and clear, what holds up other runs',
    notify: 'Try the channels that are told of runs',
    report: 'Reports of a period, from the records in the stores',
    runbook: 'Procedures for incidents: list, show, check and carry them out',
    store: 'Ask the stores what they enforce, and what these credentials may do',
};
const overview = `
Typical first steps:
  $ lifeboat init                                  write an environment file, keys and workflows
  $ lifeboat backup --environment production       make a backup
  $ lifeboat verify --environment production --identity-file verify-identity.txt
                                                   restore it into a throwaway server and prove it

Every verb explains itself: lifeboat backup --help
Reports of runs go to standard error; --json prints them as JSON on standard output. Documents that were
asked for (metrics, report compliance) go to standard output themselves.
Exit codes: 0 good, 1 our fault, 2 config, 3 missing, 4 refused, 5 access, 6 unavailable, 7 integrity,
            8 objective missed or check failed, 9 capacity, 130 stopped.`;
/** What was asked for goes to standard output, so that it can be paged; what is wrong goes to standard error. */
function teach(command) {
    return command.exitOverride().helpCommand(false).allowExcessArguments(false).enablePositionalOptions();
}
function addVerb(command, verb, run) {
    const options = new Map();
    for (const [name, schema] of Object.entries(verb.inputs.shape)) {
        if (schema.meta()?.['only'] === 'action')
            continue;
        const isFlag = schema.meta()?.['flag'] === true;
        // What is accepted, and what holds when nothing is given, the schema knows; here it is only shown.
        const otherwise = schema.safeParse(undefined);
        const note = !otherwise.success
            ? ' (required)'
            : typeof otherwise.data === 'string'
                ? ` (default: ${otherwise.data})`
                : '';
        const option = new esm/* Option */.c$(isFlag ? `--${name}` : `--${name} <value>`, (schema.description ?? '').replaceAll('`', '') + note);
        if (!isFlag)
            option.argParser((value, before) => joined(before, value, schema));
        options.set(name, option);
        command.addOption(option);
    }
    command
        .summary(verb.summary)
        .description(`${verb.summary}.\n\n${verb.description}`)
        .option('--json', 'print the report as JSON on standard output')
        .option('--verbose', 'say more while it works')
        .addHelpText('after', `\nExamples:\n${verb.examples.map(example).join('\n')}`)
        .action(async () => {
        const values = command.opts();
        const text = (value) => value === true ? 'true' : typeof value === 'string' ? value : undefined;
        await run(verb, {
            inputs: Object.fromEntries([...options].map(([name, option]) => [name, text(values[option.attributeName()])])),
            json: values['json'] === true,
            verbose: values['verbose'] === true,
        });
    });
}
/** Of two that were typed, none is dropped silently. */
function joined(before, value, schema) {
    if (before === undefined)
        return value;
    if ((0,input_fields/* isSeveral */.lR)(schema))
        return `${before}\n${value}`;
    throw new esm/* InvalidArgumentError */.Di('It is given more than once; give it once.');
}
function example({ text, command }) {
    return `  # ${text}\n  $ ${command}`;
}

;// CONCATENATED MODULE: ./lib/cli/repeat.js

/**
 * Runs again and again at a fixed cadence, until stopped; gives the exit code of the last run. Starts are an interval
 * apart, however long the runs take; one that takes longer than the interval is followed by the next at once, and what
 * was missed meanwhile is not made up for.
 */
async function repeat(interval, run, { clock, log, signal }) {
    let due = clock.ticks();
    for (;;) {
        const code = await run();
        due = Math.max(due + interval, clock.ticks());
        const pause = due - clock.ticks();
        if (pause > 0 && !signal.aborted)
            log.info(`The next run starts in ${(0,units/* formatDuration */.a3)(pause)}.`);
        if (await isStoppedWithin(pause, clock, signal))
            return code;
    }
}
async function isStoppedWithin(pause, clock, signal) {
    try {
        if (pause > 0)
            await clock.sleep(pause, signal);
    }
    catch (thrown) {
        if (!signal.aborted)
            throw thrown;
    }
    return signal.aborted;
}

;// CONCATENATED MODULE: ./lib/cli/run.js
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









/** Understands a command line, does what it says and gives the exit code. */
async function run(words) {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', bearLoss);
    let code = domain_failure/* failureKinds */.cV.config.exit;
    const program = createProgram(async (verb, given) => {
        code = await runVerb(verb, given);
    });
    try {
        await program.parseAsync(withoutHelpForUnknown(program, words), { from: 'user' });
        return code;
    }
    catch (thrown) {
        // Commander has printed what is wrong, or the help that was asked for.
        if (thrown instanceof esm/* CommanderError */.b7) {
            if (thrown.code === 'commander.excessArguments')
                process.stderr.write(withoutWords(program, words));
            return thrown.exitCode === 0 ? 0 : code;
        }
        throw thrown;
    }
}
let isLost = false;
/**
 * A reader such as `head` may leave when it has enough: the work goes on to its end, and ends as it would have. So it does
 * where the disk is full or broken; but then somebody misses what was said, and the exit code tells.
 */
function bearLoss(error) {
    if (error.code === 'EPIPE')
        return;
    if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT' && error.code !== 'EIO')
        throw error;
    if (isLost)
        return;
    isLost = true;
    if (this === process.stdout) {
        const why = error.code === 'EIO' ? 'it does not work' : 'the disk is full';
        process.stderr.write(`standard output cannot be written to: ${why} (${error.code})\n`);
    }
    // It may come before the end of the work or after it, and whatever code that gives must not hide it.
    process.once('exit', () => {
        process.exitCode = domain_failure/* failureKinds */.cV.capacity.exit;
    });
}
/** Asked for help with a verb that there is not, Commander would give the help of what stands above it, and be content. */
function withoutHelpForUnknown(program, words) {
    let command = program;
    for (const word of words) {
        if (word.startsWith('-'))
            continue;
        if (command.commands.length === 0)
            break;
        const found = command.commands.find((one) => one.name() === word);
        if (found === undefined)
            return words.filter((one) => one !== '--help' && one !== '-h');
        command = found;
    }
    return [...words];
}
/** For who writes `drill run`, as there is a `runbook run`: what may stand there instead. */
function withoutWords(program, words) {
    const names = [];
    let command = program;
    for (const word of words) {
        const found = command.commands.find((one) => one.name() === word);
        if (found === undefined)
            break;
        names.push(word);
        command = found;
    }
    const verb = names.join(' ');
    const below = command.commands.map((one) => `lifeboat ${verb} ${one.name()}`);
    const known = Object.values(verbs/* verbs */.P).find(({ name }) => name === verb);
    return [
        `lifeboat ${verb} takes options, and no other words, such as: ${known?.examples[0]?.command ?? `lifeboat ${verb} --help`}`,
        ...(below.length === 0 ? [] : [`There are also: ${below.join(', ')}`]),
        '',
    ].join('\n');
}
async function runVerb(verb, given) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const terminal = __addDisposableResource(env_1, openTerminalHost({ verbose: given.verbose }), false);
        try {
            const input = (0,parse_inputs/* parseInputs */.T)(verb, given.inputs, '--');
            const work = await verb.load();
            const runOnce = async (host) => printResult(await work(input, host), given, host);
            const interval = 'every' in input && typeof input['every'] === 'number' ? input['every'] : null;
            if (interval === null)
                return await runOnce(terminal);
            const runAnew = async () => {
                try {
                    return await runOnce(terminal.anew());
                }
                catch (thrown) {
                    return ended(thrown, given, terminal);
                }
            };
            return await repeat(interval, runAnew, { clock: clock/* systemClock */.m, log: terminal.log, signal: terminal.signal });
        }
        catch (thrown) {
            return ended(thrown, given, terminal);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function ended(thrown, given, host) {
    const failure = (0,domain_failure/* asFailure */.h_)(thrown);
    printFailure(failure, given, host);
    return (0,domain_failure/* exitCode */.I$)(failure);
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

/***/ 10406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Lifeboat's version. A test holds it equal to package.json, which the bundle does not carry. */
const version = '0.1.0';


/***/ })

};
