export const id = 5349;
export const ids = [5349];
export const modules = {

/***/ 54621:
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

/***/ 33291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ accessByConnections),
  t: () => (/* binding */ atomicallyWithin)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var session = __webpack_require__(58696);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/data-settings.js
var data_settings = __webpack_require__(44683);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/postgres/address.js
var address = __webpack_require__(68716);
;// CONCATENATED MODULE: ./lib/sources/postgres/restore/pg-restore.js
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
 * Runs pg_restore over some entries, in the archive's order, and lists every error with its entry. pg_restore gives no
 * codes, so its untranslated texts (LC_ALL=C) are read here, and only here.
 */
async function runPgRestore(context, entries, section, jobs) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (entries.length === 0)
            return [];
        const list = (0,external_node_path_.join)(context.archive, `${section ?? 'objects'}.list`);
        await (0,promises_.writeFile)(list, entries.map((entry) => `${entry.dumpId};\n`).join(''));
        const errors = [];
        const byId = new Map(context.toc.entries.map((entry) => [entry.dumpId, entry]));
        const child = __addDisposableResource(env_1, await context.processes.start(context.tools.path('pg_restore'), [
            `--dbname=${(0,address/* connectionString */.cF)(context.address.database)}`,
            `--use-list=${list}`,
            ...(section === null ? [] : [`--section=${section}`]),
            ...(jobs > 1 ? [`--jobs=${jobs}`] : []),
            ...(context.noTablespaces === true ? ['--no-tablespaces'] : []),
            '--no-password',
            '--verbose',
            context.archive,
        ], {
            environment: (0,address/* libpqEnvironment */.SQ)(context.address, 'lifeboat', {
                TimeZone: 'UTC',
                bytea_output: 'hex',
                ...context.settings,
            }),
            signal: context.signal,
        }), true);
        child.stdin.end();
        child.stdout.resume();
        let current = null;
        let pending = null;
        let command = null;
        let unread = '';
        for await (const chunk of child.stderr.setEncoding('utf8')) {
            const lines = (unread + String(chunk)).split('\n');
            unread = (lines.pop() ?? '').slice(0, 1024 * 1024);
            for (const line of lines)
                readLine(line);
        }
        readLine(unread);
        attribute();
        const { code, signal } = await child.ended;
        context.signal.throwIfAborted();
        if (code !== 0 && errors.length === 0) {
            throw new failure/* Failure */.HR('integrity', `pg_restore ended with ${signal === null ? `exit code ${code}` : `signal ${signal}`} and named no entry`);
        }
        return errors;
        /**
         * An error comes as `pg_restore: error: could not execute query: …`, then `Command was: …`, which is the entry's
         * definition or a part of it. The notice `from TOC entry` is the other sign; with several jobs it may be another's.
         */
        function readLine(line) {
            const entry = /^pg_restore: from TOC entry (\d+);/.exec(line)?.[1];
            const begun = /^Command was: (.*)$/.exec(line)?.[1];
            if (line.startsWith('pg_restore: '))
                attribute();
            if (entry !== undefined)
                current = byId.get(Number(entry)) ?? null;
            else if (line.startsWith('pg_restore: error: ')) {
                pending = { entry: current, dataBreaksConstraint: breaksConstraint(line), kind: kindOf(line) };
                errors.push(pending);
            }
            else if (pending !== null && begun !== undefined)
                command = [begun];
            else if (command !== null)
                command.push(line);
            else if (pending !== null && breaksConstraint(line))
                pending.dataBreaksConstraint = true;
        }
        /** Once the whole command has come: constraints of one table begin with the same line. */
        function attribute() {
            if (pending !== null && command !== null) {
                const whole = command.join('\n').trim();
                const first = command[0] ?? whole;
                pending.entry =
                    entries.find((candidate) => candidate.definition.includes(whole)) ??
                        entries.find((candidate) => candidate.definition.includes(first)) ??
                        pending.entry;
            }
            command = null;
        }
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
function kindOf(line) {
    if (/No space left on device|Disk quota exceeded|out of memory|out of shared memory/.test(line))
        return 'capacity';
    return /server closed the connection|terminating connection|could not connect|connection to server|no connection to the server/.test(line)
        ? 'unavailable'
        : 'integrity';
}
function breaksConstraint(line) {
    return /could not create unique index|violates foreign key constraint|is violated by some row|could not create exclusion constraint|contains null values/.test(line);
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restore/access.js




/** Many connections, each table in a transaction of its own, definitions by pg_restore. */
function accessByConnections(context) {
    return {
        sessions: Infinity,
        open: () => (0,session/* connect */.Ng)(context.address, {
            applicationName: 'lifeboat',
            settings: { ...(0,data_settings/* dataSettings */.W)(context.lcMonetary), ...context.settings },
            signal: context.signal,
        }),
        atomically: (session, doing, work) => between(session, doing, ['begin', 'commit', 'rollback'], work),
        define: (entries, section, jobs) => runPgRestore(context, entries, section, jobs),
    };
}
/** Inside a transaction that somebody else begins and ends. */
function atomicallyWithin(session, doing, work) {
    const name = `"${(0,external_node_crypto_.randomUUID)()}"`;
    return between(session, doing, [`savepoint ${name}`, `release savepoint ${name}`, `rollback to savepoint ${name}`], work);
}
async function between(session, doing, [begin, end, undo], work) {
    await session.query(doing, begin);
    try {
        const result = await work();
        await session.query(doing, end);
        return result;
    }
    catch (error) {
        await session.query(doing, undo).catch(() => undefined);
        throw error;
    }
}


/***/ }),

