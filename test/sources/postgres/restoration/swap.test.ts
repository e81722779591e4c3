import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp, prove, type TestBackup } from '../../../support/postgres/backup.ts'
import { testMajors } from '../../../support/postgres/install.ts'
import { createOddities } from '../../../support/oddities/create.ts'
import { openRestoration, stamp } from '../../../support/postgres/restoration.ts'
import { startServer, type TestServer } from '../../../support/postgres/server.ts'

describe.each(await testMajors())(
  'PostgreSQL %i: a restore that takes the place of the database in use',
  (major) => {
    let server: TestServer
    let backup: TestBackup
    beforeAll(async () => {
      server = await startServer({
        major,
        settings: { wal_level: 'logical', max_prepared_transactions: '5' },
      })
      server.psql('create role keeper; create role clerk login; create database shop')
      server.psql(
        `create table orders (id int primary key, note text); insert into orders select i, 'n' || i from generate_series(1, 2000) i;
       alter database shop set work_mem = '5MB'; alter database shop connection limit 44; alter database shop owner to keeper`,
        'shop',
      )
      backup = await backUp(server.url('shop'), major)
    })
    afterAll(() => server[Symbol.asyncDispose]())
    const databases = () =>
      server.psql('select datname from pg_database where not datistemplate order by 1').split('\n')
    const drop = (...names: string[]) =>
      names.forEach((name) => server.psql(`drop database "${name}" with (force)`))
    const kept = `shop_before_${stamp}`

    it('keeps the old one with all that was written since, and ends the sessions of clients that come back at once', async () => {
      server.psql("insert into orders values (5000, 'later')", 'shop')
      const clients = Array.from({ length: 6 }, () => new Reconnecting(server.url('shop')))
      try {
        await using restore = await openRestoration(backup, { mode: 'swap' })
        const inspection = await restore.inspect()
        expect(inspection.findings.filter(({ level }) => level === 'refuse')).toEqual([])
        expect(inspection).toMatchObject({ present: 'there', keptAs: kept })
        await restore.restore()
        expect(restore.trouble()).toEqual([])
        expect(server.psql('select count(*) from orders where id = 5000', 'shop')).toBe('1')
        const result = await restore.exchange()
        expect(result.keptAs).toBe(kept)
      } finally {
        await Promise.all(clients.map((client) => client.stop()))
      }
      expect(clients.every((client) => client.answers > 0)).toBe(true)
      expect(databases()).toEqual(['postgres', 'shop', kept])
      expect(server.psql('select count(*) from orders', 'shop')).toBe('2000')
      expect(server.psql('select count(*) from orders', kept)).toBe('2001')
      expect(
        server.psql(`select pg_get_userbyid(datdba), datconnlimit from pg_database where datname = 'shop'`),
      ).toBe('keeper|44')
      expect(server.psql('show work_mem', 'shop')).toBe('5MB')

      // Once more: the name for the old one is taken, so it gets another.
      await using again = await openRestoration(backup, { mode: 'swap' })
      await again.restore()
      expect((await again.exchange()).keptAs).toBe(`${kept}_2`)
      drop(kept, `${kept}_2`)
    })

    it('is refused for what is bound to the database in use, unless each is answered', async () => {
      server.psql("select pg_create_logical_replication_slot('audit', 'pgoutput')", 'shop')
      server.psql("begin; insert into orders values (6000, 'prepared'); prepare transaction 'half'", 'shop')
      const bound = ['logical slot audit', 'prepared transaction half']
      await using refused = await openRestoration(backup, { mode: 'swap' })
      const { findings } = await refused.inspect()
      expect(findings.find(({ level }) => level === 'refuse')?.subjects).toEqual(bound)
      await expect(refused.restore()).rejects.toMatchObject({ kind: 'refused', subjects: bound })
      expect(databases()).toEqual(['postgres', 'shop'])

      await using half = await openRestoration(backup, { mode: 'swap', answered: ['audit'] })
      const { findings: stillRefused } = await half.inspect()
      expect(stillRefused.find(({ level }) => level === 'refuse')).toMatchObject({
        subjects: bound,
        hint: expect.stringContaining('such as "logical slot NAME"'),
      })
      expect(stillRefused.find(({ text }) => text.includes('fits nothing'))?.subjects).toEqual(['audit'])

      await using answered = await openRestoration(backup, { mode: 'swap', answered: bound })
      await answered.restore()
      const { next } = await answered.exchange()
      expect(next.map(({ subjects }) => subjects)).toEqual([['audit'], ['half'], []])
      expect(server.psql('select count(*) from orders where id = 6000', kept)).toBe('0')
      server.psql("select pg_drop_replication_slot('audit')", kept)
      drop(kept)
    })

    it('takes the place of a database that is called postgres, and never of a template', async () => {
      await using restore = await openRestoration(backup, { mode: 'swap', target: 'postgres' })
      await restore.restore()
      const { keptAs } = await restore.exchange()
      expect(server.psql('select count(*) from orders', 'postgres')).toBe('2000')
      server.psql('drop database postgres', 'template1')
      server.psql(`alter database "${keptAs}" rename to postgres`, 'template1')
      await expect(openRestoration(backup, { mode: 'swap', target: 'template1' })).rejects.toMatchObject({
        kind: 'refused',
      })
    })

    it('is refused when the backup is of another database than the file names, unless it is named', async () => {
      const url = server.url('elsewhere')
      await expect(openRestoration(backup, { mode: 'swap', url })).rejects.toMatchObject({ kind: 'refused' })
      await using named = await openRestoration(backup, { mode: 'swap', url, target: 'elsewhere' })
      expect((await named.inspect()).place).toContain('elsewhere')
    })

    it('is not stopped by the database being gone, which is said', async () => {
      server.psql('alter database shop rename to elsewhere')
      await using restore = await openRestoration(backup, { mode: 'swap' })
      const inspection = await restore.inspect()
      expect(inspection).toMatchObject({ present: 'gone', keptAs: null })
      await restore.restore()
      expect(await restore.exchange()).toMatchObject({ keptAs: null })
      expect(server.psql('select count(*) from orders', 'shop')).toBe('2000')
      drop('elsewhere')
    })

    it('brings back everything that is hard to restore, and the result can be backed up and proven again', async () => {
      server.psql('create database odd')
      await createOddities(server.url('odd'), { major, bindir: server.bindir })
      const odd = await backUp(server.url('odd'), major)
      await using restore = await openRestoration(odd, { mode: 'swap', jobs: 2 })
      const answered = (await restore.inspect()).findings
        .filter(({ level }) => level === 'refuse')
        .flatMap(({ subjects }) => subjects ?? [])
      await using answering = await openRestoration(odd, { mode: 'swap', answered })
      await answering.restore()
      expect(answering.checks.filter(({ status }) => status === 'failed')).toEqual([])
      await answering.exchange()
      const again = await prove(await backUp(server.url('odd'), major))
      expect(again.checks.filter(({ status }) => status === 'failed')).toEqual([])
    })
  },
)

/** A client that asks all the time, and connects again as soon as it is thrown out. */
class Reconnecting {
  answers = 0
  private stopped = false
  private readonly running: Promise<void>

  constructor(url: string) {
    this.running = this.run(url)
  }

  private async run(url: string): Promise<void> {
    while (!this.stopped) {
      const client = new Client(url)
      client.on('error', () => undefined)
      try {
        await client.connect()
        while (!this.stopped) {
          await client.query('select count(*) from orders')
          this.answers += 1
        }
      } catch {
        // It comes back.
      } finally {
        await client.end().catch(() => undefined)
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true
    await this.running
  }
}
