export const id = 8772;
export const ids = [8772];
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

/***/ 70960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ RedisInfo)
/* harmony export */ });
/** What `INFO` says of a server, by name. */
class RedisInfo {
    values;
    constructor(text) {
        this.values = new Map(text.split(/\r?\n/).flatMap((line) => {
            const colon = line.indexOf(':');
            return line.startsWith('#') || colon < 1
                ? []
                : [[line.slice(0, colon), line.slice(colon + 1)]];
        }));
    }
    /** @throws Failure `access` when the user may not ask */
    static async ask(session) {
        const text = await session.ask('INFO');
        return new RedisInfo(Buffer.isBuffer(text) ? text.toString('utf8') : '');
    }
    /** Versions are words of plain characters; anything else is `unknown`. */
    get version() {
        const version = this.values.get('valkey_version') ?? this.values.get('redis_version') ?? '';
        return /^[0-9][0-9A-Za-z.-]{0,20}$/.test(version) ? version : 'unknown';
    }
    get kind() {
        return this.values.has('valkey_version') || this.values.get('server_name') === 'valkey'
            ? 'valkey'
            : 'redis';
    }
    is(name, value) {
        return this.values.get(name) === value;
    }
    number(name) {
        const value = Number(this.values.get(name) ?? 0);
        return Number.isFinite(value) ? value : 0;
    }
    /** Those that have keys. */
    get databases() {
        return [...this.values]
            .flatMap(([name, value]) => {
            const index = /^db(\d+)$/.exec(name)?.[1];
            const counted = /^keys=(\d+),expires=(\d+)/.exec(value);
            return index === undefined || counted === null
                ? []
                : [{ index: Number(index), keys: Number(counted[1]), expires: Number(counted[2]) }];
        })
            .sort((a, b) => a.index - b.index);
    }
}


/***/ }),

/***/ 62521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ setAsideMarker),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   YG: () => (/* binding */ findLodging),
/* harmony export */   ho: () => (/* binding */ resolveRedisPlace),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60774);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70253);



/** @throws Failure `config` when it is not said where, or for what Redis does not have */
function resolveRedisPlace(record, config, { mode, target, selection }, variables) {
    const whose = `source ${record.name}`;
    if (selection !== null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${whose}: Redis has neither tables nor rows that could be selected`, {
            hint: 'Restore it side-by-side as a whole and take from there what you need.',
        });
    }
    if (mode === 'in-place') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `${whose}: Redis is not restored in place: overwriting key by key can be neither checked first nor undone`, { hint: 'Use swap, which exchanges whole databases at once and keeps what was in use.' });
    }
    if (target !== null) {
        if (!target.includes('://') || mode === 'swap') {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${whose}: the target of a Redis source is the URL of an empty server, side-by-side`, {
                hint: 'Leave it out to restore into spare database numbers of the source’s own server.',
            });
        }
        return { address: (0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRedisAddress */ .t)(target, 'target'), isElsewhere: true };
    }
    if (config === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `${whose} is not in the environment file, and no target is given`, {
            hint: 'Give the URL of an empty Redis server as target.',
        });
    }
    return { address: (0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRedisAddress */ .t)(config.url.resolve(variables), whose), isElsewhere: false };
}
/** Lies in a database for as long as a restore fills it: who finds it there knows that it is half a restore. */
function markerOf(backupId) {
    return `lifeboat:restoring:${backupId}`;
}
/** Lies in a database that an exchange has taken out of use, for as long as nobody empties it. */
const setAsideMarker = 'lifeboat:set-aside';
/** Changes nothing but which database is selected. */
async function findLodging(session, info, record, { isElsewhere }, marker) {
    const findings = [];
    const refuse = (failure, text, hint) => findings.push({ level: 'refuse', failure, text: `source ${record.name}: ${text}`, hint });
    const used = new Set(info.databases.map(({ index }) => index));
    const leftovers = [];
    for (const index of used) {
        await session.ask('SELECT', String(index));
        if ((await session.ask('EXISTS', marker)) === 1)
            leftovers.push(index);
    }
    // Brought back to their own server, they would be there twice, and four times after the next exchange.
    const setAside = isElsewhere ? [] : (record.setAside ?? []);
    const wanted = record.databases.map(({ index }) => index).filter((index) => !setAside.includes(index));
    const taken = new Set([...used].filter((index) => !leftovers.includes(index)));
    const available = await databaseNumbers(session, 1 + Math.max(15, ...wanted));
    const numbers = new Map();
    if (isElsewhere) {
        if (taken.size > 0) {
            refuse('refused', `the target is not empty: it holds keys in database ${[...taken].sort((a, b) => a - b).join(', ')}`, 'Restore into an empty server; Lifeboat overwrites nothing.');
        }
        const missing = wanted.filter((index) => !available.includes(index));
        if (missing.length > 0) {
            refuse('refused', `the target has no database ${missing.join(', ')}`, 'Raise databases in its configuration. A cluster has database 0 only.');
        }
        for (const index of wanted)
            numbers.set(index, index);
    }
    else {
        const spare = available.filter((index) => !taken.has(index) && !wanted.includes(index)).reverse();
        if (spare.length < wanted.length) {
            refuse('refused', `the server has ${spare.length} spare databases, and ${wanted.length} are needed`, 'Empty (FLUSHDB) what earlier exchanges have set aside, raise databases in its configuration, or restore side-by-side with the URL of an empty server as target.');
        }
        for (const [at, index] of wanted.entries()) {
            const own = spare[at];
            if (own !== undefined)
                numbers.set(index, own);
        }
    }
    return { numbers, setAside, leftovers, findings };
}
async function databaseNumbers(session, limit) {
    const numbers = [];
    for (let index = 0; index < limit; index += 1) {
        try {
            await session.ask('SELECT', String(index));
        }
        catch (error) {
            if (error instanceof _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .RedisError */ .eR)
                break;
            throw error;
        }
        numbers.push(index);
    }
    return numbers;
}
/** Whether the server would take a command, asked without doing it; the code of its refusal, or null. */
async function refusalOf(session, ...words) {
    await session.ask('MULTI');
    try {
        await session.ask(...words);
        return null;
    }
    catch (error) {
        if (error instanceof _wire_js__WEBPACK_IMPORTED_MODULE_2__/* .RedisError */ .eR)
            return error.code;
        throw error;
    }
    finally {
        await session.ask('DISCARD');
    }
}


