export const id = 2605;
export const ids = [2605];
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

/***/ 52605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openFilesRehearsal: () => (/* binding */ openFilesRehearsal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96087);
/* harmony import */ var _begin_proof_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6428);
/* harmony import */ var _check_recorder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54621);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(25149);
/* harmony import */ var _fetch_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20299);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(16405);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(85293);
/* harmony import */ var _unpack_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(24702);
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











/** How far two machines' clocks may be apart. */
const toleratedSkew = 5 * 60_000;
/** Brings a tree back into a throwaway folder and proves it, rung by rung. */
function openFilesRehearsal(record, context) {
    return { rehearse: (run) => rehearse(record, context, run) };
}
async function rehearse(record, context, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { signal, artifacts, progress } = run;
        // Nothing of a tree is run, so there is nothing to enclose: `isolation` stays null.
        const { checks, reaches, result, elapsed } = (0,_begin_proof_js__WEBPACK_IMPORTED_MODULE_4__/* .beginProof */ .y)(run, record, context.clock);
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(context.spool, `${record.name}-`));
        const _cleanUp = __addDisposableResource(env_1, { [Symbol.asyncDispose]: () => (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .removeTree */ .d)(folder) }, true);
        let index = '';
        const isComplete = await checks.ask('complete', `tree of ${record.name}`, async () => {
            demandParts(record);
            index = await (0,_fetch_index_js__WEBPACK_IMPORTED_MODULE_7__/* .fetchIndex */ .R)(record, artifacts, folder, signal);
            return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .passed */ .bF)(`the index has the ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(record.files, 'file')}, ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(record.folders, 'folder')} and ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(record.links, 'link')} of the manifest`);
        });
        if (!isComplete)
            throw unprovable('its index cannot be believed');
        if (!reaches('restorable'))
            return result;
        const tree = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'tree');
        const isBack = await checks.ask('restorable', `tree of ${record.name}`, async () => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(tree, { mode: 0o700 });
            result.bytes = await (0,_unpack_js__WEBPACK_IMPORTED_MODULE_10__/* .unpack */ .l)({ record, artifacts, index, into: tree, progress, signal });
            return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .passed */ .bF)('the archive has what its index says, in its order, and all of it could be unpacked');
        });
        if (!isBack)
            throw unprovable('it could not be unpacked');
        result.restoreDuration = elapsed();
        // A real restore does the same, on other disks.
        result.restoreEstimate = result.restoreDuration;
        result.facts.push({
            label: `Laboratory of ${record.name}`,
            text: `a folder of its own; nothing of the tree is run${(0,_unpack_js__WEBPACK_IMPORTED_MODULE_10__/* .setsOwners */ .i)() ? '' : '; owners were held to the archive only, since only root can set them'}`,
        });
        if (!reaches('equal'))
            return result;
        const { comparison } = await (0,_compare_js__WEBPACK_IMPORTED_MODULE_6__/* .proveTreeEqual */ .LG)(index, tree, checks, signal);
        if (reaches('sound'))
            await checks.ask('sound', `tree of ${record.name}`, () => judgeSoundness(folder, comparison?.outward ?? null));
        if (reaches('fresh')) {
            await checks.ask('fresh', `age of ${record.name}`, async () => {
                const { answer, age } = judgeAge(record, run);
                result.dataAge = age;
                return answer;
            });
        }
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
/** The parts are numbered, so that one which the manifest does not name is missed. @throws Failure `integrity` */
function demandParts({ artifacts }) {
    const parts = artifacts.map(({ name }) => name).filter(_tree_index_js__WEBPACK_IMPORTED_MODULE_9__/* .isPart */ .QR);
    const isInOrder = parts.every((name, number) => name === (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_9__/* .partName */ .pn)(number + 1));
    if (parts.length === 0 || !isInOrder)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', 'the parts of the archive are not numbered one after the other');
}
async function judgeSoundness(folder, outward) {
    const strays = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder)).filter((name) => !own.includes(name));
    if (strays.length > 0)
        return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .failed */ .gz)('integrity', 'something was written beside the folder of the tree', strays);
    if (outward === null)
        return { status: 'skipped', detail: 'the tree could not be read back' };
    const links = outward === 0 ? 'no link leads out of it' : `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(outward, 'link leads', 'links lead')} out of it`;
    return (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .passed */ .bF)(`nothing lies outside of the folder; ${links}`);
}
const own = ['index.jsonl', 'sha256sums.txt', 'tree'];
function judgeAge({ snapshot }, { now, rpo }) {
    const at = Date.parse(snapshot.dataAt);
    if (at > now + toleratedSkew) {
        const hint = 'Compare the clocks of the machine that made the backup and of this one.';
        return {
            answer: (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .failed */ .gz)('integrity', 'the backup lies in the future, so its age cannot be told', [], hint),
            age: null,
        };
    }
    const age = Math.max(0, now - at);
    const text = `the reading of the tree began ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(age)} ago`;
    if (rpo === null)
        return { answer: (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .passed */ .bF)(`${text}; no RPO is promised`), age };
    const promised = `${text}; the RPO is ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(rpo)}`;
    const hint = 'Look whether backups run as often as they should.';
    return { answer: age <= rpo ? (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .passed */ .bF)(promised) : (0,_check_recorder_js__WEBPACK_IMPORTED_MODULE_5__/* .failed */ .gz)('objective', promised, [], hint), age };
}
function unprovable(why) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `the tree cannot be proven: ${why}`);
}


/***/ })

};
