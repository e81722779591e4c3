import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Certificates } from '../postgres/certificates.ts'

export interface Mail {
  from: string
  to: string[]
  /** Who logged in; null for nobody. */
  user: string | null
  isEncrypted: boolean
  raw: string
}

export interface SmtpInbox extends AsyncDisposable {
  readonly port: number
  readonly mails: Mail[]
}

export interface SmtpInboxOptions {
  certificates: Certificates
  /** Speaks TLS from the first byte. */
  secure?: boolean
  /** Offers no STARTTLS. */
  plain?: boolean
  credentials?: { user: string; password: string }
  /** Takes the connection, and says nothing. */
  refuseRecipients?: boolean
}

/** A real SMTP server that keeps what it is sent. */
export async function startSmtpInbox(options: SmtpInboxOptions): Promise<SmtpInbox> {
  const { certificates, secure = false, plain = false, credentials } = options
  const mails: Mail[] = []
  const server = new SMTPServer({
    secure,
    key: readFileSync(certificates.key),
    cert: readFileSync(certificates.certificate),
    hideSTARTTLS: plain,
    disabledCommands: plain ? ['STARTTLS'] : [],
    authOptional: credentials === undefined,
    // Quotes the password, as some servers do.
    onAuth: ({ username, password }, _session, done) => {
      if (username === credentials?.user && password === credentials?.password) done(null, { user: username })
      else done(new Error(`no such user with ${String(password)}`))
    },
    onRcptTo: (_address, _session, done) => {
      if (options.refuseRecipients === true)
        done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
      else done()
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: typeof session.user === 'string' ? session.user : null,
          isEncrypted: session.secure,
          raw: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port))
  })
  return {
    port,
    mails,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
