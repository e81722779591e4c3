export const id = 8545;
export const ids = [8545];
export const modules = {

/***/ 58545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRedisRehearsal: () => (/* binding */ openRedisRehearsal)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75141);
/* harmony import */ var _postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34091);
/* harmony import */ var _info_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70960);
/* harmony import */ var _laboratory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96201);
/* harmony import */ var _load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93588);
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
        const started = context.clock.ticks();
        const checks = new _postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .CheckRecorder */ .PZ(run.check, context.clock, signal);
        const reaches = (rung) => _domain_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2.indexOf(run.level) >= _domain_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2.indexOf(rung);
        const result = {
            isolation: null,
            restoreDuration: null,
            restoreEstimate: null,
            bytes: 0,
            dataAge: null,
            notIncluded: record.notIncluded,
            facts: [],
        };
        const read = { contents: null };
        const readWhole = (path) => checks.ask('complete', 'RDB file', async () => {
            const contents = await (0,_load_js__WEBPACK_IMPORTED_MODULE_3__/* .readBackup */ .f)(record, run.artifacts, path, run.progress, signal);
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
            const laboratory = stack.use(await (0,_laboratory_js__WEBPACK_IMPORTED_MODULE_2__/* .startRedisLaboratory */ .z)(context, needs, fill, signal));
            raised.laboratory = laboratory;
            const { kind, version } = laboratory.program;
            return (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`${kind === 'redis' ? 'Redis' : 'Valkey'} ${version} has loaded the file without an error`);
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
        result.restoreDuration = Math.round(context.clock.ticks() - started);
        // A durable server loads the same file in the same way.
        result.restoreEstimate = result.restoreDuration;
        result.bytes = contents.bytes;
        result.facts.push({
            label: 'Laboratory',
            text: `${laboratory.program.command} ${laboratory.program.version}, isolation ${laboratory.isolation}`,
        });
        if (reaches('equal')) {
            await checks.ask('equal', 'keys per database', () => compareCounts(laboratory, contents, signal));
            await checks.ask('equal', 'keys and values', async () => compareContents(contents, await (0,_load_js__WEBPACK_IMPORTED_MODULE_3__/* .readBack */ .e)(laboratory, signal)));
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
        ? (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`${text}; the checksum by the source’s own server holds`)
        : { status: 'degraded', detail: `${text}; the source’s server wrote no checksum` };
}
async function compareCounts(laboratory, contents, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_2, await laboratory.session(signal), false);
        const { databases } = await _info_js__WEBPACK_IMPORTED_MODULE_5__/* .RedisInfo */ .O.ask(session);
        return JSON.stringify(databases) === JSON.stringify(contents.databases)
            ? (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`the server has ${describe(contents)}, as the file`)
            : (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', `the file has ${describe(contents)}; the server loaded ${describe({ databases })}`);
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
        return (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', 'names, kinds or expiries of keys are not those of the file');
    }
    const keys = `name, kind and expiry of ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(file.keys.size, 'key')} are those of the file`;
    let [equal, reencoded] = [0, 0];
    for (const [encoding, values] of file.values) {
        const loaded = again.values.get(encoding);
        if (loaded !== undefined && values.equals(loaded))
            equal += values.size;
        else if (loaded !== undefined && loaded.size === values.size) {
            return (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('integrity', `${keys}; values are not those of the file`);
        }
        else
            reencoded += values.size;
    }
    if (reencoded === 0)
        return (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(`${keys}, and all values too, compared by SHA-256`);
    const detail = `${keys}; of the values ${equal} are equal by SHA-256, and ${reencoded} could not be compared, since this server keeps them in another encoding`;
    return equal > 0 || file.keys.size === 0 ? (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(detail) : { status: 'degraded', detail };
}
function proveFresh(record, { now, rpo }, checks, result) {
    const age = Math.max(0, now - Date.parse(record.snapshot.dataAt));
    result.dataAge = age;
    const text = `the snapshot was ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(age)} old`;
    const isLate = rpo !== null && age > rpo;
    checks.add('fresh', 'age of the snapshot', isLate
        ? (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .failed */ .gz)('objective', `${text}, the RPO is ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(rpo)}`, [], 'Back up more often.')
        : (0,_postgres_check_recorder_js__WEBPACK_IMPORTED_MODULE_1__/* .passed */ .bF)(text));
}


/***/ })

};
