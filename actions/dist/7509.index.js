export const id = 7509;
export const ids = [7509];
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

/***/ 53255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ proveLargeObjectsEqual),
  e: () => (/* binding */ proveTablesEqual)
});

// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/postgres/archive/toc.js
var toc = __webpack_require__(53747);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/read-archive.js
var read_archive = __webpack_require__(68658);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/archive-plan.js
var archive_plan = __webpack_require__(42019);
// EXTERNAL MODULE: ./lib/sources/check-recorder.js
var check_recorder = __webpack_require__(54621);
// EXTERNAL MODULE: ./lib/sources/postgres/restore/copy-data.js
var copy_data = __webpack_require__(84861);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/multiset.js



/** New in every run, so that nobody can prepare rows whose digests add up alike. */
const key = (0,external_node_crypto_.randomBytes)(32);
/** Cuts a stream of COPY rows at its line ends and gives each row's keyed digest; a row of any length is never held whole. */
class RowDigests {
    row = null;
    held = [];
    take;
    arrange;
    /** @param arrange puts a row's fields into another order; rows are held whole then */
    constructor(take, arrange = null) {
        this.take = take;
        this.arrange = arrange;
    }
    push(chunk) {
        let start = 0;
        for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
            this.add(chunk.subarray(start, end));
            this.endRow();
            start = end + 1;
        }
        if (start < chunk.length)
            this.add(chunk.subarray(start));
    }
    /** True when the last row has ended. */
    get whole() {
        return this.row === null && this.held.length === 0;
    }
    add(part) {
        if (this.arrange !== null) {
            this.held.push(Buffer.from(part));
            return;
        }
        this.row ??= (0,external_node_crypto_.createHash)('sha256').update(key);
        this.row.update(part);
    }
    endRow() {
        if (this.arrange === null)
            this.take((this.row ?? (0,external_node_crypto_.createHash)('sha256').update(key)).digest());
        else
            this.take((0,external_node_crypto_.createHash)('sha256')
                .update(key)
                .update(this.arrange(Buffer.concat(this.held)))
                .digest());
        this.row = null;
        this.held = [];
    }
}
/** A fingerprint of rows whatever their order: the sum of each row's keyed digest, and their number. */
class Multiset {
    sum = 0n;
    count = 0;
    add(digest) {
        this.sum = BigInt.asUintN(256, this.sum + BigInt(`0x${digest.toString('hex')}`));
        this.count += 1;
    }
    join(other) {
        this.sum = BigInt.asUintN(256, this.sum + other.sum);
        this.count += other.count;
    }
    get rows() {
        return this.count;
    }
    equals(other) {
        return this.sum === other.sum && this.count === other.count;
    }
}
/**
 * The fingerprint of a data file of pg_dump, decompressed, with its end mark.
 * @param arrange as for the rows of the other side, when its columns stand in another order
 */
async function multisetOfFile(file, arrange, signal) {
    const multiset = new Multiset();
    await digestFile(file, new RowDigests((digest) => multiset.add(digest), arrange), signal);
    return multiset;
}
/** The fingerprint of the rows of a COPY … TO STDOUT. */
async function multisetOfQuery(session, statement, signal) {
    const multiset = new Multiset();
    const rows = new RowDigests((digest) => multiset.add(digest));
    await (0,copy_data/* forEachChunk */.q$)(session, statement, signal, (chunk) => rows.push(chunk));
    return multiset;
}
/**
 * Whether every row of a file is among the rows of a query, at least as often as in the file. Holds a digest per row of
 * the file: meant for the small configuration tables of extensions.
 */
