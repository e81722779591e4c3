export const id = 3854;
export const ids = [3854];
export const modules = {

/***/ 34091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ CheckRecorder),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   gz: () => (/* binding */ failed)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const passed = (detail, subjects = []) => ({
    status: 'passed',
    detail,
    subjects,
});
const failed = (failure, detail, subjects = [], hint) => ({
    status: 'failed',
    failure,
    detail,
    subjects,
    ...(hint === undefined ? {} : { hint }),
});
/** Asks questions one by one, times them, and makes a failed check of every trouble that is expected to happen. */
class CheckRecorder {
    record;
    clock;
    signal;
    constructor(record, clock, signal) {
        this.record = record;
        this.clock = clock;
        this.signal = signal;
    }
    add(rung, name, answer, duration = 0) {
        this.record({
            rung,
            name,
            status: answer.status,
            detail: answer.detail,
            subjects: answer.subjects ?? [],
            failure: answer.status === 'failed' ? (answer.failure ?? 'objective') : null,
            ...(answer.hint === undefined ? {} : { hint: answer.hint }),
            duration,
        });
    }
    /** Resolves whether the answer was good enough to go on: anything but `failed`. @throws when stopped from outside, or on a bug */
    async ask(rung, name, question) {
        const started = this.clock.ticks();
        try {
            const answers = [await question()].flat();
            const duration = this.clock.ticks() - started;
            for (const answer of answers)
                this.add(rung, name, answer, duration);
            return answers.every((answer) => answer.status !== 'failed');
        }
        catch (error) {
            this.signal.throwIfAborted();
            const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
            if (failure.kind === 'bug' || failure.kind === 'cancelled')
                throw error;
            this.add(rung, name, failed(failure.kind, failure.message, failure.subjects, failure.hint), this.clock.ticks() - started);
            return false;
        }
    }
}


/***/ }),

/***/ 95847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findPrivilege),
/* harmony export */   f: () => (/* binding */ systemEnvironment)
/* harmony export */ });
/** As root itself nothing is needed, else sudo where it asks for no password; null when neither can be had. */
async function findPrivilege(processes, signal) {
    if (process.getuid?.() === 0)
        return [];
    const sudo = ['sudo', '-n', '--'];
    const tried = await processes
        .run('sudo', [...sudo.slice(1), 'true'], {
        environment: systemEnvironment,
        ...(signal === undefined ? {} : { signal }),
    })
        .catch(() => null);
    signal?.throwIfAborted();
    return tried?.code === 0 ? sudo : null;
}
/** What programs of the system need, and nothing of ours. */
const systemEnvironment = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C',
};


/***/ }),

/***/ 96201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ findRedisServer),
/* harmony export */   z: () => (/* binding */ startRedisLaboratory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _postgres_laboratory_raise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47038);
/* harmony import */ var _postgres_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89005);
/* harmony import */ var _postgres_privilege_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95847);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60774);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43021);
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








/** The server of this machine. @throws Failure `missing` */
async function findRedisServer({ processes, variables }) {
    const path = [variables['PATH'], _postgres_privilege_js__WEBPACK_IMPORTED_MODULE_5__/* .systemEnvironment */ .f['PATH']].filter(Boolean).join(':');
    const environment = { ..._postgres_privilege_js__WEBPACK_IMPORTED_MODULE_5__/* .systemEnvironment */ .f, PATH: path };
    for (const command of ['redis-server', 'valkey-server']) {
        const asked = await processes.run(command, ['--version'], { environment }).catch((error) => {
            if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && error.kind === 'missing')
                return null;
            throw error;
        });
        const version = /\bv=(\d+(?:\.\d+)+)/.exec(asked?.stdout ?? '')?.[1];
        if (version === undefined)
            continue;
        const kind = asked?.stdout.startsWith('Valkey') === true ? 'valkey' : 'redis';
        return { command, version, kind, environment };
    }
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('missing', 'there is no redis-server on this machine', {
        hint: 'Install one that is as new as the source or newer: apt-get install redis-server (or valkey-server). It need not run.',
    });
}
/**
 * A throwaway server that loads one RDB file. It is told that it is a replica of nobody, so that no key expires in it
 * while it is looked at. It listens on a Unix socket alone, and ends and is removed with us, even when we are killed.
 * @param fill writes the RDB file to the path given; null for an empty server
 * @throws Failure `missing` when there is no such program, or when it is too old for the file; `integrity` when it
 * refuses the file
 */
