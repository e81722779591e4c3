import { Failure } from '../domain/failure.ts'
import { backup } from '../operations/backup/backup.ts'
import type { Scenario, Scene } from '../operations/drill/scenario.ts'
import { replicate } from '../operations/replicate/replicate.ts'
import { verify } from '../operations/verify/verify.ts'

/** One store is lost, and comes back empty. */
export function storeFailure(): Scenario {
  let made = ''
  return {
    name: 'store-failure',
    summary: 'One store answers no more, backups go on without it, and it comes back empty',
    steps: {
      inject: 'Let the first store answer no more, and lose all that lies in it',
      detect: 'The next backup says that a copy is missing',
      recover: 'Replace the store by an empty one, and fill it from the other by replication',
      check: 'Every backup, also the one made meanwhile, is whole in the new store alone',
    },
    losesBack: 'nothing',
    restoresService: false,
    inapplicable: ({ stores }) =>
      stores.length > 1 ? null : 'the environment has one store: nothing is left to fill a new one from',
    prepare: async ({ double }) => {
      await double.backUp()
    },
    inject: async ({ double, struck }) => {
      const [near] = double.stores
      struck()
      near?.cut()
      await near?.wipe()
    },
    detect: async ({ double }) => {
      const report = await backup(double.environment, { class: 'scheduled' }, double.ports)
      const silent = report.copies.filter(({ status }) => status !== 'complete')
      if (report.backupId === null) {
        throw new Failure('objective', `no backup could be made: ${report.failure?.message ?? 'unknown'}`)
      }
      made = report.backupId
      if (silent.length === 0) throw new Failure('objective', 'the backup did not miss the store')
      return `a backup was made with ${report.copies.length - silent.length} of ${report.copies.length} copies`
    },
    recover: async ({ double }) => {
      double.stores[0]?.heal()
      const { report } = await replicate(double.environment, { dryRun: false }, double.ports)
      if (report.verdict === 'failed') {
        throw new Failure(
          report.failure?.kind ?? 'objective',
          report.failure?.message ?? 'replication failed',
        )
      }
    },
    check: (scene) => checkWholeIn(scene, 0, made),
  }
}

/** Proves a backup of the double with one store alone. */
export async function checkWholeIn(scene: Scene, index: number, backupId: string): Promise<void> {
  const { double } = scene
  const only = double.stores.slice(index, index + 1).map(({ store }) => store)
  const { report } = await verify(
    double.environment,
    { backup: backupId, level: 'intact' },
    { ...double.ports, stores: only },
  )
  const failed = report.checks.filter(({ status }) => status === 'failed')
  const isWhole = backupId !== '' && failed.length === 0 && report.failure === null
  scene.check({
    name: `backup ${backupId} is whole in ${only[0]?.name ?? 'no store'} alone`,
    status: isWhole ? 'passed' : 'failed',
    detail: isWhole
      ? 'every object has its digest, and opens'
      : (failed[0]?.detail ?? report.failure?.message ?? 'it was not looked at'),
    failure: 'integrity',
  })
}
