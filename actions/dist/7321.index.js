export const id = 7321;
export const ids = [7321,4418,9180,6658,6884,1886,2037,6799];
export const modules = {

/***/ 96884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** The known word that a mistyped one most likely meant, or null when none is near. */
function nearest(word, known) {
    let best = null;
    let bestDistance = Infinity;
    for (const candidate of known) {
        const distance = editDistance(plain(word), plain(candidate));
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    // One slip in three characters, and at most three: further away, a suggestion misleads.
    return best !== null && bestDistance <= Math.min(3, Math.floor(best.length / 3)) ? best : null;
}
/** `backupEvery`, `backup_every` and `Backup Every` are all meant as `backup-every`. */
function plain(word) {
    return word
        .slice(0, 60)
        .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
        .replaceAll(/[_ ]/g, '-')
        .toLowerCase();
}
/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(from, to) {
    let twoAbove = [];
    let above = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const same = from[row - 1] === to[column - 1];
            let cost = Math.min((above[column] ?? Infinity) + 1, (current[column - 1] ?? Infinity) + 1, (above[column - 1] ?? Infinity) + (same ? 0 : 1));
            if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
                cost = Math.min(cost, (twoAbove[column - 2] ?? Infinity) + 1);
            }
            current.push(cost);
        }
        twoAbove = above;
        above = current;
    }
    return above[to.length] ?? Infinity;
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

/***/ 51012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ readEventsSince),
/* harmony export */   Sl: () => (/* binding */ searchEventsSince),
/* harmony export */   gE: () => (/* binding */ eventTime)
/* harmony export */ });
/* harmony import */ var _vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91076);
/* harmony import */ var _trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1886);


/**
 * The events of these types since then, oldest first. What was not signed by a role that may write it does not count, where
 * keys are known; neither does what no store has whole. Both are said in the log.
 * @throws Failure when no store could be listed
 */
async function readEventsSince(environment, since, types, ports) {
    return (await searchEventsSince(environment, since, types, ports)).events;
}
/** As `readEventsSince`, for those to whom an event that was not found makes a difference. */
async function searchEventsSince(environment, since, types, { stores, log, signal }) {
    const wanted = types;
    const found = [];
    const { doubtful, gone, unreachable } = await (0,_vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__/* .searchLedger */ .a)(stores, environment.environment, (type) => (0,_trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__.trustedKeys)(environment, type), (event) => {
        if (eventTime(event.id) < since)
            return true;
        if (wanted.includes(event.type))
            found.push(event);
        return false;
    }, { log, signal });
    for (const id of doubtful) {
        log.warning(`event ${id} of the ledger does not count: no store has a copy that can be believed`);
    }
    // Of two of the same millisecond the chain says which came first.
    return {
        events: found.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.depth - other.depth),
        unreachable,
        lost: [...gone, ...doubtful].filter((id) => eventTime(id) >= since),
    };
}
/** The time in an event's id, `20261121T101500Z-…`; NaN when there is none. */
function eventTime(id) {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rolesThatSign: () => (/* binding */ rolesThatSign),
/* harmony export */   trustedKeys: () => (/* binding */ trustedKeys)
/* harmony export */ });
/** Whose signature an event of each kind may bear; those of deployments only where no key of their own is configured. */
const rolesOf = {
    backup: ['backup'],
    verification: ['verify'],
    // A restore that may have to make a backup first runs with the key of backups.
    restore: ['restore', 'backup', 'verify'],
    retention: ['retention'],
    replicate: ['backup', 'retention', 'restore'],
    repair: ['backup', 'retention', 'restore'],
    'lease-broken': ['backup', 'verify', 'retention', 'restore'],
    deploy: ['deploy', 'backup'],
    drill: ['verify', 'restore'],
    validation: ['deploy', 'verify', 'backup'],
    'gate-override': ['deploy', 'backup'],
    runbook: ['restore', 'deploy', 'backup', 'verify'],
    // Whoever reads it to keep a trouble quiet holds it to the keys of the runs that can be in it.
    told: ['backup', 'verify', 'retention', 'restore', 'deploy'],
};
/**
 * What says that a version is fit, or may go without being so. Whoever has a key for it shall be the only one: the other
 * roles' keys lie in jobs that nobody reviews.
 */
