/** Durations and sizes: parsed where text comes in, carried as numbers with a unit in their type. */

/** A span of time in milliseconds. */
export type Milliseconds = number
/** A size in bytes. */
export type Bytes = number
/** A moment: milliseconds since the epoch. */
export type Instant = number

const durationUnits = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const
const sizeUnits = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
} as const

/** What a duration may look like, for error messages. */
export const durationForm = 'a number with a unit, such as 90s, 15m, 6h or 30d'
/** What a size may look like, for error messages. */
export const sizeForm = 'a number with a unit, such as 512KiB, 8MiB or 2GB'

/** `15m` → 900000. Several parts may follow each other: `1h30m`. Resolves null when the text is no duration. */
export function parseDuration(text: string): Milliseconds | null {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d|w))+$/.test(text)) return null
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d|w)/g)) {
    total += Number(amount) * durationUnits[unit as keyof typeof durationUnits]
  }
  return Number.isSafeInteger(Math.round(total)) ? Math.round(total) : null
}

/** `8MiB` → 8388608. Null when the text is no size. */
export function parseSize(text: string): Bytes | null {
  const match = /^(\d+(?:\.\d+)?) ?(B|[KMGT]i?B)$/.exec(text)
  if (!match) return null
  const bytes = Math.round(Number(match[1]) * sizeUnits[match[2] as keyof typeof sizeUnits])
  return Number.isSafeInteger(bytes) ? bytes : null
}

/** For people: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`, `4 d 3 h`. */
export function formatDuration(span: Milliseconds): string {
  if (span < 0) return `−${formatDuration(-span)}`
  if (span < 9_950) return `${(span / 1_000).toFixed(1)} s`
  const seconds = Math.round(span / 1_000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return join(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 1_440) return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
  const hours = Math.round(minutes / 60)
  return join(Math.floor(hours / 24), 'd', hours % 24, 'h')
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

/** For people: `1 check`, `2 checks`; `1 entry`, `2 entries` where the plural is given. */
export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${grouped(count)} ${count === 1 ? word : plural}`
}

/** For people: `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** For people: `999 B`, `1.5 KiB`, `734 MiB`. */
export function formatBytes(size: Bytes): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']
  let value = size
  let unit = 0
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** For people: bytes over a span as `120 MiB/s`; an em dash when the span is too short to divide by. */
export function formatRate(size: Bytes, span: Milliseconds): string {
  return span <= 0 ? '—' : `${formatBytes((size / span) * 1_000)}/s`
}
