import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAnonymisedSet } from '../../../src/sources/postgres/trial/anonymised-set.ts'
import { MemoryArtifacts } from '../../support/postgres/artifacts.ts'
import { backUp, type TestBackup, unstopped } from '../../support/postgres/backup.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { pullRequestEnvironment, trialContext } from '../../support/postgres/pull-request.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

const canary = 'canary-9b2c'
const masking = {
  'public.customers.id': 'keep',
  'public.customers.email': 'email',
  'public.customers.code': 'hash',
  'public.customers.note': 'null',
  'public.customers.city': { constant: 'Town' },
  'public.orders.*': 'keep',
  'public.orders.customer_code': 'hash',
}

for (const major of (await testMajors()).slice(-1)) {
  describe(`an anonymised set of PostgreSQL ${major}`, () => {
    let server: TestServer
    let backup: TestBackup
    beforeAll(async () => {
      server = await startServer({ major })
      server.psql('create database shop')
      server.psql(
        `create table customers (id int primary key, email text not null, code varchar(40) unique, note text, city text);
         create table orders (id int primary key, customer_code varchar(40) references customers (code), remark text);
         insert into customers select i, '${canary}-' || i || '@example.org', '${canary}-' || i, '${canary}', '${canary}' from generate_series(1, 200) i;
         insert into orders select i, '${canary}-' || 1 + i % 200, 'fine' from generate_series(1, 300) i;`,
        'shop',
      )
      backup = await backUp(server.url('shop'), major)
    })
    afterAll(async () => server[Symbol.asyncDispose]())

    const make = async (rules: Record<string, unknown>, sink = new MemoryArtifacts()) => {
      await using trial = await trialContext(major)
      const environment = await pullRequestEnvironment({ masking: rules })
      return await makeAnonymisedSet(
        {
          source: backup.config,
          masking: environment.pullRequests?.masking ?? new Map(),
          record: backup.record,
          artifacts: backup.artifacts,
          sink,
        },
        trial.context,
        unstopped,
      )
    }

    test('has every row, masked, with keys that still fit, and no original value', async () => {
      const sink = new MemoryArtifacts()
      const { record } = await make(masking, sink)
      const customers = await sink.tableFile(record, 'public.customers')
      const orders = await sink.tableFile(record, 'public.orders')
      expect(customers + orders).not.toContain(canary)
      const codes = new Set(customers.split('\n').map((line) => line.split('\t')[2]))
      const used = orders.split('\n').filter((line) => line.includes('\t'))
      expect(used).toHaveLength(300)
      expect(used.filter((line) => !codes.has(line.split('\t')[1]))).toEqual([])
      expect(customers).toMatch(/^1\t[0-9a-f]{24}@example\.invalid\t[0-9a-f]{40}\t\\N\tTown$/m)
    })

    test.each([
      [
        'a column has no rule',
        { ...masking, 'public.customers.note': undefined },
        'config',
        ['public.customers.note'],
      ],
      [
        'a masked value stands in another column',
        { ...masking, 'public.customers.email': 'keep' },
        'integrity',
        ['"public"."customers".email'],
      ],
      [
        'one side of a foreign key is masked',
        { ...masking, 'public.orders.customer_code': { constant: 'x' } },
        'integrity',
        ['public.orders.orders_customer_code_fkey'],
      ],
    ])('is refused when %s, and nothing leaves', async (_, rules, kind, subjects) => {
      const sink = new MemoryArtifacts()
      const clean = JSON.parse(JSON.stringify(rules)) as Record<string, unknown>
      const failure = await make(clean, sink).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      expect(failure).toMatchObject({ kind, subjects })
      expect(sink.stored.size).toBe(0)
    })
  })
}
