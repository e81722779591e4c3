export const id = 8340;
export const ids = [8340];
export const modules = {

/***/ 16950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ proofFormat),
/* harmony export */   Uv: () => (/* binding */ commonIsolation),
/* harmony export */   VK: () => (/* binding */ copyChecks),
/* harmony export */   bM: () => (/* binding */ acquits),
/* harmony export */   k_: () => (/* binding */ parseProof),
/* harmony export */   lG: () => (/* binding */ judgementOf)
/* harmony export */ });
/* unused harmony exports proofSchema, condemns */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93991);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75141);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);





/** What a restore test found, as stored beside the backup. Times are ISO 8601 UTC, spans milliseconds, sizes bytes. */
const proofFormat = 1;
/** What a restored server had of its own: `uid` a user but no network, `network` the other way round, `full` both. */
const isolations = ['full', 'uid', 'network', 'none'];
const verdict = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed']);
const proofSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(proofFormat),
    backupId: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    /** Digest of the manifest's bytes, so that a proof speaks of one manifest only. */
    manifestSha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    level: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
    verdict,
    lifeboat: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    runUrl: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    /** A time measured on a laboratory server is no real RTO; only a drill or a real restore has one. */
    rtoBasis: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('laboratory'),
    isolation: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(isolations),
    hardware: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ cpu: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), cores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(), memory: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr() }),
    /** `laboratory`: from choosing a backup to an analysed database; `estimate`: for the real target, plus allowances. */
    rto: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        laboratory: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        estimate: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    rpo: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        target: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        measured: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().nullable(),
        met: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().nullable(),
    }),
    signed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    checks: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        rung: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .rungs */ .W2),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['passed', 'degraded', 'failed', 'skipped']),
        detail: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        subjects: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
        failure: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(Object.keys(_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureKinds */ .cV))
            .nullable(),
        duration: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    })),
    /** What stood at the end of the ledger when the proof was made, so that nothing up to there can be taken out of it. */
    ledgerHeads: _ledger_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerHeadsSchema */ .qe.optional(),
    tables: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        source: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        rows: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().nullable(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        note: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
    })),
});
/**
 * What every source that ran something had, so that a proof never claims a wall that one of them lacked. Sources that ran
 * nothing (null), such as trees of files, do not count; where none did, no wall was built either.
 */
function commonIsolation(sources) {
    const ran = sources.filter((isolation) => isolation !== null);
    const all = (wall) => ran.every((isolation) => isolation === 'full' || isolation === wall);
    if (ran.length === 0)
        return 'none';
    if (all('uid'))
        return all('network') ? 'full' : 'uid';
    return all('network') ? 'network' : 'none';
}
/** Names of the checks of copies: of one store's that fell short, and of those where everything lies, or is as stored. */
const copyChecks = { oneIn: 'copy in ', listed: 'objects', sound: 'copies' };
/**
 * Whether a restore test has shown that the backup itself is bad: data that is wrong, or that no store has whole. A machine
 * that could not try it (`missing` above the rung `stored` is a program or a source), a clock that is wrong and an objective
 * that was missed say nothing of the backup. It holds until a newer test of the same backup acquits it, as after a repair.
 */
function condemns({ verdict, checks }) {
    if (verdict !== 'failed')
        return false;
    const failed = checks.filter(({ status }) => status === 'failed');
    const isOfCopy = ({ name }) => name.startsWith(copyChecks.oneIn);
    const hasPassed = (wanted) => checks.some(({ name, status }) => name === wanted && status === 'passed');
    const hasWrongBytes = failed.some((check) => isOfCopy(check) && check.failure === 'integrity');
    // A copy that fell short says little where another is as it was stored.
    const isSoundSomewhere = hasPassed(copyChecks.sound) || (!hasWrongBytes && hasPassed(copyChecks.listed));
    return failed.some((check) => {
        if (isOfCopy(check)) {
            return !isSoundSomewhere && (check.failure === 'integrity' || check.failure === 'missing');
        }
        return check.failure === 'integrity' && check.rung !== 'fresh';
    });
}
/**
 * Whether a restore test has shown that the data came back. It may have been too late, or the data too old; but a check of
 * the user's that failed says that it is not what is wanted back.
 */
