export const id = 3318;
export const ids = [3318];
export const modules = {

/***/ 66278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ strikeable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** A folder store that can be struck. @param inner the store in that folder, which is this laboratory's own */
function strikeable(path, inner) {
    let isCut = false;
    const demand = () => {
        if (isCut)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unavailable', `the store ${inner.name} does not answer`);
    };
    const store = {
        name: inner.name,
        kind: inner.kind,
        ephemeral: inner.ephemeral,
        async *list(prefix, signal, options) {
            demand();
            yield* inner.list(prefix, signal, options);
        },
        get: async (key, options) => {
            demand();
            return inner.get(key, options);
        },
        stat: async (key, signal) => {
            demand();
            return inner.stat(key, signal);
        },
        versions: async (key, signal) => {
            demand();
            return inner.versions(key, signal);
        },
        put: async (key, body, options) => {
            demand();
            return inner.put(key, body, options);
        },
        replace: async (key, body, signal) => {
            demand();
            return inner.replace(key, body, signal);
        },
        remove: async (key, signal) => {
            demand();
            return inner.remove(key, signal);
        },
        probe: async (signal) => {
            demand();
            return inner.probe(signal);
        },
        [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
    };
    return {
        store,
        path,
        cut: () => {
            isCut = true;
        },
        heal: () => {
            isCut = false;
        },
        wipe: async () => {
            for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path))
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), { recursive: true, force: true });
        },
        damage: async (key) => {
            const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ...key.split('/')), 'r+');
            try {
                const { size } = await file.stat();
                const at = Math.floor(size / 2);
                const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
                await file.write(Buffer.from([(buffer[0] ?? 0) ^ 0xff]), 0, 1, at);
            }
            finally {
                await file.close();
            }
        },
    };
}


/***/ }),

