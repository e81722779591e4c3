export const id = 3037;
export const ids = [3037];
export const modules = {

/***/ 33037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openAzureStore: () => (/* binding */ openAzureStore)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/stores/cancelled.js
var cancelled = __webpack_require__(4477);
// EXTERNAL MODULE: ./lib/stores/web/http.js
var http = __webpack_require__(30019);
// EXTERNAL MODULE: ./lib/stores/web/connection-errors.js
var connection_errors = __webpack_require__(90879);
// EXTERNAL MODULE: ./lib/stores/web/judge-answer.js
var judge_answer = __webpack_require__(34539);
;// CONCATENATED MODULE: ./lib/stores/azure/errors.js




/** What a request ended with, as a Failure that names what was asked for. */
function azureFailure(error, asked) {
    return (0,judge_answer/* judged */.g$)(error, asked.where, (thrown) => judge(thrown, asked));
}
/** Whether the service knows these credentials, and does not let them do this. */
function isDenied(error) {
    if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'access')
        return false;
    const { code, status } = (0,http/* answerOf */.ut)(error.cause);
    return status === 403 && knownCodes[code] === undefined;
}
function judge(error, asked) {
    const { status, code } = (0,http/* answerOf */.ut)(error);
    if (status === undefined)
        return (0,connection_errors/* judgeConnection */.u)(error, code);
    const shown = (0,judge_answer/* shownAs */.sE)(code, status);
    if (code === 'ContainerNotFound' || code === 'ContainerBeingDeleted') {
        return {
            kind: 'missing',
            what: `the container ${asked.container} does not exist (${shown})`,
            hint: 'Create the container, or look at container, account and endpoint of the store.',
        };
    }
    return (0,judge_answer/* judgeAnswer */._n)(status, shown, {
        known: knownCodes[code],
        existing: asked.conditional === true ? [409, 412] : [],
        badCredentials,
        allow: `Allow these credentials to ${asked.permission} on the container, by their role or their signature.`,
        lookAt: 'account, endpoint and container',
    });
}
const badCredentials = {
    kind: 'access',
    what: 'the service does not know these credentials, or they have expired',
    hint: 'Look at account, account-key, sas-token (its end, its addresses) or client-id, and at the clock of this machine.',
};
const noLocks = {
    kind: 'config',
    what: 'the container does not support immutability of single versions',
    hint: 'Turn on versions and version-level immutability for the account or the container, or take immutability out of the store.',
};
const knownCodes = {
    AuthenticationFailed: badCredentials,
    InvalidAuthenticationInfo: badCredentials,
    NoAuthenticationInformation: badCredentials,
    AuthorizationPermissionMismatch: undefined,
    AccountIsDisabled: { kind: 'access', what: 'the account is disabled' },
    BlobImmutableDueToPolicy: judge_answer/* locked */.xt,
    BlobImmutableDueToLegalHold: judge_answer/* locked */.xt,
    BlobOverwriteNotAllowed: judge_answer/* locked */.xt,
    ImmutabilityPolicyNotSupported: noLocks,
    VersionLevelWormNotEnabled: noLocks,
    LeaseIdMissing: { kind: 'refused', what: 'a lease of Azure holds the object' },
    SnapshotsPresent: { kind: 'refused', what: 'the object has snapshots' },
    // Azurite's word for the next one.
    InvalidOperation: judge_answer/* damagedOnTheWay */.vk,
    Md5Mismatch: judge_answer/* damagedOnTheWay */.vk,
    ServerBusy: judge_answer/* busy */.S2,
    OperationTimedOut: judge_answer/* busy */.S2,
    AccountBeingCreated: judge_answer/* busy */.S2,
    BlobArchived: {
        kind: 'unavailable',
        what: 'the object lies in the archive tier and must be brought back first',
        hint: 'Rehydrate it, or keep backups in a tier that can be read at once.',
    },
};

;// CONCATENATED MODULE: ./lib/stores/azure/container.js



