import { type KeyPath, keyText } from './problem.ts'
import { Template } from './template.ts'
import type { YamlFile } from './yaml.ts'

/** The same value, in which every template knows where it stands: `environments/production.yml:8 sources[0].url`. */
export function placed<T>(value: T, path: KeyPath, file: YamlFile, fileName: string): T {
  const turn = (inner: unknown, at: KeyPath): unknown => {
    if (inner instanceof Template) {
      return new Template(inner.text, `${fileName}:${file.place(at, 'value').line} ${keyText(at)}`)
    }
    if (Array.isArray(inner)) return inner.map((item, index) => turn(item, [...at, index]))
    if (inner === null || typeof inner !== 'object' || inner instanceof Map) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, below]) => [key, turn(below, [...at, key])]))
  }
  return turn(value, path) as T
}
