export const id = 7616;
export const ids = [7616];
export const modules = {

/***/ 13019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ startLaboratory),
/* harmony export */   x: () => (/* binding */ startLaboratoryFor)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _restore_create_database_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70895);
/* harmony import */ var _raise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47038);
/* harmony import */ var _tuning_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36839);
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
 * Starts a throwaway server with one database that is made like the source's, shut in as well as this machine allows.
 * Takes about 1 s. @throws Failure `missing` when a locale, a program or a provider is not there
 */
async function startLaboratory(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { tools, log } = options;
        const settings = (0,_tuning_js__WEBPACK_IMPORTED_MODULE_4__/* .laboratorySettings */ .NG)({
            major: tools.major,
            version: tools.version,
            lcMonetary: options.lcMonetary,
            size: options.sizeHint ?? null,
            tables: options.tableCountHint ?? null,
        });
        const cleanUp = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const raised = cleanUp.use(await (0,_raise_js__WEBPACK_IMPORTED_MODULE_3__/* .raiseServer */ .M)(options, {
            kind: 'throwaway',
            settings: (0,_tuning_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsFile */ ._r)(settings),
            access: 'local all all scram-sha-256\n',
            // Since 18 new clusters have checksums, which cost and prove nothing here.
            initdbOptions: tools.major >= 18 ? ['--no-data-checksums'] : [],
            locales: [options.database.collate, options.database.ctype, options.lcMonetary],
        }));
        const { connection, server } = raised;
        const database = options.database.name ?? 'laboratory';
        await makeDatabase(database, raised.environment, options);
        warn(server, log);
        const release = cleanUp.move();
        return {
            connection: { ...connection, database },
            environment: { ...raised.environment, PGDATABASE: database },
            isolation: server.isolation,
            major: tools.major,
            version: tools.version,
            facts: facts(tools, settings, server, raised.enclosed),
            ended: server.supervisor.ended.then(() => undefined),
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
/** One that can take what a record holds. */
function startLaboratoryFor(record, tools, { spool, processes, log, clock, random }, signal) {
    return startLaboratory({
        tools,
        spool,
        processes,
        log,
        clock,
        random,
        signal,
        database: { name: record.database, encoding: record.encoding, ...record.locale },
        lcMonetary: record.lcMonetary,
        sizeHint: record.databaseSize,
        tableCountHint: record.tables.length,
    });
}
async function makeDatabase(name, environment, { tools, database, processes, signal }) {
    // A new server has databases already, and the source may bear the name of one: as `postgres` on many managed services.
    const isTaken = name === 'postgres' || name === 'template1';
    const freed = isTaken ? `ALTER DATABASE ${name} IS_TEMPLATE false;\nDROP DATABASE ${name};\n` : '';
    const made = await processes.run(tools.path('psql'), ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=sqlstate'], {
        environment: {
            ...environment,
            PGDATABASE: name === 'template1' ? 'postgres' : 'template1',
            PGCLIENTENCODING: 'UTF8',
        },
        input: `${freed}${(0,_restore_create_database_js__WEBPACK_IMPORTED_MODULE_2__/* .createDatabase */ .c)(name, database, tools.major)}`,
        signal,
    });
    if (made.code === 0)
        return;
    const sqlState = /\b[0-9A-Z]{5}\b/.exec(made.stderr.replace(/^.*ERROR: */s, ''))?.[0] ?? 'unknown';
    const { encoding, provider, collate, ctype, locale } = database;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `the laboratory cannot make a database with encoding ${encoding}, provider ${provider}, collation ${collate}, ` +
        `character type ${ctype}${locale === null ? '' : `, locale ${locale}`} (SQLSTATE ${sqlState})`, { hint: 'Does this build of PostgreSQL know that provider (ICU), and this machine that locale?' });
}
function warn({ isolation }, log) {
    if (isolation === 'full')
        return;
    const lacks = { uid: 'a network', network: 'a user', none: 'a user and a network' }[isolation];
    log.warning(`the laboratory has not ${lacks} of its own on this machine (isolation: ${isolation}): code in a restored ` +
        `database could reach what this user can. A Linux machine with root or passwordless sudo isolates it fully.`);
}
function facts(tools, settings, server, enclosed) {
    const size = (name) => (0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(Number.parseInt(settings[name] ?? '0', 10) * 1024);
    return [
        { label: 'Laboratory server', text: `PostgreSQL ${tools.version}, without durability` },
        { label: 'Isolation', text: `${server.isolation} (${enclosed.join('; ')})` },
        {
            label: 'Memory',
            text: `shared_buffers ${size('shared_buffers')}, maintenance_work_mem ${size('maintenance_work_mem')}`,
        },
    ];
}


/***/ }),

