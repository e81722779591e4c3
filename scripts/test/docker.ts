import { existsSync } from 'node:fs'
import { run, say } from './run-check.ts'

const script = 'test/support/docker/provide.sh'

/** A Docker daemon with Compose and the images of the tests, where they can be had; else a line that says why not. */
export async function bringDocker(): Promise<string[]> {
  say('Looking for Docker, Compose and the images of the tests; making them takes about a minute, once.')
  const { code, output } = await run('bash', [script])
  if (code === 0) return []
  const why = output.trim().split('\n').at(-1) ?? ''
  return [`containers: deployments to Docker Compose and the sample application (${why})`]
}

/** Whether the script has started the daemon that runs, so that a test may kill it. */
export function hasOwnDaemon(): boolean {
  return process.getuid?.() === 0 && existsSync('/run/lifeboat-test-docker/pid')
}
