import { buffer } from 'node:stream/consumers'
import type { Check } from '../../../src/domain/verdict.ts'
import type { Restoration, RestoreInspection, RestoreRequest } from '../../../src/ports/restoration.ts'

/** A database server as a restore sees it: names, and what lies under them. */
export interface FakeServer {
  /** Name → the backup it came from, `in use` for what was there before, or `half` while it is being restored. */
  readonly databases: Map<string, string>
  /** What was asked of the restorations, in order. */
  readonly calls: string[]
}

export interface FakeRestorationOptions {
  inspection?: Partial<RestoreInspection>
  /** What restoring finds. */
  checks?: readonly Check[]
  exchangeFails?: Error
}

export const inUse = 'in use'

export function fakeServer(): FakeServer {
  return { databases: new Map([['shop', inUse]]), calls: [] }
}

/** Restores no data, but reads every artifact, and moves names about as the port demands. */
export function fakeRestoration(
  server: FakeServer,
  { record, backupId, mode, target }: RestoreRequest,
  options: FakeRestorationOptions = {},
): Restoration {
  const { databases, calls } = server
  const beside = target ?? `shop_${backupId}`
  const keptAs = mode === 'side-by-side' ? null : `shop_before_${backupId}`
  return {
    inspect: async () => {
      calls.push(`inspect ${backupId}`)
      return {
        findings: [],
        present: databases.has('shop') ? 'there' : 'gone',
        place: mode === 'side-by-side' ? beside : 'shop',
        keptAs,
        steps: [{ name: 'load', detail: 'load every table' }],
        diskNeeded: 8_000_000,
        diskFree: 80_000_000,
        facts: [],
        ...options.inspection,
      }
    },
    restore: async (context) => {
      calls.push(`restore ${backupId}`)
      if (databases.get(beside) === inUse) throw new Error('it would overwrite what is in use')
      databases.set(beside, 'half')
      try {
        let bytes = 0
        for (const artifact of record.artifacts) {
          context.signal.throwIfAborted()
          bytes += (await buffer(await context.artifacts.open(artifact, 'plain', context.signal))).length
        }
        for (const check of options.checks ?? []) context.check(check)
        databases.set(beside, backupId)
        return {
          database: beside,
          place: `postgres://shop@db.example:5432/${beside}`,
          bytes,
          steps: [{ name: 'load', duration: 1 }],
          left: [],
        }
      } catch (error) {
        databases.delete(beside)
        throw error
      }
    },
    exchange: async () => {
      calls.push(`exchange ${backupId}`)
      if (options.exchangeFails !== undefined) throw options.exchangeFails
      const restored = databases.get(beside)
      const former = databases.get('shop')
      if (restored === undefined) throw new Error('there is nothing to exchange')
      databases.delete(beside)
      if (former !== undefined && keptAs !== null) databases.set(keptAs, former)
      databases.set('shop', restored)
      return { keptAs: former === undefined ? null : keptAs, next: [] }
    },
    [Symbol.asyncDispose]: async () => {
      calls.push(`close ${backupId}`)
    },
  }
}
