import { readFileSync } from 'node:fs'

/** Whether a process lives. One that has ended and that nobody has buried, as happens in containers, does not. */
export function isAlive(pid: number): boolean {
  return birthOf(pid) !== null
}

/** What tells a process from a later one of the same number; null when there is none. @see proc_pid_stat(5), field 22 */
export function birthOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name before may hold anything.
      const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return state === 'Z' || state === 'X' ? null : (fields[18] ?? null)
    } catch {
      return null
    }
  }
  try {
    process.kill(pid, 0)
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM')) return null
  }
  return 'unknown'
}
