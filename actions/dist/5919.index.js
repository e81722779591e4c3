export const id = 5919;
export const ids = [5919,1886];
export const modules = {

/***/ 1079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compareData),
/* harmony export */   s: () => (/* binding */ parseFingerprint)
/* harmony export */ });
/** @param before null when it could not be taken */
function compareData(before, after) {
    if (before === null || after === null)
        return { verdict: 'unknown', sources: [] };
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    const schema = names.filter((name) => before[name]?.schema !== after[name]?.schema);
    if (schema.length > 0)
        return { verdict: 'schema', sources: schema };
    const rows = names.filter((name) => before[name]?.writes !== after[name]?.writes);
    return { verdict: rows.length > 0 ? 'rows' : 'same', sources: rows };
}
/** As it stands in an event of the ledger. */
function parseFingerprint(text) {
    if (typeof text !== 'string')
        return null;
    try {
        const value = JSON.parse(text);
        if (value === null || typeof value !== 'object' || Array.isArray(value))
            return null;
        const found = {};
        for (const [name, one] of Object.entries(value)) {
            const { schema, writes } = { ...one };
            if (typeof schema !== 'string' || typeof writes !== 'string')
                return null;
            found[name] = { schema, writes };
        }
        return found;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 4660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lu: () => (/* binding */ readHistory),
/* harmony export */   Lx: () => (/* binding */ saysEnough),
/* harmony export */   n: () => (/* binding */ isStart)
/* harmony export */ });
/* unused harmony export deployStates */
/* harmony import */ var _data_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1079);

/**
 * What the ledger's `deploy` events say. Each step that matters leaves one, so that a run that comes after a killed one knows
 * what that one was about:
 *
 *     started → stands                       it was deployed and, unless `validated` is false, validated
 *     started → rolling-back → rolled-back   it failed, and what ran before runs again
 *     started → rolling-back → broken        it failed, and so did the way back: a person is needed
 *     refused                                the gate, and nothing was changed
 *
 * `started` and `rolling-back` as the last one mean that a run was killed.
 */
const deployStates = ['started', 'rolling-back', 'stands', 'rolled-back', 'broken', 'refused'];
/** @param newestFirst events of type `deploy` */
function readHistory(newestFirst) {
    const events = newestFirst.flatMap((event) => parseDeployEvent(event) ?? []);
    const [last] = events.filter(({ state }) => state !== 'refused');
    if (last === undefined)
        return { stands: null, unfinished: null, newest: null, last: null };
    const isOpen = last.state === 'started' || last.state === 'rolling-back' || last.state === 'broken';
    if (isOpen)
        last.began = events.find((event) => isStartOf(event, last))?.at ?? last.at;
    // A rollback that was asked for later has no deployment of its own to go back from.
    const newest = last.state === 'rolled-back' ? null : last;
    if (isOpen)
        return { stands: null, unfinished: last, newest, last };
    const version = last.state === 'stands' ? last.version : last.from?.version;
    const stands = version === undefined ? null : { version, event: last.id };
    return { stands, unfinished: null, newest, last };
}
/** Whether more events would say nothing new: of a way back, it takes the start of its deployment too. */
function saysEnough(newestFirst) {
    const events = newestFirst.flatMap((event) => parseDeployEvent(event) ?? []);
    const last = events.find(({ state }) => state !== 'refused');
    if (last === undefined)
        return false;
    if (last.state !== 'rolling-back' && last.state !== 'broken')
        return true;
    return events.some((event) => isStartOf(event, last));
}
/** Whether an event is the `started` one of a deployment. */
function isStart(event, of) {
    const parsed = parseDeployEvent(event);
    return parsed !== null && isStartOf(parsed, of);
}
function isStartOf(event, { version, preBackup }) {
    return event.state === 'started' && event.version === version && event.preBackup === preBackup;
}
function parseDeployEvent({ id, at, type, details }) {
    const state = deployStates.find((one) => one === details['state']);
    const { version, commit, from, fromImages, preBackup } = details;
    if (type !== 'deploy' || state === undefined || typeof version !== 'string')
        return null;
    return {
        id,
        at,
        began: at,
        state,
        version,
        commit: typeof commit === 'string' ? commit : null,
        from: typeof from === 'string' && from !== '' ? { version: from, images: imagesOf(fromImages) } : null,
        preBackup: typeof preBackup === 'string' && preBackup !== '' ? preBackup : null,
        fingerprint: (0,_data_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFingerprint */ .s)(details['fingerprint']),
        restoresData: details['restoresData'] === true,
    };
}
function imagesOf(text) {
    if (typeof text !== 'string')
        return {};
    try {
        const value = JSON.parse(text);
        if (value === null || typeof value !== 'object')
            return {};
        return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 25919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readJournal: () => (/* binding */ readJournal),
/* harmony export */   wasRestored: () => (/* binding */ wasRestored),
/* harmony export */   writeDown: () => (/* binding */ writeDown),
/* harmony export */   writeDownStart: () => (/* binding */ writeDownStart)
/* harmony export */ });
/* harmony import */ var _domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4660);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14375);
/* harmony import */ var _vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91076);
/* harmony import */ var _ledger_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53529);
/* harmony import */ var _ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1886);
/* harmony import */ var _signing_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19430);








