import { beforeAll, describe, expect, it } from 'vitest'
import { repair, type RepairInput } from '../../src/operations/repair/repair.ts'
import { Failure } from '../../src/domain/failure.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { Store } from '../../src/ports/store.ts'
import { nextSteps } from '../../src/reports/words.ts'
import { backupFolder, ledgerFolder, manifestKey, signatureKey } from '../../src/vault/layout.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { addVersion, bytesAt, bytesDamages, copyStore, flipped, overwrite } from '../support/ports/damage.ts'
import { makeTestKeys, type TestKeys } from '../support/ports/environment.ts'
import { backUp, keeperPorts, keeping, type Keeping } from '../support/ports/retention.ts'
import { Sabotage, trouble } from '../support/ports/sabotage.ts'
import { wholeBackups } from '../support/ports/whole-backups.ts'

let keys: TestKeys
let kept: Keeping
let full: MemoryStore
let id: string
beforeAll(async () => {
  keys = await makeTestKeys()
  kept = await keeping(keys)
  full = memoryStore({ name: 'first' })
  id = await backUp([full], kept, fakeClock())
})

interface Options extends Partial<RepairInput> {
  within?: Keeping
  ports?: Partial<Ports>
  sabotage?: Sabotage
}

async function run(
  stores: readonly Store[],
  { within = kept, ports: change = {}, sabotage, ...input }: Options = {},
) {
  await using ports = await keeperPorts(stores, within, change)
  return await repair(
    within.environment,
    { backup: id, level: 'intact', confirm: null, dryRun: false, ...input },
    sabotage?.over(ports) ?? ports,
  )
}

const second = (options = {}): MemoryStore => copyStore(full, { name: 'second', ...options })
const keysIn = (store: MemoryStore): string[] => [...store.objects.keys()]
const artifact = (): string => keysIn(full).find((key) => key.endsWith('.zst.age')) ?? ''
const whole = (store: MemoryStore): Promise<string[]> =>
  wholeBackups(copyStore(store), kept.environment, keys)

const targets: [string, () => string][] = [
  ['an artifact', artifact],
  ['the manifest', () => manifestKey('test', id)],
  ['the signature', () => signatureKey(manifestKey('test', id))],
]

describe.each(targets)('%s', (_what, keyOf) => {
  it.each(bytesDamages)(
    'having $name is sound again, in the bytes of the other store',
    async ({ damage }) => {
      const [good, bad] = [copyStore(full), second()]
      const bytes = damage(bytesAt(bad, keyOf()))
      if (bytes === null) bad.objects.delete(keyOf())
      else overwrite(bad, keyOf(), bytes)
      const { report } = await run([bad, good])
      expect(report).toMatchObject({ verdict: 'passed', failure: null })
      expect(bytesAt(bad, keyOf()).equals(bytesAt(full, keyOf()))).toBe(true)
      expect(await whole(bad)).toEqual([id])
      const events = keysIn(good).filter(
        (key) => key.startsWith(ledgerFolder('test')) && key.endsWith('.json'),
      )
      const event = bytesAt(good, events.sort().at(-1) ?? '').toString()
      expect(JSON.parse(event)).toMatchObject({ type: 'repair', backupId: id })
    },
  )
})

it('what is sound is left alone', async () => {
  const stores = [copyStore(full), second()]
  const removed: string[] = []
  const watched = stores.map((store) =>
    faultyStore(store, ({ method, key }) => {
      if (method === 'remove' && !key.includes('/leases/')) removed.push(key)
      return null
    }),
  )
  const { report, repaired } = await run(watched)
  expect({ verdict: report.verdict, repaired, removed }).toEqual({
    verdict: 'passed',
    repaired: [],
    removed: [],
  })
})

it('a dry run says what is damaged, is degraded, and changes nothing', async () => {
  const bad = second()
  overwrite(bad, artifact(), flipped(bytesAt(full, artifact()), 100))
  const before = keysIn(bad)
  const { report, repaired } = await run([copyStore(full), bad], { dryRun: true })
  expect({ verdict: report.verdict, repaired }).toEqual({
    verdict: 'degraded',
    repaired: [`second ${artifact()}`],
  })
  expect(keysIn(bad)).toEqual(before)
  expect(bytesAt(bad, artifact()).equals(bytesAt(full, artifact()))).toBe(false)
})

it('a dry run fails as the run itself does when no store has a sound copy, and says to make a new backup', async () => {
  const bad = copyStore(full)
  overwrite(bad, artifact(), flipped(bytesAt(full, artifact()), 100))
  const [first, second] = [await run([bad], { dryRun: true }), await run([bad])]
  const { failure } = first.report
  expect(failure).toMatchObject({
    kind: 'integrity',
    message: expect.stringMatching(/^1 object could not be mended: no store has a sound copy/),
    hint: expect.stringContaining('make a new backup now, with `lifeboat backup --environment test`'),
  })
  expect(failure).toEqual(second.report.failure)
  expect([...first.repaired, ...second.repaired]).toEqual([])
  // What the report prints as the next step is this, and no repair.
  expect(nextSteps(first.report).join()).not.toContain('lifeboat repair')
})

it('where a store did not answer, it is named as one that may have a sound copy', async () => {
  const bad = copyStore(full)
  overwrite(bad, artifact(), flipped(bytesAt(full, artifact()), 100))
  const silent = faultyStore(second(), () => ({
    when: 'before',
    failure: new Failure('unavailable', 'store second does not answer'),
  }))
  for (const dryRun of [true, false]) {
    const { report } = await run([bad, silent], { dryRun })
    expect(report.failure).toMatchObject({
      kind: 'integrity',
      hint: expect.stringContaining('(second) may have one'),
    })
  }
})

