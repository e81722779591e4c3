import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import { formatDuration, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { type Answer, isFromTheFuture, timeAndAge } from './answer.ts'
import { eventWord, findInLedger, fromLedger } from './ledger-evidence.ts'

/** Whether the last drill that the ledger knows is young enough, and was passed. */
export async function judgeDrill(
  { limit }: { limit: Milliseconds },
  environment: Environment,
  ports: Pick<Ports, 'stores' | 'clock' | 'log' | 'signal'>,
): Promise<Answer> {
  const now = ports.clock.now()
  const name = environment.environment
  let last: LedgerEvent | null = null
  let future = 0
  const found = await findInLedger(
    environment,
    ['drill'],
    environment.protected,
    (event) => {
      if (isFromTheFuture(Date.parse(event.at), now)) future += 1
      else last = event
      return last !== null
    },
    ports,
  )
  const hint = `Hold a drill first: lifeboat drill --environment ${name}.`
  const later = future === 0 ? '' : '; one that is dated in the future does not count'
  const drill = last as LedgerEvent | null
  if (drill === null) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `no drill was ever held of ${name}${later}`,
      hint,
    }
  }
  const at = Date.parse(drill.at)
  const scenario = typeof drill.details['scenario'] === 'string' ? ` ${drill.details['scenario']}` : ''
  const held = `drill${scenario} of ${timeAndAge(at, now)}, ${eventWord(drill)}${later}`
  if (drill.outcome.verdict !== 'passed') {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `the last drill was ${drill.outcome.verdict}: ${held}`,
      hint: `Mend what the drill has shown, and hold it again: lifeboat drill --environment ${name}.`,
    }
  }
  if (now - at > limit) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `the last drill is too old: ${held}; at most ${formatDuration(limit)} is allowed`,
      hint,
    }
  }
  return fromLedger(`passed ${held}`, found)
}
