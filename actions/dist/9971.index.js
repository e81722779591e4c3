export const id = 9971;
export const ids = [9971];
export const modules = {

/***/ 62352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   messageOf: () => (/* binding */ messageOf)
/* harmony export */ });
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26981);
/* harmony import */ var _domain_redaction_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63421);
/* harmony import */ var _domain_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34512);
/* harmony import */ var _domain_telling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96413);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96087);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(75141);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89838);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49847);
/* harmony import */ var _restored_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33457);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89628);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33678);











const mostSteps = 5;
const mostChecks = 5;
/** What people are told of a run, in plain text. Names that came from data are in `log` and `report` alone. */
function messageOf(report, news, { id, hideNames, mask }) {
    const told = maskedReport(hideNames ? (0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutNames */ .Fw)((0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_8__/* .forThePublic */ .Cr)(report)) : report, mask);
    const short = maskedReport((0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutNames */ .Fw)((0,_domain_redaction_js__WEBPACK_IMPORTED_MODULE_8__/* .forThePublic */ .Cr)(report)), mask);
    return {
        id,
        state: news.state,
        severity: news.severity,
        kind: news.kind,
        alert: alertOf(report, news),
        key: (0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOfNews */ .Wx)(report.environment, news),
        ends: (0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_2__/* .endedKeys */ .xB)(report.environment, news),
        environment: report.environment,
        title: titleOf(short, news),
        summary: summaryOf(short, news),
        facts: factsOf(short, news),
        next: news.state === 'trouble'
            ? (0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .nextSteps */ .Zn)(short)
                .slice(0, mostSteps)
                .map((step) => (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(step, 500))
            : [],
        link: report.runUrl,
        at: report.finishedAt,
        since: news.since,
        verdict: report.verdict,
        log: (0,_text_js__WEBPACK_IMPORTED_MODULE_6__.renderText)(told, { hideNames, width: 78 }),
        report: told,
    };
}
/** Every text in it, at whatever depth. */
function maskedReport(report, mask) {
    const turn = (value) => {
        if (typeof value === 'string')
            return mask(value);
        if (Array.isArray(value))
            return value.map(turn);
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, turn(inner)]));
    };
    return turn(report);
}
function alertOf(report, { state, kind, trouble }) {
    if (state === 'recovered')
        return `${kind}-recovered`;
    if (state === 'success' && trouble === null)
        return `${kind}-succeeded`;
    const [first] = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_0__/* .missed */ .cT)(report);
    const isElse = report.failure !== null && report.failure.kind !== 'objective';
    if (first !== undefined && !isElse)
        return `${first.toLowerCase()}-missed`;
    return report.verdict === 'degraded' ? `${kind}-degraded` : `${kind}-failed`;
}
function titleOf(report, { state, ended, open }) {
    // A job of its own can take the gate of a deployment, and find it open again: no more than that is over.
    const isGate = ended.length > 0 && ended.flat().every((part) => part === _domain_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx);
    const operation = state === 'recovered' && isGate ? 'gate' : report.operation;
    const isRest = state === 'recovered' && open.length > 0;
    const which = report.incident === undefined ? '' : ` ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(report.incident.id, 20)}`;
    const what = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .operationWord */ .MW)(operation)}${which} of ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(report.environment, 60)}`;
    return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${outcomeOf(report, state)}${isRest ? ' in part' : ''}`;
}
function outcomeOf(report, state) {
    if (report.incident?.isOver === true)
        return `has come to its end${shortOf(report)}`;
    if (state === 'recovered')
        return 'is well again';
    if (state === 'success')
        return 'succeeded';
    const objectives = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_0__/* .missed */ .cT)(report);
    const { failure } = report;
    if (failure !== null && failure.kind !== 'objective')
        return `failed (${failure.kind})`;
    if (objectives.length > 0)
        return `missed the ${objectives.join(' and the ')}`;
    return report.verdict === 'degraded' ? 'is degraded' : 'failed';
}
/** What a run that came to its end did not reach. */
function shortOf(report) {
    const objectives = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_0__/* .missed */ .cT)(report);
    if (objectives.length > 0)
        return `, and missed the ${objectives.join(' and the ')}`;
    return report.verdict === 'passed' ? '' : ', but not all is well';
}
function summaryOf(report, { state, since, open }) {
    const { failure } = report;
    const lines = failure?.message.split('\n').filter((line) => line.trim() !== '') ?? [];
    const [first = ''] = lines;
    const more = lines.length > 1 ? ` (and ${lines.length - 1} more)` : '';
    const others = open.filter((part) => part !== '').slice(0, mostChecks);
    const rest = others.length === 0 ? '' : ` Still in trouble: ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(others.join(', '), 300)}.`;
    if (state === 'recovered' && since !== null)
        return `${(0,_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .P)(report)} It had been in trouble since ${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .instantText */ .Xx)(since)}.${rest}`;
    return first === '' ? (0,_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .P)(report) : `${(0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)((0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .sentence */ .em)(first), 1_000)}${more}`;
}
function factsOf(report, { state, severity, since }) {
    const facts = [
        { label: 'Environment', text: report.environment },
        ...(report.backupId === null ? [] : [{ label: 'Backup', text: report.backupId }]),
        ...(0,_restored_js__WEBPACK_IMPORTED_MODULE_5__/* .restoredRows */ .M)(report).map(([label, text]) => ({ label, text })),
        ...report.objectives.map((objective) => ({ label: objective.name, text: objectiveText(objective) })),
        ...copiesFact(report),
        ...(state === 'trouble'
            ? (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_10__/* .troubles */ .d4)(report.checks)
                .filter(({ status }) => status !== 'skipped')
                .slice(0, mostChecks)
                .map((check) => ({ label: `${check.rung}, ${check.status}`, text: check.name }))
            : []),
        ...(since === null ? [] : [{ label: 'In trouble since', text: (0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .instantText */ .Xx)(since) }]),
        { label: 'Severity', text: severity },
        {
            label: 'Run',
            text: `${(0,_words_js__WEBPACK_IMPORTED_MODULE_7__/* .instantText */ .Xx)(report.finishedAt)}, took ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(report.finishedAt - report.startedAt)}${report.actor === null ? '' : `, by ${report.actor}`}`,
        },
        ...(report.reason === null ? [] : [{ label: 'Reason', text: report.reason }]),
    ];
    return facts.map(({ label, text }) => ({ label: (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(label, 80), text: (0,_plain_js__WEBPACK_IMPORTED_MODULE_9__/* .plain */ .p)(text, 500) }));
}
function objectiveText({ target, measured, met }) {
    const promised = target === null ? 'none set' : `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(target)} promised`;
    return `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(measured)}, ${promised}${met === null ? '' : met ? ', met' : ', MISSED'}`;
}
function copiesFact({ copies }) {
    const bad = copies.filter(({ status }) => status !== 'complete');
    if (bad.length === 0)
        return [];
    return [{ label: 'Copies', text: bad.map(({ store, status }) => `${store} ${status}`).join(', ') }];
}


/***/ })

};
