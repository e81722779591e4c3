export const id = 9396;
export const ids = [9396,3888,4734];
export const modules = {

/***/ 64734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHealthProbe: () => (/* binding */ createHealthProbe)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96087);


/** Asks a URL until it answers with the status. Redirects are not followed: they are an answer too. */
function createHealthProbe({ url, attempts, interval, timeout, status, whenUnwell, }) {
    const what = withoutSecrets(url);
    return {
        what,
        wait: async (clock, signal) => {
            let last = '';
            for (let attempt = 1; attempt <= attempts; attempt += 1) {
                if (attempt > 1)
                    await clock.sleep(interval, signal);
                const answer = await ask(url, timeout, signal);
                if (answer === status)
                    return { attempts: attempt };
                last = typeof answer === 'number' ? `it answered ${answer}, not ${status}` : answer;
            }
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unavailable', `the application did not become well: ${what} was asked ${attempts === 1 ? 'once' : `${attempts} times, every ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(interval)}`}; at last ${last}`, {
                hint: ['Look at the log of the application, and whether this is its URL.', whenUnwell ?? '']
                    .join(' ')
                    .trim(),
            });
        },
    };
}
/** The status; or, in words, why there is none. */
async function ask(url, timeout, signal) {
    signal.throwIfAborted();
    const late = AbortSignal.timeout(timeout);
    try {
        const response = await fetch(url, {
            redirect: 'manual',
            headers: { 'user-agent': 'lifeboat', 'cache-control': 'no-cache' },
            signal: AbortSignal.any([signal, late]),
        });
        await response.body?.cancel();
        return response.status;
    }
    catch (error) {
        signal.throwIfAborted();
        if (late.aborted)
            return `it did not answer within ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(timeout)}`;
        const code = error instanceof Error && error.cause instanceof Error ? codeOf(error.cause) : null;
        return `it could not be reached${code === null ? '' : ` (${code})`}`;
    }
}
function codeOf(error) {
    return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
/** A query may hold a token, and a URL a password. */
function withoutSecrets(text) {
    if (!URL.canParse(text))
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'target.health.url is no URL');
    const { protocol, host, pathname } = new URL(text);
    if (protocol !== 'http:' && protocol !== 'https:') {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', 'target.health.url is no URL of http:// or https://');
    }
    return `${protocol}//${host}${pathname}`;
}


/***/ }),

/***/ 9396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openHealthProbe: () => (/* binding */ openHealthProbe),
  openTarget: () => (/* binding */ openTarget)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/targets/programs.js + 1 modules
var programs = __webpack_require__(83888);
// EXTERNAL MODULE: ./lib/targets/release-version.js
var release_version = __webpack_require__(19330);
;// CONCATENATED MODULE: ./lib/targets/migration.js


/** Changing the data is the same for every kind of target: a program of the user's, given the version. */
function migrationOf(config, context, 
/** Variables that the kind's own programs are given: the migration runs beside them. */
names = [], 
/** Variables that tell the version too. */
own = () => ({})) {
    const words = config?.migrate;
    return {
        describe: (version) => words === undefined
            ? 'nothing: the environment file names no program that changes the data'
            : `run ${(0,programs.shown)(words)} with ${release_version/* versionVariable */.l}=${version}`,
        migrate: async (version, signal) => {
            if (config === undefined || words === undefined)
                return { status: 'done', detail: '' };
            await (0,programs.runProgram)('changing the data', words, {
                context,
                names: [...names, ...config.variables],
                extra: { [release_version/* versionVariable */.l]: (0,release_version/* checkedVersion */.G)(version), ...own(version) },
                shownNames: Object.keys(own(version)),
                timeout: config.migrateTimeout,
                signal,
            });
            return { status: 'done', detail: `ran ${(0,programs.shown)(words)}` };
        },
    };
}

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/targets/reroute.js


/** The variable that holds the connection URL, password included, for the program that reroutes. */
const urlVariable = 'LIFEBOAT_DATABASE_URL';
const timeout = (0,units/* parseDuration */.E9)('5m') ?? 0;
/** Rerouting is the same for every kind of target: a program of the user's, or a person. */
function reroutingOf(config, context) {
    const words = config?.reroute;
    return {
        describe: () => words === undefined
            ? 'a person leads the application to the database'
            : `run ${(0,programs.shown)(words)} with ${urlVariable} set`,
        reroute: async (url, signal) => {
            if (words === undefined) {
                return {
                    status: 'manual',
                    detail: 'Lead the application to the restored database: change its connection string.',
                };
            }
            await (0,programs.runProgram)('leading the application to the database', words, {
                context,
                names: config?.variables ?? [],
                extra: { [urlVariable]: url },
                timeout,
                signal,
            });
            return { status: 'done', detail: `ran ${(0,programs.shown)(words)}` };
        },
    };
}

;// CONCATENATED MODULE: ./lib/targets/command.js






