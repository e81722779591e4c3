export const id = 3994;
export const ids = [3994,6658,1886];
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

/***/ 40352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ following)
/* harmony export */ });
/**
 * Where in `steps` a runbook goes on after the step at `index`: `steps.length` when they are over. A decision without an
 * answer (`null`, as when it was left out) goes on with the next step, as every other step does.
 */
function following(steps, index, answer) {
    const step = steps[index];
    const goal = step?.type === 'decision' && answer !== null ? step.answers.get(answer) : 'next';
    if (goal === 'end')
        return steps.length;
    return goal === undefined || goal === 'next' ? index + 1 : steps.findIndex(({ id }) => id === goal);
}


/***/ }),

/***/ 51012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ readEventsSince),
/* harmony export */   Sl: () => (/* binding */ searchEventsSince),
/* harmony export */   gE: () => (/* binding */ eventTime)
/* harmony export */ });
/* harmony import */ var _vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91076);
/* harmony import */ var _trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1886);


/**
 * The events of these types since then, oldest first. What was not signed by a role that may write it does not count, where
 * keys are known; neither does what no store has whole. Both are said in the log.
 * @throws Failure when no store could be listed
 */
async function readEventsSince(environment, since, types, ports) {
    return (await searchEventsSince(environment, since, types, ports)).events;
}
/** As `readEventsSince`, for those to whom an event that was not found makes a difference. */
async function searchEventsSince(environment, since, types, { stores, log, signal }) {
    const wanted = types;
    const found = [];
    const { doubtful, gone, unreachable } = await (0,_vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__/* .searchLedger */ .a)(stores, environment.environment, (type) => (0,_trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__.trustedKeys)(environment, type), (event) => {
        if (eventTime(event.id) < since)
            return true;
        if (wanted.includes(event.type))
            found.push(event);
        return false;
    }, { log, signal });
    for (const id of doubtful) {
        log.warning(`event ${id} of the ledger does not count: no store has a copy that can be believed`);
    }
    // Of two of the same millisecond the chain says which came first.
    return {
        events: found.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.depth - other.depth),
        unreachable,
        lost: [...gone, ...doubtful].filter((id) => eventTime(id) >= since),
    };
}
/** The time in an event's id, `20261121T101500Z-…`; NaN when there is none. */
function eventTime(id) {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rolesThatSign: () => (/* binding */ rolesThatSign),
/* harmony export */   trustedKeys: () => (/* binding */ trustedKeys)
/* harmony export */ });
/** Whose signature an event of each kind may bear; those of deployments only where no key of their own is configured. */
const rolesOf = {
    backup: ['backup'],
    verification: ['verify'],
    // A restore that may have to make a backup first runs with the key of backups.
    restore: ['restore', 'backup', 'verify'],
    retention: ['retention'],
    replicate: ['backup', 'retention', 'restore'],
    repair: ['backup', 'retention', 'restore'],
    'lease-broken': ['backup', 'verify', 'retention', 'restore'],
    deploy: ['deploy', 'backup'],
    drill: ['verify', 'restore'],
    validation: ['deploy', 'verify', 'backup'],
    'gate-override': ['deploy', 'backup'],
    runbook: ['restore', 'deploy', 'backup', 'verify'],
    // Whoever reads it to keep a trouble quiet holds it to the keys of the runs that can be in it.
    told: ['backup', 'verify', 'retention', 'restore', 'deploy'],
};
/**
 * What says that a version is fit, or may go without being so. Whoever has a key for it shall be the only one: the other
 * roles' keys lie in jobs that nobody reviews.
 */
const ofDeployments = ['deploy', 'validation', 'gate-override'];
const anyRole = ['backup', 'verify', 'retention', 'restore', 'deploy'];
/** Whose signature an event of this type may bear in this environment, the best first. */
function rolesThatSign({ signing }, type) {
    return ofDeployments.includes(type) && signing.deploy !== undefined ? ['deploy'] : rolesOf[type];
}
/**
 * The public keys that may have signed an event of this type; null when none of them is configured, so that nothing can be
 * held to it. Types of a later version may be signed by any role.
 */
function trustedKeys(environment, type) {
    const roles = Object.hasOwn(rolesOf, type) ? rolesThatSign(environment, type) : anyRole;
    const keys = roles.flatMap((role) => environment.signing[role] ?? []);
    return keys.length === 0 ? null : keys;
}


/***/ }),

/***/ 55123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ reachable),
/* harmony export */   MG: () => (/* binding */ missingFor),
/* harmony export */   Vn: () => (/* binding */ checkConsent),
/* harmony export */   kn: () => (/* binding */ consentFor)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_runbook_way_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40352);
/* harmony import */ var _said_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23584);



