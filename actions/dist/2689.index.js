export const id = 2689;
export const ids = [2689];
export const modules = {

/***/ 52689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/**
 * The report for machines: the model as it is, documented in docs/reports.md. The same report always gives the same
 * bytes, in whatever order its fields were set; hidden characters in names are escaped, so that it can be shown in a
 * terminal.
 */
function renderJson(report) {
    const text = JSON.stringify(report, (_key, value) => (isMapping(value) ? inOrder(value) : value), 2);
    return `${text.replaceAll(/[\p{Cf}\u007f-\u009f\u2028\u2029]/gu, escaped)}\n`;
}
/** The order in which fields stand, at whatever depth; others follow by name. */
const order = `
  format operation environment verdict failure kind message hint backupId about
  source store rung name label level text value unit status detail
  rows bytes writeOnce note startedAt finishedAt duration actor reason runUrl
  target measured margin met basis subjects
  objectives checks timeline facts tables copies notices next
`
    .trim()
    .split(/\s+/);
const rank = new Map(order.map((key, index) => [key, index]));
function inOrder(mapping) {
    const rankOf = (key) => rank.get(key) ?? order.length;
    const keys = Object.keys(mapping).sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
    return Object.fromEntries(keys.map((key) => [key, mapping[key]]));
}
function isMapping(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}
/** As JSON escapes: one `\\uXXXX` per UTF-16 unit. */
function escaped(character) {
    return Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
}


/***/ })

};
