import { randomBytes } from 'node:crypto'
import { access, link, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { ComposeModel } from './model.ts'

/** Of each secret: beyond guessing, and of letters and digits alone, so that it can stand in a connection URL. */
const secretBytes = 24

/**
 * Makes the files of secrets that the Compose files name and that are not there. Each appears whole or not at all, and
 * one that is there is never written over, whoever made it meanwhile.
 * @returns the names of those that were made
 */
export async function makeSecrets(model: ComposeModel): Promise<string[]> {
  const made: string[] = []
  for (const { name, file } of await missingSecrets(model)) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const draft = `${file}.${randomBytes(6).toString('hex')}`
    try {
      await writeFile(draft, `${randomBytes(secretBytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
      await link(draft, file)
      made.push(name)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw unwritable(file, error)
    } finally {
      await rm(draft, { force: true })
    }
  }
  return made
}

/** @throws Failure `config` when one is missing: a new one would not be the one that the data was made with */
export async function demandSecrets(model: ComposeModel): Promise<void> {
  const missing = await missingSecrets(model)
  if (missing.length === 0) return
  const files = missing.map(({ file }) => shownPath(file))
  throw new Failure(
    'config',
    `there is no file of the secret${files.length === 1 ? '' : 's'} ${files.join(', ')}`,
    {
      hint: 'Put them where the Compose files look for them. For a new environment, `lifeboat env up` makes them.',
    },
  )
}

async function missingSecrets(model: ComposeModel): Promise<{ name: string; file: string }[]> {
  const named = Object.entries(model.secrets).flatMap(([name, { file }]) =>
    file === undefined ? [] : [{ name, file }],
  )
  const found = await Promise.all(
    named.map(({ file }) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  )
  return named.filter((_, index) => found[index] === false)
}

function unwritable(file: string, cause: unknown): Failure {
  return new Failure('access', `the secret ${shownPath(file)} cannot be written`, { cause })
}

function shownPath(file: string): string {
  const short = relative(process.cwd(), file)
  return short.startsWith('..') ? file : short
}
