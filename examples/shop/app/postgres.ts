/**
 * As much of PostgreSQL's protocol (version 3) as this application needs, so that its image is built of nothing but
 * Node and these files: SCRAM-SHA-256, statements with parameters, scripts. Everything travels as text.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
import { Buffer } from 'node:buffer'
import { connect, type Socket } from 'node:net'
import { startScram } from './scram.ts'

export interface DatabaseOptions {
  host: string
  port?: number
  user: string
  password: string
  database: string
}

export type Row = Record<string, string | null>

export class DatabaseError extends Error {
  readonly code: string
  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** Milliseconds: otherwise one lost packet would hold up everybody who waits for the session. */
const signInWithin = 5_000

/** One session. A broken one stays broken: open another. */
export class Database {
  readonly #socket: Socket
  readonly #messages: AsyncGenerator<Message, void>
  #last: Promise<unknown> = Promise.resolve()

  private constructor(socket: Socket) {
    this.#socket = socket
    this.#messages = messagesOf(socket)
  }

  static async open({ host, port = 5432, user, password, database }: DatabaseOptions): Promise<Database> {
    const socket = connect(port, host)
    // Whoever waits for an answer learns of it; nobody else has to.
    socket.on('error', () => undefined)
    const late = setTimeout(() => socket.destroy(new Error('the database does not answer')), signInWithin)
    const session = new Database(socket)
    try {
      const parameters = ['user', user, 'database', database, 'application_name', 'shop', '']
      const start = Buffer.from(`\0\x03\0\0${parameters.join('\0')}\0`, 'latin1')
      socket.write(Buffer.concat([size(start.length + 4), start]))
      await session.#authenticate(password)
      return session
    } catch (error) {
      socket.destroy()
      throw error
    } finally {
      clearTimeout(late)
    }
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.readable && this.#socket.writable
  }

  /** One statement; `$1` and so on stand for the values. */
  query(statement: string, values: readonly (string | number | null)[] = []): Promise<Row[]> {
    return this.#inTurn(() => {
      const parameters = values.map((value) => {
        if (value === null) return size(-1)
        const bytes = Buffer.from(String(value))
        return Buffer.concat([size(bytes.length), bytes])
      })
      const parse = Buffer.concat([Buffer.from(`\0${statement}\0`), short(0)])
      const bind = Buffer.concat([
        Buffer.from('\0\0'),
        short(0),
        short(values.length),
        ...parameters,
        short(0),
      ])
      this.#send('P', parse)
      this.#send('B', bind)
      this.#send('D', Buffer.from('P\0'))
      this.#send('E', Buffer.concat([Buffer.from('\0'), size(0)]))
      this.#send('S')
      return this.#answer()
    })
  }

  /** Several statements, in one transaction unless they say otherwise. */
  async script(text: string): Promise<void> {
    await this.#inTurn(() => {
      this.#send('Q', Buffer.from(`${text}\0`))
      return this.#answer()
    })
  }

  close(): void {
    this.#socket.end(Buffer.from([88, 0, 0, 0, 4]))
  }

  /** Statements of one session follow each other. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }

  #send(type: string, body: Buffer = Buffer.alloc(0)): void {
    this.#socket.write(Buffer.concat([Buffer.from(type), size(body.length + 4), body]))
  }

  async #authenticate(password: string): Promise<void> {
    const scram = startScram(password)
    for (;;) {
      const { type, body } = await this.#next()
      if (type === 'Z') return
      if (type === 'E') throw errorOf(body)
      if (type !== 'R') continue
      const step = body.readInt32BE(0)
      const data = body.subarray(4).toString()
      if (step === 10) {
        const first = Buffer.from(scram.first)
        this.#send('p', Buffer.concat([Buffer.from('SCRAM-SHA-256\0'), size(first.length), first]))
      } else if (step === 11) this.#send('p', Buffer.from(scram.final(data)))
      else if (step === 12) scram.verify(data)
      else if (step !== 0) throw new Error('the server asks for a way to sign in that is not safe')
    }
  }

  /** Reads up to ReadyForQuery; an error on the way is thrown then. */
  async #answer(): Promise<Row[]> {
    const rows: Row[] = []
    let columns: string[] = []
    let failure: DatabaseError | null = null
    for (;;) {
      const { type, body } = await this.#next()
      if (type === 'T') columns = columnsOf(body)
      else if (type === 'D') rows.push(rowOf(body, columns))
      else if (type === 'E') failure = errorOf(body)
      else if (type === 'Z') break
    }
    if (failure !== null) throw failure
    return rows
  }

  async #next(): Promise<Message> {
    const { value, done } = await this.#messages.next()
    if (done === true) throw new Error('the database has closed the connection')
    return value
  }
}

interface Message {
  type: string
  body: Buffer
}

async function* messagesOf(socket: Socket): AsyncGenerator<Message, void> {
  let buffered = Buffer.alloc(0)
  for await (const chunk of socket) {
    buffered = Buffer.concat([buffered, Buffer.from(chunk)])
    while (buffered.length >= 5) {
      const length = buffered.readInt32BE(1) + 1
      if (buffered.length < length) break
      yield { type: String.fromCharCode(buffered[0] ?? 0), body: buffered.subarray(5, length) }
      buffered = buffered.subarray(length)
    }
  }
}

function columnsOf(body: Buffer): string[] {
  const columns: string[] = []
  let at = 2
  while (at < body.length) {
    const end = body.indexOf(0, at)
    columns.push(body.toString('utf8', at, end))
    at = end + 19
  }
  return columns
}

function rowOf(body: Buffer, columns: readonly string[]): Row {
  const row: Row = {}
  let at = 2
  for (const column of columns) {
    const length = body.readInt32BE(at)
    at += 4
    row[column] = length < 0 ? null : body.toString('utf8', at, at + length)
    at += Math.max(length, 0)
  }
  return row
}

function errorOf(body: Buffer): DatabaseError {
  const fields = body.toString().split('\0')
  const field = (letter: string) => fields.find((text) => text.startsWith(letter))?.slice(1) ?? ''
  return new DatabaseError(field('M'), field('C'))
}

function size(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
