import { isFromTheFuture, timeAndAge } from '../../domain/age.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import { counted, formatDuration, type Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Answer } from './answer.ts'
import { eventWord, findInLedger, fromLedger } from './ledger-evidence.ts'

/**
 * Whether the last drill that the ledger knows is young enough, and the newest one of each scenario was passed: that one
 * scenario comes back says nothing of another that did not.
 */
export async function judgeDrill(
  { limit }: { limit: Milliseconds },
  environment: Environment,
  ports: Pick<Ports, 'stores' | 'clock' | 'log' | 'signal'>,
): Promise<Answer> {
  const now = ports.clock.now()
  const name = environment.environment
  const newest = new Map<string, LedgerEvent>()
  let future = 0
  const found = await findInLedger(
    environment,
    ['drill'],
    environment.protected,
    (event) => {
      const at = Date.parse(event.at)
      if (isFromTheFuture(at, now)) future += 1
      else if (!newest.has(scenarioOf(event))) newest.set(scenarioOf(event), event)
      return newest.size > 0 && now - at > lookedBack * limit
    },
    ports,
  )
  const hint = `Hold a drill first: \`lifeboat drill --environment ${name}\`.`
  const later = future === 0 ? '' : '; one that is dated in the future does not count'
  const [last] = newest.values()
  if (last === undefined) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `no drill was ever held of ${name}${later}`,
      hint,
    }
  }
  const held = (drill: LedgerEvent) =>
    `drill ${scenarioOf(drill)} of ${timeAndAge(Date.parse(drill.at), now)}, ${eventWord(drill)}`
  const bad = [...newest.values()].filter(({ outcome }) => outcome.verdict !== 'passed')
  if (bad.length > 0) {
    const each = bad.map((drill) => `${drill.outcome.verdict}: ${held(drill)}`).join('; ')
    return {
      status: 'failed',
      failure: 'objective',
      detail: `the newest drill of ${bad.length} of ${counted(newest.size, 'scenario')} was not passed: ${each}${later}`,
      hint: `Mend what the drill has shown, and hold it again: \`lifeboat drill --environment ${name}\`.`,
    }
  }
  if (now - Date.parse(last.at) > limit) {
    return {
      status: 'failed',
      failure: 'objective',
      detail: `the last drill is too old: ${held(last)}${later}; at most ${formatDuration(limit)} is allowed`,
      hint,
    }
  }
  return fromLedger(`passed ${held(last)}${later}`, found)
}

/** So many limits back a failed scenario is remembered that nobody has rehearsed since. */
const lookedBack = 2

function scenarioOf({ details }: LedgerEvent): string {
  return typeof details['scenario'] === 'string' ? details['scenario'] : 'of no name'
}
