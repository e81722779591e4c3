import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keysAsMarkdown } from '../../src/domain/environment/describe.ts'
import { sharedOutputs, type ActionVerb } from '../../src/wiring/verb.ts'
import { actionVerbs } from '../../src/wiring/verbs.ts'
import { actionInputs } from './inputs.ts'
import { markdownTable } from './markdown-table.ts'
import { root, type GeneratedFile } from './write.ts'

/** Tables between their markers: in each action's README, and of keys; what stands around them is written by hand. */
export async function readmeTables(): Promise<GeneratedFile[]> {
  return Promise.all(
    actionVerbs().map(async (verb) => {
      const path = `actions/${verb.action.folder}/README.md`
      const text = await readFile(join(root, path), 'utf8')
      return {
        path,
        content: between(between(text, 'inputs', inputTable(verb), path), 'outputs', outputTable(verb), path),
      }
    }),
  )
}

/** The page on the environment file has all keys in one table. */
export async function keyTable(): Promise<GeneratedFile> {
  const path = 'docs/environment-file.md'
  const text = await readFile(join(root, path), 'utf8')
  return { path, content: between(text, 'keys', `${keysAsMarkdown()}\n`, path) }
}

function inputTable(verb: ActionVerb): string {
  return markdownTable(
    ['input', 'meaning', 'default'],
    actionInputs(verb).map((row) => [
      `\`${row.name}\``,
      row.description,
      row.name === 'github-token'
        ? "the job's token"
        : row.required
          ? '**required**'
          : row.default === null
            ? ''
            : `\`${row.default}\``,
    ]),
  )
}

function outputTable(verb: ActionVerb): string {
  return markdownTable(
    ['output', 'meaning'],
    Object.entries({ ...verb.outputs, ...sharedOutputs }).map(([name, meaning]) => [`\`${name}\``, meaning]),
  )
}

function between(text: string, name: string, content: string, path: string): string {
  const [begin, end] = [`<!-- ${name}: made by npm run build -->`, `<!-- end of ${name} -->`]
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`${path} lacks the markers ${begin} and ${end}`)
  return `${text.slice(0, from + begin.length)}\n\n${content}\n${text.slice(to)}`
}
