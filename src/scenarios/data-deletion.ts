import { Failure } from '../domain/failure.ts'
import type { DrillSession } from '../ports/laboratory.ts'
import { plainRestore } from '../operations/restore/restore-input.ts'
import { restore } from '../operations/restore/restore.ts'
import { journal } from '../operations/drill/workload.ts'
import type { Scenario, Scene } from '../operations/drill/scenario.ts'

/** Somebody who may log in deletes rows and drops a table; the application writes on. */
export function dataDeletion(): Scenario {
  let victims: Victims = { rowsOf: null, dropped: null }
  let backupId = ''
  let written = 0
  return {
    name: 'data-deletion',
    summary: 'A malicious session deletes rows and drops a table, while the application writes on',
    steps: {
      inject: 'Delete half of the rows of a table and all early rows of the workload; drop another table',
      detect: 'Rows are counted against the newest backup; a table is missing',
      recover:
        'Restore just those tables and rows beside, and bring them back with SQL and PostgreSQL’s own tools',
      check: 'Everything is there again, and nothing that was written meanwhile is lost',
    },
    losesBack: 'nothing',
    restoresService: true,
    inapplicable: () => null,
    prepare: async (scene) => {
      victims = await choose(scene)
      await scene.workload.untilAcknowledged(5)
      // Rows that an open transaction has not committed are in no backup.
      written = scene.workload.acknowledged.length
      backupId = await scene.double.backUp()
    },
    inject: async (scene) => {
      await using session = await scene.primary.session(scene.database, { patience: 600_000 })
      scene.struck()
      await session.query('switching triggers off', 'set session_replication_role = replica')
      await session.query('deleting the early rows', `delete from ${journal.table} where sequence <= $1`, [
        written,
      ])
      if (victims.rowsOf !== null) {
        await session.query(
          'deleting rows',
          `delete from only ${victims.rowsOf.sql} t where mod(hashtext(t::text), 2) = 0`,
        )
      }
      if (victims.dropped !== null)
        await session.query('dropping a table', `drop table ${victims.dropped.sql}`)
      // The application goes on, into the same table.
      await scene.workload.untilAcknowledged(5)
    },
    detect: async (scene) => {
      await using session = await scene.application.session(scene.database, { patience: 600_000 })
      const found: string[] = []
      for (const table of scene.record.tables) {
        if (table.kind !== 'table' || table.rows === null) continue
        const rows = await countRows(session, table.schema, table.name)
        if (rows === null) found.push('a table is gone')
        else if (rows < table.rows) found.push(`a table has ${table.rows - rows} rows less`)
      }
      const early = await countEarly(session, written)
      if (early < written) found.push(`${written - early} rows of the workload are gone`)
      const expected = 1 + (victims.rowsOf === null ? 0 : 1) + (victims.dropped === null ? 0 : 1)
      if (found.length < expected) {
        throw new Failure('objective', `counting rows noticed ${found.length} of ${expected} deletions`)
      }
      return found.join('; ')
    },
    recover: async (scene) => {
      const { primary, database } = scene
      const rowTables = [journal.table, ...(victims.rowsOf === null ? [] : [victims.rowsOf.plain])]
      const schema = await restorePart(scene, backupId, database, {
        tables: [],
        schemas: [],
        rows: rowTables.map((table) => ({ table, where: 'true' })),
      })
      await mergeRows(scene, schema, victims)
      if (victims.dropped !== null) {
        const beside = `${database.slice(0, 50)}_recovered`
        await restorePart(scene, backupId, beside, { tables: [victims.dropped.plain], schemas: [], rows: [] })
        await scene.laboratory.copyTable(
          victims.dropped.sql,
          { server: primary, database: beside },
          { server: primary, database },
        )
      }
      await using session = await primary.session(database)
      await session.query('dropping the rows beside', `drop schema ${quoted(schema)} cascade`)
    },
    check: async (scene) => {
      const { rowsOf, dropped } = victims
      scene.check({
        name: 'what was deleted',
        status: rowsOf !== null && dropped !== null ? 'passed' : 'degraded',
        detail: `${rowsOf === null ? 'no table of the application had rows to delete by a key' : 'rows of a table'}; ${dropped === null ? 'no table could be dropped without others' : 'a whole table'}; ${written} rows of the workload`,
        subjects: [rowsOf?.plain, dropped?.plain].filter((name) => name !== undefined),
      })
      await using session = await scene.application.session(scene.database)
      const back = await countEarly(session, written)
      scene.check({
        name: 'deleted rows came back among later ones',
        status: back === written ? 'passed' : 'failed',
        detail: `${back} of ${written} rows of the workload came back`,
        failure: 'integrity',
      })
    },
  }
}

