import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Images that tests may use: none is pulled. */
export const images = {
  busybox: process.env['LIFEBOAT_TEST_BUSYBOX'] ?? 'busybox:local',
  debian: process.env['LIFEBOAT_TEST_DEBIAN'] ?? 'debian:12-local',
  postgres: process.env['LIFEBOAT_TEST_POSTGRES'] ?? 'postgres:15-local',
  redis: process.env['LIFEBOAT_TEST_REDIS'] ?? 'redis:7-local',
}

/** Runs docker with these words, and gives what it printed. @throws when it fails, with what it said */
export async function docker(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await run('docker', [...words], {
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.trim()
}

/** Builds an image out of the text of a Dockerfile, without files beside it. */
export async function buildImage(name: string, dockerfile: string): Promise<void> {
  // The classic builder: the other one is a plugin that not every machine has.
  const building = run('docker', ['build', '--quiet', '--tag', name, '-'], {
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  })
  building.child.stdin?.end(dockerfile)
  await building
}
