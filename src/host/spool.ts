import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Milliseconds } from '../domain/units.ts'
import { systemRandom } from './random.ts'

export interface Spool extends AsyncDisposable {
  readonly path: string
}

/** A spool of another machine or container that shares the temporary folder: only its age tells that it is dead. */
const foreignAge: Milliseconds = 7 * 86_400_000
const namePattern = /^lifeboat-spool-(\d+)-(\d+)-([0-9a-f]{8})-[0-9a-f]{16}$/

/**
 * Makes a folder of this run alone, which only this user may read. It is removed when disposed, and when the process
 * exits. Those that crashed runs left behind are removed first.
 */
export async function openSpool(tempFolder: string): Promise<Spool> {
  await mkdir(tempFolder, { recursive: true })
  await removeLeftovers(tempFolder)
  const random = Buffer.from(systemRandom.bytes(8)).toString('hex')
  const path = join(
    tempFolder,
    `lifeboat-spool-${process.pid}-${startOf(process.pid) ?? 0}-${place()}-${random}`,
  )
  await mkdir(path, { mode: 0o700 })
  const removeAtExit = () => {
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // A laboratory's data may belong to its own user; the laboratory removes it.
    }
  }
  process.once('exit', removeAtExit)
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      process.off('exit', removeAtExit)
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** Removes the spools of runs that have ended without doing it. */
export async function removeLeftovers(tempFolder: string): Promise<void> {
  for (const name of await readdir(tempFolder)) {
    const match = namePattern.exec(name)
    if (!match) continue
    const path = join(tempFolder, name)
    const found = await lstat(path).catch(() => null)
    if (found === null || !found.isDirectory() || found.uid !== process.getuid?.()) continue
    const [, pid, start, where] = match
    const dead =
      where === place() ? startOf(Number(pid)) !== Number(start) : Date.now() - found.mtimeMs > foreignAge
    // What another user's process put there (a laboratory's data) is its own clean-up's to remove.
    if (dead) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** When a process started, in a measure of its own; null when there is no such process. Tells a reused pid apart. */
export function startOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    // proc(5): starttime is field 22; the first two are cut off above. A zombie has ended.
    return fields[0] === 'Z' ? null : Number(fields[19])
  } catch {
    if (process.platform === 'linux') return null
  }
  try {
    process.kill(pid, 0)
    return 0
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM' ? 0 : null
  }
}

/** Where pids are counted: this machine, or this container. */
function place(): string {
  let namespace = ''
  try {
    namespace = readlinkSync('/proc/self/ns/pid')
  } catch {
    // Not Linux: one count of pids per machine.
  }
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 8)
}
