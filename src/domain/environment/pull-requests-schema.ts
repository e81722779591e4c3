import { z } from 'zod'
import { parseSize, sizeForm } from '../units.ts'
import { argv, duration, nameSchema, plainText, positiveInteger } from './fields.ts'
import { wordings } from './wording.ts'

const size = z
  .string()
  .refine((text) => (parseSize(text) ?? 0) > 0, { error: `accepted: ${sizeForm}` })
  .register(wordings, { type: 'size', accepted: sizeForm })
  .transform((text) => parseSize(text) ?? 0)

const tableForm = 'a table with its schema, such as shop.orders'
const table = z
  .string()
  .regex(/^[^.\s]+\.[^.\s]+$/, { error: `accepted: ${tableForm}` })
  .register(wordings, { type: 'schema.table', accepted: tableForm })

/** How a column is masked in an anonymised set. */
const maskings = ['keep', 'hash', 'email', 'null'] as const

const masking = z.union([
  z.enum(maskings),
  z.strictObject({ constant: z.string().describe('The text that every row gets.') }),
])

const migrations = z.strictObject({
  files: plainText
    .optional()
    .describe('Pattern of SQL files, run in the order of their names, such as migrations/*.sql.'),
  transaction: z
    .enum(['file', 'statement'])
    .default('file')
    .describe('What your tool runs in one transaction. A file with its own BEGIN is left as it is.'),
  command: argv
    .optional()
    .describe('Instead of files: a command that migrates; it finds the database by PGHOST… or DATABASE_URL.'),
  'history-tables': z
    .array(table)
    .default([])
    .describe(
      'Tables in which the migration tool records what has run. Their rows are part of the shape: nothing else’s are.',
    ),
  timeout: duration.prefault('10m').describe('How long all migrations together may take.'),
})

const wayBack = z.strictObject({
  name: plainText.describe('What the old release does, such as: the old release lists orders.'),
  sql: plainText.describe(
    'A statement of the release in use. It must still run on the new schema; it is rolled back.',
  ),
})

/** `pull-requests:` how a pull request is tried on the schema, and the rows, of this environment. */
export const pullRequestsSchema = z.strictObject({
  source: nameSchema
    .optional()
    .describe('The source that migrations are for. Default: the only postgres source.'),
  migrations: migrations.optional().describe('Where migrations come from. Without it none are tried.'),
  'large-table': size
    .prefault('1GB')
    .describe('From this size on, a table may not be rewritten, nor blocked for long.'),
  'large-rows': positiveInteger.default(10_000_000).describe('The same by estimated rows.'),
  'max-block': duration
    .prefault('2s')
    .describe('How long a large table may be blocked for readers or writers, as estimated from its size.'),
  'read-rate': size.prefault('200MB').describe('Bytes a second that the server reads, for estimates.'),
  'write-rate': size.prefault('50MB').describe('Bytes a second that the server rewrites, for estimates.'),
  'pad-time': duration
    .prefault('1m')
    .describe('On production’s rows, trials take whole multiples of this, so that their time says little.'),
  'accept-lost': z
    .array(plainText)
    .default([])
    .describe('Tables (shop.notes) and columns (shop.orders.note) that a migration may drop or empty.'),
  'may-change': z
    .array(table)
    .default([])
    .describe('Tables whose existing values a migration may change without naming them.'),
  'way-back': z
    .array(wayBack)
    .default([])
    .describe('What the release in use does with the database, to be tried on the new schema.'),
  'exclude-from-shape': z
    .array(plainText)
    .default([])
    .describe(
      'Objects that are no part of the shape, with all that needs them: shop.secret_function, or internal.*.',
    ),
  masking: z
    .record(z.string(), masking)
    .default({})
    // A map, since keys of the file are turned to camel case, and these are names.
    .transform((rules) => new Map(Object.entries(rules)))
    .describe(
      'Per column (shop.customers.email) or table (shop.products.*): keep, hash, email, null, or a constant. A column that is not named is refused.',
    ),
})
