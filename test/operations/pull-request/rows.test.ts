import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresRecordSchema, type PostgresRecord } from '../../../src/domain/manifest.ts'
import { openRowsTrial } from '../../../src/sources/postgres/trial/opened.ts'
import type { MemoryArtifacts } from '../../support/postgres/artifacts.ts'
import { backUp, unstopped } from '../../support/postgres/backup.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { mayIsolateFully } from '../../support/postgres/laboratory.ts'
import {
  checkouts,
  pullRequestEnvironment,
  type Tried,
  trialContext,
  tryPullRequest,
} from '../../support/postgres/pull-request.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

const canary = 'canary-5d1e'
const keys = { 'pad-time': '100ms' }
const checks = [
  { name: 'every order has a customer', sql: 'select count(*) = 0 from orders where customer_id is null' },
]
const isolated = await mayIsolateFully()

for (const major of (await testMajors()).slice(-1)) {
  describe.runIf(isolated)(`on restored rows of PostgreSQL ${major}`, () => {
    let server: TestServer
    let record: PostgresRecord
    let artifacts: MemoryArtifacts
    beforeAll(async () => {
      server = await startServer({ major })
      server.psql('create database shop')
      server.psql(
        `create table customers (id int primary key, email text not null, note text);
         create table orders (id int primary key, customer_id int references customers, total int check (total > 0));
         create table payments (id int primary key, amount int);
         create table visits (page text);
         insert into visits select 'page ' || i % 7 from generate_series(1, 50) i;
         insert into customers select i, '${canary}-' || i || '@example.org', case when i % 2 = 0 then 'note' end from generate_series(1, 500) i;
         insert into orders select i, 1 + i % 500, i from generate_series(1, 1000) i;
         insert into payments select i, i from generate_series(1, 100) i;`,
        'shop',
      )
      const backup = await backUp(server.url('shop'), major)
      artifacts = backup.artifacts
      record = postgresRecordSchema.parse(JSON.parse(JSON.stringify(backup.record)))
    })
    afterAll(async () => server[Symbol.asyncDispose]())

    const tryOnRows = async (
      files: Record<string, string>,
      config: Record<string, unknown> = {},
    ): Promise<Tried> => {
      await using trial = await trialContext(major)
      await using folders = await checkouts({}, files)
      return await tryPullRequest(
        await pullRequestEnvironment({ ...keys, ...config }, { checks }),
        {
          on: 'rows',
          base: folders.base,
          proposed: folders.proposed,
          openTrial: () =>
            openRowsTrial(
              { record, artifacts, install: 'never', isSecret: true, removeOpened: async () => undefined },
              trial.context,
              unstopped,
            ),
        },
        trial,
      )
    }
    const trouble = ({ report }: Tried) =>
      report.checks.filter(({ status }) => status !== 'passed').map(({ name, status }) => `${name} ${status}`)

    test('a migration that keeps everything passes every check', async () => {
      const tried = await tryOnRows({
        'migrations/1.sql': 'alter table orders add column paid boolean; update orders set paid = true;',
      })
      expect(trouble(tried)).toEqual([])
      expect(tried.report.verdict).toBe('passed')
    })

    test('a migration that only adds rows, also equal ones, passes', async () => {
      const tried = await tryOnRows({
        'migrations/1.sql':
          'insert into visits select page from visits; insert into orders values (5001, 1, 1); update orders set total = 5 where id = 5001;',
      })
      expect(trouble(tried)).toEqual([])
      expect(tried.report.verdict).toBe('passed')
    })

    test.each([
      ['loses rows', 'delete from payments where id > 50;', ['rows kept failed']],
      ['drops a column that has values', 'alter table customers drop column note;', ['values kept failed']],
      [
        'changes a table by the back door',
        `do $$ begin execute 'upd' || 'ate pay' || 'ments set amount = 0'; end $$;`,
        ['unnamed tables untouched failed'],
      ],
      [
        'changes values and adds a row',
        'update orders set total = 1, customer_id = 1; insert into orders values (5001, 1, 1);',
        ['values unchanged degraded'],
      ],
      [
        'puts other rows in the place of those that it deletes, and one more',
        'delete from payments; insert into payments select i, 0 from generate_series(1000, 1100) i;',
        ['rows kept failed'],
      ],
      [
        'changes a table by the back door and adds a row',
        `do $$ begin execute 'update pay' || 'ments set amount = 0'; execute 'insert into pay' || 'ments values (999, 1)'; end $$;`,
        ['unnamed tables untouched failed'],
      ],
      [
        'exchanges values between rows',
        'update payments set amount = 101 - amount;',
        ['values unchanged degraded'],
      ],
      [
        'replaces rows that have no key',
        `delete from visits; insert into visits select 'other' from generate_series(1, 60);`,
        ['values unchanged degraded'],
      ],
      ['changes values that it names', 'update payments set amount = 0;', ['values unchanged degraded']],
      [
        'leaves rows that break a constraint',
        'set session_replication_role = replica; update orders set customer_id = 9999 where id = 1; set session_replication_role = origin;',
        ['values unchanged degraded', 'constraints hold failed'],
      ],
      [
        'drops a constraint',
        'alter table orders drop constraint orders_total_check;',
        ['constraints kept degraded'],
      ],
      [
        'makes an assertion false',
        `alter table orders drop constraint orders_customer_id_fkey; alter table orders rename column customer_id to buyer;
         alter table orders add column customer_id int;`,
        ['values kept failed', 'constraints kept degraded', 'assertions failed'],
      ],
      ['does not run', 'alter table nowhere add column x int;', ['migrations run failed']],
    ])('a destructive migration that %s is caught', async (_, sql, expected) => {
      expect(trouble(await tryOnRows({ 'migrations/1.sql': sql }))).toEqual(expected)
    })

    test('nothing that the proposed code says comes out', async () => {
      const tried = await tryOnRows({
        'migrations/1.sql': `
          do $$ begin raise warning '%', (select email from customers limit 1); end $$;
          create function spill() returns event_trigger language plpgsql as $$
          begin raise exception using message = (select email from customers limit 1), errcode = 'CA123',
            table = (select email from customers limit 1), schema = '${canary}', constraint = '${canary}'; end $$;
          create event trigger spill on ddl_command_start execute function spill();
          create table pg_temp.x ();`,
      })
      expect(tried.report.verdict).toBe('failed')
      expect(JSON.stringify([tried.report, tried.log])).not.toMatch(/canary|CA123|spill|customers/)
    })

    test('a command has no network, no other user’s files, no other processes, and nobody hears it', async () => {
      const spy = await mkdtemp(join(tmpdir(), 'spy-'))
      const script = `#!/bin/sh
        fail() { psql -qc "delete from payments where id <= $1" ; exit 0; }
        echo "$(psql -Atc 'select email from customers')"; echo "$(psql -Atc 'select email from customers')" >&2
        [ "$(id -u)" != 0 ] || fail 1
        [ "$(ls /sys/class/net 2>/dev/null)" = "" ] || fail 2
        ls ${spy} 2>/dev/null && fail 3
        ls / | grep -qx root && fail 8
        [ "$(ls -d /proc/[0-9]* | wc -l)" -lt 12 ] || fail 4
        env | grep -q '^LIFEBOAT_' && fail 5
        touch /checkout/x 2>/dev/null && fail 6
        (exec 3<>/dev/tcp/127.0.0.1/1) 2>/dev/null && fail 7
        psql -qc 'alter table orders add column paid boolean' || exit 1
      `
      const tried = await tryOnRows(
        { 'migrate.sh': script },
        { migrations: { command: ['/bin/bash', 'migrate.sh'] } },
      )
      await rm(spy, { recursive: true })
      expect(trouble(tried)).toEqual([])
      expect(JSON.stringify([tried.report, tried.log])).not.toContain(canary)
    })

    test('a command that drops a table is caught', async () => {
      const tried = await tryOnRows(
        { 'migrate.sh': 'psql -qc "drop table payments"' },
        { migrations: { command: ['/bin/sh', 'migrate.sh'] } },
      )
      expect(trouble(tried)).toEqual(['rows kept failed'])
    })

    test('a command that does not end is stopped', async () => {
      const tried = await tryOnRows(
        { 'migrate.sh': 'sleep 1000' },
        { migrations: { command: ['/bin/sh', 'migrate.sh'], timeout: '2s' } },
      )
      expect(trouble(tried)).toEqual(['migrations run failed'])
    })
  })
}