const ofDeployments = ['deploy', 'validation', 'gate-override'];
const anyRole = ['backup', 'verify', 'retention', 'restore', 'deploy'];
/** Whose signature an event of this type may bear in this environment, the best first. */
function rolesThatSign({ signing }, type) {
    return ofDeployments.includes(type) && signing.deploy !== undefined ? ['deploy'] : rolesOf[type];
}
/**
 * The public keys that may have signed an event of this type; null when none of them is configured, so that nothing can be
 * held to it. Types of a later version may be signed by any role.
 */
function trustedKeys(environment, type) {
    const roles = Object.hasOwn(rolesOf, type) ? rolesThatSign(environment, type) : anyRole;
    const keys = roles.flatMap((role) => environment.signing[role] ?? []);
    return keys.length === 0 ? null : keys;
}


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Interrupted: () => (/* binding */ Interrupted),
/* harmony export */   describeStep: () => (/* binding */ describeStep),
/* harmony export */   doStep: () => (/* binding */ doStep),
/* harmony export */   waysRoundAgain: () => (/* binding */ waysRoundAgain)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _vault_shell_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68764);



/** A program was ended from outside, by its time or by a signal: nobody knows how far it came. */
class Interrupted extends _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    constructor({ kind, message, hint, subjects }, cause) {
        super(kind, message, { subjects, cause, ...(hint === undefined ? {} : { hint }) });
    }
}
/** Out of a step that was begun before, or has failed. */
function waysRoundAgain({ id }) {
    return [
        { when: 'If it is done', says: { done: new Set([id]) } },
        { when: 'To do it again', says: { answers: new Map([[id, 'again']]) } },
    ];
}
/** Does one step. @throws Failure of what went wrong */
async function doStep(step, said, ports) {
    const { steps, clock, signal, begin } = ports;
    if (step.type === 'operation')
        return operate(step, said, ports);
    if (step.type === 'decision')
        return decide(step, said, steps);
    if (step.type === 'manual')
        return byHand(step, said, steps);
    if (step.type === 'command') {
        await begin();
        await steps.command(step.title, step.run, step);
        return done(`${step.run[0] ?? ''} ended well`);
    }
    if (step.type === 'http') {
        const probe = steps.probe(step);
        const { attempts } = await probe.wait(clock, signal);
        return done(`${probe.what} answered ${attempts === 1 ? 'at once' : `at attempt ${attempts}`}`);
    }
    if (step.type === 'wait') {
        await clock.sleep(step.for, signal);
        return done(`waited ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(step.for)}`);
    }
    return takeOver(step, said, steps, signal);
}
async function operate(step, said, { steps, begin, checkVerb }) {
    const given = new Map(said.given);
    for (const [input, question] of step.ask) {
        if (given.has(input))
            continue;
        const answer = (await steps.ask(question, null)) ?? '';
        const problem = answer === '' ? undefined : checkVerb(step.verb, new Map([[input, answer]])).get(input);
        if (answer === '' || problem !== undefined) {
            const known = [...given, [input, '…']];
            const says = { given: new Map(known.map(([name, value]) => [`${step.id}.${name}`, value])) };
            const again = problem === undefined ? question : `${question} (What was typed is not accepted; ${problem})`;
            return { state: 'waiting', question: again, ways: [{ when: 'Then go on', says }] };
        }
        given.set(input, answer);
    }
    await begin();
    const report = await steps.operate(step, given);
    if (report === null)
        return done(`${step.verb} answered`);
    const { verdict, failure } = report;
    if (verdict !== 'failed')
        return done(`${step.verb}: ${verdict}${whatCameBack(report)}`);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(failure?.kind ?? 'objective', `${step.verb} failed${failure === null ? '' : `: ${failure.message}`}${whatCameBack(report)}`, {
        ...(failure === null || failure.hint === null ? {} : { hint: failure.hint }),
        subjects: failure?.subjects ?? [],
    });
}
/** What a restore has put where, and what was lost by it: whoever reads the step must know. */
function whatCameBack({ restored, backupId }) {
    if (restored === undefined || restored.places.length === 0)
        return '';
    const kept = restored.places.flatMap(({ keptAs }) => (keptAs === null ? [] : [keptAs]));
    const loss = restored.dataLoss === null
        ? ''
        : `; what was written in the last ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(restored.dataLoss)} is not in it`;
    const exchanged = kept.length === 0
        ? ''
        : `; it stands in the place of what was in use, which is kept as ${kept.join(', ')}`;
    return `; backup ${backupId ?? ''} came back in ${restored.places.map(({ database }) => database).join(', ')}${exchanged}${loss}`;
}
async function takeOver(step, said, steps, signal) {
    const { fence } = step;
    const { detail } = await steps.failOver(step, {
        fence: fence === undefined ? null : () => steps.command('fencing the primary', fence, step),
        vouched: said.answer === 'go',
    }, signal);
    return done(detail);
}
async function decide(step, said, steps) {
    const answers = [...step.answers.keys()];
    const answer = said.answer ?? (await steps.ask(step.question, answers));
    if (answer === null) {
        return {
            state: 'waiting',
            question: `${step.question} (${answers.join(', ')})`,
            ways: answers.map((one) => ({
                when: `If the answer is ${one}, go on`,
                says: { answers: new Map([[step.id, one]]) },
            })),
        };
    }
    if (!step.answers.has(answer)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${step.id}: ${answer} is no answer to it; accepted: ${answers.join(', ')}`);
    }
    return { ...done(`the answer was ${answer}`), answer };
}
async function byHand(step, said, steps) {
    const isDone = said.done || (await steps.ask(`${step.do}\nIs it done?`, ['done'])) === 'done';
    if (isDone)
        return done('a person says that it is done');
    const says = { done: new Set([step.id]) };
    return { state: 'waiting', question: step.do, ways: [{ when: 'Then go on', says }] };
}
function done(detail) {
    return { state: 'done', detail, answer: null };
}
/** What a step would do, in a line. No secrets: variables stay names. */
function describeStep(step, given = new Map()) {
    if (step.type === 'operation') {
        const inputs = [...step.with].map(([name, value]) => value === 'true' ? ` --${name}` : ` --${name} ${(0,_vault_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shellArgument */ .mN)(value)}`);
        const asked = [...step.ask.keys()].map((name) => {
            const value = given.get(name);
            // Conditions on rows hold what is in them.
            return ` --${name} ${value === undefined || name === 'rows' ? '…' : (0,_vault_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shellArgument */ .mN)(value)}`;
        });
        return `lifeboat ${step.verb}${inputs.join('')}${asked.join('')}`;
    }
    if (step.type === 'command')
        return `run ${step.run.join(' ')}`;
    if (step.type === 'http') {
        const often = step.attempts === 1 ? '' : `, up to ${step.attempts} times`;
        return `ask ${step.url.text} for status ${step.status}${often}`;
    }
    if (step.type === 'wait')
        return `wait ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(step.for)}`;
    if (step.type === 'decision') {
        const ways = [...step.answers].map(([answer, goal]) => `${answer} → ${goal}`);
        return `ask: ${step.question} (${ways.join(', ')})`;
    }
    if (step.type === 'manual')
        return `ask a person to do it: ${step.do}`;
    const first = step.fence === undefined
        ? 'once a person has made sure that the primary is gone'
        : `fence the primary by ${step.fence.join(' ')}`;
    return `${first}, promote ${step.replica.text}`;
}


/***/ }),

/***/ 79416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ listEvents),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93991);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92880);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14375);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52782);









/** Looks at the whole ledger, or what is newer. @throws Failure when no store could be asked */
async function listEvents(stores, environment, { log, signal }, since) {
    const after = since === undefined ? '' : `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment)}${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(since)}`;
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment), signal, after === '' ? {} : { after })) {
                if (key <= after)
                    continue;
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLedgerKey */ .Wg)(environment, key);
                if (id !== null)
                    holders.set(id, [...(holders.get(id) ?? []), store]);
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    return { holders: new Map([...holders].sort(([a], [b]) => (a < b ? -1 : 1))), unreachable };
}
/**
 * One store's copy of an event. Null when it is not there. @throws Failure `integrity` when it is no event, or not the one
 * of its key
 * @param keysFor the public keys that may have signed an event of a type; null when none is known
 */
async function readEvent(store, environment, id, signal, keysFor) {
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerKey */ .lj)(environment, id);
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, key, { signal }, _ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .largestEvent */ .j$);
    if (bytes === null)
        return null;
    const event = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerEvent */ .fK)(bytes.toString());
    if (event.id !== id || event.environment !== environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the event at the place of ${id} is another`);
    }
    const keys = keysFor(event.type);
    const trust = keys === null ? null : await untrusted(store, key, bytes, keys, (0,_ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .eventComment */ .gd)(environment, id), signal);
    return { event, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes).sha256, trust };
}
async function untrusted(store, key, bytes, keys, comment, signal) {
    const signature = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureKey */ .cx)(key), { signal }, 65_536);
    if (signature === null)
        return 'it is not signed';
    let why = 'its signature does not hold';
    for (const publicKey of keys) {
        try {
            (0,_signing_js__WEBPACK_IMPORTED_MODULE_7__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
            return null;
        }
        catch (error) {
            why = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal).message;
        }
    }
    return why;
}