/** Has versions, immutability of versions, blocks of 4,000 MiB and the tier `Cold`. */
const serviceVersion = '2023-11-03';
function openContainer(options) {
    const client = (0,http/* httpClient */.ok)();
    const where = `the Azure store ${options.name}`;
    const base = `${options.endpoint.replace(/\/+$/, '')}/${options.container}`;
    async function attempt(ask) {
        const { method, key, query = {}, body, signal } = ask;
        const url = new URL(key === undefined ? base : `${base}/${options.prefix}${key}`);
        for (const [name, value] of Object.entries(query))
            url.searchParams.set(name, value);
        const headers = {
            ...ask.headers,
            'x-ms-date': new Date(options.patience.clock.now()).toUTCString(),
            'x-ms-version': serviceVersion,
        };
        const contentLength = body?.length ?? 0;
        const token = await options.authorization.sign({ method, url, headers, contentLength });
        return { answer: await client.send({ method, url, headers, body, signal }), token };
    }
    async function request(ask) {
        const { signal } = ask;
        try {
            signal?.throwIfAborted();
            let { answer, token } = await attempt(ask);
            if (answer.status === 401 && token !== null) {
                // The token may have been taken back before its time.
                answer.body.destroy();
                options.authorization.refused(token);
                ({ answer } = await attempt(ask));
            }
            if (answer.status >= 400)
                throw await refusal(answer);
            return answer;
        }
        catch (error) {
            const asked = { ...ask, where, container: options.container };
            throw (0,cancelled/* cancelledBy */.t)(signal, error) ?? azureFailure(error, asked);
        }
    }
    async function text(ask) {
        const answer = await request(ask);
        try {
            return await (0,http/* readText */.yR)(answer);
        }
        catch (error) {
            const asked = { ...ask, where, container: options.container };
            throw (0,cancelled/* cancelledBy */.t)(ask.signal, error) ?? azureFailure(error, asked);
        }
    }
    return {
        options,
        where,
        request,
        text,
        command: async (ask) => {
            const answer = await request(ask);
            answer.body.resume();
            answer.body.on('error', () => undefined);
            return answer;
        },
        [Symbol.dispose]: () => client[Symbol.dispose](),
    };
}
async function refusal(answer) {
    const named = answer.headers['x-ms-error-code'];
    const text = await (0,http/* readText */.yR)(answer).catch(() => '');
    const code = typeof named === 'string' ? named : /<Code>(\w+)<\/Code>/.exec(text)?.[1];
    return new http/* Refusal */.P_(answer.status, code ?? 'Unknown');
}
/** Status and code of the answer that a Failure of this store came from. */
function azureAnswer(error) {
    return (0,http/* answerOf */.ut)(error instanceof Error ? error.cause : undefined);
}

// EXTERNAL MODULE: ./lib/stores/web/resuming-body.js
var resuming_body = __webpack_require__(83084);
;// CONCATENATED MODULE: ./lib/stores/azure/download.js