async function isContained(session, file, statement, signal) {
    const wanted = new Map();
    let missing = 0;
    const wish = new RowDigests((digest) => {
        const name = digest.toString('base64');
        wanted.set(name, (wanted.get(name) ?? 0) + 1);
        missing += 1;
    });
    await digestFile(file, wish, signal);
    const found = new RowDigests((digest) => {
        const name = digest.toString('base64');
        const left = wanted.get(name) ?? 0;
        if (left === 0)
            return;
        wanted.set(name, left - 1);
        missing -= 1;
    });
    await (0,copy_data/* forEachChunk */.q$)(session, statement, signal, (chunk) => found.push(chunk));
    return missing === 0;
}
async function digestFile(file, rows, signal) {
    await (0,promises_.pipeline)(file, async (chunks) => {
        for await (const chunk of (0,copy_data/* rowsOf */.RO)(chunks))
            rows.push(chunk);
    }, { signal });
}
/** Reorders a row's fields: `order[i]` is the position in the row of the i-th field wanted. */
function arrangeFields(order) {
    return (row) => {
        // COPY escapes tabs inside values, so a tab is always a border between fields.
        const fields = row.toString('latin1').split('\t');
        return Buffer.from(order.map((position) => fields[position] ?? '').join('\t'), 'latin1');
    };
}

;// CONCATENATED MODULE: ./lib/sources/postgres/proof/equality.js
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
 * Reads every restored table back and compares it with what was dumped, byte by byte; where the order of rows may
 * differ, as a multiset. Tables that are equal share one check, each other one has its own.
 */
