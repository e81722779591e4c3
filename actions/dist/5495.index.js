export const id = 5495;
export const ids = [5495,1886];
export const modules = {

/***/ 1886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rolesThatSign: () => (/* binding */ rolesThatSign),
/* harmony export */   trustedKeys: () => (/* binding */ trustedKeys)
/* harmony export */ });
/** Whose signature an event of each kind may bear; those of deployments only where no key of their own is configured. */
const rolesOf = {
    backup: ['backup'],
    verification: ['verify'],
    // A restore that may have to make a backup first runs with the key of backups.
    restore: ['restore', 'backup', 'verify'],
    retention: ['retention'],
    replicate: ['backup', 'retention', 'restore'],
    repair: ['backup', 'retention', 'restore'],
    'lease-broken': ['backup', 'verify', 'retention', 'restore'],
    deploy: ['deploy', 'backup'],
    drill: ['verify', 'restore'],
    validation: ['deploy', 'verify', 'backup'],
    'gate-override': ['deploy', 'backup'],
    runbook: ['restore', 'deploy', 'backup', 'verify'],
    // Whoever reads it to keep a trouble quiet holds it to the keys of the runs that can be in it.
    told: ['backup', 'verify', 'retention', 'restore', 'deploy'],
};
/**
 * What says that a version is fit, or may go without being so. Whoever has a key for it shall be the only one: the other
 * roles' keys lie in jobs that nobody reviews.
 */
const ofDeployments = ['deploy', 'validation', 'gate-override'];
const anyRole = ['backup', 'verify', 'retention', 'restore', 'deploy'];
/** Whose signature an event of this type may bear in this environment, the best first. */
function rolesThatSign({ signing }, type) {
    return ofDeployments.includes(type) && signing.deploy !== undefined ? ['deploy'] : rolesOf[type];
}
/**
 * The public keys that may have signed an event of this type; null when none of them is configured, so that nothing can be
 * held to it. Types of a later version may be signed by any role.
 */
function trustedKeys(environment, type) {
    const roles = Object.hasOwn(rolesOf, type) ? rolesThatSign(environment, type) : anyRole;
    const keys = roles.flatMap((role) => environment.signing[role] ?? []);
    return keys.length === 0 ? null : keys;
}


/***/ }),

/***/ 95495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ageOfSource),
/* harmony export */   v: () => (/* binding */ ageOfData)
/* harmony export */ });
/* harmony import */ var _domain_retention_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66902);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65036);


/** How old the newest data of a source is that the stores hold for certain. */
function ageOfSource(name, { history, now }) {
    for (const { id, summary } of (0,_view_js__WEBPACK_IMPORTED_MODULE_1__/* .restorable */ .wq)(history)) {
        const source = summary.sources.find((one) => one.name === name);
        if (source === undefined)
            continue;
        const isAhead = source.dataAt > now + _domain_retention_js__WEBPACK_IMPORTED_MODULE_0__/* .toleratedClockSkew */ .zD;
        return { backup: id, age: isAhead ? null : Math.max(0, now - source.dataAt) };
    }
    return { backup: null, age: null };
}
/** What would be lost if everything were lost now: of the source whose data is the oldest; null when one's age is not known. */
function ageOfData(view) {
    let oldest = 0;
    for (const { name } of view.environment.sources) {
        const { age } = ageOfSource(name, view);
        if (age === null)
            return null;
        oldest = Math.max(oldest, age);
    }
    return oldest;
}


/***/ }),

/***/ 21038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i7: () => (/* reexport */ isHeld),
  eM: () => (/* reexport */ isRecoveryPoint),
  Lu: () => (/* binding */ readHistory)
});

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/vault/lease-records.js
var lease_records = __webpack_require__(50701);
// EXTERNAL MODULE: ./lib/vault/leftovers.js
var leftovers = __webpack_require__(70196);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
;// CONCATENATED MODULE: ./lib/vault/inventory.js




/**
 * Lists each store once, side by side. Remembers sums of folders and keys of records, not objects. A store that breaks off
 * counts as out of reach, with all that it had said; so does one that is not what it seems (see `surveyFolders`).
 * @throws Failure when no store could be listed
 */