/** What the program of `services` prints. */
const servicesSchema = schemas/* array */.YOg(schemas/* object */.Ikc({
    name: schemas/* string */.YjP().min(1),
    status: schemas/* enum */.k5n(['running', 'starting', 'unhealthy', 'stopped', 'unknown']),
    version: schemas/* string */.YjP().nullable().default(null),
    image: schemas/* string */.YjP().nullable().default(null),
    restarts: schemas/* int */.Whr().min(0).nullable().default(null),
}));
/** The images of a release as JSON, by service, for the program that brings it back. */
const imagesVariable = 'LIFEBOAT_IMAGES';
/** An application that programs of the user's restart, deploy and bring back. */
function openCommand(config, context) {
    const { restart, deploy, timeout, variables } = config;
    const bringBack = config.rollBack ?? deploy;
    const rerouting = reroutingOf(config, context);
    const migration = migrationOf(config, context);
    const withVersion = (version) => `with ${release_version/* versionVariable */.l}=${version}`;
    async function run(what, words, otherwise, signal, extra = {}) {
        if (words === undefined)
            return { status: 'manual', detail: otherwise };
        await (0,programs.runProgram)(what, words, { context, names: variables, extra, timeout, signal });
        return { status: 'done', detail: `ran ${(0,programs.shown)(words)}` };
    }
    async function services(signal) {
        const words = config.services;
        if (words === undefined)
            return null;
        const text = await (0,programs.runProgram)('asking for the services', words, {
            context,
            names: variables,
            timeout,
            signal,
        });
        const read = servicesSchema.safeParse(parseJson(text));
        if (read.success)
            return read.data;
        throw new failure/* Failure */.HR('config', `what ${words[0] ?? ''} printed is no list of services`, {
            hint: 'It prints JSON such as [{"name": "web", "status": "running", "version": "1.4.2"}], or [] when nothing runs, and nothing else; see target.services.',
        });
    }
    return {
        kind: 'command',
        describe: (step, version = '') => ({
            reroute: () => rerouting.describe(),
            migrate: () => migration.describe(version),
            restart: () => `run ${(0,programs.shown)(restart)}`,
            deploy: () => deploy === undefined
                ? `a person deploys ${version}`
                : `run ${(0,programs.shown)(deploy)} ${withVersion(version)}`,
            'roll-back': () => bringBack === undefined
                ? `a person brings ${version} back`
                : `run ${(0,programs.shown)(bringBack)} ${withVersion(version)}`,
        })[step](),
        restart: (signal) => run('restarting the application', restart, '', signal),
        reroute: rerouting.reroute,
        running: async (signal) => releaseOf((await services(signal)) ?? []),
        deployedVersion: async (signal) => onlyVersion((await services(signal)) ?? []),
        services,
        prepare: async () => ({ status: 'done', detail: 'nothing has to be prepared' }),
        migrate: migration.migrate,
        deploy: async (given, signal) => {
            const version = (0,release_version/* checkedVersion */.G)(given);
            return run('deploying the application', deploy, `Deploy ${version}.`, signal, {
                [release_version/* versionVariable */.l]: version,
            });
        },
        rollBack: async (release, signal) => {
            const version = (0,release_version/* checkedVersion */.G)(release.version);
            return run('rolling the application back', bringBack, `Bring ${version} back.`, signal, {
                [release_version/* versionVariable */.l]: version,
                [imagesVariable]: JSON.stringify(release.images),
            });
        },
        stop: (signal) => run('stopping the application', config.stop, 'Stop the application; keep its data.', signal),
        clean: (signal) => run('removing the application', config.clean, 'Remove the application and its data.', signal),
    };
}
/** Null when nothing runs that says its version, or when several versions run. */
function releaseOf(services) {
    const up = services.filter(({ status }) => status !== 'stopped' && status !== 'unknown');
    const version = onlyVersion(up);
    if (version === null)
        return null;
    return { version, images: Object.fromEntries(up.map(({ name, image }) => [name, image ?? ''])) };
}
function onlyVersion(services) {
    const versions = new Set(services.flatMap(({ version }) => (version === null ? [] : [version])));
    const [version = null] = versions;
    return versions.size > 1 ? null : version;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/targets/compose/containers.js

/** The version that a container was deployed as. */
const versionLabel = 'lifeboat.version';
const containerSchema = schemas/* object */.Ikc({
    Id: schemas/* string */.YjP(),
    Image: schemas/* string */.YjP(),
    RestartCount: schemas/* int */.Whr().default(0),
    State: schemas/* object */.Ikc({
        Status: schemas/* string */.YjP(),
        Health: schemas/* object */.Ikc({ Status: schemas/* string */.YjP() }).nullish(),
    }),
    Config: schemas/* object */.Ikc({
        Image: schemas/* string */.YjP().default(''),
        Labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
            .nullish()
            .transform((labels) => labels ?? {}),
    }),
});
/** Every container of the project's services, running or not; not those of `compose run`. */
async function readContainers(compose, signal) {
    const call = { version: null, signal };
    const ids = async () => {
        const text = await compose.run('listing the containers', [...compose.words, 'ps', '--all', '--quiet'], call);
        return text.split('\n').filter((line) => line !== '');
    };
    const listed = await ids();
    if (listed.length === 0)
        return [];
    const inspect = ['docker', 'inspect'];
    const what = 'looking at the containers';
    // One that was removed since makes docker fail: then they are listed once more.
    const text = (await compose.ask(what, [...inspect, ...listed], call)) ??
        (await compose.run(what, [...inspect, ...(await ids())], call));
    return schemas/* array */.YOg(containerSchema)
        .parse(JSON.parse(text))
        .filter(({ Config }) => Config.Labels['com.docker.compose.oneoff'] !== 'True')
        .map(({ Id, Image, RestartCount, State, Config }) => ({
        id: Id,
        service: Config.Labels['com.docker.compose.service'] ?? '',
        number: Config.Labels['com.docker.compose.container-number'] ?? '',
        replaces: Config.Labels['com.docker.compose.replace'] !== undefined,
        image: Image,
        reference: Config.Image,
        version: Config.Labels[versionLabel] ?? null,
        restarts: RestartCount,
        status: State.Status,
        health: State.Health?.Status ?? null,
    }));
}

;// CONCATENATED MODULE: ./lib/targets/compose/state.js
/** A service as its containers show it: as bad as the worst of them. */
function stateOf(name, containers) {
    const states = containers.map(statusOf);
    const worst = ['unknown', 'stopped', 'unhealthy', 'starting'].find((status) => states.includes(status));
    return {
        name,
        status: states.length === 0 ? 'stopped' : (worst ?? 'running'),
        version: common(containers.map(({ version, reference }) => version ?? tagOf(reference))),
        image: common(containers.map(({ image }) => image)),
        restarts: containers.length === 0 ? null : containers.reduce((sum, { restarts }) => sum + restarts, 0),
    };
}
/**
 * What runs, all in all. Null when no service runs that was deployed by a version, or when they are of several: then a
 * deployment stands halfway.
 */
function state_releaseOf(containers) {
    const running = containers.filter(({ status }) => status === 'running' || status === 'restarting');
    const version = deployedVersion(running);
    if (version === null)
        return null;
    return { version, images: Object.fromEntries(running.map(({ service, image }) => [service, image])) };
}
/** The one version of those that were deployed by a version, running or not. */
function deployedVersion(containers) {
    return common(containers.flatMap(({ version }) => (version === null ? [] : [version])));
}
function statusOf({ status, health }) {
    if (status === 'restarting')
        return 'unhealthy';
    if (status === 'created')
        return 'starting';
    if (status !== 'running')
        return 'stopped';
    if (health === 'starting' || health === 'unhealthy')
        return health;
    return 'running';
}
/** `1.4` of `registry:5000/shop:1.4`; null where the tag says nothing. */
function tagOf(reference) {
    const tag = /:([A-Za-z0-9_][A-Za-z0-9_.-]*)$/.exec(reference.replace(/@sha256:[0-9a-f]+$/, ''))?.[1];
    return tag === undefined || tag === 'latest' || reference.startsWith('sha256:') ? null : tag;
}
function common(values) {
    const [first = null] = values;
    return values.every((value) => value === first) ? first : null;
}

;// CONCATENATED MODULE: ./lib/targets/compose/bring-up.js




/**
 * `docker compose up`, until all services are well. Run again after it was killed at whatever point, it does what is left.
 * @throws Failure `unavailable` that names the services that are not well
 */
async function bringUp(compose, { what, options, version, marks = [], signal }) {
    const words = marks.length === 0 ? compose.up(options) : compose.up(options, compose.wordsWithOverride);
    await removeHalfMade(compose, signal);
    try {
        await compose.run(what, words, {
            signal,
            ...(version === undefined ? {} : { version }),
            ...(marks.length === 0 ? {} : { input: override(marks), byHand: compose.up(options) }),
        });
    }
    catch (error) {
        if (!(error instanceof failure/* Failure */.HR) || error.kind !== 'unavailable')
            throw error;
        // A reason that is known lies outside the services.
        if (error instanceof programs.ProgramFailure && error.reason !== null)
            throw error;
        const unwell = await unwellServices(compose, signal).catch(() => null);
        if (unwell === null || unwell.length === 0)
            throw error;
        const logs = [...compose.words, 'logs', '--tail', '50', ...unwell.map(({ name }) => name)];
        throw new failure/* Failure */.HR('unavailable', `${error.message}; ${unwell.map(({ told }) => told).join(', ')}`, {
            hint: `The services themselves say why: ${compose.commandLine(logs, version ?? null)}`,
            cause: error,
        });
    }
}
/**
 * Removes containers that a killed `up` had made to take the place of others, and never started: Compose trips over them
 * ("name is already in use"). Where the other is gone already, they hold its unnamed volumes, and Compose goes on with them.
 */
async function removeHalfMade(compose, signal) {
    const containers = await readContainers(compose, signal);
    const halfMade = containers.filter((each) => each.replaces &&
        each.status === 'created' &&
        containers.some((other) => other.id !== each.id && other.service === each.service && other.number === each.number));
    if (halfMade.length === 0)
        return;
    const words = ['docker', 'rm', '--force', ...halfMade.map(({ id }) => id)];
    await compose.run('removing what a killed deployment left', words, { version: null, signal });
}
function override(marks) {
    const services = Object.fromEntries(marks.map(({ service, version, image }) => [
        service,
        {
            ...(version === null ? {} : { labels: { [versionLabel]: version } }),
            ...(image === null ? {} : { image }),
        },
    ]));
    return JSON.stringify({ services });
}
async function unwellServices(compose, signal) {
    const containers = await readContainers(compose, signal);
    return [...new Set(containers.map(({ service }) => service))]
        .toSorted()
        .map((name) => stateOf(name, containers.filter(({ service }) => service === name)))
        .filter(({ status }) => status !== 'running')
        .map(({ name, status, restarts }) => ({
        name,
        told: `the service ${name} ${wordsFor[status]}${restarts === null || restarts === 0 ? '' : ` (started again ${restarts} ×)`}`,
    }));
}
const wordsFor = {
    running: 'runs',
    stopped: 'has ended',
    unhealthy: 'is unhealthy',
    starting: 'did not get ready',
    unknown: 'is in no known state',
};

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/targets/compose/commands.js




/** What docker itself reads. */
const dockerVariables = [
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'XDG_RUNTIME_DIR',
];
/**
 * Which project, files and profiles are meant, the environment file says alone: what a job's variables say may be another
 * environment's, and would lead a removal to its data. They are not handed on even where the file lists them.
 */
const choices = new Set(['COMPOSE_PROJECT_NAME', 'COMPOSE_FILE', 'COMPOSE_PROFILES']);
/** Beyond what Compose itself waits. */
const slack = 30_000;
function openCompose(config, context) {
    const { files, project, profiles, envFile, services, timeout, variables } = config;
    const after = [
        ...(project === undefined ? [] : ['-p', project]),
        ...profiles.flatMap((profile) => ['--profile', profile]),
        ...(envFile === undefined ? [] : ['--env-file', envFile]),
    ];
    const withFiles = (all) => [
        'docker',
        'compose',
        ...all.flatMap((file) => ['-f', file]),
        ...after,
    ];
    const words = withFiles(files);
    const names = [...dockerVariables, ...variables.filter((name) => !choices.has(name))];
    const variablesFor = (version) => {
        const given = version ?? 'none';
        return { [config.versionVariable]: given, [release_version/* versionVariable */.l]: given };
    };
    const options = ({ version, signal, input, byHand }) => ({
        context,
        names: version === undefined ? [...names, config.versionVariable] : names,
        extra: version === undefined ? {} : variablesFor(version),
        shownNames: [config.versionVariable],
        ...(version === undefined ? { unknownVersion: config.versionVariable } : {}),
        ...(input === undefined ? {} : { input }),
        ...(byHand === undefined ? {} : { byHand }),
        timeout: timeout + slack,
        signal,
    });
    return {
        config,
        words,
        get wordsWithOverride() {
            const own = files.length > 0 ? files : filesHere();
            return withFiles([...own, '-']);
        },
        names,
        variablesFor,
        commandLine: (line, version) => (0,programs.commandLine)(line, { extra: variablesFor(version), shownNames: [config.versionVariable] }),
        up: (more = [], start = words) => [
            ...start,
            'up',
            '--detach',
            ...more,
            '--wait',
            '--wait-timeout',
            String(Math.ceil(timeout / 1_000)),
            ...services,
        ],
        run: (what, line, call) => (0,programs.runProgram)(what, line, options(call)),
        ask: async (what, line, call) => {
            const { code, stdout } = await (0,programs.tryProgram)(what, line, options(call));
            return code === 0 ? stdout : null;
        },
    };
}
/** The files that Compose takes by itself: with `-f` for an override they must be named too. */
function filesHere() {
    for (const stem of ['compose', 'docker-compose']) {
        const [base] = [`${stem}.yaml`, `${stem}.yml`].filter((file) => (0,external_node_fs_.existsSync)(file));
        if (base === undefined)
            continue;
        const [override] = [`${stem}.override.yml`, `${stem}.override.yaml`].filter((file) => (0,external_node_fs_.existsSync)(file));
        return override === undefined ? [base] : [base, override];
    }
    throw new failure/* Failure */.HR('config', 'there is no Compose file in the working directory', {
        hint: 'Name the files as target.files. In a workflow, actions/checkout must come first.',
    });
}

;// CONCATENATED MODULE: ./lib/targets/compose/model.js

const serviceSchema = schemas/* looseObject */._H3({ image: schemas/* string */.YjP().optional() });
const modelSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    services: schemas/* record */.g1P(schemas/* string */.YjP(), serviceSchema).default({}),
    secrets: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ file: schemas/* string */.YjP().optional() })).default({}),
});
async function readModel(compose, version, signal) {
    const words = [...compose.words, 'config', '--format', 'json'];
    return modelSchema.parse(JSON.parse(await compose.run('reading the Compose files', words, { version, signal })));
}
/**
 * Services that are other ones in another version: those that a deployment is about. Found by reading the files for two
 * versions, so that nothing has to be declared, and databases are left alone.
 */
