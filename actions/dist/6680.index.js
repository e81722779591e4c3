export const id = 6680;
export const ids = [6680];
export const modules = {

/***/ 89838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ headline)
});

// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/reports/plain.js
var plain = __webpack_require__(49847);
// EXTERNAL MODULE: ./lib/reports/restored.js
var restored = __webpack_require__(33457);
;// CONCATENATED MODULE: ./lib/reports/deployed.js


/** What runs now, and with which data: what a person wants to know of a deployment before anything else. */
function deploymentHeadline({ verdict, failure, deployed, dryRun, missingConsent = [], }) {
    if (dryRun === true) {
        if (verdict === 'failed')
            return 'This would not succeed as things are. Nothing was changed.';
        if (missingConsent.length > 0)
            return (0,restored/* unsaidHeadline */.R9)('This', verdict, missingConsent);
        return verdict === 'passed'
            ? 'This could be carried out. Nothing was changed.'
            : 'This could be carried out, but not all is well. Nothing was changed.';
    }
    const isStopped = failure?.kind === 'cancelled';
    if (deployed === undefined) {
        if (isStopped)
            return 'Stopped from outside before it was done.';
        if (verdict === 'failed')
            return 'It did not come to its end.';
        return verdict === 'passed' ? 'All is well.' : 'It worked, but not all is well.';
    }
    const { state, data, isAskedFor } = deployed;
    const version = (0,plain/* plain */.p)(deployed.version, 100);
    const runs = deployed.runs === null ? null : (0,plain/* plain */.p)(deployed.runs, 100);
    const look = 'a person has to look what runs';
    const broken = isAskedFor ? 'could not be taken back' : 'failed, and the way back too';
    const sentences = {
        unfinished: `${isStopped ? 'Stopped from outside' : 'Broken off'} on the way ${isAskedFor ? 'back from' : 'to'} ${version}: the next run finds out how far it came, and goes on or takes it back`,
        untouched: `${version} was not deployed, and nothing was changed${runs === null ? '' : `: ${runs} still runs`}`,
        stands: verdict === 'failed' ? `${version} runs, but what came after it failed` : `${version} runs`,
        left: `${version} failed, and was left as it is: ${look}`,
        'rolled-back': `${version} ${isAskedFor ? 'was taken back' : 'failed'}: ${runs ?? 'what ran before'} runs again, ${dataText(data)}`,
        broken: `${version} ${broken}: ${look}${data === 'restored' ? '. The data from before it is back' : ''}`,
    };
    return `${sentences[state]}${verdict === 'degraded' ? '; but not all is well' : ''}.`;
}
function dataText(data) {
    if (data === 'restored')
        return 'on the data from before it';
    return data === 'same' ? 'on data that has not changed' : 'on the data as it is now';
}

// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(33678);
;// CONCATENATED MODULE: ./lib/reports/headline.js





