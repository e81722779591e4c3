import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, findings, isDump, meddling, prove } from '../../support/postgres/backup.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { hasPooler, startPooler } from '../../support/postgres/pgbouncer.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

const majors = hasPooler() ? await testMajors() : []

describe.each(majors)('PostgreSQL %i behind PgBouncer', (major) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ major })
    server.psql('create database shop')
    server.psql(
      `create table orders as select i as id, sha256(i::text::bytea) as digest, now() as at from generate_series(1, 500) i;
       create sequence held`,
      'shop',
    )
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  it('is refused in transaction mode, with a hint at the direct address', async () => {
    await using pooler = await startPooler(server, 'transaction')
    expect(await findings(pooler.url('shop'), major)).toMatchObject([
      {
        level: 'refuse',
        failure: 'refused',
        hint: expect.stringContaining('URL of the PostgreSQL server itself'),
      },
    ])
  })

  it('is refused in transaction mode also when every client gets another connection', async () => {
    await using pooler = await startPooler(server, 'transaction', {
      server_round_robin: '1',
      min_pool_size: '5',
    })
    const url = pooler.url('shop')
    const others = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const client = new Client({ connectionString: url })
        await client.connect()
        await client.query('begin')
        return client
      }),
    )
    for (const client of others) await client.query('rollback').then(() => client.end())
    expect(await findings(url, major)).toMatchObject([{ level: 'refuse', failure: 'refused' }])
  })

  it('is backed up in session mode, and proven', async () => {
    await using pooler = await startPooler(server, 'session')
    const said = await findings(pooler.url('shop'), major)
    expect(said.map((finding) => finding.level)).toEqual(['notice'])
    const backup = await backUp(pooler.url('shop'), major)
    const proof = await prove(backup)
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([])
    expect(proof.tables).toMatchObject([{ name: 'public.orders', rows: 500, status: 'equal' }])
  })

  it('is refused in session mode where bytes would be written in a form that cannot be pinned', async () => {
    server.psql("alter database shop set bytea_output = 'escape'")
    await using pooler = await startPooler(server, 'session')
    expect(await findings(pooler.url('shop'), major)).toMatchObject([
      { level: 'notice' },
      { level: 'refuse', failure: 'config', hint: expect.stringContaining('bytea_output') },
    ])
    server.psql("alter database shop reset all; alter database shop set timezone = 'Pacific/Chatham'")
    const proof = await prove(await backUp(pooler.url('shop'), major), { level: 'equal' })
    expect(proof.tables.map((table) => table.status)).toEqual(['equal'])
  })

  it('is watched through the pooler: who waits longer than max-block ends the dump', async () => {
    await using pooler = await startPooler(server, 'session')
    const keeper = new Client({ connectionString: server.url('shop') })
    const waiting = new Client({ connectionString: server.url('shop') })
    await Promise.all([keeper.connect(), waiting.connect()])
    const standing = Promise.withResolvers<void>()
    const dump = backUp(pooler.url('shop'), major, {
      keys: { 'max-block': '300ms' },
      processes: meddling(async (program, args) => {
        if (!isDump(program, args)) return
        await keeper.query('begin; alter sequence held rename to hidden')
        standing.resolve()
      }),
    })
    dump.catch(standing.reject)
    await standing.promise
    while (
      (await waiting.query("select from pg_stat_activity where wait_event_type = 'Lock'")).rowCount === 0
    );
    const locked = waiting.query('begin; lock table orders; commit')
    await expect(dump).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('made 1 other'),
    })
    await locked
    await Promise.all([keeper.end(), waiting.end()])
  })
})
