export const id = 7736;
export const ids = [7736];
export const modules = {

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

/***/ 77736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failOver: () => (/* binding */ failOver)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68716);
/* harmony import */ var _server_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16838);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58696);
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





const applicationName = 'lifeboat failover';
/** Contract: `FailOver` in ports/failover.ts. */
async function failOver(request, { clock }, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const replica = __addDisposableResource(env_1, await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)((0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .ci)(request.replica, 'the replica'), {
            applicationName,
            signal,
        }), true);
        const before = await lookAt(replica);
        await refuseSameServer(request, before, signal);
        if (!before.isReplica) {
            // Promoted already: by a run that was killed, or by somebody else. What is left is to make sure of the other one.
            await fenceOrRefuse(request, signal);
            await refuseTwoPrimaries(request, signal);
            await provesToWrite(request, signal);
            return {
                promotedNow: false,
                lastChangeAt: null,
                detail: 'the replica had been promoted before, and the former primary does not answer',
            };
        }
        await refuseStrangers(request, before, signal);
        await fenceOrRefuse(request, signal);
        const { lastChangeAt } = await lookAt(replica);
        const age = lastChangeAt === null ? null : Math.max(0, clock.now() - lastChangeAt);
        if ((age === null || age > request.maxLoss) && !request.vouched) {
            const what = age === null
                ? 'the replica cannot say when it last had a change'
                : `the newest change on the replica is ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(age)} old, and at most ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(request.maxLoss)} was to be lost`;
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `nothing is promoted: ${what}`, {
                hint: 'If nothing was written since, or this loss is less bad than waiting, answer go for this step. Else restore the newest backup.',
            });
        }
        signal.throwIfAborted();
        const [done] = await replica.query('promoting the replica', 'select pg_catalog.pg_promote(true, $1::int)::text as promoted', [Math.max(1, Math.ceil(request.timeout / 1_000))]);
        if (done?.promoted !== 'true') {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `the replica did not become primary within ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(request.timeout)}`, { hint: 'Look at its log. It may still become one: look before anything else is started.' });
        }
        await provesToWrite(request, signal);
        await refuseTwoPrimaries(request, signal);
        const upTo = age === null ? '' : `; its newest change is ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(age)} old`;
        return { promotedNow: true, lastChangeAt, detail: `the replica takes writes${upTo}` };
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
async function lookAt(session) {
    const [row] = await session.query('asking the server for its part', `select pg_catalog.pg_is_in_recovery()::text as replica,
            (select system_identifier from pg_catalog.pg_control_system())::text as system,
            pg_catalog.pg_postmaster_start_time()::text as started,
            (extract(epoch from pg_catalog.pg_last_xact_replay_timestamp()) * 1000)::bigint::text as last`);
    return {
        isReplica: row?.replica === 'true',
        systemIdentifier: row?.system ?? '',
        startedAt: row?.started ?? '',
        lastChangeAt: row?.last === null || row?.last === undefined ? null : Number(row.last),
    };
}
/** Nothing listens there, no way leads there, or nothing came back in time. */
const gone = new Set([
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'EHOSTDOWN',
    'ENETUNREACH',
    'ENOTFOUND',
    'ENOENT',
]);
function saysGone(error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (!(cause instanceof Error))
        return false;
    if ('code' in cause && typeof cause.code === 'string')
        return gone.has(cause.code);
    // node-postgres gives its own time-out of connecting no code.
    return /timeout expired/i.test(cause.message);
}
/** A login, a database, a certificate or a limit of ours is wrong: of the server's health it says that it answers. */
function livesAndRefuses(failure) {
    if (failure.kind === 'access' || failure.kind === 'missing')
        return true;
    const { cause } = failure;
    const tls = cause instanceof Error && 'code' in cause && /^ERR_(SSL|TLS)_/.test(String(cause.code));
    return tls || (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .refusesEncryption */ .pL)(cause) || (0,_server_error_js__WEBPACK_IMPORTED_MODULE_3__/* .sqlState */ .c)(failure) === '53300';
}
/** What answers where the former primary was; null when nothing does. */
async function askFormer({ primary }, signal) {
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_2, await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)((0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .ci)(primary, 'the primary'), { applicationName, signal }), true);
            const { isReplica, systemIdentifier, startedAt } = await lookAt(session);
            return { part: isReplica ? 'replica' : 'primary', systemIdentifier, startedAt };
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
    catch (error) {
        signal.throwIfAborted();
        if (saysGone(error))
            return null;
        // Whatever else comes back, "too many connections" and "starting up" too, comes from something that lives.
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'config')
            throw failure;
        const part = livesAndRefuses(failure) ? 'closed' : 'unwell';
        return { part, systemIdentifier: '', startedAt: '', why: failure.message };
    }
}
/** An address that was moved already, or a slip: fencing would stop the only server that there is. */
async function refuseSameServer(request, replica, signal) {
    const former = await askFormer(request, signal);
    if (former === null || former.startedAt === '' || former.startedAt !== replica.startedAt)
        return;
    if (former.systemIdentifier !== replica.systemIdentifier)
        return;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', 'nothing is promoted and nothing fenced: both URLs lead to the same server', {
        hint: 'Give the primary and the replica addresses of their own. If an address was moved to the replica already, it may be primary by now.',
    });
}
/** A replica of something else would bring other data into service. */
async function refuseStrangers(request, replica, signal) {
    const former = await askFormer(request, signal);
    if (former === null || former.systemIdentifier === '')
        return;
    if (former.systemIdentifier === replica.systemIdentifier)
        return;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', 'the replica is no copy of this primary: their system identifiers differ', {
        hint: 'Look at the two URLs of this step.',
    });
}
async function fenceOrRefuse(request, signal) {
    if (request.fence !== null) {
        const alive = request.vouched ? null : await askFormer(request, signal);
        if (alive !== null && alive.part !== 'unwell')
            throw notFenced(alive);
        await request.fence();
    }
    else if (!request.vouched) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', 'nothing is promoted: that the primary does not answer here does not mean that it answers nobody', {
            hint: 'Make sure that it cannot come back (stop its machine, take its address or its disk away), then answer go for this step. Or give the step a program under fence that does it.',
        });
    }
    const former = await askFormer(request, signal);
    if (former === null)
        return;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', request.fence === null
        ? 'nothing is promoted: the primary still answers'
        : 'nothing is promoted: the fence has run, and the primary still answers', { hint: 'Two primaries take writes that can never be joined again. Stop the primary first.' });
}
/** What answers is taken out of service by nobody but a person. */
function notFenced({ part, why = '' }) {
    const nothing = 'nothing is promoted and nothing fenced';
    const goes = 'To take it out of service all the same, answer go for this step.';
    if (part === 'closed') {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `${nothing}: the primary lives, and only lets us not in: ${why}`, {
            hint: `Mend what stands in its URL in this step. ${goes}`,
        });
    }
    const what = part === 'primary' ? 'the primary answers, and is well' : 'a replica answers in its place';
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `${nothing}: ${what}`, { hint: goes });
}
async function refuseTwoPrimaries(request, signal) {
    const former = await askFormer(request, signal);
    if (former === null || former.part === 'replica')
        return;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'the replica is primary now, and the former primary answers again: there are two primaries', {
        hint: 'Stop the former primary at once, and keep its disk: what was written there since is nowhere else.',
    });
}
async function provesToWrite(request, signal) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_3, await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .Ng)((0,_address_js__WEBPACK_IMPORTED_MODULE_2__/* .addressOf */ .ci)(request.replica, 'the new primary'), {
            applicationName,
            settings: { default_transaction_read_only: 'off' },
            signal,
        })
        // A transaction id is given out only where writes are taken; nothing is changed by it.
        , true);
        // A transaction id is given out only where writes are taken; nothing is changed by it.
        await session.query('trying a write on the new primary', 'select pg_catalog.pg_current_xact_id()::text');
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


