export const id = 5248;
export const ids = [5248,4418,9180,2037,6799,4703];
export const modules = {

/***/ 67974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X$: () => (/* binding */ missingByCopiesRule),
/* harmony export */   Xb: () => (/* binding */ copiesRuleText),
/* harmony export */   Yp: () => (/* binding */ copyPlaces),
/* harmony export */   db: () => (/* binding */ judgeCopiesRule)
/* harmony export */ });
/** Where the stores of an environment stand, as its file tells: media by kind of store and service, not by bucket. */
function copyPlaces(stores) {
    return stores.map((store) => ({
        store: store.name,
        medium: [store.type, ...serviceOf(store)].join(' '),
        offSite: store.offsite ?? store.type !== 'local',
        ephemeral: store.type === 'local' && store.ephemeral,
    }));
}
function serviceOf(store) {
    if (store.type === 'local')
        return [];
    return store.endpoint === undefined ? [] : [store.endpoint.text];
}
function judgeCopiesRule(places) {
    const lasting = places.filter((place) => !place.ephemeral);
    const copies = lasting.length + 1;
    const media = new Set(lasting.map(({ medium }) => medium)).size;
    const offSite = lasting.filter((place) => place.offSite).length;
    return { copies, media, offSite, met: copies >= 3 && media >= 2 && offSite >= 1 };
}
/** `3-2-1`, `2-1-0`: what there is, in the rule's own order. */
function copiesRuleText({ copies, media, offSite }) {
    return `${copies}-${media}-${offSite}`;
}
/** What is missing, for people; null when nothing is. */
function missingByCopiesRule({ copies, media, offSite, met }) {
    if (met)
        return null;
    const missing = [
        ...(copies < 3
            ? [`${copies === 1 ? 'no stored copy' : 'one stored copy'} where two beside the database are wanted`]
            : []),
        ...(media < 2 ? [media === 0 ? 'no medium' : 'all copies on one medium'] : []),
        ...(offSite < 1 ? ['none off-site'] : []),
    ];
    return missing.join(', ');
}


/***/ }),

/***/ 93991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ ledgerFormat),
/* harmony export */   fK: () => (/* binding */ parseLedgerEvent),
/* harmony export */   j$: () => (/* binding */ headsOf),
/* harmony export */   qe: () => (/* binding */ ledgerHeadsSchema),
/* harmony export */   uy: () => (/* binding */ checkChain)
/* harmony export */ });
/* unused harmony exports eventTypes, ledgerEventSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);



/**
 * The ledger: who did what, when and why. Each event names all events that nobody had named before it, by id and digest, so
 * that none can be changed or taken out unnoticed. Times are ISO 8601 UTC. Documented in docs/format.md.
 */
const ledgerFormat = 1;
const eventTypes = (/* unused pure expression or super */ null && ([
    'backup',
    'verification',
    'restore',
    'retention',
    'replicate',
    'repair',
    'lease-broken',
    'deploy',
    'drill',
    'validation',
    'gate-override',
    'runbook',
    'told',
]));
const headSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Digest of the event's bytes. */
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
});
const ledgerHeadsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(headSchema);
const ledgerEventSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(ledgerFormat),
    /** As in its key. */
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** One of `eventTypes`; later versions may know more. */
    type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text))),
    actor: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    host: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    backupId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        verdict: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed']),
        failure: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(Object.keys(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKinds */ .cV))
            .nullable(),
        /** What was wrong, as a digest that stays the same as long as the same is wrong. */
        trouble: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
            .regex(/^[0-9a-f]{16}$/)
            .optional(),
    }),
    details: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_2__/* ["null"] */ .chJ()])),
    /** Every event that was a head when this one was written; empty for the first. */
    previous: ledgerHeadsSchema,
    /** 1 for the first, else one more than the deepest of `previous`. */
    depth: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1),
});
/** @throws Failure as `parseManifest` does */
function parseLedgerEvent(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, ledgerEventSchema, 'event of the ledger');
}
/** Follows every name to its event. Ids sort by time. @param anchors events that proofs say were there */
function checkChain(links, anchors = []) {
    const byId = new Map();
    for (const link of links)
        byId.set(link.id, link);
    const named = new Set();
    const findings = { missing: [], edited: [], heads: [], roots: [], joined: 0 };
    const follow = ({ id, sha256 }, namedBy) => {
        const found = byId.get(id);
        if (found === undefined)
            findings.missing.push({ id, namedBy });
        else if (found.sha256 !== sha256)
            findings.edited.push({ id, namedBy });
    };
    for (const link of byId.values()) {
        if (link.previous.length === 0)
            findings.roots.push(link.id);
        if (link.previous.length > 1)
            findings.joined += 1;
        for (const head of link.previous) {
            named.add(head.id);
            follow(head, link.id);
        }
    }
    for (const anchor of anchors)
        follow(anchor, anchor.namedBy);
    findings.heads = [...byId.keys()].filter((id) => !named.has(id)).sort();
    findings.roots.sort();
    return findings;
}
/** Events that no other of these names, newest first. */
function headsOf(links) {
    const named = new Set(links.flatMap(({ previous }) => previous.map(({ id }) => id)));
    return links
        .filter(({ id }) => !named.has(id))
        .map(({ id, sha256 }) => ({ id, sha256 }))
        .sort((a, b) => (a.id < b.id ? 1 : -1));
}


/***/ }),

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

/***/ 56625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secretsInUrl),
/* harmony export */   o: () => (/* binding */ percentDecoded)
/* harmony export */ });
/**
 * What is secret inside of a URL: its password, a token that stands for the user, and what its parameters call a secret;
 * as it stands there, as a URL parser writes it and as it is meant. Nothing when the text is no URL with one. A password
 * that nobody percent-encoded may be found with more around it: rather too much is hidden than too little.
 */
