export const id = 3681;
export const ids = [3681];
export const modules = {

/***/ 43681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gate: () => (/* binding */ gate)
/* harmony export */ });
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30470);
/* harmony import */ var _judge_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99685);


/** Judges the gate of an environment for a version, and reports every condition with its evidence. Deploys nothing. */
async function gate(environment, input, ports) {
    const run = new _run_report_js__WEBPACK_IMPORTED_MODULE_0__/* .RunReport */ .e('gate', environment.environment, ports);
    try {
        run.fact('version', input.version);
        if (input.commit !== null)
            run.fact('commit', input.commit);
        const { checks, refusal, overridden } = await run.phase('judge the conditions', () => (0,_judge_gate_js__WEBPACK_IMPORTED_MODULE_1__.judgeGate)(environment, input, ports));
        for (const check of checks)
            run.check(check);
        if (refusal !== null)
            return { report: run.finish('failed', refusal), isOpen: false, overridden: false };
        if (overridden) {
            const unmet = checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
            run.notice('warning', `The gate was overridden. Not met: that ${unmet.join('; that ')}.`);
            run.overridden = { reason: input.override ?? '', conditions: unmet };
            run.fact('overridden because', input.override ?? '');
        }
        const asked = checks.filter(({ status }) => status !== 'skipped');
        // Somebody's choice, and what holds unless somebody chooses; of a protected environment it is worth a warning.
        const isBare = asked.length === 0 && environment.protected;
        if (asked.length === 0)
            run.notice(isBare ? 'warning' : 'notice', 'The gate asks for nothing: every condition is off.');
        const isClean = !isBare && asked.every(({ status }) => status === 'passed');
        return { report: run.finish(isClean ? 'passed' : 'degraded', null), isOpen: true, overridden };
    }
    catch (error) {
        return { report: run.fail(error), isOpen: false, overridden: false };
    }
}


/***/ })

};
