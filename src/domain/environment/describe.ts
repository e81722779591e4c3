import { z } from 'zod'
import { formatDuration } from '../units.ts'
import { environmentSchema } from './schema.ts'
import { core, joined, wordingOf } from './wording.ts'

/** One key of the environment file, for tables in the docs. */
export interface KeyDescription {
  /** `objectives.rpo`; in lists `sources[].name`. */
  key: string
  /** For the keys of a source or store: which type has it; null for all others. */
  of: string | null
  type: string
  /** What holds when the key is absent: `required`, a value as it would be written, or `none`. */
  absent: string
  meaning: string
}

/** Every key of the environment file, in the schema's order. */
export function describeKeys(): KeyDescription[] {
  return keysOf(environmentSchema, '', null)
}

/** The keys as Markdown tables, one per part of the file: what docs/environment-file.md holds between its markers. */
export function keysAsMarkdown(): string {
  const parts = new Map<string, KeyDescription[]>()
  for (const description of describeKeys()) {
    const top = description.key.split(/[.[]/)[0] ?? ''
    const isTop = top === description.key
    const title = isTop
      ? 'The whole file'
      : description.of === null
        ? `\`${top}\``
        : `\`${top}\` of type \`${description.of}\``
    parts.set(title, [...(parts.get(title) ?? []), description])
  }
  return [...parts]
    .map(([title, descriptions]) => [`### ${title}`, '', ...tableOf(descriptions)].join('\n'))
    .join('\n\n')
}

function tableOf(descriptions: readonly KeyDescription[]): string[] {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  return [
    '| key | type | default | meaning |',
    '|---|---|---|---|',
    ...descriptions.map(
      ({ key, type, absent, meaning }) =>
        `| \`${key}\` | ${cell(type)} | ${cell(absent)} | ${cell(meaning)} |`,
    ),
  ]
}

function keysOf(schema: z.ZodType, prefix: string, of: string | null): KeyDescription[] {
  const inner = core(schema)
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape).flatMap(([name, value]) => {
    const child = value as z.ZodType
    const key = prefix === '' ? name : `${prefix}.${name}`
    const own = { key, of, type: typeOf(child), absent: absentOf(child), meaning: child.description ?? '' }
    return [own, ...below(child, key, of)]
  })
}

/** Keys of what lies inside: of an object, of a list's items, of each branch of a union. */
function below(schema: z.ZodType, key: string, of: string | null): KeyDescription[] {
  const inner = core(schema)
  if (inner instanceof z.ZodObject) return keysOf(inner, key, of)
  if (inner instanceof z.ZodArray) return below(inner.element as z.ZodType, `${key}[]`, of)
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const discriminator = inner.def.discriminator
    return inner.options.flatMap((option) => {
      const branch = core(option as z.ZodType)
      const type = branch instanceof z.ZodObject ? (branch.shape[discriminator] as z.ZodType) : null
      return keysOf(branch, key, type === null ? of : typeOf(type))
    })
  }
  if (!(inner instanceof z.ZodUnion)) return []
  // What one branch requires, the file as a whole does not.
  return inner.options
    .flatMap((option) => below(option as z.ZodType, key, of))
    .map((inBranch) => ({ ...inBranch, absent: inBranch.absent === 'required' ? 'none' : inBranch.absent }))
}

function typeOf(schema: z.ZodType): string {
  const inner = core(schema)
  if (inner instanceof z.ZodLiteral) return joined([...inner.values].map(String), 'or')
  return wordingOf(schema).type
}

/** As it would be written in the file; durations are kept in milliseconds, so they get their unit again. */
function absentOf(schema: z.ZodType): string {
  if (!schema.safeParse(undefined).success) return 'required'
  if (!(schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)) return 'none'
  const inner = core(schema)
  if (inner instanceof z.ZodObject) return 'the defaults of its keys'
  const value: unknown = schema.parse(undefined)
  if (wordingOf(schema).type === 'duration') {
    return `\`${formatDuration(Number(value)).replaceAll('min', 'm').replaceAll(' ', '')}\``
  }
  return Array.isArray(value) ? 'an empty list' : `\`${String(value)}\``
}
