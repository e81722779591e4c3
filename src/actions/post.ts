import { tmpdir } from 'node:os'
import type { Milliseconds } from '../domain/units.ts'
import { createJobLog } from '../github/log.ts'
import { createMasks } from '../github/masks.ts'
import { cleanUp } from '../wiring/clean-up.ts'

/** A cancelled job gets 10 s for everything. */
const timeForCleanUp: Milliseconds = 4_500

/**
 * The `post:` of actions that start servers: does what the run itself could not, as it was killed. It says what goes wrong
 * and never fails: the job's result was decided before.
 */
export async function main(): Promise<void> {
  const log = createJobLog({ masks: createMasks(), hidesNames: true })
  const warn = (why: string) => log.warning(`not everything of this job could be cleaned up (${why})`)
  setTimeout(() => {
    warn('out of time')
    process.exit(0)
  }, timeForCleanUp).unref()
  const given = process.env['RUNNER_TEMP'] ?? ''
  try {
    await cleanUp(given === '' ? tmpdir() : given, log)
  } catch (thrown) {
    // The system's own code where there is one: a message could quote anything.
    warn(thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'our fault')
  }
}
