import { Ajv } from 'ajv'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { notificationJsonSchema } from '../../scripts/build/json-schema.ts'
import { createWebhook } from '../../src/channels/webhook.ts'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import { newsKinds } from '../../src/domain/news.ts'
import { wholeKind } from '../../src/domain/subject.ts'
import type { News } from '../../src/domain/telling.ts'
import { catalogue } from '../../src/operations/metrics/catalogue.ts'
import { messageOf } from '../../src/reports/message.ts'
import { examples } from '../reports/examples.ts'
import { type Received, startHttpInbox } from '../support/channels/http-inbox.ts'
import { hostile, trouble } from '../support/channels/messages.ts'

const guide = readFileSync('docs/guides/notifications.md', 'utf8')
const metricsGuide = readFileSync('docs/guides/metrics.md', 'utf8')
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  )

const base = {
  environment: 'production',
  sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}' }],
  stores: [{ name: 'disk', type: 'local', path: './backups' }],
  encryption: 'none',
}

test('every part of an environment file in the guides is accepted', async () => {
  const parts = [...blocks(guide, 'yaml'), ...blocks(metricsGuide, 'yaml')]
    .map((text) => z.record(z.string(), z.unknown()).parse(parse(text)))
    .filter((part) => !('groups' in part))
  expect(parts.length).toBeGreaterThanOrEqual(4)
  for (const part of parts) {
    const environment = await parseEnvironment(stringify({ ...base, ...part }), 'guide.yml')
    expect(environment.notifications ?? environment.metrics).toBeDefined()
  }
})

test("the guide's example of a message fits the published schema", () => {
  const { $schema: _dialect, ...schema } = notificationJsonSchema()
  const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  const [example = ''] = blocks(guide, 'json')
  fits(JSON.parse(example))
  expect(fits.errors ?? []).toEqual([])
})

test('the guide lists every figure, and its rules name no other', () => {
  const listed = [...metricsGuide.matchAll(/^\| `lifeboat_([a-z_]+)` \| (.+) \|$/gm)]
  expect(Object.fromEntries(listed.map(([, name, meaning]) => [name, meaning]))).toEqual(catalogue)
  const named = [...metricsGuide.matchAll(/lifeboat_([a-z_]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in catalogue))).toEqual([])
})

test('the guide lists every alert that a run can have, and no other', () => {
  const news = {
    severity: 'warning',
    trouble: 'a',
    outcome: '',
    subject: wholeKind,
    at: 0,
    since: null,
  } as const
  const none = { ended: [], open: [], isAllOver: false }
  const alert = (change: Pick<News, 'kind' | 'state'> & Partial<News>, report = examples.passed) =>
    messageOf(
      { ...report, failure: null, objectives: report === examples.passed ? [] : report.objectives },
      { ...news, ...none, ...change },
      { id: '1', hideNames: false, mask: (text) => text },
    ).alert
  const missing = (name: 'RPO' | 'RTO') => ({
    ...examples.failed,
    objectives: [{ name, target: 1, measured: 2, margin: -1, met: false, basis: '' }],
  })
  const troubles = newsKinds.flatMap((kind) =>
    (['failed', 'degraded'] as const).map((verdict) =>
      alert({ kind, state: 'trouble' }, { ...examples.passed, objectives: [], verdict }),
    ),
  )
  const missed = (['RPO', 'RTO'] as const).map((name) =>
    alert({ kind: 'proof', state: 'trouble' }, missing(name)),
  )
  // Of these there is one per kind too; the guide names some, and goes on with an ellipsis.
  const ends = newsKinds.flatMap((kind) => [
    alert({ kind, state: 'recovered', trouble: null }),
    alert({ kind, state: 'success', trouble: null }),
  ])
  // Of an incident, by the runbook while it runs.
  const ofIncidents = ['escalation', 'escalation-recovered', 'communication']

  const [, section = ''] = /^## The alerts\n([\s\S]*?)^## /m.exec(guide) ?? []
  const rows = section.split('\n').filter((line) => line.startsWith('| '))
  const listed = rows
    .flatMap((row) => [...(row.split(' | ')[1] ?? '').matchAll(/`([a-z-]+)`/g)])
    .map(([, word = '']) => word)
  expect(listed.filter((word) => !ends.includes(word)).sort()).toEqual(
    [...troubles, ...missed, ...ofIncidents].sort(),
  )
  for (const end of ['-recovered', '-succeeded'])
    expect(listed.some((word) => ends.includes(word) && word.endsWith(end))).toBe(true)
})

describe("the guide's checks of a signature", () => {
  const sentAt = Date.UTC(2026, 10, 21, 10, 15)
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-'))
    writeFileSync(join(folder, 'check.mjs'), blocks(guide, 'js')[0] ?? '')
    writeFileSync(
      join(folder, 'check.py'),
      `${blocks(guide, 'python')[0] ?? ''}
import json, sys
asked = json.load(sys.stdin)
print(json.dumps(is_from_lifeboat(asked["headers"], asked["body"].encode(), asked["secret"], asked["now"] / 1000)))
`,
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  type Check = (received: Received, secret: string, now: number) => Promise<boolean>
  const inNode: Check = async ({ headers, body }, secret, now) => {
    const { isFromLifeboat } = z
      .object({ isFromLifeboat: z.custom<(...values: unknown[]) => boolean>() })
      .parse(await import(pathToFileURL(join(folder, 'check.mjs')).href))
    return isFromLifeboat(headers, body, secret, now)
  }
  const inPython: Check = async ({ headers, body }, secret, now) => {
    const input = JSON.stringify({ headers, body, secret, now })
    return execFileSync('python3', [join(folder, 'check.py')], { input, encoding: 'utf8' }).trim() === 'true'
  }

  test.each([
    ['Node', inNode],
    ['Python', inPython],
  ])('in %s believe what was signed, and nothing else', async (_, check) => {
    await using inbox = await startHttpInbox()
    const secrets = [
      'any text as a secret',
      `whsec_${Buffer.from('thirty-two random bytes, or more').toString('base64')}`,
    ]
    for (const secret of secrets) {
      const channel = {
        name: 'hook',
        url: inbox.url,
        secret,
        includeReport: false,
        clock: { now: () => sentAt },
      }
      const message = { ...trouble, summary: `${hostile} — Straße 😀` }
      await createWebhook(channel).send(message, new AbortController().signal)
      const received = inbox.received.at(-1)
      if (received === undefined) throw new Error('nothing has arrived')
      expect(await check(received, secret, sentAt + 60_000)).toBe(true)
      expect(await check(received, 'another', sentAt)).toBe(false)
      expect(await check(received, secret, sentAt + 600_000)).toBe(false)
      expect(await check({ ...received, body: `${received.body} ` }, secret, sentAt)).toBe(false)
      const headers = { ...received.headers, 'webhook-id': 'another' }
      expect(await check({ ...received, headers }, secret, sentAt)).toBe(false)
    }
  })
})
