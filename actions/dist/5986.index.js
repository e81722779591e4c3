export const id = 5986;
export const ids = [5986];
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

/***/ 17786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ diskSpace)
/* harmony export */ });
/* unused harmony export spaceOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** The disk that a folder lies on. Its total is 0 when it tells no size. */
async function diskSpace(path) {
    return spaceOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(path));
}
function spaceOf({ blocks, bfree, bavail, bsize }) {
    return { free: bavail * bsize, total: (blocks - bfree + bavail) * bsize };
}


/***/ }),

/***/ 55986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openValidation: () => (/* binding */ openValidation)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/url-secrets.js
var url_secrets = __webpack_require__(56625);
;// CONCATENATED MODULE: ./lib/ports/http.js
/** No more of a body is read: what is longer is cut there. */
const mostRead = 8 * 1024 * 1024;

;// CONCATENATED MODULE: ./lib/host/http.js







/** Requests from this machine. Disposing it closes the connections that were kept. */
function openHttp({ authorities = [] } = {}) {
    const plainAgent = new external_node_http_.Agent({ keepAlive: true, maxSockets: 16 });
    const secureAgent = new external_node_https_.Agent({
        keepAlive: true,
        maxSockets: 16,
        ...(authorities.length === 0 ? {} : { ca: [...(0,external_node_tls_.getCACertificates)('default'), ...authorities] }),
    });
    return {
        ask: async (request, signal) => {
            const url = parsed(request.url);
            signal.throwIfAborted();
            const late = AbortSignal.timeout(request.timeout);
            const started = performance.now();
            try {
                const answer = await send(request, url, AbortSignal.any([signal, late]), (options) => url.protocol === 'https:'
                    ? (0,external_node_https_.request)(url, { ...options, agent: secureAgent })
                    : (0,external_node_http_.request)(url, { ...options, agent: plainAgent }));
                return await wholeAnswer(answer, request.keep ?? 0, started);
            }
            catch (error) {
                signal.throwIfAborted();
                if (late.aborted) {
                    throw new failure/* Failure */.HR('unavailable', `no answer within ${(0,units/* formatDuration */.a3)(request.timeout)}`);
                }
                throw judged(error);
            }
        },
        [Symbol.dispose]: () => {
            plainAgent.destroy();
            secureAgent.destroy();
        },
    };
}
function parsed(text) {
    const url = URL.parse(text);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
        throw new failure/* Failure */.HR('config', 'the address is no URL of http:// or https://');
    }
    return url;
}
function send({ method, headers = [], body }, url, signal, open) {
    const all = { 'user-agent': 'lifeboat', 'cache-control': 'no-cache', accept: '*/*' };
    if (url.username !== '' || url.password !== '') {
        const pair = `${(0,url_secrets/* percentDecoded */.o)(url.username)}:${(0,url_secrets/* percentDecoded */.o)(url.password)}`;
        all['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
    }
    if (body !== undefined)
        all['content-length'] = String(Buffer.byteLength(body));
    for (const { name, value } of headers)
        all[name.toLowerCase()] = value;
    return new Promise((resolve, reject) => {
        const request = open({ method, headers: all, signal });
        request.once('error', reject);
        request.once('response', resolve);
        request.end(body);
    });
}
async function wholeAnswer(message, keep, started) {
    const kept = [];
    let size = 0;
    let held = 0;
    for await (const chunk of message) {
        size += chunk.length;
        if (held < keep) {
            const part = chunk.subarray(0, keep - held);
            kept.push(part);
            held += part.length;
        }
        if (size >= mostRead)
            break;
    }
    const { headers } = message;
    return {
        status: message.statusCode ?? 0,
        header: (name) => {
            const value = headers[name.toLowerCase()];
            return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
        },
        cookies: headers['set-cookie'] ?? [],
        body: Buffer.concat(kept),
        size,
        duration: performance.now() - started,
    };
}
/** By its code; the message could hold the address. */
function judged(error) {
    if (error instanceof failure/* Failure */.HR)
        return error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code)) {
        return new failure/* Failure */.HR('access', `its certificate is not trusted (${code})`, {
            hint: 'If it is signed by an authority of your own, name its file in validation.certificates.',
        });
    }
    if (/^ERR_(INVALID_URL|INVALID_CHAR|HTTP_INVALID_HEADER_VALUE|UNESCAPED_CHARACTERS)$/.test(code)) {
        return new failure/* Failure */.HR('config', `the request cannot be sent (${code})`);
    }
    return new failure/* Failure */.HR('unavailable', `no answer (${code})`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/host/network.js




const patience = 5_000;
/** The network as this machine sees it. */
function openNetwork(authorities = []) {
    return {
        connects: (address, signal) => connects(address, signal),
        handshake: (address, { onlyOld }, signal) => handshake(address, onlyOld, authorities, signal),
        ownAddresses: () => Object.values((0,external_node_os_.networkInterfaces)())
            .flatMap((each) => each ?? [])
            .filter(({ internal, family }) => !internal && family === 'IPv4')
            .map(({ address }) => address),
    };
}
async function connects({ host, port }, signal) {
    signal.throwIfAborted();
    const late = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const isOpen = await new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)({ host, port });
        const end = (answer) => {
            late.removeEventListener('abort', onLate);
            socket.destroy();
            resolve(answer);
        };
        const onLate = () => end(false);
        late.addEventListener('abort', onLate, { once: true });
        socket.once('connect', () => end(true)).once('error', () => end(false));
    });
    signal.throwIfAborted();
    return isOpen;
}
async function handshake({ host, port }, onlyOld, authorities, signal) {
    signal.throwIfAborted();
    const late = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    let onLate = () => undefined;
    let socket = null;
    try {
        return await new Promise((resolve, reject) => {
            onLate = () => reject(new Error('late'));
            late.addEventListener('abort', onLate, { once: true });
            const opened = (0,external_node_tls_.connect)({
                host,
                port,
                // What is wrong is told, not thrown; nothing is sent over this connection.
                rejectUnauthorized: false,
                ...((0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {}),
                ...(authorities.length === 0 ? {} : { ca: [...(0,external_node_tls_.getCACertificates)('default'), ...authorities] }),
                // Our own library must be willing, so that it is the server that refuses.
                ...(onlyOld ? { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
            });
            socket = opened;
            opened.once('error', reject);
            opened.once('secureConnect', () => resolve(factsOf(opened)));
        });
    }
    catch (error) {
        signal.throwIfAborted();
        const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        throw new failure/* Failure */.HR('unavailable', `no TLS connection came about${code}`);
    }
    finally {
        late.removeEventListener('abort', onLate);
        socket?.destroy();
    }
}
function factsOf(socket) {
    const problem = socket.authorizationError;
    return {
        protocol: socket.getProtocol() ?? 'unknown',
        problem: socket.authorized
            ? null
            : problem instanceof Error && 'code' in problem
                ? String(problem.code)
                : /^[A-Z_]+$/.test(String(problem))
                    ? String(problem)
                    : 'not trusted',
        validTo: Date.parse(socket.getPeerCertificate().valid_to),
    };
}

// EXTERNAL MODULE: ./lib/host/disk-space.js
var disk_space = __webpack_require__(17786);
;// CONCATENATED MODULE: ./lib/host/workspace.js


const mostOfAFile = 1024 * 1024;
/** The files of this machine, as far as they are there. */
const localWorkspace = {
    names: async (folder) => {
        const entries = await ifThere((0,promises_.readdir)(folder, { withFileTypes: true }));
        return (entries ?? []).filter((entry) => entry.isFile()).map(({ name }) => name);
    },
    read: async (path) => {
        const file = await ifThere((0,promises_.open)(path, 'r'));
        if (file === null)
            return null;
        try {
            const { bytesRead, buffer } = await file.read(Buffer.alloc(mostOfAFile), 0, mostOfAFile, 0);
            return buffer.toString('utf8', 0, bytesRead);
        }
        finally {
            await file.close();
        }
    },
    look: async (path) => {
        const found = await ifThere((0,promises_.stat)(path));
        return found === null || !found.isFile() ? null : { size: found.size, modifiedAt: found.mtimeMs };
    },
    disk: (path) => ifThere((0,disk_space/* diskSpace */.a)(path)),
};
async function ifThere(work) {
    try {
        return await work;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/wiring/open-validation.js





/**
 * Adds what a validation asks besides the environment's stores. Disposing it closes only what was opened here.
 * @param target the one that is deployed to; opened from the environment file when it is absent
 * @throws Failure `config` when the file of certificates cannot be read
 */
async function openValidation(environment, ports, host, target) {
    const { variables } = host;
    const { certificates } = environment.validation ?? {};
    const authorities = certificates === undefined ? [] : [await readAuthorities(certificates)];
    const [{ openTarget }, { openPostgresProbe }, { openRedisProbe }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9396).then(__webpack_require__.bind(__webpack_require__, 9396)),
        __webpack_require__.e(/* import() */ 9937).then(__webpack_require__.bind(__webpack_require__, 19937)),
        __webpack_require__.e(/* import() */ 4645).then(__webpack_require__.bind(__webpack_require__, 64645)),
    ]);
    const http = openHttp({ authorities });
    return {
        ...ports,
        target: target ?? openTarget(environment.target, { variables, processes: ports.processes }),
        http,
        probes: {
            postgres: (config) => openPostgresProbe(config, variables),
            redis: (config) => openRedisProbe(config, { variables, authorities }),
            network: openNetwork(authorities),
        },
        workspace: localWorkspace,
        variables,
        hide: (secret) => host.hide(secret),
        readRunbook: async (path) => (await Promise.all(/* import() */[__webpack_require__.e(4699), __webpack_require__.e(6884)]).then(__webpack_require__.bind(__webpack_require__, 34699))).readRunbook(path),
        [Symbol.dispose]: () => http[Symbol.dispose](),
    };
}
async function readAuthorities(path) {
    return (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new failure/* Failure */.HR('config', `the file of certificates ${path} cannot be read`, {
            cause,
            hint: 'Look at validation.certificates; the path starts at the working directory.',
        });
    });
}


/***/ })

};
