export const id = 833;
export const ids = [833];
export const modules = {

/***/ 48833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeCheck: () => (/* binding */ storeCheck)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/operations/store-check/questions.js



const MiB = 1024 * 1024;
/** More than one part of any upload. */
const large = 9 * MiB;
const racers = 5;
const questions = [
    {
        name: 'read after write',
        async ask(bench) {
            const bytes = bench.bytes(70_000);
            const key = await put(bench, 'small', bytes);
            expectSame(await read(bench, key), bytes, 'an object read back at once differs from what was stored');
            const found = await bench.store.stat(key, bench.signal);
            if (found?.size !== bytes.length)
                throw wrong('the size of an object is not what was stored');
            return 'what was stored is there at once';
        },
    },
    {
        name: 'list',
        async ask(bench) {
            const names = ['list/b', 'list/a/2', 'list/a-1', 'list/a/1'];
            for (const name of names)
                await put(bench, name, Buffer.from(name));
            const expected = names.map((name) => bench.folder + name).sort();
            const listed = [];
            for await (const { key } of bench.store.list(`${bench.folder}list/`, bench.signal))
                listed.push(key);
            if (listed.join() !== expected.join())
                throw wrong('a list lacks objects, or gives them in another order');
            return 'complete and in order';
        },
    },
    {
        name: 'ranges',
        async ask(bench) {
            const bytes = bench.bytes(10_000);
            const key = await put(bench, 'ranges', bytes);
            const part = await read(bench, key, { offset: 1_000, length: 500 });
            expectSame(part, bytes.subarray(1_000, 1_500), 'a part of an object is not what was asked for');
            return 'parts of objects can be read, so broken downloads go on';
        },
    },
    {
        name: 'large objects',
        async ask(bench) {
            const bytes = bench.bytes(large);
            const key = await put(bench, 'large', external_node_stream_.Readable.from(slices(bytes)));
            expectSame(await read(bench, key), bytes, 'an object that was sent in parts differs from what was stored');
            return 'sent in parts and read back unchanged';
        },
    },
    {
        name: 'interrupted uploads',
        async ask(bench) {
            const key = `${bench.folder}interrupted`;
            bench.made.add(key);
            const stop = new AbortController();
            const body = external_node_stream_.Readable.from((function* () {
                yield* slices(bench.bytes(large));
                stop.abort();
                yield Buffer.from('never');
            })());
            const outcome = await bench.store
                .put(key, body, { signal: AbortSignal.any([bench.signal, stop.signal]) })
                .catch(domain_failure/* asFailure */.h_);
            if (!(outcome instanceof domain_failure/* Failure */.HR))
                throw wrong('an upload that was stopped was carried out');
            if (outcome.kind !== 'cancelled')
                throw outcome;
            if ((await bench.store.stat(key, bench.signal)) !== null)
                throw wrong('half an object is visible');
            bench.made.delete(key);
            return 'nothing is visible of them';
        },
    },
    {
        name: 'versions',
        async ask(bench) {
            const bytes = bench.bytes(100);
            const key = await put(bench, 'versions', bytes);
            const [newest] = await bench.store.versions(key, bench.signal);
            if (newest === undefined)
                throw wrong('an object has no version');
            expectSame(await read(bench, key, { version: newest.version }), bytes, 'a version differs from its object');
            return 'can be read by their name';
        },
    },
];
/** Asked only where the store is said to refuse: of several that put one key at once, one may win. */
const raceQuestion = {
    name: 'racing puts',
    async ask(bench) {
        const key = `${bench.folder}race`;
        bench.made.add(key);
        const bodies = Array.from({ length: racers }, () => bench.bytes(2_000));
        const outcomes = await Promise.all(bodies.map((body) => bench.store.put(key, body, { signal: bench.signal }).catch(domain_failure/* asFailure */.h_)));
        const failures = outcomes.filter((outcome) => outcome instanceof domain_failure/* Failure */.HR);
        const other = failures.find(({ kind }) => kind !== 'refused');
        if (other)
            throw other;
        if (failures.length !== racers - 1)
            throw wrong('several that put one key at once all succeeded');
        const winner = bodies[outcomes.findIndex((outcome) => !(outcome instanceof domain_failure/* Failure */.HR))];
        expectSame(await read(bench, key), winner ?? Buffer.alloc(0), 'the one that won is not the one that is stored');
        return 'one wins, the others are refused';
    },
};
async function put(bench, name, body) {
    const key = bench.folder + name;
    bench.made.add(key);
    await bench.store.put(key, body, { signal: bench.signal });
    return key;
}
async function read(bench, key, options = {}) {
    const body = await bench.store.get(key, { ...options, signal: bench.signal });
    if (body === null)
        throw wrong('an object that was stored is not there');
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of body)
        hash.update(chunk);
    return hash.digest('hex');
}
function expectSame(digest, bytes, otherwise) {
    if (digest !== (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'))
        throw wrong(otherwise);
}
function wrong(what) {
    return new domain_failure/* Failure */.HR('integrity', what, {
        hint: 'Do not trust this store with backups; use another service.',
    });
}
function* slices(bytes) {
    for (let start = 0; start < bytes.length; start += MiB)
        yield bytes.subarray(start, start + MiB);
}

;// CONCATENATED MODULE: ./lib/operations/store-check/safety.js
/** What the abilities that a probe found amount to. */
function judgeSafety(kind, abilities) {
    const { writeOnce, mayOverwrite, mayDelete, versioned } = abilities;
    if (!mayOverwrite && !mayDelete) {
        return {
            level: 'strong',
            text: 'strong: these credentials can neither overwrite nor delete what exists',
            verdict: 'passed',
            next: [],
        };
    }
    const can = [...(mayOverwrite ? ['overwrite'] : []), ...(mayDelete ? ['delete'] : [])].join(' and ');
    if (versioned === true) {
        return {
            level: 'recoverable',
            text: `recoverable: these credentials can ${can}, but the bucket keeps older versions, which a restore finds`,
            verdict: 'passed',
            next: [
                'Give the writer no s3:DeleteObjectVersion and no s3:PutLifecycleConfiguration: the older versions are what protects you.',
            ],
        };
    }
    const next = kind === 'local'
        ? ['Add a second store elsewhere: whoever can write to this folder can also empty it.']
        : [
            `Take the rights to ${can} from the credentials that make backups (docs/stores.md has the policies), or turn on versions.`,
        ];
    if (writeOnce) {
        return {
            level: 'guarded',
            text: `guarded against slips: the store refuses to overwrite when asked to, but these credentials can ${can}`,
            verdict: 'degraded',
            next,
        };
    }
    return {
        level: 'weak',
        text: `weak: the store does not refuse to overwrite, keeps no versions, and these credentials can ${can}`,
        verdict: 'degraded',
        next: [...next, 'Two runs that write the same key at once would not notice each other.'],
    };
}

;// CONCATENATED MODULE: ./lib/operations/store-check/store-check.js




/**
 * Asks every store the questions of the store contract, in a folder of its own under `leases/`, and says what the store
 * and its credentials can do, how safe backups are there, and what to change. Removes what it made, as far as it may.
 * Expected troubles end in the report; what is thrown is a bug.
 */
async function storeCheck(environment, ports) {
    const { clock, log, run } = ports;
    const startedAt = clock.now();
    const results = [];
    for (const store of ports.stores) {
        results.push(await log.group(`Checking store ${store.name}`, () => checkStore(store, ports)));
    }
    const failed = results.find((result) => result.failure !== null);
    const failure = failed?.failure ?? null;
    return {
        format: 1,
        operation: 'store-check',
        environment: environment.environment,
        verdict: results.map(({ verdict }) => verdict).reduce(verdict/* worse */.JJ, 'passed'),
        failure: failed !== undefined && failure !== null
            ? {
                kind: failure.kind,
                message: failure.message,
                // Word for word as in `next`, so that a reader is shown it once.
                hint: failure.hint === undefined ? null : advice(failed.copy.store, failure.hint),
                subjects: failure.subjects,
            }
            : null,
        backupId: null,
        startedAt,
        finishedAt: clock.now(),
        actor: run.actor,
        reason: run.reason,
        runUrl: run.url,
        objectives: [],
        checks: [],
        timeline: results.map(({ phase }) => phase),
        facts: results.flatMap(({ facts }) => facts),
        tables: [],
        copies: results.map(({ copy }) => copy),
        notices: results.flatMap(({ notices }) => notices),
        next: results.flatMap(({ next }) => next),
    };
}
async function checkStore(store, ports) {
    const { clock, random, log, signal } = ports;
    const startedAt = clock.now();
    const began = clock.ticks();
    const bench = {
        store,
        folder: `leases/check-${Buffer.from(random.bytes(8)).toString('hex')}/`,
        made: new Set(),
        bytes: (count) => Buffer.from(random.bytes(count)),
        signal,
    };
    const facts = [];
    const notices = [];
    const failures = [];
    const say = (label, text) => {
        facts.push({ label: `${store.name}: ${label}`, text });
        log.info(`${label}: ${text}`);
    };
    /** Null when it failed; the others are asked all the same. */
    async function attempt(label, work, tell) {
        try {
            const found = await work();
            say(label, tell(found));
            return found;
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind === 'bug')
                throw failure;
            failures.push(failure);
            say(label, `failed: ${failure.message}`);
            notices.push({
                level: 'warning',
                text: `store ${store.name}, ${label}: ${failure.message}`,
                subjects: failure.subjects,
            });
            return null;
        }
    }
    const ask = async (question) => {
        if (!signal.aborted)
            await attempt(question.name, () => question.ask(bench), (text) => text);
    };
    let abilities = null;
    try {
        abilities = await attempt('abilities', () => store.probe(signal), describeAbilities);
        // A store that cannot even be probed would fail every question for the same reason.
        if (abilities !== null)
            for (const question of questions)
                await ask(question);
        if (abilities?.writeOnce === true)
            await ask(raceQuestion);
    }
    finally {
        const left = await cleanUp(bench);
        if (left > 0) {
            notices.push({
                level: 'notice',
                text: `store ${store.name}: ${left} small objects stay under leases/, since these credentials may not delete; the keeper may remove them`,
                subjects: [],
            });
        }
    }
    return conclude(store, abilities, failures, {
        facts,
        notices,
        phase: {
            name: `check ${store.name}`,
            startedAt,
            duration: clock.ticks() - began,
            status: failures.length === 0 ? 'done' : 'failed',
        },
    });
}
function conclude(store, abilities, failures, found) {
    const [failure = null] = failures;
    const safety = abilities === null ? null : judgeSafety(store.kind, abilities);
    if (safety !== null)
        found.facts.push({ label: `${store.name}: safety`, text: safety.text });
    const ephemeral = store.ephemeral
        ? [
            {
                level: 'warning',
                text: `store ${store.name} goes away with the machine; it is no copy`,
                subjects: [],
            },
        ]
        : [];
    const hints = failures.flatMap(({ hint }) => (hint === undefined ? [] : [advice(store.name, hint)]));
    return {
        ...found,
        notices: [...found.notices, ...ephemeral],
        verdict: failure === null ? (store.ephemeral ? 'degraded' : (safety?.verdict ?? 'failed')) : 'failed',
        failure,
        next: [...new Set([...hints, ...(safety?.next ?? []).map((line) => `${store.name}: ${line}`)])],
        copy: {
            store: store.name,
            kind: store.kind,
            status: copyStatus(store, failure),
            writeOnce: abilities?.writeOnce ?? null,
            detail: failure?.message ?? safety?.text ?? null,
        },
    };
}
function advice(store, hint) {
    return `${store}: ${hint}`;
}
function copyStatus(store, failure) {
    if (failure === null)
        return store.ephemeral ? 'ephemeral' : 'complete';
    return failure.kind === 'integrity' ? 'damaged' : 'unreachable';
}
function describeAbilities({ writeOnce, mayOverwrite, mayDelete, versioned }) {
    return [
        writeOnce ? 'refuses to overwrite when asked to' : 'does not refuse to overwrite',
        `these credentials ${mayOverwrite ? 'can' : 'cannot'} overwrite`,
        `${mayDelete ? 'can' : 'cannot'} delete`,
        versioned === null ? 'versions unknown' : versioned ? 'keeps versions' : 'keeps no versions',
    ].join(', ');
}
/** Also after an abort, so with a signal of its own. @returns how many objects could not be removed */
async function cleanUp({ store, made }) {
    const signal = AbortSignal.timeout(cleanUpMilliseconds);
    let left = 0;
    for (const key of made) {
        try {
            await store.remove(key, signal);
        }
        catch {
            left += 1;
        }
    }
    return left;
}
/** A cancelled job has 7.5 s in all. */
const cleanUpMilliseconds = 4_000;


/***/ })

};
