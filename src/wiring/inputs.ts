import { z } from 'zod'
import { labelSchema, nameSchema } from '../domain/environment/schema.ts'
import { storeRoles } from '../domain/store-role.ts'
import { rungs } from '../domain/verdict.ts'
import {
  boolean,
  config,
  duration,
  environment,
  flag,
  lines,
  onTerminalsOnly,
  identityInputs,
  path,
  several,
  sharedInputs,
  signingInputs,
  size,
  words,
} from './input-fields.ts'
import { restoreModes } from '../ports/restoration.ts'
import { type OptionName, optionNames, options } from '../operations/init/options.ts'

export const backupInputs = z.object({
  ...sharedInputs,
  ...signingInputs,
  label: labelSchema
    .optional()
    .describe('A name for this backup that becomes part of its id, such as `pre-deploy-142`.'),
  class: z
    .enum(['scheduled', 'critical'])
    .default('scheduled')
    .describe('`critical` backups are kept for `retention.critical`, whatever their number.'),
  every: duration
    .refine((span) => span >= 1_000 && span <= 7 * 86_400_000, { error: 'accepted: from 1s to 7d' })
    .optional()
    .describe(
      'Makes a backup this often, such as `15m`, until it is stopped: for a machine of your own, where it starts on time.',
    )
    .meta(onTerminalsOnly),
})
export type BackupInput = z.output<typeof backupInputs>

export const verifyInputs = z.object({
  ...sharedInputs,
  backup: words
    .default('latest')
    .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
  level: z
    .enum([...rungs, 'full'])
    .default('full')
    .describe(
      `How far up the ladder of proof to go: ${rungs.map((rung) => `\`${rung}\``).join(', ')}; \`full\` is all of it.`,
    ),
  ...identityInputs,
  ...signingInputs,
})
export type VerifyInput = z.output<typeof verifyInputs>

export const retentionInputs = z.object({
  ...sharedInputs,
  ...signingInputs,
  'dry-run': boolean
    .describe('Says what would be kept and removed, and by which rule, and changes nothing.')
    .meta(flag),
})
export type RetentionInput = z.output<typeof retentionInputs>

export const replicateInputs = z.object({
  ...sharedInputs,
  ...signingInputs,
  'dry-run': boolean.describe('Says what would be copied, and changes nothing.').meta(flag),
})
export type ReplicateInput = z.output<typeof replicateInputs>

export const repairInputs = z.object({
  ...sharedInputs,
  ...signingInputs,
  backup: words
    .default('latest')
    .describe('A backup id, `latest`, or a date or time: the last backup before it.'),
  level: z
    .enum(['stored', 'intact'])
    .default('intact')
    .describe('`stored` compares sizes alone; `intact` reads every byte of every copy.'),
  confirm: words
    .optional()
    .describe('Name of the environment, typed once more; needed with a reason where it is protected.'),
  'dry-run': boolean.describe('Says what is damaged and would be mended, and changes nothing.').meta(flag),
})
export type RepairInput = z.output<typeof repairInputs>

export const ledgerVerifyInputs = z.object({ environment, config })
export type LedgerVerifyInput = z.output<typeof ledgerVerifyInputs>

export const leaseListInputs = z.object({ environment, config })
export type LeaseListInput = z.output<typeof leaseListInputs>

export const leaseBreakInputs = z.object({
  environment,
  config,
  name: words.describe('Name of the lease, as `lifeboat lease list` prints it.'),
  reason: words.max(500).describe('Why it may be cleared, in a sentence. Kept in the ledger.'),
  ...signingInputs,
})
export type LeaseBreakInput = z.output<typeof leaseBreakInputs>

/** `schema.table: where …`, each on a line of its own, since a condition may hold anything else. */
const rowConditions = several
  .refine((text) => parseRows(text) !== null, {
    error: 'accepted: lines such as shop.orders: where customer_id = 7',
  })
  .transform((text) => parseRows(text) ?? [])

function parseRows(text: string): { table: string; where: string }[] | null {
  const parsed = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => /^\s*([^:]+\.[^:]+?)\s*:\s*(?:where\s+)?(\S.*?)\s*$/i.exec(line))
  const rows = parsed.flatMap((match) =>
    match?.[1] === undefined || match[2] === undefined ? [] : [{ table: match[1], where: match[2] }],
  )
  return rows.length === parsed.length ? rows : null
}

