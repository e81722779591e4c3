export const id = 5506;
export const ids = [5506];
export const modules = {

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

/***/ 71219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ directUrlHint),
/* harmony export */   K: () => (/* binding */ detectPooling)
/* harmony export */ });
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58696);
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
 * Recognises a pooler: the process id in the connection's key is not the server's. Then tells the kind by whether this
 * session keeps its server connection while a second client holds one in a transaction. Sets nothing, since behind a
 * pooler in transaction mode a setting would stay in a connection that others use.
 */
async function detectPooling(session, address, applicationName, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const serverPid = async (asking) => {
            const [row] = await asking.query('looking for a pooler', 'select pg_backend_pid()::text as pid');
            return row?.pid;
        };
        const first = await serverPid(session);
        if (session.keyPid !== null && String(session.keyPid) === first)
            return 'none';
        const other = __addDisposableResource(env_1, await (0,_session_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .Ng)(address, { applicationName, signal })
        // In transaction pooling the server connection that just served the first client serves the second one now.
        , true);
        // In transaction pooling the server connection that just served the first client serves the second one now.
        await other.query('looking for a pooler', 'begin');
        const taken = await serverPid(other);
        const now = await serverPid(session);
        await other.query('looking for a pooler', 'rollback');
        return taken === first || now !== first ? 'transaction' : 'session';
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
/** What to use instead of a transaction pooler, in the provider's own terms. */
function directUrlHint(address) {
    if (address.host.endsWith('.pooler.supabase.com')) {
        return 'Use Supabase’s session pooler (the same host, port 5432), or the direct connection where the runner has IPv6.';
    }
    if (/-pooler\./.test(address.host) && address.host.endsWith('.neon.tech'))
        return 'Use Neon’s direct host: the same name without -pooler.';
    if (address.host.endsWith('.db.ondigitalocean.com'))
        return 'Use DigitalOcean’s direct port 25060 rather than the pool’s 25061.';
    return 'Give the URL of the PostgreSQL server itself, or of a pool in session mode with at least jobs + 2 connections.';
}


/***/ }),

/***/ 65506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPostgresSource: () => (/* binding */ openPostgresSource)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/postgres/address.js
var postgres_address = __webpack_require__(68716);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/sources/postgres/archive/toc.js
var archive_toc = __webpack_require__(53747);
// EXTERNAL MODULE: ./lib/sources/postgres/inventory.js
var inventory = __webpack_require__(53264);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/sources/postgres/archive/completeness.js
/** Plain table data ends in the COPY end mark and two empty lines; data itself can never contain these bytes. */
function plainTableEnd() {
    const mark = Buffer.from('\\.\n\n\n');
    let tail = Buffer.alloc(0);
    return {
        push(chunk) {
            tail = Buffer.from(Buffer.concat([tail, chunk.subarray(Math.max(0, chunk.length - 6))]).subarray(-6));
        },
        get whole() {
            if (tail.length < mark.length || !tail.subarray(-mark.length).equals(mark))
                return false;
            return tail.length === mark.length || tail[0] === 0x0a;
        },
    };
}
/**
 * A zstd file is whole when its frame has ended: blocks are walked by their headers, nothing is decompressed
 * (RFC 8878, section 3.1.1).
 */
function zstdFrameEnd() {
    let pending = Buffer.alloc(0);
    let skip = 0;
    let state = 'frame';
    let checksum = 0;
    let last = false;
    function step() {
        if (state === 'frame' || state === 'ended') {
            if (pending.length < 5)
                return false;
            if (pending.readUInt32LE(0) !== 0xfd2fb528) {
                state = 'frame';
                return false;
            }
            const descriptor = pending.readUInt8(4);
            const singleSegment = (descriptor & 0x20) !== 0;
            const sizeFlag = descriptor >> 6;
            const contentSize = sizeFlag === 0 ? (singleSegment ? 1 : 0) : 2 ** sizeFlag;
            const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
            checksum = (descriptor & 4) !== 0 ? 4 : 0;
            advance(5 + (singleSegment ? 0 : 1) + dictionary + contentSize);
            state = 'block';
            return true;
        }
        if (last) {
            last = false;
            state = 'ended';
            return true;
        }
        if (pending.length < 3)
            return false;
        const header = pending.readUIntLE(0, 3);
        const type = (header >> 1) & 3;
        const size = header >> 3;
        last = (header & 1) === 1;
        advance(3 + (type === 1 ? 1 : size) + (last ? checksum : 0));
        return true;
    }
    function mayStep() {
        return skip === 0 && (pending.length > 0 || last);
    }
    function advance(count) {
        const here = Math.min(count, pending.length);
        pending = pending.subarray(here);
        skip = count - here;
    }
    return {
        push(chunk) {
            let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
            if (skip > 0) {
                const here = Math.min(skip, rest.length);
                skip -= here;
                rest = rest.subarray(here);
            }
            if (skip > 0)
                return;
            pending = pending.length === 0 ? rest : Buffer.concat([pending, rest]);
            while (mayStep() && step())
                ;
            // What is left is a few bytes of a header: copied, so that the chunk can be freed.
            pending = Buffer.from(pending);
            if (skip === 0 && last)
                step();
        },
        get whole() {
            return state === 'ended' && skip === 0 && pending.length === 0;
        },
    };
}

;// CONCATENATED MODULE: ./lib/sources/postgres/dump/harvest.js






