export const id = 989;
export const ids = [989];
export const modules = {

/***/ 89005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   OI: () => (/* binding */ removeLaboratories),
/* harmony export */   TR: () => (/* binding */ laboratoryFolders),
/* harmony export */   q8: () => (/* binding */ removeLaboratory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13603);
/* harmony import */ var _privilege_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95847);




/** What must be stopped and removed if the run that made a laboratory cannot do it itself. */
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** Part of the folder's name and of the supervisor's command line: tells our process from another with its number. */
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{16}$/),
    owner: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    supervisor: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
    privileged: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    folders: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
});
/** Names of the folders that a laboratory may have: its own, and a short one that leads to its socket. */
const laboratoryFolders = (id) => [`lifeboat-laboratory-${id}`, `lb-${id}`];
const fileName = (id) => `lifeboat-laboratory-${id}.json`;
async function writeState(stateFolder, state) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(stateFolder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, fileName(state.id));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${path}.new`, path);
}
/**
 * Removes every laboratory whose owner has ended, by what the state files say: for the `post:` step of an action, and
 * for the next run. Gives how many there were.
 */
async function removeLaboratories(stateFolder, { processes, clock, log }) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(stateFolder).catch(() => []);
    let removed = 0;
    for (const name of names) {
        if (!/^lifeboat-laboratory-[0-9a-f]{16}\.json$/.test(name))
            continue;
        const state = await readState((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, name));
        if (state === null || state.owner === process.pid || (await isOwned(state)))
            continue;
        const privilege = state.privileged ? await (0,_privilege_js__WEBPACK_IMPORTED_MODULE_2__/* .findPrivilege */ .X)(processes) : [];
        if (privilege === null) {
            log.warning('a laboratory of an earlier run cannot be removed: sudo asks for a password now');
            continue;
        }
        if (await removeLaboratory(stateFolder, state, privilege, { processes, clock }))
            removed += 1;
        else
            log.warning('a laboratory of an earlier run could not be removed');
    }
    return removed;
}
/** Ends what still runs and removes what still lies there. True when nothing is left. */
async function removeLaboratory(stateFolder, state, privilege, { processes, clock }) {
    const run = async (command, ...args) => {
        const [program = command, ...rest] = [...privilege, command, ...args];
        return (await processes.run(program, rest, { environment: _privilege_js__WEBPACK_IMPORTED_MODULE_2__/* .systemEnvironment */ .f })).code === 0;
    };
    if (state.supervisor !== null) {
        // It ends by itself once its owner is gone; the time it takes is for emptying the folder.
        for (let waited = 0; waited < 40 && (await isSupervisor(state.supervisor, state.id)); waited += 1) {
            await clock.sleep(50);
        }
        if (await isSupervisor(state.supervisor, state.id)) {
            await run('kill', '-KILL', '--', `-${state.supervisor}`);
        }
    }
    // Only what is named after this laboratory is ever removed, as that may happen with root's rights.
    const folders = state.folders.filter((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder) === folder && laboratoryFolders(state.id).includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)));
    if (folders.length > 0 && !(await run('rm', '-rf', '--', ...folders)))
        return false;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateFolder, fileName(state.id)), { force: true });
    return true;
}
/** Null when it is none of ours. */
async function readState(path) {
    try {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).uid !== process.getuid?.())
            return null;
        const parsed = stateSchema.safeParse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')));
        return parsed.success ? parsed.data : null;
    }
    catch {
        return null;
    }
}
/**
 * Whether the run that made it still lives. When that run has ended, so has the supervisor soon after: a reused number
 * of the owner keeps nothing alive for long.
 */
async function isOwned(state) {
    if (!isAlive(state.owner))
        return false;
    return state.supervisor === null || (await isSupervisor(state.supervisor, state.id));
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (thrown) {
        return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
    }
}
async function isSupervisor(pid, id) {
    if (process.platform !== 'linux')
        return isAlive(pid);
    const line = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.includes(id);
}


/***/ }),

/***/ 88989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPostgresRehearsal: () => (/* binding */ openPostgresRehearsal)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/check-recorder.js

const passed = (detail, subjects = []) => ({
    status: 'passed',
    detail,
    subjects,
});
const failed = (failure, detail, subjects = [], hint) => ({
    status: 'failed',
    failure,
    detail,
    subjects,
    ...(hint === undefined ? {} : { hint }),
});
/** Asks questions one by one, times them, and makes a failed check of every trouble that is expected to happen. */
class CheckRecorder {
    record;
    clock;
    signal;
    constructor(record, clock, signal) {
        this.record = record;
        this.clock = clock;
        this.signal = signal;
    }
    add(rung, name, answer, duration = 0) {
        this.record({
            rung,
            name,
            status: answer.status,
            detail: answer.detail,
            subjects: answer.subjects ?? [],
            failure: answer.status === 'failed' ? (answer.failure ?? 'objective') : null,
            ...(answer.hint === undefined ? {} : { hint: answer.hint }),
            duration,
        });
    }
    /** Resolves whether the answer was good enough to go on: anything but `failed`. @throws when stopped from outside, or on a bug */
    async ask(rung, name, question) {
        const started = this.clock.ticks();
        try {
            const answers = [await question()].flat();
            const duration = this.clock.ticks() - started;
            for (const answer of answers)
                this.add(rung, name, answer, duration);
            return answers.every((answer) => answer.status !== 'failed');
        }
        catch (error) {
            this.signal.throwIfAborted();
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind === 'bug' || failure.kind === 'cancelled')
                throw error;
            this.add(rung, name, failed(failure.kind, failure.message, failure.subjects, failure.hint), this.clock.ticks() - started);
            return false;
        }
    }
}

// EXTERNAL MODULE: ./lib/sources/postgres/archive/toc.js
var archive_toc = __webpack_require__(53747);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/archive-plan.js


function planArchive(toc, record) {
    const files = new Map();
    const add = (name, location) => {
        if (files.has(name))
            throw new domain_failure/* Failure */.HR('integrity', 'two artifacts of the backup hold the same file', { subjects: [name] });
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
        const { target, columns } = parseCopyTarget((0,archive_toc/* copyTarget */.nx)(entry));
        return {
            entry,
            name: `${entry.schema}.${entry.tag}`,
            target,
            columns,
            throughRoot: (0,archive_toc/* loadsThroughRoot */.Lg)(entry),
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
        throw new domain_failure/* Failure */.HR('integrity', 'a table’s COPY statement in toc.dat cannot be read');
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

;// CONCATENATED MODULE: ./lib/sources/postgres/proof/completeness.js




/** @throws Failure when the table of contents cannot be had or read: then nothing else can be known either */
async function readToc(record, artifacts, signal) {
    const bytes = await readArtifact(record, 'toc.dat', artifacts, signal);
    if (bytes === null)
        throw new domain_failure/* Failure */.HR('integrity', 'the backup has no table of contents (toc.dat)');
    return (0,archive_toc/* parseToc */.AI)(bytes);
}
/** A small artifact, whole. Null when the manifest does not name it. */
async function readArtifact(record, name, artifacts, signal) {
    const artifact = record.artifacts.find((candidate) => candidate.name === name);
    if (artifact === undefined)
        return null;
    const chunks = [];
    for await (const chunk of await artifacts.open(artifact, 'plain', signal))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** Whether every relation with rows, and every large object, is in the archive or named as not included. */
function proveComplete(plan, record, checks) {
    const entries = new Map(plan.tables.map((table) => [tableKey(table.entry.schema, table.entry.tag), table]));
    const tables = record.tables.filter((table) => table.kind === 'table');
    const absent = [];
    const withoutFile = [];
    for (const table of tables) {
        const name = `${table.schema}.${table.name}`;
        const entry = entries.get(tableKey(table.schema, table.name));
        if (entry === undefined)
            absent.push(name);
        else if (!plan.files.has(entry.entry.fileName))
            withoutFile.push(name);
    }
    const known = new Set(tables.map((table) => tableKey(table.schema, table.name)));
    const unknown = plan.tables
        .filter((table) => !known.has(tableKey(table.entry.schema, table.entry.tag)))
        .map((table) => table.name);
    if (absent.length > 0) {
        checks.add('complete', 'tables', failed('integrity', `${absent.length} table(s) of the snapshot are not in the dump`, absent));
    }
    if (withoutFile.length > 0) {
        checks.add('complete', 'tables', failed('integrity', `${withoutFile.length} table(s) have no data file in the backup`, withoutFile));
    }
    if (unknown.length > 0) {
        checks.add('complete', 'tables', failed('integrity', `${unknown.length} table(s) of the dump are unknown to the snapshot`, unknown));
    }
    if (absent.length + withoutFile.length + unknown.length === 0) {
        checks.add('complete', 'tables', passed(`all ${tables.length} tables of the snapshot are in the backup`));
    }
    const uncounted = tables
        .filter((table) => table.rows === null)
        .map((table) => `${table.schema}.${table.name}`);
    if (uncounted.length > 0) {
        checks.add('complete', 'row counts', failed('integrity', `${uncounted.length} table(s) were not counted in the snapshot`, uncounted));
    }
    const lists = plan.largeObjectLists.filter((name) => !plan.files.has(name));
    if (lists.length > 0)
        checks.add('complete', 'large objects', failed('integrity', 'lists of large objects are missing', lists));
    const left = record.notIncluded.filter((item) => !item.accepted);
    if (left.length > 0) {
        checks.add('complete', 'not included', {
            status: 'degraded',
            detail: `${left.length} object(s) are not in the backup (${[...new Set(left.map((item) => item.type))].join(', ')})`,
            subjects: left.map((item) => item.object),
            hint: 'Accept them by name under accept-not-included, or back them up in another way.',
        });
    }
    if (!record.globals && !record.notIncluded.some((item) => item.type === 'globals')) {
        checks.add('complete', 'globals', failed('integrity', 'the backup has no roles and says nothing about it'));
    }
}

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/freshness.js


/** The age of the newest data: by the freshness query on the restored data, else by the snapshot's time. */
async function proveFresh(session, context) {
    const { config, record, now, rpo, checks } = context;
    let age = null;
    await checks.ask('fresh', 'age of the newest data', async () => {
        const newest = config?.freshness === undefined ? null : await askFreshness(session, config.freshness);
        if (config?.freshness !== undefined && newest === null) {
            return failed('objective', 'the freshness query gives no time: the restored data has no newest row');
        }
        // Nothing in a backup is newer than its snapshot, whatever time stands in a row (an order for next week).
        const snapshot = Date.parse(record.snapshot.dataAt);
        if (snapshot > now + toleratedSkew) {
            return failed('integrity', 'the snapshot lies in the future, so its age cannot be told', [], 'Compare the clocks of the machine that made the backup and of this one.');
        }
        age = Math.max(0, now - Math.min(newest ?? snapshot, snapshot));
        const basis = newest === null ? 'by the time of the snapshot' : 'by the freshness query';
        if (rpo === null)
            return passed(`the newest data is ${(0,units/* formatDuration */.a3)(age)} old, ${basis}; no RPO is promised`);
        return age <= rpo
            ? passed(`the newest data is ${(0,units/* formatDuration */.a3)(age)} old, ${basis}; the RPO is ${(0,units/* formatDuration */.a3)(rpo)}`)
            : failed('objective', `the newest data is ${(0,units/* formatDuration */.a3)(age)} old, ${basis}; the RPO is ${(0,units/* formatDuration */.a3)(rpo)}`, [], 'Look whether backups run as often as they should.');
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/sources/postgres/session.js
var postgres_session = __webpack_require__(58696);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/sources/postgres/server-error.js
var server_error = __webpack_require__(16838);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/copy-data.js




const endMark = Buffer.from('\\.\n\n\n');
/**
 * The rows of a data file of pg_dump: its bytes less the end mark, in the chunks in which they came.
 * @throws Failure `integrity` when it has no end mark
 */
async function* rowsOf(file) {
    let held = Buffer.alloc(0);
    for await (const chunk of file) {
        // The mark may lie across two chunks only when the last one is shorter than it.
        if (chunk.length < endMark.length)
            held = Buffer.concat([held, chunk]);
        else {
            if (held.length > 0)
                yield held;
            held = chunk;
        }
    }
    const end = held.length - endMark.length;
    if (end < 0 || !held.subarray(end).equals(endMark)) {
        throw new domain_failure/* Failure */.HR('integrity', 'a table’s data file has no end mark; it is truncated');
    }
    if (end > 0)
        yield held.subarray(0, end);
}
/** Pours COPY data into the server. `file` is a data file of pg_dump, decompressed, with its end mark. */
async function copyIn(session, statement, file, signal) {
    const { from } = await __webpack_require__.e(/* import() */ 901).then(__webpack_require__.t.bind(__webpack_require__, 26901, 19));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    const target = session.client.query(from(statement));
    try {
        await (0,promises_.pipeline)(file, async function* (chunks) {
            for await (const chunk of rowsOf(chunks)) {
                hash.update(chunk);
                bytes += chunk.length;
                yield chunk;
            }
        }, target, { signal });
    }
    catch (error) {
        file.destroy();
        if (error instanceof domain_failure/* Failure */.HR || signal.aborted)
            throw error;
        throw (0,server_error/* serverFailure */.a)(error, 'loading a table');
    }
    return { sha256: hash.digest('hex'), bytes, rows: target.rowCount };
}
/** Reads a COPY … TO STDOUT and digests it. */
async function copyOut(session, statement, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    const rows = await forEachChunk(session, statement, signal, (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
    });
    return { sha256: hash.digest('hex'), bytes, rows };
}
/** Runs a COPY … TO STDOUT and hands over its bytes; resolves the number of rows. */
async function forEachChunk(session, statement, signal, take) {
    const { to } = await __webpack_require__.e(/* import() */ 901).then(__webpack_require__.t.bind(__webpack_require__, 26901, 19));
    const stream = session.client.query(to(statement));
    try {
        for await (const chunk of stream) {
            signal.throwIfAborted();
            take(chunk);
        }
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR || signal.aborted)
            throw error;
        throw (0,server_error/* serverFailure */.a)(error, 'reading a restored table');
    }
    return stream.rowCount;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/load.js
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









/** Settings under which rows are written and read as pg_dump wrote them. */
function dataSettings(lcMonetary) {
    return {
        TimeZone: 'UTC',
        datestyle: 'ISO',
        intervalstyle: 'postgres',
        extra_float_digits: '3',
        bytea_output: 'hex',
        search_path: '',
        row_security: 'off',
        synchronize_seqscans: 'off',
        statement_timeout: '0',
        lock_timeout: '0',
        default_transaction_read_only: 'off',
        xmlbinary: 'base64',
        xmloption: 'content',
        session_replication_role: 'origin',
        lc_monetary: lcMonetary,
    };
}
/** Loads every table as its bytes arrive, the largest first, and lays the files of large objects ready. */
async function loadTables(context) {
    const result = { loaded: new Map(), failures: [] };
    const artifacts = [...new Set([...context.plan.files.values()].map((location) => location.artifact))]
        .filter((artifact) => artifact.name !== 'toc.dat' && artifact.name !== 'globals.sql')
        .sort((a, b) => b.plainSize - a.plainSize);
    const total = artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0);
    let done = 0;
    const tables = new Map(context.plan.tables.map((table) => [table.entry.fileName, table]));
    const queue = artifacts.values();
    const worker = async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,postgres_session/* connect */.Ng)(context.address, {
                applicationName: 'lifeboat',
                settings: { ...dataSettings(context.lcMonetary), maintenance_work_mem: '64MB' },
                signal: context.signal,
            }), true);
            for (const artifact of queue) {
                context.signal.throwIfAborted();
                try {
                    await loadArtifact(session, artifact, tables, context, result);
                }
                catch (error) {
                    keep(error, null, context, result);
                }
                done += artifact.storedSize;
                context.progress.report(done, total);
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
    await Promise.all(Array.from({ length: context.jobs }, worker));
    return result;
}
async function loadArtifact(session, artifact, tables, context, result) {
    if (artifact.members === undefined) {
        const table = tables.get(artifact.name);
        if (table === undefined) {
            const form = artifact.compressedBy === 'pg_dump' ? 'raw' : 'plain';
            const name = artifact.compressedBy === 'pg_dump' ? `${artifact.name}.zst` : artifact.name;
            await layReady(name, await context.artifacts.open(artifact, form, context.signal), context);
        }
        else if (!context.excluded.has(table.entry.dumpId)) {
            await loadTable(session, table, await context.artifacts.open(artifact, 'plain', context.signal), context, result);
        }
        return;
    }
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const unpacking = extract();
    const feeding = (0,promises_.pipeline)(await context.artifacts.open(artifact, 'plain', context.signal), unpacking, {
        signal: context.signal,
    });
    feeding.catch(() => undefined);
    for await (const member of unpacking) {
        const { name } = member.header;
        const table = tables.get(name.replace(/\.zst$/, ''));
        const bytes = external_node_stream_.Readable.from(member, { objectMode: false });
        if (table !== undefined && !context.excluded.has(table.entry.dumpId)) {
            await loadTable(session, table, name.endsWith('.zst') ? decompressed(bytes) : bytes, context, result);
        }
        else if (table === undefined) {
            await layReady(name, bytes, context);
        }
        // A load that failed half-way leaves the rest of its member unread.
        member.resume();
    }
    await feeding;
}
function decompressed(bytes) {
    const unpacked = (0,external_node_zlib_.createZstdDecompress)();
    (0,promises_.pipeline)(bytes, unpacked).catch((error) => unpacked.destroy(new domain_failure/* Failure */.HR('integrity', 'a table’s compressed data is damaged', { cause: error })));
    return unpacked;
}
/** Only files of large objects are left; their names are fixed by pg_dump, anything else is not ours to write. */
async function layReady(name, bytes, context) {
    if (!/^(blob_\d+\.dat(\.zst)?|blobs(_\d+)?\.toc)$/.test(name)) {
        bytes.resume();
        throw new domain_failure/* Failure */.HR('integrity', 'the backup holds a file that its table of contents does not know', {
            subjects: [name],
        });
    }
    await (0,promises_.pipeline)(bytes, (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(context.archive, name), { mode: 0o600 }), {
        signal: context.signal,
    });
}
async function loadTable(session, table, file, context, result) {
    try {
        result.loaded.set(table.entry.dumpId, await loadInTransaction(session, table, file, context));
    }
    catch (error) {
        file.destroy();
        keep(error, table, context, result);
    }
}
/**
 * Emptying the table first in the same transaction lets COPY FREEZE write almost no WAL and keep the rows' order. A root
 * of partitions knows neither, and an extension's rows must stay.
 */
async function loadInTransaction(session, table, file, context) {
    const doing = 'loading a table';
    const plain = table.throughRoot || table.ofExtension;
    const columns = table.columns.length === 0 ? '' : ` (${table.columns.join(', ')})`;
    const options = [`encoding '${(0,archive_toc/* archiveEncoding */.mE)(context.plan.toc)}'`, ...(plain ? [] : ['freeze true'])].join(', ');
    await session.query(doing, 'begin');
    try {
        if (!plain)
            await session.query(doing, `truncate table only ${(0,postgres_session/* qualifiedName */.OL)(table.entry.schema, table.entry.tag)}`);
        const digest = await copyIn(session, `copy ${table.target}${columns} from stdin with (${options})`, file, context.signal);
        await session.query(doing, 'commit');
        return digest;
    }
    catch (error) {
        await session.query(doing, 'rollback').catch(() => undefined);
        throw error;
    }
}
function keep(error, table, context, result) {
    context.signal.throwIfAborted();
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind === 'bug')
        throw error;
    result.failures.push({ table, failure });
}

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
    await forEachChunk(session, statement, signal, (chunk) => rows.push(chunk));
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
    await forEachChunk(session, statement, signal, (chunk) => found.push(chunk));
    return missing === 0;
}
async function digestFile(file, rows, signal) {
    await (0,promises_.pipeline)(file, async (chunks) => {
        for await (const chunk of rowsOf(chunks))
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
var equality_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var equality_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        const counted = new Map(context.record.tables.map((table) => [tableKey(table.schema, table.name), table.rows]));
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
                context.checks.add('equal', 'table', failed('integrity', outcome.note ?? 'differs from what was dumped', [table.name]));
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
        const queue = single.values();
        const worker = async () => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = equality_addDisposableResource(env_2, await (0,postgres_session/* connect */.Ng)(context.address, {
                    applicationName: 'lifeboat',
                    settings: dataSettings(context.record.lcMonetary),
                    signal: context.signal,
                }), true);
                for (const table of queue) {
                    context.signal.throwIfAborted();
                    const digest = context.loaded.get(table.entry.dumpId);
                    judge(table, await compareTable(session, table, digest, counted.get(tableKey(table.entry.schema, table.entry.tag)) ?? null, context), digest);
                    done += digest?.bytes ?? 0;
                    context.progress.report(done, total);
                }
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = equality_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        };
        await Promise.all(Array.from({ length: Math.max(1, Math.min(context.jobs, single.length)) }, worker));
        const session = equality_addDisposableResource(env_1, await (0,postgres_session/* connect */.Ng)(context.address, {
            applicationName: 'lifeboat',
            settings: dataSettings(context.record.lcMonetary),
            signal: context.signal,
        }), true);
        for (const [root, members] of groups) {
            const outcome = await compareRoot(session, root, members, counted, context);
            tally.roots += 1;
            for (const table of members)
                judge(table, outcome, context.loaded.get(table.entry.dumpId));
        }
        if (tally.rows === 0 && context.record.largeObjects === 0) {
            context.checks.add('equal', 'rows', failed('objective', 'the restored database has no row, so nothing was read that could prove anything', [], 'Is it the right database? A backup of a database without rows is never called good.'));
        }
        if (tally.tables > 0) {
            const extras = [
                ...(tally.asMultiset > 0 ? [`${tally.asMultiset} in another order of rows`] : []),
                ...(tally.roots > 0 ? [`${tally.roots} partitioned table(s) compared as a whole`] : []),
                ...(tally.contained > 0 ? [`${tally.contained} of extensions by containment`] : []),
            ];
            const more = extras.length === 0 ? '' : ` (${extras.join(', ')})`;
            context.checks.add('equal', 'tables', passed(`${tally.tables} tables with ${tally.rows} rows, ${tally.bytes} bytes, equal what was dumped${more}`));
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = equality_disposeResources(env_1);
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
    const options = `with (encoding '${(0,archive_toc/* archiveEncoding */.mE)(context.plan.toc)}')`;
    const statement = `copy ${table.target}${columns} to stdout ${options}`;
    if (table.ofExtension) {
        const contained = await isContained(session, await openTableFile(table, context), statement, context.signal);
        return contained
            ? { status: 'contained', note: 'the rows of the dump are there; the extension may add its own' }
            : { status: 'different', note: 'rows of the dump are missing from the extension’s table' };
    }
    const restored = await copyOut(session, statement, context.signal);
    if (restored.sha256 === digest.sha256)
        return { status: 'equal', note: null };
    if (restored.rows !== digest.rows) {
        return { status: 'different', note: `${restored.rows} rows are restored, ${digest.rows} were dumped` };
    }
    const dumped = await multisetOfFile(await openTableFile(table, context), null, context.signal);
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
        const rows = counted.get(tableKey(table.entry.schema, table.entry.tag)) ?? null;
        if (rows !== null && rows !== digest.rows)
            return {
                status: 'different',
                note: `a partition’s dump has ${digest.rows} rows, the snapshot had ${rows}`,
            };
        const same = table.columns.join() === order.join();
        const arrange = same ? null : arrangeFields(order.map((column) => table.columns.indexOf(column)));
        dumped.join(await multisetOfFile(await openTableFile(table, context), arrange, context.signal));
    }
    const statement = `copy (select ${order.join(', ')} from ${root}) to stdout with (encoding '${(0,archive_toc/* archiveEncoding */.mE)(context.plan.toc)}')`;
    const found = await multisetOfQuery(session, statement, context.signal);
    return dumped.equals(found)
        ? { status: 'equal', note: 'compared with the other partitions of its root' }
        : { status: 'different', note: 'rows of the partitioned table differ from what was dumped' };
}
/** A table's data file once more, decompressed. */
async function openTableFile(table, context) {
    const location = context.plan.files.get(table.entry.fileName);
    if (location === undefined)
        throw new domain_failure/* Failure */.HR('integrity', 'a table has no data file', { subjects: [table.name] });
    const opened = await context.artifacts.open(location.artifact, 'plain', context.signal);
    if (location.member === null)
        return opened;
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 56118, 19));
    const unpacking = extract();
    (0,promises_.pipeline)(opened, unpacking, { signal: context.signal }).catch(() => undefined);
    for await (const member of unpacking) {
        if (member.header.name !== location.member) {
            member.resume();
            continue;
        }
        const chunks = [];
        for await (const chunk of member)
            chunks.push(chunk);
        // Members of packs are small; what follows in the pack is not needed.
        opened.destroy();
        const bytes = external_node_stream_.Readable.from(chunks, { objectMode: false });
        return location.member.endsWith('.zst') ? bytes.pipe((0,external_node_zlib_.createZstdDecompress)()) : bytes;
    }
    throw new domain_failure/* Failure */.HR('integrity', 'a pack lacks a file that the manifest names', {
        subjects: [location.member],
    });
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
        ? passed(`${expected.size} large objects equal what was dumped`)
        : failed('integrity', `${wrong.length} large object(s) differ from what was dumped`, wrong);
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

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/sources/postgres/sql-statements.js
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

;// CONCATENATED MODULE: ./lib/sources/postgres/proof/globals.js


/**
 * Applies pg_dumpall's globals to a laboratory server, statement by statement: no psql, so that its meta-commands are
 * not there to be abused. Tablespaces become folders of the server's own; the grantor of a membership is left out,
 * since the laboratory's superuser is another.
 */
async function applyGlobals(session, script) {
    const roles = [];
    const errors = [];
    const withoutCommands = script.replaceAll(/^\\(?:un)?restrict .*$/gm, '');
    for (const statement of splitStatements(withoutCommands)) {
        // The script has been decoded already.
        if (statement.startsWith('SET client_encoding '))
            continue;
        const role = /^CREATE ROLE (?:"((?:[^"]|"")*)"|(\S+));$/.exec(statement);
        if (role !== null)
            roles.push(role[2] ?? (role[1] ?? '').replaceAll('""', '"'));
        try {
            await session.client.query(adapted(statement));
        }
        catch {
            const what = /^[A-Z]+(?: [A-Z]+)?/.exec(statement)?.[0] ?? 'statement';
            errors.push(`${what} (statement of ${statement.length} characters)`);
        }
    }
    return { roles, errors };
}
function adapted(statement) {
    if (statement.startsWith('CREATE TABLESPACE '))
        return statement.replace(/ LOCATION '(?:[^']|'')*';$/, " LOCATION '';");
    if (statement.startsWith('GRANT '))
        return statement.replace(/ GRANTED BY (?:"(?:[^"]|"")*"|[^\s";]+);$/, ';');
    return statement;
}
/** Without globals: the roles that the archive itself names as owners or in grants, so that it can be restored. */
async function createNamedRoles(session, toc) {
    const names = new Set(toc.entries.map((entry) => entry.owner).filter((owner) => owner !== ''));
    for (const entry of toc.entries) {
        if (!/^(ACL|DEFAULT ACL|POLICY|DATABASE PROPERTIES)$/.test(entry.description))
            continue;
        for (const [, quoted, plain] of entry.definition.matchAll(/\b(?:TO|FROM|FOR ROLE) (?:"((?:[^"]|"")*)"|([a-z_]\w*))/g)) {
            const name = plain ?? quoted?.replaceAll('""', '"');
            if (name !== undefined && name !== 'public')
                names.add(name);
        }
    }
    for (const name of names) {
        await session.client.query(`create role ${(0,postgres_session/* quoteIdentifier */.Cm)(name)}`).catch(() => undefined);
    }
    return [...names];
}

// EXTERNAL MODULE: ./lib/sources/postgres/address.js
var address = __webpack_require__(68716);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/pg-restore.js
var pg_restore_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var pg_restore_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Runs pg_restore over some entries, in the archive's order, and lists every error with its entry. pg_restore gives no
 * codes, so its untranslated texts (LC_ALL=C) are read here, and only here.
 */
async function runPgRestore(context, entries, section, jobs) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (entries.length === 0)
            return [];
        const list = (0,external_node_path_.join)(context.archive, `${section ?? 'objects'}.list`);
        await (0,external_node_fs_promises_.writeFile)(list, entries.map((entry) => `${entry.dumpId};\n`).join(''));
        const errors = [];
        const byId = new Map(context.toc.entries.map((entry) => [entry.dumpId, entry]));
        const child = pg_restore_addDisposableResource(env_1, await context.processes.start(context.tools.path('pg_restore'), [
            `--dbname=${(0,address/* connectionString */.cF)(context.address.database)}`,
            `--use-list=${list}`,
            ...(section === null ? [] : [`--section=${section}`]),
            ...(jobs > 1 ? [`--jobs=${jobs}`] : []),
            '--no-password',
            '--verbose',
            context.archive,
        ], {
            environment: (0,address/* libpqEnvironment */.SQ)(context.address, 'lifeboat', { TimeZone: 'UTC', bytea_output: 'hex' }),
            signal: context.signal,
        }), true);
        child.stdin.end();
        child.stdout.resume();
        let current = null;
        let pending = null;
        let command = null;
        let unread = '';
        for await (const chunk of child.stderr.setEncoding('utf8')) {
            const lines = (unread + String(chunk)).split('\n');
            unread = (lines.pop() ?? '').slice(0, 1024 * 1024);
            for (const line of lines)
                readLine(line);
        }
        readLine(unread);
        attribute();
        const { code, signal } = await child.ended;
        context.signal.throwIfAborted();
        if (code !== 0 && errors.length === 0) {
            throw new domain_failure/* Failure */.HR('integrity', `pg_restore ended with ${signal === null ? `exit code ${code}` : `signal ${signal}`} and named no entry`);
        }
        return errors;
        /**
         * An error comes as `pg_restore: error: could not execute query: …`, then `Command was: …`, which is the entry's
         * definition or a part of it. The notice `from TOC entry` is the other sign; with several jobs it may be another's.
         */
        function readLine(line) {
            const entry = /^pg_restore: from TOC entry (\d+);/.exec(line)?.[1];
            const begun = /^Command was: (.*)$/.exec(line)?.[1];
            if (line.startsWith('pg_restore: '))
                attribute();
            if (entry !== undefined)
                current = byId.get(Number(entry)) ?? null;
            else if (line.startsWith('pg_restore: error: ')) {
                pending = { entry: current, dataBreaksConstraint: breaksConstraint(line) };
                errors.push(pending);
            }
            else if (pending !== null && begun !== undefined)
                command = [begun];
            else if (command !== null)
                command.push(line);
            else if (pending !== null && breaksConstraint(line))
                pending.dataBreaksConstraint = true;
        }
        /** Once the whole command has come: constraints of one table begin with the same line. */
        function attribute() {
            if (pending !== null && command !== null) {
                const whole = command.join('\n').trim();
                const first = command[0] ?? whole;
                pending.entry =
                    entries.find((candidate) => candidate.definition.includes(whole)) ??
                        entries.find((candidate) => candidate.definition.includes(first)) ??
                        pending.entry;
            }
            command = null;
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = pg_restore_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function breaksConstraint(line) {
    return /could not create unique index|violates foreign key constraint|is violated by some row|could not create exclusion constraint|contains null values/.test(line);
}

;// CONCATENATED MODULE: ./lib/sources/postgres/proof/restore.js
var restore_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var restore_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Restores an archive into an empty laboratory database: globals, definitions, each table's data as its bytes arrive,
 * large objects, indexes and constraints, statistics. Every error becomes a failed check of the rung `restorable`.
 */
async function restoreArchive(context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { plan, checks } = context;
        const restored = {
            loaded: new Map(),
            excluded: new Set(),
            largeObjects: new Map(),
            globals: { roles: [], errors: [] },
            steps: [],
            usable: true,
            trouble: null,
        };
        const archive = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(context.spool, 'archive-'));
        const stack = restore_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        stack.defer(() => (0,external_node_fs_promises_.rm)(archive, { recursive: true, force: true }));
        const session = stack.use(await (0,postgres_session/* connect */.Ng)(context.laboratory, {
            applicationName: 'lifeboat',
            settings: dataSettings(context.record.lcMonetary),
            signal: context.signal,
        }));
        const step = async (name, work) => {
            const started = context.clock.ticks();
            const result = await work();
            restored.steps.push({ name, duration: context.clock.ticks() - started });
            return result;
        };
        const entries = (filter) => plan.toc.entries.filter((entry) => !restored.excluded.has(entry.dumpId) && filter(entry));
        // What loading failed of, if it did: while data is missing, a constraint that does not hold accuses nobody.
        let trouble = null;
        const restoreSection = async (section, chosen, jobs) => reportErrors(await runPgRestore({ ...context, address: context.laboratory, toc: plan.toc, archive }, chosen, section, jobs), checks, section ?? 'large objects', trouble);
        const definitions = await step('definitions', async () => {
            const toc = await readArtifact(context.record, 'toc.dat', context.artifacts, context.signal);
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(archive, 'toc.dat'), toc ?? '', { mode: 0o600 });
            restored.globals = await restoreGlobals(session, context);
            const missing = await findMissingExtensions(session, plan);
            restored.excluded = closureOf(plan.toc, missing);
            reportUnproven(missing, restored.excluded, context);
            leaveOutForeignFillings(restored.excluded, context);
            await applyDatabaseSettings(session, entries(() => true));
            return restoreSection('pre-data', entries((entry) => !isLargeObjectEntry(entry)), 1);
        });
        const load = await step('data', () => loadTables({
            plan,
            artifacts: context.artifacts,
            address: context.laboratory,
            lcMonetary: context.record.lcMonetary,
            excluded: restored.excluded,
            archive,
            jobs: context.jobs,
            progress: context.progress,
            signal: context.signal,
        }));
        restored.loaded = load.loaded;
        trouble = load.failures[0]?.failure.kind ?? null;
        restored.trouble = trouble;
        for (const { table, failure } of load.failures) {
            checks.add('restorable', 'data', failed(failure.kind, failure.message, [...(table === null ? [] : [table.name]), ...failure.subjects], failure.hint));
        }
        if (plan.largeObjectEntries.length > 0) {
            await step('large objects', async () => {
                restored.largeObjects = await digestLargeObjects(archive);
                await restoreSection(null, plan.largeObjectEntries, 1);
            });
            const count = restored.largeObjects.size;
            if (count !== context.record.largeObjects) {
                checks.add('complete', 'large objects', failed('integrity', `the backup has ${count} large objects, the snapshot had ${context.record.largeObjects}`));
            }
            else
                checks.add('complete', 'large objects', passed(`all ${count} large objects are in the backup`));
        }
        else if (context.record.largeObjects > 0) {
            checks.add('complete', 'large objects', failed('integrity', `the backup has none of ${context.record.largeObjects} large objects`));
        }
        const finished = await step('indexes and constraints', async () => {
            for (const entry of entries((candidate) => candidate.description === 'SEQUENCE SET')) {
                await session.query('setting a sequence', entry.definition);
            }
            return restoreSection('post-data', entries((entry) => !isLargeObjectEntry(entry)), context.jobs);
        });
        await step('statistics', () => analyse(session, context));
        if (definitions && finished && load.failures.length === 0) {
            checks.add('restorable', 'restore', passed(`restored without an error: ${plan.toc.entries.length - restored.excluded.size} entries`));
        }
        restored.usable = load.loaded.size > 0 || plan.tables.length === 0;
        return restored;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = restore_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Statistics of every table of the database's own: a foreign table's would ask its server, which is out of reach here. */
async function analyse(session, context) {
    const tables = await session.query('listing the restored tables', `select n.nspname::text as schema, c.relname::text as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_toast' order by c.relpages desc`);
    const failures = [];
    const queue = tables.values();
    const worker = async () => {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const own = restore_addDisposableResource(env_2, await (0,postgres_session/* connect */.Ng)(context.laboratory, {
                applicationName: 'lifeboat',
                settings: dataSettings(context.record.lcMonetary),
                signal: context.signal,
            }), true);
            for (const { schema, name } of queue) {
                context.signal.throwIfAborted();
                await own.client
                    .query(`analyze ${(0,postgres_session/* qualifiedName */.OL)(schema, name)}`)
                    .catch(() => failures.push(`${schema}.${name}`));
            }
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = restore_disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    };
    await Promise.all(Array.from({ length: context.jobs }, worker));
    context.signal.throwIfAborted();
    if (failures.length > 0) {
        context.checks.add('restorable', 'statistics', {
            status: 'degraded',
            detail: `${failures.length} table(s) could not be analysed`,
            subjects: failures,
        });
    }
}
async function restoreGlobals(session, context) {
    const script = await readArtifact(context.record, 'globals.sql', context.artifacts, context.signal);
    if (script === null)
        return { roles: await createNamedRoles(session, context.plan.toc), errors: [] };
    return applyGlobals(session, (0,archive_toc/* readScript */.Uq)(script));
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
            await session.client.query(`create extension if not exists ${(0,postgres_session/* quoteIdentifier */.Cm)(entry.tag)} cascade`);
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
        detail: `the laboratory lacks ${missing.length} extension(s); ${excluded.size} entries that need them are left out, and unproven${accepted ? ', as the environment file accepts' : ''}`,
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
    const left = fillingsFromElsewhere(context.plan.toc).filter((entry) => !excluded.has(entry.dumpId));
    if (left.length === 0)
        return;
    for (const entry of left)
        excluded.add(entry.dumpId);
    const names = left.map((entry) => `${entry.schema}.${entry.tag}`);
    const accepted = names.every((name) => context.acceptUnproven.includes(name));
    context.checks.add('restorable', 'unproven', {
        status: accepted ? 'passed' : 'degraded',
        detail: `${left.length} materialized view(s) ask foreign servers, which a laboratory cannot reach; they are left unfilled, and unproven${accepted ? ', as the environment file accepts' : ''}`,
        subjects: names.map((name) => `materialized view ${name}`),
        ...(accepted ? {} : { hint: 'Accept them by name under accept-unproven, such as schema.view.' }),
    });
}
/** Settings of the database and of roles in it; its grants. The laboratory's database has the source's name for that. */
async function applyDatabaseSettings(session, entries) {
    for (const entry of entries) {
        const ofDatabase = entry.description === 'DATABASE PROPERTIES' ||
            (entry.description === 'ACL' && entry.tag.startsWith('DATABASE '));
        if (!ofDatabase)
            continue;
        for (const statement of splitStatements(entry.definition)) {
            // Time-outs and read-only would only get in the way of the restore; what matters is that they are in the dump.
            if (/ SET "?\w*(timeout|read_only|deferrable|isolation)"? /i.test(statement))
                continue;
            // A setting of an extension that is not loaded is refused, which harms nothing here.
            await session.client.query(statement).catch(() => undefined);
        }
    }
}
/** Reports each error with its entry. True when there was none. */
function reportErrors(errors, checks, section, trouble) {
    for (const error of errors) {
        const subject = error.entry === null
            ? []
            : [
                `${error.entry.description} ${error.entry.schema === '' ? '' : `${error.entry.schema}.`}${error.entry.tag}`,
            ];
        checks.add('restorable', section, error.dataBreaksConstraint && trouble === null
            ? failed('integrity', 'the data breaks a constraint of its own: the source’s data is damaged', subject, 'Repair the rows in the source; the backup holds them as they are.')
            : failed(trouble ?? 'integrity', trouble === null
                ? 'an entry could not be restored'
                : 'an entry could not be restored after data had failed to load', subject, 'Restore this entry by hand with pg_restore to see the server’s message.'));
    }
    return errors.length === 0;
}
/** Digests of the files that pg_restore will load as large objects, by the lists that came with them. */
async function digestLargeObjects(archive) {
    const objects = new Map();
    for (const list of (await (0,external_node_fs_promises_.readdir)(archive)).filter((name) => /^blobs.*\.toc$/.test(name))) {
        for (const line of (await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(archive, list), 'utf8')).split('\n')) {
            const [oid, file] = line.split(' ');
            if (oid === undefined || file === undefined || !/^blob_\d+\.dat$/.test(file))
                continue;
            objects.set(oid, await restore_digestFile((0,external_node_path_.join)(archive, file)));
        }
    }
    return objects;
}
async function restore_digestFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const take = async (bytes) => {
        for await (const chunk of bytes) {
            hash.update(chunk);
            size += chunk.length;
        }
    };
    const packed = await (0,external_node_fs_promises_.stat)(`${path}.zst`).catch(() => null);
    if (packed === null)
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(path), take);
    // An empty large object is an empty file, which is no zstd frame.
    else if (packed.size > 0)
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(`${path}.zst`), (0,external_node_zlib_.createZstdDecompress)(), take);
    return { sha256: hash.digest('hex'), size };
}

