export const id = 740;
export const ids = [740];
export const modules = {

/***/ 76153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q$: () => (/* reexport */ cronFor),
  d0: () => (/* binding */ heldRpo),
  r9: () => (/* binding */ largestGap),
  Px: () => (/* binding */ parseCrons),
  Uz: () => (/* binding */ runsPerMonth),
  en: () => (/* binding */ shortestInterval)
});

// UNUSED EXPORTS: nextRun, parseCron, previousRun, runsBetween

// EXTERNAL MODULE: ./lib/domain/failure.js
var failure = __webpack_require__(27550);
;// CONCATENATED MODULE: ./lib/domain/schedule-cron.js

const cronForm = 'five fields: minute (0-59), hour (0-23), day of month (1-31), month (1-12 or JAN-DEC), day of week (0-6 or SUN-SAT); each *, a value, a range a-b, a list a,b or a step */n';
const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const minuteField = { name: 'minute', low: 0, high: 59, names: [] };
const hourField = { name: 'hour', low: 0, high: 23, names: [] };
const dayField = { name: 'day of month', low: 1, high: 31, names: [] };
const monthField = { name: 'month', low: 1, high: 12, names: monthNames };
const weekdayField = { name: 'day of week', low: 0, high: 6, names: weekdayNames };
/** @throws Failure `config` that names the wrong field; `@daily` and six fields are not accepted, as GitHub refuses them */
function parseCron(text) {
    const fields = text.trim().split(/\s+/);
    const [minutes, hours, days, months, weekdays, ...rest] = fields;
    if (minutes === undefined ||
        hours === undefined ||
        days === undefined ||
        months === undefined ||
        weekdays === undefined ||
        rest.length > 0) {
        const problem = text.trim() === ''
            ? 'it is empty'
            : `it has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`;
        throw notCron(text, problem);
    }
    return {
        text: fields.join(' '),
        minutes: parseField(minutes, minuteField, text),
        hours: parseField(hours, hourField, text),
        days: parseField(days, dayField, text),
        months: parseField(months, monthField, text),
        weekdays: parseField(weekdays, weekdayField, text),
        anyDay: days.startsWith('*'),
        anyWeekday: weekdays.startsWith('*'),
    };
}
function parseField(text, field, line) {
    const values = new Set();
    for (const part of text.split(',')) {
        const match = /^(?:\*|([A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?)(?:\/(\d{1,3}))?$/.exec(part);
        const wrong = () => notCron(line, `${JSON.stringify(part)} is no ${field.name}`);
        if (!match)
            throw wrong();
        const [, from, to, step] = match;
        const low = from === undefined ? field.low : schedule_cron_valueOf(from, field);
        // `5/15` means from 5 on, every 15; `5` alone means 5.
        const fallback = from === undefined || step !== undefined ? field.high : low;
        const high = to === undefined ? fallback : schedule_cron_valueOf(to, field);
        const every = step === undefined ? 1 : Number(step);
        if (low === null || high === null || low > high || every < 1)
            throw wrong();
        for (let value = low; value <= high; value += every)
            values.add(value);
    }
    return values;
}
function schedule_cron_valueOf(text, field) {
    const named = field.names.indexOf(text.toUpperCase());
    if (named >= 0)
        return named + field.low;
    if (!/^\d{1,2}$/.test(text))
        return null;
    const value = Number(text);
    return value >= field.low && value <= field.high ? value : null;
}
function notCron(text, problem) {
    return new failure/* Failure */.HR('config', `${JSON.stringify(text.slice(0, 80))} is no cron line: ${problem}`, {
        hint: `Accepted: ${cronForm}. Times are UTC.`,
    });
}

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
const searchedDays = (/* unused pure expression or super */ null && (28 * 366));
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
    return texts.map(parseCron);
}


/***/ }),

/***/ 56740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/schedule.js + 2 modules
var schedule = __webpack_require__(76153);
// EXTERNAL MODULE: ./lib/domain/units.js
var units = __webpack_require__(96087);
// EXTERNAL MODULE: ./lib/domain/environment/template.js
var template = __webpack_require__(98018);
;// CONCATENATED MODULE: ./lib/domain/environment/warnings.js