/***/ 68716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   SQ: () => (/* binding */ libpqEnvironment),
/* harmony export */   cF: () => (/* binding */ connectionString),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   tG: () => (/* binding */ resolveAddress)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** Resolves a source's connection fields. @throws Failure `config` naming the field */
function resolveAddress(config, variables) {
    const place = `source ${config.name}`;
    const base = config.url === undefined ? {} : parseUrl(config.url.resolve(variables), config.url.place);
    const host = config.host?.resolve(variables) ?? base.host;
    const database = config.database?.resolve(variables) ?? base.database;
    const user = config.user?.resolve(variables) ?? base.user;
    if (host === undefined || host === '')
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: no host is given; set url or host`);
    if (database === undefined || database === '') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: no database is given; end the url in /database, or set database`);
    }
    if (user === undefined || user === '')
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: no user is given; set it in the url or as user`);
    const port = Number(config.port?.resolve(variables) ?? base.port ?? 5432);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: the port is not a number between 1 and 65535`);
    }
    const sslrootcert = config.sslrootcert?.resolve(variables) ?? base.sslrootcert;
    const address = {
        host,
        port,
        user,
        password: config.password?.resolve(variables) ?? base.password,
        database,
        // Who gives a root certificate means it to be used, which libpq's own default (prefer) would not do.
        sslmode: config.sslmode ?? base.sslmode ?? (sslrootcert === undefined ? 'prefer' : 'verify-full'),
        sslrootcert,
        sslcert: base.sslcert,
        sslkey: base.sslkey,
    };
    if (address.sslmode.startsWith('verify-') && address.sslrootcert === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: sslmode ${address.sslmode} needs sslrootcert: a file with root certificates, or system`);
    }
    if (address.sslrootcert === 'system' && address.sslmode !== 'verify-full') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: sslrootcert system needs sslmode verify-full, as libpq demands`);
    }
    return address;
}
/** Parses a libpq URL. The message never holds the URL, which may carry a password. */
function parseUrl(text, place) {
    const broken = (why) => new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: the connection URL ${why}`, {
        hint: 'It looks like postgres://user:password@host:5432/database?sslmode=verify-full; percent-encode special characters of the password.',
    });
    if (!/^postgres(ql)?:\/\//.test(text))
        throw broken('does not begin with postgres:// or postgresql://');
    if (/^postgres(?:ql)?:\/\/[^/?]*,/.test(text))
        throw broken('names several hosts; name the one to back up from');
    let url;
    try {
        // A URL parser knows no postgres://user@/db?host=/socket; a placeholder host lets it.
        url = new URL(text.replace(/^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)(?=[/?:]|$)/, '$1socket.invalid'));
    }
    catch {
        throw broken('cannot be read');
    }
    const parameters = url.searchParams;
    const decode = (part) => {
        try {
            return part === '' ? undefined : decodeURIComponent(part);
        }
        catch {
            throw broken('has a wrong percent-encoding');
        }
    };
    for (const name of parameters.keys()) {
        if (!knownParameters.has(name))
            throw broken(`has the parameter ${/^\w+$/.test(name) ? name : 'of an unreadable name'}, which is not supported`);
    }
    const sslmode = parameters.get('sslmode');
    if (sslmode !== null && !isSslMode(sslmode))
        throw broken(`has an unknown sslmode; accepted: ${sslModes.join(', ')}`);
    const host = parameters.get('host') ??
        (url.hostname === 'socket.invalid' ? undefined : decode(url.hostname.replace(/^\[(.*)\]$/, '$1')));
    if (host?.includes(',') === true)
        throw broken('names several hosts; name the one to back up from');
    const result = {};
    const assign = (key, value) => {
        if (value !== undefined && value !== null)
            result[key] = value;
    };
    assign('host', host);
    assign('port', url.port === '' ? numberOrUndefined(parameters.get('port')) : Number(url.port));
    assign('user', parameters.get('user') ?? decode(url.username));
    assign('password', parameters.get('password') ?? decode(url.password));
    assign('database', parameters.get('dbname') ?? decode(url.pathname.replace(/^\//, '')));
    assign('sslmode', sslmode);
    assign('sslrootcert', parameters.get('sslrootcert'));
    assign('sslcert', parameters.get('sslcert'));
    assign('sslkey', parameters.get('sslkey'));
    return result;
}
/**
 * The address that a URL alone gives.
 * @param place what it is, for messages: `target`
 * @param database where the URL names none
 * @throws Failure `config`
 */
function addressOf(url, place, database = 'postgres') {
    const parsed = parseUrl(url, place);
    const { host, user } = parsed;
    if (host === undefined || host === '')
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: the URL names no host`);
    if (user === undefined || user === '')
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: the URL names no user`);
    const { sslrootcert } = parsed;
    return {
        host,
        user,
        port: parsed.port ?? 5432,
        password: parsed.password,
        database: parsed.database ?? database,
        sslmode: parsed.sslmode ?? (sslrootcert === undefined ? 'prefer' : 'verify-full'),
        sslrootcert,
        sslcert: parsed.sslcert,
        sslkey: parsed.sslkey,
    };
}
const knownParameters = new Set([
    'host',
    'port',
    'user',
    'password',
    'dbname',
    'sslmode',
    'sslrootcert',
    'sslcert',
    'sslkey',
    // Understood by libpq and others; without effect on a backup.
    'application_name',
    'connect_timeout',
    'channel_binding',
    'schema',
    'pgbouncer',
    'connection_limit',
]);
function isSslMode(text) {
    return sslModes.includes(text);
}
function numberOrUndefined(text) {
    return text === null ? undefined : Number(text);
}
/** A database's name as a program's argument: as a connection string, since one with an equals sign would be taken for one. */
function connectionString(database) {
    return `dbname='${database.replaceAll(/['\\]/g, '\\$&')}'`;
}
/**
 * The environment for libpq programs: no secret in argv. PGOPTIONS is left out behind poolers, which refuse it.
 * @param options server settings to pin for the session
 */
