import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asFailure } from '../../../src/domain/failure.ts'
import { systemClock } from '../../../src/host/clock.ts'
import type { FailoverRequest } from '../../../src/ports/failover.ts'
import { failOver } from '../../../src/sources/postgres/failover.ts'
import { testMajors } from '../../support/postgres/install.ts'
import { startServer, type TestServer } from '../../support/postgres/server.ts'
import { primaryOptions, startStandby, type TestStandby } from '../../support/postgres/standby.ts'

const major = Math.max(...(await testMajors()))
const signal = new AbortController().signal

// One pair of servers, and its story in order: what is refused first, then the promotion, then what comes after it.
describe('a failover', () => {
  let primary: TestServer
  let standby: TestStandby
  beforeAll(async () => {
    primary = await startServer({
      major,
      ...primaryOptions,
      settings: { ...primaryOptions.settings, max_connections: '8', superuser_reserved_connections: '0' },
    })
    primary.psql('create table orders as select 1 as id')
    standby = startStandby(primary)
    primary.psql('insert into orders values (2)')
    await standby.caughtUp()
  })
  afterAll(async () => {
    await standby[Symbol.asyncDispose]()
    await primary[Symbol.asyncDispose]()
  })

  const ask = (change: Partial<FailoverRequest> = {}) =>
    failOver(
      {
        primary: primary.url(),
        replica: standby.url('postgres'),
        fence: null,
        maxLoss: 60_000,
        timeout: 30_000,
        vouched: false,
        ...change,
      },
      { clock: systemClock },
      signal,
    )
  const kindOf = async (change: Partial<FailoverRequest> = {}) =>
    asFailure(
      await ask(change).then(
        () => null,
        (error: unknown) => error,
      ),
    ).kind
  const isReplica = async () => (await standby.query('select pg_is_in_recovery() as yes'))[0]?.['yes']

  it('promotes nothing while the primary answers, with a fence or a person’s word', async () => {
    expect(await kindOf()).toBe('refused')
    let fenced = false
    expect(await kindOf({ fence: async () => void (fenced = true) })).toBe('refused')
    expect(fenced).toBe(false)
    expect(await kindOf({ vouched: true })).toBe('refused')
    expect(await kindOf({ vouched: true, fence: async () => undefined })).toBe('refused')
    expect(await isReplica()).toBe(true)
  })

  it.each([
    ['our user is gone', (url: URL) => (url.username = 'stale_user')],
    ['the database was renamed', (url: URL) => (url.pathname = '/renamed_database')],
    ['it has no TLS', (url: URL) => url.searchParams.set('sslmode', 'verify-full')],
  ])(
    'fences no primary that lives and only lets us not in, as %s, but on a person’s word',
    async (_, change) => {
      const url = new URL(primary.url())
      change(url)
      let fenced = 0
      const fence = async () => void (fenced += 1)
      expect(await kindOf({ primary: url.href, fence })).toBe('refused')
      expect(fenced).toBe(0)
      expect(await kindOf({ primary: url.href, fence, vouched: true })).toBe('refused')
      expect(fenced).toBe(1)
      expect(await isReplica()).toBe(true)
    },
  )

  it('promotes nothing while the primary lives and has no connection left for us', async () => {
    const held: Client[] = []
    try {
      for (;;) {
        const client = new Client({ connectionString: primary.url() })
        client.on('error', () => undefined)
        try {
          await client.connect()
        } catch {
          break
        }
        held.push(client)
      }
      let fenced = false
      expect(await kindOf({ fence: async () => void (fenced = true) })).toBe('refused')
      expect(fenced).toBe(false)
      expect(await kindOf({ vouched: true })).toBe('refused')
    } finally {
      await Promise.all(held.map((client) => client.end()))
    }
    expect(held.length).toBeGreaterThan(2)
    expect(await isReplica()).toBe(true)
  })

  it('touches nothing when both URLs lead to the same server', async () => {
    let fenced = false
    const fence = async () => void (fenced = true)
    for (const url of [primary.url(), standby.url('postgres')]) {
      expect(await kindOf({ primary: url, replica: url, fence, vouched: true })).toBe('refused')
    }
    expect(fenced).toBe(false)
    expect(await isReplica()).toBe(true)
  })

  it('promotes nothing when nobody has made sure that a primary out of sight is gone', async () => {
    await primary.stop('immediate')
    expect(await kindOf()).toBe('refused')
    expect(await isReplica()).toBe(true)
  })

  it('promotes nothing when the fence fails', async () => {
    const fence = async () => {
      throw new Error('no power switch')
    }
    await expect(ask({ fence })).rejects.toThrow('no power switch')
    expect(await isReplica()).toBe(true)
  })

  it('promotes no replica whose newest change is older than may be lost', async () => {
    expect(await kindOf({ fence: async () => undefined, maxLoss: 0 })).toBe('refused')
    expect(await isReplica()).toBe(true)
  })

  it('lets the replica take writes once the primary is fenced, with every change that it had', async () => {
    let fenced = 0
    const result = await ask({ fence: async () => void (fenced += 1), maxLoss: 3_600_000 })
    expect(result).toMatchObject({ promotedNow: true, lastChangeAt: expect.any(Number) })
    expect(fenced).toBe(1)
    await standby.query('insert into orders values (3)')
    expect(await standby.query('select count(*)::int as n from orders')).toEqual([{ n: 3 }])
  })

  it('ends well when it is asked again after it was killed', async () => {
    expect(await ask({ vouched: true })).toMatchObject({ promotedNow: false })
  })

  it('finds the second primary when there is one', async () => {
    await primary.start()
    expect(await kindOf({ vouched: true })).toBe('refused')
  })
})
