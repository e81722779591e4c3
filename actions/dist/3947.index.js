export const id = 3947;
export const ids = [3947,4466];
export const modules = {

/***/ 95408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ useBackup)
/* harmony export */ });
/* harmony import */ var _vault_leases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86333);

/**
 * Says in the stores that a backup is being made or read, so that retention leaves it alone. Taken before its manifest is
 * read, or its first artifact is written. It stops nothing: where no store takes it, the report says so.
 */
async function useBackup(request, ports, run) {
    const { environment, backupId, why, stores = ports.stores } = request;
    const lease = await (0,_vault_leases_js__WEBPACK_IMPORTED_MODULE_0__/* .takeLease */ ._)(stores, environment.environment, { use: backupId, why }, ports);
    if (lease.stores.length === 0) {
        const [failure] = lease.failures.values();
        run.notice('notice', `no store took a lease on the backup, so retention does not know that it is in use: ${failure?.message ?? 'there is none'}`);
    }
    return lease;
}


/***/ }),

/***/ 59769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ aesSealing),
/* harmony export */   dR: () => (/* binding */ aesOpener)
/* harmony export */ });
/* unused harmony exports fewestIterations, mostIterations */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _opening_stream_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61277);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53098);





/**
 * Sealing with a passphrase and AES-256-GCM, of nothing but what NIST approves: PBKDF2-HMAC-SHA-256 makes one key of a
 * backup from the passphrase, HKDF-SHA-256 makes two of each artifact from that: one authenticates the header, and with
 * it that the passphrase is right; the other seals the payload. Documented in docs/format.md.
 */
/** OWASP's advice for PBKDF2-HMAC-SHA-256, and the fewest that a reader takes; about 0.2 s. */
const fewestIterations = 600_000;
/** What a forged header can cost a reader at most: some seconds. */
const mostIterations = 10_000_000;
/** Derives the key of a backup: slow on purpose, so it is done once for all of its artifacts. */
async function aesSealing(passphrase, iterations = fewestIterations) {
    const backupSalt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(saltSize);
    const backupKey = await deriveBackupKey(passphrase, { iterations, backupSalt });
    return {
        ending: '.aes',
        seal: (plain) => sealArtifact(backupKey, { iterations, backupSalt }, plain),
    };
}
/** Opens what `aesSealing` sealed with this passphrase. */
function aesOpener(passphrase) {
    const known = new Map();
    const backupKeyFor = (derivation) => {
        const name = `${derivation.iterations} ${derivation.backupSalt.toString('hex')}`;
        const key = known.get(name) ?? deriveBackupKey(passphrase, derivation);
        known.set(name, key);
        return key;
    };
    return { open: () => (0,_opening_stream_js__WEBPACK_IMPORTED_MODULE_3__/* .openingStream */ .n)(headerReader(backupKeyFor)) };
}
/** What follows is bound to this text: another version would be other bytes everywhere. */
const magic = Buffer.from('lifeboat-aes-256-gcm/1\n');
const countSize = 4;
const saltSize = 32;
const macSize = 32;
const headerSize = magic.length + countSize + saltSize + saltSize + macSize;
async function* sealArtifact(backupKey, { iterations, backupSalt }, plain) {
    const artifactSalt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(saltSize);
    const count = Buffer.alloc(countSize);
    count.writeUInt32BE(iterations);
    const header = Buffer.concat([magic, count, backupSalt, artifactSalt]);
    yield Buffer.concat([header, headerMac(backupKey, artifactSalt, header)]);
    yield* (0,_payload_js__WEBPACK_IMPORTED_MODULE_4__/* .sealPayload */ .eH)(payloadCipher(backupKey, artifactSalt), plain);
}
function headerReader(backupKeyFor) {
    return {
        end: (bytes) => {
            const known = Math.min(bytes.length, magic.length);
            if (!bytes.subarray(0, known).equals(magic.subarray(0, known))) {
                throw notSealed('it does not begin like one');
            }
            return bytes.length < headerSize ? null : headerSize;
        },
        open: async (header) => {
            const iterations = header.readUInt32BE(magic.length);
            if (iterations < fewestIterations || iterations > mostIterations) {
                throw notSealed(`its key would take ${iterations} iterations`);
            }
            const saltsAt = magic.length + countSize;
            const backupSalt = header.subarray(saltsAt, saltsAt + saltSize);
            const artifactSalt = header.subarray(saltsAt + saltSize, headerSize - macSize);
            const backupKey = await backupKeyFor({ iterations, backupSalt });
            const expected = headerMac(backupKey, artifactSalt, header.subarray(0, -macSize));
            if (!(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(expected, header.subarray(-macSize))) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('access', 'wrong key: the passphrase is not the right one', {
                    hint: 'Give the passphrase that the backup was made with: the one that the environment file named then.',
                });
            }
            return new _payload_js__WEBPACK_IMPORTED_MODULE_4__/* .PayloadOpener */ .aX(payloadCipher(backupKey, artifactSalt));
        },
        cutShort: () => notSealed('it ends within its header'),
    };
}
async function deriveBackupKey(passphrase, { iterations, backupSalt }) {
    if (passphrase === '')
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', 'the passphrase is empty');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(await (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.pbkdf2)(passphrase, backupSalt, iterations, 32, 'sha256'));
}
/** Also commits to the key, which GCM by itself does not: no other passphrase can open the same bytes. */
function headerMac(backupKey, artifactSalt, header) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', artifactKey(backupKey, artifactSalt, 'header'))
        .update(header)
        .digest();
}
function payloadCipher(backupKey, artifactSalt) {
    return {
        algorithm: 'aes-256-gcm',
        key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(artifactKey(backupKey, artifactSalt, 'payload')),
    };
}
function artifactKey(backupKey, artifactSalt, purpose) {
    return new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', backupKey, artifactSalt, `lifeboat-aes-256-gcm/1 ${purpose}`, 32));
}
function notSealed(why) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `this is no artifact sealed with AES-256-GCM: ${why}`);
}


