export const id = 4982;
export const ids = [4982];
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

/***/ 314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ fallenCategories),
/* harmony export */   X2: () => (/* binding */ judgeValidation),
/* harmony export */   _u: () => (/* binding */ aspectOf),
/* harmony export */   fP: () => (/* binding */ judgeRelease),
/* harmony export */   lB: () => (/* binding */ usualMinScore),
/* harmony export */   uw: () => (/* binding */ scoreOf)
/* harmony export */ });
/** The categories of a validation as checks name them, by how files and inputs name them. */
const aspectOf = {
    'environment-status': 'environment status',
    'service-health': 'service health',
    'rto-compliance': 'RTO compliance',
    'security-boundaries': 'security boundaries',
    performance: 'performance',
    'operational-readiness': 'operational readiness',
    smoke: 'smoke',
};
/** What a validation asks for where the environment file says nothing. */
const usualMinScore = 80;
/** A check that could not run counts as one that failed: what was not tried is not good. */
const points = { passed: 1, degraded: 0.5, failed: 0, skipped: 0 };
/**
 * 0 to 100: per category the share of points that its checks won, and of the categories the mean by their weights; rounded
 * down, so that 100 means that all passed. Categories without a check do not count.
 */
function scoreOf(checks, { weights }) {
    let won = 0;
    let possible = 0;
    for (const [category, aspect] of categories()) {
        const own = checks.filter(({ rung }) => rung === aspect);
        const weight = weights[camelCased(category)];
        if (own.length === 0 || weight === 0)
            continue;
        won += weight * (own.reduce((sum, { status }) => sum + points[status], 0) / own.length);
        possible += weight;
    }
    // A sum of shares such as thirds may miss a whole number by a hair.
    return possible === 0 ? 0 : Math.floor((won / possible) * 100 + 1e-9);
}
/**
 * Failed when no check could run, when the score is too low, or when a category that must pass has a failed check or none
 * that passed; passed when every check passed; degraded in between.
 */
function judgeValidation(checks, score, rules) {
    const runs = checks.filter(({ status }) => status !== 'skipped');
    if (runs.length === 0 || score < rules.minScore)
        return 'failed';
    if (fallenCategories(checks, rules).length > 0)
        return 'failed';
    return checks.every(({ status }) => status === 'passed') ? 'passed' : 'degraded';
}
/** The categories that must pass and did not: a check of theirs failed, or none passed. */
function fallenCategories(checks, { mustPass }) {
    return mustPass
        .map((category) => aspectOf[category])
        .filter((aspect) => {
        const own = checks.filter(({ rung }) => rung === aspect);
        const isFallen = own.some(({ status }) => status === 'failed');
        return isFallen || (own.length > 0 && !own.some(({ status }) => status === 'passed'));
    });
}
/**
 * Whether a release may stay. What was skipped costs it nothing but the verdict `passed`, unless the file itself names a
 * score: that a file configures little is no fault of a release.
 * @param rules minScore: as written in the environment file
 * @returns why it may not stay, unless a failed check says so; null when it may
 */
function judgeRelease(checks, score, { minScore = 0, ...rules }) {
    const verdict = checks.some(({ status }) => status === 'failed')
        ? 'failed'
        : judgeValidation(checks, score, { ...rules, minScore });
    if (verdict !== 'failed')
        return { verdict, why: null };
    if (checks.every(({ status }) => status === 'skipped'))
        return { verdict, why: 'nothing could be checked' };
    if (score < minScore)
        return { verdict, why: `its score is ${score}, and validation.min-score is ${minScore}` };
    return { verdict, why: 'in a category of validation.must-pass no check passed' };
}
function categories() {
    return Object.entries(aspectOf);
}
function camelCased(category) {
    return category.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 4982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compliance: () => (/* binding */ compliance)
});

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/ended-runs.js
var ended_runs = __webpack_require__(46931);
// EXTERNAL MODULE: ./lib/domain/retention.js + 1 modules
var retention = __webpack_require__(66902);
// EXTERNAL MODULE: ./lib/ports/log.js
var log = __webpack_require__(71930);
// EXTERNAL MODULE: ./lib/operations/ledger/verify.js
var verify = __webpack_require__(36237);
// EXTERNAL MODULE: ./lib/operations/metrics/figures.js + 1 modules
var figures = __webpack_require__(94582);
// EXTERNAL MODULE: ./lib/operations/status/history.js + 4 modules
var status_history = __webpack_require__(21038);
// EXTERNAL MODULE: ./lib/operations/status/vanished.js
var vanished = __webpack_require__(65279);
;// CONCATENATED MODULE: ./lib/operations/compliance/fates.js



/** @param later what happened after the period: retention may have removed then what was made in it */
async function fatesOf(history, later) {
    const isSound = (record) => record.summary !== null && (0,status_history/* isHeld */.i7)(record, history.stores) && !history.condemned.has(record.id);
    const lost = new Map();
    for (const record of history.backups) {
        if (record.summary === null)
            lost.set(record.id, 'doubtful');
        else if (history.condemned.has(record.id))
            lost.set(record.id, 'condemned');
        else if (!isSound(record))
            lost.set(record.id, 'hollow');
    }
    const removed = (0,vanished/* removedIds */.Z)(history.events);
    const missing = (0,vanished/* vanished */.J)(history);
    if (missing.length > 0) {
        for (const id of (0,vanished/* removedIds */.Z)((await later()).events))
            removed.add(id);
        for (const id of missing)
            if (!removed.has(id))
                lost.set(id, 'gone');
    }
    const there = new Set(history.known);
    return {
        of: (id) => lost.get(id) ?? (there.has(id) ? 'held' : removed.has(id) ? 'expired' : null),
        isLost: (id) => lost.has(id),
        isHeld: isSound,
        lost: [...lost]
            .map(([id, fate]) => ({ id, at: (0,backup_id/* parseBackupId */.JN)(id)?.at ?? 0, fate, ...condemnedAt(history, id) }))
            .sort((a, b) => b.at - a.at),
    };
}
function condemnedAt({ condemned }, id) {
    const found = condemned.get(id);
    return found === undefined ? {} : { condemnedAt: found.at };
}

