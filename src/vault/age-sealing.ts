import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'
import { Failure } from '../domain/failure.ts'
import { type KeyPair, makeIdentity, notAnIdentity, parseIdentities } from './keys.ts'
import { type HeaderReader, openingStream } from './opening-stream.ts'
import { type ChunkCipher, PayloadOpener, sealPayload } from './payload.ts'
import type { Opener, Sealing } from './sealing.ts'

/** Seals each artifact into an age file for these recipients. */
export function ageSealing(recipients: readonly string[]): Sealing {
  return { ending: '.age', seal: (plain) => sealTo(recipients, plain) }
}

/** Opens age files with these identities. @throws Failure `config` when one is none */
export function ageOpener(identities: readonly string[]): Opener {
  const makeOne = decrypterMaker(identities)
  return { open: () => openingStream(headerReader(makeOne)) }
}

/** @throws Failure `config` when a recipient is none */
async function* sealTo(
  recipients: readonly string[],
  plain: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  const { header, fileKey } = await makeHeader(recipients)
  const nonce = randomBytes(payloadNonceSize)
  yield Buffer.concat([header, nonce])
  yield* sealPayload(payloadCipher(fileKey, nonce), plain)
}

/** Random bytes before the chunks; they and the file key give the payload's key. */
const payloadNonceSize = 16

function payloadCipher(fileKey: Uint8Array, nonce: Uint8Array): ChunkCipher {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  return { algorithm: 'chacha20-poly1305', key: createSecretKey(key) }
}

/** For one file: the header that ends with the MAC line, and the payload's nonce behind it. */
function headerReader(makeOne: MakeDecrypter, noMatch?: string): HeaderReader {
  return {
    end: (bytes) => {
      const end = headerEnd(bytes)
      return end === null || bytes.length < end + payloadNonceSize ? null : end + payloadNonceSize
    },
    open: async (bytes) => {
      const nonceStart = bytes.length - payloadNonceSize
      const fileKey = await openHeader(bytes.subarray(0, nonceStart), makeOne, noMatch)
      return new PayloadOpener(payloadCipher(fileKey, bytes.subarray(nonceStart)))
    },
    cutShort: () => notSealed('it ends within its header'),
  }
}

/**
 * A key pair of its own for a backup, and its identity sealed with the passphrase (age's scrypt, so that stock age asks
 * for the passphrase). scrypt is slow on purpose: this way it runs once per backup instead of once per artifact.
 * @param workFactor base-2 logarithm of scrypt's cost; 18 takes about a second
 */
export async function makePassphraseIdentity(
  passphrase: string,
  workFactor = 18,
): Promise<KeyPair & { sealed: Uint8Array }> {
  const pair = await makeIdentity()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return { ...pair, sealed: await encrypter.encrypt(`${pair.identity}\n`) }
}

/** The identity that `makePassphraseIdentity` sealed. @throws Failure `access` when the passphrase is wrong, else `integrity` */
export async function openPassphraseIdentity(sealed: Uint8Array, passphrase: string): Promise<string> {
  const bytes = Buffer.from(sealed)
  const makeOne = (): Decrypter => {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    return decrypter
  }
  const reader = headerReader(makeOne, 'the passphrase is not the right one')
  const end = reader.end(bytes)
  if (end === null) throw reader.cutShort()
  const opener = await reader.open(bytes.subarray(0, end))
  const text = Buffer.concat([opener.update(bytes.subarray(end)), opener.end()]).toString()
  const [identity] = parseIdentities(text)
  if (identity === undefined) throw notAnIdentity()
  return identity
}

/** A header for these recipients with a fresh file key. The library writes it; an empty payload is cut off again. */
async function makeHeader(
  recipients: readonly string[],
): Promise<{ header: Uint8Array; fileKey: Uint8Array }> {
  if (recipients.length === 0) throw new Failure('bug', 'there is no recipient to seal to')
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch (cause) {
      throw new Failure('config', `${JSON.stringify(recipient)} is not an age recipient`, {
        cause,
        hint: 'An age recipient begins with age1, as lifeboat keygen and age-keygen print it.',
      })
    }
  }
  let captured: Uint8Array | null = null
  // A recipient that adds nothing to the header: it only sees the file key that the real ones wrap.
  encrypter.addRecipient({
    wrapFileKey: (fileKey) => {
      captured = Uint8Array.from(fileKey)
      return []
    },
  })
  const file = await encrypter.encrypt(new Uint8Array(0))
  const header = file.subarray(0, file.length - payloadNonceSize - emptyPayloadSize)
  if (captured === null || headerEnd(Buffer.from(header)) !== header.length) {
    throw new Failure('bug', 'the age library made a header of an unexpected form')
  }
  return { header, fileKey: captured }
}

/** An empty payload is one empty chunk: its tag. */
const emptyPayloadSize = 16

type MakeDecrypter = () => Decrypter

/** A decrypter keeps state of one file here, so each file gets its own; the identities are checked at once. */
function decrypterMaker(identities: readonly string[]): MakeDecrypter {
  const makeOne = (): Decrypter => {
    const decrypter = new Decrypter()
    for (const identity of identities) {
      try {
        decrypter.addIdentity(identity)
      } catch {
        throw notAnIdentity()
      }
    }
    return decrypter
  }
  makeOne()
  return makeOne
}

async function openHeader(
  header: Uint8Array,
  makeOne: MakeDecrypter,
  noMatch = 'none of the identities given opens this',
): Promise<Uint8Array> {
  const decrypter = makeOne()
  let matched = true
  // Asked last, and only when nothing before it could open: tells a wrong key from a damaged header.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      matched = false
      return null
    },
  })
  try {
    return await decrypter.decryptHeader(header)
  } catch (cause) {
    if (matched) throw notSealed('its header was altered', cause)
    throw new Failure('access', `wrong key: ${noMatch}`, {
      hint: 'Give the identity (age secret key) of one of the recipients that the backup was sealed to.',
    })
  }
}

const firstLine = Buffer.from('age-encryption.org/v1\n')
/** Headers of a few recipients have some hundred bytes; post-quantum ones a few thousand each. */
const longestHeader = 1_048_576

/** Where the header ends (the byte after the MAC line), or null while that has not come yet. @throws Failure `integrity` */
function headerEnd(bytes: Buffer): number | null {
  const known = Math.min(bytes.length, firstLine.length)
  if (!bytes.subarray(0, known).equals(firstLine.subarray(0, known)))
    throw notSealed('it does not begin like one')
  const mac = bytes.indexOf('\n--- ')
  const end = mac === -1 ? -1 : bytes.indexOf('\n', mac + 1)
  if (end === -1) {
    if (bytes.length > longestHeader) throw notSealed('its header has no end')
    return null
  }
  return end + 1
}

function notSealed(why: string, cause?: unknown): Failure {
  return new Failure('integrity', `this is not a whole age file: ${why}`, { cause })
}
