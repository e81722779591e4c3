export const id = 9850;
export const ids = [9850];
export const modules = {

/***/ 43195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   PL: () => (/* binding */ inParallelWith)
/* harmony export */ });
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
 * Does the work for every item, at most `limit` at once, in the order given. After the first error no further item is
 * begun; it is thrown once the work that had begun has settled.
 */
function inParallel(items, limit, work) {
    return inParallelWith(async () => ({ async [Symbol.asyncDispose]() { } }), items, limit, work);
}
/** As `inParallel`; each worker opens a tool, such as a connection, for all that it does, and disposes it at its end. */
async function inParallelWith(open, items, limit, work) {
    const all = [...items];
    const queue = all.values();
    let hasFailed = false;
    const worker = async () => {
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const tool = __addDisposableResource(env_1, await open(), true);
                for (const item of queue) {
                    if (hasFailed)
                        return;
                    await work(item, tool);
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
        catch (error) {
            hasFailed = true;
            throw error;
        }
    };
    const workers = Array.from({ length: Math.min(limit, all.length) }, worker);
    for (const outcome of await Promise.allSettled(workers)) {
        if (outcome.status === 'rejected')
            throw outcome.reason;
    }
}
/** The work is begun when it is first asked for, and never again: whoever asks later gets the same. */
function once(work) {
    let begun = null;
    return () => (begun ??= work());
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

/***/ 70895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ createDatabase)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/**
 * The statement that makes such a database on a server of this major.
 * @throws Failure `missing` when that major does not know the provider
 */
function createDatabase(name, kind, major) {
    const needs = { libc: 0, icu: 15, builtin: 17 }[kind.provider];
    if (major < needs || (kind.icuRules !== null && major < 16)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `PostgreSQL ${major} cannot make a database with provider ${kind.provider}${kind.icuRules === null ? '' : ' and ICU rules'}`, { hint: `Restore into PostgreSQL ${Math.max(needs, kind.icuRules === null ? 0 : 16)} or newer.` });
    }
    const parts = [
        `CREATE DATABASE ${quoteName(name)} TEMPLATE template0 ENCODING ${quoteText(kind.encoding)}`,
        `LC_COLLATE ${quoteText(kind.collate)} LC_CTYPE ${quoteText(kind.ctype)}`,
    ];
    if (major >= 15)
        parts.push(`LOCALE_PROVIDER ${kind.provider}`);
    if (kind.provider === 'icu' && kind.locale !== null)
        parts.push(`ICU_LOCALE ${quoteText(kind.locale)}`);
    if (kind.provider === 'icu' && kind.icuRules !== null)
        parts.push(`ICU_RULES ${quoteText(kind.icuRules)}`);
    if (kind.provider === 'builtin' && kind.locale !== null)
        parts.push(`BUILTIN_LOCALE ${quoteText(kind.locale)}`);
    return `${parts.join(' ')};\n`;
}
function quoteName(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
function quoteText(text) {
    return `'${text.replaceAll("'", "''")}'`;
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

/***/ 34831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ splitStatements)
/* harmony export */ });
/** Splits a SQL script into its statements, as psql does: by semicolons outside quotes, dollar quotes and comments. */
function splitStatements(script) {
    const statements = [];
    let start = 0;
    let position = 0;
    const skipTo = (mark, from) => {
        const found = script.indexOf(mark, from);
        position = found < 0 ? script.length : found + mark.length;
    };
    while (position < script.length) {
        const char = script[position];
        if (char === "'") {
            position = endOfString(script, position);
        }
        else if (char === '"') {
            skipTo('"', position + 1);
        }
        else if (char === '-' && script[position + 1] === '-') {
            skipTo('\n', position);
        }
        else if (char === '/' && script[position + 1] === '*') {
            position = endOfComment(script, position);
        }
        else if (/[A-Za-z_\u0080-\uffff]/.test(char ?? '')) {
            // A dollar inside a name begins no quote.
            position = endOf(/[\w$\u0080-\uffff]*/y, script, position);
        }
        else if (char === '$') {
            const tag = /^\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(script.slice(position, position + 80))?.[0];
            if (tag === undefined)
                position += 1;
            else
                skipTo(tag, position + tag.length);
        }
        else if (char === ';') {
            statements.push(script.slice(start, position + 1));
            position += 1;
            start = position;
        }
        else {
            position += 1;
        }
    }
    statements.push(script.slice(start));
    return statements.map(withoutLeadingComments).filter((statement) => statement !== '');
}
function endOf(pattern, script, from) {
    pattern.lastIndex = from;
    return from + (pattern.exec(script)?.[0].length ?? 0);
}
/** Comments nest. */
function endOfComment(script, start) {
    let depth = 0;
    for (let position = start; position < script.length; position += 1) {
        const pair = script.slice(position, position + 2);
        if (pair === '/*')
            depth += 1;
        else if (pair === '*/')
            depth -= 1;
        else
            continue;
        position += 1;
        if (depth === 0)
            return position + 1;
    }
    return script.length;
}
function endOfString(script, quote) {
    const escapes = /[eE]$/.test(script.slice(Math.max(0, quote - 1), quote)) &&
        !/\w$/.test(script.slice(Math.max(0, quote - 2), quote - 1));
    for (let position = quote + 1; position < script.length; position += 1) {
        if (escapes && script[position] === '\\')
            position += 1;
        else if (script[position] === "'") {
            if (script[position + 1] !== "'")
                return position + 1;
            position += 1;
        }
    }
    return script.length;
}
function withoutLeadingComments(statement) {
    let start = 0;
    for (;;) {
        const next = endOf(/(?:\s+|--[^\n]*(?:\n|$))*/y, statement, start);
        if (!statement.startsWith('/*', next))
            return statement.slice(next).trim();
        start = endOfComment(statement, next);
    }
}


/***/ })

};
