import { Template } from './template.ts'

/** `backup-every` → `backupEvery`, all the way down. What is a Map has keys of the user's own, which stay. */
export function camelKeys<T>(value: T): CamelKeys<T> {
  return turn(value) as CamelKeys<T>
}

function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn)
  if (value === null || typeof value !== 'object' || value instanceof Template || value instanceof Map)
    return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      turn(inner),
    ]),
  )
}

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S
/** Keys of a file as the code names them. */
export type CamelKeys<T> = T extends Template | ReadonlyMap<string, unknown>
  ? T
  : T extends readonly (infer Item)[]
    ? CamelKeys<Item>[]
    : T extends object
      ? { [Key in keyof T as Key extends string ? CamelCase<Key> : Key]: CamelKeys<T[Key]> }
      : T
