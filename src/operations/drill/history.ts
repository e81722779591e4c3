import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { searchLedger } from '../../vault/ledger-search.ts'
import { trustedKeys } from '../ledger/trusted-keys.ts'

/** What a drill left in the ledger. */
export interface PastDrill {
  /** ISO 8601. */
  at: string
  scenario: string
  verdict: LedgerEvent['outcome']['verdict']
  failure: LedgerEvent['outcome']['failure']
  backupId: string | null
  detect: Milliseconds | null
  recover: Milliseconds | null
  lostWrites: number | null
  lossAge: Milliseconds | null
  rtoMet: boolean | null
  rpoMet: boolean | null
}

export interface DrillHistory {
  drills: PastDrill[]
  /** Events that could not be believed, among those that were looked at. */
  doubtful: number
  unreachable: string[]
}

/** The newest drills, newest first, as the ledger has them. @throws Failure when no store could be asked */
export async function drillHistory(
  environment: Environment,
  last: number,
  { stores, log, signal }: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<DrillHistory> {
  const drills: PastDrill[] = []
  const found = await searchLedger(
    stores,
    environment.environment,
    (type) => trustedKeys(environment, type),
    (event) => {
      if (event.type === 'drill') drills.push(pastDrill(event))
      return drills.length >= last
    },
    { log, signal },
  )
  return { drills, doubtful: found.doubtful.length, unreachable: found.unreachable }
}

function pastDrill({ at, outcome, backupId, details }: LedgerEvent): PastDrill {
  const number = (key: string) => {
    const value = details[key]
    return typeof value === 'number' ? value : null
  }
  const truth = (key: string) => {
    const value = details[key]
    return typeof value === 'boolean' ? value : null
  }
  const scenario = details['scenario']
  return {
    at,
    scenario: typeof scenario === 'string' ? scenario : 'unknown',
    ...outcome,
    backupId,
    detect: number('detect'),
    recover: number('recover'),
    lostWrites: number('lostWrites'),
    lossAge: number('lossAge'),
    rtoMet: truth('rtoMet'),
    rpoMet: truth('rpoMet'),
  }
}
