import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShop, placeOrders } from '../../examples/shop/generate.ts'
import { secretForms } from '../../src/domain/redaction.ts'
import { canaries, createOddities } from '../support/oddities/create.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer } from '../support/postgres/server.ts'
import type { TestServer } from '../support/postgres/server.ts'
import type { ActionRun } from './built-action.ts'
import { createWorkspace } from './workspace.ts'
import type { Workspace } from './workspace.ts'

describe.each(await testMajors())('the built actions, on PostgreSQL %i', (major) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ major })
  })
  afterAll(async () => server[Symbol.asyncDispose]())

  describe('with the shop', () => {
    let workspace: Workspace
    let backup: ActionRun
    let proof: ActionRun
    beforeAll(async () => {
      server.psql('create database shop')
      // Large enough for artifacts of many MiB beside the packs of small files.
      await createShop(server.url('shop'), { megabytes: 60 })
      await placeOrders(server.url('shop'), 3)
      server.psql(
        "insert into shop.customers (email, name, address) values ('canary-row-7d1f0c9a55@x.example', 'canary-row-7d1f0c9a55', '{}')",
        'shop',
      )
      workspace = await createWorkspace({
        url: server.url('shop'),
        bindir: server.bindir,
        source: {
          freshness: 'select max(placed_at) from shop.orders',
          checks: [{ name: 'there are customers', sql: 'select exists (select from shop.customers)' }],
        },
      })
      backup = await workspace.backup({ label: 'first' })
      proof = await workspace.verify()
    })
    afterAll(async () => workspace[Symbol.asyncDispose]())

    it('a backup passes and sets its outputs', () => {
      expect(said(backup)).toMatchObject({ code: 0, outputs: { verdict: 'passed', failure: '' } })
      expect(backup.outputs['backup-id']).toMatch(/^\d{8}T\d{6}Z-[a-z0-9]{5}-first$/)
      expect(Number(backup.outputs['size'])).toBeGreaterThan(0)
      expect(backup.outputs['duration']).toMatch(/^\d+$/)
      expect(backup.report?.backupId).toBe(backup.outputs['backup-id'])
    })

    it('its proof passes without the source, and measures RTO and RPO', () => {
      expect(said(proof)).toMatchObject({ code: 0, outputs: { verdict: 'passed', failure: '' } })
      expect(proof.outputs['backup-id']).toBe(backup.outputs['backup-id'])
      expect(proof.outputs['rto']).toMatch(/^\d+$/)
      expect(proof.outputs['rpo']).toMatch(/^\d+$/)
      expect(proof.outputs['proof']).toContain(`e2e/proofs/${backup.outputs['backup-id']}/`)
    })

    it('every table of the shop was compared and is equal', () => {
      const tables = proof.report?.tables ?? []
      expect(tables.filter((table) => table.status !== 'equal')).toEqual([])
      const names = tables.map((table) => table.name)
      for (const table of ['customers', 'products', 'orders_2024_01', 'order_items', 'payments', 'uploads']) {
        expect(names.some((name) => name.includes(table))).toBe(true)
      }
    })

    it('both tell their verdict in the job summary', () => {
      expect(backup.summary).toContain(backup.outputs['backup-id'])
      expect(proof.summary).toContain('RTO')
      expect(proof.summary).toContain('RPO')
    })

    it('neither leaves a file in the temporary folder but its report', () => {
      expect(backup.leftovers).toEqual([])
      // The first run's report is still there.
      expect(proof.leftovers.filter((path) => !path.endsWith('.json'))).toEqual([])
    })

    it('no secret and no row is to be seen anywhere', async () => {
      for (const text of [backup.visible, proof.visible, ...(await storedTexts(workspace))]) {
        expect(leaks(text, workspace)).toEqual([])
      }
    })
  })

  describe('with every oddity', () => {
    let workspace: Workspace
    let backup: ActionRun
    let proof: ActionRun
    beforeAll(async () => {
      server.psql('create database oddities')
      await createOddities(server.url('oddities'), { major, bindir: server.bindir })
      workspace = await createWorkspace({ url: server.url('oddities'), bindir: server.bindir })
      backup = await workspace.backup()
      proof = await workspace.verify()
    })
    afterAll(async () => workspace[Symbol.asyncDispose]())

    it('a backup is made and says what pg_dump left out', () => {
      expect(said(backup)).toMatchObject({ code: 0, outputs: { verdict: 'degraded', failure: '' } })
      expect(JSON.stringify(backup.report)).toContain('belongs_to_extension')
    })

    it('no check of its proof failed', () => {
      expect(proof.report?.checks.filter((check) => check.status === 'failed')).toEqual([])
      expect(said(proof).outputs['verdict']).not.toBe('failed')
      expect(proof.code).toBe(0)
    })

    it('no table came back different', () => {
      const tables = proof.report?.tables ?? []
      expect(tables.length).toBeGreaterThan(550)
      expect(
        tables.filter(({ status }) => ['different', 'missing', 'unproven', 'dumped'].includes(status)),
      ).toEqual([])
    })

    it('no secret and no row is to be seen anywhere', async () => {
      for (const text of [backup.visible, proof.visible, ...(await storedTexts(workspace))]) {
        expect(leaks(text, workspace)).toEqual([])
      }
    })
  })
})

/** What of the canaries and secrets can be seen, in whatever form. */
function leaks(text: string, workspace: Workspace): string[] {
  const forms = [...workspace.secrets, ...canaries].flatMap(secretForms)
  return forms.filter((form) => text.includes(form))
}

/** Every object of the store, sealed ones too, byte by byte. */
async function storedTexts({ store }: Workspace): Promise<string[]> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  if (files.length < 5) throw new Error('the store holds less than a backup and a proof')
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
}

/** The run with its log at hand, so that a failed expectation shows why. */
function said(run: ActionRun): Pick<ActionRun, 'code' | 'outputs'> & { log: string } {
  return { code: run.code, outputs: run.outputs, log: `${run.stdout}\n${run.stderr}` }
}