/** Files up to this size are gathered into packs; larger ones become artifacts of their own. */
const packedFileLimit = 1024 * 1024;
/** A pack is stored when it has this much, or this many files. */
const packSize = 8 * 1024 * 1024;
const packFiles = 4_000;
const readSize = 256 * 1024;
/** How long a file that still grows is left alone, ms: pg_dump writes about one `readSize` in that time. */
const pace = 20;
/**
 * Seals and stores pg_dump's files while it writes them: a large file from its first MiB on, a small one as soon as it
 * is whole, and deletes each when it is stored. So the disk holds only what the network has not yet taken.
 */
class Harvest {
    artifacts = [];
    context;
    failure = new AbortController();
    signal;
    running = new Set();
    /** Names taken care of: being stored, in a pack, or gone. */
    taken = new Set();
    pack = [];
    packCount = 0;
    finished = false;
    constructor(context) {
        this.context = context;
        this.signal = AbortSignal.any([context.signal, this.failure.signal]);
    }
    /** To be called when pg_dump has ended well: every file in the folder is whole now. */
    finish() {
        this.finished = true;
    }
    /** Runs until all files are stored after `finish`. @throws the first failure of the sink, or the signal's reason */
    async run() {
        try {
            for (;;) {
                this.signal.throwIfAborted();
                const finished = this.finished;
                const started = this.context.clock.ticks();
                await this.sweep(finished);
                if (finished)
                    break;
                // Folders with very many files are listed less often, so that listing stays a small part of the work.
                const took = this.context.clock.ticks() - started;
                await this.context.clock.sleep(Math.max(25, took * 4), this.signal);
            }
            await this.flushPack();
            await Promise.all(this.running);
            this.signal.throwIfAborted();
        }
        catch (error) {
            this.failure.abort(error);
            await Promise.allSettled(this.running);
            throw this.failure.signal.reason;
        }
    }
    async sweep(finished) {
        const names = (await (0,promises_.readdir)(this.context.folder)).filter((name) => !this.taken.has(name) && name !== 'toc.dat');
        const wholeObjects = finished ? null : await this.listedLargeObjects(names);
        for (const name of names.sort()) {
            this.signal.throwIfAborted();
            if (name.endsWith('.toc') && !finished)
                continue;
            const isLargeObject = name.startsWith('blob_');
            const { size } = await (0,promises_.stat)((0,external_node_path_.join)(this.context.folder, name));
            if (isLargeObject && wholeObjects !== null && !wholeObjects.has(stem(name)))
                continue;
            if (size > packedFileLimit) {
                if (this.running.size >= this.context.concurrency) {
                    if (!finished)
                        continue;
                    await Promise.race(this.running);
                }
                this.taken.add(name);
                this.launch(this.storeLarge(name, finished || isLargeObject));
            }
            else if (finished || isLargeObject || (await this.isWhole(name))) {
                this.taken.add(name);
                this.pack.push({ name, size });
                const packed = this.pack.reduce((sum, file) => sum + file.size, 0);
                if (packed >= packSize || this.pack.length >= packFiles)
                    await this.flushPack();
            }
        }
    }
    launch(work) {
        const tracked = work
            .catch((error) => this.failure.abort(error))
            .finally(() => this.running.delete(tracked));
        this.running.add(tracked);
    }
    /** Large objects have no end mark; each stands in the list once its file is closed. */
    async listedLargeObjects(names) {
        const listed = new Set();
        if (!names.some((name) => name.startsWith('blob_')))
            return listed;
        for (const name of names.filter((candidate) => /^blobs.*\.toc$/.test(candidate))) {
            const text = await (0,promises_.readFile)((0,external_node_path_.join)(this.context.folder, name), 'utf8');
            for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
                const file = line.split(' ')[1];
                if (file !== undefined)
                    listed.add(stem(file));
            }
        }
        return listed;
    }
    endDetector() {
        return this.context.compressed ? zstdFrameEnd() : plainTableEnd();
    }
    async isWhole(name) {
        const detector = this.endDetector();
        detector.push(await (0,promises_.readFile)((0,external_node_path_.join)(this.context.folder, name)));
        return detector.whole;
    }
    async storeLarge(name, complete) {
        const path = (0,external_node_path_.join)(this.context.folder, name);
        const limit = this.context.sizeLimit(stem(name));
        const size = complete ? (await (0,promises_.stat)(path)).size : limit;
        this.signal.throwIfAborted();
        const record = await this.context.sink.put({
            name: stem(name),
            body: this.follow(path, complete),
            compressedBy: name.endsWith('.zst') ? 'pg_dump' : 'lifeboat',
            ...(size === undefined ? {} : { atMost: size }),
        }, this.signal);
        this.artifacts.push(record);
        this.context.stored(stem(name));
        await (0,promises_.unlink)(path);
    }
    /** The bytes of a file that may still grow, until it is whole. */
    async *follow(path, complete) {
        const file = await (0,promises_.open)(path, 'r');
        try {
            const detector = complete ? null : this.endDetector();
            // Used again and again: the sink has done with a chunk when it asks for the next.
            const buffer = Buffer.allocUnsafe(readSize);
            for (let position = 0;;) {
                this.signal.throwIfAborted();
                // Read before asking: what was written until the end of the dump is then surely seen.
                const ended = complete || this.finished;
                // pg_dump wrote them a moment ago: they lie in memory, and a thread's help costs more than the copy.
                const bytesRead = (0,external_node_fs_.readSync)(file.fd, buffer, 0, readSize, position);
                if (bytesRead > 0) {
                    const chunk = buffer.subarray(0, bytesRead);
                    position += bytesRead;
                    detector?.push(chunk);
                    yield chunk;
                }
                else if (ended || detector?.whole === true) {
                    return;
                }
                else {
                    await this.context.clock.sleep(pace, this.signal);
                }
            }
        }
        finally {
            await file.close();
        }
    }
    async flushPack() {
        const files = this.pack;
        if (files.length === 0)
            return;
        this.pack = [];
        this.packCount += 1;
        const name = `pack-${this.packCount}.tar`;
        while (this.running.size >= this.context.concurrency)
            await Promise.race(this.running);
        this.launch(this.storePack(name, files));
    }
    async storePack(name, files) {
        const { pack } = await __webpack_require__.e(/* import() */ 6118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
        this.signal.throwIfAborted();
        const archive = pack();
        const members = [];
        const fill = async () => {
            for (const file of files) {
                const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(this.context.folder, file.name));
                members.push({
                    name: file.name,
                    size: bytes.length,
                    sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'),
                });
                // One file in memory at a time: the next is read when this one has been taken.
                await new Promise((resolve, reject) => {
                    const entry = archive.entry({ name: file.name, size: bytes.length, mode: 0o600, mtime: new Date(0) }, bytes, (error) => (error === null || error === undefined ? resolve() : reject(error)));
                    // The callback has it too; an error that nobody listens to would end the process.
                    entry.on('error', () => undefined);
                });
            }
            archive.finalize();
        };
        const body = external_node_stream_.Readable.from(archive, { objectMode: false, highWaterMark: readSize });
        const filling = fill().catch((error) => archive.destroy(error instanceof Error ? error : undefined));
        const [record] = await Promise.all([
            this.context.sink.put({ name, body, compressedBy: 'lifeboat', members }, this.signal),
            filling,
        ]);
        this.artifacts.push(record);
        for (const file of files) {
            this.context.stored(stem(file.name));
            await (0,promises_.unlink)((0,external_node_path_.join)(this.context.folder, file.name));
        }
    }
}
/** `6260.dat.zst` → `6260.dat`. */
function stem(name) {
    return name.replace(/\.zst$/, '');
}