/** What is worth changing in an environment file, though it is no error: for every report and for lint. */
function environmentWarnings(environment, expectation = {}) {
    return [
        ...objectiveAdvice(environment, expectation),
        ...encryptionAdvice(environment),
        ...signingAdvice(environment),
        ...storeAdvice(environment),
        ...literalSecrets(environment),
    ];
}
function objectiveAdvice({ objectives }, expectation) {
    const { rpo, rto, backupEvery, verifyEvery, detection = 0, reroute = 0 } = objectives;
    const notices = [];
    if (rpo !== undefined && backupEvery !== undefined) {
        const { backupDuration = 0, schedulerDelay = 0 } = expectation;
        const held = (0,schedule/* heldRpo */.d0)(backupEvery, schedulerDelay, backupDuration);
        // At exactly the interval it fails too: a backup counts only when it is complete.
        if (rpo <= held) {
            const parts = [
                `${(0,units/* formatDuration */.a3)(backupEvery)} between backups`,
                ...(schedulerDelay > 0 ? [`${(0,units/* formatDuration */.a3)(schedulerDelay)} of scheduler delay`] : []),
                backupDuration > 0 ? `${(0,units/* formatDuration */.a3)(backupDuration)} for the backup itself` : 'the backup itself',
            ];
            notices.push(warning(`The RPO of ${(0,units/* formatDuration */.a3)(rpo)} cannot be held: at worst the newest backup is as old as ${parts.join(' plus ')}. ` +
                'Shorten objectives.backup-every, or promise less.'));
        }
    }
    if (rpo !== undefined && backupEvery === undefined) {
        notices.push(notice('objectives.rpo is promised, but objectives.backup-every does not say how often.'));
    }
    if (backupEvery !== undefined && backupEvery < schedule/* shortestInterval */.en) {
        notices.push(warning(`GitHub starts schedules every ${(0,units/* formatDuration */.a3)(schedule/* shortestInterval */.en)} at most; backups every ` +
            `${(0,units/* formatDuration */.a3)(backupEvery)} need lifeboat backup --every on a machine of your own.`));
    }
    if (verifyEvery !== undefined && backupEvery !== undefined && verifyEvery < backupEvery) {
        notices.push(notice('objectives.verify-every is shorter than backup-every: some restore tests repeat the last one.'));
    }
    if (rto !== undefined && detection + reroute >= rto) {
        notices.push(warning(`The RTO of ${(0,units/* formatDuration */.a3)(rto)} cannot be met: detection and reroute alone are allowed ` +
            `${(0,units/* formatDuration */.a3)(detection + reroute)}.`));
    }
    return notices;
}
function encryptionAdvice({ encryption }) {
    if (encryption === 'none') {
        return [
            warning('Backups are not encrypted (encryption: none): whoever can read the store can read the data.'),
        ];
    }
    if ('passphrase' in encryption) {
        return [
            notice('Backups are sealed with a passphrase: the job that makes them can read them too. Recipients avoid that.'),
        ];
    }
    const distinct = new Set(encryption.recipients).size;
    const notices = [];
    if (distinct < encryption.recipients.length) {
        notices.push(warning('encryption.recipients names the same recipient twice.'));
    }
    if (distinct === 1) {
        notices.push(warning('Backups have one recipient: if its key is lost, so are they. Add a second one whose key is kept offline.'));
    }
    return notices;
}
function signingAdvice({ signing, protected: isProtected }) {
    const absent = [
        ...(signing.backup === undefined ? ['signing.backup'] : []),
        ...(signing.verify === undefined ? ['signing.verify'] : []),
    ];
    if (absent.length > 0) {
        const keys = absent.join(' and ');
        const verb = absent.length === 1 ? 'is' : 'are';
        return [
            isProtected
                ? warning(`The environment is protected, but ${keys} ${verb} not given: unsigned backups and proofs are refused. ` +
                    'lifeboat keygen makes the keys.')
                : notice(`${keys} ${verb} not given: who made backups and proofs cannot be told. lifeboat keygen makes the keys.`),
        ];
    }
    return signing.backup === signing.verify
        ? [warning('signing.backup and signing.verify are the same key: one role could then sign for the other.')]
        : [];
}
function storeAdvice({ stores, minimumCopies }) {
    const lasting = stores.filter((store) => !(store.type === 'local' && store.ephemeral)).length;
    if (lasting < minimumCopies) {
        return [
            warning(`minimum-copies is ${minimumCopies}, but ${lasting === 0 ? 'no store' : `only ${lasting}`} of ${stores.length} ` +
                'outlasts the machine (ephemeral: true).'),
        ];
    }
    return stores.length === 1
        ? [notice('There is one store: if it is lost, so are all backups. A second one elsewhere avoids that.')]
        : [];
}
/** Secrets that stand in the file itself, where everybody who reads the repository reads them. */
function literalSecrets({ sources, stores, encryption }) {
    const secrets = [
        ...sources.flatMap(sourceSecrets),
        ...stores.flatMap(storeSecrets),
        ...(encryption !== 'none' && 'passphrase' in encryption ? [encryption.passphrase] : []),
    ];
    return secrets
        .filter((secret) => secret.names.length === 0)
        .map((secret) => warning(`${secret.place} is a secret written into the file. Replace it, as it may have been read, and take the new one from a variable: "\${NAME}".`));
}
function sourceSecrets(source) {
    if (source.type === 'files')
        return [];
    const password = source.type === 'postgres' ? source.password : undefined;
    return [
        ...(password === undefined ? [] : [password]),
        ...(source.url === undefined ? [] : passwordOf(source.url)),
    ];
}
/** The part of a URL between `user:` and `@`, or `password=` among its parameters. */
function passwordOf(url) {
    const inAuthority = /^[a-z]+:\/\/[^/@:]*:([^/]+)@/i.exec(url.text)?.[1];
    const inQuery = /[?&]password=([^&]+)/.exec(url.text)?.[1];
    return [inAuthority, inQuery].flatMap((text) => (text === undefined ? [] : [new template/* Template */.B(text, url.place)]));
}
function storeSecrets(store) {
    if (store.type !== 's3')
        return [];
    return [store.secretAccessKey, store.sessionToken].filter((secret) => secret !== undefined);
}
function warning(text) {
    return { level: 'warning', text, subjects: [] };
}
function notice(text) {
    return { level: 'notice', text, subjects: [] };
}

// EXTERNAL MODULE: ./lib/domain/failure.js
var domain_failure = __webpack_require__(27550);
// EXTERNAL MODULE: ./lib/domain/manifest.js
var domain_manifest = __webpack_require__(5151);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./lib/vault/compression.js + 1 modules
var compression = __webpack_require__(109);
// EXTERNAL MODULE: ./lib/vault/copies.js
var vault_copies = __webpack_require__(46979);
// EXTERNAL MODULE: ./lib/vault/digest.js
var digest = __webpack_require__(73522);
// EXTERNAL MODULE: ./lib/vault/fan-out.js
var fan_out = __webpack_require__(85160);
// EXTERNAL MODULE: ./lib/vault/layout.js
var layout = __webpack_require__(92880);
// EXTERNAL MODULE: ./lib/vault/sealing.js + 1 modules
var sealing = __webpack_require__(65079);
// EXTERNAL MODULE: ./lib/vault/small-objects.js
var small_objects = __webpack_require__(52782);
;// CONCATENATED MODULE: ./lib/vault/artifact-writer.js










