export const id = 9356;
export const ids = [9356];
export const modules = {

/***/ 6428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ beginProof)
/* harmony export */ });
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75141);
/* harmony import */ var _check_recorder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54621);


function beginProof({ check, level, signal }, { notIncluded }, clock) {
    const started = clock.ticks();
    return {
        checks: new _check_recorder_js__WEBPACK_IMPORTED_MODULE_0__/* .CheckRecorder */ .PZ(check, clock, signal),
        reaches: (rung) => _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .rungs */ .W2.indexOf(level) >= _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .rungs */ .W2.indexOf(rung),
        result: {
            isolation: null,
            restoreDuration: null,
            restoreEstimate: null,
            bytes: 0,
            dataAge: null,
            notIncluded,
            facts: [],
        },
        elapsed: () => Math.round(clock.ticks() - started),
    };
}


/***/ }),

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

/***/ 15160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ prepareLaboratory)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _archive_toc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53747);
/* harmony import */ var _restore_archive_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42019);
/* harmony import */ var _restore_database_statements_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63159);
/* harmony import */ var _restore_globals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45657);
/* harmony import */ var _restore_read_archive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68658);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58696);
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







/** Makes an empty laboratory ready: roles, tablespaces and settings; names what it cannot take. */
async function prepareLaboratory(access, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await access.open(), true);
        const globals = await restoreGlobals(session, context);
        const missing = await findMissingExtensions(session, context.plan);
        const excluded = (0,_restore_archive_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .closureOf */ .TQ)(context.plan.toc, missing);
        reportUnproven(missing, excluded, context);
        leaveOutForeignFillings(excluded, context);
        for (const { kind, sql, hinders } of (0,_restore_database_statements_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseStatements */ .Y)(context.plan.toc, context.record.database)) {
            // What hinders the restore need only be in the dump. A setting of an extension that is not loaded is refused,
            // which harms nothing here.
            if (kind !== 'comment' && !hinders)
                await session.client.query(sql).catch(() => undefined);
        }
        return { globals, excluded };
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
async function restoreGlobals(session, context) {
    const script = await (0,_restore_read_archive_js__WEBPACK_IMPORTED_MODULE_5__/* .readArtifact */ .R9)(context.record, 'globals.sql', context.artifacts, context.signal);
    if (script === null)
        return { roles: await (0,_restore_globals_js__WEBPACK_IMPORTED_MODULE_4__/* .createNamedRoles */ .RR)(session, context.plan.toc), errors: [] };
    return (0,_restore_globals_js__WEBPACK_IMPORTED_MODULE_4__/* .applyGlobals */ .rV)(session, (0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_1__/* .readScript */ .Uq)(script));
}
/** Extensions that the laboratory does not have, or cannot create: each is tried, and the trial taken back. */
async function findMissingExtensions(session, plan) {
    const missing = [];
    for (const entry of plan.toc.entries) {
        if (entry.description !== 'EXTENSION')
            continue;
        await session.query('trying an extension', 'begin');
        await session.query('trying an extension', "set local search_path = 'public'");
        try {
            await session.client.query(`create extension if not exists ${(0,_session_js__WEBPACK_IMPORTED_MODULE_6__/* .quoteIdentifier */ .Cm)(entry.tag)} cascade`);
        }
        catch {
            missing.push(entry.tag);
        }
        await session.query('trying an extension', 'rollback');
    }
    return missing;
}
function reportUnproven(missing, excluded, context) {
    if (missing.length === 0)
        return;
    // An extension that is accepted covers what is its own; rows of the user's tables are accepted by the table's name.
    const tables = context.plan.tables
        .filter((table) => excluded.has(table.entry.dumpId))
        .map((table) => table.name);
    const accepted = [...missing, ...tables].every((name) => context.acceptUnproven.includes(name));
    const subjects = context.plan.toc.entries
        .filter((entry) => excluded.has(entry.dumpId) && !/^(ACL|COMMENT|EXTENSION)$/.test(entry.description))
        .map((entry) => `${entry.description} ${entry.schema}.${entry.tag}`);
    context.checks.add('restorable', 'unproven', {
        status: accepted ? 'passed' : 'degraded',
        detail: `the laboratory lacks ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(missing.length, 'extension')}; ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(excluded.size, 'entry that needs them is', 'entries that need them are')} left out, and unproven${accepted ? ', as the environment file accepts' : ''}`,
        subjects: [...missing.map((name) => `extension ${name}`), ...subjects],
        ...(accepted
            ? {}
            : {
                hint: 'Install the extensions’ packages on the machine that verifies, or accept the extensions, and each table that needs them, under accept-unproven.',
            }),
    });
}
/** Materialized views over foreign tables stay unfilled; what is over them reads as it would with no data. */
function leaveOutForeignFillings(excluded, context) {
    const left = (0,_restore_archive_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .fillingsFromElsewhere */ .tx)(context.plan.toc).filter((entry) => !excluded.has(entry.dumpId));
    if (left.length === 0)
        return;
    for (const entry of left)
        excluded.add(entry.dumpId);
    const names = left.map((entry) => `${entry.schema}.${entry.tag}`);
    const accepted = names.every((name) => context.acceptUnproven.includes(name));
    context.checks.add('restorable', 'unproven', {
        status: accepted ? 'passed' : 'degraded',
        detail: `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(left.length, 'materialized view asks', 'materialized views ask')} foreign servers, which a laboratory cannot reach; left unfilled, and unproven${accepted ? ', as the environment file accepts' : ''}`,
        subjects: names.map((name) => `materialized view ${name}`),
        ...(accepted ? {} : { hint: 'Accept them by name under accept-unproven, such as schema.view.' }),
    });
}


