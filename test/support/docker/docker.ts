import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { noteSkipped } from '../servers/not-real.ts'

const run = promisify(execFile)

/** Images that tests may use; test/support/docker/provide.sh makes them out of this machine's packages. None is pulled. */
export const images = {
  busybox: 'lifeboat-test/busybox',
  node: 'lifeboat-test/node',
  postgres: 'lifeboat-test/postgres',
  redis: 'lifeboat-test/redis',
}

/** Whether containers can be run for real; otherwise the test run says at its end that they were not. */
export async function hasDocker(): Promise<boolean> {
  try {
    await docker(['image', 'inspect', ...Object.values(images)])
    await docker(['compose', 'version'])
    return true
  } catch {
    await noteSkipped(
      'Docker with Compose',
      'run test/support/docker/provide.sh as root, which says what is in the way',
    )
    return false
  }
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

/** Removes every image of a name, whatever its tag. */
export async function removeImages(name: string): Promise<void> {
  const found = await docker([
    'image',
    'ls',
    '--format',
    '{{.Repository}}:{{.Tag}}',
    '--filter',
    `reference=${name}`,
  ])
  const tags = found.split('\n').filter((tag) => tag !== '')
  if (tags.length > 0) await docker(['image', 'rm', '--force', ...tags])
}
