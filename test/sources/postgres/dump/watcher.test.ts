import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../../../src/domain/failure.ts'
import { MemoryArtifacts } from '../../../support/postgres/artifacts.ts'
import { backUp, isDump, meddling } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())('a dump of PostgreSQL %i that somebody waits for', (major) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ major })
  })
  afterAll(async () => server[Symbol.asyncDispose]())
  beforeEach(() => {
    server.psql('drop database if exists busy with (force)')
    server.psql('create database busy')
    server.psql('create table wanted as select 1 as id; create sequence held', 'busy')
  })

  const session = async () => {
    const client = new Client({ connectionString: server.url('busy'), application_name: 'somebody' })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }

  /**
   * Begins a dump that stands still with its tables locked: pg_dump reads sequences without locking them first, and
   * somebody keeps one to himself.
   */
  const standingDump = async (maxBlock: string) => {
    const keeper = await session()
    let attempt = 0
    const standing = Promise.withResolvers<void>()
    const dump = backUp(server.url('busy'), major, {
      // With more than one job, pg_dump itself gives up as soon as somebody queues for a table.
      keys: { 'max-block': maxBlock, jobs: 1 },
      processes: meddling(async (program, args) => {
        if (!isDump(program, args)) return
        attempt += 1
        if (attempt > 1) return
        await keeper.query('begin; alter sequence held rename to hidden')
        standing.resolve()
      }),
    })
    dump.catch(standing.reject)
    await standing.promise
    await seen("query ~* 'held|sequence' and application_name ~ '^lifeboat' and wait_event_type = 'Lock'")
    return { dump, release: async () => keeper.query('rollback').then(() => keeper.end()) }
  }

  const seen = async (condition: string) => {
    const asking = await session()
    try {
      while ((await asking.query(`select from pg_stat_activity where ${condition}`)).rowCount === 0);
    } finally {
      await asking.end()
    }
  }

  it('ends as unavailable after max-block, and whoever waited goes on', async () => {
    const { dump, release } = await standingDump('300ms')
    const waiting = await session()
    const truncated = waiting.query('truncate wanted')
    await expect(dump).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('made 1 other session wait'),
    })
    // The sequence is still kept by somebody: only the end of the dump can have let this through.
    await truncated
    await waiting.end()
    await release()
  })

  it('is left alone when the wait ends before max-block', async () => {
    const { dump, release } = await standingDump('10m')
    const waiting = await session()
    const locked = waiting.query('begin; lock table wanted; commit')
    await seen("application_name = 'somebody' and wait_event_type = 'Lock'")
    await release()
    const { record } = await dump
    expect(record.tables.find((table) => table.name === 'wanted')?.rows).toBe(1)
    await locked
    await waiting.end()
  })

  it('is not counted as empty when somebody truncates a table while the dump ends', async () => {
    const { dump, release } = await standingDump('10m')
    const waiting = await session()
    const truncated = waiting.query('truncate wanted')
    await seen("application_name = 'somebody' and wait_event_type = 'Lock'")
    await release()
    // Either it saw the truncation before it stored anything and started over, or it could not count, and says so.
    const outcome = await dump.then(
      async ({ record, artifacts }) => [
        record.tables.find((table) => table.name === 'wanted')?.rows,
        await artifacts.tableFile(record, 'public.wanted'),
      ],
      (error: unknown) => (error as Failure).kind,
    )
    expect([[0, '\\.\n\n\n'], 'unavailable']).toContainEqual(outcome)
    await truncated
    await waiting.end()
  })

  it('lets go of its locks when it is dumped, however long the stores take', async () => {
    const stored = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const dump = backUp(server.url('busy'), major, {
      artifacts: new MemoryArtifacts(async () => {
        asked.resolve()
        await stored.promise
      }),
    })
    dump.catch(asked.reject)
    await asked.promise
    const waiting = await session()
    await waiting.query('truncate wanted')
    await waiting.end()
    stored.resolve()
    const { record } = await dump
    expect(record.tables.find((table) => table.name === 'wanted')?.rows).toBe(1)
  })
})