/***/ 18492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ layOutArchive)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _read_archive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68658);



/** A folder that pg_restore takes for an archive in directory format: toc.dat, and no data. Disposing it removes it. */
async function layOutArchive(context) {
    const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.spool, 'archive-'));
    const remove = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    try {
        const toc = await (0,_read_archive_js__WEBPACK_IMPORTED_MODULE_2__/* .readArtifact */ .R9)(context.record, 'toc.dat', context.artifacts, context.signal);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'toc.dat'), toc ?? '', { mode: 0o600 });
        return { path, [Symbol.asyncDispose]: remove };
    }
    catch (error) {
        await remove();
        throw error;
    }
}


/***/ }),

/***/ 84861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ copyIn),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   ew: () => (/* binding */ copyOut),
/* harmony export */   q$: () => (/* binding */ forEachChunk)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _server_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16838);




const endMark = Buffer.from('\\.\n\n\n');
/**
 * The rows of a data file of pg_dump: its bytes less the end mark, in the chunks in which they came.
 * @throws Failure `integrity` when it has no end mark
 */
async function* rowsOf(file) {
    let held = Buffer.alloc(0);
    for await (const chunk of file) {
        // The mark may lie across two chunks only when the last one is shorter than it.
        if (chunk.length < endMark.length)
            held = Buffer.concat([held, chunk]);
        else {
            if (held.length > 0)
                yield held;
            held = chunk;
        }
    }
    const end = held.length - endMark.length;
    if (end < 0 || !held.subarray(end).equals(endMark)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', 'a table’s data file has no end mark; it is truncated');
    }
    if (end > 0)
        yield held.subarray(0, end);
}
/** Pours COPY data into the server. `file` is a data file of pg_dump, decompressed, with its end mark. */
async function copyIn(session, statement, file, signal) {
    const { from } = await __webpack_require__.e(/* import() */ 6901).then(__webpack_require__.t.bind(__webpack_require__, 26901, 19));
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    const target = session.client.query(from(statement));
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(file, async function* (chunks) {
            for await (const chunk of rowsOf(chunks)) {
                hash.update(chunk);
                bytes += chunk.length;
                yield chunk;
            }
        }, target, { signal });
    }
    catch (error) {
        file.destroy();
        // What else goes wrong then, such as the end of the connection, only follows from it.
        signal.throwIfAborted();
        throw (0,_server_error_js__WEBPACK_IMPORTED_MODULE_3__/* .serverFailure */ .a)(error, 'loading a table');
    }
    return { sha256: hash.digest('hex'), bytes, rows: target.rowCount };
}
/** Reads a COPY … TO STDOUT and digests it. */
async function copyOut(session, statement, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let bytes = 0;
    const rows = await forEachChunk(session, statement, signal, (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
    });
    return { sha256: hash.digest('hex'), bytes, rows };
}
/** Runs a COPY … TO STDOUT and hands over its bytes; resolves the number of rows. */
async function forEachChunk(session, statement, signal, take) {
    const { to } = await __webpack_require__.e(/* import() */ 6901).then(__webpack_require__.t.bind(__webpack_require__, 26901, 19));
    const stream = session.client.query(to(statement));
    try {
        for await (const chunk of stream) {
            signal.throwIfAborted();
            take(chunk);
        }
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,_server_error_js__WEBPACK_IMPORTED_MODULE_3__/* .serverFailure */ .a)(error, 'reading a restored table');
    }
    return stream.rowCount;
}


