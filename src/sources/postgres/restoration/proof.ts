import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { RestorationContext } from '../../../ports/restoration.ts'
import type { PostgresAddress } from '../address.ts'
import type { CheckRecorder } from '../../check-recorder.ts'
import type { PostgresContext } from '../context.ts'
import { proveLargeObjectsEqual, proveTablesEqual } from '../proof/equality.ts'
import { proveSchemaEqual } from '../proof/schema-equality.ts'
import { proveSound } from '../proof/soundness.ts'
import type { RestoreAccess } from '../restore/access.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import type { GlobalsResult } from '../restore/globals.ts'
import type { Restored } from '../restore/restore.ts'
import type { PostgresTools } from '../tools.ts'

export interface ProofOfRestore {
  record: PostgresRecord
  plan: ArchivePlan
  run: RestorationContext
  context: PostgresContext
  access: RestoreAccess
  address: PostgresAddress
  restored: Restored
  globals: GlobalsResult
  jobs: number
  checks: CheckRecorder
  /** Only these schemas were restored; null for a whole database. */
  among: readonly string[] | null
}

/** Every table read back and compared with what was dumped, large objects, and what surrounds the rows. */
export async function proveDataEqual(proof: ProofOfRestore): Promise<void> {
  const { record, plan, run, access, restored, checks } = proof
  if (!restored.usable) {
    const reason = 'no table could be restored, so nothing more can be proven'
    throw new Failure(restored.trouble ?? 'integrity', reason)
  }
  await proveTablesEqual({
    plan,
    record,
    artifacts: run.artifacts,
    access,
    loaded: restored.loaded,
    excluded: restored.excluded,
    jobs: proof.jobs,
    mustHaveRows: false,
    checks,
    table: run.table,
    progress: run.progress,
    signal: run.signal,
  })
  await using session = await access.open()
  if (restored.largeObjects.size > 0) {
    await checks.ask('equal', 'large objects', () =>
      proveLargeObjectsEqual(session, restored.largeObjects, run.signal),
    )
  }
  await proveSound(session, {
    plan,
    record,
    excluded: restored.excluded,
    globals: proof.globals,
    checks,
    among: proof.among,
  })
}

/** The definitions, as the server writes them now. */
export async function proveDefinitionsEqual(
  proof: ProofOfRestore & { sameTablespaces: boolean },
  tools: PostgresTools,
  serverMajor: number,
): Promise<void> {
  const { record, plan, run, context, checks, address, restored } = proof
  if (serverMajor !== record.serverMajor || tools.major < serverMajor) {
    checks.add('equal', 'schema', {
      status: 'skipped',
      detail: `the server is PostgreSQL ${serverMajor}, which writes definitions in other words than the source’s ${record.serverMajor}`,
    })
    return
  }
  await checks.ask('equal', 'schema', () =>
    proveSchemaEqual(plan.toc, restored.excluded, {
      tools,
      processes: context.processes,
      address,
      spool: context.spool,
      sameTablespaces: proof.sameTablespaces,
      signal: run.signal,
    }),
  )
}
