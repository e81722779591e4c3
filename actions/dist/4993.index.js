export const id = 4993;
export const ids = [4993];
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

/***/ 97025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unknownTarget)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_guide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99620);


/** For what works on the application of an environment whose file has no `target:`. */
function unknownTarget(environment) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the file of ${environment} does not say where its application runs`, {
        hint: `Add target: to it; ${(0,_domain_guide_js__WEBPACK_IMPORTED_MODULE_1__/* .guide */ .R)('environments')} shows how.`,
    });
}


/***/ }),

/***/ 40811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hold)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_leases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86333);


/**
 * Keeps a second run of one kind away, for work of the worst hour: a store that takes no lease must not stop it, only a
 * lease that another holds does.
 * @param why as it follows the word "to": `restore (swap)`
 * @param warn is told when no store took it, so that a person looks after it
 * @throws Failure `refused` when another run is at it
 */
async function hold(environment, name, why, ports, warn) {
    try {
        return await (0,_vault_leases_js__WEBPACK_IMPORTED_MODULE_1__/* .takeLease */ ._)(ports.stores, environment, { exclusive: name, why }, ports);
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        warn(`no store took the lease that keeps a second run away: ${failure.message}; make sure that nobody else is at it`);
        return { demand: async () => undefined, [Symbol.asyncDispose]: async () => undefined };
    }
}


/***/ }),

/***/ 45677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ environmentPlace),
/* harmony export */   v: () => (/* binding */ holdPlace)
/* harmony export */ });
/* harmony import */ var _vault_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73522);
/* harmony import */ var _leases_hold_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40811);


/** What a restore into the environment's own place holds, and a deployment for as long as it lasts. */
const environmentPlace = 'restore';
/**
 * Keeps two restores from putting an application on their data at once.
 * @throws Failure `refused` when another restore is at it
 */
function holdPlace(environment, input, ports, run) {
    return (0,_leases_hold_js__WEBPACK_IMPORTED_MODULE_1__/* .hold */ ._)(environment, placeName(input), `restore (${input.mode})`, ports, (text) => run.notice('warning', text));
}
/** One for the environment; another for each place elsewhere, which may hold a password, so that only its digest shows. */
function placeName({ target }) {
    return target === null ? environmentPlace : `restore-${(0,_vault_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(Buffer.from(target)).sha256.slice(0, 12)}`;
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

/***/ 86333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ leaseTerm),
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92880);
/* harmony import */ var _lease_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50701);




/** How long a lease holds without being renewed, and how often it is. */
const leaseTerm = 10 * 60_000;
const renewalPace = 3 * 60_000;
/** By then a put that another contender began before ours is visible, on stores that do not enforce conditions. */
const settlingTime = 1_000;
/**
 * Takes a lease in all stores, and renews it until it is disposed.
 * @throws Failure `refused` when another holds an exclusive one, naming who, since when and until when; the failure of the
 *   first store when none could be asked. A use lease that no store takes is granted all the same
 */
async function takeLease(stores, environment, request, context) {
    const isExclusive = 'exclusive' in request;
    if (isExclusive && request.exclusive.startsWith('use-')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'the name of an exclusive lease may not begin with use-');
    }
    const token = hex(context, 16);
    const key = isExclusive
        ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(environment, request.exclusive)
        : (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .useLeaseKey */ .hg)(environment, request.use, hex(context, 8));
    const holding = new Holding(environment, key, request, token, context);
    try {
        await (isExclusive ? holding.takeInEach(stores) : holding.putInAll(stores));
    }
    catch (error) {
        await holding.release();
        throw error;
    }
    holding.renewInBackground();
    return holding;
}
class Holding {
    name;
    failures = new Map();
    granted = new Map();
    environment;
    key;
    request;
    token;
    context;
    takenAt;
    renewal = null;
    renewing = Promise.resolve();
    constructor(environment, key, request, token, context) {
        this.environment = environment;
        this.key = key;
        this.name = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
        this.request = request;
        this.token = token;
        this.context = context;
        this.takenAt = context.clock.now();
    }
    get stores() {
        return [...this.granted.keys()].map((store) => store.name);
    }
    get isUse() {
        return 'use' in this.request;
    }
    /** One store after the other, so that all contenders meet at the same one first. */
    async takeInEach(stores) {
        const { log, clock, signal } = this.context;
        for (const store of stores) {
            try {
                this.grant(store, await this.takeIn(store));
            }
            catch (error) {
                const failure = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                if (!['access', 'unavailable', 'capacity'].includes(failure.kind))
                    throw failure;
                this.failures.set(store.name, failure);
                log.warning(`store ${store.name} did not take the lease ${this.name}: ${failure.message}`);
            }
        }
        const [first] = this.failures.values();
        if (this.granted.size === 0)
            throw first ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to put a lease in');
        await clock.sleep(settlingTime, signal);
        await this.demand();
    }
    /** Side by side: whoever is not protected by one store may be by another. */
    async putInAll(stores) {
        const { signal, log } = this.context;
        await Promise.all(stores.map(async (store) => {
            const expiresAt = this.freshExpiry();
            try {
                await store.put(this.key, this.bytes(expiresAt), { signal });
                this.grant(store, expiresAt);
            }
            catch (error) {
                this.failures.set(store.name, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
                log.debug(`store ${store.name} did not take the lease ${this.name}: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
            }
        }));
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
    }
    /** @returns when it expires there @throws Failure `refused` */
    async takeIn(store) {
        const { signal, clock } = this.context;
        for (let attempt = 1;; attempt += 1) {
            const expiresAt = this.freshExpiry();
            const refusal = await store.put(this.key, this.bytes(expiresAt), { signal }).then(() => null, (error) => {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind !== 'refused')
                    throw failure;
                return failure;
            });
            if (refusal === null)
                return expiresAt;
            const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            if (current?.record?.token === this.token)
                return expiresAt;
            if (current === null) {
                // Given back just now: whoever comes next may have it.
                if (attempt === 3)
                    throw refusal;
                continue;
            }
            if ((0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(current, clock.now()))
                throw held(this.environment, current, clock.now());
            return this.takeOver(store, current);
        }
    }
    /** Of all who see the same expired lease, the one whose claim is new replaces it. */
    async takeOver(store, expired) {
        const { signal, clock } = this.context;
        const about = mark(expired);
        for (let round = 1;; round += 1) {
            const claim = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(this.environment, `${this.name}.claim-${about.slice(0, 32)}-${round}`);
            try {
                await store.put(claim, this.bytes(clock.now()), { signal });
            }
            catch (error) {
                if ((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).kind !== 'refused')
                    throw error;
                const other = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, claim, signal);
                // A claimant that was killed in between must not hold it for ever.
                if (other === null || (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(other, clock.now()) || round === 20)
                    throw held(this.environment, expired, clock.now());
                continue;
            }
            try {
                return await this.replaceClaimed(store, expired);
            }
            finally {
                await store.remove(claim, signal);
            }
        }
    }
    /** Only after the claim is ours. */
    async replaceClaimed(store, expired) {
        const { signal, clock, log } = this.context;
        const expiresAt = this.freshExpiry();
        const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
        // Another may have claimed it, taken it and removed the claim since we looked.
        if (current !== null && mark(current) !== mark(expired))
            throw held(this.environment, current, clock.now());
        if (current === null)
            await store.put(this.key, this.bytes(expiresAt), { signal });
        else
            await store.replace(this.key, this.bytes(expiresAt), signal);
        log.warning(`store ${store.name}: took over the lease ${this.name}, which ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(expired.expiresAt, clock.now())}; it was held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(expired.record)}. That run was killed or stood still.`);
        return expiresAt;
    }
    grant(store, expiresAt) {
        this.granted.set(store, { expiresAt, lost: null });
    }
    async demand() {
        const { signal, clock, log } = this.context;
        let confirmed = 0;
        let unanswered = null;
        for (const [store, state] of this.granted) {
            if (state.lost !== null)
                throw state.lost;
            let current;
            try {
                current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            }
            catch (error) {
                unanswered = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                log.warning(`store ${store.name} could not confirm the lease ${this.name}: ${unanswered.message}`);
                continue;
            }
            this.judge(store, current);
            // Nobody takes a use lease over: one of ours that is late holds again once it is renewed.
            if (!this.isUse && clock.now() > state.expiresAt) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the lease ${this.name} was not renewed in time: this machine or store ${store.name} stood still`, { hint: 'Run it again.' });
            }
            confirmed += 1;
        }
        // A use lease never stops what no store could protect; an exclusive one has at least one store.
        if (confirmed === 0 && unanswered !== null && !this.isUse)
            throw unanswered;
    }
    /** @throws Failure `refused` when what lies there is not ours */
    judge(store, current) {
        if (current?.record?.token === this.token)
            return;
        const what = current === null
            ? 'was removed: somebody cleared it by hand, or took it to be of a run that had ended'
            : `is now held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(current.record)}`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${store.name}: the lease ${this.name} is no longer ours; it ${what}`, {
            hint: 'This run stops before it does harm. `lifeboat ledger verify` and the log of the other run say more.',
        });
    }
    renewInBackground() {
        if (this.granted.size === 0)
            return;
        this.renewal = this.context.clock.every(renewalPace, () => {
            this.renewing = this.renew();
            return this.renewing;
        });
    }
    /** Never throws: what is wrong is said, and `demand` finds it. */
    async renew() {
        const { signal, log, clock } = this.context;
        await Promise.all([...this.granted].map(async ([store, state]) => {
            if (state.lost !== null || signal.aborted)
                return;
            // Late: another may be taking it over at this very moment.
            if (!this.isUse && clock.now() > state.expiresAt)
                return;
            try {
                this.judge(store, await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal));
                const expiresAt = this.freshExpiry();
                await store.replace(this.key, this.bytes(expiresAt), signal);
                state.expiresAt = expiresAt;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind === 'refused')
                    state.lost = failure;
                log.warning(`store ${store.name}: the lease ${this.name} was not renewed: ${failure.message}`);
            }
        }));
    }
    /** Gives it back, also when the run is being stopped. What cannot be removed expires. */
    async release() {
        this.renewal?.[Symbol.dispose]();
        this.renewal = null;
        await this.renewing;
        const { clock, log } = this.context;
        // The run's own signal may be aborted already, and giving back is part of the clean-up.
        const signal = AbortSignal.timeout(timeToRelease);
        await Promise.all([...this.granted].map(async ([store, state]) => {
            try {
                if (state.lost !== null || (!this.isUse && clock.now() > state.expiresAt))
                    return;
                const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
                if (current?.record?.token === this.token)
                    await store.remove(this.key, signal);
            }
            catch (error) {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                log.notice(`store ${store.name}: the lease ${this.name} could not be given back, and expires by itself: ${failure.message}`);
            }
        }));
        this.granted.clear();
    }
    async [Symbol.asyncDispose]() {
        await this.release();
    }
    freshExpiry() {
        return this.context.clock.now() + leaseTerm;
    }
    bytes(expiresAt) {
        const { actor, url, host = null } = this.context.run;
        const record = {
            format: 1,
            kind: this.isUse ? 'use' : 'exclusive',
            name: this.name,
            backupId: 'use' in this.request ? this.request.use : null,
            token: this.token,
            why: this.request.why,
            holder: { actor, runUrl: url, host },
            takenAt: new Date(this.takenAt).toISOString(),
            expiresAt: new Date(expiresAt).toISOString(),
        };
        return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    }
}
/** A cancelled job has a few seconds for everything. */
const timeToRelease = 3_000;
/** What a person types to clear it. */
function breakCommand(environment, name) {
    return `lifeboat lease break --environment ${environment} --name ${name} --reason "…" --signing-key-file retention-signing-key.txt`;
}
function held(environment, lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: ${breakCommand(environment, lease.name)}`,
    });
}
/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }) {
    return record?.token ?? String(expiresAt);
}
function hex({ random }, count) {
    return Buffer.from(random.bytes(count)).toString('hex');
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

/***/ 64993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runEnvClean: () => (/* binding */ runEnvClean),
  runEnvStatus: () => (/* binding */ runEnvStatus),
  runEnvStop: () => (/* binding */ runEnvStop),
  runEnvUp: () => (/* binding */ runEnvUp)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/host/processes.js
var processes = __webpack_require__(59415);
;// CONCATENATED MODULE: ./lib/operations/environments/environments.js
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

/** The version of what is brought up out of a working copy, without having been released. */
const unreleased = 'local';
/**
 * Brings an environment up from nothing: secrets, data, services, health. Where it is up, it does what is left to do.
 * @throws Failure `refused` for a protected environment that is, or may be, in use, that was deployed to with another version,
 *   or that was not confirmed
 */
async function bringUp(environment, input, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { target, health, clock, signal } = ports;
        if (environment.protected) {
            demandConfirmation(environment, input.confirm, 'bringing it up');
            await demandOutOfUse(environment, ports);
        }
        const _held = __addDisposableResource(env_1, await ports.hold('bring it up'), true);
        const known = input.version ?? (await target.deployedVersion(signal));
        // Once nobody else can deploy any more.
        const version = environment.protected
            ? await standingVersion(environment, known, ports)
            : (known ?? unreleased);
        const steps = [];
        const began = clock.ticks();
        const step = async (name, work) => {
            const started = clock.ticks();
            const { status, detail } = await work();
            steps.push({ name, status, detail, duration: Math.round(clock.ticks() - started) });
        };
        await step('prepare', () => target.prepare(signal));
        await step('migrate', () => target.migrate(version, signal));
        await step('deploy', () => target.deploy(version, signal));
        if (health !== null) {
            await step('health', async () => {
                const { attempts } = await health.wait(clock, signal);
                return {
                    status: 'done',
                    detail: `${health.what} is well, asked ${attempts === 1 ? 'once' : `${attempts} times`}`,
                };
            });
        }
        return {
            environment: environment.environment,
            version,
            steps,
            duration: Math.round(clock.ticks() - began),
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
/** What runs, as the platform says. */
async function examineEnvironment(environment, { target, signal }) {
    return {
        environment: environment.environment,
        kind: target.kind,
        release: await target.running(signal),
        services: await target.services(signal),
    };
}
/** Stops the application; its data stays. @throws Failure `refused` for a protected environment without confirmation */
async function stopEnvironment(environment, { confirm }, { target, signal, hold }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        if (environment.protected)
            demandConfirmation(environment, confirm, 'stopping it');
        const _held = __addDisposableResource(env_2, await hold('stop it'), true);
        return { environment: environment.environment, ...(await target.stop(signal)) };
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
/**
 * Removes the application with its data.
 * @throws Failure `refused` without confirmation, and for a protected environment whatever is said
 */
async function cleanEnvironment(environment, { confirm }, { target, signal, hold }) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        if (environment.protected) {
            throw new domain_failure/* Failure */.HR('refused', `the environment ${environment.environment} is protected: its data is not removed`, {
                hint: 'If it is to go all the same, take `protected: true` out of its file first, in a change that others read.',
            });
        }
        demandConfirmation(environment, confirm, 'removing its data');
        const _held = __addDisposableResource(env_3, await hold('remove its data'), true);
        return { environment: environment.environment, ...(await target.clean(signal)) };
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = __disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}
const deployInstead = 'Deploy to it with `lifeboat deploy`, which makes a backup first and can go back';
async function demandOutOfUse({ environment }, { target, signal }) {
    const services = await target.services(signal);
    if (services === null) {
        throw new domain_failure/* Failure */.HR('refused', `the environment ${environment} is protected, and its target does not tell whether it is in use`, { hint: `${deployInstead}, or let \`target.services\` in its file name a program that tells.` });
    }
    if (services.some(({ status }) => status !== 'stopped')) {
        throw new domain_failure/* Failure */.HR('refused', `the environment ${environment} is protected, and in use`, {
            hint: `${deployInstead}.`,
        });
    }
}
/**
 * The version to bring up: what was deployed once is changed by deployments alone; the version that stands may come up again,
 * also where a platform on which nothing is left does not know it any more.
 */