/***/ }),

/***/ 44683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ dataSettings)
/* harmony export */ });
/** Settings under which rows are written and read as pg_dump wrote them. */
function dataSettings(lcMonetary) {
    return {
        TimeZone: 'UTC',
        datestyle: 'ISO',
        intervalstyle: 'postgres',
        extra_float_digits: '3',
        bytea_output: 'hex',
        search_path: '',
        row_security: 'off',
        synchronize_seqscans: 'off',
        statement_timeout: '0',
        lock_timeout: '0',
        default_transaction_read_only: 'off',
        xmlbinary: 'base64',
        xmloption: 'content',
        session_replication_role: 'origin',
        lc_monetary: lcMonetary,
    };
}


/***/ }),

/***/ 63159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ databaseStatements)
/* harmony export */ });
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58696);
/* harmony import */ var _sql_statements_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34831);


/**
 * What pg_restore leaves out when it is not to create the database: settings of the database and of roles in it, its
 * limits and grants, its comment; for a database of another name.
 */
function databaseStatements(toc, name) {
    const statements = [];
    for (const entry of toc.entries) {
        const ofDatabase = entry.description === 'DATABASE PROPERTIES' ||
            (/^(ACL|COMMENT|SECURITY LABEL)$/.test(entry.description) && entry.tag.startsWith('DATABASE '));
        if (!ofDatabase)
            continue;
        for (const statement of (0,_sql_statements_js__WEBPACK_IMPORTED_MODULE_1__/* .splitStatements */ .X)(entry.definition)) {
            const sql = renamed(statement, name);
            if (sql === null)
                continue;
            statements.push({
                kind: kindOf(statement),
                sql,
                label: labelOf(statement),
                hinders: / SET "?\w*(timeout|read_only|deferrable|isolation)"? /i.test(statement),
            });
        }
    }
    return statements;
}
function kindOf(statement) {
    if (/^(GRANT|REVOKE) /.test(statement))
        return 'grant';
    if (statement.startsWith('COMMENT '))
        return 'comment';
    return / SET /.test(statement) ? 'setting' : 'property';
}
function labelOf(statement) {
    const setting = / SET ("?[\w.]+"?) (?:TO|=) /.exec(statement)?.[1];
    const role = /^ALTER ROLE (\S+) IN DATABASE /.exec(statement)?.[1];
    const grantee = /^(?:GRANT|REVOKE) .* (?:TO|FROM) (.*?);$/s.exec(statement)?.[1];
    if (setting !== undefined)
        return `setting ${setting}${role === undefined ? '' : ` of role ${role}`}`;
    if (grantee !== undefined)
        return `grants of ${grantee}`;
    return /^[A-Z]+(?: [A-Z]+)*/.exec(statement)?.[0].toLowerCase() ?? 'statement';
}
const identifier = String.raw `(?:"(?:[^"]|"")*"|[^\s"]+)`;
/** The ways in which pg_dump writes a database's name into a statement. Whether it is a template is not brought back. */
const places = [
    new RegExp(`^(ALTER DATABASE )${identifier}( (?!IS_TEMPLATE).*)$`, 's'),
    new RegExp(`^(ALTER ROLE ${identifier} IN DATABASE )${identifier}( .*)$`, 's'),
    new RegExp(`^((?:GRANT|REVOKE) [A-Z, ]+ ON DATABASE )${identifier}( .*)$`, 's'),
    new RegExp(`^(COMMENT ON DATABASE )${identifier}( IS .*)$`, 's'),
    new RegExp(`^(SECURITY LABEL (?:FOR ${identifier} )?ON DATABASE )${identifier}( IS .*)$`, 's'),
];
function renamed(statement, name) {
    for (const place of places) {
        const match = place.exec(statement);
        if (match !== null)
            return `${match[1]}${(0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name)}${match[2]}`;
    }
    return /^(RE)?SET SESSION AUTHORIZATION /.test(statement) ? statement : null;
}


