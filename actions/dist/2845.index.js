export const id = 2845;
export const ids = [2845];
export const modules = {

/***/ 52845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compliancePage: () => (/* binding */ compliancePage)
});

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/reports/page.js
const cell = (text, tone) => tone === undefined ? { text } : { text, tone };

// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(33678);
;// CONCATENATED MODULE: ./lib/reports/compliance-losses.js



/** So many are named at the top; the rows name each. */
const mostNamed = 8;
const whys = {
    gone: 'no store has it, and no retention removed it',
    hollow: 'no store has it whole',
    doubtful: 'its manifest cannot be read or believed',
};
function whyOf(fate, condemnedAt) {
    if (fate !== 'condemned')
        return whys[fate];
    return `the restore test${condemnedAt === undefined ? '' : ` of ${(0,words/* instantText */.Xx)(condemnedAt)}`} condemned it`;
}
/** What was lost, in one paragraph. */
function lossText({ lost, silent }) {
    const named = lost
        .slice(0, mostNamed)
        .map(({ id, fate, condemnedAt }) => `${id} (${whyOf(fate, condemnedAt)})`);
    const more = lost.length > mostNamed ? `; and ${lost.length - mostNamed} more` : '';
    const doubt = silent.length === 0
        ? ''
        : ` ${silent.join(' and ')} could not be asked, and may have what the others lack.`;
    return `NOT ALL IS THERE: ${(0,units/* counted */.hS)(lost.length, 'backup')} of this period cannot be restored now: ${named.join('; ')}${more}. What the RPO rests on counts without ${lost.length === 1 ? 'it' : 'them'}.${doubt}`;
}
/** Where a backup is; and if nowhere, why. */
function copiesCell({ stored, fate, condemnedAt, }) {
    if (fate === 'gone' || fate === 'hollow' || fate === 'doubtful' || fate === 'condemned') {
        const some = stored?.copies ?? [];
        const why = whyOf(fate, condemnedAt);
        return cell(`${some.length === 0 ? 'none' : some.join(', ')}: ${why}`, 'bad');
    }
    if (fate === 'expired')
        return cell('none now: removed by retention');
    if (stored === null)
        return cell('none');
    return cell(stored.copies.join(', '), 'good');
}

;// CONCATENATED MODULE: ./lib/reports/event-details.js

