import type { Step } from './schema.ts'

/**
 * Where in `steps` a runbook goes on after the step at `index`: `steps.length` when they are over. A decision without an
 * answer (`null`, as when it was left out) goes on with the next step, as every other step does.
 */
export function following(steps: readonly Step[], index: number, answer: string | null): number {
  const step = steps[index]
  const goal = step?.type === 'decision' && answer !== null ? step.answers.get(answer) : 'next'
  if (goal === 'end') return steps.length
  return goal === undefined || goal === 'next' ? index + 1 : steps.findIndex(({ id }) => id === goal)
}