async function startRedisLaboratory(context, options, fill, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { processes, log, clock, random } = context;
        const program = await findRedisServer(context);
        const stateFolder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(context.spool);
        await (0,_postgres_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .removeLaboratories */ .OI)(stateFolder, context);
        const cleanUp = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const isRoot = process.getuid?.() === 0;
        const id = Buffer.from(random.bytes(8)).toString('hex');
        const place = await (0,_postgres_laboratory_raise_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .fc)({ mode: isRoot ? 'uid' : 'plain' }, id, context.spool);
        const state = {
            id,
            owner: process.pid,
            supervisor: null,
            privileged: false,
            folders: place.folders,
        };
        await (0,_postgres_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .writeState */ .Jq)(stateFolder, state);
        cleanUp.defer(async () => {
            if (!(await (0,_postgres_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .removeLaboratory */ .q8)(stateFolder, state, [], context)))
                log.warning('the laboratory could not be removed; the next run tries again');
        });
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.folder, 'data');
        const socketFolder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.folder, 'socket');
        const uid = isRoot ? await (0,_postgres_laboratory_raise_js__WEBPACK_IMPORTED_MODULE_3__/* .freeUserId */ .Lp)(random) : null;
        for (const each of [folder, socketFolder])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(each, { mode: 0o700 });
        const settings = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.folder, 'redis.conf');
        const socket = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.socket, 'r');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(settings, settingsFor({ folder, socket, databases: options.highestDatabase + 1 }));
        if (fill !== null)
            await fill((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dump.rdb'));
        if (uid !== null) {
            if (fill !== null)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chown)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'dump.rdb'), uid, uid);
            for (const each of [folder, socketFolder])
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chown)(each, uid, uid);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(settings, 0o644);
        }
        const [command, ...args] = [...(await enclosure(processes, uid)), program.command, settings];
        const server = await processes.start(command, args, { environment: program.environment });
        // What it prints may hold data, so nobody looks.
        server.stdout.resume();
        server.stderr.resume();
        state.supervisor = server.pid;
        cleanUp.defer(async () => {
            server.kill('SIGKILL');
            await server.ended;
        });
        await (0,_postgres_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .writeState */ .Jq)(stateFolder, state);
        const address = {
            connection: { host: '', port: 0, tls: null, path: socket },
            user: '',
            password: '',
            place: 'laboratory',
        };
        const enter = (until) => (0,_address_js__WEBPACK_IMPORTED_MODULE_6__/* .enterRedis */ .c)(address, until);
        if (!(await becomesReady(server, enter, clock, signal))) {
            if (fill === null)
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unavailable', `the laboratory server did not start (${program.command})`);
            await cleanUp.disposeAsync();
            throw await whyRefused(context, program, options, signal);
        }
        const isolation = await seenIsolation(server.pid);
        const release = cleanUp.move();
        return {
            isolation,
            program,
            folder,
            session: enter,
            [Symbol.asyncDispose]: () => release.disposeAsync(),
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
function settingsFor({ folder, socket, databases, }) {
    return [
        'port 0',
        `unixsocket ${JSON.stringify(socket)}`,
        'unixsocketperm 700',
        `dir ${JSON.stringify(folder)}`,
        'dbfilename dump.rdb',
        'save ""',
        'appendonly no',
        `databases ${Math.max(16, databases)}`,
        // Nobody listens there; as a replica it keeps expired keys.
        'replicaof 127.0.0.1 1',
        'replica-serve-stale-data yes',
        'daemonize no',
        // The clean-up of a killed run knows the process by the folder in its command line.
        'set-proc-title no',
        'loglevel warning',
        'logfile ""',
        '',
    ].join('\n');
}
/** Words before the command: as far apart from this machine as it allows. */
async function enclosure(processes, uid) {
    if (process.platform !== 'linux')
        return [];
    const works = async (...words) => {
        const [command = '', ...args] = words;
        const run = processes.run(command, [...args, 'true'], { environment: _postgres_privilege_js__WEBPACK_IMPORTED_MODULE_5__/* .systemEnvironment */ .f });
        return (await run.catch(() => null))?.code === 0;
    };
    // A change of user makes the kernel forget that it should die with us: so it is told again, and looks who its parent is.
    const orphansEnd = '[ "$PPID" = "$1" ] || exit 143; shift; exec "$@"';
    const tied = ['sh', '-c', orphansEnd, 'sh', String(process.pid)];
    if (uid !== null) {
        const user = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--no-new-privs'];
        const apart = (await works('unshare', '--net', '--ipc', '--')) ? ['unshare', '--net', '--ipc', '--'] : [];
        if (!(await works(...user, '--')))
            return apart;
        return [...apart, ...user, '--pdeathsig', 'KILL', '--', ...tied];
    }
    const own = ['unshare', '--user', '--map-root-user', '--net', '--'];
    if (!(await works(...own)))
        return [];
    return [...own, 'setpriv', '--pdeathsig', 'KILL', '--', ...tied];
}
/** False when it ended before it was ready. */
async function becomesReady(server, enter, clock, signal) {
    const life = { hasEnded: false };
    void server.ended.then(() => (life.hasEnded = true));
    for (let pause = 10; !life.hasEnded; pause = Math.min(250, pause * 1.5)) {
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const _session = __addDisposableResource(env_2, await enter(signal), false);
                return true;
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                __disposeResources(env_2);
            }
        }
        catch (error) {
            signal.throwIfAborted();
            const isWaiting = error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR && error.kind === 'unavailable';
            if (!isWaiting && !(error instanceof _wire_js__WEBPACK_IMPORTED_MODULE_7__/* .RedisError */ .eR))
                throw error;
        }
        await clock.sleep(pause, signal);
    }
    return false;
}
/** It ends without a word that a program could go by: so an empty one is asked how new the files are that it writes. */
async function whyRefused(context, program, { rdbVersion, hasModules }, signal) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const empty = __addDisposableResource(env_3, await startRedisLaboratory(context, { rdbVersion, hasModules: false, highestDatabase: 0 }, null, signal), true);
        const own = await rdbVersionOf(empty, signal);
        const name = `${program.command} ${program.version}`;
        if (own < rdbVersion) {
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('missing', `${name} of this machine reads RDB files up to version ${own}; the backup has version ${rdbVersion}`, {
                hint: 'Install a redis-server (or valkey-server) as new as the source or newer, and put it on PATH.',
            });
        }
        if (hasModules) {
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('missing', `${name} of this machine does not load data of modules, which is in the backup`, {
                hint: 'Data of modules can be loaded only by a server that has them. Lifeboat cannot prove such a backup.',
            });
        }
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `${name} of this machine refuses to load the RDB file`, {
            hint: 'Load it by hand as RECOVERY.md of the backup shows, and read what the server says. There must be memory enough, too.',
        });
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_3);
        if (result_2)
            await result_2;
    }
}
async function rdbVersionOf(laboratory, signal) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_4, await laboratory.session(signal), false);
        await session.ask('REPLICAOF', 'NO', 'ONE');
        await session.ask('SET', 'a', '1');
        const payload = await session.ask('DUMP', 'a');
        // Ten bytes end it: the version in two, and a checksum.
        return Buffer.isBuffer(payload) ? payload.readUInt16LE(payload.length - 10) : 0;
    }
    catch (e_4) {
        env_4.error = e_4;
        env_4.hasError = true;
    }
    finally {
        __disposeResources(env_4);
    }
}
/** As the server was seen to be, not as it was meant to be. */
async function seenIsolation(pid) {
    const network = (of) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(`/proc/${of}/ns/net`).catch(() => null);
    const [own, its] = [await network('self'), await network(String(pid))];
    const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const user = Number(/^Uid:\t(\d+)/m.exec(status)?.[1] ?? 0);
    const isUserApart = user > 0 && user !== process.getuid?.() && /^NoNewPrivs:\t1/m.test(status);
    const isNetworkApart = own !== null && its !== null && own !== its;
    if (isUserApart)
        return isNetworkApart ? 'full' : 'uid';
    return isNetworkApart ? 'network' : 'none';
}