/** Pours artifacts into all stores at once: digest, compress, seal, digest, and as many puts as there are stores. */
function createArtifactWriter(options) {
    return new BackupWriter(options, new Copies(options.stores, options.log));
}
class BackupWriter {
    options;
    copies;
    constructor(options, copies) {
        this.options = options;
        this.copies = copies;
    }
    get failures() {
        return this.copies.failures;
    }
    survivors() {
        return this.copies.alive().map((copy) => copy.store);
    }
    forSource(source) {
        return new BackupWriter({ ...this.options, source }, this.copies);
    }
    async putSmall(name, bytes) {
        const { folder, signal } = this.options;
        const key = this.claim((0,layout/* keyInside */.iy)(folder, name));
        await Promise.all(this.copies.alive().map((copy) => (0,small_objects/* putOnce */.LA)(copy.store, key, bytes, signal).catch((error) => {
            if (!signal.aborted)
                this.copies.drop(copy, error);
        })));
        (0,vault_copies/* throwIfCancelled */.dZ)(signal);
        this.copies.demandOne(key);
    }
    async put(artifact, signal) {
        const { folder, source, seal } = this.options;
        const isCompressed = artifact.compressedBy !== 'none';
        const key = (0,layout/* artifactKey */.Wf)(source, artifact.name, isCompressed, seal !== 'none');
        const either = AbortSignal.any([this.options.signal, signal]);
        try {
            const claimed = this.claim((0,layout/* keyInside */.iy)(folder, key));
            (0,vault_copies/* throwIfCancelled */.dZ)(either);
            this.copies.demandOne(claimed);
            const { plain, stored } = await this.pour(artifact, claimed, either);
            return {
                name: artifact.name,
                key,
                plainSize: plain.size,
                storedSize: stored.size,
                sha256: stored.sha256,
                compressedBy: artifact.compressedBy,
                encrypted: seal !== 'none',
                plainSha256: plain.sha256,
                ...(artifact.members === undefined ? {} : { members: structuredClone(artifact.members) }),
            };
        }
        catch (error) {
            if (artifact.body instanceof external_node_stream_.Readable)
                artifact.body.destroy();
            throw error;
        }
    }
    async pour(artifact, key, signal) {
        let plain;
        let stored;
        let given = 0;
        const stages = this.stages(artifact, {
            given: (size) => (given += size),
            plain: (digest) => (plain = digest),
            stored: (digest) => (stored = digest),
        });
        const puts = [];
        const copies = this.copies.alive();
        const fan = new fan_out/* FanOut */.C(async () => {
            const objects = await Promise.all(puts);
            for (const [index, copy] of copies.entries()) {
                const object = objects[index];
                if (object && object.size !== stored?.size) {
                    this.copies.drop(copy, new domain_failure/* Failure */.HR('integrity', `the store took another size of ${key}`));
                }
            }
            this.copies.demandOne(key);
        });
        for (const copy of copies)
            puts.push(this.putCopy(copy, key, artifact, fan, signal));
        try {
            await (0,promises_.pipeline)(artifact.body, stages, fan, { signal });
        }
        catch (error) {
            // Only when every put has given up is it certain that none becomes visible after this.
            await Promise.all(puts);
            (0,vault_copies/* throwIfCancelled */.dZ)(signal);
            throw error;
        }
        if (stored === undefined)
            throw new domain_failure/* Failure */.HR('bug', 'an artifact ended without its digest');
        return {
            plain: { size: given, sha256: plain?.sha256 ?? (this.options.seal === 'none' ? stored.sha256 : null) },
            stored,
        };
    }
    /**
     * From the bytes that the source gives to those that are stored. One chunk at a time passes through all of it, and
     * only what leaves it is new memory: at the rates of a dump, whatever else is made must be cleared away again.
     */
    stages(artifact, tell) {
        const { seal } = this.options;
        return (body) => {
            const measured = counting(body, tell.given);
            if (artifact.compressedBy === 'lifeboat') {
                const compressed = (0,compression/* compressing */.LU)((0,digest/* digesting */.hZ)(measured, tell.plain));
                return (0,digest/* digesting */.hZ)(seal === 'none' ? compressed : (0,sealing/* sealTo */.JK)(seal.recipients, compressed), tell.stored);
            }
            // Unsealed, the giver's own chunks would go on to the stores, and may be used again: so these are copied.
            const outgoing = seal === 'none' ? (0,compression/* copied */.pG)(measured) : (0,sealing/* sealTo */.JK)(seal.recipients, measured);
            return (0,digest/* digesting */.hZ)(outgoing, tell.stored);
        };
    }
    /** One store's part; resolves null when it failed, and then the others go on. Never rejects. */
    async putCopy(copy, key, artifact, fan, signal) {
        const branch = fan.branch();
        try {
            return await copy.store.put(key, branch, {
                // Compression and sealing add little to what cannot be compressed: far below this.
                ...(artifact.atMost === undefined ? {} : { atMost: Math.ceil(artifact.atMost * 1.01) + 65_536 }),
                signal: AbortSignal.any([signal, copy.givenUp.signal]),
            });
        }
        catch (error) {
            // When the writing itself was given up, that is no fault of the store.
            if (!fan.destroyed && !signal.aborted) {
                this.copies.drop(copy, error);
                if (this.copies.alive().length === 0)
                    fan.destroy(this.copies.noneLeft(key));
            }
            return null;
        }
        finally {
            branch.destroy();
        }
    }
    /** Takes a key for good. Compared without regard to case, as some file systems do. */
    claim(key) {
        const folded = key.toLowerCase();
        if (this.copies.claimed.has(folded)) {
            throw new domain_failure/* Failure */.HR('bug', `${key} was to be written twice in one backup`);
        }
        this.copies.claimed.add(folded);
        return key;
    }
}
async function* counting(chunks, tell) {
    for await (const chunk of chunks) {
        tell(chunk.length);
        yield chunk;
    }
}
/** The stores of one backup, and which of them still hold all of it. */
class Copies {
    failures = new Map();
    claimed = new Set();
    copies;
    log;
    constructor(stores, log) {
        this.copies = stores.map((store) => ({ store, givenUp: new AbortController() }));
        this.log = log;
    }
    alive() {
        return this.copies.filter((copy) => !this.failures.has(copy.store.name));
    }
    drop(copy, error) {
        if (this.failures.has(copy.store.name))
            return;
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        this.failures.set(copy.store.name, failure);
        this.log.warning(`store ${copy.store.name} takes no further part in this backup: ${failure.message}`, failure.subjects);
        copy.givenUp.abort(failure);
    }
    demandOne(key) {
        if (this.alive().length === 0)
            throw this.noneLeft(key);
    }
    noneLeft(key) {
        const first = this.failures.values().next().value;
        if (first === undefined)
            return new domain_failure/* Failure */.HR('bug', 'a backup was begun without a store');
        const names = [...this.failures.keys()].join(', ');
        return new domain_failure/* Failure */.HR(first.kind, `no store took ${key} (${names}): ${first.message}`, {
            ...(first.hint === undefined ? {} : { hint: first.hint }),
            subjects: first.subjects,
            cause: first,
        });
    }
}

