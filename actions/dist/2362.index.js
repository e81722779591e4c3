export const id = 2362;
export const ids = [2362,4418,9180,2037,6799];
export const modules = {

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

/***/ 314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ fallenCategories),
/* harmony export */   X2: () => (/* binding */ judgeValidation),
/* harmony export */   _u: () => (/* binding */ aspectOf),
/* harmony export */   fP: () => (/* binding */ judgeRelease),
/* harmony export */   lB: () => (/* binding */ usualMinScore),
/* harmony export */   uw: () => (/* binding */ scoreOf)
/* harmony export */ });
/** The categories of a validation as checks name them, by how files and inputs name them. */
const aspectOf = {
    'environment-status': 'environment status',
    'service-health': 'service health',
    'rto-compliance': 'RTO compliance',
    'security-boundaries': 'security boundaries',
    performance: 'performance',
    'operational-readiness': 'operational readiness',
    smoke: 'smoke',
};
/** What a validation asks for where the environment file says nothing. */
const usualMinScore = 80;
/** A check that could not run counts as one that failed: what was not tried is not good. */
const points = { passed: 1, degraded: 0.5, failed: 0, skipped: 0 };
/**
 * 0 to 100: per category the share of points that its checks won, and of the categories the mean by their weights; rounded
 * down, so that 100 means that all passed. Categories without a check do not count.
 */
function scoreOf(checks, { weights }) {
    let won = 0;
    let possible = 0;
    for (const [category, aspect] of categories()) {
        const own = checks.filter(({ rung }) => rung === aspect);
        const weight = weights[camelCased(category)];
        if (own.length === 0 || weight === 0)
            continue;
        won += weight * (own.reduce((sum, { status }) => sum + points[status], 0) / own.length);
        possible += weight;
    }
    // A sum of shares such as thirds may miss a whole number by a hair.
    return possible === 0 ? 0 : Math.floor((won / possible) * 100 + 1e-9);
}
/**
 * Failed when no check could run, when the score is too low, or when a category that must pass has a failed check or none
 * that passed; passed when every check passed; degraded in between.
 */
function judgeValidation(checks, score, rules) {
    const runs = checks.filter(({ status }) => status !== 'skipped');
    if (runs.length === 0 || score < rules.minScore)
        return 'failed';
    if (fallenCategories(checks, rules).length > 0)
        return 'failed';
    return checks.every(({ status }) => status === 'passed') ? 'passed' : 'degraded';
}
/** The categories that must pass and did not: a check of theirs failed, or none passed. */
function fallenCategories(checks, { mustPass }) {
    return mustPass
        .map((category) => aspectOf[category])
        .filter((aspect) => {
        const own = checks.filter(({ rung }) => rung === aspect);
        const isFallen = own.some(({ status }) => status === 'failed');
        return isFallen || (own.length > 0 && !own.some(({ status }) => status === 'passed'));
    });
}
/**
 * Whether a release may stay. What was skipped costs it nothing but the verdict `passed`, unless the file itself names a
 * score: that a file configures little is no fault of a release.
 * @param rules minScore: as written in the environment file
 * @returns why it may not stay, unless a failed check says so; null when it may
 */
function judgeRelease(checks, score, { minScore = 0, ...rules }) {
    const verdict = checks.some(({ status }) => status === 'failed')
        ? 'failed'
        : judgeValidation(checks, score, { ...rules, minScore });
    if (verdict !== 'failed')
        return { verdict, why: null };
    if (checks.every(({ status }) => status === 'skipped'))
        return { verdict, why: 'nothing could be checked' };
    if (score < minScore)
        return { verdict, why: `its score is ${score}, and validation.min-score is ${minScore}` };
    return { verdict, why: 'in a category of validation.must-pass no check passed' };
}
function categories() {
    return Object.entries(aspectOf);
}
function camelCased(category) {
    return category.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 59415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27550);
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






