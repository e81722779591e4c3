import { formatDuration, type Instant, type Milliseconds } from './units.ts'

/** What is dated later than this from now was not dated by a clock that is right: how old it is cannot be told. */
const toleratedSkew: Milliseconds = 60_000

export function isFromTheFuture(at: Instant, now: Instant): boolean {
  return !(at <= now + toleratedSkew)
}

/** `2026-11-21T10:15:00Z, 12 min ago` */
export function timeAndAge(at: Instant, now: Instant): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  return `${time}, ${formatDuration(Math.max(0, now - at))} ago`
}
