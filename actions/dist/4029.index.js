export const id = 4029;
export const ids = [4029];
export const modules = {

/***/ 28836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49552);


/** A prefix of the environment file as a folder: empty, or ending in `/`. @throws Failure `config` */
function folderOf(prefix, place) {
    const inner = prefix.replaceAll(/^\/+|\/+$/g, '');
    if (inner === '')
        return '';
    if (!(0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .isKey */ .m0)(inner) || inner.length > 100) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${place}: the prefix is not usable`, {
            hint: 'Accepted: up to 100 letters, digits, dots, underscores and hyphens, in parts separated by single slashes.',
        });
    }
    return `${inner}/`;
}


/***/ }),

/***/ 54029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gcsOptions: () => (/* binding */ gcsOptions)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/stores/folder.js
var folder = __webpack_require__(28836);
// EXTERNAL MODULE: ./lib/stores/web/access-token.js
var access_token = __webpack_require__(16865);
// EXTERNAL MODULE: ./lib/stores/web/http.js
var http = __webpack_require__(30019);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/stores/gcs/tokens.js



const storageScope = 'https://www.googleapis.com/auth/devstorage.read_write';
/** Impersonation itself takes the wider scope; what it gives has the narrow one. */
const platformScope = 'https://www.googleapis.com/auth/cloud-platform';
const lifetimeSeconds = 3_600;
/** A signed claim, exchanged for a token. @throws Failure `config` at once when the JSON is no such key */
function serviceAccountToken({ where, place, text, clock, }) {
    const { email, keyId, key, tokenUri } = readKey(text, place);
    const whom = 'the token service of Google';
    return async () => {
        const now = Math.floor(clock.now() / 1_000);
        const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const claim = `${part({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${part({
            iss: email,
            scope: storageScope,
            aud: tokenUri,
            iat: now,
            exp: now + lifetimeSeconds,
        })}`;
        const signature = (0,external_node_crypto_.sign)('sha256', Buffer.from(claim), key).toString('base64url');
        const fields = await (0,access_token/* askForToken */.GR)({
            where,
            whom,
            url: tokenUri,
            body: new URLSearchParams({
                grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
                assertion: `${claim}.${signature}`,
            }),
            hint: 'Look whether the key of the service account still exists, and at the clock of this machine.',
        });
        return (0,access_token/* readToken */.AI)(fields, { where, whom }, clock.now());
    };
}
function readKey(text, place) {
    try {
        const fields = JSON.parse(text);
        const email = fields['client_email'];
        const tokenUri = fields['token_uri'] ?? 'https://oauth2.googleapis.com/token';
        if (typeof email !== 'string' || typeof tokenUri !== 'string')
            throw new Error('fields are missing');
        const key = (0,external_node_crypto_.createPrivateKey)(String(fields['private_key']));
        const keyId = fields['private_key_id'];
        return { email, keyId: typeof keyId === 'string' ? keyId : '', key, tokenUri };
    }
    catch {
        // The cause could quote the key.
        throw new failure/* Failure */.HR('config', `${place}: the credentials are no JSON of a service account key`, {
            hint: 'Give the whole file that Google made, with client_email and private_key. Better: workload-identity-provider, which needs no key.',
        });
    }
}
/** The job's OIDC token, exchanged for one of Google, and that, where one is named, for one of a service account. */
function federatedToken(identity) {
    const { where, provider, serviceAccount, clock } = identity;
    return async () => {
        const whom = 'the token service of Google';
        const fields = await (0,access_token/* askForToken */.GR)({
            where,
            whom,
            url: new URL('v1/token', identity.stsEndpoint).href,
            body: new URLSearchParams({
                grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
                audience: `//iam.googleapis.com/${provider}`,
                scope: serviceAccount === null ? storageScope : platformScope,
                requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
                subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
                subject_token: await identity.oidcToken(`https://iam.googleapis.com/${provider}`),
            }),
            hint: 'Let the provider accept the issuer https://token.actions.githubusercontent.com and the subject of this job, ' +
                'repo:OWNER/REPOSITORY:environment:NAME, and give the job id-token: write.',
        });
        const own = (0,access_token/* readToken */.AI)(fields, { where, whom }, clock.now());
        return serviceAccount === null ? own : impersonate(identity, serviceAccount, own.token);
    };
}
async function impersonate({ where, iamEndpoint, clock }, serviceAccount, token) {
    const whom = 'Google IAM';
    const { accessToken, expireTime } = await (0,access_token/* askForToken */.GR)({
        where,
        whom,
        url: new URL(`v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`, iamEndpoint).href,
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ scope: [storageScope], lifetime: `${lifetimeSeconds}s` }),
        hint: 'Give the identity of this job roles/iam.workloadIdentityUser on the service account.',
    });
    const expiresAt = Date.parse(String(expireTime));
    return (0,access_token/* readToken */.AI)({
        access_token: accessToken,
        expires_in: Number.isNaN(expiresAt) ? lifetimeSeconds : (expiresAt - clock.now()) / 1_000,
    }, { where, whom }, clock.now());
}

