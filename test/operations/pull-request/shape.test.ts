import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createShop } from '../../../examples/shop/generate.ts'
import type { Shape } from '../../../src/domain/pull-request/shape.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { shapeOf, tryOnShape } from '../../support/postgres/pull-request.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

const canary = 'canary-7f3a'
/** The shop's tables are small: everything from 100 kB on counts as large, read and written slowly. */
const keys = {
  'large-table': '100KB',
  'max-block': '1s',
  'read-rate': '100KB',
  'write-rate': '50KB',
  'way-back': [{ name: 'the old release lists orders', sql: 'select id, comment from shop.orders limit 1' }],
}

for (const major of (await testMajors()).slice(-1)) {
  describe(`on the shape of a database of PostgreSQL ${major}`, () => {
    let server: TestServer
    let shape: Shape
    beforeAll(async () => {
      server = await startServer({ major })
      server.psql('create database shop')
      await createShop(server.url('shop'), { megabytes: 12 })
      server.psql(
        `update shop.customers set note = '${canary}' where id < 100;
         comment on table shop.customers is '${canary}';
         create table public.schema_migrations (version text primary key, at timestamptz default now());
         insert into public.schema_migrations values ('1');
         create table shop.labels (id integer primary key);
         create extension postgres_fdw;
         create server elsewhere foreign data wrapper postgres_fdw options (host '${canary}');
         create user mapping for public server elsewhere options (password '${canary}');
         alter database shop set app.secret = '${canary}';
         alter database shop set search_path = shop, public;
         create function shop.internal_rule() returns text language sql as $$ select 'internal' $$;
         analyze`,
        'shop',
      )
      shape = await shapeOf(server.url('shop'), major, {
        migrations: { files: 'migrations/*.sql', 'history-tables': ['public.schema_migrations'] },
        'exclude-from-shape': ['shop.internal_rule'],
      })
    })
    afterAll(async () => server[Symbol.asyncDispose]())

    test('nothing of rows, comments, settings, passwords or statistics is in it', () => {
      expect(JSON.stringify(shape)).not.toContain(canary)
      expect(shape.entries.map(({ kind }) => kind)).not.toContain('COMMENT')
      expect(shape.histories).toMatchObject([
        { name: 'schema_migrations', rows: [[expect.any(String), expect.any(String)]] },
      ])
    })

    test('what the environment file excludes is not in it', () => {
      expect(JSON.stringify(shape)).not.toContain('internal_rule')
    })

    test('sizes and estimates of rows are production’s', () => {
      const customers = shape.relations.find(({ name }) => name === 'customers')
      expect(customers?.rows).toBe(Number(server.psql('select count(*) from shop.customers', 'shop')))
      expect(customers?.pages).toBeGreaterThan(10)
    })

    test('a harmless migration passes every check', async () => {
      const tried = await tryOnShape(
        shape,
        'alter table customers add column phone text; create table shop.returns (id bigint primary key);',
        keys,
      )
      expect(tried.trouble).toEqual([])
      expect(tried.report.verdict).toBe('passed')
      expect(tried.report.checks.map(({ name }) => name)).toEqual([
        'migrations run',
        'rewrites',
        'locks',
        'nothing destroyed',
        'rules kept',
        'way back',
        'old release',
      ])
    })

    const failing: [what: string, sql: string, trouble: string[]][] = [
      [
        'rewrites a large table',
        'alter table shop.customers add column token uuid default gen_random_uuid();',
        ['rewrites failed: shop.customers'],
      ],
      [
        'builds an index on a large table while nobody may write',
        'create index on shop.customers (name);',
        ['locks failed: shop.customers'],
      ],
      [
        'reads a large table under a lock that keeps all others out',
        `alter table shop.customers add constraint named check (name <> '');`,
        ['locks failed: shop.customers'],
      ],
      [
        'keeps a large table locked while it works on another',
        'alter table shop.customers add column phone text; create index concurrently_not on shop.order_items (price_cents);',
        ['locks failed: shop.customers', 'locks failed: shop.order_items'],
      ],
      [
        'changes every row of a large table at once',
        'update shop.customers set newsletter = true;',
        ['locks failed: shop.customers', 'nothing destroyed degraded: shop.customers'],
      ],
      [
        'drops a table that nothing else knows',
        'drop table public.schema_migrations;',
        ['nothing destroyed failed: public.schema_migrations', 'way back failed: public.schema_migrations'],
      ],
      ['empties a table', 'truncate shop.uploads;', ['nothing destroyed failed: shop.uploads']],
      ['deletes all rows', 'delete from shop.uploads;', ['nothing destroyed failed: shop.uploads']],
      [
        'deletes and empties as a replica does',
        'set session_replication_role = replica; delete from shop.uploads; truncate shop.labels cascade; reset session_replication_role;',
        ['nothing destroyed failed: shop.uploads', 'nothing destroyed failed: shop.labels'],
      ],
      [
        'switches triggers off and deletes all rows',
        'alter table shop.labels disable trigger all; delete from shop.labels; alter table shop.labels enable trigger all;',
        ['nothing destroyed failed: shop.labels'],
      ],
      [
        'deletes all rows under a condition that is always true',
        'delete from shop.uploads where true;',
        ['nothing destroyed failed: shop.uploads'],
      ],
      [
        'deletes all rows beside a condition of another statement',
        'do $$ begin delete from shop.uploads; perform 1 where true; end $$;',
        ['nothing destroyed failed: shop.uploads'],
      ],
      [
        'deletes by a statement that it puts together',
        `do $$ begin execute 'delete fr' || 'om shop.uploads where true'; end $$;`,
        ['nothing destroyed degraded: shop.uploads'],
      ],
      [
        'deletes under a condition',
        'delete from shop.labels where id < 5;',
        ['nothing destroyed degraded: shop.labels'],
      ],
      [
        'changes rows under a condition',
        'update shop.labels set id = 6 where id = 5;',
        ['nothing destroyed degraded: shop.labels'],
      ],
      [
        'adds a column that the old release does not fill',
        'alter table shop.labels add column owner text not null;',
        ['way back failed: shop.labels.owner'],
      ],
      [
        'renames a column',
        'alter table shop.orders rename column comment to remark;',
        ['way back failed: shop.orders.comment', 'way back failed: '],
      ],
      ['does not run', 'create table shop.orders ();', ['migrations run failed: ']],
    ]
    test.each(failing)('a migration that %s fails for that alone', async (_, sql, trouble) => {
      const tried = await tryOnShape(shape, sql, keys)
      expect(tried.trouble).toEqual(trouble)
    })

    test('what the server refuses is told in its words, with the statement, on one bounded line', async () => {
      const detailOf = async (sql: string) =>
        (await tryOnShape(shape, sql, keys)).report.checks.find(({ name }) => name === 'migrations run')
          ?.detail
      const dependent = await detailOf(
        'create view shop.mails as select email from shop.customers;\nalter table shop.customers\n drop column email;',
      )
      expect(dependent).toContain('other objects depend on what the statement would change')
      expect(dependent).toContain('view mails depends on column email')
      expect(dependent).toContain('The statement: alter table shop.customers drop column email')
      const worded = await detailOf(
        `do $$ begin raise exception '%', E'\\n::error::x\\n' || repeat('y', 5000); end $$;`,
      )
      expect(worded).toMatch(/^[^\n]{1,1900}$/)
    })
  })
}
