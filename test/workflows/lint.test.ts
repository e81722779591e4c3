import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initInto } from '../support/workflows/adopted.ts'
import { actionFiles, readAction, readWorkflow, workflowFiles } from '../support/workflows/read.ts'
import { toolOrSkip, type ToolName } from '../support/workflows/tools.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** A repository for the linters: our workflows and actions, and what init writes for every kind of adopter. */
let staged = ''

beforeAll(async () => {
  staged = await mkdtemp(join(tmpdir(), 'lifeboat-lint-'))
  for (const folder of ['.github', 'actions']) {
    await cp(join(root, folder), join(staged, folder), {
      recursive: true,
      filter: (path) => !path.endsWith('/dist'),
    })
  }
  await run('git', ['init', '--quiet', staged])
  const s3 = { store: 's3', bucket: 'backups' }
  await initInto(staged, {
    environment: 'adopted-keys',
    ...s3,
    endpoint: 'https://s3.example.org',
    'pull-requests': 'true',
  })
  await initInto(staged, {
    environment: 'adopted-oidc',
    ...s3,
    credentials: 'oidc',
    'pull-requests': 'true',
  })
  await initInto(staged, {
    environment: 'adopted-local',
    store: 'local',
    path: '/srv/backups',
    'heartbeat-name': 'PING_URL',
  })
})

afterAll(async () => rm(staged, { recursive: true, force: true }))

/** Everything a linter has to say; empty when it is content. The test is skipped when it could not be had. */
async function complaints(
  skip: (note: string) => never,
  tool: ToolName,
  args: readonly string[],
): Promise<string> {
  const path = await toolOrSkip(tool, skip)
  return run(path, [...args], { cwd: staged }).then(
    () => '',
    (error: unknown) =>
      error instanceof Error && 'stdout' in error && 'stderr' in error
        ? `${String(error.stdout)}${String(error.stderr)}`
        : String(error),
  )
}

