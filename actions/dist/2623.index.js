export const id = 2623;
export const ids = [2623];
export const modules = {

/***/ 21214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ judgeObjective)
/* harmony export */ });
function judgeObjective(name, target, measured, basis) {
    const margin = target === null ? null : target - measured;
    return { name, target, measured, margin, met: margin === null ? null : margin >= 0, basis };
}


/***/ }),

/***/ 16950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ proofFormat),
/* harmony export */   k_: () => (/* binding */ parseProof)
/* harmony export */ });
/* unused harmony export proofSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13603);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93991);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75141);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);





/** What a restore test found, as stored beside the backup. Times are ISO 8601 UTC, spans milliseconds, sizes bytes. */
const proofFormat = 1;
const verdict = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed']);
const proofSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(proofFormat),
    backupId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Digest of the manifest's bytes, so that a proof speaks of one manifest only. */
    manifestSha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    level: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
    verdict,
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** A time measured on a laboratory server is no real RTO; only a drill or a real restore has one. */
    rtoBasis: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('laboratory'),
    isolation: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['full', 'uid', 'network', 'none']),
    hardware: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ cpu: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), cores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), memory: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() }),
    /** `laboratory`: from choosing a backup to an analysed database; `estimate`: for the real target, plus allowances. */
    rto: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        laboratory: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        estimate: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    rpo: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        measured: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    signed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    checks: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        rung: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed', 'skipped']),
        detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        subjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
        failure: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(Object.keys(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKinds */ .cV))
            .nullable(),
        duration: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    })),
    /** What stood at the end of the ledger when the proof was made, so that nothing up to there can be taken out of it. */
    ledgerHeads: _ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerHeadsSchema */ .qe.optional(),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        source: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        rows: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    })),
});
/** @throws Failure as `parseManifest` does */
function parseProof(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)(text, proofSchema, 'proof');
}


/***/ }),