;// CONCATENATED MODULE: ./lib/operations/compliance/recovery-point.js
/**
 * How much would have been lost, had everything been lost, at each moment of a period: the time since the beginning of the
 * newest backup that was complete by then. Before the first backup that is known, everything would have been: that time is
 * named, and not judged, as it is most often the time before there was anything to save.
 *
 * A backup that was lost counts for nothing: what was taken away may have been away since the minute it was made. What the
 * share would be with it is told apart, and judged over the same time.
 */
function recoveryPoint(backups, { from, to }, rpo) {
    const there = backups.filter(({ isLost = false }) => !isLost);
    const known = saved(backups, { from, to }, rpo);
    if (there.length === backups.length)
        return { ...known, withLost: null };
    const { kept, worst } = known;
    return { ...saved(there, { from, to }, rpo, known.unknownBefore ?? from), withLost: { kept, worst } };
}
/** @param knownFrom since when it is certain that backups were made: from then on, having none is no excuse */
function saved(backups, { from, to }, rpo, knownFrom = to) {
    const inOrder = backups.filter(({ doneAt }) => doneAt <= to).sort((a, b) => a.doneAt - b.doneAt);
    let kept = 0;
    let worst = null;
    let newestBegun = -Infinity;
    for (const [index, { begunAt, doneAt }] of inOrder.entries()) {
        // One that began earlier and took longer brings nothing newer; and none has data from after its end.
        newestBegun = Math.max(newestBegun, Math.min(begunAt, doneAt));
        const start = Math.max(doneAt, from);
        const end = inOrder[index + 1]?.doneAt ?? to;
        if (end < start)
            continue;
        worst = Math.max(worst ?? 0, end - newestBegun);
        if (rpo !== null)
            kept += Math.max(0, Math.min(end, newestBegun + rpo) - start);
    }
    const [first] = inOrder;
    // Of the time before it, in which others were made, that much at the least.
    if (first !== undefined && first.doneAt > knownFrom)
        worst = Math.max(worst ?? 0, first.doneAt - knownFrom);
    const judgedFrom = Math.max(from, Math.min(first?.doneAt ?? to, knownFrom));
    return {
        kept: rpo === null || to <= judgedFrom ? null : kept / (to - judgedFrom),
        worst,
        unknownBefore: judgedFrom === from ? null : judgedFrom,
    };
}

;// CONCATENATED MODULE: ./lib/operations/compliance/compliance.js









/**
 * Everything that was done in a period, from manifests, proofs and ledger alone: what the records do not show is not
 * claimed, and what they may lack is said. Changes nothing.
 * @throws Failure when no store could be asked
 */
async function compliance(environment, period, ports) {
    const madeAt = ports.clock.now();
    const { from } = period;
    const to = Math.min(period.to, madeAt);
    // Of the backups all are read: the last one before the period still counted when that began.
    const judgedTo = madeAt + retention/* toleratedClockSkew */.zD;
    const records = await (0,status_history/* readHistory */.Lu)(environment, { from, to, backupsFrom: null, judgedTo }, ports);
    const history = { ...records, backups: records.backups.filter(({ at }) => at >= from) };
    const fates = await fatesOf(history, () => (0,status_history/* readHistory */.Lu)(environment, { from: to, to: madeAt + retention/* toleratedClockSkew */.zD, backupsFrom: madeAt + retention/* toleratedClockSkew */.zD }, ports));
    const ledger = await (0,verify.verifyLedger)(environment, { ...ports, log: log/* silentLog */.a });
    const { rpo, rto, backupEvery, verifyEvery, drillEvery } = environment.objectives;
    const events = eventsOf(history);
    const ofType = (...types) => events.filter(({ type }) => types.includes(type));
    const proofs = history.proofs.map(proofOf);
    return {
        format: 1,
        environment: environment.environment,
        from,
        to,
        madeAt,
        madeBy: { actor: ports.run.actor, lifeboat: ports.run.version },
        targets: {
            rpo: rpo ?? null,
            rto: rto ?? null,
            backupEvery: backupEvery ?? null,
            verifyEvery: verifyEvery ?? null,
            drillEvery: drillEvery ?? null,
        },
        ledger: ledgerOf(ledger),
        limits: limitsOf(environment, history),
        silent: [...history.unreachable.keys()],
        lost: fates.lost,
        rates: figures/* runTypes */.J1.map((operation) => rateOf(operation, events)),
        recoveryPoint: recoveryPoint(savingBackups(records, fates), { from, to }, rpo ?? null),
        recoveryTime: recoveryTime(history.proofs, rto !== undefined),
        backups: backupsOf(history, fates),
        proofs,
        drills: ofType('drill'),
        restores: ofType('restore'),
        deployments: ofType('deploy', 'validation'),
        overrides: ofType('gate-override', 'lease-broken'),
        // That people were told of a run is no run.
        others: events.filter(({ type }) => type !== 'told' && !listed.includes(type)),
    };
}
/** Types of events that have a list of their own; backups and proofs stand there by their records. */
const listed = [
    'backup',
    'verification',
    'drill',
    'restore',
    'deploy',
    'validation',
    'gate-override',
    'lease-broken',
];
function ledgerOf({ verdict, failure, facts, notices }) {
    return {
        verdict,
        failure: failure?.kind ?? null,
        events: facts.find(({ label }) => label === 'events')?.value ?? 0,
        findings: [...(failure === null ? [] : [failure.message]), ...notices.map(({ text }) => text)],
    };
}
function limitsOf({ signing }, history) {
    const silent = [...history.unreachable].map(([store, failure]) => `Store ${store} could not be asked (${failure.kind}): it may have records that no other has.`);
    const unbelieved = [...history.backups, ...history.proofs, ...history.events].filter(({ trouble }) => trouble !== null).length;
    return [
        ...silent,
        ...(history.eventCount === 0 && history.known.length > 0
            ? [
                'There are backups and no ledger, though every run writes an event: what happened to others cannot be told.',
            ]
            : []),
        ...(unbelieved === 0
            ? []
            : [
                `${unbelieved} of the period's records could not be read or believed: they are listed, and count for nothing.`,
            ]),
        ...(Object.values(signing).some((key) => key !== undefined)
            ? []
            : ['No key is given under signing: who wrote the records cannot be told.']),
        ...(history.ahead.backups.length + history.ahead.events.length === 0
            ? []
            : ['There are newer records than the end of the period; they are not in this report.']),
        'A run that could reach no store, or had no signing key, left no event: it is not counted. The log of the workflow has it.',
    ];
}
function rateOf(operation, events) {
    const runs = events.filter(({ type, verdict }) => type === operation && verdict !== null);
    const count = (verdict) => runs.filter((run) => run.verdict === verdict).length;
    const failed = count('failed');
    return {
        operation,
        runs: runs.length,
        passed: count('passed'),
        degraded: count('degraded'),
        failed,
        success: runs.length === 0 ? null : (runs.length - failed) / runs.length,
    };
}
/** Existing backups by their manifests, others by what the ledger says of them. */
function backupsOf(history, fates) {
    const rows = new Map();
    for (const { event } of history.events) {
        if (event?.type !== 'backup')
            continue;
        const id = event.backupId ?? event.id;
        rows.set(id, {
            id,
            at: (0,backup_id/* parseBackupId */.JN)(id)?.at ?? Date.parse(event.at),
            fate: event.outcome.verdict === 'failed' ? null : fates.of(id),
            stored: null,
            outcome: event.outcome.verdict,
            actor: event.actor,
            reason: event.reason,
            runUrl: event.runUrl,
            trouble: event.outcome.failure,
        });
    }
    for (const record of history.backups) {
        const known = rows.get(record.id);
        rows.set(record.id, {
            id: record.id,
            at: record.at,
            fate: fates.of(record.id),
            ...condemnedAt(history, record.id),
            stored: storedOf(record),
            outcome: known?.outcome ?? null,
            actor: record.summary?.actor ?? known?.actor ?? null,
            reason: record.summary?.reason ?? known?.reason ?? null,
            runUrl: record.summary?.runUrl ?? known?.runUrl ?? null,
            trouble: record.trouble?.message ?? known?.trouble ?? null,
        });
    }
    // Known by a proof alone.
    for (const { id, at, fate } of fates.lost) {
        if (rows.has(id))
            continue;
        const unknown = { actor: null, reason: null, runUrl: null, trouble: null };
        rows.set(id, { id, at, fate, stored: null, outcome: null, ...unknown });
    }
    return [...rows.values()].sort((a, b) => b.at - a.at);
}
function storedOf({ summary, copies }) {
    if (summary === null)
        return null;
    return {
        class: summary.class,
        duration: summary.finishedAt - summary.startedAt,
        size: summary.storedSize,
        copies: copies.filter(({ state }) => state === 'whole').map(({ store }) => store),
        isEncrypted: summary.encryption !== 'none',
    };
}
/**
 * Those that could be restored at some time: what some store holds whole, and by the ledger's word what retention has
 * removed since. The lost ones are marked; what a restore put aside is none of them.
 */
