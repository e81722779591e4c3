export const id = 2185;
export const ids = [2185,7851];
export const modules = {

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

/***/ 72185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeAnonymisedSet: () => (/* binding */ makeAnonymisedSet)
});

// EXTERNAL MODULE: ./lib/domain/environment/template.js
var template = __webpack_require__(98018);
// EXTERNAL MODULE: ./lib/sources/postgres/source.js + 6 modules
var postgres_source = __webpack_require__(65506);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var postgres_session = __webpack_require__(58696);
// EXTERNAL MODULE: ./lib/sources/postgres/server-error.js
var server_error = __webpack_require__(16838);
// EXTERNAL MODULE: ./lib/sources/postgres/trial/data.js
var data = __webpack_require__(10599);
// EXTERNAL MODULE: ./lib/sources/postgres/trial/catalog.js
var trial_catalog = __webpack_require__(12180);
;// CONCATENATED MODULE: ./lib/sources/postgres/trial/anonymise.js






/** More pairs of values than this are not compared one by one. */
const mostPairs = 200_000_000;
/**
 * Masks every row in the laboratory, as the environment file says for each column, and looks that no original value is
 * left. @param key of this run alone: equal values stay equal within the set, and cannot be traced to those of another
 * @throws Failure `config` when a column has no rule; `integrity` when an original value was found, or keys no longer fit
 */
async function anonymise(session, rules, key, signal) {
    const catalog = await (0,trial_catalog/* readCatalog */.u)(session, null);
    const columns = await columnsWithRules(session, catalog, rules);
    const masked = columns.filter(({ rule }) => rule !== 'keep');
    const brokenBefore = new Set(await (0,data/* findBrokenRules */.Sp)(session, catalog));
    const doing = 'masking rows';
    await session.query(doing, "set session_replication_role = 'replica'");
    await session.query(doing, 'create schema lifeboat_originals');
    await session.query(doing, 'create table lifeboat_originals.value (place text, value text); select lo_unlink(oid) from pg_largeobject_metadata');
    for (const [table, group] of Map.groupBy(masked, (one) => one.table)) {
        signal.throwIfAborted();
        for (const { column } of group) {
            await session.query(doing, `insert into lifeboat_originals.value select distinct ${literal(`${table}.${column}`)}, ${(0,postgres_session/* quoteIdentifier */.Cm)(column)}::text from only ${table} where ${(0,postgres_session/* quoteIdentifier */.Cm)(column)} is not null`);
        }
        const sets = group.map((one) => `${(0,postgres_session/* quoteIdentifier */.Cm)(one.column)} = ${maskOf(one, key)}`);
        await session.client.query(`update only ${table} set ${sets.join(', ')}`).catch((error) => {
            throw (0,server_error/* serverFailure */.a)(error, doing, 'Does the masked value fit the column’s type and rules?');
        });
    }
    await session.query(doing, 'analyze lifeboat_originals.value');
    await demandNoOriginals(session, columns, masked);
    await session.query(doing, 'drop schema lifeboat_originals cascade');
    await session.query(doing, "set session_replication_role = 'origin'");
    const broken = (await (0,data/* findBrokenRules */.Sp)(session, catalog)).filter((rule) => !brokenBefore.has(rule));
    if (broken.length > 0) {
        throw new failure/* Failure */.HR('integrity', `masked rows break ${(0,units/* counted */.hS)(broken.length, 'constraint')}`, {
            subjects: broken,
            hint: 'Mask both sides of a foreign key in the same way.',
        });
    }
    return { masked: masked.length, kept: columns.length - masked.length };
}
/** Fails closed: a column that somebody adds is not part of the next set before somebody has said how. */
async function columnsWithRules(session, catalog, rules) {
    const roots = new Map(catalog.tables.map((table) => [table.oid, table]));
    const generated = await generatedColumns(session);
    const found = [];
    const unnamed = [];
    for (const table of catalog.tables) {
        const named = roots.get(table.root) ?? table;
        for (const column of table.columns) {
            // Computed anew from what is masked.
            if (generated.has(`${table.oid} ${column.number}`))
                continue;
            const rule = rules.get(`${named.name}.${column.name}`) ?? rules.get(`${named.name}.*`);
            if (rule === undefined)
                unnamed.push(`${named.name}.${column.name}`);
            else
                found.push({ table: nameOf(table), column: column.name, type: column.type, rule });
        }
    }
    if (unnamed.length > 0) {
        throw new failure/* Failure */.HR('config', `pull-requests.masking says nothing about ${(0,units/* counted */.hS)(unnamed.length, 'column')}`, {
            subjects: [...new Set(unnamed)],
            hint: 'Give each a rule: keep, hash, email, null or a constant; a whole table as schema.table.*.',
        });
    }
    return found;
}
async function generatedColumns(session) {
    const rows = await session.query('reading the columns', "select attrelid::text || ' ' || attnum::text as one from pg_catalog.pg_attribute where attgenerated <> ''");
    return new Set(rows.map(({ one }) => one));
}
function nameOf({ name }) {
    const [schema = '', table = ''] = name.split(/\.(.*)/s);
    return (0,postgres_session/* qualifiedName */.OL)(schema, table);
}
function maskOf({ column, type, rule }, key) {
    if (rule === 'null')
        return 'null';
    if (typeof rule === 'object')
        return `${literal(rule.constant)}::${type}`;
    const text = `${(0,postgres_session/* quoteIdentifier */.Cm)(column)}::text`;
    const hash = `encode(sha256(convert_to(${literal(key)} || ${text} || ${literal(key)}, 'UTF8')), 'hex')`;
    const masked = rule === 'email' ? `left(${hash}, 24) || '@example.invalid'` : hash;
    const size = /^character(?: varying)?\((\d+)\)$/.exec(type)?.[1];
    const fitting = size === undefined ? masked : `left(${masked}, ${size})`;
    return `case when ${(0,postgres_session/* quoteIdentifier */.Cm)(column)} is null then null else (${fitting})::${type} end`;
}
/**
 * No value that was masked is left in its column; and none of six characters or more is left anywhere inside a text
 * of the set, where there are not too many to look.
 */
