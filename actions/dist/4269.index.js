export const id = 4269;
export const ids = [4269];
export const modules = {

/***/ 24269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGcsStore: () => (/* binding */ openGcsStore)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/stores/cancelled.js
var cancelled = __webpack_require__(4477);
// EXTERNAL MODULE: ./lib/stores/web/http.js
var http = __webpack_require__(30019);
// EXTERNAL MODULE: ./lib/stores/web/connection-errors.js
var connection_errors = __webpack_require__(90879);
// EXTERNAL MODULE: ./lib/stores/web/judge-answer.js
var judge_answer = __webpack_require__(34539);
;// CONCATENATED MODULE: ./lib/stores/gcs/errors.js




/** What a request ended with, as a Failure that names what was asked for. */
function gcsFailure(error, asked) {
    return (0,judge_answer/* judged */.g$)(error, asked.where, (thrown) => judge(thrown, asked));
}
/** Whether the service knows these credentials, and does not let them do this. */
function isDenied(error) {
    return error instanceof domain_failure/* Failure */.HR && error.kind === 'access' && (0,http/* answerOf */.ut)(error.cause).status === 403;
}
function judge(error, asked) {
    const { status, code } = (0,http/* answerOf */.ut)(error);
    if (status === undefined)
        return (0,connection_errors/* judgeConnection */.u)(error, code);
    const shown = (0,judge_answer/* shownAs */.sE)(code, status);
    // Google has no code of its own for bytes that do not fit their digest.
    if (asked.digested === true && status === 400 && code === 'invalid') {
        return { ...judge_answer/* damagedOnTheWay */.vk, what: `${judge_answer/* damagedOnTheWay */.vk.what} (${shown})` };
    }
    const exists = asked.conditional === true && status === 412;
    return (0,judge_answer/* judgeAnswer */._n)(status, shown, {
        known: exists ? undefined : knownCodes[code],
        existing: exists ? [412] : [],
        badCredentials,
        allow: `Allow ${asked.permission} on the bucket to these credentials.`,
        lookAt: 'bucket and endpoint',
        passing: [410],
    });
}
const badCredentials = {
    kind: 'access',
    what: 'the service does not know these credentials, or they have expired',
    hint: 'Look at credentials, or at workload-identity-provider and service-account, and at the clock of this machine.',
};
const knownCodes = {
    retentionPolicyNotMet: judge_answer/* locked */.xt,
    objectUnderActiveHold: judge_answer/* locked */.xt,
    objectRetentionNotMet: judge_answer/* locked */.xt,
    rateLimitExceeded: judge_answer/* busy */.S2,
    userRateLimitExceeded: judge_answer/* busy */.S2,
    quotaExceeded: judge_answer/* busy */.S2,
    backendError: judge_answer/* busy */.S2,
    objectRetentionNotEnabled: {
        kind: 'config',
        what: 'the bucket does not allow retention of single objects',
        hint: 'Turn on object retention for the bucket (gcloud storage buckets update --enable-per-object-retention), or take object-retention out of the store.',
    },
};

;// CONCATENATED MODULE: ./lib/stores/gcs/bucket.js



function openBucket(options) {
    const client = (0,http/* httpClient */.ok)();
    const where = `the GCS store ${options.name}`;
    const endpoint = options.endpoint.replace(/\/+$/, '');
    const root = `/storage/v1/b/${encodeURIComponent(options.bucket)}`;
    function addressOf({ url, key, path, query = {} }) {
        const place = key === undefined ? (path ?? root) : `${root}/o/${encodeURIComponent(options.prefix + key)}`;
        const address = new URL(url ?? endpoint + place);
        for (const [name, value] of Object.entries(query))
            address.searchParams.set(name, value);
        return address;
    }
    async function attempt(ask) {
        const { method, body, signal } = ask;
        const token = (await options.tokens?.current()) ?? null;
        const headers = { ...ask.headers, ...(token !== null && { authorization: `Bearer ${token}` }) };
        return { answer: await client.send({ method, url: addressOf(ask), headers, body, signal }), token };
    }
    function failure(error, ask) {
        return gcsFailure(error, { ...ask, where, bucket: options.bucket });
    }
    async function request(ask) {
        const { signal } = ask;
        try {
            signal?.throwIfAborted();
            let { answer, token } = await attempt(ask);
            if (answer.status === 401 && token !== null) {
                // The token may have been taken back before its time.
                answer.body.destroy();
                options.tokens?.refused(token);
                ({ answer } = await attempt(ask));
            }
            if (answer.status >= 400)
                throw await refusal(answer);
            return answer;
        }
        catch (error) {
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? failure(error, ask);
        }
    }
    return {
        options,
        where,
        request,
        failure,
        json: async (ask) => {
            const answer = await request(ask);
            try {
                const text = await (0,http/* readText */.yR)(answer);
                return text.trim() === '' ? {} : JSON.parse(text);
            }
            catch (error) {
                throw (0,cancelled/* cancelledBy */.t)(ask.signal, error) ?? failure(error instanceof SyntaxError ? notJson() : error, ask);
            }
        },
        [Symbol.dispose]: () => client[Symbol.dispose](),
    };
}
/** A proxy on the way answers in words of its own. */
function notJson() {
    return Object.assign(new Error('the answer is no JSON'), { code: 'HPE_NO_JSON' });
}
async function refusal(answer) {
    const text = await (0,http/* readText */.yR)(answer).catch(() => '');
    const reason = /"reason":\s*"(\w+)"/.exec(text)?.[1];
    return new http/* Refusal */.P_(answer.status, reason ?? 'Unknown');
}
/** Status and code of the answer that a Failure of this store came from. */
function gcsAnswer(error) {
    return (0,http/* answerOf */.ut)(error instanceof Error ? error.cause : undefined);
}

// EXTERNAL MODULE: ./lib/stores/web/resuming-body.js
var resuming_body = __webpack_require__(83084);
;// CONCATENATED MODULE: ./lib/stores/gcs/download.js





const permission = 'storage.objects.get';
/** Opens an object, or a part of it. @throws Failure `missing` when there is none */
async function download(bucket, key, { offset = 0, length, version, signal }) {
    let answer;
    try {
        answer = await getObject({ bucket, key }, offset, length === undefined ? null : offset + length, version, signal);
    }
    catch (error) {
        // The part begins at the end of the object, or behind it.
        if (gcsAnswer(error).status === 416)
            return external_node_stream_.Readable.from([]);
        throw error;
    }
    const end = offset + Number(answer.headers['content-length'] ?? 0);
    const generation = answer.headers['x-goog-generation'];
    return (0,resuming_body/* resumingBody */.N)({
        body: answer.body,
        offset,
        end,
        reopen: async (position, own) => {
            const one = typeof generation === 'string' ? generation : version;
            try {
                return (await getObject({ bucket, key }, position, end, one, own)).body;
            }
            catch (error) {
                throw describe(bucket, key, error);
            }
        },
        broken: (error) => gcsFailure(error, { where: bucket.where, bucket: bucket.options.bucket, permission }),
        patience: bucket.options.patience,
        signal,
    });
}
async function getObject({ bucket, key }, offset, end, generation, signal) {
    const partly = offset > 0 || end !== null;
    const answer = await bucket.request({
        method: 'GET',
        key,
        query: { alt: 'media', ...(generation !== undefined && { generation }) },
        headers: partly ? { range: `bytes=${offset}-${end === null ? '' : end - 1}` } : {},
        permission,
        signal,
    });
    if (partly && answer.headers['content-range']?.startsWith(`bytes ${offset}-`) !== true) {
        answer.body.destroy();
        throw new domain_failure/* Failure */.HR('config', `${bucket.where}: the service does not give parts of objects`);
    }
    return answer;
}
/** The generation that was being read is gone: without versions, because another took its place. */
function describe({ where }, key, error) {
    return error instanceof domain_failure/* Failure */.HR && error.kind === 'missing'
        ? new domain_failure/* Failure */.HR('integrity', `${where}: ${key} was replaced or removed while it was read`, { cause: error })
        : error;
}

;// CONCATENATED MODULE: ./lib/stores/gcs/object.js

/** What is asked of an object's resource. */
const objectFields = 'name,size,updated,timeCreated,generation,md5Hash,metadata';
const lockFields = 'retention,retentionExpirationTime,temporaryHold,eventBasedHold';
/** Name of the metadata that holds an upload's mark. */
const markName = 'lifeboat-upload';
/** An object as the JSON API describes it. */
function readObject(resource, prefix) {
    const text = (value) => (typeof value === 'string' ? value : undefined);
    const name = text(resource['name']) ?? '';
    const metadata = resource['metadata'];
    const mark = metadata !== null && typeof metadata === 'object' && markName in metadata ? metadata[markName] : null;
    return {
        name,
        key: name.slice(prefix.length),
        size: Number(resource['size'] ?? 0),
        modifiedAt: (0,http/* instantOf */.B9)(text(resource['timeCreated']) ?? text(resource['updated'])),
        version: text(resource['generation']) ?? '',
        md5: text(resource['md5Hash']) ?? null,
        mark: typeof mark === 'string' ? mark : null,
    };
}
/** Until when a hold, the object's retention or the bucket's policy keeps it; null when none does. */
function lockOf(resource, now) {
    if (resource['temporaryHold'] === true || resource['eventBasedHold'] === true)
        return Infinity;
    const retention = resource['retention'];
    const own = retention !== null && typeof retention === 'object' && 'retainUntilTime' in retention
        ? retention.retainUntilTime
        : undefined;
    const moments = [own, resource['retentionExpirationTime']];
    const until = Math.max(...moments.map((moment) => (0,http/* instantOf */.B9)(typeof moment === 'string' ? moment : undefined)));
    return until > now ? until : null;
}

// EXTERNAL MODULE: ./lib/stores/keys.js
var keys = __webpack_require__(49552);
// EXTERNAL MODULE: ./lib/stores/probe.js
var probe = __webpack_require__(26548);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/stores/backoff.js
var backoff = __webpack_require__(67218);
;// CONCATENATED MODULE: ./lib/stores/gcs/one-upload.js




const one_upload_permission = 'storage.objects.create';
const allFields = `${objectFields},${lockFields}`;
/** Resource and bytes in one request. The service compares the digest before it stores anything. */
async function insert({ bucket, mark, resource, signal }, bytes, condition = { ifGenerationMatch: '0' }) {
    const boundary = `lifeboat-${mark}`;
    const described = JSON.stringify({ ...resource, md5Hash: md5(bytes) });
    const body = Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-type: application/json; charset=UTF-8\r\n\r\n${described}\r\n` +
            `--${boundary}\r\ncontent-type: application/octet-stream\r\n\r\n`),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return bucket.json({
        method: 'POST',
        path: uploadPath(bucket),
        query: { uploadType: 'multipart', ...condition, fields: objectFields },
        headers: { 'content-type': `multipart/related; boundary=${boundary}` },
        body,
        permission: one_upload_permission,
        conditional: true,
        digested: resource['retention'] === undefined,
        signal,
    });
}
function uploadPath({ options }) {
    return `/upload/storage/v1/b/${encodeURIComponent(options.bucket)}/o`;
}
/** Whether the object that stands in the way is this very upload's: its mark says so, which a list shows as well. */
async function isOwn({ bucket, key, mark, signal }) {
    const { patience, prefix, bucket: name } = bucket.options;
    return (0,backoff/* patiently */.d_)(patience, async () => {
        try {
            const found = await bucket.json({
                method: 'GET',
                key,
                query: { fields: objectFields },
                permission: 'storage.objects.get',
                signal,
            });
            return readObject(found, prefix).mark === mark;
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR) || error.kind !== 'access')
                throw error;
        }
        try {
            const page = await bucket.json({
                method: 'GET',
                path: `/storage/v1/b/${encodeURIComponent(name)}/o`,
                query: { prefix: prefix + key, maxResults: '1', fields: `items(${objectFields})` },
                permission: 'storage.objects.list',
                signal,
            });
            const [found] = itemsOf(page);
            return found !== undefined && readObject(found, prefix).mark === mark;
        }
        catch (error) {
            if (error instanceof domain_failure/* Failure */.HR && error.kind === 'access')
                return false;
            throw error;
        }
    }, signal);
}
function itemsOf(page) {
    return Array.isArray(page['items']) ? page['items'] : [];
}
function md5(bytes) {
    return (0,external_node_crypto_.createHash)('md5').update(bytes).digest('base64');
}

;// CONCATENATED MODULE: ./lib/stores/gcs/probe.js





/** Finds out what a bucket and these credentials allow, by trying. */
async function probeBucket(bucket, signal) {
    const { random } = bucket.options.patience;
    const found = await (0,probe/* probeByTrying */.X2)({
        random,
        put: async (key, conditional) => {
            const resource = { name: bucket.options.prefix + key, contentType: 'text/plain' };
            const mark = (0,keys/* randomName */.Zm)(random.bytes(12));
            await insert({ bucket, mark, resource, signal }, probe/* probeText */.Qc, conditional ? { ifGenerationMatch: '0' } : {});
        },
        remove: async (key) => {
            await bucket.json({ method: 'DELETE', key, permission: 'storage.objects.delete', signal });
        },
        isDenied: isDenied,
        deniedFailure: () => new domain_failure/* Failure */.HR('access', `${bucket.where}: these credentials may not put new objects`, {
            hint: 'Allow storage.objects.create on the bucket to these credentials.',
        }),
    });
    return { ...found, ...(await settings(bucket, signal)) };
}
async function settings(bucket, signal) {
    try {
        const found = await bucket.json({
            method: 'GET',
            query: { fields: 'versioning,retentionPolicy,objectRetention' },
            permission: 'storage.buckets.get',
            signal,
        });
        const versioning = found['versioning'];
        const enabled = versioning !== null && typeof versioning === 'object' && 'enabled' in versioning
            ? versioning.enabled
            : false;
        return {
            versioned: enabled === true,
            locks: found['retentionPolicy'] !== undefined || found['objectRetention'] !== undefined,
        };
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && error.kind === 'access')
            return { versioned: null, locks: null };
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/stores/locks.js
var locks = __webpack_require__(99310);
// EXTERNAL MODULE: ./lib/stores/upload/upload-body.js + 2 modules
var upload_body = __webpack_require__(50600);
// EXTERNAL MODULE: ./lib/stores/upload/refused.js
var refused = __webpack_require__(89042);
;// CONCATENATED MODULE: ./lib/stores/gcs/resumable.js








/** A cancelled job has 7.5 s, and its processes need a part of them. */
const abortMilliseconds = 3_500;
/** What the service answers when it wants more. */
const goOn = 308;
/** Sends a body in chunks, one after the other, while the next one fills. When it fails, the upload is given up. */
async function uploadInChunks(one, first, reader) {
    let session;
    try {
        session = await begin(one);
    }
    catch (error) {
        first.release();
        throw error;
    }
    const stop = new AbortController();
    const signal = one.signal ? AbortSignal.any([one.signal, stop.signal]) : stop.signal;
    const hash = (0,external_node_crypto_.createHash)('md5');
    const upload = { ...one, session, signal, hash };
    try {
        let offset = 0;
        for (let part = first; part !== null;) {
            const { bytes } = part;
            // Only the last one has another size. Whether a whole one is the last is known too late: then an empty one follows.
            const isLast = bytes.length % 262_144 !== 0;
            const total = isLast ? offset + bytes.length : null;
            const next = await sendWhileReading(upload, part, offset, total, isLast ? null : reader, stop);
            offset += bytes.length;
            if (isLast)
                return offset;
            part = next;
        }
        await sendChunk(upload, Buffer.alloc(0), offset, offset);
        return offset;
    }
    catch (error) {
        stop.abort();
        await abort(upload);
        throw error;
    }
}
/** Sends a chunk and gives the next one; neither goes on when this has failed. */
async function sendWhileReading(upload, part, offset, total, reader, stop) {
    let bodyFailed = null;
    const reading = reader?.next() ?? Promise.resolve(null);
    reading.catch((error) => {
        bodyFailed = { error };
        stop.abort();
    });
    try {
        await sendChunk(upload, part.bytes, offset, total);
    }
    catch (error) {
        // A part that was being filled is not needed any more; the caller ends the stream that fills it.
        void reading.then((next) => next?.release(), () => undefined);
        throw bodyFailed?.error ?? error;
    }
    finally {
        part.release();
    }
    return reading;
}
async function begin({ bucket, resource, signal }) {
    // Begun twice, the first upload has no bytes, and the service forgets it after a week.
    return (0,backoff/* patiently */.d_)(bucket.options.patience, async () => {
        const answer = await bucket.request({
            method: 'POST',
            path: uploadPath(bucket),
            query: { uploadType: 'resumable', ifGenerationMatch: '0', fields: objectFields },
            headers: { 'content-type': 'application/json; charset=UTF-8' },
            body: Buffer.from(JSON.stringify(resource)),
            permission: one_upload_permission,
            conditional: true,
            signal,
        });
        answer.body.resume();
        const session = URL.parse(answer.headers.location ?? '');
        if (session === null)
            throw new domain_failure/* Failure */.HR('config', `${bucket.where}: the service names no upload`);
        return session;
    }, signal);
}
/** @param total the size of the whole object, when this is its last chunk */
async function sendChunk(one, bytes, offset, total) {
    one.hash.update(bytes);
    const digest = total === null ? null : one.hash.digest('base64');
    /** Of these bytes, as the service says. */
    let kept = 0;
    await (0,backoff/* patiently */.d_)(one.bucket.options.patience, async (earlier) => {
        if (earlier > 0) {
            const state = await askState(one, total);
            if (state.object !== null && total === null) {
                throw new domain_failure/* Failure */.HR('config', `${one.bucket.where}: the service ended an upload before its end`);
            }
            if (state.object !== null)
                return checkDigest(one, state.object, digest);
            kept = state.kept - offset;
            if (kept < 0 || kept > bytes.length) {
                throw new domain_failure/* Failure */.HR('config', `${one.bucket.where}: the service forgets what it was sent`);
            }
            // What was lost was the answer alone.
            if (kept === bytes.length && total === null)
                return;
        }
        for (;;) {
            const rest = bytes.subarray(kept);
            const answer = await put(one, rest, offset + kept, total, digest);
            const before = kept;
            if (answer.status !== goOn)
                return checkDigest(one, await readAnswer(one, answer), digest);
            answer.body.resume();
            kept = keptOf(answer) - offset;
            if (kept >= bytes.length && total === null)
                return;
            if (kept <= before) {
                throw new domain_failure/* Failure */.HR('unavailable', `${one.bucket.where}: the service does not take the bytes`);
            }
        }
    }, one.signal);
}
async function put({ bucket, key, session, signal }, body, offset, total, digest) {
    const range = body.length === 0 ? '*' : `${offset}-${offset + body.length - 1}`;
    try {
        return await bucket.request({
            method: 'PUT',
            url: session,
            headers: {
                'content-range': `bytes ${range}/${total ?? '*'}`,
                // Compared by the service before the object becomes visible.
                ...(digest !== null && { 'x-goog-hash': `md5=${digest}` }),
            },
            body,
            permission: one_upload_permission,
            conditional: true,
            signal,
        });
    }
    catch (error) {
        const { status, code } = gcsAnswer(error);
        // Which chunk it was cannot be told, and those before are gone: the whole must be sent anew.
        throw digest !== null && status === 400 && code === 'invalid' ? damaged(bucket, key, error) : error;
    }
}
function damaged({ where }, key, cause) {
    return new domain_failure/* Failure */.HR('integrity', `${where}: the bytes of ${key} were damaged on their way`, {
        hint: 'Run it again. If it happens again, look for a faulty proxy or network device.',
        ...(cause !== undefined && { cause }),
    });
}
/** After a break: how much has arrived, or the object if all of it has. */
async function askState({ bucket, session, signal }, total) {
    const answer = await bucket.request({
        method: 'PUT',
        url: session,
        headers: { 'content-range': `bytes */${total ?? '*'}` },
        permission: one_upload_permission,
        conditional: true,
        signal,
    });
    if (answer.status !== goOn)
        return { kept: 0, object: await readAnswer({ bucket, signal }, answer) };
    answer.body.resume();
    return { kept: keptOf(answer), object: null };
}
async function readAnswer({ bucket }, answer) {
    try {
        return JSON.parse(await (0,http/* readText */.yR)(answer));
    }
    catch (error) {
        const cause = error instanceof SyntaxError ? Object.assign(new Error('no JSON'), { code: 'ECONNRESET' }) : error;
        throw bucket.failure(cause, { permission: one_upload_permission });
    }
}
/** `bytes=0-524287` → 524288; without the header nothing has been kept. */
function keptOf({ headers }) {
    const last = /^bytes=0-(\d+)$/.exec(headers['range'] ?? '')?.[1];
    return last === undefined ? 0 : Number(last) + 1;
}
/** For services that do not look at x-goog-hash. What is wrong must not stay; what cannot be removed is at least told. */
async function checkDigest({ bucket, key, signal }, resource, digest) {
    const { md5, version } = readObject(resource, bucket.options.prefix);
    if (digest === null || md5 === null || md5 === digest)
        return;
    await bucket
        .json({
        method: 'DELETE',
        key,
        query: { generation: version },
        permission: 'storage.objects.delete',
        signal,
    })
        .catch(() => undefined);
    throw damaged(bucket, key);
}
/** Best effort, and in time for a cancelled job; the service forgets an upload after a week. */
async function abort({ bucket, session }) {
    const signal = AbortSignal.timeout(abortMilliseconds);
    try {
        const answer = await bucket.request({ method: 'DELETE', url: session, permission: one_upload_permission, signal });
        answer.body.resume();
    }
    catch (error) {
        // 499 says that it is cancelled; 404 and 410 that there is nothing to cancel.
        const { status } = gcsAnswer(error);
        if (status === 499 || status === 404 || status === 410 || (0,refused/* isRefused */.H)(error))
            return;
        if ((0,backoff/* isUnavailable */.Pd)(error) || signal.aborted) {
            bucket.options.log.debug(`${bucket.where}: an unfinished upload is left to the service to forget`);
        }
    }
}

;// CONCATENATED MODULE: ./lib/stores/gcs/upload.js






/** Chunks of a resumable upload are multiples of 256 KiB, and go one after the other. */
const chunkSize = 8 * 1024 * 1024;
/** Stores a body under a new key: by one request if it is small, in chunks of one resumable upload otherwise. */
async function upload(bucket, key, body, putOptions) {
    const { patience, prefix, storageClass, lock, buffers } = bucket.options;
    const { signal } = putOptions;
    const mark = (0,keys/* randomName */.Zm)(patience.random.bytes(12));
    const until = (0,locks/* lockedUntil */.P5)(key, putOptions, lock, patience.clock.now());
    const one = {
        bucket,
        key,
        mark,
        resource: {
            name: prefix + key,
            contentType: 'application/octet-stream',
            metadata: { [markName]: mark },
            ...(storageClass !== null && { storageClass }),
            ...(until !== null && { retention: retentionUntil(until, lock?.mode ?? 'unlocked') }),
        },
        signal,
    };
    const size = await (0,upload_body/* uploadBody */.E)(body, {
        partSize: chunkSize,
        patience,
        signal,
        buffers,
        whole: async (bytes) => {
            await insert(one, bytes);
        },
        isOwn: () => isOwn(one),
        inParts: (first, reader) => uploadInChunks(one, first, reader),
    });
    return { key, size, modifiedAt: patience.clock.now(), ...(until !== null && { lockedUntil: until }) };
}
function retentionUntil(until, mode) {
    return {
        mode: mode === 'locked' ? 'Locked' : 'Unlocked',
        retainUntilTime: new Date(until).toISOString(),
    };
}

// EXTERNAL MODULE: ./lib/stores/upload/read-to-end.js
var read_to_end = __webpack_require__(97460);
;// CONCATENATED MODULE: ./lib/stores/gcs.js












/** A store in a bucket of Google Cloud Storage. */
function openGcsStore(options) {
    const bucket = openBucket(options);
    const { where } = bucket;
    const objects = `/storage/v1/b/${encodeURIComponent(options.bucket)}/o`;
    /** A 404 does not say whether key or bucket is missing: the bucket is asked once. */
    let bucketSeen = false;
    async function put(key, body, putOptions = {}) {
        return (0,read_to_end/* readToEnd */.f)(body, async () => {
            (0,keys/* checkKey */.yR)(key);
            return await upload(bucket, key, body, putOptions);
        });
    }
    async function get(key, getOptions = {}) {
        (0,keys/* checkKey */.yR)(key);
        const { length, signal } = getOptions;
        // HTTP has no range without bytes.
        if (length === 0)
            return (await stat(key, signal)) === null ? null : external_node_stream_.Readable.from([]);
        try {
            return await download(bucket, key, getOptions);
        }
        catch (error) {
            return nullIfMissing(error, signal);
        }
    }
    async function stat(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        try {
            const resource = await bucket.json({
                method: 'GET',
                key,
                query: { fields: allFields },
                permission: 'storage.objects.get',
                signal,
            });
            bucketSeen = true;
            const { size, modifiedAt } = readObject(resource, options.prefix);
            const until = lockOf(resource, options.patience.clock.now());
            return { key, size, modifiedAt, ...(until !== null && { lockedUntil: until }) };
        }
        catch (error) {
            return nullIfMissing(error, signal);
        }
    }
    /** @throws Failure `missing` when it is the bucket that does not exist */
    async function nullIfMissing(error, signal) {
        if (!(error instanceof domain_failure/* Failure */.HR) || error.kind !== 'missing')
            throw error;
        if (bucketSeen)
            return null;
        try {
            await page({ maxResults: '1', fields: 'kind' }, signal);
        }
        catch (failure) {
            // Without the right to list, Google would have answered 403 for the key.
            if (!(failure instanceof domain_failure/* Failure */.HR) || failure.kind !== 'access')
                throw failure;
        }
        bucketSeen = true;
        return null;
    }
    async function page(query, signal) {
        try {
            const found = await bucket.json({
                method: 'GET',
                path: objects,
                query,
                permission: 'storage.objects.list',
                signal,
            });
            bucketSeen = true;
            return found;
        }
        catch (error) {
            if (gcsAnswer(error).status !== 404)
                throw error;
            throw new domain_failure/* Failure */.HR('missing', `${where}: the bucket ${options.bucket} does not exist`, {
                hint: 'Create the bucket, or look at bucket and endpoint of the store.',
                cause: error,
            });
        }
    }
    async function* list(prefix, signal, { after } = {}) {
        (0,keys/* checkPrefix */.by)(prefix);
        let pageToken;
        let last = '';
        do {
            const found = await page({
                prefix: options.prefix + prefix,
                fields: `nextPageToken,items(${objectFields})`,
                ...(after !== undefined && { startOffset: options.prefix + after }),
                ...(pageToken !== undefined && { pageToken }),
            }, signal);
            for (const item of itemsOf(found)) {
                const { name, key, size, modifiedAt } = readObject(item, options.prefix);
                // Folder markers of consoles and the like were not made by us.
                if (!name.startsWith(options.prefix) || !(0,keys/* isKey */.m0)(key))
                    continue;
                if (key <= last) {
                    throw new domain_failure/* Failure */.HR('config', `${where}: the service does not list keys in order`);
                }
                last = key;
                const stopped = (0,cancelled/* cancelledBy */.t)(signal, null);
                if (stopped)
                    throw stopped;
                if (after === undefined || key > after)
                    yield { key, size, modifiedAt };
            }
            const { nextPageToken } = found;
            pageToken = typeof nextPageToken === 'string' && nextPageToken !== '' ? nextPageToken : undefined;
        } while (pageToken !== undefined);
    }
    async function versions(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        const name = options.prefix + key;
        const found = [];
        let pageToken;
        do {
            const listed = await page({
                prefix: name,
                // Ends behind the very key, which a longer one would come after.
                endOffset: `${name}\0`,
                versions: 'true',
                fields: `nextPageToken,items(${objectFields})`,
                ...(pageToken !== undefined && { pageToken }),
            }, signal);
            for (const item of itemsOf(listed)) {
                const { name: own, size, modifiedAt, version } = readObject(item, options.prefix);
                if (own === name)
                    found.push({ key, size, modifiedAt, version });
            }
            const { nextPageToken } = listed;
            pageToken = typeof nextPageToken === 'string' && nextPageToken !== '' ? nextPageToken : undefined;
        } while (pageToken !== undefined);
        // Generations are numbers that only grow.
        return found.sort((a, b) => (BigInt(a.version) < BigInt(b.version) ? 1 : -1));
    }
    async function replace(key, body, signal) {
        (0,keys/* checkMutable */.RX)(key);
        const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
        const mark = (0,keys/* randomName */.Zm)(options.patience.random.bytes(12));
        const resource = { name: options.prefix + key, contentType: 'application/octet-stream' };
        await insert({ bucket, mark, resource, signal }, bytes, {});
        return { key, size: bytes.length, modifiedAt: options.patience.clock.now() };
    }
    async function remove(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        await (0,locks/* demandUnlocked */.fA)(where, key, () => stat(key, signal));
        try {
            await bucket.json({ method: 'DELETE', key, permission: 'storage.objects.delete', signal });
        }
        catch (error) {
            if (!(error instanceof domain_failure/* Failure */.HR))
                throw error;
            if (error.kind === 'refused')
                throw (0,locks/* lockHolds */.IH)(where, key, error);
            await nullIfMissing(error, signal);
        }
    }
    return {
        name: options.name,
        kind: 'gcs',
        ephemeral: false,
        list,
        get,
        stat,
        versions,
        put,
        replace,
        remove,
        probe: (signal) => probeBucket(bucket, signal),
        [Symbol.asyncDispose]: async () => bucket[Symbol.dispose](),
    };
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
