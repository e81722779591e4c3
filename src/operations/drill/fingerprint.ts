import type { Bytes, Milliseconds } from '../../domain/units.ts'
import type { DrillServer } from '../../ports/laboratory.ts'
import { journal } from './workload.ts'

/** What is in each table: its rows, and a digest of them whatever their order. */
export type Fingerprint = ReadonlyMap<string, string>

/** A table may be large; the server is nobody's but ours. */
const patience: Milliseconds = 30 * 60_000

/**
 * Looks at every table but the workload's, by means of its own: a restore that deceives itself must not deceive the drill.
 * @param upTo larger tables are counted only
 */
export async function fingerprint(server: DrillServer, database: string, upTo: Bytes): Promise<Fingerprint> {
  await using session = await server.session(database, { patience })
  const tables = await session.query(
    'listing the tables',
    `select format('%I.%I', n.nspname, c.relname) as name, pg_table_size(c.oid)::text as size
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', $1)
      order by 1`,
    [journal.schema],
  )
  const found = new Map<string, string>()
  for (const { name, size } of tables) {
    if (name === null || name === undefined) continue
    const digest =
      Number(size) <= upTo
        ? "coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text"
        : "'counted only'"
    const [row] = await session.query(
      'reading a table',
      `select count(*)::text as rows, ${digest} as digest from only ${name} t`,
    )
    found.set(name, `${row?.['rows']} rows, ${row?.['digest']}`)
  }
  return found
}

/** Names of tables that are not as they were. */
export function differences(before: Fingerprint, after: Fingerprint): string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort()
}
