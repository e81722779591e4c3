/**
 * Leases: how two runs, or a run and a person, keep out of each other's way. A lease is a small object under the
 * environment's `leases/`, the one mutable place of a store. It expires unless its holder renews it, so a run that was
 * killed holds nothing up for long. Leases guard against accidents; whoever may write to the store could forge one.
 *
 * Exclusive leases (`retention`, or a restore into one database) are put on the condition that their key is new, in all
 * stores of the environment in its order; whoever comes second is refused by the first store and gives back nothing, or
 * what it was granted. A lease that has expired is taken over: a claim is put first, named after the lease that it is
 * about, so that of several contenders one wins, and that one replaces the lease. On a store that does not enforce
 * conditions, the put is looked at again after a pause, and the last writer has it.
 *
 * Whoever holds an exclusive lease calls `demand` before each step that cannot be undone. It reads the lease again: a
 * holder that stood still so long that another took over learns of it there. What remains is a standstill between
 * `demand` and the very next request, against which no store without fencing tokens can help.
 *
 * Use leases say that a backup is being made or read. Any number may be there, and none is ever refused.
 *
 * The protocol between a reader and retention, for every backup:
 *
 *     reader: 1. put a use lease             retention: a. list leases: one of this backup? then keep it
 *             2. read the manifest                      b. remove the manifest, then its signature
 *             3. read artifacts                         c. list leases again: one of this backup? then stop here
 *                                                       d. remove artifacts
 *
 * On a store whose requests take effect in one order (S3 and its kin, Azure, GCS, a file system), either 2 comes before
 * b: then 1 comes before c, retention sees the lease at c, and the reader finds every artifact; or 2 comes after b: then
 * the reader is told that there is no such backup, before it has relied on anything. The artifacts that c spared are
 * leftovers, removed by a later run. With several stores each step is done in all of them before the next one begins;
 * a reader is protected by any store that took its lease and that retention can list.
 *
 * A backup that is being made puts its use lease before its first artifact, and demands it right before its manifest:
 * retention removes leftovers only where no use lease names them, and only old ones.
 */
import type { BackupId } from '../domain/backup-id.ts'
import { asFailure, Failure } from '../domain/failure.ts'
import type { Instant, Milliseconds } from '../domain/units.ts'
import type { Ports } from '../ports/ports.ts'
import type { Store } from '../ports/store.ts'
import { throwIfCancelled } from './copies.ts'
import { leaseKey, useLeaseKey } from './layout.ts'
import {
  expiryText,
  failureOfStore,
  holderText,
  isLive,
  type LeaseRecord,
  readLease,
  type StoredLease,
} from './lease-records.ts'

export type LeaseRequest = {
  /** What for, as it follows the word "to": `remove expired backups`. */
  why: string
} & ({ exclusive: string } | { use: BackupId })

/** What a lease needs of the world; the ports of an operation have it. */
export type LeaseContext = Pick<Ports, 'clock' | 'random' | 'log' | 'signal' | 'run'>

export interface Lease extends AsyncDisposable {
  readonly name: string
  /** Names of the stores that granted it. Only a use lease may have none. */
  readonly stores: readonly string[]
  /** Why other stores did not take it. */
  readonly failures: ReadonlyMap<string, Failure>
  /**
   * Makes sure that the lease is still ours. Called before each step that cannot be undone.
   * @throws Failure `refused`, saying who has it now; `unavailable` when no store that granted it answers
   */
  demand(): Promise<void>
}

/** How long a lease holds without being renewed, and how often it is. */
export const leaseTerm: Milliseconds = 10 * 60_000
const renewalPace: Milliseconds = 3 * 60_000
/** By then a put that another contender began before ours is visible, on stores that do not enforce conditions. */
const settlingTime: Milliseconds = 1_000

/**
 * Takes a lease in all stores, and renews it until it is disposed.
 * @throws Failure `refused` when another holds an exclusive one, naming who, since when and until when; the failure of the
 *   first store when none could be asked. A use lease that no store takes is granted all the same
 */
export async function takeLease(
  stores: readonly Store[],
  environment: string,
  request: LeaseRequest,
  context: LeaseContext,
): Promise<Lease> {
  const isExclusive = 'exclusive' in request
  if (isExclusive && request.exclusive.startsWith('use-')) {
    throw new Failure('bug', 'the name of an exclusive lease may not begin with use-')
  }
  const token = hex(context, 16)
  const key = isExclusive
    ? leaseKey(environment, request.exclusive)
    : useLeaseKey(environment, request.use, hex(context, 8))
  const holding = new Holding(environment, key, request, token, context)
  try {
    await (isExclusive ? holding.takeInEach(stores) : holding.putInAll(stores))
  } catch (error) {
    await holding.release()
    throw error
  }
  holding.renewInBackground()
  return holding
}

class Holding implements Lease {
  readonly name: string
  readonly failures = new Map<string, Failure>()
  private readonly granted = new Map<Store, { expiresAt: Instant; lost: Failure | null }>()
  private readonly environment: string
  private readonly key: string
  private readonly request: LeaseRequest
  private readonly token: string
  private readonly context: LeaseContext
  private readonly takenAt: Instant
  private renewal: Disposable | null = null
  private renewing: Promise<void> = Promise.resolve()

