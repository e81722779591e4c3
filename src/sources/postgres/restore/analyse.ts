import { inParallelWith } from '../../../domain/concurrency.ts'
import { Failure } from '../../../domain/failure.ts'
import { counted } from '../../../domain/units.ts'
import type { CheckRecorder } from '../../check-recorder.ts'
import { qualifiedName } from '../session.ts'
import type { RestoreAccess } from './access.ts'

/** Statistics of every table of the database's own: a foreign table's would ask its server, which may be out of reach. */
export async function analyse(context: {
  access: RestoreAccess
  jobs: number
  checks: CheckRecorder
  signal: AbortSignal
}): Promise<void> {
  const { access } = context
  const failures: string[] = []
  await inParallelWith(access.open, await restoredTables(access), context.jobs, async (table, session) => {
    context.signal.throwIfAborted()
    const doing = 'analysing a table'
    const sql = `analyze ${qualifiedName(table.schema, table.name)}`
    try {
      await access.atomically(session, doing, () => session.query(doing, sql))
    } catch (error) {
      context.signal.throwIfAborted()
      if (!(error instanceof Failure) || error.kind === 'unavailable') throw error
      failures.push(`${table.schema}.${table.name}`)
    }
  })
  if (failures.length > 0) {
    context.checks.add('restorable', 'statistics', {
      status: 'degraded',
      detail: `${counted(failures.length, 'table')} could not be analysed`,
      subjects: failures,
    })
  }
}

/** Those that this role may analyse: a warning of the server would be all that tells of the others. */
async function restoredTables(access: RestoreAccess): Promise<{ schema: string; name: string }[]> {
  await using session = await access.open()
  return await session.query<{ schema: string; name: string }>(
    'listing the restored tables',
    `select n.nspname::text as schema, c.relname::text as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' order by c.relpages desc`,
  )
}