async function followsVersion(compose, signal) {
    const one = await readModel(compose, 'version-one', signal);
    const other = await readModel(compose, 'version-other', signal);
    return Object.entries(one.services)
        .filter(([name, service]) => JSON.stringify(service) !== JSON.stringify(other.services[name]))
        .map(([name]) => name)
        .toSorted();
}

;// CONCATENATED MODULE: ./lib/targets/compose/remove.js

/** Removes all that the project has on the machine, and says what that was. */
async function removeProject(compose, signal) {
    const call = { version: null, signal };
    const { name } = await readModel(compose, null, signal);
    const listed = async (what) => {
        const format = what === 'container' ? '{{.Names}}' : '{{.Name}}';
        const filter = `label=com.docker.compose.project=${name}`;
        const all = what === 'container' ? ['--all'] : [];
        const words = ['docker', what, 'ls', ...all, '--filter', filter, '--format', format];
        const text = await compose.run(`listing every ${what}`, words, call);
        return text.split('\n').filter((line) => line !== '');
    };
    const before = {
        containers: await listed('container'),
        volumes: await listed('volume'),
        networks: await listed('network'),
    };
    const everything = [...compose.words, '--profile', '*', 'down', '--volumes', '--remove-orphans'];
    await compose.run('removing the services and their data', everything, call);
    const removed = Object.entries(before).filter(([, names]) => names.length > 0);
    if (removed.length === 0)
        return 'there was nothing to remove';
    return `removed ${removed.map(([kind, names]) => `${kind}: ${names.toSorted().join(', ')}`).join('; ')}`;
}