/***/ 7803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ gravestFailure)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** What matters most, when several things went wrong. */
const gravity = [
    'integrity',
    'access',
    'missing',
    'capacity',
    'unavailable',
    'config',
    'refused',
    'objective',
];
/** One failure that stands for all failed checks and missed objectives; null when there are none. */
function gravestFailure(checks, objectives) {
    const failed = checks.filter((check) => check.status === 'failed');
    const kindOf = (check) => check.failure ?? 'objective';
    const worst = [...failed].sort((a, b) => gravity.indexOf(kindOf(a)) - gravity.indexOf(kindOf(b)))[0];
    if (worst !== undefined) {
        const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more failed checks)`;
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kindOf(worst), `${worst.rung}: ${worst.name}: ${worst.detail}${others}`, {
            subjects: worst.subjects,
            ...(worst.hint === undefined ? {} : { hint: worst.hint }),
        });
    }
    const missed = objectives.find((objective) => objective.met === false);
    if (missed !== undefined) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', `the ${missed.name} was missed: ${missed.basis}`, {
            hint: missed.name === 'RTO'
                ? 'Give the restore more cores or a faster disk, or promise a longer RTO.'
                : 'Back up more often.',
        });
    }
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', 'no check that reads restored data has passed');
}


/***/ }),

/***/ 32623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/objectives.js
var domain_objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/domain/proof.js
var domain_proof = __webpack_require__(16950);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var domain_verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/vault/artifact-reader.js
var artifact_reader = __webpack_require__(16410);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/choose-backup.js
var choose_backup = __webpack_require__(92946);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/ledger.js
var ledger = __webpack_require__(14375);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/operations/leases/use-lease.js
var use_lease = __webpack_require__(95408);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/keyring.js + 1 modules
var keyring = __webpack_require__(98692);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
;// CONCATENATED MODULE: ./lib/operations/verify/copy-checks.js





/** How many artifacts are asked for, or read, at once. */
const copy_checks_concurrency = 4;
/** The rungs `stored` and `intact`: every copy of every artifact, in every store. */
class CopyChecks {
    context;
    /** Keys of artifacts that the rehearsal has read whole from a sound copy. */
    read = new Set();
    /** Names of stores that do not have the backup at all. */
    absent = new Set();
    states = new Map();
    constructor(context) {
        this.context = context;
        for (const store of context.ports.stores) {
            const copy = {
                store: store.name,
                kind: store.kind,
                status: store.ephemeral ? 'ephemeral' : 'complete',
                writeOnce: context.read.manifest.stores.find((known) => known.name === store.name)?.writeOnce ?? null,
                detail: null,
            };
            this.states.set(store.name, copy);
            context.run.copies.push(copy);
        }
    }
    /** The stores that have the backup. */
    present() {
        return this.context.ports.stores.filter((store) => !this.absent.has(store.name));
    }
    get artifacts() {
        return this.context.read.manifest.sources.flatMap((source) => source.artifacts);
    }
    /** Every object is there, with its size; and every store has the manifest. */
    async proveStored() {
        const { ports, environment, read, folder } = this.context;
        const { manifest } = read;
        const started = ports.clock.ticks();
        const bad = new Set();
        for (const store of ports.stores) {
            try {
                const own = store.name === read.store
                    ? read
                    : await (0,backups/* readManifest */.WI)([store], environment.environment, manifest.id, {
                        publicKey: environment.signing.backup ?? null,
                        protected: environment.protected,
                        log: ports.log,
                        signal: ports.signal,
                    });
                if (own.sha256 !== read.sha256) {
                    throw new domain_failure/* Failure */.HR('integrity', 'it has another manifest of this backup than the first store');
                }
                for (const { key, failure } of own.damages.filter((damage) => damage.store === store.name)) {
                    bad.add(store.name);
                    this.fail(rungOf(failure), store.name, key.slice(folder.length), failure);
                }
            }
            catch (error) {
                const failure = this.expected(error);
                bad.add(store.name);
                // Without its manifest a store does not have the backup, whatever else lies there.
                if (failure.kind === 'missing')
                    this.absent.add(store.name);
                this.fail(rungOf(failure), store.name, 'manifest.json', failure);
            }
        }
        for (const store of manifest.identityKey === null ? [] : this.present()) {
            try {
                await (0,keyring/* demandSealedIdentity */.Wi)(store, manifest, folder, ports.signal);
            }
            catch (error) {
                const failure = this.expected(error);
                bad.add(store.name);
                this.fail(rungOf(failure), store.name, manifest.identityKey ?? '', failure);
            }
        }
        const stores = this.present();
        const reader = (0,artifact_reader/* createArtifactReader */.G)({
            stores,
            folder,
            opener: null,
            spool: ports.spool,
            log: ports.log,
        });
        await this.each(this.artifacts, async (artifact) => {
            for (const state of await reader.statAll(artifact, ports.signal)) {
                if (state.failure === null)
                    continue;
                bad.add(state.store);
                this.fail('stored', state.store, artifact.key, state.failure);
            }
        });
        const sound = this.present().filter((store) => !bad.has(store.name));
        if (sound.length > 0) {
            this.pass('stored', 'objects', `all ${this.artifacts.length} artifacts and the manifest are in ${names(sound)}`, ports.clock.ticks() - started);
        }
    }
    recordSignature(read) {
        const { environment, run } = this.context;
        if (read.signed && environment.signing.backup !== undefined)
            this.pass('intact', 'signature', 'the manifest’s signature holds', 0);
        else
            run.notice('notice', 'the origin of the backup is not proven: signing.backup is not configured');
    }
    /** A reader that remembers what was read, so that it need not be read again. */
    watched(reader) {
        return {
            open: async (artifact, form, signal) => {
                const opened = await reader.open(artifact, form, signal);
                opened.once('end', () => this.read.add(artifact.key));
                return opened;
            },
        };
    }
    /** The bytes of every copy: digest, and decryption. What the rehearsal has read from the first store is not read again. */
    async proveIntact(reader, opener) {
        const { ports, folder } = this.context;
        const started = ports.clock.ticks();
        const bad = new Set();
        const report = (store, key, failure) => {
            bad.add(store);
            this.fail('intact', store, key, failure);
        };
        const first = ports.stores[0];
        const readFromFirst = new Set(this.read);
        const seen = new Set();
        for (const damage of reader.damages) {
            const key = damage.key.slice(folder.length);
            if (damage.store === first?.name)
                readFromFirst.add(key);
            if (seen.has(`${damage.store} ${key}`))
                continue;
            seen.add(`${damage.store} ${key}`);
            report(damage.store, key, damage.failure);
        }
        await this.each(this.artifacts, async (artifact) => {
            const stores = this.present().filter((store) => (store !== first || !readFromFirst.has(artifact.key)) && !seen.has(`${store.name} ${artifact.key}`));
            if (stores.length === 0)
                return;
            const checking = (0,artifact_reader/* createArtifactReader */.G)({
                stores,
                folder,
                opener,
                spool: ports.spool,
                log: ports.log,
            });
            let states;
            try {
                states = await checking.verifyArtifact(artifact, ports.signal);
            }
            catch (error) {
                const failure = this.expected(error);
                for (const store of stores)
                    report(store.name, artifact.key, failure);
                return;
            }
            for (const state of states)
                if (state.failure !== null)
                    report(state.store, artifact.key, state.failure);
        });
        const sound = this.present().filter((store) => !bad.has(store.name));
        if (sound.length > 0) {
            const size = this.artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0);
            this.pass('intact', 'copies', `every byte of ${this.artifacts.length} artifacts (${size} bytes) is as stored, in ${names(sound)}`, ports.clock.ticks() - started);
        }
    }
    async each(artifacts, work) {
        await (0,concurrency/* inParallel */.H)(artifacts, copy_checks_concurrency, (artifact) => {
            this.context.ports.signal.throwIfAborted();
            return work(artifact);
        });
    }
    expected(error) {
        this.context.ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        return failure;
    }
    pass(rung, name, detail, duration) {
        this.context.run.check({
            rung,
            name,
            status: 'passed',
            detail,
            subjects: [],
            failure: null,
            duration: Math.round(duration),
        });
    }
    adviceFor(store) {
        const others = this.context.ports.stores.filter((other) => other.name !== store);
        return others.length === 0
            ? 'There is no other copy of this backup: make a new backup now. If the store keeps older versions of objects, look for one.'
            : `Copy the object from ${names(others)} if it is sound there, and find out what happened in ${store}.`;
    }
    fail(rung, store, key, failure) {
        const copy = this.states.get(store);
        if (copy !== undefined) {
            const status = failure.kind === 'missing' ? 'incomplete' : failure.kind === 'integrity' ? 'damaged' : 'unreachable';
            if (copy.status !== 'damaged')
                copy.status = status;
            copy.detail ??= `${key}: ${failure.message}`;
        }
        this.context.run.check({
            rung,
            name: `copy in ${store}`,
            status: 'failed',
            detail: `${key}: ${failure.message}`,
            subjects: failure.subjects,
            failure: failure.kind,
            hint: failure.hint ?? this.adviceFor(store),
            duration: 0,
        });
    }
}
/** Bytes that are there, but are not the right ones, are a matter of the rung above. */
function rungOf(failure) {
    return failure.kind === 'integrity' ? 'intact' : 'stored';
}
function names(stores) {
    return stores.map((store) => store.name).join(', ');
}

// EXTERNAL MODULE: ./lib/operations/verify/verdict.js
var verify_verdict = __webpack_require__(7803);
;// CONCATENATED MODULE: ./lib/operations/verify/verify.js
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
 * Restores a backup into a throwaway server, proves it rung by rung and stores the proof beside it. Expected troubles
 * end in the report.
 */
async function verify(environment, input, ports) {
    const run = new run_report/* RunReport */.e('verify-restore', environment.environment, ports);
    const result = await prove(environment, input, ports, run);
    await (0,record/* recordEvent */.y)(ports, environment, {
        type: 'verification',
        outcome: (0,record/* outcomeOf */.s)(result.report),
        backupId: result.report.backupId,
        details: { level: input.level, proof: result.proof },
    });
    return result;
}
async function prove(environment, input, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        let proof = null;
        const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        try {
            (0,signing_keys/* checkSigningKey */.J)(environment, 'verify', ports.keys.signing);
            const { read, choosing } = await choose(environment, input, stack, ports, run);
            const { results: rehearsal, keyIsWrong } = await climb(environment, input.level, read, ports, run);
            const verdict = judge(environment, input.level, rehearsal, choosing, run);
            // Without the right key nothing could be found out, and a proof would stay for ever.
            if (keyIsWrong) {
                run.notice('notice', 'no proof is written: a key that does not fit says nothing about the backup');
            }
            else {
                proof = await run.phase('publish the proof', () => publish(environment, input.level, read, rehearsal, verdict, ports, run));
            }
            const failure = (0,verify_verdict/* gravestFailure */.D)(run.checks, run.objectives);
            return {
                report: run.finish(proof === null ? (0,domain_verdict/* worse */.JJ)(verdict, 'degraded') : verdict, verdict === 'failed' ? failure : null),
                proof,
            };
        }
        catch (error) {
            return { report: run.fail(error), proof };
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
async function choose(environment, input, stack, ports, run) {
    const { log, signal } = ports;
    const started = ports.clock.ticks();
    return await run.phase('choose a backup', async () => {
        const chosen = await (0,choose_backup/* chooseBackup */.S)(ports.stores, environment.environment, input.backup, {
            log,
            signal,
            now: ports.clock.now(),
        }).catch((error) => {
            throw recordFailedChoice('stored', 'backup', error, run, signal);
        });
        run.backupId = chosen.id;
        for (const [store, failure] of chosen.unreachable) {
            run.notice('warning', `store ${store} could not be asked for backups: ${failure.message}; it may hold a newer one`);
        }
        log.info(`backup ${chosen.id}, in ${chosen.stores.join(', ')}`);
        const answering = ports.stores.filter((store) => !chosen.unreachable.has(store.name));
        const use = { environment, backupId: chosen.id, why: 'prove this backup', stores: answering };
        stack.use(await (0,use_lease/* useBackup */.i)(use, ports, run));
        const read = await (0,backups/* readManifest */.WI)(ports.stores, environment.environment, chosen.id, {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log,
            signal,
        }).catch((error) => {
            throw recordFailedChoice('intact', 'manifest', error, run, signal);
        });
        return { read, choosing: ports.clock.ticks() - started };
    });
}
/** No backup to try, or none to be believed: a failed check, and the end. */
function recordFailedChoice(rung, name, error, run, signal) {
    signal.throwIfAborted();
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind !== 'bug' && failure.kind !== 'cancelled')
        recordFailure(rung, name, failure, run);
    return failure;
}
/** Climbs the ladder as far as asked. What goes wrong on the way is a failed check. */
async function climb(environment, level, read, ports, run) {
    const { manifest } = read;
    const { log, signal } = ports;
    const reaches = (rung) => reachesRung(level, rung);
    const folder = (0,layout/* backupFolder */.j0)(environment.environment, manifest.id);
    const copies = new CopyChecks({ environment, read, folder, ports, run });
    await run.phase('stored', () => copies.proveStored());
    if (!reaches('intact'))
        return { results: [], keyIsWrong: false };
    copies.recordSignature(read);
    const { opener, keyIsWrong } = await run.phase('open', () => (0,keyring/* keyringFor */.n$)(manifest, folder, copies.present(), ports, run));
    if (opener === null)
        return { results: [], keyIsWrong };
    const reader = (0,artifact_reader/* createArtifactReader */.G)({
        stores: copies.present(),
        folder,
        opener,
        spool: ports.spool,
        log,
    });
    const results = [];
    if (reaches('complete')) {
        for (const record of manifest.sources) {
            const config = environment.sources.find((source) => source.name === record.name);
            const result = await run.phase(`rehearse ${record.name}`, async () => {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const progress = __addDisposableResource(env_2, log.progress(`rehearse ${record.name}`), false);
                    try {
                        const rehearsal = await ports.openRehearsal(record, config?.type === 'postgres' ? config : undefined);
                        return await rehearsal.rehearse({
                            record,
                            artifacts: copies.watched(reader),
                            level,
                            now: ports.clock.now(),
                            rpo: environment.objectives.rpo ?? null,
                            check: (check) => run.check(check),
                            table: (table) => run.tables.push(table),
                            progress,
                            signal,
                        });
                    }
                    catch (error) {
                        return recordTrouble(error, run, signal);
                    }
                }
                catch (e_2) {
                    env_2.error = e_2;
                    env_2.hasError = true;
                }
                finally {
                    __disposeResources(env_2);
                }
            });
            if (result !== null)
                results.push(result);
        }
    }
    if (reaches('complete'))
        proveSourcesCovered(environment, manifest, run);
    await run.phase('intact', () => copies.proveIntact(reader, opener));
    return { results, keyIsWrong };
}
function reachesRung(level, rung) {
    return domain_verdict/* rungs */.W2.indexOf(level) >= domain_verdict/* rungs */.W2.indexOf(rung);
}
/** Every source of the environment file is in the backup; what the file does not know has nobody's checks. */
function proveSourcesCovered(environment, manifest, run) {
    const inBackup = new Set(manifest.sources.map((source) => source.name));
    const inFile = new Set(environment.sources.map((source) => source.name));
    for (const name of inFile) {
        if (inBackup.has(name))
            continue;
        run.check({
            rung: 'complete',
            name: `source ${name}`,
            status: 'failed',
            detail: 'the environment file has this source, and the backup does not',
            subjects: [],
            failure: 'missing',
            hint: 'Make a new backup: this one is of another set of sources.',
            duration: 0,
        });
    }
    for (const name of inBackup) {
        if (inFile.has(name))
            continue;
        run.check({
            rung: 'complete',
            name: `source ${name}`,
            status: 'degraded',
            detail: 'the environment file does not have this source any more, so neither its freshness nor its assertions were asked',
            subjects: [],
            failure: null,
            duration: 0,
        });
    }
}
/** A rehearsal that could not go on is a failed check, not the end of the report. */
function recordTrouble(error, run, signal) {
    signal.throwIfAborted();
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind === 'bug' || failure.kind === 'cancelled')
        throw error;
    const rung = failure.kind === 'integrity' || failure.kind === 'access' ? 'intact' : 'restorable';
    recordFailure(rung, 'rehearsal', failure, run);
    return null;
}
function recordFailure(rung, name, failure, run) {
    run.check({
        rung,
        name,
        status: 'failed',
        detail: failure.message,
        subjects: failure.subjects,
        failure: failure.kind,
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        duration: 0,
    });
}
function judge(environment, level, results, choosing, run) {
    const { objectives } = environment;
    let verdict = (0,domain_verdict/* judgeChecks */.LZ)(run.checks, level);
    // The time of a restore that did not bring everything back is nobody's recovery time, nor is its data's age.
    const cameBack = !run.checks.some((check) => check.status === 'failed' && ['complete', 'restorable', 'equal'].includes(check.rung));
    const laboratory = cameBack ? laboratoryTime(results, choosing) : null;
    const estimate = cameBack ? estimatedTime(environment, results, choosing) : null;
    if (laboratory !== null && estimate !== null) {
        const allowances = (objectives.detection ?? 0) + (objectives.reroute ?? 0);
        const basis = `estimate for a durable server from ${(0,units/* formatDuration */.a3)(laboratory)} in the laboratory${allowances === 0 ? '' : `, plus ${(0,units/* formatDuration */.a3)(allowances)} for detection and reroute`}`;
        const rto = (0,domain_objectives/* judgeObjective */.t)('RTO', objectives.rto ?? null, estimate, basis);
        run.objectives.push(rto);
        if (rto.met === false)
            verdict = 'failed';
        run.fact('laboratory restore', (0,units/* formatDuration */.a3)(laboratory), laboratory, 'milliseconds');
    }
    const age = cameBack ? dataAge(results) : null;
    if (age !== null) {
        const basis = 'age of the newest data at the time of this test';
        const rpo = (0,domain_objectives/* judgeObjective */.t)('RPO', objectives.rpo ?? null, age, basis);
        run.objectives.push(rpo);
        if (rpo.met === false)
            verdict = 'failed';
    }
    const bytes = results.reduce((sum, result) => sum + result.bytes, 0);
    if (laboratory !== null) {
        run.fact('data restored', (0,units/* formatBytes */.z3)(bytes), bytes, 'bytes');
        run.fact('restore rate', (0,units/* formatRate */.CE)(bytes, laboratory), laboratory === 0 ? 0 : (bytes / laboratory) * 1_000, 'bytes-per-second');
    }
    for (const result of results)
        for (const fact of result.facts)
            run.fact(fact.label, fact.text);
    const unmeasured = [
        ...(objectives.rto !== undefined && estimate === null && reachesRung(level, 'restorable') ? ['RTO'] : []),
        ...(objectives.rpo !== undefined && age === null && reachesRung(level, 'equal') ? ['RPO'] : []),
    ];
    for (const name of unmeasured)
        run.notice('warning', `the ${name} is promised, but could not be measured`);
    const assertions = environment.sources.flatMap((source) => source.type === 'postgres' ? source.checks : []);
    const isUnasked = assertions.length > 0 && reachesRung(level, 'equal') && !reachesRung(level, 'useful');
    if (isUnasked)
        run.notice('warning', 'the assertions of the environment file were not asked at this level');
    return unmeasured.length === 0 && !isUnasked ? verdict : (0,domain_verdict/* worse */.JJ)(verdict, 'degraded');
}
/** From choosing a backup to analysed databases, in the laboratory; null when it did not get there. */
function laboratoryTime(results, choosing) {
    return sumOrNull(results.map((result) => result.restoreDuration), choosing);
}
function estimatedTime(environment, results, choosing) {
    const { detection = 0, reroute = 0 } = environment.objectives;
    return sumOrNull(results.map((result) => result.restoreEstimate), choosing + detection + reroute);
}
function sumOrNull(spans, start) {
    if (spans.length === 0)
        return null;
    return spans.reduce((sum, span) => (sum === null || span === null ? null : sum + span), Math.round(start));
}
function dataAge(results) {
    const ages = results.map((result) => result.dataAge).filter((age) => age !== null);
    return ages.length === 0 ? null : Math.max(...ages);
}
/** Stores the proof beside the backup. Null, with a warning, when no store took it. */
async function publish(environment, level, read, results, verdict, ports, run) {
    const rto = run.objectives.find((objective) => objective.name === 'RTO');
    const rpo = run.objectives.find((objective) => objective.name === 'RPO');
    const at = ports.clock.now();
    const proof = {
        format: domain_proof/* proofFormat */.KD,
        backupId: read.manifest.id,
        environment: environment.environment,
        manifestSha256: read.sha256,
        at: new Date(at).toISOString(),
        level,
        verdict,
        lifeboat: ports.run.version,
        actor: ports.run.actor,
        runUrl: ports.run.url,
        rtoBasis: 'laboratory',
        isolation: results[0]?.isolation ?? 'none',
        hardware: ports.run.machine,
        rto: {
            target: environment.objectives.rto ?? null,
            laboratory: run.facts.find((fact) => fact.label === 'laboratory restore')?.value ?? null,
            estimate: rto?.measured ?? null,
            met: rto?.met ?? null,
        },
        rpo: {
            target: environment.objectives.rpo ?? null,
            measured: rpo?.measured ?? null,
            met: rpo?.met ?? null,
        },
        signed: read.signed,
        checks: run.checks.map(({ hint: _hint, ...check }) => ({ ...check, subjects: [...check.subjects] })),
        tables: run.tables.map((table) => ({ ...table })),
        ...(await ledgerAnchor(environment, ports)),
    };
    try {
        const { stores, log, signal } = ports;
        const written = await (0,proofs/* writeProof */.E4)(proof, at, { stores, signingKey: ports.keys.signing, log, signal });
        log.info(`proof ${written.key}, in ${written.stores.join(', ')}`);
        return written.key;
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug')
            throw error;
        run.notice('warning', `no store took the proof: ${failure.message}`);
        run.next.push(failure.hint ?? 'Give the verification job the right to add objects under proofs/.');
        return null;
    }
}
/** What stands at the end of the ledger now; nothing where it cannot be told. */
async function ledgerAnchor(environment, ports) {
    try {
        const { heads } = await (0,ledger/* findHeads */.zH)(ports.stores, environment.environment, ports);
        return heads.length === 0 ? {} : { ledgerHeads: heads };
    }
    catch (error) {
        ports.signal.throwIfAborted();
        ports.log.warning(`the proof does not anchor the ledger: ${(0,domain_failure/* asFailure */.h_)(error).message}`);
        return {};
    }
}


/***/ }),

/***/ 90045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ writeProof),
/* harmony export */   I2: () => (/* binding */ listProofs),
/* harmony export */   r$: () => (/* binding */ readProof)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_proof_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16950);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27441);





/**
 * Stores a proof, with its signature.
 * @param context with all stores of the environment, also those that lack the backup: a proof may lie where it does not
 * @throws Failure when none took it
 */
async function writeProof(proof, at, context) {
    const { environment, backupId } = proof;
    const key = await freeKey(proof, at, context);
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSigned */ .qc)({
        key,
        comment: proofComment(key),
        value: proof,
        what: 'proof',
        check: (text) => checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, backupId),
    }, context);
}
/** Keys have whole seconds: a second proof of the same second takes the next one. */
async function freeKey(proof, at, { stores, signal }) {
    for (let second = 0;; second += 1) {
        const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofKey */ .CU)(proof.environment, proof.backupId, at + second * 1_000);
        const taken = await Promise.all(stores.map((store) => isTaken(store, key, signal)));
        if (!taken.includes(true) || second === 60)
            return key;
    }
}
async function isTaken(store, key, signal) {
    try {
        return (await store.stat(key, signal)) !== null;
    }
    catch (error) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
        return false; // the put will say what is wrong with this store
    }
}
/** Every proof that some store has, newest first; of one backup, or of all. @throws Failure when no store could be asked */
async function listProofs(stores, environment, context) {
    const found = new Map();
    const failures = [];
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofsFolder */ .Wx)(environment, context.backupId), context.signal)) {
                const parsed = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
                if (parsed !== null)
                    found.set(key, { key, ...parsed });
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, context.signal);
            failures.push(failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    if (failures[0] !== undefined && failures.length === stores.length)
        throw failures[0];
    return [...found.values()].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
}
/**
 * A proof, checked for origin and place. @throws Failure as `readSigned` does, and `integrity` when it speaks of another
 * manifest than the one given
 */
async function readProof(stores, environment, key, options) {
    const place = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
    if (place === null)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `${key} is no place of a proof of ${environment}`);
    const parse = (text) => {
        const proof = checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, place.backupId);
        if (options.manifestSha256 !== undefined && proof.manifestSha256 !== options.manifestSha256) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at ${key} speaks of another manifest`);
        }
        return proof;
    };
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .readSigned */ .Nu)(stores, key, proofComment(key), options, parse, options);
    return { ...read, proof: value };
}
function checkPlace(proof, environment, backupId) {
    if (proof.environment !== environment || proof.backupId !== backupId) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at the place of ${backupId} is that of another backup`);
    }
    return proof;
}
/** What a proof's signature is for: its key names environment, backup and time. */
function proofComment(key) {
    return `lifeboat proof ${key.replace(/\.json$/, '')}`;
}


/***/ })

};
