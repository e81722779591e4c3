import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, prove, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('materialized views over foreign tables of PostgreSQL %i', (major) => {
  let server: TestServer
  let backup: TestBackup
  beforeAll(async () => {
    server = await startServer({ major })
    server.psql('create database shop')
    server.psql(
      `create table here as select 1 as id;
       create extension postgres_fdw;
       create server itself foreign data wrapper postgres_fdw options (host '${server.socketDir}', port '${server.port}', dbname 'shop');
       create user mapping for postgres server itself options (user 'postgres', password '${server.password}');
       create foreign table far (id int) server itself options (table_name 'here');
       create materialized view of_near as select * from here;
       create materialized view of_far as select * from far;
       create unique index on of_far (id);
       create view over_far as select * from of_far;
       create materialized view of_view as select * from over_far`,
      'shop',
    )
    backup = await backUp(server.url('shop'), major)
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  const unproven = ['materialized view public.of_far', 'materialized view public.of_view']

  it('are left unfilled and named as unproven, since their servers are out of reach', async () => {
    const proof = await prove(backup)
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([`restorable unproven degraded: ${unproven.join(', ')}`])
  })

  it('do not make the proof degraded when each is accepted by name', async () => {
    const accepted = (names: string[]) =>
      prove({ ...backup, config: { ...backup.config, acceptUnproven: names } }, { level: 'restorable' })
    expect((await accepted(['public.of_far', 'public.of_view'])).trouble).toEqual([])
    expect((await accepted(['public.of_far'])).trouble).toHaveLength(1)
  })
})
