export const id = 8298;
export const ids = [8298];
export const modules = {

/***/ 21214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ judgeObjective)
/* harmony export */ });
function judgeObjective(name, target, measured, basis) {
    const margin = target === null ? null : target - measured;
    return { name, target, measured, margin, met: margin === null ? null : margin >= 0, basis };
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

/***/ 85330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M9: () => (/* binding */ write),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   qC: () => (/* binding */ readIfThere)
/* harmony export */ });
/* unused harmony export difference */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);




/**
 * What writing these files would do; changes nothing.
 * @throws Failure `refused` when a file exists with another text and `force` was not given
 */
async function compare(directory, files, force) {
    const found = await Promise.all(files.map(async (file) => ({ file, existing: await readIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, file.path)) })));
    const different = found.filter(({ file, existing }) => existing !== null && existing !== file.text);
    if (different.length > 0 && !force) {
        const shown = different.map(({ file, existing }) => `${file.path}\n${difference(existing ?? '', file.text)}`);
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('refused', `${different.length === 1 ? 'a file exists' : 'files exist'} with another text; nothing was written\n\n${shown.join('\n\n')}`, { hint: 'Take over by hand what you want, or repeat with --force to replace.' });
    }
    return found.map(({ file, existing }) => ({
        path: file.path,
        done: existing === null ? 'written' : existing === file.text ? 'unchanged' : 'replaced',
    }));
}
/** Each file appears whole or not at all. */
async function write(directory, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, file.path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
    const draft = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.draft`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(draft, file.text, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { force: true });
        throw error;
    }
}
async function readIfThere(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
            return null;
        throw error;
    }
}
/** Lines that only one side has, `-` for what is there and `+` for what would be; common lines are left out. */
function difference(before, after) {
    const a = before.split('\n');
    const b = after.split('\n');
    // Longest common subsequence; these files have about a hundred lines. longest[i][j]: of a from i and b from j.
    const longest = Array.from({ length: a.length + 1 }, () => Array.from(b, () => 0));
    const at = (i, j) => longest[i]?.[j] ?? 0;
    for (let i = a.length - 1; i >= 0; i -= 1) {
        for (let j = b.length - 1; j >= 0; j -= 1) {
            const row = longest[i];
            if (row)
                row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const lines = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            i += 1;
            j += 1;
        }
        else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
            lines.push(`  - ${a[i]}`);
            i += 1;
        }
        else {
            lines.push(`  + ${b[j]}`);
            j += 1;
        }
    }
    return lines.join('\n');
}


/***/ }),

/***/ 26008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ storeKeys),
/* harmony export */   Y: () => (/* binding */ gatherKeys)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);
/* harmony import */ var _vault_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4466);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4527);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85330);






/** Order matters: the key that must never be lost, and never comes near GitHub, is made and stored first. */
const purposes = {
    offline: {
        file: 'offline-identity.txt',
        kind: 'identity',
        about: 'Opens every backup. Keep it offline (paper, a safe, a password manager of two people); delete it here.',
    },
    verify: {
        file: 'verify-identity.txt',
        kind: 'identity',
        about: 'Opens backups for restore tests: the secret LIFEBOAT_IDENTITY of the verify environment. Keep a copy out of GitHub, for restores in a terminal.',
    },
    backupSigning: {
        file: 'backup-signing-key.txt',
        kind: 'signing',
        about: 'Signs manifests: the secret LIFEBOAT_SIGNING_KEY of the backup environment. Keep a copy out of GitHub, for restores in a terminal.',
    },
    verifySigning: {
        file: 'verify-signing-key.txt',
        kind: 'signing',
        about: 'Signs proofs: the secret LIFEBOAT_SIGNING_KEY of the verify environment.',
    },
    retentionSigning: {
        file: 'retention-signing-key.txt',
        kind: 'signing',
        about: 'Signs what retention does: the secret LIFEBOAT_SIGNING_KEY of the retention environment.',
    },
    deploySigning: {
        file: 'deploy-signing-key.txt',
        kind: 'signing',
        about: 'Signs deployments, and who overrode the gate: the secret LIFEBOAT_DEPLOY_SIGNING_KEY of the environment with reviewers.',
    },
};
/**
 * The keys that lie in the folder, those that are `known` already, and new ones for the rest. Nothing is written yet.
 * @param directory the repository
 * @param option names the folder on the command line, such as `--folder`
 * @throws Failure `refused` when the folder lies in the repository, `config` when a file there holds no key
 */
async function gatherKeys(folder, { directory, option, known = {} }) {
    await refuseInside(folder, directory, option);
    const gather = async (purpose) => {
        const { file, kind } = purposes[purpose];
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file);
        const existing = await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readIfThere */ .qC)(path);
        const knownHalf = known[purpose];
        if (existing === null && knownHalf !== undefined) {
            return { file: path, secret: null, public: knownHalf, made: false };
        }
        if (existing === null)
            return { file: path, ...(await makers[kind]()), made: true };
        return { file: path, ...(await readers[kind](existing).catch(refuseFile(path))), made: false };
    };
    // One after the other, in this order: see above.
    const offline = await gather('offline');
    const verify = await gather('verify');
    const backupSigning = await gather('backupSigning');
    const verifySigning = await gather('verifySigning');
    const retentionSigning = await gather('retentionSigning');
    const deploySigning = await gather('deploySigning');
    return { offline, verify, backupSigning, verifySigning, retentionSigning, deploySigning };
}
/** Stores the new keys, readable by their owner only. Never replaces a file. */
async function storeKeys(keyring) {
    for (const purpose of Object.keys(purposes)) {
        const key = keyring[purpose];
        if (!key.made || key.secret === null)
            continue;
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(key.file);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true, mode: 0o700 });
        const text = `# ${purposes[purpose].about}\n# public key: ${key.public}\n${key.secret}\n`;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(key.file, text, { flag: 'wx', mode: 0o600 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(key.file, 0o600);
    }
}
const makers = {
    identity: async () => {
        const { identity, recipient } = await (0,_vault_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .makeIdentity */ .N6)();
        return { secret: identity, public: recipient };
    },
    signing: async () => {
        const { secretKey, publicKey } = (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .makeSigningKeys */ .cQ)();
        return { secret: secretKey, public: publicKey };
    },
};
/** The public half is worked out anew, so that a comment in the file cannot say another. */
const readers = {
    identity: async (text) => {
        const [secret = ''] = (0,_vault_keys_js__WEBPACK_IMPORTED_MODULE_3__.parseIdentities)(text);
        return { secret, public: await (0,_vault_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .recipientOf */ .du)(secret) };
    },
    signing: async (text) => {
        const secret = text.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? '';
        return { secret, public: (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_4__/* .publicKeyOf */ .kc)(secret) };
    },
};
function refuseFile(path) {
    return () => {
        // No cause: what the file holds must not be repeated.
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${path} holds no key that init wrote`, {
            hint: 'Move it away, or choose another folder for the keys.',
        });
    };
}
async function refuseInside(folder, directory, option) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory), await realpathOfNearest(folder));
    if (way === '' || (!way.startsWith('..') && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way))) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', `the folder for keys lies inside the repository: ${folder}`, {
            hint: `Choose a folder outside of it with ${option}, so that no key is ever committed.`,
        });
    }
}
/** The real path of a folder that may not exist yet. */
async function realpathOfNearest(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (error) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if (parent === path)
            throw error;
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await realpathOfNearest(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    }
}


/***/ }),

/***/ 22253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ scheduleFor)
/* harmony export */ });
/* harmony import */ var _domain_schedule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47246);

/** The cron lines that init writes and that plan reckons with, so that both speak of the same schedule. */
function scheduleFor(environment, verb, every) {
    return (0,_domain_schedule_js__WEBPACK_IMPORTED_MODULE_0__/* .cronFor */ .Q$)(every, `${environment} ${verb}`);
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

/***/ 7803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ gravestFailure)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** What matters most, when several things went wrong. */
const gravity = [
    'integrity',
    'access',
    'missing',
    'capacity',
    'unavailable',
    'config',
    'refused',
    'objective',
];
/** One failure that stands for all failed checks and missed objectives; null when there are none. */
function gravestFailure(checks, objectives) {
    const failed = checks.filter((check) => check.status === 'failed');
    const kindOf = (check) => check.failure ?? 'objective';
    const worst = [...failed].sort((a, b) => gravity.indexOf(kindOf(a)) - gravity.indexOf(kindOf(b)))[0];
    if (worst !== undefined) {
        const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more failed checks)`;
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(kindOf(worst), `${worst.rung}: ${worst.name}: ${worst.detail}${others}`, {
            subjects: worst.subjects,
            ...(worst.hint === undefined ? {} : { hint: worst.hint }),
        });
    }
    const missed = objectives.find((objective) => objective.met === false);
    if (missed !== undefined) {
        return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', `the ${missed.name} was missed: ${missed.basis}`, {
            hint: missed.name === 'RTO'
                ? 'Give the restore more cores or a faster disk, or promise a longer RTO.'
                : 'Back up more often.',
        });
    }
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('objective', 'no check that reads restored data has passed');
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

