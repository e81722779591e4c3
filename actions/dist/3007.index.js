export const id = 3007;
export const ids = [3007,3965];
export const modules = {

/***/ 40811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hold)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_leases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86333);


/**
 * Keeps a second run of one kind away, for work of the worst hour: a store that takes no lease must not stop it, only a
 * lease that another holds does.
 * @param why as it follows the word "to": `restore (swap)`
 * @param warn is told when no store took it, so that a person looks after it
 * @throws Failure `refused` when another run is at it
 */
async function hold(environment, name, why, ports, warn) {
    try {
        return await (0,_vault_leases_js__WEBPACK_IMPORTED_MODULE_1__/* .takeLease */ ._)(ports.stores, environment, { exclusive: name, why }, ports);
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
        if (failure.kind === 'refused' || failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        warn(`no store took the lease that keeps a second run away: ${failure.message}; make sure that nobody else is at it`);
        return { demand: async () => undefined, [Symbol.asyncDispose]: async () => undefined };
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

/***/ 3965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandToAbandon: () => (/* binding */ commandToAbandon),
/* harmony export */   commandToGoOn: () => (/* binding */ commandToGoOn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _vault_shell_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68764);


/** The command that ends a run which nobody will go on with. @param options of this call that the command needs as well */
function commandToAbandon({ environment }, run, options) {
    const own = ['config', 'signing-key-file'].flatMap((name) => {
        const value = options.get(name);
        return value === undefined ? [] : [` --${name} ${(0,_vault_shell_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shellArgument */ .mN)(value)}`];
    });
    return `lifeboat runbook abandon --environment ${environment}${own.join('')} --run ${run} --reason "…"`;
}
/**
 * The command that goes on with a run, ready to be pasted: with the files, the confirmation and the reason that this run was
 * given, and with what was said of steps that it has not come to. What no store has on record is said in the command itself.
 */
function commandToGoOn({ environment }, { incident, file, steps, verification }, journal, input, { answers = new Map(), done = new Set(), given = new Map() } = {}) {
    const isPast = (id) => {
        const state = journal.steps.get(id)?.state;
        return state === 'done' || state === 'skipped';
    };
    const isOpen = (id) => !isPast(id);
    const isDecision = (id) => steps.some((step) => step.id === id && step.type === 'decision');
    // Of what was left out or done, the next run must be told where it cannot read it.
    const forgotten = [...steps, ...verification].flatMap(({ id }) => isPast(id) && (!journal.isRecorded || journal.unrecorded.has(id))
        ? [{ id, state: journal.steps.get(id) }]
        : []);
    const said = {
        answer: [
            ...new Map([
                ...forgotten.flatMap(({ id, state }) => state?.state === 'done' && state.answer !== null ? [[id, state.answer]] : []),
                // That it is done again was said of the last time.
                ...[...input.answers].filter(([id, answer]) => isOpen(id) && (answer !== 'again' || !journal.steps.has(id))),
                ...answers,
            ]),
        ].map(([id, answer]) => `${id}=${answer}`),
        give: [
            ...new Map([...[...input.given].filter(([key]) => isOpen(key.slice(0, key.indexOf('.')))), ...given]),
        ].map(([key, value]) => `${key}=${value}`),
        done: [
            ...new Set([
                ...forgotten.flatMap(({ id, state }) => (state?.state === 'done' && !isDecision(id) ? [id] : [])),
                ...[...input.done].filter(isOpen),
                ...done,
            ]),
        ],
        skip: [
            ...new Set([
                ...forgotten.flatMap(({ id, state }) => (state?.state === 'skipped' ? [id] : [])),
                ...[...input.skip].filter(isOpen),
            ]),
        ],
    };
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file);
    const options = [
        ['environment', environment],
        ['incident', incident],
        ...(folder === 'runbooks' ? [] : [['folder', folder]]),
        ...(journal.isRecorded
            ? [['run', journal.run]]
            : [['began', new Date(journal.beganAt).toISOString()]]),
        ...input.options,
        ...Object.entries(said).flatMap(([name, all]) => all.length === 0 ? [] : [[name, all.join(';')]]),
    ];
    return `lifeboat runbook run ${options.map(([name, value]) => `--${name} ${(0,_vault_shell_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shellArgument */ .mN)(value)}`).join(' ')}`;
}


/***/ }),