/** What an event of the ledger says of itself, in words and units for people: `recovered in 2.0 s, writes lost 14, RTO met`. */
function detailsText({ type, details }) {
    return Object.entries(details)
        .filter(([key, value]) => value !== null && value !== '' && !isForMachines(type, key, value))
        .map(([key, value]) => told(key, value))
        .join(', ');
}
function told(key, value) {
    const objective = objectives[key];
    if (objective !== undefined && typeof value === 'boolean')
        return `${objective} ${value ? 'met' : 'missed'}`;
    const spanned = spans[key];
    if (spanned !== undefined && typeof value === 'number')
        return `${spanned} ${(0,units/* formatDuration */.a3)(value)}`;
    const sized = sizes[key];
    if (sized !== undefined && typeof value === 'number')
        return `${sized} ${(0,units/* formatBytes */.z3)(value)}`;
    const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
    return `${event_details_words[key] ?? spaced(key)}: ${text ?? (typeof value === 'number' ? (0,units/* grouped */.zD)(value) : String(value))}`;
}
const objectives = { rtoMet: 'RTO', rpoMet: 'RPO' };
/** In milliseconds, as events hold them. */
const spans = {
    detect: 'noticed after',
    recover: 'recovered in',
    lossAge: 'oldest lost write',
    duration: 'took',
    took: 'took',
    dataLoss: 'data lost of the last',
};
const sizes = { size: 'size', bytes: 'bytes read', freed: 'freed' };
const event_details_words = {
    lostWrites: 'writes lost',
    passedOver: 'newer backups passed over',
    inService: 'in service',
    partial: 'of a part alone',
};
/** `restoresData` → `restores data` */
function spaced(key) {
    return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
/** What a later run reads to go on: the ledger has it in full. */
function isForMachines(type, key, value) {
    return ((typeof value === 'string' && /^[[{]/.test(value)) ||
        (type === 'runbook' && ['sha256', 'beganAt', 'entry'].includes(key)));
}

;// CONCATENATED MODULE: ./lib/reports/compliance.js





/** The compliance report as a page: what holds first, then every record of the period. */
function compliancePage(report) {
    return {
        title: `Compliance report: ${report.environment}`,
        lead: [
            // First of all, what an auditor must not have to look for.
            ...(report.lost.length === 0 ? [] : [lossText(report)]),
            `From ${(0,words/* instantText */.Xx)(report.from)} to ${(0,words/* instantText */.Xx)(report.to)}.`,
            `Made ${(0,words/* instantText */.Xx)(report.madeAt)}${report.madeBy.actor === null ? '' : ` by ${report.madeBy.actor}`} with Lifeboat ${report.madeBy.lifeboat}, from the manifests, proofs and ledger in the stores alone. Each record was held to its signature.`,
        ],
        sections: [
            ledgerSection(report),
            objectivesSection(report),
            ratesSection(report.rates),
            limitsSection(report.limits),
            listSection('Backups', report.backups, backupHeads, backupRow),
            listSection('Restore tests', report.proofs, proofHeads, proofRow),
            eventSection('Drills', report.drills),
            eventSection('Restores', report.restores),
            listSection('Deployments and validations', report.deployments, deploymentHeads, deploymentRow),
            eventSection('Overrides', report.overrides),
            eventSection('Other operations', report.others),
        ],
    };
}
function ledgerSection({ ledger, lost }) {
    const words = {
        passed: 'The ledger holds together: no event was taken out or changed.',
        degraded: 'The ledger holds together as far as it could be read, but not all is well with it.',
        failed: 'The ledger does NOT hold together: what this report says rests on records that were damaged or changed.',
    };
    return {
        title: 'The ledger',
        text: [
            `${words[ledger.verdict]} It has ${(0,units/* counted */.hS)(ledger.events, 'event')} in all.`,
            ...(lost.length === 0
                ? []
                : [
                    `It does NOT agree with what the stores hold: ${(0,units/* counted */.hS)(lost.length, 'backup')} of the period cannot be restored, and no run of retention removed ${lost.length === 1 ? 'it' : 'them'}.`,
                ]),
            ...ledger.findings,
        ],
        table: null,
    };
}
function objectivesSection({ targets, recoveryPoint, recoveryTime }) {
    const { judged, met, unmeasured } = recoveryTime;
    const apart = unmeasured === 0 ? '' : `; ${unmeasured} more failed, and measured nothing`;
    return {
        title: 'Objectives',
        text: [],
        table: {
            heads: ['objective', 'promised', 'found', 'rests on'],
            rows: [
                [
                    cell('RPO'),
                    cell(durationOr(targets.rpo)),
                    recoveryPointCell(recoveryPoint, targets.rpo),
                    cell('when each backup began and was complete'),
                ],
                [
                    cell('RTO'),
                    cell(durationOr(targets.rto)),
                    judged === 0
                        ? cell(`never judged${apart}`)
                        : cell(`met by ${met} of ${judged}${apart}`, met < judged ? 'bad' : unmeasured > 0 ? 'warning' : 'good'),
                    cell('restore tests in a laboratory, estimated for the real server; drills are listed below'),
                ],
                [cell('a backup every'), cell(durationOr(targets.backupEvery)), cell('see Backups'), cell('')],
                [
                    cell('a restore test every'),
                    cell(durationOr(targets.verifyEvery)),
                    cell('see Restore tests'),
                    cell(''),
                ],
                [cell('a drill every'), cell(durationOr(targets.drillEvery)), cell('see Drills'), cell('')],
            ],
        },
    };
}
function recoveryPointCell({ kept, worst, withLost, unknownBefore }, promised) {
    const whatIf = withLost === null
        ? ''
        : `; counting the backups that cannot be restored, until now: ${keptText(withLost.kept, withLost.worst)}`;
    if (worst === null) {
        const text = withLost === null ? 'no backup is known' : 'no backup is there that could be restored';
        return cell(text + whatIf, promised === null && withLost === null ? undefined : 'bad');
    }
    const without = withLost === null ? '' : 'without the backups that cannot be restored: ';
    const judged = without + keptText(kept, worst) + whatIf;
    const isSure = withLost === null && unknownBefore === null;
    const lasting = kept === null && withLost === null ? undefined : isSure ? 'good' : 'warning';
    const tone = kept !== null && kept < 1 ? 'bad' : lasting;
    return cell(unknownBefore === null
        ? judged
        : `${judged}, since the first backup: before ${(0,words/* instantText */.Xx)(unknownBefore)} no backup is known`, tone);
}
function keptText(kept, worst) {
    const moment = worst === null ? '' : `${(0,units/* formatDuration */.a3)(worst)} at the worst moment`;
    return kept === null ? moment : `kept ${percent(kept)} of the time; ${moment}`;
}
function ratesSection(rates) {
    return {
        title: 'Success rates',
        text: ['Runs that ended in the period, by the ledger. The rate is the share that did not fail.'],
        table: {
            heads: ['operation', 'runs', 'passed', 'degraded', 'failed', 'rate'],
            rows: rates
                .filter(({ runs }) => runs > 0)
                .map(({ operation, runs, passed, degraded, failed, success }) => [
                cell(operation),
                ...[runs, passed, degraded, failed].map((count) => cell(String(count))),
                cell(success === null ? '–' : percent(success), failed === 0 ? 'good' : 'bad'),
            ]),
        },
    };
}
function limitsSection(limits) {
    return { title: 'What this report cannot say', text: [...limits], table: null };
}
function listSection(title, rows, heads, rowOf) {
    if (rows.length === 0)
        return { title, text: ['None in this period.'], table: null };
    return {
        title,
        text: [`${rows.length} in this period, the newest first.`],
        table: { heads, rows: rows.map(rowOf) },
    };
}
const backupHeads = [
    'backup',
    'begun',
    'run',
    'class',
    'took',
    'size',
    'copies',
    'sealed',
    'by',
    'reason',
    'note',
];
function backupRow(backup) {
    const { stored } = backup;
    return [
        { text: backup.id, url: backup.runUrl },
        cell((0,words/* instantText */.Xx)(backup.at)),
        verdictCell(backup.outcome),
        cell(stored?.class ?? ''),
        cell(stored === null ? '' : (0,units/* formatDuration */.a3)(stored.duration)),
        cell(stored === null ? '' : (0,units/* formatBytes */.z3)(stored.size)),
        copiesCell(backup),
        cell(stored === null ? '' : stored.isEncrypted ? 'yes' : 'no'),
        cell(backup.actor ?? ''),
        cell(backup.reason ?? ''),
        cell(backup.trouble ?? ''),
    ];
}
const proofHeads = [
    'made',
    'backup',
    'verdict',
    'asked up to',
    'recovery time',
    'age of data',
    'failed checks',
    'by',
    'note',
];
function proofRow(proof) {
    return [
        { text: (0,words/* instantText */.Xx)(proof.at), url: proof.runUrl },
        cell(proof.backupId),
        verdictCell(proof.verdict),
        cell(proof.level ?? ''),
        measured(proof.rto, proof.rtoMet),
        measured(proof.rpo, proof.rpoMet),
        cell(proof.failedChecks.join('; ')),
        cell(proof.actor ?? ''),
        cell(proof.trouble ?? ''),
    ];
}
const eventHeads = ['ended', 'what', 'outcome', 'backup', 'details', 'by', 'reason', 'note'];
function eventSection(title, events) {
    return listSection(title, events, eventHeads, (event) => [
        { text: (0,words/* instantText */.Xx)(event.at), url: event.runUrl },
        cell(event.type),
        eventOutcome(event),
        cell(event.backupId ?? ''),
        cell(detailsText(event)),
        cell(event.actor ?? ''),
        cell(event.reason ?? ''),
        cell(event.trouble ?? ''),
    ]);
}
const deploymentHeads = [
    'ended',
    'what',
    'version',
    'from',
    'state',
    'outcome',
    'backup before',
    'by',
    'reason',
    'note',
];
function deploymentRow(event) {
    const { type, details } = event;
    const text = (key) => String(details[key] ?? '');
    return [
        { text: (0,words/* instantText */.Xx)(event.at), url: event.runUrl },
        cell(type),
        cell(text('version')),
        cell(text('from')),
        cell(type === 'validation' && text('score') !== '' ? `score ${text('score')}` : text('state')),
        eventOutcome(event),
        cell(event.backupId ?? ''),
        cell(event.actor ?? ''),
        cell(event.reason ?? ''),
        cell(event.trouble ?? ''),
    ];
}
function eventOutcome({ type, isOpen, verdict, failure, details }) {
    if (!isOpen)
        return verdictCell(verdict, failure);
    const { step, state } = details;
    return type === 'runbook' && state === 'failed' && typeof step === 'string'
        ? cell(`stopped: the step ${step} failed, and nobody has gone on with it, or abandoned it`, 'warning')
        : cell('open: it has not ended', 'warning');
}
function verdictCell(verdict, failure) {
    if (verdict === null)
        return cell('not known', 'warning');
    const tone = { passed: 'good', degraded: 'warning', failed: 'bad' };
    return cell(failure === undefined || failure === null ? verdict : `${verdict} (${failure})`, tone[verdict]);
}
function measured(span, met) {
    if (span === null)
        return cell('');
    return cell((0,units/* formatDuration */.a3)(span), met === null ? undefined : met ? 'good' : 'bad');
}
function durationOr(span) {
    return span === null ? 'none set' : (0,units/* formatDuration */.a3)(span);
}
/** Never rounded up to what it is not. */
function percent(share) {
    return `${(Math.floor(share * 10_000) / 100).toFixed(share === 1 ? 0 : 2)} %`;
}


/***/ }),

/***/ 33678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ verdictWord),
/* harmony export */   Gt: () => (/* binding */ rungMeaning),
/* harmony export */   Kb: () => (/* binding */ writeOnceText),
/* harmony export */   MW: () => (/* binding */ operationWord),
/* harmony export */   Ti: () => (/* binding */ namesHidden),
/* harmony export */   Xx: () => (/* binding */ instantText),
/* harmony export */   YJ: () => (/* binding */ isBadTable),
/* harmony export */   Zn: () => (/* binding */ nextSteps),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   hS: () => (/* reexport safe */ _domain_units_js__WEBPACK_IMPORTED_MODULE_0__.hS),
/* harmony export */   p5: () => (/* binding */ tablesByInterest),
/* harmony export */   rc: () => (/* binding */ statusCounts),
/* harmony export */   t6: () => (/* binding */ isGoodCopy),
/* harmony export */   xJ: () => (/* binding */ checksByRung),
/* harmony export */   zD: () => (/* reexport safe */ _domain_units_js__WEBPACK_IMPORTED_MODULE_0__.zD)
/* harmony export */ });
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75141);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);


