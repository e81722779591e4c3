import { z } from 'zod'
import { parseBackupId } from './backup-id.ts'
import { nameSchema } from './environment/schema.ts'
import { Failure } from './failure.ts'

/**
 * The manifest names every artifact of a backup; a backup exists when its manifest does. Times are ISO 8601 UTC,
 * sizes bytes. Documented in docs/format.md; every version ever released stays readable.
 */
export const manifestFormat = 1
/** Says the same, and knows sealing with AES-256-GCM: a reader of format 1 must refuse it. */
const newestManifestFormat = 2

/** The oldest format that can say it, so that older readers go on reading what they can. */
export function manifestFormatFor(encryption: Manifest['encryption']): Manifest['format'] {
  return encryption === 'passphrase-aes-256-gcm' ? newestManifestFormat : manifestFormat
}

const iso = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.int().min(0)

export const artifactSchema = z.object({
  /** Name inside the source's folder, without endings for compression and encryption: `toc.dat`, `6260.dat`, `pack-1.tar`. */
  name: z.string(),
  /** Key inside the backup's folder: `main/6260.dat.zst.age`. */
  key: z.string(),
  /** Bytes before compression by us and sealing, as the source gave them. */
  plainSize: size,
  /** Bytes as stored, and their digest. */
  storedSize: size,
  sha256,
  /** Who compressed it: the source's own program, we, or nobody. The key ends in .zst (.age) when somebody did. */
  compressedBy: z.enum(['pg_dump', 'lifeboat', 'none']),
  encrypted: z.boolean(),
  /** Digest of the bytes before compression by us; null where we compressed nothing, and sealing authenticates them. */
  plainSha256: sha256.nullable(),
  /** For a pack: the files in it. */
  members: z.array(z.object({ name: z.string(), size, sha256 })).optional(),
})
export type ArtifactRecord = z.infer<typeof artifactSchema>

export const notIncludedSchema = z.object({
  /** Why it is not in the backup, and what kind of object it is. */
  reason: z.string(),
  /** `unlogged table`, `subscription`, `user mapping`… */
  type: z.string(),
  object: z.string(),
  accepted: z.boolean(),
})
export type NotIncluded = z.infer<typeof notIncludedSchema>

export const postgresRecordSchema = z.object({
  /** As in the environment file. It becomes part of paths, so nothing else is believed. */
  name: nameSchema,
  type: z.literal('postgres'),
  engine: z.literal('postgres-logical'),
  database: z.string(),
  /** Server: `17.11`, major 17, its system identifier where the role may read it. */
  serverVersion: z.string(),
  serverMajor: z.int(),
  systemIdentifier: z.string().nullable(),
  standby: z.boolean(),
  /** pg_dump's version, and the oldest major into which the archive can be restored. */
  clientVersion: z.string(),
  clientMajor: z.int(),
  restorableInto: z.int(),
  snapshot: z.object({
    at: iso,
    /** Time up to which a standby had replayed; equal to `at` on a primary. */
    dataAt: iso,
    lsn: z.string().nullable(),
  }),
  encoding: z.string(),
  locale: z.object({
    provider: z.enum(['libc', 'icu', 'builtin']),
    collate: z.string(),
    ctype: z.string(),
    /** ICU or builtin locale. */
    locale: z.string().nullable(),
    icuRules: z.string().nullable(),
  }),
  lcMonetary: z.string(),
  databaseSize: size,
  /** Data files of the archive are compressed by pg_dump (`zst`) or plain. */
  archiveCompression: z.enum(['zstd', 'none']),
  extensions: z.array(z.object({ name: z.string(), version: z.string(), schema: z.string() })),
  /** Rows that the snapshot held, without those of children, per relation with data. */
  tables: z.array(
    z.object({
      oid: z.int(),
      schema: z.string(),
      name: z.string(),
      kind: z.enum(['table', 'sequence', 'materialized view']),
      rows: z.int().nullable(),
      bytes: size,
    }),
  ),
  largeObjects: z.int(),
  globals: z.boolean(),
  notIncluded: z.array(notIncludedSchema),
  warnings: z.array(z.string()),
  artifacts: z.array(artifactSchema),
})
export type PostgresRecord = z.infer<typeof postgresRecordSchema>

/** What the record of every engine says. */
const anyRecord = {
  name: nameSchema,
  snapshot: z.object({
    at: iso,
    /** Time of the newest data that is certainly in it. */
    dataAt: iso,
  }),
  /** Plain bytes of the source. */
  databaseSize: size,
  notIncluded: z.array(notIncludedSchema),
  warnings: z.array(z.string()),
  artifacts: z.array(artifactSchema),
}

