export const id = 9175;
export const ids = [9175];
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

/***/ 69175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   simulateRunbook: () => (/* binding */ simulateRunbook)
/* harmony export */ });
/* harmony import */ var _domain_objectives_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21214);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30470);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6658);




/**
 * Walks a runbook without doing anything: what each step would do, on the way that the answers lead, and whether the times
 * that are expected fit into the RTO. Decisions without an answer take the first one. Writes nothing, tells nobody.
 */
function simulateRunbook(environment, runbook, answers, ports) {
    const run = new _run_report_js__WEBPACK_IMPORTED_MODULE_1__/* .RunReport */ .e('runbook', environment.environment, ports);
    run.about = runbook.incident;
    run.dryRun = true;
    let expected = 0;
    let unknown = 0;
    const visit = (step, why) => {
        if (step.expect === undefined && step.type !== 'wait')
            unknown += 1;
        expected += step.expect ?? (step.type === 'wait' ? step.for : 0);
        run.check({
            rung: 'runbook',
            name: `${step.id}: ${step.title}`,
            status: 'skipped',
            detail: `would ${why}${(0,_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .describeStep */ .E)(step)}`,
            subjects: [],
            failure: null,
            duration: 0,
        });
    };
    let goal = null;
    for (const step of runbook.steps) {
        if (goal !== null && goal !== step.id)
            continue;
        goal = null;
        if (step.type !== 'decision') {
            visit(step, '');
            continue;
        }
        const [first = ''] = step.answers.keys();
        const answer = answers.get(step.id) ?? first;
        visit(step, `go on as answered ${answer}${answers.has(step.id) ? '' : ' (the first answer)'}: `);
        const next = step.answers.get(answer) ?? 'next';
        if (next === 'end')
            break;
        if (next !== 'next')
            goal = next;
    }
    for (const step of runbook.verification)
        visit(step, '');
    const basis = `the times that its steps expect${unknown === 0 ? '' : `; ${unknown} of them name none`}; nothing was measured`;
    const judged = (0,_domain_objectives_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeObjective */ .t)('RTO', runbook.rto, expected, basis);
    // What is expected meets no objective; it can only be known to miss it.
    run.objectives.push(judged.met === false ? judged : { ...judged, met: null });
    const channels = (environment.notifications?.channels ?? []).map(({ name }) => name);
    let isUnheard = false;
    for (const { after, who, channel } of runbook.escalation) {
        const isKnown = channels.includes(channel);
        isUnheard ||= !isKnown;
        run.fact(`after ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(after)}`, isKnown
            ? `${who} would be told by ${channel}`
            : `${who} would not be told: there is no channel ${channel}`);
    }
    if (isUnheard) {
        run.notice('warning', 'a level of the escalation names a channel that the environment file has not');
        run.next.push('Add the channel under notifications: of the environment file, or name another in the runbook.');
    }
    run.notice('notice', 'this was a simulation: nothing was done, written or told');
    return run.finish(judged.met === false || isUnheard ? 'degraded' : 'passed', null);
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


/***/ })

};
