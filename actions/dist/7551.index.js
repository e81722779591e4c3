export const id = 7551;
export const ids = [7551];
export const modules = {

/***/ 5151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   uZ: () => (/* binding */ manifestFormatFor),
/* harmony export */   yA: () => (/* binding */ postgresRecordSchema)
/* harmony export */ });
/* unused harmony exports manifestFormat, artifactSchema, notIncludedSchema, redisRecordSchema, filesRecordSchema, sourceRecordSchema, manifestSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _environment_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64226);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);




/**
 * The manifest names every artifact of a backup; a backup exists when its manifest does. Times are ISO 8601 UTC,
 * sizes bytes. Documented in docs/format.md; every version ever released stays readable.
 */
const manifestFormat = 1;
/** Says the same, and knows sealing with AES-256-GCM: a reader of format 1 must refuse it. */
const newestManifestFormat = 2;
/** The oldest format that can say it, so that older readers go on reading what they can. */
function manifestFormatFor(encryption) {
    return encryption === 'passphrase-aes-256-gcm' ? newestManifestFormat : manifestFormat;
}
const iso = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const sha256 = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const size = zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(0);
const artifactSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** Name inside the source's folder, without endings for compression and encryption: `toc.dat`, `6260.dat`, `pack-1.tar`. */
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Key inside the backup's folder: `main/6260.dat.zst.age`. */
    key: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Bytes before compression by us and sealing, as the source gave them. */
    plainSize: size,
    /** Bytes as stored, and their digest. */
    storedSize: size,
    sha256,
    /** Who compressed it: the source's own program, we, or nobody. The key ends in .zst (.age) when somebody did. */
    compressedBy: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['pg_dump', 'lifeboat', 'none']),
    encrypted: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    /** Digest of the bytes before compression by us; null where we compressed nothing, and sealing authenticates them. */
    plainSha256: sha256.nullable(),
    /** For a pack: the files in it. */
    members: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), size, sha256 })).optional(),
});
const notIncludedSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** Why it is not in the backup, and what kind of object it is. */
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** `unlogged table`, `subscription`, `user mapping`… */
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    object: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    accepted: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
});
const postgresRecordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** As in the environment file. It becomes part of paths, so nothing else is believed. */
    name: _environment_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .nameSchema */ .Jq,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('postgres'),
    engine: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('postgres-logical'),
    database: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Server: `17.11`, major 17, its system identifier where the role may read it. */
    serverVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    serverMajor: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    systemIdentifier: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    standby: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    /** pg_dump's version, and the oldest major into which the archive can be restored. */
    clientVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    clientMajor: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    restorableInto: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        at: iso,
        /** Time up to which a standby had replayed; equal to `at` on a primary. */
        dataAt: iso,
        lsn: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    }),
    encoding: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    locale: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        provider: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['libc', 'icu', 'builtin']),
        collate: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        ctype: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        /** ICU or builtin locale. */
        locale: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
        icuRules: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    }),
    lcMonetary: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    databaseSize: size,
    /** Data files of the archive are compressed by pg_dump (`zst`) or plain. */
    archiveCompression: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['zstd', 'none']),
    extensions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })),
    /** Rows that the snapshot held, without those of children, per relation with data. */
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        oid: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
        schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        kind: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['table', 'sequence', 'materialized view']),
        rows: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        bytes: size,
    })),
    largeObjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    globals: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    notIncluded: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(notIncludedSchema),
    warnings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(artifactSchema),
});
/** What the record of every engine says. */
const anyRecord = {
    name: _environment_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .nameSchema */ .Jq,
    snapshot: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        at: iso,
        /** Time of the newest data that is certainly in it. */
        dataAt: iso,
    }),
    /** Plain bytes of the source. */
    databaseSize: size,
    notIncluded: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(notIncludedSchema),
    warnings: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(artifactSchema),
};
const redisRecordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...anyRecord,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('redis'),
    /** One RDB file, as the server itself writes it. */
    engine: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('redis-rdb'),
    /** `7.0.15`, and whether it is Redis or Valkey. */
    serverVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    serverKind: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['redis', 'valkey']),
    /** Of the RDB file, from its header: a server reads those of its own version and older ones. */
    rdbVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    /** Per database: keys, those with an expiry among them. */
    databases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ index: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), keys: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), expires: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() })),
});
const filesRecordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...anyRecord,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('files'),
    /** Archives of tar, and an index of every entry with its digest. */
    engine: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('files-tar'),
    /** The folder, as the environment file has it. */
    path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    files: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    folders: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    links: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
});
/** One member per engine; later engines (physical base backups) join here. */
const sourceRecordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt('engine', [
    postgresRecordSchema,
    redisRecordSchema,
    filesRecordSchema,
]);
/** What a record is a backup of, so that two sources of one name are told apart: a database, a folder. */
function subjectOf(record) {
    if (record.engine === 'postgres-logical')
        return record.database;
    return record.engine === 'files-tar' ? record.path : record.serverKind;
}
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz([manifestFormat, newestManifestFormat]),
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().refine((id) => (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id) !== null),
    environment: _environment_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .nameSchema */ .Jq,
    label: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    class: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['scheduled', 'critical']),
    startedAt: iso,
    finishedAt: iso,
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** The environment file as it was written, variables not filled in. */
    environmentFile: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    encryption: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['recipients', 'passphrase', 'passphrase-aes-256-gcm', 'none']),
    /** age recipients that can open it; with a passphrase, the one whose identity lies in `identityKey`. None with AES. */
    recipients: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    /** Key of the passphrase-sealed identity inside the backup's folder, with encryption by passphrase. */
    identityKey: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Digest of what lies there. */
    identitySha256: sha256.optional(),
    retention: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ class: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['scheduled', 'critical']) }),
    parent: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** Per store: whether it refused to overwrite, as its probe found. */
    stores: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), writeOnce: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY() })),
    sources: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(sourceRecordSchema)
        .refine((sources) => new Set(sources.map(({ name }) => name)).size === sources.length),
});
/**
 * Reads a manifest. @throws Failure `integrity` when it is no manifest, or a truncated one; `config` when a newer
 * Lifeboat wrote it.
 */
