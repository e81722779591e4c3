export const id = 4757;
export const ids = [4757,6658];
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

/***/ 54757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  simulateRunbook: () => (/* binding */ simulateRunbook)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/objectives.js
var objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/domain/runbook/way.js
var way = __webpack_require__(40352);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/runbook/consent.js
var consent = __webpack_require__(55123);
;// CONCATENATED MODULE: ./lib/operations/runbook/lacks.js
/** What a step names that the environment has not, so that it would fail; for people. */
function lacksOf(step, { sources, stores, target }) {
    if (step.type !== 'operation')
        return [];
    const { verb, with: inputs } = step;
    const named = (input, known) => {
        const name = inputs.get(input);
        if (name === undefined || known.some((one) => one.name === name))
            return [];
        return [`the environment has no ${input} ${name}; it has ${known.map((one) => one.name).join(', ')}`];
    };
    const needsTarget = (verb === 'deploy' && /\bdeploy\b/.test(inputs.get('steps') ?? 'deploy')) || /^env (?!status)/.test(verb);
    return [
        ...named('source', sources),
        ...named('store', stores),
        ...(needsTarget && target === undefined ? [`${verb} needs target in the environment file`] : []),
        ...(inputs.get('reroute') === 'true' && target?.reroute === undefined
            ? ['reroute needs target.reroute in the environment file']
            : []),
    ];
}
/** What may keep a step from doing all that it says; for people. */
function doubtsOf(step, { validation, target }, isSet) {
    const templates = step.type === 'http' ? [step.url] : step.type === 'failover' ? [step.primary, step.replica] : [];
    const unset = templates.flatMap(({ names }) => names.filter((name) => !isSet(name)));
    const asksServices = step.type === 'operation' &&
        step.verb === 'validate' &&
        /service-health/.test(step.with.get('categories') ?? '');
    return [
        ...(unset.length === 0
            ? []
            : [
                `${[...new Set(unset)].join(', ')} ${unset.length === 1 ? 'is' : 'are'} not set here: the run needs what it names`,
            ]),
        ...(asksServices && validation === undefined && target === undefined
            ? ['the environment file has neither validation nor target, so that most of it cannot be asked']
            : []),
    ];
}

// EXTERNAL MODULE: ./lib/operations/runbook/said.js
var said = __webpack_require__(23584);
// EXTERNAL MODULE: ./lib/operations/runbook/steps.js
var steps = __webpack_require__(6658);
;// CONCATENATED MODULE: ./lib/operations/runbook/simulate.js









/**
 * Walks a runbook without doing anything: what each step would do, on the way that the answers lead, and whether the times
 * that are expected fit into the RTO. Decisions without an answer take the first one. Writes nothing, tells nobody. What a run
 * would refuse is refused here too; what it will ask for is said.
 */
