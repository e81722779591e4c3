export const id = 4703;
export const ids = [4703];
export const modules = {

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


/***/ })

};