/***/ }),

/***/ 39356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPostgresRehearsal: () => (/* binding */ openPostgresRehearsal)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/begin-proof.js
var begin_proof = __webpack_require__(6428);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-plan.js
var archive_plan = __webpack_require__(42019);
// EXTERNAL MODULE: ./lib/sources/check-recorder.js
var check_recorder = __webpack_require__(54621);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/completeness.js



/** Whether every relation with rows, and every large object, is in the archive or named as not included. */
function proveComplete(plan, record, checks) {
    const entries = new Map(plan.tables.map((table) => [(0,archive_plan/* tableKey */.ih)(table.entry.schema, table.entry.tag), table]));
    const tables = record.tables.filter((table) => table.kind === 'table');
    const absent = [];
    const withoutFile = [];
    for (const table of tables) {
        const name = `${table.schema}.${table.name}`;
        const entry = entries.get((0,archive_plan/* tableKey */.ih)(table.schema, table.name));
        if (entry === undefined)
            absent.push(name);
        else if (!plan.files.has(entry.entry.fileName))
            withoutFile.push(name);
    }
    const known = new Set(tables.map((table) => (0,archive_plan/* tableKey */.ih)(table.schema, table.name)));
    const unknown = plan.tables
        .filter((table) => !known.has((0,archive_plan/* tableKey */.ih)(table.entry.schema, table.entry.tag)))
        .map((table) => table.name);
    if (absent.length > 0) {
        checks.add('complete', 'tables', (0,check_recorder/* failed */.gz)('integrity', `${(0,units/* counted */.hS)(absent.length, 'table of the snapshot is', 'tables of the snapshot are')} not in the dump`, absent));
    }
    if (withoutFile.length > 0) {
        checks.add('complete', 'tables', (0,check_recorder/* failed */.gz)('integrity', `${(0,units/* counted */.hS)(withoutFile.length, 'table has', 'tables have')} no data file in the backup`, withoutFile));
    }
    if (unknown.length > 0) {
        checks.add('complete', 'tables', (0,check_recorder/* failed */.gz)('integrity', `${(0,units/* counted */.hS)(unknown.length, 'table of the dump is', 'tables of the dump are')} unknown to the snapshot`, unknown));
    }
    if (absent.length + withoutFile.length + unknown.length === 0) {
        checks.add('complete', 'tables', (0,check_recorder/* passed */.bF)(`all ${tables.length} tables of the snapshot are in the backup`));
    }
    const uncounted = tables
        .filter((table) => table.rows === null)
        .map((table) => `${table.schema}.${table.name}`);
    if (uncounted.length > 0) {
        checks.add('complete', 'row counts', (0,check_recorder/* failed */.gz)('integrity', `${(0,units/* counted */.hS)(uncounted.length, 'table was', 'tables were')} not counted in the snapshot`, uncounted));
    }
    const lists = plan.largeObjectLists.filter((name) => !plan.files.has(name));
    if (lists.length > 0)
        checks.add('complete', 'large objects', (0,check_recorder/* failed */.gz)('integrity', 'lists of large objects are missing', lists));
    const left = record.notIncluded.filter((item) => !item.accepted);
    if (left.length > 0) {
        checks.add('complete', 'not included', {
            status: 'degraded',
            detail: `${(0,units/* counted */.hS)(left.length, 'object is', 'objects are')} not in the backup (${[...new Set(left.map((item) => item.type))].join(', ')})`,
            subjects: left.map((item) => item.object),
            hint: 'Accept them by name under accept-not-included, or back them up in another way.',
        });
    }
    if (!record.globals && !record.notIncluded.some((item) => item.type === 'globals')) {
        checks.add('complete', 'globals', (0,check_recorder/* failed */.gz)('integrity', 'the backup has no roles and says nothing about it'));
    }
}

