export const id = 5051;
export const ids = [5051];
export const modules = {

/***/ 65051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openS3Store: () => (/* binding */ openS3Store)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/stores/locks.js
var locks = __webpack_require__(99310);
// EXTERNAL MODULE: ./lib/stores/keys.js
var keys = __webpack_require__(49552);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/stores/cancelled.js
var cancelled = __webpack_require__(4477);
// EXTERNAL MODULE: ./lib/stores/web/answer-limit.js
var answer_limit = __webpack_require__(51711);
// EXTERNAL MODULE: ./lib/stores/web/connection-errors.js
var connection_errors = __webpack_require__(90879);
// EXTERNAL MODULE: ./lib/stores/web/judge-answer.js
var judge_answer = __webpack_require__(34539);
;// CONCATENATED MODULE: ./lib/stores/s3/errors.js



/** What a request ended with, as a Failure that names what was asked for. */
function s3Failure(error, request) {
    return (0,judge_answer/* judged */.g$)(error, request.where, (thrown) => judge(thrown, request));
}
/** Whether the service knows these credentials, and does not let them do this. */
function isDenied(error) {
    if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'access')
        return false;
    const { code, status } = s3Answer(error.cause);
    return status === 403 && knownCodes[code] === undefined;
}
/** The server's code and status, as far as there was an answer. */
function s3Answer(error) {
    if (!(error instanceof Error))
        return { code: 'unknown', status: undefined };
    const { $metadata, $response, Code } = error;
    const code = typeof Code === 'string' ? Code : 'code' in error ? String(error.code) : error.name;
    return { code, status: $metadata?.httpStatusCode ?? $response?.statusCode };
}
function judge(error, request) {
    const { code, status } = s3Answer(error);
    if (status === undefined)
        return judgeWithoutAnswer(error, code);
    const shown = (0,judge_answer/* shownAs */.sE)(code, status);
    if (code === 'NoSuchBucket') {
        return { ...noSuchBucket, what: `the bucket ${request.bucket} does not exist (${shown})` };
    }
    const known = knownCodes[code];
    if (known === undefined && (status === 301 || status === 307))
        return wrongRegion;
    if (known === undefined && status === 404 && !isAboutTheThing(code)) {
        // Some services answer so to an account that they do not know; versitygw: XAdminUserNotFound.
        return {
            ...badCredentials,
            what: `the service does not seem to know these credentials (${shown})`,
        };
    }
    return (0,judge_answer/* judgeAnswer */._n)(status, shown, {
        known,
        existing: request.conditional === true ? [409, 412] : [],
        badCredentials,
        allow: `Allow ${request.permission} on the bucket and its keys to these credentials.`,
        lookAt: 'endpoint, region and path-style',
    });
}
/** The 404 means what was asked for. Without a body, as after a HEAD, there is no code, and the SDK names one. */
function isAboutTheThing(code) {
    return /^(NoSuch|NotFound$|Unknown|404$)/.test(code);
}
function judgeWithoutAnswer(error, code) {
    if (code === 'CredentialsProviderError') {
        return {
            kind: 'access',
            what: 'no credentials were found',
            hint: 'Give access-key-id and secret-access-key, or role-arn; without them the usual AWS sources are asked.',
        };
    }
    return (0,connection_errors/* judgeConnection */.u)(error, code);
}
const badCredentials = {
    kind: 'access',
    what: 'the service does not know these credentials',
    hint: 'Look at access-key-id, secret-access-key and region, and whether the keys belong to this endpoint and have not expired.',
};
const noSuchBucket = {
    kind: 'missing',
    hint: 'Create the bucket, or look at bucket, region and endpoint of the store.',
};
const wrongRegion = {
    kind: 'config',
    what: 'the bucket lies in another region or behind another endpoint',
    hint: 'Set region (and endpoint) of the store to those of the bucket.',
};
const knownCodes = {
    InvalidBucketName: { kind: 'config', what: 'the bucket name is not valid' },
    InvalidAccessKeyId: badCredentials,
    SignatureDoesNotMatch: badCredentials,
    ExpiredToken: badCredentials,
    ExpiredTokenException: badCredentials,
    TokenRefreshRequired: badCredentials,
    InvalidToken: badCredentials,
    InvalidClientTokenId: badCredentials,
    UnrecognizedClientException: badCredentials,
    // The SDK has taken the server's time from this answer, so the next attempt is signed with it.
    RequestTimeTooSkewed: { kind: 'unavailable', what: 'the clocks of this machine and of the service differ' },
    PermanentRedirect: wrongRegion,
    AuthorizationHeaderMalformed: wrongRegion,
    IllegalLocationConstraintException: wrongRegion,
    BadDigest: judge_answer/* damagedOnTheWay */.vk,
    XAmzContentSHA256Mismatch: judge_answer/* damagedOnTheWay */.vk,
    XAmzContentChecksumMismatch: judge_answer/* damagedOnTheWay */.vk,
    IncompleteBody: { kind: 'unavailable', what: 'the bytes did not arrive whole' },
    RequestTimeout: judge_answer/* busy */.S2,
    SlowDown: judge_answer/* busy */.S2,
    Throttling: judge_answer/* busy */.S2,
    ThrottlingException: judge_answer/* busy */.S2,
    ServiceUnavailable: judge_answer/* busy */.S2,
    ObjectLocked: judge_answer/* locked */.xt,
    InvalidObjectState: {
        kind: 'unavailable',
        what: 'the object lies in an archive and must be brought back first',
        hint: 'Restore it from the archive class of the bucket, or keep backups in a class that can be read at once.',
    },
    NoSuchUpload: { kind: 'unavailable', what: 'the upload was ended by somebody else' },
    QuotaExceeded: { kind: 'capacity', what: 'the quota of the bucket is used up' },
    XMinioStorageFull: { kind: 'capacity', what: 'the disk of the service is full' },
    InsufficientStorage: { kind: 'capacity', what: 'the disk of the service is full' },
};

