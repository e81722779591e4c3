export const id = 9628;
export const ids = [9628];
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
    const rows = (0,restored/* restoredRows */.M)(report).map(([label, text]) => [(0,plain/* plain */.p)(label, 60), (0,plain/* plain */.p)(text, 300)]);
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
