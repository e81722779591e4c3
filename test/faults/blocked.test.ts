import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backUp } from '../support/postgres/backup.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'

const [major = 0] = await testMajors()
let server: TestServer
beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database blocked')
  server.psql('create table held as select 1', 'blocked')
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
