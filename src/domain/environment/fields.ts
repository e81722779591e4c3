import { z } from 'zod'
import { durationForm, parseDuration } from '../units.ts'
import { Template, templateProblem } from './template.ts'
import { wordings } from './wording.ts'

/** The kinds of value that fields of an environment file hold. */

const nameForm = 'lower-case letters, digits and inner hyphens, at most 40, such as main or production-eu'

export const nameSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: `accepted: ${nameForm}` })
  .register(wordings, { type: 'name', accepted: nameForm })

export const duration = z
  .string()
  .refine((text) => (parseDuration(text) ?? 0) > 0, { error: `accepted: ${durationForm}` })
  .register(wordings, { type: 'duration', accepted: durationForm })
  .transform((text) => parseDuration(text) ?? 0)
  .meta({ description: `A duration: ${durationForm}.` })

/** A connection or credential field: may hold `${NAME}`. The place is filled in by the parser. */
export const template = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const problem = templateProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })
  .register(wordings, { type: 'text with ${NAME}', accepted: 'text, which may hold "${NAME}"', secret: true })
  .transform((text) => new Template(text, ''))

export const plainText = z.string().min(1).register(wordings, { type: 'text', accepted: 'text' })
export const positiveInteger = z.int().min(1)
export const count = z.int().min(0)

/** A program and its arguments; no shell reads them. */
export const argv = z.array(plainText).min(1).register(wordings, {
  type: 'list of text',
  accepted: 'a list: a program and its arguments, such as [./scripts/restart.sh, web]',
})
