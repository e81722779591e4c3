import { spawn, type ChildProcess } from 'node:child_process'
import { readdir, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadEnvironment } from '../../src/wiring/load-environment.ts'
import type { Environment } from '../../src/domain/environment/schema.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { repository } from '../e2e/built-action.ts'
import { createWorkspace, type Workspace } from '../e2e/workspace.ts'
import { seededRandom } from '../support/ports/clock.ts'
import { makeTestKeys } from '../support/ports/environment.ts'
import { readingRehearsal } from '../support/ports/fake-rehearsal.ts'
import { verifyPorts } from '../support/ports/ports.ts'
import { descendantsOf, gone, processesThatMention, type SeenProcess } from '../support/ports/process-tree.ts'
import { backupsIn } from '../support/ports/whole-backups.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { startHaltingRelay } from '../support/servers/halting-relay.ts'

const major = (await testMajors()).at(-1) ?? 0
/** Another seed chooses other moments. */
const seed = 20261121

let server: TestServer
let workspace: Workspace
let environment: Environment
let base = ''
const took = { backup: 0, verify: 0 }

beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database killed')
  server.psql(
    `create table noise as select i, (select string_agg(sha256((i * 1000 + part)::text::bytea)::text, '') from generate_series(1, 100) part) as noise
       from generate_series(1, 3000) i;
     do $$ begin for i in 1..60 loop execute format('create table small_%s as select generate_series(1, 500) as i', i); end loop; end $$`,
    'killed',
  )
  workspace = await createWorkspace({ url: server.url('killed'), bindir: server.bindir })
  base = dirname(workspace.folder)
  environment = await loadEnvironment({
    environment: 'e2e',
    config: join(workspace.folder, 'environments/e2e.yml'),
  })
  for (const verb of ['backup', 'verify'] as const) {
    const started = performance.now()
    const run = start(verb)
    await run.ended
    took[verb] = performance.now() - started
  }
})
afterAll(async () => {
  await workspace[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

it('an undisturbed backup and its proof leave nothing in the temporary folder', async () => {
  expect(await readdir(workspace.runnerTemp)).toEqual([])
  expect(await wholeBackups()).toHaveLength(1)
})

describe('killed outright', () => {
  it('at any moment of a backup, it leaves a whole backup or none, and nobody running', async () => {
    const wrong: string[] = []
    for (const moment of moments(12)) {
      const before = await ids()
      const { left, sessions } = await killAt('backup', moment * took.backup)
      const at = `killed at ${Math.round(moment * 100)} %`
      if (left.length > 0) wrong.push(`${at}: left ${left.map(({ command }) => command).join(', ')}`)
      if (sessions > 0) wrong.push(`${at}: ${sessions} sessions are still open`)
      const more = (await wholeBackups()).length - before.length
      if (more < 0 || more > 1) wrong.push(`${at}: ${more} more backups`)
    }
    expect(wrong).toEqual([])
  })

  it('at any moment of a verification, it leaves no server behind', async () => {
    const wrong: string[] = []
    for (const moment of moments(8)) {
      const { left } = await killAt('verify', moment * took.verify)
      const at = `killed at ${Math.round(moment * 100)} %`
      if (left.length > 0) wrong.push(`${at}: left ${left.map(({ command }) => command).join(', ')}`)
    }
    expect(wrong).toEqual([])
  })

  it('what it left behind is cleared away by the next runs, which pass', async () => {
    const unfinished = join(workspace.store, '.lifeboat-tmp')
    // As if a day had passed: nobody can still be writing these.
    const long = new Date(Date.now() - 25 * 3_600_000)
    for (const name of await readdir(unfinished)) await utimes(join(unfinished, name), long, long)
    for (const verb of ['backup', 'verify'] as const) {
      const run = await start(verb).ended
      expect(run).toMatchObject({ code: 0 })
    }
    expect(await readdir(unfinished)).toEqual([])
    expect(await readdir(workspace.runnerTemp)).toEqual([])
    await wholeBackups()
  })
})

describe.each(['SIGTERM', 'SIGINT'] as const)('stopped by %s', (signal) => {
  it('in the middle of a dump, it ends as cancelled and leaves nothing', async () => {
    const before = await ids()
    // The large table does not come to its end, so neither does pg_dump.
    await using relay = await startHaltingRelay(server.port, 4_000_000)
    const url = new URL(server.url('killed'))
    url.port = String(relay.port)
    const run = start('backup', { DATABASE_URL: url.href })
    await Promise.race([relay.halted, run.ended])
    const seen = descendantsOf(run.child.pid ?? 0)
    // Nor does it end when it is asked to.
    for (const { pid, command } of seen) if (command.includes('--snapshot=')) process.kill(pid, 'SIGSTOP')
    const ended = await stopAsRunnerDoes(run, signal)
    expect(seen.some(({ command }) => command.includes('pg_dump'))).toBe(true)
    expect(ended).toEqual({ code: 130, signal: null })
    expect(await gone(seen)).toEqual([])
    expect(await readdir(workspace.runnerTemp)).toEqual([])
    expect(await readdir(join(workspace.store, '.lifeboat-tmp'))).toEqual([])
    expect(await openSessions()).toBe(0)
    expect(await ids()).toEqual(before)
  })

  it('while the laboratory works, it ends as cancelled and leaves no server and no file', async () => {
    const run = start('verify')
    const isServer = ({ command }: SeenProcess) => /postgres.*-D|postgres: /.test(command)
    let seen: SeenProcess[] = []
    await until(() => {
      seen = descendantsOf(run.child.pid ?? 0)
      return seen.some(isServer) || run.child.exitCode !== null
    })
    const ended = await stopAsRunnerDoes(run, signal)
    expect(seen.some(isServer)).toBe(true)
    expect(ended).toEqual({ code: 130, signal: null })
    expect(await gone(seen)).toEqual([])
    expect(await readdir(workspace.runnerTemp)).toEqual([])
  })
})

interface Run {
  child: ChildProcess
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** Runs the command line's program, as a person would. */
function start(verb: 'backup' | 'verify', variables: Record<string, string> = {}): Run {
  const child = spawn(
    process.execPath,
    [join(repository, 'bin/lifeboat.js'), verb, '--environment', 'e2e', '--json'],
    {
      cwd: workspace.folder,
      stdio: ['ignore', 'ignore', 'ignore'],
      env: {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        RUNNER_TEMP: workspace.runnerTemp,
        ...(verb === 'backup' ? workspace.backupVariables : workspace.verifyVariables),
        ...variables,
      },
    },
  )
  return {
    child,
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal }))
    }),
  }
}

