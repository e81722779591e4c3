export const id = 8223;
export const ids = [8223];
export const modules = {

/***/ 99620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ guide)
/* harmony export */ });
const topics = (/* unused pure expression or super */ null && (['copies', 'environments', 'notifications', 'roles', 'runbooks', 'validate']));
/** A guide as messages name it: its file lies in Lifeboat's repository, not in that of whoever reads the message. */
function guide(topic) {
    return `docs/guides/${topic}.md in Lifeboat’s repository`;
}


/***/ }),

/***/ 78223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  storeCheck: () => (/* binding */ storeCheck)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
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
            return 'the newest can be read by its name';
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
/** Asked only where the store is said to know locks. Waits until its own lock has ended, so that nothing is left. */
const lockQuestion = {
    name: 'locks',
    async ask(bench) {
        const { store, clock, signal } = bench;
        const key = `${bench.folder}locked`;
        bench.made.add(key);
        const retainUntil = clock.now() + lockMilliseconds;
        await store.put(key, Buffer.from('held\n'), { retainUntil, signal });
        const found = await store.stat(key, signal);
        const outcome = await store.remove(key, signal).catch(domain_failure/* asFailure */.h_);
        if (!(outcome instanceof domain_failure/* Failure */.HR))
            throw wrong('an object was removed although it was to be held');
        if (outcome.kind !== 'refused' && outcome.kind !== 'access')
            throw outcome;
        await clock.sleep(Math.max(0, retainUntil - clock.now()) + 1_000, signal);
        if (outcome.kind === 'access')
            return 'an object can be held; that it stays cannot be tried without the right to delete';
        return found?.lockedUntil === undefined
            ? 'an object is held: it was not removed'
            : 'an object is held: the store says until when, and did not remove it';
    },
};
/** So long that the clocks of two machines may differ a little. */
const lockMilliseconds = 10_000;
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

// EXTERNAL MODULE: ./lib/domain/guide.js
var guide = __webpack_require__(99620);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
;// CONCATENATED MODULE: ./lib/operations/store-check/role.js



