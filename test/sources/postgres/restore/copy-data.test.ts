import { afterAll, beforeAll, expect, test } from 'vitest'
import { asFailure, Failure } from '../../../../src/domain/failure.ts'
import { addressOf } from '../../../../src/sources/postgres/address.ts'
import { copyOut } from '../../../../src/sources/postgres/restore/copy-data.ts'
import { connect } from '../../../../src/sources/postgres/session.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

const [major = 15] = await testMajors()
let server: TestServer

beforeAll(async () => {
  server = await startServer({ major })
})
afterAll(() => server?.[Symbol.asyncDispose]())

test('a table that is being read back when the run is stopped fails by why it was stopped', async () => {
  const stop = new AbortController()
  const failure = new Failure('cancelled', 'stopped')
  await using session = await connect(addressOf(server.url('postgres'), 'test', 'postgres'), {
    applicationName: 'test',
    signal: stop.signal,
  })
  const reading = copyOut(session, 'copy (select pg_sleep(3600)) to stdout', stop.signal).catch(asFailure)
  const isAsleep = `select count(*) from pg_stat_activity where wait_event = 'PgSleep'`
  while (server.psql(isAsleep) !== '1') await new Promise(setImmediate)
  stop.abort(failure)
  expect(await reading).toBe(failure)
})