;// CONCATENATED MODULE: ./lib/stores/s3/bucket.js




/** Connections that carry nothing for this long are given up. Completing a large upload may take minutes. */
const idleMilliseconds = 180_000;
const connectMilliseconds = 15_000;
/** Loads the SDK, which is large, only here. */
async function openBucket(options) {
    const sdk = await __webpack_require__.e(/* import() */ 3711).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new sdk.S3Client({
        region: options.region,
        ...(options.endpoint !== null && { endpoint: options.endpoint }),
        forcePathStyle: options.pathStyle,
        ...(options.credentials !== null && { credentials: options.credentials }),
        // We repeat requests ourselves: only those that may be repeated, at the pace of our own clock.
        maxAttempts: 1,
        // The SDK's newer checksums are unknown to many services. Bodies carry ours; see S3StoreOptions.checksum.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        // Not every service answers `100 Continue`, and the SDK would wait for it.
        expectContinueHeader: false,
        requestHandler: {
            connectionTimeout: connectMilliseconds,
            socketTimeout: idleMilliseconds,
            httpAgent: { keepAlive: true, maxSockets: 64 },
            httpsAgent: { keepAlive: true, maxSockets: 64 },
        },
    });
    const where = `the S3 store ${options.name}`;
    return {
        sdk,
        options,
        // B2 answers the condition of a put with "not implemented".
        honoursConditions: options.service !== 'b2',
        where,
        encryption: {
            ...(options.sse !== null && { ServerSideEncryption: options.sse }),
            ...(options.kmsKeyId !== null && { SSEKMSKeyId: options.kmsKeyId }),
        },
        place: (key) => ({ Bucket: options.bucket, Key: options.prefix + key }),
        request: async (ask, send) => {
            try {
                ask.signal?.throwIfAborted();
                return await (ask.large === true
                    ? send(client, ask.signal ? { abortSignal: ask.signal } : {})
                    : (0,answer_limit/* answeredInTime */.Y)((abortSignal) => send(client, { abortSignal }), ask.signal));
            }
            catch (error) {
                throw (0,cancelled/* cancelledBy */.t)(ask.signal, error) ?? s3Failure(error, { ...ask, where, bucket: options.bucket });
            }
        },
        digests: (bytes) => options.checksum === 'md5'
            ? { ContentMD5: (0,external_node_crypto_.createHash)('md5').update(bytes).digest('base64') }
            : { ChecksumSHA256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('base64') },
        [Symbol.dispose]: () => client.destroy(),
    };
}

// EXTERNAL MODULE: ./lib/stores/web/resuming-body.js
var resuming_body = __webpack_require__(83084);
;// CONCATENATED MODULE: ./lib/stores/s3/download.js




