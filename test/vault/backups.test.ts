import { beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { listBackups, readManifest, writeManifest } from '../../src/vault/backups.ts'
import { parseBackupId } from '../../src/domain/backup-id.ts'
import { chooseBackup } from '../../src/vault/choose-backup.ts'
import { digestOf } from '../../src/vault/digest.ts'
import { manifestKey, signatureKey } from '../../src/vault/layout.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { backupId, context, environment, makeManifest, makeSource } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'

const keys = makeSigningKeys()
const signed = { publicKey: keys.publicKey, protected: true, ...context }
const key = manifestKey(environment, backupId)
const manifest = makeManifest([makeSource([])])
let first = new MemoryStore('first')
let second = new MemoryStore('second')
let stores = [first, second]

beforeEach(() => {
  first = new MemoryStore('first')
  second = new MemoryStore('second')
  stores = [first, second]
})

const gone = (): never => {
  throw new Failure('unavailable', 'gone')
}
const write = (id = backupId, to = stores, signingKey: string | null = keys.secretKey) =>
  writeManifest({ ...manifest, id }, { stores: to, signingKey, ...context })
const read = (options: Parameters<typeof readManifest>[3] = signed) =>
  readManifest(stores, environment, backupId, options)

describe('a manifest', () => {
  test('comes back as it was written, with its digest', async () => {
    const written = await write()
    expect(written.stores).toEqual(['first', 'second'])
    expect(await read()).toEqual({
      manifest,
      bytes: first.bytes(key),
      sha256: digestOf(first.bytes(key)).sha256,
      signed: true,
      signature: first.bytes(signatureKey(key)),
      store: 'first',
      damages: [],
    })
    expect(written.sha256).toBe(digestOf(first.bytes(key)).sha256)
  })

  test('is written after its signature, and not where the signature could not be', async () => {
    first.fault = (call, at) => {
      if (call === 'put' && at.endsWith('.sig')) gone()
    }
    const order: string[] = []
    second.fault = (call, at) => {
      if (call === 'put') order.push(at)
    }
    const written = await write()
    expect(order).toEqual([signatureKey(key), key])
    expect(first.keys()).toEqual([])
    expect(written.stores).toEqual(['second'])
    expect(written.failures.get('first')?.kind).toBe('unavailable')
  })

  test('that no store takes fails the backup', async () => {
    for (const store of stores) store.fault = gone
    await expect(write()).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('is never replaced, but its own repetition is no failure', async () => {
    await write()
    expect((await write()).stores).toEqual(['first', 'second'])
    const other = { ...manifest, reason: 'another' }
    const again = writeManifest(other, { stores, signingKey: keys.secretKey, ...context })
    await expect(again).rejects.toMatchObject({ kind: 'refused' })
  })

  test.each([
    [
      'is altered',
      'damaged',
      () => first.replaceWith(key, Buffer.from(first.bytes(key).toString().replace('shop', 'shoq'))),
    ],
    ['is truncated', 'damaged', () => first.replaceWith(key, first.bytes(key).subarray(0, -10))],
    ['lies', 'damaged', () => first.replaceWith(key, Buffer.from('{"format":1}'))],
    ['is missing', 'missing', () => void first.objects.delete(key)],
    ['has no signature', 'damaged', () => void first.objects.delete(signatureKey(key))],
    ['has a broken signature', 'damaged', () => first.replaceWith(signatureKey(key), Buffer.from('x'))],
    ['cannot be reached', 'unreachable', () => void (first.fault = gone)],
  ] as [string, string, () => void][])(
    'that %s in one store is read from the next, and reported',
    async (_how, problem, spoil) => {
      await write()
      spoil()
      expect(await read()).toMatchObject({
        manifest,
        store: 'second',
        damages: [{ store: 'first', key, problem }],
      })
    },
  )

  test('that is bad in every store is an integrity failure, or what else was seen', async () => {
    await write()
    for (const store of stores)
      store.replaceWith(key, Buffer.from(store.bytes(key).toString().replace('shop', 'shoq')))
    await expect(read()).rejects.toMatchObject({ kind: 'integrity' })
    for (const store of stores) store.objects.clear()
    await expect(read()).rejects.toMatchObject({ kind: 'missing' })
    for (const store of stores) store.fault = gone
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('that was overwritten with its signature is read from the older versions', async () => {
    await write()
    for (const store of stores) {
      store.overwrite(key, Buffer.from('ransom'))
      store.overwrite(signatureKey(key), Buffer.from('ransom'))
    }
    expect(await read()).toMatchObject({
      manifest,
      damages: [
        { key: signatureKey(key), olderVersionServed: true },
        { key, olderVersionServed: true },
      ],
    })
  })

  test('of another backup, put in its place with its genuine signature, is refused', async () => {
    const otherId = '20261120T101500Z-aaaaa'
    await write(otherId)
    for (const store of stores) {
      store.replaceWith(key, store.bytes(manifestKey(environment, otherId)))
      store.replaceWith(signatureKey(key), store.bytes(signatureKey(manifestKey(environment, otherId))))
    }
    await expect(read()).rejects.toMatchObject({ kind: 'integrity' })
    const unsigned = { publicKey: null, protected: false, ...context }
    await expect(read(unsigned)).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('of an unknown signer is refused', async () => {
    await write(backupId, stores, makeSigningKeys().secretKey)
    await expect(read()).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('without a signature passes with a notice when no key is configured, unless the environment is protected', async () => {
    await write(backupId, stores, null)
    const notices: string[] = []
    const log = { ...context.log, notice: (text: string) => void notices.push(text) }
    const unsigned = { publicKey: null, protected: false, signal: context.signal, log }
    expect(await read(unsigned)).toMatchObject({ manifest, signed: false })
    expect(notices).toHaveLength(1)
    await expect(read({ ...unsigned, protected: true })).rejects.toMatchObject({ kind: 'integrity' })
    await expect(read({ ...signed, protected: false })).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('of a newer format is a config failure that says so', async () => {
    const newer = Buffer.from(JSON.stringify({ ...manifest, format: 99 }))
    for (const store of stores) store.overwrite(key, newer)
    const unsigned = { publicKey: null, protected: false, ...context }
    await expect(read(unsigned)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining('99') as unknown,
    })
  })
})

describe('backups', () => {
  const ids = ['20261119T080000Z-aaaaa', '20261120T080000Z-bbbbb-pre-deploy', '20261121T080000Z-ccccc']

  beforeEach(async () => {
    await write(ids[0], [first, second])
    await write(ids[1], [second])
    await write(ids[2], [first])
    first.overwrite(
      `${environment}/backups/20261122T080000Z-ddddd/main/toc.dat.age`,
      Buffer.from('no manifest yet'),
    )
    first.overwrite(`${environment}/backups/20261123T080000Z-eeeee/main/manifest.json`, Buffer.from('{}'))
    first.overwrite(`${environment}/backups/no-id/manifest.json`, Buffer.from('{}'))
    first.overwrite(`${environment}-other/backups/20261124T080000Z-fffff/manifest.json`, Buffer.from('{}'))
  })

  test('are those that some store has a manifest of, newest first', async () => {
    const { backups, unreachable } = await listBackups(stores, environment, context)
    expect(backups.map(({ id, stores: names }) => [id, names])).toEqual([
      [ids[2], ['first']],
      [ids[1], ['second']],
      [ids[0], ['first', 'second']],
    ])
    expect(backups[1]).toMatchObject({ label: 'pre-deploy', at: Date.parse('2026-11-20T08:00:00Z') })
    expect(unreachable.size).toBe(0)
  })

  test('of a store that does not answer are missing from the list, and that is said', async () => {
    first.fault = gone
    const { backups, unreachable } = await listBackups(stores, environment, context)
    expect(backups).toHaveLength(2)
    expect([...unreachable.keys()]).toEqual(['first'])
    second.fault = gone
    await expect(listBackups(stores, environment, context)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test.each([
    ['latest', ids[2]],
    [ids[0], ids[0]],
    [ids[1], ids[1]],
    ['2026-11-21', ids[1]],
    ['2026-11-21T08:00:00Z', ids[2]],
    ['2026-11-21T07:59:59Z', ids[1]],
    ['2026-11-21 08:30', ids[2]],
    ['2026-11-21T09:00:00+02:00', ids[1]],
  ])('are chosen by %s', async (selector, id) => {
    expect(await chooseBackup(stores, environment, selector ?? '', context)).toMatchObject({ id })
  })

  test('are chosen by a label: the newest that bears it, and one that nobody bears is missing', async () => {
    const labelled = ['20261119T080000Z-aaaaa-pre-migration', '20261119T090000Z-bbbbb-pre-migration']
    for (const id of labelled) await first.put(manifestKey(environment, id), Buffer.from('{}'))
    const chosen = await chooseBackup(stores, environment, 'pre-migration', context)
    expect(chosen).toMatchObject({ id: labelled[1], label: 'pre-migration' })
    expect(chosen.older.map(({ id }) => id)).toEqual([labelled[0], ids[0]])
    await expect(chooseBackup(stores, environment, 'pre-flight', context)).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  test('are the latest only if no restore made them of what it replaced; those are taken by id or label', async () => {
    const emergency = '20261121T110000Z-emerg-pre-restore'
    await first.put(manifestKey(environment, emergency), Buffer.from('{}'))
    const later = { ...context, now: Date.parse('2026-11-22T00:00:00Z') }
    const proven = { ...later, newestProven: async (among: readonly string[]) => among[0] ?? null }
    expect(parseBackupId(emergency)?.at).toBeGreaterThan(parseBackupId(ids[2] ?? '')?.at ?? Infinity)
    for (const selector of ['latest', '2026-11-21T23:00:00Z', 'latest-proven']) {
      expect(await chooseBackup(stores, environment, selector, proven)).toMatchObject({ id: ids[2] })
    }
    for (const selector of [emergency, 'pre-restore']) {
      expect(await chooseBackup(stores, environment, selector, later)).toMatchObject({
        id: emergency,
        older: [{ id: ids[2] }, { id: ids[1] }, { id: ids[0] }],
      })
    }
  })

  test('are chosen by latest-proven, among all that are not from the future, newest first', async () => {
    const asked: string[][] = []
    const newestProven = async (among: readonly string[]) => {
      asked.push([...among])
      return ids[0] ?? null
    }
    const proven = { ...context, newestProven }
    expect(await chooseBackup(stores, environment, 'latest-proven', proven)).toMatchObject({ id: ids[0] })
    expect(asked).toEqual([[ids[2], ids[1], ids[0]]])
    const none = { ...context, newestProven: async () => null }
    await expect(chooseBackup(stores, environment, 'latest-proven', none)).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  test('that do not exist are missing, and the nearest are named', async () => {
    await expect(chooseBackup(stores, environment, '20261120T090000Z-zzzzz', context)).rejects.toMatchObject({
      kind: 'missing',
      hint: expect.stringMatching(new RegExp(`Nearest: ${ids[1]}`)) as unknown,
    })
    await expect(chooseBackup(stores, environment, '2026-11-01', context)).rejects.toMatchObject({
      kind: 'missing',
      hint: expect.stringMatching(new RegExp(`Nearest: ${ids[0]}`)) as unknown,
    })
    await expect(chooseBackup(stores, 'staging', 'latest', context)).rejects.toMatchObject({
      kind: 'missing',
    })
    for (const nonsense of ['last week', '', '2026-13-45', 'LATEST', 'latest-proven']) {
      await expect(chooseBackup(stores, environment, nonsense, context)).rejects.toMatchObject({
        kind: 'config',
      })
    }
  })

  test('whose manifest a thief deleted are found by their id while a store keeps versions', async () => {
    await first.remove(manifestKey(environment, ids[2] ?? ''))
    expect(await chooseBackup(stores, environment, 'latest', context)).toMatchObject({ id: ids[1] })
    const chosen = await chooseBackup(stores, environment, ids[2] ?? '', context)
    expect(chosen).toMatchObject({ id: ids[2], stores: ['first'] })
    expect(await readManifest(stores, environment, chosen.id, signed)).toMatchObject({
      manifest: { id: ids[2] },
      damages: [{ store: 'first', problem: 'missing', olderVersionServed: true }],
    })
  })
})
