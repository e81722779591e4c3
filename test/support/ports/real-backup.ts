import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment, PostgresConfig, SourceConfig } from '../../../src/domain/environment/schema.ts'
import type { Manifest, PostgresRecord, SourceRecord } from '../../../src/domain/manifest.ts'
import type { Report } from '../../../src/domain/report.ts'
import { backup } from '../../../src/operations/backup/backup.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { Store } from '../../../src/ports/store.ts'
import { openPostgresRehearsal } from '../../../src/sources/postgres/rehearsal.ts'
import { openPostgresRestoration } from '../../../src/sources/postgres/restoration.ts'
import { openPostgresSource } from '../../../src/sources/postgres/source.ts'
import { backupFolder, manifestKey } from '../../../src/vault/layout.ts'
import { readWhole } from '../../../src/vault/small-objects.ts'
import type { TestServer } from '../postgres/server.ts'
import type { TestKeys } from './environment.ts'
import { backupPorts } from './ports.ts'

/** The ports through which the real PostgreSQL engine works, for `backupPorts` and `verifyPorts`. */
export function postgresOpeners(
  server: Pick<TestServer, 'bindir'>,
  url: string | null,
  ports: () => Ports,
): Pick<Ports, 'openSource' | 'openRehearsal' | 'openRestoration'> {
  const context = () => {
    const { spool, processes, clock, random, log } = ports()
    const variables = {
      LIFEBOAT_POSTGRES_DIRS: server.bindir,
      ...(url === null ? {} : { DATABASE_URL: url }),
    }
    return { variables, spool, processes, clock, random, log }
  }
  return {
    openSource: async (config) => {
      if (config.type !== 'postgres') throw new Error('the test’s source is no database')
      return openPostgresSource(config, context())
    },
    openRehearsal: async (record, config) =>
      openPostgresRehearsal(postgresRecord(record), postgresConfig(config), context()),
    openRestoration: async (record, config, request) =>
      openPostgresRestoration(postgresRecord(record), postgresConfig(config), request, context()),
  }
}

export interface RealBackupOptions {
  change?: Partial<Ports>
  label?: string
}

/** Backs a database up for real, into the stores given. */
export async function backUpForReal(
  server: TestServer,
  database: string,
  environment: Environment,
  keys: TestKeys,
  stores: readonly Store[],
  { change = {}, label }: RealBackupOptions = {},
): Promise<Report> {
  const holder: { ports: Ports | null } = { ports: null }
  const opened = () => {
    if (holder.ports === null) throw new Error('the ports are not open yet')
    return holder.ports
  }
  await using ports = await backupPorts(stores, keys, {
    ...postgresOpeners(server, server.url(database), opened),
    ...change,
  })
  holder.ports = ports
  return await backup(environment, { class: 'scheduled', label }, ports)
}

export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'lifeboat-test-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** A backup's folder in its stores, and the manifest that lies there. */
export async function manifestOf(
  store: Store,
  environment: Environment,
  id: string,
): Promise<{ folder: string; manifest: Manifest; bytes: Buffer }> {
  const signal = new AbortController().signal
  const bytes = await readWhole(store, manifestKey(environment.environment, id), { signal })
  if (bytes === null) throw new Error(`there is no manifest of ${id}`)
  const folder = backupFolder(environment.environment, id)
  return { folder, manifest: JSON.parse(bytes.toString()) as Manifest, bytes }
}

/** What these tests back up is a database; anything else is a mistake of the test. */
export function postgresRecord(record: SourceRecord): PostgresRecord {
  if (record.engine === 'postgres-logical') return record
  throw new Error('the test’s source is no database')
}

function postgresConfig(config: SourceConfig | undefined): PostgresConfig | undefined {
  return config?.type === 'postgres' ? config : undefined
}
