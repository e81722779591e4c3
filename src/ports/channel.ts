import type { Message } from '../domain/message.ts'
import type { Report } from '../domain/report.ts'

/**
 * A way to tell people. A channel that fails never changes the verdict of the run it tells about: the caller reports
 * its Failure as a warning.
 */
export interface Channel {
  readonly name: string
  /** Tells the outcome of a run. Telling the same trouble again updates what was told; a good outcome closes it. */
  tell(report: Report): Promise<Told>
}

/** Carries messages to people. What is worth one, and to whom, was decided before. */
export interface Messenger {
  readonly name: string
  /**
   * Whether it gathers messages of one key by itself, as a pager does: it is then told of every run, and quiet about what
   * it knows. All others are told of the same trouble only now and then.
   */
  readonly gathers: boolean
  /** @throws Failure that names no secret: the address of a webhook is one */
  send(message: Message, signal: AbortSignal): Promise<Told>
}

export interface Told {
  /** What was done, for the log: `opened`, `updated`, `closed`… */
  done: 'opened' | 'updated' | 'reopened' | 'closed' | 'pinged' | 'sent' | 'nothing'
  /** Where to read it. */
  url: string | null
}

/** A tracker of issues, such as GitHub's. Finds only what it wrote itself: by label, hidden marker and authorship. */
export interface IssueTracker {
  /** The issue with this marker, open ones first, then the one closed last; null when there is none. */
  find(marker: string, label: string): Promise<TrackedIssue | null>
  create(issue: { title: string; body: string; labels: string[] }): Promise<TrackedIssue>
  update(number: number, change: { title?: string; body?: string; state?: 'open' | 'closed' }): Promise<void>
  comment(number: number, body: string): Promise<void>
}

export interface TrackedIssue {
  number: number
  url: string
  state: 'open' | 'closed'
  body: string
  closedAt: number | null
}
