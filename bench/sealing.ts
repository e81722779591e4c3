import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../src/ports/log.ts'
import { openLocalStore } from '../src/stores/local.ts'
import { aesSealing } from '../src/vault/aes-sealing.ts'
import { ageSealing } from '../src/vault/age-sealing.ts'
import { createArtifactWriter } from '../src/vault/artifact-writer.ts'
import { makeIdentity } from '../src/vault/keys.ts'

/**
 * CPU seconds (user and system: they mean more than wall time on a machine that others use too) of writing a gibibyte that
 * is compressed already, as pg_dump gives it: sealing and digest, into a local store. The process must have been set up as
 * `src/main.ts` does it.
 */
export async function benchSealing(cipher: 'age' | 'aes-256-gcm' | 'none'): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sealing-'))
  try {
    const store = await openLocalStore({ name: 'bench', path: folder, ephemeral: false })
    const { signal } = new AbortController()
    const sealing =
      cipher === 'none'
        ? cipher
        : cipher === 'age'
          ? ageSealing([(await makeIdentity()).recipient])
          : await aesSealing('bench')
    const writer = createArtifactWriter({
      stores: [store],
      folder: 'bench/',
      source: 'main',
      sealing,
      log: silentLog,
      signal,
    })
    // One buffer, used again and again as a dump's reader does.
    const chunk = randomBytes(262_144)
    const body = (async function* () {
      for (let turn = 0; turn < 4_096; turn += 1) yield chunk
    })()
    const before = process.cpuUsage()
    await writer.put({ name: '1.dat', body, compressedBy: 'pg_dump', atMost: 2 ** 30 }, signal)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
