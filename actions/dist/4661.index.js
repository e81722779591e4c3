export const id = 4661;
export const ids = [4661];
export const modules = {

/***/ 74661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicability: () => (/* binding */ applicability)
/* harmony export */ });
/* harmony import */ var _domain_environment_drills_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76064);

/** Every scenario that has a name, with why it cannot be rehearsed here. */
function applicability(environment, scenarios) {
    const named = environment.drills?.scenarios ?? null;
    return _domain_environment_drills_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .scenarioNames */ .L.map((name) => {
        const scenario = scenarios.find((candidate) => candidate.name === name) ?? null;
        return {
            name,
            scenario,
            why: scenario === null ? 'this version cannot rehearse it' : reasonAgainst(scenario, environment),
            isWanted: named?.includes(name) ?? true,
            isNamed: named?.includes(name) ?? false,
        };
    });
}
function reasonAgainst(scenario, environment) {
    if (scenario.doubles === undefined && !environment.sources.some(({ type }) => type === 'postgres')) {
        return 'the environment has no PostgreSQL source';
    }
    return scenario.inapplicable(environment);
}


/***/ })

};
