import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostgresConfig } from '../../../src/domain/environment/schema.ts'
import type { TableResult } from '../../../src/domain/report.ts'
import type { Check } from '../../../src/domain/verdict.ts'
import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { systemRandom } from '../../../src/host/random.ts'
import type { ArtifactReader } from '../../../src/ports/artifacts.ts'
import { silentLog } from '../../../src/ports/log.ts'
import type { Processes } from '../../../src/ports/process.ts'
import type {
  ExchangeResult,
  Restoration,
  RestorationResult,
  RestoreInspection,
  RestoreRequest,
} from '../../../src/ports/restoration.ts'
import { openPostgresRestoration } from '../../../src/sources/postgres/restoration.ts'
import { nowhere, sourceConfig, unstopped, type TestBackup } from './backup.ts'
import { installPostgres } from './install.ts'

export const backupId = '20261121T101500Z-k3f9x'
/** What the backup's time and random part look like in a name. */
export const stamp = '20261121t101500z_k3f9x'

export interface RestoreOptions extends Partial<RestoreRequest> {
  /** URL of the source, as the environment file has it. */
  url?: string
  processes?: Processes
  artifacts?: ArtifactReader
  signal?: AbortSignal
}

export interface TestRestoration extends AsyncDisposable {
  restoration: Restoration
  checks: Check[]
  tables: TableResult[]
  /** Checks that are not passed, as `rung name status: subjects`. */
  trouble(): string[]
  inspect(): Promise<RestoreInspection>
  restore(): Promise<RestorationResult>
  exchange(): Promise<ExchangeResult>
}

/** A restoration as the wiring opens it. */
export async function openRestoration(
  backup: TestBackup,
  options: RestoreOptions = {},
): Promise<TestRestoration> {
  const spool = await mkdtemp(join(tmpdir(), 'restore-'))
  const { url, processes, artifacts, signal = unstopped, ...request } = options
  const config: PostgresConfig = url === undefined ? backup.config : await sourceConfig({ url })
  const restoration = openPostgresRestoration(
    backup.record,
    config,
    {
      record: backup.record,
      backupId,
      mode: 'side-by-side',
      target: null,
      selection: null,
      answered: [],
      jobs: 2,
      ...request,
    },
    {
      variables: { LIFEBOAT_POSTGRES_DIRS: await installPostgres(backup.record.restorableInto) },
      spool,
      processes: processes ?? createProcesses(),
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    },
  )
  const checks: Check[] = []
  const tables: TableResult[] = []
  return {
    restoration,
    checks,
    tables,
    trouble: () =>
      checks
        .filter((check) => check.status !== 'passed')
        .map((check) => `${check.rung} ${check.name} ${check.status}: ${check.subjects.join(', ')}`),
    inspect: () => restoration.inspect(signal),
    restore: () =>
      restoration.restore({
        artifacts: artifacts ?? backup.artifacts,
        check: (check) => checks.push(check),
        table: (table) => tables.push(table),
        progress: nowhere,
        signal,
      }),
    exchange: () => restoration.exchange(signal),
    [Symbol.asyncDispose]: async () => {
      await restoration[Symbol.asyncDispose]()
      await rm(spool, { recursive: true, force: true })
    },
  }
}
