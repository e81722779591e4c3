import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MemoryArtifacts } from '../../../support/postgres/artifacts.ts'
import { backUp, meddling, prove, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('the proof of a backup of PostgreSQL %i', (major) => {
  let server: TestServer
  let backup: TestBackup
  beforeAll(async () => {
    server = await startServer({ major })
    server.psql('create database shop')
    server.psql(
      `create table lost as select i as id, 'row ' || i as note from generate_series(1, 100) i;
       create table extra as table lost;
       create table changed as table lost;
       create table swapped as table lost;
       create table replaced as table lost;
       create table untouched as table lost;
       create type mood as enum ('sad', 'happy', 'so-so');
       create table by_hash (id int, mood mood) partition by hash (mood);
       create table by_hash_0 partition of by_hash for values with (modulus 2, remainder 0);
       create table by_hash_1 partition of by_hash for values with (modulus 2, remainder 1);
       insert into by_hash select i, (enum_range(null::mood))[1 + i % 3] from generate_series(1, 60) i;
       create table by_range (id int) partition by range (id);
       create table by_range_low partition of by_range for values from (0) to (50);
       insert into by_range select generate_series(1, 40);
       create sequence numbers; select setval('numbers', 41);
       create index lost_note on lost (note);
       create view first_ten as select * from lost where id <= 10;
       create view second_ten as select * from lost where id between 11 and 20;
       create role somebody;
       select lo_from_bytea(4711, 'content of a large object'), lo_from_bytea(4712, repeat('x', 3000)::bytea), lo_create(4713), lo_create(4714)`,
      'shop',
    )
    backup = await backUp(server.url('shop'), major)
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  /** Programs of which pg_restore's last run, or the dump of the restored schema, finds the laboratory changed. */
  const tampering = (moment: 'data' | 'schema', sql: string) =>
    meddling((program, args, environment) => {
      const isMoment =
        moment === 'data'
          ? program === 'pg_restore' && args.includes('--section=post-data')
          : program === 'pg_dump' && args.includes('--schema-only')
      if (!isMoment) return
      execFileSync(`${server.bindir}/psql`, ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
        env: { ...environment },
        input: sql,
      })
    })

  it('passes, every rung of it, when nothing was changed', async () => {
    const proof = await prove(backup)
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([])
    expect(new Set(proof.tables.map((table) => table.status))).toEqual(new Set(['equal']))
    expect(proof.tables).toHaveLength(9)
    expect(new Set(proof.checks.map((check) => check.rung))).toEqual(
      new Set(['complete', 'restorable', 'equal', 'sound', 'fresh']),
    )
    expect(proof.checks.find(({ name }) => name === 'sequences')?.detail).toBe(
      '1 sequence stands where it stood',
    )
  })

  it('finds each table whose rows are not those of the dump, and only those', async () => {
    const proof = await prove(backup, {
      level: 'equal',
      processes: tampering(
        'data',
        `delete from lost where id = 50;
         insert into extra values (101, 'row 101');
         update changed set note = 'row 51' where id = 50;
         delete from replaced where id = 7; insert into replaced select id, note from replaced where id = 8;
         update by_hash set id = 1000 where id = 30;
         delete from by_range where id = 40;
         create table again as select * from swapped order by id desc; truncate swapped; insert into swapped select * from again; drop table again`,
      ),
    })
    expect(proof.thrown).toBeNull()
    const status = Object.fromEntries(proof.tables.map((table) => [table.name, table.status]))
    expect(status).toEqual({
      'public.lost': 'different',
      'public.extra': 'different',
      'public.changed': 'different',
      'public.replaced': 'different',
      'public.swapped': 'equal-as-multiset',
      'public.untouched': 'equal',
      'public.by_hash_0': 'different',
      'public.by_hash_1': 'different',
      'public.by_range_low': 'different',
    })
    const different = proof.checks.filter((check) => check.status === 'failed')
    expect(different.flatMap((check) => check.subjects).toSorted()).toEqual(
      Object.keys(status)
        .filter((name) => status[name] === 'different')
        .toSorted(),
    )
    expect(different.every((check) => check.rung === 'equal' && check.failure === 'integrity')).toBe(true)
  })

  it('finds large objects that are changed, longer, missing, or no longer empty', async () => {
    const proof = await prove(backup, {
      level: 'equal',
      processes: tampering(
        'data',
        "select lo_put(4711, 3, 'X'), lo_put(4712, 3000, 'X'), lo_put(4713, 0, 'X'), lo_unlink(4714)",
      ),
    })
    expect(proof.trouble).toEqual([
      'equal large objects failed: large object 4711, large object 4712, large object 4713, large object 4714',
    ])
  })

  it('finds a sequence that is off by one, and an index that is not valid', async () => {
    const proof = await prove(backup, {
      processes: tampering(
        'schema',
        "select setval('numbers', 42); update pg_index set indisvalid = false where indexrelid = 'lost_note'::regclass",
      ),
    })
    // pg_dump passes over invalid indexes.
    expect(proof.trouble).toEqual([
      'equal schema failed: INDEX public.lost_note',
      'sound sequences failed: public.numbers',
      'sound indexes failed: public.lost_note',
    ])
  })

  it('finds each definition, owner, right and default that is not as it was dumped', async () => {
    const proof = await prove(backup, {
      level: 'equal',
      processes: tampering(
        'schema',
        `drop index lost_note; drop view second_ten;
         create table one_more (id int);
         create or replace view first_ten as select * from lost where id <= 11;
         alter table extra owner to somebody;
         grant select on swapped to somebody;
         alter table changed alter note set default now()`,
      ),
    })
    expect(proof.trouble.toSorted()).toEqual([
      'equal schema failed: TABLE public.changed, TABLE public.extra, VIEW public.first_ten',
      'equal schema failed: TABLE public.one_more, ACL public.TABLE swapped',
      'equal schema failed: VIEW public.second_ten, INDEX public.lost_note',
    ])
  })

  describe('from bytes that are not those that were dumped', () => {
    const copy = () => {
      const artifacts = new MemoryArtifacts()
      for (const [name, bytes] of backup.artifacts.stored) artifacts.stored.set(name, bytes)
      return artifacts
    }

    it.each([
      ['a row short', (plain: Buffer) => plain.subarray(plain.indexOf(0x0a) + 1)],
      ['a row long', (plain: Buffer) => Buffer.concat([Buffer.from('0\trow 0\n'), plain])],
    ])('finds a table that is %s of what the snapshot counted', async (_, change) => {
      const artifacts = copy()
      await artifacts.alterTable(backup.record, 'public.lost', change)
      const proof = await prove(backup, { level: 'equal', artifacts })
      expect(proof.trouble).toEqual(['equal table failed: public.lost'])
    })

    it.each([
      ['that has no end', (plain: Buffer) => plain.subarray(0, -10)],
      ['that does not fit', (plain: Buffer) => Buffer.concat([Buffer.from('x\tno number\n'), plain])],
      ['that is empty', () => Buffer.alloc(0)],
    ])('does not take a table’s file %s, and loads all others', async (_, change) => {
      const artifacts = copy()
      await artifacts.alterTable(backup.record, 'public.lost', change)
      const proof = await prove(backup, { level: 'equal', artifacts })
      expect(proof.thrown).toBeNull()
      expect(
        proof.checks.filter((check) => check.rung === 'restorable' && check.status !== 'passed'),
      ).toMatchObject([
        { status: 'failed', failure: 'integrity', subjects: expect.arrayContaining(['public.lost']) },
      ])
      const status = Object.groupBy(proof.tables, (table) => table.status)
      expect(status.missing?.map((table) => table.name)).toEqual(['public.lost'])
      expect(status.equal).toHaveLength(8)
    })

    it('finds a table that the backup has no file of', async () => {
      const record = structuredClone(backup.record)
      const artifacts = copy()
      const file = artifacts
        .toc()
        .entries.find((entry) => entry.tag === 'lost' && entry.fileName !== '')?.fileName
      record.artifacts = record.artifacts
        .filter((artifact) => artifact.name !== file)
        .map((artifact) =>
          artifact.members === undefined
            ? artifact
            : {
                ...artifact,
                members: artifact.members.filter((member) => member.name.replace(/\.zst$/, '') !== file),
              },
        )
      const proof = await prove({ ...backup, record }, { level: 'complete', artifacts })
      expect(proof.trouble).toContain('complete tables failed: public.lost')
    })

    it('finds a table of the snapshot that the dump does not have, and the other way round', async () => {
      const more = structuredClone(backup.record)
      more.tables.push({ oid: 1, schema: 'public', name: 'forgotten', kind: 'table', rows: 1, bytes: 1 })
      expect((await prove({ ...backup, record: more }, { level: 'complete' })).trouble).toEqual([
        'complete tables failed: public.forgotten',
      ])
      const fewer = structuredClone(backup.record)
      fewer.tables = fewer.tables.filter((table) => table.name !== 'lost')
      expect((await prove({ ...backup, record: fewer }, { level: 'complete' })).trouble).toEqual([
        'complete tables failed: public.lost',
      ])
    })

    it('finds fewer large objects than the snapshot had', async () => {
      const record = { ...backup.record, largeObjects: 5 }
      const proof = await prove({ ...backup, record }, { level: 'restorable' })
      expect(proof.trouble).toEqual(['complete large objects failed: '])
    })

    it('finds a table of contents that is cut off', async () => {
      const artifacts = copy()
      const toc = artifacts.stored.get('toc.dat')
      artifacts.stored.set('toc.dat', toc?.subarray(0, -5) ?? Buffer.alloc(0))
      expect((await prove(backup, { level: 'complete', artifacts })).thrown).toMatchObject({
        kind: 'integrity',
      })
    })
  })
})
