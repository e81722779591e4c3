import { z } from 'zod'
import { nameSchema } from '../domain/environment/schema.ts'
import { durationForm, parseDuration, parseSize, sizeForm } from '../domain/units.ts'

/** What inputs of several verbs are made of. Every value arrives as text. */

/** A secret is never shown, and must not stand in a command line, where every user of a machine can read it. */
export const secret = { secret: true, only: 'action' } as const

/** GitHub has secrets and schedules in place of these. */
export const onTerminalsOnly = { only: 'cli' } as const

/** On the command line it stands alone, without a value. */
export const flag = { flag: true } as const

/** On the command line, empty is a mistake rather than a way to leave it out: something is written by that name. */
export const named = { named: true } as const

export const boolean = z
  .enum(['true', 'false'], { error: 'accepted: true or false' })
  .default('false')
  .transform((word) => word === 'true')

export const duration = withUnit(durationForm, parseDuration)
export const size = withUnit(sizeForm, parseSize)

export const path = z.string().min(1)
export const words = z.string().min(1)

export const environment = nameSchema.describe(
  'Name of the environment: its file is `environments/<name>.yml` or `environments/<application>/<name>.yml`.',
)
export const config = path
  .optional()
  .describe('Path of the environment file, when it stands elsewhere than under `environments/`.')

export const sharedInputs = {
  environment,
  config,
  reason: words
    .max(500)
    .optional()
    .describe('Why it is run, in a sentence. Kept in the manifest, the proof, the ledger and the report.'),
  'fail-on': z
    .enum(['failed', 'degraded'])
    .default('failed')
    .describe('The mildest verdict that makes the run fail: `failed`, or `degraded` to be strict.'),
  'github-token': words
    .optional()
    .describe('Token that opens and closes issues. Needs `issues: write`; without it no issue is written.')
    .meta(secret),
}

export const signingInputs = {
  'signing-key-file': path
    .optional()
    .describe('Path of the file with the signing key. Or set `LIFEBOAT_SIGNING_KEY` to its text.')
    .meta(onTerminalsOnly),
}

export const identityInputs = {
  identity: words
    .optional()
    .describe(
      'age secret key that opens the backups, as text of an identity file. Or set `LIFEBOAT_IDENTITY` in `env:`.',
    )
    .meta(secret),
  'identity-file': path
    .optional()
    .describe('Path of an age identity file. Or set `LIFEBOAT_IDENTITY` to the text of one.'),
}

/** Of inputs that hold several: on the command line each may be given several times, one to a line then. */
export const several = z.string().min(1)

/** Whether an input holds several. */
export function isSeveral(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return isSeveral(schema.unwrap())
  }
  return schema instanceof z.ZodPipe ? isSeveral(schema.in) : schema === several
}

/** Several, one per line or separated by semicolons. */
export const lines = several.transform((text) =>
  text
    .split(/\r?\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
)

/** Names of environments, however they are separated. */
export const environments = several
  .transform((text) => text.split(/[\s,;]+/).filter((name) => name !== ''))
  .pipe(z.array(nameSchema).min(1))
  .describe('Names of environments, separated by commas: `dev,staging,production`.')

/** Text with a unit, as the number that it means. */
function withUnit(form: string, parse: (text: string) => number | null): z.ZodType<number, string> {
  return z
    .string()
    .refine((text) => parse(text) !== null, { error: `accepted: ${form}` })
    .transform((text) => parse(text) ?? 0)
}
