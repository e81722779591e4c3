import { Failure } from '../domain/failure.ts'
import type { DrillStandby } from '../ports/laboratory.ts'
import type { Scenario, Scene } from '../operations/drill/scenario.ts'
import { demandStandby, followsClosely } from './standby.ts'
import { noticeSilence } from './watch.ts'

/** The primary loses its machine; its standby takes over. */
export function singleServerFailure(): Scenario {
  let standby: DrillStandby | null = null
  return {
    name: 'single-server-failure',
    summary: 'The primary loses its machine; the standby is promoted, and the connections move',
    steps: {
      inject: 'Kill every process of the primary at once',
      detect: 'Connections fail, several health checks in a row',
      recover: 'Fence the old primary, promote the standby, lead the application there',
      check: 'Every acknowledged write that was replicated is there; the old primary takes no writes',
    },
    losesBack: 'to the standby',
    restoresService: true,
    inapplicable: () => null,
    prepare: async (scene) => {
      standby = await scene.laboratory.startStandby('standby', scene.primary)
      await followsClosely(scene, standby.server)
    },
    inject: async ({ primary, struck }) => {
      struck()
      await primary.kill()
    },
    detect: (scene) => noticeSilence(scene),
    recover: async (scene) => {
      const { server, line } = demandStandby(standby)
      await fence(scene)
      line.cut()
      await server.promote()
      scene.application.leadTo(server)
    },
    check: async (scene) => {
      const { server } = demandStandby(standby)
      await checkOnePrimary(scene, server.name)
    },
  }
}

/**
 * A primary that only seemed to be dead must not come back beside the new one: it is stopped for good before anything is
 * promoted. @throws Failure `refused` when it still answers
 */
async function fence({ primary, database }: Scene): Promise<void> {
  if (primary.isRunning) await primary.stop()
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

async function checkOnePrimary(scene: Scene, promoted: string): Promise<void> {
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
