import { expect, test } from 'vitest'
import { judgeWrites, recoveryPoints } from '../../../src/operations/drill/recovery-points.ts'
import { type AcknowledgedWrite, lossesAmong } from '../../../src/operations/drill/workload.ts'

/** Five writes, a backup, five, another backup, five: with all times the same, as a clock that stands still has them. */
async function written() {
  const acknowledged: AcknowledgedWrite[] = []
  const points = recoveryPoints({ acknowledged })
  const write = (count: number) => {
    for (let left = count; left > 0; left -= 1)
      acknowledged.push({ sequence: acknowledged.length + 1, at: 0 })
  }
  write(5)
  const name = (made: string) => made
  await points.begin(async () => {
    // What is written while it is made may be in it, or not.
    write(5)
    return 'older'
  }, name)
  await points.begin(async () => 'newer', name)
  write(5)
  const judge = (lost: (sequence: number) => boolean, back: Parameters<typeof judgeWrites>[0]) => {
    const found = new Set(acknowledged.map(({ sequence }) => sequence).filter((one) => !lost(one)))
    return judgeWrites(back, lossesAmong(acknowledged, found, 0), acknowledged, points).status
  }
  return { points, judge }
}

test('a recovery may lose what was acknowledged since its backup was begun, and nothing from before', async () => {
  const { judge } = await written()
  expect(judge((sequence) => sequence > 10, 'to the last backup')).toBe('passed')
  expect(judge((sequence) => sequence >= 10, 'to the last backup')).toBe('failed')
  expect(judge((sequence) => sequence === 1, 'to the last backup')).toBe('failed')
  expect(judge(() => true, 'to the last backup')).toBe('failed')
})

test('a recovery that fell back to an older backup is held to what that one holds', async () => {
  const { points, judge } = await written()
  points.wentBackTo('older')
  expect(judge((sequence) => sequence > 5, 'to the last backup')).toBe('passed')
  expect(judge((sequence) => sequence >= 5, 'to the last backup')).toBe('failed')
})

test('a recovery that went back to nothing that the drill knows may lose nothing', async () => {
  const { points, judge } = await written()
  points.wentBackTo('a stranger')
  expect(judge((sequence) => sequence === 15, 'to the last backup')).toBe('failed')
  expect(judge((sequence) => sequence === 15, 'nothing')).toBe('failed')
})
