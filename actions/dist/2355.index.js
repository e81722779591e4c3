export const id = 2355;
export const ids = [2355,4418,9180,774,2037,6799];
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

/***/ 17786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ diskSpace)
/* harmony export */ });
/* unused harmony export spaceOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** The disk that a folder lies on. Its total is 0 when it tells no size. */
async function diskSpace(path) {
    return spaceOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(path));
}
function spaceOf({ blocks, bfree, bavail, bsize }) {
    return { free: bavail * bsize, total: (blocks - bfree + bavail) * bsize };
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

/***/ 49847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* unused harmony export clip */
/**
 * Text from data or users as one visible line: control and format characters (line breaks, terminal escapes, bidi
 * overrides, zero-width ones) are shown as `\u{…}` or become spaces, and what is too long is cut.
 */
function plain(text, atMost = 300) {
    const line = text
        .toWellFormed()
        .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
        .trim()
        .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return clip(line, atMost);
}
/** Cut to a number of characters, never within a pair of surrogates. */
function clip(text, atMost) {
    if (text.length <= atMost)
        return text;
    return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
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

/***/ 90774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSurroundings: () => (/* binding */ openSurroundings)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_disk_space_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17786);



/** Where GitHub looks for workflows, from the root of the repository, which is the working directory of a job. */
const workflowsFolder = '.github/workflows';
/** Disks, workflow files and GitHub's word on them, as this machine and this token can see them. */
async function openSurroundings(environment, token, host) {
    const localStores = new Map();
    for (const store of environment.stores) {
        if (store.type === 'local')
            localStores.set(store.name, resolvedOrNull(store.path, host));
    }
    return {
        diskSpace: nearestDisk,
        localStores,
        workflows: () => readWorkflows(host),
        repository: (await host.openRepositoryState?.(token)) ?? null,
    };
}
function resolvedOrNull(path, { variables }) {
    return path.names.some((name) => (variables[name] ?? '') === '') ? null : path.resolve(variables);
}
async function nearestDisk(path) {
    for (let place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);; place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place)) {
        const found = await (0,_host_disk_space_js__WEBPACK_IMPORTED_MODULE_2__/* .diskSpace */ .a)(place).catch(() => null);
        if (found !== null && found.total > 0)
            return found;
        if (found !== null || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place) === place)
            return null;
    }
}
async function readWorkflows({ log }) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(workflowsFolder).catch(() => []);
    const workflows = new Map();
    const { parseWorkflow } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7406)]).then(__webpack_require__.bind(__webpack_require__, 87406));
    for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workflowsFolder, name), 'utf8').catch(() => null);
        const workflow = text === null ? null : parseWorkflow(text);
        const path = `${workflowsFolder}/${name}`;
        if (workflow !== null)
            workflows.set(path, workflow);
        else if (text !== null)
            log.warning(`${path} cannot be understood: it counts as no workflow`);
    }
    return workflows;
}


/***/ }),

/***/ 30438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDashboard: () => (/* binding */ runDashboard)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/operations/status/checks/schedules.js + 1 modules
var schedules = __webpack_require__(67457);
// EXTERNAL MODULE: ./lib/operations/status/data-age.js
var data_age = __webpack_require__(95495);
// EXTERNAL MODULE: ./lib/operations/status/finding.js
var finding = __webpack_require__(44412);
// EXTERNAL MODULE: ./lib/operations/status/status.js + 10 modules
var status_status = __webpack_require__(15909);
// EXTERNAL MODULE: ./lib/operations/status/view.js
var status_view = __webpack_require__(65036);
;// CONCATENATED MODULE: ./lib/operations/dashboard/dashboard.js







