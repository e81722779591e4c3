import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** Stands where the bundle does: says which Node runs it, and ends as it is told to. */
const bundle = `
export async function cli([how, ...words]) {
  const tell = () => console.log(JSON.stringify({ node: process.versions.node, words }))
  if (how !== 'waits') tell()
  if (how === 'ends') return 7
  if (how === 'dies') process.kill(process.pid, 'SIGKILL')
  return await new Promise((resolve) => {
    const waiting = setInterval(() => undefined, 1_000)
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        clearInterval(waiting)
        console.log(signal)
        resolve(130)
      })
    }
    tell()
  })
}
`

const old = oldNode()
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-launcher-'))
  await mkdir(join(directory, 'bin'))
  await mkdir(join(directory, 'actions/dist'), { recursive: true })
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }')
  await writeFile(join(directory, 'actions/dist/index.js'), bundle)
  await copyFile(
    fileURLToPath(new URL('../../bin/lifeboat.js', import.meta.url)),
    join(directory, 'bin/lifeboat.js'),
  )
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function install(): Promise<void> {
  await mkdir(join(directory, 'node_modules/node/bin'), { recursive: true })
  await symlink(process.execPath, join(directory, 'node_modules/node/bin/node'))
}

const start = ([program, ...first]: readonly [string, ...string[]], ...words: string[]) =>
  spawn(program, [...first, join(directory, 'bin/lifeboat.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function ended(child: ReturnType<typeof start>) {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { code, stdout, stderr }
}

describe('started by a Node that is too old', () => {
  test('the command line runs on the Node that was installed beside it, and its exit code is kept', async () => {
    await install()
    const { code, stdout, stderr } = await ended(start(old.command, 'ends', '--label', 'two words'))
    expect(JSON.parse(stdout)).toEqual({ node: process.versions.node, words: ['--label', 'two words'] })
    expect({ code, stderr }).toEqual({ code: 7, stderr: '' })
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s is handed on, and the clean-up waited for',
    async (signal) => {
      await install()
      const child = start(old.command, 'waits')
      child.stdout.once('data', () => child.kill(signal))
      const { code, stdout } = await ended(child)
      expect(code).toBe(130)
      expect(stdout).toContain(signal)
    },
  )

  test('a run that was killed ends with 130', async () => {
    await install()
    expect((await ended(start(old.command, 'dies'))).code).toBe(130)
  })

  test('it says what is needed when nothing is installed', async () => {
    expect(await ended(start(old.command, 'ends'))).toEqual({
      code: 2,
      stdout: '',
      stderr: `lifeboat needs Node 24 or newer; this is ${old.version}. Run npm ci in its folder, which brings it.\n`,
    })
  })
})

test('a Node that is new enough runs the command line itself', async () => {
  expect((await ended(start([process.execPath], 'ends'))).code).toBe(7)
})

/** The machine's own Node if it is an old one; else this one, which says that it is. */
function oldNode(): { command: readonly [string, ...string[]]; version: string } {
  const ours = process.execPath.slice(0, process.execPath.lastIndexOf('/'))
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    if (folder === '' || folder === ours) continue
    try {
      const program = join(folder, 'node')
      const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().slice(1)
      const major = Number.parseInt(version, 10)
      if (major >= 18 && major < 24) return { command: [program], version }
    } catch {
      // No Node there.
    }
  }
  const pretend =
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.9.0' } })"
  return { command: [process.execPath, '--import', `data:text/javascript,${pretend}`], version: '20.9.0' }
}