;// CONCATENATED MODULE: ./lib/targets/compose/pins.js


/**
 * The services whose tag names other bytes now than when the release ran, or none, with the id of the image to take
 * instead. Services that the files no longer know are left out.
 * @throws Failure `missing` when an image is neither on the machine nor behind its tag any more
 */
async function pinnedImages(compose, release, signal) {
    const { version } = release;
    const { services } = await readModel(compose, version, signal);
    const pins = new Map();
    for (const [service, image] of Object.entries(release.images)) {
        const known = services[service];
        if (known === undefined || image === '')
            continue;
        const call = { version, signal };
        const idOf = (name) => compose.ask(`looking for the image of ${service}`, ['docker', 'image', 'inspect', '--format', '{{.Id}}', name], call);
        // Without `image:` Compose builds it, and names it itself.
        const reference = known.image;
        if (reference !== undefined && (await idOf(reference))?.trim() === image)
            continue;
        if ((await idOf(image)) !== null) {
            pins.set(service, image);
            continue;
        }
        await compose.ask(`pulling the image of ${service}`, [...compose.words, 'pull', '--quiet', service], call);
        if (reference !== undefined && (await idOf(reference))?.trim() === image)
            continue;
        throw new failure/* Failure */.HR('missing', `the image that ${service} ran on before is no longer there: ${image}`, {
            hint: `Give it back to the machine (docker load, or docker pull by its digest), then roll back again; or deploy ${version} anew.`,
        });
    }
    return pins;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/targets/compose/secrets.js




/** Of each secret: beyond guessing, and of letters and digits alone, so that it can stand in a connection URL. */
const secretBytes = 24;
/**
 * Makes the files of secrets that the Compose files name and that are not there. Each appears whole or not at all, and
 * one that is there is never written over, whoever made it meanwhile.
 * @returns the names of those that were made
 */
async function makeSecrets(model) {
    const made = [];
    for (const { name, file } of await missingSecrets(model)) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        const draft = `${file}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
        try {
            await (0,promises_.writeFile)(draft, `${(0,external_node_crypto_.randomBytes)(secretBytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
            await (0,promises_.link)(draft, file);
            made.push(name);
        }
        catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
                throw unwritable(file, error);
        }
        finally {
            await (0,promises_.rm)(draft, { force: true });
        }
    }
    return made;
}
/** @throws Failure `config` when one is missing: a new one would not be the one that the data was made with */
async function demandSecrets(model) {
    const missing = await missingSecrets(model);
    if (missing.length === 0)
        return;
    const files = missing.map(({ file }) => shownPath(file));
    throw new failure/* Failure */.HR('config', `there is no file of the secret${files.length === 1 ? '' : 's'} ${files.join(', ')}`, {
        hint: 'Put them where the Compose files look for them. For a new environment, `lifeboat env up` makes them.',
    });
}
async function missingSecrets(model) {
    const named = Object.entries(model.secrets).flatMap(([name, { file }]) => file === undefined ? [] : [{ name, file }]);
    const found = await Promise.all(named.map(({ file }) => (0,promises_.access)(file).then(() => true, () => false)));
    return named.filter((_, index) => found[index] === false);
}
function unwritable(file, cause) {
    return new failure/* Failure */.HR('access', `the secret ${shownPath(file)} cannot be written`, { cause });
}
function shownPath(file) {
    const short = (0,external_node_path_.relative)(process.cwd(), file);
    return short.startsWith('..') ? file : short;
}

;// CONCATENATED MODULE: ./lib/targets/compose.js