// EXTERNAL MODULE: ./lib/sources/postgres/dump/pg-dump-error.js
var pg_dump_error = __webpack_require__(84890);
;// CONCATENATED MODULE: ./lib/sources/postgres/proof/schema-equality.js








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
    const restored = await dumpSchema(context, (0,archive_toc/* archiveEncoding */.mE)(original));
    const before = bySubject(original.entries.filter((entry) => !excluded.has(entry.dumpId)));
    const after = bySubject(restored.entries);
    const missing = [];
    const different = [];
    const deparsed = [];
    for (const [subject, entries] of before) {
        const counterparts = after.get(subject);
        if (counterparts === undefined || counterparts.length < entries.length) {
            missing.push(readable(subject));
            continue;
        }
        const wanted = entries.map(fingerprint).sort();
        const found = counterparts.map(fingerprint).sort();
        if (wanted.join('\0') === found.join('\0'))
            continue;
        const same = entries
            .map((entry) => simplified(fingerprint(entry)))
            .sort()
            .join('\0') ===
            counterparts
                .map((entry) => simplified(fingerprint(entry)))
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
        answers.push(failed('integrity', `${missing.length} definition(s) are missing after the restore`, missing));
    if (different.length > 0)
        answers.push(failed('integrity', `${different.length} definition(s) differ after the restore`, different));
    if (added.length > 0)
        answers.push(failed('integrity', `${added.length} definition(s) appeared that the dump does not have`, added));
    if (answers.length === 0)
        answers.push(passed(`${count} definitions are as dumped${deparsed.length === 0 ? '' : `; ${deparsed.length} are written anew by the server with other casts and parentheses`}`, deparsed));
    return answers;
}
async function dumpSchema(context, encoding) {
    const folder = (0,external_node_path_.join)(context.spool, 'schema-again');
    await (0,external_node_fs_promises_.mkdir)(context.spool, { recursive: true });
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
            environment: (0,address/* libpqEnvironment */.SQ)(context.address, 'lifeboat', { TimeZone: 'UTC', bytea_output: 'hex' }),
            signal: context.signal,
        });
        context.signal.throwIfAborted();
        if (result.code !== 0) {
            const failure = (0,pg_dump_error/* readPgDumpError */.E)(result.stderr, result);
            throw new domain_failure/* Failure */.HR('integrity', `the restored schema cannot be dumped: ${failure.message}`, {
                subjects: failure.subjects,
            });
        }
        return (0,archive_toc/* parseToc */.AI)(await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, 'toc.dat')));
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Entries by what they are about; several may share it. */
function bySubject(entries) {
    return Map.groupBy(entries.filter((entry) => !notSchema.has(entry.description) && !isLargeObjectEntry(entry) && !isOfDatabase(entry)), (entry) => `${entry.description}\0${entry.schema}\0${entry.tag}`);
}
/** Grants and comments on the database itself, which is another one here. */
function isOfDatabase(entry) {
    return /^(ACL|COMMENT|SECURITY LABEL)$/.test(entry.description) && entry.tag.startsWith('DATABASE ');
}
function readable(subject) {
    const [description, schema, tag] = subject.split('\0');
    return schema === '' ? `${description} ${tag}` : `${description} ${schema}.${tag}`;
}
function fingerprint(entry) {
    // What initdb made belongs to the superuser of its cluster, which has another name in the laboratory.
    const owner = entry.schema === 'pg_catalog' ? '' : entry.owner;
    return [entry.definition.trim(), owner, entry.tablespace].join('\u0001');
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

;// CONCATENATED MODULE: ./lib/sources/postgres/proof/soundness.js

/** Whether what surrounds the rows works as it did: sequences, constraints, indexes, extensions, roles. */
async function proveSound(session, context) {
    const { checks } = context;
    await checks.ask('sound', 'sequences', () => sequences(session, context));
    await checks.ask('sound', 'constraints', () => constraints(session, context));
    await checks.ask('sound', 'indexes', () => indexes(session));
    await checks.ask('sound', 'extensions', () => extensions(session, context));
    await checks.ask('sound', 'roles', () => roles(session, context));
}
/** Compares each sequence with the archive's own call of setval. */
async function sequences(session, { plan, restored }) {
    const wrong = [];
    const entries = plan.toc.entries.filter((entry) => entry.description === 'SEQUENCE SET' && !restored.excluded.has(entry.dumpId));
    for (const entry of entries) {
        const wanted = /setval\('((?:[^']|'')*)', (-?\d+), (true|false)\)/.exec(entry.definition);
        const [found] = await session.query('reading a sequence', `select last_value::text as value, is_called::text as called from ${(wanted?.[1] ?? '').replaceAll("''", "'")}`);
        if (wanted === null || found?.value !== wanted[2] || found?.called !== wanted[3])
            wrong.push(`${entry.schema}.${entry.tag}`);
    }
    return wrong.length === 0
        ? passed(`${entries.length} sequences stand where they stood`)
        : failed('integrity', `${wrong.length} sequence(s) stand elsewhere than when dumped`, wrong);
}
/** ADD CONSTRAINT has validated all but those that were NOT VALID at the source, which stay so. */
async function constraints(session, { plan, restored }) {
    const rows = await session.query('reading the constraints', `select coalesce(c.conrelid::regclass::text || ' ', '') || c.conname as name, c.convalidated::text as validated
     from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and c.conparentid = 0`);
    const open = rows.filter((row) => row.validated !== 'true');
    const declared = plan.toc.entries
        .filter((entry) => !restored.excluded.has(entry.dumpId))
        .reduce((sum, entry) => sum + (entry.definition.match(/\bNOT (?:VALID|ENFORCED)\b/g)?.length ?? 0), 0);
    return open.length <= declared
        ? passed(`${rows.length} constraints, all validated${open.length === 0 ? '' : ` but ${open.length} that the source has not validated either`}`)
        : failed('integrity', `${open.length} constraints are not validated, ${declared} were so at the source`, open.map((row) => row.name));
}
async function indexes(session) {
    const [row] = await session.query('reading the indexes', `select count(*)::text as count, string_agg(i.indexrelid::regclass::text, e'\\n') filter (where not i.indisvalid) as invalid
     from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`);
    const invalid = row?.invalid?.split('\n') ?? [];
    return invalid.length === 0
        ? passed(`${row?.count ?? 0} indexes, all valid`)
        : failed('integrity', `${invalid.length} index(es) are invalid`, invalid);
}
async function extensions(session, { record, plan, restored }) {
    const found = new Map((await session.query('reading the extensions', 'select extname::text as name, extversion as version from pg_catalog.pg_extension')).map((row) => [row.name, row.version]));
    const left = new Set(plan.toc.entries
        .filter((entry) => restored.excluded.has(entry.dumpId) && entry.description === 'EXTENSION')
        .map((entry) => entry.tag));
    const wanted = record.extensions.filter((extension) => !left.has(extension.name));
    const absent = wanted.filter((extension) => !found.has(extension.name)).map((extension) => extension.name);
    const others = wanted.filter((extension) => found.has(extension.name) && found.get(extension.name) !== extension.version);
    if (absent.length > 0)
        return failed('integrity', `${absent.length} extension(s) are missing`, absent);
    return passed(`${wanted.length} extensions are there${others.length === 0 ? '' : `; ${others.length} in another version than at the source`}`, others.map((extension) => `${extension.name} ${extension.version} → ${found.get(extension.name)}`));
}
async function roles(session, { record, restored, plan }) {
    const found = new Set((await session.query('reading the roles', 'select rolname::text as name from pg_catalog.pg_roles')).map((row) => row.name));
    const owners = plan.toc.entries.map((entry) => entry.owner).filter((owner) => owner !== '');
    const wanted = [...new Set([...restored.globals.roles, ...owners])];
    const absent = wanted.filter((role) => !found.has(role));
    if (absent.length > 0)
        return failed('integrity', `${absent.length} role(s) are missing`, absent);
    if (restored.globals.errors.length > 0) {
        return {
            status: 'degraded',
            detail: `${restored.globals.errors.length} statement(s) of the globals could not be applied`,
            subjects: restored.globals.errors,
        };
    }
    return record.globals
        ? passed(`${wanted.length} roles are there`)
        : {
            status: 'degraded',
            detail: `${wanted.length} roles are named by the dump; the backup has no globals to make them from`,
            subjects: [],
        };
}

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
            return failed('config', 'the query does not give one row with one boolean', [], 'Write it as select count(*) = 0 from …');
        }
        return values[0] === 't'
            ? passed('true')
            : failed('objective', values[0] === null ? 'it is null, not true' : 'it is false');
    }
    finally {
        await session.query(doing, 'rollback');
    }
}
/** pg_type's oid of bool. */
const booleanOid = 16;

