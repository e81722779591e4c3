import type { Instant, Milliseconds } from '../domain/units.ts'

/** Time and chance, so that tests can choose both. */
export interface Clock {
  /** Wall clock. */
  now(): Instant
  /** Monotonic: for spans only. */
  ticks(): Milliseconds
  /** @throws the signal's reason when it is aborted first */
  sleep(span: Milliseconds, signal?: AbortSignal): Promise<void>
}

export interface Random {
  bytes(count: number): Uint8Array
}