function savingBackups({ backups, events, range }, fates) {
    const saving = new Map();
    for (const { event } of events) {
        const id = event?.backupId ?? '';
        const begunAt = (0,backup_id/* parseBackupId */.JN)(id)?.at;
        if (event?.type !== 'backup' || event.outcome.verdict === 'failed' || begunAt === undefined)
            continue;
        if ((0,backup_id/* isEmergencyBackup */.KS)(id))
            continue;
        saving.set(id, {
            begunAt,
            doneAt: Date.parse(event.at),
            isLost: fates.isLost(id) || fates.of(id) === null,
        });
    }
    const from = range.from ?? 0;
    const asSaving = ({ id, at, summary }, isLost) => saving.set(id, { begunAt: at, doneAt: summary?.finishedAt ?? at, isLost });
    for (const record of backups) {
        if ((0,backup_id/* isEmergencyBackup */.KS)(record.id))
            continue;
        if (record.at >= from && record.summary !== null)
            asSaving(record, fates.isLost(record.id));
    }
    // Those that still counted when the period began: the newest, and the newest that is to be relied on.
    const before = backups.filter(({ id, at }) => at < from && !(0,backup_id/* isEmergencyBackup */.KS)(id));
    const sure = before.find((record) => fates.isHeld(record));
    if (sure !== undefined)
        asSaving(sure, false);
    else if (before[0] !== undefined)
        asSaving(before[0], true);
    return [...saving.values()];
}
/** Kinds of failures that are no fault of the backup, and say nothing of how long its recovery takes. */
const elsewhere = new Set([
    'config',
    'refused',
    'unavailable',
    'capacity',
    'cancelled',
]);
function recoveryTime(proofs, isPromised) {
    const found = { judged: 0, met: 0, unmeasured: 0 };
    for (const { summary } of proofs) {
        if (summary === null || (summary.rto.met === null && (summary.verdict !== 'failed' || !isPromised)))
            continue;
        const failed = summary.checks.filter(({ status }) => status === 'failed');
        if (summary.verdict === 'failed' &&
            failed.length > 0 &&
            failed.every(({ failure }) => elsewhere.has(failure))) {
            found.unmeasured += 1;
            continue;
        }
        found.judged += 1;
        if (summary.verdict !== 'failed' && summary.rto.met === true)
            found.met += 1;
    }
    return found;
}
function proofOf({ at, backupId, summary, trouble }) {
    return {
        at,
        backupId,
        verdict: summary?.verdict ?? null,
        level: summary?.level ?? null,
        rto: summary?.rto.estimate ?? summary?.rto.laboratory ?? null,
        rtoMet: summary?.rto.met ?? null,
        rpo: summary?.rpo.measured ?? null,
        rpoMet: summary?.rpo.met ?? null,
        failedChecks: (summary?.checks ?? [])
            .filter(({ status }) => status === 'failed')
            .map(({ rung, name }) => `${rung}: ${name}`),
        actor: summary?.actor ?? null,
        runUrl: summary?.runUrl ?? null,
        trouble: trouble?.message ?? null,
    };
}
/** One of each run; those that cannot be believed are listed all. */
function eventsOf({ events }) {
    const { ended, open } = (0,ended_runs/* runsOf */.k)(events.flatMap(({ event }) => event ?? []));
    return events.flatMap((record) => {
        if (record.event === null || ended.includes(record.event))
            return eventOf(record);
        return open.includes(record.event)
            ? { ...eventOf(record), isOpen: true, verdict: null, failure: null }
            : [];
    });
}
function eventOf({ id, at, event, trouble }) {
    return {
        id,
        at,
        type: event?.type ?? 'unknown',
        isOpen: false,
        verdict: event?.outcome.verdict ?? null,
        failure: event?.outcome.failure ?? null,
        backupId: event?.backupId ?? null,
        actor: event?.actor ?? null,
        reason: event?.reason ?? null,
        runUrl: event?.runUrl ?? null,
        details: event?.details ?? {},
        trouble: trouble?.message ?? null,
    };
}


