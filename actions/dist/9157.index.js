export const id = 9157;
export const ids = [9157];
export const modules = {

/***/ 98692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wi: () => (/* binding */ demandSealedIdentity),
  n$: () => (/* binding */ keyringFor),
  hP: () => (/* binding */ readSealedIdentity)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/vault/aes-sealing.js
var aes_sealing = __webpack_require__(59769);
// EXTERNAL MODULE: ./lib/vault/age-sealing.js
var age_sealing = __webpack_require__(77);
// EXTERNAL MODULE: ./lib/vault/artifact-reader.js
var artifact_reader = __webpack_require__(16410);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/digest.js
var digest = __webpack_require__(73522);
// EXTERNAL MODULE: ./lib/vault/keys.js
var keys = __webpack_require__(4466);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
;// CONCATENATED MODULE: ./lib/vault/sealing.js

/** For a backup that is not encrypted: nothing in it needs to be opened, and what says that it does is not of it. */
const nothingSealed = {
    open: () => {
        throw new domain_failure/* Failure */.HR('integrity', 'an artifact is sealed, although the backup says that it is not encrypted');
    },
};

// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
;// CONCATENATED MODULE: ./lib/operations/keyring.js










/**
 * What opens this backup, tried on its smallest artifact. A key that does not fit is a failed check.
 * @param stores those that have the backup
 */
async function keyringFor(manifest, folder, stores, ports, run) {
    const started = ports.clock.ticks();
    const check = (failure, status = failure === null ? 'passed' : 'failed') => run.check({
        rung: 'intact',
        name: 'key',
        status,
        detail: failure?.message ??
            (manifest.encryption === 'none' ? 'the backup is not encrypted' : 'the key opens the backup'),
        subjects: failure?.subjects ?? [],
        failure: status === 'failed' ? (failure?.kind ?? null) : null,
        ...(failure?.hint === undefined ? {} : { hint: failure.hint }),
        duration: Math.round(ports.clock.ticks() - started),
    });
    let opener = null;
    try {
        opener = await findOpener(manifest, folder, stores, ports);
        const smallest = manifest.sources
            .flatMap((source) => source.artifacts)
            .sort((a, b) => a.storedSize - b.storedSize)[0];
        if (smallest !== undefined) {
            const { spool, log, signal } = ports;
            const reader = (0,artifact_reader/* createArtifactReader */.G)({ stores, folder, opener, spool, log });
            for await (const _chunk of await reader.open(smallest, 'raw', signal))
                void _chunk;
        }
        check(null);
        return { opener, failure: null, keyIsWrong: false };
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        // That artifact is damaged or out of reach; whether the others are is found out with them.
        const keyIsWrong = failure.kind === 'access' || failure.kind === 'config';
        if (opener !== null && !keyIsWrong) {
            check(failure, 'skipped');
            return { opener, failure: null, keyIsWrong };
        }
        check(failure);
        return { opener: null, failure, keyIsWrong };
    }
}
async function findOpener(manifest, folder, stores, ports) {
    const { passphrase, identities } = ports.keys;
    const { encryption, identityKey } = manifest;
    if (encryption === 'none')
        return nothingSealed;
    if (encryption === 'passphrase-aes-256-gcm') {
        if (passphrase !== null)
            return (0,aes_sealing/* aesOpener */.dR)(passphrase);
    }
    else {
        if (passphrase !== null && identityKey !== null) {
            return (0,age_sealing/* ageOpener */.lb)([await readIdentity(manifest, identityKey, passphrase, folder, stores, ports)]);
        }
        // With a passphrase too: whoever has opened the sealed identity by hand may give what was in it.
        if (identities.length > 0)
            return (0,age_sealing/* ageOpener */.lb)(identities);
    }
    const sealedWith = encryption === 'recipients' ? 'age recipients' : 'a passphrase';
    throw new domain_failure/* Failure */.HR('config', `the backup is sealed with ${sealedWith}, and no key to open it was given`, {
        hint: encryption === 'recipients'
            ? 'Give an identity that opens it as LIFEBOAT_IDENTITY, or as the input identity or identity-file.'
            : 'Give the passphrase that the environment file names.',
    });
}
/** The identity of this backup that the passphrase opens. */
async function readIdentity(manifest, identityKey, passphrase, folder, stores, ports) {
    const sealed = await readSealedIdentity(manifest, identityKey, folder, stores, ports);
    const identity = await (0,age_sealing/* openPassphraseIdentity */.V9)(sealed, passphrase);
    if (!manifest.recipients.includes(await (0,keys/* recipientOf */.du)(identity))) {
        throw new domain_failure/* Failure */.HR('integrity', `${identityKey} holds the identity of another backup`);
    }
    return identity;
}
/** The identity as it is sealed with the passphrase, from the first store that has it as the manifest says. */
async function readSealedIdentity(manifest, identityKey, folder, stores, { log, signal }, whenLost) {
    const { value } = await (0,copies/* fromFirstSoundCopy */.bL)(stores, (0,layout/* keyInside */.iy)(folder, identityKey), (store, version) => sealedIdentityIn(store, version, manifest, folder, signal), { damages: [], whenLost, log, signal });
    return value;
}
/** The passphrase-sealed identity of a store is there, and is the manifest's. @throws Failure `missing` or `integrity` */
async function demandSealedIdentity(store, manifest, folder, signal) {
    if ((await sealedIdentityIn(store, undefined, manifest, folder, signal)) === null) {
        throw new domain_failure/* Failure */.HR('missing', `store ${store.name} has no ${manifest.identityKey}`);
    }
}
async function sealedIdentityIn(store, version, { identityKey, identitySha256 }, folder, signal) {
    const key = (0,layout/* keyInside */.iy)(folder, identityKey ?? '');
    const sealed = await (0,small_objects/* readWhole */.oD)(store, key, { signal, ...(version === undefined ? {} : { version }) });
    if (sealed !== null && identitySha256 !== undefined && (0,digest/* digestOf */.ol)(sealed).sha256 !== identitySha256) {
        throw new domain_failure/* Failure */.HR('integrity', `${key} is damaged: its SHA-256 is not the one in the manifest`);
    }
    return sealed;
}


/***/ }),

