export const id = 7064;
export const ids = [7064];
export const modules = {

/***/ 99310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IH: () => (/* binding */ lockHolds),
/* harmony export */   P5: () => (/* binding */ lockedUntil),
/* harmony export */   fA: () => (/* binding */ demandUnlocked)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** Until when a new object is to be held; null for not at all. Leases never are, unless a moment is asked for by itself. */
function lockedUntil(key, { retainUntil, retentionClass }, rule, now) {
    if (retainUntil !== undefined)
        return retainUntil;
    if (rule === null || retentionClass === undefined || /^(?:[^/]+\/)?leases\//.test(key))
        return null;
    const period = rule.periods[retentionClass];
    return period === null ? null : now + period;
}
/**
 * Asked before an object is removed: where a bucket keeps versions, a service takes the deletion of a locked object, and
 * hides it. What the credentials may not see, the service itself has to refuse.
 * @throws Failure `refused` when a lock holds it
 */
async function demandUnlocked(where, key, stat) {
    // A bucket may hold whatever is put; a lease is given back all the same. What lies deeper is `store check`'s own.
    if (/^(?:[^/]+\/)?leases\/[^/]+$/.test(key))
        return;
    let found;
    try {
        found = await stat();
    }
    catch (error) {
        // The deletion itself then says better what is wrong: the answer to this question has no words.
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && !['unavailable', 'cancelled'].includes(error.kind))
            return;
        throw error;
    }
    if (found?.lockedUntil !== undefined)
        throw lockHolds(where, key);
}
function lockHolds(where, key, cause) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `${where}: a lock holds ${key}`, cause === undefined ? {} : { cause });
}


/***/ }),

/***/ 26548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ probeText),
/* harmony export */   Ss: () => (/* binding */ probeKey),
/* harmony export */   X2: () => (/* binding */ probeByTrying)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49552);


/** What a probe stores. */
const probeText = Buffer.from('Lifeboat asks with this object what the store enforces.\n');
/**
 * The key is the same each time, since credentials that may not delete would otherwise leave one more object with every
 * backup. It lies outside of the environments' own `leases/`, which writers may change: what is allowed here is what is
 * allowed for backups.
 */
const probeKey = 'leases/probe-write-once';
/** Finds out what a bucket and these credentials allow, by trying. For services that know the condition of a put. */
async function probeByTrying(requests) {
    const first = await tryPut(requests, probeKey, true);
    if (first === 'denied')
        throw requests.deniedFailure();
    const writeOnce = first === 'refused' || (await refusesToOverwrite(requests));
    const mayOverwrite = (await tryPut(requests, probeKey, false)) === 'made';
    return { writeOnce, mayOverwrite, mayDelete: await tryRemove(requests, probeKey) };
}
async function tryPut(requests, key, conditional) {
    try {
        await requests.put(key, conditional);
        return 'made';
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && error.kind === 'refused')
            return 'refused';
        if (requests.isDenied(error))
            return 'denied';
        throw error;
    }
}
/**
 * The probe's object was new, so putting it again must be refused. If it was not, another run's probe may have removed
 * it in between: a key of our own gives the answer then. Some services deny rather than refuse what may only be made new.
 */
async function refusesToOverwrite(requests) {
    if ((await tryPut(requests, probeKey, true)) !== 'made')
        return true;
    const own = `leases/probe-${(0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .randomName */ .Zm)(requests.random.bytes(8))}`;
    await tryPut(requests, own, true);
    const refuses = (await tryPut(requests, own, true)) !== 'made';
    await tryRemove(requests, own);
    return refuses;
}
async function tryRemove(requests, key) {
    try {
        await requests.remove(key);
        return true;
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && ['access', 'refused'].includes(error.kind))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 97460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readToEnd)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);

/** Does what reads a body. However that ends, whoever fills the body learns that nobody reads it any more. */
async function readToEnd(body, work) {
    try {
        return await work();
    }
    finally {
        if (body instanceof node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable)
            body.destroy();
    }
}


/***/ }),

/***/ 89042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isRefused)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

function isRefused(error) {
    return error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && error.kind === 'refused';
}


/***/ }),

/***/ 50600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ uploadBody)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/stores/backoff.js
var backoff = __webpack_require__(67218);
// EXTERNAL MODULE: ./lib/stores/cancelled.js
var cancelled = __webpack_require__(4477);
// EXTERNAL MODULE: ./lib/stores/upload/refused.js
var refused = __webpack_require__(89042);
;// CONCATENATED MODULE: ./lib/stores/upload/part-buffers.js

