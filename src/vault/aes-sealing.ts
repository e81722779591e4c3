import {
  createHmac,
  createSecretKey,
  hkdfSync,
  pbkdf2,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { promisify } from 'node:util'
import { Failure } from '../domain/failure.ts'
import { type HeaderReader, openingStream } from './opening-stream.ts'
import { type ChunkCipher, PayloadOpener, sealPayload } from './payload.ts'
import type { Opener, Sealing } from './sealing.ts'

/**
 * Sealing with a passphrase and AES-256-GCM, of nothing but what NIST approves: PBKDF2-HMAC-SHA-256 makes one key of a
 * backup from the passphrase, HKDF-SHA-256 makes two of each artifact from that: one authenticates the header, and with
 * it that the passphrase is right; the other seals the payload. Documented in docs/format.md.
 */

/** OWASP's advice for PBKDF2-HMAC-SHA-256, and the fewest that a reader takes; about 0.2 s. */
export const fewestIterations = 600_000
/** What a forged header can cost a reader at most: some seconds. */
export const mostIterations = 10_000_000

/** Derives the key of a backup: slow on purpose, so it is done once for all of its artifacts. */
export async function aesSealing(passphrase: string, iterations = fewestIterations): Promise<Sealing> {
  const backupSalt = randomBytes(saltSize)
  const backupKey = await deriveBackupKey(passphrase, { iterations, backupSalt })
  return {
    ending: '.aes',
    seal: (plain) => sealArtifact(backupKey, { iterations, backupSalt }, plain),
  }
}

/** Opens what `aesSealing` sealed with this passphrase. */
export function aesOpener(passphrase: string): Opener {
  const known = new Map<string, Promise<KeyObject>>()
  const backupKeyFor = (derivation: Derivation): Promise<KeyObject> => {
    const name = `${derivation.iterations} ${derivation.backupSalt.toString('hex')}`
    const key = known.get(name) ?? deriveBackupKey(passphrase, derivation)
    known.set(name, key)
    return key
  }
  return { open: () => openingStream(headerReader(backupKeyFor)) }
}

/** How a backup's key follows from the passphrase. */
interface Derivation {
  iterations: number
  backupSalt: Buffer
}

/** What follows is bound to this text: another version would be other bytes everywhere. */
const magic = Buffer.from('lifeboat-aes-256-gcm/1\n')
const countSize = 4
const saltSize = 32
const macSize = 32
const headerSize = magic.length + countSize + saltSize + saltSize + macSize

async function* sealArtifact(
  backupKey: KeyObject,
  { iterations, backupSalt }: Derivation,
  plain: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  const artifactSalt = randomBytes(saltSize)
  const count = Buffer.alloc(countSize)
  count.writeUInt32BE(iterations)
  const header = Buffer.concat([magic, count, backupSalt, artifactSalt])
  yield Buffer.concat([header, headerMac(backupKey, artifactSalt, header)])
  yield* sealPayload(payloadCipher(backupKey, artifactSalt), plain)
}

function headerReader(backupKeyFor: (derivation: Derivation) => Promise<KeyObject>): HeaderReader {
  return {
    end: (bytes) => {
      const known = Math.min(bytes.length, magic.length)
      if (!bytes.subarray(0, known).equals(magic.subarray(0, known))) {
        throw notSealed('it does not begin like one')
      }
      return bytes.length < headerSize ? null : headerSize
    },
    open: async (header) => {
      const iterations = header.readUInt32BE(magic.length)
      if (iterations < fewestIterations || iterations > mostIterations) {
        throw notSealed(`its key would take ${iterations} iterations`)
      }
      const saltsAt = magic.length + countSize
      const backupSalt = header.subarray(saltsAt, saltsAt + saltSize)
      const artifactSalt = header.subarray(saltsAt + saltSize, headerSize - macSize)
      const backupKey = await backupKeyFor({ iterations, backupSalt })
      const expected = headerMac(backupKey, artifactSalt, header.subarray(0, -macSize))
      if (!timingSafeEqual(expected, header.subarray(-macSize))) {
        throw new Failure('access', 'wrong key: the passphrase is not the right one', {
          hint: 'Give the passphrase that the backup was made with: the one that the environment file named then.',
        })
      }
      return new PayloadOpener(payloadCipher(backupKey, artifactSalt))
    },
    cutShort: () => notSealed('it ends within its header'),
  }
}

async function deriveBackupKey(
  passphrase: string,
  { iterations, backupSalt }: Derivation,
): Promise<KeyObject> {
  if (passphrase === '') throw new Failure('config', 'the passphrase is empty')
  return createSecretKey(await promisify(pbkdf2)(passphrase, backupSalt, iterations, 32, 'sha256'))
}

/** Also commits to the key, which GCM by itself does not: no other passphrase can open the same bytes. */
function headerMac(backupKey: KeyObject, artifactSalt: Buffer, header: Buffer): Buffer {
  return createHmac('sha256', artifactKey(backupKey, artifactSalt, 'header'))
    .update(header)
    .digest()
}

function payloadCipher(backupKey: KeyObject, artifactSalt: Buffer): ChunkCipher {
  return {
    algorithm: 'aes-256-gcm',
    key: createSecretKey(artifactKey(backupKey, artifactSalt, 'payload')),
  }
}

function artifactKey(backupKey: KeyObject, artifactSalt: Buffer, purpose: 'header' | 'payload'): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', backupKey, artifactSalt, `lifeboat-aes-256-gcm/1 ${purpose}`, 32))
}

function notSealed(why: string): Failure {
  return new Failure('integrity', `this is no artifact sealed with AES-256-GCM: ${why}`)
}
