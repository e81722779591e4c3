export const id = 5055;
export const ids = [5055];
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

/***/ 40811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hold)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_leases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86333);


/**
 * Keeps a second run of one kind away, for work of the worst hour: a store that takes no lease must not stop it, only a
 * lease that another holds does.
 * @param why as it follows the word "to": `restore (swap)`
 * @param warn is told when no store took it, so that a person looks after it
 * @throws Failure `refused` when another run is at it
 */
async function hold(environment, name, why, ports, warn) {
    try {
        return await (0,_vault_leases_js__WEBPACK_IMPORTED_MODULE_1__/* .takeLease */ ._)(ports.stores, environment, { exclusive: name, why }, ports);
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        warn(`no store took the lease that keeps a second run away: ${failure.message}; make sure that nobody else is at it`);
        return { demand: async () => undefined, [Symbol.asyncDispose]: async () => undefined };
    }
}


/***/ }),

/***/ 51012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readEventsSince),
/* harmony export */   g: () => (/* binding */ eventTime)
/* harmony export */ });
/* harmony import */ var _vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91076);
/* harmony import */ var _trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1886);


/**
 * The events of these types since then, oldest first. What was not signed by a role that may write it does not count, where
 * keys are known; neither does what no store has whole. Both are said in the log.
 * @throws Failure when no store could be listed
 */
async function readEventsSince(environment, since, types, { stores, log, signal }) {
    const wanted = types;
    const found = [];
    const { doubtful } = await (0,_vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__/* .searchLedger */ .a)(stores, environment.environment, (type) => (0,_trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .trustedKeys */ .Q)(environment, type), (event) => {
        if (eventTime(event.id) < since)
            return true;
        if (wanted.includes(event.type))
            found.push(event);
        return false;
    }, { log, signal });
    for (const id of doubtful) {
        log.warning(`event ${id} of the ledger does not count: no store has a copy that can be believed`);
    }
    // Ids tell only the second; what the chain says comes next.
    return found.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.depth - other.depth);
}
/** The time in an event's id, `20261121T101500Z-…`; NaN when there is none. */
function eventTime(id) {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}


/***/ }),

/***/ 53529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ outcomeOf),
/* harmony export */   y: () => (/* binding */ recordEvent)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26981);
/* harmony import */ var _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14375);



/**
 * Adds an event to the environment's ledger, in all stores, signed with the run's key. What goes wrong is said in the log,
 * and changes nothing about the run that it tells of.
 * @returns the event's id; null when no store took it
 */