/***/ }),

/***/ 36237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyLedger: () => (/* binding */ verifyLedger)
/* harmony export */ });
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43195);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _domain_ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93991);
/* harmony import */ var _ports_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71930);
/* harmony import */ var _vault_copies_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46979);
/* harmony import */ var _vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79416);
/* harmony import */ var _vault_proofs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90045);
/* harmony import */ var _run_report_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30470);
/* harmony import */ var _trusted_keys_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1886);










/** Events read at once, and the newest proofs whose anchors are looked at. */
const atOnce = 16;
const proofsAsked = 20;
/** So many ids are named per kind of finding; the count is always whole. */
const mostNamed = 20;
const newestShown = 10;
/** Reads the whole ledger from every store, and reports gaps, edits, forks and what some store lacks. Changes nothing. */
async function verifyLedger(environment, ports) {
    const run = new _run_report_js__WEBPACK_IMPORTED_MODULE_8__/* .RunReport */ .e('ledger-verify', environment.environment, ports);
    try {
        const { stores, signal, log } = ports;
        const name = environment.environment;
        const { holders, unreachable } = await (0,_vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_6__/* .listEvents */ .I)(stores, name, { log, signal });
        for (const [store, failure] of unreachable) {
            run.notice('warning', `store ${store} could not be asked: ${failure.message}`);
        }
        const seen = new Map();
        const findings = { untrusted: [], damaged: [] };
        await run.phase('read the ledger', () => (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)(holders, atOnce, async ([id, among]) => {
            const event = await readFromAll(among, environment, id, findings, signal);
            if (event !== null)
                seen.set(id, event);
        }));
        const anchors = await run.phase('read the anchors', () => anchorsIn(environment, stores, ports));
        // Events that are there and cannot be read are named as damaged, not as missing.
        const unread = [...holders.keys()].filter((id) => !seen.has(id));
        const chain = (0,_domain_ledger_js__WEBPACK_IMPORTED_MODULE_3__/* .checkChain */ .uy)(seen.values(), anchors);
        chain.missing = chain.missing.filter(({ id }) => !unread.includes(id));
        return conclude(run, {
            environment,
            seen,
            findings,
            chain,
            anchors: anchors.length,
            asked: stores.length - unreachable.size,
            isPartial: unreachable.size > 0,
        });
    }
    catch (error) {
        return run.fail(error);
    }
}
async function readFromAll(stores, environment, id, findings, signal) {
    const copies = [];
    for (const store of stores) {
        try {
            const read = await (0,_vault_ledger_read_js__WEBPACK_IMPORTED_MODULE_6__/* .readEvent */ .j)(store, environment.environment, id, signal, (type) => (0,_trusted_keys_js__WEBPACK_IMPORTED_MODULE_9__.trustedKeys)(environment, type));
            if (read !== null)
                copies.push({ ...read, store: store.name });
        }
        catch (error) {
            const failure = (0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOfCopy */ .N2)(error, signal);
            if (failure.kind === 'bug' || failure.kind === 'unavailable')
                throw failure;
            findings.damaged.push(`${id} in ${store.name}: ${failure.message}`);
        }
    }
    // A copy whose signature holds says what the event was; else the first one.
    const best = copies.find(({ trust }) => trust === null) ?? copies[0];
    if (best === undefined)
        return null;
    for (const copy of copies) {
        if (copy.sha256 !== best.sha256)
            findings.damaged.push(`${id} in ${copy.store}: differs from ${best.store}`);
        else if (copy.trust !== null && copy !== best) {
            findings.untrusted.push(`${id} in ${copy.store}: ${copy.trust}`);
        }
    }
    if (best.trust !== null)
        findings.untrusted.push(`${id}: ${best.trust}`);
    const { event, sha256 } = best;
    const what = `${event.type} ${event.outcome.failure ?? event.outcome.verdict}`;
    const about = event.backupId === null ? '' : ` ${event.backupId}`;
    return {
        id,
        sha256,
        previous: event.previous,
        stores: copies.map(({ store }) => store),
        line: `${what}${about}, by ${event.actor ?? 'unknown'}${event.reason === null ? '' : `: ${event.reason}`}`,
    };
}
/** What the newest proofs say was in the ledger when they were written. */
async function anchorsIn(environment, stores, { signal }) {
    const anchors = [];
    const proofs = await (0,_vault_proofs_js__WEBPACK_IMPORTED_MODULE_7__/* .listProofs */ .I2)(stores, environment.environment, { log: _ports_log_js__WEBPACK_IMPORTED_MODULE_4__/* .silentLog */ .a, signal });
    for (const { key } of proofs.slice(0, proofsAsked)) {
        try {
            const { proof } = await (0,_vault_proofs_js__WEBPACK_IMPORTED_MODULE_7__/* .readProof */ .r$)(stores, environment.environment, key, {
                publicKey: environment.signing.verify ?? null,
                protected: environment.protected,
                log: _ports_log_js__WEBPACK_IMPORTED_MODULE_4__/* .silentLog */ .a,
                signal,
            });
            anchors.push(...(proof.ledgerHeads ?? []).map((head) => ({ ...head, namedBy: `proof ${key}` })));
        }
        catch (error) {
            if ((0,_vault_copies_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOfCopy */ .N2)(error, signal).kind === 'bug')
                throw error;
        }
    }
    return anchors;
}
function conclude(run, found) {
    const { seen, chain, findings } = found;
    const named = ({ id, namedBy }) => `${id} (named by ${namedBy})`;
    const lacking = [...seen.values()].filter(({ stores }) => stores.length < found.asked);
    const hasKeys = Object.values(found.environment.signing).some((key) => key !== undefined);
    say(run, 'warning', 'gap', 'are named by later events or proofs, and gone', chain.missing.map(named));
    say(run, 'warning', 'edit', 'are not what later events or proofs say of them', chain.edited.map(named));
    say(run, 'warning', 'damage', 'cannot be read, or differ between stores', findings.damaged);
    say(run, hasKeys ? 'warning' : 'notice', 'signature', hasKeys ? 'carry no signature that holds' : 'are not signed by anybody who is configured', hasKeys ? findings.untrusted : []);
    if (!hasKeys)
        run.notice('notice', 'no key is given under signing: who wrote the events cannot be told');
    say(run, 'warning', 'one store only', 'are not in every store', lacking.map(({ id, stores }) => `${id} (only in ${stores.join(', ')})`));
    const forks = chain.heads.length > 1 ? chain.heads.slice(0, -1) : [];
    say(run, 'notice', 'fork', 'were not joined by a later event: runs wrote at once, or apart', forks);
    if (chain.roots.length > 1) {
        say(run, 'notice', 'beginning', 'name no predecessor: several runs wrote the first one', chain.roots);
    }
    run.fact('events', String(seen.size), seen.size, 'count');
    run.fact('forks joined', String(chain.joined), chain.joined, 'count');
    run.fact('anchors in proofs', String(found.anchors), found.anchors, 'count');
    for (const { id, line } of [...seen.values()]
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, newestShown)) {
        run.fact(id, line);
    }
    const broken = chain.missing.length +
        chain.edited.length +
        findings.damaged.length +
        (hasKeys ? findings.untrusted.length : 0);
    // What a store that did not answer may have is no gap.
    if (broken > 0 && !(found.isPartial && broken === chain.missing.length)) {
        return run.finish('failed', new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', `the ledger does not hold together: ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(broken, 'finding')}`, {
            hint: 'Compare the stores: a copy in another one, or an older version of an object, may be whole. Find out who may write there.',
        }));
    }
    const isLess = broken > 0 || lacking.length > 0 || found.isPartial;
    return run.finish(isLess ? 'degraded' : 'passed', null);
}
function say(run, level, kind, what, items) {
    if (items.length === 0)
        return;
    const more = items.length > mostNamed ? ` and ${items.length - mostNamed} more` : '';
    run.notice(level, `${kind}: ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(items.length, 'event')} ${what}: ${items.slice(0, mostNamed).join('; ')}${more}`);
}


