/** An action of the tests, run as a process of its own: `node job-child.ts <scenario>`. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { Failure } from '../../../src/domain/failure.ts'
import type { Report } from '../../../src/domain/report.ts'
import type { Outcome } from '../../../src/github/ending.ts'
import type { JobHost } from '../../../src/github/job-host.ts'
import { runAction } from '../../../src/github/run.ts'
import { renderJson } from '../../../src/reports/json.ts'
import { renderMarkdown } from '../../../src/reports/markdown.ts'
import { renderText } from '../../../src/reports/text.ts'
import { degraded, failed, passed } from '../../reports/examples.ts'

const inputs = z.object({
  environment: z.string().regex(/^[a-z-]+$/, { error: 'accepted: small letters' }),
  reason: z.string().optional(),
  'fail-on': z.enum(['failed', 'degraded']).default('failed'),
  'fall-back': z.enum(['true', 'false']).default('false'),
  identity: z
    .string()
    .startsWith('AGE-SECRET-KEY-1', { error: 'accepted: an age secret key' })
    .optional()
    .meta({ secret: true }),
  target: z.string().optional(),
})

const outcome = (report: Report): Outcome => ({ report, outputs: { 'backup-id': report.backupId ?? '' } })
const forever = () => new Promise<never>(() => undefined)

type Main = (input: z.output<typeof inputs>, host: JobHost) => Promise<Outcome>

const scenarios: Record<string, Main> = {
  passed: async () => outcome(passed),
  degraded: async () => outcome(degraded),
  failed: async () => outcome(failed),

  inputs: async (input, { log }) => {
    log.info(`inputs ${JSON.stringify({ ...input, identity: input.identity?.length })}`)
    return outcome(passed)
  },

  refused: async () => {
    throw new Failure('access', 'the store refuses these credentials', {
      hint: 'Give others.',
      subjects: ['shop.zanzibar'],
    })
  },
  bug: async () => {
    throw new TypeError('cannot read canary-4711')
  },
  escapes: async () => {
    setTimeout(() => {
      throw new RangeError('escaped from a timer')
    }, 1)
    setInterval(() => undefined, 1_000)
    return forever()
  },
  rests: forever,

  environment: async (_, host) => {
    const inherited = execFileSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], {
      encoding: 'utf8',
    })
    host.log.info(`inherited ${inherited.trim()}`)
    host.log.info(`variables ${JSON.stringify(host.variables)}`)
    return outcome(passed)
  },
  taken: async (_, host) => {
    const first = host.takeVariable('LIFEBOAT_SIGNING_KEY')
    const second = host.takeVariable('LIFEBOAT_SIGNING_KEY')
    const left = host.variables['LIFEBOAT_SIGNING_KEY'] ?? process.env['LIFEBOAT_SIGNING_KEY']
    host.log.info(`taken ${first?.length} ${second} ${left}`)
    return outcome(passed)
  },
  place: async (_, host) => {
    const { actor, runUrl, isThrownAway, repositoryIsPublic, temporaryFolder, packages } = host
    host.log.info(
      `place ${JSON.stringify({ actor, runUrl, isThrownAway, repositoryIsPublic, temporaryFolder, hasPackages: packages !== null })}`,
    )
    return outcome(passed)
  },
  leaks: async (_, host) => {
    const secret = host.takeVariable('DATABASE_URL') ?? ''
    host.hide(secret)
    const text = `it says ${secret} and ${decodeURIComponent(new URL(secret).password)}`
    host.log.info(text)
    host.log.warning(text)
    return {
      report: {
        ...failed,
        reason: text,
        failure: { kind: 'access', message: text, hint: text, subjects: [] },
      },
      outputs: { 'backup-id': text },
    }
  },
  injects: async (_, host) => {
    const hostile = '::add-mask::x\n::set-output name=verdict::passed\r##[stop-commands]y%0A::error::z'
    host.log.info(hostile, [hostile])
    host.log.notice(hostile)
    host.log.debug(hostile)
    await host.log.group(hostile, async () => host.log.group(hostile, async () => undefined))
    return {
      report: { ...passed, reason: hostile },
      outputs: { 'backup-id': 'one\nverdict=forged\nverdict<<E\nforged\nE' },
    }
  },
  many: async (_, { log }) => {
    for (let count = 0; count < 30; count += 1) log.error(`trouble ${count}`)
    return outcome(failed)
  },

  stops: async (_, { signal }) => {
    await ready()
    await wait(600_000, undefined, { signal })
    return outcome(passed)
  },
  clings: async () => {
    setInterval(() => undefined, 1_000)
    await ready()
    return forever()
  },
}

/** Tells the test that the work has begun. */
async function ready(): Promise<void> {
  process.stdout.write('ready\n')
}

const platform = process.env['TEST_PLATFORM']
if (platform !== undefined) Object.defineProperty(process, 'platform', { value: platform })

const main = scenarios[process.argv[2] ?? '']
if (main === undefined) throw new Error('no such scenario')
await runAction(
  {
    operation: 'backup',
    inputs,
    outputs: ['backup-id', 'size'],
    render: {
      // What later steps could read when this was rendered stands in the summary, so that tests see the order.
      markdown: (report, options) => {
        process.stdout.write('summary is rendered\n')
        const outputs = readFileSync(process.env['GITHUB_OUTPUT'] ?? '', 'utf8')
        const verdict = outputs.includes('verdict<<') ? 'outputs were set' : 'outputs were not set'
        return `${verdict}\n\n${renderMarkdown(report, options)}`
      },
      json: renderJson,
      text: (report, options) => renderText(report, options),
    },
  },
  main,
)
