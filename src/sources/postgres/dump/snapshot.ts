import type { Clock } from '../../../ports/clock.ts'
import type { Instant, Milliseconds } from '../../../domain/units.ts'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresAddress } from '../address.ts'
import { readRelations, type Relation, type ServerFacts } from '../inventory.ts'
import { boundLockWaits, connect, qualifiedName, type Session } from '../session.ts'

/** A session that holds one snapshot open for as long as the dump needs it. */
export interface Holder extends AsyncDisposable {
  session: Session
  /** For `pg_dump --snapshot`. */
  snapshotId: string
  /** When the snapshot was taken, by our clock, just before it. */
  at: Instant
  /** Time up to which the data reaches: `at` on a primary, the replayed time on a standby. */
  dataAt: Instant
  lsn: string | null
  relations: Relation[]
}

export async function holdSnapshot(
  address: PostgresAddress,
  facts: ServerFacts,
  context: {
    applicationName: string
    config: { maxBlock: Milliseconds }
    clock: Clock
    signal: AbortSignal
  },
): Promise<Holder> {
  const doing = 'taking the snapshot'
  const session = await connect(address, { applicationName: context.applicationName, signal: context.signal })
  try {
    const at = context.clock.now()
    await session.query(doing, 'begin transaction isolation level repeatable read read only')
    await boundLockWaits(session, 'transaction', context.config.maxBlock)
    await session.query(doing, 'set local row_security = off')
    await session.query(doing, 'set local max_parallel_workers_per_gather = 0')
    const [row] = await session.query<{ id: string; lsn: string | null }>(
      doing,
      `select pg_export_snapshot() as id, ${facts.standby ? 'pg_last_wal_replay_lsn' : 'pg_current_wal_lsn'}()::text as lsn`,
    )
    if (row === undefined) throw new Failure('bug', `${doing}: the server gave no answer`)
    return {
      session,
      snapshotId: row.id,
      at,
      dataAt: facts.standby ? at - (await replayLag(session)) : at,
      lsn: row.lsn,
      relations: await readRelations(session),
      [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
    }
  } catch (error) {
    await session[Symbol.asyncDispose]()
    throw error
  }
}

/**
 * How old a standby's newest data is. One that is cut off has replayed all that it received, and may be days behind all
 * the same; before its first replayed transaction, what it was made from is as old as its checkpoint.
 */
async function replayLag(session: Session): Promise<Milliseconds> {
  const doing = 'asking the standby how far it has replayed'
  const seconds = async (since: string): Promise<number | null> => {
    const [row] = await session.query<{ lag: string | null }>(
      doing,
      `select (case when exists (select from pg_catalog.pg_stat_wal_receiver) and pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
         else extract(epoch from clock_timestamp() - ${since}) end)::text as lag`,
    )
    return row?.lag === undefined || row.lag === null ? null : Number(row.lag)
  }
  const lag =
    (await seconds('pg_last_xact_replay_timestamp()')) ??
    (await seconds('(select checkpoint_time from pg_control_checkpoint())'))
  return Math.max(0, Math.round((lag ?? 0) * 1_000))
}

/**
 * Tables that were truncated or rewritten after the snapshot was taken and before pg_dump had locked them: to the
 * snapshot they look empty, so that every count would agree. Asked once pg_dump holds all its locks.
 */
export async function findRewritten(holder: Holder): Promise<string[]> {
  const now = await holder.session.query<{ oid: string; filenode: string | null }>(
    'looking for truncated tables',
    `select c.oid::text as oid, pg_catalog.pg_relation_filenode(c.oid)::text as filenode from pg_catalog.pg_class c
     where c.oid = any ($1::oid[])`,
    [
      `{${holder.relations
        .filter((relation) => relation.kind === 'r')
        .map((relation) => relation.oid)
        .join(',')}}`,
    ],
  )
  const filenodes = new Map(now.map((row) => [Number(row.oid), Number(row.filenode)]))
  return holder.relations
    .filter(
      (relation) =>
        relation.kind === 'r' &&
        relation.relfilenode !== 0 &&
        filenodes.get(relation.oid) !== relation.relfilenode,
    )
    .map((relation) => `${relation.schema}.${relation.name}`)
}

/**
 * Locks the tables for the holder too, beside pg_dump, so that they can still be counted when pg_dump has ended.
 * Resolves false when that could not be done at once: somebody queues for one of them, or it is gone.
 */
export async function lockTables(holder: Holder, relations: readonly Relation[]): Promise<boolean> {
  const doing = 'locking the tables'
  await holder.session.query(doing, 'savepoint tables')
  try {
    for (const sql of lockStatements(relations)) await holder.session.query(doing, `${sql} nowait`)
    return true
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'cancelled') throw error
    await holder.session.query(doing, 'rollback to savepoint tables')
    return false
  }
}

/** As `lockTables`, but waits. @throws Failure `unavailable` when the tables are kept, or were truncated meanwhile */
export async function awaitTables(
  holder: Holder,
  relations: readonly Relation[],
  atMost: Milliseconds,
): Promise<void> {
  const doing = 'waiting for the tables to be counted'
  await holder.session.query(doing, `set local lock_timeout = ${atMost}`)
  for (const sql of lockStatements(relations)) await holder.session.query(doing, sql)
  const rewritten = await findRewritten(holder)
  if (rewritten.length > 0) {
    throw new Failure('unavailable', 'tables were truncated or rewritten before their rows were counted', {
      hint: 'Run the backup when no job truncates tables.',
      subjects: rewritten,
    })
  }
}

function* lockStatements(relations: readonly Relation[]): Generator<string> {
  for (let first = 0; first < relations.length; first += 500) {
    const names = relations
      .slice(first, first + 500)
      .map((relation) => `only ${qualifiedName(relation.schema, relation.name)}`)
    yield `lock table ${names.join(', ')} in access share mode`
  }
}

/** Rows of each relation in the snapshot, without those of its children. Fifty tables a question. */
export async function countRows(
  holder: Holder,
  relations: readonly Relation[],
): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  for (let first = 0; first < relations.length; first += 50) {
    const batch = relations.slice(first, first + 50)
    const sql = batch
      .map(
        (relation) =>
          `select '${relation.oid}' as oid, count(*)::text as count from only ${qualifiedName(relation.schema, relation.name)}`,
      )
      .join(' union all ')
    for (const row of await holder.session.query<{ oid: string; count: string }>('counting rows', sql)) {
      counts.set(Number(row.oid), Number(row.count))
    }
  }
  return counts
}
