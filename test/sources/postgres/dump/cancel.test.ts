import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../../src/domain/failure.ts'
import { MemoryArtifacts } from '../../../support/postgres/artifacts.ts'
import { backUp, isDump, meddling } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

/** A cancelled job is given 7.5 s; 2.5 s of them belong to the runner. */
const limit = 5_000

/** Resolves when it is, or if it is already. */
const aborted = async (signal: AbortSignal) => {
  if (!signal.aborted) await once(signal, 'abort')
}

describe.each(await testMajors())('a dump of PostgreSQL %i that is stopped', (major) => {
  let server: TestServer
  let spool: string
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  beforeAll(async () => {
    process.on('unhandledRejection', note)
    spool = await mkdtemp(join(tmpdir(), 'cancel-'))
    server = await startServer({ major })
    server.psql('create database shop')
    server.psql(
      `create table big as select i as id, md5(i::text) || md5((i + 1)::text) as note from generate_series(1, 300000) i;
       do $$ begin for i in 1..40 loop execute format('create table small_%s as select 1 as id', i); end loop; end $$`,
      'shop',
    )
  })
  afterAll(async () => {
    process.off('unhandledRejection', note)
    await server[Symbol.asyncDispose]()
    await rm(spool, { recursive: true, force: true })
  })

  const children = () =>
    execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => /pg_dump/.test(line) && line.includes(spool))
  const sessions = () =>
    Number(server.psql("select count(*) from pg_stat_activity where application_name like 'lifeboat%'"))

  /** Aborts when `moment` resolves; gives what the dump ended with, and what it left behind when it had ended. */
  const stopped = async (moment: () => Promise<void>, options: Parameters<typeof backUp>[2] = {}) => {
    const stopping = new AbortController()
    const dump = backUp(server.url('shop'), major, { ...options, spool, signal: stopping.signal }).then(
      () => 'whole',
      (error: unknown) => error,
    )
    // A dump that fails by itself never gets there.
    await Promise.race([moment(), dump])
    const reason = new Failure('cancelled', 'stopped from outside')
    stopping.abort(reason)
    const outcome = await Promise.race([dump, wait(limit, 'not over in time')])
    const left = { files: await readdir(spool), children: children() }
    // A server notices a closed connection by itself, a moment later.
    for (const until = Date.now() + limit; sessions() > 0 && Date.now() < until;) await wait(20)
    return { outcome: outcome === reason ? 'cancelled' : outcome, ...left, sessions: sessions() }
  }
  const clean = { files: [], children: [], sessions: 0 }

  it.each([
    ['before it begins', 'pg_dump version'],
    ['as pg_dump starts', 'pg_dump'],
    ['as the roles are dumped', 'pg_dumpall'],
  ])('%s leaves nothing behind', async (_, when) => {
    const reached = Promise.withResolvers<void>()
    const processes = meddling(async (program, args) => {
      const isMoment =
        when === 'pg_dump version'
          ? program === 'pg_dump'
          : when === 'pg_dump'
            ? isDump(program, args)
            : program === 'pg_dumpall' && args.includes('--globals-only')
      if (isMoment) reached.resolve()
      if (isMoment) await wait(1)
    })
    expect(await stopped(() => reached.promise, { processes })).toEqual({ outcome: 'cancelled', ...clean })
  })

  it('as the roles are dumped is over only when that is', async () => {
    const reached = Promise.withResolvers<void>()
    const real = meddling(() => undefined)
    let over = false
    const run: typeof real.run = async (command, args, options) => {
      if (!args.includes('--globals-only')) return real.run(command, args, options)
      reached.resolve()
      try {
        return await real.run(command, args, options)
      } finally {
        await wait(100)
        over = true
      }
    }
    const processes = { ...real, run }
    expect(await stopped(() => reached.promise, { processes })).toEqual({ outcome: 'cancelled', ...clean })
    expect(over).toBe(true)
  })

  it('while a store does not take its bytes leaves nothing behind', async () => {
    const reached = Promise.withResolvers<void>()
    const artifacts = new MemoryArtifacts(async ({ signal }) => {
      reached.resolve()
      await aborted(signal)
    })
    expect(await stopped(() => reached.promise, { artifacts })).toEqual({ outcome: 'cancelled', ...clean })
  })

  it('by the server is over only when the stores have been told, and fails as unavailable', async () => {
    let told = 0
    const heard = Promise.withResolvers<void>()
    const artifacts = new MemoryArtifacts(async ({ signal }) => {
      server.psql(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'lifeboat%'",
      )
      await aborted(signal)
      heard.resolve()
      await wait(50)
      told += 1
    })
    const real = meddling(() => undefined)
    // However quick pg_dump is: it is not over before the server's word has been heard.
    const start: typeof real.start = async (command, args, options) => {
      const child = await real.start(command, args, options)
      if (!isDump(command.split('/').at(-1) ?? '', args)) return child
      return { ...child, ended: heard.promise.then(async () => child.ended) }
    }
    const processes = { ...real, start }
    await expect(backUp(server.url('shop'), major, { artifacts, processes, spool })).rejects.toMatchObject({
      kind: 'unavailable',
    })
    expect(told).toBeGreaterThan(0)
    expect({ files: await readdir(spool), children: children() }).toEqual({ files: [], children: [] })
  })

  it('at any moment leaves nothing behind', async () => {
    for (let delay = 5; delay < 1_500; delay = Math.ceil(delay * 1.7)) {
      const { outcome, ...left } = await stopped(() => wait(delay))
      expect(left).toEqual(clean)
      // It may have been over before it was stopped.
      expect(['cancelled', 'whole']).toContain(outcome)
    }
  })

  it('leaves no rejection unhandled', async () => {
    await wait(50)
    expect(unhandled).toEqual([])
  })
})
