export const id = 2623;
export const ids = [2623];
export const modules = {

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
                    : await (0,backups.readManifest)([store], environment.environment, manifest.id, {
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
            this.pass('stored', domain_proof/* copyChecks */.VK.listed, `all ${this.artifacts.length} artifacts and the manifest are in ${names(sound)}`, ports.clock.ticks() - started);
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
            this.pass('intact', domain_proof/* copyChecks */.VK.sound, `every byte of ${this.artifacts.length} artifacts (${size} bytes) is as stored, in ${names(sound)}`, ports.clock.ticks() - started);
        }
    }
    async each(artifacts, work) {
        await (0,concurrency/* inParallel */.HN)(artifacts, copy_checks_concurrency, (artifact) => {
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
            name: `${domain_proof/* copyChecks */.VK.oneIn}${store}`,
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
            (0,signing_keys.checkSigningKey)(environment, 'verify', ports.keys.signing);
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
        const read = await (0,backups.readManifest)(ports.stores, environment.environment, chosen.id, {
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
                        const rehearsal = await ports.openRehearsal(record, config);
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
        isolation: (0,domain_proof/* commonIsolation */.Uv)(results.map((result) => result.isolation)),
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


/***/ })

};
