export const id = 3467;
export const ids = [3467];
export const modules = {

/***/ 68716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ parseUrl),
/* harmony export */   SQ: () => (/* binding */ libpqEnvironment),
/* harmony export */   cF: () => (/* binding */ connectionString),
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

/***/ 84890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readPgDumpError)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/**
 * What pg_dump's and pg_dumpall's complaint means. They give no codes, so their untranslated texts (LC_ALL=C) are all
 * there is; this is the one place that reads them. The complaint itself may carry values of rows, so only the names of
 * objects are taken from it.
 */
function readPgDumpError(stderr, result) {
    const known = meanings.find((meaning) => meaning.pattern.test(stderr));
    const ending = result.signal === null ? `exit code ${result.code}` : `signal ${result.signal}`;
    const subjects = namedObjects(stderr);
    if (known === undefined) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `pg_dump ended with ${ending}`, {
            subjects,
            hint: 'The server’s log has its complaint; running pg_dump by hand shows it too.',
        });
    }
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(known.kind, `pg_dump ended with ${ending}: ${known.text}`, {
        subjects,
        ...(known.hint === undefined ? {} : { hint: known.hint }),
    });
}
function namedObjects(stderr) {
    const line = stderr.split('\n').find((candidate) => /^pg_dump(all)?: error: /.test(candidate)) ?? '';
    const names = line.matchAll(/\b(table|relation|view|sequence|schema|function|type|large object|role|database) ("(?:[^"]|"")*"|[\w.]+)/g);
    return [...new Set([...names].map(([, kind, name]) => `${kind} ${name}`))];
}
const meanings = [
    {
        pattern: /No space left on device|could not write to (output )?file/,
        kind: 'capacity',
        text: 'the disk is full',
        hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
    },
    {
        pattern: /permission denied/,
        kind: 'access',
        text: 'permission denied for an object',
        hint: 'Grant the role the right to read it.',
    },
    {
        pattern: /row-level security/,
        kind: 'access',
        text: 'row security would hide rows',
        hint: 'Give the role BYPASSRLS.',
    },
    {
        pattern: /could not obtain lock|canceling statement due to lock timeout/,
        kind: 'unavailable',
        text: 'a table was locked by somebody else',
        hint: 'Run the backup when no migration runs, or raise max-block.',
    },
    {
        pattern: /canceling statement due to conflict with recovery/,
        kind: 'unavailable',
        text: 'replay on the standby cancelled it',
        hint: 'Raise max_standby_streaming_delay on the standby, or back up the primary.',
    },
    {
        pattern: /invalid page in block|could not read block|missing chunk number|compressed .* data is corrupt/,
        kind: 'integrity',
        text: 'the server found damaged data in the database itself',
        hint: 'The source is damaged: keep all older backups, and restore from the newest proven one.',
    },
    {
        pattern: /invalid byte sequence for encoding|has no equivalent in encoding/,
        kind: 'integrity',
        text: 'a name or a value has bytes that the database’s encoding does not have',
        hint: 'Look for names of roles that were given in a database of another encoding, and for data of a SQL_ASCII past.',
    },
    {
        pattern: /too many clients|remaining connection slots|no more connections/,
        kind: 'unavailable',
        text: 'the server has no free connection',
        hint: 'Lower jobs, or raise max_connections.',
    },
    {
        pattern: /server version: .*; pg_dump version|aborting because of server version mismatch/,
        kind: 'config',
        text: 'the server is newer than pg_dump',
    },
    {
        pattern: /terminating connection|server closed the connection|connection to server .* failed|could not connect/,
        kind: 'unavailable',
        text: 'the connection to the server broke off',
    },
];


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
    ERR_TLS_CERT_ALTNAME_INVALID: {
        kind: 'access',
        text: 'the server’s certificate is for another host',
        hint: 'Use the host name that the certificate names.',
    },
    CERT_HAS_EXPIRED: { kind: 'access', text: 'the server’s certificate has expired' },
    '08': { kind: 'unavailable', text: 'the connection failed' },
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
/* harmony export */   qb: () => (/* binding */ boundLockWaits)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _root_certificates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52255);
/* harmony import */ var _server_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16838);



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
            last = error;
            // libpq's allow and prefer: only a refusal of (un)encrypted connections leads to the second attempt.
            if (attempts.length === 1 || !refusesEncryption(error))
                break;
        }
    }
    throw (0,_server_error_js__WEBPACK_IMPORTED_MODULE_2__/* .serverFailure */ .a)(last, doing);
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
    const client = new pg.Client({
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
    client.on('error', (error) => breakOff((0,_server_error_js__WEBPACK_IMPORTED_MODULE_2__/* .serverFailure */ .a)(error, 'talking to the database')));
    client.on('end', () => breakOff(new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', 'talking to the database: the connection ended')));
    const onAbort = () => void client.end().catch(() => undefined);
    try {
        await client.connect();
        await applySettings(client, { ...safeSettings, ...options.settings });
    }
    catch (error) {
        await client.end().catch(() => undefined);
        throw error;
    }
    options.signal?.addEventListener('abort', onAbort, { once: true });
    if (options.signal?.aborted === true)
        onAbort();
    const keyPid = 'processID' in client && typeof client.processID === 'number' ? client.processID : null;
    return {
        client,
        keyPid,
        broken,
        async query(doing, sql, values = []) {
            options.signal?.throwIfAborted();
            try {
                const result = await Promise.race([
                    client.query(sql, values.length === 0 ? undefined : [...values]),
                    broken,
                ]);
                return result.rows;
            }
            catch (error) {
                options.signal?.throwIfAborted();
                throw (0,_server_error_js__WEBPACK_IMPORTED_MODULE_2__/* .serverFailure */ .a)(error, doing);
            }
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
    const ca = await (0,_root_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .rootCertificates */ .Vk)(address);
    const certificate = address.sslcert === undefined || address.sslkey === undefined
        ? {}
        : { cert: await (0,_root_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificate */ .w$)(address.sslcert), key: await (0,_root_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificate */ .w$)(address.sslkey) };
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


/***/ }),

/***/ 98762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ findTools)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/sources/postgres/privilege.js
var postgres_privilege = __webpack_require__(95847);
;// CONCATENATED MODULE: ./lib/sources/postgres/install.js







/**
 * Installs a major by apt: the distribution's own package where it has that major, else the one of the PostgreSQL
 * project's repository, set up by the script that the distribution ships for it. No server is started by this.
 * Resolves false where there is no apt, or no right to install.
 * @throws Failure `unavailable` when apt failed
 */
async function installByApt(major, options) {
    const apt = await openApt(options);
    if (apt === null)
        return false;
    const packages = options.needServer
        ? [`postgresql-${major}`, `postgresql-client-${major}`]
        : [`postgresql-client-${major}`];
    return options.log.group(`Installing PostgreSQL ${major}`, async () => {
        if (!(await apt.knows(packages))) {
            await apt.privileged(['apt-get', '-qq', 'update']);
            if (!(await apt.knows(packages)))
                await addProjectRepository(apt, packages, options.log);
            if (!(await apt.knows(packages))) {
                options.log.warning(`apt has no PostgreSQL ${major}: neither here nor, if it can be reached, in that repository`);
                return false;
            }
        }
        await installCached(major, packages, apt, options);
        return true;
    });
}
async function openApt({ processes, log, signal }) {
    const options = { environment: postgres_privilege/* systemEnvironment */.f, ...(signal === undefined ? {} : { signal }) };
    if (process.platform !== 'linux')
        return null;
    const present = await processes.run('apt-get', ['--version'], options).catch(() => null);
    signal?.throwIfAborted();
    if (present?.code !== 0)
        return null;
    const privilege = await (0,postgres_privilege/* findPrivilege */.X)(processes, signal);
    if (privilege === null) {
        log.notice('packages cannot be installed here: this user is not root, and sudo asks for a password');
        return null;
    }
    const run = async (command) => {
        const [program = '', ...args] = command;
        const done = await processes.run(program, args, options);
        if (done.code !== 0) {
            log.debug(done.stderr);
            throw new failure/* Failure */.HR('unavailable', `${describe(command)} failed with exit code ${done.code}`, {
                hint: 'Is the package mirror reachable, and no other installation running? apt says more when it is run by hand.',
            });
        }
        return done.stdout;
    };
    return {
        knows: async (packages) => {
            const shown = await processes.run('apt-cache', ['show', '--no-all-versions', ...packages], options);
            return packages.every((name) => shown.stdout.split('\n').includes(`Package: ${name}`));
        },
        archivesFor: async (packages) => {
            // With an archives folder that does not exist, apt lists everything that the installation would fetch.
            const list = 'apt-get -qq -y --no-install-recommends --print-uris -o Dir::Cache::Archives=/nonexistent ' +
                '-o Debug::NoLocking=true -o Acquire::ForceHash=sha256 install';
            const listed = await run([...list.split(' '), ...packages]);
            return [...listed.matchAll(/^'[^']+' (\S+\.deb) \d+ SHA256:([0-9a-f]{64})$/gm)].map(([, file = '', sha256 = '']) => ({ file, sha256 }));
        },
        install: async (packages, archives) => {
            const keep = archives === null ? [] : ['-o', `Dir::Cache::Archives=${archives}`];
            const quietly = [...privilege, 'sh', '-c', quietInstallation, 'sh'];
            await run([...quietly, '-o', 'APT::Keep-Downloaded-Packages=true', ...keep, 'install', ...packages]);
        },
        privileged: async (command) => {
            await run([...privilege, ...command]);
        },
    };
}
/**
 * Installs without starting a server and without making a cluster, by the two switches that Debian has for it. A
 * switch that somebody else has set is left as it is.
 */
const quietInstallation = `
set -eu
policy=/usr/sbin/policy-rc.d
clusters=/etc/postgresql-common/createcluster.d/zz-lifeboat.conf
made=
undo() { rm -f "$clusters"; [ -z "$made" ] || rm -f "$policy"; }
trap undo EXIT
trap 'exit 143' TERM INT HUP
mkdir -p "\${clusters%/*}"
echo 'create_main_cluster = false' > "$clusters"
if [ ! -e "$policy" ]; then
  made=yes
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 \\
  -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 "$@"
`;
/**
 * Runs the distribution's own script, which comes with the repository's signing key. What it added goes away again
 * when the packages cannot be had from it: a repository out of reach would disturb every later use of apt.
 */
async function addProjectRepository(apt, packages, log) {
    log.info("the distribution has no such major: adding the PostgreSQL project's own repository to apt");
    await apt.privileged(['sh', '-c', projectRepository, 'sh', quietInstallation, ...packages]);
}
const projectRepository = `
set -eu
install=$1
shift
folder=/etc/apt/sources.list.d
before=$(ls "$folder")
undo() {
  for added in $(ls "$folder"); do
    case " $(echo $before) " in *" $added "*) ;; *) rm -f "$folder/$added" ;; esac
  done
}
trap undo EXIT
trap 'exit 143' TERM INT HUP
[ -d /usr/share/postgresql-common/pgdg ] || sh -c "$install" sh install postgresql-common ca-certificates
for script in /usr/share/postgresql-common/pgdg/*.sh; do
  "$script" -y < /dev/null
done
if apt-cache show --no-all-versions "$@" > /dev/null 2>&1; then trap - EXIT; fi
`;
/**
 * Brings packages back from the cache and throws out whatever is not, byte for byte, what the signed index describes:
 * apt itself looks only at the size of a file that lies in its archives folder.
 */
async function installCached(major, packages, apt, { cache, log, needServer }) {
    const archives = cache === undefined ? [] : await apt.archivesFor(packages);
    if (cache === undefined || archives.length === 0)
        return apt.install(packages, null);
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(archives
        .map(({ sha256 }) => sha256)
        .sort()
        .join())
        .digest('hex');
    const key = `lifeboat-apt-${major}-${needServer ? 'server' : 'client'}-${process.arch}-${digest.slice(0, 16)}`;
    await (0,promises_.mkdir)(cache.folder, { recursive: true });
    const whatFailed = (what) => (cause) => {
        log.warning(`packages could not be ${what} the cache: ${cause instanceof Error ? cause.message : 'unknown error'}`);
        return false;
    };
    await cache.restore([cache.folder], key).catch(whatFailed('restored from'));
    const sound = await keepOnlySound(cache.folder, archives, log);
    await (0,promises_.mkdir)((0,external_node_path_.join)(cache.folder, 'partial'), { recursive: true });
    await apt.install(packages, cache.folder);
    if (sound === archives.length)
        return;
    // What apt makes for itself there belongs to root and could not be read when it is saved.
    await apt.privileged(['rm', '-rf', (0,external_node_path_.join)(cache.folder, 'partial'), (0,external_node_path_.join)(cache.folder, 'lock')]);
    await cache.save([cache.folder], key).catch(whatFailed('saved to'));
}
async function keepOnlySound(folder, archives, log) {
    const expected = new Map(archives.map(({ file, sha256 }) => [file, sha256]));
    let sound = 0;
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        const wanted = expected.get(entry.name);
        if (entry.isFile() && wanted !== undefined && (await digestOf(path)) === wanted) {
            sound += 1;
            continue;
        }
        if (wanted !== undefined)
            log.warning(`a cached package is not what apt's index describes, and is fetched anew`);
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
    return sound;
}
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}
/** A command as a message may show it: a script of ours is not worth reading there. */
function describe(command) {
    const script = command.indexOf('-c');
    return script === -1 ? command.join(' ') : `installing by apt (${command.slice(script + 3).join(' ')})`;
}

;// CONCATENATED MODULE: ./lib/sources/postgres/tools.js
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





const clientPrograms = ['pg_dump', 'pg_dumpall', 'pg_restore', 'psql'];
const serverPrograms = ['initdb', 'postgres'];
/** Since these minors psql and pg_dump guard a dump's text by \restrict (CVE-2025-8714, CVE-2025-8715). */
const safeMinors = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };
/** Releases that may appear while this Lifeboat is in use; older than 13 is not supported. */
const newestMajor = 24;
/**
 * Finds the programs of a major, or installs them.
 * @throws Failure `missing` which says what to install
 */
async function findTools(major, options) {
    const found = (await search(major, options)) ?? (await searchNewer(major, options));
    if (found !== null)
        return judged(found, options);
    if (options.install === 'auto') {
        const installed = await installByApt(major, options);
        const tools = installed ? await search(major, options) : null;
        if (tools !== null)
            return judged(tools, options);
    }
    const what = options.needServer ? 'server and client programs' : 'client programs';
    throw new failure/* Failure */.HR('missing', `the ${what} of PostgreSQL ${major} are not on this machine`, {
        hint: installHint(major, options),
    });
}
function judged(tools, { log }) {
    const safe = safeMinors[tools.major];
    const minor = Number(tools.version.split('.')[1] ?? 0);
    if (safe !== undefined && minor < safe) {
        log.warning(`PostgreSQL's programs on this machine are ${tools.version}: before ${tools.major}.${safe} a malicious source ` +
            `server can slip commands into a dump that psql runs (CVE-2025-8714). Update them.`);
    }
    return tools;
}
async function searchNewer(major, options) {
    if (options.client !== 'newer')
        return null;
    for (let newer = major + 1; newer <= newestMajor; newer += 1) {
        const tools = await search(newer, options);
        if (tools !== null)
            return tools;
    }
    return null;
}
async function search(major, options) {
    const seen = new Set();
    for (const { folder, root } of places(major, options.environment ?? process.env)) {
        const bindir = await (0,promises_.realpath)(folder).catch(() => null);
        if (bindir === null || seen.has(bindir))
            continue;
        seen.add(bindir);
        const tools = await examine(bindir, root, major, options);
        if (tools !== null)
            return tools;
    }
    return null;
}
/** Folders that may hold programs of this major, in the order in which they are trusted to be what was meant. */
function* places(major, environment) {
    for (const listed of (environment['LIFEBOAT_POSTGRES_DIRS'] ?? '').split(external_node_path_.delimiter).filter(Boolean)) {
        yield { folder: (0,external_node_path_.join)(listed, 'usr/lib/postgresql', String(major), 'bin'), root: listed };
        yield { folder: (0,external_node_path_.join)(listed, 'bin'), root: listed };
        yield { folder: listed, root: null };
    }
    const fixed = [
        `/usr/lib/postgresql/${major}/bin`, // Debian, Ubuntu
        `/usr/pgsql-${major}/bin`, // the PostgreSQL project's RPMs
        `/usr/libexec/postgresql${major}`, // Alpine
        `/opt/homebrew/opt/postgresql@${major}/bin`,
        `/usr/local/opt/postgresql@${major}/bin`,
        `/home/linuxbrew/.linuxbrew/opt/postgresql@${major}/bin`,
        `/Applications/Postgres.app/Contents/Versions/${major}/bin`,
    ];
    for (const folder of fixed)
        yield { folder, root: null };
    for (const folder of (environment['PATH'] ?? '').split(external_node_path_.delimiter).filter(Boolean)) {
        yield { folder, root: null };
    }
}
async function examine(bindir, root, major, { processes, needServer, signal }) {
    const pgDump = (0,external_node_path_.join)(bindir, 'pg_dump');
    // Debian's pg_wrapper is a Perl script that picks a version by itself.
    if (!(await isProgram(pgDump)) || (await isScript(pgDump)))
        return null;
    const asked = await processes
        .run(pgDump, ['--version'], { environment: {}, ...(signal === undefined ? {} : { signal }) })
        .catch(() => null);
    signal?.throwIfAborted();
    const version = /\(PostgreSQL\) (\d+(?:\.\d+)?)/.exec(asked?.stdout ?? '')?.[1];
    if (version === undefined || Number(version.split('.')[0]) !== major)
        return null;
    const has = async (programs) => (await Promise.all(programs.map((program) => isProgram((0,external_node_path_.join)(bindir, program))))).every(Boolean);
    const server = await has(serverPrograms);
    if (!(await has(clientPrograms)) || (needServer && !server))
        return null;
    return {
        bindir,
        major,
        version,
        server,
        root: root === null ? outsideOfSystem(bindir) : await (0,promises_.realpath)(root),
        zstd: await knowsZstd(pgDump, major, processes, signal),
        path: (program) => (0,external_node_path_.join)(bindir, program),
    };
}
function outsideOfSystem(bindir) {
    if (/^\/(usr|bin|lib)\//.test(bindir))
        return null;
    // …/usr/lib/postgresql/N/bin of packages unpacked elsewhere; else the prefix that it was built for.
    return /^(.+)\/usr\/lib\/postgresql\/\d+\/bin$/.exec(bindir)?.[1] ?? (0,external_node_path_.dirname)(bindir);
}
/**
 * A build without zstd refuses it before anything else; one with it gets as far as one that was asked for no
 * compression, namely to a server that is not there.
 */
async function knowsZstd(pgDump, major, processes, signal) {
    if (major < 16)
        return false;
    const environment = { PGHOST: '/nonexistent', LC_ALL: 'C' };
    const attempt = (method) => processes.run(pgDump, ['-w', '-Fc', '-Z', method, '-f', '/dev/null'], {
        environment,
        ...(signal === undefined ? {} : { signal }),
    });
    const [zstd, none] = await Promise.all([attempt('zstd'), attempt('none')]);
    return zstd.code === none.code && zstd.stderr === none.stderr;
}
async function isProgram(path) {
    return (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => true, () => false);
}
async function isScript(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path), true);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
        return buffer.subarray(0, bytesRead).toString('latin1') === '#!';
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
function installHint(major, { needServer, install }) {
    const package_ = needServer ? `postgresql-${major}` : `postgresql-client-${major}`;
    if (process.platform === 'darwin')
        return `Run: brew install postgresql@${major}`;
    const auto = install === 'never' ? ', or let Lifeboat do it (install: auto)' : '';
    return (`On Debian and Ubuntu install the package ${package_}${auto}; where the distribution has another major, the ` +
        `PostgreSQL project's own apt repository has it: run the script in /usr/share/postgresql-common/pgdg ` +
        `first. Elsewhere install PostgreSQL ${major} and name its folder in LIFEBOAT_POSTGRES_DIRS.`);
}


/***/ })

};
