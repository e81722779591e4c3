import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { docker } from './docker.ts'

const run = promisify(execFile)
/** Written by provide.sh where it has started the daemon itself. */
const pidFile = '/run/lifeboat-test-docker/pid'

/** The Docker daemon of this machine, where the tests themselves have started it and nobody else uses it now. */
export interface OwnDaemon {
  /** Ends it as a crash does: SIGKILL. */
  kill(): Promise<void>
  /** Starts it again on what it left. Gives why it does not come up on this machine; null when it does. */
  start(): Promise<string | null>
}

/** Null where the daemon is somebody else's, or other tests run beside this one: `npm test` runs it last, and alone. */
export async function ownDaemon(): Promise<OwnDaemon | null> {
  if (process.env['LIFEBOAT_KILL_DOCKER'] !== '1') return null
  const pid = async () => Number.parseInt(await readFile(pidFile, 'utf8'), 10)
  try {
    process.kill(await pid(), 0)
  } catch {
    return null
  }
  return {
    kill: async () => {
      process.kill(await pid(), 'SIGKILL')
      for (;;) {
        try {
          await docker(['version'])
        } catch {
          return
        }
        await wait(20)
      }
    },
    start: async () => {
      try {
        await run('bash', [resolve(import.meta.dirname, 'provide.sh')])
        return null
      } catch (error) {
        // It says on its output what is in the way.
        const said = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : ''
        return said === '' ? String(error) : said
      }
    },
  }
}
