import { Failure } from '../domain/failure.ts'
import type { DrillServer, DrillStandby } from '../ports/laboratory.ts'
import type { Scene } from '../operations/drill/scenario.ts'

/** A standby of the primary that follows it as the environment file says. */
export async function startFollowing(scene: Scene): Promise<DrillStandby> {
  const standby = await scene.points.begin(
    () => scene.laboratory.startStandby('standby', scene.primary),
    ({ server }) => server.name,
  )
  await followsClosely(scene, standby.server)
  return standby
}

/** Waits until the standby streams, and makes the primary treat it as the environment file says. */
async function followsClosely(scene: Scene, standby: DrillServer): Promise<void> {
  const { primary, database, environment } = scene
  await using session = await primary.session(database)
  const isSynchronous = environment.drills?.replication === 'synchronous'
  const wanted = isSynchronous ? 'sync' : 'async'
  if (isSynchronous) {
    await session.query(
      'making the replication synchronous',
      "alter system set synchronous_standby_names = 'standby'",
    )
    await session.query('reloading the settings', 'select pg_reload_conf()')
  }
  const deadline = scene.ticks() + 30_000
  for (;;) {
    const rows = await session.query(
      'asking for the standby',
      "select sync_state from pg_stat_replication where application_name = 'standby' and state = 'streaming'",
    )
    if (rows.some(({ sync_state }) => sync_state === wanted)) return
    if (scene.ticks() > deadline) {
      throw new Failure('unavailable', `${standby.name} does not stream from the primary (${wanted})`)
    }
    await scene.sleep(50)
  }
}

export function demandStandby(standby: DrillStandby | null): DrillStandby {
  if (standby === null) throw new TypeError('the scenario was not prepared')
  return standby
}