/***/ 72550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ whatIsMissing),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   cD: () => (/* binding */ writeEntry),
/* harmony export */   rZ: () => (/* binding */ readJournals)
/* harmony export */ });
/* unused harmony export runStartedAt */
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);
/* harmony import */ var _ledger_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53529);
/* harmony import */ var _ledger_read_events_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51012);




/**
 * Writes one line. A ledger that takes none must not stop a recovery: the report then says how to go on without it.
 * @returns whether a store took it
 */
async function writeEntry(environment, journal, entry, ports, 
/** Of the whole run, at its end or where it stopped. */
outcome = { verdict: 'passed', failure: null }) {
    const { run, incident, sha256, beganAt } = journal;
    const failed = entry.state === 'failed' || entry.abandoned === true;
    const written = await (0,_ledger_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEvent */ .y)(ports, environment, {
        type: 'runbook',
        outcome: failed
            ? { verdict: 'failed', failure: entry.abandoned === true ? 'cancelled' : 'objective' }
            : outcome,
        backupId: null,
        details: {
            run,
            incident,
            sha256,
            beganAt: new Date(beganAt).toISOString(),
            ...Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)),
        },
    });
    if (written === null) {
        ports.log.warning('this line of the run is in no store: should the run be killed now, name what is done already with done');
        return false;
    }
    journal.isRecorded = true;
    return true;
}
/**
 * Reads what a run has left. Only lines that were signed by a role that may write them count, where keys are known.
 * @throws Failure `missing` when no store knows the run
 */
async function readJournal(environment, run, ports) {
    const runs = await readJournals(environment, runStartedAt(run), ports);
    const journal = runs.get(run);
    if (journal === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `no store knows the run ${run} of a runbook of ${environment.environment}`, {
            hint: 'Look at the report of the run that is to be resumed. To begin anew, give no run; what is done already can be named with done.',
        });
    }
    return journal;
}
/** Every run that left a line since then, by its id. */
async function readJournals(environment, since, ports) {
    const runs = new Map();
    const { events, ...missing } = await (0,_ledger_read_events_js__WEBPACK_IMPORTED_MODULE_3__/* .searchEventsSince */ .Sl)(environment, since - clockSlack, ['runbook'], ports);
    for (const event of events)
        take(event, runs, missing);
    return runs;
}
/** Why lines of a run may be missing, as a sentence goes on; null when none is, or a person has looked since. */
function whatIsMissing({ missing, settled }) {
    const isOpen = (one) => !settled.has(one);
    const [stores, lost] = [missing.unreachable.filter(isOpen), missing.lost.filter(isOpen)];
    if (stores.length > 0)
        return `of lines that ${stores.join(' and ')} alone may have, which cannot be asked now`;
    if (lost.length === 0)
        return null;
    return `of ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(lost.length, 'line')} of the ledger that ${lost.length === 1 ? 'is' : 'are'} lost or cannot be believed`;
}
/** A person has found out how far the run had come. */
async function settle(environment, journal, ports) {
    const all = [...journal.missing.unreachable, ...journal.missing.lost];
    for (const one of all)
        journal.settled.add(one);
    await writeEntry(environment, journal, { entry: 'settled', missing: all.join(' ') }, ports);
}
/** Clocks of two machines may differ by this. */
const clockSlack = 10 * 60_000;
function take({ details, at, actor }, runs, lacking) {
    const { run, incident, sha256, beganAt, entry, step, state, answer, told, vouched, promoted, missing } = details;
    if (typeof run !== 'string' || typeof incident !== 'string' || typeof sha256 !== 'string')
        return;
    const began = typeof beganAt === 'string' ? Date.parse(beganAt) : NaN;
    if (Number.isNaN(began))
        return;
    const journal = runs.get(run) ?? {
        run,
        incident,
        sha256,
        beganAt: began,
        steps: new Map(),
        told: new Set(),
        ended: false,
        by: actor,
        lastAt: Date.parse(at),
        isRecorded: true,
        unrecorded: new Set(),
        missing: lacking,
        settled: new Set(),
    };
    journal.lastAt = Date.parse(at);
    runs.set(run, journal);
    if (entry === 'told' && typeof told === 'string')
        journal.told.add(told);
    if (entry === 'settled' && typeof missing === 'string')
        for (const one of missing.split(' '))
            journal.settled.add(one);
    if (entry === 'ended')
        journal.ended = true;
    if (entry !== 'step' || typeof step !== 'string' || !isState(state))
        return;
    journal.steps.set(step, {
        state,
        answer: typeof answer === 'string' ? answer : null,
        by: actor,
        at: Date.parse(at),
        vouched: vouched === true,
        promoted: typeof promoted === 'string' ? promoted : null,
    });
}
function isState(value) {
    return value === 'begun' || value === 'done' || value === 'skipped' || value === 'failed';
}
/** The time in a run's id. @throws Failure `config` when it is none */
function runStartedAt(run) {
    const time = (0,_ledger_read_events_js__WEBPACK_IMPORTED_MODULE_3__/* .eventTime */ .gE)(run.replace(/^.*-(?=\d{8}T)/, ''));
    if (Number.isNaN(time)) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'run: accepted: the id of a run, such as INC-001-20261121T101500Z-k3f9x');
    }
    return time;
}