// EXTERNAL MODULE: ./lib/vault/backups.js
var backups = __webpack_require__(74703);
;// CONCATENATED MODULE: ./lib/vault/shell-text.js
/**
 * One argument for bash, whatever the text. Text with control characters takes bash's own form, so that it stays on
 * its line and cannot end the code block of a Markdown page that shows it.
 */
function shellArgument(text) {
    if (/^[A-Za-z0-9_./:=@%+,-]+$/.test(text))
        return text;
    if (!/\p{Cc}/u.test(text))
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const escaped = text
        .replaceAll('\\', '\\\\')
        .replaceAll("'", "\\'")
        .replaceAll(/\p{Cc}/gu, (character) => `\\x${Buffer.from(character)
        .toString('hex')
        .replaceAll(/(..)(?=.)/g, '$1\\x')}`);
    return `$'${escaped}'`;
}
/** A database as libpq's programs take it after -d: a bare name with `=` or `://` in it would be read as something else. */
function databaseArgument(name) {
    if (/^[A-Za-z0-9_]+$/.test(name))
        return name;
    const value = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
    return shellArgument(`dbname='${value}'`);
}
/** A code block that nothing in its text can end. */
function codeBlock(language, lines) {
    const text = lines.join('\n');
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence];
}

;// CONCATENATED MODULE: ./lib/vault/root-recovery-guide.js

/**
 * The page at the root of each store. It is written once and never replaced, so it says only what is true for every
 * format and every engine.
 */