async function demandNoOriginals(session, columns, masked) {
    const doing = 'looking for original values';
    const left = [];
    for (const { table, column, rule } of masked) {
        const constant = typeof rule === 'object' ? ` and o.value <> ${literal(rule.constant)}` : '';
        const [row] = await session.query(doing, `select exists (select from only ${table} t join lifeboat_originals.value o on o.value = t.${(0,postgres_session/* quoteIdentifier */.Cm)(column)}::text
         where o.place = ${literal(`${table}.${column}`)}${constant})::text as found`);
        if (row?.found === 'true')
            left.push(`${table}.${column}`);
    }
    const [values] = await session.query(doing, 'select count(distinct value)::text as count from lifeboat_originals.value where length(value) >= 6');
    for (const { table, column, type } of columns) {
        if (!/text|char|json|xml|email|citext|bytea/.test(type) && !type.includes('.'))
            continue;
        const [rows] = await session.query(doing, `select count(distinct ${(0,postgres_session/* quoteIdentifier */.Cm)(column)}::text)::text as count from only ${table}`);
        const isInside = Number(values?.count ?? 0) * Number(rows?.count ?? 0) <= mostPairs;
        const meets = isInside ? 'position(o.value in t.value) > 0' : 'o.value = t.value';
        const [row] = await session.query(doing, `select exists (select from (select distinct ${(0,postgres_session/* quoteIdentifier */.Cm)(column)}::text as value from only ${table}) t
         join (select distinct value from lifeboat_originals.value where length(value) >= 6) o on ${meets})::text as found`);
        if (row?.found === 'true')
            left.push(`${table}.${column}`);
    }
    if (left.length === 0)
        return;
    throw new failure/* Failure */.HR('integrity', `original values are left in ${(0,units/* counted */.hS)(left.length, 'column')}`, {
        subjects: left,
        hint: 'Mask these columns too: what was masked elsewhere stands in them.',
    });
}
function literal(text) {
    return `'${text.replaceAll("'", "''")}'`;
}

