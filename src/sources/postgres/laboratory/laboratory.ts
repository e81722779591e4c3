import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import { type Bytes, formatBytes } from '../../../domain/units.ts'
import type { PostgresLaboratory } from '../../../ports/laboratory.ts'
import type { Log } from '../../../ports/log.ts'
import type { PostgresContext } from '../context.ts'
import { createDatabase, type DatabaseKind } from '../restore/create-database.ts'
import type { PostgresTools } from '../tools.ts'
import type { EnclosedServer } from './enclosure.ts'
import { raiseServer, type RaiseOptions } from './raise.ts'
import { laboratorySettings, settingsFile } from './tuning.ts'

export interface LaboratoryOptions extends RaiseOptions {
  database: DatabaseKind
  lcMonetary: string
  /** What will be restored, as far as is known: lets memory and locks be measured. */
  sizeHint?: Bytes
  tableCountHint?: number
}

/**
 * Starts a throwaway server with one database that is made like the source's, shut in as well as this machine allows.
 * Takes about 1 s. @throws Failure `missing` when a locale, a program or a provider is not there
 */
export async function startLaboratory(options: LaboratoryOptions): Promise<PostgresLaboratory> {
  const { tools, log } = options
  const settings = laboratorySettings({
    major: tools.major,
    version: tools.version,
    lcMonetary: options.lcMonetary,
    size: options.sizeHint ?? null,
    tables: options.tableCountHint ?? null,
  })
  await using cleanUp = new AsyncDisposableStack()
  const raised = cleanUp.use(
    await raiseServer(options, {
      kind: 'throwaway',
      settings: settingsFile(settings),
      access: 'local all all scram-sha-256\n',
      // Since 18 new clusters have checksums, which cost and prove nothing here.
      initdbOptions: tools.major >= 18 ? ['--no-data-checksums'] : [],
      locales: [options.database.collate, options.database.ctype, options.lcMonetary],
    }),
  )
  const { connection, server } = raised
  const database = options.database.name ?? 'laboratory'
  await makeDatabase(database, raised.environment, options)
  warn(server, log)
  const release = cleanUp.move()
  return {
    connection: { ...connection, database },
    environment: { ...raised.environment, PGDATABASE: database },
    isolation: server.isolation,
    major: tools.major,
    version: tools.version,
    facts: facts(tools, settings, server, raised.enclosed),
    ended: server.supervisor.ended.then(() => undefined),
    [Symbol.asyncDispose]: () => release.disposeAsync(),
  }
}

/** One that can take what a record holds. */
export function startLaboratoryFor(
  record: PostgresRecord,
  tools: PostgresTools,
  { spool, processes, log, clock, random }: PostgresContext,
  signal: AbortSignal,
): Promise<PostgresLaboratory> {
  return startLaboratory({
    tools,
    spool,
    processes,
    log,
    clock,
    random,
    signal,
    database: { name: record.database, encoding: record.encoding, ...record.locale },
    lcMonetary: record.lcMonetary,
    sizeHint: record.databaseSize,
    tableCountHint: record.tables.length,
  })
}

async function makeDatabase(
  name: string,
  environment: Readonly<Record<string, string>>,
  { tools, database, processes, signal }: LaboratoryOptions,
): Promise<void> {
  // A new server has databases already, and the source may bear the name of one: as `postgres` on many managed services.
  const isTaken = name === 'postgres' || name === 'template1'
  const freed = isTaken ? `ALTER DATABASE ${name} IS_TEMPLATE false;\nDROP DATABASE ${name};\n` : ''
  const made = await processes.run(
    tools.path('psql'),
    ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=sqlstate'],
    {
      environment: {
        ...environment,
        PGDATABASE: name === 'template1' ? 'postgres' : 'template1',
        PGCLIENTENCODING: 'UTF8',
      },
      input: `${freed}${createDatabase(name, database, tools.major)}`,
      signal,
    },
  )
  if (made.code === 0) return
  const sqlState = /\b[0-9A-Z]{5}\b/.exec(made.stderr.replace(/^.*ERROR: */s, ''))?.[0] ?? 'unknown'
  const { encoding, provider, collate, ctype, locale } = database
  throw new Failure(
    'missing',
    `the laboratory cannot make a database with encoding ${encoding}, provider ${provider}, collation ${collate}, ` +
      `character type ${ctype}${locale === null ? '' : `, locale ${locale}`} (SQLSTATE ${sqlState})`,
    { hint: 'Does this build of PostgreSQL know that provider (ICU), and this machine that locale?' },
  )
}

function warn({ isolation }: EnclosedServer, log: Log): void {
  if (isolation === 'full') return
  const lacks = { uid: 'a network', network: 'a user', none: 'a user and a network' }[isolation]
  log.warning(
    `the laboratory has not ${lacks} of its own on this machine (isolation: ${isolation}): code in a restored ` +
      `database could reach what this user can. A Linux machine with root or passwordless sudo isolates it fully.`,
  )
}

function facts(
  tools: PostgresTools,
  settings: Readonly<Record<string, string>>,
  server: EnclosedServer,
  enclosed: readonly string[],
): { label: string; text: string }[] {
  const size = (name: string) => formatBytes(Number.parseInt(settings[name] ?? '0', 10) * 1024)
  return [
    { label: 'Laboratory server', text: `PostgreSQL ${tools.version}, without durability` },
    { label: 'Isolation', text: `${server.isolation} (${enclosed.join('; ')})` },
    {
      label: 'Memory',
      text: `shared_buffers ${size('shared_buffers')}, maintenance_work_mem ${size('maintenance_work_mem')}`,
    },
  ]
}
