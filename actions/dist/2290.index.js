export const id = 2290;
export const ids = [2290];
export const modules = {

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

/***/ 56625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secretsInUrl),
/* harmony export */   o: () => (/* binding */ percentDecoded)
/* harmony export */ });
/**
 * What is secret inside of a URL: its password, a token that stands for the user, and what its parameters call a secret;
 * as it stands there, as a URL parser writes it and as it is meant. Nothing when the text is no URL with one. A password
 * that nobody percent-encoded may be found with more around it: rather too much is hidden than too little.
 */
function secretsInUrl(text) {
    const url = /^\s*([a-z][a-z0-9+.-]*):\/\/([^/?#@:]*)/i.exec(text);
    if (url === null)
        return [];
    const [before, scheme = '', user = ''] = url;
    const rest = text.slice(before.length);
    const parsed = URL.parse(text);
    const found = [
        /^:([^/?#]*)@/.exec(rest)?.[1],
        /^:(.*)@/s.exec(rest)?.[1],
        parsed?.password,
        ...(/^https?$/i.test(scheme) && standsForToken(rest) ? [user, parsed?.username] : []),
        ...secretParameters(rest),
    ].flatMap((part) => (part ? [part, percentDecoded(part)] : []));
    return [...new Set(found)];
}
/** On the web a user without a password, or with the word that GitHub takes for none, is a token. */
function standsForToken(rest) {
    return /^(?::(?:x-oauth-basic)?)?@/i.test(rest);
}
const password = /pass(?:word|wd|phrase)?$|pwd$/i;
const otherSecret = /(?:secret|token|signature|credential|authorization|api[-_]?key|access[-_]?key)$|^(?:sig|key|auth)$/i;
/** What is shorter is a switch or a number, and hiding it would hide half of a log. */
const shortestOther = 6;
/** Whatever is called a password, as libpq takes `password` and `sslpassword` too, a token or a signature. */
function secretParameters(rest) {
    const query = /\?(.*)$/s.exec(rest)?.[1] ?? '';
    return query.split(/[&?]/).flatMap((pair) => {
        const [, name = '', value = ''] = /^([^=]*)=([^#]*)/s.exec(pair) ?? [];
        const meant = percentDecoded(name);
        if (!password.test(meant) && !(otherSecret.test(meant) && value.length >= shortestOther))
            return [];
        return [value, value.replaceAll('+', ' ')];
    });
}
/** A part of a URL as it is meant. With a stray percent sign it is as it stands. */
function percentDecoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


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

/***/ 51012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ readEventsSince),
/* harmony export */   Sl: () => (/* binding */ searchEventsSince),
/* harmony export */   gE: () => (/* binding */ eventTime)
/* harmony export */ });
/* harmony import */ var _vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91076);
/* harmony import */ var _trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1886);


/**
 * The events of these types since then, oldest first. What was not signed by a role that may write it does not count, where
 * keys are known; neither does what no store has whole. Both are said in the log.
 * @throws Failure when no store could be listed
 */
async function readEventsSince(environment, since, types, ports) {
    return (await searchEventsSince(environment, since, types, ports)).events;
}
/** As `readEventsSince`, for those to whom an event that was not found makes a difference. */
async function searchEventsSince(environment, since, types, { stores, log, signal }) {
    const wanted = types;
    const found = [];
    const { doubtful, gone, unreachable } = await (0,_vault_ledger_search_js__WEBPACK_IMPORTED_MODULE_0__/* .searchLedger */ .a)(stores, environment.environment, (type) => (0,_trusted_keys_js__WEBPACK_IMPORTED_MODULE_1__.trustedKeys)(environment, type), (event) => {
        if (eventTime(event.id) < since)
            return true;
        if (wanted.includes(event.type))
            found.push(event);
        return false;
    }, { log, signal });
    for (const id of doubtful) {
        log.warning(`event ${id} of the ledger does not count: no store has a copy that can be believed`);
    }
    // Of two of the same millisecond the chain says which came first.
    return {
        events: found.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.depth - other.depth),
        unreachable,
        lost: [...gone, ...doubtful].filter((id) => eventTime(id) >= since),
    };
}
/** The time in an event's id, `20261121T101500Z-…`; NaN when there is none. */
function eventTime(id) {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}


/***/ }),

/***/ 98008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ degraded),
/* harmony export */   at: () => (/* binding */ Examination),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   hT: () => (/* binding */ skipped)
/* harmony export */ });
/* harmony import */ var _domain_environment_validation_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18491);
/* harmony import */ var _domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64226);
/* harmony import */ var _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(314);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27550);




const passed = (detail) => ({ status: 'passed', detail });
const degraded = (detail, hint) => ({
    status: 'degraded',
    detail,
    ...(hint === undefined ? {} : { hint }),
});
const failed = (detail, hint, failure = 'objective') => ({
    status: 'failed',
    detail,
    failure,
    ...(hint === undefined ? {} : { hint }),
});
const skipped = (detail, hint) => ({
    status: 'skipped',
    detail,
    ...(hint === undefined ? {} : { hint }),
});
/** One validation under way: its rules, what was found so far, and the time that each check took. */
class Examination {
    checks = [];
    environment;
    input;
    ports;
    rules;
    leftOut;
    constructor(environment, input, ports) {
        this.environment = environment;
        this.input = input;
        this.ports = ports;
        this.rules = rulesOf(environment);
        this.leftOut = new Set(this.rules.leftOut.map(({ check }) => check));
    }
    /** True for checks that a look at a running service does not need, but that judge what lies in it. */
    get isThorough() {
        return this.input.depth !== 'quick';
    }
    /**
     * Asks one question, unless the file leaves its kind out. What is thrown answers it too: `skipped` when what the check
     * needs is not there (`config`, `missing`), else `failed`. A bug, and being stopped, end the whole.
     */
    async check(kind, group, name, ask) {
        if (this.leftOut.has(kind))
            return;
        const { clock, signal } = this.ports;
        signal.throwIfAborted();
        const started = clock.ticks();
        const found = await ask().catch((error) => answerOf(error, signal));
        const { status, detail, subjects = [], hint, failure = null } = found;
        this.checks.push({
            rung: group,
            name,
            status,
            detail,
            subjects,
            failure,
            ...(hint === undefined ? {} : { hint }),
            duration: Math.round(clock.ticks() - started),
        });
    }
    isLeftOut(kind) {
        return this.leftOut.has(kind);
    }
    /** A value with its variables filled in, which are never shown from then on. */
    resolve(template) {
        const { ports } = this;
        const value = template.resolve(ports.variables);
        for (const name of template.names)
            ports.hide(ports.variables[name] ?? '');
        return value;
    }
    /** An address: parts of it that are secret, such as a password or a query, are never shown from then on. */
    resolveAddress(template) {
        const value = template.resolve(this.ports.variables);
        const url = URL.parse(value);
        for (const part of [url?.password, url?.search.slice(1)]) {
            if (part !== undefined && part !== '')
                this.ports.hide(part);
        }
        return value;
    }
    headers(given) {
        return given.map(({ name, value }) => ({ name, value: this.resolve(value) }));
    }
}
/** What the file says, or what holds when it says nothing. */
function rulesOf({ validation }) {
    const given = validation ?? (0,_domain_environment_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .camelKeys */ .RA)(_domain_environment_validation_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .validationSchema */ .ds.parse({}));
    return { ...given, minScore: given.minScore ?? _domain_validation_score_js__WEBPACK_IMPORTED_MODULE_2__/* .usualMinScore */ .lB };
}
function answerOf(error, signal) {
    signal.throwIfAborted();
    const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .asFailure */ .h_)(error);
    if (failure.kind === 'bug' || failure.kind === 'cancelled')
        throw error;
    const { kind, message, hint, subjects } = failure;
    const isUnable = kind === 'config' || kind === 'missing';
    return {
        status: isUnable ? 'skipped' : 'failed',
        detail: message,
        subjects,
        ...(hint === undefined ? {} : { hint }),
        ...(isUnable ? {} : { failure: kind }),
    };
}


/***/ }),

/***/ 32290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askedOf: () => (/* binding */ askedOf),
  examine: () => (/* binding */ examine)
});

// EXTERNAL MODULE: ./lib/domain/validation-score.js
var validation_score = __webpack_require__(314);
// EXTERNAL MODULE: ./lib/domain/disk-space.js
var disk_space = __webpack_require__(53848);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/operations/ledger/read-events.js
var read_events = __webpack_require__(51012);
// EXTERNAL MODULE: ./lib/operations/validate/examination.js
var validate_examination = __webpack_require__(98008);
;// CONCATENATED MODULE: ./lib/operations/validate/environment-status.js




