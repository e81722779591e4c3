export const id = 904;
export const ids = [904];
export const modules = {

/***/ 30470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ RunReport)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** Gathers what a run finds on its way, and makes its report. */
class RunReport {
    checks = [];
    tables = [];
    copies = [];
    facts = [];
    objectives = [];
    notices = [];
    next = [];
    backupId = null;
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
    /** Runs a part of the work as a phase of log and timeline. */
    async phase(name, work) {
        const phase = { name, startedAt: this.clock.now(), duration: 0, status: 'failed' };
        this.timeline.push(phase);
        const started = this.clock.ticks();
        try {
            const result = await this.log.group(name, work);
            phase.status = 'done';
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
        else if (check.status === 'passed')
            this.log.info(text);
        else
            this.log.warning(text, check.subjects);
    }
    finish(verdict, failure) {
        if (failure?.hint !== undefined && !this.next.includes(failure.hint))
            this.next.unshift(failure.hint);
        for (const { hint } of this.checks)
            if (hint !== undefined && !this.next.includes(hint))
                this.next.push(hint);
        return {
            format: 1,
            operation: this.operation,
            environment: this.environment,
            verdict,
            failure: failure === null
                ? null
                : {
                    kind: failure.kind,
                    message: failure.message,
                    hint: failure.hint ?? null,
                    subjects: failure.subjects,
                },
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
        };
    }
    /** The report of a run that could not go on. A bug is told with its stack, in the debug log. */
    fail(thrown) {
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
        if (failure.kind === 'bug') {
            const cause = failure.cause instanceof Error ? failure.cause : failure;
            this.log.debug(cause.stack ?? failure.message);
        }
        return this.finish('failed', failure);
    }
}


/***/ }),

/***/ 36904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeCheck: () => (/* binding */ storeCheck)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./lib/operations/store-check/questions.js


/** Above every store's limit for a single put, so that it is sent in parts. */
const largeSize = 12 * 1024 * 1024;
/** Puts the store's contract to a live store, one question a check. Each question stands alone. */
async function askStore(store, ports, record) {
    const { clock, random, signal } = ports;
    const folder = `leases/check-${Buffer.from(random.bytes(8)).toString('hex')}`;
    const small = Buffer.from(random.bytes(1_000));
    const keys = [];
    const key = (name) => {
        keys.push(`${folder}/${name}`);
        return `${folder}/${name}`;
    };
    const ask = async (promise, question) => {
        const startedAt = clock.ticks();
        const answer = await question().then((broken) => (broken === null ? null : new failure/* Failure */.HR('integrity', broken)), (thrown) => {
            signal.throwIfAborted();
            return (0,failure/* asFailure */.h_)(thrown);
        });
        const base = {
            rung: 'stored',
            name: `${store.name} ${promise}`,
            subjects: [],
            duration: clock.ticks() - startedAt,
        };
        if (answer === null)
            record({ ...base, status: 'passed', detail: 'as promised', failure: null });
        // A role that lacks a right is no fault of the store.
        else if (answer.kind === 'access')
            record({ ...base, status: 'skipped', detail: answer.message, failure: null });
        else {
            const { kind, message, hint } = answer;
            record({
                ...base,
                status: 'failed',
                detail: message,
                failure: kind,
                ...(hint === undefined ? {} : { hint }),
            });
        }
    };
    try {
        const first = key('small');
        await ask('takes a new object', async () => {
            const stored = await store.put(first, small, { signal });
            return stored.size === small.length ? null : 'it reports another size than it was given';
        });
        await ask('gives back what it took', async () => {
            const body = await store.get(first, { signal });
            if (body === null)
                return 'the object that was just stored is not there';
            return (await (0,consumers_.buffer)(body)).equals(small) ? null : 'the bytes are others than those stored';
        });
        await ask('gives back a part', async () => {
            const body = await store.get(first, { offset: 100, length: 200, signal });
            if (body === null)
                return 'the object that was just stored is not there';
            return (await (0,consumers_.buffer)(body)).equals(small.subarray(100, 300))
                ? null
                : 'the part is another than asked for';
        });
        await ask('lists what it took', async () => {
            for await (const object of store.list(`${folder}/`, signal))
                if (object.key === first)
                    return null;
            return 'the object that was just stored is not listed';
        });
        await ask('says that what is not there is not there', async () => {
            const absent = `${folder}/absent`;
            const [body, stat] = await Promise.all([store.get(absent, { signal }), store.stat(absent, signal)]);
            body?.destroy();
            return body === null && stat === null ? null : 'it has an object that nobody stored';
        });
        await ask('takes and gives back an object in parts', async () => {
            const large = Buffer.alloc(largeSize, small);
            const place = key('large');
            await store.put(place, large, { signal, atMost: large.length });
            const body = await store.get(place, { signal });
            if (body === null)
                return 'the object that was just stored is not there';
            return (await (0,consumers_.buffer)(body)).equals(large) ? null : 'the bytes are others than those stored';
        });
    }
    finally {
        // Whoever may not delete leaves two objects in a place where no backup is looked for.
        for (const each of keys)
            await store.remove(each).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./lib/operations/store-check/store-check.js



/**
 * Asks each store of the run whether it keeps the promises that backups rest on, with objects under `leases/` that are
 * removed again where these credentials may. What goes wrong ends in the report.
 */
async function storeCheck(environment, ports) {
    const run = new run_report/* RunReport */.e('store-check', environment.environment, ports);
    try {
        for (const store of ports.stores) {
            await run.phase(`store ${store.name}`, async () => {
                await askStore(store, ports, (check) => run.check(check));
                await askAbilities(store, ports, run);
            });
        }
    }
    catch (error) {
        return run.fail(error);
    }
    const failed = run.checks.find((check) => check.status === 'failed');
    if (failed !== undefined) {
        return run.finish('failed', new failure/* Failure */.HR(failed.failure ?? 'bug', `${failed.name}: ${failed.detail}`));
    }
    return run.finish(run.checks.some((check) => check.status !== 'passed') ? 'degraded' : 'passed', null);
}
/** What the store enforces, and what a thief of these credentials could do. */
async function askAbilities(store, ports, run) {
    const startedAt = ports.clock.ticks();
    const abilities = await store.probe(ports.signal);
    const check = {
        rung: 'stored',
        name: `${store.name} refuses to overwrite`,
        status: abilities.writeOnce ? 'passed' : 'degraded',
        detail: abilities.writeOnce
            ? 'the store itself refuses a second object under the same key'
            : 'the store lets an object be overwritten; Lifeboat never does, but others could',
        subjects: [],
        failure: null,
        duration: ports.clock.ticks() - startedAt,
    };
    run.check(abilities.writeOnce
        ? check
        : { ...check, hint: `Turn on versions or an object lock for store ${store.name}.` });
    run.fact(`${store.name}: these credentials could`, powersOf(abilities));
    run.fact(`${store.name}: older versions`, abilities.versioned === null
        ? 'these credentials may not ask'
        : abilities.versioned
            ? 'are kept'
            : 'are not kept');
}
function powersOf({ mayOverwrite, mayDelete }) {
    const powers = [...(mayOverwrite ? ['overwrite'] : []), ...(mayDelete ? ['delete'] : [])];
    return powers.length === 0 ? 'neither overwrite nor delete: right for the writer' : powers.join(' and ');
}


/***/ })

};
