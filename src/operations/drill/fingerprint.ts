import type { Environment } from '../../domain/environment/schema.ts'
import type { Bytes, Milliseconds } from '../../domain/units.ts'
import { counted } from '../../domain/units.ts'
import type { DrillServer } from '../../ports/laboratory.ts'
import { nothingToCompare, type SceneCheck } from './scenario.ts'
import { journal } from './workload.ts'

/** What is in each table: its rows, and a digest of them whatever their order. */
export type Fingerprint = ReadonlyMap<string, string>

/** Up to which size a drill compares data itself, and whether somebody has chosen that. */
export function comparedUpTo({ drills }: Environment): { compareUpTo: Bytes; isChosen: boolean } {
  return { compareUpTo: drills?.compareUpTo ?? 256 * 1024 ** 2, isChosen: drills?.compareUpTo !== undefined }
}

/** In place of a digest. */
const countedOnly = 'counted only'

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
        : `'${countedOnly}'`
    const [row] = await session.query(
      'reading a table',
      `select count(*)::text as rows, ${digest} as digest from only ${name} t`,
    )
    found.set(name, `${row?.['rows']} rows, ${row?.['digest']}`)
  }
  return found
}

/** Whether every table is as it was. Of those that were only counted nobody knows more than how many rows they have. */
export function compareFingerprints(
  before: Fingerprint,
  after: Fingerprint,
  /** Somebody has chosen from which size on counting is enough. */
  isChosen = false,
): SceneCheck {
  const name = 'every table is as before'
  const different = differences(before, after)
  if (different.length > 0) {
    return {
      name,
      status: 'failed',
      detail: `${counted(different.length, 'table')} of ${before.size} ${different.length === 1 ? 'is' : 'are'} not as before the failure`,
      subjects: different,
      failure: 'integrity',
    }
  }
  if (before.size === 0) return nothingToCompare(name, 'table')
  const large = [...before].filter(([, found]) => found.endsWith(countedOnly)).map(([table]) => table)
  const detail = `${counted(before.size, 'table')} compared by the drill itself`
  if (large.length === 0) return { name, status: 'passed', detail }
  return {
    name,
    status: isChosen ? 'passed' : 'degraded',
    detail: `${detail}, of which ${large.length} only by the number of rows`,
    subjects: large,
    ...(isChosen
      ? {}
      : {
          hint: 'They are larger than 256 MiB. Choose drills.compare-up-to in the environment file: a larger size to have their rows compared too, or 256MiB to have them counted alone.',
        }),
  }
}

/** Names that are not as they were, of tables or of entries. */
export function differences(before: Fingerprint, after: Fingerprint): string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort()
}
