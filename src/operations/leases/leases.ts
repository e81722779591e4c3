import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { Ports } from '../../ports/ports.ts'
import { inEachStore } from '../../vault/copies.ts'
import { expiryText, holderText, isLive, listLeases, type StoredLease } from '../../vault/lease-records.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { RunReport } from '../run-report.ts'
import { hasRoleOf } from '../signing-keys.ts'

/** A lease, for people. */
export interface LeaseView {
  name: string
  backupId: string | null
  stores: string[]
  holder: string
  /** `until 2026-11-21T10:25:00Z`, or when it expired. */
  state: string
  live: boolean
}

/** Every lease of the environment, by name. @throws Failure when no store could be asked */
export async function viewLeases(
  environment: Environment,
  ports: Ports,
): Promise<{ leases: LeaseView[]; unreachable: string[] }> {
  const { leases, unreachable } = await listLeases(ports.stores, environment.environment, ports)
  const [first] = unreachable.values()
  if (first !== undefined && unreachable.size === ports.stores.length) throw first
  const now = ports.clock.now()
  const byHolder = new Map<string, LeaseView>()
  for (const lease of leases) {
    const seen = byHolder.get(`${lease.name} ${lease.record?.token}`)
    if (seen === undefined) byHolder.set(`${lease.name} ${lease.record?.token}`, view(lease, now))
    else seen.stores.push(lease.store)
  }
  const views = [...byHolder.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { leases: views, unreachable: [...unreachable.keys()] }
}

function view(lease: StoredLease, now: number): LeaseView {
  return {
    name: lease.name,
    backupId: lease.backupId,
    stores: [lease.store],
    holder: `held ${holderText(lease.record)}`,
    state: expiryText(lease.expiresAt, now),
    live: isLive(lease, now),
  }
}

/**
 * Removes a lease from every store, whoever holds it; the reason stands in the run and goes into the ledger. A holder that is
 * alive after all finds out at its next `demand`.
 */
export async function breakLease(
  environment: Environment,
  { name }: { name: string },
  ports: Ports,
): Promise<Report> {
  const run = new RunReport('lease', environment.environment, ports)
  let holder = ''
  const report = await (async () => {
    try {
      holder = await remove(environment, name, ports, run)
      return run.finish(run.notices.length === 0 ? 'passed' : 'degraded', null)
    } catch (error) {
      return run.fail(error)
    }
  })()
  // What was not there, or not allowed, broke nothing.
  if (holder !== '') {
    await recordEvent(ports, environment, {
      type: 'lease-broken',
      outcome: outcomeOf(report),
      backupId: null,
      details: { lease: name, holder },
    })
  }
  return report
}

/** @returns who held it */
async function remove(environment: Environment, name: string, ports: Ports, run: RunReport): Promise<string> {
  const { stores, signal, clock } = ports
  if (ports.run.reason === null)
    throw new Failure('config', 'a lease is cleared for a reason: none was given')
  if (!hasRoleOf(environment, ports.keys.signing)) {
    throw new Failure(
      'config',
      `clearing a lease stands in the ledger, signed: ${ports.keys.signing === null ? 'no signing key was given' : 'the signing key that was given is none of those under signing'}`,
      {
        hint: 'Give any role’s key with --signing-key-file, or as LIFEBOAT_SIGNING_KEY. Without one, wait: a lease expires within minutes of its run.',
      },
    )
  }
  const { leases } = await listLeases(stores, environment.environment, ports)
  const found = leases.filter((lease) => lease.name === name)
  const [first] = found
  if (first === undefined) {
    const names = [...new Set(leases.map((lease) => lease.name))].join(', ')
    throw new Failure('missing', `there is no lease ${name}`, {
      hint: names === '' ? 'Nobody holds a lease.' : `There are: ${names}.`,
    })
  }
  const holders = stores.filter((store) => found.some((lease) => lease.store === store.name))
  const failures = await inEachStore(holders, (store) => store.remove(first.key, signal))
  const [worst] = failures.values()
  if (worst !== undefined && failures.size === holders.length) throw worst
  for (const [store, failure] of failures) {
    run.notice('warning', `store ${store} still has it: ${failure.message}`)
  }
  const holder = holderText(first.record)
  run.fact('lease', name)
  run.fact('was held', `${holder}; ${expiryText(first.expiresAt, clock.now())}`)
  return holder
}
