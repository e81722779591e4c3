import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'

export interface EnvironmentInput {
  environment: string
  config?: string | undefined
}

/** Folder of the environment files, from the working directory. */
const folder = 'environments'

/**
 * Finds, reads and parses the file of an environment.
 * @param elsewhere how another place is named, for whoever has files, but not this one
 * @throws Failure `config` when there is none, more than one, or its name is another
 */
export async function loadEnvironment(
  input: EnvironmentInput,
  elsewhere = 'Another place is named by --config, in a job by the input config.',
): Promise<Environment> {
  const file = input.config ?? (await findFile(input.environment, elsewhere))
  const text = await readText(file)
  const { parseEnvironment } = await import('../domain/environment/parse.ts')
  const environment = await parseEnvironment(text, file)
  if (environment.environment !== input.environment) {
    throw new Failure(
      'config',
      `${file} describes the environment ${environment.environment}, but ${input.environment} was asked for`,
      { hint: 'Give the name that stands in the file, or the path of another file.' },
    )
  }
  return environment
}

async function readText(file: string): Promise<string> {
  const hint =
    'Check the path; it starts at the working directory. In a workflow, actions/checkout must come first.'
  try {
    // What is no file may never end, and whoever waits for a pipe to be opened hears no signal.
    if (!(await stat(file)).isFile()) {
      throw new Failure('config', `the environment file ${file} is no file`, { hint })
    }
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('config', `the environment file ${file} cannot be read`, { cause, hint })
  }
}

async function findFile(name: string, elsewhere: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = [
    folder,
    ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name)),
  ]
  const found: string[] = []
  const others: string[] = []
  for (const place of folders.sort()) {
    for (const file of await readdir(place).catch(() => [])) {
      if (!/\.ya?ml$/.test(file)) continue
      const isIt = file === `${name}.yml` || file === `${name}.yaml`
      ;(isIt ? found : others).push(join(place, file))
    }
  }
  const [first, second] = found
  if (first === undefined) {
    throw new Failure(
      'config',
      `there is no file for the environment ${name}: looked for ${folder}/${name}.yml and ${folder}/*/${name}.yml`,
      {
        hint:
          others.length > 0
            ? `There ${others.length === 1 ? 'is' : 'are'} ${others.sort().join(', ')}. ${elsewhere}`
            : 'Make one with `lifeboat init`. In a workflow, actions/checkout must come first.',
      },
    )
  }
  if (second !== undefined) {
    throw new Failure('config', `several files are for the environment ${name}: ${found.join(', ')}`, {
      hint: 'Say which one is meant with config.',
    })
  }
  return first
}
