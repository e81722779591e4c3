import { createHash } from 'node:crypto'
import { compactTime, makeBackupId } from '../../../src/domain/backup-id.ts'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import type { LedgerEvent } from '../../../src/domain/ledger.ts'
import type { Manifest } from '../../../src/domain/manifest.ts'
import { proofFormat, type Proof } from '../../../src/domain/proof.ts'
import { status, type StatusResult } from '../../../src/operations/status/status.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { Store } from '../../../src/ports/store.ts'
import type { Surroundings } from '../../../src/ports/surroundings.ts'
import { manifestComment } from '../../../src/vault/backups.ts'
import { ledgerKey, manifestKey, proofKey } from '../../../src/vault/layout.ts'
import { eventComment } from '../../../src/vault/ledger.ts'
import { encodeSigned, putSigned } from '../../../src/vault/signed-records.ts'
import { backUp, type Keeping, said } from './retention.ts'
import { backupPorts } from './ports.ts'
import type { FakeClock } from './clock.ts'
import { memoryStore, type MemoryStore } from '../doubles/memory-store.ts'
import { postgresRecord } from './real-backup.ts'

/**
 * Years of an environment in moments: records as runs write them, without the runs. One real backup is the model of all
 * manifests, so that they are what this version writes.
 */
export interface Chronicle {
  /** Writes what a backup that began then leaves in the stores; gives its id. */
  backup(at: number, change?: BackupChange): Promise<string>
  proof(at: number, backupId: string, change?: Partial<Proof>): Promise<void>
  event(at: number, event: Pick<LedgerEvent, 'type'> & Partial<LedgerEvent>): Promise<string>
  /** Goes on from here in copies of its stores; this one stays as it is. */
  fork(stores: readonly Store[]): Chronicle
}

interface Course {
  heads: LedgerEvent['previous']
  depth: number
  count: number
  digests: Map<string, string>
}

export interface BackupChange {
  label?: string
  class?: 'scheduled' | 'critical'
  /** When the data is from; the backup's time by default. */
  dataAt?: number
  rows?: number
  plainSize?: number
  recipients?: string[]
  sources?: string[]
  /** Stores that get it; all by default. */
  stores?: readonly Store[]
  /** Without an event in the ledger. */
  unrecorded?: boolean
}

export async function openChronicle(
  stores: readonly Store[],
  kept: Keeping,
  clock: FakeClock,
): Promise<Chronicle> {
  const model = memoryStore({ clock })
  const modelId = await backUp([model], kept, clock)
  const manifest = JSON.parse(textAt(model, manifestKey('test', modelId))) as Manifest
  const artifacts = [...model.objects.keys()].filter((key) => key.includes(`/${modelId}/main/`))
  const course: Course = { heads: [], depth: 0, count: 0, digests: new Map() }
  return chronicleOf(stores, kept, course, { model, modelId, manifest, artifacts })
}

interface Model {
  model: MemoryStore
  modelId: string
  manifest: Manifest
  artifacts: string[]
}

