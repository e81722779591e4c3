export const id = 375;
export const ids = [375];
export const modules = {

/***/ 375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createIssueTracker: () => (/* binding */ createIssueTracker)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51282);
/* harmony import */ var _token_user_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17624);



/** What our labels look like when we have to make them. */
const labelLook = {
    color: 'd93f0b',
    description: 'Written by Lifeboat: trouble with backups or restore tests',
};
/** GitHub's issues. Touches only what this token's user wrote: anyone may copy our marker into an issue of his own. */
function createIssueTracker({ masks, ...access }) {
    const client = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_1__/* .openGitHub */ .o)(access);
    let login = null;
    const author = () => (login ??= (0,_token_user_js__WEBPACK_IMPORTED_MODULE_2__/* .loginOfToken */ .g)(client));
    return {
        find: async (marker, label) => {
            const isOurs = (issue, user) => (0,_token_user_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameUser */ .E)(issue.user?.login, user) && hasMarker(issue.body, marker);
            return ((await findOpen(client, label, author, isOurs)) ?? (await findClosed(client, label, author, isOurs)));
        },
        create: async ({ title, body, labels }) => {
            for (const label of labels)
                await ensureLabel(client, label);
            const { owner, repo } = client;
            const { data } = await client.call('open an issue', (octokit, request) => octokit.rest.issues.create({
                owner,
                repo,
                title: masks.apply(title),
                body: masks.apply(body),
                labels,
                request,
            }));
            const got = data.labels.map((label) => (typeof label === 'string' ? label : label.name)?.toLowerCase());
            // GitHub drops labels silently when the token may not set them. Without it we would not find the issue again.
            if (labels.some((label) => !got.includes(label.toLowerCase()))) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('access', `the issue ${data.html_url} could not be labelled`, {
                    hint: `Label it by hand with ${labels.join(', ')}, and give a token that may label issues; else each run opens another.`,
                });
            }
            return tracked(data);
        },
        update: async (number, { title, body, state }) => {
            const { owner, repo } = client;
            await client.call('update an issue', (octokit, request) => octokit.rest.issues.update({
                owner,
                repo,
                issue_number: number,
                ...(title === undefined ? {} : { title: masks.apply(title) }),
                ...(body === undefined ? {} : { body: masks.apply(body) }),
                ...(state === undefined ? {} : { state }),
                ...(state === 'closed' ? { state_reason: 'completed' } : {}),
                request,
            }));
        },
        comment: async (number, body) => {
            const { owner, repo } = client;
            await client.call('comment on an issue', (octokit, request) => octokit.rest.issues.createComment({
                owner,
                repo,
                issue_number: number,
                body: masks.apply(body),
                request,
            }));
        },
    };
}
/** Of several, which two runs at the same moment can have made, always the oldest. */
async function findOpen(client, label, author, isOurs) {
    const order = { state: 'open', sort: 'created', direction: 'asc' };
    for await (const issue of listIssues(client, label, order)) {
        if (isOurs(issue, await author()))
            return tracked(issue);
    }
    return null;
}
/** The one closed last. GitHub cannot sort by that; but what was closed later was also changed later. */
async function findClosed(client, label, author, isOurs) {
    const order = { state: 'closed', sort: 'updated', direction: 'desc' };
    let last = null;
    for await (const issue of listIssues(client, label, order)) {
        if (last !== null && Date.parse(issue.updated_at) < (last.closedAt ?? 0))
            break;
        if (!isOurs(issue, await author()))
            continue;
        const found = tracked(issue);
        if (last === null || (found.closedAt ?? 0) > (last.closedAt ?? 0))
            last = found;
    }
    return last;
}
/** Pages are asked for as they are needed. Ten of them hold a thousand issues of our label: beyond that we stop looking. */
async function* listIssues(client, labels, order) {
    const { owner, repo } = client;
    const size = 100;
    for (let page = 1; page <= 10; page += 1) {
        const { data } = await client.call('look for an issue', (octokit, request) => octokit.rest.issues.listForRepo({ owner, repo, labels, ...order, per_page: size, page, request }));
        // To GitHub a pull request is an issue too.
        for (const issue of data)
            if (issue.pull_request === undefined)
                yield issue;
        if (data.length < size)
            return;
    }
}
async function ensureLabel(client, name) {
    const { owner, repo } = client;
    await client.call('make a label', async (octokit, request) => {
        const statusIs = (status) => (thrown) => {
            if (thrown instanceof Error && 'status' in thrown && thrown.status === status)
                return null;
            throw thrown;
        };
        const found = await octokit.rest.issues.getLabel({ owner, repo, name, request }).catch(statusIs(404));
        // 422: another run has just made it.
        if (found === null)
            await octokit.rest.issues.createLabel({ owner, repo, name, ...labelLook, request }).catch(statusIs(422));
    });
}
/** A line of its own; in a browser somebody may have changed how lines end. */
function hasMarker(body, marker) {
    return (body ?? '').split(/\r?\n/).some((line) => line.trim() === marker);
}
function tracked(issue) {
    return {
        number: issue.number,
        url: issue.html_url,
        state: issue.state === 'closed' ? 'closed' : 'open',
        body: issue.body ?? '',
        closedAt: issue.closed_at === null ? null : Date.parse(issue.closed_at),
    };
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
