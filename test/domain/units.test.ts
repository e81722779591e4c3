import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatBytes, formatDuration, formatRate, parseDuration, parseSize } from '../../src/domain/units.ts'

const unitMilliseconds = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

describe('durations', () => {
  test('mean their number times their unit, and parts add up', () => {
    const part = fc.tuple(
      fc.nat(10_000),
      fc.constantFrom(...(Object.keys(unitMilliseconds) as (keyof typeof unitMilliseconds)[])),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.map(([amount, unit]) => `${amount}${unit}`).join('')
        const total = parts.reduce((sum, [amount, unit]) => sum + amount * unitMilliseconds[unit], 0)
        expect(parseDuration(text)).toBe(total)
      }),
    )
  })

  test.each(['', '15', 'm', '15 m', '-1h', '1y', '1h ', '1h30', '1.h', '.5h', '1e3s', `${'9'.repeat(400)}w`])(
    'are not read from %j',
    (text) => {
      expect(parseDuration(text)).toBeNull()
    },
  )

  test('are a whole number of milliseconds or null, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.]{1,6}(ms|s|m|h|d|w)$/)), (text) => {
        const span = parseDuration(text)
        expect(span === null || (Number.isSafeInteger(span) && span >= 0)).toBe(true)
      }),
    )
  })

  test.each([
    [0, '0.0 s'],
    [400, '0.4 s'],
    [9_949, '9.9 s'],
    [9_950, '10 s'],
    [59_400, '59 s'],
    [59_600, '1 min'],
    [200_000, '3 min 20 s'],
    [3_599_600, '1 h'],
    [7_500_000, '2 h 5 min'],
    [86_399_999, '1 d'],
    [356_400_000, '4 d 3 h'],
    [-660_000, '−11 min'],
  ])('of %d ms read as %s', (span, text) => {
    expect(formatDuration(span)).toBe(text)
  })

  test('are shown to within a twentieth, and no unit overflows into the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 10 * 86_400_000 }), (span) => {
        const text = formatDuration(span)
        const shown = parseDuration(text.replaceAll('min', 'm').replaceAll(' ', ''))
        expect(Math.abs((shown ?? 0) - span)).toBeLessThanOrEqual(span / 20)
        expect(text).not.toMatch(/\b60 (s|min)|\b24 h/)
      }),
    )
  })
})

describe('sizes', () => {
  test.each([
    ['512KiB', 524_288],
    ['8MiB', 8_388_608],
    ['8 MiB', 8_388_608],
    ['2GB', 2_000_000_000],
    ['1.5KB', 1_500],
    ['7B', 7],
  ])('%s means %d bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes)
  })

  test.each(['', '8', '8M', '8mib', '-1B', '1KiB2B', '9'.repeat(30) + 'TiB'])(
    'are not read from %j',
    (text) => {
      expect(parseSize(text)).toBeNull()
    },
  )

  test('shown to people can be read again, to within a twentieth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 * 1024 ** 4 }), (bytes) => {
        expect(Math.abs((parseSize(formatBytes(bytes)) ?? Infinity) - bytes)).toBeLessThanOrEqual(bytes / 20)
      }),
    )
  })

  test('over no time have no rate', () => {
    expect(formatRate(100, 0)).toBe('—')
    expect(formatRate(10 * 1_048_576, 500)).toBe('20.0 MiB/s')
  })
})
