import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ValidateInput } from '../../../src/operations/pull-request/validate.ts'
import { testMajors } from '../../support/postgres/install.ts'
import {
  pullRequestEnvironment,
  type Tried,
  trialContext,
  tryPullRequest,
} from '../../support/postgres/pull-request.ts'

const major = (await testMajors()).at(-1) ?? 15
const shop = {
  'migrations/001.sql': 'create table orders ();',
  'migrations/002.sql': 'create table notes ();',
  'sql/e.sql': 'drop table orders;',
  'm2/003.sql': 'drop table orders;',
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proposed-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A checkout; what begins with `->` is a link to the rest. */
async function checkout(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const root = join(folder, name)
  await mkdir(root)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    if (text.startsWith('->')) await symlink(text.slice(2), join(root, path))
    else await writeFile(join(root, path), text)
  }
  return root
}

const without = (files: Readonly<Record<string, string>>, ...gone: string[]) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !gone.includes(path)))

async function tryIt(
  base: Readonly<Record<string, string>>,
  proposed: Readonly<Record<string, string>>,
  { files = 'migrations/*.sql', on = 'shape' }: { files?: string; on?: ValidateInput['on'] } = {},
): Promise<Tried> {
  await using trial = await trialContext(major)
  return await tryPullRequest(
    await pullRequestEnvironment({ migrations: { files } }),
    {
      on,
      base: await checkout('base', base),
      proposed: await checkout('proposed', proposed),
      openTrial: null,
    },
    trial,
  )
}

const links: [what: string, proposed: Record<string, string>, named: string, files?: string][] = [
  ['is a migration', { ...shop, 'migrations/003.sql': '->../sql/e.sql' }, 'migrations/003.sql'],
  ['leads nowhere here', { ...shop, 'migrations/003.sql': '->/nowhere' }, 'migrations/003.sql'],
  ['is the folder of migrations', { ...without(shop), migrations: '->m2' }, 'migrations'],
  [
    'is a folder that a star fits',
    { ...shop, 'db/1/up.sql': 'select 1', 'm3/up.sql': 'drop table orders', 'db/2': '->../m3' },
    'db/2',
    'db/*/up.sql',
  ],
  ['is a folder that a star fits, elsewhere', { ...shop, 'db/2': '->/nowhere' }, 'db/2', 'db/*/up.sql'],
  [
    'is above a folder that fits',
    { ...shop, 'm3/deep/migrations/1.sql': 'drop table orders', 'app/next': '->../m3' },
    'app/next',
    'app/**/migrations/*.sql',
  ],
]

describe('symbolic links', () => {
  test.each(links)('one that %s fails and is named', async (_, proposed, named, files) => {
    const replaced =
      named === 'migrations' ? without(proposed, 'migrations/001.sql', 'migrations/002.sql') : proposed
    const tried = await tryIt(shop, replaced, files === undefined ? {} : { files })
    expect(tried.report.verdict).toBe('failed')
    expect(tried.trouble).toContain(`migrations failed: ${named}`)
  })

  test('those elsewhere change nothing', async () => {
    const elsewhere = {
      ...shop,
      'node_modules/shop': '->..',
      'packages/node_modules/shop': '->../..',
      'docs/own': '->../docs',
      'docs/gone': '->/nowhere',
      'docs/readme.txt': '->../sql/e.sql',
    }
    for (const files of ['migrations/*.sql', '**/migrations/*.sql']) {
      expect((await tryIt(shop, elsewhere, { files })).trouble).toEqual([])
      await rm(folder, { recursive: true })
      await mkdir(folder)
    }
  })

  test('one in the place of an environment file fails, unless the base has it so', async () => {
    const linked = { ...shop, 'other.yml': 'x: 1', 'environments/staging.yml': '->../other.yml' }
    expect((await tryIt(linked, linked)).trouble).toEqual([])
    await rm(folder, { recursive: true })
    await mkdir(folder)
    expect((await tryIt(shop, linked)).trouble).toEqual([
      'environment files failed: environments/staging.yml',
    ])
  })
})

describe('what the base has and the pull request has not', () => {
  const base = {
    ...shop,
    'environments/production.yml': 'x: 1',
    'runbooks/a.yml': 'x: 1',
    '.github/workflows/nightly.yml': 'uses: someone/lifeboat/actions/backup@v1',
    '.github/workflows/test.yml': 'uses: actions/checkout@v4',
  }

  test('a migration fails', async () => {
    const tried = await tryIt(shop, without(shop, 'migrations/002.sql'))
    expect(tried.trouble).toEqual(['history failed: migrations/002.sql'])
    expect(tried.report.verdict).toBe('failed')
  })

  test('files that guard fail, others are named', async () => {
    const tried = await tryIt(base, shop)
    expect(tried.trouble).toEqual([
      'environment files failed: environments/production.yml',
      'runbooks degraded: runbooks/a.yml',
      'workflows failed: .github/workflows/nightly.yml',
      'workflows degraded: .github/workflows/test.yml',
    ])
  })

  test('on the rows all of it fails as well, and nothing is named', async () => {
    const tried = await tryIt(
      base,
      { ...without(shop, 'migrations/002.sql'), 'migrations/003.sql': '->../sql/e.sql' },
      { on: 'rows' },
    )
    expect(tried.trouble).toEqual([
      'environment files failed: ',
      'runbooks degraded: ',
      'workflows failed: ',
      'workflows degraded: ',
      'migrations failed: ',
      'history failed: ',
    ])
    expect(JSON.stringify([tried.report, tried.log])).not.toMatch(/00[123]\.sql|production\.yml|nightly/)
  })
})

describe('nothing to judge is no pass', () => {
  test('where the pattern fits nothing, neither here nor in the base', async () => {
    const tried = await tryIt(shop, shop, { files: 'migrate/*.sql' })
    expect(tried.trouble).toEqual(['migrations skipped: '])
    expect(tried.report.verdict).toBe('degraded')
  })

  test.each(['proposed', 'base'])('where there is no folder under %s', async (name) => {
    await using trial = await trialContext(major)
    const root = await checkout('there', shop)
    const tried = await tryPullRequest(
      await pullRequestEnvironment({}),
      { on: 'rows', proposed: root, base: root, openTrial: null, [name]: join(root, 'migrations/001.sql') },
      trial,
    )
    expect(tried.report).toMatchObject({ verdict: 'failed', checks: [], failure: { kind: 'config' } })
  })

  test('where no migrations are configured; then what was read decides', async () => {
    await using trial = await trialContext(major)
    const environment = { ...(await pullRequestEnvironment({})), pullRequests: undefined }
    const base = await checkout('base', shop)
    const judge = async (proposed: string) =>
      (await tryPullRequest(environment, { on: 'shape', base, proposed, openTrial: null }, trial)).report
    const nothing = await judge(base)
    expect(nothing).toMatchObject({
      verdict: 'degraded',
      checks: [{ name: 'migrations', status: 'skipped', detail: 'no migrations configured' }],
    })
    const runbook = await judge(await checkout('proposed', { ...shop, 'runbooks/a.yml': 'x: 1' }))
    expect(runbook).toMatchObject({
      verdict: 'passed',
      checks: [
        { name: 'runbooks', status: 'passed' },
        { name: 'migrations', status: 'skipped' },
      ],
    })
  })
})