/***/ 97588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ verifyCopies),
/* harmony export */   w: () => (/* binding */ statCopies)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5354);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46979);
/* harmony import */ var _fan_out_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85160);






/** Whether every store has the object, with the manifest's size. */
function statCopies(stores, key, artifact, signal) {
    return Promise.all(stores.map((store) => judge(store, signal, async () => {
        const object = await store.stat(key, signal);
        if (object === null)
            throw (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .absent */ .Ge)(store, key);
        if (object.size !== artifact.storedSize) {
            throw (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .damaged */ .qM)(key, `it has ${object.size} bytes, not ${artifact.storedSize}`);
        }
    })));
}
/** Reads every store's copy whole. @throws Failure `access` when the key does not open what is sound */
async function verifyCopies(stores, key, artifact, opener, signal) {
    const wrongKeys = [];
    const states = await Promise.all(stores.map((store) => judge(store, signal, async () => {
        const wrongKey = await verifyCopy(store, key, artifact, opener, signal);
        if (wrongKey !== null)
            wrongKeys.push(wrongKey);
    })));
    if (wrongKeys[0] !== undefined)
        throw wrongKeys[0];
    return states;
}
/** @returns the failure of the opening when it is the key's fault, else null. @throws Failure when the copy is bad */
async function verifyCopy(store, key, artifact, opener, signal) {
    const body = await store.get(key, { signal });
    if (body === null)
        throw (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .absent */ .Ge)(store, key);
    // Side by side: a damaged header looks like a wrong key, and only the digest of all bytes tells one from the other.
    const fan = new _fan_out_js__WEBPACK_IMPORTED_MODULE_5__/* .FanOut */ .C(() => Promise.resolve());
    const canOpen = !artifact.encrypted || opener !== null;
    const opening = canOpen ? openToNothing(fan.branch(), artifact, opener, key) : Promise.resolve(null);
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)([body, new _artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .SizeLimit */ .Zp(key, artifact), (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .storedCheck */ .i7)(key, artifact), fan], { signal });
    }
    finally {
        await opening;
    }
    const failure = await opening;
    if (failure !== null && failure.kind !== 'access')
        throw failure;
    return failure;
}
async function openToNothing(body, artifact, opener, key) {
    const nothing = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({ highWaterMark: bufferSize, write: (_chunk, _encoding, done) => done() });
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)([body, ...(0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .unsealing */ .Tj)(artifact, opener, key), nothing]);
        return null;
    }
    catch (error) {
        body.destroy();
        return (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_3__/* .named */ .KT)(key, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(error));
    }
}
async function judge(store, signal, look) {
    try {
        await look();
        return { store: store.name, state: 'sound', failure: null };
    }
    catch (error) {
        const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .failureOfCopy */ .N2)(error, signal);
        return { store: store.name, state: (0,_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .problemOf */ .Zw)(failure), failure };
    }
}
const bufferSize = 262_144;


/***/ }),