/***/ }),

/***/ 91076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ searchLedger)
/* harmony export */ });
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43195);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _ledger_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79416);



/** Read side by side, so that a bucket's latency is hidden. */
const atOnce = 16;
/** A month of a backup every 15 minutes, with room. */
const mostRead = 6_000;
/**
 * Goes through the ledger from its newest event back, with those alone whose signature holds, until `look` has seen
 * enough. A copy that was tampered with in one store does not count where another store has it genuine.
 * @param keysFor the public keys that may have signed an event of a type; null when none is known, and it is taken as it is
 * @param look returns true when it needs no older event
 * @param context.anchors ids of events that proofs say were there
 * @throws Failure when no store could be asked
 */
async function searchLedger(stores, environment, keysFor, look, { anchors = [], ...context }) {
    const { holders, unreachable } = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .listEvents */ .I)(stores, environment, context);
    const ids = [...holders.keys()].reverse();
    const doubtful = [];
    const named = new Set(anchors);
    let read = 0;
    let isEnough = false;
    for (let start = 0; start < Math.min(ids.length, mostRead) && !isEnough; start += atOnce) {
        const some = ids.slice(start, start + atOnce);
        const events = new Map();
        await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)(some, atOnce, async (id) => {
            const event = await genuine(holders.get(id) ?? [], environment, id, keysFor, context);
            if (event !== null)
                events.set(id, event);
        });
        for (const id of some) {
            read += 1;
            const event = events.get(id);
            if (event === undefined) {
                doubtful.push(id);
                continue;
            }
            for (const head of event.previous)
                named.add(head.id);
            if (look(event)) {
                isEnough = true;
                break;
            }
        }
    }
    return {
        doubtful,
        // Ids begin with their time. What is older than the last one says nothing that was asked for.
        gone: [...named].filter((id) => !holders.has(id) && (!isEnough || id >= (ids[read - 1] ?? ''))).sort(),
        unreachable: [...unreachable.keys()],
        read,
        isWhole: read === ids.length,
    };
}
/** The event as the first store has it that holds a genuine copy. */
async function genuine(holders, environment, id, keysFor, { signal }) {
    for (const store of holders) {
        try {
            const read = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(store, environment, id, signal, keysFor);
            if (read !== null && read.trust === null)
                return read.event;
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
            if (failure.kind === 'bug')
                throw failure;
        }
    }
    return null;
}