/** Opens an object, or a part of it; null when there is none. */
async function download(bucket, key, options) {
    const { offset = 0, length, version, signal } = options;
    const end = length === undefined ? null : offset + length;
    const request = { bucket, key, version, signal };
    try {
        const answer = await getObject(request, offset, end, undefined);
        const { where, options: bucketOptions } = bucket;
        const { ETag: etag } = answer;
        return (0,resuming_body/* resumingBody */.N)({
            body: bodyOf(answer),
            offset,
            end: offset + (answer.ContentLength ?? 0),
            reopen: async (position, signal) => {
                try {
                    return bodyOf(await getObject({ ...request, signal }, position, offset + (answer.ContentLength ?? 0), etag));
                }
                catch (error) {
                    throw describe(bucket, key, error);
                }
            },
            broken: (error) => s3Failure(error, { where, bucket: bucketOptions.bucket, permission: 's3:GetObject' }),
            patience: bucketOptions.patience,
            signal,
        });
    }
    catch (error) {
        const { code, status } = s3Answer(error instanceof failure/* Failure */.HR ? error.cause : undefined);
        // The part begins at the end of the object, or behind it.
        if (status === 416)
            return external_node_stream_.Readable.from([]);
        if (code === 'NoSuchBucket' || (error instanceof failure/* Failure */.HR && error.kind === 'access'))
            throw error;
        // 405 answers for a version that is a delete marker.
        if (status === 404 || (status === 405 && version !== undefined))
            return null;
        throw error;
    }
}
async function getObject({ bucket, key, version, signal }, offset, end, etag) {
    const partly = offset > 0 || end !== null;
    const answer = await bucket.request({ permission: 's3:GetObject', signal }, (client, options) => client.send(new bucket.sdk.GetObjectCommand({
        ...bucket.place(key),
        ...(partly && { Range: `bytes=${offset}-${end === null ? '' : end - 1}` }),
        ...(version !== undefined && { VersionId: version }),
        ...(etag !== undefined && { IfMatch: etag }),
    }), options));
    if (partly && answer.ContentRange?.startsWith(`bytes ${offset}-`) !== true) {
        bodyOf(answer).destroy();
        throw new failure/* Failure */.HR('config', `${bucket.where}: the service does not give parts of objects`);
    }
    return answer;
}
function bodyOf(answer) {
    if (answer.Body instanceof external_node_stream_.Readable)
        return answer.Body;
    throw new failure/* Failure */.HR('bug', 'the SDK gave a body that is no stream');
}
function describe({ where }, key, error) {
    if (!(error instanceof failure/* Failure */.HR))
        return error;
    if (s3Answer(error.cause).status === 412) {
        return new failure/* Failure */.HR('integrity', `${where}: ${key} was replaced while it was read`, { cause: error });
    }
    return error.kind === 'missing'
        ? new failure/* Failure */.HR('missing', `${where}: ${key} was removed while it was read`, { cause: error })
        : error;
}

// EXTERNAL MODULE: ./lib/stores/probe.js
var probe = __webpack_require__(26548);
;// CONCATENATED MODULE: ./lib/stores/s3/probe.js




/** Finds out what a bucket and these credentials allow, by trying. */
async function probeBucket(bucket, signal) {
    const made = [];
    const first = await tryPut(bucket, probe/* probeKey */.Ss, true, made, signal);
    // An object must be there before overwriting it can be tried.
    const outcome = first === 'unknown' ? await tryPut(bucket, probe/* probeKey */.Ss, false, made, signal) : first;
    if (outcome === 'denied') {
        throw new failure/* Failure */.HR('access', `${bucket.where}: these credentials may not put new objects`, {
            hint: 'Allow s3:PutObject on the bucket and its keys to these credentials.',
        });
    }
    const writeOnce = first === 'refused' || (first === 'made' && (await refusesToOverwrite(bucket, made, signal)));
    bucket.honoursConditions = writeOnce;
    const mayOverwrite = (await tryPut(bucket, probe/* probeKey */.Ss, false, made, signal)) === 'made';
    const mayDelete = await tryDelete(bucket, probe/* probeKey */.Ss, made, signal);
    const versioned = await isVersioned(bucket, made, signal);
    const locks = await hasLocks(bucket, signal);
    await cleanUp(bucket, made, signal);
    return { writeOnce, mayOverwrite, mayDelete, versioned, ...(locks !== undefined && { locks }) };
}
/** Undefined where the service has no such thing. */
async function hasLocks(bucket, signal) {
    if (bucket.options.service === 'r2')
        return undefined;
    try {
        const { ObjectLockConfiguration } = await bucket.request({ permission: 's3:GetBucketObjectLockConfiguration', signal }, (client, options) => client.send(new bucket.sdk.GetObjectLockConfigurationCommand({ Bucket: bucket.options.bucket }), options));
        return ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled';
    }
    catch (error) {
        const { status } = s3Answer(error instanceof failure/* Failure */.HR ? error.cause : undefined);
        if (status === 403)
            return null;
        // Without a configuration it is 404; a service that does not know the question has no locks.
        if (status === 404)
            return false;
        if (status === 400 || status === 405 || status === 501)
            return undefined;
        throw error;
    }
}
async function tryPut(bucket, key, conditional, made, signal) {
    try {
        const { VersionId } = await bucket.request({ permission: 's3:PutObject', conditional: true, signal }, (client, options) => client.send(new bucket.sdk.PutObjectCommand({
            ...bucket.place(key),
            ...bucket.digests(probe/* probeText */.Qc),
            ...bucket.encryption,
            Body: probe/* probeText */.Qc,
            ContentLength: probe/* probeText */.Qc.length,
            ...(conditional && { IfNoneMatch: '*' }),
        }), options));
        made.push({ key, version: VersionId });
        return 'made';
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && error.kind === 'refused')
            return 'refused';
        if (isDenied(error))
            return 'denied';
        if (conditional && error instanceof failure/* Failure */.HR && s3Answer(error.cause).status === 501)
            return 'unknown';
        throw error;
    }
}
/**
 * The probe's object was new, so putting it again must be refused. If it was not, another run's probe may have removed
 * it in between: a key of our own gives the answer then.
 */
