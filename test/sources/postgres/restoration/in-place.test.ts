import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { openRestoration, stamp } from '../../../support/postgres/restoration.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('PostgreSQL %i: a restore in place', (major) => {
  let server: TestServer
  let backup: TestBackup
  beforeAll(async () => {
    server = await startServer({ major })
    // A role that may make schemas, and no databases.
    server.psql(`create role tenant login password 'tenant'; create database shop owner tenant`)
    server.psql(
      `create schema shop authorization tenant; create schema ext authorization tenant; create extension pgcrypto schema ext; set role tenant;
       create type shop.state as enum ('new', 'sent');
       create table shop.orders (id serial primary key, state shop.state default 'new', note text);
       create table public.notes (id int primary key, order_id int references shop.orders);
       insert into shop.orders (note) select 'n' || i from generate_series(1, 500) i; insert into notes select i, i from generate_series(1, 100) i;
       create view shop.open as select * from shop.orders where state = 'new';
       create function shop.total() returns bigint language sql begin atomic; select count(*) from shop.orders; end`,
      'shop',
    )
    backup = await backUp(server.url('shop'), major)
    server.psql(
      'delete from public.notes; delete from shop.orders where id > 10; create view shop.later as select 1 as one from shop.orders',
      'shop',
    )
  })
  afterAll(() => server[Symbol.asyncDispose]())
  const url = () => server.url('shop', 'tenant:tenant')
  const counts = () =>
    server.psql(
      'select (select count(*) from shop.orders), (select count(*) from public.notes), (select count(*) from shop.open)',
      'shop',
    )

  it('leaves the schemas in use untouched until its one commit, and keeps them', async () => {
    await using restore = await openRestoration(backup, { mode: 'in-place', url: url() })
    const inspection = await restore.inspect()
    expect(inspection.findings.filter(({ level }) => level === 'refuse')).toEqual([])
    await restore.restore()
    expect(restore.trouble()).toEqual(['equal schema skipped: '])
    expect(counts()).toBe('10|0|10')
    const { keptAs } = await restore.exchange()
    expect(keptAs?.split(', ').toSorted()).toEqual([`public_before_${stamp}`, `shop_before_${stamp}`])
    expect(counts()).toBe('500|100|500')
    expect(server.psql("select shop.total(), nextval('shop.orders_id_seq')", 'shop')).toBe('500|501')
    expect(server.psql(`select count(*) from "shop_before_${stamp}".later`, 'shop')).toBe('10')
  })

  it('that is given up leaves nothing', async () => {
    const before = server.psql('select oid, nspname from pg_namespace order by 1', 'shop')
    {
      await using restore = await openRestoration(backup, { mode: 'in-place', url: url() })
      await restore.restore()
    }
    expect(server.psql('select oid, nspname from pg_namespace order by 1', 'shop')).toBe(before)
  })

  it('takes extensions along that stand in a schema of the backup, which only a superuser may', async () => {
    server.psql(`create database mixed owner tenant;`)
    server.psql(
      `create extension citext; create table words (word citext primary key); alter table words owner to tenant;
       insert into words values ('A'), ('b'); alter schema public owner to tenant`,
      'mixed',
    )
    const mixed = await backUp(server.url('mixed'), major)
    await using refused = await openRestoration(mixed, {
      mode: 'in-place',
      url: server.url('mixed', 'tenant:tenant'),
    })
    await expect(refused.restore()).rejects.toMatchObject({ subjects: ['extension citext'] })
    await using restore = await openRestoration(mixed, { mode: 'in-place' })
    await restore.restore()
    await restore.exchange()
    expect(server.psql("select word from words where word = 'B'", 'mixed')).toBe('b')
    expect(server.psql(`select word from "public_before_${stamp}".words where word = 'a'`, 'mixed')).toBe('A')
  })
})