function secretsInUrl(text) {
    const url = /^\s*([a-z][a-z0-9+.-]*):\/\/([^/?#@:]*)/i.exec(text);
    if (url === null)
        return [];
    const [before, scheme = '', user = ''] = url;
    const rest = text.slice(before.length);
    const parsed = URL.parse(text);
    const found = [
        /^:([^/?#]*)@/.exec(rest)?.[1],
        /^:(.*)@/s.exec(rest)?.[1],
        parsed?.password,
        ...(/^https?$/i.test(scheme) && standsForToken(rest) ? [user, parsed?.username] : []),
        ...secretParameters(rest),
    ].flatMap((part) => (part ? [part, percentDecoded(part)] : []));
    return [...new Set(found)];
}
/** On the web a user without a password, or with the word that GitHub takes for none, is a token. */
function standsForToken(rest) {
    return /^(?::(?:x-oauth-basic)?)?@/i.test(rest);
}
const password = /pass(?:word|wd|phrase)?$|pwd$/i;
const otherSecret = /(?:secret|token|signature|credential|authorization|api[-_]?key|access[-_]?key)$|^(?:sig|key|auth)$/i;
/** What is shorter is a switch or a number, and hiding it would hide half of a log. */
const shortestOther = 6;
/** Whatever is called a password, as libpq takes `password` and `sslpassword` too, a token or a signature. */
function secretParameters(rest) {
    const query = /\?(.*)$/s.exec(rest)?.[1] ?? '';
    return query.split(/[&?]/).flatMap((pair) => {
        const [, name = '', value = ''] = /^([^=]*)=([^#]*)/s.exec(pair) ?? [];
        const meant = percentDecoded(name);
        if (!password.test(meant) && !(otherSecret.test(meant) && value.length >= shortestOther))
            return [];
        return [value, value.replaceAll('+', ' ')];
    });
}
/** A part of a URL as it is meant. With a stray percent sign it is as it stands. */
function percentDecoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


/***/ }),

/***/ 59415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27550);
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






/** How much of each output stream `run` keeps: its last MiB. */
const outputLimit = 1024 * 1024;
const defaultGrace = 2_000;
const running = new Set();
process.once('exit', () => {
    for (const pid of running)
        signalGroup(pid, 'SIGKILL');
});
/** Programs of this machine. What still runs when our own process exits is killed with it. */
function createProcesses() {
    const start = async (command, args, options) => {
        options.signal?.throwIfAborted();
        const tied = options.outlivesUs === true ? null : await tie(command, args, options.environment);
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(tied?.command ?? command, tied?.args ?? args, {
            env: { ...options.environment },
            ...(options.directory === undefined ? {} : { cwd: options.directory }),
            stdio: 'pipe',
            detached: true,
        });
        const { promise: ended, resolve } = Promise.withResolvers();
        child.once('close', (code, signal) => resolve({ code, signal }));
        // Whoever writes learns of a child that stopped reading through its own pipeline; nobody else has to.
        child.stdin.on('error', () => undefined);
        const pid = await started(child, command, options.directory);
        running.add(pid);
        let stopping;
        const stop = () => {
            if (stopping !== undefined)
                return;
            signalGroup(pid, 'SIGTERM');
            stopping = setTimeout(() => signalGroup(pid, 'SIGKILL'), options.grace ?? defaultGrace);
        };
        options.signal?.addEventListener('abort', stop, { once: true });
        if (options.signal?.aborted === true)
            stop();
        void ended.then(() => {
            running.delete(pid);
            options.signal?.removeEventListener('abort', stop);
            if (stopping === undefined)
                return;
            clearTimeout(stopping);
            // The leader has obeyed; descendants that closed our pipes may not have.
            signalGroup(pid, 'SIGKILL');
        });
        return {
            pid,
            stdin: child.stdin,
            stdout: child.stdout,
            stderr: child.stderr,
            ended,
            kill: (signal) => signalGroup(pid, signal),
            [Symbol.asyncDispose]: async () => {
                if (!running.has(pid))
                    return;
                stop();
                // Output that nobody reads any more would keep the streams open.
                child.stdin.destroy();
                child.stdout.resume();
                child.stderr.resume();
                await ended;
            },
        };
    };
    return {
        start,
        run: async (command, args, options) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const child = __addDisposableResource(env_1, await start(command, args, options), true);
                const stdout = keepEnd(child.stdout);
                const stderr = keepEnd(child.stderr);
                await feed(child, options.input);
                const { code, signal } = await child.ended;
                options.signal?.throwIfAborted();
                return { code, signal, stdout: stdout(), stderr: stderr() };
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
        },
    };
}
/**
 * The same command, to be sent SIGTERM by the kernel when we die of whatever cause. Null where that cannot be had, or
 * where there is no such program: starting it then says so. Has no effect on sudo, which changes its user.
 * We may have died before the kernel was asked for it: so the shell looks whether its parent is still us.
 */
async function tie(command, args, environment) {
    if (process.platform !== 'linux')
        return null;
    // Since util-linux 2.33 setpriv has this option; it then becomes the program.
    canTie ??=
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(setpriv, ['--pdeathsig', 'TERM', '--', 'true'], { env: {}, stdio: 'ignore' }).status === 0;
    if (!canTie)
        return null;
    const folders = command.includes('/') ? [''] : (environment['PATH'] ?? '/usr/bin:/bin').split(':');
    for (const folder of folders) {
        const path = folder === '' ? command : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, command);
        const isProgram = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false);
        if (isProgram) {
            const launch = ['--pdeathsig', 'TERM', '--', '/bin/sh', '-c', orphansEnd, 'sh', String(process.pid)];
            return { command: setpriv, args: [...launch, path, ...args] };
        }
    }
    return null;
}
const setpriv = '/usr/bin/setpriv';
const orphansEnd = '[ "$PPID" = "$1" ] || exit 143; shift; unset PWD; exec "$@"';
let canTie;
async function started(child, command, directory) {
    const thrown = await new Promise((resolve) => {
        child.once('spawn', () => resolve(null));
        child.once('error', resolve);
    });
    child.on('error', () => undefined);
    if (thrown === null && child.pid !== undefined)
        return child.pid;
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (directory !== undefined && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(directory).catch(() => null)) === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('missing', `${command} could not start: its working directory does not exist`, {
            cause: thrown,
        });
    }
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('missing', `the program ${command} does not exist on this machine`, {
            cause: thrown,
            hint: `Install ${command}, or put it on PATH.`,
        });
    }
    if (code === 'EACCES') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR('access', `the program ${command} may not be started`, {
            cause: thrown,
            hint: `Make it executable (chmod a+x), or put another ${command} before it on PATH.`,
        });
    }
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .HR(code === 'EAGAIN' || code === 'ENOMEM' ? 'capacity' : 'bug', `${command} could not be started`, {
        cause: thrown,
    });
}
/** Sends a signal to every process of the group. One that has ended, or that is not ours to signal, is left alone. */
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch {
        // Nobody is left in the group, or it belongs to another user (sudo): then its standard input is the way to end it.
    }
}
async function feed(child, input) {
    if (input === undefined || typeof input === 'string') {
        child.stdin.end(input);
        return;
    }
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(input, child.stdin);
    }
    catch (thrown) {
        // A child may end without reading all; only a broken input is the caller's concern.
        if (input.errored !== null && !isBrokenPipe(input.errored))
            throw thrown;
    }
}
function isBrokenPipe(error) {
    return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
}
function keepEnd(stream) {
    let kept = [];
    let size = 0;
    stream.on('data', (chunk) => {
        kept.push(chunk);
        size += chunk.length;
        if (size > 2 * outputLimit) {
            const end = Buffer.concat(kept).subarray(-outputLimit);
            kept = [end];
            size = end.length;
        }
    });
    stream.on('error', () => undefined);
    return () => Buffer.concat(kept).subarray(-outputLimit).toString('utf8');
}


