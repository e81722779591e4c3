export const id = 5866;
export const ids = [5866];
export const modules = {

/***/ 21214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ judgeObjective)
/* harmony export */ });
function judgeObjective(name, target, measured, basis) {
    const margin = target === null ? null : target - measured;
    return { name, target, measured, margin, met: margin === null ? null : margin >= 0, basis };
}


/***/ }),

/***/ 47246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q$: () => (/* reexport */ cronFor),
  d0: () => (/* binding */ heldRpo),
  r9: () => (/* binding */ largestGap),
  Px: () => (/* binding */ parseCrons),
  Rc: () => (/* binding */ previousRun),
  tc: () => (/* binding */ runsBetween),
  Uz: () => (/* binding */ runsPerMonth),
  en: () => (/* binding */ shortestInterval)
});

// UNUSED EXPORTS: nextRun, parseCron

// EXTERNAL MODULE: ./lib/domain/schedule-cron.js
var schedule_cron = __webpack_require__(37920);
;// CONCATENATED MODULE: ./lib/domain/schedule-choice.js
const minute = 60_000;
const day = 1440 * minute;
/** More lines than this would puzzle a reader more than a slightly shorter interval does. */
const mostLines = 4;
/**
 * Cron lines (mostly one) that together run at least as often as the interval asks, as evenly as cron can, never at
 * minute 0, when schedulers everywhere are busiest. The same seed (the environment's name) always gives the same lines;
 * different seeds spread over the hour. What cron cannot say is rounded down: 35 minutes to 30, 5 hours to 4, 10 days
 * to 7. Less than 5 minutes gives 5, as GitHub starts nothing more often.
 */
function cronFor(interval, seed) {
    const chance = hash(seed);
    if (interval < day)
        return linesWithinDay(Math.max(5, Math.floor(interval / minute)), chance);
    const time = `${1 + (chance % 59)} ${Math.floor(chance / 59) % 24}`;
    const date = Math.floor(chance / (59 * 24));
    if (interval >= 31 * day)
        return [`${time} ${1 + (date % 28)} * *`];
    if (interval >= 7 * day)
        return [`${time} * * ${date % 7}`];
    // By weekday rather than day of month: the end of a month would make the gaps uneven.
    const weekdays = ['*', '*', '0,2,4,6', '0,3,5', '1,4', '1,4', '1,4'][Math.floor(interval / day)];
    return [`${time} * * ${weekdays ?? '*'}`];
}
/** Even steps round the day need a divisor of its 1440 minutes. */
function linesWithinDay(interval, chance) {
    for (let step = Math.min(interval, 720); step > 5; step -= 1) {
        const shared = greatestCommonDivisor(step, 60);
        if (1440 % step !== 0 || shared < 2)
            continue;
        const lines = linesFor(step, offsetFor(step, shared, chance));
        if (lines.length <= mostLines)
            return lines;
    }
    return linesFor(5, offsetFor(5, 5, chance));
}
/** Runs hit the minutes that equal the offset modulo the step's common divisor with 60: any but 0 avoids the full hour. */
function offsetFor(step, shared, chance) {
    const withinShared = 1 + (chance % (shared - 1));
    const turns = step / shared;
    return withinShared + shared * (Math.floor(chance / 59) % turns);
}
/** Minutes that run in the same hours share a line. */
function linesFor(step, offset) {
    const hoursByMinute = new Map();
    for (let at = offset; at < 1440; at += step) {
        const inHour = at % 60;
        hoursByMinute.set(inHour, [...(hoursByMinute.get(inHour) ?? []), Math.floor(at / 60)]);
    }
    const minutesByHours = new Map();
    for (const [inHour, hours] of hoursByMinute) {
        const key = hours.length === 24 ? '*' : hours.join(',');
        minutesByHours.set(key, [...(minutesByHours.get(key) ?? []), inHour]);
    }
    return [...minutesByHours].map(([hours, minutes]) => `${minutes.sort((a, b) => a - b).join(',')} ${hours} * * *`);
}
function greatestCommonDivisor(a, b) {
    return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
/** FNV-1a, 32 bits: spreads names well enough, and is the same everywhere. */
function hash(text) {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text))
        value = Math.imul(value ^ byte, 0x01000193) >>> 0;
    return value;
}

;// CONCATENATED MODULE: ./lib/domain/schedule.js



