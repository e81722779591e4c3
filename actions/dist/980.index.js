export const id = 980;
export const ids = [980];
export const modules = {

/***/ 93980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runNamedAction: () => (/* binding */ runNamedAction)
/* harmony export */ });
/** The actions, by the folder under `actions/` that `uses:` names. Each is loaded alone. */
const loaders = {
    backup: () => Promise.all(/* import() */[__webpack_require__.e(603), __webpack_require__.e(73), __webpack_require__.e(538), __webpack_require__.e(422), __webpack_require__.e(685)]).then(__webpack_require__.bind(__webpack_require__, 61685)),
    'verify-restore': () => Promise.all(/* import() */[__webpack_require__.e(603), __webpack_require__.e(73), __webpack_require__.e(538), __webpack_require__.e(422), __webpack_require__.e(129)]).then(__webpack_require__.bind(__webpack_require__, 90129)),
};
/** Runs the action of this name. The name comes from a stub, or from the input `command` of the action at the root. */
async function runNamedAction(name) {
    const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
    if (load === undefined) {
        const { refuseCommand } = await __webpack_require__.e(/* import() */ 282).then(__webpack_require__.bind(__webpack_require__, 77901));
        refuseCommand(name, Object.keys(loaders));
        return;
    }
    const { main } = await load();
    await main();
}


/***/ })

};