function acquits({ level, checks }) {
    const isOfAge = ({ rung, failure }) => rung === 'fresh' && failure === 'objective';
    return ((0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .asksForData */ .KL)(level) &&
        (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .hasReadData */ .f0)(checks) &&
        checks.every((check) => check.status !== 'failed' || isOfAge(check)));
}
const untried = { word: 'untried', proof: null };
/**
 * What is known of a backup: by the newest restore test that condemns or acquits it. One that could not be made says
 * nothing, and one that read no data clears no bytes, nor does it take back what an older one has shown. One that read data
 * which a check of the user's refused does take it back.
 * @param proofs of one backup that can be believed, newest first; no more is taken than decides
 * @param manifestSha256 of the manifest that lies there now: data that came back of another acquits nothing
 */
async function judgementOf(proofs, manifestSha256) {
    let isDoubted = false;
    for await (const proof of proofs) {
        if (condemns(proof))
            return { word: 'condemned', proof };
        if (proof.manifestSha256 !== manifestSha256)
            continue;
        if (acquits(proof))
            return isDoubted ? untried : { word: 'acquitted', proof };
        isDoubted ||= proof.checks.some(({ rung, status }) => rung === 'useful' && status === 'failed');
    }
    return untried;
}
/** @throws Failure as `parseManifest` does */
function parseProof(text) {
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .Hh)(text, proofSchema, 'proof');
}


/***/ }),

/***/ 66902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SA: () => (/* binding */ planRetention),
  zw: () => (/* binding */ recoveryPointsAmong),
  mk: () => (/* binding */ soundAmong),
  zD: () => (/* binding */ toleratedClockSkew),
  $J: () => (/* binding */ tooNew)
});

// EXTERNAL MODULE: ./lib/domain/backup-id.js
var backup_id = __webpack_require__(82180);
;// CONCATENATED MODULE: ./lib/domain/retention-periods.js
const hour = 3_600_000;
const quarter = hour / 4;
const day = 24 * hour;
/**
 * The calendar of a time zone. Offsets are asked of Intl, which is slow, once per day and only then: within a day in
 * which the offset does not change it is known; in the few others it is asked per quarter of an hour, as no zone changes
 * in between.
 */
function calendarOf(timezone) {
    const offsetAt = cachedOffset(timezone);
    const monthAt = cachedMonth();
    const periods = {
        // The hour that comes twice when clocks go back is two hours: their offsets differ.
        hourly: (_, at, offset) => Math.floor((at + offset) / hour) * 200 + Math.round(offset / quarter) + 100,
        daily: (dayNumber) => dayNumber,
        weekly: weekOf,
        monthly: monthAt,
        yearly: (dayNumber) => Math.floor(monthAt(dayNumber) / 12),
    };
    return {
        period: (at, tier) => {
            const offset = offsetAt(at);
            return periods[tier](Math.floor((at + offset) / day), at, offset);
        },
        name: (at, tier) => {
            const offset = offsetAt(at);
            // Local time, written as if it were UTC.
            return names[tier](at + offset, offset);
        },
    };
}
const names = {
    hourly: hourName,
    daily: dayName,
    weekly: weekName,
    monthly: monthName,
    yearly: yearName,
};
/** ISO 8601: weeks begin on Monday. Day 0, 1970-01-01, was a Thursday. */
function weekOf(dayNumber) {
    return Math.floor((dayNumber + 3) / 7);
}
/** Months since the year 0. Backups come by time, so it is mostly the same day as before. */
function cachedMonth() {
    let last = Number.NaN;
    let month = 0;
    return (dayNumber) => {
        if (dayNumber !== last) {
            const date = new Date(dayNumber * day);
            month = date.getUTCFullYear() * 12 + date.getUTCMonth();
            last = dayNumber;
        }
        return month;
    };
}
function dayName(local) {
    return new Date(local).toISOString().slice(0, 10);
}
function monthName(local) {
    return new Date(local).toISOString().slice(0, 7);
}
function yearName(local) {
    return new Date(local).toISOString().slice(0, 4);
}
function hourName(local, offset) {
    const minutes = Math.abs(Math.round(offset / 60_000));
    const pad = (value) => String(value).padStart(2, '0');
    const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
    return `${new Date(local).toISOString().slice(0, 10)} ${new Date(local).toISOString().slice(11, 13)}h${zone}`;
}
/** A week belongs to the year of its Thursday. */
function weekName(local) {
    const thursday = weekOf(Math.floor(local / day)) * 7;
    const year = new Date(thursday * day).getUTCFullYear();
    const week = Math.floor((thursday - Date.UTC(year, 0, 1) / day) / 7) + 1;
    return `${year}-W${String(week).padStart(2, '0')}`;
}
function cachedOffset(timezone) {
    if (timezone === 'UTC')
        return () => 0;
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
    });
    const ask = (at) => {
        const parts = {};
        for (const { type, value } of format.formatToParts(at))
            parts[type] = Number(value);
        const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
        return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
    };
    const remember = new Map();
    const known = (at) => {
        const found = remember.get(at) ?? ask(at);
        remember.set(at, found);
        return found;
    };
    let start = Number.NaN;
    let end = Number.NaN;
    let offset = 0;
    return (at) => {
        if (at >= start && at < end)
            return offset;
        const dayStart = Math.floor(at / day) * day;
        const isSteady = known(dayStart) === known(dayStart + day);
        start = isSteady ? dayStart : Math.floor(at / quarter) * quarter;
        end = start + (isSteady ? day : quarter);
        offset = known(start);
        return offset;
    };
}