export const restoreInputs = z.object({
  ...sharedInputs,
  backup: words
    .default('latest')
    .describe(
      'What to restore, read as the first of these that fits: `latest`; `latest-proven`, the newest that a restore test has proven; a backup id; a date or time, the last backup before it; a label, the newest backup that bears it.',
    ),
  mode: z
    .enum(restoreModes)
    .default('side-by-side')
    .describe(
      '`side-by-side` restores into a database beside the one in use; `swap` then exchanges the two by renaming, and keeps the old one; `in-place` moves the schemas aside, for servers where no database may be made.',
    ),
  target: words
    .optional()
    .describe(
      'Where to restore: a connection URL, or the name of a database on the same server; of a file tree, the path of a folder. A URL with a password comes from a secret, as `${NAME}` or in `LIFEBOAT_TARGET_URL`. Default: by mode and backup id.',
    ),
  source: nameSchema.optional().describe('Only this source of the environment. Default: all.'),
  confirm: words
    .optional()
    .describe('The name of the environment, typed by whoever starts a `swap`, `in-place` or `reroute`.'),
  'fall-back': boolean
    .describe('Takes the next older backup when no store has a sound copy of the chosen one.')
    .meta(flag),
  'emergency-backup': boolean
    .describe(
      'Backs up the present state before anything is touched, as class `critical`. `in-place` always does.',
    )
    .meta(flag),
  tables: lines
    .optional()
    .describe(
      'Only these, one per line: `schema.table`, or `schema.*` for a whole schema. `side-by-side` only.',
    ),
  rows: rowConditions
    .optional()
    .describe(
      'Only the rows for which a condition holds, one table per line: `shop.orders: where customer_id = 7`. `side-by-side` only.',
    )
    .meta({ secret: true }),
  answered: lines
    .optional()
    .describe('Names of what a refused `swap` listed as bound to the database, and what may be given up.'),
  reroute: boolean
    .describe(
      'With `side-by-side`: leads the application to what was restored, by `target.reroute` of the environment file.',
    )
    .meta(flag),
  'dry-run': boolean
    .describe('Says what would be done and what stands in its way, and changes nothing.')
    .meta(flag),
  ...identityInputs,
  ...signingInputs,
})
export type RestoreInput = z.output<typeof restoreInputs>

export const listInputs = z.object({ environment, config })
export type ListInput = z.output<typeof listInputs>

export const keygenInputs = z.object({
  folder: path
    .optional()
    .describe(
      'Folder for the key files, outside of the repository; `lifeboat-keys` in your home by default. Made when it is not there.',
    ),
})
export type KeygenInput = z.output<typeof keygenInputs>

export const storeCheckInputs = z.object({
  environment,
  config,
  store: nameSchema.optional().describe('Only the store of this name.'),
  role: z
    .enum(storeRoles)
    .optional()
    .describe(
      'Whose keys these are meant to be: `writer`, `reader`, `restorer` or `keeper`. Tries what they can do, and compares it with what the role should.',
    ),
})
export type StoreCheckInput = z.output<typeof storeCheckInputs>

export const planInputs = z.object({
  environment,
  config,
  'backup-schedule': lines
    .optional()
    .describe(
      'Cron lines of the backup workflow, separated by semicolons; by default those that init would write.',
    ),
  'verify-schedule': lines.optional().describe('Cron lines of the verify workflow, likewise.'),
  'backup-duration': duration.optional().describe('How long a backup takes, as an earlier report has it.'),
  'verify-duration': duration.optional().describe('How long a verification takes.'),
  delay: duration.optional().describe('How late the scheduler may start a run.'),
  'backup-size': size.optional().describe('Stored size of one backup.'),
  'backup-objects': z
    .string()
    .regex(/^\d+$/, { error: 'accepted: a whole number' })
    .transform(Number)
    .optional()
    .describe('Stored objects of one backup.'),
})
export type PlanInput = z.output<typeof planInputs>

export const initInputs = z.object({
  ...questions(),
  'keys-folder': path
    .optional()
    .describe(
      'Where key files go, outside of the repository; `lifeboat-keys/<repository>/<environment>` in your home by default.',
    ),
  force: boolean.describe('Replaces files that exist with another text.').meta(flag),
})
export type InitInput = z.output<typeof initInputs>

/** What init asks, each as an option. */
function questions(): Record<OptionName, z.ZodOptional<z.ZodString>> {
  const entries = optionNames.map((name) => [name, words.optional().describe(options[name].question)])
  return Object.fromEntries(entries) as Record<OptionName, z.ZodOptional<z.ZodString>>
}
