import { Failure } from '../../domain/failure.ts'
import type { RedisAnswer } from '../../ports/laboratory.ts'

/** Reads a server's answers (RESP 2) out of bytes that come in any pieces. No byte is looked at twice, however long an answer is. */
export class AnswerReader {
  /** Arrays that have begun and are not whole yet, the outermost first. */
  private readonly open: { items: RedisAnswer[]; left: number; wrong: Failure | null }[] = []
  private chunks: Buffer[] = []
  private size = 0
  /** Before so many bytes have come, looking again is in vain. */
  private needed = 1
  /** Bytes of the answer that has begun, as far as they have been read. */
  private read = 0
  private readonly failureOf: (line: string) => Failure

  /** @param failureOf what a line of error means */
  constructor(failureOf: (line: string) => Failure) {
    this.failureOf = failureOf
  }

  /** How long the answer that has begun is at least. */
  get length(): number {
    return this.read + Math.max(this.size, this.needed)
  }

  /** The answers that are whole with these bytes. */
  *feed(chunk: Buffer): Generator<RedisAnswer | Failure> {
    this.chunks.push(chunk)
    this.size += chunk.length
    if (this.size < this.needed) return
    const bytes = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks)
    this.needed = 1
    let at = 0
    while (at < bytes.length) {
      const token = readToken(bytes, at)
      if ('needs' in token) {
        this.needed = token.needs - at
        break
      }
      this.read += token.end - at
      at = token.end
      const whole = this.take(token)
      if (whole === undefined) continue
      this.read = 0
      yield whole
    }
    const rest = bytes.subarray(at)
    this.chunks = rest.length === 0 ? [] : [rest]
    this.size = rest.length
  }

  /** An answer, when this was its last part. */
  private take(token: Token): RedisAnswer | Failure | undefined {
    if ('items' in token && token.items > 0) {
      this.open.push({ items: [], left: token.items, wrong: null })
      return undefined
    }
    let answer: RedisAnswer | Failure =
      'items' in token ? [] : 'error' in token ? this.failureOf(token.error) : token.answer
    for (;;) {
      const innermost = this.open.at(-1)
      if (innermost === undefined) return answer
      if (answer instanceof Failure) innermost.wrong ??= answer
      else innermost.items.push(answer)
      innermost.left -= 1
      if (innermost.left > 0) return undefined
      this.open.pop()
      answer = innermost.wrong ?? innermost.items
    }
  }
}

type Token = { end: number } & ({ answer: RedisAnswer | Failure } | { error: string } | { items: number })

const lineEnd = Buffer.from('\r\n')

/** `needs` when it has not come whole: how long the bytes must be at least before it can have. */
function readToken(bytes: Buffer, start: number): Token | { needs: number } {
  const lineStop = bytes.indexOf(lineEnd, start)
  if (lineStop === -1) return { needs: bytes.length + 1 }
  const kind = String.fromCharCode(bytes[start] ?? 0)
  const line = bytes.toString('utf8', start + 1, lineStop)
  const end = lineStop + 2
  if (kind === '+') return { answer: line, end }
  if (kind === '-') return { error: line, end }
  if (kind === ':') return { answer: Number(line), end }
  const length = Number(line)
  if (kind === '$') {
    if (length < 0) return { answer: null, end }
    if (bytes.length < end + length + 2) return { needs: end + length + 2 }
    return { answer: bytes.subarray(end, end + length), end: end + length + 2 }
  }
  if (kind === '*') return length < 0 ? { answer: null, end } : { items: length, end }
  return { answer: new Failure('unavailable', 'what answers there is no Redis'), end: bytes.length }
}
