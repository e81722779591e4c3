export const id = 9603;
export const ids = [9603];
export const modules = {

/***/ 89838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ headline)
});

// EXTERNAL MODULE: ./lib/reports/plain.js
var plain = __webpack_require__(49847);
;// CONCATENATED MODULE: ./lib/reports/deployed.js

/** What runs now, and with which data: what a person wants to know of a deployment before anything else. */
function deploymentHeadline({ verdict, failure, deployed, dryRun }) {
    if (dryRun === true) {
        if (verdict === 'failed')
            return 'This would not succeed as things are. Nothing was changed.';
        return verdict === 'passed'
            ? 'This could be carried out. Nothing was changed.'
            : 'This could be carried out, but not all is well. Nothing was changed.';
    }
    const isStopped = failure?.kind === 'cancelled';
    if (deployed === undefined) {
        if (isStopped)
            return 'Stopped from outside before it was done.';
        if (verdict === 'failed')
            return 'It did not come to its end.';
        return verdict === 'passed' ? 'All is well.' : 'It worked, but not all is well.';
    }
    const { state, data, isAskedFor } = deployed;
    const version = (0,plain/* plain */.p)(deployed.version, 100);
    const runs = deployed.runs === null ? null : (0,plain/* plain */.p)(deployed.runs, 100);
    const look = 'a person has to look what runs';
    const broken = isAskedFor ? 'could not be taken back' : 'failed, and the way back too';
    const sentences = {
        unfinished: `${isStopped ? 'Stopped from outside' : 'Broken off'} on the way ${isAskedFor ? 'back from' : 'to'} ${version}: the next run finds out how far it came, and goes on or takes it back`,
        untouched: `${version} was not deployed, and nothing was changed${runs === null ? '' : `: ${runs} still runs`}`,
        stands: verdict === 'failed' ? `${version} runs, but what came after it failed` : `${version} runs`,
        left: `${version} failed, and was left as it is: ${look}`,
        'rolled-back': `${version} ${isAskedFor ? 'was taken back' : 'failed'}: ${runs ?? 'what ran before'} runs again, ${dataText(data)}`,
        broken: `${version} ${broken}: ${look}${data === 'restored' ? '. The data from before it is back' : ''}`,
    };
    return `${sentences[state]}${verdict === 'degraded' ? '; but not all is well' : ''}.`;
}
function dataText(data) {
    if (data === 'restored')
        return 'on the data from before it';
    return data === 'same' ? 'on data that has not changed' : 'on the data as it is now';
}

// EXTERNAL MODULE: ./lib/reports/restored.js
var restored = __webpack_require__(33457);
// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(33678);
;// CONCATENATED MODULE: ./lib/reports/headline.js




/** The verdict in plain words: what a person who reads nothing else should know. */
function headline(report) {
    if (report.operation === 'deploy-env')
        return deploymentHeadline(report);
    if (report.failure?.kind === 'cancelled') {
        return report.operation === 'backup'
            ? 'Stopped from outside before the backup was complete: there is no new backup.'
            : report.operation === 'restore'
                ? `Stopped from outside. ${(0,restored/* restoreHeadline */.d)(report)}`
                : report.incident !== undefined
                    ? 'Stopped from outside. What was done stays done, and the run can be gone on with.'
                    : 'Stopped from outside before it was done: nothing is proven.';
    }
    const failed = report.checks.filter((check) => check.status === 'failed').length;
    const short = report.checks.filter((check) => isShort(check.status)).length;
    const all = (0,words/* counted */.hS)(report.checks.length, 'check');
    if (report.operation === 'backup') {
        if (report.verdict === 'passed')
            return 'The backup is complete, and every store has it.';
        if (report.verdict === 'degraded')
            return 'There is a usable backup, but less than was asked for.';
        return 'This run did not give the backup that was asked for.';
    }
    if (report.operation === 'verify-restore') {
        if (report.verdict === 'passed')
            return `The backup came back whole: ${all}, ${report.checks.length === 1 ? 'passed' : 'all passed'}.`;
        if (report.verdict === 'degraded') {
            return `The backup came back, but ${short} of ${all} found less than was asked for, or could not run.`;
        }
        if (failed > 0)
            return `The backup is not proven: ${failed} of ${all} failed.`;
        return report.failure?.kind === 'objective'
            ? 'The backup came back, but an objective was missed.'
            : 'The backup is not proven: the restore test could not be carried out.';
    }
    if (report.operation === 'restore')
        return (0,restored/* restoreHeadline */.d)(report);
    if (report.operation === 'status') {
        if (report.verdict === 'passed')
            return `All is well: ${all} looked at what the stores hold.`;
        if (report.verdict === 'degraded')
            return `Backups are there, but ${short} of ${all} found less than was asked for, or could not look.`;
        return failed > 0
            ? `Not well: ${failed} of ${all} failed.`
            : 'It could not be found out how things stand.';
    }
    if (report.operation === 'gate')
        return gateHeadline(report);
    if (report.waitsFor !== undefined)
        return `It waits for a person: ${report.waitsFor}.`;
    const about = aboutHeadline(report);
    if (about !== null)
        return about;
    if (report.verdict === 'passed')
        return 'All is well.';
    return report.verdict === 'degraded' ? 'It worked, but not all is well.' : 'It failed.';
}
/** Null where the report does not name what it was about. */
function aboutHeadline({ operation, environment, verdict, about: named, dryRun, incident, }) {
    if (named === undefined || named === '')
        return null;
    const about = (0,plain/* plain */.p)(named, 300);
    const byVerdict = (passed, degraded, failed) => ({ passed, degraded, failed })[verdict];
    if (operation === 'shape') {
        const written = `The shape of ${environment}’s database stands in ${about}`;
        return byVerdict(`${written}.`, `${written}, but not all is well.`, 'The shape could not be taken.');
    }
    if (operation === 'drill') {
        if (dryRun === true)
            return `Dry run of the drill ${about}: nothing was started.`;
        const drill = `The drill ${about}`;
        return byVerdict(`${drill} passed.`, `${drill} came to its end, but not all is well.`, `${drill} failed.`);
    }
    if (operation !== 'runbook')
        return null;
    if (dryRun === true) {
        const simulated = `Simulation of the runbook ${about}: nothing was done`;
        return byVerdict(`${simulated}.`, `${simulated}, and not all would be well.`, `${simulated}, and it failed.`);
    }
    const runbook = `The runbook ${about}`;
    return byVerdict(`${runbook} was carried out.`, incident?.isOver === true
        ? `${runbook} was carried out, but not all is well.`
        : `${runbook} has not come to its end.`, `${runbook} failed.`);
}
function isShort(status) {
    return status === 'degraded' || status === 'skipped';
}
function gateHeadline({ verdict, overridden, failure, checks }) {
    if (overridden !== undefined)
        return 'The gate is open only because it was overridden.';
    if (verdict === 'failed') {
        return failure?.kind === 'refused'
            ? 'The gate is closed: nothing may be deployed.'
            : 'The gate could not be judged, and is closed.';
    }
    if (checks.every(({ status }) => status === 'skipped'))
        return 'The gate is open, as it asks for nothing.';
    return verdict === 'passed'
        ? 'The gate is open: every condition is met.'
        : 'The gate is open; not everything that it asks for could be told for certain.';
}


