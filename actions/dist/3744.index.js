export const id = 3744;
export const ids = [3744];
export const modules = {

/***/ 13744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _github_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(222);
/* harmony import */ var _wiring_run_report_pr_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31269);
/* harmony import */ var _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39675);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63707);




const { inputs, outputs } = _wiring_verbs_js__WEBPACK_IMPORTED_MODULE_2__/* .verbs */ .P['report-pr'];
const main = () => (0,_github_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)({ operation: 'validate-pr', inputs, outputs: Object.keys(outputs), render: _render_js__WEBPACK_IMPORTED_MODULE_3__/* .render */ .X }, _wiring_run_report_pr_js__WEBPACK_IMPORTED_MODULE_1__.runReportPr);


/***/ }),

/***/ 31269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runReportPr: () => (/* binding */ runReportPr)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/environment/fields.js
var fields = __webpack_require__(54533);
;// CONCATENATED MODULE: ./lib/domain/pull-request/result.js


/** The questions that a trial asks. Whoever reads a result that proposed code could have written believes no others. */
const trialChecks = [
    'environment files',
    'runbooks',
    'workflows',
    'actionlint',
    'zizmor',
    'migrations',
    'history',
    'double',
    'migrations run',
    'rewrites',
    'locks',
    'nothing destroyed',
    'rules kept',
    'way back',
    'old release',
    'rows kept',
    'values kept',
    'unnamed tables untouched',
    'values unchanged',
    'constraints hold',
    'constraints kept',
    'assertions',
    'assertions before',
    'judgement',
];
/**
 * The result of a trial as its fixed shape. Words of it may be anybody's: they are shown as text, never as markup, and
 * decide nothing.
 */
