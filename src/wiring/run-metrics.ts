import type { Environment } from '../domain/environment/schema.ts'
import { asFailure, Failure, type FailureKind } from '../domain/failure.ts'
import { mergeFamilies, type MetricFamily } from '../domain/metrics.ts'
import { counted } from '../domain/units.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import type { Answer } from './verb.ts'
import type { MetricsInput } from './verbs/metrics.ts'
import { writeWhole } from './write-whole.ts'

/** So long may the Pushgateway take. */
const patience = 15_000

export async function runMetrics(input: MetricsInput, host: Host): Promise<Answer> {
  if (input.config !== undefined && input.environment.length > 1) {
    throw new Failure('config', 'a path of the environment file fits one environment only')
  }
  const { renderMetrics } = await import('../reports/metrics.ts')
  const sets: MetricFamily[][] = []
  const said: string[] = []
  let failure: FailureKind | undefined
  for (const name of input.environment) {
    const environment = await loadEnvironment({ environment: name, config: input.config })
    const families = await familiesOf(environment, input, host)
    sets.push(families)
    if (!input.push) continue
    try {
      await push(renderMetrics(families), environment, host)
      said.push(`pushed the figures of ${name}`)
    } catch (thrown) {
      // The others are pushed, and the file is written, all the same.
      const { kind, message, hint } = asFailure(thrown)
      failure ??= kind
      said.push(`${name}: ${message}${hint === undefined ? '' : `\n    ${hint}`}`)
    }
  }
  const families = mergeFamilies(sets)
  const text = renderMetrics(families)
  if (input.file !== undefined) {
    await writeWhole(input.file, text)
    said.push(`wrote ${counted(families.length, 'figure')} to ${input.file}`)
  }
  return {
    text: said.length === 0 ? text : said.join('\n'),
    isDocument: said.length === 0,
    json: { metrics: families },
    ...(failure === undefined ? {} : { failure }),
  }
}

async function familiesOf(
  environment: Environment,
  { window }: MetricsInput,
  host: Host,
): Promise<MetricFamily[]> {
  const [{ openPorts }, { metrics }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/metrics/metrics.ts'),
  ])
  await using ports = await openPorts(environment, { host, role: 'read' })
  return await metrics(environment, { window }, ports)
}

async function push(text: string, environment: Environment, host: Host): Promise<void> {
  const config = environment.metrics
  if (config === undefined) {
    throw new Failure('config', 'the environment file names no Pushgateway', {
      hint: 'Add metrics: { pushgateway: "https://…" } to it.',
    })
  }
  const { pushMetrics } = await import('../channels/pushgateway.ts')
  const { user, password } = config
  await pushMetrics(
    text,
    environment.environment,
    {
      url: config.pushgateway.resolve(host.variables),
      job: config.job,
      credentials:
        user === undefined || password === undefined
          ? null
          : { user: user.resolve(host.variables), password: password.resolve(host.variables) },
    },
    AbortSignal.any([host.signal, AbortSignal.timeout(patience)]),
  )
}