/** As the operation that it calls would demand it. */
function consentFor(step, { protected: isProtected }) {
    const none = { confirm: false, reason: false };
    if (step.type !== 'operation' || step.with.get('dry-run') === 'true')
        return none;
    if (step.verb === 'restore' && (0,_said_js__WEBPACK_IMPORTED_MODULE_1__/* .putsOnOtherData */ .gZ)(step.with))
        return { confirm: true, reason: true };
    if (step.verb === 'env clean')
        return { confirm: true, reason: false };
    if (!isProtected)
        return none;
    if (step.verb === 'env stop')
        return { confirm: true, reason: false };
    if (step.verb === 'deploy') {
        const steps = step.with.get('steps');
        const changes = steps === undefined || /\bdeploy\b/.test(steps);
        return { confirm: changes, reason: changes };
    }
    return step.verb === 'repair' ? { confirm: true, reason: true } : none;
}
/** What is missing of it, for people. */
function missingFor({ confirm, reason }, environment, given) {
    const isWrong = given.confirm !== null && given.confirm !== environment.environment;
    return [
        ...(confirm && given.confirm === null ? ['confirm is not given'] : []),
        ...(confirm && isWrong
            ? [`confirm is ${JSON.stringify(given.confirm?.slice(0, 60))}, not the name of the environment`]
            : []),
        ...(reason && (given.reason ?? '').trim() === '' ? ['no reason is given'] : []),
    ];
}
/**
 * Before anybody is asked anything: what the steps that may be come to will demand is there. Whoever has answered as far as
 * to go round those steps need not confirm them.
 * @throws Failure `refused`
 */