// EXTERNAL MODULE: ./lib/sources/postgres/trial/opened.js + 1 modules
var opened = __webpack_require__(7851);
// EXTERNAL MODULE: ./lib/sources/postgres/trial/trial.js + 3 modules
var trial = __webpack_require__(67616);
;// CONCATENATED MODULE: ./lib/sources/postgres/trial/anonymised-set.js
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





/** Restores, masks and dumps, all in one laboratory; nothing is written to the sink before the rows were searched. */
async function makeAnonymisedSet({ source, masking, record, artifacts, sink }, context, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const restored = __addDisposableResource(env_1, await (0,opened.restoreIntoLaboratory)(record, artifacts, source.install, context, signal), true);
        const { connection } = restored.laboratory;
        const key = Buffer.from(context.random.bytes(32)).toString('hex');
        const session = __addDisposableResource(env_1, await (0,trial.accessTo)(restored.laboratory, signal)(), true);
        const { masked, kept } = await anonymise(session, masking, key, signal);
        const text = (value) => new template/* Template */.B(value, 'laboratory');
        const double = __addDisposableResource(env_1, (0,postgres_source.openPostgresSource)({
            ...source,
            url: undefined,
            host: text(connection.host),
            port: text(String(connection.port)),
            user: text(connection.user),
            password: text(connection.password),
            database: text(connection.database),
            sslmode: 'disable',
            sslrootcert: undefined,
            rolePasswords: false,
        }, context), true);
        const dumped = await double.dump(sink, { report: () => undefined }, signal);
        if (dumped.engine !== 'postgres-logical')
            throw new TypeError('a PostgreSQL source gives a PostgreSQL record');
        return { record: dumped, masked, kept };
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


/***/ }),

/***/ 7851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRowsTrial: () => (/* binding */ openRowsTrial),
  restoreIntoLaboratory: () => (/* binding */ restoreIntoLaboratory)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/check-recorder.js
var check_recorder = __webpack_require__(54621);
// EXTERNAL MODULE: ./lib/sources/postgres/laboratory/laboratory.js
var laboratory_laboratory = __webpack_require__(13019);
// EXTERNAL MODULE: ./lib/sources/postgres/proof/preparation.js
var preparation = __webpack_require__(15160);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/access.js + 1 modules
var restore_access = __webpack_require__(33291);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-folder.js
var archive_folder = __webpack_require__(18492);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-plan.js
var archive_plan = __webpack_require__(42019);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/read-archive.js
var read_archive = __webpack_require__(68658);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/restore.js + 3 modules
var restore = __webpack_require__(62346);
// EXTERNAL MODULE: ./lib/sources/postgres/tools.js + 1 modules
var postgres_tools = __webpack_require__(98762);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/sources/privilege.js
var sources_privilege = __webpack_require__(68689);
;// CONCATENATED MODULE: ./lib/sources/postgres/trial/enclosed-command.js




/**
 * Runs proposed code beside rows that are secret: as a user of its own without a way to become another, in a network
 * of its own that has nothing but itself, with its own processes and a file system that holds the system's programs, its
 * checkout (read-only) and the socket of the laboratory. What it prints goes nowhere. Gives its exit code.
 * @throws Failure `refused` where this machine cannot do that
 */
