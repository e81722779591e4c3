import { Readable } from 'node:stream'

/** Does what reads a body. However that ends, whoever fills the body learns that nobody reads it any more. */
export async function readToEnd<T>(body: Readable | Uint8Array, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    if (body instanceof Readable) body.destroy()
  }
}
