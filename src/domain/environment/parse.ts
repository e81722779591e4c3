import { placed } from './placed.ts'
import { keyText, problemsFailure } from './problem.ts'
import { ruleProblems } from './rules.ts'
import { type Environment, camelKeys, environmentSchema } from './schema.ts'
import { schemaProblems } from './schema-problems.ts'
import { readYaml } from './yaml.ts'

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