  constructor(environment: string, key: string, request: LeaseRequest, token: string, context: LeaseContext) {
    this.environment = environment
    this.key = key
    this.name = key.slice(key.lastIndexOf('/') + 1, -'.json'.length)
    this.request = request
    this.token = token
    this.context = context
    this.takenAt = context.clock.now()
  }

  get stores(): string[] {
    return [...this.granted.keys()].map((store) => store.name)
  }

  private get isUse(): boolean {
    return 'use' in this.request
  }

  /** One store after the other, so that all contenders meet at the same one first. */
  async takeInEach(stores: readonly Store[]): Promise<void> {
    const { log, clock, signal } = this.context
    for (const store of stores) {
      try {
        this.grant(store, await this.takeIn(store))
      } catch (error) {
        const failure = failureOfStore(error, signal)
        if (!['access', 'unavailable', 'capacity'].includes(failure.kind)) throw failure
        this.failures.set(store.name, failure)
        log.warning(`store ${store.name} did not take the lease ${this.name}: ${failure.message}`)
      }
    }
    const [first] = this.failures.values()
    if (this.granted.size === 0) throw first ?? new Failure('bug', 'there is no store to put a lease in')
    await clock.sleep(settlingTime, signal)
    await this.demand()
  }

  /** Side by side: whoever is not protected by one store may be by another. */
  async putInAll(stores: readonly Store[]): Promise<void> {
    const { signal, log } = this.context
    await Promise.all(
      stores.map(async (store) => {
        const expiresAt = this.freshExpiry()
        try {
          await store.put(this.key, this.bytes(expiresAt), { signal })
          this.grant(store, expiresAt)
        } catch (error) {
          this.failures.set(store.name, asFailure(error))
          log.debug(`store ${store.name} did not take the lease ${this.name}: ${asFailure(error).message}`)
        }
      }),
    )
    throwIfCancelled(signal)
  }

  /** @returns when it expires there @throws Failure `refused` */
  private async takeIn(store: Store): Promise<Instant> {
    const { signal, clock } = this.context
    for (let attempt = 1; ; attempt += 1) {
      const expiresAt = this.freshExpiry()
      const refusal = await store.put(this.key, this.bytes(expiresAt), { signal }).then(
        () => null,
        (error: unknown) => {
          const failure = asFailure(error)
          if (failure.kind !== 'refused') throw failure
          return failure
        },
      )
      if (refusal === null) return expiresAt
      const current = await readLease(store, this.environment, this.key, signal)
      if (current?.record?.token === this.token) return expiresAt
      if (current === null) {
        // Given back just now: whoever comes next may have it.
        if (attempt === 3) throw refusal
        continue
      }
      if (isLive(current, clock.now())) throw held(this.environment, current, clock.now())
      return this.takeOver(store, current)
    }
  }

  /** Of all who see the same expired lease, the one whose claim is new replaces it. */
  private async takeOver(store: Store, expired: StoredLease): Promise<Instant> {
    const { signal, clock } = this.context
    const about = mark(expired)
    for (let round = 1; ; round += 1) {
      const claim = leaseKey(this.environment, `${this.name}.claim-${about.slice(0, 32)}-${round}`)
      try {
        await store.put(claim, this.bytes(clock.now()), { signal })
      } catch (error) {
        if (asFailure(error).kind !== 'refused') throw error
        const other = await readLease(store, this.environment, claim, signal)
        // A claimant that was killed in between must not hold it for ever.
        if (other === null || isLive(other, clock.now()) || round === 20)
          throw held(this.environment, expired, clock.now())
        continue
      }
      try {
        return await this.replaceClaimed(store, expired)
      } finally {
        await store.remove(claim, signal)
      }
    }
  }

  /** Only after the claim is ours. */
  private async replaceClaimed(store: Store, expired: StoredLease): Promise<Instant> {
    const { signal, clock, log } = this.context
    const expiresAt = this.freshExpiry()
    const current = await readLease(store, this.environment, this.key, signal)
    // Another may have claimed it, taken it and removed the claim since we looked.
    if (current !== null && mark(current) !== mark(expired))
      throw held(this.environment, current, clock.now())
    if (current === null) await store.put(this.key, this.bytes(expiresAt), { signal })
    else await store.replace(this.key, this.bytes(expiresAt), signal)
    log.warning(
      `store ${store.name}: took over the lease ${this.name}, which ${expiryText(expired.expiresAt, clock.now())}; it was held ${holderText(expired.record)}. That run was killed or stood still.`,
    )
    return expiresAt
  }

  private grant(store: Store, expiresAt: Instant): void {
    this.granted.set(store, { expiresAt, lost: null })
  }

