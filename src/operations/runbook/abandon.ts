import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Ports } from '../../ports/ports.ts'
import { hold } from '../leases/hold.ts'
import { readJournal, writeEntry } from './journal.ts'
import { signedPorts } from './open-journal.ts'

/**
 * Ends a run that nobody will go on with. What it did stays done.
 * @throws Failure `missing` when no store knows the run, `refused` when it has ended, somebody is at it or no reason is given
 */
export async function abandonRun(
  environment: Environment,
  id: string,
  given: Ports,
): Promise<{ incident: string }> {
  if ((given.run.reason ?? '').trim() === '') {
    throw new Failure('refused', 'a run is abandoned for a reason, and none is given')
  }
  const journal = await readJournal(environment, id, given)
  const ports = signedPorts(environment, journal, given)
  if (journal.ended) throw new Failure('refused', `the run ${id} has ended already`)
  await using _lease = await hold(
    environment.environment,
    `runbook-${id.toLowerCase()}`,
    `abandon ${journal.incident}`,
    ports,
    (text) => ports.log.warning(text),
  )
  if (!(await writeEntry(environment, journal, { entry: 'ended', abandoned: true }, ports))) {
    throw new Failure('unavailable', `no store took that the run ${id} is abandoned: it is still open`)
  }
  return { incident: journal.incident }
}
