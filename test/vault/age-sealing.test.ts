import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeIdentity, parseIdentities, recipientOf } from '../../src/vault/keys.ts'
import {
  ageOpener,
  ageSealing,
  makePassphraseIdentity,
  openPassphraseIdentity,
} from '../../src/vault/age-sealing.ts'
import { answerOnTerminal, runProgram } from './programs.ts'
import { cut, through } from './streams.ts'

const keys = await makeIdentity()
const other = await makeIdentity()
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-sealing-'))
  await writeFile(join(folder, 'key.txt'), `# a comment\n${keys.identity}\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sealing = (recipients: string[]) => (plain: AsyncIterable<Buffer>) => ageSealing(recipients).seal(plain)
const seal = async (plain: Buffer, sizes: number[] = [65_536]): Promise<Buffer> =>
  through(cut(plain, sizes), sealing([keys.recipient]))
const unseal = (sealed: Buffer, sizes: number[] = [65_536]): Promise<Buffer> =>
  through(cut(sealed, sizes), ageOpener([keys.identity]).open())

const awkwardSizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 10 * 1024 * 1024]

describe('stock age', () => {
  test.each(awkwardSizes)('opens what we seal (%i bytes)', async (size) => {
    const plain = randomBytes(size)
    const opened = await runProgram('age', ['-d', '-i', join(folder, 'key.txt')], {
      input: await seal(plain),
    })
    expect(opened.stderr).toBe('')
    expect(opened.stdout.equals(plain)).toBe(true)
  })

  test.each(awkwardSizes)('seals what we open (%i bytes)', async (size) => {
    const plain = randomBytes(size)
    const sealed = await runProgram('age', ['-r', other.recipient, '-r', keys.recipient], { input: plain })
    expect(sealed.code).toBe(0)
    expect((await unseal(sealed.stdout)).equals(plain)).toBe(true)
  })

  test('opens with the key of each recipient', async () => {
    const plain = Buffer.from('for two')
    const sealed = await through([plain], sealing([other.recipient, keys.recipient]))
    const opened = await runProgram('age', ['-d', '-i', join(folder, 'key.txt')], { input: sealed })
    expect(opened.stdout.equals(plain)).toBe(true)
    expect((await through([sealed], ageOpener([other.identity]).open())).equals(plain)).toBe(true)
  })
})

describe('sealing', () => {
  test('gives back every byte, however the bytes are cut on both sides', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(70_000), fc.constantFrom(65_535, 65_536, 65_537, 131_071, 131_072, 131_073)),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
        async (size, sealCuts, openCuts) => {
          const plain = randomBytes(size)
          const sealed = await seal(
            plain,
            sealCuts.map((cutSize) => Math.max(cutSize, size / 2_000)),
          )
          const opened = await unseal(
            sealed,
            openCuts.map((cutSize) => Math.max(cutSize, size / 2_000)),
          )
          expect(opened.equals(plain)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('opens a file that comes byte by byte', async () => {
    const plain = randomBytes(300)
    expect((await unseal(await seal(plain, [1]), [1])).equals(plain)).toBe(true)
  })

  test('uses a fresh file key and nonce for every artifact', async () => {
    const plain = Buffer.alloc(100)
    const [first, second] = [await seal(plain), await seal(plain)]
    expect(first.subarray(-116).equals(second.subarray(-116))).toBe(false)
  })

  test('finds any altered byte', async () => {
    const plain = randomBytes(65_536 * 2 + 100)
    const sealed = await seal(plain)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(sealed.length - 1), fc.nat(250)),
        fc.integer({ min: 1, max: 255 }),
        async (position, change) => {
          const altered = Buffer.from(sealed)
          altered[position] = (altered[position] ?? 0) ^ change
          // An altered recipient line looks like one for somebody else; everything else is plainly damage.
          await expect(unseal(altered)).rejects.toMatchObject({
            kind: expect.stringMatching(/^(integrity|access)$/) as unknown,
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('calls an altered payload integrity', async () => {
    const sealed = await seal(randomBytes(200_000))
    sealed[sealed.length - 70_000] = (sealed[sealed.length - 70_000] ?? 0) ^ 1
    await expect(unseal(sealed)).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('finds any truncation', async () => {
    for (const size of [0, 10, 65_536, 65_536 * 2 + 5]) {
      const sealed = await seal(randomBytes(size))
      const interesting = [sealed.length - 1, sealed.length - 16, sealed.length - 17, 65_552, 22, 1, 0]
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.nat(sealed.length - 1), fc.constantFrom(...interesting)),
          async (kept) => {
            fc.pre(kept >= 0 && kept < sealed.length)
            await expect(unseal(sealed.subarray(0, kept))).rejects.toMatchObject({ kind: 'integrity' })
          },
        ),
        { numRuns: 60 },
      )
    }
  })

  test('finds a truncation at a chunk border, swapped chunks, and anything added', async () => {
    const plain = randomBytes(65_536 * 3)
    const sealed = await seal(plain)
    const start = sealed.length - 3 * 65_552
    const chunk = (index: number): Buffer =>
      sealed.subarray(start + index * 65_552, start + (index + 1) * 65_552)
    const head = sealed.subarray(0, start)
    for (const broken of [
      Buffer.concat([head, chunk(0), chunk(1)]),
      Buffer.concat([head, chunk(1), chunk(0), chunk(2)]),
      Buffer.concat([head, chunk(0), chunk(2)]),
      Buffer.concat([sealed, Buffer.from('x')]),
      Buffer.concat([sealed, chunk(2)]),
      Buffer.concat([sealed, sealed]),
      head,
    ]) {
      await expect(unseal(broken)).rejects.toMatchObject({ kind: 'integrity' })
    }
  })

  test('says access when no identity fits, and config when a key is none', async () => {
    const sealed = await seal(Buffer.from('x'))
    await expect(through([sealed], ageOpener([other.identity]).open())).rejects.toMatchObject({
      kind: 'access',
    })
    await expect(through([sealed], ageOpener([]).open())).rejects.toMatchObject({ kind: 'access' })
    expect(() => ageOpener(['AGE-SECRET-KEY-1WRONG']).open()).toThrow(
      expect.objectContaining({ kind: 'config' }),
    )
    await expect(through([Buffer.from('x')], sealing(['age1wrong']))).rejects.toMatchObject({
      kind: 'config',
    })
    await expect(through([Buffer.from('x')], sealing(['ssh-ed25519 AAAA']))).rejects.toMatchObject({
      kind: 'config',
    })
  })

  test('never repeats a wrong identity in its message', () => {
    const secret = `${keys.identity.slice(0, -3)}QQQ`
    let shown = ''
    try {
      ageOpener([secret]).open()
    } catch (error) {
      shown = JSON.stringify(error, Object.getOwnPropertyNames(error))
    }
    expect(shown).toContain('age secret key')
    expect(shown).not.toContain(secret.slice(20, 40))
  })

  test('holds a bounded amount of a big stream', async () => {
    const piece = Buffer.alloc(262_144, 3)
    const turns = 2_000 // 500 MiB
    let inFlight = 0
    let most = 0
    const source = Readable.from(
      (function* () {
        for (let turn = 0; turn < turns; turn += 1) {
          inFlight += piece.length
          yield piece
        }
      })(),
      { objectMode: false },
    )
    const slowSink = new Writable({
      highWaterMark: 1,
      write: (opened: Buffer, _encoding, done) => {
        inFlight -= opened.length
        most = Math.max(most, inFlight)
        setImmediate(done)
      },
    })
    await pipeline(source, sealing([keys.recipient]), ageOpener([keys.identity]).open(), slowSink)
    expect(inFlight).toBe(0)
    expect(most).toBeLessThan(8 * 1024 * 1024)
  })
})

describe('a passphrase', () => {
  test('opens a stock age file that holds the identity of the artifacts', async () => {
    const made = await makePassphraseIdentity('correct horse battery staple', 12)
    expect(await openPassphraseIdentity(made.sealed, 'correct horse battery staple')).toBe(made.identity)
    expect(await recipientOf(made.identity)).toBe(made.recipient)
    await expect(openPassphraseIdentity(made.sealed, 'another')).rejects.toMatchObject({ kind: 'access' })
    await expect(
      openPassphraseIdentity(made.sealed.subarray(0, -1), 'correct horse battery staple'),
    ).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('works with stock age, which asks for it on a terminal', async () => {
    const made = await makePassphraseIdentity('tide and time', 10)
    const plain = randomBytes(100_000)
    await writeFile(join(folder, 'identity.age'), made.sealed)
    await writeFile(join(folder, 'sealed.age'), await through([plain], sealing([made.recipient])))
    const opened = await answerOnTerminal(
      'age -d -i identity.age -o opened sealed.age && sha256sum opened',
      folder,
      'tide and time',
    )
    const { digestOf } = await import('../../src/vault/digest.ts')
    expect(opened.shown).toContain(digestOf(plain).sha256)
  })
})

describe('identity files', () => {
  test('hold identities among comments', () => {
    expect(
      parseIdentities(`# created\n# public key: age1x\n${keys.identity}\r\n\n${other.identity}`),
    ).toEqual([keys.identity, other.identity])
  })

  test('with anything else are a config failure', () => {
    expect(() => parseIdentities('')).toThrow(expect.objectContaining({ kind: 'config' }))
    expect(() => parseIdentities(`${keys.identity}\nhunter2`)).toThrow(
      expect.objectContaining({ kind: 'config' }),
    )
  })
})
