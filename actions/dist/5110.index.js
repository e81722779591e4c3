export const id = 5110;
export const ids = [5110,7239];
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

/***/ 53264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ readRelations),
/* harmony export */   HW: () => (/* binding */ readExtensions),
/* harmony export */   T5: () => (/* binding */ countLargeObjects),
/* harmony export */   TX: () => (/* binding */ readServerFacts),
/* harmony export */   jW: () => (/* binding */ findNotIncluded),
/* harmony export */   nR: () => (/* binding */ hasDataEntry)
/* harmony export */ });
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58696);

async function readServerFacts(session) {
    const doing = 'asking the server what it is';
    const [version] = await session.query(doing, "select current_setting('server_version') as text, current_setting('server_version_num') as number");
    const versionNumber = Number(version?.number ?? 0);
    const major = Math.floor(versionNumber / 10_000);
    const provider = major >= 15 ? 'datlocprovider::text' : "'c'";
    const locale = major >= 17 ? 'datlocale' : major >= 15 ? 'daticulocale' : 'null';
    const rules = major >= 16 ? 'daticurules' : 'null';
    const [row] = await session.query(doing, `select pg_catalog.pg_is_in_recovery()::text as standby, r.rolsuper::text as superuser, (r.rolsuper or r.rolbypassrls)::text as bypass_rls,
       r.rolname::text as role, d.datname::text as database, pg_catalog.pg_database_size(d.oid)::text as size,
       pg_catalog.pg_encoding_to_char(d.encoding) as encoding, d.datcollate::text as collate, d.datctype::text as ctype,
       ${provider} as provider, ${locale} as locale, ${rules} as rules, current_setting('lc_monetary') as monetary,
       (select count(*) from pg_catalog.pg_database o where o.datallowconn and not o.datistemplate and o.oid <> d.oid and o.datname <> 'postgres')::text as others
     from pg_catalog.pg_database d, pg_catalog.pg_roles r
     where d.datname = current_database() and r.rolname = current_user`);
    const providers = { c: 'libc', i: 'icu', b: 'builtin' };
    return {
        version: (version?.text ?? '').split(' ')[0] ?? '',
        major,
        versionNumber,
        systemIdentifier: await readSystemIdentifier(session),
        standby: row?.['standby'] === 'true',
        superuser: row?.['superuser'] === 'true',
        bypassRls: row?.['bypass_rls'] === 'true',
        user: row?.['role'] ?? '',
        database: row?.['database'] ?? '',
        databaseSize: Number(row?.['size'] ?? 0),
        encoding: row?.['encoding'] ?? 'UTF8',
        locale: {
            provider: providers[row?.['provider'] ?? 'c'] ?? 'libc',
            collate: row?.['collate'] ?? 'C',
            ctype: row?.['ctype'] ?? 'C',
            locale: row?.['locale'] ?? null,
            icuRules: row?.['rules'] ?? null,
        },
        lcMonetary: row?.['monetary'] ?? 'C',
        otherDatabases: Number(row?.['others'] ?? 0),
    };
}
/** Managed services may keep it from us; it only helps to tell servers apart. */
async function readSystemIdentifier(session) {
    const [allowed] = await session.query('asking for the system identifier', "select has_function_privilege('pg_catalog.pg_control_system()', 'execute')::text as yes");
    if (allowed?.yes !== 'true')
        return null;
    const [row] = await session.query('asking for the system identifier', 'select system_identifier::text as id from pg_catalog.pg_control_system()');
    return row?.id ?? null;
}
/** Everything with rows of its own outside the system schemas, largest first. */
async function readRelations(session) {
    const rows = await session.query('reading the catalog', `select c.oid::text as oid, n.nspname::text as schema, c.relname::text as name, c.relkind::text as kind, c.relpersistence::text as persistence,
       c.relfilenode::text as relfilenode,
       (case when c.relkind in ('r', 'm', 'S') then coalesce(pg_catalog.pg_table_size(c.oid), 0) else 0 end)::text as bytes,
       e.extname::text as extension, (c.oid = any (e.extconfig))::text as config,
       (coalesce(e.extcondition[array_position(e.extconfig, c.oid)], '') <> '')::text as filter,
       (has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select'))::text as selectable,
       (c.relrowsecurity and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'usage')))::text as row_security
     from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     left join pg_catalog.pg_depend x on x.classid = 'pg_catalog.pg_class'::regclass and x.objid = c.oid and x.objsubid = 0
       and x.deptype = 'e' and x.refclassid = 'pg_catalog.pg_extension'::regclass
     left join pg_catalog.pg_extension e on e.oid = x.refobjid
     where c.relkind in ('r', 'm', 'S', 'p', 'f') and c.relpersistence <> 't'
       and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
     order by 7 desc, 1`);
    return rows
        .map((row) => ({
        oid: Number(row['oid']),
        schema: row['schema'] ?? '',
        name: row['name'] ?? '',
        kind: row['kind'] ?? '',
        persistence: row['persistence'] ?? '',
        relfilenode: Number(row['relfilenode']),
        bytes: Number(row['bytes']),
        extension: row['extension'] ?? null,
        extensionConfig: row['config'] === 'true',
        extensionFilter: row['filter'] === 'true',
        canSelect: row['selectable'] === 'true',
        rowSecurity: row['row_security'] === 'true',
    }))
        .sort((a, b) => b.bytes - a.bytes);
}
/** Whether pg_dump writes a data entry for it. */
function hasDataEntry(relation, standby) {
    if (relation.kind !== 'r')
        return false;
    if (standby && relation.persistence === 'u')
        return false;
    return relation.extension === null || relation.extensionConfig;
}
async function readExtensions(session) {
    return session.query('reading the extensions', `select e.extname::text as name, e.extversion as version, n.nspname::text as schema
     from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace order by 1`);
}
async function countLargeObjects(session) {
    const [row] = await session.query('counting the large objects', 'select count(*)::text as count from pg_catalog.pg_largeobject_metadata');
    return Number(row?.count ?? 0);
}
/**
 * What pg_dump leaves out with exit code 0. Extension-owned tables count only when they hold rows, since an
 * extension's own script fills the others again.
 */
