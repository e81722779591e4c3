import { Failure } from '../domain/failure.ts'
import { formatDuration, type Milliseconds } from '../domain/units.ts'
import type { TargetContext } from './open.ts'

export interface ProgramOptions {
  context: TargetContext
  /** Variables that it is given, where they are set, besides those that every program needs. */
  names: readonly string[]
  /** Variables of ours. */
  extra?: Readonly<Record<string, string>>
  timeout: Milliseconds
  signal: AbortSignal
}

/** What a program needs of its surroundings to run at all. */
const always = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TMPDIR', 'SSL_CERT_FILE', 'SSL_CERT_DIR']

/**
 * Runs a program of the target to its end. Its output is not repeated: it may say anything, secrets too.
 * @param what the step, for messages: `restarting the application`
 * @throws Failure `missing` when there is no such program, `unavailable` when it fails or takes too long
 */
export async function runProgram(
  what: string,
  [command = '', ...args]: readonly string[],
  { context, names, extra = {}, timeout, signal }: ProgramOptions,
): Promise<void> {
  const late = AbortSignal.timeout(timeout)
  const environment: Record<string, string> = {}
  for (const name of [...always, ...names]) {
    const value = context.variables[name]
    if (value !== undefined && value !== '') environment[name] = value
  }
  const hint = `Run it by hand to see what it says: ${shown([command, ...args])}`
  try {
    const { code, signal: killed } = await context.processes.run(command, args, {
      environment: { ...environment, ...extra },
      signal: AbortSignal.any([signal, late]),
    })
    if (code === 0) return
    const how = code === null ? `was ended by ${killed ?? 'a signal'}` : `ended with code ${code}`
    throw new Failure('unavailable', `${what} failed: ${command} ${how}`, { hint })
  } catch (error) {
    if (signal.aborted || !late.aborted || error instanceof Failure) throw error
    throw new Failure('unavailable', `${what} took longer than ${formatDuration(timeout)}`, {
      hint,
      cause: error,
    })
  }
}

/** A command line for people. */
export function shown(words: readonly string[]): string {
  return words
    .map((word) => (/^[A-Za-z0-9._/:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ')
}
