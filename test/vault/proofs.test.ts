import { beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { signatureKey } from '../../src/vault/layout.ts'
import { listProofs, readProof, writeProof } from '../../src/vault/proofs.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { backupId, context, environment, makeProof } from './fixtures.ts'
import { MemoryStore } from './memory-store.ts'

const keys = makeSigningKeys()
const trust = { publicKey: keys.publicKey, protected: true, ...context }
const at = Date.parse('2026-11-21T12:00:00Z')
const manifestSha256 = 'a'.repeat(64)
const proof = makeProof(manifestSha256)
let first = new MemoryStore('first')
let second = new MemoryStore('second')
let stores = [first, second]

beforeEach(() => {
  first = new MemoryStore('first')
  second = new MemoryStore('second')
  stores = [first, second]
})
const write = (change: Parameters<typeof makeProof>[1] = {}) =>
  writeProof({ ...proof, ...change }, at, { stores, signingKey: keys.secretKey, ...context })

describe('a proof', () => {
  test('lies beside its backup, signed, and comes back', async () => {
    const { key } = await write()
    expect(key).toBe(`production/proofs/${backupId}/20261121T120000Z.json`)
    expect(first.keys()).toEqual([key, signatureKey(key)])
    expect(await readProof(stores, environment, key, { ...trust, manifestSha256 })).toMatchObject({
      proof,
      signed: true,
      damages: [],
    })
  })

  test('of the same second takes the next one', async () => {
    const [one, two] = [await write(), await write({ verdict: 'failed' })]
    expect(two.key).toBe(one.key.replace('120000Z', '120001Z'))
    expect(await readProof(stores, environment, two.key, trust)).toMatchObject({
      proof: { verdict: 'failed' },
    })
  })

  test('is stored wherever a store answers', async () => {
    first.fault = () => {
      throw new Failure('access', 'no')
    }
    const written = await write()
    expect(written.stores).toEqual(['second'])
    expect(written.failures.get('first')?.kind).toBe('access')
    second.fault = first.fault
    await expect(write()).rejects.toMatchObject({ kind: 'access' })
  })

  test('speaks of one manifest only', async () => {
    const { key } = await write()
    const other = readProof(stores, environment, key, { ...trust, manifestSha256: 'b'.repeat(64) })
    await expect(other).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('moved to another time or backup is refused, though its signature is genuine', async () => {
    const { key } = await write()
    const later = key.replace('120000Z', '180000Z')
    const elsewhere = key.replace(backupId, '20261122T101500Z-aaaaa')
    for (const place of [later, elsewhere]) {
      first.overwrite(place, first.bytes(key))
      first.overwrite(signatureKey(place), first.bytes(signatureKey(key)))
      await expect(readProof([first], environment, place, trust)).rejects.toMatchObject({ kind: 'integrity' })
    }
    const unsigned = { publicKey: null, protected: false, ...context }
    await expect(readProof([first], environment, elsewhere, unsigned)).rejects.toMatchObject({
      kind: 'integrity',
    })
  })

  test('is listed from every store, newest first', async () => {
    const { key } = await write()
    const newer = await writeProof(proof, at + 3_600_000, { stores: [second], signingKey: null, ...context })
    expect(await listProofs(stores, environment, context)).toEqual([
      { key: newer.key, backupId, time: '20261121T130000Z' },
      { key, backupId, time: '20261121T120000Z' },
    ])
    expect(await listProofs(stores, environment, { ...context, backupId: '20261122T101500Z-aaaaa' })).toEqual(
      [],
    )
  })
})