async function standingVersion({ environment }, known, { deployments, signal }) {
    const { last, stands } = await deployments().catch((cause) => {
        signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(cause);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw failure;
        throw new domain_failure/* Failure */.HR('refused', `the environment ${environment} is protected, and whether it was deployed to is not known from here: ${failure.message}`, { cause, hint: 'Run it where its stores can be asked, with the credentials of one that may read.' });
    });
    const version = known ?? stands?.version ?? unreleased;
    if (last === null || stands?.version === version)
        return version;
    const standing = stands === null ? 'no version stands' : `${stands.version} stands`;
    throw new domain_failure/* Failure */.HR('refused', `the environment ${environment} is protected and was deployed to: ${standing}, and ${version} is another version`, {
        hint: `${deployInstead}${stands === null ? '' : `; or bring up what stands, with --version ${stands.version}`}.`,
    });
}
function demandConfirmation({ environment }, confirm, what) {
    if (confirm === environment)
        return;
    const given = confirm === null ? 'it was not confirmed' : 'what was typed is not its name';
    throw new domain_failure/* Failure */.HR('refused', `${what} asks for the name of the environment, typed once more: ${given}`, {
        hint: `If ${environment} is meant, give its name: on a terminal --confirm ${environment}, in a job the input confirm.`,
    });
}

