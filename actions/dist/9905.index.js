export const id = 9905;
export const ids = [9905];
export const modules = {

/***/ 92885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ confirmCopies)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);


/**
 * Asks each store for what it holds of this backup before the manifest is written: an answer of 200 to a put is not yet
 * an object. Resolves the stores that have every artifact with its size, and why others have not.
 */
async function confirmCopies(stores, folder, records, ports, run) {
    const failures = new Map();
    await Promise.all(stores.map(async (store) => {
        const failure = await missingFrom(store, folder, records, ports, run);
        if (failure !== null)
            failures.set(store.name, failure);
    }));
    return { confirmed: stores.filter((store) => !failures.has(store.name)), failures };
}
async function missingFrom(store, folder, records, { signal }, run) {
    const sizes = new Map();
    try {
        for await (const object of store.list(folder, signal))
            sizes.set(object.key, object.size);
    }
    catch (error) {
        signal.throwIfAborted();
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind !== 'access')
            return failure;
        run.notice('notice', `store ${store.name}: these credentials may not list, so what it holds is not confirmed`);
        return null;
    }
    const lost = records
        .flatMap((record) => record.artifacts)
        .filter((artifact) => sizes.get(`${folder}${artifact.key}`) !== artifact.storedSize);
    const [first] = lost;
    if (first === undefined)
        return null;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `store ${store.name} took ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(lost.length, 'artifact')} that it does not hold: ${first.key} is missing or has another size`, { hint: 'The store does not keep what it confirms: do not rely on it. lifeboat store check says more.' });
}


/***/ }),

/***/ 53529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ outcomeOf),
/* harmony export */   y: () => (/* binding */ recordEvent)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26981);
/* harmony import */ var _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14375);



/**
 * Adds an event to the environment's ledger, in all stores, signed with the run's key. What goes wrong is said in the log,
 * and changes nothing about the run that it tells of.
 * @returns the event's id; null when no store took it
 */