async function refusesToOverwrite(bucket, made, signal) {
    if ((await tryPut(bucket, probe/* probeKey */.Ss, true, made, signal)) === 'refused')
        return true;
    const own = `leases/probe-${(0,keys/* randomName */.Zm)(bucket.options.patience.random.bytes(8))}`;
    await tryPut(bucket, own, true, made, signal);
    return (await tryPut(bucket, own, true, made, signal)) === 'refused';
}
async function tryDelete(bucket, key, made, signal) {
    try {
        const { VersionId, DeleteMarker } = await bucket.request({ permission: 's3:DeleteObject', signal }, (client, options) => client.send(new bucket.sdk.DeleteObjectCommand(bucket.place(key)), options));
        if (DeleteMarker === true)
            made.push({ key, version: VersionId });
        return true;
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && (error.kind === 'access' || error.kind === 'config'))
            return false;
        throw error;
    }
}
async function isVersioned(bucket, made, signal) {
    if (made.some(({ version }) => version !== undefined && version !== 'null'))
        return true;
    try {
        const { Status } = await bucket.request({ permission: 's3:GetBucketVersioning', signal }, (client, options) => client.send(new bucket.sdk.GetBucketVersioningCommand({ Bucket: bucket.options.bucket }), options));
        return Status === 'Enabled';
    }
    catch (error) {
        const { status } = s3Answer(error instanceof failure/* Failure */.HR ? error.cause : undefined);
        if (status === 403)
            return null;
        // A service that does not know the question has no versions.
        if (status === 501 || status === 405)
            return false;
        throw error;
    }
}
/** As far as these credentials may. */
async function cleanUp(bucket, made, signal) {
    for (const { key, version } of made) {
        try {
            await bucket.request({ permission: 's3:DeleteObjectVersion', signal }, (client, options) => client.send(new bucket.sdk.DeleteObjectCommand({
                ...bucket.place(key),
                ...(version !== undefined && { VersionId: version }),
            }), options));
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR && error.kind === 'cancelled')
                throw error;
        }
    }
}

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/stores/backoff.js
var backoff = __webpack_require__(67218);
// EXTERNAL MODULE: ./lib/stores/upload/parts-at-once.js
var parts_at_once = __webpack_require__(63668);
// EXTERNAL MODULE: ./lib/stores/upload/refused.js
var refused = __webpack_require__(89042);
;// CONCATENATED MODULE: ./lib/stores/s3/one-upload.js



/** S3 takes no more. */
const mostParts = 10_000;
/**
 * The request that makes the object visible. It carries the condition that the key is new; where the service does not
 * know the condition (it answers 501), or was seen to ignore it, the key is looked up before. That is as far as such a
 * store can tell: two that come at once both succeed.
 */
async function commit({ bucket, key, signal }, send) {
    const permission = 's3:PutObject';
    if (bucket.honoursConditions) {
        try {
            return await bucket.request({ permission, conditional: true, large: true, signal }, send({ IfNoneMatch: '*' }));
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || s3Answer(error.cause).status !== 501)
                throw error;
            bucket.honoursConditions = false;
        }
    }
    if (await isThere(bucket, key, signal))
        throw new failure/* Failure */.HR('refused', `${bucket.where}: the key exists already`);
    return bucket.request({ permission, large: true, signal }, send({}));
}
async function isThere(bucket, key, signal) {
    try {
        await bucket.request({ permission: 's3:GetObject', signal }, (client, options) => client.send(new bucket.sdk.HeadObjectCommand(bucket.place(key)), options));
        return true;
    }
    catch (error) {
        // Missing, or not to be seen with these credentials.
        if (error instanceof failure/* Failure */.HR && ['missing', 'access'].includes(error.kind))
            return false;
        throw error;
    }
}
/** Name of the metadata that holds an upload's mark. */
const markName = 'lifeboat-upload';
/**
 * Whether the object that stands in the way is this very upload's, because an earlier request of it was carried out and
 * only the answer was lost. The mark says so for certain. Credentials that may list but not read compare ETag and size.
 */
