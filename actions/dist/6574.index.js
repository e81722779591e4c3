export const id = 6574;
export const ids = [6574];
export const modules = {

/***/ 32863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   HG: () => (/* binding */ treeFingerprint),
/* harmony export */   Mk: () => (/* binding */ digestOfFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _tree_workload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70174);





/**
 * Looks at every entry of a tree but the workload's, by means of its own: a restore that deceives itself must not deceive the
 * drill. Times are left to the restore's own proof.
 */
async function treeFingerprint(root, signal) {
    const found = new Map();
    const look = async (path) => {
        signal.throwIfAborted();
        const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, path);
        const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(absolute);
        const owned = `${(stat.mode & 0o7777).toString(8)} ${stat.uid}:${stat.gid}`;
        if (stat.isSymbolicLink())
            found.set(path, `link to ${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readlink)(absolute)}`);
        else if (stat.isDirectory()) {
            found.set(path, `folder ${owned}`);
            const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(absolute).catch((error) => {
                if ((0,_tree_workload_js__WEBPACK_IMPORTED_MODULE_4__/* .isClosed */ .Lx)(error))
                    return [];
                throw error;
            });
            for (const name of names) {
                if (path !== '.' || name !== _tree_workload_js__WEBPACK_IMPORTED_MODULE_4__/* .treeJournal */ .MZ)
                    await look(path === '.' ? name : `${path}/${name}`);
            }
        }
        else
            found.set(path, `file ${owned} ${stat.size} ${await digestOfFile(absolute, signal)}`);
    };
    await look('.');
    return found;
}
/** In the place of a digest, where this user may not read a file that is theirs. */
const closed = 'closed';
/** SHA-256 of a file; null when it is not there. */
async function digestOfFile(path, signal) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { signal }))
            digest.update(chunk);
    }
    catch (error) {
        if ((0,_tree_workload_js__WEBPACK_IMPORTED_MODULE_4__/* .isGone */ .ST)(error))
            return null;
        if ((0,_tree_workload_js__WEBPACK_IMPORTED_MODULE_4__/* .isClosed */ .Lx)(error))
            return closed;
        throw error;
    }
    return digest.digest('hex');
}


/***/ }),

/***/ 70174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ isClosed),
/* harmony export */   M0: () => (/* binding */ treeWriter),
/* harmony export */   MZ: () => (/* binding */ treeJournal),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   Ug: () => (/* binding */ writesIn),
/* harmony export */   uR: () => (/* binding */ makeTreeJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Where the workload of a tree writes: a folder of its own in it. */
const treeJournal = 'lifeboat_drill';
/** @throws Failure `refused` when the tree has an entry of that name */
async function makeTreeJournal(tree) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree, treeJournal));
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
            throw error;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('refused', `the backup has an entry ${treeJournal}, where the drill would write`, {
            hint: 'A drill never writes to the environment. Rename what is yours, back up, and hold the drill again.',
        });
    }
}
/** An application that makes a new file for each write; it is acknowledged once it is on the disk. */
function treeWriter(tree) {
    return {
        write: async (sequence) => {
            const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree, treeJournal, String(sequence)), 'wx');
            try {
                await file.writeFile(text(sequence));
                await file.sync();
            }
            finally {
                await file.close();
            }
        },
        [Symbol.asyncDispose]: async () => undefined,
    };
}
/** Numbers of the writes that are there, whole. */
async function writesIn(tree) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree, treeJournal);
    const found = new Set();
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch((error) => {
        if (isGone(error))
            return [];
        throw error;
    });
    for (const name of names) {
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), 'utf8')) === text(Number(name)))
            found.add(Number(name));
    }
    return found;
}
function isGone(error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
/** By the rights that its owner gave it: only root passes over them. */
function isClosed(error) {
    return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}
function text(sequence) {
    return `write ${sequence}\n`;
}


/***/ }),

/***/ 23279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ findLosses),
/* harmony export */   W7: () => (/* binding */ makeJournal),
/* harmony export */   W8: () => (/* binding */ journal),
/* harmony export */   Zk: () => (/* binding */ startWriting),
/* harmony export */   k: () => (/* binding */ lossesAmong),
/* harmony export */   yD: () => (/* binding */ startWorkload)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** Where the workload writes; a schema of its own, so that nothing of the application's is touched. */
const journal = { schema: 'lifeboat_drill', table: 'lifeboat_drill.writes' };
/** Longer than a good answer takes, shorter than anybody's patience. */
const patience = 1_000;
const retryAfter = 50;
/** Makes the workload's table. Over the server itself: a drill's own preparation. */
async function makeJournal(session) {
    await session.query('making the schema of the workload', `create schema ${journal.schema}`);
    await session.query('making the table of the workload', `create table ${journal.table} (sequence bigint primary key, written_at timestamptz not null default clock_timestamp(), note text not null)`);
}
/** Starts writing. @param rate writes a second that are tried, one after the other */
function startWorkload(line, database, rate, world) {
    const connect = async () => {
        const session = await line.session(database, { patience });
        return {
            write: async (sequence) => {
                await session.query('writing', `insert into ${journal.table} (sequence, note) values ($1, $2)`, [
                    sequence,
                    `write ${sequence}`,
                ]);
            },
            [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
        };
    };
    return startWriting(connect, rate, world);
}
/** As `startWorkload`, wherever the writes go. */
function startWriting(connect, rate, { clock, signal }) {
    const acknowledged = [];
    const stopping = new AbortController();
    const either = AbortSignal.any([signal, stopping.signal]);
    let waiting = [];
    let failingSince = null;
    let lastFailure = null;
    let sequence = 0;
    const run = async () => {
        let writer = null;
        const pause = 1_000 / rate;
        let due = clock.ticks();
        while (!either.aborted) {
            try {
                writer ??= await connect();
                sequence += 1;
                await writer.write(sequence);
                acknowledged.push({ sequence, at: clock.now() });
                failingSince = null;
                lastFailure = null;
                const { length } = acknowledged;
                waiting = waiting.filter(({ count, resolve }) => {
                    if (count > length)
                        return true;
                    resolve();
                    return false;
                });
                // What a failure has delayed is not caught up with.
                due = Math.max(due + pause, clock.ticks() - pause);
                await clock.sleep(Math.max(0, due - clock.ticks()), either).catch(() => undefined);
            }
            catch (error) {
                failingSince ??= clock.now();
                lastFailure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message;
                await writer?.[Symbol.asyncDispose]();
                writer = null;
                await clock.sleep(retryAfter, either).catch(() => undefined);
            }
        }
        await writer?.[Symbol.asyncDispose]();
    };
    const running = run();
    return {
        acknowledged,
        get failingSince() {
            return failingSince;
        },
        get lastFailure() {
            return lastFailure;
        },
        untilAcknowledged: async (more) => {
            const { promise, resolve, reject } = Promise.withResolvers();
            const onAbort = () => reject(either.reason);
            either.addEventListener('abort', onAbort, { once: true });
            waiting.push({ count: acknowledged.length + more, resolve });
            try {
                either.throwIfAborted();
                await promise;
            }
            finally {
                either.removeEventListener('abort', onAbort);
            }
        },
        stop: async () => {
            stopping.abort();
            await running;
        },
    };
}
/** Compares what was acknowledged with what is there. @param at the moment of the failure */
async function findLosses(session, acknowledged, at) {
    const rows = await session.query('reading the writes that came back', `select sequence::text as sequence, note from ${journal.table}`);
    const found = new Set(rows.flatMap(({ sequence, note }) => (note === `write ${sequence}` ? [Number(sequence)] : [])));
    return lossesAmong(acknowledged, found, at);
}
/** @param found numbers of the writes that are there */
function lossesAmong(acknowledged, found, at) {
    const lost = acknowledged.filter(({ sequence }) => !found.has(sequence));
    const oldest = lost.reduce((least, write) => Math.min(least, write.at), at);
    const known = new Set(acknowledged.map(({ sequence }) => sequence));
    return {
        lost: lost.length,
        sequences: new Set(lost.map(({ sequence }) => sequence)),
        age: at - oldest,
        unacknowledged: [...found].filter((sequence) => !known.has(sequence)).length,
    };
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

/***/ 26574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  allScenarios: () => (/* binding */ allScenarios)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/scenarios/watch.js
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

/** One failed check may be an accident. */
const checksInARow = 3;
const between = 200;
const patience = 1_000;
const giveUpAfter = 60_000;
/**
 * Asks for the application's health as a watch does, from where the application stands, until it has failed several times in a
 * row. @throws Failure `objective` when nothing was noticed in time
 */
async function noticeSilence(scene) {
    const { application, database } = scene;
    return noticeFailing(database === '' ? 'the database' : application.name, scene, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await application.session(database, { patience }), true);
            await session.query('asking for health', 'create temporary table health (well boolean)');
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
    });
}
/** The same for a Redis. */
async function noticeRedisSilence(scene) {
    return noticeFailing('Redis (PING)', scene, async () => {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_2, await scene.server.session({ patience }), false);
            await session.ask('PING');
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            __disposeResources(env_2);
        }
    });
}
/** @param ask for health; throws when there is none */
async function noticeFailing(what, { sleep, ticks, signal }, ask) {
    const started = ticks();
    let failed = 0;
    while (ticks() - started < giveUpAfter) {
        try {
            await ask();
            failed = 0;
        }
        catch (error) {
            signal.throwIfAborted();
            failed += 1;
            if (failed === checksInARow) {
                return `${checksInARow} health checks of ${what} failed in a row: ${(0,failure/* asFailure */.h_)(error).message}`;
            }
        }
        await sleep(between);
    }
    throw new failure/* Failure */.HR('objective', `the health checks noticed nothing within ${giveUpAfter / 1_000} s`);
}