function libpqEnvironment(address, applicationName, options) {
    return {
        PGHOST: address.host,
        PGPORT: String(address.port),
        PGUSER: address.user,
        PGDATABASE: address.database,
        PGSSLMODE: address.sslmode,
        PGAPPNAME: applicationName,
        PGTZ: 'UTC',
        PGCONNECT_TIMEOUT: '30',
        // Never a password file or service of the account that happens to run us.
        PGPASSFILE: '/dev/null',
        PGSERVICEFILE: '/dev/null',
        LC_ALL: 'C',
        PATH: '/usr/bin:/bin',
        ...(address.password === undefined ? {} : { PGPASSWORD: address.password }),
        ...(address.sslrootcert === undefined ? {} : { PGSSLROOTCERT: address.sslrootcert }),
        ...(address.sslcert === undefined ? {} : { PGSSLCERT: address.sslcert }),
        ...(address.sslkey === undefined ? {} : { PGSSLKEY: address.sslkey }),
        ...(options === null
            ? {}
            : {
                PGOPTIONS: Object.entries(options)
                    .map(([name, value]) => `-c ${name}=${value.replaceAll(/[\\ ]/g, '\\$&')}`)
                    .join(' '),
            }),
    };
}


/***/ }),

/***/ 3318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kindOf: () => (/* binding */ kindOf),
  openDrillLaboratory: () => (/* binding */ openDrillLaboratory)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/postgres/address.js
var address = __webpack_require__(68716);
// EXTERNAL MODULE: ./lib/sources/postgres/laboratory/raise.js + 3 modules
var laboratory_raise = __webpack_require__(47038);
// EXTERNAL MODULE: ./lib/sources/laboratory/state.js
var laboratory_state = __webpack_require__(56067);
// EXTERNAL MODULE: ./lib/sources/postgres/laboratory/tuning.js
var tuning = __webpack_require__(36839);
// EXTERNAL MODULE: ./lib/sources/privilege.js
var sources_privilege = __webpack_require__(68689);
// EXTERNAL MODULE: ./lib/sources/postgres/tools.js + 1 modules
var postgres_tools = __webpack_require__(98762);
;// CONCATENATED MODULE: ./lib/sources/postgres/drill/copy-table.js




/** As a person brings a table back from a database that was restored beside. @param table quoted, with its schema */
async function copyTable(table, from, to, surroundings) {
    const { tools, processes, file, signal } = surroundings;
    const run = async (program, args, place) => {
        const { code } = await processes.run(tools.path(program), args, {
            environment: (0,address/* libpqEnvironment */.SQ)(addressOf(place), 'lifeboat-drill', {}),
            signal,
        });
        if (code !== 0) {
            throw new failure/* Failure */.HR('unavailable', `${program} ended with ${code} while it brought a table back`, {
                subjects: [table],
            });
        }
    };
    try {
        await run('pg_dump', ['-Fc', '-f', file, '-t', table], from);
        await run('pg_restore', ['--exit-on-error', '-d', (0,address/* connectionString */.cF)(to.database), file], to);
    }
    finally {
        await (0,promises_.rm)(file, { force: true });
    }
}
function addressOf({ server, database }) {
    return {
        host: server.host,
        port: laboratory_raise/* port */.O,
        ...server.login,
        database,
        sslmode: 'disable',
        sslrootcert: undefined,
        sslcert: undefined,
        sslkey: undefined,
    };
}

// EXTERNAL MODULE: ./lib/sources/laboratory/user-id.js
var user_id = __webpack_require__(97069);
;// CONCATENATED MODULE: ./lib/sources/postgres/drill/elsewhere.js