async function takeInventory(stores, environment, context) {
    const inventory = {
        folders: new Map(),
        proofs: new Map(),
        events: new Map(),
        leases: [],
        unreachable: new Map(),
    };
    const shelves = await Promise.all(stores.map(async (store) => {
        try {
            return await listOne(store, environment, context.signal);
        }
        catch (error) {
            const failure = (0,copies/* failureOfCopy */.N2)(error, context.signal);
            inventory.unreachable.set(store.name, failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
            return null;
        }
    }));
    const [first] = inventory.unreachable.values();
    if (first !== undefined && inventory.unreachable.size === stores.length)
        throw first;
    // In the environment's order, which is the order in which copies are read.
    for (const shelf of shelves)
        if (shelf !== null)
            put(shelf, inventory);
    await (0,leftovers/* passOverUnmounted */.pz)(stores, inventory, context);
    return inventory;
}
async function listOne(store, environment, signal) {
    const shelf = { store, folders: new Map(), proofs: [], events: [], leases: [] };
    for await (const object of store.list(`${environment}/`, signal)) {
        const { key } = object;
        if ((0,leftovers/* addToFolder */.Vy)(shelf.folders, environment, object))
            continue;
        const proof = (0,layout/* parseProofKey */.rZ)(environment, key);
        if (proof !== null) {
            shelf.proofs.push({ key, backupId: proof.backupId, at: timeOf(proof.time) });
            continue;
        }
        const id = (0,layout/* parseLedgerKey */.Wg)(environment, key);
        if (id !== null)
            shelf.events.push({ id, at: timeOf(id) });
        else if ((0,layout/* parseLeaseKey */.Ru)(environment, key) !== null)
            shelf.leases.push(object);
    }
    return shelf;
}
function put({ store, folders, proofs, events, leases }, inventory) {
    for (const [id, state] of folders) {
        const states = inventory.folders.get(id) ?? new Map();
        inventory.folders.set(id, states.set(store.name, state));
    }
    for (const { key, backupId, at } of proofs) {
        const known = inventory.proofs.get(key);
        if (known === undefined)
            inventory.proofs.set(key, { at, backupId, holders: [store] });
        else
            known.holders.push(store);
    }
    for (const { id, at } of events) {
        const known = inventory.events.get(id);
        if (known === undefined)
            inventory.events.set(id, { at, holders: [store] });
        else
            known.holders.push(store);
    }
    inventory.leases.push(...leases.map((object) => ({ store, object })));
}
/** `20261121T101500Z`, and whatever follows it, as a moment. */
function timeOf(text) {
    return (0,backup_id/* parseBackupId */.JN)(`${text.slice(0, 16)}-00000`)?.at ?? 0;
}

// EXTERNAL MODULE: ./lib/domain/proof.js
var proof = __webpack_require__(16950);
;// CONCATENATED MODULE: ./lib/operations/status/condemned.js

/**
 * What stands against a backup, as `judgementOf` finds it.
 * @param proofs of one backup, newest first
 */
async function condemnedBy(proofs, manifestSha256) {
    const { word, proof: found } = await (0,proof/* judgementOf */.lG)(believed(proofs), manifestSha256);
    if (word !== 'condemned')
        return null;
    const failed = found.checks.filter(({ status }) => status === 'failed').map(({ rung }) => rung);
    return { proof: found.key, at: found.at, rungs: [...new Set(failed)] };
}
async function* believed(proofs) {
    for (const reading of proofs) {
        const { key, at, summary } = await reading;
        if (summary !== null)
            yield { ...summary, key, at };
    }
}

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/manifest.js
var domain_manifest = __webpack_require__(5151);
// EXTERNAL MODULE: ./lib/ports/log.js
var log = __webpack_require__(71930);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/ledger-read.js
var ledger_read = __webpack_require__(79416);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/operations/ledger/trusted-keys.js
var trusted_keys = __webpack_require__(1886);
;// CONCATENATED MODULE: ./lib/operations/status/history-records.js










/**
 * Whether a store holds a backup whole, by its own listing. One that goes away with the machine counts only where the
 * environment has no other.
 */
function isHeld({ copies }, stores) {
    const lasting = stores.filter(({ ephemeral }) => !ephemeral);
    const names = new Set((lasting.length === 0 ? stores : lasting).map(({ name }) => name));
    return copies.some(({ store, state }) => state === 'whole' && names.has(store));
}
/**
 * Whether it is a recovery point: some store holds it whole, no restore test has condemned it, and it is not the state that a
 * restore replaced, which may be the disaster itself.
 */
function isRecoveryPoint(record, stores, condemned) {
    return isHeld(record, stores) && !condemned.has(record.id) && !(0,backup_id/* isEmergencyBackup */.KS)(record.id);
}
/** @param stores all of the environment; @param folders the backup's folder in each store that has one */
async function readBackupRecord(stores, environment, id, folders, { unreachable }, signal) {
    const parsed = (0,backup_id/* parseBackupId */.JN)(id);
    const record = {
        id,
        at: parsed?.at ?? 0,
        label: parsed?.label ?? null,
        copies: [],
        summary: null,
        trouble: null,
    };
    const asked = stores.filter(({ name }) => !unreachable.has(name));
    try {
        const holders = asked.filter(({ name }) => (0,leftovers/* hasManifest */.eT)(folders.get(name)));
        const { manifest, sha256 } = await (0,backups.readManifest)(holders, environment.environment, id, {
            publicKey: environment.signing.backup ?? null,
            protected: environment.protected,
            log: log/* silentLog */.a,
            signal,
        });
        record.summary = summaryOf(manifest, sha256);
    }
    catch (error) {
        record.trouble = troubleOf(error, signal);
    }
    record.copies = asked.map(({ name }) => ({
        store: name,
        state: stateOf(folders.get(name), record.summary),
    }));
    return record;
}
/** By number and sum of sizes: what a listing tells. That each byte is right is for a restore test to say. */
function stateOf(folder, summary) {
    if (folder === undefined)
        return 'missing';
    if (!(0,leftovers/* hasManifest */.eT)(folder))
        return 'incomplete';
    if (summary === null)
        return 'unknown';
    const { objects, bytes } = folder.artifacts;
    return objects >= summary.artifacts && bytes >= summary.storedSize ? 'whole' : 'incomplete';
}
function summaryOf(manifest, manifestSha256) {
    const artifacts = manifest.sources.flatMap((source) => source.artifacts);
    const { encryption, actor, reason, runUrl, lifeboat } = manifest;
    return {
        class: manifest.class,
        startedAt: Date.parse(manifest.startedAt),
        finishedAt: Date.parse(manifest.finishedAt),
        actor,
        reason,
        runUrl,
        lifeboat,
        encryption,
        recipients: manifest.recipients.length,
        manifestSha256,
        artifacts: artifacts.length,
        storedSize: sum(artifacts.map(({ storedSize }) => storedSize)),
        plainSize: sum(artifacts.map(({ plainSize }) => plainSize)),
        sources: manifest.sources.map((source) => ({
            name: source.name,
            engine: source.engine,
            database: (0,domain_manifest/* subjectOf */.et)(source),
            serverVersion: source.engine === 'files-tar' ? null : source.serverVersion,
            dataAt: Date.parse(source.snapshot.dataAt),
            size: source.databaseSize,
            storedSize: sum(source.artifacts.map(({ storedSize }) => storedSize)),
            plainSize: sum(source.artifacts.map(({ plainSize }) => plainSize)),
            ...contentsOf(source),
            notIncluded: source.notIncluded.filter(({ accepted }) => !accepted).length,
        })),
    };
}
/** @param holders the stores that have it; @param backup what it speaks of, null when that is gone */
async function readProofRecord(holders, environment, place, backup, signal) {
    const record = {
        ...place,
        backupExists: backup !== null,
        sources: backup?.summary?.sources ?? null,
        summary: null,
        trouble: null,
    };
    try {
        // Nobody can tell whether it is a proof of this backup while the manifest cannot be believed.
        if (backup?.trouble)
            throw new failure/* Failure */.HR(backup.trouble.kind, backup.trouble.message);
        const { proof } = await (0,proofs/* readProof */.r$)(holders, environment.environment, place.key, {
            publicKey: environment.signing.verify ?? null,
            protected: environment.protected,
            log: log/* silentLog */.a,
            signal,
            ...(backup?.summary ? { manifestSha256: backup.summary.manifestSha256 } : {}),
        });
        record.summary = proofSummaryOf(proof);
    }
    catch (error) {
        record.trouble = troubleOf(error, signal);
    }
    return record;
}
function proofSummaryOf(proof) {
    return {
        ...proof,
        tables: [],
        checks: proof.checks.map(({ rung, name, status, failure, duration }) => ({
            rung,
            name,
            status,
            failure,
            duration,
        })),
        ledgerHeads: (proof.ledgerHeads ?? []).map(({ id }) => id),
    };
}
/** Taken from the first store whose copy bears a signature that holds. */
async function readEventRecord(holders, environment, place, signal) {
    const record = {
        ...place,
        stores: holders.map(({ name }) => name),
        event: null,
        trouble: { kind: 'missing', message: `no store has the event ${place.id} any more` },
    };
    for (const store of holders) {
        try {
            const read = await (0,ledger_read/* readEvent */.j)(store, environment.environment, place.id, signal, (type) => (0,trusted_keys.trustedKeys)(environment, type));
            if (read === null)
                continue;
            const why = distrust(read, environment);
            if (why === null)
                return { ...record, event: read.event, trouble: null };
            record.trouble = { kind: 'integrity', message: `the event ${place.id}: ${why}` };
        }
        catch (error) {
            record.trouble = troubleOf(error, signal);
        }
    }
    return record;
}
/** Where the environment has keys, an event of a type that none of them may sign is anybody's. */
function distrust({ trust, event }, environment) {
    const hasKeys = Object.values(environment.signing).some((key) => key !== undefined);
    if (hasKeys && (0,trusted_keys.trustedKeys)(environment, event.type) === null)
        return 'no key is configured that may sign it';
    // The place says when it happened to whoever lists, and what it says itself counts in figures and rates.
    if (trust === null && (0,backup_id/* compactTime */.dh)(Date.parse(event.at)) !== event.id.slice(0, 16)) {
        return 'it says another time than its place';
    }
    return trust;
}
/** Of one record. @throws Failure when every record has it: stopped from outside, or a bug */
function troubleOf(error, signal) {
    const failure = (0,copies/* failureOfCopy */.N2)(error, signal);
    if (failure.kind === 'bug')
        throw failure;
    return { kind: failure.kind, message: failure.message };
}
/** How much is in it, in the source's own measure: tables and rows, databases and keys, folders and files. */
function contentsOf(source) {
    if (source.engine === 'redis-rdb') {
        return { tables: source.databases.length, rows: sum(source.databases.map(({ keys }) => keys)) };
    }
    if (source.engine === 'files-tar')
        return { tables: source.folders, rows: source.files };
    return {
        tables: source.tables.filter(({ kind }) => kind !== 'sequence').length,
        rows: sum(source.tables.map(({ rows }) => rows ?? 0)),
    };
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}

;// CONCATENATED MODULE: ./lib/operations/status/store-holdings.js

function storeHoldings(stores, inventory, configs, backups) {
    return stores.map((store) => {
        const failure = inventory.unreachable.get(store.name) ?? null;
        const config = configs.find(({ name }) => name === store.name);
        const holdings = {
            name: store.name,
            type: config?.type ?? 'unknown',
            ephemeral: store.ephemeral,
            failure,
            backups: 0,
            objects: 0,
            bytes: 0,
            oldest: null,
            newest: null,
            youngest: null,
            proofs: 0,
            events: 0,
            lacksBackups: [],
            lacksProofs: 0,
            lacksEvents: 0,
        };
        if (failure === null)
            fill(holdings, inventory, backups);
        return holdings;
    });
}
function fill(holdings, inventory, backups) {
    for (const [id, states] of inventory.folders) {
        const state = states.get(holdings.name);
        if (state === undefined)
            continue;
        holdings.objects += state.objects;
        holdings.bytes += state.bytes;
        holdings.youngest = Math.max(holdings.youngest ?? 0, state.youngest);
        if (!(0,leftovers/* hasManifest */.eT)(state))
            continue;
        holdings.backups += 1;
        if (holdings.oldest === null || id < holdings.oldest)
            holdings.oldest = id;
        if (holdings.newest === null || id > holdings.newest)
            holdings.newest = id;
    }
    const isHere = ({ holders }) => holders.some(({ name }) => name === holdings.name);
    holdings.proofs = [...inventory.proofs.values()].filter(isHere).length;
    holdings.events = [...inventory.events.values()].filter(isHere).length;
    holdings.lacksProofs = inventory.proofs.size - holdings.proofs;
    holdings.lacksEvents = inventory.events.size - holdings.events;
    holdings.lacksBackups = backups
        .filter(({ copies }) => copies.some(({ store, state }) => store === holdings.name && state !== 'whole'))
        .map(({ id }) => id);
}

;// CONCATENATED MODULE: ./lib/operations/status/history.js










/** Records read at once: enough to hide a bucket's latency, few enough for any connection pool. */
const atOnce = 16;
/** So many backups or proofs are tried, from the newest on, to find one to believe. */
const mostTried = 24;
/**
 * Lists each store once and reads the records of the range, with their signatures, a bounded number at once. What is
 * remembered of a backup does not grow with its tables or artifacts.
 * @throws Failure when no store could be asked
 */
async function readHistory(environment, range, ports) {
    const { stores, log, signal } = ports;
    const inventory = await takeInventory(stores, environment.environment, { log, signal });
    const reader = new HistoryReader(environment, inventory, ports, range.judgedTo ?? range.to);
    const known = (0,backup_id/* newestFirst */.ll)(inventory.folders.keys()).filter((id) => reader.exists(id));
    const isWithin = (at, from = range.from) => at <= range.to && (from === null || at >= from);
    const { backupsFrom = range.from } = range;
    const backups = [];
    await (0,concurrency/* inParallel */.HN)(known.filter((id) => isWithin(history_timeOf(id), backupsFrom)), atOnce, async (id) => {
        const record = await reader.backup(id);
        backups.push(record);
        await reader.judge(record);
    });
    const proofs = [];
    const proofKeys = [...inventory.proofs].filter(([, { at }]) => isWithin(at));
    await (0,concurrency/* inParallel */.HN)(proofKeys, atOnce, async ([key]) => void proofs.push(await reader.proof(key)));
    const events = [];
    const eventIds = [...inventory.events].filter(([, { at }]) => isWithin(at));
    await (0,concurrency/* inParallel */.HN)(eventIds, atOnce, async ([id]) => void events.push(await reader.event(id)));
    backups.sort((a, b) => (a.id < b.id ? 1 : -1));
    // Of the same second, that of the newer backup: in which order they were read is chance.
    proofs.sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1));
    events.sort((a, b) => (a.id < b.id ? 1 : -1));
    return {
        environment: environment.environment,
        range,
        backups,
        proofs,
        events,
        newest: {
            backup: await reader.newestBackup(backups, known, { from: backupsFrom, to: range.to }),
            proof: await reader.newestProof(proofs, range),
        },
        condemned: reader.condemned,
        known,
        ahead: {
            backups: known.filter((id) => history_timeOf(id) > range.to),
            events: [...inventory.events].flatMap(([id, { at }]) => (at > range.to ? [id] : [])).sort(),
        },
        unfinished: unfinishedIn(inventory),
        ...(await reader.leases()),
        stores: storeHoldings(stores, inventory, environment.stores, backups),
        eventIds: new Set(inventory.events.keys()),
        firstEventAt: firstOf(inventory.events.values()),
        eventCount: inventory.events.size,
        unreachable: inventory.unreachable,
    };
}
class HistoryReader {
    environment;
    inventory;
    ports;
    records = new Map();
    proofs = new Map();
    /** Of each backup, newest first. */
    proofKeys = new Map();
    condemned = new Map();
    constructor(environment, inventory, ports, judgedTo) {
        this.environment = environment;
        this.inventory = inventory;
        this.ports = ports;
        const judging = [...inventory.proofs].filter(([, { at }]) => at <= judgedTo);
        for (const [key, { backupId }] of judging.sort(([, a], [, b]) => b.at - a.at)) {
            this.proofKeys.set(backupId, [...(this.proofKeys.get(backupId) ?? []), key]);
        }
    }
    exists(id) {
        return [...(this.inventory.folders.get(id)?.values() ?? [])].some(leftovers/* hasManifest */.eT);
    }
    async backup(id) {
        const known = this.records.get(id);
        if (known !== undefined)
            return known;
        const folders = this.inventory.folders.get(id) ?? new Map();
        const { stores, signal } = this.ports;
        const record = await readBackupRecord(stores, this.environment, id, folders, this.inventory, signal);
        this.records.set(id, record);
        return record;
    }
    /** Finds out whether a restore test has shown it to be bad. */
    async judge({ id, summary }) {
        if (summary === null || this.condemned.has(id))
            return;
        const found = await condemnedBy(this.proofsOf(id), summary.manifestSha256);
        if (found !== null)
            this.condemned.set(id, found);
    }
    /** Each is read when it is asked for. */
    *proofsOf(id) {
        for (const key of this.proofKeys.get(id) ?? [])
            yield this.proof(key);
    }
    proof(key) {
        const known = this.proofs.get(key) ?? this.readProof(key);
        this.proofs.set(key, known);
        return known;
    }
    async readProof(key) {
        const holding = this.inventory.proofs.get(key);
        const { signal } = this.ports;
        const { backupId = '', at = 0, holders = [] } = holding ?? {};
        // What it speaks of is read too, since it counts for one manifest only.
        const backup = this.exists(backupId) ? await this.backup(backupId) : null;
        return readProofRecord(holders, this.environment, { key, backupId, at }, backup, signal);
    }
    event(id) {
        const { at = 0, holders = [] } = this.inventory.events.get(id) ?? {};
        return readEventRecord(holders, this.environment, { id, at }, this.ports.signal);
    }
    async newestBackup(read, known, { from, to }) {
        const believed = read.filter(({ summary }) => summary !== null);
        const older = from === null ? [] : known.filter((id) => history_timeOf(id) <= to && history_timeOf(id) < from);
        const untried = older.slice(0, mostTried);
        const isSound = (record) => isRecoveryPoint(record, this.ports.stores, this.condemned);
        while (!believed.some(isSound)) {
            const id = untried.shift();
            if (id === undefined)
                break;
            const record = await this.backup(id);
            await this.judge(record);
            if (record.summary !== null)
                believed.push(record);
        }
        return believed.find(isSound) ?? believed[0] ?? null;
    }
    async newestProof(read, { from }) {
        const counts = ({ summary, backupId }) => summary !== null && (0,verdict/* asksForData */.KL)(summary.level) && !(0,backup_id/* isEmergencyBackup */.KS)(backupId);
        const within = read.find(counts);
        if (within !== undefined || from === null)
            return within ?? null;
        const older = [...this.inventory.proofs].filter(([, { at }]) => at < from);
        older.sort(([, a], [, b]) => b.at - a.at);
        for (const [key] of older.slice(0, mostTried)) {
            const record = await this.proof(key);
            if (counts(record))
                return record;
        }
        return null;
    }
    async leases() {
        const { signal } = this.ports;
        const leases = [];
        let leaseTrouble = null;
        await (0,concurrency/* inParallel */.HN)(this.inventory.leases, atOnce, async ({ store, object }) => {
            try {
                const lease = await (0,lease_records/* readStoredLease */.Gw)(store, this.environment.environment, object, signal);
                if (lease !== null)
                    leases.push(lease);
            }
            catch (error) {
                leaseTrouble = troubleOf(error, signal);
            }
        });
        return { leases, leaseTrouble };
    }
}
function unfinishedIn({ folders }) {
    return [...folders]
        .filter(([, states]) => ![...states.values()].some(leftovers/* hasManifest */.eT))
        .map(([id, states]) => ({
        id,
        stores: [...states.keys()],
        youngest: Math.max(...[...states.values()].map(({ youngest }) => youngest)),
    }))
        .sort((a, b) => (a.id < b.id ? 1 : -1));
}
function firstOf(holdings) {
    let first = null;
    for (const { at } of holdings)
        first = Math.min(first ?? at, at);
    return first;
}
function history_timeOf(id) {
    return (0,backup_id/* parseBackupId */.JN)(id)?.at ?? 0;
}


