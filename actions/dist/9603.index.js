export const id = 9603;
export const ids = [9603];
export const modules = {

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
    const rows = (0,restored/* restoredRows */.Mm)(report).map(([label, text]) => [`**${(0,markdown_escape/* inline */.mG)(label)}**`, (0,markdown_escape/* inline */.mG)(text, 300)]);
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


/***/ })

};
