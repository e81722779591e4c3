export const id = 7406;
export const ids = [7406];
export const modules = {

/***/ 87406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseWorkflow: () => (/* binding */ parseWorkflow)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** A workflow file as its YAML says it; null when it is none: GitHub tells its owner what is wrong with it. */
function parseWorkflow(text) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(text);
    if (document.errors.length > 0)
        return null;
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch {
        return null; // aliases that grow without end, or lead nowhere
    }
}


/***/ })

};
