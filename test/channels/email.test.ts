import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEmail, type EmailOptions } from '../../src/channels/email.ts'
import type { Message } from '../../src/domain/message.ts'
import { endless, hostile, recovered, trouble } from '../support/channels/messages.ts'
import { type SmtpInboxOptions, startSmtpInbox } from '../support/channels/smtp-inbox.ts'
import { type Certificates, makeCertificates } from '../support/postgres/certificates.ts'

const { signal } = new AbortController()
const credentials = { user: 'lifeboat', password: 'canary-password-4711' }
let certificates: Certificates
beforeAll(() => {
  certificates = makeCertificates()
})
afterAll(() => certificates[Symbol.dispose]())

const emailTo = (port: number, change: Partial<EmailOptions> = {}) =>
  createEmail({
    name: 'mail',
    host: 'localhost',
    port,
    security: 'starttls',
    credentials: null,
    authority: readFileSync(certificates.authority, 'utf8'),
    from: 'lifeboat@example.org',
    to: ['ops@example.org', 'night@example.org'],
    ...change,
  })

/** What another program than ours reads in a mail: Python's e-mail package. */
function read(raw: string) {
  const script = `
import email, email.policy, json, sys
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
body = lambda kind: m.get_body(preferencelist=(kind,)).get_content()
print(json.dumps({"headers": {k.lower(): str(v) for k, v in m.items()}, "text": body("plain"), "html": body("html"), "defects": len(m.defects)}))`
  return z
    .object({
      headers: z.record(z.string(), z.string()),
      text: z.string(),
      html: z.string(),
      defects: z.number(),
    })
    .parse(
      JSON.parse(
        execFileSync('python3', ['-c', script], { input: raw, encoding: 'utf8', maxBuffer: 2 ** 26 }),
      ),
    )
}

async function received(
  message: Message,
  server: Partial<SmtpInboxOptions> = {},
  change: Partial<EmailOptions> = {},
) {
  await using inbox = await startSmtpInbox({ certificates, ...server })
  const told = await emailTo(inbox.port, change).send(message, signal)
  expect(told.done).toBe('sent')
  const [mail] = inbox.mails
  if (mail === undefined) throw new Error('nothing has arrived')
  return { mail, ...read(mail.raw) }
}

describe('e-mail', () => {
  test('reaches each recipient over an encrypted connection, by STARTTLS and with a password', async () => {
    const { mail, headers, text, defects } = await received(trouble, { credentials }, { credentials })
    expect(mail).toMatchObject({
      from: 'lifeboat@example.org',
      to: ['ops@example.org', 'night@example.org'],
      user: 'lifeboat',
      isEncrypted: true,
    })
    expect(headers['subject']).toContain(trouble.title)
    expect(headers['auto-submitted']).toBe('auto-generated')
    expect(text).toContain(trouble.link)
    expect(text).toContain(trouble.log?.split('\n')[1])
    expect(defects).toBe(0)
  })

  test('goes by TLS from the first byte where the channel says so', async () => {
    const { mail } = await received(trouble, { secure: true }, { security: 'tls' })
    expect(mail.isEncrypted).toBe(true)
  })

  test('goes in the clear only where the channel says so', async () => {
    const { mail } = await received(trouble, { plain: true }, { security: 'none', authority: null })
    expect(mail.isEncrypted).toBe(false)
  })

  test('sends nothing at all to a server that offers no encryption', async () => {
    await using inbox = await startSmtpInbox({ certificates, plain: true })
    await expect(emailTo(inbox.port).send(trouble, signal)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(inbox.mails).toEqual([])
  })

  test('sends nothing to a server whose certificate nobody vouches for', async () => {
    await using inbox = await startSmtpInbox({ certificates, credentials })
    const authority = readFileSync(certificates.otherAuthority, 'utf8')
    await expect(emailTo(inbox.port, { authority, credentials }).send(trouble, signal)).rejects.toMatchObject(
      {
        kind: 'unavailable',
      },
    )
    expect(inbox.mails).toEqual([])
  })

  test('says that user or password are wrong without either, whatever the server says', async () => {
    await using inbox = await startSmtpInbox({
      certificates,
      credentials: { ...credentials, password: 'other' },
    })
    const failure: unknown = await emailTo(inbox.port, { credentials })
      .send(trouble, signal)
      .catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'access' })
    expect(JSON.stringify({ ...(failure as object), text: String(failure) })).not.toContain('canary-password')
    expect(failure).not.toHaveProperty('cause')
  })

  test('ends as `config` when no recipient is taken', async () => {
    await using inbox = await startSmtpInbox({ certificates, refuseRecipients: true })
    await expect(emailTo(inbox.port).send(trouble, signal)).rejects.toMatchObject({ kind: 'config' })
  })

  test('ends as `unavailable` where nobody listens, and when the time is over', async () => {
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const stop = new AbortController()
    const told = emailTo(port, { host: '127.0.0.1' }).send(trouble, stop.signal)
    silent.once('connection', () => stop.abort())
    await expect(told).rejects.toMatchObject({ kind: 'unavailable' })
    await new Promise((resolve) => silent.close(resolve))
    await expect(emailTo(port).send(trouble, signal)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  test('about one trouble is one conversation, from its beginning to its end', async () => {
    const begun = await received(trouble)
    const ended = await received(recovered)
    const other = await received({ ...trouble, key: 'lifeboat/staging/backup' })
    expect(begun.headers['references']).toMatch(/^<\S+@example\.org>$/)
    expect(ended.headers['references']).toBe(begun.headers['references'])
    expect(other.headers['references']).not.toBe(begun.headers['references'])
    expect(ended.headers['message-id']).not.toBe(begun.headers['message-id'])
  })

  test('shows foreign words as they are, and lets none become markup or a header', async () => {
    const title = `${hostile}\r\nBcc: thief@example.net`
    const { mail, headers, html } = await received({
      ...trouble,
      title,
      summary: hostile,
      facts: [{ label: hostile, text: hostile }],
      next: [hostile],
      link: 'javascript:alert(1)',
      log: hostile,
    })
    expect(mail.to).not.toContain('thief@example.net')
    expect(headers).not.toHaveProperty('bcc')
    expect(html).not.toMatch(/<script|<!channel|href="javascript|<@/)
    expect(html).toContain('&lt;script&gt;')
  })

  test('may be as long as anything', async () => {
    const { text, defects } = await received({ ...endless, log: 'x'.repeat(5_000_000) })
    expect(text.length).toBeLessThan(1_500_000)
    expect(defects).toBe(0)
  })
})