/** The sentences and counts that every rendering shares. Nothing in here comes from data but numbers. */
/** `restore test` */
function operationWord(operation) {
    const words = {
        backup: 'backup',
        'verify-restore': 'restore test',
        restore: 'restore',
        retention: 'retention',
        replicate: 'replication',
        repair: 'repair',
        'ledger-verify': 'check of the ledger',
        lease: 'leases',
        list: 'list of backups',
        plan: 'plan',
        'store-check': 'store check',
        'deploy-env': 'deployment',
        gate: 'gate',
        validate: 'validation',
        'validate-pr': 'trial of a pull request',
        shape: 'shape of the database',
        status: 'watch',
        drill: 'drill',
        runbook: 'runbook',
    };
    return words[operation];
}
/** Rungs and other aspects that have checks: the ladder from below, then the others in their order. */
function checksByRung(checks) {
    return [..._domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .rungs */ .W2, ..._domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .aspects */ .wc].flatMap((rung) => {
        const own = checks.filter((check) => check.rung === rung);
        return own.length === 0 ? [] : [{ rung, checks: own, status: worstStatus(own) }];
    });
}
/** A rung is skipped only when all of it was; a part that was skipped leaves it short, but for what a gate does not ask for. */
function worstStatus(checks) {
    if (checks.some((check) => check.status === 'failed'))
        return 'failed';
    if (checks.every((check) => check.status === 'skipped'))
        return 'skipped';
    const isShort = checks.some(({ status, rung }) => status !== 'passed' && !(status === 'skipped' && rung === 'gate'));
    return isShort ? 'degraded' : 'passed';
}
const rungMeaning = {
    stored: 'every object is there, with its size',
    intact: 'digests, signature and encryption hold',
    complete: 'everything of the database is in the backup, or named as not included',
    restorable: 'it restores without a single error',
    equal: 'what came back equals what was dumped',
    sound: 'constraints, sequences, extensions and roles are in order',
    fresh: 'the newest data is as new as was promised',
    useful: 'your own checks are true',
    'environment status': 'what was deployed runs, with room to run on',
    'service health': 'each service answers, and soon enough',
    'RTO compliance': 'backups and restores keep to the objectives, as measured',
    'security boundaries': 'who is not meant to come in is refused',
    performance: 'requests are answered within the thresholds',
    'operational readiness': 'whoever is called at night finds what they need',
    smoke: 'your own flows through the application succeed',
    gate: 'there is a proven way back, and the version is fit to go',
    deployment: 'the version was brought up, and stands',
    'pull request': 'the change survives the shape and size of real data',
    watch: 'backups, proofs and drills come as they should',
    drill: 'the failure was noticed, recovered from, and the data checked',
    runbook: 'each step of the procedure was done',
};
/** `12 passed, 1 failed` */
function statusCounts(statuses) {
    const counts = new Map();
    for (const status of statuses)
        counts.set(status, (counts.get(status) ?? 0) + 1);
    return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}
