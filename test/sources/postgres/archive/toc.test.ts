import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../../src/domain/failure.ts'
import {
  archiveEncoding,
  copyTarget,
  loadsThroughRoot,
  parseToc,
} from '../../../../src/sources/postgres/archive/toc.ts'
import { createOddities } from '../../../support/oddities/create.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('the table of contents of a dump by PostgreSQL %i', (major) => {
  let server: TestServer
  let folder: string
  let bytes: Buffer
  beforeAll(async () => {
    server = await startServer({ major })
    folder = await mkdtemp(join(tmpdir(), 'toc-'))
    server.psql('create database oddities')
    await createOddities(server.url('oddities'), { major, bindir: server.bindir })
    bytes = await dump('oddities')
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  const run = (program: string, ...args: string[]) =>
    execFileSync(join(server.bindir, program), args, {
      env: { ...server.environment(), LC_ALL: 'C' },
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    })
  const dump = async (database: string, ...args: string[]) => {
    await rm(join(folder, database), { recursive: true, force: true })
    run('pg_dump', '-Fd', '-Z0', '-f', join(folder, database), ...args, `--dbname=dbname='${database}'`)
    return readFile(join(folder, database, 'toc.dat'))
  }
  /** What parsing ends with: entries, or the kind of failure. */
  const outcome = (some: Uint8Array) => {
    try {
      return parseToc(some).entries.length
    } catch (error) {
      return error instanceof Failure ? error.kind : error
    }
  }

  it('says what pg_restore says of every entry', () => {
    const toc = parseToc(bytes)
    const list = run('pg_restore', '-l', join(folder, 'oddities')).toString()
    const lines = list.split('\n').filter((line) => /^\d+; /.test(line))
    expect(lines.length).toBeGreaterThan(1_000)
    const ours = new Map(
      toc.entries.map((entry) => {
        // A listing has no line breaks, and a dash for no schema.
        const flat = (text: string) => text.replaceAll(/[\n\r]/g, ' ')
        const schema = entry.schema === '' ? '-' : flat(entry.schema)
        return [
          entry.dumpId,
          `${entry.dumpId}; ${entry.catalogOid} ${entry.oid} ${entry.description} ${schema} ${flat(entry.tag)} ${flat(entry.owner)}`,
        ]
      }),
    )
    expect(lines.map((line) => ours.get(Number.parseInt(line, 10)))).toEqual(lines)
    expect(list).toContain(`TOC Entries: ${toc.entries.length}`)
  })

  it('names versions, database, encoding, and a file for every table with rows', () => {
    const toc = parseToc(bytes)
    expect(toc).toMatchObject({ database: 'oddities', compression: 'none' })
    expect(toc.serverVersion).toMatch(new RegExp(`^${major}\\.`))
    expect(toc.dumpVersion).toMatch(new RegExp(`^${major}\\.`))
    expect(archiveEncoding(toc)).toBe('UTF8')
    const data = toc.entries.filter((entry) => entry.description === 'TABLE DATA')
    expect(data.length).toBeGreaterThan(500)
    expect(data.filter((entry) => !/^\d+\.dat$/.test(entry.fileName) || copyTarget(entry) === '')).toEqual([])
    expect(
      data
        .filter(loadsThroughRoot)
        .map((entry) => entry.tag)
        .toSorted(),
    ).toEqual(['by_hash_of_enum_0', 'by_hash_of_enum_1'])
  })

  it('is refused as damaged when it is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(outcome(bytes.subarray(0, length))).toBe('integrity')
      }),
      { numRuns: 60 },
    )
  })

  it('ends in entries or in a failure of its own, whatever bytes are changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
        }),
        (changes) => {
          const garbled = Buffer.from(bytes)
          for (const [at, byte] of changes) garbled[at] = byte
          expect(outcome(garbled)).toSatisfy(
            (end) => typeof end === 'number' || end === 'integrity' || end === 'config',
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is refused when its format is not known, or it belongs to another kind of archive', async () => {
    const newer = Buffer.from(bytes)
    newer[6] = 99
    expect(outcome(newer)).toBe('config')
    run('pg_dump', '-Fc', '-f', join(folder, 'custom'), '-s', '-d', 'oddities')
    expect(outcome(await readFile(join(folder, 'custom')))).toBe('integrity')
    expect(outcome(Buffer.from('not a dump'))).toBe('integrity')
    expect(outcome(Buffer.alloc(0))).toBe('integrity')
  })

  it.each([
    ['LATIN1', 'C', 'Größe in £'],
    ['EUC_JP', 'C', '注文'],
    ['SQL_ASCII', 'C', 'plain'],
    ['WIN1251', 'C', 'Заказы'],
    ['LATIN9', 'C', 'Preis in €'],
  ])('is read in the encoding of the database: %s', async (encoding, locale, name) => {
    server.psql(`create database other template template0 encoding '${encoding}' locale '${locale}'`)
    try {
      server.psql(`set client_encoding = 'UTF8'; create table "${name}" as select 1 as "${name}"`, 'other')
      const toc = parseToc(await dump('other'))
      expect(archiveEncoding(toc)).toBe(encoding)
      const entry = toc.entries.find((candidate) => candidate.description === 'TABLE DATA')
      expect(entry?.tag).toBe(name)
      expect(entry?.copyStatement).toContain(name)
    } finally {
      server.psql('drop database other')
    }
  })
})
