import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { Failure } from '../domain/failure.ts'

/** An age key pair: the identity opens, the recipient seals. */
export interface KeyPair {
  /** `AGE-SECRET-KEY-1…` */
  identity: string
  /** `age1…` */
  recipient: string
}

/** A new key pair. X25519, which every version of age can use. */
export async function makeIdentity(): Promise<KeyPair> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The recipient of an identity. @throws Failure `config` when the text is no identity; the text is not repeated */
export async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity)
  } catch {
    throw notAnIdentity() // no cause: the library's message could repeat the key
  }
}

/** The identities in the text of an identity file: one per line, comments and blank lines aside. @throws Failure `config` */
export function parseIdentities(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (lines.length === 0 || lines.some((line) => !/^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(line))) {
    throw notAnIdentity()
  }
  return lines
}

export function notAnIdentity(): Failure {
  return new Failure('config', 'the identity given is not an age secret key', {
    hint: 'An age identity is a line that begins with AGE-SECRET-KEY-1, as lifeboat keygen and age-keygen print it.',
  })
}
