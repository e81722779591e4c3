export const id = 5909;
export const ids = [5909];
export const modules = {

/***/ 67974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X$: () => (/* binding */ missingByCopiesRule),
/* harmony export */   Xb: () => (/* binding */ copiesRuleText),
/* harmony export */   Yp: () => (/* binding */ copyPlaces),
/* harmony export */   db: () => (/* binding */ judgeCopiesRule)
/* harmony export */ });
/** Where the stores of an environment stand, as its file tells: media by kind of store and service, not by bucket. */
function copyPlaces(stores) {
    return stores.map((store) => ({
        store: store.name,
        medium: [store.type, ...serviceOf(store)].join(' '),
        offSite: store.offsite ?? store.type !== 'local',
        ephemeral: store.type === 'local' && store.ephemeral,
    }));
}
function serviceOf(store) {
    if (store.type === 'local')
        return [];
    return store.endpoint === undefined ? [] : [store.endpoint.text];
}
function judgeCopiesRule(places) {
    const lasting = places.filter((place) => !place.ephemeral);
    const copies = lasting.length + 1;
    const media = new Set(lasting.map(({ medium }) => medium)).size;
    const offSite = lasting.filter((place) => place.offSite).length;
    return { copies, media, offSite, met: copies >= 3 && media >= 2 && offSite >= 1 };
}
/** `3-2-1`, `2-1-0`: what there is, in the rule's own order. */
function copiesRuleText({ copies, media, offSite }) {
    return `${copies}-${media}-${offSite}`;
}
/** What is missing, for people; null when nothing is. */
function missingByCopiesRule({ copies, media, offSite, met }) {
    if (met)
        return null;
    const missing = [
        ...(copies < 3
            ? [`${copies === 1 ? 'no stored copy' : 'one stored copy'} where two beside the database are wanted`]
            : []),
        ...(media < 2 ? [media === 0 ? 'no medium' : 'all copies on one medium'] : []),
        ...(offSite < 1 ? ['none off-site'] : []),
    ];
    return missing.join(', ');
}


/***/ }),

/***/ 53848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ freePercent)
/* harmony export */ });
/** How much of a disk is free: 100 less what `df` prints under `Use%`, which rounds up. */
function freePercent({ free, total }) {
    return Math.floor((100 * free) / Math.max(1, total));
}


/***/ }),

/***/ 99620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ guide)
/* harmony export */ });
const topics = (/* unused pure expression or super */ null && (['copies', 'environments', 'notifications', 'roles', 'runbooks', 'validate']));
/** A guide as messages name it: its file lies in Lifeboat's repository, not in that of whoever reads the message. */
function guide(topic) {
    return `docs/guides/${topic}.md in Lifeboat’s repository`;
}


/***/ }),

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

/***/ 59290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uw: () => (/* binding */ scoreOf),
/* harmony export */   xL: () => (/* binding */ bestWithFailure)
/* harmony export */ });
/* unused harmony export weights */
/** How much a finding weighs, by what is lost when it is ignored. Documented in docs/guides/watch.md. */
const weights = { grave: 3, important: 2, useful: 1 };
/** With a failed check the score is no better than this. */
const bestWithFailure = 49;
/**
 * 0 to 100. Each check that applies gives its weight when it passed, half of it when it is degraded, nothing when it failed or
 * could not be found out; the sum is taken as a share of all weights, rounded down. One failed check caps it.
 */
function scoreOf(checks) {
    const counting = checks.filter(({ status, isUnknown }) => status !== 'skipped' || isUnknown);
    const all = counting.reduce((sum, { weight }) => sum + weights[weight], 0);
    if (all === 0)
        return 0;
    const reached = counting.reduce((sum, { status, weight }) => sum + weights[weight] * worth[status], 0);
    const score = Math.floor((100 * reached) / all);
    return counting.some(({ status }) => status === 'failed') ? Math.min(score, bestWithFailure) : score;
}
const worth = { passed: 1, degraded: 0.5, failed: 0, skipped: 0 };


/***/ }),

/***/ 55736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ scheduleIn)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./lib/domain/workflow-script.js
/** Commands that only write what follows them. */
const onlyWrites = /^\s*(?:echo|printf|:)(?:\s|$)/;
/**
 * The commands of a step's `run:`, each in one line, as far as one can see without being a shell: no comments, and nothing
 * that is only written out.
 */
function commandsIn(script) {
    return script
        .replaceAll(/\\\r?\n/g, ' ')
        .split(/\r?\n/)
        .flatMap(commandsOfLine)
        .filter((command) => command.trim() !== '' && !onlyWrites.test(command));
}
/** A word that may have quotes in it, white space, or what ends a command. */
const token = /\$\{\{.*?\}\}|"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s;&|"'\\]|\s+|[;&|]|./g;
function commandsOfLine(line) {
    const commands = [];
    let command = '';
    for (const [part] of line.matchAll(token)) {
        if (part === '#' && /(?:^|\s)$/.test(command))
            break;
        if (/^[;&|]$/.test(part)) {
            commands.push(command);
            command = '';
        }
        else
            command += part;
    }
    return [...commands, command];
}

;// CONCATENATED MODULE: ./lib/domain/workflow-schedule.js


const line = schemas/* object */.Ikc({ cron: schemas/* string */.YjP(), timezone: schemas/* string */.YjP().optional() });
const step = schemas/* object */.Ikc({
    if: schemas/* unknown */.L5J().optional(),
    uses: schemas/* string */.YjP().optional().catch(undefined),
    run: schemas/* string */.YjP().optional().catch(undefined),
    with: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional().catch(undefined),
});
/** As much of a workflow as says what it does for an environment, and when. */
const workflow = schemas/* object */.Ikc({
    on: schemas/* object */.Ikc({ schedule: schemas/* array */.YOg(line.nullable().catch(null)).catch([]) }).catch({ schedule: [] }),
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({
        if: schemas/* unknown */.L5J().optional(),
        strategy: schemas/* object */.Ikc({ matrix: schemas/* unknown */.L5J() }).optional().catch(undefined),
        steps: schemas/* array */.YOg(step.catch({ if: false })).catch([]),
    })
        .catch({ if: false, steps: [] })),
});
/**
 * When a workflow runs a verb for an environment; null when it does not. A job that takes its environment from a matrix
 * is understood where the matrix lists names, or says by `github.event.schedule == '…' && 'name'` which line means which
 * environment.
 * @param file what the workflow's YAML says; what is no workflow runs nothing
 */
function scheduleIn(file, verb, environment) {
    const parsed = workflow.safeParse(file);
    if (!parsed.success)
        return null;
    const { on, jobs } = parsed.data;
    const all = on.schedule.filter((entry) => entry !== null);
    const inUtc = all.filter(({ timezone = 'UTC' }) => ['UTC', 'Etc/UTC'].includes(timezone));
    const lines = inUtc.map(({ cron }) => cron);
    const found = new Set();
    let runsIt = false;
    for (const { strategy, steps } of Object.values(jobs).filter(mayRun)) {
        for (const named of steps.filter(mayRun).flatMap((each) => environmentsOf(each, verb))) {
            const choices = named.includes('${{') ? textsOf(strategy?.matrix) : [named];
            for (const choice of choices) {
                const meant = choice === environment ? lines : linesMeaning(environment, choice);
                if (choice !== environment && meant.length === 0)
                    continue;
                runsIt = true;
                for (const line of meant)
                    if (lines.includes(line))
                        found.add(line);
            }
        }
    }
    return runsIt ? { lines: [...found], isWhole: inUtc.length === all.length } : null;
}
/** The lines on which an expression gives the environment. */
function linesMeaning(environment, expression) {
    return [...expression.matchAll(/github\.event\.schedule == '([^']*)' && '([^']*)'/g)].flatMap(([, line = '', chosen]) => (chosen === environment ? [line] : []));
}
/** What a step's `uses:`, the root action's `command` and the command line call each verb. */
const actionOf = {
    backup: 'backup',
    verify: 'verify-restore',
    retention: 'retention',
};
/** Not what somebody has switched off for good. What depends on anything else may run. */
function mayRun({ if: condition }) {
    return (condition !== false &&
        !(typeof condition === 'string' && /^\s*(?:\$\{\{\s*)?false(?:\s*\}\})?\s*$/.test(condition)));
}
/** The environments that a step runs the verb for, or expressions that say them; none when it does not run it. */
function environmentsOf({ uses = '', run = '', with: given = {} }, verb) {
    const action = actionOf[verb];
    const isAction = new RegExp(`(^|/)actions/${action}(@|$)`).test(uses) || (uses !== '' && given['command'] === action);
    if (isAction && typeof given['environment'] === 'string')
        return [given['environment']];
    const typed = new RegExp(`\\blifeboat(?:\\.js)? ${verb}(?![\\w-]).*?--environment[ =]["']?(\\$\\{\\{[^}]*\\}\\}|[\\w-]+)`);
    return commandsIn(run).flatMap((command) => typed.exec(command)?.[1] ?? []);
}
function textsOf(value) {
    if (typeof value === 'string')
        return [value];
    if (value === null || typeof value !== 'object')
        return [];
    return Object.values(value).flatMap(textsOf);
}


/***/ }),

/***/ 67457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qB: () => (/* binding */ checkSchedule),
  yl: () => (/* binding */ proofsPassed)
});

// UNUSED EXPORTS: recordOf

// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/schedule.js + 1 modules
var schedule = __webpack_require__(47246);
// EXTERNAL MODULE: ./lib/domain/retention.js + 1 modules
var retention = __webpack_require__(66902);
;// CONCATENATED MODULE: ./lib/domain/watch/slots.js


/** Clocks differ: a run may begin this long before its time, as another machine sees it. Well below a minute, the shortest distance of cron. */
const skew = 5_000;
/**
 * Holds what was expected against the runs that were found, whoever started them. A run fills one slot at most, and none
 * whose time had not come: that of the last time before it; when another run has filled that already, the first earlier one
 * that is still empty and that it came in time for. So a run that did not come is missed at its own time, and whatever
 * came later does not stand for it.
 * @param runs when they began, in any order
 * @param from the first moment at which a slot counts
 */
