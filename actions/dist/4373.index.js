export const id = 4373;
export const ids = [4373];
export const modules = {

/***/ 34373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openHealthProbe: () => (/* binding */ openHealthProbe),
  openTarget: () => (/* binding */ openTarget)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
;// CONCATENATED MODULE: ./lib/targets/programs.js


/** What a program needs of its surroundings to run at all. */
const always = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
/**
 * Runs a program of the target to its end. Its output is not repeated: it may say anything, secrets too.
 * @param what the step, for messages: `restarting the application`
 * @throws Failure `missing` when there is no such program, `unavailable` when it fails or takes too long
 */
async function runProgram(what, [command = '', ...args], { context, names, extra = {}, timeout, signal }) {
    const late = AbortSignal.timeout(timeout);
    const environment = {};
    for (const name of [...always, ...names]) {
        const value = context.variables[name];
        if (value !== undefined && value !== '')
            environment[name] = value;
    }
    const hint = `Run it by hand to see what it says: ${shown([command, ...args])}`;
    try {
        const { code, signal: killed } = await context.processes.run(command, args, {
            environment: { ...environment, ...extra },
            signal: AbortSignal.any([signal, late]),
        });
        if (code === 0)
            return;
        const how = code === null ? `was ended by ${killed ?? 'a signal'}` : `ended with code ${code}`;
        throw new failure/* Failure */.HR('unavailable', `${what} failed: ${command} ${how}`, { hint });
    }
    catch (error) {
        if (signal.aborted || !late.aborted || error instanceof failure/* Failure */.HR)
            throw error;
        throw new failure/* Failure */.HR('unavailable', `${what} took longer than ${(0,units/* formatDuration */.a3)(timeout)}`, {
            hint,
            cause: error,
        });
    }
}
/** A command line for people. */
function shown(words) {
    return words
        .map((word) => (/^[A-Za-z0-9._/:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
        .join(' ');
}

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
            : `run ${shown(words)} with ${urlVariable} set`,
        reroute: async (url, signal) => {
            if (words === undefined) {
                return {
                    status: 'manual',
                    detail: 'Lead the application to the restored database: change its connection string.',
                };
            }
            await runProgram('leading the application to the database', words, {
                context,
                names: config?.variables ?? [],
                extra: { [urlVariable]: url },
                timeout,
                signal,
            });
            return { status: 'done', detail: `ran ${shown(words)}` };
        },
    };
}

;// CONCATENATED MODULE: ./lib/targets/command.js


/** An application that a program of the user's restarts. */
function openCommand(config, context) {
    const { restart, timeout, variables } = config;
    const rerouting = reroutingOf(config, context);
    return {
        kind: 'command',
        describe: (step) => (step === 'reroute' ? rerouting.describe() : `run ${shown(restart)}`),
        restart: async (signal) => {
            await runProgram('restarting the application', restart, { context, names: variables, timeout, signal });
            return { status: 'done', detail: `ran ${shown(restart)}` };
        },
        reroute: rerouting.reroute,
    };
}

;// CONCATENATED MODULE: ./lib/targets/compose.js


/** What docker itself reads. */
const dockerVariables = [
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'COMPOSE_PROJECT_NAME',
    'COMPOSE_FILE',
    'COMPOSE_PROFILES',
    'XDG_RUNTIME_DIR',
];
/** Services of Docker Compose, on this machine or where DOCKER_HOST points. */
function openCompose(config, context) {
    const { files, project, services, timeout, variables } = config;
    const compose = [
        'docker',
        'compose',
        ...files.flatMap((file) => ['-f', file]),
        ...(project === undefined ? [] : ['-p', project]),
    ];
    const which = services.length === 0 ? 'all services' : services.join(', ');
    // A restart alone does not start what was never there, nor wait; `up` alone leaves alone what runs, on dead connections.
    const restart = [...compose, 'restart', ...services];
    const seconds = String(Math.ceil(timeout / 1_000));
    const waitForThem = [
        ...compose,
        'up',
        '--detach',
        '--no-recreate',
        '--wait',
        '--wait-timeout',
        seconds,
        ...services,
    ];
    const rerouting = reroutingOf(config, context);
    return {
        kind: 'compose',
        describe: (step) => step === 'reroute' ? rerouting.describe() : `run ${shown(restart)}, then ${shown(waitForThem)}`,
        restart: async (signal) => {
            const names = [...dockerVariables, ...variables];
            const options = { context, names, timeout: timeout + 30_000, signal };
            await runProgram('restarting the services', restart, options);
            await runProgram('waiting for the services', waitForThem, options);
            return { status: 'done', detail: `${which}: restarted, and running` };
        },
        reroute: rerouting.reroute,
    };
}

;// CONCATENATED MODULE: ./lib/targets/health.js


/** Asks a URL until it answers with the status. Redirects are not followed: they are an answer too. */
function createHealthProbe({ url, attempts, interval, timeout, status }) {
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
            throw new failure/* Failure */.HR('unavailable', `the application did not become well: ${what} was asked ${attempts === 1 ? 'once' : `${attempts} times, every ${(0,units/* formatDuration */.a3)(interval)}`}; at last ${last}`, {
                hint: 'Look at the log of the application. The restored database stays as it is; nothing has to be restored again.',
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
            return `it did not answer within ${(0,units/* formatDuration */.a3)(timeout)}`;
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
        throw new failure/* Failure */.HR('config', 'target.health.url is no URL');
    const { protocol, host, pathname } = new URL(text);
    if (protocol !== 'http:' && protocol !== 'https:') {
        throw new failure/* Failure */.HR('config', 'target.health.url is no URL of http:// or https://');
    }
    return `${protocol}//${host}${pathname}`;
}

;// CONCATENATED MODULE: ./lib/targets/kubernetes.js


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
/** Workloads of a cluster: each is restarted pod by pod, and waited for. */
function openKubernetes(config, context) {
    const { workloads, context: cluster, namespace, timeout, variables } = config;
    const kubectl = [
        'kubectl',
        ...(cluster === undefined ? [] : ['--context', cluster]),
        ...(namespace === undefined ? [] : ['--namespace', namespace]),
    ];
    const restart = [...kubectl, 'rollout', 'restart', ...workloads];
    const status = (workload) => [
        ...kubectl,
        'rollout',
        'status',
        workload,
        `--timeout=${Math.ceil(timeout / 1_000)}s`,
    ];
    const rerouting = reroutingOf(config, context);
    return {
        kind: 'kubernetes',
        describe: (step) => step === 'reroute'
            ? rerouting.describe()
            : `run ${[restart, ...workloads.map(status)].map(shown).join(', then ')}`,
        restart: async (signal) => {
            const options = {
                context,
                names: [...kubectlVariables, ...variables],
                timeout: timeout + 30_000,
                signal,
            };
            await runProgram('restarting the workloads', restart, options);
            for (const workload of workloads) {
                await runProgram(`waiting for ${workload}`, status(workload), options);
            }
            return { status: 'done', detail: `${workloads.join(', ')}: restarted, and rolled out` };
        },
        reroute: rerouting.reroute,
    };
}

;// CONCATENATED MODULE: ./lib/targets/manual.js

/** An application that nobody but a person can restart. */
function openManual(config, context) {
    const rerouting = reroutingOf(config, context);
    const asked = config?.restart ?? 'Restart the application, so that it connects anew and forgets what it has cached.';
    return {
        kind: 'manual',
        describe: (step) => (step === 'reroute' ? rerouting.describe() : 'a person restarts the application'),
        restart: async () => ({ status: 'manual', detail: asked }),
        reroute: rerouting.reroute,
    };
}

;// CONCATENATED MODULE: ./lib/targets/open.js





/** The application as the environment file describes it; without a description, a person's to restart. */
function openTarget(config, context) {
    if (config?.type === 'compose')
        return openCompose(config, context);
    if (config?.type === 'kubernetes')
        return openKubernetes(config, context);
    if (config?.type === 'command')
        return openCommand(config, context);
    return openManual(config, context);
}
/** Null when the file does not say how the application is asked. @throws Failure `config` when a variable is not set */
function openHealthProbe(config, { variables }) {
    const health = config?.health;
    return health === undefined ? null : createHealthProbe({ ...health, url: health.url.resolve(variables) });
}


/***/ })

};