/** Services of Docker Compose, on this machine or where DOCKER_HOST points. */
function compose_openCompose(config, context) {
    const compose = openCompose(config, context);
    const { services } = config;
    const which = services.length === 0 ? 'all services' : services.join(', ');
    const restart = [...compose.words, 'restart', ...services];
    const rerouting = reroutingOf(config, context);
    const migration = migrationOf({ ...config, variables: [] }, context, compose.names, (version) => compose.variablesFor(version));
    const states = async (signal) => {
        const model = await readModel(compose, null, signal);
        const containers = await readContainers(compose, signal);
        return Object.keys(model.services)
            .toSorted()
            .map((name) => stateOf(name, containers.filter((container) => container.service === name)));
    };
    const running = async (signal) => state_releaseOf(await readContainers(compose, signal));
    return {
        kind: 'compose',
        describe: (step, version = '') => ({
            reroute: () => rerouting.describe(),
            migrate: () => migration.describe(version),
            restart: () => `run ${(0,programs.shown)(restart)}, then ${(0,programs.shown)(compose.up(['--no-recreate']))}`,
            deploy: () => {
                const first = config.images === 'here' ? '' : `${(0,programs.shown)([...compose.words, config.images])}, then `;
                return `run ${first}${(0,programs.shown)(compose.up())} with ${config.versionVariable}=${version}`;
            },
            'roll-back': () => `run ${(0,programs.shown)(compose.up(['--no-build']))} with ${config.versionVariable}=${version} and the images that ran before`,
        })[step](),
        restart: async (signal) => {
            // A restart alone does not start what was never there, nor wait; `up` alone leaves alone what runs, on dead connections.
            const version = (await running(signal))?.version;
            const call = { signal, ...(version === undefined ? {} : { version }) };
            await compose.run('restarting the services', restart, call);
            await bringUp(compose, {
                what: 'waiting for the services',
                options: ['--no-recreate'],
                version,
                signal,
            });
            return { status: 'done', detail: `${which}: restarted, and running` };
        },
        reroute: rerouting.reroute,
        running,
        deployedVersion: async (signal) => deployedVersion(await readContainers(compose, signal)),
        services: states,
        prepare: async (signal) => {
            const made = await makeSecrets(await readModel(compose, null, signal));
            const what = made.length === 0 ? 'every secret is there already' : `made the secrets ${made.join(', ')}`;
            return { status: 'done', detail: what };
        },
        migrate: async (version, signal) => {
            if (config.migrate !== undefined)
                await demandSecrets(await readModel(compose, null, signal));
            return migration.migrate(version, signal);
        },
        deploy: async (given, signal) => {
            const version = (0,release_version/* checkedVersion */.G)(given);
            await demandSecrets(await readModel(compose, version, signal));
            const followers = await followsVersion(compose, signal);
            if (followers.length === 0) {
                throw new failure/* Failure */.HR('config', `no service of the Compose files uses ${config.versionVariable}`, {
                    hint: `Write \${${config.versionVariable}} where the version belongs, as in image: "shop:\${${config.versionVariable}}", or name another variable as target.version-variable.`,
                });
            }
            if (config.images !== 'here') {
                const words = [...compose.words, config.images, ...services];
                await compose.run(`getting the images of ${version} (${config.images})`, words, { version, signal });
            }
            const marks = followers.map((service) => ({ service, version, image: null }));
            await bringUp(compose, {
                what: `bringing up ${version}`,
                options: ['--no-build'],
                version,
                marks,
                signal,
            });
            return { status: 'done', detail: `${which}: ${version} is running` };
        },
        rollBack: async (release, signal) => {
            const version = (0,release_version/* checkedVersion */.G)(release.version);
            const followers = await followsVersion(compose, signal);
            const pins = await pinnedImages(compose, release, signal);
            const marks = [...new Set([...followers, ...pins.keys()])].map((service) => ({
                service,
                version: followers.includes(service) ? version : null,
                image: pins.get(service) ?? null,
            }));
            await bringUp(compose, {
                what: `bringing ${version} back`,
                options: ['--no-build'],
                version,
                marks,
                signal,
            });
            const moved = [...pins.keys()].toSorted();
            const note = moved.length === 0 ? '' : `; by the very images that ran before: ${moved.join(', ')}`;
            return { status: 'done', detail: `${which}: ${version} is running again${note}` };
        },
        stop: async (signal) => {
            await compose.run('stopping the services', [...compose.words, 'stop'], { version: null, signal });
            return { status: 'done', detail: 'all services are stopped; their data is kept' };
        },
        clean: async (signal) => ({ status: 'done', detail: await removeProject(compose, signal) }),
    };
}

// EXTERNAL MODULE: ./lib/targets/health.js
var targets_health = __webpack_require__(64734);
;// CONCATENATED MODULE: ./lib/targets/kubernetes/manifests.js




/** The manifests as one text for kubectl, with the version in its place. @throws Failure `config` when one cannot be read */
async function deployedManifests(paths, version) {
    const texts = [];
    for (const path of paths) {
        for (const file of await filesOf(path))
            texts.push(await (0,promises_.readFile)(file, 'utf8').catch(unreadable(file)));
    }
    return texts
        .map((text) => text.replaceAll(`\${${release_version/* versionVariable */.l}}`, version).replace(/^---\s*\n/, ''))
        .join('\n---\n');
}
async function filesOf(path) {
    const found = await (0,promises_.stat)(path).catch(unreadable(path));
    if (!found.isDirectory())
        return [path];
    const names = await (0,promises_.readdir)(path);
    return names
        .filter((name) => /\.(ya?ml|json)$/.test(name))
        .toSorted()
        .map((name) => (0,external_node_path_.join)(path, name));
}
function unreadable(path) {
    return (cause) => {
        throw new failure/* Failure */.HR('config', `the manifest ${path} cannot be read`, {
            cause,
            hint: 'Check target.manifests; paths start at the working directory. In a workflow, actions/checkout must come first.',
        });
    };
}

;// CONCATENATED MODULE: ./lib/targets/kubernetes/kubectl.js