/***/ }),

/***/ 77:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ju: () => (/* binding */ makePassphraseIdentity),
/* harmony export */   V9: () => (/* binding */ openPassphraseIdentity),
/* harmony export */   lb: () => (/* binding */ ageOpener),
/* harmony export */   pZ: () => (/* binding */ ageSealing)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81539);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4466);
/* harmony import */ var _opening_stream_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61277);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53098);






/** Seals each artifact into an age file for these recipients. */
function ageSealing(recipients) {
    return { ending: '.age', seal: (plain) => sealTo(recipients, plain) };
}
/** Opens age files with these identities. @throws Failure `config` when one is none */
function ageOpener(identities) {
    const makeOne = decrypterMaker(identities);
    return { open: () => (0,_opening_stream_js__WEBPACK_IMPORTED_MODULE_4__/* .openingStream */ .n)(headerReader(makeOne)) };
}
/** @throws Failure `config` when a recipient is none */
async function* sealTo(recipients, plain) {
    const { header, fileKey } = await makeHeader(recipients);
    const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(payloadNonceSize);
    yield Buffer.concat([header, nonce]);
    yield* (0,_payload_js__WEBPACK_IMPORTED_MODULE_5__/* .sealPayload */ .eH)(payloadCipher(fileKey, nonce), plain);
}
/** Random bytes before the chunks; they and the file key give the payload's key. */
const payloadNonceSize = 16;
function payloadCipher(fileKey, nonce) {
    const key = new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
    return { algorithm: 'chacha20-poly1305', key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(key) };
}
/** For one file: the header that ends with the MAC line, and the payload's nonce behind it. */
function headerReader(makeOne, noMatch) {
    return {
        end: (bytes) => {
            const end = headerEnd(bytes);
            return end === null || bytes.length < end + payloadNonceSize ? null : end + payloadNonceSize;
        },
        open: async (bytes) => {
            const nonceStart = bytes.length - payloadNonceSize;
            const fileKey = await openHeader(bytes.subarray(0, nonceStart), makeOne, noMatch);
            return new _payload_js__WEBPACK_IMPORTED_MODULE_5__/* .PayloadOpener */ .aX(payloadCipher(fileKey, bytes.subarray(nonceStart)));
        },
        cutShort: () => notSealed('it ends within its header'),
    };
}
/**
 * A key pair of its own for a backup, and its identity sealed with the passphrase (age's scrypt, so that stock age asks
 * for the passphrase). scrypt is slow on purpose: this way it runs once per backup instead of once per artifact.
 * @param workFactor base-2 logarithm of scrypt's cost; 18 takes about a second
 */
async function makePassphraseIdentity(passphrase, workFactor = 18) {
    const pair = await (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .makeIdentity */ .N6)();
    const encrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Encrypter */ .T7();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(workFactor);
    return { ...pair, sealed: await encrypter.encrypt(`${pair.identity}\n`) };
}
/** The identity that `makePassphraseIdentity` sealed. @throws Failure `access` when the passphrase is wrong, else `integrity` */
async function openPassphraseIdentity(sealed, passphrase) {
    const bytes = Buffer.from(sealed);
    const makeOne = () => {
        const decrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Decrypter */ .Hz();
        decrypter.addPassphrase(passphrase);
        return decrypter;
    };
    const reader = headerReader(makeOne, 'the passphrase is not the right one');
    const end = reader.end(bytes);
    if (end === null)
        throw reader.cutShort();
    const opener = await reader.open(bytes.subarray(0, end));
    const text = Buffer.concat([opener.update(bytes.subarray(end)), opener.end()]).toString();
    const [identity] = (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__.parseIdentities)(text);
    if (identity === undefined)
        throw (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .notAnIdentity */ .NJ)();
    return identity;
}
/** A header for these recipients with a fresh file key. The library writes it; an empty payload is cut off again. */
async function makeHeader(recipients) {
    if (recipients.length === 0)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('bug', 'there is no recipient to seal to');
    const encrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Encrypter */ .T7();
    for (const recipient of recipients) {
        try {
            encrypter.addRecipient(recipient);
        }
        catch (cause) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${JSON.stringify(recipient)} is not an age recipient`, {
                cause,
                hint: 'An age recipient begins with age1, as lifeboat keygen and age-keygen print it.',
            });
        }
    }
    let captured = null;
    // A recipient that adds nothing to the header: it only sees the file key that the real ones wrap.
    encrypter.addRecipient({
        wrapFileKey: (fileKey) => {
            captured = Uint8Array.from(fileKey);
            return [];
        },
    });
    const file = await encrypter.encrypt(new Uint8Array(0));
    const header = file.subarray(0, file.length - payloadNonceSize - emptyPayloadSize);
    if (captured === null || headerEnd(Buffer.from(header)) !== header.length) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('bug', 'the age library made a header of an unexpected form');
    }
    return { header, fileKey: captured };
}
/** An empty payload is one empty chunk: its tag. */
const emptyPayloadSize = 16;
/** A decrypter keeps state of one file here, so each file gets its own; the identities are checked at once. */
function decrypterMaker(identities) {
    const makeOne = () => {
        const decrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_1__/* .Decrypter */ .Hz();
        for (const identity of identities) {
            try {
                decrypter.addIdentity(identity);
            }
            catch {
                throw (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .notAnIdentity */ .NJ)();
            }
        }
        return decrypter;
    };
    makeOne();
    return makeOne;
}
async function openHeader(header, makeOne, noMatch = 'none of the identities given opens this') {
    const decrypter = makeOne();
    let matched = true;
    // Asked last, and only when nothing before it could open: tells a wrong key from a damaged header.
    decrypter.addIdentity({
        unwrapFileKey: () => {
            matched = false;
            return null;
        },
    });
    try {
        return await decrypter.decryptHeader(header);
    }
    catch (cause) {
        if (matched)
            throw notSealed('its header was altered', cause);
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('access', `wrong key: ${noMatch}`, {
            hint: 'Give the identity (age secret key) of one of the recipients that the backup was sealed to.',
        });
    }
}
const firstLine = Buffer.from('age-encryption.org/v1\n');
/** Headers of a few recipients have some hundred bytes; post-quantum ones a few thousand each. */
const longestHeader = 1_048_576;
/** Where the header ends (the byte after the MAC line), or null while that has not come yet. @throws Failure `integrity` */
function headerEnd(bytes) {
    const known = Math.min(bytes.length, firstLine.length);
    if (!bytes.subarray(0, known).equals(firstLine.subarray(0, known)))
        throw notSealed('it does not begin like one');
    const mac = bytes.indexOf('\n--- ');
    const end = mac === -1 ? -1 : bytes.indexOf('\n', mac + 1);
    if (end === -1) {
        if (bytes.length > longestHeader)
            throw notSealed('its header has no end');
        return null;
    }
    return end + 1;
}
function notSealed(why, cause) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `this is not a whole age file: ${why}`, { cause });
}


/***/ }),

/***/ 74703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listBackups: () => (/* binding */ listBackups),
/* harmony export */   manifestComment: () => (/* binding */ manifestComment),
/* harmony export */   readManifest: () => (/* binding */ readManifest),
/* harmony export */   writeManifest: () => (/* binding */ writeManifest)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27441);






/** Every backup that some store has a manifest of. @throws Failure when no store could be asked */
async function listBackups(stores, environment, context) {
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .backupsFolder */ .a)(environment), context.signal)) {
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifestKey */ .Kk)(environment, key);
                if (id === null)
                    continue;
                const names = holders.get(id) ?? new Set();
                holders.set(id, names.add(store.name));
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
            unreachable.set(store.name, failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const first = [...unreachable.values()][0];
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    const backups = (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll)(holders.keys()).map((id) => ({
        id,
        at: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.at ?? 0,
        label: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.label,
        stores: stores.map((store) => store.name).filter((name) => holders.get(id)?.has(name) === true),
    }));
    return { backups, unreachable };
}
/** The manifest of a backup, checked for origin and place. @throws Failure as `readSigned` does */
async function readManifest(stores, environment, id, options) {
    const parse = (text) => {
        const manifest = (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(text);
        if (manifest.id !== id || manifest.environment !== environment) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the manifest at the place of ${id} is that of another backup`);
        }
        return manifest;
    };
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id);
    const comment = manifestComment(environment, id);
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .readSigned */ .Nu)(stores, key, comment, options, parse, options);
    return { ...read, manifest: value };
}
/**
 * Makes the backup exist: signature first, manifest last. Nothing that belongs to the backup may be written after this.
 * @param context with only those stores that have every artifact of the manifest
 * @throws Failure when no store took it
 */
