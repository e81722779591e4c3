import type { PostgresRecord } from '../../../domain/manifest.ts'
import { counted } from '../../../domain/units.ts'
import type { Session } from '../session.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import { failed, passed, type Answer, type CheckRecorder } from '../../check-recorder.ts'
import type { GlobalsResult } from '../restore/globals.ts'

interface SoundnessContext {
  plan: ArchivePlan
  record: PostgresRecord
  excluded: ReadonlySet<number>
  globals: GlobalsResult
  checks: CheckRecorder
  /** Only what stands in these schemas; null for all. */
  among: readonly string[] | null
}

/** Whether what surrounds the rows works as it did: sequences, constraints, indexes, extensions, roles. */
export async function proveSound(session: Session, context: SoundnessContext): Promise<void> {
  const { checks } = context
  await checks.ask('sound', 'sequences', () => sequences(session, context))
  await checks.ask('sound', 'constraints', () => constraints(session, context))
  await checks.ask('sound', 'indexes', () => indexes(session, context))
  await checks.ask('sound', 'extensions', () => extensions(session, context))
  await checks.ask('sound', 'roles', () => roles(session, context))
}

/** Compares each sequence with the archive's own call of setval. */
async function sequences(session: Session, { plan, excluded }: SoundnessContext): Promise<Answer> {
  const wrong: string[] = []
  const entries = plan.toc.entries.filter(
    (entry) => entry.description === 'SEQUENCE SET' && !excluded.has(entry.dumpId),
  )
  for (const entry of entries) {
    const wanted = /setval\('((?:[^']|'')*)', (-?\d+), (true|false)\)/.exec(entry.definition)
    const [found] = await session.query<{ value: string; called: string }>(
      'reading a sequence',
      `select last_value::text as value, is_called::text as called from ${(wanted?.[1] ?? '').replaceAll("''", "'")}`,
    )
    if (wanted === null || found?.value !== wanted[2] || found?.called !== wanted[3])
      wrong.push(`${entry.schema}.${entry.tag}`)
  }
  return wrong.length === 0
    ? passed(counted(entries.length, 'sequence stands where it stood', 'sequences stand where they stood'))
    : failed(
        'integrity',
        `${counted(wrong.length, 'sequence stands', 'sequences stand')} elsewhere than when dumped`,
        wrong,
      )
}

/** ADD CONSTRAINT has validated all but those that were NOT VALID at the source, which stay so. */
async function constraints(session: Session, { plan, excluded, among }: SoundnessContext): Promise<Answer> {
  const rows = await session.query<{ name: string; validated: string }>(
    'reading the constraints',
    `select coalesce(c.conrelid::regclass::text || ' ', '') || c.conname as name, c.convalidated::text as validated
     from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and c.conparentid = 0 and ($1::text[] is null or n.nspname = any ($1))`,
    [among],
  )
  const open = rows.filter((row) => row.validated !== 'true')
  const declared = plan.toc.entries
    .filter((entry) => !excluded.has(entry.dumpId))
    .reduce((sum, entry) => sum + (entry.definition.match(/\bNOT (?:VALID|ENFORCED)\b/g)?.length ?? 0), 0)
  return open.length <= declared
    ? passed(
        `${rows.length} constraints, all validated${open.length === 0 ? '' : ` but ${open.length} that the source has not validated either`}`,
      )
    : failed(
        'integrity',
        `${open.length} constraints are not validated, ${declared} were so at the source`,
        open.map((row) => row.name),
      )
}

async function indexes(session: Session, { among }: SoundnessContext): Promise<Answer> {
  const [row] = await session.query<{ count: string; invalid: string | null }>(
    'reading the indexes',
    `select count(*)::text as count, string_agg(i.indexrelid::regclass::text, e'\\n') filter (where not i.indisvalid) as invalid
     from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and ($1::text[] is null or n.nspname = any ($1))`,
    [among],
  )
  const invalid = row?.invalid?.split('\n') ?? []
  return invalid.length === 0
    ? passed(`${row?.count ?? 0} indexes, all valid`)
    : failed('integrity', `${invalid.length} index(es) are invalid`, invalid)
}

async function extensions(session: Session, { record, plan, excluded }: SoundnessContext): Promise<Answer> {
  const found = new Map(
    (
      await session.query<{ name: string; version: string }>(
        'reading the extensions',
        'select extname::text as name, extversion as version from pg_catalog.pg_extension',
      )
    ).map((row) => [row.name, row.version]),
  )
  const left = new Set(
    plan.toc.entries
      .filter((entry) => excluded.has(entry.dumpId) && entry.description === 'EXTENSION')
      .map((entry) => entry.tag),
  )
  const wanted = record.extensions.filter((extension) => !left.has(extension.name))
  const absent = wanted.filter((extension) => !found.has(extension.name)).map((extension) => extension.name)
  const others = wanted.filter(
    (extension) => found.has(extension.name) && found.get(extension.name) !== extension.version,
  )
  if (absent.length > 0)
    return failed('integrity', `${counted(absent.length, 'extension is', 'extensions are')} missing`, absent)
  return passed(
    `${counted(wanted.length, 'extension is', 'extensions are')} there${others.length === 0 ? '' : `; ${others.length} in another version than at the source`}`,
    others.map((extension) => `${extension.name} ${extension.version} → ${found.get(extension.name)}`),
  )
}

async function roles(session: Session, { record, globals, plan }: SoundnessContext): Promise<Answer> {
  const found = new Set(
    (
      await session.query<{ name: string }>(
        'reading the roles',
        'select rolname::text as name from pg_catalog.pg_roles',
      )
    ).map((row) => row.name),
  )
  const owners = plan.toc.entries.map((entry) => entry.owner).filter((owner) => owner !== '')
  const wanted = [...new Set([...globals.roles, ...owners])]
  const absent = wanted.filter((role) => !found.has(role))
  if (absent.length > 0)
    return failed('integrity', `${counted(absent.length, 'role is', 'roles are')} missing`, absent)
  if (globals.errors.length > 0) {
    return {
      status: 'degraded',
      detail: `${counted(globals.errors.length, 'statement')} of the globals could not be applied`,
      subjects: globals.errors,
    }
  }
  return record.globals
    ? passed(`${counted(wanted.length, 'role is', 'roles are')} there`)
    : {
        status: 'degraded',
        detail: `${counted(wanted.length, 'role is', 'roles are')} named by the dump; the backup has no globals to make them from`,
        subjects: [],
      }
}
