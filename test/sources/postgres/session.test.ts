import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolveAddress } from '../../../src/sources/postgres/address.ts'
import { connect } from '../../../src/sources/postgres/session.ts'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import { Failure } from '../../../src/domain/failure.ts'
import type { PostgresConfig } from '../../../src/domain/environment/schema.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

const [major = 15] = await testMajors()
let server: TestServer

beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database shop')
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function address(url: string) {
  const environment = await parseEnvironment(
    `environment: t\nsources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]\nstores: [{ name: l, type: local, path: /tmp/x }]\nencryption: none\n`,
    't.yml',
  )
  return resolveAddress(environment.sources[0] as PostgresConfig, { DATABASE_URL: url })
}

describe('a session with a source', () => {
  test('calls the server’s own functions, whatever search_path the database sets', async () => {
    const url = server.url('shop')
    server.psql('alter database shop set search_path = evil, pg_catalog, public')
    await using session = await connect(await address(url), { applicationName: 'test' })
    const doing = 'asking'
    const [path] = await session.query<{ value: string }>(
      doing,
      "select current_setting('search_path') as value",
    )
    expect(path?.value).toBe('pg_catalog')
    const [readOnly] = await session.query<{ value: string }>(
      doing,
      "select current_setting('default_transaction_read_only') as value",
    )
    expect(readOnly?.value).toBe('on')
    await expect(session.query(doing, 'create table public.t ()')).rejects.toMatchObject({
      kind: expect.any(String),
    })
  })

  test('repeats nothing that a function has put into the fields of its error', async () => {
    await using session = await connect(await address(server.url('shop')), { applicationName: 'test' })
    const raised = `do $$ begin raise exception using errcode = '23505', message = 'canary', table = 'canary', schema = 'canary', constraint = 'canary'; end $$`
    const failure = await session.query('asking', raised).catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'integrity', subjects: [] })
    expect(String(failure)).not.toContain('canary')
  })

  test('is not told by the job’s own libpq options what to do', async () => {
    process.env['PGOPTIONS'] = '-c statement_timeout=1'
    await using session = await connect(await address(server.url('shop')), { applicationName: 'test' })
    const [row] = await session.query<{ value: string }>(
      'asking',
      "select current_setting('statement_timeout') as value",
    )
    expect(row?.value).toBe('0')
    expect(process.env['PGOPTIONS']).toBeUndefined()
  })

  test.each([
    ['at all', 'prefer', []],
    ['after it has agreed to TLS', 'require', [Buffer.from('S')]],
    ['after it has let us in', 'disable', [Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I')]],
  ] as const)(
    'is not waited for, once the run is stopped, while the server says nothing %s',
    async (_when, sslmode, words) => {
      const stop = new AbortController()
      const stopped = new Failure('cancelled', 'stopped')
      const calls: Socket[] = []
      const silent = createServer((socket) => {
        calls.push(socket)
        const left = [...words]
        socket
          .on('error', () => undefined)
          .on('data', () => {
            const word = left.shift()
            if (word === undefined) stop.abort(stopped)
            else socket.write(word)
          })
      })
      await once(silent.listen(0, '127.0.0.1'), 'listening')
      const { port } = silent.address() as AddressInfo
      const url = `postgresql://someone@127.0.0.1:${port}/shop?sslmode=${sslmode}`
      const failure = await connect(await address(url), {
        applicationName: 'test',
        signal: stop.signal,
      }).catch((error: unknown) => error)
      for (const socket of calls) socket.destroy()
      silent.close()
      expect(failure).toBe(stopped)
    },
  )

  test('is not waited for when the server refuses TLS and does not hang up', async () => {
    const calls: Socket[] = []
    const refusing = createServer({ allowHalfOpen: true }, (socket) => {
      calls.push(socket)
      socket.on('error', () => undefined).once('data', () => socket.write('N'))
    })
    await once(refusing.listen(0, '127.0.0.1'), 'listening')
    const { port } = refusing.address() as AddressInfo
    const url = `postgresql://someone@127.0.0.1:${port}/shop?sslmode=require`
    const failure = await connect(await address(url), { applicationName: 'test' }).catch(
      (error: unknown) => error,
    )
    for (const socket of calls) socket.destroy()
    refusing.close()
    expect(failure).toMatchObject({ kind: 'unavailable' })
  })
})
