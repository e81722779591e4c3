import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PostgresRecord } from '../../../../src/domain/manifest.ts'
import { MemoryArtifacts } from '../../../support/postgres/artifacts.ts'
import { backUp, prove, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('a restore of PostgreSQL %i that does not succeed', (major) => {
  let server: TestServer
  let backup: TestBackup
  beforeAll(async () => {
    server = await startServer({ major })
    server.psql('create database shop')
    server.psql(
      `create role keeper; create role reader;
       create extension citext;
       create table parents (id int primary key, note text);
       create table children (id int primary key, parent int references parents, amount int check (amount > 0));
       create index children_amount on children (amount);
       create table kept (id int); alter table kept owner to keeper; grant select on kept to reader;
       create table folded (word citext primary key);
       create view folded_twice as select word || word as word from folded;
       create table plain (id int);
       insert into parents select i, 'p' || i from generate_series(1, 20) i;
       insert into children select i, i, i from generate_series(1, 20) i;
       insert into folded values ('A'), ('b'); insert into plain values (1); insert into kept values (1)`,
      'shop',
    )
    backup = await backUp(server.url('shop'), major)
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  /** The backup with other bytes in some files, and a record that knows nothing of it. */
  const altered = async (
    change: (artifacts: MemoryArtifacts, record: PostgresRecord) => Promise<void>,
  ): Promise<TestBackup> => {
    const artifacts = new MemoryArtifacts()
    for (const [name, bytes] of backup.artifacts.stored) artifacts.stored.set(name, bytes)
    const record = structuredClone(backup.record)
    await change(artifacts, record)
    return { ...backup, artifacts, record }
  }
  const replaced = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

  it('names each constraint that the data breaks, says that the source is damaged, and goes on with the rest', async () => {
    const broken = await altered(async (artifacts, record) => {
      await artifacts.alterTable(record, 'public.parents', replaced('\n20\tp20\n', '\n19\tp20\n'))
      await artifacts.alterTable(record, 'public.children', replaced('\n20\t20\t20\n', '\n20\t999\t20\n'))
    })
    const proof = await prove(broken, { level: 'equal' })
    expect(proof.thrown).toBeNull()
    const errors = proof.checks.filter((check) => check.rung === 'restorable' && check.status === 'failed')
    // The foreign key lacks the primary key that it needs, too.
    expect(
      errors
        .map((check) => check.subjects)
        .flat()
        .toSorted(),
    ).toEqual([
      'CONSTRAINT public.parents parents_pkey',
      'FK CONSTRAINT public.children children_parent_fkey',
    ])
    expect(errors.find((check) => check.subjects[0]?.includes('parents_pkey'))?.detail).toContain(
      'the source’s data is damaged',
    )
    expect(errors.every((check) => check.failure === 'integrity' && check.hint !== undefined)).toBe(true)
    expect(proof.tables.map((table) => table.status)).toEqual(proof.tables.map(() => 'equal'))
    expect(proof.checks.find((check) => check.name === 'restore')).toBeUndefined()
  })

  it('names a foreign key whose row is missing', async () => {
    const broken = await altered((artifacts, record) =>
      artifacts.alterTable(record, 'public.children', replaced('\n20\t20\t20\n', '\n20\t999\t20\n')),
    )
    const proof = await prove(broken, { level: 'restorable' })
    expect(proof.trouble).toEqual([
      'restorable post-data failed: FK CONSTRAINT public.children children_parent_fkey',
    ])
    expect(proof.checks.find((check) => check.status === 'failed')?.detail).toContain(
      'the source’s data is damaged',
    )
  })

  it('names the rows’ table when they break a check of their own', async () => {
    const broken = await altered((artifacts, record) =>
      artifacts.alterTable(record, 'public.children', replaced('\n20\t20\t20\n', '\n20\t20\t-1\n')),
    )
    const proof = await prove(broken, { level: 'restorable' })
    expect(proof.trouble).toHaveLength(1)
    expect(proof.trouble[0]).toMatch(/^restorable data failed: public.children/)
    expect(JSON.stringify(proof.checks)).not.toContain('-1')
  })

  it('names each entry that needs a role which the globals lack', async () => {
    const broken = await altered((artifacts, record) =>
      artifacts.alter(record, 'globals.sql', (bytes) =>
        Buffer.from(bytes.toString().replaceAll(/^(CREATE|ALTER) ROLE (keeper|reader).*$/gm, '')),
      ),
    )
    const proof = await prove(broken)
    expect(proof.thrown).toBeNull()
    const errors = proof.checks.filter((check) => check.rung === 'restorable' && check.status === 'failed')
    expect(new Set(errors.flatMap((check) => check.subjects))).toEqual(
      new Set(['TABLE public.kept', 'ACL public.TABLE kept']),
    )
    expect(proof.trouble).toContain('sound roles failed: keeper')
  })

  it('leaves out what needs an extension that the laboratory lacks, and proves the rest', async () => {
    const foreign = await altered(async (artifacts, record) => {
      await artifacts.alter(record, 'toc.dat', replaced('citext', 'cixext'))
      for (const extension of record.extensions) extension.name = extension.name.replace('citext', 'cixext')
    })
    const proof = await prove(foreign)
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual([
      expect.stringMatching(/^restorable unproven degraded: extension cixext, /),
    ])
    expect(proof.trouble[0]).toContain('TABLE public.folded')
    expect(proof.trouble[0]).toContain('VIEW public.folded_twice')
    expect(proof.trouble[0]).not.toContain('public.plain')
    expect(
      proof.tables
        .filter((table) => table.status === 'equal')
        .map((table) => table.name)
        .toSorted(),
    ).toEqual(['public.children', 'public.kept', 'public.parents', 'public.plain'])
    const accepting = {
      ...foreign,
      config: { ...backup.config, acceptUnproven: ['cixext', 'public.folded'] },
    }
    expect((await prove(accepting)).trouble).toEqual([])
  })
})
