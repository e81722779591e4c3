import { Transform, type TransformCallback } from 'node:stream'
import { callbackify } from 'node:util'
import type { PayloadOpener } from './payload.ts'

/** How a sealed file begins: its header, from which the key of its payload follows. */
export interface HeaderReader {
  /** Where the header ends, or null while that has not come yet. @throws Failure `integrity` */
  end(bytes: Buffer): number | null
  /** What opens the payload behind this whole header. @throws Failure `access` or `integrity` */
  open(header: Buffer): Promise<PayloadOpener>
  /** The failure of a file that has no whole header. */
  cutShort(): Error
}

/** From a sealed file to its plain bytes, each given only after it was authenticated. */
export function openingStream(reader: HeaderReader): Transform {
  let head: Buffer | null = Buffer.alloc(0)
  let opener: PayloadOpener | null = null

  const takeFirst = callbackify(async (chunk: Buffer): Promise<Buffer | undefined> => {
    head = head === null ? chunk : Buffer.concat([head, chunk])
    const end = reader.end(head)
    if (end === null) return undefined
    opener = await reader.open(head.subarray(0, end))
    const rest = head.subarray(end)
    head = null
    return opener.update(rest)
  })

  return new Transform({
    // Larger than Node's defaults, so that several chunks pass at once; still small against the memory that is allowed.
    readableHighWaterMark: 262_144,
    writableHighWaterMark: 262_144,
    transform(chunk: Buffer, _encoding, callback) {
      // Once the header is known nothing is asynchronous, and a promise per chunk would cost.
      if (opener === null) takeFirst(chunk, callback)
      else attempt(opener, (open) => open.update(chunk), callback)
    },
    flush(callback) {
      if (opener === null) callback(reader.cutShort())
      else attempt(opener, (open) => open.end(), callback)
    },
  })
}

function attempt(
  opener: PayloadOpener,
  work: (opener: PayloadOpener) => Buffer,
  callback: TransformCallback,
): void {
  let plain: Buffer
  try {
    plain = work(opener)
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)))
    return
  }
  callback(null, plain.length === 0 ? undefined : plain)
}
