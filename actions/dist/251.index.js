export const id = 251;
export const ids = [251];
export const modules = {

/***/ 90251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDeployments: () => (/* binding */ createDeployments)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51282);


const permission = 'deployments: write';
/** GitHub takes no longer description of a status. */
const longestDescription = 140;
/** So many of an environment's newest deployments are looked at for the one of this job. */
const mostLookedAt = 30;
/** So many former deployments are looked at when one of production is done: usually one is active. */
const mostFormer = 20;
/**
 * GitHub's deployments. The one of a job that names an `environment:` is GitHub's own: it sets `in_progress` when the job
 * starts and the end state, with the `url` of the job's `environment:`, when it ends.
 */
function createDeployments(options) {
    const client = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .openGitHub */ .o)(options);
    return {
        adopt: async (environment) => {
            const id = await findOfRun(client, environment, options.runId);
            return id === null
                ? null
                : deployment(client, { id, environment, isAdopted: true, isProduction: false }, options);
        },
        create: async (environment, { description, production }) => {
            const { owner, repo } = client;
            const { data } = await client.call('make a deployment', (octokit, request) => octokit.rest.repos.createDeployment({
                owner,
                repo,
                ref: options.commit,
                task: 'deploy',
                // The gate has judged the commit; GitHub shall neither merge anything into it nor judge by all statuses there are.
                auto_merge: false,
                required_contexts: [],
                environment,
                description: shortened(options.masks.apply(description)),
                transient_environment: false,
                production_environment: production,
                // Leads from the deployment to the run.
                payload: { workflow_run_id: options.runId },
                request,
            }), permission);
            if (!('id' in data)) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', 'GitHub made no deployment, but wanted to merge first', {
                    hint: 'Please report it: the request said that nothing is to be merged.',
                });
            }
            return deployment(client, { id: data.id, environment, isAdopted: false, isProduction: production }, options);
        },
        unfinished: async (environment) => {
            const id = await findMade(client, environment, options.runId);
            return id === null
                ? null
                : deployment(client, { id, environment, isAdopted: false, isProduction: false }, options);
        },
    };
}
function deployment(client, subject, options) {
    const { id, isAdopted } = subject;
    return {
        id,
        adopted: isAdopted,
        tell: async (state, { description, url }) => {
            // The job may still fail after us: only its end is a success, and GitHub then says so itself.
            const told = isAdopted && state === 'success' ? 'in_progress' : state;
            await addStatus(client, id, told, { description, url }, options);
            if (told === 'success' && subject.isProduction)
                await retireFormer(client, subject, options);
        },
    };
}
async function addStatus(client, id, state, { description, url }, { logUrl, masks }) {
    const { owner, repo } = client;
    await client.call('set the status of a deployment', (octokit, request) => octokit.rest.repos.createDeploymentStatus({
        owner,
        repo,
        deployment_id: id,
        state,
        description: shortened(masks.apply(description)),
        ...(logUrl === null ? {} : { log_url: logUrl }),
        ...(isWebAddress(url) ? { environment_url: masks.apply(url) } : {}),
        // GitHub then retires former successes of the environment, unless it is one of production.
        auto_inactive: true,
        request,
    }), permission);
}
/** What GitHub leaves to us: of production, the former successes are no longer what runs. */
async function retireFormer(client, { id, environment }, options) {
    for (const former of (await newestOf(client, environment)).slice(0, mostFormer)) {
        if (former >= id)
            continue;
        const [newest] = await statusesOf(client, former, 1);
        if (newest?.state !== 'success')
            continue;
        const text = { description: `replaced by deployment ${id}`, url: null };
        await addStatus(client, former, 'inactive', text, options);
    }
}
const ended = ['success', 'failure', 'error', 'inactive'];
/** The deployment that GitHub made for a job of this run; of several jobs', the newest that has not ended. */
async function findOfRun(client, environment, runId) {
    for (const id of (await newestOf(client, environment)).slice(0, mostLookedAt)) {
        const statuses = await statusesOf(client, id, 100);
        const isOfRun = statuses.some((status) => runOf(status.log_url ?? '') === runId);
        const newest = statuses[0]?.state;
        if (isOfRun && newest !== undefined && !ended.includes(newest))
            return id;
    }
    return null;
}
/** The newest that a step of this run made, when it has not ended. */
async function findMade(client, environment, runId) {
    const all = await deploymentsOf(client, environment);
    const made = all.find(({ payload }) => typeof payload === 'object' && payload['workflow_run_id'] === runId);
    if (made === undefined)
        return null;
    const [newest] = await statusesOf(client, made.id, 1);
    return ended.includes(newest?.state ?? '') ? null : made.id;
}
/** GitHub's own statuses say `…/actions/runs/<run>/job/<job>`. */
function runOf(logUrl) {
    const id = /\/actions\/runs\/(\d+)\/job\/\d+/.exec(logUrl)?.[1];
    return id === undefined ? null : Number(id);
}
/** Ids of the environment's deployments, the newest first. */
async function newestOf(client, environment) {
    return (await deploymentsOf(client, environment)).map(({ id }) => id);
}
/** The newest first. */
async function deploymentsOf(client, environment) {
    const { owner, repo } = client;
    const { data } = await client.call('look for deployments', (octokit, request) => octokit.rest.repos.listDeployments({ owner, repo, environment, per_page: 100, request }), permission);
    return data.sort((a, b) => b.id - a.id);
}
/** The newest first. */
async function statusesOf(client, id, count) {
    const { owner, repo } = client;
    const { data } = await client.call('read the statuses of a deployment', (octokit, request) => octokit.rest.repos.listDeploymentStatuses({
        owner,
        repo,
        deployment_id: id,
        per_page: count,
        request,
    }), permission);
    return data;
}
function shortened(text) {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    return line.length <= longestDescription ? line : `${line.slice(0, longestDescription - 1)}…`;
}
function isWebAddress(url) {
    return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}