const group = 'environment status';
/** Looks this far back in the ledger for the last deployment. */
const longestAgo = 400 * 86_400_000;
/** Whether what was deployed runs, as the platform says, and has room to run on. */
async function examineEnvironment(examination) {
    const { ports, rules } = examination;
    const { target, signal } = ports;
    let services = null;
    await examination.check('services', group, 'services run', async () => {
        services = await target.services(signal);
        return judgeServices(services, rules.services);
    });
    await examination.check('versions', group, 'version as deployed', () => version(examination));
    await examination.check('restarts', group, 'no service restarts again and again', async () => services === null || services.length === 0
        ? (0,validate_examination/* skipped */.hT)(services === null ? untold : 'nothing runs')
        : judgeRestarts(services, rules.maxRestarts));
    await examination.check('disk', group, 'disks have room', () => disk(examination));
}
const untold = 'the target does not tell of its services';
function judgeServices(services, expected) {
    if (services === null) {
        return expected.length === 0
            ? (0,validate_examination/* skipped */.hT)(untold, 'Describe under target where the application runs; of a target that a person restarts nothing is known.')
            : (0,validate_examination/* failed */.gz)(`${(0,units/* counted */.hS)(expected.length, 'service')} should run, and ${untold}`);
    }
    if (services.length === 0) {
        return (0,validate_examination/* failed */.gz)('nothing runs', 'Bring the application up, or find out who stopped it.', 'unavailable');
    }
    const wanted = expected.length === 0 ? services.map(({ name }) => name) : expected;
    const stateOf = (name) => services.find((service) => service.name === name)?.status ?? 'missing';
    const bad = wanted.filter((name) => stateOf(name) !== 'running');
    if (bad.length === 0)
        return (0,validate_examination/* passed */.bF)(`${(0,units/* counted */.hS)(wanted.length, 'service')} running`);
    return (0,validate_examination/* failed */.gz)(`not running: ${bad.map((name) => `${name} (${stateOf(name)})`).join(', ')}; ${wanted.length - bad.length} of ${wanted.length} running`, 'Look at the log of each service that does not run.', 'unavailable');
}
async function version({ environment, input, ports }) {
    const expected = input.version === null
        ? await lastDeployed(environment, ports)
        : { version: input.version, source: 'asked for' };
    if (expected === null) {
        return (0,validate_examination/* skipped */.hT)('it is not known which version should run: the ledger has no deployment that stands', 'Deploy with lifeboat, or give the version.');
    }
    const running = await ports.target.running(ports.signal);
    if (running === null)
        return (0,validate_examination/* skipped */.hT)('the platform does not say which version runs');
    if (running.version === expected.version)
        return (0,validate_examination/* passed */.bF)(`${running.version} runs, as ${expected.source}`);
    return (0,validate_examination/* failed */.gz)(`${running.version} runs, and ${expected.version} was ${expected.source}`, 'Deploy the version that should run, or find out who changed it.');
}
/** What stands after the newest deployment that changed anything; null when that left something unknown. */
async function lastDeployed(environment, ports) {
    const events = await (0,read_events/* readEventsSince */.A0)(environment, ports.clock.now() - longestAgo, ['deploy'], ports);
    for (const { details } of events.reverse()) {
        const { state, version: deployed, from } = details;
        if (state === 'refused')
            continue;
        const stands = state === 'stands' ? deployed : state === 'rolled-back' ? from : null;
        return typeof stands === 'string' && stands !== '' ? { version: stands, source: 'deployed last' } : null;
    }
    return null;
}
function judgeRestarts(services, most) {
    const known = services.filter(({ restarts }) => restarts !== null);
    if (known.length === 0)
        return (0,validate_examination/* skipped */.hT)('the platform does not say how often it started a service again');
    const bad = known.filter(({ restarts }) => (restarts ?? 0) > most);
    const total = known.reduce((sum, { restarts }) => sum + (restarts ?? 0), 0);
    if (bad.length === 0) {
        const all = `${(0,units/* counted */.hS)(total, 'restart')} of ${(0,units/* counted */.hS)(known.length, 'service')}`;
        return known.length === services.length
            ? (0,validate_examination/* passed */.bF)(all)
            : (0,validate_examination/* degraded */.$o)(`${all}; nothing is known of ${services.length - known.length} more`);
    }
    return (0,validate_examination/* failed */.gz)(`more than ${(0,units/* counted */.hS)(most, 'restart')}: ${bad.map(({ name, restarts }) => `${name} (${restarts})`).join(', ')}`, 'Look at the log of each of these services for why it ended.', 'unavailable');
}
async function disk({ ports, rules, environment }) {
    const { paths, minFree } = rules.disk;
    const isHere = environment.target?.type === 'compose' && (ports.variables['DOCKER_HOST'] ?? '') === '';
    const looked = paths.length > 0 ? paths : isHere ? ['/'] : [];
    if (looked.length === 0) {
        return (0,validate_examination/* skipped */.hT)('the application does not run on this machine, as far as is known', 'Name folders of this machine under validation.disk.paths, or leave the check out.');
    }
    const rooms = [];
    const full = [];
    for (const path of looked) {
        const found = await ports.workspace.disk(path);
        if (found === null)
            return (0,validate_examination/* failed */.gz)(`there is no folder ${path}`, undefined, 'missing');
        if (found.total === 0) {
            rooms.push(`${path}: its disk tells no size`);
            continue;
        }
        const percent = (0,disk_space/* freePercent */.m)(found);
        const text = `${path}: ${(0,units/* formatBytes */.z3)(found.free)} free (${percent} %)`;
        rooms.push(text);
        if (percent < minFree)
            full.push(text);
    }
    return full.length === 0
        ? (0,validate_examination/* passed */.bF)(rooms.join(', '))
        : (0,validate_examination/* failed */.gz)(`less than ${minFree} % is free: ${full.join(', ')}`, 'Free space, or enlarge the disk.', 'capacity');
}

// EXTERNAL MODULE: ./lib/domain/concurrency.js
var domain_concurrency = __webpack_require__(43195);
;// CONCATENATED MODULE: ./lib/operations/validate/performance.js



const performance_group = 'performance';
/** How long the named requests take: so many calls, so many at once, and no more. */
async function examinePerformance(examination) {
    const { performance } = examination.rules;
    if (performance.length === 0) {
        return examination.check('performance', performance_group, 'response times', async () => (0,validate_examination/* skipped */.hT)('the environment file names no request to measure', 'Name some under validation.performance.'));
    }
    for (const request of performance) {
        await examination.check('performance', performance_group, `response times of ${request.name}`, () => measure(examination, request));
    }
}
async function measure(examination, { method, url, headers, status, timeout, calls, concurrency, p50, p95, }) {
    const { http, signal } = examination.ports;
    const request = {
        method,
        url: examination.resolveAddress(url),
        headers: examination.headers(headers),
        timeout,
    };
    const times = [];
    let wrong = 0;
    // Not counted: it opens the connection, and fills caches that real users find filled.
    await http.ask(request, signal);
    await (0,domain_concurrency/* inParallel */.HN)(Array.from({ length: calls }), concurrency, async () => {
        const answer = await http.ask(request, signal);
        if (answer.status !== status)
            wrong += 1;
        times.push(answer.duration);
    });
    times.sort((a, b) => a - b);
    const half = percentile(times, 50);
    const most = percentile(times, 95);
    const text = `p50 ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms of ${(0,units/* counted */.hS)(calls, 'call')}, ${concurrency} at once`;
    if (wrong > 0) {
        return (0,validate_examination/* failed */.gz)(`${(0,units/* counted */.hS)(wrong, 'answer')} of ${calls} had another status than ${status}; ${text}`);
    }
    const limits = [
        ...(p50 !== undefined && half > p50 ? [`p50 ${(0,units/* formatDuration */.a3)(p50)}`] : []),
        ...(most > p95 ? [`p95 ${(0,units/* formatDuration */.a3)(p95)}`] : []),
    ];
    return limits.length === 0
        ? (0,validate_examination/* passed */.bF)(text)
        : (0,validate_examination/* failed */.gz)(`${text}; allowed: ${limits.join(', ')}`, 'Compare with the version before, and look at the slow queries.');
}
/** The nearest rank: the smallest of the times that so many of 100 do not exceed. */
function percentile(sorted, share) {
    return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0;
}

// EXTERNAL MODULE: ./lib/domain/age.js
var domain_age = __webpack_require__(72631);
// EXTERNAL MODULE: ./lib/domain/workflow-schedule.js + 1 modules
var workflow_schedule = __webpack_require__(55736);
;// CONCATENATED MODULE: ./lib/domain/prometheus.js
const prometheus_name = '[A-Za-z_:][A-Za-z0-9_:]*';
const label = '[A-Za-z_][A-Za-z0-9_]*="(?:[^"\\\\\\n]|\\\\.)*"';
const sample = new RegExp(`^${prometheus_name}(?:\\{(?:${label}(?:\\s*,\\s*${label})*)?\\s*,?\\s*\\})?\\s+(?:[+-]?(?:\\d[\\d.]*(?:[eE][+-]?\\d+)?|\\.\\d+|Inf)|NaN)(?:\\s+-?\\d+(?:\\.\\d+)?)?\\s*(?:# .*)?$`);
/** How many samples a page in the Prometheus text format (or OpenMetrics) holds; null when it is none. */
function countSamples(text) {
    let samples = 0;
    for (const line of text.split('\n')) {
        const trimmed = line.trim();
        if (trimmed === '' || trimmed.startsWith('#'))
            continue;
        // Longer lines are no metric that anybody reads, and would only take time.
        if (trimmed.length > 4_096 || !sample.test(trimmed))
            return null;
        samples += 1;
    }
    return samples;
}

// EXTERNAL MODULE: ./lib/domain/schedule.js + 1 modules
var schedule = __webpack_require__(47246);
// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/vault/backups.js
var vault_backups = __webpack_require__(74703);
;// CONCATENATED MODULE: ./lib/operations/validate/readiness.js