/***/ 96266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/operations/backup/backup.js + 3 modules
var backup = __webpack_require__(27063);
// EXTERNAL MODULE: ./lib/domain/environment/parse.js + 5 modules
var parse = __webpack_require__(99172);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/operations/plan/schedule-for.js
var schedule_for = __webpack_require__(22253);
;// CONCATENATED MODULE: ./lib/operations/init/role-names.js
/** The writer sees the database; it holds no identity, so it cannot read what it wrote. */
function backupNames(settings) {
    const store = storeNames(settings);
    return {
        secrets: [settings.databaseUrlName, ...store.secrets, 'LIFEBOAT_SIGNING_KEY', ...heartbeat(settings)],
        variables: store.variables,
    };
}
/** The reader opens backups; it never reaches the database. */
function verifyNames(settings) {
    const store = storeNames(settings);
    return {
        secrets: [...store.secrets, 'LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', ...heartbeat(settings)],
        variables: store.variables,
    };
}
/** The keeper sees neither the database nor what is in a backup. */
function retentionNames(settings) {
    const store = storeNames(settings);
    return { secrets: [...store.secrets, 'LIFEBOAT_SIGNING_KEY'], variables: store.variables };
}
/** Whoever restores opens backups, reaches the database, and makes the emergency backup: behind reviewers. */
function restoreNames(settings) {
    const store = storeNames(settings);
    return {
        secrets: [settings.databaseUrlName, ...store.secrets, 'LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY'],
        variables: store.variables,
    };
}
function storeNames({ store }) {
    if (store.kind === 'local')
        return { secrets: [], variables: [] };
    return store.credentials.kind === 'oidc'
        ? { secrets: [], variables: [store.credentials.roleArnName] }
        : { secrets: [store.credentials.accessKeyIdName, store.credentials.secretAccessKeyName], variables: [] };
}
const heartbeat = ({ heartbeatName }) => (heartbeatName === null ? [] : [heartbeatName]);
/** The stores alone: the gate reads records, and sees neither the database nor what is in a backup. */
function gateNames(settings) {
    const { secrets, variables } = verifyNames(settings);
    const others = ['LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', settings.heartbeatName];
    return { secrets: secrets.filter((name) => !others.includes(name)), variables };
}
/**
 * Whoever deploys may have to bring data back, and signs with a key of its own besides: an override of the gate shall need
 * more than the key of backups, which a job without reviewers holds.
 */
function deployNames(settings) {
    const { secrets, variables } = restoreNames(settings);
    return { secrets: [...secrets, 'LIFEBOAT_DEPLOY_SIGNING_KEY'], variables };
}
/** The reader's credentials of the stores and nothing else: the watch opens no backup and signs nothing. */
function watchNames(settings) {
    const { secrets, variables } = verifyNames(settings);
    const own = ['LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', settings.heartbeatName];
    return { secrets: secrets.filter((name) => !own.includes(name)), variables };
}
/** What opens a backup, without what a proof needs besides: nothing is signed or pinged here. */
function openerNames(settings) {
    const { secrets, variables } = verifyNames(settings);
    const others = ['LIFEBOAT_SIGNING_KEY', settings.heartbeatName];
    return { secrets: secrets.filter((name) => !others.includes(name)), variables };
}

