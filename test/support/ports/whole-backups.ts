import type { Environment } from '../../../src/domain/environment/schema.ts'
import { verify } from '../../../src/operations/verify/verify.ts'
import type { Store } from '../../../src/ports/store.ts'
import { manifestKey } from '../../../src/vault/layout.ts'
import type { TestKeys } from './environment.ts'
import { verifyPorts } from './ports.ts'

/** Ids of the backups that have a manifest in this store. */
export async function backupsIn(store: Store, environment: Environment): Promise<string[]> {
  const ids: string[] = []
  for await (const { key } of store.list('')) {
    const id = key.split('/').at(-2) ?? ''
    if (key === manifestKey(environment.environment, id)) ids.push(id)
  }
  return ids
}

/** As `backupsIn`, each read back whole from this store alone. @throws when one has a manifest, but does not come back */
export async function wholeBackups(
  store: Store,
  environment: Environment,
  keys: TestKeys,
): Promise<string[]> {
  const ids = await backupsIn(store, environment)
  for (const id of ids) {
    await using ports = await verifyPorts([store], keys)
    const { report } = await verify(environment, { backup: id, level: 'useful' }, ports)
    if (report.verdict !== 'passed') {
      throw new Error(`backup ${id} has a manifest, but ${report.failure?.message ?? report.verdict}`)
    }
  }
  return ids
}
