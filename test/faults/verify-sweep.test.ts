import { readdir } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import type { Report } from '../../src/domain/report.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Store } from '../../src/ports/store.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import { copyStore } from '../support/ports/damage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { kindOf, Sabotage, trouble, type Trouble } from '../support/ports/sabotage.ts'

/** A verification of the fake source's backup in one store makes this many calls at least. */
const callsOfVerification = 25

let keys: TestKeys
let environment: Environment
let pristine: MemoryStore
beforeAll(async () => {
  keys = await makeTestKeys()
  // One recipient: sealing to more takes its time, and changes no call.
  environment = await testEnvironment(keys, { encryption: { recipients: [keys.verification.recipient] } })
  pristine = memoryStore()
  await using ports = await backupPorts([pristine], keys)
  await backup(environment, { class: 'scheduled' }, ports)
})

describe.each(trouble)('%s, once, at any call of a verification', (kind) => {
  it('never ends in a proof that says more than was seen, nor leaves a file behind', async () => {
    const wrong: string[] = []
    let position = 0
    for (;;) {
      position += 1
      const store = copyStore(pristine)
      const tried = await prove([store], position, kind)
      const { report, struck, proof } = tried
      if (struck === null) break
      const hold = (isTrue: boolean, what: string) => {
        if (!isTrue) wrong.push(`call ${position}, ${struck}: ${what}`)
      }
      hold(tried.spooled.length === 0, `it left ${tried.spooled.join(', ')}`)
      const failed = report.checks.filter(({ status }) => status === 'failed')
      if (report.verdict === 'failed') {
        hold(
          report.failure?.kind === kindOf(kind),
          `it failed as ${report.failure?.kind}: ${report.failure?.message}`,
        )
      } else {
        hold(failed.length === 0, `${report.verdict}, although ${failed.length} checks failed`)
        // What may fail without harm: asking whether a proof's key is free, and storing the proof; telling retention, and
        // whoever reads the ledger.
        const skipped = report.checks.filter(({ status }) => status === 'skipped').length
        const isHarmless = /\/(proofs|leases|ledger)\/|random/.test(struck)
        hold(isHarmless || kind === 'abort' || skipped > 0, `it ${report.verdict}`)
        hold(skipped === 0 || report.verdict === 'degraded', 'a skipped check counts as passed')
      }
      hold(
        (report.verdict === 'passed') === (proof === 'passed') || report.verdict === 'failed',
        `it ${report.verdict}, with a proof that says ${proof}`,
      )
      hold(proof !== 'passed' || failed.length === 0, 'the proof says passed')
      hold(backupsOf(store).join() === backupsOf(pristine).join(), 'it changed a backup')
    }
    expect(wrong).toEqual([])
    expect(position).toBeGreaterThan(callsOfVerification)
    const rerun = await prove([copyStore(pristine)], null, kind)
    expect(rerun.report.verdict).toBe('passed')
  })
})

it('with a second good store the data is proven, whatever befalls the first', async () => {
  const wrong: string[] = []
  for (let position = 1; ; position += 1) {
    const first = copyStore(pristine)
    const sabotage = new Sabotage(position, 'unavailable midway', (call) => call.startsWith('memory.'))
    await using ports = await verifyPorts(
      [sabotage.store(first), copyStore(pristine, { name: 'second' })],
      keys,
    )
    const { report } = await verify(environment, { backup: 'latest', level: 'useful' }, ports)
    if (sabotage.struck === null) break
    const isEqual = report.checks.some(({ rung, status }) => rung === 'equal' && status === 'passed')
    if (!isEqual) wrong.push(`${sabotage.struck}: ${report.failure?.message}`)
  }
  expect(wrong).toEqual([])
})

/** Keys of everything but proofs, leases and the ledger. */
function backupsOf(store: MemoryStore): string[] {
  return [...store.objects.keys()].filter((key) => !/\/(proofs|leases|ledger)\//.test(key)).sort()
}

async function prove(
  stores: readonly Store[],
  position: number | null,
  kind: Trouble,
): Promise<{ report: Report; struck: string | null; spooled: string[]; proof: string | null }> {
  await using ports = await verifyPorts(stores, keys)
  const sabotage = new Sabotage(position, kind)
  const input = { backup: 'latest', level: 'useful' } as const
  const { report, proof } = await verify(environment, input, sabotage.over(ports))
  const [store] = stores
  const stored = proof === null ? null : await store?.get(proof)
  let said: string | null = null
  if (stored) {
    const text = Buffer.concat(await stored.toArray()).toString()
    said = (JSON.parse(text) as { verdict: string }).verdict
  }
  return { report, struck: sabotage.struck, spooled: await readdir(ports.spool), proof: said }
}
