import { z } from 'zod'
import { parseCron } from '../schedule-cron.ts'
import { duration, plainText, positiveInteger, template } from './fields.ts'
import { wordings } from './wording.ts'

const cronForm = 'a cron line of five fields in UTC, such as "11,41 * * * *"'

const cron = plainText
  .refine(isCron, { error: `accepted: ${cronForm}` })
  .register(wordings, { type: 'cron line', accepted: cronForm })

const lines = z.array(cron).min(1).optional()

/** `watch:` what the watch looks at, besides the objectives. */
export const watchSchema = z.strictObject({
  heartbeat: template
    .optional()
    .describe('A URL that is pinged after each run of the watch, so that the watch itself is watched.'),
  window: duration
    .prefault('30d')
    .describe('How far back success rates, missed runs and the ledger are looked at.'),
  tolerance: duration
    .prefault('45m')
    .describe('How late a run may come before it counts as missed: schedulers are often late.'),
  schedules: z
    .strictObject({
      backup: lines.describe('Cron lines of the backups.'),
      verify: lines.describe('Cron lines of the restore tests.'),
      retention: lines.describe('Cron lines of retention.'),
    })
    .prefault({})
    .describe(
      'When runs are expected. Default: what the workflows say that run Lifeboat for this environment; else the objectives.',
    ),
  'success-rate': positiveInteger
    .max(100)
    .default(90)
    .describe('Percent of the expected runs of the window that must have been made.'),
  shrink: positiveInteger
    .max(100)
    .default(50)
    .describe('Percent by which a source may shrink from one backup to the next.'),
  jump: positiveInteger
    .default(200)
    .describe('Percent by which a source may grow from one backup to the next.'),
  disk: positiveInteger
    .max(99)
    .default(10)
    .describe('Percent of the disk that must be free where local stores and the spool lie.'),
})

function isCron(text: string): boolean {
  try {
    return parseCron(text).minutes.size > 0
  } catch {
    return false
  }
}
