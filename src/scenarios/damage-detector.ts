import { asFailure } from '../domain/failure.ts'
import type { DrillSession } from '../ports/laboratory.ts'

export interface Damage {
  /** Relations whose pages do not have their checksum. */
  byChecksum: string[]
  /** Indexes that amcheck found to contradict their tables, with checksums looked away from. */
  byAmcheck: string[]
  /** Whether the server has amcheck at all. */
  hasAmcheck: boolean
}

/** Reads every table and every B-tree of a database, as a watch does that looks for silent damage. */
export async function findDamage(session: DrillSession): Promise<Damage> {
  const damage: Damage = { byChecksum: [], byAmcheck: [], hasAmcheck: await provideAmcheck(session) }
  const relations = await session.query(
    'listing relations',
    `select c.oid::text as oid, format('%I.%I', n.nspname, c.relname) as name, c.relkind::text as kind
       from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am a on a.oid = c.relam
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and (c.relkind = 'r' or (c.relkind = 'i' and a.amname = 'btree'
             and exists (select from pg_index i where i.indexrelid = c.oid and i.indisvalid)))
      order by 3 desc, 2`,
  )
  // Every row, with what is stored apart from it: a count could be taken from an index.
  for (const { oid, name, kind } of relations) {
    if (oid === null || oid === undefined || name === null || name === undefined) continue
    if (kind === 'r') {
      if (await isDamaged(session, `select sum(length(t::text)) from only ${name} t`))
        damage.byChecksum.push(name)
    } else if (damage.hasAmcheck) {
      const look = (wholeTable: boolean) =>
        `select lifeboat_drill.bt_index_check(${Number(oid)}::oid::regclass, ${wholeTable})`
      if (await isDamaged(session, look(true))) damage.byChecksum.push(name)
      // The index alone: rows of a damaged page, taken for good, could crash the server.
      await session.query('looking away from checksums', 'set ignore_checksum_failure = on')
      if (await isDamaged(session, look(false))) damage.byAmcheck.push(name)
      await session.query('looking at checksums', 'set ignore_checksum_failure = off')
    }
  }
  return damage
}

/** Only what the server itself calls damaged counts; any other trouble is thrown. */
async function isDamaged(session: DrillSession, sql: string): Promise<boolean> {
  try {
    await session.query('reading it whole', sql)
    return false
  } catch (error) {
    if (asFailure(error).kind === 'integrity') return true
    throw error
  }
}

/** An extension that comes with PostgreSQL, but not with every package of it. */
async function provideAmcheck(session: DrillSession): Promise<boolean> {
  const [row] = await session.query(
    'looking for amcheck',
    `select (exists (select from pg_available_extensions where name = 'amcheck'))::text as there,
            (exists (select from pg_extension where extname = 'amcheck'))::text as made`,
  )
  if (row?.['there'] !== 'true') return false
  if (row['made'] === 'true') {
    await session.query('bringing amcheck near', 'alter extension amcheck set schema lifeboat_drill')
  } else {
    await session.query('making amcheck', 'create extension amcheck schema lifeboat_drill')
  }
  return true
}