/***/ }),

/***/ 45657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ namedRoles),
/* harmony export */   RR: () => (/* binding */ createNamedRoles),
/* harmony export */   qZ: () => (/* binding */ unquoted),
/* harmony export */   rV: () => (/* binding */ applyGlobals)
/* harmony export */ });
/* harmony import */ var _sql_statements_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34831);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58696);


/**
 * Applies pg_dumpall's globals to a laboratory server, statement by statement: no psql, so that its meta-commands are
 * not there to be abused. Tablespaces become folders of the server's own; the grantor of a membership is left out,
 * since the laboratory's superuser is another.
 */
async function applyGlobals(session, script) {
    const roles = [];
    const errors = [];
    const withoutCommands = script.replaceAll(/^\\(?:un)?restrict .*$/gm, '');
    for (const statement of (0,_sql_statements_js__WEBPACK_IMPORTED_MODULE_1__/* .splitStatements */ .X)(withoutCommands)) {
        // The script has been decoded already.
        if (statement.startsWith('SET client_encoding '))
            continue;
        const role = /^CREATE ROLE (?:"((?:[^"]|"")*)"|(\S+));$/.exec(statement);
        if (role !== null)
            roles.push(role[2] ?? (role[1] ?? '').replaceAll('""', '"'));
        try {
            await session.client.query(adapted(statement));
        }
        catch {
            const what = /^[A-Z]+(?: [A-Z]+)?/.exec(statement)?.[0] ?? 'statement';
            errors.push(`${what} (statement of ${statement.length} characters)`);
        }
    }
    return { roles, errors };
}
function adapted(statement) {
    if (statement.startsWith('CREATE TABLESPACE '))
        return statement.replace(/ LOCATION '(?:[^']|'')*';$/, " LOCATION '';");
    if (statement.startsWith('GRANT '))
        return statement.replace(/ GRANTED BY (?:"(?:[^"]|"")*"|[^\s";]+);$/, ';');
    return statement;
}
/** Without globals: the roles that the archive itself names, so that it can be restored. */
async function createNamedRoles(session, toc) {
    const names = namedRoles(toc);
    for (const name of names) {
        await session.client.query(`create role ${(0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name)}`).catch(() => undefined);
    }
    return names;
}
const identifier = String.raw `(?:"(?:[^"]|"")*"|[^\s",;]+)`;
/** Where a statement of an archive names roles; the last group holds one, or a list of them. */
const rolePlaces = {
    ACL: [
        new RegExp(`^(?:GRANT|REVOKE) .* (?:TO|FROM) (${identifier})(?: WITH GRANT OPTION)?;$`, 's'),
        new RegExp(`^SET SESSION AUTHORIZATION (${identifier});$`),
    ],
    'DEFAULT ACL': [
        new RegExp(`^ALTER DEFAULT PRIVILEGES FOR ROLE (${identifier}) `),
        new RegExp(`^ALTER DEFAULT PRIVILEGES .* (?:TO|FROM) (${identifier})(?: WITH GRANT OPTION)?;$`, 's'),
    ],
    POLICY: [
        new RegExp(`^CREATE POLICY ${identifier} ON (?:${identifier}\\.)?${identifier}(?: AS \\w+)?(?: FOR \\w+)? TO (${identifier}(?:, ${identifier})*)(?: USING| WITH CHECK|;)`, 's'),
    ],
    'DATABASE PROPERTIES': [new RegExp(`^ALTER ROLE (${identifier}) IN DATABASE `)],
};
/** The roles that an archive names as owners, in grants, in policies or in settings. */
function namedRoles(toc) {
    const names = new Set();
    for (const entry of toc.entries) {
        if (entry.owner !== '')
            names.add(entry.owner);
        const places = rolePlaces[entry.description];
        if (places === undefined)
            continue;
        for (const statement of (0,_sql_statements_js__WEBPACK_IMPORTED_MODULE_1__/* .splitStatements */ .X)(entry.definition)) {
            for (const place of places) {
                const list = place.exec(statement)?.[1] ?? '';
                for (const [role] of list.matchAll(new RegExp(identifier, 'g')))
                    names.add(unquoted(role));
            }
        }
    }
    names.delete('PUBLIC');
    return [...names];
}
/** An identifier of a script as the name that it stands for. */
function unquoted(identifier) {
    return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier;
}


