export const id = 9872;
export const ids = [9872];
export const modules = {

/***/ 5151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   uZ: () => (/* binding */ manifestFormatFor),
/* harmony export */   wI: () => (/* binding */ lackingSources),
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
    /** Numbers of those that an exchange had taken out of use; left out where there are none. */
    setAside: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr()).optional(),
});
const filesRecordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    ...anyRecord,
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('files'),
    /** Archives of tar, and an index of every entry with its digest. */
    engine: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('files-tar'),
    /** The folder, as the environment file has it. */
    path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** What was left out on purpose, as the environment file has it. */
    exclude: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    files: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    folders: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
    /** Symbolic ones, and further names of files. */
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
/** Names of the sources of an environment that a backup has nothing of. */
function lackingSources({ sources }, backup) {
    const held = new Set(backup.sources.map(({ name }) => name));
    return sources.map(({ name }) => name).filter((name) => !held.has(name));
}
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
    throw noSoundCopy(key, seen, context.whenLost);
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
function noSoundCopy(key, damages, whenLost) {
    const worst = damages.find((damage) => damage.problem === 'damaged') ??
        damages.find((damage) => damage.problem === 'unreachable') ??
        damages[0];
    if (worst === undefined)
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to read from');
    const each = damages.map((damage) => `${damage.store}: ${damage.problem}`).join(', ');
    const hint = worst.failure.hint ?? (worst.problem === 'unreachable' ? undefined : whenLost);
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
