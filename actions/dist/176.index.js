export const id = 176;
export const ids = [176];
export const modules = {

/***/ 60176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  azureOptions: () => (/* binding */ azureOptions)
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
;// CONCATENATED MODULE: ./lib/stores/azure/authorization.js

/** An account key: each request carries a signature of what it asks for. */
function sharedKey(account, key) {
    return {
        sign: async (request) => {
            const signature = (0,external_node_crypto_.createHmac)('sha256', key).update(stringToSign(account, request)).digest('base64');
            request.headers['authorization'] = `SharedKey ${account}:${signature}`;
            return null;
        },
        refused: () => undefined,
    };
}
/** A shared access signature: what it allows stands in it, and it goes with every address. */
function sharedAccessSignature(text) {
    const parameters = [...new URLSearchParams(text.replace(/^\?/, ''))];
    return {
        sign: async ({ url }) => {
            for (const [name, value] of parameters)
                url.searchParams.set(name, value);
            return null;
        },
        refused: () => undefined,
    };
}
/** An Entra token. */
function bearer(source) {
    return {
        sign: async ({ headers }) => {
            const token = await source.current();
            headers['authorization'] = `Bearer ${token}`;
            return token;
        },
        refused: (token) => source.refused(token),
    };
}
/** As "Authorize with Shared Key" describes it, for versions since 2015-02-21. */
function stringToSign(account, { method, url, headers, contentLength }) {
    const header = (name) => headers[name] ?? '';
    const own = Object.keys(headers)
        .filter((name) => name.startsWith('x-ms-'))
        .sort()
        .map((name) => `${name}:${header(name)}\n`);
    const names = [...new Set([...url.searchParams.keys()].map((name) => name.toLowerCase()))].sort();
    const query = names.map((name) => `\n${name}:${url.searchParams.getAll(name).sort().join(',')}`);
    return [
        method,
        header('content-encoding'),
        header('content-language'),
        contentLength === 0 ? '' : String(contentLength),
        header('content-md5'),
        header('content-type'),
        // The date stands in x-ms-date.
        '',
        header('if-modified-since'),
        header('if-match'),
        header('if-none-match'),
        header('if-unmodified-since'),
        header('range'),
        `${own.join('')}/${account}${url.pathname}${query.join('')}`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/stores/azure/entra.js

const audience = 'api://AzureADTokenExchange';
/** Exchanges the job's OIDC token for one that Azure Storage takes. One POST, so a library for it would be all weight. */
function entraToken(identity) {
    const whom = 'Entra ID';
    return async () => {
        const fields = await (0,access_token/* askForToken */.GR)({
            where: identity.where,
            whom,
            url: `${identity.authority.replace(/\/+$/, '')}/${encodeURIComponent(identity.tenant)}/oauth2/v2.0/token`,
            body: new URLSearchParams({
                grant_type: 'client_credentials',
                client_id: identity.client,
                scope: 'https://storage.azure.com/.default',
                client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
                client_assertion: await identity.oidcToken(audience),
            }),
            hint: 'Give the application a federated credential with the issuer https://token.actions.githubusercontent.com, the audience ' +
                `${audience} and the subject of this job, repo:OWNER/REPOSITORY:environment:NAME, and the job id-token: write.`,
        });
        return (0,access_token/* readToken */.AI)(fields, { where: identity.where, whom }, identity.clock.now());
    };
}

;// CONCATENATED MODULE: ./lib/stores/azure/options.js






/** What the environment file says of an Azure store, with its variables filled in. @throws Failure `config` */
function azureOptions(config, surroundings) {
    const { variables, clock, random, log } = surroundings;
    const resolve = (template) => template?.resolve(variables);
    const connection = readConnectionString(resolve(config.connectionString), config);
    const account = connection.account ?? resolve(config.account) ?? null;
    const endpoint = resolve(config.endpoint) ?? connection.endpoint ?? publicEndpoint(account, config);
    checkEndpoint(endpoint, config);
    return {
        name: config.name,
        container: config.container.resolve(variables),
        prefix: (0,folder/* folderOf */.y)(resolve(config.prefix) ?? '', config.prefix?.place ?? config.name),
        endpoint,
        authorization: authorization(config, account, connection, surroundings),
        accessTier: config.accessTier ?? null,
        lock: config.immutability === undefined
            ? null
            : {
                mode: config.immutability.mode,
                periods: {
                    scheduled: config.immutability.scheduled ?? null,
                    critical: config.immutability.critical ?? null,
                },
            },
        patience: { clock, random },
        log,
    };
}
function authorization(config, account, connection, { variables, oidcToken, clock, random }) {
    const key = connection.key ?? config.accountKey?.resolve(variables);
    if (key !== undefined) {
        if (account === null)
            throw fail(config, 'has an account-key without an account', 'Name the account.');
        return sharedKey(account, Buffer.from(key, 'base64'));
    }
    const signature = connection.signature ?? config.sasToken?.resolve(variables);
    if (signature !== undefined)
        return sharedAccessSignature(signature);
    const tenant = config.tenantId?.resolve(variables) ?? variables['AZURE_TENANT_ID'] ?? '';
    const client = config.clientId?.resolve(variables) ?? variables['AZURE_CLIENT_ID'] ?? '';
    if (tenant === '' || client === '') {
        throw fail(config, 'has no credentials', 'Give connection-string, account-key or sas-token; or tenant-id and client-id of an application that trusts this job.');
    }
    if (oidcToken === null) {
        throw fail(config, 'has a client-id, but this run has no OIDC token', 'Give the job permissions: id-token: write. Outside of GitHub Actions use a sas-token or an account-key.');
    }
    const patience = { clock, random };
    return bearer((0,access_token/* tokenSource */.Zx)(patience, entraToken({
        where: `the Azure store ${config.name}`,
        authority: variables['AZURE_AUTHORITY_HOST'] || 'https://login.microsoftonline.com',
        tenant,
        client,
        oidcToken,
        clock,
    })));
}
/** `AccountName=…;AccountKey=…;EndpointSuffix=…`, as the portal shows it. */
function readConnectionString(text, config) {
    if (text === undefined)
        return {};
    const parts = new Map(text
        .split(';')
        .filter((part) => part.trim() !== '')
        .map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]));
    const account = parts.get('AccountName');
    const connection = {
        account,
        key: parts.get('AccountKey'),
        signature: parts.get('SharedAccessSignature'),
        endpoint: parts.get('BlobEndpoint') ??
            (account === undefined
                ? undefined
                : `${parts.get('DefaultEndpointsProtocol') ?? 'https'}://${account}.blob.${parts.get('EndpointSuffix') ?? 'core.windows.net'}`),
    };
    if (connection.endpoint === undefined ||
        (connection.key === undefined && connection.signature === undefined)) {
        throw new failure/* Failure */.HR('config', `${config.connectionString?.place ?? config.name}: the connection string is not whole`, {
            hint: 'It names AccountName and AccountKey, or BlobEndpoint and SharedAccessSignature.',
        });
    }
    return connection;
}
function publicEndpoint(account, config) {
    if (account === null)
        throw fail(config, 'has no account', 'Give account, endpoint or connection-string.');
    if (!/^[a-z0-9]{3,24}$/.test(account)) {
        throw fail(config, 'has an account that is no name', 'Accepted: 3 to 24 lower-case letters and digits.');
    }
    return `https://${account}.blob.core.windows.net`;
}
function checkEndpoint(endpoint, config) {
    if (!(0,http/* isPlainUrl */.Aj)(endpoint)) {
        throw new failure/* Failure */.HR('config', `${config.endpoint?.place ?? config.name}: the endpoint is no plain URL`, {
            hint: 'Write it as https://ACCOUNT.blob.core.windows.net, without the container; a signature goes into sas-token.',
        });
    }
}
function fail(config, message, hint) {
    return new failure/* Failure */.HR('config', `the Azure store ${config.name} ${message}`, { hint });
}


/***/ }),

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