async function findNotIncluded(session, facts, relations, accepted) {
    const found = [];
    for (const relation of relations) {
        const object = `${relation.schema}.${relation.name}`;
        if (facts.standby && relation.persistence === 'u' && (relation.kind === 'r' || relation.kind === 'S')) {
            const type = relation.kind === 'r' ? 'unlogged table' : 'unlogged sequence';
            found.push({ type, object, reason: 'a standby has no data of unlogged relations' });
        }
        else if (relation.kind === 'r' &&
            relation.extension !== null &&
            !relation.extensionConfig &&
            relation.canSelect &&
            (await hasRows(session, relation))) {
            found.push({
                type: 'extension-owned table',
                object,
                reason: `extension ${relation.extension} does not mark it as configuration`,
            });
        }
    }
    const invalid = await session.query('looking for invalid indexes', `select n.nspname || '.' || c.relname as object from pg_catalog.pg_index i
     join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where not i.indisvalid and c.relkind = 'i' and n.nspname !~ '^pg_' order by 1`);
    for (const { object } of invalid) {
        found.push({
            type: 'invalid index',
            object,
            reason: 'pg_dump leaves out indexes that were never finished',
        });
    }
    if (!facts.superuser) {
        const mappings = await session.query('reading the user mappings', "select s.srvname || ' for ' || coalesce(m.usename, 'public') as object from pg_catalog.pg_user_mappings m join pg_catalog.pg_foreign_server s on s.oid = m.srvid where m.umoptions is null order by 1");
        for (const { object } of mappings)
            found.push({ type: 'user mapping', object, reason: 'its options are readable by a superuser only' });
        const subscriptions = await session.query('reading the subscriptions', 'select s.subname::text as object from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid where d.datname = current_database() order by 1');
        for (const { object } of subscriptions)
            found.push({ type: 'subscription', object, reason: 'subscriptions are readable by a superuser only' });
    }
    return found.map((entry) => ({
        ...entry,
        accepted: accepted.includes(entry.object) || accepted.includes(entry.type),
    }));
}
async function hasRows(session, relation) {
    const [row] = await session.query('looking into extension-owned tables', `select exists (select from only ${(0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .qualifiedName */ .OL)(relation.schema, relation.name)})::text as yes`);
    return row?.yes === 'true';
}


/***/ }),

/***/ 42019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ dependingOn),
/* harmony export */   TQ: () => (/* binding */ closureOf),
/* harmony export */   eM: () => (/* binding */ planArchive),
/* harmony export */   ih: () => (/* binding */ tableKey),
/* harmony export */   pK: () => (/* binding */ isLargeObjectEntry),
/* harmony export */   tx: () => (/* binding */ fillingsFromElsewhere)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _archive_toc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53747);


