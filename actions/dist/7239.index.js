export const id = 7239;
export const ids = [7239];
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

/***/ 53747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ parseToc),
/* harmony export */   Lg: () => (/* binding */ loadsThroughRoot),
/* harmony export */   Uq: () => (/* binding */ readScript),
/* harmony export */   mE: () => (/* binding */ archiveEncoding),
/* harmony export */   nx: () => (/* binding */ copyTarget)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** A toc.dat says that it belongs to a tar archive (archTar), whose table of contents is the same. */
const tableOfContentsFormat = 3;
const compressions = ['none', 'gzip', 'lz4', 'zstd'];
const sections = [undefined, 'none', 'pre-data', 'data', 'post-data'];
/** @throws Failure `integrity` when it is no such file, or truncated; `config` for a format that is not known */
function parseToc(bytes) {
    const asUtf8 = readToc(bytes, 'utf-8');
    const label = decoderLabels[archiveEncoding(asUtf8)];
    return label === undefined ? asUtf8 : readToc(bytes, label);
}
/** A script of pg_dumpall, in the encoding that it names itself. */
function readScript(bytes) {
    const encoding = /^SET client_encoding = '(\w+)';$/m.exec(bytes.toString('latin1'))?.[1] ?? 'UTF8';
    return new TextDecoder(decoderLabels[encoding] ?? 'utf-8').decode(bytes);
}
/** The encoding of the archive's texts and data, as PostgreSQL names it: `UTF8`. */
function archiveEncoding(toc) {
    const entry = toc.entries.find((candidate) => candidate.description === 'ENCODING');
    return /client_encoding = '([A-Za-z0-9_]+)'/.exec(entry?.definition ?? '')?.[1] ?? 'UTF8';
}
/** PostgreSQL's names of encodings that are no UTF-8, as the Encoding Standard names them. SQL_ASCII is taken for UTF-8. */
const decoderLabels = {
    LATIN1: 'latin1',
    LATIN2: 'iso-8859-2',
    LATIN5: 'iso-8859-9',
    LATIN7: 'iso-8859-13',
    LATIN9: 'iso-8859-15',
    LATIN10: 'iso-8859-16',
    ISO_8859_5: 'iso-8859-5',
    ISO_8859_6: 'iso-8859-6',
    ISO_8859_7: 'iso-8859-7',
    ISO_8859_8: 'iso-8859-8',
    KOI8R: 'koi8-r',
    KOI8U: 'koi8-u',
    WIN866: 'ibm866',
    WIN874: 'windows-874',
    WIN1250: 'windows-1250',
    WIN1251: 'windows-1251',
    WIN1252: 'windows-1252',
    WIN1253: 'windows-1253',
    WIN1254: 'windows-1254',
    WIN1255: 'windows-1255',
    WIN1256: 'windows-1256',
    WIN1257: 'windows-1257',
    WIN1258: 'windows-1258',
    EUC_JP: 'euc-jp',
    EUC_KR: 'euc-kr',
    EUC_CN: 'gbk',
};
function readToc(bytes, label) {
    const reader = new TocReader(bytes, label);
    if (reader.text(5) !== 'PGDMP')
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'toc.dat is not the table of contents of a dump');
    const [major, minor] = [reader.byte(), reader.byte()];
    reader.byte(); // revision
    if (major !== 1 || minor < 14 || minor > 16) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the dump has archive format ${major}.${minor}; this Lifeboat reads 1.14 to 1.16`);
    }
    reader.integerSize = reader.byte();
    reader.byte(); // size of file offsets
    if (reader.byte() !== tableOfContentsFormat)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'toc.dat does not belong to a dump in directory format');
    const compression = minor >= 15 ? compressions[reader.byte()] : reader.integer() === 0 ? 'none' : 'gzip';
    if (compression === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'toc.dat names an unknown compression');
    for (let field = 0; field < 7; field += 1)
        reader.integer(); // time of the dump
    const database = reader.string() ?? '';
    const serverVersion = reader.string() ?? '';
    const dumpVersion = reader.string() ?? '';
    const count = reader.integer();
    const entries = [];
    for (let index = 0; index < count; index += 1)
        entries.push(readEntry(reader, minor));
    return { format: `${major}.${minor}`, compression, database, serverVersion, dumpVersion, entries };
}
function readEntry(reader, minor) {
    const dumpId = reader.integer();
    reader.integer(); // whether it has data
    const catalogOid = Number(reader.string() ?? 0);
    const oid = Number(reader.string() ?? 0);
    const tag = reader.string() ?? '';
    const description = reader.string() ?? '';
    const section = sections[reader.integer()] ?? 'none';
    const definition = reader.string() ?? '';
    reader.string(); // statement that drops it
    const copyStatement = reader.string() ?? '';
    const schema = reader.string() ?? '';
    const tablespace = reader.string() ?? '';
    reader.string(); // table access method
    if (minor >= 16)
        reader.integer(); // relkind
    const owner = reader.string() ?? '';
    reader.string(); // "false": WITH OIDS of old
    const dependencies = [];
    for (let next = reader.string(); next !== null; next = reader.string())
        dependencies.push(Number(next));
    const fileName = reader.string() ?? '';
    return {
        dumpId,
        catalogOid,
        oid,
        tag,
        description,
        section,
        definition,
        copyStatement,
        schema,
        tablespace,
        owner,
        dependencies,
        fileName,
    };
}
class TocReader {
    integerSize = 4;
    position = 0;
    bytes;
    decoder;
    constructor(bytes, label) {
        this.bytes = bytes;
        this.decoder = new TextDecoder(label);
    }
    byte() {
        const value = this.bytes[this.position];
        if (value === undefined)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'toc.dat is truncated');
        this.position += 1;
        return value;
    }
    text(length) {
        if (this.position + length > this.bytes.length)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'toc.dat is truncated');
        const part = this.bytes.subarray(this.position, this.position + length);
        this.position += length;
        return this.decoder.decode(part);
    }
    /** A sign byte, then the number in little-endian bytes. */
    integer() {
        const negative = this.byte() === 1;
        let value = 0;
        for (let index = 0; index < this.integerSize; index += 1)
            value += this.byte() * 256 ** index;
        return negative ? -value : value;
    }
    /** A length and bytes; null when the length is negative. */
    string() {
        const length = this.integer();
        return length < 0 ? null : this.text(length);
    }
}
/** The table that a TABLE DATA entry's COPY loads, as pg_dump wrote it: `shop.orders`. */
function copyTarget(entry) {
    const match = /^COPY (.*) FROM stdin;\s*$/s.exec(entry.copyStatement);
    return match?.[1] ?? '';
}
/** Data of a partition that is loaded through its root, since rows may land in other partitions than they came from. */
function loadsThroughRoot(entry) {
    return entry.description === 'TABLE DATA' && entry.definition.startsWith('-- load via partition root ');
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
