import { statfs } from 'node:fs/promises'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import { counted, type Bytes } from '../../../domain/units.ts'
import type { Finding } from '../../../ports/source.ts'
import type { PostgresAddress } from '../address.ts'
import type { TocEntry } from '../archive/toc.ts'
import type { ServerFacts } from '../inventory.ts'
import { createDatabase } from '../restore/create-database.ts'
import { namedRoles } from '../restore/globals.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import type { Session } from '../session.ts'
import { presentRoles } from './roles.ts'

export function refusal(
  failure: NonNullable<Finding['failure']>,
  text: string,
  hint: string,
  subjects: readonly string[] = [],
): Finding {
  return { level: 'refuse', failure, text, hint, subjects }
}

export function versionFindings(facts: ServerFacts, record: PostgresRecord): Finding[] {
  if (facts.standby) {
    return [
      refusal(
        'refused',
        'the server is a standby, which cannot be written to',
        'Give the URL of the primary.',
      ),
    ]
  }
  if (facts.major >= record.restorableInto) return []
  return [
    refusal(
      'config',
      `the server is PostgreSQL ${facts.version}; this backup can be restored into ${record.restorableInto} or newer`,
      'Restore into a newer server: give its URL as target.',
    ),
  ]
}

/** Whether a database of the source's encoding and locale can be made there. */
export async function localeFindings(
  session: Session,
  facts: ServerFacts,
  record: PostgresRecord,
): Promise<Finding[]> {
  try {
    createDatabase('any', { encoding: record.encoding, ...record.locale }, facts.major)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [refusal('missing', error.message, error.hint ?? '')]
  }
  const { provider, collate, ctype } = record.locale
  if (provider === 'icu') {
    const [row] = await session.query(
      'looking for ICU',
      "select from pg_catalog.pg_collation where collprovider = 'i' limit 1",
    )
    if (row === undefined) {
      const hint = 'Restore into a server that was built with ICU.'
      return [
        refusal('missing', 'the server was built without ICU, which the database’s collation needs', hint),
      ]
    }
  }
  const absent: string[] = []
  for (const name of new Set([collate, ctype])) if (!(await hasLocale(session, name))) absent.push(name)
  if (absent.length === 0) return []
  return [
    refusal(
      'missing',
      `the server’s machine does not have the locale ${absent.join(' and ')}`,
      'Install it there (on Debian and Ubuntu: locale-gen) and restart the server, or restore into another server.',
    ),
  ]
}

/** The server checks a locale of money by the same means as one of collation; asking changes nothing. */
async function hasLocale(session: Session, name: string): Promise<boolean> {
  const doing = 'asking for a locale'
  try {
    await session.query(doing, "select pg_catalog.set_config('lc_monetary', $1, true)", [name])
    return true
  } catch (error) {
    if (error instanceof Failure && error.kind === 'unavailable') throw error
    return false
  }
}

export async function extensionFindings(
  session: Session,
  facts: ServerFacts,
  record: PostgresRecord,
  answered: readonly string[],
): Promise<Finding[]> {
  const rows = await session.query<{ name: string; trusted: string }>(
    'looking for extensions',
    'select name::text, bool_or(trusted)::text as trusted from pg_catalog.pg_available_extension_versions group by 1',
  )
  const available = new Map(rows.map((row) => [row.name, row.trusted === 'true']))
  const wanted = record.extensions
    .map(({ name }) => name)
    .filter((name) => name !== 'plpgsql' && !answered.includes(`extension ${name}`))
  const absent = wanted.filter((name) => !available.has(name))
  const closed = facts.superuser ? [] : wanted.filter((name) => available.get(name) === false)
  const without = `or ${leaveOut('extension NAME')}.`
  return [
    ...(absent.length === 0
      ? []
      : [
          refusal(
            'missing',
            `the server does not have ${counted(absent.length, 'extension')} that the backup needs`,
            `Install their packages there, ${without}`,
            absent.map((name) => `extension ${name}`),
          ),
        ]),
    ...(closed.length === 0
      ? []
      : [
          refusal(
            'access',
            `only a superuser may create ${counted(closed.length, 'extension')} that the backup needs`,
            `Restore as a superuser, ${without}`,
            closed.map((name) => `extension ${name}`),
          ),
        ]),
  ]
}

