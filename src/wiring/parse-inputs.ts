import type { z } from 'zod'
import { Failure } from '../domain/failure.ts'
import type { Verb } from './verb.ts'

/**
 * Checks what a person gave. Empty text counts as not given, as an expression in a workflow gives it.
 * @param sign what stands before an input's name where it is written: `--` on the command line
 * @throws Failure `config` that lists everything that is wrong at once
 */
export function parseInputs<Inputs extends z.ZodObject>(
  verb: Verb<Inputs, unknown>,
  given: Readonly<Record<string, string | undefined>>,
  sign = '',
): z.output<Inputs> {
  const present = Object.fromEntries(
    Object.keys(verb.inputs.shape).flatMap((name) => {
      const value = given[name]?.trim()
      return value === undefined || value === '' ? [] : [[name, value]]
    }),
  )
  const open =
    sign === '' ? undefined : Object.keys(present).find((name) => holdsPassword(present[name] ?? ''))
  if (open !== undefined) {
    throw new Failure(
      'config',
      `${sign}${open} holds a password, and every user of this machine can read it there`,
      {
        hint: `Put the URL into a variable, and name that in quotes: ${sign}${open} '\${NEW_DATABASE_URL}'. Change the password, if others use this machine.`,
      },
    )
  }
  const empty =
    sign === ''
      ? undefined
      : Object.keys(verb.inputs.shape).find(
          (name) =>
            verb.inputs.shape[name]?.meta()?.['named'] === true &&
            given[name] !== undefined &&
            present[name] === undefined,
        )
  if (empty !== undefined)
    throw new Failure('config', `${sign}${empty} is empty`, {
      hint: 'Give a name, or leave the option out; a variable that is not set makes it empty.',
    })
  const parsed = verb.inputs.safeParse(present)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '')
    const value = present[name]
    if (value === undefined) return `${sign}${name} is required`
    const message =
      issue.code === 'invalid_value' && !issue.message.startsWith('accepted: ')
        ? `accepted: ${issue.values.join(', ')}`
        : issue.message
    return `${sign}${name} is ${JSON.stringify(value.slice(0, 100))}; ${message}`
  })
  throw new Failure('config', problems.join('; '), {
    hint: `What ${verb.name} accepts: \`lifeboat ${verb.name} --help\`.`,
  })
}

function holdsPassword(text: string): boolean {
  return text.split('\n').some((line) => URL.canParse(line) && new URL(line).password !== '')
}
