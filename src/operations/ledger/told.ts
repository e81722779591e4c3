import type { Environment } from '../../domain/environment/schema.ts'
import type { Report } from '../../domain/report.ts'
import { writeSubject } from '../../domain/subject-of.ts'
import type { News } from '../../domain/telling.ts'
import type { Ports } from '../../ports/ports.ts'
import { inRole } from '../signing-keys.ts'
import { eventTypeOf } from './past-runs.ts'
import { outcomeOf, recordEvent } from './record.ts'
import { rolesThatSign } from './trusted-keys.ts'

type RecordPorts = Parameters<typeof recordEvent>[0]

/**
 * Writes down which channels took the news of a trouble, so that the next run does not tell them again, and does tell those
 * that could not be told; or that of the end of one, by a run that leaves no event of its own, so that it ends once. Only of kinds that the ledger has runs of: nothing else would be found there.
 * @returns the event's id; null when it was not written
 */
export async function recordTold(
  environment: Environment,
  report: Report,
  news: News,
  channels: readonly string[],
  ports: RecordPorts & Pick<Ports, 'keys'>,
): Promise<string | null> {
  const type = eventTypeOf(news.kind)
  if (type === undefined) return null
  return recordEvent(inRole(environment, rolesThatSign(environment, type), ports), environment, {
    type: 'told',
    outcome: outcomeOf(report),
    backupId: null,
    details: {
      kind: news.kind,
      ranAt: new Date(news.at).toISOString(),
      channels: channels.join(', '),
      ...writeSubject(news.subject),
    },
  })
}