async function writeManifest(manifest, context) {
    const { id, environment } = manifest;
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .writeSigned */ .qc)({
        key: (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id),
        comment: manifestComment(environment, id),
        value: manifest,
        what: 'manifest',
        check: _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng, // what we could not read again must never be called a backup
        keep: { retentionClass: manifest.retention.class },
    }, context);
}
/** What a manifest's signature is for. */
function manifestComment(environment, id) {
    return `lifeboat manifest ${environment}/${id}`;
}


/***/ }),

/***/ 109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LU: () => (/* binding */ compressing),
  pG: () => (/* binding */ copied),
  mF: () => (/* binding */ decompress)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/vault/zstd-frames.js

/**
 * Finds where zstd frames end (RFC 8878, section 3.1) by reading only the headers of frames and blocks, so that bytes
 * pass by uncopied.
 */
class ZstdFrames {
    /** Header bytes gathered so far, when one is split over chunks. */
    header = Buffer.alloc(0);
    headerSize = 4;
    step = 'magic';
    /** Bytes to pass before the next header, and what follows them. */
    passing = 0;
    after = 'end';
    checksumSize = 0;
    isData = true;
    /** True when every frame that began has ended. */
    get isBetweenFrames() {
        return this.step === 'magic' && this.header.length === 0;
    }
    /** The chunk in pieces that belong to one frame each. @throws Failure `integrity` when something is no frame */
    *split(chunk) {
        let start = 0;
        let position = 0;
        while (position < chunk.length) {
            if (this.step === 'body') {
                const passed = Math.min(this.passing, chunk.length - position);
                this.passing -= passed;
                position += passed;
            }
            else {
                const gathered = this.header.length;
                const taken = chunk.subarray(position, position + this.headerSize - gathered);
                const header = gathered === 0 ? taken : Buffer.concat([this.header, taken]);
                position += taken.length;
                const isMagic = this.step === 'magic';
                if (header.length < this.headerSize) {
                    this.header = header;
                    if (isMagic)
                        return; // held back: whose bytes these are is not known yet
                    break;
                }
                this.header = Buffer.alloc(0);
                this.readHeader(header);
                if (isMagic && gathered > 0) {
                    yield { bytes: header, isData: this.isData, endsFrame: false };
                    start = position;
                }
            }
            if (this.step === 'body' && this.passing === 0 && this.finishBody()) {
                yield { bytes: chunk.subarray(start, position), isData: this.isData, endsFrame: true };
                start = position;
            }
        }
        if (start < chunk.length)
            yield { bytes: chunk.subarray(start), isData: this.isData, endsFrame: false };
    }
    /** After a body: true when the frame has ended. */
    finishBody() {
        if (this.after === 'end') {
            this.expect('magic', 4);
            return true;
        }
        this.expect('block header', 3);
        return false;
    }
    readHeader(header) {
        switch (this.step) {
            case 'magic':
                return this.readMagic(header.readUInt32LE(0));
            case 'skippable':
                return this.pass(header.readUInt32LE(0), 'end');
            case 'descriptor':
                return this.readDescriptor(header.readUInt8(0));
            case 'frame header':
                return this.expect('block header', 3);
            case 'block header':
                return this.readBlockHeader(header.readUIntLE(0, 3));
            case 'body':
                throw new failure/* Failure */.HR('bug', 'a body has no header');
        }
    }
    readMagic(magic) {
        this.isData = magic === 0xfd2fb528;
        if (this.isData)
            this.expect('descriptor', 1);
        else if (magic >>> 4 === 0x184d2a5)
            this.expect('skippable', 4);
        else
            throw new failure/* Failure */.HR('integrity', 'this is not zstd data, or something else follows it');
    }
    readDescriptor(descriptor) {
        const isSingleSegment = (descriptor & 0x20) !== 0;
        this.checksumSize = (descriptor & 0x04) === 0 ? 0 : 4;
        const windowSize = isSingleSegment ? 0 : 1;
        const dictionarySize = [0, 1, 2, 4][descriptor & 0x03] ?? 0;
        const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
        const size = windowSize + dictionarySize + contentSize;
        this.expect('frame header', size);
    }
    readBlockHeader(header) {
        const isLast = (header & 1) === 1;
        const type = (header >>> 1) & 3;
        if (type === 3)
            throw new failure/* Failure */.HR('integrity', 'the compressed data is damaged');
        const size = type === 1 ? 1 : header >>> 3; // a run-length block holds one byte
        this.pass(size + (isLast ? this.checksumSize : 0), isLast ? 'end' : 'block header');
    }
    expect(step, size) {
        this.step = step;
        this.headerSize = size;
    }
    pass(size, after) {
        this.step = 'body';
        this.passing = size;
        this.after = after;
    }
}

