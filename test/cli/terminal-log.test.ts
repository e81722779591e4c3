import { describe, expect, test } from 'vitest'
import { createTerminalLog } from '../../src/cli/terminal-log.ts'
import { wantsColor } from '../../src/cli/terminal-host.ts'
import type { Clock } from '../../src/ports/clock.ts'

const MiB = 1024 ** 2

/** A log that writes into text, at a time that the test chooses. */
function logInto(options: { isTTY?: boolean; color?: boolean; secrets?: string[] } = {}) {
  let text = ''
  let now = 0
  const clock: Clock = {
    now: () => now,
    ticks: () => now,
    sleep: () => Promise.resolve(),
    every: () => ({ [Symbol.dispose]: () => undefined }),
  }
  const log = createTerminalLog({
    stream: { write: (part) => ((text += part), true), isTTY: options.isTTY ?? false, columns: 80 },
    clock,
    color: options.color ?? false,
    verbose: false,
    secrets: new Set(options.secrets),
  })
  return { log, text: () => text, wait: (span: number) => (now += span) }
}

describe('a log without a terminal', () => {
  test('says how far work is every few seconds, not at every report', () => {
    const { log, text, wait } = logInto()
    using progress = log.progress('upload')
    for (let done = 1; done <= 120; done += 1) {
      wait(100)
      progress.report(done * MiB, 240 * MiB)
    }
    const lines = text().trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('upload  21 %  50.0 MiB of 240 MiB  10.0 MiB/s  19 s left')
  })

  test('writes no control character of its own', async () => {
    const { log, text, wait } = logInto()
    await log.group('phase', async () => log.info('inside'))
    using progress = log.progress('upload')
    wait(10_000)
    progress.report(1, 2)
    log.warning('careful')
    expect(text()).not.toMatch(/(?!\n)\p{Cc}/u)
  })

  test('never says that work is done before it is, though an estimate was too low', () => {
    const { log, text, wait } = logInto()
    using progress = log.progress('dump')
    wait(6_000)
    progress.report(300 * MiB, 200 * MiB)
    expect(text()).toContain('99 %  300 MiB of 300 MiB')
  })
})

describe('a log on a terminal', () => {
  test('draws a bar that other lines do not tear', () => {
    const { log, text, wait } = logInto({ isTTY: true })
    using progress = log.progress('upload')
    wait(200)
    progress.report(MiB, 2 * MiB)
    log.info('a line')
    const beforeLine = text().slice(0, text().indexOf('a line'))
    expect(beforeLine).toContain('█')
    expect(beforeLine.endsWith('\r\u001b[2K')).toBe(true)
    expect(text().split('a line\n')[1]).toContain('█')
  })

  test('leaves no bar behind', () => {
    const { log, text, wait } = logInto({ isTTY: true })
    {
      using progress = log.progress('upload')
      wait(200)
      progress.report(1, 2)
    }
    expect(text().endsWith('\r\u001b[2K')).toBe(true)
  })
})

describe('what is never shown', () => {
  test('a secret, wherever it stands', () => {
    const { log, text } = logInto({ secrets: ['hunter22'] })
    log.info('password hunter22')
    log.error('refused', ['table hunter22'])
    expect(text()).not.toContain('hunter22')
  })

  test('control characters that came with a name', () => {
    const { log, text } = logInto()
    log.info('table', ['evil\u001b[31mname\u0007\r'])
    expect(text()).toBe('table: evil\ufffd[31mname\ufffd\ufffd\n')
  })
})

test.each([
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{}, false, false],
])('with %o, on a terminal: %s, colours are shown: %s', (variables, isTerminal, expected) => {
  expect(wantsColor(variables, isTerminal)).toBe(expected)
})
