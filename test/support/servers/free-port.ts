import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below the ports that a system gives to whoever listens on port 0 or connects, which begin at 32768 or later: none of those
 * takes one of ours before its server listens, or while that is down.
 */
const lowest = 20_000
/** How many each worker of a test run has for itself. */
const stretch = 500
const stretches = 24

const worker = Number(process.env['VITEST_POOL_ID'] ?? '0')
const first = lowest + (worker % stretches) * stretch
// Another run beside this one begins elsewhere, and so does the next file.
let next = Math.floor(Math.random() * stretch)

/** A port of 127.0.0.1 that nobody listens on, and that this test file is given once. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < stretch; tried += 1) {
    const port = first + (next % stretch)
    next += 1
    const probe = createServer().listen(port, '127.0.0.1')
    const isFree = await once(probe, 'listening').then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    probe.close()
    await once(probe, 'close')
    return port
  }
  throw new Error(`no port from ${first} to ${first + stretch - 1} is free`)
}
