export const id = 1531;
export const ids = [1531,3912];
export const modules = {

/***/ 91531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createIssueChannel: () => (/* binding */ createIssueChannel),
  pastInIssue: () => (/* binding */ pastInIssue)
});

// EXTERNAL MODULE: ./lib/domain/news.js
var news = __webpack_require__(26981);
// EXTERNAL MODULE: ./lib/domain/subject.js
var subject = __webpack_require__(34512);
// EXTERNAL MODULE: ./lib/domain/redaction.js
var redaction = __webpack_require__(63421);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/subject-of.js
var subject_of = __webpack_require__(70216);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
;// CONCATENATED MODULE: ./lib/channels/trouble.js







/** As `subjectWord` leaves it. */
const word = schemas/* string */.YjP().regex(/^[A-Za-z0-9._:/ +-]{0,100}$/);
const mostWords = 40;
const words = schemas/* array */.YOg(word).max(mostWords);
/** How one run ended, as an issue remembers it. Nothing in it is free text. */
const entrySchema = schemas/* object */.Ikc({
    at: schemas/* number */.aig(),
    verdict: schemas/* enum */.k5n(['passed', 'degraded', 'failed']),
    /** A kind of failure; empty when there was none. */
    failure: schemas/* string */.YjP().regex(/^[a-z]{0,20}$/),
    missed: schemas/* array */.YOg(schemas/* enum */.k5n(['RPO', 'RTO'])),
    /** With no sign in it that could end a link, or be a mention. */
    url: schemas/* string */.YjP()
        .regex(/^https?:\/\/[A-Za-z0-9._~:/?&=%-]+$/)
        .max(500)
        .nullable(),
    /** What was wrong, as `troubleOf` says it; of runs since issues remember it. */
    trouble: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{16}$/)
        .optional(),
    /** What it was about; of runs since issues remember it. */
    subject: schemas/* object */.Ikc({ tried: words, troubled: words, answers: schemas/* enum */.k5n(['tried', 'older', 'all']) }).optional(),
    /** Names of the channels that took the news of it. */
    told: words.optional(),
});
/** What an issue is about, kept in it in a form for machines. */
const troubleSchema = schemas/* object */.Ikc({
    /** Rungs and other groups whose checks failed, and objectives that were missed: only a run that tried them anew says that they are well. */
    rungs: schemas/* array */.YOg(schemas/* enum */.k5n([...verdict/* rungs */.W2, ...verdict/* aspects */.wc])),
    objectives: schemas/* array */.YOg(schemas/* enum */.k5n(['RPO', 'RTO'])),
    /** What of its kind is in trouble, in the words of subjects; of issues since they remember it. */
    troubled: words.optional(),
    since: schemas/* number */.aig(),
    /** The newest run first; after those that are shown, what is remembered of telling. */
    history: schemas/* array */.YOg(entrySchema),
});
/** How many runs an issue shows. */
const historyLength = 12;
function entryOf(report, told = []) {
    const { finishedAt, verdict, failure, runUrl } = report;
    const trouble = (0,news/* troubleOf */.LH)(report);
    const url = entrySchema.shape.url.safeParse(runUrl).data ?? null;
    const subject = entrySchema.shape.subject.safeParse((0,subject_of/* subjectOf */.et)(report)).data;
    return {
        at: finishedAt,
        verdict,
        failure: failure?.kind ?? '',
        missed: (0,news/* missed */.cT)(report),
        url,
        ...(trouble === null ? {} : { trouble }),
        ...(subject === undefined ? {} : { subject }),
        ...(told.length === 0 ? {} : { told: [...told] }),
    };
}
/** A failed run or a missed objective is trouble. Less than was asked for is none yet: the run itself warns of it. */
function isTrouble(entry) {
    return entry.verdict === 'failed' || entry.missed.length > 0;
}
/** Whether two runs ended alike, so that the second is no news. */
function isSameState(one, other) {
    return stateOf(one) === stateOf(other);
}
/** How a run ended, in one line for machines. */
function stateOf({ verdict, failure, missed }) {
    return [verdict, failure, ...missed].join(' ');
}
function failureKindOf({ failure }) {
    return (0,domain_failure/* isFailureKind */.PU)(failure) ? failure : null;
}
/** The state after another run. */
function withRun(before, report, told = []) {
    const entry = entryOf(report, told);
    const failed = report.checks.filter((check) => check.status === 'failed').map((check) => check.rung);
    return {
        rungs: [...verdict/* rungs */.W2, ...verdict/* aspects */.wc].filter((rung) => failed.includes(rung) || before?.rungs.includes(rung) === true),
        objectives: [...new Set([...(before?.objectives ?? []), ...entry.missed])],
        troubled: essential(report, [
            ...new Set([...leftBy(report, before), ...(isTrouble(entry) ? (0,subject/* troubledParts */.Eg)((0,subject_of/* subjectOf */.et)(report)) : [])]),
        ]),
        since: before?.since ?? entry.at,
        history: remembered([entry, ...(before?.history ?? [])]),
    };
}
/** Of backups, whatever ends the trouble with a newer one ends that with those before it: the newest stands for all. */
function essential(report, parts) {
    const isOfBackups = (0,subject_of/* subjectOf */.et)(report).answers === 'older';
    const own = isOfBackups
        ? parts.filter((part) => !parts.some((other) => other !== part && (0,backup_id/* answersFor */.ze)(other, part)))
        : parts;
    return own.slice(-mostWords);
}
/** The newest runs, and of the others those that were the last to be told to a channel: by them it is spared. */
function remembered(history) {
    return history.filter(({ told = [] }, index) => index < historyLength ||
        told.some((channel) => !history.slice(0, index).some((newer) => newer.told?.includes(channel) === true)));
}
/**
 * Whether this run shows that the trouble is over: it passed, it was about what had failed, and it tried that again. A restore test that goes
 * up the ladder less far than the one that found the trouble says nothing about it.
 */
