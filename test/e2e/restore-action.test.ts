import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canaries } from '../support/oddities/create.ts'
import { secretForms } from '../../src/domain/redaction.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { type ActionRun, runBuiltAction } from './built-action.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

const majors = await testMajors()

describe('the built action restore', () => {
  let server: TestServer
  let workspace: Workspace
  let backup: ActionRun
  beforeAll(async () => {
    server = await startServer({ major: majors.at(-1) ?? 17 })
    server.psql('create database shop')
    server.psql(
      `create table orders (id int primary key, note text);
       insert into orders select i, '${canaries[0] ?? 'canary'}' from generate_series(1, 1000) i`,
      'shop',
    )
    workspace = await createWorkspace({ url: server.url('shop'), bindir: server.bindir })
    backup = await workspace.backup()
  })
  afterAll(async () => {
    await workspace[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  })

  /** As a job with reviewers has it: the database's own credentials, the identity, and the key that signs backups. */
  const restore = (inputs: Record<string, string>): Promise<ActionRun> =>
    runBuiltAction('restore', {
      inputs: { environment: 'e2e', ...inputs },
      directory: workspace.folder,
      runnerTemp: workspace.runnerTemp,
      env: { ...workspace.backupVariables, LIFEBOAT_IDENTITY: workspace.verifyIdentity },
    })

  it('sets its outputs, and shows the result in the job summary, without a secret or a row', async () => {
    const run = await restore({})
    expect([run.code, run.stderr, run.outputs]).toMatchObject([0, '', { verdict: 'passed', failure: '' }])
    expect(run.outputs['backup-id']).toBe(backup.outputs['backup-id'])
    expect(run.outputs['data-loss']).toMatch(/^\d+$/)
    const database = run.outputs['database'] ?? ''
    expect(server.psql('select count(*) from orders', database)).toBe('1000')
    expect(run.summary).toContain('beside what is in use')
    const forms = [...workspace.secrets, ...canaries].flatMap(secretForms)
    expect(forms.filter((text) => run.visible.includes(text))).toEqual([])
    expect(run.leftovers.filter((path) => !path.endsWith('.json'))).toEqual([])
    server.psql(`drop database "${database}"`)
  })

  it('refuses a swap that nobody has confirmed, and sets its outputs all the same', async () => {
    const run = await restore({ mode: 'swap', confirm: 'production', reason: 'a test' })
    expect(run.code).toBe(4)
    expect(run.outputs).toMatchObject({ verdict: 'failed', failure: 'refused', database: '' })
  })

  it('takes a target from a secret variable, which no output repeats', async () => {
    const url = server.url('shop_elsewhere')
    const run = await runBuiltAction('restore', {
      inputs: { environment: 'e2e', tables: 'public.orders' },
      directory: workspace.folder,
      runnerTemp: workspace.runnerTemp,
      env: {
        ...workspace.backupVariables,
        LIFEBOAT_IDENTITY: workspace.verifyIdentity,
        LIFEBOAT_TARGET_URL: url,
      },
    })
    expect(run).toMatchObject({ code: 0, outputs: { database: 'shop_elsewhere' } })
    expect(run.visible).not.toContain(url)
  })
})
