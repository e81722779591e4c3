export const id = 4645;
export const ids = [4645];
export const modules = {

/***/ 60774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ enterRedis),
/* harmony export */   t: () => (/* binding */ parseRedisAddress)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70253);


/** @throws Failure `config` when it is no URL of a Redis server. The message shows nothing of it */
function parseRedisAddress(text, whose) {
    // A URL with credentials must have a host, which a socket has not.
    const url = URL.parse(text.replace(/^(unix:\/\/(?:[^/@]*@)?)\//, '$1localhost/'));
    if (url === null || !['redis:', 'rediss:', 'unix:'].includes(url.protocol)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${whose}: the connection URL cannot be read`, {
            hint: 'It looks like rediss://user:password@host:6379, or unix:///path/to/redis.sock; percent-encode special characters of the password.',
        });
    }
    const decode = (part) => {
        try {
            return decodeURIComponent(part);
        }
        catch {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${whose}: the connection URL has a wrong percent-encoding`, {
                hint: 'A percent sign of the password itself is written %25.',
            });
        }
    };
    const own = { user: decode(url.username), password: decode(url.password) };
    if (url.protocol === 'unix:') {
        const path = decode(url.pathname);
        return { ...own, connection: { host: '', port: 0, tls: null, path }, place: `unix://${url.pathname}` };
    }
    const port = url.port === '' ? 6379 : Number(url.port);
    return {
        ...own,
        connection: {
            host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
            port,
            tls: url.protocol === 'rediss:' ? { authorities: [] } : null,
        },
        place: `${url.protocol}//${url.hostname}:${port}`,
    };
}
/** One value may be as long as the server allows: 512 MiB, unless somebody configured more. */
const longestAnswer = 1024 * 1024 * 1024;
/** Connects and says who we are. @throws Failure `access` when that is refused, `unavailable` */
async function enterRedis(address, signal) {
    const session = await (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .openSession */ .fA)(address.connection, { signal, longestAnswer });
    try {
        if (address.password !== '') {
            await session.ask('AUTH', ...(address.user === '' ? [] : [address.user]), address.password);
        }
        await session.ask('PING');
        return session;
    }
    catch (error) {
        session[Symbol.dispose]();
        signal.throwIfAborted();
        if (error instanceof _wire_js__WEBPACK_IMPORTED_MODULE_1__/* .RedisError */ .eR && ['NOAUTH', 'WRONGPASS', 'ERR'].includes(error.code)) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('access', `Redis refused the user name or password of the URL (${error.code})`, {
                hint: 'Check the user name and the password in the connection URL; both percent-encoded. For a server without ACL the user name is left out.',
                cause: error,
            });
        }
        throw error;
    }
}


/***/ }),

/***/ 64645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRedisProbe: () => (/* binding */ openRedisProbe)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/sources/redis/address.js
var address = __webpack_require__(60774);
// EXTERNAL MODULE: ./lib/sources/redis/wire.js + 1 modules
var wire = __webpack_require__(70253);
;// CONCATENATED MODULE: ./lib/sources/redis/client.js

const longestAnswer = 1024 * 1024;
/** @throws Failure `unavailable`, `access` when the certificate is not trusted */
async function connectRedis(connection, signal) {
    const session = await (0,wire/* openSession */.fA)(connection, { signal, longestAnswer });
    return {
        command: async (...words) => asText(await session.ask(...words)),
        [Symbol.dispose]: () => session[Symbol.dispose](),
    };
}
function asText(answer) {
    if (Buffer.isBuffer(answer))
        return answer.toString('utf8');
    return typeof answer === 'object' && answer !== null ? answer.map(asText) : answer;
}

;// CONCATENATED MODULE: ./lib/sources/redis/probe.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