/***/ }),

/***/ 84173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ decompressed),
/* harmony export */   q: () => (/* binding */ memberBytes)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);




/**
 * A pack's member as a stream whose end does the pack no harm: tar-stream destroys the whole archive with a member that is
 * destroyed, which is what Node does to a stream that is left half-way, so its iterator must not be known to it whole.
 */
function memberBytes(member) {
    const chunks = member[Symbol.asyncIterator]();
    const neverDestroyed = { next: () => chunks.next() };
    return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from({ [Symbol.asyncIterator]: () => neverDestroyed }, { objectMode: false });
}
/** What pg_dump compressed, unpacked. Ends with Failure `integrity` where it is damaged or cut short. */
function decompressed(bytes) {
    const unpacked = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createZstdDecompress)();
    const destroy = unpacked.destroy.bind(unpacked);
    // Here rather than by a listener: whoever reads it hears of an error of zlib's own before any listener could name it.
    unpacked.destroy = (error) => destroy(isOfZlib(error) ? damaged(error) : error);
    (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(bytes, unpacked).catch(() => undefined);
    return unpacked;
}
function isOfZlib(error) {
    return error !== undefined && 'code' in error && /^(Z|ZSTD)_/.test(String(error.code));
}
function damaged(cause) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('integrity', 'a table’s compressed data is damaged', { cause });
}


/***/ }),

/***/ 68658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BQ: () => (/* binding */ openTableFile),
/* harmony export */   PP: () => (/* binding */ readToc),
/* harmony export */   R9: () => (/* binding */ readArtifact)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _archive_toc_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53747);
/* harmony import */ var _member_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84173);





/** @throws Failure when the table of contents cannot be had or read: then nothing else can be known either */
async function readToc(record, artifacts, signal) {
    const bytes = await readArtifact(record, 'toc.dat', artifacts, signal);
    if (bytes === null)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', 'the backup has no table of contents (toc.dat)');
    return (0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_3__/* .parseToc */ .AI)(bytes);
}
/** A small artifact, whole. Null when the manifest does not name it. */
async function readArtifact(record, name, artifacts, signal) {
    const artifact = record.artifacts.find((candidate) => candidate.name === name);
    if (artifact === undefined)
        return null;
    const chunks = [];
    for await (const chunk of await artifacts.open(artifact, 'plain', signal))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** A table's data file by itself, decompressed, whether it is an artifact of its own or a member of a pack. */
async function openTableFile(table, context) {
    const location = context.plan.files.get(table.entry.fileName);
    if (location === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', 'a table has no data file', { subjects: [table.name] });
    const opened = await context.artifacts.open(location.artifact, 'plain', context.signal);
    if (location.member === null)
        return opened;
    const { extract } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const unpacking = extract();
    (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(opened, unpacking, { signal: context.signal }).catch(() => undefined);
    for await (const member of unpacking) {
        if (member.header.name !== location.member) {
            member.resume();
            continue;
        }
        const chunks = [];
        for await (const chunk of member)
            chunks.push(chunk);
        // Members of packs are small; what follows in the pack is not needed.
        opened.destroy();
        const bytes = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunks, { objectMode: false });
        return location.member.endsWith('.zst') ? (0,_member_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .decompressed */ .j)(bytes) : bytes;
    }
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', 'a pack lacks a file that the manifest names', {
        subjects: [location.member],
    });
}


