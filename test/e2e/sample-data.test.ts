import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { to } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShop, placeOrders } from '../../examples/shop/generate.ts'
import { createOddities } from '../support/oddities/create.ts'
import { startServer } from '../support/postgres/server.ts'
import type { TestServer } from '../support/postgres/server.ts'
import { testMajors } from '../support/postgres/install.ts'

describe.each(await testMajors())('on PostgreSQL %i', (major) => {
  let server: TestServer
  const folder = mkdtempSync(join(tmpdir(), 'sample-data-'))
  beforeAll(async () => {
    server = await startServer({ major })
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it('the shop of one seed has the same bytes every time, and of another seed others', async () => {
    const digests: string[][] = []
    for (const [name, seed] of [
      ['shop_1', 1],
      ['shop_2', 1],
      ['shop_3', 2],
    ] as const) {
      server.psql(`create database ${name}`)
      await createShop(server.url(name), { megabytes: 12, seed })
      digests.push(await shopDigests(server.url(name)))
    }
    expect(digests[1]).toEqual(digests[0])
    expect(digests[2]).not.toEqual(digests[0])
  })

  it('an order that is placed now is the newest data of the shop', async () => {
    const newest = () =>
      server.psql("select max(placed_at) > now() - interval '1 minute' from shop.orders", 'shop_1')
    expect(newest()).toBe('f')
    await placeOrders(server.url('shop_1'), 2)
    expect(newest()).toBe('t')
  })

  it('every oddity can be made, dumped and restored by stock tools without an error', async () => {
    server.psql('create database oddities')
    const { skipped } = await createOddities(server.url('oddities'), { major, bindir: server.bindir })
    expect(skipped.some((title) => title.includes('needs PostgreSQL'))).toBe(major < 18)
    // It is there wherever the tests have an installation of their own.
    expect(skipped.some((title) => title.includes('lifeboat_oddity'))).toBe(!server.bindir.includes('.cache'))
    const run = (program: string, ...args: string[]) =>
      execFileSync(join(server.bindir, program), args, {
        env: server.environment('oddities'),
        encoding: 'utf8',
        stdio: 'pipe',
      })
    run('pg_dump', '-Fd', '-Z0', '-j2', '-f', join(folder, 'dump'))
    server.psql('create database restored template template0')
    // One connection: with several, pg_restore grants on tables beside the grant on their schema, and may come too early.
    run('pg_restore', '--exit-on-error', '-d', 'restored', join(folder, 'dump'))
    expect(server.psql('select count(*) from odd.nothing', 'restored')).toBe('7')
  })
})

/** A digest of every table's rows, in the order in which they lie. */
async function shopDigests(url: string): Promise<string[]> {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query('set timezone = utc')
    const { rows } = await client.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relnamespace = 'shop'::regnamespace and relkind = 'r' order by 1",
    )
    const digests: string[] = []
    for (const { name } of rows) {
      const hash = createHash('sha256')
      for await (const chunk of client.query(to(`copy ${name} to stdout`))) hash.update(chunk as Buffer)
      digests.push(`${name} ${hash.digest('hex')}`)
    }
    return digests
  } finally {
    await client.end()
  }
}
