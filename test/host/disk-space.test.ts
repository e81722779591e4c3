import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freePercent } from '../../src/domain/disk-space.ts'
import { spaceOf } from '../../src/host/disk-space.ts'

test.each([
  // As `df -P` printed of disks: a tenth is kept back for root; most of it is; nothing is.
  { blocks: 1_000, bfree: 300, bavail: 200, used: 78 },
  { blocks: 264_212_084, bfree: 182_418_620, bavail: 13_707_800, used: 86 },
  { blocks: 1_000, bfree: 200, bavail: 200, used: 80 },
  { blocks: 1_000, bfree: 0, bavail: 0, used: 100 },
])('what is free of a disk is what df leaves of 100: $used % used', ({ used, ...blocks }) => {
  const space = spaceOf({ ...blocks, bsize: 1_024 })
  expect(space.free).toBe(blocks.bavail * 1_024)
  expect(freePercent(space)).toBe(100 - used)
})

test('the size of a disk is counted in one place, so that no two commands say different things of it', () => {
  const source = fileURLToPath(new URL('../../src', import.meta.url))
  const counting = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && /\bblocks\b.*\bbsize\b/.test(readFileSync(join(source, name), 'utf8')),
  )
  expect(counting).toEqual([join('host', 'disk-space.ts')])
})
