import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aesProgram } from '../../src/vault/aes-recovery.ts'
import { aesOpener, aesSealing, fewestIterations, mostIterations } from '../../src/vault/aes-sealing.ts'
import { answerOnTerminal, runProgram } from './programs.ts'
import { cut, through } from './streams.ts'

const passphrase = 'größer als die Flut'
// The key is derived once each, as for the artifacts of one backup.
const sealing = await aesSealing(passphrase)
const opener = aesOpener(passphrase)

const headerSize = 123
const sealedChunk = 65_552

const seal = (plain: Buffer, sizes: number[] = [65_536]): Promise<Buffer> =>
  through(cut(plain, sizes), (pieces) => sealing.seal(pieces))
const unseal = (sealed: Buffer, sizes: number[] = [65_536]): Promise<Buffer> =>
  through(cut(sealed, sizes), opener.open())

const borders = [0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 10 * 1024 * 1024]

describe('sealing with AES-256-GCM', () => {
  test.each(borders)('gives back %i bytes', async (size) => {
    const plain = randomBytes(size)
    const sealed = await seal(plain)
    expect(sealed.length).toBe(headerSize + size + 16 * Math.max(1, Math.ceil(size / 65_536)))
    expect((await unseal(sealed)).equals(plain)).toBe(true)
  })

  test('gives back every byte, however the bytes are cut on both sides', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(70_000), fc.constantFrom(...borders.slice(2, -1))),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }),
        async (size, sealCuts, openCuts) => {
          const plain = randomBytes(size)
          const atLeast = (cuts: number[]) => cuts.map((cutSize) => Math.max(cutSize, size / 2_000))
          const sealed = await seal(plain, atLeast(sealCuts))
          expect((await unseal(sealed, atLeast(openCuts))).equals(plain)).toBe(true)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('opens a file that comes byte by byte', async () => {
    const plain = randomBytes(300)
    expect((await unseal(await seal(plain, [1]), [1])).equals(plain)).toBe(true)
  })

  test('uses one key of the backup and a fresh salt for every artifact', async () => {
    const plain = Buffer.alloc(100)
    const [first, second] = [await seal(plain), await seal(plain)]
    expect(first.subarray(0, 59).equals(second.subarray(0, 59))).toBe(true)
    expect(first.subarray(59, 91).equals(second.subarray(59, 91))).toBe(false)
    expect(first.subarray(headerSize).equals(second.subarray(headerSize))).toBe(false)
  })

  test('uses a fresh salt for every backup', async () => {
    const other = await aesSealing(passphrase)
    const sealed = await through([Buffer.from('x')], (pieces) => other.seal(pieces))
    expect(sealed.subarray(27, 59).equals((await seal(Buffer.from('x'))).subarray(27, 59))).toBe(false)
    expect((await unseal(sealed)).toString()).toBe('x')
  })

  test('finds any altered byte, and gives no byte of the chunk that it is in', async () => {
    const plain = randomBytes(65_536 * 2 + 100)
    const sealed = await seal(plain)
    // A change in iterations or the salt of the backup would have another key derived, 0.2 s each: see below.
    const position = fc.oneof(
      fc.nat(22),
      fc.integer({ min: 59, max: headerSize - 1 }),
      fc.integer({ min: headerSize, max: sealed.length - 1 }),
    )
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const altered = flipped(sealed, at, change)
        const { released, failure } = await openInSteps(altered)
        const isInHeader = at >= 23 && at < headerSize
        // A header whose authentication fails looks the same as under a wrong passphrase.
        expect(failure).toMatchObject({ kind: isInHeader ? 'access' : 'integrity' })
        const whole = Math.max(0, Math.floor((at - headerSize) / sealedChunk)) * 65_536
        expect(released.length).toBeLessThanOrEqual(whole)
        expect(released.equals(plain.subarray(0, released.length))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test.each([23, 24, 25, 26, 27, 58])('finds byte %i of the derivation altered', async (at) => {
    const altered = flipped(await seal(Buffer.from('x')), at, 1)
    await expect(unseal(altered)).rejects.toMatchObject({
      kind: expect.stringMatching(/^(access|integrity)$/) as unknown,
    })
  })

  test('finds any truncation', async () => {
    for (const size of [0, 10, 65_536, 65_536 * 2 + 5]) {
      const sealed = await seal(randomBytes(size))
      const interesting = [1, 16, 17].map((cutOff) => sealed.length - cutOff)
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.nat(sealed.length - 1),
            fc.constantFrom(...interesting, headerSize, headerSize - 1, 23, 0),
          ),
          async (kept) => {
            await expect(unseal(sealed.subarray(0, kept))).rejects.toMatchObject({ kind: 'integrity' })
          },
        ),
        { numRuns: 60 },
      )
    }
  })

  test('finds a truncation at a chunk border, moved, doubled and missing chunks, and anything added', async () => {
    const sealed = await seal(randomBytes(65_536 * 3))
    const head = sealed.subarray(0, headerSize)
    const chunk = (index: number): Buffer =>
      sealed.subarray(headerSize + index * sealedChunk, headerSize + (index + 1) * sealedChunk)
    for (const broken of [
      [head, chunk(0), chunk(1)],
      [head, chunk(1), chunk(0), chunk(2)],
      [head, chunk(0), chunk(2)],
      [head, chunk(0), chunk(0), chunk(1), chunk(2)],
      [sealed, Buffer.from('x')],
      [sealed, chunk(2)],
      [sealed, sealed],
      [head],
    ]) {
      await expect(unseal(Buffer.concat(broken))).rejects.toMatchObject({ kind: 'integrity' })
    }
  })

  test('finds chunks and headers of another artifact of the same backup', async () => {
    const plain = randomBytes(65_536 * 2)
    const [one, two] = [await seal(plain), await seal(plain)]
    const swapped = Buffer.from(one)
    two.copy(swapped, headerSize + sealedChunk, headerSize + sealedChunk)
    await expect(unseal(swapped)).rejects.toMatchObject({ kind: 'integrity' })
    const foreignHead = Buffer.concat([two.subarray(0, headerSize), one.subarray(headerSize)])
    await expect(unseal(foreignHead)).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('says access when the passphrase is wrong, and never repeats it', async () => {
    const sealed = await seal(Buffer.from('x'))
    for (const wrong of [`${passphrase} `, passphrase.toUpperCase(), 'x']) {
      const failure: unknown = await through([sealed], aesOpener(wrong).open()).catch(
        (error: unknown) => error,
      )
      expect(failure).toMatchObject({ kind: 'access', message: expect.stringContaining('passphrase') })
      expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(passphrase)
    }
    await expect(aesSealing('')).rejects.toMatchObject({ kind: 'config' })
  })

  test.each([0, 1, fewestIterations - 1, mostIterations + 1, 0xffff_ffff])(
    'refuses %i iterations before it derives any key',
    async (iterations) => {
      const forged = Buffer.from(await seal(Buffer.from('x')))
      forged.writeUInt32BE(iterations, 23)
      await expect(unseal(forged)).rejects.toMatchObject({ kind: 'integrity' })
    },
  )

  test('calls what age sealed no file of its own', async () => {
    const file = Buffer.from('age-encryption.org/v1\n-> X25519 abc\n')
    await expect(unseal(file)).rejects.toMatchObject({ kind: 'integrity' })
  })

  test('holds a bounded amount of a big stream', async () => {
    const piece = Buffer.alloc(262_144, 3)
    let inFlight = 0
    let most = 0
    const source = Readable.from(
      (function* () {
        for (let turn = 0; turn < 1_000; turn += 1) {
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
    await pipeline(source, (pieces: AsyncIterable<Buffer>) => sealing.seal(pieces), opener.open(), slowSink)
    expect(inFlight).toBe(0)
    expect(most).toBeLessThan(8 * 1024 * 1024)
  })
})

describe('vectors, made by another implementation', async () => {
  const vectors = z
    .array(
      z.object({
        name: z.string(),
        passphrase: z.string(),
        expect: z.enum(['success', 'access', 'integrity']),
        plainSize: z.int(),
        sealed: z.base64(),
      }),
    )
    .parse(
      JSON.parse(await readFile(join(import.meta.dirname, '..', 'golden', 'aes-256-gcm-1.json'), 'utf8')),
    )

  const open = (vector: (typeof vectors)[number]): Promise<Buffer> =>
    through([Buffer.from(vector.sealed, 'base64')], aesOpener(vector.passphrase).open())

  test.each(vectors.filter(({ expect }) => expect === 'success'))('$name: opens', async (vector) => {
    const plain = Buffer.from(Array.from({ length: vector.plainSize }, (_, index) => (index * 7) % 251))
    expect((await open(vector)).equals(plain)).toBe(true)
  })

  test.each(vectors.filter(({ expect }) => expect !== 'success'))('$name: $expect', async (vector) => {
    await expect(open(vector)).rejects.toMatchObject({ kind: vector.expect })
  })
})

describe('the program on the pages about recovery', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lifeboat-aes-'))
    await writeFile(join(folder, 'open-aes.py'), aesProgram.join('\n'))
    await writeFile(join(folder, 'any.aes'), await seal(Buffer.from('x')))
    await answerOnTerminal('python3 open-aes.py key any.aes > key.txt', folder, passphrase)
  })
  afterAll(() => rm(folder, { recursive: true }))

  // An empty package hides the real one, and the program takes OpenSSL's library.
  const withoutPackage = async (): Promise<Record<string, string>> => {
    const hidden = await mkdtemp(join(folder, 'hidden-'))
    await writeFile(join(hidden, 'cryptography.py'), '')
    return { PYTHONPATH: hidden }
  }
  const open = async (file: string, environment: Record<string, string>) =>
    runProgram('python3', ['open-aes.py', 'open', 'key.txt', file], { directory: folder, environment })

  test.each(borders)("opens what we seal, by OpenSSL's library (%i bytes)", async (size) => {
    const plain = randomBytes(size)
    await writeFile(join(folder, 'one.aes'), await seal(plain))
    const opened = await open('one.aes', await withoutPackage())
    expect(opened).toMatchObject({ code: 0, stderr: '' })
    expect(opened.stdout.equals(plain)).toBe(true)
  })

  test('makes one key of the backup, which is all that opening needs', async () => {
    expect(await readFile(join(folder, 'key.txt'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  })

  test('opens the same by whatever this machine has for python3', async () => {
    const plain = randomBytes(200_000)
    await writeFile(join(folder, 'two.aes'), await seal(plain))
    const opened = await open('two.aes', {})
    expect(opened).toMatchObject({ code: 0, stderr: '' })
    expect(opened.stdout.equals(plain)).toBe(true)
  })

  test('stops at damage, and at what is cut short', async () => {
    const sealed = await seal(randomBytes(65_536 * 2))
    for (const [name, bytes] of [
      ['altered', flipped(sealed, sealed.length - 100, 1)],
      ['shorter', sealed.subarray(0, sealed.length - sealedChunk)],
      ['cut', sealed.subarray(0, -1)],
      ['headless', flipped(sealed, 60, 1)],
      ['longer', Buffer.concat([sealed, Buffer.from('x')])],
    ] as const) {
      await writeFile(join(folder, name), bytes)
      for (const environment of [{}, await withoutPackage()]) {
        const opened = await open(name, environment)
        expect(opened.code).toBe(1)
        expect(opened.stderr).toContain(name)
      }
    }
  })

  test('says so when the passphrase is wrong', async () => {
    const key = await answerOnTerminal('python3 open-aes.py key any.aes', folder, 'wrong')
    expect(key.code).toBe(1)
    expect(key.shown).toContain('the passphrase is wrong')
  })
})

function flipped(bytes: Buffer, at: number, change: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ change
  return copy
}

/** Bytes come piece by piece, so that what was good before an error is given before it. */
async function openInSteps(sealed: Buffer): Promise<{ released: Buffer; failure: unknown }> {
  const released: Buffer[] = []
  const sink = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      released.push(piece)
      done()
    },
  })
  const pieces = Readable.from(cut(sealed, [20_000]), { objectMode: false })
  const failure: unknown = await pipeline(pieces, opener.open(), sink).then(
    () => null,
    (error: unknown) => error,
  )
  return { released: Buffer.concat(released), failure }
}