/** Tries what the keys in hand can do, and compares it with what the role should be able to. */
async function tryRights(role, bench) {
    const found = [];
    for (const question of rights) {
        const { name, duty } = question;
        try {
            found.push({ name, duty: duty[role], allowed: await question.try(bench), failure: null });
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind === 'bug' || failure.kind === 'cancelled')
                throw failure;
            found.push({ name, duty: duty[role], allowed: null, failure });
        }
    }
    return found;
}
/** What the rights that were found amount to. Too much is milder where the store itself protects what exists. */
function judgeRole(role, found, abilities) {
    const lacking = found.filter(({ duty, allowed }) => duty === 'must' && allowed === false);
    const excess = found.filter(({ duty, allowed }) => duty === 'must-not' && allowed === true);
    const broken = found.find(({ failure }) => failure !== null)?.failure ?? null;
    const isProtected = abilities?.versioned === true || abilities?.locks === true;
    const definitions = `${(0,guide/* guide */.R)('roles')} has the definitions.`;
    const next = [
        ...(lacking.length === 0 ? [] : [`Let the ${role} ${names(lacking)}; ${definitions}`]),
        ...(excess.length === 0 ? [] : [`Take from the ${role} the right to ${names(excess)}; ${definitions}`]),
    ];
    const failure = broken ??
        (lacking.length > 0
            ? new domain_failure/* Failure */.HR('access', `these credentials do not suffice for the ${role}: they may not ${names(lacking)}`, {
                hint: next[0] ?? definitions,
            })
            : excess.length > 0 && !isProtected
                ? new domain_failure/* Failure */.HR('objective', `these credentials can do more than the ${role} should: ${names(excess)}`, {
                    hint: next[0] ?? definitions,
                })
                : null);
    return {
        verdict: failure !== null ? 'failed' : excess.length > 0 || untried(found) ? 'degraded' : 'passed',
        failure,
        facts: found.map(({ name, duty, allowed, failure: own }) => ({
            label: name,
            text: own !== null ? `failed: ${own.message}` : describe(duty, allowed),
        })),
        next,
    };
}
/** What the role rests on, and could not be tried, is not proven. */
function untried(found) {
    return found.some(({ duty, allowed }) => duty !== 'may' && allowed === null);
}
function describe(duty, allowed) {
    if (allowed === null)
        return 'not tried: there is nothing in the store to try it on yet';
    const word = allowed ? 'allowed' : 'denied';
    if (duty === 'may')
        return `${word}, either will do`;
    return (duty === 'must') === allowed
        ? `${word}, as it should be`
        : `${word}, but should be ${allowed ? 'denied' : 'allowed'}`;
}
function names(found) {
    return found.map(({ name }) => name).join(', ');
}
const everybody = {
    writer: 'must',
    reader: 'must',
    restorer: 'must',
    keeper: 'must',
};
const nobody = {
    writer: 'must-not',
    reader: 'must-not',
    restorer: 'must-not',
    keeper: 'must-not',
};
const rights = [
    {
        name: 'list objects',
        duty: everybody,
        try: (bench) => allowed(() => firstKey(bench, (0,layout/* backupsFolder */.a)(bench.environment), () => true)),
    },
    {
        name: 'read manifests',
        duty: everybody,
        try: (bench) => mayRead(bench, (key) => key.endsWith('/manifest.json')),
    },
    {
        name: 'read artifacts',
        duty: { writer: 'must-not', reader: 'must', restorer: 'must', keeper: 'may' },
        try: (bench) => mayRead(bench, (key) => !/\/(manifest\.json|manifest\.json\.sig|RECOVERY\.md)$/.test(key)),
    },
    {
        name: 'add to backups',
        duty: { writer: 'must', reader: 'must-not', restorer: 'must', keeper: 'must-not' },
        // The probe's place is outside of the environments' own leases: what holds there holds for backups.
        try: async (bench) => bench.abilities !== null || mayPut(bench, `${bench.folder}role`),
    },
    {
        name: 'overwrite backups',
        duty: nobody,
        try: async (bench) => {
            if (bench.abilities !== null)
                return bench.abilities.mayOverwrite;
            const key = `${bench.folder}role`;
            bench.made.add(key);
            return allowed(() => bench.store.replace(key, role_text, bench.signal));
        },
    },
    {
        name: 'delete backups',
        duty: { ...nobody, keeper: 'must' },
        // To remove what is not there is no error, but without the right to remove it is denied all the same.
        try: async (bench) => bench.abilities?.mayDelete ?? allowed(() => bench.store.remove(`${bench.folder}none`, bench.signal)),
    },
    {
        name: 'add proofs',
        duty: { writer: 'may', reader: 'must', restorer: 'must', keeper: 'must-not' },
        try: (bench) => mayPut(bench, `${(0,layout/* proofsFolder */.Wx)(bench.environment)}store-check`),
    },
    {
        name: 'add to the ledger',
        duty: everybody,
        try: (bench) => mayPut(bench, `${(0,layout/* ledgerFolder */.G0)(bench.environment)}store-check`),
    },
    {
        name: 'take and give back leases',
        duty: everybody,
        try: async (bench) => {
            const key = `${(0,layout/* leasesFolder */._5)(bench.environment)}${bench.folder.split('/').at(-2) ?? 'check'}`;
            bench.made.add(key);
            return allowed(async () => {
                await bench.store.put(key, role_text, { signal: bench.signal });
                await bench.store.replace(key, role_text, bench.signal);
                await bench.store.remove(key, bench.signal);
            });
        },
    },
];
const role_text = Buffer.from('Lifeboat asks with this object what its credentials may do. It may be removed.\n');
/** A key that is always the same: credentials that may not delete would leave one more with every check. */
async function mayPut(bench, key) {
    bench.made.add(key);
    try {
        await bench.store.put(key, role_text, { signal: bench.signal });
        return true;
    }
    catch (error) {
        if (!(error instanceof domain_failure/* Failure */.HR))
            throw error;
        // It is there from an earlier check, and the store looked at the condition before it would have denied the rest.
        if (error.kind === 'refused')
            return true;
        if (error.kind === 'access')
            return false;
        throw error;
    }
}
async function mayRead(bench, wanted) {
    const key = await firstKey(bench, (0,layout/* backupsFolder */.a)(bench.environment), wanted).catch((error) => {
        if (error instanceof domain_failure/* Failure */.HR && error.kind === 'access')
            return null;
        throw error;
    });
    if (key === null)
        return null;
    return allowed(async () => {
        const body = await bench.store.get(key, { length: 1, signal: bench.signal });
        body?.on('error', () => undefined);
        body?.destroy();
    });
}
/** No backup has so many objects before the one that is looked for that it would be worth going on. */
const mostKeys = 10_000;
async function firstKey({ store, signal }, folder, wanted) {
    let seen = 0;
    for await (const { key } of store.list(folder, signal)) {
        if (wanted(key))
            return key;
        seen += 1;
        if (seen >= mostKeys)
            break;
    }
    return null;
}
async function allowed(work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        if (error instanceof domain_failure/* Failure */.HR && error.kind === 'access')
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/operations/store-check/safety.js

/** What the abilities that a probe found amount to. */
function judgeSafety(kind, abilities) {
    const { writeOnce, mayOverwrite, mayDelete, versioned, locks } = abilities;
    if (!mayOverwrite && !mayDelete) {
        return {
            level: 'strong',
            text: `strong: these credentials can neither overwrite nor delete what exists${locks === true ? ', and the store knows locks, which hold against other credentials too' : ''}`,
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
                keepVersions[kind] ??
                    'Keep the right to destroy older versions from the writer: they are what protects you.',
            ],
        };
    }
    const next = kind === 'local'
        ? ['Add a second store elsewhere: whoever can write to this folder can also empty it.']
        : [
            `Take the rights to ${can} from the credentials that make backups (${(0,guide/* guide */.R)('roles')} has the definitions), or turn on versions.`,
            ...(locks === true ? [lockAdvice[kind] ?? 'Let the store hold objects by its locks.'] : []),
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
        text: `weak: the store does not refuse to overwrite, keeps no older versions, and these credentials can ${can}`,
        verdict: 'degraded',
        next: [...next, 'Two runs that write the same key at once would not notice each other.'],
    };
}
/** What must stay out of the writer's hands, in the words of the service. */
const keepVersions = {
    s3: 'Give the writer no s3:DeleteObjectVersion and no s3:PutLifecycleConfiguration: the older versions are what protects you.',
    azure: 'Give the writer no deleteBlobVersion (x of a signature): the older versions are what protects you.',
    gcs: 'Give the writer no storage.objects.delete and no storage.buckets.update: the older generations are what protects you.',
};
const lockAdvice = {
    s3: 'The bucket knows Object Lock: give the store object-lock.',
    azure: 'The container knows immutability: give the store immutability.',
    gcs: 'The bucket knows retention: give the store object-retention.',
};