/** How much of each output stream `run` keeps: its last MiB. */
const outputLimit = 1024 * 1024;
const defaultGrace = 2_000;
const running = new Set();
process.once('exit', () => {
    for (const pid of running)
        signalGroup(pid, 'SIGKILL');
});
/** Programs of this machine. What still runs when our own process exits is killed with it. */
function createProcesses() {
    const start = async (command, args, options) => {
        options.signal?.throwIfAborted();
        const tied = options.outlivesUs === true ? null : await tie(command, args, options.environment);
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(tied?.command ?? command, tied?.args ?? args, {
            env: { ...options.environment },
            ...(options.directory === undefined ? {} : { cwd: options.directory }),
            stdio: 'pipe',
            detached: true,
        });
        const { promise: ended, resolve } = Promise.withResolvers();
        child.once('close', (code, signal) => resolve({ code, signal }));
        // Whoever writes learns of a child that stopped reading through its own pipeline; nobody else has to.
        child.stdin.on('error', () => undefined);
        const pid = await started(child, command, options.directory);
        running.add(pid);
        let stopping;
        const stop = () => {
            if (stopping !== undefined)
                return;
            signalGroup(pid, 'SIGTERM');
            stopping = setTimeout(() => signalGroup(pid, 'SIGKILL'), options.grace ?? defaultGrace);
        };
        options.signal?.addEventListener('abort', stop, { once: true });
        if (options.signal?.aborted === true)
            stop();
        void ended.then(() => {
            running.delete(pid);
            options.signal?.removeEventListener('abort', stop);
            if (stopping === undefined)
                return;
            clearTimeout(stopping);
            // The leader has obeyed; descendants that closed our pipes may not have.
            signalGroup(pid, 'SIGKILL');
        });
        return {
            pid,
            stdin: child.stdin,
            stdout: child.stdout,
            stderr: child.stderr,
            ended,
            kill: (signal) => signalGroup(pid, signal),
            [Symbol.asyncDispose]: async () => {
                if (!running.has(pid))
                    return;
                stop();
                // Output that nobody reads any more would keep the streams open.
                child.stdin.destroy();
                child.stdout.resume();
                child.stderr.resume();
                await ended;
            },
        };
    };
    return {
        start,
        run: async (command, args, options) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const child = __addDisposableResource(env_1, await start(command, args, options), true);
                const stdout = keepEnd(child.stdout);
                const stderr = keepEnd(child.stderr);
                await feed(child, options.input);
                const { code, signal } = await child.ended;
                options.signal?.throwIfAborted();
                return { code, signal, stdout: stdout(), stderr: stderr() };
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
        },
    };
}
/**
 * The same command, to be sent SIGTERM by the kernel when we die of whatever cause. Null where that cannot be had, or
 * where there is no such program: starting it then says so. Has no effect on sudo, which changes its user.
 * We may have died before the kernel was asked for it: so the shell looks whether its parent is still us.
 */
async function tie(command, args, environment) {
    if (process.platform !== 'linux')
        return null;
    // Since util-linux 2.33 setpriv has this option; it then becomes the program.
    canTie ??=
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(setpriv, ['--pdeathsig', 'TERM', '--', 'true'], { env: {}, stdio: 'ignore' }).status === 0;
    if (!canTie)
        return null;
    const folders = command.includes('/') ? [''] : (environment['PATH'] ?? '/usr/bin:/bin').split(':');
    for (const folder of folders) {
        const path = folder === '' ? command : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, command);
        const isProgram = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false);
        if (isProgram) {
            const launch = ['--pdeathsig', 'TERM', '--', '/bin/sh', '-c', orphansEnd, 'sh', String(process.pid)];
            return { command: setpriv, args: [...launch, path, ...args] };
        }
    }
    return null;
}
const setpriv = '/usr/bin/setpriv';
const orphansEnd = '[ "$PPID" = "$1" ] || exit 143; shift; unset PWD; exec "$@"';
let canTie;
async function started(child, command, directory) {
    const thrown = await new Promise((resolve) => {
        child.once('spawn', () => resolve(null));
        child.once('error', resolve);
    });
    child.on('error', () => undefined);
    if (thrown === null && child.pid !== undefined)
        return child.pid;
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (directory !== undefined && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(directory).catch(() => null)) === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('missing', `${command} could not start: its working directory does not exist`, {
            cause: thrown,
        });
    }
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('missing', `the program ${command} does not exist on this machine`, {
            cause: thrown,
            hint: `Install ${command}, or put it on PATH.`,
        });
    }
    if (code === 'EACCES') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('access', `the program ${command} may not be started`, {
            cause: thrown,
            hint: `Make it executable (chmod a+x), or put another ${command} before it on PATH.`,
        });
    }
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR(code === 'EAGAIN' || code === 'ENOMEM' ? 'capacity' : 'bug', `${command} could not be started`, {
        cause: thrown,
    });
}
/** Sends a signal to every process of the group. One that has ended, or that is not ours to signal, is left alone. */
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch {
        // Nobody is left in the group, or it belongs to another user (sudo): then its standard input is the way to end it.
    }
}
async function feed(child, input) {
    if (input === undefined || typeof input === 'string') {
        child.stdin.end(input);
        return;
    }
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(input, child.stdin);
    }
    catch (thrown) {
        // A child may end without reading all; only a broken input is the caller's concern.
        if (input.errored !== null && !isBrokenPipe(input.errored))
            throw thrown;
    }
}
function isBrokenPipe(error) {
    return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
}
function keepEnd(stream) {
    let kept = [];
    let size = 0;
    stream.on('data', (chunk) => {
        kept.push(chunk);
        size += chunk.length;
        if (size > 2 * outputLimit) {
            const end = Buffer.concat(kept).subarray(-outputLimit);
            kept = [end];
            size = end.length;
        }
    });
    stream.on('error', () => undefined);
    return () => Buffer.concat(kept).subarray(-outputLimit).toString('utf8');
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

/***/ 8589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ removeLeftovers),
/* harmony export */   KK: () => (/* binding */ openSpool)
/* harmony export */ });
/* unused harmony export startOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62223);






/** A spool of another machine or container that shares the temporary folder: only its age tells that it is dead. */
const foreignAge = 7 * 86_400_000;
const namePattern = /^lifeboat-spool-(\d+)-(\d+)-([0-9a-f]{8})-[0-9a-f]{16}$/;
/**
 * Makes a folder of this run alone, which only this user may read. It is removed when disposed, and when the process
 * exits. Those that crashed runs left behind are removed first.
 */