/***/ }),

/***/ 68764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ databaseArgument),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   mN: () => (/* binding */ shellArgument)
/* harmony export */ });
/**
 * One argument for bash, whatever the text. Text with control characters takes bash's own form, so that it stays on
 * its line and cannot end the code block of a Markdown page that shows it.
 */
function shellArgument(text) {
    if (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text))
        return text;
    if (!/\p{Cc}/u.test(text))
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const escaped = text
        .replaceAll('\\', '\\\\')
        .replaceAll("'", "\\'")
        .replaceAll(/\p{Cc}/gu, (character) => `\\x${Buffer.from(character)
        .toString('hex')
        .replaceAll(/(..)(?=.)/g, '$1\\x')}`);
    return `$'${escaped}'`;
}
/** A database as libpq's programs take it after -d: a bare name with `=` or `://` in it would be read as something else. */
function databaseArgument(name) {
    if (/^[A-Za-z0-9_]+$/.test(name))
        return name;
    const value = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    return shellArgument(`dbname='${value}'`);
}
/** A code block that nothing in its text can end. */
function codeBlock(language, lines) {
    const text = lines.join('\n');
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence];
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

/***/ 27358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRunbookAbandon: () => (/* binding */ runRunbookAbandon),
  runRunbookLint: () => (/* binding */ runRunbookLint),
  runRunbookList: () => (/* binding */ runRunbookList),
  runRunbookShow: () => (/* binding */ runRunbookShow)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/guide.js
