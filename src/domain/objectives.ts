import type { Milliseconds } from './units.ts'

/** A promise and what was measured: `RPO`, `RTO`… */
export interface ObjectiveResult {
  name: 'RPO' | 'RTO'
  /** What was promised; null when nothing was. */
  target: Milliseconds | null
  measured: Milliseconds
  /** target − measured; null without a target. */
  margin: Milliseconds | null
  met: boolean | null
  /** What the figure rests on, for people: `laboratory restore plus declared allowances`. */
  basis: string
}

export function judgeObjective(
  name: ObjectiveResult['name'],
  target: Milliseconds | null,
  measured: Milliseconds,
  basis: string,
): ObjectiveResult {
  const margin = target === null ? null : target - measured
  return { name, target, measured, margin, met: margin === null ? null : margin >= 0, basis }
}