function isOver(state, report) {
    if (report.operation === 'status')
        return isWatchedAgain(report);
    // Its verification has passed, and no other run comes after it.
    if (report.incident !== undefined)
        return report.incident.isOver;
    if (report.verdict !== 'passed' || isTrouble(entryOf(report)))
        return false;
    const tried = (state?.rungs ?? []).every((rung) => report.checks.some((check) => check.rung === rung && check.status === 'passed'));
    const measured = (state?.objectives ?? []).every((name) => report.objectives.some((objective) => objective.name === name));
    return tried && measured && leftBy(report, state).length === 0;
}
/** What is still in trouble after a run. An issue of an earlier version does not say what was: any good run ends that. */
function leftBy(report, before) {
    const troubled = before === null ? [] : (before.troubled ?? ['']);
    return (0,subject/* leftAfter */.iz)(troubled, (0,subject_of/* subjectOf */.et)(report), (0,news/* troubleOf */.LH)(report) === null);
}
/**
 * The watch asks everything anew each time, and some of its warnings stand for good: one recipient, two copies. So its trouble
 * is over when nothing is failed any more, as long as nothing that it should know is unknown.
 */
function isWatchedAgain(report) {
    return !isTrouble(entryOf(report)) && report.checks.every(({ failure }) => failure === null);
}
const stateLine = /^<!-- lifeboat-state (\{.*\}) -->$/m;
/** A line that people do not see. No sign in it can end the comment it stands in. */
function trouble_hidden(state) {
    const json = JSON.stringify(state).replaceAll(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
    return `<!-- lifeboat-state ${json} -->`;
}
/** What `hidden` wrote; null when somebody has changed it beyond use. */
function readState(body) {
    const json = stateLine.exec(body.replaceAll('\r\n', '\n'))?.[1];
    if (json === undefined)
        return null;
    try {
        return troubleSchema.safeParse(JSON.parse(json)).data ?? null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/channels/issue-text.js


/**
 * GitHub takes 65,536 characters as a body. A rendering aims at the first number, in bytes, but does not leave out what is
 * essential; by the second it is cut. What is left is for the head and the history.
 */
const detailsLimit = 48_000;
const detailsLength = 55_000;
const label = 'lifeboat';
/** Tells our issue about one trouble from all others. Both parts are words of ours, checked before. */
function markerOf(report) {
    const { incident } = report;
    const which = incident === undefined ? '' : ` ${issue_text_word(incident.id)} ${issue_text_word(new Date(incident.beganAt).toISOString())}`;
    return `<!-- lifeboat-issue ${report.operation} ${issue_text_word(report.environment)}${which} -->`;
}
function titleOf(report, entry) {
    return `Lifeboat: ${nameOf(report)} ${outcomeOf(entry)}`;
}
/** The issue's whole text: what machines need, where matters stand, the last runs, and the report of the newest. */
function bodyOf(report, state, options) {
    const { details, hideNames, isOpen } = options;
    const [newest] = state.history;
    return [
        markerOf(report),
        trouble_hidden(state),
        isOpen
            ? `**${capital(nameOf(report))} is in trouble** since ${timeOf(state.since)}${partsOf(state)}. This issue follows each run and closes itself when all is well again.`
            : `**${capital(nameOf(report))} is well again**${newest === undefined ? '' : ` since ${timeOf(newest.at)}`}. This issue opens itself again if the trouble comes back within a week.`,
        '',
        ...historyTable(state.history),
        '',
        cut(details(hideNames ? (0,redaction/* forThePublic */.Cr)(report) : report, { hideNames, limit: detailsLimit })),
    ].join('\n');
}
function changeComment(report, entry, before) {
    const earlier = before === null ? '' : ` Before, it ${outcomeOf(before)}.`;
    return `${capital(nameOf(report))} now ${outcomeOf(entry)}.${earlier} ${runLink(entry.url)}`.trim();
}
function closingComment(report, entry) {
    const proof = proofOf(report);
    return `${capital(nameOf(report))} ${report.verdict === 'degraded' ? 'has found nothing wrong any more, only less than was asked for' : 'passed: all is well again'}. ${runLink(entry.url)} ${proof}`;
}
function reopeningComment(report, entry) {
    return `It is back: ${nameOf(report)} ${outcomeOf(entry)}. ${runLink(entry.url)}`.trim();
}
/** Words of ours, with no sign in them that could end a span of code. */
function partsOf({ troubled = [] }) {
    const named = troubled.filter((part) => part !== '').map((part) => `\`${part}\``);
    return named.length === 0 ? '' : ` (${named.slice(0, 5).join(', ')}${named.length > 5 ? ' and more' : ''})`;
}
function historyTable(history) {
    const rows = history
        .slice(0, historyLength)
        .map((entry) => `| ${timeOf(entry.at)} | ${markOf(entry)} ${outcomeOf(entry)} | ${runLink(entry.url)} |`);
    return ['| run ended | outcome | |', '| --- | --- | --- |', ...rows];
}
/** At the end of a line, so that no markup is torn. */
function cut(text) {
    if (text.length <= detailsLength)
        return text;
    return `${text.slice(0, text.lastIndexOf('\n', detailsLength))}\n\n_Cut here: the summary of the run has everything._`;
}
function proofOf(report) {
    if (report.operation === 'verify-restore')
        return `The proof is kept beside backup ${backupOf(report)}, and shown in the summary of that run.`;
    if (report.operation === 'restore')
        return `Backup ${backupOf(report)} was restored.`;
    if (report.operation === 'repair')
        return 'Every copy that was looked at is sound.';
    if (report.operation === 'gate')
        return 'Every condition is met again.';
    if (report.operation === 'retention')
        return 'What no rule keeps is removed again.';
    if (report.operation === 'status')
        return 'Every check of that run stands in its summary.';
    if (report.operation === 'replicate')
        return 'The stores are alike again.';
    if (report.operation === 'backup')
        return `The new backup is ${backupOf(report)}.`;
    return 'The summary of that run has the details.';
}
function nameOf(report) {
    const names = {
        'verify-restore': 'restore test',
        repair: 'repair of copies',
        'deploy-env': 'deployment',
        validate: 'validation',
        status: 'watch',
    };
    const name = names[report.operation] ?? report.operation;
    const which = report.incident === undefined ? '' : ` ${issue_text_word(report.incident.id)}`;
    return `${name}${which} of ${issue_text_word(report.environment)}`;
}
function outcomeOf({ verdict, failure, missed }) {
    if (verdict === 'failed' && failure !== '' && failure !== 'objective')
        return `failed (${failure})`;
    if (missed.length > 0)
        return `missed ${missed.length === 1 ? 'an objective' : 'objectives'}: ${missed.join(' and ')}`;
    return verdict === 'degraded' ? 'was degraded' : verdict;
}
function markOf(entry) {
    if (entry.verdict === 'failed')
        return '❌';
    return entry.verdict === 'degraded' || entry.missed.length > 0 ? '⚠️' : '✅';
}
function runLink(url) {
    return url === null ? '' : `[Log and summary of the run](${url})`;
}
function backupOf({ backupId }) {
    return backupId === null ? 'named there' : `\`${backupId.replaceAll(/[^A-Za-z0-9._-]/g, '')}\``;
}
/** Environments' names are plain words already; this makes sure of it. */
function issue_text_word(text) {
    return text.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 40);
}
function timeOf(at) {
    const date = new Date(at);
    return Number.isNaN(date.getTime())
        ? 'an unknown time'
        : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/channels/github-issues.js




/** Trouble that comes back within this time after an issue was closed is the same trouble. */
const relapse = 7 * 86_400_000;
/**
 * Keeps one issue per environment and operation, of runbooks per incident: opened by a failed run or a missed objective, followed by each further
 * run, closed by the run that shows that it is over. The body is rewritten in place; a comment, which notifies people,
 * comes only when matters have changed. A degraded run neither opens nor closes.
 */
function createIssueChannel(tracker, options) {
    return {
        name: 'GitHub issues',
        tell: async (report) => {
            let told = isTold(report) ? await tellOne(tracker, report, options) : nothing;
            for (const other of [damageMet(report), overrideOf(report)]) {
                if (other === null)
                    continue;
                const toldOfOther = await tellOne(tracker, other, { ...options, told: [] });
                if (told.done === 'nothing')
                    told = toldOfOther;
            }
            return told;
        },
    };
}
/**
 * How earlier runs ended, as the issue about them remembers it: those since it was opened. Null when none is open.
 * To be asked before the issue is told of the run.
 */
async function pastInIssue(tracker, report, kind, rules) {
    const issue = await tracker.find(markerOf(report), label);
    // What is closed is over, also when a person has closed it.
    const state = issue?.state === 'open' ? readState(issue.body) : null;
    if (state === null)
        return null;
    return {
        runs: state.history.map((entry) => ({
            at: entry.at,
            trouble: entry.trouble ?? (isTrouble(entry) ? stateOf(entry) : null),
            severity: (0,news/* severityOfOutcome */.hQ)({ verdict: entry.verdict, failure: failureKindOf(entry), missed: entry.missed }, kind, rules),
            subject: entry.subject ?? { tried: [], troubled: [], answers: 'tried' },
            told: entry.told ?? [],
        })),
        isKnown: true,
    };
}
async function tellOne(tracker, report, options) {
    const issue = await tracker.find(markerOf(report), label);
    if (issue?.state === 'open')
        return follow(tracker, issue, report, options);
    // Nobody would close what is opened after the end.
    if (!isTrouble(entryOf(report)) || report.incident?.isOver === true)
        return nothing;
    return issue !== null && report.finishedAt - (issue.closedAt ?? 0) <= relapse
        ? reopen(tracker, issue, report, options)
        : github_issues_open(tracker, report, options);
}
const nothing = { done: 'nothing', url: null };
const told = [
    'backup',
    'verify-restore',
    'restore',
    'retention',
    'replicate',
    'repair',
    'deploy-env',
    'validate',
    'drill',
    'status',
    'runbook',
];
/** Who cancelled a run knows about it; plans and lists are nobody's trouble. */
function isTold(report) {
    const kind = report.failure?.kind;
    // Whoever was refused a restore or a deployment, or has mistyped it, reads so at once.
    const isByHand = report.operation === 'restore' || report.operation === 'deploy-env';
    if (isByHand && (kind === 'refused' || kind === 'config'))
        return false;
    // A runbook that was not begun, too.
    if (report.operation === 'runbook' && report.incident === undefined)
        return false;
    // A closed gate is no trouble but its work. That it is open again ends what an override has begun.
    if (report.operation === 'gate')
        return report.verdict === 'passed';
    return told.includes(report.operation) && kind !== 'cancelled';
}
/** Copies that a restore could not use are a trouble of their own, which a repair ends. Null when it met none. */
function damageMet(report) {
    if (report.operation !== 'restore')
        return null;
    const bad = report.copies.filter(({ status }) => status === 'damaged' || status === 'incomplete');
    if (bad.length === 0)
        return null;
    return {
        ...report,
        operation: 'repair',
        verdict: 'failed',
        failure: {
            kind: 'integrity',
            message: `a restore met copies that it could not use, in ${bad.map(({ store }) => store).join(', ')}`,
            hint: 'Mend them from sound ones with `lifeboat repair`, and find out what happened there.',
            subjects: [],
        },
        objectives: [],
        checks: [],
        tables: [],
        facts: [],
    };
}
/** Whoever overrides a gate has a reason; that others learn of it is the price. Null when nobody did. */
function overrideOf(report) {
    if (report.overridden === undefined)
        return null;
    const { reason, conditions } = report.overridden;
    return {
        ...report,
        operation: 'gate',
        subject: { tried: [subject/* gatePart */.Fx], troubled: [subject/* gatePart */.Fx], answers: 'tried' },
        verdict: 'failed',
        failure: {
            kind: 'refused',
            message: `the gate was overridden by ${report.actor ?? 'somebody'}: ${reason}. Not met: that ${conditions.join('; that ')}`,
            hint: 'See to what was not met; the next gate that is open closes this issue.',
            subjects: [],
        },
        objectives: [],
        checks: report.checks.filter(({ rung }) => rung === 'gate'),
        tables: [],
    };
}
async function github_issues_open(tracker, report, options) {
    const { url } = await tracker.create({
        title: titleOf(report, entryOf(report)),
        body: bodyOf(report, withRun(null, report, options.told), { ...options, isOpen: true }),
        labels: [label],
    });
    return { done: 'opened', url };
}
async function reopen(tracker, { number, url, body }, report, options) {
    const entry = entryOf(report);
    // What failed before is over; what fails now is what must be tried again.
    const history = readState(body)?.history ?? [];
    const state = withRun({ rungs: [], objectives: [], troubled: [], since: entry.at, history }, report, options.told);
    await tracker.update(number, {
        title: titleOf(report, entry),
        body: bodyOf(report, state, { ...options, isOpen: true }),
        state: 'open',
    });
    await tracker.comment(number, reopeningComment(report, entry));
    return { done: 'reopened', url };
}
async function follow(tracker, { number, url, body }, report, options) {
    const before = readState(body);
    const entry = entryOf(report);
    const isClosing = isOver(before, report);
    const state = withRun(before, report, options.told);
    const last = before?.history[0] ?? null;
    await tracker.update(number, {
        // The title of a closed issue still says what had been wrong.
        ...(isTrouble(entry) ? { title: titleOf(report, entry) } : {}),
        body: bodyOf(report, state, { ...options, isOpen: !isClosing }),
        ...(isClosing ? { state: 'closed' } : {}),
    });
    if (isClosing)
        await tracker.comment(number, closingComment(report, entry));
    else if (last === null || !isSameState(last, entry))
        await tracker.comment(number, changeComment(report, entry, last));
    return { done: isClosing ? 'closed' : 'updated', url };
}


/***/ }),

/***/ 70216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ writeSubject),
/* harmony export */   Qi: () => (/* binding */ subjectOfEvent),
/* harmony export */   Zp: () => (/* binding */ ofDeployment),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   yO: () => (/* binding */ writtenSubject)
/* harmony export */ });
/* harmony import */ var _news_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26981);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34512);