/***/ }),

/***/ 62223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Chance from the operating system, fit for secrets. */
const systemRandom = { bytes: (count) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(count) };


/***/ }),

/***/ 8589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ removeLeftovers),
/* harmony export */   KK: () => (/* binding */ openSpool)
/* harmony export */ });
/* unused harmony export startOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76760);
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62223);






/** A spool of another machine or container that shares the temporary folder: only its age tells that it is dead. */
const foreignAge = 7 * 86_400_000;
const namePattern = /^lifeboat-spool-(\d+)-(\d+)-([0-9a-f]{8})-[0-9a-f]{16}$/;
/**
 * Makes a folder of this run alone, which only this user may read. It is removed when disposed, and when the process
 * exits. Those that crashed runs left behind are removed first.
 */
async function openSpool(tempFolder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(tempFolder, { recursive: true });
    await removeLeftovers(tempFolder);
    const random = Buffer.from(_random_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRandom */ .v.bytes(8)).toString('hex');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(tempFolder, `lifeboat-spool-${process.pid}-${startOf(process.pid) ?? 0}-${place()}-${random}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path, { mode: 0o700 });
    const removeAtExit = () => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
        }
        catch {
            // A laboratory's data may belong to its own user; the laboratory removes it.
        }
    };
    process.once('exit', removeAtExit);
    return {
        path,
        [Symbol.asyncDispose]: async () => {
            process.off('exit', removeAtExit);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true });
        },
    };
}
/** Removes the spools of runs that have ended without doing it. */
async function removeLeftovers(tempFolder) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(tempFolder)) {
        const match = namePattern.exec(name);
        if (!match)
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(tempFolder, name);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
        if (found === null || !found.isDirectory() || found.uid !== process.getuid?.())
            continue;
        const [, pid, start, where] = match;
        const dead = where === place() ? startOf(Number(pid)) !== Number(start) : Date.now() - found.mtimeMs > foreignAge;
        // What another user's process put there (a laboratory's data) is its own clean-up's to remove.
        if (dead)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true }).catch(() => undefined);
    }
}
/** When a process started, in a measure of its own; null when there is no such process. Tells a reused pid apart. */
function startOf(pid) {
    try {
        const fields = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ');
        // proc(5): starttime is field 22; the first two are cut off above. A zombie has ended.
        return fields[0] === 'Z' ? null : Number(fields[19]);
    }
    catch {
        if (process.platform === 'linux')
            return null;
    }
    try {
        process.kill(pid, 0);
        return 0;
    }
    catch (thrown) {
        return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM' ? 0 : null;
    }
}
/** Where pids are counted: this machine, or this container. */
function place() {
    let namespace = '';
    try {
        namespace = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        // Not Linux: one count of pids per machine.
    }
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${(0,node_os__WEBPACK_IMPORTED_MODULE_3__.hostname)()} ${namespace}`).digest('hex').slice(0, 8);
}


/***/ }),

/***/ 3915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _domain_copies_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67974);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_backups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74703);
/* harmony import */ var _vault_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73522);
/* harmony import */ var _vault_proofs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90045);