/***/ 16410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createArtifactReader)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _artifact_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97588);
/* harmony import */ var _artifact_stages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5354);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(109);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92880);
/* harmony import */ var _spool_artifact_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(14221);









function createArtifactReader(options) {
    const { stores, folder, opener, spool, log } = options;
    const damages = [];
    return {
        damages,
        async open(artifact, form, signal) {
            const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .keyInside */ .iy)(folder, artifact.key);
            const { value: file } = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_6__/* .fromFirstSoundCopy */ .bL)(stores, key, (store, version) => (0,_spool_artifact_js__WEBPACK_IMPORTED_MODULE_8__/* .spoolArtifact */ .Y)(store, key, version, artifact, spool, signal), { damages, size: artifact.storedSize, log, signal });
            return unpack(file, artifact, form, opener, key, signal);
        },
        statAll: async (artifact, signal) => (0,_artifact_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .statCopies */ .w)(stores, (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .keyInside */ .iy)(folder, artifact.key), artifact, signal),
        verifyArtifact: async (artifact, signal) => (0,_artifact_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyCopies */ .J)(stores, (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .keyInside */ .iy)(folder, artifact.key), artifact, opener, signal),
    };
}
/** The checked file's bytes, opened and unpacked as asked; their digest is held to the manifest at the end. */
function unpack(file, artifact, form, opener, key, signal) {
    const stored = file.createReadStream({ start: 0, autoClose: true, highWaterMark: bufferSize });
    const outlet = new Outlet(key);
    let stages;
    try {
        stages = (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .unsealing */ .Tj)(artifact, opener, key);
    }
    catch (error) {
        stored.destroy();
        throw error;
    }
    if (form === 'plain' && artifact.compressedBy === 'pg_dump')
        stages.push((0,_compression_js__WEBPACK_IMPORTED_MODULE_5__/* .decompress */ .mF)());
    // Its outcome is the outlet's: every error is handed on to the last stream.
    void (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)([stored, ...stages, outlet], { signal }).catch(() => undefined);
    return outlet;
}
/** The end of a reading: whatever went wrong before it comes out as a Failure that names the artifact. */
class Outlet extends node_stream__WEBPACK_IMPORTED_MODULE_0__.PassThrough {
    key;
    constructor(key) {
        super({ highWaterMark: bufferSize });
        this.key = key;
    }
    // Here rather than in _destroy, since whoever begins to listen later is told what was given to destroy.
    destroy(error) {
        return super.destroy(error ? (0,_artifact_stages_js__WEBPACK_IMPORTED_MODULE_4__/* .named */ .KT)(this.key, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(error)) : undefined);
    }
}
const bufferSize = 262_144;


/***/ }),

/***/ 5354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   Tj: () => (/* binding */ unsealing),
/* harmony export */   Zp: () => (/* binding */ SizeLimit),
/* harmony export */   i7: () => (/* binding */ storedCheck),
/* harmony export */   qM: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(109);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73522);




/** What an artifact's bytes pass through on their way back; shared by reading and checking. */
/** From the stored bytes to those that the source gave, with the check of the latter. */
function unsealing(artifact, opener, key) {
    const stages = [];
    if (artifact.encrypted) {
        if (opener === null)
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('access', `${key} is sealed, and no key to open it was given`);
        stages.push(opener.open());
    }
    if (artifact.compressedBy === 'lifeboat')
        stages.push((0,_compression_js__WEBPACK_IMPORTED_MODULE_2__/* .decompress */ .mF)());
    stages.push(new _digest_js__WEBPACK_IMPORTED_MODULE_3__/* .DigestTap */ .Ey((digest) => {
        if (digest.size !== artifact.plainSize ||
            (artifact.plainSha256 !== null && digest.sha256 !== artifact.plainSha256)) {
            throw damaged(key, 'what it holds is not what the manifest says');
        }
    }));
    return stages;
}
/** Holds the stored bytes to the manifest, once all have passed. */
function storedCheck(key, artifact) {
    return new _digest_js__WEBPACK_IMPORTED_MODULE_3__/* .DigestTap */ .Ey((digest) => {
        if (digest.size !== artifact.storedSize) {
            throw damaged(key, `it has ${digest.size} bytes, not ${artifact.storedSize}`);
        }
        if (digest.sha256 !== artifact.sha256)
            throw damaged(key, 'its SHA-256 is not the one in the manifest');
    });
}
/** Stops at more bytes than the manifest says, so that an inflated object cannot fill the disk. */
class SizeLimit extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
    constructor(key, artifact) {
        let size = 0;
        super({
            readableHighWaterMark: bufferSize,
            writableHighWaterMark: bufferSize,
            transform: (chunk, _encoding, callback) => {
                size += chunk.length;
                if (size <= artifact.storedSize)
                    callback(null, chunk);
                else
                    callback(damaged(key, `it has more than ${artifact.storedSize} bytes`));
            },
        });
    }
}
function absent(store, key) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('missing', `store ${store.name} has no ${key}`);
}
function damaged(key, how) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `${key} is damaged: ${how}`);
}
/** The failure with the artifact's key in its message. */
function named(key, failure) {
    if (failure.kind === 'cancelled' || failure.message.includes(key))
        return failure;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(failure.kind, `${key}: ${failure.message}`, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        subjects: failure.subjects,
        cause: failure,
    });
}
const bufferSize = 262_144;