/***/ 12180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readCatalog)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43719);


const ours = `n.nspname not in ('pg_catalog', 'information_schema', '${_watch_js__WEBPACK_IMPORTED_MODULE_0__/* .ownSchema */ .sn}') and n.nspname !~ '^pg_(toast|temp)'
  and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')`;
/** Reads what the database consists of. Sizes are those that the shape says, or those of the restored files. */
async function readCatalog(session, sizes) {
    const tables = await ask(session, tableSchema, `select c.oid::bigint as oid, n.nspname || '.' || c.relname as name,
       case when c.relispartition then coalesce(pg_partition_root(c.oid), c.oid) else c.oid end::bigint as root,
       pg_table_size(c.oid) as bytes, greatest(c.reltuples, 0) as rows, pg_indexes_size(c.oid) as "indexBytes",
       (select coalesce(jsonb_agg(jsonb_build_object('number', a.attnum, 'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'notNull', a.attnotnull, 'hasDefault', a.atthasdef or a.attidentity <> '' or t.typdefault is not null) order by a.attnum), '[]')
        from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and c.relpersistence <> 't' and ${ours} order by 2`);
    const objects = await ask(session, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), `select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'foreign table' end as kind,
       n.nspname || '.' || c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm', 'f') and ${ours} order by 2`);
    const constraints = await ask(session, constraintSchema, `select n.nspname || '.' || r.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition, c.convalidated as validated,
       case c.contype when 'c' then 'check' when 'f' then 'foreign key' when 'p' then 'primary key' when 'u' then 'unique'
         when 'x' then 'exclusion' when 'n' then 'not null' else 'trigger' end as kind
     from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
     where c.conparentid = 0 and c.contype <> 'n' and ${ours} order by 1, 2`);
    return {
        tables: tables.map((table) => ({ ...table, ...sizes?.get(table.oid) })),
        objects,
        functions: await readFunctions(session),
        constraints,
    };
}
const columnSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    notNull: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    hasDefault: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
const tableSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    oid: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    root: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    rows: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    indexBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    columns: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(columnSchema),
});
const constraintSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    table: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['check', 'foreign key', 'primary key', 'unique', 'exclusion', 'not null', 'trigger']),
    definition: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    validated: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
});
/**
 * Functions, and whether their bodies fit the schema: each is made anew in a transaction that is rolled back. That reads
 * bodies in SQL as a whole, and of PL/pgSQL the grammar alone: it looks at tables only when it runs.
 */
async function readFunctions(session) {
    const found = await ask(session, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), definition: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), `select n.nspname || '.' || c.proname || '(' || pg_get_function_identity_arguments(c.oid) || ')' as name, pg_get_functiondef(c.oid) as definition
     from pg_proc c join pg_namespace n on n.oid = c.pronamespace where c.prokind in ('f', 'p') and ${ours} order by 1`);
    const functions = [];
    const doing = 'looking at functions';
    await session.query(doing, 'begin');
    try {
        await session.query(doing, 'reset search_path');
        await session.query(doing, 'set local check_function_bodies = on');
        for (const { name, definition } of found) {
            await session.query(doing, 'savepoint one');
            const isSound = await session.client.query(definition).then(() => true, () => false);
            await session.query(doing, 'rollback to savepoint one');
            functions.push({ name, isSound });
        }
    }
    finally {
        await session.query(doing, 'rollback');
    }
    return functions;
}
async function ask(session, schema, sql) {
    const [row] = await session.query('reading what the database consists of', `select jsonb_agg(to_jsonb(one))::text as all from (${sql}) one`);
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(schema).parse(JSON.parse(row?.all ?? '[]'));
}


/***/ }),

/***/ 10599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ digestData),
/* harmony export */   Sp: () => (/* binding */ findBrokenRules),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43195);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58696);



/**
 * Rows of every table, and per column a digest that does not depend on the order of rows: the sum of the hashes of its
 * values' texts. It finds what slips change; nobody gains by colliding with it.
 */