;// CONCATENATED MODULE: ./lib/operations/init/environment-file.js
/** `environments/<name>.yml`, as a person would write it. */
function environmentFile(settings, keys) {
    const { environment, objectives } = settings;
    return `# What Lifeboat protects here, where backups go, and what is promised.
# \${NAME} is filled in from the job's environment: it names a secret, and holds none.
version: 1
environment: ${scalar(environment)}
protected: ${settings.protected}
objectives:
  rpo: ${objectives.rpo}
  rto: ${objectives.rto}
  backup-every: ${objectives.backupEvery}
  verify-every: ${objectives.verifyEvery}
sources:
  - name: main
    type: postgres
    url: "\${${settings.databaseUrlName}}"
${settings.freshness === null ? '' : `    freshness: ${JSON.stringify(settings.freshness)}\n`}stores:
${store(settings.store)}encryption:
  recipients:
    - ${keys.offlineRecipient} # its identity is kept offline
    - ${keys.verifyRecipient} # its identity is the secret LIFEBOAT_IDENTITY of ${environment}-verify
signing:
  backup: ${keys.backupSigning}
  verify: ${keys.verifySigning}
  retention: ${keys.retentionSigning}
  deploy: ${keys.deploySigning}
${settings.heartbeatName === null ? '' : `heartbeat: "\${${settings.heartbeatName}}"\n`}${examples(settings)}`;
}
/** What deployments, runbooks, pull requests and channels need, and nobody but the adopter knows. Valid without the marks. */
function examples({ environment }) {
    return `
# What follows are examples: make them yours, and take the mark at the beginning of their lines away.

# Where the application runs. Deployments, runbooks and restores that reroute need it. With Compose the job has to run on the
# machine that runs the application: give the deploy workflow a self-hosted runner there.
#target:
#  type: compose
#  files: [compose.yml]
#  services: [web]
#  version-variable: IMAGE_TAG
#  health:
#    url: "https://www.example.org/health"

# What a deployment is refused without; where protected is true, everything. A version has to be validated in the environment
# before this one: name it, or say off where nothing comes before ${environment}.
#gate:
#  after: off # or { environment: staging }

# How pull requests are tried. Without migrations none are.
#pull-requests:
#  migrations:
#    files: migrations/*.sql

# Who is told, besides issues. Add the variable to env: of each workflow too.
#notifications:
#  channels:
#    - name: team
#      type: slack
#      webhook-url: "\${SLACK_WEBHOOK_URL}"
`;
}
function store(settings) {
    if (settings.kind === 'local') {
        return `  - name: folder
    type: local
    path: ${JSON.stringify(settings.path)}
`;
    }
    const { credentials } = settings;
    return `  - name: bucket
    type: s3
    bucket: ${JSON.stringify(settings.bucket)}
    region: ${JSON.stringify(settings.region)}
${settings.endpoint === null ? '' : `    endpoint: ${JSON.stringify(settings.endpoint)}\n`}${settings.prefix === null ? '' : `    prefix: ${JSON.stringify(settings.prefix)}\n`}${credentials.kind === 'oidc'
        ? `    role-arn: "\${${credentials.roleArnName}}"\n`
        : `    access-key-id: "\${${credentials.accessKeyIdName}}"
    secret-access-key: "\${${credentials.secretAccessKeyName}}"
`}`;
}
/** Plain where YAML reads it as text, quoted where it would read a number, a truth value or null. */
function scalar(text) {
    return /^[a-z][a-z0-9-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/.test(text)
        ? text
        : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./lib/operations/init/workflow-parts.js

function job({ runsOn }, { id, name, when = '', minutes, ...rest }) {
    return `  ${id}:
    name: ${name}
${when}    runs-on: ${runsOn}
    timeout-minutes: ${minutes}
${concurrencyOf(rest)}${section('environment', rest.environment)}${section('permissions', rest.permissions)}${section('env', rest.env)}${section('outputs', outputsOf(rest))}    steps:
${rest.steps.join('')}`;
}
function concurrencyOf({ concurrency }) {
    if (concurrency === undefined)
        return '';
    const { group, why, replaces = false } = concurrency;
    return `${why === undefined ? '' : `    # ${why}\n`}    concurrency:
      group: ${group}
      cancel-in-progress: ${replaces}
`;
}
function outputsOf({ outputs = {} }) {
    return Object.entries(outputs)
        .map(([key, value]) => `      ${key}: \${{ ${value} }}\n`)
        .join('');
}
function section(name, lines = '') {
    return lines === '' ? '' : `    ${name}:\n${lines}`;
}
/** A GitHub environment for its secrets and rules alone: nothing is deployed by the job. */
function secretsOf(environment, rules = 'none') {
    const what = rules === 'reviewers' ? 'secrets, reviewers and branch rule' : 'secrets and branch rule';
    return `      name: ${environment}
      deployment: false # ${what} of the environment, no deployment in the history
`;
}
/** A step that uses one of Lifeboat's actions. */
function use(settings, { name, id, action, given, ...step }) {
    const lines = Object.entries({ environment: scalar(settings.environment), ...given });
    return `      - name: ${name}
${id === undefined ? '' : `        id: ${id}\n`}        uses: ${actionOf(settings, action)}
${givenAlone(step)}        with:
${lines.map(([key, value]) => `          ${key}: ${value}\n`).join('')}`;
}
function givenAlone({ names, why }) {
    if (names === undefined)
        return '';
    const comment = why === undefined ? '' : ` # ${why}`;
    return `        env:${comment}\n${environmentBlock(names, 10)}`;
}
function actionOf({ action: { repository, sha, version } }, folder) {
    return `${repository}/actions/${folder}@${sha} # ${version}`;
}
/** The environment file as the job has checked it out. */
const configOf = ({ environment }, checkedOutTo = '') => `${checkedOutTo}environments/${environment}.yml`;
/** Inputs that are handed on as the person gave them. */
function handedOn(...names) {
    return Object.fromEntries(names.map((name) => [name, `\${{ inputs.${name} }}`]));
}
/** Of GitHub's own, as published. */
const actionsCheckout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
/** @param path where to, besides the workspace's root; @param ref an expression for what, besides the run's own commit */
function checkOut(name, { path, ref } = {}) {
    return `      - name: ${name}
        uses: ${actionsCheckout}
        with:
${path === undefined ? '' : `          path: ${path}\n`}${ref === undefined ? '' : `          ref: \${{ ${ref} }}\n`}          persist-credentials: false
`;
}
const checkOutConfig = checkOut('Check out the environment file');
function schedule(cron) {
    return cron
        .map((line) => `    - cron: "${line}" # off the hour, when GitHub is less busy; times are UTC\n`)
        .join('');
}
/** What every job of a role may do: read, tell of trouble, and reach the bucket. */
function permissions(settings) {
    return `      contents: read # to read the environment file
      issues: write # to open, update and close the issue about this environment
${bucketPermission(settings)}`;
}
function bucketPermission({ store }) {
    const isOidc = store.kind === 's3' && store.credentials.kind === 'oidc';
    return isOidc ? '      id-token: write # to assume the role of the bucket\n' : '';
}
/** @param indent of the lines: 6 for a job, 10 for a step */
function environmentBlock({ secrets, variables }, indent = 6) {
    const line = (kind) => (name) => `${' '.repeat(indent)}${name}: \${{ ${kind}.${name} }}\n`;
    return [...secrets.map(line('secrets')), ...variables.map(line('vars'))].join('');
}

;// CONCATENATED MODULE: ./lib/operations/init/backup-workflow.js


function backupWorkflow(settings, cron) {
    const { environment } = settings;
    return `# Makes a backup of ${environment}, encrypted to recipients: this job cannot read what it stores.
name: lifeboat ${environment} backup

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      label:
        description: A word to find this backup by, such as pre-deploy-142
        type: string
        default: ""
      class:
        description: critical is kept longer, and never gives way to a newer run
        type: choice
        options: [scheduled, critical]
        default: scheduled
      reason:
        description: Why this backup is made; goes into its manifest
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
        id: 'backup',
        name: `Back up ${environment}`,
        minutes: 60,
        concurrency: {
            group: `lifeboat-${environment}-backup\${{ inputs.class == 'critical' && format('-critical-{0}', github.run_id) || '' }}`,
            why: 'A scheduled run waits for the one before it, and gives way to a newer one; a critical backup never waits.',
        },
        environment: secretsOf(`${environment}-backup`),
        permissions: permissions(settings),
        env: environmentBlock(backupNames(settings)),
        steps: [
            checkOutConfig,
            use(settings, {
                name: 'Back up',
                action: 'backup',
                given: {
                    config: configOf(settings),
                    ...handedOn('label'),
                    class: "${{ inputs.class || 'scheduled' }}",
                    ...handedOn('reason'),
                },
            }),
        ],
    })}`;
}

// EXTERNAL MODULE: ./lib/domain/environment/drills-schema.js
var drills_schema = __webpack_require__(76064);
;// CONCATENATED MODULE: ./lib/operations/init/drill-workflow.js




const installAge = `      - name: Install age, which break-glass needs
        run: command -v age || { sudo apt-get update -q && sudo apt-get install -q -y age; }
`;
/** Rehearses failures every month; by hand, any of them. It has the role of verification: it opens backups, and no more. */
function drillWorkflow(settings, cron) {
    const { environment } = settings;
    const choices = ['all that apply', ...drills_schema/* scenarioNames */.L].map((name) => scalar(name)).join(', ');
    return `# Rehearses failures on a double of ${environment}, built from its newest backup on this runner, and measures the recovery.
# This job holds the identity that opens backups: it uses no cache, and never reaches the database.
name: lifeboat ${environment} drill

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      scenario:
        description: The failure to rehearse
        type: choice
        options: [${choices}]
        default: all that apply
      dry-run:
        description: Only say what would be done
        type: boolean
        default: false
      reason:
        description: Why it is rehearsed
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
        id: 'drill',
        name: `Rehearse failures of ${environment}`,
        minutes: 180,
        concurrency: { group: `lifeboat-${environment}-drill` },
        environment: secretsOf(`${environment}-verify`),
        permissions: permissions(settings),
        env: environmentBlock(verifyNames(settings)),
        steps: [
            checkOutConfig,
            installAge,
            use(settings, {
                name: 'Rehearse',
                action: 'drill',
                given: {
                    config: configOf(settings),
                    scenario: "${{ inputs.scenario != 'all that apply' && inputs.scenario || '' }}",
                    'dry-run': '${{ inputs.dry-run || false }}',
                    ...handedOn('reason'),
                },
            }),
        ],
    })}`;
}

;// CONCATENATED MODULE: ./lib/operations/init/deploy-workflow.js


/**
 * A deployment in jobs of their own, so that each holds only the secrets of its part. What is done in each, and in which order,
 * stands in the operation; here only its parts are named.
 */
function deployWorkflow(settings) {
    const { environment } = settings;
    return `# Deploys a version to ${environment} with a way back. Each job has its own secrets: the gate reads the stores, the backups cannot
# be read by whoever makes them, and the deployment itself waits for the reviewers of ${environment}. It holds the identity too:
# where the environment file says so, a deployment that failed brings its data back.
name: lifeboat ${environment} deploy

on:
  workflow_dispatch:
    inputs:
      version:
        description: The version to deploy, such as 1.4.2 or a commit; empty only to roll back now
        type: string
        default: ""
      confirm:
        description: The name of the environment, typed
        type: string
        default: ""
      reason:
        description: Why, in a sentence; goes into the ledger
        type: string
        default: ""
      rollback:
        description: What becomes of a deployment that fails; now deploys nothing, and takes the newest one back
        type: choice
        options: [auto, never, now]
        default: auto
      restore-data:
        description: Bring the data back too (where the environment file asks, or with rollback now)
        type: boolean
        default: false
      override:
        description: Why the gate is to be passed although it is closed; goes into ledger and issue
        type: string
        default: ""
      dry-run:
        description: Only say what would be done
        type: boolean
        default: false

permissions: {}

# One deployment after the other; none is cut off by the next.
concurrency:
  group: lifeboat-${environment}-deploy
  cancel-in-progress: false

jobs:
${gate(settings)}
${deploy_workflow_backup(settings)}
${deploy(settings)}
${backupAfter(settings)}
${verify(settings)}`;
}
const gate = (settings) => job(settings, {
    id: 'gate',
    name: `May it go to ${settings.environment}?`,
    when: `    # An override is judged and written down by the job that deploys, which has a key to sign it.
    if: inputs.override == '' && inputs.rollback != 'now'
`,
    minutes: 15,
    environment: secretsOf(`${settings.environment}-gate`),
    permissions: `${permissions(settings)}      checks: read # to ask for the required checks of the commit
      statuses: read # likewise, of older kinds of checks
`,
    env: environmentBlock(gateNames(settings)),
    steps: [checkOutConfig, part(settings, 'Ask the gate', 'gate')],
});
/** Whether it did what it should, or was not wanted. */
const isDone = (id) => `contains(fromJSON('["success", "skipped"]'), needs.${id}.result)`;
const deploy_workflow_backup = (settings) => job(settings, {
    id: 'backup',
    name: `Back up ${settings.environment} before it`,
    when: `    needs: gate
    if: (!cancelled()) && ${isDone('gate')} && inputs.rollback != 'now' && !inputs.dry-run
`,
    ...backupJob(settings, 'backup'),
});
const deploy = (settings) => job(settings, {
    id: 'deploy',
    name: `Deploy to ${settings.environment}`,
    when: `    needs: [gate, backup]
    if: (!cancelled()) && ${isDone('gate')} && ${isDone('backup')}
    # With a Compose target this must be the machine that runs the application: the label of a self-hosted runner there.
`,
    minutes: 120,
    environment: `      name: ${settings.environment}
      url: \${{ steps.lifeboat.outputs.url }}
`,
    permissions: `${permissions(settings)}      checks: read # to ask the gate again, right before
      statuses: read # likewise
      deployments: write # to say how the deployment goes
`,
    env: environmentBlock(deployNames(settings)),
    outputs: { state: 'steps.lifeboat.outputs.state' },
    steps: [
        checkOutConfig,
        part(settings, 'Deploy', 'deploy', {
            backup: '${{ needs.backup.outputs.backup-id }}',
            ...handedOn('rollback', 'restore-data'),
            wait: '15m',
        }),
    ],
});
const backupAfter = (settings) => job(settings, {
    id: 'backup-after',
    name: `Back up ${settings.environment} after it`,
    when: `    needs: deploy
    # A job is left out when any job before it was, as the gate is with an override, unless its condition asks how the run goes.
    if: (!cancelled()) && needs.deploy.outputs.state == 'stands'
`,
    ...backupJob(settings, 'backup-after'),
});
/** What both backups have alike. */
function backupJob(settings, step) {
    return {
        minutes: 60,
        environment: secretsOf(`${settings.environment}-backup`),
        permissions: permissions(settings),
        env: environmentBlock(backupNames(settings)),
        outputs: { 'backup-id': 'steps.lifeboat.outputs.backup-id' },
        steps: [checkOutConfig, part(settings, 'Back up', step)],
    };
}
const verify = (settings) => job(settings, {
    id: 'verify',
    name: `Prove ${settings.environment} as it is now`,
    when: `    needs: backup-after
    if: (!cancelled()) && needs.backup-after.result == 'success' # likewise
`,
    minutes: 120,
    environment: secretsOf(`${settings.environment}-verify`),
    permissions: permissions(settings),
    env: environmentBlock(verifyNames(settings)),
    steps: [
        checkOutConfig,
        part(settings, 'Prove', 'verify', { backup: '${{ needs.backup-after.outputs.backup-id }}' }),
    ],
});
/** One part of the deployment. */
function part(settings, name, steps, more = {}) {
    const asked = handedOn('version', 'confirm', 'reason', 'override', 'dry-run');
    const given = { config: configOf(settings), steps, ...asked, ...more };
    return use(settings, { name, id: 'lifeboat', action: 'deploy-env', given });
}

// EXTERNAL MODULE: ./lib/operations/init/files.js
var init_files = __webpack_require__(85330);
// EXTERNAL MODULE: ./lib/operations/init/keyring.js
var init_keyring = __webpack_require__(26008);
;// CONCATENATED MODULE: ./lib/operations/init/next-steps.js

/** What is left to do by hand, in order, as text for a terminal. No secret stands in it. */
function nextSteps(settings, keyring, policies) {
    const steps = [
        offlineKey(keyring),
        ...(settings.store.kind === 'local' ? [runner(settings, settings.store.path)] : []),
        environments(settings),
        secrets(settings, keyring),
        ...(policies.length === 0 ? [] : [bucket(settings, policies)]),
        fillIn(settings),
        commit(settings),
    ];
    return `${steps.map((step, index) => `${index + 1}. ${step}`).join('\n\n')}\n`;
}
function offlineKey({ offline }) {
    return `Put the offline identity away. It opens every backup, and it is the one key left when GitHub is gone.
     ${offline.file}
   Print it or store it where two people can reach it without GitHub, then delete that file.
   It never becomes a secret of GitHub.`;
}
/** A folder of the machine is what the next run finds only where that is the same machine. */
function runner({ runsOn }, path) {
    return /^(ubuntu|macos|windows)-/.test(runsOn)
        ? `WARNING: the store is the folder ${path}, and no runner of GitHub’s keeps a folder: with ${runsOn} each backup is gone
   when its job ends. Run init again with --runs-on and the label of a self-hosted runner, and --force; or take a bucket.`
        : `The store is the folder ${path}: the workflows need a self-hosted runner with the label ${runsOn} (--runs-on) on the
   machine that has this folder.`;
}
function environments({ environment, defaultBranch, pullRequests }) {
    const create = (name, branch) => {
        const path = `repos/{owner}/{repo}/environments/${name}`;
        return `     echo '{"deployment_branch_policy":{"protected_branches":false,"custom_branch_policies":true}}' |
       gh api --method PUT "${path}" --input -
     gh api --method POST "${path}/deployment-branch-policies" -f name=${branch}`;
    };
    const ofRoles = ['backup', 'verify', 'retention', 'gate'].map((role) => create(`${environment}-${role}`, defaultBranch));
    const ofPullRequests = [
        create(`${environment}-merge-queue`, shellWord(`gh-readonly-queue/${defaultBranch}/*`)),
        create(`${environment}-pull-requests`, defaultBranch),
    ];
    const reviewed = pullRequests
        ? `${environment} is for restores, deployments and runbooks, ${environment}-pull-requests for trials on the rows by hand: give
   both required reviewers under Settings, Environments. ${environment}-merge-queue is open to the merge queue alone.`
        : `${environment} is for restores, deployments and runbooks: give it required reviewers under Settings, Environments.`;
    return `Create one GitHub environment per role, open to the branch ${defaultBranch} only. In private repositories this needs a
   paid plan of GitHub.
${[...ofRoles, ...(pullRequests ? ofPullRequests : []), create(environment, defaultBranch)].join('\n')}
   ${reviewed}
   Whoever may push to ${defaultBranch} may read what these environments hold: protect the branch.`;
}
function secrets(settings, keyring) {
    const { environment } = settings;
    const piped = {
        backup: { LIFEBOAT_SIGNING_KEY: keyring.backupSigning.file },
        verify: { LIFEBOAT_SIGNING_KEY: keyring.verifySigning.file, LIFEBOAT_IDENTITY: keyring.verify.file },
        retention: { LIFEBOAT_SIGNING_KEY: keyring.retentionSigning.file },
        // A restore may have to make a backup first.
        restore: {
            LIFEBOAT_SIGNING_KEY: keyring.backupSigning.file,
            LIFEBOAT_IDENTITY: keyring.verify.file,
            LIFEBOAT_DEPLOY_SIGNING_KEY: keyring.deploySigning.file,
        },
        'merge-queue': { LIFEBOAT_IDENTITY: keyring.verify.file },
        'pull-requests': { LIFEBOAT_IDENTITY: keyring.verify.file },
    };
    const roles = {
        backup: backupNames(settings),
        verify: verifyNames(settings),
        retention: retentionNames(settings),
        gate: gateNames(settings),
        ...(settings.pullRequests
            ? { 'merge-queue': openerNames(settings), 'pull-requests': openerNames(settings) }
            : {}),
        restore: deployNames(settings),
    };
    const lines = Object.entries(roles).flatMap(([role, names]) => {
        const place = role === 'restore' ? environment : `${environment}-${role}`;
        return [
            ...names.secrets.map((name) => {
                const file = piped[role]?.[name];
                const set = `gh secret set ${name} --env ${place}`;
                return file === undefined ? `     ${set}` : `     grep -v '^#' ${shellWord(file)} | ${set}`;
            }),
            ...names.variables.map((name) => `     gh variable set ${name} --env ${place}`),
        ];
    });
    return `Give each environment its own secrets. Lines without a pipe ask for the value, so that none stands in the shell's
   history.${settings.store.kind === 's3' ? " The environments hold different credentials of the store: the writer's, the reader's, the keeper's, and for restores the restorer's." : ''}
${lines.join('\n')}
   GitHub does not give a secret back. Put a copy of these files where two people can reach it without GitHub:
     ${keyring.verify.file}
     ${keyring.backupSigning.file}
   A restore in a terminal asks for both, the first one as well as the one on the day GitHub is down. For deployments in a
   terminal, keep this one too:
     ${keyring.deploySigning.file}
   Once that is done, and after a first restore, the key files of these lines can be deleted here.`;
}
function bucket({ environment, store, pullRequests }, policies) {
    const name = store.kind === 's3' ? store.bucket : '';
    const readers = ['verify', 'gate', ...(pullRequests ? ['merge-queue', 'pull-requests'] : [])];
    const trust = store.kind === 's3' && store.credentials.kind === 'oidc'
        ? `
   The trust policy of each role accepts its own subjects only, with the owner and name of your repository:
     repo:OWNER/REPOSITORY:environment:${environment}-backup (writer)
${readers.map((role) => `     repo:OWNER/REPOSITORY:environment:${environment}-${role} (reader)\n`).join('')}     repo:OWNER/REPOSITORY:environment:${environment}-retention (keeper)
     repo:OWNER/REPOSITORY:environment:${environment} (restorer)`
        : '';
    const shown = policies.map(({ role, text }) => `   ${role}:\n${text.replaceAll(/^/gm, '     ')}`);
    return `Create the bucket ${name} with versioning, and give each role its policy and no more:
${shown.join('\n')}${trust}`;
}
/** What init cannot know, and the workflows that wait for it. */
function fillIn({ environment, action, pullRequests }) {
    const needs = [
        `     target:         where the application runs; deploy and recover need it, and with Compose a runner on its machine`,
        `     gate:           what a deployment is refused without; with protected: true, which environment comes before this one`,
        ...(pullRequests ? ['     pull-requests:  where migrations come from; without it none is tried'] : []),
        `     notifications:  who is told, besides issues`,
    ];
    return `Before ${pullRequests ? 'deploy, recover and pull requests' : 'deploy and recover'} work, fill in environments/${environment}.yml; examples stand at its end:
${needs.join('\n')}
   Recover carries out runbooks/, which you have to write: copy those of
     https://github.com/${action.repository}/tree/${action.sha}/runbooks
   and make them yours. Backup, verify, retention, restore and drill work without.`;
}
function commit({ environment }) {
    return `Commit the new files, push, and start the first run:
     gh workflow run lifeboat-${environment}-backup.yml
     gh workflow run lifeboat-${environment}-verify.yml`;
}
/** Quoted for a POSIX shell where it has to be. */
function shellWord(text) {
    return /^[A-Za-z0-9_./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw `'\''`)}'`;
}

;// CONCATENATED MODULE: ./lib/operations/init/recover-workflow.js


/** A runbook, started by a person and gone on with by anybody who may: each run of the workflow is a stretch of one run. */
function recoverWorkflow(settings) {
    const { environment } = settings;
    return `# Carries out the runbook of an incident on ${environment}, step by step. It ends where a person has to act: start it again then,
# with the id of the run that the summary names. Like a restore, it holds the database's credentials and the identity that
# opens backups, behind the reviewers of the environment. Variables that your runbooks name (APP_URL, REPLICA_URL…) are added
# to env: below.
name: lifeboat ${environment} recover

on:
  workflow_dispatch:
    inputs:
      incident:
        description: Id of the incident, such as INC-003
        type: string
        required: true
      run:
        description: Id of a run to go on with; empty to begin one, new to begin one beside another that is open
        type: string
        default: ""
      began:
        description: When the incident began, such as 2026-11-21T10:15:00Z; empty for now
        type: string
        default: ""
      answer:
        description: Answers to decisions, as step=answer, separated by semicolons
        type: string
        default: ""
      give:
        description: Inputs that steps ask for, as step.input=value, separated by semicolons
        type: string
        default: ""
      done:
        description: Ids of steps that a person has done, separated by semicolons
        type: string
        default: ""
      skip:
        description: Ids of steps to leave out, separated by semicolons
        type: string
        default: ""
      confirm:
        description: The name of the environment, typed, for steps that change it
        type: string
        default: ""
      reason:
        description: What has happened, in a sentence
        type: string
        default: ""
      simulate:
        description: Only say what would be done
        type: boolean
        default: true

permissions: {}

jobs:
${job(settings, {
        id: 'recover',
        name: `Recover ${environment}`,
        minutes: 360,
        concurrency: {
            group: `lifeboat-${environment}-runbook`,
            why: "It waits for no backup and no restore: each of its steps keeps out of others' way by itself.",
        },
        environment: secretsOf(environment, 'reviewers'),
        permissions: permissions(settings),
        env: environmentBlock(deployNames(settings)),
        steps: [
            checkOutConfig,
            use(settings, {
                name: 'Carry out the runbook',
                action: 'runbook',
                given: {
                    config: configOf(settings),
                    ...handedOn('incident', 'run', 'began', 'answer', 'give', 'done', 'skip', 'confirm', 'reason', 'simulate'),
                },
            }),
        ],
    })}`;
}

;// CONCATENATED MODULE: ./lib/operations/init/watch-workflow.js


const readsActions = '      actions: read # to see whether GitHub has disabled a workflow, and who may use the environments\n';
/** Looks every hour whether backups and restore tests come as they should. A run that never started reports nothing. */
function watchWorkflow(settings, cron) {
    const { environment } = settings;
    return `# Looks at the stores every hour: are backups and restore tests made, are they young enough, has anything vanished. It shares
# the GitHub environment of the restore tests for the reader's credentials, and takes neither identity nor signing key.
# GitHub may stop this schedule like any other: give watch.heartbeat a ping URL in the environment file, and its variable in
# env: below, so that somebody elsewhere notices.
name: lifeboat ${environment} watch

on:
  schedule:
${schedule(cron)}  workflow_dispatch:

permissions: {}

jobs:
${job(settings, {
        id: 'watch',
        name: `Watch ${environment}`,
        minutes: 30,
        concurrency: { group: `lifeboat-${environment}-status` },
        environment: secretsOf(`${environment}-verify`),
        permissions: permissions(settings) + readsActions,
        env: environmentBlock(watchNames(settings)),
        steps: [
            checkOutConfig,
            use(settings, {
                name: 'Look',
                action: 'status',
                given: { config: configOf(settings) },
            }),
        ],
    })}`;
}

// EXTERNAL MODULE: ./lib/operations/init/options.js
var options = __webpack_require__(82671);
;// CONCATENATED MODULE: ./lib/operations/init/settings.js


/** How often one question is asked again before giving up: whoever answers may be a program. */
const patience = 5;
/**
 * Options as given, the rest asked for (or taken from the defaults when there is nobody to ask).
 * @param defaults go before those of the options
 * @throws Failure `config` for an unacceptable or missing option, `cancelled` when the person stops
 */
async function settle(given, ask, defaults = {}) {
    const answers = {};
    for (const name of options/* optionNames */.W6) {
        const option = options/* options */.fF[name];
        const offered = given[name];
        if (option.applies !== undefined && !option.applies(answers)) {
            if (offered !== undefined)
                throw new domain_failure/* Failure */.HR('config', `--${name} does not go with --store ${answers.store ?? ''}`);
            continue;
        }
        answers[name] =
            offered === undefined
                ? await askFor(name, answers, ask, defaults[name])
                : accepted(name, option, offered);
    }
    return toSettings(answers);
}
/**
 * One answer, asked again while it is not acceptable; the default when there is nobody to ask.
 * @throws Failure `config` or `cancelled`, as `settle` does
 */
async function askFor(name, given, ask, preferred) {
    const option = options/* options */.fF[name];
    const otherwise = preferred ?? (typeof option.otherwise === 'function' ? option.otherwise(given) : option.otherwise);
    if (ask === null) {
        if (otherwise === null) {
            throw new domain_failure/* Failure */.HR('config', `--${name} is needed`, { hint: option.question });
        }
        return accepted(name, option, otherwise);
    }
    let problem = null;
    for (let attempt = 0; attempt < patience; attempt += 1) {
        const answer = await ask({ name, text: option.question, otherwise, problem });
        if (answer === null) {
            throw new domain_failure/* Failure */.HR('cancelled', 'init was stopped before the last question; nothing was written');
        }
        const text = answer.trim() === '' && otherwise !== null ? otherwise : answer.trim();
        problem = text === '' && otherwise === null ? 'an answer is needed' : option.problem(text);
        if (problem === null)
            return option.read?.(text) ?? text;
    }
    throw new domain_failure/* Failure */.HR('config', `no usable answer for ${name} after ${patience} attempts; accepted: ${problem}`);
}
function accepted(name, option, text) {
    const problem = option.problem(text);
    if (problem !== null) {
        throw new domain_failure/* Failure */.HR('config', `--${name} ${JSON.stringify(text)} is not usable; accepted: ${problem}`);
    }
    return option.read?.(text) ?? text;
}
function toSettings(answers) {
    const need = (name) => {
        const value = answers[name];
        if (value === undefined)
            throw new domain_failure/* Failure */.HR('bug', `init did not settle ${name}`);
        return value;
    };
    const orNull = (name) => (need(name) === '' ? null : need(name));
    const [, repository = '', sha = ''] = options/* actionPattern */.Bt.exec(need('action')) ?? [];
    return {
        environment: need('environment'),
        protected: need('protected') === 'true',
        databaseUrlName: need('database-url-name'),
        store: need('store') === 'local'
            ? { kind: 'local', path: need('path') }
            : {
                kind: 's3',
                bucket: need('bucket'),
                region: need('region'),
                endpoint: orNull('endpoint'),
                prefix: orNull('prefix'),
                credentials: need('credentials') === 'oidc'
                    ? { kind: 'oidc', roleArnName: 'S3_ROLE_ARN' }
                    : {
                        kind: 'keys',
                        accessKeyIdName: 'S3_ACCESS_KEY_ID',
                        secretAccessKeyName: 'S3_SECRET_ACCESS_KEY',
                    },
            },
        objectives: {
            rpo: need('rpo'),
            rto: need('rto'),
            backupEvery: need('backup-every'),
            verifyEvery: need('verify-every'),
        },
        freshness: orNull('freshness'),
        heartbeatName: orNull('heartbeat-name'),
        action: { repository, sha: sha.toLowerCase(), version: need('action-version') },
        runsOn: need('runs-on'),
        defaultBranch: need('default-branch'),
        pullRequests: need('pull-requests') === 'true',
    };
}

;// CONCATENATED MODULE: ./lib/operations/init/validate-pr-workflow.js



/** Actions of GitHub's own, as published. */
const uploadArtifact = 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2';
const downloadArtifact = 'actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0';
const cache = (part) => `actions/cache/${part}@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3`;
/** Tries every pull request, also from forks, on the shape of the database. It holds no secret. */
function validatePrWorkflow(settings) {
    const { environment } = settings;
    return `# Tries each pull request, also from forks, on the definitions and sizes of ${environment}: no rows, no secret. It has no
# paths filter, so that its check always comes and can be required. What it says is the proposed code's word as much as
# ours: see docs/guides/pull-requests.md in Lifeboat's repository.
name: ${nameOf(settings)}

on:
  pull_request:
  merge_group:

permissions: {}

jobs:
${job(settings, {
        id: 'shape',
        name: `Try on the shape of ${environment}`,
        minutes: 30,
        concurrency: {
            group: `lifeboat-${environment}-pull-request-\${{ github.event.pull_request.number || github.ref }}`,
            replaces: true,
        },
        permissions: readsBoth,
        steps: [
            checkOut('Check out what is proposed', { path: 'proposed' }),
            checkOut('Check out what it is proposed for', {
                path: 'base',
                ref: 'github.event.pull_request.base.sha || github.event.merge_group.base_sha',
            }),
            fetchShape(settings),
            use(settings, {
                name: 'Try it',
                id: 'try',
                action: 'validate-pr',
                given: { config: configOf(settings, 'base/'), data: 'shape.json', proposed: 'proposed', base: 'base' },
            }),
            keepResult(settings),
        ],
    })}`;
}
/** Tells the pull request. It may write, so it runs no code of the pull request. */
function reportPrWorkflow(settings) {
    const { environment } = settings;
    return `# Tells a pull request how its trial ended: one check, which can be required, and one comment. It may write, so it runs
# no code of the pull request, and takes commit and number from the event.
name: lifeboat ${environment} pull request report

on:
  workflow_run: # zizmor: ignore[dangerous-triggers] checks nothing out, and reads the result as data of a fixed shape
    workflows: [${scalar(nameOf(settings))}]
    types: [completed]

permissions: {}

jobs:
${job(settings, {
        id: 'report',
        name: 'Tell the pull request',
        minutes: 10,
        concurrency: {
            group: `lifeboat-${environment}-pull-request-report-\${{ github.event.workflow_run.head_sha }}`,
        },
        permissions: `      actions: read # to download the result
      checks: write # to make the check
      pull-requests: write # to find the pull request and comment on it
`,
        steps: [
            fetchResult(settings),
            use(settings, { name: 'Tell', action: 'report-pr', given: { result: 'result' } }),
        ],
    })}`;
}
/** Publishes the shape, where pull requests find it. */
function shapeWorkflow(settings, cron) {
    const { environment } = settings;
    return `# Writes down definitions and sizes of ${environment}, without rows, for pull requests to be tried on. Runs of the default
# branch alone can write the cache that all pull requests read.
name: lifeboat ${environment} shape

on:
  schedule:
${schedule(cron)}  workflow_dispatch:

permissions: {}

jobs:
${job(settings, {
        id: 'shape',
        name: `Take the shape of ${environment}`,
        minutes: 30,
        concurrency: { group: `lifeboat-${environment}-shape` },
        environment: secretsOf(`${environment}-backup`),
        permissions: '      contents: read # to read the environment file\n',
        steps: [
            checkOutConfig,
            use(settings, {
                name: 'Take the shape',
                action: 'shape',
                names: { secrets: [settings.databaseUrlName], variables: [] },
                given: { config: configOf(settings), output: 'shape.json' },
            }),
            publishShape(settings),
        ],
    })}`;
}
/** Tries a change on production's rows: in the merge queue, or for a commit that a reviewer approves. */
function rowsWorkflow(settings) {
    const { environment } = settings;
    return `# Tries a change on the rows of ${environment}, in the merge queue or for a commit that a reviewer approves. The step that
# opens the backup holds the keys; it has ended before the step begins that runs proposed code, without network and
# unheard. Only a verdict comes out.
name: lifeboat ${environment} rows

on:
  merge_group:
  workflow_dispatch:
    inputs:
      sha:
        description: The commit to try, all of its 40 digits. Whoever approves this run has read it
        type: string
        required: true

permissions: {}

jobs:
${job(settings, {
        id: 'rows',
        name: `Try on the rows of ${environment}`,
        minutes: 120,
        concurrency: {
            group: `lifeboat-${environment}-rows-\${{ github.event.merge_group.head_sha || inputs.sha }}`,
        },
        environment: `      # The first is open to gh-readonly-queue/${settings.defaultBranch}/* alone; the second has required reviewers.
${secretsOf(`\${{ github.event_name == 'merge_group' && '${environment}-merge-queue' || '${environment}-pull-requests' }}`, 'reviewers')}`,
        permissions: `${readsBoth}${bucketPermission(settings)}`,
        outputs: { verdict: 'steps.try.outputs.verdict' },
        steps: [
            checkOut('Check out what it is proposed for', {
                path: 'base',
                ref: 'github.event.merge_group.base_sha || github.sha',
            }),
            checkOut('Check out what is proposed', {
                path: 'proposed',
                ref: 'github.event.merge_group.head_sha || inputs.sha',
            }),
            use(settings, {
                name: 'Open a backup',
                action: 'open-backup',
                names: openerNames(settings),
                why: 'of this step alone',
                given: { config: configOf(settings, 'base/'), into: opened },
            }),
            use(settings, {
                name: 'Try it',
                id: 'try',
                action: 'validate-pr',
                given: {
                    config: configOf(settings, 'base/'),
                    on: 'rows',
                    data: opened,
                    proposed: 'proposed',
                    base: 'base',
                },
            }),
            removeOpened,
        ],
    })}
${job(settings, {
        id: 'tell',
        name: 'Tell the commit',
        when: '    needs: rows\n    if: always()\n',
        minutes: 10,
        concurrency: {
            group: `lifeboat-${environment}-rows-tell-\${{ github.event.merge_group.head_sha || inputs.sha }}`,
        },
        permissions: '      checks: write # to make the check on the commit that was tried\n',
        steps: [
            use(settings, {
                name: 'Tell',
                action: 'report-pr',
                given: {
                    outcome: '${{ needs.rows.result }}',
                    verdict: '${{ needs.rows.outputs.verdict }}',
                    name: `lifeboat / ${environment} rows`,
                },
            }),
        ],
    })}`;
}
const nameOf = ({ environment }) => `lifeboat ${environment} pull request`;
const readsBoth = '      contents: read # to read what is proposed, and what it is proposed for\n';
const opened = '${{ runner.temp }}/lifeboat-opened';
const fetchShape = ({ environment }) => `      - name: Fetch the shape
        uses: ${cache('restore')}
        with:
          path: shape.json
          key: lifeboat-${environment}-shape-\${{ github.run_id }}
          restore-keys: lifeboat-${environment}-shape-
`;
const publishShape = ({ environment }) => `      - name: Publish it to pull requests
        uses: ${cache('save')}
        with:
          path: shape.json
          key: lifeboat-${environment}-shape-\${{ github.run_id }}
`;
const keepResult = ({ environment }) => `      - name: Keep the result
        if: \${{ always() && steps.try.outputs.report != '' }}
        uses: ${uploadArtifact}
        with:
          name: lifeboat-${environment}-pull-request
          path: \${{ steps.try.outputs.report }}
          if-no-files-found: ignore
          retention-days: 3
`;
const fetchResult = ({ environment }) => `      - name: Download the result
        continue-on-error: true
        uses: ${downloadArtifact}
        with:
          name: lifeboat-${environment}-pull-request
          path: result
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
`;
const removeOpened = `      - name: Remove what was opened
        if: always()
        run: rm -rf -- "$RUNNER_TEMP/lifeboat-opened"
`;

;// CONCATENATED MODULE: ./lib/operations/init/restore-workflow.js


const targetUrl = '      LIFEBOAT_TARGET_URL: ${{ secrets.LIFEBOAT_TARGET_URL }} # only to restore onto another server; unset otherwise\n';
function restoreWorkflow(settings) {
    const { environment } = settings;
    return `# Brings ${environment} back from the best copy of a backup, when a person starts it and a reviewer agrees. This job holds the
# database's own credentials and the identity that opens backups: it uses no cache. Rows are restored by the command line
# alone: GitHub shows the inputs of a run, and their conditions may hold values.
name: lifeboat ${environment} restore

on:
  workflow_dispatch:
    inputs:
      backup:
        description: A backup id, latest, latest-proven, a date or time (the last before it), or a label
        type: string
        default: latest
      mode:
        description: side-by-side touches nothing; swap exchanges and keeps the old database
        type: choice
        options: [side-by-side, swap, in-place]
        default: side-by-side
      confirm:
        description: For swap and in-place, the name of the environment, typed
        type: string
        default: ""
      reason:
        description: Why it is restored; asked for by swap and in-place
        type: string
        default: ""
      target:
        description: Name of the database to restore to, by mode when empty. Never a URL; that is the secret LIFEBOAT_TARGET_URL
        type: string
        default: ""
      source:
        description: Only this source of the environment file
        type: string
        default: ""
      tables:
        description: Only these, as schema.table or schema.*, separated by semicolons
        type: string
        default: ""
      answered:
        description: What a refused swap listed, such as logical slot NAME, and may be given up, separated by semicolons
        type: string
        default: ""
      reroute:
        description: "With side-by-side: lead the application to what was restored"
        type: boolean
        default: false
      fall-back:
        description: Take the next older backup when no store has the chosen one whole
        type: boolean
        default: false
      emergency-backup:
        description: Back up the present state first
        type: boolean
        default: false
      dry-run:
        description: Only say what would be done
        type: boolean
        default: false

permissions: {}

jobs:
${job(settings, {
        id: 'restore',
        name: `Restore ${environment}`,
        minutes: 360,
        concurrency: {
            group: `lifeboat-${environment}-restore`,
            why: 'It never waits for a backup; a second restore waits for the first.',
        },
        environment: secretsOf(environment, 'reviewers'),
        permissions: permissions(settings),
        env: environmentBlock(restoreNames(settings)) + targetUrl,
        steps: [
            checkOutConfig,
            use(settings, {
                name: 'Restore',
                action: 'restore',
                given: {
                    config: configOf(settings),
                    ...handedOn('backup', 'mode', 'confirm', 'reason', 'target', 'source', 'tables', 'answered', 'reroute', 'fall-back', 'emergency-backup', 'dry-run'),
                },
            }),
        ],
    })}`;
}

;// CONCATENATED MODULE: ./lib/operations/init/retention-workflow.js


function retentionWorkflow(settings, cron) {
    const { environment } = settings;
    return `# Removes the backups of ${environment} that no rule keeps. Only this job may delete: it can neither open a backup nor
# reach the database.
name: lifeboat ${environment} retention

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      dry-run:
        description: Only say what would be kept and removed, and by which rule
        type: boolean
        default: true
      reason:
        description: Why it is run; goes into the ledger
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
        id: 'retention',
        name: `Remove what has expired of ${environment}`,
        minutes: 60,
        concurrency: { group: `lifeboat-${environment}-retention` },
        environment: secretsOf(`${environment}-retention`),
        permissions: permissions(settings),
        env: environmentBlock(retentionNames(settings)),
        steps: [
            checkOutConfig,
            use(settings, {
                name: 'Remove what has expired',
                action: 'retention',
                given: {
                    config: configOf(settings),
                    'dry-run': '${{ inputs.dry-run || false }}',
                    ...handedOn('reason'),
                },
            }),
        ],
    })}`;
}

;// CONCATENATED MODULE: ./lib/operations/init/verify-workflow.js


function verifyWorkflow(settings, cron) {
    const { environment } = settings;
    return `# Restores a backup of ${environment} into a throwaway server and proves it. This job holds the identity that opens
# backups: it uses no cache, and never reaches the database.
name: lifeboat ${environment} verify

on:
  schedule:
${schedule(cron)}  workflow_dispatch:
    inputs:
      backup:
        description: A backup id, latest, or a date
        type: string
        default: latest
      level:
        description: How far up the proof ladder to go
        type: choice
        options: [full, stored, intact, complete, restorable, equal, sound, fresh, useful]
        default: full
      reason:
        description: Why this proof is made
        type: string
        default: ""

permissions: {}

jobs:
${job(settings, {
        id: 'verify',
        name: `Prove ${environment}`,
        minutes: 120,
        concurrency: { group: `lifeboat-${environment}-verify` },
        environment: secretsOf(`${environment}-verify`),
        permissions: permissions(settings),
        env: environmentBlock(verifyNames(settings)),
        steps: [
            checkOutConfig,
            use(settings, {
                name: 'Verify',
                action: 'verify-restore',
                given: {
                    config: configOf(settings),
                    backup: "${{ inputs.backup || 'latest' }}",
                    level: "${{ inputs.level || 'full' }}",
                    ...handedOn('reason'),
                },
            }),
        ],
    })}`;
}

;// CONCATENATED MODULE: ./lib/operations/init/init.js



















/**
 * Adopts Lifeboat in a repository: keys, environment file, workflows, and what is left to do by hand. Asks everything
 * before it makes anything; run again with the same answers it changes nothing, and makes no second first backup.
 * @throws Failure `config`, `refused` or `cancelled`; nothing was written then
 */
async function init(given, io) {
    const { force = false, ...offered } = given;
    const settings = await settle(offered, io.ask, io.ownAction === null ? {} : { action: io.ownAction });
    const keyring = await (0,init_keyring/* gatherKeys */.Y)(io.keysFolder, {
        directory: io.directory,
        option: '--keys-folder',
        known: await knownKeys(settings, io.directory),
    });
    const planned = plannedFiles(settings, keyring);
    const environment = await (0,parse.parseEnvironment)(planned.environment.text, planned.environment.path);
    const files = await (0,init_files/* compare */.UD)(io.directory, planned.all, force);
    await (0,init_keyring/* storeKeys */.G)(keyring);
    for (const [index, file] of planned.all.entries()) {
        if (files[index]?.done !== 'unchanged')
            await (0,init_files/* write */.M9)(io.directory, file);
    }
    for (const file of files)
        io.print(`${file.done.padEnd(9)}  ${file.path}\n`);
    const keys = [
        keyring.offline,
        keyring.verify,
        keyring.backupSigning,
        keyring.verifySigning,
        keyring.retentionSigning,
        keyring.deploySigning,
    ];
    for (const key of keys) {
        io.print(`${(key.made ? 'written' : key.secret === null ? 'put away' : 'unchanged').padEnd(9)}  ${key.file}\n`);
    }
    io.print(`\n${nextSteps(settings, keyring, io.policies(settings))}\n`);
    return {
        environment: settings.environment,
        files,
        keys: keys.map((key) => ({ file: key.file, public: key.public, made: key.made })),
        ...(await tryFirst(settings, environment, keyring, io)),
    };
}
/** The keys that the environment file names already: whoever put a key file away, as told, keeps the key. */
async function knownKeys({ environment: name }, directory) {
    const text = await (0,init_files/* readIfThere */.qC)((0,external_node_path_.join)(directory, environmentPath(name)));
    if (text === null)
        return {};
    const environment = await (0,parse.parseEnvironment)(text, environmentPath(name)).catch(() => null);
    if (environment === null)
        return {}; // comparing shows the difference
    const { encryption, signing } = environment;
    const recipients = typeof encryption === 'object' && 'recipients' in encryption ? encryption.recipients : [];
    return {
        offline: recipients[0],
        verify: recipients[1],
        backupSigning: signing.backup,
        verifySigning: signing.verify,
        retentionSigning: signing.retention,
        deploySigning: signing.deploy,
    };
}
/** Often enough: a tier's smallest step is a day, but for those who keep hours. */
const daily = 86_400_000;
const monthly = 31 * daily;
const hourly = 3_600_000;
const environmentPath = (name) => `environments/${name}.yml`;
function plannedFiles(settings, keyring) {
    const name = settings.environment;
    const cron = (every, verb) => (0,schedule_for/* scheduleFor */.h)(name, verb, (0,units/* parseDuration */.E9)(every) ?? 0);
    const environment = {
        path: environmentPath(name),
        text: environmentFile(settings, {
            offlineRecipient: keyring.offline.public,
            verifyRecipient: keyring.verify.public,
            backupSigning: keyring.backupSigning.public,
            verifySigning: keyring.verifySigning.public,
            retentionSigning: keyring.retentionSigning.public,
            deploySigning: keyring.deploySigning.public,
        }),
    };
    const { backupEvery, verifyEvery } = settings.objectives;
    return {
        environment,
        all: [
            environment,
            {
                path: `.github/workflows/lifeboat-${name}-backup.yml`,
                text: backupWorkflow(settings, cron(backupEvery, 'backup')),
            },
            {
                path: `.github/workflows/lifeboat-${name}-verify.yml`,
                text: verifyWorkflow(settings, cron(verifyEvery, 'verify')),
            },
            {
                path: `.github/workflows/lifeboat-${name}-retention.yml`,
                text: retentionWorkflow(settings, (0,schedule_for/* scheduleFor */.h)(name, 'retention', daily)),
            },
            { path: `.github/workflows/lifeboat-${name}-restore.yml`, text: restoreWorkflow(settings) },
            { path: `.github/workflows/lifeboat-${name}-deploy.yml`, text: deployWorkflow(settings) },
            ...(settings.pullRequests ? pullRequestFiles(settings) : []),
            {
                path: `.github/workflows/lifeboat-${name}-drill.yml`,
                text: drillWorkflow(settings, (0,schedule_for/* scheduleFor */.h)(name, 'drill', monthly)),
            },
            { path: `.github/workflows/lifeboat-${name}-recover.yml`, text: recoverWorkflow(settings) },
            {
                path: `.github/workflows/lifeboat-${name}-watch.yml`,
                text: watchWorkflow(settings, (0,schedule_for/* scheduleFor */.h)(name, 'watch', hourly)),
            },
        ],
    };
}
function pullRequestFiles(settings) {
    const path = (name) => `.github/workflows/lifeboat-${settings.environment}-${name}.yml`;
    return [
        { path: path('pull-request'), text: validatePrWorkflow(settings) },
        { path: path('pull-request-report'), text: reportPrWorkflow(settings) },
        {
            path: path('shape'),
            text: shapeWorkflow(settings, (0,schedule_for/* scheduleFor */.h)(settings.environment, 'shape', daily)),
        },
        { path: path('rows'), text: rowsWorkflow(settings) },
    ];
}
/** A first backup and proof from here, when everything that it takes is set here. */
async function tryFirst(settings, environment, keyring, io) {
    const needed = backupNames(settings);
    const missing = [...needed.secrets, ...needed.variables].filter((name) => name !== 'LIFEBOAT_SIGNING_KEY' && (io.variables[name] ?? '') === '');
    const keys = [keyring.verify.secret, keyring.backupSigning.secret, keyring.verifySigning.secret];
    const [identity, backupKey, verifyKey] = keys;
    const notTried = [
        ...(missing.length > 0 ? [`not set here: ${missing.join(', ')}`] : []),
        ...(keys.includes(null) ? ['the keys are no longer here'] : []),
        ...(io.first === null ? ['this run makes none'] : []),
    ].join('; ');
    if (notTried !== '' || io.first === null || !identity || !backupKey || !verifyKey) {
        io.print(`No first backup was tried: ${notTried}.\n`);
        return { backup: null, proof: null, notTried };
    }
    const newest = await io.first.newest(environment);
    if (newest !== null) {
        const because = `${settings.environment} has a backup already, ${newest}`;
        io.print(`No first backup was made: ${because}.\n`);
        return { backup: null, proof: null, notTried: because };
    }
    const backup = await io.first.backup(environment, backupKey);
    const proof = backup.verdict === 'failed' ? null : await io.first.verify(environment, identity, verifyKey);
    io.print(outcome('first backup', backup));
    if (proof !== null)
        io.print(outcome('first proof', proof));
    return { backup, proof, notTried: null };
}
function outcome(what, { verdict, backupId, failure }) {
    const id = backupId === null ? '' : `, ${backupId}`;
    if (failure === null)
        return `${what}: ${verdict}${id}\n`;
    return `${what}: ${verdict}${id}\n  ${failure.message}\n${failure.hint === null ? '' : `  ${failure.hint}\n`}`;
}

// EXTERNAL MODULE: ./lib/operations/verify/verify.js + 1 modules
var verify_verify = __webpack_require__(32623);
// EXTERNAL MODULE: ./lib/vault/backups.js
var vault_backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/host/processes.js
var processes = __webpack_require__(59415);
// EXTERNAL MODULE: ./lib/domain/store-role.js
var store_role = __webpack_require__(21002);
;// CONCATENATED MODULE: ./lib/stores/policies.js
/**
 * Policies of AWS for the roles of store credentials, to be attached to an IAM role or user. They only allow;
 * what they do not name is denied. Services other than AWS know fewer conditions: see docs/stores.md.
 */

function rolePolicy(role, place) {
    return { Version: '2012-10-17', Statement: statements[role](arns(place)) };
}
/** All of them, as text for people. */
function rolePolicies(place) {
    return store_role/* storeRoles */.x.map((role) => ({ role, text: JSON.stringify(rolePolicy(role, place), null, 2) }));
}
const statements = {
    writer: (arns) => [
        ...list(arns, ['s3:ListBucket']),
        ...putNew(arns, [arns.all]),
        ...held(arns, 's3:PutObjectRetention'),
        leases(arns),
        // To see what is there already; artifacts, the bulk of the data, stay out of its reach.
        allow('ReadMarkersAndManifests', ['s3:GetObject'], [
            arns.at('lifeboat.json'),
            arns.at('RECOVERY.md'),
            arns.own('backups/*/manifest.json'),
            arns.own('backups/*/manifest.json.sig'),
            arns.own('leases/*'),
            // To name the events that come before its own.
            arns.own('ledger/*'),
            // What probe and `store check` put.
            arns.at('leases/*'),
        ]),
    ],
    reader: (arns) => [
        ...list(arns, ['s3:ListBucket', 's3:ListBucketVersions']),
        allow('Read', ['s3:GetObject', 's3:GetObjectVersion'], [arns.all]),
        ...putNew(arns, [arns.own('proofs/*'), arns.own('ledger/*')]),
        leases(arns),
    ],
    // Reads as the reader and puts as the writer: for restores, and for copies from store to store.
    restorer: (arns) => [
        ...list(arns, ['s3:ListBucket', 's3:ListBucketVersions']),
        allow('Read', ['s3:GetObject', 's3:GetObjectVersion'], [arns.all]),
        ...putNew(arns, [arns.all]),
        ...held(arns, 's3:PutObjectRetention'),
        leases(arns),
    ],
    keeper: (arns) => [
        ...list(arns, ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads']),
        allow('Read', ['s3:GetObject', 's3:GetObjectVersion'], [arns.all]),
        allow('DeleteExpired', ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:AbortMultipartUpload'], [arns.own('backups/*'), arns.own('proofs/*'), arns.at('leases/*')]),
        ...putNew(arns, [arns.own('ledger/*')]),
        ...held(arns, 's3:GetObjectRetention'),
        leases(arns),
    ],
};
/**
 * Putting new objects, and nothing but new ones: requests that make an object visible must carry If-None-Match. Those
 * that send the parts of one cannot, and are told from the former by s3:ObjectCreationOperation. A service without these
 * conditions lets the writer overwrite; versions, or a lock of its own, must protect there.
 */
function putNew({ conditions }, resources) {
    const giveUp = allow('GiveUpUploads', ['s3:AbortMultipartUpload'], resources);
    if (!conditions)
        return [allow('PutObjects', ['s3:PutObject'], resources), giveUp];
    return [
        {
            ...allow('PutNewObjects', ['s3:PutObject'], resources),
            Condition: { Null: { 's3:if-none-match': 'false' } },
        },
        {
            ...allow('SendParts', ['s3:PutObject'], resources),
            Condition: { Bool: { 's3:ObjectCreationOperation': 'false' } },
        },
        giveUp,
    ];
}
/** To put objects that are held for a period, or to see until when they are: only backups are. */
function held(arns, action) {
    return arns.objectLock ? [allow('Locks', [action], [arns.own('backups/*')])] : [];
}
/** The one mutable place of an environment. The bucket-wide `leases/` is not it: there the probe asks for these rights. */
function leases(arns) {
    return allow('Leases', ['s3:PutObject', 's3:DeleteObject'], [arns.own('leases/*')]);
}
function list(arns, actions) {
    const condition = arns.listed === null ? {} : { Condition: { StringLike: { 's3:prefix': [arns.listed] } } };
    // Unfinished uploads are listed by a permission that knows no prefix.
    const withPrefix = actions.filter((action) => action !== 's3:ListBucketMultipartUploads');
    const without = ['s3:GetBucketVersioning', ...actions.filter((action) => !withPrefix.includes(action))];
    return [
        { ...allow('List', withPrefix, [arns.bucket]), ...condition },
        allow('SeeSettings', without, [arns.bucket]),
    ];
}
function allow(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}
function arns(place) {
    const { bucket, prefix, environment, region = '', endpoint = null, objectLock = false } = place;
    const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
    const inner = (prefix ?? '').replaceAll(/^\/+|\/+$/g, '');
    const root = `arn:${partition}:s3:::${bucket}`;
    const folder = inner === '' ? root : `${root}/${inner}`;
    return {
        conditions: endpoint === null,
        objectLock,
        bucket: root,
        all: `${folder}/*`,
        at: (path) => `${folder}/${path}`,
        own: (path) => `${folder}/${environment}/${path}`,
        listed: inner === '' ? null : `${inner}/*`,
    };
}

// EXTERNAL MODULE: ./lib/wiring/ask-terminal.js
var ask_terminal = __webpack_require__(81132);
// EXTERNAL MODULE: ./lib/wiring/open-ports.js + 2 modules
var open_ports = __webpack_require__(44418);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./lib/wiring/own-checkout.js


/**
 * The Lifeboat that runs, as workflows name it: `owner/repository@<commit>`.
 * @param program path of the script that was started, `bin/lifeboat.js` of a checkout
 * @returns null when it is no checkout of a repository on GitHub, or there is no git
 */
async function ownCheckout(program, { processes, variables, signal }) {
    try {
        const folder = (0,external_node_path_.dirname)(await (0,promises_.realpath)(program ?? ''));
        const git = async (...words) => {
            // The home folder has git's settings, such as whose folders it trusts.
            const environment = { PATH: variables['PATH'] ?? '', HOME: variables['HOME'] ?? '' };
            const { code, stdout } = await processes.run('git', ['-C', folder, ...words], { environment, signal });
            return code === 0 ? stdout.trim().split('\n') : [];
        };
        const [prefix, commit] = await git('rev-parse', '--show-prefix', 'HEAD');
        // Otherwise the checkout is that of a repository which Lifeboat was installed into.
        if (prefix !== 'bin/' || commit === undefined)
            return null;
        const [url = ''] = await git('remote', 'get-url', 'origin');
        const repository = repositoryOf(url);
        return repository === null ? null : `${repository}@${commit}`;
    }
    catch {
        // It only saves typing: whatever is wrong, the question is asked without it.
        return null;
    }
}
/** `owner/repository` from the address of a remote on github.com; null for any other. */
function repositoryOf(url) {
    const form = /^(?:https:\/\/(?:[^@/]+@)?github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/;
    return form.exec(url)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./lib/wiring/run-init.js
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













/** Adopts Lifeboat in the repository of the working directory. */
async function runInit(input, host) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { force, 'keys-folder': keysFolder, ...answers } = input;
        const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
        const terminal = __addDisposableResource(env_1, (0,ask_terminal/* openTerminal */.j)(host.signal)
        // The keys' folder is named after repository and environment, so that those of two never mix.
        , false);
        // The keys' folder is named after repository and environment, so that those of two never mix.
        const environment = input.environment ?? (await askFor('environment', {}, terminal.ask));
        const result = await init({ ...given, environment, force }, {
            directory: process.cwd(),
            keysFolder: keysFolder ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), 'lifeboat-keys', repositoryName(process.cwd()), environment),
            ask: terminal.ask,
            ownAction: await ownCheckout(process.argv[1], {
                processes: (0,processes/* createProcesses */.E)(),
                variables: host.variables,
                signal: host.signal,
            }),
            print: (text) => process.stderr.write(text),
            policies: ({ store, environment }) => store.kind === 's3' ? rolePolicies({ ...store, environment }) : [],
            variables: host.variables,
            first: first(host),
        });
        const failed = [result.backup, result.proof].find((report) => report?.verdict === 'failed');
        return {
            text: '',
            json: result,
            ...(failed === undefined || failed === null ? {} : { failure: failed.failure?.kind ?? 'objective' }),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** As the folder of the checkout is called: it is there without git, and without a remote. */
function repositoryName(directory) {
    return (0,external_node_path_.basename)(directory) || 'repository';
}
/** A first backup and proof with the keys that were just made, whatever the variables hold. */
function first(host) {
    const withKeys = async (environment, role, secrets, work) => {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const keyed = { ...host, takeVariable: (name) => secrets[name] };
            const ports = __addDisposableResource(env_2, await (0,open_ports.openPorts)(environment, {
                host: keyed,
                role,
                reason: 'first backup, by lifeboat init',
            }), true);
            return await work(ports);
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_2);
            if (result_1)
                await result_1;
        }
    };
    return {
        newest: async (environment) => {
            try {
                return await withKeys(environment, 'read', {}, async (ports) => {
                    const { backups } = await (0,vault_backups.listBackups)(ports.stores, environment.environment, ports);
                    return backups[0]?.id ?? null;
                });
            }
            catch (thrown) {
                host.signal.throwIfAborted();
                const failure = (0,domain_failure/* asFailure */.h_)(thrown);
                if (failure.kind === 'bug')
                    throw failure;
                return null; // The backup that is tried then says why in full.
            }
        },
        backup: (environment, signing) => withKeys(environment, 'backup', { LIFEBOAT_SIGNING_KEY: signing }, (ports) => (0,backup.backup)(environment, { class: 'scheduled' }, ports)),
        verify: (environment, identity, signing) => withKeys(environment, 'verify', { LIFEBOAT_SIGNING_KEY: signing, LIFEBOAT_IDENTITY: identity }, async (ports) => (await (0,verify_verify.verify)(environment, { backup: 'latest', level: 'useful' }, ports)).report),
    };
}


/***/ })

};