// EXTERNAL MODULE: ./lib/sources/postgres/dump/pg-dump-error.js
var pg_dump_error = __webpack_require__(84890);
// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var postgres_session = __webpack_require__(58696);
;// CONCATENATED MODULE: ./lib/sources/postgres/dump/snapshot.js



async function holdSnapshot(address, facts, context) {
    const doing = 'taking the snapshot';
    const session = await (0,postgres_session/* connect */.Ng)(address, { applicationName: context.applicationName, signal: context.signal });
    try {
        const at = context.clock.now();
        await session.query(doing, 'begin transaction isolation level repeatable read read only');
        await (0,postgres_session/* boundLockWaits */.qb)(session, 'transaction', context.config.maxBlock);
        await session.query(doing, 'set local row_security = off');
        await session.query(doing, 'set local max_parallel_workers_per_gather = 0');
        const [row] = await session.query(doing, `select pg_export_snapshot() as id, ${facts.standby ? 'pg_last_wal_replay_lsn' : 'pg_current_wal_lsn'}()::text as lsn`);
        if (row === undefined)
            throw new failure/* Failure */.HR('bug', `${doing}: the server gave no answer`);
        return {
            session,
            snapshotId: row.id,
            at,
            dataAt: facts.standby ? at - (await replayLag(session)) : at,
            lsn: row.lsn,
            relations: await (0,inventory/* readRelations */.Ae)(session),
            [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
        };
    }
    catch (error) {
        await session[Symbol.asyncDispose]();
        throw error;
    }
}
/**
 * How old a standby's newest data is. One that is cut off has replayed all that it received, and may be days behind all
 * the same; before its first replayed transaction, what it was made from is as old as its checkpoint.
 */
async function replayLag(session) {
    const doing = 'asking the standby how far it has replayed';
    const seconds = async (since) => {
        const [row] = await session.query(doing, `select (case when exists (select from pg_catalog.pg_stat_wal_receiver) and pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
         else extract(epoch from clock_timestamp() - ${since}) end)::text as lag`);
        return row?.lag === undefined || row.lag === null ? null : Number(row.lag);
    };
    const lag = (await seconds('pg_last_xact_replay_timestamp()')) ??
        (await seconds('(select checkpoint_time from pg_control_checkpoint())'));
    return Math.max(0, Math.round((lag ?? 0) * 1_000));
}
/**
 * Tables that were truncated or rewritten after the snapshot was taken and before pg_dump had locked them: to the
 * snapshot they look empty, so that every count would agree. Asked once pg_dump holds all its locks.
 */
async function findRewritten(holder) {
    const now = await holder.session.query('looking for truncated tables', `select c.oid::text as oid, pg_catalog.pg_relation_filenode(c.oid)::text as filenode from pg_catalog.pg_class c
     where c.oid = any ($1::oid[])`, [
        `{${holder.relations
            .filter((relation) => relation.kind === 'r')
            .map((relation) => relation.oid)
            .join(',')}}`,
    ]);
    const filenodes = new Map(now.map((row) => [Number(row.oid), Number(row.filenode)]));
    return holder.relations
        .filter((relation) => relation.kind === 'r' &&
        relation.relfilenode !== 0 &&
        filenodes.get(relation.oid) !== relation.relfilenode)
        .map((relation) => `${relation.schema}.${relation.name}`);
}
/**
 * Locks the tables for the holder too, beside pg_dump, so that they can still be counted when pg_dump has ended.
 * Resolves false when that could not be done at once: somebody queues for one of them, or it is gone.
 */
async function lockTables(holder, relations) {
    const doing = 'locking the tables';
    await holder.session.query(doing, 'savepoint tables');
    try {
        for (const sql of lockStatements(relations))
            await holder.session.query(doing, `${sql} nowait`);
        return true;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.kind === 'cancelled')
            throw error;
        await holder.session.query(doing, 'rollback to savepoint tables');
        return false;
    }
}
/** As `lockTables`, but waits. @throws Failure `unavailable` when the tables are kept, or were truncated meanwhile */
async function awaitTables(holder, relations, atMost) {
    const doing = 'waiting for the tables to be counted';
    await holder.session.query(doing, `set local lock_timeout = ${atMost}`);
    for (const sql of lockStatements(relations))
        await holder.session.query(doing, sql);
    const rewritten = await findRewritten(holder);
    if (rewritten.length > 0) {
        throw new failure/* Failure */.HR('unavailable', 'tables were truncated or rewritten before their rows were counted', {
            hint: 'Run the backup when no job truncates tables.',
            subjects: rewritten,
        });
    }
}
function* lockStatements(relations) {
    for (let first = 0; first < relations.length; first += 500) {
        const names = relations
            .slice(first, first + 500)
            .map((relation) => `only ${(0,postgres_session/* qualifiedName */.OL)(relation.schema, relation.name)}`);
        yield `lock table ${names.join(', ')} in access share mode`;
    }
}
/** Rows of each relation in the snapshot, without those of its children. Fifty tables a question. */
async function countRows(holder, relations) {
    const counts = new Map();
    for (let first = 0; first < relations.length; first += 50) {
        const batch = relations.slice(first, first + 50);
        const sql = batch
            .map((relation) => `select '${relation.oid}' as oid, count(*)::text as count from only ${(0,postgres_session/* qualifiedName */.OL)(relation.schema, relation.name)}`)
            .join(' union all ');
        for (const row of await holder.session.query('counting rows', sql)) {
            counts.set(Number(row.oid), Number(row.count));
        }
    }
    return counts;
}

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/sources/postgres/dump/watcher.js
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
 * Ends a dump that makes other sessions wait: pg_dump resets all time-outs, so nothing else bounds it. Resolves when the
 * signal is aborted; @throws Failure `unavailable` when somebody has waited for us longer than `maxBlock`.
 */
