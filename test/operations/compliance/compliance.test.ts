import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Compliance } from '../../../src/domain/compliance.ts'
import { Failure } from '../../../src/domain/failure.ts'
import type { EventInput } from '../../../src/operations/ledger/record.ts'
import { recordEvent } from '../../../src/operations/ledger/record.ts'
import { compliance } from '../../../src/operations/compliance/compliance.ts'
import { recoveryPoint } from '../../../src/operations/compliance/recovery-point.ts'
import { compliancePage } from '../../../src/reports/compliance.ts'
import { pageHtml } from '../../../src/reports/page-html.ts'
import { pageMarkdown } from '../../../src/reports/page-markdown.ts'
import { hostile } from '../../support/channels/messages.ts'
import { faultyStore } from '../../support/doubles/faulty-store.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { type FakeClock, fakeClock } from '../../support/ports/clock.ts'
import { bytesAt, overwrite } from '../../support/ports/damage.ts'
import { makeTestKeys } from '../../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../../support/ports/ports.ts'
import { openChronicle } from '../../support/ports/watched.ts'
import { backUp, keeping, type Keeping, provenAs } from '../../support/ports/retention.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
let kept: Keeping
beforeAll(async () => {
  kept = await keeping(await makeTestKeys())
})

let clock: FakeClock
let store: MemoryStore
let start: number
beforeEach(() => {
  clock = fakeClock()
  store = memoryStore({ clock })
  start = clock.now()
})

async function report(
  period: { from: number; to: number } = { from: start, to: clock.now() + 1 },
): Promise<Compliance> {
  await using ports = await backupPorts([store], kept.keys, { clock })
  const objectives = { ...kept.environment.objectives, rpo: 2 * hour, rto: hour }
  return await compliance({ ...kept.environment, objectives }, period, ports)
}

async function record(
  event: Partial<EventInput> & Pick<EventInput, 'type'>,
  reason: string | null = null,
): Promise<void> {
  await using ports = await backupPorts([store], kept.keys, {
    clock,
    run: { actor: 'marta', reason, url: null, version: '0.1.0', machine: { cpu: 'x', cores: 1, memory: 1 } },
  })
  // Drills are signed by whoever verifies.
  await using verifying = await verifyPorts([store], kept.keys)
  const keys = event.type === 'drill' ? verifying.keys : ports.keys
  await recordEvent({ ...ports, keys }, kept.environment, {
    outcome: { verdict: 'passed', failure: null },
    backupId: null,
    ...event,
  })
  clock.advance(minute)
}

