import type { DrillStandby } from '../ports/laboratory.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Scenario, Scene } from '../operations/drill/scenario.ts'
import { checkOnePrimary, failOver } from './fail-over.ts'
import { demandStandby, startFollowing } from './standby.ts'
import { noticeSilence } from './watch.ts'

/** Networks seldom die at once: so much earlier than the application's does the standby's line go. */
const replicationGoesFirst: Milliseconds = 300

/** The primary lives, and neither the application nor the standby reaches it any more. */
export function networkPartition(): Scenario {
  let standby: DrillStandby | null = null
  return {
    name: 'network-partition',
    summary: 'The network cuts the application and the standby off from a primary that lives on',
    steps: {
      inject:
        'Cut the line between the servers, and 0.3 s later that of the application; nothing answers, nothing is refused',
      detect: 'Health checks run out of time, several in a row',
      recover:
        'Switch the unreachable primary off, promote the standby, lead the application there; then mend the network',
      check: 'There never were two primaries; what was acknowledged and not replicated is counted',
    },
    losesBack: 'to the standby',
    restoresService: true,
    inapplicable: () => null,
    prepare: async (scene) => {
      standby = await startFollowing(scene)
    },
    inject: async (scene) => {
      demandStandby(standby).line.cut()
      await scene.sleep(replicationGoesFirst)
      scene.struck()
      scene.application.cut()
    },
    detect: (scene) => noticeSilence(scene),
    recover: async (scene) => {
      await failOver(scene, demandStandby(standby))
      scene.application.heal()
    },
    check: async (scene) => {
      const { server, line } = demandStandby(standby)
      // The network is back: whoever was on the old side must find nobody to write to.
      line.heal()
      await checkOldSide(scene)
      await checkOnePrimary(scene, server.name)
    },
  }
}

/** A client that still knows the old primary's own address. */
async function checkOldSide({ primary, database, check }: Scene): Promise<void> {
  const isReachable = await primary.session(database, { patience: 1_000 }).then(
    async (session) => {
      await session[Symbol.asyncDispose]()
      return true
    },
    () => false,
  )
  check({
    name: 'no split brain',
    status: isReachable ? 'failed' : 'passed',
    detail: isReachable
      ? 'the old primary still lets clients in beside the new one'
      : 'a client on the old side finds no primary there',
    failure: 'integrity',
  })
}