interface Table {
  /** Quoted, for SQL. */
  sql: string
  /** `schema.table`, as reports name it. */
  plain: string
}

interface Victims {
  rowsOf: Table | null
  dropped: Table | null
}

/** A table on which no other depends, and another with a key and rows. */
async function choose({ primary, database }: Scene): Promise<Victims> {
  await using session = await primary.session(database, { patience: 60_000 })
  const tables = await session.query(
    'choosing tables',
    `select format('%I.%I', n.nspname, c.relname) as sql, n.nspname || '.' || c.relname as plain,
            (exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary))::text as keyed,
            (c.reltuples > 1 or pg_relation_size(c.oid) > 8192)::text as filled
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and not c.relispartition and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'lifeboat_drill')
        and not exists (select from pg_inherits where inhparent = c.oid)
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by pg_relation_size(c.oid) desc, 1`,
  )
  const named = tables.flatMap(({ sql, plain, keyed, filled }) =>
    typeof sql === 'string' && typeof plain === 'string'
      ? [{ sql, plain, isKeyed: keyed === 'true' && filled === 'true' }]
      : [],
  )
  let dropped: Table | null = null
  for (const table of named) {
    if (await canBeDropped(session, table.sql)) {
      dropped = table
      break
    }
  }
  const rowsOf = named.find((table) => table.isKeyed && table.sql !== dropped?.sql) ?? null
  return { rowsOf, dropped }
}

async function canBeDropped(session: DrillSession, table: string): Promise<boolean> {
  await session.query('trying to drop it', 'begin')
  try {
    await session.query('trying to drop it', `drop table ${table}`)
    return true
  } catch {
    return false
  } finally {
    await session.query('taking it back', 'rollback')
  }
}

/** By the operation; gives the schema that rows were restored into. */
async function restorePart(
  scene: Scene,
  backup: string,
  database: string,
  selection: NonNullable<Parameters<typeof restore>[1]['selection']>,
): Promise<string> {
  const { report } = await restore(
    scene.double.environment,
    {
      ...plainRestore,
      backup,
      target: scene.primary.url(database),
      source: scene.record.name,
      selection,
    },
    scene.double.ports,
  )
  if (report.verdict === 'failed') {
    const { kind = 'objective', message = 'a check failed', subjects = [] } = report.failure ?? {}
    throw new Failure(kind, `the part that was deleted did not come back: ${message}`, { subjects })
  }
  return report.restored?.places[0]?.schema ?? ''
}

/** What is there stays as it is: later writes win. */
async function mergeRows({ primary, database }: Scene, schema: string, { rowsOf }: Victims): Promise<void> {
  await using session = await primary.session(database, { patience: 600_000 })
  await session.query('switching triggers off', 'set session_replication_role = replica')
  const tables: Table[] = [{ sql: journal.table, plain: journal.table }, ...(rowsOf === null ? [] : [rowsOf])]
  for (const { sql } of tables) {
    const columns = await session.query(
      'listing columns',
      `select quote_ident(attname) as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [sql],
    )
    const names = columns.map(({ name }) => name).join(', ')
    const [source] = await session.query(
      'finding the rows beside',
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = $1 and c.relname = (select relname from pg_class where oid = $2::regclass)`,
      [schema, sql],
    )
    if (source?.['name'] === null || source?.['name'] === undefined) {
      throw new Failure('missing', 'the rows were not restored beside')
    }
    await session.query(
      'bringing rows back',
      `insert into ${sql} (${names}) overriding system value select ${names} from ${source['name']} on conflict do nothing`,
    )
  }
}

async function countRows(session: DrillSession, schema: string, name: string): Promise<number | null> {
  const [there] = await session.query(
    'looking for a table',
    'select format($1, $2::text, $3::text) as sql, (to_regclass(format($1, $2::text, $3::text)) is not null)::text as there',
    ['%I.%I', schema, name],
  )
  if (there?.['there'] !== 'true') return null
  const [row] = await session.query(
    'counting rows',
    `select count(*)::text as rows from only ${there['sql']}`,
  )
  return Number(row?.['rows'])
}

async function countEarly(session: DrillSession, written: number): Promise<number> {
  const [row] = await session.query(
    'counting the early rows',
    `select count(*)::text as rows from ${journal.table} where sequence <= $1`,
    [written],
  )
  return Number(row?.['rows'])
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
