import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../../src/domain/failure.ts'
import { MemoryArtifacts } from '../../../support/postgres/artifacts.ts'
import { backUp, isDump, meddling } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('a dump of PostgreSQL %i that tables change under', (major) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ major })
    server.psql('create database guard')
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  /** Does it just before pg_dump starts, so after the snapshot and before the locks; `times` times. */
  const whenDumping = (sql: string, times: number) => {
    let left = times
    return meddling((program, args) => {
      if (!isDump(program, args) || left === 0) return
      left -= 1
      server.psql(sql, 'guard')
    })
  }

  it.each([
    ['truncated', 'truncate tested; insert into tested select i, i from generate_series(1, 700) i'],
    ['rewritten', 'alter table tested alter column n type bigint using n + 1'],
    ['dropped and made anew', 'drop table tested; create table tested as select 1 as id, 2 as n'],
  ])('starts over, and holds every row, when a table was %s before it was locked', async (_, sql) => {
    server.psql(
      'drop table if exists tested; create table tested as select i as id, i as n from generate_series(1, 500) i',
      'guard',
    )
    const backup = await backUp(server.url('guard'), major, { processes: whenDumping(sql, 1) })
    const rows = Number(server.psql('select count(*) from tested', 'guard'))
    const file = await backup.artifacts.tableFile(backup.record, 'public.tested')
    expect(file.split('\n')).toHaveLength(rows + 4)
    expect(backup.record.tables.find((table) => table.name === 'tested')?.rows).toBe(rows)
    expect(backup.artifacts.stored.size).toBe(backup.record.artifacts.length)
  })

  it('gives up as unavailable when that happens three times in a row, with nothing stored', async () => {
    server.psql('create table if not exists tested (); create table busy as select 1 as id', 'guard')
    const artifacts = new MemoryArtifacts()
    const dump = backUp(server.url('guard'), major, {
      artifacts,
      processes: whenDumping('truncate busy; insert into busy values (1)', 3),
    })
    const failure = await dump.catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ kind: 'unavailable', subjects: ['public.busy'] })
    expect([...artifacts.stored.keys()]).toEqual([])
  })

  it('does not start over for a table that was only written to', async () => {
    server.psql('drop table if exists busy; create table busy as select 1 as id', 'guard')
    let dumps = 0
    const backup = await backUp(server.url('guard'), major, {
      processes: meddling((program, args) => {
        if (!isDump(program, args)) return
        dumps += 1
        server.psql('insert into busy values (2); delete from busy where id = 1', 'guard')
      }),
    })
    expect(dumps).toBe(1)
    expect(await backup.artifacts.tableFile(backup.record, 'public.busy')).toBe('1\n\\.\n\n\n')
  })
})
