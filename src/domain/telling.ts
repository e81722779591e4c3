import { answersFor, isEmergencyBackup, parseBackupId } from './backup-id.ts'
import type { ChannelConfig, Environment } from './environment/schema.ts'
import type { FailureKind } from './failure.ts'
import type { Message } from './message.ts'
import { keyOf, type NewsKind, type Severity, severities } from './news.ts'
import { isSameTrouble, leftAfter, type Subject, troubledParts } from './subject.ts'
import type { Instant, Milliseconds } from './units.ts'
import type { Verdict } from './verdict.ts'

/**
 * Who is told of a run, and when the same is not told again. There is no server that remembers: what was told follows from
 * the outcomes of earlier runs and from what was written down of their telling, which the ledger and the issue have.
 */

/** How an earlier run of the same kind ended, or that it was told. */
export interface PastRun {
  at: Instant
  /** As `troubleOf` gives it, or `outcomeWord`; null when all was well, or over for good. */
  trouble: string | null
  severity: Severity
  subject: Subject
  /** Names of the channels that took the news of it, as far as it is known here. */
  told: readonly string[]
}

export interface Past {
  /** Newest first, at least up to where nothing can be open any more. */
  runs: readonly PastRun[]
  /** Whether anything that remembers could be asked. */
  isKnown: boolean
  /** Whether the run that asks is written down too: later ones then find there what it ended. */
  isWritten?: boolean
}

export const noPast: Past = { runs: [], isKnown: false }

/** A run, as far as it is news. */
export interface Outcome {
  kind: NewsKind
  severity: Severity
  /** Null when all is well. */
  trouble: string | null
  /** How it ended, in the words of records that know no more than that. */
  outcome: string
  subject: Subject
  at: Instant
  /** No other run comes after it that could end a trouble: nothing of it stays open, whatever was less than asked for. */
  isLast?: boolean
}

/** What a run is to somebody who is told of troubles, of their end, and of some successes. */
export interface News extends Omit<Outcome, 'isLast'> {
  state: Extract<Message['state'], 'trouble' | 'recovered' | 'success'>
  /** Of the trouble, when it is not new. */
  since: Instant | null
  /** What was in trouble, each as it was told, and is over by this run, the newest first. */
  ended: readonly (readonly string[])[]
  /** What else of its kind is still in trouble, as far as it is known. */
  open: readonly string[]
  /** Whether nothing of its kind is in trouble any more, for all that can be known. */
  isAllOver: boolean
}

/** `failed unavailable` */
export function outcomeWord({ verdict, failure }: { verdict: Verdict; failure: FailureKind | null }): string {
  return `${verdict} ${failure ?? ''}`
}

export function newsOf({ isLast = false, ...run }: Outcome, past: Past): News {
  const { subject } = run
  const isWell = run.trouble === null || isLast
  const own = isWell ? [] : troubledParts(subject)
  const before = openTroubles(past.runs)
  const after = before.map((one) => ({ ...one, parts: leftAfter(one.parts, subject, isWell) }))
  const ended = before.filter((_, index) => after[index]?.parts.length === 0)
  const goesOn = before.filter(({ parts }) => parts.some((part) => own.includes(part)))
  const open = [...new Set(after.flatMap(({ parts }) => parts))].filter((part) => !own.includes(part))
  const told = {
    ...run,
    ended: ended.map(({ run: { subject: of } }) => troubledParts(of)),
    open,
    isAllOver: isWell && open.length === 0 && (past.isKnown || subject.answers === 'all'),
  }
  const oldest = (among: readonly OpenTrouble[]) => among.at(-1)?.run.at ?? null
  if (!isWell) return { ...told, state: 'trouble', since: oldest(goesOn) }
  if (ended.length === 0) return { ...told, state: 'success', since: null }
  return { ...told, state: 'recovered', since: oldest(ended), severity: gravest(ended.map((one) => one.run)) }
}

interface OpenTrouble {
  run: PastRun
  /** What of it no later run found well. */
  parts: readonly string[]
}

/** Newest first. */
function openTroubles(runs: readonly PastRun[]): readonly OpenTrouble[] {
  return runs.flatMap((run, index) => {
    if (run.trouble === null) return []
    let parts = troubledParts(run.subject)
    for (const later of runs.slice(0, index)) parts = leftAfter(parts, later.subject, later.trouble === null)
    return parts.length === 0 ? [] : [{ run, parts }]
  })
}

