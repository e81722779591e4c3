/**
 * The one way to fail on purpose. A `Failure` says who must act and whether a retry can help; anything else
 * that is thrown is a bug in Lifeboat.
 */

/** What each kind means to a process that asks (`exit`) and to the retry decorators (`retried`). */
export const failureKinds = {
  bug: { exit: 1, retried: false, meaning: 'our fault' },
  config: { exit: 2, retried: false, meaning: "the user's files or inputs are wrong" },
  missing: { exit: 3, retried: false, meaning: 'the named backup, object, tool or database does not exist' },
  refused: { exit: 4, retried: false, meaning: 'a guard said no: confirmation, lock, retention, protection' },
  access: { exit: 5, retried: false, meaning: 'credentials or permissions' },
  unavailable: { exit: 6, retried: true, meaning: 'network, server or store out of reach' },
  integrity: { exit: 7, retried: false, meaning: 'data is not what it was, or was not made by us' },
  objective: { exit: 8, retried: false, meaning: 'it worked, but an objective was missed or a check failed' },
  capacity: { exit: 9, retried: false, meaning: 'disk or memory does not suffice' },
  cancelled: { exit: 130, retried: false, meaning: 'stopped from outside' },
} as const

export type FailureKind = keyof typeof failureKinds

export function isFailureKind(word: string): word is FailureKind {
  return Object.hasOwn(failureKinds, word)
}

export interface FailureOptions {
  /** The next step for the person who reads it. */
  hint?: string
  /** Names that came from data (tables, roles…): kept out of the message, so that a public log can hide them. */
  subjects?: readonly string[]
  cause?: unknown
}

export class Failure extends Error {
  readonly kind: FailureKind
  readonly hint: string | undefined
  readonly subjects: readonly string[]

  constructor(kind: FailureKind, message: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.kind = kind
    this.hint = options.hint
    this.subjects = options.subjects ?? []
  }
}

/** Any thrown value as a Failure: a Failure as it is, an abort as `cancelled`, a full disk as `capacity`, the rest as `bug`. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  // The clean-up failed too, as on a full disk it does; what it was that had to be cleaned up says more.
  if (thrown instanceof SuppressedError) return asFailure(thrown.suppressed)
  if (thrown instanceof Error) {
    if (thrown.name === 'AbortError') {
      return thrown.cause instanceof Failure
        ? thrown.cause
        : new Failure('cancelled', 'stopped from outside', { cause: thrown })
    }
    if ('code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')) {
      return new Failure('capacity', 'the disk is full', {
        cause: thrown,
        hint: 'Free disk space on the runner, or point RUNNER_TEMP at a larger disk.',
      })
    }
    return new Failure('bug', thrown.message, { cause: thrown })
  }
  return new Failure('bug', `something that is not an error was thrown: ${String(thrown)}`)
}

/** What whoever mends a bug needs. Places stand in our code alone; the message may quote what came from data. */
export function bugReport(failure: Failure): { name: string; message: string; places: string } {
  const { name, message, stack = '' } = failure.cause instanceof Error ? failure.cause : failure
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { name, message, places: places.join('\n') }
}

/** The exit code of a process that ended with this failure; 0 when there was none. */
export function exitCode(failure: Failure | null): number {
  return failure === null ? 0 : failureKinds[failure.kind].exit
}
