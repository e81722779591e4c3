import type { KeyPath, Problem } from './problem.ts'
import { valueAt } from './schema-problems.ts'

/** What no single key of `validation:` shows, on the raw file as `ruleProblems` has it. */
export function validationProblems(file: unknown): Problem[] {
  return [...workerProblems(file), ...flowProblems(file)]
}

function workerProblems(file: unknown): Problem[] {
  const sources = listAt(file, ['sources'])
  return listAt(file, ['validation', 'workers']).flatMap((worker, index) => {
    const type = { sql: 'postgres', redis: 'redis' }[textAt(worker, 'type')]
    const name = textAt(worker, 'source')
    if (type === undefined || name === '') return []
    if (sources.some((source) => textAt(source, 'name') === name && textAt(source, 'type') === type))
      return []
    return [onValue(['validation', 'workers', index, 'source'], `is the name of no source of type ${type}`)]
  })
}

function flowProblems(file: unknown): Problem[] {
  const problems: Problem[] = []
  for (const [index, flow] of listAt(file, ['validation', 'smoke']).entries()) {
    const captured = new Set<string>()
    for (const [position, step] of listAt(flow, ['steps']).entries()) {
      const path = ['validation', 'smoke', index, 'steps', position]
      for (const part of ['url', 'headers', 'body'] as const) {
        for (const name of named(valueAt(step, [part]))) {
          if (!captured.has(name))
            problems.push(onValue([...path, part], `names {{${name}}}, which no step before captures`))
        }
      }
      for (const [place, capture] of listAt(step, ['capture']).entries()) {
        captured.add(textAt(capture, 'name'))
        if (!has(capture, 'json', 'header', 'pattern')) {
          problems.push(
            onValue(
              [...path, 'capture', place],
              'does not say where the value is: give json, header or pattern',
            ),
          )
        }
      }
      for (const [place, expectation] of listAt(step, ['expect']).entries()) {
        if (!has(expectation, 'json', 'header', 'pattern')) {
          problems.push(
            onValue(
              [...path, 'expect', place],
              'does not say what must be true: give json, header or pattern',
            ),
          )
        }
        for (const name of named(valueAt(expectation, ['equals']))) {
          if (!captured.has(name))
            problems.push(onValue([...path, 'expect', place], `names {{${name}}}, which no step captures`))
        }
      }
    }
  }
  return problems
}

/** Names that texts in a value refer to as `{{name}}`. */
function named(value: unknown): string[] {
  if (typeof value === 'string')
    return [...value.matchAll(/\{\{([a-z][a-z0-9_]*)\}\}/g)].flatMap(([, name]) => name ?? [])
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(named)
}

function listAt(value: unknown, path: KeyPath): unknown[] {
  const found = valueAt(value, path)
  return Array.isArray(found) ? found : []
}

function textAt(value: unknown, key: string): string {
  const found = valueAt(value, [key])
  return typeof found === 'string' ? found : ''
}

function has(value: unknown, ...keys: string[]): boolean {
  return keys.some((key) => valueAt(value, [key]) !== undefined)
}

function onValue(path: KeyPath, message: string): Problem {
  return { path, about: 'value', message }
}
