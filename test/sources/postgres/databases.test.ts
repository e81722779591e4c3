import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, findings, prove } from '../../support/postgres/backup.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'

describe.each(await testMajors())('PostgreSQL %i: a backup is made and proven', (major) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ major })
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  /** Every check and every table of a proof that is not as it should be. */
  const trouble = async (database: string) => {
    expect(
      (await findings(server.url(database), major)).filter((finding) => finding.level === 'refuse'),
    ).toEqual([])
    const backup = await backUp(server.url(database), major)
    const proof = await prove(backup)
    return {
      thrown: proof.thrown,
      trouble: proof.trouble,
      tables: proof.tables.filter((table) => table.status !== 'equal').map((table) => table.name),
      compared: proof.tables.length,
    }
  }
  const nothing = { thrown: null, trouble: [], tables: [] }
  const drop = (database: string) => server.psql(`drop database "${database.replaceAll('"', '""')}"`)

  it.each([
    ['LATIN1', 'Größe £', "E'\\x5c \\\\ \\n £äöü'"],
    ['SQL_ASCII', 'plain', "E'\\xff\\xfe no encoding at all'"],
    ['EUC_JP', '注文', "'日本語のテキスト'"],
    ['WIN1251', 'Заказы', "'Текст'"],
    ['LATIN9', 'Preis', "'€'"],
    ['UTF8', 'ünï→🦊', "'𝄞 €'"],
  ])('in encoding %s', async (encoding, name, text) => {
    server.psql(`create database encoded template template0 encoding '${encoding}' locale 'C'`)
    const client = encoding === 'SQL_ASCII' ? 'SQL_ASCII' : 'UTF8'
    server.psql(
      `set client_encoding = '${client}';
       create schema "s ${name}"; create role "r ${name}";
       create table "s ${name}"."${name}" ("c ${name}" text default ${text}, n serial);
       insert into "s ${name}"."${name}" default values; insert into "s ${name}"."${name}" default values;
       create view "v ${name}" as select * from "s ${name}"."${name}" where "c ${name}" = ${text};
       alter table "s ${name}"."${name}" owner to "r ${name}";
       comment on table "s ${name}"."${name}" is ${text}`,
      'encoded',
    )
    try {
      expect(await trouble('encoded')).toEqual({ ...nothing, compared: 1 })
    } finally {
      server.psql(
        `set client_encoding = '${client}'; drop owned by "r ${name}" cascade; drop role "r ${name}"`,
        'encoded',
      )
      drop('encoded')
    }
  })

  it('without the globals where a role’s name has bytes of another encoding, which is said', async () => {
    server.psql(
      "create database latin template template0 encoding 'LATIN1' locale 'C'; create database sound",
    )
    server.psql(`set client_encoding = 'UTF8'; create role "größe"`, 'latin')
    try {
      const { record } = await backUp(server.url('sound'), major)
      expect(record.notIncluded).toMatchObject([
        { type: 'globals', reason: expect.stringContaining('encoding') },
      ])
      expect((await backUp(server.url('latin'), major)).record.globals).toBe(true)
    } finally {
      server.psql(`set client_encoding = 'UTF8'; drop role "größe"`, 'latin')
      drop('latin')
      drop('sound')
    }
  })

  it.each([
    ['ICU', 15, "locale_provider icu icu_locale 'de-u-co-phonebk' locale 'C'"],
    ['ICU with rules', 16, "locale_provider icu icu_locale 'und' icu_rules '&a < g' locale 'C'"],
    ['the builtin provider', 17, "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"],
    ['libc', 13, "locale 'C.utf8'"],
  ])('with collations of %s', async (_, since, options) => {
    if (major < since) return
    server.psql(`create database sorted template template0 encoding 'UTF8' ${options}`)
    try {
      server.psql(
        `create table words (word text primary key) partition by range (word);
         create table words_low partition of words for values from (minvalue) to ('g');
         create table words_high partition of words for values from ('g') to (maxvalue);
         insert into words values ('ä'), ('a'), ('b'), ('z'), ('g'), ('ga'), ('Ärger'), ('G')`,
        'sorted',
      )
      expect(await trouble('sorted')).toEqual({ ...nothing, compared: 2 })
    } finally {
      drop('sorted')
    }
  })

  it.each([
    "quo\"te and 'apostrophe' with spaces",
    'a=b dbname=postgres',
    'ünïcödé 注文 %20',
    'postgresql://nowhere/x?y=z',
    '-d back\\slash $HOME',
  ])('of a database named %s', async (name) => {
    server.psql(`create database "${name.replaceAll('"', '""')}" template template0`)
    try {
      server.psql(
        `create table here as select 1 as id; alter database "${name.replaceAll('"', '""')}" set work_mem = '5MB'`,
        name,
      )
      expect(await trouble(name)).toEqual({ ...nothing, compared: 1 })
    } finally {
      drop(name)
    }
  })

  it('of very many small tables, sequences and large objects', async () => {
    server.psql('create database crowd')
    server.psql(
      `do $$ begin for i in 1..600 loop execute format('create table t%s (id serial primary key, v text)', i); execute format('insert into t%s (v) values (%s)', i, i); commit; end loop; end $$`,
      'crowd',
    )
    server.psql(
      "select count(lo_from_bytea(100000 + i, convert_to('object ' || i, 'UTF8'))) from generate_series(1, 3000) i",
      'crowd',
    )
    const backup = await backUp(server.url('crowd'), major)
    // Small files travel in packs.
    expect(backup.record.artifacts.length).toBeLessThan(20)
    const proof = await prove(backup, { level: 'sound' })
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([])
    expect(proof.tables).toHaveLength(600)
    drop('crowd')
  })

  it('of a row of 100 MB, and of one that is wide', async () => {
    server.psql('create database heavy')
    server.psql(
      `create table heavy (id int, content text, bytes bytea);
       alter table heavy alter content set storage external, alter bytes set storage external;
       insert into heavy select 1, string_agg(md5(i::text), ''), null from generate_series(1, 3200000) i;
       insert into heavy select 2, null, string_agg(sha256(i::text::bytea), '') from generate_series(1, 500000) i;
       insert into heavy values (3, '', '')`,
      'heavy',
    )
    expect(await trouble('heavy')).toEqual({ ...nothing, compared: 1 })
    drop('heavy')
  })
})
