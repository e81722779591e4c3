export const id = 9060;
export const ids = [9060];
export const modules = {

/***/ 5651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ birthOf),
/* harmony export */   _: () => (/* binding */ isAlive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

/** Whether a process lives. One that has ended and that nobody has buried, as happens in containers, does not. */
function isAlive(pid) {
    return birthOf(pid) !== null;
}
/** What tells a process from a later one of the same number; null when there is none. @see proc_pid_stat(5), field 22 */
function birthOf(pid) {
    if (process.platform === 'linux') {
        try {
            const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
            // The name before may hold anything.
            const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
            return state === 'Z' || state === 'X' ? null : (fields[18] ?? null);
        }
        catch {
            return null;
        }
    }
    try {
        process.kill(pid, 0);
    }
    catch (thrown) {
        if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'))
            return null;
    }
    return 'unknown';
}


/***/ }),

/***/ 58324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56067);





/** sun_path has 108 bytes on Linux and 104 on macOS, with a closing zero. */
const longestSocketPath = 103;
/** Of all servers that a laboratory starts: PostgreSQL's. */
const longestSocketName = '.s.PGSQL.5432';
/**
 * In the spool, which only we may enter, where the server gets a view of its own of the file system; else where its user
 * can get by himself. Others can enter that folder too, but not read it, and the data in it is the server's alone.
 * @throws Failure `config` when no server could work in the temporary folder
 */
async function makeFolder({ mode }, id, spool) {
    const open = mode !== 'uid';
    const parent = open ? spool : await whereOthersMayEnter([(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(spool), (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()]);
    const [own, shortcut] = (0,_state_js__WEBPACK_IMPORTED_MODULE_4__/* .laboratoryFolders */ .TR)(id);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(parent, own);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { mode: 0o711 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o711);
    const socket = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'socket');
    // `upstream` is the longer name of the two.
    if (Buffer.byteLength((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'upstream', longestSocketName)) <= longestSocketPath) {
        return { folder, socket, upstream: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'upstream'), folders: [folder] };
    }
    const short = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), shortcut);
    if (Buffer.byteLength((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 's', longestSocketName)) > longestSocketPath) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('config', 'the path of the temporary folder is too long for the socket of a server', {
            hint: 'Set TMPDIR to a folder with a short path, such as /tmp.',
        });
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(short, { mode: 0o711 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(socket, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 's'));
    return { folder, socket: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 's'), upstream: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(short, 'u'), folders: [folder, short] };
}
/** @throws Failure `config` when there is none among them */
async function whereOthersMayEnter(folders) {
    for (const folder of folders)
        if (await othersMayEnter(folder))
            return folder;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('config', 'users other than root may not enter the temporary folder, and a server does not run as root', { hint: 'Set TMPDIR to a folder that everybody may enter along its whole path, such as /tmp.' });
}
async function othersMayEnter(folder) {
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at)) {
        if (((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(at)).mode & 0o001) === 0)
            return false;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at) === at)
            return true;
    }
}


/***/ }),

/***/ 56067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   OI: () => (/* binding */ removeLaboratories),
/* harmony export */   TR: () => (/* binding */ laboratoryFolders),
/* harmony export */   q8: () => (/* binding */ removeLaboratory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _privilege_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68689);
/* harmony import */ var _alive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5651);





/** What must be stopped and removed if the run that made a laboratory cannot do it itself. */
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    /** Part of the folder's name and of the supervisor's command line: tells our process from another with its number. */
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[0-9a-f]{16}$/),
    owner: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(),
    /** Tells the owner from a later process of its number. */
    ownerBirth: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable().default(null),
    supervisor: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().nullable(),
    privileged: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    folders: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
});
/** Names of the folders that a laboratory may have: its own, and a short one that leads to its socket. */
const laboratoryFolders = (id) => [`lifeboat-laboratory-${id}`, `lb-${id}`];
const fileName = (id) => `lifeboat-laboratory-${id}.json`;
async function writeState(stateFolder, state) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(stateFolder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, fileName(state.id));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${path}.new`, JSON.stringify({ ...state, ownerBirth: (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .birthOf */ .L)(state.owner) }), {
        mode: 0o600,
    });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${path}.new`, path);
}
/**
 * Removes every laboratory whose owner has ended, by what the state files say: for the `post:` step of an action, and
 * for the next run. Gives how many there were.
 */
