import type { Point } from '../../domain/dashboard.ts'
import type { Instant } from '../../domain/units.ts'
import { type Html, markup } from './html.ts'

/** Charts are drawn when the page is made: the page needs no script. Sizes in user units; a phone scales them down a little. */
const width = 420
const height = 176
const left = 70
const right = 12
const top = 14
const bottom = 26

export interface LineChart {
  title: string
  /** What it shows, for whoever does not see it. */
  description: string
  points: readonly Point[]
  from: Instant
  to: Instant
  /** A line that should not be crossed. */
  target: number | null
  format: (value: number) => string
  /** Of one point, for tables and tips. */
  tip: (point: Point) => string
}

export function lineChart(chart: LineChart): Html {
  const { points, from, to, target } = chart
  const highest = Math.max(1, target ?? 0, ...points.map(({ value }) => value)) * 1.12
  const x = (at: Instant) => round(left + ((at - from) / Math.max(1, to - from)) * (width - left - right))
  const y = (value: number) => round(height - bottom - (value / highest) * (height - top - bottom))
  const line = points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')
  const [first, last] = [points[0], points.at(-1)]
  const base = y(0)
  const area = first && last ? `${x(first.at)},${base} ${line} ${x(last.at)},${base}` : ''
  return svg(chart.title, chart.description, [
    grid(
      [0, 0.5, 1].map((share) => (highest / 1.12) * share),
      y,
      chart.format,
    ),
    ticks(timeMarks(from, to), x),
    points.length > 1 &&
      markup`<polygon class="area" points="${area}" /><polyline class="line" points="${line}" />`,
    target !== null &&
      markup`<line class="target" x1="${left}" x2="${width - right}" y1="${y(target)}" y2="${y(target)}" />
        <text class="target-text" x="${width - right}" y="${y(target) - 4}" text-anchor="end"
          >promised ${chart.format(target)}</text
        >`,
    points.length <= 60 &&
      points.map(
        (point) =>
          markup`<circle
            class="${target !== null && point.value > target ? 'dot bad' : 'dot'}"
            cx="${x(point.at)}"
            cy="${y(point.value)}"
            r="${points.length > 30 ? 2 : 3}"
            ><title>${chart.tip(point)}</title></circle
          >`,
      ),
  ])
}

export interface BarChart {
  title: string
  description: string
  days: readonly { at: Instant; made: number; late: number; missed: number }[]
  tip: (day: { at: Instant; made: number; late: number; missed: number }) => string
}

/** One bar a day: what came, what came late, what did not come. Missed runs are hatched too, for whoever sees no colours. */
export function barChart({ title, description, days: all, tip }: BarChart): Html {
  const highest = Math.max(1, ...all.map(({ made, late, missed }) => made + late + missed))
  const slot = (width - left - right) / Math.max(1, all.length)
  const gap = Math.min(3, slot * 0.2)
  const y = (value: number) => round(height - bottom - (value / highest) * (height - top - bottom))
  const bars = all.map((day, index) => {
    const at = round(left + index * slot + gap / 2)
    const wide = round(Math.max(1, Math.min(28, slot - gap)))
    const part = (kind: string, start: number, count: number) =>
      count > 0 &&
      markup`<rect
        class="bar ${kind}"
        x="${at}"
        width="${wide}"
        y="${y(start + count)}"
        height="${round(y(start) - y(start + count))}"
      />`
    const { made, late, missed } = day
    return markup`<g
      >${part('made', 0, made)}${part('late', made, late)}${part('missed', made + late, missed)}<title>
        ${tip(day)}
      </title></g
    >`
  })
  const barWidth = Math.min(28, slot)
  // A day's name stands at its bar, be there one or a month of them.
  const named = [...new Set([0, all.length >> 1, all.length - 1])].filter((index) => index in all)
  const marks = named.map((index): Mark => {
    const anchor = all.length < 3 || index === 0 ? 'start' : index === all.length - 1 ? 'end' : 'middle'
    return { at: index, anchor, text: isoText(all[index]?.at ?? 0).slice(5, 10) }
  })
  return svg(title, description, [
    grid([0, highest / 2, highest], y, (value) => (Number.isInteger(value) ? String(value) : '')),
    ticks(marks, (index) => {
      const begin = left + index * slot
      const isEnd = all.length > 2 && index === all.length - 1
      return round(all.length < 3 || index === 0 ? begin : isEnd ? begin + barWidth : begin + barWidth / 2)
    }),
    bars,
  ])
}

function svg(title: string, description: string, parts: readonly (Html | false | readonly Html[])[]): Html {
  const id = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${description}</desc>
    ${parts.map((part) => part)}
  </svg>`
}

function grid(
  values: readonly number[],
  y: (value: number) => number,
  format: (value: number) => string,
): Html {
  return markup`${values.map(
    (value) =>
      markup`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}" /><text
          class="tick"
          x="${left - 6}"
          y="${y(value) + 4}"
          text-anchor="end"
          >${format(value)}</text
        >`,
  )}`
}

interface Mark {
  at: number
  anchor: 'start' | 'middle' | 'end'
  text: string
}

const day = 86_400_000

/** Days, or times where the days would all be the same. */
function timeMarks(from: Instant, to: Instant): Mark[] {
  const isShort = to - from < 2 * day
  let said = ''
  return (
    [
      ['start', from],
      ['middle', (from + to) / 2],
      ['end', to],
    ] as const
  ).map(([anchor, at]) => {
    const [date = '', time = ''] = isoText(at).slice(5, 16).split('T')
    const text = !isShort ? date : date === said ? time : `${date} ${time}`
    said = date
    return { at, anchor, text }
  })
}

function isoText(at: Instant): string {
  return new Date(at).toISOString()
}

function ticks(marks: readonly Mark[], x: (at: number) => number): Html {
  return markup`${marks.map(
    ({ at, anchor, text }) =>
      markup`<text class="tick" x="${x(at)}" y="${height - 8}" text-anchor="${anchor}">${text}</text>`,
  )}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
