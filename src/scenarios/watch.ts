import { asFailure, Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { RedisScene } from '../operations/drill/redis-scene.ts'
import type { Scene } from '../operations/drill/scenario.ts'

/** One failed check may be an accident. */
const checksInARow = 3
const between: Milliseconds = 200
const patience: Milliseconds = 1_000
const giveUpAfter: Milliseconds = 60_000

/** What a watch needs of a scene. */
interface Watching {
  sleep: (span: Milliseconds) => Promise<void>
  ticks: () => Milliseconds
  readonly signal: AbortSignal
}

/**
 * Asks for the application's health as a watch does, from where the application stands, until it has failed several times in a
 * row. @throws Failure `objective` when nothing was noticed in time
 */
export async function noticeSilence(scene: Scene): Promise<string> {
  const { application, database } = scene
  return noticeFailing(database === '' ? 'the database' : application.name, scene, async () => {
    await using session = await application.session(database, { patience })
    await session.query('asking for health', 'create temporary table health (well boolean)')
  })
}

/** The same for a Redis. */
export async function noticeRedisSilence(scene: RedisScene): Promise<string> {
  return noticeFailing('Redis (PING)', scene, async () => {
    using session = await scene.server.session({ patience })
    await session.ask('PING')
  })
}

/** @param ask for health; throws when there is none */
async function noticeFailing(
  what: string,
  { sleep, ticks, signal }: Watching,
  ask: () => Promise<void>,
): Promise<string> {
  const started = ticks()
  let failed = 0
  while (ticks() - started < giveUpAfter) {
    try {
      await ask()
      failed = 0
    } catch (error) {
      signal.throwIfAborted()
      failed += 1
      if (failed === checksInARow) {
        return `${checksInARow} health checks of ${what} failed in a row: ${asFailure(error).message}`
      }
    }
    await sleep(between)
  }
  throw new Failure('objective', `the health checks noticed nothing within ${giveUpAfter / 1_000} s`)
}