/***/ }),

/***/ 46144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   TQ: () => (/* binding */ subjectsText),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49847);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33678);


/**
 * Any text as Markdown that shows just this text on one line, in a paragraph, a list item or a table cell: no markup,
 * HTML, link, mention, reference, emoji or formula can come of it. Meaningful characters become entities; where GitHub
 * would still find a mention or reference in the finished page, a zero-width space breaks it.
 */
function inline(text, atMost) {
    return ((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(text, atMost)
        .replaceAll(/[\\`*_{}[\]<>#|~&@$=^"']/g, (character) => {
        const entity = `&#${character.charCodeAt(0)};`;
        return character === '@' || character === '#' ? `${entity}&#8203;` : entity;
    })
        .replaceAll(/:(?=[\w/+-])/g, (colon, at, whole) => isBetweenFigures(whole, at) ? colon : '&#58;&#8203;')
        .replaceAll(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`)
        .replaceAll(/\bGH-(?=\d)/gi, (match) => `${match}&#8203;`)
        .replace(/^[-+]/, (mark) => `&#${mark.charCodeAt(0)};`)
        // With a digit behind it, it is a figure and no item of a list.
        .replace(/^(\d+)([.)])(?!\d)/, (_, digits, mark) => `${digits}&#${mark.charCodeAt(0)};`));
}
/**
 * A colon of a time (`10:15:00Z`) or before a port (`10.0.0.1:5432`), which people copy: no link begins so, and of the emoji
 * whose names begin with a digit, none has one that is only digits, with a `Z` at most, but these two.
 */
function isBetweenFigures(text, at) {
    const figures = /^\d+(?=Z?(?!\w))/.exec(text.slice(at + 1, at + 12))?.[0];
    return /\d/.test(text.charAt(at - 1)) && figures !== undefined && figures !== '100' && figures !== '1234';
}
/** A name from data, set as code: GitHub looks for no mentions there. */
function code(text, atMost) {
    const shown = inline(text, atMost);
    return shown === '' ? '<code>(empty)</code>' : `<code>${shown}</code>`;
}
/** `shop.orders, shop.payments and 3 more`, or `5 objects, named in the JSON report`. */
function subjectsText(subjects, hideNames) {
    if (subjects.length === 0)
        return '';
    if (hideNames) {
        return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(subjects.length, 'object')}, ${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .namesHidden */ .Ti}`;
    }
    const shown = subjects.slice(0, 10).map((subject) => code(subject, 150));
    const more = subjects.length - shown.length;
    return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}
/** A link when the address is plainly one; else the words alone. */
function link(words, url) {
    const isPlain = url !== null && /^https?:\/\/[A-Za-z0-9._~:/?#@!&+,;=%-]{1,2000}$/.test(url);
    return isPlain ? `[${inline(words)}](${url})` : inline(words);
}
/** Text for the name of a mermaid task: only letters, digits and harmless marks, never a word of the language. */
function mermaidText(text) {
    const shown = (0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .p)(text, 60)
        .replaceAll(/[^\p{L}\p{N} .,()/+-]/gu, ' ')
        .replaceAll(/ +/g, ' ')
        .trim();
    if (shown === '')
        return 'Phase';
    const isWordOfTheLanguage = /^(gantt|section|title|dateformat|axisformat|tickinterval|todaymarker|inclusiveenddates|topaxis|excludes|includes|weekday|weekend|click|vert|accTitle|accDescr)/i;
    return isWordOfTheLanguage.test(shown) || !/^[\p{L}\p{N}]/u.test(shown) ? `Phase ${shown}` : shown;
}


/***/ }),

/***/ 19667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** A Markdown table. Cells are Markdown already; a column in which all are empty is left out. */
function table(heads, alignments, rows) {
    const used = heads.map((_, column) => rows.some((row) => row[column] !== ''));
    const line = (cells) => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
    return [
        line(heads),
        line(alignments.map((side) => (side === 'r' ? '--:' : ':--'))),
        ...rows.map(line),
    ].join('\n');
}
/** Text that is not broken over lines. */
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}
/** A part of the page that opens on a click. Both are Markdown already; the title only inline, without blocks. */
function folded(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}


/***/ }),

/***/ 49603:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMarkdown: () => (/* binding */ renderMarkdown),
  summaryLimit: () => (/* binding */ summaryLimit)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/reports/headline.js + 1 modules
var headline = __webpack_require__(89838);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/reports/markdown-escape.js
var markdown_escape = __webpack_require__(46144);
// EXTERNAL MODULE: ./lib/reports/markdown-table.js
var markdown_table = __webpack_require__(19667);
// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(33678);
;// CONCATENATED MODULE: ./lib/reports/markdown-checks.js





const mark = { passed: '✅', degraded: '⚠️', failed: '❌', skipped: '⏭️' };
/** More than these are no longer read by anyone, and are in the JSON report. */
const mostTroubles = 25;
const mostChecks = 200;
/** The proof ladder, or another operation's groups: a line each, then what did not pass in full, then every check, folded. */
function checksSection(checks, hideNames) {
    if (checks.length === 0)
        return '';
    const ladder = (0,words/* checksByRung */.xJ)(checks).map(({ rung, checks: own, status }) => [
        `${mark[status]} **${rung}**`,
        (0,words/* statusCounts */.rc)(own.map((check) => check.status)),
        words/* rungMeaning */.Gt[rung],
    ]);
    return [
        '### Checks',
        (0,markdown_table/* table */.tp)([groupWord(checks), 'Checks', 'It means'], ['l', 'l', 'l'], ladder),
        troublesList(checks, hideNames),
        (0,markdown_table/* folded */.TM)(checks.length === 1 ? 'The check' : `All ${(0,words/* counted */.hS)(checks.length, 'check')}`, everyCheck(checks, hideNames)),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function troublesList(checks, hideNames) {
    const all = (0,verdict/* troubles */.d4)(checks);
    const items = all.slice(0, mostTroubles).map((check) => {
        const about = (0,markdown_escape/* subjectsText */.TQ)(check.subjects, hideNames);
        return [
            `- ${mark[check.status]} **${check.rung}: ${(0,markdown_escape/* inline */.mG)(check.name, 200)}** (${check.status}${check.failure === null ? '' : `, ${check.failure}`})`,
            ...(check.detail === '' ? [] : [(0,markdown_escape/* inline */.mG)(check.detail, 1_000)]),
            ...(about === '' ? [] : [`About ${about}.`]),
        ].join('<br>');
    });
    if (all.length > items.length)
        items.push(`- and ${all.length - items.length} more, in the JSON report`);
    return items.join('\n');
}
function everyCheck(checks, hideNames) {
    const ordered = (0,words/* checksByRung */.xJ)(checks).flatMap((group) => group.checks);
    const rows = ordered.slice(0, mostChecks).map((check) => {
        const about = (0,markdown_escape/* subjectsText */.TQ)(check.subjects, hideNames);
        return [
            (0,markdown_table/* unbroken */.D_)(`${mark[check.status]} ${check.rung}`),
            (0,markdown_escape/* inline */.mG)(check.name, 200),
            [(0,markdown_escape/* inline */.mG)(check.detail, 300), ...(about === '' ? [] : [about])]
                .filter((part) => part !== '')
                .join('<br>'),
            (0,markdown_table/* unbroken */.D_)((0,units/* formatDuration */.a3)(check.duration)),
        ];
    });
    const more = ordered.length - rows.length;
    return [
        (0,markdown_table/* table */.tp)([groupWord(checks), 'Check', 'Found', 'Took'], ['l', 'l', 'l', 'r'], rows),
        ...(more > 0 ? [`and ${more} more, in the JSON report`] : []),
    ].join('\n\n');
}
function groupWord(checks) {
    const ladder = verdict/* rungs */.W2;
    return checks.every(({ rung }) => ladder.includes(rung)) ? 'Rung' : 'About';
}

;// CONCATENATED MODULE: ./lib/reports/markdown-facts.js




/** Up to so many tables stand open on the page; more are folded. */
const openTables = 15;
const mostTables = 300;
function copiesSection(copies) {
    if (copies.length === 0)
        return '';
    const rows = copies
        .slice(0, 50)
        .map((copy) => [
        `${(0,words/* isGoodCopy */.t6)(copy) ? '✅' : copy.status === 'ephemeral' ? '⚠️' : '❌'} ${(0,markdown_escape/* inline */.mG)(copy.store, 100)}`,
        (0,markdown_escape/* inline */.mG)(copy.kind, 50),
        copy.status,
        (0,words/* writeOnceText */.Kb)(copy.writeOnce),
        (0,markdown_escape/* inline */.mG)(copy.detail ?? '', 500),
    ]);
    return `### Copies\n\n${(0,markdown_table/* table */.tp)(['Store', 'Kind', 'Copy', 'Overwriting', 'Detail'], ['l', 'l', 'l', 'l', 'l'], rows)}`;
}
function factsSection(facts) {
    if (facts.length === 0)
        return '';
    const rows = facts.slice(0, 60).map((fact) => [(0,markdown_escape/* inline */.mG)(fact.label, 100), (0,markdown_escape/* inline */.mG)(fact.text, 500)]);
    return `### Figures\n\n${(0,markdown_table/* table */.tp)(['What', 'Figure'], ['l', 'l'], rows)}`;
}
function noticesSection(notices, hideNames) {
    if (notices.length === 0)
        return '';
    const warningsFirst = [...notices].sort((a, b) => rank(a) - rank(b));
    const items = warningsFirst.slice(0, 50).map((notice) => {
        const about = (0,markdown_escape/* subjectsText */.TQ)(notice.subjects, hideNames);
        return `- ${notice.level === 'warning' ? '⚠️' : 'ℹ️'} ${(0,markdown_escape/* inline */.mG)(notice.text, 1_000)}${about === '' ? '' : ` (${about})`}`;
    });
    if (notices.length > items.length)
        items.push(`- and ${notices.length - items.length} more, in the JSON report`);
    return `### Worth knowing\n\n${items.join('\n')}`;
}
function rank(notice) {
    return notice.level === 'warning' ? 0 : 1;
}
/** Per table: the troubled ones open, the rest folded when there are many; only counts where names are hidden. */
function tablesSection(tables, hideNames) {
    if (tables.length === 0)
        return '';
    const heading = '### Tables';
    const summary = `${(0,words/* counted */.hS)(tables.length, 'table')}: ${(0,words/* statusCounts */.rc)(tables.map((entry) => entry.status))}.`;
    if (hideNames)
        return `${heading}\n\n${summary} They are ${words/* namesHidden */.Ti}.`;
    const ordered = (0,words/* tablesByInterest */.p5)(tables);
    if (ordered.length <= openTables)
        return `${heading}\n\n${rowsOf(ordered)}`;
    const bad = ordered.filter(words/* isBadTable */.YJ).slice(0, openTables);
    const shown = ordered.slice(0, mostTables);
    const title = shown.length === ordered.length
        ? `All ${(0,words/* counted */.hS)(ordered.length, 'table')}`
        : `${(0,words/* grouped */.zD)(shown.length)} of ${(0,words/* counted */.hS)(ordered.length, 'table')}, the largest; the JSON report has all`;
    return [heading, summary, ...(bad.length === 0 ? [] : [rowsOf(bad)]), (0,markdown_table/* folded */.TM)(title, rowsOf(shown))].join('\n\n');
}
function rowsOf(tables) {
    const hasSeveralSources = new Set(tables.map((entry) => entry.source)).size > 1;
    const rows = tables.map((entry) => [
        `${(0,words/* isBadTable */.YJ)(entry) ? `${entry.status === 'unproven' ? '⚠️' : '❌'} ` : ''}${hasSeveralSources ? `${(0,markdown_escape/* inline */.mG)(entry.source, 50)} ` : ''}${(0,markdown_escape/* code */.aY)(entry.name, 130)}`,
        entry.rows === null ? '–' : (0,words/* grouped */.zD)(entry.rows),
        entry.bytes === null ? '–' : (0,markdown_table/* unbroken */.D_)((0,units/* formatBytes */.z3)(entry.bytes)),
        statusWord(entry.status),
        (0,markdown_escape/* inline */.mG)(entry.note ?? '', 200),
    ]);
    return (0,markdown_table/* table */.tp)(['Table', 'Rows', 'Size', 'Result', 'Note'], ['l', 'r', 'r', 'l', 'l'], rows);
}
function statusWord(status) {
    return status === 'equal-as-multiset' ? 'equal, in another order' : status;
}

// EXTERNAL MODULE: ./lib/reports/restored.js
var restored = __webpack_require__(33457);
// EXTERNAL MODULE: ./lib/reports/timeline-groups.js
var timeline_groups = __webpack_require__(59753);
;// CONCATENATED MODULE: ./lib/reports/markdown-timeline.js




const mostPhases = 40;
const markdown_timeline_mark = {
    done: '✅',
    failed: '❌',
    skipped: '⏭️',
    manual: '✋',
};
/** The phases as a chart, for those who see, and as a table, for all others. */
function timelineSection(report) {
    const groups = (0,timeline_groups/* timelineGroups */.G)(report, mostPhases);
    const phases = groups.flatMap(({ title, phases: own }) => own.map((phase) => ({ ...phase, title })));
    if (phases.length === 0)
        return '';
    const hasDetails = phases.some(({ detail }) => detail !== undefined);
    const rows = phases.map((phase) => [
        `${markdown_timeline_mark[phase.status]} ${(0,markdown_escape/* inline */.mG)(phase.title === null ? phase.name : `${phase.title}: ${phase.name}`, 100)}`,
        (0,markdown_table/* unbroken */.D_)(`+${(0,units/* formatDuration */.a3)(Math.max(0, phase.startedAt - report.startedAt))}`),
        outcomeOf(phase),
        ...(hasDetails ? [(0,markdown_escape/* inline */.mG)(phase.detail ?? '', 300)] : []),
    ]);
    return [
        '### Timeline',
        gantt(groups.map(({ title, phases: own }) => ({
            title,
            phases: own.filter((phase) => phase.status === 'done' || phase.status === 'failed'),
        })), report.startedAt),
        hasDetails
            ? (0,markdown_table/* table */.tp)(['Step', 'Began after', 'Took', ''], ['l', 'r', 'r', 'l'], rows)
            : (0,markdown_table/* folded */.TM)('Timeline as a table', (0,markdown_table/* table */.tp)(['Phase', 'Began after', 'Took'], ['l', 'r', 'r'], rows)),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function outcomeOf({ status, duration }) {
    if (status === 'manual')
        return 'by hand';
    return status === 'skipped' ? 'skipped' : (0,markdown_table/* unbroken */.D_)((0,units/* formatDuration */.a3)(duration));
}
/** Time runs from zero. Mermaid reads and writes times in the reader's own zone, so what is written is what is shown. */
function gantt(groups, origin) {
    const phases = groups.flatMap((group) => group.phases);
    if (phases.length === 0)
        return '';
    const end = Math.max(...phases.map((phase) => phase.startedAt + phase.duration)) - origin;
    const lineOf = (phase) => {
        const from = Math.max(0, phase.startedAt - origin);
        const tag = phase.status === 'failed' ? 'crit' : 'done';
        return `    ${(0,markdown_escape/* mermaidText */.Hg)(phase.name)} :${tag}, ${clockText(from)}, ${clockText(from + Math.max(1, phase.duration))}`;
    };
    const lines = groups.flatMap(({ title, phases: own }) => [
        ...(title === null || own.length === 0 ? [] : [`    section ${(0,markdown_escape/* mermaidText */.Hg)(title)}`]),
        ...own.map(lineOf),
    ]);
    return [
        '```mermaid',
        'gantt',
        '    dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `    axisFormat ${end < 3_600_000 ? '%M:%S' : '%H:%M'}`,
        '    todayMarker off',
        ...lines,
        '```',
    ].join('\n');
}
/** A span as a time on an arbitrary day; beyond a day it runs on into the next ones. */
function clockText(span) {
    return new Date(Date.UTC(2000, 0, 1) + Math.round(span)).toISOString().replace('T', ' ').slice(0, 23);
}

;// CONCATENATED MODULE: ./lib/reports/markdown.js










/** GitHub refuses a job summary above 1 MiB; a little room stays for what the caller sets round it. */
const summaryLimit = 1_048_576 - 1_024;
/** The report as GitHub Markdown: verdict first, then what failed and what to do, then ever finer detail. */
function renderMarkdown(report, options) {
    const { hideNames, limit = summaryLimit } = options;
    const essential = [
        headSection(report),
        restoredSection(report),
        runSection(report),
        failureSection(report, hideNames),
        nextSection(report),
        objectivesSection(report),
    ];
    const details = [
        ['checks', checksSection(report.checks, hideNames)],
        ['copies', copiesSection(report.copies)],
        ['notices', noticesSection(report.notices, hideNames)],
        ['figures', factsSection(report.facts)],
        ['timeline', timelineSection(report)],
        ['tables', tablesSection(report.tables, hideNames)],
    ];
    let text = join(essential);
    const leftOut = [];
    for (const [name, section] of details) {
        const longer = join([text, section]);
        // The last line, which names what was left out, needs its room too.
        if (Buffer.byteLength(longer) + 300 <= limit)
            text = longer;
        else
            leftOut.push(name);
    }
    if (leftOut.length === 0)
        return `${text}\n`;
    return `${join([text, `_Left out, as this page may not be longer: ${leftOut.join(', ')}. The JSON report has them._`])}\n`;
}
function join(sections) {
    return sections.filter((section) => section !== '').join('\n\n');
}
const verdictMark = { passed: '✅', degraded: '⚠️', failed: '❌' };
function headSection(report) {
    const operation = (0,words/* operationWord */.MW)(report.operation);
    const isCancelled = report.failure?.kind === 'cancelled';
    const mark = isCancelled ? '⏹️' : verdictMark[report.verdict];
    const word = isCancelled ? 'cancelled' : words/* verdictWord */.E0[report.verdict];
    const subject = report.backupId === null ? [] : [`Backup ${(0,markdown_escape/* code */.aY)(report.backupId)}`];
    return join([
        `## ${mark} ${operation.charAt(0).toUpperCase()}${operation.slice(1)} of ${(0,markdown_escape/* inline */.mG)(report.environment, 100)} ${word}`,
        `**${(0,markdown_escape/* inline */.mG)((0,headline/* headline */.P)(report), 1_000)}**`,
        [
            ...subject,
            (0,words/* instantText */.Xx)(report.finishedAt),
            `took ${(0,units/* formatDuration */.a3)(report.finishedAt - report.startedAt)}`,
        ].join(' · '),
    ]);
}
function restoredSection(report) {
    const rows = (0,restored/* restoredRows */.M)(report).map(([label, text]) => [`**${(0,markdown_escape/* inline */.mG)(label)}**`, (0,markdown_escape/* inline */.mG)(text, 300)]);
    return rows.length === 0 ? '' : (0,markdown_table/* table */.tp)(['Restore', ''], ['l', 'l'], rows);
}
function failureSection(report, hideNames) {
    const { failure } = report;
    if (failure === null)
        return '';
    const [first = '', ...others] = failure.message.split('\n').filter((line) => line.trim() !== '');
    const shown = others.slice(0, 50).map((line) => `- ${(0,markdown_escape/* inline */.mG)(line, 1_000)}`);
    if (others.length > shown.length)
        shown.push(`- and ${others.length - shown.length} more`);
    return join([
        '### What went wrong',
        (0,markdown_escape/* inline */.mG)((0,words/* sentence */.em)(first), 4_000),
        shown.join('\n'),
        subjectsLine(failure.subjects, hideNames),
        `Kind of failure: <code>${failure.kind}</code> (${domain_failure/* failureKinds */.cV[failure.kind].meaning}).`,
    ]);
}
function nextSection(report) {
    const steps = (0,words/* nextSteps */.Zn)(report);
    if (steps.length === 0)
        return '';
    const shown = steps.slice(0, 20).map((step, index) => `${index + 1}. ${(0,markdown_escape/* inline */.mG)(step, 2_000)}`);
    return join(['### What to do next', shown.join('\n')]);
}
function objectivesSection(report) {
    if (report.objectives.length === 0)
        return '';
    const rows = report.objectives
        .slice(0, 20)
        .map((objective) => [
        `**${(0,markdown_escape/* inline */.mG)(objective.name)}**`,
        (0,markdown_table/* unbroken */.D_)(objective.target === null ? 'none set' : (0,units/* formatDuration */.a3)(objective.target)),
        (0,markdown_table/* unbroken */.D_)((0,units/* formatDuration */.a3)(objective.measured)),
        (0,markdown_table/* unbroken */.D_)(marginText(objective)),
        (0,markdown_table/* unbroken */.D_)(objective.met === null ? '–' : objective.met ? '✅ met' : '❌ missed'),
        (0,markdown_escape/* inline */.mG)(objective.basis, 300),
    ]);
    return join([
        '### Objectives',
        (0,markdown_table/* table */.tp)(['Objective', 'Target', 'Measured', 'Margin', 'Result', 'Rests on'], ['l', 'r', 'r', 'r', 'l', 'l'], rows),
    ]);
}
function marginText({ margin }) {
    if (margin === null)
        return '–';
    return margin > 0 ? `+${(0,units/* formatDuration */.a3)(margin)}` : (0,units/* formatDuration */.a3)(margin);
}
function runSection(report) {
    const parts = [
        ...(report.actor === null ? [] : [`started by ${(0,markdown_escape/* inline */.mG)(report.actor, 100)}`]),
        ...(report.reason === null ? [] : [`reason: ${(0,markdown_escape/* inline */.mG)(report.reason, 500)}`]),
        ...(report.runUrl === null ? [] : [(0,markdown_escape/* link */.nf)('log of this run', report.runUrl)]),
    ];
    return parts.length === 0 ? '' : `<sub>Run ${parts.join(' · ')}</sub>`;
}
/** Names from data, or their number where they may not be shown. */
function subjectsLine(subjects, hideNames) {
    const text = (0,markdown_escape/* subjectsText */.TQ)(subjects, hideNames);
    return text === '' ? '' : `It is about ${text}.`;
}


/***/ }),

/***/ 49847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/* unused harmony export clip */
/**
 * Text from data or users as one visible line: control and format characters (line breaks, terminal escapes, bidi
 * overrides, zero-width ones) are shown as `\u{…}` or become spaces, and what is too long is cut.
 */
function plain(text, atMost = 300) {
    const line = text
        .toWellFormed()
        .replaceAll(/[\s\u0085\u2028\u2029]+/gu, ' ')
        .trim()
        .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return clip(line, atMost);
}
/** Cut to a number of characters, never within a pair of surrogates. */
function clip(text, atMost) {
    if (text.length <= atMost)
        return text;
    return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}


/***/ }),