function judgeSlots(expected, runs, { from, now, tolerance }) {
    // Another machine's clock may be ahead of this one's.
    const latest = now + retention/* toleratedClockSkew */.zD;
    const inOrder = [...runs].filter((run) => run <= latest).sort((a, b) => a - b);
    if (expected.kind === 'interval')
        return spaced(expected.every, inOrder, from, tolerance, now);
    // Times to come take the runs that are theirs, and are not judged yet.
    const times = [...(0,schedule/* runsBetween */.tc)(expected.lines, from, latest + skew + 1)];
    return matched(times, inOrder, tolerance, now).filter(({ at }) => at <= now);
}
function matched(times, runs, tolerance, now) {
    const slots = times.map((at) => {
        return { at, fate: now <= at + tolerance ? 'pending' : 'missed', run: null };
    });
    /** The slots before the one that a run belongs to which are still empty, oldest first; those before `oldest` are past help. */
    const empty = [];
    let oldest = 0;
    let index = -1;
    for (const run of runs) {
        for (; (slots[index + 1]?.at ?? Infinity) <= run + skew; index += 1) {
            const before = slots[index];
            if (before?.run === null)
                empty.push(before);
        }
        while ((empty[oldest]?.at ?? Infinity) + tolerance < run)
            oldest += 1;
        const own = slots[index];
        const slot = own?.run === null ? own : empty[oldest];
        if (slot === undefined)
            continue;
        if (slot !== own)
            oldest += 1;
        slot.run = run;
        slot.fate = run <= slot.at + tolerance ? 'made' : 'late';
    }
    return slots;
}
/** Each run sets the time of the next, early ones too; one that does not come is expected again and again. */
function spaced(every, runs, from, tolerance, now) {
    const slots = [];
    let index = runs.findIndex((run) => run >= from - skew);
    if (index === -1)
        index = runs.length;
    let due = runs[index - 1] === undefined ? from : Math.max(from, (runs[index - 1] ?? 0) + every);
    while (due <= now) {
        const run = runs[index];
        if (run !== undefined && run <= due + tolerance) {
            slots.push({ at: due, fate: 'made', run });
            index += 1;
            due = run + every;
        }
        else if (run !== undefined && run < due + every - skew) {
            slots.push({ at: due, fate: 'late', run });
            index += 1;
            due = run + every;
        }
        else {
            slots.push({ at: due, fate: now <= due + tolerance ? 'pending' : 'missed', run: null });
            due += every;
        }
    }
    return slots;
}
/** @param runs as above: a run of any kind since a missed slot shows that backups are made again */
function summariseSlots(slots, runs) {
    const due = slots.filter(({ fate }) => fate !== 'pending');
    const count = (fate) => due.filter((slot) => slot.fate === fate).length;
    const newestRun = Math.max(-Infinity, ...newestOf(runs));
    const stopped = due.filter(({ fate, at }) => fate === 'missed' && newestRun < at - skew);
    const [made, late] = [count('made'), count('late')];
    return {
        due: due.length,
        made,
        late,
        missed: count('missed'),
        rate: due.length === 0 ? null : (made + late) / due.length,
        newest: due.at(-1) ?? null,
        stopped,
    };
}
/** Not by spreading all of them: there may be more than a call takes arguments. */
function newestOf(runs) {
    let newest = -Infinity;
    for (const run of runs)
        newest = Math.max(newest, run);
    return [newest];
}

// EXTERNAL MODULE: ./lib/operations/status/view.js
var status_view = __webpack_require__(65036);
;// CONCATENATED MODULE: ./lib/operations/status/checks/schedules.js



/** A restore test is found by its end: so long it may take. The generated workflow stops one after two hours. */
const longestTest = 2 * 3_600_000;
const whatOf = { backup: 'backups', verify: 'restore tests' };
const starters = { backup: 'cron, a timer or lifeboat backup --every', verify: 'cron or a timer' };
/** Backups and restore tests that should have been made, against those that were: by records, never by what a run said. */
function checkSchedule(verb, view, runs, workflows) {
    const what = whatOf[verb];
    const schedule = { name: `schedule of ${what}`, weight: 'important' };
    const rate = { name: `success rate of ${what}`, weight: 'useful' };
    if (runs === null) {
        const detail = `nothing says when ${what} are expected`;
        return { findings: [{ ...schedule, level: 'apart', detail }], record: null };
    }
    const record = recordOf(verb, view, runs);
    const states = workflows?.filter(({ path }) => runs.paths.includes(path)) ?? [];
    const disabled = disabledFinding(schedule, states.find(({ state }) => state !== 'active') ?? null);
    // What starts the runs elsewhere, only its owner knows.
    const isOnGitHub = runs.paths.length > 0;
    return {
        findings: [
            disabled ?? stopped(schedule, view, record, isOnGitHub),
            rated(rate, view, record, isOnGitHub),
        ],
        record,
    };
}
function recordOf(verb, view, { expected, basis }) {
    const times = verb === 'backup' ? (0,status_view/* backupTimes */.tZ)(view.history) : proofTimes(view);
    const tolerance = view.watch.tolerance + (verb === 'verify' ? longestTest : 0);
    const slots = judgeSlots(expected, times, { from: beginning(view, times), now: view.now, tolerance });
    return { verb, basis, slots, summary: summariseSlots(slots, times) };
}
function proofTimes({ history }) {
    const all = history.newest.proof === null ? history.proofs : [...history.proofs, history.newest.proof];
    return [...new Set(all.flatMap(({ summary, at }) => (summary === null ? [] : [at])))];
}
/**
 * The first moment from which a missing run means something: the window's beginning, but not before the ledger began, which
 * has an event of every run. Without a ledger, retention has thinned out what is older than the newest few.
 */
function beginning({ history, environment, watch, now }, times) {
    const inOrder = [...times].sort((a, b) => b - a);
    const thinned = inOrder[Math.min(inOrder.length, environment.retention.last) - 1] ?? now;
    return Math.max(now - watch.window, history.firstEventAt ?? thinned);
}
function disabledFinding(base, state) {
    if (state === null || state.state === 'active')
        return null;
    const why = state.state === 'disabled_inactivity'
        ? 'GitHub has disabled it, as the repository was idle for 60 days'
        : state.state === 'deleted'
            ? 'it was deleted'
            : 'somebody has disabled it';
    return {
        ...base,
        level: 'critical',
        detail: `${state.path} does not run: ${why}`,
        hint: `Enable the workflow again at ${state.url}`,
    };
}
function stopped(base, view, { basis, summary, verb }, isOnGitHub) {
    const what = whatOf[verb];
    const [first] = summary.stopped;
    if (first !== undefined) {
        const { silent } = (0,status_view/* lastingStores */.n1)(view.history);
        const count = (0,units/* counted */.hS)(summary.stopped.length, 'run');
        return {
            ...base,
            level: 'critical',
            failure: silent.length > 0 ? 'unavailable' : 'objective',
            detail: `${count} did not come, the first at ${timeText(first.at)}, and none since (${basis})${(0,status_view/* exceptFor */.JN)(view.history)}`,
            hint: isOnGitHub
                ? 'GitHub drops, delays and disables schedules: look at the workflow’s runs, start it by hand, and enable it if it is disabled.'
                : `Look at whatever starts ${what} here, such as ${starters[verb]}: does it still run, and how did its last runs end? Start one by hand meanwhile.`,
        };
    }
    const newest = summary.newest;
    return {
        ...base,
        level: 'ok',
        detail: newest === null
            ? `no run is due yet (${basis})`
            : `the run of ${timeText(newest.at)} ${newest.fate === 'made' ? 'came' : newest.fate === 'late' ? `came ${(0,units/* formatDuration */.a3)((newest.run ?? newest.at) - newest.at)} late` : 'did not come, but a later one'} (${basis})`,
    };
}
function rated(base, view, { summary, verb }, isOnGitHub) {
    const passed = verb === 'verify' ? proofsPassed(view) : null;
    if (summary.rate === null)
        return { ...base, level: 'apart', detail: 'no run was due yet' };
    const share = Math.floor(summary.rate * 100);
    const proofs = passed === null ? '' : `; ${passed.passed} of ${(0,units/* counted */.hS)(passed.made, 'proof')} passed`;
    const late = summary.late === 0 ? '' : `, ${summary.late} of them late`;
    return {
        ...base,
        level: share >= view.watch.successRate ? 'ok' : 'warning',
        detail: `${summary.made + summary.late} of ${(0,units/* counted */.hS)(summary.due, 'expected run')} made${late}: ${share} % in ${(0,units/* formatDuration */.a3)(view.watch.window)}${proofs}`,
        hint: `Below ${view.watch.successRate} %: a schedule that is dropped so often cannot hold its objective. ${isOnGitHub ? 'A machine of your own runs on time: `lifeboat backup --every`.' : `Find out why ${whatOf[verb]} do not come on time.`}`,
    };
}
/** Proofs passed of those made, by the proofs themselves. */
function proofsPassed({ history, watch, now }) {
    const made = history.proofs.flatMap(({ summary, at }) => summary !== null && at >= now - watch.window ? [summary] : []);
    return { passed: made.filter(({ verdict }) => verdict === 'passed').length, made: made.length };
}
function timeText(at) {
    return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}


/***/ }),

/***/ 44412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkOf),
/* harmony export */   U: () => (/* binding */ inOneLine)
/* harmony export */ });
const statuses = {
    ok: 'passed',
    warning: 'degraded',
    critical: 'failed',
    unknown: 'skipped',
    apart: 'skipped',
};
/** What records say becomes no line of its own in a log. */
function inOneLine(finding) {
    return { ...finding, detail: finding.detail.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ') };
}
/** As reports hold it. A kind of failure beside `skipped` says that it should have been known. */
function checkOf(finding) {
    const { name, level, detail, hint, subjects = [] } = finding;
    const isTrouble = level === 'critical' || level === 'unknown';
    return {
        rung: 'watch',
        name,
        status: statuses[level],
        detail: level === 'unknown' ? `unknown: ${detail}` : detail,
        subjects,
        failure: isTrouble ? (finding.failure ?? (level === 'unknown' ? 'unavailable' : 'objective')) : null,
        ...(hint === undefined || level === 'ok' || level === 'apart' ? {} : { hint }),
        duration: 0,
    };
}


/***/ }),