export const redisRecordSchema = z.object({
  ...anyRecord,
  type: z.literal('redis'),
  /** One RDB file, as the server itself writes it. */
  engine: z.literal('redis-rdb'),
  /** `7.0.15`, and whether it is Redis or Valkey. */
  serverVersion: z.string(),
  serverKind: z.enum(['redis', 'valkey']),
  /** Of the RDB file, from its header: a server reads those of its own version and older ones. */
  rdbVersion: z.int(),
  /** Per database: keys, those with an expiry among them. */
  databases: z.array(z.object({ index: z.int(), keys: z.int(), expires: z.int() })),
  /** Numbers of those that an exchange had taken out of use; left out where there are none. */
  setAside: z.array(z.int()).optional(),
})
export type RedisRecord = z.infer<typeof redisRecordSchema>

export const filesRecordSchema = z.object({
  ...anyRecord,
  type: z.literal('files'),
  /** Archives of tar, and an index of every entry with its digest. */
  engine: z.literal('files-tar'),
  /** The folder, as the environment file has it. */
  path: z.string(),
  /** What was left out on purpose, as the environment file has it. */
  exclude: z.array(z.string()),
  files: z.int(),
  folders: z.int(),
  /** Symbolic ones, and further names of files. */
  links: z.int(),
})
export type FilesRecord = z.infer<typeof filesRecordSchema>

/** One member per engine; later engines (physical base backups) join here. */
export const sourceRecordSchema = z.discriminatedUnion('engine', [
  postgresRecordSchema,
  redisRecordSchema,
  filesRecordSchema,
])
export type SourceRecord = z.infer<typeof sourceRecordSchema>

/** What a record is a backup of, so that two sources of one name are told apart: a database, a folder. */
export function subjectOf(record: SourceRecord): string {
  if (record.engine === 'postgres-logical') return record.database
  return record.engine === 'files-tar' ? record.path : record.serverKind
}

export const manifestSchema = z.object({
  format: z.literal([manifestFormat, newestManifestFormat]),
  id: z.string().refine((id) => parseBackupId(id) !== null),
  environment: nameSchema,
  label: z.string().nullable(),
  class: z.enum(['scheduled', 'critical']),
  startedAt: iso,
  finishedAt: iso,
  actor: z.string().nullable(),
  reason: z.string().nullable(),
  runUrl: z.string().nullable(),
  lifeboat: z.string(),
  /** The environment file as it was written, variables not filled in. */
  environmentFile: z.string(),
  encryption: z.enum(['recipients', 'passphrase', 'passphrase-aes-256-gcm', 'none']),
  /** age recipients that can open it; with a passphrase, the one whose identity lies in `identityKey`. None with AES. */
  recipients: z.array(z.string()),
  /** Key of the passphrase-sealed identity inside the backup's folder, with encryption by passphrase. */
  identityKey: z.string().nullable(),
  /** Digest of what lies there. */
  identitySha256: sha256.optional(),
  retention: z.object({ class: z.enum(['scheduled', 'critical']) }),
  parent: z.string().nullable(),
  /** Per store: whether it refused to overwrite, as its probe found. */
  stores: z.array(z.object({ name: z.string(), type: z.string(), writeOnce: z.boolean() })),
  sources: z
    .array(sourceRecordSchema)
    .refine((sources) => new Set(sources.map(({ name }) => name)).size === sources.length),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Names of the sources of an environment that a backup has nothing of. */
export function lackingSources(
  { sources }: { sources: readonly { name: string }[] },
  backup: { sources: readonly { name: string }[] },
): string[] {
  const held = new Set(backup.sources.map(({ name }) => name))
  return sources.map(({ name }) => name).filter((name) => !held.has(name))
}

/**
 * Reads a manifest. @throws Failure `integrity` when it is no manifest, or a truncated one; `config` when a newer
 * Lifeboat wrote it.
 */
export function parseManifest(text: string): Manifest {
  return parseRecord(text, manifestSchema, 'manifest', newestManifestFormat)
}

/** @param newest the newest format that this Lifeboat reads */
export function parseRecord<S extends z.ZodType>(
  text: string,
  schema: S,
  what: string,
  newest = 1,
): z.infer<S> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Failure('integrity', `the ${what} is not JSON; it may be truncated`, { cause })
  }
  const format = z.object({ format: z.int() }).safeParse(value)
  if (format.success && format.data.format > newest) {
    throw new Failure(
      'config',
      `the ${what} has format ${format.data.format}; this Lifeboat reads up to ${newest}`,
      {
        hint: 'Use a newer Lifeboat to read it.',
      },
    )
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Failure(
      'integrity',
      `the ${what} is not well-formed at ${issue?.path.join('.') ?? 'its root'}`,
      { cause: parsed.error },
    )
  }
  return parsed.data
}
