import { availableParallelism } from 'node:os'
import type { PostgresConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import { counted } from '../../domain/units.ts'
import type { Rehearsal, RehearsalContext, RehearsalResult } from '../../ports/source.ts'
import type { PostgresAddress } from './address.ts'
import type { PostgresContext } from './context.ts'
import { beginProof } from '../begin-proof.ts'
import { proveComplete } from './proof/completeness.ts'
import { proveFresh } from './proof/freshness.ts'
import { proveTablesEqual, proveLargeObjectsEqual } from './proof/equality.ts'
import { prepareLaboratory } from './proof/preparation.ts'
import { proveSchemaEqual } from './proof/schema-equality.ts'
import { proveSound } from './proof/soundness.ts'
import { proveUseful } from './proof/usefulness.ts'
import { connect } from './session.ts'
import { accessByConnections } from './restore/access.ts'
import { layOutArchive } from './restore/archive-folder.ts'
import { planArchive } from './restore/archive-plan.ts'
import { readToc } from './restore/read-archive.ts'
import { restoreArchive } from './restore/restore.ts'
import { startLaboratoryFor } from './laboratory/laboratory.ts'
import { toolsFor } from './tools.ts'

/**
 * A durable server with ANALYZE and a checkpoint took 1.6 times as long as the tuned laboratory (2 cores, 0.9 GB,
 * PostgreSQL 17): the factor of the estimate for a real target.
 */
const durableServerFactor = 1.6

/** Brings a logical PostgreSQL backup back into a throwaway server and proves it, rung by rung. */
export function openPostgresRehearsal(
  record: PostgresRecord,
  config: PostgresConfig | undefined,
  context: PostgresContext,
): Rehearsal {
  return { rehearse: (run) => rehearse(record, config, context, run) }
}

async function rehearse(
  record: PostgresRecord,
  config: PostgresConfig | undefined,
  context: PostgresContext,
  run: RehearsalContext,
): Promise<RehearsalResult> {
  const { signal } = run
  const { checks, reaches, result, elapsed } = beginProof(run, record, context.clock)

  const toc = await readToc(record, run.artifacts, signal)
  const plan = planArchive(toc, record)
  proveComplete(plan, record, checks)
  if (!reaches('restorable')) return result

  const tools = await toolsFor(
    record.restorableInto,
    { install: config?.install ?? 'auto', needServer: true },
    context,
    signal,
  )
  await using laboratory = await startLaboratoryFor(record, tools, context, signal)
  result.isolation = laboratory.isolation
  const address: PostgresAddress = {
    ...laboratory.connection,
    sslmode: 'disable',
    sslrootcert: undefined,
    sslcert: undefined,
    sslkey: undefined,
  }
  const jobs = Math.max(2, availableParallelism())
  await using archive = await layOutArchive({
    record,
    artifacts: run.artifacts,
    spool: context.spool,
    signal,
  })
  const access = accessByConnections({
    address,
    lcMonetary: record.lcMonetary,
    settings: {},
    tools,
    processes: context.processes,
    toc,
    archive: archive.path,
    signal,
  })
  const { globals, excluded } = await prepareLaboratory(access, {
    plan,
    record,
    artifacts: run.artifacts,
    acceptUnproven: config?.acceptUnproven ?? [],
    checks,
    signal,
  })
  const restored = await restoreArchive({
    plan,
    record,
    artifacts: run.artifacts,
    access,
    archive: archive.path,
    excluded,
    clock: context.clock,
    jobs,
    checks,
    progress: run.progress,
    signal,
  })
  result.restoreDuration = elapsed()
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
    const text = `${counted(views.length, 'materialized view')}: no dump has such contents; they are computed anew`
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
      access,
      loaded: restored.loaded,
      excluded,
      jobs,
      mustHaveRows: true,
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
      proveSchemaEqual(toc, excluded, {
        tools,
        processes: context.processes,
        address,
        spool: context.spool,
        signal,
      }),
    )
  }
  if (reaches('sound')) await proveSound(session, { plan, record, excluded, globals, checks, among: null })
  // The user's own queries mean what they mean in the database: under its own search_path.
  if (reaches('fresh'))
    await session.query('preparing the queries of the environment file', 'reset search_path')
  if (reaches('fresh'))
    result.dataAge = await proveFresh(session, { record, config, now: run.now, rpo: run.rpo, checks })
  if (reaches('useful')) await proveUseful(session, config?.checks ?? [], checks)
  return result
}
