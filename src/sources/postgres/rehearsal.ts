import { availableParallelism } from 'node:os'
import type { PostgresConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import { rungs } from '../../domain/verdict.ts'
import type { Clock, Random } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Processes } from '../../ports/process.ts'
import type { Rehearsal, RehearsalContext, RehearsalResult } from '../../ports/source.ts'
import type { PostgresAddress } from './address.ts'
import type { PackageCache } from './install.ts'
import { CheckRecorder } from './proof/check-recorder.ts'
import { proveComplete, readToc } from './proof/completeness.ts'
import { planArchive } from './proof/archive-plan.ts'
import { proveFresh } from './proof/freshness.ts'
import { proveTablesEqual, proveLargeObjectsEqual } from './proof/equality.ts'
import { restoreArchive } from './proof/restore.ts'
import { proveSchemaEqual } from './proof/schema-equality.ts'
import { proveSound } from './proof/soundness.ts'
import { proveUseful } from './proof/usefulness.ts'
import { connect } from './session.ts'
import { startLaboratory } from './laboratory/laboratory.ts'
import { findTools } from './tools.ts'

export interface PostgresRehearsalContext {
  variables: Readonly<Record<string, string | undefined>>
  /** A folder of this run alone. */
  spool: string
  processes: Processes
  clock: Clock
  random: Random
  log: Log
  cache?: PackageCache | undefined
}

/**
 * A durable server with ANALYZE and a checkpoint took 1.6 times as long as the tuned laboratory (2 cores, 0.9 GB,
 * PostgreSQL 17): the factor of the estimate for a real target.
 */
const durableServerFactor = 1.6

/** Brings a logical PostgreSQL backup back into a throwaway server and proves it, rung by rung. */
export function openPostgresRehearsal(
  record: PostgresRecord,
  config: PostgresConfig | undefined,
  context: PostgresRehearsalContext,
): Rehearsal {
  return { rehearse: (run) => rehearse(record, config, context, run) }
}

async function rehearse(
  record: PostgresRecord,
  config: PostgresConfig | undefined,
  context: PostgresRehearsalContext,
  run: RehearsalContext,
): Promise<RehearsalResult> {
  const { signal } = run
  const started = context.clock.ticks()
  const checks = new CheckRecorder(run.check, context.clock, signal)
  const reaches = (rung: (typeof rungs)[number]) => rungs.indexOf(run.level) >= rungs.indexOf(rung)
  const result: RehearsalResult = {
    isolation: 'none',
    restoreDuration: null,
    restoreEstimate: null,
    bytes: 0,
    dataAge: null,
    notIncluded: record.notIncluded,
    facts: [],
  }

  const toc = await readToc(record, run.artifacts, signal)
  const plan = planArchive(toc, record)
  proveComplete(plan, record, checks)
  if (!reaches('restorable')) return result

  const tools = await findTools(record.restorableInto, {
    processes: context.processes,
    log: context.log,
    install: config?.install ?? 'auto',
    needServer: true,
    environment: context.variables,
    signal,
    ...(context.cache === undefined ? {} : { cache: context.cache }),
  })
  await using laboratory = await startLaboratory({
    tools,
    spool: context.spool,
    processes: context.processes,
    log: context.log,
    clock: context.clock,
    random: context.random,
    signal,
    database: { name: record.database, encoding: record.encoding, ...record.locale },
    lcMonetary: record.lcMonetary,
    sizeHint: record.databaseSize,
    tableCountHint: record.tables.length,
  })
  result.isolation = laboratory.isolation
  const address: PostgresAddress = {
    ...laboratory.connection,
    sslmode: 'disable',
    sslrootcert: undefined,
    sslcert: undefined,
    sslkey: undefined,
  }
  const jobs = Math.max(2, availableParallelism())
  const restored = await restoreArchive({
    plan,
    record,
    artifacts: run.artifacts,
    laboratory: address,
    tools,
    processes: context.processes,
    log: context.log,
    clock: context.clock,
    spool: context.spool,
    jobs,
    acceptUnproven: config?.acceptUnproven ?? [],
    checks,
    progress: run.progress,
    signal,
  })
  result.restoreDuration = context.clock.ticks() - started
  result.restoreEstimate = Math.round(result.restoreDuration * durableServerFactor)
  result.bytes = [...restored.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0)
  result.facts.push(
    {
      label: 'Laboratory',
      text: `PostgreSQL ${tools.version}, ${jobs} jobs, isolation ${laboratory.isolation}`,
    },
    ...restored.steps.map((step) => ({
      label: `Restore: ${step.name}`,
      text: `${(step.duration / 1_000).toFixed(1)} s`,
    })),
  )
  const views = record.tables.filter((table) => table.kind === 'materialized view')
  if (views.length > 0) {
    const text = `${views.length} materialized view(s): no dump has their contents; they are computed anew`
    result.facts.push({ label: 'Not compared', text })
  }
  if (!restored.usable)
    throw new Failure(
      restored.trouble ?? 'integrity',
      'the backup could not be restored, so nothing more can be proven',
    )

  await using session = await connect(address, { applicationName: 'lifeboat', signal })
  if (reaches('equal')) {
    await proveTablesEqual({
      plan,
      record,
      artifacts: run.artifacts,
      address,
      loaded: restored.loaded,
      excluded: restored.excluded,
      jobs,
      checks,
      table: run.table,
      progress: run.progress,
      signal,
    })
    if (record.largeObjects > 0 || restored.largeObjects.size > 0) {
      await checks.ask('equal', 'large objects', () =>
        proveLargeObjectsEqual(session, restored.largeObjects, signal),
      )
    }
    await checks.ask('equal', 'schema', () =>
      proveSchemaEqual(toc, restored.excluded, {
        tools,
        processes: context.processes,
        address,
        spool: context.spool,
        signal,
      }),
    )
  }
  if (reaches('sound')) await proveSound(session, { plan, record, restored, checks })
  // The user's own queries mean what they mean in the database: under its own search_path.
  if (reaches('fresh'))
    await session.query('preparing the queries of the environment file', 'reset search_path')
  if (reaches('fresh'))
    result.dataAge = await proveFresh(session, { record, config, now: run.now, rpo: run.rpo, checks })
  if (reaches('useful')) await proveUseful(session, config?.checks ?? [], checks)
  return result
}
