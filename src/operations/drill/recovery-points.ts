import type { AnyScenario, SceneCheck } from './scenario.ts'
import type { AcknowledgedWrite, Losses, Workload } from './workload.ts'

/**
 * What a recovery can go back to, and which writes each of those must hold: all that were acknowledged before it was begun. It
 * is told by their order, and by nobody's clock.
 */
export interface RecoveryPoints {
  /** Makes one. */
  begin<T>(make: () => Promise<T>, nameOf: (made: T) => string): Promise<T>
  /** A double whose backups are such points. */
  of<D extends { backUp(): Promise<string> }>(double: D): D
  /** Says which one the recovery went back to; otherwise it is the newest. */
  wentBackTo(name: string): void
  /** Writes that must be there again, even where all later ones may be lost. All, where it went back to none of these. */
  held(): readonly AcknowledgedWrite[]
}

export function recoveryPoints({ acknowledged }: Pick<Workload, 'acknowledged'>): RecoveryPoints {
  /** How many of the writes each one holds at least, by its name. */
  const points = new Map<string, number>()
  let chosen: string | null = null
  const begin = async <T>(make: () => Promise<T>, nameOf: (made: T) => string): Promise<T> => {
    const before = acknowledged.length
    const made = await make()
    points.set(nameOf(made), before)
    return made
  }
  return {
    begin,
    of: (double) => ({
      ...double,
      backUp: () =>
        begin(
          () => double.backUp(),
          (id) => id,
        ),
    }),
    wentBackTo: (name) => {
      chosen = name
    },
    held: () => {
      const name = chosen ?? [...points.keys()].at(-1)
      return acknowledged.slice(0, name === undefined ? undefined : points.get(name))
    },
  }
}

/**
 * Whether none is lost of the acknowledged writes but those that may be.
 * @param back how far the recovery may go back
 */
export function judgeWrites(
  back: AnyScenario['losesBack'],
  { lost, sequences }: Losses,
  acknowledged: readonly AcknowledgedWrite[],
  points: RecoveryPoints,
): SceneCheck {
  const due = back === 'nothing' ? acknowledged : points.held()
  const missing = due.filter(({ sequence }) => sequences.has(sequence)).length
  const why =
    lost === 0
      ? ''
      : missing === 0
        ? `: back ${back}`
        : back === 'nothing'
          ? ', and none may be'
          : `, ${missing} of them acknowledged before what the recovery went back to was begun, so that they must be in it`
  return {
    name: 'acknowledged writes came back',
    status: missing === 0 ? 'passed' : 'failed',
    detail: `${lost} of ${acknowledged.length} acknowledged writes are lost${why}`,
    failure: 'integrity',
  }
}
