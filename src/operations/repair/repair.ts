import { Failure } from '../../domain/failure.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { Report } from '../../domain/report.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import { readManifest, type ReadManifest } from '../../vault/backups.ts'
import { chooseBackup } from '../../vault/choose-backup.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { backupFolder, keyInside, leasesFolder, manifestKey, signatureKey } from '../../vault/layout.ts'
import { type Lease, takeLease } from '../../vault/leases.ts'
import { fetchSound, type LookedFor, mendArtifact } from '../../vault/mend-artifact.ts'
import { putSigned } from '../../vault/signed-records.ts'
import { putOnce, readWhole } from '../../vault/small-objects.ts'
import { readSealedIdentity } from '../keyring.ts'
import { useBackup } from '../leases/use-lease.ts'
import { outcomeOf, recordEvent } from '../ledger/record.ts'
import { whenLost } from '../lost-copy.ts'
import { RunReport } from '../run-report.ts'
import { type Damaged, findDamage, type Findings } from './find-damage.ts'

export interface RepairInput {
  /** An id, `latest`, or a date or time: the last backup before it. */
  backup: string
  /** `stored` looks at sizes alone, `intact` reads every byte of every copy. */
  level: 'stored' | 'intact'
  /** The environment's name, where it is protected. */
  confirm: string | null
  dryRun: boolean
}

export interface RepairResult {
  report: Report
  /** `store key`, of each object that is sound again; of a dry run, that would be. */
  repaired: string[]
}

/**
 * Puts sound copies in the place of damaged and missing ones of one backup. See docs/decisions/0008-repair.md for what is
 * removed, and when. Expected troubles end in the report.
 */
export async function repair(
  environment: Environment,
  input: RepairInput,
  ports: Ports,
): Promise<RepairResult> {
  const run = new RunReport('repair', environment.environment, ports)
  const mending = new Repair(environment, input, ports, run)
  const report = await run.ending(() => mending.run())
  const { repaired, evidence } = mending
  if (!input.dryRun && (repaired.length > 0 || evidence.length > 0 || report.verdict === 'failed')) {
    await recordEvent(ports, environment, {
      type: 'repair',
      outcome: outcomeOf(report),
      backupId: report.backupId,
      details: {
        repaired: repaired.join('; ').slice(0, longestList),
        // Nothing else is kept of it.
        removed: evidence.join('; ').slice(0, longestList),
      },
    })
  }
  return { report, repaired }
}

/** An event of the ledger stays small, whatever befell a store. */
const longestList = 4_000

class Repair {
  readonly repaired: string[] = []
  /** What was taken away, and its size. */
  readonly evidence: string[] = []
  private readonly environment: Environment
  private readonly input: RepairInput
  private readonly ports: Ports
  private readonly report: RunReport
  private leaseLost = false
  /** By the store's name: whether an object can be put again where one was removed. */
  private readonly tried = new Map<string, Promise<void>>()
  private readonly failures: { damaged: Damaged; failure: Failure }[] = []

  constructor(environment: Environment, input: RepairInput, ports: Ports, report: RunReport) {
    this.environment = environment
    this.input = input
    this.ports = ports
    this.report = report
  }

  async run(): Promise<Report> {
    const { environment, input, ports, report } = this
    this.checkConsent()
    const { log, signal } = ports
    const name = environment.environment
    const chosen = await report.phase('choose a backup', () =>
      chooseBackup(ports.stores, name, input.backup, { log, signal, now: ports.clock.now() }),
    )
    report.backupId = chosen.id
    if (input.dryRun) return this.work(null)
    // Two repairs would take away what the other has just put there.
    await using lease = await takeLease(
      ports.stores,
      name,
      { exclusive: 'repair', why: 'put sound copies in the place of damaged ones' },
      ports,
    )
    await using _using = await useBackup(
      { environment, backupId: chosen.id, why: 'repair it' },
      ports,
      report,
    )
    return await this.work(lease)
  }

  private checkConsent(): void {
    const { environment, input, ports } = this
    if (!environment.protected || input.dryRun) return
    const missing = [
      ...(input.confirm === environment.environment ? [] : ['confirm is not the name of the environment']),
      ...((ports.run.reason ?? '').trim() === '' ? ['no reason is given'] : []),
    ]
    if (missing.length === 0) return
    throw new Failure(
      'refused',
      `repair takes damaged objects away, and the environment is protected: ${missing.join('; ')}`,
      {
        hint: `Give the name and why: on a terminal --confirm ${environment.environment} --reason "…", in a job the inputs confirm and reason. To look first, make a dry run.`,
      },
    )
  }