/** What kubectl reads, and what its plugins for credentials of the large clouds read. */
const kubectlVariables = [
    'KUBECONFIG',
    'KUBERNETES_SERVICE_HOST',
    'KUBERNETES_SERVICE_PORT',
    'AWS_PROFILE',
    'AWS_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'CLOUDSDK_CONFIG',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'USE_GKE_GCLOUD_AUTH_PLUGIN',
    'AZURE_CONFIG_DIR',
];
/** Beyond what kubectl itself waits. */
const kubectl_slack = 30_000;
function openKubectl(config, context) {
    const words = [
        'kubectl',
        ...(config.context === undefined ? [] : ['--context', config.context]),
        ...(config.namespace === undefined ? [] : ['--namespace', config.namespace]),
    ];
    const names = [...kubectlVariables, ...config.variables];
    return {
        config,
        words,
        names,
        status: (workload) => [
            ...words,
            'rollout',
            'status',
            workload,
            `--timeout=${Math.ceil(config.timeout / 1_000)}s`,
        ],
        run: (what, line, signal, input) => (0,programs.runProgram)(what, line, {
            context,
            names,
            ...(input === undefined ? {} : { input }),
            timeout: config.timeout + kubectl_slack,
            signal,
        }),
    };
}

;// CONCATENATED MODULE: ./lib/targets/kubernetes/state.js
/** What runs, all in all; null when nothing runs, or several versions do, or nobody has noted which. */
function kubernetes_state_releaseOf(workloads) {
    const running = workloads.filter(({ wanted }) => wanted > 0);
    const versions = new Set(running.map(({ version }) => version));
    const [version] = versions;
    if (version === undefined || version === null || versions.size > 1)
        return null;
    return {
        version,
        images: Object.fromEntries(running.map((workload) => [workload.name, exactImage(workload)])),
    };
}
/** The image with the digest that its pods run, as long as they agree: `registry/shop:1.4@sha256:…`. */
function exactImage({ image, container, pods }) {
    const digests = new Set(pods.flatMap((pod) => (pod.status.containerStatuses ?? [])
        .filter(({ name }) => name === container)
        .map(({ imageID }) => /@(sha256:[0-9a-f]{64})$/.exec(imageID)?.[1] ?? '')));
    const [digest = ''] = digests;
    return digests.size === 1 && digest !== '' && !image.includes('@') ? `${image}@${digest}` : image;
}
function state_stateOf(name, workload) {
    if (workload === null)
        return { name, status: 'stopped', version: null, image: null, restarts: null };
    const { version, wanted, ready, pods } = workload;
    return {
        name,
        status: wanted === 0 ? 'stopped' : ready >= wanted ? 'running' : pods.some(fails) ? 'unhealthy' : 'starting',
        version,
        image: exactImage(workload),
        restarts: pods
            .flatMap((pod) => pod.status.containerStatuses ?? [])
            .reduce((sum, { restartCount }) => sum + restartCount, 0),
    };
}
function fails({ status }) {
    return (status.phase === 'Failed' ||
        (status.containerStatuses ?? []).some(({ ready, restartCount }) => !ready && restartCount > 0));
}

;// CONCATENATED MODULE: ./lib/targets/kubernetes/workloads.js

/** Annotations of ours on a workload: neither starts a roll-out. */
const versionNote = 'lifeboat.version';
const replicasNote = 'lifeboat.replicas';
const notes = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
    .nullish()
    .transform((found) => found ?? {});
const template = schemas/* object */.Ikc({
    spec: schemas/* object */.Ikc({ containers: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), image: schemas/* string */.YjP().default('') })) }),
});
const workloadSchema = schemas/* object */.Ikc({
    kind: schemas/* string */.YjP(),
    metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), uid: schemas/* string */.YjP().default(''), annotations: notes }),
    spec: schemas/* object */.Ikc({
        replicas: schemas/* int */.Whr().nullish(),
        selector: schemas/* object */.Ikc({ matchLabels: notes }),
        template,
    }),
    status: schemas/* object */.Ikc({
        replicas: schemas/* int */.Whr().nullish(),
        readyReplicas: schemas/* int */.Whr().nullish(),
        updatedReplicas: schemas/* int */.Whr().nullish(),
        desiredNumberScheduled: schemas/* int */.Whr().nullish(),
        numberReady: schemas/* int */.Whr().nullish(),
    })
        .nullish(),
});
const podSchema = schemas/* object */.Ikc({
    metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), deletionTimestamp: schemas/* string */.YjP().nullish() }),
    status: schemas/* object */.Ikc({
        phase: schemas/* string */.YjP().nullish(),
        containerStatuses: schemas/* array */.YOg(schemas/* object */.Ikc({
            name: schemas/* string */.YjP(),
            imageID: schemas/* string */.YjP().default(''),
            restartCount: schemas/* int */.Whr().default(0),
            ready: schemas/* boolean */.zMY().default(false),
        }))
            .nullish(),
    }),
});
/** The workloads of the environment file that exist, with their pods. */
async function readWorkloads(kubectl, signal) {
    const { workloads, images } = kubectl.config;
    const what = 'looking at the workloads';
    const words = [...kubectl.words, 'get', ...workloads, '--ignore-not-found', '-o', 'json'];
    const found = itemsOf(await kubectl.run(what, words, signal), workloadSchema);
    return Promise.all(found.map(async ({ kind, metadata, spec, status }) => {
        const name = `${kind.toLowerCase()}/${metadata.name}`;
        const chosen = images.find(({ workload }) => workload === name)?.container;
        const { containers } = spec.template.spec;
        const container = containers.find((each) => each.name === chosen) ?? containers[0];
        const selector = Object.entries(spec.selector.matchLabels)
            .map(([key, value]) => `${key}=${value}`)
            .join(',');
        const isEverywhere = kind === 'DaemonSet';
        const before = Number(metadata.annotations[replicasNote] ?? '');
        return {
            name,
            uid: metadata.uid,
            selector,
            container: container?.name ?? '',
            image: container?.image ?? '',
            version: metadata.annotations[versionNote] ?? null,
            replicas: isEverywhere ? null : (spec.replicas ?? 1),
            replicasBefore: Number.isInteger(before) && before > 0 ? before : null,
            wanted: isEverywhere ? (status?.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1),
            ready: isEverywhere ? (status?.numberReady ?? 0) : (status?.readyReplicas ?? 0),
            pods: await readPods(kubectl, selector, signal),
        };
    }));
}
async function readPods(kubectl, selector, signal) {
    const words = [...kubectl.words, 'get', 'pods', '--selector', selector, '-o', 'json'];
    const pods = itemsOf(await kubectl.run('looking at the pods', words, signal), podSchema);
    return pods.filter(({ metadata }) => (metadata.deletionTimestamp ?? '') === '');
}
/** Of one thing kubectl prints itself, of several a list, of none nothing. */
function itemsOf(text, item) {
    if (text.trim() === '')
        return [];
    const json = JSON.parse(text);
    const list = schemas/* object */.Ikc({ kind: schemas/* literal */.euz('List'), items: schemas/* array */.YOg(item) }).safeParse(json);
    return list.success ? list.data.items : [item.parse(json)];
}

