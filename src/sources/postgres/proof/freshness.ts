import type { PostgresConfig } from '../../../domain/environment/schema.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import { formatDuration, type Instant, type Milliseconds } from '../../../domain/units.ts'
import type { Session } from '../session.ts'
import { failed, passed, type CheckRecorder } from '../../check-recorder.ts'

interface FreshnessContext {
  record: PostgresRecord
  config: PostgresConfig | undefined
  now: Instant
  rpo: Milliseconds | null
  checks: CheckRecorder
}

/** The age of the newest data: by the freshness query on the restored data, else by the snapshot's time. */
export async function proveFresh(session: Session, context: FreshnessContext): Promise<Milliseconds | null> {
  const { config, record, now, rpo, checks } = context
  let age: Milliseconds | null = null
  await checks.ask('fresh', 'age of the newest data', async () => {
    const newest = config?.freshness === undefined ? null : await askFreshness(session, config.freshness)
    if (config?.freshness !== undefined && newest === null) {
      return failed(
        'objective',
        'the freshness query gives no time: the restored data has no newest row',
        [],
        'The table that it asks has no rows yet, or the query asks for a column that is empty. In a new database place the first row, or leave freshness out until there is one.',
      )
    }
    // Nothing in a backup is newer than its snapshot, whatever time stands in a row (an order for next week).
    const snapshot = Date.parse(record.snapshot.dataAt)
    if (snapshot > now + toleratedSkew) {
      return failed(
        'integrity',
        'the snapshot lies in the future, so its age cannot be told',
        [],
        'Compare the clocks of the machine that made the backup and of this one.',
      )
    }
    age = Math.max(0, now - Math.min(newest ?? snapshot, snapshot))
    const basis = newest === null ? 'by the time of the snapshot' : 'by the freshness query'
    if (rpo === null)
      return passed(`the newest data is ${formatDuration(age)} old, ${basis}; no RPO is promised`)
    return age <= rpo
      ? passed(`the newest data is ${formatDuration(age)} old, ${basis}; the RPO is ${formatDuration(rpo)}`)
      : failed(
          'objective',
          `the newest data is ${formatDuration(age)} old, ${basis}; the RPO is ${formatDuration(rpo)}`,
          [],
          'Look whether backups run as often as they should.',
        )
  })
  return age
}

/** How far two machines' clocks may be apart. */
const toleratedSkew: Milliseconds = 5 * 60_000

async function askFreshness(session: Session, sql: string): Promise<Instant | null> {
  const doing = 'running the freshness query'
  const rows = await session.query<Record<string, string | null>>(doing, sql)
  const value = Object.values(rows[0] ?? {})[0]
  if (value === null || value === undefined) return null
  const [time] = await session.query<{ ms: string }>(
    doing,
    'select (extract(epoch from $1::timestamptz) * 1000)::bigint::text as ms',
    [value],
  )
  return time === undefined ? null : Number(time.ms)
}
