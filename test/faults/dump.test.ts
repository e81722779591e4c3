import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import type { ArtifactRecord } from '../../src/domain/manifest.ts'
import type { ArtifactInput } from '../../src/ports/artifacts.ts'
import { MemoryArtifacts } from '../support/postgres/artifacts.ts'
import { backUp } from '../support/postgres/backup.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'

const [major = 0] = await testMajors()
let server: TestServer
beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database blocked')
  server.psql(
    `create table held as select 1;
     create table wide as select md5(n::text) as noise from generate_series(1, 20000) n;
     create table wider as select md5(n::text) as noise from generate_series(1, 20000) n`,
    'blocked',
  )
})
afterAll(() => server[Symbol.asyncDispose]())

it("a backup that waits for somebody's lock gives up after max-block", async () => {
  const locker = spawn(join(server.bindir, 'psql'), ['-XAtq'], {
    env: server.environment('blocked'),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  locker.stdin.write("begin; lock table held in access exclusive mode; select 'locked';\n")
  await new Promise((resolve) => {
    locker.stdout.once('data', resolve)
  })
  try {
    const backup = backUp(server.url('blocked'), major, { keys: { 'max-block': '1s' } })
    await expect(backup).rejects.toMatchObject({ name: 'Failure', kind: 'unavailable' })
  } finally {
    locker.stdin.end()
  }
})

/** Gives a pack up while a file is waiting to be put into it, as a writer does whose last store has failed. */
class GivesUp extends MemoryArtifacts {
  override async put(artifact: ArtifactInput, signal: AbortSignal): Promise<ArtifactRecord> {
    const { body, members } = artifact
    if (members === undefined || !(body instanceof Readable)) return super.put(artifact, signal)
    body.on('error', () => undefined)
    await once(body, 'readable')
    // Nobody reads on, so before long a file finds no room: which one depends on the order in which they were whole.
    for (let stands = 0, count = members.length; stands < 50; stands += 1) {
      await wait(5)
      if (members.length !== count) stands = 0
      count = members.length
    }
    body.destroy(new Error('nobody reads this any more'))
    throw new Failure('unavailable', 'the store went away')
  }
}

it('a pack that is given up midway fails the dump, and not the process', async () => {
  const backup = backUp(server.url('blocked'), major, { artifacts: new GivesUp() })
  await expect(backup).rejects.toMatchObject({ kind: 'unavailable', message: 'the store went away' })
})
