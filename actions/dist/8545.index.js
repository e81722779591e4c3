export const id = 8545;
export const ids = [8545];
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

/***/ 54621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ CheckRecorder),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   gz: () => (/* binding */ failed)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

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
            const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
            if (failure.kind === 'bug' || failure.kind === 'cancelled')
                throw error;
            this.add(rung, name, failed(failure.kind, failure.message, failure.subjects, failure.hint), this.clock.ticks() - started);
            return false;
        }
    }
}


/***/ }),

/***/ 96201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ startRedisLaboratory)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _own_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79060);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38772);
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
 * A throwaway server that loads one RDB file. It is told that it is a replica of nobody, so that no key expires in it
 * while it is looked at.
 * @param fill writes the RDB file to the path given; null for an empty server
 * @throws Failure `missing` when there is no such program, or when it is too old for the file; `integrity` when it
 * refuses the file
 */
async function startRedisLaboratory(context, options, fill, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const cleanUp = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const server = cleanUp.use(await (0,_own_server_js__WEBPACK_IMPORTED_MODULE_1__/* .makeOwnServer */ .K)(context, {
            databases: options.highestDatabase + 1,
            password: null,
            // Nobody listens there; as a replica it keeps expired keys.
            settings: ['appendonly no', 'replicaof 127.0.0.1 1', 'replica-serve-stale-data yes'],
        }));
        const { program, folder, session } = server;
        if (fill !== null)
            await server.put(_source_js__WEBPACK_IMPORTED_MODULE_2__/* .rdbName */ .s, fill);
        if (!(await server.start(signal))) {
            if (fill === null)
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `the laboratory server did not start (${program.command})`);
            await cleanUp.disposeAsync();
            throw await whyRefused(context, program, options, signal);
        }
        const isolation = await server.isolation();
        const release = cleanUp.move();
        return { isolation, program, folder, session, [Symbol.asyncDispose]: () => release.disposeAsync() };
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
/** It ends without a word that a program could go by: so an empty one is asked how new the files are that it writes. */
async function whyRefused(context, program, { rdbVersion, hasModules }, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const empty = __addDisposableResource(env_2, await startRedisLaboratory(context, { rdbVersion, hasModules: false, highestDatabase: 0 }, null, signal), true);
        const own = await rdbVersionOf(empty, signal);
        const name = `${program.command} ${program.version}`;
        if (own < rdbVersion) {
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `${name} of this machine reads RDB files up to version ${own}; the backup has version ${rdbVersion}`, {
                hint: 'Install a redis-server (or valkey-server) as new as the source or newer, and put it on PATH.',
            });
        }
        if (hasModules) {
            return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `${name} of this machine does not load data of modules, which is in the backup`, {
                hint: 'Data of modules can be loaded only by a server that has them. Lifeboat cannot prove such a backup.',
            });
        }
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${name} of this machine refuses to load the RDB file`, {
            hint: 'Load it by hand as RECOVERY.md of the backup shows, and read what the server says. There must be memory enough, too.',
        });
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
async function rdbVersionOf(laboratory, signal) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_3, await laboratory.session(signal), false);
        await session.ask('REPLICAOF', 'NO', 'ONE');
        await session.ask('SET', 'a', '1');
        const payload = await session.ask('DUMP', 'a');
        // Ten bytes end it: the version in two, and a checksum.
        return Buffer.isBuffer(payload) ? payload.readUInt16LE(payload.length - 10) : 0;
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        __disposeResources(env_3);
    }
}


/***/ }),

/***/ 93588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readBack),
/* harmony export */   f: () => (/* binding */ readBackup)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27550);
/* harmony import */ var _rdb_inspector_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82603);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38772);
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
 * Reads a backup's RDB file, and writes it to a path if one is given.
 * @throws Failure `integrity` when it is damaged or holds something else than the manifest says
 */
async function readBackup(record, artifacts, path, progress, signal) {
    const artifact = record.artifacts.find(({ name }) => name === _source_js__WEBPACK_IMPORTED_MODULE_7__/* .rdbName */ .s);
    if (artifact === undefined)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('integrity', `the backup has no ${_source_js__WEBPACK_IMPORTED_MODULE_7__/* .rdbName */ .s}`);
    const inspector = new _rdb_inspector_js__WEBPACK_IMPORTED_MODULE_6__/* .RdbInspector */ .G();
    const inspected = async function* (body) {
        let done = 0;
        for await (const chunk of body) {
            inspector.feed(chunk);
            done += chunk.length;
            progress.report(done, record.databaseSize);
            yield chunk;
        }
    };
    const body = await artifacts.open(artifact, 'plain', signal);
    const written = path === null ? nowhere() : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o600 });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(body, inspected, written, { signal });
    const contents = inspector.end();
    if (JSON.stringify(contents.databases) !== JSON.stringify(record.databases)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('integrity', 'the RDB file holds other numbers of keys than the manifest says');
    }
    return contents;
}
/** What the server has in memory, as it writes it down itself. */
async function readBack(laboratory, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(laboratory.folder, _source_js__WEBPACK_IMPORTED_MODULE_7__/* .rdbName */ .s);
        const session = __addDisposableResource(env_1, await laboratory.session(signal)
        // So that what is read then cannot be the file that was loaded; and the disk need not hold both.
        , false);
        // So that what is read then cannot be the file that was loaded; and the disk need not hold both.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        await session.ask('SAVE');
        const inspector = new _rdb_inspector_js__WEBPACK_IMPORTED_MODULE_6__/* .RdbInspector */ .G();
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { signal }))
            inspector.feed(chunk);
        return inspector.end();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function nowhere() {
    return new node_stream__WEBPACK_IMPORTED_MODULE_3__.Writable({ write: (_chunk, _encoding, done) => done() });
}


/***/ }),

/***/ 58545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRedisRehearsal: () => (/* binding */ openRedisRehearsal)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _begin_proof_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6428);
/* harmony import */ var _check_recorder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54621);
/* harmony import */ var _info_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70960);
/* harmony import */ var _laboratory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96201);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93588);
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






/** Loads an RDB file into a throwaway server and proves it, rung by rung. */
function openRedisRehearsal(record, context) {
    return { rehearse: (run) => rehearse(record, context, run) };
}
async function rehearse(record, context, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal } = run;
        const { checks, reaches, result, elapsed } = (0,_begin_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .beginProof */ .y)(run, record, context.clock);
        const read = { contents: null };
        const readWhole = (path) => checks.ask('complete', 'RDB file', async () => {
            const contents = await (0,_load_js__WEBPACK_IMPORTED_MODULE_4__/* .readBackup */ .f)(record, run.artifacts, path, run.progress, signal);
            read.contents = contents;
            return wholeFile(contents);
        });
        if (!reaches('restorable')) {
            await readWhole(null);
            return result;
        }
        const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const raised = { laboratory: null };
        const needs = {
            rdbVersion: record.rdbVersion,
            hasModules: record.warnings.some((text) => text.includes('modules')),
            highestDatabase: Math.max(0, ...record.databases.map(({ index }) => index)),
        };
        const fill = async (path) => {
            if (!(await readWhole(path)))
                throw new NotWhole();
        };
        const asked = await checks
            .ask('restorable', 'server loads it', async () => {
            const laboratory = stack.use(await (0,_laboratory_js__WEBPACK_IMPORTED_MODULE_3__/* .startRedisLaboratory */ .z)(context, needs, fill, signal));
            raised.laboratory = laboratory;
            const { kind, version } = laboratory.program;
            return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`${kind === 'redis' ? 'Redis' : 'Valkey'} ${version} has loaded the file without an error`);
        })
            .catch((error) => {
            if (error instanceof NotWhole)
                return false;
            throw error;
        });
        const { laboratory } = raised;
        const { contents } = read;
        if (!asked || laboratory === null || contents === null)
            return result;
        result.isolation = laboratory.isolation;
        result.restoreDuration = elapsed();
        // A durable server loads the same file in the same way.
        result.restoreEstimate = result.restoreDuration;
        result.bytes = contents.bytes;
        result.facts.push({
            label: 'Laboratory',
            text: `${laboratory.program.command} ${laboratory.program.version}, isolation ${laboratory.isolation}`,
        });
        if (reaches('equal')) {
            await checks.ask('equal', 'keys per database', () => compareCounts(laboratory, contents, signal));
            await checks.ask('equal', 'keys and values', async () => compareContents(contents, await (0,_load_js__WEBPACK_IMPORTED_MODULE_4__/* .readBack */ .e)(laboratory, signal)));
        }
        if (reaches('fresh'))
            proveFresh(record, run, checks, result);
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
/** The failed check that says so stands already. */
class NotWhole extends Error {
}
function wholeFile(contents) {
    const text = `header, every record and the end of an RDB file of version ${contents.version}; ${describe(contents)}`;
    return contents.hasChecksum
        ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`${text}; the checksum by the source’s own server holds`)
        : { status: 'degraded', detail: `${text}; the source’s server wrote no checksum` };
}
async function compareCounts(laboratory, contents, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_2, await laboratory.session(signal), false);
        const { databases } = await _info_js__WEBPACK_IMPORTED_MODULE_5__/* .RedisInfo */ .O.ask(session);
        return JSON.stringify(databases) === JSON.stringify(contents.databases)
            ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`the server has ${describe(contents)}, as the file`)
            : (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .gz)('integrity', `the file has ${describe(contents)}; the server loaded ${describe({ databases })}`);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
function describe({ databases }) {
    if (databases.length === 0)
        return 'no keys';
    return databases
        .map(({ index, keys, expires }) => `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(keys, 'key')} (${expires} with expiry) in database ${index}`)
        .join(', ');
}
/**
 * What the server writes down of its memory, against the file that it loaded. Values are comparable in the same encoding
 * only; where the server chose another one, that is said, as it proves nothing.
 */
function compareContents(file, again) {
    if (!file.keys.equals(again.keys)) {
        return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .gz)('integrity', 'names, kinds or expiries of keys are not those of the file');
    }
    const keys = `name, kind and expiry of ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(file.keys.size, 'key')} are those of the file`;
    let [equal, reencoded] = [0, 0];
    for (const [encoding, values] of file.values) {
        const loaded = again.values.get(encoding);
        if (loaded !== undefined && values.equals(loaded))
            equal += values.size;
        else if (loaded !== undefined && loaded.size === values.size) {
            return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .gz)('integrity', `${keys}; values are not those of the file`);
        }
        else
            reencoded += values.size;
    }
    if (reencoded === 0)
        return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(`${keys}, and all values too, compared by SHA-256`);
    const detail = `${keys}; of the values ${equal} are equal by SHA-256, and ${reencoded} could not be compared, since this server keeps them in another encoding`;
    return equal > 0 || file.keys.size === 0 ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(detail) : { status: 'degraded', detail };
}
function proveFresh(record, { now, rpo }, checks, result) {
    const age = Math.max(0, now - Date.parse(record.snapshot.dataAt));
    result.dataAge = age;
    const text = `the snapshot was ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(age)} old`;
    const isLate = rpo !== null && age > rpo;
    checks.add('fresh', 'age of the snapshot', isLate
        ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .gz)('objective', `${text}, the RPO is ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}`, [], 'Back up more often.')
        : (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .passed */ .bF)(text));
}


/***/ })

};
