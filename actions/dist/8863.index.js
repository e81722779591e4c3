export const id = 8863;
export const ids = [8863];
export const modules = {

/***/ 60505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ kindOfKey)
/* harmony export */ });
/**
 * What may be said of a key of Redis where everybody reads: its name often is the secret itself, as a session's is. So only
 * the word that a name begins with by convention, when it is one; else that it has none.
 */
function kindOfKey(name) {
    const text = typeof name === 'string' ? name : Buffer.from(name).toString('latin1');
    const word = /^([A-Za-z_-]{1,24})[:./|]/.exec(text)?.[1];
    return word === undefined ? 'a key without a prefix' : `a key ${word}:…`;
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

/***/ 98863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRedisRestoration: () => (/* binding */ openRedisRestoration)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/check-recorder.js
var check_recorder = __webpack_require__(54621);
// EXTERNAL MODULE: ./lib/sources/redis/address.js
var redis_address = __webpack_require__(60774);
// EXTERNAL MODULE: ./lib/domain/redis-key.js
var redis_key = __webpack_require__(60505);
// EXTERNAL MODULE: ./lib/sources/redis/rdb/inspector.js + 5 modules
var inspector = __webpack_require__(82603);
// EXTERNAL MODULE: ./lib/sources/redis/wire.js + 1 modules
var wire = __webpack_require__(70253);
;// CONCATENATED MODULE: ./lib/sources/redis/copy-keys.js




/** Keys asked for at once, and bytes in memory at once, unless one value alone has more. */
const mostKeys = 500;
const mostBytes = 8 * 1024 * 1024;
/** How far the clocks of two servers may be apart when a key has expired in one of them. */
const toleratedSkew = 60_000;
/**
 * Copies every key of the selected database into the other's selected one, and reads each back: its value is compared in
 * a form that does not depend on the order in which a server keeps it.
 * @throws Failure; what was copied so far stays
 */
async function copyKeys(from, to, options) {
    const sum = { keys: 0, bytes: 0, expired: 0, reencoded: 0, withExpiry: 0 };
    let cursor = '0';
    do {
        options.signal.throwIfAborted();
        const answer = await from.ask('SCAN', cursor, 'COUNT', String(mostKeys));
        const [next, names] = Array.isArray(answer) ? answer : [];
        cursor = String(next ?? '0');
        const keys = (Array.isArray(names) ? names : []).filter((name) => Buffer.isBuffer(name));
        const sizes = await copy_keys_all(keys.map((key) => from.ask('MEMORY', 'USAGE', key)));
        let batch = [];
        let bytes = 0;
        for (const [index, key] of keys.entries()) {
            const size = Number(sizes[index] ?? 0);
            if (batch.length > 0 && bytes + size > mostBytes) {
                await copyBatch(batch, from, to, sum, options);
                batch = [];
                bytes = 0;
            }
            batch.push(key);
            bytes += size;
        }
        if (batch.length > 0)
            await copyBatch(batch, from, to, sum, options);
        options.copied(sum.bytes);
    } while (cursor !== '0');
    return sum;
}
async function copyBatch(keys, from, to, sum, { targetTellsExpiry, now }) {
    const told = await copy_keys_all(keys.flatMap((key) => [from.ask('DUMP', key), from.ask('PEXPIRETIME', key)]));
    const entries = [];
    for (const [index, key] of keys.entries()) {
        const [payload = null, expiry] = told.slice(index * 2);
        if (Buffer.isBuffer(payload))
            entries.push({ key, payload, expiry: Math.max(0, Number(expiry)) });
    }
    const answers = await copy_keys_all(entries.map(({ key, payload, expiry }) => to.ask('RESTORE', key, String(expiry), payload, 'ABSTTL').catch((error) => {
        // A scan may name a key twice. That it is the same one is seen when it is read back.
        if (error instanceof wire/* RedisError */.eR && error.code === 'BUSYKEY')
            return null;
        throw error instanceof wire/* RedisError */.eR ? refusedValue(error) : error;
    })));
    const asked = await copy_keys_all(entries.flatMap(({ key }) => [
        to.ask('DUMP', key),
        to.ask(targetTellsExpiry ? 'PEXPIRETIME' : 'PTTL', key),
    ]));
    for (const [index, { key, payload, expiry }] of entries.entries()) {
        const [back = null, backExpiry] = asked.slice(index * 2);
        if (answers[index] === null && Buffer.isBuffer(back)) {
            compare(payload, back, key);
            continue;
        }
        sum.bytes += payload.length;
        if (!Buffer.isBuffer(back)) {
            if (expiry === 0 || expiry > now() + toleratedSkew)
                throw different('a key is not there', key);
            sum.expired += 1;
            continue;
        }
        sum.keys += 1;
        if (expiry !== 0)
            sum.withExpiry += 1;
        if (!compare(payload, back, key))
            sum.reencoded += 1;
        const isSame = targetTellsExpiry
            ? Math.max(0, Number(backExpiry)) === expiry
            : Number(backExpiry) >= 0 === expiry > 0;
        // Between the two questions its time may have come.
        if (!isSame && !(expiry > 0 && Number(backExpiry) === -2))
            throw different('a key has another expiry', key);
    }
}
/** False when the encodings differ. @throws Failure `integrity` when the values do */
function compare(payload, back, key) {
    if (payload.equals(back))
        return true;
    const [expected, found] = [(0,inspector/* digestPayload */.V)(payload), (0,inspector/* digestPayload */.V)(back)];
    if (expected.type !== found.type)
        return false;
    if (expected.digest.equals(found.digest))
        return true;
    throw different('a value is another one', key);
}
function different(what, key) {
    return new domain_failure/* Failure */.HR('integrity', `read back from the target, ${what} than in the backup`, {
        subjects: [(0,redis_key/* kindOfKey */.R)(key)],
        hint: 'Make sure that nobody writes to the databases of the restore, and run it again.',
    });
}
function refusedValue(error) {
    if (error.code === 'OOM') {
        return new domain_failure/* Failure */.HR('capacity', 'the target has no memory left (OOM)', {
            hint: 'Raise its maxmemory, or take a larger server.',
            cause: error,
        });
    }
    if (['NOPERM', 'NOAUTH'].includes(error.code)) {
        return new domain_failure/* Failure */.HR('access', `the user may not write to the target (${error.code})`, {
            hint: 'Give it these rights: ACL SETUSER name ~* +ping +info +select +restore +dump +pexpiretime +pttl +set +exists +del +flushdb +dbsize +swapdb +multi +exec +discard.',
            cause: error,
        });
    }
    if (error.code === 'ERR') {
        return new domain_failure/* Failure */.HR('missing', 'the target does not take the values as this machine’s redis-server writes them', {
            hint: 'The target must be as new as that server, and have the same modules. A value may also be longer than its proto-max-bulk-len.',
            cause: error,
        });
    }
    return new domain_failure/* Failure */.HR('refused', `the target refuses to be written to (${error.code})`, {
        hint: 'READONLY: it is a replica. MOVED, CROSSSLOT: it is a cluster, which is not supported.',
        cause: error,
    });
}
/** Waits for all, so that none is left to itself. @throws what the first that failed threw */
async function copy_keys_all(asked) {
    const outcomes = await Promise.allSettled(asked);
    return outcomes.map((outcome) => {
        if (outcome.status === 'rejected')
            throw outcome.reason;
        return outcome.value;
    });
}

// EXTERNAL MODULE: ./lib/sources/redis/info.js
var redis_info = __webpack_require__(70960);
// EXTERNAL MODULE: ./lib/sources/redis/laboratory.js
var redis_laboratory = __webpack_require__(96201);
// EXTERNAL MODULE: ./lib/sources/redis/load.js
var load = __webpack_require__(93588);
// EXTERNAL MODULE: ./lib/sources/redis/own-server.js
var own_server = __webpack_require__(79060);
// EXTERNAL MODULE: ./lib/sources/redis/place.js
var redis_place = __webpack_require__(62521);
;// CONCATENATED MODULE: ./lib/sources/redis/restoration.js
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
 * Brings a Redis backup back: a throwaway server loads the file, and its keys are copied one by one into an empty server
 * or into spare databases of the source's own. `swap` then exchanges database numbers (SWAPDB), all or none.
 * @throws Failure `config` or `refused` for what is not possible at all
 */
function openRedisRestoration(record, config, request, context) {
    const place = (0,redis_place/* resolveRedisPlace */.ho)(record, config, request, context.variables);
    const { address } = place;
    const marker = (0,redis_place/* markerOf */.we)(request.backupId);
    const isSwap = request.mode === 'swap';
    let lodging = null;
    /** Of the backup, for a server that is exchanged with and has none. */
    let functions = null;
    const look = async (session) => {
        const info = await redis_info/* RedisInfo */.O.ask(session);
        return { info, lodging: await (0,redis_place/* findLodging */.YG)(session, info, record, place, marker) };
    };
    return {
        inspect: async (signal) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_1, await (0,redis_address/* enterRedis */.c)(address, signal), false);
                const { info, lodging: found } = await look(session);
                const findings = [...found.findings, ...(await otherFindings(session, info, record, found, isSwap))];
                await (0,own_server/* findRedisServer */.i)(context).catch((error) => {
                    const { kind, message, hint = '' } = (0,domain_failure/* asFailure */.h_)(error);
                    if (kind !== 'missing')
                        throw error;
                    findings.push({ level: 'refuse', failure: kind, text: `source ${record.name}: ${message}`, hint });
                });
                return inspected(record, found, describe(found), { findings, info, isSwap, place: address.place });
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        },
        restore: async (run) => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_2, await (0,redis_address/* enterRedis */.c)(address, run.signal), false);
                const { info, lodging: found } = await look(session);
                const [refused] = found.findings;
                if (refused !== undefined) {
                    const hint = refused.hint === undefined ? {} : { hint: refused.hint };
                    throw new domain_failure/* Failure */.HR(refused.failure ?? 'refused', refused.text, hint);
                }
                const { libraries, ...result } = await restoreInto(session, info, found, {
                    record,
                    context,
                    run,
                    marker,
                    isElsewhere: place.isElsewhere,
                    isSwap,
                });
                lodging = found;
                functions = libraries;
                const [first] = [...found.numbers.values()];
                return {
                    ...result,
                    database: place.isElsewhere ? address.place : describe(found),
                    place: first === undefined ? address.place : `${withUser(address)}/${first}`,
                };
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                __disposeResources(env_2);
            }
        },
        exchange: async (signal) => {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                if (lodging === null)
                    throw new TypeError('nothing was restored that could be exchanged');
                const session = __addDisposableResource(env_3, await (0,redis_address/* enterRedis */.c)(address, signal), false);
                const replaced = [];
                for (const [live, spare] of lodging.numbers) {
                    await session.ask('SELECT', String(live));
                    if (Number(await session.ask('DBSIZE')) > 0)
                        replaced.push(spare);
                }
                await session.ask('MULTI');
                for (const [live, spare] of lodging.numbers)
                    await session.ask('SWAPDB', String(live), String(spare));
                for (const spare of replaced) {
                    await session.ask('SELECT', String(spare));
                    await session.ask('SET', redis_place/* setAsideMarker */.Hg, request.backupId);
                }
                await session.ask('EXEC');
                const left = await bringLibraries(session, functions);
                return {
                    keptAs: lodging.numbers.size === 0 ? null : describe(lodging),
                    next: [
                        ...left,
                        {
                            text: `The former keys of source ${record.name} take memory in ${describe(lodging)}: FLUSHDB there when nobody needs them. Until then they are in its backups too.`,
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
                __disposeResources(env_3);
            }
        },
        async [Symbol.asyncDispose]() { },
    };
}
async function restoreInto(target, info, { numbers, setAside, leftovers }, { record, context, run, marker, isElsewhere, isSwap }) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal } = run;
        const checks = new check_recorder/* CheckRecorder */.PZ(run.check, context.clock, signal);
        const started = context.clock.ticks();
        for (const index of leftovers)
            await empty(target, index, marker);
        const read = { contents: null };
        const laboratory = __addDisposableResource(env_4, await (0,redis_laboratory/* startRedisLaboratory */.z)(context, {
            rdbVersion: record.rdbVersion,
            hasModules: record.warnings.some((text) => text.includes('modules')),
            highestDatabase: Math.max(0, ...record.databases.map(({ index }) => index)),
        }, async (path) => {
            read.contents = await (0,load/* readBackup */.f)(record, run.artifacts, path, run.progress, signal);
        }, signal), true);
        const loaded = context.clock.ticks();
        const sum = { keys: 0, bytes: 0, expired: 0, reencoded: 0, withExpiry: 0 };
        try {
            const env_5 = { stack: [], error: void 0, hasError: false };
            try {
                const source = __addDisposableResource(env_5, await laboratory.session(signal), false);
                for (const [from, to] of numbers) {
                    await source.ask('SELECT', String(from));
                    await target.ask('SELECT', String(to));
                    await target.ask('SET', marker, '1');
                    const copied = await copyKeys(source, target, {
                        targetTellsExpiry: Number.parseInt(info.version, 10) >= 7,
                        now: () => context.clock.now(),
                        copied: (bytes) => run.progress.report(sum.bytes + bytes),
                        signal,
                    });
                    await countAgain(target, copied);
                    for (const name of ['keys', 'bytes', 'expired', 'reencoded', 'withExpiry'])
                        sum[name] += copied[name];
                }
                const libraries = await dumpLibraries(laboratory, read.contents?.libraries ?? 0, signal);
                const left = isElsewhere
                    ? await bringLibraries(target, libraries)
                    : libraries === null || isSwap
                        ? []
                        : [{ text: functionsLeft, subjects: [] }];
                // The last step: from here on it is a whole restore, which nobody sweeps away.
                for (const to of numbers.values()) {
                    await target.ask('SELECT', String(to));
                    await target.ask('DEL', marker);
                }
                const inBackup = record.databases
                    .filter(({ index }) => numbers.has(index))
                    .reduce((total, { keys }) => total + keys, 0);
                const gone = inBackup - sum.keys;
                const others = sum.reencoded === 0
                    ? 'all values too'
                    : `the values of ${sum.keys - sum.reencoded} too; the target keeps ${sum.reencoded} in another encoding, which could not be compared`;
                checks.add('equal', `keys of ${record.name}`, (0,check_recorder/* passed */.bF)(`${(0,units/* counted */.hS)(sum.keys, 'key')} read back: their expiries are as in the backup, ${others}; ${gone} had expired since`));
                const ended = context.clock.ticks();
                return {
                    libraries,
                    bytes: read.contents?.bytes ?? 0,
                    steps: [
                        { name: 'load', duration: Math.round(loaded - started) },
                        { name: 'copy and compare', duration: Math.round(ended - loaded) },
                    ],
                    left: [
                        ...left,
                        ...told(record, gone > 0, `${(0,units/* counted */.hS)(gone, 'key')} had expired since the backup and did not come back`),
                        ...told(record, setAside.length > 0, `database ${setAside.join(', ')} of the backup was set aside by an earlier exchange, and was not brought back`),
                    ],
                };
            }
            catch (e_4) {
                env_5.error = e_4;
                env_5.hasError = true;
            }
            finally {
                __disposeResources(env_5);
            }
        }
        catch (error) {
            throw await withoutTraces(error, target, numbers, marker, { context, signal });
        }
    }
    catch (e_5) {
        env_4.error = e_5;
        env_4.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_4);
        if (result_1)
            await result_1;
    }
}
function told({ name }, is, text) {
    return is ? [{ text: `source ${name}: ${text}`, subjects: [] }] : [];
}
/** Some keys may have expired since they were copied; more can only be somebody else's. */
async function countAgain(target, { keys, withExpiry, expired }) {
    // Without the marker.
    const size = Number(await target.ask('DBSIZE')) - 1;
    if (size >= keys - withExpiry && size <= keys + expired)
        return;
    throw new domain_failure/* Failure */.HR('integrity', `the target has ${size} keys where ${keys} were copied`, {
        hint: 'Somebody else writes there, or the server evicts keys (maxmemory-policy): prevent it, and run it again.',
    });
}
/** Functions belong to a whole server, not to a database: they come along where it has none of its own. */
async function dumpLibraries(laboratory, libraries, signal) {
    const env_6 = { stack: [], error: void 0, hasError: false };
    try {
        if (libraries === 0)
            return null;
        const source = __addDisposableResource(env_6, await laboratory.session(signal), false);
        const dump = await source.ask('FUNCTION', 'DUMP');
        return Buffer.isBuffer(dump) ? dump : null;
    }
    catch (e_6) {
        env_6.error = e_6;
        env_6.hasError = true;
    }
    finally {
        __disposeResources(env_6);
    }
}
/** @returns what is to be told: what did not come along */
async function bringLibraries(target, dump) {
    if (dump === null)
        return [];
    try {
        const there = await target.ask('FUNCTION', 'LIST');
        if (Array.isArray(there) && there.length === 0) {
            await target.ask('FUNCTION', 'RESTORE', dump);
            return [];
        }
    }
    catch (error) {
        // A server or a user that may not: the data comes back without them.
        if (!(error instanceof wire/* RedisError */.eR))
            throw error;
    }
    return [{ text: functionsLeft, subjects: [] }];
}
const functionsLeft = 'the functions in the backup did not come along: they belong to the whole server, which has its own, or does not let this user load them';
/** Takes away what was made; or says what was left, when that fails too. */
async function withoutTraces(error, target, numbers, marker, { context, signal }) {
    try {
        for (const to of numbers.values())
            await empty(target, to, marker);
        return error;
    }
    catch {
        context.log.debug('what an interrupted restore wrote could not be removed');
        if (signal.aborted)
            return signal.reason;
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        const where = [...numbers.values()].join(', ');
        const hint = `What was copied so far is left in database ${where}: the next restore of this backup removes it. ${failure.hint ?? ''}`;
        return new domain_failure/* Failure */.HR(failure.kind, failure.message, {
            hint: hint.trim(),
            subjects: failure.subjects,
            cause: failure,
        });
    }
}
/** Only a database that bears our mark. */
async function empty(target, index, marker) {
    await target.ask('SELECT', String(index));
    if ((await target.ask('EXISTS', marker)) === 1)
        await target.ask('FLUSHDB');
}
async function otherFindings(session, info, record, { numbers, setAside }, isSwap) {
    const findings = [];
    const say = (finding) => findings.push({ ...finding, text: `source ${record.name}: ${finding.text}` });
    const limit = info.number('maxmemory');
    if (limit > 0 && info.number('used_memory') + record.databaseSize > limit) {
        say({
            level: 'refuse',
            failure: 'capacity',
            text: 'the restored keys would not fit below the server’s maxmemory',
            hint: 'Raise maxmemory, or restore into another server.',
        });
    }
    const needed = [['write', ['RESTORE', 'a', '0', 'a', 'ABSTTL']]];
    if (isSwap)
        needed.push(['exchange databases', ['SWAPDB', '0', '0']]);
    for (const [why, words] of needed) {
        const code = await (0,redis_place/* refusalOf */.Of)(session, ...words);
        if (code === null)
            continue;
        say({
            level: 'refuse',
            failure: code === 'NOPERM' ? 'access' : 'refused',
            text: `the server does not let us ${why} (${words[0] ?? ''}: ${code})`,
            hint: isSwap
                ? 'Restore side-by-side into an empty server instead, or give the user that right.'
                : 'Give the user that right, or restore into another server.',
        });
    }
    if (isSwap) {
        const own = new Set([...numbers.keys(), ...numbers.values(), ...setAside]);
        const others = info.databases.filter(({ index }) => !own.has(index)).map(({ index }) => index);
        if (others.length > 0) {
            say({
                level: 'warning',
                text: `database ${others.join(', ')} holds keys and is not in the backup: it stays as it is`,
            });
        }
    }
    return findings;
}
function inspected(record, { numbers }, where, seen) {
    const { findings, info, isSwap, place } = seen;
    const total = info.number('total_system_memory');
    const exchange = [...numbers].map(([live, spare]) => `${live} with ${spare}`).join(', ');
    return {
        findings,
        present: 'there',
        place: isSwap ? `database ${[...numbers.keys()].join(', ')} of ${place}` : `${where} of ${place}`,
        keptAs: isSwap && numbers.size > 0 ? where : null,
        steps: [
            { name: 'load', detail: 'a throwaway redis-server of this machine loads the file' },
            { name: 'copy', detail: `its keys go into ${where}, and each is read back and compared` },
            ...(isSwap ? [{ name: 'exchange', detail: `SWAPDB ${exchange}, all at once` }] : []),
        ],
        // Memory: Redis holds everything there.
        diskNeeded: record.databaseSize,
        diskFree: total === 0 ? null : Math.max(0, total - info.number('used_memory_rss')),
        facts: [{ label: 'Redis', text: `${info.kind} ${info.version}; disk stands for its memory here` }],
    };
}
function describe({ numbers }) {
    const all = [...numbers.values()];
    return all.length === 1 ? `database ${all.join('')}` : `databases ${all.join(', ') || '(none)'}`;
}
function withUser({ place, user }) {
    return user === '' ? place : place.replace('://', `://${encodeURIComponent(user)}@`);
}


/***/ })

};