/***/ 15909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  observe: () => (/* binding */ observe),
  status: () => (/* binding */ status_status),
  verdictOf: () => (/* binding */ verdictOf)
});

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/retention.js + 1 modules
var domain_retention = __webpack_require__(66902);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/watch/score.js
var score = __webpack_require__(59290);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/domain/copies-rule.js
var copies_rule = __webpack_require__(67974);
// EXTERNAL MODULE: ./lib/domain/guide.js
var guide = __webpack_require__(99620);
// EXTERNAL MODULE: ./lib/operations/status/view.js
var status_view = __webpack_require__(65036);
;// CONCATENATED MODULE: ./lib/operations/status/checks/copies.js




/** Whether each store answers. */
function checkStores({ history, environment }) {
    const { answered, silent } = (0,status_view/* lastingStores */.n1)(history);
    const base = { name: 'stores', weight: 'important' };
    if (silent.length === 0)
        return { ...base, level: 'ok', detail: `${(0,units/* counted */.hS)(history.stores.length, 'store')} answered` };
    const named = silent.map(({ name, failure }) => `${name} (${failure?.message ?? ''})`);
    return {
        ...base,
        // With fewer than a backup needs, the next one fails.
        level: answered.length < environment.minimumCopies ? 'critical' : 'warning',
        failure: silent[0]?.failure?.kind ?? 'unavailable',
        detail: `no answer from ${named.join(', ')}`,
        hint: 'lifeboat store check says what the store answers to these credentials.',
    };
}
/** Copies of the newest backup, by the listings of the stores. */
function checkCopies(view) {
    const { history, environment } = view;
    const backups = (0,status_view/* believed */.ty)(history);
    const [newest] = backups;
    if (newest === undefined)
        return { findings: [], rule: null };
    const { answered, silent } = (0,status_view/* lastingStores */.n1)(history);
    const holders = (0,status_view/* holdersOf */.pW)(newest, history);
    const minimum = environment.minimumCopies;
    const isEnough = holders.length >= minimum;
    const isCondemned = history.condemned.has(newest.id);
    const could = !isCondemned && holders.length + silent.filter(({ ephemeral }) => !ephemeral).length >= minimum;
    const minimumFinding = {
        name: 'minimum copies',
        weight: 'important',
        level: isEnough ? 'ok' : could ? 'unknown' : 'critical',
        detail: `${isCondemned ? (0,status_view/* condemnedText */.Lr)(history, (id) => id === newest.id) : `${newest.id} is whole in ${holders.length === 0 ? 'no store' : holders.join(', ')}`}; ${minimum} wanted${isEnough || isCondemned ? '' : (0,status_view/* exceptFor */.JN)(history)}`,
        hint: isCondemned
            ? 'lifeboat repair heals copies from one that is sound; where none is, make a backup, and prove it by verify.'
            : 'lifeboat replicate copies to each store what it lacks.',
    };
    const rule = (0,copies_rule/* judgeCopiesRule */.db)((0,copies_rule/* copyPlaces */.Yp)(environment.stores).filter(({ store }) => holders.includes(store)));
    const missing = (0,copies_rule/* missingByCopiesRule */.X$)(rule);
    const ruleFinding = {
        name: '3-2-1',
        weight: 'useful',
        level: missing === null ? 'ok' : silent.length > 0 ? 'unknown' : 'warning',
        detail: `${(0,copies_rule/* copiesRuleText */.Xb)(rule)}${missing === null ? '' : `: ${missing}`}`,
        hint: `Add a store of another service, elsewhere than the database: ${(0,guide/* guide */.R)('copies')}.`,
    };
    const lacking = backups.filter((backup) => !history.condemned.has(backup.id) && (0,status_view/* holdersOf */.pW)(backup, history).length < answered.length);
    const alike = {
        name: 'stores alike',
        weight: 'useful',
        level: lacking.length === 0 ? 'ok' : 'warning',
        detail: lacking.length === 0
            ? `what was read is whole in all of ${(0,units/* counted */.hS)(answered.length, 'store')}`
            : `${(0,units/* counted */.hS)(lacking.length, 'backup is', 'backups are')} missing or incomplete in some store, such as ${lacking[0]?.id ?? ''}`,
        hint: 'lifeboat replicate copies to each store what it lacks.',
    };
    return { findings: [minimumFinding, ruleFinding, alike], rule };
}
/** To how many keys the newest backup is sealed. */
function checkRecipients(view) {
    const base = { name: 'recipients', weight: 'useful' };
    const [newest] = (0,status_view/* believed */.ty)(view.history);
    if (newest === undefined)
        return { ...base, level: 'apart', detail: 'there is no backup to look at' };
    const { encryption, recipients } = newest.summary;
    if (encryption === 'none') {
        return {
            ...base,
            level: 'warning',
            detail: 'the newest backup is not encrypted',
            hint: 'Seal to two recipients.',
        };
    }
    if (encryption !== 'recipients')
        return { ...base, level: 'ok', detail: 'sealed with a passphrase' };
    return {
        ...base,
        level: recipients >= 2 ? 'ok' : 'warning',
        detail: `the newest backup is sealed to ${(0,units/* counted */.hS)(recipients, 'recipient')}`,
        hint: 'With one recipient a lost key is the loss of all backups: add a second one, and keep its identity offline.',
    };
}

// EXTERNAL MODULE: ./lib/domain/objectives.js
var objectives = __webpack_require__(21214);
// EXTERNAL MODULE: ./lib/operations/status/data-age.js
var data_age = __webpack_require__(95495);
;// CONCATENATED MODULE: ./lib/operations/status/checks/freshness.js




const noBackup = 'Make a backup now, and find out why none is made.';
/** How old the newest backup is, and the data of each source in it. */
function checkFreshness(view) {
    const { environment, history } = view;
    const sources = environment.sources.map(({ name }) => dataOf(name, view));
    const target = environment.objectives.rpo;
    const age = (0,data_age/* ageOfData */.v)(view);
    const rpo = target === undefined || age === null
        ? null
        : (0,objectives/* judgeObjective */.t)('RPO', target, age, 'age of the newest data in the stores, by signed manifests');
    return { findings: [newestBackup(view), ...sources, clock(history)], rpo };
}
function newestBackup(view) {
    const { history, environment, now } = view;
    const base = { name: 'newest backup', weight: 'grave' };
    const [newest] = (0,status_view/* restorable */.wq)(history);
    const newer = (0,status_view/* believed */.ty)(history).filter(({ id }) => newest === undefined || id > newest.id);
    const hollow = newer.filter(({ id }) => !history.condemned.has(id)).length;
    const condemned = (0,status_view/* condemnedText */.Lr)(history, (id) => newest === undefined || id > newest.id);
    if (newest === undefined) {
        const detail = history.known.length === 0
            ? 'there is no backup'
            : newer.length === 0
                ? `none of ${(0,units/* counted */.hS)(history.known.length, 'backup')} can be believed`
                : condemned === ''
                    ? `of ${(0,units/* counted */.hS)(history.known.length, 'backup')} no store holds one whole that can be believed`
                    : `of ${(0,units/* counted */.hS)(history.known.length, 'backup')} none can be relied on`;
        return {
            ...base,
            level: 'critical',
            failure: history.known.length === 0 ? 'missing' : 'integrity',
            detail: `${detail}${condemned === '' ? '' : `: ${condemned}`}${(0,status_view/* exceptFor */.JN)(history)}`,
            hint: noBackup,
        };
    }
    const age = Math.max(0, now - newest.at);
    const passedOver = [
        ...(hollow === 0 ? [] : [`no store holds ${(0,units/* counted */.hS)(hollow, 'newer one')} whole`]),
        ...(condemned === '' ? [] : [condemned]),
    ];
    const text = `${newest.id}, ${(0,units/* formatDuration */.a3)(age)} old${passedOver.length === 0 ? '' : ` (${passedOver.join('; ')})`}`;
    const { backupEvery } = environment.objectives;
    if (backupEvery === undefined)
        return { ...base, level: 'ok', detail: `${text}; no backup-every is promised` };
    const hint = 'Look at the last runs of what makes backups here; make one by hand meanwhile.';
    const limit = backupEvery + view.watch.tolerance;
    if (age <= limit) {
        return { ...base, level: 'ok', detail: `${text}; one is due every ${(0,units/* formatDuration */.a3)(backupEvery)}` };
    }
    const isCritical = age > 2 * backupEvery + view.watch.tolerance;
    return {
        ...base,
        level: isCritical ? 'critical' : 'warning',
        detail: `${text}, though one is due every ${(0,units/* formatDuration */.a3)(backupEvery)}${(0,status_view/* exceptFor */.JN)(history)}`,
        hint,
    };
}
function dataOf(name, view) {
    const { history, environment } = view;
    const base = { name: `data of ${name}`, weight: 'grave' };
    const { backup, age } = (0,data_age/* ageOfSource */.E)(name, view);
    if (backup === null) {
        return {
            ...base,
            level: 'critical',
            failure: 'missing',
            ...sourceless(name, history),
        };
    }
    if (age === null) {
        return {
            ...base,
            level: 'critical',
            failure: 'integrity',
            detail: `backup ${backup} says that its data is from the future: its age is not known`,
            hint: 'Set the clock of the machine that makes backups, and of the database server.',
        };
    }
    const { rpo } = environment.objectives;
    const condemned = (0,status_view/* condemnedText */.Lr)(history, (id) => id > backup && holds(name, history, id));
    const text = `${(0,units/* formatDuration */.a3)(age)} old, in ${backup}${condemned === '' ? '' : ` (${condemned})`}`;
    if (rpo === undefined)
        return { ...base, level: 'ok', detail: `${text}; no RPO is promised` };
    const isMet = age <= rpo;
    return {
        ...base,
        level: isMet ? 'ok' : 'critical',
        detail: `${text}; the RPO is ${(0,units/* formatDuration */.a3)(rpo)}${isMet ? '' : (0,status_view/* exceptFor */.JN)(history)}`,
        hint: 'Whatever is written now would be lost. Make a backup, then find out why the schedule made none.',
    };
}
function sourceless(name, history) {
    const hollow = (0,status_view/* believed */.ty)(history).filter(({ id }) => holds(name, history, id));
    const condemned = (0,status_view/* condemnedText */.Lr)(history, (id) => holds(name, history, id));
    if (condemned !== '') {
        return {
            detail: `no backup of this source can be relied on: ${condemned}${(0,status_view/* exceptFor */.JN)(history)}`,
            hint: 'Make a backup now, and prove it by verify.',
        };
    }
    if (hollow.length === 0) {
        return {
            detail: `no backup holds this source${(0,status_view/* exceptFor */.JN)(history)}`,
            hint: (0,status_view/* believed */.ty)(history).length === 0
                ? noBackup
                : 'Make a backup: the newest one was made before the source stood in the environment file.',
        };
    }
    return {
        detail: `no store holds one of ${(0,units/* counted */.hS)(hollow.length, 'backup')} of this source whole${(0,status_view/* exceptFor */.JN)(history)}`,
        hint: 'Make a backup, and find out who removed the artifacts: on a store with versions older ones may be there.',
    };
}
function holds(name, history, id) {
    return (0,status_view/* believed */.ty)(history).some((backup) => backup.id === id && backup.summary.sources.some((one) => one.name === name));
}
/** A backup from the future counts for nothing; but somebody's clock is wrong, or somebody forges. */
function clock({ ahead }) {
    const count = ahead.backups.length + ahead.events.length;
    return {
        name: 'clock',
        weight: 'useful',
        level: count === 0 ? 'ok' : 'warning',
        detail: count === 0
            ? 'nothing in the stores is from the future'
            : `${(0,units/* counted */.hS)(count, 'record')} from the future, such as ${[...ahead.backups, ...ahead.events][0] ?? ''}: they count for nothing`,
        hint: 'Compare the clocks of the machines that run Lifeboat; find out who wrote these records.',
    };
}