;// CONCATENATED MODULE: ./lib/stores/gcs/options.js





const publicEndpoint = 'https://storage.googleapis.com';
/** What the environment file says of a GCS store, with its variables filled in. @throws Failure `config` */
function gcsOptions(config, surroundings) {
    const { variables, clock, random, log } = surroundings;
    const resolve = (template) => template?.resolve(variables);
    const endpoint = resolve(config.endpoint) ?? null;
    if (endpoint !== null)
        checkEndpoint(endpoint, config);
    const retention = config.objectRetention;
    return {
        name: config.name,
        bucket: config.bucket.resolve(variables),
        prefix: (0,folder/* folderOf */.y)(resolve(config.prefix) ?? '', config.prefix?.place ?? config.name),
        endpoint: endpoint ?? publicEndpoint,
        tokens: tokens(config, endpoint !== null, surroundings),
        storageClass: config.storageClass ?? null,
        lock: retention === undefined
            ? null
            : {
                mode: retention.mode,
                periods: { scheduled: retention.scheduled ?? null, critical: retention.critical ?? null },
            },
        patience: { clock, random },
        log,
    };
}
function tokens(config, isEmulator, { variables, oidcToken, clock, random }) {
    const where = `the GCS store ${config.name}`;
    const fail = (message, hint) => new failure/* Failure */.HR('config', `${where} ${message}`, { hint });
    const patience = { clock, random };
    if (config.credentials !== undefined) {
        const text = config.credentials.resolve(variables);
        return (0,access_token/* tokenSource */.Zx)(patience, serviceAccountToken({ where, place: config.credentials.place, text, clock }));
    }
    if (config.workloadIdentityProvider !== undefined) {
        if (oidcToken === null) {
            throw fail('has a workload-identity-provider, but this run has no OIDC token', 'Give the job permissions: id-token: write. Outside of GitHub Actions use credentials.');
        }
        return (0,access_token/* tokenSource */.Zx)(patience, federatedToken({
            where,
            provider: config.workloadIdentityProvider.resolve(variables).replace(/^\/+/, ''),
            serviceAccount: config.serviceAccount?.resolve(variables) ?? null,
            // The names that Google's own tools use.
            stsEndpoint: variables['CLOUDSDK_API_ENDPOINT_OVERRIDES_STS'] || 'https://sts.googleapis.com/',
            iamEndpoint: variables['CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS'] ||
                'https://iamcredentials.googleapis.com/',
            oidcToken,
            clock,
        }));
    }
    if (isEmulator)
        return null;
    throw fail('has no credentials', 'Give credentials (the JSON of a service account key), or workload-identity-provider.');
}
function checkEndpoint(endpoint, config) {
    if (!(0,http/* isPlainUrl */.Aj)(endpoint)) {
        throw new failure/* Failure */.HR('config', `${config.endpoint?.place ?? config.name}: the endpoint is no plain URL`, {
            hint: 'Write it as https://host or https://host:port, without the bucket.',
        });
    }
}


/***/ }),

/***/ 16865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ readToken),
/* harmony export */   GR: () => (/* binding */ askForToken),
/* harmony export */   Zx: () => (/* binding */ tokenSource)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _backoff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67218);


/** A request under way must not outlive its token. */
const margin = 5 * 60_000;
function tokenSource(patience, fetchToken) {
    let kept = null;
    let known = null;
    return {
        async current() {
            if (known !== null && known.expiresAt - margin <= patience.clock.now()) {
                known = null;
                kept = null;
            }
            kept ??= (0,_backoff_js__WEBPACK_IMPORTED_MODULE_1__/* .patiently */ .d_)(patience, fetchToken).then((token) => (known = token), (error) => {
                kept = null;
                throw error;
            });
            return (await kept).token;
        },
        refused(token) {
            if (known?.token !== token)
                return;
            known = null;
            kept = null;
        },
    };
}
const timeoutMilliseconds = 15_000;
/** Asks a service for a token by one POST. Its words are never shown: they may quote the assertion. */
async function askForToken(request) {
    const { where, whom } = request;
    let response;
    try {
        response = await fetch(request.url, {
            method: 'POST',
            headers: {
                'content-type': typeof request.body === 'string' ? 'application/json' : 'application/x-www-form-urlencoded',
                ...request.headers,
            },
            body: String(request.body),
            redirect: 'error',
            signal: AbortSignal.timeout(timeoutMilliseconds),
        });
    }
    catch (cause) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${where}: ${whom} cannot be reached`, { cause });
    }
    const answer = await response.json().catch(() => null);
    const fields = answer !== null && typeof answer === 'object' ? answer : {};
    if (response.ok)
        return fields;
    const code = codeOf(fields);
    const what = `${where}: ${whom} did not give a token (${code === null ? '' : `${code}, `}${response.status})`;
    if (response.status >= 500 || response.status === 429)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', what);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('access', what, { hint: request.hint });
}
/** OAuth's word for what went wrong, or the status word of Google's services. */
function codeOf({ error }) {
    const code = error !== null && typeof error === 'object' && 'status' in error ? error.status : error;
    return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? code : null;
}
/** @throws Failure `unavailable` when the answer has no token in these fields */
function readToken(fields, { where, whom }, now) {
    const { access_token: token, expires_in: lifetime } = fields;
    if (typeof token !== 'string' || token === '') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${where}: ${whom} gave an answer without a token`);
    }
    return { token, expiresAt: now + Number(lifetime ?? 3_600) * 1_000 };
}