async function watchBlocking(address, context) {
    const { clock, signal } = context;
    if (signal.aborted)
        return;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,postgres_session/* connect */.Ng)(address, { applicationName: context.applicationName, signal }), true);
            const waitingSince = new Map();
            while (!signal.aborted) {
                const blocked = await session.query('watching for blocked sessions', `select l.pid::text as pid, b.pid::text as blocker from pg_catalog.pg_locks l
         cross join lateral unnest(pg_catalog.pg_blocking_pids(l.pid)) as b(pid)
         join pg_catalog.pg_stat_activity ours on ours.pid = b.pid and ours.application_name = $1
         left join pg_catalog.pg_stat_activity theirs on theirs.pid = l.pid
         where not l.granted and theirs.application_name is distinct from $1`, [context.applicationName]);
                const now = clock.ticks();
                const pids = new Set(blocked.map((row) => row.pid));
                for (const pid of waitingSince.keys())
                    if (!pids.has(pid))
                        waitingSince.delete(pid);
                for (const pid of pids)
                    waitingSince.set(pid, waitingSince.get(pid) ?? now);
                const longest = Math.max(0, ...[...waitingSince.values()].map((since) => now - since));
                if (longest >= context.maxBlock) {
                    throw new failure/* Failure */.HR('unavailable', `the dump made ${(0,units/* counted */.hS)(pids.size, 'other session')} wait for ${Math.round(longest / 1_000)} s, so it was ended`, {
                        hint: 'Somebody changes tables (ALTER TABLE, TRUNCATE…) while the backup runs. Run it at another time, or raise max-block.',
                    });
                }
                await clock.sleep(Math.min(1_000, Math.max(50, context.maxBlock / 4)), signal);
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
        if (signal.aborted)
            return;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/sources/postgres/dump/dump.js
var dump_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var dump_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











/** How often a dump starts over because a table was truncated just as it began. */
const attempts = 3;
/** Dumps one database in one snapshot, sealing and storing while pg_dump runs. */
async function dumpDatabase(context) {
    for (let attempt = 1;; attempt += 1) {
        const record = await dumpOnce(context, (0,external_node_path_.join)(context.spool, `dump-${attempt}`));
        if (!('rewritten' in record))
            return record;
        if (attempt === attempts) {
            throw new failure/* Failure */.HR('unavailable', `tables were truncated or rewritten while the dump was starting, ${attempts} times in a row`, {
                hint: 'Run the backup when no job truncates tables.',
                subjects: record.rewritten,
            });
        }
        context.log.notice('a table was truncated or rewritten while the dump was starting; it starts over', record.rewritten);
    }
}
/** Resolves the names of truncated tables when the dump must start over; nothing has been stored then. */
async function dumpOnce(context, folder) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { config, facts, tools } = context;
        const stack = dump_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        stack.defer(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
        const holder = stack.use(await holdSnapshot(context.address, facts, context));
        const notIncluded = await (0,inventory/* findNotIncluded */.jW)(holder.session, facts, holder.relations, config.acceptNotIncluded);
        const extensions = await (0,inventory/* readExtensions */.HW)(holder.session);
        const largeObjects = await (0,inventory/* countLargeObjects */.T5)(holder.session);
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, '..'), { recursive: true });
        const ending = new AbortController();
        const signal = AbortSignal.any([context.signal, ending.signal]);
        const compressed = tools.zstd;
        const dump = stack.use(await context.processes.start(tools.path('pg_dump'), pgDumpArguments(context, holder, folder), {
            environment: (0,postgres_address/* libpqEnvironment */.SQ)(context.address, context.applicationName, pinnedOptions(context.pooling)),
            signal,
        }));
        const complaints = collect(dump.stderr);
        dump.stdout.resume();
        dump.stdin.end();
        const { ended } = dump;
        // Background work: any failure ends the rest. Nothing is stored before the guard has passed.
        const watching = new AbortController();
        const watch = watchBlocking(context.address, {
            applicationName: context.applicationName,
            maxBlock: config.maxBlock,
            clock: context.clock,
            signal: AbortSignal.any([signal, watching.signal]),
        });
        watch.catch((error) => ending.abort(error));
        stack.defer(async () => {
            watching.abort();
            await watch.catch(() => undefined);
        });
        let released = false;
        holder.session.broken.catch((error) => {
            if (!released)
                ending.abort(error);
        });
        // What has to be over before the dump is, however it ends.
        const working = [ended];
        try {
            if (!(await tocAppears(folder, ended, context.clock, signal))) {
                signal.throwIfAborted();
                throw (0,pg_dump_error/* readPgDumpError */.E)(await complaints, await ended);
            }
            const dumped = holder.relations.filter((relation) => (0,inventory/* hasDataEntry */.nR)(relation, facts.standby));
            const locked = await lockTables(holder, dumped);
            const rewritten = await findRewritten(holder);
            if (rewritten.length > 0) {
                ending.abort(new failure/* Failure */.HR('unavailable', 'the dump starts over'));
                await ended;
                return { rewritten };
            }
            const toc = (0,archive_toc/* parseToc */.AI)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'toc.dat')));
            const harvest = harvestFor(context, holder, toc, folder, compressed, signal);
            const counting = async () => {
                if (!locked)
                    await awaitTables(holder, dumped, config.maxBlock);
                return countRows(holder, dumped);
            };
            const counted = counting();
            const harvested = harvest.run();
            working.push(harvested);
            for (const work of [harvested, counted])
                work.catch((error) => ending.abort(error));
            const result = await ended;
            signal.throwIfAborted();
            if (result.code !== 0)
                throw (0,pg_dump_error/* readPgDumpError */.E)(await complaints, result);
            harvest.finish();
            const rows = await counted;
            // The snapshot has served: a slow store must not keep its locks, nor hold back the server's vacuum.
            released = true;
            watching.abort();
            await Promise.all([holder[Symbol.asyncDispose](), watch]);
            // While the last files are on their way; pg_dump's connections are free again.
            const globalsDumped = dumpGlobals(context, folder, signal);
            working.push(globalsDumped);
            const [globals] = await Promise.all([globalsDumped, harvested]);
            signal.throwIfAborted();
            const last = await storeLastFiles(context, folder, globals, signal);
            const artifacts = [...harvest.artifacts, ...last.artifacts].sort((a, b) => (a.name < b.name ? -1 : 1));
            return {
                name: config.name,
                type: 'postgres',
                engine: 'postgres-logical',
                database: facts.database,
                serverVersion: facts.version,
                serverMajor: facts.major,
                systemIdentifier: facts.systemIdentifier,
                standby: facts.standby,
                clientVersion: tools.version,
                clientMajor: tools.major,
                restorableInto: Math.max(tools.major, facts.major),
                snapshot: { at: iso(holder.at), dataAt: iso(holder.dataAt), lsn: holder.lsn },
                encoding: facts.encoding,
                locale: facts.locale,
                lcMonetary: facts.lcMonetary,
                databaseSize: facts.databaseSize,
                archiveCompression: compressed ? 'zstd' : 'none',
                extensions,
                tables: holder.relations
                    .filter((relation) => relation.kind === 'S' || relation.kind === 'm' || (0,inventory/* hasDataEntry */.nR)(relation, facts.standby))
                    .map((relation) => tableRecord(relation, rows)),
                largeObjects,
                globals: last.globals,
                notIncluded: [...notIncluded, ...last.notIncluded],
                warnings: [],
                artifacts,
            };
        }
        catch (error) {
            ending.abort(error);
            await Promise.allSettled(working);
            // What ended the rest is the cause; an AbortError here is only its echo.
            throw ending.signal.aborted && !context.signal.aborted ? ending.signal.reason : error;
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = dump_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function pgDumpArguments(context, holder, folder) {
    return [
        '--format=directory',
        `--file=${folder}`,
        `--jobs=${context.config.jobs}`,
        `--snapshot=${holder.snapshotId}`,
        // Locks are asked for at the start; somebody else's long ALTER TABLE must not hold us for ever.
        `--lock-wait-timeout=${context.config.maxBlock}`,
        // A client_encoding that is set for the database or the role might not have all its characters.
        `--encoding=${context.facts.encoding}`,
        '--no-sync',
        '--no-password',
        context.tools.zstd ? '--compress=zstd:1' : '--compress=0',
    ];
}
/** Settings that change how values are written, and that pg_dump does not pin itself. Poolers refuse PGOPTIONS. */
function pinnedOptions(pooling) {
    if (pooling !== 'none')
        return null;
    return { bytea_output: 'hex', TimeZone: 'UTC', row_security: 'off', statement_timeout: '0' };
}
/** Waits for pg_dump's table of contents, which it writes when it holds all its locks. False when it ended without one. */
async function tocAppears(folder, ended, clock, signal) {
    let over = false;
    void ended.then(() => (over = true));
    for (;;) {
        const last = over;
        const size = await (0,promises_.stat)((0,external_node_path_.join)(folder, 'toc.dat')).then((found) => found.size, () => 0);
        if (size > 0 && (await isWholeToc((0,external_node_path_.join)(folder, 'toc.dat'))))
            return true;
        if (last)
            return false;
        await clock.sleep(10, signal);
    }
}
/** pg_dump writes toc.dat in one go, but not atomically. */
async function isWholeToc(path) {
    try {
        (0,archive_toc/* parseToc */.AI)(await (0,promises_.readFile)(path));
        return true;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && error.kind === 'integrity')
            return false;
        throw error;
    }
}
function harvestFor(context, holder, toc, folder, compressed, signal) {
    const sizes = new Map(holder.relations.map((relation) => [relation.oid, relation.bytes]));
    const byFile = new Map(toc.entries
        .filter((entry) => entry.fileName !== '')
        .map((entry) => [entry.fileName, sizes.get(entry.oid) ?? 0]));
    const total = [...byFile.values()].reduce((sum, bytes) => sum + bytes, 0);
    let done = 0;
    return new Harvest({
        folder,
        sink: context.sink,
        compressed,
        concurrency: Math.max(2, Math.min(context.config.jobs, 8)),
        clock: context.clock,
        // Text can be larger than the table, bytea twice as large; four times is a safe bound for part sizes.
        sizeLimit: (file) => byFile.has(file) ? Math.max(64 * 1024 * 1024, (byFile.get(file) ?? 0) * 4) : undefined,
        stored: (file) => {
            done += byFile.get(file) ?? 0;
            context.progress.report(done, total);
        },
        signal,
    });
}
/** What can be stored only when pg_dump has ended: the table of contents, and the cluster-wide objects. */
async function storeLastFiles(context, folder, globals, signal) {
    const toc = await context.sink.put({ name: 'toc.dat', body: (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(folder, 'toc.dat')), compressedBy: 'none' }, signal);
    if (globals.file === null) {
        const accepted = context.config.acceptNotIncluded.includes('globals');
        return {
            artifacts: [toc],
            globals: false,
            notIncluded: [{ type: 'globals', object: 'globals', reason: globals.reason, accepted }],
        };
    }
    const record = await context.sink.put({ name: 'globals.sql', body: (0,external_node_fs_.createReadStream)(globals.file), compressedBy: 'lifeboat' }, signal);
    return { artifacts: [toc, record], globals: true, notIncluded: [] };
}
/** Roles, memberships, tablespaces and settings of the server, in a file; or why they cannot be had. */
async function dumpGlobals(context, folder, signal) {
    // Beside pg_dump's folder: what lies in that belongs to the archive.
    const file = `${folder}-globals.sql`;
    const child = await context.processes.run(context.tools.path('pg_dumpall'), [
        '--globals-only',
        // What all databases share has no encoding of its own: as this one's, nothing is converted.
        `--encoding=${context.facts.encoding}`,
        '--no-password',
        `--file=${file}`,
        `--database=${(0,postgres_address/* connectionString */.cF)(context.facts.database)}`,
        ...(context.config.rolePasswords ? [] : ['--no-role-passwords']),
    ], {
        environment: (0,postgres_address/* libpqEnvironment */.SQ)(context.address, context.applicationName, pinnedOptions(context.pooling)),
        signal,
    });
    signal.throwIfAborted();
    if (child.code === 0)
        return { file };
    const failure = (0,pg_dump_error/* readPgDumpError */.E)(child.stderr, child);
    if (failure.kind === 'access')
        return { file: null, reason: 'the role may not read the roles of the server' };
    // A role that was named in a database of another encoding; pg_dumpall cannot be helped there.
    if (failure.kind === 'integrity')
        return { file: null, reason: failure.message };
    throw failure;
}
function tableRecord(relation, rows) {
    const kinds = {
        S: 'sequence',
        m: 'materialized view',
    };
    return {
        oid: relation.oid,
        schema: relation.schema,
        name: relation.name,
        kind: kinds[relation.kind] ?? 'table',
        rows: rows.get(relation.oid) ?? null,
        bytes: relation.bytes,
    };
}
function iso(at) {
    return new Date(at).toISOString();
}
/** The end of what a program says on stderr; it is parsed, never shown as it is. */
async function collect(stream) {
    let text = '';
    stream.setEncoding('utf8');
    for await (const chunk of stream)
        text = (text + String(chunk)).slice(-64 * 1024);
    return text;
}