;// CONCATENATED MODULE: ./lib/sources/postgres/proof/freshness.js


/** The age of the newest data: by the freshness query on the restored data, else by the snapshot's time. */
async function proveFresh(session, context) {
    const { config, record, now, rpo, checks } = context;
    let age = null;
    await checks.ask('fresh', 'age of the newest data', async () => {
        const newest = config?.freshness === undefined ? null : await askFreshness(session, config.freshness);
        if (config?.freshness !== undefined && newest === null) {
            return (0,check_recorder/* failed */.gz)('objective', 'the freshness query gives no time: the restored data has no newest row', [], 'The table that it asks has no rows yet, or the query asks for a column that is empty. In a new database place the first row, or leave freshness out until there is one.');
        }
        // Nothing in a backup is newer than its snapshot, whatever time stands in a row (an order for next week).
        const snapshot = Date.parse(record.snapshot.dataAt);
        if (snapshot > now + toleratedSkew) {
            return (0,check_recorder/* failed */.gz)('integrity', 'the snapshot lies in the future, so its age cannot be told', [], 'Compare the clocks of the machine that made the backup and of this one.');
        }
        age = Math.max(0, now - Math.min(newest ?? snapshot, snapshot));
        const basis = newest === null ? 'by the time of the snapshot' : 'by the freshness query';
        if (rpo === null)
            return (0,check_recorder/* passed */.bF)(`the newest data is ${(0,units/* formatDuration */.a3)(age)} old, ${basis}; no RPO is promised`);
        return age <= rpo
            ? (0,check_recorder/* passed */.bF)(`the newest data is ${(0,units/* formatDuration */.a3)(age)} old, ${basis}; the RPO is ${(0,units/* formatDuration */.a3)(rpo)}`)
            : (0,check_recorder/* failed */.gz)('objective', `the newest data is ${(0,units/* formatDuration */.a3)(age)} old, ${basis}; the RPO is ${(0,units/* formatDuration */.a3)(rpo)}`, [], 'Look whether backups run as often as they should.');
    });
    return age;
}
/** How far two machines' clocks may be apart. */
const toleratedSkew = 5 * 60_000;
async function askFreshness(session, sql) {
    const doing = 'running the freshness query';
    const rows = await session.query(doing, sql);
    const value = Object.values(rows[0] ?? {})[0];
    if (value === null || value === undefined)
        return null;
    const [time] = await session.query(doing, 'select (extract(epoch from $1::timestamptz) * 1000)::bigint::text as ms', [value]);
    return time === undefined ? null : Number(time.ms);
}