;// CONCATENATED MODULE: ./lib/domain/retention.js


/** How far clocks may be apart. */
const toleratedClockSkew = 10 * 60_000;
/** A backup so young is not judged: its copies, its proof or its neighbours may be on their way. */
const tooNew = 3_600_000;
const tiers = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'];
function planRetention(candidates, policy, now) {
    const newestFirst = [...candidates].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    const counted = newestFirst.filter((one) => one.trust === true && one.at <= now + toleratedClockSkew);
    const recoveryPoints = recoveryPointsAmong(counted);
    const rules = new Map();
    const keep = (candidate, rule) => {
        if (candidate === undefined)
            return;
        const own = rules.get(candidate.id);
        if (own === undefined)
            rules.set(candidate.id, [rule]);
        else if (!own.includes(rule))
            own.push(rule);
    };
    // What is bad, or cannot be judged, is kept as long as it would be otherwise, and pushes nothing out that is good.
    const sound = soundAmong(recoveryPoints);
    applyTiers(sound, policy, keep);
    if (sound.length < recoveryPoints.length)
        applyTiers(recoveryPoints, policy, keep);
    for (const one of counted) {
        if (one.class === 'critical' && now - one.at < policy.critical) {
            keep(one, `critical until ${dayOf(one.at + policy.critical)}`);
        }
        if (now - one.at < tooNew)
            keep(one, 'too new to judge');
    }
    for (const newest of newestProven(recoveryPoints))
        keep(newest, 'newest proven');
    const whole = recoveryPoints.find((one) => one.whole);
    keep(whole, 'newest that is whole');
    const wholeAndSound = sound.find((one) => one.whole);
    if (wholeAndSound !== whole)
        keep(wholeAndSound, 'newest that is whole and sound');
    const newest = newestOfEach(recoveryPoints);
    for (const [source, one] of newest)
        keep(one, `newest of source ${source}`);
    for (const [source, one] of newestOfEach(sound)) {
        if (newest.get(source) !== one)
            keep(one, `newest sound one of source ${source}`);
    }
    for (const one of newestFirst) {
        if (one.usedBy !== null)
            keep(one, `in use ${one.usedBy}`);
        if (one.lockedUntil !== null && one.lockedUntil > now) {
            keep(one, one.lockedUntil === Infinity ? 'locked' : `locked until ${timeOf(one.lockedUntil)}`);
        }
        if (one.doubt !== null)
            keep(one, `not judged for now: ${one.doubt}`);
        if (one.trust !== true)
            keep(one, `not judged: ${one.trust}`);
        else if (one.at > now + toleratedClockSkew)
            keep(one, 'not judged: its time lies in the future');
    }
    const halted = reasonToHalt(newestFirst, recoveryPoints, now);
    return conclude(newestFirst, rules, policy.maxRemovals, halted);
}
/**
 * Those that tiers and unbreakable rules go by. The state that a restore replaced may be the disaster itself: it is kept for
 * its class, and pushes nothing out, unless there is nothing else.
 */
