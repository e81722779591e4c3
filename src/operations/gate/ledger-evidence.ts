import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { LedgerEvent, LedgerEventType } from '../../domain/ledger.ts'
import { counted } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import { silentLog } from '../../ports/log.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { searchLedger } from '../../vault/ledger-search.ts'
import { listProofs, readProof } from '../../vault/proofs.ts'
import { trustedKeys } from '../ledger/trusted-keys.ts'
import { type Answer, unsigned } from './answer.ts'

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
  if (demandsSignature && unkeyed.length === types.length) {
    throw new Failure(
      'config',
      `nobody's word counts in the ledger of ${name}: no public key is configured for its ${unkeyed.join(' and ')} events`,
      {
        hint: `Make keys with \`lifeboat keygen\`, and put the public ones under signing in the file of ${name}.`,
      },
    )
  }
  const search = await searchLedger(
    stores,
    name,
    // Where signatures are demanded, an event that nobody could have signed counts for nothing.
    (type) => trustedKeys(environment, type) ?? (demandsSignature ? [] : null),
    (event) => types.some((type) => type === event.type) && look(event),
    { log, signal, anchors: await anchorsOf(environment, { stores, log, signal }) },
  )
  // What a store out of reach may have is no gap.
  if (search.gone.length > 0 && search.unreachable.length === 0) {
    throw new Failure(
      'integrity',
      `${counted(search.gone.length, 'event')} of the ledger of ${name} that later ones name ${search.gone.length === 1 ? 'is' : 'are'} gone: ${search.gone.slice(0, 3).join(', ')}`,
      {
        hint: `Look at it with \`lifeboat ledger verify --environment ${name}\`, and find out who may delete there.`,
      },
    )
  }
  return {
    isSigned: demandsSignature || unkeyed.length === 0,
    unreachable: search.unreachable,
    read: search.read,
    isWhole: search.isWhole,
  }
}

/** Proofs whose word is asked for: the newest say what stood at the end of the ledger when they were made. */
const proofsAsked = 3

async function anchorsOf(
  environment: Environment,
  { stores, log, signal }: Pick<Ports, 'stores' | 'log' | 'signal'>,
): Promise<string[]> {
  const name = environment.environment
  const anchors: string[] = []
  for (const { key } of (await listProofs(stores, name, { log, signal })).slice(0, proofsAsked)) {
    try {
      const { proof } = await readProof(stores, name, key, {
        publicKey: environment.signing.verify ?? null,
        protected: environment.protected,
        log: silentLog,
        signal,
      })
      anchors.push(...(proof.ledgerHeads ?? []).map(({ id }) => id))
    } catch (error) {
      // What cannot be believed anchors nothing; whether it is a good proof is judged elsewhere.
      if (failureOfCopy(error, signal).kind === 'bug') throw error
    }
  }
  return anchors
}

/** A good answer from the ledger, with what makes it less than certain. */
export function fromLedger(
  detail: string,
  { isSigned, unreachable }: { isSigned: boolean; unreachable: readonly string[] },
): Answer {
  const doubts = [
    ...(isSigned ? [] : [unsigned]),
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