async function isOwn({ bucket, key, mark, signal }, etag, size) {
    return (0,backoff/* patiently */.d_)(bucket.options.patience, async () => {
        try {
            const head = await bucket.request({ permission: 's3:GetObject', signal }, (client, options) => client.send(new bucket.sdk.HeadObjectCommand(bucket.place(key)), options));
            return head.Metadata?.[markName] === mark;
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'access')
                throw error;
        }
        try {
            const { Bucket, Key } = bucket.place(key);
            const { Contents = [] } = await bucket.request({ permission: 's3:ListBucket', signal }, (client, options) => client.send(new bucket.sdk.ListObjectsV2Command({ Bucket, Prefix: Key, MaxKeys: 1 }), options));
            const [found] = Contents;
            return found?.Key === Key && found.Size === size && found.ETag?.replaceAll('"', '') === etag;
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR && error.kind === 'access')
                return false;
            throw error;
        }
    }, signal);
}

;// CONCATENATED MODULE: ./lib/stores/s3/multipart.js








/** A cancelled job has 7.5 s, and its processes need a part of them. */
const abortMilliseconds = 3_500;
/** Uploads a body part by part. When it fails, no part stays behind. @returns the size of the object */
async function uploadInParts(upload, first, reader) {
    let uploadId;
    try {
        uploadId = await create(upload);
    }
    catch (error) {
        first.release();
        throw error;
    }
    try {
        const { sent: parts, size } = await (0,parts_at_once/* sendParts */.h)(first, reader, {
            signal: upload.signal,
            send: (bytes, number, signal) => sendPart({ ...upload, signal }, uploadId, bytes, number),
            mostParts: mostParts,
            tooMany: () => tooLarge(upload.bucket.where, upload.partSize),
        });
        await complete(upload, uploadId, parts, size);
        return size;
    }
    catch (error) {
        await abort(upload, uploadId);
        throw error;
    }
}
async function create({ bucket, key, mark, nature, signal }) {
    // Made twice, the first one is an empty upload that the bucket's lifecycle rule removes.
    const { UploadId } = await (0,backoff/* patiently */.d_)(bucket.options.patience, () => bucket.request({ permission: 's3:PutObject', signal }, (client, options) => client.send(new bucket.sdk.CreateMultipartUploadCommand({
        ...bucket.place(key),
        ...(bucket.options.checksum === 'sha256' && { ChecksumAlgorithm: 'SHA256' }),
        ...nature,
        Metadata: { [markName]: mark },
    }), options)), signal);
    if (UploadId === undefined)
        throw new failure/* Failure */.HR('config', `${bucket.where}: the service names no upload`);
    return UploadId;
}
async function sendPart({ bucket, key, signal }, UploadId, bytes, PartNumber) {
    const digests = bucket.digests(bytes);
    const { ETag } = await (0,backoff/* patiently */.d_)(bucket.options.patience, () => bucket.request({ permission: 's3:PutObject', large: true, signal }, (client, options) => client.send(new bucket.sdk.UploadPartCommand({
        ...bucket.place(key),
        ...digests,
        UploadId,
        PartNumber,
        Body: bytes,
        ContentLength: bytes.length,
    }), options)), signal);
    if (ETag === undefined)
        throw new failure/* Failure */.HR('config', `${bucket.where}: the service gives parts no ETag`);
    return { PartNumber, ETag, ...('ChecksumSHA256' in digests && digests) };
}
async function complete(upload, UploadId, parts, size) {
    const { bucket, key, signal } = upload;
    await (0,backoff/* patiently */.d_)(bucket.options.patience, async (earlier) => {
        try {
            await commit(upload, (condition) => (client, options) => client.send(new bucket.sdk.CompleteMultipartUploadCommand({
                ...bucket.place(key),
                ...condition,
                UploadId,
                MultipartUpload: { Parts: parts },
            }), options));
        }
        catch (error) {
            // An earlier request of ours may have been carried out, and only its answer lost.
            const inTheWay = (0,refused/* isRefused */.H)(error) || (error instanceof failure/* Failure */.HR && s3Answer(error.cause).status === 404);
            if (earlier > 0 && inTheWay && (await isOwn(upload, etagOf(parts), size)))
                return;
            throw error;
        }
    }, signal);
}
/** Best effort, and in time for a cancelled job; what it cannot remove the bucket's lifecycle rule does. */
async function abort({ bucket, key }, UploadId) {
    const signal = AbortSignal.timeout(abortMilliseconds);
    try {
        await (0,backoff/* patiently */.d_)({ ...bucket.options.patience, attempts: 3 }, () => bucket.request({ permission: 's3:AbortMultipartUpload', signal }, (client, options) => client.send(new bucket.sdk.AbortMultipartUploadCommand({ ...bucket.place(key), UploadId }), options)), signal);
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && s3Answer(error.cause).status === 404)
            return;
        bucket.options.log.warning(`${bucket.where}: an unfinished upload could not be removed; a lifecycle rule of the bucket should do it`);
    }
}
/** How S3 names an object made of parts: the MD5 of its parts' MD5s, and their number. */
function etagOf(parts) {
    const hash = (0,external_node_crypto_.createHash)('md5');
    for (const { ETag } of parts)
        hash.update(Buffer.from(ETag.replaceAll('"', ''), 'hex'));
    return `${hash.digest('hex')}-${parts.length}`;
}
function tooLarge(where, partSize) {
    return new failure/* Failure */.HR('capacity', `${where}: an object is larger than ${(0,units/* formatBytes */.z3)(partSize * mostParts)}`, {
        hint: 'That is what 10,000 parts hold, and S3 takes no more. The size of the parts follows from the expected size.',
    });
}

