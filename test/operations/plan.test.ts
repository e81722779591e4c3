import { describe, expect, it } from 'vitest'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import type { Environment } from '../../src/domain/environment/schema.ts'
import { plan, type PlanInput } from '../../src/operations/plan/plan.ts'

const minute = 60_000
const hour = 60 * minute

const environment = (objectives: string, more = ''): Promise<Environment> =>
  parseEnvironment(
    `environment: shop
objectives: { ${objectives} }
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: a, type: s3, bucket: one }, { name: b, type: s3, bucket: two }]
encryption: none
${more}`,
    'shop.yml',
  )

const planned = async (objectives: string, input: PlanInput = {}, more = '') =>
  plan(await environment(objectives, more), input, 0)

const fact = (report: Awaited<ReturnType<typeof planned>>, label: string): number | undefined =>
  report.facts.find((entry) => entry.label === label)?.value

describe('plan', () => {
  it('holds an RPO only when gap, delay and duration together fit in it', async () => {
    const input = { backupSchedule: ['7 * * * *'], delay: 20 * minute, backupDuration: 10 * minute }
    const fits = await planned('rpo: 90m', input)
    expect(fits.objectives[0]).toMatchObject({ measured: 90 * minute, margin: 0, met: true })
    expect(fits.verdict).toBe('passed')
    const tight = await planned('rpo: 89m', input)
    expect(tight).toMatchObject({ verdict: 'degraded', failure: { kind: 'objective' } })
    expect(tight.next).toHaveLength(1)
  })

  it('counts the longest gap of an uneven schedule, not the average one', async () => {
    const report = await planned('rpo: 24h', {
      backupSchedule: ['7 8 * * *', '7 10 * * *'],
      delay: 0,
      backupDuration: 0,
    })
    expect(report.objectives[0]?.measured).toBe(22 * hour)
  })

  it('takes the schedule from the objectives when none is given', async () => {
    const report = await planned('rpo: 24h, backup-every: 6h', { delay: 0, backupDuration: minute })
    expect(report.objectives[0]?.measured).toBe(6 * hour + minute)
  })

  it('bills each run by whole minutes, and each store by its own requests', async () => {
    const report = await planned('rpo: 24h', {
      backupSchedule: ['7 3 * * *'],
      verifySchedule: ['7 4 * * *'],
      backupDuration: 61_000,
      verifyDuration: 60_000,
      backupObjects: 5,
      backupSize: 1000,
    })
    const days = 365.25 / 12
    expect(fact(report, 'Runner minutes a month, in all')).toBeCloseTo(days * 3, 6)
    expect(fact(report, 'Requests to stores a month, about')).toBeCloseTo(days * 20 * 3, 6)
    expect(fact(report, 'Uploaded a month')).toBeCloseTo(days * 2000, 6)
    expect(fact(report, 'Downloaded a month, by restore tests')).toBeCloseTo(days * 1000, 6)
  })

  it('shows as the sum of runner minutes what whoever adds up the two that are shown comes to', async () => {
    const shown = async (input: PlanInput) => {
      const { facts } = await planned('rpo: 24h', input)
      const texts = facts.filter(({ label }) => label.includes('unner minutes')).map(({ text }) => text)
      return texts.map((text) => Number(text.replaceAll(',', '')))
    }
    const minutely = {
      backupSchedule: ['*/12 * * * *'],
      verifySchedule: ['7 */8 * * *'],
      backupDuration: minute,
    }
    for (let verify = 1; verify <= 9; verify += 1) {
      const [backups = 0, proofs = 0, sum] = await shown({ ...minutely, verifyDuration: verify * minute })
      expect(sum).toBe(backups + proofs)
    }
    const rarely = { backupSchedule: ['7 3 1 * *'], verifySchedule: ['7 4 1 1 *'] }
    const [backups = 0, proofs = 0, sum] = await shown({
      ...rarely,
      backupDuration: 12 * minute,
      verifyDuration: 9 * minute,
    })
    expect(sum).toBeCloseTo(backups + proofs, 6)
  })

  it('says nothing of bytes when no size is known', async () => {
    const report = await planned('rpo: 24h')
    expect(report.facts.filter((entry) => entry.unit === 'bytes')).toEqual([])
  })

  it('names every assumption that it made, and none that it did not need', async () => {
    const assumed = (await planned('rpo: 24h')).notices.map((entry) => entry.text).join('\n')
    expect(assumed).toContain('Assumed')
    const given = { delay: minute, backupDuration: minute, verifyDuration: minute, backupObjects: 3 }
    const told = (await planned('rpo: 24h', given)).notices.map((entry) => entry.text).join('\n')
    expect(told).not.toContain('Assumed')
  })

  it('advises a machine of your own below an hour', async () => {
    const report = await planned('rpo: 15m, backup-every: 15m')
    expect(report.verdict).toBe('degraded')
    expect(report.next.join()).toContain('lifeboat backup --every')
    expect(report.notices.map((entry) => entry.text).join()).toContain('Below an hour')
  })

  it('sends no one to a schedule when one backup takes longer than the RPO', async () => {
    const report = await planned('rpo: 15m, backup-every: 15m', { backupDuration: 20 * minute })
    expect(report.next.join()).toContain('WAL')
    expect(report.next.join()).not.toContain('--every')
  })

  it('warns that a schedule can stop unseen unless there is a heartbeat', async () => {
    const warned = (await planned('rpo: 24h')).notices.some((entry) => entry.text.includes('60 days'))
    const pinged = (await planned('rpo: 24h', {}, 'heartbeat: "${PING_URL}"')).notices
    expect([warned, pinged.some((entry) => entry.text.includes('60 days'))]).toEqual([true, false])
  })

  it('refuses a line that is no cron line, and a schedule that never runs', async () => {
    await expect(planned('rpo: 24h', { backupSchedule: ['@daily'] })).rejects.toMatchObject({
      kind: 'config',
    })
    await expect(planned('rpo: 24h', { backupSchedule: ['7 3 31 2 *'] })).rejects.toMatchObject({
      kind: 'config',
    })
  })
})