async function digestData(catalog, open, signal) {
    const tables = [];
    const workers = Math.max(2, (0,node_os__WEBPACK_IMPORTED_MODULE_0__.availableParallelism)());
    await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallelWith */ .PL)(open, catalog.tables, workers, async (table, session) => {
        signal.throwIfAborted();
        const columns = table.columns.map(({ name }) => (0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(name));
        const digests = columns.map((column) => `count(${column})::text, coalesce(sum(hashtextextended(${column}::text, 0)), 0)::text`);
        const doing = 'reading a table';
        const [schema = '', name = ''] = await nameOf(session, table.oid);
        await session.query(doing, 'begin read only');
        const rows = await session.rows(doing, 
        // A partitioned table has no rows of its own: its partitions are read each by itself.
        `select ${['count(*)::text', ...digests].join(', ')} from only ${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(schema)}.${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(name)}`);
        await session.query(doing, 'rollback');
        const [count, ...values] = rows[0] ?? [];
        tables.push({
            name: table.name,
            rows: Number(count ?? 0),
            columns: table.columns.map((column, index) => ({
                name: column.name,
                filled: Number(values[index * 2] ?? 0),
                digest: values[index * 2 + 1] ?? '',
            })),
        });
    });
    return { tables: tables.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
/** Schema and name: either may hold a dot. */
async function nameOf(session, oid) {
    const [row] = await session.query('reading the name of a table', 'select n.nspname::text as schema, c.relname::text as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = $1', [oid]);
    return [row?.schema ?? '', row?.name ?? ''];
}
/** Foreign keys and checks that stand, and whose rows break them all the same: each is added a second time. */
async function findBrokenRules(session, catalog) {
    const broken = [];
    const doing = 'trying the constraints';
    for (const one of catalog.constraints) {
        if (!['check', 'foreign key'].includes(one.kind) || !one.validated)
            continue;
        const [schema = '', table = ''] = one.table.split(/\.(.*)/s);
        await session.query(doing, 'begin');
        const holds = await session.client
            .query(`alter table ${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(schema)}.${(0,_session_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteIdentifier */ .Cm)(table)} add constraint lifeboat_trial ${one.definition}`)
            .then(() => true, () => false);
        await session.query(doing, 'rollback');
        if (!holds)
            broken.push(`${one.table}.${one.name}`);
    }
    return broken;
}


/***/ }),

/***/ 67616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  accessTo: () => (/* binding */ accessTo),
  createTrial: () => (/* binding */ createTrial),
  openShapeTrial: () => (/* binding */ openShapeTrial)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/postgres/laboratory/laboratory.js
var laboratory_laboratory = __webpack_require__(13019);
// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var postgres_session = __webpack_require__(58696);
// EXTERNAL MODULE: ./lib/sources/postgres/server-error.js
var server_error = __webpack_require__(16838);
// EXTERNAL MODULE: ./lib/sources/postgres/tools.js + 1 modules
var tools = __webpack_require__(98762);
// EXTERNAL MODULE: ./lib/sources/postgres/trial/catalog.js
var trial_catalog = __webpack_require__(12180);
// EXTERNAL MODULE: ./lib/sources/postgres/trial/data.js
var data = __webpack_require__(10599);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
;// CONCATENATED MODULE: ./lib/sources/postgres/trial/kept-rows.js
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






/** Digits of the digest of a row's key, and of each of its values. */
const [keyDigits, valueDigits] = [16, 8];
const batch = 10_000;
const doing = 'reading rows';
/**
 * Writes a digest of each row into files of ours, in the order of the rows' keys. The proposed code can change whatever
 * lies in the laboratory's server; these it cannot reach. A row takes 8 bytes, and 4 for each column.
 * @param folder made, and removed at the end
 */
