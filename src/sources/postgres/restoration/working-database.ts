import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { ArchiveToc } from '../archive/toc.ts'
import { createDatabase } from '../restore/create-database.ts'
import { quoteIdentifier, type Session } from '../session.ts'
import { markingLimit, restoreMark } from './names.ts'

/** What stands under a name on the server. */
export type NameTaken = 'free' | 'ours' | 'taken'

/** Whose a database is: ours if it bears the mark of this backup's restore, as a comment or, before it has one, as its limit. */
export async function lookUpName(session: Session, name: string, backupId: string): Promise<NameTaken> {
  const [row] = await session.query<{ comment: string | null; other: string }>(
    'looking for databases',
    `select pg_catalog.shobj_description(oid, 'pg_database') as comment, (datallowconn or datconnlimit <> $2)::text as other
     from pg_catalog.pg_database where datname = $1`,
    [name, markingLimit(backupId)],
  )
  if (row === undefined) return 'free'
  if (row.comment === null) return row.other === 'false' ? 'ours' : 'taken'
  const mark = restoreMark(backupId)
  return row.comment === mark || row.comment.startsWith(`${mark} `) ? 'ours' : 'taken'
}

/** Makes the database that a restore fills, marked as ours before anybody can enter it. */
export async function makeWorkingDatabase(
  session: Session,
  context: {
    name: string
    backupId: string
    record: PostgresRecord
    toc: ArchiveToc
    major: number
  },
): Promise<void> {
  const { name, backupId, record } = context
  const doing = 'making the database'
  await dropIfOurs(session, name, backupId)
  const tablespace = await tablespaceOf(session, context.toc)
  const sql = createDatabase(name, { encoding: record.encoding, ...record.locale }, context.major).replace(
    /;\n$/,
    '',
  )
  await session.query(
    doing,
    `${sql}${tablespace === null ? '' : ` TABLESPACE ${quoteIdentifier(tablespace)}`} ALLOW_CONNECTIONS false CONNECTION LIMIT ${markingLimit(backupId)}`,
  )
  const database = quoteIdentifier(name)
  await session.query(doing, `comment on database ${database} is '${restoreMark(backupId)} is not finished'`)
  // Until it is whole it is nobody's business.
  await session.query(doing, `revoke all on database ${database} from public`)
  await session.query(doing, `alter database ${database} allow_connections true connection limit -1`)
}

/** Removes what an interrupted restore of this backup left. @throws Failure `refused` when the name is another's */
export async function dropIfOurs(session: Session, name: string, backupId: string): Promise<void> {
  const taken = await lookUpName(session, name, backupId)
  if (taken === 'free') return
  if (taken === 'taken') {
    throw new Failure(
      'refused',
      'a database of the name that this restore works under is there, and is not ours',
      {
        hint: 'Rename or drop it, or restore to another target.',
        subjects: [name],
      },
    )
  }
  await session.query(
    'removing what an interrupted restore left',
    `drop database ${quoteIdentifier(name)} with (force)`,
  )
}

/** The database's own tablespace, where the server has one of that name. */
async function tablespaceOf(session: Session, toc: ArchiveToc): Promise<string | null> {
  const entry = toc.entries.find((candidate) => candidate.description === 'DATABASE')
  const match = / TABLESPACE = (?:"((?:[^"]|"")*)"|([^\s;"]+))/.exec(entry?.definition ?? '')
  const name = match?.[2] ?? match?.[1]?.replaceAll('""', '"')
  if (name === undefined) return null
  const [row] = await session.query(
    'looking for tablespaces',
    'select from pg_catalog.pg_tablespace where spcname = $1',
    [name],
  )
  return row === undefined ? null : name
}