async function openSpool(tempFolder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(tempFolder, { recursive: true });
    await removeLeftovers(tempFolder);
    const random = Buffer.from(_random_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRandom */ .v.bytes(8)).toString('hex');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(tempFolder, `lifeboat-spool-${process.pid}-${startOf(process.pid) ?? 0}-${place()}-${random}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path, { mode: 0o700 });
    const removeAtExit = () => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
        }
        catch {
            // A laboratory's data may belong to its own user; the laboratory removes it.
        }
    };
    process.once('exit', removeAtExit);
    return {
        path,
        [Symbol.asyncDispose]: async () => {
            process.off('exit', removeAtExit);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true });
        },
    };
}
/** Removes the spools of runs that have ended without doing it. */
async function removeLeftovers(tempFolder) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(tempFolder)) {
        const match = namePattern.exec(name);
        if (!match)
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(tempFolder, name);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
        if (found === null || !found.isDirectory() || found.uid !== process.getuid?.())
            continue;
        const [, pid, start, where] = match;
        const dead = where === place() ? startOf(Number(pid)) !== Number(start) : Date.now() - found.mtimeMs > foreignAge;
        // What another user's process put there (a laboratory's data) is its own clean-up's to remove.
        if (dead)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true }).catch(() => undefined);
    }
}
/** When a process started, in a measure of its own; null when there is no such process. Tells a reused pid apart. */
function startOf(pid) {
    try {
        const fields = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ');
        // proc(5): starttime is field 22; the first two are cut off above. A zombie has ended.
        return fields[0] === 'Z' ? null : Number(fields[19]);
    }
    catch {
        if (process.platform === 'linux')
            return null;
    }
    try {
        process.kill(pid, 0);
        return 0;
    }
    catch (thrown) {
        return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM' ? 0 : null;
    }
}
/** Where pids are counted: this machine, or this container. */
function place() {
    let namespace = '';
    try {
        namespace = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        // Not Linux: one count of pids per machine.
    }
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${(0,node_os__WEBPACK_IMPORTED_MODULE_3__.hostname)()} ${namespace}`).digest('hex').slice(0, 8);
}


/***/ }),

/***/ 53529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ outcomeOf),
/* harmony export */   y: () => (/* binding */ recordEvent)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26981);
/* harmony import */ var _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14375);



/**
 * Adds an event to the environment's ledger, in all stores, signed with the run's key. What goes wrong is said in the log,
 * and changes nothing about the run that it tells of.
 * @returns the event's id; null when no store took it
 */
