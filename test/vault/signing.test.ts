import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkSignature,
  makeSigningKeys,
  minisignPublicKey,
  publicKeyOf,
  sign,
} from '../../src/vault/signing.ts'
import { runProgram } from './programs.ts'

const keys = makeSigningKeys()
const comment = 'lifeboat manifest production/20261121T101500Z-k3f9x'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-signing-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const verifyByMinisign = async (bytes: Buffer, signature: string, publicKey: string) => {
  await writeFile(join(folder, 'manifest.json'), bytes)
  await writeFile(join(folder, 'manifest.json.sig'), signature)
  return runProgram(
    'minisign',
    ['-V', '-P', minisignPublicKey(publicKey), '-m', 'manifest.json', '-x', 'manifest.json.sig'],
    { directory: folder },
  )
}

describe('stock minisign', () => {
  test('accepts our signature and shows what it is for', async () => {
    const bytes = randomBytes(10_000)
    const checked = await verifyByMinisign(bytes, sign(bytes, keys.secretKey, comment), keys.publicKey)
    expect(checked.stderr).toBe('')
    expect(checked.stdout.toString()).toContain(comment)
    expect(checked.code).toBe(0)
  })

  test('refuses altered bytes', async () => {
    const bytes = randomBytes(100)
    const signature = sign(bytes, keys.secretKey, comment)
    const checked = await verifyByMinisign(
      Buffer.concat([bytes, Buffer.from('!')]),
      signature,
      keys.publicKey,
    )
    expect(checked.code).not.toBe(0)
  })

  test('makes signatures that we accept', async () => {
    await runProgram('minisign', ['-G', '-W', '-p', 'their.pub', '-s', 'their.key'], { directory: folder })
    const bytes = randomBytes(5_000)
    await writeFile(join(folder, 'theirs'), bytes)
    await runProgram('minisign', ['-S', '-H', '-s', 'their.key', '-m', 'theirs', '-t', comment], {
      directory: folder,
    })
    const packed = Buffer.from(
      (await readFile(join(folder, 'their.pub'), 'utf8')).split('\n')[1] ?? '',
      'base64',
    )
    const publicKey = `ed25519:${packed.subarray(10).toString('base64')}`
    // Its key id is random, ours follows from the key: put ours in, as the id is not signed.
    const lines = (await readFile(join(folder, 'theirs.minisig'), 'utf8')).split('\n')
    const signature = Buffer.from(lines[1] ?? '', 'base64')
    Buffer.from(minisignPublicKey(publicKey), 'base64').copy(signature, 2, 2, 10)
    lines[1] = signature.toString('base64')
    expect(() => checkSignature(bytes, lines.join('\n'), publicKey, comment)).not.toThrow()
  })
})

describe('a signature', () => {
  test('is accepted for exactly what was signed', () => {
    const bytes = randomBytes(1_000)
    expect(() =>
      checkSignature(bytes, sign(bytes, keys.secretKey, comment), keys.publicKey, comment),
    ).not.toThrow()
  })

  test('is refused when any byte of what was signed differs', () => {
    const bytes = randomBytes(500)
    const signature = sign(bytes, keys.secretKey, comment)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const altered = Buffer.from(bytes)
        altered[position] = (altered[position] ?? 0) ^ change
        expect(() => checkSignature(altered, signature, keys.publicKey, comment)).toThrow(
          expect.objectContaining({ kind: 'integrity' }),
        )
      }),
    )
  })

  test('is refused when any character that counts of its text differs', () => {
    const bytes = randomBytes(50)
    const signature = sign(bytes, keys.secretKey, comment)
    const start = signature.indexOf('\n') + 1 // the untrusted comment may say anything
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: signature.length - 2 }),
        fc.constantFrom('A', 'b', '9', '\n'),
        (at, character) => {
          fc.pre(signature[at] !== character)
          const altered = signature.slice(0, at) + character + signature.slice(at + 1)
          expect(() => checkSignature(bytes, altered, keys.publicKey, comment)).toThrow(
            expect.objectContaining({ kind: 'integrity' }),
          )
        },
      ),
      { numRuns: 400 },
    )
  })

  test('of another backup, another role or another key is refused', () => {
    const bytes = randomBytes(50)
    const signature = sign(bytes, keys.secretKey, comment)
    const refused = expect.objectContaining({ kind: 'integrity' }) as unknown as Error
    expect(() => checkSignature(bytes, signature, keys.publicKey, `${comment}x`)).toThrow(refused)
    expect(() =>
      checkSignature(bytes, signature, keys.publicKey, comment.replace('manifest', 'proof')),
    ).toThrow(refused)
    expect(() => checkSignature(bytes, signature, makeSigningKeys().publicKey, comment)).toThrow(refused)
    expect(() => checkSignature(bytes, '', keys.publicKey, comment)).toThrow(refused)
  })

  test('needs keys in our form, and a wrong secret is not repeated', () => {
    expect(publicKeyOf(keys.secretKey)).toBe(keys.publicKey)
    expect(keys.publicKey).toMatch(/^ed25519:[A-Za-z0-9+/]{43}=$/)
    expect(() => sign(Buffer.alloc(1), 'ed25519-secret:c2VjcmV0', comment)).toThrow(
      expect.objectContaining({
        kind: 'config',
        message: expect.not.stringContaining('c2VjcmV0') as unknown,
      }),
    )
    expect(() => checkSignature(Buffer.alloc(1), '', 'ed25519:short', comment)).toThrow(
      expect.objectContaining({ kind: 'config' }),
    )
  })
})
