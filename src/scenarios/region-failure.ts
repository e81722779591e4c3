import { Failure } from '../domain/failure.ts'
import type { Scenario } from '../operations/drill/scenario.ts'
import { noticeSilence } from './watch.ts'

/** The place that holds the server and the first store is gone. */
export function regionFailure(): Scenario {
  let from: string[] = []
  return {
    name: 'region-failure',
    summary: 'The place that holds the server and the first store is gone, with all that lies there',
    steps: {
      inject: 'Kill the server; remove all of the first store, and let it answer no more',
      detect: 'Health checks fail, several in a row; the first store cannot be listed',
      recover: 'Restore from the next store onto a server elsewhere, and lead the application there',
      check: 'Everything came from the other store',
    },
    losesBack: 'to the last backup',
    restoresService: true,
    inapplicable: ({ stores }) =>
      stores.length > 1 ? null : 'the environment has one store: with it, every backup would be gone',
    prepare: async ({ double, workload }) => {
      await double.backUp()
      await workload.untilAcknowledged(5)
    },
    inject: async (scene) => {
      const [near] = scene.double.stores
      scene.struck()
      await scene.primary.kill()
      near?.cut()
      await near?.wipe()
    },
    detect: async (scene) => {
      const silence = await noticeSilence(scene)
      const [near] = scene.double.stores
      try {
        for await (const _object of near?.store.list('') ?? []) break
      } catch {
        return `${silence}; the first store cannot be listed`
      }
      throw new Failure('objective', 'the first store still answers')
    },
    recover: async ({ laboratory, double }) => {
      const report = await double.restoreOnto(await laboratory.startServer('server elsewhere'))
      from = report.timeline.flatMap(({ stores = [] }) => stores)
    },
    check: async ({ double, check }) => {
      const near = double.stores[0]?.store.name ?? ''
      const isElsewhere = from.length > 0 && !from.includes(near)
      check({
        name: 'it came from the other store',
        status: isElsewhere ? 'passed' : 'failed',
        detail: `read from ${[...new Set(from)].join(', ') || 'nowhere'}`,
      })
    },
  }
}
