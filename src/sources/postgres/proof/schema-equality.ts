import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import { counted } from '../../../domain/units.ts'
import type { Processes } from '../../../ports/process.ts'
import { libpqEnvironment, type PostgresAddress } from '../address.ts'
import { archiveEncoding, parseToc, type ArchiveToc, type TocEntry } from '../archive/toc.ts'
import { readPgDumpError } from '../dump/pg-dump-error.ts'
import type { PostgresTools } from '../tools.ts'
import { isLargeObjectEntry } from '../restore/archive-plan.ts'
import { failed, passed, type Answer } from '../../check-recorder.ts'

/** Entries that carry data, or belong to the archive rather than to a schema. */
const notSchema = new Set([
  'ENCODING',
  'STDSTRINGS',
  'SEARCHPATH',
  'DATABASE',
  'DATABASE PROPERTIES',
  'TABLE DATA',
  'SEQUENCE SET',
  'MATERIALIZED VIEW DATA',
  'STATISTICS DATA',
])

export interface SchemaContext {
  tools: PostgresTools
  processes: Processes
  address: PostgresAddress
  spool: string
  /** False where tablespaces could not be had as they were. */
  sameTablespaces?: boolean
  signal: AbortSignal
}

/** Dumps the restored schema and compares it with the archive's, entry by entry: definition, owner, tablespace. */
export async function proveSchemaEqual(
  original: ArchiveToc,
  excluded: ReadonlySet<number>,
  context: SchemaContext,
): Promise<Answer[]> {
  const restored = await dumpSchema(context, archiveEncoding(original))
  const before = bySubject(original.entries.filter((entry) => !excluded.has(entry.dumpId)))
  const after = bySubject(restored.entries)
  const print = (entry: TocEntry) => fingerprint(entry, context.sameTablespaces ?? true)
  const missing: string[] = []
  const different: string[] = []
  const deparsed: string[] = []
  for (const [subject, entries] of before) {
    const counterparts = after.get(subject)
    if (counterparts === undefined || counterparts.length < entries.length) {
      missing.push(readable(subject))
      continue
    }
    const wanted = entries.map(print).sort()
    const found = counterparts.map(print).sort()
    if (wanted.join('\0') === found.join('\0')) continue
    const same =
      entries
        .map((entry) => simplified(print(entry)))
        .sort()
        .join('\0') ===
      counterparts
        .map((entry) => simplified(print(entry)))
        .sort()
        .join('\0')
    if (same) deparsed.push(readable(subject))
    else different.push(readable(subject))
  }
  const left = bySubject(original.entries.filter((entry) => excluded.has(entry.dumpId)))
  const added = [...after.keys()]
    .filter((subject) => !before.has(subject) && !left.has(subject))
    .map(readable)
  const count = [...before.values()].reduce((sum, entries) => sum + entries.length, 0)
  const answers: Answer[] = []
  if (missing.length > 0)
    answers.push(
      failed(
        'integrity',
        `${counted(missing.length, 'definition is', 'definitions are')} missing after the restore`,
        missing,
      ),
    )
  if (different.length > 0)
    answers.push(
      failed(
        'integrity',
        `${counted(different.length, 'definition differs', 'definitions differ')} after the restore`,
        different,
      ),
    )
  if (added.length > 0)
    answers.push(
      failed(
        'integrity',
        `${counted(added.length, 'definition')} appeared that the dump does not have`,
        added,
      ),
    )
  if (answers.length === 0)
    answers.push(
      passed(
        `${count} definitions are as dumped${deparsed.length === 0 ? '' : `; ${deparsed.length} are written anew by the server with other casts and parentheses`}`,
        deparsed,
      ),
    )
  return answers
}

async function dumpSchema(context: SchemaContext, encoding: string): Promise<ArchiveToc> {
  const folder = join(context.spool, 'schema-again')
  await mkdir(context.spool, { recursive: true })
  try {
    const result = await context.processes.run(
      context.tools.path('pg_dump'),
      [
        '--format=directory',
        `--file=${folder}`,
        '--schema-only',
        // The restored database may have a client_encoding of its own.
        `--encoding=${encoding}`,
        '--no-sync',
        '--no-password',
        '--compress=0',
      ],
      {
        environment: libpqEnvironment(context.address, 'lifeboat', { TimeZone: 'UTC', bytea_output: 'hex' }),
        signal: context.signal,
      },
    )
    context.signal.throwIfAborted()
    if (result.code !== 0) {
      const failure = readPgDumpError(result.stderr, result)
      throw new Failure('integrity', `the restored schema cannot be dumped: ${failure.message}`, {
        subjects: failure.subjects,
      })
    }
    return parseToc(await readFile(join(folder, 'toc.dat')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Entries by what they are about; several may share it. */
function bySubject(entries: readonly TocEntry[]): Map<string, TocEntry[]> {
  return Map.groupBy(
    entries.filter(
      (entry) => !notSchema.has(entry.description) && !isLargeObjectEntry(entry) && !isOfDatabase(entry),
    ),
    (entry) => `${entry.description}\0${entry.schema}\0${entry.tag}`,
  )
}

/** Grants and comments on the database itself, which is another one here. */
function isOfDatabase(entry: TocEntry): boolean {
  return /^(ACL|COMMENT|SECURITY LABEL)$/.test(entry.description) && entry.tag.startsWith('DATABASE ')
}

function readable(subject: string): string {
  const [description, schema, tag] = subject.split('\0')
  return schema === '' ? `${description} ${tag}` : `${description} ${schema}.${tag}`
}

function fingerprint(entry: TocEntry, sameTablespaces: boolean): string {
  // What initdb made belongs to the superuser of its cluster, which has another name in the laboratory.
  const owner = entry.schema === 'pg_catalog' ? '' : entry.owner
  return [entry.definition.trim(), owner, sameTablespaces ? entry.tablespace : ''].join('\u0001')
}

/**
 * A definition without what the server adds or moves when it writes an expression anew: casts and parentheses. Known
 * case: varchar with IN. Two definitions that agree so far differ only after a deparse.
 */
function simplified(definition: string): string {
  return definition
    .replaceAll(
      /::(?:"[^"]+"|[a-z_][\w.]*)(?: varying| precision| without time zone| with time zone)?(?:\(\d+(?:,\d+)?\))?(?:\[\])*/g,
      '',
    )
    .replaceAll(/[()]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
