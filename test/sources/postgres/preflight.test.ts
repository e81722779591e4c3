import { tmpdir } from 'node:os'
import type { QueryResultRow } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveAddress } from '../../../src/sources/postgres/address.ts'
import { inspect } from '../../../src/sources/postgres/preflight.ts'
import { connect, type Session } from '../../../src/sources/postgres/session.ts'
import { findings, sourceConfig } from '../../support/postgres/backup.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

describe.each(await testMajors())('preflight of PostgreSQL %i', (major) => {
  let server: TestServer
  const url = () => server.url('shop', 'reader:reader')
  const psql = (sql: string) => server.psql(sql, 'shop')

  beforeAll(async () => {
    server = await startServer({ major })
    server.psql("create role reader login password 'reader'")
    server.psql('create database shop')
    psql(`create schema sales;
      create table sales.orders (id serial primary key, note text);
      create table public.plain (id int);
      create materialized view sales.summary as select count(*) from sales.orders;
      grant usage on schema sales, public to reader;
      grant select on all tables in schema sales, public to reader;
      grant select on all sequences in schema sales, public to reader`)
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  /** What is refused while `change` stands, which `undo` takes back. */
  const refusedAfter = async (change: string, undo: string, keys: Record<string, unknown> = {}) => {
    psql(change)
    try {
      return (await findings(url(), major, { keys })).filter((finding) => finding.level === 'refuse')
    } finally {
      psql(undo)
    }
  }

  it('has nothing to say against a role with exactly SELECT and USAGE', async () => {
    expect(await findings(url(), major)).toEqual([])
  })

  it.each([
    [
      'SELECT on a table',
      'revoke select on public.plain from reader',
      'grant select on public.plain to reader',
      ['public.plain'],
    ],
    [
      'SELECT on a sequence',
      'revoke select on sales.orders_id_seq from reader',
      'grant select on sales.orders_id_seq to reader',
      ['sales.orders_id_seq'],
    ],
    [
      'USAGE on a schema',
      'revoke usage on schema sales from reader',
      'grant usage on schema sales to reader',
      ['sales.orders', 'sales.orders_id_seq'],
    ],
    [
      'the right to see rows behind row security',
      'alter table public.plain enable row level security',
      'alter table public.plain disable row level security',
      ['public.plain'],
    ],
    [
      'the right to see rows of its own table, where row security is forced',
      'alter table public.plain owner to reader; alter table public.plain enable row level security, force row level security',
      'alter table public.plain disable row level security, no force row level security; alter table public.plain owner to postgres; grant select on public.plain to reader',
      ['public.plain'],
    ],
    [
      'SELECT on a large object',
      "select lo_from_bytea(4711, 'x')",
      'select lo_unlink(4711)',
      ['large object 4711'],
    ],
  ])('names %s when it is missing', async (_, change, undo, subjects) => {
    const refused = await refusedAfter(change, undo)
    expect(refused.map((finding) => [finding.failure, finding.hint !== undefined])).toEqual([
      ['access', true],
    ])
    expect(refused[0]?.subjects?.toSorted()).toEqual(subjects)
  })

  it('is content with pg_read_all_data in place of every single right', async () => {
    if (major < 14) return
    psql(`create role everything login password 'everything' in role pg_read_all_data;
      create table unread (id serial)`)
    expect(await findings(server.url('shop', 'everything:everything'), major)).toEqual([])
    psql('drop table unread')
  })

  it('lists everything that is missing at once', async () => {
    const refused = await refusedAfter(
      `revoke select on public.plain from reader; alter table sales.orders enable row level security;
       select lo_from_bytea(4711, 'x'); alter role reader connection limit 3`,
      `grant select on public.plain to reader; alter table sales.orders disable row level security;
       select lo_unlink(4711); alter role reader connection limit -1`,
    )
    expect(refused.map((finding) => finding.failure)).toEqual(['access', 'access', 'access', 'unavailable'])
  })

  it.each([
    ['the role', 'alter role reader connection limit 5', 'alter role reader connection limit -1'],
    ['the database', 'alter database shop connection limit 5', 'alter database shop connection limit -1'],
  ])('counts the connections that the limit of %s leaves', async (_, change, undo) => {
    expect(await refusedAfter(change, undo, { jobs: 2 })).toEqual([])
    expect(await refusedAfter(change, undo, { jobs: 3 })).toMatchObject([{ failure: 'unavailable' }])
  })

  it('knows that limits of role and database do not bind a superuser', async () => {
    psql('alter database shop connection limit 1; alter role postgres connection limit 1')
    expect(await findings(server.url('shop'), major)).toEqual([])
    psql('alter database shop connection limit -1; alter role postgres connection limit -1')
  })

  it('counts the connections that the server has left', async () => {
    expect(await refusedAfter('select', 'select', { jobs: 60 })).toMatchObject([{ failure: 'unavailable' }])
  })

  // A 19 is asked what a 17 is asked, which this server has to understand.
  it.each([['12.22', 'config', 'fixes'], ...(major >= 17 ? [['19.1', 'config', 'newer Lifeboat']] : [])])(
    'refuses version %s',
    async (version, failure, hint) => {
      const config = await sourceConfig({ url: url() })
      const address = resolveAddress(config, {})
      const signal = new AbortController().signal
      await using session = await connect(address, { applicationName: 'test', signal })
      const claiming: Session = {
        ...session,
        query: async <Row extends QueryResultRow>(
          doing: string,
          sql: string,
          values?: readonly unknown[],
        ) => {
          const rows = await session.query<Row>(doing, sql, values)
          if (!sql.includes('server_version_num')) return rows
          return rows.map((row) => ({ ...row, text: version, number: `${version.split('.')[0]}0001` }))
        },
      }
      const found = await inspect(claiming, {
        config,
        address,
        applicationName: 'test',
        spool: tmpdir(),
        signal,
      })
      expect(found.findings).toMatchObject([
        { level: 'refuse', failure, hint: expect.stringContaining(hint) },
      ])
    },
  )

  it('tells of other databases on the server', async () => {
    server.psql('create database neighbour')
    expect(await findings(url(), major)).toMatchObject([{ level: 'notice' }])
    server.psql('drop database neighbour')
  })

  it.each([
    ['a wrong password', () => server.url('shop', 'reader:wrong'), 'access'],
    ['an unknown role', () => server.url('shop', 'nobody:x'), 'access'],
    ['an unknown database', () => server.url('absent', 'reader:reader'), 'missing'],
    ['nobody listening', () => 'postgres://reader:reader@127.0.0.1:1/shop', 'unavailable'],
    ['no such socket', () => 'postgres://reader:reader@/shop?host=/nonexistent', 'unavailable'],
    ['a name that does not resolve', () => 'postgres://reader:reader@absent.invalid/shop', 'unavailable'],
  ])('fails with the right kind at %s, and shows no password', async (_, address, kind) => {
    const failure = await findings(address(), major).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'Failure', kind })
    expect(String(failure)).not.toContain('reader:')
  })
})