async function keepRows(open, folder, readCatalog, signal) {
    const catalog = await readCatalog();
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    const kept = [];
    const workers = Math.max(2, (0,external_node_os_.availableParallelism)());
    try {
        await (0,concurrency/* inParallelWith */.PL)(open, catalog.tables, workers, async (table, session) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const names = table.columns.map(({ name }) => name);
                if (names.length === 0)
                    return;
                const primary = await primaryKey(session, table);
                const isByKey = primary.length > 0;
                const file = (0,external_node_path_.join)(folder, String(table.oid));
                const one = { table, key: isByKey ? primary : names, isByKey, values: isByKey ? names : [], file };
                const written = __addDisposableResource(env_1, await (0,promises_.open)(file, 'wx', 0o600), true);
                for await (const lines of readLines(session, one, table, signal))
                    await written.write(Buffer.from(lines.join(''), 'hex'));
                kept.push(one);
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
        });
    }
    catch (error) {
        await remove();
        throw error;
    }
    const compareNow = async () => {
        const now = await readCatalog();
        const tables = new Map(now.tables.map((table) => [table.name, table]));
        const found = [];
        await (0,concurrency/* inParallelWith */.PL)(open, kept, workers, async (one, session) => {
            const table = tables.get(one.table.name);
            const columns = new Set(table?.columns.map(({ name }) => name));
            if (table === undefined || !one.key.every((name) => columns.has(name)))
                return;
            found.push(await compare(one, readLines(session, one, table, signal)));
        });
        return found;
    };
    return { compare: compareNow, [Symbol.asyncDispose]: remove };
}
async function primaryKey(session, { oid }) {
    const rows = await session.query(doing, `select a.attname::text as name from pg_catalog.pg_index i
       cross join unnest(i.indkey::pg_catalog.int2[]) with ordinality k (number, place)
       join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
     where i.indrelid = $1 and i.indisprimary and k.place <= i.indnkeyatts order by k.place`, [oid]);
    return rows.map(({ name }) => name);
}
/** A line for each row, in order: its key's digest and those of its values; zeros for null and where a column is gone. */
async function* readLines(session, { key, values }, table, signal) {
    const columns = new Set(table.columns.map(({ name }) => name));
    const zeros = `'${'0'.repeat(valueDigits)}'`;
    const digests = values.map((name) => columns.has(name)
        ? `coalesce(lpad(to_hex(hashtext(${(0,postgres_session/* quoteIdentifier */.Cm)(name)}::text collate "C")), ${valueDigits}, '0'), ${zeros})`
        : zeros);
    const whole = `lpad(to_hex(hashtextextended(row(${key.map(postgres_session/* quoteIdentifier */.Cm).join(', ')})::text collate "C", 0)), ${keyDigits}, '0')`;
    const [schema = '', name = ''] = await (0,data/* nameOf */.Vb)(session, table.oid);
    await session.query(doing, 'begin read only');
    try {
        await session.query(doing, 
        // A partitioned table has no rows of its own: its partitions are read each by itself.
        `declare kept no scroll cursor for select (${[whole, ...digests].join(' || ')}) collate "C" as line from only ${(0,postgres_session/* qualifiedName */.OL)(schema, name)} order by 1`);
        for (;;) {
            signal.throwIfAborted();
            const rows = await session.query(doing, `fetch ${batch} from kept`);
            if (rows.length > 0)
                yield rows.map(({ line }) => line);
            if (rows.length < batch)
                break;
        }
    }
    finally {
        await session.query(doing, 'rollback');
    }
}
/** Both are in order, so that one pass over both is enough, and nothing has to be held. */
async function compare(one, after) {
    const { table, isByKey, values, file } = one;
    let lost = 0;
    const changed = new Set();
    const rows = flat(after);
    let now = await rows.next();
    for await (const line of flat(readKept(file, keyDigits + valueDigits * values.length))) {
        const key = line.slice(0, keyDigits);
        while (now.done !== true && now.value.slice(0, keyDigits) < key)
            now = await rows.next();
        if (now.done === true || now.value.slice(0, keyDigits) !== key) {
            lost += 1;
            continue;
        }
        if (now.value !== line) {
            for (const [index, name] of values.entries()) {
                const from = keyDigits + index * valueDigits;
                if (line.slice(from, from + valueDigits) !== now.value.slice(from, from + valueDigits))
                    changed.add(name);
            }
        }
        now = await rows.next();
    }
    // To the end: it closes what it reads from.
    while (now.done !== true)
        now = await rows.next();
    return { table: table.name, isByKey, lost, changed: [...changed] };
}
async function* readKept(path, digits) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_2, await (0,promises_.open)(path, 'r'), true);
        const buffer = Buffer.alloc((digits / 2) * batch);
        for (;;) {
            let filled = 0;
            while (filled < buffer.length) {
                const { bytesRead } = await file.read(buffer, filled, buffer.length - filled);
                if (bytesRead === 0)
                    break;
                filled += bytesRead;
            }
            if (filled === 0)
                return;
            const text = buffer.toString('hex', 0, filled);
            const lines = [];
            for (let from = 0; from < text.length; from += digits)
                lines.push(text.slice(from, from + digits));
            yield lines;
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
}
async function* flat(batches) {
    for await (const lines of batches)
        yield* lines;
}

// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-plan.js
var archive_plan = __webpack_require__(42019);
;// CONCATENATED MODULE: ./lib/sources/postgres/trial/load-shape.js


