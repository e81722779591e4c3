import { maskSecrets } from '../domain/redaction.ts'
import { formatDuration } from '../domain/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { createMeters, type Meters } from './meters.ts'

const escape = '\u001b'

export interface TerminalOptions {
  stream: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  clock: Clock
  color: boolean
  verbose: boolean
  /** Values that are never shown; may grow while the log is in use. */
  secrets: ReadonlySet<string>
}

/** A log for people at a terminal, or for a file: plain lines then, and no bar. */
export function createTerminalLog(options: TerminalOptions): Log {
  const { stream, clock, secrets } = options
  const paint = (code: number, text: string) =>
    options.color ? `${escape}[${code}m${text}${escape}[0m` : text
  const meters: Meters = createMeters(options)
  const line = (text: string, subjects: readonly string[] = []) => {
    const names = subjects.length === 0 ? '' : `: ${subjects.join(', ')}`
    meters.aside(() => stream.write(`${maskSecrets(printable(text + names), secrets)}\n`))
  }
  return {
    debug: (text) => {
      if (options.verbose) line(paint(2, text))
    },
    info: line,
    notice: (text, subjects) => line(`${paint(36, 'notice')} ${text}`, subjects),
    warning: (text, subjects) => line(`${paint(33, 'warning')} ${text}`, subjects),
    error: (text, subjects) => line(`${paint(31, 'error')} ${text}`, subjects),
    group: async (title, work) => {
      const start = clock.ticks()
      line(paint(1, title))
      try {
        return await work()
      } finally {
        line(paint(2, `${title}: ${formatDuration(clock.ticks() - start)}`))
      }
    },
    progress: (title) => meters.open(title),
  }
}

/** Names come from data: control characters among them could repaint the terminal. Our own colours stay. */
function printable(text: string): string {
  return text.replaceAll(/(\p{Cc}\[\d+m)|\p{Cc}/gu, (character, ours: string | undefined) =>
    ours?.startsWith(escape) === true || character === '\n' ? character : '\u{fffd}',
  )
}
