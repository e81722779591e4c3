import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import type { Report } from '../../../src/domain/report.ts'
import { backup } from '../../../src/operations/backup/backup.ts'
import { restore } from '../../../src/operations/restore/restore.ts'
import { fakeServer, inUse, type FakeServer } from '../../support/doubles/fake-restoration.ts'
import { memoryStore, type MemoryStore } from '../../support/doubles/memory-store.ts'
import { copyStore } from '../../support/ports/damage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../../support/ports/environment.ts'
import { backupPorts } from '../../support/ports/ports.ts'
import { restoreInput, restorePorts } from '../../support/ports/restore-ports.ts'
import { kindOf, Sabotage, trouble, type Trouble } from '../../support/ports/sabotage.ts'

/** A swap of the fake source's backup from one store makes this many calls at least. */
const callsOfSwap = 25

let keys: TestKeys
let environment: Environment
let pristine: MemoryStore
let backupId: string
beforeAll(async () => {
  keys = await makeTestKeys()
  environment = await testEnvironment(keys, { encryption: { recipients: [keys.verification.recipient] } })
  pristine = memoryStore()
  await using ports = await backupPorts([pristine], keys)
  backupId = (await backup(environment, { class: 'scheduled' }, ports)).backupId ?? ''
})

/** What may fail without harm to a restore: leases, which only guard, and telling the ledger. */
const harmless = /\/(leases|ledger)\/|random\.bytes|clock\.sleep/

const unreadProofs = /^what restore tests say of backup \S+ could not be read/

describe.each(trouble)('%s, once, at any call of a swap', (kind) => {
  it('leaves one whole database in use and the former state untouched or kept, and says what failed', async () => {
    const wrong: string[] = []
    let position = 0
    for (;;) {
      position += 1
      const { report, struck, server, store, spooled } = await swapWith(position, kind)
      if (struck === null) break
      const hold = (isTrue: boolean, what: string) => {
        if (!isTrue) wrong.push(`call ${position}, ${struck}: ${what}`)
      }
      const names = [...server.databases.entries()]
      const former = names.filter(([, state]) => state === inUse)
      hold(former.length === 1, 'the former state is lost')
      hold(!names.some(([, state]) => state === 'half'), 'half a database is left')
      const isExchanged = server.databases.get('shop') === backupId
      hold(isExchanged || server.databases.get('shop') === inUse, 'what is in use is neither')
      if (report.failure === null) hold(isExchanged, `it ${report.verdict}, and nothing was exchanged`)
      else {
        const kinds = [kindOf(kind), 'cancelled']
        // A lost answer of an exclusive lease looks like another's lease: it is refused rather than shared.
        const isOwnLease = /\/leases\//.test(struck) && report.failure.kind === 'refused'
        hold(
          kinds.includes(report.failure.kind) || isOwnLease,
          `it failed as ${report.failure.kind}: ${report.failure.message}`,
        )
        hold(report.verdict === 'failed', `it failed, and ${report.verdict}`)
      }
      hold(
        report.failure !== null ||
          harmless.test(struck) ||
          kind === 'abort' ||
          report.checks.some(({ status }) => status === 'skipped') ||
          // What restore tests say of it helps to choose, and holds no recovery up.
          (/\/proofs\//.test(struck) && report.notices.some(({ text }) => unreadProofs.test(text))),
        'it went unnoticed',
      )
      hold(spooled.length === 0, `it left ${spooled.join(', ')}`)
      const changed = [...store.objects.keys()].filter(
        (key) => !pristine.objects.has(key) && !/\/(ledger|leases)\//.test(key),
      )
      hold(changed.length === 0, `it left ${changed.join(', ')} in the store`)
    }
    expect(wrong).toEqual([])
    expect(position).toBeGreaterThan(callsOfSwap)
  })
})

it('with a second good store the data comes back, whatever befalls the first', async () => {
  const wrong: string[] = []
  for (let position = 1; ; position += 1) {
    const sabotage = new Sabotage(
      position,
      'unavailable midway',
      (call) => call.startsWith('memory.') && !harmless.test(call),
    )
    await using ports = await restorePorts(
      [sabotage.store(copyStore(pristine)), copyStore(pristine, { name: 'second' })],
      keys,
    )
    const { report } = await restore(environment, restoreInput(), ports)
    if (sabotage.struck === null) break
    if (report.failure !== null) wrong.push(`${sabotage.struck}: ${report.failure.message}`)
  }
  expect(wrong).toEqual([])
})

async function swapWith(
  position: number,
  kind: Trouble,
): Promise<{
  report: Report
  struck: string | null
  server: FakeServer
  store: MemoryStore
  spooled: string[]
}> {
  const server = fakeServer()
  const store = copyStore(pristine)
  await using ports = await restorePorts([store], keys, { server })
  const sabotage = new Sabotage(position, kind)
  const { report } = await restore(environment, restoreInput({ mode: 'swap', confirm: 'test' }), {
    ...sabotage.over(ports),
    application: sabotage.application(ports.application),
  })
  return { report, struck: sabotage.struck, server, store, spooled: await readdir(ports.spool) }
}
