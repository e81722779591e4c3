export const id = 3264;
export const ids = [3264];
export const modules = {

/***/ 80883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openApplication: () => (/* binding */ openApplication)
/* harmony export */ });
/* harmony import */ var _domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56625);

/** The application of an environment, as a restore needs it. @throws Failure `config` when a variable is not set */
async function openApplication({ target: config, sources }, 
/** As the person gave it, filled in: a connection URL, or a database's name. */
restoreTarget, { processes }, { variables }, 
/** For the person, when the application does not become well. */
whenUnwell) {
    const { openHealthProbe, openTarget } = await __webpack_require__.e(/* import() */ 9396).then(__webpack_require__.bind(__webpack_require__, 9396));
    return {
        target: openTarget(config, { variables, processes }),
        health: openHealthProbe(config, { variables }, whenUnwell),
        urlOf: (place, source) => {
            const own = sources.find((candidate) => candidate.name === source);
            const postgres = own?.type === 'postgres' ? own : undefined;
            const url = own?.type === 'redis' ? own.url : postgres?.url;
            const given = restoreTarget?.includes('://') === true ? restoreTarget : url?.resolve(variables);
            return withPassword(place, given, postgres?.password?.resolve(variables));
        },
    };
}
/** The place as the restoration names it, with the password that got us in. */
function withPassword(place, url, password) {
    const secret = password ?? (url === undefined || !URL.canParse(url) ? '' : (0,_domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .o)(new URL(url).password));
    if (secret === '' || !URL.canParse(place))
        return place;
    const full = new URL(place);
    if (full.host === '')
        full.searchParams.set('password', secret);
    else
        full.password = encodeURIComponent(secret);
    return full.href;
}


/***/ })

};
