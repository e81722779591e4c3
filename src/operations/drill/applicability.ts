import { type ScenarioName, scenarioNames } from '../../domain/environment/drills-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { AnyScenario } from './scenario.ts'

export interface Applicability {
  name: ScenarioName
  /** Null when this version cannot rehearse it. */
  scenario: AnyScenario | null
  /** Why it does not apply; null when it does. */
  why: string | null
  /** Among those that are rehearsed when no scenario is asked for: those that the file names, else all. */
  isWanted: boolean
  /** The environment file names it itself: when it does not apply, something is amiss. */
  isNamed: boolean
}

/** Every scenario that has a name, with why it cannot be rehearsed here. */
export function applicability(environment: Environment, scenarios: readonly AnyScenario[]): Applicability[] {
  const named = environment.drills?.scenarios ?? null
  return scenarioNames.map((name) => {
    const scenario = scenarios.find((candidate) => candidate.name === name) ?? null
    return {
      name,
      scenario,
      why: scenario === null ? 'this version cannot rehearse it' : reasonAgainst(scenario, environment),
      isWanted: named?.includes(name) ?? true,
      isNamed: named?.includes(name) ?? false,
    }
  })
}

function reasonAgainst(scenario: AnyScenario, environment: Environment): string | null {
  if (scenario.doubles === undefined && !environment.sources.some(({ type }) => type === 'postgres')) {
    return 'the environment has no PostgreSQL source'
  }
  return scenario.inapplicable(environment)
}