;// CONCATENATED MODULE: ./lib/vault/compression.js






/** Compresses into one zstd frame. The chunks it is given may be used again by their giver. */
async function* compressing(plain) {
    const compressor = compress();
    // The compressor works on in the background after it has taken a chunk.
    const feeding = (0,promises_.pipeline)(plain, copied, compressor);
    feeding.catch(() => undefined);
    yield* compressor;
    await feeding;
}
/** The same chunks in memory of their own. */
async function* copied(chunks) {
    for await (const chunk of chunks)
        yield Buffer.from(chunk);
}
/** One zstd frame at level 1: on dumps about 280 MB/s a stream, and a fifth larger than what twice the time would give. */
function compress() {
    return (0,external_node_zlib_.createZstdCompress)({
        chunkSize: bufferSize,
        params: { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: 1, [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1 },
    });
}
/**
 * Unpacks zstd: any number of frames after each other, none giving nothing (pg_dump writes an empty file for an empty
 * large object). Ends with Failure `integrity` when a frame is cut short, damaged, or followed by something else.
 * Node's own decompressor stops silently after the first frame, so each frame is led through one of its own.
 */
function decompress() {
    return new FrameDecompressor();
}
const bufferSize = 262_144;
class FrameDecompressor extends external_node_stream_.Transform {
    frames = new ZstdFrames();
    decoder = null;
    /** Called with the error of the decoder at work. */
    fail = null;
    constructor() {
        super({ readableHighWaterMark: bufferSize, writableHighWaterMark: bufferSize });
    }
    _transform(chunk, _encoding, callback) {
        (0,external_node_util_.callbackify)(this.work)(chunk, callback);
    }
    _flush(callback) {
        callback(this.frames.isBetweenFrames ? null : asIntegrity(null));
    }
    _read(size) {
        this.decoder?.resume();
        super._read(size);
    }
    _destroy(error, callback) {
        this.decoder?.destroy();
        // A write that waits for a decoder that is gone would never settle.
        this.fail?.(error ?? new Error('destroyed'));
        callback(error);
    }
    work = async (chunk) => {
        try {
            for (const piece of this.frames.split(chunk)) {
                if (!piece.isData)
                    continue;
                this.decoder ??= this.startDecoder();
                await this.feed(this.decoder, piece.bytes, piece.endsFrame);
                if (piece.endsFrame)
                    this.decoder = null;
            }
        }
        catch (error) {
            throw asIntegrity(error);
        }
    };
    startDecoder() {
        const decoder = (0,external_node_zlib_.createZstdDecompress)({ chunkSize: bufferSize });
        decoder.on('data', (plain) => {
            if (!this.push(plain))
                decoder.pause();
        });
        decoder.on('error', (error) => this.fail?.(error));
        return decoder;
    }
    feed(decoder, bytes, isLast) {
        return new Promise((resolve, reject) => {
            this.fail = reject;
            if (!isLast) {
                decoder.write(bytes, (error) => (error ? reject(error) : resolve()));
            }
            else {
                decoder.once('end', resolve);
                decoder.end(bytes);
            }
        });
    }
}
function asIntegrity(cause) {
    return new failure/* Failure */.HR('integrity', 'the compressed data is damaged or cut short', { cause });
}


/***/ }),

/***/ 85160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ FanOut)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);