const trialResultSchema = schemas/* object */.Ikc({
    operation: schemas/* literal */.euz('validate-pr'),
    environment: fields/* nameSchema */.Jq,
    verdict: schemas/* enum */.k5n(['passed', 'degraded', 'failed']),
    checks: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* enum */.k5n(trialChecks),
        status: schemas/* enum */.k5n(['passed', 'degraded', 'failed', 'skipped']),
        detail: schemas/* string */.YjP().max(2_000),
        subjects: schemas/* array */.YOg(schemas/* string */.YjP().max(500)).max(2_000),
    }))
        .max(200),
});
/** Null when it is none: nothing then is known of the trial but how its run ended. */
function readTrialResult(text) {
    try {
        return trialResultSchema.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}
/**
 * What a trial amounts to. How the run ended is GitHub's word; a result can only make it worse, and one that is missing
 * or of another environment is no pass.
 */
function concludeTrial(runEnded, result, environment) {
    if (runEnded !== 'success') {
        if (runEnded === 'failure' && result?.verdict === 'failed')
            return { conclusion: 'failure', title: 'The change does not survive its trial.' };
        return { conclusion: 'failure', title: 'The trial did not come to its end.' };
    }
    if (result === null || result.environment !== environment)
        return { conclusion: 'failure', title: 'The trial has left no result that can be read.' };
    const failed = result.verdict === 'failed' || result.checks.some(({ status }) => status === 'failed');
    if (failed)
        return { conclusion: 'failure', title: 'The change does not survive its trial.' };
    if (result.verdict === 'degraded' || result.checks.some(({ status }) => status !== 'passed'))
        return {
            conclusion: 'neutral',
            title: 'The change survives its trial, but not everything could be judged.',
        };
    return { conclusion: 'success', title: 'The change survives its trial.' };
}
/** As `concludeTrial`, where nothing but a verdict leaves the trial. Without one it is no pass. */
function concludeVerdict(runEnded, verdict) {
    if (verdict === 'failed' || (runEnded === 'failure' && verdict === 'degraded'))
        return { conclusion: 'failure', title: 'The change does not survive its trial.' };
    if (runEnded !== 'success')
        return { conclusion: 'failure', title: 'The trial did not come to its end.' };
    if (verdict === null)
        return { conclusion: 'failure', title: 'The trial has left no verdict.' };
    return verdict === 'degraded'
        ? {
            conclusion: 'neutral',
            title: 'The change survives its trial, but something in it is worth a look, or could not be judged.',
        }
        : { conclusion: 'success', title: 'The change survives its trial.' };
}

// EXTERNAL MODULE: ./lib/domain/report.js
var report = __webpack_require__(49012);
// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/reports/markdown-escape.js
var markdown_escape = __webpack_require__(46144);
// EXTERNAL MODULE: ./lib/reports/markdown-table.js
var markdown_table = __webpack_require__(19667);
;// CONCATENATED MODULE: ./lib/reports/pull-request.js


const words = {
    passed: 'passed',
    degraded: 'look at it',
    failed: '**failed**',
    skipped: 'not asked',
};
/** What a comment and a check say of a trial. Everything that came from the trial is text and nothing else. */
function renderPullRequest(text) {
    const { environment, commit, conclusion, result, url, hideNames } = text;
    const lines = [
        `**${conclusion.title}**`,
        '',
        `Tried for \`${environment}\`, commit ${commit.slice(0, 12)}. ${(0,markdown_escape/* link */.nf)('The run says more', url)}.`,
    ];
    if (result !== null && result.checks.length > 0) {
        const worst = ['failed', 'degraded', 'skipped', 'passed'];
        const rows = [...result.checks]
            .sort((a, b) => worst.indexOf(a.status) - worst.indexOf(b.status))
            .slice(0, 40)
            .map((check) => [
            (0,markdown_escape/* inline */.mG)(check.name),
            words[check.status],
            [(0,markdown_escape/* inline */.mG)(check.detail, 400), (0,markdown_escape/* subjectsText */.TQ)(check.subjects, hideNames)].filter(Boolean).join(': '),
        ]);
        lines.push('', (0,markdown_table/* table */.tp)(['Question', 'Answer', 'As the run says'], ['l', 'l', 'l'], rows));
        lines.push('', 'The run had no secret and ran the proposed code, so its words are the author’s as much as ours.');
    }
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./lib/wiring/run-report-pr.js








/** A result has some kilobytes; what is larger is none. */
const largestResult = 1024 * 1024;
async function runReportPr(input, host) {
    const startedAt = clock/* systemClock */.m.now();
    const about = {
        operation: 'validate-pr',
        environment: input.environment,
        startedAt,
        actor: host.actor,
        reason: null,
        runUrl: host.runUrl,
    };
    try {
        const { conclusion, facts } = await tell(input, host);
        const empty = { objectives: [], checks: [], timeline: [], tables: [], copies: [], notices: [], next: [] };
        const report = {
            ...about,
            ...empty,
            format: 1,
            finishedAt: clock/* systemClock */.m.now(),
            // That the trial was told is what this run is judged by; the trial's own verdict is the check's.
            verdict: 'passed',
            failure: null,
            backupId: null,
            facts,
        };
        return { report, outputs: { conclusion } };
    }
    catch (thrown) {
        const failure = (0,domain_failure/* asFailure */.h_)(thrown);
        if (failure.kind === 'bug')
            (0,run_report/* tellBug */.s)(failure, host.log);
        return {
            report: (0,report/* failedReport */.k)({ ...about, finishedAt: clock/* systemClock */.m.now() }, failure),
            outputs: { conclusion: '' },
        };
    }
}
async function tell(input, host) {
    const pullRequests = await host.openPullRequests?.(input['github-token']);
    if (pullRequests === undefined || pullRequests === null) {
        throw new domain_failure/* Failure */.HR('config', 'pull requests are told from a workflow, with a token', {
            hint: 'Use it as an action, with github-token.',
        });
    }
    const subject = await pullRequests.subject();
    const result = input.result === undefined ? null : await readResult(input.result);
    const ended = subject.conclusion ?? input.outcome ?? null;
    const conclusion = input.result === undefined
        ? concludeVerdict(ended, input.verdict ?? null)
        : concludeTrial(ended, result, input.environment);
    const url = subject.url ?? host.runUrl;
    const text = renderPullRequest({
        environment: input.environment,
        commit: subject.commit,
        conclusion,
        result,
        url,
        hideNames: host.repositoryIsPublic,
    });
    const name = input.name ?? `lifeboat / ${input.environment}`;
    await pullRequests.check(subject.commit, { name, ...conclusion, summary: text, url });
    const facts = [{ label: 'check', text: `${name}: ${conclusion.conclusion}` }];
    if (subject.number === null) {
        host.log.info('no open pull request has this commit as its head, so there is nothing to comment on');
    }
    else {
        const marker = `<!-- lifeboat: pull-request ${input.environment} -->`;
        const done = await pullRequests.comment(subject.number, marker, text);
        facts.push({ label: 'comment', text: done });
    }
    return { conclusion: conclusion.conclusion, facts };
}
/** The one JSON file of the folder; null when there is none, several, or something else under that name. */
async function readResult(folder) {
    const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    const [name, second] = names;
    if (name === undefined || second !== undefined)
        return null;
    const file = (0,external_node_path_.join)(folder, name);
    const found = await (0,promises_.lstat)(file);
    if (!found.isFile() || found.size > largestResult)
        return null;
    return readTrialResult(await (0,promises_.readFile)(file, 'utf8'));
}


/***/ })

};