async function recordEvent(ports, environment, { type, outcome, backupId, details = {} }) {
    const { log, signal } = ports;
    // Whoever stopped the run has left it a few seconds, which belong to the clean-up.
    if (signal.aborted)
        return null;
    const isSigned = Object.values(environment.signing).some((key) => key !== undefined);
    // An unsigned event among signed ones could be anybody's: it would be a finding for ever.
    if (isSigned && ports.keys.signing === null) {
        log.warning('this run does not stand in the ledger: events are signed, and it was given no signing key');
        return null;
    }
    try {
        const written = await (0,_vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .writeEvent */ .as)(environment.environment, { type, outcome, backupId, details }, { ...ports, signingKey: ports.keys.signing });
        for (const [store, failure] of written.failures) {
            log.warning(`store ${store} did not take the event of the ledger: ${failure.message}`);
        }
        if (written.stores.length === 0)
            return null;
        log.debug(`event ${written.event.id} of the ledger, in ${written.stores.join(', ')}`);
        return written.event.id;
    }
    catch (error) {
        log.warning(`this run does not stand in the ledger: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
        return null;
    }
}
/** How a run ended, as an event says it. */
function outcomeOf(report) {
    const trouble = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .LH)(report);
    const { verdict, failure } = report;
    return { verdict, failure: failure?.kind ?? null, ...(trouble === null ? {} : { trouble }) };
}


/***/ }),

/***/ 30470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RunReport),
/* harmony export */   s: () => (/* binding */ tellBug)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49012);
/* harmony import */ var _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(314);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75141);




/** Gathers what a run finds on its way, and makes its report. `Group` is what its checks belong to. */
class RunReport {
    checks = [];
    tables = [];
    copies = [];
    facts = [];
    objectives = [];
    notices = [];
    next = [];
    backupId = null;
    about = null;
    subject = undefined;
    restored = undefined;
    incident = undefined;
    waitsFor = undefined;
    deployed = undefined;
    overridden = undefined;
    /** Of a run that only says what it would do. */
    dryRun = false;
    /** Of such a run: what a person has not said yet. */
    missingConsent = [];
    timeline = [];
    operation;
    environment;
    clock;
    log;
    run;
    startedAt;
    constructor(operation, environment, ports) {
        this.operation = operation;
        this.environment = environment;
        this.clock = ports.clock;
        this.log = ports.log;
        this.run = ports.run;
        this.startedAt = ports.clock.now();
    }
    /**
     * Runs a part of the work as a phase of log and timeline.
     * @param describe what the timeline says of it, once it is done
     */
    async phase(name, work, describe = () => ({})) {
        const phase = { name, startedAt: this.clock.now(), duration: 0, status: 'failed' };
        this.timeline.push(phase);
        const started = this.clock.ticks();
        const failedBefore = this.failedChecks();
        try {
            const result = await this.log.group(name, work);
            if (this.failedChecks() === failedBefore)
                phase.status = 'done';
            Object.assign(phase, describe(result));
            return result;
        }
        finally {
            phase.duration = Math.round(this.clock.ticks() - started);
        }
    }
    /** A part of a phase that somebody else has timed. */
    addPhase(phase) {
        this.timeline.push(phase);
    }
    failedChecks() {
        return this.checks.filter((check) => check.status === 'failed').length;
    }
    notice(level, text, subjects = []) {
        this.notices.push({ level, text, subjects });
        if (level === 'warning')
            this.log.warning(text, subjects);
        else
            this.log.notice(text, subjects);
    }
    fact(label, text, value, unit) {
        this.facts.push({
            label,
            text,
            ...(value === undefined ? {} : { value }),
            ...(unit === undefined ? {} : { unit }),
        });
    }
    check(check) {
        this.checks.push(check);
        const text = `${check.rung}: ${check.name}: ${check.detail}`;
        if (check.status === 'failed')
            this.log.error(text, check.subjects);
        else if (check.status === 'passed' || isUnasked(check))
            this.log.info(text, check.subjects);
        else
            this.log.warning(text, check.subjects);
    }
    finish(verdict, failure) {
        if (failure?.hint !== undefined && !this.next.includes(failure.hint))
            this.next.unshift(failure.hint);
        const passed = this.checks.filter(({ status }) => status === 'passed');
        for (const { hint } of [...(0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .troubles */ .d4)(this.checks), ...passed])
            if (hint !== undefined && !this.next.includes(hint))
                this.next.push(hint);
        return {
            format: 1,
            operation: this.operation,
            environment: this.environment,
            verdict,
            failure: failure === null ? null : (0,_domain_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportFailure */ .x)(failure),
            backupId: this.backupId,
            startedAt: this.startedAt,
            finishedAt: this.clock.now(),
            actor: this.run.actor,
            reason: this.run.reason,
            runUrl: this.run.url,
            objectives: this.objectives,
            checks: this.checks,
            timeline: [...this.timeline].sort((a, b) => a.startedAt - b.startedAt),
            facts: this.facts,
            tables: this.tables,
            copies: this.copies,
            notices: this.notices,
            next: this.next,
            ...(this.about === null ? {} : { about: this.about }),
            ...(this.subject === undefined ? {} : { subject: this.subject }),
            ...(this.restored === undefined ? {} : { restored: this.restored }),
            ...(this.incident === undefined ? {} : { incident: this.incident }),
            ...(this.waitsFor === undefined ? {} : { waitsFor: this.waitsFor }),
            ...(this.deployed === undefined ? {} : { deployed: this.deployed }),
            ...(this.overridden === undefined ? {} : { overridden: this.overridden }),
            ...(this.dryRun ? { dryRun: true } : {}),
            ...(this.missingConsent.length === 0 ? {} : { missingConsent: this.missingConsent }),
        };
    }
    /** The report that the work comes to; when it throws, that of its failure. */
    async ending(work) {
        try {
            return await work();
        }
        catch (error) {
            return this.fail(error);
        }
    }
    /** The report of a run that could not go on. A bug is told with the places in the code. */
    fail(thrown) {
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
        if (failure.kind === 'bug')
            tellBug(failure, this.log);
        return this.finish('failed', failure);
    }
}
/**
 * What the environment file does not ask for stands in the report, and alarms nobody: GitHub shows ten annotations of a step, and
 * those belong to what is wrong. A rung of the ladder that was skipped leaves a proof short, which is worth a warning.
 */
function isUnasked({ rung, status }) {
    return status === 'skipped' && (rung === 'gate' || validationGroups.includes(rung));
}
const validationGroups = Object.values(_domain_validation_score_js__WEBPACK_IMPORTED_MODULE_1__/* .aspectOf */ ._u);
/** For whoever mends it. */
function tellBug(failure, log) {
    const { name, message, places } = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .bugReport */ .r)(failure);
    log.error(`a bug in Lifeboat (${name})`, [message]);
    log.info(places);
}


/***/ }),

/***/ 19430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkSigningKey: () => (/* binding */ checkSigningKey),
/* harmony export */   hasRoleOf: () => (/* binding */ hasRoleOf),
/* harmony export */   inRole: () => (/* binding */ inRole)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4527);


/** Whether an event signed with this key is one that `ledger verify` believes; true where no key is configured at all. */
function hasRoleOf(environment, secretKey) {
    const known = Object.values(environment.signing).filter((key) => key !== undefined);
    return known.length === 0 || (secretKey !== null && known.includes((0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey)));
}
/**
 * The ports of a run as one of its roles has them: of the signing keys that it was given, the first that belongs to a role's
 * public key; the run's own key when none does.
 * @param roles whose signature would be believed, the best first
 */
function inRole({ signing }, roles, ports) {
    const given = ports.keys.signingKeys ?? (ports.keys.signing === null ? [] : [ports.keys.signing]);
    const wanted = roles.flatMap((role) => signing[role] ?? []);
    const own = wanted
        .map((publicKey) => given.find((secret) => (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secret) === publicKey))
        .find((secret) => secret !== undefined);
    return own === undefined ? ports : { ...ports, keys: { ...ports.keys, signing: own } };
}
/**
 * Before any work: the secret key that this role signs with is there when the environment file names a public key, and
 * is its counterpart. @throws Failure `config`
 */
function checkSigningKey(environment, role, secretKey) {
    const publicKey = environment.signing[role];
    if (secretKey === null) {
        if (publicKey !== undefined) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `signing.${role} names a public key, and LIFEBOAT_SIGNING_KEY is not set`, {
                hint: `Give the ${role} role’s secret signing key: in a job LIFEBOAT_SIGNING_KEY: \${{ secrets.LIFEBOAT_SIGNING_KEY }}, on a terminal --signing-key-file.`,
            });
        }
        // The others sign nothing that a restore would have to believe.
        if (environment.protected && (role === 'backup' || role === 'verify')) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the environment is protected, and signing.${role} is not configured`, {
                hint: 'Make keys with lifeboat keygen and put the public ones under signing.',
            });
        }
        return;
    }
    if (publicKey !== undefined && (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey) !== publicKey) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the signing key that was given does not belong to the public key at signing.${role}`, {
            hint: 'Each role has a key of its own; give the one that fits, as LIFEBOAT_SIGNING_KEY or with --signing-key-file.',
        });
    }
}


/***/ }),

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Gw: () => (/* binding */ readStoredLease),
/* harmony export */   LV: () => (/* binding */ failureOfStore),
/* harmony export */   X5: () => (/* binding */ expiryText),
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
/* harmony export */   ii: () => (/* binding */ holderText),
/* harmony export */   mh: () => (/* binding */ listLeases),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* unused harmony export leaseSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);







/** What lies at the key of a lease. Times are ISO 8601 UTC. Documented in docs/format.md. */
const iso = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text)));
/** Whoever may write to the store could put a terminal's commands there, or a runner's. */
const line = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500));
const leaseSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['exclusive', 'use']),
    name: line,
    backupId: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Tells this holder's lease from any other at the same key. */
    token: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
    why: line,
    holder: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        actor: line.nullable(),
        runUrl: line.nullable(),
        host: line.nullable(),
    }),
    takenAt: iso,
    expiresAt: iso,
});
/** How far the clocks of two machines may be apart: so much longer is a lease of another's believed. */
const toleratedSkew = 2 * 60_000;
/** What cannot be read may have been written by a newer Lifeboat: it is believed for so long after it was stored. */
const unreadableTerm = 24 * 3_600_000;
/** Objects are small; more is not what we wrote. */
const largestLease = 65_536;
/** Whether whoever holds it may still be at work, as far as another machine can tell. */
function isLive({ expiresAt }, now) {
    return now <= expiresAt + toleratedSkew;
}
/** `by ada, on runner-7, run https://…` */
function holderText(record) {
    if (record === null)
        return 'by somebody whose lease this Lifeboat cannot read';
    const { actor, host, runUrl } = record.holder;
    const parts = [
        `by ${actor ?? 'an unknown actor'}`,
        ...(host === null ? [] : [`on ${host}`]),
        ...(runUrl === null ? [] : [runUrl]),
    ];
    return `${parts.join(', ')}, since ${record.takenAt.slice(0, 19)}Z, to ${record.why}`;
}
/** When it ends, for people. */
function expiryText(expiresAt, now) {
    const at = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    return expiresAt >= now ? `until ${at}` : `expired ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - expiresAt)} ago, at ${at}`;
}
/** The lease at a key; null when there is none. */
async function readLease(store, environment, key, signal) {
    const stored = await store.stat(key, signal);
    return stored === null ? null : readStoredLease(store, environment, stored, signal);
}
/** The lease that a listing found; null when it is gone by now. */
async function readStoredLease(store, environment, { key, modifiedAt }, signal) {
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, key, { signal }, largestLease).catch((error) => {
        const failure = failureOfStore(error, signal);
        if (failure.kind !== 'integrity')
            throw failure;
        return Buffer.alloc(0);
    });
    if (bytes === null)
        return null;
    const { name, backupId } = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, key) ?? { name: key, backupId: null };
    const record = parseLease(bytes.toString());
    return {
        key,
        name,
        backupId,
        store: store.name,
        record,
        expiresAt: record === null ? modifiedAt + unreadableTerm : Date.parse(record.expiresAt),
    };
}
function parseLease(text) {
    try {
        return (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, leaseSchema, 'lease');
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw error;
    }
}
/** Whatever went wrong is a trouble of that store alone, a full disk too. @throws Failure `cancelled` */
function failureOfStore(error, signal) {
    (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(signal);
    return (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
}
/** Every lease of an environment in every store, expired ones too. Never throws for a store: it is named. */
async function listLeases(stores, environment, { log, signal }) {
    const leases = [];
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const stored of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .leasesFolder */ ._5)(environment), signal)) {
                if ((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, stored.key) === null)
                    continue;
                const lease = await readStoredLease(store, environment, stored, signal);
                if (lease !== null)
                    leases.push(lease);
            }
        }
        catch (error) {
            const failure = failureOfStore(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be asked for leases: ${failure.message}`);
        }
    }));
    return { leases, unreachable };
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

/***/ 44418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPorts: () => (/* binding */ openPorts),
  signingKeysOf: () => (/* binding */ signingKeysOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/host/processes.js
var processes = __webpack_require__(59415);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/host/machine.js

/** What this machine is, as a proof tells it. Memory in bytes. */
function thisMachine() {
    return { cpu: (0,external_node_os_.cpus)()[0]?.model.trim() ?? process.arch, cores: (0,external_node_os_.availableParallelism)(), memory: (0,external_node_os_.totalmem)() };
}
/** How this machine is called, for those who look for whoever holds a lease. */
function machineName() {
    return (0,external_node_os_.hostname)();
}

// EXTERNAL MODULE: ./lib/host/random.js
var random = __webpack_require__(62223);
// EXTERNAL MODULE: ./lib/host/spool.js
var host_spool = __webpack_require__(8589);
// EXTERNAL MODULE: ./lib/wiring/hide-secrets.js
var hide_secrets = __webpack_require__(18176);
;// CONCATENATED MODULE: ./lib/wiring/open-source.js
/** Opens what a source's or a record's kind asks for. A driver is loaded when the first one is needed. */
function sourceOpeners({ variables, packages }, ports) {
    const context = () => {
        const { spool, processes, clock, random, log } = ports();
        return { variables, spool, processes, clock, random, log, cache: packages ?? undefined };
    };
    return {
        openSource: async (config) => {
            if (config.type === 'files') {
                const { openFilesSource } = await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(2640)]).then(__webpack_require__.bind(__webpack_require__, 32640));
                return openFilesSource(config, context());
            }
            if (config.type === 'redis') {
                const { openRedisSource } = await __webpack_require__.e(/* import() */ 8772).then(__webpack_require__.bind(__webpack_require__, 38772));
                return openRedisSource(config, context());
            }
            const { openPostgresSource } = await Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(5506), __webpack_require__.e(7239)]).then(__webpack_require__.bind(__webpack_require__, 65506));
            return openPostgresSource(config, context());
        },
        openRehearsal: async (record, config) => {
            if (record.engine === 'files-tar') {
                const { openFilesRehearsal } = await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(3019), __webpack_require__.e(2605)]).then(__webpack_require__.bind(__webpack_require__, 52605));
                return openFilesRehearsal(record, context());
            }
            if (record.engine === 'redis-rdb') {
                const { openRedisRehearsal } = await Promise.all(/* import() */[__webpack_require__.e(8772), __webpack_require__.e(9060), __webpack_require__.e(8545)]).then(__webpack_require__.bind(__webpack_require__, 58545));
                return openRedisRehearsal(record, context());
            }
            const { openPostgresRehearsal } = await Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(8468), __webpack_require__.e(9850), __webpack_require__.e(5349), __webpack_require__.e(7509), __webpack_require__.e(9356)]).then(__webpack_require__.bind(__webpack_require__, 39356));
            return openPostgresRehearsal(record, config?.type === 'postgres' ? config : undefined, context());
        },
        openRestoration: async (record, config, request) => {
            if (record.engine === 'files-tar') {
                const { openFilesRestoration } = await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(3019), __webpack_require__.e(927)]).then(__webpack_require__.bind(__webpack_require__, 20927));
                return openFilesRestoration(record, config?.type === 'files' ? config : undefined, request, context());
            }
            if (record.engine === 'redis-rdb') {
                const { openRedisRestoration } = await Promise.all(/* import() */[__webpack_require__.e(8772), __webpack_require__.e(9060), __webpack_require__.e(8863)]).then(__webpack_require__.bind(__webpack_require__, 98863));
                const own = config?.type === 'redis' ? config : undefined;
                return openRedisRestoration(record, own, request, context());
            }
            const { openPostgresRestoration } = await Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(9850), __webpack_require__.e(5349), __webpack_require__.e(7509), __webpack_require__.e(1932)]).then(__webpack_require__.bind(__webpack_require__, 31932));
            const own = config?.type === 'postgres' ? config : undefined;
            return openPostgresRestoration(record, own, request, context());
        },
    };
}

// EXTERNAL MODULE: ./lib/wiring/version.js
var version = __webpack_require__(10406);
;// CONCATENATED MODULE: ./lib/wiring/open-ports.js
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










const givenTo = new WeakMap();
/** The signing keys that the runs of this host were given so far: each is taken once, and what is written after the work needs it too. */
function signingKeysOf(host) {
    return givenTo.get(host) ?? [];
}
/** Everything that an operation needs of the world, on this machine. Disposing it closes stores and removes the spool. */
async function openPorts(environment, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { host } = options;
        (0,hide_secrets/* hideSecrets */.s)(environment, host);
        const keys = await readKeys(environment, options);
        const opened = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const stores = [];
        for (const config of options.stores ?? environment.stores) {
            stores.push(opened.use(await openOneStore(config, host)));
        }
        const { path: spool } = opened.use(await (0,host_spool/* openSpool */.KK)(host.temporaryFolder));
        const ports = {
            stores,
            ...sourceOpeners(host, () => ports),
            keys,
            run: {
                actor: host.actor,
                reason: options.reason ?? null,
                url: host.runUrl,
                host: machineName(),
                version: version/* version */.r,
                machine: thisMachine(),
            },
            log: host.log,
            clock: clock/* systemClock */.m,
            random: random/* systemRandom */.v,
            processes: (0,processes/* createProcesses */.E)(),
            spool,
            signal: host.signal,
        };
        const resources = opened.move();
        return Object.assign(ports, { [Symbol.asyncDispose]: () => resources.disposeAsync() });
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
async function openOneStore(config, host) {
    const { openStore } = await __webpack_require__.e(/* import() */ 1915).then(__webpack_require__.bind(__webpack_require__, 61915));
    return openStore(config, {
        variables: host.variables,
        oidcToken: host.oidcToken,
        clock: clock/* systemClock */.m,
        random: random/* systemRandom */.v,
        log: host.log,
        runnerIsHosted: host.isThrownAway,
    });
}
async function readKeys(environment, options) {
    const { host, role } = options;
    const keys = {
        passphrase: null,
        identities: [],
        signing: null,
    };
    if (role === 'read')
        return keys;
    const { encryption } = environment;
    if (role !== 'retention' && typeof encryption === 'object' && 'passphrase' in encryption) {
        keys.passphrase = encryption.passphrase.resolve(host.variables);
    }
    const variable = host.takeVariable('LIFEBOAT_SIGNING_KEY');
    const further = (options.signingRoles ?? []).map((role) => host.takeVariable(`LIFEBOAT_${role.toUpperCase()}_SIGNING_KEY`) ?? '');
    const given = keyLines((await readKeyFile(options.signingKeyFile, 'signing key')) ?? variable ?? '');
    keys.signingKeys = [...given, ...further.flatMap(keyLines)];
    keys.signing = keys.signingKeys[0] ?? null;
    for (const key of keys.signingKeys)
        host.hide(key);
    givenTo.set(host, [...new Set([...signingKeysOf(host), ...keys.signingKeys])]);
    const identities = host.takeVariable('LIFEBOAT_IDENTITY');
    if (role === 'verify' || role === 'restore') {
        const text = options.identity ?? (await readKeyFile(options.identityFile, 'identity')) ?? identities ?? '';
        if (text.trim() !== '') {
            const { parseIdentities } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(4466)]).then(__webpack_require__.bind(__webpack_require__, 4466));
            keys.identities = parseIdentities(text);
            for (const identity of keys.identities)
                host.hide(identity);
        }
    }
    return keys;
}
async function readKeyFile(path, what) {
    if (path === undefined)
        return undefined;
    return (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new failure/* Failure */.HR('config', `the ${what} file ${path} cannot be read`, {
            cause,
            hint: 'Give the path of a key file, as `lifeboat keygen` writes it.',
        });
    });
}
/** The keys in the text of a key file: its lines that are neither comments nor empty. Most files hold one. */
function keyLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}


/***/ }),

/***/ 12362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runLeaseBreak: () => (/* binding */ runLeaseBreak),
  runLeaseList: () => (/* binding */ runLeaseList)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/lease-records.js
var lease_records = __webpack_require__(50701);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
;// CONCATENATED MODULE: ./lib/operations/leases/leases.js






/** Every lease of the environment, by name. @throws Failure when no store could be asked */
async function viewLeases(environment, ports) {
    const { leases, unreachable } = await (0,lease_records/* listLeases */.mh)(ports.stores, environment.environment, ports);
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === ports.stores.length)
        throw first;
    const now = ports.clock.now();
    const byHolder = new Map();
    for (const lease of leases) {
        const seen = byHolder.get(`${lease.name} ${lease.record?.token}`);
        if (seen === undefined)
            byHolder.set(`${lease.name} ${lease.record?.token}`, view(lease, now));
        else
            seen.stores.push(lease.store);
    }
    const views = [...byHolder.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return { leases: views, unreachable: [...unreachable.keys()] };
}
function view(lease, now) {
    return {
        name: lease.name,
        backupId: lease.backupId,
        stores: [lease.store],
        holder: `held ${(0,lease_records/* holderText */.ii)(lease.record)}`,
        state: (0,lease_records/* expiryText */.X5)(lease.expiresAt, now),
        live: (0,lease_records/* isLive */.DG)(lease, now),
    };
}
/**
 * Removes a lease from every store, whoever holds it; the reason stands in the run and goes into the ledger. A holder that is
 * alive after all finds out at its next `demand`.
 */
async function breakLease(environment, { name }, ports) {
    const run = new run_report/* RunReport */.e('lease', environment.environment, ports);
    let holder = '';
    const report = await (async () => {
        try {
            holder = await remove(environment, name, ports, run);
            return run.finish(run.notices.length === 0 ? 'passed' : 'degraded', null);
        }
        catch (error) {
            return run.fail(error);
        }
    })();
    // What was not there, or not allowed, broke nothing.
    if (holder !== '') {
        await (0,record/* recordEvent */.y)(ports, environment, {
            type: 'lease-broken',
            outcome: (0,record/* outcomeOf */.s)(report),
            backupId: null,
            details: { lease: name, holder },
        });
    }
    return report;
}
/** @returns who held it */
async function remove(environment, name, ports, run) {
    const { stores, signal, clock } = ports;
    if (ports.run.reason === null)
        throw new failure/* Failure */.HR('config', 'a lease is cleared for a reason: none was given');
    if (!(0,signing_keys.hasRoleOf)(environment, ports.keys.signing)) {
        throw new failure/* Failure */.HR('config', `clearing a lease stands in the ledger, signed: ${ports.keys.signing === null ? 'no signing key was given' : 'the signing key that was given is none of those under signing'}`, {
            hint: 'Give any role’s key with --signing-key-file, or as LIFEBOAT_SIGNING_KEY. Without one, wait: a lease expires within minutes of its run.',
        });
    }
    const { leases } = await (0,lease_records/* listLeases */.mh)(stores, environment.environment, ports);
    const found = leases.filter((lease) => lease.name === name);
    const [first] = found;
    if (first === undefined) {
        const names = [...new Set(leases.map((lease) => lease.name))].join(', ');
        throw new failure/* Failure */.HR('missing', `there is no lease ${name}`, {
            hint: names === '' ? 'Nobody holds a lease.' : `There are: ${names}.`,
        });
    }
    const holders = stores.filter((store) => found.some((lease) => lease.store === store.name));
    const failures = await (0,copies/* inEachStore */.mK)(holders, (store) => store.remove(first.key, signal));
    const [worst] = failures.values();
    if (worst !== undefined && failures.size === holders.length)
        throw worst;
    for (const [store, failure] of failures) {
        run.notice('warning', `store ${store} still has it: ${failure.message}`);
    }
    const holder = (0,lease_records/* holderText */.ii)(first.record);
    run.fact('lease', name);
    run.fact('was held', `${holder}; ${(0,lease_records/* expiryText */.X5)(first.expiresAt, clock.now())}`);
    return holder;
}

// EXTERNAL MODULE: ./lib/wiring/load-environment.js
var load_environment = __webpack_require__(57724);
// EXTERNAL MODULE: ./lib/wiring/open-ports.js + 2 modules
var open_ports = __webpack_require__(44418);
;// CONCATENATED MODULE: ./lib/wiring/run-lease.js
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



async function runLeaseList(input, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = await (0,load_environment/* loadEnvironment */.Y)(input);
        const ports = __addDisposableResource(env_1, await (0,open_ports.openPorts)(environment, { host, role: 'read' }), true);
        const found = await viewLeases(environment, ports);
        const notes = found.unreachable.map((store) => `Store ${store} could not be asked; it may have others.`);
        const lines = found.leases.length === 0 ? ['Nobody holds a lease.'] : found.leases.map(line);
        return { text: [...lines, ...notes].join('\n'), json: found };
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
function line({ name, stores, state, holder }) {
    return `${name} (${stores.join(', ')})\n  ${holder}\n  ${state}`;
}
async function runLeaseBreak(input, host) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = await (0,load_environment/* loadEnvironment */.Y)(input);
        const ports = __addDisposableResource(env_2, await (0,open_ports.openPorts)(environment, {
            host,
            role: 'retention',
            reason: input.reason,
            signingKeyFile: input['signing-key-file'],
        }), true);
        return { report: await breakLease(environment, { name: input.name }, ports), outputs: {} };
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