/** Manifests read at once: enough to hide a bucket's latency, few enough for any connection pool. */
const atOnce = 8;
/** What could be restored, from manifests and proofs alone. @throws Failure when no store could be asked */
async function list(environment, ports) {
    const { stores, log, signal, clock } = ports;
    const name = environment.environment;
    const listing = await (0,_vault_backups_js__WEBPACK_IMPORTED_MODULE_1__.listBackups)(stores, name, { log, signal });
    const newestProof = new Map();
    for (const proof of await (0,_vault_proofs_js__WEBPACK_IMPORTED_MODULE_3__/* .listProofs */ .I2)(stores, name, { log, signal })) {
        if (!newestProof.has(proof.backupId))
            newestProof.set(proof.backupId, proof);
    }
    const now = clock.now();
    const backups = [];
    for (let start = 0; start < listing.backups.length; start += atOnce) {
        const some = listing.backups.slice(start, start + atOnce);
        backups.push(...(await Promise.all(some.map((backup) => rowOf(backup, newestProof.get(backup.id), environment, ports, now)))));
    }
    return { environment: name, backups, unreachable: [...listing.unreachable.keys()] };
}
async function rowOf({ id, at, label, stores }, proof, environment, ports, now) {
    const row = {
        id,
        at,
        age: now - at,
        label: label ?? null,
        class: null,
        size: null,
        stores,
        copies: (0,_domain_copies_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeCopiesRule */ .db)((0,_domain_copies_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .copyPlaces */ .Yp)(environment.stores).filter(({ store }) => stores.includes(store))),
        proof: null,
        trouble: null,
    };
    const { log, signal } = ports;
    const trust = (publicKey) => ({
        publicKey: publicKey ?? null,
        protected: environment.protected,
        log,
        signal,
    });
    try {
        const name = environment.environment;
        const { manifest, bytes } = await (0,_vault_backups_js__WEBPACK_IMPORTED_MODULE_1__.readManifest)(ports.stores, name, id, trust(environment.signing.backup));
        row.class = manifest.class;
        row.size = manifest.sources
            .flatMap((source) => source.artifacts)
            .reduce((sum, artifact) => sum + artifact.storedSize, 0);
        if (proof !== undefined) {
            const read = await (0,_vault_proofs_js__WEBPACK_IMPORTED_MODULE_3__/* .readProof */ .r$)(ports.stores, name, proof.key, {
                ...trust(environment.signing.verify),
                manifestSha256: (0,_vault_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes).sha256,
            });
            row.proof = { at: read.proof.at, verdict: read.proof.verdict };
        }
    }
    catch (thrown) {
        signal.throwIfAborted();
        const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
        if (failure.kind === 'bug')
            throw failure;
        row.trouble = { kind: failure.kind, message: failure.message };
    }
    return row;
}


/***/ }),

/***/ 74703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listBackups: () => (/* binding */ listBackups),
/* harmony export */   manifestComment: () => (/* binding */ manifestComment),
/* harmony export */   readManifest: () => (/* binding */ readManifest),
/* harmony export */   writeManifest: () => (/* binding */ writeManifest)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27441);






/** Every backup that some store has a manifest of. @throws Failure when no store could be asked */
async function listBackups(stores, environment, context) {
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .backupsFolder */ .a)(environment), context.signal)) {
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifestKey */ .Kk)(environment, key);
                if (id === null)
                    continue;
                const names = holders.get(id) ?? new Set();
                holders.set(id, names.add(store.name));
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
            unreachable.set(store.name, failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const first = [...unreachable.values()][0];
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    const backups = (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll)(holders.keys()).map((id) => ({
        id,
        at: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.at ?? 0,
        label: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.label,
        stores: stores.map((store) => store.name).filter((name) => holders.get(id)?.has(name) === true),
    }));
    return { backups, unreachable };
}
/** The manifest of a backup, checked for origin and place. @throws Failure as `readSigned` does */
async function readManifest(stores, environment, id, options) {
    const parse = (text) => {
        const manifest = (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(text);
        if (manifest.id !== id || manifest.environment !== environment) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the manifest at the place of ${id} is that of another backup`);
        }
        return manifest;
    };
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id);
    const comment = manifestComment(environment, id);
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .readSigned */ .Nu)(stores, key, comment, options, parse, options);
    return { ...read, manifest: value };
}
/**
 * Makes the backup exist: signature first, manifest last. Nothing that belongs to the backup may be written after this.
 * @param context with only those stores that have every artifact of the manifest
 * @throws Failure when no store took it
 */
async function writeManifest(manifest, context) {
    const { id, environment } = manifest;
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .writeSigned */ .qc)({
        key: (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id),
        comment: manifestComment(environment, id),
        value: manifest,
        what: 'manifest',
        check: _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng, // what we could not read again must never be called a backup
        keep: { retentionClass: manifest.retention.class },
    }, context);
}
/** What a manifest's signature is for. */
function manifestComment(environment, id) {
    return `lifeboat manifest ${environment}/${id}`;
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


/***/ }),

/***/ 27441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ readSigned),
/* harmony export */   Ts: () => (/* binding */ encodeSigned),
/* harmony export */   _V: () => (/* binding */ putSigned),
/* harmony export */   qc: () => (/* binding */ writeSigned)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73522);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4527);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);






/**
 * Reads a record from the first store that has it whole and genuine.
 * @param comment what its signature must be for
 * @param parse @throws Failure `integrity` when the text is not the record that its key says
 * @throws Failure `integrity` when it is unsigned although a key is configured or the environment is protected
 */
async function readSigned(stores, key, comment, trust, parse, context) {
    const { publicKey } = trust;
    if (publicKey === null && trust.protected) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${key} cannot be believed: no public signing key is configured`, {
            hint: 'The environment is protected: put the public keys under "signing" in its file, as lifeboat keygen prints them.',
        });
    }
    const damages = [];
    const { value, store } = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .fromFirstSoundCopy */ .bL)(stores, key, async (from, version) => {
        const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(from, key, {
            signal: context.signal,
            ...(version === undefined ? {} : { version }),
        });
        if (bytes === null)
            return null;
        let signature = null;
        if (publicKey !== null) {
            const checked = await checkAgainstStored(from, key, bytes, publicKey, comment, context.signal);
            if (checked.damage !== null)
                damages.push(checked.damage);
            signature = checked.signature;
        }
        return { bytes, signature, value: parse(bytes.toString()) };
    }, { damages, ...context });
    if (publicKey === null) {
        context.log.notice(`${key} was not checked for its origin: no public signing key is configured`);
    }
    const { sha256 } = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(value.bytes);
    return { ...value, sha256, signed: publicKey !== null, store: store.name, damages };
}
/**
 * Holds bytes to the signature in the same store, or to an older version of it when the newest does not fit: then with
 * what is wrong with the newest.
 */