/***/ }),

/***/ 92946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ chooseBackup)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _backups_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74703);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92880);






/**
 * Finds the backup that a person means. What could be read in several ways is read as the first of: `latest`;
 * `latest-proven`; an id; a date or time: the last backup made at or before it (a date alone is its first moment;
 * without a zone it is UTC); a label: the newest backup that bears it. Only an id or its label gives an emergency backup:
 * what a restore was to replace is not what anybody means by the latest.
 * @throws Failure `missing`, naming what is nearest; `config` when the selector is none of these
 */
async function chooseBackup(stores, environment, selector, context) {
    const wanted = parseSelector(selector, context);
    const listing = await (0,_backups_js__WEBPACK_IMPORTED_MODULE_3__.listBackups)(stores, environment, context);
    const { backups, unreachable } = listing;
    // An id from the future was not made by us, or by a clock that is wrong: it must not stand for the latest.
    const believable = backups.filter((backup) => 'id' in wanted || backup.at <= context.now + toleratedSkew);
    if (believable.length < backups.length) {
        context.log.warning(`${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(backups.length - believable.length, 'backup')} from the future passed over: no clock that is right gives such a time`);
    }
    const isNamed = 'id' in wanted || 'label' in wanted;
    const candidates = isNamed ? believable : believable.filter(({ id }) => !(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmergencyBackup */ .KS)(id));
    const olderThan = (id) => backups.filter((backup) => backup.id < id && !(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmergencyBackup */ .KS)(backup.id));
    const proven = 'proven' in wanted ? await context.newestProven?.(candidates.map((backup) => backup.id)) : null;
    const found = candidates.find((backup) => isWanted(backup, selector, wanted, proven ?? null));
    if (found !== undefined) {
        const passedOver = believable.filter(({ id, at }) => (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmergencyBackup */ .KS)(id) && id > found.id && (!('before' in wanted) || at <= wanted.before));
        if (!isNamed && passedOver.length > 0) {
            context.log.notice(`${passedOver.map(({ id }) => id).join(', ')}: made just before a restore, of the state that it replaced; taken only by id or label`);
        }
        return { ...found, unreachable, older: olderThan(found.id) };
    }
    const id = (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(selector);
    if (id !== null) {
        const hidden = await storesWithOlderVersion(stores, environment, selector, context.signal);
        if (hidden.length > 0) {
            return { id: selector, ...id, stores: hidden, unreachable, older: olderThan(selector) };
        }
    }
    throw notFound(environment, selector, wanted, listing);
}
/** How far the clocks of machines may be apart. */
const toleratedSkew = 10 * 60_000;
function parseSelector(selector, { newestProven }) {
    if (selector === 'latest')
        return { newest: true };
    const isProven = selector === 'latest-proven';
    if (isProven && newestProven !== undefined)
        return { proven: true };
    const id = (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(selector);
    if (id !== null)
        return { id: id.at };
    const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(selector);
    const moment = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? 'Z'}`);
    if (!Number.isNaN(moment))
        return { before: moment };
    if (_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .labelPattern */ .FM.test(selector) && match === null && !isProven)
        return { label: selector };
    const proven = newestProven === undefined ? '' : ' latest-proven,';
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', `${JSON.stringify(selector)} names no backup`, {
        hint: `Accepted: latest,${proven} an id as lifeboat list prints it, a date such as 2026-11-21, a time such as 2026-11-21T10:15:00Z, or a label.`,
    });
}
function isWanted(backup, selector, wanted, proven) {
    if ('newest' in wanted)
        return true;
    if ('proven' in wanted)
        return backup.id === proven;
    if ('label' in wanted)
        return backup.label === wanted.label;
    return 'id' in wanted ? backup.id === selector : backup.at <= wanted.before;
}
/** A manifest hidden by a delete marker is not listed; a store that keeps versions can still serve it. */
async function storesWithOlderVersion(stores, environment, id, signal) {
    const names = [];
    for (const store of stores) {
        try {
            if ((await store.versions((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .manifestKey */ .Rn)(environment, id), signal)).length > 0)
                names.push(store.name);
        }
        catch (error) {
            (0,_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    return names;
}
function notFound(environment, selector, wanted, { backups, unreachable }) {
    const silent = unreachable.size === 0 ? '' : ` Stores that did not answer: ${[...unreachable.keys()].join(', ')}.`;
    if (backups.length === 0) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('missing', `there is no backup of ${environment} yet`, {
            hint: `Make one: \`lifeboat backup --environment ${environment}\`.${silent}`,
        });
    }
    const hint = `${nearest(backups, wanted)}.${silent}`;
    if ('proven' in wanted) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('missing', `no backup of ${environment} was proven by a restore test that can be believed`, {
            hint: `Choose one that was not: ${hint}`,
        });
    }
    const message = 'before' in wanted
        ? `there is no backup of ${environment} at or before ${selector}`
        : 'label' in wanted
            ? `there is no backup of ${environment} with the label ${selector}`
            : `there is no backup ${selector} of ${environment}`;
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('missing', message, { hint: `Nearest: ${hint}` });
}
function nearest(backups, wanted) {
    const moment = 'id' in wanted ? wanted.id : 'before' in wanted ? wanted.before : Number.MAX_SAFE_INTEGER;
    return [...backups]
        .sort((a, b) => Math.abs(a.at - moment) - Math.abs(b.at - moment))
        .slice(0, 3)
        .map((backup) => backup.id)
        .join(', ');
}