/***/ }),

/***/ 52255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vk: () => (/* binding */ rootCertificates),
/* harmony export */   hm: () => (/* binding */ addressForClient),
/* harmony export */   w$: () => (/* binding */ readCertificate)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Certificates of the authorities that sslrootcert names; undefined when it names none. @throws Failure `config` */
async function rootCertificates(address) {
    if (address.sslrootcert === undefined)
        return undefined;
    if (address.sslrootcert === 'system') {
        const { getCACertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 19));
        return [...new Set([...getCACertificates('system'), ...getCACertificates('bundled')])];
    }
    return [await readCertificate(address.sslrootcert)];
}
/** @throws Failure `config` */
async function readCertificate(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the certificate file ${path} cannot be read`, { cause });
    }
}
/** The address for programs of a major: before 16, libpq takes `system` for the name of a file, so it gets one. */
async function addressForClient(address, major, folder) {
    if (address.sslrootcert !== 'system' || major >= 16)
        return address;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'authorities.pem');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, ((await rootCertificates(address)) ?? []).join('\n'));
    return { ...address, sslrootcert: file };
}


/***/ }),

/***/ 16838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ serverFailure),
/* harmony export */   c: () => (/* binding */ sqlState)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63421);


/** A server's or a connection's error as a Failure: what it means follows from its code; row values never come along. */
function serverFailure(error, doing, hint) {
    if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    const fields = (error instanceof Error ? error : {});
    const known = meaningOf(fields.code);
    const usedHint = hint ?? known?.hint;
    if (fields.code === undefined || !/^[0-9A-Z]{5}$/.test(fields.code)) {
        if (known !== null)
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(known.kind, `${doing}: ${known.text} (${fields.code})`, withHint(usedHint, error));
        if (isBrokenConnection(fields))
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${doing}: the connection broke off`, withHint(usedHint, error));
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `${doing}: ${fields.name ?? 'an unknown error'}`, { cause: error });
    }
    // What a function raised by itself says whatever its author wished, rows too; its source file is PL's, not the server's.
    const isRaised = fields.file?.startsWith('pl') === true;
    const reduced = (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_1__/* .reduceServerError */ .qD)(isRaised ? { code: fields.code } : fields);
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(known?.kind ?? 'unavailable', `${doing}: ${known?.text ?? 'the server reported an error'} (${reduced.text})`, {
        ...withHint(usedHint, error),
        subjects: reduced.subjects,
    });
}
/** The server's code behind a Failure; null when it came from elsewhere. */
function sqlState(error) {
    const cause = error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}