/***/ }),

/***/ 82603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ RdbInspector),
  V: () => (/* binding */ digestPayload)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/sources/redis/rdb/crc64.js
/**
 * CRC-64/Jones as RDB files end with it: polynomial 0xad93d23594c935a9, reflected, starting at zero. In two halves of 32
 * bits, since BigInt is thirty times slower.
 */
class Crc64 {
    low = 0;
    high = 0;
    update(bytes, start, end) {
        let { low, high } = this;
        for (let at = start; at < end; at += 1) {
            const index = (low ^ (bytes[at] ?? 0)) & 0xff;
            low = ((low >>> 8) | (high << 24)) ^ (lowTable[index] ?? 0);
            high = (high >>> 8) ^ (highTable[index] ?? 0);
        }
        this.low = low;
        this.high = high;
    }
    get value() {
        return (BigInt(this.high >>> 0) << 32n) | BigInt(this.low >>> 0);
    }
}
const lowTable = new Int32Array(256);
const highTable = new Int32Array(256);
// The polynomial with its bits in reverse order.
const reversed = 0x95ac9329ac4bc9b5n;
for (let byte = 0; byte < 256; byte += 1) {
    let crc = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1)
        crc = (crc & 1n) === 1n ? (crc >> 1n) ^ reversed : crc >> 1n;
    lowTable[byte] = Number(BigInt.asIntN(32, crc));
    highTable[byte] = Number(BigInt.asIntN(32, crc >> 32n));
}

;// CONCATENATED MODULE: ./lib/sources/redis/rdb/byte-queue.js

/** Bytes that come in chunks, read as if they were there. */
class ByteQueue {
    chunk = Buffer.alloc(0);
    at = 0;
    checkedTo = 0;
    crc = new Crc64();
    /** To be called only once the reader has stopped for want of bytes. */
    push(chunk) {
        this.crc.update(this.chunk, this.checkedTo, this.chunk.length);
        this.chunk = chunk;
        this.at = 0;
        this.checkedTo = 0;
    }
    get isEmpty() {
        return this.at === this.chunk.length;
    }
    /** Of everything that was read so far. */
    checksum() {
        this.crc.update(this.chunk, this.checkedTo, this.at);
        this.checkedTo = this.at;
        return this.crc.value;
    }
    *byte() {
        while (this.at === this.chunk.length)
            yield;
        const byte = this.chunk[this.at] ?? 0;
        this.at += 1;
        return byte;
    }
    /** For what is short: it is held in memory. Valid until the next chunk comes. */
    *bytes(length) {
        if (this.chunk.length - this.at >= length) {
            this.at += length;
            return this.chunk.subarray(this.at - length, this.at);
        }
        const parts = [];
        for (let left = length; left > 0;) {
            while (this.at === this.chunk.length)
                yield;
            const part = this.chunk.subarray(this.at, this.at + left);
            parts.push(part);
            this.at += part.length;
            left -= part.length;
        }
        return Buffer.concat(parts);
    }
    /** As long as it may be. */
    *into(hash, length) {
        for (let left = length; left > 0;) {
            while (this.at === this.chunk.length)
                yield;
            const part = this.chunk.subarray(this.at, this.at + left);
            hash.update(part);
            this.at += part.length;
            left -= part.length;
        }
    }
}