function planArchive(toc, record) {
    const files = new Map();
    const add = (name, location) => {
        if (files.has(name))
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'two artifacts of the backup hold the same file', { subjects: [name] });
        files.set(name, location);
    };
    for (const artifact of record.artifacts) {
        if (artifact.members === undefined)
            add(artifact.name, { artifact, member: null });
        else
            for (const member of artifact.members)
                add(member.name.replace(/\.zst$/, ''), { artifact, member: member.name });
    }
    const ownTables = new Set(toc.entries
        .filter((entry) => entry.description === 'TABLE')
        .map((entry) => `${entry.schema}\0${entry.tag}`));
    const tables = toc.entries
        .filter((entry) => entry.description === 'TABLE DATA' && entry.fileName !== '')
        .map((entry) => {
        const { target, columns } = parseCopyTarget((0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_1__/* .copyTarget */ .nx)(entry));
        return {
            entry,
            name: `${entry.schema}.${entry.tag}`,
            target,
            columns,
            throughRoot: (0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_1__/* .loadsThroughRoot */ .Lg)(entry),
            ofExtension: !ownTables.has(`${entry.schema}\0${entry.tag}`),
        };
    });
    const largeObjectEntries = toc.entries.filter(isLargeObjectEntry);
    return {
        toc,
        files,
        tables,
        largeObjectEntries,
        largeObjectLists: largeObjectEntries.map((entry) => entry.fileName).filter((name) => name !== ''),
    };
}
/** Schema and name as one key. A dot between them would not do: both may hold one. */
function tableKey(schema, name) {
    return `${schema}\0${name}`;
}
function isLargeObjectEntry(entry) {
    return (['BLOB', 'BLOB METADATA', 'BLOBS'].includes(entry.description) ||
        (/^(ACL|COMMENT|SECURITY LABEL)$/.test(entry.description) && /^LARGE OBJECTS? /.test(entry.tag)));
}
/** `shop.orders (id, "Odd, name")` → its table and columns. */
function parseCopyTarget(text) {
    const identifier = String.raw `(?:"(?:[^"]|"")*"|[^\s".(),]+)`;
    const match = new RegExp(String.raw `^(${identifier}(?:\.${identifier})?)\s*(?:\((.*)\))?\s*$`, 's').exec(text);
    if (match?.[1] === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', 'a table’s COPY statement in toc.dat cannot be read');
    return {
        target: match[1],
        columns: match[2] === undefined ? [] : (match[2].match(new RegExp(identifier, 'gs')) ?? []),
    };
}
/**
 * Everything that cannot exist without the given extensions: their entries and all that depends on them. Bodies of
 * functions are no dependencies, so those stay.
 */
function closureOf(toc, extensions) {
    return dependingOn(toc, (entry) => entry.description === 'EXTENSION' && extensions.includes(entry.tag));
}
/**
 * Fillings of materialized views that ask foreign servers, directly or through other views: a laboratory has no
 * network, so they cannot be had there.
 */
function fillingsFromElsewhere(toc) {
    const dependents = dependingOn(toc, (entry) => entry.description === 'FOREIGN TABLE');
    return toc.entries.filter((entry) => entry.description === 'MATERIALIZED VIEW DATA' && dependents.has(entry.dumpId));
}
/** The chosen entries and all that depends on them. */
function dependingOn(toc, isRoot) {
    const dependents = new Map();
    for (const entry of toc.entries) {
        for (const dependency of entry.dependencies) {
            const list = dependents.get(dependency);
            if (list === undefined)
                dependents.set(dependency, [entry.dumpId]);
            else
                list.push(entry.dumpId);
        }
    }
    const left = toc.entries.filter(isRoot).map((entry) => entry.dumpId);
    const closure = new Set();
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
        if (closure.has(next))
            continue;
        closure.add(next);
        left.push(...(dependents.get(next) ?? []));
    }
    return closure;
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


/***/ }),

/***/ 35110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   takeShape: () => (/* binding */ takeShape)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68716);
/* harmony import */ var _archive_toc_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53747);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53264);
/* harmony import */ var _restore_archive_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42019);
/* harmony import */ var _root_certificates_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52255);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(58696);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(98762);
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
 * What a shape is made of. Everything else stays at home: comments, grants, settings, subscriptions, user mappings,
 * publications' servers, statistics. A new kind of object must be put here before it leaves.
 */
