import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { Check } from '../../domain/verdict.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store, StoreAbilities } from '../../ports/store.ts'
import { RunReport } from '../run-report.ts'
import { askStore } from './questions.ts'

/**
 * Asks each store of the run whether it keeps the promises that backups rest on, with objects under `leases/` that are
 * removed again where these credentials may. What goes wrong ends in the report.
 */
export async function storeCheck(environment: Environment, ports: Ports): Promise<Report> {
  const run = new RunReport('store-check', environment.environment, ports)
  try {
    for (const store of ports.stores) {
      await run.phase(`store ${store.name}`, async () => {
        await askStore(store, ports, (check) => run.check(check))
        await askAbilities(store, ports, run)
      })
    }
  } catch (error) {
    return run.fail(error)
  }
  const failed = run.checks.find((check) => check.status === 'failed')
  if (failed !== undefined) {
    return run.finish('failed', new Failure(failed.failure ?? 'bug', `${failed.name}: ${failed.detail}`))
  }
  return run.finish(run.checks.some((check) => check.status !== 'passed') ? 'degraded' : 'passed', null)
}

/** What the store enforces, and what a thief of these credentials could do. */
async function askAbilities(store: Store, ports: Ports, run: RunReport): Promise<void> {
  const startedAt = ports.clock.ticks()
  const abilities = await store.probe(ports.signal)
  const check: Check = {
    rung: 'stored',
    name: `${store.name} refuses to overwrite`,
    status: abilities.writeOnce ? 'passed' : 'degraded',
    detail: abilities.writeOnce
      ? 'the store itself refuses a second object under the same key'
      : 'the store lets an object be overwritten; Lifeboat never does, but others could',
    subjects: [],
    failure: null,
    duration: ports.clock.ticks() - startedAt,
  }
  run.check(
    abilities.writeOnce
      ? check
      : { ...check, hint: `Turn on versions or an object lock for store ${store.name}.` },
  )
  run.fact(`${store.name}: these credentials could`, powersOf(abilities))
  run.fact(
    `${store.name}: older versions`,
    abilities.versioned === null
      ? 'these credentials may not ask'
      : abilities.versioned
        ? 'are kept'
        : 'are not kept',
  )
}

function powersOf({ mayOverwrite, mayDelete }: StoreAbilities): string {
  const powers = [...(mayOverwrite ? ['overwrite'] : []), ...(mayDelete ? ['delete'] : [])]
  return powers.length === 0 ? 'neither overwrite nor delete: right for the writer' : powers.join(' and ')
}