// EXTERNAL MODULE: ./lib/sources/postgres/proof/equality.js + 1 modules
var equality = __webpack_require__(53255);
// EXTERNAL MODULE: ./lib/sources/postgres/proof/preparation.js
var preparation = __webpack_require__(15160);
// EXTERNAL MODULE: ./lib/sources/postgres/proof/schema-equality.js
var schema_equality = __webpack_require__(55919);
// EXTERNAL MODULE: ./lib/sources/postgres/proof/soundness.js
var soundness = __webpack_require__(32621);
// EXTERNAL MODULE: ./lib/sources/postgres/server-error.js
var server_error = __webpack_require__(16838);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/usefulness.js


/** The user's own assertions about restored data: each query gives one row with one boolean, which must be true. */
async function proveUseful(session, assertions, checks) {
    for (const assertion of assertions)
        await checks.ask('useful', assertion.name, () => ask(session, assertion.sql));
}
async function ask(session, sql) {
    const doing = 'running an assertion';
    await session.query(doing, 'begin read only');
    try {
        await session.query(doing, 'set local statement_timeout = 600000');
        const answer = await session.client
            .query({ text: sql, rowMode: 'array' })
            .catch((error) => {
            throw (0,server_error/* serverFailure */.a)(error, doing);
        });
        // Several statements in one text give several results.
        const [result, ...others] = [answer].flat();
        const values = result?.rows[0] ?? [];
        const isBoolean = result?.fields.length === 1 && result.fields[0]?.dataTypeID === booleanOid;
        if (others.length > 0 || result?.rows.length !== 1 || !isBoolean) {
            return (0,check_recorder/* failed */.gz)('config', 'the query does not give one row with one boolean', [], 'Write it as select count(*) = 0 from …');
        }
        return values[0] === 't'
            ? (0,check_recorder/* passed */.bF)('true')
            : (0,check_recorder/* failed */.gz)('objective', values[0] === null ? 'it is null, not true' : 'it is false');
    }
    finally {
        await session.query(doing, 'rollback');
    }
}
/** pg_type's oid of bool. */
const booleanOid = 16;

// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var postgres_session = __webpack_require__(58696);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/access.js + 1 modules
var restore_access = __webpack_require__(33291);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-folder.js
var archive_folder = __webpack_require__(18492);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/read-archive.js
var read_archive = __webpack_require__(68658);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/restore.js + 3 modules
var restore = __webpack_require__(62346);
// EXTERNAL MODULE: ./lib/sources/postgres/laboratory/laboratory.js
var laboratory_laboratory = __webpack_require__(13019);
// EXTERNAL MODULE: ./lib/sources/postgres/tools.js + 1 modules
var postgres_tools = __webpack_require__(98762);
;// CONCATENATED MODULE: ./lib/sources/postgres/rehearsal.js
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
 * A durable server with ANALYZE and a checkpoint took 1.6 times as long as the tuned laboratory (2 cores, 0.9 GB,
 * PostgreSQL 17): the factor of the estimate for a real target.
 */
