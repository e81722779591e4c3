import type { ChannelConfig, Environment } from './environment/schema.ts'
import type { Message } from './message.ts'
import { type NewsKind, type Severity, severities } from './news.ts'
import type { Instant, Milliseconds } from './units.ts'

/**
 * Who is told of a run, and when the same is not told again. There is no server that remembers: what was told follows from
 * the outcomes of earlier runs, which the ledger has.
 */

/** How an earlier run of the same kind ended. */
export interface PastRun {
  at: Instant
  /** As `troubleOf` gives it; null when all was well, or over for good. */
  trouble: string | null
  severity: Severity
}

export interface Past {
  /** Newest first, up to the first that was well or in another trouble. */
  runs: readonly PastRun[]
  /** Whether there may be older runs that were not looked at. */
  isCut: boolean
}

export const noPast: Past = { runs: [], isCut: false }

/** What a run is to somebody who is told of troubles, of their end, and of some successes. */
export interface News {
  state: Extract<Message['state'], 'trouble' | 'recovered' | 'success'>
  kind: NewsKind
  severity: Severity
  trouble: string | null
  at: Instant
  /** Of the trouble, when it is not new. */
  since: Instant | null
}

/**
 * @param run its trouble is null when all is well; `isLast` when no other run comes after it that could end a trouble: then
 * nothing of it stays open, whatever was less than asked for
 */
export function newsOf(
  run: { kind: NewsKind; severity: Severity; trouble: string | null; at: Instant; isLast?: boolean },
  past: Past,
): News {
  const { kind, trouble, at } = run
  const news = { kind, severity: run.severity, trouble, at }
  const before = troubled(past)
  const since = before.at(-1)?.at ?? null
  if (trouble !== null && run.isLast !== true) return { ...news, state: 'trouble', since }
  if (before.length === 0) return { ...news, state: 'success', since: null }
  return { ...news, state: 'recovered', since, severity: gravest(before) }
}

/** Which part of the news a channel asks for. */
type Routing = Readonly<
  Pick<Exclude<ChannelConfig, { type: 'github-issues' }>, 'atLeast' | 'recoveries' | 'repeatAfter'>
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
  return options.gathers || !isRepeat(news, past, channel.repeatAfter ?? options.repeatAfter)
}

/** Told once per span as long as it lasts: the first run of a trouble is told, and the first after each span. */
function isRepeat({ trouble, at }: News, { runs, isCut }: Past, repeatAfter: Milliseconds): boolean {
  const change = runs.findIndex((run) => run.trouble !== trouble)
  const same = change < 0 ? runs : runs.slice(0, change)
  const [newest] = same
  if (newest === undefined) return false
  // Where its beginning is out of sight, spans are counted from a fixed moment, the same for every run.
  if (change < 0 && isCut) return Math.floor(at / repeatAfter) === Math.floor(newest.at / repeatAfter)
  let told: Instant = -Infinity
  for (const run of same.toReversed()) if (run.at - told >= repeatAfter) told = run.at
  return at - told < repeatAfter
}

function troubled({ runs }: Past): readonly PastRun[] {
  const well = runs.findIndex(({ trouble }) => trouble === null)
  return well < 0 ? runs : runs.slice(0, well)
}

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