/** Kills it after so many milliseconds, and tells who is left of those that it had started. */
async function killAt(
  verb: 'backup' | 'verify',
  after: number,
): Promise<{ left: SeenProcess[]; sessions: number }> {
  const run = start(verb)
  await wait(after)
  const seen = descendantsOf(run.child.pid ?? 0)
  run.child.kill('SIGKILL')
  await run.ended
  const left = await gone([...seen, ...processesThatMention(base)])
  return { left: [...left, ...processesThatMention(base)], sessions: await openSessions() }
}

/** The signal, 7.5 s later SIGTERM, 2.5 s later SIGKILL: then clean-up was too slow. */
async function stopAsRunnerDoes(run: Run, signal: NodeJS.Signals): ReturnType<typeof start>['ended'] {
  const timers = [
    setTimeout(() => run.child.kill('SIGTERM'), 7_500),
    setTimeout(() => run.child.kill('SIGKILL'), 10_000),
  ]
  run.child.kill(signal)
  try {
    return await run.ended
  } finally {
    for (const timer of timers) clearTimeout(timer)
  }
}

/** Sessions of ours on the source, once the server has had time to notice. */
async function openSessions(): Promise<number> {
  const count = () =>
    Number(
      server.psql("select count(*) from pg_stat_activity where application_name like 'lifeboat-%'", 'killed'),
    )
  for (let waited = 0; count() > 0 && waited < 10_000; waited += 100) await wait(100)
  return count()
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await wait(20)
}

/** So many moments, as shares of a run: spread over it, and a little beyond its end. */
function moments(count: number): number[] {
  const bytes = seededRandom(seed).bytes(count)
  return [...bytes].map((byte, index) => ((index + byte / 256) / count) * 1.05)
}

function store() {
  return openLocalStore({ name: 'disk', path: workspace.store, ephemeral: false })
}

async function ids(): Promise<string[]> {
  return backupsIn(await store(), environment)
}

/** Every backup that has a manifest, each read whole. @throws when one is not */
async function wholeBackups(): Promise<string[]> {
  const found = await ids()
  for (const id of found) {
    await using ports = await verifyPorts([await store()], await makeTestKeys(), {
      keys: {
        passphrase: null,
        identities: [workspace.verifyIdentity],
        signing: workspace.verifyVariables['LIFEBOAT_SIGNING_KEY'] ?? null,
      },
      openRehearsal: async (record) => readingRehearsal(record),
    })
    const { report } = await verify(environment, { backup: id, level: 'equal' }, ports)
    if (report.verdict !== 'passed') throw new Error(`backup ${id}: ${report.failure?.message}`)
  }
  return found
}
