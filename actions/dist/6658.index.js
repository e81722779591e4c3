export const id = 6658;
export const ids = [6658];
export const modules = {

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