var guide = __webpack_require__(99620);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/operations/ledger/read-events.js
var read_events = __webpack_require__(51012);
;// CONCATENATED MODULE: ./lib/operations/runbook/proven.js

/** How old a drill may be where the environment does not say: a drill a month, and a week to hold it in. */
const defaultAge = 37 * 86_400_000;
/** @param drills events of drills, oldest first */
function provenBy({ drill, incident }, drills, { objectives }, now) {
    if (typeof drill !== 'string') {
        return { state: 'unproven', detail: `no drill rehearses ${incident}: ${drill.none}`, drilledAt: null };
    }
    const last = drills.findLast(({ details }) => details['scenario'] === drill);
    if (last === undefined)
        return { state: 'unproven', detail: `the drill ${drill} was never held`, drilledAt: null };
    const drilledAt = Date.parse(last.at);
    const age = now - drilledAt;
    const often = objectives.drillEvery ?? defaultAge;
    const unproven = (detail) => ({ state: 'unproven', detail, drilledAt });
    if (age < 0)
        return unproven(`the last drill ${drill} is dated in the future`);
    if (last.outcome.verdict !== 'passed') {
        return unproven(`the last drill ${drill}, ${(0,units/* formatDuration */.a3)(age)} ago, ended ${last.outcome.verdict}`);
    }
    if (age > often) {
        return unproven(`the last drill ${drill} is ${(0,units/* formatDuration */.a3)(age)} old; one is due every ${(0,units/* formatDuration */.a3)(often)}`);
    }
    return { state: 'proven', detail: `by the drill ${drill}, ${(0,units/* formatDuration */.a3)(age)} ago`, drilledAt };
}

// EXTERNAL MODULE: ./lib/operations/runbook/steps.js
var steps = __webpack_require__(6658);
// EXTERNAL MODULE: ./lib/wiring/load-environment.js
var load_environment = __webpack_require__(57724);
// EXTERNAL MODULE: ./lib/wiring/open-ports.js + 2 modules
var open_ports = __webpack_require__(44418);
// EXTERNAL MODULE: ./lib/wiring/runbook-files.js + 3 modules
var runbook_files = __webpack_require__(34699);
;// CONCATENATED MODULE: ./lib/wiring/run-runbook-files.js
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










