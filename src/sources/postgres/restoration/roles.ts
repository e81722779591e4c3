import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { readScript } from '../archive/toc.ts'
import type { ServerFacts } from '../inventory.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import { namedRoles, unquoted, type GlobalsResult } from '../restore/globals.ts'
import { readArtifact } from '../restore/read-archive.ts'
import { quoteIdentifier, type Session } from '../session.ts'
import { splitStatements } from '../sql-statements.ts'

export interface BroughtRoles {
  globals: GlobalsResult
  left: { text: string; subjects: string[] }[]
}

/**
 * Makes the roles that are missing, and only those: one that exists is never altered. A new role gets its attributes,
 * settings and memberships as dumped, and its password where the backup has passwords; never the powers of a superuser.
 */
export async function bringRoles(
  session: Session,
  context: {
    plan: ArchivePlan
    record: PostgresRecord
    artifacts: ArtifactReader
    facts: ServerFacts
    signal: AbortSignal
  },
): Promise<BroughtRoles> {
  const script = await readArtifact(context.record, 'globals.sql', context.artifacts, context.signal)
  const statements = script === null ? [] : globalStatements(readScript(script))
  const present = await presentRoles(session)
  const wanted = new Set([...namedRoles(context.plan.toc), ...statements.flatMap(({ creates }) => creates)])
  const missing = [...wanted].filter((role) => !present.has(role))
  const left: BroughtRoles['left'] = []
  const failures: string[] = []
  const weakened: string[] = []
  const withPassword = new Set<string>()
  for (const role of missing) {
    const doing = 'making a role that is missing'
    await session.query(doing, `create role ${quoteIdentifier(role)}`)
    // Who is no superuser must be a member to give things to a role.
    if (!context.facts.superuser) await session.query(doing, `grant ${quoteIdentifier(role)} to current_user`)
  }
  const isNew = new Set(missing)
  for (const { sql, about, grants } of statements) {
    if (about !== null && !isNew.has(about)) continue
    if (grants !== null && !isNew.has(grants.role) && !isNew.has(grants.member)) continue
    if (about === null && grants === null) continue
    const { text, lost } = withoutPowers(sql)
    if (about !== null && lost) weakened.push(about)
    if (about !== null && / PASSWORD '/.test(sql)) withPassword.add(about)
    try {
      await session.query('giving a role its attributes', text)
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'unavailable' || error.kind === 'cancelled')
        throw error
      failures.push(about ?? grants?.member ?? '')
    }
  }
  const plain = missing.filter((role) => !withPassword.has(role))
  if (plain.length > 0) left.push({ text: 'roles were made without passwords', subjects: plain })
  if (weakened.length > 0)
    left.push({
      text: 'roles were made without the powers of superusers, replication or BYPASSRLS',
      subjects: weakened,
    })
  if (failures.length > 0)
    left.push({
      text: 'attributes, settings or memberships of roles could not be given',
      subjects: [...new Set(failures)],
    })
  return { globals: { roles: [...wanted], errors: [] }, left }
}

export async function presentRoles(session: Session): Promise<Set<string>> {
  const rows = await session.query<{ name: string }>(
    'reading the roles',
    'select rolname::text as name from pg_catalog.pg_roles',
  )
  return new Set(rows.map((row) => row.name))
}

interface GlobalStatement {
  sql: string
  creates: string[]
  /** The role whose attributes or settings it gives. */
  about: string | null
  grants: { role: string; member: string } | null
}

const identifier = String.raw`("(?:[^"]|"")*"|[^\s";]+)`

/** What pg_dumpall writes of roles; tablespaces are the server's own affair. */
function globalStatements(script: string): GlobalStatement[] {
  const withoutCommands = script.replaceAll(/^\\(?:un)?restrict .*$/gm, '')
  return splitStatements(withoutCommands).flatMap((sql): GlobalStatement[] => {
    const created = new RegExp(`^CREATE ROLE ${identifier};$`).exec(sql)
    if (created !== null) return [{ sql, creates: [unquoted(created[1] ?? '')], about: null, grants: null }]
    const altered = new RegExp(`^(?:ALTER ROLE|COMMENT ON ROLE) ${identifier} (?!IN DATABASE )`).exec(sql)
    if (altered !== null) return [{ sql, creates: [], about: unquoted(altered[1] ?? ''), grants: null }]
    const granted = new RegExp(`^GRANT ${identifier} TO ${identifier}[ ;]`).exec(sql)
    if (granted === null) return []
    const grants = { role: unquoted(granted[1] ?? ''), member: unquoted(granted[2] ?? '') }
    return [
      { sql: sql.replace(new RegExp(` GRANTED BY ${identifier};$`), ';'), creates: [], about: null, grants },
    ]
  })
}

/** A role's attributes less those that only a superuser may give. */
function withoutPowers(sql: string): { text: string; lost: boolean } {
  const match = new RegExp(`^(ALTER ROLE ${identifier} WITH )(.*)$`, 's').exec(sql)
  if (match === null) return { text: sql, lost: false }
  const attributes = match[3] ?? ''
  const words = attributes.replaceAll(/\b(?:NO)?(?:SUPERUSER|REPLICATION|BYPASSRLS)\b ?/g, '')
  return {
    text: `${match[1]}${words.startsWith(';') || words === '' ? 'INHERIT;' : words}`,
    lost: /(?:^| )(?:SUPERUSER|REPLICATION|BYPASSRLS)\b/.test(attributes),
  }
}
