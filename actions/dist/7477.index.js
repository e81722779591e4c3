export const id = 7477;
export const ids = [7477,4661];
export const modules = {

/***/ 60505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ kindOfKey)
/* harmony export */ });
/**
 * What may be said of a key of Redis where everybody reads: its name often is the secret itself, as a session's is. So only
 * the word that a name begins with by convention, when it is one; else that it has none.
 */
function kindOfKey(name) {
    const text = typeof name === 'string' ? name : Buffer.from(name).toString('latin1');
    const word = /^([A-Za-z_-]{1,24})[:./|]/.exec(text)?.[1];
    return word === undefined ? 'a key without a prefix' : `a key ${word}:…`;
}


/***/ }),

/***/ 74661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicability: () => (/* binding */ applicability)
/* harmony export */ });
/* harmony import */ var _domain_environment_drills_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76064);

/** Every scenario that has a name, with why it cannot be rehearsed here. */
function applicability(environment, scenarios) {
    const named = environment.drills?.scenarios ?? null;
    return _domain_environment_drills_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .scenarioNames */ .L.map((name) => {
        const scenario = scenarios.find((candidate) => candidate.name === name) ?? null;
        return {
            name,
            scenario,
            why: scenario === null ? 'this version cannot rehearse it' : reasonAgainst(scenario, environment),
            isWanted: named?.includes(name) ?? true,
            isNamed: named?.includes(name) ?? false,
        };
    });
}
function reasonAgainst(scenario, environment) {
    if (scenario.doubles === undefined && !environment.sources.some(({ type }) => type === 'postgres')) {
        return 'the environment has no PostgreSQL source';
    }
    return scenario.inapplicable(environment);
}


/***/ }),

/***/ 37477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drill: () => (/* binding */ drill)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/subject.js
var subject = __webpack_require__(34512);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
// EXTERNAL MODULE: ./lib/operations/drill/applicability.js
var applicability = __webpack_require__(74661);
// EXTERNAL MODULE: ./lib/domain/objectives.js
var objectives = __webpack_require__(21214);
;// CONCATENATED MODULE: ./lib/operations/drill/judge.js



/** What a scenario must keep: its own objectives, else the environment's. */
function objectivesOf({ drills, objectives }, name) {
    const own = drills?.objectives.find(({ scenario }) => scenario === name);
    return {
        rto: own?.rto ?? objectives.rto ?? null,
        rpo: own?.rpo ?? objectives.rpo ?? null,
        detect: own?.detect ?? objectives.detection ?? null,
    };
}
/** Figures, objectives and verdict of one scenario. @param checks those that are its own */
function concludeRehearsal(environment, measured, checks, run) {
    const { scenario, detect, recover, losses } = measured;
    const { name } = scenario;
    const promised = objectivesOf(environment, name);
    const missed = [];
    if (detect !== null) {
        run.fact(`${name}: time to detect`, (0,units/* formatDuration */.a3)(detect), detect, 'milliseconds');
        if (promised.detect !== null && detect > promised.detect) {
            missed.push(`it was noticed after ${(0,units/* formatDuration */.a3)(detect)}, not within ${(0,units/* formatDuration */.a3)(promised.detect)}`);
        }
    }
    let rtoMet = null;
    // A recovery that brought back the wrong data took no time that anybody may rely on.
    const isSound = measured.failure === null && !checks.some(({ status }) => status === 'failed');
    if (detect !== null && recover !== null) {
        run.fact(`${name}: time to recover`, (0,units/* formatDuration */.a3)(recover), recover, 'milliseconds');
        if (isSound) {
            const basis = `${name}: a drill in the laboratory, from the failure to service`;
            const rto = (0,objectives/* judgeObjective */.t)('RTO', promised.rto, detect + recover, basis);
            run.objectives.push(rto);
            rtoMet = rto.met;
            if (rtoMet === false)
                missed.push(`the RTO of ${(0,units/* formatDuration */.a3)(promised.rto ?? 0)} was missed`);
        }
    }
    let rpoMet = null;
    if (losses !== null) {
        run.fact(`${name}: writes lost`, lossText(losses), losses.lost, 'count');
        run.fact(`${name}: age of lost writes`, (0,units/* formatDuration */.a3)(losses.age), losses.age, 'milliseconds');
        if (isSound) {
            const { age, basis } = judgedLoss(environment, scenario, losses);
            const rpo = (0,objectives/* judgeObjective */.t)('RPO', promised.rpo, age, `${name}: ${basis}`);
            run.objectives.push(rpo);
            rpoMet = rpo.met;
            if (rpoMet === false)
                missed.push(`the RPO of ${(0,units/* formatDuration */.a3)(promised.rpo ?? 0)} was missed`);
        }
    }
    const failure = measured.failure ?? failedCheck(checks) ?? failedObjective(name, missed);
    const isLess = checks.some(({ status }) => status === 'degraded' || status === 'skipped');
    return {
        verdict: failure !== null ? 'failed' : isLess ? 'degraded' : 'passed',
        failure: failure === null ? null : about(name, failure),
        rtoMet,
        rpoMet,
    };
}
function lossText({ lost, age }) {
    return lost === 0 ? 'none' : `${(0,units/* counted */.hS)(lost, 'acknowledged write')}, the oldest ${(0,units/* formatDuration */.a3)(age)} old`;
}
/** The drill's own backup is seconds old; in service the newest one may be as old as the schedule lets it become. */
function judgedLoss({ objectives }, { losesBack }, { age }) {
    const every = objectives.backupEvery ?? 0;
    if (losesBack !== 'to the last backup' || every <= age) {
        return { age, basis: 'age of the oldest acknowledged write that was lost' };
    }
    return {
        age: every,
        basis: `age that the newest backup may have by backup-every; in the drill it was ${(0,units/* formatDuration */.a3)(age)}`,
    };
}
function failedCheck(checks) {
    const failed = checks.find(({ status }) => status === 'failed');
    if (failed === undefined)
        return null;
    return new domain_failure/* Failure */.HR(failed.failure ?? 'objective', `${failed.name}: ${failed.detail}`, {
        ...(failed.hint === undefined ? {} : { hint: failed.hint }),
        subjects: failed.subjects,
    });
}
function failedObjective(name, missed) {
    if (missed.length === 0)
        return null;
    return new domain_failure/* Failure */.HR('objective', missed.join('; '), {
        hint: `The recovery works, but not as promised. Mend it, or promise less of ${name} under drills.objectives.`,
    });
}
function about(name, failure) {
    if (failure.message.startsWith(`${name}: `))
        return failure;
    return new domain_failure/* Failure */.HR(failure.kind, `${name}: ${failure.message}`, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        subjects: failure.subjects,
        cause: failure,
    });
}

// EXTERNAL MODULE: ./lib/domain/environment/template.js
var template = __webpack_require__(98018);
// EXTERNAL MODULE: ./lib/operations/restore/restore-input.js
var restore_input = __webpack_require__(8924);
// EXTERNAL MODULE: ./lib/operations/restore/restore.js + 10 modules
var restore = __webpack_require__(80126);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/operations/drill/own-backup.js



/** So slow that there is time to kill it between its first object and its manifest. */
const bandwidth = '16KiB';
/**
 * Starts a backup of the double by Lifeboat's own command line, in a process of its own: only such a one can be killed as a
 * machine that loses power kills it.
 */
async function startOwnBackup({ environment, encryption, signing, sources }, stores, url, laboratory, signingKey, { lifeboat, searchPaths, processes, signal }) {
    const [program, ...words] = lifeboat ?? [];
    if (program === undefined) {
        throw new domain_failure/* Failure */.HR('missing', 'Lifeboat’s own command line was not found, so no backup can be started and killed', {
            hint: 'Run it from a checkout, as the action does.',
        });
    }
    const folder = await laboratory.folder('backup');
    const config = (0,external_node_path_.join)(folder, `${environment}.yml`);
    const file = {
        environment,
        sources: [{ name: sources[0]?.name ?? 'main', type: 'postgres', url: '${DRILL_URL}', jobs: 1 }],
        stores: stores.map(({ store, path }) => ({ name: store.name, type: 'local', path, bandwidth })),
        encryption,
        signing: { backup: signing.backup },
    };
    // YAML reads JSON.
    await (0,promises_.writeFile)(config, JSON.stringify(file), { mode: 0o600 });
    return processes.start(program, [...words, 'backup', '--environment', environment, '--config', config], {
        environment: {
            PATH: '/usr/local/bin:/usr/bin:/bin',
            ...searchPaths,
            TMPDIR: folder,
            DRILL_URL: url,
            LIFEBOAT_SIGNING_KEY: signingKey,
        },
        directory: folder,
        signal,
    });
}

// EXTERNAL MODULE: ./lib/vault/keys.js
var keys = __webpack_require__(4466);
// EXTERNAL MODULE: ./lib/vault/signing.js
var vault_signing = __webpack_require__(4527);
// EXTERNAL MODULE: ./lib/operations/backup/backup.js + 3 modules
var backup = __webpack_require__(27063);
;// CONCATENATED MODULE: ./lib/operations/drill/own-double.js