/***/ }),

/***/ 65036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ exceptFor),
/* harmony export */   Lr: () => (/* binding */ condemnedText),
/* harmony export */   n1: () => (/* binding */ lastingStores),
/* harmony export */   pW: () => (/* binding */ holdersOf),
/* harmony export */   tZ: () => (/* binding */ backupTimes),
/* harmony export */   ty: () => (/* binding */ believed),
/* harmony export */   vd: () => (/* binding */ day),
/* harmony export */   wq: () => (/* binding */ restorable),
/* harmony export */   xE: () => (/* binding */ watchOf)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21038);



/** What a file without `watch:` means. */
function watchOf(environment) {
    return (environment.watch ?? {
        window: 30 * day,
        tolerance: 45 * 60_000,
        schedules: {},
        successRate: 90,
        shrink: 50,
        jump: 200,
        disk: 10,
    });
}
const day = 86_400_000;
/** Backups whose manifest can be believed, newest first. */
function believed({ backups, newest }) {
    const all = newest.backup === null || backups.includes(newest.backup) ? backups : [...backups, newest.backup];
    return all.filter((backup) => backup.summary !== null);
}
/** Recovery points among these. Whatever is said of how old the data is must come from one of them. */
function restorable(history) {
    return believed(history).filter((backup) => (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecoveryPoint */ .eM)(backup, history.stores, history.condemned));
}
/** Those that a restore test condemned, newest first, in words: which, by which test; empty when there is none. */
function condemnedText({ condemned }, counts = () => true) {
    const [first, ...others] = [...condemned].filter(([id]) => counts(id)).sort(([a], [b]) => (a < b ? 1 : -1));
    if (first === undefined)
        return '';
    const [id, { at, rungs }] = first;
    const more = others.length === 0 ? '' : `, nor ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(others.length, 'older one')} condemned so`;
    return `${id} is no recovery point, as the restore test of ${new Date(at).toISOString().slice(0, 16)}Z condemned it (${rungs.join(', ')})${more}`;
}
/**
 * When backups were made: of those that are there, and of those that the ledger says were made and retention has removed
 * since. What a restore put aside was made by no schedule, and is no newer data.
 */