/***/ }),

/***/ 53007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openFor: () => (/* binding */ openFor),
/* harmony export */   openJournal: () => (/* binding */ openJournal),
/* harmony export */   openRuns: () => (/* binding */ openRuns),
/* harmony export */   signedPorts: () => (/* binding */ signedPorts),
/* harmony export */   standOf: () => (/* binding */ standOf)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4527);
/* harmony import */ var _leases_hold_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40811);
/* harmony import */ var _ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1886);
/* harmony import */ var _signing_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19430);
/* harmony import */ var _go_on_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3965);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72550);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});









/** How far back a run that was left open is looked for. */
const openFor = 30 * 86_400_000;
/**
 * The ports with the key that signs the lines of a run. Without it nobody could go on with the run, and nobody would learn of
 * it: it is not begun. @throws Failure `config` when none of the keys that were given would be believed
 */
function signedPorts(environment, { incident }, ports) {
    const own = (0,_signing_keys_js__WEBPACK_IMPORTED_MODULE_6__.inRole)(environment, (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__.rolesThatSign)(environment, 'runbook'), ports);
    const key = own.keys.signing;
    const isSigned = Object.values(environment.signing).some((one) => one !== undefined);
    const trusted = (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__.trustedKeys)(environment, 'runbook');
    const isBelieved = key === null ? !isSigned : trusted === null || trusted.includes((0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_3__/* .publicKeyOf */ .kc)(key));
    if (isBelieved)
        return own;
    const roles = (0,_ledger_trusted_keys_js__WEBPACK_IMPORTED_MODULE_5__.rolesThatSign)(environment, 'runbook').filter((role) => environment.signing[role] !== undefined);
    const names = roles.map((role) => `signing.${role}`).join(', ');
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', `a run is kept in the ledger, signed, so that it can be gone on with: ${key === null ? 'no signing key was given' : `none of the signing keys that were given belongs to ${names}`}`, {
        hint: `Give the secret key of ${names === '' ? 'a role' : roles.length === 1 ? names : `one of ${names}`}: on a terminal --signing-key-file, in a job LIFEBOAT_SIGNING_KEY. When none is at hand, follow the runbook by hand: \`lifeboat runbook show --incident ${incident}\`.`,
    });
}
/**
 * Begins a run, or reads what the one that is gone on with has left.
 * @param next is told what else may be done about a failure
 * @throws Failure
 */
