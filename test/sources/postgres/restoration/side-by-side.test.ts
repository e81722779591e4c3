import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { openRestoration, stamp } from '../../../support/postgres/restoration.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('PostgreSQL %i: a restore side by side', (major) => {
  let server: TestServer
  let backup: TestBackup
  beforeAll(async () => {
    server = await startServer({ major })
    server.psql('create role clerk login; create role keeper; create database shop connection limit 33')
    server.psql(
      `create table orders (id int generated always as identity primary key, amount money, placed timestamptz default now());
       insert into orders (amount) select i from generate_series(1, 1000) i;
       create index on orders (placed); alter table orders owner to keeper; grant select on orders to clerk;
       select lo_from_bytea(4711, 'large');
       alter database shop set work_mem = '5MB'; alter role clerk in database shop set statement_timeout = '7s';
       alter database shop set default_transaction_read_only = on;
       set default_transaction_read_only = off;
       revoke connect on database shop from public; grant connect on database shop to clerk;
       alter database shop owner to keeper`,
      'shop',
    )
    backup = await backUp(server.url('shop'), major)
  })
  afterAll(() => server[Symbol.asyncDispose]())

  it('makes a proven database with what belonged to the old one, and leaves that alone', async () => {
    const before = server.psql(
      `select oid, datname, datacl, datconnlimit from pg_database where datname = 'shop'`,
    )
    await using restore = await openRestoration(backup)
    const inspection = await restore.inspect()
    expect(inspection.findings.filter(({ level }) => level === 'refuse')).toEqual([])
    const result = await restore.restore()
    expect(restore.trouble()).toEqual([])
    expect(result.database).toBe(`shop_${stamp}`)
    expect(result.place).toBe(`postgresql://postgres@127.0.0.1:${server.port}/shop_${stamp}`)
    expect(server.psql('select count(*), sum(amount) from orders', result.database)).toBe('1000|$500,500.00')
    const properties = (name: string) =>
      server.psql(
        `select r.rolname, d.datconnlimit, (select array_agg(a order by a::text) from unnest(d.datacl) a), s.setrole::regrole, s.setconfig from pg_database d join pg_roles r on r.oid = d.datdba
         left join pg_db_role_setting s on s.setdatabase = d.oid where d.datname = '${name}' order by 4`,
      )
    expect(properties(result.database)).toBe(properties('shop'))
    expect(
      server.psql(`select oid, datname, datacl, datconnlimit from pg_database where datname = 'shop'`),
    ).toBe(before)
  })
})
