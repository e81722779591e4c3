import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../../src/operations/backup/backup.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { leaseKey } from '../../src/vault/layout.ts'
import { takeLease } from '../../src/vault/leases.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { makeTestKeys } from '../support/ports/environment.ts'
import { backupPorts } from '../support/ports/ports.ts'
import { keeping } from '../support/ports/retention.ts'
import { type Ended, lifeboat } from './command-line.ts'

const day = 86_400_000
let directory: string
let ids: string[]

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-retention-'))
  const keys = await makeTestKeys()
  const kept = await keeping(keys, {
    stores: [{ name: 'disk', type: 'local', path: './store' }],
    retention: { last: 1, daily: 2, weekly: 0, monthly: 0, yearly: 0, critical: '90d' },
  })
  await mkdir(join(directory, 'environments'))
  await writeFile(join(directory, 'environments/test.yml'), kept.environment.text)
  await writeFile(join(directory, 'retention.key'), `# signs\n${kept.retention.secretKey}\n`)
  await writeFile(join(directory, 'verify.key'), `${keys.verify.secretKey}\n`)
  const store = await openLocalStore({ name: 'disk', path: join(directory, 'store'), ephemeral: false })
  const clock = fakeClock(Date.now() - 10 * day)
  ids = []
  for (const kind of ['scheduled', 'critical', 'scheduled', 'scheduled', 'scheduled'] as const) {
    await using ports = await backupPorts([store], keys, { clock })
    const { backupId } = await backup(kept.environment, { class: kind }, ports)
    ids.push(backupId ?? '')
    clock.advance(day)
  }
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const run = (...words: string[]): Promise<Ended> =>
  lifeboat([...words, '--environment', 'test'], { directory })
const folders = () => readdir(join(directory, 'store/test/backups'))

test('retention shows what it would do, does it, and the ledger tells of it', async () => {
  const dry = await run('retention', '--dry-run')
  expect(dry.code).toBe(0)
  expect(dry.stderr).toMatch(new RegExp(`${ids[0]}.*to be removed: no rule keeps it`))
  expect(dry.stderr).toMatch(new RegExp(`${ids[1]}.*kept: critical until`))
  expect(await folders()).toEqual(ids)

  const real = await run('retention', '--signing-key-file', 'retention.key', '--reason', 'a test', '--json')
  expect(real.code).toBe(0)
  expect(await folders()).toEqual([ids[1], ids[3], ids[4]])
  const { facts } = JSON.parse(real.stdout) as { facts: { label: string; value?: number }[] }
  expect(facts.find(({ label }) => label === 'removed')?.value).toBe(2)

  const ledger = await run('ledger', 'verify')
  expect(ledger.code).toBe(0)
  expect(ledger.stderr).toMatch(/retention passed, by .*: a test/)
  expect((await run('list')).stdout + (await run('list')).stderr).not.toContain(ids[0])
})

test('a lease is listed, refuses retention with its holder, and is cleared with a reason', async () => {
  expect((await run('lease', 'list')).stderr).toContain('Nobody holds a lease')
  const store = await openLocalStore({ name: 'disk', path: join(directory, 'store'), ephemeral: false })
  await using ports = await backupPorts([store], await makeTestKeys())
  await using _lease = await takeLease([store], 'test', { exclusive: 'retention', why: 'try it' }, ports)
  expect((await run('lease', 'list')).stderr).toMatch(/retention[^]*by tester.*to try it/)
  const refused = await run('retention', '--signing-key-file', 'retention.key')
  expect(refused.code).toBe(4)
  expect(refused.stderr).toContain('by tester')
  expect((await run('lease', 'break', '--name', 'retention')).code).toBe(2)
  const why = ['--reason', 'it is dead', '--signing-key-file', 'verify.key']
  const broken = await run('lease', 'break', '--name', 'retention', ...why)
  expect(broken.code).toBe(0)
  expect(await store.stat(leaseKey('test', 'retention'))).toBeNull()
  expect((await run('ledger', 'verify')).stderr).toMatch(/lease-broken passed, by .*: it is dead/)
})

test('retention without its key is refused before it removes anything', async () => {
  expect((await run('retention')).code).toBe(2)
})