// EXTERNAL MODULE: ./lib/stores/upload/upload-body.js + 2 modules
var upload_body = __webpack_require__(50600);
;// CONCATENATED MODULE: ./lib/stores/s3/upload.js







const MiB = 1024 * 1024;
const leastPartSize = 8 * MiB;
/**
 * Stores a body under a new key: by one request if it is small, in parts otherwise. All parts but the last have one
 * size, as some services demand.
 */
async function upload(bucket, key, body, putOptions) {
    const { patience, lock } = bucket.options;
    const { atMost, signal } = putOptions;
    const until = (0,locks/* lockedUntil */.P5)(key, putOptions, lock, patience.clock.now());
    const mark = (0,keys/* randomName */.Zm)(patience.random.bytes(12));
    const nature = natureOf(bucket, until);
    const one = { bucket, key, mark, nature, signal, partSize: partSizeFor(atMost) };
    const size = await sayWithoutLocks(bucket, until, (0,upload_body/* uploadBody */.E)(body, {
        partSize: one.partSize,
        patience,
        signal,
        buffers: bucket.options.buffers,
        whole: (bytes) => putObject(one, bytes),
        isOwn: (bytes) => isOwn(one, upload_etagOf(bytes), bytes.length),
        inParts: (first, reader) => uploadInParts(one, first, reader),
    }));
    return { key, size, modifiedAt: patience.clock.now(), ...(until !== null && { lockedUntil: until }) };
}
function natureOf({ options, encryption }, until) {
    const { storageClass, lock } = options;
    return {
        ...encryption,
        ...(storageClass !== null && { StorageClass: storageClass }),
        ...(until !== null && {
            ObjectLockMode: lock?.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
            ObjectLockRetainUntilDate: new Date(until),
        }),
    };
}
/** Services have different codes for a lock that the bucket does not know; all of them refuse the request. */
async function sayWithoutLocks({ where }, until, work) {
    try {
        return await work;
    }
    catch (error) {
        if (until === null || !(error instanceof failure/* Failure */.HR) || error.kind !== 'config')
            throw error;
        throw new failure/* Failure */.HR('config', `${where}: the bucket does not take an object with a lock`, {
            hint: 'Turn on Object Lock for the bucket (AWS can do so later, other services only when the bucket is made), or take object-lock out of the store.',
            cause: error,
        });
    }
}
/** Parts so large that 10,000 of them hold what is to come and a quarter more, since the figure is an estimate. */
function partSizeFor(atMost) {
    return Math.max(leastPartSize, Math.ceil(((atMost ?? 0) * 1.25) / mostParts / MiB) * MiB);
}
async function putObject(one, bytes) {
    const { bucket, key, mark, nature } = one;
    await commit(one, (condition) => (client, options) => client.send(new bucket.sdk.PutObjectCommand({
        ...bucket.place(key),
        ...bucket.digests(bytes),
        ...condition,
        Body: bytes,
        ContentLength: bytes.length,
        ...nature,
        Metadata: { [markName]: mark },
    }), options));
}
function upload_etagOf(bytes) {
    return (0,external_node_crypto_.createHash)('md5').update(bytes).digest('hex');
}

