import type { ObjectiveResult } from '../domain/objectives.ts'
import { formatDuration } from '../domain/units.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import { reported } from './reported.ts'
import { seconds } from './seconds.ts'
import type { Answer, Outcome } from './verb.ts'
import type { DrillListInput, DrillReportInput, DrillVerbInput } from './verbs/drill.ts'

export async function runDrill(input: DrillVerbInput, host: Host): Promise<Outcome> {
  const { report } = await reported('drill', input, host, async (environment) => {
    const [{ openPorts }, { openDrillPorts }, { drill }] = await Promise.all([
      import('./open-ports.ts'),
      import('./open-drill-laboratory.ts'),
      import('../operations/drill/drill.ts'),
    ])
    const dryRun = input['dry-run']
    await using ports = await openPorts(environment, {
      host,
      // What is promised needs no secret to be said; no store is opened for it.
      role: dryRun ? 'read' : 'verify',
      ...(dryRun ? { stores: [] } : {}),
      reason: input.reason,
      identity: input.identity,
      identityFile: input['identity-file'],
      signingKeyFile: input['signing-key-file'],
    })
    const drillPorts = await openDrillPorts(ports, host)
    return { report: await drill(environment, { scenario: input.scenario ?? null, dryRun }, drillPorts) }
  })
  const slowest = report.objectives.filter(({ name }) => name === 'RTO')
  const ages = report.facts.filter(({ label }) => label.endsWith(': age of lost writes'))
  return {
    report,
    outputs: {
      rto: greatest(slowest.map(({ measured }: ObjectiveResult) => measured)),
      rpo: greatest(ages.flatMap(({ value }) => value ?? [])),
    },
  }
}

function greatest(values: readonly number[]): string {
  return values.length === 0 ? '' : seconds(Math.max(...values))
}

export async function runDrillList(input: DrillListInput): Promise<Answer> {
  const environment = await loadEnvironment(input)
  const [{ allScenarios }, { applicability }] = await Promise.all([
    import('../scenarios/scenarios.ts'),
    import('../operations/drill/applicability.ts'),
  ])
  const known = applicability(environment, allScenarios())
  const isNamed = new Set(known.filter((one) => one.isNamed).map(({ name }) => name))
  const found = known.map(({ name, scenario, why, isWanted }) => ({
    name,
    summary: scenario?.summary ?? null,
    applies: why === null,
    why,
    inFile: isWanted,
  }))
  const width = Math.max(...found.map(({ name }) => name.length))
  const lines = found.map(({ name, summary, why, inFile }) => {
    const mark = inFile && why === null ? '*' : isNamed.has(name) ? '!' : ' '
    return `${mark} ${name.padEnd(width)}  ${why === null ? summary : `not applicable: ${why}`}`
  })
  const legend = [
    '* is rehearsed when no scenario is asked for',
    ...(lines.some((line) => line.startsWith('!'))
      ? ['! is asked for by the environment file, and does not apply']
      : []),
  ]
  return {
    text: [...lines, '', ...legend].join('\n'),
    json: { environment: environment.environment, scenarios: found },
  }
}

export async function runDrillReport(input: DrillReportInput, host: Host): Promise<Answer> {
  const environment = await loadEnvironment(input)
  const [{ openPorts }, { drillHistory }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/drill/history.ts'),
  ])
  await using ports = await openPorts(environment, { host, role: 'read' })
  const history = await drillHistory(environment, input.last, ports)
  const span = (value: number | null) => (value === null ? '—' : formatDuration(value))
  const kept = (met: boolean | null) => (met === null ? 'not judged' : met ? 'met' : 'missed')
  const rows = [
    ['time', 'scenario', 'verdict', 'detect', 'recover', 'writes lost', 'RTO', 'RPO'],
    ...history.drills.map((drill) => [
      `${drill.at.slice(0, 16)}Z`,
      drill.scenario,
      drill.failure ?? drill.verdict,
      span(drill.detect),
      span(drill.recover),
      drill.lostWrites === null ? '—' : String(drill.lostWrites),
      kept(drill.rtoMet),
      kept(drill.rpoMet),
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const notes = [
    ...(history.doubtful === 0 ? [] : [`${history.doubtful} events of the ledger could not be believed.`]),
    ...history.unreachable.map((store) => `Store ${store} could not be asked; it may have others.`),
  ]
  const none = `There was no drill of ${environment.environment}.`
  return {
    text: [...(history.drills.length === 0 ? [none] : table), ...notes].join('\n'),
    json: { environment: environment.environment, ...history },
  }
}

export async function runDrillClean(_input: Record<string, never>, host: Host): Promise<Answer> {
  const { cleanUp } = await import('./clean-up.ts')
  await cleanUp(host.temporaryFolder, host.log)
  return {
    text: 'Nothing of a killed drill is left on this machine.',
    json: { folder: host.temporaryFolder },
  }
}
