export const id = 1932;
export const ids = [1932];
export const modules = {

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

/***/ 31932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPostgresRestoration: () => (/* binding */ openPostgresRestoration)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/postgres/archive/toc.js
var toc = __webpack_require__(53747);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-plan.js
var archive_plan = __webpack_require__(42019);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/copy-data.js
var copy_data = __webpack_require__(84861);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/data-settings.js
var data_settings = __webpack_require__(44683);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/read-archive.js
var read_archive = __webpack_require__(68658);
// EXTERNAL MODULE: ./lib/sources/postgres/server-error.js
var server_error = __webpack_require__(16838);
// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var postgres_session = __webpack_require__(58696);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/check-recorder.js
var check_recorder = __webpack_require__(54621);
// EXTERNAL MODULE: ./lib/sources/postgres/root-certificates.js
var root_certificates = __webpack_require__(52255);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/access.js + 1 modules
var restore_access = __webpack_require__(33291);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-folder.js
var archive_folder = __webpack_require__(18492);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/restore.js + 3 modules
var restore = __webpack_require__(62346);
// EXTERNAL MODULE: ./lib/sources/postgres/tools.js + 1 modules
var tools = __webpack_require__(98762);
;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/forced-policies.js
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
 * Policies that bind a table's owner too stop a restoring role without BYPASSRLS from validating foreign keys and from
 * reading the rows back. What is restored is nobody else's yet, so they bind the owner only when that is done.
 */
function forcedPolicies(access, plan, excluded) {
    const forced = plan.toc.entries.filter((entry) => entry.description === 'TABLE' &&
        !excluded.has(entry.dumpId) &&
        / FORCE ROW LEVEL SECURITY;/.test(entry.definition));
    const force = async (word) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            if (forced.length === 0)
                return;
            const session = __addDisposableResource(env_1, await access.open(), true);
            for (const { schema, tag } of forced) {
                const sql = `alter table only ${(0,postgres_session/* qualifiedName */.OL)(schema, tag)} ${word} row level security`;
                await session.query('restoring tables under policies', sql);
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
    };
    return { lift: () => force('no force'), impose: () => force('force') };
}

// EXTERNAL MODULE: ./lib/sources/postgres/address.js
var postgres_address = __webpack_require__(68716);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/names.js

/** PostgreSQL cuts names at this many bytes. */
const longest = 63;
/**
 * A name with something put behind it, fitted to what PostgreSQL keeps. A name that has to be cut gets a part of its
 * digest, so that two long ones never become the same.
 */
function fittedName(name, suffix) {
    const whole = `${name}${suffix}`;
    if (Buffer.byteLength(whole) <= longest)
        return whole;
    const digest = `_${(0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 6)}`;
    const room = longest - Buffer.byteLength(`${digest}${suffix}`);
    let cut = '';
    for (const character of name) {
        if (Buffer.byteLength(cut + character) > room)
            break;
        cut += character;
    }
    return `${cut}${digest}${suffix}`;
}
/** A backup's time and random part in characters that need no quotes: `20261121t101500z_k3f9x`. */
function backupStamp(backupId) {
    return backupId.toLowerCase().split('-').slice(0, 2).join('_');
}
/** The name under which a restore works until everything is whole. */
function workingName(name, backupId) {
    return fittedName(name, `_restoring_${backupStamp(backupId).split('_')[1] ?? ''}`);
}
/** What a comment begins with on whatever a restore has made and not finished. */
function restoreMark(backupId) {
    return `lifeboat restore ${backupId}`;
}
/** The same as a number that nobody else's database has for its limit of connections: it can be given at its making. */
function markingLimit(backupId) {
    return (1_000_000_000 +
        ((0,external_node_crypto_.createHash)('sha256').update(restoreMark(backupId)).digest().readUInt32BE() % 1_000_000_000));
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/place.js




/**
 * Where the request leads: a URL names a server and a database, a plain name a database on the source's own server.
 * @throws Failure `config` when neither the request nor the environment file names a server
 */
function resolvePlace(record, config, request, variables) {
    const beside = request.mode === 'side-by-side';
    const named = request.target === null || /^postgres(ql)?:\/\//.test(request.target) ? null : request.target;
    if (named === '' || named?.includes('\0') === true || Buffer.byteLength(named ?? '') > 63)
        throw new domain_failure/* Failure */.HR('config', 'target: a database’s name has 1 to 63 bytes');
    const url = request.target === null || named !== null ? null : (0,postgres_address/* addressOf */.ci)(request.target, 'target', record.database);
    const source = url ?? sourceAddress(record, config, variables);
    const defaultName = fittedName(record.database, `_${backupStamp(request.backupId)}`);
    // A URL that ends in a maintenance database names the server only.
    const inUrl = url !== null && !maintenance.includes(url.database) ? url.database : null;
    const database = named ?? (beside ? (inUrl ?? defaultName) : source.database);
    if (!beside && templates.includes(database)) {
        throw new domain_failure/* Failure */.HR('refused', `${database} is what new databases are copied from: nothing is restored over it`);
    }
    if (!beside && request.target === null && source.database !== record.database) {
        throw new domain_failure/* Failure */.HR('refused', `source ${record.name}: the backup is of another database than the one that the environment file names`, {
            hint: 'Do two applications share this environment’s name and stores? If the database was renamed, name it as target.',
            subjects: [record.database, source.database],
        });
    }
    return {
        address: source,
        database,
        // Nobody can rename a database from inside it.
        doors: beside
            ? [...new Set([...maintenance, ...(url === null ? [source.database] : [])])]
            : maintenance.filter((door) => door !== database),
    };
}
const maintenance = ['postgres', 'template1'];
const templates = ['template0', 'template1'];
function sourceAddress(record, config, variables) {
    if (config === undefined) {
        throw new domain_failure/* Failure */.HR('config', `source ${record.name}: the environment file no longer has it`, {
            hint: 'Say where to restore: give a connection URL as target.',
        });
    }
    return (0,postgres_address/* resolveAddress */.tG)(config, variables);
}
/** A connection URL without its password, for people and for hooks. */
function publicUrl(address, database) {
    const socket = address.host.startsWith('/');
    const host = socket ? '' : address.host.includes(':') ? `[${address.host}]` : address.host;
    const query = new URLSearchParams({
        ...(socket ? { host: address.host } : {}),
        ...(address.sslmode === 'prefer' ? {} : { sslmode: address.sslmode }),
        ...(address.sslrootcert === undefined ? {} : { sslrootcert: address.sslrootcert }),
    });
    const end = query.size === 0 ? '' : `?${query.toString()}`;
    return `postgresql://${encodeURIComponent(address.user)}@${host}:${address.port}/${encodeURIComponent(database)}${end}`;
}
/** A session by which databases are made and renamed: in a third database. @throws Failure when none lets us in */
async function openDoor(place, signal) {
    let first;
    for (const door of place.doors) {
        try {
            const session = await (0,postgres_session/* connect */.Ng)({ ...place.address, database: door }, { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal });
            return Object.assign(session, { door });
        }
        catch (error) {
            signal.throwIfAborted();
            first ??= error;
            // A server that is out of reach is so through every door.
            if (!(error instanceof domain_failure/* Failure */.HR) || (error.kind !== 'missing' && error.kind !== 'access'))
                throw error;
        }
    }
    throw first;
}

// EXTERNAL MODULE: ./lib/sources/postgres/restore/database-statements.js
var database_statements = __webpack_require__(63159);
;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/properties.js



/** Settings that what is restored may need while it is restored: a view may ask for one when it is filled. */
async function prepareDatabase(session, toc, name) {
    const settings = (0,database_statements/* databaseStatements */.Y)(toc, name).filter(({ kind, hinders }) => kind === 'setting' && !hinders);
    await applyStatements(session, settings);
}
/**
 * Makes the database what it was: settings of its own and of roles in it, limits, grants. Resolves the names of what
 * this role may not do, or this server does not know.
 */
async function applyProperties(session, toc, name) {
    const doing = 'giving the database its settings and grants';
    // From where the archive's grants start.
    await session.query(doing, `grant connect, temporary on database ${(0,postgres_session/* quoteIdentifier */.Cm)(name)} to public`);
    return applyStatements(session, (0,database_statements/* databaseStatements */.Y)(toc, name).filter(({ kind }) => kind !== 'comment'));
}
/** Owner and comment as they were; within a transaction of the caller's. Resolves what could not be done. */
async function giveAway(session, toc, name, otherwise) {
    const doing = 'giving the database its owner and comment';
    const comments = (0,database_statements/* databaseStatements */.Y)(toc, name).filter(({ kind }) => kind === 'comment');
    const database = (0,postgres_session/* quoteIdentifier */.Cm)(name);
    await session.query(doing, `comment on database ${database} is ${otherwise === null ? 'null' : `'${otherwise}'`}`);
    for (const { sql } of comments)
        await session.query(doing, sql);
    const owner = ownerOf(toc);
    if (owner === null || !(await mayBecome(session, owner)))
        return owner === null ? [] : [`owner ${owner}`];
    await session.query(doing, `alter database ${database} owner to ${(0,postgres_session/* quoteIdentifier */.Cm)(owner)}`);
    return [];
}
/** The database's owner at the source; null when the archive does not say. */
function ownerOf(toc) {
    const owner = toc.entries.find((entry) => entry.description === 'DATABASE')?.owner ?? '';
    return owner === '' ? null : owner;
}
async function mayBecome(session, role) {
    const [row] = await session.query('asking for rights', "select pg_catalog.pg_has_role(oid, 'MEMBER')::text as yes from pg_catalog.pg_roles where rolname = $1", [role]);
    return row?.yes === 'true';
}
async function applyStatements(session, statements) {
    const refused = [];
    for (const { sql, label } of statements) {
        try {
            await session.query('giving the database its settings and grants', sql);
        }
        catch (error) {
            // An own failure of the connection is told by whatever comes next.
            if (!(error instanceof domain_failure/* Failure */.HR) || error.kind === 'unavailable' || error.kind === 'cancelled')
                throw error;
            refused.push(label);
        }
    }
    return refused;
}

// EXTERNAL MODULE: ./lib/sources/postgres/proof/equality.js + 1 modules
var equality = __webpack_require__(53255);
// EXTERNAL MODULE: ./lib/sources/postgres/proof/schema-equality.js
var schema_equality = __webpack_require__(55919);
// EXTERNAL MODULE: ./lib/sources/postgres/proof/soundness.js
var soundness = __webpack_require__(32621);
;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/proof.js
var proof_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var proof_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




/** Every table read back and compared with what was dumped, large objects, and what surrounds the rows. */
async function proveDataEqual(proof) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { record, plan, run, access, restored, checks } = proof;
        if (!restored.usable) {
            const reason = 'no table could be restored, so nothing more can be proven';
            throw new domain_failure/* Failure */.HR(restored.trouble ?? 'integrity', reason);
        }
        await (0,equality/* proveTablesEqual */.e)({
            plan,
            record,
            artifacts: run.artifacts,
            access,
            loaded: restored.loaded,
            excluded: restored.excluded,
            jobs: proof.jobs,
            mustHaveRows: false,
            checks,
            table: run.table,
            progress: run.progress,
            signal: run.signal,
        });
        const session = proof_addDisposableResource(env_1, await access.open(), true);
        if (restored.largeObjects.size > 0) {
            await checks.ask('equal', 'large objects', () => (0,equality/* proveLargeObjectsEqual */.s)(session, restored.largeObjects, run.signal));
        }
        await (0,soundness/* proveSound */.a)(session, {
            plan,
            record,
            excluded: restored.excluded,
            globals: proof.globals,
            checks,
            among: proof.among,
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = proof_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The definitions, as the server writes them now. */
async function proveDefinitionsEqual(proof, tools, serverMajor) {
    const { record, plan, run, context, checks, address, restored } = proof;
    if (serverMajor !== record.serverMajor || tools.major < serverMajor) {
        checks.add('equal', 'schema', {
            status: 'skipped',
            detail: `the server is PostgreSQL ${serverMajor}, which writes definitions in other words than the source’s ${record.serverMajor}`,
        });
        return;
    }
    await checks.ask('equal', 'schema', () => (0,schema_equality/* proveSchemaEqual */.O)(plan.toc, restored.excluded, {
        tools,
        processes: context.processes,
        address,
        spool: context.spool,
        sameTablespaces: proof.sameTablespaces,
        signal: run.signal,
    }));
}

// EXTERNAL MODULE: ./lib/sources/postgres/restore/globals.js
var globals = __webpack_require__(45657);
// EXTERNAL MODULE: ./lib/sources/postgres/sql-statements.js
var sql_statements = __webpack_require__(34831);
;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/roles.js






/**
 * Makes the roles that are missing, and only those: one that exists is never altered. A new role gets its attributes,
 * settings and memberships as dumped, and its password where the backup has passwords; never the powers of a superuser.
 */
async function bringRoles(session, context) {
    const script = await (0,read_archive/* readArtifact */.R9)(context.record, 'globals.sql', context.artifacts, context.signal);
    const statements = script === null ? [] : globalStatements((0,toc/* readScript */.Uq)(script));
    const present = await presentRoles(session);
    const wanted = new Set([...(0,globals/* namedRoles */.JR)(context.plan.toc), ...statements.flatMap(({ creates }) => creates)]);
    const missing = [...wanted].filter((role) => !present.has(role));
    const left = [];
    const failures = [];
    const weakened = [];
    const withPassword = new Set();
    for (const role of missing) {
        const doing = 'making a role that is missing';
        await session.query(doing, `create role ${(0,postgres_session/* quoteIdentifier */.Cm)(role)}`);
        // Who is no superuser must be a member to give things to a role.
        if (!context.facts.superuser)
            await session.query(doing, `grant ${(0,postgres_session/* quoteIdentifier */.Cm)(role)} to current_user`);
    }
    const isNew = new Set(missing);
    for (const { sql, about, grants } of statements) {
        if (about !== null && !isNew.has(about))
            continue;
        if (grants !== null && !isNew.has(grants.role) && !isNew.has(grants.member))
            continue;
        if (about === null && grants === null)
            continue;
        const { text, lost } = withoutPowers(sql);
        if (about !== null && lost)
            weakened.push(about);
        if (about !== null && / PASSWORD '/.test(sql))
            withPassword.add(about);
        try {
            await session.query('giving a role its attributes', text);
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR) || error.kind === 'unavailable' || error.kind === 'cancelled')
                throw error;
            failures.push(about ?? grants?.member ?? '');
        }
    }
    const plain = missing.filter((role) => !withPassword.has(role));
    if (plain.length > 0)
        left.push({ text: 'roles were made without passwords', subjects: plain });
    if (weakened.length > 0)
        left.push({
            text: 'roles were made without the powers of superusers, replication or BYPASSRLS',
            subjects: weakened,
        });
    if (failures.length > 0)
        left.push({
            text: 'attributes, settings or memberships of roles could not be given',
            subjects: [...new Set(failures)],
        });
    return { globals: { roles: [...wanted], errors: [] }, left };
}
async function presentRoles(session) {
    const rows = await session.query('reading the roles', 'select rolname::text as name from pg_catalog.pg_roles');
    return new Set(rows.map((row) => row.name));
}
const identifier = String.raw `("(?:[^"]|"")*"|[^\s";]+)`;
/** What pg_dumpall writes of roles; tablespaces are the server's own affair. */
function globalStatements(script) {
    const withoutCommands = script.replaceAll(/^\\(?:un)?restrict .*$/gm, '');
    return (0,sql_statements/* splitStatements */.X)(withoutCommands).flatMap((sql) => {
        const created = new RegExp(`^CREATE ROLE ${identifier};$`).exec(sql);
        if (created !== null)
            return [{ sql, creates: [(0,globals/* unquoted */.qZ)(created[1] ?? '')], about: null, grants: null }];
        const altered = new RegExp(`^(?:ALTER ROLE|COMMENT ON ROLE) ${identifier} (?!IN DATABASE )`).exec(sql);
        if (altered !== null)
            return [{ sql, creates: [], about: (0,globals/* unquoted */.qZ)(altered[1] ?? ''), grants: null }];
        const granted = new RegExp(`^GRANT ${identifier} TO ${identifier}[ ;]`).exec(sql);
        if (granted === null)
            return [];
        const grants = { role: (0,globals/* unquoted */.qZ)(granted[1] ?? ''), member: (0,globals/* unquoted */.qZ)(granted[2] ?? '') };
        return [
            { sql: sql.replace(new RegExp(` GRANTED BY ${identifier};$`), ';'), creates: [], about: null, grants },
        ];
    });
}
/** A role's attributes less those that only a superuser may give. */
function withoutPowers(sql) {
    const match = new RegExp(`^(ALTER ROLE ${identifier} WITH )(.*)$`, 's').exec(sql);
    if (match === null)
        return { text: sql, lost: false };
    const attributes = match[3] ?? '';
    const words = attributes.replaceAll(/\b(?:NO)?(?:SUPERUSER|REPLICATION|BYPASSRLS)\b ?/g, '');
    return {
        text: `${match[1]}${words.startsWith(';') || words === '' ? 'INHERIT;' : words}`,
        lost: /(?:^| )(?:SUPERUSER|REPLICATION|BYPASSRLS)\b/.test(attributes),
    };
}

// EXTERNAL MODULE: ./lib/sources/postgres/inventory.js
var inventory = __webpack_require__(53264);
// EXTERNAL MODULE: ./lib/sources/postgres/pooler.js
var pooler = __webpack_require__(71219);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/create-database.js
var create_database = __webpack_require__(70895);
;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/obstacles.js






function refusal(failure, text, hint, subjects = []) {
    return { level: 'refuse', failure, text, hint, subjects };
}
function versionFindings(facts, record) {
    if (facts.standby) {
        return [
            refusal('refused', 'the server is a standby, which cannot be written to', 'Give the URL of the primary.'),
        ];
    }
    if (facts.major >= record.restorableInto)
        return [];
    return [
        refusal('config', `the server is PostgreSQL ${facts.version}; this backup can be restored into ${record.restorableInto} or newer`, 'Restore into a newer server: give its URL as target.'),
    ];
}
/** Whether a database of the source's encoding and locale can be made there. */
async function localeFindings(session, facts, record) {
    try {
        (0,create_database/* createDatabase */.c)('any', { encoding: record.encoding, ...record.locale }, facts.major);
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        return [refusal('missing', error.message, error.hint ?? '')];
    }
    const { provider, collate, ctype } = record.locale;
    if (provider === 'icu') {
        const [row] = await session.query('looking for ICU', "select from pg_catalog.pg_collation where collprovider = 'i' limit 1");
        if (row === undefined) {
            const hint = 'Restore into a server that was built with ICU.';
            return [
                refusal('missing', 'the server was built without ICU, which the database’s collation needs', hint),
            ];
        }
    }
    const absent = [];
    for (const name of new Set([collate, ctype]))
        if (!(await hasLocale(session, name)))
            absent.push(name);
    if (absent.length === 0)
        return [];
    return [
        refusal('missing', `the server’s machine does not have the locale ${absent.join(' and ')}`, 'Install it there (on Debian and Ubuntu: locale-gen) and restart the server, or restore into another server.'),
    ];
}
/** The server checks a locale of money by the same means as one of collation; asking changes nothing. */
async function hasLocale(session, name) {
    const doing = 'asking for a locale';
    try {
        await session.query(doing, "select pg_catalog.set_config('lc_monetary', $1, true)", [name]);
        return true;
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && error.kind === 'unavailable')
            throw error;
        return false;
    }
}
async function extensionFindings(session, facts, record, answered) {
    const rows = await session.query('looking for extensions', 'select name::text, bool_or(trusted)::text as trusted from pg_catalog.pg_available_extension_versions group by 1');
    const available = new Map(rows.map((row) => [row.name, row.trusted === 'true']));
    const wanted = record.extensions
        .map(({ name }) => name)
        .filter((name) => name !== 'plpgsql' && !answered.includes(`extension ${name}`));
    const absent = wanted.filter((name) => !available.has(name));
    const closed = facts.superuser ? [] : wanted.filter((name) => available.get(name) === false);
    const without = `or ${leaveOut('extension NAME')}.`;
    return [
        ...(absent.length === 0
            ? []
            : [
                refusal('missing', `the server does not have ${(0,units/* counted */.hS)(absent.length, 'extension')} that the backup needs`, `Install their packages there, ${without}`, absent.map((name) => `extension ${name}`)),
            ]),
        ...(closed.length === 0
            ? []
            : [
                refusal('access', `only a superuser may create ${(0,units/* counted */.hS)(closed.length, 'extension')} that the backup needs`, `Restore as a superuser, ${without}`, closed.map((name) => `extension ${name}`)),
            ]),
    ];
}
/** Kinds of objects that only a superuser may make, whatever is granted. */
function needsSuperuser(entry) {
    const { description, definition } = entry;
    if (/^(EVENT TRIGGER|FOREIGN DATA WRAPPER|ACCESS METHOD|OPERATOR CLASS|OPERATOR FAMILY)$/.test(description))
        return true;
    if (/^(TEXT SEARCH PARSER|TEXT SEARCH TEMPLATE|SECURITY LABEL|SUBSCRIPTION)$/.test(description))
        return true;
    if (description === 'PUBLICATION')
        return / FOR (ALL TABLES|TABLES IN SCHEMA) /.test(definition);
    if (description === 'PUBLICATION TABLES IN SCHEMA')
        return true;
    if (description === 'PROCEDURAL LANGUAGE')
        return !/ TRUSTED /.test(definition);
    if (description === 'TYPE' || description === 'SHELL TYPE')
        return /^CREATE TYPE \S+ \(|^CREATE TYPE \S+;/.test(definition);
    return (/^(FUNCTION|PROCEDURE)$/.test(description) && /\bLANGUAGE (c|internal)\b|\bLEAKPROOF\b/.test(definition));
}
function leaveOut(example) {
    return `${howToAnswer(example)}, to leave it out with all that needs it`;
}
/** The names themselves come from data, and stand in the subjects of a refusal alone. */
function howToAnswer(example) {
    return `give each as --answered in the words in which it is listed, such as "${example}"`;
}
/** As a refusal lists an object, and an answer names it: `event trigger audit`. */
function objectName(entry) {
    return `${entry.description.toLowerCase()} ${entry.schema === '' ? '' : `${entry.schema}.`}${entry.tag}`;
}
/** What the archive holds that this role may not make, or give to its owner. */
async function rightsFindings(session, facts, plan, excluded) {
    if (facts.superuser)
        return [];
    const findings = [];
    const entries = plan.toc.entries.filter((entry) => !excluded.has(entry.dumpId));
    const barred = entries.filter(needsSuperuser).map(objectName);
    if (barred.length > 0) {
        findings.push(refusal('access', `only a superuser may make ${(0,units/* counted */.hS)(barred.length, 'object')} of the backup`, `Restore as a superuser, or ${leaveOut('event trigger NAME')}.`, barred));
    }
    const present = await presentRoles(session);
    const [right] = await session.query('asking for rights', 'select rolcreaterole::text as createrole from pg_catalog.pg_roles where rolname = current_user');
    const missing = (0,globals/* namedRoles */.JR)(plan.toc).filter((role) => !present.has(role));
    if (missing.length > 0 && right?.createrole !== 'true') {
        findings.push(refusal('access', `the server lacks ${(0,units/* counted */.hS)(missing.length, 'role')} that the backup needs, and this role may not make any`, 'Create them first, or give the restoring role CREATEROLE.', missing));
    }
    // Who owns the new database is the owner of what belongs to its owner.
    const owners = [
        ...new Set(entries.filter((entry) => !needsSuperuser(entry)).map((entry) => entry.owner)),
    ].filter((owner) => owner !== 'pg_database_owner' && present.has(owner));
    const rows = await session.query('asking for rights', "select rolname::text as role from pg_catalog.pg_roles where rolname = any ($1) and not pg_catalog.pg_has_role(oid, 'MEMBER') order by 1", [owners]);
    if (rows.length > 0) {
        findings.push(refusal('access', `this role cannot give objects to ${(0,units/* counted */.hS)(rows.length, 'role that owns', 'roles that own')} them in the backup`, 'Grant them to the restoring role (GRANT owner TO role), or restore as a superuser.', rows.map((row) => row.role)));
    }
    return findings;
}
/** Free disk where the data lies: only told where the server is on this machine. */
async function freeDisk(session, address) {
    if (!address.host.startsWith('/') && !/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(address.host))
        return null;
    const [row] = await session.query('asking where the data lies', "select current_setting('data_directory', true) as folder where pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE')");
    const folder = row?.folder ?? null;
    if (folder === null)
        return null;
    return (0,external_node_fs_promises_.statfs)(folder).then((disk) => disk.bavail * disk.bsize, () => null);
}
function diskFindings(needed, free) {
    if (free === null) {
        return [{ level: 'notice', text: 'how much disk the server has free cannot be told from here' }];
    }
    if (free >= needed)
        return [];
    return [
        refusal('capacity', `the restore needs about ${needed} bytes of disk on the server, and ${free} are free`, 'Free disk space there, or restore into another server.'),
    ];
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/selection.js

/** Kinds of entries that stand for themselves: they come along only when something needs them. */
const ofItsOwn = new Set([
    'TABLE',
    'VIEW',
    'MATERIALIZED VIEW',
    'FOREIGN TABLE',
    'FUNCTION',
    'PROCEDURE',
    'AGGREGATE',
    'TYPE',
    'DOMAIN',
    'SCHEMA',
    'EXTENSION',
    'PUBLICATION',
    'SUBSCRIPTION',
    'EVENT TRIGGER',
    'SERVER',
    'CAST',
    'OPERATOR',
    'OPERATOR CLASS',
    'OPERATOR FAMILY',
    'COLLATION',
    'CONVERSION',
    'TRANSFORM',
]);
/** Entries of the archive itself, which any restore needs. */
const ofTheArchive = new Set(['ENCODING', 'STDSTRINGS', 'SEARCHPATH', 'DATABASE', 'DATABASE PROPERTIES']);
/**
 * The entries for some tables and schemas: the tables with their data and all that hangs on them, and whatever these
 * cannot be without. What needs a table that stays behind is left out and named.
 * @throws Failure `missing` for a name that the backup does not have
 */
function chooseEntries(plan, selection) {
    const { entries } = plan.toc;
    const byId = new Map(entries.map((entry) => [entry.dumpId, entry]));
    const dependents = new Map();
    for (const entry of entries) {
        for (const id of entry.dependencies) {
            const list = dependents.get(id);
            if (list === undefined)
                dependents.set(id, [entry]);
            else
                list.push(entry);
        }
    }
    const roots = entries.filter((entry) => isWanted(entry, selection));
    demandAll(roots, entries, selection);
    const withData = new Set();
    const included = new Set();
    // Partitions of a table that was asked for hold its rows.
    const left = roots.map((entry) => entry.dumpId);
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
        if (withData.has(id))
            continue;
        withData.add(id);
        for (const entry of dependents.get(id) ?? []) {
            if (entry.description !== 'TABLE ATTACH')
                continue;
            // It depends on both, and bears the name of the partition.
            const partition = entry.dependencies.find((other) => {
                const candidate = byId.get(other);
                return candidate?.schema === entry.schema && candidate.tag === entry.tag;
            });
            if (partition !== undefined && partition !== id)
                left.push(partition);
        }
    }
    const needs = (id) => {
        const closure = new Set();
        const open = [id];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const entry = byId.get(next);
            if (entry === undefined || closure.has(next))
                continue;
            closure.add(next);
            open.push(...entry.dependencies);
        }
        return [...closure];
    };
    for (const id of withData)
        for (const needed of needs(id))
            included.add(needed);
    const leftBehind = [];
    const judged = new Set();
    // A set hands out also what is added while it is walked.
    for (const id of included) {
        for (const entry of dependents.get(id) ?? []) {
            if (included.has(entry.dumpId) || judged.has(entry.dumpId) || ofItsOwn.has(entry.description))
                continue;
            const isData = /^(TABLE DATA|MATERIALIZED VIEW DATA|STATISTICS DATA)$/.test(entry.description);
            if (isData && !entry.dependencies.some((other) => withData.has(other)))
                continue;
            const closure = needs(entry.dumpId);
            const needsOther = closure.some((other) => byId.get(other)?.description === 'TABLE' && !included.has(other));
            if (needsOther) {
                judged.add(entry.dumpId);
                leftBehind.push(described(entry));
            }
            else
                for (const other of closure)
                    included.add(other);
        }
    }
    const tables = roots.map((entry) => `${entry.schema}.${entry.tag}`);
    return {
        excluded: new Set(entries
            .filter((entry) => !included.has(entry.dumpId) && !ofTheArchive.has(entry.description))
            .map((entry) => entry.dumpId)),
        tables: [...new Set(tables)],
        needed: entries
            .filter((entry) => included.has(entry.dumpId) && !withData.has(entry.dumpId) && ofItsOwn.has(entry.description))
            .map(described),
        leftBehind,
    };
}
function isWanted(entry, selection) {
    if (selection.schemas.includes(entry.schema))
        return ofItsOwn.has(entry.description) || entry.description === 'SEQUENCE';
    return entry.description === 'TABLE' && selection.tables.includes(`${entry.schema}.${entry.tag}`);
}
function demandAll(roots, entries, selection) {
    const found = new Set(roots.map((entry) => `${entry.schema}.${entry.tag}`));
    const absent = [
        ...selection.tables.filter((name) => !found.has(name)),
        ...selection.schemas.filter((name) => !entries.some((entry) => entry.schema === name)),
    ];
    if (absent.length > 0) {
        throw new domain_failure/* Failure */.HR('missing', `the backup does not have ${absent.length} of the tables or schemas asked for`, {
            hint: 'Write tables as schema.table, as reports name them.',
            subjects: absent,
        });
    }
}
function described(entry) {
    return `${entry.description} ${entry.schema === '' ? '' : `${entry.schema}.`}${entry.tag}`;
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/survey.js
var survey_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var survey_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/** Looks for all that stands in the way whatever the mode. @param artifacts lets it look into the archive too */
async function survey(base, door, artifacts, signal) {
    const { record, request, place } = base;
    const facts = await (0,inventory/* readServerFacts */.TX)(door);
    const findings = [...versionFindings(facts, record)];
    const pooling = await (0,pooler/* detectPooling */.K)(door, { ...place.address, database: facts.database }, 'lifeboat', signal);
    if (pooling !== 'none') {
        findings.push(refusal('refused', 'the connection goes through a pooler, which keeps sessions of its own in the database', (0,pooler/* directUrlHint */.G)(place.address)));
    }
    findings.push(...(await extensionFindings(door, facts, record, request.answered)));
    const diskNeeded = record.databaseSize;
    const diskFree = await freeDisk(door, place.address);
    findings.push(...diskFindings(diskNeeded, diskFree));
    const result = {
        facts,
        findings,
        plan: null,
        chosen: null,
        excluded: new Set(),
        givenUp: [],
        missingTablespaces: [],
        diskNeeded,
        diskFree,
    };
    if (artifacts !== null)
        await lookIntoArchive(base, door, artifacts, result, signal);
    return result;
}
async function lookIntoArchive({ record, request }, door, artifacts, result, signal) {
    const plan = (0,archive_plan/* planArchive */.eM)(await (0,read_archive/* readToc */.PP)(record, artifacts, signal), record);
    const { selection, answered } = request;
    if (selection !== null && selection.rows.length === 0)
        result.chosen = chooseEntries(plan, selection);
    const givenUp = (0,archive_plan/* dependingOn */.C2)(plan.toc, (entry) => answered.includes(objectName(entry)) && (entry.description === 'EXTENSION' || needsSuperuser(entry)));
    result.excluded = new Set([...(result.chosen?.excluded ?? []), ...givenUp]);
    result.givenUp = plan.toc.entries.filter((entry) => givenUp.has(entry.dumpId)).map(objectName);
    result.plan = plan;
    result.missingTablespaces = await missingTablespaces(door, plan);
    if (result.missingTablespaces.length > 0)
        result.findings.push({
            level: 'warning',
            text: 'the server lacks tablespaces of the backup, so everything goes to the default one',
            subjects: result.missingTablespaces,
        });
    result.findings.push(...(await rightsFindings(door, result.facts, plan, result.excluded)));
}
async function missingTablespaces(door, plan) {
    const wanted = new Set(plan.toc.entries.map(({ tablespace }) => tablespace).filter((name) => name !== ''));
    const rows = await door.query('looking for tablespaces', 'select spcname::text as name from pg_catalog.pg_tablespace');
    for (const { name } of rows)
        wanted.delete(name);
    return [...wanted];
}
/** Stops before anything is made. @throws Failure with everything that was refused */
function demandNothingRefused(findings) {
    const refused = findings.filter((finding) => finding.level === 'refuse');
    const [first] = refused;
    if (first === undefined)
        return;
    throw new domain_failure/* Failure */.HR(first.failure ?? 'refused', refused.map((finding) => finding.text).join('; '), {
        hint: [...new Set(refused.map((finding) => finding.hint ?? ''))].filter(Boolean).join(' '),
        subjects: refused.flatMap((finding) => finding.subjects ?? []),
    });
}
/** Whether the source's own database is there; asked at its own address, which may be another than the target. */
async function findSource(base, signal) {
    const { config, record, context } = base;
    const told = (text) => ({ level: 'warning', text: `source ${record.name}: ${text}` });
    if (config === undefined)
        return told('the environment file no longer has it');
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const address = (0,postgres_address/* resolveAddress */.tG)(config, context.variables);
            const _session = survey_addDisposableResource(env_1, await (0,postgres_session/* connect */.Ng)(address, {
                applicationName: 'lifeboat',
                signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
            }), true);
            return null;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = survey_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof domain_failure/* Failure */.HR && error.kind === 'access')
            return null;
        const isGone = error instanceof domain_failure/* Failure */.HR && error.kind === 'missing';
        return told(`${isGone ? 'it is gone' : 'it cannot be asked'}: ${error instanceof domain_failure/* Failure */.HR ? error.message : 'it does not answer'}`);
    }
}
/** Facts and steps that every mode shares, for people. */
function describeSurvey({ facts, chosen, givenUp, diskFree, diskNeeded }, record) {
    return {
        diskNeeded,
        diskFree,
        facts: [
            { label: 'Server', text: `PostgreSQL ${facts.version}` },
            {
                label: 'Disk on the server',
                text: `about ${(0,units/* formatBytes */.z3)(diskNeeded)} needed, ${diskFree === null ? 'free space unknown' : `${(0,units/* formatBytes */.z3)(diskFree)} free`}`,
            },
        ],
        steps: [
            {
                name: 'restore',
                detail: chosen === null
                    ? `${record.tables.filter((table) => table.kind === 'table').length} tables with their data, then indexes and constraints, then statistics`
                    : `${chosen.tables.length} tables with their data and what they need`,
                ...(chosen === null ? {} : { subjects: chosen.tables }),
            },
            ...(chosen === null || chosen.needed.length === 0
                ? []
                : [
                    { name: 'needed', detail: 'what these cannot be without, without data', subjects: chosen.needed },
                ]),
            ...(chosen === null || chosen.leftBehind.length === 0
                ? []
                : [
                    {
                        name: 'left behind',
                        detail: 'needs tables that are not restored',
                        subjects: chosen.leftBehind,
                    },
                ]),
            ...(givenUp.length === 0 ? [] : [{ name: 'given up', detail: 'as answered', subjects: givenUp }]),
            {
                name: 'prove',
                detail: 'every table read back and compared with what was dumped; definitions, sequences',
            },
        ],
    };
}
/** What does not come along, for the result. */
function leftOut({ chosen, givenUp, missingTablespaces, }) {
    return [
        ...(chosen === null || chosen.leftBehind.length === 0
            ? []
            : [
                {
                    text: 'foreign keys and the like were not made, since they need tables that were not restored',
                    subjects: chosen.leftBehind,
                },
            ]),
        ...(chosen === null || chosen.needed.length === 0
            ? []
            : [{ text: 'came along without data, since the tables need them', subjects: chosen.needed }]),
        ...(givenUp.length === 0 ? [] : [{ text: 'left out, as answered', subjects: givenUp }]),
        ...(missingTablespaces.length === 0
            ? []
            : [
                {
                    text: 'the server lacks these tablespaces, so everything went to the default one',
                    subjects: missingTablespaces,
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/working-database.js




/** Whose a database is: ours if it bears the mark of this backup's restore, as a comment or, before it has one, as its limit. */
async function lookUpName(session, name, backupId) {
    const [row] = await session.query('looking for databases', `select pg_catalog.shobj_description(oid, 'pg_database') as comment, (datallowconn or datconnlimit <> $2)::text as other
     from pg_catalog.pg_database where datname = $1`, [name, markingLimit(backupId)]);
    if (row === undefined)
        return 'free';
    if (row.comment === null)
        return row.other === 'false' ? 'ours' : 'taken';
    const mark = restoreMark(backupId);
    return row.comment === mark || row.comment.startsWith(`${mark} `) ? 'ours' : 'taken';
}
/** Makes the database that a restore fills, marked as ours before anybody can enter it. */
async function makeWorkingDatabase(session, context) {
    const { name, backupId, record } = context;
    const doing = 'making the database';
    await dropIfOurs(session, name, backupId);
    const tablespace = await tablespaceOf(session, context.toc);
    const sql = (0,create_database/* createDatabase */.c)(name, { encoding: record.encoding, ...record.locale }, context.major).replace(/;\n$/, '');
    await session.query(doing, `${sql}${tablespace === null ? '' : ` TABLESPACE ${(0,postgres_session/* quoteIdentifier */.Cm)(tablespace)}`} ALLOW_CONNECTIONS false CONNECTION LIMIT ${markingLimit(backupId)}`);
    const database = (0,postgres_session/* quoteIdentifier */.Cm)(name);
    await session.query(doing, `comment on database ${database} is '${restoreMark(backupId)} is not finished'`);
    // Until it is whole it is nobody's business.
    await session.query(doing, `revoke all on database ${database} from public`);
    await session.query(doing, `alter database ${database} allow_connections true connection limit -1`);
}
/** Removes what an interrupted restore of this backup left. @throws Failure `refused` when the name is another's */
async function dropIfOurs(session, name, backupId) {
    const taken = await lookUpName(session, name, backupId);
    if (taken === 'free')
        return;
    if (taken === 'taken') {
        throw new domain_failure/* Failure */.HR('refused', 'a database of the name that this restore works under is there, and is not ours', {
            hint: 'Rename or drop it, or restore to another target.',
            subjects: [name],
        });
    }
    await session.query('removing what an interrupted restore left', `drop database ${(0,postgres_session/* quoteIdentifier */.Cm)(name)} with (force)`);
}
/** The database's own tablespace, where the server has one of that name. */
async function tablespaceOf(session, toc) {
    const entry = toc.entries.find((candidate) => candidate.description === 'DATABASE');
    const match = / TABLESPACE = (?:"((?:[^"]|"")*)"|([^\s;"]+))/.exec(entry?.definition ?? '');
    const name = match?.[2] ?? match?.[1]?.replaceAll('""', '"');
    if (name === undefined)
        return null;
    const [row] = await session.query('looking for tablespaces', 'select from pg_catalog.pg_tablespace where spcname = $1', [name]);
    return row === undefined ? null : name;
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/beside.js
var beside_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var beside_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Fills a new database with what was backed up, proves it, and makes it what the old one was but for name, owner and
 * comment. A restore that came to its end with a failed check leaves its database for a look, under the working name;
 * the next restore of the backup removes it.
 */
async function restoreBeside(beside) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { record, request, context, place, door, working, run, survey } = beside;
        const { facts, excluded, plan } = survey;
        if (plan === null)
            throw new domain_failure/* Failure */.HR('bug', 'the archive was not looked into');
        const { toc } = plan;
        const { signal } = run;
        const wrong = [];
        const checks = new check_recorder/* CheckRecorder */.PZ((check) => {
            if (check.status === 'failed')
                wrong.push(check);
            run.check(check);
        }, context.clock, signal);
        const steps = [];
        const step = async (name, work) => {
            const started = context.clock.ticks();
            const result = await work();
            steps.push({ name, duration: context.clock.ticks() - started });
            return result;
        };
        const tools = await findProgramsFor(beside, signal);
        const archive = beside_addDisposableResource(env_1, await (0,archive_folder/* layOutArchive */.t)({
            record,
            artifacts: run.artifacts,
            spool: context.spool,
            signal,
        }), true);
        const address = {
            ...(await (0,root_certificates/* addressForClient */.hm)(place.address, tools.major, archive.path)),
            database: working,
        };
        const roles = await step('roles', () => bringRoles(door, { plan, record, artifacts: run.artifacts, facts, signal }));
        try {
            await step('database', async () => {
                await makeWorkingDatabase(door, {
                    name: working,
                    backupId: request.backupId,
                    record,
                    toc,
                    major: facts.major,
                });
                await prepareDatabase(door, toc, working);
            });
            const access = (0,restore_access/* accessByConnections */.N)({
                address,
                ...(await sessionSettings(door, record)),
                tools,
                processes: context.processes,
                toc,
                archive: archive.path,
                noTablespaces: survey.missingTablespaces.length > 0,
                signal,
            });
            const policies = forcedPolicies(access, plan, excluded);
            const restored = await (0,restore/* restoreArchive */.B)({
                plan,
                record,
                artifacts: run.artifacts,
                access,
                archive: archive.path,
                excluded,
                clock: context.clock,
                ...(facts.bypassRls ? {} : { afterDefinitions: policies.lift }),
                jobs: request.jobs,
                checks,
                progress: run.progress,
                signal,
            });
            steps.push(...restored.steps);
            const proof = {
                record,
                plan,
                run,
                context,
                access,
                address,
                restored,
                globals: roles.globals,
                jobs: request.jobs,
                checks,
                among: null,
            };
            await step('proof of the data', () => proveDataEqual(proof));
            if (!facts.bypassRls)
                await policies.impose();
            await step('proof of the definitions', () => proveDefinitionsEqual({ ...proof, sameTablespaces: survey.missingTablespaces.length === 0 }, tools, facts.major));
            const refused = await step('settings and grants', () => applyProperties(door, toc, working));
            const bytes = [...restored.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0);
            const full = wrong.find(({ failure }) => failure === 'capacity');
            // Nothing is to be seen in what a full disk has cut off, and what is in use may need its room.
            if (full !== undefined)
                throw cutOff(full);
            if (wrong.length > 0)
                throw notWhole(wrong, working);
            return {
                plan,
                result: {
                    database: working,
                    place: publicUrl(place.address, working),
                    bytes,
                    steps,
                    left: [
                        ...leftOut(survey),
                        ...roles.left,
                        ...(refused.length === 0
                            ? []
                            : [{ text: 'settings or grants of the database that could not be given', subjects: refused }]),
                    ],
                },
            };
        }
        catch (error) {
            if (wrong.length > 0 && error instanceof domain_failure/* Failure */.HR && error.subjects.includes(working))
                throw error;
            throw await withoutTraces(error, beside);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = beside_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Removes what was made, or says where it lies. */
async function withoutTraces(error, { place, working, request }) {
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            // By a session of its own: the other's may be what broke, or may have been told to stop.
            const signal = AbortSignal.timeout(4_000);
            const door = beside_addDisposableResource(env_2, await openDoor(place, signal), true);
            await dropIfOurs(door, working, request.backupId);
            return error;
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = beside_disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
    catch {
        return new domain_failure/* Failure */.HR(failure.kind, failure.message, {
            hint: `${failure.hint === undefined ? '' : `${failure.hint} `}An unfinished database may be left; the next restore of this backup removes it.`,
            subjects: [...failure.subjects, working],
            cause: error,
        });
    }
}
function cutOff({ detail, subjects, hint }) {
    return new domain_failure/* Failure */.HR('capacity', `the restore could not be finished: ${detail}`, {
        hint: `${hint === undefined ? '' : `${hint} `}What was restored by then is removed; what is in use was not touched. Run it again when there is room.`,
        subjects,
    });
}
function notWhole(wrong, working) {
    const kind = wrong.find((check) => check.failure !== null)?.failure ?? 'integrity';
    return new domain_failure/* Failure */.HR(kind, `the restored database is not what was backed up: ${(0,units/* counted */.hS)(wrong.length, 'check')} failed, first: ${wrong[0]?.detail}`, {
        hint: 'It was left for a look, under the name given; the next restore of this backup removes it. What is in use was not touched.',
        subjects: [working],
    });
}
/** What makes filling a database fast, by sessions of their own and without the server's settings being touched. */
async function sessionSettings(session, record) {
    const doing = 'reading settings';
    const [row] = await session.query(doing, `select greatest(pg_size_bytes(current_setting('maintenance_work_mem')),
       least(pg_size_bytes(current_setting('shared_buffers')), 536870912)) / 1024 as memory`);
    return {
        lcMonetary: await usableMonetary(session, record.lcMonetary),
        settings: {
            default_transaction_read_only: 'off',
            // A server that crashes meanwhile leaves an unfinished database, which is begun anew.
            synchronous_commit: 'off',
            maintenance_work_mem: `${row?.memory ?? '65536'}kB`,
        },
    };
}
/** The locale of money as it was dumped, where the server has it: without it only columns of money read otherwise. */
async function usableMonetary(session, locale) {
    const doing = 'trying a locale';
    try {
        await session.query(doing, "select pg_catalog.set_config('lc_monetary', $1, false)", [locale]);
        return locale;
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR) || error.kind === 'unavailable')
            throw error;
        return 'C';
    }
}
/** pg_restore and pg_dump of the archive's own major. */
function findProgramsFor({ record, config, context }, signal) {
    return (0,tools/* toolsFor */.J)(record.restorableInto, { install: config?.install ?? 'auto', needServer: false }, context, signal);
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/lock.js


/**
 * Lets nobody else restore under the same names as long as the session lasts; the server lets go of it by itself when
 * we are killed. @throws Failure `refused` when another restore holds it
 */
async function holdNames(session, names) {
    for (const name of names) {
        const key = (0,external_node_crypto_.createHash)('sha256').update(`lifeboat restore\0${name}`).digest().readBigInt64BE().toString();
        const [row] = await session.query('locking the restore', 'select pg_catalog.pg_try_advisory_lock($1)::text as held', [key]);
        if (row?.held !== 'true') {
            throw new domain_failure/* Failure */.HR('refused', 'another restore into the same database is running', {
                hint: 'Wait for it to end, or end it. One that was killed lets go as soon as the server notices.',
                subjects: [name],
            });
        }
    }
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/rows.js
var rows_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rows_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Some rows of some tables, for inspection: into a schema of their own, `lifeboat_<backup>`, of the database that is
 * there, or that the target names. Nothing else in it is touched. The schema appears whole or not at all, since one
 * transaction makes it.
 *
 * The conditions are the user's own SQL. They are asked of a temporary copy of the table with the rights of the role that
 * restores, in a transaction that may only read, under the database's own search_path.
 */
function openRows(base) {
    const { place, request, record } = base;
    const schema = `lifeboat_${backupStamp(request.backupId)}`;
    const wanted = request.selection?.rows ?? [];
    // Rows are put beside what is in use; only a plain name or a URL leads elsewhere.
    const database = request.target === null ? place.address.database : place.database;
    const enter = (signal) => (0,postgres_session/* connect */.Ng)({ ...place.address, database }, { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal });
    const look = async (session, artifacts, signal) => {
        const found = await survey({ ...base, request: { ...request, selection: null } }, session, null, signal);
        const others = [...(request.selection?.tables ?? []), ...(request.selection?.schemas ?? [])];
        const findings = found.findings.filter(({ failure }) => failure !== 'missing' && failure !== 'capacity');
        if (others.length > 0)
            findings.push(refusal('config', 'rows of tables and whole tables cannot be restored at once', 'Restore them one after the other.', others));
        const rows = await session.query('looking for schemas', 'select from pg_catalog.pg_namespace where nspname = $1', [schema]);
        if (rows.length > 0)
            findings.push(refusal('refused', 'the schema for the rows is there already, from an earlier restore of this backup', 'Drop it when it is no longer needed: DROP SCHEMA … CASCADE.', [schema]));
        const [right] = await session.query('asking for rights', `select (pg_catalog.has_database_privilege(current_database(), 'CREATE') and pg_catalog.has_database_privilege(current_database(), 'TEMPORARY'))::text as create`);
        if (right?.create !== 'true')
            findings.push(refusal('access', 'this role may not make schemas and temporary tables in the database', 'GRANT CREATE, TEMPORARY ON DATABASE to it.'));
        const plan = artifacts === null ? null : (0,archive_plan/* planArchive */.eM)(await (0,read_archive/* readToc */.PP)(record, artifacts, signal), record);
        const absent = wanted.filter(({ table }) => !record.tables.some((known) => `${known.schema}.${known.name}` === table));
        if (absent.length > 0)
            findings.push(refusal('missing', `the backup does not have ${absent.length} of the tables asked for`, 'Write tables as schema.table, as reports name them.', absent.map(({ table }) => table)));
        return { found, findings, plan };
    };
    return {
        async inspect(signal, artifacts) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const session = rows_addDisposableResource(env_1, await enter(signal), true);
                const { found, findings } = await look(session, artifacts ?? null, signal);
                const { facts, diskFree } = describeSurvey(found, record);
                const tables = record.tables.filter((table) => wanted.some((row) => row.table === `${table.schema}.${table.name}`));
                return {
                    findings,
                    facts,
                    diskFree,
                    diskNeeded: tables.reduce((sum, table) => sum + table.bytes, 0),
                    present: 'there',
                    place: publicUrl(place.address, database),
                    keptAs: null,
                    steps: [
                        {
                            name: 'rows',
                            detail: 'each table into a temporary one, then the rows asked for into a schema of their own',
                            subjects: [schema, ...wanted.map(({ table }) => table)],
                        },
                    ],
                };
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = rows_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        async restore(run) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = rows_addDisposableResource(env_2, await enter(run.signal), true);
                await holdNames(session, [`${database}\0${schema}`]);
                const { findings, plan } = await look(session, run.artifacts, run.signal);
                demandNothingRefused(findings);
                if (plan === null)
                    throw new domain_failure/* Failure */.HR('bug', 'the archive was not looked into');
                return await restoreRows({ ...base, session, plan, schema, database, run });
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = rows_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
        exchange: async () => {
            throw new domain_failure/* Failure */.HR('bug', 'rows for inspection replace nothing');
        },
        async [Symbol.asyncDispose]() { },
    };
}
async function restoreRows(context) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const { request, record, place, session, plan, schema, database, run, context: world } = context;
        const started = world.clock.ticks();
        const { lcMonetary, settings } = await sessionSettings(session, record);
        const open = () => (0,postgres_session/* connect */.Ng)({ ...place.address, database }, {
            applicationName: 'lifeboat',
            settings: { ...(0,data_settings/* dataSettings */.W)(lcMonetary), ...settings, synchronous_commit: 'on' },
            signal: run.signal,
        });
        const reading = rows_addDisposableResource(env_3, await open(), true);
        const writing = rows_addDisposableResource(env_3, await open(), true);
        const doing = 'restoring rows';
        await writing.query(doing, 'begin');
        await writing.query(doing, `create schema ${(0,postgres_session/* quoteIdentifier */.Cm)(schema)}`);
        await writing.query(doing, `comment on schema ${(0,postgres_session/* quoteIdentifier */.Cm)(schema)} is '${restoreMark(request.backupId)}: rows for inspection'`);
        let bytes = 0;
        for (const { table: name, where } of request.selection?.rows ?? []) {
            const table = plan.tables.find((candidate) => candidate.name === name);
            const definition = plan.toc.entries.find((entry) => entry.description === 'TABLE' && `${entry.schema}.${entry.tag}` === name);
            if (table === undefined || definition === undefined)
                throw new domain_failure/* Failure */.HR('missing', 'the backup has no rows of a table asked for', { subjects: [name] });
            const columns = columnsOf(table, definition);
            const digest = await fillTemporary(reading, table, columns, plan, run);
            bytes += digest.bytes;
            const target = uniqueTarget(schema, definition, request.selection?.rows ?? []);
            await writing.query(doing, `create table ${target} (${columns.map(({ sql }) => sql).join(', ')})`);
            const rows = await copyMatching(reading, writing, definition.tag, target, where, run.signal);
            run.table({
                source: record.name,
                name,
                rows,
                bytes: null,
                status: 'unproven',
                note: `${rows} of ${digest.rows} rows fulfil the condition`,
            });
            await reading.query(doing, 'drop table pg_temp.lifeboat_rows');
        }
        await writing.query(doing, 'commit');
        return {
            database,
            schema,
            place: publicUrl(place.address, database),
            bytes,
            steps: [{ name: 'rows', duration: world.clock.ticks() - started }],
            left: [
                {
                    text: 'the rows have neither indexes nor constraints nor defaults',
                    subjects: [],
                },
            ],
        };
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = rows_disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}
/**
 * The columns that the backup has data of, with their types, from lines of CREATE TABLE as pg_dump writes them. A type
 * that cannot be read so becomes text, which takes any value as COPY writes it.
 */
function columnsOf(table, definition) {
    const types = new Map();
    const end = String.raw `(?: COLLATE .*| STORAGE .*| COMPRESSION .*| DEFAULT .*| GENERATED .*| CONSTRAINT .*| NOT NULL.*)?,?$`;
    const line = new RegExp(String.raw `^ {4}("(?:[^"]|"")*"|[^\s",(]+) ((?:"[^"]*"|[^"])+?)${end}`);
    for (const text of definition.definition.split('\n')) {
        const match = line.exec(text);
        if (match?.[1] !== undefined && match[2] !== undefined)
            types.set(match[1], match[2]);
    }
    return table.columns.map((name) => ({ name, sql: `${name} ${types.get(name) ?? 'text'}` }));
}
/** A table's name in the schema of rows; with its own schema's where two are namesakes. */
function uniqueTarget(schema, { schema: own, tag }, rows) {
    const namesakes = rows.filter(({ table }) => table.endsWith(`.${tag}`)).length;
    return (0,postgres_session/* qualifiedName */.OL)(schema, namesakes > 1 ? `${own}_${tag}` : tag);
}
async function fillTemporary(session, table, columns, plan, run) {
    await session.query('restoring rows', `create temporary table lifeboat_rows (${columns.map(({ sql }) => sql).join(', ')})`);
    const list = columns.length === 0 ? '' : ` (${columns.map(({ name }) => name).join(', ')})`;
    return (0,copy_data/* copyIn */.DE)(session, `copy pg_temp.lifeboat_rows${list} from stdin with (encoding '${(0,toc/* archiveEncoding */.mE)(plan.toc)}')`, await (0,read_archive/* openTableFile */.BQ)(table, { plan, artifacts: run.artifacts, signal: run.signal }), run.signal);
}
/** The rows that fulfil the condition, through us into the other session's table: this one may only read. */
async function copyMatching(reading, writing, alias, target, where, signal) {
    const doing = 'asking for the rows that fulfil a condition';
    await reading.query(doing, 'begin transaction read only');
    await reading.query(doing, 'set local search_path to default');
    // By itself first, in a query that can hold one statement only.
    const select = `select * from pg_temp.lifeboat_rows as ${(0,postgres_session/* quoteIdentifier */.Cm)(alias)} where (${where}\n)`;
    await reading.query(doing, `select from (${select}) as tried where $1::boolean`, [false]);
    const { from, to } = await __webpack_require__.e(/* import() */ 6901).then(__webpack_require__.t.bind(__webpack_require__, 26901, 19));
    const source = reading.client.query(to(`copy (${select}) to stdout`));
    const sink = writing.client.query(from(`copy ${target} from stdin`));
    try {
        await (0,promises_.pipeline)(source, new external_node_stream_.PassThrough(), sink, { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        throw (0,server_error/* serverFailure */.a)(error, doing);
    }
    await reading.query(doing, 'commit');
    return sink.rowCount;
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/side-by-side.js
var side_by_side_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var side_by_side_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/** A new database beside all others. It has a working name until it is whole and proven. */
function openSideBySide(base) {
    const { place, request, record } = base;
    const working = workingName(place.database, request.backupId);
    const look = async (door, artifacts, signal) => {
        const found = await survey(base, door, artifacts, signal);
        found.findings.push(...(await makingFindings(door, base, found, working)), ...((await lookUpName(door, place.database, request.backupId)) === 'free'
            ? []
            : [taken(place.database)]));
        return found;
    };
    return {
        async inspect(signal, artifacts) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const door = side_by_side_addDisposableResource(env_1, await openDoor(place, signal), true);
                const found = await look(door, artifacts ?? null, signal);
                const gone = await findSource(base, signal);
                if (gone !== null)
                    found.findings.push(gone);
                const { steps, ...described } = describeSurvey(found, record);
                return {
                    ...described,
                    findings: found.findings,
                    present: gone === null ? 'there' : 'gone',
                    place: publicUrl(place.address, place.database),
                    keptAs: null,
                    steps: [
                        { name: 'make', detail: 'a new database, under a working name', subjects: [working] },
                        ...steps,
                        { name: 'name', detail: 'the database gets its name', subjects: [place.database] },
                    ],
                };
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = side_by_side_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        async restore(run) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const door = side_by_side_addDisposableResource(env_2, await openDoor(place, run.signal), true);
                await holdNames(door, [place.database, working]);
                const found = await look(door, run.artifacts, run.signal);
                demandNothingRefused(found.findings);
                const { plan, result } = await restoreBeside({ ...base, door, working, run, survey: found });
                const refused = await nameIt(door);
                return {
                    ...result,
                    database: place.database,
                    place: publicUrl(place.address, place.database),
                    left: [...result.left, ...refused],
                };
                async function nameIt(session) {
                    const doing = 'naming the restored database';
                    await session.query(doing, 'begin');
                    await session.query(doing, `alter database ${(0,postgres_session/* quoteIdentifier */.Cm)(working)} rename to ${(0,postgres_session/* quoteIdentifier */.Cm)(place.database)}`);
                    const kept = await giveAway(session, plan.toc, place.database, `restored by Lifeboat from backup ${request.backupId}`);
                    await session.query(doing, 'commit');
                    return kept.length === 0
                        ? []
                        : [
                            {
                                text: 'the database belongs to the role that restored it, which is not its owner at the source',
                                subjects: kept,
                            },
                        ];
                }
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = side_by_side_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
        exchange: async () => {
            throw new domain_failure/* Failure */.HR('bug', 'a restore side by side replaces nothing');
        },
        async [Symbol.asyncDispose]() { },
    };
}
function taken(name) {
    return refusal('refused', 'a database of that name exists already', 'Give another name as target, or drop that database if it is no longer needed.', [name]);
}
/** Whether a new database can be made there, under its working name. */
async function makingFindings(door, { record, request }, { facts }, working) {
    const [right] = await door.query('asking for rights', 'select (rolcreatedb or rolsuper)::text as yes from pg_catalog.pg_roles where rolname = current_user');
    return [
        ...(await localeFindings(door, facts, record)),
        ...(right?.yes === 'true'
            ? []
            : [
                refusal('access', 'this role may not make databases', 'Give it CREATEDB, or restore in place (mode in-place).'),
            ]),
        ...((await lookUpName(door, working, request.backupId)) === 'taken'
            ? [
                refusal('refused', 'a database of the name that this restore works under is there, and is not ours', 'Rename or drop it, or restore to another target.', [working]),
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/answers.js

/**
 * Answers that fit nothing: a name that was mistyped, or lacks its kind, would otherwise be passed over in silence.
 * @param listed what this restore could have listed besides objects of the archive
 * @param plan of the archive; null when it was not read, and only a name without its kind is known to fit nothing
 */
function unfitAnswers(answered, listed, plan) {
    const entries = plan?.toc.entries ?? [];
    const objects = entries
        .filter((entry) => entry.description === 'EXTENSION' || needsSuperuser(entry))
        .map(objectName);
    const known = new Set([...listed, ...objects]);
    const unfit = answered.filter((name) => !known.has(name) && (plan !== null || !name.includes(' ')));
    if (unfit.length === 0)
        return [];
    return [
        {
            level: 'warning',
            text: 'what was given as answered fits nothing that this restore would refuse for',
            hint: `To answer what a refusal lists, ${howToAnswer('logical slot NAME')}.`,
            subjects: unfit,
        },
    ];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/single-session.js






/** Something that is not in a schema was there already. */
const duplicate = '42710';
/**
 * One session for all of a restore, in a transaction that somebody else begins and ends. pg_restore only writes the
 * script; the session runs it, entry by entry.
 */
function accessBySession(session, context) {
    const shared = {
        client: session.client,
        keyPid: session.keyPid,
        broken: session.broken,
        query: session.query.bind(session),
        rows: session.rows.bind(session),
        async [Symbol.asyncDispose]() { },
    };
    const stayed = [];
    return {
        stayed,
        sessions: 1,
        open: async () => shared,
        atomically: restore_access/* atomicallyWithin */.t,
        async define(entries, section) {
            const errors = [];
            for (const part of await scriptOf(context, entries, section)) {
                context.signal.throwIfAborted();
                try {
                    await (0,restore_access/* atomicallyWithin */.t)(shared, 'restoring a definition', () => shared.query('restoring a definition', part));
                }
                catch (error) {
                    context.signal.throwIfAborted();
                    if (!(error instanceof domain_failure/* Failure */.HR) || error.kind === 'unavailable' || error.kind === 'cancelled')
                        throw error;
                    const entry = entries.find(({ definition }) => part.includes(definition.trim())) ?? null;
                    if (entry !== null && entry.schema === '' && (0,server_error/* sqlState */.c)(error) === duplicate)
                        stayed.push(entry);
                    else
                        errors.push({
                            entry,
                            dataBreaksConstraint: (0,server_error/* sqlState */.c)(error)?.startsWith('23') === true,
                            kind: error.kind === 'capacity' ? 'capacity' : 'integrity',
                        });
                }
            }
            return errors;
        },
    };
}
/** A script, cut where pg_restore writes the heading of an entry. The server itself splits a part into statements. */
async function scriptOf({ tools, processes, archive, noTablespaces, signal }, entries, section) {
    if (entries.length === 0)
        return [];
    const list = (0,external_node_path_.join)(archive, 'script.list');
    const file = (0,external_node_path_.join)(archive, 'script.sql');
    await (0,external_node_fs_promises_.writeFile)(list, entries.map((entry) => `${entry.dumpId};\n`).join(''));
    const ended = await processes.run(tools.path('pg_restore'), [
        `--use-list=${list}`,
        ...(section === null ? [] : [`--section=${section}`]),
        ...(noTablespaces === true ? ['--no-tablespaces'] : []),
        `--file=${file}`,
        archive,
    ], { environment: { LC_ALL: 'C' }, signal });
    signal.throwIfAborted();
    if (ended.code !== 0)
        throw new domain_failure/* Failure */.HR('integrity', 'pg_restore could not write the script of the definitions');
    const script = (0,toc/* readScript */.Uq)(await (0,external_node_fs_promises_.readFile)(file));
    await (0,external_node_fs_promises_.rm)(file);
    return (script
        // The driver speaks UTF-8, and the backslash commands are psql's.
        .replaceAll(/^SET client_encoding = .*$/gm, '')
        .replaceAll(/^\\(?:un)?restrict .*$/gm, '')
        .split(/^--\n(?=-- Name: )/m)
        .filter((part) => part.split('\n').some((line) => line !== '' && !line.startsWith('--'))));
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/in-place.js
var in_place_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var in_place_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * For servers on which no database may be made: the schemas of the backup are moved aside by renaming, and the backup is
 * restored under their names. All of it is one transaction of one session: `restore` does the work and proves it inside,
 * `exchange` commits. Until then every other session sees and uses the schemas as they were, and what it writes stays in
 * them; should anything end the restore, a kill or a crash of the server too, the server takes it all back by itself.
 * From the commit on, names lead to what was restored, and the former schemas stand under other names. Sessions are not
 * ended. It is slower than the other modes, since one session does everything, and needs locks for every object.
 *
 * What is in no schema (event triggers, publications, servers…) stays as it is where it exists. Large objects are in no
 * schema either and cannot be moved aside: a backup that has some is refused, unless `large objects` is answered; they
 * are then left out.
 */
function openInPlace(base) {
    const { place, record } = base;
    const stack = new AsyncDisposableStack();
    let ready = null;
    const enter = (signal) => (0,postgres_session/* connect */.Ng)({ ...place.address, database: place.database }, { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal });
    const look = async (session, artifacts, signal) => {
        const found = await survey(base, session, artifacts, signal);
        const moved = await findMoved(session, base, found.plan);
        found.findings.push(...(await placeFindings(session, base, found, moved)), ...unfitAnswers(base.request.answered, record.largeObjects > 0 ? ['large objects'] : [], found.plan));
        return { found, moved };
    };
    return {
        async inspect(signal, artifacts) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const session = in_place_addDisposableResource(env_1, await enter(signal), true);
                const { found, moved } = await look(session, artifacts ?? null, signal);
                const { steps, ...described } = describeSurvey(found, record);
                return {
                    ...described,
                    findings: found.findings,
                    present: 'there',
                    place: publicUrl(place.address, place.database),
                    keptAs: moved.length === 0 ? null : moved.map(({ aside }) => aside).join(', '),
                    steps: [
                        {
                            name: 'move aside',
                            detail: 'schemas of the backup are renamed',
                            subjects: moved.map(({ schema }) => schema),
                        },
                        ...steps,
                        {
                            name: 'commit',
                            detail: 'all at once, names lead to what was restored',
                            subjects: moved.map(({ aside }) => aside),
                        },
                    ],
                };
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = in_place_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        async restore(run) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const held = in_place_addDisposableResource(env_2, new AsyncDisposableStack(), true);
                const lock = held.use(await enter(run.signal));
                await holdNames(lock, [place.database]);
                const { found, moved } = await look(lock, run.artifacts, run.signal);
                demandNothingRefused(found.findings);
                const { plan } = found;
                if (plan === null)
                    throw new domain_failure/* Failure */.HR('bug', 'the archive was not looked into');
                const { session, stayed, result } = await restoreInside(base, { plan, found, moved, run, lock }, held);
                ready = { session, moved, stayed };
                stack.use(held.move());
                return result;
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = in_place_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
        async exchange(signal) {
            if (ready === null)
                throw new domain_failure/* Failure */.HR('bug', 'nothing was restored that could be exchanged');
            const { session, moved, stayed } = ready;
            const keptAs = moved.length === 0 ? null : moved.map(({ aside }) => aside).join(', ');
            try {
                await session.query('putting the restored schemas in place', 'commit');
            }
            catch (error) {
                const env_3 = { stack: [], error: void 0, hasError: false };
                try {
                    signal.throwIfAborted();
                    // It may be unknown whether the commit arrived: the names tell.
                    const again = in_place_addDisposableResource(env_3, await enter(signal), true);
                    if (moved.length === 0 ||
                        (await existing(again, moved.map(({ aside }) => aside))).size === 0)
                        throw error;
                }
                catch (e_3) {
                    env_3.error = e_3;
                    env_3.hasError = true;
                }
                finally {
                    const result_3 = in_place_disposeResources(env_3);
                    if (result_3)
                        await result_3;
                }
            }
            return {
                keptAs,
                next: [
                    ...(stayed.length === 0
                        ? []
                        : [
                            {
                                text: 'Objects that are in no schema were there already and stayed as they are: see that they fit; they may still name the former tables and functions',
                                subjects: stayed,
                            },
                        ]),
                    {
                        text: 'The former schemas are kept under these names; what was written after the backup is there. Drop them when nobody needs them',
                        subjects: moved.map(({ aside }) => aside),
                    },
                ],
            };
        },
        [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
}
async function existing(session, names) {
    const rows = await session.query('looking for schemas', `select nspname::text as name, pg_catalog.pg_get_userbyid(nspowner)::text as owner from pg_catalog.pg_namespace where nspname = any ($1)`, [names]);
    return new Map(rows.map((row) => [row.name, row.owner]));
}
/** The schemas that the backup has and that are there now. Without the archive, those of its tables. */
async function findMoved(session, { record, request }, plan) {
    const wanted = new Set(plan === null
        ? record.tables.map((table) => table.schema)
        : // A schema with nothing but extensions in it stays.
            plan.toc.entries.flatMap((entry) => (entry.schema === '' ? [] : [entry.schema])));
    for (const name of wanted)
        if (/^pg_|^information_schema$/.test(name))
            wanted.delete(name);
    const there = await existing(session, [...wanted]);
    const extensions = await session.query('looking for extensions', `select n.nspname::text as schema, e.extname::text as name, e.extrelocatable::text as relocatable
     from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace`);
    const moved = [];
    for (const [schema, owner] of there) {
        let aside = fittedName(schema, `_before_${backupStamp(request.backupId)}`);
        for (let attempt = 2; (await existing(session, [aside])).size > 0; attempt += 1)
            aside = fittedName(schema, `_before_${backupStamp(request.backupId)}_${attempt}`);
        const entry = plan?.toc.entries.find(({ description, tag }) => description === 'SCHEMA' && tag === schema);
        moved.push({
            schema,
            aside,
            owner: entry === undefined || entry.owner === '' ? owner : entry.owner,
            extensions: extensions
                .filter((extension) => extension.schema === schema)
                .map(({ name, relocatable }) => ({ name, relocatable: relocatable === 'true' })),
        });
    }
    return moved;
}
async function placeFindings(session, { request, record }, { plan, facts }, moved) {
    const findings = [];
    if (request.selection !== null)
        findings.push(refusal('refused', 'a part of a backup cannot be restored in place', 'Restore the part side by side, and copy what is needed.'));
    const fixed = moved.flatMap(({ extensions }) => extensions.filter(({ relocatable }) => !relocatable));
    if (fixed.length > 0)
        findings.push(refusal('refused', `${(0,units/* counted */.hS)(fixed.length, 'extension stands', 'extensions stand')} in a schema of the backup and cannot be moved out of it`, 'Restore side by side or by swap, where a database can be made.', fixed.map(({ name }) => `extension ${name}`)));
    const foreign = facts.superuser ? [] : moved.flatMap(({ extensions }) => extensions);
    if (foreign.length > 0)
        findings.push(refusal('access', `only a superuser may take ${(0,units/* counted */.hS)(foreign.length, 'extension along that stands', 'extensions along that stand')} in a schema of the backup`, 'Restore as a superuser, or keep extensions in a schema of their own.', foreign.map(({ name }) => `extension ${name}`)));
    if (record.largeObjects > 0 && !request.answered.includes('large objects'))
        findings.push(refusal('refused', `the backup has ${(0,units/* counted */.hS)(record.largeObjects, 'large object, which is', 'large objects, which are')} in no schema and cannot be moved aside`, 'Restore side by side or by swap, or give --answered "large objects" to leave them out.', ['large objects']));
    const [right] = await session.query('asking for rights', `select pg_catalog.has_database_privilege(current_database(), 'CREATE')::text as create,
       (current_setting('max_locks_per_transaction')::int * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int))::text as locks`);
    if (right?.create !== 'true')
        findings.push(refusal('access', 'this role may not make schemas in the database', 'GRANT CREATE ON DATABASE to it.'));
    const rows = await session.query('asking for rights', "select nspname::text as name from pg_catalog.pg_namespace where nspname = any ($1) and not pg_catalog.pg_has_role(nspowner, 'USAGE')", [moved.map(({ schema }) => schema)]);
    if (rows.length > 0)
        findings.push(refusal('access', `only their owners may rename ${rows.length} of the schemas`, 'Restore as their owner, or grant the owner to the restoring role.', rows.map(({ name }) => name)));
    const needed = (plan?.toc.entries ?? []).filter(({ description }) => /^(TABLE|INDEX|CONSTRAINT|SEQUENCE|VIEW|MATERIALIZED VIEW)$/.test(description)).length;
    // A table takes a lock for itself, its TOAST table and that one's index.
    if (needed * 2 > Number(right?.locks ?? Infinity))
        findings.push(refusal('capacity', `the restore needs locks for about ${needed * 2} objects in one transaction, and the server has room for ${right?.locks}`, 'Raise max_locks_per_transaction, or restore side by side or by swap.'));
    return findings;
}
/** Everything but the commit. */
async function restoreInside(base, inside, held) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const { record, context, place } = base;
        const { plan, found, moved, run, lock } = inside;
        const { signal } = run;
        const wrong = [];
        const checks = new check_recorder/* CheckRecorder */.PZ((check) => {
            if (check.status === 'failed')
                wrong.push(check);
            run.check(check);
        }, context.clock, signal);
        const tools = await findProgramsFor(base, signal);
        const archive = in_place_addDisposableResource(env_4, await (0,archive_folder/* layOutArchive */.t)({
            record,
            artifacts: run.artifacts,
            spool: context.spool,
            signal,
        }), true);
        const { lcMonetary, settings } = await sessionSettings(lock, record);
        const address = { ...place.address, database: place.database };
        const session = held.use(await (0,postgres_session/* connect */.Ng)(address, {
            applicationName: 'lifeboat',
            settings: { ...(0,data_settings/* dataSettings */.W)(lcMonetary), ...settings, synchronous_commit: 'on' },
            signal,
        }));
        const doing = 'moving schemas aside';
        await session.query(doing, 'begin');
        const roles = await bringRoles(session, {
            plan,
            record,
            artifacts: run.artifacts,
            facts: found.facts,
            signal,
        });
        for (const one of moved)
            await moveAside(session, one, record.serverMajor);
        const access = accessBySession(session, {
            address,
            lcMonetary,
            settings,
            tools,
            processes: context.processes,
            toc: plan.toc,
            archive: archive.path,
            noTablespaces: found.missingTablespaces.length > 0,
            signal,
        });
        const schemas = new Set(moved.map(({ schema }) => schema));
        const present = await existing(session, plan.toc.entries.map((entry) => entry.tag));
        const extensions = await session.query('looking for extensions', "select 'EXTENSION ' || extname as tag from pg_catalog.pg_extension");
        const there = new Set(extensions.map(({ tag }) => tag));
        const excluded = new Set(found.excluded);
        for (const entry of plan.toc.entries) {
            const made = entry.description === 'SCHEMA' && present.has(entry.tag);
            const ofExtension = entry.description === 'COMMENT' && there.has(entry.tag);
            const isLargeObject = plan.largeObjectEntries.includes(entry);
            if (made || ofExtension || isLargeObject)
                excluded.add(entry.dumpId);
        }
        const policies = forcedPolicies(access, plan, excluded);
        const restored = await (0,restore/* restoreArchive */.B)({
            plan,
            record,
            artifacts: run.artifacts,
            access,
            archive: archive.path,
            excluded,
            clock: context.clock,
            ...(found.facts.bypassRls ? {} : { afterDefinitions: policies.lift }),
            jobs: 1,
            checks,
            progress: run.progress,
            signal,
        });
        await proveDataEqual({
            record,
            plan,
            run,
            context,
            access,
            address,
            restored,
            globals: roles.globals,
            jobs: 1,
            checks,
            among: [...schemas],
        });
        if (!found.facts.bypassRls)
            await policies.impose();
        checks.add('equal', 'schema', {
            status: 'skipped',
            detail: 'definitions are not dumped again before the commit, and after it the former schemas stand beside them',
        });
        if (wrong.length > 0) {
            throw new domain_failure/* Failure */.HR(wrong[0]?.failure ?? 'integrity', `what was restored is not what was backed up: ${(0,units/* counted */.hS)(wrong.length, 'check')} failed`, { hint: 'Nothing was changed: the schemas in use are as they were.' });
        }
        return {
            session,
            stayed: access.stayed.map(objectName),
            result: {
                database: place.database,
                place: publicUrl(place.address, place.database),
                bytes: [...restored.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0),
                steps: restored.steps,
                left: [
                    ...leftOut(found),
                    ...roles.left,
                    ...(record.largeObjects > 0
                        ? [
                            {
                                text: `${(0,units/* counted */.hS)(record.largeObjects, 'large object was', 'large objects were')} left out, as answered`,
                                subjects: [],
                            },
                        ]
                        : []),
                ],
            },
        };
    }
    catch (e_4) {
        env_4.error = e_4;
        env_4.hasError = true;
    }
    finally {
        const result_4 = in_place_disposeResources(env_4);
        if (result_4)
            await result_4;
    }
}
/** Renames a schema, makes an empty one of its name, and takes along the extensions that stand in it. */
async function moveAside(session, moved, sourceMajor) {
    const doing = 'moving schemas aside';
    const schema = (0,postgres_session/* quoteIdentifier */.Cm)(moved.schema);
    await session.query(doing, `alter schema ${schema} rename to ${(0,postgres_session/* quoteIdentifier */.Cm)(moved.aside)}`);
    await session.query(doing, `create schema ${schema}`);
    if (moved.schema === 'public') {
        // The archive's grants start from those of a new cluster.
        await session.query(doing, `grant ${sourceMajor < 15 ? 'all' : 'usage'} on schema public to public`);
        await session.query(doing, "comment on schema public is 'standard public schema'");
    }
    for (const { name } of moved.extensions)
        await session.query(doing, `alter extension ${(0,postgres_session/* quoteIdentifier */.Cm)(name)} set schema ${schema}`);
    await session.query(doing, `alter schema ${schema} owner to ${(0,postgres_session/* quoteIdentifier */.Cm)(moved.owner)}`);
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/bound.js
/** What stands in the way of giving a database's name to another one. */
async function findBound(session, database) {
    const rows = await session.query('looking for what is bound to the database', `select 'prepared transaction' as kind, gid as own from pg_catalog.pg_prepared_xacts where database = $1
     union all select 'logical slot', slot_name::text from pg_catalog.pg_replication_slots where database = $1 and not temporary
     union all select 'subscription', s.subname::text from pg_catalog.pg_subscription s join pg_catalog.pg_database d on d.oid = s.subdbid
       where d.datname = $1 and s.subenabled
     union all select distinct 'background worker', backend_type from pg_catalog.pg_stat_activity where datname = $1
       and backend_type not in ('client backend', 'autovacuum worker', 'parallel worker', 'walsender', 'logical replication worker',
         'logical replication apply worker', 'logical replication tablesync worker', 'logical replication parallel worker')
     order by 1, 2`, [database]);
    return rows.map((row) => ({ ...row, name: `${row.kind} ${row.own}` }));
}
/** Roles whose sessions this role may not end, of those connected now. What others' processes are may be kept from us. */
async function findUnendable(session, databases) {
    const rows = await session.query('asking who is connected', `select distinct coalesce(a.usename, '(unknown)')::text as role from pg_catalog.pg_stat_activity a left join pg_catalog.pg_roles r on r.oid = a.usesysid
     where a.datname = any ($1) and a.pid <> pg_catalog.pg_backend_pid() and coalesce(a.backend_type, 'client backend') = 'client backend'
       and not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
       and not pg_catalog.pg_has_role(a.usesysid, 'MEMBER')
       and (r.rolsuper or not pg_catalog.pg_has_role('pg_signal_backend', 'MEMBER')) order by 1`, [databases]);
    return rows.map((row) => row.role);
}
/** Ends every session in some databases that this role may end; one after the other, since one refusal ends a statement. */
async function endSessions(session, databases) {
    const doing = 'ending the sessions of the database';
    const rows = await session.query(doing, `select pid::text from pg_catalog.pg_stat_activity where datname = any ($1) and pid <> pg_catalog.pg_backend_pid()
     and backend_type is distinct from 'autovacuum worker'`, [databases]);
    for (const { pid } of rows) {
        await session.client.query('select pg_catalog.pg_terminate_backend($1)', [pid]).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration/swap.js
var swap_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var swap_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Restores beside the database in use, then gives its name to the new one. Both renames are one transaction of a third
 * database, while a second session ends the sessions of both; renaming locks a database's name, so whoever connects
 * meanwhile waits for its end. Until then the application works on the old database as ever; what it writes while the
 * restore runs stays in the old one.
 */
function openSwap(base) {
    const { place, request, record } = base;
    const working = workingName(place.database, request.backupId);
    const stack = new AsyncDisposableStack();
    let ready = null;
    const look = async (door, artifacts, signal) => {
        const found = await survey(base, door, artifacts, signal);
        found.findings.push(...(request.selection === null ? [] : [partial()]), ...(await makingFindings(door, base, found, working)), ...(await swapFindings(door, base)), ...unfitAnswers(request.answered, (await findBound(door, place.database)).map(({ name }) => name), found.plan));
        return found;
    };
    return {
        async inspect(signal, artifacts) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const door = swap_addDisposableResource(env_1, await openDoor(place, signal), true);
                const found = await look(door, artifacts ?? null, signal);
                const isThere = await exists(door, place.database);
                const keptAs = isThere ? await nameToKeep(door, base) : null;
                const { steps, ...described } = describeSurvey(found, record);
                return {
                    ...described,
                    findings: isThere
                        ? found.findings
                        : [
                            ...found.findings,
                            {
                                level: 'warning',
                                text: 'the database that would be replaced is gone, so nothing of it can be kept',
                                subjects: [place.database],
                            },
                        ],
                    present: isThere ? 'there' : 'gone',
                    place: publicUrl(place.address, place.database),
                    keptAs,
                    steps: [
                        { name: 'make', detail: 'a new database beside the one in use', subjects: [working] },
                        ...steps,
                        {
                            name: 'exchange',
                            detail: 'sessions of both databases are ended, and both are renamed in one transaction',
                            subjects: [place.database, ...(keptAs === null ? [] : [keptAs])],
                        },
                    ],
                };
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = swap_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        async restore(run) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                // Held until the exchange; let go at once when there will be none.
                const held = swap_addDisposableResource(env_2, new AsyncDisposableStack(), true);
                const door = held.use(await openDoor(place, run.signal));
                await holdNames(door, [place.database, working]);
                const found = await look(door, run.artifacts, run.signal);
                demandNothingRefused(found.findings);
                const { plan, result } = await restoreBeside({ ...base, door, working, run, survey: found });
                ready = { door, toc: plan.toc };
                stack.use(held.move());
                return { ...result, database: place.database, place: publicUrl(place.address, place.database) };
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = swap_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
        async exchange(signal) {
            if (ready === null)
                throw new domain_failure/* Failure */.HR('bug', 'nothing was restored that could be exchanged');
            const { door, toc } = ready;
            demandNothingRefused(await swapFindings(door, base));
            return await exchange(base, door, toc, working, signal);
        },
        [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
}
function partial() {
    return refusal('refused', 'a part of a backup cannot take the place of a whole database', 'Restore the part side by side, and copy what is needed.');
}
async function exists(session, name) {
    const rows = await session.query('looking for databases', 'select from pg_catalog.pg_database where datname = $1', [name]);
    return rows.length > 0;
}
/** The first name for the old database that is not taken. */
async function nameToKeep(session, { place, request }) {
    for (let attempt = 1;; attempt += 1) {
        const suffix = `_before_${backupStamp(request.backupId)}${attempt === 1 ? '' : `_${attempt}`}`;
        const name = fittedName(place.database, suffix);
        if (!(await exists(session, name)))
            return name;
    }
}
/** What forbids to rename the database in use, each by the name that an answer needs. */
async function swapFindings(door, { place, request }) {
    const findings = [];
    const bound = (await findBound(door, place.database)).filter(({ name }) => !request.answered.includes(name));
    if (bound.length > 0) {
        findings.push(refusal('refused', 'what is bound to the database in use would not follow its name', `Remove it, or ${howToAnswer('logical slot NAME')}: prepared transactions are then rolled back, slots and subscriptions stay with the old database, workers are ended.`, bound.map(({ name }) => name)));
    }
    const unendable = await findUnendable(door, [place.database]);
    if (unendable.length > 0) {
        findings.push(refusal('access', `this role may not end the sessions of ${(0,units/* counted */.hS)(unendable.length, 'role that is connected', 'roles that are connected')}`, 'Grant pg_signal_backend to it, end those sessions yourself, or restore as a superuser.', unendable));
    }
    const rows = await door.query('asking for rights', `select r.rolname::text as role from pg_catalog.pg_database d join pg_catalog.pg_roles r on r.oid = d.datdba
     where d.datname = $1 and not pg_catalog.pg_has_role(d.datdba, 'MEMBER')`, [place.database]);
    if (rows.length > 0) {
        findings.push(refusal('access', 'only the owner of the database in use may rename it', 'Restore as its owner with CREATEDB, or as a superuser.', rows.map((row) => row.role)));
    }
    return findings;
}
/** Of a rename: somebody is still connected. */
const objectInUse = '55006';
/** How often both databases are emptied of sessions before it is given up; the server waits 5 s in each. */
const attempts = 3;
async function exchange(base, door, toc, working, signal) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const { place } = base;
        const bound = await findBound(door, place.database);
        const isThere = await exists(door, place.database);
        const kept = isThere ? await nameToKeep(door, base) : null;
        await rollBackPrepared(base, bound, signal);
        const second = swap_addDisposableResource(env_3, await openDoor(place, signal), true);
        for (let attempt = 1;; attempt += 1) {
            try {
                await renameBoth(base, { door, second, toc, working, kept, signal });
                break;
            }
            catch (error) {
                signal.throwIfAborted();
                const outcome = await settled(base, working, signal);
                if (outcome === 'exchanged')
                    break;
                const failure = (0,domain_failure/* asFailure */.h_)(error);
                const busy = (0,server_error/* sqlState */.c)(failure) === objectInUse;
                if (!busy || attempt === attempts)
                    throw inUse(failure, busy, place.database, working);
            }
        }
        return { keptAs: kept, next: whatIsNext(toc, bound) };
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = swap_disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}
function inUse(failure, busy, database, working) {
    if (!busy)
        return failure;
    return new domain_failure/* Failure */.HR('unavailable', 'the database could not be exchanged: sessions kept coming back', {
        hint: 'Nothing was changed. Stop the application, or its pooler, and restore again.',
        subjects: [database, working],
        cause: failure,
    });
}
/** Both renames, owner and comment of the new one, or nothing. */
async function renameBoth({ place, context }, exchanged) {
    const { door, second, toc, working, kept, signal } = exchanged;
    const doing = 'exchanging the databases';
    const done = new AbortController();
    const ending = (async () => {
        while (!done.signal.aborted) {
            await endSessions(second, [place.database, working]);
            await context.clock.sleep(20, AbortSignal.any([signal, done.signal])).catch(() => undefined);
        }
    })();
    try {
        await door.query(doing, 'begin');
        if (kept !== null)
            await door.query(doing, `alter database ${(0,postgres_session/* quoteIdentifier */.Cm)(place.database)} rename to ${(0,postgres_session/* quoteIdentifier */.Cm)(kept)}`);
        await door.query(doing, `alter database ${(0,postgres_session/* quoteIdentifier */.Cm)(working)} rename to ${(0,postgres_session/* quoteIdentifier */.Cm)(place.database)}`);
        await giveAway(door, toc, place.database, null);
        await door.query(doing, 'commit');
    }
    catch (error) {
        await door.client.query('rollback').catch(() => undefined);
        throw error;
    }
    finally {
        done.abort();
        await ending.catch(() => undefined);
    }
}
/** After an error it may be unknown whether the last word arrived: the names tell. */
async function settled({ place }, working, signal) {
    try {
        const env_4 = { stack: [], error: void 0, hasError: false };
        try {
            const door = swap_addDisposableResource(env_4, await openDoor(place, signal), true);
            return (await exists(door, working)) ? 'as before' : 'exchanged';
        }
        catch (e_4) {
            env_4.error = e_4;
            env_4.hasError = true;
        }
        finally {
            const result_4 = swap_disposeResources(env_4);
            if (result_4)
                await result_4;
        }
    }
    catch (error) {
        throw new domain_failure/* Failure */.HR('unavailable', 'the server stopped answering in the middle of the exchange', {
            hint: 'Either both databases have their new names, or both their old ones. Look which, and restore again in the second case.',
            subjects: [place.database, working],
            cause: error,
        });
    }
}
/** Answered ones only; a prepared transaction can be ended from inside its own database alone. */
async function rollBackPrepared({ place, request }, bound, signal) {
    const env_5 = { stack: [], error: void 0, hasError: false };
    try {
        const prepared = bound.filter(({ kind, name }) => kind === 'prepared transaction' && request.answered.includes(name));
        if (prepared.length === 0)
            return;
        const session = swap_addDisposableResource(env_5, await (0,postgres_session/* connect */.Ng)({ ...place.address, database: place.database }, { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal }), true);
        for (const { own } of prepared)
            await session.query('rolling back a prepared transaction', `rollback prepared '${own.replaceAll("'", "''")}'`);
    }
    catch (e_5) {
        env_5.error = e_5;
        env_5.hasError = true;
    }
    finally {
        const result_5 = swap_disposeResources(env_5);
        if (result_5)
            await result_5;
    }
}
function whatIsNext(toc, bound) {
    const next = [];
    const of = (kind) => bound.filter((thing) => thing.kind === kind).map(({ own }) => own);
    const tell = (text, subjects) => {
        if (subjects.length > 0)
            next.push({ text, subjects });
    };
    tell('Logical slots stayed with the old database, where they hold back WAL: make them anew on the new one, synchronise their subscribers, and drop the old ones', of('logical slot'));
    tell('Subscriptions of the old database still run there: disable them', of('subscription'));
    tell('Subscriptions were restored disabled: enable those that are wanted; dropping the old one drops the publisher’s slot unless slot_name is set to NONE first', toc.entries.filter((entry) => entry.description === 'SUBSCRIPTION').map((entry) => entry.tag));
    tell('Prepared transactions were rolled back, as answered', of('prepared transaction'));
    tell('Workers bound to the database were ended; see that they run again', of('background worker'));
    next.push({
        text: 'See that pools and applications have connected again: their sessions were ended.',
        subjects: [],
    });
    return next;
}

;// CONCATENATED MODULE: ./lib/sources/postgres/restoration.js





/**
 * Brings a logical PostgreSQL backup back into a server that is in use.
 *
 * Restoring runs code that the backup holds, with the rights of the role that restores: whoever could write into the
 * backup could run programs on a server whose superuser restores it. So only backups whose origin is proven should come
 * here; whoever calls this has checked the signature.
 * @throws Failure `config` when the request and the environment file do not say where to
 */
function openPostgresRestoration(record, config, request, context) {
    const place = resolvePlace(record, config, request, context.variables);
    const base = { record, config, request, context, place };
    if ((request.selection?.rows.length ?? 0) > 0)
        return openRows(base);
    if (request.mode === 'side-by-side')
        return openSideBySide(base);
    if (request.mode === 'swap')
        return openSwap(base);
    return openInPlace(base);
}


/***/ })

};
