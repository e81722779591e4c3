import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, findings, prove } from '../../support/postgres/backup.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'
import { primaryOptions, startStandby, type TestStandby } from '../../support/postgres/standby.ts'

describe.each(await testMajors())('a standby of PostgreSQL %i', (major) => {
  let primary: TestServer
  let standby: TestStandby
  const url = () => standby.url('shop')
  const onStandby = (sql: string) => standby.query(sql, 'shop')

  beforeAll(async () => {
    primary = await startServer({ major, ...primaryOptions })
    primary.psql('create database shop')
    primary.psql(
      `create table orders as select i as id from generate_series(1, 100) i;
       create unlogged table scratch as select 1 as id;
       create sequence numbers`,
      'shop',
    )
    standby = startStandby(primary)
    primary.psql('insert into orders values (0)', 'shop')
    await standby.caughtUp()
  })
  afterAll(async () => {
    await standby[Symbol.asyncDispose]()
    await primary[Symbol.asyncDispose]()
  })

  it('is told of by preflight', async () => {
    expect(await findings(url(), major)).toMatchObject([
      { level: 'notice', text: expect.stringContaining('standby') },
    ])
  })

  it('is backed up without its unlogged tables, and proven', async () => {
    const backup = await backUp(url(), major)
    expect(backup.record.standby).toBe(true)
    expect(backup.record.notIncluded).toMatchObject([
      { type: 'unlogged table', object: 'public.scratch', accepted: false },
    ])
    const proof = await prove(backup)
    expect(proof.thrown).toBeNull()
    expect(proof.trouble).toEqual(['complete not included degraded: public.scratch'])
    expect(proof.tables).toMatchObject([{ name: 'public.orders', rows: 101, status: 'equal' }])
  })

  it('dates its data by what it has replayed, once there is more to replay', async () => {
    const current = await undisturbed(() => backUp(url(), major))
    expect(current.record.snapshot.dataAt).toBe(current.record.snapshot.at)
    await onStandby('select pg_wal_replay_pause()')
    const paused = major >= 14 ? "pg_get_wal_replay_pause_state() = 'paused'" : 'pg_is_wal_replay_paused()'
    await until(paused)
    primary.psql('insert into orders values (101)', 'shop')
    await until(`pg_last_wal_receive_lsn() >= '${primary.psql('select pg_current_wal_insert_lsn()')}'`)
    const lagging = await backUp(url(), major)
    expect(await isNotNewerThanReplayed(lagging.record.snapshot)).toBe(true)
    expect(lagging.record.tables.find((table) => table.name === 'orders')?.rows).toBe(101)
    await onStandby('select pg_wal_replay_resume()')
    await until('pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()')
  })

  it('does not call its data fresh when it is cut off from its primary', async () => {
    await primary.stop('fast')
    await until('not exists (select from pg_stat_wal_receiver)')
    const { snapshot } = (await backUp(url(), major)).record
    expect(await isNotNewerThanReplayed(snapshot)).toBe(true)
  })

  const until = async (condition: string) => {
    for (;;) if ((await onStandby(`select (${condition})::text as yes`))[0]?.['yes'] === 'true') return
  }

  /**
   * What comes of work during which the standby had nothing to replay: the primary logs something by itself now and
   * then, and would be ahead for a moment.
   */
  const undisturbed = async <T>(work: () => Promise<T>): Promise<T> => {
    const positions = async () => {
      const [row] = await onStandby(
        'select pg_last_wal_receive_lsn()::text as received, pg_last_wal_replay_lsn()::text as replayed',
      )
      return row
    }
    for (;;) {
      const before = await positions()
      const result = await work()
      const after = await positions()
      if (before?.['received'] === before?.['replayed'] && before?.['received'] === after?.['received'])
        return result
    }
  }

  /** Our clock and the server's are the same here. */
  const isNotNewerThanReplayed = async (snapshot: { at: string; dataAt: string }) => {
    const [row] = await onStandby('select extract(epoch from pg_last_xact_replay_timestamp()) * 1000 as at')
    const replayed = Number(row?.['at'])
    return replayed < Date.parse(snapshot.at) && Date.parse(snapshot.dataAt) <= replayed
  }
})