/** Makes the database of a shape: definitions without rows, then the sizes of production in its catalog. */
async function loadShape(session, shape) {
    const doing = 'making the schema';
    for (const role of shape.roles)
        await session.client.query(`create role ${(0,postgres_session/* quoteIdentifier */.Cm)(role)}`).catch(() => undefined);
    if (shape.database.searchPath !== null) {
        await session.query(doing, `alter database ${(0,postgres_session/* quoteIdentifier */.Cm)(shape.database.name)} set search_path = ${shape.database.searchPath}`);
    }
    const missing = [];
    const failed = new Set();
    await session.query(doing, 'set check_function_bodies = off');
    await session.query(doing, "set search_path = ''");
    for (const entry of shape.entries) {
        const needs = entry.dependencies.some((id) => failed.has(id));
        const isThere = entry.kind === 'SCHEMA' && entry.name === 'public';
        if (isThere || entry.definition.trim() === '')
            continue;
        const isMade = !needs &&
            (await session.client.query(entry.definition).then(() => true, () => false));
        if (isMade)
            continue;
        failed.add(entry.id);
        missing.push(`${entry.kind} ${entry.schema === '' ? '' : `${entry.schema}.`}${entry.name}`);
    }
    for (const history of shape.histories)
        await fill(session, history);
    return { sizes: await setSizes(session, shape), missing };
}
async function fill(session, { schema, name, columns, rows }) {
    const parameters = columns.map((_, index) => `$${index + 1}`).join(', ');
    const list = columns.map((column) => (0,postgres_session/* quoteIdentifier */.Cm)(column)).join(', ');
    for (const row of rows) {
        await session.query('filling a table of migrations', `insert into ${(0,postgres_session/* qualifiedName */.OL)(schema, name)} (${list}) overriding system value values (${parameters})`, row);
    }
}
/**
 * The catalog then says what production's says. The planner goes by the length of the files besides, which are empty
 * here: plans of queries are not what they would be there.
 */
async function setSizes(session, shape) {
    const doing = 'setting the sizes of relations';
    const known = new Map(shape.relations.map((one) => [(0,archive_plan/* tableKey */.ih)(one.schema, one.name), one]));
    const found = await session.query(doing, `select c.oid::text as oid, n.nspname::text as schema, c.relname::text as name, i.indrelid::text as table
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace left join pg_catalog.pg_index i on i.indexrelid = c.oid
     where c.relkind in ('r', 'm', 'i')`);
    const sizes = new Map();
    const at = (oid) => {
        const size = sizes.get(oid) ?? { bytes: 0, rows: 0, indexBytes: 0 };
        sizes.set(oid, size);
        return size;
    };
    const updates = [];
    for (const { oid, schema, name, table } of found) {
        const size = known.get((0,archive_plan/* tableKey */.ih)(schema ?? '', name ?? ''));
        if (size === undefined || oid === null)
            continue;
        updates.push([oid, size.pages, size.rows]);
        if (table !== null)
            at(Number(table)).indexBytes += size.bytes;
        else
            Object.assign(at(Number(oid)), { bytes: size.bytes, rows: Math.max(0, size.rows) });
    }
    await session.query(doing, `update pg_catalog.pg_class c set relpages = u.pages, reltuples = u.rows
     from unnest($1::oid[], $2::int[], $3::float4[]) as u(oid, pages, rows) where c.oid = u.oid`, [updates.map(([oid]) => oid), updates.map(([, pages]) => pages), updates.map(([, , rows]) => rows)]);
    return sizes;
}

// EXTERNAL MODULE: ./lib/sources/postgres/sql-statements.js
var sql_statements = __webpack_require__(34831);
// EXTERNAL MODULE: ./lib/sources/postgres/trial/watch.js + 1 modules
var watch = __webpack_require__(43719);
;// CONCATENATED MODULE: ./lib/sources/postgres/trial/migrate.js