/** What to do, without repetition: the report's own steps, then the hints of the failure and of what went wrong. */
function nextSteps(report) {
    const hints = [report.failure?.hint, ...(0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .troubles */ .d4)(report.checks).map((check) => check.hint)];
    const distinct = [...new Set([...report.next, ...hints.filter((hint) => typeof hint === 'string')])];
    return distinct.length === 0 && report.failure !== null ? [fallbackStep(report.failure.kind)] : distinct;
}
/** For a failure whose message is all there is: what its kind asks for. */
function fallbackStep(kind) {
    const steps = {
        bug: 'This is a fault of Lifeboat itself: please report it, with the log of this run.',
        config: 'Change the input or the file that the message is about, and run it again.',
        missing: 'Bring back what is missing, or name another, and run it again.',
        refused: 'See to what the message asks for, and run it again.',
        access: 'Grant the right that is missing, or give other credentials, and run it again.',
        unavailable: 'Run it again; if it fails again, see why what the message names does not answer.',
        integrity: 'Rely on nothing that is damaged: use another copy or an older backup. lifeboat repair mends copies from a sound one.',
        objective: 'Look at what did not pass; the log of this run has the course of it.',
        capacity: 'Make room, and run it again.',
        cancelled: 'Run it again when it may run to its end.',
    };
    return steps[kind];
}
const badTables = ['different', 'missing', 'unproven'];
/** Tables in the order in which a reader wants them: troubled ones first, then the largest. */
function tablesByInterest(tables) {
    const rank = (table) => {
        const position = badTables.indexOf(table.status);
        return position < 0 ? badTables.length : position;
    };
    return [...tables].sort((a, b) => rank(a) - rank(b) || (b.bytes ?? 0) - (a.bytes ?? 0) || (b.rows ?? 0) - (a.rows ?? 0));
}
function isBadTable(table) {
    return badTables.includes(table.status);
}
function isGoodCopy(copy) {
    return copy.status === 'complete';
}
function writeOnceText(writeOnce) {
    return writeOnce === null
        ? 'not known'
        : writeOnce
            ? 'refuses to overwrite'
            : 'does not refuse to overwrite';
}
const verdictWord = {
    passed: 'passed',
    degraded: 'degraded',
    failed: 'failed',
};
/** `2026-11-21 10:15:00 UTC` */
function instantText(at) {
    const date = new Date(at);
    if (Number.isNaN(date.getTime()))
        return 'an unknown time';
    return date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC');
}
/** A message as a sentence begins; what begins with a path or a name stays as it is. */
function sentence(message) {
    return /^[a-z]+[ ,]/.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}
const namesHidden = 'named in the JSON report';


/***/ })

};