function backupTimes(history) {
    const ids = new Set(believed(history).map(({ id }) => id));
    for (const { event } of history.events) {
        if (event?.type === 'backup' && event.outcome.verdict !== 'failed' && event.backupId !== null)
            ids.add(event.backupId);
    }
    return [...ids].flatMap((id) => ((0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmergencyBackup */ .KS)(id) ? [] : ((0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.at ?? [])));
}
/** The stores that last and hold a backup whole, by their own listings; none of one that a restore test condemned. */
function holdersOf({ id, copies }, history) {
    if (history.condemned.has(id))
        return [];
    const whole = new Set(copies.filter(({ state }) => state === 'whole').map(({ store }) => store));
    return lastingStores(history).answered.flatMap(({ name }) => (whole.has(name) ? [name] : []));
}
/** Stores that last and answered, and those that did not answer. */
function lastingStores({ stores }) {
    const lasting = stores.filter(({ ephemeral }) => !ephemeral);
    return {
        answered: lasting.filter(({ failure }) => failure === null),
        silent: stores.filter(({ failure }) => failure !== null),
    };
}
/** `, and store x could not be asked: it may have more`; empty when all answered. */
function exceptFor(history) {
    const { silent } = lastingStores(history);
    if (silent.length === 0)
        return '';
    return `; ${silent.map(({ name }) => name).join(' and ')} could not be asked and may have more`;
}


/***/ }),