const readiness_group = 'operational readiness';
/** GitHub starts scheduled runs late, and a backup takes its time: only after this is one missing. */
const tolerated = 45 * 60_000;
const longestMetrics = 4 * 1024 * 1024;
/** What people will reach for on the day of trouble. */
async function examineReadiness(examination) {
    await logs(examination);
    await metrics(examination);
    await alerts(examination);
    const crons = await scheduledBackups(examination);
    await examination.check('schedule', readiness_group, 'backups are scheduled', async () => judgeSchedule(examination, crons));
    await examination.check('backups-on-time', readiness_group, 'the newest backup keeps to the schedule', () => judgeNewest(examination, crons));
    await examination.check('runbooks', readiness_group, 'runbooks are there and can be read', () => runbooks(examination));
}
async function logs(examination) {
    const { rules, ports } = examination;
    if (rules.readiness.logs.length === 0) {
        return examination.check('logs', readiness_group, 'logs', async () => (0,validate_examination/* skipped */.hT)('the environment file names no log', 'Name files under validation.readiness.logs, or leave the check out.'));
    }
    for (const { path, maxAge } of rules.readiness.logs) {
        await examination.check('logs', readiness_group, `log ${path}`, async () => {
            const found = await ports.workspace.look(path);
            if (found === null)
                return (0,validate_examination/* failed */.gz)('there is no such file', undefined, 'missing');
            const age = Math.max(0, ports.clock.now() - found.modifiedAt);
            const text = `${(0,units/* formatBytes */.z3)(found.size)}, written ${(0,units/* formatDuration */.a3)(age)} ago`;
            return found.size > 0 && age <= maxAge
                ? (0,validate_examination/* passed */.bF)(text)
                : (0,validate_examination/* failed */.gz)(`${text}; ${(0,units/* formatDuration */.a3)(maxAge)} are allowed`, 'See whether the application still logs.');
        });
    }
}
async function metrics(examination) {
    const { rules, ports } = examination;
    if (rules.readiness.metrics.length === 0) {
        return examination.check('metrics', readiness_group, 'metrics', async () => (0,validate_examination/* skipped */.hT)('the environment file names no endpoint of metrics', 'Name it under validation.readiness.metrics.'));
    }
    for (const { name, method, url, headers, status, timeout } of rules.readiness.metrics) {
        await examination.check('metrics', readiness_group, `metrics ${name}`, async () => {
            const answer = await ports.http.ask({
                method,
                url: examination.resolveAddress(url),
                headers: examination.headers(headers),
                timeout,
                keep: longestMetrics,
            }, ports.signal);
            if (answer.status !== status)
                return (0,validate_examination/* failed */.gz)(`answered ${answer.status}; ${status} is right`);
            // A cut page ends within a line.
            const text = answer.body.toString();
            const whole = answer.size > longestMetrics ? text.slice(0, text.lastIndexOf('\n')) : text;
            const samples = countSamples(whole);
            return samples === null || samples === 0
                ? (0,validate_examination/* failed */.gz)(`answered ${(0,units/* counted */.hS)(answer.size, 'byte')} that are no metrics of Prometheus`)
                : (0,validate_examination/* passed */.bF)((0,units/* counted */.hS)(samples, 'sample'));
        });
    }
}
async function alerts(examination) {
    const { ports } = examination;
    const { network } = ports.probes;
    const alarms = alarmsOf(examination);
    if (alarms.length === 0) {
        return examination.check('alerts', readiness_group, 'ways to raise an alarm', async () => (0,validate_examination/* skipped */.hT)('the environment file names no way to raise an alarm', 'Name channels under notifications, or addresses under validation.readiness.alerts.'));
    }
    for (const alarm of alarms) {
        await examination.check('alerts', readiness_group, `alarm ${alarm.name}`, async () => {
            const { isSecure, ...at } = alarm.address();
            if (!isSecure) {
                return (await network.connects(at, ports.signal))
                    ? (0,validate_examination/* passed */.bF)('takes a connection; nothing was sent')
                    : (0,validate_examination/* failed */.gz)('takes no connection', 'Check the address, and the firewall.', 'unavailable');
            }
            const { problem } = await network.handshake(at, { onlyOld: false }, ports.signal);
            return problem === null
                ? (0,validate_examination/* passed */.bF)('takes a connection, and its certificate is trusted; nothing was sent')
                : (0,validate_examination/* failed */.gz)(`its certificate is not trusted (${problem})`, undefined, 'access');
        });
    }
}
const usualPorts = { 'https:': 443, 'http:': 80, 'smtp:': 587, 'smtps:': 465 };
function alarmsOf(examination) {
    const { environment, rules } = examination;
    const at = (name, url, usual) => ({
        name,
        address: () => addressIn(url === undefined ? usual : examination.resolve(url)),
    });
    const channels = (environment.notifications?.channels ?? []).flatMap((channel) => {
        if (channel.type === 'slack')
            return [at(channel.name, channel.webhookUrl ?? channel.api, 'https://slack.com')];
        if (channel.type === 'webhook')
            return [at(channel.name, channel.url, '')];
        if (channel.type === 'pagerduty')
            return [at(channel.name, channel.endpoint, 'https://events.pagerduty.com')];
        if (channel.type !== 'email')
            return [];
        const isSecure = channel.security === 'tls';
        const port = channel.port ?? (isSecure ? 465 : 587);
        return [
            { name: channel.name, address: () => ({ host: examination.resolve(channel.host), port, isSecure }) },
        ];
    });
    return [...rules.readiness.alerts.map(({ name, url }) => at(name, url, '')), ...channels];
}
function addressIn(text) {
    const url = URL.parse(text);
    const usual = usualPorts[url?.protocol ?? ''];
    if (url === null || usual === undefined) {
        throw new domain_failure/* Failure */.HR('config', 'the address is none of https://, http://, smtp:// or smtps://');
    }
    return {
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? usual : Number(url.port),
        isSecure: url.protocol === 'https:' || url.protocol === 'smtps:',
    };
}
async function scheduledBackups({ environment, ports: { workspace }, rules, }) {
    const folder = rules.readiness.workflows;
    const found = new Set();
    const { parseWorkflow } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7406)]).then(__webpack_require__.bind(__webpack_require__, 87406));
    for (const name of await workspace.names(folder)) {
        if (!/\.ya?ml$/.test(name))
            continue;
        const text = (await workspace.read(`${folder}/${name}`)) ?? '';
        const { lines = [] } = (0,workflow_schedule/* scheduleIn */.Z)(parseWorkflow(text), 'backup', environment.environment) ?? {};
        for (const line of lines)
            found.add(line);
    }
    return [...found];
}
function judgeSchedule({ environment, rules }, crons) {
    if (crons.length === 0) {
        return (0,validate_examination/* failed */.gz)(`no workflow of ${rules.readiness.workflows} backs this environment up on a schedule`, 'Write one with `lifeboat init`.', 'missing');
    }
    const gap = (0,schedule/* largestGap */.r9)((0,schedule/* parseCrons */.Px)(crons));
    const { backupEvery } = environment.objectives;
    const text = `${(0,units/* counted */.hS)(crons.length, 'cron line')}, at most ${gap === null ? 'once' : (0,units/* formatDuration */.a3)(gap)} apart`;
    return backupEvery !== undefined && (gap === null || gap > backupEvery)
        ? (0,validate_examination/* degraded */.$o)(`${text}; ${(0,units/* formatDuration */.a3)(backupEvery)} is the objective`, 'Schedule backups more often; see `lifeboat plan`.')
        : (0,validate_examination/* passed */.bF)(text);
}
async function judgeNewest({ environment, ports }, crons) {
    if (crons.length === 0)
        return (0,validate_examination/* skipped */.hT)('there is no schedule to keep to');
    const { stores, log, signal, clock } = ports;
    const due = (0,schedule/* previousRun */.Rc)((0,schedule/* parseCrons */.Px)(crons), clock.now() - tolerated);
    const { backups } = await (0,vault_backups.listBackups)(stores, environment.environment, { log, signal });
    const newest = backups.find(({ id, at }) => !(0,backup_id/* isEmergencyBackup */.KS)(id) && !(0,domain_age/* isFromTheFuture */.v)(at, clock.now()));
    if (newest === undefined)
        return (0,validate_examination/* failed */.gz)('there is no backup', 'Run `lifeboat backup`.', 'missing');
    const age = `the newest is ${(0,units/* formatDuration */.a3)(Math.max(0, clock.now() - newest.at))} old`;
    return due === null || newest.at >= due
        ? (0,validate_examination/* passed */.bF)(age)
        : (0,validate_examination/* failed */.gz)(`${age}; one was due ${(0,units/* formatDuration */.a3)(clock.now() - due)} ago`, 'See whether GitHub still runs the schedule: it stops after 60 days without a commit.');
}
async function runbooks({ ports, rules }) {
    const folder = rules.readiness.runbooks;
    const names = (await ports.workspace.names(folder)).filter((name) => /\.ya?ml$/.test(name));
    if (names.length === 0) {
        return (0,validate_examination/* failed */.gz)(`there is no runbook in ${folder}`, 'Write the procedures for an incident down.', 'missing');
    }
    const wrong = [];
    for (const name of names) {
        try {
            await ports.readRunbook?.(`${folder}/${name}`);
        }
        catch (error) {
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            if (failure.kind !== 'config')
                throw error;
            wrong.push(name);
        }
    }
    return wrong.length === 0
        ? (0,validate_examination/* passed */.bF)(`${(0,units/* counted */.hS)(names.length, 'runbook')}${ports.readRunbook === null ? '' : ', each as it should be'}`)
        : (0,validate_examination/* failed */.gz)(`not as they should be: ${wrong.join(', ')}`, 'Run `lifeboat runbook lint`.', 'config');
}

// EXTERNAL MODULE: ./lib/vault/proofs.js
var vault_proofs = __webpack_require__(90045);
// EXTERNAL MODULE: ./lib/vault/proven.js
var vault_proven = __webpack_require__(88326);
// EXTERNAL MODULE: ./lib/operations/condemnation.js
var condemnation = __webpack_require__(70409);
// EXTERNAL MODULE: ./lib/operations/gate/proof-condition.js
var proof_condition = __webpack_require__(42430);
;// CONCATENATED MODULE: ./lib/operations/validate/rto-compliance.js











