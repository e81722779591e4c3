import type { DrillStandby } from '../ports/laboratory.ts'
import type { Scenario } from '../operations/drill/scenario.ts'
import { checkOnePrimary, failOver } from './fail-over.ts'
import { demandStandby, startFollowing } from './standby.ts'
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
      standby = await startFollowing(scene)
    },
    inject: async ({ primary, struck }) => {
      struck()
      await primary.kill()
    },
    detect: (scene) => noticeSilence(scene),
    recover: (scene) => failOver(scene, demandStandby(standby)),
    check: async (scene) => {
      const { server } = demandStandby(standby)
      await checkOnePrimary(scene, server.name)
    },
  }
}
