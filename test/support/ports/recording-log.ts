import type { Log } from '../../../src/ports/log.ts'

export interface RecordingLog extends Log {
  /** Everything that was said, in order, names from data included. */
  readonly lines: readonly string[]
}

/** A log that keeps what it is told, so that it can be searched. */
export function recordingLog(): RecordingLog {
  const lines: string[] = []
  const say =
    (level: string) =>
    (text: string, subjects: readonly string[] = []) => {
      lines.push([level, text, ...subjects].join(' '))
    }
  return {
    lines,
    debug: say('debug'),
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    error: say('error'),
    group: (title, work) => {
      lines.push(`group ${title}`)
      return work()
    },
    progress: (title) => {
      lines.push(`progress ${title}`)
      return { report: () => undefined, [Symbol.dispose]: () => undefined }
    },
  }
}