;// CONCATENATED MODULE: ./lib/sources/redis/rdb/multiset.js
/** The sum of many digests: the same for the same ones, in whatever order they come. */
class Multiset {
    lanes = new Uint32Array(8);
    size = 0;
    add(digest) {
        for (let lane = 0; lane < 8; lane += 1) {
            this.lanes[lane] = (this.lanes[lane] ?? 0) + digest.readUInt32LE(lane * 4);
        }
        this.size += 1;
    }
    digest() {
        return Buffer.from(this.lanes.buffer);
    }
    equals(other) {
        return this.size === other.size && this.digest().equals(other.digest());
    }
}

;// CONCATENATED MODULE: ./lib/sources/redis/rdb/strings.js


function* readLength(queue) {
    const first = yield* queue.byte();
    const kind = first >> 6;
    if (kind === 0)
        return { count: first & 0x3f };
    if (kind === 1)
        return { count: ((first & 0x3f) << 8) | (yield* queue.byte()) };
    if (kind === 3)
        return { encoding: first & 0x3f };
    if (first === 0x80)
        return { count: (yield* queue.bytes(4)).readUInt32BE() };
    if (first === 0x81)
        return { count: Number((yield* queue.bytes(8)).readBigUInt64BE()) };
    throw malformed();
}
function* readCount(queue) {
    const length = yield* readLength(queue);
    if ('count' in length)
        return length.count;
    throw malformed();
}
/** More is never unpacked: its digest is then that of the packed form. */
const mostUnpacked = 64 * 1024 * 1024;
/** So much is held whole, for speed. */
const strings_short = 16 * 1024;
/** SHA-256 of a string as it is meant, however it is encoded. */
function* digestString(queue) {
    const length = yield* readLength(queue);
    if ('count' in length) {
        if (length.count <= strings_short)
            return (0,external_node_crypto_.hash)('sha256', yield* queue.bytes(length.count), 'buffer');
        const hash = (0,external_node_crypto_.createHash)('sha256');
        yield* queue.into(hash, length.count);
        return hash.digest();
    }
    return (0,external_node_crypto_.hash)('sha256', yield* unusual(queue, length.encoding), 'buffer');
}
/** A short string, such as the name of a field of the header. */
function* readString(queue) {
    const length = yield* readLength(queue);
    if ('encoding' in length)
        return yield* unusual(queue, length.encoding);
    if (length.count > mostUnpacked)
        throw malformed();
    return yield* queue.bytes(length.count);
}
function* unusual(queue, encoding) {
    if (encoding === 0)
        return Buffer.from(String((yield* queue.bytes(1)).readInt8()));
    if (encoding === 1)
        return Buffer.from(String((yield* queue.bytes(2)).readInt16LE()));
    if (encoding === 2)
        return Buffer.from(String((yield* queue.bytes(4)).readInt32LE()));
    if (encoding !== 3)
        throw malformed();
    const packed = yield* readCount(queue);
    const size = yield* readCount(queue);
    const bytes = yield* queue.bytes(packed);
    return size > mostUnpacked ? bytes : unpackLzf(bytes, size);
}
/** LibLZF: a run of literal bytes, or a reference back by at most 8 KiB. */
function unpackLzf(packed, size) {
    const out = Buffer.allocUnsafe(size);
    let to = 0;
    for (let at = 0; at < packed.length;) {
        const control = packed[at++] ?? 0;
        if (control < 32) {
            const count = control + 1;
            if (at + count > packed.length || to + count > size)
                throw malformed();
            packed.copy(out, to, at, at + count);
            at += count;
            to += count;
            continue;
        }
        let count = control >> 5;
        if (count === 7)
            count += packed[at++] ?? 0;
        count += 2;
        let from = to - ((control & 0x1f) << 8) - (packed[at++] ?? 0) - 1;
        if (from < 0 || to + count > size)
            throw malformed();
        // Byte by byte: source and target may overlap, on purpose.
        while (count-- > 0)
            out[to++] = out[from++] ?? 0;
    }
    if (to !== size)
        throw malformed();
    return out;
}
function malformed() {
    return new failure/* Failure */.HR('integrity', 'the RDB file is malformed', {
        hint: 'Take another copy, or another backup: this one is damaged.',
    });
}