/***/ }),

/***/ 62346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ restoreArchive)
});

// EXTERNAL MODULE: ./lib/sources/check-recorder.js
var check_recorder = __webpack_require__(54621);
// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var postgres_session = __webpack_require__(58696);
;// CONCATENATED MODULE: ./lib/sources/postgres/restore/analyse.js
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




/** Statistics of every table of the database's own: a foreign table's would ask its server, which may be out of reach. */
async function analyse(context) {
    const { access } = context;
    const failures = [];
    await (0,concurrency/* inParallelWith */.PL)(access.open, await restoredTables(access), context.jobs, async (table, session) => {
        context.signal.throwIfAborted();
        const doing = 'analysing a table';
        const sql = `analyze ${(0,postgres_session/* qualifiedName */.OL)(table.schema, table.name)}`;
        try {
            await access.atomically(session, doing, () => session.query(doing, sql));
        }
        catch (error) {
            context.signal.throwIfAborted();
            if (!(error instanceof domain_failure/* Failure */.HR) || error.kind === 'unavailable')
                throw error;
            failures.push(`${table.schema}.${table.name}`);
        }
    });
    if (failures.length > 0) {
        context.checks.add('restorable', 'statistics', {
            status: 'degraded',
            detail: `${(0,units/* counted */.hS)(failures.length, 'table')} could not be analysed`,
            subjects: failures,
        });
    }
}
/** Those that this role may analyse: a warning of the server would be all that tells of the others. */
async function restoredTables(access) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await access.open(), true);
        return await session.query('listing the restored tables', `select n.nspname::text as schema, c.relname::text as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' order by c.relpages desc`);
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

// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-plan.js
var archive_plan = __webpack_require__(42019);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/sources/postgres/restore/large-objects.js






/** Digests of the files that pg_restore will load as large objects, by the lists that came with them. */
async function digestLargeObjects(archive) {
    const objects = new Map();
    for (const list of (await (0,promises_.readdir)(archive)).filter((name) => /^blobs.*\.toc$/.test(name))) {
        for (const line of (await (0,promises_.readFile)((0,external_node_path_.join)(archive, list), 'utf8')).split('\n')) {
            const [oid, file] = line.split(' ');
            if (oid === undefined || file === undefined || !/^blob_\d+\.dat$/.test(file))
                continue;
            objects.set(oid, await digestFile((0,external_node_path_.join)(archive, file)));
        }
    }
    return objects;
}
async function digestFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const take = async (bytes) => {
        for await (const chunk of bytes) {
            hash.update(chunk);
            size += chunk.length;
        }
    };
    const packed = await (0,promises_.stat)(`${path}.zst`).catch(() => null);
    if (packed === null)
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), take);
    // An empty large object is an empty file, which is no zstd frame.
    else if (packed.size > 0)
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(`${path}.zst`), (0,external_node_zlib_.createZstdDecompress)(), take);
    return { sha256: hash.digest('hex'), size };
}

// EXTERNAL MODULE: ./lib/sources/postgres/archive/toc.js
var toc = __webpack_require__(53747);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/copy-data.js
var copy_data = __webpack_require__(84861);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/member-bytes.js
var member_bytes = __webpack_require__(84173);
;// CONCATENATED MODULE: ./lib/sources/postgres/restore/load.js









