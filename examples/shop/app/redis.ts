/** As much of Redis' protocol as this application needs: commands of words, answers of texts, numbers and lists. */
import { connect, type Socket } from 'node:net'

export type Answer = string | number | null | Answer[]

/** Milliseconds: otherwise one lost packet would hold up everybody who waits for the connection. */
const signInWithin = 5_000

/** One connection. A broken one stays broken: open another. */
export class Redis {
  readonly #socket: Socket
  readonly #waiting: ((answer: Answer | Error) => void)[] = []
  #buffered = Buffer.alloc(0)

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      for (const answer of this.#waiting.splice(0)) answer(new Error('Redis has closed the connection'))
    })
  }

  static async open({ host, password }: { host: string; password: string }): Promise<Redis> {
    const redis = new Redis(connect(6379, host))
    const late = setTimeout(() => redis.close(), signInWithin)
    try {
      await redis.send('AUTH', password)
      return redis
    } catch (error) {
      redis.close()
      throw error
    } finally {
      clearTimeout(late)
    }
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable
  }

  send(...words: readonly string[]): Promise<Answer> {
    const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`)
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new Error('the connection to Redis is closed'))
        return
      }
      this.#waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
      this.#socket.write(`*${words.length}\r\n${parts.join('')}`)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #receive(chunk: Buffer): void {
    this.#buffered = Buffer.concat([this.#buffered, chunk])
    for (;;) {
      const read = readAnswer(this.#buffered, 0)
      if (read === null) return
      this.#buffered = this.#buffered.subarray(read.end)
      this.#waiting.shift()?.(read.answer)
    }
  }
}

/** Null when the answer has not come whole. */
function readAnswer(bytes: Buffer, at: number): { answer: Answer | Error; end: number } | null {
  const lineEnd = bytes.indexOf('\r\n', at)
  if (lineEnd < 0) return null
  const type = String.fromCharCode(bytes[at] ?? 0)
  const line = bytes.toString('utf8', at + 1, lineEnd)
  const end = lineEnd + 2
  if (type === '+') return { answer: line, end }
  if (type === '-') return { answer: new Error(line), end }
  if (type === ':') return { answer: Number(line), end }
  const length = Number(line)
  if (length < 0) return { answer: null, end }
  if (type === '$') {
    if (bytes.length < end + length + 2) return null
    return { answer: bytes.toString('utf8', end, end + length), end: end + length + 2 }
  }
  const items: Answer[] = []
  let next = end
  for (let index = 0; index < length; index += 1) {
    const item = readAnswer(bytes, next)
    if (item === null) return null
    items.push(item.answer instanceof Error ? item.answer.message : item.answer)
    next = item.end
  }
  return { answer: items, end: next }
}