;// CONCATENATED MODULE: ./lib/sources/redis/rdb/values.js



/** What a type byte of an RDB file stands for; null for one that this version does not know. */
function kindOfType(type) {
    return kinds[type] ?? null;
}
const kinds = {
    0: 'string',
    1: 'list',
    2: 'set',
    3: 'zset',
    4: 'hash',
    5: 'zset',
    7: 'module',
    9: 'hash',
    10: 'list',
    11: 'set',
    12: 'zset',
    13: 'hash',
    14: 'list',
    15: 'stream',
    16: 'hash',
    17: 'zset',
    18: 'list',
    19: 'stream',
    20: 'set',
    21: 'stream',
    24: 'hash',
    25: 'hash',
};
/**
 * Digest of a value that follows its type byte: of two values in the same encoding it is the same exactly if they hold
 * the same. Where the order of elements means nothing, it has no part in it.
 */
function* digestValue(queue, type) {
    switch (type) {
        case 0:
        case 9:
        case 10:
        case 11:
        case 12:
        case 13:
        case 16:
        case 17:
        case 20:
            return yield* digestString(queue);
        case 1:
        case 14:
            return yield* inOrder(queue, yield* readCount(queue), digestString);
        case 18:
            return yield* inOrder(queue, yield* readCount(queue), quickListNode);
        case 2:
            return yield* inAnyOrder(queue, yield* readCount(queue), digestString);
        case 3:
            return yield* inAnyOrder(queue, yield* readCount(queue), oldScored);
        case 4:
            return yield* inAnyOrder(queue, yield* readCount(queue), field);
        case 5:
            return yield* inAnyOrder(queue, yield* readCount(queue), scored);
        case 7:
            return yield* digestModule(queue);
        case 24:
            yield* queue.bytes(8);
            return yield* inAnyOrder(queue, yield* readCount(queue), expiringField);
        case 25:
            yield* queue.bytes(8);
            return yield* digestString(queue);
        case 15:
        case 19:
        case 21:
            return yield* digestStream(queue, type);
        default:
            throw malformed();
    }
}
function* inOrder(queue, count, element) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (let index = 0; index < count; index += 1)
        hash.update(yield* element(queue));
    return hash.digest();
}
function* inAnyOrder(queue, count, element) {
    const all = new Multiset();
    for (let index = 0; index < count; index += 1)
        all.add(yield* element(queue));
    return together(all.digest(), numbers(count));
}
function* field(queue) {
    return together(yield* digestString(queue), yield* digestString(queue));
}
function* expiringField(queue) {
    const expiry = yield* readCount(queue);
    return together(numbers(expiry), yield* field(queue));
}
function* scored(queue) {
    const member = yield* digestString(queue);
    return together(member, yield* queue.bytes(8));
}
/** Scores as text, of servers before version 4. */
function* oldScored(queue) {
    const member = yield* digestString(queue);
    const length = yield* queue.byte();
    // 253 to 255 stand for no number and the two infinities.
    return together(member, numbers(length), length < 253 ? yield* queue.bytes(length) : noBytes);
}
function* quickListNode(queue) {
    return together(numbers(yield* readCount(queue)), yield* digestString(queue));
}
/** Values of modules say by themselves of what parts they consist. */
function* digestModule(queue) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    hash.update(numbers(yield* readCount(queue)));
    yield* moduleParts(queue, hash);
    return hash.digest();
}
function* moduleParts(queue, hash) {
    for (;;) {
        const part = yield* readCount(queue);
        hash.update(numbers(part));
        if (part === 0)
            return;
        if (part === 1 || part === 2)
            hash.update(numbers(yield* readCount(queue)));
        else if (part === 3)
            hash.update(yield* queue.bytes(4));
        else if (part === 4)
            hash.update(yield* queue.bytes(8));
        else if (part === 5)
            hash.update(yield* digestString(queue));
        else
            throw malformed();
    }
}
function* digestStream(queue, type) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const count = function* () {
        const value = yield* readCount(queue);
        hash.update(numbers(value));
        return value;
    };
    for (let nodes = yield* count(); nodes > 0; nodes -= 1)
        hash.update(yield* field(queue));
    // Length and last id; since version 7 also first id, greatest deleted id and entries ever added.
    for (let left = type === 15 ? 3 : 8; left > 0; left -= 1)
        yield* count();
    for (let groups = yield* count(); groups > 0; groups -= 1) {
        hash.update(yield* digestString(queue));
        for (let left = type === 15 ? 2 : 3; left > 0; left -= 1)
            yield* count();
        for (let pending = yield* count(); pending > 0; pending -= 1) {
            // Id and time of delivery, then how often it was delivered.
            hash.update(yield* queue.bytes(24));
            yield* count();
        }
        for (let consumers = yield* count(); consumers > 0; consumers -= 1) {
            hash.update(yield* digestString(queue));
            hash.update(yield* queue.bytes(type === 21 ? 16 : 8));
            for (let pending = yield* count(); pending > 0; pending -= 1)
                hash.update(yield* queue.bytes(16));
        }
    }
    return hash.digest();
}
const noBytes = Buffer.alloc(0);
function numbers(...values) {
    return Buffer.from(values.join(' ') + '\n');
}
function together(...parts) {
    return (0,external_node_crypto_.hash)('sha256', Buffer.concat(parts), 'buffer');
}