const rto_compliance_group = 'RTO compliance';
/** A measurement from longer ago says little about today's data. */
const measuredWithin = 100 * 86_400_000;
/** So many backups are looked through for the newest that is proven. */
const mostLookedAt = 200;
/** Whether the last measured backup and restore hold the objectives. From the stores alone; nothing is measured now. */
async function examineObjectives(examination) {
    const { environment, ports, input, rules } = examination;
    const { stores, log, signal } = ports;
    const { rpo, rto, backupEvery, verifyEvery } = environment.objectives;
    // Each is asked for once, by the first check that needs it; the others then fail for the same reason.
    const backups = (0,domain_concurrency/* once */.Oo)(() => (0,vault_backups.listBackups)(stores, environment.environment, { log, signal }));
    const proofs = (0,domain_concurrency/* once */.Oo)(() => (0,vault_proofs/* listProofs */.I2)(stores, environment.environment, { log, signal }));
    const ids = (0,domain_concurrency/* once */.Oo)(async () => {
        const listing = await backups();
        return listing.backups.slice(0, mostLookedAt).map(({ id }) => id);
    });
    // What was backed up just before a restore does not count, nor does what comes from the future, nor what a restore test
    // has shown to be bad: as for the gate.
    const newest = (0,domain_concurrency/* once */.Oo)(async () => {
        const now = ports.clock.now();
        const counted = (await ids()).filter((each) => !(0,backup_id/* isEmergencyBackup */.KS)(each) && !(0,domain_age/* isFromTheFuture */.v)((0,backup_id/* parseBackupId */.JN)(each)?.at ?? Infinity, now));
        const { backup, passedOver } = await (0,condemnation/* newestSound */.G)(environment, counted, await proofs(), ports);
        return {
            manifest: backup?.manifest ?? null,
            passedOver: passedOver.map(({ id, why }) => `${id}: ${why}`),
        };
    });
    const proven = (0,domain_concurrency/* once */.Oo)(async () => (0,vault_proven/* newestProven */.t)(stores, environment, await ids(), await proofs(), { log, signal }));
    await examination.check('backup-time', rto_compliance_group, 'backup in time', async () => {
        const limit = least(backupEvery, rpo);
        if (limit === null)
            return noObjective('backup-every or rpo');
        const { manifest, passedOver } = await newest();
        return noting(passedOver, manifest === null ? noBackup(passedOver) : judgeBackup(manifest, limit));
    });
    await examination.check('recovery-point', rto_compliance_group, 'newest backup within the RPO', async () => {
        if (rpo === undefined)
            return noObjective('rpo');
        const { manifest, passedOver } = await newest();
        const found = manifest === null ? noBackup(passedOver) : judgeAge(manifest, rpo, ports.clock.now());
        return noting(passedOver, found);
    });
    await examination.check('recovery-time', rto_compliance_group, 'restore within the RTO', async () => {
        if (rto === undefined)
            return noObjective('rto');
        return judgeRestore(examination, await proven(), rto);
    });
    await examination.check('proof', rto_compliance_group, 'proven lately', async () => {
        const within = input.requireProofWithin ?? rules.requireProofWithin ?? verifyEvery;
        if (within === undefined)
            return noObjective('verify-every');
        // The gate's own judgement; that nobody has configured keys is not this check's business.
        const { status, detail, hint, failure } = await (0,proof_condition/* judgeProof */.e)({ limit: within }, await backups(), await proofs(), environment, ports);
        return status === 'failed' ? (0,validate_examination/* failed */.gz)(detail, hint, failure) : (0,validate_examination/* passed */.bF)(detail);
    });
}
function noting(passedOver, found) {
    if (passedOver.length === 0)
        return found;
    const more = passedOver.length > 3 ? ` and ${passedOver.length - 3} more` : '';
    return { ...found, detail: `${found.detail}. Passed over: ${passedOver.slice(0, 3).join('; ')}${more}` };
}
function judgeAge(manifest, rpo, now) {
    if ((0,domain_age/* isFromTheFuture */.v)(dataTime(manifest), now)) {
        return (0,validate_examination/* failed */.gz)(`the data of backup ${manifest.id} is dated in the future, so its age cannot be told`, 'Set the clocks of the database server and of the runners right, and make a backup.', 'integrity');
    }
    const age = Math.max(0, now - dataTime(manifest));
    const text = `the data of backup ${manifest.id} is ${(0,units/* formatDuration */.a3)(age)} old; ${(0,units/* formatDuration */.a3)(rpo)} may be lost`;
    return age <= rpo ? (0,validate_examination/* passed */.bF)(text) : (0,validate_examination/* failed */.gz)(text, 'Make a backup, and see why the last ones are missing.');
}
function judgeBackup(manifest, limit) {
    const took = Date.parse(manifest.finishedAt) - Date.parse(manifest.startedAt);
    const size = manifest.sources.reduce((sum, source) => sum + source.databaseSize, 0);
    const text = `backup ${manifest.id} of ${(0,units/* formatBytes */.z3)(size)} took ${(0,units/* formatDuration */.a3)(took)}`;
    return took <= limit
        ? (0,validate_examination/* passed */.bF)(`${text}; ${(0,units/* formatDuration */.a3)(limit)} are allowed`)
        : (0,validate_examination/* failed */.gz)(`${text}; ${(0,units/* formatDuration */.a3)(limit)} are allowed`, 'A backup that takes longer than the time between two cannot hold the schedule: see `lifeboat plan`.');
}
/** The oldest of the snapshots: what is newer may be lost. */
function dataTime({ sources }) {
    return Math.min(...sources.map(({ snapshot }) => Date.parse(snapshot.dataAt)));
}
async function judgeRestore({ environment, ports }, proven, rto) {
    const since = ports.clock.now() - measuredWithin;
    const events = await (0,read_events/* readEventsSince */.A0)(environment, since, ['restore', 'drill'], ports);
    const measured = [];
    const restore = events.findLast(({ type, outcome, details }) => type === 'restore' &&
        outcome.verdict !== 'failed' &&
        // One of some tables says nothing of the whole.
        details['partial'] !== true &&
        typeof details['duration'] === 'number');
    if (restore !== undefined) {
        const time = Number(restore.details['duration']);
        const bytes = restore.details['bytes'];
        const size = typeof bytes === 'number' ? ` of ${(0,units/* formatBytes */.z3)(bytes)}` : '';
        measured.push({
            time,
            text: `the restore of ${restore.at.slice(0, 10)}${size} took ${(0,units/* formatDuration */.a3)(time)}`,
        });
    }
    const drill = events.findLast(
    // One that failed brought nothing back that anybody may rely on, however fast it was.
    ({ type, outcome, details }) => type === 'drill' && outcome.verdict !== 'failed' && typeof details['recover'] === 'number');
    if (drill !== undefined) {
        const time = Number(drill.details['recover']) + Number(drill.details['detect'] ?? 0);
        const scenario = String(drill.details['scenario'] ?? '');
        measured.push({
            time,
            text: `the drill ${scenario} of ${drill.at.slice(0, 10)} was over in ${(0,units/* formatDuration */.a3)(time)}`,
        });
    }
    const estimate = proven?.proof.rto.estimate ?? null;
    if (proven !== null && estimate !== null) {
        const bytes = proven.proof.tables.reduce((sum, table) => sum + (table.bytes ?? 0), 0);
        measured.push({
            time: estimate,
            text: `the restore test of ${proven.proof.at.slice(0, 10)}${bytes === 0 ? '' : ` of ${(0,units/* formatBytes */.z3)(bytes)}`} estimates ${(0,units/* formatDuration */.a3)(estimate)}`,
        });
    }
    if (measured.length === 0) {
        return (0,validate_examination/* failed */.gz)('no restore, drill or restore test has measured it', 'Run `lifeboat verify`.');
    }
    const onlyEstimated = restore === undefined && drill === undefined;
    const basis = onlyEstimated ? ', and no restore or drill has measured it yet' : '';
    const text = `${measured.map((each) => each.text).join('; ')}${basis}; ${(0,units/* formatDuration */.a3)(rto)} are allowed`;
    return measured.every(({ time }) => time <= rto)
        ? (0,validate_examination/* passed */.bF)(text)
        : (0,validate_examination/* failed */.gz)(text, 'See the timeline of the restore test for what takes the time.');
}
const noObjective = (name) => (0,validate_examination/* skipped */.hT)(`there is no objective to judge it by (${name})`, `Set ${name} under objectives.`);
const noBackup = (condemned) => condemned.length === 0
    ? (0,validate_examination/* failed */.gz)('there is no backup', 'Run `lifeboat backup`.', 'missing')
    : (0,validate_examination/* failed */.gz)('there is no backup that no restore test has shown to be bad', 'Run `lifeboat backup`.');
function least(...values) {
    const given = values.filter((value) => value !== undefined);
    return given.length === 0 ? null : Math.min(...given);
}

;// CONCATENATED MODULE: ./lib/operations/validate/security/well-known.js
/** What is tried: few, so that nobody is locked out, and the likeliest first. */
const postgresPairs = [
    ['postgres', 'postgres'],
    ['postgres', 'password'],
    ['postgres', 'admin'],
    ['postgres', 'changeme'],
];
const redisPasswords = ['redis', 'password', 'foobared', 'changeme', 'admin'];
const basicPairs = [
    ['admin', 'admin'],
    ['admin', 'password'],
    ['admin', 'changeme'],
    ['root', 'root'],
    ['test', 'test'],
];
/** Passwords that stand in every list; compared with ours without asking anybody. */
const known = new Set(`123456 12345678 123456789 1234567890 1234 12345 qwerty letmein welcome iloveyou monkey dragon secret default
   password password1 passw0rd p@ssw0rd admin administrator root toor test testing guest user changeme change-me
   changeit example postgres postgresql redis foobared mysql database db dbpassword app application
   docker compose dev development staging production prod master super superuser supersecret s3cr3t`
    .trim()
    .split(/\s+/));