function withHint(hint, cause) {
    return hint === undefined ? { cause } : { cause, hint };
}
/** node-postgres gives these no code; its texts are the only sign of them. */
function isBrokenConnection(fields) {
    return /Connection terminated|Client has encountered a connection error|timeout expired|socket disconnected|SSL/i.test(fields.message ?? '');
}
function meaningOf(code) {
    if (code === undefined)
        return null;
    const exact = codes[code];
    if (exact !== undefined)
        return exact;
    return /^[0-9A-Z]{5}$/.test(code) ? (codes[code.slice(0, 2)] ?? null) : null;
}
const unreachable = 'Check host, port and firewall; a hosted runner reaches only public IPv4 addresses.';
/** By SQLSTATE, its class (two characters), or the operating system's code. */
const codes = {
    ECONNREFUSED: { kind: 'unavailable', text: 'nothing accepts connections there', hint: unreachable },
    ENOTFOUND: { kind: 'unavailable', text: 'the host name does not resolve', hint: unreachable },
    EAI_AGAIN: { kind: 'unavailable', text: 'the host name does not resolve now', hint: unreachable },
    ETIMEDOUT: { kind: 'unavailable', text: 'no answer in time', hint: unreachable },
    EHOSTUNREACH: { kind: 'unavailable', text: 'no route to the host', hint: unreachable },
    ENETUNREACH: {
        kind: 'unavailable',
        text: 'no route to the network',
        hint: 'The host may have only an IPv6 address; hosted runners have IPv4 only. Use the provider’s IPv4 address or session pooler.',
    },
    ECONNRESET: { kind: 'unavailable', text: 'the connection was reset' },
    EPIPE: { kind: 'unavailable', text: 'the connection broke off' },
    ENOENT: {
        kind: 'unavailable',
        text: 'there is no such socket',
        hint: 'Check that the server runs and listens on that socket.',
    },
    SELF_SIGNED_CERT_IN_CHAIN: {
        kind: 'access',
        text: 'the server’s certificate is not signed by a known authority',
        hint: 'Give the authority’s certificate as sslrootcert.',
    },
    DEPTH_ZERO_SELF_SIGNED_CERT: {
        kind: 'access',
        text: 'the server’s certificate is self-signed',
        hint: 'Give it as sslrootcert.',
    },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
        kind: 'access',
        text: 'the server’s certificate cannot be verified',
        hint: 'Give the authority’s certificate as sslrootcert.',
    },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
        kind: 'access',
        text: 'the server’s certificate is not signed by a known authority',
        hint: 'Give the authority’s certificate as sslrootcert.',
    },
    ERR_TLS_CERT_ALTNAME_INVALID: {
        kind: 'access',
        text: 'the server’s certificate is for another host',
        hint: 'Use the host name that the certificate names.',
    },
    CERT_HAS_EXPIRED: { kind: 'access', text: 'the server’s certificate has expired' },
    CERT_NOT_YET_VALID: { kind: 'access', text: 'the server’s certificate is not valid yet' },
    '08': { kind: 'unavailable', text: 'the connection failed' },
    '0A000': { kind: 'config', text: 'the server does not support that here' },
    '2BP01': {
        kind: 'config',
        text: 'other objects depend on what the statement would change or drop',
        hint: 'Change or drop those first, in the same migration: views, for example.',
    },
    '22': { kind: 'integrity', text: 'the data does not fit its type' },
    '23': { kind: 'integrity', text: 'the data breaks a constraint' },
    '25006': { kind: 'config', text: 'the statement writes, where only reading is allowed' },
    '28': {
        kind: 'access',
        text: 'the server refused the credentials',
        hint: 'Check user, password and pg_hba.conf.',
    },
    '3D000': {
        kind: 'missing',
        text: 'there is no such database',
        hint: 'Check the name of the database at the end of the URL.',
    },
    '40': { kind: 'unavailable', text: 'the transaction was rolled back by the server' },
    '42601': { kind: 'config', text: 'the statement has an error of syntax' },
    '42P01': { kind: 'config', text: 'there is no such table or view' },
    '42P07': { kind: 'config', text: 'there is a table, view or index of that name already' },
    '42701': { kind: 'config', text: 'there is a column of that name already' },
    '42703': { kind: 'config', text: 'there is no such column' },
    '42704': { kind: 'config', text: 'there is no such object' },
    '42710': { kind: 'config', text: 'there is an object of that name already' },
    '42804': { kind: 'config', text: 'the types do not fit together' },
    '42883': { kind: 'config', text: 'there is no such function or operator' },
    '42501': { kind: 'access', text: 'permission denied' },
    '42': { kind: 'config', text: 'the statement is not valid here' },
    '53100': {
        kind: 'capacity',
        text: 'the server’s disk is full',
        hint: 'Free disk space on the database server.',
    },
    '53200': { kind: 'capacity', text: 'the server is out of memory' },
    '53300': { kind: 'unavailable', text: 'the server has no free connection' },
    '53': { kind: 'unavailable', text: 'the server lacks resources' },
    '55': { kind: 'unavailable', text: 'an object is in use' },
    '57014': { kind: 'unavailable', text: 'the statement was cancelled' },
    '57': { kind: 'unavailable', text: 'the server is shutting down or starting' },
    '58': { kind: 'unavailable', text: 'the server had a system error' },
    XX001: { kind: 'integrity', text: 'the server found damaged data' },
    XX002: { kind: 'integrity', text: 'the server found a damaged index' },
};


