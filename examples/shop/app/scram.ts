import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

/** Signing in by SCRAM-SHA-256 (RFC 5802, RFC 7677): neither side learns the other's secret. */
export function startScram(password: string) {
  const nonce = randomBytes(18).toString('base64')
  const bare = `n=,r=${nonce}`
  let expected: Buffer = Buffer.alloc(0)
  return {
    first: `n,,${bare}`,
    final(serverFirst: string): string {
      const part = (letter: string) =>
        serverFirst
          .split(',')
          .find((text) => text.startsWith(`${letter}=`))
          ?.slice(2) ?? ''
      if (!part('r').startsWith(nonce)) throw new Error('the server answers somebody else')
      const salted = salt(password, Buffer.from(part('s'), 'base64'), Number(part('i')))
      const withoutProof = `c=biws,r=${part('r')}`
      const transcript = `${bare},${serverFirst},${withoutProof}`
      const clientKey = hmac(salted, 'Client Key')
      const signature = hmac(sha256(clientKey), transcript)
      const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0))
      expected = hmac(hmac(salted, 'Server Key'), transcript)
      return `${withoutProof},p=${Buffer.from(proof).toString('base64')}`
    },
    verify(serverFinal: string): void {
      const given = Buffer.from(serverFinal.replace(/^v=/, ''), 'base64')
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new Error('the server does not know the password')
      }
    },
  }
}

/** What a server keeps of a password: with it, `alter role` needs no password in its text, which logs may show. */
export function scramVerifier(password: string): string {
  const bytes = randomBytes(16)
  const rounds = 4096
  const salted = salt(password, bytes, rounds)
  const stored = sha256(hmac(salted, 'Client Key')).toString('base64')
  const server = hmac(salted, 'Server Key').toString('base64')
  return `SCRAM-SHA-256$${rounds}:${bytes.toString('base64')}$${stored}:${server}`
}

function salt(password: string, bytes: Buffer, rounds: number): Buffer {
  return pbkdf2Sync(password, bytes, rounds, 32, 'sha256')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
