import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { openRestoration, stamp } from '../../../support/postgres/restoration.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('PostgreSQL %i: a part of a backup', (major) => {
  let server: TestServer
  let backup: TestBackup
  beforeAll(async () => {
    server = await startServer({ major })
    server.psql('create database shop')
    server.psql(
      `create schema shop; create type shop.state as enum ('new', 'sent');
       create table shop.tenants (id int primary key, name text not null);
       create function shop.fine(int) returns boolean language sql immutable as 'select $1 >= 0';
       create table shop.orders (id serial primary key, tenant int not null references shop.tenants, state shop.state default 'new',
         amount numeric(10,2) check (shop.fine(amount::int)), note text default 'a, b' collate "C");
       create index orders_by_tenant on shop.orders (tenant);
       create view shop.open as select * from shop.orders where state = 'new';
       create table shop.parted (id int, at date) partition by range (at);
       create table shop.parted_1 partition of shop.parted for values from ('2026-01-01') to ('2026-07-01');
       create table shop.parted_2 partition of shop.parted for values from ('2026-07-01') to ('2027-01-01');
       create index on shop.parted (id);
       insert into shop.tenants values (1, 'one'), (2, 'two');
       insert into shop.orders (tenant, amount, note) select 1 + i % 2, i, e'tab\\t line\\n ' || i from generate_series(1, 300) i;
       insert into shop.parted values (1, '2026-02-01'), (2, '2026-08-01')`,
      'shop',
    )
    backup = await backUp(server.url('shop'), major)
  })
  afterAll(() => server[Symbol.asyncDispose]())
  const name = `shop_${stamp}`
  const drop = () => server.psql(`drop database ${name}`)

  it('comes with what it needs; a foreign key to a table that stays behind is named, not made', async () => {
    const selection = { tables: ['shop.orders'], schemas: [], rows: [] }
    await using restore = await openRestoration(backup, { selection })
    const inspection = await restore.restoration.inspect(new AbortController().signal, backup.artifacts)
    const needed = inspection.steps.find((step) => step.name === 'needed')?.subjects
    expect(needed).toEqual(expect.arrayContaining(['TYPE shop.state', 'SCHEMA shop']))
    const { left } = await restore.restore()
    expect(restore.trouble()).toEqual([])
    expect(left[0]?.subjects).toEqual(['FK CONSTRAINT shop.orders orders_tenant_fkey'])
    expect(server.psql('select count(*), sum(amount) from shop.orders', name)).toBe('300|45150.00')
    expect(server.psql('insert into shop.orders (tenant) values (7) returning id', name)).toBe('301')
    expect(
      server
        .psql("select relname from pg_class where relnamespace = 'shop'::regnamespace order by 1", name)
        .split('\n'),
    ).toEqual(['orders', 'orders_by_tenant', 'orders_id_seq', 'orders_pkey'])
    drop()
  })

  it('may be a partitioned table, with all of its partitions', async () => {
    await using restore = await openRestoration(backup, {
      selection: { tables: ['shop.parted'], schemas: [], rows: [] },
    })
    await restore.restore()
    expect(restore.trouble()).toEqual([])
    expect(server.psql('select count(*) from shop.parted', name)).toBe('2')
    expect(server.psql('select count(*) from shop.parted_2', name)).toBe('1')
    drop()
  })

  it('may be a schema, and is refused by name when the backup does not have it', async () => {
    await using absent = await openRestoration(backup, {
      selection: { tables: ['shop.nothing'], schemas: ['no'], rows: [] },
    })
    await expect(absent.restore()).rejects.toMatchObject({
      kind: 'missing',
      subjects: ['shop.nothing', 'no'],
    })
    await using whole = await openRestoration(backup, {
      selection: { tables: [], schemas: ['shop'], rows: [] },
    })
    await whole.restore()
    expect(whole.trouble()).toEqual([])
    expect(server.psql('select count(*) from shop.open', name)).toBe('300')
    drop()
  })

  it('may be the rows of one tenant, in a schema of their own, by a condition that cannot write', async () => {
    const rows = [
      {
        table: 'shop.orders',
        where:
          "tenant = 2 and state = 'new' and exists (select from shop.tenants t where t.id = orders.tenant)",
      },
      { table: 'shop.tenants', where: 'id = 2 -- only this' },
    ]
    await using restore = await openRestoration(backup, { selection: { tables: [], schemas: [], rows } })
    await restore.restore()
    const schema = `lifeboat_${stamp}`
    const same = `(select id, tenant, state, amount, note from "${schema}".orders except select * from shop.orders)`
    expect(
      server.psql(`select count(*), (select count(*) from ${same} x) from "${schema}".orders`, 'shop'),
    ).toBe('150|0')
    expect(server.psql(`select * from "${schema}".tenants`, 'shop')).toBe('2|two')
    await using again = await openRestoration(backup, { selection: { tables: [], schemas: [], rows } })
    await expect(again.restore()).rejects.toMatchObject({ kind: 'refused', subjects: [schema] })
    server.psql(`drop schema "${schema}" cascade`, 'shop')

    for (const where of [
      "setval('shop.orders_id_seq', 7) = 7",
      'true); delete from shop.orders; select (true',
    ]) {
      await using writes = await openRestoration(backup, {
        selection: { tables: [], schemas: [], rows: [{ table: 'shop.orders', where }] },
      })
      await expect(writes.restore()).rejects.toMatchObject({ kind: 'config' })
    }
    expect(server.psql('select count(*) from shop.orders', 'shop')).toBe('300')
    expect(server.psql(`select count(*) from pg_namespace where nspname like 'lifeboat%'`, 'shop')).toBe('0')
  })
})