/**
 * The memory that all uploads of a process share. Each upload may always hold one part, or it could not go on; what
 * it holds beyond that (parts under way while the next one fills) comes out of the budget. So an upload never waits
 * for another one while it holds nothing: bodies that are read in step, as when one artifact goes to several stores,
 * cannot block each other. Buffers are used again, as the garbage collector would be late to free them.
 */
class PartBuffers {
    budget;
    held = 0;
    waiting = [];
    free = [];
    constructor(budget) {
        this.budget = budget;
    }
    /** The account of one upload, closed when all its buffers are given back. */
    open() {
        let own = 0;
        return {
            acquire: async (size, signal) => {
                if (own > 0 && this.held + size > this.budget) {
                    await this.wait({ size, hasNone: () => own === 0 }, signal);
                }
                else {
                    this.held += size;
                }
                own += 1;
                return this.take(size);
            },
            release: (buffer) => {
                own -= 1;
                this.held -= buffer.length;
                // A few are kept: as many as the budget allows to be in use.
                if (this.freeBytes() + buffer.length <= this.budget)
                    this.free.push(buffer);
                this.wake();
            },
        };
    }
    async wait(entry, signal) {
        await new Promise((resolve, reject) => {
            const waiter = {
                ...entry,
                go: () => {
                    signal?.removeEventListener('abort', stop);
                    resolve();
                },
            };
            const stop = () => {
                this.waiting.splice(this.waiting.indexOf(waiter), 1);
                reject((0,cancelled/* cancelledBy */.t)(signal, null) ?? new Error('aborted'));
            };
            if (signal?.aborted === true)
                reject((0,cancelled/* cancelledBy */.t)(signal, null) ?? new Error('aborted'));
            else {
                signal?.addEventListener('abort', stop, { once: true });
                this.waiting.push(waiter);
            }
        });
    }
    wake() {
        let index = 0;
        for (let waiter = this.waiting[index]; waiter; waiter = this.waiting[index]) {
            if (waiter.hasNone() || this.held + waiter.size <= this.budget) {
                this.waiting.splice(index, 1);
                this.held += waiter.size;
                waiter.go();
            }
            else
                index += 1;
        }
    }
    take(size) {
        const index = this.free.findIndex((buffer) => buffer.length === size);
        const [buffer] = index === -1 ? [] : this.free.splice(index, 1);
        if (buffer)
            return buffer;
        // Other sizes in store would add to what is in use.
        while (this.free.length > 0 && this.freeBytes() + this.held > this.budget)
            this.free.shift();
        return Buffer.allocUnsafeSlow(size);
    }
    freeBytes() {
        return this.free.reduce((sum, { length }) => sum + length, 0);
    }
}
/** Six parts of the least size, over all uploads of this process. */
const sharedPartBuffers = new PartBuffers(48 * 1024 * 1024);

;// CONCATENATED MODULE: ./lib/stores/upload/part-reader.js
/** Bodies below this are gathered as they come, without a part's buffer. */
const small = 1024 * 1024;
/** Cuts a stream into parts of one size; the last one may be smaller. */
class PartReader {
    chunks;
    partSize;
    account;
    signal;
    rest = null;
    ended = false;
    constructor(body, partSize, account, signal) {
        this.chunks = body[Symbol.asyncIterator]();
        this.partSize = partSize;
        this.account = account;
        this.signal = signal;
    }
    /** The next part; null at the end. */
    async next() {
        const gathered = [];
        let size = 0;
        while (size < Math.min(small, this.partSize)) {
            const chunk = await this.chunk();
            if (chunk === null)
                break;
            const taken = chunk.subarray(0, this.partSize - size);
            this.rest = chunk.length > taken.length ? chunk.subarray(taken.length) : null;
            gathered.push(taken);
            size += taken.length;
        }
        if (size === 0)
            return null;
        if (this.ended)
            return { bytes: Buffer.concat(gathered, size), release: () => undefined };
        const buffer = await this.account.acquire(this.partSize, this.signal);
        try {
            let filled = 0;
            for (const chunk of gathered)
                filled += chunk.copy(buffer, filled);
            while (filled < buffer.length) {
                const chunk = await this.chunk();
                if (chunk === null)
                    break;
                const copied = chunk.copy(buffer, filled);
                this.rest = copied < chunk.length ? chunk.subarray(copied) : null;
                filled += copied;
            }
            return { bytes: buffer.subarray(0, filled), release: () => this.account.release(buffer) };
        }
        catch (error) {
            this.account.release(buffer);
            throw error;
        }
    }
    /** Whether the body has ended; waits for its next byte to know. */
    async atEnd() {
        this.rest = await this.chunk();
        return this.rest === null;
    }
    async chunk() {
        const rest = this.rest;
        this.rest = null;
        if (rest !== null)
            return rest;
        while (!this.ended) {
            const { done, value } = await this.chunks.next();
            if (done === true)
                this.ended = true;
            else {
                const chunk = asBuffer(value);
                if (chunk.length > 0)
                    return chunk;
            }
        }
        return null;
    }
}
function asBuffer(chunk) {
    if (Buffer.isBuffer(chunk))
        return chunk;
    if (chunk instanceof Uint8Array)
        return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    return Buffer.from(String(chunk));
}