async function proveTablesEqual(context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const snapshotRows = new Map(context.record.tables.map((table) => [(0,archive_plan/* tableKey */.ih)(table.schema, table.name), table.rows]));
        const tables = context.plan.tables.filter((table) => !context.excluded.has(table.entry.dumpId));
        const single = tables
            .filter((table) => !table.throughRoot)
            .sort((a, b) => (context.loaded.get(b.entry.dumpId)?.bytes ?? 0) - (context.loaded.get(a.entry.dumpId)?.bytes ?? 0));
        const groups = Map.groupBy(tables.filter((table) => table.throughRoot), (table) => table.target);
        const tally = { tables: 0, rows: 0, bytes: 0, asMultiset: 0, contained: 0, roots: 0 };
        const total = [...context.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0);
        let done = 0;
        const judge = (table, outcome, digest) => {
            context.table({
                source: context.record.name,
                name: table.name,
                rows: digest?.rows ?? null,
                bytes: digest?.bytes ?? null,
                status: outcome.status,
                note: outcome.note,
            });
            if (outcome.status === 'different' || outcome.status === 'missing') {
                context.checks.add('equal', 'table', (0,check_recorder/* failed */.gz)('integrity', outcome.note ?? 'differs from what was dumped', [table.name]));
                return;
            }
            tally.tables += 1;
            tally.rows += digest?.rows ?? 0;
            tally.bytes += digest?.bytes ?? 0;
            if (outcome.status === 'equal-as-multiset')
                tally.asMultiset += 1;
            if (outcome.status === 'contained')
                tally.contained += 1;
        };
        await (0,concurrency/* inParallelWith */.PL)(context.access.open, single, context.jobs, async (table, session) => {
            context.signal.throwIfAborted();
            const digest = context.loaded.get(table.entry.dumpId);
            const rows = snapshotRows.get((0,archive_plan/* tableKey */.ih)(table.entry.schema, table.entry.tag)) ?? null;
            judge(table, await compareTable(session, table, digest, rows, context), digest);
            done += digest?.bytes ?? 0;
            context.progress.report(done, total);
        });
        const session = __addDisposableResource(env_1, await context.access.open(), true);
        for (const [root, members] of groups) {
            const outcome = await compareRoot(session, root, members, snapshotRows, context);
            tally.roots += 1;
            for (const table of members)
                judge(table, outcome, context.loaded.get(table.entry.dumpId));
        }
        if (context.mustHaveRows && tally.rows === 0 && context.record.largeObjects === 0) {
            context.checks.add('equal', 'rows', (0,check_recorder/* failed */.gz)('objective', 'the restored database has no row, so nothing was read that could prove anything', [], 'Is it the right database? A backup of a database without rows is never called good.'));
        }
        if (tally.tables > 0) {
            const extras = [
                ...(tally.asMultiset > 0 ? [`${tally.asMultiset} in another order of rows`] : []),
                ...(tally.roots > 0 ? [`${(0,units/* counted */.hS)(tally.roots, 'partitioned table')} compared as a whole`] : []),
                ...(tally.contained > 0 ? [`${tally.contained} of extensions by containment`] : []),
            ];
            const more = extras.length === 0 ? '' : ` (${extras.join(', ')})`;
            context.checks.add('equal', 'tables', (0,check_recorder/* passed */.bF)(`${tally.tables} tables with ${tally.rows} rows, ${tally.bytes} bytes, equal what was dumped${more}`));
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
async function compareTable(session, table, digest, counted, context) {
    if (digest === undefined)
        return { status: 'missing', note: 'it was not restored' };
    if (!table.ofExtension && counted !== null && counted !== digest.rows) {
        return { status: 'different', note: `the dump has ${digest.rows} rows, the snapshot had ${counted}` };
    }
    const columns = table.columns.length === 0 ? '' : ` (${table.columns.join(', ')})`;
    const options = `with (encoding '${(0,toc/* archiveEncoding */.mE)(context.plan.toc)}')`;
    const statement = `copy ${table.target}${columns} to stdout ${options}`;
    if (table.ofExtension) {
        const contained = await isContained(session, await (0,read_archive/* openTableFile */.BQ)(table, context), statement, context.signal);
        return contained
            ? { status: 'contained', note: 'the rows of the dump are there; the extension may add its own' }
            : { status: 'different', note: 'rows of the dump are missing from the extension’s table' };
    }
    const restored = await (0,copy_data/* copyOut */.ew)(session, statement, context.signal);
    if (restored.sha256 === digest.sha256)
        return { status: 'equal', note: null };
    if (restored.rows !== digest.rows) {
        return { status: 'different', note: `${restored.rows} rows are restored, ${digest.rows} were dumped` };
    }
    const dumped = await multisetOfFile(await (0,read_archive/* openTableFile */.BQ)(table, context), null, context.signal);
    const found = await multisetOfQuery(session, statement, context.signal);
    return dumped.equals(found)
        ? { status: 'equal-as-multiset', note: 'the same rows in another order' }
        : { status: 'different', note: 'values of rows differ from what was dumped' };
}
/** Partitions that are loaded through their root: rows may land in another leaf than they came from, so the root counts. */
async function compareRoot(session, root, members, counted, context) {
    const order = members[0]?.columns ?? [];
    const dumped = new Multiset();
    for (const table of members) {
        const digest = context.loaded.get(table.entry.dumpId);
        if (digest === undefined)
            return { status: 'missing', note: 'a partition was not restored' };
        const rows = counted.get((0,archive_plan/* tableKey */.ih)(table.entry.schema, table.entry.tag)) ?? null;
        if (rows !== null && rows !== digest.rows)
            return {
                status: 'different',
                note: `a partition’s dump has ${digest.rows} rows, the snapshot had ${rows}`,
            };
        const same = table.columns.join() === order.join();
        const arrange = same ? null : arrangeFields(order.map((column) => table.columns.indexOf(column)));
        dumped.join(await multisetOfFile(await (0,read_archive/* openTableFile */.BQ)(table, context), arrange, context.signal));
    }
    const statement = `copy (select ${order.join(', ')} from ${root}) to stdout with (encoding '${(0,toc/* archiveEncoding */.mE)(context.plan.toc)}')`;
    const found = await multisetOfQuery(session, statement, context.signal);
    return dumped.equals(found)
        ? { status: 'equal', note: 'compared with the other partitions of its root' }
        : { status: 'different', note: 'rows of the partitioned table differ from what was dumped' };
}
/** Large objects, one by one, by the digest of their bytes. */
async function proveLargeObjectsEqual(session, expected, signal) {
    const wrong = [];
    for (const [oid, object] of expected) {
        signal.throwIfAborted();
        if ((await largeObjectDigest(session, oid, object.size)) !== object.sha256)
            wrong.push(`large object ${oid}`);
    }
    return wrong.length === 0
        ? (0,check_recorder/* passed */.bF)(`${expected.size} large objects equal what was dumped`)
        : (0,check_recorder/* failed */.gz)('integrity', `${(0,units/* counted */.hS)(wrong.length, 'large object differs', 'large objects differ')} from what was dumped`, wrong);
}
async function largeObjectDigest(session, oid, size) {
    const doing = 'reading a restored large object';
    const step = 16 * 1024 * 1024;
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 19));
    const [there] = await session.query(doing, 'select exists (select from pg_catalog.pg_largeobject_metadata where oid = $1)::text as yes', [oid]);
    if (there?.yes !== 'true')
        return null;
    if (size <= step) {
        const [row] = await session.query(doing, "select encode(sha256(lo_get($1::oid)), 'hex') as digest", [oid]);
        return row?.digest ?? null;
    }
    const hash = createHash('sha256');
    // One byte more than expected is asked for, so that a longer object is noticed.
    for (let offset = 0; offset <= size; offset += step) {
        const [row] = await session.query(doing, "select encode(lo_get($1::oid, $2, $3), 'hex') as part", [oid, offset, step]);
        hash.update(Buffer.from(row?.part ?? '', 'hex'));
    }
    return hash.digest('hex');
}