/** What PostgreSQL refuses inside a transaction. */
const alone = /^(?:(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\b.*\bconcurrently|vacuum|create\s+database|drop\s+database|alter\s+system|create\s+tablespace|drop\s+tablespace|alter\s+table\b.*\bdetach\s+partition\b.*\bconcurrently)\b/is;
const begins = /^(?:begin|start\s+transaction)\b/i;
/**
 * Runs SQL files one after the other, statement by statement, as the migration tool would: a file in one transaction,
 * unless it has its own or holds what cannot be in one. Stops at the first error, and takes back what was not committed.
 * @param hasRows the server's own words and the statement are kept back: they could quote a row
 */
async function runFiles(session, { files, transaction, timeout }, hasRows, clock, signal) {
    const started = clock.ticks();
    let statements = 0;
    let place = '';
    let statement = '';
    const spent = () => Math.round(clock.ticks() - started);
    try {
        for (const file of files) {
            const parts = (0,sql_statements/* splitStatements */.X)(file.sql).filter((part) => part !== ';');
            const isOwn = parts.some((part) => begins.test(part));
            const wraps = transaction === 'file' && !isOwn && !parts.some((part) => alone.test(part));
            if (wraps)
                await session.client.query('begin');
            for (const [index, part] of parts.entries()) {
                signal.throwIfAborted();
                place = `${file.name}, statement ${index + 1}`;
                statement = part;
                const left = timeout - spent();
                if (left <= 0)
                    return {
                        outcome: 'stopped',
                        duration: spent(),
                        failedAt: place,
                        trouble: 'the time was up',
                        statements,
                    };
                await session.client.query(`select pg_catalog.set_config('${watch/* ownSchema */.sn}.place', $1, false), pg_catalog.set_config('statement_timeout', $2, false)`, [place, String(Math.ceil(left))]);
                await session.client.query(part);
                statements += 1;
            }
            if (wraps)
                await session.client.query('commit');
            else if (isOwn)
                await session.client.query('rollback');
        }
        return { outcome: 'done', duration: spent(), failedAt: null, trouble: null, statements };
    }
    catch (error) {
        signal.throwIfAborted();
        const failure = (0,server_error/* serverFailure */.a)(error, 'the server refused it');
        if (failure.kind === 'bug')
            throw failure;
        await session.client.query('rollback').catch(() => undefined);
        const isTimeout = failure.cause instanceof Error && 'code' in failure.cause && failure.cause.code === '57014';
        return {
            outcome: isTimeout && spent() >= timeout ? 'stopped' : 'failed',
            duration: spent(),
            failedAt: place,
            trouble: hasRows ? failure.message : `${failure.message}${inFull(failure.cause, statement)}`,
            statements,
        };
    }
    finally {
        await session.client.query('reset all').catch(() => undefined);
    }
}
/** What the server said, and of which statement. The change can word both, so they are bounded, on one line, and no more than text. */
function inFull(cause, statement) {
    if (!(cause instanceof Error))
        return '';
    const detail = 'detail' in cause && typeof cause.detail === 'string' ? ` ${oneLine(cause.detail, 400)}` : '';
    return `. It said: ${oneLine(cause.message, 400)}.${detail} The statement: ${oneLine(statement, 600)}`;
}
function oneLine(text, atMost) {
    const line = text
        .toWellFormed()
        .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .trim();
    return line.length <= atMost ? line : `${line.slice(0, atMost - 1).toWellFormed()}…`;
}
/** A command that migrates. @param run starts it, to its end, and gives its exit code */
async function runCommand(command, timeout, run, clock, signal) {
    const started = clock.ticks();
    const timer = new AbortController();
    const expired = clock.sleep(timeout, timer.signal).then(() => true, () => false);
    const stop = new AbortController();
    void expired.then((isUp) => {
        if (isUp)
            stop.abort(new domain_failure/* Failure */.HR('objective', 'the migrations took longer than they may'));
    });
    const result = { failedAt: null, statements: null };
    try {
        const code = await run(command, AbortSignal.any([signal, stop.signal]));
        const duration = Math.round(clock.ticks() - started);
        return code === 0
            ? { ...result, outcome: 'done', duration, trouble: null }
            : { ...result, outcome: 'failed', duration, trouble: 'the command ended with an error' };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!stop.signal.aborted)
            throw error;
        return {
            ...result,
            outcome: 'stopped',
            duration: Math.round(clock.ticks() - started),
            trouble: 'the time was up',
        };
    }
    finally {
        timer.abort();
    }
}

;// CONCATENATED MODULE: ./lib/sources/postgres/trial/trial.js
var trial_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var trial_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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












