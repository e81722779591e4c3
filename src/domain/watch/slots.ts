import { type CronLine, runsBetween } from '../schedule.ts'
import type { Instant, Milliseconds } from '../units.ts'

/** When runs are expected: at times of the calendar, or so long after each other. */
export type Expected =
  | { kind: 'cron'; lines: readonly CronLine[] }
  | { kind: 'interval'; every: Milliseconds }

/** One expected run, and what became of it. */
export interface Slot {
  at: Instant
  /** `late`: it came, but later than is tolerated. `pending`: it may still come in time. */
  fate: 'made' | 'late' | 'missed' | 'pending'
  /** The run that filled it. */
  run: Instant | null
}

/** Clocks differ, and a run may begin a moment before its time as another machine sees it. */
const skew: Milliseconds = 2 * 60_000

/**
 * Holds what was expected against the runs that were found, whoever started them. A run fills one slot: the first one that it
 * came in time for, else the last one before it. So for each slot without a run from its time until `tolerance` after it, the
 * answer is `late` or `missed`: no gap longer than that goes unnoticed.
 * @param runs when they began, in any order
 * @param from the first moment at which a slot counts
 */
export function judgeSlots(
  expected: Expected,
  runs: readonly Instant[],
  { from, now, tolerance }: { from: Instant; now: Instant; tolerance: Milliseconds },
): Slot[] {
  const inOrder = [...runs].filter((run) => run <= now + skew).sort((a, b) => a - b)
  return expected.kind === 'cron'
    ? matched([...runsBetween(expected.lines, from, now + 1)], inOrder, tolerance, now)
    : spaced(expected.every, inOrder, from, tolerance, now)
}

function matched(
  times: readonly Instant[],
  runs: readonly Instant[],
  tolerance: Milliseconds,
  now: Instant,
): Slot[] {
  const slots: Slot[] = []
  const left: Instant[] = []
  let next = 0
  for (const at of times) {
    for (; (runs[next] ?? Infinity) < at - skew; next += 1) left.push(runs[next] ?? 0)
    const run = runs[next] ?? Infinity
    const isInTime = run <= at + tolerance
    if (isInTime) next += 1
    const fate = isInTime ? 'made' : now <= at + tolerance ? 'pending' : 'missed'
    slots.push({ at, fate, run: isInTime ? run : null })
  }
  markLate(slots, [...left, ...runs.slice(next)], tolerance)
  return slots
}

/** Runs that no slot took in time belong to the last slot before them, when that has none. */
function markLate(slots: readonly Slot[], unused: readonly Instant[], tolerance: Milliseconds): void {
  let index = -1
  for (const run of unused) {
    while ((slots[index + 1]?.at ?? Infinity) <= run) index += 1
    const slot = slots[index]
    if (slot === undefined || slot.fate !== 'missed' || run <= slot.at + tolerance) continue
    slot.fate = 'late'
    slot.run = run
  }
}

/** Each run sets the time of the next; one that does not come is expected again and again. */
function spaced(
  every: Milliseconds,
  runs: readonly Instant[],
  from: Instant,
  tolerance: Milliseconds,
  now: Instant,
): Slot[] {
  const slots: Slot[] = []
  let index = runs.findIndex((run) => run >= from - skew)
  if (index === -1) index = runs.length
  let due = runs[index - 1] === undefined ? from : Math.max(from, (runs[index - 1] ?? 0) + every)
  while (due <= now) {
    const run = runs[index]
    if (run !== undefined && run <= due + tolerance) {
      slots.push({ at: due, fate: 'made', run })
      index += 1
      due = run + every
    } else {
      slots.push({ at: due, fate: now <= due + tolerance ? 'pending' : 'missed', run: null })
      due += every
    }
  }
  return slots
}

export interface SlotSummary {
  /** Slots whose time is over. */
  due: number
  made: number
  late: number
  missed: number
  /** Share of the due ones that were made, late ones included; null when none was due. */
  rate: number | null
  /** The newest slot that is due. */
  newest: Slot | null
  /** Slots at the end without any run since, oldest first: the schedule has stopped. */
  stopped: Slot[]
}

/** @param runs as above: a run of any kind since a missed slot shows that backups are made again */
export function summariseSlots(slots: readonly Slot[], runs: readonly Instant[]): SlotSummary {
  const due = slots.filter(({ fate }) => fate !== 'pending')
  const count = (fate: Slot['fate']) => due.filter((slot) => slot.fate === fate).length
  const newestRun = Math.max(-Infinity, ...newestOf(runs))
  const stopped = due.filter(({ fate, at }) => fate === 'missed' && newestRun < at - skew)
  const [made, late] = [count('made'), count('late')]
  return {
    due: due.length,
    made,
    late,
    missed: count('missed'),
    rate: due.length === 0 ? null : (made + late) / due.length,
    newest: due.at(-1) ?? null,
    stopped,
  }
}

/** Not by spreading all of them: there may be more than a call takes arguments. */
function newestOf(runs: readonly Instant[]): Instant[] {
  let newest = -Infinity
  for (const run of runs) newest = Math.max(newest, run)
  return [newest]
}