// EXTERNAL MODULE: ./lib/sources/postgres/privilege.js
var postgres_privilege = __webpack_require__(95847);
;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/database.js

/**
 * The statement that makes such a database on a server of this major.
 * @throws Failure `missing` when that major does not know the provider
 */
function createDatabase(name, kind, major) {
    const needs = { libc: 0, icu: 15, builtin: 17 }[kind.provider];
    if (major < needs || (kind.icuRules !== null && major < 16)) {
        throw new domain_failure/* Failure */.HR('missing', `PostgreSQL ${major} cannot make a database with provider ${kind.provider}${kind.icuRules === null ? '' : ' and ICU rules'}`, { hint: `Restore into PostgreSQL ${Math.max(needs, kind.icuRules === null ? 0 : 16)} or newer.` });
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

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/supervisor.js
/**
 * The shell script that stands between us and a laboratory server: it builds the enclosure, makes the cluster, runs the
 * server, and ends everything when its standard input ends, which also happens when we are killed outright.
 *
 * Arguments: mode, folder, user id, group id, folder of the programs, root of the programs or '', superuser, further
 * options of initdb, name of the folder of locales or '', the socket's folder as clients see it. Modes:
 *   namespaces       as root inside new network, mount, process and IPC namespaces
 *   user-namespaces  the same inside a user namespace of our own, where we only seem to be root
 *   uid              as root, without namespaces
 *   plain            as ourselves
 * Standard input: a line with the superuser's password; its end means stop.
 * Standard output: `standing` once the enclosure is built, `enclosed UID NETWORK-NAMESPACE NO-NEW-PRIVS` as the server's own user sees it, then `ready PID`.
 */
const supervisorScript = String.raw `
set -eu
umask 022
mode=$1 folder=$2 uid=$3 gid=$4 bindir=$5 root=$6 superuser=$7 initdb_options=$8 locpath=$9
shift 9
socket=$1

# A root folder that holds the system's programs, the laboratory, and nothing else that is ours: read-only, since some
# runners let everybody write below /usr.
bind() { mount --bind -o ro "$1" "$2" 2>/dev/null || { [ "$mode" = user-namespaces ] && mount --rbind "$1" "$2"; }; }
enclose() {
  new=$folder/root
  mkdir -p "$new"
  mount -t tmpfs -o size=64m,mode=755 laboratory "$new"
  for part in /usr /bin /sbin /lib /lib32 /lib64 /libx32; do
    if [ -L "$part" ]; then cp -P "$part" "$new$part"
    elif [ -d "$part" ]; then mkdir "$new$part"; bind "$part" "$new$part"; fi
  done
  if [ -n "$root" ] && [ ! -d "$new$root" ]; then mkdir -p "$new$root"; bind "$root" "$new$root"; fi
  for part in /etc/alternatives /var/cache/postgresql; do
    if [ -d "$part" ]; then mkdir -p "$new$part"; bind "$part" "$new$part"; fi
  done
  mkdir -p "$new/etc/ssl"
  for part in /etc/ld.so.cache /etc/localtime /etc/locale.alias /etc/ssl/openssl.cnf; do
    [ ! -f "$part" ] || cp -L "$part" "$new$part"
  done
  echo 'passwd: files' > "$new/etc/nsswitch.conf"
  echo "laboratory:x:$uid:$gid::/:/bin/false" > "$new/etc/passwd"
  echo "laboratory:x:$gid:" > "$new/etc/group"
  mkdir -p "$new/dev/shm" "$new/proc" "$new/tmp" "$new/laboratory" "$new/old"
  for part in null zero full random urandom; do
    : > "$new/dev/$part"
    mount --bind "/dev/$part" "$new/dev/$part"
  done
  ln -s /proc/self/fd "$new/dev/fd"
  mount -t tmpfs -o mode=1777 shared-memory "$new/dev/shm"
  mount -t tmpfs -o size=256m,mode=1777 temporary "$new/tmp"
  mount -t proc processes "$new/proc"
  mount --bind "$folder" "$new/laboratory"
  cd "$new"
  pivot_root . old
  cd /
  umount -l /old
  rmdir /old
  mount -o remount,ro / 2>/dev/null || [ "$mode" = user-namespaces ]
}

case $mode in
  namespaces | user-namespaces) enclose; home=/laboratory socket=/laboratory/socket ;;
  *) home=$folder ;;
esac
[ -z "$locpath" ] || locpath=$home/$locpath

drop="setpriv --reuid=$uid --regid=$gid --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all --"
case $mode in
  user-namespaces) drop="unshare --user --map-user=$uid --map-group=$gid -- setpriv --no-new-privs --" ;;
  plain) drop= ;;
esac
clean="env -i PATH=/usr/local/bin:/usr/bin:/bin TZ=UTC"
[ -z "$locpath" ] || clean="$clean LOCPATH=$locpath"

server=
finish() {
  trap '' TERM
  case $mode in
    namespaces | user-namespaces) kill -KILL -1 || : ;;
    *) [ -z "$server" ] || kill -QUIT "$server" || : ;;
  esac 2>/dev/null
  [ -z "$server" ] || wait "$server" || :
  kill "$watcher" 2>/dev/null || :
  if [ "$mode" = uid ]; then
    # Whatever restored code has started: nobody else has this user id.
    $drop sh -c 'kill -KILL -1' || :
    find /dev/shm -maxdepth 1 -user "$uid" -delete || :
  fi 2>/dev/null
  cd "$home" && rm -rf data socket log settings.conf hba.conf password locale root 2>/dev/null || :
  exit "$1"
}
trap 'finish 0' TERM

IFS= read -r password
exec 3<&0 < /dev/null
( cat <&3; kill -TERM $$ ) > /dev/null 2>&1 &
watcher=$!
exec 3<&-

$drop $clean "$bindir/postgres" --version > /dev/null
echo standing

mkdir -m 700 "$home/data"
mkdir -m 711 "$home/socket"
(umask 077; printf '%s\n' "$password" > "$home/password"; : > "$home/log")
password=
# A user without an account makes no cluster where the list of accounts cannot be replaced: nobody makes it for him.
maker=$drop
if [ "$mode" = uid ]; then
  maker="setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all --"
  chown 65534:65534 "$home/data" "$home/password"
elif [ "$mode" = namespaces ]; then
  chown "$uid:$gid" "$home/data" "$home/password"
fi
$maker $clean "$bindir/initdb" -D "$home/data" -U "$superuser" --pwfile="$home/password" --auth=scram-sha-256 \
  --encoding=UTF8 --locale=C --no-sync $initdb_options > /dev/null 2> "$home/log" < /dev/null ||
  { tail -c 2000 "$home/log" >&2; finish 1; }
rm -f "$home/password"
cat "$home/settings.conf" >> "$home/data/postgresql.conf"
echo "unix_socket_directories = '$socket'" >> "$home/data/postgresql.conf"
cat "$home/hba.conf" > "$home/data/pg_hba.conf"
case $mode in namespaces | uid) chown -R "$uid:$gid" "$home/data" "$home/socket" "$home/log" ;; esac

$drop $clean sh -c 'echo "enclosed $(id -u) $(readlink /proc/self/ns/net || echo none) $(sed -n "s/^NoNewPrivs:[^01]*//p" /proc/self/status)"' 2> /dev/null
$drop $clean "$bindir/postgres" -D "$home/data" >> "$home/log" 2>&1 < /dev/null &
server=$!
until grep -q '^ready' "$home/data/postmaster.pid" 2>/dev/null; do
  if ! kill -0 "$server" 2>/dev/null; then tail -c 2000 "$home/log" >&2; finish 1; fi
  sleep 0.02
done
echo "ready $server"
wait "$server" || :
finish 1
`;

;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/enclosure.js





/** How far a laboratory can be shut in, the best first; which ones this machine allows only trying tells. */
const enclosures = [
    {
        mode: 'namespaces',
        privileged: true,
        linuxOnly: true,
        launcher: 'unshare --net --mount --pid --ipc --fork --kill-child=KILL --'.split(' '),
    },
    {
        mode: 'user-namespaces',
        privileged: false,
        linuxOnly: true,
        launcher: 'unshare --user --map-root-user --net --mount --pid --ipc --fork --kill-child=KILL --'.split(' '),
    },
    { mode: 'uid', privileged: true, linuxOnly: true, launcher: [] },
    { mode: 'plain', privileged: false, linuxOnly: false, launcher: [] },
];
/**
 * Makes and starts the server. Resolves null when this machine does not allow such an enclosure; everything is then as
 * it was. The server ends when the supervisor's standard input is closed.
 * @throws Failure when the server itself did not start
 */
async function enclose(enclosure, privilege, cell, { processes, clock, signal, started }) {
    const [command, ...args] = [
        ...(enclosure.privileged ? privilege : []),
        ...enclosure.launcher,
        'sh',
        '-c',
        supervisorScript,
        'lifeboat-laboratory',
        enclosure.mode,
        cell.folder,
        String(cell.uid),
        String(cell.gid),
        cell.bindir,
        cell.root ?? '',
        cell.superuser,
        cell.initdbOptions.join(' '),
        cell.locales ?? '',
        cell.socket,
    ];
    // Tied neither to the signal nor to our life: told to stop by its standard input, it also tidies up.
    const supervisor = await processes.start(command, args, {
        environment: postgres_privilege/* systemEnvironment */.f,
        outlivesUs: true,
    });
    const said = [];
    supervisor.stderr.on('data', (chunk) => said.push(chunk.toString()));
    const stop = () => void supervisor.stdin.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
        await started(supervisor.pid);
        supervisor.stdin.write(`${cell.password}\n`);
        const seen = await watchStart(supervisor);
        signal.throwIfAborted();
        if (seen.ready)
            return { supervisor, ...(await judge(seen)) };
        await endSupervisor(supervisor, clock);
        if (!seen.begun)
            return null;
        throw new domain_failure/* Failure */.HR('unavailable', 'the laboratory server did not start', {
            // Nothing was restored yet, so nothing of what it says comes from data.
            hint: `It said: ${said.join('').trim().split('\n').slice(-5).join(' | ')}`,
        });
    }
    catch (thrown) {
        await endSupervisor(supervisor, clock);
        throw thrown;
    }
    finally {
        signal.removeEventListener('abort', stop);
    }
}
/** Asks the supervisor to end, which stops the server and empties the folder; false when it did not in time. */
async function endSupervisor(supervisor, clock) {
    supervisor.stdin.end();
    supervisor.stdout.resume();
    supervisor.stderr.resume();
    const timeout = new AbortController();
    const inTime = await Promise.race([
        supervisor.ended.then(() => true),
        clock.sleep(4_000, timeout.signal).then(() => false, () => true),
    ]);
    timeout.abort();
    return inTime;
}
async function watchStart(supervisor) {
    const seen = { begun: false, ready: false, uid: -1, network: '', noNewPrivileges: false };
    for await (const line of (0,external_node_readline_.createInterface)({ input: supervisor.stdout })) {
        const [word, ...values] = line.split(' ');
        if (word === 'standing')
            seen.begun = true;
        if (word === 'enclosed') {
            seen.uid = Number(values[0]);
            seen.network = values[1] ?? '';
            seen.noNewPrivileges = values[2] === '1';
        }
        if (word === 'ready') {
            seen.ready = true;
            break;
        }
    }
    // Whoever waits for the end of the supervisor waits for the end of its output too.
    supervisor.stdout.resume();
    return seen;
}
async function judge(seen) {
    const ownNetwork = await (0,external_node_fs_promises_.readlink)('/proc/self/ns/net').catch(() => null);
    const networkApart = ownNetwork !== null && seen.network.startsWith('net:') && seen.network !== ownNetwork;
    // A user of its own that could become root by sudo would be none.
    const uidApart = seen.uid > 0 && seen.uid !== process.getuid?.() && seen.noNewPrivileges;
    const isolation = uidApart ? (networkApart ? 'full' : 'uid') : networkApart ? 'network' : 'none';
    return { isolation, uid: seen.uid };
}

;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/locale.js




const sources = '/usr/share/i18n';
/**
 * Sees to it that the server will find these libc locales. Resolves null when the machine has them all, else a folder
 * for LOCPATH, inside `folder`, in which all of them were built: glibc then looks nowhere else.
 * @throws Failure `missing` which names the locale to install
 */
async function provideLocales(names, folder, { processes, log, signal }) {
    const needed = [...new Set(names)].filter((name) => name !== 'C' && name !== 'POSIX' && name !== '');
    const lacking = [];
    for (const name of needed)
        if (!(await isInstalled(name, processes, signal)))
            lacking.push(name);
    if (lacking.length === 0)
        return null;
    const path = (0,external_node_path_.join)(folder, 'locale');
    await (0,external_node_fs_promises_.mkdir)(path, { mode: 0o755 });
    for (const name of needed) {
        if (!(await build(name, path, processes, signal))) {
            throw new domain_failure/* Failure */.HR('missing', `this machine has no locale ${name}, which the database was made with`, {
                hint: `Install it: on Debian and Ubuntu the package locales, then "sudo locale-gen ${name}".`,
            });
        }
    }
    log.info(`built for the laboratory: locale ${lacking.join(', ')}`);
    return path;
}
/** `locale` complains, on stderr, about a locale that libc cannot load. Where there is no such program, libc takes any name. */
async function isInstalled(name, processes, signal) {
    const asked = await processes
        .run('locale', ['charmap'], { environment: { ...postgres_privilege/* systemEnvironment */.f, LC_ALL: name }, signal })
        .catch((thrown) => {
        if (thrown instanceof domain_failure/* Failure */.HR && thrown.kind === 'missing')
            return null;
        throw thrown;
    });
    return asked === null || (asked.code === 0 && asked.stderr === '');
}
async function build(name, folder, processes, signal) {
    const parts = /^([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?(@[A-Za-z0-9_-]+)?$/.exec(name);
    const [, language, codeset, modifier = ''] = parts ?? [];
    if (language === undefined)
        return false;
    const charmap = await charmapOf(name, codeset);
    const built = await processes
        .run('localedef', 
    // An output name with a slash is taken as it is, not put into the system's archive.
    ['--no-archive', '-c', '-i', `${language}${modifier}`, '-f', charmap, (0,external_node_path_.join)(folder, name)], { environment: postgres_privilege/* systemEnvironment */.f, signal })
        .catch((thrown) => {
        if (thrown instanceof domain_failure/* Failure */.HR && thrown.kind === 'missing')
            return null;
        throw thrown;
    });
    // Warnings give 1 although the locale was written; only reading it back tells.
    if (built === null)
        return false;
    const read = await processes.run('locale', ['charmap'], {
        environment: { ...postgres_privilege/* systemEnvironment */.f, LOCPATH: folder, LC_ALL: name },
        signal,
    });
    return read.code === 0 && read.stderr === '';
}
/** `en_US.utf8` → `UTF-8`; a name without codeset by the system's list, `de_DE@euro ISO-8859-15`. */
async function charmapOf(name, codeset) {
    if (codeset !== undefined) {
        if (/^utf-?8$/i.test(codeset))
            return 'UTF-8';
        const iso = /^iso-?8859-?(\d+)$/i.exec(codeset);
        return iso ? `ISO-8859-${iso[1]}` : codeset.toUpperCase();
    }
    const list = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(sources, 'SUPPORTED'), 'utf8').catch(() => '');
    const line = list.split('\n').find((line) => line.startsWith(`${name} `));
    return line?.split(' ')[1] ?? 'ISO-8859-1';
}

// EXTERNAL MODULE: ./lib/sources/postgres/laboratory/state.js
var laboratory_state = __webpack_require__(89005);
;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/tuning.js

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;
/**
 * Settings of a server whose data is thrown away: no durability, little WAL, memory by the machine, nothing that works
 * in the background or writes values into a log.
 */
function laboratorySettings(hints, machine = thisMachine()) {
    const { cores, memory } = machine;
    const connections = 20 + 4 * cores;
    const workers = cores > 2 ? 2 : 0;
    return {
        // Reached by its socket alone.
        listen_addresses: '',
        port: '5432',
        unix_socket_permissions: '0777',
        max_connections: String(connections),
        fsync: 'off',
        full_page_writes: 'off',
        synchronous_commit: 'off',
        wal_level: 'minimal',
        max_wal_senders: '0',
        max_replication_slots: '0',
        archive_mode: 'off',
        max_wal_size: '16GB',
        checkpoint_timeout: '1h',
        max_prepared_transactions: '0',
        autovacuum: 'off',
        jit: 'off',
        bgwriter_lru_maxpages: '0',
        restart_after_crash: 'off',
        // Half of the machine at most: pg_restore, our own process and the page cache live there too.
        shared_buffers: kilobytes(clamp(Math.min(memory / 4, Math.max(hints.size ?? GiB, GiB / 8)), 32 * MiB, 4 * GiB)),
        maintenance_work_mem: kilobytes(clamp(memory / 4 / (cores + 1), 32 * MiB, 1.9 * GiB)),
        work_mem: kilobytes(clamp(memory / 32 / cores, 8 * MiB, 256 * MiB)),
        max_parallel_maintenance_workers: String(workers),
        // pg_dump --schema-only locks every relation in one transaction; the table of locks is shared by all connections.
        max_locks_per_transaction: String(clamp(Math.ceil(((hints.tables ?? 0) * 4) / connections), 128, 100_000)),
        shared_preload_libraries: '',
        session_preload_libraries: '',
        local_preload_libraries: '',
        ...(knowsInPlaceTablespaces(hints) ? { allow_in_place_tablespaces: 'on' } : {}),
        timezone: 'UTC',
        log_timezone: 'UTC',
        lc_messages: 'C',
        lc_monetary: hints.lcMonetary,
        lc_numeric: 'C',
        lc_time: 'C',
        // Its messages can hold rows.
        logging_collector: 'off',
        log_min_messages: 'fatal',
        log_min_error_statement: 'panic',
        log_error_verbosity: 'terse',
        log_statement: 'none',
        log_checkpoints: 'off',
    };
}
/** As lines of postgresql.conf. */
function settingsFile(settings) {
    return Object.entries(settings)
        .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
        .join('');
}
function thisMachine() {
    // A container's limit, where there is one; 0 or more than the machine has means none.
    const limit = process.constrainedMemory();
    const memory = limit > 0 ? Math.min(limit, (0,external_node_os_.totalmem)()) : (0,external_node_os_.totalmem)();
    return { cores: (0,external_node_os_.availableParallelism)(), memory };
}
/** A developer option, brought to 13 and 14 with these minors. */
function knowsInPlaceTablespaces({ major, version }) {
    const minor = Number(version.split('.')[1] ?? 0);
    return major >= 15 || (major === 14 && minor >= 5) || (major === 13 && minor >= 8);
}
function clamp(value, least, most) {
    return Math.min(Math.max(value, least), most);
}
function kilobytes(size) {
    return `${Math.floor(size / 1024)}kB`;
}

;// CONCATENATED MODULE: ./lib/sources/postgres/laboratory/laboratory.js
var laboratory_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var laboratory_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











const port = 5432;
/** sun_path has 108 bytes on Linux and 104 on macOS, with a closing zero. */
const longestSocketPath = 103;
/**
 * Starts a throwaway server with one database that is made like the source's, shut in as well as this machine allows.
 * Takes about 1 s. @throws Failure `missing` when a locale, a program or a provider is not there
 */
async function startLaboratory(options) {
    const { tools, processes, log, clock, random, signal } = options;
    signal.throwIfAborted();
    const stateFolder = options.stateFolder ?? (0,external_node_path_.dirname)(options.spool);
    await (0,laboratory_state/* removeLaboratories */.OI)(stateFolder, options);
    const privilege = process.platform === 'linux' ? await (0,postgres_privilege/* findPrivilege */.X)(processes, signal) : null;
    const hex = (bytes) => Buffer.from(random.bytes(bytes)).toString('hex');
    const id = hex(8);
    const user = `lifeboat_${hex(6)}`;
    const password = hex(16);
    const settings = laboratorySettings({
        major: tools.major,
        version: tools.version,
        lcMonetary: options.lcMonetary,
        size: options.sizeHint ?? null,
        tables: options.tableCountHint ?? null,
    });
    for (const enclosure of usable(privilege, options.atMost)) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const cleanUp = laboratory_addDisposableResource(env_1, new AsyncDisposableStack(), true);
            const place = await makeFolder(enclosure, id, options.spool);
            const state = {
                id,
                owner: process.pid,
                supervisor: null,
                privileged: enclosure.privileged,
                folders: place.folders,
            };
            await (0,laboratory_state/* writeState */.Jq)(stateFolder, state);
            cleanUp.defer(async () => {
                const gone = await (0,laboratory_state/* removeLaboratory */.q8)(stateFolder, state, enclosure.privileged ? (privilege ?? []) : [], options);
                if (!gone)
                    log.warning('the laboratory could not be removed; the next run tries again');
            });
            const locales = await provideLocales([options.database.collate, options.database.ctype, options.lcMonetary], place.folder, { processes, log, signal });
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(place.folder, 'settings.conf'), settingsFile(settings));
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(place.folder, 'hba.conf'), 'local all all scram-sha-256\n');
            const uid = enclosure.privileged ? await freeUserId(random) : (process.getuid?.() ?? 0);
            const gid = enclosure.privileged ? uid : (process.getgid?.() ?? 0);
            const cell = {
                folder: place.folder,
                socket: place.socket,
                uid,
                gid,
                bindir: tools.bindir,
                root: tools.root,
                superuser: user,
                password,
                // Since 18 new clusters have checksums, which cost and prove nothing here.
                initdbOptions: tools.major >= 18 ? ['--no-data-checksums'] : [],
                locales: locales === null ? null : 'locale',
            };
            const server = await enclose(enclosure, privilege ?? [], cell, {
                processes,
                clock,
                signal,
                started: async (pid) => {
                    state.supervisor = pid;
                    await (0,laboratory_state/* writeState */.Jq)(stateFolder, state);
                },
            });
            if (server === null) {
                log.debug(`this machine does not allow a laboratory in ${enclosure.mode}`);
                continue;
            }
            cleanUp.defer(async () => {
                await endSupervisor(server.supervisor, clock);
            });
            const database = options.database.name ?? 'laboratory';
            const environment = {
                PATH: postgres_privilege/* systemEnvironment */.f['PATH'] ?? '',
                PGHOST: place.socket,
                PGPORT: String(port),
                PGUSER: user,
                PGPASSWORD: password,
                PGSSLMODE: 'disable',
                PGCONNECT_TIMEOUT: '30',
            };
            await makeDatabase(database, environment, options);
            warn(server, log);
            const release = cleanUp.move();
            return {
                connection: { host: place.socket, port, user, password, database },
                environment: { ...environment, PGDATABASE: database },
                isolation: server.isolation,
                major: tools.major,
                version: tools.version,
                facts: facts(tools, settings, server, enclosure),
                ended: server.supervisor.ended.then(() => undefined),
                [Symbol.asyncDispose]: () => release.disposeAsync(),
            };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = laboratory_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    throw new domain_failure/* Failure */.HR('missing', 'no laboratory server can be run on this machine', {
        hint: process.getuid?.() === 0
            ? 'As root it needs the right to change to another user (setpriv of util-linux), and programs that other users may read.'
            : `Can this user run ${tools.path('postgres')}?`,
    });
}
/** Root has no need of a user namespace, and the server refuses to run as root. */
function usable(privilege, atMost) {
    const first = atMost === undefined ? 0 : enclosures.findIndex(({ mode }) => mode === atMost);
    return enclosures.slice(first).filter((enclosure) => {
        if (enclosure.linuxOnly && process.platform !== 'linux')
            return false;
        return enclosure.privileged ? privilege !== null : process.getuid?.() !== 0;
    });
}
/**
 * In the spool, which only we may enter, where the server gets a view of its own of the file system; else where its user
 * can get by himself. Others can enter that folder too, but not read it, and the data in it is the server's alone.
 */
