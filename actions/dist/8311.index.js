export const id = 8311;
export const ids = [8311,4466];
export const modules = {

/***/ 85330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M9: () => (/* binding */ write),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   qC: () => (/* binding */ readIfThere)
/* harmony export */ });
/* unused harmony export difference */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);




/**
 * What writing these files would do; changes nothing.
 * @throws Failure `refused` when a file exists with another text and `force` was not given
 */
async function compare(directory, files, force) {
    const found = await Promise.all(files.map(async (file) => ({ file, existing: await readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, file.path)) })));
    const different = found.filter(({ file, existing }) => existing !== null && existing !== file.text);
    if (different.length > 0 && !force) {
        const shown = different.map(({ file, existing }) => `${file.path}\n${difference(existing ?? '', file.text)}`);
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('refused', `${different.length === 1 ? 'a file exists' : 'files exist'} with another text; nothing was written\n\n${shown.join('\n\n')}`, { hint: 'Take over by hand what you want, or repeat with --force to replace.' });
    }
    return found.map(({ file, existing }) => ({
        path: file.path,
        done: existing === null ? 'written' : existing === file.text ? 'unchanged' : 'replaced',
    }));
}
/** Each file appears whole or not at all. */
async function write(directory, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, file.path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
    const draft = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.draft`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(draft, file.text, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { force: true });
        throw error;
    }
}
async function readIfThere(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
            return null;
        throw error;
    }
}
/** Lines that only one side has, `-` for what is there and `+` for what would be; common lines are left out. */
function difference(before, after) {
    const a = before.split('\n');
    const b = after.split('\n');
    // Longest common subsequence; these files have about a hundred lines. longest[i][j]: of a from i and b from j.
    const longest = Array.from({ length: a.length + 1 }, () => Array.from(b, () => 0));
    const at = (i, j) => longest[i]?.[j] ?? 0;
    for (let i = a.length - 1; i >= 0; i -= 1) {
        for (let j = b.length - 1; j >= 0; j -= 1) {
            const row = longest[i];
            if (row)
                row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const lines = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            i += 1;
            j += 1;
        }
        else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
            lines.push(`  - ${a[i]}`);
            i += 1;
        }
        else {
            lines.push(`  + ${b[j]}`);
            j += 1;
        }
    }
    return lines.join('\n');
}


/***/ }),

/***/ 26008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ storeKeys),
/* harmony export */   Y: () => (/* binding */ gatherKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _vault_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4466);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4527);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85330);






/** Order matters: the key that must never be lost, and never comes near GitHub, is made and stored first. */
const purposes = {
    offline: {
        file: 'offline-identity.txt',
        kind: 'identity',
        about: 'Opens every backup. Keep it offline (paper, a safe, a password manager of two people); delete it here.',
    },
    verify: {
        file: 'verify-identity.txt',
        kind: 'identity',
        about: 'Opens backups for restore tests: the secret LIFEBOAT_IDENTITY of the verify environment. Keep a copy out of GitHub, for restores in a terminal.',
    },
    backupSigning: {
        file: 'backup-signing-key.txt',
        kind: 'signing',
        about: 'Signs manifests: the secret LIFEBOAT_SIGNING_KEY of the backup environment. Keep a copy out of GitHub, for restores in a terminal.',
    },
    verifySigning: {
        file: 'verify-signing-key.txt',
        kind: 'signing',
        about: 'Signs proofs: the secret LIFEBOAT_SIGNING_KEY of the verify environment.',
    },
    retentionSigning: {
        file: 'retention-signing-key.txt',
        kind: 'signing',
        about: 'Signs what retention does: the secret LIFEBOAT_SIGNING_KEY of the retention environment.',
    },
    deploySigning: {
        file: 'deploy-signing-key.txt',
        kind: 'signing',
        about: 'Signs deployments, and who overrode the gate: the secret LIFEBOAT_DEPLOY_SIGNING_KEY of the environment with reviewers.',
    },
};
/**
 * The keys that lie in the folder, those that are `known` already, and new ones for the rest. Nothing is written yet.
 * @param directory the repository
 * @param option names the folder on the command line, such as `--folder`
 * @throws Failure `refused` when the folder lies in the repository, `config` when a file there holds no key
 */
async function gatherKeys(folder, { directory, option, known = {} }) {
    await refuseInside(folder, directory, option);
    const gather = async (purpose) => {
        const { file, kind } = purposes[purpose];
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file);
        const existing = await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfThere */ .qC)(path);
        const knownHalf = known[purpose];
        if (existing === null && knownHalf !== undefined) {
            return { file: path, secret: null, public: knownHalf, made: false };
        }
        if (existing === null)
            return { file: path, ...(await makers[kind]()), made: true };
        return { file: path, ...(await readers[kind](existing).catch(refuseFile(path))), made: false };
    };
    // One after the other, in this order: see above.
    const offline = await gather('offline');
    const verify = await gather('verify');
    const backupSigning = await gather('backupSigning');
    const verifySigning = await gather('verifySigning');
    const retentionSigning = await gather('retentionSigning');
    const deploySigning = await gather('deploySigning');
    return { offline, verify, backupSigning, verifySigning, retentionSigning, deploySigning };
}
/** Stores the new keys, readable by their owner only. Never replaces a file. */
async function storeKeys(keyring) {
    for (const purpose of Object.keys(purposes)) {
        const key = keyring[purpose];
        if (!key.made || key.secret === null)
            continue;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(key.file);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true, mode: 0o700 });
        const text = `# ${purposes[purpose].about}\n# public key: ${key.public}\n${key.secret}\n`;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(key.file, text, { flag: 'wx', mode: 0o600 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(key.file, 0o600);
    }
}
const makers = {
    identity: async () => {
        const { identity, recipient } = await (0,_vault_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .makeIdentity */ .N6)();
        return { secret: identity, public: recipient };
    },
    signing: async () => {
        const { secretKey, publicKey } = (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .makeSigningKeys */ .cQ)();
        return { secret: secretKey, public: publicKey };
    },
};
/** The public half is worked out anew, so that a comment in the file cannot say another. */
const readers = {
    identity: async (text) => {
        const [secret = ''] = (0,_vault_keys_js__WEBPACK_IMPORTED_MODULE_3__.parseIdentities)(text);
        return { secret, public: await (0,_vault_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .recipientOf */ .du)(secret) };
    },
    signing: async (text) => {
        const secret = text.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? '';
        return { secret, public: (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .publicKeyOf */ .kc)(secret) };
    },
};
function refuseFile(path) {
    return () => {
        // No cause: what the file holds must not be repeated.
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${path} holds no key that init wrote`, {
            hint: 'Move it away, or choose another folder for the keys.',
        });
    };
}
async function refuseInside(folder, directory, option) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory), await realpathOfNearest(folder));
    if (way === '' || (!way.startsWith('..') && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way))) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', `the folder for keys lies inside the repository: ${folder}`, {
            hint: `Choose a folder outside of it with ${option}, so that no key is ever committed.`,
        });
    }
}
/** The real path of a folder that may not exist yet. */
async function realpathOfNearest(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (error) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if (parent === path)
            throw error;
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await realpathOfNearest(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
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

/***/ 58311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runKeygen: () => (/* binding */ runKeygen)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _operations_init_keyring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26008);



/** Makes whichever of the keys are not in the folder yet. Secrets go to their files and nowhere else. */
async function runKeygen(input) {
    const folder = input.folder ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), 'lifeboat-keys');
    const keyring = await (0,_operations_init_keyring_js__WEBPACK_IMPORTED_MODULE_2__/* .gatherKeys */ .Y)(folder, { directory: process.cwd(), option: '--folder' });
    await (0,_operations_init_keyring_js__WEBPACK_IMPORTED_MODULE_2__/* .storeKeys */ .G)(keyring);
    const lines = Object.values(keyring).map((key) => `${(key.made ? 'written' : 'unchanged').padEnd(9)}  ${key.file}\n           ${key.public}`);
    const text = `${lines.join('\n')}

In the environment file:

encryption:
  recipients:
    - ${keyring.offline.public}
    - ${keyring.verify.public}
signing:
  backup: ${keyring.backupSigning.public}
  verify: ${keyring.verifySigning.public}
  retention: ${keyring.retentionSigning.public}
  deploy: ${keyring.deploySigning.public}

Now move ${keyring.offline.file} to a place that is not this machine: with it every backup
can be opened, without both identities none.`;
    return {
        text,
        json: Object.fromEntries(Object.entries(keyring).map(([purpose, key]) => [
            purpose,
            { file: key.file, public: key.public, made: key.made },
        ])),
    };
}


/***/ })

};
