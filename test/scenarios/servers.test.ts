import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DrillStage, figure, setDrillStage, show, troubleIn } from '../support/ports/drill-stage.ts'

let stage: DrillStage
beforeAll(async () => {
  stage = await setDrillStage(15)
})
afterAll(() => stage[Symbol.asyncDispose]())

const synchronous = { drills: { replication: 'synchronous' }, objectives: { rto: '1m', rpo: '1s' } }

describe('single-server-failure', () => {
  test('a synchronous standby takes over without the loss of a write', async () => {
    const report = await stage.drill('single-server-failure', { root: synchronous })
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(report.verdict).toBe('passed')
    expect(figure(report, 'single-server-failure: writes lost')).toBe(0)
    expect(report.objectives.map(({ name, met }) => `${name} ${met}`)).toEqual(['RTO true', 'RPO true'])
    expect(figure(report, 'single-server-failure: time to detect')).toBeGreaterThan(0)
    expect(report.timeline.map(({ name }) => name)).toContain('single-server-failure: recover')
  })

  test('fails when nothing is promoted', async () => {
    const report = await stage.drill('single-server-failure', {
      sabotage: { recover: async () => 'instead' },
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.message).toMatch(/could not write again/)
    // What did not come back took no time that anybody may rely on.
    expect(report.objectives).toEqual([])
  })
})

test('a standby that lacks a write from before it was begun fails the drill, although it follows asynchronously', async () => {
  const report = await stage.drill('single-server-failure', {
    sabotage: {
      check: async ({ application, database }) => {
        await using session = await application.session(database)
        await session.query('losing a write', 'delete from lifeboat_drill.writes where sequence = 1')
        return 'before'
      },
    },
  })
  expect(report.failure?.kind).toBe('integrity')
  expect(troubleIn(report).join('\n')).toMatch(/lost, \d+ of them acknowledged before/)
})

describe('network-partition', () => {
  test('asynchronous replication loses what it had acknowledged and not sent, and the drill counts it', async () => {
    const report = await stage.drill('network-partition', {
      sabotage: {
        // The time between the two cuts begins only when something was acknowledged on this side of the first: the second
        // such write was begun after it.
        inject: async (scene) => {
          const { sleep } = scene
          const once = async (span: number) => {
            scene.sleep = sleep
            await scene.workload.untilAcknowledged(2)
            await sleep(span)
          }
          scene.sleep = once
          return 'before'
        },
      },
    })
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(figure(report, 'network-partition: writes lost')).toBeGreaterThan(0)
    expect(figure(report, 'network-partition: age of lost writes')).toBeGreaterThan(0)
  })

  test('synchronous replication acknowledges nothing that the standby does not have', async () => {
    const report = await stage.drill('network-partition', { root: synchronous })
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(figure(report, 'network-partition: writes lost')).toBe(0)
  })

  test('fails when the old primary comes back beside the new one', async () => {
    const report = await stage.drill('network-partition', {
      sabotage: {
        check: async ({ primary }) => {
          await primary.start()
          return 'before'
        },
      },
    })
    expect(report.verdict).toBe('failed')
    expect(troubleIn(report).join('\n')).toMatch(/no split brain failed/)
    expect(troubleIn(report).join('\n')).toMatch(/there is one primary failed/)
  })
})