async function runEnclosed(command, directory, laboratory, context, signal) {
    const privilege = process.platform === 'linux' ? await (0,sources_privilege/* findPrivilege */.X)(context.processes, signal) : null;
    if (privilege === null) {
        throw new failure/* Failure */.HR('refused', 'proposed code cannot be shut in on this machine, so it does not run beside rows', {
            hint: 'It takes Linux with root or passwordless sudo, as hosted runners have.',
        });
    }
    const { host, port, user, password, database } = laboratory.connection;
    const root = (0,external_node_path_.join)(context.spool, `command-${Buffer.from(context.random.bytes(6)).toString('hex')}`);
    await (0,promises_.mkdir)(root, { mode: 0o700 });
    const uid = String(60_001 + (Buffer.from(context.random.bytes(2)).readUInt16BE() % 4_000));
    const [program = '', ...args] = [
        ...privilege,
        ...'unshare --net --mount --pid --ipc --uts --fork --kill-child=KILL -- sh -c'.split(' '),
        enclosureScript,
        'lifeboat-trial',
        root,
        uid,
        (0,external_node_path_.resolve)(directory),
        (0,external_node_path_.resolve)(host),
        ...command,
    ];
    try {
        // Its secrets are a throwaway server's. They come by standard input, as arguments are for everybody to read.
        const done = await context.processes.run(program, args, {
            environment: sources_privilege/* systemEnvironment */.f,
            input: [port, user, password, database].join('\n') +
                `\npostgresql://${user}:${password}@localhost:${port}/${encodeURIComponent(database)}?host=%2Fsocket\n` +
                `${context.variables['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}\n`,
            signal,
        });
        return done.code;
    }
    finally {
        await (0,promises_.rm)(root, { recursive: true, force: true });
    }
}
/** Arguments: folder for its root, user id, checkout, folder of the socket, then the command. */
const enclosureScript = String.raw `
set -eu
new=$1 uid=$2 checkout=$3 socket=$4
shift 4
IFS= read -r port; IFS= read -r user; IFS= read -r password; IFS= read -r database; IFS= read -r url; IFS= read -r path
mount --make-rprivate / 2>/dev/null || :
mount -t tmpfs -o size=64m,mode=755 trial "$new"
for part in /usr /bin /sbin /lib /lib32 /lib64 /libx32 /opt; do
  if [ -L "$part" ]; then cp -P "$part" "$new$part"
  elif [ -d "$part" ]; then mkdir "$new$part"; mount --bind -o ro "$part" "$new$part"; fi
done
mkdir -p "$new/etc/ssl" "$new/dev/shm" "$new/proc" "$new/tmp" "$new/home" "$new/checkout" "$new/socket" "$new/old"
for part in /etc/ld.so.cache /etc/localtime /etc/ssl/openssl.cnf; do
  [ ! -f "$part" ] || cp -L "$part" "$new$part"
done
[ ! -d /etc/alternatives ] || { mkdir "$new/etc/alternatives"; mount --bind -o ro /etc/alternatives "$new/etc/alternatives"; }
echo 'passwd: files' > "$new/etc/nsswitch.conf"
echo "trial:x:$uid:$uid::/home:/bin/false" > "$new/etc/passwd"
echo "trial:x:$uid:" > "$new/etc/group"
echo '127.0.0.1 localhost' > "$new/etc/hosts"
for part in null zero full random urandom; do
  : > "$new/dev/$part"
  mount --bind "/dev/$part" "$new/dev/$part"
done
ln -s /proc/self/fd "$new/dev/fd"
mount -t tmpfs -o mode=1777,size=64m shared-memory "$new/dev/shm"
mount -t tmpfs -o mode=1777,size=1g temporary "$new/tmp"
mount -t tmpfs -o mode=755,size=256m,uid="$uid" home "$new/home"
mount -t proc processes "$new/proc"
mount --bind -o ro "$checkout" "$new/checkout"
mount --bind "$socket" "$new/socket"
cd "$new"
pivot_root . old
cd /checkout
umount -l /old
rmdir /old
mount -o remount,ro / 2>/dev/null
exec setpriv --reuid="$uid" --regid="$uid" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all -- \
  env -i PATH="$path" HOME=/home TZ=UTC PGHOST=/socket PGPORT="$port" PGUSER="$user" PGPASSWORD="$password" \
  PGDATABASE="$database" PGSSLMODE=disable DATABASE_URL="$url" "$@" < /dev/null > /dev/null 2>&1
`;

