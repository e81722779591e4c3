import { describe, expect, test } from 'vitest'
import { createJobLog } from '../../src/github/log.ts'
import { createMasks } from '../../src/github/masks.ts'
import { harmlessLines } from '../../src/github/runner-text.ts'
import { capturedOutput, commandsIn } from '../support/github/captured-output.ts'

function logWith(options: { hidesNames?: boolean; ticks?: () => number } = {}) {
  return createJobLog({ masks: createMasks(), hidesNames: false, ...options })
}

describe('lines', () => {
  test.each([
    '::add-mask::x',
    '  ::add-mask::x',
    '\u00a0::add-mask::x',
    'a\n::set-output name=verdict::passed',
    'a\r::error::x',
    'a\r\n::error::x',
    'see ##[add-mask]x',
    '##[command]x\n##[stop-commands]y',
    ':::add-mask::x',
    '::: ::x',
  ])('%j is no command', (text) => {
    expect(commandsIn(harmlessLines(text).join('\n'))).toEqual([])
  })

  test('what is harmless stays as it is', () => {
    const text = 'public.orders: 12 rows (a::regclass) — done\n\tindented: 100 %'
    expect(harmlessLines(text).join('\n')).toBe(text)
  })

  test('control characters are seen, not obeyed', () => {
    expect(harmlessLines('a\u001B[2Kb\u0000\u0085')).toEqual(['a\u{fffd}[2Kb\u{fffd}\u{fffd}'])
  })
})

describe('names that came from data', () => {
  test('are shown, up to twenty of them', async () => {
    const names = Array.from({ length: 23 }, (_, index) => `shop.t${index}`)
    const output = await capturedOutput(() => logWith().info('differ', names))
    expect(output).toContain('differ: shop.t0, shop.t1')
    expect(output).toContain('shop.t19 and 3 more')
  })

  test('are replaced by their number where everyone can read the log', async () => {
    const log = logWith({ hidesNames: true })
    const output = await capturedOutput(() => {
      log.info('differs', ['shop.zanzibar'])
      log.warning('differ', ['shop.zanzibar', 'shop.pemba'])
    })
    expect(output).toContain('differs (one name not shown)')
    expect(output).toContain('differ (2 names not shown)')
    expect(output).not.toMatch(/zanzibar|pemba/)
  })
})

describe('groups', () => {
  test('within a group another is a heading, as GitHub cannot nest them', async () => {
    const log = logWith()
    const output = await capturedOutput(() =>
      log.group('outer', () =>
        log.group('inner', async () => {
          log.info('work')
        }),
      ),
    )
    expect(commandsIn(output).map(({ name, message }) => `${name} ${message}`.trim())).toEqual([
      'group outer',
      'endgroup',
    ])
    expect(output.indexOf('inner')).toBeLessThan(output.indexOf('work'))
  })

  test('a group ends, also when its work fails, and the failure goes on', async () => {
    const log = logWith()
    const failure = new Error('no')
    const output = await capturedOutput(async () => {
      await expect(log.group('outer', () => Promise.reject(failure))).rejects.toBe(failure)
    })
    expect(commandsIn(output).map(({ name }) => name)).toEqual(['group', 'endgroup'])
  })
})

describe('annotations', () => {
  test('of a level are as many as GitHub keeps; the rest are lines', async () => {
    const log = logWith()
    const output = await capturedOutput(() => {
      for (let count = 0; count < 25; count += 1) {
        log.notice(`notice ${count}`)
        log.warning(`warning ${count}`)
      }
    })
    const names = commandsIn(output).map(({ name }) => name)
    expect(names.filter((name) => name === 'notice')).toHaveLength(10)
    expect(names.filter((name) => name === 'warning')).toHaveLength(10)
    expect(output).toContain('\nwarning: warning 24\n')
  })

  test('may have several lines', async () => {
    const output = await capturedOutput(() => logWith().error('one\ntwo 100 %\r\n::error::three'))
    expect(commandsIn(output)).toEqual([
      expect.objectContaining({
        name: 'error',
        message: expect.stringMatching(/^one\ntwo 100 %.*\n::error::three$/),
      }),
    ])
  })
})

describe('progress', () => {
  test('is a line every ten seconds, with size, rate and what is left, and a last one', async () => {
    let now = 0
    const MiB = 1_048_576
    const output = await capturedOutput(() => {
      using progress = logWith({ ticks: () => now }).progress('Dump')
      for (let second = 1; second <= 25; second += 1) {
        now = second * 1_000
        progress.report(second * 4 * MiB, 200 * MiB)
      }
    })
    expect(output.trim().split('\n')).toEqual([
      'Dump: 40.0 MiB of 200 MiB (20 %), 4.0 MiB/s, about 40 s left',
      'Dump: 80.0 MiB of 200 MiB (40 %), 4.0 MiB/s, about 30 s left',
      'Dump: 100 MiB in 25 s, 4.0 MiB/s',
    ])
  })

  test('beyond what was estimated shows no share and no rest', async () => {
    let now = 0
    const output = await capturedOutput(() => {
      using progress = logWith({ ticks: () => now }).progress('Dump')
      now = 10_000
      progress.report(2_048, 1_024)
    })
    expect(output).toContain('Dump: 2.0 KiB, 205 B/s\n')
  })

  test('of nothing is nothing', async () => {
    const output = await capturedOutput(() => {
      using _ = logWith().progress('Dump')
    })
    expect(output).toBe('')
  })
})

describe('masks', () => {
  test('a secret is hidden in a line although no runner reads it', async () => {
    const masks = createMasks()
    const log = createJobLog({ masks, hidesNames: false })
    const output = await capturedOutput(async () => {
      masks.add('hunter2-hunter2')
      log.info('it is hunter2-hunter2')
      await log.group('hunter2-hunter2', async () => undefined)
    })
    expect(output.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('hunter2')
  })

  test('each form is told to the runner once', async () => {
    const masks = createMasks()
    const output = await capturedOutput(() => {
      masks.add('hunter2-hunter2')
      masks.add('hunter2-hunter2')
    })
    const told = commandsIn(output).map(({ message }) => message)
    expect(told).toContain('hunter2-hunter2')
    expect(told).toHaveLength(new Set(told).size)
  })
})