const script = '.commands';
/** Opens a place in which nothing of ours is left but what is brought there. */
async function openElsewhere(options) {
    const { open, name, bindir, processes, random, signal, way } = options;
    const home = (0,external_node_path_.join)(open, `home-${name}`);
    await (0,promises_.mkdir)(home, { mode: 0o700 });
    const privilege = await (0,sources_privilege/* findPrivilege */.X)(processes, signal);
    const uid = privilege === null ? null : await (0,user_id/* freeUserId */.L)(random);
    const isCut = privilege !== null && (await mayUnshare(privilege, processes, signal));
    const launch = privilege === null || uid === null
        ? []
        : [
            ...privilege,
            ...(isCut ? ['unshare', '--net', '--'] : []),
            'setpriv',
            `--reuid=${uid}`,
            `--regid=${uid}`,
            '--clear-groups',
            '--no-new-privs',
            '--',
        ];
    return {
        how: `${uid === null ? 'as the same user' : 'as a user of its own'}, ${isCut ? 'without a network' : 'with the network of this machine'}`,
        bring: async ({ path }, prefix) => {
            await (0,promises_.cp)((0,external_node_path_.join)(path, ...prefix.split('/').filter(Boolean)), home, { recursive: true });
        },
        write: (file, text) => (0,promises_.writeFile)((0,external_node_path_.join)(home, file), text, { mode: 0o600 }),
        read: (file) => (0,promises_.readFile)((0,external_node_path_.join)(home, file), 'utf8'),
        run: async (commands, server) => {
            const { host, user, password } = await way(server);
            const variables = {
                HOME: home,
                TMPDIR: home,
                PATH: `${bindir}:/usr/local/bin:/usr/bin:/bin`,
                LC_ALL: 'C.UTF-8',
                PGHOST: host,
                PGPORT: String(laboratory_raise/* port */.O),
                PGUSER: user,
                PGPASSWORD: password,
                PGSSLMODE: 'disable',
            };
            const exports = Object.entries(variables).map(([key, value]) => `export ${key}='${value.replaceAll("'", String.raw `'\''`)}'\n`);
            // In a file: sudo takes variables away, and arguments can be read by everybody.
            await (0,promises_.writeFile)((0,external_node_path_.join)(home, script), `${exports.join('')}cd "$HOME"\n${commands}\n`, { mode: 0o700 });
            if (uid !== null)
                await giveTo(uid, home, privilege ?? [], processes, signal);
            const [program, ...args] = [...launch, 'env', '-i', 'bash', (0,external_node_path_.join)(home, script)];
            return processes.run(program, args, { environment: sources_privilege/* systemEnvironment */.f, directory: open, signal });
        },
    };
}
async function mayUnshare(privilege, processes, signal) {
    const [program, ...args] = [...privilege, 'unshare', '--net', '--', 'true'];
    const tried = await processes.run(program, args, { environment: sources_privilege/* systemEnvironment */.f, signal });
    return tried.code === 0;
}
async function giveTo(uid, home, privilege, processes, signal) {
    await (0,promises_.chmod)(home, 0o700).catch(() => undefined); // it is his already
    const [program, ...args] = [...privilege, 'chown', '-R', `${uid}:${uid}`, home];
    const { code } = await processes.run(program, args, { environment: sources_privilege/* systemEnvironment */.f, signal });
    if (code !== 0)
        throw new failure/* Failure */.HR('unavailable', 'the files could not be given to the other user');
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/sources/postgres/drill/line.js




/**
 * Opens a relay in a folder that is made for it.
 * @param to folder of the socket that it leads to
 */
async function openRelay(host, to) {
    await (0,promises_.mkdir)(host, { recursive: true, mode: 0o711 });
    const path = (0,external_node_path_.join)(host, `.s.PGSQL.${laboratory_raise/* port */.O}`);
    const pairs = new Set();
    let target = to;
    let isCut = false;
    const server = (0,external_node_net_.createServer)({ allowHalfOpen: true }, (client) => {
        client.on('error', () => undefined);
        if (isCut) {
            // Whoever calls over a cut line hears nothing at all.
            const pair = [client, null];
            pairs.add(pair);
            client.once('close', () => pairs.delete(pair));
            return;
        }
        const far = (0,external_node_net_.connect)({ path: (0,external_node_path_.join)(target, `.s.PGSQL.${laboratory_raise/* port */.O}`), allowHalfOpen: true });
        const pair = [client, far];
        pairs.add(pair);
        const end = () => {
            if (isCut)
                return;
            client.destroy();
            far.destroy();
            pairs.delete(pair);
        };
        far.on('error', end);
        client.once('close', end);
        far.once('close', end);
        client.pipe(far);
        far.pipe(client);
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(path, resolve);
    });
    // A server under a user of its own has to get in too.
    await (0,promises_.chmod)(path, 0o777);
    const endAll = () => {
        for (const [client, far] of pairs) {
            client.destroy();
            far?.destroy();
        }
        pairs.clear();
    };
    return {
        host,
        cut: () => {
            isCut = true;
            for (const [client, far] of pairs) {
                if (far === null)
                    continue;
                client.unpipe(far);
                far.unpipe(client);
                client.pause();
                far.pause();
            }
        },
        heal: () => {
            isCut = false;
            endAll();
        },
        leadTo: (folder) => {
            target = folder;
            endAll();
        },
        [Symbol.asyncDispose]: async () => {
            isCut = false;
            endAll();
            await new Promise((resolve) => void server.close(() => resolve()));
        },
    };
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./lib/sources/postgres/server-error.js
var server_error = __webpack_require__(16838);
;// CONCATENATED MODULE: ./lib/sources/postgres/drill/session.js



/** How a drill's own connections are known. */
const tokenSetting = 'lifeboat.drill';
const usualPatience = 5_000;
/**
 * Connects and makes sure that the server bears the token, before anything is done there. Every wait is bounded: over a cut
 * line nobody ever answers.
 * @throws Failure `refused` when the server is none of this laboratory's
 */
async function openDrillSession(address, token, { patience = usualPatience, signal }) {
    signal.throwIfAborted();
    const { default: pg } = await __webpack_require__.e(/* import() */ 3849).then(__webpack_require__.bind(__webpack_require__, 83849));
    const socket = new external_node_net_.Socket();
    const client = new pg.Client({
        ...address,
        ssl: false,
        stream: () => socket,
        application_name: 'lifeboat-drill',
        types: { getTypeParser: () => (value) => value },
    });
    client.on('error', () => undefined);
    const hangUp = () => void socket.destroy();
    const bounded = async (doing, work) => {
        signal.throwIfAborted();
        const { promise: late, reject } = Promise.withResolvers();
        const timer = setTimeout(() => {
            reject(new failure/* Failure */.HR('unavailable', `${doing}: no answer within ${patience} ms`));
            hangUp();
        }, patience);
        try {
            return await Promise.race([work(), late]);
        }
        catch (error) {
            signal.throwIfAborted();
            throw (0,server_error/* serverFailure */.a)(error, doing);
        }
        finally {
            clearTimeout(timer);
        }
    };
    signal.addEventListener('abort', hangUp, { once: true });
    const close = async () => {
        signal.removeEventListener('abort', hangUp);
        hangUp();
    };
    try {
        await bounded('connecting', () => client.connect());
        const found = await bounded('looking for the token of this drill', () => client.query(`select current_setting('${tokenSetting}', true) as token`));
        if (found.rows[0]?.token !== token) {
            throw new failure/* Failure */.HR('refused', 'the server bears no token of this drill: nothing is done there');
        }
    }
    catch (error) {
        await close();
        throw error;
    }
    return {
        query: (doing, sql, values = []) => bounded(doing, async () => (await client.query(sql, values.length === 0 ? undefined : [...values])).rows),
        [Symbol.asyncDispose]: close,
    };
}

;// CONCATENATED MODULE: ./lib/sources/postgres/drill/server.js
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



/** Wraps a server that takes orders. Reads its system identifier, by which it is known again. */
async function commandServer(name, major, raised, token, signal) {
    const { connection, server } = raised;
    const order = orderer(server.supervisor);
    let isRunning = true;
    const address = (database) => ({ ...connection, database });
    const identify = async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await openDrillSession(address('postgres'), token, { signal }), true);
            const [row] = await session.query('reading the system identifier', 'select system_identifier::text as id from pg_control_system()');
            return row?.['id'] ?? null;
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
    };
    const identifier = await identify();
    /** A server that answers must be the one that we started; the data folder's marker is looked at by its supervisor. */
    const demandOwn = async () => {
        if (!isRunning)
            return;
        const found = await identify().catch((error) => {
            // One that does not answer can still be told by its marker.
            if (error instanceof failure/* Failure */.HR && error.kind === 'unavailable')
                return identifier;
            throw error;
        });
        if (found !== identifier) {
            throw new failure/* Failure */.HR('refused', `server ${name}: its system identifier is not the one that it was made with`);
        }
    };
    const carryOut = async (words) => {
        signal.throwIfAborted();
        await demandOwn();
        const answer = await order(words);
        if (answer === 'failed marker') {
            throw new failure/* Failure */.HR('refused', `server ${name}: its data folder bears no marker of this drill`, {
                hint: 'A drill harms only what it started itself.',
            });
        }
        if (!answer.startsWith('done')) {
            throw new failure/* Failure */.HR('unavailable', `server ${name} did not obey: ${words.split(' ')[0]} ${answer}`);
        }
    };
    return {
        name,
        major,
        host: connection.host,
        login: { user: connection.user, password: connection.password },
        url: (database) => serverUrl(connection.host, connection, database),
        get isRunning() {
            return isRunning;
        },
        kill: async () => {
            await carryOut('kill');
            isRunning = false;
        },
        stop: async () => {
            await carryOut('stop');
            isRunning = false;
        },
        start: async () => {
            await carryOut('start');
            isRunning = true;
        },
        damage: async (path, offset) => carryOut(`damage ${path} ${offset}`),
        promote: async () => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_2, await openDrillSession(address('postgres'), token, { signal, patience: 30_000 }), true);
                const [row] = await session.query('promoting the standby', 'select pg_promote(true, 30)::text as promoted');
                if (row?.['promoted'] !== 'true') {
                    throw new failure/* Failure */.HR('unavailable', `server ${name} was not promoted within 30 s`);
                }
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
        },
        session: (database, bounds = {}) => openDrillSession(address(database), token, { ...bounds, signal }),
    };
}
/** A connection URL by a socket's folder, with the password. */
function serverUrl(host, { user, password }, database) {
    return `postgresql://${user}:${password}@/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}&sslmode=disable`;
}
/** Sends one order at a time and gives its answer. */
function orderer(supervisor) {
    const lines = (0,external_node_readline_.createInterface)({ input: supervisor.stdout });
    const waiting = [];
    lines.on('line', (line) => waiting.shift()?.(line));
    const ended = supervisor.ended.then(() => 'failed ended');
    let last = Promise.resolve();
    return (words) => {
        const answer = last.then(async () => {
            const { promise, resolve } = Promise.withResolvers();
            waiting.push(resolve);
            supervisor.stdin.write(`${words}\n`);
            return await Promise.race([promise, ended]);
        });
        last = answer.catch(() => undefined);
        return answer;
    };
}