/** Whether no run of that moment or before can be in a trouble that is still open. @param runs those after it */
export function saysAll(runs: readonly PastRun[], at: Instant): boolean {
  return runs.some(({ trouble, subject: { answers, tried } }) => {
    if (trouble !== null || answers === 'tried') return false
    // No backup is tried before it is made.
    return (
      answers === 'all' || tried.some((id) => !isEmergencyBackup(id) && at < (parseBackupId(id)?.at ?? 0))
    )
  })
}

/** The key that a message bears: of its trouble, of what is over by it, or else of what it tried. */
export function keyOfNews(environment: string, { kind, subject, state, ended }: News): string {
  const parts = state === 'trouble' ? troubledParts(subject) : (ended[0] ?? subject.tried)
  return keyOf(environment, kind, parts)
}

/**
 * The keys of what is over by a run, for whoever keeps incidents by key; also of what was well all the time, as far as
 * that is certain, so that an incident is closed although nobody remembers that it was opened.
 */
export function endedKeys(environment: string, news: News): string[] {
  const { kind, subject, ended, open, isAllOver, state } = news
  const kindKey = keyOf(environment, kind, [])
  const keys = new Set(ended.map((parts) => keyOf(environment, kind, parts)))
  if (state !== 'trouble') {
    const own =
      subject.tried.length === 0 ? [kindKey] : subject.tried.map((part) => keyOf(environment, kind, [part]))
    for (const key of own) if (key !== kindKey || isAllOver) keys.add(key)
    // Under this key earlier versions told of every drill.
    if (kind === 'drill' && isAllOver) keys.add(kindKey)
  } else keys.delete(keyOfNews(environment, news))
  for (const part of open) keys.delete(keyOf(environment, kind, [part]))
  return [...keys]
}

/** Which part of the news a channel asks for. */
type Routing = Readonly<
  Pick<Exclude<ChannelConfig, { type: 'github-issues' }>, 'name' | 'atLeast' | 'recoveries' | 'repeatAfter'>
> & { readonly kinds?: readonly NewsKind[] | undefined; readonly successes: readonly NewsKind[] }

/**
 * Whether a channel is told.
 * @param gathers it knows by itself what it was told already, as a pager does
 * @param isRoutine of an operation whose success is no news
 */
export function isTold(
  news: News,
  channel: Routing,
  past: Past,
  options: { repeatAfter: Milliseconds; gathers: boolean; isRoutine: boolean },
): boolean {
  if (channel.kinds !== undefined && !channel.kinds.includes(news.kind)) return false
  const isGraveEnough = isAtLeast(news.severity, channel.atLeast)
  if (news.state === 'success') {
    // It came to its end, and not all is well: as much worth telling as a trouble is.
    if (news.trouble !== null && isGraveEnough) return true
    return !options.isRoutine && (channel.successes.includes(news.kind) || options.gathers)
  }
  if (news.state === 'recovered') {
    return (channel.recoveries && isGraveEnough) || channel.successes.includes(news.kind) || options.gathers
  }
  if (!isGraveEnough) return false
  return options.gathers || !isRepeat(news, past, channel.name, channel.repeatAfter ?? options.repeatAfter)
}

/**
 * Whether this channel took the same news within the span. Only what was written down counts: a run that was killed, or a
 * channel that did not answer, told nobody anything. Restore tests of one backup after the other that all fail alike are the
 * same news: where they are tried often, people would be told each time.
 */
function isRepeat(news: News, { runs }: Past, channel: string, repeatAfter: Milliseconds): boolean {
  const parts = troubledParts(news.subject)
  const open = new Set(openTroubles(runs).map(({ run }) => run))
  for (const run of runs) {
    if (leftAfter(parts, run.subject, run.trouble === null).length < parts.length) return false
    if (!open.has(run)) continue
    const before = troubledParts(run.subject)
    const isOfOlder =
      news.kind === 'proof' && before.every((old) => parts.some((part) => answersFor(part, old)))
    if (!isOfOlder && !before.some((part) => parts.includes(part))) continue
    const isAlike = run.trouble === news.trouble || run.trouble === news.outcome
    if (!isAlike || !(isOfOlder || isSameTrouble(run.subject, news.subject))) return false
    if (!run.told.includes(channel)) continue
    // What a clock that runs ahead has dated silences nobody.
    const age = news.at - run.at
    return age >= -toleratedSkew && age < repeatAfter
  }
  return false
}

const toleratedSkew: Milliseconds = 10 * 60_000

function gravest(runs: readonly PastRun[]): Severity {
  const rank = Math.max(...runs.map(({ severity }) => severities.indexOf(severity)))
  return severities[rank] ?? 'info'
}

function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least)
}

export function repeatAfterOf({ notifications }: Environment): Milliseconds {
  return notifications?.repeatAfter ?? 86_400_000
}
