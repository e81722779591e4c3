import { Failure } from '../domain/failure.ts'
import { formatDuration, type Milliseconds } from '../domain/units.ts'
import type { TargetContext } from './open.ts'
import { knownReason } from './program-reasons.ts'
import { versionVariable } from './release-version.ts'

export interface ProgramOptions {
  context: TargetContext
  /** Variables that it is given, where they are set, besides those that every program needs. */
  names: readonly string[]
  /** Variables of ours. */
  extra?: Readonly<Record<string, string>>
  /** Those of `extra` that people are shown in a command line, besides the version: no secrets. */
  shownNames?: readonly string[]
  /** A variable that it may demand and that this run does not know: people are told to set it. */
  unknownVersion?: string
  /** What it reads from its standard input. */
  input?: string
  /** What people run in its place to see what it says, where its own words need that input. */
  byHand?: readonly string[]
  timeout: Milliseconds
  signal: AbortSignal
}

/** What a program needs of its surroundings to run at all. */
const always = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR']

/**
 * Runs a program of the target to its end. Its output is not repeated: it may say anything, secrets too. Known reasons of
 * docker and kubectl are told in our words.
 * @param what the step, for messages: `restarting the application`
 * @returns what it printed, for us to read and not for people
 * @throws Failure `missing` when there is no such program, `unavailable` when it fails or takes too long
 */
export async function runProgram(
  what: string,
  words: readonly string[],
  options: ProgramOptions,
): Promise<string> {
  const { code, how, reason, stdout } = await tryProgram(what, words, options)
  if (code === 0) return stdout
  throw new ProgramFailure(`${what} failed: ${words[0] ?? ''} ${how}`, {
    reason,
    hint: byHand(words, options),
    isCutShort: code === null || isSignalled(code),
  })
}

/** A program ended and had not done what it should. */
export class ProgramFailure extends Failure {
  /** In our words; null when it is none of those that are known. */
  readonly reason: string | null
  /** It did not end by itself: its time or a signal ended it. */
  readonly isCutShort: boolean

  constructor(
    message: string,
    {
      reason,
      hint,
      isCutShort,
      cause,
    }: { reason: string | null; hint: string; isCutShort: boolean; cause?: unknown },
  ) {
    super('unavailable', reason === null ? message : `${message}: ${reason}`, { hint, cause })
    this.reason = reason
    this.isCutShort = isCutShort
  }
}

/** A shell, and whatever else runs programs for us, says by 128 and its number that a signal ended one. */
function isSignalled(code: number): boolean {
  return code > 128 && code <= 128 + 64
}

/** As `runProgram`, for programs whose failing is an answer. @throws Failure as it does, but for a code that is not 0 */
export async function tryProgram(
  what: string,
  words: readonly string[],
  options: ProgramOptions,
): Promise<{ code: number | null; how: string; reason: string | null; stdout: string }> {
  const { context, names, extra = {}, input, timeout, signal } = options
  const late = AbortSignal.timeout(timeout)
  const environment: Record<string, string> = {}
  for (const name of [...always, ...names]) {
    const value = context.variables[name]
    if (value !== undefined && value !== '') environment[name] = value
  }
  const [command = '', ...args] = words
  try {
    const {
      code,
      signal: killed,
      stdout,
      stderr,
    } = await context.processes.run(command, args, {
      environment: { ...environment, ...extra },
      ...(input === undefined ? {} : { input }),
      signal: AbortSignal.any([signal, late]),
    })
    const how = code === null ? `was ended by ${killed ?? 'a signal'}` : `ended with code ${code}`
    const reason = code === 0 ? null : knownReason(words, { code, stderr })
    return { code, how, reason, stdout }
  } catch (error) {
    if (signal.aborted || !late.aborted || error instanceof Failure) throw error
    throw new ProgramFailure(`${what} took longer than ${formatDuration(timeout)}`, {
      reason: null,
      hint: byHand(words, options),
      isCutShort: true,
      cause: error,
    })
  }
}

function byHand(words: readonly string[], options: ProgramOptions): string {
  const { unknownVersion: name } = options
  const given = name === undefined ? '' : `, with ${name}=… for the version that is to run`
  return `Run it by hand to see what it says${given}: ${commandLine(options.byHand ?? words, options)}`
}

/** As one types it, with the variables of ours that may be shown. */
export function commandLine(
  words: readonly string[],
  { extra = {}, shownNames = [] }: Pick<ProgramOptions, 'extra' | 'shownNames'>,
): string {
  const variables = [...new Set([versionVariable, ...shownNames])].flatMap((name) => {
    const value = extra[name]
    return value === undefined ? [] : [`${name}=${shown([value])}`]
  })
  return [...variables, shown(words)].join(' ')
}

/** A command line for people. */
export function shown(words: readonly string[]): string {
  return words
    .map((word) => (/^[A-Za-z0-9._/:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ')
}
