import { asFailure, type FailureKind } from '../domain/failure.ts'
import type { Check, CheckStatus, Rung } from '../domain/verdict.ts'
import type { Clock } from '../ports/clock.ts'

/** What one question was answered with. Names that came from data stand in `subjects` only. */
export interface Answer {
  status: CheckStatus
  detail: string
  subjects?: readonly string[]
  failure?: FailureKind
  hint?: string
}

export const passed = (detail: string, subjects: readonly string[] = []): Answer => ({
  status: 'passed',
  detail,
  subjects,
})
export const failed = (
  failure: FailureKind,
  detail: string,
  subjects: readonly string[] = [],
  hint?: string,
): Answer => ({
  status: 'failed',
  failure,
  detail,
  subjects,
  ...(hint === undefined ? {} : { hint }),
})

/** Asks questions one by one, times them, and makes a failed check of every trouble that is expected to happen. */
export class CheckRecorder {
  private readonly record: (check: Check) => void
  private readonly clock: Clock
  private readonly signal: AbortSignal

  constructor(record: (check: Check) => void, clock: Clock, signal: AbortSignal) {
    this.record = record
    this.clock = clock
    this.signal = signal
  }

  add(rung: Rung, name: string, answer: Answer, duration = 0): void {
    this.record({
      rung,
      name,
      status: answer.status,
      detail: answer.detail,
      subjects: answer.subjects ?? [],
      failure: answer.status === 'failed' ? (answer.failure ?? 'objective') : null,
      ...(answer.hint === undefined ? {} : { hint: answer.hint }),
      duration,
    })
  }

  /** Resolves whether the answer was good enough to go on: anything but `failed`. @throws when stopped from outside, or on a bug */
  async ask(rung: Rung, name: string, question: () => Promise<Answer | Answer[]>): Promise<boolean> {
    const started = this.clock.ticks()
    try {
      const answers = [await question()].flat()
      const duration = this.clock.ticks() - started
      for (const answer of answers) this.add(rung, name, answer, duration)
      return answers.every((answer) => answer.status !== 'failed')
    } catch (error) {
      this.signal.throwIfAborted()
      const failure = asFailure(error)
      if (failure.kind === 'bug' || failure.kind === 'cancelled') throw error
      this.add(
        rung,
        name,
        failed(failure.kind, failure.message, failure.subjects, failure.hint),
        this.clock.ticks() - started,
      )
      return false
    }
  }
}
