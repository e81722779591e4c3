export const id = 6237;
export const ids = [6237,1886];
export const modules = {

/***/ 16950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ proofFormat),
/* harmony export */   Uv: () => (/* binding */ commonIsolation),
/* harmony export */   VK: () => (/* binding */ copyChecks),
/* harmony export */   bM: () => (/* binding */ acquits),
/* harmony export */   k_: () => (/* binding */ parseProof),
/* harmony export */   lG: () => (/* binding */ judgementOf)
/* harmony export */ });
/* unused harmony exports proofSchema, condemns */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93991);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75141);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);





/** What a restore test found, as stored beside the backup. Times are ISO 8601 UTC, spans milliseconds, sizes bytes. */
const proofFormat = 1;
/** What a restored server had of its own: `uid` a user but no network, `network` the other way round, `full` both. */
const isolations = ['full', 'uid', 'network', 'none'];
const verdict = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed']);
const proofSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(proofFormat),
    backupId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Digest of the manifest's bytes, so that a proof speaks of one manifest only. */
    manifestSha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    level: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
    verdict,
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** A time measured on a laboratory server is no real RTO; only a drill or a real restore has one. */
    rtoBasis: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('laboratory'),
    isolation: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(isolations),
    hardware: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ cpu: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), cores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), memory: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() }),
    /** `laboratory`: from choosing a backup to an analysed database; `estimate`: for the real target, plus allowances. */
    rto: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        laboratory: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        estimate: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    rpo: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        measured: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    signed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    checks: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        rung: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed', 'skipped']),
        detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        subjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
        failure: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(Object.keys(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKinds */ .cV))
            .nullable(),
        duration: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    })),
    /** What stood at the end of the ledger when the proof was made, so that nothing up to there can be taken out of it. */
    ledgerHeads: _ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerHeadsSchema */ .qe.optional(),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        source: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        rows: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    })),
});
/**
 * What every source that ran something had, so that a proof never claims a wall that one of them lacked. Sources that ran
 * nothing (null), such as trees of files, do not count; where none did, no wall was built either.
 */
function commonIsolation(sources) {
    const ran = sources.filter((isolation) => isolation !== null);
    const all = (wall) => ran.every((isolation) => isolation === 'full' || isolation === wall);
    if (ran.length === 0)
        return 'none';
    if (all('uid'))
        return all('network') ? 'full' : 'uid';
    return all('network') ? 'network' : 'none';
}
/** Names of the checks of copies: of one store's that fell short, and of those where everything lies, or is as stored. */
const copyChecks = { oneIn: 'copy in ', listed: 'objects', sound: 'copies' };
/**
 * Whether a restore test has shown that the backup itself is bad: data that is wrong, or that no store has whole. A machine
 * that could not try it (`missing` above the rung `stored` is a program or a source), a clock that is wrong and an objective
 * that was missed say nothing of the backup. It holds until a newer test of the same backup acquits it, as after a repair.
 */
function condemns({ verdict, checks }) {
    if (verdict !== 'failed')
        return false;
    const failed = checks.filter(({ status }) => status === 'failed');
    const isOfCopy = ({ name }) => name.startsWith(copyChecks.oneIn);
    const hasPassed = (wanted) => checks.some(({ name, status }) => name === wanted && status === 'passed');
    const hasWrongBytes = failed.some((check) => isOfCopy(check) && check.failure === 'integrity');
    // A copy that fell short says little where another is as it was stored.
    const isSoundSomewhere = hasPassed(copyChecks.sound) || (!hasWrongBytes && hasPassed(copyChecks.listed));
    return failed.some((check) => {
        if (isOfCopy(check)) {
            return !isSoundSomewhere && (check.failure === 'integrity' || check.failure === 'missing');
        }
        return check.failure === 'integrity' && check.rung !== 'fresh';
    });
}
/**
 * Whether a restore test has shown that the data came back. It may have been too late, or the data too old; but a check of
 * the user's that failed says that it is not what is wanted back.
 */