;// CONCATENATED MODULE: ./lib/domain/watch/growth.js
/** So many backups before the newest say what is usual. */
const remembered = 10;
/** Below both of these a change means nothing. */
const smallest = { bytes: 256 * 1024, rows: 100 };
/** @param points in any order; null with fewer than two */
function judgeGrowth(points) {
    const inOrder = [...points].sort((a, b) => a.at - b.at);
    const newest = inOrder.at(-1);
    const before = inOrder.slice(0, -1).slice(-remembered);
    if (newest === undefined || before.length === 0)
        return null;
    const usual = {
        bytes: median(before.map(({ bytes }) => bytes)),
        rows: median(before.map(({ rows }) => rows)),
    };
    const changes = ['bytes', 'rows']
        .filter((what) => Math.max(newest[what], usual[what]) >= smallest[what])
        .map((what) => (usual[what] === 0 ? 0 : newest[what] / usual[what] - 1));
    const change = changes.sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 0;
    return { newest, usual, change, perDay: slope(inOrder) };
}
function median(values) {
    const inOrder = [...values].sort((a, b) => a - b);
    const middle = inOrder.length >> 1;
    const upper = inOrder[middle] ?? 0;
    return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? 0) + upper) / 2;
}
const day = 86_400_000;
/** Least squares, in bytes a day. */
function slope(points) {
    const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
    if (last - first < day)
        return null;
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const days = points.map(({ at }) => (at - first) / day);
    const [x, y] = [mean(days), mean(points.map(({ bytes }) => bytes))];
    const spread = days.reduce((sum, value) => sum + (value - x) ** 2, 0);
    const common = points.reduce((sum, { bytes }, index) => sum + ((days[index] ?? 0) - x) * (bytes - y), 0);
    return spread === 0 ? null : common / spread;
}

;// CONCATENATED MODULE: ./lib/operations/status/checks/growth.js



/** Losing so much of a source at once is as bad as losing it. */
const nearlyAll = 0.9;
/** How each source's size follows what is usual for it: a table that was emptied shows here first. */
function checkGrowth(view) {
    const findings = [];
    const facts = [];
    const backups = (0,status_view/* believed */.ty)(view.history);
    for (const { name, type } of view.environment.sources) {
        const points = backups.flatMap(({ at, summary }) => summary.sources
            .filter((source) => source.name === name)
            .map(({ plainSize, rows }) => ({ at, bytes: plainSize, rows })));
        const base = { name: `growth of ${name}`, weight: 'important' };
        const growth = judgeGrowth(points);
        if (growth === null) {
            findings.push({ ...base, level: 'apart', detail: 'it takes two backups to compare' });
            continue;
        }
        const { newest, usual, change, perDay } = growth;
        const percent = Math.round(Math.abs(change) * 100);
        const shrank = -change * 100 > view.watch.shrink;
        const jumped = change * 100 > view.watch.jump;
        const figures = `${(0,units/* formatBytes */.z3)(newest.bytes)}, ${entries(newest.rows, type)}; usual are ${(0,units/* formatBytes */.z3)(usual.bytes)}, ${entries(Math.round(usual.rows), type)}`;
        const course = shrank ? `shrank by ${percent} %: ` : jumped ? `grew by ${percent} %: ` : '';
        findings.push({
            ...base,
            level: shrank && -change >= nearlyAll ? 'critical' : shrank || jumped ? 'warning' : 'ok',
            detail: course + figures,
            hint: shrank
                ? 'Was that meant? If rows were deleted by mistake, an older backup has them: do not let it expire.'
                : 'Was that meant? Retention, stores and the time of a recovery grow with it.',
        });
        if (perDay === null)
            continue;
        const sign = perDay < 0 ? '−' : '+';
        facts.push({
            label: `${name} grows by, a day`,
            text: `${sign}${(0,units/* formatBytes */.z3)(Math.abs(Math.round(perDay)))}`,
            value: Math.round(perDay),
            unit: 'bytes',
        });
    }
    return { findings, facts };
}
const entryOf = { postgres: 'row', redis: 'key', files: 'file' };
/** `3 keys`: manifests count what a source holds in its own unit. */
function entries(count, type) {
    return (0,units/* counted */.hS)(count, entryOf[type]);
}

// EXTERNAL MODULE: ./lib/vault/lease-records.js
var lease_records = __webpack_require__(50701);
// EXTERNAL MODULE: ./lib/vault/leases.js
var leases = __webpack_require__(86333);
;// CONCATENATED MODULE: ./lib/operations/status/checks/leases.js




/** No run renews its lease for longer than it takes; a verification of a very large database has taken hours. */
const longestRun = status_view/* day */.vd;
/** Nobody of ours writes a lease that ends later than a term from now; clocks may be apart. */
const believable = leases/* leaseTerm */.D + 60 * 60_000;
/** Leases that hold things up for longer than a run lasts, or that no run of ours can have written. */
function checkLeases({ environment, history, now }) {
    const base = { name: 'leases', weight: 'useful' };
    const live = history.leases.filter((lease) => (0,lease_records/* isLive */.DG)(lease, now));
    // One that cannot be read is believed for a day, so that a newer Lifeboat's holds.
    const forged = live.find((lease) => lease.record !== null && lease.expiresAt > now + believable);
    if (forged !== undefined) {
        return {
            ...base,
            level: 'critical',
            failure: 'integrity',
            detail: `the lease ${forged.name} in ${forged.store} claims to hold for ${(0,units/* formatDuration */.a3)(forged.expiresAt - now)}: no run takes one for longer than ${(0,units/* formatDuration */.a3)(leases/* leaseTerm */.D)}`,
            hint: `Until it is cleared, retention or whatever it names stands still. Find out who wrote it: \`lifeboat lease list --environment ${environment.environment}\`; \`lifeboat lease break\` clears it.`,
        };
    }
    const hanging = live.find((lease) => now - takenAt(lease) > longestRun);
    if (hanging !== undefined) {
        return {
            ...base,
            level: 'warning',
            detail: `the lease ${hanging.name} in ${hanging.store} is held since ${(0,units/* formatDuration */.a3)(now - takenAt(hanging))}`,
            hint: `\`lifeboat lease list --environment ${environment.environment}\` says who holds it; a run may hang.`,
        };
    }
    const old = history.leases.filter((lease) => now - lease.expiresAt > 2 * status_view/* day */.vd);
    if (old.length > 0) {
        return {
            ...base,
            level: 'warning',
            detail: `${(0,units/* counted */.hS)(old.length, 'lease')} of runs that ended days ago left over, such as ${old[0]?.name ?? ''}`,
            hint: 'Retention clears them: look at its last runs.',
        };
    }
    if (history.leaseTrouble !== null) {
        return {
            ...base,
            level: 'unknown',
            failure: history.leaseTrouble.kind,
            detail: history.leaseTrouble.message,
        };
    }
    return {
        ...base,
        level: 'ok',
        detail: live.length === 0 ? 'nobody holds one' : `${(0,units/* counted */.hS)(live.length, 'lease')} of runs at work`,
    };
}
function takenAt({ record, expiresAt }) {
    return record === null ? expiresAt : Date.parse(record.takenAt);
}

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/operations/status/vanished.js
var vanished = __webpack_require__(65279);
// EXTERNAL MODULE: ./lib/domain/proof.js
var domain_proof = __webpack_require__(16950);
;// CONCATENATED MODULE: ./lib/operations/status/checks/retention.js