// EXTERNAL MODULE: ./lib/stores/upload/read-to-end.js
var read_to_end = __webpack_require__(97460);
;// CONCATENATED MODULE: ./lib/stores/s3.js











/** Names the one version of an object where versions cannot be asked for, or there are none. */
const currentVersion = 'current';
/** A store in a bucket of AWS S3, or of a service that speaks its language. */
async function openS3Store(options) {
    const bucket = await openBucket(options);
    const { sdk, where } = bucket;
    /** A HEAD has no body, so its 404 does not say whether key or bucket is missing: the bucket is asked once. */
    let bucketSeen = false;
    async function put(key, body, putOptions = {}) {
        return (0,read_to_end/* readToEnd */.f)(body, async () => {
            (0,keys/* checkKey */.yR)(key);
            return await upload(bucket, key, body, putOptions);
        });
    }
    async function get(key, { version, ...range } = {}) {
        (0,keys/* checkKey */.yR)(key);
        const one = version === undefined || version === currentVersion ? {} : { version };
        // S3 has no range without bytes.
        if (range.length === 0)
            return (await stat(key, range.signal)) === null ? null : external_node_stream_.Readable.from([]);
        return download(bucket, key, { ...range, ...one });
    }
    async function stat(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        try {
            const head = await bucket.request({ permission: 's3:GetObject', signal }, (client, to) => client.send(new sdk.HeadObjectCommand(bucket.place(key)), to));
            bucketSeen = true;
            const until = head.ObjectLockRetainUntilDate?.getTime() ?? 0;
            const isHeld = head.ObjectLockLegalHoldStatus === 'ON';
            return {
                key,
                size: head.ContentLength ?? 0,
                modifiedAt: head.LastModified?.getTime() ?? 0,
                ...(isHeld
                    ? { lockedUntil: Infinity }
                    : until > options.patience.clock.now() && { lockedUntil: until }),
            };
        }
        catch (error) {
            if (statusOf(error) !== 404)
                throw error;
            if (!bucketSeen)
                await seeBucket(signal);
            return null;
        }
    }
    async function seeBucket(signal) {
        try {
            await bucket.request({ permission: 's3:ListBucket', signal }, (client, to) => client.send(new sdk.HeadBucketCommand({ Bucket: options.bucket }), to));
        }
        catch (error) {
            if (statusOf(error) === 404) {
                throw new failure/* Failure */.HR('missing', `${where}: the bucket ${options.bucket} does not exist`, {
                    hint: 'Create the bucket, or look at bucket, region, endpoint and access-key-id of the store.',
                    cause: error,
                });
            }
            // Without the right to list, S3 answers 403 whether or not it exists; the 404 for the key says that it does.
            if (statusOf(error) !== 403)
                throw error;
        }
        bucketSeen = true;
    }
    async function* list(prefix, signal, { after } = {}) {
        (0,keys/* checkPrefix */.by)(prefix);
        let ContinuationToken;
        let last = '';
        do {
            const page = await bucket.request({ permission: 's3:ListBucket', signal }, (client, to) => client.send(new sdk.ListObjectsV2Command({
                Bucket: options.bucket,
                Prefix: options.prefix + prefix,
                ...(after !== undefined && { StartAfter: options.prefix + after }),
                ContinuationToken,
            }), to));
            bucketSeen = true;
            for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
                const key = Key.slice(options.prefix.length);
                // Folder markers of consoles and the like were not made by us.
                if (!Key.startsWith(options.prefix) || !(0,keys/* isKey */.m0)(key))
                    continue;
                if (key <= last) {
                    throw new failure/* Failure */.HR('config', `${where}: the service does not list keys in order`, {
                        hint: 'Use a general purpose bucket.',
                    });
                }
                last = key;
                const stopped = (0,cancelled/* cancelledBy */.t)(signal, null);
                if (stopped)
                    throw stopped;
                yield { key, size: Size, modifiedAt: LastModified?.getTime() ?? 0 };
            }
            ContinuationToken = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        } while (ContinuationToken !== undefined);
    }
    async function versions(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        try {
            return await listVersions(key, signal);
        }
        catch (error) {
            // Not allowed, or not known to the service: then there is the object itself.
            if (![403, 405, 501].includes(statusOf(error) ?? 0))
                throw error;
            const found = await stat(key, signal);
            return found === null ? [] : [{ ...found, version: currentVersion }];
        }
    }
    async function listVersions(key, signal) {
        const { Key } = bucket.place(key);
        const found = [];
        let markers = {};
        while (markers !== null) {
            const from = markers;
            const page = await bucket.request({ permission: 's3:ListBucketVersions', signal }, (client, to) => client.send(new sdk.ListObjectVersionsCommand({ Bucket: options.bucket, Prefix: Key, ...from }), to));
            for (const one of page.Versions ?? []) {
                if (one.Key !== Key || one.VersionId === undefined)
                    continue;
                found.push({
                    key,
                    size: one.Size ?? 0,
                    modifiedAt: one.LastModified?.getTime() ?? 0,
                    version: one.VersionId,
                });
            }
            const goesOn = page.IsTruncated === true && (page.NextKeyMarker ?? '') <= Key;
            markers = goesOn ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : null;
        }
        // A bucket that never had versions calls its one version null; not every service takes that back as a name.
        const [only] = found;
        return found.length === 1 && only?.version === 'null' ? [{ ...only, version: currentVersion }] : found;
    }
    async function replace(key, body, signal) {
        (0,keys/* checkMutable */.RX)(key);
        const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
        await bucket.request({ permission: 's3:PutObject', signal }, (client, to) => client.send(new sdk.PutObjectCommand({
            ...bucket.place(key),
            ...bucket.digests(bytes),
            ...bucket.encryption,
            Body: bytes,
            ContentLength: bytes.length,
        }), to));
        return { key, size: bytes.length, modifiedAt: options.patience.clock.now() };
    }
    async function remove(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        await (0,locks/* demandUnlocked */.fA)(where, key, () => stat(key, signal));
        try {
            await bucket.request({ permission: 's3:DeleteObject', signal }, (client, to) => client.send(new sdk.DeleteObjectCommand(bucket.place(key)), to));
        }
        catch (error) {
            if (isMissingKey(error))
                return;
            // A lock that came in between, or of a lease.
            if ([400, 403].includes(statusOf(error) ?? 0) && (await isLocked(key, signal))) {
                throw (0,locks/* lockHolds */.IH)(where, key, error);
            }
            throw error;
        }
    }
    /** Services answer alike to a missing permission and to a lock, so the object is asked which it is. */
    async function isLocked(key, signal) {
        try {
            return (await stat(key, signal))?.lockedUntil !== undefined;
        }
        catch {
            return false;
        }
    }
    return {
        name: options.name,
        kind: 's3',
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
function isMissingKey(error) {
    if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'missing')
        return false;
    return s3Answer(error.cause).code !== 'NoSuchBucket';
}
function statusOf(error) {
    return error instanceof failure/* Failure */.HR ? s3Answer(error.cause).status : undefined;
}