/***/ }),

/***/ 94582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iB: () => (/* binding */ Figures),
  I$: () => (/* binding */ historyFigures),
  J1: () => (/* binding */ runTypes),
  z$: () => (/* binding */ targetFigures)
});

// EXTERNAL MODULE: ./lib/domain/ended-runs.js
var ended_runs = __webpack_require__(46931);
// EXTERNAL MODULE: ./lib/operations/status/data-age.js
var data_age = __webpack_require__(95495);
// EXTERNAL MODULE: ./lib/operations/status/view.js
var view = __webpack_require__(65036);
;// CONCATENATED MODULE: ./lib/operations/metrics/catalogue.js
/**
 * Every figure there is, by its name less `lifeboat_`, with what it means. All are gauges: they are read from records each
 * time, and a record can expire. Spans are seconds, sizes bytes, moments seconds since 1970, as Prometheus has them.
 */
const catalogue = {
    info: 'What made these figures, as labels; always 1.',
    metrics_timestamp_seconds: 'When these figures were computed.',
    environment_up: 'Whether the records of the environment could be read: 1, or 0 when no store answered.',
    records_unbelieved: 'Records of the window that could not be read, or bear no signature that holds.',
    backups: 'Backups that exist in some store.',
    backups_unfinished: 'Folders without a manifest: of a run under way, or of one that was killed.',
    backup_last_timestamp_seconds: 'When the newest backup was begun that some store holds whole and no restore test has condemned.',
    backup_last_age_seconds: 'How long ago the newest backup was begun that some store holds whole and no restore test has condemned.',
    backup_last_duration_seconds: 'How long the newest backup took.',
    backup_last_size_bytes: 'Bytes of one stored copy of the newest backup.',
    backup_last_plain_size_bytes: 'Bytes of the newest backup before compression and encryption.',
    backup_last_copies: 'Stores that hold the newest backup whole and outlive the machine, also one that no store holds whole; 0 when a restore test has condemned it.',
    backup_condemned_timestamp_seconds: 'When the restore test was made that condemned a backup, which is no recovery point since, by its id.',
    backup_copies_target: 'Stores that must hold a backup, as minimum-copies has it.',
    source_data_age_seconds: 'Age of the newest data of each source that some backup holds for certain.',
    source_size_bytes: 'Size of each source when the newest backup was made.',
    source_rows: 'Rows of each source (keys of a Redis, files of a tree) that were counted for the newest backup.',
    rpo_seconds: 'Data that would be lost if everything were lost now: of the source whose newest data in the stores is the oldest.',
    rpo_target_seconds: 'The promised recovery point objective.',
    rpo_met: 'Whether the RPO is met now: 1 or 0.',
    rto_seconds: 'Recovery time that the newest proof estimates for the real server, allowances included.',
    rto_laboratory_seconds: 'Recovery time that the newest proof measured on a laboratory server.',
    rto_target_seconds: 'The promised recovery time objective.',
    rto_met: 'Whether the newest proof met the RTO, by its estimate: 1 or 0.',
    backup_every_target_seconds: 'How often a backup is promised.',
    verify_every_target_seconds: 'How often a restore test is promised.',
    drill_every_target_seconds: 'How often a drill is promised.',
    proof_last_timestamp_seconds: 'When the newest restore test was made.',
    proof_last_age_seconds: 'How long ago the newest restore test was made.',
    proof_last_verdict: 'How the newest restore test ended: 1 for its verdict, 0 for the others.',
    proof_last_checks: 'Checks of the newest restore test, by how they ended.',
    proof_last_passed_timestamp_seconds: 'When the newest restore test of the window was made that passed.',
    proven_backup_age_seconds: 'Age of the newest backup of the window whose restore test passed.',
    drill_last_timestamp_seconds: 'When each scenario was last rehearsed in the window.',
    drill_last_passed: 'Whether its last drill passed: 1 or 0.',
    drill_last_detect_seconds: 'How long its last drill took to notice the failure.',
    drill_last_recover_seconds: 'How long its last drill took to recover.',
    drill_last_lost_writes: 'Acknowledged writes that did not come back in its last drill.',
    restore_last_timestamp_seconds: 'When the last restore of the window was carried out.',
    deployment_last_timestamp_seconds: 'When the last deployment of the window was carried out, by how it ended.',
    validation_last_score: 'Score of the last validation of the window.',
    validation_last_timestamp_seconds: 'When that was.',
    window_seconds: 'How far back runs are counted.',
    runs: 'Runs of the window that stand in the ledger, by operation and verdict.',
    run_failures: 'Failed runs of the window, by operation and kind of failure.',
    run_success_ratio: 'Share of the runs of the window that did not fail, by operation.',
    gate_overrides: 'Deployments of the window for which the gate was overridden.',
    store_up: 'Whether the store could be asked: 1 or 0.',
    store_backups: 'Backups that the store holds.',
    store_objects: 'Objects of backups that the store holds.',
    store_size_bytes: 'Bytes of backups that the store holds, half ones too.',
    store_lacking_backups: 'Backups of the window that another store holds, and this one lacks or has in part.',
    store_lacking_records: 'Proofs and events of the ledger that another store holds, and this one lacks.',
    store_last_write_timestamp_seconds: 'When the store last took something of a backup, by its own clock.',
    ledger_events: 'Events of the ledger.',
    leases: 'Leases that lie in the stores, of runs under way or killed.',
};

