import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DrillStage, figure, setDrillStage, show, troubleIn } from '../support/ports/drill-stage.ts'

describe('servers that fail', () => {
  let stage: DrillStage
  beforeAll(async () => {
    stage = await setDrillStage(15)
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  test('a synchronous standby takes over without the loss of a write', async () => {
    const report = await stage.drill('single-server-failure', {
      root: { drills: { replication: 'synchronous' }, objectives: { rto: '1m', rpo: '1s' } },
    })
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(report.verdict).toBe('passed')
    expect(figure(report, 'single-server-failure: writes lost')).toBe(0)
    expect(report.objectives.map(({ name, met }) => `${name} ${met}`)).toEqual(['RTO true', 'RPO true'])
    expect(figure(report, 'single-server-failure: time to detect')).toBeGreaterThan(0)
  })

  test('a drill whose standby is led to, but not promoted, fails', async () => {
    const report = await stage.drill('single-server-failure', {
      sabotage: { recover: async () => 'instead' },
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.message).toMatch(/could not write again/)
    expect(report.objectives).toEqual([])
  })

  test('when the newest backup is damaged in every store, the one before it comes back', async () => {
    const report = await stage.drill('newest-backup-corrupt')
    show(report)
    expect(troubleIn(report)).toEqual([])
    // What was written after the older backup is gone, and said to be.
    expect(figure(report, 'newest-backup-corrupt: writes lost')).toBeGreaterThan(0)
  })

  test('a drill in which the older backup is damaged too fails', async () => {
    const report = await stage.drill('newest-backup-corrupt', {
      sabotage: {
        recover: async ({ double }) => {
          for (const copy of double.stores) {
            for await (const { key } of copy.store.list(`${double.environment.environment}/backups/`)) {
              if (key.endsWith('toc.dat.age')) await copy.damage(key)
            }
          }
          return 'before'
        },
      },
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.message).toMatch(/did not come back/)
  })
})