/** Kinds of objects that only a superuser may make, whatever is granted. */
export function needsSuperuser(entry: TocEntry): boolean {
  const { description, definition } = entry
  if (/^(EVENT TRIGGER|FOREIGN DATA WRAPPER|ACCESS METHOD|OPERATOR CLASS|OPERATOR FAMILY)$/.test(description))
    return true
  if (/^(TEXT SEARCH PARSER|TEXT SEARCH TEMPLATE|SECURITY LABEL|SUBSCRIPTION)$/.test(description)) return true
  if (description === 'PUBLICATION') return / FOR (ALL TABLES|TABLES IN SCHEMA) /.test(definition)
  if (description === 'PUBLICATION TABLES IN SCHEMA') return true
  if (description === 'PROCEDURAL LANGUAGE') return !/ TRUSTED /.test(definition)
  if (description === 'TYPE' || description === 'SHELL TYPE')
    return /^CREATE TYPE \S+ \(|^CREATE TYPE \S+;/.test(definition)
  return (
    /^(FUNCTION|PROCEDURE)$/.test(description) && /\bLANGUAGE (c|internal)\b|\bLEAKPROOF\b/.test(definition)
  )
}

function leaveOut(example: string): string {
  return `${howToAnswer(example)}, to leave it out with all that needs it`
}

/** The names themselves come from data, and stand in the subjects of a refusal alone. */
export function howToAnswer(example: string): string {
  return `give each as --answered in the words in which it is listed, such as "${example}"`
}

/** As a refusal lists an object, and an answer names it: `event trigger audit`. */
export function objectName(entry: TocEntry): string {
  return `${entry.description.toLowerCase()} ${entry.schema === '' ? '' : `${entry.schema}.`}${entry.tag}`
}

/** What the archive holds that this role may not make, or give to its owner. */
export async function rightsFindings(
  session: Session,
  facts: ServerFacts,
  plan: ArchivePlan,
  excluded: ReadonlySet<number>,
): Promise<Finding[]> {
  if (facts.superuser) return []
  const findings: Finding[] = []
  const entries = plan.toc.entries.filter((entry) => !excluded.has(entry.dumpId))
  const barred = entries.filter(needsSuperuser).map(objectName)
  if (barred.length > 0) {
    findings.push(
      refusal(
        'access',
        `only a superuser may make ${counted(barred.length, 'object')} of the backup`,
        `Restore as a superuser, or ${leaveOut('event trigger NAME')}.`,
        barred,
      ),
    )
  }
  const present = await presentRoles(session)
  const [right] = await session.query<{ createrole: string }>(
    'asking for rights',
    'select rolcreaterole::text as createrole from pg_catalog.pg_roles where rolname = current_user',
  )
  const missing = namedRoles(plan.toc).filter((role) => !present.has(role))
  if (missing.length > 0 && right?.createrole !== 'true') {
    findings.push(
      refusal(
        'access',
        `the server lacks ${counted(missing.length, 'role')} that the backup needs, and this role may not make any`,
        'Create them first, or give the restoring role CREATEROLE.',
        missing,
      ),
    )
  }
  // Who owns the new database is the owner of what belongs to its owner.
  const owners = [
    ...new Set(entries.filter((entry) => !needsSuperuser(entry)).map((entry) => entry.owner)),
  ].filter((owner) => owner !== 'pg_database_owner' && present.has(owner))
  const rows = await session.query<{ role: string }>(
    'asking for rights',
    "select rolname::text as role from pg_catalog.pg_roles where rolname = any ($1) and not pg_catalog.pg_has_role(oid, 'MEMBER') order by 1",
    [owners],
  )
  if (rows.length > 0) {
    findings.push(
      refusal(
        'access',
        `this role cannot give objects to ${counted(rows.length, 'role that owns', 'roles that own')} them in the backup`,
        'Grant them to the restoring role (GRANT owner TO role), or restore as a superuser.',
        rows.map((row) => row.role),
      ),
    )
  }
  return findings
}

/** Free disk where the data lies: only told where the server is on this machine. */
export async function freeDisk(session: Session, address: PostgresAddress): Promise<Bytes | null> {
  if (!address.host.startsWith('/') && !/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(address.host)) return null
  const [row] = await session.query<{ folder: string | null }>(
    'asking where the data lies',
    "select current_setting('data_directory', true) as folder where pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE')",
  )
  const folder = row?.folder ?? null
  if (folder === null) return null
  return statfs(folder).then(
    (disk) => disk.bavail * disk.bsize,
    () => null,
  )
}

export function diskFindings(needed: Bytes, free: Bytes | null): Finding[] {
  if (free === null) {
    return [{ level: 'notice', text: 'how much disk the server has free cannot be told from here' }]
  }
  if (free >= needed) return []
  return [
    refusal(
      'capacity',
      `the restore needs about ${needed} bytes of disk on the server, and ${free} are free`,
      'Free disk space there, or restore into another server.',
    ),
  ]
}