  /** @param lease null for a dry run */
  private async work(lease: Lease | null): Promise<Report> {
    const { environment, input, ports, report } = this
    const { log, signal } = ports
    const read = await readManifest(ports.stores, environment.environment, report.backupId ?? '', {
      publicKey: environment.signing.backup ?? null,
      protected: environment.protected,
      log,
      signal,
    })
    const found = await report.phase('look for damage', () =>
      findDamage(environment, read, input.level, ports),
    )
    for (const { store, key, problem } of found.damaged)
      log.warning(`store ${store.name}: ${key} is ${problem}`)
    if (found.damaged.length > 0) {
      await report.phase(lease === null ? 'say what would be mended' : 'mend', async () => {
        // The manifest comes last: until then the store does not vouch for what is being mended.
        const isManifest = ({ key }: Damaged) => key.endsWith('/manifest.json') || key.endsWith('.sig')
        const order = [...found.damaged].sort((a, b) => Number(isManifest(a)) - Number(isManifest(b)))
        for (const damaged of order) await this.mend(damaged, read, found, lease)
      })
    }
    return this.conclude(found)
  }

  private async mend(
    damaged: Damaged,
    read: ReadManifest,
    found: Findings,
    lease: Lease | null,
  ): Promise<void> {
    const { signal, log } = this.ports
    signal.throwIfAborted()
    const { store, key, problem } = damaged
    try {
      this.demandRightToJudge(damaged, read, found)
      if (lease === null) await this.demandSound(damaged, read, found)
      else await this.replace(damaged, read, found, lease)
      this.repaired.push(`${store.name} ${key}`)
      if (lease !== null) log.info(`store ${store.name}: ${key} is sound again`)
    } catch (error) {
      const failure = failureOfCopy(error, signal)
      if (failure.kind === 'bug' || this.leaseLost) throw failure
      this.failures.push({ damaged, failure })
      this.report.notice('warning', `store ${store.name}: ${key} stays ${problem}: ${failure.message}`)
    }
  }

  /**
   * Without a key nobody can tell which of two manifests is genuine: then nothing of a store is taken away by the word of
   * another store's manifest.
   */
  private demandRightToJudge({ store, problem }: Damaged, read: ReadManifest, found: Findings): void {
    if (problem === 'missing' || read.signed || found.sameManifest.has(store.name)) return
    throw new Failure('refused', 'its own manifest differs, and no signature tells which one is genuine', {
      hint: 'Configure signing.backup, or look at both copies by hand and remove the wrong one.',
    })
  }

  /** @throws Failure as `replace` does when there is nothing to put in its place */
  private async demandSound(damaged: Damaged, read: ReadManifest, found: Findings): Promise<void> {
    const wanted = this.lookedFor(damaged, found)
    if (wanted !== null) await (await fetchSound(wanted, this.ports)).close()
    else await this.sealedIdentity(damaged, read, found)
  }

  /** Where a sound copy of an artifact is looked for; null for what is no artifact. */
  private lookedFor({ key, artifact, store }: Damaged, found: Findings): LookedFor | null {
    if (artifact === null) return null
    const isSilent = (other: Store) => found.unreachable.has(other.name)
    // The store itself comes last, for an older version of the object.
    const others = this.ports.stores.filter((other) => other.name !== store.name && !isSilent(other))
    return { key, artifact, from: [...others, store], whenLost: this.whenLost(found) }
  }

  /** As some store has it sound; null when the damaged object is another. */
  private async sealedIdentity(
    { key }: Damaged,
    { manifest }: ReadManifest,
    found: Findings,
  ): Promise<Buffer | null> {
    const { identityKey } = manifest
    const folder = backupFolder(manifest.environment, manifest.id)
    if (identityKey === null || key !== keyInside(folder, identityKey)) return null
    const { stores } = this.ports
    return readSealedIdentity(manifest, identityKey, folder, stores, this.ports, this.whenLost(found))
  }

  private whenLost(found: Findings): string {
    return whenLost(this.environment.environment, [...found.unreachable.keys()])
  }

  private async replace(damaged: Damaged, read: ReadManifest, found: Findings, lease: Lease): Promise<void> {
    const { ports } = this
    const { store, key, problem } = damaged
    const keep = { retentionClass: read.manifest.retention.class }
    const isDamaged = problem === 'damaged'
    const allow = async (): Promise<void> => {
      await this.demandRoomAgain(store)
      await lease.demand().catch((error: unknown) => {
        this.leaseLost = true
        throw error
      })
      const stat = await store.stat(key, ports.signal)
      this.evidence.push(`${store.name} ${key} ${stat?.size ?? 0} bytes`)
    }
    const wanted = this.lookedFor(damaged, found)
    if (wanted !== null) {
      await mendArtifact({ ...wanted, store, isDamaged, keep }, allow, ports)
      return
    }
    const sealed = await this.sealedIdentity(damaged, read, found)
    if (sealed !== null) {
      if (isDamaged) await this.remove(store, key, allow)
      await putOnce(store, key, sealed, ports.signal, keep)
      return
    }
    await this.replaceManifest(store, read, allow)
  }