/** What a run was about, by its report. */
function subjectOf(report) {
    if (report.subject !== undefined)
        return report.subject;
    const isWell = (0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .troubleOf */ .LH)(report) === null;
    if (report.operation === 'gate')
        return one(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx, 'tried', isWell);
    if (report.operation === 'deploy-env')
        return ofDeployment(null, isWell);
    const kind = (0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .newsKind */ .gd)(report.operation);
    if (kind === 'proof')
        return ofBackup(report.backupId, 'older', isWell);
    if (kind === 'restore') {
        const isInPlace = report.restored?.places.some(({ exchanged }) => exchanged) === true;
        return ofBackup(report.backupId, isInPlace ? 'all' : 'older', isWell);
    }
    // That another backup is whole says nothing of one that could not be mended.
    if (kind === 'repair')
        return ofBackup(report.backupId, 'tried', isWell);
    if (kind === 'drill' || kind === 'validation')
        return { tried: [], troubled: [], answers: 'tried' };
    if (report.incident !== undefined)
        return one((0,_news_js__WEBPACK_IMPORTED_MODULE_0__/* .incidentKey */ .Qq)(report.incident), 'tried', isWell);
    return _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA;
}
/** What a run was about, by the event of the ledger that tells how it ended. */
function subjectOfEvent({ type, backupId, details, outcome }) {
    const isWell = outcome.verdict === 'passed' && outcome.trouble === undefined;
    const text = (name) => (typeof details[name] === 'string' ? details[name] : '');
    switch (type) {
        case 'verification':
            return ofBackup(backupId, 'older', isWell);
        case 'restore':
            return ofBackup(backupId, details['exchanged'] === true ? 'all' : 'older', isWell);
        case 'repair':
            return ofBackup(backupId, 'tried', isWell);
        case 'drill':
            return text('scenario') === ''
                ? { tried: [], troubled: [], answers: 'tried' }
                : one(text('scenario'), 'tried', isWell);
        case 'deploy':
            return text('state') === 'refused'
                ? one(_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePart */ .Fx, 'tried', isWell)
                : ofDeployment(text('version') === '' ? null : text('version'), isWell);
        case 'validation':
            // Of earlier versions: whether it asked everything is all that they say.
            return details['tried'] === undefined && details['whole'] === true ? _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA : writtenSubject(details);
        case 'runbook':
            return one(`${text('incident')}/${text('beganAt')}`, 'tried', isWell);
        default:
            return _subject_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeKind */ .gA;
    }
}
/** A release that stands, and a former one that does so again, are the end of whatever was tried before. */
function ofDeployment(version, isWell) {
    return one(version ?? 'a version', 'all', isWell);
}
/** A subject among an event's details. */
function writeSubject({ tried, troubled, answers }) {
    return { tried: tried.join(separator), troubled: troubled.join(separator), answers };
}
function writtenSubject(details) {
    const words = (name) => String(details[name] ?? '')
        .split(separator)
        .filter((word) => word !== '');
    const answers = ['older', 'all'].find((found) => found === details['answers']) ?? 'tried';
    return { tried: words('tried'), troubled: words('troubled'), answers };
}
/** No word of a subject has a comma. */
const separator = ', ';
function ofBackup(backupId, answers, isWell) {
    return backupId === null ? { tried: [], troubled: [], answers: 'tried' } : one(backupId, answers, isWell);
}
function one(text, answers, isWell) {
    const part = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectWord */ .tb)(text);
    return { tried: [part], troubled: isWell ? [] : [part], answers };
}


/***/ })

};