;// CONCATENATED MODULE: ./lib/sources/redis/rdb/inspector.js






/**
 * Reads an RDB file as it streams by: checks its header, its form, its end and its checksum, and counts and digests what
 * it holds. Memory does not grow with the file, but with its longest packed string.
 */
class RdbInspector {
    queue = new ByteQueue();
    contents = {
        version: 0,
        writtenBy: 'unknown',
        databases: [],
        marked: [],
        keys: new Multiset(),
        values: new Map(),
        libraries: 0,
        hasModules: false,
        hasChecksum: false,
        bytes: 0,
    };
    reading = this.file();
    hasEnded = false;
    marker;
    /** @param marker name of the key that marks a database */
    constructor(marker = '') {
        this.marker = (0,external_node_crypto_.createHash)('sha256').update(marker).digest();
        this.reading.next();
    }
    /** @throws Failure `integrity` when it is no RDB file or a damaged one, `missing` when it is of a form too new for us */
    feed(chunk) {
        if (chunk.length === 0)
            return;
        this.contents.bytes += chunk.length;
        this.queue.push(chunk);
        if (this.hasEnded || this.reading.next().done === true) {
            this.hasEnded = true;
            if (!this.queue.isEmpty)
                throw malformed();
        }
    }
    /** @throws Failure `integrity` when it is truncated */
    end() {
        if (this.hasEnded)
            return this.contents;
        throw new failure/* Failure */.HR('integrity', `the RDB file is truncated: it ends after ${this.contents.bytes} bytes`, {
            hint: 'Take another copy, or another backup.',
        });
    }
    *file() {
        const { queue, contents } = this;
        const header = (yield* queue.bytes(9)).toString('latin1');
        const version = /^(?:REDIS|VALKEY)(\d{3,4})$/.exec(header)?.[1];
        if (version === undefined)
            throw new failure/* Failure */.HR('integrity', 'this is no RDB file: its header is another');
        contents.version = Number(version);
        let database = this.database(0);
        let expiry = '';
        for (;;) {
            const code = yield* queue.byte();
            if (code === opcode.end)
                break;
            if (code === opcode.select)
                database = this.database(yield* readCount(queue));
            else if (code === opcode.sizes)
                for (let left = 2; left > 0; left -= 1)
                    yield* readCount(queue);
            else if (code === opcode.slot)
                for (let left = 3; left > 0; left -= 1)
                    yield* readCount(queue);
            else if (code === opcode.milliseconds)
                expiry = String((yield* queue.bytes(8)).readBigInt64LE());
            else if (code === opcode.seconds)
                expiry = `${(yield* queue.bytes(4)).readInt32LE()}000`;
            else if (code === opcode.idle)
                yield* readCount(queue);
            else if (code === opcode.frequency)
                yield* queue.byte();
            else if (code === opcode.auxiliary)
                yield* this.auxiliary();
            else if (code === opcode.library) {
                yield* digestString(queue);
                contents.libraries += 1;
            }
            else if (code === opcode.module) {
                contents.hasModules = true;
                for (let left = 3; left > 0; left -= 1)
                    yield* readCount(queue);
                yield* moduleParts(queue, (0,external_node_crypto_.createHash)('sha256'));
            }
            else {
                const kind = kindOfType(code);
                if (kind === null)
                    throw unknown(contents.version, code);
                if (kind === 'module')
                    contents.hasModules = true;
                const name = yield* digestString(queue);
                const value = yield* digestValue(queue, code);
                database.keys += 1;
                if (name.equals(this.marker))
                    contents.marked.push(database.index);
                if (expiry !== '')
                    database.expires += 1;
                contents.keys.add(together(name, Buffer.from(`${database.index} ${kind} ${expiry}`)));
                let same = contents.values.get(code);
                if (same === undefined)
                    contents.values.set(code, (same = new Multiset()));
                same.add(together(name, value, Buffer.from(String(database.index))));
                expiry = '';
            }
        }
        contents.databases = contents.databases.filter(({ keys }) => keys > 0).sort((a, b) => a.index - b.index);
        // Files before version 5 have none.
        if (contents.version < 5)
            return;
        const expected = queue.checksum();
        const written = (yield* queue.bytes(8)).readBigUInt64LE();
        contents.hasChecksum = written !== 0n;
        if (contents.hasChecksum && written !== expected) {
            throw new failure/* Failure */.HR('integrity', 'the RDB file is damaged: its checksum is another', {
                hint: 'Take another copy, or another backup.',
            });
        }
    }
    *auxiliary() {
        const name = (yield* readString(this.queue)).toString('latin1');
        const value = (yield* readString(this.queue)).toString('latin1');
        if (/^(redis|valkey)-ver$/.test(name) && /^[0-9.]{1,20}$/.test(value))
            this.contents.writtenBy = value;
    }
    database(index) {
        const known = this.contents.databases.find((each) => each.index === index);
        if (known !== undefined)
            return known;
        const database = { index, keys: 0, expires: 0 };
        this.contents.databases.push(database);
        return database;
    }
}
const opcode = {
    slot: 244,
    library: 245,
    module: 247,
    idle: 248,
    frequency: 249,
    auxiliary: 250,
    sizes: 251,
    milliseconds: 252,
    seconds: 253,
    select: 254,
    end: 255,
};
/** The newest format of which every part is known here: Redis 7.4 and Valkey 8 write 12 and 11. */
const newestKnown = 12;
function unknown(version, code) {
    if (version <= newestKnown)
        return malformed();
    return new failure/* Failure */.HR('missing', `the RDB file has format ${version} with a part (${code}) that this Lifeboat does not know`, { hint: 'Use a newer Lifeboat for servers as new as this one.' });
}
/** Digest and encoding of one value as `DUMP` gives it: type, value, two bytes of version, eight of checksum. */
function digestPayload(payload) {
    const queue = new ByteQueue();
    queue.push(payload.subarray(1));
    const type = payload[0] ?? 255;
    const read = digestValue(queue, type).next();
    if (read.done !== true)
        throw malformed();
    return { type, digest: read.value };
}


