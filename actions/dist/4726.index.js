export const id = 4726;
export const ids = [4726];
export const modules = {

/***/ 84726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCommitChecks: () => (/* binding */ createCommitChecks)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/github/check-outcomes.js
const pageSize = 100;
const mostPages = 10;
const statusesRead = 'statuses: read';
/**
 * What a commit has under the name of a check: the newest check run of each app, and the newest commit status.
 * @param appId only of this GitHub App; null for anybody's
 */
async function findOutcomes(client, commit, name, appId) {
    const runs = await checkRuns(client, commit, name, appId);
    const status = await commitStatus(client, commit, name);
    if (status === null)
        return runs;
    // A status does not say whose it is; and of an app that makes check runs it is not needed.
    const counts = appId === null || (runs.length === 0 && (await isOfApp(client, commit, name, appId)));
    return counts ? [...runs, status] : runs;
}
async function checkRuns(client, commit, name, appId) {
    const { owner, repo } = client;
    const newest = new Map();
    for (let page = 1; page <= mostPages; page += 1) {
        const { data } = await client.call('read the checks of a commit', (octokit, request) => octokit.rest.checks.listForRef({
            owner,
            repo,
            ref: commit,
            check_name: name,
            filter: 'latest',
            ...(appId === null ? {} : { app_id: appId }),
            per_page: pageSize,
            page,
            request,
        }), 'checks: read');
        for (const run of data.check_runs) {
            const app = run.app?.id ?? 0;
            // Of this commit and name alone, whatever the server made of the question.
            if (run.head_sha !== commit || run.name !== name || (appId !== null && app !== appId))
                continue;
            const known = newest.get(app);
            if (known !== undefined && known.id > run.id)
                continue;
            newest.set(app, { id: run.id, outcome: outcomeOf(run), url: run.html_url });
        }
        if (data.check_runs.length < pageSize)
            break;
    }
    return [...newest.values()].map(({ outcome, url }) => ({ outcome, url }));
}
/** As GitHub counts for what is required: a job that was skipped, and a neutral one, do not stand in the way. */
function outcomeOf({ status, conclusion }) {
    if (status !== 'completed')
        return 'pending';
    return ['success', 'neutral', 'skipped'].includes(conclusion ?? '') ? 'green' : 'red';
}
/** The newest under this name. */
async function commitStatus(client, commit, name) {
    const { owner, repo } = client;
    for (let page = 1; page <= mostPages; page += 1) {
        const { data } = await client.call('read the statuses of a commit', (octokit, request) => octokit.rest.repos.getCombinedStatusForRef({
            owner,
            repo,
            ref: commit,
            per_page: pageSize,
            page,
            request,
        }), statusesRead);
        const status = data.statuses.find(({ context }) => context === name);
        if (status !== undefined) {
            const outcome = status.state === 'success' ? 'green' : status.state === 'pending' ? 'pending' : 'red';
            return { outcome, url: status.target_url };
        }
        if (data.statuses.length < pageSize)
            break;
    }
    return null;
}
/** Whether the newest status of this name was written by the app: by the user that acts for it. */
async function isOfApp(client, commit, name, appId) {
    const { owner, repo } = client;
    for (let page = 1; page <= mostPages; page += 1) {
        // The newest first.
        const { data } = await client.call('read who wrote a status', (octokit, request) => octokit.rest.repos.listCommitStatusesForRef({
            owner,
            repo,
            ref: commit,
            per_page: pageSize,
            page,
            request,
        }), statusesRead);
        const status = data.find(({ context }) => context === name);
        if (status !== undefined) {
            const { creator } = status;
            const slug = /^(.+)\[bot\]$/.exec(creator?.login ?? '')?.[1];
            if (creator?.type !== 'Bot' || slug === undefined)
                return false;
            const { data: app } = await client.call('read about a GitHub App', (octokit, request) => octokit.rest.apps.getBySlug({ app_slug: slug, request }), statusesRead);
            return app?.id === appId;
        }
        if (data.length < pageSize)
            break;
    }
    return false;
}

// EXTERNAL MODULE: ./lib/github/octokit.js
var octokit = __webpack_require__(51282);
;// CONCATENATED MODULE: ./lib/github/commit-checks.js



const contentsRead = 'contents: read';
const commit_checks_pageSize = 100;
/** A thousand rules on one branch are more than GitHub allows. */
const commit_checks_mostPages = 10;
/**
 * What GitHub demands of commits on a branch, and what a commit has. Rulesets can be read by whoever reads the repository;
 * of classic protection GitHub shows the names of required checks with the branch itself, the rest only to admins.
 */
function createCommitChecks(access) {
    const client = (0,octokit/* openGitHub */.o)(access);
    return {
        required: async (commit, branch) => {
            if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
                throw new failure/* Failure */.HR('config', 'the commit is no whole commit id', {
                    hint: 'Give all of its 40 digits; a branch or a tag can move.',
                });
            }
            const demands = distinct([
                ...(await demandsOfRulesets(client, branch)),
                ...(await demandsOfProtection(client, branch)),
            ]);
            const required = [];
            for (const { name, appId, source, cannotBeTold } of demands) {
                const found = cannotBeTold === true ? [] : await findOutcomes(client, commit, name, appId);
                required.push({ name, source, ...worstOf(found) });
            }
            return required;
        },
    };
}
/** The same check can be demanded by several rulesets, and by classic protection too. */
function distinct(demands) {
    const byKey = new Map();
    for (const demand of demands) {
        const key = JSON.stringify([demand.name, demand.appId]);
        if (!byKey.has(key))
            byKey.set(key, demand);
    }
    return [...byKey.values()];
}
async function demandsOfRulesets(client, branch) {
    const { owner, repo } = client;
    const demands = [];
    for (let page = 1; page <= commit_checks_mostPages; page += 1) {
        const { data } = await client.call(`read the rules of branch ${branch}`, (octokit, request) => octokit.rest.repos.getBranchRules({ owner, repo, branch, per_page: commit_checks_pageSize, page, request }), contentsRead);
        for (const rule of data) {
            if (rule.type === 'required_status_checks') {
                for (const { context, integration_id: id } of rule.parameters?.required_status_checks ?? []) {
                    demands.push({ name: context, appId: appOf(id), source: 'ruleset' });
                }
            }
            else if (rule.type === 'workflows') {
                demands.push(...(rule.parameters?.workflows ?? []).map(({ path }) => requiredWorkflow(path)));
            }
        }
        if (data.length < commit_checks_pageSize)
            break;
    }
    return demands;
}
/** Its checks are not named after it, so that nothing says which of a commit's checks are those: not knowing is no pass. */
function requiredWorkflow(path) {
    return { name: `required workflow ${path}`, appId: null, source: 'ruleset', cannotBeTold: true };
}
async function demandsOfProtection(client, branch) {
    const { owner, repo } = client;
    const { data } = await client.call(`read branch ${branch}`, (octokit, request) => octokit.rest.repos.getBranch({ owner, repo, branch, request }), contentsRead);
    // Older servers, and some tokens, show no more than that it is protected.
    const shown = data.protection;
    if (!data.protected || shown?.enabled === false)
        return [];
    const required = shown?.required_status_checks ?? (await requiredForAdmins(client, branch));
    if (required === null || ('enforcement_level' in required && required.enforcement_level === 'off'))
        return [];
    const checks = required.checks ?? [];
    const named = checks.map(({ context, app_id: id }) => ({ name: context, appId: appOf(id) }));
    const names = new Set(named.map(({ name }) => name));
    // What was required before there were apps stands only here.
    const plain = required.contexts.filter((name) => !names.has(name)).map((name) => ({ name, appId: null }));
    return [...named, ...plain].map((demand) => ({ ...demand, source: 'classic' }));
}
/** @throws Failure `access` to whoever is no admin: for them GitHub has the same answer whether there are any or not */
async function requiredForAdmins(client, branch) {
    const { owner, repo } = client;
    const { data } = await client.call(`read the protection of branch ${branch}`, (octokit, request) => octokit.rest.repos.getStatusChecksProtection({ owner, repo, branch, request }), 'administration: read');
    return data;
}
/** −1 and nothing at all say the same: anybody's. */
function appOf(id) {
    return id === null || id === undefined || id < 0 ? null : id;
}
/** Of several that bear the name, from whom else ever they are, the worst counts. */
function worstOf(found) {
    for (const outcome of ['red', 'pending', 'green']) {
        const first = found.find((one) => one.outcome === outcome);
        if (first !== undefined)
            return { outcome, url: first.url };
    }
    return { outcome: 'missing', url: null };
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
