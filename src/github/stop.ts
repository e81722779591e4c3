import { Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'

export interface Stop extends Disposable {
  /** Aborted with a Failure `cancelled` when the job is stopped from outside. */
  readonly signal: AbortSignal
  /** Rejects when there is no time, or no sense, left to wait for the work: with why. */
  readonly abandoned: Promise<never>
  /** Whether something escaped that leaves the process in an unknown state: it should end once its result is told. */
  readonly isBroken: boolean
}

/**
 * A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed after 2.5 s more. The work has this long to clean up;
 * then its result is told all the same, and the process ends, whatever still runs in it.
 */
const timeForWork: Milliseconds = 4_000
const timeForAll: Milliseconds = 5_000

/** Listens for whatever ends a run early. */
export function openStop(): Stop {
  const stop = new AbortController()
  const { promise: abandoned, reject: abandon } = Promise.withResolvers<never>()
  // Who does not wait any more need not hear of it.
  abandoned.catch(() => undefined)
  let isBroken = false

  const onSignal = (name: NodeJS.Signals) => {
    if (stop.signal.aborted) return
    const failure = new Failure('cancelled', `stopped by ${name}`, {
      hint: 'Run it again when it may run to its end.',
    })
    stop.abort(failure)
    setTimeout(() => abandon(failure), timeForWork).unref()
    setTimeout(() => process.exit(130), timeForAll).unref()
  }
  const onEscaped = (thrown: unknown) => {
    isBroken = true
    abandon(thrown)
  }
  // Nothing is left that could go on, and yet there is no result: Node would end here, and call it a success.
  const onIdle = () => abandon(new Error('the run came to rest without a result'))

  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  process.on('uncaughtException', onEscaped).on('beforeExit', onIdle)
  return {
    signal: stop.signal,
    abandoned,
    get isBroken() {
      return isBroken
    },
    // Signals stay ours: one that comes late must not end the process with the code of a crash.
    [Symbol.dispose]: () => {
      process.off('uncaughtException', onEscaped).off('beforeExit', onIdle)
    },
  }
}