function recoveryPointsAmong(counted) {
    const points = counted.filter(({ id }) => !(0,backup_id/* isEmergencyBackup */.KS)(id));
    return points.length > 0 ? points : counted;
}
/** Those that nothing is known against, and of which all is known. */
function soundAmong(points) {
    return points.filter(({ condemned, doubt }) => !condemned && doubt === null);
}
function applyTiers(counted, policy, keep) {
    for (const one of counted.slice(0, policy.last))
        keep(one, `newest ${policy.last}`);
    const calendar = calendarOf(policy.timezone);
    let open = tiers.map((tier) => ({ tier, seen: new Set() }));
    for (const one of counted) {
        open = open.filter(({ tier, seen }) => seen.size < policy[tier]);
        for (const { tier, seen } of open) {
            const period = calendar.period(one.at, tier);
            if (seen.has(period))
                continue;
            seen.add(period);
            keep(one, `${tier} ${calendar.name(one.at, tier)}`);
        }
    }
}
/** Of each source: the newest, and the newest that is whole. */
function newestProven(points) {
    const proven = points.filter((one) => one.proven);
    const whole = newestOfEach(proven.filter((one) => one.whole));
    return [...newestOfEach(proven).values(), ...whole.values()];
}
function newestOfEach(counted) {
    const newest = new Map();
    for (const one of counted) {
        for (const source of one.sources)
            if (!newest.has(source))
                newest.set(source, one);
    }
    return newest;
}
function reasonToHalt(all, counted, now) {
    // A backup's own time may be wrong because of the machine that made it; the store's clock tells which of the two is.
    const ahead = all.find((one) => one.trust === true && one.storedAt > now + toleratedClockSkew);
    if (ahead !== undefined) {
        return `this machine's clock says ${timeOf(now)}, but backup ${ahead.id} was stored at ${timeOf(ahead.storedAt)}: with a wrong clock nothing is removed`;
    }
    if (counted.length > 0 && !counted.some((one) => one.whole)) {
        return 'no backup that counts is known to be whole: nothing is removed';
    }
    return null;
}
function conclude(newestFirst, rules, maxRemovals, halted) {
    const due = newestFirst.filter(({ id }) => !rules.has(id)).reverse();
    const now = new Set(halted === null ? due.slice(0, maxRemovals).map(({ id }) => id) : []);
    const unruled = ['no rule keeps it'];
    const waiting = [
        halted === null ? `due, but max-removals is ${maxRemovals}` : 'due, but nothing is removed',
    ];
    const decisions = newestFirst.map(({ id }) => {
        const own = rules.get(id);
        if (own !== undefined)
            return { id, action: 'keep', rules: own };
        return now.has(id) ? { id, action: 'remove', rules: unruled } : { id, action: 'keep', rules: waiting };
    });
    return { decisions, remove: [...now], postponed: halted === null ? due.length - now.size : 0, halted };
}
function dayOf(at) {
    return new Date(at).toISOString().slice(0, 10);
}
function timeOf(at) {
    return `${new Date(at).toISOString().slice(0, 16)}Z`;
}


/***/ }),

/***/ 71930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ silentLog)
/* harmony export */ });
const silentLog = {
    debug: () => undefined,
    info: () => undefined,
    notice: () => undefined,
    warning: () => undefined,
    error: () => undefined,
    group: (_title, work) => work(),
    progress: () => ({ report: () => undefined, [Symbol.dispose]: () => undefined }),
};


/***/ }),

/***/ 74703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listBackups: () => (/* binding */ listBackups),
/* harmony export */   manifestComment: () => (/* binding */ manifestComment),
/* harmony export */   readManifest: () => (/* binding */ readManifest),
/* harmony export */   writeManifest: () => (/* binding */ writeManifest)
/* harmony export */ });
/* harmony import */ var _domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82180);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5151);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27441);