/***/ }),

/***/ 51711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ answeredInTime),
/* harmony export */   o: () => (/* binding */ answerWithin)
/* harmony export */ });
/**
 * How long a service may take until it begins to answer a request that carries little to it. Not so for uploads: a part
 * may be long on its way, and completing a large one takes some services minutes.
 */
const answerWithin = 20_000;
/**
 * Does what ends when its signal is aborted, and gives it up unless it is done in time. What was begun by then, such as the
 * body of an answer, may last as long as it likes, and still ends with the outer signal.
 * @throws an Error with the code ETIMEDOUT
 */
async function answeredInTime(work, outer) {
    const silence = Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(silence), answerWithin);
    try {
        return await work(outer === undefined ? limit.signal : AbortSignal.any([outer, limit.signal]));
    }
    catch (error) {
        if (limit.signal.aborted && outer?.aborted !== true)
            throw silence;
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ }),

/***/ 30019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ isPlainUrl),
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   ok: () => (/* binding */ httpClient),
/* harmony export */   ut: () => (/* binding */ answerOf),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var _answer_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51711);



/** Connections that carry nothing for this long are given up. Completing a large upload may take minutes. */
const idleMilliseconds = 180_000;
/** What an answer in words may hold; more is no answer of a storage service. */
const mostText = 16 * 1024 * 1024;
function httpClient() {
    const plainAgent = new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, maxSockets: 64 });
    const secureAgent = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive: true, maxSockets: 64 });
    return {
        send: ({ method, url, headers, body, signal }) => new Promise((resolve, reject) => {
            const isSecure = url.protocol === 'https:';
            const request = (isSecure ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, {
                method,
                headers: { ...headers, 'content-length': String(body?.length ?? 0) },
                agent: isSecure ? secureAgent : plainAgent,
                ...(signal && { signal }),
            }, (answer) => {
                // A service may answer before it has read everything; what breaks behind that is of no interest.
                resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer });
            });
            request.setTimeout(idleMilliseconds, () => request.destroy(Object.assign(new Error('the connection is silent'), { code: 'ETIMEDOUT' })));
            if (method === 'GET' || method === 'HEAD' || method === 'DELETE') {
                const limit = setTimeout(() => request.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })), _answer_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .answerWithin */ .o);
                request.once('response', () => clearTimeout(limit)).once('close', () => clearTimeout(limit));
            }
            request.on('error', reject);
            request.end(body);
        }),
        [Symbol.dispose]: () => {
            plainAgent.destroy();
            secureAgent.destroy();
        },
    };
}
/** The whole body of an answer, as text. */
async function readText({ body }) {
    const pieces = [];
    let size = 0;
    for await (const piece of body) {
        size += piece.length;
        if (size > mostText)
            throw Object.assign(new Error('the answer is too long'), { code: 'HPE_TOO_LONG' });
        pieces.push(piece);
    }
    return String(Buffer.concat(pieces, size));
}
/** An answer that says no. Its text is not kept: it may quote what was asked, signatures included. */
class Refusal extends Error {
    status;
    /** The service's own word for it, or `Unknown`. */
    code;
    constructor(status, code) {
        super(`${status} ${code}`);
        this.name = 'Refusal';
        this.status = status;
        this.code = code;
    }
}
/** Status and code, as far as there was an answer; the code of the system otherwise. */
function answerOf(error) {
    if (error instanceof Refusal)
        return { status: error.status, code: error.code };
    if (!(error instanceof Error))
        return { status: undefined, code: 'unknown' };
    return { status: undefined, code: 'code' in error ? String(error.code) : error.name };
}
/** `Mon, 01 Jan 2026 …` as the moment it means; 0 when it is none. */
function instantOf(text) {
    const instant = Date.parse(text ?? '');
    return Number.isNaN(instant) ? 0 : instant;
}
/** Whether a text is the address of a service, without credentials and without a query. */
function isPlainUrl(text) {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '';
}


/***/ })

};