/** Each line of each workflow that fits, with its file. */
async function lines(pattern: RegExp): Promise<string[]> {
  const all = await Promise.all(
    (await workflowFiles(staged)).map(async (file) =>
      (await readFile(file, 'utf8'))
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${relative(staged, file)}: ${line.trim()}`),
    ),
  )
  return all.flat()
}

async function jobs() {
  const workflows = await Promise.all(
    (await workflowFiles(staged)).map(async (file) => ({ file, workflow: await readWorkflow(file) })),
  )
  return workflows.flatMap(({ file, workflow }) =>
    Object.entries(workflow.jobs).map(([name, job]) => ({
      place: `${relative(staged, file)} ${name}`,
      job,
      isScheduled: workflow.on.schedule !== undefined,
    })),
  )
}

describe('every workflow, ours and those that init writes', () => {
  it('is accepted by actionlint', async ({ skip }) => {
    const found = await complaints(skip, 'actionlint', ['-no-color', ...(await workflowFiles(staged))])
    expect(found).toBe('')
  })

  it('is accepted by zizmor at its most pedantic', async ({ skip }) => {
    const found = await complaints(skip, 'zizmor', [
      '--offline',
      '--no-progress',
      '--quiet',
      '--persona',
      'pedantic',
      '.',
    ])
    expect(found).toBe('')
  })

  it('fits the published schema of workflows', async ({ skip }) => {
    const files = await workflowFiles(staged)
    const found = await complaints(skip, 'check-jsonschema', [
      '--builtin-schema',
      'vendor.github-workflows',
      ...files,
    ])
    expect(found).toBe('')
  })

  it('has each action that it uses pinned to a full commit, with the version beside it', async () => {
    const uses = await lines(/^\s*(- )?uses:/)
    expect(uses.length).toBeGreaterThan(10)
    expect(
      uses.filter((line) => !/uses: (\.\/\S+|[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # \S+)$/.test(line)),
    ).toEqual([])
  })

  it('grants nothing at the top, and each grant of a job has its reason beside it', async () => {
    const files = await workflowFiles(staged)
    const tops = await Promise.all(files.map(async (file) => (await readWorkflow(file)).permissions))
    expect(tops).toEqual(files.map(() => ({})))
    const grants = await lines(/^ {6}[\w-]+: (read|write)\b/)
    expect(grants.length).toBeGreaterThan(10)
    expect(grants.filter((line) => !/ # \w/.test(line))).toEqual([])
  })

  it('puts no expression into a script', async () => {
    const scripts = (await jobs()).flatMap(({ place, job }) =>
      job.steps.flatMap((step) => (step.run === undefined ? [] : [`${place}: ${step.run}`])),
    )
    expect(scripts.length).toBeGreaterThan(3)
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
  })

  it('bounds the time of each job', async () => {
    const unbounded = (await jobs()).filter(({ job }) => job['timeout-minutes'] === undefined)
    expect(unbounded.map(({ place }) => place)).toEqual([])
  })

  it('leaves no credentials of checkout behind', async () => {
    const checkouts = (await jobs()).flatMap(({ job }) =>
      job.steps.filter((step) => step.uses?.startsWith('actions/checkout@')),
    )
    expect(checkouts.length).toBeGreaterThan(5)
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  })
})

describe('a job that holds an identity', () => {
  const holders = async () => (await jobs()).filter(({ job }) => job.env?.['LIFEBOAT_IDENTITY'] !== undefined)

  it('uses no cache', async () => {
    const steps = (await holders()).flatMap(({ job }) => job.steps.map((step) => step.uses ?? ''))
    expect(steps.length).toBeGreaterThan(3)
    expect(steps.filter((uses) => /cache|setup-/.test(uses))).toEqual([])
  })

  const withDatabase = async () =>
    (await holders()).filter(({ job }) => job.env?.['DATABASE_URL'] !== undefined)

  it('does not hold the database URL, but to restore, to recover or to deploy', async () => {
    const places = (await withDatabase()).map(({ place }) => place)
    expect(
      places.filter(
        (place) => !/(?<=^|-|\/)(restore|recover|deploy)\.yml (restore|recover|deploy)$/.test(place),
      ),
    ).toEqual([])
  })

  it('and the database URL starts by hand alone, in the environment that has reviewers', async () => {
    const both = await withDatabase()
    expect(both.length).toBeGreaterThan(3)
    expect(both.filter(({ isScheduled }) => isScheduled)).toEqual([])
    const roles = both.map(({ job }) => job.environment?.name ?? 'none')
    expect(roles.filter((name) => /^none$|-(backup|verify|retention|gate)$/.test(name))).toEqual([])
  })
})

describe('a job that tries a pull request', () => {
  it('is given secrets in no step but the one that opens the backup', async () => {
    const triers = (await jobs()).filter(({ job }) =>
      job.steps.some((step) => /actions\/validate-pr@/.test(step.uses ?? '')),
    )
    expect(triers.length).toBe(4)
    for (const { job } of triers) {
      expect(job.env).toBeUndefined()
      const holders = job.steps.filter((step) => JSON.stringify(step).includes('secrets.'))
      expect(holders.every((step) => /actions\/open-backup@/.test(step.uses ?? ''))).toBe(true)
    }
  })

  it('is told by jobs that check nothing out and run no script', async () => {
    const tellers = (await jobs()).filter(({ job }) =>
      job.steps.some((step) => /actions\/report-pr@/.test(step.uses ?? '')),
    )
    expect(tellers.length).toBe(4)
    const uses = tellers.flatMap(({ job }) =>
      job.steps.map((step) => step.uses ?? `script ${step.run ?? ''}`),
    )
    expect(uses.filter((name) => !/actions\/(report-pr|download-artifact)@/.test(name))).toEqual([])
  })
})

describe('the verdict of a trial on rows', () => {
  it('leaves its job as an output, by the step that was given it, and reaches the job that tells it', async () => {
    const all = (await jobs()).map(({ job }) => job)
    const tries = all.filter(({ steps }) => steps.some((step) => step.with?.['on'] === 'rows'))
    const tells = all
      .flatMap(({ steps }) => steps)
      .filter((step) => step.uses?.includes('/actions/report-pr@') && step.with?.['outcome'] !== undefined)
    expect(tries.map(({ outputs }) => outputs?.['verdict'])).toEqual(
      Array(2).fill('${{ steps.try.outputs.verdict }}'),
    )
    expect(tells.map((step) => step.with?.['verdict'])).toEqual(
      Array(2).fill('${{ needs.rows.outputs.verdict }}'),
    )
    expect(tries.map(({ steps }) => steps.find((step) => step.with?.['on'] === 'rows')?.id)).toEqual([
      'try',
      'try',
    ])
  })
})

describe('our schedules', () => {
  it.each(['backup.yml', 'verify-restore.yml'])(
    'in %s name an environment for each cron line, and no other',
    async (name) => {
      const file = join(root, '.github/workflows', name)
      const cron = (await readWorkflow(file)).on.schedule?.map((entry) => entry.cron) ?? []
      const text = await readFile(file, 'utf8')
      const chosen = [...text.matchAll(/github\.event\.schedule == '([^']+)' && '(\w+)'/g)]
      expect(chosen.map(([, line]) => line)).toEqual(cron)
      expect(chosen.map(([, , environment]) => environment)).toEqual(['dev', 'staging', 'production'])
    },
  )
})

describe('what people fill in, and what keeps dependencies fresh,', () => {
  it('fits the published schemas of issue forms and dependabot', async ({ skip }) => {
    const found: string[] = []
    for (const [schema, ...files] of [
      ['vendor.github-issue-forms', 'ISSUE_TEMPLATE/bug.yml', 'ISSUE_TEMPLATE/idea.yml'],
      ['vendor.github-issue-config', 'ISSUE_TEMPLATE/config.yml'],
      ['vendor.dependabot', 'dependabot.yml'],
    ]) {
      const paths = files.map((file) => join('.github', file))
      found.push(await complaints(skip, 'check-jsonschema', ['--builtin-schema', schema ?? '', ...paths]))
    }
    expect(found).toEqual(['', '', ''])
  })
})

describe('each action file', () => {
  it('fits the published schema of actions', async ({ skip }) => {
    const files = await actionFiles(staged)
    expect(files.length).toBeGreaterThan(0)
    const found = await complaints(skip, 'check-jsonschema', [
      '--builtin-schema',
      'vendor.github-actions',
      ...files,
    ])
    expect(found).toBe('')
  })

  it('has every input that the workflows give it', async () => {
    const unknown: string[] = []
    let seen = 0
    for (const { place, job } of await jobs()) {
      for (const step of job.steps) {
        const name = /(?:^|\/)actions\/(backup|verify-restore)(?:@|$)/.exec(step.uses ?? '')?.[1]
        if (name === undefined) continue
        seen += 1
        const { inputs } = await readAction(join(staged, 'actions', name, 'action.yml'))
        for (const key of Object.keys(step.with ?? {}))
          if (!(key in inputs)) unknown.push(`${place}: ${name} ${key}`)
      }
    }
    expect(seen).toBeGreaterThan(8)
    expect(unknown).toEqual([])
  })
})
