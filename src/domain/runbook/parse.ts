import { camelKeys } from '../environment/camel-keys.ts'
import { keyText, problemsFailure } from '../environment/problem.ts'
import { schemaProblems } from '../environment/schema-problems.ts'
import { placed } from '../environment/placed.ts'
import { readYaml } from '../environment/yaml.ts'
import { guide } from '../guide.ts'
import { ruleProblems } from './rules.ts'
import { type Runbook, runbookSchema } from './schema.ts'
import { soundParts } from './sound-parts.ts'

/** What a runbook may name, as the wiring knows it. */
export interface RunbookVocabulary {
  /** Says what is wrong with a verb and its inputs, by key of the inputs; the verb itself is ''. */
  checkVerb: (verb: string, inputs: ReadonlyMap<string, string>) => ReadonlyMap<string, string>
  /** The scenarios of drills. */
  scenarios: readonly string[]
}

/**
 * Reads a runbook. Variables are not filled in.
 * @param file its path, as messages shall name it
 * @throws Failure `config` that lists every problem with file, line, column and key, and what is accepted there
 */
export async function parseRunbook(
  text: string,
  file: string,
  sha256: string,
  vocabulary: RunbookVocabulary,
): Promise<Runbook> {
  const yaml = await readYaml(text, file)
  const parsed = runbookSchema.safeParse(yaml.value)
  const problems = [
    ...schemaProblems(runbookSchema, yaml.value, parsed.error?.issues ?? []),
    ...ruleProblems(soundParts(yaml.value), file, vocabulary),
  ].map((problem) => ({ ...problem, ...yaml.place(problem.path, problem.about) }))
  const all = [...yaml.problems, ...problems].map((problem) => ({ ...problem, key: keyText(problem.path) }))
  if (!parsed.success || all.length > 0) {
    throw problemsFailure(file, all, `${guide('runbooks')} describes every key of a runbook.`)
  }
  return { ...camelKeys(placed(parsed.data, [], yaml, file)), file, sha256 }
}