const patience = 10_000;
/** @throws Failure `config` when a variable is not set, or the URL is none */
function openRedisProbe(config, { variables, authorities }) {
    const own = (0,address/* parseRedisAddress */.t)(config.url.resolve(variables), `source ${config.name}`);
    const connection = {
        ...own.connection,
        tls: own.connection.tls === null ? null : { authorities },
    };
    const within = async (signal, work) => {
        const late = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const client = __addDisposableResource(env_1, await connectRedis(connection, late), false);
                return await work(client);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        }
        catch (error) {
            signal.throwIfAborted();
            throw error;
        }
    };
    const enter = async (client) => {
        if (own.password === '')
            return;
        await client
            .command('AUTH', ...(own.user === '' ? [] : [own.user]), own.password)
            .catch((error) => {
            // So answers a server that has no password: it is open, which another question finds out.
            if (!(error instanceof wire/* RedisError */.eR && error.code === 'ERR'))
                throw error;
        });
    };
    return {
        address: { host: connection.host, port: connection.port },
        encrypted: connection.tls !== null,
        ping: (signal) => within(signal, async (client) => {
            await enter(client);
            const started = performance.now();
            await client.command('PING');
            const latency = performance.now() - started;
            // A role without INFO or DBSIZE can still be well.
            const info = String((await allowed(client.command('INFO'))) ?? '');
            const keys = Number((await allowed(client.command('DBSIZE'))) ?? 0);
            return {
                latency,
                version: /^redis_version:([0-9.]+)/m.exec(info)?.[1] ?? 'unknown',
                keys,
                loading: /^loading:1/m.test(info),
            };
        }),
        value: (key, signal) => within(signal, async (client) => {
            await enter(client);
            const reply = await client.command('GET', key);
            return typeof reply === 'string' ? reply : null;
        }),
        withoutPassword: (signal) => within(signal, (client) => admission(() => client.command('PING'))),
        withPassword: (password, signal) => within(signal, (client) => admission(() => client.command('AUTH', password))),
    };
}
async function allowed(work) {
    return work.catch((error) => {
        if (error instanceof failure/* Failure */.HR && error.kind === 'access')
            return null;
        throw error;
    });
}
/** An error of the server is a refusal: AUTH on a server without a password too, as nothing was opened by it. */
async function admission(work) {
    try {
        await work();
        return 'accepted';
    }
    catch (error) {
        if (error instanceof wire/* RedisError */.eR)
            return 'refused';
        throw error;
    }
}


/***/ }),

/***/ 70253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eR: () => (/* binding */ RedisError),
  fA: () => (/* binding */ openSession),
  aG: () => (/* binding */ serverFailure)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/sources/redis/answer-reader.js

/** Reads a server's answers (RESP 2) out of bytes that come in any pieces. No byte is looked at twice, however long an answer is. */
class AnswerReader {
    /** Arrays that have begun and are not whole yet, the outermost first. */
    open = [];
    chunks = [];
    size = 0;
    /** Before so many bytes have come, looking again is in vain. */
    needed = 1;
    /** Bytes of the answer that has begun, as far as they have been read. */
    read = 0;
    failureOf;
    /** @param failureOf what a line of error means */
    constructor(failureOf) {
        this.failureOf = failureOf;
    }
    /** How long the answer that has begun is at least. */
    get length() {
        return this.read + Math.max(this.size, this.needed);
    }
    /** The answers that are whole with these bytes. */
    *feed(chunk) {
        this.chunks.push(chunk);
        this.size += chunk.length;
        if (this.size < this.needed)
            return;
        const bytes = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks);
        this.needed = 1;
        let at = 0;
        while (at < bytes.length) {
            const token = readToken(bytes, at);
            if ('needs' in token) {
                this.needed = token.needs - at;
                break;
            }
            this.read += token.end - at;
            at = token.end;
            const whole = this.take(token);
            if (whole === undefined)
                continue;
            this.read = 0;
            yield whole;
        }
        const rest = bytes.subarray(at);
        this.chunks = rest.length === 0 ? [] : [rest];
        this.size = rest.length;
    }
    /** An answer, when this was its last part. */
    take(token) {
        if ('items' in token && token.items > 0) {
            this.open.push({ items: [], left: token.items, wrong: null });
            return undefined;
        }
        let answer = 'items' in token ? [] : 'error' in token ? this.failureOf(token.error) : token.answer;
        for (;;) {
            const innermost = this.open.at(-1);
            if (innermost === undefined)
                return answer;
            if (answer instanceof failure/* Failure */.HR)
                innermost.wrong ??= answer;
            else
                innermost.items.push(answer);
            innermost.left -= 1;
            if (innermost.left > 0)
                return undefined;
            this.open.pop();
            answer = innermost.wrong ?? innermost.items;
        }
    }
}
const lineEnd = Buffer.from('\r\n');
/** `needs` when it has not come whole: how long the bytes must be at least before it can have. */
function readToken(bytes, start) {
    const lineStop = bytes.indexOf(lineEnd, start);
    if (lineStop === -1)
        return { needs: bytes.length + 1 };
    const kind = String.fromCharCode(bytes[start] ?? 0);
    const line = bytes.toString('utf8', start + 1, lineStop);
    const end = lineStop + 2;
    if (kind === '+')
        return { answer: line, end };
    if (kind === '-')
        return { error: line, end };
    if (kind === ':')
        return { answer: Number(line), end };
    const length = Number(line);
    if (kind === '$') {
        if (length < 0)
            return { answer: null, end };
        if (bytes.length < end + length + 2)
            return { needs: end + length + 2 };
        return { answer: bytes.subarray(end, end + length), end: end + length + 2 };
    }
    if (kind === '*')
        return length < 0 ? { answer: null, end } : { items: length, end };
    return { answer: new failure/* Failure */.HR('unavailable', 'what answers there is no Redis'), end: bytes.length };
}

;// CONCATENATED MODULE: ./lib/sources/redis/wire.js




