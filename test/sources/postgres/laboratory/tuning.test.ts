import { assert, double, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { laboratorySettings, settingsFile } from '../../../../src/sources/postgres/laboratory/tuning.ts'

const hints = { major: 17, version: '17.11', lcMonetary: 'C', size: null, tables: null }
const GiB = 1024 ** 3

test('memory of a laboratory stays within half of any machine of a GiB or more', () => {
  assert(
    property(
      record({
        cores: integer({ min: 1, max: 256 }),
        memory: double({ min: GiB, max: 2048 * GiB, noNaN: true }),
      }),
      option(integer({ min: 0, max: 2 ** 50 })),
      (machine, size) => {
        const settings = laboratorySettings({ ...hints, size }, machine)
        const bytes = (name: string) => Number.parseInt(settings[name] ?? '', 10) * 1024
        // A restore has a job per core, each of which builds an index.
        const jobs = Math.min(machine.cores, Math.floor(machine.memory / 4 / (32 * 1024 ** 2)))
        expect(bytes('shared_buffers') + jobs * bytes('maintenance_work_mem')).toBeLessThanOrEqual(
          machine.memory / 2,
        )
      },
    ),
  )
})

test('a database of very many tables can be locked whole in one transaction', () => {
  const settings = laboratorySettings({ ...hints, tables: 100_000 }, { cores: 2, memory: 8 * GiB })
  const locks = Number(settings['max_locks_per_transaction']) * Number(settings['max_connections'])
  expect(locks).toBeGreaterThanOrEqual(100_000)
})

test('in-place tablespaces are asked for only where the minor knows them', () => {
  const asked = (major: number, version: string) =>
    'allow_in_place_tablespaces' in laboratorySettings({ ...hints, major, version })
  expect([
    asked(13, '13.7'),
    asked(13, '13.8'),
    asked(14, '14.4'),
    asked(14, '14.5'),
    asked(18, '18.0'),
  ]).toEqual([false, true, false, true, true])
})

test('a value with a quote stays one value', () => {
  expect(settingsFile({ lc_monetary: "it's" })).toBe("lc_monetary = 'it''s'\n")
})