/***/ }),

/***/ 14221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ spoolArtifact)
});

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/vault/artifact-stages.js
var artifact_stages = __webpack_require__(5354);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/vault/spool.js






/** Room on disk for bytes that must be checked whole before any of them is used. */
/**
 * A file without a name: it is gone when its handle closes, however the process ends, and nobody else can open it
 * between the check of its bytes and their use. @throws Failure `capacity`
 */
async function openNameless(folder) {
    const path = (0,external_node_path_.join)(folder, `artifact-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        const file = await (0,external_node_fs_promises_.open)(path, 'wx+', 0o600);
        await (0,external_node_fs_promises_.unlink)(path);
        return file;
    }
    catch (cause) {
        throw new failure/* Failure */.HR('capacity', 'no file could be made in the spool folder', {
            cause,
            hint: "See that the runner's folder for temporary files (RUNNER_TEMP) exists, is writable and has room.",
        });
    }
}
/** Writes from the file's start, and leaves the handle open. */
function writeTo(file) {
    let position = 0;
    const write = async (chunks) => {
        let left = chunks.reduce((size, chunk) => size + chunk.length, 0);
        let queue = chunks;
        while (left > 0) {
            const { bytesWritten } = await file.writev(queue, position);
            position += bytesWritten;
            left -= bytesWritten;
            queue = withoutFirst(queue, bytesWritten);
        }
    };
    const writeChunks = (0,external_node_util_.callbackify)(write);
    return new external_node_stream_.Writable({
        highWaterMark: bufferSize,
        write: (chunk, _encoding, callback) => writeChunks([chunk], callback),
        writev: (chunks, callback) => writeChunks(chunks.map((item) => item.chunk), callback),
    });
}
function withoutFirst(chunks, count) {
    let left = count;
    const rest = [];
    for (const chunk of chunks) {
        if (left >= chunk.length)
            left -= chunk.length;
        else {
            rest.push(left === 0 ? chunk : chunk.subarray(left));
            left = 0;
        }
    }
    return rest;
}
const bufferSize = 262_144;

;// CONCATENATED MODULE: ./lib/vault/spool-artifact.js



/** Downloads one copy whole and holds it to the manifest. Resolves null when there is none. */
async function spoolArtifact(store, key, version, artifact, spool, signal) {
    // Made first: between the opening of a body and its reading nothing may be waited for, as nobody would hear it break off.
    const file = await openNameless(spool);
    try {
        const body = await store.get(key, { signal, ...(version === undefined ? {} : { version }) });
        if (body !== null) {
            await (0,promises_.pipeline)([body, new artifact_stages/* SizeLimit */.Zp(key, artifact), (0,artifact_stages/* storedCheck */.i7)(key, artifact), writeTo(file)], {
                signal,
            });
            return file;
        }
    }
    catch (error) {
        await file.close();
        throw error;
    }
    await file.close();
    return null;
}


/***/ })

};