/***/ }),

/***/ 58696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   OL: () => (/* binding */ qualifiedName),
/* harmony export */   pL: () => (/* binding */ refusesEncryption),
/* harmony export */   qb: () => (/* binding */ boundLockWaits)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _root_certificates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52255);
/* harmony import */ var _server_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16838);




/** @throws Failure `unavailable`, `access` or `missing` */
async function connect(address, options) {
    const doing = 'connecting to the database';
    options.signal?.throwIfAborted();
    const attempts = await tlsAttempts(address);
    let last;
    for (const ssl of attempts) {
        try {
            return await open(address, ssl, options);
        }
        catch (error) {
            options.signal?.throwIfAborted();
            last = error;
            // libpq's allow and prefer: only a refusal of (un)encrypted connections leads to the second attempt.
            if (attempts.length === 1 || !refusesEncryption(error))
                break;
        }
    }
    throw (0,_server_error_js__WEBPACK_IMPORTED_MODULE_3__/* .serverFailure */ .a)(last, doing);
}
/**
 * What every session begins with, whatever role or database set. A search_path of others would let functions of theirs
 * stand in for the server's own in our catalog queries, and run with our rights (CVE-2018-1058).
 */
const safeSettings = {
    statement_timeout: '0',
    lock_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    idle_session_timeout: '0',
    transaction_timeout: '0',
    search_path: 'pg_catalog',
    default_transaction_read_only: 'on',
};
/**
 * In one statement, before any other: a time-out of the role's could end a second one. A setting that this server does
 * not know is left out, and one that stands so already is not touched: setting it could need a right.
 */