it('by sizes alone, other bytes are not found, and the run does not call it passed', async () => {
  const bad = second()
  overwrite(bad, artifact(), flipped(bytesAt(full, artifact()), 100))
  const { report, repaired } = await run([copyStore(full), bad], { level: 'stored' })
  expect({ verdict: report.verdict, repaired }).toEqual({ verdict: 'degraded', repaired: [] })
})

describe('nothing is removed', () => {
  const damagedBoth = (): [MemoryStore, MemoryStore] => {
    const [one, two] = [copyStore(full), second()]
    for (const store of [one, two]) overwrite(store, artifact(), flipped(bytesAt(full, artifact()), 100))
    return [one, two]
  }

  it('when no store has a sound copy', async () => {
    const [one, two] = damagedBoth()
    const { report } = await run([one, two])
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'integrity' } })
    for (const store of [one, two]) expect(store.objects.has(artifact())).toBe(true)
  })

  it('when the credentials may not', async () => {
    const bad = second({ appendOnly: true })
    const damaged = flipped(bytesAt(full, artifact()), 100)
    overwrite(bad, artifact(), damaged)
    const { report } = await run([copyStore(full), bad])
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'access' } })
    expect(bytesAt(bad, artifact()).equals(damaged)).toBe(true)
  })

  it('of a protected environment without its name and a reason', async () => {
    const within = { ...kept, environment: { ...kept.environment, protected: true } }
    const bad = second()
    overwrite(bad, artifact(), flipped(bytesAt(full, artifact()), 100))
    for (const confirm of [null, 'another']) {
      const { report } = await run([copyStore(full), bad], { within, confirm })
      expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'refused' } })
    }
    expect((await run([copyStore(full), bad], { within, confirm: 'test' })).report.failure?.kind).toBe(
      'refused',
    )
    await using ports = await keeperPorts([], kept)
    const given = { within, confirm: 'test', ports: { run: { ...ports.run, reason: 'the disk failed' } } }
    expect((await run([copyStore(full), bad], given)).report.verdict).toBe('passed')
  })

  it('by the word of another manifest, where no signature tells which one is genuine', async () => {
    const unsigned = { ...kept, environment: { ...kept.environment, signing: {} } }
    const [forged, good] = [copyStore(full), second()]
    // Whoever may write to the first store forges an artifact, and a manifest that vouches for it.
    const bytes = flipped(bytesAt(full, artifact()), 100)
    const { createHash } = await import('node:crypto')
    const digest = (data: Buffer) => createHash('sha256').update(data).digest('hex')
    const text = bytesAt(full, manifestKey('test', id)).toString()
    overwrite(forged, artifact(), bytes)
    overwrite(
      forged,
      manifestKey('test', id),
      Buffer.from(text.replace(digest(bytesAt(full, artifact())), digest(bytes))),
    )
    const { report } = await run([forged, good], { within: unsigned })
    expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'refused' } })
    for (const key of keysIn(full).filter((one) => one.startsWith(backupFolder('test', id)))) {
      expect(bytesAt(good, key).equals(bytesAt(full, key))).toBe(true)
    }
  })
})

it('a copy that was overwritten on a store with versions is mended from its own older version', async () => {
  const store = copyStore(full, { versioned: true })
  addVersion(store, artifact(), flipped(bytesAt(full, artifact()), 100))
  // What hides the object on such a store is a delete marker: the older versions stay.
  const marking: Store = { ...store, remove: async (key) => void hidden.add(key) }
  const hidden = new Set<string>()
  const get: Store['get'] = async (key, options) =>
    hidden.has(key) && options?.version === undefined ? null : store.get(key, options)
  const put: Store['put'] = async (key, body, options) => {
    if (!hidden.delete(key)) return store.put(key, body, options)
    const pieces: Uint8Array[] = []
    if (body instanceof Uint8Array) pieces.push(body)
    else for await (const piece of body as AsyncIterable<Buffer>) pieces.push(piece)
    addVersion(store, key, Buffer.concat(pieces))
    return { key, size: Buffer.concat(pieces).length, modifiedAt: 0 }
  }
  const { report } = await run([{ ...marking, get, put }])
  expect(report).toMatchObject({ verdict: 'passed', failure: null })
  expect(bytesAt(store, artifact()).equals(bytesAt(full, artifact()))).toBe(true)
  expect(store.objects.get(artifact())).toHaveLength(3)
})

it.each(trouble)('%s, once, at any call, harms no sound copy, and a rerun mends', async (kind) => {
  const wrong: string[] = []
  for (let position = 1; ; position += 1) {
    const [good, bad] = [copyStore(full), second()]
    overwrite(bad, artifact(), flipped(bytesAt(full, artifact()), 100))
    const sabotage = new Sabotage(position, kind)
    const clock = fakeClock()
    await run([bad, good], { sabotage, ports: { clock } })
    const where = `call ${position}, ${sabotage.struck}`
    for (const key of keysIn(full)) {
      if (!good.objects.has(key) || !bytesAt(good, key).equals(bytesAt(full, key)))
        wrong.push(`${where}: ${key}`)
    }
    if (sabotage.struck === null) break
    clock.advance(3_600_000) // by then a lease that could not be given back has expired
    const { report } = await run([bad, good], { ports: { clock } })
    if (report.verdict !== 'passed') wrong.push(`${where}: the rerun ${report.failure?.message}`)
    if (!bytesAt(bad, artifact()).equals(bytesAt(full, artifact()))) wrong.push(`${where}: not mended`)
  }
  expect(wrong).toEqual([])
})