/** How far back drills are looked for. */
const longestMemory = 400 * 86_400_000;
async function runRunbookList(input, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { runbooks, problems } = await readAll(input.folder);
        const now = clock/* systemClock */.m.now();
        const environment = input.environment === undefined
            ? null
            : await (0,load_environment/* loadEnvironment */.Y)({ environment: input.environment, config: input.config });
        const ports = __addDisposableResource(env_1, environment === null ? null : await (0,open_ports.openPorts)(environment, { host, role: 'read' }), true);
        const proofs = await proofsOf(runbooks, environment, ports, now);
        const open = await openOf(environment, ports, runbooks, input, now);
        const rows = runbooks.map((runbook) => ({
            incident: runbook.incident,
            title: runbook.title,
            severity: runbook.severity,
            rto: runbook.rto,
            drill: typeof runbook.drill === 'string' ? runbook.drill : null,
            proof: proofs?.get(runbook.incident) ?? null,
            file: runbook.file,
        }));
        const text = rows.flatMap(({ incident, severity, rto, title, proof }) => [
            `${incident}  ${severity.padEnd(8)}  RTO ${(0,units/* formatDuration */.a3)(rto).padEnd(6)}  ${title}`,
            ...(proof === null ? [] : [`  ${proof.state === 'proven' ? '✓ proven' : '✗ UNPROVEN:'} ${proof.detail}`]),
        ]);
        if (rows.length === 0) {
            text.push(problems.length === 0
                ? `There is no runbook in ${input.folder}: ${(0,guide/* guide */.R)('runbooks')} says how to write one.`
                : `No runbook in ${input.folder} is sound.`);
        }
        else if (proofs === null)
            text.push('Give an environment to see which of them its drills prove.');
        if (open.length > 0) {
            text.push('', 'Runs that have not ended:', ...open.flatMap(({ run, stand, goOn, abandon }) => [
                `  ${run}  ${stand}`,
                ...(goOn === null
                    ? ['    Its runbook is not among these.']
                    : ['    To go on with it:', `      ${goOn}`]),
                '    To end it, if nobody will go on with it:',
                `      ${abandon}`,
            ]));
        }
        return {
            text: [...text, ...problems].join('\n'),
            json: { runbooks: rows, problems, ...(environment === null ? {} : { open }) },
            ...(problems.length === 0 ? {} : { failure: 'config' }),
        };
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
async function proofsOf(runbooks, environment, ports, now) {
    if (environment === null || ports === null)
        return null;
    const drills = await (0,read_events/* readEventsSince */.A0)(environment, now - longestMemory, ['drill'], ports);
    return new Map(runbooks.map((runbook) => [runbook.incident, provenBy(runbook, drills, environment, now)]));
}
/** Lines and figures of the runs that have not ended. */
async function openOf(environment, ports, runbooks, { config }, now) {
    if (environment === null || ports === null)
        return [];
    const [{ openRuns, standOf }, { commandToAbandon, commandToGoOn }] = await Promise.all([
        __webpack_require__.e(/* import() */ 3007).then(__webpack_require__.bind(__webpack_require__, 53007)),
        __webpack_require__.e(/* import() */ 3965).then(__webpack_require__.bind(__webpack_require__, 3965)),
    ]);
    const options = new Map(config === undefined ? [] : [['config', config]]);
    const nothingSaid = {
        answers: new Map(),
        done: new Set(),
        skip: new Set(),
        given: new Map(),
        options,
    };
    const goOn = (journal) => {
        const runbook = runbooks.find(({ incident }) => incident === journal.incident);
        return runbook === undefined ? null : commandToGoOn(environment, runbook, journal, nothingSaid);
    };
    return (await openRuns(environment, ports)).map((journal) => ({
        run: journal.run,
        incident: journal.incident,
        beganAt: new Date(journal.beganAt).toISOString(),
        by: journal.by,
        stand: standOf(journal, now),
        goOn: goOn(journal),
        abandon: commandToAbandon(environment, journal.run, options),
    }));
}
async function runRunbookAbandon(input, host) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = await (0,load_environment/* loadEnvironment */.Y)(input);
        const { abandonRun } = await Promise.all(/* import() */[__webpack_require__.e(3007), __webpack_require__.e(1112)]).then(__webpack_require__.bind(__webpack_require__, 21112));
        const ports = __addDisposableResource(env_2, await (0,open_ports.openPorts)(environment, {
            host,
            // It only signs.
            role: 'retention',
            reason: input.reason,
            signingKeyFile: input['signing-key-file'],
            signingRoles: ['restore', 'deploy', 'backup', 'verify'],
        }), true);
        const { incident } = await abandonRun(environment, input.run, ports);
        return {
            text: `The run ${input.run} of ${incident} is abandoned: nobody goes on with it.`,
            json: { run: input.run, incident },
        };
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
async function runRunbookShow({ folder, incident }) {
    const runbook = await (0,runbook_files.findRunbook)(folder, incident);
    const json = { ...runbook, steps: plain(runbook.steps), verification: plain(runbook.verification) };
    return { text: shown(runbook), json };
}
async function runRunbookLint({ folder }) {
    const { runbooks, problems } = await readAll(folder);
    const good = `${runbooks.length} of ${runbooks.length + problems.length} runbooks are sound.`;
    const more = problems.length === 0
        ? []
        : ['Others may show once these are mended: what cannot be understood cannot be checked.'];
    return {
        text: [...problems, ...more, good].join('\n'),
        json: { sound: runbooks.map(({ file }) => file), problems },
        ...(problems.length === 0 && runbooks.length > 0 ? {} : { failure: 'config' }),
    };
}
async function readAll(folder) {
    const runbooks = [];
    const problems = [];
    for (const file of await (0,runbook_files.runbookFiles)(folder)) {
        try {
            const runbook = await (0,runbook_files.readRunbook)(file);
            const namesake = runbooks.find(({ incident }) => incident === runbook.incident);
            if (namesake === undefined)
                runbooks.push(runbook);
            else
                problems.push(`${file}: ${runbook.incident} is also the incident of ${namesake.file}`);
        }
        catch (error) {
            problems.push((0,failure/* asFailure */.h_)(error).message);
        }
    }
    return { runbooks, problems };
}
function shown(runbook) {
    const { incident, title, severity, rto, detection, drill, escalation, communication } = runbook;
    return [
        `${incident}  ${title}`,
        `Severity ${severity}, to be over in ${(0,units/* formatDuration */.a3)(rto)}.`,
        '',
        'How it shows',
        ...detection.map((line) => `  - ${line}`),
        '',
        'What is done',
        ...runbook.steps.map(numbered),
        '',
        'How it is verified',
        ...runbook.verification.map(numbered),
        ...(escalation.length === 0 ? [] : ['', 'Who else is told']),
        ...escalation.map(({ after, who, channel }) => `  after ${(0,units/* formatDuration */.a3)(after)}: ${who} (${channel})`),
        ...Object.entries(communication).flatMap(([when, text]) => text === undefined ? [] : ['', `What is told, ${when}`, `  ${text}`]),
        '',
        typeof drill === 'string'
            ? `The drill ${drill} rehearses it; \`lifeboat runbook list --environment NAME\` says whether it has proven it.`
            : `No drill rehearses it: ${drill.none}`,
    ].join('\n');
}
function numbered(step, index) {
    const expect = step.expect === undefined ? '' : ` (${(0,units/* formatDuration */.a3)(step.expect)})`;
    return `  ${index + 1}. ${step.title}${expect} [${step.id}]\n     ${(0,steps.describeStep)(step)}`;
}
/** As plain JSON: what the user named by keys of their own, as an object again. */
function plain(steps) {
    return steps.map((step) => Object.fromEntries(Object.entries(step).map(([key, value]) => [
        key,
        value instanceof Map ? Object.fromEntries(value) : value,
    ])));
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
