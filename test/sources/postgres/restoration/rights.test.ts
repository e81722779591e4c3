import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { openRestoration, stamp } from '../../../support/postgres/restoration.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('PostgreSQL %i: a restore by a role that is no superuser', (major) => {
  let server: TestServer
  let backup: TestBackup
  const url = () => server.url('shop', 'owner:owner')
  beforeAll(async () => {
    // A default server, but that nothing of it is kept.
    server = await startServer({ major })
    server.psql(
      `create role owner login createdb password 'owner'; create role app login; create database shop owner owner; alter role owner set default_transaction_read_only = on;
       alter role owner set statement_timeout = '2s'`,
    )
    server.psql(
      `set default_transaction_read_only = off; set role owner;
       create extension citext;
       create table secured (id int primary key, tenant text); alter table secured enable row level security, force row level security;
       create policy own on secured using (tenant = current_user);
       create table shared (id int generated always as identity primary key, word citext unique, secured_id int references secured);
       grant select on shared to app;
       select lo_from_bytea(77, 'large');
       reset role; insert into secured select i, 't' || i from generate_series(1, 200) i; insert into shared (word, secured_id) select 'w' || i, i from generate_series(1, 200) i;
       alter database shop set statement_timeout = '3s'`,
      'shop',
    )
    backup = await backUp(server.url('shop'), major)
  })
  afterAll(() => server[Symbol.asyncDispose]())
  const drop = (...names: string[]) =>
    names.forEach((name) => server.psql(`drop database "${name}" with (force)`))

  it('brings everything back, under policies that bind the owner too', async () => {
    await using restore = await openRestoration(backup, { mode: 'swap', url: url() })
    expect((await restore.inspect()).findings.filter(({ level }) => level === 'refuse')).toEqual([])
    await restore.restore()
    expect(restore.trouble()).toEqual([])
    await restore.exchange()
    expect(
      server.psql(
        "select relforcerowsecurity, relrowsecurity from pg_class where relname = 'secured'",
        'shop',
      ),
    ).toBe('t|t')
    expect(server.psql('select count(*), (select count(*) from shared) from secured', 'shop')).toBe('200|200')
    expect(server.psql("select pg_get_userbyid(datdba) from pg_database where datname = 'shop'")).toBe(
      'owner',
    )
    expect(server.psql("select encode(lo_get(77), 'escape')", 'shop')).toBe('large')
    drop(`shop_before_${stamp}`)
  })

  it('lists all that it may not do before anything is made, and leaves out what is answered', async () => {
    server.psql(
      `create function audit() returns event_trigger language plpgsql as 'begin end'; alter function audit() owner to owner; create event trigger audit on ddl_command_end execute function audit();
       create role stranger; create table strange (id int); alter table strange owner to stranger`,
      'shop',
    )
    const more = await backUp(server.url('shop'), major)
    server.psql('drop table strange; drop role stranger', 'shop')
    const refusals = async (answered: string[]) => {
      await using restore = await openRestoration(more, { url: url(), answered })
      const { findings } = await restore.restoration.inspect(new AbortController().signal, more.artifacts)
      return findings.filter(({ level }) => level === 'refuse').map(({ subjects }) => subjects)
    }
    expect(await refusals([])).toEqual([['event trigger audit'], ['stranger']])
    expect(await refusals(['event trigger audit'])).toEqual([['stranger']])
    const without = await backUp(server.url('shop'), major)
    await using restore = await openRestoration(without, { url: url(), answered: ['event trigger audit'] })
    const { database, left } = await restore.restore()
    expect(restore.checks.filter(({ status }) => status === 'failed')).toEqual([])
    expect(left[0]).toMatchObject({ subjects: ['event trigger audit'] })
    drop(database)
    server.psql('drop event trigger audit; drop function audit()', 'shop')
  })

  it('needs CREATEDB, ownership and the right to end the sessions that are there', async () => {
    server.psql(`create role guest login password 'guest'; grant connect on database shop to guest`)
    const { Client } = await import('pg')
    const visitor = new Client(server.url('shop', 'postgres'))
    visitor.on('error', () => undefined)
    await visitor.connect()
    try {
      await using restore = await openRestoration(backup, {
        mode: 'swap',
        url: server.url('shop', 'guest:guest'),
      })
      const { findings } = await restore.inspect()
      expect(
        findings
          .filter(({ level }) => level === 'refuse')
          .map(({ failure, subjects }) => [failure, subjects]),
      ).toEqual([
        ['access', []],
        ['access', ['postgres']],
        ['access', ['owner']],
      ])
      await expect(restore.restore()).rejects.toMatchObject({ kind: 'access' })
    } finally {
      await visitor.end()
    }
  })
})

describe('a restore into a server that lacks things', () => {
  it('makes roles that are missing, without passwords and powers, and alters none that is there', async () => {
    const [major = 0] = await testMajors()
    await using source = await startServer({ major })
    source.psql(
      `create role boss superuser login password 'secret'; create role app login connection limit 5; create role team; grant team to app;
       create role known login; alter role app set work_mem = '7MB'`,
    )
    source.psql(
      `create table t as select 1 as id; alter table t owner to boss; grant select on t to app; create policy p on t to team using (true)`,
    )
    const backup = await backUp(source.url(), major)
    await using target = await startServer({ major })
    target.psql('create role known nologin')
    await using restore = await openRestoration(backup, { target: target.url('shop') })
    const { database, left } = await restore.restore()
    expect(database).toBe('shop')
    expect(restore.checks.filter(({ status }) => status === 'failed')).toEqual([])
    expect(
      target
        .psql(
          "select rolname, rolsuper, rolcanlogin, rolconnlimit, rolpassword is null from pg_authid where rolname in ('boss', 'app', 'team', 'known') order by 1",
        )
        .split('\n'),
    ).toEqual(['app|f|t|5|t', 'boss|f|t|-1|t', 'known|f|f|-1|t', 'team|f|f|-1|t'])
    expect(target.psql("select pg_has_role('app', 'team', 'member')")).toBe('t')
    expect(left.map(({ subjects }) => [...subjects].toSorted())).toEqual([['app', 'boss', 'team'], ['boss']])
  })

  it('names a locale that the machine does not have, and an extension that is not installed', async () => {
    const [major = 0] = await testMajors()
    await using server = await startServer({ major })
    server.psql('create database shop')
    server.psql('create table t as select 1 as id', 'shop')
    const backup = await backUp(server.url('shop'), major)
    const record = structuredClone(backup.record)
    record.locale.collate = 'xx_XX.utf8'
    record.extensions.push({ name: 'nowhere_to_be_had', version: '1', schema: 'public' })
    record.databaseSize = 2 ** 52
    await using restore = await openRestoration({ ...backup, record })
    const { findings } = await restore.inspect()
    const refused = findings.filter(({ level }) => level === 'refuse')
    expect(refused.map(({ failure }) => failure)).toEqual(['missing', 'capacity', 'missing'])
    expect(refused[0]?.subjects).toEqual(['extension nowhere_to_be_had'])
    expect(refused[2]?.text).toContain('xx_XX.utf8')
    await expect(restore.restore()).rejects.toMatchObject({ kind: 'missing' })
    expect(server.psql('select count(*) from pg_database where not datistemplate')).toBe('2')
  })
})