/** An environment whose only stores are these. */
function withStores(environment, among) {
    return {
        ...environment,
        stores: among.map(({ store, path }) => ({
            name: store.name,
            type: 'local',
            path: new template/* Template */.B(path, 'the drill'),
            ephemeral: false,
        })),
        minimumCopies: 1,
    };
}
/** Ports for operations on a double: whatever a scenario asks for, it reaches nothing that the drill did not make. */
function guardedPorts({ ports, whereOf, demandOwn }, keys, among, application) {
    return {
        ...ports,
        log: aside(ports.log),
        keys,
        stores: among.map(({ store }) => store),
        run: { ...ports.run, reason: ports.run.reason ?? 'a drill' },
        openSource: async (asked) => {
            await demandOwn(whereOf(asked) ?? '');
            return ports.openSource(asked);
        },
        openRestoration: async (asked, config, request) => {
            // With a target, nobody needs to know where the environment itself is.
            const own = request.target === null ? config : undefined;
            await demandOwn(request.target ?? (own === undefined ? null : whereOf(own)) ?? '');
            return ports.openRestoration(asked, own, request);
        },
        application,
    };
}
/** What an operation has to say of a double’s configuration is nobody’s trouble: it was made by the drill. */
function aside(log) {
    const debug = (text) => log.debug(`of the double: ${text}`);
    return { ...log, notice: debug, warning: debug };
}
/** @param source the double's only one */
async function makeOwnDouble(environment, stores, source) {
    const [offline, verification, stranger] = [await (0,keys/* makeIdentity */.N6)(), await (0,keys/* makeIdentity */.N6)(), await (0,keys/* makeIdentity */.N6)()];
    const signing = (0,vault_signing/* makeSigningKeys */.cQ)();
    return {
        environment: {
            ...withStores(environment, stores),
            sources: [source],
            encryption: { recipients: [offline.recipient, verification.recipient] },
            signing: { backup: signing.publicKey },
            objectives: {},
        },
        keys: { passphrase: null, identities: [verification.identity], signing: signing.secretKey },
        publicKey: signing.publicKey,
        identities: {
            offline: offline.identity,
            verification: verification.identity,
            stranger: stranger.identity,
        },
    };
}
/** Brings the environment's own backup into the laboratory. @throws Failure when it does not come back */
async function populate(environment, source, target, origin, grounds) {
    const { report } = await (0,restore.restore)(withStores(environment, [origin]), { ...restore_input/* plainRestore */.H, source, backup: 'latest', target }, guardedPorts(grounds, grounds.ports.keys, [origin], noApplication));
    demandGood(report, 'the backup of the environment does not come back in the laboratory');
}
/** @returns the backup's id. @throws Failure when it is not good */
async function backUpDouble({ environment }, ports) {
    const report = await (0,backup.backup)(environment, { class: 'scheduled' }, ports);
    demandGood(report, 'the double could not be backed up');
    return report.backupId ?? '';
}
/**
 * Puts the newest backup of a double in the place of what is in use there, by the operation.
 * @returns the name that what was in use is kept under. @throws Failure when it failed
 */
async function swapDoubleBack({ environment }, ports) {
    const { report } = await (0,restore.restore)(environment, { ...restore_input/* plainRestore */.H, mode: 'swap', backup: 'latest', confirm: environment.environment }, ports);
    demandGood(report, 'the double did not come back');
    return report.restored?.places[0]?.keptAs ?? null;
}
function demandGood(report, what) {
    if (report.verdict !== 'failed')
        return;
    const { failure } = report;
    throw new domain_failure/* Failure */.HR(failure?.kind ?? 'objective', `${what}: ${failure?.message ?? 'a check failed'}`, {
        ...(failure?.hint === null || failure?.hint === undefined ? {} : { hint: failure.hint }),
        subjects: failure?.subjects ?? [],
    });
}
const done = { status: 'done', detail: 'in the laboratory' };
/** Nobody works on the double yet. */
const noApplication = {
    target: {
        kind: 'command',
        describe: () => 'nothing: nobody works on the double yet',
        restart: async () => done,
        reroute: async () => done,
    },
    health: null,
    urlOf: (place) => place,
};
/** An application that is led to where the data is. @param leadThere is given a URL of the laboratory */
function leadingApplication(leadThere) {
    return {
        target: {
            kind: 'command',
            describe: (step) => `${step} the application of the drill`,
            restart: async () => done,
            reroute: async (url) => {
                leadThere(url);
                return done;
            },
        },
        health: null,
        urlOf: (place) => place,
    };
}

;// CONCATENATED MODULE: ./lib/operations/drill/double.js





/** Databases that every server has: a restore takes their names for the server itself. */
const maintenance = ['postgres', 'template0', 'template1'];
function beginDouble(parts) {
    const { environment, config, record, laboratory, origin, stores, ports } = parts;
    const database = maintenance.includes(record.database) ? `double_of_${record.database}` : record.database;
    const grounds = {
        ports,
        whereOf: (source) => source.type === 'postgres' && source.host === undefined ? (source.url?.text ?? null) : null,
        demandOwn: (url) => laboratory.demandOwn(url),
    };
    return {
        database,
        populate: (server) => populate(environment, record.name, server.url(database), origin, grounds),
        complete: async (line, primary) => {
            const double = await makeOwnDouble(environment, stores, atServer(config, line.url(database)));
            const leading = (server) => leadingApplication((url) => {
                laboratory.demandOwn(url);
                line.leadTo(server);
            });
            const doublePorts = guardedPorts(grounds, double.keys, stores, leading(primary));
            return {
                environment: double.environment,
                stores,
                identities: double.identities,
                ports: doublePorts,
                backUp: () => backUpDouble(double, doublePorts),
                startBackup: () => startOwnBackup(double.environment, stores, line.url(database), laboratory, double.keys.signing ?? '', ports),
                restoreOnto: async (server, { backup: wanted = 'latest', fallBack = false, ports: own } = {}) => {
                    const { report } = await (0,restore.restore)(double.environment, {
                        ...restore_input/* plainRestore */.H,
                        source: record.name,
                        backup: wanted,
                        target: server.url(database),
                        reroute: true,
                        confirm: environment.environment,
                        fallBack,
                    }, { ...(own ?? doublePorts), application: leading(server) });
                    demandGood(report, 'the double did not come back');
                    return report;
                },
            };
        },
    };
}
/** The source as the file has it, at another place. */
function atServer(config, url) {
    const { host: _host, port: _port, user: _user, password: _password, database: _database, sslmode: _sslmode, sslrootcert: _sslrootcert, ...rest } = config;
    return { ...rest, url: new template/* Template */.B(url, 'the drill') };
}

;// CONCATENATED MODULE: ./lib/operations/drill/scenario.js
/** Where a backup holds nothing, that nothing is missing proves nothing. */
function nothingToCompare(name, what) {
    return {
        name,
        status: 'degraded',
        detail: `the newest backup holds no ${what} at all: only the writes of the drill itself were compared`,
        hint: 'Back up data, and hold the drill again.',
    };
}

// EXTERNAL MODULE: ./lib/operations/drill/workload.js
var drill_workload = __webpack_require__(23279);
;// CONCATENATED MODULE: ./lib/operations/drill/fingerprint.js
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



/** Up to which size a drill compares data itself, and whether somebody has chosen that. */
function comparedUpTo({ drills }) {
    return { compareUpTo: drills?.compareUpTo ?? 256 * 1024 ** 2, isChosen: drills?.compareUpTo !== undefined };
}
/** In place of a digest. */
const countedOnly = 'counted only';
/** A table may be large; the server is nobody's but ours. */
const patience = 30 * 60_000;
/**
 * Looks at every table but the workload's, by means of its own: a restore that deceives itself must not deceive the drill.
 * @param upTo larger tables are counted only
 */