/** A trial on a database with the definitions and sizes of production, and without its rows. */
async function openShapeTrial(shape, install, context, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = trial_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const { name, lcMonetary, searchPath: _path, ...kind } = shape.database;
        const laboratory = opened.use(await (0,laboratory_laboratory/* startLaboratory */.W)({
            tools: await (0,tools/* toolsFor */.J)(shape.server.major, { install: install, needServer: true }, context, signal),
            spool: context.spool,
            processes: context.processes,
            log: context.log,
            clock: context.clock,
            random: context.random,
            signal,
            database: { name, ...kind },
            lcMonetary,
            sizeHint: 0,
            tableCountHint: shape.relations.length,
        }));
        const access = accessTo(laboratory, signal);
        const session = trial_addDisposableResource(env_1, await access(), true);
        const { sizes, missing } = await loadShape(session, shape);
        await (0,watch/* beginWatching */.bC)(session);
        const trial = createTrial({
            laboratory,
            access,
            sizes,
            missing,
            context,
            signal,
            isWatched: true,
            hasRows: false,
        });
        const release = opened.move();
        return Object.assign(trial, { [Symbol.asyncDispose]: () => release.disposeAsync() });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = trial_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function accessTo(laboratory, signal) {
    const address = {
        ...laboratory.connection,
        sslmode: 'disable',
        sslrootcert: undefined,
        sslcert: undefined,
        sslkey: undefined,
    };
    return () => (0,postgres_session/* connect */.Ng)(address, {
        applicationName: 'lifeboat',
        settings: { default_transaction_read_only: 'off' },
        signal,
    });
}
function createTrial(parts) {
    const { laboratory, access, sizes, missing, context, signal, isWatched, hasRows } = parts;
    const catalog = async () => {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const session = trial_addDisposableResource(env_2, await access(), true);
            return await (0,trial_catalog/* readCatalog */.u)(session, sizes);
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = trial_disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    };
    const migrate = async (change) => {
        const env_3 = { stack: [], error: void 0, hasError: false };
        try {
            const run = change.command === null ? await migrateFiles(change) : await migrateByCommand(change.command, change);
            if (!isWatched)
                return { ...run, failedAt: null, trouble: null, events: [] };
            const session = trial_addDisposableResource(env_3, await access(), true);
            return { ...run, events: await (0,watch/* readEvents */.wj)(session) };
        }
        catch (e_3) {
            env_3.error = e_3;
            env_3.hasError = true;
        }
        finally {
            const result_3 = trial_disposeResources(env_3);
            if (result_3)
                await result_3;
        }
    };
    const migrateFiles = async (change) => {
        const env_4 = { stack: [], error: void 0, hasError: false };
        try {
            const session = trial_addDisposableResource(env_4, await access(), true);
            await session.query('preparing the migrations', 'reset search_path');
            return await runFiles(session, change, hasRows, context.clock, signal);
        }
        catch (e_4) {
            env_4.error = e_4;
            env_4.hasError = true;
        }
        finally {
            const result_4 = trial_disposeResources(env_4);
            if (result_4)
                await result_4;
        }
    };
    const migrateByCommand = (command, change) => runCommand(command, change.timeout, (argv, stop) => (parts.run ?? runHere)(argv, change.directory, stop), context.clock, signal);
    const runHere = async ([program = '', ...args], directory, stop) => {
        const { host, port, user, password, database } = laboratory.connection;
        const done = await context.processes.run(program, args, {
            environment: {
                ...laboratory.environment,
                PATH: context.variables['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
                HOME: context.spool,
                DATABASE_URL: `postgresql://${user}:${password}@localhost:${port}/${encodeURIComponent(database)}?host=${encodeURIComponent(host)}`,
            },
            directory,
            signal: stop,
        });
        for (const line of `${done.stdout}\n${done.stderr}`.split('\n').slice(-200))
            if (line.trim() !== '')
                context.log.info(line);
        return done.code;
    };
    return {
        isolation: laboratory.isolation,
        facts: laboratory.facts,
        missing,
        catalog,
        data: async () => (0,data/* digestData */.Bk)(await catalog(), access, signal),
        keepRows: () => {
            const name = `rows-${Buffer.from(context.random.bytes(6)).toString('hex')}`;
            return keepRows(access, (0,external_node_path_.join)(context.spool, name), catalog, signal);
        },
        migrate,
        ask: async (statements, expects) => {
            const env_5 = { stack: [], error: void 0, hasError: false };
            try {
                const session = trial_addDisposableResource(env_5, await access(), true);
                await session.query('preparing the statements', 'reset search_path');
                const answers = [];
                for (const statement of statements)
                    answers.push(await ask(session, statement, expects));
                return answers;
            }
            catch (e_5) {
                env_5.error = e_5;
                env_5.hasError = true;
            }
            finally {
                const result_5 = trial_disposeResources(env_5);
                if (result_5)
                    await result_5;
            }
        },
        brokenRules: async () => {
            const env_6 = { stack: [], error: void 0, hasError: false };
            try {
                const session = trial_addDisposableResource(env_6, await access(), true);
                return await (0,data/* findBrokenRules */.Sp)(session, await (0,trial_catalog/* readCatalog */.u)(session, sizes));
            }
            catch (e_6) {
                env_6.error = e_6;
                env_6.hasError = true;
            }
            finally {
                const result_6 = trial_disposeResources(env_6);
                if (result_6)
                    await result_6;
            }
        },
    };
}
async function ask(session, statement, expects) {
    const doing = 'running a statement';
    await session.query(doing, 'begin');
    try {
        await session.query(doing, 'set local statement_timeout = 600000');
        const answer = await session.client.query({ text: statement, rowMode: 'array' });
        if (expects === 'no error')
            return { holds: true, trouble: null };
        const [result, ...others] = [answer].flat();
        const holds = others.length === 0 && result?.rows.length === 1 && result.rows[0]?.[0] === 't';
        return { holds, trouble: holds ? null : 'it is not true' };
    }
    catch (error) {
        const failure = error instanceof domain_failure/* Failure */.HR ? error : (0,server_error/* serverFailure */.a)(error, 'the server refused it');
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw failure;
        return { holds: false, trouble: failure.message };
    }
    finally {
        await session.query(doing, 'rollback');
    }
}


/***/ }),

