import type { Compliance } from '../../domain/compliance.ts'
import type { Instant, Milliseconds } from '../../domain/units.ts'

/** A backup as far as it could save data: what it holds, and since when it could be restored. */
export interface SavingBackup {
  begunAt: Instant
  doneAt: Instant
}

/**
 * How much would have been lost, had everything been lost, at each moment of a period: the time since the beginning of the
 * newest backup that was complete by then. Before the first backup that is known, everything would have been: that time is
 * named, and not judged, as it is most often the time before there was anything to save.
 */
export function recoveryPoint(
  backups: readonly SavingBackup[],
  { from, to }: { from: Instant; to: Instant },
  rpo: Milliseconds | null,
): Compliance['recoveryPoint'] {
  const inOrder = backups.filter(({ doneAt }) => doneAt <= to).sort((a, b) => a.doneAt - b.doneAt)
  let kept: Milliseconds = 0
  let worst: Milliseconds | null = null
  let newestBegun = -Infinity
  for (const [index, { begunAt, doneAt }] of inOrder.entries()) {
    // One that began earlier and took longer brings nothing newer.
    newestBegun = Math.max(newestBegun, begunAt)
    const start = Math.max(doneAt, from)
    const end = inOrder[index + 1]?.doneAt ?? to
    if (end < start) continue
    worst = Math.max(worst ?? 0, end - newestBegun)
    if (rpo !== null) kept += Math.max(0, Math.min(end, newestBegun + rpo) - start)
  }
  const [first] = inOrder
  const judgedFrom = Math.max(from, first?.doneAt ?? to)
  return {
    kept: rpo === null || to <= judgedFrom ? null : kept / (to - judgedFrom),
    worst,
    unknownBefore: judgedFrom === from ? null : judgedFrom,
  }
}