/***/ 33457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ restoredRows),
/* harmony export */   d: () => (/* binding */ restoreHeadline)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33678);


/** What a person wants to know of a restore before anything else. */
function restoreHeadline({ verdict, failure, restored, timeline }) {
    if (restored?.dryRun === true) {
        if (verdict === 'failed')
            return 'This restore would not succeed as things are. Nothing was changed.';
        if (restored.condemned)
            return 'This backup will probably not come back: its restore test failed. Nothing was changed.';
        return verdict === 'passed'
            ? 'This restore could be carried out. Nothing was changed.'
            : 'This restore could be carried out, but not all is well. Nothing was changed.';
    }
    const places = restored?.places ?? [];
    const exchanged = places.filter((place) => place.exchanged).map(({ source }) => source);
    const isExchanged = exchanged.length > 0;
    if (isExchanged && exchanged.length < places.length) {
        const others = places.filter((place) => !place.exchanged).map(({ source }) => source);
        return `Only a part was exchanged: ${exchanged.join(', ')} is back in its place, ${others.join(', ')} is not. They do not fit together.`;
    }
    if (verdict === 'failed') {
        if (isExchanged && failure !== null) {
            return 'The data is back in its place, but the application could not be brought back to work.';
        }
        const wasLed = timeline.some(({ name, status }) => name === 'reroute' && status === 'done');
        if (wasLed)
            return 'The data came back, and the application was led to it, but could not be brought to work.';
        return places.length > 0
            ? 'The data came back beside what is in use, which was not touched; the restore did not get further.'
            : 'Nothing was restored, and what is in use was not touched.';
    }
    const parts = [
        isExchanged ? 'The data is back in its place' : 'The data is back, beside what is in use',
        ...(restored?.inService === true ? ['and the application works on it'] : []),
    ];
    const older = restored === undefined || restored.passedOver === 0
        ? ''
        : ` It is older than was asked for: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(restored.passedOver, 'newer backup')} could not be restored.`;
    const hands = timeline.some(({ status }) => status === 'manual')
        ? ' A person has to do the rest: see below.'
        : '';
    return `${parts.join(', ')}.${older}${hands}`;
}
/** Where the data lies, what is kept, and what is lost, as label and text. */
function restoredRows({ restored }) {
    if (restored === undefined)
        return [];
    const { places, dataAt, dataLoss, mode, passedOver } = restored;
    const rows = [['Mode', restored.dryRun ? `${mode}, as a dry run` : mode]];
    for (const { source, database, schema, keptAs } of places) {
        const kept = keptAs === null ? '' : `; the former state is kept as ${keptAs}`;
        const where = schema === undefined ? database : `schema ${schema} in ${database}`;
        rows.push([places.length === 1 ? 'Restored to' : `${source} restored to`, `${where}${kept}`]);
    }
    if (dataAt !== null && dataLoss !== null) {
        rows.push(['Data up to', (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .instantText */ .Xx)(dataAt)]);
        rows.push([
            'Data loss',
            `${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(dataLoss)}: what was written from then to the start of this restore is not in it`,
        ]);
    }
    if (passedOver > 0)
        rows.push(['Given up', `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(passedOver, 'newer backup')}, whole in no store`]);
    return rows;
}


