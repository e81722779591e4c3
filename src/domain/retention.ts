import { type BackupId, isEmergencyBackup } from './backup-id.ts'
import { calendarOf, type Tier } from './retention-periods.ts'
import type { Instant, Milliseconds } from './units.ts'

/**
 * Which backups are kept, and why. Pure: the operation gathers what is known of each backup, and removes what is planned.
 *
 * Tiers count periods that have a backup, not days that have gone by: `daily: 7` keeps the last backup of each of the
 * seven newest days on which there was one. So nothing expires because backups have stopped. The law that follows, and
 * that the property tests hold: when backups come in the order of their times, running retention after each of them
 * keeps the same as running it once at the end. For a tier looks only at the last backup of each of its newest periods;
 * those are never removed by an earlier run, and a later backup never makes an older period new again. What is removed
 * at one time would not be kept at a later one.
 */

export interface RetentionPolicy {
  last: number
  hourly: number
  daily: number
  weekly: number
  monthly: number
  yearly: number
  critical: Milliseconds
  timezone: string
  /** No more than so many are removed at once. */
  maxRemovals: number
}

export interface RetentionCandidate {
  id: BackupId
  /** When it was begun, as its id says. */
  at: Instant
  /** When its manifest was stored, by the store's own clock. */
  storedAt: Instant
  class: 'scheduled' | 'critical'
  /** Names of its sources. */
  sources: readonly string[]
  /**
   * Whether it counts: its signature holds, or no key is configured. What does not count pushes nothing out, and is not
   * removed either: somebody has to look at it. Else the reason, for people.
   */
  trust: true | string
  /** A restore test, with a signature that holds, has brought it back, and no newer one condemns it. */
  proven: boolean
  /** A restore test has shown it to be bad, and no newer one acquits it. */
  condemned: boolean
  /** Some store has every one of its objects. Needed of the newest such backup only. */
  whole: boolean
  /** Who is making or reading it; null when nobody is. */
  usedBy: string | null
  /** What could not be found out about it just now, for people; it then stays. Null when all is known. */
  doubt: string | null
  /** Until when a store refuses to remove it; null when none does, as far as is known. */
  lockedUntil: Instant | null
}

export interface RetentionDecision {
  id: BackupId
  action: 'keep' | 'remove'
  /** Every rule that keeps it, or the one reason for its removal, in words. */
  rules: readonly string[]
}

export interface RetentionPlan {
  /** Newest first. */
  decisions: RetentionDecision[]
  /** Those to remove now, oldest first. */
  remove: BackupId[]
  /** How many more are due, and left to the next run. */
  postponed: number
  /** Why nothing is removed at all, whatever the tiers say; null when nothing forbids it. */
  halted: string | null
}

/** How far clocks may be apart. */
export const toleratedClockSkew: Milliseconds = 10 * 60_000
/** A backup so young is not judged: its copies, its proof or its neighbours may be on their way. */
export const tooNew: Milliseconds = 3_600_000

const tiers: readonly Tier[] = ['hourly', 'daily', 'weekly', 'monthly', 'yearly']

export function planRetention(
  candidates: readonly RetentionCandidate[],
  policy: RetentionPolicy,
  now: Instant,
): RetentionPlan {
  const newestFirst = [...candidates].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const counted = newestFirst.filter((one) => one.trust === true && one.at <= now + toleratedClockSkew)
  const recoveryPoints = recoveryPointsAmong(counted)
  const rules = new Map<BackupId, string[]>()
  const keep = (candidate: RetentionCandidate | undefined, rule: string): void => {
    if (candidate === undefined) return
    const own = rules.get(candidate.id)
    if (own === undefined) rules.set(candidate.id, [rule])
    else if (!own.includes(rule)) own.push(rule)
  }
  // What is bad, or cannot be judged, is kept as long as it would be otherwise, and pushes nothing out that is good.
  const sound = soundAmong(recoveryPoints)
  applyTiers(sound, policy, keep)
  if (sound.length < recoveryPoints.length) applyTiers(recoveryPoints, policy, keep)
  for (const one of counted) {
    if (one.class === 'critical' && now - one.at < policy.critical) {
      keep(one, `critical until ${dayOf(one.at + policy.critical)}`)
    }
    if (now - one.at < tooNew) keep(one, 'too new to judge')
  }
  for (const newest of newestProven(recoveryPoints)) keep(newest, 'newest proven')
  const whole = recoveryPoints.find((one) => one.whole)
  keep(whole, 'newest that is whole')
  const wholeAndSound = sound.find((one) => one.whole)
  if (wholeAndSound !== whole) keep(wholeAndSound, 'newest that is whole and sound')
  const newest = newestOfEach(recoveryPoints)
  for (const [source, one] of newest) keep(one, `newest of source ${source}`)
  for (const [source, one] of newestOfEach(sound)) {
    if (newest.get(source) !== one) keep(one, `newest sound one of source ${source}`)
  }
  for (const one of newestFirst) {
    if (one.usedBy !== null) keep(one, `in use ${one.usedBy}`)
    if (one.lockedUntil !== null && one.lockedUntil > now) {
      keep(one, one.lockedUntil === Infinity ? 'locked' : `locked until ${timeOf(one.lockedUntil)}`)
    }
    if (one.doubt !== null) keep(one, `not judged for now: ${one.doubt}`)
    if (one.trust !== true) keep(one, `not judged: ${one.trust}`)
    else if (one.at > now + toleratedClockSkew) keep(one, 'not judged: its time lies in the future')
  }
  const halted = reasonToHalt(newestFirst, recoveryPoints, now)
  return conclude(newestFirst, rules, policy.maxRemovals, halted)
}

