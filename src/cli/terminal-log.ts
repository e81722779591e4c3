import { maskSecrets } from '../domain/redaction.ts'
import { formatDuration } from '../domain/units.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { createMeters, type Meters } from './meters.ts'

export interface TerminalOptions {
  stream: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  clock: Clock
  color: boolean
  verbose: boolean
  /** Values that are never shown; may grow while the log is in use. */
  secrets: ReadonlySet<string>
}

/** A log for people at a terminal, or for a file: plain lines then, and no bar. */
export function createTerminalLog(options: TerminalOptions): Log {
  const { stream, clock, secrets } = options
  const meters: Meters = createMeters(options)
  const paint = (color: Color, text: string) => (options.color ? `\u001b[${color}m${text}\u001b[0m` : text)
  const line = (text: string) => meters.aside(() => stream.write(`${text}\n`))
  const clean = (text: string, subjects: readonly string[] = []) => {
    const names = subjects.length === 0 ? '' : `: ${subjects.join(', ')}`
    return maskSecrets(printable(text + names), secrets)
  }
  return {
    debug: (text) => {
      if (options.verbose) line(paint(dim, clean(text)))
    },
    info: (text, subjects) => line(clean(text, subjects)),
    notice: (text, subjects) => line(`${paint(cyan, 'notice')} ${clean(text, subjects)}`),
    warning: (text, subjects) => line(`${paint(yellow, 'warning')} ${clean(text, subjects)}`),
    error: (text, subjects) => line(`${paint(red, 'error')} ${clean(text, subjects)}`),
    group: async (title, work) => {
      const start = clock.ticks()
      line(paint(bold, clean(title)))
      try {
        return await work()
      } finally {
        line(paint(dim, `${clean(title)}: ${formatDuration(clock.ticks() - start)}`))
      }
    },
    progress: (title) => meters.open(clean(title)),
  }
}

/** Numbers of ANSI's "select graphic rendition". */
const [bold, dim, red, yellow, cyan] = [1, 2, 31, 33, 36] as const
type Color = typeof bold | typeof dim | typeof red | typeof yellow | typeof cyan

/** Names come from data: control characters among them could repaint the terminal. */
function printable(text: string): string {
  return text.replaceAll(/(?!\n)\p{Cc}/gu, '\u{fffd}')
}
