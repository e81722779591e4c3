import { readdir, readFile, stat } from 'node:fs/promises'
import type { Random } from '../../ports/clock.ts'

/** A user id without an account and without a process. */
export async function freeUserId(random: Random): Promise<number> {
  const accounts = await readFile('/etc/passwd', 'utf8')
  const taken = new Set(accounts.split('\n').map((line) => Number(line.split(':')[2])))
  for (const entry of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue
    const found = await stat(`/proc/${entry}`).catch(() => null)
    if (found !== null) taken.add(found.uid)
  }
  for (;;) {
    // Below what containers map, above people's accounts, outside of systemd's own range.
    const uid = 40_000 + (Buffer.from(random.bytes(4)).readUInt32BE() % 20_000)
    if (!taken.has(uid)) return uid
  }
}
