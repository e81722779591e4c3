import { Failure } from '../../../domain/failure.ts'
import type { ArchiveToc } from '../archive/toc.ts'
import { databaseStatements, type DatabaseStatement } from '../restore/database-statements.ts'
import { quoteIdentifier, type Session } from '../session.ts'

/** Settings that what is restored may need while it is restored: a view may ask for one when it is filled. */
export async function prepareDatabase(session: Session, toc: ArchiveToc, name: string): Promise<void> {
  const settings = databaseStatements(toc, name).filter(({ kind, hinders }) => kind === 'setting' && !hinders)
  await applyStatements(session, settings)
}

/**
 * Makes the database what it was: settings of its own and of roles in it, limits, grants. Resolves the names of what
 * this role may not do, or this server does not know.
 */
export async function applyProperties(session: Session, toc: ArchiveToc, name: string): Promise<string[]> {
  const doing = 'giving the database its settings and grants'
  // From where the archive's grants start.
  await session.query(doing, `grant connect, temporary on database ${quoteIdentifier(name)} to public`)
  return applyStatements(
    session,
    databaseStatements(toc, name).filter(({ kind }) => kind !== 'comment'),
  )
}

/** Owner and comment as they were; within a transaction of the caller's. Resolves what could not be done. */
export async function giveAway(
  session: Session,
  toc: ArchiveToc,
  name: string,
  otherwise: string | null,
): Promise<string[]> {
  const doing = 'giving the database its owner and comment'
  const comments = databaseStatements(toc, name).filter(({ kind }) => kind === 'comment')
  const database = quoteIdentifier(name)
  await session.query(
    doing,
    `comment on database ${database} is ${otherwise === null ? 'null' : `'${otherwise}'`}`,
  )
  for (const { sql } of comments) await session.query(doing, sql)
  const owner = ownerOf(toc)
  if (owner === null || !(await mayBecome(session, owner))) return owner === null ? [] : [`owner ${owner}`]
  await session.query(doing, `alter database ${database} owner to ${quoteIdentifier(owner)}`)
  return []
}

/** The database's owner at the source; null when the archive does not say. */
export function ownerOf(toc: ArchiveToc): string | null {
  const owner = toc.entries.find((entry) => entry.description === 'DATABASE')?.owner ?? ''
  return owner === '' ? null : owner
}

async function mayBecome(session: Session, role: string): Promise<boolean> {
  const [row] = await session.query<{ yes: string }>(
    'asking for rights',
    "select pg_catalog.pg_has_role(oid, 'MEMBER')::text as yes from pg_catalog.pg_roles where rolname = $1",
    [role],
  )
  return row?.yes === 'true'
}

async function applyStatements(
  session: Session,
  statements: readonly DatabaseStatement[],
): Promise<string[]> {
  const refused: string[] = []
  for (const { sql, label } of statements) {
    try {
      await session.query('giving the database its settings and grants', sql)
    } catch (error) {
      // An own failure of the connection is told by whatever comes next.
      if (!(error instanceof Failure) || error.kind === 'unavailable' || error.kind === 'cancelled')
        throw error
      refused.push(label)
    }
  }
  return refused
}
