import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createProcesses } from '../../../src/host/processes.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { findPrivilege } from '../../../src/sources/privilege.ts'
import { findTools } from '../../../src/sources/postgres/tools.ts'
import { distributionMajor, notReal } from '../../support/postgres/install.ts'

const folder = mkdtempSync(join(tmpdir(), 'install-test-'))
const processes = createProcesses()
const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }
const privilege = await findPrivilege(processes)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Seen {
  restored: string
  saved: string
  warnings: number
  version: string
  servers: number
  switchesLeft: string[]
  /** Digest of each package that was installed from. */
  installed: Record<string, string>
}

/** Installs on a machine that has nothing of this major: this one under an overlay. */
async function onFreshMachine(major: number): Promise<Seen> {
  const support = join(process.cwd(), 'test/support/postgres')
  const [command, ...args] = [
    ...(privilege ?? []),
    ...'unshare --mount --pid --fork'.split(' '),
    join(support, 'install-child.sh'),
    process.execPath,
    join(support, 'install-child.ts'),
    folder,
    String(major),
  ]
  const done = await processes.run(command, args, { environment })
  if (done.code !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout) as Seen
}

async function mayOverlay(): Promise<boolean> {
  if (privilege === null) return false
  const script =
    'mount -t tmpfs x /mnt && mkdir /mnt/u /mnt/w && mount -t overlay o -o lowerdir=/etc,upperdir=/mnt/u,workdir=/mnt/w /etc'
  const [command, ...args] = [...privilege, 'unshare', '--mount', 'sh', '-c', script]
  return (await processes.run(command, args, { environment })).code === 0
}

const major = distributionMajor()
const possible = major !== null && (await mayOverlay())
if (!possible)
  notReal('installing PostgreSQL by apt: it needs Debian or Ubuntu, with root or passwordless sudo')

describe.runIf(possible)('a major that is missing', () => {
  let first: Seen

  test('is installed by apt without starting a server, and without lasting changes to how apt installs servers', async () => {
    first = await onFreshMachine(major ?? 0)
    expect(first.version).toMatch(new RegExp(`^${major}\\.\\d+$`))
    expect(first).toMatchObject({ servers: 0, switchesLeft: [], restored: '', warnings: 0 })
    expect(Object.keys(first.installed)).toContainEqual(
      expect.stringMatching(/^postgresql-client-\d+_.*\.deb$/),
    )
    expect(first.saved).not.toBe('')
  })

  test('is not installed from a cached package that somebody has tampered with', async () => {
    const saved = join(folder, 'saved', first.saved)
    const victim = join(saved, readdirSync(saved).find((name) => name.startsWith('postgresql-client-')) ?? '')
    // Name and size stay: that is all apt looks at.
    const bytes = readFileSync(victim)
    bytes.fill(0, bytes.length - 1000)
    writeFileSync(victim, bytes)

    const second = await onFreshMachine(major ?? 0)
    expect(second).toMatchObject({ restored: first.saved, warnings: 1, version: first.version })
    expect(second.installed).toEqual(first.installed)
  })
})

test('nothing is installed when that was not asked for', async () => {
  const commands: string[] = []
  const watched = {
    start: (...call: Parameters<typeof processes.start>) => processes.start(...call),
    run: (...call: Parameters<typeof processes.run>) => {
      commands.push(call[0])
      return processes.run(...call)
    },
  }
  await expect(
    findTools(97, {
      processes: watched,
      log: silentLog,
      install: 'never',
      needServer: false,
      environment: {},
    }),
  ).rejects.toMatchObject({ kind: 'missing' })
  expect(commands).toEqual([])
})