function acquits({ level, checks }) {
    const isOfAge = ({ rung, failure }) => rung === 'fresh' && failure === 'objective';
    return ((0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .asksForData */ .KL)(level) &&
        (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .hasReadData */ .f0)(checks) &&
        checks.every((check) => check.status !== 'failed' || isOfAge(check)));
}
const untried = { word: 'untried', proof: null };
/**
 * What is known of a backup: by the newest restore test that condemns or acquits it. One that could not be made says
 * nothing, and one that read no data clears no bytes, nor does it take back what an older one has shown. One that read data
 * which a check of the user's refused does take it back.
 * @param proofs of one backup that can be believed, newest first; no more is taken than decides
 * @param manifestSha256 of the manifest that lies there now: data that came back of another acquits nothing
 */
async function judgementOf(proofs, manifestSha256) {
    let isDoubted = false;
    for await (const proof of proofs) {
        if (condemns(proof))
            return { word: 'condemned', proof };
        if (proof.manifestSha256 !== manifestSha256)
            continue;
        if (acquits(proof))
            return isDoubted ? untried : { word: 'acquitted', proof };
        isDoubted ||= proof.checks.some(({ rung, status }) => rung === 'useful' && status === 'failed');
    }
    return untried;
}
/** @throws Failure as `parseManifest` does */
function parseProof(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)(text, proofSchema, 'proof');
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

/***/ 71930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ silentLog)
/* harmony export */ });
const silentLog = {
    debug: () => undefined,
    info: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    error: () => undefined,
    group: (_title, work) => work(),
    progress: () => ({ report: () => undefined, [Symbol.dispose]: () => undefined }),
};


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

/***/ 90045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ writeProof),
/* harmony export */   I2: () => (/* binding */ listProofs),
/* harmony export */   r$: () => (/* binding */ readProof)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_proof_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16950);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27441);





/**
 * Stores a proof, with its signature.
 * @param context with all stores of the environment, also those that lack the backup: a proof may lie where it does not
 * @throws Failure when none took it
 */
async function writeProof(proof, at, context) {
    const { environment, backupId } = proof;
    const key = await freeKey(proof, at, context);
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSigned */ .qc)({
        key,
        comment: proofComment(key),
        value: proof,
        what: 'proof',
        check: (text) => checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, backupId),
    }, context);
}
/** Keys have whole seconds: a second proof of the same second takes the next one. */
async function freeKey(proof, at, { stores, signal }) {
    for (let second = 0;; second += 1) {
        const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofKey */ .CU)(proof.environment, proof.backupId, at + second * 1_000);
        const taken = await Promise.all(stores.map((store) => isTaken(store, key, signal)));
        if (!taken.includes(true) || second === 60)
            return key;
    }
}
async function isTaken(store, key, signal) {
    try {
        return (await store.stat(key, signal)) !== null;
    }
    catch (error) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
        return false; // the put will say what is wrong with this store
    }
}
/** Every proof that some store has, newest first; of one backup, or of all. @throws Failure when no store could be asked */
async function listProofs(stores, environment, context) {
    const found = new Map();
    const failures = [];
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofsFolder */ .Wx)(environment, context.backupId), context.signal)) {
                const parsed = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
                if (parsed !== null)
                    found.set(key, { key, ...parsed });
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, context.signal);
            failures.push(failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    if (failures[0] !== undefined && failures.length === stores.length)
        throw failures[0];
    return [...found.values()].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
}
/**
 * A proof, checked for origin and place. @throws Failure as `readSigned` does, and `integrity` when it speaks of another
 * manifest than the one given
 */
async function readProof(stores, environment, key, options) {
    const place = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
    if (place === null)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `${key} is no place of a proof of ${environment}`);
    const parse = (text) => {
        const proof = checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, place.backupId);
        if (options.manifestSha256 !== undefined && proof.manifestSha256 !== options.manifestSha256) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at ${key} speaks of another manifest`);
        }
        return proof;
    };
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .readSigned */ .Nu)(stores, key, proofComment(key), options, parse, options);
    return { ...read, proof: value };
}
function checkPlace(proof, environment, backupId) {
    if (proof.environment !== environment || proof.backupId !== backupId) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at the place of ${backupId} is that of another backup`);
    }
    return proof;
}
/** What a proof's signature is for: its key names environment, backup and time. */
function proofComment(key) {
    return `lifeboat proof ${key.replace(/\.json$/, '')}`;
}


/***/ })

};