/** Retention runs once a day; what was due two days ago should be gone. */
const patience = 2 * status_view/* day */.vd;
/** What no rule keeps any more and is still there, and what the last run of retention said. */
function checkRetention(view) {
    const { history, now } = view;
    const base = { name: 'retention', weight: 'useful' };
    const overdue = expiredAt(view, now - patience);
    const last = history.events.find(({ event }) => event?.type === 'retention');
    const said = last === undefined ? 'no run of it stands in the ledger' : `last run ${(0,units/* formatDuration */.a3)(now - last.at)} ago`;
    if (last?.event?.outcome.verdict === 'failed') {
        return {
            ...base,
            level: 'warning',
            detail: `the ${said} failed (${last.event.outcome.failure ?? 'failed'})`,
            hint: 'Read the report of that run: the keeper’s credentials may have changed.',
        };
    }
    const ranSince = last !== undefined && now - last.at <= patience;
    // A run since then has kept them: locks of the stores hold them, or there are more than it may remove at once.
    if (overdue > 0 && !ranSince) {
        return {
            ...base,
            level: 'warning',
            detail: `${(0,units/* counted */.hS)(overdue, 'expired backup is', 'expired backups are')} still there; ${said}`,
            hint: 'Run retention, and look at the last runs of its workflow.',
        };
    }
    const grace = view.environment.retention.grace + patience;
    const left = history.unfinished.filter(({ youngest }) => now - youngest > grace);
    if (left.length > 0 && (0,status_view/* lastingStores */.n1)(history).silent.length === 0) {
        return {
            ...base,
            level: 'warning',
            detail: `${(0,units/* counted */.hS)(left.length, 'half backup')} of killed runs left over, such as ${left[0]?.id ?? ''}; ${said}`,
            hint: 'Retention removes them: look at its last runs.',
        };
    }
    const kept = overdue > 0 ? `; ${(0,units/* counted */.hS)(overdue, 'expired backup')} it could not remove yet` : '';
    return { ...base, level: 'ok', detail: said + kept };
}
/** How many of the backups that are there no rule kept at that time. */
function expiredAt(view, at) {
    const candidates = candidatesOf(view).filter((one) => one.at <= at);
    const { retention, timezone } = view.environment;
    const { decisions } = (0,domain_retention/* planRetention */.SA)(candidates, { ...retention, timezone }, at);
    return decisions.filter(({ action, rules }) => action === 'remove' || rules[0]?.startsWith('due,') === true)
        .length;
}
/** As retention sees them, by what the listings and manifests say. */
function candidatesOf({ history, now }) {
    const proven = new Set(history.proofs.flatMap(({ backupId, summary }) => summary !== null && (0,domain_proof/* acquits */.bM)(summary) && !history.condemned.has(backupId) ? [backupId] : []));
    return (0,status_view/* believed */.ty)(history).map(({ id, at, summary, copies }) => ({
        id,
        at,
        storedAt: summary.finishedAt,
        class: summary.class,
        sources: summary.sources.map(({ name, database }) => `${name} (${database})`),
        trust: true,
        proven: proven.has(id),
        condemned: history.condemned.has(id),
        whole: copies.some(({ state }) => state === 'whole'),
        usedBy: history.leases.some((lease) => lease.backupId === id && (0,lease_records/* isLive */.DG)(lease, now)) ? 'by a run' : null,
        doubt: null,
        lockedUntil: null,
    }));
}

;// CONCATENATED MODULE: ./lib/operations/status/checks/ledger.js






/**
 * The ledger against what is there: a backup or a proof that it names, that no retention removed and that no store has, was
 * taken away. Whoever deletes backups would have to forge the ledger too, and each event names those before it.
 */