/** The verdict in plain words: what a person who reads nothing else should know. */
function headline(report) {
    if (report.operation === 'deploy-env')
        return deploymentHeadline(report);
    if (report.failure?.kind === 'cancelled') {
        return report.operation === 'backup'
            ? 'Stopped from outside before the backup was complete: there is no new backup.'
            : report.operation === 'restore'
                ? `Stopped from outside. ${(0,restored/* restoreHeadline */.dU)(report)}`
                : report.incident !== undefined
                    ? 'Stopped from outside. What was done stays done, and the run can be gone on with.'
                    : 'Stopped from outside before it was done: nothing is proven.';
    }
    const failed = report.checks.filter((check) => check.status === 'failed').length;
    const short = report.checks.filter((check) => isShort(check.status)).length;
    const all = (0,words/* counted */.hS)(report.checks.length, 'check');
    if (report.operation === 'backup') {
        if (report.verdict === 'passed')
            return 'The backup is complete, and every store has it.';
        if (report.verdict === 'degraded')
            return 'There is a usable backup, but less than was asked for.';
        return 'This run did not give the backup that was asked for.';
    }
    if (report.operation === 'verify-restore') {
        if (report.verdict === 'passed')
            return `The backup came back whole: ${all}, ${report.checks.length === 1 ? 'passed' : 'all passed'}.`;
        if (report.verdict === 'degraded') {
            if (!(0,verdict/* hasReadData */.f0)(report.checks))
                return unreadHeadline(report);
            if (short === 0)
                return 'The backup came back, but not all is well.';
            return `The backup came back, but ${short} of ${all} found less than was asked for, or could not run.`;
        }
        if (failed > 0)
            return `The backup is not proven: ${failed} of ${all} failed.`;
        return report.failure?.kind === 'objective'
            ? 'The backup came back, but an objective was missed.'
            : 'The backup is not proven: the restore test could not be carried out.';
    }
    if (report.operation === 'restore')
        return (0,restored/* restoreHeadline */.dU)(report);
    if (report.operation === 'status') {
        if (report.verdict === 'passed')
            return `All is well: ${all} looked at what the stores hold.`;
        if (report.verdict === 'degraded')
            return `Backups are there, but ${short} of ${all} found less than was asked for, or could not look.`;
        return failed > 0
            ? `Not well: ${failed} of ${all} failed.`
            : 'It could not be found out how things stand.';
    }
    if (report.operation === 'gate')
        return gateHeadline(report);
    if (report.waitsFor !== undefined)
        return `It waits for a person: ${report.waitsFor}.`;
    // The message names the score or the categories that decided.
    if (report.operation === 'validate' && report.failure?.kind === 'objective')
        return `It did not pass: ${(0,plain/* plain */.p)(report.failure.message, 500)}.`;
    const about = aboutHeadline(report);
    if (about !== null)
        return about;
    if (report.verdict === 'passed')
        return 'All is well.';
    return report.verdict === 'degraded' ? 'It worked, but not all is well.' : 'It failed.';
}
/** Of a verification that was not to read restored data, and so proves nothing of it. */
function unreadHeadline({ checks }) {
    const short = checks.filter(({ status }) => isShort(status)).length;
    const all = (0,words/* counted */.hS)(checks.length, 'check');
    const found = short === 0
        ? `The backup is intact as far as was asked: ${all}, ${checks.length === 1 ? 'passed' : 'all passed'}`
        : `Of the backup ${short} of ${all} found less than was asked for, or could not run`;
    const wasRestored = checks.some(({ rung, status }) => rung === 'restorable' && status !== 'skipped');
    return wasRestored
        ? `${found}. What was restored was not read, so nothing is proven of its data.`
        : `${found}. Nothing was restored, so nothing is proven of its data.`;
}
/** Null where the report does not name what it was about. */
function aboutHeadline({ operation, environment, verdict, about: named, dryRun, incident, }) {
    if (named === undefined || named === '')
        return null;
    const about = (0,plain/* plain */.p)(named, 300);
    const byVerdict = (passed, degraded, failed) => ({ passed, degraded, failed })[verdict];
    if (operation === 'shape') {
        const written = `The shape of ${environment}’s database stands in ${about}`;
        return byVerdict(`${written}.`, `${written}, but not all is well.`, 'The shape could not be taken.');
    }
    if (operation === 'drill') {
        if (dryRun === true)
            return `Dry run of the drill ${about}: nothing was started.`;
        const drill = `The drill ${about}`;
        return byVerdict(`${drill} passed.`, `${drill} came to its end, but not all is well.`, `${drill} failed.`);
    }
    if (operation !== 'runbook')
        return null;
    if (dryRun === true) {
        const simulated = `Simulation of the runbook ${about}: nothing was done`;
        return byVerdict(`${simulated}.`, `${simulated}, and not all would be well.`, `${simulated}, and it failed.`);
    }
    const runbook = `The runbook ${about}`;
    return byVerdict(`${runbook} was carried out.`, incident?.isOver === true
        ? `${runbook} was carried out, but not all is well.`
        : `${runbook} has not come to its end.`, `${runbook} failed.`);
}
function isShort(status) {
    return status === 'degraded' || status === 'skipped';
}
function gateHeadline({ verdict, overridden, failure, checks }) {
    if (overridden !== undefined)
        return 'The gate is open only because it was overridden.';
    if (verdict === 'failed') {
        return failure?.kind === 'refused'
            ? 'The gate is closed: nothing may be deployed.'
            : 'The gate could not be judged, and is closed.';
    }
    if (checks.every(({ status }) => status === 'skipped'))
        return 'The gate is open, as it asks for nothing.';
    return verdict === 'passed'
        ? 'The gate is open: every condition is met.'
        : 'The gate is open; not everything that it asks for could be told for certain.';
}


/***/ }),

/***/ 49847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* unused harmony export clip */
/**
 * Text from data or users as one visible line: control and format characters (line breaks, terminal escapes, bidi
 * overrides, zero-width ones) are shown as `\u{…}` or become spaces, and what is too long is cut.
 */
function plain(text, atMost = 300) {
    const line = text
        .toWellFormed()
        .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
        .trim()
        .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return clip(line, atMost);
}
/** Cut to a number of characters, never within a pair of surrogates. */
function clip(text, atMost) {
    if (text.length <= atMost)
        return text;
    return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}


