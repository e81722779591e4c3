export const id = 774;
export const ids = [774];
export const modules = {

/***/ 17786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ diskSpace)
/* harmony export */ });
/* unused harmony export spaceOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** The disk that a folder lies on. Its total is 0 when it tells no size. */
async function diskSpace(path) {
    return spaceOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(path));
}
function spaceOf({ blocks, bfree, bavail, bsize }) {
    return { free: bavail * bsize, total: (blocks - bfree + bavail) * bsize };
}


/***/ }),

/***/ 90774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSurroundings: () => (/* binding */ openSurroundings)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _host_disk_space_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17786);



/** Where GitHub looks for workflows, from the root of the repository, which is the working directory of a job. */
const workflowsFolder = '.github/workflows';
/** Disks, workflow files and GitHub's word on them, as this machine and this token can see them. */
async function openSurroundings(environment, token, host) {
    const localStores = new Map();
    for (const store of environment.stores) {
        if (store.type === 'local')
            localStores.set(store.name, resolvedOrNull(store.path, host));
    }
    return {
        diskSpace: nearestDisk,
        localStores,
        workflows: () => readWorkflows(host),
        repository: (await host.openRepositoryState?.(token)) ?? null,
    };
}
function resolvedOrNull(path, { variables }) {
    return path.names.some((name) => (variables[name] ?? '') === '') ? null : path.resolve(variables);
}
async function nearestDisk(path) {
    for (let place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);; place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place)) {
        const found = await (0,_host_disk_space_js__WEBPACK_IMPORTED_MODULE_2__/* .diskSpace */ .a)(place).catch(() => null);
        if (found !== null && found.total > 0)
            return found;
        if (found !== null || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place) === place)
            return null;
    }
}
async function readWorkflows({ log }) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(workflowsFolder).catch(() => []);
    const workflows = new Map();
    const { parseWorkflow } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7406)]).then(__webpack_require__.bind(__webpack_require__, 87406));
    for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workflowsFolder, name), 'utf8').catch(() => null);
        const workflow = text === null ? null : parseWorkflow(text);
        const path = `${workflowsFolder}/${name}`;
        if (workflow !== null)
            workflows.set(path, workflow);
        else if (text !== null)
            log.warning(`${path} cannot be understood: it counts as no workflow`);
    }
    return workflows;
}


/***/ })

};