;// CONCATENATED MODULE: ./lib/operations/metrics/figures.js




/** What records say must not fill the memory of whoever collects the figures: beyond this they are no name, and no list. */
const longestLabel = 100;
const mostSamples = 1_000;
/** In one line, for collectors that know more ends of a line than the format does. */
function labelText(text) {
    return text
        .slice(0, longestLabel)
        .toWellFormed()
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}
/** Gathers samples of one environment, in the order of the catalogue. */
class Figures {
    samples = new Map();
    environment;
    constructor(environment) {
        this.environment = environment;
    }
    /** What is not known is left out: a gap is seen, and a zero would be believed. */
    add(name, value, labels = {}) {
        if (value === null || value === undefined)
            return;
        const told = Object.fromEntries(Object.entries(labels).map(([label, text]) => [label, labelText(text)]));
        const samples = this.samples.get(name) ?? [];
        // A series that came twice would have Prometheus refuse all of them.
        const isNew = samples.every((one) => Object.entries(told).some(([label, text]) => one.labels[label] !== text));
        if (!isNew || samples.length >= mostSamples)
            return;
        const sample = { labels: { environment: this.environment, ...told }, value: Number(value) };
        this.samples.set(name, [...samples, sample]);
    }
    /** A span or a moment in milliseconds, told in seconds. */
    addTime(name, value, labels) {
        this.add(name, value === null || value === undefined ? null : value / 1_000, labels);
    }
    families() {
        return Object.keys(catalogue).flatMap((name) => {
            const samples = this.samples.get(name);
            return samples === undefined
                ? []
                : [{ name: `lifeboat_${name}`, help: catalogue[name], type: 'gauge', samples }];
        });
    }
}
/** Everything that the records say at one moment. */
function historyFigures(environment, history, now, figures) {
    figures.add('backups', history.known.length);
    figures.add('backups_unfinished', history.unfinished.length);
    figures.add('ledger_events', history.eventCount);
    figures.add('leases', history.leases.length);
    const unbelieved = [...history.backups, ...history.proofs, ...history.events];
    figures.add('records_unbelieved', unbelieved.filter(({ trouble }) => trouble !== null).length);
    backupFigures(environment, history, now, figures);
    proofFigures(history, now, figures);
    const events = history.events.flatMap(({ event }) => event ?? []);
    runFigures((0,ended_runs/* runsOf */.k)(events).ended, figures);
    deploymentFigures(events, figures);
    drillFigures(events, figures);
    storeFigures(history, figures);
}
function targetFigures(environment, figures) {
    const { rpo, rto, backupEvery, verifyEvery, drillEvery } = environment.objectives;
    figures.addTime('rpo_target_seconds', rpo);
    figures.addTime('rto_target_seconds', rto);
    figures.addTime('backup_every_target_seconds', backupEvery);
    figures.addTime('verify_every_target_seconds', verifyEvery);
    figures.addTime('drill_every_target_seconds', drillEvery);
    figures.add('backup_copies_target', environment.minimumCopies);
}
function backupFigures(environment, history, now, figures) {
    const [made] = (0,view/* believed */.ty)(history);
    if (made === undefined)
        return;
    // Of what was made last, even when it is whole nowhere: that is what this figure is there to tell.
    figures.add('backup_last_copies', (0,view/* holdersOf */.pW)(made, history).length);
    for (const [id, { at }] of history.condemned)
        figures.addTime('backup_condemned_timestamp_seconds', at, { backup: id });
    rpoFigures(environment, history, now, figures);
    const [backup] = (0,view/* restorable */.wq)(history);
    if (backup === undefined)
        return;
    const { summary } = backup;
    figures.addTime('backup_last_timestamp_seconds', backup.at);
    figures.addTime('backup_last_age_seconds', now - backup.at);
    figures.addTime('backup_last_duration_seconds', summary.finishedAt - summary.startedAt);
    figures.add('backup_last_size_bytes', summary.storedSize);
    figures.add('backup_last_plain_size_bytes', summary.plainSize);
    for (const { name, size, rows } of summary.sources) {
        figures.add('source_size_bytes', size, { source: name });
        figures.add('source_rows', rows, { source: name });
    }
}
function rpoFigures(environment, history, now, figures) {
    const ages = environment.sources.map(({ name }) => ({ name, ...(0,data_age/* ageOfSource */.E)(name, { history, now }) }));
    for (const { name, age } of ages)
        figures.addTime('source_data_age_seconds', age, { source: name });
    const age = (0,data_age/* ageOfData */.v)({ environment, history, now });
    const { rpo } = environment.objectives;
    figures.addTime('rpo_seconds', age);
    if (rpo === undefined)
        return;
    // Manifests without data: by all that is known everything would be lost, and a gap would wake nobody.
    const isLost = (0,view/* restorable */.wq)(history).length === 0 && (0,view/* exceptFor */.JN)(history) === '';
    figures.add('rpo_met', age === null ? (isLost ? false : null) : age <= rpo);
}
function proofFigures({ newest, proofs, backups, condemned }, now, figures) {
    const { proof } = newest;
    const summary = proof?.summary ?? null;
    if (proof === null || summary === null)
        return;
    figures.addTime('proof_last_timestamp_seconds', proof.at);
    figures.addTime('proof_last_age_seconds', now - proof.at);
    for (const verdict of ['passed', 'degraded', 'failed']) {
        figures.add('proof_last_verdict', summary.verdict === verdict, { verdict });
    }
    for (const status of ['passed', 'degraded', 'failed', 'skipped']) {
        figures.add('proof_last_checks', summary.checks.filter((check) => check.status === status).length, {
            status,
        });
    }
    figures.addTime('rto_seconds', summary.rto.estimate);
    figures.addTime('rto_laboratory_seconds', summary.rto.laboratory);
    figures.add('rto_met', summary.rto.met);
    const passed = proofs.filter((one) => one.summary?.verdict === 'passed');
    figures.addTime('proof_last_passed_timestamp_seconds', passed[0]?.at);
    const proven = backups.find(({ id }) => !condemned.has(id) && passed.some(({ backupId }) => backupId === id));
    figures.addTime('proven_backup_age_seconds', proven === undefined ? null : now - proven.at);
}
/** Types of events that are one run each; a runbook writes one per step, and an override is no run. */
const runTypes = [
    'backup',
    'verification',
    'restore',
    'retention',
    'replicate',
    'repair',
    'deploy',
    'drill',
    'validation',
];
/** @param events of runs that ended, newest first */
function runFigures(events, figures) {
    for (const operation of runTypes) {
        const runs = events.filter(({ type }) => type === operation);
        for (const verdict of ['passed', 'degraded', 'failed']) {
            figures.add('runs', runs.filter(({ outcome }) => outcome.verdict === verdict).length, {
                operation,
                verdict,
            });
        }
        const failed = runs.filter(({ outcome }) => outcome.verdict === 'failed');
        if (runs.length > 0)
            figures.add('run_success_ratio', (runs.length - failed.length) / runs.length, { operation });
        for (const failure of new Set(failed.map(({ outcome }) => outcome.failure ?? 'none'))) {
            const count = failed.filter(({ outcome }) => (outcome.failure ?? 'none') === failure).length;
            figures.add('run_failures', count, { operation, failure });
        }
    }
    figures.add('gate_overrides', events.filter(({ type }) => type === 'gate-override').length);
    figures.addTime('restore_last_timestamp_seconds', timeOf(events.find(({ type }) => type === 'restore')));
    const validation = events.find(({ type }) => type === 'validation');
    figures.add('validation_last_score', numberIn(validation, 'score'));
    figures.addTime('validation_last_timestamp_seconds', timeOf(validation));
}
function deploymentFigures(events, figures) {
    const deployment = events.find(({ type }) => type === 'deploy');
    const { state } = deployment?.details ?? {};
    if (typeof state === 'string')
        figures.addTime('deployment_last_timestamp_seconds', timeOf(deployment), { state });
}
function drillFigures(events, figures) {
    const seen = new Set();
    for (const event of events) {
        const { scenario } = event.details;
        if (event.type !== 'drill' || typeof scenario !== 'string' || seen.has(scenario))
            continue;
        seen.add(scenario);
        figures.addTime('drill_last_timestamp_seconds', timeOf(event), { scenario });
        figures.add('drill_last_passed', event.outcome.verdict === 'passed', { scenario });
        figures.addTime('drill_last_detect_seconds', numberIn(event, 'detect'), { scenario });
        figures.addTime('drill_last_recover_seconds', numberIn(event, 'recover'), { scenario });
        figures.add('drill_last_lost_writes', numberIn(event, 'lostWrites'), { scenario });
    }
}
function storeFigures({ stores }, figures) {
    for (const store of stores) {
        const labels = { store: store.name, type: store.type };
        figures.add('store_up', store.failure === null, labels);
        if (store.failure !== null)
            continue;
        figures.add('store_backups', store.backups, labels);
        figures.add('store_objects', store.objects, labels);
        figures.add('store_size_bytes', store.bytes, labels);
        figures.add('store_lacking_backups', store.lacksBackups.length, labels);
        figures.add('store_lacking_records', store.lacksProofs + store.lacksEvents, labels);
        figures.addTime('store_last_write_timestamp_seconds', store.youngest, labels);
    }
}
function timeOf(event) {
    return event === undefined ? null : Date.parse(event.at);
}
function numberIn(event, key) {
    const value = event?.details[key];
    return typeof value === 'number' ? value : null;
}


