export const id = 3980;
export const ids = [3980];
export const modules = {

/***/ 93980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runNamedAction: () => (/* binding */ runNamedAction)
/* harmony export */ });
/** The actions, by the folder under `actions/` that `uses:` names. Each is loaded alone. */
const loaders = {
    backup: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(1685)]).then(__webpack_require__.bind(__webpack_require__, 61685)),
    restore: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(9665)]).then(__webpack_require__.bind(__webpack_require__, 9665)),
    'verify-restore': () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(129)]).then(__webpack_require__.bind(__webpack_require__, 90129)),
    retention: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(2577)]).then(__webpack_require__.bind(__webpack_require__, 62577)),
    replicate: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(4816)]).then(__webpack_require__.bind(__webpack_require__, 14816)),
    drill: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(6926)]).then(__webpack_require__.bind(__webpack_require__, 36926)),
    validate: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(7325)]).then(__webpack_require__.bind(__webpack_require__, 87325)),
    status: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(4609)]).then(__webpack_require__.bind(__webpack_require__, 64609)),
    gate: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(2352)]).then(__webpack_require__.bind(__webpack_require__, 82352)),
    runbook: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(4699), __webpack_require__.e(7695), __webpack_require__.e(1338), __webpack_require__.e(419)]).then(__webpack_require__.bind(__webpack_require__, 90419)),
    'validate-pr': () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(1700)]).then(__webpack_require__.bind(__webpack_require__, 91700)),
    shape: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(8658)]).then(__webpack_require__.bind(__webpack_require__, 88658)),
    'report-pr': () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(3744)]).then(__webpack_require__.bind(__webpack_require__, 13744)),
    anonymise: () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(6204)]).then(__webpack_require__.bind(__webpack_require__, 46204)),
    'open-backup': () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(498)]).then(__webpack_require__.bind(__webpack_require__, 50498)),
    'deploy-env': () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(8202)]).then(__webpack_require__.bind(__webpack_require__, 88202)),
    // The second step of that action, which reports when the first could not.
    'deploy-env/report': () => Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(6680), __webpack_require__.e(4847), __webpack_require__.e(8377), __webpack_require__.e(5753)]).then(__webpack_require__.bind(__webpack_require__, 65753)),
};
/** Runs the action of this name. The name comes from a stub, or from the input `command` of the action at the root. */
async function runNamedAction(name) {
    const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
    if (load === undefined) {
        const { refuseCommand } = await __webpack_require__.e(/* import() */ 7901).then(__webpack_require__.bind(__webpack_require__, 77901));
        refuseCommand(name, Object.keys(loaders));
        return;
    }
    const { main } = await load();
    await main();
}


/***/ })

};
