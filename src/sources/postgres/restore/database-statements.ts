import type { ArchiveToc } from '../archive/toc.ts'
import { quoteIdentifier } from '../session.ts'
import { splitStatements } from '../sql-statements.ts'

/** One thing that the archive says of the database itself: a setting, a limit, a grant, a comment. */
export interface DatabaseStatement {
  kind: 'setting' | 'grant' | 'comment' | 'property'
  sql: string
  /** For people, without values: `setting work_mem`. */
  label: string
  /** A time-out, read-only and the like: restoring under it would fail. */
  hinders: boolean
}

/**
 * What pg_restore leaves out when it is not to create the database: settings of the database and of roles in it, its
 * limits and grants, its comment; for a database of another name.
 */
export function databaseStatements(toc: ArchiveToc, name: string): DatabaseStatement[] {
  const statements: DatabaseStatement[] = []
  for (const entry of toc.entries) {
    const ofDatabase =
      entry.description === 'DATABASE PROPERTIES' ||
      (/^(ACL|COMMENT|SECURITY LABEL)$/.test(entry.description) && entry.tag.startsWith('DATABASE '))
    if (!ofDatabase) continue
    for (const statement of splitStatements(entry.definition)) {
      const sql = renamed(statement, name)
      if (sql === null) continue
      statements.push({
        kind: kindOf(statement),
        sql,
        label: labelOf(statement),
        hinders: / SET "?\w*(timeout|read_only|deferrable|isolation)"? /i.test(statement),
      })
    }
  }
  return statements
}

function kindOf(statement: string): DatabaseStatement['kind'] {
  if (/^(GRANT|REVOKE) /.test(statement)) return 'grant'
  if (statement.startsWith('COMMENT ')) return 'comment'
  return / SET /.test(statement) ? 'setting' : 'property'
}

function labelOf(statement: string): string {
  const setting = / SET ("?[\w.]+"?) (?:TO|=) /.exec(statement)?.[1]
  const role = /^ALTER ROLE (\S+) IN DATABASE /.exec(statement)?.[1]
  const grantee = /^(?:GRANT|REVOKE) .* (?:TO|FROM) (.*?);$/s.exec(statement)?.[1]
  if (setting !== undefined) return `setting ${setting}${role === undefined ? '' : ` of role ${role}`}`
  if (grantee !== undefined) return `grants of ${grantee}`
  return /^[A-Z]+(?: [A-Z]+)*/.exec(statement)?.[0].toLowerCase() ?? 'statement'
}

const identifier = String.raw`(?:"(?:[^"]|"")*"|[^\s"]+)`
/** The ways in which pg_dump writes a database's name into a statement. Whether it is a template is not brought back. */
const places = [
  new RegExp(`^(ALTER DATABASE )${identifier}( (?!IS_TEMPLATE).*)$`, 's'),
  new RegExp(`^(ALTER ROLE ${identifier} IN DATABASE )${identifier}( .*)$`, 's'),
  new RegExp(`^((?:GRANT|REVOKE) [A-Z, ]+ ON DATABASE )${identifier}( .*)$`, 's'),
  new RegExp(`^(COMMENT ON DATABASE )${identifier}( IS .*)$`, 's'),
  new RegExp(`^(SECURITY LABEL (?:FOR ${identifier} )?ON DATABASE )${identifier}( IS .*)$`, 's'),
]

function renamed(statement: string, name: string): string | null {
  for (const place of places) {
    const match = place.exec(statement)
    if (match !== null) return `${match[1]}${quoteIdentifier(name)}${match[2]}`
  }
  return /^(RE)?SET SESSION AUTHORIZATION /.test(statement) ? statement : null
}
