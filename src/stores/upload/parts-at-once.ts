import type { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import type { Part, PartReader } from './part-reader.ts'

/** Parts of one upload that are sent at a time, as far as there is memory for them. */
const partsAtOnce = 4

export interface PartSending<Sent> {
  signal: AbortSignal | undefined
  /** Sends one part; numbers start at 1. Repeats it as may be needed. */
  send(bytes: Buffer, number: number, signal: AbortSignal): Promise<Sent>
  /** What the service takes. */
  mostParts: number
  tooMany(): Failure
}

/**
 * Sends parts while the next ones fill. The first failure stops all of them, and none goes on when this settles.
 * @returns what each part's sending gave, in the order of the parts
 */
export async function sendParts<Sent>(
  first: Part,
  reader: PartReader,
  sending: PartSending<Sent>,
): Promise<{ sent: Sent[]; size: Bytes }> {
  const stop = new AbortController()
  const signal = sending.signal ? AbortSignal.any([sending.signal, stop.signal]) : stop.signal
  const sent: { number: number; result: Sent }[] = []
  const underWay = new Set<Promise<void>>()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => undefined)
  let size = 0

  function start(part: Part, number: number): void {
    size += part.bytes.length
    const one = sending
      .send(part.bytes, number, signal)
      .then((result) => {
        sent.push({ number, result })
      })
      .catch((error: unknown) => {
        failed.reject(error)
        stop.abort()
      })
      .finally(() => {
        part.release()
        underWay.delete(one)
      })
    underWay.add(one)
  }

  let reading: Promise<Part | null> | null = null
  try {
    start(first, 1)
    for (let number = 2; ; number += 1) {
      if (underWay.size >= partsAtOnce) await Promise.race([...underWay, failed.promise])
      reading = reader.next()
      const part = await Promise.race([reading, failed.promise])
      reading = null
      if (part === null) break
      if (number > sending.mostParts) {
        part.release()
        throw sending.tooMany()
      }
      start(part, number)
    }
    await Promise.race([Promise.all(underWay), failed.promise])
    sent.sort((a, b) => a.number - b.number)
    return { sent: sent.map(({ result }) => result), size }
  } catch (error) {
    stop.abort()
    // A part that was being filled is not needed any more; the caller ends the stream that fills it.
    void reading?.then(
      (part) => part?.release(),
      () => undefined,
    )
    await Promise.all(underWay)
    throw error
  }
}
