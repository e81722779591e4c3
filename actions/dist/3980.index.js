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
    backup: () => Promise.all(/* import() */[__webpack_require__.e(3603), __webpack_require__.e(6419), __webpack_require__.e(7538), __webpack_require__.e(2152), __webpack_require__.e(1685)]).then(__webpack_require__.bind(__webpack_require__, 61685)),
    restore: () => Promise.all(/* import() */[__webpack_require__.e(3603), __webpack_require__.e(6419), __webpack_require__.e(7538), __webpack_require__.e(2152), __webpack_require__.e(9665)]).then(__webpack_require__.bind(__webpack_require__, 9665)),
    'verify-restore': () => Promise.all(/* import() */[__webpack_require__.e(3603), __webpack_require__.e(6419), __webpack_require__.e(7538), __webpack_require__.e(2152), __webpack_require__.e(129)]).then(__webpack_require__.bind(__webpack_require__, 90129)),
    retention: () => Promise.all(/* import() */[__webpack_require__.e(3603), __webpack_require__.e(6419), __webpack_require__.e(7538), __webpack_require__.e(2152), __webpack_require__.e(2577)]).then(__webpack_require__.bind(__webpack_require__, 62577)),
    replicate: () => Promise.all(/* import() */[__webpack_require__.e(3603), __webpack_require__.e(6419), __webpack_require__.e(7538), __webpack_require__.e(2152), __webpack_require__.e(4816)]).then(__webpack_require__.bind(__webpack_require__, 14816)),
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
