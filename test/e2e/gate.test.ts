import { join } from 'node:path'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { secretForms } from '../../src/domain/redaction.ts'
import { silentLog } from '../../src/ports/log.ts'
import { systemClock } from '../../src/host/clock.ts'
import { systemRandom } from '../../src/host/random.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { writeEvent } from '../../src/vault/ledger.ts'
import { makeSigningKeys, publicKeyOf } from '../../src/vault/signing.ts'
import { actionsApp } from '../support/github/commit-routes.ts'
import { type FakeGitHub, startFakeGitHub, tokens } from '../support/github/fake-github.ts'
import { flipped } from '../support/ports/damage.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { type ActionRun, runBuiltAction } from './built-action.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

const majors = await testMajors()
const commit = '0'.repeat(40)

describe('the built action gate', () => {
  const deploy = makeSigningKeys()
  let server: TestServer
  let workspace: Workspace
  let github: FakeGitHub
  beforeAll(async () => {
    github = await startFakeGitHub()
    server = await startServer({ major: majors.at(-1) ?? 17 })
    server.psql('create database shop')
    server.psql('create table orders as select generate_series(1, 1000) as id', 'shop')
    workspace = await createWorkspace({ url: server.url('shop'), bindir: server.bindir })
    const { backupVariables, verifyVariables, folder } = workspace
    const signing = {
      backup: publicKeyOf(backupVariables['LIFEBOAT_SIGNING_KEY'] ?? ''),
      verify: publicKeyOf(verifyVariables['LIFEBOAT_SIGNING_KEY'] ?? ''),
      deploy: deploy.publicKey,
    }
    await workspace.writeEnvironment({
      protected: true,
      signing,
      gate: { after: { environment: 'staging', 'variables-prefix': 'STAGING_' } },
    })
    await writeFile(
      join(folder, 'environments/staging.yml'),
      stringify({
        environment: 'staging',
        sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}' }],
        stores: [{ name: 'disk', type: 'local', path: '${STORE_FOLDER}' }],
        encryption: 'none',
        signing: { deploy: deploy.publicKey },
      }),
    )
    await writeFile(
      join(folder, 'event.json'),
      JSON.stringify({ repository: { private: true, default_branch: 'main' } }),
    )
    github.state.commits.rules.push({
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: [{ context: 'build', integration_id: actionsApp.id }],
      },
    })
  })
  afterAll(async () => {
    await workspace[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
    await github[Symbol.asyncDispose]()
  })

  const stagingStore = () => join(workspace.folder, '../staging-store')

  /** As a job has it that reads: no key, and the stores of both environments under the same names. */
  const gate = (inputs: Record<string, string> = {}, env: Record<string, string> = {}): Promise<ActionRun> =>
    runBuiltAction('gate', {
      inputs: { environment: 'e2e', version: '1.4.2', 'github-token': tokens.job, ...inputs },
      directory: workspace.folder,
      runnerTemp: workspace.runnerTemp,
      env: {
        STORE_FOLDER: workspace.store,
        STAGING_STORE_FOLDER: stagingStore(),
        GITHUB_API_URL: github.url,
        GITHUB_EVENT_PATH: join(workspace.folder, 'event.json'),
        ...env,
      },
    })

  it('refuses, and explains each condition in the summary', async () => {
    const run = await gate()
    expect([run.code, run.stderr]).toEqual([4, ''])
    expect(run.outputs).toMatchObject({
      verdict: 'failed',
      failure: 'refused',
      open: 'false',
      overridden: 'false',
    })
    expect(run.outputs['unmet']?.split('\n')).toEqual([
      'the newest backup is young enough',
      'the newest restore test is young enough and good',
      'the version was validated in the environment before',
      'the required checks of the commit are green',
    ])
    expect(run.summary).toContain('there is no backup of e2e yet')
    expect(run.summary).toContain('no drill is asked for')
    expect(run.summary).toContain('lifeboat verify --environment e2e')
    expect(run.summary).toContain('Deploy 1.4.2 to staging first')
    expect(github.state.issues).toEqual([])
  })

  it('opens once all of it was done', async () => {
    const backup = await workspace.backup()
    const verification = await workspace.verify()
    expect(backup.outputs['verdict']).toBe('passed')
    expect(verification.report?.failure).toBeNull()
    await writeEvent(
      'staging',
      {
        type: 'deploy',
        backupId: null,
        outcome: { verdict: 'passed', failure: null },
        details: { version: '1.4.2', state: 'stands', validated: true },
      },
      {
        stores: [await openLocalStore({ name: 'disk', path: stagingStore(), ephemeral: false })],
        clock: systemClock,
        random: systemRandom,
        run: {
          actor: 'e2e',
          reason: null,
          url: null,
          version: '0.1.0',
          machine: { cpu: 'x', cores: 1, memory: 1 },
        },
        log: silentLog,
        signal: new AbortController().signal,
        signingKey: deploy.secretKey,
      },
    )
    github.state.commits.checkRuns.push({
      id: 1,
      name: 'build',
      sha: commit,
      appId: actionsApp.id,
      status: 'completed',
      conclusion: 'success',
    })
    const run = await gate()
    expect([run.code, run.stderr]).toEqual([0, ''])
    expect(run.outputs).toMatchObject({ verdict: 'passed', failure: '', open: 'true', unmet: '' })
    expect(run.summary).toContain(backup.outputs['backup-id'])
    expect(run.summary).toContain('in staging: deployment stands, validated')
    const forms = workspace.secrets.flatMap(secretForms)
    expect(forms.filter((text) => run.visible.includes(text))).toEqual([])
  })

  it('can be overridden by whoever holds the key of deployments: ledger and issue say so', async () => {
    const refused = await gate({ version: '1.4.3', override: 'mends the leak' })
    expect(refused.outputs).toMatchObject({ failure: 'refused', open: 'false' })
    expect(github.state.issues).toEqual([])
    const run = await gate(
      { version: '1.4.3', override: 'mends the leak' },
      { LIFEBOAT_SIGNING_KEY: deploy.secretKey },
    )
    expect([run.code, run.stderr]).toEqual([0, ''])
    expect(run.outputs).toMatchObject({ verdict: 'degraded', open: 'true', overridden: 'true' })
    expect(run.visible).not.toContain(deploy.secretKey)
    expect(github.state.issues).toMatchObject([
      { title: expect.stringContaining('gate of e2e'), body: expect.stringContaining('mends the leak') },
    ])
    const folder = join(workspace.store, 'e2e/ledger')
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    const events = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
    expect(events.map((text) => JSON.parse(text) as unknown)).toContainEqual(
      expect.objectContaining({
        type: 'gate-override',
        reason: 'mends the leak',
        details: { version: '1.4.3', conditions: 'after' },
      }),
    )
    // The next gate that is open ends the trouble.
    expect((await gate()).outputs['verdict']).toBe('passed')
    expect(github.state.issues).toMatchObject([{ state: 'closed' }])
  })

  it('says how to give the variables of the environment before, when they are not there', async () => {
    const run = await gate({}, { STAGING_STORE_FOLDER: '' })
    expect(run.outputs).toMatchObject({ failure: 'refused', open: 'false' })
    expect(run.summary).toContain('STAGING&#95;')
  })

  it('closes, as the watch wakes, for a backup that was found damaged, though an older one came back since', async () => {
    const watch = () =>
      runBuiltAction('status', {
        inputs: { environment: 'e2e' },
        directory: workspace.folder,
        runnerTemp: workspace.runnerTemp,
        env: { STORE_FOLDER: workspace.store },
      })
    const older = (await readdir(join(workspace.store, 'e2e/backups')))[0] ?? ''
    const newer = (await workspace.backup()).outputs['backup-id'] ?? ''
    const folder = join(workspace.store, 'e2e/backups', newer, 'main')
    const file = join(folder, (await readdir(folder)).find((name) => name.startsWith('pack-')) ?? '')
    const bytes = await readFile(file)
    await writeFile(file, flipped(bytes, bytes.length >> 1))
    expect((await workspace.verify()).outputs).toMatchObject({ verdict: 'failed', failure: 'integrity' })
    expect((await workspace.verify({ backup: older })).outputs['verdict']).toBe('passed')

    const run = await gate()
    expect(run.outputs).toMatchObject({ failure: 'refused', open: 'false' })
    expect(run.outputs['unmet']).toBe('the newest restore test is young enough and good')
    expect(run.summary).toContain(`the newest restore test failed: ${newer}`)
    const seen = await watch()
    expect(seen.outputs['verdict']).toBe('failed')
    expect(seen.summary).toMatch(
      new RegExp(`${newer} is no recovery point, as the restore test of .* condemned it`),
    )

    await writeFile(file, bytes)
    expect((await workspace.verify()).outputs['verdict']).toBe('passed')
    expect((await gate()).outputs['open']).toBe('true')
    expect((await watch()).summary).not.toContain('no recovery point')
  })
})
