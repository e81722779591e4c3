import { z } from 'zod'
import { nearest } from './nearest.ts'
import { type KeyPath, type Problem, keyText, looksLikeKey, quoted } from './problem.ts'
import { core, joined, wordingOf, wordings } from './wording.ts'

type Issue = z.core.$ZodIssue

/** What the schema found wrong, in words: key, wrong value, what is accepted. */
export function schemaProblems(schema: z.ZodType, value: unknown, issues: readonly Issue[]): Problem[] {
  const flat = issues.flatMap((issue) => flatten(issue, []))
  const problems: Problem[] = []
  const meant = new Set<string>()
  for (const { issue, path } of flat) {
    if (issue.code !== 'unrecognized_keys') continue
    const known = knownKeys(schemaAt(schema, path, value))
    for (const key of issue.keys) {
      const suggestion = key === '<<' ? null : nearest(key, known)
      if (suggestion !== null) meant.add(keyText([...path, suggestion]))
      const isTorn = path.length > 0 && /\s/.test(key) && valueAt(value, [...path, key]) === null
      const message = isTorn ? tornText : unknownKey(key, suggestion, known)
      problems.push({ path: [...path, key], about: 'key', message })
    }
  }
  for (const { issue, path } of flat) {
    if (issue.code === 'unrecognized_keys') continue
    const wrong = valueAt(value, path)
    // A key that is missing because it stands there misspelt is one mistake, not two.
    if (wrong === undefined && meant.has(keyText(path))) continue
    problems.push({ path, about: 'value', message: wrongValue(issue, wrong, schemaAt(schema, path, value)) })
  }
  return problems
}

/** What follows a comma within braces is a key of its own, without a value. */
const tornText = 'unknown key, without a value: a text that holds a comma stands in quotes within { }'

/** Of a union, only what the branch that was most likely meant has found. */
function flatten(issue: Issue, above: KeyPath): { issue: Issue; path: KeyPath }[] {
  const path = [...above, ...issue.path.filter((part) => typeof part !== 'symbol')]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
  const branch = issue.errors
    .filter((issues) => !issues.some(isOfAnotherShape))
    .sort((a, b) => a.length - b.length)[0]
  return branch === undefined ? [{ issue, path }] : branch.flatMap((inner) => flatten(inner, path))
}

function isOfAnotherShape(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}

function wrongValue(issue: Issue, value: unknown, schema: z.ZodType | null): string {
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    const types = issue.options.map(String)
    if (value === undefined) return `is missing; accepted: ${joined(types, 'or')}`
    const suggestion = typeof value === 'string' ? nearest(value, types) : null
    const meant = suggestion === null ? '' : `; did you mean ${suggestion}?`
    return `${quoted(value)} is not a known type${meant}; accepted: ${joined(types, 'or')}`
  }
  const wording = schema === null ? { type: 'text', accepted: 'text' } : wordingOf(schema)
  const accepted = `accepted: ${wording.accepted}`
  if (value === undefined) return `is missing; ${accepted}`
  if (value === null) return `has no value; ${accepted}`
  if (typeof value === 'object') {
    if (issue.code === 'too_small') return `is empty; ${accepted}`
    return Array.isArray(value) ? `is a list; ${accepted}` : `is a mapping; ${accepted}`
  }
  if (value === '') return `is empty; ${accepted}`
  if (issue.code === 'custom' && wording.secret === true) return issue.message
  if (typeof value === 'string' && /^(AGE-SECRET-KEY-|ed25519-secret:)/i.test(value)) {
    return `holds a secret key: take it out of the file, and make a new pair, as it may have been read; ${accepted}`
  }
  // Text where a mapping belongs may be a password that slipped to the wrong place: not shown either.
  if (schema === null || !isLeaf(schema)) return `is ${kindOf(value)}; ${accepted}`
  const misfit = misfitOf(value, wording.type)
  return wording.secret === true
    ? `${misfit} (the value is not shown, as it may be secret); ${accepted}`
    : `${quoted(value)} ${misfit}; ${accepted}`
}

function kindOf(value: unknown): string {
  return typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'true or false' : 'text'
}

/** Why a value does not fit, with the slips that YAML invites explained. */
function misfitOf(value: unknown, type: string): string {
  if (typeof value === 'number' && (type === 'duration' || type === 'size')) return 'has no unit'
  if (typeof value === 'number' && !/number|port|^\d/.test(type))
    return 'is a number, not text; quotes make it text'
  if (typeof value === 'boolean' && type !== 'boolean')
    return 'is true or false, not text; quotes make it text'
  if (typeof value === 'string' && type === 'boolean' && /^(yes|no|on|off|true|false)$/i.test(value)) {
    const meant = /^(yes|on|true)$/i.test(value) ? 'true' : 'false'
    return `is text, not a boolean; write ${meant} without quotes`
  }
  if (typeof value === 'string' && type === 'whole number' && /^\d+$/.test(value)) {
    return `is text, not a number; write ${value.slice(0, 20)} without quotes`
  }
  return 'is not accepted'
}

function unknownKey(key: string, suggestion: string | null, known: readonly string[]): string {
  if (key === '<<') return 'merge keys (<<) are not accepted; write the values out in each place'
  const shown = looksLikeKey(key) ? `unknown key ${key}` : 'unknown key'
  return suggestion === null
    ? `${shown}; accepted: ${joined(known, 'or')}`
    : `${shown}; did you mean ${suggestion}?`
}

function isLeaf(schema: z.ZodType): boolean {
  const inner = core(schema)
  if (wordings.has(inner)) return true
  return !(inner instanceof z.ZodObject || inner instanceof z.ZodArray || inner instanceof z.ZodUnion)
}

function knownKeys(schema: z.ZodType | null): string[] {
  const inner = schema === null ? null : core(schema)
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
}

/** The schema that judges a place of the file; unions are resolved by the value that stands there. */
export function schemaAt(schema: z.ZodType, path: KeyPath, value: unknown): z.ZodType | null {
  const inner = resolveUnion(core(schema), value)
  const [head, ...rest] = path
  if (inner === null || head === undefined) return inner ?? schema
  const below = valueAt(value, [head])
  if (inner instanceof z.ZodObject) {
    const next = Object.hasOwn(inner.shape, head) ? (inner.shape[head] as z.ZodType) : null
    return next === null ? null : schemaAt(next, rest, below)
  }
  return inner instanceof z.ZodArray ? schemaAt(inner.element as z.ZodType, rest, below) : null
}

function resolveUnion(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodUnion)) return schema
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return schema
  const objects = schema.options
    .map((option) => core(option as z.ZodType))
    .filter((option) => option instanceof z.ZodObject)
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const discriminator = schema.def.discriminator
    const chosen = valueAt(value, [discriminator])
    return (
      objects.find((option) => (option.shape[discriminator] as z.ZodLiteral).values.has(chosen as string)) ??
      schema
    )
  }
  const keys = Object.keys(value)
  const fits = (option: z.ZodObject) =>
    keys.filter((key) => nearest(key, Object.keys(option.shape)) !== null).length
  return objects.sort((a, b) => fits(b) - fits(a))[0] ?? schema
}

export function valueAt(value: unknown, path: KeyPath): unknown {
  let current = value
  for (const part of path) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, part)) return undefined
    current = (current as Record<string | number, unknown>)[part]
  }
  return current
}