async function recordEvent(ports, environment, { type, outcome, backupId, details = {} }) {
    const { log, signal } = ports;
    // Whoever stopped the run has left it a few seconds, which belong to the clean-up.
    if (signal.aborted)
        return null;
    const isSigned = Object.values(environment.signing).some((key) => key !== undefined);
    // An unsigned event among signed ones could be anybody's: it would be a finding for ever.
    if (isSigned && ports.keys.signing === null) {
        log.warning('this run does not stand in the ledger: events are signed, and it was given no signing key');
        return null;
    }
    try {
        const written = await (0,_vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .writeEvent */ .as)(environment.environment, { type, outcome, backupId, details }, { ...ports, signingKey: ports.keys.signing });
        for (const [store, failure] of written.failures) {
            log.warning(`store ${store} did not take the event of the ledger: ${failure.message}`);
        }
        if (written.stores.length === 0)
            return null;
        log.debug(`event ${written.event.id} of the ledger, in ${written.stores.join(', ')}`);
        return written.event.id;
    }
    catch (error) {
        log.warning(`this run does not stand in the ledger: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
        return null;
    }
}
/** How a run ended, as an event says it. */
function outcomeOf(report) {
    const trouble = (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .LH)(report);
    const { verdict, failure } = report;
    return { verdict, failure: failure?.kind ?? null, ...(trouble === null ? {} : { trouble }) };
}


/***/ }),

/***/ 36447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ writeAesProgram),
/* harmony export */   Jp: () => (/* binding */ aesProgramName)
/* harmony export */ });
/* unused harmony export aesProgram */
/**
 * The program for pages on recovery by hand that opens what was sealed with AES-256-GCM. It needs python3 alone: for AES,
 * which python3 has not, it takes the package `cryptography` where that is installed, and else OpenSSL's library, which
 * python3 itself rests on. It is written apart from our own code, and from docs/format.md: tests hold one to the other.
 */
const aesProgramName = 'open-aes.py';
const aesProgram = String.raw `# Opens what Lifeboat sealed with AES-256-GCM.
#   python3 open-aes.py key FILE > key.txt     asks for the passphrase, and prints the key of the whole backup
#   python3 open-aes.py open key.txt FILE      writes what FILE holds to standard output
import getpass, hashlib, hmac, sys

MAGIC = b"lifeboat-aes-256-gcm/1\n"  # then: iterations (4 bytes), salt of the backup, salt of the file, MAC (32 each)
CHUNK = 65536 + 16

def derive(backup_key, head, purpose):  # HKDF-SHA-256
    secret = hmac.digest(head[-64:-32], backup_key, "sha256")
    return hmac.digest(secret, b"lifeboat-aes-256-gcm/1 " + purpose + b"\x01", "sha256")

def fits(backup_key, head):
    mac = hmac.digest(derive(backup_key, head, b"header"), head[:-32], "sha256")
    return hmac.compare_digest(mac, head[-32:])

def opener(key):
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        return lambda nonce, chunk: AESGCM(key).decrypt(nonce, chunk, None)
    except ImportError:
        pass
    import ctypes, ctypes.util
    crypto = ctypes.CDLL(ctypes.util.find_library("crypto") or "libcrypto.so.3")
    crypto.EVP_CIPHER_CTX_new.restype = crypto.EVP_aes_256_gcm.restype = ctypes.c_void_p
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    cipher = ctypes.c_void_p(crypto.EVP_aes_256_gcm())
    def open_chunk(nonce, chunk):
        size, plain = ctypes.c_int(), ctypes.create_string_buffer(len(chunk))
        end = ctypes.create_string_buffer(16)
        good = (
            crypto.EVP_DecryptInit_ex(context, cipher, None, key, nonce) == 1
            and crypto.EVP_DecryptUpdate(context, plain, ctypes.byref(size), chunk[:-16], len(chunk) - 16) == 1
            and crypto.EVP_CIPHER_CTX_ctrl(context, 17, 16, chunk[-16:]) == 1  # the tag that must come out
            and crypto.EVP_DecryptFinal_ex(context, end, ctypes.byref(size)) == 1
        )
        if not good:
            raise ValueError
        return plain.raw[: len(chunk) - 16]
    return open_chunk

action, path = sys.argv[1], sys.argv[-1]
file = open(path, "rb")
head = file.read(len(MAGIC) + 4 + 3 * 32)
if len(head) < len(MAGIC) + 100 or not head.startswith(MAGIC):
    sys.exit(path + ": this is not sealed with AES-256-GCM by Lifeboat")
if action == "key":
    iterations = int.from_bytes(head[len(MAGIC) : len(MAGIC) + 4], "big")
    passphrase = getpass.getpass("Passphrase: ").encode()
    backup_key = hashlib.pbkdf2_hmac("sha256", passphrase, head[-96:-64], iterations)
    if not fits(backup_key, head):
        sys.exit("the passphrase is wrong, or the file is damaged")
    print(backup_key.hex())
else:
    backup_key = bytes.fromhex(open(sys.argv[2]).read().strip())
    if not fits(backup_key, head):
        sys.exit(path + ": the key does not fit, or the file is damaged")
    open_chunk = opener(derive(backup_key, head, b"payload"))
    count, chunk = 0, file.read(CHUNK)
    while True:
        following = file.read(CHUNK)
        try:
            # Its number in 11 bytes, then whether it is the last.
            plain = open_chunk((count * 256 + (not following)).to_bytes(12, "big"), chunk)
        except Exception:
            plain = None
        if plain is None or (plain == b"" and count > 0):
            sys.exit(path + ": damaged or cut short")
        sys.stdout.buffer.write(plain)
        if not following:
            break
        count, chunk = count + 1, following
    sys.stdout.buffer.flush()`.split('\n');
/** Commands that put the program into a file. */
function writeAesProgram() {
    return [`cat > ${aesProgramName} <<'END_OF_PROGRAM'`, ...aesProgram, 'END_OF_PROGRAM'];
}


/***/ }),

/***/ 96298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ markStores)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/aes-recovery.js
var aes_recovery = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/vault/shell-text.js
var shell_text = __webpack_require__(68764);
;// CONCATENATED MODULE: ./lib/vault/root-recovery-guide.js


/**
 * The page at the root of each store. It is written once and never replaced, so it says only what is true for every
 * format and every engine.
 */
function rootRecoveryGuide() {
    return [
        '# How to recover from these backups by hand',
        '',
        'These backups were made by Lifeboat. Neither Lifeboat nor GitHub is needed to recover from them: the programs `age`,',
        '`zstd`, `tar` and those of the database suffice, all of them free and in every Linux distribution:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('text', [
            'apt-get install age zstd minisign postgresql-client     # Debian, Ubuntu',
            'brew install age zstd minisign libpq                    # macOS',
        ]),
        '',
        'You need the **age secret key** of one of the recipients that the backups were sealed to (a line that begins with',
        '`AGE-SECRET-KEY-1`), or the **passphrase** of the environment. Without either, nobody can open them. Where names of files',
        'end in `.aes`, `python3` takes the place of `age`.',
        '',
        '## Find a backup',
        '',
        ...(0,shell_text/* codeBlock */.DV)('text', [
            'ENVIRONMENT/backups/ID/manifest.json        names every file of the backup, with sizes and SHA-256',
            'ENVIRONMENT/backups/ID/manifest.json.sig    its signature, in the form of minisign',
            'ENVIRONMENT/backups/ID/RECOVERY.md          the commands for this very backup',
            'ENVIRONMENT/backups/ID/SOURCE/...           the data: .zst is compressed by zstd, .age or .aes is sealed',
            'ENVIRONMENT/proofs/ID/TIME.json             what a restore test of this backup found',
        ]),
        '',
        'An ID begins with the time of the backup in UTC, so the last by name is the newest: `20261121T101500Z-k3f9x` was begun',
        'on 21 November 2026 at 10:15:00. **A folder without `manifest.json` is no backup**: its run was cut short, or is under way.',
        'Choose the newest one; when its data is what was lost (somebody deleted rows), one from before that happened.',
        '',
        '## Recover it',
        '',
        'Fetch the whole folder of the backup, with any client of the store, and follow its own `RECOVERY.md`.',
        '',
        'Should that page be missing, this is what it says in general:',
        '',
        '1. Hold each file to the `sha256` that the manifest has for its `key`. Where one is missing or differs, take the file from',
        '   another store, or an older version of it if the store keeps versions.',
        '2. Put the secret key into `key.txt`. With a passphrase: `age -d -o key.txt identity.age`, in the folder of the backup.',
        '   Where names end in `.aes`: with the program at the end of this page, `python3 open-aes.py key ANY.aes > key.txt`.',
        '3. Open each file whose name ends in `.age`: `age -d -i key.txt -o FILE FILE.age`; and in `.aes`:',
        '   `python3 open-aes.py open key.txt FILE.aes > FILE`.',
        '4. Where the manifest says `"compressedBy": "lifeboat"`, decompress: `zstd -d FILE.zst`. Where it names another program,',
        '   that program made the compression part of its own format: leave it.',
        '5. Where the manifest lists `members`, the file is a tar archive of them: `tar -x -f FILE`.',
        "6. The files now have the names that the database's own program gave them (`name` in the manifest, with `.zst` when that",
        '   program compressed it). For the engine `postgres-logical` they are a directory archive of pg_dump, and `globals.sql` with',
        '   the roles: run `psql -X -d postgres -f globals.sql`, create a database with the encoding and locale that the manifest',
        '   names, and run `pg_restore -j 4 -d DATABASE FOLDER`, then `vacuumdb --analyze-only DATABASE`. pg_restore must be of the',
        '   `clientMajor` in the manifest or later.',
        '',
        '## Is it genuine?',
        '',
        'The public key stands in the environment file of your repository, under `signing`, as `ed25519:…`. Take it from there or from',
        'your own records, never from this store. minisign has another spelling of it, which this prints:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            "public_key='ed25519:…'",
            'raw() { printf %s "${public_key#ed25519:}" | base64 -d; }',
            "key_id=$(raw | sha256sum | cut -c 1-16 | sed 's/../\\\\x&/g')",
            '{ printf Ed; printf "$key_id"; raw; } | base64 -w 0',
        ]),
        '',
        'Then, in the folder of the backup, with what it printed:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('text', ['minisign -V -P PRINTED -m manifest.json -x manifest.json.sig']),
        '',
        'It must say that the signature is good, and the trusted comment must be `lifeboat manifest ENVIRONMENT/ID` of just this',
        'backup. The manifest then vouches for every other file by its SHA-256.',
        '',
        'The environment file as it was when the backup was made stands in the manifest under `environmentFile`.',
        '',
        '## The program for `.aes`',
        '',
        "It needs python3 with its package `cryptography` or OpenSSL's library, which on Linux python3 itself needs.",
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', (0,aes_recovery/* writeAesProgram */.BC)()),
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/vault/marker.js




/**
 * Sees to it that each store says what it is and how to recover without Lifeboat. Both objects are written once; what
 * stands there already is never replaced, whatever its text, since an older Lifeboat's is true as well.
 * @returns why a store did not take them, by its name; the backup itself may still succeed there
 */
async function markStores(stores, context) {
    const failures = await (0,copies/* inEachStore */.mK)(stores, async (store) => {
        await putUnlessThere(store, layout/* markerKey */.s8, marker, context.signal);
        await putUnlessThere(store, layout/* rootRecoveryKey */.fl, rootRecoveryGuide(), context.signal);
    });
    (0,copies/* throwIfCancelled */.dZ)(context.signal);
    for (const [store, failure] of failures) {
        context.log.warning(`store ${store} could not be marked: ${failure.message}`);
    }
    return failures;
}
const marker = `${JSON.stringify({
    lifeboat: 1,
    about: 'Backups made by Lifeboat. RECOVERY.md beside this file says how to recover without it.',
}, null, 2)}\n`;
async function putUnlessThere(store, key, text, signal) {
    // Asked first, since not every store can refuse to overwrite.
    if ((await store.stat(key, signal)) !== null)
        return;
    try {
        await store.put(key, Buffer.from(text), { signal });
    }
    catch (error) {
        if ((0,failure/* asFailure */.h_)(error).kind !== 'refused')
            throw error;
    }
}


/***/ }),

/***/ 65068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ backupRecoveryGuide)
});

// EXTERNAL MODULE: ./lib/vault/aes-recovery.js
var aes_recovery = __webpack_require__(36447);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/shell-text.js
var shell_text = __webpack_require__(68764);
;// CONCATENATED MODULE: ./lib/vault/recovery-other-sources.js

/** What `RECOVERY.md` of a backup says of sources that are no PostgreSQL database. */
function otherPrograms(source) {
    return source.engine === 'redis-rdb' ? redisPrograms(source) : filesPrograms(source);
}
/** @param folder the source's own below `restored/` */
function restoringOther(source, folder) {
    return source.engine === 'redis-rdb' ? redisSteps(source, folder) : filesSteps(source, folder);
}
function redisPrograms(source) {
    const version = source.serverVersion.replaceAll(/[^0-9A-Za-z.-]/g, '');
    const name = source.serverKind === 'redis' ? 'Redis' : 'Valkey';
    return [
        `- for ${plainName(source)}: redis-server, redis-cli and redis-check-rdb, of ${name} ${version} (RDB version ${source.rdbVersion}) or newer`,
    ];
}
function redisSteps(source, folder) {
    const counts = source.databases.map(({ index, keys, expires }) => `db${index}:keys=${keys},expires=${expires}`);
    return [
        `## 6. Restore ${folder}`,
        '',
        'A server of its own on this machine, to look at the data first. Another port: set REDIS_PORT.',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            'export REDIS_PORT="${REDIS_PORT:-6390}"',
            `mkdir -p restored/${folder}/server && cp restored/${folder}/dump.rdb restored/${folder}/server/dump.rdb`,
            `redis-check-rdb restored/${folder}/server/dump.rdb`,
            `redis-server --bind 127.0.0.1 --port "$REDIS_PORT" --dir "$PWD/restored/${folder}/server" --dbfilename dump.rdb --appendonly no --save '' --daemonize yes`,
            'for attempt in $(seq 300); do redis-cli -p "$REDIS_PORT" PING 2>/dev/null | grep -q PONG && break; sleep 0.2; done',
            'redis-cli -p "$REDIS_PORT" DBSIZE',
            'redis-cli -p "$REDIS_PORT" INFO keyspace',
        ]),
        '',
        'The backup holds (keys whose time has come since are gone as soon as a server loads them):',
        '',
        ...(0,shell_text/* codeBlock */.DV)('text', counts.length === 0 ? ['no keys'] : counts),
        '',
        'To put it into the place of a server of yours: stop that one, put `dump.rdb` into its folder (`dir` in its settings)',
        'under the name of `dbfilename`, owned by its user, and start it with `appendonly no`: with `yes` it would not look at',
        'the file. Once the data is there, `redis-cli CONFIG SET appendonly yes` turns it on again.',
        '',
    ];
}
/** For prose: whatever is no plain character is left out. */
function plainName({ name }) {
    return name.replaceAll(/[^A-Za-z0-9._-]/g, '');
}
function filesPrograms(_source) {
    return [];
}
function filesSteps(source, folder) {
    const place = `restored/${folder}`;
    const check = source.files === 0
        ? []
        : [
            '',
            'Every file against its digest. Nothing may be printed:',
            '',
            ...(0,shell_text/* codeBlock */.DV)('bash', [`( cd ${place}/tree && sha256sum --check --quiet ../sha256sums.txt )`]),
        ];
    return [
        `## 6. Restore ${folder}`,
        '',
        'The parts are one archive of tar, cut in pieces. As root, owners come back by their numbers; as anybody else, the',
        'files become yours. It is unpacked beside everything that is in use:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            `mkdir -m 700 ${place}/tree`,
            `cat ${place}/part-*.tar | tar -x -p --numeric-owner -f - -C ${place}/tree`,
        ]),
        ...check,
        '',
        `\`${place}/index.jsonl\` has every entry with its kind, rights, owner, time and digest. Then move the folder \`${place}/tree\``,
        'to where it is wanted, before the clean-up. It was here:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('text', [(0,shell_text/* shellArgument */.mN)(source.path)]),
        '',
        `\`manifest.json\` has what was left out on purpose under \`exclude\`, and what the backup does not hold under`,
        `\`notIncluded\` (${source.notIncluded.length} entries).`,
        '',
    ];
}

