import { asFailure, Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Scene } from '../operations/drill/scenario.ts'

/** One failed check may be an accident. */
const checksInARow = 3
const between: Milliseconds = 200
const patience: Milliseconds = 1_000
const giveUpAfter: Milliseconds = 60_000

/**
 * Asks for the application's health as a watch does, from where the application stands, until it has failed several times in a
 * row. @throws Failure `objective` when nothing was noticed in time
 */
export async function noticeSilence(scene: Scene): Promise<string> {
  const { application, database, sleep, ticks } = scene
  const started = ticks()
  let failed = 0
  while (ticks() - started < giveUpAfter) {
    const why = await isWell(scene)
    failed = why === null ? 0 : failed + 1
    if (failed === checksInARow) {
      return `${checksInARow} health checks of ${database === '' ? 'the database' : application.name} failed in a row: ${why}`
    }
    await sleep(between)
  }
  throw new Failure('objective', `the health checks noticed nothing within ${giveUpAfter / 1_000} s`)
}

/** Null when a new connection can write. */
async function isWell({ application, database, signal }: Scene): Promise<string | null> {
  try {
    await using session = await application.session(database, { patience })
    await session.query('asking for health', 'create temporary table health (well boolean)')
    return null
  } catch (error) {
    signal.throwIfAborted()
    return asFailure(error).message
  }
}