function checkConsent(environment, runbook, input, past, { run }) {
    const name = environment.environment;
    for (const step of reachable(runbook, input, past)) {
        const state = past.get(step.id)?.state;
        if (state === 'done' || state === 'skipped' || input.done.has(step.id) || input.skip.has(step.id))
            continue;
        const missing = missingFor(consentFor(step, environment), environment, { ...input, reason: run.reason });
        if (missing.length === 0)
            continue;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the step ${step.id} (${step.title}) takes consent: ${missing.join('; ')}`, {
            hint: `Give the name and why: on a terminal --confirm ${name} --reason "…", in a job the inputs confirm and reason. Nothing was done or asked. An answer that leads round the step needs neither.`,
        });
    }
}
/** The steps that may be come to with the answers that are known. */
function reachable({ steps, verification }, { answers, skip }, past = new Map()) {
    const found = new Set();
    const open = [0];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
        const step = steps[index];
        if (step === undefined || found.has(index))
            continue;
        found.add(index);
        if (step.type !== 'decision' || skip.has(step.id)) {
            open.push(index + 1);
            continue;
        }
        const known = past.get(step.id)?.answer ?? answers.get(step.id);
        const possible = known === undefined ? step.answers.keys() : [known];
        for (const answer of possible)
            open.push((0,_domain_runbook_way_js__WEBPACK_IMPORTED_MODULE_2__/* .following */ .C)(steps, index, answer));
    }
    return [...steps.filter((_, index) => found.has(index)), ...verification];
}


/***/ }),

/***/ 46449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRunbook: () => (/* binding */ runRunbook)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/news.js
var news = __webpack_require__(26981);
// EXTERNAL MODULE: ./lib/domain/objectives.js
var objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/domain/runbook/way.js
var way = __webpack_require__(40352);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/operations/leases/hold.js
var hold = __webpack_require__(40811);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/runbook/journal.js
var runbook_journal = __webpack_require__(72550);
;// CONCATENATED MODULE: ./lib/operations/runbook/herald.js




/** How often the clock is looked at for the next level. */
const pace = 5_000;
/** From one try to tell to the next, when no channel took it. */
const pause = 60_000;
/**
 * Tells people what they are to know of a run: that it has begun and ended, and, by the incident's clock, who else is to
 * help. What was told once is in the ledger, and is not told again by a run that goes on with it. That nobody could be told
 * is a warning, and tried again while the run goes on: it holds nothing up.
 */
function openHerald(environment, runbook, journal, ports) {
    const { clock, log } = ports;
    const since = () => Math.max(0, clock.now() - journal.beganAt);
    const fill = (text) => text
        .replaceAll('{environment}', environment.environment)
        .replaceAll('{incident}', `${runbook.incident} ${runbook.title}`)
        .replaceAll(/\{minutes\}( minutes)?/g, (_whole, word) => minutesText(Math.round(since() / 60_000), word !== undefined));
    const about = (0,news/* incidentKey */.Qq)({ id: runbook.incident, beganAt: journal.beganAt });
    const notBefore = new Map();
    const tellOnce = async (name, message, channels) => {
        if (journal.told.has(name) || clock.now() < (notBefore.get(name) ?? 0))
            return;
        // While it is being told, nobody else tells it.
        journal.told.add(name);
        let isTold = false;
        try {
            await ports.tell({ ...message, about }, channels);
            isTold = true;
            await (0,runbook_journal/* writeEntry */.cD)(environment, journal, { entry: 'told', told: name }, ports);
        }
        catch (error) {
            if (!isTold) {
                journal.told.delete(name);
                notBefore.set(name, clock.now() + pause);
            }
            log.warning(`not everyone could be told (${name}): ${(0,domain_failure/* asFailure */.h_)(error).message}`);
        }
    };
    const tellCommunication = (name, message) => tellOnce(name, { state: 'communication', ...message }, []);
    const title = `${runbook.incident} on ${environment.environment}: ${runbook.title}`;
    let hasBegun = false;
    const look = async () => {
        const { begin, late } = runbook.communication;
        if (hasBegun && begin !== undefined) {
            await tellCommunication('begin', { severity: 'warning', title, text: fill(begin) });
        }
        for (const [index, { after, who, channel }] of runbook.escalation.entries()) {
            if (since() < after)
                continue;
            const text = `${who}: ${title}. It began ${(0,units/* formatDuration */.a3)(since())} ago, and ${(0,units/* formatDuration */.a3)(runbook.rto)} was promised. The run is ${journal.run}${ports.run.url === null ? '' : `, ${ports.run.url}`}.`;
            const severity = runbook.severity === 'critical' || since() > runbook.rto ? 'critical' : 'warning';
            await tellOnce(levelName(index), { state: 'escalation', severity, title, text }, [channel]);
        }
        if (late !== undefined && since() > runbook.rto) {
            await tellCommunication('late', { severity: 'critical', title: `${title}: late`, text: fill(late) });
        }
    };
    const watch = clock.every(pace, look);
    return {
        begin: async () => {
            hasBegun = true;
            await look();
        },
        end: async () => {
            const escalated = runbook.escalation.filter((_level, index) => journal.told.has(levelName(index)));
            if (escalated.length > 0) {
                const text = `It is over, ${(0,units/* formatDuration */.a3)(since())} after it began. The run is ${journal.run}.`;
                const channels = [...new Set(escalated.map(({ channel }) => channel))];
                const message = { state: 'recovered', severity: 'info', title: `${title}: over`, text };
                await tellOnce('escalation over', message, channels);
            }
            const { end } = runbook.communication;
            if (end !== undefined) {
                await tellCommunication('end', { severity: 'info', title: `${title}: over`, text: fill(end) });
            }
        },
        [Symbol.dispose]: () => watch[Symbol.dispose](),
    };
}
/** As the ledger remembers a level that was told. */
function levelName(index) {
    return `escalation ${index + 1}`;
}
/** @param isCounted the text goes on with the word "minutes" */
function minutesText(minutes, isCounted) {
    if (!isCounted)
        return String(Math.max(1, minutes));
    return minutes < 1 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

// EXTERNAL MODULE: ./lib/operations/runbook/consent.js
var consent = __webpack_require__(55123);
// EXTERNAL MODULE: ./lib/operations/runbook/go-on.js
var go_on = __webpack_require__(3965);
// EXTERNAL MODULE: ./lib/vault/digest.js
var digest = __webpack_require__(73522);
;// CONCATENATED MODULE: ./lib/operations/runbook/one-failover.js
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




/** So long ago another run may have promoted a replica for this to be the same trouble. */
const reach = 86_400_000;
/**
 * Does a failover while no other run is at one, and after none that has promoted another replica: two runs, each with a
 * replica of its own, would make two primaries, and neither would see the other's.
 * @param isVouched a person has made sure of it
 * @param warn is told what could not be made sure of
 * @throws Failure `refused` with the run that was there before
 */
async function oneFailover(environment, step, { journal, isVouched, warn }, ports, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const _lease = __addDisposableResource(env_1, await (0,hold/* hold */._)(environment.environment, 'failover', 'fail over', ports, warn), true);
        if (!isVouched)
            await refuseSecond(environment, step, journal, ports, warn);
        return await work();
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
/** Tells one replica from another without saying where it is. */
function markOfReplica({ replica }) {
    return (0,digest/* digestOf */.ol)(Buffer.from(replica.text)).sha256.slice(0, 16);
}
async function refuseSecond(environment, step, journal, ports, warn) {
    const since = Math.min(journal.beganAt, ports.clock.now() - reach);
    const runs = await (0,runbook_journal/* readJournals */.rZ)(environment, since, ports).catch((error) => {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug')
            throw error;
        warn(`whether another run has promoted a replica could not be read: ${failure.message}`);
        return new Map();
    });
    const own = markOfReplica(step);
    for (const { run, steps } of runs.values()) {
        if (run === journal.run)
            continue;
        for (const { promoted, state, at } of steps.values()) {
            if (promoted === null || promoted === own || at < since)
                continue;
            const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
            throw new domain_failure/* Failure */.HR('refused', `nothing is promoted: the run ${run} ${state === 'done' ? 'has' : 'may have'} promoted another replica, at ${when} UTC`, {
                hint: 'Look which server takes writes now. If that one is gone too, and cannot come back, answer go for this step.',
            });
        }
    }
}

// EXTERNAL MODULE: ./lib/operations/runbook/open-journal.js
var open_journal = __webpack_require__(53007);
// EXTERNAL MODULE: ./lib/operations/runbook/said.js
var runbook_said = __webpack_require__(23584);
// EXTERNAL MODULE: ./lib/operations/runbook/steps.js
var steps = __webpack_require__(6658);
;// CONCATENATED MODULE: ./lib/operations/runbook/run.js
var run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Carries a runbook out, step by step, each recorded in the ledger as soon as it is done: whatever ends this process, the
 * same run goes on where it stood. It ends by itself when a person has to act where none sits. The clock is the incident's:
 * it runs while a person is waited for, and those named under `escalation` are told by it.
 */
async function runRunbook(environment, runbook, input, given) {
    const run = new run_report/* RunReport */.e('runbook', environment.environment, given);
    run.about = runbook.incident;
    const result = { run: input.run ?? '', state: 'failed', waitingFor: null };
    let goOn = null;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            (0,runbook_said/* checkSaid */.Mm)(runbook, input, given.checkVerb);
            const ports = (0,open_journal.signedPorts)(environment, runbook, given);
            if (input.run === null)
                (0,consent/* checkConsent */.Vn)(environment, runbook, input, new Map(), ports);
            const journal = await (0,open_journal.openJournal)(environment, runbook, input, ports, run.next);
            if (input.run !== null)
                (0,consent/* checkConsent */.Vn)(environment, runbook, input, journal.steps, ports);
            result.run = journal.run;
            const missing = (0,runbook_journal/* whatIsMissing */.Bu)(journal);
            if (missing !== null) {
                run.notice('warning', `how far the run has come is not known for sure, because ${missing}: where nothing says that a step was done, and twice is not as once, a person is asked first`);
            }
            goOn = () => (0,go_on.commandToGoOn)(environment, runbook, journal, input);
            const _lease = run_addDisposableResource(env_1, await (0,hold/* hold */._)(environment.environment, `runbook-${journal.run.toLowerCase()}`, `run ${runbook.incident}`, ports, (text) => run.notice('warning', text))
            // Not before: that a run was refused because another is at work is no trouble of the incident.
            , true);
            // Not before: that a run was refused because another is at work is no trouble of the incident.
            run.incident = { id: runbook.incident, beganAt: journal.beganAt, isOver: false };
            const herald = run_addDisposableResource(env_1, openHerald(environment, runbook, journal, ports), false);
            await herald.begin();
            const walk = new Walk(environment, runbook, input, journal, herald, ports, run);
            const ended = await walk.all();
            await recordStop(environment, journal, ended, ports);
            result.state = ended.state;
            result.waitingFor = ended.waitingFor;
            return { ...result, report: ended.report };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = run_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        return { ...result, report: run.fail(goOn === null ? error : withCommand(error, goOn)) };
    }
}
/** Whoever stopped a run goes on with it: to begin another would be refused as long as it is open. */
function withCommand(error, goOn) {
    const failure = (0,domain_failure/* asFailure */.h_)(error);
    if (failure.kind !== 'cancelled')
        return error;
    const { message, subjects } = failure;
    return new domain_failure/* Failure */.HR('cancelled', message, {
        hint: `To go on from there: ${goOn()}`,
        subjects,
        cause: failure,
    });
}
/** So that the next run knows of which trouble people were told. That a person is waited for is none. */
async function recordStop(environment, journal, { report, state }, ports) {
    if (state === 'done' || !(0,news/* isNews */.Ms)(report))
        return;
    await (0,runbook_journal/* writeEntry */.cD)(environment, journal, { entry: 'stopped' }, ports, (0,record/* outcomeOf */.s)(report));
}
class Walk {
    environment;
    runbook;
    input;
    journal;
    herald;
    ports;
    run;
    isLess = false;
    constructor(environment, runbook, input, journal, herald, ports, run) {
        this.environment = environment;
        this.runbook = runbook;
        this.input = input;
        this.journal = journal;
        this.herald = herald;
        this.ports = ports;
        this.run = run;
    }
    async all() {
        const { steps, verification } = this.runbook;
        let goal = 0;
        for (const [index, step] of steps.entries()) {
            if (goal === steps.length)
                break;
            if (goal > index) {
                this.check(step, 'skipped', `not on the way that was taken`, 0);
                continue;
            }
            const ended = await this.one(step);
            if ('report' in ended)
                return ended;
            goal = (0,way/* following */.C)(steps, index, ended.answer);
        }
        const before = this.passed();
        for (const step of verification) {
            const ended = await this.one(step);
            if ('report' in ended)
                return ended;
        }
        if (this.passed() === before)
            return this.unverified();
        this.judgeTime(true);
        const missed = this.run.objectives.some(({ met }) => met === false);
        const verdict = this.isLess || missed ? 'degraded' : 'passed';
        const { incident, beganAt } = this.journal;
        this.run.incident = { id: incident, beganAt, isOver: true };
        const report = this.run.finish(verdict, null);
        await (0,runbook_journal/* writeEntry */.cD)(this.environment, this.journal, { entry: 'ended' }, this.ports, (0,record/* outcomeOf */.s)(report));
        await this.herald.end();
        return { report, state: 'done', waitingFor: null };
    }
    passed() {
        return this.run.checks.filter(({ status }) => status === 'passed').length;
    }
    /** Nothing is called good that nobody looked at. */
    unverified() {
        this.judgeTime(false);
        const failure = new domain_failure/* Failure */.HR('objective', 'no step of the verification was done: nothing says that it is over', {
            hint: `Go on without leaving out the verification: ${this.command()}`,
        });
        return { report: this.run.finish('failed', failure), state: 'failed', waitingFor: null };
    }
    async one(step) {
        const before = this.journal.steps.get(step.id);
        if (before?.state === 'done' || before?.state === 'skipped') {
            const when = new Date(before.at).toISOString().slice(11, 16);
            const how = before.vouched ? 'degraded' : before.state === 'done' ? 'passed' : 'skipped';
            const who = before.by ?? 'an earlier run';
            this.check(step, how, `${before.vouched ? 'said to be done' : before.state} at ${when} UTC by ${who}`, 0);
            if (how !== 'passed')
                this.isLess = true;
            return { answer: before.answer };
        }
        if (this.input.skip.has(step.id)) {
            await this.write(step, 'skipped', null, 0);
            this.check(step, 'skipped', 'left out, as a person asked', 0);
            this.isLess = true;
            return { answer: null };
        }
        const said = {
            done: this.input.done.has(step.id),
            answer: this.input.answers.get(step.id) ?? null,
            given: (0,runbook_said/* givenFor */.Z_)(step, this.input.given),
        };
        if (said.done && step.type !== 'manual') {
            await this.write(step, 'done', said.answer, 0, { vouched: true });
            this.check(step, 'degraded', 'a person says that it is done; Lifeboat did not look', 0);
            this.isLess = true;
            return { answer: said.answer };
        }
        if (before?.state === 'failed' && (0,runbook_said/* isPassedOver */.VZ)(step) && said.answer !== 'again') {
            this.check(step, 'degraded', 'it failed before, and the run went on, as the runbook says', 0);
            this.isLess = true;
            return { answer: null };
        }
        const missing = before?.state === 'begun' ? null : (0,runbook_journal/* whatIsMissing */.Bu)(this.journal);
        if (!(0,runbook_said/* isDoneOnce */.e2)(step, missing === null ? before?.state : 'begun'))
            return this.perform(step, said);
        if (said.answer === 'again') {
            if (missing !== null)
                await (0,runbook_journal/* settle */.G9)(this.environment, this.journal, this.ports);
            return this.perform(step, said);
        }
        const what = missing === null
            ? 'was begun before, and may have been done, wholly or in part. Look before it is done again'
            : `may have been done before, wholly or in part, because ${missing}. Look how far the run came before it is done: those after it then count as not begun`;
        return this.wait(step, `"${step.title}" ${what}: a restore that exchanges would set aside what was written since.`, (0,steps.waysRoundAgain)(step));
    }
    async perform(step, said) {
        const { clock, signal } = this.ports;
        const started = clock.ticks();
        const took = () => Math.round(clock.ticks() - started);
        // Not before what it asks for is known: a step that only asked was not begun.
        const begin = () => this.write(step, 'begun', null, 0);
        const work = () => (0,steps.doStep)(step, said, { ...this.ports, begin });
        const alone = {
            journal: this.journal,
            isVouched: said.answer === 'go',
            warn: (text) => this.run.notice('warning', text),
        };
        try {
            const outcome = await this.run.phase(step.id, () => step.type === 'failover' ? oneFailover(this.environment, step, alone, this.ports, work) : work(), (done) => done.state === 'done' ? { detail: done.detail } : { status: 'manual', detail: done.question });
            if (outcome.state === 'waiting')
                return this.wait(step, outcome.question, outcome.ways);
            await this.write(step, 'done', outcome.answer, took());
            this.check(step, 'passed', outcome.detail, took());
            return { answer: outcome.answer };
        }
        catch (error) {
            signal.throwIfAborted();
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind === 'bug')
                (0,run_report/* tellBug */.s)(failure, this.ports.log);
            // What was ended from outside stays begun, as when the run is killed; what is passed over is not done again anyway.
            const state = error instanceof steps.Interrupted && !(0,runbook_said/* isPassedOver */.VZ)(step) ? 'begun' : 'failed';
            await this.write(step, state, null, took(), { isUntouched: untouched.has(failure.kind) });
            this.run.check({
                rung: 'runbook',
                name: `${step.id}: ${step.title}`,
                status: 'failed',
                detail: failure.message,
                subjects: failure.subjects,
                failure: failure.kind,
                duration: took(),
                ...(failure.hint === undefined ? {} : { hint: failure.hint }),
            });
            if (step.onFailure === 'go-on') {
                this.isLess = true;
                return { answer: null };
            }
            return this.stop(step, failure, state);
        }
    }
    stop(step, failure, state) {
        this.judgeTime(false);
        const [isDone, again] = (0,steps.waysRoundAgain)(step);
        const isLooked = (0,runbook_said/* isDoneOnce */.e2)(step, state);
        const mended = isLooked
            ? 'Look how far it came. When the cause is mended, to do it again'
            : 'When the cause is mended, go on from this step';
        this.goOn([
            { when: mended, says: isLooked ? again.says : {} },
            { when: 'If a person has done it', says: isDone.says },
        ]);
        const stopped = new domain_failure/* Failure */.HR(failure.kind, `${step.id}: ${failure.message}`, {
            ...(failure.hint === undefined ? {} : { hint: failure.hint }),
            subjects: failure.subjects,
            cause: failure,
        });
        return { report: this.run.finish('failed', stopped), state: 'failed', waitingFor: null };
    }
    wait(step, question, ways) {
        this.check(step, 'skipped', 'waits for a person', 0);
        this.judgeTime(false);
        this.run.waitsFor = `${step.id}: ${step.title}`;
        this.run.next.push(question);
        this.goOn(ways);
        return { report: this.run.finish('degraded', null), state: 'waiting', waitingFor: step.id };
    }
    /** Says how: one command per way, each of which works as it stands. */
    goOn(ways) {
        if (!this.journal.isRecorded) {
            this.run.notice('warning', 'no store took a line of this run: it cannot be gone on with under its id. The command that is named begins a new one, and says what is done already');
        }
        for (const { when, says } of ways)
            this.run.next.push(`${when}: ${this.command(says)}`);
    }
    command(says = {}) {
        return (0,go_on.commandToGoOn)(this.environment, this.runbook, this.journal, this.input, says);
    }
    /** The clock of the incident. As long as it is not over, only that it took too long can be said. */
    judgeTime(isOver) {
        const measured = Math.max(0, this.ports.clock.now() - this.journal.beganAt);
        const judged = (0,objectives/* judgeObjective */.t)('RTO', this.runbook.rto, measured, isOver
            ? 'this run, from the beginning of the incident to the end of the verification'
            : 'this run so far');
        this.run.objectives.push(isOver || judged.met === false ? judged : { ...judged, met: null });
        this.run.fact('run', this.journal.run);
        this.run.fact('since the beginning', (0,units/* formatDuration */.a3)(measured), measured, 'milliseconds');
    }
    check(step, status, detail, duration) {
        this.run.check({
            rung: 'runbook',
            name: `${step.id}: ${step.title}`,
            status,
            detail,
            subjects: [],
            failure: null,
            duration,
        });
    }
    async write(step, state, answer, took, { vouched = false, isUntouched = false } = {}) {
        const { journal, ports } = this;
        // What was begun may have been done, whatever became of it then.
        const promoted = step.type === 'failover' && state !== 'skipped' && !isUntouched ? markOfReplica(step) : null;
        const at = ports.clock.now();
        journal.steps.set(step.id, { state, answer, by: ports.run.actor, at, vouched, promoted });
        const isWritten = await (0,runbook_journal/* writeEntry */.cD)(this.environment, journal, {
            entry: 'step',
            step: step.id,
            state,
            answer,
            took,
            ...(vouched ? { vouched } : {}),
            ...(promoted === null ? {} : { promoted }),
        }, ports);
        if (isWritten)
            journal.unrecorded.delete(step.id);
        else
            journal.unrecorded.add(step.id);
    }
}
/** Kinds of failures of a failover that come before anything is promoted. */
const untouched = new Set(['refused', 'config']);


/***/ }),

/***/ 23584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ checkSaid),
/* harmony export */   VZ: () => (/* binding */ isPassedOver),
/* harmony export */   Z_: () => (/* binding */ givenFor),
/* harmony export */   e2: () => (/* binding */ isDoneOnce),
/* harmony export */   gZ: () => (/* binding */ putsOnOtherData)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** @throws Failure `config` when something is said of a step that there is not, or that it does not take */
function checkSaid({ steps, verification, incident }, { answers, done, skip, given }, checkVerb) {
    const all = [...steps, ...verification];
    const known = all.map(({ id }) => id);
    const unknown = [...answers.keys(), ...done, ...skip].filter((id) => !known.includes(id));
    const problems = unknown.length === 0 ? [] : [`${incident} has no step ${unknown.join(', ')}; it has ${known.join(', ')}`];
    for (const [key, value] of given) {
        const [id = '', name = ''] = key.split('.', 2);
        const step = all.find((one) => one.id === id);
        if (step?.type !== 'operation' || !step.ask.has(name)) {
            problems.push(`${incident} has no step that asks for ${key}`);
            continue;
        }
        const problem = checkVerb(step.verb, new Map([[name, value]])).get(name);
        if (problem !== undefined)
            problems.push(`${key} is not accepted; ${problem}`);
    }
    for (const step of all) {
        const answer = answers.get(step.id);
        const accepted = acceptedAnswers(step);
        if (answer === undefined || accepted.includes(answer))
            continue;
        problems.push(accepted.length === 0
            ? `${step.id} asks nothing; say under done that it is done`
            : `${answer} is no answer to ${step.id}; accepted: ${accepted.join(', ')}`);
    }
    if (problems.length > 0)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', problems.join('; '));
}
function givenFor(step, given) {
    const start = `${step.id}.`;
    return new Map([...given].flatMap(([key, value]) => (key.startsWith(start) ? [[key.slice(start.length), value]] : [])));
}
function acceptedAnswers(step) {
    if (step.type === 'decision')
        return [...step.answers.keys()];
    if (step.type === 'failover')
        return ['go'];
    return step.type === 'command' || step.type === 'operation' ? ['again'] : [];
}
/** Whether a person must look before it is done again: it was begun, or failed midway, and twice is not as once. */
function isDoneOnce(step, before) {
    if (step.type === 'command')
        return step.again === 'ask' && before === 'begun';
    return step.type === 'operation' && changesService(step) && (before === 'begun' || before === 'failed');
}
/** Whether a failure of it is settled: a run that is gone on with does not halt again what has come up since. */
function isPassedOver(step) {
    if (step.onFailure !== 'go-on')
        return false;
    return step.type === 'command' ? step.again === 'ask' : isDoneOnce(step, 'failed');
}
/** A restore that exchanges, or leads the application elsewhere, and a deployment. */
function changesService({ verb, with: inputs }) {
    return verb === 'deploy' || (verb === 'restore' && putsOnOtherData(inputs));
}
function putsOnOtherData(inputs) {
    return (inputs.get('mode') ?? 'side-by-side') !== 'side-by-side' || inputs.get('reroute') === 'true';
}


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Interrupted: () => (/* binding */ Interrupted),
/* harmony export */   describeStep: () => (/* binding */ describeStep),
/* harmony export */   doStep: () => (/* binding */ doStep),
/* harmony export */   waysRoundAgain: () => (/* binding */ waysRoundAgain)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _vault_shell_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68764);



/** A program was ended from outside, by its time or by a signal: nobody knows how far it came. */
class Interrupted extends _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR {
    constructor({ kind, message, hint, subjects }, cause) {
        super(kind, message, { subjects, cause, ...(hint === undefined ? {} : { hint }) });
    }
}
/** Out of a step that was begun before, or has failed. */
function waysRoundAgain({ id }) {
    return [
        { when: 'If it is done', says: { done: new Set([id]) } },
        { when: 'To do it again', says: { answers: new Map([[id, 'again']]) } },
    ];
}
/** Does one step. @throws Failure of what went wrong */
async function doStep(step, said, ports) {
    const { steps, clock, signal, begin } = ports;
    if (step.type === 'operation')
        return operate(step, said, ports);
    if (step.type === 'decision')
        return decide(step, said, steps);
    if (step.type === 'manual')
        return byHand(step, said, steps);
    if (step.type === 'command') {
        await begin();
        await steps.command(step.title, step.run, step);
        return done(`${step.run[0] ?? ''} ended well`);
    }
    if (step.type === 'http') {
        const probe = steps.probe(step);
        const { attempts } = await probe.wait(clock, signal);
        return done(`${probe.what} answered ${attempts === 1 ? 'at once' : `at attempt ${attempts}`}`);
    }
    if (step.type === 'wait') {
        await clock.sleep(step.for, signal);
        return done(`waited ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(step.for)}`);
    }
    return takeOver(step, said, steps, signal);
}
async function operate(step, said, { steps, begin, checkVerb }) {
    const given = new Map(said.given);
    for (const [input, question] of step.ask) {
        if (given.has(input))
            continue;
        const answer = (await steps.ask(question, null)) ?? '';
        const problem = answer === '' ? undefined : checkVerb(step.verb, new Map([[input, answer]])).get(input);
        if (answer === '' || problem !== undefined) {
            const known = [...given, [input, '…']];
            const says = { given: new Map(known.map(([name, value]) => [`${step.id}.${name}`, value])) };
            const again = problem === undefined ? question : `${question} (What was typed is not accepted; ${problem})`;
            return { state: 'waiting', question: again, ways: [{ when: 'Then go on', says }] };
        }
        given.set(input, answer);
    }
    await begin();
    const report = await steps.operate(step, given);
    if (report === null)
        return done(`${step.verb} answered`);
    const { verdict, failure } = report;
    if (verdict !== 'failed')
        return done(`${step.verb}: ${verdict}${whatCameBack(report)}`);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(failure?.kind ?? 'objective', `${step.verb} failed${failure === null ? '' : `: ${failure.message}`}${whatCameBack(report)}`, {
        ...(failure === null || failure.hint === null ? {} : { hint: failure.hint }),
        subjects: failure?.subjects ?? [],
    });
}
/** What a restore has put where, and what was lost by it: whoever reads the step must know. */
function whatCameBack({ restored, backupId }) {
    if (restored === undefined || restored.places.length === 0)
        return '';
    const kept = restored.places.flatMap(({ keptAs }) => (keptAs === null ? [] : [keptAs]));
    const loss = restored.dataLoss === null
        ? ''
        : `; what was written in the last ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(restored.dataLoss)} is not in it`;
    const exchanged = kept.length === 0
        ? ''
        : `; it stands in the place of what was in use, which is kept as ${kept.join(', ')}`;
    return `; backup ${backupId ?? ''} came back in ${restored.places.map(({ database }) => database).join(', ')}${exchanged}${loss}`;
}
async function takeOver(step, said, steps, signal) {
    const { fence } = step;
    const { detail } = await steps.failOver(step, {
        fence: fence === undefined ? null : () => steps.command('fencing the primary', fence, step),
        vouched: said.answer === 'go',
    }, signal);
    return done(detail);
}
async function decide(step, said, steps) {
    const answers = [...step.answers.keys()];
    const answer = said.answer ?? (await steps.ask(step.question, answers));
    if (answer === null) {
        return {
            state: 'waiting',
            question: `${step.question} (${answers.join(', ')})`,
            ways: answers.map((one) => ({
                when: `If the answer is ${one}, go on`,
                says: { answers: new Map([[step.id, one]]) },
            })),
        };
    }
    if (!step.answers.has(answer)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${step.id}: ${answer} is no answer to it; accepted: ${answers.join(', ')}`);
    }
    return { ...done(`the answer was ${answer}`), answer };
}
async function byHand(step, said, steps) {
    const isDone = said.done || (await steps.ask(`${step.do}\nIs it done?`, ['done'])) === 'done';
    if (isDone)
        return done('a person says that it is done');
    const says = { done: new Set([step.id]) };
    return { state: 'waiting', question: step.do, ways: [{ when: 'Then go on', says }] };
}
function done(detail) {
    return { state: 'done', detail, answer: null };
}
/** What a step would do, in a line. No secrets: variables stay names. */
function describeStep(step, given = new Map()) {
    if (step.type === 'operation') {
        const inputs = [...step.with].map(([name, value]) => value === 'true' ? ` --${name}` : ` --${name} ${(0,_vault_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shellArgument */ .mN)(value)}`);
        const asked = [...step.ask.keys()].map((name) => {
            const value = given.get(name);
            // Conditions on rows hold what is in them.
            return ` --${name} ${value === undefined || name === 'rows' ? '…' : (0,_vault_shell_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shellArgument */ .mN)(value)}`;
        });
        return `lifeboat ${step.verb}${inputs.join('')}${asked.join('')}`;
    }
    if (step.type === 'command')
        return `run ${step.run.join(' ')}`;
    if (step.type === 'http') {
        const often = step.attempts === 1 ? '' : `, up to ${step.attempts} times`;
        return `ask ${step.url.text} for status ${step.status}${often}`;
    }
    if (step.type === 'wait')
        return `wait ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(step.for)}`;
    if (step.type === 'decision') {
        const ways = [...step.answers].map(([answer, goal]) => `${answer} → ${goal}`);
        return `ask: ${step.question} (${ways.join(', ')})`;
    }
    if (step.type === 'manual')
        return `ask a person to do it: ${step.do}`;
    const first = step.fence === undefined
        ? 'once a person has made sure that the primary is gone'
        : `fence the primary by ${step.fence.join(' ')}`;
    return `${first}, promote ${step.replica.text}`;
}