function checkLedger(view) {
    const { history } = view;
    const base = { name: 'ledger and backups agree', weight: 'grave' };
    const { silent } = (0,status_view/* lastingStores */.n1)(history);
    if (history.eventCount === 0 && history.known.length > 0) {
        return {
            ...base,
            level: silent.length > 0 ? 'unknown' : 'critical',
            failure: silent.length > 0 ? 'unavailable' : 'integrity',
            detail: `there are ${(0,units/* counted */.hS)(history.known.length, 'backup')} and no ledger: every backup writes an event`,
            hint: 'Somebody has removed it, or no run may write to it. On a store with versions an older version may be there.',
        };
    }
    const missing = [
        ...vanishedBackups(view),
        ...fewerThanKept(view),
        ...vanishedProofs(view),
        ...goneEvents(view),
    ];
    const [first] = missing;
    if (first === undefined) {
        const events = (0,units/* counted */.hS)(history.events.length, 'event');
        const unnamed = unruledBackups(view);
        if (unnamed.length > 0) {
            return {
                ...base,
                level: 'warning',
                detail: `${(0,units/* counted */.hS)(unnamed.length, 'backup is', 'backups are')} gone, such as ${unnamed[0] ?? ''}, and no event says who removed ${unnamed.length === 1 ? 'it' : 'them'}; no rule would have kept ${unnamed.length === 1 ? 'it' : 'them'}`,
                hint: 'A run of retention may have been killed before it wrote its event.',
            };
        }
        return { ...base, level: 'ok', detail: `${events} held against what is there` };
    }
    if (silent.length > 0) {
        return {
            ...base,
            level: 'unknown',
            detail: `${first}; ${silent[0]?.name ?? ''} could not be asked and may have it`,
        };
    }
    return {
        ...base,
        level: 'critical',
        failure: 'integrity',
        detail: missing.length === 1 ? first : `${first}; and ${(0,units/* counted */.hS)(missing.length - 1, 'more finding')}`,
        hint: 'Somebody has removed it without retention. Change the credentials of the stores, look for older versions of the objects, and do not run retention before you know.',
    };
}
function vanishedBackups(view) {
    const unruled = new Set(unruledBackups(view));
    return (0,vanished/* vanished */.J)(view.history)
        .filter((id) => !unruled.has(id))
        .map((id) => `backup ${id} was made, no retention removed it, and no store has it`);
}
/** Of those that are gone: what retention would have removed anyway by now. */
function unruledBackups(view) {
    const ids = (0,vanished/* vanished */.J)(view.history);
    if (ids.length === 0)
        return [];
    const { retention, timezone } = view.environment;
    const candidates = [...candidatesOf(view), ...ids.map((id) => asCandidate(id, view))];
    const { decisions } = (0,domain_retention/* planRetention */.SA)(candidates, { ...retention, timezone, maxRemovals: Infinity }, view.now);
    return decisions.filter(({ id, action }) => action === 'remove' && ids.includes(id)).map(({ id }) => id);
}
function asCandidate(id, { history }) {
    const event = history.events.find((one) => one.event?.type === 'backup' && one.event.backupId === id);
    const at = (0,backup_id/* parseBackupId */.JN)(id)?.at ?? 0;
    return {
        id,
        at,
        storedAt: at,
        class: event?.event?.details['class'] === 'critical' ? 'critical' : 'scheduled',
        sources: [],
        trust: true,
        proven: false,
        condemned: false,
        whole: true,
        usedBy: null,
        doubt: null,
        lockedUntil: null,
    };
}
/** The last retention counted what it kept: older backups than the window's can be missed by that alone. */
function fewerThanKept({ history }) {
    const last = history.events.find(({ event }) => event?.type === 'retention' && event.outcome.verdict !== 'failed');
    const kept = last?.event?.details['kept'];
    if (last === undefined || typeof kept !== 'number')
        return [];
    const there = history.known.filter((id) => ((0,backup_id/* parseBackupId */.JN)(id)?.at ?? 0) <= last.at).length;
    return there < kept
        ? [`retention kept ${kept} backups at ${timeText(last.at)}, and of these only ${there} are there`]
        : [];
}
/** Proofs lie where backups do, and only retention removes them, more than a year later. */
function vanishedProofs({ history }) {
    const there = new Set(history.proofs.map(({ key }) => key));
    // The first day of the window may cut between a proof and its event.
    const since = (history.range.from ?? 0) + status_view/* day */.vd;
    return history.events.flatMap(({ event, at }) => {
        const key = event?.type === 'verification' ? event.details['proof'] : null;
        return typeof key === 'string' && at >= since && !there.has(key) ? [`the proof ${key} is gone`] : [];
    });
}
/** Events that later events or proofs name, and that are nowhere. */
function goneEvents({ history, now }) {
    const named = new Set([
        ...history.events.flatMap(({ event }) => (event?.previous ?? []).map(({ id }) => id)),
        ...history.proofs.flatMap(({ summary }) => summary?.ledgerHeads ?? []),
    ]);
    // What was written a moment ago may not have been listed yet.
    const settled = now - domain_retention/* tooNew */.$J;
    const missing = [...named].filter((id) => !history.eventIds.has(id) && eventTime(id) < settled);
    return missing.length === 0
        ? []
        : [
            `${(0,units/* counted */.hS)(missing.length, 'event')} of the ledger ${missing.length === 1 ? 'is' : 'are'} gone, such as ${missing[0] ?? ''}`,
        ];
}
function eventTime(id) {
    return (0,backup_id/* parseBackupId */.JN)(`${id.slice(0, 16)}-00000`)?.at ?? 0;
}
function timeText(at) {
    return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

// EXTERNAL MODULE: ./lib/domain/manifest.js
var manifest = __webpack_require__(5151);
// EXTERNAL MODULE: ./lib/domain/verdict.js
var verdict = __webpack_require__(75141);
;// CONCATENATED MODULE: ./lib/operations/status/checks/proofs.js






/** The newest restore test that read restored data: what it found, and how long ago. */
function checkProof(view) {
    const { history, environment, now } = view;
    const base = { name: 'newest proof', weight: 'grave' };
    const { verifyEvery } = environment.objectives;
    const proof = openFailure(history) ?? history.newest.proof;
    if (proof === null || proof.summary === null) {
        return {
            ...base,
            level: verifyEvery === undefined ? 'warning' : 'critical',
            failure: 'missing',
            detail: `no restore test that can be believed has read restored data${(0,status_view/* exceptFor */.JN)(history)}`,
            hint: 'Run verify: a backup that was never restored is a hope.',
        };
    }
    const age = Math.max(0, now - proof.at);
    const text = `${proof.summary.verdict} ${(0,units/* formatDuration */.a3)(age)} ago, of ${proof.backupId}`;
    if (proof.summary.verdict === 'failed') {
        const rungs = proof.summary.checks.filter(({ status }) => status === 'failed').map(({ rung }) => rung);
        return {
            ...base,
            level: 'critical',
            detail: `${text}${rungs.length === 0 ? '' : `, at ${[...new Set(rungs)].join(', ')}`}${sinceThen(proof, history)}`,
            hint: 'Read the report of that restore test: the newest backup may not come back.',
        };
    }
    const unproven = proof.sources === null ? [] : (0,manifest/* lackingSources */.wI)(environment, { sources: proof.sources });
    const limit = verifyEvery === undefined ? Infinity : verifyEvery + view.watch.tolerance;
    if (age > limit) {
        const isCritical = age > (verifyEvery ?? 0) + limit;
        return {
            ...base,
            level: isCritical ? 'critical' : 'warning',
            detail: `${text}, though one is due every ${(0,units/* formatDuration */.a3)(verifyEvery ?? 0)}${(0,status_view/* exceptFor */.JN)(history)}`,
            hint: 'Look at the last runs of the verify workflow.',
        };
    }
    if (unproven.length > 0) {
        return {
            ...base,
            level: 'warning',
            detail: `${text}, which does not hold ${unproven.join(', ')}: no restore test since has read ${unproven.length === 1 ? 'that source' : 'these sources'}`,
            hint: 'Run verify of a backup that was made since the source stood in the environment file.',
        };
    }
    if (proof.summary.verdict === 'degraded') {
        return { ...base, level: 'warning', detail: text, hint: 'Its report says what was less than asked for.' };
    }
    return { ...base, level: 'ok', detail: text };
}
/** The newest restore test that failed, and that nothing has answered since. */
function openFailure({ proofs, condemned }) {
    const passed = [];
    for (const proof of proofs) {
        const { backupId, key, summary } = proof;
        if (summary === null)
            continue;
        if (summary.verdict !== 'failed') {
            if ((0,domain_proof/* acquits */.bM)(summary))
                passed.push(proof);
            continue;
        }
        const counts = (0,verdict/* asksForData */.KL)(summary.level) || condemned.get(backupId)?.proof === key;
        if (counts && !passed.some((one) => (0,backup_id/* answersFor */.ze)(one.backupId, backupId)))
            return proof;
    }
    return null;
}
function sinceThen(proof, { newest }) {
    const { key, backupId, summary } = newest.proof ?? proof;
    if (key === proof.key || summary === null)
        return '';
    return `; one since ${summary.verdict}, of an older backup, ${backupId}, and does not answer for it`;
}
/** The newest drill that stands in the ledger, and the newest of each scenario: the worst decides. */
function checkDrill(view) {
    const { history, environment, now } = view;
    const base = { name: 'newest drill', weight: 'important' };
    const { drillEvery } = environment.objectives;
    const newest = new Map();
    for (const { event, at } of history.events) {
        if (event?.type !== 'drill')
            continue;
        const scenario = typeof event.details['scenario'] === 'string' ? event.details['scenario'] : 'a scenario';
        if (!newest.has(scenario))
            newest.set(scenario, drillOf(scenario, event, Math.max(0, now - at)));
    }
    const [last] = newest.values();
    if (last === undefined) {
        if (drillEvery === undefined)
            return { ...base, level: 'apart', detail: 'no drill-every is promised' };
        return {
            ...base,
            level: 'critical',
            failure: 'missing',
            detail: `the ledger has no drill of the last ${(0,units/* formatDuration */.a3)(windowOf(view))}${(0,status_view/* exceptFor */.JN)(history)}`,
            hint: `Hold one: \`lifeboat drill --environment ${environment.environment}\`. Only a rehearsal shows that a recovery takes as long as was promised.`,
        };
    }
    const bad = [...newest.values()].filter(({ isBad }) => isBad);
    if (bad.length > 0) {
        return {
            ...base,
            level: 'critical',
            detail: bad.map(({ text }) => text).join('; '),
            hint: 'The report of the drill says which step failed, or took too long.',
        };
    }
    if (drillEvery !== undefined && last.age > drillEvery + view.watch.tolerance) {
        return {
            ...base,
            level: last.age > 2 * drillEvery ? 'critical' : 'warning',
            detail: `${last.text}, though one is due every ${(0,units/* formatDuration */.a3)(drillEvery)}`,
            hint: 'Hold a drill, and look at the last runs of the drill workflow.',
        };
    }
    const less = [...newest.values()].filter(({ verdict }) => verdict === 'degraded');
    if (less.length > 0)
        return { ...base, level: 'warning', detail: less.map(({ text }) => text).join('; ') };
    return { ...base, level: 'ok', detail: last.text };
}
function drillOf(scenario, { details, outcome }, age) {
    const missed = ['rtoMet', 'rpoMet'].filter((what) => details[what] === false);
    const what = missed.map((one) => (one === 'rtoMet' ? 'RTO' : 'RPO')).join(' and ');
    const { verdict } = outcome;
    return {
        verdict,
        age,
        text: `${scenario} ${verdict} ${(0,units/* formatDuration */.a3)(age)} ago${missed.length === 0 ? '' : `, as it missed the ${what}`}`,
        isBad: verdict === 'failed' || missed.length > 0,
    };
}
/** Records that bear no signature that holds: nobody of ours wrote them, or somebody changed them. */
function checkBelief({ history }) {
    const troubled = [...history.backups, ...history.proofs, ...history.events].flatMap((record) => record.trouble === null ? [] : [{ name: 'key' in record ? record.key : record.id, ...record.trouble }]);
    const forged = troubled.filter(({ kind }) => kind === 'integrity');
    const base = { name: 'signed records', weight: 'grave' };
    const [first] = forged;
    if (first !== undefined) {
        return {
            ...base,
            level: 'critical',
            failure: 'integrity',
            detail: `${(0,units/* counted */.hS)(forged.length, 'record')} cannot be believed, such as ${first.name}: ${first.message}`,
            hint: '`lifeboat list` and `lifeboat ledger verify` name them. Find out who may write to the stores.',
        };
    }
    const [unread] = troubled;
    if (unread !== undefined) {
        return {
            ...base,
            level: 'unknown',
            failure: unread.kind,
            detail: `${(0,units/* counted */.hS)(troubled.length, 'record')} could not be read, such as ${unread.name}: ${unread.message}`,
        };
    }
    const count = history.backups.length + history.proofs.length + history.events.length;
    return { ...base, level: 'ok', detail: `${(0,units/* counted */.hS)(count, 'record')} looked at` };
}
function windowOf({ history, now }) {
    return now - (history.range.from ?? now);
}

// EXTERNAL MODULE: ./lib/operations/status/checks/schedules.js + 1 modules
var checks_schedules = __webpack_require__(67457);
// EXTERNAL MODULE: ./lib/domain/disk-space.js
var disk_space = __webpack_require__(53848);
// EXTERNAL MODULE: ./lib/vault/copies.js
var copies = __webpack_require__(46979);
;// CONCATENATED MODULE: ./lib/operations/status/checks/surroundings.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** Free space where local stores and the spool lie. */
async function checkDisks(view, surroundings, spool) {
    const places = [...surroundings.localStores].map(([name, path]) => ({ name: `disk of ${name}`, path }));
    const findings = [];
    for (const { name, path } of [...places, { name: 'disk of the spool', path: spool }]) {
        const base = { name, weight: 'important' };
        const space = path === null ? null : await surroundings.diskSpace(path);
        if (space === null) {
            const detail = path === null ? 'this run has not the variables that say where it lies' : 'its disk tells no size';
            findings.push({ ...base, level: 'apart', detail });
            continue;
        }
        const { free } = space;
        const percent = (0,disk_space/* freePercent */.m)(space);
        const needed = (0,status_view/* believed */.ty)(view.history)[0]?.summary.storedSize ?? 0;
        const level = free < needed ? 'critical' : percent < view.watch.disk ? 'warning' : 'ok';
        findings.push({
            ...base,
            level,
            failure: 'capacity',
            detail: `${(0,units/* formatBytes */.z3)(free)} free (${percent} %)${free < needed ? `: the newest backup alone has ${(0,units/* formatBytes */.z3)(needed)}` : ''}`,
            hint: 'Make room, or let fewer backups be kept.',
        });
    }
    return findings;
}
/** Asks each source what stands in the way of a backup, where this run was given what it takes to reach it. */
async function checkSources(environment, ports) {
    const findings = [];
    for (const config of environment.sources) {
        const base = { name: `source ${config.name}`, weight: 'important' };
        try {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                // Its job has the credentials of the source in its variables, or none at all.
                const source = __addDisposableResource(env_1, await ports.openSource(config.type === 'postgres' ? { ...config, install: 'never' } : config), true);
                const found = await source.preflight(ports.signal);
                // That this machine lacks the programs of a backup says nothing about the source.
                const refusal = found.find(({ level, failure }) => level === 'refuse' && failure !== 'missing');
                findings.push(refusal === undefined
                    ? { ...base, level: 'ok', detail: 'it answers, and nothing stands in the way of a backup' }
                    : {
                        ...base,
                        level: 'critical',
                        failure: refusal.failure ?? 'refused',
                        detail: refusal.text,
                        subjects: refusal.subjects ?? [],
                        ...(refusal.hint === undefined ? {} : { hint: refusal.hint }),
                    });
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
        catch (error) {
            const failure = (0,copies/* failureOfCopy */.N2)(error, ports.signal);
            if (failure.kind === 'bug')
                throw failure;
            const isApart = failure.kind === 'config';
            findings.push({
                ...base,
                level: isApart ? 'apart' : 'critical',
                failure: failure.kind,
                detail: isApart ? `not asked: ${failure.message}` : failure.message,
                subjects: failure.subjects,
                ...(failure.hint === undefined ? {} : { hint: failure.hint }),
            });
        }
    }
    return findings;
}
/** What GitHub says of the workflows and of the environments of each role; without a token, that it was not asked. */
async function askRepository(environment, repository) {
    const base = { name: 'GitHub environments', weight: 'useful' };
    if (repository === null) {
        return {
            workflows: null,
            finding: { ...base, level: 'apart', detail: 'not asked: there is no token for it' },
        };
    }
    try {
        const workflows = await repository.workflows();
        return { workflows, finding: { ...base, ...(await audit(environment, repository)) } };
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw failure;
        return {
            workflows: null,
            finding: {
                ...base,
                level: 'apart',
                detail: `not asked: ${failure.message}; the job needs actions: read`,
            },
        };
    }
}
async function audit({ environment, protected: isProtected }, repository) {
    const roles = [
        ...['backup', 'verify', 'retention'].map((role) => ({ name: `${environment}-${role}`, reviewed: false })),
        { name: environment, reviewed: true },
    ];
    const asked = await Promise.all(roles.map(async (role) => ({ ...role, rules: await repository.environment(role.name) })));
    const there = asked.filter(({ rules }) => rules !== null);
    if (there.length === 0)
        return {
            level: 'apart',
            detail: `there is none of the names ${roles.map(({ name }) => name).join(', ')}`,
        };
    const weak = there.flatMap(({ name, reviewed, rules }) => weaknesses(name, reviewed, rules));
    const [first] = weak;
    if (first === undefined) {
        return {
            level: 'ok',
            detail: `${there.map(({ name }) => name).join(', ')}: open to named branches, restores are reviewed`,
        };
    }
    return {
        level: 'warning',
        detail: weak.join('; '),
        hint: isProtected
            ? `Whoever may push any branch could take the secrets of a role: ${(0,guide/* guide */.R)('roles')} says how to close it.`
            : `${(0,guide/* guide */.R)('roles')} says how to close it.`,
    };
}
function weaknesses(name, reviewed, rules) {
    if (rules === null)
        return [];
    return [
        ...(rules.branches === null ? [`${name} is open to every branch`] : []),
        ...(reviewed && rules.reviewers === 0
            ? [`${name} has no reviewers: anybody who may start a workflow may restore`]
            : []),
        ...(!reviewed && rules.reviewers > 0
            ? [`${name} waits for reviewers: its schedule stands still until one agrees`]
            : []),
    ];
}

// EXTERNAL MODULE: ./lib/operations/status/finding.js
var status_finding = __webpack_require__(44412);
// EXTERNAL MODULE: ./lib/operations/status/history.js + 4 modules
var status_history = __webpack_require__(21038);
// EXTERNAL MODULE: ./lib/domain/schedule.js + 1 modules
var schedule = __webpack_require__(47246);
// EXTERNAL MODULE: ./lib/domain/workflow-schedule.js + 1 modules
var workflow_schedule = __webpack_require__(55736);
;// CONCATENATED MODULE: ./lib/operations/status/workflow-schedules.js



/**
 * When runs of a verb are expected: as `watch.schedules` says; else as all workflows together say that run it for this
 * environment; else as the objectives promise. Null when nothing says so.
 */
function expectedRuns(verb, environment, { schedules }, workflows) {
    const own = schedules[verb];
    const found = workflowsFor(verb, environment.environment, workflows);
    const paths = found.map(({ path }) => path);
    if (own !== undefined) {
        return { expected: { kind: 'cron', lines: (0,schedule/* parseCrons */.Px)(own) }, basis: 'watch.schedules', paths };
    }
    const lines = found.flatMap((one) => one.lines);
    if (lines.length > 0 && found.every(({ isWhole }) => isWhole)) {
        return { expected: { kind: 'cron', lines }, basis: paths.join(', '), paths };
    }
    const { backupEvery, verifyEvery } = environment.objectives;
    const every = { backup: backupEvery, verify: verifyEvery, retention: undefined }[verb];
    return every === undefined ? null : { expected: { kind: 'interval', every }, basis: `${verb}-every`, paths };
}
/**
 * The workflows that run the verb for the environment on a schedule. One of them may be as good as never: only together
 * they say what is expected. Without any, the first that is only called.
 */
function workflowsFor(verb, environment, workflows) {
    const found = [...workflows].flatMap(([path, file]) => {
        const schedule = (0,workflow_schedule/* scheduleIn */.Z)(file, verb, environment);
        return schedule === null ? [] : { path, lines: cronsOrNone(schedule.lines), isWhole: schedule.isWhole };
    });
    const scheduled = found.filter(({ lines, isWhole }) => lines.length > 0 || !isWhole);
    return scheduled.length > 0 ? scheduled : found.slice(0, 1);
}
/** GitHub runs no workflow with a line that it cannot read. */
function cronsOrNone(lines) {
    try {
        return (0,schedule/* parseCrons */.Px)(lines);
    }
    catch (error) {
        if ((0,domain_failure/* asFailure */.h_)(error).kind !== 'config')
            throw error;
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/operations/status/status.js


















/** How an environment stands, from what its stores hold: nothing that an earlier run said is believed without a signature. */
async function status_status(environment, ports, surroundings) {
    const run = new run_report/* RunReport */.e('status', environment.environment, ports);
    try {
        return await look(environment, ports, surroundings, run);
    }
    catch (error) {
        return { report: run.fail(error), lastBackup: null, rpoCompliant: null, verified: false, score: null };
    }
}
/** The newest of what is promised rarely, a drill above all, must lie in the window. */
function windowStart({ environment, watch, now }) {
    const { backupEvery = 0, verifyEvery = 0, drillEvery = 0 } = environment.objectives;
    return now - Math.max(watch.window, 2 * Math.max(backupEvery, verifyEvery, drillEvery));
}
/** @throws Failure when no store could be asked */
async function observe(environment, ports, surroundings, phase = (_, work) => work()) {
    const now = ports.clock.now();
    const watch = (0,status_view/* watchOf */.xE)(environment);
    const range = {
        from: windowStart({ environment, watch, now }),
        to: now + domain_retention/* toleratedClockSkew */.zD,
        backupsFrom: null,
    };
    const history = await phase('read the stores', () => (0,status_history/* readHistory */.Lu)(environment, range, ports));
    const view = { environment, watch, history, now };
    const { workflows, finding: audit } = await phase('ask GitHub', () => askRepository(environment, surroundings.repository));
    const files = await surroundings.workflows();
    const freshness = checkFreshness(view);
    const growth = checkGrowth(view);
    const proof = checkProof(view);
    const schedules = ['backup', 'verify'].map((verb) => (0,checks_schedules/* checkSchedule */.qB)(verb, view, expectedRuns(verb, environment, watch, files), workflows));
    const findings = [
        ...freshness.findings,
        proof,
        checkDrill(view),
        ...schedules.flatMap((schedule) => schedule.findings),
        checkStores(view),
        ...checkCopies(view).findings,
        checkLedger(view),
        checkBelief(view),
        ...growth.findings,
        checkRetention(view),
        checkLeases(view),
        checkRecipients(view),
        ...(await phase('look at the disks', () => checkDisks(view, surroundings, ports.spool))),
        ...(await phase('ask the sources', () => checkSources(environment, ports))),
        audit,
    ].map(status_finding/* inOneLine */.U);
    return {
        view,
        findings,
        rpo: freshness.rpo,
        schedules: schedules.flatMap(({ record }) => record ?? []),
        growth: growth.facts,
        proof,
        score: (0,score/* scoreOf */.uw)(findings.map(scored)),
    };
}
async function look(environment, ports, surroundings, run) {
    const seen = await observe(environment, ports, surroundings, (name, work) => run.phase(name, work));
    const { view, findings, rpo, proof, score } = seen;
    for (const finding of findings)
        run.check((0,status_finding/* checkOf */.E)(finding));
    if (rpo !== null)
        run.objectives.push(rpo);
    addFacts(run, view, score);
    run.facts.push(...seen.growth);
    addCopies(run, view.history);
    const [newest] = (0,status_view/* restorable */.wq)(view.history);
    run.backupId = newest?.id ?? null;
    return {
        report: conclude(run, findings),
        lastBackup: newest?.id ?? null,
        rpoCompliant: rpo?.met ?? null,
        verified: proof.level === 'ok',
        score,
    };
}
function scored(finding) {
    return { status: (0,status_finding/* checkOf */.E)(finding).status, weight: finding.weight, isUnknown: finding.level === 'unknown' };
}
function addFacts(run, { history }, score) {
    run.fact('score', `${score} of 100`, score, 'count');
    run.fact('backups', String(history.known.length), history.known.length, 'count');
    for (const store of history.stores) {
        if (store.failure !== null)
            continue;
        run.fact(`store ${store.name}`, `${(0,units/* counted */.hS)(store.backups, 'backup')}, ${(0,units/* formatBytes */.z3)(store.bytes)}`, store.bytes, 'bytes');
    }
}
/** What each store has of the newest backup. */
function addCopies(run, history) {
    const newest = (0,status_view/* believed */.ty)(history)[0];
    const isCondemned = newest !== undefined && history.condemned.has(newest.id);
    const condemned = isCondemned ? (0,status_view/* condemnedText */.Lr)(history, (id) => id === newest.id) : null;
    for (const { name, type, ephemeral, failure } of history.stores) {
        const state = newest?.copies.find(({ store }) => store === name)?.state;
        run.copies.push({
            store: name,
            kind: type,
            status: failure !== null
                ? 'unreachable'
                : ephemeral
                    ? 'ephemeral'
                    : isCondemned && state === 'whole'
                        ? 'damaged'
                        : state === 'whole'
                            ? 'complete'
                            : 'incomplete',
            writeOnce: null,
            detail: failure?.message ?? condemned,
        });
    }
}
function conclude(run, findings) {
    const critical = findings.filter(({ level }) => level === 'critical');
    const [first] = critical;
    if (first !== undefined) {
        const more = critical.length === 1 ? '' : `; and ${(0,units/* counted */.hS)(critical.length - 1, 'more check')} failed`;
        return run.finish('failed', new domain_failure/* Failure */.HR(first.failure ?? 'objective', `${first.name}: ${first.detail}${more}`, {
            ...(first.hint === undefined ? {} : { hint: first.hint }),
            subjects: first.subjects ?? [],
        }));
    }
    return run.finish(verdictOf(findings), null);
}
/** The gravest of what was found. What should be known and is not, is less than well. */
function verdictOf(findings) {
    if (findings.some(({ level }) => level === 'critical'))
        return 'failed';
    return findings.some(({ level }) => level === 'warning' || level === 'unknown') ? 'degraded' : 'passed';
}


/***/ }),

/***/ 65279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ vanished),
/* harmony export */   Z: () => (/* binding */ removedIds)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);

