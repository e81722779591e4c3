import { Failure } from '../domain/failure.ts'
import type { DrillStandby } from '../ports/laboratory.ts'
import type { Scene } from '../operations/drill/scenario.ts'

/** Makes the standby the primary, once the old one cannot come back, and leads the application there. */
export async function failOver(scene: Scene, { server, line }: DrillStandby): Promise<void> {
  await fence(scene)
  line.cut()
  await server.promote()
  scene.application.leadTo(server)
}

/**
 * A primary that only seemed to be dead must not come back beside the new one: it is stopped for good before anything is
 * promoted. @throws Failure `refused` when it still answers
 */
async function fence({ primary, database }: Scene): Promise<void> {
  // By its power switch: over the network it may be out of reach, and alive.
  await primary.kill()
  const answers = await primary.session(database, { patience: 1_000 }).then(
    async (session) => {
      await session[Symbol.asyncDispose]()
      return true
    },
    () => false,
  )
  if (answers) {
    throw new Failure(
      'refused',
      'the old primary still answers: promoting its standby would make two primaries',
    )
  }
}

/** Says whether the promoted server alone is a primary, and is what the application works on. */
export async function checkOnePrimary(scene: Scene, promoted: string): Promise<void> {
  const { application, primary, database } = scene
  const isAlone = application.leadsTo.name === promoted && !primary.isRunning
  scene.check({
    name: 'there is one primary',
    status: isAlone ? 'passed' : 'failed',
    detail: isAlone
      ? 'the old one is fenced; the application is with the new one'
      : 'the old primary was not fenced, or the application is not with the new one',
    failure: 'integrity',
  })
  await using session = await application.session(database)
  const [row] = await session.query('asking for its role', 'select pg_is_in_recovery()::text as standby')
  scene.check({
    name: 'the new primary takes writes',
    status: row?.['standby'] === 'false' ? 'passed' : 'failed',
    detail: row?.['standby'] === 'false' ? 'it is a standby no longer' : 'it is still a standby',
  })
}
