export const id = 1608;
export const ids = [1608];
export const modules = {

/***/ 21608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openDrillPorts: () => (/* binding */ openDrillPorts)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** What a drill needs besides the ports of any run: its scenarios, and a laboratory whose stores are folders. */
async function openDrillPorts(ports, { variables, packages }) {
    const { allScenarios } = await Promise.all(/* import() */[__webpack_require__.e(1539), __webpack_require__.e(9872), __webpack_require__.e(4375), __webpack_require__.e(3947), __webpack_require__.e(9157), __webpack_require__.e(9905), __webpack_require__.e(7063), __webpack_require__.e(126), __webpack_require__.e(2623), __webpack_require__.e(4106), __webpack_require__.e(6574)]).then(__webpack_require__.bind(__webpack_require__, 26574));
    return {
        ...ports,
        scenarios: allScenarios(),
        lifeboat: await ownProgram(process.argv[1]),
        searchPaths: Object.fromEntries(['PATH', 'LIFEBOAT_POSTGRES_DIRS'].flatMap((name) => {
            const value = variables[name];
            return value === undefined ? [] : [[name, value]];
        })),
        openTreeLaboratory: async () => {
            const [{ openTreeLaboratory }, { openLocalStore }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(4006), __webpack_require__.e(3557)]).then(__webpack_require__.bind(__webpack_require__, 43557)),
                __webpack_require__.e(/* import() */ 5637).then(__webpack_require__.bind(__webpack_require__, 35637)),
            ]);
            return openTreeLaboratory({
                spool: ports.spool,
                random: ports.random,
                openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
            });
        },
        openRedisLaboratory: async (record) => {
            const [{ openRedisDrillLaboratory }, { openLocalStore }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(8772), __webpack_require__.e(9060), __webpack_require__.e(1577)]).then(__webpack_require__.bind(__webpack_require__, 91577)),
                __webpack_require__.e(/* import() */ 5637).then(__webpack_require__.bind(__webpack_require__, 35637)),
            ]);
            const { spool, processes, clock, random, log, signal } = ports;
            return openRedisDrillLaboratory(record, {
                context: { variables, spool, processes, clock, random, log },
                openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
                signal,
            });
        },
        openLaboratory: async (record, config) => {
            const [{ kindOf, openDrillLaboratory }, { openLocalStore }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(9115), __webpack_require__.e(8468), __webpack_require__.e(3318)]).then(__webpack_require__.bind(__webpack_require__, 3318)),
                __webpack_require__.e(/* import() */ 5637).then(__webpack_require__.bind(__webpack_require__, 35637)),
            ]);
            const { spool, processes, clock, random, log, signal } = ports;
            return openDrillLaboratory({
                kind: kindOf(record),
                install: config.install,
                context: { variables, spool, processes, clock, random, log, cache: packages ?? undefined },
                openFolder: (name, path) => openLocalStore({ name, path, ephemeral: false }),
                signal,
            });
        },
    };
}
/** The command line of the Lifeboat that runs: `bin/lifeboat.js` above the script that was started. */
async function ownProgram(script) {
    try {
        for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(script ?? ''));; at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at)) {
            const program = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, 'bin/lifeboat.js');
            if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(program))
                return [process.execPath, program];
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at) === at)
                return null;
        }
    }
    catch {
        return null;
    }
}


/***/ })

};
