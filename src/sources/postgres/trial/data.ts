import { availableParallelism } from 'node:os'
import { inParallelWith } from '../../../domain/concurrency.ts'
import type { Catalog } from '../../../domain/pull-request/catalog.ts'
import type { DataDigest } from '../../../domain/pull-request/data.ts'
import { quoteIdentifier, type Session } from '../session.ts'

/**
 * Rows of every table, and per column a digest that does not depend on the order of rows: the sum of the hashes of its
 * values' texts. It finds what slips change; nobody gains by colliding with it.
 */
export async function digestData(
  catalog: Catalog,
  open: () => Promise<Session>,
  signal: AbortSignal,
): Promise<DataDigest> {
  const tables: DataDigest['tables'][number][] = []
  const workers = Math.max(2, availableParallelism())
  await inParallelWith(open, catalog.tables, workers, async (table, session) => {
    signal.throwIfAborted()
    const columns = table.columns.map(({ name }) => quoteIdentifier(name))
    const digests = columns.map(
      (column) => `count(${column})::text, coalesce(sum(hashtextextended(${column}::text, 0)), 0)::text`,
    )
    const doing = 'reading a table'
    const [schema = '', name = ''] = await nameOf(session, table.oid)
    await session.query(doing, 'begin read only')
    const rows = await session.rows(
      doing,
      // A partitioned table has no rows of its own: its partitions are read each by itself.
      `select ${['count(*)::text', ...digests].join(', ')} from only ${quoteIdentifier(schema)}.${quoteIdentifier(name)}`,
    )
    await session.query(doing, 'rollback')
    const [count, ...values] = rows[0] ?? []
    tables.push({
      name: table.name,
      rows: Number(count ?? 0),
      columns: table.columns.map((column, index) => ({
        name: column.name,
        filled: Number(values[index * 2] ?? 0),
        digest: values[index * 2 + 1] ?? '',
      })),
    })
  })
  return { tables: tables.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** Schema and name: either may hold a dot. */
export async function nameOf(session: Session, oid: number): Promise<string[]> {
  const [row] = await session.query<{ schema: string; name: string }>(
    'reading the name of a table',
    'select n.nspname::text as schema, c.relname::text as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = $1',
    [oid],
  )
  return [row?.schema ?? '', row?.name ?? '']
}

/** Foreign keys and checks that stand, and whose rows break them all the same: each is added a second time. */
export async function findBrokenRules(session: Session, catalog: Catalog): Promise<string[]> {
  const broken: string[] = []
  const doing = 'trying the constraints'
  for (const one of catalog.constraints) {
    if (!['check', 'foreign key'].includes(one.kind) || !one.validated) continue
    const [schema = '', table = ''] = one.table.split(/\.(.*)/s)
    await session.query(doing, 'begin')
    const holds = await session.client
      .query(
        `alter table ${quoteIdentifier(schema)}.${quoteIdentifier(table)} add constraint lifeboat_trial ${one.definition}`,
      )
      .then(
        () => true,
        () => false,
      )
    await session.query(doing, 'rollback')
    if (!holds) broken.push(`${one.table}.${one.name}`)
  }
  return broken
}
