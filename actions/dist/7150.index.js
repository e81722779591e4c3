export const id = 7150;
export const ids = [7150];
export const modules = {

/***/ 66902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  SA: () => (/* binding */ planRetention),
  zw: () => (/* binding */ recoveryPointsAmong),
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
        else
            own.push(rule);
    };
    applyTiers(recoveryPoints, policy, keep);
    for (const one of counted) {
        if (one.class === 'critical' && now - one.at < policy.critical) {
            keep(one, `critical until ${dayOf(one.at + policy.critical)}`);
        }
        if (now - one.at < tooNew)
            keep(one, 'too new to judge');
    }
    keep(recoveryPoints.find((one) => one.proven), 'newest proven');
    keep(recoveryPoints.find((one) => one.whole), 'newest that is whole');
    for (const [source, newest] of newestOfEach(recoveryPoints))
        keep(newest, `newest of source ${source}`);
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
                throw held(current, clock.now());
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
                    throw held(expired, clock.now());
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
            throw held(current, clock.now());
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
function held(lease, now) {
    return new _domain_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('refused', `store ${lease.store}: the lease ${lease.name} is held ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .holderText */ .ii)(lease.record)}; it holds ${(0,_lease_records_js__WEBPACK_IMPORTED_MODULE_3__/* .expiryText */ .X5)(lease.expiresAt, now)} unless it is renewed`, {
        hint: `Wait for that run to end. If it is known to be dead: lifeboat lease break --environment NAME --name ${lease.name} --reason "…".`,
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