/***/ }),

/***/ 33457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ restoredRows),
/* harmony export */   R9: () => (/* binding */ unsaidHeadline),
/* harmony export */   dU: () => (/* binding */ restoreHeadline)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49847);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33678);



/** What a person wants to know of a restore before anything else. */
function restoreHeadline({ verdict, failure, restored, timeline, missingConsent = [], }) {
    if (restored?.dryRun === true) {
        if (verdict === 'failed')
            return 'This restore would not succeed as things are. Nothing was changed.';
        if (restored.condemned)
            return 'This backup will probably not come back: its restore test failed. Nothing was changed.';
        if (missingConsent.length > 0)
            return unsaidHeadline('This restore', verdict, missingConsent);
        return verdict === 'passed'
            ? 'This restore could be carried out. Nothing was changed.'
            : 'This restore could be carried out, but not all is well. Nothing was changed.';
    }
    const places = restored?.places ?? [];
    const exchanged = places.filter((place) => place.exchanged).map(({ source }) => source);
    const isExchanged = exchanged.length > 0;
    if (isExchanged && exchanged.length < places.length) {
        const others = places.filter((place) => !place.exchanged).map(({ source }) => source);
        return `Only a part was exchanged: ${exchanged.join(', ')} is back in its place, ${others.join(', ')} is not. They do not fit together.`;
    }
    if (verdict === 'failed') {
        if (isExchanged && failure !== null) {
            return 'The data is back in its place, but the application could not be brought back to work.';
        }
        const wasLed = timeline.some(({ name, status }) => name === 'reroute' && status === 'done');
        if (wasLed)
            return 'The data came back, and the application was led to it, but could not be brought to work.';
        return places.length > 0
            ? 'The data came back beside what is in use, which was not touched; the restore did not get further.'
            : 'Nothing was restored, and what is in use was not touched.';
    }
    const parts = [
        isExchanged ? 'The data is back in its place' : 'The data is back, beside what is in use',
        ...(restored?.inService === true ? ['and the application works on it'] : []),
    ];
    const older = restored === undefined || restored.passedOver === 0
        ? ''
        : ` It is older than was asked for: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(restored.passedOver, 'newer backup')} could not be restored.`;
    const hands = timeline.some(({ status }) => status === 'manual')
        ? ' A person has to do the rest: see below.'
        : '';
    return `${parts.join(', ')}.${older}${hands}`;
}
/** Of a dry run that nothing stands in the way of but what a person has to say. */
function unsaidHeadline(what, verdict, missing) {
    const also = verdict === 'passed' ? '' : ' Nor is all well.';
    return `${what} would be refused as it stands: ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .p)(missing.join(', '), 300)}.${also} Nothing was changed.`;
}
/** Where the data lies, what is kept, and what is lost, as label and text. */
function restoredRows({ restored }) {
    if (restored === undefined)
        return [];
    const { places, dataAt, dataLoss, mode, passedOver } = restored;
    const rows = [['Mode', restored.dryRun ? `${mode}, as a dry run` : mode]];
    for (const { source, database, schema, keptAs } of places) {
        const kept = keptAs === null ? '' : `; the former state is kept as ${keptAs}`;
        const where = schema === undefined ? database : `schema ${schema} in ${database}`;
        rows.push([places.length === 1 ? 'Restored to' : `${source} restored to`, `${where}${kept}`]);
    }
    if (dataAt !== null && dataLoss !== null) {
        rows.push(['Data up to', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .instantText */ .Xx)(dataAt)]);
        rows.push([
            'Data loss',
            `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(dataLoss)}: what was written from then to the start of this restore is not in it`,
        ]);
    }
    if (passedOver > 0)
        rows.push(['Given up', `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(passedOver, 'newer backup')}, whole in no store`]);
    return rows;
}


/***/ }),

/***/ 59753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ timelineGroups)
/* harmony export */ });
/** The phases in order, those of a drill by their scenario, whose name is then not said with each. */
function timelineGroups({ operation, about, timeline }, most) {
    const scenarios = operation === 'drill' && about !== undefined ? about.split(', ') : [];
    const groups = [];
    for (const phase of timeline.slice(0, most)) {
        const scenario = scenarios.find((name) => phase.name.startsWith(`${name}: `)) ?? null;
        if (groups.length === 0 || groups.at(-1)?.scenario !== scenario)
            groups.push({ title: scenarios.length > 1 ? scenario : null, scenario, phases: [] });
        const name = scenario === null ? phase.name : phase.name.slice(scenario.length + 2);
        groups.at(-1)?.phases.push({ ...phase, name });
    }
    return groups;
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
