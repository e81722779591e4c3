import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import { counted } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { searchLedger } from '../../vault/ledger-search.ts'
import { trustedKeys } from '../ledger/trusted-keys.ts'
import type { Answer } from './answer.ts'

/**
 * Looks for what the ledger of an environment says of something, the newest first. Only signed events are believed of an
 * environment that has keys; where none is configured, `isSigned` is false.
 * @throws Failure `config` when somebody demands signatures and no key is configured; `integrity` when events are gone that
 *   others name: what they said cannot be known; as the stores do when none could be asked
 */
export async function findInLedger(
  environment: Environment,
  types: readonly LedgerEventType[],
  demandsSignature: boolean,
  look: (event: LedgerEvent) => boolean,
  { stores, log, signal }: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<{ isSigned: boolean; unreachable: string[]; read: number; isWhole: boolean }> {
  const name = environment.environment
  const unkeyed = types.filter((type) => trustedKeys(environment, type) === null)
  if (demandsSignature && unkeyed.length > 0) {
    throw new Failure(
      'config',
      `nobody's word counts in the ledger of ${name}: no public key is configured for its ${unkeyed.join(' and ')} events`,
      {
        hint: `Make keys with lifeboat keygen, and put the public ones under signing in the file of ${name}.`,
      },
    )
  }
  const search = await searchLedger(
    stores,
    name,
    (type) => trustedKeys(environment, type),
    (event) => types.some((type) => type === event.type) && look(event),
    { log, signal },
  )
  // What a store out of reach may have is no gap.
  if (search.gone.length > 0 && search.unreachable.length === 0) {
    throw new Failure(
      'integrity',
      `${counted(search.gone.length, 'event')} of the ledger of ${name} that later ones name ${search.gone.length === 1 ? 'is' : 'are'} gone: ${search.gone.slice(0, 3).join(', ')}`,
      {
        hint: `Look at it with lifeboat ledger verify --environment ${name}, and find out who may delete there.`,
      },
    )
  }
  return {
    isSigned: unkeyed.length === 0,
    unreachable: search.unreachable,
    read: search.read,
    isWhole: search.isWhole,
  }
}

/** A good answer from the ledger, with what makes it less than certain. */
export function fromLedger(
  detail: string,
  { isSigned, unreachable }: { isSigned: boolean; unreachable: readonly string[] },
): Answer {
  const doubts = [
    ...(isSigned ? [] : ['it is not signed: anybody who may write to the store could have written it']),
    ...(unreachable.length === 0 ? [] : [`newer events may be in ${unreachable.join(', ')}, out of reach`]),
  ]
  return doubts.length === 0
    ? { status: 'passed', detail: `${detail}, signed` }
    : { status: 'degraded', detail: [detail, ...doubts].join('; ') }
}

/** How the event is found again. */
export function eventWord({ id, actor, runUrl }: LedgerEvent): string {
  return `event ${id}${actor === null ? '' : ` by ${actor}`}${runUrl === null ? '' : `, ${runUrl}`}`
}
