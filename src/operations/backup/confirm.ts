import { asFailure, Failure } from '../../domain/failure.ts'
import type { SourceRecord } from '../../domain/manifest.ts'
import { counted } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import type { RunReport } from '../run-report.ts'

/**
 * Asks each store for what it holds of this backup before the manifest is written: an answer of 200 to a put is not yet
 * an object. Resolves the stores that have every artifact with its size, and why others have not.
 */
export async function confirmCopies(
  stores: readonly Store[],
  folder: string,
  records: readonly SourceRecord[],
  ports: Pick<Ports, 'signal'>,
  run: Pick<RunReport, 'notice'>,
): Promise<{ confirmed: Store[]; failures: Map<string, Failure> }> {
  const failures = new Map<string, Failure>()
  await Promise.all(
    stores.map(async (store) => {
      const failure = await missingFrom(store, folder, records, ports, run)
      if (failure !== null) failures.set(store.name, failure)
    }),
  )
  return { confirmed: stores.filter((store) => !failures.has(store.name)), failures }
}

async function missingFrom(
  store: Store,
  folder: string,
  records: readonly SourceRecord[],
  { signal }: Pick<Ports, 'signal'>,
  run: Pick<RunReport, 'notice'>,
): Promise<Failure | null> {
  const sizes = new Map<string, number>()
  try {
    for await (const object of store.list(folder, signal)) sizes.set(object.key, object.size)
  } catch (error) {
    signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind !== 'access') return failure
    run.notice(
      'notice',
      `store ${store.name}: these credentials may not list, so what it holds is not confirmed`,
    )
    return null
  }
  const lost = records
    .flatMap((record) => record.artifacts)
    .filter((artifact) => sizes.get(`${folder}${artifact.key}`) !== artifact.storedSize)
  const [first] = lost
  if (first === undefined) return null
  return new Failure(
    'integrity',
    `store ${store.name} took ${counted(lost.length, 'artifact')} that it does not hold: ${first.key} is missing or has another size`,
    { hint: 'The store does not keep what it confirms: do not rely on it. lifeboat store check says more.' },
  )
}
