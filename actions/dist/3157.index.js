export const id = 3157;
export const ids = [3157];
export const modules = {

/***/ 83157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderDashboard: () => (/* binding */ renderDashboard)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/watch/score.js
var watch_score = __webpack_require__(59290);
;// CONCATENATED MODULE: ./lib/reports/dashboard/html.js
/** Markup that is sound already. Everything else that stands in a template is escaped. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** ``markup`<p>${text}</p>` ``: values are escaped, for text and for quoted attributes alike; lists are joined. */
function markup(parts, ...values) {
    return new Html(parts.map((part, index) => part + (index < values.length ? rendered(values[index]) : '')).join(''));
}
function rendered(value) {
    if (value instanceof Html)
        return value.text;
    if (value === null || value === undefined || value === false)
        return '';
    if (typeof value === 'string' || typeof value === 'number')
        return escaped(String(value));
    return value.map(rendered).join('');
}
const signs = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Control characters, which could turn text about, are left out too. */
function escaped(text) {
    return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

;// CONCATENATED MODULE: ./lib/reports/dashboard/chart.js

/** Charts are drawn when the page is made: the page needs no script. Sizes in user units; a phone scales them down a little. */
const width = 420;
const height = 176;
const left = 70;
const right = 12;
const chart_top = 14;
const bottom = 26;
function lineChart(chart) {
    const { points, from, to, target } = chart;
    const highest = Math.max(1, target ?? 0, ...points.map(({ value }) => value)) * 1.12;
    const x = (at) => round(left + ((at - from) / Math.max(1, to - from)) * (width - left - right));
    const y = (value) => round(height - bottom - (value / highest) * (height - chart_top - bottom));
    const line = points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ');
    const [first, last] = [points[0], points.at(-1)];
    const base = y(0);
    const area = first && last ? `${x(first.at)},${base} ${line} ${x(last.at)},${base}` : '';
    return svg(chart.title, chart.description, [
        grid([0, 0.5, 1].map((share) => (highest / 1.12) * share), y, chart.format),
        ticks(timeMarks(from, to), x),
        points.length > 1 &&
            markup `<polygon class="area" points="${area}" /><polyline class="line" points="${line}" />`,
        target !== null &&
            markup `<line class="target" x1="${left}" x2="${width - right}" y1="${y(target)}" y2="${y(target)}" />
        <text class="target-text" x="${width - right}" y="${y(target) - 4}" text-anchor="end"
          >promised ${chart.format(target)}</text
        >`,
        points.length <= 60 &&
            points.map((point) => markup `<circle
            class="${target !== null && point.value > target ? 'dot bad' : 'dot'}"
            cx="${x(point.at)}"
            cy="${y(point.value)}"
            r="${points.length > 30 ? 2 : 3}"
            ><title>${chart.tip(point)}</title></circle
          >`),
    ]);
}
/** One bar a day: what came, what came late, what did not come. Missed runs are hatched too, for whoever sees no colours. */
function barChart({ title, description, days: all, tip }) {
    const highest = Math.max(1, ...all.map(({ made, late, missed }) => made + late + missed));
    const slot = (width - left - right) / Math.max(1, all.length);
    const gap = Math.min(3, slot * 0.2);
    const y = (value) => round(height - bottom - (value / highest) * (height - chart_top - bottom));
    const bars = all.map((day, index) => {
        const at = round(left + index * slot + gap / 2);
        const wide = round(Math.max(1, Math.min(28, slot - gap)));
        const part = (kind, start, count) => count > 0 &&
            markup `<rect
        class="bar ${kind}"
        x="${at}"
        width="${wide}"
        y="${y(start + count)}"
        height="${round(y(start) - y(start + count))}"
      />`;
        const { made, late, missed } = day;
        return markup `<g
      >${part('made', 0, made)}${part('late', made, late)}${part('missed', made + late, missed)}<title>
        ${tip(day)}
      </title></g
    >`;
    });
    const barWidth = Math.min(28, slot);
    // A day's name stands at its bar, be there one or a month of them.
    const named = [...new Set([0, all.length >> 1, all.length - 1])].filter((index) => index in all);
    const marks = named.map((index) => {
        const anchor = all.length < 3 || index === 0 ? 'start' : index === all.length - 1 ? 'end' : 'middle';
        return { at: index, anchor, text: isoText(all[index]?.at ?? 0).slice(5, 10) };
    });
    return svg(title, description, [
        grid([0, highest / 2, highest], y, (value) => (Number.isInteger(value) ? String(value) : '')),
        ticks(marks, (index) => {
            const begin = left + index * slot;
            const isEnd = all.length > 2 && index === all.length - 1;
            return round(all.length < 3 || index === 0 ? begin : isEnd ? begin + barWidth : begin + barWidth / 2);
        }),
        bars,
    ]);
}
function svg(title, description, parts) {
    const id = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return markup `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${description}</desc>
    ${parts.map((part) => part)}
  </svg>`;
}
function grid(values, y, format) {
    return markup `${values.map((value) => markup `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}" /><text
          class="tick"
          x="${left - 6}"
          y="${y(value) + 4}"
          text-anchor="end"
          >${format(value)}</text
        >`)}`;
}
const day = 86_400_000;
/** Days, or times where the days would all be the same. */
function timeMarks(from, to) {
    const isShort = to - from < 2 * day;
    let said = '';
    return [
        ['start', from],
        ['middle', (from + to) / 2],
        ['end', to],
    ].map(([anchor, at]) => {
        const [date = '', time = ''] = isoText(at).slice(5, 16).split('T');
        const text = !isShort ? date : date === said ? time : `${date} ${time}`;
        said = date;
        return { at, anchor, text };
    });
}
function isoText(at) {
    return new Date(at).toISOString();
}
function ticks(marks, x) {
    return markup `${marks.map(({ at, anchor, text }) => markup `<text class="tick" x="${x(at)}" y="${height - 8}" text-anchor="${anchor}">${text}</text>`)}`;
}
function round(value) {
    return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./lib/reports/dashboard/words.js
function verdictWord(status) {
    const words = {
        passed: 'well',
        degraded: 'warning',
        failed: 'trouble',
        skipped: 'not asked',
    };
    return words[status];
}
/** `2026-11-21 10:22 UTC` */
function timeText(at) {
    return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
function dayText(at) {
    return new Date(at).toISOString().slice(0, 10);
}
/** `data of main failed`: the first of the gravest kind, since checks come with what matters most first; null when all is well. */
function worstCheck(checks) {
    for (const [status, word] of [
        ['failed', 'failed'],
        ['degraded', 'is degraded'],
    ]) {
        const found = checks.find((check) => check.status === status);
        if (found !== undefined)
            return `${found.name} ${word}`;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/reports/dashboard/tables.js



/** The figures behind a chart. */
function dataTable(head, rows) {
    return markup `<details>
    <summary>Figures</summary>
    ${table(head, [...rows].reverse())}
  </details>`;
}
function table(head, rows) {
    return markup `<div class="wide" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => markup `<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => markup `<tr>
              ${row.map((cell) => markup `<td>${cell}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>`;
}
function pill(verdict) {
    return markup `<span class="pill ${verdict}">${verdict}</span>`;
}
/** Day and time, which may stand below each other. */
function moment(at) {
    const [day = '', ...rest] = timeText(at).split(' ');
    return markup `<time>${day}</time> <time>${rest.join(' ')}</time>`;
}
function span(value) {
    return value === null ? '—' : (0,units/* formatDuration */.a3)(value);
}
function storeTable(stores) {
    return table(['store', 'kind', 'backups', 'size', 'newest'], stores.map(({ name, type, backups, bytes, newest }) => backups === null
        ? [name, type, markup `<span class="pill failed">no answer</span>`, '—', '—']
        : [name, type, backups, (0,units/* formatBytes */.z3)(bytes), newest ?? '—']));
}
function proofTable(proofs) {
    if (proofs.length === 0)
        return markup `<p class="soft small">None: nothing is proven.</p>`;
    return table(['time', '', 'backup', 'asked up to', 'recovery'], proofs.map(({ at, backupId, verdict, level, recovery }) => [
        moment(at),
        pill(verdict),
        backupId,
        level,
        span(recovery),
    ]));
}
function drillTable(drills) {
    if (drills.length === 0)
        return markup `<p class="soft small">None in this time.</p>`;
    return table(['time', '', 'scenario', 'noticed in', 'recovered in', 'lost writes'], drills.map(({ at, scenario, verdict, detect, recover, lostWrites }) => [
        moment(at),
        pill(verdict),
        markup `<span class="wraps">${scenario}</span>`,
        span(detect),
        span(recover),
        lostWrites ?? '—',
    ]));
}
function backupTable(backups) {
    if (backups.length === 0)
        return markup `<p class="soft small">There is none.</p>`;
    return table(['backup', 'class', 'size', 'took', 'whole in', 'restore test'], backups.map(({ id, class: kind, size, duration, stores, proof }) => [
        id,
        kind,
        (0,units/* formatBytes */.z3)(size),
        (0,units/* formatDuration */.a3)(duration),
        stores.length === 0 ? 'no store' : stores.join(', '),
        proof === null ? '—' : pill(proof),
    ]));
}

;// CONCATENATED MODULE: ./lib/reports/dashboard/environment.js






/** Everything about one environment, from what matters at a glance down to the tables. */
function environmentSection(environment, now, { showNames }) {
    const { name, verdict, failure } = environment;
    return markup `<section id="${name}" aria-labelledby="${name}-title">
    <div class="title">
      <h2 id="${name}-title">${name}</h2>
      <span class="pill ${verdict}">${verdictWord(verdict)}</span
      >${environment.protected && markup `<span class="pill">protected</span>`}${scoreNote(environment)}
    </div>
    ${failure !== null ? markup `<div class="card"><p>${failure}</p></div>` : body(environment, now, showNames)}
  </section>`;
}
/** Why the score is what it is. */
function scoreNote({ score, checks }) {
    const failed = checks.filter(({ status }) => status === 'failed').length;
    const worst = worstCheck(checks);
    if (score === null || worst === null)
        return false;
    const more = failed > 1 ? `, and ${failed - 1} more` : '';
    const cap = failed > 0 ? `; with a failed check it is ${watch_score/* bestWithFailure */.xL} at most` : '';
    return markup `<span class="soft small">score ${score} of 100: ${worst}${more}${cap}</span>`;
}
function body(environment, now, showNames) {
    return markup `<div class="figures">${figures(environment, now)}</div>
    <div class="charts">${charts(environment)}</div>
    <div class="halves">
      <div class="card">
        <h3>Checks</h3>
        ${checkList(environment.checks, showNames)}
      </div>
      <div class="card">
        <h3>Stores</h3>
        ${storeTable(environment.stores)}
      </div>
    </div>
    <div class="halves">
      <div class="card">
        <h3>Restore tests</h3>
        ${proofTable(environment.proofs.newest)}
      </div>
      <div class="card">
        <h3>Drills</h3>
        ${drillTable(environment.drills)}
      </div>
    </div>
    <div class="card">
      <h3>Newest backups</h3>
      ${backupTable(environment.backups)}
    </div>`;
}
function figures({ newest, objectives, proof, recoveries, schedules, proofs }, now) {
    const { rpo, rto } = objectives;
    const age = newest?.dataAge ?? null;
    const recovery = recoveries.at(-1) ?? null;
    const backups = schedules.find(({ what }) => what === 'backups');
    return [
        figure('Newest data', age === null ? 'unknown' : (0,units/* formatDuration */.a3)(age), rpo === null ? 'old; no RPO promised' : `old · RPO ${(0,units/* formatDuration */.a3)(rpo)}`, age === null ? 'failed' : within(age, rpo)),
        figure('Recovery takes', recovery === null ? 'unknown' : (0,units/* formatDuration */.a3)(recovery.value), [
            rto === null ? 'no RTO promised' : `RTO ${(0,units/* formatDuration */.a3)(rto)}`,
            ...(recovery === null ? [] : [recovery.basis]),
        ].join(' · '), recovery === null ? 'skipped' : within(recovery.value, rto)),
        figure('Newest restore test', proof === null ? 'none' : proof.verdict, proof === null ? 'nothing is proven' : `${(0,units/* formatDuration */.a3)(Math.max(0, now - proof.at))} ago`, proof?.verdict ?? 'failed'),
        figure('Runs that came', backups === undefined || backups.due === 0 ? 'unknown' : `${share(backups)} %`, backups === undefined
            ? 'nothing says when'
            : `${backups.made + backups.late} of ${backups.due} backups`, backups === undefined || backups.due === 0 ? 'skipped' : backups.missed === 0 ? 'passed' : 'degraded'),
        figure('Restore tests passed', proofs.made === 0 ? 'none' : `${Math.floor((100 * proofs.passed) / proofs.made)} %`, `${proofs.passed} of ${proofs.made}`, proofs.made === 0 ? 'skipped' : proofs.passed === proofs.made ? 'passed' : 'degraded'),
    ];
}
function within(value, target) {
    return target === null ? 'skipped' : value <= target ? 'passed' : 'failed';
}
function share({ made, late, due }) {
    return Math.floor((100 * (made + late)) / Math.max(1, due));
}
function figure(label, value, note, status) {
    return markup `<div class="card figure ${status}">
    <h3>${label}</h3>
    <b>${value}</b><span class="soft small">${note}</span>
  </div>`;
}
function charts(environment) {
    const { from, to, objectives, name } = environment;
    const duration = (value) => (value === 0 ? '0' : (0,units/* formatDuration */.a3)(value));
    const line = (title, points, target, format, column) => {
        // What was not recorded yet is no part of the picture.
        const start = Math.max(from, (points.length > 1 ? points[0]?.at : null) ?? from);
        return markup `<div class="card">
      <h3>${title}</h3>
      ${points.length === 0
            ? markup `<p class="soft small">No record yet.</p>`
            : markup `${lineChart({
                title: `${title}, ${name}`,
                description: `${points.length} values from ${dayText(start)} to ${dayText(to)}, the highest ${format(Math.max(...points.map(({ value }) => value)))}${target === null ? '' : `, promised ${format(target)}`}`,
                points,
                from: start,
                to,
                target,
                format,
                tip: ({ at, value }) => `${timeText(at)}: ${format(value)}`,
            })}${dataTable(['time', column], points.map(({ at, value }) => [timeText(at), format(value)]))}`}
    </div>`;
    };
    return [
        line('Age that the data reached (RPO)', environment.dataAges, objectives.rpo, duration, 'age'),
        line('Recovery as measured (RTO)', environment.recoveries, objectives.rto, duration, 'recovery'),
        line('Size of one copy', environment.sizes, null, (value) => (0,units/* formatBytes */.z3)(Math.round(value)), 'size'),
        ...environment.schedules.map((schedule) => scheduleChart(schedule, name)),
    ];
}
function scheduleChart({ what, basis, days, due, made, late, missed }, name) {
    const title = `Expected ${what}, by day`;
    const words = (day) => `${day.made} came, ${day.late} late, ${day.missed} missed`;
    return markup `<div class="card">
    <h3>${title}</h3>
    ${barChart({
        title: `${title}, ${name}`,
        description: `${due} were due: ${words({ made, late, missed })}`,
        days,
        tip: (day) => `${dayText(day.at)}: ${words(day)}`,
    })}
    <p class="key">
      <span>came ${made}</span><span class="late">late ${late}</span
      ><span class="missed">missed ${missed}</span>
    </p>
    <p class="soft small">Expected by ${basis}</p>
    ${dataTable(['day', 'came', 'late', 'missed'], days.map((day) => [dayText(day.at), day.made, day.late, day.missed]))}
  </div>`;
}
const order = ['failed', 'degraded', 'passed', 'skipped'];
/** What needs somebody first. */
function checkList(checks, showNames) {
    const inOrder = [...checks].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
    const item = ({ name, status, detail, subjects }) => markup `<li>
      <span><span class="pill ${status}">${verdictWord(status)}</span></span>
      <p>
        <b>${name}</b>
        <span class="soft"
          >${detail}${showNames && subjects.length > 0 ? ` (${subjects.join(', ')})` : ''}</span
        >
      </p>
    </li>`;
    const open = inOrder.filter(({ status }) => status === 'failed' || status === 'degraded');
    const rest = inOrder.filter((check) => !open.includes(check));
    return markup `${open.length === 0
        ? markup `<p class="soft small">None found anything wrong.</p>`
        : markup `<ul class="checks">
            ${open.map(item)}
          </ul>`}
    <details>
      <summary>${rest.length} more</summary>
      <ul class="checks">
        ${rest.map(item)}
      </ul>
    </details>`;
}

;// CONCATENATED MODULE: ./lib/reports/dashboard/style.js
/** The whole look. Colours are chosen for a contrast of 4.5 and more on their own ground, in both schemes. */
const style = `
:root{color-scheme:light dark;--ground:#f4f6f8;--card:#fff;--ink:#16202a;--soft:#566472;--edge:#dfe5ea;--accent:#0b6b7d;--area:#0b6b7d22;
--good:#15703a;--good-ground:#e3f4e9;--warn:#8a5300;--warn-ground:#fdf0d8;--bad:#b3261e;--bad-ground:#fce8e6;--none-ground:#e9edf1;
--bar-good:#3fa56b;--bar-late:#e0a02e;--bar-bad:#d5473d;--shadow:0 1px 2px #16202a14,0 4px 16px #16202a0d}
@media(prefers-color-scheme:dark){:root{--ground:#0e141a;--card:#172029;--ink:#e8eef3;--soft:#9fb0bf;--edge:#293541;--accent:#5cc5d8;--area:#5cc5d826;
--good:#7fdba2;--good-ground:#16321f;--warn:#f2c063;--warn-ground:#3a2c10;--bad:#ff9b92;--bad-ground:#41191a;--none-ground:#232e38;
--bar-good:#3d9a64;--bar-late:#d79a33;--bar-bad:#e5655b;--shadow:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Ubuntu,sans-serif;font-variant-numeric:tabular-nums}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 20px}
header{padding-top:28px;padding-bottom:8px;display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;justify-content:space-between}
h1{font-size:26px;letter-spacing:-.02em;margin:0}h2{font-size:21px;letter-spacing:-.01em;margin:0}h3{font-size:14px;font-weight:600;margin:0 0 2px}
p{margin:0}.soft{color:var(--soft)}.small{font-size:13px}
a{color:var(--accent)}
.overview{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:14px;margin:14px 0 34px;padding:0;list-style:none}
.overview a{display:flex;gap:14px;align-items:center;height:100%;text-decoration:none;color:inherit}
.card,.overview a{background:var(--card);border:1px solid var(--edge);border-radius:12px;padding:16px 18px;box-shadow:var(--shadow);min-width:0}
.overview a:hover{border-color:var(--accent)}
section{margin:0 0 44px;scroll-margin-top:12px}
.title{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin:0 0 14px}
.pill{display:inline-block;border-radius:99px;padding:1px 10px;font-size:12.5px;font-weight:600;white-space:nowrap;background:var(--none-ground);color:var(--soft)}
.pill.passed{background:var(--good-ground);color:var(--good)}.pill.degraded{background:var(--warn-ground);color:var(--warn)}.pill.failed{background:var(--bad-ground);color:var(--bad)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:14px;margin:0 0 14px}
.figure b{display:block;font-size:24px;line-height:1.25;letter-spacing:-.02em;font-weight:650}
.figure.failed b{color:var(--bad)}.figure.degraded b{color:var(--warn)}.figure.passed b{color:var(--good)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:14px;margin:0 0 14px}
svg{display:block;width:100%;height:auto;margin:6px 0 2px;overflow:visible}
.ring{width:52px;flex:none;margin:0}.ring circle{fill:none;stroke-width:6;stroke:var(--edge)}.ring .arc{stroke:var(--bar-good);stroke-linecap:round}
.ring.degraded .arc{stroke:var(--bar-late)}.ring.failed .arc{stroke:var(--bar-bad)}.ring text{font-size:17px;font-weight:650;fill:var(--ink);text-anchor:middle}
.grid{stroke:var(--edge)}.tick{fill:var(--soft);font-size:11.5px}.line{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}
.area{fill:var(--area)}.dot{fill:var(--accent)}.dot.bad{fill:var(--bar-bad)}.target{stroke:var(--bar-bad);stroke-width:1.5;stroke-dasharray:5 4}.target-text{fill:var(--bad);font-size:11.5px}
.bar.made{fill:var(--bar-good)}.bar.late{fill:var(--bar-late)}.bar.missed{fill:var(--bar-bad);stroke:var(--card);stroke-dasharray:2 2}
.key{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:12.5px;color:var(--soft)}.key span::before{content:"";display:inline-block;width:9px;height:9px;border-radius:2px;margin-right:5px;background:var(--bar-good)}
.key .late::before{background:var(--bar-late)}.key .missed::before{background:var(--bar-bad)}
.checks{list-style:none;margin:0;padding:0}.checks li{display:grid;grid-template-columns:86px 1fr;gap:12px;padding:7px 0;border-top:1px solid var(--edge)}.checks li:first-child{border:0}
.checks p{overflow-wrap:anywhere}
details{margin-top:6px}summary{cursor:pointer;color:var(--soft);font-size:13px}summary:hover{color:var(--accent)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:13px}th,td{text-align:left;padding:5px 12px 5px 0;border-top:1px solid var(--edge);white-space:nowrap}
th{color:var(--soft);font-weight:600;border:0}td.number,th.number{text-align:right}
.halves th,.halves td:has(time),.wraps{white-space:normal}.halves td:has(time){width:1%}.halves time{display:inline-block;white-space:nowrap}.halves th,.halves td{padding-right:10px;vertical-align:top}.halves td:last-child,.halves th:last-child{padding-right:0}
.halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:14px;margin:0 0 14px}
footer{padding-bottom:36px;color:var(--soft);font-size:13px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media(max-width:520px){.halves td{white-space:normal}.halves .pill{padding:1px 6px}.tick,.target-text{font-size:14px}main,header,footer{padding-left:14px;padding-right:14px}.card,.overview a{padding:13px 14px}.figures{grid-template-columns:1fr 1fr;gap:10px}.figure b{font-size:20px}.checks li{grid-template-columns:1fr;gap:2px}}
@media print{body{background:#fff}.card{break-inside:avoid;box-shadow:none}}
`;

;// CONCATENATED MODULE: ./lib/reports/dashboard/page.js






/**
 * The dashboard as one page: no script, nothing loaded from anywhere, so that it opens from a disk as from a server. Its policy
 * forbids a browser whatever is not in it.
 */
function renderDashboard(dashboard, options) {
    const { environments, madeAt } = dashboard;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
    const page = markup `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${titleOf(environments)}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <h1>Lifeboat</h1>
          <p class="soft">
            As the stores’ records stood on
            <time datetime="${new Date(madeAt).toISOString()}">${timeText(madeAt)}</time>
          </p>
        </header>
        <main>
          <ul class="overview">
            ${environments.map(overview)}
          </ul>
          ${environments.map((environment) => environmentSection(environment, madeAt, options))}
        </main>
        <footer>
          <p>
            Made from signed manifests, proofs and ledger events alone; times are UTC. A page that nobody
            makes anew grows old: compare its date.
          </p>
        </footer>
      </body>
    </html> `;
    return page.text;
}
function titleOf(environments) {
    const bad = environments.filter(({ verdict }) => verdict === 'failed').length;
    return bad === 0 ? 'Lifeboat: all environments' : `Lifeboat: ${bad} in trouble`;
}
function overview({ name, verdict, score, newest, failure, checks }) {
    const worst = failure === null ? worstCheck(checks) : null;
    const age = newest?.dataAge ?? null;
    const text = failure !== null
        ? 'could not be read'
        : age === null
            ? 'no backup to count on'
            : `data ${(0,units/* formatDuration */.a3)(age)} old`;
    return markup `<li>
    <a href="#${name}"
      >${ring(score, verdict)}<span
        ><h2>${name}</h2>
        <span class="pill ${verdict}">${verdictWord(verdict)}</span>
        <span class="soft small">${text}${worst === null ? '' : ` · ${worst}`}</span></span
      ></a
    >
  </li>`;
}
/** The score as a part of a circle. */
function ring(score, verdict) {
    const length = 2 * Math.PI * 22;
    const part = Math.round(((score ?? 0) / 100) * length * 10) / 10;
    return markup `<svg
    class="ring ${verdict}"
    viewBox="0 0 52 52"
    role="img"
    aria-label="score ${score ?? 'unknown'} of 100"
  >
    <circle cx="26" cy="26" r="22" />
    ${part > 0 && markup `<circle class="arc" cx="26" cy="26" r="22" stroke-dasharray="${part} ${length}" transform="rotate(-90 26 26)" />`}
    <text x="26" y="32">${score ?? '?'}</text>
  </svg>`;
}


/***/ })

};
