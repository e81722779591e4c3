import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSummary } from '../../src/github/summary.ts'

const MiB = 1_048_576
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summary-'))
  file = join(folder, 'summary')
})
afterEach(() => rm(folder, { recursive: true }))

test('a summary stands beside what the step has already written', async () => {
  await writeFile(file, '# Before')
  await writeSummary('# Ours\n', file)
  expect(await readFile(file, 'utf8')).toBe('# Before\n\n# Ours\n')
})

test('a summary that is too long is cut at the end of a line, and says so', async () => {
  await writeFile(file, 'x'.repeat(1_000))
  await writeSummary('ä line of sixty bytes or so, written over and over again ü\n'.repeat(30_000), file)
  const text = await readFile(file, 'utf8')
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MiB)
  expect(Buffer.byteLength(text)).toBeGreaterThan(MiB - 500)
  expect(text).toMatch(/again ü\n\n_Cut here/)
})

test('a line that is longer than a summary may be is left out rather than torn', async () => {
  await writeSummary(`# Head\n${'x'.repeat(2 * MiB)}`, file)
  expect(await readFile(file, 'utf8')).toMatch(/^# Head\n\n_Cut here/)
})

test('nothing is written where there is no room left', async () => {
  await writeFile(file, 'x'.repeat(MiB))
  await writeSummary('# Ours\n', file)
  expect((await readFile(file)).length).toBe(MiB)
})

test.each([undefined, ''])(
  'without a place for it (%j) there is no summary, and no failure',
  async (place) => {
    await expect(writeSummary('# Ours\n', place)).resolves.toBeUndefined()
  },
)