/***/ }),

/***/ 59753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ timelineGroups)
/* harmony export */ });
/** The phases in order, those of a drill by their scenario, whose name is then not said with each. */
function timelineGroups({ operation, about, timeline }, most) {
    const scenarios = operation === 'drill' && about !== undefined ? about.split(', ') : [];
    const groups = [];
    for (const phase of timeline.slice(0, most)) {
        const scenario = scenarios.find((name) => phase.name.startsWith(`${name}: `)) ?? null;
        if (groups.length === 0 || groups.at(-1)?.scenario !== scenario)
            groups.push({ title: scenarios.length > 1 ? scenario : null, scenario, phases: [] });
        const name = scenario === null ? phase.name : phase.name.slice(scenario.length + 2);
        groups.at(-1)?.phases.push({ ...phase, name });
    }
    return groups;
}


/***/ }),

/***/ 33678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ verdictWord),
/* harmony export */   Gt: () => (/* binding */ rungMeaning),
/* harmony export */   Kb: () => (/* binding */ writeOnceText),
/* harmony export */   MW: () => (/* binding */ operationWord),
/* harmony export */   Ti: () => (/* binding */ namesHidden),
/* harmony export */   Xx: () => (/* binding */ instantText),
/* harmony export */   YJ: () => (/* binding */ isBadTable),
/* harmony export */   Zn: () => (/* binding */ nextSteps),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   hS: () => (/* reexport safe */ _domain_units_js__WEBPACK_IMPORTED_MODULE_0__.hS),
/* harmony export */   p5: () => (/* binding */ tablesByInterest),
/* harmony export */   rc: () => (/* binding */ statusCounts),
/* harmony export */   t6: () => (/* binding */ isGoodCopy),
/* harmony export */   xJ: () => (/* binding */ checksByRung),
/* harmony export */   zD: () => (/* reexport safe */ _domain_units_js__WEBPACK_IMPORTED_MODULE_0__.zD)
/* harmony export */ });
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75141);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96087);