async function openJournal(environment, runbook, input, ports, next) {
    if (input.run === null) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            // Two who begin at the same moment would not find each other's run.
            const _beginning = __addDisposableResource(env_1, input.isAnother
                ? null
                : await (0,_leases_hold_js__WEBPACK_IMPORTED_MODULE_4__/* .hold */ ._)(environment.environment, `runbook-begin-${runbook.incident.toLowerCase()}`, `begin ${runbook.incident}`, ports, (text) => ports.log.warning(text)), true);
            if (!input.isAnother)
                await demandNoneOpen(environment, runbook, input, ports, next);
            const random = Buffer.from(ports.random.bytes(3)).toString('hex').slice(0, 5);
            const now = ports.clock.now();
            const journal = {
                run: `${runbook.incident}-${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .compactTime */ .dh)(now)}-${random}`,
                incident: runbook.incident,
                sha256: runbook.sha256,
                beganAt: input.beganAt ?? now,
                steps: new Map(),
                told: new Set(),
                ended: false,
                by: ports.run.actor,
                lastAt: now,
                isRecorded: false,
                unrecorded: new Set(),
                missing: { unreachable: [], lost: [] },
                settled: new Set(),
            };
            await (0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .writeEntry */ .cD)(environment, journal, { entry: 'begun' }, ports);
            return journal;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    const journal = await (0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .readJournal */ .a0)(environment, input.run, ports);
    if (journal.incident !== runbook.incident) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('refused', `the run ${input.run} is one of ${journal.incident}, not of ${runbook.incident}`);
    }
    if (journal.ended) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('refused', `the run ${input.run} has ended; there is nothing to go on with`);
    }
    if (journal.sha256 !== runbook.sha256) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('refused', `${runbook.file} is not the text that the run ${input.run} began with`, {
            hint: 'Bring that text back; or begin a new run with --run new, and name under done what is done already.',
        });
    }
    return journal;
}
/** Runs that have begun lately and not ended, the newest first. */
async function openRuns(environment, ports) {
    const runs = await (0,_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .readJournals */ .rZ)(environment, ports.clock.now() - openFor, ports);
    return [...runs.values()].filter(({ ended }) => !ended).sort((a, b) => b.beganAt - a.beganAt);
}
/** How far it has come, in a line. */
function standOf({ by, beganAt, steps }, now) {
    const [last, state] = [...steps].at(-1) ?? [];
    const where = last === undefined ? '' : `; its last step is ${last}, ${state?.state ?? ''}`;
    return `begun ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.max(0, now - beganAt))} ago${by === null ? '' : ` by ${by}`}${where}`;
}
/** Two people who come to the same incident are to be at one run. A ledger that cannot be read keeps nobody waiting. */
async function demandNoneOpen(environment, runbook, input, ports, next) {
    const runs = await openRuns(environment, ports).catch((error) => {
        ports.signal.throwIfAborted();
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(error);
        if (failure.kind === 'bug')
            throw error;
        ports.log.warning(`whether a run of ${runbook.incident} is open could not be read: ${failure.message}`);
        return [];
    });
    const open = runs.find(({ incident }) => incident === runbook.incident);
    if (open === undefined)
        return;
    const name = environment.environment;
    next.push('If this is another incident, begin another run: --run new.', `If nobody will end it: ${(0,_go_on_js__WEBPACK_IMPORTED_MODULE_7__.commandToAbandon)(environment, open.run, input.options)}`);
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('refused', `a run of ${runbook.incident} on ${name} is open: ${open.run}, ${standOf(open, ports.clock.now())}`, {
        hint: `Go on with it: ${(0,_go_on_js__WEBPACK_IMPORTED_MODULE_7__.commandToGoOn)(environment, runbook, open, input)}`,
    });
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

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Gw: () => (/* binding */ readStoredLease),
/* harmony export */   LV: () => (/* binding */ failureOfStore),
/* harmony export */   X5: () => (/* binding */ expiryText),
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
/* harmony export */   ii: () => (/* binding */ holderText),
/* harmony export */   mh: () => (/* binding */ listLeases),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* unused harmony export leaseSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);







