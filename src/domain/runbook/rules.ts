import { basename } from 'node:path'
import { nearest } from '../environment/nearest.ts'
import type { Problem } from '../environment/problem.ts'
import type { RunbookVocabulary } from './parse.ts'
import type { SoundParts, StepPart, WrittenStep } from './sound-parts.ts'

/** What the schema alone cannot say: names that must fit each other, and ways through the steps that must end. */
export function ruleProblems(
  { incident, drill, steps, verification, escalation }: SoundParts,
  file: string,
  { checkVerb, scenarios }: RunbookVocabulary,
): Problem[] {
  const problems: Problem[] = []
  const say = (path: Problem['path'], message: string) => {
    problems.push({ path, about: 'value', message })
  }
  if (incident !== null && !basename(file).toLowerCase().startsWith(incident.toLowerCase())) {
    say(['incident'], `is ${incident}, but the file is called ${basename(file)}; begin its name with the id`)
  }
  if (typeof drill === 'string' && !scenarios.includes(drill)) {
    const meant = nearest(drill, scenarios)
    say(
      ['drill'],
      `is no scenario${meant === null ? '' : `; did you mean ${meant}?`}; see \`lifeboat drill list\`, or give { none: the reason }`,
    )
  }
  const seen = new Set<string>()
  for (const [part, all] of Object.entries({ steps, verification })) {
    for (const [index, { id, step }] of all.entries()) {
      if (id !== null && seen.has(id))
        say([part, index, 'id'], `${id} names two steps; each needs an id of its own`)
      if (id !== null) seen.add(id)
      if (step?.type === 'operation') {
        for (const [input, problem] of checkAsked(step, checkVerb)) say([part, index, 'ask', input], problem)
        for (const [input, problem] of checkVerb(step.verb, step.with)) {
          say(input === '' ? [part, index, 'verb'] : [part, index, 'with', input], problem)
        }
      }
      for (const [key, word, problem] of checkWords(step)) say([part, index, key, word], problem)
      if (step?.type !== 'decision') continue
      if (part === 'verification') {
        say([part, index, 'type'], 'is a decision; a verification asks nobody how to go on')
        continue
      }
      for (const [answer, problem] of checkWays(step, index, steps)) {
        say([part, index, 'answers', answer], problem)
      }
    }
  }
  const looks = ({ step }: StepPart) =>
    step === null || step.type === 'operation' || step.type === 'http' || step.type === 'command'
  if (verification.length > 0 && !verification.some(looks)) {
    say(
      ['verification'],
      'asks only people; at least one step must look for itself (operation, http or command)',
    )
  }
  for (const [index, level] of escalation.entries()) {
    const before = escalation[index - 1]
    if (level !== null && before !== undefined && before !== null && level.after < before.after) {
      say(['escalation', index, 'after'], 'is earlier than the level before it; order the levels by time')
    }
  }
  return problems
}

type StepLike<Type extends WrittenStep['type']> = Extract<WrittenStep, { type: Type }>

/** Every run ends: only later steps can be led to. */
function checkWays(
  { answers }: StepLike<'decision'>,
  index: number,
  steps: readonly StepPart[],
): [answer: string, problem: string][] {
  const later = new Set(steps.slice(index + 1).map(({ id }) => id))
  return [...answers].flatMap(([answer, goal]): [string, string][] => {
    if (goal === 'next' || goal === 'end' || later.has(goal)) return []
    const known = steps.some(({ id }) => id === goal)
    return [
      [
        answer,
        known
          ? `leads back to ${goal}; only later steps are accepted, so that every run ends`
          : `leads to ${goal}, which is no step`,
      ],
    ]
  })
}

/** An input that is asked for must be one of the verb's; what is answered is checked when it is known. */
function checkAsked(
  { verb, ask, with: fixed }: StepLike<'operation'>,
  checkVerb: RunbookVocabulary['checkVerb'],
): [input: string, problem: string][] {
  return [...ask.keys()].flatMap((input): [string, string][] => {
    if (fixed.has(input)) return [[input, 'is given under with already']]
    const problem = checkVerb(verb, new Map([[input, '\u0000']])).get(input) ?? ''
    // A value that nothing accepts: that it is refused says that the input is known.
    return /^is no input|comes from the run/.test(problem) ? [[input, problem]] : []
  })
}

/** No variable is filled into a program's words: secrets would stand where every user of the machine can read them. */
function checkWords(step: WrittenStep | null): [key: string, word: number, problem: string][] {
  const given =
    step?.type === 'command'
      ? ({ key: 'run', words: step.run } as const)
      : step?.type === 'failover'
        ? ({ key: 'fence', words: step.fence ?? [] } as const)
        : null
  if (given === null) return []
  const { key, words } = given
  return words.flatMap((word, index): [string, number, string][] => {
    const name = /\$\{([A-Za-z_][A-Za-z0-9_]*)/.exec(word)?.[1]
    // What follows `sh -c` a shell reads, perhaps that of a container.
    const isScript = words.slice(0, index).some((before) => /^-[a-z]*c$/.test(before))
    if (name === undefined || isScript) return []
    const how =
      key === 'run'
        ? `name it under variables: [${name}], and let the program read it from there, or a shell: run: [sh, -c, 'program "$${name}"']`
        : 'let a script of yours read it'
    return [[key, index, `holds \${${name}}, which nothing fills in: no shell reads these words; ${how}`]]
  })
}