/***/ 43719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bC: () => (/* binding */ beginWatching),
  sn: () => (/* binding */ ownSchema),
  wj: () => (/* binding */ readEvents)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var classic_schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return core._coercedString(schemas.ZodString, params);
}
function number(params) {
    return api/* _coercedNumber */.qG(classic_schemas/* ZodNumber */.rSt, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}

;// CONCATENATED MODULE: ./lib/sources/postgres/trial/watch.js

/** The schema of our own, in the laboratory's database. */
const ownSchema = 'lifeboat_trial';
/**
 * Lets the server itself note what each statement does, in the transaction in which it does it: event triggers see
 * every command on definitions with the locks that are held at its end, whoever sends it, so that a migration tool needs
 * no change and nothing has to be polled. Statements on rows are seen by triggers of the tables.
 */
async function beginWatching(session) {
    await session.query('preparing to watch', watchSql);
    // They have seen themselves being made.
    await session.query('preparing to watch', `truncate ${ownSchema}.seen`);
}
const watchSql = `
create schema ${ownSchema};
create table ${ownSchema}.seen (
  id bigint generated always as identity, event text, tag text, transaction text, place text, text text,
  locks jsonb, scans jsonb, relations jsonb
);
create function ${ownSchema}.note(event text, tag text, relations jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into ${ownSchema}.seen (event, tag, transaction, place, text, locks, scans, relations)
  select event, tag, txid_current()::text, nullif(current_setting('${ownSchema}.place', true), ''), left(current_query(), 10000),
    (select coalesce(jsonb_agg(jsonb_build_object('relation', l.relation::bigint, 'mode', l.mode)), '[]') from pg_locks l
     where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.granted and l.relation >= 16384
       and l.database = (select oid from pg_database where datname = current_database())),
    (select coalesce(jsonb_agg(jsonb_build_object('relation', t.relid::bigint, 'count', t.seq_scan)), '[]') from pg_stat_xact_user_tables t
     where t.seq_scan > 0 and t.schemaname <> '${ownSchema}'),
    coalesce(relations, '[]');
end $$;
create function ${ownSchema}.note_command() returns event_trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one regclass;
begin
  if tg_event = 'table_rewrite' then
    perform ${ownSchema}.note(tg_event, tg_tag, jsonb_build_array(pg_event_trigger_table_rewrite_oid()::bigint));
    return;
  else
    perform ${ownSchema}.note(tg_event, tg_tag, (select jsonb_agg(distinct objid::bigint) from pg_event_trigger_ddl_commands() where classid = 'pg_class'::regclass));
  end if;
  -- Migrations switch triggers off to work faster; this one is not theirs.
  for one in select tgrelid::regclass from pg_trigger where tgname = 'lifeboat_trial' and tgenabled <> 'A' loop
    execute format('alter table only %s enable always trigger lifeboat_trial', one);
  end loop;
end $$;
create function ${ownSchema}.note_rows() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform ${ownSchema}.note(tg_op, tg_op, jsonb_build_array(tg_relid::bigint));
  return null;
end $$;
do $$
declare
  one regclass;
begin
  for one in select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', '${ownSchema}') and n.nspname !~ '^pg_toast'
  loop
    execute format('create trigger lifeboat_trial before truncate or delete or update on %s for each statement execute function ${ownSchema}.note_rows()', one);
    -- Always: also while the session plays a replica, in which other triggers rest.
    execute format('alter table only %s enable always trigger lifeboat_trial', one);
  end loop;
end $$;
create event trigger lifeboat_trial_end on ddl_command_end execute function ${ownSchema}.note_command();
create event trigger lifeboat_trial_rewrite on table_rewrite execute function ${ownSchema}.note_command();
alter event trigger lifeboat_trial_end enable always;
alter event trigger lifeboat_trial_rewrite enable always;
grant usage on schema ${ownSchema} to public;
`;
const relation = number();
const seenSchema = classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({
    event: classic_schemas/* string */.YjP(),
    tag: classic_schemas/* string */.YjP(),
    transaction: classic_schemas/* string */.YjP(),
    place: classic_schemas/* string */.YjP().nullable(),
    text: classic_schemas/* string */.YjP(),
    locks: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ relation, mode: classic_schemas/* string */.YjP() })),
    scans: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ relation, count: number() })),
    relations: classic_schemas/* array */.YOg(relation),
}));
/** What was noted, in order. Transactions that were rolled back have left nothing. */
async function readEvents(session) {
    const [row] = await session.query('reading what the migrations did', `select jsonb_agg(to_jsonb(s) - 'id' order by s.id)::text as events from ${ownSchema}.seen s`);
    return seenSchema.parse(JSON.parse(row?.events ?? '[]'));
}


/***/ })

};
