import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { runbookJsonSchema } from '../../scripts/build/json-schema.ts'
import { simulateRunbook } from '../../src/operations/runbook/simulate.ts'
import { checkVerb, readRunbook, runbookFiles } from '../../src/wiring/runbook-files.ts'
import { runRunbookLint } from '../../src/wiring/run-runbook-files.ts'
import { makeTestKeys, testEnvironment } from '../support/ports/environment.ts'
import { backupPorts } from '../support/ports/ports.ts'

const folder = resolve(import.meta.dirname, '../../runbooks')
const files = await runbookFiles(folder)
const names = files.map((file) => basename(file))

describe('the runbooks of this repository', () => {
  test('are those of the six incidents, with their RTOs', async () => {
    const found = await Promise.all(files.map(readRunbook))
    expect(found.map(({ incident, rto }) => [incident, rto / 60_000])).toEqual([
      ['INC-001', 5],
      ['INC-002', 30],
      ['INC-003', 20],
      ['INC-004', 5],
      ['INC-005', 60],
      ['INC-006', 45],
    ])
  })

  test.each(names)('%s fits the schema for editors', async (name) => {
    const validate = new Ajv2020({ strict: false }).compile(runbookJsonSchema())
    validate(parse(await readFile(join(folder, name), 'utf8')))
    expect(validate.errors).toBeNull()
  })

  test.each(names)('%s is expected to be over within its RTO', async (name) => {
    const keys = await makeTestKeys()
    await using ports = await backupPorts([], keys)
    const report = simulateRunbook(
      await testEnvironment(keys),
      await readRunbook(join(folder, name)),
      { answers: new Map(), done: new Set(), skip: new Set(), given: new Map(), confirm: null },
      { ...ports, checkVerb, isSet: () => true },
    )
    expect(report.objectives.map(({ met }) => met)).toEqual([null])
    expect(report.checks.length).toBeGreaterThan(2)
  })

  test('have a model in the guide that lint calls sound, as it stands', async () => {
    const guide = await readFile(resolve(folder, '../docs/guides/runbooks.md'), 'utf8')
    const examples = [...guide.matchAll(/^```yaml\n([^]*?)^```/gm)].flatMap(([, text = '']) =>
      /^incident:/m.test(text) ? [text] : [],
    )
    expect(examples).not.toEqual([])
    const place = await mkdtemp(join(tmpdir(), 'guide-'))
    try {
      for (const text of examples) {
        const [, incident = ''] = /^incident: (\S+)/m.exec(text) ?? []
        await writeFile(join(place, `${incident}-of-the-guide.yml`), text)
      }
      const { text, json } = await runRunbookLint({ folder: place })
      expect([text, json]).toEqual([
        `${examples.length} of ${examples.length} runbooks are sound.`,
        { sound: expect.anything(), problems: [] },
      ])
    } finally {
      await rm(place, { recursive: true })
    }
  })

  test('stand in the table of the guide, with their drills', async () => {
    const guide = await readFile(resolve(folder, '../docs/guides/runbooks.md'), 'utf8')
    for (const { incident, title, rto, drill } of await Promise.all(files.map(readRunbook))) {
      const proof = typeof drill === 'string' ? `\`${drill}\`` : 'none: it touches no data'
      expect(guide).toContain(`| ${incident} | ${title} | ${rto / 60_000} min | ${proof} |`)
    }
  })
})

const sound = `incident: INC-007
title: The certificate has expired
severity: high
rto: 15m
detection: [Browsers refuse the shop]
drill: { none: nothing is lost }
steps:
  - { id: choose, title: Choose, type: decision, question: Which?, answers: { one: next, two: end } }
  - { id: keep, title: Keep, type: operation, verb: backup, with: { class: critical } }
verification:
  - { id: look, title: Look, type: http, url: "\${APP_URL}/health" }
`