// EXTERNAL MODULE: ./lib/sources/laboratory/strikeable-store.js
var strikeable_store = __webpack_require__(66278);
;// CONCATENATED MODULE: ./lib/sources/postgres/drill/laboratory.js
var laboratory_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var laboratory_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
















function kindOf({ restorableInto, locale, lcMonetary, tables }) {
    const { collate, ctype } = locale;
    return { major: restorableInto, collate, ctype, lcMonetary, tables: tables.length };
}
/** Opens the place that a drill plays in. What a killed run leaves of it is removed as any laboratory's. */
async function openDrillLaboratory(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { kind, context, openFolder, signal } = options;
        const { spool, processes, clock, random, log } = context;
        const tools = await (0,postgres_tools/* toolsFor */.J)(kind.major, { install: options.install, needServer: true }, context, signal);
        const raising = { tools, spool, processes, log, clock, random, signal };
        const hex = (count) => Buffer.from(random.bytes(count)).toString('hex');
        const token = hex(16);
        const guard = laboratory_addDisposableResource(env_1, new AsyncDisposableStack()
        // Servers and lines join it for as long as the laboratory stands.
        , true);
        // Servers and lines join it for as long as the laboratory stands.
        const stack = guard.use(new AsyncDisposableStack());
        const open = await openOpenFolder(hex(8), raising, stack);
        const servers = new Map();
        const hosts = new Set();
        let isolation = 'full';
        const spec = {
            kind: 'drill',
            settings: (0,tuning/* settingsFile */._r)((0,tuning/* drillSettings */.tf)({
                major: tools.major,
                version: tools.version,
                lcMonetary: kind.lcMonetary,
                size: null,
                tables: kind.tables,
            })) + `${tokenSetting} = '${token}'\n`,
            access: 'local all all scram-sha-256\nlocal replication all scram-sha-256\n',
            // The default since 18, and unknown as an option of "no" before.
            initdbOptions: ['--data-checksums'],
            locales: [kind.collate, kind.ctype, kind.lcMonetary],
            token,
        };
        const raise = async (name, how) => {
            const raised = stack.use(await (0,laboratory_raise/* raiseServer */.M)(raising, how));
            const server = await commandServer(name, tools.major, raised, token, signal);
            isolation = isolation === 'full' ? raised.server.isolation : isolation;
            servers.set(server, server);
            hosts.add(server.host);
            return server;
        };
        const known = (server) => {
            const found = servers.get(server);
            if (found === undefined)
                throw new failure/* Failure */.HR('refused', `${server.name} is no server of this laboratory`);
            return found;
        };
        const line = (name, relay, first) => {
            let end = known(first);
            hosts.add(relay.host);
            return {
                name,
                url: (database) => serverUrl(relay.host, end.login, database),
                cut: () => relay.cut(),
                heal: () => relay.heal(),
                leadTo: (server) => {
                    end = known(server);
                    relay.leadTo(end.host);
                },
                get leadsTo() {
                    return end;
                },
                session: (database, bounds = {}) => openDrillSession({ host: relay.host, port: laboratory_raise/* port */.O, ...end.login, database }, token, { ...bounds, signal }),
            };
        };
        const release = guard.move();
        return {
            get isolation() {
                return isolation;
            },
            startServer: (name) => raise(name, spec),
            startStandby: async (name, of) => {
                const primary = known(of);
                const opened = { relay: null };
                const server = await raise(name, {
                    ...spec,
                    kind: 'standby',
                    login: primary.login,
                    upstream: async (folder) => (opened.relay = await openRelay(folder, primary.host)),
                });
                if (opened.relay === null)
                    throw new TypeError('the standby has no line');
                return { server, line: line(`${name} to ${of.name}`, opened.relay, of) };
            },
            openLine: async (name, to) => {
                const relay = stack.use(await openRelay((0,external_node_path_.join)(open, hex(4)), known(to).host));
                return line(name, relay, to);
            },
            openStore: async (name) => {
                const path = (0,external_node_path_.join)(spool, `drill-store-${hex(4)}`);
                await (0,promises_.mkdir)(path, { mode: 0o700 });
                return (0,strikeable_store/* strikeable */.D)(path, stack.use(await openFolder(name, path)));
            },
            demandOwn: (url) => {
                const { host } = (0,address/* parseUrl */.Dl)(url, 'target');
                if (host !== undefined && hosts.has(host))
                    return;
                throw new failure/* Failure */.HR('refused', 'a drill works on nothing but the servers that it started itself');
            },
            copyTable: (table, from, to) => copyTable(table, { server: known(from.server), database: from.database }, { server: known(to.server), database: to.database }, { tools, processes, file: (0,external_node_path_.join)(spool, `drill-table-${hex(4)}`), signal }),
            openElsewhere: () => openElsewhere({
                open,
                name: hex(4),
                bindir: tools.bindir,
                processes,
                random,
                signal,
                way: async (server) => {
                    const relay = stack.use(await openRelay((0,external_node_path_.join)(open, hex(4)), known(server).host));
                    return { host: relay.host, ...known(server).login };
                },
            }),
            folder: async (name) => {
                const path = (0,external_node_path_.join)(spool, `drill-${name}-${hex(4)}`);
                await (0,promises_.mkdir)(path, { mode: 0o700 });
                return path;
            },
            [Symbol.asyncDispose]: () => release.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = laboratory_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** A folder with a short path that other users may enter, for sockets and for what runs as somebody else. */
async function openOpenFolder(id, options, stack) {
    const { spool, processes, clock, signal } = options;
    const stateFolder = options.stateFolder ?? (0,external_node_path_.dirname)(spool);
    const privilege = await (0,sources_privilege/* findPrivilege */.X)(processes, signal);
    const folder = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), (0,laboratory_state/* laboratoryFolders */.TR)(id)[1]);
    const state = {
        id,
        owner: process.pid,
        supervisor: null,
        privileged: privilege !== null,
        folders: [folder],
    };
    await (0,laboratory_state/* writeState */.Jq)(stateFolder, state);
    stack.defer(async () => {
        await (0,laboratory_state/* removeLaboratory */.q8)(stateFolder, state, privilege ?? [], { processes, clock });
    });
    await (0,promises_.mkdir)(folder, { mode: 0o711 });
    await (0,promises_.chmod)(folder, 0o711);
    return folder;
}


/***/ })

};
