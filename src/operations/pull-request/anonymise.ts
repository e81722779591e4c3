import type { Environment, PostgresConfig } from '../../domain/environment/schema.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import { pullRequestSource } from '../../domain/pull-request/source.ts'
import type { Report } from '../../domain/report.ts'
import { counted } from '../../domain/units.ts'
import type { ArtifactReader, ArtifactSink } from '../../ports/artifacts.ts'
import type { Ports } from '../../ports/ports.ts'
import { RunReport } from '../run-report.ts'
import { openBackup } from './open-backup.ts'
import {
  makeOpenedFolder,
  openedReader,
  openedSink,
  readOpened,
  removeOpened,
  writeOpened,
} from './opened-backup.ts'

export interface AnonymisedRequest {
  source: PostgresConfig
  masking: NonNullable<Environment['pullRequests']>['masking']
  record: PostgresRecord
  artifacts: ArtifactReader
  sink: ArtifactSink
}
export interface AnonymisedSet {
  record: PostgresRecord
  masked: number
  kept: number
}

export interface AnonymiseInput {
  backup: string
  /** Where the rows lie unsealed in between; removed as soon as they are restored. */
  opened: string
  into: string
}

/** From a backup to a set that may be shown: it leaves the laboratory only after it was searched for original values. */
export async function anonymiseBackup(
  environment: Environment,
  input: AnonymiseInput,
  ports: Ports,
  make: (request: AnonymisedRequest) => Promise<AnonymisedSet>,
): Promise<Report> {
  const source = { backup: input.backup, source: null, into: input.opened }
  const opening = await openBackup(environment, source, ports)
  if (opening.verdict === 'failed') return opening
  const run = new RunReport<'pull request'>('validate-pr', environment.environment, ports)
  run.backupId = opening.backupId
  try {
    const opened = await readOpened(input.opened)
    await makeOpenedFolder(input.into)
    const set = await run
      .phase('mask the rows', () =>
        make({
          source: pullRequestSource(environment),
          masking: environment.pullRequests?.masking ?? new Map(),
          record: opened.record,
          artifacts: openedReader(input.opened),
          sink: openedSink(input.into),
        }),
      )
      .catch(async (error: unknown) => {
        await removeOpened(input.into)
        throw error
      })
    const about = { format: 1, environment: environment.environment, backupId: opening.backupId } as const
    await writeOpened(input.into, { ...about, record: set.record })
    run.fact('columns', `${counted(set.masked, 'column')} masked, ${set.kept} kept`)
    return run.finish('passed', null)
  } catch (error) {
    return run.fail(error)
  } finally {
    await removeOpened(input.opened)
  }
}