/** What the server itself answered; anything else that goes wrong is a plain Failure. */
class RedisError extends failure/* Failure */.HR {
    /** `NOAUTH`, `WRONGPASS`, `ERR`… */
    code;
    constructor(kind, code) {
        super(kind, `Redis answered with an error (${code})`);
        this.code = code;
    }
}
/** How long a server may say nothing while it owes us something. */
const patience = 60_000;
/** @throws Failure `unavailable`, `access` when the certificate is not trusted */
async function openSession({ host, port, tls, path }, { signal, longestAnswer }) {
    signal.throwIfAborted();
    const socket = path !== undefined
        ? (0,external_node_net_.connect)({ path })
        : tls === null
            ? (0,external_node_net_.connect)({ host, port })
            : (0,external_node_tls_.connect)({
                host,
                port,
                servername: host,
                ...(tls.authorities.length === 0 ? {} : { ca: [...tls.authorities] }),
            });
    const place = path ?? `${host.includes(':') ? `[${host}]` : host}:${port}`;
    const abort = () => {
        const { reason } = signal;
        const late = new failure/* Failure */.HR('unavailable', 'Redis did not answer in time');
        socket.destroy(reason instanceof failure/* Failure */.HR ? reason : late);
    };
    signal.addEventListener('abort', abort, { once: true });
    const owed = [];
    const reader = new AnswerReader(serverFailure);
    let broken = null;
    const fail = (error) => {
        broken ??= connectionFailure(error, place);
        for (const { reject } of owed.splice(0))
            reject(broken);
    };
    const take = (chunk) => {
        for (const answer of reader.feed(chunk)) {
            const first = owed.shift();
            if (answer instanceof failure/* Failure */.HR)
                first?.reject(answer);
            else
                first?.resolve(answer);
        }
        if (reader.length > longestAnswer) {
            socket.destroy(new failure/* Failure */.HR('unavailable', 'Redis gave a longer answer than was asked for'));
        }
        if (owed.length === 0)
            socket.setTimeout(0);
    };
    socket.on('data', take);
    socket.on('error', fail);
    socket.on('close', () => fail(new failure/* Failure */.HR('unavailable', 'Redis closed the connection')));
    socket.on('timeout', () => socket.destroy(new failure/* Failure */.HR('unavailable', 'Redis fell silent')));
    await new Promise((resolve, reject) => {
        socket.once(tls === null || path !== undefined ? 'connect' : 'secureConnect', resolve);
        socket.once('close', () => reject(broken ?? new failure/* Failure */.HR('unavailable', 'Redis closed the connection')));
    });
    socket.setNoDelay(true);
    return {
        ask: (...words) => {
            if (broken !== null)
                return Promise.reject(broken);
            const { promise, resolve, reject } = Promise.withResolvers();
            if (owed.length === 0)
                socket.setTimeout(patience);
            owed.push({ resolve, reject });
            // What is asked in one go leaves in one go.
            if (socket.writableCorked === 0) {
                socket.cork();
                process.nextTick(() => socket.uncork());
            }
            socket.write(written(words));
            return promise;
        },
        pour: async function* (...words) {
            if (broken !== null)
                throw broken;
            socket.off('data', take);
            socket.pause();
            socket.write(written(words));
            const bytes = socket.iterator({ destroyOnReturn: true });
            for (;;) {
                // Only while we wait: whoever reads slowly must not make the server look dead.
                socket.setTimeout(patience);
                let next;
                try {
                    next = (await bytes.next());
                }
                catch (error) {
                    throw broken ?? connectionFailure(error, place);
                }
                socket.setTimeout(0);
                if (next.done === true)
                    return;
                yield next.value;
            }
        },
        [Symbol.dispose]: () => {
            signal.removeEventListener('abort', abort);
            socket.destroy();
        },
    };
}
function written(words) {
    const parts = [Buffer.from(`*${words.length}\r\n`)];
    for (const word of words) {
        const bytes = typeof word === 'string' ? Buffer.from(word) : word;
        parts.push(Buffer.from(`$${bytes.length}\r\n`), bytes, wire_lineEnd);
    }
    return Buffer.concat(parts);
}
const wire_lineEnd = Buffer.from('\r\n');
/** The first word of an error is its code; the rest may hold anything. */
function serverFailure(line) {
    const code = /^[A-Z]+/.exec(line)?.[0] ?? 'ERR';
    const isAccess = ['NOAUTH', 'WRONGPASS', 'NOPERM', 'DENIED'].includes(code);
    return new RedisError(isAccess ? 'access' : 'unavailable', code);
}
/** @param place for people: a socket, or host and port */
function connectionFailure(error, place) {
    if (error instanceof failure/* Failure */.HR)
        return error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
    return new failure/* Failure */.HR(isCertificate ? 'access' : 'unavailable', isCertificate
        ? `the certificate of Redis at ${place} is not trusted (${code})`
        : `Redis at ${place} could not be reached (${code})`);
}


/***/ })

};
