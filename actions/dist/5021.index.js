export const id = 5021;
export const ids = [5021];
export const modules = {

/***/ 5021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown),
/* harmony export */   runProgram: () => (/* binding */ runProgram),
/* harmony export */   z: () => (/* binding */ tryProgram)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);


/** What a program needs of its surroundings to run at all. */
const always = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
/**
 * Runs a program of the target to its end. Its output is not repeated: it may say anything, secrets too.
 * @param what the step, for messages: `restarting the application`
 * @returns what it printed, for us to read and not for people
 * @throws Failure `missing` when there is no such program, `unavailable` when it fails or takes too long
 */
async function runProgram(what, words, options) {
    const { code, how, stdout } = await tryProgram(what, words, options);
    if (code === 0)
        return stdout;
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${what} failed: ${words[0] ?? ''} ${how}`, { hint: byHand(words) });
}
/** As `runProgram`, for programs whose failing is an answer. @throws Failure as it does, but for a code that is not 0 */
async function tryProgram(what, words, { context, names, extra = {}, input, timeout, signal }) {
    const late = AbortSignal.timeout(timeout);
    const environment = {};
    for (const name of [...always, ...names]) {
        const value = context.variables[name];
        if (value !== undefined && value !== '')
            environment[name] = value;
    }
    const [command = '', ...args] = words;
    try {
        const { code, signal: killed, stdout, } = await context.processes.run(command, args, {
            environment: { ...environment, ...extra },
            ...(input === undefined ? {} : { input }),
            signal: AbortSignal.any([signal, late]),
        });
        const how = code === null ? `was ended by ${killed ?? 'a signal'}` : `ended with code ${code}`;
        return { code, how, stdout };
    }
    catch (error) {
        if (signal.aborted || !late.aborted || error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            throw error;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `${what} took longer than ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(timeout)}`, {
            hint: byHand(words),
            cause: error,
        });
    }
}
function byHand(words) {
    return `Run it by hand to see what it says: ${shown(words)}`;
}
/** A command line for people. */
function shown(words) {
    return words
        .map((word) => (/^[A-Za-z0-9._/:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
        .join(' ');
}


/***/ })

};
