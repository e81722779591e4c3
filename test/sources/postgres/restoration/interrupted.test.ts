import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RestoreMode } from '../../../../src/ports/restoration.ts'
import { backUp, meddling, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { openRestoration, stamp } from '../../../support/postgres/restoration.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

const major = (await testMajors()).at(-1) ?? 0
let server: TestServer
let backup: TestBackup
let folder = ''

beforeAll(async () => {
  server = await startServer({ major })
  server.psql('create database shop')
  server.psql(
    `create table orders as select i as id, repeat(md5(i::text), 20) as note from generate_series(1, 40000) i;
     alter table orders add primary key (id); create index on orders (note);
     do $$ begin for i in 1..20 loop execute format('create table small_%s as select generate_series(1, 500) as i', i); end loop; end $$`,
    'shop',
  )
  backup = await backUp(server.url('shop'), major)
  server.psql('delete from orders where id > 100', 'shop')
  folder = await mkdtemp(join(tmpdir(), 'killed-restore-'))
  for (const [name, bytes] of backup.artifacts.stored) await writeFile(join(folder, name), bytes)
  await writeFile(join(folder, 'record.json'), JSON.stringify(backup.record))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await server[Symbol.asyncDispose]()
})

const kept = `shop_before_${stamp}`
/** Of many restores in a row: a test that ends before its work does spoils those after it. */
const long = { timeout: 600_000 }
const count = (database: string) => Number(server.psql('select count(*) from orders', database))
const databases = () =>
  server
    .psql("select datname from pg_database where not datistemplate and datname <> 'postgres' order by 1")
    .split('\n')

/** The state is either that before the restore, perhaps with an unfinished database of ours, or that after it. */
function isEitherState(): string | null {
  const names = databases().filter((name) => !name.includes('_restoring_'))
  const found = `${names.join()} ${count('shop')}`
  const before = 'shop 100'
  const after = `shop,${kept} 40000`
  return found === before || found === after ? null : found
}

/** A server may still end the statement, even the commit, that a client sent before it was killed. */
async function sessionsEnded(): Promise<void> {
  const ours = "select count(*) from pg_stat_activity where application_name = 'lifeboat'"
  while (server.psql(ours) !== '0') await wait(20)
}

function start(mode: RestoreMode) {
  const child = spawn(
    process.execPath,
    ['test/support/postgres/restore-child.ts', JSON.stringify({ url: server.url('shop'), mode, folder })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { child, ended }
}

function reset(): void {
  if (databases().includes(kept)) {
    server.psql('drop database shop with (force)')
    server.psql(`alter database ${kept} rename to shop`)
  }
}

async function whole(mode: RestoreMode) {
  await using restore = await openRestoration(backup, { mode })
  await restore.restore()
  await restore.exchange()
  expect(restore.checks.filter(({ status }) => status === 'failed')).toEqual([])
}

describe('a restore that takes the place of the database in use', () => {
  it(
    'leaves it untouched or replaced when it is killed at any moment, and the next one is whole',
    long,
    async () => {
      const started = performance.now()
      await start('swap').ended
      const took = performance.now() - started
      expect(isEitherState()).toBeNull()
      expect(count('shop')).toBe(40_000)
      const wrong: string[] = []
      for (const moment of [0.3, 0.5, 0.7, 0.9, 0.97]) {
        reset()
        const { child, ended } = start('swap')
        await wait(moment * took)
        child.kill('SIGKILL')
        await ended
        await sessionsEnded()
        const state = isEitherState()
        if (state !== null) wrong.push(`at ${moment}: ${state}`)
      }
      expect(wrong).toEqual([])
      reset()
      await whole('swap')
      expect(databases()).toEqual(['shop', kept])
      expect(count('shop')).toBe(40_000)
      expect(count(kept)).toBe(100)
      reset()
    },
  )

  it('leaves it untouched when the server is killed in the middle, and the next one is whole', async () => {
    let killed = false
    await using broken = await openRestoration(backup, {
      mode: 'swap',
      processes: meddling(async (program, args) => {
        if (killed || program !== 'pg_restore' || !args.includes('--section=post-data')) return
        killed = true
        await server.stop('immediate')
        await server.start()
      }),
    })
    await expect(broken.restore()).rejects.toMatchObject({
      kind: expect.stringMatching(/unavailable|integrity/),
    })
    expect(killed).toBe(true)
    expect(count('shop')).toBe(100)
    await whole('swap')
    expect(databases()).toEqual(['shop', kept])
    reset()
  })

  it('is refused while another one of the same backup runs', async () => {
    await using first = await openRestoration(backup, { mode: 'swap' })
    await first.restore()
    await using second = await openRestoration(backup, { mode: 'swap' })
    await expect(second.restore()).rejects.toMatchObject({ kind: 'refused' })
    await first.exchange()
    expect(databases()).toEqual(['shop', kept])
    reset()
  })

  it('touches nothing that bears its working name and is not its own', async () => {
    server.psql('create database shop_restoring_k3f9x')
    server.psql('create table precious ()', 'shop_restoring_k3f9x')
    await using restore = await openRestoration(backup, { mode: 'swap' })
    await expect(restore.restore()).rejects.toMatchObject({
      kind: 'refused',
      subjects: ['shop_restoring_k3f9x'],
    })
    expect(server.psql('select count(*) from precious', 'shop_restoring_k3f9x')).toBe('0')
    server.psql('drop database shop_restoring_k3f9x')
  })

  it('leaves nothing when it is stopped from outside', async () => {
    const stop = new AbortController()
    await using restore = await openRestoration(backup, {
      mode: 'swap',
      signal: stop.signal,
      processes: meddling((program, args) => {
        if (program === 'pg_restore' && args.includes('--section=post-data')) stop.abort()
      }),
    })
    await expect(restore.restore()).rejects.toBeDefined()
    expect(databases()).toEqual(['shop'])
  })
})

describe('a restore in place', () => {
  it('leaves the schemas untouched or replaced when it is killed at any moment', long, async () => {
    const aside = `public_before_${stamp}`
    const state = () =>
      `${server.psql(`select count(*) from pg_namespace where nspname like 'public\\_before%'`, 'shop')} ${count('shop')}`
    const started = performance.now()
    await start('in-place').ended
    const took = performance.now() - started
    expect(state()).toBe('1 40000')
    const wrong: string[] = []
    for (const moment of [0.4, 0.6, 0.8, 0.95]) {
      if (state() === '1 40000')
        server.psql(`drop schema public cascade; alter schema ${aside} rename to public`, 'shop')
      const { child, ended } = start('in-place')
      await wait(moment * took)
      child.kill('SIGKILL')
      await ended
      await sessionsEnded()
      if (!['0 100', '1 40000'].includes(state())) wrong.push(`at ${moment}: ${state()}`)
    }
    expect(wrong).toEqual([])
  })
})