async function removeLaboratories(stateFolder, { processes, clock, log }) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(stateFolder).catch(() => []);
    let removed = 0;
    for (const name of names) {
        if (!/^lifeboat-laboratory-[0-9a-f]{16}\.json$/.test(name))
            continue;
        const state = await readState((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, name));
        if (state === null || state.owner === process.pid || (await isOwned(state)))
            continue;
        const privilege = state.privileged ? await (0,_privilege_js__WEBPACK_IMPORTED_MODULE_2__/* .findPrivilege */ .X)(processes) : [];
        if (privilege === null) {
            log.warning('a laboratory of an earlier run cannot be removed: sudo asks for a password now');
            continue;
        }
        if (await removeLaboratory(stateFolder, state, privilege, { processes, clock }))
            removed += 1;
        else
            log.warning('a laboratory of an earlier run could not be removed');
    }
    return removed;
}
/** Ends what still runs and removes what still lies there. True when nothing is left. */
async function removeLaboratory(stateFolder, state, privilege, { processes, clock }) {
    const run = async (command, ...args) => {
        const [program = command, ...rest] = [...privilege, command, ...args];
        return (await processes.run(program, rest, { environment: _privilege_js__WEBPACK_IMPORTED_MODULE_2__/* .systemEnvironment */ .f })).code === 0;
    };
    if (state.supervisor !== null) {
        // It ends by itself once its owner is gone; the time it takes is for emptying the folder.
        if (!(await endsWithin(2_000, state.supervisor, state.id, clock))) {
            await run('kill', '-KILL', '--', `-${state.supervisor}`);
            // Whoever is not gone yet could still write where we remove.
            await endsWithin(1_000, state.supervisor, state.id, clock);
        }
    }
    // Only what is named after this laboratory is ever removed, as that may happen with root's rights.
    const folders = state.folders.filter((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder) === folder && laboratoryFolders(state.id).includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)));
    if (folders.length > 0 && !(await run('rm', '-rf', '--', ...folders)))
        return false;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, fileName(state.id)), { force: true });
    return true;
}
/** Null when it is none of ours. */
async function readState(path) {
    try {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).uid !== process.getuid?.())
            return null;
        const parsed = stateSchema.safeParse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')));
        return parsed.success ? parsed.data : null;
    }
    catch {
        return null;
    }
}
/**
 * Whether the run that made it still lives; its server need not, as a drill kills its own. Where births cannot be told, a
 * server that has ended decides, so that a reused number of the owner keeps nothing for long.
 */
async function isOwned({ owner, ownerBirth, supervisor, id }) {
    if (!(0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._)(owner))
        return false;
    if (process.platform === 'linux' && ownerBirth !== null)
        return (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .birthOf */ .L)(owner) === ownerBirth;
    return supervisor === null || (await isSupervisor(supervisor, id));
}
async function endsWithin(patience, pid, id, clock) {
    for (let waited = 0; await isSupervisor(pid, id); waited += 50) {
        if (waited >= patience)
            return false;
        await clock.sleep(50);
    }
    return true;
}
async function isSupervisor(pid, id) {
    if (process.platform !== 'linux')
        return (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .isAlive */ ._)(pid);
    const line = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.includes(id);
}


/***/ }),

/***/ 97069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ freeUserId)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** A user id without an account and without a process. */
async function freeUserId(random) {
    const accounts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/etc/passwd', 'utf8');
    const taken = new Set(accounts.split('\n').map((line) => Number(line.split(':')[2])));
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)('/proc').catch(() => [])) {
        if (!/^\d+$/.test(entry))
            continue;
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(`/proc/${entry}`).catch(() => null);
        if (found !== null)
            taken.add(found.uid);
    }
    for (;;) {
        // Below what containers map, above people's accounts, outside of systemd's own range.
        const uid = 40_000 + (Buffer.from(random.bytes(4)).readUInt32BE() % 20_000);
        if (!taken.has(uid))
            return uid;
    }
}


/***/ }),

/***/ 68689:
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

/***/ 79060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeOwnServer),
/* harmony export */   i: () => (/* binding */ findRedisServer)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _laboratory_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58324);
/* harmony import */ var _laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56067);
/* harmony import */ var _laboratory_user_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97069);
/* harmony import */ var _privilege_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68689);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60774);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38772);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(70253);
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
    const path = [variables['PATH'], _privilege_js__WEBPACK_IMPORTED_MODULE_6__/* .systemEnvironment */ .f['PATH']].filter(Boolean).join(':');
    const environment = { ..._privilege_js__WEBPACK_IMPORTED_MODULE_6__/* .systemEnvironment */ .f, PATH: path };
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
 * Makes a place for a server of our own, which is not started yet. It listens on a Unix socket alone, in as much isolation as
 * this machine allows, and ends and is removed with us, even when we are killed.
 * @throws Failure `missing` when there is no such program
 */