async function fingerprint(server, database, upTo) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await server.session(database, { patience }), true);
        const tables = await session.query('listing the tables', `select format('%I.%I', n.nspname, c.relname) as name, pg_table_size(c.oid)::text as size
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', $1)
      order by 1`, [drill_workload/* journal */.W8.schema]);
        const found = new Map();
        for (const { name, size } of tables) {
            if (name === null || name === undefined)
                continue;
            const digest = Number(size) <= upTo
                ? "coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text"
                : `'${countedOnly}'`;
            const [row] = await session.query('reading a table', `select count(*)::text as rows, ${digest} as digest from only ${name} t`);
            found.set(name, `${row?.['rows']} rows, ${row?.['digest']}`);
        }
        return found;
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
/** Whether every table is as it was. Of those that were only counted nobody knows more than how many rows they have. */
function compareFingerprints(before, after, 
/** Somebody has chosen from which size on counting is enough. */
isChosen = false) {
    const name = 'every table is as before';
    const different = differences(before, after);
    if (different.length > 0) {
        return {
            name,
            status: 'failed',
            detail: `${(0,units/* counted */.hS)(different.length, 'table')} of ${before.size} ${different.length === 1 ? 'is' : 'are'} not as before the failure`,
            subjects: different,
            failure: 'integrity',
        };
    }
    if (before.size === 0)
        return nothingToCompare(name, 'table');
    const large = [...before].filter(([, found]) => found.endsWith(countedOnly)).map(([table]) => table);
    const detail = `${(0,units/* counted */.hS)(before.size, 'table')} compared by the drill itself`;
    if (large.length === 0)
        return { name, status: 'passed', detail };
    return {
        name,
        status: isChosen ? 'passed' : 'degraded',
        detail: `${detail}, of which ${large.length} only by the number of rows`,
        subjects: large,
        ...(isChosen
            ? {}
            : {
                hint: 'They are larger than 256 MiB. Choose drills.compare-up-to in the environment file: a larger size to have their rows compared too, or 256MiB to have them counted alone.',
            }),
    };
}
/** Names that are not as they were, of tables or of entries. */
function differences(before, after) {
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

// EXTERNAL MODULE: ./lib/vault/choose-backup.js
var choose_backup = __webpack_require__(92946);
// EXTERNAL MODULE: ./lib/vault/proofs.js
var proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/operations/condemnation.js
var condemnation = __webpack_require__(70409);
// EXTERNAL MODULE: ./lib/operations/replicate/copy-backup.js + 1 modules
var copy_backup = __webpack_require__(91745);
;// CONCATENATED MODULE: ./lib/operations/drill/origin.js






/**
 * The environment's newest backup that no restore test has shown to be bad: the one that a recovery would take. What was
 * passed over is said in the report.
 * @throws Failure `integrity` when restore tests have condemned every one
 */
async function chooseOrigin(environment, ports, run) {
    const { stores, log, signal, clock } = ports;
    const { environment: name } = environment;
    const chosen = await (0,choose_backup/* chooseBackup */.S)(stores, name, 'latest', { log, signal, now: clock.now() });
    const candidates = [chosen, ...chosen.older];
    const { backup, passedOver } = await (0,condemnation/* newestSound */.G)(environment, candidates.map(({ id }) => id), await (0,proofs/* listProofs */.I2)(stores, name, { log, signal }), ports);
    for (const { id, why } of passedOver)
        run.notice('warning', `backup ${id} is passed over: ${why}`);
    if (backup !== null) {
        run.backupId = backup.manifest.id;
        return backup.manifest;
    }
    const what = candidates.length === 1 ? 'the only backup' : `each of the ${candidates.length} backups`;
    throw new domain_failure/* Failure */.HR('integrity', `no double can be built: restore tests have shown ${what} of ${name} to be bad; of the newest, ${passedOver[0]?.why}`, {
        hint: `Make a new backup now, \`lifeboat backup --environment ${name}\`, and prove it, \`lifeboat verify --environment ${name}\`.`,
    });
}
/** The first source of an engine in that backup. @param what it is, for people */
async function chooseSource(engine, what, environment, ports, run) {
    const manifest = await chooseOrigin(environment, ports, run);
    const record = manifest.sources.find((source) => source.engine === engine && environment.sources.some(({ name }) => name === source.name));
    if (record !== undefined)
        return record;
    throw new domain_failure/* Failure */.HR('missing', `backup ${manifest.id} has no ${what} that is in the environment file`, {
        hint: 'Make a backup with it first.',
    });
}
/** One for each of the environment's, and two at least. */
async function openStores({ stores }, laboratory) {
    const names = stores.map(({ name }) => `double-of-${name}`);
    if (names.length === 1)
        names.push('second');
    const opened = [];
    for (const name of names)
        opened.push(await laboratory.openStore(name));
    return opened;
}
/** Brings the backup into a store of the laboratory. */
async function fetchBackup(environment, laboratory, ports, run) {
    const origin = await laboratory.openStore('origin');
    const outcome = await (0,copy_backup/* copyBackup */.U)(environment, run.backupId ?? '', { stores: ports.stores, targets: [origin.store], dryRun: false }, ports, new run_report/* RunReport */.e('replicate', environment.environment, ports));
    if (outcome.whole.has(origin.store.name))
        return origin;
    throw (outcome.failures.get(origin.store.name) ??
        new domain_failure/* Failure */.HR('missing', `backup ${run.backupId} could not be brought to the laboratory`));
}

;// CONCATENATED MODULE: ./lib/operations/drill/play.js

/** So many writes are acknowledged before the failure, that there is something to lose. */
const warmUp = 20;
/** How long after a recovery its application is waited for. */
const serviceWithin = 10_000;
const defaultRate = 50;
/** The steps of a scenario, one after the other and measured. @param conclude the drill's own checks, once nobody writes */
async function play(scenario, scene, { strike, measured, sabotage, clock, run }, conclude) {
    const { name } = scenario;
    const { workload } = scene;
    const phase = (what, work) => run.phase(`${name}: ${what}`, work);
    const step = async (which, work) => {
        const how = await sabotage?.[which]?.(scene);
        return how === 'instead' ? null : await work();
    };
    await phase('prepare', async () => {
        await workload.untilAcknowledged(warmUp);
        await scenario.prepare?.(scene);
        await workload.untilAcknowledged(1);
    });
    await phase('inject', () => step('inject', () => scenario.inject(scene)));
    strike.struck();
    const seen = await phase('detect', () => step('detect', () => scenario.detect(scene)));
    const detectedAt = clock.ticks();
    measured.detect = Math.round(detectedAt - strike.at().ticks);
    if (seen !== null)
        run.fact(`${name}: noticed`, seen);
    await phase('recover', async () => {
        await step('recover', () => scenario.recover(scene));
        if (scenario.restoresService)
            await demandService(scene, clock);
    });
    measured.recover = Math.round(clock.ticks() - detectedAt);
    await workload.stop();
    await phase('check', async () => {
        await step('check', () => scenario.check(scene));
        await conclude();
    });
}
function makeStrike(clock) {
    let first = null;
    const strike = () => (first ??= { instant: clock.now(), ticks: clock.ticks() });
    return { struck: () => void strike(), at: strike };
}
function writeRateOf({ drills }) {
    return drills?.writeRate ?? defaultRate;
}
function recordCheck(name, check, run) {
    const { status, subjects = [], failure, hint } = check;
    run.check({
        rung: 'drill',
        name: `${name}: ${check.name}`,
        status,
        detail: check.detail,
        subjects,
        failure: status === 'failed' ? (failure ?? 'objective') : null,
        ...(hint === undefined ? {} : { hint }),
        duration: 0,
    });
}
/** The application has to write again, by itself. */
async function demandService({ workload, signal }, clock) {
    const over = new AbortController();
    const giveUp = async () => {
        await clock.sleep(serviceWithin, AbortSignal.any([signal, over.signal]));
        throw new domain_failure/* Failure */.HR('objective', `the application could not write again within ${serviceWithin / 1_000} s of the recovery: ${workload.lastFailure ?? 'no answer'}`);
    };
    const given = giveUp();
    given.catch(() => undefined);
    try {
        await Promise.race([workload.untilAcknowledged(1), given]);
    }
    finally {
        // What waits keeps the process alive.
        over.abort();
    }
}

;// CONCATENATED MODULE: ./lib/operations/drill/recovery-points.js
function recoveryPoints({ acknowledged }) {
    /** How many of the writes each one holds at least, by its name. */
    const points = new Map();
    let chosen = null;
    const begin = async (make, nameOf) => {
        const before = acknowledged.length;
        const made = await make();
        points.set(nameOf(made), before);
        return made;
    };
    return {
        begin,
        of: (double) => ({
            ...double,
            backUp: () => begin(() => double.backUp(), (id) => id),
        }),
        wentBackTo: (name) => {
            chosen = name;
        },
        held: () => {
            const name = chosen ?? [...points.keys()].at(-1);
            return acknowledged.slice(0, name === undefined ? undefined : points.get(name));
        },
    };
}
/**
 * Whether none is lost of the acknowledged writes but those that may be.
 * @param back how far the recovery may go back
 */
function judgeWrites(back, { lost, sequences }, acknowledged, points) {
    const due = back === 'nothing' ? acknowledged : points.held();
    const missing = due.filter(({ sequence }) => sequences.has(sequence)).length;
    const why = lost === 0
        ? ''
        : missing === 0
            ? `: back ${back}`
            : back === 'nothing'
                ? ', and none may be'
                : `, ${missing} of them acknowledged before what the recovery went back to was begun, so that they must be in it`;
    return {
        name: 'acknowledged writes came back',
        status: missing === 0 ? 'passed' : 'failed',
        detail: `${lost} of ${acknowledged.length} acknowledged writes are lost${why}`,
        failure: 'integrity',
    };
}

;// CONCATENATED MODULE: ./lib/operations/drill/rehearse.js
var rehearse_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rehearse_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/**
 * Rehearses one scenario, from the double to the last check. What it finds out goes into `measured` and `run` at once.
 * Everything that it started has ended when it settles.
 */
async function rehearse(environment, scenario, measured, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { name } = scenario;
        const { clock, signal } = ports;
        const limit = comparedUpTo(environment);
        const stack = rehearse_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const phase = (what, work) => run.phase(`${name}: ${what}`, work);
        const { record, config } = await phase('choose a backup', () => choosePostgres(environment, ports, run));
        const { laboratory, origin } = await phase('copy it into the laboratory', async () => {
            const opened = stack.use(await ports.openLaboratory(record, config));
            return { laboratory: opened, origin: await fetchBackup(environment, opened, ports, run) };
        });
        const stores = await openStores(environment, laboratory);
        const beginnings = beginDouble({ environment, config, record, laboratory, origin, stores, ports });
        const { database } = beginnings;
        const primary = await phase('build the double', async () => {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const server = await laboratory.startServer('primary');
                await beginnings.populate(server);
                // It is as secret as the database, and has done its work.
                await origin.wipe();
                const session = rehearse_addDisposableResource(env_2, await server.session(database), true);
                await (0,drill_workload/* makeJournal */.W7)(session);
                return server;
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = rehearse_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        });
        const application = await laboratory.openLine('application', primary);
        const double = await beginnings.complete(application, primary);
        const before = await fingerprint(primary, database, limit.compareUpTo);
        const rate = writeRateOf(environment);
        const workload = (0,drill_workload/* startWorkload */.yD)(application, database, rate, ports);
        stack.defer(() => workload.stop());
        const points = recoveryPoints(workload);
        const strike = makeStrike(clock);
        const scene = {
            environment,
            laboratory,
            backupId: run.backupId ?? '',
            record,
            primary,
            database,
            application,
            workload,
            points,
            double: {
                ...points.of(double),
                restoreOnto: async (server, options) => {
                    const report = await double.restoreOnto(server, options);
                    if (report.backupId !== null)
                        points.wentBackTo(report.backupId);
                    return report;
                },
            },
            probeOwnStores: () => Promise.all(ports.stores.map((store) => probe(store, signal))),
            struck: strike.struck,
            check: (check) => recordCheck(name, check, run),
            sleep: (span) => clock.sleep(span, signal),
            now: () => clock.now(),
            ticks: () => clock.ticks(),
            notice: (text) => run.notice('notice', `${name}: ${text}`),
            signal,
        };
        await play(scenario, scene, { strike, measured, sabotage: ports.sabotage, clock, run }, async () => {
            const end = application.leadsTo;
            await compareTables(before, scene, end, limit);
            await countLosses(scenario, measured, scene, end, strike.at().instant);
        });
        if (laboratory.isolation !== 'full')
            scene.notice(`isolation of the laboratory: ${laboratory.isolation}`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = rehearse_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The source of the backup that the double is made of. */
async function choosePostgres(environment, ports, run) {
    const manifest = await chooseOrigin(environment, ports, run);
    const wanted = environment.drills?.source;
    const record = manifest.sources.find((source) => source.engine === 'postgres-logical' && (wanted === undefined || source.name === wanted));
    if (record === undefined) {
        throw new domain_failure/* Failure */.HR('missing', `backup ${manifest.id} has no PostgreSQL source${wanted === undefined ? '' : ` ${wanted}`}`);
    }
    const config = environment.sources.find((source) => source.name === record.name);
    if (config?.type !== 'postgres') {
        throw new domain_failure/* Failure */.HR('config', `the environment file no longer has the source ${record.name} of backup ${manifest.id}`);
    }
    return { record, config };
}
async function compareTables(before, scene, end, { compareUpTo, isChosen }) {
    scene.check(compareFingerprints(before, await fingerprint(end, scene.database, compareUpTo), isChosen));
}
async function countLosses(scenario, measured, scene, end, struckAt) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const { workload, database } = scene;
        const session = rehearse_addDisposableResource(env_3, await end.session(database, { patience: 60_000 }), true);
        const losses = await (0,drill_workload/* findLosses */.FU)(session, workload.acknowledged, struckAt);
        measured.losses = losses;
        // A standby that follows synchronously has all that was acknowledged.
        const isSynchronous = scenario.losesBack === 'to the standby' && scene.environment.drills?.replication === 'synchronous';
        scene.check(judgeWrites(isSynchronous ? 'nothing' : scenario.losesBack, losses, workload.acknowledged, scene.points));
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = rehearse_disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}
async function probe(store, signal) {
    const { name, kind } = store;
    try {
        return { name, kind, abilities: await store.probe(signal), failure: null };
    }
    catch (error) {
        signal.throwIfAborted();
        return { name, kind, abilities: null, failure: (0,domain_failure/* asFailure */.h_)(error).message };
    }
}

;// CONCATENATED MODULE: ./lib/operations/drill/redis-double.js


function groundsOf({ laboratory, ports }) {
    return {
        ports,
        whereOf: (source) => (source.type === 'redis' ? source.url.text : null),
        demandOwn: (url) => laboratory.demandOwn(url),
    };
}
/** Brings the environment's own backup onto an empty server. @throws Failure when it does not come back */
async function populateRedis(parts, server) {
    const { environment, record, origin } = parts;
    await populate(environment, record.name, server.url, origin, groundsOf(parts));
}
/** The double of a Redis, with stores and keys of its own. */
async function doubleRedis(parts, server) {
    const { environment, record, stores } = parts;
    const source = { name: record.name, type: 'redis', url: new template/* Template */.B(server.url, 'the drill') };
    const double = await makeOwnDouble(environment, stores, source);
    const own = guardedPorts(groundsOf(parts), double.keys, stores, noApplication);
    return {
        environment: double.environment,
        stores,
        backUp: () => backUpDouble(double, own),
        swapBack: () => swapDoubleBack(double, own),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/redis-key.js
var redis_key = __webpack_require__(60505);
;// CONCATENATED MODULE: ./lib/operations/drill/redis-workload.js
/** What the keys of the workload begin with, in database 0; a number follows. */
const redisJournal = 'lifeboat_drill:';
function isJournal(name) {
    return /^lifeboat_drill:\d+$/.test(name.toString('latin1'));
}
/** Longer than a good answer takes, shorter than anybody's patience. */
const redis_workload_patience = 1_000;
/** An application that sets a new key for each write. */
async function redisWriter(server) {
    const session = await server.session({ patience: redis_workload_patience });
    return {
        write: async (sequence) => {
            await session.ask('SET', `${redisJournal}${sequence}`, redis_workload_text(sequence));
        },
        [Symbol.asyncDispose]: async () => session[Symbol.dispose](),
    };
}
/** Numbers of the writes that are there, whole. */
async function redisWritesIn(session) {
    const found = new Set();
    await session.ask('SELECT', '0');
    for await (const keys of scan(session, `${redisJournal}*`)) {
        const values = await session.ask('MGET', ...keys);
        for (const [index, key] of keys.entries()) {
            const sequence = Number(key.toString().slice(redisJournal.length));
            const value = Array.isArray(values) ? values[index] : null;
            if (Buffer.isBuffer(value) && value.toString() === redis_workload_text(sequence))
                found.add(sequence);
        }
    }
    return found;
}
/** Names of the keys in the selected database, some at a time; one may come twice. */
async function* scan(session, match) {
    let cursor = '0';
    do {
        const answer = await session.ask('SCAN', cursor, 'MATCH', match, 'COUNT', '500');
        const [next, names] = Array.isArray(answer) ? answer : [];
        cursor = String(next ?? '0');
        const keys = (Array.isArray(names) ? names : []).filter((name) => Buffer.isBuffer(name));
        if (keys.length > 0)
            yield keys;
    } while (cursor !== '0');
}
function redis_workload_text(sequence) {
    return `write ${sequence}`;
}

;// CONCATENATED MODULE: ./lib/operations/drill/redis-value.js
/** What a value consists of, in an order that does not depend on how a server keeps it. */
async function redis_value_valueOf(session, type, key) {
    switch (type) {
        case 'string':
            return partsOf(await session.ask('GET', key));
        case 'list':
            return partsOf(await session.ask('LRANGE', key, '0', '-1'));
        case 'set':
            return partsOf(await session.ask('SMEMBERS', key)).sort((a, b) => Buffer.compare(a, b));
        case 'zset':
            return partsOf(await session.ask('ZRANGE', key, '0', '-1', 'WITHSCORES'));
        case 'hash':
            return pairs(await session.ask('HGETALL', key))
                .sort(([a], [b]) => Buffer.compare(a, b))
                .flat();
        case 'stream':
            return partsOf(withoutTree(await session.ask('XINFO', 'STREAM', key, 'FULL', 'COUNT', '0')));
        default:
            // A module's own, which only it can read.
            return partsOf(await session.ask('DUMP', key));
    }
}
/** Every part of an answer; where an array begins, how long it is. */
function partsOf(answer) {
    if (Buffer.isBuffer(answer))
        return [answer];
    if (typeof answer !== 'object' || answer === null)
        return [Buffer.from(String(answer))];
    return [Buffer.from(`*${answer.length}`), ...answer.flatMap(partsOf)];
}
function pairs(answer) {
    const [, ...parts] = partsOf(answer);
    return parts.flatMap((field, at) => {
        const value = parts[at + 1];
        return at % 2 === 0 && value !== undefined ? [[field, value]] : [];
    });
}
/**
 * All that a stream is: its last id and counts, every entry, its groups with their consumers and pending entries. How its
 * index happens to be laid out is the server's own.
 */
function withoutTree(answer) {
    if (!Array.isArray(answer))
        return answer;
    const fields = answer;
    return fields.filter((_, at) => {
        const name = String(fields[at - (at % 2)]);
        return name !== 'radix-tree-keys' && name !== 'radix-tree-nodes';
    });
}

;// CONCATENATED MODULE: ./lib/operations/drill/redis-fingerprint.js
var redis_fingerprint_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var redis_fingerprint_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** The server is nobody's but ours, and one value may be large. */
const redis_fingerprint_patience = 10 * 60_000;
/** How long before its time a server may let a key go, and how far two clocks may be apart. */
const tolerance = 60_000;
/** Of values asked for at once, unless one alone has more. */
const mostBytes = 8 * 1024 ** 2;
/** Differences that are named. */
const mostNamed = 50;
/**
 * Looks at every key but the workload's, by means of its own: a restore that deceives itself must not deceive the drill.
 * What a restore has set aside lies in others than the backup's databases. @param upTo larger data is counted only
 */
async function redisFingerprint(server, { databases, databaseSize: size }, upTo) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = redis_fingerprint_addDisposableResource(env_1, await server.session({ patience: redis_fingerprint_patience }), false);
        const keys = size <= upTo ? new Map() : null;
        const times = [];
        let count = 0;
        for (const { database, keys: own } of await databasesOf(session)) {
            if (database !== 0 && !databases.some(({ index }) => index === database))
                continue;
            await session.ask('SELECT', String(database));
            let ours = 0;
            for await (const found of scan(session, '*')) {
                const names = found.filter((name) => !(database === 0 && isJournal(name)));
                ours += found.length - names.length;
                if (keys === null) {
                    times.push(...(await timesOf(session, names)));
                    continue;
                }
                // A scan may name a key twice.
                for (const [index, one] of (await lookAt(session, names)).entries())
                    if (one !== null)
                        keys.set(`${database} ${names[index]?.toString('latin1')}`, one);
            }
            count += own - ours;
        }
        return { keys, count: keys?.size ?? count, times, functions: await functionsOf(session) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        redis_fingerprint_disposeResources(env_1);
    }
}
/** Whether every key is as it was; a key whose time came meanwhile need not be there. */
function compareRedis(before, after, { now, isChosen }) {
    const name = 'every key is as before';
    const isOver = (time) => time <= now + tolerance;
    const otherFunctions = before.functions === after.functions ? [] : ['the libraries of functions'];
    if (before.keys === null || after.keys === null) {
        const least = before.count - before.times.filter(isOver).length;
        const isOther = after.count > before.count || after.count < least || otherFunctions.length > 0;
        return {
            name,
            status: isOther ? 'failed' : isChosen ? 'passed' : 'degraded',
            detail: `${(0,units/* counted */.hS)(after.count, 'key')} of ${before.count}, counted only`,
            subjects: otherFunctions,
            failure: 'integrity',
            ...(isChosen || isOther
                ? {}
                : {
                    hint: 'The data is larger than 256 MiB. Choose drills.compare-up-to in the environment file: a larger size to have keys compared too, or 256MiB to have them counted alone.',
                }),
        };
    }
    const different = [];
    let expired = 0;
    for (const [key, { digest, expires }] of before.keys) {
        const found = after.keys.get(key);
        if (found?.digest === digest)
            continue;
        if (found === undefined && expires !== null && isOver(expires))
            expired += 1;
        else
            different.push(key);
    }
    for (const key of after.keys.keys())
        if (!before.keys.has(key))
            different.push(key);
    const { size } = before.keys;
    const subjects = [...kindsOf(different), ...otherFunctions];
    if (size === 0 && before.functions === null && subjects.length === 0)
        return nothingToCompare(name, 'key');
    const isSame = subjects.length === 0;
    return {
        name,
        status: isSame ? 'passed' : 'failed',
        detail: isSame
            ? `${(0,units/* counted */.hS)(size, 'key')} compared by the drill itself${expired === 0 ? '' : `; the time of ${expired} had come`}`
            : `${(0,units/* counted */.hS)(different.length, 'key')} of ${size}${otherFunctions.length === 0 ? '' : ', and functions,'} ${different.length === 1 ? 'is' : 'are'} not as before the failure`,
        subjects,
        failure: 'integrity',
    };
}
/** By database and kind, as names of keys may be secrets. */
function kindsOf(keys) {
    const counts = new Map();
    for (const key of keys) {
        const gap = key.indexOf(' ');
        const kind = `database ${key.slice(0, gap)}, ${(0,redis_key/* kindOfKey */.R)(key.slice(gap + 1))}`;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return [...counts]
        .map(([kind, count]) => (count === 1 ? kind : `${kind} (${count} times)`))
        .sort()
        .slice(0, mostNamed);
}
async function databasesOf(session) {
    const text = String(await session.ask('INFO', 'keyspace'));
    return [...text.matchAll(/^db(\d+):keys=(\d+)/gm)].map(([, ...numbers]) => {
        const [database = 0, keys = 0] = numbers.map(Number);
        return { database, keys };
    });
}
async function functionsOf(session) {
    // Unknown before version 7, where there are none.
    const known = await session.ask('COMMAND', 'INFO', 'FUNCTION');
    if (!Array.isArray(known) || known[0] === null)
        return null;
    const listed = await session.ask('FUNCTION', 'LIST');
    if (!Array.isArray(listed) || listed.length === 0)
        return null;
    return digestOf(partsOf(await session.ask('FUNCTION', 'DUMP')));
}
async function timesOf(session, names) {
    const times = await Promise.all(names.map((name) => session.ask('PEXPIRETIME', name)));
    return times.flatMap((time) => timeIn(time) ?? []);
}
/** Null for a key whose time has come. */
async function lookAt(session, names) {
    const sizes = await Promise.all(names.map((name) => session.ask('MEMORY', 'USAGE', name)));
    const looked = [];
    let batch = [];
    let bytes = 0;
    const look = async () => {
        looked.push(...(await Promise.all(batch.map((name) => lookAtOne(session, name)))));
        batch = [];
        bytes = 0;
    };
    for (const [index, name] of names.entries()) {
        const size = Number(sizes[index] ?? 0);
        if (batch.length > 0 && bytes + size > mostBytes)
            await look();
        batch.push(name);
        bytes += size;
    }
    await look();
    return looked;
}
async function lookAtOne(session, key) {
    const [type, expiry] = await Promise.all([session.ask('TYPE', key), session.ask('PEXPIRETIME', key)]);
    if (type === 'none')
        return null;
    const parts = await redis_value_valueOf(session, String(type), key);
    return {
        digest: digestOf([Buffer.from(`${String(type)} ${String(expiry)}`), ...parts]),
        expires: timeIn(expiry),
    };
}
function timeIn(answer) {
    return Number(answer) >= 0 ? Number(answer) : null;
}
function digestOf(parts) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const part of parts)
        hash.update(`${part.length}\n`).update(part);
    return hash.digest('base64');
}

;// CONCATENATED MODULE: ./lib/operations/drill/stage.js
var stage_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var stage_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



/** Plays a scenario on a stage, and judges what came back of the writes. */
async function playOn(stage, scenario, sabotage, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { name } = scenario;
        const { environment, measured, ports, run } = world;
        const { clock, signal } = ports;
        const stack = stage_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const workload = (0,drill_workload/* startWriting */.Zk)(() => stage.connect(), writeRateOf(environment), ports);
        stack.defer(() => workload.stop());
        const points = recoveryPoints(workload);
        const strike = makeStrike(clock);
        const check = (found) => recordCheck(name, found, run);
        const scene = stage.scene({
            environment,
            backupId: run.backupId ?? '',
            workload,
            points,
            struck: strike.struck,
            check,
            sleep: (span) => clock.sleep(span, signal),
            ticks: () => clock.ticks(),
            notice: (text) => run.notice('notice', `${name}: ${text}`),
            signal,
        });
        await play(scenario, scene, { strike, measured, sabotage, clock, run }, async () => {
            check(await stage.compare());
            const { acknowledged } = workload;
            const losses = (0,drill_workload/* lossesAmong */.k)(acknowledged, await stage.written(), strike.at().instant);
            measured.losses = losses;
            check(judgeWrites(scenario.losesBack, losses, acknowledged, points));
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = stage_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./lib/operations/drill/rehearse-redis.js
var rehearse_redis_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rehearse_redis_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/** As `rehearse`, for a Redis. */
async function rehearseRedis(environment, scenario, measured, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { name } = scenario;
        const stack = rehearse_redis_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const phase = (what, work) => run.phase(`${name}: ${what}`, work);
        const { compareUpTo, isChosen } = comparedUpTo(environment);
        const record = await phase('choose a backup', () => chooseSource('redis-rdb', 'Redis', environment, ports, run));
        const { laboratory, origin } = await phase('copy it into the laboratory', async () => {
            const opened = stack.use(await ports.openRedisLaboratory(record));
            return { laboratory: opened, origin: await fetchBackup(environment, opened, ports, run) };
        });
        const stores = await openStores(environment, laboratory);
        const parts = { environment, record, laboratory, origin, stores, ports };
        const server = await phase('build the double', async () => {
            const started = await laboratory.startServer('the double');
            await populateRedis(parts, started);
            // It is as secret as the data, and has done its work.
            await origin.wipe();
            return started;
        });
        await demandNoJournal(server);
        const look = () => redisFingerprint(server, record, compareUpTo);
        const before = await phase('look at it', look);
        const double = await doubleRedis(parts, server);
        const stage = {
            connect: () => redisWriter(server),
            scene: (common) => ({ ...common, record, laboratory, server, double: common.points.of(double) }),
            compare: async () => compareRedis(before, await look(), { now: ports.clock.now(), isChosen }),
            written: async () => {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const session = rehearse_redis_addDisposableResource(env_2, await server.session({ patience: 60_000 }), false);
                    return await redisWritesIn(session);
                }
                catch (e_2) {
                    env_2.error = e_2;
                    env_2.hasError = true;
                }
                finally {
                    rehearse_redis_disposeResources(env_2);
                }
            },
        };
        await playOn(stage, scenario, ports.sabotageOfRedis, { environment, measured, ports, run });
        if (laboratory.isolation !== 'full')
            run.notice('notice', `${name}: isolation of the laboratory: ${laboratory.isolation}`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = rehearse_redis_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** @throws Failure `refused` when the data has keys where the workload writes */
async function demandNoJournal(server) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const session = rehearse_redis_addDisposableResource(env_3, await server.session(), false);
        for await (const names of scan(session, `${redisJournal}*`)) {
            if (!names.some(isJournal))
                continue;
            throw new domain_failure/* Failure */.HR('refused', `the backup has keys of an earlier drill (${redisJournal}…)`, {
                hint: 'A drill never writes to the environment. Find out who did, and remove them.',
            });
        }
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        rehearse_redis_disposeResources(env_3);
    }
}

// EXTERNAL MODULE: ./lib/vault/age-sealing.js
var age_sealing = __webpack_require__(77);
// EXTERNAL MODULE: ./lib/vault/artifact-reader.js
var artifact_reader = __webpack_require__(16410);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
;// CONCATENATED MODULE: ./lib/operations/drill/tree-double.js







function tree_double_groundsOf({ laboratory, ports }) {
    return {
        ports,
        whereOf: (source) => (source.type === 'files' ? source.path : null),
        // Nothing is there that could be ours.
        demandOwn: (path) => laboratory.demandOwn(path === '' ? '/' : path),
    };
}
/** Brings the environment's own backup into a folder of the laboratory. @throws Failure when it does not come back */
async function populateTree(parts) {
    const { environment, record, laboratory, origin } = parts;
    const tree = (0,external_node_path_.join)(await laboratory.folder('files'), 'tree');
    await populate(environment, record.name, tree, origin, tree_double_groundsOf(parts));
    return tree;
}
/** The double of a tree, with stores and keys of its own. */
async function doubleTree(parts, tree) {
    const { environment, record, stores, ports } = parts;
    const { log, signal, spool } = ports;
    // What it left out is not in the backup that the double was made of.
    const source = { name: record.name, type: 'files', path: tree, exclude: [] };
    const double = await makeOwnDouble(environment, stores, source);
    const own = guardedPorts(tree_double_groundsOf(parts), double.keys, stores, opensAnew);
    return {
        environment: double.environment,
        stores,
        backUp: () => backUpDouble(double, own),
        digests: async function* (backupId) {
            const { manifest } = await (0,backups.readManifest)(own.stores, environment.environment, backupId, {
                publicKey: double.publicKey,
                protected: environment.protected,
                log,
                signal,
            });
            const sums = manifest.sources[0]?.artifacts.find(({ name }) => name === 'sha256sums.txt');
            if (sums === undefined)
                throw new domain_failure/* Failure */.HR('integrity', `backup ${backupId} has no sha256sums.txt`);
            const reader = (0,artifact_reader/* createArtifactReader */.G)({
                stores: own.stores,
                folder: (0,layout/* backupFolder */.j0)(environment.environment, manifest.id),
                opener: (0,age_sealing/* ageOpener */.lb)([double.identities.verification]),
                spool,
                log,
            });
            yield* readSums(await reader.open(sums, 'plain', signal));
        },
        swapBack: () => swapDoubleBack(double, own),
    };
}
const opensAnew = {
    ...noApplication,
    target: { ...noApplication.target, describe: () => 'nothing: the workload opens each file anew' },
};
/** Lines as `sha256sum` prints them. */
async function* readSums(text) {
    let rest = '';
    for await (const chunk of text.setEncoding('utf8')) {
        const lines = `${rest}${String(chunk)}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            yield parseSum(line);
    }
}
function parseSum(line) {
    const isEscaped = line.startsWith('\\');
    const plain = isEscaped ? line.slice(1) : line;
    const [sha256, path] = [plain.slice(0, 64), plain.slice(66)];
    const meant = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
    return { sha256, path: isEscaped ? path.replace(/\\[\\nr]/g, (pair) => meant[pair] ?? pair) : path };
}

// EXTERNAL MODULE: ./lib/operations/drill/tree-fingerprint.js
var tree_fingerprint = __webpack_require__(32863);
// EXTERNAL MODULE: ./lib/operations/drill/tree-workload.js
var tree_workload = __webpack_require__(70174);
;// CONCATENATED MODULE: ./lib/operations/drill/rehearse-tree.js
var rehearse_tree_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rehearse_tree_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** As `rehearse`, for a file tree: the laboratory has folders, and no server. */
async function rehearseTree(environment, scenario, measured, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { name } = scenario;
        const { signal } = ports;
        const stack = rehearse_tree_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const phase = (what, work) => run.phase(`${name}: ${what}`, work);
        const record = await phase('choose a backup', () => chooseSource('files-tar', 'file tree', environment, ports, run));
        const { laboratory, origin } = await phase('copy it into the laboratory', async () => {
            const opened = stack.use(await ports.openTreeLaboratory());
            return { laboratory: opened, origin: await fetchBackup(environment, opened, ports, run) };
        });
        const stores = await openStores(environment, laboratory);
        const parts = { environment, record, laboratory, origin, stores, ports };
        const tree = await phase('build the double', async () => {
            const folder = await populateTree(parts);
            // It is as secret as the files, and has done its work.
            await origin.wipe();
            return folder;
        });
        const before = await (0,tree_fingerprint/* treeFingerprint */.HG)(tree, signal);
        await (0,tree_workload/* makeTreeJournal */.uR)(tree);
        const double = await doubleTree(parts, tree);
        const stage = {
            connect: async () => (0,tree_workload/* treeWriter */.M0)(tree),
            scene: (common) => ({ ...common, record, tree, double: common.points.of(double) }),
            compare: async () => compareEntries(before, await (0,tree_fingerprint/* treeFingerprint */.HG)(tree, signal)),
            written: () => (0,tree_workload/* writesIn */.Ug)(tree),
        };
        await playOn(stage, scenario, ports.sabotageOfTree, { environment, measured, ports, run });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = rehearse_tree_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function compareEntries(before, after) {
    const name = 'every entry is as before';
    const different = differences(before, after);
    // The root itself is one.
    if (before.size <= 1 && different.length === 0)
        return nothingToCompare(name, 'entry');
    return {
        name,
        status: different.length === 0 ? 'passed' : 'failed',
        detail: different.length === 0
            ? `${(0,units/* counted */.hS)(before.size, 'entry', 'entries')} compared by the drill itself`
            : `${(0,units/* counted */.hS)(different.length, 'entry', 'entries')} of ${before.size} ${different.length === 1 ? 'is' : 'are'} not as before the failure`,
        subjects: different.slice(0, 50),
        failure: 'integrity',
    };
}

;// CONCATENATED MODULE: ./lib/operations/drill/drill.js











/**
 * Rehearses failures: builds a double of the environment from a backup, brings each failure about there, recovers by
 * the operations that a real recovery uses, and measures. Nothing of the environment itself is touched; its stores are read,
 * and take the event of the ledger. Expected troubles end in the report.
 */
async function drill(environment, input, ports) {
    const run = new run_report/* RunReport */.e('drill', environment.environment, ports);
    try {
        const { chosen, leftOut } = choose(environment, input, ports);
        run.about = chosen.map(({ name }) => name).join(', ');
        for (const one of leftOut)
            run.check(notRehearsed(one));
        if (input.dryRun)
            return plan(environment, chosen, run);
        // Whatever is measured must be believed later.
        (0,signing_keys.checkSigningKey)(environment, 'verify', ports.keys.signing);
        let failure = null;
        const troubled = leftOut.map(({ name }) => (0,subject/* subjectWord */.tb)(name));
        for (const scenario of chosen) {
            const judged = await one(environment, scenario, ports, run);
            failure = worst(failure, judged.failure);
            if (judged.verdict !== 'passed')
                troubled.push((0,subject/* subjectWord */.tb)(scenario.name));
        }
        run.subject = { tried: chosen.map(({ name }) => (0,subject/* subjectWord */.tb)(name)), troubled, answers: 'tried' };
        return run.finish(failure !== null ? 'failed' : withoutFailure(run), failure);
    }
    catch (error) {
        return run.fail(error);
    }
}
/** One scenario, whatever becomes of it, and its event. */
async function one(environment, scenario, ports, run) {
    const measured = { scenario, detect: null, recover: null, losses: null, failure: null };
    const checksBefore = run.checks.length;
    try {
        await demandPrograms(scenario, ports);
        if (scenario.doubles === 'files')
            await rehearseTree(environment, scenario, measured, ports, run);
        else if (scenario.doubles === 'redis')
            await rehearseRedis(environment, scenario, measured, ports, run);
        else
            await rehearse(environment, scenario, measured, ports, run);
    }
    catch (error) {
        ports.signal.throwIfAborted();
        measured.failure = (0,domain_failure/* asFailure */.h_)(error);
        if (measured.failure.kind === 'bug')
            (0,run_report/* tellBug */.s)(measured.failure, ports.log);
    }
    const judged = concludeRehearsal(environment, measured, run.checks.slice(checksBefore), run);
    await (0,record/* recordEvent */.y)(ports, environment, {
        type: 'drill',
        outcome: { verdict: judged.verdict, failure: judged.failure?.kind ?? null },
        backupId: run.backupId,
        details: {
            scenario: scenario.name,
            detect: measured.detect,
            recover: measured.recover,
            lostWrites: measured.losses?.lost ?? null,
            lossAge: measured.losses?.age ?? null,
            rtoMet: judged.rtoMet,
            rpoMet: judged.rpoMet,
        },
    });
    return judged;
}
/** As somebody without Lifeboat finds them. */
const path = '/usr/local/bin:/usr/bin:/bin';
/** @throws Failure `missing` before the minutes that a double takes */
async function demandPrograms({ programs = [] }, { processes, signal }) {
    const missing = [];
    for (const program of programs) {
        try {
            await processes.run(program, ['--version'], { environment: { PATH: path }, signal });
        }
        catch (error) {
            signal.throwIfAborted();
            if ((0,domain_failure/* asFailure */.h_)(error).kind !== 'missing')
                throw error;
            missing.push(program);
        }
    }
    if (missing.length === 0)
        return;
    throw new domain_failure/* Failure */.HR('missing', `there is no ${missing.join(' and no ')} on this machine`, {
        hint: `Install what the recovery by hand needs: apt-get install ${programs.join(' ')}. It is looked for in ${path.replaceAll(':', ', ')}.`,
    });
}
function worst(a, b) {
    if (a === null || b === null)
        return a ?? b;
    return a.kind === 'objective' ? b : a;
}
function withoutFailure({ checks }) {
    return checks.some(({ status }) => status === 'degraded' || status === 'skipped') ? 'degraded' : 'passed';
}
/** @throws Failure `config` when the scenario is unknown, or makes no sense for this environment */
function choose(environment, { scenario }, ports) {
    const known = (0,applicability.applicability)(environment, ports.scenarios);
    if (scenario === null) {
        const wanted = known.filter(({ isWanted }) => isWanted);
        const chosen = wanted.flatMap(({ scenario: found, why }) => (why === null ? (found ?? []) : []));
        const leftOut = wanted.filter(({ isNamed, why }) => isNamed && why !== null);
        if (chosen.length > 0)
            return { chosen, leftOut };
        const reasons = leftOut.map(({ name, why }) => ` (${name}: ${why})`).join('');
        throw new domain_failure/* Failure */.HR('config', `no scenario of drills.scenarios applies to this environment${reasons}`, {
            hint: `\`lifeboat drill list --environment ${environment.environment}\` says which apply, and why others do not.`,
        });
    }
    const found = known.find(({ name }) => name === scenario);
    if (found === undefined) {
        throw new domain_failure/* Failure */.HR('config', `there is no scenario ${JSON.stringify(scenario.slice(0, 60))}`, {
            hint: `There are: ${known.map(({ name }) => name).join(', ')}.`,
        });
    }
    if (found.scenario === null || found.why !== null) {
        throw new domain_failure/* Failure */.HR('config', `${found.name} does not apply to this environment: ${found.why}`, {
            hint: `\`lifeboat drill list --environment ${environment.environment}\` says which apply.`,
        });
    }
    return { chosen: [found.scenario], leftOut: [] };
}
/** A source that is removed must not end its drills unnoticed. */
function notRehearsed({ name, why }) {
    return {
        rung: 'drill',
        name: `${name}: rehearsed as the environment file asks`,
        status: 'skipped',
        detail: `it does not apply to this environment: ${why}`,
        subjects: [],
        failure: null,
        hint: `Take ${name} out of drills.scenarios, or bring back what it rehearses.`,
        duration: 0,
    };
}
/** What would be done; nothing is touched, nor read. */
function plan(environment, chosen, run) {
    for (const { name, summary, steps } of chosen) {
        run.fact(name, summary);
        for (const [step, text] of Object.entries(steps))
            run.fact(`${name}: ${step}`, text);
        const { rto, rpo, detect } = objectivesOf(environment, name);
        const shown = [
            ...(rto === null ? [] : [`RTO ${(0,units/* formatDuration */.a3)(rto)}`]),
            ...(rpo === null ? [] : [`RPO ${(0,units/* formatDuration */.a3)(rpo)}`]),
            ...(detect === null ? [] : [`noticed within ${(0,units/* formatDuration */.a3)(detect)}`]),
        ];
        run.fact(`${name}: objectives`, shown.length === 0 ? 'none: it is measured only' : shown.join(', '));
    }
    run.dryRun = true;
    run.notice('notice', 'a dry run: nothing was started, and nothing stands in the ledger');
    return run.finish(withoutFailure(run), null);
}


/***/ }),

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

