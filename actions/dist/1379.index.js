export const id = 1379;
export const ids = [1379];
export const modules = {

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


/***/ }),

/***/ 1379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRepositoryState: () => (/* binding */ openRepositoryState)
/* harmony export */ });
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51282);

const perPage = 100;
/** GitHub allows some hundred workflows; nobody has more. */
const mostPages = 5;
/** Workflows and environments of the repository that the job runs in. Reads only. */
function openRepositoryState(access) {
    const client = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .openGitHub */ .o)(access);
    return {
        workflows: () => listWorkflows(client),
        environment: (name) => readEnvironment(client, name),
    };
}
async function listWorkflows(client) {
    const { owner, repo } = client;
    const found = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const { data } = await client.call('list the workflows', (octokit, request) => octokit.rest.actions.listRepoWorkflows({ owner, repo, per_page: perPage, page, request }));
        found.push(...data.workflows.map(({ path, state, html_url: url }) => ({ path, state, url })));
        if (data.workflows.length < perPage)
            break;
    }
    return found;
}
async function readEnvironment(client, name) {
    const { owner, repo } = client;
    const data = await client.call('read an environment', async (octokit, request) => {
        try {
            const answer = await octokit.rest.repos.getEnvironment({ owner, repo, environment_name: name, request });
            return answer.data;
        }
        catch (thrown) {
            if ((0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(thrown) === 404)
                return null;
            throw thrown;
        }
    });
    if (data === null)
        return null;
    const reviewers = (data.protection_rules ?? []).flatMap((rule) => 'reviewers' in rule ? (rule.reviewers ?? []) : []);
    const policy = data.deployment_branch_policy;
    if (!policy)
        return { reviewers: reviewers.length, branches: null };
    if (policy.protected_branches)
        return { reviewers: reviewers.length, branches: 'protected' };
    const { data: policies } = await client.call('read the branches of an environment', (octokit, request) => octokit.rest.repos.listDeploymentBranchPolicies({
        owner,
        repo,
        environment_name: name,
        per_page: perPage,
        request,
    }));
    return { reviewers: reviewers.length, branches: policies.branch_policies.map((one) => one.name ?? '') };
}


/***/ })

};