/***/ }),

/***/ 38772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRedisSource: () => (/* binding */ openRedisSource),
  s: () => (/* binding */ rdbName)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/sources/redis/address.js
var redis_address = __webpack_require__(60774);
// EXTERNAL MODULE: ./lib/sources/redis/info.js
var info = __webpack_require__(70960);
// EXTERNAL MODULE: ./lib/sources/redis/place.js
var place = __webpack_require__(62521);
// EXTERNAL MODULE: ./lib/sources/redis/rdb/inspector.js + 5 modules
var rdb_inspector = __webpack_require__(82603);
// EXTERNAL MODULE: ./lib/sources/redis/wire.js + 1 modules
var wire = __webpack_require__(70253);
;// CONCATENATED MODULE: ./lib/sources/redis/replication.js


/** Between 40 random bytes stands a file whose length the server did not know beforehand. */
const markSize = 40;
/**
 * Asks the server for an RDB file of this moment, as a replica does, and gives its bytes as they come. Nothing is
 * written to the server's disk where it can send without.
 * @throws Failure `access` when the user may not, `refused` when the server does not do that, `unavailable`
 */
async function* pourRdb(session) {
    // Since 7.0 the server then keeps no log of writes for us; an older one does not know the word, which does no harm.
    await agreed(session, 'rdb-only', '1');
    await agreed(session, 'capa', 'eof');
    const stream = session.pour('SYNC');
    let held = Buffer.alloc(0);
    let length = null;
    let mark = null;
    // Empty lines keep the connection alive until the server has its file.
    for (let isHeader = true; isHeader;) {
        const chunk = await stream.next();
        if (chunk.done === true)
            throw cut();
        held = Buffer.concat([held, chunk.value]);
        while (held[0] === 0x0a || held[0] === 0x0d)
            held = held.subarray(1);
        const end = held.indexOf('\n');
        if (end === -1) {
            if (held.length > 4_096)
                throw new failure/* Failure */.HR('unavailable', 'what answers there is no Redis');
            continue;
        }
        const line = held.toString('latin1', 0, end).trimEnd();
        held = held.subarray(end + 1);
        if (line.startsWith('-'))
            throw syncRefused((0,wire/* serverFailure */.aG)(line.slice(1)));
        const header = /^\$(?:EOF:(.{40})|(\d+))$/.exec(line);
        if (header === null)
            throw new failure/* Failure */.HR('unavailable', 'the server did not answer SYNC with a file');
        if (header[1] === undefined)
            length = Number(header[2]);
        else
            mark = Buffer.from(header[1], 'latin1');
        isHeader = false;
    }
    if (length !== null) {
        let left = length;
        for (let chunk = held;;) {
            const own = chunk.subarray(0, left);
            if (own.length > 0)
                yield own;
            left -= own.length;
            if (left === 0)
                break;
            const next = await stream.next();
            if (next.done === true)
                throw cut();
            chunk = next.value;
        }
    }
    else if (mark !== null) {
        let tail = held;
        while (!(tail.length >= markSize && tail.subarray(-markSize).equals(mark))) {
            const sure = tail.length - markSize;
            if (sure > 0) {
                yield tail.subarray(0, sure);
                tail = tail.subarray(sure);
            }
            const next = await stream.next();
            if (next.done === true)
                throw cut();
            tail = Buffer.concat([tail, next.value]);
        }
        if (tail.length > markSize)
            yield tail.subarray(0, -markSize);
    }
    await stream.return(undefined);
}
/** @throws what is not the server's plain answer that it does not know this */
async function agreed(session, ...words) {
    try {
        await session.ask('REPLCONF', ...words);
    }
    catch (error) {
        if (!(error instanceof wire/* RedisError */.eR))
            throw error;
        if (error.code !== 'ERR')
            throw syncRefused(error);
    }
}
/** What stands in the way of SYNC, and what to do about it. */
function syncRefused(error) {
    if (error.kind === 'access') {
        return new failure/* Failure */.HR('access', `the user may not copy the data as a replica does (SYNC, REPLCONF: ${error.code})`, {
            hint: 'Give the user of the URL these rights: ACL SETUSER name on >password +ping +info +replconf +sync +psync.',
            cause: error,
        });
    }
    if (error.code === 'NOMASTERLINK' || error.code === 'LOADING') {
        return new failure/* Failure */.HR('unavailable', `the server has no data to give now (${error.code})`, {
            hint: 'It is a replica that has lost its primary, or still loads its data. Try again, or back up the primary.',
            cause: error,
        });
    }
    return new failure/* Failure */.HR('refused', `the server does not let its data be copied by SYNC (${error.code})`, {
        hint: 'Managed services often forbid it. Use the snapshots of the service itself, or back up a replica of your own.',
        cause: error,
    });
}
function cut() {
    return new failure/* Failure */.HR('unavailable', 'the connection ended before the whole RDB file had come', {
        hint: 'A server drops a replica that reads too slowly (client-output-buffer-limit replica), or when its own save fails: its log says why.',
    });
}

