import { Failure } from '../domain/failure.ts'
import type { DrillServer } from '../ports/laboratory.ts'
import { verify } from '../operations/verify/verify.ts'
import type { Scenario } from '../operations/drill/scenario.ts'

/** The newest backup is damaged in every store, and the server is lost. */
export function newestBackupCorrupt(): Scenario {
  let good = ''
  let newest = ''
  return {
    name: 'newest-backup-corrupt',
    summary: 'The newest backup is damaged in every store, and then the server is lost',
    steps: {
      inject: 'Flip a byte of each object of the newest backup in all stores; kill the server',
      detect: 'A verification of the newest backup finds digests that do not hold',
      recover: 'Restore with fall-back onto a new server, and lead the application there',
      check: 'The backup before it came back, and the report says which one was given up',
    },
    losesBack: 'to the last backup',
    restoresService: true,
    inapplicable: () => null,
    prepare: async (scene) => {
      good = await scene.double.backUp()
      await scene.workload.untilAcknowledged(5)
      newest = await scene.double.backUp()
    },
    inject: async (scene) => {
      for (const copy of scene.double.stores) {
        for await (const { key, size } of copy.store.list(
          `${scene.environment.environment}/backups/${newest}/`,
        )) {
          // The manifest and its page stay: what is lost is found out only by reading.
          if (size > 0 && /\.(age|zst|dat)$/.test(key)) await copy.damage(key)
        }
      }
      scene.struck()
      await scene.primary.kill()
    },
    detect: async ({ double }) => {
      const { report } = await verify(double.environment, { backup: 'latest', level: 'intact' }, double.ports)
      const failed = report.checks.filter(({ status }) => status === 'failed')
      if (report.backupId !== newest || failed.length === 0) {
        throw new Failure('objective', 'the verification did not notice that the newest backup is damaged')
      }
      return `a verification of the newest backup failed: ${failed[0]?.detail ?? ''}`
    },
    recover: async (scene) => {
      const server: DrillServer = await scene.laboratory.startServer('new server')
      const report = await scene.double.restoreOnto(server, { fallBack: true })
      scene.check({
        name: 'the backup before it came back',
        status: report.backupId === good && (report.restored?.passedOver ?? 0) === 1 ? 'passed' : 'failed',
        detail: `backup ${report.backupId ?? 'none'}; given up: ${report.restored?.passedOver ?? 0}`,
        failure: 'integrity',
      })
    },
    check: async () => undefined,
  }
}
