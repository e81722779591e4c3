import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { Report } from '../../src/domain/report.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import type { Store } from '../../src/ports/store.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { withRetry } from '../../src/stores/retry.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { fakeClock, seededRandom } from '../support/ports/clock.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts } from '../support/ports/ports.ts'
import { kindOf, Sabotage, trouble, type Trouble } from '../support/ports/sabotage.ts'
import { backupsIn, wholeBackups } from '../support/ports/whole-backups.ts'

/** A backup of the fake source into one store makes this many calls at least; fewer would mean that some are not struck. */
const callsOfBackup = 20

let keys: TestKeys
let environment: Environment
beforeAll(async () => {
  keys = await makeTestKeys()
  // One recipient: sealing to more takes its time, and changes no call.
  environment = await testEnvironment(keys, { encryption: { recipients: [keys.verification.recipient] } })
})

describe.each(trouble)('%s, once, at any call of a backup', (kind) => {
  it('leaves a whole backup or none, with a clear failure, and a clean rerun passes', async () => {
    const swept = await sweep(kind, async () => memoryStore())
    expect(swept.wrong).toEqual([])
    expect(swept.calls).toBeGreaterThan(callsOfBackup)
  })
})

it.each(['unavailable midway', 'abort'] as const)(
  '%s at any call leaves neither an unfinished object nor an open file in a folder',
  async (kind) => {
    await using stack = new AsyncDisposableStack()
    const base = await mkdtemp(join(tmpdir(), 'backup-sweep-'))
    stack.defer(() => rm(base, { recursive: true, force: true }))
    let count = 0
    const swept = await sweep(
      kind,
      async () => {
        count += 1
        return openLocalStore({ name: 'disk', path: join(base, String(count)), ephemeral: false })
      },
      async () => [
        ...(await readdir(join(base, String(count), '.lifeboat-tmp')).catch(() => [])),
        ...(await openFiles(base)),
      ],
    )
    expect(swept.wrong).toEqual([])
  },
)

it('a store that is unavailable once, at any call, is asked again and the backup passes', async () => {
  const tried: string[] = []
  const expected: string[] = []
  for (let position = 1; ; position += 1) {
    const clock = fakeClock()
    const sabotage = new Sabotage(position)
    const store = withRetry(sabotage.store(memoryStore()), { clock, random: seededRandom(1) })
    await using ports = await backupPorts([store], keys, { clock })
    const report = await backup(environment, { class: 'scheduled' }, ports)
    if (sabotage.struck === null) break
    // A body that is a stream cannot be sent again from here, nor a probe, whose first answer counts.
    const isRepeated = !/\.probe |\.put .*\/main\//.test(sabotage.struck)
    expected.push(`${sabotage.struck}: ${isRepeated ? 'passed after 1 pause' : 'failed after 0 pause'}`)
    tried.push(`${sabotage.struck}: ${report.verdict} after ${clock.sleeps.length} pause`)
  }
  expect(tried).toEqual(expected)
  expect(tried.length).toBeGreaterThan(10)
})

interface Swept {
  calls: number
  /** Every promise that was broken, and at which call. */
  wrong: string[]
}

/**
 * Strikes every call of a backup in turn, each with a store of its own.
 * @param leftovers what a run has left behind
 */
async function sweep(
  kind: Trouble,
  openStore: () => Promise<Store>,
  leftovers: () => Promise<string[]> = async () => [],
): Promise<Swept> {
  const wrong: string[] = []
  for (let position = 1; ; position += 1) {
    const store = await openStore()
    const { report, struck, spooled } = await backUp(store, position, kind)
    if (struck === null) {
      if (report.verdict !== 'passed') wrong.push(`an undisturbed run ${report.verdict}`)
      return { calls: position - 1, wrong }
    }
    const hold = (isTrue: boolean, what: string) => {
      if (!isTrue) wrong.push(`call ${position}, ${struck}: ${what}`)
    }
    const left = [...spooled, ...(await leftovers())]
    hold(left.length === 0, `it left ${left.join(', ')}`)
    if (report.verdict === 'failed') {
      hold(
        report.failure?.kind === kindOf(kind),
        `it failed as ${report.failure?.kind}: ${report.failure?.message}`,
      )
      hold(report.backupId === null, 'a failed run names a backup')
    } else {
      hold((await backupsIn(store, environment)).join() === report.backupId, 'its backup is not there')
    }
    const rerun = await backUp(store, null, kind)
    hold(rerun.report.verdict === 'passed', `a rerun ${rerun.report.verdict}`)
    const whole = await wholeBackups(store, environment, keys)
    hold(whole.includes(rerun.report.backupId ?? ''), 'the backup of a rerun is not there')
  }
}

async function backUp(
  store: Store,
  position: number | null,
  kind: Trouble,
): Promise<{ report: Report; struck: string | null; spooled: string[] }> {
  await using ports = await backupPorts([store], keys)
  const sabotage = new Sabotage(position, kind)
  const report = await backup(environment, { class: 'scheduled' }, sabotage.over(ports))
  return { report, struck: sabotage.struck, spooled: await readdir(ports.spool) }
}

/** Open files of this process under a folder. */
async function openFiles(folder: string): Promise<string[]> {
  const open: string[] = []
  for (const fd of await readdir('/proc/self/fd').catch(() => [])) {
    const path = await readlink(`/proc/self/fd/${fd}`).catch(() => '')
    if (path.startsWith(folder)) open.push(path)
  }
  return open
}
