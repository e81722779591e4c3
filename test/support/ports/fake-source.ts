import { Readable } from 'node:stream'
import { zstdCompressSync } from 'node:zlib'
import { pack } from 'tar-stream'
import type { ArtifactRecord, PostgresRecord } from '../../../src/domain/manifest.ts'
import type { ArtifactInput } from '../../../src/ports/artifacts.ts'
import type { Source } from '../../../src/ports/source.ts'
import { digestOf } from '../../../src/vault/digest.ts'

/** What the source holds: what a restore must give back, by artifact and, in packs, by member. */
export const truth: Readonly<Record<string, Buffer>> = {
  'toc.dat': Buffer.from('PGDMP a table of contents'),
  '100.dat': Buffer.alloc(200_000, 'ebb and flow\n'),
  '101.dat': Buffer.alloc(90_000, 'neap and spring\n'),
  'pack-1.tar/102.dat': Buffer.from('small\n'),
  'pack-1.tar/103.dat': Buffer.from('smaller\n'),
  'globals.sql': Buffer.from('CREATE ROLE shop;\n'),
}

export interface FakeSourceOptions {
  /** When the snapshot was taken. */
  at?: number
  /** Changes what the manifest says of it. */
  record?: Partial<PostgresRecord>
}

/** A source of a few kilobytes in memory, with an artifact of every kind; several are stored at once, as pg_dump's are. */
export function fakeSource(options: FakeSourceOptions = {}): Source {
  return {
    name: 'main',
    type: 'postgres',
    preflight: async () => [],
    dump: async (sink, progress, signal) => {
      const put = (artifact: ArtifactInput) => sink.put(artifact, signal)
      const tables = await settledAll([put(table('100.dat')), put(table('101.dat')), put(packed())])
      const toc = await put(plain('toc.dat', 'none'))
      const globals = await put(plain('globals.sql', 'lifeboat'))
      progress.report(1, 1)
      return recordOf([...tables, toc, globals], options)
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}

/** Waits for all, so that nothing goes on when it settles, as the port demands. */
async function settledAll<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

function plain(name: string, compressedBy: 'none' | 'lifeboat'): ArtifactInput {
  return { name, body: streamOf(truthOf(name)), compressedBy }
}

function table(name: string): ArtifactInput {
  return { name, body: streamOf(zstdCompressSync(truthOf(name))), compressedBy: 'pg_dump' }
}

function packed(): ArtifactInput {
  const archive = pack()
  const members = []
  for (const name of ['102.dat', '103.dat']) {
    const bytes = truthOf(`pack-1.tar/${name}`)
    // Whoever reads the pack learns of an error; here it must not end the process.
    archive.entry({ name, mtime: new Date(0) }, bytes).on('error', () => undefined)
    members.push({ name, ...digestOf(bytes) })
  }
  archive.finalize()
  return {
    name: 'pack-1.tar',
    body: Readable.from(archive, { objectMode: false }),
    compressedBy: 'lifeboat',
    members,
  }
}

export function truthOf(name: string): Buffer {
  const bytes = truth[name]
  if (bytes === undefined) throw new Error(`the fake source has no ${name}`)
  return bytes
}

function streamOf(bytes: Buffer): Readable {
  const chunk = 40_000
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, index) =>
    bytes.subarray(index * chunk, (index + 1) * chunk),
  )
  return Readable.from(chunks, { objectMode: false })
}

function recordOf(
  artifacts: ArtifactRecord[],
  { at = Date.now(), record }: FakeSourceOptions,
): PostgresRecord {
  const snapshot = new Date(at).toISOString()
  return {
    name: 'main',
    type: 'postgres',
    engine: 'postgres-logical',
    database: 'shop',
    serverVersion: '17.11',
    serverMajor: 17,
    systemIdentifier: null,
    standby: false,
    clientVersion: '17.11',
    clientMajor: 17,
    restorableInto: 17,
    snapshot: { at: snapshot, dataAt: snapshot, lsn: '0/1A2B3C4' },
    encoding: 'UTF8',
    locale: { provider: 'libc', collate: 'C', ctype: 'C', locale: null, icuRules: null },
    lcMonetary: 'C',
    databaseSize: 8_000_000,
    archiveCompression: 'zstd',
    extensions: [],
    tables: [],
    largeObjects: 0,
    globals: true,
    notIncluded: [],
    warnings: [],
    artifacts,
    ...record,
  }
}