async function makeOwnServer(context, spec) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { processes, log, clock, random } = context;
        const program = await findRedisServer(context);
        const stateFolder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(context.spool);
        await (0,_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .removeLaboratories */ .OI)(stateFolder, context);
        const cleanUp = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const isRoot = process.getuid?.() === 0;
        const id = Buffer.from(random.bytes(8)).toString('hex');
        const place = await (0,_laboratory_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .f)({ mode: isRoot ? 'uid' : 'plain' }, id, context.spool);
        const state = {
            id,
            owner: process.pid,
            supervisor: null,
            privileged: false,
            folders: place.folders,
        };
        await (0,_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .writeState */ .Jq)(stateFolder, state);
        cleanUp.defer(async () => {
            if (!(await (0,_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .removeLaboratory */ .q8)(stateFolder, state, [], context)))
                log.warning('the laboratory could not be removed; the next run tries again');
        });
        // As the server itself tells it.
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(place.folder), 'data');
        const socketFolder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.folder, 'socket');
        const uid = isRoot ? await (0,_laboratory_user_id_js__WEBPACK_IMPORTED_MODULE_5__/* .freeUserId */ .L)(random) : null;
        const settings = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.folder, 'redis.conf');
        const socket = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place.socket, 'r');
        for (const each of [folder, socketFolder])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(each, { mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(settings, settingsFor(spec, folder, socket), { mode: 0o600 });
        if (uid !== null)
            for (const each of [folder, socketFolder, settings])
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chown)(each, uid, uid);
        let running = null;
        const kill = async () => {
            const server = running;
            server?.kill('SIGKILL');
            await server?.ended;
        };
        cleanUp.defer(kill);
        const address = {
            connection: { host: '', port: 0, tls: null, path: socket },
            user: '',
            password: spec.password ?? '',
            place: 'laboratory',
        };
        const session = (signal) => (0,_address_js__WEBPACK_IMPORTED_MODULE_7__/* .enterRedis */ .c)(address, signal);
        const release = cleanUp.move();
        return {
            program,
            folder,
            socket,
            get isRunning() {
                return running !== null;
            },
            put: async (name, write) => {
                const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
                await write(path);
                if (uid !== null)
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chown)(path, uid, uid);
            },
            start: async (signal) => {
                if (running !== null)
                    throw new TypeError('the server runs already');
                const [command, ...args] = [...(await enclosure(processes, uid)), program.command, settings];
                const server = await processes.start(command, args, { environment: program.environment });
                running = server;
                void server.ended.then(() => (running = running === server ? null : running));
                // What it prints may hold data, so nobody looks.
                server.stdout.resume();
                server.stderr.resume();
                state.supervisor = server.pid;
                await (0,_laboratory_state_js__WEBPACK_IMPORTED_MODULE_4__/* .writeState */ .Jq)(stateFolder, state);
                return becomesReady(() => running === server, session, clock, signal);
            },
            kill,
            session,
            isolation: async () => (running === null ? 'none' : seenIsolation(running.pid)),
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
function settingsFor({ settings, databases, password }, folder, socket) {
    return [
        'port 0',
        `unixsocket ${JSON.stringify(socket)}`,
        'unixsocketperm 700',
        `dir ${JSON.stringify(folder)}`,
        `dbfilename ${_source_js__WEBPACK_IMPORTED_MODULE_8__/* .rdbName */ .s}`,
        'save ""',
        `databases ${Math.max(16, databases)}`,
        ...(password === null ? [] : [`requirepass ${password}`]),
        'daemonize no',
        // The clean-up of a killed run knows the process by the folder in its command line.
        'set-proc-title no',
        'loglevel warning',
        'logfile ""',
        ...settings,
        '',
    ].join('\n');
}
/** Words before the command: as far apart from this machine as it allows. */
async function enclosure(processes, uid) {
    if (process.platform !== 'linux')
        return [];
    const works = async (...words) => {
        const [command = '', ...args] = words;
        const run = processes.run(command, [...args, 'true'], { environment: _privilege_js__WEBPACK_IMPORTED_MODULE_6__/* .systemEnvironment */ .f });
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
async function becomesReady(isRunning, enter, clock, signal) {
    for (let pause = 10; isRunning(); pause = Math.min(250, pause * 1.5)) {
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
            if (!isWaiting && !(error instanceof _wire_js__WEBPACK_IMPORTED_MODULE_9__/* .RedisError */ .eR))
                throw error;
        }
        await clock.sleep(pause, signal);
    }
    return false;
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


/***/ })

};
