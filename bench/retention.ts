import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface RetentionBench {
  backups: number
  /** To plan them all, in a process of its own. */
  milliseconds: number
  /** The most memory that the process had at once, Node itself included. */
  peakBytes: number
}

/** Plans 100,000 backups, one every 15 minutes, in a zone with daylight saving, with tiers that reach back over all of them. */
const script = (backups: number): string => `
  import { collectGarbageCheaply } from ${url('../src/host/memory.ts')}
  import { makeBackupId } from ${url('../src/domain/backup-id.ts')}
  import { planRetention } from ${url('../src/domain/retention.ts')}
  // As everything that Lifeboat runs.
  collectGarbageCheaply()
  const start = Date.parse('2023-01-01T00:00:00Z')
  const candidates = Array.from({ length: ${backups} }, (_, index) => {
    const at = start + index * 900_000
    return {
      id: makeBackupId(at, Uint8Array.of(index >> 20, index >> 15, index >> 10, index >> 5, index)),
      at, storedAt: at, class: index % 50 === 0 ? 'critical' : 'scheduled', sources: ['main'],
      trust: true, proven: index === ${backups - 9}, whole: true, usedBy: null, doubt: null, lockedUntil: null,
    }
  })
  const policy = {
    last: 3, hourly: 20_000, daily: 1_000, weekly: 150, monthly: 40, yearly: 4,
    critical: 90 * 86_400_000, timezone: 'Europe/Berlin', maxRemovals: 200,
  }
  const begun = performance.now()
  const plan = planRetention(candidates, policy, start + ${backups} * 900_000)
  const milliseconds = performance.now() - begun
  if (plan.decisions.length !== ${backups} || plan.remove.length !== 200) throw new Error('the plan is wrong')
  console.log(JSON.stringify({ milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 }))
`

/** What planning retention costs. A process of its own, so that its memory is all that is measured. */
export async function benchRetention(backups = 100_000): Promise<RetentionBench> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    script(backups),
  ])
  const { milliseconds, peakBytes } = JSON.parse(stdout) as Omit<RetentionBench, 'backups'>
  return { backups, milliseconds, peakBytes }
}

function url(path: string): string {
  return JSON.stringify(new URL(path, import.meta.url).href)
}
