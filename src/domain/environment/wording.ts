import { z } from 'zod'

/** What the schema itself cannot say about a value: how to describe it to people, and whether it may be shown. */
export interface Wording {
  /** The kind of value, in a word or two: `duration`. */
  type: string
  /** What is accepted, as it ends the sentence `accepted: …`. */
  accepted: string
  /** True when a wrong value must not be shown, since it may be, or hold, a secret. */
  secret?: true
}

export const wordings = z.registry<Wording>()

/** The schema below what only wraps it: optional, default, transformation. */
export function core(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  ) {
    return core(schema.unwrap() as z.ZodType)
  }
  if (schema instanceof z.ZodPipe) return core(schema.in as z.ZodType)
  return schema
}

/** How a kind of value is described, from its registered wording or from the schema's own shape. */
export function wordingOf(schema: z.ZodType): Wording {
  const inner = core(schema)
  const registered = wordings.get(inner)
  if (registered !== undefined) return registered
  if (inner instanceof z.ZodNumber) return numberWording(inner)
  if (inner instanceof z.ZodBoolean) return { type: 'boolean', accepted: 'true or false' }
  if (inner instanceof z.ZodEnum) return choiceWording(inner.options)
  if (inner instanceof z.ZodLiteral) return choiceWording([...inner.values])
  if (inner instanceof z.ZodArray) {
    const item = wordingOf(inner.element as z.ZodType)
    return { type: `list of ${item.type}`, accepted: `a list, each item ${item.accepted}` }
  }
  if (inner instanceof z.ZodObject) {
    return { type: 'mapping', accepted: `a mapping with the keys ${joined(Object.keys(inner.shape), 'and')}` }
  }
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const key = inner.def.discriminator
    const types = inner.options.flatMap((option) => {
      const literal = core(option as z.ZodType)
      const value = literal instanceof z.ZodObject ? (literal.shape[key] as z.ZodLiteral) : null
      return value === null ? [] : [...value.values].map(String)
    })
    return { type: 'mapping', accepted: `a mapping whose ${key} is ${joined(types, 'or')}` }
  }
  if (inner instanceof z.ZodUnion) {
    const options = inner.options.map((option) => wordingOf(option as z.ZodType))
    const types = [...new Set(options.map((option) => option.type))]
    return { type: joined(types, 'or'), accepted: options.map((option) => option.accepted).join(', or ') }
  }
  return { type: 'text', accepted: 'text' }
}

function numberWording(schema: z.ZodNumber): Wording {
  const low = schema.minValue
  const high = schema.maxValue
  const bounds =
    high !== null && Number.isFinite(high) && high < Number.MAX_SAFE_INTEGER
      ? ` from ${low} to ${high}`
      : low !== null && Number.isFinite(low) && low > Number.MIN_SAFE_INTEGER
        ? `, ${low} or more`
        : ''
  return { type: 'whole number', accepted: `a whole number${bounds}` }
}

function choiceWording(values: readonly unknown[]): Wording {
  const shown = joined(values.map(String), 'or')
  return { type: shown, accepted: shown }
}

/** `a, b or c` */
export function joined(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