/**
 * What schedules can promise. Lines are those of GitHub's `on.schedule`: five fields, UTC. Several lines together are
 * one schedule: it runs at every minute that at least one of them names.
 */
const schedule_minute = 60_000;
const schedule_day = 86_400_000;
/** GitHub starts no schedule more often than this. */
const shortestInterval = 5 * schedule_minute;
/** The first run after an instant, or null when no such day exists within the calendar's cycle (31 February). */
function nextRun(lines, after) {
    return search(lines, Math.floor(after / schedule_minute) * schedule_minute + schedule_minute, 1);
}
/** The last run before an instant, or null as above. */
function previousRun(lines, before) {
    return search(lines, Math.ceil(before / schedule_minute) * schedule_minute - schedule_minute, -1);
}
/** Days repeat after 28 years (while no century is skipped), so nothing that has not come by then ever comes. */
const searchedDays = 28 * 366;
function search(lines, from, direction) {
    let dayStart = Math.floor(from / schedule_day) * schedule_day;
    for (let count = 0; count <= searchedDays; count += 1) {
        const minutes = minutesOfDay(lines, dayStart);
        const fitting = minutes
            .map((inDay) => dayStart + inDay * schedule_minute)
            .filter((at) => (direction === 1 ? at >= from : at <= from));
        const found = direction === 1 ? fitting[0] : fitting.at(-1);
        if (found !== undefined)
            return found;
        dayStart += direction * schedule_day;
    }
    return null;
}
/** The longest time between two runs that follow each other, in a leap year and the four years round it; null without two runs. */
function largestGap(lines) {
    let previous = null;
    let largest = null;
    for (const at of runsBetween(lines, cycleStart, cycleEnd)) {
        if (previous !== null)
            largest = Math.max(largest ?? 0, at - previous);
        previous = at;
    }
    return largest;
}
/** How often the schedule runs in a month of 30.4 days, on average over four years. */
function runsPerMonth(lines) {
    let runs = 0;
    for (let dayStart = cycleStart; dayStart < cycleEnd; dayStart += schedule_day)
        runs += minutesOfDay(lines, dayStart).length;
    return (runs / ((cycleEnd - cycleStart) / schedule_day)) * (365.25 / 12);
}
// Four years with one leap day, from a 1 January on; any will do.
const cycleStart = Date.UTC(2025, 0, 1);
const cycleEnd = Date.UTC(2029, 0, 2);
/** All runs from `start` (included) to `end` (excluded). */
function* runsBetween(lines, start, end) {
    for (let dayStart = Math.floor(start / schedule_day) * schedule_day; dayStart < end; dayStart += schedule_day) {
        for (const inDay of minutesOfDay(lines, dayStart)) {
            const at = dayStart + inDay * schedule_minute;
            if (at >= start && at < end)
                yield at;
        }
    }
}
/**
 * The RPO that a schedule can hold: just before a backup is complete, the newest one shows the data as of the start of
 * the run before it.
 * @param delay how late the scheduler may start a run
 * @param backupDuration from the start of a run to its manifest
 */
function heldRpo(gap, delay, backupDuration) {
    return gap + delay + backupDuration;
}
/** Minutes of a day at which a run starts, in ascending order. */
function minutesOfDay(lines, dayStart) {
    const minutes = new Set();
    for (const line of lines) {
        if (!runsOn(line, new Date(dayStart)))
            continue;
        for (const hour of line.hours)
            for (const inHour of line.minutes)
                minutes.add(hour * 60 + inHour);
    }
    return [...minutes].sort((a, b) => a - b);
}
/** Cron's old rule: when day of month and day of week are both restricted, either will do. */
function runsOn(line, date) {
    if (!line.months.has(date.getUTCMonth() + 1))
        return false;
    const inMonth = line.days.has(date.getUTCDate());
    const inWeek = line.weekdays.has(date.getUTCDay());
    return line.anyDay || line.anyWeekday ? inMonth && inWeek : inMonth || inWeek;
}
/** Reads several lines. @throws Failure `config` at the first that is no cron line */
function parseCrons(texts) {
    return texts.map(schedule_cron/* parseCron */.E);
}


/***/ }),

/***/ 22253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ scheduleFor)
/* harmony export */ });
/* harmony import */ var _domain_schedule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47246);

