export const id = 7406;
export const ids = [7406];
export const modules = {

/***/ 87406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseWorkflow: () => (/* binding */ parseWorkflow)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** No workflow that GitHub runs is nested deeper. */
const deepest = 64;
/**
 * A workflow file as its YAML says it; null when it is none, or cannot be understood: GitHub tells its owner what is wrong
 * with it. What is given back is a tree, never a ring.
 */
function parseWorkflow(text) {
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseDocument)(text);
        if (document.errors.length > 0)
            return null;
        const file = document.toJS({ maxAliasCount: 100 });
        return isTree(file) ? file : null;
    }
    catch {
        return null; // aliases that grow without end, or lead nowhere; nested too deep for the parser
    }
}
/** An alias inside of its own anchor makes a ring, which is as deep as anybody follows it. */
function isTree(value, depth = 0) {
    if (value === null || typeof value !== 'object')
        return true;
    return depth < deepest && Object.values(value).every((part) => isTree(part, depth + 1));
}


/***/ })

};
