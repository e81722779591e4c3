export const id = 8239;
export const ids = [8239,1886];
export const modules = {

/***/ 46931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runsOf),
/* harmony export */   u: () => (/* binding */ isEnd)
/* harmony export */ });
/** @param events of one environment, of any types and in any order */
function runsOf(events) {
    const inOrder = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.depth - b.depth);
    const lasting = new Set([
        ...inOrder.filter(({ type }) => type !== 'deploy' && type !== 'runbook'),
        ...lastOfDeployments(inOrder.filter(({ type }) => type === 'deploy')),
        ...lastOfRunbooks(inOrder.filter(({ type }) => type === 'runbook')),
    ]);
    const [ended, open] = [true, false].map((end) => events.filter((event) => lasting.has(event) && isEnd(event) === end));
    return { ended: ended ?? [], open: open ?? [] };
}
/** Whether a run ended with this event, rather than said what it was about to do. */
function isEnd({ type, details }) {
    if (type === 'deploy')
        return details['state'] !== 'started' && details['state'] !== 'rolling-back';
    return type !== 'runbook' || details['entry'] === 'ended';
}
function lastOfDeployments(inOrder) {
    const refused = inOrder.filter(({ details }) => details['state'] === 'refused');
    const others = inOrder.filter(({ details }) => details['state'] !== 'refused');
    return [...refused, ...others.filter((event, index) => !isContinued(event, others[index + 1]))];
}
/** A run goes on with what it, or a killed one, had begun; what stands already may stand with a backup besides. */
function isContinued(event, next) {
    if (next === undefined || next.details['version'] !== event.details['version'])
        return false;
    return !isEnd(event) || (event.details['state'] === 'stands' && next.details['state'] === 'stands');
}
function lastOfRunbooks(inOrder) {
    const last = new Map();
    for (const event of inOrder) {
        const run = event.details['run'] ?? event.id;
        const known = last.get(run);
        // A line that another machine's clock puts after the end does not open the run again.
        if (known === undefined || !isEnd(known) || isEnd(event))
            last.set(run, event);
    }
    return [...last.values()];
}


/***/ }),

/***/ 38239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eventTypeOf: () => (/* binding */ eventTypeOf),
/* harmony export */   readPastRuns: () => (/* binding */ readPastRuns)
/* harmony export */ });
/* harmony import */ var _domain_ended_runs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(46931);
/* harmony import */ var _domain_news_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26981);
/* harmony import */ var _domain_subject_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70216);
/* harmony import */ var _domain_telling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96413);
/* harmony import */ var _ports_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71930);
/* harmony import */ var _vault_copies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46979);
/* harmony import */ var _vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79416);
/* harmony import */ var _trusted_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1886);








/** Which events of the ledger tell of runs of a kind. The watch only looks and writes none; a runbook writes one per step, too. */
const typeOf = {
    backup: 'backup',
    proof: 'verification',
    restore: 'restore',
    retention: 'retention',
    replication: 'replicate',
    repair: 'repair',
    deployment: 'deploy',
    validation: 'validation',
    drill: 'drill',
    runbook: 'runbook',
};
/** So far back, and so many events: one that recovers from an older trouble is told as a success at most. */
const reach = 40 * 86_400_000;
const mostRead = 256;
const atOnce = 8;
/** Undefined for kinds that the ledger has no runs of. */
function eventTypeOf(kind) {
    return typeOf[kind];
}
/**
 * The earlier runs of a kind, newest first, and what was told of them: as far back as a trouble can be open.
 * Null where the ledger has no events of this kind.
 * @param report of the run that asks: events since its beginning are its own
 * @throws Failure when no store could be asked
 */
