import type { Session } from '../session.ts'
import { splitStatements } from '../sql-statements.ts'
import type { ArchiveToc } from '../archive/toc.ts'
import { quoteIdentifier } from '../session.ts'

export interface GlobalsResult {
  /** Roles that the script creates. */
  roles: string[]
  /** Numbers of statements that failed, and what they are: `CREATE ROLE`, `GRANT`… */
  errors: string[]
}

/**
 * Applies pg_dumpall's globals to a laboratory server, statement by statement: no psql, so that its meta-commands are
 * not there to be abused. Tablespaces become folders of the server's own; the grantor of a membership is left out,
 * since the laboratory's superuser is another.
 */
export async function applyGlobals(session: Session, script: string): Promise<GlobalsResult> {
  const roles: string[] = []
  const errors: string[] = []
  const withoutCommands = script.replaceAll(/^\\(?:un)?restrict .*$/gm, '')
  for (const statement of splitStatements(withoutCommands)) {
    // The script has been decoded already.
    if (statement.startsWith('SET client_encoding ')) continue
    const role = /^CREATE ROLE (?:"((?:[^"]|"")*)"|(\S+));$/.exec(statement)
    if (role !== null) roles.push(role[2] ?? (role[1] ?? '').replaceAll('""', '"'))
    try {
      await session.client.query(adapted(statement))
    } catch {
      const what = /^[A-Z]+(?: [A-Z]+)?/.exec(statement)?.[0] ?? 'statement'
      errors.push(`${what} (statement of ${statement.length} characters)`)
    }
  }
  return { roles, errors }
}

function adapted(statement: string): string {
  if (statement.startsWith('CREATE TABLESPACE '))
    return statement.replace(/ LOCATION '(?:[^']|'')*';$/, " LOCATION '';")
  if (statement.startsWith('GRANT '))
    return statement.replace(/ GRANTED BY (?:"(?:[^"]|"")*"|[^\s";]+);$/, ';')
  return statement
}

/** Without globals: the roles that the archive itself names as owners or in grants, so that it can be restored. */
export async function createNamedRoles(session: Session, toc: ArchiveToc): Promise<string[]> {
  const names = new Set(toc.entries.map((entry) => entry.owner).filter((owner) => owner !== ''))
  for (const entry of toc.entries) {
    if (!/^(ACL|DEFAULT ACL|POLICY|DATABASE PROPERTIES)$/.test(entry.description)) continue
    for (const [, quoted, plain] of entry.definition.matchAll(
      /\b(?:TO|FROM|FOR ROLE) (?:"((?:[^"]|"")*)"|([a-z_]\w*))/g,
    )) {
      const name = plain ?? quoted?.replaceAll('""', '"')
      if (name !== undefined && name !== 'public') names.add(name)
    }
  }
  for (const name of names) {
    await session.client.query(`create role ${quoteIdentifier(name)}`).catch(() => undefined)
  }
  return [...names]
}