/***/ 43058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ whenLost)
/* harmony export */ });
/**
 * What to do when no store has a sound copy of an object of a backup, nor an older version of it.
 * @param silent names of stores that did not answer, and may have one
 */
function whenLost(environment, silent) {
    const make = `make a new backup now, with \`lifeboat backup --environment ${environment}\``;
    return silent.length === 0
        ? `There is no sound copy of this backup: ${make}.`
        : `No store that answers has a sound copy of this backup: ${make}. What did not answer (${silent.join(', ')}) may have one: run this again when it does.`;
}


/***/ }),

/***/ 91745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ copyBackup)
});

// EXTERNAL MODULE: ./lib/domain/concurrency.js
var concurrency = __webpack_require__(43195);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/vault/artifact-checks.js
var artifact_checks = __webpack_require__(97588);
// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/vault/artifact-stages.js
var artifact_stages = __webpack_require__(5354);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/fan-out.js
var fan_out = __webpack_require__(85160);
;// CONCATENATED MODULE: ./lib/vault/copy-artifact.js





/**
 * Copies one artifact to stores that lack it, reading it once for all of them. The bytes pass on as they come, and are held
 * to the manifest on their way: as a store shows an object only when its stream has ended well, none ever shows a damaged
 * one. Where a copy breaks off or turns out to be damaged, the next one is read from its beginning.
 * @throws Failure when there is no sound copy; `cancelled`
 */
