import { describe, expect, test } from 'vitest'
import { createDeployments } from '../../src/github/deployments.ts'
import { createMasks } from '../../src/github/masks.ts'
import type { FakeDeployment } from '../support/github/deployment-routes.ts'
import { type FakeGitHub, startFakeGitHub, tokens, users } from '../support/github/fake-github.ts'

const commit = 'a'.repeat(40)
const runId = 4_711
const logUrl = 'https://github.example/owner/repository/actions/runs/4711'

function deploymentsOf(github: FakeGitHub, masks = createMasks(), run = runId) {
  return createDeployments({
    token: tokens.job,
    apiUrl: github.url,
    owner: 'owner',
    repository: 'repository',
    signal: new AbortController().signal,
    isPaced: false,
    second: 2,
    commit,
    runId: run,
    logUrl,
    masks,
  })
}

/** What GitHub makes when a job names an `environment:`. */
function madeForJob(github: FakeGitHub, run: number, state = 'in_progress', environment = 'production') {
  const { nextId, now, deployments } = github.state
  const deployment: FakeDeployment = {
    id: nextId(),
    environment,
    sha: commit,
    description: null,
    production: false,
    payload: {},
    creator: users.person,
    createdAt: now(),
    statuses: [],
  }
  for (const each of state === 'in_progress' ? ['in_progress'] : ['in_progress', state]) {
    deployment.statuses.push({
      id: nextId(),
      state: each,
      description: '',
      environmentUrl: '',
      logUrl: `https://github.example/owner/repository/actions/runs/${run}/job/${run}99`,
      createdAt: now(),
    })
  }
  deployments.push(deployment)
  return deployment
}

const states = (deployment: FakeDeployment | undefined) => deployment?.statuses.map(({ state }) => state)

describe('the deployment that GitHub made for the job', () => {
  test('is found by the run in the address of its log, among others of the environment', async () => {
    await using github = await startFakeGitHub()
    madeForJob(github, 1, 'success')
    const own = madeForJob(github, runId)
    madeForJob(github, 47_110)
    madeForJob(github, runId, 'in_progress', 'staging')
    const adopted = await deploymentsOf(github).adopt('production')
    expect(adopted).toMatchObject({ id: own.id, adopted: true })
  })

  test('of an earlier attempt of the run is not taken for that of this one', async () => {
    await using github = await startFakeGitHub()
    madeForJob(github, runId, 'failure')
    expect(await deploymentsOf(github).adopt('production')).toBeNull()
    const own = madeForJob(github, runId)
    expect((await deploymentsOf(github).adopt('production'))?.id).toBe(own.id)
  })

  test('is none where the job names no environment, or one without deployments', async () => {
    await using github = await startFakeGitHub()
    expect(await deploymentsOf(github).adopt('production')).toBeNull()
    madeForJob(github, 1)
    expect(await deploymentsOf(github).adopt('production')).toBeNull()
  })

  test('is not the one that we ourselves made in the same run', async () => {
    await using github = await startFakeGitHub()
    const made = await deploymentsOf(github).create('production', { description: 'x', production: true })
    await made.tell('in_progress', { description: 'at it', url: null })
    expect(await deploymentsOf(github).adopt('production')).toBeNull()
  })

  test('is not called a success before the job has ended: GitHub does that', async () => {
    await using github = await startFakeGitHub()
    const own = madeForJob(github, runId)
    const adopted = await deploymentsOf(github).adopt('production')
    await adopted?.tell('success', { description: '1.4.2 stands', url: 'https://shop.example' })
    expect(own.statuses.at(-1)).toMatchObject({
      state: 'in_progress',
      description: '1.4.2 stands',
      environmentUrl: 'https://shop.example',
      logUrl,
    })
    await adopted?.tell('failure', { description: 'rolled back', url: null })
    expect(own.statuses.at(-1)).toMatchObject({ state: 'failure', environmentUrl: '' })
  })
})

describe('a deployment of our own', () => {
  test('is of the commit, waits for no statuses, merges nothing, and leads to the run', async () => {
    await using github = await startFakeGitHub()
    const made = await deploymentsOf(github).create('production', {
      description: 'shop 1.4.2',
      production: true,
    })
    expect(made.adopted).toBe(false)
    expect(github.state.deployments).toMatchObject([
      {
        id: made.id,
        sha: commit,
        environment: 'production',
        production: true,
        description: 'shop 1.4.2',
        payload: { workflow_run_id: runId },
      },
    ])
  })

  test('is found again by the same run until it has ended, and by no other', async () => {
    await using github = await startFakeGitHub()
    const deployments = deploymentsOf(github)
    madeForJob(github, runId)
    expect(await deployments.unfinished('production')).toBeNull()
    const made = await deployments.create('production', { description: 'deploy 1.1', production: true })
    await made.tell('in_progress', { description: '', url: null })
    expect((await deployments.unfinished('production'))?.id).toBe(made.id)
    expect(await deployments.unfinished('staging')).toBeNull()
    expect(await deploymentsOf(github, createMasks(), runId + 1).unfinished('production')).toBeNull()
    await made.tell('failure', { description: '', url: null })
    expect(await deployments.unfinished('production')).toBeNull()
  })

  test('of production retires its former successes, and nothing else', async () => {
    await using github = await startFakeGitHub()
    const deployments = deploymentsOf(github)
    const make = async (environment: string, end: 'success' | 'failure', production = true) => {
      const made = await deployments.create(environment, { description: 'x', production })
      await made.tell('in_progress', { description: 'at it', url: null })
      await made.tell(end, { description: 'done', url: null })
    }
    await make('production', 'success')
    await make('production', 'failure')
    await make('eu', 'success')
    await make('production', 'success')
    expect(github.state.deployments.map(states)).toEqual([
      ['in_progress', 'success', 'inactive'],
      ['in_progress', 'failure'],
      ['in_progress', 'success'],
      ['in_progress', 'success'],
    ])
  })

  test('of another environment leaves that to GitHub, which does it', async () => {
    await using github = await startFakeGitHub()
    const deployments = deploymentsOf(github)
    for (let count = 0; count < 2; count += 1) {
      const made = await deployments.create('staging', { description: 'x', production: false })
      await made.tell('success', { description: 'done', url: null })
    }
    expect(github.state.deployments.map(states)).toEqual([['success', 'inactive'], ['success']])
    expect(github.seen.filter(({ method }) => method === 'POST')).toHaveLength(4)
  })

  test('has descriptions that fit, without secrets, and only web addresses', async () => {
    await using github = await startFakeGitHub()
    const masks = createMasks()
    masks.add('s3cr3t-token')
    const made = await deploymentsOf(github, masks).create('production', {
      description: `s3cr3t-token ${'long '.repeat(60)}`,
      production: true,
    })
    const url = 'javascript:alert(1)'
    await made.tell('success', { description: `s3cr3t-token\n${'long '.repeat(60)}`, url })
    const [deployment] = github.state.deployments
    const status = deployment?.statuses[0]
    for (const text of [deployment?.description ?? '', status?.description ?? '']) {
      expect(text).toMatch(/^\*\*\* long .*…$/)
      expect(text).toHaveLength(140)
    }
    expect(status?.environmentUrl).toBe('')
  })

  test('without the right is `access`, and the hint names the permission', async () => {
    await using github = await startFakeGitHub()
    github.state.mayDeploy = false
    const making = deploymentsOf(github).create('production', { description: 'x', production: true })
    await expect(making).rejects.toMatchObject({
      kind: 'access',
      hint: expect.stringContaining('deployments: write'),
    })
  })
})