/** What lies at the key of a lease. Times are ISO 8601 UTC. Documented in docs/format.md. */
const iso = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text)));
/** Whoever may write to the store could put a terminal's commands there, or a runner's. */
const line = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500));
const leaseSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['exclusive', 'use']),
    name: line,
    backupId: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Tells this holder's lease from any other at the same key. */
    token: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
    why: line,
    holder: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        actor: line.nullable(),
        runUrl: line.nullable(),
        host: line.nullable(),
    }),
    takenAt: iso,
    expiresAt: iso,
});
/** How far the clocks of two machines may be apart: so much longer is a lease of another's believed. */
const toleratedSkew = 2 * 60_000;
/** What cannot be read may have been written by a newer Lifeboat: it is believed for so long after it was stored. */
const unreadableTerm = 24 * 3_600_000;
/** Objects are small; more is not what we wrote. */
const largestLease = 65_536;
/** Whether whoever holds it may still be at work, as far as another machine can tell. */
function isLive({ expiresAt }, now) {
    return now <= expiresAt + toleratedSkew;
}
/** `by ada, on runner-7, run https://…` */
function holderText(record) {
    if (record === null)
        return 'by somebody whose lease this Lifeboat cannot read';
    const { actor, host, runUrl } = record.holder;
    const parts = [
        `by ${actor ?? 'an unknown actor'}`,
        ...(host === null ? [] : [`on ${host}`]),
        ...(runUrl === null ? [] : [runUrl]),
    ];
    return `${parts.join(', ')}, since ${record.takenAt.slice(0, 19)}Z, to ${record.why}`;
}
/** When it ends, for people. */
function expiryText(expiresAt, now) {
    const at = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    return expiresAt >= now ? `until ${at}` : `expired ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - expiresAt)} ago, at ${at}`;
}
/** The lease at a key; null when there is none. */
async function readLease(store, environment, key, signal) {
    const stored = await store.stat(key, signal);
    return stored === null ? null : readStoredLease(store, environment, stored, signal);
}
/** The lease that a listing found; null when it is gone by now. */
async function readStoredLease(store, environment, { key, modifiedAt }, signal) {
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, key, { signal }, largestLease).catch((error) => {
        const failure = failureOfStore(error, signal);
        if (failure.kind !== 'integrity')
            throw failure;
        return Buffer.alloc(0);
    });
    if (bytes === null)
        return null;
    const { name, backupId } = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, key) ?? { name: key, backupId: null };
    const record = parseLease(bytes.toString());
    return {
        key,
        name,
        backupId,
        store: store.name,
        record,
        expiresAt: record === null ? modifiedAt + unreadableTerm : Date.parse(record.expiresAt),
    };
}
function parseLease(text) {
    try {
        return (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, leaseSchema, 'lease');
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw error;
    }
}
/** Whatever went wrong is a trouble of that store alone, a full disk too. @throws Failure `cancelled` */
function failureOfStore(error, signal) {
    (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(signal);
    return (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
}
/** Every lease of an environment in every store, expired ones too. Never throws for a store: it is named. */
async function listLeases(stores, environment, { log, signal }) {
    const leases = [];
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const stored of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .leasesFolder */ ._5)(environment), signal)) {
                if ((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, stored.key) === null)
                    continue;
                const lease = await readStoredLease(store, environment, stored, signal);
                if (lease !== null)
                    leases.push(lease);
            }
        }
        catch (error) {
            const failure = failureOfStore(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be asked for leases: ${failure.message}`);
        }
    }));
    return { leases, unreachable };
}


/***/ }),

/***/ 86333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ leaseTerm),
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92880);
/* harmony import */ var _lease_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50701);




/** How long a lease holds without being renewed, and how often it is. */
const leaseTerm = 10 * 60_000;
const renewalPace = 3 * 60_000;
/** By then a put that another contender began before ours is visible, on stores that do not enforce conditions. */
const settlingTime = 1_000;
/**
 * Takes a lease in all stores, and renews it until it is disposed.
 * @throws Failure `refused` when another holds an exclusive one, naming who, since when and until when; the failure of the
 *   first store when none could be asked. A use lease that no store takes is granted all the same
 */
async function takeLease(stores, environment, request, context) {
    const isExclusive = 'exclusive' in request;
    if (isExclusive && request.exclusive.startsWith('use-')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'the name of an exclusive lease may not begin with use-');
    }
    const token = hex(context, 16);
    const key = isExclusive
        ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(environment, request.exclusive)
        : (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .useLeaseKey */ .hg)(environment, request.use, hex(context, 8));
    const holding = new Holding(environment, key, request, token, context);
    try {
        await (isExclusive ? holding.takeInEach(stores) : holding.putInAll(stores));
    }
    catch (error) {
        await holding.release();
        throw error;
    }
    holding.renewInBackground();
    return holding;
}
class Holding {
    name;
    failures = new Map();
    granted = new Map();
    environment;
    key;
    request;
    token;
    context;
    takenAt;
    renewal = null;
    renewing = Promise.resolve();
    constructor(environment, key, request, token, context) {
        this.environment = environment;
        this.key = key;
        this.name = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
        this.request = request;
        this.token = token;
        this.context = context;
        this.takenAt = context.clock.now();
    }
    get stores() {
        return [...this.granted.keys()].map((store) => store.name);
    }
    get isUse() {
        return 'use' in this.request;
    }
    /** One store after the other, so that all contenders meet at the same one first. */
    async takeInEach(stores) {
        const { log, clock, signal } = this.context;
        for (const store of stores) {
            try {
                this.grant(store, await this.takeIn(store));
            }
            catch (error) {
                const failure = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                if (!['access', 'unavailable', 'capacity'].includes(failure.kind))
                    throw failure;
                this.failures.set(store.name, failure);
                log.warning(`store ${store.name} did not take the lease ${this.name}: ${failure.message}`);
            }
        }
        const [first] = this.failures.values();
        if (this.granted.size === 0)
            throw first ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to put a lease in');
        await clock.sleep(settlingTime, signal);
        await this.demand();
    }
    /** Side by side: whoever is not protected by one store may be by another. */
    async putInAll(stores) {
        const { signal, log } = this.context;
        await Promise.all(stores.map(async (store) => {
            const expiresAt = this.freshExpiry();
            try {
                await store.put(this.key, this.bytes(expiresAt), { signal });
                this.grant(store, expiresAt);
            }
            catch (error) {
                this.failures.set(store.name, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
                log.debug(`store ${store.name} did not take the lease ${this.name}: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
            }
        }));
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
    }
    /** @returns when it expires there @throws Failure `refused` */
    async takeIn(store) {
        const { signal, clock } = this.context;
        for (let attempt = 1;; attempt += 1) {
            const expiresAt = this.freshExpiry();
            const refusal = await store.put(this.key, this.bytes(expiresAt), { signal }).then(() => null, (error) => {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind !== 'refused')
                    throw failure;
                return failure;
            });
            if (refusal === null)
                return expiresAt;
            const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            if (current?.record?.token === this.token)
                return expiresAt;
            if (current === null) {
                // Given back just now: whoever comes next may have it.
                if (attempt === 3)
                    throw refusal;
                continue;
            }
            if ((0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(current, clock.now()))
                throw held(this.environment, current, clock.now());
            return this.takeOver(store, current);
        }
    }
    /** Of all who see the same expired lease, the one whose claim is new replaces it. */
    async takeOver(store, expired) {
        const { signal, clock } = this.context;
        const about = mark(expired);
        for (let round = 1;; round += 1) {
            const claim = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(this.environment, `${this.name}.claim-${about.slice(0, 32)}-${round}`);
            try {
                await store.put(claim, this.bytes(clock.now()), { signal });
            }
            catch (error) {
                if ((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).kind !== 'refused')
                    throw error;
                const other = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, claim, signal);
                // A claimant that was killed in between must not hold it for ever.
                if (other === null || (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(other, clock.now()) || round === 20)
                    throw held(this.environment, expired, clock.now());
                continue;
            }
            try {
                return await this.replaceClaimed(store, expired);
            }
            finally {
                await store.remove(claim, signal);
            }
        }
    }
    /** Only after the claim is ours. */
    async replaceClaimed(store, expired) {
        const { signal, clock, log } = this.context;
        const expiresAt = this.freshExpiry();
        const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
        // Another may have claimed it, taken it and removed the claim since we looked.
        if (current !== null && mark(current) !== mark(expired))
            throw held(this.environment, current, clock.now());
        if (current === null)
            await store.put(this.key, this.bytes(expiresAt), { signal });
        else
            await store.replace(this.key, this.bytes(expiresAt), signal);
        log.warning(`store ${store.name}: took over the lease ${this.name}, which ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(expired.expiresAt, clock.now())}; it was held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(expired.record)}. That run was killed or stood still.`);
        return expiresAt;
    }
    grant(store, expiresAt) {
        this.granted.set(store, { expiresAt, lost: null });
    }
    async demand() {
        const { signal, clock, log } = this.context;
        let confirmed = 0;
        let unanswered = null;
        for (const [store, state] of this.granted) {
            if (state.lost !== null)
                throw state.lost;
            let current;
            try {
                current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            }
            catch (error) {
                unanswered = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                log.warning(`store ${store.name} could not confirm the lease ${this.name}: ${unanswered.message}`);
                continue;
            }
            this.judge(store, current);
            // Nobody takes a use lease over: one of ours that is late holds again once it is renewed.
            if (!this.isUse && clock.now() > state.expiresAt) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the lease ${this.name} was not renewed in time: this machine or store ${store.name} stood still`, { hint: 'Run it again.' });
            }
            confirmed += 1;
        }
        // A use lease never stops what no store could protect; an exclusive one has at least one store.
        if (confirmed === 0 && unanswered !== null && !this.isUse)
            throw unanswered;
    }
    /** @throws Failure `refused` when what lies there is not ours */
    judge(store, current) {
        if (current?.record?.token === this.token)
            return;
        const what = current === null
            ? 'was removed: somebody cleared it by hand, or took it to be of a run that had ended'
            : `is now held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(current.record)}`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${store.name}: the lease ${this.name} is no longer ours; it ${what}`, {
            hint: 'This run stops before it does harm. `lifeboat ledger verify` and the log of the other run say more.',
        });
    }
    renewInBackground() {
        if (this.granted.size === 0)
            return;
        this.renewal = this.context.clock.every(renewalPace, () => {
            this.renewing = this.renew();
            return this.renewing;
        });
    }
    /** Never throws: what is wrong is said, and `demand` finds it. */
    async renew() {
        const { signal, log, clock } = this.context;
        await Promise.all([...this.granted].map(async ([store, state]) => {
            if (state.lost !== null || signal.aborted)
                return;
            // Late: another may be taking it over at this very moment.
            if (!this.isUse && clock.now() > state.expiresAt)
                return;
            try {
                this.judge(store, await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal));
                const expiresAt = this.freshExpiry();
                await store.replace(this.key, this.bytes(expiresAt), signal);
                state.expiresAt = expiresAt;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind === 'refused')
                    state.lost = failure;
                log.warning(`store ${store.name}: the lease ${this.name} was not renewed: ${failure.message}`);
            }
        }));
    }
    /** Gives it back, also when the run is being stopped. What cannot be removed expires. */
    async release() {
        this.renewal?.[Symbol.dispose]();
        this.renewal = null;
        await this.renewing;
        const { clock, log } = this.context;
        // The run's own signal may be aborted already, and giving back is part of the clean-up.
        const signal = AbortSignal.timeout(timeToRelease);
        await Promise.all([...this.granted].map(async ([store, state]) => {
            try {
                if (state.lost !== null || (!this.isUse && clock.now() > state.expiresAt))
                    return;
                const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
                if (current?.record?.token === this.token)
                    await store.remove(this.key, signal);
            }
            catch (error) {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                log.notice(`store ${store.name}: the lease ${this.name} could not be given back, and expires by itself: ${failure.message}`);
            }
        }));
        this.granted.clear();
    }
    async [Symbol.asyncDispose]() {
        await this.release();
    }
    freshExpiry() {
        return this.context.clock.now() + leaseTerm;
    }
    bytes(expiresAt) {
        const { actor, url, host = null } = this.context.run;
        const record = {
            format: 1,
            kind: this.isUse ? 'use' : 'exclusive',
            name: this.name,
            backupId: 'use' in this.request ? this.request.use : null,
            token: this.token,
            why: this.request.why,
            holder: { actor, runUrl: url, host },
            takenAt: new Date(this.takenAt).toISOString(),
            expiresAt: new Date(expiresAt).toISOString(),
        };
        return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    }
}
/** A cancelled job has a few seconds for everything. */
const timeToRelease = 3_000;
/** What a person types to clear it. */
function breakCommand(environment, name) {
    return `lifeboat lease break --environment ${environment} --name ${name} --reason "…" --signing-key-file retention-signing-key.txt`;
}
function held(environment, lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: ${breakCommand(environment, lease.name)}`,
    });
}
/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }) {
    return record?.token ?? String(expiresAt);
}
function hex({ random }, count) {
    return Buffer.from(random.bytes(count)).toString('hex');
}


/***/ })

};