async function makeFolder(enclosure, id, spool) {
    const open = enclosure.mode !== 'uid';
    const parent = open ? spool : (await othersMayEnter((0,external_node_path_.dirname)(spool))) ? (0,external_node_path_.dirname)(spool) : (0,external_node_os_.tmpdir)();
    const [own, shortcut] = (0,laboratory_state/* laboratoryFolders */.TR)(id);
    const folder = (0,external_node_path_.resolve)(parent, own);
    await (0,external_node_fs_promises_.mkdir)(folder, { mode: 0o711 });
    await (0,external_node_fs_promises_.chmod)(folder, 0o711);
    const socket = (0,external_node_path_.join)(folder, 'socket');
    if (Buffer.byteLength((0,external_node_path_.join)(socket, `.s.PGSQL.${port}`)) <= longestSocketPath) {
        return { folder, socket, folders: [folder] };
    }
    const short = (0,external_node_path_.resolve)((0,external_node_os_.tmpdir)(), shortcut);
    await (0,external_node_fs_promises_.mkdir)(short, { mode: 0o711 });
    await (0,external_node_fs_promises_.symlink)(socket, (0,external_node_path_.join)(short, 's'));
    return { folder, socket: (0,external_node_path_.join)(short, 's'), folders: [folder, short] };
}
async function othersMayEnter(folder) {
    for (let at = (0,external_node_path_.resolve)(folder);; at = (0,external_node_path_.dirname)(at)) {
        if (((await (0,external_node_fs_promises_.stat)(at)).mode & 0o001) === 0)
            return false;
        if ((0,external_node_path_.dirname)(at) === at)
            return true;
    }
}
/** A user id without an account and without a process. */
async function freeUserId(random) {
    const accounts = await (0,external_node_fs_promises_.readFile)('/etc/passwd', 'utf8');
    const taken = new Set(accounts.split('\n').map((line) => Number(line.split(':')[2])));
    for (const entry of await (0,external_node_fs_promises_.readdir)('/proc').catch(() => [])) {
        if (!/^\d+$/.test(entry))
            continue;
        const found = await (0,external_node_fs_promises_.stat)(`/proc/${entry}`).catch(() => null);
        if (found !== null)
            taken.add(found.uid);
    }
    for (;;) {
        // Below what containers map, above people's accounts, outside of systemd's own range.
        const uid = 40_000 + (Buffer.from(random.bytes(4)).readUInt32BE() % 20_000);
        if (!taken.has(uid))
            return uid;
    }
}
async function makeDatabase(name, environment, { tools, database, processes, signal }) {
    const made = await processes.run(tools.path('psql'), ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=sqlstate'], {
        environment: { ...environment, PGDATABASE: 'postgres', PGCLIENTENCODING: 'UTF8' },
        input: createDatabase(name, database, tools.major),
        signal,
    });
    if (made.code === 0)
        return;
    const sqlState = /\b[0-9A-Z]{5}\b/.exec(made.stderr.replace(/^.*ERROR: */s, ''))?.[0] ?? 'unknown';
    const { encoding, provider, collate, ctype, locale } = database;
    throw new domain_failure/* Failure */.HR('missing', `the laboratory cannot make a database with encoding ${encoding}, provider ${provider}, collation ${collate}, ` +
        `character type ${ctype}${locale === null ? '' : `, locale ${locale}`} (SQLSTATE ${sqlState})`, { hint: 'Does this build of PostgreSQL know that provider (ICU), and this machine that locale?' });
}
function warn({ isolation }, log) {
    if (isolation === 'full')
        return;
    const lacks = { uid: 'a network', network: 'a user', none: 'a user and a network' }[isolation];
    log.warning(`the laboratory has not ${lacks} of its own on this machine (isolation: ${isolation}): code in a restored ` +
        `database could reach what this user can. A Linux machine with root or passwordless sudo isolates it fully.`);
}
function facts(tools, settings, server, enclosure) {
    const size = (name) => (0,units/* formatBytes */.z3)(Number.parseInt(settings[name] ?? '0', 10) * 1024);
    return [
        { label: 'Laboratory server', text: `PostgreSQL ${tools.version}, without durability` },
        { label: 'Isolation', text: `${server.isolation} (${enclosure.mode})` },
        {
            label: 'Memory',
            text: `shared_buffers ${size('shared_buffers')}, maintenance_work_mem ${size('maintenance_work_mem')}`,
        },
    ];
}