describe('a compliance report', () => {
  it('lists every backup, proof, drill, restore, deployment and override of the period', async () => {
    const backup = await backUp([store], kept, clock)
    clock.advance(hour)
    await provenAs('failed', [store], backup, kept, clock)
    await record({ type: 'restore', backupId: backup }, 'orders were deleted')
    await record({ type: 'deploy', details: { version: '1.4.2', state: 'stands' } })
    await record({ type: 'gate-override', details: { version: '1.4.2', conditions: 'proof' } }, 'hotfix')
    await record({ type: 'retention' })
    const found = await report()
    expect(found.backups).toMatchObject([{ id: backup, outcome: 'passed', stored: { copies: ['memory'] } }])
    expect(found.proofs).toMatchObject([{ backupId: backup, verdict: 'failed', trouble: null }])
    // That a test was asked to go so far does not say that it came there.
    const heads = compliancePage(found).sections.flatMap(({ table }) => table?.heads ?? [])
    expect(heads).toContain('asked up to')
    expect(heads).not.toContain('up to')
    expect(found.restores).toMatchObject([
      { backupId: backup, reason: 'orders were deleted', actor: 'marta' },
    ])
    expect(found.deployments).toMatchObject([{ type: 'deploy', details: { state: 'stands' } }])
    expect(found.overrides).toMatchObject([{ type: 'gate-override', reason: 'hotfix' }])
  })

  it('computes rates from what ended in the period alone', async () => {
    await record({ type: 'backup', outcome: { verdict: 'failed', failure: 'unavailable' } })
    clock.advance(day)
    const from = clock.now()
    await record({ type: 'backup', outcome: { verdict: 'failed', failure: 'unavailable' } })
    await record({ type: 'backup', outcome: { verdict: 'degraded', failure: null } })
    await record({ type: 'backup' })
    await record({ type: 'backup' })
    const { rates, backups, lost } = await report({ from, to: clock.now() })
    expect(rates.find(({ operation }) => operation === 'backup')).toEqual({
      operation: 'backup',
      runs: 4,
      passed: 2,
      degraded: 1,
      failed: 1,
      success: 3 / 4,
    })
    expect(rates.find(({ operation }) => operation === 'restore')?.success).toBeNull()
    expect(backups).toHaveLength(4)
    // These runs name no backup: nothing was there, and nothing was lost.
    expect([...backups.flatMap(({ fate }) => fate ?? []), ...lost]).toEqual([])
  })

  it('lists one row of each deployment and each run of a runbook, and names those that never ended', async () => {
    const deploy = (version: string, state: string) =>
      record({ type: 'deploy', details: { version, state, from: '0.9', fromImages: '{"db":"sha256:1"}' } })
    const line = (run: string, entry: string) =>
      record({ type: 'runbook', details: { run, incident: 'INC-1', sha256: 'f'.repeat(64), entry } })
    await deploy('1.0', 'started')
    await deploy('1.0', 'stands')
    await deploy('1.0', 'stands')
    await line('a', 'begun')
    await line('a', 'step')
    await line('b', 'begun')
    await line('a', 'ended')
    const failed = {
      run: 'c',
      incident: 'INC-1',
      sha256: 'f'.repeat(64),
      entry: 'step',
      step: 'ping',
      state: 'failed',
    }
    await record({ type: 'runbook', details: failed })
    await deploy('1.1', 'started')
    await deploy('1.1', 'rolling-back')
    const found = await report()
    expect(found.deployments).toMatchObject([
      { isOpen: true, verdict: null, details: { version: '1.1', state: 'rolling-back' } },
      { isOpen: false, verdict: 'passed', details: { version: '1.0', state: 'stands' } },
    ])
    expect(found.others).toMatchObject([
      { isOpen: true, details: { run: 'c' } },
      { isOpen: false, details: { run: 'a' } },
      { isOpen: true, details: { run: 'b' } },
    ])
    expect(found.rates.find(({ operation }) => operation === 'deploy')?.runs).toBe(1)
    const texts = compliancePage(found).sections.flatMap(({ table }) =>
      (table?.rows ?? []).flatMap((row) => row.map(({ text }) => text)),
    )
    expect(texts).toContain('0.9')
    expect(texts.filter((text) => text.startsWith('open'))).toHaveLength(2)
    expect(texts.filter((text) => text.startsWith('stopped: the step ping failed'))).toHaveLength(1)
    expect(texts.join()).not.toMatch(/[{]|sha256/)
  })

  it('says that the ledger does not hold together when an event was taken out', async () => {
    await record({ type: 'backup' })
    await record({ type: 'backup' })
    await record({ type: 'backup' })
    expect((await report()).ledger).toMatchObject({ verdict: 'passed', events: 3 })
    const keys: string[] = []
    for await (const { key } of store.list(`${kept.environment.environment}/ledger/`)) keys.push(key)
    const [, middle] = keys.filter((key) => key.endsWith('.json'))
    if (middle === undefined) throw new Error('there are fewer events than were written')
    await store.remove(middle)
    const { ledger } = await report()
    expect(ledger).toMatchObject({ verdict: 'failed', failure: 'integrity' })
    expect(ledger.findings.join()).toContain('gap')
  })

  it('counts no event whose signature does not hold, and says so', async () => {
    const forged = { ...kept.keys, backup: kept.keys.verify }
    await using ports = await backupPorts([store], forged, { clock })
    await recordEvent(ports, kept.environment, {
      type: 'backup',
      outcome: { verdict: 'passed', failure: null },
      backupId: null,
    })
    const found = await report()
    expect(found.rates.find(({ operation }) => operation === 'backup')?.runs).toBe(0)
    expect(found.others).toMatchObject([{ type: 'unknown', verdict: null }])
    expect(found.limits.join()).toContain('could not be read or believed')
  })
})

describe('backups that somebody took away', () => {
  /** Ten hours with a backup each, of which retention removed the first; the period is the last eight. */
  async function tenHours() {
    const began = start - 10 * hour
    const chronicle = await openChronicle([store], kept, clock)
    const made: string[] = []
    for (let at = began; at < start; at += hour) made.push(await chronicle.backup(at))
    return { chronicle, made, period: { from: began + 2 * hour, to: start } }
  }
  const drop = (matches: (key: string) => boolean) => {
    for (const key of store.objects.keys()) if (matches(key)) store.objects.delete(key)
  }
  const folderOf = (id: string) => (key: string) => key.includes(`/backups/${id}/`)
  const rowsOf = (found: Compliance, id: string) =>
    compliancePage(found)
      .sections.flatMap(({ table }) => table?.rows ?? [])
      .find(([first]) => first?.text === id) ?? []

  it('are none where all are there, or were removed by retention, in the period or after it', async () => {
    const { chronicle, made, period } = await tenHours()
    const whole = await report(period)
    expect(whole).toMatchObject({ lost: [], recoveryPoint: { kept: 1, withLost: null } })
    expect(compliancePage(whole).lead.join()).not.toContain('NOT')
    const [, , third = '', fourth = ''] = made
    drop((key) => folderOf(third)(key) || folderOf(fourth)(key))
    await chronicle.event(start - hour, { type: 'retention', details: { kept: 9, removed: third } })
    clock.advance(hour)
    await chronicle.event(start + minute, { type: 'retention', details: { kept: 8, removed: fourth } })
    const found = await report(period)
    expect(found).toMatchObject({ lost: [], recoveryPoint: { kept: 1, withLost: null } })
    expect(found.backups.filter(({ fate }) => fate === 'expired')).toHaveLength(2)
    expect(rowsOf(found, third).map(({ text }) => text)).toContain('none now: removed by retention')
  })

  it('all of them, with the ledger left as it was: the report says so first, in each row, and counts none', async () => {
    const { made, period } = await tenHours()
    drop((key) => key.includes('/backups/'))
    const found = await report(period)
    expect(found.ledger.verdict).toBe('passed')
    expect(found.lost).toMatchObject(
      made
        .slice(2)
        .reverse()
        .map((id) => ({ id, fate: 'gone' })),
    )
    expect(found.recoveryPoint).toMatchObject({ kept: 0, worst: null, withLost: { kept: 1 } })
    const page = compliancePage(found)
    expect(page.lead[0]).toContain('NOT ALL IS THERE: 8 backups')
    expect(page.sections[0]?.text.join()).toContain('does NOT agree')
    expect(rowsOf(found, made[5] ?? '')).toContainEqual({
      text: 'none: no store has it, and no retention removed it',
      tone: 'bad',
    })
  })

  it('or their data alone, or a manifest that was changed', async () => {
    const { made, period } = await tenHours()
    drop((key) => key.includes('/main/'))
    const key = `test/backups/${made[9] ?? ''}/manifest.json`
    overwrite(store, key, Buffer.from(`${bytesAt(store, key).toString()} `))
    const found = await report(period)
    expect(found.lost.map(({ fate }) => fate)).toEqual(['doubtful', ...Array<string>(7).fill('hollow')])
    expect(found.recoveryPoint).toMatchObject({ kept: 0, worst: null, withLost: { kept: 1 } })
    expect(compliancePage(found).lead[0]).toContain('8 backups')
  })

  it('without an hour in which the RPO was not kept: the row says what it counts, and warns', async () => {
    const { made, period } = await tenHours()
    drop(folderOf(made[9] ?? ''))
    const found = await report(period)
    expect(found.recoveryPoint).toMatchObject({ kept: 1, withLost: { kept: 1 } })
    const [, , cell] = rowsOf(found, 'RPO')
    expect(cell?.text).toMatch(/^without the backups that cannot be restored: kept 100 % of the time/)
    expect(cell?.tone).toBe('warning')
  })

  it('in part: the share counts what is left, and stands beside the one with them', async () => {
    const { made, period } = await tenHours()
    // One hour in four, of eight, in which the newest that is left is older than two hours.
    for (const id of made.slice(5, 8)) drop(folderOf(id))
    const { recoveryPoint: point, lost } = await report(period)
    expect(lost).toHaveLength(3)
    expect(point.withLost?.kept).toBe(1)
    expect(point.kept).toBeCloseTo(1 - (2 * hour + minute) / (8 * hour), 6)
  })

  it.each(['verify', 'backup'] as const)(
    'are not made good by an event of retention with the signature of %s',
    async (role) => {
      const { made, period } = await tenHours()
      drop((key) => key.includes('/backups/'))
      const keys = { ...kept.keys, backup: kept.keys[role] }
      await using ports = await backupPorts([store], keys, { clock })
      await recordEvent(ports, kept.environment, {
        type: 'retention',
        outcome: { verdict: 'passed', failure: null },
        backupId: null,
        details: { kept: 0, removed: made.join(' ') },
      })
      expect((await report({ ...period, to: clock.now() + 1 })).lost).toHaveLength(8)
    },
  )

  it('may be in the store that does not answer', async () => {
    const { made, period } = await tenHours()
    drop(folderOf(made[9] ?? ''))
    const silent = faultyStore(memoryStore({ name: 'silent' }), () => ({
      when: 'before',
      failure: new Failure('unavailable', 'down'),
    }))
    await using ports = await backupPorts([store, silent], kept.keys, { clock })
    const found = await compliance(kept.environment, period, ports)
    expect(found).toMatchObject({ silent: ['silent'], lost: [{ id: made[9] }] })
    expect(compliancePage(found).lead[0]).toContain('silent could not be asked, and may have')
  })
})

describe('how far the recovery point was kept', () => {
  const at = (begun: number, done: number) => ({ begunAt: begun * minute, doneAt: done * minute })
  const period = { from: 0, to: 100 * minute }

  it.each([
    ['always, by a backup often enough', [at(-20, -10), at(10, 20), at(40, 50), at(70, 80)], 60, 1],
    ['not while the newest complete backup was too old', [at(-10, 0), at(40, 50)], 50, 0.8],
    ['from the first backup on, as nothing is known before', [at(40, 50)], 30, 0.4],
    ['not by a backup that was complete only later', [at(-10, 0), at(10, 90)], 30, 0.2],
    ['of no time, without a backup', [], 30, null],
  ])('%s', (_, backups, rpo, share) => {
    const { kept: found } = recoveryPoint(backups, period, rpo * minute)
    expect(found === null ? null : Number(found.toFixed(10))).toBe(share)
  })

  it('is not what a backup says that began long after its end', () => {
    const { kept: share, worst } = recoveryPoint([at(0, 0), at(9_000, 10)], period, 30 * minute)
    expect([share, worst]).toEqual([0.4, 90 * minute])
  })

  it('knows the worst moment, and takes no promise for granted', () => {
    expect(recoveryPoint([at(-10, 0), at(40, 50)], period, null)).toEqual({
      kept: null,
      withLost: null,
      worst: 60 * minute,
      unknownBefore: null,
    })
  })

  it('names the time before the first backup, and does not call it a broken promise', () => {
    const { kept: share, unknownBefore } = recoveryPoint([at(49, 50), at(79, 80)], period, 60 * minute)
    expect([share, unknownBefore]).toEqual([1, 50 * minute])
    expect(recoveryPoint([], period, hour)).toEqual({
      kept: null,
      worst: null,
      withLost: null,
      unknownBefore: period.to,
    })
  })
})

describe('its page', () => {
  async function page() {
    await backUp([store], kept, clock)
    await record({ type: 'restore' }, hostile)
    return compliancePage(await report())
  }

  it('is Markdown in which nothing that a record holds is markup', async () => {
    const text = pageMarkdown(await page())
    expect(text).toContain('## Restores')
    expect(text).not.toMatch(/<script|<@|@here|\[a\]\(/)
    const rows = text.split('\n').filter((line) => line.startsWith('|'))
    expect(rows.length).toBeGreaterThan(8)
  })

  it('tells events in words and units for people, and their figures in JSON as they are', async () => {
    const drill = { scenario: 'files-lost', detect: 340, recover: 1_964, lostWrites: 14, lossAge: 495_145 }
    await record({ type: 'drill', details: { ...drill, rtoMet: true, rpoMet: false } })
    const restore = { mode: 'in-place', duration: 1_964, bytes: 2_048, dataLoss: 495_145, rtoMet: true }
    await record({ type: 'restore', details: { ...restore, passedOver: 0, inService: true } })
    await record({ type: 'runbook', details: { run: 'a', incident: 'INC-1', entry: 'ended', took: 78 } })
    const found = await report()
    expect(found.drills[0]?.details).toMatchObject(drill)
    for (const text of [pageMarkdown(compliancePage(found)), pageHtml(compliancePage(found))]) {
      expect(text).toContain('noticed after 0.3 s, recovered in 2.0 s, writes lost: 14')
      expect(text).toContain('RTO met, RPO missed')
      expect(text).toContain('took 2.0 s, bytes read 2.0 KiB, data lost of the last 8 min 15 s')
      expect(text).not.toMatch(/1964|495145|rtoMet|lostWrites|dataLoss|: (true|false)/)
    }
  })

  it('shows its own times as people write them', async () => {
    const text = pageMarkdown(await page())
    expect(text).toMatch(/From \d{4}-\d\d-\d\d \d\d:\d\d/)
  })

  it('is one HTML file that loads nothing and runs nothing', async () => {
    const html = pageHtml(await page())
    expect(html).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|url\(|@import|src=/i)
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain("default-src 'none'")
    expect(html.match(/<section>/g)).toHaveLength(compliancePage(await report()).sections.length)
  })
})
