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

interface Member {
  table: TableData
  name: string
  bytes: Buffer
}

/** Loads a pack over one session. @param halts whether its second half comes only once a table was refused */
async function loadPack(members: readonly Member[], halts: boolean) {
  server.psql(
    `drop table if exists refused, kept; create table refused (id int check (id <> 1), note text); create table kept (id int, note text)`,
    'shop',
  )
  const archive = pack()
  for (const { name, bytes } of members) archive.entry({ name }, bytes)
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
    members: members.map(({ name }) => ({ name, size: 0, sha256: '' })),
  }
  const { promise: refused, resolve: refuse } = Promise.withResolvers<void>()
  async function* inHalves(): AsyncGenerator<Buffer> {
    const half = Math.floor(tar.length / 2)
    for (let at = 0; at < half; at += 65_536) yield tar.subarray(at, Math.min(half, at + 65_536))
    if (halts) await refused
    yield tar.subarray(half)
  }
  return loadTables({
    plan: {
      toc: {
        format: '1.16',
        compression: 'none',
        database: 'shop',
        serverVersion: '',
        dumpVersion: '',
        entries: [],
      },
      files: new Map(members.map(({ table: of, name }) => [of.entry.fileName, { artifact, member: name }])),
      tables: members.map((member) => member.table),
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
}

const asIs = (bytes: Buffer) => bytes

test.each([
  ['as they are', '', asIs],
  ['compressed', '.zst', zstdCompressSync],
])(
  'a table that the server refuses midway takes no other of its pack with it, with files %s',
  async (_, ending, packed) => {
    const members = [
      { table: table(1, 'refused'), name: `1.dat${ending}`, bytes: packed(dataFile(upTo(10_000))) },
      { table: table(2, 'kept'), name: `2.dat${ending}`, bytes: packed(dataFile(upTo(3))) },
    ]
    const { loaded, failures } = await loadPack(members, true)
    expect(failures).toMatchObject([{ table: { name: 'public.refused' }, failure: { kind: 'integrity' } }])
    expect([...loaded.keys()]).toEqual([2])
    expect(server.psql('select count(*) from kept', 'shop')).toBe('3')
  },
)

test.each([
  ['damaged', (bytes: Buffer) => bytes.fill(0xff, 0, 4)],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, -100)],
])('a table whose compressed data is %s is told as such, and takes no other with it', async (_, harm) => {
  const compressed = zstdCompressSync(dataFile([2, 3, ...upTo(10_000).slice(3)]))
  const members = [
    { table: table(1, 'refused'), name: '1.dat.zst', bytes: harm(compressed) },
    { table: table(2, 'kept'), name: '2.dat.zst', bytes: zstdCompressSync(dataFile(upTo(3))) },
  ]
  const { loaded, failures } = await loadPack(members, false)
  expect(failures).toMatchObject([
    {
      table: { name: 'public.refused' },
      failure: { kind: 'integrity', message: 'a table’s compressed data is damaged' },
    },
  ])
  expect([...loaded.keys()]).toEqual([2])
})