/** @returns null when no store took it, which the log says */
function writeDown(environment, state, attempt, ending, ports) {
    const { version, commit, from, preBackup, fingerprint } = attempt;
    const { verdict = 'degraded', failure = null, validated = false, postBackup = null } = ending;
    return (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_4__/* .recordEvent */ .y)((0,_signing_keys_js__WEBPACK_IMPORTED_MODULE_6__.inRole)(environment, (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__.rolesThatSign)(environment, 'deploy'), ports), environment, {
        type: 'deploy',
        outcome: { verdict, failure },
        backupId: preBackup,
        details: {
            version,
            commit,
            from: from?.version ?? null,
            fromImages: from === null ? null : JSON.stringify(from.images),
            state,
            validated,
            preBackup,
            postBackup,
            ...(fingerprint === null ? {} : { fingerprint: JSON.stringify(fingerprint) }),
            ...(ending.restoresData === undefined ? {} : { restoresData: ending.restoresData }),
        },
    });
}
/** Before anything is touched: what nobody wrote down, nobody could take back after this run was killed. @throws Failure */
async function writeDownStart(environment, attempt, ports) {
    if ((await writeDown(environment, 'started', attempt, {}, ports)) !== null)
        return;
    ports.signal.throwIfAborted();
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', 'no store took the event of the ledger that says that this deployment begins; nothing was touched', {
        hint: 'The log above says why. Without it, a run after a killed one would not know what to go back to.',
    });
}
/** @throws Failure when no store could be listed */
async function readJournal(environment, ports) {
    const { events, gaps } = await newestEvents(environment, ['deploy'], _domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__/* .saysEnough */ .Lx, ports);
    return { ...(0,_domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__/* .readHistory */ .Lu)(events), gaps };
}
/** Whether its data was brought back since it began: by whoever it was, in a run that may have been killed since. */
async function wasRestored(environment, attempt, ports) {
    const startOf = (events) => events.findIndex((event) => (0,_domain_deploy_history_js__WEBPACK_IMPORTED_MODULE_7__/* .isStart */ .n)(event, attempt));
    const { events } = await newestEvents(environment, ['deploy', 'restore'], (found) => startOf(found) !== -1, ports);
    const start = startOf(events);
    const since = start === -1 ? events : events.slice(0, start);
    return since.some(({ type, backupId, details }) => type === 'restore' &&
        backupId === attempt.preBackup &&
        details['mode'] === 'swap' &&
        details['exchanged'] === true);
}
/** Newest first, as far back as is needed, and by as much further as clocks may differ. */
async function newestEvents(environment, types, isEnough, { stores, log, signal }) {
    const found = [];
    let oldest = null;
    const search = await (0,_vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_3__/* .searchLedger */ .a)(stores, environment.environment, (type) => (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__.trustedKeys)(environment, type), (event) => {
        const at = Date.parse(event.at);
        if (oldest !== null && at < oldest)
            return true;
        if (types.some((type) => type === event.type))
            found.push(event);
        if (oldest === null && isEnough(found))
            oldest = at - _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .toleratedSkew */ .Xx;
        return false;
    }, { log, signal });
    if (search.doubtful.length > 0)
        log.warning(`${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(search.doubtful.length, 'event')} of the ledger cannot be believed, and did not count: lifeboat ledger verify says more`);
    const { unreachable, gone } = search;
    return { events: inTheirOrder(found), gaps: { unreachable, gone } };
}
/**
 * Newest first. Machines whose clocks differ by as much as the ledger bears wrote events whose times lie: among those, the
 * deeper in the chain is the newer. Further apart the time decides, as a store that was away for a day has a chain less deep.
 */
function inTheirOrder(events) {
    const left = events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
    const ordered = [];
    for (;;) {
        const [latest] = left;
        if (latest === undefined)
            return ordered;
        let next = latest;
        for (const event of left) {
            if (Date.parse(event.at) < Date.parse(latest.at) - _vault_ledger_js__WEBPACK_IMPORTED_MODULE_2__/* .toleratedSkew */ .Xx)
                break;
            if (event.depth > next.depth)
                next = event;
        }
        left.splice(left.indexOf(next), 1);
        ordered.push(next);
    }
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

/***/ 19430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkSigningKey: () => (/* binding */ checkSigningKey),
/* harmony export */   hasRoleOf: () => (/* binding */ hasRoleOf),
/* harmony export */   inRole: () => (/* binding */ inRole)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4527);