/**
 * Those that tiers and unbreakable rules go by. The state that a restore replaced may be the disaster itself: it is kept for
 * its class, and pushes nothing out, unless there is nothing else.
 */
export function recoveryPointsAmong<T extends { id: BackupId }>(counted: readonly T[]): readonly T[] {
  const points = counted.filter(({ id }) => !isEmergencyBackup(id))
  return points.length > 0 ? points : counted
}

/** Those that nothing is known against, and of which all is known. */
export function soundAmong(points: readonly RetentionCandidate[]): readonly RetentionCandidate[] {
  return points.filter(({ condemned, doubt }) => !condemned && doubt === null)
}

function applyTiers(
  counted: readonly RetentionCandidate[],
  policy: RetentionPolicy,
  keep: (candidate: RetentionCandidate, rule: string) => void,
): void {
  for (const one of counted.slice(0, policy.last)) keep(one, `newest ${policy.last}`)
  const calendar = calendarOf(policy.timezone)
  let open = tiers.map((tier) => ({ tier, seen: new Set<number>() }))
  for (const one of counted) {
    open = open.filter(({ tier, seen }) => seen.size < policy[tier])
    for (const { tier, seen } of open) {
      const period = calendar.period(one.at, tier)
      if (seen.has(period)) continue
      seen.add(period)
      keep(one, `${tier} ${calendar.name(one.at, tier)}`)
    }
  }
}

/** Of each source: the newest, and the newest that is whole. */
function newestProven(points: readonly RetentionCandidate[]): RetentionCandidate[] {
  const proven = points.filter((one) => one.proven)
  const whole = newestOfEach(proven.filter((one) => one.whole))
  return [...newestOfEach(proven).values(), ...whole.values()]
}

function newestOfEach(counted: readonly RetentionCandidate[]): Map<string, RetentionCandidate> {
  const newest = new Map<string, RetentionCandidate>()
  for (const one of counted) {
    for (const source of one.sources) if (!newest.has(source)) newest.set(source, one)
  }
  return newest
}

function reasonToHalt(
  all: readonly RetentionCandidate[],
  counted: readonly RetentionCandidate[],
  now: Instant,
): string | null {
  // A backup's own time may be wrong because of the machine that made it; the store's clock tells which of the two is.
  const ahead = all.find((one) => one.trust === true && one.storedAt > now + toleratedClockSkew)
  if (ahead !== undefined) {
    return `this machine's clock says ${timeOf(now)}, but backup ${ahead.id} was stored at ${timeOf(ahead.storedAt)}: with a wrong clock nothing is removed`
  }
  if (counted.length > 0 && !counted.some((one) => one.whole)) {
    return 'no backup that counts is known to be whole: nothing is removed'
  }
  return null
}

function conclude(
  newestFirst: readonly RetentionCandidate[],
  rules: ReadonlyMap<BackupId, string[]>,
  maxRemovals: number,
  halted: string | null,
): RetentionPlan {
  const due = newestFirst.filter(({ id }) => !rules.has(id)).reverse()
  const now = new Set(halted === null ? due.slice(0, maxRemovals).map(({ id }) => id) : [])
  const unruled = ['no rule keeps it']
  const waiting = [
    halted === null ? `due, but max-removals is ${maxRemovals}` : 'due, but nothing is removed',
  ]
  const decisions = newestFirst.map(({ id }): RetentionDecision => {
    const own = rules.get(id)
    if (own !== undefined) return { id, action: 'keep', rules: own }
    return now.has(id) ? { id, action: 'remove', rules: unruled } : { id, action: 'keep', rules: waiting }
  })
  return { decisions, remove: [...now], postponed: halted === null ? due.length - now.size : 0, halted }
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}

function timeOf(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}