/***/ }),

/***/ 30470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RunReport),
/* harmony export */   s: () => (/* binding */ tellBug)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49012);
/* harmony import */ var _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(314);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75141);




/** Gathers what a run finds on its way, and makes its report. `Group` is what its checks belong to. */
class RunReport {
    checks = [];
    tables = [];
    copies = [];
    facts = [];
    objectives = [];
    notices = [];
    next = [];
    backupId = null;
    about = null;
    subject = undefined;
    restored = undefined;
    incident = undefined;
    waitsFor = undefined;
    deployed = undefined;
    overridden = undefined;
    /** Of a run that only says what it would do. */
    dryRun = false;
    /** Of such a run: what a person has not said yet. */
    missingConsent = [];
    timeline = [];
    operation;
    environment;
    clock;
    log;
    run;
    startedAt;
    constructor(operation, environment, ports) {
        this.operation = operation;
        this.environment = environment;
        this.clock = ports.clock;
        this.log = ports.log;
        this.run = ports.run;
        this.startedAt = ports.clock.now();
    }
    /**
     * Runs a part of the work as a phase of log and timeline.
     * @param describe what the timeline says of it, once it is done
     */
    async phase(name, work, describe = () => ({})) {
        const phase = { name, startedAt: this.clock.now(), duration: 0, status: 'failed' };
        this.timeline.push(phase);
        const started = this.clock.ticks();
        const failedBefore = this.failedChecks();
        try {
            const result = await this.log.group(name, work);
            if (this.failedChecks() === failedBefore)
                phase.status = 'done';
            Object.assign(phase, describe(result));
            return result;
        }
        finally {
            phase.duration = Math.round(this.clock.ticks() - started);
        }
    }
    /** A part of a phase that somebody else has timed. */
    addPhase(phase) {
        this.timeline.push(phase);
    }
    failedChecks() {
        return this.checks.filter((check) => check.status === 'failed').length;
    }
    notice(level, text, subjects = []) {
        this.notices.push({ level, text, subjects });
        if (level === 'warning')
            this.log.warning(text, subjects);
        else
            this.log.notice(text, subjects);
    }
    fact(label, text, value, unit) {
        this.facts.push({
            label,
            text,
            ...(value === undefined ? {} : { value }),
            ...(unit === undefined ? {} : { unit }),
        });
    }
    check(check) {
        this.checks.push(check);
        const text = `${check.rung}: ${check.name}: ${check.detail}`;
        if (check.status === 'failed')
            this.log.error(text, check.subjects);
        else if (check.status === 'passed' || isUnasked(check))
            this.log.info(text, check.subjects);
        else
            this.log.warning(text, check.subjects);
    }
    finish(verdict, failure) {
        if (failure?.hint !== undefined && !this.next.includes(failure.hint))
            this.next.unshift(failure.hint);
        const passed = this.checks.filter(({ status }) => status === 'passed');
        for (const { hint } of [...(0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .troubles */ .d4)(this.checks), ...passed])
            if (hint !== undefined && !this.next.includes(hint))
                this.next.push(hint);
        return {
            format: 1,
            operation: this.operation,
            environment: this.environment,
            verdict,
            failure: failure === null ? null : (0,_domain_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportFailure */ .x)(failure),
            backupId: this.backupId,
            startedAt: this.startedAt,
            finishedAt: this.clock.now(),
            actor: this.run.actor,
            reason: this.run.reason,
            runUrl: this.run.url,
            objectives: this.objectives,
            checks: this.checks,
            timeline: [...this.timeline].sort((a, b) => a.startedAt - b.startedAt),
            facts: this.facts,
            tables: this.tables,
            copies: this.copies,
            notices: this.notices,
            next: this.next,
            ...(this.about === null ? {} : { about: this.about }),
            ...(this.subject === undefined ? {} : { subject: this.subject }),
            ...(this.restored === undefined ? {} : { restored: this.restored }),
            ...(this.incident === undefined ? {} : { incident: this.incident }),
            ...(this.waitsFor === undefined ? {} : { waitsFor: this.waitsFor }),
            ...(this.deployed === undefined ? {} : { deployed: this.deployed }),
            ...(this.overridden === undefined ? {} : { overridden: this.overridden }),
            ...(this.dryRun ? { dryRun: true } : {}),
            ...(this.missingConsent.length === 0 ? {} : { missingConsent: this.missingConsent }),
        };
    }
    /** The report that the work comes to; when it throws, that of its failure. */
    async ending(work) {
        try {
            return await work();
        }
        catch (error) {
            return this.fail(error);
        }
    }
    /** The report of a run that could not go on. A bug is told with the places in the code. */
    fail(thrown) {
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
        if (failure.kind === 'bug')
            tellBug(failure, this.log);
        return this.finish('failed', failure);
    }
}
/**
 * What the environment file does not ask for stands in the report, and alarms nobody: GitHub shows ten annotations of a step, and
 * those belong to what is wrong. A rung of the ladder that was skipped leaves a proof short, which is worth a warning.
 */