/***/ }),

/***/ 51282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   o: () => (/* binding */ openGitHub)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11758);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86856);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);




const issuesWrite = 'issues: write';
/** Nobody waits longer than this in a job that has done its work. */
const longestWait = 60; // seconds
const attemptsWhenLimited = 2;
/** GitHub's API, asked politely: paced, patient with rate limits, retried when it is out of reach. */
function openGitHub(access) {
    const { second = 1_000, isPaced = true, patience = 150_000, signal, owner, repository: repo } = access;
    const waits = (retryAfter, _options, _octokit, retryCount) => retryAfter <= longestWait && retryCount < attemptsWhenLimited;
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(access.token, {
        baseUrl: access.apiUrl,
        userAgent: 'lifeboat',
        // The library would print warnings and errors past our log.
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        retry: { retryAfterBaseValue: second },
        throttle: {
            enabled: isPaced,
            // The library keeps one pace per id for the whole process; this client has its own.
            id: crypto.randomUUID(),
            retryAfterBaseValue: second,
            onRateLimit: waits,
            onSecondaryRateLimit: waits,
        },
    }, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_3__/* .throttling */ .A);
    return {
        owner,
        repo,
        call: async (what, work, needs = issuesWrite) => {
            signal.throwIfAborted();
            // The libraries retry whatever does not end as an AbortError, so the signals' own reasons are kept from them.
            const stop = new AbortController();
            const { promise: stopped, reject } = Promise.withResolvers();
            const onAbort = () => {
                stop.abort();
                reject(signal.reason);
            };
            signal.addEventListener('abort', onAbort, { once: true });
            const timer = setTimeout(() => {
                stop.abort();
                reject(new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('unavailable', `GitHub did not answer in time when asked to ${what}`));
            }, patience);
            try {
                return await Promise.race([work(octokit, { signal: stop.signal }), stopped]);
            }
            catch (thrown) {
                throw failureOf(thrown, what, needs);
            }
            finally {
                clearTimeout(timer);
                signal.removeEventListener('abort', onAbort);
            }
        },
    };
}
function ignore() {
    // On purpose.
}
/** By status, never by message. The server's words stay in the cause. */
function failureOf(thrown, what, needs) {
    if (thrown instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR)
        return thrown;
    const status = statusOf(thrown);
    if (status === null)
        return (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(thrown);
    const failure = (kind, said, hint) => new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(kind, `could not ${what}: ${said}`, { hint, cause: thrown });
    if (status === 401) {
        return failure('access', 'GitHub does not accept the token (401)', 'Give a valid token as `github-token`.');
    }
    if (status === 410 && needs === issuesWrite) {
        return failure('refused', 'issues are disabled in this repository (410)', "Enable issues in the repository's settings, or give an empty `github-token`.");
    }
    if (status === 429 || (status === 403 && isRateLimit(thrown))) {
        return failure('unavailable', `GitHub's rate limit is used up (${status})`, 'The next run tries again.');
    }
    if (status === 403 || status === 404) {
        return failure('access', `the token has no right to (${status})`, needs === issuesWrite
            ? "Add `issues: write` to `permissions:` of the job; a token of your own needs the repository's issues."
            : `Add \`${needs}\` to \`permissions:\` of the job, or give a token that has it as \`github-token\`.`);
    }
    if (status >= 500) {
        return failure('unavailable', `GitHub is out of reach (${status})`, 'The next run tries again.');
    }
    return failure('refused', `GitHub refused the request (${status})`, 'Please report it: the request was ours.');
}
/** The status of an answer, as the library gives it; 500 also when there was none. */
function statusOf(thrown) {
    return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number'
        ? thrown.status
        : null;
}
function isRateLimit(thrown) {
    if (!(thrown instanceof Error) || !('response' in thrown))
        return false;
    const { headers = {} } = (thrown.response ?? {});
    return headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers;
}


/***/ })

};
