import type { Phase, Report } from '../domain/report.ts'

export interface TimelineGroup {
  /** The scenario that its phases belong to, where a drill had several; else null. */
  title: string | null
  phases: Phase[]
}

/** The phases in order, those of a drill by their scenario, whose name is then not said with each. */
export function timelineGroups({ operation, about, timeline }: Report, most: number): TimelineGroup[] {
  const scenarios = operation === 'drill' && about !== undefined ? about.split(', ') : []
  const groups: (TimelineGroup & { scenario: string | null })[] = []
  for (const phase of timeline.slice(0, most)) {
    const scenario = scenarios.find((name) => phase.name.startsWith(`${name}: `)) ?? null
    if (groups.length === 0 || groups.at(-1)?.scenario !== scenario)
      groups.push({ title: scenarios.length > 1 ? scenario : null, scenario, phases: [] })
    const name = scenario === null ? phase.name : phase.name.slice(scenario.length + 2)
    groups.at(-1)?.phases.push({ ...phase, name })
  }
  return groups
}
