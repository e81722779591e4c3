import { type KeyPath, keyText, problemsFailure } from './problem.ts'
import { ruleProblems } from './rules.ts'
import { type Environment, camelKeys, environmentSchema } from './schema.ts'
import { schemaProblems } from './schema-problems.ts'
import { Template } from './template.ts'
import { type YamlFile, readYaml } from './yaml.ts'

/**
 * Reads an environment file. Variables are not filled in: each `Template` knows its place, for when it is resolved.
 * @param fileName as messages shall name it
 * @throws Failure `config` that lists every problem with file, line, column and key, and what is accepted there
 */
export async function parseEnvironment(text: string, fileName: string): Promise<Environment> {
  const file = await readYaml(text, fileName)
  const parsed = environmentSchema.safeParse(file.value)
  const problems = [
    ...schemaProblems(environmentSchema, file.value, parsed.error?.issues ?? []),
    ...ruleProblems(file.value),
  ].map((problem) => ({ ...problem, ...file.place(problem.path, problem.about) }))
  const all = [...file.problems, ...problems].map((problem) => ({ ...problem, key: keyText(problem.path) }))
  if (!parsed.success || all.length > 0) throw problemsFailure(fileName, all)
  return { ...camelKeys(placed(parsed.data, [], file, fileName)), text }
}

/** The same value, in which every template knows where it stands: `environments/production.yml:8 sources[0].url`. */
function placed<T>(value: T, path: KeyPath, file: YamlFile, fileName: string): T {
  const turn = (inner: unknown, at: KeyPath): unknown => {
    if (inner instanceof Template) {
      return new Template(inner.text, `${fileName}:${file.place(at, 'value').line} ${keyText(at)}`)
    }
    if (Array.isArray(inner)) return inner.map((item, index) => turn(item, [...at, index]))
    if (inner === null || typeof inner !== 'object') return inner
    return Object.fromEntries(Object.entries(inner).map(([key, below]) => [key, turn(below, [...at, key])]))
  }
  return turn(value, path) as T
}