/**
 * Backups of the range that were made, by the ledger or by proofs of them, and that are in no store that answered; without
 * those whose removal stands in the ledger.
 */
function vanished(history) {
    const known = new Set(history.known);
    const removed = removedIds(history.events);
    const made = history.events.flatMap(({ event }) => event?.type === 'backup' && event.outcome.verdict !== 'failed' && event.backupId !== null
        ? [event.backupId]
        : []);
    // Those of events that tell of a restore test or a restore were there as well.
    const used = history.proofs.flatMap(({ summary, backupId }) => summary !== null && ((0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(backupId)?.at ?? 0) >= (history.range.from ?? 0) ? [backupId] : []);
    return [...new Set([...made, ...used])].filter((id) => (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id) !== null && !known.has(id) && !removed.has(id));
}
/** What runs of retention say that they removed. */
function removedIds(events) {
    const removed = new Set();
    for (const { event } of events) {
        if (event?.type !== 'retention')
            continue;
        for (const id of String(event.details['removed'] ?? '').split(' '))
            removed.add(id);
    }
    return removed;
}


/***/ }),

/***/ 86333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ leaseTerm),
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92880);
/* harmony import */ var _lease_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50701);




/** How long a lease holds without being renewed, and how often it is. */
const leaseTerm = 10 * 60_000;
const renewalPace = 3 * 60_000;
/** By then a put that another contender began before ours is visible, on stores that do not enforce conditions. */
const settlingTime = 1_000;
/**
 * Takes a lease in all stores, and renews it until it is disposed.
 * @throws Failure `refused` when another holds an exclusive one, naming who, since when and until when; the failure of the
 *   first store when none could be asked. A use lease that no store takes is granted all the same
 */