// EXTERNAL MODULE: ./lib/operations/environments/unknown-target.js
var unknown_target = __webpack_require__(97025);
// EXTERNAL MODULE: ./lib/targets/open.js + 19 modules
var targets_open = __webpack_require__(9396);
// EXTERNAL MODULE: ./lib/wiring/hide-secrets.js
var hide_secrets = __webpack_require__(18176);
// EXTERNAL MODULE: ./lib/operations/leases/hold.js
var hold = __webpack_require__(40811);
// EXTERNAL MODULE: ./lib/operations/restore/lease.js
var lease = __webpack_require__(45677);
;// CONCATENATED MODULE: ./lib/wiring/hold-environment.js
var hold_environment_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var hold_environment_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/**
 * Keeps deployments and restores away while an application is started or stopped by hand. Where the stores cannot be asked
 * from here, as on a developer's machine without their credentials, that is only said.
 * @throws Failure `refused` when one of them is at it
 */
async function holdEnvironment(environment, why, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { openPorts } = await __webpack_require__.e(/* import() */ 6799).then(__webpack_require__.bind(__webpack_require__, 44418));
        const stack = hold_environment_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const warn = (text) => host.log.warning(text);
        try {
            const ports = stack.use(await openPorts(environment, { host, role: 'read' }));
            stack.use(await (0,hold/* hold */._)(environment.environment, lease/* environmentPlace */.h, why, ports, warn));
        }
        catch (thrown) {
            host.signal.throwIfAborted();
            const failure = (0,domain_failure/* asFailure */.h_)(thrown);
            if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled')
                throw failure;
            warn(`whether a deployment is at work is not known from here: ${failure.message}; make sure that none is`);
        }
        return stack.move();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = hold_environment_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./lib/wiring/load-environment.js
var load_environment = __webpack_require__(57724);
;// CONCATENATED MODULE: ./lib/wiring/run-env.js
var run_env_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_env_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










async function runEnvUp(input, host) {
    const { environment, ports } = await run_env_open(input, host, true);
    const { version = null, confirm = null } = input;
    const started = await bringUp(environment, { version, confirm }, ports);
    return { text: startedText(started), json: started };
}
async function runEnvStatus(input, host) {
    const { environment, ports } = await run_env_open(input, host, false);
    const status = await examineEnvironment(environment, ports);
    const backup = await newestBackup(environment, host);
    const states = new Set(status.services?.map((service) => service.status));
    // All run, all are stopped, or there is nothing that could.
    const isWhole = states.size === 0 || (states.size === 1 && (states.has('running') || states.has('stopped')));
    return {
        text: [statusText(status), `Newest backup: ${backup.text}`].join('\n'),
        json: { ...status, newestBackup: backup.id, newestBackupNote: backup.id === null ? backup.text : null },
        ...(isWhole ? {} : { failure: 'objective' }),
    };
}
async function runEnvStop(input, host) {
    const { environment, ports } = await run_env_open(input, host, false);
    const stopped = await stopEnvironment(environment, { confirm: input.confirm ?? null }, ports);
    return { text: stopped.detail, json: stopped };
}
async function runEnvClean(input, host) {
    const { environment, ports } = await run_env_open(input, host, false);
    const cleaned = await cleanEnvironment(environment, { confirm: input.confirm ?? null }, ports);
    return { text: cleaned.detail, json: cleaned };
}
async function run_env_open(input, host, asksForHealth) {
    const environment = await (0,load_environment/* loadEnvironment */.Y)(input);
    (0,hide_secrets/* hideSecrets */.s)(environment, host);
    const { target: config } = environment;
    if (config === undefined)
        throw (0,unknown_target/* unknownTarget */.W)(environment.environment);
    const { variables, log, signal } = host;
    return {
        environment,
        ports: {
            target: (0,targets_open.openTarget)(config, { variables, processes: (0,processes/* createProcesses */.E)() }),
            health: asksForHealth ? (0,targets_open.openHealthProbe)(config, { variables }) : null,
            hold: (why) => holdEnvironment(environment, why, host),
            deployments: () => readDeployments(environment, host),
            clock: clock/* systemClock */.m,
            log,
            signal,
        },
    };
}
async function readDeployments(environment, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [{ openPorts }, { readJournal }] = await Promise.all([
            __webpack_require__.e(/* import() */ 6799).then(__webpack_require__.bind(__webpack_require__, 44418)),
            Promise.all(/* import() */[__webpack_require__.e(4375), __webpack_require__.e(5919)]).then(__webpack_require__.bind(__webpack_require__, 25919)),
        ]);
        const ports = run_env_addDisposableResource(env_1, await openPorts(environment, { host, role: 'read' }), true);
        return await readJournal(environment, ports);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_env_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The services are the question; stores that cannot be asked from here only cost a line of the answer. */
async function newestBackup(environment, host) {
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const [{ openPorts }, { listBackups }] = await Promise.all([
                __webpack_require__.e(/* import() */ 6799).then(__webpack_require__.bind(__webpack_require__, 44418)),
                __webpack_require__.e(/* import() */ 4703).then(__webpack_require__.bind(__webpack_require__, 74703)),
            ]);
            const ports = run_env_addDisposableResource(env_2, await openPorts(environment, { host, role: 'read' }), true);
            const { backups } = await listBackups(ports.stores, environment.environment, ports);
            const [newest] = backups;
            if (newest === undefined)
                return { id: null, text: 'there is none' };
            const age = (0,units/* formatDuration */.a3)(Math.max(0, clock/* systemClock */.m.now() - newest.at));
            return { id: newest.id, text: `${newest.id}, ${age} old, in ${newest.stores.join(', ')}` };
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = run_env_disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
    catch (thrown) {
        host.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(thrown);
        if (failure.kind === 'bug')
            throw failure;
        return { id: null, text: `not known from here: ${failure.message}` };
    }
}
function startedText({ environment, version, steps, duration }) {
    const lines = steps.map(({ name, status, detail, duration: took }) => `  ${name.padEnd(8)} ${(0,units/* formatDuration */.a3)(took).padStart(8)}  ${status === 'manual' ? 'to be done by hand: ' : ''}${detail === '' ? 'nothing to do' : detail}`);
    return [`${environment} is up with ${version}, after ${(0,units/* formatDuration */.a3)(duration)}:`, ...lines].join('\n');
}
function statusText({ environment, release, services }) {
    const head = release === null ? `${environment}: no one version runs` : `${environment}: ${release.version} runs`;
    if (services === null)
        return `${head}. The target does not tell of its services.`;
    if (services.length === 0)
        return `${environment}: nothing runs`;
    const rows = [['service', 'status', 'version', 'restarts', 'image'], ...services.map(cells)];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    return [head, ...lines].join('\n');
}
function cells({ name, status, version, restarts, image }) {
    return [
        name,
        status,
        version ?? '-',
        restarts === null ? '-' : String(restarts),
        image === null ? '-' : image.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1'),
    ];
}


/***/ })

};
