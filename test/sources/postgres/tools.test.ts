import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createProcesses } from '../../../src/host/processes.ts'
import { silentLog } from '../../../src/ports/log.ts'
import type { Processes } from '../../../src/ports/process.ts'
import { findTools, type FindToolsOptions } from '../../../src/sources/postgres/tools.ts'
import { installPostgres, testMajors } from '../../support/postgres/install.ts'

const temp = mkdtempSync(join(tmpdir(), 'tools-test-'))
afterAll(() => rmSync(temp, { recursive: true, force: true }))

/** Majors that no machine has: nothing but what a test lays out can be found for them. */
const unknownMajor = 97

const options = (more: Partial<FindToolsOptions> = {}): FindToolsOptions => ({
  processes: createProcesses(),
  log: silentLog,
  install: 'never',
  needServer: false,
  environment: {},
  ...more,
})

/** Real programs that say to be of another version. */
function disguised(from: string, to: string): Processes {
  const real = createProcesses()
  return {
    start: (...call) => real.start(...call),
    run: async (command, args, options) => {
      const done = await real.run(command, args, options)
      return { ...done, stdout: done.stdout.replace(from, to) }
    },
  }
}

/** A folder with links to some programs of a major. */
function folderWith(bindir: string, programs: readonly string[]): string {
  const folder = mkdtempSync(join(temp, 'bin-'))
  for (const program of programs) symlinkSync(join(bindir, program), join(folder, program))
  return folder
}

const client = ['pg_dump', 'pg_dumpall', 'pg_restore', 'psql']
const server = ['initdb', 'postgres']

for (const major of await testMajors()) {
  const bindir = await installPostgres(major)
  const { stdout } = await createProcesses().run(join(bindir, 'pg_dump'), ['--version'], { environment: {} })
  const version = /(\d+\.\d+)/.exec(stdout)?.[1] ?? ''

  describe(`the programs of PostgreSQL ${major}`, () => {
    test('are found in a folder that is named, with their version', async () => {
      const tools = await findTools(
        major,
        options({ environment: { LIFEBOAT_POSTGRES_DIRS: `/nowhere:${bindir}` } }),
      )
      expect(tools).toMatchObject({ bindir, major, version })
      expect(tools.path('pg_dump')).toBe(join(bindir, 'pg_dump'))
    })

    test('are said to know zstd exactly when they were built with it', async () => {
      const tools = await findTools(major, options({ environment: { LIFEBOAT_POSTGRES_DIRS: bindir } }))
      const built = execFileSync(join(bindir, 'pg_config'), ['--configure'], { encoding: 'utf8' })
      expect(tools.zstd).toBe(major >= 16 && built.includes('--with-zstd'))
    })

    test('are found on PATH, and do without a server only where none is needed', async () => {
      const folder = folderWith(bindir, client)
      const processes = disguised(version, `${unknownMajor}.1`)
      const search = { processes, environment: { PATH: `/nowhere:${folder}` } }
      expect(await findTools(unknownMajor, options(search))).toMatchObject({ bindir: folder, server: false })
      await expect(findTools(unknownMajor, options({ ...search, needServer: true }))).rejects.toMatchObject({
        kind: 'missing',
      })
      const whole = folderWith(bindir, [...client, ...server])
      expect(
        await findTools(
          unknownMajor,
          options({ processes, needServer: true, environment: { PATH: `${folder}:${whole}` } }),
        ),
      ).toMatchObject({ bindir: whole, server: true })
    })

    test('of a newer major are taken only when that is allowed', async () => {
      const search = {
        processes: disguised(version, `${unknownMajor}.1`),
        environment: { LIFEBOAT_POSTGRES_DIRS: folderWith(bindir, client) },
      }
      await expect(findTools(unknownMajor, options({ ...search, client: 'newer' }))).resolves.toMatchObject({
        major: unknownMajor,
      })
      await expect(findTools(unknownMajor - 1, options(search))).rejects.toMatchObject({ kind: 'missing' })
    })

    test('with a known hole are warned of, and others are not', async () => {
      const said: string[] = []
      const log = { ...silentLog, warning: (text: string) => said.push(text) }
      const environment = { LIFEBOAT_POSTGRES_DIRS: bindir }
      await findTools(major, options({ log, environment, processes: disguised(version, `${major}.999`) }))
      expect(said).toEqual([])
      await findTools(major, options({ log, environment, processes: disguised(version, `${major}.1`) }))
      // 18 was released with the repair.
      expect(said).toHaveLength(major < 18 ? 1 : 0)
    })
  })
}

test('a nearest newer major is taken before one further away', async () => {
  const [major = 0] = await testMajors()
  const bindir = await installPostgres(major)
  const folder = folderWith(bindir, client)
  const tools = await findTools(
    major - 1,
    options({
      client: 'newer',
      environment: { LIFEBOAT_POSTGRES_DIRS: folder },
      processes: createProcesses(),
    }),
  )
  expect(tools.major).toBe(major)
})

test('a script that picks a version by itself is never taken', async () => {
  const folder = join(temp, 'wrapper')
  mkdirSync(folder)
  for (const program of [...client, ...server]) {
    writeFileSync(join(folder, program), `#!/bin/sh\necho "${program} (PostgreSQL) ${unknownMajor}.1"\n`)
    chmodSync(join(folder, program), 0o755)
  }
  await expect(
    findTools(unknownMajor, options({ environment: { PATH: folder, LIFEBOAT_POSTGRES_DIRS: folder } })),
  ).rejects.toMatchObject({ kind: 'missing' })
})

test.skipIf(process.platform === 'darwin')(
  'what is missing is named by the package that has it',
  async () => {
    await expect(findTools(unknownMajor, options())).rejects.toMatchObject({
      kind: 'missing',
      hint: expect.stringContaining(`postgresql-client-${unknownMajor}`),
    })
  },
)
