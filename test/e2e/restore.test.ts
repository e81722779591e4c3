import { spawn } from 'node:child_process'
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import { secretForms } from '../../src/domain/redaction.ts'
import { commandLine, lifeboat } from '../cli/command-line.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

const majors = await testMajors()
const major = majors.at(-1) ?? 17

/** One environment with two stores; the newest backup last. */
let server: TestServer
let workspace: Workspace
let second: string
let ids: string[]

const rows = (database: string): string =>
  server.psql('select count(*), sum(total) from shop.orders', database)

/** Not well at the first attempt after each restart. */
const application = createServer((_request, response) => {
  asked += 1
  response.writeHead(asked === 1 ? 503 : 200).end()
})
let asked = 0

async function startApplication(): Promise<string> {
  await new Promise<void>((resolve) => {
    application.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(application.address() as AddressInfo).port}/health`
}

beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database shop')
  server.psql(
    `create schema shop;
     create table shop.customers (id int primary key, name text not null);
     create table shop.orders (id int primary key, customer_id int references shop.customers, total int);
     insert into shop.customers select i, 'canary-row-' || i from generate_series(1, 500) i;
     insert into shop.orders select i, 1 + i % 500, i from generate_series(1, 20000) i;`,
    'shop',
  )
  const base = await createWorkspace({ url: server.url('shop'), bindir: server.bindir })
  second = join(base.folder, '../second')
  await base[Symbol.asyncDispose]()
  workspace = await createWorkspace({
    url: server.url('shop'),
    bindir: server.bindir,
    root: {
      target: {
        type: 'command',
        restart: ['./application.sh', 'restart'],
        reroute: ['./application.sh', 'reroute'],
        health: { url: '${HEALTH_URL}', attempts: 3, interval: '1s' },
      },
      stores: [
        { name: 'disk', type: 'local', path: '${STORE_FOLDER}' },
        { name: 'second', type: 'local', path: '${SECOND_FOLDER}' },
      ],
    },
    variables: { SECOND_FOLDER: second, HEALTH_URL: await startApplication() },
  })
  // While `held` is there no restart comes to its end, nor does a restore then.
  const script =
    '#!/bin/sh\nwhile [ -e held ]; do sleep 0.1; done\necho "$1 $LIFEBOAT_DATABASE_URL" >> application.log\n'
  await writeFile(join(workspace.folder, 'application.sh'), script, { mode: 0o755 })
  ids = []
  for (const label of ['first', 'newest']) {
    const { code, report, said } = await run('backup', ['--label', label])
    if (code !== 0) throw new Error(said)
    ids.push(report.backupId ?? '')
    server.psql('insert into shop.orders select max(id) + 1, 1, 1000000 from shop.orders', 'shop')
  }
})
afterAll(async () => {
  application.close()
  await workspace[Symbol.asyncDispose]()
  await rm(second, { recursive: true, force: true })
  await server[Symbol.asyncDispose]()
})

/** A verb on the command line, as a person has it in the worst hour. */
async function run(verb: string, words: readonly string[], variables: Record<string, string> = {}) {
  const { verifyVariables, backupVariables, folder } = workspace
  const ended = await lifeboat([verb, '--environment', 'e2e', '--json', ...words], {
    directory: folder,
    variables: {
      ...backupVariables,
      ...(verb === 'backup' ? {} : { LIFEBOAT_IDENTITY: verifyVariables['LIFEBOAT_IDENTITY'] ?? '' }),
      ...variables,
    },
  })
  const report = JSON.parse(ended.stdout === '' ? '{}' : ended.stdout) as Report
  // Seen in a failed expectation.
  return { ...ended, report, said: `${ended.code} ${report.failure?.message ?? ''}\n${ended.stderr}` }
}

const databases = (): string[] => server.psql('select datname from pg_database order by 1').split('\n')
const placeOf = ({ restored }: Report): string => restored?.places[0]?.database ?? ''

describe('a restore on the command line', () => {
  it('beside brings every row of the newest backup back, and touches nothing', async () => {
    const before = rows('shop')
    const { report, said, stderr } = await run('restore', [])
    expect(said).toMatch(/^0 /)
    expect(report).toMatchObject({ verdict: 'passed', backupId: ids[1] })
    const place = placeOf(report)
    expect(databases()).toContain(place)
    expect(rows(place).split('|')[0]).toBe('20001')
    expect(rows('shop')).toBe(before)
    const secrets = [...workspace.secrets, 'canary-row-'].flatMap(secretForms)
    expect(secrets.filter((text) => `${stderr}${JSON.stringify(report)}`.includes(text))).toEqual([])
    server.psql(`drop database "${place}"`)
  })

  it('by a label takes that backup, and a dry run makes no database', async () => {
    const before = databases()
    const { report, said } = await run('restore', ['--backup', 'first', '--mode', 'swap', '--dry-run'])
    expect(said).toMatch(/^0 /)
    expect(report).toMatchObject({ verdict: 'passed', backupId: ids[0], restored: { dryRun: true } })
    expect(databases()).toEqual(before)
  })

  it('refuses a swap without a confirmation, with exit code 4', async () => {
    const { code, report } = await run('restore', ['--mode', 'swap'])
    expect(code).toBe(4)
    expect(report.failure?.kind).toBe('refused')
  })

  it('refuses a password in the command line, and does not repeat it', async () => {
    const { code, stdout, stderr } = await run('restore', [
      '--target',
      'postgres://a:canary-word@db.example/x',
    ])
    expect(code).toBe(2)
    expect(`${stdout}${stderr}`).not.toContain('canary-word')
  })

  it('into a database that a variable names leads the application there, with the password in its environment alone', async () => {
    const url = server.url('shop_copy')
    const words = ['--target', '${NEW_URL}', '--reroute', '--confirm', 'e2e', '--reason', 'a test']
    const { report, said, stderr } = await run('restore', words, { NEW_URL: url })
    expect(said).toMatch(/^0 /)
    expect(report).toMatchObject({ verdict: 'passed', restored: { inService: true } })
    expect(placeOf(report)).toBe('shop_copy')
    expect(rows('shop_copy').split('|')[0]).toBe('20001')
    const [reroute = '', restart] = (await readFile(join(workspace.folder, 'application.log'), 'utf8')).split(
      '\n',
    )
    expect(restart).toBe('restart ')
    expect(reroute).toMatch(/^reroute postgres/)
    const given = new URL(reroute.slice('reroute '.length))
    expect([given.password, given.pathname]).toEqual([new URL(url).password, '/shop_copy'])
    expect(`${stderr}${JSON.stringify(report)}`).not.toContain(server.password)
    server.psql('drop database shop_copy')
  })

  it('with the first store gone reads from the second, and says what is missing where', async () => {
    const away = `${workspace.store}-away`
    await rename(workspace.store, away)
    await writeFile(workspace.store, 'not a folder')
    try {
      const { report, said } = await run('restore', [])
      expect(said).toMatch(/^0 /)
      expect(report.timeline.find(({ name }) => name === 'download')?.stores).toEqual(['second'])
      expect(report.verdict).toBe('degraded')
      expect(report.copies).toMatchObject([
        { store: 'disk', status: 'incomplete' },
        { store: 'second', status: 'complete' },
      ])
      server.psql(`drop database "${placeOf(report)}"`)
    } finally {
      await rm(workspace.store)
      await rename(away, workspace.store)
    }
  })

  it('with all copies of the newest damaged takes the older one when told to, and else nothing', async () => {
    const kept = `${workspace.store}-kept`
    await cp(workspace.store, kept, { recursive: true })
    await cp(second, `${kept}-second`, { recursive: true })
    try {
      for (const store of [workspace.store, second]) {
        const folder = join(store, 'e2e/backups', ids[1] ?? '', 'main')
        for (const file of await readdir(folder)) {
          if (file.startsWith('pack')) await writeFile(join(folder, file), 'damaged')
        }
      }
      const before = databases()
      const alone = await run('restore', [])
      expect(alone.code).toBe(7)
      // What could not be made whole is left for a look, if at all, under a name that says so.
      const finished = () => databases().filter((name) => !name.includes('_restoring_'))
      expect(finished()).toEqual(before)
      const { report, said } = await run('restore', ['--fall-back'])
      expect(said).toMatch(/^0 /)
      expect(report).toMatchObject({ verdict: 'degraded', backupId: ids[0], restored: { passedOver: 1 } })
      expect(rows(placeOf(report)).split('|')[0]).toBe('20000')
      expect(finished()).toEqual([...before, placeOf(report)].toSorted())
      server.psql(`drop database "${placeOf(report)}"`)
    } finally {
      for (const [from, to] of [
        [kept, workspace.store],
        [`${kept}-second`, second],
      ] as const) {
        await rm(to, { recursive: true })
        await rename(from, to)
      }
    }
  })

  it('by swap puts the backup in the place of the database in use, which is kept whole', async () => {
    const before = rows('shop')
    const words = ['--mode', 'swap', '--confirm', 'e2e', '--reason', 'a test']
    const { report, said } = await run('restore', words)
    expect(said).toMatch(/^0 /)
    expect(rows('shop').split('|')[0]).toBe('20001')
    const keptAs = report.restored?.places[0]?.keptAs ?? ''
    expect(rows(keptAs)).toBe(before)
    expect(report).toMatchObject({ verdict: 'passed', restored: { inService: true } })
    expect(asked).toBeGreaterThan(2)
  })

  it('in place moves the schemas aside after an emergency backup, which can be restored in turn', async () => {
    server.psql('insert into shop.orders values (-1, 1, 0)', 'shop')
    const before = rows('shop')
    const words = ['--mode', 'in-place', '--confirm', 'e2e', '--reason', 'a test', '--backup', 'first']
    const { report, said } = await run('restore', words)
    expect(said).toMatch(/^0 /)
    expect(report.backupId).toBe(ids[0])
    expect(rows('shop').split('|')[0]).toBe('20000')
    const again = await run('restore', ['--backup', 'pre-restore'])
    expect(again.said).toMatch(/^0 /)
    expect(rows(placeOf(again.report))).toBe(before)
  })

  it.each(['inspect', 'restore main', 'exchange main', 'restart'])(
    'killed at the step %s leaves one whole database in use, and can be run again',
    async (step) => {
      // Restored to by the swap of an earlier run, or never: either is whole.
      const before = rows('shop')
      const after = '20001'
      const words = ['--mode', 'swap', '--confirm', 'e2e', '--reason', 'a test', '--backup', ids[1] ?? '']
      await killedAt(step, words)
      expect([before, rows('shop')]).toSatisfy(
        ([old, now]: string[]) => now === old || now?.split('|')[0] === after,
      )
      // As a person does who knows that the other run is dead.
      await lifeboat(['lease', 'break', '--environment', 'e2e', '--name', 'restore', '--reason', 'killed'], {
        directory: workspace.folder,
        variables: workspace.backupVariables,
      })
      const { said } = await run('restore', words)
      expect(said).toMatch(/^0 /)
      expect(rows('shop').split('|')[0]).toBe(after)
      expect(databases().filter((name) => name.includes('_restoring_'))).toEqual([])
    },
  )
})

/** Starts a restore, and kills it outright as soon as its log names the step. */
async function killedAt(step: string, words: readonly string[]): Promise<void> {
  // However late its log is read here: it is not over by then.
  const held = join(workspace.folder, 'held')
  await writeFile(held, '')
  const child = spawn(process.execPath, commandLine(['restore', '--environment', 'e2e', ...words]), {
    cwd: workspace.folder,
    env: {
      PATH: process.env['PATH'],
      ...workspace.backupVariables,
      LIFEBOAT_IDENTITY: workspace.verifyIdentity,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
    if (log.includes(step)) child.kill('SIGKILL')
  })
  await new Promise((resolve) => {
    child.once('close', resolve)
  })
  await rm(held)
  if (child.signalCode !== 'SIGKILL') throw new Error(`it never came to ${step}: ${log}`)
}