async function checkAgainstStored(store, key, bytes, publicKey, comment, signal) {
    const check = (signature) => (0,_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .checkSignature */ .jC)(bytes, signature.toString(), publicKey, comment);
    const newest = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), { signal }, largestSignature);
    let failure = new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `${key} is not signed, although a signing key is configured`);
    if (newest !== null) {
        try {
            check(newest);
            return { signature: newest, damage: null };
        }
        catch (error) {
            failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    const versions = await store.versions((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), signal);
    for (const { version } of versions.slice(0, 10)) {
        const older = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), { signal, version }, largestSignature);
        if (older === null)
            continue;
        try {
            check(older);
            const problem = newest === null ? 'missing' : 'damaged';
            const damage = { store: store.name, key: (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), problem, failure };
            return { signature: older, damage: { ...damage, olderVersionServed: true } };
        }
        catch (error) {
            (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOfCopy */ .N2)(error, signal);
        }
    }
    throw failure;
}
const largestSignature = 65_536;
/** Signs a record and stores it in every store that answers. @throws Failure when none took it */
async function writeSigned(record, context) {
    const { key, what } = record;
    const { stores, signingKey, log, signal } = context;
    const { bytes, signature } = encodeSigned(record.value, signingKey, record.comment);
    record.check(bytes.toString());
    const failures = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .inEachStore */ .mK)(stores, (store) => putSigned(store, key, bytes, signature, signal, record.keep));
    for (const [store, failure] of failures) {
        log.warning(`store ${store} did not take the ${what}: ${failure.message}`);
    }
    const written = stores.map((store) => store.name).filter((name) => !failures.has(name));
    // Once one store has it, it exists, even if the run was stopped just then.
    if (written.length === 0) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
        throw [...failures.values()][0] ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', `there is no store to write the ${what} to`);
    }
    return { key, bytes, sha256: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes).sha256, stores: written, failures };
}
/** Writes the signature first, then the record: whoever sees the record finds it signed. */
async function putSigned(store, key, bytes, signature, signal, keep = {}) {
    if (signature !== null)
        await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .putOnce */ .LA)(store, (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), Buffer.from(signature), signal, keep);
    await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .putOnce */ .LA)(store, key, bytes, signal, keep);
}
/** The bytes of a record as JSON for people, and its signature when there is a key. */
function encodeSigned(value, secretKey, comment) {
    const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
    return { bytes, signature: secretKey === null ? null : (0,_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .sign */ ._S)(bytes, secretKey, comment) };
}


/***/ }),

/***/ 4527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _S: () => (/* binding */ sign),
/* harmony export */   cQ: () => (/* binding */ makeSigningKeys),
/* harmony export */   jC: () => (/* binding */ checkSignature),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* unused harmony export minisignPublicKey */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);


function makeSigningKeys() {
    const { privateKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(secretPrefix.length);
    return {
        publicKey: `${publicForm}${rawPublicKey(privateKey).toString('base64')}`,
        secretKey: `${secretForm}${seed.toString('base64')}`,
    };
}
/** The public key that belongs to a secret one. @throws Failure `config` */
function publicKeyOf(secretKey) {
    return `${publicForm}${rawPublicKey(readSecretKey(secretKey)).toString('base64')}`;
}
/**
 * The text of a signature file.
 * @param trustedComment what this is and in which role it was signed, such as `lifeboat manifest production/2026…`
 * @throws Failure `config` when the secret key is none
 */
function sign(bytes, secretKey, trustedComment) {
    if (/[\r\n]/.test(trustedComment))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('bug', 'a trusted comment is one line');
    const key = readSecretKey(secretKey);
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, digest(bytes), key);
    const bound = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.concat([signature, Buffer.from(trustedComment)]), key);
    const packed = Buffer.concat([prehashed, keyId(rawPublicKey(key)), signature]);
    return [
        'untrusted comment: signature by Lifeboat, check it with minisign -V',
        packed.toString('base64'),
        `trusted comment: ${trustedComment}`,
        bound.toString('base64'),
        '',
    ].join('\n');
}
/**
 * Holds bytes to their signature. @throws Failure `integrity` when the signature is by another key, of other bytes,
 * or for something else; `config` when the public key is none
 */