/** The cron lines that init writes and that plan reckons with, so that both speak of the same schedule. */
function scheduleFor(environment, verb, every) {
    return (0,_domain_schedule_js__WEBPACK_IMPORTED_MODULE_0__/* .cronFor */ .Q$)(every, `${environment} ${verb}`);
}


/***/ }),

/***/ 57724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ loadEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27550);



/** Folder of the environment files, from the working directory. */
const folder = 'environments';
/**
 * Finds, reads and parses the file of an environment.
 * @param elsewhere how another place is named, for whoever has files, but not this one
 * @throws Failure `config` when there is none, more than one, or its name is another
 */
async function loadEnvironment(input, elsewhere = 'Another place is named by --config, in a job by the input config.') {
    const file = input.config ?? (await findFile(input.environment, elsewhere));
    const text = await readText(file);
    const { parseEnvironment } = await __webpack_require__.e(/* import() */ 9172).then(__webpack_require__.bind(__webpack_require__, 99172));
    const environment = await parseEnvironment(text, file);
    if (environment.environment !== input.environment) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `${file} describes the environment ${environment.environment}, but ${input.environment} was asked for`, { hint: 'Give the name that stands in the file, or the path of another file.' });
    }
    return environment;
}
async function readText(file) {
    const hint = 'Check the path; it starts at the working directory. In a workflow, actions/checkout must come first.';
    try {
        // What is no file may never end, and whoever waits for a pipe to be opened hears no signal.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).isFile()) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} is no file`, { hint });
        }
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (cause) {
        if (cause instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR)
            throw cause;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `the environment file ${file} cannot be read`, { cause, hint });
    }
}
async function findFile(name, elsewhere) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const folders = [
        folder,
        ...entries.filter((entry) => entry.isDirectory()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name)),
    ];
    const found = [];
    const others = [];
    for (const place of folders.sort()) {
        for (const file of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place).catch(() => [])) {
            if (!/\.ya?ml$/.test(file))
                continue;
            const isIt = file === `${name}.yml` || file === `${name}.yaml`;
            (isIt ? found : others).push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(place, file));
        }
    }
    const [first, second] = found;
    if (first === undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `there is no file for the environment ${name}: looked for ${folder}/${name}.yml and ${folder}/*/${name}.yml`, {
            hint: others.length > 0
                ? `There ${others.length === 1 ? 'is' : 'are'} ${others.sort().join(', ')}. ${elsewhere}`
                : 'Make one with `lifeboat init`. In a workflow, actions/checkout must come first.',
        });
    }
    if (second !== undefined) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('config', `several files are for the environment ${name}: ${found.join(', ')}`, {
            hint: 'Say which one is meant with config.',
        });
    }
    return first;
}


/***/ }),

/***/ 35866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPlan: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: ./lib/host/clock.js
var clock = __webpack_require__(49144);
// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/objectives.js
var objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/domain/schedule.js + 1 modules
var schedule = __webpack_require__(47246);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/operations/plan/schedule-for.js
var schedule_for = __webpack_require__(22253);
;// CONCATENATED MODULE: ./lib/operations/plan/plan.js





/** What a plan rests on where it was not told better. Reasons and sources stand in docs/guides/adopt.md. */
const assumptions = {
    backupEvery: 24 * 3_600_000,
    verifyEvery: 24 * 3_600_000,
    backupDuration: 5 * 60_000,
    verifyDuration: 15 * 60_000,
    /** GitHub promises no bound. Half an hour is often seen; hours have been. */
    delay: 30 * 60_000,
    backupObjects: 25,
    /** Requests of a run besides one per object: marker, probe, leases, listing, manifest, signature. */
    requestsPerRun: 15,
};
/** GitHub bills each job by whole minutes. */
const billedUnit = 60_000;
/** Below this a schedule of GitHub's is the wrong tool. */
const scheduleWorthTrusting = 3_600_000;
/**
 * What a schedule can promise and what it costs. Computes only: reaches neither source nor stores.
 * @throws Failure `config` for a line that is no cron line, or a schedule that never runs
 */