;// CONCATENATED MODULE: ./lib/targets/kubernetes/return.js



const owners = schemas/* array */.YOg(schemas/* object */.Ikc({ uid: schemas/* string */.YjP() })).nullish();
const containers = schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), image: schemas/* string */.YjP().default('') }));
/** A former template of a deployment, and of the other kinds. */
const replicaSetSchema = schemas/* object */.Ikc({
    metadata: schemas/* object */.Ikc({ ownerReferences: owners, annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish() }),
    spec: schemas/* object */.Ikc({ template: schemas/* object */.Ikc({ spec: schemas/* object */.Ikc({ containers }) }) }),
});
const controllerRevisionSchema = schemas/* object */.Ikc({
    metadata: schemas/* object */.Ikc({ ownerReferences: owners }),
    revision: schemas/* int */.Whr(),
    data: schemas/* object */.Ikc({ spec: schemas/* object */.Ikc({ template: schemas/* object */.Ikc({ spec: schemas/* object */.Ikc({ containers }) }) }) }),
});
/**
 * Brings a workload back to the image of a release: by its former revision, whose settings come along, where the cluster
 * still has one; and by the image's digest where its tag has moved since.
 * @returns what was done, for people
 */
async function returnTo(kubectl, workload, release, signal) {
    const { name, container } = workload;
    const wanted = release.images[name] ?? '';
    if (wanted === '')
        return `${name} left as it was`;
    const { reference } = partsOf(wanted);
    const details = [];
    if (workload.image !== reference && workload.image !== wanted) {
        const revision = await revisionOf(kubectl, workload, [reference, wanted], signal);
        if (revision !== null) {
            const words = [...kubectl.words, 'rollout', 'undo', name, `--to-revision=${revision}`];
            await kubectl.run(`bringing ${name} back`, words, signal);
            await kubectl.run(`waiting for ${name}`, kubectl.status(name), signal);
            details.push(`revision ${revision}`);
        }
    }
    const now = (await readWorkloads(kubectl, signal)).find((each) => each.name === name);
    if (now !== undefined && !runsExactly(now, wanted)) {
        const words = [...kubectl.words, 'set', 'image', name, `${container}=${wanted}`];
        await kubectl.run(`setting the former image of ${name}`, words, signal);
        details.push('by its image');
    }
    return `${name} ${details.length === 0 ? 'ran it already' : details.join(', ')}`;
}
function runsExactly(workload, wanted) {
    if (workload.image === wanted)
        return true;
    const { reference, digest } = partsOf(wanted);
    if (workload.image !== reference)
        return false;
    return digest === null || partsOf(exactImage(workload)).digest === digest;
}
/** `registry/shop:1.4@sha256:…` → the part before the digest, and the digest. */
function partsOf(image) {
    const [reference = '', digest = null] = image.split('@');
    return { reference, digest };
}
/** The newest revision of the workload that names one of the images; null when the cluster keeps none. */
async function revisionOf(kubectl, { name, uid, selector, container }, images, signal) {
    const get = (what) => kubectl.run(`looking for former revisions of ${name}`, [...kubectl.words, 'get', what, '--selector', selector, '-o', 'json'], signal);
    const isIts = (references) => (references ?? []).some((each) => each.uid === uid);
    const hasImage = (all) => images.includes(all.find((each) => each.name === container)?.image ?? '');
    const revisions = name.startsWith('deployment/')
        ? itemsOf(await get('replicasets'), replicaSetSchema)
            .filter(({ metadata, spec }) => isIts(metadata.ownerReferences) && hasImage(spec.template.spec.containers))
            .map(({ metadata }) => Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? ''))
        : itemsOf(await get('controllerrevisions'), controllerRevisionSchema)
            .filter(({ metadata, data }) => isIts(metadata.ownerReferences) && hasImage(data.spec.template.spec.containers))
            .map(({ revision }) => revision);
    const known = revisions.filter((revision) => Number.isInteger(revision) && revision > 0);
    return known.length === 0 ? null : Math.max(...known);
}

;// CONCATENATED MODULE: ./lib/targets/kubernetes.js










