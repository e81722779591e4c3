import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShop, placeOrders } from '../../examples/shop/generate.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backUpForReal, temporaryFolder } from '../support/ports/real-backup.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { answerOnTerminal, runProgram } from '../vault/programs.ts'

/** Asks for care wherever a shell or libpq takes a name. */
const database = "the shop's $data=1"
const passphrase = 'tide and time'

describe.each(await testMajors())('promise 5, on PostgreSQL %i', (major) => {
  let source: TestServer
  let target: TestServer
  let keys: TestKeys
  let expected: Record<string, string>
  const stack = new AsyncDisposableStack()
  let folder = ''
  beforeAll(async () => {
    folder = stack.use(await temporaryFolder()).path
    source = stack.use(await startServer({ major }))
    target = stack.use(await startServer({ major }))
    keys = await makeTestKeys()
    source.psql(`create database "${database}"`)
    const { host, port, superuser: user, password } = source
    await createShop({ host, port, user, password, database }, { megabytes: 12 })
    await placeOrders({ host, port, user, password, database }, 3)
    source.psql(
      `select lo_from_bytea(0, 'a large object');
       alter database "${database}" set statement_timeout = '77s'`,
      database,
    )
    expected = digests(source)
  })
  afterAll(() => stack.disposeAsync())

  it.each([
    ['into a new database, with an age key', 'recipients'],
    ['as it was, with a passphrase', 'passphrase'],
    ['as it was, with a passphrase and AES', 'aes'],
  ])('its own page brings a backup back %s, without Lifeboat', async (_name, how) => {
    const encryption =
      how === 'recipients'
        ? { recipients: [keys.offline.recipient, keys.verification.recipient] }
        : { passphrase: '${BACKUP_PASSPHRASE}', cipher: how === 'aes' ? 'aes-256-gcm' : 'age' }
    const environment = await testEnvironment(keys, { encryption })
    const store = await openLocalStore({ name: 'disk', path: join(folder, how), ephemeral: false })
    const report = await backUpForReal(source, database, environment, keys, [store], {
      change: { keys: { passphrase, identities: [], signing: keys.backup.secretKey } },
    })
    expect(report.failure).toBe(null)

    const here = join(folder, `${how}-fetched`)
    await cp(join(folder, how, 'test/backups', report.backupId ?? ''), here, { recursive: true })
    const guide = await readFile(join(here, 'RECOVERY.md'), 'utf8')
    const run = (script: string) =>
      runProgram('bash', ['-c', script], {
        directory: here,
        environment: {
          ...target.environment('postgres'),
          PATH: `${target.bindir}:${process.env['PATH'] ?? ''}`,
        },
      })

    expect(await run(blocks(guide, /Check/).join('\n'))).toMatchObject({ code: 0, stderr: '' })
    if (how === 'recipients') await writeFile(join(here, 'key.txt'), `${keys.offline.identity}\n`)
    else await answerOnTerminal(blocks(guide, /The key/).join('\n'), here, passphrase)
    expect(await run(blocks(guide, /Open and unpack/).join('\n'))).toMatchObject({ code: 0, stderr: '' })

    target.psql(`drop database if exists "${database}"`)
    const [globals = '', beside = '', asItWas = ''] = blocks(guide, /Restore main/)
    expect((await run(globals)).code).toBe(0)
    const restored = await run(`set -e\n${how === 'recipients' ? beside : asItWas}`)
    expect(restored).toMatchObject({ code: 0, stderr: '' })

    expect(digests(target)).toEqual(expected)
    expect(target.psql('select lo_get(oid) from pg_largeobject_metadata', database)).toBe(
      source.psql('select lo_get(oid) from pg_largeobject_metadata', database),
    )
    const hasSettings = target.psql(
      "select count(*) from pg_db_role_setting where 'statement_timeout=77s' = any(setconfig)",
    )
    expect(hasSettings).toBe(how === 'recipients' ? '0' : '1')
    expect(target.psql("select rolname from pg_roles where rolname !~ '^(pg_|postgres)' order by 1")).toBe(
      source.psql("select rolname from pg_roles where rolname !~ '^(pg_|postgres)' order by 1"),
    )
    await run(blocks(guide, /Clean up/).join('\n'))
    expect((await run('ls')).stdout.toString()).not.toMatch(/key\.txt|restored/)
  })
})

/** The commands under a heading, block by block, as they stand on the page. */
function blocks(guide: string, heading: RegExp): string[] {
  const section = guide.split(/^## /m).find((text) => heading.test(text.split('\n')[0] ?? '')) ?? ''
  const found = [...section.matchAll(/^(`{3,})bash\n([\s\S]*?)\n\1$/gm)].map(([, , script]) => script ?? '')
  if (found.length === 0) throw new Error(`the page has no commands under ${heading}`)
  return found
}

/** Of every table, its rows without those of its children, whatever their order. Materialized views are made anew. */
function digests(server: TestServer): Record<string, string> {
  const tables = server
    .psql(
      "select oid::regclass from pg_class where relkind = 'r' and relnamespace = 'shop'::regnamespace order by 1",
      database,
    )
    .split('\n')
  const entries = tables.map((table): [string, string] => [
    table,
    server.psql(
      `select count(*), md5(string_agg(t::text, e'\\n' order by t::text collate "C")) from only ${table} t`,
      database,
    ),
  ])
  return Object.fromEntries(entries)
}