function rootRecoveryGuide() {
    return [
        '# How to recover from these backups by hand',
        '',
        'These backups were made by Lifeboat. Neither Lifeboat nor GitHub is needed to recover from them: the programs `age`,',
        '`zstd`, `tar` and those of the database suffice, all of them free and in every Linux distribution:',
        '',
        ...codeBlock('text', [
            'apt-get install age zstd minisign postgresql-client     # Debian, Ubuntu',
            'brew install age zstd minisign libpq                    # macOS',
        ]),
        '',
        'You need the **age secret key** of one of the recipients that the backups were sealed to (a line that begins with',
        '`AGE-SECRET-KEY-1`), or the **passphrase** of the environment. Without either, nobody can open them.',
        '',
        '## Find a backup',
        '',
        ...codeBlock('text', [
            'ENVIRONMENT/backups/ID/manifest.json        names every file of the backup, with sizes and SHA-256',
            'ENVIRONMENT/backups/ID/manifest.json.sig    its signature, in the form of minisign',
            'ENVIRONMENT/backups/ID/RECOVERY.md          the commands for this very backup',
            'ENVIRONMENT/backups/ID/SOURCE/...           the data: .zst is compressed by zstd, .age is sealed by age',
            'ENVIRONMENT/proofs/ID/TIME.json             what a restore test of this backup found',
        ]),
        '',
        'An ID begins with the time of the backup in UTC, so the last by name is the newest: `20261121T101500Z-k3f9x` was begun',
        'on 21 November 2026 at 10:15:00. **A folder without `manifest.json` is no backup**: its run was cut short, or is under way.',
        'Choose the newest one; when its data is what was lost (somebody deleted rows), one from before that happened.',
        '',
        '## Recover it',
        '',
        'Fetch the whole folder of the backup, with any client of the store, and follow its own `RECOVERY.md`.',
        '',
        'Should that page be missing, this is what it says in general:',
        '',
        '1. Hold each file to the `sha256` that the manifest has for its `key`. Where one is missing or differs, take the file from',
        '   another store, or an older version of it if the store keeps versions.',
        '2. Put the secret key into `key.txt`. With a passphrase: `age -d -o key.txt identity.age`, in the folder of the backup.',
        '3. Open each file whose name ends in `.age`: `age -d -i key.txt -o FILE FILE.age`.',
        '4. Where the manifest says `"compressedBy": "lifeboat"`, decompress: `zstd -d FILE.zst`. Where it names another program,',
        '   that program made the compression part of its own format: leave it.',
        '5. Where the manifest lists `members`, the file is a tar archive of them: `tar -x -f FILE`.',
        "6. The files now have the names that the database's own program gave them (`name` in the manifest, with `.zst` when that",
        '   program compressed it). For the engine `postgres-logical` they are a directory archive of pg_dump, and `globals.sql` with',
        '   the roles: run `psql -X -d postgres -f globals.sql`, create a database with the encoding and locale that the manifest',
        '   names, and run `pg_restore -j 4 -d DATABASE FOLDER`, then `vacuumdb --analyze-only DATABASE`. pg_restore must be of the',
        '   `clientMajor` in the manifest or later.',
        '',
        '## Is it genuine?',
        '',
        'The public key stands in the environment file of your repository, under `signing`, as `ed25519:…`. Take it from there or from',
        'your own records, never from this store. minisign has another spelling of it, which this prints:',
        '',
        ...codeBlock('bash', [
            "public_key='ed25519:…'",
            'raw() { printf %s "${public_key#ed25519:}" | base64 -d; }',
            "key_id=$(raw | sha256sum | cut -c 1-16 | sed 's/../\\\\x&/g')",
            '{ printf Ed; printf "$key_id"; raw; } | base64 -w 0',
        ]),
        '',
        'Then, in the folder of the backup, with what it printed:',
        '',
        ...codeBlock('text', ['minisign -V -P PRINTED -m manifest.json -x manifest.json.sig']),
        '',
        'It must say that the signature is good, and the trusted comment must be `lifeboat manifest ENVIRONMENT/ID` of just this',
        'backup. The manifest then vouches for every other file by its SHA-256.',
        '',
        'The environment file as it was when the backup was made stands in the manifest under `environmentFile`.',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/vault/marker.js




/**
 * Sees to it that each store says what it is and how to recover without Lifeboat. Both objects are written once; what
 * stands there already is never replaced, whatever its text, since an older Lifeboat's is true as well.
 * @returns why a store did not take them, by its name; the backup itself may still succeed there
 */
async function markStores(stores, context) {
    const failures = await (0,vault_copies/* inEachStore */.mK)(stores, async (store) => {
        await putUnlessThere(store, layout/* markerKey */.s8, marker, context.signal);
        await putUnlessThere(store, layout/* rootRecoveryKey */.fl, rootRecoveryGuide(), context.signal);
    });
    (0,vault_copies/* throwIfCancelled */.dZ)(context.signal);
    for (const [store, failure] of failures) {
        context.log.warning(`store ${store} could not be marked: ${failure.message}`);
    }
    return failures;
}
const marker = `${JSON.stringify({
    lifeboat: 1,
    about: 'Backups made by Lifeboat. RECOVERY.md beside this file says how to recover without it.',
}, null, 2)}\n`;
async function putUnlessThere(store, key, text, signal) {
    // Asked first, since not every store can refuse to overwrite.
    if ((await store.stat(key, signal)) !== null)
        return;
    try {
        await store.put(key, Buffer.from(text), { signal });
    }
    catch (error) {
        if ((0,domain_failure/* asFailure */.h_)(error).kind !== 'refused')
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/vault/recovery-guide.js


/**
 * A backup's own recipe: how to recover it with stock programs and without Lifeboat. Tests run its commands as they stand.
 * Names that came from data appear only inside code blocks, quoted.
 */
function backupRecoveryGuide(manifest) {
    return [
        `# Recover backup ${manifest.id} of ${manifest.environment} by hand`,
        '',
        `Made ${manifest.startedAt} to ${manifest.finishedAt} by Lifeboat ${plainWord(manifest.lifeboat)}. Neither Lifeboat nor GitHub is needed`,
        'for what follows. Run the blocks in bash, one after the other, in the folder of this backup.',
        '',
        ...programs(manifest),
        ...fetching(manifest),
        ...checking(manifest),
        ...key(manifest),
        ...opening(manifest),
        ...manifest.sources.flatMap(restoring),
        '## 7. Clean up',
        '',
        'Remove the key and what was opened: both are as secret as the database.',
        '',
        ...codeBlock('bash', ['rm -rf key.txt restored']),
        '',
    ].join('\n');
}
function programs(manifest) {
    const lines = [
        '## 1. What is needed',
        '',
        '- bash, tar, sha256sum (macOS: `alias sha256sum="shasum -a 256"`)',
    ];
    if (manifest.encryption !== 'none')
        lines.push('- [age](https://age-encryption.org), 1.0 or later');
    lines.push('- [zstd](https://facebook.github.io/zstd/)');
    for (const source of manifest.sources) {
        const zstd = source.archiveCompression === 'zstd'
            ? ', built with zstd as the PostgreSQL project and Debian build it'
            : '';
        lines.push(`- for ${folderOf(source)}: pg_restore of PostgreSQL ${source.clientMajor} or later${zstd}, and a server of PostgreSQL ${source.restorableInto} or later`, `  (the source was ${plainWord(source.serverVersion)})`);
    }
    return [...lines, ''];
}
function fetching(manifest) {
    return [
        '## 2. Fetch',
        '',
        'Copy everything in the folder of this page, by any client of the store, and go there. For example, one of:',
        '',
        ...codeBlock('text', [
            `aws s3 cp --recursive "s3://BUCKET/PREFIX/${manifest.environment}/backups/${manifest.id}/" backup/`,
            `rclone copy "REMOTE:BUCKET/PREFIX/${manifest.environment}/backups/${manifest.id}/" backup/`,
            `cp -R "FOLDER/${manifest.environment}/backups/${manifest.id}" backup`,
            'cd backup',
        ]),
        '',
    ];
}
function checking(manifest) {
    return [
        '## 3. Check',
        '',
        'Nothing may be printed. A damaged or missing file can be taken from another store of the environment.',
        '',
        ...codeBlock('bash', [
            "sha256sum --check --quiet <<'END'",
            ...artifacts(manifest).map(({ artifact }) => `${artifact.sha256}  ${safeKey(artifact)}`),
            'END',
        ]),
        '',
        'Whether the manifest is genuine, and with it these digests: RECOVERY.md at the root of the store shows how to',
        'check `manifest.json.sig` with minisign.',
        '',
    ];
}
function key(manifest) {
    if (manifest.encryption === 'none')
        return ['## 4. The key', '', 'This backup is not encrypted.', ''];
    if (manifest.encryption === 'passphrase') {
        return [
            '## 4. The key',
            '',
            'age asks for the passphrase of the environment, once.',
            '',
            ...codeBlock('bash', [
                'umask 077',
                `age -d -o key.txt ${shellArgument(manifest.identityKey ?? 'identity.age')}`,
            ]),
            '',
        ];
    }
    return [
        '## 4. The key',
        '',
        'Put the age secret key (one line, `AGE-SECRET-KEY-1…`) into `key.txt`, readable by you alone. It is the one that belongs',
        'to one of these recipients:',
        '',
        ...codeBlock('text', manifest.recipients.map(plainWord)),
        '',
    ];
}
function opening(manifest) {
    return [
        '## 5. Open and unpack',
        '',
        'Into the new folder `restored`. What pg_dump compressed stays compressed: pg_restore reads it so.',
        '',
        ...codeBlock('bash', [
            '( set -euo pipefail; umask 077 # in a shell of its own, which an error ends',
            'stored() {',
            '  case "$1" in',
            '    *.age) age -d -i key.txt "$1" ;;',
            '    *) cat "$1" ;;',
            '  esac',
            '}',
            'while read -r how from to; do',
            '  mkdir -p "${to%/*}"',
            '  case "$how" in',
            '    keep) stored "$from" > "$to" ;;',
            '    unzstd) stored "$from" | zstd -d -q > "$to" ;;',
            '    untar) stored "$from" | tar -x -f - -C "${to%/*}" ;;',
            '    unzstd-untar) stored "$from" | zstd -d -q | tar -x -f - -C "${to%/*}" ;;',
            '  esac',
            "done <<'END'",
            ...artifacts(manifest).map(({ source, artifact }) => recipe(source, artifact)),
            'END',
            ')',
        ]),
        '',
    ];
}
/** One line for the loop: what to do, with what, into which file. Only portable characters, so nothing needs quoting. */
function recipe(source, artifact) {
    const isPack = artifact.members !== undefined;
    const isArchive = isPack || archiveFile.test(artifact.name);
    const folder = `restored/${folderOf(source)}${isArchive ? '/archive' : ''}`;
    const isUnpacked = artifact.compressedBy === 'lifeboat';
    const how = isPack ? (isUnpacked ? 'unzstd-untar' : 'untar') : isUnpacked ? 'unzstd' : 'keep';
    // The last part of the key that this name would have: the name itself, unless it is unusual.
    const file = (0,layout/* artifactKey */.Wf)('x', artifact.name, artifact.compressedBy === 'pg_dump', false).slice('x/'.length);
    return `${how} ${safeKey(artifact)} ${folder}/${file}`;
}
/** The files of a pg_dump archive in directory form. */
const archiveFile = /^(toc\.dat|\d+\.dat|blobs?(_\d+)?\.toc|blob_\d+\.dat)$/;
function restoring(source) {
    const archive = `restored/${folderOf(source)}/archive`;
    const money = ['C', 'POSIX'].includes(source.lcMonetary) || source.lcMonetary === ''
        ? []
        : [
            'If there are columns of type money, run pg_restore with the lc_monetary of the source:',
            '',
            ...codeBlock('text', [`export PGOPTIONS=${shellArgument(`-c lc_monetary=${source.lcMonetary}`)}`]),
            '',
        ];
    return [
        `## 6. Restore ${folderOf(source)}`,
        '',
        'Say where the server is, as a superuser or the like: PGHOST, PGPORT, PGUSER, PGPASSWORD. Restore only what you trust:',
        'a restore runs code of the database with the rights of that user.',
        '',
        ...globals(source),
        ...money,
        'Either into a new database:',
        '',
        ...codeBlock('bash', [
            ['createdb -T template0', ...localeOptions(source), '--', shellArgument(source.database)].join(' '),
            `pg_restore -j 4 -d ${databaseArgument(source.database)} ${archive}`,
            `vacuumdb --analyze-only -j 4 -d ${databaseArgument(source.database)}`,
        ]),
        '',
        'Or, on a server that has no database of the old name, with the settings and rights of the database itself as well:',
        '',
        ...codeBlock('bash', [
            `pg_restore --create -j 4 -d postgres ${archive}`,
            `vacuumdb --analyze-only -j 4 -d ${databaseArgument(source.database)}`,
        ]),
        '',
        'Read every error that pg_restore prints: it goes on after one and counts them at the end. When roles are missing',
        'that you do not need, add `--no-owner --no-acl`. `manifest.json` has the number of rows of each table under `tables`,',
        `and what the backup does not hold under \`notIncluded\` (${source.notIncluded.length} objects).`,
        '',
    ];
}
function globals(source) {
    if (!source.artifacts.some((artifact) => artifact.name === 'globals.sql')) {
        return [
            'The roles of the server are not in this backup: create those that own things first, or add `--no-owner --no-acl`.',
            '',
        ];
    }
    return [
        'Roles first. That a role exists already is harmless; so is what a managed service refuses. Unless the backup was told',
        'to take them, passwords of roles are not in it: set them with `\\password` in psql.',
        '',
        ...codeBlock('bash', [`psql -X -d postgres -f restored/${folderOf(source)}/globals.sql`]),
        '',
    ];
}
/** A database that sorts otherwise than the old one would refuse rows of range partitions, or lose them from indexes. */
function localeOptions(source) {
    const { provider, collate, ctype, locale, icuRules } = source.locale;
    const options = [`--encoding=${source.encoding}`, `--lc-collate=${collate}`, `--lc-ctype=${ctype}`];
    // createdb knows providers from 15 on; before that there is only libc.
    if (source.serverMajor >= 15 && source.clientMajor >= 15) {
        options.push(`--locale-provider=${provider}`);
        if (provider === 'icu' && locale !== null)
            options.push(`--icu-locale=${locale}`);
        if (provider === 'icu' && icuRules !== null)
            options.push(`--icu-rules=${icuRules}`);
        if (provider === 'builtin' && locale !== null)
            options.push(`--builtin-locale=${locale}`);
    }
    return options.map(shellArgument);
}
function artifacts(manifest) {
    return manifest.sources.flatMap((source) => source.artifacts.map((artifact) => ({ source, artifact })));
}
/** @throws Failure `integrity` when the key is none of ours */
function safeKey(artifact) {
    return (0,layout/* keyInside */.iy)('', artifact.key);
}
/** The source's name as a folder. */
function folderOf(source) {
    return (0,layout/* artifactKey */.Wf)(source.name, 'x', false, false).slice(0, -'/x'.length);
}
/** For prose: versions and recipients are words of plain characters; whatever else stands there is left out. */
function plainWord(text) {
    return text.replaceAll(/[^A-Za-z0-9.+_ ()-]/g, '');
}

// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
;// CONCATENATED MODULE: ./lib/operations/backup/confirm.js

/**
 * Asks each store for what it holds of this backup before the manifest is written: an answer of 200 to a put is not yet
 * an object. Resolves the stores that have every artifact with its size, and why others have not.
 */
async function confirmCopies(stores, folder, records, ports, run) {
    const failures = new Map();
    await Promise.all(stores.map(async (store) => {
        const failure = await missingFrom(store, folder, records, ports, run);
        if (failure !== null)
            failures.set(store.name, failure);
    }));
    return { confirmed: stores.filter((store) => !failures.has(store.name)), failures };
}
async function missingFrom(store, folder, records, { signal }, run) {
    const sizes = new Map();
    try {
        for await (const object of store.list(folder, signal))
            sizes.set(object.key, object.size);
    }
    catch (error) {
        signal.throwIfAborted();
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind !== 'access')
            return failure;
        run.notice('notice', `store ${store.name}: these credentials may not list, so what it holds is not confirmed`);
        return null;
    }
    const lost = records
        .flatMap((record) => record.artifacts)
        .filter((artifact) => sizes.get(`${folder}${artifact.key}`) !== artifact.storedSize);
    const [first] = lost;
    if (first === undefined)
        return null;
    return new domain_failure/* Failure */.HR('integrity', `store ${store.name} took ${lost.length} artifact(s) and does not hold them: ${first.key} is missing or has another size`, { hint: 'The store does not keep what it confirms: do not rely on it. lifeboat store check says more.' });
}

;// CONCATENATED MODULE: ./lib/operations/backup/copies.js

/** Finds out what each store enforces, and warns of what a thief of these credentials could do. @throws Failure when none can be used */
async function probeStores(ports, run) {
    const probed = await Promise.all(ports.stores.map(async (store) => {
        try {
            return { store, abilities: await store.probe(ports.signal), failure: null };
        }
        catch (error) {
            if (ports.signal.aborted)
                return { store, abilities: null, failure: (0,domain_failure/* asFailure */.h_)(error) };
            // Even if it is our own fault: the other stores can have their backup, and this run is not green.
            const failure = (0,domain_failure/* asFailure */.h_)(error);
            run.notice('warning', `store ${store.name} cannot be used: ${failure.message}`);
            return { store, abilities: null, failure };
        }
    }));
    ports.signal.throwIfAborted();
    for (const { store, abilities } of probed) {
        if (abilities === null || store.ephemeral)
            continue;
        if (!abilities.writeOnce) {
            run.notice('notice', `store ${store.name} does not refuse to overwrite objects; Lifeboat never does, but the store would let others`);
        }
        const powers = [
            ...(abilities.mayOverwrite ? ['overwrite'] : []),
            ...(abilities.mayDelete ? ['delete'] : []),
        ];
        if (powers.length > 0 && store.kind !== 'local') {
            run.notice('warning', `store ${store.name}: these credentials could ${powers.join(' and ')} backups; give the backup job the writer role’s policy`);
        }
    }
    const failures = probed.map(({ failure }) => failure).filter((failure) => failure !== null);
    const [first] = failures;
    if (first !== undefined && failures.length === probed.length) {
        throw new domain_failure/* Failure */.HR(first.kind, `no store can be used: ${first.message}`, {
            ...(first.hint === undefined ? {} : { hint: first.hint }),
            cause: first,
        });
    }
    return probed;
}
/** Which stores hold the backup now, and whether these are enough. */
function judgeCopies(environment, probed, written, failures, run) {
    let lasting = 0;
    for (const { store, abilities } of probed) {
        const complete = written.has(store.name);
        const failure = failures.get(store.name);
        if (complete && !store.ephemeral)
            lasting += 1;
        run.copies.push({
            store: store.name,
            kind: store.kind,
            status: complete
                ? store.ephemeral
                    ? 'ephemeral'
                    : 'complete'
                : failure?.kind === 'unavailable'
                    ? 'unreachable'
                    : 'incomplete',
            writeOnce: abilities?.writeOnce ?? null,
            detail: complete ? null : (failure?.message ?? 'it has no manifest of this backup'),
        });
        if (!complete && failure?.hint !== undefined)
            run.next.push(`${store.name}: ${failure.hint}`);
    }
    const durable = probed.filter(({ store }) => !store.ephemeral).length;
    if (durable > 0 && lasting < Math.min(environment.minimumCopies, durable)) {
        const worst = [...failures.values()][0];
        return {
            verdict: 'failed',
            failure: new domain_failure/* Failure */.HR(worst?.kind ?? 'objective', `${lasting} of at least ${environment.minimumCopies} copies were made: ${worst?.message ?? 'a store failed'}`, {
                ...(worst?.hint === undefined ? {} : { hint: worst.hint }),
                cause: worst,
            }),
        };
    }
    if (durable === 0) {
        run.notice('warning', 'every store of this environment goes away with the machine: this is no copy');
        return { verdict: 'degraded', failure: null };
    }
    return { verdict: written.size === probed.length ? 'passed' : 'degraded', failure: null };
}

;// CONCATENATED MODULE: ./lib/operations/backup/backup.js
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
















/**
 * Makes one backup of all sources of the environment and stores it in all its stores. Expected troubles end in the
 * report's `failure`.
 */
async function backup(environment, input, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const run = new run_report/* RunReport */.e('backup', environment.environment, ports);
        const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        try {
            (0,signing_keys/* checkSigningKey */.J)(environment, 'backup', ports.keys.signing);
            const startedAt = ports.clock.now();
            const id = (0,backup_id/* makeBackupId */.KA)(startedAt, ports.random.bytes(5), input.label);
            const sources = [];
            const probed = await run.phase('preflight', async () => {
                for (const config of environment.sources) {
                    const source = await ports.openSource(config);
                    stack.defer(() => backup_close(source, run));
                    sources.push(source);
                }
                await preflight(sources, run, ports.signal);
                return probeStores(ports, run);
            });
            const seal = await sealFor(environment, ports);
            const writer = createArtifactWriter({
                stores: probed.filter((store) => store.failure === null).map((store) => store.store),
                folder: (0,layout/* backupFolder */.j0)(environment.environment, id),
                source: '',
                seal: seal.recipients.length === 0 ? 'none' : { recipients: seal.recipients },
                log: ports.log,
                signal: ports.signal,
            });
            const records = [];
            for (const source of sources) {
                records.push(await run.phase(`dump ${source.name}`, () => dump(source, writer, ports)));
            }
            const manifest = {
                format: domain_manifest/* manifestFormat */.dt,
                id,
                environment: environment.environment,
                label: input.label ?? null,
                class: input.class,
                startedAt: new Date(startedAt).toISOString(),
                finishedAt: new Date(ports.clock.now()).toISOString(),
                actor: ports.run.actor,
                reason: ports.run.reason,
                runUrl: ports.run.url,
                lifeboat: ports.run.version,
                environmentFile: environment.text,
                encryption: seal.kind,
                recipients: seal.recipients,
                identityKey: seal.identity === null ? null : layout/* passphraseIdentityName */.Ks,
                ...(seal.identity === null ? {} : { identitySha256: (0,digest/* digestOf */.ol)(seal.identity).sha256 }),
                retention: { class: input.class },
                parent: null,
                stores: probed.map(({ store, abilities }) => ({
                    name: store.name,
                    type: store.kind,
                    writeOnce: abilities?.writeOnce ?? false,
                })),
                sources: records,
            };
            const written = await run.phase('publish', () => publish(manifest, seal.identity, writer, ports, run));
            run.backupId = id;
            describe(environment, records, ports.clock.now() - startedAt, run);
            const failures = new Map([
                ...writer.failures,
                ...written.failures,
                ...probed.flatMap(({ store, failure }) => (failure === null ? [] : [[store.name, failure]])),
            ]);
            return conclude(environment, records, probed, new Set(written.stores), failures, run);
        }
        catch (error) {
            return run.fail(error);
        }
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
/** Lists everything that stands in the way at once. @throws Failure of the first finding's kind */
async function preflight(sources, run, signal) {
    const findings = (await Promise.all(sources.map((source) => findingsOf(source, signal)))).flat();
    for (const finding of findings) {
        if (finding.level !== 'refuse')
            run.notice(finding.level, finding.text, finding.subjects);
    }
    const refusals = findings.filter((finding) => finding.level === 'refuse');
    const [first] = refusals;
    if (first === undefined)
        return;
    const hints = [...new Set(refusals.map((finding) => finding.hint).filter((hint) => hint !== undefined))];
    throw new domain_failure/* Failure */.HR(first.failure ?? 'refused', refusals.map((finding) => finding.text).join('; '), {
        ...(hints.length === 0 ? {} : { hint: hints.join(' ') }),
        subjects: refusals.flatMap((finding) => finding.subjects ?? []),
    });
}
/** A source that cannot be asked at all is named in the failure. */
async function findingsOf(source, signal) {
    try {
        return await source.preflight(signal);
    }
    catch (error) {
        const failure = (0,domain_failure/* asFailure */.h_)(error);
        if (failure.kind === 'bug' || failure.kind === 'cancelled')
            throw error;
        throw new domain_failure/* Failure */.HR(failure.kind, `source ${source.name}: ${failure.message}`, {
            ...(failure.hint === undefined ? {} : { hint: failure.hint }),
            subjects: failure.subjects,
            cause: failure,
        });
    }
}
/** In the README and the guides, so that the examples are whole files. */
const exampleRecipients = [
    'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
    'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg',
    'age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa',
];
async function sealFor(environment, ports) {
    const { encryption } = environment;
    if (encryption === 'none')
        return { kind: 'none', recipients: [], identity: null };
    if ('recipients' in encryption &&
        encryption.recipients.some((recipient) => exampleRecipients.includes(recipient)))
        throw new domain_failure/* Failure */.HR('config', 'encryption.recipients holds a key from Lifeboat’s documentation, which nobody can open', {
            hint: 'Make keys of your own with lifeboat keygen (or age-keygen) and put their public parts there.',
        });
    if ('recipients' in encryption)
        return { kind: 'recipients', recipients: encryption.recipients, identity: null };
    if (ports.keys.passphrase === null)
        throw new domain_failure/* Failure */.HR('config', 'the passphrase is not set');
    const pair = await (0,sealing/* makePassphraseIdentity */.Ju)(ports.keys.passphrase);
    return { kind: 'passphrase', recipients: [pair.recipient], identity: pair.sealed };
}
async function dump(source, writer, ports) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const progress = __addDisposableResource(env_2, ports.log.progress(`dump ${source.name}`), false);
        return await source.dump(writer.forSource(source.name), progress, ports.signal);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
/** By now the backup exists or does not, and a source that cannot be left properly changes neither. */
async function backup_close(source, run) {
    try {
        await source[Symbol.asyncDispose]();
    }
    catch (error) {
        run.notice('warning', `source ${source.name} could not be closed: ${(0,domain_failure/* asFailure */.h_)(error).message}`);
    }
}
/** Everything that belongs to the backup, then its manifest: from then on it exists. */
async function publish(manifest, identity, writer, ports, run) {
    const { log, signal } = ports;
    await markStores(writer.survivors(), { log, signal });
    if (identity !== null)
        await writer.putSmall(layout/* passphraseIdentityName */.Ks, identity);
    await writer.putSmall('RECOVERY.md', Buffer.from(backupRecoveryGuide(manifest)));
    const folder = (0,layout/* backupFolder */.j0)(manifest.environment, manifest.id);
    const { confirmed, failures } = await confirmCopies(writer.survivors(), folder, manifest.sources, ports, run);
    const [lost] = failures.values();
    if (confirmed.length === 0 && lost !== undefined)
        throw lost;
    const written = await (0,backups/* writeManifest */.HN)({
        stores: confirmed,
        manifest,
        signingKey: ports.keys.signing,
        log,
        signal,
    });
    return { stores: written.stores, failures: new Map([...failures, ...written.failures]) };
}
function describe(environment, records, took, run) {
    const artifacts = records.flatMap((record) => record.artifacts);
    const stored = artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0);
    const database = records.reduce((sum, record) => sum + record.databaseSize, 0);
    run.fact('stored size', (0,units/* formatBytes */.z3)(stored), stored, 'bytes');
    run.fact('database size', (0,units/* formatBytes */.z3)(database), database, 'bytes');
    if (stored > 0)
        run.fact('ratio', `${(database / stored).toFixed(1)} : 1`, database / stored, 'ratio');
    run.fact('rate', (0,units/* formatRate */.CE)(database, took), took === 0 ? 0 : (database / took) * 1_000, 'bytes-per-second');
    run.fact('artifacts', String(artifacts.length), artifacts.length, 'count');
    for (const record of records) {
        run.fact(`source ${record.name}`, `PostgreSQL ${record.serverVersion}, pg_dump ${record.clientVersion}, ${record.tables.length} relations`);
        if (record.restorableInto > record.serverMajor) {
            run.notice('warning', `source ${record.name}: the dump was made by a newer pg_dump; it is restorable into PostgreSQL ${record.restorableInto} or newer only`);
        }
        for (const table of record.tables.filter((candidate) => candidate.kind === 'table')) {
            run.tables.push({
                source: record.name,
                name: `${table.schema}.${table.name}`,
                rows: table.rows,
                bytes: table.bytes,
                status: 'dumped',
                note: null,
            });
        }
    }
    for (const notice of environmentWarnings(environment, { backupDuration: took }))
        run.notice(notice.level, notice.text, notice.subjects);
    run.fact('duration', (0,units/* formatDuration */.a3)(took), took, 'milliseconds');
}
function conclude(environment, records, probed, written, failures, run) {
    const copies = judgeCopies(environment, probed, written, failures, run);
    const left = records.flatMap((record) => record.notIncluded).filter((item) => !item.accepted);
    if (left.length > 0) {
        run.notice('warning', `${left.length} object(s) are not in the backup: ${[...new Set(left.map((item) => `${item.type} (${item.reason})`))].join(', ')}`, left.map((item) => item.object));
        run.next.push('Accept what may be missing under accept-not-included, or back it up in another way.');
    }
    const warnings = records.flatMap((record) => record.warnings);
    for (const warning of warnings)
        run.notice('warning', warning);
    const isLess = left.length > 0 || warnings.length > 0;
    const verdict = copies.verdict === 'passed' && isLess ? 'degraded' : copies.verdict;
    return run.finish(verdict, copies.failure);
}


/***/ })

};
