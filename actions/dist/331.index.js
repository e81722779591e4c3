export const id = 331;
export const ids = [331];
export const modules = {

/***/ 84331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runNamedAction: () => (/* binding */ runNamedAction)
/* harmony export */ });
/** The actions, by the folder under `actions/` that `uses:` names. Each is loaded alone. */
const loaders = {
    backup: () => Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(310), __webpack_require__.e(617), __webpack_require__.e(179), __webpack_require__.e(324), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 2996)),
    'verify-restore': () => Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(310), __webpack_require__.e(617), __webpack_require__.e(179), __webpack_require__.e(324), __webpack_require__.e(384)]).then(__webpack_require__.bind(__webpack_require__, 72384)),
};
/** Runs the action of this name. The name comes from a stub, or from the input `command` of the action at the root. */
async function runNamedAction(name) {
    const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
    if (load === undefined) {
        const known = Object.keys(loaders).join(' or ');
        process.stdout.write(`::error title=Lifeboat::the input command is ${JSON.stringify(name)}; accepted: ${known}\n`);
        process.exitCode = 2;
        return;
    }
    const { main } = await load();
    await main();
}


/***/ })

};
