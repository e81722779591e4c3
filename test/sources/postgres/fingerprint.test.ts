import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import { fingerprintPostgres } from '../../../src/sources/postgres/fingerprint.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

describe.each(await testMajors())('the fingerprint of a database of PostgreSQL %i', (major) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ major })
    // Else the server itself could take transaction ids in between.
    server.psql('alter system set autovacuum = off')
    server.psql('select pg_reload_conf()')
    server.psql('create database shop')
    server.psql(
      `create table orders (id int primary key, at date) partition by range (id);
       create table first_orders partition of orders for values from (0) to (100);
       create view newest as select max(id) from orders;
       create type state as enum ('open', 'paid');
       create function answer() returns int language sql as 'select 42'`,
      'shop',
    )
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const fingerprint = async () => {
    const file =
      'environment: shop\nsources: [{ name: main, type: postgres, url: "${DATABASE_URL}" }]\nstores: [{ name: disk, type: local, path: /tmp/none }]\nencryption: none\n'
    const [source] = (await parseEnvironment(file, 'environments/shop.yml')).sources
    if (source?.type !== 'postgres') throw new Error('the file has another source')
    const signal = new AbortController().signal
    return await fingerprintPostgres(source, { variables: { DATABASE_URL: server.url('shop') }, signal })
  }

  it('stays the same while the database is only read', async () => {
    const before = await fingerprint()
    server.psql('select count(*) from orders', 'shop')
    expect(await fingerprint()).toEqual(before)
  })

  it('has other writes, and the same schema, once a row was written', async () => {
    const before = await fingerprint()
    server.psql('insert into orders values (1)', 'shop')
    const after = await fingerprint()
    expect(after.schema).toBe(before.schema)
    expect(after.writes).not.toBe(before.writes)
  })

  it.each([
    ['column', 'alter table orders add note text'],
    ['index', 'create index on orders (at)'],
    ['constraint', 'alter table orders add check (id > -1)'],
    ['view', 'create or replace view newest as select min(id) as max from orders'],
    ['label of an enum', "alter type state add value 'void'"],
    ['body of a function', "create or replace function answer() returns int language sql as 'select 43'"],
    ['policy', 'create policy own on first_orders using (id > 0)'],
    [
      'trigger',
      'create trigger t before update on first_orders for each row execute function suppress_redundant_updates_trigger()',
    ],
  ])('has another schema once a %s was changed', async (_what, sql) => {
    const before = await fingerprint()
    server.psql(sql, 'shop')
    expect((await fingerprint()).schema).not.toBe(before.schema)
  })

  it('has other writes for another database of the same name', async () => {
    const before = await fingerprint()
    server.psql('alter database shop rename to old')
    server.psql('create database shop template old')
    const after = await fingerprint()
    expect(after.schema).toBe(before.schema)
    expect(after.writes.split('/')[0]).not.toBe(before.writes.split('/')[0])
  })
})