function parseManifest(text) {
    return parseRecord(text, manifestSchema, 'manifest', newestManifestFormat);
}
/** @param newest the newest format that this Lifeboat reads */
function parseRecord(text, schema, what, newest = 1) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `the ${what} is not JSON; it may be truncated`, { cause });
    }
    const format = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ format: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() }).safeParse(value);
    if (format.success && format.data.format > newest) {
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the ${what} has format ${format.data.format}; this Lifeboat reads up to ${newest}`, {
            hint: 'Use a newer Lifeboat to read it.',
        });
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw new _failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `the ${what} is not well-formed at ${issue?.path.join('.') ?? 'its root'}`, { cause: parsed.error });
    }
    return parsed.data;
}


/***/ }),

/***/ 46979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ failureOfCopy),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   bL: () => (/* binding */ fromFirstSoundCopy),
/* harmony export */   dZ: () => (/* binding */ throwIfCancelled),
/* harmony export */   mK: () => (/* binding */ inEachStore)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** An attacker who may write could add versions without end. */
const mostVersions = 50;
/**
 * Takes an object from the first store that has it sound. In each store first as it is; then, when it is missing or
 * damaged, in the versions that the store still keeps. What was wrong on the way is added to `damages`.
 * @throws Failure `integrity` when a copy was damaged and none sound; else `access` or `unavailable` when a store did not
 *   answer; else `missing`. `cancelled` and `capacity` end it at once, since other stores would not help.
 */
async function fromFirstSoundCopy(stores, key, attempt, context) {
    const seen = [];
    for (const store of stores) {
        const found = await fromStore(store, key, attempt, context);
        if (found.damage !== null) {
            seen.push(found.damage);
            context.damages.push(found.damage);
            const served = found.damage.olderVersionServed ? '; an older version of it is sound' : '';
            context.log.warning(`store ${store.name}: ${key} is ${found.damage.problem}${served}`);
        }
        if (found.value !== null)
            return { value: found.value, store };
    }
    throw noSoundCopy(key, seen);
}
async function fromStore(store, key, attempt, context) {
    let damage;
    try {
        const value = await attempt(store, undefined);
        if (value !== null)
            return { value, damage: null };
        damage = describe(store, key, new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `store ${store.name} has no ${key}`));
    }
    catch (error) {
        const failure = failureOfCopy(error, context.signal);
        damage = describe(store, key, failure);
        if (damage.problem === 'unreachable')
            return { value: null, damage };
    }
    const value = await fromOlderVersion(store, key, attempt, damage, context);
    return { value, damage: { ...damage, olderVersionServed: value !== null } };
}
async function fromOlderVersion(store, key, attempt, damage, { size, signal }) {
    try {
        const versions = await store.versions(key, signal);
        // A damaged copy is the newest version itself; a missing one lies under a delete marker.
        const older = damage.problem === 'missing' ? versions : versions.slice(1);
        const fitting = older.filter((version) => size === undefined || version.size === size);
        for (const { version } of fitting.slice(0, mostVersions)) {
            try {
                const value = await attempt(store, version);
                if (value !== null)
                    return value;
            }
            catch (error) {
                failureOfCopy(error, signal);
            }
        }
    }
    catch (error) {
        failureOfCopy(error, signal); // the copy is bad already; that its versions cannot be asked for adds nothing
    }
    return null;
}
/** The failure as one of this copy alone. @throws it when it concerns every copy */
function failureOfCopy(error, signal) {
    const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
    if (signal.aborted) {
        throw signal.reason instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR
            ? signal.reason
            : new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('cancelled', 'stopped from outside', { cause: error });
    }
    if (failure.kind === 'cancelled' || failure.kind === 'capacity')
        throw failure;
    return failure;
}
/**
 * Does the same in each store, side by side, and waits for all of them: nothing goes on when it settles. A full disk is
 * here a trouble of that store alone.
 * @returns why it failed, by the store's name
 */
async function inEachStore(stores, work) {
    const failures = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            await work(store);
        }
        catch (error) {
            failures.set(store.name, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
        }
    }));
    return failures;
}
/** @throws Failure `cancelled`, or what the signal was given as its reason */
function throwIfCancelled(signal) {
    if (!signal.aborted)
        return;
    throw signal.reason instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR
        ? signal.reason
        : new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('cancelled', 'stopped from outside', { cause: signal.reason });
}
function describe(store, key, failure) {
    return { store: store.name, key, problem: problemOf(failure), failure, olderVersionServed: false };
}
function problemOf(failure) {
    if (failure.kind === 'missing')
        return 'missing';
    // `config`: a format that only a newer Lifeboat reads; or one damaged byte that looks like it.
    return failure.kind === 'integrity' || failure.kind === 'config' ? 'damaged' : 'unreachable';
}
function noSoundCopy(key, damages) {
    const worst = damages.find((damage) => damage.problem === 'damaged') ??
        damages.find((damage) => damage.problem === 'unreachable') ??
        damages[0];
    if (worst === undefined)
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to read from');
    const each = damages.map((damage) => `${damage.store}: ${damage.problem}`).join(', ');
    const hint = worst.failure.hint;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(worst.failure.kind, `no store has a sound copy of ${key} (${each}): ${worst.failure.message}`, {
        ...(hint === undefined ? {} : { hint }),
        subjects: worst.failure.subjects,
        cause: worst.failure,
    });
}


/***/ }),

/***/ 73522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ DigestTap),
/* harmony export */   hZ: () => (/* binding */ digesting),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);


/** Passes bytes on as they are, and knows their size and SHA-256 once they have ended. */
class DigestTap extends node_stream__WEBPACK_IMPORTED_MODULE_1__.Transform {
    hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    size = 0;
    /** @param onEnd called when all bytes have come, before the stream ends; what it throws ends the stream instead */
    constructor(onEnd) {
        super({
            readableHighWaterMark: 262_144,
            writableHighWaterMark: 262_144,
            transform: (chunk, _encoding, callback) => {
                this.hash.update(chunk);
                this.size += chunk.length;
                callback(null, chunk);
            },
            flush: (callback) => {
                try {
                    onEnd({ sha256: this.hash.digest('hex'), size: this.size });
                    callback();
                }
                catch (error) {
                    callback(error instanceof Error ? error : new Error(String(error)));
                }
            },
        });
    }
}
/** Passes chunks on as they are; the digest is known once they have ended. */
async function* digesting(chunks, onEnd) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
    }
    onEnd({ sha256: hash.digest('hex'), size });
}
function digestOf(bytes) {
    return { sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex'), size: bytes.length };
}


/***/ }),

/***/ 92880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ proofKey),
/* harmony export */   G0: () => (/* binding */ ledgerFolder),
/* harmony export */   Kk: () => (/* binding */ parseManifestKey),
/* harmony export */   Ks: () => (/* binding */ passphraseIdentityName),
/* harmony export */   Rn: () => (/* binding */ manifestKey),
/* harmony export */   Ru: () => (/* binding */ parseLeaseKey),
/* harmony export */   Wf: () => (/* binding */ artifactKey),
/* harmony export */   Wg: () => (/* binding */ parseLedgerKey),
/* harmony export */   Wx: () => (/* binding */ proofsFolder),
/* harmony export */   _5: () => (/* binding */ leasesFolder),
/* harmony export */   a: () => (/* binding */ backupsFolder),
/* harmony export */   aW: () => (/* binding */ leaseKey),
/* harmony export */   b8: () => (/* binding */ backupRecoveryKey),
/* harmony export */   cx: () => (/* binding */ signatureKey),
/* harmony export */   fl: () => (/* binding */ rootRecoveryKey),
/* harmony export */   hg: () => (/* binding */ useLeaseKey),
/* harmony export */   iy: () => (/* binding */ keyInside),
/* harmony export */   j0: () => (/* binding */ backupFolder),
/* harmony export */   lG: () => (/* binding */ parseBackupKey),
/* harmony export */   lj: () => (/* binding */ ledgerKey),
/* harmony export */   rZ: () => (/* binding */ parseProofKey),
/* harmony export */   s8: () => (/* binding */ markerKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Where everything lies in a store, relative to the store's prefix. Folders end in `/`. Documented in docs/format.md. */
/** A marker that says what this place is. */
const markerKey = 'lifeboat.json';
const rootRecoveryKey = 'RECOVERY.md';
const backupsFolder = (environment) => `${environment}/backups/`;
const backupFolder = (environment, id) => `${backupsFolder(environment)}${id}/`;
const manifestKey = (environment, id) => `${backupFolder(environment, id)}manifest.json`;
const backupRecoveryKey = (environment, id) => `${backupFolder(environment, id)}RECOVERY.md`;
/** The detached signature of what lies at `key`. */
const signatureKey = (key) => `${key}.sig`;
const proofsFolder = (environment, id) => `${environment}/proofs/${id === undefined ? '' : `${id}/`}`;
const proofKey = (environment, id, at) => `${proofsFolder(environment, id)}${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .compactTime */ .dh)(at)}.json`;
const leasesFolder = (environment) => `${environment}/leases/`;
/** Of a lease on something that only one run may do at a time. The name may come from data. */
const leaseKey = (environment, name) => `${leasesFolder(environment)}${safePart(name)}.json`;
/** Of a lease that says that a backup is being made or read; any number of runs may have one. */
const useLeaseKey = (environment, id, random) => `${leasesFolder(environment)}use-${id}-${random}.json`;
const ledgerFolder = (environment) => `${environment}/ledger/`;
const ledgerKey = (environment, event) => `${ledgerFolder(environment)}${event}.json`;
/** What a key in the folder of leases is for, or null when no lease lies there. */
function parseLeaseKey(environment, key) {
    const folder = leasesFolder(environment);
    if (!key.startsWith(folder) || !key.endsWith('.json'))
        return null;
    const name = key.slice(folder.length, -'.json'.length);
    if (!safeName.test(name))
        return null;
    const id = /^use-(.+)-[0-9a-f]{16}$/.exec(name)?.[1] ?? null;
    return { name, backupId: id === null || (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(id) === null ? null : id };
}
/** The id of the event that lies at this key of the ledger, or null. */
function parseLedgerKey(environment, key) {
    const folder = ledgerFolder(environment);
    const name = key.startsWith(folder) ? key.slice(folder.length) : '';
    return /^(\d{8}T\d{6}Z-[0-9a-f]{16})\.json$/.exec(name)?.[1] ?? null;
}
/** The backup in whose folder this key lies, and its name there; null when it is in none. */
function parseBackupKey(environment, key) {
    const folder = backupsFolder(environment);
    if (!key.startsWith(folder))
        return null;
    const [id = '', ...rest] = key.slice(folder.length).split('/');
    return rest.length === 0 || (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(id) === null ? null : { id, name: rest.join('/') };
}
/** Inside a backup's folder: the identity that the passphrase opens. */
const passphraseIdentityName = 'identity.age';
/** The backup whose manifest lies at this key, or null. */
function parseManifestKey(environment, key) {
    const folder = backupsFolder(environment);
    if (!key.startsWith(folder) || !key.endsWith('/manifest.json'))
        return null;
    const id = key.slice(folder.length, -'/manifest.json'.length);
    return (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(id) === null ? null : id;
}
/** What a proof's key says, or null when it is none. */
function parseProofKey(environment, key) {
    const folder = proofsFolder(environment);
    if (!key.startsWith(folder))
        return null;
    const match = /^([^/]+)\/(\d{8}T\d{6}Z)\.json$/.exec(key.slice(folder.length));
    const [, backupId, time] = match ?? [];
    if (backupId === undefined || time === undefined || (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(backupId) === null)
        return null;
    return { backupId, time };
}
/**
 * Key of an artifact inside its backup's folder. The name may come from data: what not every store treats alike is
 * replaced, and a digest of the whole name keeps such keys apart.
 */
function artifactKey(source, name, compressed, sealed) {
    return `${safePart(source)}/${safePart(name)}${compressed ? '.zst' : ''}${sealed}`;
}
const safeName = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
function safePart(name) {
    if (safeName.test(name))
        return name;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 16);
    const readable = name
        .replaceAll(/[^A-Za-z0-9._-]/g, '-')
        .replace(/^[^A-Za-z0-9_]+/, '')
        .slice(0, 60);
    return readable === '' ? digest : `${readable}-${digest}`;
}
/**
 * The key of something inside a backup's folder, as a manifest or a caller names it.
 * @throws Failure `integrity` when it could lead out of the folder or is no portable key
 */
function keyInside(folder, key) {
    const parts = key.split('/');
    if (!parts.every((part) => /^[A-Za-z0-9._-]+$/.test(part) && part !== '.' && part !== '..')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', 'the manifest names an object outside of its backup', { subjects: [key] });
    }
    return `${folder}${key}`;
}


/***/ }),

/***/ 27441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ readSigned),
/* harmony export */   Ts: () => (/* binding */ encodeSigned),
/* harmony export */   _V: () => (/* binding */ putSigned),
/* harmony export */   qc: () => (/* binding */ writeSigned)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);






/**
 * Reads a record from the first store that has it whole and genuine.
 * @param comment what its signature must be for
 * @param parse @throws Failure `integrity` when the text is not the record that its key says
 * @throws Failure `integrity` when it is unsigned although a key is configured or the environment is protected
 */
async function readSigned(stores, key, comment, trust, parse, context) {
    const { publicKey } = trust;
    if (publicKey === null && trust.protected) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${key} cannot be believed: no public signing key is configured`, {
            hint: 'The environment is protected: put the public keys under "signing" in its file, as lifeboat keygen prints them.',
        });
    }
    const damages = [];
    const { value, store } = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .fromFirstSoundCopy */ .bL)(stores, key, async (from, version) => {
        const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(from, key, {
            signal: context.signal,
            ...(version === undefined ? {} : { version }),
        });
        if (bytes === null)
            return null;
        let signature = null;
        if (publicKey !== null) {
            const checked = await checkAgainstStored(from, key, bytes, publicKey, comment, context.signal);
            if (checked.damage !== null)
                damages.push(checked.damage);
            signature = checked.signature;
        }
        return { bytes, signature, value: parse(bytes.toString()) };
    }, { damages, ...context });
    if (publicKey === null) {
        context.log.notice(`${key} was not checked for its origin: no public signing key is configured`);
    }
    const { sha256 } = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(value.bytes);
    return { ...value, sha256, signed: publicKey !== null, store: store.name, damages };
}
/**
 * Holds bytes to the signature in the same store, or to an older version of it when the newest does not fit: then with
 * what is wrong with the newest.
 */
