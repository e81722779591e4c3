import type { z } from 'zod'
import { nearest } from '../domain/environment/nearest.ts'
import { Failure } from '../domain/failure.ts'

/** What the runner handed over, by the part of the variable's name behind `INPUT_`. Nothing empty is in it. */
export type GivenInputs = ReadonlyMap<string, string>

/** The root action's choice of a verb; whoever calls us has read it already. */
const chosenElsewhere = ['command']

/**
 * Takes every input out of the environment, so that neither a program that we start nor a crash dump has them. An empty
 * one counts as not given: that is how an expression without a value arrives.
 */
export function takeInputs(environment: NodeJS.ProcessEnv): GivenInputs {
  const given = new Map<string, string>()
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith('INPUT_')) continue
    delete environment[variable]
    const value = text?.trim() ?? ''
    if (value !== '') given.set(variable.slice('INPUT_'.length), value)
  }
  return given
}

/** The values that nobody may see: whole secret inputs, and the password of any input that is a URL. */
export function secretsAmong(schema: z.ZodObject, given: GivenInputs): string[] {
  const secrets: string[] = []
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = given.get(runnerName(name))
    if (value === undefined) continue
    if (isSecret(field)) secrets.push(value)
    // Its forms and its password in plain are found by whoever masks it.
    else if (URL.canParse(value) && new URL(value).password !== '') secrets.push(value)
  }
  return secrets
}

/**
 * Text in, typed values out.
 * @throws Failure `config` that lists everything that is wrong at once; it never holds a secret input's value
 */
export function parseInputs<Schema extends z.ZodObject>(
  schema: Schema,
  given: GivenInputs,
): z.output<Schema> {
  const names = Object.entries(schema.shape).flatMap(([name, field]) => (isOfTerminals(field) ? [] : [name]))
  const known = new Set([...names, ...chosenElsewhere].map(runnerName))
  const problems = [...given.keys()].filter((name) => !known.has(name)).map((name) => unknown(name, names))
  const present = Object.fromEntries(
    names.flatMap((name) => {
      const value = given.get(runnerName(name))
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const parsed = schema.safeParse(present)
  if (parsed.success && problems.length === 0) return parsed.data
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '')
    problems.push(problemOf(name, present[name], issue, schema))
  }
  throw new Failure('config', problems.join('; '), {
    hint: 'Correct the `with:` block of this step; the README of the action lists its inputs.',
  })
}

/** As the runner names it: blanks become underscores, the rest only upper case. `fall-back` is `FALL-BACK`. */
function runnerName(name: string): string {
  return name.replaceAll(' ', '_').toUpperCase()
}

/** Marked `secret`; or only an action has it, which is how a secret is kept out of command lines. */
function isSecret(field: z.core.$ZodType): boolean {
  const meta = metaOf(field)
  return meta?.['secret'] === true || meta?.['only'] === 'action'
}

/** Only the command line has it: to a job it is as unknown as any other name. */
function isOfTerminals(field: z.core.$ZodType): boolean {
  return metaOf(field)?.['only'] === 'cli'
}

function metaOf(field: z.core.$ZodType): z.core.GlobalMeta | undefined {
  return 'meta' in field && typeof field.meta === 'function' ? (field as z.ZodType).meta() : undefined
}

function unknown(name: string, names: readonly string[]): string {
  const typed = name.toLowerCase()
  const meant = nearest(typed, names)
  return `input ${shown(typed)} is not known${meant === null ? '' : `; is ${meant} meant?`}`
}

function problemOf(
  name: string,
  value: string | undefined,
  issue: z.core.$ZodIssue,
  schema: z.ZodObject,
): string {
  if (value === undefined) return `input ${name} is required`
  const field = schema.shape[name]
  const accepted = acceptedBy(issue)
  // A message that names no accepted form might quote the value.
  if (field !== undefined && isSecret(field))
    return `input ${name} is wrong${accepted === null ? '' : `; accepted: ${accepted}`}`
  return `input ${name} is ${shown(value)}; ${accepted === null ? issue.message : `accepted: ${accepted}`}`
}

function acceptedBy(issue: z.core.$ZodIssue): string | null {
  const said = /^accepted: (.+)$/s.exec(issue.message)?.[1]
  if (said !== undefined) return said
  if (issue.code !== 'invalid_value') return null
  const values = issue.values.map(String)
  const last = values.pop()
  return values.length === 0 ? String(last) : `${values.join(', ')} or ${last}`
}

/** In quotes, on one line, and not too long; a URL's password is not for reading. */
function shown(value: string): string {
  const text =
    URL.canParse(value) && new URL(value).password !== '' ? value.replace(/\/\/.*@/s, '//***@') : value
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)
}
