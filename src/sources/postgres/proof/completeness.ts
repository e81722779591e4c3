import type { PostgresRecord } from '../../../domain/manifest.ts'
import { counted } from '../../../domain/units.ts'
import { tableKey, type ArchivePlan } from '../restore/archive-plan.ts'
import { failed, passed, type CheckRecorder } from '../../check-recorder.ts'

/** Whether every relation with rows, and every large object, is in the archive or named as not included. */
export function proveComplete(plan: ArchivePlan, record: PostgresRecord, checks: CheckRecorder): void {
  const entries = new Map(plan.tables.map((table) => [tableKey(table.entry.schema, table.entry.tag), table]))
  const tables = record.tables.filter((table) => table.kind === 'table')
  const absent: string[] = []
  const withoutFile: string[] = []
  for (const table of tables) {
    const name = `${table.schema}.${table.name}`
    const entry = entries.get(tableKey(table.schema, table.name))
    if (entry === undefined) absent.push(name)
    else if (!plan.files.has(entry.entry.fileName)) withoutFile.push(name)
  }
  const known = new Set(tables.map((table) => tableKey(table.schema, table.name)))
  const unknown = plan.tables
    .filter((table) => !known.has(tableKey(table.entry.schema, table.entry.tag)))
    .map((table) => table.name)
  if (absent.length > 0) {
    checks.add(
      'complete',
      'tables',
      failed(
        'integrity',
        `${counted(absent.length, 'table of the snapshot is', 'tables of the snapshot are')} not in the dump`,
        absent,
      ),
    )
  }
  if (withoutFile.length > 0) {
    checks.add(
      'complete',
      'tables',
      failed(
        'integrity',
        `${counted(withoutFile.length, 'table has', 'tables have')} no data file in the backup`,
        withoutFile,
      ),
    )
  }
  if (unknown.length > 0) {
    checks.add(
      'complete',
      'tables',
      failed(
        'integrity',
        `${counted(unknown.length, 'table of the dump is', 'tables of the dump are')} unknown to the snapshot`,
        unknown,
      ),
    )
  }
  if (absent.length + withoutFile.length + unknown.length === 0) {
    checks.add('complete', 'tables', passed(`all ${tables.length} tables of the snapshot are in the backup`))
  }
  const uncounted = tables
    .filter((table) => table.rows === null)
    .map((table) => `${table.schema}.${table.name}`)
  if (uncounted.length > 0) {
    checks.add(
      'complete',
      'row counts',
      failed(
        'integrity',
        `${counted(uncounted.length, 'table was', 'tables were')} not counted in the snapshot`,
        uncounted,
      ),
    )
  }
  const lists = plan.largeObjectLists.filter((name) => !plan.files.has(name))
  if (lists.length > 0)
    checks.add('complete', 'large objects', failed('integrity', 'lists of large objects are missing', lists))
  const left = record.notIncluded.filter((item) => !item.accepted)
  if (left.length > 0) {
    checks.add('complete', 'not included', {
      status: 'degraded',
      detail: `${counted(left.length, 'object is', 'objects are')} not in the backup (${[...new Set(left.map((item) => item.type))].join(', ')})`,
      subjects: left.map((item) => item.object),
      hint: 'Accept them by name under accept-not-included, or back them up in another way.',
    })
  }
  if (!record.globals && !record.notIncluded.some((item) => item.type === 'globals')) {
    checks.add(
      'complete',
      'globals',
      failed('integrity', 'the backup has no roles and says nothing about it'),
    )
  }
}