async function copyArtifact({ from, to, key, artifact, keep, whenLost }, { log, signal }) {
    const failures = new Map();
    const damages = [];
    await (0,copies/* fromFirstSoundCopy */.bL)(from, key, async (store, version) => {
        const targets = to.filter((target) => !failures.has(target.name));
        if (targets.length === 0)
            return true;
        const body = await store.get(key, { signal, ...(version === undefined ? {} : { version }) });
        if (body === null)
            return null;
        const fan = new fan_out/* FanOut */.C(async () => void (await Promise.all(puts)));
        const puts = targets.map(async (target) => {
            const branch = fan.branch();
            try {
                await target.put(key, branch, { ...keep, atMost: artifact.storedSize, signal });
            }
            catch (error) {
                // When the reading was given up, that is no fault of the store that was to take it.
                if (!fan.destroyed && !signal.aborted)
                    failures.set(target.name, (0,failure/* asFailure */.h_)(error));
            }
            finally {
                branch.destroy();
            }
        });
        try {
            await (0,promises_.pipeline)([body, new artifact_stages/* SizeLimit */.Zp(key, artifact), (0,artifact_stages/* storedCheck */.i7)(key, artifact), fan], { signal });
        }
        finally {
            // Only when every put has given up is it certain that none becomes visible after this.
            await Promise.all(puts);
        }
        return true;
    }, { damages, size: artifact.storedSize, whenLost, log, signal });
    (0,copies/* throwIfCancelled */.dZ)(signal);
    return { failures, damages };
}

// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/recovery-guide.js + 1 modules
var recovery_guide = __webpack_require__(65068);
// EXTERNAL MODULE: ./lib/vault/signed-records.js
var signed_records = __webpack_require__(27441);
// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
// EXTERNAL MODULE: ./lib/operations/backup/confirm.js
var backup_confirm = __webpack_require__(92885);
// EXTERNAL MODULE: ./lib/operations/keyring.js + 1 modules
var keyring = __webpack_require__(98692);
// EXTERNAL MODULE: ./lib/operations/leases/use-lease.js
var use_lease = __webpack_require__(95408);
// EXTERNAL MODULE: ./lib/operations/lost-copy.js
var lost_copy = __webpack_require__(43058);
;// CONCATENATED MODULE: ./lib/operations/replicate/copy-backup.js
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














/** Artifacts copied at once. */
const atOnce = 4;
/**
 * Brings one backup to the stores that lack something of it: artifacts, what belongs to them, the signature, and the
 * manifest last, so that a run that is killed leaves no half backup and the next one goes on where it stopped.
 * @param stores all that answer, in the environment's order; they are read
 * @param targets those that shall have it; one that is not among `stores` is never read
 * @throws Failure when no store has a manifest to be believed, or no sound copy of an artifact
 */
async function copyBackup(environment, id, { stores, targets, dryRun }, ports, run) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const request = { environment, backupId: id, why: 'copy it to other stores', stores };
        const lease = __addDisposableResource(env_1, dryRun ? null : await (0,use_lease/* useBackup */.i)(request, ports, run), true);
        const copy = new BackupCopy(environment, id, { stores, targets }, ports, run);
        await copy.look();
        const behind = targets.filter((store) => copy.isBehind(store));
        if (dryRun)
            copy.wouldBring(behind);
        else if (behind.length > 0)
            await copy.bring(behind, async () => lease?.demand());
        return copy.outcome;
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
class BackupCopy {
    outcome;
    environment;
    stores;
    /** With those that are only written. */
    all;
    ports;
    run;
    folder;
    /** Keys and sizes, by the store's name. */
    holdings = new Map();
    found = null;
    constructor(environment, id, { stores, targets }, ports, run) {
        this.environment = environment;
        this.stores = stores;
        this.all = [...new Set([...stores, ...targets])];
        this.ports = ports;
        this.run = run;
        this.folder = (0,layout/* backupFolder */.j0)(environment.environment, id);
        this.outcome = { id, whole: new Set(), brought: [], objects: 0, bytes: 0, failures: new Map() };
    }
    /** Lists the folder anew: another run may have been at work since the stores were compared. */
    async look() {
        const { signal, log } = this.ports;
        await Promise.all(this.all.map(async (store) => {
            try {
                const holding = new Map();
                for await (const { key, size } of store.list(this.folder, signal))
                    holding.set(key, size);
                this.holdings.set(store.name, holding);
            }
            catch (error) {
                this.fail(store, error);
            }
        }));
        const { environment: name, signing, protected: isProtected } = this.environment;
        const holders = this.stores.filter((store) => this.holding(store).has((0,layout/* manifestKey */.Rn)(name, this.outcome.id)));
        // Retention has had its turn since the stores were compared: there is no such backup any more.
        if (holders.length === 0)
            return;
        const trust = { publicKey: signing.backup ?? null, protected: isProtected, log, signal };
        this.found = await (0,backups.readManifest)(holders, name, this.outcome.id, trust);
        for (const store of this.all)
            if (!this.isBehind(store))
                this.outcome.whole.add(store.name);
    }
    isBehind(store) {
        if (this.found === null || !this.holdings.has(store.name))
            return false;
        return (this.artifacts().some(({ key, artifact }) => this.sizeIn(store, key) !== artifact.storedSize) ||
            this.smallKeys(this.found).some((key) => this.sizeIn(store, key) === undefined) ||
            this.sizeIn(store, this.manifestKey) !== this.found.bytes.length);
    }
    wouldBring(behind) {
        for (const store of behind) {
            const lacking = this.artifacts().filter(({ key }) => this.sizeIn(store, key) === undefined);
            this.outcome.objects += lacking.length;
            this.outcome.bytes += lacking.reduce((sum, { artifact }) => sum + artifact.storedSize, 0);
            this.outcome.brought.push(store.name);
        }
    }
    /** @param demand makes sure that retention has still been told; before the manifests */
    async bring(behind, demand) {
        const found = this.found;
        if (found === null)
            return;
        for (const store of behind)
            this.checkSizes(store, found);
        await (0,concurrency/* inParallel */.HN)(this.artifacts(), atOnce, (one) => this.bringArtifact(one, this.sound(behind), found));
        await Promise.all(this.sound(behind).map((store) => this.bringSmallObjects(store, found)));
        const { manifest } = found;
        const { confirmed, failures } = await (0,backup_confirm/* confirmCopies */.I)(this.sound(behind), this.folder, manifest.sources, this.ports, this.run);
        for (const [name, failure] of failures)
            this.outcome.failures.set(name, failure);
        if (confirmed.length === 0)
            return;
        await demand();
        const signature = await this.signatureOf(found);
        await Promise.all(confirmed.map((store) => this.bringManifest(store, found, signature)));
    }
    /** What is there in another size is damaged, and only `repair` may take it away. */
    checkSizes(store, { bytes }) {
        const expected = [
            ...this.artifacts().map(({ key, artifact }) => [key, artifact.storedSize]),
            [this.manifestKey, bytes.length],
        ];
        const [wrong] = expected.filter(([key, size]) => (this.sizeIn(store, key) ?? size) !== size);
        if (wrong !== undefined)
            this.outcome.failures.set(store.name, this.damaged(wrong[0]));
    }
    async bringArtifact({ key, artifact }, targets, { manifest }) {
        const looksSound = (store) => this.sizeIn(store, key) === artifact.storedSize;
        // Behind these the others, which may still have an older version of it.
        const from = [...this.stores].sort((a, b) => Number(looksSound(b)) - Number(looksSound(a)));
        const to = targets.filter((store) => this.sizeIn(store, key) === undefined);
        const taken = [];
        if (to.length > 0) {
            const keep = { retentionClass: manifest.retention.class };
            const { failures, damages } = await copyArtifact({ from, to, key, artifact, keep, whenLost: this.whenLost() }, this.ports);
            for (const store of to) {
                const failure = failures.get(store.name);
                // Another run was faster; what it put there is looked at like any leftover.
                if (failure?.kind === 'refused')
                    taken.push(store);
                else if (failure !== undefined)
                    this.fail(store, failure);
                else {
                    this.outcome.objects += 1;
                    this.outcome.bytes += artifact.storedSize;
                    this.holding(store).set(key, artifact.storedSize);
                }
            }
            for (const damage of damages) {
                this.run.notice('warning', `store ${damage.store}: ${damage.key} is ${damage.problem}; see lifeboat repair`);
                this.outcome.whole.delete(damage.store);
            }
        }
        // A run that was killed left it: its size is right, and its bytes are read before a manifest vouches for them.
        const leftovers = targets.filter((store) => !to.includes(store) && this.sizeIn(store, this.manifestKey) === undefined);
        await this.checkLeftovers([...leftovers, ...taken], key, artifact);
    }
    async checkLeftovers(stores, key, artifact) {
        if (stores.length === 0)
            return;
        for (const { store, failure } of await (0,artifact_checks/* verifyCopies */.J)(stores, key, artifact, null, this.ports.signal)) {
            if (failure === null)
                continue;
            this.outcome.failures.set(store, failure.kind === 'integrity' ? this.damaged(key) : failure);
        }
    }
    async bringSmallObjects(store, { manifest }) {
        const { signal } = this.ports;
        const keep = { retentionClass: manifest.retention.class };
        try {
            const { identityKey } = manifest;
            if (identityKey !== null && !this.isComplete(store, (0,layout/* keyInside */.iy)(this.folder, identityKey))) {
                const sealed = await (0,keyring/* readSealedIdentity */.hP)(manifest, identityKey, this.folder, this.stores, this.ports, this.whenLost());
                await (0,small_objects/* putOnce */.LA)(store, (0,layout/* keyInside */.iy)(this.folder, identityKey), sealed, signal, keep);
                this.outcome.objects += 1;
            }
            // Nobody signs the page, so it is written anew from the manifest, which somebody has.
            if (this.sizeIn(store, this.pageKey) === undefined) {
                await (0,small_objects/* putOnce */.LA)(store, this.pageKey, Buffer.from((0,recovery_guide/* backupRecoveryGuide */.C)(manifest)), signal, keep);
                this.outcome.objects += 1;
            }
        }
        catch (error) {
            this.fail(store, error);
        }
    }
    async bringManifest(store, found, signature) {
        const { bytes, manifest } = found;
        const keep = { retentionClass: manifest.retention.class };
        try {
            const text = signature === null ? null : signature.toString();
            await (0,signed_records/* putSigned */._V)(store, this.manifestKey, bytes, text, this.ports.signal, keep);
            this.outcome.whole.add(store.name);
            this.outcome.brought.push(store.name);
        }
        catch (error) {
            this.fail(store, error);
        }
    }
    /** As it was checked; where no key is configured, as it stands beside the manifest. */
    async signatureOf(found) {
        if (found.signature !== null)
            return found.signature;
        const store = this.stores.find(({ name }) => name === found.store);
        const { signal } = this.ports;
        return store === undefined ? null : (0,small_objects/* readWhole */.oD)(store, (0,layout/* signatureKey */.cx)(this.manifestKey), { signal }, 65_536);
    }
    artifacts() {
        return (this.found?.manifest.sources ?? [])
            .flatMap((source) => source.artifacts)
            .map((artifact) => ({ key: (0,layout/* keyInside */.iy)(this.folder, artifact.key), artifact }));
    }
    /** What belongs to it besides artifacts and manifest. */
    smallKeys({ manifest, signed, store }) {
        const signature = (0,layout/* signatureKey */.cx)(this.manifestKey);
        const isSigned = signed || this.holdings.get(store)?.has(signature) === true;
        return [
            this.pageKey,
            ...(manifest.identityKey === null ? [] : [(0,layout/* keyInside */.iy)(this.folder, manifest.identityKey)]),
            ...(isSigned ? [signature] : []),
        ];
    }
    whenLost() {
        const silent = this.ports.stores.filter(({ name }) => !this.holdings.has(name));
        return (0,lost_copy/* whenLost */.P)(this.environment.environment, silent.map(({ name }) => name));
    }
    get manifestKey() {
        return (0,layout/* manifestKey */.Rn)(this.environment.environment, this.outcome.id);
    }
    get pageKey() {
        return (0,layout/* backupRecoveryKey */.b8)(this.environment.environment, this.outcome.id);
    }
    /** It is there, and a manifest vouches for it: what a killed run left is held to what it should be. */
    isComplete(store, key) {
        return this.sizeIn(store, key) !== undefined && this.sizeIn(store, this.manifestKey) !== undefined;
    }
    holding(store) {
        return this.holdings.get(store.name) ?? new Map();
    }
    sizeIn(store, key) {
        return this.holding(store).get(key);
    }
    /** Those that can still get it whole. */
    sound(stores) {
        return stores.filter((store) => !this.outcome.failures.has(store.name));
    }
    damaged(key) {
        return new failure/* Failure */.HR('integrity', `${key} is there already, and is not what it should be`, {
            hint: '`lifeboat repair` puts a sound copy in its place, with the credentials of the keeper and of the restorer together.',
        });
    }
    fail(store, error) {
        const failure = (0,copies/* failureOfCopy */.N2)(error, this.ports.signal);
        if (failure.kind === 'bug')
            throw failure;
        if (!this.outcome.failures.has(store.name))
            this.outcome.failures.set(store.name, failure);
    }
}


/***/ })

};