;// CONCATENATED MODULE: ./lib/vault/recovery-guide.js




/**
 * A backup's own recipe: how to recover it with stock programs and without Lifeboat. Tests run its commands as they stand.
 * Names that came from data appear only inside code blocks, quoted.
 */
function backupRecoveryGuide(manifest) {
    return [
        `# Recover backup ${manifest.id} of ${manifest.environment} by hand`,
        '',
        `Made ${manifest.startedAt} to ${manifest.finishedAt} by Lifeboat ${plainWord(manifest.lifeboat)}. Neither Lifeboat nor GitHub is needed`,
        'for what follows. Run the blocks in bash, one after the other, in the folder of this backup.',
        '',
        ...programs(manifest),
        ...fetching(manifest),
        ...checking(manifest),
        ...key(manifest),
        ...opening(manifest),
        ...manifest.sources.flatMap((source) => source.engine === 'postgres-logical' ? restoring(source) : restoringOther(source, folderOf(source))),
        '## 7. Clean up',
        '',
        'Remove the key and what was opened: both are as secret as the database.',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [`rm -rf key.txt${isAes(manifest) ? ` ${aes_recovery/* aesProgramName */.Jp}` : ''} restored`]),
        '',
    ].join('\n');
}
function programs(manifest) {
    const lines = [
        '## 1. What is needed',
        '',
        '- bash, tar, sha256sum (macOS: `alias sha256sum="shasum -a 256"`)',
    ];
    if (isAes(manifest)) {
        lines.push("- python3, with its package `cryptography` or OpenSSL's library (on Linux python3 itself needs that)");
    }
    else if (manifest.encryption !== 'none') {
        lines.push('- [age](https://age-encryption.org), 1.0 or later');
    }
    lines.push('- [zstd](https://facebook.github.io/zstd/)');
    for (const source of manifest.sources) {
        if (source.engine !== 'postgres-logical') {
            lines.push(...otherPrograms(source));
            continue;
        }
        const zstd = source.archiveCompression === 'zstd'
            ? ', built with zstd as the PostgreSQL project and Debian build it'
            : '';
        lines.push(`- for ${folderOf(source)}: pg_restore of PostgreSQL ${source.clientMajor} or later${zstd}, and a server of PostgreSQL ${source.restorableInto} or later`, `  (the source was ${plainWord(source.serverVersion)})`);
    }
    return [...lines, ''];
}
function fetching(manifest) {
    return [
        '## 2. Fetch',
        '',
        'Copy everything in the folder of this page, by any client of the store, and go there. For example, one of:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('text', [
            `aws s3 cp --recursive "s3://BUCKET/PREFIX/${manifest.environment}/backups/${manifest.id}/" backup/`,
            `rclone copy "REMOTE:BUCKET/PREFIX/${manifest.environment}/backups/${manifest.id}/" backup/`,
            `cp -R "FOLDER/${manifest.environment}/backups/${manifest.id}" backup`,
            'cd backup',
        ]),
        '',
    ];
}
function checking(manifest) {
    return [
        '## 3. Check',
        '',
        'Nothing may be printed. A damaged or missing file can be taken from another store of the environment.',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            "sha256sum --check --quiet <<'END'",
            ...artifacts(manifest).map(({ artifact }) => `${artifact.sha256}  ${safeKey(artifact)}`),
            'END',
        ]),
        '',
        'Whether the manifest is genuine, and with it these digests: RECOVERY.md at the root of the store shows how to',
        'check `manifest.json.sig` with minisign.',
        '',
    ];
}
function key(manifest) {
    if (manifest.encryption === 'none')
        return ['## 4. The key', '', 'This backup is not encrypted.', ''];
    if (isAes(manifest))
        return aesKey(manifest);
    if (manifest.encryption === 'passphrase') {
        return [
            '## 4. The key',
            '',
            'age asks for the passphrase of the environment, once.',
            '',
            ...(0,shell_text/* codeBlock */.DV)('bash', [
                'umask 077',
                `age -d -o key.txt ${(0,shell_text/* shellArgument */.mN)(manifest.identityKey ?? 'identity.age')}`,
            ]),
            '',
        ];
    }
    return [
        '## 4. The key',
        '',
        'Put the age secret key (one line, `AGE-SECRET-KEY-1…`) into `key.txt`, readable by you alone. It is the one that belongs',
        'to one of these recipients:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('text', manifest.recipients.map(plainWord)),
        '',
    ];
}
function aesKey(manifest) {
    const [any] = artifacts(manifest);
    return [
        '## 4. The key',
        '',
        'A program of one page opens the files. It asks for the passphrase of the environment, once, and makes the key of this',
        'backup from it.',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            'umask 077',
            ...(0,aes_recovery/* writeAesProgram */.BC)(),
            `python3 ${aes_recovery/* aesProgramName */.Jp} key ${any === undefined ? 'FILE' : safeKey(any.artifact)} > key.txt`,
        ]),
        '',
    ];
}
function isAes(manifest) {
    return manifest.encryption === 'passphrase-aes-256-gcm';
}
function opening(manifest) {
    return [
        '## 5. Open and unpack',
        '',
        'Into the new folder `restored`. What pg_dump compressed stays compressed: pg_restore reads it so.',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            '( set -euo pipefail; umask 077 # in a shell of its own, which an error ends',
            'stored() {',
            '  case "$1" in',
            isAes(manifest)
                ? `    *.aes) python3 ${aes_recovery/* aesProgramName */.Jp} open key.txt "$1" ;;`
                : '    *.age) age -d -i key.txt "$1" ;;',
            '    *) cat "$1" ;;',
            '  esac',
            '}',
            'while read -r how from to; do',
            '  mkdir -p "${to%/*}"',
            '  case "$how" in',
            '    keep) stored "$from" > "$to" ;;',
            '    unzstd) stored "$from" | zstd -d -q > "$to" ;;',
            '    untar) stored "$from" | tar -x -f - -C "${to%/*}" ;;',
            '    unzstd-untar) stored "$from" | zstd -d -q | tar -x -f - -C "${to%/*}" ;;',
            '  esac',
            "done <<'END'",
            ...artifacts(manifest).map(({ source, artifact }) => recipe(source, artifact)),
            'END',
            ')',
        ]),
        '',
    ];
}
/** One line for the loop: what to do, with what, into which file. Only portable characters, so nothing needs quoting. */
function recipe(source, artifact) {
    const isPack = artifact.members !== undefined;
    const isArchive = source.engine === 'postgres-logical' && (isPack || archiveFile.test(artifact.name));
    const folder = `restored/${folderOf(source)}${isArchive ? '/archive' : ''}`;
    const isUnpacked = artifact.compressedBy === 'lifeboat';
    const how = isPack ? (isUnpacked ? 'unzstd-untar' : 'untar') : isUnpacked ? 'unzstd' : 'keep';
    // The last part of the key that this name would have: the name itself, unless it is unusual.
    const file = (0,layout/* artifactKey */.Wf)('x', artifact.name, artifact.compressedBy === 'pg_dump', '').slice('x/'.length);
    return `${how} ${safeKey(artifact)} ${folder}/${file}`;
}
/** The files of a pg_dump archive in directory form. */
const archiveFile = /^(toc\.dat|\d+\.dat|blobs?(_\d+)?\.toc|blob_\d+\.dat)$/;
function restoring(source) {
    const archive = `restored/${folderOf(source)}/archive`;
    const money = ['C', 'POSIX'].includes(source.lcMonetary) || source.lcMonetary === ''
        ? []
        : [
            'If there are columns of type money, run pg_restore with the lc_monetary of the source:',
            '',
            ...(0,shell_text/* codeBlock */.DV)('text', [`export PGOPTIONS=${(0,shell_text/* shellArgument */.mN)(`-c lc_monetary=${source.lcMonetary}`)}`]),
            '',
        ];
    return [
        `## 6. Restore ${folderOf(source)}`,
        '',
        'Say where the server is, as a superuser or the like: PGHOST, PGPORT, PGUSER, PGPASSWORD. Restore only what you trust:',
        'a restore runs code of the database with the rights of that user.',
        '',
        ...globals(source),
        ...money,
        'Either into a new database:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            ['createdb -T template0', ...localeOptions(source), '--', (0,shell_text/* shellArgument */.mN)(source.database)].join(' '),
            `pg_restore -j 4 -d ${(0,shell_text/* databaseArgument */.Bh)(source.database)} ${archive}`,
            `vacuumdb --analyze-only -j 4 -d ${(0,shell_text/* databaseArgument */.Bh)(source.database)}`,
        ]),
        '',
        'Or, on a server that has no database of the old name, with the settings and rights of the database itself as well:',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [
            `pg_restore --create -j 4 -d postgres ${archive}`,
            `vacuumdb --analyze-only -j 4 -d ${(0,shell_text/* databaseArgument */.Bh)(source.database)}`,
        ]),
        '',
        'Read every error that pg_restore prints: it goes on after one and counts them at the end. When roles are missing',
        'that you do not need, add `--no-owner --no-acl`. `manifest.json` has the number of rows of each table under `tables`,',
        `and what the backup does not hold under \`notIncluded\` (${source.notIncluded.length} objects).`,
        '',
    ];
}
function globals(source) {
    if (!source.artifacts.some((artifact) => artifact.name === 'globals.sql')) {
        return [
            'The roles of the server are not in this backup: create those that own things first, or add `--no-owner --no-acl`.',
            '',
        ];
    }
    return [
        'Roles first. That a role exists already is harmless; so is what a managed service refuses. Unless the backup was told',
        'to take them, passwords of roles are not in it: set them with `\\password` in psql.',
        '',
        ...(0,shell_text/* codeBlock */.DV)('bash', [`psql -X -d postgres -f restored/${folderOf(source)}/globals.sql`]),
        '',
    ];
}
/** A database that sorts otherwise than the old one would refuse rows of range partitions, or lose them from indexes. */
function localeOptions(source) {
    const { provider, collate, ctype, locale, icuRules } = source.locale;
    const options = [`--encoding=${source.encoding}`, `--lc-collate=${collate}`, `--lc-ctype=${ctype}`];
    // createdb knows providers from 15 on; before that there is only libc.
    if (source.serverMajor >= 15 && source.clientMajor >= 15) {
        options.push(`--locale-provider=${provider}`);
        if (provider === 'icu' && locale !== null)
            options.push(`--icu-locale=${locale}`);
        if (provider === 'icu' && icuRules !== null)
            options.push(`--icu-rules=${icuRules}`);
        if (provider === 'builtin' && locale !== null)
            options.push(`--builtin-locale=${locale}`);
    }
    return options.map(shell_text/* shellArgument */.mN);
}
function artifacts(manifest) {
    return manifest.sources.flatMap((source) => source.artifacts.map((artifact) => ({ source, artifact })));
}
/** @throws Failure `integrity` when the key is none of ours */
function safeKey(artifact) {
    return (0,layout/* keyInside */.iy)('', artifact.key);
}
/** The source's name as a folder. */
function folderOf(source) {
    return (0,layout/* artifactKey */.Wf)(source.name, 'x', false, '').slice(0, -'/x'.length);
}
/** For prose: versions and recipients are words of plain characters; whatever else stands there is left out. */
function plainWord(text) {
    return text.replaceAll(/[^A-Za-z0-9.+_ ()-]/g, '');
}


/***/ }),

/***/ 68764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ databaseArgument),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   mN: () => (/* binding */ shellArgument)
/* harmony export */ });
/**
 * One argument for bash, whatever the text. Text with control characters takes bash's own form, so that it stays on
 * its line and cannot end the code block of a Markdown page that shows it.
 */
function shellArgument(text) {
    if (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text))
        return text;
    if (!/\p{Cc}/u.test(text))
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const escaped = text
        .replaceAll('\\', '\\\\')
        .replaceAll("'", "\\'")
        .replaceAll(/\p{Cc}/gu, (character) => `\\x${Buffer.from(character)
        .toString('hex')
        .replaceAll(/(..)(?=.)/g, '$1\\x')}`);
    return `$'${escaped}'`;
}
/** A database as libpq's programs take it after -d: a bare name with `=` or `://` in it would be read as something else. */
function databaseArgument(name) {
    if (/^[A-Za-z0-9_]+$/.test(name))
        return name;
    const value = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    return shellArgument(`dbname='${value}'`);
}
/** A code block that nothing in its text can end. */
function codeBlock(language, lines) {
    const text = lines.join('\n');
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence];
}


/***/ })

};
