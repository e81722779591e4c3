import type { PostgresRecord } from '../../../domain/manifest.ts'
import { counted } from '../../../domain/units.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { readScript } from '../archive/toc.ts'
import type { CheckRecorder } from '../../check-recorder.ts'
import type { RestoreAccess } from '../restore/access.ts'
import { closureOf, fillingsFromElsewhere, type ArchivePlan } from '../restore/archive-plan.ts'
import { databaseStatements } from '../restore/database-statements.ts'
import { applyGlobals, createNamedRoles, type GlobalsResult } from '../restore/globals.ts'
import { readArtifact } from '../restore/read-archive.ts'
import { quoteIdentifier, type Session } from '../session.ts'

export interface Preparation {
  globals: GlobalsResult
  /** Entries to leave out, since the laboratory lacks what they need. */
  excluded: Set<number>
}

interface PreparationContext {
  plan: ArchivePlan
  record: PostgresRecord
  artifacts: ArtifactReader
  acceptUnproven: readonly string[]
  checks: CheckRecorder
  signal: AbortSignal
}

/** Makes an empty laboratory ready: roles, tablespaces and settings; names what it cannot take. */
export async function prepareLaboratory(
  access: RestoreAccess,
  context: PreparationContext,
): Promise<Preparation> {
  await using session = await access.open()
  const globals = await restoreGlobals(session, context)
  const missing = await findMissingExtensions(session, context.plan)
  const excluded = closureOf(context.plan.toc, missing)
  reportUnproven(missing, excluded, context)
  leaveOutForeignFillings(excluded, context)
  for (const { kind, sql, hinders } of databaseStatements(context.plan.toc, context.record.database)) {
    // What hinders the restore need only be in the dump. A setting of an extension that is not loaded is refused,
    // which harms nothing here.
    if (kind !== 'comment' && !hinders) await session.client.query(sql).catch(() => undefined)
  }
  return { globals, excluded }
}

async function restoreGlobals(session: Session, context: PreparationContext): Promise<GlobalsResult> {
  const script = await readArtifact(context.record, 'globals.sql', context.artifacts, context.signal)
  if (script === null) return { roles: await createNamedRoles(session, context.plan.toc), errors: [] }
  return applyGlobals(session, readScript(script))
}

/** Extensions that the laboratory does not have, or cannot create: each is tried, and the trial taken back. */
async function findMissingExtensions(session: Session, plan: ArchivePlan): Promise<string[]> {
  const missing: string[] = []
  for (const entry of plan.toc.entries) {
    if (entry.description !== 'EXTENSION') continue
    await session.query('trying an extension', 'begin')
    await session.query('trying an extension', "set local search_path = 'public'")
    try {
      await session.client.query(`create extension if not exists ${quoteIdentifier(entry.tag)} cascade`)
    } catch {
      missing.push(entry.tag)
    }
    await session.query('trying an extension', 'rollback')
  }
  return missing
}

function reportUnproven(
  missing: readonly string[],
  excluded: ReadonlySet<number>,
  context: PreparationContext,
): void {
  if (missing.length === 0) return
  // An extension that is accepted covers what is its own; rows of the user's tables are accepted by the table's name.
  const tables = context.plan.tables
    .filter((table) => excluded.has(table.entry.dumpId))
    .map((table) => table.name)
  const accepted = [...missing, ...tables].every((name) => context.acceptUnproven.includes(name))
  const subjects = context.plan.toc.entries
    .filter((entry) => excluded.has(entry.dumpId) && !/^(ACL|COMMENT|EXTENSION)$/.test(entry.description))
    .map((entry) => `${entry.description} ${entry.schema}.${entry.tag}`)
  context.checks.add('restorable', 'unproven', {
    status: accepted ? 'passed' : 'degraded',
    detail: `the laboratory lacks ${counted(missing.length, 'extension')}; ${counted(excluded.size, 'entry that needs them is', 'entries that need them are')} left out, and unproven${accepted ? ', as the environment file accepts' : ''}`,
    subjects: [...missing.map((name) => `extension ${name}`), ...subjects],
    ...(accepted
      ? {}
      : {
          hint: 'Install the extensions’ packages on the machine that verifies, or accept the extensions, and each table that needs them, under accept-unproven.',
        }),
  })
}

/** Materialized views over foreign tables stay unfilled; what is over them reads as it would with no data. */
function leaveOutForeignFillings(excluded: Set<number>, context: PreparationContext): void {
  const left = fillingsFromElsewhere(context.plan.toc).filter((entry) => !excluded.has(entry.dumpId))
  if (left.length === 0) return
  for (const entry of left) excluded.add(entry.dumpId)
  const names = left.map((entry) => `${entry.schema}.${entry.tag}`)
  const accepted = names.every((name) => context.acceptUnproven.includes(name))
  context.checks.add('restorable', 'unproven', {
    status: accepted ? 'passed' : 'degraded',
    detail: `${counted(left.length, 'materialized view asks', 'materialized views ask')} foreign servers, which a laboratory cannot reach; left unfilled, and unproven${accepted ? ', as the environment file accepts' : ''}`,
    subjects: names.map((name) => `materialized view ${name}`),
    ...(accepted ? {} : { hint: 'Accept them by name under accept-unproven, such as schema.view.' }),
  })
}