function checkSignature(bytes, signatureText, publicKey, expectedComment) {
    const raw = readPublicKey(publicKey);
    const key = publicKeyObject(raw);
    const [untrustedLine, packedLine, commentLine, boundLine, end, ...more] = signatureText.split('\n');
    const packed = decodeExactly(packedLine, 2 + 8 + 64);
    const bound = decodeExactly(boundLine, 64);
    const commentPrefix = 'trusted comment: ';
    // The untrusted comment may say anything, as in minisign; every other byte has just one right value.
    const isWhole = untrustedLine?.startsWith('untrusted comment: ') === true && end === '' && more.length === 0;
    if (!isWhole || packed === null || bound === null || commentLine?.startsWith(commentPrefix) !== true) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature is damaged');
    }
    if (!packed.subarray(0, 2).equals(prehashed))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature has an unknown form');
    if (!packed.subarray(2, 10).equals(keyId(raw))) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature was made with another key', {
            hint: 'Compare the public key in the environment file with the one that belongs to LIFEBOAT_SIGNING_KEY of whoever wrote this.',
        });
    }
    const signature = packed.subarray(10);
    const comment = commentLine.slice(commentPrefix.length);
    const isGenuine = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, digest(bytes), key, signature) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.concat([signature, Buffer.from(comment)]), key, bound);
    if (!isGenuine)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature does not fit: what was signed was altered');
    if (comment !== expectedComment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', 'the signature is genuine, but was made for something else');
    }
}
/** The public key as minisign takes it after `-P`. @throws Failure `config` */
function minisignPublicKey(publicKey) {
    const raw = readPublicKey(publicKey);
    return Buffer.concat([Buffer.from('Ed'), keyId(raw), raw]).toString('base64');
}
const publicForm = 'ed25519:';
const secretForm = 'ed25519-secret:';
const prehashed = Buffer.from('ED');
// DER (RFC 8410) around the 32 bytes of a key.
const secretPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
function digest(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('blake2b512').update(bytes).digest();
}
function keyId(rawKey) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(rawKey).digest().subarray(0, 8);
}
function readSecretKey(text) {
    const seed = text.startsWith(secretForm) ? decodeExactly(text.slice(secretForm.length), 32) : null;
    if (seed === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the signing key is not one', {
            hint: `A signing key begins with ${secretForm}, as lifeboat keygen prints it.`,
        });
    }
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: Buffer.concat([secretPrefix, seed]), format: 'der', type: 'pkcs8' });
}
function readPublicKey(text) {
    const raw = text.startsWith(publicForm) ? decodeExactly(text.slice(publicForm.length), 32) : null;
    if (raw === null) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'the public signing key is not one', {
            hint: `A public signing key begins with ${publicForm}, as lifeboat keygen prints it.`,
        });
    }
    return raw;
}
function publicKeyObject(raw) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
}
function rawPublicKey(key) {
    const spki = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return spki.subarray(publicPrefix.length);
}
/** Base64 of exactly so many bytes, in its one canonical spelling; null otherwise. */
function decodeExactly(text, size) {
    if (text === undefined)
        return null;
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === size && bytes.toString('base64') === text ? bytes : null;
}


/***/ }),

/***/ 18176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ hideUrl),
/* harmony export */   s: () => (/* binding */ hideSecrets)
/* harmony export */ });
/* harmony import */ var _domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56625);

/**
 * Makes sure that no secret that the environment file draws in is ever shown: the runner hides only what it knows as a
 * secret, and knows nothing of the password inside a URL. Fields that are no secret (a bucket, a region) stay readable.
 */
function hideSecrets(environment, host) {
    for (const source of environment.sources) {
        if (source.type === 'postgres')
            hide(host, source.url, source.password);
        if (source.type === 'redis')
            hide(host, source.url);
    }
    for (const store of environment.stores) {
        if (store.type === 's3')
            hide(host, store.secretAccessKey, store.sessionToken);
        if (store.type === 'azure')
            hide(host, store.connectionString, store.accountKey, store.sasToken);
        if (store.type === 'gcs')
            hide(host, store.credentials);
    }
    if (typeof environment.encryption === 'object' && 'passphrase' in environment.encryption) {
        hide(host, environment.encryption.passphrase);
    }
    hide(host, environment.heartbeat, environment.watch?.heartbeat);
    for (const channel of environment.notifications?.channels ?? []) {
        if (channel.type === 'slack')
            hide(host, channel.webhookUrl, channel.token);
        if (channel.type === 'webhook')
            hide(host, channel.url, channel.secret);
        if (channel.type === 'email')
            hide(host, channel.password);
        if (channel.type === 'pagerduty')
            hide(host, channel.routingKey);
    }
    hide(host, environment.metrics?.password);
}
/** Hides a URL and the password in it, also one that nothing can be done with. */
function hideUrl(url, host) {
    for (const part of [url, ...(0,_domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsInUrl */ .C)(url)])
        host.hide(part);
}
function hide(host, ...templates) {
    for (const template of templates) {
        // What is not set here is not this run's to need.
        if (template === undefined || template.names.some((name) => (host.variables[name] ?? '') === ''))
            continue;
        const value = template.resolve(host.variables);
        hideUrl(value, host);
        for (const part of secretsInText(value))
            host.hide(part);
    }
}
/**
 * What is secret inside of a connection string, a shared access signature or the JSON of a service account: the key as
 * it stands there and as it is meant, so that a part alone is hidden too.
 */
function secretsInText(text) {
    const found = [
        /(?:^|;)\s*AccountKey=([^;]+)/.exec(text)?.[1],
        /(?:^|;)\s*SharedAccessSignature=([^;]+)/.exec(text)?.[1],
        /(?:^|[?&;=])sig=([^&;]+)/.exec(text)?.[1],
        /"private_key"\s*:\s*"((?:[^"\\]|\\.)+)"/.exec(text)?.[1],
    ].filter((part) => part !== undefined);
    return [
        ...new Set(found.flatMap((part) => [
            part,
            (0,_domain_url_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .percentDecoded */ .o)(part),
            // A log that shows the key shows it line by line.
            ...part.split(/\\n|\n/).filter((line) => line.length >= 16 && !line.startsWith('-----')),
        ])),
    ];
}


/***/ }),

/***/ 57724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Folder of the environment files, from the working directory. */
const folder = 'environments';
/**
 * Finds, reads and parses the file of an environment.
 * @param elsewhere how another place is named, for whoever has files, but not this one
 * @throws Failure `config` when there is none, more than one, or its name is another
 */