// EXTERNAL MODULE: ./lib/sources/postgres/tools.js + 1 modules
var postgres_tools = __webpack_require__(98762);
;// CONCATENATED MODULE: ./lib/sources/postgres/rehearsal.js
var rehearsal_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rehearsal_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        const started = context.clock.ticks();
        const checks = new CheckRecorder(run.check, context.clock, signal);
        const reaches = (rung) => verdict/* rungs */.W2.indexOf(run.level) >= verdict/* rungs */.W2.indexOf(rung);
        const result = {
            isolation: 'none',
            restoreDuration: null,
            restoreEstimate: null,
            bytes: 0,
            dataAge: null,
            notIncluded: record.notIncluded,
            facts: [],
        };
        const toc = await readToc(record, run.artifacts, signal);
        const plan = planArchive(toc, record);
        proveComplete(plan, record, checks);
        if (!reaches('restorable'))
            return result;
        const tools = await (0,postgres_tools/* findTools */.f)(record.restorableInto, {
            processes: context.processes,
            log: context.log,
            install: config?.install ?? 'auto',
            needServer: true,
            environment: context.variables,
            signal,
            ...(context.cache === undefined ? {} : { cache: context.cache }),
        });
        const laboratory = rehearsal_addDisposableResource(env_1, await startLaboratory({
            tools,
            spool: context.spool,
            processes: context.processes,
            log: context.log,
            clock: context.clock,
            random: context.random,
            signal,
            database: { name: record.database, encoding: record.encoding, ...record.locale },
            lcMonetary: record.lcMonetary,
            sizeHint: record.databaseSize,
            tableCountHint: record.tables.length,
        }), true);
        result.isolation = laboratory.isolation;
        const address = {
            ...laboratory.connection,
            sslmode: 'disable',
            sslrootcert: undefined,
            sslcert: undefined,
            sslkey: undefined,
        };
        const jobs = Math.max(2, (0,external_node_os_.availableParallelism)());
        const restored = await restoreArchive({
            plan,
            record,
            artifacts: run.artifacts,
            laboratory: address,
            tools,
            processes: context.processes,
            log: context.log,
            clock: context.clock,
            spool: context.spool,
            jobs,
            acceptUnproven: config?.acceptUnproven ?? [],
            checks,
            progress: run.progress,
            signal,
        });
        result.restoreDuration = context.clock.ticks() - started;
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
            const text = `${views.length} materialized view(s): no dump has their contents; they are computed anew`;
            result.facts.push({ label: 'Not compared', text });
        }
        if (!restored.usable)
            throw new domain_failure/* Failure */.HR(restored.trouble ?? 'integrity', 'the backup could not be restored, so nothing more can be proven');
        const session = rehearsal_addDisposableResource(env_1, await (0,postgres_session/* connect */.Ng)(address, { applicationName: 'lifeboat', signal }), true);
        if (reaches('equal')) {
            await proveTablesEqual({
                plan,
                record,
                artifacts: run.artifacts,
                address,
                loaded: restored.loaded,
                excluded: restored.excluded,
                jobs,
                checks,
                table: run.table,
                progress: run.progress,
                signal,
            });
            if (record.largeObjects > 0 || restored.largeObjects.size > 0) {
                await checks.ask('equal', 'large objects', () => proveLargeObjectsEqual(session, restored.largeObjects, signal));
            }
            await checks.ask('equal', 'schema', () => proveSchemaEqual(toc, restored.excluded, {
                tools,
                processes: context.processes,
                address,
                spool: context.spool,
                signal,
            }));
        }
        if (reaches('sound'))
            await proveSound(session, { plan, record, restored, checks });
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
        const result_1 = rehearsal_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ })

};