function plan(environment, input, at) {
    const backups = plan_schedule(environment, input.backupSchedule, 'backup', environment.objectives.backupEvery);
    const proofs = plan_schedule(environment, input.verifySchedule, 'verify', environment.objectives.verifyEvery);
    const delay = input.delay ?? assumptions.delay;
    const backupDuration = input.backupDuration ?? assumptions.backupDuration;
    const verifyDuration = input.verifyDuration ?? assumptions.verifyDuration;
    const rpo = (0,objectives/* judgeObjective */.t)('RPO', environment.objectives.rpo ?? null, (0,schedule/* heldRpo */.d0)(backups.gap, delay, backupDuration), `longest gap ${(0,units/* formatDuration */.a3)(backups.gap)}, start up to ${(0,units/* formatDuration */.a3)(delay)} late, backup takes ${(0,units/* formatDuration */.a3)(backupDuration)}`);
    const missed = rpo.met === false;
    return {
        format: 1,
        operation: 'plan',
        environment: environment.environment,
        verdict: missed ? 'degraded' : 'passed',
        failure: missed
            ? {
                kind: 'objective',
                message: `the RPO of ${(0,units/* formatDuration */.a3)(rpo.target ?? 0)} cannot be held: this schedule can promise ${(0,units/* formatDuration */.a3)(rpo.measured)}`,
                hint: adviceFor(rpo, delay, backupDuration),
                subjects: [],
            }
            : null,
        backupId: null,
        startedAt: at,
        finishedAt: at,
        actor: null,
        reason: null,
        runUrl: null,
        objectives: [rpo],
        checks: [],
        timeline: [],
        facts: [
            ...scheduleFacts('Backups', backups, backupDuration),
            ...scheduleFacts('Restore tests', proofs, verifyDuration),
            ...costFacts(input, environment, backups, proofs, backupDuration, verifyDuration),
        ],
        tables: [],
        copies: [],
        notices: notices(environment, input, backups, proofs),
        next: missed ? [adviceFor(rpo, delay, backupDuration)] : [],
    };
}
function plan_schedule(environment, given, verb, every) {
    const interval = every ?? (verb === 'backup' ? assumptions.backupEvery : assumptions.verifyEvery);
    const lines = given === undefined || given.length === 0 ? (0,schedule_for/* scheduleFor */.h)(environment.environment, verb, interval) : given;
    const cron = (0,schedule/* parseCrons */.Px)(lines);
    const gap = (0,schedule/* largestGap */.r9)(cron);
    if (gap === null) {
        throw new failure/* Failure */.HR('config', `the ${verb} schedule ${JSON.stringify(lines.join('; '))} never runs twice`, {
            hint: 'Give lines whose days exist.',
        });
    }
    return { lines, gap, perMonth: (0,schedule/* runsPerMonth */.Uz)(cron) };
}
function adviceFor(rpo, delay, backupDuration) {
    const target = rpo.target ?? 0;
    const room = target - delay - backupDuration;
    const onMachine = `Run \`lifeboat backup --every\` on a machine of your own: it starts on time, so an RPO of ${(0,units/* formatDuration */.a3)(target)} needs a backup every ${(0,units/* formatDuration */.a3)(Math.max(0, target - backupDuration))}.`;
    if (target < scheduleWorthTrusting || room < schedule/* shortestInterval */.en) {
        return target > backupDuration
            ? onMachine
            : `A backup alone takes ${(0,units/* formatDuration */.a3)(backupDuration)}; an RPO of ${(0,units/* formatDuration */.a3)(target)} needs continuous archiving of WAL, which this version of Lifeboat does not do.`;
    }
    return `Back up every ${(0,units/* formatDuration */.a3)(room)} or more often, or promise an RPO of ${(0,units/* formatDuration */.a3)(rpo.measured)}.`;
}
function scheduleFacts(what, planned, duration) {
    const { lines, gap, perMonth } = planned;
    const minutes = minutesOf(planned, duration);
    return [
        { label: `${what}: schedule (UTC)`, text: lines.join('; ') },
        { label: `${what}: longest gap`, text: (0,units/* formatDuration */.a3)(gap), value: gap, unit: 'milliseconds' },
        { label: `${what}: runs a month`, text: rounded(perMonth), value: perMonth, unit: 'count' },
        { label: `${what}: runner minutes a month`, text: rounded(minutes), value: minutes, unit: 'count' },
    ];
}
/** Runner minutes a month. */
function minutesOf({ perMonth }, duration) {
    return perMonth * Math.ceil(duration / billedUnit);
}
function costFacts(input, environment, backups, proofs, backupDuration, verifyDuration) {
    const stores = environment.stores.length;
    const perRun = (input.backupObjects ?? assumptions.backupObjects) + assumptions.requestsPerRun;
    const minutes = minutesOf(backups, backupDuration) + minutesOf(proofs, verifyDuration);
    // A proof reads from one store; every store is written to and listed.
    const requests = perRun * (backups.perMonth * stores + proofs.perMonth);
    const facts = [
        {
            label: 'Runner minutes a month, in all',
            text: sumOfRounded(minutesOf(backups, backupDuration), minutesOf(proofs, verifyDuration)),
            value: minutes,
            unit: 'count',
        },
        { label: 'Requests to stores a month, about', text: rounded(requests), value: requests, unit: 'count' },
    ];
    const { backupSize } = input;
    if (backupSize === undefined)
        return facts;
    const uploaded = backupSize * backups.perMonth * stores;
    const downloaded = backupSize * proofs.perMonth;
    return [
        ...facts,
        { label: 'Uploaded a month', text: (0,units/* formatBytes */.z3)(uploaded), value: uploaded, unit: 'bytes' },
        {
            label: 'Downloaded a month, by restore tests',
            text: (0,units/* formatBytes */.z3)(downloaded),
            value: downloaded,
            unit: 'bytes',
        },
    ];
}
function notices(environment, input, backups, proofs) {
    const say = (level, text) => ({ level, text, subjects: [] });
    const assumed = [
        ...(input.backupDuration === undefined
            ? [`a backup takes ${(0,units/* formatDuration */.a3)(assumptions.backupDuration)}`]
            : []),
        ...(input.verifyDuration === undefined
            ? [`a restore test takes ${(0,units/* formatDuration */.a3)(assumptions.verifyDuration)}`]
            : []),
        ...(input.delay === undefined ? [`runs start up to ${(0,units/* formatDuration */.a3)(assumptions.delay)} late`] : []),
        ...(input.backupObjects === undefined ? [`a backup has ${assumptions.backupObjects} objects`] : []),
    ];
    const wanted = environment.objectives.backupEvery;
    return [
        ...(assumed.length > 0
            ? [say('notice', `Assumed, as nothing better was given: ${assumed.join('; ')}.`)]
            : []),
        say('notice', 'GitHub starts schedules as well as it can: late when it is busy, and sometimes not at all. It names no bound.'),
        ...(environment.heartbeat === undefined
            ? [
                say('warning', 'In a public repository GitHub stops schedules after 60 days without activity, and a run that never starts reports nothing. Set a heartbeat.'),
            ]
            : []),
        ...(backups.gap < scheduleWorthTrusting
            ? [
                say('warning', "Below an hour, GitHub's delays are as long as the interval itself: use `lifeboat backup --every` on a machine of your own."),
            ]
            : []),
        ...(wanted !== undefined && backups.gap > wanted
            ? [
                say('warning', `backup-every is ${(0,units/* formatDuration */.a3)(wanted)}, but the schedule leaves up to ${(0,units/* formatDuration */.a3)(backups.gap)} between runs.`),
            ]
            : []),
        ...(proofs.perMonth > backups.perMonth
            ? [say('notice', 'There are more restore tests than backups; some prove the same backup again.')]
            : []),
    ];
}
function rounded(count) {
    return count >= 10 ? Math.round(count).toLocaleString('en') : count.toFixed(1);
}
/** The sum of both as `rounded` shows them, so that whoever adds them up comes to the same. */
function sumOfRounded(...counts) {
    const tenths = counts.map((count) => (count >= 10 ? Math.round(count) * 10 : Math.round(count * 10)));
    const sum = tenths.reduce((total, count) => total + count, 0) / 10;
    return sum.toLocaleString('en', { maximumFractionDigits: 1 });
}

// EXTERNAL MODULE: ./lib/wiring/load-environment.js
var load_environment = __webpack_require__(57724);
;// CONCATENATED MODULE: ./lib/wiring/run-plan.js



async function runPlan(input) {
    const environment = await (0,load_environment/* loadEnvironment */.Y)(input);
    const known = {
        backupSchedule: input['backup-schedule'],
        verifySchedule: input['verify-schedule'],
        backupDuration: input['backup-duration'],
        verifyDuration: input['verify-duration'],
        delay: input.delay,
        backupSize: input['backup-size'],
        backupObjects: input['backup-objects'],
    };
    const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    return { report: plan(environment, given, clock/* systemClock */.m.now()), outputs: {} };
}


/***/ })

};