  async demand(): Promise<void> {
    const { signal, clock, log } = this.context
    let confirmed = 0
    let unanswered: Failure | null = null
    for (const [store, state] of this.granted) {
      if (state.lost !== null) throw state.lost
      let current: StoredLease | null
      try {
        current = await readLease(store, this.environment, this.key, signal)
      } catch (error) {
        unanswered = failureOfStore(error, signal)
        log.warning(`store ${store.name} could not confirm the lease ${this.name}: ${unanswered.message}`)
        continue
      }
      this.judge(store, current)
      // Nobody takes a use lease over: one of ours that is late holds again once it is renewed.
      if (!this.isUse && clock.now() > state.expiresAt) {
        throw new Failure(
          'refused',
          `the lease ${this.name} was not renewed in time: this machine or store ${store.name} stood still`,
          { hint: 'Run it again.' },
        )
      }
      confirmed += 1
    }
    // A use lease never stops what no store could protect; an exclusive one has at least one store.
    if (confirmed === 0 && unanswered !== null && !this.isUse) throw unanswered
  }

  /** @throws Failure `refused` when what lies there is not ours */
  private judge(store: Store, current: StoredLease | null): void {
    if (current?.record?.token === this.token) return
    const what =
      current === null
        ? 'was removed: somebody cleared it by hand, or took it to be of a run that had ended'
        : `is now held ${holderText(current.record)}`
    throw new Failure(
      'refused',
      `store ${store.name}: the lease ${this.name} is no longer ours; it ${what}`,
      {
        hint: 'This run stops before it does harm. `lifeboat ledger verify` and the log of the other run say more.',
      },
    )
  }

  renewInBackground(): void {
    if (this.granted.size === 0) return
    this.renewal = this.context.clock.every(renewalPace, () => {
      this.renewing = this.renew()
      return this.renewing
    })
  }

  /** Never throws: what is wrong is said, and `demand` finds it. */
  private async renew(): Promise<void> {
    const { signal, log, clock } = this.context
    await Promise.all(
      [...this.granted].map(async ([store, state]) => {
        if (state.lost !== null || signal.aborted) return
        // Late: another may be taking it over at this very moment.
        if (!this.isUse && clock.now() > state.expiresAt) return
        try {
          this.judge(store, await readLease(store, this.environment, this.key, signal))
          const expiresAt = this.freshExpiry()
          await store.replace(this.key, this.bytes(expiresAt), signal)
          state.expiresAt = expiresAt
        } catch (error) {
          if (signal.aborted) return
          const failure = asFailure(error)
          if (failure.kind === 'refused') state.lost = failure
          log.warning(`store ${store.name}: the lease ${this.name} was not renewed: ${failure.message}`)
        }
      }),
    )
  }

  /** Gives it back, also when the run is being stopped. What cannot be removed expires. */
  async release(): Promise<void> {
    this.renewal?.[Symbol.dispose]()
    this.renewal = null
    await this.renewing
    const { clock, log } = this.context
    // The run's own signal may be aborted already, and giving back is part of the clean-up.
    const signal = AbortSignal.timeout(timeToRelease)
    await Promise.all(
      [...this.granted].map(async ([store, state]) => {
        try {
          if (state.lost !== null || (!this.isUse && clock.now() > state.expiresAt)) return
          const current = await readLease(store, this.environment, this.key, signal)
          if (current?.record?.token === this.token) await store.remove(this.key, signal)
        } catch (error) {
          const failure = asFailure(error)
          log.notice(
            `store ${store.name}: the lease ${this.name} could not be given back, and expires by itself: ${failure.message}`,
          )
        }
      }),
    )
    this.granted.clear()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.release()
  }

  private freshExpiry(): Instant {
    return this.context.clock.now() + leaseTerm
  }

  private bytes(expiresAt: Instant): Buffer {
    const { actor, url, host = null } = this.context.run
    const record: LeaseRecord = {
      format: 1,
      kind: this.isUse ? 'use' : 'exclusive',
      name: this.name,
      backupId: 'use' in this.request ? this.request.use : null,
      token: this.token,
      why: this.request.why,
      holder: { actor, runUrl: url, host },
      takenAt: new Date(this.takenAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
    }
    return Buffer.from(`${JSON.stringify(record, null, 2)}\n`)
  }
}

/** A cancelled job has a few seconds for everything. */
const timeToRelease: Milliseconds = 3_000

/** What a person types to clear it. */
function breakCommand(environment: string, name: string): string {
  return `lifeboat lease break --environment ${environment} --name ${name} --reason "…" --signing-key-file retention-signing-key.txt`
}

function held(environment: string, lease: StoredLease, now: Instant): Failure {
  return new Failure(
    'refused',
    `store ${lease.store}: the lease ${lease.name} is held ${holderText(lease.record)}; it holds ${expiryText(lease.expiresAt, now)} unless it is renewed`,
    {
      hint: `Wait for that run to end. If it is known to be dead: ${breakCommand(environment, lease.name)}`,
    },
  )
}

/** Tells one holder's lease from the next one's at the same key. */
function mark({ record, expiresAt }: StoredLease): string {
  return record?.token ?? String(expiresAt)
}

function hex({ random }: LeaseContext, count: number): string {
  return Buffer.from(random.bytes(count)).toString('hex')
}