/***/ }),

/***/ 93588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readBack),
/* harmony export */   f: () => (/* binding */ readBackup)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27550);
/* harmony import */ var _rdb_inspector_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82603);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38772);
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








/**
 * Reads a backup's RDB file, and writes it to a path if one is given.
 * @throws Failure `integrity` when it is damaged or holds something else than the manifest says
 */
async function readBackup(record, artifacts, path, progress, signal) {
    const artifact = record.artifacts.find(({ name }) => name === _source_js__WEBPACK_IMPORTED_MODULE_7__/* .rdbName */ .s);
    if (artifact === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('integrity', `the backup has no ${_source_js__WEBPACK_IMPORTED_MODULE_7__/* .rdbName */ .s}`);
    const inspector = new _rdb_inspector_js__WEBPACK_IMPORTED_MODULE_6__/* .RdbInspector */ .G();
    const inspected = async function* (body) {
        let done = 0;
        for await (const chunk of body) {
            inspector.feed(chunk);
            done += chunk.length;
            progress.report(done, record.databaseSize);
            yield chunk;
        }
    };
    const body = await artifacts.open(artifact, 'plain', signal);
    const written = path === null ? nowhere() : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o600 });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(body, inspected, written, { signal });
    const contents = inspector.end();
    if (JSON.stringify(contents.databases) !== JSON.stringify(record.databases)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('integrity', 'the RDB file holds other numbers of keys than the manifest says');
    }
    return contents;
}
/** What the server has in memory, as it writes it down itself. */
async function readBack(laboratory, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(laboratory.folder, _source_js__WEBPACK_IMPORTED_MODULE_7__/* .rdbName */ .s);
        const session = __addDisposableResource(env_1, await laboratory.session(signal)
        // So that what is read then cannot be the file that was loaded; and the disk need not hold both.
        , false);
        // So that what is read then cannot be the file that was loaded; and the disk need not hold both.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        await session.ask('SAVE');
        const inspector = new _rdb_inspector_js__WEBPACK_IMPORTED_MODULE_6__/* .RdbInspector */ .G();
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { signal }))
            inspector.feed(chunk);
        return inspector.end();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function nowhere() {
    return new node_stream__WEBPACK_IMPORTED_MODULE_3__.Writable({ write: (_chunk, _encoding, done) => done() });
}


/***/ })

};
