import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../../../src/host/clock.ts'
import { createProcesses } from '../../../../src/host/processes.ts'
import { openSpool } from '../../../../src/host/spool.ts'
import { silentLog } from '../../../../src/ports/log.ts'
import { enclosures } from '../../../../src/sources/postgres/laboratory/enclosure.ts'
import { removeLaboratories } from '../../../../src/sources/laboratory/state.ts'
import { installPostgres, testMajors } from '../../../support/postgres/install.ts'
import { runInside, testLaboratory } from '../../../support/postgres/laboratory.ts'
import { serverAccount } from '../../../support/postgres/server.ts'

const [major = 0] = await testMajors()
const bindir = await installPostgres(major)
const account = serverAccount()
const temp = mkdtempSync(join(tmpdir(), 'enclosure-test-'))
const ports = { processes: createProcesses(), clock: systemClock, log: silentLog }

beforeAll(() => {
  chmodSync(temp, 0o755)
})
afterAll(() => rmSync(temp, { recursive: true, force: true }))

interface Held {
  child: ChildProcess
  folder: string
  pid: number
  isolation: string
  spool: string
  socket: string
  seesOurEnvironment: boolean
}

/** A run of its own that holds a laboratory, as an ordinary user without sudo unless it is to be as ourselves. */
async function holdLaboratory(
  as: 'ourselves' | 'ordinary user',
  mode = '',
  folder = mkdtempSync(join(temp, 'run-')),
): Promise<Held> {
  const command = [
    process.execPath,
    join(process.cwd(), 'test/support/postgres/laboratory-child.ts'),
    String(major),
    folder,
    mode,
  ]
  if (as === 'ordinary user' && account !== null) {
    chownSync(folder, account.uid, account.gid)
    command.unshift('setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--')
  }
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], LIFEBOAT_POSTGRES_DIRS: bindir, LIFEBOAT_TEST_CANARY: 'canary' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let line = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    line += String(chunk)
    if (line.includes('\n')) break
  }
  if (!line.includes('\n')) throw new Error('the run ended without a laboratory')
  return { child, folder, ...(JSON.parse(line) as Omit<Held, 'child' | 'folder'>) }
}

async function end(held: Held): Promise<void> {
  const ended = new Promise((resolve) => held.child.once('close', resolve))
  held.child.stdin?.end()
  await ended
}

describe('an ordinary user without sudo', () => {
  test.runIf(account !== null)('is told of no user of its own, as there is none', async () => {
    const held = await holdLaboratory('ordinary user')
    expect(['network', 'none']).toContain(held.isolation)
    // What keeps the network apart hides other processes too; where there is nothing, restored code sees them.
    expect(held.seesOurEnvironment).toBe(held.isolation === 'none')
    await end(held)
    expect(readdirSync(held.folder)).toEqual([])
  })

  test('is told of no isolation where there is none, and restored code then does see our environment', async () => {
    const held = await holdLaboratory('ordinary user', 'plain')
    expect(held.isolation).toBe('none')
    expect(held.seesOurEnvironment).toBe(true)
    await end(held)
    expect(readdirSync(held.folder)).toEqual([])
    expect(existsSync(held.socket)).toBe(false)
  })
})

const modes = enclosures.map(({ mode }) => mode)
describe.each(modes)('a run that is killed while it holds a laboratory: %s', (mode) => {
  const as = mode === 'namespaces' || mode === 'uid' ? 'ourselves' : 'ordinary user'

  test('leaves no server and no data, and the next one removes the rest', async () => {
    const held = await holdLaboratory(as, mode)
    const id = /[0-9a-f]{16}/.exec(readdirSync(held.folder).find((name) => name.endsWith('.json')) ?? '')?.[0]
    expect(id).toBeDefined()
    expect(processesWith(String(id))).not.toEqual([])
    process.kill(held.pid, 'SIGKILL')
    while (processesWith(String(id)).length > 0) await wait(20)
    const left = [...filesUnder(held.folder), ...filesUnder(dirname(held.socket))]
    expect(left.filter((path) => !path.endsWith('.json') && !path.endsWith('/s'))).toEqual([])

    await end(await holdLaboratory(as, mode, held.folder))
    expect(readdirSync(held.folder)).toEqual([])
    expect(existsSync(held.socket)).toBe(false)
  })
})

/** A state file as a killed run may leave it, which names a folder of its own and one that is none of its business. */
function leaveState(): { folder: string; file: string; own: string } {
  const folder = mkdtempSync(join(temp, 'run-'))
  const id = '0123456789abcdef'
  const own = join(folder, `lifeboat-laboratory-${id}`)
  const file = `${own}.json`
  mkdirSync(own)
  const state = {
    id,
    owner: 2 ** 30,
    supervisor: null,
    privileged: false,
    folders: [own, temp, `${own}/../..`],
  }
  writeFileSync(file, JSON.stringify(state))
  return { folder, file, own }
}

test('only what is named after a laboratory is removed, whatever a state file says', async () => {
  const { folder, own } = leaveState()
  expect(await removeLaboratories(folder, ports)).toBe(1)
  expect(existsSync(own)).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test.runIf(account !== null)(
  "another user's state file is not followed, as we may have more rights",
  async () => {
    const { folder, file, own } = leaveState()
    chownSync(file, account?.uid ?? 0, account?.gid ?? 0)
    expect(await removeLaboratories(folder, ports)).toBe(0)
    expect(existsSync(own)).toBe(true)
  },
)

test('a laboratory whose run still lives is not removed by another run', async () => {
  const held = await holdLaboratory('ourselves')
  expect(await removeLaboratories(held.folder, ports)).toBe(0)
  expect(existsSync(join(held.socket, '.s.PGSQL.5432'))).toBe(true)
  await end(held)
})

test.runIf(account !== null)(
  'with a user of its own but no namespace, restored code cannot read us or outlive the laboratory',
  async () => {
    await using spool = await openSpool(temp)
    process.env['LIFEBOAT_TEST_CANARY'] = 'environment canary'
    const mark = `5${process.pid}`
    // The whole line: digits alone may be anybody's port or number.
    const sleeping = `sleep\0${mark}\0`
    {
      await using laboratory = await testLaboratory(major, spool.path, { atMost: 'uid' })
      expect(laboratory.isolation).toBe('uid')
      expect(await runInside(laboratory, `cat /proc/${process.pid}/environ`)).toMatch(
        /Permission denied\ncode 1$/,
      )
      expect(await runInside(laboratory, `ls ${spool.path}`)).toMatch(/Permission denied\ncode \d$/)
      await runInside(laboratory, `setsid sleep ${mark} > /dev/null 2>&1 < /dev/null & echo started`)
      while (processesThat((line) => line === sleeping).length === 0) await wait(20)
    }
    delete process.env['LIFEBOAT_TEST_CANARY']
    expect(processesThat((line) => line === sleeping)).toEqual([])
  },
)

function processesWith(text: string): string[] {
  return processesThat((line) => line.includes(text))
}

function processesThat(fits: (commandLine: string) => boolean): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return fits(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    } catch {
      return false
    }
  })
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
}
