import { expect, it } from 'vitest'
import { benchRetention } from '../../bench/retention.ts'

it('planning 100,000 backups takes no more than 200 MiB', async () => {
  const { peakBytes } = await benchRetention()
  expect(peakBytes).toBeLessThan(200 * 1024 * 1024)
})