;// CONCATENATED MODULE: ./lib/stores/upload/upload-body.js






/** Sends a body by one request if it is small, in parts otherwise. The stream is destroyed in any case. */
async function uploadBody(body, ways) {
    const { partSize, signal } = ways;
    if (body instanceof Uint8Array && body.byteLength <= partSize) {
        // Whoever has the bytes at hand can put them again; see withRetry.
        const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
        await ways.whole(bytes);
        return bytes.length;
    }
    const stream = body instanceof Uint8Array ? external_node_stream_.Readable.from([body]) : body;
    const source = (0,cancelled/* abortable */.Z)(stream, signal);
    try {
        signal?.throwIfAborted();
        const reader = new PartReader(source, partSize, (ways.buffers ?? sharedPartBuffers).open(), signal);
        const first = (await reader.next()) ?? { bytes: Buffer.alloc(0), release: () => undefined };
        let small;
        try {
            small = await reader.atEnd();
        }
        catch (error) {
            first.release();
            throw error;
        }
        if (!small)
            return await ways.inParts(first, reader);
        try {
            await wholeAgain(ways, first.bytes);
            return first.bytes.length;
        }
        finally {
            first.release();
        }
    }
    catch (error) {
        throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? error;
    }
    finally {
        source.destroy();
        stream.destroy();
    }
}
async function wholeAgain(ways, bytes) {
    await (0,backoff/* patiently */.d_)(ways.patience, async (earlier) => {
        try {
            await ways.whole(bytes);
        }
        catch (error) {
            if (!(earlier > 0 && (0,refused/* isRefused */.H)(error) && (await ways.isOwn(bytes))))
                throw error;
        }
    }, ways.signal);
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

/***/ 90879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ judgeConnection)
/* harmony export */ });
/** An error of a request that got no answer, by its code. */
function judgeConnection(error, code) {
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) {
        return {
            kind: 'config',
            what: `the certificate of the service is not trusted (${code})`,
            hint: 'If it is signed by an authority of your own, name its file in NODE_EXTRA_CA_CERTS.',
        };
    }
    if (networkCodes.has(code) || /^(HPE_|ERR_SSL_|UND_ERR_)/.test(code)) {
        const hint = code === 'ENOTFOUND' ? 'Look at the host name in endpoint, and at region.' : undefined;
        return { kind: 'unavailable', what: `no connection (${code})`, ...(hint !== undefined && { hint }) };
    }
    if (error instanceof Error && error.name === 'AbortError') {
        return { kind: 'cancelled', what: 'stopped from outside' };
    }
    return { kind: 'bug', what: `a request could not be made (${code})` };
}
const networkCodes = new Set([
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'EHOSTDOWN',
    'ENETUNREACH',
    'ENETDOWN',
    'EPROTO',
    'TimeoutError',
    'NetworkingError',
    'ERR_STREAM_PREMATURE_CLOSE',
]);


/***/ }),