/** A chart of more points shows no more, and a page should open at once. */
const mostPoints = 120;
const mostRows = 12;
/** One environment's part of a dashboard. One that cannot be read says so, and keeps no other from being shown. */
async function dashboardOf(environment, ports, surroundings) {
    try {
        return drawn(await (0,status_status.observe)(environment, ports, surroundings));
    }
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, ports.signal);
        if (failure.kind === 'bug')
            throw failure;
        return unreadable(environment, ports.clock.now(), failure.message);
    }
}
/** What is shown of an environment of which nothing can be read. */
function unreadable(environment, now, failure) {
    return {
        name: environment.environment,
        protected: environment.protected,
        verdict: 'failed',
        score: null,
        failure,
        from: now - (0,status_view/* watchOf */.xE)(environment).window,
        to: now,
        objectives: objectivesOf(environment),
        newest: null,
        proof: null,
        checks: [],
        dataAges: [],
        recoveries: [],
        sizes: [],
        schedules: [],
        proofs: { passed: 0, made: 0, newest: [] },
        drills: [],
        stores: [],
        backups: [],
    };
}
function drawn(seen) {
    const { view } = seen;
    const { environment, history, now, watch } = view;
    const from = now - watch.window;
    const isWithin = ({ at }) => at >= from && at <= now;
    const backups = (0,status_view/* believed */.ty)(history);
    const [newest] = (0,status_view/* restorable */.wq)(history);
    const proof = history.newest.proof;
    return {
        ...unreadable(environment, now, ''),
        failure: null,
        verdict: (0,status_status.verdictOf)(seen.findings),
        score: seen.score,
        newest: newest === undefined
            ? null
            : {
                id: newest.id,
                at: newest.at,
                dataAge: (0,data_age/* ageOfData */.v)(view),
                size: newest.summary.storedSize,
            },
        proof: proof === null || proof.summary === null ? null : { at: proof.at, verdict: proof.summary.verdict },
        checks: seen.findings.map(finding/* checkOf */.E).map(({ name, status, detail, subjects }) => ({
            name,
            status,
            detail,
            subjects,
        })),
        dataAges: thinned(dataAges(view).filter(isWithin)),
        recoveries: recoveries(view).filter(isWithin),
        sizes: thinned(backups
            .map(({ at, summary }) => ({ at, value: summary.storedSize }))
            .reverse()
            .filter(isWithin)),
        schedules: seen.schedules.map((record) => scheduleOf(record)),
        proofs: { ...(0,schedules/* proofsPassed */.yl)(view), newest: newestProofs(view) },
        drills: drills(view),
        stores: history.stores.map(({ name, type, failure, backups: count, bytes, newest: last }) => ({
            name,
            type,
            backups: failure === null ? count : null,
            bytes,
            newest: last,
        })),
        backups: backups.slice(0, mostRows).map(({ id, at, summary, copies }) => ({
            id,
            at,
            size: summary.storedSize,
            duration: summary.finishedAt - summary.startedAt,
            class: summary.class,
            stores: copies.filter(({ state }) => state === 'whole').map(({ store }) => store),
            proof: verdictFor(id, view),
        })),
    };
}
function objectivesOf({ objectives }) {
    return { rpo: objectives.rpo ?? null, rto: objectives.rto ?? null };
}
/** How old the data had become each time, when a backup was made; and how old it is now. */
function dataAges({ history, now }) {
    // One that a restore test condemned brought nothing newer.
    const condemned = new Set([...history.condemned.keys()].map((id) => (0,backup_id/* parseBackupId */.JN)(id)?.at));
    const times = new Set((0,status_view/* backupTimes */.tZ)(history).filter((at) => !condemned.has(at)));
    const inOrder = [...times].sort((a, b) => a - b);
    const reached = inOrder.slice(1).map((at, index) => ({ at, value: at - (inOrder[index] ?? at) }));
    const last = (0,status_view/* restorable */.wq)(history)[0]?.at;
    return last === undefined || last > now ? reached : [...reached, { at: now, value: now - last }];
}
function recoveries({ history }) {
    const tested = history.proofs.flatMap(({ at, summary }) => {
        const value = summary === null ? null : (summary.rto.estimate ?? summary.rto.laboratory);
        return value === null ? [] : [{ at, value, basis: 'restore test' }];
    });
    const drilled = history.events.flatMap(({ at, event }) => {
        const recover = event?.type === 'drill' ? event.details['recover'] : null;
        return typeof recover === 'number' ? [{ at, value: recover, basis: 'drill' }] : [];
    });
    return [...tested, ...drilled].sort((a, b) => a.at - b.at).slice(-mostPoints);
}
/** The highest of each stretch, so that no peak is lost. */
function thinned(points) {
    const stretch = Math.ceil(points.length / mostPoints);
    if (stretch <= 1)
        return [...points];
    const kept = [];
    for (let start = 0; start < points.length; start += stretch) {
        const some = points.slice(start, start + stretch);
        const highest = some.reduce((a, b) => (b.value > a.value ? b : a));
        kept.push(highest);
    }
    return kept;
}
function scheduleOf({ verb, basis, summary, slots }) {
    const days = new Map();
    for (const { at, fate } of slots) {
        if (fate === 'pending')
            continue;
        const start = Math.floor(at / status_view/* day */.vd) * status_view/* day */.vd;
        const own = days.get(start) ?? { at: start, made: 0, late: 0, missed: 0 };
        own[fate] += 1;
        days.set(start, own);
    }
    const { due, made, late, missed } = summary;
    const what = verb === 'backup' ? 'backups' : 'restore tests';
    return { what, basis, due, made, late, missed, days: [...days.values()].sort((a, b) => a.at - b.at) };
}
function newestProofs({ history }) {
    return history.proofs
        .flatMap(({ at, backupId, summary }) => summary === null
        ? []
        : [
            {
                at,
                backupId,
                verdict: summary.verdict,
                level: summary.level,
                recovery: summary.rto.estimate ?? summary.rto.laboratory,
            },
        ])
        .slice(0, mostRows);
}
function drills({ history }) {
    return history.events
        .flatMap(({ at, event }) => {
        if (event?.type !== 'drill')
            return [];
        const number = (key) => {
            const value = event.details[key];
            return typeof value === 'number' ? value : null;
        };
        const { scenario } = event.details;
        return [
            {
                at,
                scenario: typeof scenario === 'string' ? scenario : 'unnamed',
                verdict: event.outcome.verdict,
                detect: number('detect'),
                recover: number('recover'),
                lostWrites: number('lostWrites'),
            },
        ];
    })
        .slice(0, mostRows);
}
function verdictFor(id, { history }) {
    if (history.condemned.has(id))
        return 'failed';
    return (history.proofs.find(({ backupId, summary }) => backupId === id && summary !== null)?.summary?.verdict ??
        null);
}

