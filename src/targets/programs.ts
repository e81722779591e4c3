import { Failure } from '../domain/failure.ts'
import { formatDuration, type Milliseconds } from '../domain/units.ts'
import type { TargetContext } from './open.ts'

export interface ProgramOptions {
  context: TargetContext
  /** Variables that it is given, where they are set, besides those that every program needs. */
  names: readonly string[]
  /** Variables of ours. */
  extra?: Readonly<Record<string, string>>
  /** What it reads from its standard input. */
  input?: string
  timeout: Milliseconds
  signal: AbortSignal
}

/** What a program needs of its surroundings to run at all. */
const always = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR']

/**
 * Runs a program of the target to its end. Its output is not repeated: it may say anything, secrets too.
 * @param what the step, for messages: `restarting the application`
 * @returns what it printed, for us to read and not for people
 * @throws Failure `missing` when there is no such program, `unavailable` when it fails or takes too long
 */
export async function runProgram(
  what: string,
  words: readonly string[],
  options: ProgramOptions,
): Promise<string> {
  const { code, how, stdout } = await tryProgram(what, words, options)
  if (code === 0) return stdout
  throw new Failure('unavailable', `${what} failed: ${words[0] ?? ''} ${how}`, { hint: byHand(words) })
}

/** As `runProgram`, for programs whose failing is an answer. @throws Failure as it does, but for a code that is not 0 */
export async function tryProgram(
  what: string,
  words: readonly string[],
  { context, names, extra = {}, input, timeout, signal }: ProgramOptions,
): Promise<{ code: number | null; how: string; stdout: string }> {
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
    } = await context.processes.run(command, args, {
      environment: { ...environment, ...extra },
      ...(input === undefined ? {} : { input }),
      signal: AbortSignal.any([signal, late]),
    })
    const how = code === null ? `was ended by ${killed ?? 'a signal'}` : `ended with code ${code}`
    return { code, how, stdout }
  } catch (error) {
    if (signal.aborted || !late.aborted || error instanceof Failure) throw error
    throw new Failure('unavailable', `${what} took longer than ${formatDuration(timeout)}`, {
      hint: byHand(words),
      cause: error,
    })
  }
}

function byHand(words: readonly string[]): string {
  return `Run it by hand to see what it says: ${shown(words)}`
}

/** A command line for people. */
export function shown(words: readonly string[]): string {
  return words
    .map((word) => (/^[A-Za-z0-9._/:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ')
}
