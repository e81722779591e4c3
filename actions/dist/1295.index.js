export const id = 1295;
export const ids = [1295];
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

/***/ 51295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createPullRequests: () => (/* binding */ createPullRequests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51282);
/* harmony import */ var _token_user_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17624);





const commit = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const url = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^https?:\/\/[^\s<>"')]+$/);
const repository = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr(), full_name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const eventSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    repository,
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        event: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
        head_sha: commit,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullable(),
        html_url: url,
        head_repository: repository.extend({ owner: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }) }).nullable(),
    })
        .optional(),
    merge_group: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ head_sha: commit }).optional(),
    inputs: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ sha: commit }).optional(),
});
/** GitHub takes no longer text of a check or a comment. */
const longestText = 65_000;
const pageSize = 100;
const mostPages = 10;
/** Pull requests on GitHub. What they are about comes from the event, and is asked of GitHub again before it is believed. */
function createPullRequests(options) {
    const client = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitHub */ .o)(options);
    const { owner, repo } = client;
    const shown = (text) => options.masks.apply(text).slice(0, longestText);
    return {
        subject: () => subjectOf(options.eventPath, client),
        comment: async (number, marker, body) => {
            const text = shown(`${marker}\n${body}`);
            const existing = await findComment(client, number, marker);
            if (existing?.body === text)
                return 'unchanged';
            await client.call('comment on a pull request', async (octokit, request) => {
                const { createComment, updateComment } = octokit.rest.issues;
                return existing === null
                    ? await createComment({ owner, repo, issue_number: number, body: text, request })
                    : await updateComment({ owner, repo, comment_id: existing.id, body: text, request });
            }, 'pull-requests: write');
            return existing === null ? 'created' : 'updated';
        },
        check: async (sha, { name, conclusion, title, summary, url: details }) => {
            await client.call('make a check', (octokit, request) => octokit.rest.checks.create({
                owner,
                repo,
                name,
                head_sha: sha,
                status: 'completed',
                conclusion,
                output: { title, summary: shown(summary) },
                ...(details === null ? {} : { details_url: details }),
                request,
            }), 'checks: write');
        },
    };
}
async function subjectOf(path, client) {
    const event = eventSchema.safeParse(path === undefined || path === '' ? null : JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'))).data;
    const run = event?.workflow_run;
    if (event !== undefined && run !== undefined) {
        const about = { commit: run.head_sha, conclusion: run.conclusion, url: run.html_url };
        if (run.event === 'merge_group' && run.head_repository?.id === event.repository.id)
            return { ...about, number: null };
        if (run.event === 'pull_request' && run.head_repository !== null && run.head_branch !== null) {
            const head = `${run.head_repository.owner.login}:${run.head_branch}`;
            return { ...about, number: await findPullRequest(client, head, run.head_sha, run.head_repository.id) };
        }
    }
    const named = event?.merge_group?.head_sha ?? event?.inputs?.sha;
    if (run === undefined && named !== undefined)
        return { commit: named, number: null, conclusion: null, url: null };
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('config', 'this event is about no trial of a pull request', {
        hint: 'It runs on workflow_run of the trial, on merge_group, or by workflow_dispatch with the input sha.',
    });
}
/**
 * The event names no pull request when it comes from a fork; so open ones from that branch are asked for. One that has
 * moved on since, or was closed, is none: what was found says nothing about it.
 */
async function findPullRequest(client, head, sha, headRepository) {
    const { owner, repo } = client;
    const { data } = await client.call('look for the pull request', (octokit, request) => octokit.rest.pulls.list({ owner, repo, state: 'open', head, per_page: pageSize, request }), 'pull-requests: read');
    const found = data.filter((one) => one.head.sha === sha && one.head.repo?.id === headRepository);
    return found.length === 1 ? (found[0]?.number ?? null) : null;
}
/** Anybody may write our marker; nobody else writes as our token's user. */
async function findComment(client, number, marker) {
    const { owner, repo } = client;
    const user = await (0,_token_user_js__WEBPACK_IMPORTED_MODULE_3__/* .loginOfToken */ .g)(client);
    for (let page = 1; page <= mostPages; page += 1) {
        const { data } = await client.call('look for our comment', (octokit, request) => octokit.rest.issues.listComments({
            owner,
            repo,
            issue_number: number,
            per_page: pageSize,
            page,
            request,
        }), 'pull-requests: write');
        const found = data.find((one) => (0,_token_user_js__WEBPACK_IMPORTED_MODULE_3__/* .isSameUser */ .E)(one.user?.login, user) && (one.body ?? '').split(/\r?\n/, 1)[0] === marker);
        if (found !== undefined)
            return { id: found.id, body: found.body ?? '' };
        if (data.length < pageSize)
            return null;
    }
    return null;
}


/***/ }),

/***/ 17624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isSameUser),
/* harmony export */   g: () => (/* binding */ loginOfToken)
/* harmony export */ });
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51282);

/** Whom GitHub names as author of what a job's own token writes, on github.com as on a GitHub Enterprise Server. */
const jobUser = 'github-actions[bot]';
/**
 * The login under which this token writes. GraphQL answers for every kind of token (the job's, an app's, a person's);
 * REST's `GET /user` only for a person's, but also where GraphQL is not allowed.
 */
async function loginOfToken(client) {
    return client.call('find out whose token it is', async (octokit, request) => {
        try {
            const { viewer } = await octokit.graphql('query { viewer { login } }', {
                request,
            });
            return viewer.login;
        }
        catch (thrown) {
            // A wrong token is wrong for all. Without a status the answer was one of GraphQL's own errors.
            const status = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(thrown);
            if (status === 401 || (status !== null && status >= 500) || request.signal.aborted)
                throw thrown;
        }
        try {
            const { data } = await octokit.rest.users.getAuthenticated({ request });
            return data.login;
        }
        catch (thrown) {
            // "Resource not accessible by integration": only an app's token is refused here, and the job's is the usual one.
            if ((0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c)(thrown) !== 403)
                throw thrown;
            return jobUser;
        }
    });
}
/** Logins have no case. The mark `[bot]` counts: without it anybody may have registered the name. */
function isSameUser(one, other) {
    return one?.toLowerCase() === other.toLowerCase();
}


/***/ })

};
