export const id = 6005;
export const ids = [6005];
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

/***/ 6005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metrics: () => (/* binding */ metrics)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _status_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21038);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94582);



/**
 * The figures of one environment, from its stores' records alone. Where no store answers, that is a figure too: whoever
 * watches must not take the silence for the last good state.
 * @param window how far back runs are counted
 */
async function metrics(environment, { window }, ports) {
    const now = ports.clock.now();
    const figures = new _figures_js__WEBPACK_IMPORTED_MODULE_2__/* .Figures */ .iB(environment.environment);
    figures.add('info', 1, { version: ports.run.version });
    figures.addTime('metrics_timestamp_seconds', now);
    figures.addTime('window_seconds', window);
    (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .targetFigures */ .z$)(environment, figures);
    const history = await historyOrNull(environment, now - window, now, ports);
    figures.add('environment_up', history !== null);
    if (history !== null)
        (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .historyFigures */ .I$)(environment, history, now, figures);
    return figures.families();
}
async function historyOrNull(environment, from, to, ports) {
    try {
        return await (0,_status_history_js__WEBPACK_IMPORTED_MODULE_1__/* .readHistory */ .Lu)(environment, { from, to }, ports);
    }
    catch (error) {
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind !== 'unavailable' && failure.kind !== 'access')
            throw error;
        ports.log.warning(`no store of ${environment.environment} could be asked: ${failure.message}`);
        return null;
    }
}


/***/ })

};
