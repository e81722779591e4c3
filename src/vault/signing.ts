import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'
import { Failure } from '../domain/failure.ts'

/**
 * Detached Ed25519 signatures in the form of minisign (https://jedisct1.github.io/minisign/), prehashed, so that a person
 * can check them without Lifeboat. The trusted comment is signed too: it says what was signed and in which role, so
 * that a signature cannot serve for something else.
 */

export interface SigningKeys {
  /** `ed25519:` and the 32 bytes in base64; stands in the environment file. */
  publicKey: string
  /** `ed25519-secret:` and the 32-byte seed in base64. */
  secretKey: string
}

export function makeSigningKeys(): SigningKeys {
  const { privateKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(secretPrefix.length)
  return {
    publicKey: `${publicForm}${rawPublicKey(privateKey).toString('base64')}`,
    secretKey: `${secretForm}${seed.toString('base64')}`,
  }
}

/** The public key that belongs to a secret one. @throws Failure `config` */
export function publicKeyOf(secretKey: string): string {
  return `${publicForm}${rawPublicKey(readSecretKey(secretKey)).toString('base64')}`
}

/**
 * The text of a signature file.
 * @param trustedComment what this is and in which role it was signed, such as `lifeboat manifest production/2026…`
 * @throws Failure `config` when the secret key is none
 */
export function sign(bytes: Uint8Array, secretKey: string, trustedComment: string): string {
  if (/[\r\n]/.test(trustedComment)) throw new Failure('bug', 'a trusted comment is one line')
  const key = readSecretKey(secretKey)
  const signature = signBytes(null, digest(bytes), key)
  const bound = signBytes(null, Buffer.concat([signature, Buffer.from(trustedComment)]), key)
  const packed = Buffer.concat([prehashed, keyId(rawPublicKey(key)), signature])
  return [
    'untrusted comment: signature by Lifeboat, check it with minisign -V',
    packed.toString('base64'),
    `trusted comment: ${trustedComment}`,
    bound.toString('base64'),
    '',
  ].join('\n')
}

/**
 * Holds bytes to their signature. @throws Failure `integrity` when the signature is by another key, of other bytes,
 * or for something else; `config` when the public key is none
 */
export function checkSignature(
  bytes: Uint8Array,
  signatureText: string,
  publicKey: string,
  expectedComment: string,
): void {
  const raw = readPublicKey(publicKey)
  const key = publicKeyObject(raw)
  const [untrustedLine, packedLine, commentLine, boundLine, end, ...more] = signatureText.split('\n')
  const packed = decodeExactly(packedLine, 2 + 8 + 64)
  const bound = decodeExactly(boundLine, 64)
  const commentPrefix = 'trusted comment: '
  // The untrusted comment may say anything, as in minisign; every other byte has just one right value.
  const isWhole = untrustedLine?.startsWith('untrusted comment: ') === true && end === '' && more.length === 0
  if (!isWhole || packed === null || bound === null || commentLine?.startsWith(commentPrefix) !== true) {
    throw new Failure('integrity', 'the signature is damaged')
  }
  if (!packed.subarray(0, 2).equals(prehashed))
    throw new Failure('integrity', 'the signature has an unknown form')
  if (!packed.subarray(2, 10).equals(keyId(raw))) {
    throw new Failure('integrity', 'the signature was made with another key', {
      hint: 'Compare the public key in the environment file with the one that belongs to LIFEBOAT_SIGNING_KEY of whoever wrote this.',
    })
  }
  const signature = packed.subarray(10)
  const comment = commentLine.slice(commentPrefix.length)
  const isGenuine =
    verifyBytes(null, digest(bytes), key, signature) &&
    verifyBytes(null, Buffer.concat([signature, Buffer.from(comment)]), key, bound)
  if (!isGenuine) throw new Failure('integrity', 'the signature does not fit: what was signed was altered')
  if (comment !== expectedComment) {
    throw new Failure('integrity', 'the signature is genuine, but was made for something else')
  }
}

/** The public key as minisign takes it after `-P`. @throws Failure `config` */
export function minisignPublicKey(publicKey: string): string {
  const raw = readPublicKey(publicKey)
  return Buffer.concat([Buffer.from('Ed'), keyId(raw), raw]).toString('base64')
}

const publicForm = 'ed25519:'
const secretForm = 'ed25519-secret:'
const prehashed = Buffer.from('ED')
// DER (RFC 8410) around the 32 bytes of a key.
const secretPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

function digest(bytes: Uint8Array): Buffer {
  return createHash('blake2b512').update(bytes).digest()
}

function keyId(rawKey: Buffer): Buffer {
  return createHash('sha256').update(rawKey).digest().subarray(0, 8)
}

function readSecretKey(text: string): KeyObject {
  const seed = text.startsWith(secretForm) ? decodeExactly(text.slice(secretForm.length), 32) : null
  if (seed === null) {
    throw new Failure('config', 'the signing key is not one', {
      hint: `A signing key begins with ${secretForm}, as lifeboat keygen prints it.`,
    })
  }
  return createPrivateKey({ key: Buffer.concat([secretPrefix, seed]), format: 'der', type: 'pkcs8' })
}

function readPublicKey(text: string): Buffer {
  const raw = text.startsWith(publicForm) ? decodeExactly(text.slice(publicForm.length), 32) : null
  if (raw === null) {
    throw new Failure('config', 'the public signing key is not one', {
      hint: `A public signing key begins with ${publicForm}, as lifeboat keygen prints it.`,
    })
  }
  return raw
}

function publicKeyObject(raw: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' })
}

function rawPublicKey(key: KeyObject): Buffer {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return spki.subarray(publicPrefix.length)
}

/** Base64 of exactly so many bytes, in its one canonical spelling; null otherwise. */
function decodeExactly(text: string | undefined, size: number): Buffer | null {
  if (text === undefined) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === size && bytes.toString('base64') === text ? bytes : null
}