/***/ }),

/***/ 55919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ proveSchemaEqual)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96087);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68716);
/* harmony import */ var _archive_toc_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53747);
/* harmony import */ var _dump_pg_dump_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84890);
/* harmony import */ var _restore_archive_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42019);
/* harmony import */ var _check_recorder_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54621);









/** Entries that carry data, or belong to the archive rather than to a schema. */
const notSchema = new Set([
    'ENCODING',
    'STDSTRINGS',
    'SEARCHPATH',
    'DATABASE',
    'DATABASE PROPERTIES',
    'TABLE DATA',
    'SEQUENCE SET',
    'MATERIALIZED VIEW DATA',
    'STATISTICS DATA',
]);
/** Dumps the restored schema and compares it with the archive's, entry by entry: definition, owner, tablespace. */
async function proveSchemaEqual(original, excluded, context) {
    const restored = await dumpSchema(context, (0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_5__/* .archiveEncoding */ .mE)(original));
    const before = bySubject(original.entries.filter((entry) => !excluded.has(entry.dumpId)));
    const after = bySubject(restored.entries);
    const print = (entry) => fingerprint(entry, context.sameTablespaces ?? true);
    const missing = [];
    const different = [];
    const deparsed = [];
    for (const [subject, entries] of before) {
        const counterparts = after.get(subject);
        if (counterparts === undefined || counterparts.length < entries.length) {
            missing.push(readable(subject));
            continue;
        }
        const wanted = entries.map(print).sort();
        const found = counterparts.map(print).sort();
        if (wanted.join('\0') === found.join('\0'))
            continue;
        const same = entries
            .map((entry) => simplified(print(entry)))
            .sort()
            .join('\0') ===
            counterparts
                .map((entry) => simplified(print(entry)))
                .sort()
                .join('\0');
        if (same)
            deparsed.push(readable(subject));
        else
            different.push(readable(subject));
    }
    const left = bySubject(original.entries.filter((entry) => excluded.has(entry.dumpId)));
    const added = [...after.keys()]
        .filter((subject) => !before.has(subject) && !left.has(subject))
        .map(readable);
    const count = [...before.values()].reduce((sum, entries) => sum + entries.length, 0);
    const answers = [];
    if (missing.length > 0)
        answers.push((0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_8__/* .failed */ .gz)('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(missing.length, 'definition is', 'definitions are')} missing after the restore`, missing));
    if (different.length > 0)
        answers.push((0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_8__/* .failed */ .gz)('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(different.length, 'definition differs', 'definitions differ')} after the restore`, different));
    if (added.length > 0)
        answers.push((0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_8__/* .failed */ .gz)('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(added.length, 'definition')} appeared that the dump does not have`, added));
    if (answers.length === 0)
        answers.push((0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_8__/* .passed */ .bF)(`${count} definitions are as dumped${deparsed.length === 0 ? '' : `; ${deparsed.length} are written anew by the server with other casts and parentheses`}`, deparsed));
    return answers;
}
async function dumpSchema(context, encoding) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.spool, 'schema-again');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(context.spool, { recursive: true });
    try {
        const result = await context.processes.run(context.tools.path('pg_dump'), [
            '--format=directory',
            `--file=${folder}`,
            '--schema-only',
            // The restored database may have a client_encoding of its own.
            `--encoding=${encoding}`,
            '--no-sync',
            '--no-password',
            '--compress=0',
        ], {
            environment: (0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .libpqEnvironment */ .SQ)(context.address, 'lifeboat', { TimeZone: 'UTC', bytea_output: 'hex' }),
            signal: context.signal,
        });
        context.signal.throwIfAborted();
        if (result.code !== 0) {
            const failure = (0,_dump_pg_dump_error_js__WEBPACK_IMPORTED_MODULE_6__/* .readPgDumpError */ .E)(result.stderr, result);
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `the restored schema cannot be dumped: ${failure.message}`, {
                subjects: failure.subjects,
            });
        }
        return (0,_archive_toc_js__WEBPACK_IMPORTED_MODULE_5__/* .parseToc */ .AI)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'toc.dat')));
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
/** Entries by what they are about; several may share it. */
function bySubject(entries) {
    return Map.groupBy(entries.filter((entry) => !notSchema.has(entry.description) && !(0,_restore_archive_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .isLargeObjectEntry */ .pK)(entry) && !isOfDatabase(entry)), (entry) => `${entry.description}\0${entry.schema}\0${entry.tag}`);
}
/** Grants and comments on the database itself, which is another one here. */
function isOfDatabase(entry) {
    return /^(ACL|COMMENT|SECURITY LABEL)$/.test(entry.description) && entry.tag.startsWith('DATABASE ');
}
function readable(subject) {
    const [description, schema, tag] = subject.split('\0');
    return schema === '' ? `${description} ${tag}` : `${description} ${schema}.${tag}`;
}
function fingerprint(entry, sameTablespaces) {
    // What initdb made belongs to the superuser of its cluster, which has another name in the laboratory.
    const owner = entry.schema === 'pg_catalog' ? '' : entry.owner;
    return [entry.definition.trim(), owner, sameTablespaces ? entry.tablespace : ''].join('\u0001');
}
/**
 * A definition without what the server adds or moves when it writes an expression anew: casts and parentheses. Known
 * case: varchar with IN. Two definitions that agree so far differ only after a deparse.
 */
function simplified(definition) {
    return definition
        .replaceAll(/::(?:"[^"]+"|[a-z_][\w.]*)(?: varying| precision| without time zone| with time zone)?(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g, '')
        .replaceAll(/[()]/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
}


/***/ }),

/***/ 32621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ proveSound)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _check_recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54621);