/** A stream that hands the same bytes to several readers at once, as fast as the slowest of them takes them. */
class FanOut extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable {
    branches = new Set();
    settled;
    isHandedOver = false;
    /**
     * @param settled awaited after the last byte was handed over: whether all is well is known then
     */
    constructor(settled) {
        super({ highWaterMark: bufferSize });
        this.settled = settled;
    }
    /** A new reader; made before the first byte is written. When it is destroyed the others go on. */
    branch() {
        const branch = new Branch(() => this.branches.delete(branch));
        this.branches.add(branch);
        return branch;
    }
    _write(chunk, _encoding, callback) {
        let waiting = 1;
        const ready = () => {
            waiting -= 1;
            if (waiting === 0)
                callback();
        };
        for (const branch of this.branches) {
            waiting += 1;
            branch.offer(chunk, ready);
        }
        ready();
    }
    _final(callback) {
        for (const branch of this.branches)
            branch.push(null);
        this.isHandedOver = true;
        (0,node_util__WEBPACK_IMPORTED_MODULE_1__.callbackify)(this.settled)(callback);
    }
    _destroy(error, callback) {
        // A branch that has not been given its end must not look as if it had ended; one that has may still be read.
        if (error !== null || !this.isHandedOver) {
            for (const branch of this.branches)
                branch.destroy(error ?? new Error('the writing was given up'));
        }
        callback(error);
    }
}
const bufferSize = 262_144;
class Branch extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable {
    wanted = null;
    gone;
    constructor(gone) {
        super({ highWaterMark: bufferSize });
        this.gone = gone;
        // Whoever reads it learns of the error; without a reader it must not end the process.
        this.on('error', () => undefined);
    }
    /** @param ready called once when more may be offered, at the latest when the branch is destroyed */
    offer(chunk, ready) {
        if (this.destroyed || this.push(chunk))
            ready();
        else
            this.wanted = ready;
    }
    _read() {
        this.release();
    }
    _destroy(error, callback) {
        this.gone();
        this.release();
        callback(error);
    }
    release() {
        const ready = this.wanted;
        this.wanted = null;
        ready?.();
    }
}


/***/ }),

/***/ 4466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ makeIdentity),
/* harmony export */   NJ: () => (/* binding */ notAnIdentity),
/* harmony export */   du: () => (/* binding */ recipientOf),
/* harmony export */   parseIdentities: () => (/* binding */ parseIdentities)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81539);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);


/** A new key pair. X25519, which every version of age can use. */
async function makeIdentity() {
    const identity = await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .generateX25519Identity */ .ou)();
    return { identity, recipient: await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity) };
}
/** The recipient of an identity. @throws Failure `config` when the text is no identity; the text is not repeated */
async function recipientOf(identity) {
    try {
        return await (0,age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .identityToRecipient */ .RE)(identity);
    }
    catch {
        throw notAnIdentity(); // no cause: the library's message could repeat the key
    }
}
/** The identities in the text of an identity file: one per line, comments and blank lines aside. @throws Failure `config` */
function parseIdentities(text) {
    const lines = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (lines.length === 0 || lines.some((line) => !/^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(line))) {
        throw notAnIdentity();
    }
    return lines;
}
function notAnIdentity() {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the identity given is not an age secret key', {
        hint: 'An age identity is a line that begins with AGE-SECRET-KEY-1, as lifeboat keygen and age-keygen print it.',
    });
}


/***/ }),

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Gw: () => (/* binding */ readStoredLease),
/* harmony export */   LV: () => (/* binding */ failureOfStore),
/* harmony export */   X5: () => (/* binding */ expiryText),
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
/* harmony export */   ii: () => (/* binding */ holderText),
/* harmony export */   mh: () => (/* binding */ listLeases),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* unused harmony export leaseSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);







