export const id = 82;
export const ids = [82];
export const modules = {

/***/ 40082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderMetrics: () => (/* binding */ renderMetrics)
/* harmony export */ });
/** The text format 0.0.4, which Prometheus, its Pushgateway and the node exporter's textfile collector read. */
function renderMetrics(families) {
    return families
        .filter(({ samples }) => samples.length > 0)
        .map(({ name, help, type, samples }) => [
        `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
        `# TYPE ${name} ${type}`,
        ...samples.map((sample) => line(name, sample)),
        '',
    ].join('\n'))
        .join('');
}
function line(name, { labels, value }) {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${valueText(value)}`;
}
function escaped(text) {
    return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
function valueText(value) {
    if (Number.isNaN(value))
        return 'NaN';
    if (!Number.isFinite(value))
        return value > 0 ? '+Inf' : '-Inf';
    return String(value);
}


/***/ })

};
