import { z } from 'zod'
import { nameSchema } from '../environment/fields.ts'
import { parseRecord } from '../manifest.ts'

/**
 * A database without its rows: definitions, and the size of each relation as numbers. No column statistics, since these
 * hold values; no comments, grants, passwords. What definitions hold themselves (defaults, labels of enums, bounds of
 * partitions, bodies of functions) is in it.
 */
export const shapeSchema = z.object({
  format: z.literal(1),
  environment: nameSchema,
  source: nameSchema,
  takenAt: z.iso.datetime(),
  server: z.object({ version: z.string(), major: z.int() }),
  database: z.object({
    name: z.string(),
    encoding: z.string(),
    provider: z.enum(['libc', 'icu', 'builtin']),
    collate: z.string(),
    ctype: z.string(),
    locale: z.string().nullable(),
    icuRules: z.string().nullable(),
    lcMonetary: z.string(),
    searchPath: z.string().nullable(),
  }),
  /** Names of roles alone, so that grants and policies find them. */
  roles: z.array(z.string()),
  entries: z.array(
    z.object({
      id: z.int(),
      kind: z.string(),
      schema: z.string(),
      name: z.string(),
      definition: z.string(),
      dependencies: z.array(z.int()),
    }),
  ),
  relations: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      /** As pg_class counts them: 8 KiB each; estimated rows, -1 where they were never counted. */
      pages: z.int(),
      rows: z.number(),
      bytes: z.int(),
    }),
  ),
  /** Rows of the migration tool's own record, which the environment file names. */
  histories: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string().nullable())),
    }),
  ),
  leftOut: z.array(z.object({ kind: z.string(), count: z.int() })),
})
export type Shape = z.infer<typeof shapeSchema>

/** @throws Failure `integrity` when it is no shape; `config` when a newer Lifeboat wrote it */
export function parseShape(text: string): Shape {
  return parseRecord(text, shapeSchema, 'shape')
}