async function takeLease(stores, environment, request, context) {
    const isExclusive = 'exclusive' in request;
    if (isExclusive && request.exclusive.startsWith('use-')) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'the name of an exclusive lease may not begin with use-');
    }
    const token = hex(context, 16);
    const key = isExclusive
        ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(environment, request.exclusive)
        : (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .useLeaseKey */ .hg)(environment, request.use, hex(context, 8));
    const holding = new Holding(environment, key, request, token, context);
    try {
        await (isExclusive ? holding.takeInEach(stores) : holding.putInAll(stores));
    }
    catch (error) {
        await holding.release();
        throw error;
    }
    holding.renewInBackground();
    return holding;
}
class Holding {
    name;
    failures = new Map();
    granted = new Map();
    environment;
    key;
    request;
    token;
    context;
    takenAt;
    renewal = null;
    renewing = Promise.resolve();
    constructor(environment, key, request, token, context) {
        this.environment = environment;
        this.key = key;
        this.name = key.slice(key.lastIndexOf('/') + 1, -'.json'.length);
        this.request = request;
        this.token = token;
        this.context = context;
        this.takenAt = context.clock.now();
    }
    get stores() {
        return [...this.granted.keys()].map((store) => store.name);
    }
    get isUse() {
        return 'use' in this.request;
    }
    /** One store after the other, so that all contenders meet at the same one first. */
    async takeInEach(stores) {
        const { log, clock, signal } = this.context;
        for (const store of stores) {
            try {
                this.grant(store, await this.takeIn(store));
            }
            catch (error) {
                const failure = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                if (!['access', 'unavailable', 'capacity'].includes(failure.kind))
                    throw failure;
                this.failures.set(store.name, failure);
                log.warning(`store ${store.name} did not take the lease ${this.name}: ${failure.message}`);
            }
        }
        const [first] = this.failures.values();
        if (this.granted.size === 0)
            throw first ?? new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('bug', 'there is no store to put a lease in');
        await clock.sleep(settlingTime, signal);
        await this.demand();
    }
    /** Side by side: whoever is not protected by one store may be by another. */
    async putInAll(stores) {
        const { signal, log } = this.context;
        await Promise.all(stores.map(async (store) => {
            const expiresAt = this.freshExpiry();
            try {
                await store.put(this.key, this.bytes(expiresAt), { signal });
                this.grant(store, expiresAt);
            }
            catch (error) {
                this.failures.set(store.name, (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error));
                log.debug(`store ${store.name} did not take the lease ${this.name}: ${(0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).message}`);
            }
        }));
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_1__/* .throwIfCancelled */ .dZ)(signal);
    }
    /** @returns when it expires there @throws Failure `refused` */
    async takeIn(store) {
        const { signal, clock } = this.context;
        for (let attempt = 1;; attempt += 1) {
            const expiresAt = this.freshExpiry();
            const refusal = await store.put(this.key, this.bytes(expiresAt), { signal }).then(() => null, (error) => {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind !== 'refused')
                    throw failure;
                return failure;
            });
            if (refusal === null)
                return expiresAt;
            const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            if (current?.record?.token === this.token)
                return expiresAt;
            if (current === null) {
                // Given back just now: whoever comes next may have it.
                if (attempt === 3)
                    throw refusal;
                continue;
            }
            if ((0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(current, clock.now()))
                throw held(this.environment, current, clock.now());
            return this.takeOver(store, current);
        }
    }
    /** Of all who see the same expired lease, the one whose claim is new replaces it. */
    async takeOver(store, expired) {
        const { signal, clock } = this.context;
        const about = mark(expired);
        for (let round = 1;; round += 1) {
            const claim = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseKey */ .aW)(this.environment, `${this.name}.claim-${about.slice(0, 32)}-${round}`);
            try {
                await store.put(claim, this.bytes(clock.now()), { signal });
            }
            catch (error) {
                if ((0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error).kind !== 'refused')
                    throw error;
                const other = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, claim, signal);
                // A claimant that was killed in between must not hold it for ever.
                if (other === null || (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(other, clock.now()) || round === 20)
                    throw held(this.environment, expired, clock.now());
                continue;
            }
            try {
                return await this.replaceClaimed(store, expired);
            }
            finally {
                await store.remove(claim, signal);
            }
        }
    }
    /** Only after the claim is ours. */
    async replaceClaimed(store, expired) {
        const { signal, clock, log } = this.context;
        const expiresAt = this.freshExpiry();
        const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
        // Another may have claimed it, taken it and removed the claim since we looked.
        if (current !== null && mark(current) !== mark(expired))
            throw held(this.environment, current, clock.now());
        if (current === null)
            await store.put(this.key, this.bytes(expiresAt), { signal });
        else
            await store.replace(this.key, this.bytes(expiresAt), signal);
        log.warning(`store ${store.name}: took over the lease ${this.name}, which ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(expired.expiresAt, clock.now())}; it was held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(expired.record)}. That run was killed or stood still.`);
        return expiresAt;
    }
    grant(store, expiresAt) {
        this.granted.set(store, { expiresAt, lost: null });
    }
    async demand() {
        const { signal, clock, log } = this.context;
        let confirmed = 0;
        let unanswered = null;
        for (const [store, state] of this.granted) {
            if (state.lost !== null)
                throw state.lost;
            let current;
            try {
                current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
            }
            catch (error) {
                unanswered = (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfStore */ .LV)(error, signal);
                log.warning(`store ${store.name} could not confirm the lease ${this.name}: ${unanswered.message}`);
                continue;
            }
            this.judge(store, current);
            // Nobody takes a use lease over: one of ours that is late holds again once it is renewed.
            if (!this.isUse && clock.now() > state.expiresAt) {
                throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `the lease ${this.name} was not renewed in time: this machine or store ${store.name} stood still`, { hint: 'Run it again.' });
            }
            confirmed += 1;
        }
        // A use lease never stops what no store could protect; an exclusive one has at least one store.
        if (confirmed === 0 && unanswered !== null && !this.isUse)
            throw unanswered;
    }
    /** @throws Failure `refused` when what lies there is not ours */
    judge(store, current) {
        if (current?.record?.token === this.token)
            return;
        const what = current === null
            ? 'was removed: somebody cleared it by hand, or took it to be of a run that had ended'
            : `is now held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(current.record)}`;
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${store.name}: the lease ${this.name} is no longer ours; it ${what}`, {
            hint: 'This run stops before it does harm. `lifeboat ledger verify` and the log of the other run say more.',
        });
    }
    renewInBackground() {
        if (this.granted.size === 0)
            return;
        this.renewal = this.context.clock.every(renewalPace, () => {
            this.renewing = this.renew();
            return this.renewing;
        });
    }
    /** Never throws: what is wrong is said, and `demand` finds it. */
    async renew() {
        const { signal, log, clock } = this.context;
        await Promise.all([...this.granted].map(async ([store, state]) => {
            if (state.lost !== null || signal.aborted)
                return;
            // Late: another may be taking it over at this very moment.
            if (!this.isUse && clock.now() > state.expiresAt)
                return;
            try {
                this.judge(store, await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal));
                const expiresAt = this.freshExpiry();
                await store.replace(this.key, this.bytes(expiresAt), signal);
                state.expiresAt = expiresAt;
            }
            catch (error) {
                if (signal.aborted)
                    return;
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                if (failure.kind === 'refused')
                    state.lost = failure;
                log.warning(`store ${store.name}: the lease ${this.name} was not renewed: ${failure.message}`);
            }
        }));
    }
    /** Gives it back, also when the run is being stopped. What cannot be removed expires. */
    async release() {
        this.renewal?.[Symbol.dispose]();
        this.renewal = null;
        await this.renewing;
        const { clock, log } = this.context;
        // The run's own signal may be aborted already, and giving back is part of the clean-up.
        const signal = AbortSignal.timeout(timeToRelease);
        await Promise.all([...this.granted].map(async ([store, state]) => {
            try {
                if (state.lost !== null || (!this.isUse && clock.now() > state.expiresAt))
                    return;
                const current = await (0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .readLease */ .zR)(store, this.environment, this.key, signal);
                if (current?.record?.token === this.token)
                    await store.remove(this.key, signal);
            }
            catch (error) {
                const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
                log.notice(`store ${store.name}: the lease ${this.name} could not be given back, and expires by itself: ${failure.message}`);
            }
        }));
        this.granted.clear();
    }
    async [Symbol.asyncDispose]() {
        await this.release();
    }
    freshExpiry() {
        return this.context.clock.now() + leaseTerm;
    }
    bytes(expiresAt) {
        const { actor, url, host = null } = this.context.run;
        const record = {
            format: 1,
            kind: this.isUse ? 'use' : 'exclusive',
            name: this.name,
            backupId: 'use' in this.request ? this.request.use : null,
            token: this.token,
            why: this.request.why,
            holder: { actor, runUrl: url, host },
            takenAt: new Date(this.takenAt).toISOString(),
            expiresAt: new Date(expiresAt).toISOString(),
        };
        return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
    }
}
/** A cancelled job has a few seconds for everything. */
const timeToRelease = 3_000;
/** What a person types to clear it. */
function breakCommand(environment, name) {
    return `lifeboat lease break --environment ${environment} --name ${name} --reason "…" --signing-key-file retention-signing-key.txt`;
}
function held(environment, lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: ${breakCommand(environment, lease.name)}`,
    });
}
/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }) {
    return record?.token ?? String(expiresAt);
}
function hex({ random }, count) {
    return Buffer.from(random.bytes(count)).toString('hex');
}


/***/ })

};