describe('a runbook that is not sound', () => {
  let place: string
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'runbooks-'))
  })
  afterAll(() => rm(place, { recursive: true }))
  const problem = async (text: string, name = 'INC-007-certificate.yml') => {
    const file = join(place, name)
    await writeFile(file, text)
    return readRunbook(file).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message.replace(`${file}:`, '') : String(error)),
    )
  }

  test('is told from one that is', async () => {
    expect(await problem(sound)).toBeNull()
  })

  test.each([
    [
      'a text that a comma tears',
      'none: nothing is lost',
      'none: nothing is lost, and nothing is restored',
      /drill\.\?: unknown key, without a value: a text that holds a comma stands in quotes/,
    ],
    ['an unknown key', 'severity: high', 'severity: high\nseverities: low', /^4:1 severities: unknown key/],
    [
      'a severity that there is not',
      'high',
      'awful',
      /^3:11 severity: .*accepted: critical, high, medium or low/,
    ],
    [
      'a verb that there is not',
      'verb: backup',
      'verb: bakup',
      /verb: bakup is no verb for a step; did you mean backup\?/,
    ],
    ['a verb that runs runbooks', 'verb: backup', 'verb: runbook run', /runbook run is no verb for a step/],
    [
      'an input that the verb has not',
      'class: critical',
      'klass: critical',
      /with\.klass: is no input of backup/,
    ],
    ['a value that the verb refuses', 'class: critical', 'class: urgent', /with\.class: /],
    [
      'an input that the run gives',
      'class: critical',
      'environment: dev',
      /with\.environment: comes from the run/,
    ],
    ['two steps of one id', 'id: keep', 'id: choose', /steps\[1\]\.id: choose names two steps/],
    [
      'an answer that leads to no step',
      'one: next',
      'one: nowhere',
      /answers\.one: leads to nowhere, which is no step/,
    ],
    ['an answer that leads back', 'one: next', 'one: choose', /answers\.one: leads back to choose/],
    ['a question with one answer', 'one: next, two: end', 'one: next', /accepted: two answers or more/],
    [
      'a drill that there is not',
      '{ none: nothing is lost }',
      'single-server-failur',
      /drill: is no scenario; did you mean single-server-failure\?/,
    ],
    ['another incident than its file', 'INC-007', 'INC-008', /incident: is INC-008, but the file is called/],
    ['a variable of the runner', '${APP_URL}', '${GITHUB_TOKEN}', /names GITHUB_TOKEN/],
    [
      'a verification that asks only people',
      'type: http, url: "${APP_URL}/health"',
      'type: manual, do: Look at it.',
      /verification: asks only people/,
    ],
  ])('because of %s is refused, with the place', async (_, from, to, message) => {
    expect(sound).toContain(from)
    expect(await problem(sound.replace(from, to))).toMatch(message)
  })

  test('by several mistakes at once is told of all of them, each once', async () => {
    const broken = sound
      .replace('severity: high', 'severity: awful')
      .replace('{ none: nothing is lost }', 'redis-fail')
      .replace('one: next', 'one: choose')
      .replace('title: Keep', 'titel: Keep')
      .replace('verb: backup', 'verb: bakup')
      .replace('id: look', 'id: keep')
      .replace('type: http', 'type: http, attempts: often')
    const lines = ((await problem(broken)) ?? '').split('\n').map((line) => line.trim())
    for (const message of [
      /severity: .*accepted: critical/,
      /drill: is no scenario; did you mean redis-failure/,
      /answers\.one: leads back to choose/,
      /titel: unknown key/,
      /verb: bakup is no verb/,
      /id: keep names two steps/,
      /attempts: /,
    ]) {
      expect(lines.filter((line) => message.test(line))).toHaveLength(1)
    }
  })

  const running = (run: string) =>
    sound.replace('type: http, url: "${APP_URL}/health"', () => `type: command, run: ${run}`)

  test('by a variable among the words of a program is told how a program gets one', async () => {
    expect(await problem(running('[redis-cli, -u, "${REDIS_URL}", ping]'))).toMatch(
      /verification\[0\]\.run\[2\]: holds \$\{REDIS_URL\}.*variables: \[REDIS_URL\]/,
    )
  })

  test.each([
    '[sh, -c, "redis-cli -u ${REDIS_URL} ping"]',
    '[docker, compose, exec, redis, sh, -ec, "redis-cli -a ${PASSWORD} ping"]',
  ])('is not one with a variable in what a shell reads: %s', async (run) => {
    expect(await problem(running(run))).toBeNull()
  })

  test('shows no value of a variable’s place, where a password may have slipped', async () => {
    const text = await problem(sound.replace('url: "${APP_URL}/health"', 'url: { secret: hunter2 }'))
    expect(text).not.toBeNull()
    expect(text).not.toContain('hunter2')
  })
})