/** Loads every table as its bytes arrive, the largest first, and lays the files of large objects ready. */
async function loadTables(context) {
    const result = { loaded: new Map(), failures: [] };
    const artifacts = [...new Set([...context.plan.files.values()].map((location) => location.artifact))]
        .filter((artifact) => artifact.name !== 'toc.dat' && artifact.name !== 'globals.sql')
        .sort((a, b) => b.plainSize - a.plainSize);
    const total = artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0);
    let done = 0;
    const tables = new Map(context.plan.tables.map((table) => [table.entry.fileName, table]));
    await (0,concurrency/* inParallelWith */.PL)(context.access.open, artifacts, context.jobs, async (artifact, session) => {
        context.signal.throwIfAborted();
        try {
            await loadArtifact(session, artifact, tables, context, result);
        }
        catch (error) {
            keep(error, null, context, result);
        }
        done += artifact.storedSize;
        context.progress.report(done, total);
    });
    return result;
}
async function loadArtifact(session, artifact, tables, context, result) {
    if (artifact.members === undefined) {
        const table = tables.get(artifact.name);
        if (table === undefined) {
            const form = artifact.compressedBy === 'pg_dump' ? 'raw' : 'plain';
            const name = artifact.compressedBy === 'pg_dump' ? `${artifact.name}.zst` : artifact.name;
            await layReady(name, await context.artifacts.open(artifact, form, context.signal), context);
        }
        else if (!context.excluded.has(table.entry.dumpId)) {
            await loadTable(session, table, await context.artifacts.open(artifact, 'plain', context.signal), context, result);
        }
        return;
    }
    const { extract } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const unpacking = extract();
    const feeding = (0,external_node_stream_promises_.pipeline)(await context.artifacts.open(artifact, 'plain', context.signal), unpacking, {
        signal: context.signal,
    });
    feeding.catch(() => undefined);
    for await (const member of unpacking) {
        const { name } = member.header;
        const table = tables.get(name.replace(/\.zst$/, ''));
        const bytes = (0,member_bytes/* memberBytes */.q)(member);
        if (table !== undefined && !context.excluded.has(table.entry.dumpId)) {
            await loadTable(session, table, name.endsWith('.zst') ? (0,member_bytes/* decompressed */.j)(bytes) : bytes, context, result);
        }
        else if (table === undefined) {
            await layReady(name, bytes, context);
        }
        // A load that failed half-way leaves the rest of its member unread.
        member.resume();
    }
    await feeding;
}
/** Only files of large objects are left; their names are fixed by pg_dump, anything else is not ours to write. */
async function layReady(name, bytes, context) {
    if (!/^(blob_\d+\.dat(\.zst)?|blobs(_\d+)?\.toc)$/.test(name)) {
        bytes.resume();
        throw new domain_failure/* Failure */.HR('integrity', 'the backup holds a file that its table of contents does not know', {
            subjects: [name],
        });
    }
    await (0,external_node_stream_promises_.pipeline)(bytes, (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(context.archive, name), { mode: 0o600 }), {
        signal: context.signal,
    });
}
async function loadTable(session, table, file, context, result) {
    try {
        result.loaded.set(table.entry.dumpId, await loadInTransaction(session, table, file, context));
    }
    catch (error) {
        file.destroy();
        keep(error, table, context, result);
    }
}
/**
 * Emptying the table first in the same transaction lets COPY FREEZE write almost no WAL and keep the rows' order. A root
 * of partitions knows neither, and an extension's rows must stay.
 */
async function loadInTransaction(session, table, file, context) {
    const doing = 'loading a table';
    const plain = table.throughRoot || table.ofExtension;
    const columns = table.columns.length === 0 ? '' : ` (${table.columns.join(', ')})`;
    const options = [`encoding '${(0,toc/* archiveEncoding */.mE)(context.plan.toc)}'`, ...(plain ? [] : ['freeze true'])].join(', ');
    return context.access.atomically(session, doing, async () => {
        if (!plain)
            await session.query(doing, `truncate table only ${(0,postgres_session/* qualifiedName */.OL)(table.entry.schema, table.entry.tag)}`);
        return (0,copy_data/* copyIn */.DE)(session, `copy ${table.target}${columns} from stdin with (${options})`, file, context.signal);
    });
}
function keep(error, table, context, result) {
    context.signal.throwIfAborted();
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind === 'bug')
        throw error;
    result.failures.push({ table, failure });
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restore/restore.js
var restore_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var restore_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Restores an archive into an empty database: definitions, each table's data as its bytes arrive, large objects, indexes
 * and constraints, statistics. Every error becomes a failed check of the rung `restorable`.
 */