/** Whether what surrounds the rows works as it did: sequences, constraints, indexes, extensions, roles. */
async function proveSound(session, context) {
    const { checks } = context;
    await checks.ask('sound', 'sequences', () => sequences(session, context));
    await checks.ask('sound', 'constraints', () => constraints(session, context));
    await checks.ask('sound', 'indexes', () => indexes(session, context));
    await checks.ask('sound', 'extensions', () => extensions(session, context));
    await checks.ask('sound', 'roles', () => roles(session, context));
}
/** Compares each sequence with the archive's own call of setval. */
async function sequences(session, { plan, excluded }) {
    const wrong = [];
    const entries = plan.toc.entries.filter((entry) => entry.description === 'SEQUENCE SET' && !excluded.has(entry.dumpId));
    for (const entry of entries) {
        const wanted = /setval\('((?:[^']|'')*)', (-?\d+), (true|false)\)/.exec(entry.definition);
        const [found] = await session.query('reading a sequence', `select last_value::text as value, is_called::text as called from ${(wanted?.[1] ?? '').replaceAll("''", "'")}`);
        if (wanted === null || found?.value !== wanted[2] || found?.called !== wanted[3])
            wrong.push(`${entry.schema}.${entry.tag}`);
    }
    return wrong.length === 0
        ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)((0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(entries.length, 'sequence stands where it stood', 'sequences stand where they stood'))
        : (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(wrong.length, 'sequence stands', 'sequences stand')} elsewhere than when dumped`, wrong);
}
/** ADD CONSTRAINT has validated all but those that were NOT VALID at the source, which stay so. */
async function constraints(session, { plan, excluded, among }) {
    const rows = await session.query('reading the constraints', `select coalesce(c.conrelid::regclass::text || ' ', '') || c.conname as name, c.convalidated::text as validated
     from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and c.conparentid = 0 and ($1::text[] is null or n.nspname = any ($1))`, [among]);
    const open = rows.filter((row) => row.validated !== 'true');
    const declared = plan.toc.entries
        .filter((entry) => !excluded.has(entry.dumpId))
        .reduce((sum, entry) => sum + (entry.definition.match(/\bNOT (?:VALID|ENFORCED)\b/g)?.length ?? 0), 0);
    return open.length <= declared
        ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`${rows.length} constraints, all validated${open.length === 0 ? '' : ` but ${open.length} that the source has not validated either`}`)
        : (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', `${open.length} constraints are not validated, ${declared} were so at the source`, open.map((row) => row.name));
}
async function indexes(session, { among }) {
    const [row] = await session.query('reading the indexes', `select count(*)::text as count, string_agg(i.indexrelid::regclass::text, e'\\n') filter (where not i.indisvalid) as invalid
     from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and ($1::text[] is null or n.nspname = any ($1))`, [among]);
    const invalid = row?.invalid?.split('\n') ?? [];
    return invalid.length === 0
        ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`${row?.count ?? 0} indexes, all valid`)
        : (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', `${invalid.length} index(es) are invalid`, invalid);
}
async function extensions(session, { record, plan, excluded }) {
    const found = new Map((await session.query('reading the extensions', 'select extname::text as name, extversion as version from pg_catalog.pg_extension')).map((row) => [row.name, row.version]));
    const left = new Set(plan.toc.entries
        .filter((entry) => excluded.has(entry.dumpId) && entry.description === 'EXTENSION')
        .map((entry) => entry.tag));
    const wanted = record.extensions.filter((extension) => !left.has(extension.name));
    const absent = wanted.filter((extension) => !found.has(extension.name)).map((extension) => extension.name);
    const others = wanted.filter((extension) => found.has(extension.name) && found.get(extension.name) !== extension.version);
    if (absent.length > 0)
        return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(absent.length, 'extension is', 'extensions are')} missing`, absent);
    return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(wanted.length, 'extension is', 'extensions are')} there${others.length === 0 ? '' : `; ${others.length} in another version than at the source`}`, others.map((extension) => `${extension.name} ${extension.version} → ${found.get(extension.name)}`));
}
async function roles(session, { record, globals, plan }) {
    const found = new Set((await session.query('reading the roles', 'select rolname::text as name from pg_catalog.pg_roles')).map((row) => row.name));
    const owners = plan.toc.entries.map((entry) => entry.owner).filter((owner) => owner !== '');
    const wanted = [...new Set([...globals.roles, ...owners])];
    const absent = wanted.filter((role) => !found.has(role));
    if (absent.length > 0)
        return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(absent.length, 'role is', 'roles are')} missing`, absent);
    if (globals.errors.length > 0) {
        return {
            status: 'degraded',
            detail: `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(globals.errors.length, 'statement')} of the globals could not be applied`,
            subjects: globals.errors,
        };
    }
    return record.globals
        ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(wanted.length, 'role is', 'roles are')} there`)
        : {
            status: 'degraded',
            detail: `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(wanted.length, 'role is', 'roles are')} named by the dump; the backup has no globals to make them from`,
            subjects: [],
        };
}


/***/ })

};
