import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import type { Runbook } from '../../domain/runbook/schema.ts'
import { formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'

/** Whether a runbook can be relied on: a drill has shown it, lately, and it passed. */
export interface RunbookProof {
  state: 'proven' | 'unproven'
  /** Why, for people. */
  detail: string
  drilledAt: Instant | null
}

/** How old a drill may be where the environment does not say: a drill a month, and a week to hold it in. */
const defaultAge: Milliseconds = 37 * 86_400_000

/** @param drills events of drills, oldest first */
export function provenBy(
  { drill, incident }: Pick<Runbook, 'drill' | 'incident'>,
  drills: readonly LedgerEvent[],
  { objectives }: Pick<Environment, 'objectives'>,
  now: Instant,
): RunbookProof {
  if (typeof drill !== 'string') {
    return { state: 'unproven', detail: `no drill rehearses ${incident}: ${drill.none}`, drilledAt: null }
  }
  const last = drills.findLast(({ details }) => details['scenario'] === drill)
  if (last === undefined)
    return { state: 'unproven', detail: `the drill ${drill} was never held`, drilledAt: null }
  const drilledAt = Date.parse(last.at)
  const age = now - drilledAt
  const often = objectives.drillEvery ?? defaultAge
  const unproven = (detail: string): RunbookProof => ({ state: 'unproven', detail, drilledAt })
  if (age < 0) return unproven(`the last drill ${drill} is dated in the future`)
  if (last.outcome.verdict !== 'passed') {
    return unproven(`the last drill ${drill}, ${formatDuration(age)} ago, ended ${last.outcome.verdict}`)
  }
  if (age > often) {
    return unproven(
      `the last drill ${drill} is ${formatDuration(age)} old; one is due every ${formatDuration(often)}`,
    )
  }
  return { state: 'proven', detail: `by the drill ${drill}, ${formatDuration(age)} ago`, drilledAt }
}
