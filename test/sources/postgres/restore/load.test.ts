import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { zstdCompressSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArtifactRecord } from '../../../../src/domain/manifest.ts'
import type { TocEntry } from '../../../../src/sources/postgres/archive/toc.ts'
import { addressOf } from '../../../../src/sources/postgres/address.ts'
import { atomicallyWithin } from '../../../../src/sources/postgres/restore/access.ts'
import type { TableData } from '../../../../src/sources/postgres/restore/archive-plan.ts'
import { loadTables } from '../../../../src/sources/postgres/restore/load.ts'
import { connect } from '../../../../src/sources/postgres/session.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

const [major = 15] = await testMajors()
let server: TestServer
let folder: string

beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database shop')
  folder = await mkdtemp(join(tmpdir(), 'load-'))
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const entry = (dumpId: number, tag: string): TocEntry => ({
  dumpId,
  tag,
  schema: 'public',
  description: 'TABLE DATA',
  section: 'data',
  fileName: `${dumpId}.dat`,
  catalogOid: 0,
  oid: 0,
  definition: '',
  copyStatement: '',
  tablespace: '',
  owner: '',
  dependencies: [],
})

const table = (dumpId: number, name: string): TableData => ({
  entry: entry(dumpId, name),
  name: `public.${name}`,
  target: `public.${name}`,
  columns: ['id', 'note'],
  throughRoot: false,
  ofExtension: false,
})

/** A data file of pg_dump, of rows that hardly compress. */
function dataFile(ids: readonly number[]): Buffer {
  const noise = (id: number) => createHash('sha512').update(String(id)).digest('base64')
  return Buffer.from(`${ids.map((id) => `${id}\t${noise(id)}\n`).join('')}\\.\n\n\n`)
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test.each(['', '.zst'])(
  'a table that the server refuses in the middle of a pack takes no other of the pack with it (%s)',
  async (ending) => {
    server.psql(
      `drop table if exists refused, kept; create table refused (id int check (id <> 1), note text); create table kept (id int, note text)`,
      'shop',
    )
    const [refusedTable, keptTable] = [table(1, 'refused'), table(2, 'kept')]
    const tables = [refusedTable, keptTable]
    const archive = pack()
    for (const [{ entry: of }, rows] of [[refusedTable, 10_000] as const, [keptTable, 3] as const]) {
      const file = dataFile(upTo(rows))
      archive.entry({ name: `${of.fileName}${ending}` }, ending === '' ? file : zstdCompressSync(file))
    }
    archive.finalize()
    const tar = await buffer(archive)
    const artifact: ArtifactRecord = {
      name: 'pack-1.tar',
      key: 'main/pack-1.tar',
      plainSize: tar.length,
      storedSize: tar.length,
      sha256: '',
      plainSha256: '',
      compressedBy: 'lifeboat',
      encrypted: false,
      members: tables.map((one) => ({ name: `${one.entry.fileName}${ending}`, size: 0, sha256: '' })),
    }
    const files = new Map(
      tables.map((one) => [one.entry.fileName, { artifact, member: `${one.entry.fileName}${ending}` }]),
    )
    // The second half of the pack comes only once the first table was refused, so that this happens in its member's middle.
    const { promise: refused, resolve: refuse } = Promise.withResolvers<void>()
    async function* inHalves(): AsyncGenerator<Buffer> {
      const half = Math.floor(tar.length / 2)
      for (let at = 0; at < half; at += 65_536) yield tar.subarray(at, Math.min(half, at + 65_536))
      await refused
      yield tar.subarray(half)
    }

    const { loaded, failures } = await loadTables({
      plan: {
        toc: {
          format: '1.16',
          compression: 'none',
          database: 'shop',
          serverVersion: '',
          dumpVersion: '',
          entries: [],
        },
        files,
        tables,
        largeObjectEntries: [],
        largeObjectLists: [],
      },
      artifacts: { open: async () => Readable.from(inHalves(), { objectMode: false }) },
      access: {
        sessions: 1,
        open: () =>
          connect(addressOf(server.url('shop'), 'test', 'shop'), {
            applicationName: 'test',
            settings: { default_transaction_read_only: 'off' },
          }),
        async atomically(session, doing, work) {
          await session.query(doing, 'begin')
          try {
            const result = await atomicallyWithin(session, doing, work)
            await session.query(doing, 'commit')
            return result
          } catch (error) {
            await session.query(doing, 'rollback')
            refuse()
            throw error
          }
        },
        define: async () => [],
      },
      excluded: new Set(),
      archive: folder,
      jobs: 1,
      progress: { report: () => undefined },
      signal: new AbortController().signal,
    })
    expect(failures).toMatchObject([{ table: { name: 'public.refused' }, failure: { kind: 'integrity' } }])
    expect([...loaded.keys()]).toEqual([2])
    expect(server.psql('select count(*) from kept', 'shop')).toBe('3')
  },
)