/** Whether an event signed with this key is one that `ledger verify` believes; true where no key is configured at all. */
function hasRoleOf(environment, secretKey) {
    const known = Object.values(environment.signing).filter((key) => key !== undefined);
    return known.length === 0 || (secretKey !== null && known.includes((0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey)));
}
/**
 * The ports of a run as one of its roles has them: of the signing keys that it was given, the first that belongs to a role's
 * public key; the run's own key when none does.
 * @param roles whose signature would be believed, the best first
 */
function inRole({ signing }, roles, ports) {
    const given = ports.keys.signingKeys ?? (ports.keys.signing === null ? [] : [ports.keys.signing]);
    const wanted = roles.flatMap((role) => signing[role] ?? []);
    const own = wanted
        .map((publicKey) => given.find((secret) => (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secret) === publicKey))
        .find((secret) => secret !== undefined);
    return own === undefined ? ports : { ...ports, keys: { ...ports.keys, signing: own } };
}
/**
 * Before any work: the secret key that this role signs with is there when the environment file names a public key, and
 * is its counterpart. @throws Failure `config`
 */
function checkSigningKey(environment, role, secretKey) {
    const publicKey = environment.signing[role];
    if (secretKey === null) {
        if (publicKey !== undefined) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `signing.${role} names a public key, and LIFEBOAT_SIGNING_KEY is not set`, {
                hint: `Give the ${role} role’s secret signing key: in a job LIFEBOAT_SIGNING_KEY: \${{ secrets.LIFEBOAT_SIGNING_KEY }}, on a terminal --signing-key-file.`,
            });
        }
        // The others sign nothing that a restore would have to believe.
        if (environment.protected && (role === 'backup' || role === 'verify')) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the environment is protected, and signing.${role} is not configured`, {
                hint: 'Make keys with lifeboat keygen and put the public ones under signing.',
            });
        }
        return;
    }
    if (publicKey !== undefined && (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey) !== publicKey) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the signing key that was given does not belong to the public key at signing.${role}`, {
            hint: 'Each role has a key of its own; give the one that fits, as LIFEBOAT_SIGNING_KEY or with --signing-key-file.',
        });
    }
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


/***/ }),

/***/ 91076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ searchLedger)
/* harmony export */ });
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43195);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _ledger_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79416);



/** Read side by side, so that a bucket's latency is hidden. */
const atOnce = 16;
/** A month of a backup every 15 minutes, with room. */
const mostRead = 6_000;
/**
 * Goes through the ledger from its newest event back, with those alone whose signature holds, until `look` has seen
 * enough. A copy that was tampered with in one store does not count where another store has it genuine.
 * @param keysFor the public keys that may have signed an event of a type; null when none is known, and it is taken as it is
 * @param look returns true when it needs no older event
 * @param context.anchors ids of events that proofs say were there
 * @throws Failure when no store could be asked
 */
async function searchLedger(stores, environment, keysFor, look, { anchors = [], ...context }) {
    const { holders, unreachable } = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .listEvents */ .I)(stores, environment, context);
    const ids = [...holders.keys()].reverse();
    const doubtful = [];
    const named = new Set(anchors);
    let read = 0;
    let isEnough = false;
    for (let start = 0; start < Math.min(ids.length, mostRead) && !isEnough; start += atOnce) {
        const some = ids.slice(start, start + atOnce);
        const events = new Map();
        await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)(some, atOnce, async (id) => {
            const event = await genuine(holders.get(id) ?? [], environment, id, keysFor, context);
            if (event !== null)
                events.set(id, event);
        });
        for (const id of some) {
            read += 1;
            const event = events.get(id);
            if (event === undefined) {
                doubtful.push(id);
                continue;
            }
            for (const head of event.previous)
                named.add(head.id);
            if (look(event)) {
                isEnough = true;
                break;
            }
        }
    }
    return {
        doubtful,
        // Ids begin with their time. What is older than the last one says nothing that was asked for.
        gone: [...named].filter((id) => !holders.has(id) && (!isEnough || id >= (ids[read - 1] ?? ''))).sort(),
        unreachable: [...unreachable.keys()],
        read,
        isWhole: read === ids.length,
    };
}
/** The event as the first store has it that holds a genuine copy. */
async function genuine(holders, environment, id, keysFor, { signal }) {
    for (const store of holders) {
        try {
            const read = await (0,_ledger_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readEvent */ .j)(store, environment, id, signal, keysFor);
            if (read !== null && read.trust === null)
                return read.event;
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
            if (failure.kind === 'bug')
                throw failure;
        }
    }
    return null;
}


/***/ })

};
