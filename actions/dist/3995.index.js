export const id = 3995;
export const ids = [3995,4418,9180];
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

/***/ 92128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ conditionNames),
/* harmony export */   y: () => (/* binding */ conditionsOf)
/* harmony export */ });
/** What a gate asks for. The words stand in the ledger, when one was overridden. */
const conditionNames = ['backup', 'proof', 'drill', 'after', 'checks'];
/** What the file says, and for what it does not say: everything of a protected environment, nothing of another. */
function conditionsOf(environment) {
    const { gate = {}, objectives, protected: isProtected, minimumCopies } = environment;
    const unsaid = isProtected ? 'on' : 'off';
    const limitOf = (word, objective) => typeof word === 'number' ? word : (objective ?? 'unlimited');
    const backup = gate.backup ?? unsaid;
    const proof = gate.proof ?? unsaid;
    const drill = gate.drill ?? unsaid;
    const after = gate.after ?? (isProtected ? 'unnamed' : 'off');
    const checks = gate.checks ?? unsaid;
    const holdsDrills = gate.drill !== undefined || objectives.drillEvery !== undefined || environment.drills !== undefined;
    return {
        backup: backup === 'off'
            ? null
            : { limit: limitOf(backup, objectives.rpo), copies: gate.copies ?? minimumCopies },
        proof: proof === 'off' ? null : { limit: limitOf(proof, objectives.verifyEvery) },
        drill: drill === 'off' ? null : { limit: holdsDrills ? limitOf(drill, objectives.drillEvery) : 'none held' },
        after: after === 'off' ? null : after,
        checks: checks === 'off' ? null : { branch: checks === 'on' ? null : (checks.branch ?? null) },
    };
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

/***/ 93995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gateSubject: () => (/* binding */ gateSubject),
/* harmony export */   openGatePorts: () => (/* binding */ openGatePorts)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _operations_gate_conditions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92128);
/* harmony import */ var _load_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57724);
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44418);
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




/** What a gate is judged for, as far as the job knows it: the commit that runs, and the repository's default branch. */
function gateSubject({ commit }, host) {
    return { commit: commit ?? host.commit ?? null, branch: host.defaultBranch ?? null };
}
/** Adds what a gate asks besides the environment's own stores. Disposing it closes only what was opened here. */
async function openGatePorts(environment, ports, host, token) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { after, checks } = (0,_operations_gate_conditions_js__WEBPACK_IMPORTED_MODULE_3__/* .conditionsOf */ .y)(environment);
        const opened = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const commitChecks = checks === null ? null : ((await host.openCommitChecks?.(token)) ?? null);
        let previous = null;
        if (after !== null && after !== 'unnamed') {
            try {
                previous = await openPrevious(after, host, opened);
            }
            catch (error) {
                previous = closedTo(after, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
            }
        }
        const resources = opened.move();
        return { ...ports, commitChecks, previous, [Symbol.asyncDispose]: () => resources.disposeAsync() };
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
async function openPrevious(after, host, opened) {
    const environment = await (0,_load_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .loadEnvironment */ .Y)(after, 'gate.after names another: write its file, or say with config there where it stands.');
    try {
        const { stores } = opened.use(await (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_2__.openPorts)(environment, { host: withPrefix(host, after.variablesPrefix ?? ''), role: 'read' }));
        return { environment, stores };
    }
    catch (error) {
        throw ofVariables(after, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
    }
}
/** What is written in the file can be read; what its stores want comes from variables. */
function ofVariables({ environment, variablesPrefix }, failure) {
    const { kind, message } = failure;
    if (kind === 'bug' || kind === 'cancelled' || variablesPrefix === undefined)
        return failure;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kind, message, {
        hint: `The variables of ${environment} are read with ${variablesPrefix} before their names: give the job ${variablesPrefix}NAME for each NAME of its stores, with keys that only read.`,
        cause: failure,
    });
}
/** The same host, on which `NAME` is what is called `STAGING_NAME` here: environments name their variables alike. */
function withPrefix(host, prefix) {
    if (prefix === '')
        return host;
    const variables = Object.fromEntries(Object.entries(host.variables).flatMap(([name, value]) => name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []));
    return { ...host, variables, takeVariable: (name) => host.takeVariable(`${prefix}${name}`) };
}
function closedTo({ environment }, failure) {
    if (failure.kind === 'bug' || failure.kind === 'cancelled')
        throw failure;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(failure.kind, `the environment before, ${environment}, cannot be read: ${failure.message}`, {
        hint: failure.hint ?? `Check the file of ${environment} and its variables.`,
        cause: failure,
    });
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

/***/ 10406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Lifeboat's version. A test holds it equal to package.json, which the bundle does not carry. */
const version = '0.1.0';


/***/ })

};
