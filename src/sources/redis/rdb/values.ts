import { createHash, hash as hashOf, type Hash } from 'node:crypto'
import type { ByteQueue, Step } from './byte-queue.ts'
import { Multiset } from './multiset.ts'
import { digestString, malformed, readCount } from './strings.ts'

/** What a type byte of an RDB file stands for; null for one that this version does not know. */
export function kindOfType(type: number): string | null {
  return kinds[type] ?? null
}

const kinds: Readonly<Record<number, string>> = {
  0: 'string',
  1: 'list',
  2: 'set',
  3: 'zset',
  4: 'hash',
  5: 'zset',
  7: 'module',
  9: 'hash',
  10: 'list',
  11: 'set',
  12: 'zset',
  13: 'hash',
  14: 'list',
  15: 'stream',
  16: 'hash',
  17: 'zset',
  18: 'list',
  19: 'stream',
  20: 'set',
  21: 'stream',
  24: 'hash',
  25: 'hash',
}

/**
 * Digest of a value that follows its type byte: of two values in the same encoding it is the same exactly if they hold
 * the same. Where the order of elements means nothing, it has no part in it.
 */
export function* digestValue(queue: ByteQueue, type: number): Step<Buffer> {
  switch (type) {
    case 0:
    case 9:
    case 10:
    case 11:
    case 12:
    case 13:
    case 16:
    case 17:
    case 20:
      return yield* digestString(queue)
    case 1:
    case 14:
      return yield* inOrder(queue, yield* readCount(queue), digestString)
    case 18:
      return yield* inOrder(queue, yield* readCount(queue), quickListNode)
    case 2:
      return yield* inAnyOrder(queue, yield* readCount(queue), digestString)
    case 3:
      return yield* inAnyOrder(queue, yield* readCount(queue), oldScored)
    case 4:
      return yield* inAnyOrder(queue, yield* readCount(queue), field)
    case 5:
      return yield* inAnyOrder(queue, yield* readCount(queue), scored)
    case 7:
      return yield* digestModule(queue)
    case 24:
      yield* queue.bytes(8)
      return yield* inAnyOrder(queue, yield* readCount(queue), expiringField)
    case 25:
      yield* queue.bytes(8)
      return yield* digestString(queue)
    case 15:
    case 19:
    case 21:
      return yield* digestStream(queue, type)
    default:
      throw malformed()
  }
}

type Element = (queue: ByteQueue) => Step<Buffer>

function* inOrder(queue: ByteQueue, count: number, element: Element): Step<Buffer> {
  const hash = createHash('sha256')
  for (let index = 0; index < count; index += 1) hash.update(yield* element(queue))
  return hash.digest()
}

function* inAnyOrder(queue: ByteQueue, count: number, element: Element): Step<Buffer> {
  const all = new Multiset()
  for (let index = 0; index < count; index += 1) all.add(yield* element(queue))
  return together(all.digest(), numbers(count))
}

function* field(queue: ByteQueue): Step<Buffer> {
  return together(yield* digestString(queue), yield* digestString(queue))
}

function* expiringField(queue: ByteQueue): Step<Buffer> {
  const expiry = yield* readCount(queue)
  return together(numbers(expiry), yield* field(queue))
}

function* scored(queue: ByteQueue): Step<Buffer> {
  const member = yield* digestString(queue)
  return together(member, yield* queue.bytes(8))
}

/** Scores as text, of servers before version 4. */
function* oldScored(queue: ByteQueue): Step<Buffer> {
  const member = yield* digestString(queue)
  const length = yield* queue.byte()
  // 253 to 255 stand for no number and the two infinities.
  return together(member, numbers(length), length < 253 ? yield* queue.bytes(length) : noBytes)
}

function* quickListNode(queue: ByteQueue): Step<Buffer> {
  return together(numbers(yield* readCount(queue)), yield* digestString(queue))
}

/** Values of modules say by themselves of what parts they consist. */
export function* digestModule(queue: ByteQueue): Step<Buffer> {
  const hash = createHash('sha256')
  hash.update(numbers(yield* readCount(queue)))
  yield* moduleParts(queue, hash)
  return hash.digest()
}

export function* moduleParts(queue: ByteQueue, hash: Hash): Step<void> {
  for (;;) {
    const part = yield* readCount(queue)
    hash.update(numbers(part))
    if (part === 0) return
    if (part === 1 || part === 2) hash.update(numbers(yield* readCount(queue)))
    else if (part === 3) hash.update(yield* queue.bytes(4))
    else if (part === 4) hash.update(yield* queue.bytes(8))
    else if (part === 5) hash.update(yield* digestString(queue))
    else throw malformed()
  }
}

function* digestStream(queue: ByteQueue, type: number): Step<Buffer> {
  const hash = createHash('sha256')
  const count = function* (): Step<number> {
    const value = yield* readCount(queue)
    hash.update(numbers(value))
    return value
  }
  for (let nodes = yield* count(); nodes > 0; nodes -= 1) hash.update(yield* field(queue))
  // Length and last id; since version 7 also first id, greatest deleted id and entries ever added.
  for (let left = type === 15 ? 3 : 8; left > 0; left -= 1) yield* count()
  for (let groups = yield* count(); groups > 0; groups -= 1) {
    hash.update(yield* digestString(queue))
    for (let left = type === 15 ? 2 : 3; left > 0; left -= 1) yield* count()
    for (let pending = yield* count(); pending > 0; pending -= 1) {
      // Id and time of delivery, then how often it was delivered.
      hash.update(yield* queue.bytes(24))
      yield* count()
    }
    for (let consumers = yield* count(); consumers > 0; consumers -= 1) {
      hash.update(yield* digestString(queue))
      hash.update(yield* queue.bytes(type === 21 ? 16 : 8))
      for (let pending = yield* count(); pending > 0; pending -= 1) hash.update(yield* queue.bytes(16))
    }
  }
  return hash.digest()
}

const noBytes = Buffer.alloc(0)

function numbers(...values: number[]): Buffer {
  return Buffer.from(values.join(' ') + '\n')
}

export function together(...parts: Buffer[]): Buffer {
  return hashOf('sha256', Buffer.concat(parts), 'buffer')
}