async function checkAgainstStored(store, key, bytes, publicKey, comment, signal) {
    const check = (signature) => (0,_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
    const newest = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), { signal }, largestSignature);
    let failure = new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${key} is not signed, although a signing key is configured`);
    if (newest !== null) {
        try {
            check(newest);
            return { signature: newest, damage: null };
        }
        catch (error) {
            failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    const versions = await store.versions((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), signal);
    for (const { version } of versions.slice(0, 10)) {
        const older = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), { signal, version }, largestSignature);
        if (older === null)
            continue;
        try {
            check(older);
            const problem = newest === null ? 'missing' : 'damaged';
            const damage = { store: store.name, key: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), problem, failure };
            return { signature: older, damage: { ...damage, olderVersionServed: true } };
        }
        catch (error) {
            (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    throw failure;
}
const largestSignature = 65_536;
/** Signs a record and stores it in every store that answers. @throws Failure when none took it */
async function writeSigned(record, context) {
    const { key, what } = record;
    const { stores, signingKey, log, signal } = context;
    const { bytes, signature } = encodeSigned(record.value, signingKey, record.comment);
    record.check(bytes.toString());
    const failures = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .inEachStore */ .mK)(stores, (store) => putSigned(store, key, bytes, signature, signal, record.keep));
    for (const [store, failure] of failures) {
        log.warning(`store ${store} did not take the ${what}: ${failure.message}`);
    }
    const written = stores.map((store) => store.name).filter((name) => !failures.has(name));
    // Once one store has it, it exists, even if the run was stopped just then.
    if (written.length === 0) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        throw [...failures.values()][0] ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `there is no store to write the ${what} to`);
    }
    return { key, bytes, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes).sha256, stores: written, failures };
}
/** Writes the signature first, then the record: whoever sees the record finds it signed. */
async function putSigned(store, key, bytes, signature, signal, keep = {}) {
    if (signature !== null)
        await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .putOnce */ .LA)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), Buffer.from(signature), signal, keep);
    await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .putOnce */ .LA)(store, key, bytes, signal, keep);
}
/** The bytes of a record as JSON for people, and its signature when there is a key. */
function encodeSigned(value, secretKey, comment) {
    const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
    return { bytes, signature: secretKey === null ? null : (0,_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .sign */ ._S)(bytes, secretKey, comment) };
}


/***/ }),

/***/ 4527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   cQ: () => (/* binding */ makeSigningKeys),
/* harmony export */   jC: () => (/* binding */ checkSignature),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* unused harmony export minisignPublicKey */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);


function makeSigningKeys() {
    const { privateKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(secretPrefix.length);
    return {
        publicKey: `${publicForm}${rawPublicKey(privateKey).toString('base64')}`,
        secretKey: `${secretForm}${seed.toString('base64')}`,
    };
}
/** The public key that belongs to a secret one. @throws Failure `config` */
function publicKeyOf(secretKey) {
    return `${publicForm}${rawPublicKey(readSecretKey(secretKey)).toString('base64')}`;
}
/**
 * The text of a signature file.
 * @param trustedComment what this is and in which role it was signed, such as `lifeboat manifest production/2026…`
 * @throws Failure `config` when the secret key is none
 */
function sign(bytes, secretKey, trustedComment) {
    if (/[\r\n]/.test(trustedComment))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('bug', 'a trusted comment is one line');
    const key = readSecretKey(secretKey);
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, digest(bytes), key);
    const bound = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.concat([signature, Buffer.from(trustedComment)]), key);
    const packed = Buffer.concat([prehashed, keyId(rawPublicKey(key)), signature]);
    return [
        'untrusted comment: signature by Lifeboat, check it with minisign -V',
        packed.toString('base64'),
        `trusted comment: ${trustedComment}`,
        bound.toString('base64'),
        '',
    ].join('\n');
}
/**
 * Holds bytes to their signature. @throws Failure `integrity` when the signature is by another key, of other bytes,
 * or for something else; `config` when the public key is none
 */
function checkSignature(bytes, signatureText, publicKey, expectedComment) {
    const raw = readPublicKey(publicKey);
    const key = publicKeyObject(raw);
    const [untrustedLine, packedLine, commentLine, boundLine, end, ...more] = signatureText.split('\n');
    const packed = decodeExactly(packedLine, 2 + 8 + 64);
    const bound = decodeExactly(boundLine, 64);
    const commentPrefix = 'trusted comment: ';
    // The untrusted comment may say anything, as in minisign; every other byte has just one right value.
    const isWhole = untrustedLine?.startsWith('untrusted comment: ') === true && end === '' && more.length === 0;
    if (!isWhole || packed === null || bound === null || commentLine?.startsWith(commentPrefix) !== true) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature is damaged');
    }
    if (!packed.subarray(0, 2).equals(prehashed))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature has an unknown form');
    if (!packed.subarray(2, 10).equals(keyId(raw))) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature was made with another key', {
            hint: 'Compare the public key in the environment file with the one that belongs to LIFEBOAT_SIGNING_KEY of whoever wrote this.',
        });
    }
    const signature = packed.subarray(10);
    const comment = commentLine.slice(commentPrefix.length);
    const isGenuine = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, digest(bytes), key, signature) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.concat([signature, Buffer.from(comment)]), key, bound);
    if (!isGenuine)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature does not fit: what was signed was altered');
    if (comment !== expectedComment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature is genuine, but was made for something else');
    }
}
/** The public key as minisign takes it after `-P`. @throws Failure `config` */
function minisignPublicKey(publicKey) {
    const raw = readPublicKey(publicKey);
    return Buffer.concat([Buffer.from('Ed'), keyId(raw), raw]).toString('base64');
}
const publicForm = 'ed25519:';
const secretForm = 'ed25519-secret:';
const prehashed = Buffer.from('ED');
// DER (RFC 8410) around the 32 bytes of a key.
const secretPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
function digest(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('blake2b512').update(bytes).digest();
}
function keyId(rawKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(rawKey).digest().subarray(0, 8);
}
function readSecretKey(text) {
    const seed = text.startsWith(secretForm) ? decodeExactly(text.slice(secretForm.length), 32) : null;
    if (seed === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the signing key is not one', {
            hint: `A signing key begins with ${secretForm}, as lifeboat keygen prints it.`,
        });
    }
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([secretPrefix, seed]), format: 'der', type: 'pkcs8' });
}
function readPublicKey(text) {
    const raw = text.startsWith(publicForm) ? decodeExactly(text.slice(publicForm.length), 32) : null;
    if (raw === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the public signing key is not one', {
            hint: `A public signing key begins with ${publicForm}, as lifeboat keygen prints it.`,
        });
    }
    return raw;
}
function publicKeyObject(raw) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
}
function rawPublicKey(key) {
    const spki = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return spki.subarray(publicPrefix.length);
}
/** Base64 of exactly so many bytes, in its one canonical spelling; null otherwise. */
function decodeExactly(text, size) {
    if (text === undefined)
        return null;
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === size && bytes.toString('base64') === text ? bytes : null;
}


/***/ }),

/***/ 52782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LA: () => (/* binding */ putOnce),
/* harmony export */   oD: () => (/* binding */ readWhole)
/* harmony export */ });
/* unused harmony export largestRecord */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** Manifests of very large databases have some tens of MiB; more is not what we wrote. */
const largestRecord = 256 * 1024 * 1024;
/**
 * Writes a small object once. That the very same bytes are there already is no failure: an answer that got lost on its
 * way makes a repeated put find its own work.
 */
async function putOnce(store, key, bytes, signal, keep = {}) {
    try {
        await store.put(key, bytes, { ...keep, atMost: bytes.length, signal });
    }
    catch (error) {
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind !== 'refused')
            throw failure;
        const existing = await readWhole(store, key, { signal });
        if (existing === null || !existing.equals(bytes))
            throw failure;
    }
}
/** A small object's bytes, or null when there is none. @throws Failure, `integrity` when it is beyond any size we write */
async function readWhole(store, key, options, limit = largestRecord) {
    const body = await store.get(key, options);
    if (body === null)
        return null;
    const pieces = [];
    let size = 0;
    // Leaving the loop early destroys the stream.
    for await (const piece of body) {
        size += piece.length;
        if (size > limit)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${key} is larger than anything Lifeboat writes there`);
        pieces.push(piece);
    }
    return Buffer.concat(pieces, size);
}


/***/ })

};
