import { spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stringify } from 'yaml'
import { expect, test } from 'vitest'
import { makeIdentity } from '../../src/vault/keys.ts'
import { installPostgres, testMajors } from '../support/postgres/install.ts'
import { mayIsolateFully } from '../support/postgres/laboratory.ts'
import { startServer } from '../support/postgres/server.ts'
import { commandLine, lifeboat } from './command-line.ts'

const storeSecret = 'canary-store-secret-4c1d9e'
const row = 'canary-row-77aa'
const major = (await testMajors()).at(-1) ?? 15

test.runIf((await mayIsolateFully()) && process.getuid?.() === 0)(
  'while proposed code runs on rows, neither process nor file holds the identity or a store key, and no row comes out',
  async () => {
    const base = await mkdtemp(join(tmpdir(), 'rows-'))
    await using server = await startServer({ major })
    const { identity, recipient } = await makeIdentity()
    server.psql('create database shop')
    server.psql(
      `create table notes (id int primary key, body text); insert into notes values (1, '${row}')`,
      'shop',
    )
    const folder = join(base, 'checkout')
    await mkdir(join(folder, 'environments'), { recursive: true })
    await mkdir(join(base, 'temp'))
    const environment = {
      environment: 'production',
      sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}', install: 'never', jobs: 1 }],
      // The secret stands where a store's would, and is looked for like one.
      stores: [{ name: 'disk', type: 'local', path: '${STORE}' }],
      encryption: { recipients: [recipient] },
      'pull-requests': { migrations: { command: ['/bin/sh', 'migrate.sh'] }, 'pad-time': '100ms' },
    }
    await writeFile(join(folder, 'environments/production.yml'), stringify(environment))
    await writeFile(
      join(folder, 'migrate.sh'),
      'psql -Atc "select body from notes"; cat /proc/*/environ; exec sleep 15',
    )
    const common = {
      LIFEBOAT_POSTGRES_DIRS: await installPostgres(major),
      RUNNER_TEMP: join(base, 'temp'),
    }
    const store = { STORE: join(base, storeSecret) }
    const into = join(base, 'temp', 'opened')
    const words = ['--environment', 'production']
    try {
      const made = await lifeboat(['backup', ...words], {
        directory: folder,
        variables: { ...common, ...store, DATABASE_URL: server.url('shop') },
      })
      expect(made.code).toBe(0)
      const opened = await lifeboat(['open-backup', ...words, '--into', into], {
        directory: folder,
        variables: { ...common, ...store, LIFEBOAT_IDENTITY: identity },
      })
      expect(opened.code).toBe(0)

      const trial = spawn(
        process.execPath,
        commandLine(['validate-pr', ...words, '--on', 'rows', '--data', into, '--json']),
        { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, ...common }, stdio: 'pipe' },
      )
      let said = ''
      trial.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
      trial.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      const ended = new Promise<number | null>((resolve) => trial.once('close', resolve))
      const deadline = Date.now() + 120_000
      while (!descendants(trial.pid ?? 0).some((pid) => lineOf(pid).includes('sleep\u000015'))) {
        if (trial.exitCode !== null || Date.now() > deadline) throw new Error(`no proposed code ran: ${said}`)
        await wait(50)
      }
      const alive = [trial.pid ?? 0, ...descendants(trial.pid ?? 0)]
      const holders = alive.filter((pid) => holds(pid, [identity, storeSecret]))
      const files = filesUnder(join(base, 'temp')).filter((file) => {
        const text = textOfFile(file)
        return text.includes(identity) || text.includes(storeSecret)
      })
      expect([holders.map(lineOf), files]).toEqual([[], []])
      // The search itself finds what is there.
      expect(alive.some((pid) => holds(pid, ['validate-pr']))).toBe(true)
      expect(statSync(into, { throwIfNoEntry: false })).toBeUndefined()
      expect(await ended).toBe(0)
      expect(said).not.toContain(row)
    } finally {
      await rm(base, { recursive: true, force: true })
    }
  },
)

function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      const stat = textOf(`/proc/${one}/stat`)
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
    })
  return children.flatMap((child) => [child, ...descendants(child)])
}

const lineOf = (pid: number): string => textOf(`/proc/${pid}/cmdline`)

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** Of one that is gone by now, nothing: the server of the trial makes and removes files of its own. */
function textOfFile(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/** Arguments, variables and writable memory. */
function holds(pid: number, secrets: readonly string[]): boolean {
  const has = (text: string) => secrets.some((secret) => text.includes(secret))
  if (has(lineOf(pid)) || has(textOf(`/proc/${pid}/environ`))) return true
  for (const line of textOf(`/proc/${pid}/maps`).split('\n')) {
    const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    if (from !== '' && has(memory(pid, BigInt(`0x${from}`), BigInt(`0x${to}`)))) return true
  }
  return false
}

function memory(pid: number, from: bigint, to: bigint): string {
  let file: number
  try {
    file = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    return '' // it has ended meanwhile, and holds nothing any more
  }
  try {
    const size = Number(to - from)
    const buffer = Buffer.alloc(Math.min(size, 64 * 1024 * 1024))
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, from))
  } catch {
    return ''
  } finally {
    closeSync(file)
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
