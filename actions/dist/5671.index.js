export const id = 5671;
export const ids = [5671];
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

/***/ 15671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseShape: () => (/* binding */ parseShape),
/* harmony export */   shapeSchema: () => (/* binding */ shapeSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54533);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);



/**
 * A database without its rows: definitions, and the size of each relation as numbers. No column statistics, since these
 * hold values; no comments, grants, passwords. What definitions hold themselves (defaults, labels of enums, bounds of
 * partitions, bodies of functions) is in it.
 */
const shapeSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    environment: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq,
    source: _environment_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSchema */ .Jq,
    takenAt: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    server: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), major: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr() }),
    database: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        encoding: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        provider: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['libc', 'icu', 'builtin']),
        collate: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        ctype: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        locale: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
        icuRules: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
        lcMonetary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        searchPath: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    }),
    /** Names of roles alone, so that grants and policies find them. */
    roles: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    entries: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        definition: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        dependencies: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr()),
    })),
    relations: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        /** As pg_class counts them: 8 KiB each; estimated rows, -1 where they were never counted. */
        pages: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
        rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
        bytes: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
    })),
    /** Rows of the migration tool's own record, which the environment file names. */
    histories: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        columns: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        rows: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable())),
    })),
    leftOut: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), count: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr() })),
});
/** @throws Failure `integrity` when it is no shape; `config` when a newer Lifeboat wrote it */
function parseShape(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, shapeSchema, 'shape');
}


/***/ })

};