async function recordEvent(ports, environment, { type, outcome, backupId, details = {} }) {
    const { log, signal } = ports;
    // Whoever stopped the run has left it a few seconds, which belong to the clean-up.
    if (signal.aborted)
        return null;
    const isSigned = Object.values(environment.signing).some((key) => key !== undefined);
    // An unsigned event among signed ones could be anybody's: it would be a finding for ever.
    if (isSigned && ports.keys.signing === null) {
        log.warning('this run does not stand in the ledger: events are signed, and it was given no signing key');
        return null;
    }
    try {
        const written = await (0,_vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .writeEvent */ .as)(environment.environment, { type, outcome, backupId, details }, { ...ports, signingKey: ports.keys.signing });
        for (const [store, failure] of written.failures) {
            log.warning(`store ${store} did not take the event of the ledger: ${failure.message}`);
        }
        if (written.stores.length === 0)
            return null;
        log.debug(`event ${written.event.id} of the ledger, in ${written.stores.join(', ')}`);
        return written.event.id;
    }
    catch (error) {
        log.warning(`this run does not stand in the ledger: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
        return null;
    }
}
/** How a run ended, as an event says it. */
function outcomeOf(report) {
    const trouble = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .LH)(report);
    const { verdict, failure } = report;
    return { verdict, failure: failure?.kind ?? null, ...(trouble === null ? {} : { trouble }) };
}


/***/ }),

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ trustedKeys)
/* harmony export */ });
/** Whose signature an event of each kind may bear. */
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
};
const anyRole = ['backup', 'verify', 'retention', 'restore', 'deploy'];
/**
 * The public keys that may have signed an event of this type; null when none of them is configured, so that nothing can be
 * held to it. Types of a later version may be signed by any role.
 */
function trustedKeys(environment, type) {
    const roles = Object.hasOwn(rolesOf, type) ? rolesOf[type] : anyRole;
    const keys = roles.flatMap((role) => environment.signing[role] ?? []);
    return keys.length === 0 ? null : keys;
}


/***/ }),

/***/ 85055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRunbook: () => (/* binding */ runRunbook)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/objectives.js
var objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/operations/leases/hold.js
var hold = __webpack_require__(40811);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/ledger/read-events.js
var read_events = __webpack_require__(51012);
;// CONCATENATED MODULE: ./lib/operations/runbook/journal.js



/** Writes one line. A ledger that takes none must not stop a recovery: the log then says that it cannot be resumed. */
async function writeEntry(environment, { run, incident, sha256, beganAt }, entry, ports) {
    const failed = entry.state === 'failed';
    const written = await (0,record/* recordEvent */.y)(ports, environment, {
        type: 'runbook',
        outcome: { verdict: failed ? 'failed' : 'passed', failure: failed ? 'objective' : null },
        backupId: null,
        details: {
            run,
            incident,
            sha256,
            beganAt: new Date(beganAt).toISOString(),
            ...Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)),
        },
    });
    if (written === null) {
        ports.log.warning('this line of the run is in no store: should the run be killed now, name what is done already with done');
    }
}
/**
 * Reads what a run has left. Only lines that were signed by a role that may write them count, where keys are known.
 * @throws Failure `missing` when no store knows the run
 */
async function readJournal(environment, run, ports) {
    const runs = await readJournals(environment, runStartedAt(run), ports);
    const journal = runs.get(run);
    if (journal === undefined) {
        throw new domain_failure/* Failure */.HR('missing', `no store knows the run ${run} of a runbook of ${environment.environment}`, {
            hint: 'Look at the report of the run that is to be resumed. To begin anew, give no run; what is done already can be named with done.',
        });
    }
    return journal;
}
/** Every run that left a line since then, by its id. */
async function readJournals(environment, since, ports) {
    const runs = new Map();
    for (const event of await (0,read_events/* readEventsSince */.A)(environment, since - clockSlack, ['runbook'], ports))
        take(event, runs);
    return runs;
}
/** Clocks of two machines may differ by this. */
const clockSlack = 10 * 60_000;
function take({ details, at, actor }, runs) {
    const { run, incident, sha256, beganAt, entry, step, state, answer, told, vouched } = details;
    if (typeof run !== 'string' || typeof incident !== 'string' || typeof sha256 !== 'string')
        return;
    const began = typeof beganAt === 'string' ? Date.parse(beganAt) : NaN;
    if (Number.isNaN(began))
        return;
    const journal = runs.get(run) ?? {
        run,
        incident,
        sha256,
        beganAt: began,
        steps: new Map(),
        told: new Set(),
        ended: false,
    };
    runs.set(run, journal);
    if (entry === 'told' && typeof told === 'string')
        journal.told.add(told);
    if (entry === 'ended')
        journal.ended = true;
    if (entry !== 'step' || typeof step !== 'string' || !isState(state))
        return;
    journal.steps.set(step, {
        state,
        answer: typeof answer === 'string' ? answer : null,
        by: actor,
        at: Date.parse(at),
        vouched: vouched === true,
    });
}
function isState(value) {
    return value === 'begun' || value === 'done' || value === 'skipped' || value === 'failed';
}
/** The time in a run's id. @throws Failure `config` when it is none */
function runStartedAt(run) {
    const time = (0,read_events/* eventTime */.g)(run.replace(/^.*-(?=\d{8}T)/, ''));
    if (Number.isNaN(time)) {
        throw new domain_failure/* Failure */.HR('config', 'run: accepted: the id of a run, such as INC-001-20261121T101500Z-k3f9x');
    }
    return time;
}

;// CONCATENATED MODULE: ./lib/operations/runbook/herald.js



/** How often the clock is looked at for the next level. */
const pace = 5_000;
/**
 * Tells people what they are to know of a run: that it has begun and ended, and, by the incident's clock, who else is to
 * help. What was told once is in the ledger, and is not told again by a run that goes on with it. That nobody could be told
 * is a warning: it holds nothing up.
 */
function openHerald(environment, runbook, journal, ports) {
    const { clock, log } = ports;
    const since = () => Math.max(0, clock.now() - journal.beganAt);
    const fill = (text) => text
        .replaceAll('{environment}', environment.environment)
        .replaceAll('{incident}', `${runbook.incident} ${runbook.title}`)
        .replaceAll('{minutes}', String(Math.round(since() / 60_000)));
    const tellOnce = async (name, message, channels) => {
        if (journal.told.has(name))
            return;
        journal.told.add(name);
        try {
            await ports.tell(message, channels);
            await writeEntry(environment, journal, { entry: 'told', told: name }, ports);
        }
        catch (error) {
            log.warning(`not everyone could be told (${name}): ${(0,domain_failure/* asFailure */.h_)(error).message}`);
        }
    };
    const title = `${runbook.incident} on ${environment.environment}: ${runbook.title}`;
    const look = async () => {
        for (const [index, { after, who, channel }] of runbook.escalation.entries()) {
            if (since() < after)
                continue;
            const text = `${who}: ${title}. It began ${(0,units/* formatDuration */.a3)(since())} ago, and ${(0,units/* formatDuration */.a3)(runbook.rto)} was promised. The run is ${journal.run}${ports.run.url === null ? '' : `, ${ports.run.url}`}.`;
            const severity = runbook.severity === 'critical' || since() > runbook.rto ? 'critical' : 'warning';
            await tellOnce(`escalation ${index + 1}`, { severity, title, text }, [channel]);
        }
        const { late } = runbook.communication;
        if (late !== undefined && since() > runbook.rto) {
            await tellOnce('late', { severity: 'critical', title: `${title}: late`, text: fill(late) }, []);
        }
    };
    const watch = clock.every(pace, look);
    return {
        begin: async () => {
            const { begin } = runbook.communication;
            if (begin !== undefined)
                await tellOnce('begin', { severity: 'warning', title, text: fill(begin) }, []);
            await look();
        },
        end: async () => {
            const { end } = runbook.communication;
            if (end !== undefined) {
                await tellOnce('end', { severity: 'info', title: `${title}: over`, text: fill(end) }, []);
            }
        },
        [Symbol.dispose]: () => watch[Symbol.dispose](),
    };
}

// EXTERNAL MODULE: ./lib/operations/runbook/steps.js
var steps = __webpack_require__(6658);
;// CONCATENATED MODULE: ./lib/operations/runbook/run.js
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
 * Carries a runbook out, step by step, each recorded in the ledger as soon as it is done: whatever ends this process, the
 * same run goes on where it stood. It ends by itself when a person has to act where none sits. The clock is the incident's:
 * it runs while a person is waited for, and those named under `escalation` are told by it.
 */
async function runRunbook(environment, runbook, input, ports) {
    const run = new run_report/* RunReport */.e('runbook', environment.environment, ports);
    run.about = runbook.incident;
    const result = { run: input.run ?? '', state: 'failed', waitingFor: null };
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            checkSaid(runbook, input);
            const journal = await openJournal(environment, runbook, input, ports);
            result.run = journal.run;
            const _lease = __addDisposableResource(env_1, await (0,hold/* hold */._)(environment.environment, `runbook-${journal.run.toLowerCase()}`, `run ${runbook.incident}`, ports, (text) => run.notice('warning', text)), true);
            const herald = __addDisposableResource(env_1, openHerald(environment, runbook, journal, ports), false);
            await herald.begin();
            const walk = new Walk(environment, runbook, input, journal, herald, ports, run);
            const ended = await walk.all();
            result.state = ended.state;
            result.waitingFor = ended.waitingFor;
            return { ...result, report: ended.report };
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
    catch (error) {
        return { ...result, report: run.fail(error) };
    }
}
/** @throws Failure `config` when something is said of a step that there is not */
function checkSaid({ steps, verification, incident }, { answers, done, skip, given }) {
    const all = [...steps, ...verification];
    const known = all.map(({ id }) => id);
    const unknown = [...answers.keys(), ...done, ...skip].filter((id) => !known.includes(id));
    if (unknown.length > 0) {
        throw new domain_failure/* Failure */.HR('config', `${incident} has no step ${unknown.join(', ')}; it has ${known.join(', ')}`);
    }
    for (const key of given.keys()) {
        const [id = '', name = ''] = key.split('.', 2);
        const step = all.find((one) => one.id === id);
        if (step?.type === 'operation' && step.ask.has(name))
            continue;
        throw new domain_failure/* Failure */.HR('config', `${incident} has no step that asks for ${key}`);
    }
    for (const step of all) {
        const answer = answers.get(step.id);
        const accepted = acceptedAnswers(step);
        if (answer === undefined || accepted.includes(answer))
            continue;
        throw new domain_failure/* Failure */.HR('config', accepted.length === 0
            ? `${step.id} asks nothing; say under done that it is done`
            : `${answer} is no answer to ${step.id}; accepted: ${accepted.join(', ')}`);
    }
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
/** A restore that exchanges, or leads the application elsewhere, and a deployment. */
function changesService({ verb, with: inputs }) {
    if (verb === 'deploy')
        return true;
    const mode = inputs.get('mode') ?? 'side-by-side';
    return verb === 'restore' && (mode !== 'side-by-side' || inputs.get('reroute') === 'true');
}
async function openJournal(environment, runbook, input, ports) {
    if (input.run === null) {
        const random = Buffer.from(ports.random.bytes(3)).toString('hex').slice(0, 5);
        const journal = {
            run: `${runbook.incident}-${(0,backup_id/* compactTime */.dh)(ports.clock.now())}-${random}`,
            incident: runbook.incident,
            sha256: runbook.sha256,
            beganAt: input.beganAt ?? ports.clock.now(),
            steps: new Map(),
            told: new Set(),
            ended: false,
        };
        await writeEntry(environment, journal, { entry: 'begun' }, ports);
        return journal;
    }
    const journal = await readJournal(environment, input.run, ports);
    if (journal.incident !== runbook.incident) {
        throw new domain_failure/* Failure */.HR('refused', `the run ${input.run} is one of ${journal.incident}, not of ${runbook.incident}`);
    }
    if (journal.ended) {
        throw new domain_failure/* Failure */.HR('refused', `the run ${input.run} has ended; there is nothing to go on with`);
    }
    if (journal.sha256 !== runbook.sha256) {
        throw new domain_failure/* Failure */.HR('refused', `${runbook.file} is not the text that the run ${input.run} began with`, {
            hint: 'Bring that text back; or begin a new run, and name under done what is done already.',
        });
    }
    return journal;
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
        let goal = null;
        for (const step of steps) {
            if (goal !== null && goal !== step.id) {
                this.check(step, 'skipped', `not on the way that was taken`, 0);
                continue;
            }
            goal = null;
            const ended = await this.one(step);
            if ('report' in ended)
                return ended;
            const next = step.type === 'decision' && ended.answer !== null ? step.answers.get(ended.answer) : 'next';
            if (next === 'end')
                break;
            if (next !== undefined && next !== 'next')
                goal = next;
        }
        const before = this.passed();
        for (const step of verification) {
            const ended = await this.one(step);
            if ('report' in ended)
                return ended;
        }
        if (this.passed() === before)
            return this.unverified();
        await writeEntry(this.environment, this.journal, { entry: 'ended' }, this.ports);
        this.judgeTime(true);
        await this.herald.end();
        const missed = this.run.objectives.some(({ met }) => met === false);
        const verdict = this.isLess || missed ? 'degraded' : 'passed';
        return { report: this.run.finish(verdict, null), state: 'done', waitingFor: null };
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
            given: givenFor(step, this.input.given),
        };
        if (said.done && step.type !== 'manual') {
            await this.write(step, 'done', said.answer, 0, true);
            this.check(step, 'degraded', 'a person says that it is done; Lifeboat did not look', 0);
            this.isLess = true;
            return { answer: said.answer };
        }
        if (isDoneOnce(step, before?.state) && said.answer !== 'again') {
            return this.wait(step, `"${step.title}" was begun before, and may have been done, wholly or in part. Look before it is done again: a restore that exchanges would set aside what was written since.`, `--done ${step.id}, or --answer ${step.id}=again`);
        }
        return this.perform(step, said);
    }
    async perform(step, said) {
        const { clock, signal } = this.ports;
        const started = clock.ticks();
        const took = () => Math.round(clock.ticks() - started);
        if (step.type === 'command' || step.type === 'operation')
            await this.write(step, 'begun', null, 0);
        try {
            const outcome = await this.run.phase(step.id, () => (0,steps/* doStep */._)(step, said, this.ports), (done) => done.state === 'done' ? { detail: done.detail } : { status: 'manual', detail: done.question });
            if (outcome.state === 'waiting')
                return this.wait(step, outcome.question, outcome.how);
            await this.write(step, 'done', outcome.answer, took());
            this.check(step, 'passed', outcome.detail, took());
            return { answer: outcome.answer };
        }
        catch (error) {
            signal.throwIfAborted();
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind === 'bug')
                (0,run_report/* tellBug */.s)(failure, this.ports.log);
            await this.write(step, 'failed', null, took());
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
            return this.stop(step, failure);
        }
    }
    stop(step, failure) {
        this.judgeTime(false);
        this.run.next.push(`When the cause is mended, go on from this step: ${this.command()}. If a person has done it: add --done ${step.id}.`);
        const stopped = new domain_failure/* Failure */.HR(failure.kind, `${step.id}: ${failure.message}`, {
            ...(failure.hint === undefined ? {} : { hint: failure.hint }),
            subjects: failure.subjects,
            cause: failure,
        });
        return { report: this.run.finish('failed', stopped), state: 'failed', waitingFor: null };
    }
    wait(step, question, how) {
        this.check(step, 'skipped', 'waits for a person', 0);
        this.judgeTime(false);
        this.run.waitsFor = `${step.id}: ${step.title}`;
        this.run.next.push(question, `Then go on: ${this.command()} ${how}`);
        return { report: this.run.finish('degraded', null), state: 'waiting', waitingFor: step.id };
    }
    command() {
        const folder = (0,external_node_path_.dirname)(this.runbook.file);
        const elsewhere = folder === 'runbooks' ? '' : ` --folder ${folder}`;
        return `lifeboat runbook run --environment ${this.environment.environment} --incident ${this.runbook.incident}${elsewhere} --run ${this.journal.run}`;
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
    write(step, state, answer, took, vouched = false) {
        return writeEntry(this.environment, this.journal, { entry: 'step', step: step.id, state, answer, took, ...(vouched ? { vouched } : {}) }, this.ports);
    }
}


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ describeStep),
/* harmony export */   _: () => (/* binding */ doStep)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);


/** Does one step. @throws Failure of what went wrong */
async function doStep(step, said, { steps, clock, signal }) {
    if (step.type === 'operation')
        return operate(step, said, steps);
    if (step.type === 'decision')
        return decide(step, said, steps);
    if (step.type === 'manual')
        return byHand(step, said, steps);
    if (step.type === 'command') {
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
async function operate(step, said, steps) {
    const given = new Map(said.given);
    for (const [input, question] of step.ask) {
        if (given.has(input))
            continue;
        const answer = (await steps.ask(question, null)) ?? '';
        if (answer === '') {
            return { state: 'waiting', question, how: `--give ${step.id}.${input}=…` };
        }
        given.set(input, answer);
    }
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
            how: answers.map((one) => `--answer ${step.id}=${one}`).join(', or '),
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
    return { state: 'waiting', question: step.do, how: `--done ${step.id}` };
}
function done(detail) {
    return { state: 'done', detail, answer: null };
}
/** What a step would do, in a line. No secrets: variables stay names. */
function describeStep(step) {
    if (step.type === 'operation') {
        const inputs = [...step.with].map(([name, value]) => value === 'true' ? ` --${name}` : ` --${name} ${value}`);
        const asked = [...step.ask.keys()].map((name) => ` --${name} …`);
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
        return `by hand: ${step.do}`;
    const first = step.fence === undefined
        ? 'once a person has made sure that the primary is gone'
        : `fence the primary by ${step.fence.join(' ')}`;
    return `${first}, promote ${step.replica.text}`;
}


/***/ }),

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Gw: () => (/* binding */ readStoredLease),
/* harmony export */   LV: () => (/* binding */ failureOfStore),
/* harmony export */   X5: () => (/* binding */ expiryText),
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
/* harmony export */   ii: () => (/* binding */ holderText),
/* harmony export */   mh: () => (/* binding */ listLeases),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* unused harmony export leaseSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);







/** What lies at the key of a lease. Times are ISO 8601 UTC. Documented in docs/format.md. */
const iso = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text)));
/** Whoever may write to the store could put a terminal's commands there, or a runner's. */
const line = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500));
const leaseSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['exclusive', 'use']),
    name: line,
    backupId: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Tells this holder's lease from any other at the same key. */
    token: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
    why: line,
    holder: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        actor: line.nullable(),
        runUrl: line.nullable(),
        host: line.nullable(),
    }),
    takenAt: iso,
    expiresAt: iso,
});
/** How far the clocks of two machines may be apart: so much longer is a lease of another's believed. */
const toleratedSkew = 2 * 60_000;
/** What cannot be read may have been written by a newer Lifeboat: it is believed for so long after it was stored. */
const unreadableTerm = 24 * 3_600_000;
/** Objects are small; more is not what we wrote. */
const largestLease = 65_536;
/** Whether whoever holds it may still be at work, as far as another machine can tell. */
function isLive({ expiresAt }, now) {
    return now <= expiresAt + toleratedSkew;
}
/** `by ada, on runner-7, run https://…` */
function holderText(record) {
    if (record === null)
        return 'by somebody whose lease this Lifeboat cannot read';
    const { actor, host, runUrl } = record.holder;
    const parts = [
        `by ${actor ?? 'an unknown actor'}`,
        ...(host === null ? [] : [`on ${host}`]),
        ...(runUrl === null ? [] : [runUrl]),
    ];
    return `${parts.join(', ')}, since ${record.takenAt.slice(0, 19)}Z, to ${record.why}`;
}
/** When it ends, for people. */
function expiryText(expiresAt, now) {
    const at = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    return expiresAt >= now ? `until ${at}` : `expired ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - expiresAt)} ago, at ${at}`;
}
/** The lease at a key; null when there is none. */
async function readLease(store, environment, key, signal) {
    const stored = await store.stat(key, signal);
    return stored === null ? null : readStoredLease(store, environment, stored, signal);
}
/** The lease that a listing found; null when it is gone by now. */
async function readStoredLease(store, environment, { key, modifiedAt }, signal) {
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, key, { signal }, largestLease).catch((error) => {
        const failure = failureOfStore(error, signal);
        if (failure.kind !== 'integrity')
            throw failure;
        return Buffer.alloc(0);
    });
    if (bytes === null)
        return null;
    const { name, backupId } = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, key) ?? { name: key, backupId: null };
    const record = parseLease(bytes.toString());
    return {
        key,
        name,
        backupId,
        store: store.name,
        record,
        expiresAt: record === null ? modifiedAt + unreadableTerm : Date.parse(record.expiresAt),
    };
}
function parseLease(text) {
    try {
        return (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, leaseSchema, 'lease');
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw error;
    }
}
/** Whatever went wrong is a trouble of that store alone, a full disk too. @throws Failure `cancelled` */
function failureOfStore(error, signal) {
    (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(signal);
    return (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
}
/** Every lease of an environment in every store, expired ones too. Never throws for a store: it is named. */
async function listLeases(stores, environment, { log, signal }) {
    const leases = [];
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const stored of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .leasesFolder */ ._5)(environment), signal)) {
                if ((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, stored.key) === null)
                    continue;
                const lease = await readStoredLease(store, environment, stored, signal);
                if (lease !== null)
                    leases.push(lease);
            }
        }
        catch (error) {
            const failure = failureOfStore(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be asked for leases: ${failure.message}`);
        }
    }));
    return { leases, unreachable };
}


/***/ }),

/***/ 86333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ leaseTerm),
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92880);
/* harmony import */ var _lease_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50701);




/** How long a lease holds without being renewed, and how often it is. */
const leaseTerm = 10 * 60_000;
const renewalPace = 3 * 60_000;
/** By then a put that another contender began before ours is visible, on stores that do not enforce conditions. */
const settlingTime = 1_000;
/**
 * Takes a lease in all stores, and renews it until it is disposed.
 * @throws Failure `refused` when another holds an exclusive one, naming who, since when and until when; the failure of the
 *   first store when none could be asked. A use lease that no store takes is granted all the same
 */
async function takeLease(stores, environment, request, context) {
    const isExclusive = 'exclusive' in request;
    if (isExclusive && request.exclusive.startsWith('use-')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'the name of an exclusive lease may not begin with use-');
    }
    const token = hex(context, 16);
    const key = isExclusive
        ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(environment, request.exclusive)
        : (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .useLeaseKey */ .hg)(environment, request.use, hex(context, 8));
    const holding = new Holding(environment, key, request, token, context);
    try {
        await (isExclusive ? holding.takeInEach(stores) : holding.putInAll(stores));
    }
    catch (error) {
        await holding.release();
        throw error;
    }
    holding.renewInBackground();
    return holding;
}
class Holding {
    name;
    failures = new Map();
    granted = new Map();
    environment;
    key;
    request;
    token;
    context;
    takenAt;
    renewal = null;
    renewing = Promise.resolve();
    constructor(environment, key, request, token, context) {
        this.environment = environment;
        this.key = key;
        this.name = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
        this.request = request;
        this.token = token;
        this.context = context;
        this.takenAt = context.clock.now();
    }
    get stores() {
        return [...this.granted.keys()].map((store) => store.name);
    }
    get isUse() {
        return 'use' in this.request;
    }
    /** One store after the other, so that all contenders meet at the same one first. */
    async takeInEach(stores) {
        const { log, clock, signal } = this.context;
        for (const store of stores) {
            try {
                this.grant(store, await this.takeIn(store));
            }
            catch (error) {
                const failure = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                if (!['access', 'unavailable', 'capacity'].includes(failure.kind))
                    throw failure;
                this.failures.set(store.name, failure);
                log.warning(`store ${store.name} did not take the lease ${this.name}: ${failure.message}`);
            }
        }
        const [first] = this.failures.values();
        if (this.granted.size === 0)
            throw first ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to put a lease in');
        await clock.sleep(settlingTime, signal);
        await this.demand();
    }
    /** Side by side: whoever is not protected by one store may be by another. */
    async putInAll(stores) {
        const { signal, log } = this.context;
        await Promise.all(stores.map(async (store) => {
            const expiresAt = this.freshExpiry();
            try {
                await store.put(this.key, this.bytes(expiresAt), { signal });
                this.grant(store, expiresAt);
            }
            catch (error) {
                this.failures.set(store.name, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
                log.debug(`store ${store.name} did not take the lease ${this.name}: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
            }
        }));
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
    }
    /** @returns when it expires there @throws Failure `refused` */
    async takeIn(store) {
        const { signal, clock } = this.context;
        for (let attempt = 1;; attempt += 1) {
            const expiresAt = this.freshExpiry();
            const refusal = await store.put(this.key, this.bytes(expiresAt), { signal }).then(() => null, (error) => {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind !== 'refused')
                    throw failure;
                return failure;
            });
            if (refusal === null)
                return expiresAt;
            const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            if (current?.record?.token === this.token)
                return expiresAt;
            if (current === null) {
                // Given back just now: whoever comes next may have it.
                if (attempt === 3)
                    throw refusal;
                continue;
            }
            if ((0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(current, clock.now()))
                throw held(current, clock.now());
            return this.takeOver(store, current);
        }
    }
    /** Of all who see the same expired lease, the one whose claim is new replaces it. */
    async takeOver(store, expired) {
        const { signal, clock } = this.context;
        const about = mark(expired);
        for (let round = 1;; round += 1) {
            const claim = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(this.environment, `${this.name}.claim-${about.slice(0, 32)}-${round}`);
            try {
                await store.put(claim, this.bytes(clock.now()), { signal });
            }
            catch (error) {
                if ((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).kind !== 'refused')
                    throw error;
                const other = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, claim, signal);
                // A claimant that was killed in between must not hold it for ever.
                if (other === null || (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(other, clock.now()) || round === 20)
                    throw held(expired, clock.now());
                continue;
            }
            try {
                return await this.replaceClaimed(store, expired);
            }
            finally {
                await store.remove(claim, signal);
            }
        }
    }
    /** Only after the claim is ours. */
    async replaceClaimed(store, expired) {
        const { signal, clock, log } = this.context;
        const expiresAt = this.freshExpiry();
        const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
        // Another may have claimed it, taken it and removed the claim since we looked.
        if (current !== null && mark(current) !== mark(expired))
            throw held(current, clock.now());
        if (current === null)
            await store.put(this.key, this.bytes(expiresAt), { signal });
        else
            await store.replace(this.key, this.bytes(expiresAt), signal);
        log.warning(`store ${store.name}: took over the lease ${this.name}, which ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(expired.expiresAt, clock.now())}; it was held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(expired.record)}. That run was killed or stood still.`);
        return expiresAt;
    }
    grant(store, expiresAt) {
        this.granted.set(store, { expiresAt, lost: null });
    }
    async demand() {
        const { signal, clock, log } = this.context;
        let confirmed = 0;
        let unanswered = null;
        for (const [store, state] of this.granted) {
            if (state.lost !== null)
                throw state.lost;
            let current;
            try {
                current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            }
            catch (error) {
                unanswered = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                log.warning(`store ${store.name} could not confirm the lease ${this.name}: ${unanswered.message}`);
                continue;
            }
            this.judge(store, current);
            // Nobody takes a use lease over: one of ours that is late holds again once it is renewed.
            if (!this.isUse && clock.now() > state.expiresAt) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the lease ${this.name} was not renewed in time: this machine or store ${store.name} stood still`, { hint: 'Run it again.' });
            }
            confirmed += 1;
        }
        // A use lease never stops what no store could protect; an exclusive one has at least one store.
        if (confirmed === 0 && unanswered !== null && !this.isUse)
            throw unanswered;
    }
    /** @throws Failure `refused` when what lies there is not ours */
    judge(store, current) {
        if (current?.record?.token === this.token)
            return;
        const what = current === null
            ? 'was removed: somebody cleared it by hand, or took it to be of a run that had ended'
            : `is now held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(current.record)}`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${store.name}: the lease ${this.name} is no longer ours; it ${what}`, {
            hint: 'This run stops before it does harm. `lifeboat ledger verify` and the log of the other run say more.',
        });
    }
    renewInBackground() {
        if (this.granted.size === 0)
            return;
        this.renewal = this.context.clock.every(renewalPace, () => {
            this.renewing = this.renew();
            return this.renewing;
        });
    }
    /** Never throws: what is wrong is said, and `demand` finds it. */
    async renew() {
        const { signal, log, clock } = this.context;
        await Promise.all([...this.granted].map(async ([store, state]) => {
            if (state.lost !== null || signal.aborted)
                return;
            // Late: another may be taking it over at this very moment.
            if (!this.isUse && clock.now() > state.expiresAt)
                return;
            try {
                this.judge(store, await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal));
                const expiresAt = this.freshExpiry();
                await store.replace(this.key, this.bytes(expiresAt), signal);
                state.expiresAt = expiresAt;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind === 'refused')
                    state.lost = failure;
                log.warning(`store ${store.name}: the lease ${this.name} was not renewed: ${failure.message}`);
            }
        }));
    }
    /** Gives it back, also when the run is being stopped. What cannot be removed expires. */
    async release() {
        this.renewal?.[Symbol.dispose]();
        this.renewal = null;
        await this.renewing;
        const { clock, log } = this.context;
        // The run's own signal may be aborted already, and giving back is part of the clean-up.
        const signal = AbortSignal.timeout(timeToRelease);
        await Promise.all([...this.granted].map(async ([store, state]) => {
            try {
                if (state.lost !== null || (!this.isUse && clock.now() > state.expiresAt))
                    return;
                const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
                if (current?.record?.token === this.token)
                    await store.remove(this.key, signal);
            }
            catch (error) {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                log.notice(`store ${store.name}: the lease ${this.name} could not be given back, and expires by itself: ${failure.message}`);
            }
        }));
        this.granted.clear();
    }
    async [Symbol.asyncDispose]() {
        await this.release();
    }
    freshExpiry() {
        return this.context.clock.now() + leaseTerm;
    }
    bytes(expiresAt) {
        const { actor, url, host = null } = this.context.run;
        const record = {
            format: 1,
            kind: this.isUse ? 'use' : 'exclusive',
            name: this.name,
            backupId: 'use' in this.request ? this.request.use : null,
            token: this.token,
            why: this.request.why,
            holder: { actor, runUrl: url, host },
            takenAt: new Date(this.takenAt).toISOString(),
            expiresAt: new Date(expiresAt).toISOString(),
        };
        return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    }
}
/** A cancelled job has a few seconds for everything. */
const timeToRelease = 3_000;
function held(lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: lifeboat lease break --environment NAME --name ${lease.name} --reason "…".`,
    });
}
/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }) {
    return record?.token ?? String(expiresAt);
}
function hex({ random }, count) {
    return Buffer.from(random.bytes(count)).toString('hex');
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
        await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .H)(some, atOnce, async (id) => {
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


/***/ })

};