/** Every backup that some store has a manifest of. @throws Failure when no store could be asked */
async function listBackups(stores, environment, context) {
    const holders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .backupsFolder */ .a)(environment), context.signal)) {
                const id = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifestKey */ .Kk)(environment, key);
                if (id === null)
                    continue;
                const names = holders.get(id) ?? new Set();
                holders.set(id, names.add(store.name));
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .failureOfCopy */ .N2)(error, context.signal);
            unreachable.set(store.name, failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    const first = [...unreachable.values()][0];
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    const backups = (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .newestFirst */ .ll)(holders.keys()).map((id) => ({
        id,
        at: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.at ?? 0,
        label: (0,_domain_backup_id_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBackupId */ .JN)(id)?.label,
        stores: stores.map((store) => store.name).filter((name) => holders.get(id)?.has(name) === true),
    }));
    return { backups, unreachable };
}
/** The manifest of a backup, checked for origin and place. @throws Failure as `readSigned` does */
async function readManifest(stores, environment, id, options) {
    const parse = (text) => {
        const manifest = (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(text);
        if (manifest.id !== id || manifest.environment !== environment) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('integrity', `the manifest at the place of ${id} is that of another backup`);
        }
        return manifest;
    };
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id);
    const comment = manifestComment(environment, id);
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .readSigned */ .Nu)(stores, key, comment, options, parse, options);
    return { ...read, manifest: value };
}
/**
 * Makes the backup exist: signature first, manifest last. Nothing that belongs to the backup may be written after this.
 * @param context with only those stores that have every artifact of the manifest
 * @throws Failure when no store took it
 */
async function writeManifest(manifest, context) {
    const { id, environment } = manifest;
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_5__/* .writeSigned */ .qc)({
        key: (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestKey */ .Rn)(environment, id),
        comment: manifestComment(environment, id),
        value: manifest,
        what: 'manifest',
        check: _domain_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng, // what we could not read again must never be called a backup
        keep: { retentionClass: manifest.retention.class },
    }, context);
}
/** What a manifest's signature is for. */
function manifestComment(environment, id) {
    return `lifeboat manifest ${environment}/${id}`;
}


/***/ }),

/***/ 50701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Gw: () => (/* binding */ readStoredLease),
/* harmony export */   LV: () => (/* binding */ failureOfStore),
/* harmony export */   X5: () => (/* binding */ expiryText),
/* harmony export */   Xx: () => (/* binding */ toleratedSkew),
/* harmony export */   ii: () => (/* binding */ holderText),
/* harmony export */   mh: () => (/* binding */ listLeases),
/* harmony export */   zR: () => (/* binding */ readLease)
/* harmony export */ });
/* unused harmony export leaseSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92857);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5151);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96087);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92880);
/* harmony import */ var _small_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52782);







