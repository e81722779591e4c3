import { afterAll, beforeAll, expect, test } from 'vitest'
import { asFailure, Failure } from '../../../../src/domain/failure.ts'
import { addressOf } from '../../../../src/sources/postgres/address.ts'
import { connect } from '../../../../src/sources/postgres/session.ts'
import { digestData } from '../../../../src/sources/postgres/trial/data.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

const [major = 15] = await testMajors()
let server: TestServer

beforeAll(async () => {
  server = await startServer({ major })
  server.psql(`create table held (id int);
    create view unreadable as select note::int as id from (values ('canary')) as rows (note)`)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const open = (signal: AbortSignal) =>
  connect(addressOf(server.url('postgres'), 'test', 'postgres'), { applicationName: 'digest', signal })

/** Why the rows of a relation could not be read. */
async function digestionOf(name: string, signal: AbortSignal): Promise<unknown> {
  const oid = Number(server.psql(`select '${name}'::regclass::oid::bigint`))
  const column = { number: 1, name: 'id', type: 'integer', notNull: false, hasDefault: false }
  const table = { oid, name, root: oid, columns: [column], bytes: 0, rows: 0, indexBytes: 0 }
  const catalog = { tables: [table], objects: [], functions: [], constraints: [] }
  return digestData(catalog, () => open(signal), signal).catch((error: unknown) => error)
}

test.each([
  ['the run is stopped', (stop: () => void) => stop(), 'cancelled'],
  [
    'the server ends the connection',
    () =>
      server.psql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'digest'`),
    'unavailable',
  ],
] as const)('a table that is being read when %s fails by that', async (_when, happen, kind) => {
  const stop = new AbortController()
  await using holder = await connect(addressOf(server.url('postgres'), 'test', 'postgres'), {
    applicationName: 'holder',
  })
  await holder.query('holding', 'begin')
  await holder.query('holding', 'lock table public.held')
  const digestion = digestionOf('held', stop.signal)
  const isWaiting = `select count(*) from pg_stat_activity where application_name = 'digest' and wait_event_type = 'Lock'`
  while (server.psql(isWaiting) !== '1') await new Promise(setImmediate)
  happen(() => stop.abort(new Failure('cancelled', 'stopped')))
  const failure = await digestion
  expect(failure).toBeInstanceOf(Failure)
  expect(asFailure(failure).kind).toBe(kind)
})

test('a server that cannot read a row is not quoted', async () => {
  const failure = await digestionOf('unreadable', new AbortController().signal)
  expect(failure).toMatchObject({ kind: 'integrity' })
  expect(asFailure(failure).message).not.toContain('canary')
})
