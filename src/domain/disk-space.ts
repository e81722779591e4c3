import type { Bytes } from './units.ts'

/** A disk as `df` has it. */
export interface DiskSpace {
  /** What may still be written, without what is kept back for root. */
  free: Bytes
  /** What is used and what is free, together: what is kept back for root is neither. */
  total: Bytes
}

/** How much of a disk is free: 100 less what `df` prints under `Use%`, which rounds up. */
export function freePercent({ free, total }: DiskSpace): number {
  return Math.floor((100 * free) / Math.max(1, total))
}