/** Workloads of a cluster, through kubectl: each is changed pod by pod, and waited for. */
function openKubernetes(config, context) {
    const kubectl = openKubectl(config, context);
    const { workloads, images, manifests } = config;
    const restart = [...kubectl.words, 'rollout', 'restart', ...workloads];
    const apply = [
        ...kubectl.words,
        'apply',
        ...(config.serverSide ? ['--server-side', '--force-conflicts', '--field-manager=lifeboat'] : []),
        '-f',
        '-',
    ];
    const setImage = (version) => images.map(({ workload, container, image }) => [
        ...kubectl.words,
        'set',
        'image',
        workload,
        `${container}=${image}:${version}`,
    ]);
    const rerouting = reroutingOf(config, context);
    const migration = migrationOf(config, context, kubectl.names);
    const waits = workloads.map((workload) => kubectl.status(workload));
    const waitForAll = async (signal) => {
        for (const workload of workloads) {
            await kubectl.run(`waiting for ${workload}`, kubectl.status(workload), signal);
        }
    };
    const note = (version) => [
        ...kubectl.words,
        'annotate',
        '--overwrite',
        ...workloads,
        `${versionNote}=${version}`,
    ];
    return {
        kind: 'kubernetes',
        describe: (step, version = '') => ({
            reroute: () => rerouting.describe(),
            migrate: () => migration.describe(version),
            restart: () => `run ${[restart, ...waits].map(programs.shown).join(', then ')}`,
            deploy: () => {
                const steps = [...(manifests.length > 0 ? [apply] : []), ...setImage(version)];
                return `run ${[...steps, ...waits].map(programs.shown).join(', then ')}`;
            },
            'roll-back': () => {
                const steps = workloads.map((workload) => (0,programs.shown)([...kubectl.words, 'rollout', 'undo', workload]));
                return `run ${steps.join(', then ')}, each to the revision that ran ${version}`;
            },
        })[step](),
        restart: async (signal) => {
            await kubectl.run('restarting the workloads', restart, signal);
            await waitForAll(signal);
            return { status: 'done', detail: `${workloads.join(', ')}: restarted, and rolled out` };
        },
        reroute: rerouting.reroute,
        running: async (signal) => kubernetes_state_releaseOf(await readWorkloads(kubectl, signal)),
        deployedVersion: async (signal) => {
            const versions = new Set((await readWorkloads(kubectl, signal)).map(({ version }) => version));
            const [version = null] = versions;
            return versions.size > 1 ? null : version;
        },
        services: async (signal) => {
            const found = await readWorkloads(kubectl, signal);
            return workloads.map((name) => state_stateOf(name, found.find((workload) => workload.name === name) ?? null));
        },
        prepare: async () => ({ status: 'done', detail: 'nothing has to be prepared' }),
        migrate: migration.migrate,
        deploy: async (given, signal) => {
            const version = (0,release_version/* checkedVersion */.G)(given);
            if (manifests.length === 0 && images.length === 0) {
                throw new failure/* Failure */.HR('config', 'the environment file does not say how a version reaches the cluster', {
                    hint: 'Name the containers whose image it is as target.images, or the files to apply as target.manifests.',
                });
            }
            if (manifests.length > 0) {
                const input = await deployedManifests(manifests, version);
                await kubectl.run('applying the manifests', apply, signal, input);
            }
            for (const words of setImage(version))
                await kubectl.run('setting the image', words, signal);
            for (const { name, replicas, replicasBefore } of await readWorkloads(kubectl, signal)) {
                if (replicas !== 0 || replicasBefore === null)
                    continue;
                const words = [...kubectl.words, 'scale', name, `--replicas=${replicasBefore}`];
                await kubectl.run(`starting ${name}`, words, signal);
            }
            await kubectl.run('noting the version', note(version), signal);
            await waitForAll(signal);
            return { status: 'done', detail: `${workloads.join(', ')}: ${version} is rolled out` };
        },
        rollBack: async (release, signal) => {
            const version = (0,release_version/* checkedVersion */.G)(release.version);
            const details = [];
            for (const workload of await readWorkloads(kubectl, signal)) {
                details.push(await returnTo(kubectl, workload, release, signal));
            }
            await kubectl.run('noting the version', note(version), signal);
            await waitForAll(signal);
            return { status: 'done', detail: `${version} is rolled out again: ${details.join(', ')}` };
        },
        stop: async (signal) => {
            for (const { name, replicas } of await readWorkloads(kubectl, signal)) {
                if (replicas === null) {
                    throw new failure/* Failure */.HR('refused', `${name} runs on every node and cannot be stopped by itself`, {
                        hint: 'Remove it by hand, or leave it out of target.workloads.',
                    });
                }
                if (replicas === 0)
                    continue;
                const remember = [...kubectl.words, 'annotate', '--overwrite', name, `${replicasNote}=${replicas}`];
                await kubectl.run(`noting how many of ${name} ran`, remember, signal);
                await kubectl.run(`stopping ${name}`, [...kubectl.words, 'scale', name, '--replicas=0'], signal);
            }
            await waitForAll(signal);
            return { status: 'done', detail: `${workloads.join(', ')}: no pod runs; their data is kept` };
        },
        clean: async (signal) => {
            if (manifests.length === 0) {
                return {
                    status: 'manual',
                    detail: 'Delete what belongs to the environment by hand: no target.manifests say what that is.',
                };
            }
            const input = await deployedManifests(manifests, 'none');
            const words = [...kubectl.words, 'delete', '--ignore-not-found', '--wait', '-o', 'name', '-f', '-'];
            const gone = (await kubectl.run('deleting what the manifests name', words, signal, input))
                .split('\n')
                .filter((line) => line !== '');
            return {
                status: 'done',
                detail: gone.length === 0 ? 'there was nothing to remove' : `removed ${gone.toSorted().join(', ')}`,
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/targets/manual.js



/** An application that nobody but a person can restart and deploy. */
function openManual(config, context) {
    const rerouting = reroutingOf(config, context);
    const migration = migrationOf(config, context);
    const asked = config?.restart ?? 'Restart the application, so that it connects anew and forgets what it has cached.';
    return {
        kind: 'manual',
        describe: (step, version = '') => ({
            reroute: () => rerouting.describe(),
            migrate: () => migration.describe(version),
            restart: () => 'a person restarts the application',
            deploy: () => `a person deploys ${version}`,
            'roll-back': () => `a person brings ${version} back`,
        })[step](),
        restart: async () => ({ status: 'manual', detail: asked }),
        reroute: rerouting.reroute,
        running: async () => null,
        deployedVersion: async () => null,
        services: async () => null,
        prepare: async () => ({ status: 'done', detail: 'nothing has to be prepared' }),
        migrate: migration.migrate,
        deploy: async (version) => ({ status: 'manual', detail: `Deploy ${(0,release_version/* checkedVersion */.G)(version)}.` }),
        rollBack: async ({ version }) => ({
            status: 'manual',
            detail: `Bring ${(0,release_version/* checkedVersion */.G)(version)} back, as it ran before.`,
        }),
        stop: async () => ({ status: 'manual', detail: 'Stop the application; keep its data.' }),
        clean: async () => ({ status: 'manual', detail: 'Remove the application and its data.' }),
    };
}

;// CONCATENATED MODULE: ./lib/targets/open.js





/** The application as the environment file describes it; without a description, a person's to restart. */
function openTarget(config, context) {
    if (config?.type === 'compose')
        return compose_openCompose(config, context);
    if (config?.type === 'kubernetes')
        return openKubernetes(config, context);
    if (config?.type === 'command')
        return openCommand(config, context);
    return openManual(config, context);
}
/** Null when the file does not say how the application is asked. @throws Failure `config` when a variable is not set */
function openHealthProbe(config, { variables }, whenUnwell = '') {
    const health = config?.health;
    return health === undefined
        ? null
        : (0,targets_health.createHealthProbe)({ ...health, url: health.url.resolve(variables), whenUnwell });
}


/***/ }),

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
