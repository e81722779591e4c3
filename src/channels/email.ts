import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Failure } from '../domain/failure.ts'
import type { Message } from '../domain/message.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Messenger } from '../ports/channel.ts'
import { htmlOf, textOf } from './email-text.ts'
import { late } from './post.ts'
import { clipped, markOf } from './wording.ts'

export interface EmailOptions {
  name: string
  host: string
  port: number
  /** `none` gives up encryption; the other two never send a word in the clear. */
  security: 'starttls' | 'tls' | 'none'
  credentials: { user: string; password: string } | null
  /** Certificate of a private authority, as PEM. */
  authority: string | null
  from: string
  to: readonly string[]
}

/** No stage of the talk with the server may take longer; the caller bounds the whole. */
const patience: Milliseconds = 10_000

/** RFC 5322: 998 characters a line at most; what people see of a subject is far shorter. */
const longestSubject = 200

/**
 * E-mail by SMTP. Every message about one trouble refers to the same message that never was, so that mail programs show
 * them as one conversation.
 */
export function createEmail(options: EmailOptions): Messenger {
  return {
    name: options.name,
    gathers: false,
    send: async (message, signal) => {
      const { createTransport } = await import('nodemailer')
      signal.throwIfAborted()
      const { host, port, security, credentials, authority } = options
      // Our own, so that nothing of it outlives the time that it is given.
      const socket = connect({ host, port }).on('error', () => undefined)
      const stop = () => socket.destroy(late(`the mail server ${host}`))
      signal.addEventListener('abort', stop, { once: true })
      const transport = createTransport({
        host,
        port,
        secure: security === 'tls',
        requireTLS: security === 'starttls',
        ignoreTLS: security === 'none',
        ...(credentials === null ? {} : { auth: { user: credentials.user, pass: credentials.password } }),
        tls: { minVersion: 'TLSv1.2', ...(authority === null ? {} : { ca: authority }) },
        connection: socket,
        greetingTimeout: patience,
        socketTimeout: patience,
        // Neither files nor addresses of messages are ever read.
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      try {
        await once(socket, 'connect')
        await transport.sendMail(mailOf(message, options))
        return { done: 'sent', url: null }
      } catch (error) {
        throw signal.aborted ? late(`the mail server ${host}`) : failureOf(error, options)
      } finally {
        signal.removeEventListener('abort', stop)
        transport.close()
        socket.destroy()
      }
    },
  }
}

function mailOf(message: Message, { from, to }: EmailOptions) {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const thread = `<${createHash('sha256').update(message.key).digest('hex').slice(0, 32)}.lifeboat@${domain}>`
  const isPartOfTrouble = message.state === 'trouble' || message.state === 'recovered'
  return {
    from: { name: 'Lifeboat', address: from },
    to: [...to],
    subject: clipped(`${markOf(message)} ${message.title}`, longestSubject),
    text: textOf(message),
    html: htmlOf(message),
    messageId: `<${message.id}.lifeboat@${domain}>`,
    ...(isPartOfTrouble ? { references: [thread], inReplyTo: thread } : {}),
    headers: {
      // RFC 3834: so that no absence note answers.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Lifeboat-Alert': message.alert,
      'X-Lifeboat-Environment': message.environment,
    },
    ...(message.severity === 'critical' && message.state === 'trouble' ? { priority: 'high' as const } : {}),
  }
}

/** What the server said is left out: it can quote the password back. Its code says enough. */
function failureOf(error: unknown, { host, security }: EmailOptions): Failure {
  if (error instanceof Failure) return error
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const status = typeof responseCode === 'number' ? ` with ${responseCode}` : ''
  const who = `the mail server ${host}`
  if (code === 'EAUTH') {
    return new Failure('access', `${who} refused user and password${status}`, {
      hint: 'Check user and password; many providers ask for a password made for programs.',
    })
  }
  if (code === 'ETLS') {
    return new Failure('unavailable', `${who} offers no encrypted connection that can be trusted`, {
      hint: `The channel says security: ${security}. Check host and port; a private authority is given with ca-file.`,
    })
  }
  if (typeof responseCode === 'number' && responseCode >= 500) {
    return new Failure('config', `${who} refused the message${status}`, {
      hint: 'Check the addresses under from and to, and whether this user may send as them.',
    })
  }
  return new Failure('unavailable', `${who} could not take the message${status}`, {
    hint: 'Check host and port, and whether this machine may reach it: many runners block port 25.',
  })
}
