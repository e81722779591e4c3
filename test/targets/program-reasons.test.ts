import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { createProcesses } from '../../src/host/processes.ts'
import { openTarget } from '../../src/targets/open.ts'
import { runProgram } from '../../src/targets/programs.ts'
import { targetConfig } from '../support/targets/target-config.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-reasons-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const { signal } = new AbortController()

/** A program of this name that does as the script says, first on PATH. */
async function pathWith(name: string, script: string): Promise<string> {
  const own = await mkdtemp(join(folder, 'path-'))
  await writeFile(join(own, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(own, name), 0o755)
  return `${own}:${process.env['PATH'] ?? ''}`
}

async function failureOf(words: readonly string[], stderr: string, code: number): Promise<Failure> {
  const PATH = await pathWith(words[0] ?? '', `cat >&2 <<'END'\n${stderr}\nEND\nexit ${code}`)
  const context = { variables: { PATH }, processes: createProcesses() }
  const extra = { LIFEBOAT_VERSION: '1.1', LIFEBOAT_DATABASE_URL: 'postgres://canary' }
  return failed(runProgram('doing it', words, { context, names: [], extra, timeout: 60_000, signal }))
}

async function failed(work: Promise<unknown>): Promise<Failure> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Failure)) throw new Error('it did not fail')
  return thrown
}

const up = ['docker', 'compose', '-f', 'compose.yml', 'up']

describe('a program of the target that failed', () => {
  test.each([
    [
      up,
      'Error response from daemon: driver failed (6e): Bind for 127.0.0.1:8081 failed: port is already allocated',
      1,
      'the port 8081 is taken already',
    ],
    [
      up,
      'Cannot connect to the Docker daemon at unix:///canary. Is the docker daemon running?',
      1,
      'the Docker daemon cannot be reached',
    ],
    [
      up,
      'Error response from daemon: pull access denied for canary, repository does not exist',
      18,
      'an image was not found',
    ],
    [up, 'canary', 18, 'an image could not be had'],
    [
      up,
      'open /canary/compose.yml: no such file or directory',
      14,
      'a Compose file that is named is not there',
    ],
    [
      up,
      'error while interpolating canary: required variable SHOP is missing a value',
      15,
      'the variable SHOP is not set',
    ],
    [
      ['kubectl', 'apply'],
      'The connection to the server canary was refused - did you',
      1,
      'the cluster cannot be reached',
    ],
  ] as const)(
    'says why in our words, and repeats none of its own: %s %s %i',
    async (words, stderr, code, reason) => {
      const { message, hint } = await failureOf(words, stderr, code)
      expect(message).toContain(`ended with code ${code}: ${reason}`)
      expect(`${message} ${hint}`).not.toContain('canary')
    },
  )

  test('gives no reason that is not known, nor one for the code of a program inside a container', async () => {
    const inside = await failureOf(['docker', 'compose', 'run', 'migrate'], 'canary', 18)
    expect(inside.message).toBe('doing it failed: docker ended with code 18')
    expect((await failureOf(['psql'], 'Cannot connect to the Docker daemon', 1)).message).toBe(
      'doing it failed: psql ended with code 1',
    )
  })

  test('is to be run by hand with the version, and without what may be secret', async () => {
    const { hint } = await failureOf(up, 'canary', 1)
    expect(hint).toBe(
      'Run it by hand to see what it says: LIFEBOAT_VERSION=1.1 docker compose -f compose.yml up',
    )
  })
})

test('a service that ended is named, with the whole command that shows its log', async () => {
  const container = {
    Id: 'c1',
    Image: 'sha256:1',
    State: { Status: 'exited' },
    Config: { Image: 'shop:1.1', Labels: { 'com.docker.compose.service': 'web' } },
  }
  const PATH = await pathWith(
    'docker',
    `case "$*" in
  *" config "*) printf '{"name":"shop","services":{"web":{"image":"shop:%s"}}}' "$TAG" ;;
  *" ps "*) echo c1 ;;
  inspect*) echo '${JSON.stringify([container])}' ;;
  *" up "*) echo "container shop-web-1 exited (1)" >&2; exit 1 ;;
esac`,
  )
  const config = targetConfig({
    type: 'compose',
    files: ['one.yml', 'two.yml'],
    project: 'shop',
    'version-variable': 'TAG',
    images: 'here',
  })
  const target = openTarget(config, { variables: { PATH }, processes: createProcesses() })
  const { message, hint } = await failed(target.deploy('1.1', signal))
  expect(message).toBe('bringing up 1.1 failed: docker ended with code 1; the service web has ended')
  expect(hint).toContain(
    'LIFEBOAT_VERSION=1.1 TAG=1.1 docker compose -f one.yml -f two.yml -p shop logs --tail 50 web',
  )
})
