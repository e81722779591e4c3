import { type CronLine, runsBetween } from '../schedule.ts'
import { toleratedClockSkew } from '../retention.ts'
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

/** Clocks differ: a run may begin this long before its time, as another machine sees it. Well below a minute, the shortest distance of cron. */
const skew: Milliseconds = 5_000

/**
 * Holds what was expected against the runs that were found, whoever started them. A run fills one slot at most, and none
 * whose time had not come: that of the last time before it; when another run has filled that already, the first earlier one
 * that is still empty and that it came in time for. So a run that did not come is missed at its own time, and whatever
 * came later does not stand for it.
 * @param runs when they began, in any order
 * @param from the first moment at which a slot counts
 */
export function judgeSlots(
  expected: Expected,
  runs: readonly Instant[],
  { from, now, tolerance }: { from: Instant; now: Instant; tolerance: Milliseconds },
): Slot[] {
  // Another machine's clock may be ahead of this one's.
  const latest = now + toleratedClockSkew
  const inOrder = [...runs].filter((run) => run <= latest).sort((a, b) => a - b)
  if (expected.kind === 'interval') return spaced(expected.every, inOrder, from, tolerance, now)
  // Times to come take the runs that are theirs, and are not judged yet.
  const times = [...runsBetween(expected.lines, from, latest + skew + 1)]
  return matched(times, inOrder, tolerance, now).filter(({ at }) => at <= now)
}

function matched(
  times: readonly Instant[],
  runs: readonly Instant[],
  tolerance: Milliseconds,
  now: Instant,
): Slot[] {
  const slots = times.map((at): Slot => {
    return { at, fate: now <= at + tolerance ? 'pending' : 'missed', run: null }
  })
  /** The slots before the one that a run belongs to which are still empty, oldest first; those before `oldest` are past help. */
  const empty: Slot[] = []
  let oldest = 0
  let index = -1
  for (const run of runs) {
    for (; (slots[index + 1]?.at ?? Infinity) <= run + skew; index += 1) {
      const before = slots[index]
      if (before?.run === null) empty.push(before)
    }
    while ((empty[oldest]?.at ?? Infinity) + tolerance < run) oldest += 1
    const own = slots[index]
    const slot = own?.run === null ? own : empty[oldest]
    if (slot === undefined) continue
    if (slot !== own) oldest += 1
    slot.run = run
    slot.fate = run <= slot.at + tolerance ? 'made' : 'late'
  }
  return slots
}

/** Each run sets the time of the next, early ones too; one that does not come is expected again and again. */
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
    } else if (run !== undefined && run < due + every - skew) {
      slots.push({ at: due, fate: 'late', run })
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
