import type { NewsKind, Severity } from './news.ts'
import type { Report } from './report.ts'
import type { Instant } from './units.ts'
import type { Verdict } from './verdict.ts'

/**
 * What people are told: decided before, the same for every channel, in plain text that each channel escapes for its
 * medium. No secret is in it, and no name that came from data but in `log` and `report`.
 */
export interface Message {
  /** Of this message alone, so that whoever gets it twice can tell. */
  id: string
  state: 'trouble' | 'recovered' | 'success' | 'escalation' | 'communication' | 'test'
  severity: Severity
  kind: NewsKind | 'escalation' | 'test'
  /** In one word: `backup-failed`, `rpo-missed`, `restore-succeeded`… */
  alert: string
  /** What messages about one trouble have in common, from its beginning to its end. */
  key: string
  /** Keys of the troubles that are over by what it tells. Without it: its own, when it tells of an end or a success. */
  ends?: readonly string[]
  environment: string
  /** One line: what happened to what. */
  title: string
  /** A sentence or two. */
  summary: string
  facts: readonly { label: string; text: string }[]
  /** What to do, in order. */
  next: readonly string[]
  /** Where to read more; null where there is no such place. */
  link: string | null
  at: Instant
  /** When the trouble was told for the first time, as far as is known. */
  since: Instant | null
  /** How the run ended; null when no run did. */
  verdict: Verdict | null
  /** The run's report as text, for a medium with room for it. */
  log: string | null
  report: Report | null
}

/** The keys of the troubles that are over by what a message tells. */
export function endedBy({ state, key, ends }: Pick<Message, 'state' | 'key' | 'ends'>): readonly string[] {
  return ends ?? (state === 'success' || state === 'recovered' ? [key] : [])
}