/***/ }),

/***/ 79416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ listEvents),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93991);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92880);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14375);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52782);









/** Looks at the whole ledger, or what is newer. @throws Failure when no store could be asked */
async function listEvents(stores, environment, { log, signal }, since) {
    const after = since === undefined ? '' : `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment)}${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(since)}`;
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment), signal, after === '' ? {} : { after })) {
                if (key <= after)
                    continue;
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLedgerKey */ .Wg)(environment, key);
                if (id !== null)
                    holders.set(id, [...(holders.get(id) ?? []), store]);
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    return { holders: new Map([...holders].sort(([a], [b]) => (a < b ? -1 : 1))), unreachable };
}
/**
 * One store's copy of an event. Null when it is not there. @throws Failure `integrity` when it is no event, or not the one
 * of its key
 * @param keysFor the public keys that may have signed an event of a type; null when none is known
 */
async function readEvent(store, environment, id, signal, keysFor) {
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerKey */ .lj)(environment, id);
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, key, { signal }, _ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .largestEvent */ .j$);
    if (bytes === null)
        return null;
    const event = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerEvent */ .fK)(bytes.toString());
    if (event.id !== id || event.environment !== environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the event at the place of ${id} is another`);
    }
    const keys = keysFor(event.type);
    const trust = keys === null ? null : await untrusted(store, key, bytes, keys, (0,_ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .eventComment */ .gd)(environment, id), signal);
    return { event, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes).sha256, trust };
}
async function untrusted(store, key, bytes, keys, comment, signal) {
    const signature = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureKey */ .cx)(key), { signal }, 65_536);
    if (signature === null)
        return 'it is not signed';
    let why = 'its signature does not hold';
    for (const publicKey of keys) {
        try {
            (0,_signing_js__WEBPACK_IMPORTED_MODULE_7__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
            return null;
        }
        catch (error) {
            why = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal).message;
        }
    }
    return why;
}


/***/ }),

/***/ 91076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ searchLedger)
/* harmony export */ });
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43195);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _ledger_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79416);



/** Read side by side, so that a bucket's latency is hidden. */
const atOnce = 16;
/** A month of a backup every 15 minutes, with room. */
const mostRead = 6_000;
/**
 * Goes through the ledger from its newest event back, with those alone whose signature holds, until `look` has seen
 * enough. A copy that was tampered with in one store does not count where another store has it genuine.
 * @param keysFor the public keys that may have signed an event of a type; null when none is known, and it is taken as it is
 * @param look returns true when it needs no older event
 * @param context.anchors ids of events that proofs say were there
 * @throws Failure when no store could be asked
 */
async function searchLedger(stores, environment, keysFor, look, { anchors = [], ...context }) {
    const { holders, unreachable } = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .listEvents */ .I)(stores, environment, context);
    const ids = [...holders.keys()].reverse();
    const doubtful = [];
    const named = new Set(anchors);
    let read = 0;
    let isEnough = false;
    for (let start = 0; start < Math.min(ids.length, mostRead) && !isEnough; start += atOnce) {
        const some = ids.slice(start, start + atOnce);
        const events = new Map();
        await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)(some, atOnce, async (id) => {
            const event = await genuine(holders.get(id) ?? [], environment, id, keysFor, context);
            if (event !== null)
                events.set(id, event);
        });
        for (const id of some) {
            read += 1;
            const event = events.get(id);
            if (event === undefined) {
                doubtful.push(id);
                continue;
            }
            for (const head of event.previous)
                named.add(head.id);
            if (look(event)) {
                isEnough = true;
                break;
            }
        }
    }
    return {
        doubtful,
        // Ids begin with their time. What is older than the last one says nothing that was asked for.
        gone: [...named].filter((id) => !holders.has(id) && (!isEnough || id >= (ids[read - 1] ?? ''))).sort(),
        unreachable: [...unreachable.keys()],
        read,
        isWhole: read === ids.length,
    };
}
/** The event as the first store has it that holds a genuine copy. */
async function genuine(holders, environment, id, keysFor, { signal }) {
    for (const store of holders) {
        try {
            const read = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(store, environment, id, signal, keysFor);
            if (read !== null && read.trust === null)
                return read.event;
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
            if (failure.kind === 'bug')
                throw failure;
        }
    }
    return null;
}


/***/ }),

/***/ 68764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ databaseArgument),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   mN: () => (/* binding */ shellArgument)
/* harmony export */ });
/**
 * One argument for bash, whatever the text. Text with control characters takes bash's own form, so that it stays on
 * its line and cannot end the code block of a Markdown page that shows it.
 */
function shellArgument(text) {
    if (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text))
        return text;
    if (!/\p{Cc}/u.test(text))
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const escaped = text
        .replaceAll('\\', '\\\\')
        .replaceAll("'", "\\'")
        .replaceAll(/\p{Cc}/gu, (character) => `\\x${Buffer.from(character)
        .toString('hex')
        .replaceAll(/(..)(?=.)/g, '$1\\x')}`);
    return `$'${escaped}'`;
}
/** A database as libpq's programs take it after -d: a bare name with `=` or `://` in it would be read as something else. */
function databaseArgument(name) {
    if (/^[A-Za-z0-9_]+$/.test(name))
        return name;
    const value = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    return shellArgument(`dbname='${value}'`);
}
/** A code block that nothing in its text can end. */
function codeBlock(language, lines) {
    const text = lines.join('\n');
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence];
}


/***/ })

};
