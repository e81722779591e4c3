import { copiesRuleText, copyPlaces, judgeCopiesRule, missingByCopiesRule } from '../../domain/copies-rule.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store, StoreAbilities } from '../../ports/store.ts'
import type { RunReport } from '../run-report.ts'

export interface ProbedStore {
  store: Store
  abilities: StoreAbilities | null
  /** Why the store takes no part in this run. */
  failure: Failure | null
}

/** Finds out what each store enforces, and warns of what a thief of these credentials could do. @throws Failure when none can be used */
export async function probeStores(ports: Ports, run: RunReport): Promise<ProbedStore[]> {
  const probed = await Promise.all(
    ports.stores.map(async (store): Promise<ProbedStore> => {
      try {
        return { store, abilities: await store.probe(ports.signal), failure: null }
      } catch (error) {
        if (ports.signal.aborted) return { store, abilities: null, failure: asFailure(error) }
        // Even if it is our own fault: the other stores can have their backup, and this run is not green.
        const failure = asFailure(error)
        run.notice('warning', `store ${store.name} cannot be used: ${failure.message}`)
        return { store, abilities: null, failure }
      }
    }),
  )
  ports.signal.throwIfAborted()
  for (const { store, abilities } of probed) {
    if (abilities === null || store.ephemeral) continue
    if (!abilities.writeOnce) {
      run.notice(
        'notice',
        `store ${store.name} does not refuse to overwrite objects; Lifeboat never does, but the store would let others`,
      )
    }
    const powers = [
      ...(abilities.mayOverwrite ? ['overwrite'] : []),
      ...(abilities.mayDelete ? ['delete'] : []),
    ]
    if (powers.length > 0 && store.kind !== 'local') {
      run.notice(
        'warning',
        `store ${store.name}: these credentials could ${powers.join(' and ')} backups; give the backup job the writer role’s policy`,
      )
    }
  }
  const failures = probed.map(({ failure }) => failure).filter((failure) => failure !== null)
  const [first] = failures
  if (first !== undefined && failures.length === probed.length) {
    throw new Failure(first.kind, `no store can be used: ${first.message}`, {
      ...(first.hint === undefined ? {} : { hint: first.hint }),
      cause: first,
    })
  }
  return probed
}

/** Which stores hold the backup now, and whether these are enough. */
export function judgeCopies(
  environment: Environment,
  probed: readonly ProbedStore[],
  written: ReadonlySet<string>,
  failures: ReadonlyMap<string, Failure>,
  run: RunReport,
): { verdict: Verdict; failure: Failure | null } {
  let lasting = 0
  for (const { store, abilities } of probed) {
    const complete = written.has(store.name)
    const failure = failures.get(store.name)
    if (complete && !store.ephemeral) lasting += 1
    run.copies.push({
      store: store.name,
      kind: store.kind,
      status: complete
        ? store.ephemeral
          ? 'ephemeral'
          : 'complete'
        : failure?.kind === 'unavailable'
          ? 'unreachable'
          : 'incomplete',
      writeOnce: abilities?.writeOnce ?? null,
      detail: complete ? null : (failure?.message ?? 'it has no manifest of this backup'),
    })
    if (!complete && failure?.hint !== undefined) run.next.push(`${store.name}: ${failure.hint}`)
  }
  tellCopiesRule(environment, written, run)
  const durable = probed.filter(({ store }) => !store.ephemeral).length
  if (durable > 0 && lasting < Math.min(environment.minimumCopies, durable)) {
    const worst = [...failures.values()][0]
    return {
      verdict: 'failed',
      failure: new Failure(
        worst?.kind ?? 'objective',
        `${lasting} of at least ${environment.minimumCopies} copies were made: ${worst?.message ?? 'a store failed'}`,
        {
          ...(worst?.hint === undefined ? {} : { hint: worst.hint }),
          cause: worst,
        },
      ),
    }
  }
  if (durable === 0) {
    run.notice('warning', 'every store of this environment goes away with the machine: this is no copy')
    return { verdict: 'degraded', failure: null }
  }
  return { verdict: written.size === probed.length ? 'passed' : 'degraded', failure: null }
}

/** How many copies there are, on how many media, how many elsewhere: counted, rather than claimed. */
function tellCopiesRule(environment: Environment, written: ReadonlySet<string>, run: RunReport): void {
  const rule = judgeCopiesRule(copyPlaces(environment.stores).filter(({ store }) => written.has(store)))
  const missing = missingByCopiesRule(rule)
  const kept = missing === null ? 'the rule of 3-2-1 is kept' : `short of 3-2-1: ${missing}`
  run.fact('copies-media-off-site', `${copiesRuleText(rule)}; ${kept}`)
}
