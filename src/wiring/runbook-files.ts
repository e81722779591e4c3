import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { nearest } from '../domain/environment/nearest.ts'
import { Failure } from '../domain/failure.ts'
import { parseRunbook, type RunbookVocabulary } from '../domain/runbook/parse.ts'
import type { Runbook } from '../domain/runbook/schema.ts'
import { scenarioNames } from '../domain/environment/drills-schema.ts'
import type { Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** Paths of the runbooks of a folder, by name. @throws Failure `config` when there is no such folder */
export async function runbookFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new Failure('config', `the folder ${folder} of the runbooks cannot be read`, {
      cause,
      hint: 'Runbooks stand under runbooks/ of the repository; another place is given with folder.',
    })
  })
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** @throws Failure `config` with all that is wrong with it */
export async function readRunbook(file: string): Promise<Runbook> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Failure('config', `the runbook ${file} cannot be read`, { cause })
  })
  return checkRunbook(bytes.toString(), file)
}

/** Reads a runbook's text as runs read it. @throws Failure `config` with all that is wrong with it */
export function checkRunbook(text: string, file: string): Promise<Runbook> {
  return parseRunbook(text, file, createHash('sha256').update(text).digest('hex'), vocabulary)
}

/** The runbook of an incident. @throws Failure `missing` when there is none, `config` when it is not sound */
export async function findRunbook(folder: string, incident: string): Promise<Runbook> {
  const files = await runbookFiles(folder)
  const begins = new RegExp(`^${incident}(?![A-Za-z0-9])`, 'i')
  const own = files.filter((file) => begins.test(basename(file)))
  const [file, second] = own
  if (file === undefined) {
    throw new Failure('missing', `there is no runbook for ${incident} in ${folder}`, {
      hint: files.length === 0 ? 'There is none at all.' : `There are ${files.join(', ')}.`,
    })
  }
  if (second !== undefined) throw new Failure('config', `${own.join(' and ')} are both for ${incident}`)
  return readRunbook(file)
}

/** A verb that a step may call: one that works on an environment, and is no part of making or running runbooks. */
export function stepVerb(name: string): Verb | null {
  const found = Object.values<Verb>(verbs).find((verb) => verb.name === name)
  if (found === undefined || !('environment' in found.inputs.shape)) return null
  return /^(init|keygen|plan|runbook .*|notify .*|drill.*)$/.test(found.name) ? null : found
}

/** What the run itself gives to each verb that it calls. */
const ownInputs: ReadonlySet<string> = new Set([
  'environment',
  'config',
  'reason',
  'confirm',
  'identity',
  'identity-file',
  'signing-key-file',
  'github-token',
])

const vocabulary: RunbookVocabulary = { scenarios: scenarioNames, checkVerb }

/** What is wrong with a verb of a step and its inputs, by input; the verb itself is ''. */
export function checkVerb(name: string, inputs: ReadonlyMap<string, string>): Map<string, string> {
  const problems = new Map<string, string>()
  const verb = stepVerb(name)
  if (verb === null) {
    const known = Object.values<Verb>(verbs).flatMap((other) => stepVerb(other.name)?.name ?? [])
    const meant = nearest(name, known)
    const advice = meant === null ? `accepted: ${known.join(', ')}` : `did you mean ${meant}?`
    problems.set('', `${name} is no verb for a step; ${advice}`)
    return problems
  }
  for (const [input, value] of inputs) {
    if (ownInputs.has(input)) {
      problems.set(input, 'comes from the run; leave it out')
      continue
    }
    const field = Object.hasOwn(verb.inputs.shape, input) ? verb.inputs.shape[input] : undefined
    if (field === undefined) {
      const known = Object.keys(verb.inputs.shape).filter((one) => !ownInputs.has(one))
      problems.set(input, `is no input of ${name}; accepted: ${known.join(', ')}`)
      continue
    }
    const parsed = field.safeParse(value)
    if (!parsed.success) problems.set(input, parsed.error.issues[0]?.message ?? 'is not accepted')
  }
  return problems
}