  /**
   * Some stores with versions refuse to create an object where a delete marker lies. There the older version serves
   * readers as it is, and removing the newest one would gain nothing: so this is tried on an object of no worth.
   */
  private demandRoomAgain(store: Store): Promise<void> {
    const known = this.tried.get(store.name) ?? this.tryRoomAgain(store)
    this.tried.set(store.name, known)
    return known
  }

  private async tryRoomAgain(store: Store): Promise<void> {
    const { random, signal } = this.ports
    const name = Buffer.from(random.bytes(8)).toString('hex')
    const key = `${leasesFolder(this.environment.environment)}probe-${name}`
    const bytes = Buffer.from('a probe of lifeboat repair')
    await store.put(key, bytes, { signal })
    await store.remove(key, signal)
    try {
      await store.put(key, bytes, { signal })
    } catch (error) {
      const failure = failureOfCopy(error, signal)
      if (failure.kind !== 'refused') throw failure
      throw new Failure(
        'refused',
        `store ${store.name} does not take an object again where one was removed`,
        {
          hint: 'Nothing was removed: readers take the older version of the object. To make it the newest again, delete the damaged version by hand.',
          cause: failure,
        },
      )
    }
    await store.remove(key, signal)
  }

  /** Both objects: whichever is wrong, the pair is what must fit. */
  private async replaceManifest(store: Store, read: ReadManifest, allow: () => Promise<void>): Promise<void> {
    const { signal } = this.ports
    const { bytes, signature, manifest } = read
    const key = manifestKey(manifest.environment, manifest.id)
    const expected = new Map([
      [signatureKey(key), signature],
      [key, bytes],
    ])
    for (const [one, right] of expected) {
      if (right === null) continue
      const there = await readWhole(store, one, { signal })
      if (there !== null && !there.equals(right)) await this.remove(store, one, allow)
    }
    const keep = { retentionClass: manifest.retention.class }
    await putSigned(store, key, bytes, signature?.toString() ?? null, signal, keep)
  }

  private async remove(store: Store, key: string, allow: () => Promise<void>): Promise<void> {
    await allow()
    await store.remove(key, this.ports.signal)
  }

  private conclude(found: Findings): Report {
    const { report, input, ports } = this
    const would = input.dryRun ? ' (dry run)' : ''
    report.fact('objects looked at', String(found.looked.objects), found.looked.objects, 'count')
    report.fact('bytes read', formatBytes(found.looked.bytes), found.looked.bytes, 'bytes')
    report.fact('damaged or missing', String(found.damaged.length), found.damaged.length, 'count')
    report.fact('mended', `${this.repaired.length}${would}`, this.repaired.length, 'count')
    for (const store of ports.stores) {
      const left = this.leftIn(store, found)
      const unreachable = found.unreachable.get(store.name)
      report.copies.push({
        store: store.name,
        kind: store.kind,
        status: unreachable !== undefined ? 'unreachable' : left > 0 ? 'damaged' : 'complete',
        writeOnce: null,
        detail:
          unreachable?.message ??
          (left > 0 ? `${counted(left, 'object is', 'objects are')} damaged or missing` : null),
      })
    }
    for (const [store, failure] of found.unreachable) {
      report.notice('warning', `store ${store} was left out: ${failure.message}`)
    }
    const [first] = this.failures
    if (first !== undefined) {
      const { kind, message, hint } = first.failure
      return report.finish(
        'failed',
        new Failure(kind, `${counted(this.failures.length, 'object')} could not be mended: ${message}`, {
          ...(hint === undefined ? {} : { hint }),
          cause: first.failure,
        }),
      )
    }
    if (input.dryRun && found.damaged.length > 0) return report.finish('degraded', null)
    if (input.level === 'stored') {
      report.notice('notice', 'only sizes were looked at: whether the bytes are right was not tried')
    }
    const isLess = found.unreachable.size > 0 || input.level === 'stored'
    return report.finish(isLess ? 'degraded' : 'passed', null)
  }

  private leftIn(store: Store, found: Findings): number {
    const all = found.damaged.filter((one) => one.store.name === store.name)
    return this.input.dryRun
      ? all.length
      : this.failures.filter(({ damaged }) => all.includes(damaged)).length
  }
}