async function readPastRuns(environment, kind, { startedAt: before, incident }, { stores, signal }) {
    const type = typeOf[kind];
    if (type === undefined)
        return null;
    const context = { log: _ports_log_js__WEBPACK_IMPORTED_MODULE_3__/* .silentLog */ .a, signal };
    const { holders } = await (0,_vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_5__/* .listEvents */ .I)(stores, environment.environment, context, before - reach);
    const newest = [...holders].reverse();
    const runs = [];
    let isWritten = false;
    for (let start = 0; start < Math.min(newest.length, mostRead); start += atOnce) {
        const some = newest.slice(start, start + atOnce);
        const events = await Promise.all(some.map(([id, among]) => read(environment, type, id, among, signal)));
        for (const event of events) {
            if (event === null)
                continue;
            if ((0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_2__/* .saysAll */ .a)(runs, Date.parse(event.at)))
                return { runs, isKnown: true, isWritten };
            const run = event.type === 'told' ? toldOf(event, kind, environment) : runOf(event, kind, environment);
            if (run === null || !isAbout(event, type, run, incident))
                continue;
            // What was told of the run that asks is not written yet.
            if (event.type !== 'told' && run.at >= before)
                isWritten = true;
            else
                runs.push(run);
        }
    }
    return { runs, isKnown: newest.length <= mostRead, isWritten };
}
/** Whether it belongs to the story of this kind, and of an incident where there is one. */
function isAbout(event, type, { subject }, incident) {
    if (event.type !== 'told') {
        return event.type === type && (type === 'runbook' ? isOfIncident(event, incident) : (0,_domain_ended_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .isEnd */ .u)(event));
    }
    return type !== 'runbook' || (incident !== undefined && subject.tried.includes((0,_domain_news_js__WEBPACK_IMPORTED_MODULE_0__/* .incidentKey */ .Qq)(incident)));
}
/** How a run of this incident ended, or what it came to before it is gone on with; of another incident it says nothing. */
function isOfIncident(event, incident) {
    const { incident: id, beganAt, entry } = event.details;
    return (incident !== undefined &&
        id === incident.id &&
        typeof beganAt === 'string' &&
        Date.parse(beganAt) === incident.beganAt &&
        (entry === 'stopped' || (0,_domain_ended_runs_js__WEBPACK_IMPORTED_MODULE_7__/* .isEnd */ .u)(event)));
}
function runOf(event, kind, environment) {
    const { at, type, details, outcome } = event;
    const { verdict, failure, trouble } = outcome;
    const isOver = type === 'runbook' && details['entry'] === 'ended';
    return {
        at: Date.parse(at),
        // Nothing comes after the end of a runbook; and events of earlier versions say less.
        trouble: isOver ? null : (trouble ?? (verdict === 'passed' ? null : (0,_domain_telling_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeWord */ .nG)(outcome))),
        severity: (0,_domain_news_js__WEBPACK_IMPORTED_MODULE_0__/* .severityOfOutcome */ .hQ)({ verdict, failure, missed: verdict === 'passed' && trouble !== undefined ? ['RPO', 'RTO'] : [] }, kind, environment.notifications?.severity),
        subject: (0,_domain_subject_of_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectOfEvent */ .Qi)(event),
        told: [],
    };
}
/** A run as it was told; null when it was of another kind. It stands beside the event of the run itself. */
function toldOf(event, kind, environment) {
    const { kind: of, ranAt, channels } = event.details;
    const at = typeof ranAt === 'string' ? Date.parse(ranAt) : Number.NaN;
    if (of !== kind || typeof channels !== 'string' || Number.isNaN(at))
        return null;
    const subject = (0,_domain_subject_of_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenSubject */ .yO)(event.details);
    return { ...runOf(event, kind, environment), at, subject, told: channels.split(', ') };
}
/** Null when no store has it in a form that can be believed: anybody could have written it, to keep trouble quiet. */
async function read(environment, runs, id, holders, signal) {
    for (const store of holders) {
        try {
            const found = await (0,_vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_5__/* .readEvent */ .j)(store, environment.environment, id, signal, (type) => 
            // Whoever could not be in a trouble cannot say that it was told.
            (0,_trusted_keys_js__WEBPACK_IMPORTED_MODULE_6__.trustedKeys)(environment, type === 'told' ? runs : type));
            if (found !== null && found.trust === null)
                return found.event;
        }
        catch (error) {
            (0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    return null;
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