/** The sentences and counts that every rendering shares. Nothing in here comes from data but numbers. */
/** `restore test` */
function operationWord(operation) {
    const words = {
        backup: 'backup',
        'verify-restore': 'restore test',
        restore: 'restore',
        retention: 'retention',
        replicate: 'replication',
        repair: 'repair',
        'ledger-verify': 'check of the ledger',
        lease: 'leases',
        list: 'list of backups',
        plan: 'plan',
        'store-check': 'store check',
        'deploy-env': 'deployment',
        gate: 'gate',
        validate: 'validation',
        'validate-pr': 'trial of a pull request',
        shape: 'shape of the database',
        status: 'watch',
        drill: 'drill',
        runbook: 'runbook',
    };
    return words[operation];
}
/** Rungs and other aspects that have checks: the ladder from below, then the others in their order. */
function checksByRung(checks) {
    return [..._domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .rungs */ .W2, ..._domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .aspects */ .wc].flatMap((rung) => {
        const own = checks.filter((check) => check.rung === rung);
        return own.length === 0 ? [] : [{ rung, checks: own, status: worstStatus(own) }];
    });
}
/** A rung is skipped only when all of it was; a part that was skipped leaves it short, but for what a gate does not ask for. */
function worstStatus(checks) {
    if (checks.some((check) => check.status === 'failed'))
        return 'failed';
    if (checks.every((check) => check.status === 'skipped'))
        return 'skipped';
    const isShort = checks.some(({ status, rung }) => status !== 'passed' && !(status === 'skipped' && rung === 'gate'));
    return isShort ? 'degraded' : 'passed';
}
const rungMeaning = {
    stored: 'every object is there, with its size',
    intact: 'digests, signature and encryption hold',
    complete: 'everything of the database is in the backup, or named as not included',
    restorable: 'it restores without a single error',
    equal: 'what came back equals what was dumped',
    sound: 'constraints, sequences, extensions and roles are in order',
    fresh: 'the newest data is as new as was promised',
    useful: 'your own checks are true',
    'environment status': 'what was deployed runs, with room to run on',
    'service health': 'each service answers, and soon enough',
    'RTO compliance': 'backups and restores keep to the objectives, as measured',
    'security boundaries': 'who is not meant to come in is refused',
    performance: 'requests are answered within the thresholds',
    'operational readiness': 'whoever is called at night finds what they need',
    smoke: 'your own flows through the application succeed',
    gate: 'there is a proven way back, and the version is fit to go',
    deployment: 'the version was brought up, and stands',
    'pull request': 'the change survives the shape and size of real data',
    watch: 'backups, proofs and drills come as they should',
    drill: 'the failure was noticed, recovered from, and the data checked',
    runbook: 'each step of the procedure was done',
};
/** `12 passed, 1 failed` */
function statusCounts(statuses) {
    const counts = new Map();
    for (const status of statuses)
        counts.set(status, (counts.get(status) ?? 0) + 1);
    return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
}
/** What to do, without repetition: the report's own steps, then the hints of the failure and of what went wrong. */
function nextSteps(report) {
    const hints = [report.failure?.hint, ...(0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .troubles */ .d4)(report.checks).map((check) => check.hint)];
    const distinct = [...new Set([...report.next, ...hints.filter((hint) => typeof hint === 'string')])];
    return distinct.length === 0 && report.failure !== null ? [fallbackStep(report.failure.kind)] : distinct;
}
/** For a failure whose message is all there is: what its kind asks for. */
function fallbackStep(kind) {
    const steps = {
        bug: 'This is a fault of Lifeboat itself: please report it, with the log of this run.',
        config: 'Change the input or the file that the message is about, and run it again.',
        missing: 'Bring back what is missing, or name another, and run it again.',
        refused: 'See to what the message asks for, and run it again.',
        access: 'Grant the right that is missing, or give other credentials, and run it again.',
        unavailable: 'Run it again; if it fails again, see why what the message names does not answer.',
        integrity: 'Rely on nothing that is damaged: use another copy or an older backup. lifeboat repair mends copies from a sound one.',
        objective: 'Look at what did not pass; the log of this run has the course of it.',
        capacity: 'Make room, and run it again.',
        cancelled: 'Run it again when it may run to its end.',
    };
    return steps[kind];
}
const badTables = ['different', 'missing', 'unproven'];
/** Tables in the order in which a reader wants them: troubled ones first, then the largest. */
function tablesByInterest(tables) {
    const rank = (table) => {
        const position = badTables.indexOf(table.status);
        return position < 0 ? badTables.length : position;
    };
    return [...tables].sort((a, b) => rank(a) - rank(b) || (b.bytes ?? 0) - (a.bytes ?? 0) || (b.rows ?? 0) - (a.rows ?? 0));
}
function isBadTable(table) {
    return badTables.includes(table.status);
}
function isGoodCopy(copy) {
    return copy.status === 'complete';
}
function writeOnceText(writeOnce) {
    return writeOnce === null
        ? 'not known'
        : writeOnce
            ? 'refuses to overwrite'
            : 'does not refuse to overwrite';
}
const verdictWord = {
    passed: 'passed',
    degraded: 'degraded',
    failed: 'failed',
};
/** `2026-11-21 10:15:00 UTC` */
function instantText(at) {
    const date = new Date(at);
    if (Number.isNaN(date.getTime()))
        return 'an unknown time';
    return date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC');
}
/** A message as a sentence begins; what begins with a path or a name stays as it is. */
function sentence(message) {
    return /^[a-z]+[ ,]/.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}
const namesHidden = 'named in the JSON report';


/***/ })

};