const durableServerFactor = 1.6;
/** Brings a logical PostgreSQL backup back into a throwaway server and proves it, rung by rung. */
function openPostgresRehearsal(record, config, context) {
    return { rehearse: (run) => rehearse(record, config, context, run) };
}
async function rehearse(record, config, context, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal } = run;
        const { checks, reaches, result, elapsed } = (0,begin_proof/* beginProof */.y)(run, record, context.clock);
        const toc = await (0,read_archive/* readToc */.PP)(record, run.artifacts, signal);
        const plan = (0,archive_plan/* planArchive */.eM)(toc, record);
        proveComplete(plan, record, checks);
        if (!reaches('restorable'))
            return result;
        const tools = await (0,postgres_tools/* toolsFor */.J)(record.restorableInto, { install: config?.install ?? 'auto', needServer: true }, context, signal);
        const laboratory = __addDisposableResource(env_1, await (0,laboratory_laboratory/* startLaboratoryFor */.x)(record, tools, context, signal), true);
        result.isolation = laboratory.isolation;
        const address = {
            ...laboratory.connection,
            sslmode: 'disable',
            sslrootcert: undefined,
            sslcert: undefined,
            sslkey: undefined,
        };
        const jobs = Math.max(2, (0,external_node_os_.availableParallelism)());
        const archive = __addDisposableResource(env_1, await (0,archive_folder/* layOutArchive */.t)({
            record,
            artifacts: run.artifacts,
            spool: context.spool,
            signal,
        }), true);
        const access = (0,restore_access/* accessByConnections */.N)({
            address,
            lcMonetary: record.lcMonetary,
            settings: {},
            tools,
            processes: context.processes,
            toc,
            archive: archive.path,
            signal,
        });
        const { globals, excluded } = await (0,preparation/* prepareLaboratory */.B)(access, {
            plan,
            record,
            artifacts: run.artifacts,
            acceptUnproven: config?.acceptUnproven ?? [],
            checks,
            signal,
        });
        const restored = await (0,restore/* restoreArchive */.B)({
            plan,
            record,
            artifacts: run.artifacts,
            access,
            archive: archive.path,
            excluded,
            clock: context.clock,
            jobs,
            checks,
            progress: run.progress,
            signal,
        });
        result.restoreDuration = elapsed();
        result.restoreEstimate = Math.round(result.restoreDuration * durableServerFactor);
        result.bytes = [...restored.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0);
        result.facts.push({
            label: 'Laboratory',
            text: `PostgreSQL ${tools.version}, ${jobs} jobs, isolation ${laboratory.isolation}`,
        }, ...restored.steps.map((step) => ({
            label: `Restore: ${step.name}`,
            text: `${(step.duration / 1_000).toFixed(1)} s`,
        })));
        const views = record.tables.filter((table) => table.kind === 'materialized view');
        if (views.length > 0) {
            const text = `${(0,units/* counted */.hS)(views.length, 'materialized view')}: no dump has such contents; they are computed anew`;
            result.facts.push({ label: 'Not compared', text });
        }
        if (!restored.usable)
            throw new failure/* Failure */.HR(restored.trouble ?? 'integrity', 'the backup could not be restored, so nothing more can be proven');
        const session = __addDisposableResource(env_1, await (0,postgres_session/* connect */.Ng)(address, { applicationName: 'lifeboat', signal }), true);
        if (reaches('equal')) {
            await (0,equality/* proveTablesEqual */.e)({
                plan,
                record,
                artifacts: run.artifacts,
                access,
                loaded: restored.loaded,
                excluded,
                jobs,
                mustHaveRows: true,
                checks,
                table: run.table,
                progress: run.progress,
                signal,
            });
            if (record.largeObjects > 0 || restored.largeObjects.size > 0) {
                await checks.ask('equal', 'large objects', () => (0,equality/* proveLargeObjectsEqual */.s)(session, restored.largeObjects, signal));
            }
            await checks.ask('equal', 'schema', () => (0,schema_equality/* proveSchemaEqual */.O)(toc, excluded, {
                tools,
                processes: context.processes,
                address,
                spool: context.spool,
                signal,
            }));
        }
        if (reaches('sound'))
            await (0,soundness/* proveSound */.a)(session, { plan, record, excluded, globals, checks, among: null });
        // The user's own queries mean what they mean in the database: under its own search_path.
        if (reaches('fresh'))
            await session.query('preparing the queries of the environment file', 'reset search_path');
        if (reaches('fresh'))
            result.dataAge = await proveFresh(session, { record, config, now: run.now, rpo: run.rpo, checks });
        if (reaches('useful'))
            await proveUseful(session, config?.checks ?? [], checks);
        return result;
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


/***/ })

};
