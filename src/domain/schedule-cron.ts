import { Failure } from './failure.ts'

/** A line of `on.schedule`, in UTC. */
export interface CronLine {
  readonly text: string
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>
  /** The field begins with `*`: then it does not widen the other day field. */
  readonly anyDay: boolean
  readonly anyWeekday: boolean
}

const cronForm =
  'five fields: minute (0-59), hour (0-23), day of month (1-31), month (1-12 or JAN-DEC), day of week (0-6 or SUN-SAT); each *, a value, a range a-b, a list a,b or a step */n'

interface Field {
  name: string
  low: number
  high: number
  names: readonly string[]
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const minuteField: Field = { name: 'minute', low: 0, high: 59, names: [] }
const hourField: Field = { name: 'hour', low: 0, high: 23, names: [] }
const dayField: Field = { name: 'day of month', low: 1, high: 31, names: [] }
const monthField: Field = { name: 'month', low: 1, high: 12, names: monthNames }
const weekdayField: Field = { name: 'day of week', low: 0, high: 6, names: weekdayNames }

/** @throws Failure `config` that names the wrong field; `@daily` and six fields are not accepted, as GitHub refuses them */
export function parseCron(text: string): CronLine {
  const fields = text.trim().split(/\s+/)
  const [minutes, hours, days, months, weekdays, ...rest] = fields
  if (
    minutes === undefined ||
    hours === undefined ||
    days === undefined ||
    months === undefined ||
    weekdays === undefined ||
    rest.length > 0
  ) {
    const problem =
      text.trim() === ''
        ? 'it is empty'
        : `it has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`
    throw notCron(text, problem)
  }
  return {
    text: fields.join(' '),
    minutes: parseField(minutes, minuteField, text),
    hours: parseField(hours, hourField, text),
    days: parseField(days, dayField, text),
    months: parseField(months, monthField, text),
    weekdays: parseField(weekdays, weekdayField, text),
    anyDay: days.startsWith('*'),
    anyWeekday: weekdays.startsWith('*'),
  }
}

function parseField(text: string, field: Field, line: string): Set<number> {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^(?:\*|([A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?)(?:\/(\d{1,3}))?$/.exec(part)
    const wrong = () => notCron(line, `${JSON.stringify(part)} is no ${field.name}`)
    if (!match) throw wrong()
    const [, from, to, step] = match
    const low = from === undefined ? field.low : valueOf(from, field)
    // `5/15` means from 5 on, every 15; `5` alone means 5.
    const fallback = from === undefined || step !== undefined ? field.high : low
    const high = to === undefined ? fallback : valueOf(to, field)
    const every = step === undefined ? 1 : Number(step)
    if (low === null || high === null || low > high || every < 1) throw wrong()
    for (let value = low; value <= high; value += every) values.add(value)
  }
  return values
}

function valueOf(text: string, field: Field): number | null {
  const named = field.names.indexOf(text.toUpperCase())
  if (named >= 0) return named + field.low
  if (!/^\d{1,2}$/.test(text)) return null
  const value = Number(text)
  return value >= field.low && value <= field.high ? value : null
}

function notCron(text: string, problem: string): Failure {
  return new Failure('config', `${JSON.stringify(text.slice(0, 80))} is no cron line: ${problem}`, {
    hint: `Accepted: ${cronForm}. Times are UTC.`,
  })
}
