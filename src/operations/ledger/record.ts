import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, type FailureKind } from '../../domain/failure.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import { troubleOf } from '../../domain/news.ts'
import type { Report } from '../../domain/report.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import { writeEvent } from '../../vault/ledger.ts'

export interface EventInput {
  type: LedgerEventType
  outcome: { verdict: Verdict; failure: FailureKind | null; trouble?: string }
  backupId: string | null
  /** A few figures and words; nothing that came from data, and no secret. */
  details?: LedgerEvent['details']
}

/** What of the ports it uses. */
type RecordPorts = Pick<Ports, 'stores' | 'clock' | 'random' | 'run' | 'keys' | 'log' | 'signal'>

/**
 * Adds an event to the environment's ledger, in all stores, signed with the run's key. What goes wrong is said in the log,
 * and changes nothing about the run that it tells of.
 * @returns the event's id; null when no store took it
 */
export async function recordEvent(
  ports: RecordPorts,
  environment: Environment,
  { type, outcome, backupId, details = {} }: EventInput,
): Promise<string | null> {
  const { log, signal } = ports
  // Whoever stopped the run has left it a few seconds, which belong to the clean-up.
  if (signal.aborted) return null
  const isSigned = Object.values(environment.signing).some((key) => key !== undefined)
  // An unsigned event among signed ones could be anybody's: it would be a finding for ever.
  if (isSigned && ports.keys.signing === null) {
    log.warning('this run does not stand in the ledger: events are signed, and it was given no signing key')
    return null
  }
  try {
    const written = await writeEvent(
      environment.environment,
      { type, outcome, backupId, details },
      { ...ports, signingKey: ports.keys.signing },
    )
    for (const [store, failure] of written.failures) {
      log.warning(`store ${store} did not take the event of the ledger: ${failure.message}`)
    }
    if (written.stores.length === 0) return null
    log.debug(`event ${written.event.id} of the ledger, in ${written.stores.join(', ')}`)
    return written.event.id
  } catch (error) {
    log.warning(`this run does not stand in the ledger: ${asFailure(error).message}`)
    return null
  }
}

/** How a run ended, as an event says it. */
export function outcomeOf(report: Report): EventInput['outcome'] {
  const trouble = troubleOf(report)
  const { verdict, failure } = report
  return { verdict, failure: failure?.kind ?? null, ...(trouble === null ? {} : { trouble }) }
}
