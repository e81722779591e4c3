import type { Environment } from '../../domain/environment/schema.ts'
import type { Step } from '../../domain/runbook/schema.ts'

type Known = Pick<Environment, 'sources' | 'stores' | 'target' | 'validation'>

/** What a step names that the environment has not, so that it would fail; for people. */
export function lacksOf(step: Step, { sources, stores, target }: Known): string[] {
  if (step.type !== 'operation') return []
  const { verb, with: inputs } = step
  const named = (input: string, known: readonly { name: string }[]) => {
    const name = inputs.get(input)
    if (name === undefined || known.some((one) => one.name === name)) return []
    return [`the environment has no ${input} ${name}; it has ${known.map((one) => one.name).join(', ')}`]
  }
  const needsTarget =
    (verb === 'deploy' && /\bdeploy\b/.test(inputs.get('steps') ?? 'deploy')) || /^env (?!status)/.test(verb)
  return [
    ...named('source', sources),
    ...named('store', stores),
    ...(needsTarget && target === undefined ? [`${verb} needs target in the environment file`] : []),
    ...(inputs.get('reroute') === 'true' && target?.reroute === undefined
      ? ['reroute needs target.reroute in the environment file']
      : []),
  ]
}

/** What may keep a step from doing all that it says; for people. */
export function doubtsOf(
  step: Step,
  { validation, target }: Known,
  isSet: (variable: string) => boolean,
): string[] {
  const templates =
    step.type === 'http' ? [step.url] : step.type === 'failover' ? [step.primary, step.replica] : []
  const unset = templates.flatMap(({ names }) => names.filter((name) => !isSet(name)))
  const asksServices =
    step.type === 'operation' &&
    step.verb === 'validate' &&
    /service-health/.test(step.with.get('categories') ?? '')
  return [
    ...(unset.length === 0
      ? []
      : [
          `${[...new Set(unset)].join(', ')} ${unset.length === 1 ? 'is' : 'are'} not set here: the run needs what it names`,
        ]),
    ...(asksServices && validation === undefined && target === undefined
      ? ['the environment file has neither validation nor target, so that most of it cannot be asked']
      : []),
  ]
}
