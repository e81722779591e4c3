import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { z } from 'zod'
import { maskSecrets } from '../../src/domain/redaction.ts'
import type { Report } from '../../src/domain/report.ts'
import { ofDeployment, writeSubject } from '../../src/domain/subject-of.ts'
import { type EventInput, outcomeOf, recordEvent } from '../../src/operations/ledger/record.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import type { Host } from '../../src/wiring/host.ts'
import { loadEnvironment } from '../../src/wiring/load-environment.ts'
import { openPorts } from '../../src/wiring/open-ports.ts'
import { reported } from '../../src/wiring/reported.ts'
import { prepareTelling } from '../../src/wiring/tell-channels.ts'
import { tellNow } from '../../src/wiring/tell-now.ts'
import { failed, passed } from '../reports/examples.ts'
import { type HttpInbox, startHttpInbox } from '../support/channels/http-inbox.ts'
import { recordingLog, type RecordingLog } from '../support/ports/recording-log.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 21, 10)
const canary = 'canary-secret-4711'

let folder: string
let inbox: HttpInbox
let log: RecordingLog
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telling-'))
  inbox = await startHttpInbox()
  log = recordingLog()
})
afterEach(async () => {
  await inbox[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const hook = (change: Record<string, unknown> = {}) => ({
  name: 'hook',
  type: 'webhook',
  url: '${HOOK_URL}',
  ...change,
})

async function write(
  notifications: Record<string, unknown>,
  rest: Record<string, unknown> = {},
): Promise<string> {
  const path = join(folder, 'dev.yml')
  const file = {
    environment: 'dev',
    sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}' }],
    stores: [{ name: 'disk', type: 'local', path: join(folder, 'store') }],
    encryption: 'none',
    notifications,
    ...rest,
  }
  await writeFile(path, stringify(file))
  return path
}

function hostOf(change: Partial<Host> = {}): Host {
  const secrets = new Set<string>()
  return {
    variables: { HOOK_URL: `${inbox.url}/hook`, DEAD_URL: 'http://127.0.0.1:1/', PASSWORD: canary },
    takeVariable: () => undefined,
    hide: (secret) => void secrets.add(secret),
    mask: (text) => maskSecrets(text, secrets),
    log,
    signal: new AbortController().signal,
    temporaryFolder: folder,
    isThrownAway: false,
    oidcToken: null,
    actor: 'tester',
    runUrl: null,
    packages: null,
    repositoryIsPublic: false,
    openIssues: null,
    ...change,
  }
}

const typeOf: Partial<Record<Report['operation'], EventInput['type']>> = {
  backup: 'backup',
  'verify-restore': 'verification',
  drill: 'drill',
  validate: 'validation',
  'deploy-env': 'deploy',
  repair: 'repair',
}

/** A repair that finds nothing to mend leaves no event, nor does a gate. */
const leavesEvent = ({ operation, verdict }: Report) => operation !== 'repair' || verdict === 'failed'

/** A backup run at some time, as far as it is told: its event in the ledger, and its report. */
async function run(
  config: string,
  at: number,
  change: Partial<Report>,
  host = hostOf(),
  details: EventInput['details'] = {},
): Promise<void> {
  const operation = change.operation ?? 'backup'
  await reported(operation, { environment: 'dev', config }, host, async (environment) => {
    const report: Report = {
      ...passed,
      operation: 'backup',
      environment: 'dev',
      ...change,
      startedAt: at,
      finishedAt: at + 1_000,
    }
    await using ports = await openPorts(environment, { host, role: 'retention' })
    const clock = { ...ports.clock, now: () => at + 500 }
    const type = typeOf[operation]
    if (type !== undefined && leavesEvent(report))
      await recordEvent({ ...ports, clock }, environment, {
        type,
        outcome: outcomeOf(report),
        backupId: type === 'verification' || type === 'repair' ? report.backupId : null,
        details: { ...details, ...(report.subject === undefined ? {} : writeSubject(report.subject)) },
      })
    return { report }
  })
}

const unreachable: Partial<Report> = {
  verdict: 'failed',
  failure: { kind: 'unavailable', message: 'the store did not answer', hint: null, subjects: [] },
  objectives: [],
  checks: [],
}
const bodySchema = z.looseObject({ state: z.string(), alert: z.string(), since: z.string().nullable() })

async function ledgerTypes(): Promise<unknown[]> {
  const place = join(folder, 'store', 'dev', 'ledger')
  const names = (await readdir(place)).filter((name) => name.endsWith('.json'))
  const eventSchema = z.looseObject({ type: z.string() })
  return Promise.all(
    names.map(async (name) => eventSchema.parse(JSON.parse(await readFile(join(place, name), 'utf8'))).type),
  )
}
const told = () =>
  inbox.received.map(({ body }) => bodySchema.parse(JSON.parse(body))).map(({ alert }) => alert)

describe('the channels of an environment', () => {
  test('are told of a trouble once, again after a while, and of its end, by what the ledger knows', async () => {
    const config = await write({ 'repeat-after': '6h', channels: [hook()] })
    await run(config, start, {})
    for (const after of [1, 2, 3, 8, 9]) await run(config, start + after * hour, unreachable)
    await run(config, start + 10 * hour, {})
    await run(config, start + 11 * hour, {})
    expect(told()).toEqual(['backup-failed', 'backup-failed', 'backup-recovered'])
    const last = bodySchema.parse(JSON.parse(inbox.received[2]?.body ?? ''))
    expect(last.since).toBe(new Date(start + hour + 500).toISOString())
  })

  test('are told every time where the ledger cannot be asked', async () => {
    const config = await write({ channels: [hook()] })
    await run(config, start, unreachable)
    await run(config, start + 1_000, unreachable)
    await rm(join(folder, 'store'), { recursive: true })
    await writeFile(join(folder, 'store'), 'a file where the folder should be')
    const broken = reported('backup', { environment: 'dev', config }, hostOf(), async () => ({
      report: { ...passed, ...unreachable, operation: 'backup' as const, environment: 'dev' },
    }))
    await broken
    expect(told()).toEqual(['backup-failed', 'backup-failed'])
  })

  test('are told although the issues, of which earlier runs are asked, never answer', async () => {
    const config = await write({ channels: [hook()] })
    const environment = await loadEnvironment({ environment: 'dev', config })
    const never = () => Promise.withResolvers<never>().promise
    const tracker = { find: never, create: never, update: never, comment: never }
    const report: Report = { ...passed, ...unreachable, operation: 'backup', environment: 'dev' }
    await (
      await prepareTelling(report, environment, tracker, hostOf(), 50)
    )()
    expect(told()).toEqual(['backup-failed'])
  })

  test('are told when the file, a variable or anything else before the operation is wrong', async () => {
    const config = await write({ channels: [hook()] })
    const result = await reported('backup', { environment: 'dev', config }, hostOf(), () => {
      throw new Error('out of the blue')
    })
    expect(result.report.verdict).toBe('failed')
    expect(told()).toEqual(['backup-failed'])
  })

  test('that fail, hang or are misspelt stop neither the others nor the run', async () => {
    await using slow = await startHttpInbox(() => 'hang')
    await using broken = await startHttpInbox(() => 500)
    const stop = new AbortController()
    const variables = { ...hostOf().variables, SLOW_URL: slow.url, BROKEN_URL: broken.url }
    const host = hostOf({ variables, signal: stop.signal })
    const config = await write({
      channels: [
        hook({ name: 'dead', url: '${DEAD_URL}' }),
        hook({ name: 'unset', url: '${NOBODY_HAS_SET_THIS}' }),
        hook({ name: 'slow', url: '${SLOW_URL}' }),
        hook({ name: 'broken', url: '${BROKEN_URL}' }),
        hook(),
      ],
    })
    const running = run(config, start, unreachable, host)
    // Three tries at the broken one, and the others have long been told; only the slow one still hangs.
    await Promise.all([slow.arrived(1), broken.arrived(3), inbox.arrived(1)])
    stop.abort()
    await running
    expect(told()).toEqual(['backup-failed'])
    const warnings = log.lines.filter((line) => line.startsWith('warning'))
    for (const name of ['dead', 'unset', 'slow', 'broken'])
      expect(warnings.some((text) => text.includes(`channel ${name} `))).toBe(true)
  })

  test('are told only what they ask for, by kind and severity', async () => {
    const config = await write({
      severity: [{ severity: 'info', failures: ['unavailable'] }],
      channels: [hook({ kinds: ['restore'] })],
    })
    await run(config, start, unreachable)
    const other = await write({
      severity: [{ severity: 'info', failures: ['unavailable'] }],
      channels: [hook()],
    })
    await run(other, start + 1, unreachable)
    expect(told()).toEqual([])
    await run(other, start + 2, { ...unreachable, operation: 'restore', verdict: 'passed', failure: null })
    expect(told()).toEqual(['restore-succeeded'])
  })

  test('hear neither secrets nor names that came from data', async () => {
    const config = await write({ channels: [hook({ 'include-report': true, secret: '${PASSWORD}' })] })
    const subjects = ['shop.zanzibar']
    const failure = { kind: 'integrity' as const, message: `wrong: ${canary}`, hint: canary, subjects }
    await run(
      config,
      start,
      { ...failed, operation: 'backup', environment: 'dev', failure },
      hostOf({ repositoryIsPublic: true }),
    )
    const [first] = inbox.received
    expect(first?.body).toContain('integrity')
    expect(first?.body).not.toMatch(/canary-secret|zanzibar|shop\./)
    expect(first?.headers['webhook-signature']).toMatch(/^v1,/)
  })

  test.each(['repair', 'retention', 'drill', 'replicate', 'restore', 'deploy-env'] as const)(
    'are told nothing of a dry run of %s, whether it finds trouble or cannot be made',
    async (operation) => {
      const config = await write({ channels: [hook()] })
      const input = { environment: 'dev', config, 'dry-run': true }
      const report: Report = { ...passed, ...unreachable, operation, environment: 'dev' }
      await reported(operation, input, hostOf(), async () => ({ report }))
      await reported(operation, input, hostOf(), () => {
        throw new Error('out of the blue')
      })
      expect(told()).toEqual([])
      await reported(operation, { environment: 'dev', config }, hostOf(), async () => ({ report }))
      expect(told()).toHaveLength(1)
    },
  )

  test('are told of nothing by who stops a run', async () => {
    const config = await write({ channels: [hook()] })
    const failure = { kind: 'cancelled' as const, message: 'stopped', hint: null, subjects: [] }
    await run(config, start, { verdict: 'failed', failure })
    expect(told()).toEqual([])
  })
})

describe('of a trouble of one thing', () => {
  const failing = (operation: Report['operation'], rest: Partial<Report> = {}): Partial<Report> => ({
    operation,
    verdict: 'failed',
    failure: { kind: 'integrity', message: 'rows differ', hint: null, subjects: [] },
    objectives: [],
    checks: [],
    ...rest,
  })
  const tried = (troubled: readonly string[], ...parts: string[]): Partial<Report> => ({
    subject: { tried: parts, troubled, answers: 'tried' },
  })
  const older = '20261120T101500Z-aaaaa'
  const newer = '20261121T091500Z-bbbbb'
  const putAside = '20261121T093000Z-ccccc-pre-restore'

  test('the channels hear no end because an older backup came back', async () => {
    const config = await write({ channels: [hook()] })
    await run(config, start, failing('verify-restore', { backupId: newer }))
    await run(config, start + hour, { operation: 'verify-restore', backupId: older })
    // What a restore was about to replace is newer, and no recovery point.
    await run(config, start + hour, { operation: 'verify-restore', backupId: putAside })
    expect(told()).toEqual(['proof-failed'])
    await run(config, start + 2 * hour, { operation: 'verify-restore', backupId: newer })
    expect(told()).toEqual(['proof-failed', 'proof-recovered'])
  })

  test('the channels hear no end because another backup needed no repair, and hear once that this one needs none', async () => {
    const config = await write({ channels: [hook()] })
    await run(config, start, failing('repair', { backupId: older }))
    await run(config, start + hour, { operation: 'repair', backupId: newer })
    expect(told()).toEqual(['repair-failed'])
    for (const after of [2, 3])
      await run(config, start + after * hour, { operation: 'repair', backupId: older })
    await run(config, start + 4 * hour, { operation: 'repair', backupId: newer })
    expect(told()).toEqual(['repair-failed', 'repair-recovered'])
    await run(config, start + 5 * hour, failing('repair', { backupId: older }))
    expect(told()).toEqual(['repair-failed', 'repair-recovered', 'repair-failed'])
  })

  test('the channels hear once that a gate is open again, and anew that it is closed', async () => {
    const config = await write({ channels: [hook({ successes: [] })] })
    const report = { ...failing('deploy-env'), subject: ofDeployment('v2', false) }
    await run(config, start, report, hostOf(), { version: 'v2', state: 'rolled-back' })
    const closed = failing('gate', {
      failure: { kind: 'refused', message: 'the gate is closed', hint: null, subjects: [] },
    })
    await run(config, start + hour, closed)
    for (const after of [2, 3, 4]) await run(config, start + after * hour, { operation: 'gate' })
    const before = ['deployment-failed', 'deployment-failed', 'deployment-recovered']
    expect(told()).toEqual(before)
    await run(config, start + 5 * hour, closed)
    expect(told()).toEqual([...before, 'deployment-failed'])
  })

  test('the end is told until it is heard, where the run leaves nothing in the ledger', async () => {
    let status = 200
    await using pagerInbox = await startHttpInbox(() => (status === 200 ? 202 : status))
    const variables = {
      ...hostOf().variables,
      KEY: 'R0UT1NGKEYCANARY0123456789ABCDEF',
      PAGER: pagerInbox.url,
    }
    const pager = { name: 'pager', type: 'pagerduty', 'at-least': 'warning', 'routing-key': '${KEY}' }
    const config = await write({ channels: [{ ...pager, endpoint: '${PAGER}' }, hook({ successes: [] })] })
    const gate = (at: number, report: Partial<Report>) => run(config, at, report, hostOf({ variables }))
    await gate(start, failing('gate'))
    status = 400
    await gate(start + hour, { operation: 'gate' })
    status = 200
    const before = pagerInbox.received.length
    for (const after of [2, 3]) await gate(start + after * hour, { operation: 'gate' })
    expect(pagerInbox.received.slice(before).map(({ body }) => JSON.parse(body))).toMatchObject([
      { event_action: 'resolve', dedup_key: 'lifeboat/dev/deployment/gate' },
    ])
  })

  test('the channels hear no end because another scenario was rehearsed well', async () => {
    const config = await write({ channels: [hook()] })
    const drill = (at: number, scenario: string, isWell: boolean) =>
      run(
        config,
        at,
        isWell
          ? { operation: 'drill', ...tried([], scenario) }
          : failing('drill', tried([scenario], scenario)),
        hostOf(),
        { scenario },
      )
    await drill(start, 'data-deletion', false)
    await drill(start + hour, 'store-failure', true)
    expect(told()).toEqual(['drill-failed'])
    await drill(start + 2 * hour, 'store-failure', false)
    expect(told()).toEqual(['drill-failed', 'drill-failed'])
    await drill(start + 3 * hour, 'data-deletion', true)
    expect(inbox.received.map(({ body }) => bodySchema.parse(JSON.parse(body)))).toMatchObject([
      { key: 'lifeboat/dev/drill/data-deletion' },
      { key: 'lifeboat/dev/drill/store-failure' },
      {
        key: 'lifeboat/dev/drill/data-deletion',
        alert: 'drill-recovered',
        title: 'Drill of dev is well again in part',
        summary: expect.stringContaining('Still in trouble: store-failure.'),
      },
    ])
  })

  test('the channels hear no end because other categories were validated', async () => {
    const config = await write({ channels: [hook()] })
    await run(config, start, failing('validate', tried(['security'], 'security', 'smoke')))
    await run(config, start + hour, { operation: 'validate', ...tried([], 'smoke') })
    expect(told()).toEqual(['validation-failed'])
    await run(config, start + 2 * hour, {
      operation: 'validate',
      ...tried([], 'security', 'smoke', 'performance'),
    })
    expect(told()).toEqual(['validation-failed', 'validation-recovered'])
  })

  test('the channels hear no end of a deployment because the gate of the next is open', async () => {
    const config = await write({ channels: [hook({ successes: [] })] })
    const deploy = (at: number, version: string, report: Partial<Report>, state: string) =>
      run(config, at, { ...report, subject: ofDeployment(version, state === 'stands') }, hostOf(), {
        version,
        state,
      })
    await deploy(start, 'v2', failing('deploy-env'), 'rolled-back')
    await run(config, start + hour, { operation: 'gate' })
    expect(told()).toEqual(['deployment-failed'])
    await deploy(start + 2 * hour, 'v3', failing('deploy-env'), 'rolled-back')
    expect(told()).toEqual(['deployment-failed', 'deployment-failed'])
    await deploy(start + 3 * hour, 'v3', { operation: 'deploy-env' }, 'stands')
    expect(told()).toEqual(['deployment-failed', 'deployment-failed', 'deployment-recovered'])
  })

  test('a pager closes the incident that it opened, and no other, also one that an earlier version opened', async () => {
    const variables = { ...hostOf().variables, KEY: 'R0UT1NGKEYCANARY0123456789ABCDEF', PAGER: inbox.url }
    const pager = { name: 'pager', type: 'pagerduty', 'at-least': 'warning', 'routing-key': '${KEY}' }
    const config = await write({ channels: [{ ...pager, endpoint: '${PAGER}' }] })
    const drill = (at: number, scenario: string, isWell: boolean) =>
      run(
        config,
        at,
        isWell
          ? { operation: 'drill', ...tried([], scenario) }
          : failing('drill', tried([scenario], scenario)),
        hostOf({ variables }),
        { scenario },
      )
    await drill(start, 'data-deletion', false)
    await drill(start + hour, 'store-failure', true)
    await drill(start + 2 * hour, 'data-deletion', true)
    const eventSchema = z.looseObject({ event_action: z.string(), dedup_key: z.string() })
    const events = inbox.received.map(({ body }) => eventSchema.parse(JSON.parse(body)))
    expect(events.map((one) => `${one.event_action} ${one.dedup_key}`)).toEqual([
      'trigger lifeboat/dev/drill/data-deletion',
      'resolve lifeboat/dev/drill/store-failure',
      'resolve lifeboat/dev/drill/data-deletion',
      'resolve lifeboat/dev/drill',
    ])
  })

  test('the end is told of those that earlier versions wrote down without a word for what it was', async () => {
    const config = await write({ channels: [hook()] })
    await run(config, start, failing('drill'))
    await run(config, start + hour, { operation: 'drill', ...tried([], 'store-failure') }, hostOf(), {
      scenario: 'store-failure',
    })
    expect(told()).toEqual(['drill-failed', 'drill-recovered'])
  })
})

describe('a channel that was not told', () => {
  test('because it did not answer is told by the next run, and the others are not', async () => {
    let status = 503
    await using broken = await startHttpInbox(() => status)
    const host = () => hostOf({ variables: { ...hostOf().variables, BROKEN_URL: broken.url } })
    const config = await write({ channels: [hook(), hook({ name: 'broken', url: '${BROKEN_URL}' })] })
    await run(config, start, {}, host())
    await run(config, start + hour, unreachable, host())
    status = 200
    const before = broken.received.length
    await run(config, start + 2 * hour, unreachable, host())
    await run(config, start + 3 * hour, unreachable, host())
    expect(broken.received.length - before).toBe(1)
    expect(told()).toEqual(['backup-failed'])
  })

  test('because the run was killed after its event is told by the next run', async () => {
    const config = await write({ channels: [hook()] })
    const environment = await loadEnvironment({ environment: 'dev', config })
    await using ports = await openPorts(environment, { host: hostOf(), role: 'read' })
    const report: Report = { ...passed, ...unreachable, operation: 'backup', environment: 'dev' }
    const clock = { ...ports.clock, now: () => start }
    await recordEvent({ ...ports, clock }, environment, {
      type: 'backup',
      outcome: outcomeOf(report),
      backupId: null,
    })
    await run(config, start + hour, unreachable)
    await run(config, start + 2 * hour, unreachable)
    expect(told()).toEqual(['backup-failed'])
  })

  test('is told again where whoever wrote that it was told has no key for it', async () => {
    const keys = { backup: makeSigningKeys(), verify: makeSigningKeys() }
    const signing = { backup: keys.backup.publicKey, verify: keys.verify.publicKey }
    const config = await write({ channels: [hook()] }, { signing })
    const given = (secret: string) =>
      hostOf({ takeVariable: (name) => (name === 'LIFEBOAT_SIGNING_KEY' ? secret : undefined) })
    await run(config, start, unreachable, given(keys.backup.secretKey))
    await run(config, start + hour, unreachable, given(keys.backup.secretKey))
    expect(told()).toEqual(['backup-failed'])
    await run(
      config,
      start + 2 * hour,
      { ...unreachable, failure: { kind: 'access', message: 'no', hint: null, subjects: [] } },
      given(keys.verify.secretKey),
    )
    await run(
      config,
      start + 3 * hour,
      { ...unreachable, failure: { kind: 'access', message: 'no', hint: null, subjects: [] } },
      given(keys.backup.secretKey),
    )
    expect(told()).toEqual(['backup-failed', 'backup-failed', 'backup-failed'])
  })

  test('of nothing leaves nothing more in the ledger: a good run costs no object more', async () => {
    const config = await write({ channels: [hook()] })
    await run(config, start, {})
    await run(config, start + hour, {
      operation: 'restore',
      ...unreachable,
      verdict: 'passed',
      failure: null,
    })
    expect(await ledgerTypes()).toEqual(['backup'])
    await run(config, start + 2 * hour, unreachable)
    await run(config, start + 3 * hour, unreachable)
    await run(config, start + 4 * hour, {})
    expect((await ledgerTypes()).filter((type) => type !== 'backup')).toEqual(['told'])
  })
})

describe('what must be told now', () => {
  const urgent = {
    state: 'escalation',
    severity: 'critical',
    title: 'Nobody has answered',
    text: 'For an hour.',
    link: null,
  } as const

  test('reaches the channels that are named, whatever their routing', async () => {
    const config = await write({ channels: [hook({ kinds: ['drill'] }), hook({ name: 'other' })] })
    const environment = await loadEnvironment({ environment: 'dev', config })
    const deliveries = await tellNow(environment, urgent, hostOf(), ['hook'])
    expect(deliveries).toMatchObject([{ channel: 'hook', failure: null }])
    expect(told()).toEqual(['escalation'])
  })

  test('that only lets people know is no escalation, and the end of one has its key', async () => {
    const config = await write({ channels: [hook()] })
    const environment = await loadEnvironment({ environment: 'dev', config })
    for (const state of ['communication', 'escalation', 'recovered'] as const)
      await tellNow(environment, { ...urgent, state, about: 'INC-007' }, hostOf())
    expect(told()).toEqual(['communication', 'escalation', 'escalation-recovered'])
    const keys = inbox.received.map(
      ({ body }) => z.looseObject({ key: z.string() }).parse(JSON.parse(body)).key,
    )
    expect(keys).toEqual([
      'lifeboat/dev/communication/INC-007',
      'lifeboat/dev/escalation/INC-007',
      'lifeboat/dev/escalation/INC-007',
    ])
  })

  test('is `config` for a channel that there is not', async () => {
    const config = await write({ channels: [hook()] })
    const environment = await loadEnvironment({ environment: 'dev', config })
    await expect(tellNow(environment, urgent, hostOf(), ['nobody'])).rejects.toMatchObject({ kind: 'config' })
  })
})
