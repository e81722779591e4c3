export const id = 883;
export const ids = [883,3264];
export const modules = {

/***/ 56625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secretsInUrl),
/* harmony export */   o: () => (/* binding */ percentDecoded)
/* harmony export */ });
/**
 * What is secret inside of a URL: its password, a token that stands for the user, and what its parameters call a secret;
 * as it stands there, as a URL parser writes it and as it is meant. Nothing when the text is no URL with one. A password
 * that nobody percent-encoded may be found with more around it: rather too much is hidden than too little.
 */
function secretsInUrl(text) {
    const url = /^\s*([a-z][a-z0-9+.-]*):\/\/([^/?#@:]*)/i.exec(text);
    if (url === null)
        return [];
    const [before, scheme = '', user = ''] = url;
    const rest = text.slice(before.length);
    const parsed = URL.parse(text);
    const found = [
        /^:([^/?#]*)@/.exec(rest)?.[1],
        /^:(.*)@/s.exec(rest)?.[1],
        parsed?.password,
        ...(/^https?$/i.test(scheme) && standsForToken(rest) ? [user, parsed?.username] : []),
        ...secretParameters(rest),
    ].flatMap((part) => (part ? [part, percentDecoded(part)] : []));
    return [...new Set(found)];
}
/** On the web a user without a password, or with the word that GitHub takes for none, is a token. */
function standsForToken(rest) {
    return /^(?::(?:x-oauth-basic)?)?@/i.test(rest);
}
const password = /pass(?:word|wd|phrase)?$|pwd$/i;
const otherSecret = /(?:secret|token|signature|credential|authorization|api[-_]?key|access[-_]?key)$|^(?:sig|key|auth)$/i;
/** What is shorter is a switch or a number, and hiding it would hide half of a log. */
const shortestOther = 6;
/** Whatever is called a password, as libpq takes `password` and `sslpassword` too, a token or a signature. */
function secretParameters(rest) {
    const query = /\?(.*)$/s.exec(rest)?.[1] ?? '';
    return query.split(/[&?]/).flatMap((pair) => {
        const [, name = '', value = ''] = /^([^=]*)=([^#]*)/s.exec(pair) ?? [];
        const meant = percentDecoded(name);
        if (!password.test(meant) && !(otherSecret.test(meant) && value.length >= shortestOther))
            return [];
        return [value, value.replaceAll('+', ' ')];
    });
}
/** A part of a URL as it is meant. With a stray percent sign it is as it stands. */
function percentDecoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


/***/ }),

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