/***/ }),

/***/ 63668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ sendParts)
/* harmony export */ });
/** Parts of one upload that are sent at a time, as far as there is memory for them. */
const partsAtOnce = 4;
/**
 * Sends parts while the next ones fill. The first failure stops all of them, and none goes on when this settles.
 * @returns what each part's sending gave, in the order of the parts
 */
async function sendParts(first, reader, sending) {
    const stop = new AbortController();
    const signal = sending.signal ? AbortSignal.any([sending.signal, stop.signal]) : stop.signal;
    const sent = [];
    const underWay = new Set();
    const failed = Promise.withResolvers();
    failed.promise.catch(() => undefined);
    let size = 0;
    function start(part, number) {
        size += part.bytes.length;
        const one = sending
            .send(part.bytes, number, signal)
            .then((result) => {
            sent.push({ number, result });
        })
            .catch((error) => {
            failed.reject(error);
            stop.abort();
        })
            .finally(() => {
            part.release();
            underWay.delete(one);
        });
        underWay.add(one);
    }
    let reading = null;
    try {
        start(first, 1);
        for (let number = 2;; number += 1) {
            if (underWay.size >= partsAtOnce)
                await Promise.race([...underWay, failed.promise]);
            reading = reader.next();
            const part = await Promise.race([reading, failed.promise]);
            reading = null;
            if (part === null)
                break;
            if (number > sending.mostParts) {
                part.release();
                throw sending.tooMany();
            }
            start(part, number);
        }
        await Promise.race([Promise.all(underWay), failed.promise]);
        sent.sort((a, b) => a.number - b.number);
        return { sent: sent.map(({ result }) => result), size };
    }
    catch (error) {
        stop.abort();
        // A part that was being filled is not needed any more; the caller ends the stream that fills it.
        void reading?.then((part) => part?.release(), () => undefined);
        await Promise.all(underWay);
        throw error;
    }
}


/***/ })

};
