export const id = 4645;
export const ids = [4645];
export const modules = {

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
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/sources/redis/client.js



/** What the server itself answered; anything else that goes wrong is a plain Failure. */
class RedisError extends failure/* Failure */.HR {
    /** `NOAUTH`, `WRONGPASS`, `ERR`… */
    code;
    constructor(kind, code) {
        super(kind, `Redis answered with an error (${code})`);
        this.code = code;
    }
}
/** Longer answers are not ours to ask for. */
const longestReply = 1024 * 1024;
/** @throws Failure `unavailable`, `access` when the certificate is not trusted */
async function connectRedis({ host, port, tls }, signal) {
    signal.throwIfAborted();
    const socket = tls === null
        ? (0,external_node_net_.connect)({ host, port })
        : (0,external_node_tls_.connect)({
            host,
            port,
            servername: host,
            ...(tls.authorities.length === 0 ? {} : { ca: [...tls.authorities] }),
        });
    const abort = () => socket.destroy(new failure/* Failure */.HR('unavailable', 'Redis did not answer in time'));
    signal.addEventListener('abort', abort, { once: true });
    let pending = null;
    let received = Buffer.alloc(0);
    let broken = null;
    const fail = (error) => {
        broken ??= connectionFailure(error);
        pending?.reject(broken);
        pending = null;
    };
    socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        if (received.length > longestReply) {
            socket.destroy();
            return fail(new failure/* Failure */.HR('unavailable', 'Redis gave a longer answer than was asked for'));
        }
        const read = readReply(received, 0);
        if (read === null || pending === null)
            return;
        received = received.subarray(read.end);
        const { resolve, reject } = pending;
        pending = null;
        if (read.reply instanceof failure/* Failure */.HR)
            reject(read.reply);
        else
            resolve(read.reply);
    });
    socket.on('error', fail);
    socket.on('close', () => fail(new failure/* Failure */.HR('unavailable', 'Redis closed the connection')));
    await new Promise((resolve, reject) => {
        socket.once(tls === null ? 'connect' : 'secureConnect', resolve);
        socket.once('error', (error) => reject(connectionFailure(error)));
    });
    return {
        command: (...words) => {
            const { promise, resolve, reject } = Promise.withResolvers();
            if (broken !== null)
                return Promise.reject(broken);
            pending = { resolve, reject };
            socket.write(`*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`);
            return promise;
        },
        [Symbol.dispose]: () => {
            signal.removeEventListener('abort', abort);
            socket.destroy();
        },
    };
}
/** Null when it has not come whole. */
function readReply(bytes, start) {
    const lineEnd = bytes.indexOf('\r\n', start);
    if (lineEnd === -1)
        return null;
    const kind = String.fromCharCode(bytes[start] ?? 0);
    const line = bytes.toString('utf8', start + 1, lineEnd);
    const end = lineEnd + 2;
    if (kind === '+')
        return { reply: line, end };
    if (kind === '-')
        return { reply: serverFailure(line), end };
    if (kind === ':')
        return { reply: Number(line), end };
    const length = Number(line);
    if (kind === '$') {
        if (length < 0)
            return { reply: null, end };
        if (bytes.length < end + length + 2)
            return null;
        return { reply: bytes.toString('utf8', end, end + length), end: end + length + 2 };
    }
    if (kind !== '*') {
        return { reply: new failure/* Failure */.HR('unavailable', 'what answers there is no Redis'), end: bytes.length };
    }
    const items = [];
    let at = end;
    for (let index = 0; index < length; index += 1) {
        const item = readReply(bytes, at);
        if (item === null)
            return null;
        if (item.reply instanceof failure/* Failure */.HR)
            return { reply: item.reply, end: item.end };
        items.push(item.reply);
        at = item.end;
    }
    return { reply: length < 0 ? null : items, end: at };
}
/** The first word of an error is its code; the rest may hold anything. */
function serverFailure(line) {
    const code = /^[A-Z]+/.exec(line)?.[0] ?? 'ERR';
    const isAccess = ['NOAUTH', 'WRONGPASS', 'NOPERM', 'DENIED'].includes(code);
    return new RedisError(isAccess ? 'access' : 'unavailable', code);
}
function connectionFailure(error) {
    if (error instanceof failure/* Failure */.HR)
        return error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_/.test(code);
    return new failure/* Failure */.HR(isCertificate ? 'access' : 'unavailable', isCertificate
        ? `the certificate of Redis is not trusted (${code})`
        : `Redis could not be reached (${code})`);
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
    const url = parsed(config, variables);
    const connection = {
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? 6379 : Number(url.port),
        tls: url.protocol === 'rediss:' ? { authorities } : null,
    };
    const own = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
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
            if (!(error instanceof RedisError && error.code === 'ERR'))
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
        if (error instanceof RedisError)
            return 'refused';
        throw error;
    }
}
function parsed(config, variables) {
    const url = URL.parse(config.url.resolve(variables));
    if (url !== null && (url.protocol === 'redis:' || url.protocol === 'rediss:'))
        return url;
    throw new failure/* Failure */.HR('config', `source ${config.name}: the connection URL cannot be read`, {
        hint: 'It looks like rediss://user:password@host:6379; percent-encode special characters of the password.',
    });
}


/***/ })

};