const kinds = new Set([
    'SCHEMA',
    'EXTENSION',
    'TYPE',
    'SHELL TYPE',
    'DOMAIN',
    'COLLATION',
    'CONVERSION',
    'CAST',
    'TRANSFORM',
    'FUNCTION',
    'PROCEDURE',
    'AGGREGATE',
    'OPERATOR',
    'OPERATOR CLASS',
    'OPERATOR FAMILY',
    'ACCESS METHOD',
    'PROCEDURAL LANGUAGE',
    'TEXT SEARCH PARSER',
    'TEXT SEARCH TEMPLATE',
    'TEXT SEARCH DICTIONARY',
    'TEXT SEARCH CONFIGURATION',
    'FOREIGN DATA WRAPPER',
    'SERVER',
    'FOREIGN TABLE',
    'TABLE',
    'TABLE ATTACH',
    'SEQUENCE',
    'SEQUENCE OWNED BY',
    'DEFAULT',
    'VIEW',
    'MATERIALIZED VIEW',
    'CONSTRAINT',
    'CHECK CONSTRAINT',
    'FK CONSTRAINT',
    'INDEX',
    'INDEX ATTACH',
    'STATISTICS',
    'TRIGGER',
    'RULE',
    'POLICY',
    'ROW SECURITY',
    'EVENT TRIGGER',
    'PUBLICATION',
    'PUBLICATION TABLE',
    'PUBLICATION TABLES IN SCHEMA',
]);
/** Reads the shape of a database that is in use. Only the catalog is read, and the tables of the migration tool. */
async function takeShape(config, request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal } = request;
        const address = (0,_address_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveAddress */ .tG)(config, context.variables);
        const session = __addDisposableResource(env_1, await (0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .connect */ .Ng)(address, { applicationName: 'lifeboat', signal }), true);
        const facts = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_5__/* .readServerFacts */ .TX)(session);
        const tools = await (0,_tools_js__WEBPACK_IMPORTED_MODULE_9__/* .toolsFor */ .J)(facts.major, { install: config.install, needServer: false, client: config.client }, context, signal);
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.spool, 'shape-'));
        try {
            const client = await (0,_root_certificates_js__WEBPACK_IMPORTED_MODULE_7__/* .addressForClient */ .hm)(address, tools.major, folder);
            const archive = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'archive');
            const done = await context.processes.run(tools.path('pg_dump'), ['-w', '-Fd', '--schema-only', '--no-subscriptions', '--no-security-labels', '-f', archive], {
                environment: {
                    PATH: '/usr/bin:/bin',
                    LC_ALL: 'C',
                    PGHOST: client.host,
                    PGPORT: String(client.port),
                    PGUSER: client.user,
                    PGDATABASE: client.database,
                    PGSSLMODE: client.sslmode,
                    PGTZ: 'UTC',
                    ...(client.password === undefined ? {} : { PGPASSWORD: client.password }),
                    ...(client.sslrootcert === undefined ? {} : { PGSSLROOTCERT: client.sslrootcert }),
                    ...(client.sslcert === undefined ? {} : { PGSSLCERT: client.sslcert }),
                    ...(client.sslkey === undefined ? {} : { PGSSLKEY: client.sslkey }),
                },
                signal,
            });
            if (done.code !== 0) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('access', 'pg_dump could not read the definitions of the database', {
                    hint: 'The role of the backup reads them all; is it the one given here?',
                });
            }
            const toc = (0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_4__/* .parseToc */ .AI)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(archive, 'toc.dat')));
            if ((0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_4__/* .archiveEncoding */ .mE)(toc) === 'SQL_ASCII')
                context.log.warning('the database has no encoding (SQL_ASCII); definitions are taken for UTF-8');
            const { entries, leftOut } = chosen(toc, request.exclude);
            return {
                format: 1,
                environment: request.environment,
                source: config.name,
                takenAt: new Date(context.clock.now()).toISOString(),
                server: { version: facts.version, major: facts.major },
                database: {
                    name: facts.database,
                    encoding: facts.encoding,
                    ...facts.locale,
                    lcMonetary: facts.lcMonetary,
                    searchPath: await searchPath(session),
                },
                roles: await roles(session),
                entries,
                relations: await relations(session, entries),
                histories: await histories(session, request.histories),
                leftOut,
            };
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
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
function chosen(toc, exclude) {
    const isExcluded = ({ schema, tag }) => exclude.some((pattern) => pattern.endsWith('.*')
        ? schema === pattern.slice(0, -2)
        : `${schema}.${tag.replace(/\(.*$/s, '')}` === pattern);
    const excluded = (0,_restore_archive_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .dependingOn */ .C2)(toc, isExcluded);
    const leftOut = new Map();
    const entries = [];
    for (const entry of toc.entries) {
        if (!kinds.has(entry.description) || excluded.has(entry.dumpId)) {
            if (!/^(ENCODING|STDSTRINGS|SEARCHPATH|DATABASE)$/.test(entry.description))
                leftOut.set(entry.description, (leftOut.get(entry.description) ?? 0) + 1);
            continue;
        }
        entries.push({
            id: entry.dumpId,
            kind: entry.description,
            schema: entry.schema,
            name: entry.tag,
            definition: withoutOptions(entry),
            dependencies: entry.dependencies,
        });
    }
    return { entries, leftOut: [...leftOut].map(([kind, count]) => ({ kind, count })) };
}
/** Options of foreign servers are addresses, and sometimes passwords. Nothing in a laboratory can reach them. */
function withoutOptions({ description, definition }) {
    return ['SERVER', 'FOREIGN DATA WRAPPER'].includes(description)
        ? definition.replace(/ OPTIONS \(.*\);\s*$/s, ';')
        : definition;
}
/** The database's own; other settings may hold secrets. */
async function searchPath(session) {
    const [row] = await session.query('reading the database’s search_path', `select substr(setting, length('search_path=') + 1) as setting
     from pg_catalog.pg_db_role_setting s, unnest(s.setconfig) setting
     where s.setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
       and s.setrole = 0 and setting like 'search\\_path=%'`);
    return row?.setting ?? null;
}
async function roles(session) {
    const rows = await session.query('reading the names of roles', "select rolname::text as name from pg_catalog.pg_roles where rolname !~ '^pg_' order by 1");
    return rows.map(({ name }) => name);
}
/** Of what is in the shape only: a size says that something is there. */
async function relations(session, entries) {
    const schemas = [...new Set(entries.map(({ schema, name, kind }) => (kind === 'SCHEMA' ? name : schema)))];
    const rows = await session.query('reading the sizes of relations', `select n.nspname::text as schema, c.relname::text as name, c.relpages::text as pages, c.reltuples::text as rows,
       (case when c.relkind = 'i' then pg_catalog.pg_relation_size(c.oid) else pg_catalog.pg_table_size(c.oid) end)::text as bytes
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm', 'i') and n.nspname = any ($1) order by 1, 2`, [schemas]);
    const tables = new Set(entries.filter(({ kind }) => /TABLE|VIEW|INDEX|CONSTRAINT/.test(kind)).map((entry) => entry.schema));
    return rows
        .filter(({ schema }) => tables.has(schema))
        .map(({ schema, name, ...numbers }) => ({
        schema,
        name,
        pages: Number(numbers.pages),
        rows: Number(numbers.rows),
        bytes: Number(numbers.bytes ?? 0),
    }));
}
/** Rows of the migration tool's own record. More than a few thousand are no such record. */
async function histories(session, names) {
    const most = 20_000;
    const found = [];
    for (const name of names) {
        const [schema = '', table = ''] = name.split(/\.(.*)/s);
        const columns = await session.query('reading the columns of a table of migrations', `select a.attname::text as name from pg_catalog.pg_attribute a
       where a.attrelid = pg_catalog.to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`, [(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .qualifiedName */ .OL)(schema, table)]);
        if (columns.length === 0) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `history-tables names a table that is not there: ${name}`, {
                hint: 'Name it with its schema, as the database has it.',
            });
        }
        const list = columns.map((column) => `"${column.name.replaceAll('"', '""')}"::text`).join(', ');
        const rows = await session.rows('reading a table of migrations', `select ${list} from only ${(0,_session_js__WEBPACK_IMPORTED_MODULE_8__/* .qualifiedName */ .OL)(schema, table)} limit ${most + 1}`);
        if (rows.length > most) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${name} has more than ${most} rows: it is no record of migrations`);
        }
        found.push({ schema, name: table, columns: columns.map((column) => column.name), rows });
    }
    return found;
}


/***/ })

};