async function applySettings(client, settings) {
    const pairs = Object.entries(settings);
    const calls = pairs.map((_, index) => {
        const [name, value] = [`$${index * 2 + 1}::text`, `$${index * 2 + 2}::text`];
        return `case when pg_catalog.current_setting(${name}, true) <> ${value} then pg_catalog.set_config(${name}, ${value}, false) end`;
    });
    await client.query(`select ${calls.join(', ')}`, pairs.flat());
}
async function open(address, ssl, options) {
    const { default: pg } = await __webpack_require__.e(/* import() */ 3849).then(__webpack_require__.bind(__webpack_require__, 83849));
    // node-postgres would take the job's own libpq options for ours.
    delete process.env['PGOPTIONS'];
    const socket = new node_net__WEBPACK_IMPORTED_MODULE_0__.Socket();
    const client = new pg.Client({
        stream: () => socket,
        host: address.host,
        port: address.port,
        user: address.user,
        password: address.password ?? '',
        database: address.database,
        ssl,
        application_name: options.applicationName,
        connectionTimeoutMillis: 30_000,
        keepAlive: true,
        // Values stay text: nothing is lost to JavaScript's numbers and dates.
        types: { getTypeParser: () => (value) => value },
    });
    const { promise: broken, reject: breakOff } = Promise.withResolvers();
    broken.catch(() => undefined);
    client.on('error', (error) => breakOff((0,_server_error_js__WEBPACK_IMPORTED_MODULE_3__/* .serverFailure */ .a)(error, 'talking to the database')));
    client.on('end', () => breakOff(new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('unavailable', 'talking to the database: the connection ended')));
    const onAbort = () => void client.end().catch(() => undefined);
    // Until it stands, there is nobody to take leave of: whoever is silent would be waited for.
    const hangUp = () => void socket.destroy();
    options.signal?.throwIfAborted();
    options.signal?.addEventListener('abort', hangUp, { once: true });
    try {
        await client.connect();
        await applySettings(client, { ...safeSettings, ...options.settings });
    }
    catch (error) {
        // Rather than a farewell, which whoever refuses us need not answer.
        hangUp();
        await client.end().catch(() => undefined);
        throw error;
    }
    finally {
        options.signal?.removeEventListener('abort', hangUp);
    }
    options.signal?.addEventListener('abort', onAbort, { once: true });
    if (options.signal?.aborted === true)
        onAbort();
    const keyPid = 'processID' in client && typeof client.processID === 'number' ? client.processID : null;
    const asked = async (doing, ask) => {
        options.signal?.throwIfAborted();
        try {
            return await Promise.race([ask(), broken]);
        }
        catch (error) {
            options.signal?.throwIfAborted();
            throw (0,_server_error_js__WEBPACK_IMPORTED_MODULE_3__/* .serverFailure */ .a)(error, doing);
        }
    };
    return {
        client,
        keyPid,
        broken,
        query: async (doing, sql, values = []) => {
            const ask = () => client.query(sql, values.length === 0 ? undefined : [...values]);
            return (await asked(doing, ask)).rows;
        },
        rows: async (doing, sql) => {
            const ask = () => client.query({ text: sql, rowMode: 'array' });
            return (await asked(doing, ask)).rows;
        },
        async [Symbol.asyncDispose]() {
            options.signal?.removeEventListener('abort', onAbort);
            await client.end().catch(() => undefined);
        },
    };
}
/**
 * How long a statement waits at most for somebody else's lock; asking for a table's size needs one, and a long ALTER
 * TABLE would hold us for ever.
 * @param scope how long it holds; behind a pooler only the transaction is surely ours
 */
async function boundLockWaits(session, scope, span) {
    await session.query('bounding waits for locks', "select pg_catalog.set_config('lock_timeout', $1, $2)", [
        `${Math.ceil(span)}ms`,
        scope === 'transaction',
    ]);
}
/** The ways to connect that sslmode allows, in libpq's order. */
async function tlsAttempts(address) {
    if (address.host.startsWith('/'))
        return [false];
    const ca = await (0,_root_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .rootCertificates */ .Vk)(address);
    const certificate = address.sslcert === undefined || address.sslkey === undefined
        ? {}
        : { cert: await (0,_root_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificate */ .w$)(address.sslcert), key: await (0,_root_certificates_js__WEBPACK_IMPORTED_MODULE_2__/* .readCertificate */ .w$)(address.sslkey) };
    const unverified = { rejectUnauthorized: false, ...certificate };
    const authority = {
        rejectUnauthorized: true,
        checkServerIdentity: () => undefined,
        ...(ca === undefined ? {} : { ca }),
        ...certificate,
    };
    const attempts = {
        disable: [false],
        allow: [false, unverified],
        prefer: [unverified, false],
        // As in libpq: with a root certificate, require verifies the authority.
        require: [ca === undefined ? unverified : authority],
        'verify-ca': [authority],
        'verify-full': [{ rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }), ...certificate }],
    };
    return attempts[address.sslmode];
}
/** Whether it is encryption alone, or its absence, that the server refuses. */
function refusesEncryption(error) {
    if (!(error instanceof Error))
        return false;
    // pg_hba.conf without a line for this kind of connection, or a server without TLS (which has no code).
    return ('code' in error && error.code === '28000') || /does not support SSL/.test(error.message);
}
/** An identifier, quoted always. */
function quoteIdentifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** `"schema"."name"`. */
function qualifiedName(schema, name) {
    return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}


/***/ })

};
