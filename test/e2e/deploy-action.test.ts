import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { secretForms } from '../../src/domain/redaction.ts'
import { makeSigningKeys, publicKeyOf } from '../../src/vault/signing.ts'
import { type FakeGitHub, startFakeGitHub, tokens } from '../support/github/fake-github.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer } from '../support/postgres/server.ts'
import { runBuiltAction } from './built-action.ts'
import { type CompositeRun, runComposite } from './composite-action.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

const majors = await testMajors()
const patience = 120_000

describe('the built action deploy-env, expanded from its action.yml,', () => {
  const opened = new AsyncDisposableStack()
  const deployKeys = makeSigningKeys()
  let workspace: Workspace
  let github: FakeGitHub
  let variables: Record<string, string> = {}
  const shown: string[] = []

  beforeAll(async () => {
    github = opened.use(await startFakeGitHub())
    const server = opened.use(await startServer({ major: majors.at(-1) ?? 17 }))
    server.psql('create database shop')
    server.psql('create table orders as select generate_series(1, 100) as id', 'shop')
    workspace = opened.use(await createWorkspace({ url: server.url('shop'), bindir: server.bindir }))
    const { backupVariables, verifyVariables, folder } = workspace
    const backupKey = backupVariables['LIFEBOAT_SIGNING_KEY'] ?? ''
    const verifyKey = verifyVariables['LIFEBOAT_SIGNING_KEY'] ?? ''
    await workspace.writeEnvironment({
      protected: true,
      signing: {
        backup: publicKeyOf(backupKey),
        verify: publicKeyOf(verifyKey),
        deploy: deployKeys.publicKey,
      },
      target: {
        type: 'command',
        restart: ['true'],
        deploy: ['./deploy.sh'],
        services: ['./services.sh'],
      },
      deploy: { validate: 'quick', url: 'https://shop.example' },
      gate: { backup: 'off', proof: 'off', after: 'off', checks: 'off' },
      validation: {
        // How fast a machine answers that has much to do is not what is tried here.
        latency: { postgres: '30s' },
        workers: [
          { type: 'sql', name: 'orders', source: 'main', sql: 'select count(*) = 100 from public.orders' },
        ],
        'left-out': ['restarts', 'disk', 'endpoints'].map((check) => ({ check, because: 'a test' })),
      },
    })
    await script('services.sh', servicesScript)
    await script('deploy.sh', deployScript)
    await writeFile(join(folder, 'version'), '1.0\n')
    await writeFile(
      join(folder, 'event.json'),
      JSON.stringify({ repository: { private: true, default_branch: 'main' } }),
    )
    variables = {
      ...backupVariables,
      ...verifyVariables,
      LIFEBOAT_SIGNING_KEY: deployKeys.secretKey,
      LIFEBOAT_BACKUP_SIGNING_KEY: backupKey,
      LIFEBOAT_VERIFY_SIGNING_KEY: verifyKey,
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
    }
  }, patience)
  afterAll(() => opened.disposeAsync())

  async function script(name: string, text: string): Promise<void> {
    await writeFile(join(workspace.folder, name), text)
    await chmod(join(workspace.folder, name), 0o755)
  }

  async function deploy(version: string, inputs: Record<string, string> = {}): Promise<CompositeRun> {
    const run = await runComposite('deploy-env', {
      inputs: {
        environment: 'e2e',
        version,
        confirm: 'e2e',
        reason: 'a test',
        deployment: 'create',
        ...inputs,
      },
      env: variables,
      directory: workspace.folder,
      runnerTemp: workspace.runnerTemp,
      token: tokens.job,
    })
    for (const step of [...Object.values(run.steps), ...Object.values(run.posts)]) shown.push(step.visible)
    // What comes at the end of the job comes whatever happened, decides nothing, and leaves nothing.
    expect(
      Object.entries(run.posts).map(([id, { code, leftovers }]) => [id, code, nonReports(leftovers)]),
    ).toEqual([['run', 0, []]])
    return run
  }
  const nonReports = (names: readonly string[]) =>
    names.filter((name) => !/^lifeboat-deploy-env-[0-9a-f-]+\.json$/.test(name))
  const codes = ({ steps }: CompositeRun) =>
    Object.entries(steps).map(([id, { code, signal }]) => `${id} ${signal ?? code}`)
  /** The first line of each summary; the job shows them one below the other. */
  const headings = ({ steps }: CompositeRun) =>
    Object.values(steps).flatMap(({ summary }) => (summary === '' ? [] : [summary.split('\n')[0]]))
  const inService = () => readFile(join(workspace.folder, 'version'), 'utf8')
  const openIssues = () => github.state.issues.filter(({ state }) => state === 'open')
  const states = (id: string | undefined) =>
    github.state.deployments.find((one) => String(one.id) === id)?.statuses.map(({ state }) => state)

  test(
    'hands on what the step that deploys has told, and adds nothing to its report',
    async () => {
      const run = await deploy('1.1')
      expect([run.outcome, codes(run)]).toEqual(['success', ['run 0', 'report 0']])
      expect(run.outputs).toEqual({
        'deployment-id': expect.stringMatching(/^\d+$/),
        url: 'https://shop.example',
        'backup-id': expect.stringMatching(/-post-deploy-1-1$/),
        state: 'stands',
        verdict: 'passed',
        failure: '',
        report: expect.stringContaining(workspace.runnerTemp),
      })
      expect(run.outputs).toEqual(run.steps['run']?.outputs)
      expect(run.steps['report']?.report).toMatchObject({ operation: 'deploy-env', verdict: 'passed' })
      expect(headings(run)).toEqual(['## ✅ Deployment of e2e passed'])
      expect(states(run.outputs['deployment-id'])).toEqual(['in_progress', 'success'])
      expect(openIssues()).toEqual([])
      expect(await inService()).toBe('1.1\n')
    },
    patience,
  )

  test(
    'fails with its outputs set, one summary and one issue, when the deployment fails and is taken back',
    async () => {
      const run = await deploy('2.0-unwell')
      // The first step decides how the action ends: the second only hands on.
      expect([run.outcome, codes(run)]).toEqual(['failure', ['run 8', 'report 0']])
      expect(run.outputs).toMatchObject({
        'backup-id': expect.stringMatching(/-pre-deploy-2-0-unwell$/),
        state: 'rolled-back',
        verdict: 'failed',
        failure: 'objective',
      })
      expect(run.outputs).toEqual(run.steps['run']?.outputs)
      expect(headings(run)).toEqual(['## ❌ Deployment of e2e failed'])
      expect(states(run.outputs['deployment-id'])).toEqual(['in_progress', 'failure'])
      expect(openIssues()).toMatchObject([{ body: expect.stringContaining('2.0-unwell'), comments: [] }])
      expect(await inService()).toBe('1.1\n')
    },
    patience,
  )

  test(
    'says that it was stopped, and wakes nobody, when the job is cancelled',
    async () => {
      const before = structuredClone(github.state.issues)
      const run = await deploy('3.0-cancelled')
      expect([run.outcome, codes(run)]).toEqual(['failure', ['run 130', 'report 0']])
      expect(run.outputs).toMatchObject({ verdict: 'failed', failure: 'cancelled' })
      expect(headings(run)).toEqual(['## ⏹️ Deployment of e2e cancelled'])
      expect(github.state.issues).toEqual(before)
    },
    patience,
  )

  test(
    'ends the trouble with the next deployment that is good',
    async () => {
      const run = await deploy('1.2', { steps: 'gate, backup, deploy' })
      expect(run.outputs).toMatchObject({ verdict: 'passed', state: 'stands' })
      expect(openIssues()).toEqual([])
    },
    patience,
  )

  test(
    'reports in its place when the step that deploys is killed halfway',
    async () => {
      const run = await deploy('4.0-killed')
      expect([run.outcome, codes(run)]).toEqual(['failure', ['run SIGKILL', 'report 6']])
      expect(run.steps['run']).toMatchObject({ outputs: {}, summary: '' })
      expect(run.outputs).toMatchObject({ verdict: 'failed', failure: 'unavailable', state: '' })
      expect(run.steps['report']?.report).toMatchObject({ operation: 'deploy-env', reason: 'a test' })
      expect(run.steps['report']?.report?.failure?.message).toContain('was cut off')
      expect(headings(run)).toEqual(['## ❌ Deployment of e2e failed'])
      expect(openIssues()).toMatchObject([{ body: expect.stringContaining('was cut off') }])
      // Nobody else would end the record that the step made.
      expect(states(run.outputs['deployment-id'])).toEqual(['in_progress', 'error'])
    },
    patience,
  )

  test(
    'wakes nobody when it is a dry run that is killed',
    async () => {
      const before = structuredClone(github.state.issues)
      await writeFile(join(workspace.folder, 'kill'), '')
      const run = await deploy('1.3', { 'dry-run': 'true' })
      await rm(join(workspace.folder, 'kill'))
      expect([run.outcome, codes(run)]).toEqual(['failure', ['run SIGKILL', 'report 6']])
      expect(run.steps['report']?.report).toMatchObject({ dryRun: true, verdict: 'failed' })
      expect(github.state.issues).toEqual(before)
    },
    patience,
  )

  test(
    'says so once when inputs are wrong',
    async () => {
      const run = await deploy('1.3', { rollback: 'sometimes', wait: 'a while' })
      expect([run.outcome, codes(run)]).toEqual(['failure', ['run 2', 'report 0']])
      expect(run.outputs).toMatchObject({ verdict: 'failed', failure: 'config', state: '' })
      expect(run.steps['report']?.report?.failure?.message).toMatch(/rollback.*wait/s)
      expect(headings(run)).toEqual(['## ❌ Deployment of e2e failed'])
    },
    patience,
  )

  // A step that never started has no outputs, and one that was left out is null.
  test.each(['', '{}', 'null', '{"state":"stands","url":"https://shop.example"}'])(
    'never takes %j for the end of a deployment',
    async (ran) => {
      const run = await runBuiltAction('deploy-env/report', {
        inputs: { environment: 'e2e', ran },
        env: { ...variables, GITHUB_API_URL: 'http://127.0.0.1:9' },
        directory: workspace.folder,
        runnerTemp: workspace.runnerTemp,
      })
      expect(run.code).toBe(6)
      expect(run.outputs).toMatchObject({ verdict: 'failed', failure: 'unavailable', state: '', url: '' })
      expect(run.summary).toContain('## ❌ Deployment of e2e failed')
      shown.push(run.visible)
    },
    patience,
  )

  test('no secret is in anything that was shown', () => {
    const all = shown.join('\n')
    expect(all.length).toBeGreaterThan(1_000)
    const secrets = [...workspace.secrets, deployKeys.secretKey, tokens.job]
    expect(secrets.flatMap(secretForms).filter((text) => all.includes(text))).toEqual([])
  })
})

const servicesScript = `#!/bin/sh
if [ -e kill ]; then kill -KILL $PPID; exit 1; fi
version=$(cat version)
status=running
case $version in *-unwell) status=unhealthy ;; esac
printf '[{"name":"web","status":"%s","version":"%s"}]' "$status" "$version"
`

/** PPID is the action. What ends it in the midst of its work is in the name of the version. */
const deployScript = `#!/bin/sh
case $LIFEBOAT_VERSION in
  *-killed) kill -KILL $PPID; exit 1 ;;
  *-cancelled) kill -INT $PPID; exec sleep 600 ;;
esac
echo "$LIFEBOAT_VERSION" > version
`
