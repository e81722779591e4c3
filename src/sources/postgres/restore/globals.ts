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

/** Without globals: the roles that the archive itself names, so that it can be restored. */
export async function createNamedRoles(session: Session, toc: ArchiveToc): Promise<string[]> {
  const names = namedRoles(toc)
  for (const name of names) {
    await session.client.query(`create role ${quoteIdentifier(name)}`).catch(() => undefined)
  }
  return names
}

const identifier = String.raw`(?:"(?:[^"]|"")*"|[^\s",;]+)`
/** Where a statement of an archive names roles; the last group holds one, or a list of them. */
const rolePlaces: Readonly<Record<string, readonly RegExp[]>> = {
  ACL: [
    new RegExp(`^(?:GRANT|REVOKE) .* (?:TO|FROM) (${identifier})(?: WITH GRANT OPTION)?;$`, 's'),
    new RegExp(`^SET SESSION AUTHORIZATION (${identifier});$`),
  ],
  'DEFAULT ACL': [
    new RegExp(`^ALTER DEFAULT PRIVILEGES FOR ROLE (${identifier}) `),
    new RegExp(`^ALTER DEFAULT PRIVILEGES .* (?:TO|FROM) (${identifier})(?: WITH GRANT OPTION)?;$`, 's'),
  ],
  POLICY: [
    new RegExp(
      `^CREATE POLICY ${identifier} ON (?:${identifier}\\.)?${identifier}(?: AS \\w+)?(?: FOR \\w+)? TO (${identifier}(?:, ${identifier})*)(?: USING| WITH CHECK|;)`,
      's',
    ),
  ],
  'DATABASE PROPERTIES': [new RegExp(`^ALTER ROLE (${identifier}) IN DATABASE `)],
}

/** The roles that an archive names as owners, in grants, in policies or in settings. */
export function namedRoles(toc: ArchiveToc): string[] {
  const names = new Set<string>()
  for (const entry of toc.entries) {
    if (entry.owner !== '') names.add(entry.owner)
    const places = rolePlaces[entry.description]
    if (places === undefined) continue
    for (const statement of splitStatements(entry.definition)) {
      for (const place of places) {
        const list = place.exec(statement)?.[1] ?? ''
        for (const [role] of list.matchAll(new RegExp(identifier, 'g'))) names.add(unquoted(role))
      }
    }
  }
  names.delete('PUBLIC')
  return [...names]
}

/** An identifier of a script as the name that it stands for. */
export function unquoted(identifier: string): string {
  return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier
}
