import { Failure } from '../domain/failure.ts'
import type { Milliseconds } from '../domain/units.ts'
import type { Clock, Random } from '../ports/clock.ts'
import { cancelledBy } from './cancelled.ts'

/** How often and at which pace what was `unavailable` is tried again. */
export interface Patience {
  clock: Clock
  random: Random
  /** Attempts in all; 5 by default. */
  attempts?: number
  /** No further attempt begins once so much time has passed; without limit by default. */
  within?: Milliseconds
}

const firstPause: Milliseconds = 200
const longestPause: Milliseconds = 10_000

/**
 * Does the work again while it fails as `unavailable`, at most `attempts` times in all. The pause doubles each time and
 * is drawn at random below that ("full jitter"), so that many clients do not come back together.
 * @param work is told how many attempts went before
 */
export async function patiently<T>(
  patience: Patience,
  work: (earlier: number) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const started = patience.clock.ticks()
  for (let earlier = 0; ; earlier += 1) {
    try {
      return await work(earlier)
    } catch (error) {
      if (!isUnavailable(error) || isEnough(patience, earlier + 1, started)) throw error
      await pause(patience, earlier, signal)
    }
  }
}

/** Whether trying on would cost more than it promises. @param started in ticks of the clock */
export function isEnough(
  { attempts = 5, within = Number.POSITIVE_INFINITY, clock }: Patience,
  failed: number,
  started: Milliseconds,
): boolean {
  return failed >= attempts || clock.ticks() - started >= within
}

/** Waits before the attempt that follows `earlier + 1` failed ones. @throws Failure `cancelled` */
export async function pause(patience: Patience, earlier: number, signal?: AbortSignal): Promise<void> {
  const ceiling = Math.min(longestPause, firstPause * 2 ** earlier)
  const [high = 0, low = 0] = patience.random.bytes(2)
  try {
    await patience.clock.sleep(((high * 256 + low) / 65_536) * ceiling, signal)
  } catch (error) {
    throw cancelledBy(signal, error) ?? error
  }
}

export function isUnavailable(error: unknown): boolean {
  return error instanceof Failure && error.kind === 'unavailable'
}
