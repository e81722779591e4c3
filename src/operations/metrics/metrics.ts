import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure } from '../../domain/failure.ts'
import type { MetricFamily } from '../../domain/metrics.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { type History, readHistory } from '../status/history.ts'
import { Figures, historyFigures, targetFigures } from './figures.ts'

/**
 * The figures of one environment, from its stores' records alone. Where no store answers, that is a figure too: whoever
 * watches must not take the silence for the last good state.
 * @param window how far back runs are counted
 */
export async function metrics(
  environment: Environment,
  { window }: { window: Milliseconds },
  ports: Pick<Ports, 'stores' | 'log' | 'signal' | 'clock' | 'run'>,
): Promise<MetricFamily[]> {
  const now = ports.clock.now()
  const figures = new Figures(environment.environment)
  figures.add('info', 1, { version: ports.run.version })
  figures.addTime('metrics_timestamp_seconds', now)
  figures.addTime('window_seconds', window)
  targetFigures(environment, figures)
  const history = await historyOrNull(environment, now - window, now, ports)
  figures.add('environment_up', history !== null)
  if (history !== null) historyFigures(environment, history, now, figures)
  return figures.families()
}

async function historyOrNull(
  environment: Environment,
  from: number,
  to: number,
  ports: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<History | null> {
  try {
    return await readHistory(environment, { from, to }, ports)
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind !== 'unavailable' && failure.kind !== 'access') throw error
    ports.log.warning(`no store of ${environment.environment} could be asked: ${failure.message}`)
    return null
  }
}
