export const id = 7901;
export const ids = [7901];
export const modules = {

/***/ 27550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   PU: () => (/* binding */ isFailureKind),
/* harmony export */   cV: () => (/* binding */ failureKinds),
/* harmony export */   h_: () => (/* binding */ asFailure),
/* harmony export */   r: () => (/* binding */ bugReport)
/* harmony export */ });
/**
 * The one way to fail on purpose. A `Failure` says who must act and whether a retry can help; anything else
 * that is thrown is a bug in Lifeboat.
 */
/** What each kind means to a process that asks (`exit`) and to the retry decorators (`retried`). */
const failureKinds = {
    bug: { exit: 1, retried: false, meaning: 'our fault' },
    config: { exit: 2, retried: false, meaning: "the user's files or inputs are wrong" },
    missing: { exit: 3, retried: false, meaning: 'the named backup, object, tool or database does not exist' },
    refused: { exit: 4, retried: false, meaning: 'a guard said no: confirmation, lock, retention, protection' },
    access: { exit: 5, retried: false, meaning: 'credentials or permissions' },
    unavailable: { exit: 6, retried: true, meaning: 'network, server or store out of reach' },
    integrity: { exit: 7, retried: false, meaning: 'data is not what it was, or was not made by us' },
    objective: { exit: 8, retried: false, meaning: 'it worked, but an objective was missed or a check failed' },
    capacity: { exit: 9, retried: false, meaning: 'disk or memory does not suffice' },
    cancelled: { exit: 130, retried: false, meaning: 'stopped from outside' },
};
function isFailureKind(word) {
    return Object.hasOwn(failureKinds, word);
}
class Failure extends Error {
    kind;
    hint;
    subjects;
    constructor(kind, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'Failure';
        this.kind = kind;
        this.hint = options.hint;
        this.subjects = options.subjects ?? [];
    }
}
/** Any thrown value as a Failure: a Failure as it is, an abort as `cancelled`, a full disk as `capacity`, the rest as `bug`. */
function asFailure(thrown) {
    if (thrown instanceof Failure)
        return thrown;
    // The clean-up failed too, as on a full disk it does; what it was that had to be cleaned up says more.
    if (thrown instanceof SuppressedError)
        return asFailure(thrown.suppressed);
    if (thrown instanceof Error) {
        if (thrown.name === 'AbortError') {
            return thrown.cause instanceof Failure
                ? thrown.cause
                : new Failure('cancelled', 'stopped from outside', { cause: thrown });
        }
        if ('code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')) {
            return new Failure('capacity', 'the disk is full', {
                cause: thrown,
                hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
            });
        }
        return new Failure('bug', thrown.message, { cause: thrown });
    }
    return new Failure('bug', `something that is not an error was thrown: ${String(thrown)}`);
}
/** What whoever mends a bug needs. Places stand in our code alone; the message may quote what came from data. */
function bugReport(failure) {
    const { name, message, stack = '' } = failure.cause instanceof Error ? failure.cause : failure;
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
    return { name, message, places: places.join('\n') };
}
/** The exit code of a process that ended with this failure; 0 when there was none. */
function exitCode(failure) {
    return failure === null ? 0 : failureKinds[failure.kind].exit;
}


/***/ }),

/***/ 29393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   Oh: () => (/* binding */ startGroup),
/* harmony export */   Pq: () => (/* binding */ setSecret),
/* harmony export */   Yz: () => (/* binding */ debug),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


/**
 * What a step says to the runner, as GitHub documents it under "Workflow commands". Written here and not taken from
 * @actions/core, as that brings a client for HTTP along, half of the time that a start takes.
 */
const debug = (text) => command('debug', text);
const notice = (text, place) => command('notice', text, place);
const warning = (text, place) => command('warning', text, place);
const error = (text, place) => command('error', text, place);
const startGroup = (title) => command('group', title);
const endGroup = () => command('endgroup', '');
/** From now on the runner shows `***` in its place. */
const setSecret = (secret) => command('add-mask', secret);
const info = (line) => void process.stdout.write(`${line}\n`);
/** Gives a value to later steps; where no runner is, there are none. */
function setOutput(name, value) {
    const file = process.env['GITHUB_OUTPUT'] ?? '';
    if (file === '')
        return;
    // Nobody who writes the value can know this mark, and so end it to set another output.
    const mark = `end-of-output-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(file, `${name}<<${mark}\n${value}\n${mark}\n`);
}
function command(name, text, place) {
    const properties = place === undefined ? '' : ` title=${inProperty(place.title)}`;
    process.stdout.write(`::${name}${properties}::${inText(text)}\n`);
}
/** A line break would end the command, and the next line could be another. */
function inText(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function inProperty(text) {
    return inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 77901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseCommand: () => (/* binding */ refuseCommand)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29393);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);


/** Ends a step that was told to do what there is none of: with the outputs that every action sets, and as `config`. */
function refuseCommand(name, known) {
    (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('verdict', 'failed');
    (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('failure', 'config');
    (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH)('report', '');
    (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(`the input command is ${JSON.stringify(name)}; accepted: ${known.join(' or ')}`, {
        title: 'Lifeboat',
    });
    process.exitCode = _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureKinds */ .cV.config.exit;
}


/***/ })

};