/** @param others names that a password must not equal, such as the user's */
function isWellKnown(password, others) {
    const plain = password.toLowerCase();
    return known.has(plain) || others.some((other) => other !== '' && other.toLowerCase() === plain);
}

;// CONCATENATED MODULE: ./lib/operations/validate/security/authentication.js



const authentication_group = 'security boundaries';
/** Requests without credentials must be refused, and must stay refused with the passwords that everybody knows. */
async function examineAuthentication(examination) {
    const { refused, tryPasswords } = examination.rules.security;
    if (refused.length === 0) {
        return examination.check('authentication', authentication_group, 'requests without credentials', async () => (0,validate_examination/* skipped */.hT)('the environment file names no request that must be refused', 'Name some under validation.security.refused.'));
    }
    for (const request of refused) {
        let asksForBasic = false;
        await examination.check('authentication', authentication_group, `refused without credentials: ${request.name}`, async () => {
            const answer = await ask(examination, request, []);
            asksForBasic = /\bbasic\b/i.test(answer.header('www-authenticate') ?? '');
            return request.status.includes(answer.status)
                ? (0,validate_examination/* passed */.bF)(`answered ${answer.status}`)
                : (0,validate_examination/* failed */.gz)(`answered ${answer.status} and ${(0,units/* counted */.hS)(answer.size, 'byte')}; ${request.status.join(' or ')} is right`, 'Ask for credentials before anything else is done.', 'access');
        });
        if (!asksForBasic || !tryPasswords)
            continue;
        await examination.check('default-passwords', authentication_group, `no default password: ${request.name}`, async () => {
            for (const [user, password] of basicPairs) {
                const token = Buffer.from(`${user}:${password}`).toString('base64');
                const answer = await ask(examination, request, [{ name: 'authorization', value: `Basic ${token}` }]);
                // Whoever is told to wait will not be let in by more of the same.
                if (answer.status === 429)
                    break;
                if (answer.status < 400) {
                    return (0,validate_examination/* failed */.gz)('a well-known password opens it', 'Change the password.', 'access');
                }
            }
            return (0,validate_examination/* passed */.bF)(`${(0,units/* counted */.hS)(basicPairs.length, 'well-known pair')} refused`);
        });
    }
}
function ask(examination, { method, url, headers, timeout }, more) {
    const { http, signal } = examination.ports;
    return http.ask({
        method,
        url: examination.resolveAddress(url),
        headers: [...examination.headers(headers), ...more],
        timeout,
    }, signal);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./lib/domain/guide.js
var guide = __webpack_require__(99620);
// EXTERNAL MODULE: ./lib/domain/url-secrets.js
var url_secrets = __webpack_require__(56625);
;// CONCATENATED MODULE: ./lib/operations/validate/security/credentials.js

/** The password of a source as this job has it; null when it has none. */
function credentialOf(source, variables) {
    if (source.type === 'files')
        return null;
    const url = URL.parse(resolved(source.url, variables) ?? '');
    const own = source.type === 'postgres' ? source : null;
    const value = resolved(own?.password, variables) ?? (0,url_secrets/* percentDecoded */.o)(url?.password ?? '');
    if (value === '')
        return null;
    return {
        name: `source ${source.name}`,
        value,
        user: resolved(own?.user, variables) ?? (0,url_secrets/* percentDecoded */.o)(url?.username ?? ''),
        database: resolved(own?.database, variables) ?? (0,url_secrets/* percentDecoded */.o)((url?.pathname ?? '').replace(/^\//, '')),
    };
}
/** What is compared between environments: the passwords of all sources, and what the file names besides. */
function credentialsOf({ environment, ports, rules }) {
    const { variables } = ports;
    const sources = environment.sources.map((source) => credentialOf(source, variables));
    const also = (rules.security.credentials?.also ?? []).map(({ name, value }) => {
        const text = resolved(value, variables) ?? '';
        return text === '' ? null : { name, value: text, user: '', database: '' };
    });
    return [...sources, ...also].filter((credential) => credential !== null);
}
/** Null when this job does not have what it names. */
function resolved(template, variables) {
    if (template === undefined || template.names.some((name) => (variables[name] ?? '') === ''))
        return null;
    return template.resolve(variables);
}

;// CONCATENATED MODULE: ./lib/operations/validate/security/fingerprints.js







const fingerprints_group = 'security boundaries';
const shortestKey = 32;
/** What each environment's own job has computed, by environment. Kept in the repository; see docs/decisions. */
const fileSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP().regex(/^lf1:[A-Za-z0-9_-]{22}$/)));
/**
 * Whether another environment has one of our credentials. Each job has only its own, so they are compared by fingerprints:
 * a slow hash under a key that all jobs have and nobody else. Neither a credential nor anything that gives it away to who
 * lacks the key is stored or shown.
 */
async function compareCredentials(examination) {
    await examination.check('credentials', fingerprints_group, 'credentials differ from other environments', () => compare(examination));
}
async function compare(examination) {
    const { environment, ports, rules } = examination;
    const config = rules.security.credentials;
    if (config === undefined) {
        return (0,validate_examination/* skipped */.hT)('the environment file gives no key to compare them by', `Give validation.security.credentials.key; ${(0,guide/* guide */.R)('validate')} says how.`);
    }
    const key = examination.resolve(config.key);
    if (key.length < shortestKey) {
        throw new domain_failure/* Failure */.HR('config', `the key that fingerprints are made with has less than ${shortestKey} characters`);
    }
    const own = [];
    for (const { name, value } of credentialsOf(examination)) {
        own.push({ name, fingerprint: await fingerprintOf(value, key) });
    }
    if (own.length === 0)
        return (0,validate_examination/* skipped */.hT)('this job has no credentials to compare');
    const list = JSON.stringify(own.map(({ fingerprint }) => fingerprint).sort());
    const hint = `Let ${config.fingerprints} hold "${environment.environment}": ${list}`;
    const text = await ports.workspace.read(config.fingerprints);
    if (text === null)
        return (0,validate_examination/* skipped */.hT)(`there is no file ${config.fingerprints}`, hint);
    const all = parsed(text, config.fingerprints);
    const others = Object.entries(all).filter(([name]) => name !== environment.environment);
    const same = others.flatMap(([other, theirs]) => own.filter(({ fingerprint }) => theirs.includes(fingerprint)).map(({ name }) => `${name} and ${other}`));
    if (same.length > 0) {
        return (0,validate_examination/* failed */.gz)(`the same credential opens two environments: ${same.join(', ')}`, 'Make a new one for each environment.', 'access');
    }
    const mine = all[environment.environment] ?? [];
    if (JSON.stringify([...mine].sort()) !== list) {
        return (0,validate_examination/* degraded */.$o)('the file does not hold the fingerprints of now, so that others cannot compare with them', hint);
    }
    if (others.length === 0)
        return (0,validate_examination/* skipped */.hT)('the file holds no other environment', 'Add what their validations say.');
    return (0,validate_examination/* passed */.bF)(`${(0,units/* counted */.hS)(own.length, 'credential')}, none of ${(0,units/* counted */.hS)(others.length, 'other environment')}`);
}
/** The same credential under the same key always gives the same; a guess costs as much as this. */
function fingerprintOf(credential, key) {
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(credential, `lifeboat fingerprint 1 ${key}`, 16, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }, (error, bytes) => {
            if (error === null)
                resolve(`lf1:${bytes.toString('base64url')}`);
            else
                reject(error);
        });
    });
}
function parsed(text, file) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        value = null;
    }
    const result = fileSchema.safeParse(value);
    if (result.success)
        return result.data;
    throw new domain_failure/* Failure */.HR('config', `${file} is not as it should be: names of environments, each with a list of fingerprints`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/operations/validate/security/openness.js




const openness_group = 'security boundaries';
const hint = 'Let it listen on 127.0.0.1 or in a private network only, or close its port in the firewall.';
/** Whether databases and caches can be reached from where nobody should reach them. */
async function examineOpenness(examination) {
    const { environment, ports, rules } = examination;
    for (const source of environment.sources) {
        if (source.type === 'files')
            continue;
        const name = source.type === 'postgres' ? `PostgreSQL ${source.name}` : `Redis ${source.name}`;
        await examination.check('outside', openness_group, `${name} is closed to the network`, async () => {
            const { address } = source.type === 'postgres' ? ports.probes.postgres(source) : ports.probes.redis(source);
            return fromHere(examination, address);
        });
    }
    for (const closed of rules.security.closed) {
        // As it is written: it names variables, and not what they hold.
        await examination.check('outside', openness_group, `closed: ${closed.text}`, async () => {
            const address = addressOf(closed.resolve(ports.variables));
            return (await ports.probes.network.connects(address, ports.signal))
                ? (0,validate_examination/* failed */.gz)('it takes a connection from here', hint, 'access')
                : (0,validate_examination/* passed */.bF)('it takes no connection from here');
        });
    }
}
/**
 * A service on this machine's own address must not listen on the others too. Of one elsewhere nothing can be told: we are
 * among those that it should let in.
 */
async function fromHere({ ports, rules }, { host, port }) {
    const { probes, variables, signal } = ports;
    const { network } = probes;
    if (host.startsWith('/')) {
        return (0,validate_examination/* skipped */.hT)('we reach it by a socket, which tells nothing about the network', 'Name its address under validation.security.closed.');
    }
    if (!isLocal({ host, port })) {
        const address = { host, port };
        const isNamed = rules.security.closed.some((closed) => isSame(addressOf(closed.resolve(variables)), address));
        if (!isNamed) {
            return (0,validate_examination/* skipped */.hT)(rules.security.closed.length === 0
                ? 'we reach it over the network ourselves, so that whether strangers do cannot be told from here'
                : 'we reach it over the network ourselves, and its address is none of validation.security.closed', 'Validate from outside too, and name its address under validation.security.closed.');
        }
        return (await network.connects(address, signal))
            ? (0,validate_examination/* failed */.gz)('it takes a connection from here', hint, 'access')
            : (0,validate_examination/* passed */.bF)('it takes no connection from here');
    }
    const others = network.ownAddresses();
    if (others.length === 0)
        return (0,validate_examination/* skipped */.hT)('this machine has no other address to try it by');
    for (const other of others) {
        if (await network.connects({ host: other, port }, signal)) {
            return (0,validate_examination/* failed */.gz)(`it listens on other addresses of this machine than ${host} too`, hint, 'access');
        }
    }
    return (0,validate_examination/* passed */.bF)(`it takes no connection on ${(0,units/* counted */.hS)(others.length, 'other address', 'other addresses')} of this machine`);
}
function isSame(one, other) {
    return one.port === other.port && one.host.toLowerCase() === other.host.toLowerCase();
}
function addressOf(text) {
    const match = /^(\[[0-9a-fA-F:]+\]|[^:/\s]+):(\d{1,5})$/.exec(text);
    const [, host = '', port = ''] = match ?? [];
    if (match === null || Number(port) > 65_535) {
        throw new domain_failure/* Failure */.HR('config', 'it is no address; accepted: host:port');
    }
    return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}
/** Whether only programs of this machine can listen in. */
function isLocal({ host }) {
    return host.startsWith('/') || host === 'localhost' || ((0,external_node_net_.isIP)(host) !== 0 && /^(127\.|::1$)/.test(host));
}

;// CONCATENATED MODULE: ./lib/operations/validate/security/passwords.js





const passwords_group = 'security boundaries';
/** Databases and caches let nobody in without a password, nor with one that everybody knows, nor in plain text. */
async function examinePasswords(examination) {
    for (const source of examination.environment.sources) {
        const guarded = guardOf(examination, source);
        if (guarded === null)
            continue;
        const { kind, title } = guarded;
        let isOpen = false;
        await examination.check(kind, passwords_group, `${title} asks for a password`, async () => {
            isOpen = (await guarded.withoutPassword()) === 'accepted';
            return isOpen
                ? (0,validate_examination/* failed */.gz)('it lets in who gives none', 'Set a password, and make the server demand it.', 'access')
                : (0,validate_examination/* passed */.bF)('it refuses who gives none');
        });
        await examination.check('default-passwords', passwords_group, `${title} has no default password`, () => defaultPasswords(examination, source, guarded, isOpen));
        await examination.check('encryption', passwords_group, `${title} is talked to in private`, () => encryption(guarded));
    }
}
function guardOf({ ports }, source) {
    const { probes, signal } = ports;
    if (source.type === 'postgres') {
        return {
            kind: 'database-password',
            title: `PostgreSQL ${source.name}`,
            withoutPassword: () => probes.postgres(source).withoutPassword(signal),
            tries: postgresPairs.map(([user, password]) => () => probes.postgres(source).withPassword(user, password, signal)),
            address: () => probes.postgres(source).address,
            isEncrypted: async () => (await probes.postgres(source).ask(signal)).encrypted,
        };
    }
    if (source.type !== 'redis')
        return null;
    return {
        kind: 'redis-password',
        title: `Redis ${source.name}`,
        withoutPassword: () => probes.redis(source).withoutPassword(signal),
        tries: redisPasswords.map((password) => () => probes.redis(source).withPassword(password, signal)),
        address: () => probes.redis(source).address,
        isEncrypted: async () => probes.redis(source).encrypted,
    };
}
async function defaultPasswords({ ports, rules }, source, { tries }, isOpen) {
    const hint = 'Change the password to one that a generator made.';
    const own = credentialOf(source, ports.variables);
    if (own !== null && isWellKnown(own.value, [own.user, own.database])) {
        return (0,validate_examination/* failed */.gz)('its password is one that everybody knows', hint, 'access');
    }
    if (isOpen)
        return (0,validate_examination/* skipped */.hT)('it asks for no password at all');
    if (!rules.security.tryPasswords)
        return (0,validate_examination/* skipped */.hT)('the environment file lets no password be tried');
    for (const attempt of tries) {
        if ((await attempt()) === 'accepted')
            return (0,validate_examination/* failed */.gz)('a well-known password opens it', hint, 'access');
    }
    return (0,validate_examination/* passed */.bF)(`${(0,units/* counted */.hS)(tries.length, 'well-known password')} refused`);
}
async function encryption(guarded) {
    if (await guarded.isEncrypted())
        return (0,validate_examination/* passed */.bF)('the connection is encrypted');
    return isLocal(guarded.address())
        ? (0,validate_examination/* passed */.bF)('the connection does not leave this machine')
        : (0,validate_examination/* failed */.gz)('passwords and data cross the network in plain text', 'Turn TLS on: sslmode=verify-full for PostgreSQL, rediss:// for Redis.', 'access');
}

;// CONCATENATED MODULE: ./lib/operations/validate/security/sites.js



const sites_group = 'security boundaries';
const day = 86_400_000;
/** Half a year: what the common lists ask at least of Strict-Transport-Security. */
const shortestPin = 15_552_000; // seconds
const timeout = 10_000;
/** What browsers rely on: TLS, no way round it, and headers. */
async function examineSites(examination) {
    const { sites } = examination.rules.security;
    if (sites.length === 0) {
        const reason = () => (0,validate_examination/* skipped */.hT)('the environment file names no site', 'Name it under validation.security.sites.');
        await examination.check('tls', sites_group, 'TLS', async () => reason());
        await examination.check('redirect', sites_group, 'plain HTTP leads to TLS', async () => reason());
        await examination.check('headers', sites_group, 'headers', async () => reason());
    }
    for (const site of sites) {
        await tls(examination, site);
        await redirect(examination, site);
        await headers(examination, site);
    }
}
async function tls(examination, site) {
    const { ports, rules } = examination;
    const { network } = ports.probes;
    let facts = null;
    await examination.check('tls', sites_group, `${site.name}: TLS`, async () => {
        const address = secureAddress(examination, site);
        if (address === null) {
            return (0,validate_examination/* failed */.gz)('it is served without TLS', 'Serve it over https://.', 'access');
        }
        facts = await network.handshake(address, { onlyOld: false }, ports.signal);
        const old = await network.handshake(address, { onlyOld: true }, ports.signal).catch((error) => {
            if (error instanceof domain_failure/* Failure */.HR)
                return null;
            throw error;
        });
        return old === null
            ? (0,validate_examination/* passed */.bF)(`${facts.protocol}; 1.1 and older are refused`)
            : (0,validate_examination/* failed */.gz)(`it still speaks ${old.protocol}`, 'Turn TLS 1.0 and 1.1 off.', 'access');
    });
    await examination.check('tls', sites_group, `${site.name}: certificate`, async () => facts === null
        ? (0,validate_examination/* skipped */.hT)('no TLS connection came about')
        : judgeCertificate(facts, ports.clock.now(), rules.security.certificateDays));
}
function judgeCertificate({ problem, validTo }, now, least) {
    const hint = 'Renew it, and see why that did not happen by itself.';
    if (problem !== null)
        return (0,validate_examination/* failed */.gz)(`it is not trusted (${problem})`, hint, 'access');
    const left = Math.floor((validTo - now) / day);
    const text = `valid for ${(0,units/* counted */.hS)(left, 'more day', 'more days')}`;
    return left >= least ? (0,validate_examination/* passed */.bF)(text) : (0,validate_examination/* failed */.gz)(`${text}; ${least} are asked for`, hint);
}
async function redirect(examination, site) {
    const { ports } = examination;
    await examination.check('redirect', sites_group, `${site.name}: plain HTTP leads to TLS`, async () => {
        const own = new URL(examination.resolveAddress(site.url));
        if (own.protocol !== 'https:')
            return (0,validate_examination/* skipped */.hT)('it is served without TLS');
        const url = site.plaintext === undefined ? null : examination.resolveAddress(site.plaintext);
        const plain = new URL(url ?? `http://${own.hostname}/`);
        const at = { host: bare(plain.hostname), port: Number(plain.port === '' ? 80 : plain.port) };
        if (!(await ports.probes.network.connects(at, ports.signal))) {
            return (0,validate_examination/* passed */.bF)('nothing takes a connection without TLS');
        }
        const answer = await ports.http.ask({ method: 'GET', url: plain.href, timeout }, ports.signal);
        const to = URL.parse(answer.header('location') ?? '', plain.href);
        const isMoved = [301, 302, 303, 307, 308].includes(answer.status);
        if (isMoved && to?.protocol === 'https:' && to.hostname === own.hostname) {
            return (0,validate_examination/* passed */.bF)(`answered ${answer.status} to https://`);
        }
        return (0,validate_examination/* failed */.gz)(isMoved ? `answered ${answer.status} to somewhere else` : `answered ${answer.status} without TLS`, 'Answer every request of http:// with 301 or 308 to https:// of the same host.', 'access');
    });
}
async function headers(examination, site) {
    const { ports } = examination;
    let answer = null;
    let why = '';
    let isSecure = false;
    try {
        const url = examination.resolveAddress(site.url);
        isSecure = url.startsWith('https:');
        answer = await ports.http.ask({ method: 'GET', url, timeout }, ports.signal);
    }
    catch (error) {
        ports.signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug')
            throw error;
        why = failure.message;
    }
    const judge = (name, isGood, advice) => examination.check('headers', sites_group, `${site.name}: ${name}`, async () => {
        if (answer === null)
            return (0,validate_examination/* skipped */.hT)(`its headers could not be read: ${why}`);
        return isGood(answer) ? (0,validate_examination/* passed */.bF)('set as it should be') : (0,validate_examination/* failed */.gz)('missing, or too weak', advice, 'access');
    });
    if (isSecure) {
        await judge('Strict-Transport-Security', (from) => Number(/max-age="?(\d+)/i.exec(from.header('strict-transport-security') ?? '')?.[1] ?? 0) >=
            shortestPin, `Send Strict-Transport-Security: max-age=31536000; ${shortestPin} is the least.`);
    }
    await judge('X-Content-Type-Options', (from) => from.header('x-content-type-options')?.trim().toLowerCase() === 'nosniff', 'Send X-Content-Type-Options: nosniff.');
    await judge('framing', (from) => /^\s*(deny|sameorigin)\s*$/i.test(from.header('x-frame-options') ?? '') ||
        /(^|;)\s*frame-ancestors\s/i.test(from.header('content-security-policy') ?? ''), "Send Content-Security-Policy: frame-ancestors 'self', or X-Frame-Options: DENY.");
    await judge('Content-Security-Policy', (from) => /(^|;)\s*(default-src|script-src)\s/i.test(from.header('content-security-policy') ?? ''), "Send Content-Security-Policy with at least default-src 'self'.");
}
/** Null for a site without TLS. */
function secureAddress(examination, site) {
    const url = URL.parse(examination.resolveAddress(site.url));
    if (url === null)
        throw new domain_failure/* Failure */.HR('config', 'the address is no URL');
    return url.protocol === 'https:'
        ? { host: bare(url.hostname), port: Number(url.port === '' ? 443 : url.port) }
        : null;
}
const bare = (hostname) => hostname.replace(/^\[(.*)\]$/, '$1');

;// CONCATENATED MODULE: ./lib/operations/validate/security.js





/** Whether strangers stay outside. Asked from where the validation runs; what cannot be asked from there says so. */
async function examineSecurity(examination) {
    await examineAuthentication(examination);
    await examinePasswords(examination);
    await examineOpenness(examination);
    await examineSites(examination);
    await compareCredentials(examination);
}

;// CONCATENATED MODULE: ./lib/operations/validate/service-health.js



const service_health_group = 'service health';
/** Whether each service answers its clients, and in time; unless in a hurry, whether it has its data. */
async function examineServices(examination) {
    await endpoints(examination);
    for (const source of examination.environment.sources) {
        if (source.type === 'postgres')
            await postgres(examination, source);
        if (source.type === 'redis')
            await redis(examination, source);
    }
    await workers(examination);
}
async function endpoints(examination) {
    const { environment, ports, rules } = examination;
    const health = environment.target?.health;
    if (rules.endpoints.length === 0 && health === undefined) {
        return examination.check('endpoints', service_health_group, 'HTTP', async () => (0,validate_examination/* skipped */.hT)('the environment file names no endpoint', 'Name some under validation.endpoints.'));
    }
    if (health !== undefined) {
        await examination.check('endpoints', service_health_group, 'HTTP health', async () => {
            const answer = await ports.http.ask({ method: 'GET', url: examination.resolveAddress(health.url), timeout: health.timeout }, ports.signal);
            return judgeAnswer(answer, health.status, null);
        });
    }
    for (const endpoint of rules.endpoints) {
        await examination.check('endpoints', service_health_group, `HTTP ${endpoint.name}`, async () => {
            const { method, url, headers, status, timeout, maxLatency } = endpoint;
            const answer = await ports.http.ask({ method, url: examination.resolveAddress(url), headers: examination.headers(headers), timeout }, ports.signal);
            return judgeAnswer(answer, status, maxLatency);
        });
    }
}
/** @param most how long it may have taken; null for no limit */
function judgeAnswer(answer, status, most) {
    const what = `${answer.status}, ${(0,units/* counted */.hS)(answer.size, 'byte')}, ${(0,units/* formatDuration */.a3)(answer.duration)}`;
    if (answer.status !== status)
        return (0,validate_examination/* failed */.gz)(`answered ${what}; ${status} is right`, lookAtLog, 'unavailable');
    if (most !== null && answer.duration > most) {
        return (0,validate_examination/* failed */.gz)(`answered ${what}; ${(0,units/* formatDuration */.a3)(most)} is allowed`);
    }
    return (0,validate_examination/* passed */.bF)(`answered ${what}`);
}
const lookAtLog = 'Look at the log of the application.';
async function postgres(examination, source) {
    const { ports, rules, environment } = examination;
    const { signal } = ports;
    const name = `PostgreSQL ${source.name}`;
    await examination.check('postgresql', service_health_group, `${name} answers`, async () => {
        const { latency, version } = await answered(ports.probes.postgres(source).ask(signal));
        return judgeLatency(`${version} answered`, latency, rules.latency.postgres);
    });
    if (!examination.isThorough)
        return;
    const isFirst = environment.sources.find(({ type }) => type === 'postgres') === source;
    if (isFirst) {
        await examination.check('tables', service_health_group, `${name} has its tables`, () => tables(examination, source, rules.tables));
    }
    if (source.checks.length === 0) {
        await examination.check('assertions', service_health_group, `${name} assertions`, async () => (0,validate_examination/* skipped */.hT)('the environment file asserts nothing about its data', 'Name checks of the source: each a sentence, and a query that is true while it holds.'));
    }
    for (const { name: sentence, sql } of source.checks) {
        await examination.check('assertions', service_health_group, `${name}: ${sentence}`, async () => (await answered(ports.probes.postgres(source).holds(sql, signal)))
            ? (0,validate_examination/* passed */.bF)('it holds')
            : (0,validate_examination/* failed */.gz)('it does not hold', 'Look at the rows that break it.', 'integrity'));
    }
}
/** That a server says no, as its database or a table is gone, is an answer: not a lack of what the check needs. */
async function answered(work) {
    try {
        return await work;
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind !== 'config' && failure.kind !== 'missing')
            throw error;
        const { message, hint, subjects } = failure;
        throw new domain_failure/* Failure */.HR('integrity', message, {
            ...(hint === undefined ? {} : { hint }),
            subjects,
            cause: error,
        });
    }
}
async function tables({ ports }, source, names) {
    if (names.length === 0) {
        return (0,validate_examination/* skipped */.hT)('the environment file names no tables', 'Name some under validation.tables.');
    }
    const found = await answered(ports.probes.postgres(source).tables(names, ports.signal));
    const bad = [...found].filter(([, state]) => state !== 'filled');
    if (bad.length === 0)
        return (0,validate_examination/* passed */.bF)(`${(0,units/* counted */.hS)(names.length, 'table')} with rows`);
    const missing = bad.filter(([, state]) => state === 'missing').length;
    return {
        ...(0,validate_examination/* failed */.gz)(`of ${(0,units/* counted */.hS)(names.length, 'table')} ${missing} missing and ${bad.length - missing} empty`, 'Compare with the newest backup; lifeboat restore brings tables back beside those in use.', 'integrity'),
        subjects: bad.map(([name]) => name),
    };
}
async function redis(examination, source) {
    const { ports, rules } = examination;
    const name = `Redis ${source.name}`;
    await examination.check('redis', service_health_group, `${name} answers`, async () => {
        const { latency, version, loading } = await ports.probes.redis(source).ping(ports.signal);
        if (loading)
            return (0,validate_examination/* failed */.gz)('it is still loading its data', undefined, 'unavailable');
        return judgeLatency(`${version} answered`, latency, rules.latency.redis);
    });
    if (!examination.isThorough)
        return;
    await examination.check('redis-data', service_health_group, `${name} has its data`, async () => {
        const { keys } = await ports.probes.redis(source).ping(ports.signal);
        const text = (0,units/* counted */.hS)(keys, 'key');
        return keys >= rules.redisKeys
            ? (0,validate_examination/* passed */.bF)(text)
            : (0,validate_examination/* failed */.gz)(`${text}; ${rules.redisKeys} or more are expected`, undefined, 'integrity');
    });
}
function judgeLatency(what, latency, most) {
    const took = `${what} within ${latency.toFixed(1)} ms`;
    return latency <= most ? (0,validate_examination/* passed */.bF)(took) : (0,validate_examination/* failed */.gz)(`${took}; ${most} ms are allowed`);
}
async function workers(examination) {
    const { ports, rules } = examination;
    if (rules.workers.length === 0) {
        return examination.check('workers', service_health_group, 'workers', async () => (0,validate_examination/* skipped */.hT)('the environment file names no worker', 'Name each under validation.workers, or leave the check out.'));
    }
    for (const worker of rules.workers) {
        await examination.check('workers', service_health_group, `worker ${worker.name}`, async () => {
            if (worker.type === 'http') {
                const { method, url, headers, status, timeout } = worker;
                const request = {
                    method,
                    url: examination.resolveAddress(url),
                    headers: examination.headers(headers),
                    timeout,
                };
                return judgeAnswer(await ports.http.ask(request, ports.signal), status, null);
            }
            if (worker.type === 'sql') {
                const source = sourceOf(examination, worker.source, 'postgres');
                return (await answered(ports.probes.postgres(source).holds(worker.sql, ports.signal)))
                    ? (0,validate_examination/* passed */.bF)('its query says that it is at work')
                    : (0,validate_examination/* failed */.gz)('its query says that it is not at work', 'Look at the log of the worker.', 'unavailable');
            }
            const source = sourceOf(examination, worker.source, 'redis');
            const value = await ports.probes.redis(source).value(worker.key, ports.signal);
            return judgeHeartbeat(value, ports.clock.now(), worker.maxAge);
        });
    }
}
function judgeHeartbeat(value, now, most) {
    const hint = 'Look at the log of the worker.';
    if (value === null)
        return (0,validate_examination/* failed */.gz)('it has left no sign of life', hint, 'unavailable');
    const at = instantOf(value);
    if (at === null)
        return (0,validate_examination/* failed */.gz)('its sign of life is no time', hint);
    const age = Math.max(0, now - at);
    const text = `last sign of life ${(0,units/* formatDuration */.a3)(age)} ago`;
    return age <= most
        ? (0,validate_examination/* passed */.bF)(text)
        : (0,validate_examination/* failed */.gz)(`${text}; ${(0,units/* formatDuration */.a3)(most)} are allowed`, hint, 'unavailable');
}
/** Seconds or milliseconds of the epoch, or ISO 8601. */
function instantOf(text) {
    if (/^\d{9,11}(\.\d+)?$/.test(text))
        return Number(text) * 1_000;
    if (/^\d{12,14}$/.test(text))
        return Number(text);
    const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? null : at;
}
function sourceOf({ environment }, name, type) {
    const source = environment.sources.find((candidate) => candidate.name === name && candidate.type === type);
    if (source !== undefined)
        return source;
    throw new domain_failure/* Failure */.HR('config', `there is no ${type} source of the name ${name}`);
}

// EXTERNAL MODULE: ./lib/domain/json-path.js
var json_path = __webpack_require__(43414);
// EXTERNAL MODULE: ./lib/domain/pattern.js
var domain_pattern = __webpack_require__(42022);
// EXTERNAL MODULE: ./lib/domain/redaction.js
var redaction = __webpack_require__(63421);
// EXTERNAL MODULE: ./lib/domain/environment/template.js
var environment_template = __webpack_require__(98018);
;// CONCATENATED MODULE: ./lib/operations/validate/smoke.js







const smoke_group = 'smoke';
/** More of an answer is not looked at. */
const mostKept = 1024 * 1024;
/** The user's own ways through the application: a flow fails at its first step that does not go as it should. */
async function examineFlows(examination) {
    const { smoke } = examination.rules;
    if (smoke.length === 0) {
        return examination.check('flows', smoke_group, 'flows', async () => (0,validate_examination/* skipped */.hT)('the environment file names no flow', 'Describe what users do under validation.smoke.'));
    }
    for (const flow of smoke) {
        await examination.check('flows', smoke_group, flow.name, () => follow(examination, flow));
    }
}
async function follow(examination, flow) {
    const memory = { values: new Map(), cookies: new Map() };
    for (const [index, step] of flow.steps.entries()) {
        const where = `step ${index + 1}, ${step.name}`;
        const answer = await take(examination, step, memory).catch((error) => {
            if (!(error instanceof domain_failure/* Failure */.HR))
                throw error;
            throw new domain_failure/* Failure */.HR(error.kind, `${where}: ${error.message}`, {
                cause: error,
                ...(error.hint === undefined ? {} : { hint: error.hint }),
            });
        });
        if (answer.status !== step.status) {
            return (0,validate_examination/* failed */.gz)(`${where}: answered ${answer.status} and ${(0,units/* counted */.hS)(answer.size, 'byte')}; ${step.status} is right`, 'Look at the log of the application.');
        }
        const problem = remember(examination, step, answer, memory) ?? judge(step, answer, memory);
        if (problem !== null)
            return (0,validate_examination/* failed */.gz)(`${where}: ${problem}`);
    }
    return (0,validate_examination/* passed */.bF)(`${(0,units/* counted */.hS)(flow.steps.length, 'step')}, each as it should be`);
}
async function take(examination, step, memory) {
    const { http, signal } = examination.ports;
    const url = smoke_addressOf(examination, step, memory);
    const headers = examination
        .headers(step.headers)
        .map(({ name, value }) => ({ name, value: filled(value, memory) }));
    const cookies = memory.cookies.get(url.origin);
    if (cookies !== undefined && cookies.size > 0) {
        headers.push({
            name: 'cookie',
            value: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        });
    }
    const body = step.body === undefined ? null : bodyOf(examination, step.body, memory);
    if (body !== null && !headers.some(({ name }) => name.toLowerCase() === 'content-type')) {
        headers.push({ name: 'content-type', value: 'application/json' });
    }
    const answer = await http.ask({
        method: step.method,
        url: url.href,
        headers,
        ...(body === null ? {} : { body }),
        timeout: step.timeout,
        keep: mostKept,
    }, signal);
    keepCookies(examination, answer, url.origin, memory);
    return answer;
}
/** Captured values are parts of paths and queries: where a request goes, the environment file alone decides. */
function smoke_addressOf(examination, step, memory) {
    const text = examination.resolveAddress(step.url);
    const url = URL.parse(text.replaceAll(reference, (_, name) => encodeURIComponent(smoke_valueOf(name, memory))));
    const written = URL.parse(text.replaceAll(reference, 'x'));
    if (url === null || written === null || url.origin !== written.origin) {
        throw new domain_failure/* Failure */.HR('config', 'its address is no URL, or a captured value would decide where it goes');
    }
    return url;
}
const reference = /\{\{([a-z][a-z0-9_]*)\}\}/g;
function filled(text, memory) {
    return text.replaceAll(reference, (_, name) => smoke_valueOf(name, memory));
}
function smoke_valueOf(name, memory) {
    const value = memory.values.get(name);
    if (value === undefined)
        throw new domain_failure/* Failure */.HR('config', `no step before it captures ${name}`);
    return value;
}
/** The JSON that the file describes, with what its texts name filled in: values cannot become structure. */
function bodyOf(examination, template, memory) {
    const fill = (value) => {
        if (typeof value === 'string')
            return filled(examination.resolve(new environment_template/* Template */.B(value, template.place)), memory);
        if (Array.isArray(value))
            return value.map(fill);
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
    };
    return JSON.stringify(fill(JSON.parse(template.text)));
}
function keepCookies(examination, answer, origin, memory) {
    for (const cookie of answer.cookies) {
        const match = /^\s*([^=;\s]+)=([^;]*)/.exec(cookie);
        const [, name, value] = match ?? [];
        if (name === undefined || value === undefined)
            continue;
        const own = memory.cookies.get(origin) ?? new Map();
        memory.cookies.set(origin, own);
        if (value === '' || /;\s*max-age=0\b/i.test(cookie))
            own.delete(name);
        else
            own.set(name, value);
        if ((0,redaction/* mayBeSecret */.lr)(value))
            examination.ports.hide(value);
    }
}
/** What went wrong; null when everything that was asked for was found. */
function remember(examination, step, answer, memory) {
    for (const capture of step.capture) {
        const value = textOf(capture, answer);
        if (value === null || value === '')
            return `nothing to capture as ${capture.name}`;
        memory.values.set(capture.name, value);
        if ((0,redaction/* mayBeSecret */.lr)(value))
            examination.ports.hide(value);
    }
    return null;
}
function textOf({ json, header, pattern }, answer) {
    const found = json !== undefined
        ? (0,json_path/* atJsonPath */.Ze)(jsonOf(answer), json)
        : header !== undefined
            ? answer.header(header)
            : answer.body.toString();
    if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean')
        return null;
    const text = String(found);
    return pattern === undefined ? text : (0,domain_pattern/* compilePattern */.E)(pattern).find(text);
}
function judge(step, answer, memory) {
    for (const [index, expectation] of step.expect.entries()) {
        if (!holds(expectation, answer, memory))
            return `its expectation ${index + 1} does not hold`;
    }
    return null;
}
function holds(expectation, answer, memory) {
    const { json, equals, atLeast } = expectation;
    if (json !== undefined && expectation.pattern === undefined) {
        const value = (0,json_path/* atJsonPath */.Ze)(jsonOf(answer), json);
        if (atLeast !== undefined) {
            const size = Array.isArray(value) ? value.length : typeof value === 'number' ? value : Number.NaN;
            if (!(size >= atLeast))
                return false;
        }
        if (equals !== undefined)
            return value === (typeof equals === 'string' ? filled(equals, memory) : equals);
        return value !== undefined;
    }
    const text = textOf(expectation, answer);
    if (text === null)
        return false;
    return (equals === undefined || text === (typeof equals === 'string' ? filled(equals, memory) : String(equals)));
}
/** Undefined when the answer is no JSON, or longer than what was kept of it. */
function jsonOf(answer) {
    try {
        return JSON.parse(answer.body.toString());
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/operations/validate/examine.js









/** Each category, in the order in which it is asked: what the later ones rest on comes first. */
const examiners = [
    ['environment status', examineEnvironment],
    ['service health', examineServices],
    ['RTO compliance', examineObjectives],
    ['security boundaries', examineSecurity],
    ['performance', examinePerformance],
    ['operational readiness', examineReadiness],
    ['smoke', examineFlows],
];
/** What each depth asks; the next one asks it too. */
const quick = ['environment status', 'service health', 'RTO compliance'];
const full = [...quick, 'security boundaries', 'performance', 'operational readiness'];
const depths = { quick, full, smoke: [...full, 'smoke'] };
/**
 * Whether an environment is fit for service. Changes nothing but what the file's own smoke flows do.
 * @throws Failure only when it was stopped; whatever else goes wrong is a check's answer
 */
async function examine(environment, input, ports) {
    const examination = new validate_examination/* Examination */.at(environment, input, ports);
    const asked = askedOf(input);
    for (const [aspect, work] of examiners)
        if (asked.includes(aspect))
            await work(examination);
    const { checks, rules } = examination;
    const score = (0,validation_score/* scoreOf */.uw)(checks, rules);
    return { checks, score, verdict: (0,validation_score/* judgeValidation */.X2)(checks, score, rules) };
}
/** The categories that a validation is to ask. */
function askedOf({ categories, depth, }) {
    return categories ?? depths[depth];
}


/***/ })

};