async function loadEnvironment(input, elsewhere = 'Another place is named by --config, in a job by the input config.') {
    const file = input.config ?? (await findFile(input.environment, elsewhere));
    const text = await readText(file);
    const { parseEnvironment } = await __webpack_require__.e(/* import() */ 9172).then(__webpack_require__.bind(__webpack_require__, 99172));
    const environment = await parseEnvironment(text, file);
    if (environment.environment !== input.environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${file} describes the environment ${environment.environment}, but ${input.environment} was asked for`, { hint: 'Give the name that stands in the file, or the path of another file.' });
    }
    return environment;
}
async function readText(file) {
    const hint = 'Check the path; it starts at the working directory. In a workflow, actions/checkout must come first.';
    try {
        // What is no file may never end, and whoever waits for a pipe to be opened hears no signal.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).isFile()) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} is no file`, { hint });
        }
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
            throw cause;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} cannot be read`, { cause, hint });
    }
}
async function findFile(name, elsewhere) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = [
        folder,
        ...entries.filter((entry) => entry.isDirectory()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name)),
    ];
    const found = [];
    const others = [];
    for (const place of folders.sort()) {
        for (const file of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place).catch(() => [])) {
            if (!/\.ya?ml$/.test(file))
                continue;
            const isIt = file === `${name}.yml` || file === `${name}.yaml`;
            (isIt ? found : others).push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, file));
        }
    }
    const [first, second] = found;
    if (first === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `there is no file for the environment ${name}: looked for ${folder}/${name}.yml and ${folder}/*/${name}.yml`, {
            hint: others.length > 0
                ? `There ${others.length === 1 ? 'is' : 'are'} ${others.sort().join(', ')}. ${elsewhere}`
                : 'Make one with `lifeboat init`. In a workflow, actions/checkout must come first.',
        });
    }
    if (second !== undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `several files are for the environment ${name}: ${found.join(', ')}`, {
            hint: 'Say which one is meant with config.',
        });
    }
    return first;
}


/***/ }),

/***/ 44418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPorts: () => (/* binding */ openPorts),
  signingKeysOf: () => (/* binding */ signingKeysOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/host/processes.js
var processes = __webpack_require__(59415);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/host/machine.js

/** What this machine is, as a proof tells it. Memory in bytes. */
function thisMachine() {
    return { cpu: (0,external_node_os_.cpus)()[0]?.model.trim() ?? process.arch, cores: (0,external_node_os_.availableParallelism)(), memory: (0,external_node_os_.totalmem)() };
}
/** How this machine is called, for those who look for whoever holds a lease. */
function machineName() {
    return (0,external_node_os_.hostname)();
}

// EXTERNAL MODULE: ./lib/host/random.js
var random = __webpack_require__(62223);
// EXTERNAL MODULE: ./lib/host/spool.js
var host_spool = __webpack_require__(8589);
// EXTERNAL MODULE: ./lib/wiring/hide-secrets.js
var hide_secrets = __webpack_require__(18176);
;// CONCATENATED MODULE: ./lib/wiring/open-source.js
/** Opens what a source's or a record's kind asks for. A driver is loaded when the first one is needed. */
function sourceOpeners({ variables, packages }, ports) {
    const context = () => {
        const { spool, processes, clock, random, log } = ports();
        return { variables, spool, processes, clock, random, log, cache: packages ?? undefined };
    };
    return {
        openSource: async (config) => {
            if (config.type === 'files') {
                const { openFilesSource } = await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(2640)]).then(__webpack_require__.bind(__webpack_require__, 32640));
                return openFilesSource(config, context());
            }
            if (config.type === 'redis') {
                const { openRedisSource } = await __webpack_require__.e(/* import() */ 8772).then(__webpack_require__.bind(__webpack_require__, 38772));
                return openRedisSource(config, context());
            }
            const { openPostgresSource } = await Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(5506), __webpack_require__.e(7239)]).then(__webpack_require__.bind(__webpack_require__, 65506));
            return openPostgresSource(config, context());
        },
        openRehearsal: async (record, config) => {
            if (record.engine === 'files-tar') {
                const { openFilesRehearsal } = await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(3019), __webpack_require__.e(2605)]).then(__webpack_require__.bind(__webpack_require__, 52605));
                return openFilesRehearsal(record, context());
            }
            if (record.engine === 'redis-rdb') {
                const { openRedisRehearsal } = await Promise.all(/* import() */[__webpack_require__.e(8772), __webpack_require__.e(9060), __webpack_require__.e(8545)]).then(__webpack_require__.bind(__webpack_require__, 58545));
                return openRedisRehearsal(record, context());
            }
            const { openPostgresRehearsal } = await Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(8468), __webpack_require__.e(9850), __webpack_require__.e(5349), __webpack_require__.e(7509), __webpack_require__.e(9356)]).then(__webpack_require__.bind(__webpack_require__, 39356));
            return openPostgresRehearsal(record, config?.type === 'postgres' ? config : undefined, context());
        },
        openRestoration: async (record, config, request) => {
            if (record.engine === 'files-tar') {
                const { openFilesRestoration } = await Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(3019), __webpack_require__.e(927)]).then(__webpack_require__.bind(__webpack_require__, 20927));
                return openFilesRestoration(record, config?.type === 'files' ? config : undefined, request, context());
            }
            if (record.engine === 'redis-rdb') {
                const { openRedisRestoration } = await Promise.all(/* import() */[__webpack_require__.e(8772), __webpack_require__.e(9060), __webpack_require__.e(8863)]).then(__webpack_require__.bind(__webpack_require__, 98863));
                const own = config?.type === 'redis' ? config : undefined;
                return openRedisRestoration(record, own, request, context());
            }
            const { openPostgresRestoration } = await Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(9850), __webpack_require__.e(5349), __webpack_require__.e(7509), __webpack_require__.e(1932)]).then(__webpack_require__.bind(__webpack_require__, 31932));
            const own = config?.type === 'postgres' ? config : undefined;
            return openPostgresRestoration(record, own, request, context());
        },
    };
}