function isUnasked({ rung, status }) {
    return status === 'skipped' && (rung === 'gate' || validationGroups.includes(rung));
}
const validationGroups = Object.values(_domain_validation_score_js__WEBPACK_IMPORTED_MODULE_1__/* .aspectOf */ ._u);
/** For whoever mends it. */
function tellBug(failure, log) {
    const { name, message, places } = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .bugReport */ .r)(failure);
    log.error(`a bug in Lifeboat (${name})`, [message]);
    log.info(places);
}


/***/ }),

/***/ 65279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ vanished),
/* harmony export */   Z: () => (/* binding */ removedIds)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);

/**
 * Backups of the range that were made, by the ledger or by proofs of them, and that are in no store that answered; without
 * those whose removal stands in the ledger.
 */
function vanished(history) {
    const known = new Set(history.known);
    const removed = removedIds(history.events);
    const made = history.events.flatMap(({ event }) => event?.type === 'backup' && event.outcome.verdict !== 'failed' && event.backupId !== null
        ? [event.backupId]
        : []);
    // Those of events that tell of a restore test or a restore were there as well.
    const used = history.proofs.flatMap(({ summary, backupId }) => summary !== null && ((0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(backupId)?.at ?? 0) >= (history.range.from ?? 0) ? [backupId] : []);
    return [...new Set([...made, ...used])].filter((id) => (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id) !== null && !known.has(id) && !removed.has(id));
}
/** What runs of retention say that they removed. */
function removedIds(events) {
    const removed = new Set();
    for (const { event } of events) {
        if (event?.type !== 'retention')
            continue;
        for (const id of String(event.details['removed'] ?? '').split(' '))
            removed.add(id);
    }
    return removed;
}


/***/ })

};