// EXTERNAL MODULE: ./lib/sources/postgres/pooler.js
var pooler = __webpack_require__(71219);
;// CONCATENATED MODULE: ./lib/sources/postgres/preflight.js





/** PostgreSQL majors that Lifeboat backs up. */
const supportedMajors = { oldest: 13, newest: 18 };
/** Looks for everything that stands in the way of a dump, and lists it at once. */
async function inspect(session, context) {
    const { config, address } = context;
    const facts = await (0,inventory/* readServerFacts */.TX)(session);
    const findings = [];
    if (facts.major < supportedMajors.oldest || facts.major > supportedMajors.newest) {
        findings.push({
            level: 'refuse',
            failure: 'config',
            text: `source ${config.name}: the server is PostgreSQL ${facts.version}; supported are ${supportedMajors.oldest} to ${supportedMajors.newest}`,
            hint: facts.major > supportedMajors.newest
                ? 'Use a newer Lifeboat.'
                : 'Upgrade the server; this version gets no fixes any more.',
        });
    }
    const pooling = await (0,pooler/* detectPooling */.K)(session, address, context.applicationName, context.signal);
    findings.push(...poolingFindings(config, pooling, address));
    if (pooling === 'session')
        findings.push(...(await unpinnableFindings(session, config)));
    if (pooling !== 'transaction')
        await (0,postgres_session/* boundLockWaits */.qb)(session, 'session', config.maxBlock);
    const relations = await (0,inventory/* readRelations */.Ae)(session);
    findings.push(...rightsFindings(config, facts, relations));
    findings.push(...(await largeObjectFindings(session, config, facts)));
    findings.push(...(await connectionFindings(session, config, facts)));
    findings.push(...(await diskFindings(config, facts, context.spool)));
    if (facts.standby) {
        findings.push({
            level: 'notice',
            text: `source ${config.name}: the server is a standby; its replay lag counts towards the age of the data, and conflicts with replay can end a long dump`,
        });
    }
    if (facts.otherDatabases > 0) {
        findings.push({
            level: 'notice',
            text: `source ${config.name}: the server has ${(0,units/* counted */.hS)(facts.otherDatabases, 'more database')} that this source does not cover`,
        });
    }
    return { facts, pooling, findings };
}
function poolingFindings(config, pooling, address) {
    if (pooling === 'transaction') {
        return [
            {
                level: 'refuse',
                failure: 'refused',
                text: `source ${config.name}: the connection goes through a pooler in transaction mode, where a dump cannot hold one snapshot`,
                hint: (0,pooler/* directUrlHint */.G)(address),
            },
        ];
    }
    if (pooling === 'session') {
        return [
            {
                level: 'notice',
                text: `source ${config.name}: the connection goes through a pooler in session mode; it must have ${config.jobs + 3} server connections free`,
            },
        ];
    }
    return [];
}
/** How bytes are written changes the digest of a table; pg_dump does not pin it, and a pooler keeps us from doing so. */
async function unpinnableFindings(session, config) {
    const [row] = await session.query('reading settings', "select current_setting('bytea_output') as value");
    if (row?.value === 'hex')
        return [];
    return [
        {
            level: 'refuse',
            failure: 'config',
            text: `source ${config.name}: bytea_output is not hex for this role and database, and behind a pooler the dump cannot set it for itself`,
            hint: 'Set it for the role: ALTER ROLE … IN DATABASE … SET bytea_output = hex; or connect without the pooler.',
        },
    ];
}
function rightsFindings(config, facts, relations) {
    if (facts.superuser)
        return [];
    const findings = [];
    // pg_dump locks every table and reads every sequence, whether or not rows follow.
    const unreadable = relations.filter((relation) => !relation.canSelect &&
        relation.kind !== 'm' &&
        (relation.extension === null || (0,inventory/* hasDataEntry */.nR)(relation, facts.standby)));
    if (unreadable.length > 0) {
        findings.push({
            level: 'refuse',
            failure: 'access',
            text: `source ${config.name}: the role may not read ${unreadable.length} of ${relations.length} tables and sequences (SELECT, with USAGE on their schemas)`,
            hint: 'Grant pg_read_all_data to the role (PostgreSQL 14 and later), or SELECT on each of them and USAGE on their schemas.',
            subjects: unreadable.map((relation) => `${relation.schema}.${relation.name}`),
        });
    }
    const secured = relations.filter((relation) => relation.rowSecurity && relation.kind !== 'm');
    if (secured.length > 0 && !facts.bypassRls) {
        findings.push({
            level: 'refuse',
            failure: 'access',
            text: `source ${config.name}: row security would hide rows of ${(0,units/* counted */.hS)(secured.length, 'table')} from the role`,
            hint: 'Give the role BYPASSRLS, or use a superuser.',
            subjects: secured.map((relation) => `${relation.schema}.${relation.name}`),
        });
    }
    return findings;
}
/** pg_read_all_data does not cover large objects: each needs SELECT on itself. */
async function largeObjectFindings(session, config, facts) {
    if (facts.superuser)
        return [];
    const [row] = await session.query('checking rights on large objects', `select count(*)::text as count, string_agg(oid::text, ',') filter (where rank <= 20) as sample from (
       select m.oid, row_number() over (order by m.oid) as rank from pg_catalog.pg_largeobject_metadata m
       where not pg_has_role(m.lomowner, 'usage') and not exists (
         select from pg_catalog.aclexplode(m.lomacl) a
         where a.privilege_type = 'SELECT' and (a.grantee = 0 or pg_has_role(a.grantee, 'usage')))) u`);
    const count = Number(row?.count ?? 0);
    if (count === 0 || (await readsAllLargeObjects(session)))
        return [];
    return [
        {
            level: 'refuse',
            failure: 'access',
            text: `source ${config.name}: the role may not read ${(0,units/* counted */.hS)(count, 'large object')}`,
            hint: 'GRANT SELECT ON LARGE OBJECT … to the role for each of them, or use their owner or a superuser.',
            subjects: (row?.sample ?? '').split(',').map((oid) => `large object ${oid}`),
        },
    ];
}
/** `lo_compat_privileges` switches the rights of large objects off. */
async function readsAllLargeObjects(session) {
    const [row] = await session.query('checking rights on large objects', "select current_setting('lo_compat_privileges') as value");
    return row?.value === 'on';
}
async function connectionFindings(session, config, facts) {
    // Our own session is counted as taken, and is gone by then: with it, jobs + 3 are to be had.
    const needed = config.jobs + 2;
    const [row] = await session.query('counting free connections', `select (current_setting('max_connections')::int
         - case when r.rolsuper then 0 else current_setting('superuser_reserved_connections')::int + coalesce(current_setting('reserved_connections', true), '0')::int end
         - (select count(*) from pg_catalog.pg_stat_activity where backend_type = 'client backend' or backend_type is null))::text as server,
       (case when r.rolconnlimit < 0 then null else r.rolconnlimit - (select count(*) from pg_catalog.pg_stat_activity a where a.usesysid = r.oid) end)::text as role,
       (case when d.datconnlimit < 0 then null else d.datconnlimit - (select count(*) from pg_catalog.pg_stat_activity a where a.datid = d.oid) end)::text as database
     from pg_catalog.pg_roles r, pg_catalog.pg_database d where r.rolname = current_user and d.datname = current_database()`);
    // Limits of roles and databases do not bind superusers.
    const limits = facts.superuser ? [row?.server] : [row?.server, row?.role, row?.database];
    const free = Math.min(...limits.map((limit) => Number(limit ?? Infinity)));
    if (free >= needed)
        return [];
    return [
        {
            level: 'refuse',
            failure: 'unavailable',
            text: `source ${config.name}: ${needed} connections are needed for ${config.jobs} jobs, and ${Math.max(0, free)} are free`,
            hint: 'Lower jobs in the environment file, or raise max_connections or the role’s connection limit.',
        },
    ];
}
/** Files lie on disk only until they are uploaded, but a slow network lets them pile up: at worst the whole dump. */
async function diskFindings(config, facts, spool) {
    const disk = await (0,promises_.statfs)(spool);
    const free = disk.bavail * disk.bsize;
    if (free < 64 * 1024 * 1024) {
        return [
            {
                level: 'refuse',
                failure: 'capacity',
                text: `source ${config.name}: ${(0,units/* formatBytes */.z3)(free)} of disk are free in the temporary folder, too little for a dump`,
                hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
            },
        ];
    }
    // A compressed dump is rarely above a third of the database; a warning, since most of it never lies there at once.
    if (free * 3 < facts.databaseSize) {
        return [
            {
                level: 'warning',
                text: `source ${config.name}: ${(0,units/* formatBytes */.z3)(free)} of disk are free and the database has ${(0,units/* formatBytes */.z3)(facts.databaseSize)}; if uploads are slower than the dump, the disk may fill up`,
            },
        ];
    }
    return [];
}