/** What lies at the key of a lease. Times are ISO 8601 UTC. Documented in docs/format.md. */
const iso = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text)));
/** Whoever may write to the store could put a terminal's commands there, or a runner's. */
const line = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500));
const leaseSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['exclusive', 'use']),
    name: line,
    backupId: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Tells this holder's lease from any other at the same key. */
    token: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
    why: line,
    holder: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        actor: line.nullable(),
        runUrl: line.nullable(),
        host: line.nullable(),
    }),
    takenAt: iso,
    expiresAt: iso,
});
/** How far the clocks of two machines may be apart: so much longer is a lease of another's believed. */
const toleratedSkew = 2 * 60_000;
/** What cannot be read may have been written by a newer Lifeboat: it is believed for so long after it was stored. */
const unreadableTerm = 24 * 3_600_000;
/** Objects are small; more is not what we wrote. */
const largestLease = 65_536;
/** Whether whoever holds it may still be at work, as far as another machine can tell. */
function isLive({ expiresAt }, now) {
    return now <= expiresAt + toleratedSkew;
}
/** `by ada, on runner-7, run https://…` */
function holderText(record) {
    if (record === null)
        return 'by somebody whose lease this Lifeboat cannot read';
    const { actor, host, runUrl } = record.holder;
    const parts = [
        `by ${actor ?? 'an unknown actor'}`,
        ...(host === null ? [] : [`on ${host}`]),
        ...(runUrl === null ? [] : [runUrl]),
    ];
    return `${parts.join(', ')}, since ${record.takenAt.slice(0, 19)}Z, to ${record.why}`;
}
/** When it ends, for people. */
function expiryText(expiresAt, now) {
    const at = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    return expiresAt >= now ? `until ${at}` : `expired ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - expiresAt)} ago, at ${at}`;
}
/** The lease at a key; null when there is none. */
async function readLease(store, environment, key, signal) {
    const stored = await store.stat(key, signal);
    return stored === null ? null : readStoredLease(store, environment, stored, signal);
}
/** The lease that a listing found; null when it is gone by now. */
async function readStoredLease(store, environment, { key, modifiedAt }, signal) {
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, key, { signal }, largestLease).catch((error) => {
        const failure = failureOfStore(error, signal);
        if (failure.kind !== 'integrity')
            throw failure;
        return Buffer.alloc(0);
    });
    if (bytes === null)
        return null;
    const { name, backupId } = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, key) ?? { name: key, backupId: null };
    const record = parseLease(bytes.toString());
    return {
        key,
        name,
        backupId,
        store: store.name,
        record,
        expiresAt: record === null ? modifiedAt + unreadableTerm : Date.parse(record.expiresAt),
    };
}
function parseLease(text) {
    try {
        return (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, leaseSchema, 'lease');
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw error;
    }
}
/** Whatever went wrong is a trouble of that store alone, a full disk too. @throws Failure `cancelled` */
function failureOfStore(error, signal) {
    (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(signal);
    return (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
}
/** Every lease of an environment in every store, expired ones too. Never throws for a store: it is named. */
async function listLeases(stores, environment, { log, signal }) {
    const leases = [];
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const stored of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .leasesFolder */ ._5)(environment), signal)) {
                if ((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, stored.key) === null)
                    continue;
                const lease = await readStoredLease(store, environment, stored, signal);
                if (lease !== null)
                    leases.push(lease);
            }
        }
        catch (error) {
            const failure = failureOfStore(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be asked for leases: ${failure.message}`);
        }
    }));
    return { leases, unreachable };
}


/***/ }),

/***/ 86333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ leaseTerm),
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92880);
/* harmony import */ var _lease_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50701);




/** How long a lease holds without being renewed, and how often it is. */
const leaseTerm = 10 * 60_000;
const renewalPace = 3 * 60_000;
/** By then a put that another contender began before ours is visible, on stores that do not enforce conditions. */
const settlingTime = 1_000;
/**
 * Takes a lease in all stores, and renews it until it is disposed.
 * @throws Failure `refused` when another holds an exclusive one, naming who, since when and until when; the failure of the
 *   first store when none could be asked. A use lease that no store takes is granted all the same
 */
async function takeLease(stores, environment, request, context) {
    const isExclusive = 'exclusive' in request;
    if (isExclusive && request.exclusive.startsWith('use-')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'the name of an exclusive lease may not begin with use-');
    }
    const token = hex(context, 16);
    const key = isExclusive
        ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(environment, request.exclusive)
        : (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .useLeaseKey */ .hg)(environment, request.use, hex(context, 8));
    const holding = new Holding(environment, key, request, token, context);
    try {
        await (isExclusive ? holding.takeInEach(stores) : holding.putInAll(stores));
    }
    catch (error) {
        await holding.release();
        throw error;
    }
    holding.renewInBackground();
    return holding;
}
class Holding {
    name;
    failures = new Map();
    granted = new Map();
    environment;
    key;
    request;
    token;
    context;
    takenAt;
    renewal = null;
    renewing = Promise.resolve();
    constructor(environment, key, request, token, context) {
        this.environment = environment;
        this.key = key;
        this.name = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
        this.request = request;
        this.token = token;
        this.context = context;
        this.takenAt = context.clock.now();
    }
    get stores() {
        return [...this.granted.keys()].map((store) => store.name);
    }
    get isUse() {
        return 'use' in this.request;
    }
    /** One store after the other, so that all contenders meet at the same one first. */
    async takeInEach(stores) {
        const { log, clock, signal } = this.context;
        for (const store of stores) {
            try {
                this.grant(store, await this.takeIn(store));
            }
            catch (error) {
                const failure = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                if (!['access', 'unavailable', 'capacity'].includes(failure.kind))
                    throw failure;
                this.failures.set(store.name, failure);
                log.warning(`store ${store.name} did not take the lease ${this.name}: ${failure.message}`);
            }
        }
        const [first] = this.failures.values();
        if (this.granted.size === 0)
            throw first ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to put a lease in');
        await clock.sleep(settlingTime, signal);
        await this.demand();
    }
    /** Side by side: whoever is not protected by one store may be by another. */
    async putInAll(stores) {
        const { signal, log } = this.context;
        await Promise.all(stores.map(async (store) => {
            const expiresAt = this.freshExpiry();
            try {
                await store.put(this.key, this.bytes(expiresAt), { signal });
                this.grant(store, expiresAt);
            }
            catch (error) {
                this.failures.set(store.name, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
                log.debug(`store ${store.name} did not take the lease ${this.name}: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
            }
        }));
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
    }
    /** @returns when it expires there @throws Failure `refused` */
    async takeIn(store) {
        const { signal, clock } = this.context;
        for (let attempt = 1;; attempt += 1) {
            const expiresAt = this.freshExpiry();
            const refusal = await store.put(this.key, this.bytes(expiresAt), { signal }).then(() => null, (error) => {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind !== 'refused')
                    throw failure;
                return failure;
            });
            if (refusal === null)
                return expiresAt;
            const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            if (current?.record?.token === this.token)
                return expiresAt;
            if (current === null) {
                // Given back just now: whoever comes next may have it.
                if (attempt === 3)
                    throw refusal;
                continue;
            }
            if ((0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(current, clock.now()))
                throw held(this.environment, current, clock.now());
            return this.takeOver(store, current);
        }
    }
    /** Of all who see the same expired lease, the one whose claim is new replaces it. */
    async takeOver(store, expired) {
        const { signal, clock } = this.context;
        const about = mark(expired);
        for (let round = 1;; round += 1) {
            const claim = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(this.environment, `${this.name}.claim-${about.slice(0, 32)}-${round}`);
            try {
                await store.put(claim, this.bytes(clock.now()), { signal });
            }
            catch (error) {
                if ((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).kind !== 'refused')
                    throw error;
                const other = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, claim, signal);
                // A claimant that was killed in between must not hold it for ever.
                if (other === null || (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(other, clock.now()) || round === 20)
                    throw held(this.environment, expired, clock.now());
                continue;
            }
            try {
                return await this.replaceClaimed(store, expired);
            }
            finally {
                await store.remove(claim, signal);
            }
        }
    }
    /** Only after the claim is ours. */
    async replaceClaimed(store, expired) {
        const { signal, clock, log } = this.context;
        const expiresAt = this.freshExpiry();
        const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
        // Another may have claimed it, taken it and removed the claim since we looked.
        if (current !== null && mark(current) !== mark(expired))
            throw held(this.environment, current, clock.now());
        if (current === null)
            await store.put(this.key, this.bytes(expiresAt), { signal });
        else
            await store.replace(this.key, this.bytes(expiresAt), signal);
        log.warning(`store ${store.name}: took over the lease ${this.name}, which ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(expired.expiresAt, clock.now())}; it was held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(expired.record)}. That run was killed or stood still.`);
        return expiresAt;
    }
    grant(store, expiresAt) {
        this.granted.set(store, { expiresAt, lost: null });
    }
    async demand() {
        const { signal, clock, log } = this.context;
        let confirmed = 0;
        let unanswered = null;
        for (const [store, state] of this.granted) {
            if (state.lost !== null)
                throw state.lost;
            let current;
            try {
                current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            }
            catch (error) {
                unanswered = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                log.warning(`store ${store.name} could not confirm the lease ${this.name}: ${unanswered.message}`);
                continue;
            }
            this.judge(store, current);
            // Nobody takes a use lease over: one of ours that is late holds again once it is renewed.
            if (!this.isUse && clock.now() > state.expiresAt) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the lease ${this.name} was not renewed in time: this machine or store ${store.name} stood still`, { hint: 'Run it again.' });
            }
            confirmed += 1;
        }
        // A use lease never stops what no store could protect; an exclusive one has at least one store.
        if (confirmed === 0 && unanswered !== null && !this.isUse)
            throw unanswered;
    }
    /** @throws Failure `refused` when what lies there is not ours */
    judge(store, current) {
        if (current?.record?.token === this.token)
            return;
        const what = current === null
            ? 'was removed: somebody cleared it by hand, or took it to be of a run that had ended'
            : `is now held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(current.record)}`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${store.name}: the lease ${this.name} is no longer ours; it ${what}`, {
            hint: 'This run stops before it does harm. `lifeboat ledger verify` and the log of the other run say more.',
        });
    }
    renewInBackground() {
        if (this.granted.size === 0)
            return;
        this.renewal = this.context.clock.every(renewalPace, () => {
            this.renewing = this.renew();
            return this.renewing;
        });
    }
    /** Never throws: what is wrong is said, and `demand` finds it. */
    async renew() {
        const { signal, log, clock } = this.context;
        await Promise.all([...this.granted].map(async ([store, state]) => {
            if (state.lost !== null || signal.aborted)
                return;
            // Late: another may be taking it over at this very moment.
            if (!this.isUse && clock.now() > state.expiresAt)
                return;
            try {
                this.judge(store, await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal));
                const expiresAt = this.freshExpiry();
                await store.replace(this.key, this.bytes(expiresAt), signal);
                state.expiresAt = expiresAt;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind === 'refused')
                    state.lost = failure;
                log.warning(`store ${store.name}: the lease ${this.name} was not renewed: ${failure.message}`);
            }
        }));
    }
    /** Gives it back, also when the run is being stopped. What cannot be removed expires. */
    async release() {
        this.renewal?.[Symbol.dispose]();
        this.renewal = null;
        await this.renewing;
        const { clock, log } = this.context;
        // The run's own signal may be aborted already, and giving back is part of the clean-up.
        const signal = AbortSignal.timeout(timeToRelease);
        await Promise.all([...this.granted].map(async ([store, state]) => {
            try {
                if (state.lost !== null || (!this.isUse && clock.now() > state.expiresAt))
                    return;
                const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
                if (current?.record?.token === this.token)
                    await store.remove(this.key, signal);
            }
            catch (error) {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                log.notice(`store ${store.name}: the lease ${this.name} could not be given back, and expires by itself: ${failure.message}`);
            }
        }));
        this.granted.clear();
    }
    async [Symbol.asyncDispose]() {
        await this.release();
    }
    freshExpiry() {
        return this.context.clock.now() + leaseTerm;
    }
    bytes(expiresAt) {
        const { actor, url, host = null } = this.context.run;
        const record = {
            format: 1,
            kind: this.isUse ? 'use' : 'exclusive',
            name: this.name,
            backupId: 'use' in this.request ? this.request.use : null,
            token: this.token,
            why: this.request.why,
            holder: { actor, runUrl: url, host },
            takenAt: new Date(this.takenAt).toISOString(),
            expiresAt: new Date(expiresAt).toISOString(),
        };
        return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    }
}
/** A cancelled job has a few seconds for everything. */
const timeToRelease = 3_000;
/** What a person types to clear it. */
function breakCommand(environment, name) {
    return `lifeboat lease break --environment ${environment} --name ${name} --reason "…" --signing-key-file retention-signing-key.txt`;
}
function held(environment, lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: ${breakCommand(environment, lease.name)}`,
    });
}
/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }) {
    return record?.token ?? String(expiresAt);
}
function hex({ random }, count) {
    return Buffer.from(random.bytes(count)).toString('hex');
}


/***/ }),

/***/ 61277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ openingStream)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);


/** From a sealed file to its plain bytes, each given only after it was authenticated. */
function openingStream(reader) {
    let head = Buffer.alloc(0);
    let opener = null;
    const takeFirst = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.callbackify)(async (chunk) => {
        head = head === null ? chunk : Buffer.concat([head, chunk]);
        const end = reader.end(head);
        if (end === null)
            return undefined;
        opener = await reader.open(head.subarray(0, end));
        const rest = head.subarray(end);
        head = null;
        return opener.update(rest);
    });
    return new node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform({
        // Larger than Node's defaults, so that several chunks pass at once; still small against the memory that is allowed.
        readableHighWaterMark: 262_144,
        writableHighWaterMark: 262_144,
        transform(chunk, _encoding, callback) {
            // Once the header is known nothing is asynchronous, and a promise per chunk would cost.
            if (opener === null)
                takeFirst(chunk, callback);
            else
                attempt(opener, (open) => open.update(chunk), callback);
        },
        flush(callback) {
            if (opener === null)
                callback(reader.cutShort());
            else
                attempt(opener, (open) => open.end(), callback);
        },
    });
}
function attempt(opener, work, callback) {
    let plain;
    try {
        plain = work(opener);
    }
    catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)));
        return;
    }
    callback(null, plain.length === 0 ? undefined : plain);
}


/***/ }),

/***/ 53098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aX: () => (/* binding */ PayloadOpener),
/* harmony export */   eH: () => (/* binding */ sealPayload)
/* harmony export */ });
/* unused harmony export chunkSize */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);


/**
 * The payload of a sealed artifact (STREAM, as in https://age-encryption.org/v1): chunks of 64 KiB, each sealed with a
 * nonce of an 11-byte counter and a flag that marks the last chunk, so that none can be moved, added or left out. The key
 * serves one payload only. node:crypto does this at memory speed, where the age library takes 80 MB/s.
 */
const chunkSize = 65_536;
const tagSize = 16;
const sealedChunkSize = chunkSize + tagSize;
/** The sealed payload of these plain bytes. Keeps no reference to the chunks it is given. */
async function* sealPayload(cipher, plain) {
    const sealer = new PayloadSealer(cipher);
    for await (const chunk of plain) {
        const sealed = sealer.update(chunk);
        if (sealed.length > 0)
            yield sealed;
    }
    yield sealer.end();
}
/** Seals plain bytes as they come. A chunk is sealed only once a byte after it is known, since the last one is flagged. */
class PayloadSealer {
    cipher;
    nonces = new ChunkNonces();
    /** The beginning of the next chunk: a copy, so that whoever gave the bytes may use their memory again. */
    held = Buffer.allocUnsafe(chunkSize);
    heldSize = 0;
    constructor(cipher) {
        this.cipher = cipher;
    }
    /** The chunks that are complete now; empty when there are none. Keeps no reference to `bytes`. */
    update(bytes) {
        const chunks = Math.max(0, Math.ceil((this.heldSize + bytes.length) / chunkSize) - 1);
        const sealed = Buffer.allocUnsafe(chunks * sealedChunkSize);
        let taken = 0;
        for (let chunk = 0; chunk < chunks; chunk += 1) {
            const end = taken + chunkSize - this.heldSize;
            this.seal(bytes.subarray(taken, end), false, sealed, chunk * sealedChunkSize);
            taken = end;
        }
        this.heldSize += bytes.copy(this.held, this.heldSize, taken);
        return sealed;
    }
    /** The last chunk: never empty unless the payload is. */
    end() {
        const sealed = Buffer.allocUnsafe(this.heldSize + tagSize);
        this.seal(Buffer.alloc(0), true, sealed, 0);
        return sealed;
    }
    /** Seals one chunk: what is held, and `rest` after it. */
    seal(rest, isLast, target, offset) {
        const cipher = startSealing(this.cipher, this.nonces.next(isLast));
        let position = offset;
        for (const piece of [this.held.subarray(0, this.heldSize), rest]) {
            if (piece.length > 0)
                position += cipher.update(piece).copy(target, position);
        }
        cipher.final();
        cipher.getAuthTag().copy(target, position);
        this.heldSize = 0;
    }
}
/** Opens what PayloadSealer made. Gives bytes only after their chunk has been authenticated. */
class PayloadOpener {
    cipher;
    nonces = new ChunkNonces();
    waiting = new ByteQueue();
    constructor(cipher) {
        this.cipher = cipher;
    }
    /** @throws Failure `integrity` */
    update(bytes) {
        this.waiting.add(bytes);
        const chunks = Math.max(0, Math.ceil(this.waiting.size / sealedChunkSize) - 1);
        const plain = Buffer.allocUnsafe(chunks * chunkSize);
        for (let chunk = 0; chunk < chunks; chunk += 1)
            this.open(chunkSize, false, plain, chunk * chunkSize);
        return plain;
    }
    /** The last chunk. @throws Failure `integrity`, also when the payload was cut short */
    end() {
        const size = this.waiting.size - tagSize;
        if (size < 0 || (size === 0 && this.nonces.count > 0))
            throw damaged();
        const plain = Buffer.allocUnsafe(size);
        this.open(size, true, plain, 0);
        return plain;
    }
    open(size, isLast, target, offset) {
        const decipher = startOpening(this.cipher, this.nonces.next(isLast));
        let position = offset;
        this.waiting.take(size, (piece) => {
            position += decipher.update(piece).copy(target, position);
        });
        const tag = Buffer.allocUnsafe(tagSize);
        let filled = 0;
        this.waiting.take(tagSize, (piece) => {
            filled += piece.copy(tag, filled);
        });
        decipher.setAuthTag(tag);
        try {
            decipher.final();
        }
        catch (cause) {
            throw damaged(cause);
        }
    }
}
function damaged(cause) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the sealed data was altered, reordered or cut short', { cause });
}
function startSealing({ algorithm, key }, nonce) {
    const options = { authTagLength: tagSize };
    // The same call: the types have one signature per family.
    return algorithm === 'aes-256-gcm'
        ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)(algorithm, key, nonce, options)
        : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)(algorithm, key, nonce, options);
}
function startOpening({ algorithm, key }, nonce) {
    const options = { authTagLength: tagSize };
    return algorithm === 'aes-256-gcm'
        ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)(algorithm, key, nonce, options)
        : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)(algorithm, key, nonce, options);
}
/** Counter (11 bytes, big-endian) and last flag. */
class ChunkNonces {
    count = 0;
    next(isLast) {
        const nonce = Buffer.alloc(12);
        nonce.writeUIntBE(this.count, 5, 6); // 2^48 chunks are 2^64 bytes
        nonce[11] = isLast ? 1 : 0;
        this.count += 1;
        return nonce;
    }
}
/** Bytes that wait for their chunk to be complete: references to the buffers that came, never copies. */
class ByteQueue {
    size = 0;
    pieces = [];
    start = 0;
    add(piece) {
        if (piece.length === 0)
            return;
        this.pieces.push(piece);
        this.size += piece.length;
    }
    /** Hands over exactly `size` bytes, in order, in as many pieces as they lie in. */
    take(size, use) {
        let left = size;
        let used = 0;
        while (left > 0) {
            const piece = this.pieces[used];
            if (piece === undefined)
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('bug', 'more bytes were taken than are waiting');
            const end = Math.min(piece.length, this.start + left);
            use(piece.subarray(this.start, end));
            left -= end - this.start;
            this.start = end;
            if (end === piece.length) {
                used += 1;
                this.start = 0;
            }
        }
        this.pieces.splice(0, used);
        this.size -= size;
    }
}


/***/ })

};
