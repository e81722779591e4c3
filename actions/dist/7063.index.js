export const id = 7063;
export const ids = [7063];
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

/***/ 27063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
// EXTERNAL MODULE: ./lib/domain/schedule.js + 1 modules
var schedule = __webpack_require__(47246);
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
        ...lockAdvice(environment),
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
    const roles = ['backup', 'verify', 'retention', 'restore'];
    return roles.flatMap((role, index) => roles
        .slice(index + 1)
        .filter((other) => signing[role] !== undefined && signing[role] === signing[other])
        .map((other) => warning(`signing.${role} and signing.${other} are the same key: one role could then sign for the other.`)));
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
/** A lock that outlives the retention makes backups stay, and be paid for, longer than the file says. */
function lockAdvice({ stores, retention }) {
    return stores.flatMap((store) => {
        const lock = lockOf(store);
        if (lock === undefined)
            return [];
        const notices = [];
        if (lock.critical !== undefined && lock.critical > retention.critical) {
            notices.push(warning(`Store ${store.name} holds critical backups for ${(0,units/* formatDuration */.a3)(lock.critical)}, longer than retention.critical ` +
                `(${(0,units/* formatDuration */.a3)(retention.critical)}): they stay, and cost, until the lock ends.`));
        }
        if (lock.scheduled === undefined && lock.critical === undefined) {
            notices.push(warning(`Store ${store.name} has a lock without a period: give scheduled, critical or both.`));
        }
        return notices;
    });
}
function lockOf(store) {
    if (store.type === 's3')
        return store.objectLock;
    if (store.type === 'azure')
        return store.immutability;
    return store.type === 'gcs' ? store.objectRetention : undefined;
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
    const secrets = store.type === 's3'
        ? [store.secretAccessKey, store.sessionToken]
        : store.type === 'azure'
            ? [store.connectionString, store.accountKey, store.sasToken]
            : store.type === 'gcs'
                ? [store.credentials]
                : [];
    return secrets.filter((secret) => secret !== undefined);
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
// EXTERNAL MODULE: ./lib/vault/aes-sealing.js
var aes_sealing = __webpack_require__(59769);
// EXTERNAL MODULE: ./lib/vault/age-sealing.js
var age_sealing = __webpack_require__(77);
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
        await Promise.all(this.copies.alive().map((copy) => (0,small_objects/* putOnce */.LA)(copy.store, key, bytes, signal, this.keep()).catch((error) => {
            if (!signal.aborted)
                this.copies.drop(copy, error);
        })));
        (0,vault_copies/* throwIfCancelled */.dZ)(signal);
        this.copies.demandOne(key);
    }
    async put(artifact, signal) {
        const { folder, source, sealing } = this.options;
        const isCompressed = artifact.compressedBy !== 'none';
        const key = (0,layout/* artifactKey */.Wf)(source, artifact.name, isCompressed, sealing === 'none' ? '' : sealing.ending);
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
                encrypted: sealing !== 'none',
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
            plain: {
                size: given,
                sha256: plain?.sha256 ?? (this.options.sealing === 'none' ? stored.sha256 : null),
            },
            stored,
        };
    }
    /**
     * From the bytes that the source gives to those that are stored. One chunk at a time passes through all of it, and
     * only what leaves it is new memory: at the rates of a dump, whatever else is made must be cleared away again.
     */
    stages(artifact, tell) {
        const { sealing } = this.options;
        return (body) => {
            const measured = counting(body, tell.given);
            if (artifact.compressedBy === 'lifeboat') {
                const compressed = (0,compression/* compressing */.LU)((0,digest/* digesting */.hZ)(measured, tell.plain));
                return (0,digest/* digesting */.hZ)(sealing === 'none' ? compressed : sealing.seal(compressed), tell.stored);
            }
            // Unsealed, the giver's own chunks would go on to the stores, and may be used again: so these are copied.
            const outgoing = sealing === 'none' ? (0,compression/* copied */.pG)(measured) : sealing.seal(measured);
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
                ...this.keep(),
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
    keep() {
        const { retentionClass } = this.options;
        return retentionClass === undefined ? {} : { retentionClass };
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
// EXTERNAL MODULE: ./lib/vault/marker.js + 1 modules
var marker = __webpack_require__(96298);
// EXTERNAL MODULE: ./lib/vault/recovery-guide.js + 1 modules
var recovery_guide = __webpack_require__(65068);
// EXTERNAL MODULE: ./lib/operations/findings.js
var operations_findings = __webpack_require__(39938);
// EXTERNAL MODULE: ./lib/operations/leases/use-lease.js
var use_lease = __webpack_require__(95408);
// EXTERNAL MODULE: ./lib/operations/ledger/record.js
var record = __webpack_require__(53529);
// EXTERNAL MODULE: ./lib/operations/run-report.js
var run_report = __webpack_require__(30470);
// EXTERNAL MODULE: ./lib/operations/signing-keys.js
var signing_keys = __webpack_require__(19430);
// EXTERNAL MODULE: ./lib/operations/backup/confirm.js
var backup_confirm = __webpack_require__(92885);
// EXTERNAL MODULE: ./lib/domain/copies-rule.js
var copies_rule = __webpack_require__(67974);
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
    tellCopiesRule(environment, written, run);
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
/** How many copies there are, on how many media, how many elsewhere: counted, rather than claimed. */
function tellCopiesRule(environment, written, run) {
    const rule = (0,copies_rule/* judgeCopiesRule */.db)((0,copies_rule/* copyPlaces */.Yp)(environment.stores).filter(({ store }) => written.has(store)));
    const missing = (0,copies_rule/* missingByCopiesRule */.X$)(rule);
    const kept = missing === null ? 'the rule of 3-2-1 is kept' : `short of 3-2-1: ${missing}`;
    run.fact('copies-media-off-site', `${(0,copies_rule/* copiesRuleText */.Xb)(rule)}; ${kept}`);
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
    const run = new run_report/* RunReport */.e('backup', environment.environment, ports);
    const reached = { stores: ports.stores };
    const report = await make(environment, input, ports, run, reached);
    await (0,record/* recordEvent */.y)({ ...ports, stores: reached.stores }, environment, {
        type: 'backup',
        outcome: (0,record/* outcomeOf */.s)(report),
        backupId: report.backupId,
        details: {
            class: input.class,
            size: report.facts.find(({ label }) => label === 'stored size')?.value ?? 0,
        },
    });
    return report;
}
/** @param reached told which stores can be used, once that is known */
async function make(environment, input, ports, run, reached) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        try {
            (0,signing_keys.checkSigningKey)(environment, 'backup', ports.keys.signing);
            const startedAt = ports.clock.now();
            const id = (0,backup_id/* makeBackupId */.KA)(startedAt, ports.random.bytes(3), input.label);
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
            const usable = probed.filter((store) => store.failure === null).map((store) => store.store);
            reached.stores = usable;
            const use = { environment, backupId: id, why: 'make this backup', stores: usable };
            const lease = stack.use(await (0,use_lease/* useBackup */.i)(use, ports, run));
            const seal = await sealFor(environment, ports);
            const writer = createArtifactWriter({
                stores: usable,
                folder: (0,layout/* backupFolder */.j0)(environment.environment, id),
                source: '',
                sealing: seal.sealing,
                log: ports.log,
                signal: ports.signal,
                retentionClass: input.class,
            });
            const records = [];
            for (const source of sources) {
                records.push(await run.phase(`dump ${source.name}`, () => dump(source, writer, ports)));
            }
            const manifest = {
                format: (0,domain_manifest/* manifestFormatFor */.uZ)(seal.kind),
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
            const written = await run.phase('publish', () => publish(manifest, seal.identity, writer, lease, ports, run));
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
    (0,operations_findings/* judgeFindings */.q)(findings, run);
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
        return { kind: 'none', sealing: 'none', recipients: [], identity: null };
    if ('recipients' in encryption &&
        encryption.recipients.some((recipient) => exampleRecipients.includes(recipient)))
        throw new domain_failure/* Failure */.HR('config', 'encryption.recipients holds a key from Lifeboat’s documentation, which nobody can open', {
            hint: 'Make keys of your own with lifeboat keygen (or age-keygen) and put their public parts there.',
        });
    if ('recipients' in encryption) {
        const { recipients } = encryption;
        return { kind: 'recipients', sealing: (0,age_sealing/* ageSealing */.pZ)(recipients), recipients, identity: null };
    }
    const { passphrase } = ports.keys;
    if (passphrase === null)
        throw new domain_failure/* Failure */.HR('config', 'the passphrase is not set');
    if (encryption.cipher === 'aes-256-gcm') {
        const sealing = await (0,aes_sealing/* aesSealing */.Hk)(passphrase);
        return { kind: 'passphrase-aes-256-gcm', sealing, recipients: [], identity: null };
    }
    const pair = await (0,age_sealing/* makePassphraseIdentity */.Ju)(passphrase);
    const recipients = [pair.recipient];
    return { kind: 'passphrase', sealing: (0,age_sealing/* ageSealing */.pZ)(recipients), recipients, identity: pair.sealed };
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
async function publish(manifest, identity, writer, lease, ports, run) {
    const { log, signal } = ports;
    await (0,marker/* markStores */.W)(writer.survivors(), { log, signal });
    if (identity !== null)
        await writer.putSmall(layout/* passphraseIdentityName */.Ks, identity);
    await writer.putSmall('RECOVERY.md', Buffer.from((0,recovery_guide/* backupRecoveryGuide */.C)(manifest)));
    const folder = (0,layout/* backupFolder */.j0)(manifest.environment, manifest.id);
    const { confirmed, failures } = await (0,backup_confirm/* confirmCopies */.I)(writer.survivors(), folder, manifest.sources, ports, run);
    const [lost] = failures.values();
    if (confirmed.length === 0 && lost !== undefined)
        throw lost;
    // A run that stood still so long that it was taken for dead may have lost artifacts to retention.
    await lease.demand();
    const written = await (0,backups.writeManifest)(manifest, {
        stores: confirmed,
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
        run.fact(`source ${record.name}`, describeRecord(record));
        if (record.engine !== 'postgres-logical')
            continue;
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
function describeRecord(record) {
    if (record.engine === 'redis-rdb') {
        const keys = record.databases.reduce((sum, database) => sum + database.keys, 0);
        return `${record.serverKind === 'redis' ? 'Redis' : 'Valkey'} ${record.serverVersion}, ${(0,units/* counted */.hS)(keys, 'key')}`;
    }
    if (record.engine === 'files-tar') {
        return `${(0,units/* counted */.hS)(record.files, 'file')} in ${(0,units/* counted */.hS)(record.folders, 'folder')}, ${(0,units/* counted */.hS)(record.links, 'link')}`;
    }
    return `PostgreSQL ${record.serverVersion}, pg_dump ${record.clientVersion}, ${record.tables.length} relations`;
}
function conclude(environment, records, probed, written, failures, run) {
    const copies = judgeCopies(environment, probed, written, failures, run);
    const left = records.flatMap((record) => record.notIncluded).filter((item) => !item.accepted);
    if (left.length > 0) {
        run.notice('warning', `${(0,units/* counted */.hS)(left.length, 'object is', 'objects are')} not in the backup: ${[...new Set(left.map((item) => `${item.type} (${item.reason})`))].join(', ')}`, left.map((item) => item.object));
        const isOf = (type) => records.some((record) => record.type === type && record.notIncluded.some((item) => !item.accepted));
        if (isOf('postgres'))
            run.next.push('Accept what may be missing under accept-not-included, or back it up in another way.');
        if (isOf('files'))
            run.next.push('Leave out under exclude what need not come back, or back up a snapshot of the file system.');
    }
    const warnings = records.flatMap((record) => record.warnings);
    for (const warning of warnings)
        run.notice('warning', warning);
    const isLess = left.length > 0 || warnings.length > 0;
    const verdict = copies.verdict === 'passed' && isLess ? 'degraded' : copies.verdict;
    return run.finish(verdict, copies.failure);
}


/***/ }),

/***/ 39938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ judgeFindings)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);

/** Tells what was found before the work, and ends the run with all that stands in its way, listed at once. */
function judgeFindings(findings, run) {
    for (const finding of findings) {
        if (finding.level !== 'refuse')
            run.notice(finding.level, finding.text, finding.subjects);
    }
    const refusals = findings.filter((finding) => finding.level === 'refuse');
    const [first] = refusals;
    if (first === undefined)
        return;
    const hints = [...new Set(refusals.map((finding) => finding.hint).filter((hint) => hint !== undefined))];
    throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(first.failure ?? 'refused', refusals.map((finding) => finding.text).join('; '), {
        ...(hints.length === 0 ? {} : { hint: hints.join(' ') }),
        subjects: refusals.flatMap((finding) => finding.subjects ?? []),
    });
}


/***/ }),

/***/ 19430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkSigningKey: () => (/* binding */ checkSigningKey),
/* harmony export */   hasRoleOf: () => (/* binding */ hasRoleOf),
/* harmony export */   inRole: () => (/* binding */ inRole)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _vault_signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4527);


/** Whether an event signed with this key is one that `ledger verify` believes; true where no key is configured at all. */
function hasRoleOf(environment, secretKey) {
    const known = Object.values(environment.signing).filter((key) => key !== undefined);
    return known.length === 0 || (secretKey !== null && known.includes((0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey)));
}
/**
 * The ports of a run as one of its roles has them: of the signing keys that it was given, the first that belongs to a role's
 * public key; the run's own key when none does.
 * @param roles whose signature would be believed, the best first
 */
function inRole({ signing }, roles, ports) {
    const given = ports.keys.signingKeys ?? (ports.keys.signing === null ? [] : [ports.keys.signing]);
    const wanted = roles.flatMap((role) => signing[role] ?? []);
    const own = wanted
        .map((publicKey) => given.find((secret) => (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secret) === publicKey))
        .find((secret) => secret !== undefined);
    return own === undefined ? ports : { ...ports, keys: { ...ports.keys, signing: own } };
}
/**
 * Before any work: the secret key that this role signs with is there when the environment file names a public key, and
 * is its counterpart. @throws Failure `config`
 */
function checkSigningKey(environment, role, secretKey) {
    const publicKey = environment.signing[role];
    if (secretKey === null) {
        if (publicKey !== undefined) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `signing.${role} names a public key, and LIFEBOAT_SIGNING_KEY is not set`, {
                hint: `Give the ${role} role’s secret signing key: in a job LIFEBOAT_SIGNING_KEY: \${{ secrets.LIFEBOAT_SIGNING_KEY }}, on a terminal --signing-key-file.`,
            });
        }
        // The others sign nothing that a restore would have to believe.
        if (environment.protected && (role === 'backup' || role === 'verify')) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the environment is protected, and signing.${role} is not configured`, {
                hint: 'Make keys with lifeboat keygen and put the public ones under signing.',
            });
        }
        return;
    }
    if (publicKey !== undefined && (0,_vault_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOf */ .kc)(secretKey) !== publicKey) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('config', `the signing key that was given does not belong to the public key at signing.${role}`, {
            hint: 'Each role has a key of its own; give the one that fits, as LIFEBOAT_SIGNING_KEY or with --signing-key-file.',
        });
    }
}


/***/ })

};