// EXTERNAL MODULE: ./lib/sources/postgres/trial/trial.js + 3 modules
var trial_trial = __webpack_require__(67616);
// EXTERNAL MODULE: ./lib/sources/postgres/trial/watch.js + 1 modules
var watch = __webpack_require__(43719);
;// CONCATENATED MODULE: ./lib/sources/postgres/trial/opened.js
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














/** Restores what an archive holds into a laboratory. @throws Failure when it does not come back whole */
async function restoreIntoLaboratory(record, artifacts, install, context, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const tools = await (0,postgres_tools/* toolsFor */.J)(record.restorableInto, { install, needServer: true }, context, signal);
        const laboratory = opened.use(await (0,laboratory_laboratory/* startLaboratoryFor */.x)(record, tools, context, signal));
        const found = [];
        const checks = new check_recorder/* CheckRecorder */.PZ((check) => found.push(check), context.clock, signal);
        const toc = await (0,read_archive/* readToc */.PP)(record, artifacts, signal);
        const plan = (0,archive_plan/* planArchive */.eM)(toc, record);
        const archive = __addDisposableResource(env_1, await (0,archive_folder/* layOutArchive */.t)({ record, artifacts, spool: context.spool, signal }), true);
        const address = {
            ...laboratory.connection,
            sslmode: 'disable',
            sslrootcert: undefined,
            sslcert: undefined,
            sslkey: undefined,
        };
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
        const { excluded } = await (0,preparation/* prepareLaboratory */.B)(access, {
            plan,
            record,
            artifacts,
            acceptUnproven: [],
            checks,
            signal,
        });
        await (0,restore/* restoreArchive */.B)({
            plan,
            record,
            artifacts,
            access,
            archive: archive.path,
            excluded,
            clock: context.clock,
            jobs: Math.max(2, (0,external_node_os_.availableParallelism)()),
            checks,
            progress: { report: () => undefined },
            signal,
        });
        const failed = found.filter((check) => check.status === 'failed');
        const [first] = failed;
        if (first !== undefined) {
            throw new failure/* Failure */.HR(first.failure ?? 'integrity', `the backup did not come back whole: ${first.detail}`, {
                hint: 'A restore test says more: `lifeboat verify`.',
            });
        }
        const missing = toc.entries
            .filter((entry) => excluded.has(entry.dumpId) && !/^(ACL|COMMENT)$/.test(entry.description))
            .map((entry) => `${entry.description} ${entry.schema}.${entry.tag}`);
        const release = opened.move();
        return { laboratory, missing, [Symbol.asyncDispose]: () => release.disposeAsync() };
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
/** A trial on restored rows. */
async function openRowsTrial(request, context, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const { record, artifacts, install, isSecret } = request;
        const restored = opened.use(await restoreIntoLaboratory(record, artifacts, install, context, signal));
        await request.removeOpened();
        const { laboratory, missing } = restored;
        const access = (0,trial_trial.accessTo)(laboratory, signal);
        if (!isSecret) {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_3, await access(), true);
                await (0,watch/* beginWatching */.bC)(session);
            }
            catch (e_2) {
                env_3.error = e_2;
                env_3.hasError = true;
            }
            finally {
                const result_2 = __disposeResources(env_3);
                if (result_2)
                    await result_2;
            }
        }
        const trial = (0,trial_trial.createTrial)({
            laboratory,
            access,
            sizes: null,
            missing,
            context,
            signal,
            isWatched: !isSecret,
            hasRows: true,
            ...(isSecret
                ? { run: (command, directory, stop) => runEnclosed(command, directory, laboratory, context, stop) }
                : {}),
        });
        const release = opened.move();
        return Object.assign(trial, { [Symbol.asyncDispose]: () => release.disposeAsync() });
    }
    catch (e_3) {
        env_2.error = e_3;
        env_2.hasError = true;
    }
    finally {
        const result_3 = __disposeResources(env_2);
        if (result_3)
            await result_3;
    }
}


/***/ })

};
