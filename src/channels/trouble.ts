import { z } from 'zod'
import { answersFor } from '../domain/backup-id.ts'
import { type FailureKind, isFailureKind } from '../domain/failure.ts'
import { missed, troubleOf } from '../domain/news.ts'
import type { Report } from '../domain/report.ts'
import { subjectOf } from '../domain/subject-of.ts'
import { leftAfter, troubledParts } from '../domain/subject.ts'
import { aspects, rungs } from '../domain/verdict.ts'

/** As `subjectWord` leaves it. */
const word = z.string().regex(/^[A-Za-z0-9._:/ +-]{0,100}$/)
const mostWords = 40
const words = z.array(word).max(mostWords)

/** How one run ended, as an issue remembers it. Nothing in it is free text. */
const entrySchema = z.object({
  at: z.number(),
  verdict: z.enum(['passed', 'degraded', 'failed']),
  /** A kind of failure; empty when there was none. */
  failure: z.string().regex(/^[a-z]{0,20}$/),
  missed: z.array(z.enum(['RPO', 'RTO'])),
  /** With no sign in it that could end a link, or be a mention. */
  url: z
    .string()
    .regex(/^https?:\/\/[A-Za-z0-9._~:/?&=%-]+$/)
    .max(500)
    .nullable(),
  /** What was wrong, as `troubleOf` says it; of runs since issues remember it. */
  trouble: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** What it was about; of runs since issues remember it. */
  subject: z.object({ tried: words, troubled: words, answers: z.enum(['tried', 'older', 'all']) }).optional(),
  /** Names of the channels that took the news of it. */
  told: words.optional(),
})
export type HistoryEntry = z.output<typeof entrySchema>

/** What an issue is about, kept in it in a form for machines. */
const troubleSchema = z.object({
  /** Rungs and other groups whose checks failed, and objectives that were missed: only a run that tried them anew says that they are well. */
  rungs: z.array(z.enum([...rungs, ...aspects])),
  objectives: z.array(z.enum(['RPO', 'RTO'])),
  /** What of its kind is in trouble, in the words of subjects; of issues since they remember it. */
  troubled: words.optional(),
  since: z.number(),
  /** The newest run first; after those that are shown, what is remembered of telling. */
  history: z.array(entrySchema),
})
export type TroubleState = z.output<typeof troubleSchema>

/** How many runs an issue shows. */
export const historyLength = 12

export function entryOf(report: Report, told: readonly string[] = []): HistoryEntry {
  const { finishedAt, verdict, failure, runUrl } = report
  const trouble = troubleOf(report)
  const url = entrySchema.shape.url.safeParse(runUrl).data ?? null
  const subject = entrySchema.shape.subject.safeParse(subjectOf(report)).data
  return {
    at: finishedAt,
    verdict,
    failure: failure?.kind ?? '',
    missed: missed(report),
    url,
    ...(trouble === null ? {} : { trouble }),
    ...(subject === undefined ? {} : { subject }),
    ...(told.length === 0 ? {} : { told: [...told] }),
  }
}

/** A failed run or a missed objective is trouble. Less than was asked for is none yet: the run itself warns of it. */
export function isTrouble(entry: HistoryEntry): boolean {
  return entry.verdict === 'failed' || entry.missed.length > 0
}

/** Whether two runs ended alike, so that the second is no news. */
export function isSameState(one: HistoryEntry, other: HistoryEntry): boolean {
  return stateOf(one) === stateOf(other)
}

/** How a run ended, in one line for machines. */
export function stateOf({ verdict, failure, missed }: HistoryEntry): string {
  return [verdict, failure, ...missed].join(' ')
}

export function failureKindOf({ failure }: HistoryEntry): FailureKind | null {
  return isFailureKind(failure) ? failure : null
}

/** The state after another run. */
export function withRun(
  before: TroubleState | null,
  report: Report,
  told: readonly string[] = [],
): TroubleState {
  const entry = entryOf(report, told)
  const failed = report.checks.filter((check) => check.status === 'failed').map((check) => check.rung)
  return {
    rungs: [...rungs, ...aspects].filter(
      (rung) => failed.includes(rung) || before?.rungs.includes(rung) === true,
    ),
    objectives: [...new Set([...(before?.objectives ?? []), ...entry.missed])],
    troubled: essential(report, [
      ...new Set([...leftBy(report, before), ...(isTrouble(entry) ? troubledParts(subjectOf(report)) : [])]),
    ]),
    since: before?.since ?? entry.at,
    history: remembered([entry, ...(before?.history ?? [])]),
  }
}

/** Of backups, whatever ends the trouble with a newer one ends that with those before it: the newest stands for all. */
function essential(report: Report, parts: readonly string[]): string[] {
  const isOfBackups = subjectOf(report).answers === 'older'
  const own = isOfBackups
    ? parts.filter((part) => !parts.some((other) => other !== part && answersFor(other, part)))
    : parts
  return own.slice(-mostWords)
}

/** The newest runs, and of the others those that were the last to be told to a channel: by them it is spared. */
function remembered(history: readonly HistoryEntry[]): HistoryEntry[] {
  return history.filter(
    ({ told = [] }, index) =>
      index < historyLength ||
      told.some(
        (channel) => !history.slice(0, index).some((newer) => newer.told?.includes(channel) === true),
      ),
  )
}

/**
 * Whether this run shows that the trouble is over: it passed, it was about what had failed, and it tried that again. A restore test that goes
 * up the ladder less far than the one that found the trouble says nothing about it.
 */
export function isOver(state: TroubleState | null, report: Report): boolean {
  if (report.operation === 'status') return isWatchedAgain(report)
  // Its verification has passed, and no other run comes after it.
  if (report.incident !== undefined) return report.incident.isOver
  if (report.verdict !== 'passed' || isTrouble(entryOf(report))) return false
  const tried = (state?.rungs ?? []).every((rung) =>
    report.checks.some((check) => check.rung === rung && check.status === 'passed'),
  )
  const measured = (state?.objectives ?? []).every((name) =>
    report.objectives.some((objective) => objective.name === name),
  )
  return tried && measured && leftBy(report, state).length === 0
}

/** What is still in trouble after a run. An issue of an earlier version does not say what was: any good run ends that. */
function leftBy(report: Report, before: TroubleState | null): readonly string[] {
  const troubled = before === null ? [] : (before.troubled ?? [''])
  return leftAfter(troubled, subjectOf(report), troubleOf(report) === null)
}

/**
 * The watch asks everything anew each time, and some of its warnings stand for good: one recipient, two copies. So its trouble
 * is over when nothing is failed any more, as long as nothing that it should know is unknown.
 */
function isWatchedAgain(report: Report): boolean {
  return !isTrouble(entryOf(report)) && report.checks.every(({ failure }) => failure === null)
}

const stateLine = /^<!-- lifeboat-state (\{.*\}) -->$/m

/** A line that people do not see. No sign in it can end the comment it stands in. */
export function hidden(state: TroubleState): string {
  const json = JSON.stringify(state).replaceAll(/[<>-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
  return `<!-- lifeboat-state ${json} -->`
}

/** What `hidden` wrote; null when somebody has changed it beyond use. */
export function readState(body: string): TroubleState | null {
  const json = stateLine.exec(body.replaceAll('\r\n', '\n'))?.[1]
  if (json === undefined) return null
  try {
    return troubleSchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