async function restoreArchive(context) {
    const { plan, checks, access, excluded } = context;
    const restored = {
        loaded: new Map(),
        excluded,
        largeObjects: new Map(),
        steps: [],
        usable: true,
        trouble: null,
    };
    const step = async (name, work) => {
        const started = context.clock.ticks();
        const result = await work();
        restored.steps.push({ name, duration: context.clock.ticks() - started });
        return result;
    };
    const entries = (filter) => plan.toc.entries.filter((entry) => !excluded.has(entry.dumpId) && filter(entry));
    // While data is missing, a constraint that does not hold accuses nobody.
    const restoreSection = async (section, chosen, jobs) => reportErrors(await access.define(chosen, section, jobs), checks, section ?? 'large objects', restored.trouble);
    const definitions = await step('definitions', () => restoreSection('pre-data', entries((entry) => !(0,archive_plan/* isLargeObjectEntry */.pK)(entry)), 1));
    await context.afterDefinitions?.();
    const load = await step('data', () => loadTables(context));
    restored.loaded = load.loaded;
    restored.trouble = load.failures[0]?.failure.kind ?? null;
    for (const { table, failure } of load.failures) {
        checks.add('restorable', 'data', (0,check_recorder/* failed */.gz)(failure.kind, failure.message, [...(table === null ? [] : [table.name]), ...failure.subjects], failure.hint));
    }
    await restoreLargeObjects();
    const finished = await step('indexes and constraints', async () => {
        await setSequences();
        return restoreSection('post-data', entries((entry) => !(0,archive_plan/* isLargeObjectEntry */.pK)(entry)), context.jobs);
    });
    await step('statistics', () => analyse(context));
    if (definitions && finished && load.failures.length === 0) {
        checks.add('restorable', 'restore', (0,check_recorder/* passed */.bF)(`restored without an error: ${plan.toc.entries.length - excluded.size} entries`));
    }
    restored.usable = load.loaded.size > 0 || plan.tables.every(({ entry }) => excluded.has(entry.dumpId));
    return restored;
    async function restoreLargeObjects() {
        const chosen = plan.largeObjectEntries.filter((entry) => !excluded.has(entry.dumpId));
        const wanted = context.record.largeObjects;
        if (chosen.length === 0) {
            if (wanted > 0 && plan.largeObjectEntries.length === 0)
                checks.add('complete', 'large objects', (0,check_recorder/* failed */.gz)('integrity', `the backup has none of ${wanted} large objects`));
            return;
        }
        await step('large objects', async () => {
            restored.largeObjects = await digestLargeObjects(context.archive);
            await restoreSection(null, chosen, 1);
        });
        const count = restored.largeObjects.size;
        checks.add('complete', 'large objects', count === wanted
            ? (0,check_recorder/* passed */.bF)(`all ${count} large objects are in the backup`)
            : (0,check_recorder/* failed */.gz)('integrity', `the backup has ${count} large objects, the snapshot had ${wanted}`));
    }
    async function setSequences() {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = restore_addDisposableResource(env_1, await access.open(), true);
            for (const entry of entries((candidate) => candidate.description === 'SEQUENCE SET')) {
                await session.query('setting a sequence', entry.definition);
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = restore_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
}
/** Reports each error with its entry. True when there was none. */
function reportErrors(errors, checks, section, trouble) {
    for (const error of errors) {
        const subject = error.entry === null
            ? []
            : [
                `${error.entry.description} ${error.entry.schema === '' ? '' : `${error.entry.schema}.`}${error.entry.tag}`,
            ];
        checks.add('restorable', section, error.dataBreaksConstraint && trouble === null
            ? (0,check_recorder/* failed */.gz)('integrity', 'the data breaks a constraint of its own: the source’s data is damaged', subject, 'Repair the rows in the source; the backup holds them as they are.')
            : (0,check_recorder/* failed */.gz)(trouble ?? error.kind, trouble === null
                ? 'an entry could not be restored'
                : 'an entry could not be restored after data had failed to load', subject, 'Restore this entry by hand with pg_restore to see the server’s message.'));
    }
    return errors.length === 0;
}


/***/ })

};