function chronicleOf(stores: readonly Store[], kept: Keeping, course: Course, given: Model): Chronicle {
  const { model, modelId, manifest, artifacts } = given
  const { signal } = new AbortController()
  const { digests } = course
  let { heads, depth, count } = course

  const event: Chronicle['event'] = async (at, given) => {
    count += 1
    depth += 1
    const id = `${compactTime(at)}-${count.toString(16).padStart(16, '0')}`
    const written: LedgerEvent = {
      format: 1,
      id,
      environment: 'test',
      at: iso(at),
      actor: 'tester',
      reason: null,
      runUrl: null,
      host: null,
      lifeboat: '0.1.0',
      backupId: null,
      outcome: { verdict: 'passed', failure: null },
      details: {},
      previous: heads,
      depth,
      ...given,
    }
    const secret = { retention: kept.retention, verification: kept.keys.verify, drill: kept.keys.verify }
    const key = (Object.hasOwn(secret, given.type) ? secret[given.type as 'drill'] : kept.keys.backup)
      .secretKey
    const { bytes, signature } = encodeSigned(written, key, eventComment('test', id))
    for (const store of stores) await putSigned(store, ledgerKey('test', id), bytes, signature, signal)
    heads = [{ id, sha256: createHash('sha256').update(bytes).digest('hex') }]
    return id
  }

  return {
    event,
    fork: (copies) => chronicleOf(copies, kept, { heads, depth, count, digests: new Map(digests) }, given),
    backup: async (at, change = {}) => {
      count += 1
      const random = createHash('sha256').update(String(count)).digest()
      const id = makeBackupId(at, random, change.label)
      const sources = (change.sources ?? ['main']).flatMap((name) =>
        manifest.sources.map(postgresRecord).map((source) => ({
          ...source,
          name,
          snapshot: { ...source.snapshot, at: iso(change.dataAt ?? at), dataAt: iso(change.dataAt ?? at) },
          tables: [
            {
              oid: 1,
              schema: 'shop',
              name: 'orders',
              kind: 'table' as const,
              rows: change.rows ?? 1_000,
              bytes: 1,
            },
          ],
          artifacts: source.artifacts.map((artifact, index) => ({
            ...artifact,
            plainSize: index === 0 ? (change.plainSize ?? 10_000_000) : 0,
          })),
        })),
      )
      const written: Manifest = {
        ...manifest,
        id,
        label: change.label ?? null,
        class: change.class ?? 'scheduled',
        startedAt: iso(at),
        finishedAt: iso(at + 60_000),
        recipients: change.recipients ?? ['age1one', 'age1two'],
        sources,
      }
      const { bytes, signature } = encodeSigned(
        written,
        kept.keys.backup.secretKey,
        manifestComment('test', id),
      )
      digests.set(id, createHash('sha256').update(bytes).digest('hex'))
      for (const store of change.stores ?? stores) {
        for (const key of artifacts) {
          await store.put(key.replace(modelId, id), model.objects.get(key)?.at(-1)?.bytes ?? Buffer.alloc(0))
        }
        await putSigned(store, manifestKey('test', id), bytes, signature, signal)
      }
      if (change.unrecorded !== true) {
        await event(at + 60_000, { type: 'backup', backupId: id, details: { class: written.class, size: 1 } })
      }
      return id
    },
    proof: async (at, backupId, change = {}) => {
      const key = proofKey('test', backupId, at)
      const proof: Proof = {
        format: proofFormat,
        backupId,
        environment: 'test',
        manifestSha256: digests.get(backupId) ?? '',
        at: iso(at),
        level: 'useful',
        verdict: 'passed',
        lifeboat: '0.1.0',
        actor: null,
        runUrl: null,
        rtoBasis: 'laboratory',
        isolation: 'none',
        hardware: { cpu: 'test', cores: 1, memory: 1 },
        rto: { target: 3_600_000, laboratory: 60_000, estimate: 90_000, met: true },
        rpo: { target: 3_600_000, measured: 600_000, met: true },
        signed: true,
        checks: change.verdict === 'failed' ? [] : [said('equal', 'passed')],
        ledgerHeads: heads,
        tables: [],
        ...change,
      }
      const comment = `lifeboat proof ${key.replace(/\.json$/, '')}`
      const { bytes, signature } = encodeSigned(proof, kept.keys.verify.secretKey, comment)
      for (const store of stores) await putSigned(store, key, bytes, signature, signal)
      await event(at + 1_000, { type: 'verification', backupId, details: { level: 'useful', proof: key } })
    },
  }
}

const iso = (at: number): string => new Date(at).toISOString()

function textAt(store: MemoryStore, key: string): string {
  return (store.objects.get(key)?.at(-1)?.bytes ?? '').toString()
}

/** A machine with room, and a repository that says nothing. */
export const quietSurroundings: Surroundings = {
  diskSpace: async () => ({ free: 90e9, total: 100e9 }),
  localStores: new Map(),
  workflows: async () => new Map(),
  repository: null,
}

/** Runs the watch at the clock's time. */
export async function watchNow(
  stores: readonly Store[],
  kept: Keeping,
  clock: FakeClock,
  given: { surroundings?: Partial<Surroundings>; environment?: Environment; ports?: Partial<Ports> } = {},
): Promise<StatusResult> {
  await using ports = await backupPorts(stores, kept.keys, { clock, ...given.ports })
  const surroundings = { ...quietSurroundings, ...given.surroundings }
  return await status(given.environment ?? kept.environment, ports, surroundings)
}
