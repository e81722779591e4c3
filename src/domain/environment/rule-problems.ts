import type { KeyPath, Problem } from './problem.ts'
import { valueAt } from './schema-problems.ts'

/** What the rules between keys are made of. */

export type Mapping = Readonly<Record<string, unknown>>

export function doubleNames(items: readonly (readonly [KeyPath, Mapping])[], what: string): Problem[] {
  const seen = new Set<unknown>()
  const problems: Problem[] = []
  for (const [path, item] of items) {
    const name = item['name']
    if (typeof name !== 'string') continue
    if (seen.has(name)) problems.push(onValue([...path, 'name'], `is the name of an earlier ${what} too`))
    seen.add(name)
  }
  return problems
}

/** The form of a value that was written out; one that begins with a variable is judged when it is filled in. */
export function literalForm(path: KeyPath, value: unknown, form: RegExp, accepted: string): Problem[] {
  if (typeof value !== 'string' || value === '') return []
  const literal = value.startsWith('${') ? null : value.replaceAll(/\$\{\w+\}/g, '000000000000')
  return literal === null || form.test(literal)
    ? []
    : [onValue(path, `is not of the right form; accepted: ${accepted}`)]
}

export function mappingsIn(
  holder: unknown,
  key: string,
  above: KeyPath = [],
): (readonly [KeyPath, Mapping])[] {
  const list = valueAt(holder, [key])
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown, index) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? [[[...above, key, index], item as Mapping] as const]
      : [],
  )
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function about(path: KeyPath, message: string): Problem {
  return { path, about: 'key', message }
}

export function onValue(path: KeyPath, message: string): Problem {
  return { path, about: 'value', message }
}
