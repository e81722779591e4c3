export const id = 3888;
export const ids = [3888];
export const modules = {

/***/ 83888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ProgramFailure: () => (/* binding */ ProgramFailure),
  commandLine: () => (/* binding */ commandLine),
  runProgram: () => (/* binding */ runProgram),
  shown: () => (/* binding */ shown),
  tryProgram: () => (/* binding */ tryProgram)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/targets/program-reasons.js

/**
 * Why docker or kubectl failed, where it is one of the known reasons; null else. In words of ours: what a program prints may
 * hold secrets or rows, so nothing of it is repeated but the number of a port and the name of a variable.
 */
function knownReason(words, { code, stderr }) {
    const program = (0,external_node_path_.basename)(words[0] ?? '');
    const found = (program === 'docker' ? docker : program === 'kubectl' ? kubectl : [])
        .flatMap(([pattern, text]) => {
        const match = pattern.exec(stderr);
        return match === null ? [] : [text.replace('%', match[1] ?? '')];
    })
        .at(0);
    if (found !== undefined)
        return found;
    // The code of `run` and `exec` is that of the program inside.
    const isComposes = program === 'docker' && words[1] === 'compose' && !words.includes('run') && !words.includes('exec');
    return (isComposes && code !== null ? composeCodes[code] : undefined) ?? null;
}
/** Exit codes of `docker compose`: https://github.com/docker/compose, pkg/compose and cmd, `StatusError`. */
const composeCodes = {
    14: 'a Compose file that is named is not there',
    15: 'the Compose files cannot be read: a mistake in them, or a variable that they demand is not set',
    16: 'this docker compose does not know an option',
    17: 'an image could not be built',
    18: 'an image could not be had: it is not on this machine, and its registry does not give it',
};
/** Each starts as a line of the program's own does, so that what runs inside it is not taken for it. */
const docker = [
    [
        /^(?:.*: )?permission denied while trying to connect to the Docker daemon/m,
        'this user may not talk to the Docker daemon',
    ],
    [
        /^(?:Cannot connect to the Docker daemon|error during connect:|failed to connect to the docker API)/m,
        'the Docker daemon cannot be reached',
    ],
    [
        /^(?:Error response from daemon:.*|.* Error .*):(\d{1,5}) failed: port is already allocated/m,
        'the port % is taken already',
    ],
    [
        /^Error response from daemon:.*failed to bind host port.*:(\d{1,5})(?::|\/).*address already in use/m,
        'the port % is taken already',
    ],
    [
        /^Error response from daemon:.*(?:port is already allocated|address already in use)/m,
        'a port is taken already',
    ],
    [
        /^Error response from daemon:.*(?:No such image|manifest unknown|pull access denied|manifest for .* not found)/im,
        'an image was not found, neither on this machine nor in its registry',
    ],
    [/^Error response from daemon:.*unauthorized/m, 'a registry refuses the credentials'],
    [/^.*no space left on device/m, 'the disk is full'],
    [/required variable ([A-Za-z_][A-Za-z0-9_]{0,63}) is missing a value/, 'the variable % is not set'],
];
const kubectl = [
    [
        /^(?:Unable to connect to the server|The connection to the server .* was refused)/m,
        'the cluster cannot be reached',
    ],
    [/^error: context "[^"]*" does not exist/m, 'the kubeconfig does not have this context'],
    [/^error: You must be logged in to the server/m, 'the cluster refuses the credentials'],
    [/^Error from server \(Forbidden\)/m, 'the cluster does not allow it to this user'],
    [/^Error from server \(NotFound\)/m, 'the cluster does not have what was asked for'],
    [
        /^error: (?:timed out waiting for the condition|deployment .* exceeded its progress deadline)/m,
        'the pods did not become ready in time',
    ],
];

// EXTERNAL MODULE: ./lib/targets/release-version.js
var release_version = __webpack_require__(19330);
;// CONCATENATED MODULE: ./lib/targets/programs.js




/** What a program needs of its surroundings to run at all. */
const always = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
/**
 * Runs a program of the target to its end. Its output is not repeated: it may say anything, secrets too. Known reasons of
 * docker and kubectl are told in our words.
 * @param what the step, for messages: `restarting the application`
 * @returns what it printed, for us to read and not for people
 * @throws Failure `missing` when there is no such program, `unavailable` when it fails or takes too long
 */
async function runProgram(what, words, options) {
    const { code, how, reason, stdout } = await tryProgram(what, words, options);
    if (code === 0)
        return stdout;
    throw new ProgramFailure(`${what} failed: ${words[0] ?? ''} ${how}`, {
        reason,
        hint: byHand(words, options),
        isCutShort: code === null || isSignalled(code),
    });
}
/** A program ended and had not done what it should. */
class ProgramFailure extends failure/* Failure */.HR {
    /** In our words; null when it is none of those that are known. */
    reason;
    /** It did not end by itself: its time or a signal ended it. */
    isCutShort;
    constructor(message, { reason, hint, isCutShort, cause, }) {
        super('unavailable', reason === null ? message : `${message}: ${reason}`, { hint, cause });
        this.reason = reason;
        this.isCutShort = isCutShort;
    }
}
/** A shell, and whatever else runs programs for us, says by 128 and its number that a signal ended one. */
function isSignalled(code) {
    return code > 128 && code <= 128 + 64;
}
/** As `runProgram`, for programs whose failing is an answer. @throws Failure as it does, but for a code that is not 0 */
async function tryProgram(what, words, options) {
    const { context, names, extra = {}, input, timeout, signal } = options;
    const late = AbortSignal.timeout(timeout);
    const environment = {};
    for (const name of [...always, ...names]) {
        const value = context.variables[name];
        if (value !== undefined && value !== '')
            environment[name] = value;
    }
    const [command = '', ...args] = words;
    try {
        const { code, signal: killed, stdout, stderr, } = await context.processes.run(command, args, {
            environment: { ...environment, ...extra },
            ...(input === undefined ? {} : { input }),
            signal: AbortSignal.any([signal, late]),
        });
        const how = code === null ? `was ended by ${killed ?? 'a signal'}` : `ended with code ${code}`;
        const reason = code === 0 ? null : knownReason(words, { code, stderr });
        return { code, how, reason, stdout };
    }
    catch (error) {
        if (signal.aborted || !late.aborted || error instanceof failure/* Failure */.HR)
            throw error;
        throw new ProgramFailure(`${what} took longer than ${(0,units/* formatDuration */.a3)(timeout)}`, {
            reason: null,
            hint: byHand(words, options),
            isCutShort: true,
            cause: error,
        });
    }
}
function byHand(words, options) {
    const { unknownVersion: name } = options;
    const given = name === undefined ? '' : `, with ${name}=… for the version that is to run`;
    return `Run it by hand to see what it says${given}: ${commandLine(options.byHand ?? words, options)}`;
}
/** As one types it, with the variables of ours that may be shown. */
function commandLine(words, { extra = {}, shownNames = [] }) {
    const variables = [...new Set([release_version/* versionVariable */.l, ...shownNames])].flatMap((name) => {
        const value = extra[name];
        return value === undefined ? [] : [`${name}=${shown([value])}`];
    });
    return [...variables, shown(words)].join(' ');
}
/** A command line for people. */
function shown(words) {
    return words
        .map((word) => (/^[A-Za-z0-9._/:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
        .join(' ');
}


/***/ }),

/***/ 19330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ checkedVersion),
/* harmony export */   l: () => (/* binding */ versionVariable)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** The variable that tells every program of a deployment which version it is about. */
const versionVariable = 'LIFEBOAT_VERSION';
/** What a tag of an image can be, so that a version can be one; and no word that a program takes for an option. */
const form = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** @throws Failure `config` when it is none that images, manifests and programs can be given */
function checkedVersion(version) {
    if (form.test(version))
        return version;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'this is no version that can be deployed', {
        subjects: [version],
        hint: 'Accepted: letters, digits, dots, hyphens and underscores, at most 128, as in the tag of an image: 1.4.2 or a commit.',
    });
}


/***/ })

};