// EXTERNAL MODULE: ./lib/wiring/version.js
var version = __webpack_require__(10406);
;// CONCATENATED MODULE: ./lib/wiring/open-ports.js
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










const givenTo = new WeakMap();
/** The signing keys that the runs of this host were given so far: each is taken once, and what is written after the work needs it too. */
function signingKeysOf(host) {
    return givenTo.get(host) ?? [];
}
/** Everything that an operation needs of the world, on this machine. Disposing it closes stores and removes the spool. */
async function openPorts(environment, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { host } = options;
        (0,hide_secrets/* hideSecrets */.s)(environment, host);
        const keys = await readKeys(environment, options);
        const opened = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const stores = [];
        for (const config of options.stores ?? environment.stores) {
            stores.push(opened.use(await openOneStore(config, host)));
        }
        const { path: spool } = opened.use(await (0,host_spool/* openSpool */.KK)(host.temporaryFolder));
        const ports = {
            stores,
            ...sourceOpeners(host, () => ports),
            keys,
            run: {
                actor: host.actor,
                reason: options.reason ?? null,
                url: host.runUrl,
                host: machineName(),
                version: version/* version */.r,
                machine: thisMachine(),
            },
            log: host.log,
            clock: clock/* systemClock */.m,
            random: random/* systemRandom */.v,
            processes: (0,processes/* createProcesses */.E)(),
            spool,
            signal: host.signal,
        };
        const resources = opened.move();
        return Object.assign(ports, { [Symbol.asyncDispose]: () => resources.disposeAsync() });
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
async function openOneStore(config, host) {
    const { openStore } = await __webpack_require__.e(/* import() */ 1915).then(__webpack_require__.bind(__webpack_require__, 61915));
    return openStore(config, {
        variables: host.variables,
        oidcToken: host.oidcToken,
        clock: clock/* systemClock */.m,
        random: random/* systemRandom */.v,
        log: host.log,
        runnerIsHosted: host.isThrownAway,
    });
}
async function readKeys(environment, options) {
    const { host, role } = options;
    const keys = {
        passphrase: null,
        identities: [],
        signing: null,
    };
    if (role === 'read')
        return keys;
    const { encryption } = environment;
    if (role !== 'retention' && typeof encryption === 'object' && 'passphrase' in encryption) {
        keys.passphrase = encryption.passphrase.resolve(host.variables);
    }
    const variable = host.takeVariable('LIFEBOAT_SIGNING_KEY');
    const further = (options.signingRoles ?? []).map((role) => host.takeVariable(`LIFEBOAT_${role.toUpperCase()}_SIGNING_KEY`) ?? '');
    const given = keyLines((await readKeyFile(options.signingKeyFile, 'signing key')) ?? variable ?? '');
    keys.signingKeys = [...given, ...further.flatMap(keyLines)];
    keys.signing = keys.signingKeys[0] ?? null;
    for (const key of keys.signingKeys)
        host.hide(key);
    givenTo.set(host, [...new Set([...signingKeysOf(host), ...keys.signingKeys])]);
    const identities = host.takeVariable('LIFEBOAT_IDENTITY');
    if (role === 'verify' || role === 'restore') {
        const text = options.identity ?? (await readKeyFile(options.identityFile, 'identity')) ?? identities ?? '';
        if (text.trim() !== '') {
            const { parseIdentities } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(4466)]).then(__webpack_require__.bind(__webpack_require__, 4466));
            keys.identities = parseIdentities(text);
            for (const identity of keys.identities)
                host.hide(identity);
        }
    }
    return keys;
}
async function readKeyFile(path, what) {
    if (path === undefined)
        return undefined;
    return (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new failure/* Failure */.HR('config', `the ${what} file ${path} cannot be read`, {
            cause,
            hint: 'Give the path of a key file, as `lifeboat keygen` writes it.',
        });
    });
}
/** The keys in the text of a key file: its lines that are neither comments nor empty. Most files hold one. */
function keyLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}


/***/ }),

/***/ 25248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runList: () => (/* binding */ runList)
/* harmony export */ });
/* harmony import */ var _domain_copies_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67974);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _operations_list_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3915);
/* harmony import */ var _load_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57724);
/* harmony import */ var _open_ports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44418);
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





async function runList(input, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = await (0,_load_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .loadEnvironment */ .Y)(input);
        const ports = __addDisposableResource(env_1, await (0,_open_ports_js__WEBPACK_IMPORTED_MODULE_3__.openPorts)(environment, { host, role: 'read' }), true);
        const found = await (0,_operations_list_list_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p)(environment, ports);
        const worst = found.backups.find(({ trouble }) => trouble !== null)?.trouble?.kind;
        return {
            text: table(found),
            json: found,
            ...(worst === undefined ? {} : { failure: worst }),
        };
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
function table({ environment, backups, unreachable }) {
    const notes = unreachable.map((store) => `Store ${store} could not be asked; it may have others.`);
    if (backups.length === 0)
        return [`There is no backup of ${environment}.`, ...notes].join('\n');
    const rows = [['backup', 'age', 'size', 'stores', 'copies', 'proof'], ...backups.map(cells)];
    const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    return [...lines, ...notes].join('\n');
}
function cells(row) {
    const proof = row.proof === null ? 'never tried' : `${row.proof.verdict} ${row.proof.at.slice(0, 16)}Z`;
    return [
        row.id,
        (0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(row.age),
        row.size === null ? '?' : (0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(row.size),
        row.stores.join(' '),
        (0,_domain_copies_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .copiesRuleText */ .Xb)(row.copies),
        row.trouble === null ? proof : `${row.trouble.kind}: ${row.trouble.message}`,
    ];
}


/***/ }),

/***/ 10406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** Lifeboat's version. A test holds it equal to package.json, which the bundle does not carry. */
const version = '0.1.0';


/***/ })

};