// EXTERNAL MODULE: ./lib/reports/plain.js
var plain = __webpack_require__(49847);
// EXTERNAL MODULE: ./lib/wiring/load-environment.js
var load_environment = __webpack_require__(57724);
// EXTERNAL MODULE: ./lib/wiring/open-ports.js + 2 modules
var open_ports = __webpack_require__(44418);
// EXTERNAL MODULE: ./lib/wiring/open-surroundings.js
var open_surroundings = __webpack_require__(90774);
;// CONCATENATED MODULE: ./lib/wiring/run-dashboard.js
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










/** One after the other: each may open as many connections as its stores take. */
async function runDashboard(input, host) {
    const environments = [];
    for (const name of input.environments)
        environments.push(await one(name, host));
    const { renderDashboard } = await __webpack_require__.e(/* import() */ 3157).then(__webpack_require__.bind(__webpack_require__, 83157));
    const page = renderDashboard({ madeAt: clock/* systemClock */.m.now(), environments }, { showNames: input['show-names'] });
    const file = (0,external_node_path_.join)(input.output, 'index.html');
    await write(input.output, file, page);
    const lines = environments.map(({ name, verdict, score, failure }) => `${name}: ${verdict}, score ${score ?? 'unknown'}${failure === null ? '' : `\n  ${(0,plain/* plain */.p)(failure, 1_000)}`}`);
    return { text: [...lines, `Written to ${file}`].join('\n'), json: { file, environments } };
}
async function one(name, host) {
    const environment = await (0,load_environment/* loadEnvironment */.Y)({ environment: name });
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const ports = __addDisposableResource(env_1, await (0,open_ports.openPorts)(environment, { host, role: 'read' }), true);
            return await dashboardOf(environment, ports, await (0,open_surroundings.openSurroundings)(environment, undefined, host));
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
    catch (error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, host.signal);
        if (failure.kind === 'bug')
            throw failure;
        return unreadable(environment, clock/* systemClock */.m.now(), failure.message);
    }
}
/** Whoever looks at it meanwhile sees the former page, or this one. */
async function write(folder, file, page) {
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        await (0,promises_.writeFile)(`${file}.draft`, page);
        await (0,promises_.rename)(`${file}.draft`, file);
    }
    catch (cause) {
        throw new failure/* Failure */.HR('config', `the page could not be written to ${file}`, {
            cause,
            hint: 'Give a folder that this user may write to, with --output.',
        });
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
