import { basename } from 'node:path'
import type { z } from 'zod'
import { nearest } from '../environment/nearest.ts'
import type { Problem } from '../environment/problem.ts'
import type { RunbookVocabulary } from './parse.ts'
import type { runbookSchema } from './schema.ts'

type Written = z.output<typeof runbookSchema>

/** What the schema alone cannot say: names that must fit each other, and ways through the steps that must end. */
export function ruleProblems(
  runbook: Written,
  file: string,
  { checkVerb, scenarios }: RunbookVocabulary,
): Problem[] {
  const problems: Problem[] = []
  const say = (path: Problem['path'], message: string, about: Problem['about'] = 'value') => {
    problems.push({ path, about, message })
  }
  if (!basename(file).toLowerCase().startsWith(runbook.incident.toLowerCase())) {
    say(
      ['incident'],
      `is ${runbook.incident}, but the file is called ${basename(file)}; begin its name with the id`,
    )
  }
  if (typeof runbook.drill === 'string' && !scenarios.includes(runbook.drill)) {
    const meant = nearest(runbook.drill, scenarios)
    say(
      ['drill'],
      `is no scenario${meant === null ? '' : `; did you mean ${meant}?`}; see \`lifeboat drill list\`, or give { none: the reason }`,
    )
  }
  const seen = new Set<string>()
  for (const part of ['steps', 'verification'] as const) {
    for (const [index, step] of runbook[part].entries()) {
      if (seen.has(step.id))
        say([part, index, 'id'], `${step.id} names two steps; each needs an id of its own`)
      seen.add(step.id)
      if (step.type === 'operation') {
        for (const [input, problem] of checkAsked(step, checkVerb)) say([part, index, 'ask', input], problem)
        for (const [input, problem] of checkVerb(step.verb, step.with)) {
          say(input === '' ? [part, index, 'verb'] : [part, index, 'with', input], problem)
        }
      }
      if (step.type !== 'decision') continue
      if (part === 'verification') {
        say([part, index, 'type'], 'is a decision; a verification asks nobody how to go on')
        continue
      }
      const later = new Set(runbook.steps.slice(index + 1).map(({ id }) => id))
      for (const [answer, goal] of step.answers) {
        if (goal === 'next' || goal === 'end' || later.has(goal)) continue
        const known = runbook.steps.some(({ id }) => id === goal)
        say(
          [part, index, 'answers', answer],
          known
            ? `leads back to ${goal}; only later steps are accepted, so that every run ends`
            : `leads to ${goal}, which is no step`,
        )
      }
    }
  }
  if (
    !runbook.verification.some(({ type }) => type === 'operation' || type === 'http' || type === 'command')
  ) {
    say(
      ['verification'],
      'asks only people; at least one step must look for itself (operation, http or command)',
    )
  }
  for (const [index, { after }] of runbook.escalation.entries()) {
    const before = runbook.escalation[index - 1]
    if (before !== undefined && after < before.after) {
      say(['escalation', index, 'after'], 'is earlier than the level before it; order the levels by time')
    }
  }
  return problems
}

/** An input that is asked for must be one of the verb's; what is answered is checked when it is known. */
function checkAsked(
  { verb, ask, with: fixed }: Extract<Written['steps'][number], { type: 'operation' }>,
  checkVerb: RunbookVocabulary['checkVerb'],
): [input: string, problem: string][] {
  return [...ask.keys()].flatMap((input): [string, string][] => {
    if (fixed.has(input)) return [[input, 'is given under with already']]
    const problem = checkVerb(verb, new Map([[input, '\u0000']])).get(input) ?? ''
    // A value that nothing accepts: that it is refused says that the input is known.
    return /^is no input|comes from the run/.test(problem) ? [[input, problem]] : []
  })
}