/** Opens an object, or a part of it; null when there is none. */
async function download(container, key, { offset = 0, length, version, signal }) {
    const one = { container, key, version };
    let answer;
    try {
        answer = await getBlob(one, offset, length === undefined ? null : offset + length, null, signal);
    }
    catch (error) {
        const { status, code } = azureAnswer(error);
        // The part begins at the end of the object, or behind it.
        if (status === 416)
            return external_node_stream_.Readable.from([]);
        // A version that does not exist is named badly, says the service.
        const isNoVersion = version !== undefined && status === 400;
        if (isNoVersion || (status === 404 && !code.startsWith('Container')))
            return null;
        throw error;
    }
    const end = offset + Number(answer.headers['content-length'] ?? 0);
    const { etag = null } = answer.headers;
    return (0,resuming_body/* resumingBody */.N)({
        body: answer.body,
        offset,
        end,
        reopen: async (position, own) => {
            try {
                return (await getBlob(one, position, end, etag, own)).body;
            }
            catch (error) {
                throw describe(container, key, error);
            }
        },
        broken: (error) => azureFailure(error, {
            where: container.where,
            container: container.options.container,
            permission: 'read',
        }),
        patience: container.options.patience,
        signal,
    });
}
async function getBlob({ container, key, version }, offset, end, etag, signal) {
    const partly = offset > 0 || end !== null;
    const answer = await container.request({
        method: 'GET',
        key,
        query: { ...(version !== undefined && { versionid: version }) },
        headers: {
            ...(partly && { range: `bytes=${offset}-${end === null ? '' : end - 1}` }),
            ...(etag !== null && { 'if-match': etag }),
        },
        permission: 'read',
        signal,
    });
    if (partly && answer.headers['content-range']?.startsWith(`bytes ${offset}-`) !== true) {
        answer.body.destroy();
        throw new failure/* Failure */.HR('config', `${container.where}: the service does not give parts of objects`);
    }
    return answer;
}
function describe({ where }, key, error) {
    if (!(error instanceof failure/* Failure */.HR))
        return error;
    if (azureAnswer(error).status === 412) {
        return new failure/* Failure */.HR('integrity', `${where}: ${key} was replaced while it was read`, { cause: error });
    }
    return error.kind === 'missing'
        ? new failure/* Failure */.HR('missing', `${where}: ${key} was removed while it was read`, { cause: error })
        : error;
}