/***/ 79416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ listEvents),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93991);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92880);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14375);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52782);









/** Looks at the whole ledger, or what is newer. @throws Failure when no store could be asked */
async function listEvents(stores, environment, { log, signal }, since) {
    const after = since === undefined ? '' : `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment)}${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(since)}`;
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerFolder */ .G0)(environment), signal, after === '' ? {} : { after })) {
                if (key <= after)
                    continue;
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseLedgerKey */ .Wg)(environment, key);
                if (id !== null)
                    holders.set(id, [...(holders.get(id) ?? []), store]);
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    return { holders: new Map([...holders].sort(([a], [b]) => (a < b ? -1 : 1))), unreachable };
}
/**
 * One store's copy of an event. Null when it is not there. @throws Failure `integrity` when it is no event, or not the one
 * of its key
 * @param keysFor the public keys that may have signed an event of a type; null when none is known
 */
async function readEvent(store, environment, id, signal, keysFor) {
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerKey */ .lj)(environment, id);
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, key, { signal }, _ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .largestEvent */ .j$);
    if (bytes === null)
        return null;
    const event = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerEvent */ .fK)(bytes.toString());
    if (event.id !== id || event.environment !== environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the event at the place of ${id} is another`);
    }
    const keys = keysFor(event.type);
    const trust = keys === null ? null : await untrusted(store, key, bytes, keys, (0,_ledger_js__WEBPACK_IMPORTED_MODULE_6__/* .eventComment */ .gd)(environment, id), signal);
    return { event, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes).sha256, trust };
}
async function untrusted(store, key, bytes, keys, comment, signal) {
    const signature = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_8__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .signatureKey */ .cx)(key), { signal }, 65_536);
    if (signature === null)
        return 'it is not signed';
    let why = 'its signature does not hold';
    for (const publicKey of keys) {
        try {
            (0,_signing_js__WEBPACK_IMPORTED_MODULE_7__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
            return null;
        }
        catch (error) {
            why = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, signal).message;
        }
    }
    return why;
}


/***/ })

};
