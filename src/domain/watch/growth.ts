import type { Bytes, Instant } from '../units.ts'

/** How large a source was in one backup. */
export interface SizePoint {
  at: Instant
  /** Before compression, so that it follows the data alone. */
  bytes: Bytes
  rows: number
}

export interface Growth {
  newest: SizePoint
  /** Medians of the backups before it. */
  usual: { bytes: Bytes; rows: number }
  /** By how much the newest differs from what is usual: −0.5 is half gone. Whichever of bytes and rows changed more. */
  change: number
  /** Bytes a day over all points; null with less than a day of them. */
  perDay: number | null
}

/** So many backups before the newest say what is usual. */
const remembered = 10
/** Below both of these a change means nothing. */
const smallest = { bytes: 256 * 1024, rows: 100 }

/** @param points in any order; null with fewer than two */
export function judgeGrowth(points: readonly SizePoint[]): Growth | null {
  const inOrder = [...points].sort((a, b) => a.at - b.at)
  const newest = inOrder.at(-1)
  const before = inOrder.slice(0, -1).slice(-remembered)
  if (newest === undefined || before.length === 0) return null
  const usual = {
    bytes: median(before.map(({ bytes }) => bytes)),
    rows: median(before.map(({ rows }) => rows)),
  }
  const changes = (['bytes', 'rows'] as const)
    .filter((what) => Math.max(newest[what], usual[what]) >= smallest[what])
    .map((what) => (usual[what] === 0 ? 0 : newest[what] / usual[what] - 1))
  const change = changes.sort((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 0
  return { newest, usual, change, perDay: slope(inOrder) }
}

function median(values: readonly number[]): number {
  const inOrder = [...values].sort((a, b) => a - b)
  const middle = inOrder.length >> 1
  const upper = inOrder[middle] ?? 0
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? 0) + upper) / 2
}

const day = 86_400_000

/** Least squares, in bytes a day. */
function slope(points: readonly SizePoint[]): number | null {
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0]
  if (last - first < day) return null
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const days = points.map(({ at }) => (at - first) / day)
  const [x, y] = [mean(days), mean(points.map(({ bytes }) => bytes))]
  const spread = days.reduce((sum, value) => sum + (value - x) ** 2, 0)
  const common = points.reduce((sum, { bytes }, index) => sum + ((days[index] ?? 0) - x) * (bytes - y), 0)
  return spread === 0 ? null : common / spread
}
