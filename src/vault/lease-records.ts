import { z } from 'zod'
import type { BackupId } from '../domain/backup-id.ts'
import { asFailure, Failure } from '../domain/failure.ts'
import { parseRecord } from '../domain/manifest.ts'
import { formatDuration, type Instant, type Milliseconds } from '../domain/units.ts'
import type { Reader, StoredObject } from '../ports/store.ts'
import { throwIfCancelled } from './copies.ts'
import { leasesFolder, parseLeaseKey } from './layout.ts'
import type { ReadContext } from './signed-records.ts'
import { readWhole } from './small-objects.ts'

/** What lies at the key of a lease. Times are ISO 8601 UTC. Documented in docs/format.md. */

const iso = z.string().refine((text) => !Number.isNaN(Date.parse(text)))

/** Whoever may write to the store could put a terminal's commands there, or a runner's. */
const line = z.string().transform((text) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500))

export const leaseSchema = z.object({
  format: z.literal(1),
  kind: z.enum(['exclusive', 'use']),
  name: line,
  backupId: z.string().nullable(),
  /** Tells this holder's lease from any other at the same key. */
  token: z.string().min(1),
  why: line,
  holder: z.object({
    actor: line.nullable(),
    runUrl: line.nullable(),
    host: line.nullable(),
  }),
  takenAt: iso,
  expiresAt: iso,
})
export type LeaseRecord = z.infer<typeof leaseSchema>

/** How far the clocks of two machines may be apart: so much longer is a lease of another's believed. */
export const toleratedSkew: Milliseconds = 2 * 60_000

/** What cannot be read may have been written by a newer Lifeboat: it is believed for so long after it was stored. */
const unreadableTerm: Milliseconds = 24 * 3_600_000

/** Objects are small; more is not what we wrote. */
const largestLease = 65_536

/** A lease as it lies in one store. */
export interface StoredLease {
  key: string
  name: string
  /** The backup that is made or read under it; null for an exclusive lease. */
  backupId: BackupId | null
  store: string
  /** Null when what lies there could not be read as a lease. */
  record: LeaseRecord | null
  expiresAt: Instant
}

/** Whether whoever holds it may still be at work, as far as another machine can tell. */
export function isLive({ expiresAt }: { expiresAt: Instant }, now: Instant): boolean {
  return now <= expiresAt + toleratedSkew
}

/** `by ada, on runner-7, run https://…` */
export function holderText(record: LeaseRecord | null): string {
  if (record === null) return 'by somebody whose lease this Lifeboat cannot read'
  const { actor, host, runUrl } = record.holder
  const parts = [
    `by ${actor ?? 'an unknown actor'}`,
    ...(host === null ? [] : [`on ${host}`]),
    ...(runUrl === null ? [] : [runUrl]),
  ]
  return `${parts.join(', ')}, since ${record.takenAt.slice(0, 19)}Z, to ${record.why}`
}

/** When it ends, for people. */
export function expiryText(expiresAt: Instant, now: Instant): string {
  const at = `${new Date(expiresAt).toISOString().slice(0, 19)}Z`
  return expiresAt >= now ? `until ${at}` : `expired ${formatDuration(now - expiresAt)} ago, at ${at}`
}

/** The lease at a key; null when there is none. */
export async function readLease(
  store: Reader,
  environment: string,
  key: string,
  signal: AbortSignal,
): Promise<StoredLease | null> {
  const stored = await store.stat(key, signal)
  return stored === null ? null : readStoredLease(store, environment, stored, signal)
}

/** The lease that a listing found; null when it is gone by now. */
export async function readStoredLease(
  store: Reader,
  environment: string,
  { key, modifiedAt }: StoredObject,
  signal: AbortSignal,
): Promise<StoredLease | null> {
  const bytes = await readWhole(store, key, { signal }, largestLease).catch((error: unknown) => {
    const failure = failureOfStore(error, signal)
    if (failure.kind !== 'integrity') throw failure
    return Buffer.alloc(0)
  })
  if (bytes === null) return null
  const { name, backupId } = parseLeaseKey(environment, key) ?? { name: key, backupId: null }
  const record = parseLease(bytes.toString())
  return {
    key,
    name,
    backupId,
    store: store.name,
    record,
    expiresAt: record === null ? modifiedAt + unreadableTerm : Date.parse(record.expiresAt),
  }
}

function parseLease(text: string): LeaseRecord | null {
  try {
    return parseRecord(text, leaseSchema, 'lease')
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** Whatever went wrong is a trouble of that store alone, a full disk too. @throws Failure `cancelled` */
export function failureOfStore(error: unknown, signal: AbortSignal): Failure {
  throwIfCancelled(signal)
  return asFailure(error)
}

export interface LeaseListing {
  leases: StoredLease[]
  /** Stores that could not be asked, by name. */
  unreachable: Map<string, Failure>
}

/** Every lease of an environment in every store, expired ones too. Never throws for a store: it is named. */
export async function listLeases(
  stores: readonly Reader[],
  environment: string,
  { log, signal }: ReadContext,
): Promise<LeaseListing> {
  const leases: StoredLease[] = []
  const unreachable = new Map<string, Failure>()
  await Promise.all(
    stores.map(async (store) => {
      try {
        for await (const stored of store.list(leasesFolder(environment), signal)) {
          if (parseLeaseKey(environment, stored.key) === null) continue
          const lease = await readStoredLease(store, environment, stored, signal)
          if (lease !== null) leases.push(lease)
        }
      } catch (error) {
        const failure = failureOfStore(error, signal)
        unreachable.set(store.name, failure)
        log.warning(`store ${store.name} could not be asked for leases: ${failure.message}`)
      }
    }),
  )
  return { leases, unreachable }
}
