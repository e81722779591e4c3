import { type Rung, rungs } from '../domain/verdict.ts'
import type { Clock } from '../ports/clock.ts'
import type { RehearsalContext, RehearsalResult } from '../ports/source.ts'
import { CheckRecorder } from './check-recorder.ts'

/** A proof of a source before its first check. */
export interface BegunProof {
  checks: CheckRecorder
  /** Whether a rung was asked for. */
  reaches: (rung: Rung) => boolean
  /** What is known so far: nothing. */
  result: RehearsalResult
  /** Milliseconds since it was begun. */
  elapsed: () => number
}

export function beginProof(
  { check, level, signal }: Pick<RehearsalContext, 'check' | 'level' | 'signal'>,
  { notIncluded }: Pick<RehearsalResult, 'notIncluded'>,
  clock: Clock,
): BegunProof {
  const started = clock.ticks()
  return {
    checks: new CheckRecorder(check, clock, signal),
    reaches: (rung) => rungs.indexOf(level) >= rungs.indexOf(rung),
    result: {
      isolation: null,
      restoreDuration: null,
      restoreEstimate: null,
      bytes: 0,
      dataAge: null,
      notIncluded,
      facts: [],
    },
    elapsed: () => Math.round(clock.ticks() - started),
  }
}
