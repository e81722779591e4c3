import { describe, expect, test } from 'vitest'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../src/domain/failure.ts'
import type { IssueTracker } from '../../src/ports/channel.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { Host } from '../../src/wiring/host.ts'
import { reported } from '../../src/wiring/reported.ts'

interface Line {
  level: string
  text: string
  subjects: readonly string[]
}

/** Lets a run of dev end as told, and gives its report and what the log said. */
async function run(work: () => Promise<never>, openIssues: Host['openIssues'] = null) {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-reported-'))
  const said: Line[] = []
  const say =
    (level: string) =>
    (text: string, subjects: readonly string[] = []) => {
      said.push({ level, text, subjects })
    }
  const host: Host = {
    variables: {},
    takeVariable: () => undefined,
    hide: () => undefined,
    mask: (text: string) => text,
    log: {
      ...silentLog,
      info: say('info'),
      notice: say('notice'),
      warning: say('warning'),
      error: say('error'),
    },
    signal: new AbortController().signal,
    temporaryFolder: folder,
    isThrownAway: false,
    oidcToken: null,
    actor: null,
    runUrl: null,
    packages: null,
    repositoryIsPublic: true,
    openIssues,
  }
  try {
    const config = join(folder, 'dev.yml')
    await writeFile(
      config,
      'environment: dev\nsources: [{ name: main, type: postgres, url: "${URL}" }]\n' +
        'stores: [{ name: folder, type: local, path: ./b }]\nencryption: none\n',
    )
    return { ...(await reported('backup', { environment: 'dev', config }, host, work)), said }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('a bug', () => {
  const stumble = () => run(async () => Promise.reject(new TypeError('cannot read canary-4711')))

  test('is told as an error, with where in the code it is', async () => {
    const { report, said } = await stumble()
    expect(report.failure?.kind).toBe('bug')
    expect(said.find(({ level }) => level === 'error')?.text).toContain('TypeError')
    expect(said.some(({ text }) => /^\s+at .*reported\.test/m.test(text))).toBe(true)
  })

  test('quotes what it stumbled over only where names may be shown', async () => {
    const { said } = await stumble()
    expect(said.filter(({ text }) => text.includes('canary-4711'))).toEqual([])
    expect(said.flatMap(({ subjects }) => subjects)).toContain('cannot read canary-4711')
  })
})

test.each([
  ['refused', 'notice'],
  ['access', 'warning'],
] as const)('issues that are %s are told as a %s, and change nothing about the run', async (kind, level) => {
  const fails = () => Promise.reject(new Failure(kind, 'no issue for you'))
  const tracker: IssueTracker = { find: fails, create: fails, update: fails, comment: fails }
  const { report, said } = await run(
    () => Promise.reject(new Failure('unavailable', 'the database is out of reach')),
    async () => tracker,
  )
  expect(report.failure?.kind).toBe('unavailable')
  expect(said.find(({ text }) => text.includes('no issue for you'))?.level).toBe(level)
})