;// CONCATENATED MODULE: ./lib/sources/redis/source.js
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








const rdbName = 'dump.rdb';
/** A Redis or Valkey server as a source. @throws Failure `config` when its URL cannot be resolved */
function openRedisSource(config, context) {
    const address = (0,redis_address/* parseRedisAddress */.t)(config.url.resolve(context.variables), `source ${config.name}`);
    return {
        name: config.name,
        type: 'redis',
        async preflight(signal) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_1, await (0,redis_address/* enterRedis */.c)(address, signal), false);
                return await inspect(session, address, config.name, signal);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                __disposeResources(env_1);
            }
        },
        dump: (sink, progress, signal) => dump({ config, address, context, sink, progress, signal }),
        async [Symbol.asyncDispose]() { },
    };
}
async function inspect(session, address, name, signal) {
    const info = await askInfo(session);
    const findings = [];
    const say = (level, text, rest = {}) => findings.push({ level, text: `source ${name}: ${text}`, ...rest });
    if (info.is('cluster_enabled', '1')) {
        say('refuse', 'the server is a node of a cluster, which holds a part of the data only', {
            failure: 'refused',
            hint: 'Clusters are not supported by this version: use the snapshots of the service, or a replica that holds everything.',
        });
    }
    const missing = await missingRight(session, address.user);
    if (missing !== null) {
        const { kind, message, hint } = syncRefused(missing);
        const failure = kind === 'access' ? 'access' : 'refused';
        say('refuse', message, { failure, ...(hint === undefined ? {} : { hint }) });
    }
    if (info.is('role', 'slave') && !info.is('master_link_status', 'up')) {
        say('refuse', 'it is a replica that has lost its primary, so its data is of an unknown age', {
            failure: 'unavailable',
            hint: 'Mend the replication, or back up the primary.',
        });
    }
    if (info.is('loading', '1')) {
        say('refuse', 'the server still loads its data', { failure: 'unavailable', hint: 'Try again later.' });
    }
    const modules = await session.ask('MODULE', 'LIST').catch((error) => {
        if (error instanceof wire/* RedisError */.eR)
            return null;
        throw error;
    });
    signal.throwIfAborted();
    if (Array.isArray(modules) && modules.length > 0) {
        say('warning', `${(0,units/* counted */.hS)(modules.length, 'module')} ${modules.length === 1 ? 'is' : 'are'} loaded; data of modules comes back only on a server that has them`);
    }
    const total = info.number('total_system_memory');
    const used = info.number('used_memory_rss');
    if (total > 0 && used > total / 2) {
        say('warning', `the server uses ${(0,units/* formatBytes */.z3)(used)} of ${(0,units/* formatBytes */.z3)(total)} memory; while it copies itself it may need up to twice as much`, { hint: 'Back up when few keys are written, or back up a replica.' });
    }
    const major = Number.parseInt(info.version, 10);
    if (major < 7) {
        say('notice', 'a server before version 7 keeps what is written during the backup in memory for us (client-output-buffer-limit replica)');
    }
    return findings;
}
/** Where the server can be asked (`ACL DRYRUN`, since 7.0, with the right to); null when nothing is known to be missing. */
async function missingRight(session, user) {
    for (const command of [['SYNC'], ['REPLCONF', 'capa', 'eof']]) {
        const known = await session.ask('COMMAND', 'INFO', ...command.slice(0, 1)).catch(ignored);
        if (Array.isArray(known) && known[0] === null)
            return new wire/* RedisError */.eR('unavailable', 'ERR');
        const answer = await session
            .ask('ACL', 'DRYRUN', user === '' ? 'default' : user, ...command)
            .catch(ignored);
        if (Buffer.isBuffer(answer))
            return new wire/* RedisError */.eR('access', 'NOPERM');
    }
    return null;
}
function ignored(error) {
    if (error instanceof wire/* RedisError */.eR)
        return null;
    throw error;
}
async function dump({ config, address, context, sink, progress, signal }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_2, await (0,redis_address/* enterRedis */.c)(address, signal), false);
        const info = await askInfo(session);
        const inspector = new rdb_inspector/* RdbInspector */.G(place/* setAsideMarker */.Hg);
        // Not after this moment does the server begin to write what it has.
        const at = context.clock.now();
        const lag = info.is('role', 'slave') ? info.number('master_last_io_seconds_ago') * 1_000 : 0;
        const body = async function* () {
            let done = 0;
            for await (const chunk of pourRdb(session)) {
                signal.throwIfAborted();
                inspector.feed(chunk);
                done += chunk.length;
                progress.report(done);
                yield chunk;
            }
            inspector.end();
        };
        // The server packs long strings one by one; together they get smaller still.
        const artifact = await sink.put({ name: rdbName, body: body(), compressedBy: 'lifeboat' }, signal);
        const contents = inspector.end();
        const warnings = [
            ...(contents.hasChecksum ? [] : ['the server writes no checksum into RDB files (rdbchecksum no)']),
            ...(contents.hasModules ? ['it holds data of modules, which only a server that has them can load'] : []),
        ];
        return {
            name: config.name,
            type: 'redis',
            engine: 'redis-rdb',
            serverVersion: info.version,
            serverKind: info.kind,
            rdbVersion: contents.version,
            databases: contents.databases,
            ...(contents.marked.length === 0 ? {} : { setAside: contents.marked }),
            snapshot: { at: iso(at), dataAt: iso(at - lag) },
            databaseSize: contents.bytes,
            notIncluded: [],
            warnings,
            artifacts: [artifact],
        };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
async function askInfo(session) {
    try {
        return await info/* RedisInfo */.O.ask(session);
    }
    catch (error) {
        if (!(error instanceof wire/* RedisError */.eR && error.kind === 'access'))
            throw error;
        throw new failure/* Failure */.HR('access', `the user may not ask the server what it is (INFO: ${error.code})`, {
            hint: 'Give the user of the URL the right: ACL SETUSER name +info.',
            cause: error,
        });
    }
}
function iso(time) {
    return new Date(time).toISOString();
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
