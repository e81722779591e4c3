import type { Compliance } from '../../domain/compliance.ts'
import type { Instant, Milliseconds } from '../../domain/units.ts'

/** A backup as far as it could save data: what it holds, and since when it could be restored. */
export interface SavingBackup {
  begunAt: Instant
  doneAt: Instant
  /** It cannot be restored now, and nobody can tell since when. */
  isLost?: boolean
}

/**
 * How much would have been lost, had everything been lost, at each moment of a period: the time since the beginning of the
 * newest backup that was complete by then. Before the first backup that is known, everything would have been: that time is
 * named, and not judged, as it is most often the time before there was anything to save.
 *
 * A backup that was lost counts for nothing: what was taken away may have been away since the minute it was made. What the
 * share would be with it is told apart, and judged over the same time.
 */
export function recoveryPoint(
  backups: readonly SavingBackup[],
  { from, to }: Period,
  rpo: Milliseconds | null,
): Compliance['recoveryPoint'] {
  const there = backups.filter(({ isLost = false }) => !isLost)
  const known = saved(backups, { from, to }, rpo)
  if (there.length === backups.length) return { ...known, withLost: null }
  const { kept, worst } = known
  return { ...saved(there, { from, to }, rpo, known.unknownBefore ?? from), withLost: { kept, worst } }
}

interface Period {
  from: Instant
  to: Instant
}

/** @param knownFrom since when it is certain that backups were made: from then on, having none is no excuse */
function saved(
  backups: readonly SavingBackup[],
  { from, to }: Period,
  rpo: Milliseconds | null,
  knownFrom: Instant = to,
): Omit<Compliance['recoveryPoint'], 'withLost'> {
  const inOrder = backups.filter(({ doneAt }) => doneAt <= to).sort((a, b) => a.doneAt - b.doneAt)
  let kept: Milliseconds = 0
  let worst: Milliseconds | null = null
  let newestBegun = -Infinity
  for (const [index, { begunAt, doneAt }] of inOrder.entries()) {
    // One that began earlier and took longer brings nothing newer; and none has data from after its end.
    newestBegun = Math.max(newestBegun, Math.min(begunAt, doneAt))
    const start = Math.max(doneAt, from)
    const end = inOrder[index + 1]?.doneAt ?? to
    if (end < start) continue
    worst = Math.max(worst ?? 0, end - newestBegun)
    if (rpo !== null) kept += Math.max(0, Math.min(end, newestBegun + rpo) - start)
  }
  const [first] = inOrder
  // Of the time before it, in which others were made, that much at the least.
  if (first !== undefined && first.doneAt > knownFrom) worst = Math.max(worst ?? 0, first.doneAt - knownFrom)
  const judgedFrom = Math.max(from, Math.min(first?.doneAt ?? to, knownFrom))
  return {
    kept: rpo === null || to <= judgedFrom ? null : kept / (to - judgedFrom),
    worst,
    unknownBefore: judgedFrom === from ? null : judgedFrom,
  }
}
