import { Duplex, Readable, type Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

type Stage = Transform | ((chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer>)

/** What comes out of the stages for these pieces. */
export async function through(pieces: readonly Buffer[], ...stages: Stage[]): Promise<Buffer> {
  const { sink, bytes } = collector()
  const streams = stages.map((stage) => (typeof stage === 'function' ? Duplex.from(stage) : stage))
  await pipeline([Readable.from(pieces, { objectMode: false }), ...streams, sink])
  return bytes()
}

export function collector(): { sink: Writable; bytes: () => Buffer } {
  const out: Buffer[] = []
  const sink = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      out.push(piece)
      done()
    },
  })
  return { sink, bytes: () => Buffer.concat(out) }
}

export async function readAll(body: Readable): Promise<Buffer> {
  const out: Buffer[] = []
  for await (const piece of body as AsyncIterable<Buffer>) out.push(piece)
  return Buffer.concat(out)
}

/** Cuts bytes into pieces of the given sizes, over and over. */
export function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = []
  let at = 0
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? bytes.length)
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}