// EXTERNAL MODULE: ./lib/sources/postgres/root-certificates.js
var root_certificates = __webpack_require__(52255);
// EXTERNAL MODULE: ./lib/sources/postgres/tools.js + 1 modules
var tools = __webpack_require__(98762);
;// CONCATENATED MODULE: ./lib/sources/postgres/source.js
var source_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var source_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









/** A PostgreSQL database as a source. @throws Failure `config` when its connection fields cannot be resolved */
function openPostgresSource(config, context) {
    const address = (0,postgres_address/* resolveAddress */.tG)(config, context.variables);
    // Unique per run, so that the watcher knows our own sessions from others'.
    const applicationName = `lifeboat-${Buffer.from(context.random.bytes(6)).toString('hex')}`;
    let known = null;
    const look = async (signal) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = source_addDisposableResource(env_1, await (0,postgres_session/* connect */.Ng)(address, { applicationName, signal }), true);
            return await inspect(session, { config, address, applicationName, spool: context.spool, signal });
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = source_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
    const programs = (major, signal) => (0,tools/* toolsFor */.J)(major, { install: config.install, needServer: false, client: config.client }, context, signal);
    const programFindings = async (major, signal) => {
        try {
            await programs(major, signal);
            return [];
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'missing')
                throw error;
            const hint = error.hint === undefined ? {} : { hint: error.hint };
            return [
                { level: 'refuse', failure: 'missing', text: `source ${config.name}: ${error.message}`, ...hint },
            ];
        }
    };
    return {
        name: config.name,
        type: 'postgres',
        async preflight(signal) {
            known = await look(signal);
            if (known.findings.some((finding) => finding.level === 'refuse'))
                return known.findings;
            return [...known.findings, ...(await programFindings(known.facts.major, signal))];
        },
        async dump(sink, progress, signal) {
            const { facts, pooling } = (known ??= await look(signal));
            const tools = await programs(facts.major, signal);
            const spool = await (0,promises_.mkdtemp)((0,external_node_path_.join)(context.spool, `${config.name}-`));
            try {
                return await dumpDatabase({
                    config,
                    address: await (0,root_certificates/* addressForClient */.hm)(address, tools.major, spool),
                    facts,
                    pooling,
                    tools,
                    applicationName,
                    spool,
                    sink,
                    progress,
                    processes: context.processes,
                    clock: context.clock,
                    log: context.log,
                    signal,
                });
            }
            finally {
                await (0,promises_.rm)(spool, { recursive: true, force: true });
            }
        },
        async [Symbol.asyncDispose]() { },
    };
}


/***/ })

};