/** What lies at the key of a lease. Times are ISO 8601 UTC. Documented in docs/format.md. */
const iso = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().refine((text) => !Number.isNaN(Date.parse(text)));
/** Whoever may write to the store could put a terminal's commands there, or a runner's. */
const line = zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().transform((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500));
const leaseSchema = zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    format: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_6__/* ["enum"] */ .k5n(['exclusive', 'use']),
    name: line,
    backupId: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().nullable(),
    /** Tells this holder's lease from any other at the same key. */
    token: zod__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP().min(1),
    why: line,
    holder: zod__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        actor: line.nullable(),
        runUrl: line.nullable(),
        host: line.nullable(),
    }),
    takenAt: iso,
    expiresAt: iso,
});
/** How far the clocks of two machines may be apart: so much longer is a lease of another's believed. */
const toleratedSkew = 2 * 60_000;
/** What cannot be read may have been written by a newer Lifeboat: it is believed for so long after it was stored. */
const unreadableTerm = 24 * 3_600_000;
/** Objects are small; more is not what we wrote. */
const largestLease = 65_536;
/** Whether whoever holds it may still be at work, as far as another machine can tell. */
function isLive({ expiresAt }, now) {
    return now <= expiresAt + toleratedSkew;
}
/** `by ada, on runner-7, run https://…` */
function holderText(record) {
    if (record === null)
        return 'by somebody whose lease this Lifeboat cannot read';
    const { actor, host, runUrl } = record.holder;
    const parts = [
        `by ${actor ?? 'an unknown actor'}`,
        ...(host === null ? [] : [`on ${host}`]),
        ...(runUrl === null ? [] : [runUrl]),
    ];
    return `${parts.join(', ')}, since ${record.takenAt.slice(0, 19)}Z, to ${record.why}`;
}
/** When it ends, for people. */
function expiryText(expiresAt, now) {
    const at = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
    return expiresAt >= now ? `until ${at}` : `expired ${(0,_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(now - expiresAt)} ago, at ${at}`;
}
/** The lease at a key; null when there is none. */
async function readLease(store, environment, key, signal) {
    const stored = await store.stat(key, signal);
    return stored === null ? null : readStoredLease(store, environment, stored, signal);
}
/** The lease that a listing found; null when it is gone by now. */
async function readStoredLease(store, environment, { key, modifiedAt }, signal) {
    const bytes = await (0,_small_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .readWhole */ .oD)(store, key, { signal }, largestLease).catch((error) => {
        const failure = failureOfStore(error, signal);
        if (failure.kind !== 'integrity')
            throw failure;
        return Buffer.alloc(0);
    });
    if (bytes === null)
        return null;
    const { name, backupId } = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, key) ?? { name: key, backupId: null };
    const record = parseLease(bytes.toString());
    return {
        key,
        name,
        backupId,
        store: store.name,
        record,
        expiresAt: record === null ? modifiedAt + unreadableTerm : Date.parse(record.expiresAt),
    };
}
function parseLease(text) {
    try {
        return (0,_domain_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecord */ .Hh)(text, leaseSchema, 'lease');
    }
    catch (error) {
        if (error instanceof _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return null;
        throw error;
    }
}
/** Whatever went wrong is a trouble of that store alone, a full disk too. @throws Failure `cancelled` */
function failureOfStore(error, signal) {
    (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .throwIfCancelled */ .dZ)(signal);
    return (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(error);
}
/** Every lease of an environment in every store, expired ones too. Never throws for a store: it is named. */
async function listLeases(stores, environment, { log, signal }) {
    const leases = [];
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const stored of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .leasesFolder */ ._5)(environment), signal)) {
                if ((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseLeaseKey */ .Ru)(environment, stored.key) === null)
                    continue;
                const lease = await readStoredLease(store, environment, stored, signal);
                if (lease !== null)
                    leases.push(lease);
            }
        }
        catch (error) {
            const failure = failureOfStore(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be asked for leases: ${failure.message}`);
        }
    }));
    return { leases, unreachable };
}


/***/ }),

/***/ 70196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ proofsStay),
/* harmony export */   GK: () => (/* binding */ leftoversIn),
/* harmony export */   Vy: () => (/* binding */ addToFolder),
/* harmony export */   Y9: () => (/* binding */ surveyFolders),
/* harmony export */   eT: () => (/* binding */ hasManifest),
/* harmony export */   ei: () => (/* binding */ removeManifest),
/* harmony export */   pz: () => (/* binding */ passOverUnmounted),
/* harmony export */   rP: () => (/* binding */ expiredProofs),
/* harmony export */   v$: () => (/* binding */ removeFolder)
/* harmony export */ });
/* harmony import */ var _domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43195);
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27550);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);




function hasManifest(state) {
    return (state?.manifestAt ?? null) !== null;
}
/**
 * Looks at every backup folder of every store. Remembers sums, not objects. A store that has nothing at all while others
 * have backups was never used, or is not what it seems: a folder that is not mounted. It counts as out of reach.
 * @throws Failure when no store could be listed
 */
async function surveyFolders(stores, environment, { log, signal }) {
    const folders = new Map();
    const unreachable = new Map();
    await Promise.all(stores.map(async (store) => {
        const own = new Map();
        try {
            for await (const object of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .backupsFolder */ .a)(environment), signal))
                addToFolder(own, environment, object);
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
            unreachable.set(store.name, failure);
            log.warning(`store ${store.name} could not be listed: ${failure.message}`);
            return;
        }
        for (const [id, state] of own) {
            folders.set(id, (folders.get(id) ?? new Map()).set(store.name, state));
        }
    }));
    const [first] = unreachable.values();
    if (first !== undefined && unreachable.size === stores.length)
        throw first;
    await passOverUnmounted(stores, { folders, unreachable }, { log, signal });
    return { folders, unreachable };
}
/** Counts a store among those out of reach that has nothing at all while others have backups, and was never marked. */
async function passOverUnmounted(stores, { folders, unreachable }, { log, signal }) {
    for (const store of stores) {
        const holds = [...folders.values()].some((states) => states.has(store.name));
        if (holds || folders.size === 0 || unreachable.has(store.name))
            continue;
        if (await isMarked(store, signal))
            continue;
        const text = `store ${store.name} is empty, and has not even ${_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .markerKey */ .s8}`;
        unreachable.set(store.name, new _domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('unavailable', text, { hint: 'Is its folder mounted, and its prefix the right one?' }));
        log.warning(`${text}: it is taken for one that is not there`);
    }
}
async function isMarked(store, signal) {
    try {
        return (await store.stat(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .markerKey */ .s8, signal)) !== null;
    }
    catch (error) {
        // Without the right to look: nothing speaks against it.
        return (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal).kind === 'access';
    }
}
/** Adds an object to the sums of the folder that it lies in. @returns false when it lies in none */
function addToFolder(folders, environment, object) {
    const place = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBackupKey */ .lG)(environment, object.key);
    if (place === null)
        return false;
    const state = folders.get(place.id) ?? {
        manifestAt: null,
        objects: 0,
        bytes: 0,
        artifacts: { objects: 0, bytes: 0 },
        youngest: 0,
    };
    state.objects += 1;
    state.bytes += object.size;
    // Artifacts lie in a folder per source; what else a backup has lies beside these.
    if (place.name.includes('/')) {
        state.artifacts.objects += 1;
        state.artifacts.bytes += object.size;
    }
    state.youngest = Math.max(state.youngest, object.modifiedAt);
    if (place.name === 'manifest.json')
        state.manifestAt = object.modifiedAt;
    folders.set(place.id, state);
    return true;
}
/**
 * Ends a backup's existence in one store: its manifest, then the signature, so that what is left is a leftover and never
 * a backup without a signature. @throws Failure `refused` when a lock holds it; nothing has then changed
 */
async function removeManifest(store, environment, id, signal) {
    const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestKey */ .Rn)(environment, id);
    await store.remove(key, signal);
    await store.remove((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .signatureKey */ .cx)(key), signal);
}
/** Removals at once in one store. */
const atOnce = 8;
/**
 * Removes whatever lies in the folder of a backup that has no manifest any more. An object that a lock holds stays, and
 * the rest goes; the first such failure is thrown at the end.
 */
async function removeFolder(store, environment, id, signal) {
    const objects = [];
    for await (const object of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .backupFolder */ .j0)(environment, id), signal))
        objects.push(object);
    const removed = { objects: 0, bytes: 0 };
    const locked = [];
    await (0,_domain_concurrency_js__WEBPACK_IMPORTED_MODULE_0__/* .inParallel */ .HN)(objects, atOnce, async ({ key, size }) => {
        try {
            await store.remove(key, signal);
        }
        catch (error) {
            const failure = (0,_domain_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(error);
            if (failure.kind !== 'refused')
                throw failure;
            locked.push(failure);
            return;
        }
        removed.objects += 1;
        removed.bytes += size;
    });
    const [first] = locked;
    if (first !== undefined)
        throw first;
    return removed;
}
/**
 * Folders that no run will make a backup of any more: without a manifest in any store, begun and last written to longer
 * ago than the grace, and not from the future. Leases are the caller's to look at.
 */
function leftoversIn({ folders }, begunAt, before) {
    return [...folders]
        .filter(([id, states]) => {
        const all = [...states.values()];
        return (begunAt(id) < before && all.every((state) => state.manifestAt === null && state.youngest < before));
    })
        .map(([id]) => id)
        .sort();
}
/** How long proofs outlive their backup: an auditor's year, and a month more. */
const proofsStay = 400 * 86_400_000;
/**
 * Proofs in one store that are of no use any more: of backups that are gone since long, and signatures without a proof.
 * @param exists whether some store has the backup
 */
async function expiredProofs(store, environment, { exists, before, signal }) {
    const expired = [];
    for await (const object of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofsFolder */ .Wx)(environment), signal)) {
        const proof = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, object.key.replace(/\.sig$/, ''));
        if (proof !== null && object.modifiedAt < before && !exists(proof.backupId))
            expired.push(object);
    }
    return expired;
}


/***/ }),

/***/ 90045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ writeProof),
/* harmony export */   I2: () => (/* binding */ listProofs),
/* harmony export */   r$: () => (/* binding */ readProof)
/* harmony export */ });
/* harmony import */ var _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27550);
/* harmony import */ var _domain_proof_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16950);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46979);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92880);
/* harmony import */ var _signed_records_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27441);





/**
 * Stores a proof, with its signature.
 * @param context with all stores of the environment, also those that lack the backup: a proof may lie where it does not
 * @throws Failure when none took it
 */
async function writeProof(proof, at, context) {
    const { environment, backupId } = proof;
    const key = await freeKey(proof, at, context);
    return (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .writeSigned */ .qc)({
        key,
        comment: proofComment(key),
        value: proof,
        what: 'proof',
        check: (text) => checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, backupId),
    }, context);
}
/** Keys have whole seconds: a second proof of the same second takes the next one. */
async function freeKey(proof, at, { stores, signal }) {
    for (let second = 0;; second += 1) {
        const key = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofKey */ .CU)(proof.environment, proof.backupId, at + second * 1_000);
        const taken = await Promise.all(stores.map((store) => isTaken(store, key, signal)));
        if (!taken.includes(true) || second === 60)
            return key;
    }
}
async function isTaken(store, key, signal) {
    try {
        return (await store.stat(key, signal)) !== null;
    }
    catch (error) {
        (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, signal);
        return false; // the put will say what is wrong with this store
    }
}
/** Every proof that some store has, newest first; of one backup, or of all. @throws Failure when no store could be asked */
async function listProofs(stores, environment, context) {
    const found = new Map();
    const failures = [];
    await Promise.all(stores.map(async (store) => {
        try {
            for await (const { key } of store.list((0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .proofsFolder */ .Wx)(environment, context.backupId), context.signal)) {
                const parsed = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
                if (parsed !== null)
                    found.set(key, { key, ...parsed });
            }
        }
        catch (error) {
            const failure = (0,_copies_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfCopy */ .N2)(error, context.signal);
            failures.push(failure);
            context.log.warning(`store ${store.name} could not be listed: ${failure.message}`);
        }
    }));
    if (failures[0] !== undefined && failures.length === stores.length)
        throw failures[0];
    return [...found.values()].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));
}
/**
 * A proof, checked for origin and place. @throws Failure as `readSigned` does, and `integrity` when it speaks of another
 * manifest than the one given
 */
async function readProof(stores, environment, key, options) {
    const place = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProofKey */ .rZ)(environment, key);
    if (place === null)
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('missing', `${key} is no place of a proof of ${environment}`);
    const parse = (text) => {
        const proof = checkPlace((0,_domain_proof_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProof */ .k_)(text), environment, place.backupId);
        if (options.manifestSha256 !== undefined && proof.manifestSha256 !== options.manifestSha256) {
            throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at ${key} speaks of another manifest`);
        }
        return proof;
    };
    const { value, ...read } = await (0,_signed_records_js__WEBPACK_IMPORTED_MODULE_4__/* .readSigned */ .Nu)(stores, key, proofComment(key), options, parse, options);
    return { ...read, proof: value };
}
function checkPlace(proof, environment, backupId) {
    if (proof.environment !== environment || proof.backupId !== backupId) {
        throw new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('integrity', `the proof at the place of ${backupId} is that of another backup`);
    }
    return proof;
}
/** What a proof's signature is for: its key names environment, backup and time. */
function proofComment(key) {
    return `lifeboat proof ${key.replace(/\.json$/, '')}`;
}


/***/ })

};