;// CONCATENATED MODULE: ./lib/operations/store-check/store-check.js






/**
 * Asks every store the questions of the store contract, in a folder of its own under `leases/`, and says what the store
 * and its credentials can do, how safe backups are there, and what to change. Removes what it made, as far as it may.
 * Expected troubles end in the report; what is thrown is a bug.
 */
async function storeCheck(environment, ports, { role } = {}) {
    const { clock, log, run } = ports;
    const startedAt = clock.now();
    const results = [];
    for (const store of ports.stores) {
        results.push(await log.group(`Checking store ${store.name}`, () => checkStore(store, environment.environment, role, ports)));
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
async function checkStore(store, environment, role, ports) {
    const { clock, random, log, signal } = ports;
    const startedAt = clock.now();
    const began = clock.ticks();
    const bench = {
        store,
        folder: `leases/check-${Buffer.from(random.bytes(8)).toString('hex')}/`,
        made: new Set(),
        bytes: (count) => Buffer.from(random.bytes(count)),
        clock,
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
    let judged = null;
    try {
        if (role === undefined) {
            abilities = await attempt('abilities', () => store.probe(signal), describeAbilities);
        }
        else {
            // Readers and keepers may not put what the probe needs, which is as it should be.
            abilities = await store.probe(signal).catch((error) => {
                if (error instanceof domain_failure/* Failure */.HR && error.kind === 'access')
                    return null;
                throw error;
            });
            const found = await tryRights(role, { ...bench, environment, abilities });
            judged = judgeRole(role, found, abilities);
            for (const { label, text } of judged.facts)
                say(`${role} may ${label}`, text);
        }
        // A store that cannot even be probed would fail every question for the same reason.
        if (abilities !== null && (role === undefined || role === 'writer' || role === 'restorer')) {
            for (const question of questions)
                await ask(question);
            if (abilities.writeOnce)
                await ask(raceQuestion);
            if (abilities.locks === true)
                await ask(lockQuestion);
        }
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug')
            throw failure;
        failures.push(failure);
    }
    finally {
        const left = await cleanUp(bench);
        if (left.length > 0)
            notices.push(leftBehind(store.name, left, role));
    }
    return conclude(store, abilities, judged, failures, {
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
function conclude(store, abilities, judged, failures, found) {
    const [failure = judged?.failure ?? null] = failures;
    const safety = abilities === null ? null : judgeSafety(store.kind, abilities);
    const ownVerdict = judged?.verdict ?? safety?.verdict ?? 'failed';
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
        verdict: failure === null ? (store.ephemeral ? (0,verdict/* worse */.JJ)('degraded', ownVerdict) : ownVerdict) : 'failed',
        failure,
        next: [
            ...new Set([
                ...hints,
                ...[...(judged?.next ?? []), ...(judged === null ? (safety?.next ?? []) : [])].map((line) => advice(store.name, line)),
            ]),
        ],
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
    if (failure.kind === 'integrity')
        return 'damaged';
    // A store that says no has answered.
    return failure.kind === 'unavailable' || failure.kind === 'cancelled' ? 'unreachable' : 'incomplete';
}
function describeAbilities({ writeOnce, mayOverwrite, mayDelete, versioned, locks }) {
    return [
        writeOnce ? 'refuses to overwrite when asked to' : 'does not refuse to overwrite',
        `these credentials ${mayOverwrite ? 'can' : 'cannot'} overwrite`,
        `${mayDelete ? 'can' : 'cannot'} delete`,
        versioned === null ? 'versions unknown' : versioned ? 'keeps older versions' : 'keeps no older versions',
        ...(locks === undefined
            ? []
            : [locks === null ? 'locks unknown' : locks ? 'knows locks' : 'knows no locks']),
    ].join(', ');
}
function leftBehind(store, keys, role) {
    const places = [...new Set(keys.map((key) => /(leases|proofs|ledger)\//.exec(key)?.[1] ?? key))];
    // Nobody removes from the ledger, and the keeper need not be sent to the keeper.
    const byKeeper = role !== 'keeper' && places.some((place) => place !== 'ledger');
    const stay = keys.length === 1 ? 'stays' : 'stay';
    return {
        level: 'notice',
        text: `store ${store}: ${(0,units/* counted */.hS)(keys.length, 'small object')} ${stay} under ${places.map((place) => `${place}/`).join(', ')}, ` +
            `since these credentials may not delete there${byKeeper ? '; those of the keeper may' : ''}`,
        subjects: [],
    };
}
/** Also after an abort, so with a signal of its own. @returns keys that could not be removed */
async function cleanUp({ store, made }) {
    const signal = AbortSignal.timeout(cleanUpMilliseconds);
    const left = [];
    for (const key of made) {
        try {
            await store.remove(key, signal);
        }
        catch {
            left.push(key);
        }
    }
    return left;
}
/** A cancelled job has 7.5 s in all. */
const cleanUpMilliseconds = 4_000;


/***/ }),

/***/ 92880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ proofKey),
/* harmony export */   G0: () => (/* binding */ ledgerFolder),
/* harmony export */   Kk: () => (/* binding */ parseManifestKey),
/* harmony export */   Ks: () => (/* binding */ passphraseIdentityName),
/* harmony export */   Rn: () => (/* binding */ manifestKey),
/* harmony export */   Ru: () => (/* binding */ parseLeaseKey),
/* harmony export */   Wf: () => (/* binding */ artifactKey),
/* harmony export */   Wg: () => (/* binding */ parseLedgerKey),
/* harmony export */   Wx: () => (/* binding */ proofsFolder),
/* harmony export */   _5: () => (/* binding */ leasesFolder),
/* harmony export */   a: () => (/* binding */ backupsFolder),
/* harmony export */   aW: () => (/* binding */ leaseKey),
/* harmony export */   b8: () => (/* binding */ backupRecoveryKey),
/* harmony export */   cx: () => (/* binding */ signatureKey),
/* harmony export */   fl: () => (/* binding */ rootRecoveryKey),
/* harmony export */   hg: () => (/* binding */ useLeaseKey),
/* harmony export */   iy: () => (/* binding */ keyInside),
/* harmony export */   j0: () => (/* binding */ backupFolder),
/* harmony export */   lG: () => (/* binding */ parseBackupKey),
/* harmony export */   lj: () => (/* binding */ ledgerKey),
/* harmony export */   rZ: () => (/* binding */ parseProofKey),
/* harmony export */   s8: () => (/* binding */ markerKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Where everything lies in a store, relative to the store's prefix. Folders end in `/`. Documented in docs/format.md. */
/** A marker that says what this place is. */
const markerKey = 'lifeboat.json';
const rootRecoveryKey = 'RECOVERY.md';
const backupsFolder = (environment) => `${environment}/backups/`;
const backupFolder = (environment, id) => `${backupsFolder(environment)}${id}/`;
const manifestKey = (environment, id) => `${backupFolder(environment, id)}manifest.json`;
const backupRecoveryKey = (environment, id) => `${backupFolder(environment, id)}RECOVERY.md`;
/** The detached signature of what lies at `key`. */
const signatureKey = (key) => `${key}.sig`;
const proofsFolder = (environment, id) => `${environment}/proofs/${id === undefined ? '' : `${id}/`}`;
const proofKey = (environment, id, at) => `${proofsFolder(environment, id)}${(0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .compactTime */ .dh)(at)}.json`;
const leasesFolder = (environment) => `${environment}/leases/`;
/** Of a lease on something that only one run may do at a time. The name may come from data. */
const leaseKey = (environment, name) => `${leasesFolder(environment)}${safePart(name)}.json`;
/** Of a lease that says that a backup is being made or read; any number of runs may have one. */
const useLeaseKey = (environment, id, random) => `${leasesFolder(environment)}use-${id}-${random}.json`;
const ledgerFolder = (environment) => `${environment}/ledger/`;
const ledgerKey = (environment, event) => `${ledgerFolder(environment)}${event}.json`;
/** What a key in the folder of leases is for, or null when no lease lies there. */
function parseLeaseKey(environment, key) {
    const folder = leasesFolder(environment);
    if (!key.startsWith(folder) || !key.endsWith('.json'))
        return null;
    const name = key.slice(folder.length, -'.json'.length);
    if (!safeName.test(name))
        return null;
    const id = /^use-(.+)-[0-9a-f]{16}$/.exec(name)?.[1] ?? null;
    return { name, backupId: id === null || (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(id) === null ? null : id };
}
/** The id of the event that lies at this key of the ledger, or null. */
function parseLedgerKey(environment, key) {
    const folder = ledgerFolder(environment);
    const name = key.startsWith(folder) ? key.slice(folder.length) : '';
    return /^(\d{8}T\d{6}Z-[0-9a-f]{16})\.json$/.exec(name)?.[1] ?? null;
}
/** The backup in whose folder this key lies, and its name there; null when it is in none. */
function parseBackupKey(environment, key) {
    const folder = backupsFolder(environment);
    if (!key.startsWith(folder))
        return null;
    const [id = '', ...rest] = key.slice(folder.length).split('/');
    return rest.length === 0 || (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(id) === null ? null : { id, name: rest.join('/') };
}
/** Inside a backup's folder: the identity that the passphrase opens. */
const passphraseIdentityName = 'identity.age';
/** The backup whose manifest lies at this key, or null. */
function parseManifestKey(environment, key) {
    const folder = backupsFolder(environment);
    if (!key.startsWith(folder) || !key.endsWith('/manifest.json'))
        return null;
    const id = key.slice(folder.length, -'/manifest.json'.length);
    return (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(id) === null ? null : id;
}
/** What a proof's key says, or null when it is none. */
function parseProofKey(environment, key) {
    const folder = proofsFolder(environment);
    if (!key.startsWith(folder))
        return null;
    const match = /^([^/]+)\/(\d{8}T\d{6}Z)\.json$/.exec(key.slice(folder.length));
    const [, backupId, time] = match ?? [];
    if (backupId === undefined || time === undefined || (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBackupId */ .JN)(backupId) === null)
        return null;
    return { backupId, time };
}
/**
 * Key of an artifact inside its backup's folder. The name may come from data: what not every store treats alike is
 * replaced, and a digest of the whole name keeps such keys apart.
 */
function artifactKey(source, name, compressed, sealed) {
    return `${safePart(source)}/${safePart(name)}${compressed ? '.zst' : ''}${sealed}`;
}
const safeName = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
function safePart(name) {
    if (safeName.test(name))
        return name;
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 16);
    const readable = name
        .replaceAll(/[^A-Za-z0-9._-]/g, '-')
        .replace(/^[^A-Za-z0-9_]+/, '')
        .slice(0, 60);
    return readable === '' ? digest : `${readable}-${digest}`;
}
/**
 * The key of something inside a backup's folder, as a manifest or a caller names it.
 * @throws Failure `integrity` when it could lead out of the folder or is no portable key
 */
function keyInside(folder, key) {
    const parts = key.split('/');
    if (!parts.every((part) => /^[A-Za-z0-9._-]+$/.test(part) && part !== '.' && part !== '..')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('integrity', 'the manifest names an object outside of its backup', { subjects: [key] });
    }
    return `${folder}${key}`;
}


/***/ })

};
