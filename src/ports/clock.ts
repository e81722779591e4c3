import type { Instant, Milliseconds } from '../domain/units.ts'

/** Time and chance, so that tests can choose both. */
export interface Clock {
  /** Wall clock. */
  now(): Instant
  /** Monotonic: for spans only. */
  ticks(): Milliseconds
  /** @throws the signal's reason when it is aborted first */
  sleep(span: Milliseconds, signal?: AbortSignal): Promise<void>
  /**
   * Does the work again and again, first after one span, until disposed; a turn is left out while the last one is still
   * at work. It does not keep the process alive. The work must not throw.
   */
  every(span: Milliseconds, work: () => Promise<void>): Disposable
}

export interface Random {
  bytes(count: number): Uint8Array
}