;// CONCATENATED MODULE: ./lib/stores/azure/listing.js
function readBlobs(page) {
    const blobs = [];
    for (const [, xml = ''] of page.matchAll(/<Blob>([\s\S]*?)<\/Blob>/g)) {
        // Other names stand in percent or entity form, and were not made by us.
        const name = /<Name>([^<]*)<\/Name>/.exec(xml)?.[1];
        if (name !== undefined)
            blobs.push({ name, xml });
    }
    const next = /<NextMarker>([^<]+)<\/NextMarker>/.exec(page)?.[1];
    return { blobs, next: next === undefined ? null : unescapeXml(next) };
}
/** The text of the first element of this name. */
function propertyOf(xml, name) {
    return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
function unescapeXml(text) {
    return text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&');
}

// EXTERNAL MODULE: ./lib/stores/probe.js
var probe = __webpack_require__(26548);
;// CONCATENATED MODULE: ./lib/stores/azure/probe.js



/** Finds out what a container and these credentials allow, by trying. */
async function probeContainer(container, signal) {
    let versioned = null;
    const found = await (0,probe/* probeByTrying */.X2)({
        random: container.options.patience.random,
        put: async (key, conditional) => {
            const { headers } = await container.command({
                method: 'PUT',
                key,
                headers: { 'x-ms-blob-type': 'BlockBlob', ...(conditional && { 'if-none-match': '*' }) },
                body: probe/* probeText */.Qc,
                permission: 'create new blobs',
                conditional: true,
                signal,
            });
            versioned = headers['x-ms-version-id'] !== undefined;
        },
        remove: async (key) => {
            await container.command({ method: 'DELETE', key, permission: 'delete', signal });
        },
        isDenied: isDenied,
        deniedFailure: () => new failure/* Failure */.HR('access', `${container.where}: these credentials may not put new objects`, {
            hint: 'Give them a role or a signature that allows to create blobs in the container.',
        }),
    });
    return { ...found, versioned, locks: await hasLocks(container, signal) };
}
async function hasLocks(container, signal) {
    try {
        const { headers } = await container.command({
            method: 'HEAD',
            query: { restype: 'container' },
            permission: 'read the properties of the container',
            signal,
        });
        return (headers['x-ms-immutable-storage-with-versioning-enabled'] === 'true' ||
            headers['x-ms-has-immutability-policy'] === 'true');
    }
    catch (error) {
        if (error instanceof failure/* Failure */.HR && error.kind === 'access')
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/stores/backoff.js
var backoff = __webpack_require__(67218);
// EXTERNAL MODULE: ./lib/stores/keys.js
var keys = __webpack_require__(49552);
// EXTERNAL MODULE: ./lib/stores/locks.js
var locks = __webpack_require__(99310);
// EXTERNAL MODULE: ./lib/stores/upload/parts-at-once.js
var parts_at_once = __webpack_require__(63668);
// EXTERNAL MODULE: ./lib/stores/upload/refused.js
var refused = __webpack_require__(89042);
// EXTERNAL MODULE: ./lib/stores/upload/upload-body.js + 2 modules
var upload_body = __webpack_require__(50600);
;// CONCATENATED MODULE: ./lib/stores/azure/upload.js











/** Name of the metadata that holds an upload's mark. Azure takes no hyphens here. */
const markName = 'lifeboat_upload';
const MiB = 1024 * 1024;
const leastPartSize = 8 * MiB;
/** Azure takes no more. */
const mostBlocks = 50_000;
/**
 * Stores a body under a new key: by one request if it is small, in blocks otherwise, which the last request makes an
 * object. Blocks that never become one are invisible, and the service drops them after a week; it has no request for it.
 */
async function upload(container, key, body, putOptions) {
    const { patience, accessTier, buffers, lock } = container.options;
    const { atMost = 0, signal } = putOptions;
    const mark = (0,keys/* randomName */.Zm)(patience.random.bytes(12));
    const until = (0,locks/* lockedUntil */.P5)(key, putOptions, lock, patience.clock.now());
    const one = {
        container,
        key,
        mark,
        headers: {
            'if-none-match': '*',
            [`x-ms-meta-${markName}`]: mark,
            'x-ms-blob-content-type': 'application/octet-stream',
            ...(accessTier !== null && { 'x-ms-access-tier': accessTier }),
            ...(until !== null && {
                'x-ms-immutability-policy-until-date': new Date(until).toUTCString(),
                'x-ms-immutability-policy-mode': lock?.mode ?? 'unlocked',
            }),
        },
        partSize: Math.max(leastPartSize, Math.ceil((atMost * 1.25) / mostBlocks / MiB) * MiB),
        signal,
    };
    const size = await (0,upload_body/* uploadBody */.E)(body, {
        partSize: one.partSize,
        patience,
        signal,
        buffers,
        whole: (bytes) => putBlob(one, bytes),
        isOwn: () => isOwn(one),
        inParts: (first, reader) => uploadInBlocks(one, first, reader),
    });
    return {
        key,
        size,
        modifiedAt: patience.clock.now(),
        ...(until !== null && { lockedUntil: until }),
    };
}
async function putBlob({ container, key, headers, signal }, body) {
    await container.command({
        method: 'PUT',
        key,
        headers: { ...headers, 'x-ms-blob-type': 'BlockBlob', 'content-md5': md5(body) },
        body,
        permission: 'create new blobs',
        conditional: true,
        signal,
    });
}
async function uploadInBlocks(one, first, reader) {
    const { container } = one;
    const { sent, size } = await (0,parts_at_once/* sendParts */.h)(first, reader, {
        signal: one.signal,
        send: (bytes, number, signal) => putBlock({ ...one, signal }, bytes, number),
        mostParts: mostBlocks,
        tooMany: () => new failure/* Failure */.HR('capacity', `${container.where}: an object is larger than ${(0,units/* formatBytes */.z3)(one.partSize * mostBlocks)}`, { hint: 'That is what 50,000 blocks hold. The size of the blocks follows from the expected size.' }),
    });
    await putBlockList(one, sent);
    return size;
}
async function putBlock(one, body, number) {
    const { container, key, mark, signal } = one;
    // Another upload of the same key has another mark. All names of one blob must be equally long.
    const id = Buffer.from(`${mark}-${String(number).padStart(5, '0')}`).toString('base64');
    await (0,backoff/* patiently */.d_)(container.options.patience, () => container.command({
        method: 'PUT',
        key,
        query: { comp: 'block', blockid: id },
        headers: { 'content-md5': md5(body) },
        body,
        permission: 'create new blobs',
        signal,
    }), signal);
    return id;
}
async function putBlockList(one, ids) {
    const { container, key, headers, signal } = one;
    const body = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.map((id) => `<Uncommitted>${id}</Uncommitted>`).join('')}</BlockList>`);
    await (0,backoff/* patiently */.d_)(container.options.patience, async (earlier) => {
        try {
            await container.command({
                method: 'PUT',
                key,
                query: { comp: 'blocklist' },
                headers: { ...headers, 'content-md5': md5(body) },
                body,
                permission: 'create new blobs',
                conditional: true,
                signal,
            });
        }
        catch (error) {
            // Whoever made the object first has thereby taken the blocks of all others away.
            const lost = azureAnswer(error).code === 'InvalidBlockList';
            if (!lost && !(0,refused/* isRefused */.H)(error))
                throw error;
            if (earlier > 0 && (await isOwn(one)))
                return;
            if (!lost)
                throw error;
            // Otherwise the list was damaged on its way: each block was answered for.
            throw (await isThere(one)) ? taken(one, error) : unknownBlocks(one, error);
        }
    }, signal);
}
function taken({ container }, cause) {
    return new failure/* Failure */.HR('refused', `${container.where}: the key exists already`, { cause });
}
function unknownBlocks({ container }, cause) {
    return new failure/* Failure */.HR('unavailable', `${container.where}: the service does not find the blocks that it took`, {
        cause,
    });
}
async function isThere({ container, key, signal }) {
    try {
        await container.command({ method: 'HEAD', key, permission: 'read', signal });
        return true;
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR))
            throw error;
        if (error.kind === 'missing')
            return false;
        // Not to be seen with these credentials; but nothing else takes blocks away.
        if (error.kind === 'access')
            return true;
        throw error;
    }
}
/** Whether the object that stands in the way is this very upload's: its mark says so, which a list shows as well. */
async function isOwn({ container, key, mark, signal }) {
    const { patience, prefix } = container.options;
    return (0,backoff/* patiently */.d_)(patience, async () => {
        try {
            const answer = await container.command({ method: 'HEAD', key, permission: 'read', signal });
            return answer.headers[`x-ms-meta-${markName}`] === mark;
        }
        catch (error) {
            if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'access')
                throw error;
        }
        try {
            const page = await container.text({
                method: 'GET',
                query: {
                    restype: 'container',
                    comp: 'list',
                    prefix: prefix + key,
                    include: 'metadata',
                    maxresults: '1',
                },
                permission: 'list',
                signal,
            });
            const [found] = readBlobs(page).blobs;
            return found?.name === prefix + key && propertyOf(found.xml, markName) === mark;
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR && error.kind === 'access')
                return false;
            throw error;
        }
    }, signal);
}
function md5(bytes) {
    return (0,external_node_crypto_.createHash)('md5').update(bytes).digest('base64');
}

// EXTERNAL MODULE: ./lib/stores/upload/read-to-end.js
var read_to_end = __webpack_require__(97460);
;// CONCATENATED MODULE: ./lib/stores/azure.js












/** Names the one version of a blob where the service keeps no others. */
const currentVersion = 'current';
/** A store in a container of Azure Blob Storage. */
function openAzureStore(options) {
    const container = openContainer(options);
    const { where } = container;
    async function put(key, body, putOptions = {}) {
        return (0,read_to_end/* readToEnd */.f)(body, async () => {
            (0,keys/* checkKey */.yR)(key);
            return await upload(container, key, body, putOptions);
        });
    }
    async function get(key, { version, ...range } = {}) {
        (0,keys/* checkKey */.yR)(key);
        const one = version === undefined || version === currentVersion ? {} : { version };
        // HTTP has no range without bytes.
        if (range.length === 0)
            return (await stat(key, range.signal)) === null ? null : external_node_stream_.Readable.from([]);
        return download(container, key, { ...range, ...one });
    }
    async function stat(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        try {
            const { headers } = await container.command({ method: 'HEAD', key, permission: 'read', signal });
            const held = headers['x-ms-legal-hold'] === 'true';
            const until = (0,http/* instantOf */.B9)(headerOf(headers, 'x-ms-immutability-policy-until-date'));
            return {
                key,
                size: Number(headers['content-length'] ?? 0),
                modifiedAt: (0,http/* instantOf */.B9)(headers['last-modified']),
                ...(held
                    ? { lockedUntil: Infinity }
                    : until > options.patience.clock.now() && { lockedUntil: until }),
            };
        }
        catch (error) {
            return nullIfMissing(error);
        }
    }
    async function* list(prefix, signal, { after = '' } = {}) {
        (0,keys/* checkPrefix */.by)(prefix);
        let last = '';
        for await (const { name, xml } of blobs(options.prefix + prefix, '', signal)) {
            const key = name.slice(options.prefix.length);
            // Blobs of other tools were not made by us.
            if (!name.startsWith(options.prefix) || !(0,keys/* isKey */.m0)(key))
                continue;
            if (key <= last) {
                throw new failure/* Failure */.HR('config', `${where}: the service does not list blobs in order`, {
                    hint: 'Use an account without a hierarchical namespace.',
                });
            }
            last = key;
            const stopped = (0,cancelled/* cancelledBy */.t)(signal, null);
            if (stopped)
                throw stopped;
            if (key > after)
                yield { key, ...sizeAndTime(xml) };
        }
    }
    async function* blobs(prefix, include, signal) {
        let marker = null;
        do {
            const text = await container.text({
                method: 'GET',
                query: {
                    restype: 'container',
                    comp: 'list',
                    ...(prefix !== '' && { prefix }),
                    ...(include !== '' && { include }),
                    ...(marker !== null && { marker }),
                },
                permission: 'list',
                signal,
            });
            const page = readBlobs(text);
            yield* page.blobs;
            marker = page.next;
        } while (marker !== null);
    }
    async function versions(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        const name = options.prefix + key;
        const found = [];
        for await (const blob of blobs(name, 'versions', signal)) {
            if (blob.name > name)
                break;
            if (blob.name !== name)
                continue;
            const version = propertyOf(blob.xml, 'VersionId') ?? currentVersion;
            const isCurrent = propertyOf(blob.xml, 'IsCurrentVersion') === 'true';
            found.push({ key, ...sizeAndTime(blob.xml), version, isCurrent });
        }
        // A version is named by its time.
        found.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || (a.version < b.version ? 1 : -1));
        return found.map(({ size, modifiedAt, version }) => ({ key, size, modifiedAt, version }));
    }
    async function replace(key, body, signal) {
        (0,keys/* checkMutable */.RX)(key);
        const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
        await container.command({
            method: 'PUT',
            key,
            headers: { 'x-ms-blob-type': 'BlockBlob' },
            body: bytes,
            permission: 'write',
            signal,
        });
        return { key, size: bytes.length, modifiedAt: options.patience.clock.now() };
    }
    async function remove(key, signal) {
        (0,keys/* checkKey */.yR)(key);
        await (0,locks/* demandUnlocked */.fA)(where, key, () => stat(key, signal));
        try {
            await container.command({ method: 'DELETE', key, permission: 'delete', signal });
        }
        catch (error) {
            if (error instanceof failure/* Failure */.HR && error.kind === 'refused')
                throw (0,locks/* lockHolds */.IH)(where, key, error);
            nullIfMissing(error);
        }
    }
    return {
        name: options.name,
        kind: 'azure',
        ephemeral: false,
        list,
        get,
        stat,
        versions,
        put,
        replace,
        remove,
        probe: (signal) => probeContainer(container, signal),
        [Symbol.asyncDispose]: async () => container[Symbol.dispose](),
    };
}
/** The container itself missing is no answer about a key. */
function nullIfMissing(error) {
    if (error instanceof failure/* Failure */.HR && error.kind === 'missing' && !isAboutContainer(error))
        return null;
    throw error;
}
function isAboutContainer(error) {
    return azureAnswer(error).code.startsWith('Container');
}
function sizeAndTime(xml) {
    return {
        size: Number(propertyOf(xml, 'Content-Length') ?? 0),
        modifiedAt: (0,http/* instantOf */.B9)(propertyOf(xml, 'Last-Modified')),
    };
}
function headerOf(headers, name) {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
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
