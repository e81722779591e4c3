export const id = 9628;
export const ids = [9628];
export const modules = {

/***/ 89628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderText: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
// EXTERNAL MODULE: ./lib/reports/headline.js + 1 modules
var headline = __webpack_require__(89838);
// EXTERNAL MODULE: ./lib/reports/plain.js
var plain = __webpack_require__(49847);
// EXTERNAL MODULE: ./lib/reports/restored.js
var restored = __webpack_require__(33457);
;// CONCATENATED MODULE: ./lib/reports/text-layout.js
/** How plain text is laid out in columns and lines. Widths count characters; wide scripts may stand out a little. */
const codes = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
};
function paint(text, style) {
    const [on, off] = codes[style];
    return `\u001B[${on}m${text}\u001B[${off}m`;
}
/** Lines of at most `width` columns; the first begins with `mark` (by default the indent), the others are indented. */
function wrap(text, width, indent, mark = ' '.repeat(indent)) {
    const room = Math.max(20, width - indent);
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        for (const part of pieces(word, room)) {
            if (line !== '' && line.length + 1 + part.length > room) {
                lines.push(line);
                line = part;
            }
            else
                line = line === '' ? part : `${line} ${part}`;
        }
    }
    if (line !== '')
        lines.push(line);
    return lines.map((each, index) => `${index === 0 ? mark : ' '.repeat(indent)}${each}`);
}
/** A word longer than a line is cut into several, never within a pair of surrogates. */
function pieces(word, room) {
    if (word.length <= room)
        return word === '' ? [] : [word];
    const parts = [];
    let rest = word;
    while (rest.length > room) {
        const cut = /[\uD800-\uDBFF]/.test(rest.charAt(room - 1)) ? room - 1 : room;
        parts.push(rest.slice(0, cut));
        rest = rest.slice(cut);
    }
    return [...parts, rest];
}
/** Rows in aligned columns, two spaces apart. The last column wraps below itself when the line would be too long. */
function columns(rows, shape, width, indent = 0) {
    const widths = shape.map((_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
    const lastColumn = shape.length - 1;
    const before = indent + widths.slice(0, -1).reduce((total, each) => total + (each === 0 ? 0 : each + 2), 0);
    return rows.flatMap((row) => {
        const cells = row.slice(0, lastColumn).flatMap((cell, column) => {
            const wide = widths[column] ?? 0;
            if (wide === 0)
                return [];
            return [shape[column]?.align === 'right' ? cell.padStart(wide) : cell.padEnd(wide)];
        });
        const start = ' '.repeat(indent) + cells.map((cell) => `${cell}  `).join('');
        const last = row[lastColumn] ?? '';
        if (shape[lastColumn]?.align === 'right')
            return [(start + last.padStart(widths[lastColumn] ?? 0)).trimEnd()];
        if (last === '' || shape[lastColumn]?.keep === true)
            return [(start + last).trimEnd()];
        // Where too little room is left beside the other columns, the text goes below them.
        if (width - before < 24)
            return [start.trimEnd(), ...wrap(last, width, indent + 4)];
        return wrap(last, width, before, start);
    });
}
/** A line that no log takes for a command of its own: GitHub's begin with `::`, or hold `##[`. */
function safeLine(line) {
    return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #[');
}

// EXTERNAL MODULE: ./lib/reports/timeline-groups.js
var timeline_groups = __webpack_require__(59753);
;// CONCATENATED MODULE: ./lib/reports/text-timeline.js




/** The phases as bars beside their times. */
function timeline(report, page) {
    if (report.timeline.length === 0)
        return [];
    const groups = (0,timeline_groups/* timelineGroups */.G)(report, 40);
    const shown = groups.flatMap(({ phases }) => phases);
    const titles = new Map(groups.map(({ title, phases }) => [phases[0], title]));
    const nameWidth = Math.min(40, Math.max(...shown.map((phase) => (0,plain/* plain */.p)(phase.name, 40).length)));
    // What is left after name, two times and the gaps between them.
    const barWidth = Math.max(0, Math.min(40, page.width - nameWidth - 30));
    const ends = shown.map((phase) => phase.startedAt + phase.duration - report.startedAt);
    const whole = Math.max(1, ...ends);
    const rows = shown.map((phase) => {
        const from = Math.max(0, phase.startedAt - report.startedAt);
        const before = Math.min(barWidth - 1, Math.floor((from / whole) * barWidth));
        const length = Math.max(1, Math.min(barWidth - before, Math.round((phase.duration / whole) * barWidth)));
        const isSkipped = phase.status === 'skipped' || phase.status === 'manual';
        return [
            (0,plain/* plain */.p)(phase.name, 40),
            isSkipped ? '' : `+${(0,units/* formatDuration */.a3)(from)}`,
            phase.status === 'manual' ? 'by hand' : isSkipped ? 'skipped' : (0,units/* formatDuration */.a3)(phase.duration),
            barWidth === 0 || isSkipped
                ? ''
                : ' '.repeat(before) + (phase.status === 'failed' ? '░' : '█').repeat(length),
        ];
    });
    const lines = columns(rows, [{}, { align: 'right' }, { align: 'right' }, { keep: true }], page.width, 2);
    return [
        page.paint('Timeline', 'bold'),
        ...lines.flatMap((line, index) => {
            const title = titles.get(shown[index]) ?? null;
            const detail = (0,plain/* plain */.p)(shown[index]?.detail ?? '', 300);
            return [
                ...(title === null ? [] : [`  ${page.paint((0,plain/* plain */.p)(title, 60), 'dim')}`]),
                line,
                ...(detail === '' ? [] : wrap(detail, page.width, 6).map((text) => page.paint(text, 'dim'))),
            ];
        }),
    ];
}

// EXTERNAL MODULE: ./lib/reports/words.js
var words = __webpack_require__(33678);
;// CONCATENATED MODULE: ./lib/reports/text.js









/** More lines than these scroll the verdict away. */
const mostTroubles = 20;
const mostTables = 20;
const statusStyle = {
    passed: 'green',
    degraded: 'yellow',
    failed: 'red',
    skipped: 'yellow',
};
const statusMark = { passed: '✓', degraded: '!', failed: '✗', skipped: '-' };
const verdictStyle = { passed: 'green', degraded: 'yellow', failed: 'red' };
/** The report for a log or a terminal: the same order as the job summary, the verdict first. */
function renderText(report, options) {
    const page = {
        hideNames: options.hideNames,
        width: Math.max(60, options.width ?? 100),
        paint: options.color === true ? paint : (text) => text,
    };
    const blocks = [
        head(report, page),
        text_restored(report, page),
        text_failure(report, page),
        next(report, page),
        objectives(report, page),
        checks(report, page),
        copies(report, page),
        notices(report, page),
        facts(report, page),
        timeline(report, page),
        tables(report, page),
    ];
    const lines = blocks
        .filter((block) => block.length > 0)
        .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
    return `${lines.map(safeLine).join('\n')}\n`;
}
function head(report, page) {
    const isCancelled = report.failure?.kind === 'cancelled';
    const word = (isCancelled ? 'cancelled' : words/* verdictWord */.E0[report.verdict]).toUpperCase();
    const what = `${(0,words/* operationWord */.MW)(report.operation)} of ${(0,plain/* plain */.p)(report.environment, 60)}`;
    const about = [
        ...(report.backupId === null ? [] : [`backup ${(0,plain/* plain */.p)(report.backupId, 80)}`]),
        (0,words/* instantText */.Xx)(report.finishedAt),
        `took ${(0,units/* formatDuration */.a3)(report.finishedAt - report.startedAt)}`,
    ];
    return [
        `${page.paint(word, verdictStyle[report.verdict])}  ${page.paint(what, 'bold')}`,
        ...wrap((0,headline/* headline */.P)(report), page.width, 2),
        ...wrap(about.join(', '), page.width, 2).map((line) => page.paint(line, 'dim')),
    ];
}
function text_restored(report, page) {
    const rows = (0,restored/* restoredRows */.Mm)(report).map(([label, text]) => [(0,plain/* plain */.p)(label, 60), (0,plain/* plain */.p)(text, 300)]);
    return rows.length === 0 ? [] : columns(rows, [{}, {}], page.width, 2);
}
function text_failure(report, page) {
    if (report.failure === null)
        return [];
    const { kind, message, subjects } = report.failure;
    const lines = message.split('\n').filter((line) => line.trim() !== '');
    return [
        page.paint('What went wrong', 'bold'),
        ...lines
            .slice(0, 60)
            .flatMap((line, index) => wrap((0,plain/* plain */.p)(index === 0 ? (0,words/* sentence */.em)(line) : line, 4_000), page.width, index === 0 ? 2 : 4)),
        ...about(subjects, page, 2),
        ...wrap(`kind of failure: ${kind} (${failure/* failureKinds */.cV[kind].meaning})`, page.width, 2),
    ];
}
function next(report, page) {
    const steps = (0,words/* nextSteps */.Zn)(report).slice(0, 20);
    if (steps.length === 0)
        return [];
    return [
        page.paint('What to do next', 'bold'),
        ...steps.flatMap((step, index) => stepLines((0,plain/* plain */.p)(step, 2_000), page.width, `  ${index + 1}. `)),
    ];
}
/** `Then go on: lifeboat runbook run --run …`: words, a colon, and a command up to the end. */
const endsInCommand = /^(.*:) (lifeboat(?: [a-z][a-z-]*){1,2}(?: --[a-z-]+(?: (?!--)(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+)?)*)$/;
/** A command stays on one line, however long: broken, it would not work when it is pasted. */
function stepLines(step, width, mark) {
    const [, words = '', command = ''] = endsInCommand.exec(step) ?? [];
    if (command === '' || mark.length + step.length <= width)
        return wrap(step, width, 5, mark);
    return [...wrap(words, width, 5, mark), `${' '.repeat(5)}${command}`];
}
function objectives(report, page) {
    if (report.objectives.length === 0)
        return [];
    const shape = [{}, { align: 'right' }, { align: 'right' }, { align: 'right' }, {}, {}];
    const rows = report.objectives.map((objective) => [
        objective.name,
        objective.target === null ? 'none set' : (0,units/* formatDuration */.a3)(objective.target),
        (0,units/* formatDuration */.a3)(objective.measured),
        objective.margin === null ? '–' : `${objective.margin > 0 ? '+' : ''}${(0,units/* formatDuration */.a3)(objective.margin)}`,
        objective.met === null ? '–' : objective.met ? 'met' : 'MISSED',
        (0,plain/* plain */.p)(objective.basis, 200),
    ]);
    const titles = ['Objectives', 'target', 'measured', 'margin', 'result', 'rests on'];
    return columns([titles, ...rows], shape, page.width).map((line, index) => index === 0 ? page.paint(line, 'bold') : line.includes('MISSED') ? page.paint(line, 'red') : line);
}
function checks(report, page) {
    if (report.checks.length === 0)
        return [];
    const rungs = (0,words/* checksByRung */.xJ)(report.checks);
    const rows = rungs.map((group) => [
        `${statusMark[group.status]} ${group.rung}`,
        (0,words/* statusCounts */.rc)(group.checks.map((check) => check.status)),
        (0,units/* formatDuration */.a3)(group.checks.reduce((total, check) => total + check.duration, 0)),
    ]);
    const ladder = columns(rows, [{}, {}, { align: 'right' }], page.width, 2);
    const bad = (0,verdict/* troubles */.d4)(report.checks);
    // What a gate was opened by is its evidence.
    const met = report.operation === 'gate' ? report.checks.filter(({ status }) => status === 'passed') : [];
    return [
        page.paint('Checks', 'bold'),
        ...ladder.map((line, index) => page.paint(line, statusStyle[rungs[index]?.status ?? 'passed'])),
        ...[...bad, ...met]
            .slice(0, mostTroubles)
            .flatMap((check) => [
            ...wrap(`${check.rung}: ${(0,plain/* plain */.p)(check.name, 200)} (${check.status}${check.failure === null ? '' : `, ${check.failure}`})`, page.width, 4, `  ${statusMark[check.status]} `).map((line) => page.paint(line, statusStyle[check.status])),
            ...wrap((0,plain/* plain */.p)(check.detail, 1_000), page.width, 6),
            ...about(check.subjects, page, 6),
        ]),
        ...(bad.length > mostTroubles ? [`  and ${bad.length - mostTroubles} more, in the JSON report`] : []),
    ];
}
function copies(report, page) {
    if (report.copies.length === 0)
        return [];
    const rows = report.copies
        .slice(0, 50)
        .map((copy) => [
        `${(0,words/* isGoodCopy */.t6)(copy) ? '✓' : copy.status === 'ephemeral' ? '!' : '✗'} ${(0,plain/* plain */.p)(copy.store, 60)}`,
        (0,plain/* plain */.p)(copy.kind, 30),
        copy.status,
        (0,words/* writeOnceText */.Kb)(copy.writeOnce),
        (0,plain/* plain */.p)(copy.detail ?? '', 500),
    ]);
    return [page.paint('Copies', 'bold'), ...columns(rows, [{}, {}, {}, {}, {}], page.width, 2)];
}
function notices(report, page) {
    if (report.notices.length === 0)
        return [];
    return [
        page.paint('Worth knowing', 'bold'),
        ...report.notices
            .slice(0, 50)
            .flatMap((notice) => [
            ...wrap((0,plain/* plain */.p)(notice.text, 1_000), page.width, 4, notice.level === 'warning' ? '  ! ' : '  - ').map((line) => (notice.level === 'warning' ? page.paint(line, 'yellow') : line)),
            ...about(notice.subjects, page, 4),
        ]),
    ];
}
function facts(report, page) {
    if (report.facts.length === 0)
        return [];
    const rows = report.facts.slice(0, 60).map((fact) => [(0,plain/* plain */.p)(fact.label, 60), (0,plain/* plain */.p)(fact.text, 500)]);
    return [page.paint('Figures', 'bold'), ...columns(rows, [{}, {}], page.width, 2)];
}
function tables(report, page) {
    if (report.tables.length === 0)
        return [];
    const summary = `${(0,words/* counted */.hS)(report.tables.length, 'table')}: ${(0,words/* statusCounts */.rc)(report.tables.map((table) => table.status))}`;
    if (page.hideNames)
        return [page.paint('Tables', 'bold'), `  ${summary}; ${words/* namesHidden */.Ti}`];
    const ordered = (0,words/* tablesByInterest */.p5)(report.tables);
    const rows = ordered
        .slice(0, mostTables)
        .map((table) => [
        `${(0,words/* isBadTable */.YJ)(table) ? (table.status === 'unproven' ? '!' : '✗') : '✓'} ${(0,plain/* plain */.p)(table.name, 60)}`,
        table.rows === null ? '–' : (0,words/* grouped */.zD)(table.rows),
        table.bytes === null ? '–' : (0,units/* formatBytes */.z3)(table.bytes),
        table.status,
        (0,plain/* plain */.p)(table.note ?? '', 200),
    ]);
    const titles = ['  table', 'rows', 'size', 'result', 'note'];
    const shape = [{}, { align: 'right' }, { align: 'right' }, {}, {}];
    const more = ordered.length - rows.length;
    return [
        page.paint('Tables', 'bold'),
        ...wrap(summary, page.width, 2),
        ...columns([titles, ...rows], shape, page.width, 2),
        ...(more > 0 ? [`  and ${(0,words/* grouped */.zD)(more)} more, in the JSON report`] : []),
    ];
}
function about(subjects, page, indent) {
    if (subjects.length === 0)
        return [];
    if (page.hideNames)
        return wrap(`about ${(0,words/* counted */.hS)(subjects.length, 'object')}, ${words/* namesHidden */.Ti}`, page.width, indent);
    const shown = subjects.slice(0, 10).map((subject) => (0,plain/* plain */.p)(subject, 120));
    const more = subjects.length - shown.length;
    return wrap(`about ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`, page.width, indent);
}


/***/ })

};
