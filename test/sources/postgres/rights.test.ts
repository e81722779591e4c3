import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, findings, isDump, meddling, prove } from '../../support/postgres/backup.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

describe.each(await testMajors())('a backup of PostgreSQL %i by a role that may only read', (major) => {
  let server: TestServer
  const url = () => server.url('shop', 'reader:reader')
  const psql = (sql: string) => server.psql(sql, 'shop')

  beforeAll(async () => {
    server = await startServer({ major })
    server.psql("create role reader login password 'reader'")
    server.psql('create role owner')
    server.psql('create database shop')
    psql(`create schema sales authorization owner;
      create table sales.orders (id serial primary key, at timestamptz default '2026-01-01', content bytea, price money);
      insert into sales.orders (content, price) select sha256(i::text::bytea), i from generate_series(1, 300) i;
      alter table sales.orders owner to owner;
      select lo_from_bytea(4711, 'content');
      grant select on large object 4711 to reader;
      grant usage on schema sales to reader;
      grant select on sales.orders, sales.orders_id_seq to reader`)
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  it('is whole and proven, with exactly SELECT and USAGE', async () => {
    const backup = await backUp(url(), major)
    expect(backup.record).toMatchObject({ globals: true, notIncluded: [], largeObjects: 1 })
    const proof = await prove(backup)
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([])
    expect(proof.tables).toMatchObject([{ name: 'sales.orders', rows: 300, status: 'equal' }])
  })

  it('is not hindered by settings of its role and database', async () => {
    const settings = {
      // Shorter, it could end the first statement of a session on a machine that stalls.
      statement_timeout: '1s',
      idle_in_transaction_session_timeout: '1s',
      lock_timeout: '1s',
      default_transaction_read_only: 'on',
      default_transaction_isolation: 'serializable',
      TimeZone: 'Pacific/Chatham',
      bytea_output: 'escape',
      datestyle: 'SQL, DMY',
      intervalstyle: 'iso_8601',
      extra_float_digits: '0',
      client_encoding: 'LATIN1',
      search_path: 'sales',
      row_security: 'on',
      ...(major >= 14 ? { idle_session_timeout: '1s' } : {}),
      ...(major >= 17 ? { transaction_timeout: '1500ms' } : {}),
    }
    psql(`insert into sales.orders (content) values ('\\x5c00ff'), (convert_to('…€', 'UTF8'));
      comment on table sales.orders is '…€ has no place in Latin 1'`)
    for (const [name, value] of Object.entries(settings)) {
      // From another database, where none of them holds for us.
      const said = `${name} = ${name === 'search_path' ? value : `'${value}'`}`
      server.psql(`alter role reader in database shop set ${said}`)
      if (name !== 'default_transaction_read_only') server.psql(`alter database shop set ${said}`)
    }
    expect(await findings(url(), major)).toEqual([])
    const backup = await backUp(url(), major, {
      // The snapshot is held, and nothing is asked of it, for longer than any of the time-outs.
      processes: meddling((program, args) => (isDump(program, args) ? wait(2_000) : undefined)),
    })
    expect(await backup.artifacts.tableFile(backup.record, 'sales.orders')).toContain('\\\\x5c00ff')
    const proof = await prove({
      ...backup,
      config: { ...backup.config, freshness: 'select max(at) from sales.orders' },
    })
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([])
    expect(proof.tables.map((table) => table.status)).toEqual(['equal'])
    server.psql('alter role reader in database shop reset all; alter database shop reset all')
  })

  it('names what only a superuser could have dumped, and takes it when it is accepted by name', async () => {
    psql(`create extension postgres_fdw;
      create server elsewhere foreign data wrapper postgres_fdw;
      create user mapping for owner server elsewhere options (user 'x', password 'y');
      create subscription news connection 'host=127.0.0.1 port=1' publication p with (connect = false, slot_name = none)`)
    const left = async (accepted: string[]) =>
      (await backUp(url(), major, { keys: { 'role-passwords': true, 'accept-not-included': accepted } }))
        .record
    const record = await left([])
    expect(record.notIncluded.map(({ type, object, accepted }) => [type, object, accepted])).toEqual([
      ['user mapping', 'elsewhere for owner', false],
      ['subscription', 'news', false],
      ['globals', 'globals', false],
    ])
    expect(record.globals).toBe(false)
    expect(
      (await left(['elsewhere for owner', 'subscription', 'globals'])).notIncluded.map(
        ({ accepted }) => accepted,
      ),
    ).toEqual([true, true, true])
    const superuser = await backUp(server.url('shop'), major)
    expect(superuser.record.notIncluded).toEqual([])
    psql('drop subscription news; drop extension postgres_fdw cascade')
  })

  it('can be restored without globals, with the roles that the dump names', async () => {
    const backup = await backUp(url(), major, { keys: { 'role-passwords': true } })
    const proof = await prove(backup)
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([
      'complete not included degraded: globals',
      expect.stringMatching(/^sound roles degraded/),
    ])
  })
})