;// CONCATENATED MODULE: ./lib/scenarios/break-glass.js


/** Server, Lifeboat and GitHub are gone; what is left is a store, its page, and the offline key. */
function breakGlass() {
    let newest = '';
    let elsewhere = null;
    return {
        name: 'break-glass',
        summary: 'Server, Lifeboat and GitHub are gone: a person follows RECOVERY.md with stock tools and the offline key',
        steps: {
            inject: 'Kill the server',
            detect: 'Health checks fail, several in a row',
            recover: 'Fetch the folder of the newest backup; run the commands of its RECOVERY.md as they stand, by age, zstd and PostgreSQL’s own tools, in an empty environment; lead the application there',
            check: 'The page’s own check found every digest right, and its commands ended without an error',
        },
        losesBack: 'to the last backup',
        restoresService: true,
        programs: ['age', 'zstd'],
        inapplicable: () => null,
        prepare: async ({ double, workload, laboratory }) => {
            newest = await double.backUp();
            elsewhere = await laboratory.openElsewhere();
            await workload.untilAcknowledged(5);
        },
        inject: async ({ primary, struck }) => {
            struck();
            await primary.kill();
        },
        detect: (scene) => noticeSilence(scene),
        recover: async (scene) => {
            const { laboratory, double, application, environment } = scene;
            const place = elsewhere;
            const [store] = double.stores;
            if (place === null || store === undefined)
                throw new TypeError('the scenario was not prepared');
            const server = await laboratory.startServer('server by hand');
            await place.bring(store, `${environment.environment}/backups/${newest}/`);
            const page = await place.read('RECOVERY.md');
            await place.write('key.txt', `${double.identities.offline}\n`);
            await carryOut(place, server, page);
            application.leadTo(server);
            scene.check({
                name: 'the page alone was enough',
                status: 'passed',
                detail: `every block of commands ended well, ${place.how}`,
            });
            scene.notice('the offline key of the double stood for yours: that yours still opens backups, only fetching it tells');
        },
        check: async () => undefined,
    };
}
/** The blocks of the page, in its order; of the two ways to restore the first. */
async function carryOut(place, server, page) {
    const [globals, beside] = blocks(page, /^6\. Restore/);
    const steps = [
        ['check the digests', blocks(page, /^3\. Check/)[0]],
        ['open and unpack', blocks(page, /^5\. Open/)[0]],
        ['restore the roles', beside === undefined ? undefined : globals],
        ['restore the database', beside === undefined ? globals : `set -e\n${beside}`],
    ];
    for (const [what, commands] of steps) {
        if (commands === undefined)
            continue;
        const { code, stderr } = await place.run(commands, server);
        if (code === 127) {
            throw new failure/* Failure */.HR('missing', `the page's commands to ${what} need a program that is not on this machine`, {
                hint: `Install age, zstd and PostgreSQL's programs. It was said: ${lastLine(stderr)}`,
            });
        }
        if (code !== 0) {
            throw new failure/* Failure */.HR('objective', `the page's commands to ${what} ended with ${code}`, {
                subjects: [lastLine(stderr)],
            });
        }
    }
}
/** The commands under a heading, block by block, as they stand on the page. */
function blocks(page, heading) {
    const section = page.split(/^## /m).find((text) => heading.test(text)) ?? '';
    return [...section.matchAll(/^(`{3,})bash\n([\s\S]*?)\n\1$/gm)].map(([, , commands]) => commands ?? '');
}
function lastLine(text) {
    return text.trim().split('\n').at(-1) ?? '';
}

// EXTERNAL MODULE: ./lib/operations/restore/restore-input.js
var restore_input = __webpack_require__(8924);
// EXTERNAL MODULE: ./lib/operations/restore/restore.js + 10 modules
var restore = __webpack_require__(80126);
// EXTERNAL MODULE: ./lib/operations/drill/workload.js
var workload = __webpack_require__(23279);
;// CONCATENATED MODULE: ./lib/scenarios/data-deletion.js
var data_deletion_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var data_deletion_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




/** Somebody who may log in deletes rows and drops a table; the application writes on. */
function dataDeletion() {
    let victims = { rowsOf: null, dropped: null };
    let backupId = '';
    let written = 0;
    return {
        name: 'data-deletion',
        summary: 'A malicious session deletes rows and drops a table, while the application writes on',
        steps: {
            inject: 'Delete half of the rows of a table and all early rows of the workload; drop another table',
            detect: 'Rows are counted against the newest backup; a table is missing',
            recover: 'Restore just those tables and rows beside, and bring them back with SQL and PostgreSQL’s own tools',
            check: 'Everything is there again, and nothing that was written meanwhile is lost',
        },
        losesBack: 'nothing',
        restoresService: true,
        inapplicable: () => null,
        prepare: async (scene) => {
            victims = await choose(scene);
            await scene.workload.untilAcknowledged(5);
            // Rows that an open transaction has not committed are in no backup.
            written = scene.workload.acknowledged.length;
            backupId = await scene.double.backUp();
        },
        inject: async (scene) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const session = data_deletion_addDisposableResource(env_1, await scene.primary.session(scene.database, { patience: 600_000 }), true);
                scene.struck();
                await session.query('switching triggers off', 'set session_replication_role = replica');
                await session.query('deleting the early rows', `delete from ${workload/* journal */.W8.table} where sequence <= $1`, [
                    written,
                ]);
                if (victims.rowsOf !== null) {
                    await session.query('deleting rows', `delete from only ${victims.rowsOf.sql} t where mod(hashtext(t::text), 2) = 0`);
                }
                if (victims.dropped !== null)
                    await session.query('dropping a table', `drop table ${victims.dropped.sql}`);
                // The application goes on, into the same table.
                await scene.workload.untilAcknowledged(5);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = data_deletion_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        detect: async (scene) => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = data_deletion_addDisposableResource(env_2, await scene.application.session(scene.database, { patience: 600_000 }), true);
                const found = [];
                for (const table of scene.record.tables) {
                    if (table.kind !== 'table' || table.rows === null)
                        continue;
                    const rows = await countRows(session, table.schema, table.name);
                    if (rows === null)
                        found.push('a table is gone');
                    else if (rows < table.rows)
                        found.push(`a table has ${table.rows - rows} rows less`);
                }
                const early = await countEarly(session, written);
                if (early < written)
                    found.push(`${written - early} rows of the workload are gone`);
                const expected = 1 + (victims.rowsOf === null ? 0 : 1) + (victims.dropped === null ? 0 : 1);
                if (found.length < expected) {
                    throw new failure/* Failure */.HR('objective', `counting rows noticed ${found.length} of ${expected} deletions`);
                }
                return found.join('; ');
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = data_deletion_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
        recover: async (scene) => {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                const { primary, database } = scene;
                const rowTables = [workload/* journal */.W8.table, ...(victims.rowsOf === null ? [] : [victims.rowsOf.plain])];
                const schema = await restorePart(scene, backupId, database, {
                    tables: [],
                    schemas: [],
                    rows: rowTables.map((table) => ({ table, where: 'true' })),
                });
                await mergeRows(scene, schema, victims);
                if (victims.dropped !== null) {
                    const beside = `${database.slice(0, 50)}_recovered`;
                    await restorePart(scene, backupId, beside, { tables: [victims.dropped.plain], schemas: [], rows: [] });
                    await scene.laboratory.copyTable(victims.dropped.sql, { server: primary, database: beside }, { server: primary, database });
                }
                const session = data_deletion_addDisposableResource(env_3, await primary.session(database), true);
                await session.query('dropping the rows beside', `drop schema ${quoted(schema)} cascade`);
            }
            catch (e_3) {
                env_3.error = e_3;
                env_3.hasError = true;
            }
            finally {
                const result_3 = data_deletion_disposeResources(env_3);
                if (result_3)
                    await result_3;
            }
        },
        check: async (scene) => {
            const env_4 = { stack: [], error: void 0, hasError: false };
            try {
                const { rowsOf, dropped } = victims;
                scene.check({
                    name: 'what was deleted',
                    status: rowsOf !== null && dropped !== null ? 'passed' : 'degraded',
                    detail: `${rowsOf === null ? 'no table of the application had rows to delete by a key' : 'rows of a table'}; ${dropped === null ? 'no table could be dropped without others' : 'a whole table'}; ${written} rows of the workload`,
                    subjects: [rowsOf?.plain, dropped?.plain].filter((name) => name !== undefined),
                });
                const session = data_deletion_addDisposableResource(env_4, await scene.application.session(scene.database), true);
                const back = await countEarly(session, written);
                scene.check({
                    name: 'deleted rows came back among later ones',
                    status: back === written ? 'passed' : 'failed',
                    detail: `${back} of ${written} rows of the workload came back`,
                    failure: 'integrity',
                });
            }
            catch (e_4) {
                env_4.error = e_4;
                env_4.hasError = true;
            }
            finally {
                const result_4 = data_deletion_disposeResources(env_4);
                if (result_4)
                    await result_4;
            }
        },
    };
}
/** A table on which no other depends, and another with a key and rows. */
async function choose({ primary, database }) {
    const env_5 = { stack: [], error: void 0, hasError: false };
    try {
        const session = data_deletion_addDisposableResource(env_5, await primary.session(database, { patience: 60_000 }), true);
        const tables = await session.query('choosing tables', `select format('%I.%I', n.nspname, c.relname) as sql, n.nspname || '.' || c.relname as plain,
            (exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary))::text as keyed,
            (c.reltuples > 1 or pg_relation_size(c.oid) > 8192)::text as filled
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and not c.relispartition and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'lifeboat_drill')
        and not exists (select from pg_inherits where inhparent = c.oid)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by pg_relation_size(c.oid) desc, 1`);
        const named = tables.flatMap(({ sql, plain, keyed, filled }) => typeof sql === 'string' && typeof plain === 'string'
            ? [{ sql, plain, isKeyed: keyed === 'true' && filled === 'true' }]
            : []);
        let dropped = null;
        for (const table of named) {
            if (await canBeDropped(session, table.sql)) {
                dropped = table;
                break;
            }
        }
        const rowsOf = named.find((table) => table.isKeyed && table.sql !== dropped?.sql) ?? null;
        return { rowsOf, dropped };
    }
    catch (e_5) {
        env_5.error = e_5;
        env_5.hasError = true;
    }
    finally {
        const result_5 = data_deletion_disposeResources(env_5);
        if (result_5)
            await result_5;
    }
}
async function canBeDropped(session, table) {
    await session.query('trying to drop it', 'begin');
    try {
        await session.query('trying to drop it', `drop table ${table}`);
        return true;
    }
    catch {
        return false;
    }
    finally {
        await session.query('taking it back', 'rollback');
    }
}
/** By the operation; gives the schema that rows were restored into. */
async function restorePart(scene, backup, database, selection) {
    const { report } = await (0,restore.restore)(scene.double.environment, {
        ...restore_input/* plainRestore */.H,
        backup,
        target: scene.primary.url(database),
        source: scene.record.name,
        selection,
    }, scene.double.ports);
    if (report.verdict === 'failed') {
        const { kind = 'objective', message = 'a check failed', subjects = [] } = report.failure ?? {};
        throw new failure/* Failure */.HR(kind, `the part that was deleted did not come back: ${message}`, { subjects });
    }
    return report.restored?.places[0]?.schema ?? '';
}
/** What is there stays as it is: later writes win. */
async function mergeRows({ primary, database }, schema, { rowsOf }) {
    const env_6 = { stack: [], error: void 0, hasError: false };
    try {
        const session = data_deletion_addDisposableResource(env_6, await primary.session(database, { patience: 600_000 }), true);
        await session.query('switching triggers off', 'set session_replication_role = replica');
        const tables = [{ sql: workload/* journal */.W8.table, plain: workload/* journal */.W8.table }, ...(rowsOf === null ? [] : [rowsOf])];
        for (const { sql } of tables) {
            const columns = await session.query('listing columns', `select quote_ident(attname) as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`, [sql]);
            const names = columns.map(({ name }) => name).join(', ');
            const [source] = await session.query('finding the rows beside', `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = $1 and c.relname = (select relname from pg_class where oid = $2::regclass)`, [schema, sql]);
            if (source?.['name'] === null || source?.['name'] === undefined) {
                throw new failure/* Failure */.HR('missing', 'the rows were not restored beside');
            }
            await session.query('bringing rows back', `insert into ${sql} (${names}) overriding system value select ${names} from ${source['name']} on conflict do nothing`);
        }
    }
    catch (e_6) {
        env_6.error = e_6;
        env_6.hasError = true;
    }
    finally {
        const result_6 = data_deletion_disposeResources(env_6);
        if (result_6)
            await result_6;
    }
}
async function countRows(session, schema, name) {
    const [there] = await session.query('looking for a table', 'select format($1, $2::text, $3::text) as sql, (to_regclass(format($1, $2::text, $3::text)) is not null)::text as there', ['%I.%I', schema, name]);
    if (there?.['there'] !== 'true')
        return null;
    const [row] = await session.query('counting rows', `select count(*)::text as rows from only ${there['sql']}`);
    return Number(row?.['rows']);
}
async function countEarly(session, written) {
    const [row] = await session.query('counting the early rows', `select count(*)::text as rows from ${workload/* journal */.W8.table} where sequence <= $1`, [written]);
    return Number(row?.['rows']);
}
function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/scenarios/damage-detector.js

/** Reads every table and every B-tree of a database, as a watch does that looks for silent damage. */
async function findDamage(session) {
    const damage = { byChecksum: [], byAmcheck: [], hasAmcheck: await provideAmcheck(session) };
    const relations = await session.query('listing relations', `select c.oid::text as oid, format('%I.%I', n.nspname, c.relname) as name, c.relkind::text as kind
       from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am a on a.oid = c.relam
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and (c.relkind = 'r' or (c.relkind = 'i' and a.amname = 'btree'
             and exists (select from pg_index i where i.indexrelid = c.oid and i.indisvalid)))
      order by 3 desc, 2`);
    // Every row, with what is stored apart from it: a count could be taken from an index.
    for (const { oid, name, kind } of relations) {
        if (oid === null || oid === undefined || name === null || name === undefined)
            continue;
        if (kind === 'r') {
            if (await isDamaged(session, `select sum(length(t::text)) from only ${name} t`))
                damage.byChecksum.push(name);
        }
        else if (damage.hasAmcheck) {
            const look = (wholeTable) => `select lifeboat_drill.bt_index_check(${Number(oid)}::oid::regclass, ${wholeTable})`;
            if (await isDamaged(session, look(true)))
                damage.byChecksum.push(name);
            // The index alone: rows of a damaged page, taken for good, could crash the server.
            await session.query('looking away from checksums', 'set ignore_checksum_failure = on');
            if (await isDamaged(session, look(false)))
                damage.byAmcheck.push(name);
            await session.query('looking at checksums', 'set ignore_checksum_failure = off');
        }
    }
    return damage;
}
/** Only what the server itself calls damaged counts; any other trouble is thrown. */
async function isDamaged(session, sql) {
    try {
        await session.query('reading it whole', sql);
        return false;
    }
    catch (error) {
        if ((0,failure/* asFailure */.h_)(error).kind === 'integrity')
            return true;
        throw error;
    }
}
/** An extension that comes with PostgreSQL, but not with every package of it. */
async function provideAmcheck(session) {
    const [row] = await session.query('looking for amcheck', `select (exists (select from pg_available_extensions where name = 'amcheck'))::text as there,
            (exists (select from pg_extension where extname = 'amcheck'))::text as made`);
    if (row?.['there'] !== 'true')
        return false;
    if (row['made'] === 'true') {
        await session.query('bringing amcheck near', 'alter extension amcheck set schema lifeboat_drill');
    }
    else {
        await session.query('making amcheck', 'create extension amcheck schema lifeboat_drill');
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/scenarios/database-corruption.js
var database_corruption_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var database_corruption_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/** Bytes of a table and of an index change on disk, behind the server's back. */
function databaseCorruption() {
    let found = null;
    return {
        name: 'database-corruption',
        summary: 'Bytes of a table and of an index change on disk, behind the server’s back',
        steps: {
            inject: 'Overwrite 16 bytes in the largest table and in the largest B-tree',
            detect: 'Read everything with data checksums on, and hold every B-tree to its table by amcheck',
            recover: 'Take the server out of service, restore the newest backup onto a new one',
            check: 'The same search finds nothing on the new server',
        },
        losesBack: 'to the last backup',
        restoresService: true,
        inapplicable: () => null,
        prepare: async ({ double, workload }) => {
            await double.backUp();
            await workload.untilAcknowledged(5);
        },
        inject: async (scene) => {
            const { primary } = scene;
            const table = await largest(scene, 'table');
            const index = await largest(scene, 'index');
            await primary.stop();
            scene.struck();
            // Of a table's first page, the end of the first row; of the first page below an index's root, its first entry.
            await primary.damage(table, pageSize - 20);
            await primary.damage(index, 2 * pageSize - 16 - 16);
            await primary.start();
        },
        detect: async ({ primary, database }) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const session = database_corruption_addDisposableResource(env_1, await primary.session(database, { patience: 600_000 }), true);
                found = await findDamage(session);
                const { byChecksum, byAmcheck } = found;
                if (byChecksum.length + byAmcheck.length === 0) {
                    throw new failure/* Failure */.HR('objective', 'neither checksums nor amcheck noticed the damage');
                }
                return `checksums found ${relations(byChecksum)}, amcheck ${indexes(byAmcheck)}`;
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = database_corruption_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        recover: async ({ primary, laboratory, double }) => {
            // Nobody may go on writing into what is damaged.
            await primary.kill();
            await double.restoreOnto(await laboratory.startServer('new server'));
        },
        check: async (scene) => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                reportFinds(scene, found);
                const session = database_corruption_addDisposableResource(env_2, await scene.application.session(scene.database, { patience: 600_000 }), true);
                const left = await findDamage(session);
                const count = left.byChecksum.length + left.byAmcheck.length;
                scene.check({
                    name: 'nothing is damaged any more',
                    status: count === 0 ? 'passed' : 'failed',
                    detail: count === 0
                        ? 'every table and every B-tree was read whole'
                        : `${(0,units/* counted */.hS)(count, 'relation is', 'relations are')} damaged`,
                    subjects: [...left.byChecksum, ...left.byAmcheck],
                    failure: 'integrity',
                });
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = database_corruption_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
    };
}
const pageSize = 8192;
const relations = (damaged) => (0,units/* counted */.hS)(damaged.length, 'damaged relation');
const indexes = (damaged) => (0,units/* counted */.hS)(damaged.length, 'damaged index', 'damaged indexes');
function reportFinds({ check }, found) {
    const { byChecksum, byAmcheck, hasAmcheck } = found ?? { byChecksum: [], byAmcheck: [], hasAmcheck: false };
    check({
        name: 'checksums find the table',
        status: byChecksum.length > 0 ? 'passed' : 'failed',
        detail: `${relations(byChecksum)} by data checksums`,
        subjects: byChecksum,
    });
    check({
        name: 'amcheck finds the index',
        status: !hasAmcheck ? 'skipped' : byAmcheck.length > 0 ? 'passed' : 'failed',
        detail: hasAmcheck ? `${indexes(byAmcheck)} by amcheck` : 'this build of PostgreSQL has no amcheck',
        subjects: byAmcheck,
        ...(hasAmcheck ? {} : { hint: 'Install the contrib modules of PostgreSQL, in service too.' }),
    });
}
/** The file of the largest table or B-tree: the application's, if it has one; else the workload's. */
async function largest({ primary, database }, kind) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const session = database_corruption_addDisposableResource(env_3, await primary.session(database), true);
        const [row] = await session.query('choosing what is damaged', `select pg_relation_filepath(c.oid) as path
       from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am a on a.oid = c.relam
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relpersistence = 'p'
        and pg_relation_size(c.oid) >= $1::bigint
        and case when $2 = 'table' then c.relkind = 'r' else c.relkind = 'i' and a.amname = 'btree' end
      order by n.nspname = 'lifeboat_drill', pg_relation_size(c.oid) desc limit 1`, [kind === 'table' ? pageSize : 2 * pageSize, kind]);
        const path = row?.['path'];
        if (path === null || path === undefined)
            throw new failure/* Failure */.HR('missing', `there is no ${kind} to damage`);
        return path;
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = database_corruption_disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/operations/drill/tree-fingerprint.js
var tree_fingerprint = __webpack_require__(32863);
// EXTERNAL MODULE: ./lib/operations/drill/tree-workload.js
var tree_workload = __webpack_require__(70174);
;// CONCATENATED MODULE: ./lib/scenarios/files-lost.js






/** Files are deleted and others overwritten, where an application keeps them; it writes on. */
function filesLost() {
    let backupId = '';
    const victims = { deleted: 0, overwritten: 0, ofTheTree: 0 };
    return {
        name: 'files-lost',
        doubles: 'files',
        summary: 'Files of a tree are deleted and others overwritten, and the application writes on',
        steps: {
            inject: 'Delete every other file that is in the backup, and overwrite the others with what is not theirs',
            detect: 'Hold every file to the digests in the backup: missing paths, other bytes',
            recover: 'Restore the tree by swap; what was there is kept beside',
            check: 'Every entry is as before; every write from before the backup is there again',
        },
        losesBack: 'to the last backup',
        restoresService: true,
        inapplicable: ({ sources }) => sources.some(({ type }) => type === 'files') ? null : 'the environment has no source of type files',
        prepare: async ({ double, workload }) => {
            backupId = await double.backUp();
            await workload.untilAcknowledged(5);
        },
        inject: async (scene) => {
            const { tree, double, struck } = scene;
            const paths = [];
            for await (const { path } of double.digests(backupId))
                paths.push(path);
            struck();
            for (const [index, path] of paths.entries()) {
                scene.signal.throwIfAborted();
                const file = (0,external_node_path_.join)(tree, path);
                if (!(await removed(file)))
                    continue;
                if (index % 2 === 0)
                    victims.deleted += 1;
                else {
                    await (0,promises_.writeFile)(file, 'lost\n', { flag: 'wx' });
                    victims.overwritten += 1;
                }
                if (!path.startsWith(`${tree_workload/* treeJournal */.MZ}/`))
                    victims.ofTheTree += 1;
            }
        },
        detect: async (scene) => {
            const { missing, other } = await holdToBackup(scene, backupId);
            if (missing + other > 0) {
                return `${(0,units/* counted */.hS)(missing, 'file')} of the backup missing, ${(0,units/* counted */.hS)(other, 'file')} with other bytes`;
            }
            throw new failure/* Failure */.HR('objective', 'every file is as the backup has it: no loss was noticed');
        },
        recover: async ({ double, notice }) => {
            const keptAs = await double.swapBack();
            if (keptAs !== null)
                notice('what was left of the tree was kept beside until the end of the drill');
        },
        check: async (scene) => {
            const { deleted, overwritten, ofTheTree } = victims;
            scene.check({
                name: 'what was lost',
                status: ofTheTree > 0 ? 'passed' : 'degraded',
                detail: `${(0,units/* counted */.hS)(deleted, 'file')} deleted, ${overwritten} overwritten; ${ofTheTree} of them of the tree itself, the others of the workload`,
            });
        },
    };
}
/** False in a folder that its owner has closed, where an application could lose nothing either. */
async function removed(file) {
    try {
        await (0,promises_.rm)(file);
        return true;
    }
    catch (error) {
        if ((0,tree_workload/* isClosed */.Lx)(error))
            return false;
        throw error;
    }
}
async function holdToBackup({ tree, double, signal }, backupId) {
    const found = { missing: 0, other: 0 };
    for await (const { path, sha256 } of double.digests(backupId)) {
        const digest = await (0,tree_fingerprint/* digestOfFile */.Mk)((0,external_node_path_.join)(tree, path), signal);
        if (digest === null)
            found.missing += 1;
        else if (digest !== sha256 && digest !== tree_fingerprint/* closed */.$h)
            found.other += 1;
    }
    return found;
}

// EXTERNAL MODULE: ./lib/operations/list/list.js
var list = __webpack_require__(3915);
// EXTERNAL MODULE: ./lib/operations/backup/backup.js + 3 modules
var backup = __webpack_require__(27063);
// EXTERNAL MODULE: ./lib/operations/replicate/replicate.js + 2 modules
var replicate = __webpack_require__(64106);
// EXTERNAL MODULE: ./lib/operations/verify/verify.js + 1 modules
var verify = __webpack_require__(32623);
;// CONCATENATED MODULE: ./lib/scenarios/store-failure.js




/** One store is lost, and comes back empty. */
function storeFailure() {
    let made = '';
    return {
        name: 'store-failure',
        summary: 'One store answers no more, backups go on without it, and it comes back empty',
        steps: {
            inject: 'Let the first store answer no more, and lose all that lies in it',
            detect: 'The next backup says that a copy is missing',
            recover: 'Replace the store by an empty one, and fill it from the other by replication',
            check: 'Every backup, also the one made meanwhile, is whole in the new store alone',
        },
        losesBack: 'nothing',
        restoresService: false,
        inapplicable: ({ stores }) => stores.length > 1 ? null : 'the environment has one store: nothing is left to fill a new one from',
        prepare: async ({ double }) => {
            await double.backUp();
        },
        inject: async ({ double, struck }) => {
            const [near] = double.stores;
            struck();
            near?.cut();
            await near?.wipe();
        },
        detect: async ({ double }) => {
            const report = await (0,backup.backup)(double.environment, { class: 'scheduled' }, double.ports);
            const silent = report.copies.filter(({ status }) => status !== 'complete');
            if (report.backupId === null) {
                throw new failure/* Failure */.HR('objective', `no backup could be made: ${report.failure?.message ?? 'unknown'}`);
            }
            made = report.backupId;
            if (silent.length === 0)
                throw new failure/* Failure */.HR('objective', 'the backup did not miss the store');
            return `a backup was made with ${report.copies.length - silent.length} of ${report.copies.length} copies`;
        },
        recover: async ({ double }) => {
            double.stores[0]?.heal();
            const { report } = await (0,replicate.replicate)(double.environment, { dryRun: false }, double.ports);
            if (report.verdict === 'failed') {
                throw new failure/* Failure */.HR(report.failure?.kind ?? 'objective', report.failure?.message ?? 'replication failed');
            }
        },
        check: (scene) => checkWholeIn(scene, 0, made),
    };
}
/** Proves a backup of the double with one store alone. */
async function checkWholeIn(scene, index, backupId) {
    const { double } = scene;
    const only = double.stores.slice(index, index + 1).map(({ store }) => store);
    const { report } = await (0,verify.verify)(double.environment, { backup: backupId, level: 'intact' }, { ...double.ports, stores: only });
    const failed = report.checks.filter(({ status }) => status === 'failed');
    const isWhole = backupId !== '' && failed.length === 0 && report.failure === null;
    scene.check({
        name: `backup ${backupId} is whole in ${only[0]?.name ?? 'no store'} alone`,
        status: isWhole ? 'passed' : 'failed',
        detail: isWhole
            ? 'every object has its digest, and opens'
            : (failed[0]?.detail ?? report.failure?.message ?? 'it was not looked at'),
        failure: 'integrity',
    });
}

;// CONCATENATED MODULE: ./lib/scenarios/interrupted-backup.js
var interrupted_backup_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var interrupted_backup_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/** A run that makes a backup is killed outright. */
function interruptedBackup() {
    let earlier = '';
    let half = '';
    let later = '';
    return {
        name: 'interrupted-backup',
        summary: 'A run that makes a backup is killed outright, in the midst of it',
        steps: {
            inject: 'Start a backup in a process of its own; kill -9 it when its first objects are stored',
            detect: 'The list of backups has no new one',
            recover: 'Make the next backup, which the dead run’s leases must not hold up',
            check: 'The half backup counts for nothing; the one before it and the one after are whole',
        },
        losesBack: 'nothing',
        restoresService: false,
        inapplicable: () => null,
        prepare: async ({ double }) => {
            earlier = await double.backUp();
        },
        inject: async (scene) => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const run = interrupted_backup_addDisposableResource(env_1, await scene.double.startBackup(), true);
                const said = [];
                run.stderr.on('data', (chunk) => said.push(chunk.toString()));
                run.stdout.resume();
                const ended = { yet: false };
                void run.ended.then(() => (ended.yet = true));
                for (;;) {
                    half = (await foldersWithout(scene, earlier))[0] ?? '';
                    if (half !== '')
                        break;
                    if (ended.yet) {
                        throw new failure/* Failure */.HR('objective', 'the backup ended before it could be killed', {
                            hint: said.join('').trim().split('\n').at(-1) ?? '',
                        });
                    }
                    await scene.sleep(5);
                }
                scene.struck();
                run.kill('SIGKILL');
                await run.ended;
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = interrupted_backup_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        detect: async (scene) => {
            const { backups } = await (0,list/* list */.p)(scene.double.environment, scene.double.ports);
            if (backups.some(({ id }) => id === half)) {
                throw new failure/* Failure */.HR('objective', 'the backup was finished before it was killed');
            }
            const newest = backups.find(({ id }) => id === earlier);
            if (newest === undefined)
                throw new failure/* Failure */.HR('integrity', 'the backup before it is not listed any more');
            return 'no backup was added by a run that should have made one';
        },
        recover: async ({ double }) => {
            later = await double.backUp();
        },
        check: async (scene) => {
            const { backups } = await (0,list/* list */.p)(scene.double.environment, scene.double.ports);
            const isListed = backups.some(({ id }) => id === half);
            scene.check({
                name: 'half a backup is none',
                status: isListed ? 'failed' : 'passed',
                detail: isListed
                    ? 'the killed run’s backup is listed'
                    : 'what the killed run left is listed nowhere; retention removes it once no run can need it',
                failure: 'integrity',
            });
            await checkWholeIn(scene, 0, earlier);
            await checkWholeIn(scene, 0, later);
        },
    };
}
/** Folders of backups in the first store that are neither the environment's own nor this one. */
async function foldersWithout({ double, backupId, environment }, known) {
    const prefix = `${environment.environment}/backups/`;
    const ids = new Set();
    const [near] = double.stores;
    if (near === undefined)
        return [];
    for await (const { key } of near.store.list(prefix))
        ids.add(key.slice(prefix.length).split('/')[0] ?? '');
    return [...ids].filter((id) => id !== known && id !== backupId && id !== '');
}

;// CONCATENATED MODULE: ./lib/scenarios/fail-over.js
var fail_over_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var fail_over_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

/** Makes the standby the primary, once the old one cannot come back, and leads the application there. */
async function failOver(scene, { server, line }) {
    await fence(scene);
    line.cut();
    await server.promote();
    scene.application.leadTo(server);
}
/**
 * A primary that only seemed to be dead must not come back beside the new one: it is stopped for good before anything is
 * promoted. @throws Failure `refused` when it still answers
 */
async function fence({ primary, database }) {
    // By its power switch: over the network it may be out of reach, and alive.
    await primary.kill();
    const answers = await primary.session(database, { patience: 1_000 }).then(async (session) => {
        await session[Symbol.asyncDispose]();
        return true;
    }, () => false);
    if (answers) {
        throw new failure/* Failure */.HR('refused', 'the old primary still answers: promoting its standby would make two primaries');
    }
}
/** Says whether the promoted server alone is a primary, and is what the application works on. */
async function checkOnePrimary(scene, promoted) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { application, primary, database } = scene;
        const isAlone = application.leadsTo.name === promoted && !primary.isRunning;
        scene.check({
            name: 'there is one primary',
            status: isAlone ? 'passed' : 'failed',
            detail: isAlone
                ? 'the old one is fenced; the application is with the new one'
                : 'the old primary was not fenced, or the application is not with the new one',
            failure: 'integrity',
        });
        const session = fail_over_addDisposableResource(env_1, await application.session(database), true);
        const [row] = await session.query('asking for its role', 'select pg_is_in_recovery()::text as standby');
        scene.check({
            name: 'the new primary takes writes',
            status: row?.['standby'] === 'false' ? 'passed' : 'failed',
            detail: row?.['standby'] === 'false' ? 'it is a standby no longer' : 'it is still a standby',
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = fail_over_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./lib/scenarios/standby.js
var standby_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var standby_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

/** A standby of the primary that follows it as the environment file says. */
async function startFollowing(scene) {
    const standby = await scene.points.begin(() => scene.laboratory.startStandby('standby', scene.primary), ({ server }) => server.name);
    await followsClosely(scene, standby.server);
    return standby;
}
/** Waits until the standby streams, and makes the primary treat it as the environment file says. */
async function followsClosely(scene, standby) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { primary, database, environment } = scene;
        const session = standby_addDisposableResource(env_1, await primary.session(database), true);
        const isSynchronous = environment.drills?.replication === 'synchronous';
        const wanted = isSynchronous ? 'sync' : 'async';
        if (isSynchronous) {
            await session.query('making the replication synchronous', "alter system set synchronous_standby_names = 'standby'");
            await session.query('reloading the settings', 'select pg_reload_conf()');
        }
        const deadline = scene.ticks() + 30_000;
        for (;;) {
            const rows = await session.query('asking for the standby', "select sync_state from pg_stat_replication where application_name = 'standby' and state = 'streaming'");
            if (rows.some(({ sync_state }) => sync_state === wanted))
                return;
            if (scene.ticks() > deadline) {
                throw new failure/* Failure */.HR('unavailable', `${standby.name} does not stream from the primary (${wanted})`);
            }
            await scene.sleep(50);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = standby_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function demandStandby(standby) {
    if (standby === null)
        throw new TypeError('the scenario was not prepared');
    return standby;
}

;// CONCATENATED MODULE: ./lib/scenarios/network-partition.js



/** Networks seldom die at once: so much earlier than the application's does the standby's line go. */
const replicationGoesFirst = 300;
/** The primary lives, and neither the application nor the standby reaches it any more. */
function networkPartition() {
    let standby = null;
    return {
        name: 'network-partition',
        summary: 'The network cuts the application and the standby off from a primary that lives on',
        steps: {
            inject: 'Cut the line between the servers, and 0.3 s later that of the application; nothing answers, nothing is refused',
            detect: 'Health checks run out of time, several in a row',
            recover: 'Switch the unreachable primary off, promote the standby, lead the application there; then mend the network',
            check: 'There never were two primaries; what was acknowledged and not replicated is counted',
        },
        losesBack: 'to the standby',
        restoresService: true,
        inapplicable: () => null,
        prepare: async (scene) => {
            standby = await startFollowing(scene);
        },
        inject: async (scene) => {
            demandStandby(standby).line.cut();
            await scene.sleep(replicationGoesFirst);
            scene.struck();
            scene.application.cut();
        },
        detect: (scene) => noticeSilence(scene),
        recover: async (scene) => {
            await failOver(scene, demandStandby(standby));
            scene.application.heal();
        },
        check: async (scene) => {
            const { server, line } = demandStandby(standby);
            // The network is back: whoever was on the old side must find nobody to write to.
            line.heal();
            await checkOldSide(scene);
            await checkOnePrimary(scene, server.name);
        },
    };
}
/** A client that still knows the old primary's own address. */
async function checkOldSide({ primary, database, check }) {
    const isReachable = await primary.session(database, { patience: 1_000 }).then(async (session) => {
        await session[Symbol.asyncDispose]();
        return true;
    }, () => false);
    check({
        name: 'no split brain',
        status: isReachable ? 'failed' : 'passed',
        detail: isReachable
            ? 'the old primary still lets clients in beside the new one'
            : 'a client on the old side finds no primary there',
        failure: 'integrity',
    });
}

;// CONCATENATED MODULE: ./lib/scenarios/newest-backup-corrupt.js


/** The newest backup is damaged in every store, and the server is lost. */
function newestBackupCorrupt() {
    let good = '';
    let newest = '';
    return {
        name: 'newest-backup-corrupt',
        summary: 'The newest backup is damaged in every store, and then the server is lost',
        steps: {
            inject: 'Flip a byte of each object of the newest backup in all stores; kill the server',
            detect: 'A verification of the newest backup finds digests that do not hold',
            recover: 'Restore with fall-back onto a new server, and lead the application there',
            check: 'The backup before it came back, and the report says which one was given up',
        },
        losesBack: 'to the last backup',
        restoresService: true,
        inapplicable: () => null,
        prepare: async (scene) => {
            good = await scene.double.backUp();
            await scene.workload.untilAcknowledged(5);
            newest = await scene.double.backUp();
        },
        inject: async (scene) => {
            for (const copy of scene.double.stores) {
                for await (const { key, size } of copy.store.list(`${scene.environment.environment}/backups/${newest}/`)) {
                    // The manifest and its page stay: what is lost is found out only by reading.
                    if (size > 0 && /\.(age|zst|dat)$/.test(key))
                        await copy.damage(key);
                }
            }
            scene.struck();
            await scene.primary.kill();
        },
        detect: async ({ double }) => {
            const { report } = await (0,verify.verify)(double.environment, { backup: 'latest', level: 'intact' }, double.ports);
            const failed = report.checks.filter(({ status }) => status === 'failed');
            if (report.backupId !== newest || failed.length === 0) {
                throw new failure/* Failure */.HR('objective', 'the verification did not notice that the newest backup is damaged');
            }
            return `a verification of the newest backup failed: ${failed[0]?.detail ?? ''}`;
        },
        recover: async (scene) => {
            const server = await scene.laboratory.startServer('new server');
            const report = await scene.double.restoreOnto(server, { fallBack: true });
            scene.check({
                name: 'the backup before it came back',
                status: report.backupId === good && (report.restored?.passedOver ?? 0) === 1 ? 'passed' : 'failed',
                detail: `backup ${report.backupId ?? 'none'}; given up: ${report.restored?.passedOver ?? 0}`,
                failure: 'integrity',
            });
        },
        check: async () => undefined,
    };
}

;// CONCATENATED MODULE: ./lib/scenarios/redis-failure.js
var redis_failure_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var redis_failure_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/** Redis goes down, and the file that it would come back from is damaged. */
function redisFailure() {
    let [damaged, removed] = [0, 0];
    let byItself = null;
    return {
        name: 'redis-failure',
        doubles: 'redis',
        summary: 'Redis goes down, and the files that it would come back from are damaged',
        steps: {
            inject: 'Kill the server, and overwrite the beginning of every file in its folder',
            detect: 'PING is not answered, several times in a row',
            recover: 'Start it on its own files, which it must refuse; start it empty, so that the application writes again; then restore the newest backup by swap',
            check: 'Every key is as before; every write from before the backup is there again',
        },
        losesBack: 'to the last backup',
        restoresService: true,
        inapplicable: ({ sources }) => sources.some(({ type }) => type === 'redis') ? null : 'the environment has no source of type redis',
        prepare: async ({ double, workload }) => {
            await double.backUp();
            await workload.untilAcknowledged(5);
        },
        inject: async ({ server, struck }) => {
            struck();
            await server.kill();
            damaged = await server.damage();
        },
        detect: (scene) => noticeRedisSilence(scene),
        recover: async ({ server, double }) => {
            // The first thing that anybody tries, and here it must not go well.
            if (await server.start()) {
                const env_1 = { stack: [], error: void 0, hasError: false };
                try {
                    const session = redis_failure_addDisposableResource(env_1, await server.session(), false);
                    byItself = `it came up again with ${(0,units/* counted */.hS)(Number(await session.ask('DBSIZE')), 'key')} in its first database`;
                    await server.kill();
                }
                catch (e_1) {
                    env_1.error = e_1;
                    env_1.hasError = true;
                }
                finally {
                    redis_failure_disposeResources(env_1);
                }
            }
            removed = await server.empty();
            if (!(await server.start()))
                throw new failure/* Failure */.HR('unavailable', 'the server does not come up without its files either');
            await double.swapBack();
        },
        check: async ({ check }) => {
            // A server that lacks its folder does not come up either.
            const isRefused = byItself === null && damaged > 0 && removed >= damaged;
            check({
                name: 'the damaged files are not believed',
                status: isRefused ? 'passed' : 'failed',
                detail: byItself ??
                    `${(0,units/* counted */.hS)(damaged, 'file')} damaged, ${removed} still there; the server did not come up with them`,
                failure: 'integrity',
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/scenarios/region-failure.js


/** The place that holds the server and the first store is gone. */
function regionFailure() {
    let from = [];
    return {
        name: 'region-failure',
        summary: 'The place that holds the server and the first store is gone, with all that lies there',
        steps: {
            inject: 'Kill the server; remove all of the first store, and let it answer no more',
            detect: 'Health checks fail, several in a row; the first store cannot be listed',
            recover: 'Restore from the next store onto a server elsewhere, and lead the application there',
            check: 'Everything came from the other store',
        },
        losesBack: 'to the last backup',
        restoresService: true,
        inapplicable: ({ stores }) => stores.length > 1 ? null : 'the environment has one store: with it, every backup would be gone',
        prepare: async ({ double, workload }) => {
            await double.backUp();
            await workload.untilAcknowledged(5);
        },
        inject: async (scene) => {
            const [near] = scene.double.stores;
            scene.struck();
            await scene.primary.kill();
            near?.cut();
            await near?.wipe();
        },
        detect: async (scene) => {
            const silence = await noticeSilence(scene);
            const [near] = scene.double.stores;
            try {
                for await (const _object of near?.store.list('') ?? [])
                    break;
            }
            catch {
                return `${silence}; the first store cannot be listed`;
            }
            throw new failure/* Failure */.HR('objective', 'the first store still answers');
        },
        recover: async ({ laboratory, double }) => {
            const report = await double.restoreOnto(await laboratory.startServer('server elsewhere'));
            from = report.timeline.flatMap(({ stores = [] }) => stores);
        },
        check: async ({ double, check }) => {
            const near = double.stores[0]?.store.name ?? '';
            const isElsewhere = from.length > 0 && !from.includes(near);
            check({
                name: 'it came from the other store',
                status: isElsewhere ? 'passed' : 'failed',
                detail: `read from ${[...new Set(from)].join(', ') || 'nowhere'}`,
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/scenarios/retention-attack.js




/** Somebody with the runner's credentials turns against the backups. */
function retentionAttack() {
    let newest = '';
    return {
        name: 'retention-attack',
        summary: 'Somebody with the runner’s credentials deletes and overwrites backups in one store',
        steps: {
            inject: 'Delete every object of the newest backup in the first store; try to overwrite those of the one before',
            detect: 'A verification of the first store alone finds no whole backup',
            recover: 'Fill the store again from the other by replication',
            check: 'The backup is whole again; of each store of the environment itself, what its protection would have held',
        },
        losesBack: 'nothing',
        restoresService: false,
        inapplicable: ({ stores }) => stores.length > 1 ? null : 'the environment has one store: what is deleted there is nowhere else',
        prepare: async ({ double }) => {
            newest = await double.backUp();
        },
        inject: async (scene) => {
            const [near] = scene.double.stores;
            if (near === undefined)
                throw new TypeError('the double has no store');
            scene.struck();
            await attack(near, `${scene.double.environment.environment}/backups/${newest}/`, scene);
        },
        detect: async ({ double }) => {
            const only = double.stores.slice(0, 1).map(({ store }) => store);
            const { report } = await (0,verify.verify)(double.environment, { backup: newest, level: 'stored' }, { ...double.ports, stores: only });
            if (report.verdict !== 'failed')
                throw new failure/* Failure */.HR('objective', 'nobody missed the backup');
            return `the verification says: ${report.failure?.message ?? 'failed'}`;
        },
        recover: async ({ double }) => {
            const { report } = await (0,replicate.replicate)(double.environment, { dryRun: false }, double.ports);
            if (report.verdict === 'failed') {
                throw new failure/* Failure */.HR(report.failure?.kind ?? 'objective', report.failure?.message ?? 'replication failed');
            }
        },
        check: async (scene) => {
            await checkWholeIn(scene, 0, newest);
            await reportProtection(scene);
        },
    };
}
/** As a thief does: through the store's own interface. Putting over what is there must be refused; deleting is not, in a folder. */
async function attack({ store }, folder, scene) {
    const keys = [];
    for await (const { key } of store.list(folder))
        keys.push(key);
    let overwritten = 0;
    for (const key of keys.slice(0, 3)) {
        try {
            await store.put(key, Buffer.from('ransom'));
            overwritten += 1;
        }
        catch (error) {
            if ((0,failure/* asFailure */.h_)(error).kind !== 'refused')
                throw error;
        }
    }
    scene.check({
        name: 'no object can be put over another',
        status: overwritten === 0 ? 'passed' : 'failed',
        detail: `${overwritten} of ${Math.min(3, keys.length)} attempts overwrote an object`,
        failure: 'integrity',
    });
    for (const key of keys)
        await store.remove(key);
}
/** Asks the environment's own stores with probes of their own, which touch no backup, what these credentials could do. */
async function reportProtection(scene) {
    for (const { name, kind, abilities, failure } of await scene.probeOwnStores()) {
        if (abilities === null) {
            scene.check({
                name: `protection of ${name}`,
                status: 'skipped',
                detail: `the store could not be asked: ${failure ?? 'unknown'}`,
            });
            continue;
        }
        const { mayOverwrite, mayDelete, versioned, locks } = abilities;
        const keeps = versioned === true ? 'older versions are kept' : locks === true ? 'locks can hold objects' : null;
        const isHeld = (!mayOverwrite && !mayDelete) || keeps !== null;
        const can = [...(mayDelete ? ['delete'] : []), ...(mayOverwrite ? ['overwrite'] : [])].join(' and ');
        scene.check({
            name: `protection of ${name}`,
            status: isHeld ? 'passed' : 'degraded',
            detail: `${kind}: these credentials can ${can === '' ? 'neither delete nor overwrite' : can}${keeps === null ? '' : `, but ${keeps}`}`,
            ...(isHeld
                ? {}
                : {
                    hint: `Give the runner credentials that cannot delete in ${name}, or let it keep versions or locks.`,
                }),
        });
    }
}

;// CONCATENATED MODULE: ./lib/scenarios/single-server-failure.js



/** The primary loses its machine; its standby takes over. */
function singleServerFailure() {
    let standby = null;
    return {
        name: 'single-server-failure',
        summary: 'The primary loses its machine; the standby is promoted, and the connections move',
        steps: {
            inject: 'Kill every process of the primary at once',
            detect: 'Connections fail, several health checks in a row',
            recover: 'Fence the old primary, promote the standby, lead the application there',
            check: 'Every acknowledged write that was replicated is there; the old primary takes no writes',
        },
        losesBack: 'to the standby',
        restoresService: true,
        inapplicable: () => null,
        prepare: async (scene) => {
            standby = await startFollowing(scene);
        },
        inject: async ({ primary, struck }) => {
            struck();
            await primary.kill();
        },
        detect: (scene) => noticeSilence(scene),
        recover: (scene) => failOver(scene, demandStandby(standby)),
        check: async (scene) => {
            const { server } = demandStandby(standby);
            await checkOnePrimary(scene, server.name);
        },
    };
}

;// CONCATENATED MODULE: ./lib/scenarios/wrong-key.js


/** The server is lost, and the key at hand opens nothing. */
function wrongKey() {
    let proofs = 0;
    return {
        name: 'wrong-key',
        summary: 'The server is lost, and the identity at hand opens no backup',
        steps: {
            inject: 'Kill the server, and put an identity that is no recipient in the place of the right one',
            detect: 'A verification says that the key does not fit, and writes no proof',
            recover: 'Fetch the offline identity, and restore with it onto a new server',
            check: 'The wrong identity opened nothing, and left no proof that would speak against the backup',
        },
        losesBack: 'to the last backup',
        restoresService: true,
        inapplicable: ({ encryption }) => encryption === 'none' ? 'the backups of the environment are not encrypted' : null,
        prepare: async ({ double, workload }) => {
            await double.backUp();
            await workload.untilAcknowledged(5);
        },
        inject: async ({ primary, struck }) => {
            struck();
            await primary.kill();
        },
        detect: async ({ double }) => {
            const ports = withIdentity(double.ports, double.identities.stranger);
            const { report, proof } = await (0,verify.verify)(double.environment, { backup: 'latest', level: 'intact' }, ports);
            if (proof !== null)
                proofs += 1;
            const key = report.checks.find(({ name }) => name === 'key');
            if (key?.status !== 'failed')
                throw new failure/* Failure */.HR('objective', 'the wrong identity was not noticed');
            return `the verification says: ${key.detail}`;
        },
        recover: async ({ laboratory, double }) => {
            await double.restoreOnto(await laboratory.startServer('new server'), {
                ports: withIdentity(double.ports, double.identities.offline),
            });
        },
        check: async ({ check }) => {
            check({
                name: 'no proof was written with the wrong key',
                status: proofs === 0 ? 'passed' : 'failed',
                detail: proofs === 0 ? 'a key that does not fit says nothing about a backup' : 'a proof was written',
                failure: 'integrity',
            });
        },
    };
}
function withIdentity(ports, identity) {
    return { ...ports, keys: { ...ports.keys, identities: [identity] } };
}

;// CONCATENATED MODULE: ./lib/scenarios/scenarios.js













/** All that can be rehearsed. Made anew for each run, as a scenario remembers what it prepared. */
function allScenarios() {
    return [
        singleServerFailure(),
        databaseCorruption(),
        networkPartition(),
        dataDeletion(),
        regionFailure(),
        storeFailure(),
        newestBackupCorrupt(),
        wrongKey(),
        interruptedBackup(),
        retentionAttack(),
        breakGlass(),
        redisFailure(),
        filesLost(),
    ];
}


/***/ })

};