function simulateRunbook(environment, runbook, input, ports) {
    const run = new run_report/* RunReport */.e('runbook', environment.environment, ports);
    run.about = runbook.incident;
    run.dryRun = true;
    try {
        (0,said/* checkSaid */.Mm)(runbook, input, ports.checkVerb);
        return new Simulation(environment, runbook, input, ports, run).all();
    }
    catch (error) {
        return run.fail(error);
    }
}
class Simulation {
    environment;
    runbook;
    input;
    ports;
    run;
    expected = 0;
    untimed = 0;
    isLess = false;
    lacking = [];
    visited = new Set();
    constructor(environment, runbook, input, ports, run) {
        this.environment = environment;
        this.runbook = runbook;
        this.input = input;
        this.ports = ports;
        this.run = run;
    }
    all() {
        const { run, runbook, input } = this;
        let goal = 0;
        for (const [index, step] of runbook.steps.entries()) {
            if (goal > index)
                continue;
            const answer = this.answerTo(step);
            const isGiven = input.answers.has(step.id);
            const why = answer === null ? '' : `go on as answered ${answer}${isGiven ? '' : ' (the first answer)'}: `;
            this.visit(step, why);
            goal = (0,way/* following */.C)(runbook.steps, index, answer);
        }
        for (const step of runbook.verification)
            this.visit(step, '');
        this.lookBeside();
        this.sayConsent();
        const isLate = this.judgeTime();
        const isUnheard = this.sayEscalation();
        run.notice('notice', 'this was a simulation: nothing was done, written or told');
        if (this.lacking.length > 0) {
            const failure = new domain_failure/* Failure */.HR('config', `a run would fail: ${this.lacking.join('; ')}`, {
                hint: `Mend ${runbook.file}, or the environment file.`,
            });
            return run.finish('failed', failure);
        }
        return run.finish(isLate || isUnheard || this.isLess ? 'degraded' : 'passed', null);
    }
    /** Null for what is no decision, or is left out. */
    answerTo(step) {
        if (step.type !== 'decision' || this.input.skip.has(step.id))
            return null;
        const [first = ''] = step.answers.keys();
        return this.input.answers.get(step.id) ?? first;
    }
    visit(step, why) {
        this.visited.add(step.id);
        const { done, skip, given } = this.input;
        if (skip.has(step.id)) {
            this.isLess = true;
            this.check(step, 'skipped', 'would be left out, as a person asked');
            return;
        }
        if (done.has(step.id)) {
            // What is no work of a person's hands is vouched for.
            this.isLess ||= step.type !== 'manual';
            this.check(step, 'skipped', 'would be taken as done, as a person says');
            return;
        }
        if (step.expect === undefined && step.type !== 'wait')
            this.untimed += 1;
        this.expected += step.expect ?? (step.type === 'wait' ? step.for : 0);
        const lacks = lacksOf(step, this.environment);
        this.lacking.push(...lacks.map((text) => `${step.id}: ${text}`));
        const doubts = doubtsOf(step, this.environment, this.ports.isSet);
        this.isLess ||= doubts.length > 0;
        const would = `would ${why}${(0,steps.describeStep)(step, (0,said/* givenFor */.Z_)(step, given))}`;
        const status = lacks.length > 0 ? 'failed' : doubts.length > 0 ? 'degraded' : 'skipped';
        this.check(step, status, [would, ...lacks, ...doubts].join('; '));
    }
    /** Steps that other answers lead to: what would fail there is better known now. */
    lookBeside() {
        for (const step of (0,consent/* reachable */.Gq)(this.runbook, this.input)) {
            if (this.visited.has(step.id) || this.input.skip.has(step.id) || this.input.done.has(step.id))
                continue;
            const lacks = lacksOf(step, this.environment);
            if (lacks.length === 0)
                continue;
            this.isLess = true;
            this.run.notice('warning', `with other answers the step ${step.id} would fail: ${lacks.join('; ')}`);
        }
    }
    /** What the run will ask for before its first step. @throws Failure `refused` when what was given is wrong */
    sayConsent() {
        const { environment, input, ports, runbook, run } = this;
        if (input.confirm !== null) {
            (0,consent/* checkConsent */.Vn)(environment, runbook, input, new Map(), { run: { ...ports.run, reason: 'simulated' } });
        }
        const isAsked = (one) => (0,consent/* reachable */.Gq)(runbook, input).filter((step) => (0,consent/* consentFor */.kn)(step, environment)[one] && !input.skip.has(step.id) && !input.done.has(step.id));
        const wanted = { confirm: isAsked('confirm'), reason: isAsked('reason') };
        const options = [
            ...(wanted.confirm.length === 0 ? [] : [`--confirm ${environment.environment}`]),
            ...(wanted.reason.length === 0 ? [] : ['--reason "…"']),
        ];
        if (options.length === 0)
            return;
        const steps = new Set([...wanted.confirm, ...wanted.reason].map(({ id }) => id));
        const missing = (0,consent/* missingFor */.MG)({ confirm: wanted.confirm.length > 0, reason: wanted.reason.length > 0 }, environment, { ...input, reason: ports.run.reason });
        run.fact('the run will want', `${options.join(' and ')}, for ${[...steps].join(', ')}${missing.length === 0 ? '; given' : `; ${missing.join(', ')}`}`);
    }
    judgeTime() {
        const { run, untimed, expected, runbook } = this;
        const basis = `the times that its steps expect${untimed === 0 ? '' : `; ${untimed} of them name none`}; nothing was measured`;
        const judged = (0,objectives/* judgeObjective */.t)('RTO', runbook.rto, expected, basis);
        // What is expected meets no objective; it can only be known to miss it.
        run.objectives.push(judged.met === false ? judged : { ...judged, met: null });
        return judged.met === false;
    }
    sayEscalation() {
        const { run, runbook, environment } = this;
        const channels = (environment.notifications?.channels ?? []).map(({ name }) => name);
        let isUnheard = false;
        for (const { after, who, channel } of runbook.escalation) {
            const isKnown = channels.includes(channel);
            isUnheard ||= !isKnown;
            run.fact(`after ${(0,units/* formatDuration */.a3)(after)}`, isKnown
                ? `${who} would be told by ${channel}`
                : `${who} would not be told: there is no channel ${channel}`);
        }
        if (isUnheard) {
            run.notice('warning', 'a level of the escalation names a channel that the environment file has not');
            run.next.push('Add the channel under notifications: of the environment file, or name another in the runbook.');
        }
        return isUnheard;
    }
    check(step, status, detail) {
        this.run.check({
            rung: 'runbook',
            name: `${step.id}: ${step.title}`,
            status,
            detail,
            subjects: [],
            failure: status === 'failed' ? 'config' : null,
            duration: 0,
        });
    }
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
