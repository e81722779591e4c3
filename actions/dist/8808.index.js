export const id = 8808;
export const ids = [8808];
export const modules = {

/***/ 68808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pageHtml: () => (/* binding */ pageHtml)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49847);

const marks = { good: '✓ ', warning: '! ', bad: '✗ ' };
/**
 * As one HTML file that loads nothing: it can be kept for years, printed, and read without a network. Its policy lets
 * nothing run, whatever a record holds.
 */
function pageHtml({ title, lead, sections }) {
    const body = [
        `<h1>${escaped(title, 200)}</h1>`,
        ...lead.map((text) => `<p>${escaped(text, 1_000)}</p>`),
        ...sections.flatMap((section) => [
            `<section><h2>${escaped(section.title, 200)}</h2>`,
            ...section.text.map((text) => `<p>${escaped(text, 2_000)}</p>`),
            ...(section.table === null
                ? []
                : [
                    '<div class="wide"><table><thead><tr>',
                    ...section.table.heads.map((head) => `<th scope="col">${escaped(head, 200)}</th>`),
                    '</tr></thead><tbody>',
                    ...section.table.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`),
                    '</tbody></table></div>',
                ]),
            '</section>',
        ]),
    ];
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title, 200)}</title>
<style>${style}</style>
</head>
<body><main>
${body.join('\n')}
</main></body>
</html>
`;
}
const style = `
:root { color-scheme: light dark; --line: #d0d7de; --muted: #59636e; --good: #1a7f37; --warning: #9a6700; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --muted: #9198a1; --good: #3fb950; --warning: #d29922; --bad: #f85149; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
p { margin: .35rem 0; max-width: 60rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; font-variant-numeric: tabular-nums; }
th { text-align: left; color: var(--muted); font-weight: 600; white-space: nowrap; }
th, td { padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.good { color: var(--good); } .warning { color: var(--warning); } .bad { color: var(--bad); }
@media print { main { max-width: none; padding: 0; } .wide { overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;
function cellHtml({ text, url, tone }) {
    const shown = escaped(`${tone === undefined ? '' : marks[tone]}${text}`, 500);
    const isLink = url !== undefined && url !== null && /^https?:\/\/[A-Za-z0-9._~:/?#@!&+,;=%-]{1,2000}$/.test(url);
    const inner = isLink ? `<a href="${escaped(url, 2_100)}" rel="noreferrer">${shown}</a>` : shown;
    return `<td${tone === undefined ? '' : ` class="${tone}"`}>${inner}</td>`;
}
function escaped(text, atMost) {
    return (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .p)(text, atMost)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}


/***/ }),

/***/ 49847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* unused harmony export clip */
/**
 * Text from data or users as one visible line: control and format characters (line breaks, terminal escapes, bidi
 * overrides, zero-width ones) are shown as `\u{…}` or become spaces, and what is too long is cut.
 */
function plain(text, atMost = 300) {
    const line = text
        .toWellFormed()
        .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
        .trim()
        .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return clip(line, atMost);
}
/** Cut to a number of characters, never within a pair of surrogates. */
function clip(text, atMost) {
    if (text.length <= atMost)
        return text;
    return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}


/***/ })

};
