export const id = 3965;
export const ids = [3965];
export const modules = {

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


/***/ })

};