/***/ 34539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S2: () => (/* binding */ busy),
/* harmony export */   _n: () => (/* binding */ judgeAnswer),
/* harmony export */   g$: () => (/* binding */ judged),
/* harmony export */   sE: () => (/* binding */ shownAs),
/* harmony export */   vk: () => (/* binding */ damagedOnTheWay),
/* harmony export */   xt: () => (/* binding */ locked)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** What a refusal means. @param shown the service's code and status, as messages name them */
function judgeAnswer(status, shown, service) {
    const { known, existing, badCredentials, allow, lookAt, passing = [] } = service;
    if (known !== undefined)
        return { ...known, what: `${known.what} (${shown})` };
    if (existing.includes(status))
        return { kind: 'refused', what: `the key exists already (${shown})` };
    if (status === 401)
        return { ...badCredentials, what: `${badCredentials.what} (${shown})` };
    if (status === 403)
        return { kind: 'access', what: `not allowed (${shown})`, hint: allow };
    if ([408, 429, ...passing].includes(status) || (status >= 500 && status !== 501)) {
        return { kind: 'unavailable', what: `the service does not answer properly (${shown})` };
    }
    if (status === 404)
        return { kind: 'missing', what: `not found (${shown})` };
    return {
        kind: 'config',
        what: `the service refuses the request (${shown})`,
        hint: `Look at ${lookAt} of the store; \`lifeboat store check\` asks it everything that Lifeboat needs.`,
    };
}
/** What a request ended with, as a Failure. Messages name the store and the service's code, never its words or its address. */
function judged(error, where, judge) {
    if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    const { kind, what, hint } = judge(error);
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kind, `${where}: ${what}`, { ...(hint !== undefined && { hint }), cause: error });
}
/** A code with its status; services that send no code are shown by their status alone. */
function shownAs(code, status) {
    return code === 'Unknown' ? `status ${status}` : `${code}, ${status}`;
}
// What several services have a code of their own for.
const locked = { kind: 'refused', what: 'a lock holds the object' };
const busy = { kind: 'unavailable', what: 'the service is busy' };
const damagedOnTheWay = {
    kind: 'unavailable',
    what: 'the bytes were damaged on their way',
};


/***/ }),

/***/ 83084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ resumingBody)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _backoff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67218);
/* harmony import */ var _cancelled_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4477);



/** Breaks in a row that a stream survives without at least this much having come in between. */
const mostBreaks = 5;
const progress = 1024 * 1024;
/** The bytes of an object. When the connection breaks, it goes on from there with the same object, and nobody notices. */
function resumingBody(download) {
    return new ResumingBody(download);
}
class ResumingBody extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable {
    download;
    position;
    body = null;
    breaks = 0;
    sinceBreak = 0;
    release = new AbortController();
    signal;
    constructor(download) {
        super({ highWaterMark: 256 * 1024 });
        this.download = download;
        this.position = download.offset;
        const { signal } = download;
        this.signal = signal ? AbortSignal.any([signal, this.release.signal]) : this.release.signal;
        signal?.addEventListener('abort', this.stop, { once: true });
        this.attach(download.body);
        if (signal?.aborted === true)
            this.stop();
    }
    _read() {
        this.body?.resume();
    }
    _destroy(error, callback) {
        this.download.signal?.removeEventListener('abort', this.stop);
        this.release.abort();
        this.body?.destroy();
        callback(error);
    }
    stop = () => {
        this.destroy((0,_cancelled_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelledBy */ .t)(this.download.signal, null) ?? undefined);
    };
    attach(body) {
        this.body = body;
        body.pause();
        body.on('data', (chunk) => {
            this.position += chunk.length;
            this.sinceBreak += chunk.length;
            if (!this.push(chunk))
                body.pause();
        });
        body.once('end', () => this.detach(body, null));
        body.once('error', (error) => this.detach(body, error));
        body.once('close', () => this.detach(body, null));
    }
    /** The body gives no more: because all has come, or because the connection broke. */
    detach(body, error) {
        if (this.body !== body || this.destroyed)
            return;
        this.body = null;
        body.on('error', () => undefined);
        body.destroy();
        if (this.position >= this.download.end)
            this.push(null);
        else {
            const cause = error ?? Object.assign(new Error('ended early'), { code: 'ECONNRESET' });
            this.resumeAfter(this.download.broken(cause)).catch((failure) => this.destroy(failure instanceof Error ? failure : new Error(String(failure))));
        }
    }
    async resumeAfter(broken) {
        let failure = broken;
        if (this.sinceBreak >= progress)
            this.breaks = 0;
        this.sinceBreak = 0;
        for (;;) {
            this.breaks += 1;
            if (this.breaks > mostBreaks || !(0,_backoff_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnavailable */ .Pd)(failure))
                throw failure;
            await (0,_backoff_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(this.download.patience, this.breaks - 1, this.signal);
            try {
                const body = await this.download.reopen(this.position, this.signal);
                if (this.destroyed)
                    body.destroy();
                else {
                    this.attach(body);
                    body.resume();
                }
                return;
            }
            catch (error) {
                failure = error;
            }
        }
    }
}


/***/ })

};
