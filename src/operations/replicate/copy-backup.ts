import type { BackupId } from '../../domain/backup-id.ts'
import { inParallel } from '../../domain/concurrency.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { ArtifactRecord } from '../../domain/manifest.ts'
import type { Bytes } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import { verifyCopies } from '../../vault/artifact-checks.ts'
import { readManifest, type ReadManifest } from '../../vault/backups.ts'
import { copyArtifact } from '../../vault/copy-artifact.ts'
import { failureOfCopy } from '../../vault/copies.ts'
import { backupFolder, backupRecoveryKey, keyInside, manifestKey, signatureKey } from '../../vault/layout.ts'
import { backupRecoveryGuide } from '../../vault/recovery-guide.ts'
import { putSigned } from '../../vault/signed-records.ts'
import { putOnce, readWhole } from '../../vault/small-objects.ts'
import { confirmCopies } from '../backup/confirm.ts'
import { readSealedIdentity } from '../keyring.ts'
import { useBackup } from '../leases/use-lease.ts'
import { whenLost } from '../lost-copy.ts'
import type { RunReport } from '../run-report.ts'

/** What became of one backup. */
export interface BackupOutcome {
  id: BackupId
  /** Names of the stores that hold it whole now, as far as sizes tell. */
  whole: Set<string>
  /** Names of the stores that lacked something and have it now; of a dry run, that would get it. */
  brought: string[]
  objects: number
  bytes: Bytes
  /** Why a store does not have it whole, by its name. */
  failures: Map<string, Failure>
}

/** Artifacts copied at once. */
const atOnce = 4

/**
 * Brings one backup to the stores that lack something of it: artifacts, what belongs to them, the signature, and the
 * manifest last, so that a run that is killed leaves no half backup and the next one goes on where it stopped.
 * @param stores all that answer, in the environment's order; they are read
 * @param targets those that shall have it; one that is not among `stores` is never read
 * @throws Failure when no store has a manifest to be believed, or no sound copy of an artifact
 */
export async function copyBackup(
  environment: Environment,
  id: BackupId,
  { stores, targets, dryRun }: { stores: readonly Store[]; targets: readonly Store[]; dryRun: boolean },
  ports: Ports,
  run: RunReport,
): Promise<BackupOutcome> {
  const request = { environment, backupId: id, why: 'copy it to other stores', stores }
  await using lease = dryRun ? null : await useBackup(request, ports, run)
  const copy = new BackupCopy(environment, id, { stores, targets }, ports, run)
  await copy.look()
  const behind = targets.filter((store) => copy.isBehind(store))
  if (dryRun) copy.wouldBring(behind)
  else if (behind.length > 0) await copy.bring(behind, async () => lease?.demand())
  return copy.outcome
}

class BackupCopy {
  readonly outcome: BackupOutcome
  private readonly environment: Environment
  private readonly stores: readonly Store[]
  /** With those that are only written. */
  private readonly all: readonly Store[]
  private readonly ports: Ports
  private readonly run: RunReport
  private readonly folder: string
  /** Keys and sizes, by the store's name. */
  private readonly holdings = new Map<string, Map<string, Bytes>>()
  private found: ReadManifest | null = null

  constructor(
    environment: Environment,
    id: BackupId,
    { stores, targets }: { stores: readonly Store[]; targets: readonly Store[] },
    ports: Ports,
    run: RunReport,
  ) {
    this.environment = environment
    this.stores = stores
    this.all = [...new Set([...stores, ...targets])]
    this.ports = ports
    this.run = run
    this.folder = backupFolder(environment.environment, id)
    this.outcome = { id, whole: new Set(), brought: [], objects: 0, bytes: 0, failures: new Map() }
  }

  /** Lists the folder anew: another run may have been at work since the stores were compared. */
  async look(): Promise<void> {
    const { signal, log } = this.ports
    await Promise.all(
      this.all.map(async (store) => {
        try {
          const holding = new Map<string, Bytes>()
          for await (const { key, size } of store.list(this.folder, signal)) holding.set(key, size)
          this.holdings.set(store.name, holding)
        } catch (error) {
          this.fail(store, error)
        }
      }),
    )
    const { environment: name, signing, protected: isProtected } = this.environment
    const holders = this.stores.filter((store) => this.holding(store).has(manifestKey(name, this.outcome.id)))
    // Retention has had its turn since the stores were compared: there is no such backup any more.
    if (holders.length === 0) return
    const trust = { publicKey: signing.backup ?? null, protected: isProtected, log, signal }
    this.found = await readManifest(holders, name, this.outcome.id, trust)
    for (const store of this.all) if (!this.isBehind(store)) this.outcome.whole.add(store.name)
  }

  isBehind(store: Store): boolean {
    if (this.found === null || !this.holdings.has(store.name)) return false
    return (
      this.artifacts().some(({ key, artifact }) => this.sizeIn(store, key) !== artifact.storedSize) ||
      this.smallKeys(this.found).some((key) => this.sizeIn(store, key) === undefined) ||
      this.sizeIn(store, this.manifestKey) !== this.found.bytes.length
    )
  }

  wouldBring(behind: readonly Store[]): void {
    for (const store of behind) {
      const lacking = this.artifacts().filter(({ key }) => this.sizeIn(store, key) === undefined)
      this.outcome.objects += lacking.length
      this.outcome.bytes += lacking.reduce((sum, { artifact }) => sum + artifact.storedSize, 0)
      this.outcome.brought.push(store.name)
    }
  }

  /** @param demand makes sure that retention has still been told; before the manifests */
  async bring(behind: readonly Store[], demand: () => Promise<void>): Promise<void> {
    const found = this.found
    if (found === null) return
    for (const store of behind) this.checkSizes(store, found)
    await inParallel(this.artifacts(), atOnce, (one) => this.bringArtifact(one, this.sound(behind), found))
    await Promise.all(this.sound(behind).map((store) => this.bringSmallObjects(store, found)))
    const { manifest } = found
    const { confirmed, failures } = await confirmCopies(
      this.sound(behind),
      this.folder,
      manifest.sources,
      this.ports,
      this.run,
    )
    for (const [name, failure] of failures) this.outcome.failures.set(name, failure)
    if (confirmed.length === 0) return
    await demand()
    const signature = await this.signatureOf(found)
    await Promise.all(confirmed.map((store) => this.bringManifest(store, found, signature)))
  }

  /** What is there in another size is damaged, and only `repair` may take it away. */
  private checkSizes(store: Store, { bytes }: ReadManifest): void {
    const expected = [
      ...this.artifacts().map(({ key, artifact }): [string, Bytes] => [key, artifact.storedSize]),
      [this.manifestKey, bytes.length] as const,
    ]
    const [wrong] = expected.filter(([key, size]) => (this.sizeIn(store, key) ?? size) !== size)
    if (wrong !== undefined) this.outcome.failures.set(store.name, this.damaged(wrong[0]))
  }

  private async bringArtifact(
    { key, artifact }: { key: string; artifact: ArtifactRecord },
    targets: readonly Store[],
    { manifest }: ReadManifest,
  ): Promise<void> {
    const looksSound = (store: Store) => this.sizeIn(store, key) === artifact.storedSize
    // Behind these the others, which may still have an older version of it.
    const from = [...this.stores].sort((a, b) => Number(looksSound(b)) - Number(looksSound(a)))
    const to = targets.filter((store) => this.sizeIn(store, key) === undefined)
    const taken: Store[] = []
    if (to.length > 0) {
      const keep = { retentionClass: manifest.retention.class }
      const { failures, damages } = await copyArtifact(
        { from, to, key, artifact, keep, whenLost: this.whenLost() },
        this.ports,
      )
      for (const store of to) {
        const failure = failures.get(store.name)
        // Another run was faster; what it put there is looked at like any leftover.
        if (failure?.kind === 'refused') taken.push(store)
        else if (failure !== undefined) this.fail(store, failure)
        else {
          this.outcome.objects += 1
          this.outcome.bytes += artifact.storedSize
          this.holding(store).set(key, artifact.storedSize)
        }
      }
      for (const damage of damages) {
        this.run.notice(
          'warning',
          `store ${damage.store}: ${damage.key} is ${damage.problem}; see lifeboat repair`,
        )
        this.outcome.whole.delete(damage.store)
      }
    }
    // A run that was killed left it: its size is right, and its bytes are read before a manifest vouches for them.
    const leftovers = targets.filter(
      (store) => !to.includes(store) && this.sizeIn(store, this.manifestKey) === undefined,
    )
    await this.checkLeftovers([...leftovers, ...taken], key, artifact)
  }

  private async checkLeftovers(
    stores: readonly Store[],
    key: string,
    artifact: ArtifactRecord,
  ): Promise<void> {
    if (stores.length === 0) return
    for (const { store, failure } of await verifyCopies(stores, key, artifact, null, this.ports.signal)) {
      if (failure === null) continue
      this.outcome.failures.set(store, failure.kind === 'integrity' ? this.damaged(key) : failure)
    }
  }

  private async bringSmallObjects(store: Store, { manifest }: ReadManifest): Promise<void> {
    const { signal } = this.ports
    const keep = { retentionClass: manifest.retention.class }
    try {
      const { identityKey } = manifest
      if (identityKey !== null && !this.isComplete(store, keyInside(this.folder, identityKey))) {
        const sealed = await readSealedIdentity(
          manifest,
          identityKey,
          this.folder,
          this.stores,
          this.ports,
          this.whenLost(),
        )
        await putOnce(store, keyInside(this.folder, identityKey), sealed, signal, keep)
        this.outcome.objects += 1
      }
      // Nobody signs the page, so it is written anew from the manifest, which somebody has.
      if (this.sizeIn(store, this.pageKey) === undefined) {
        await putOnce(store, this.pageKey, Buffer.from(backupRecoveryGuide(manifest)), signal, keep)
        this.outcome.objects += 1
      }
    } catch (error) {
      this.fail(store, error)
    }
  }

  private async bringManifest(store: Store, found: ReadManifest, signature: Buffer | null): Promise<void> {
    const { bytes, manifest } = found
    const keep = { retentionClass: manifest.retention.class }
    try {
      const text = signature === null ? null : signature.toString()
      await putSigned(store, this.manifestKey, bytes, text, this.ports.signal, keep)
      this.outcome.whole.add(store.name)
      this.outcome.brought.push(store.name)
    } catch (error) {
      this.fail(store, error)
    }
  }

  /** As it was checked; where no key is configured, as it stands beside the manifest. */
  private async signatureOf(found: ReadManifest): Promise<Buffer | null> {
    if (found.signature !== null) return found.signature
    const store = this.stores.find(({ name }) => name === found.store)
    const { signal } = this.ports
    return store === undefined ? null : readWhole(store, signatureKey(this.manifestKey), { signal }, 65_536)
  }

  private artifacts(): { key: string; artifact: ArtifactRecord }[] {
    return (this.found?.manifest.sources ?? [])
      .flatMap((source) => source.artifacts)
      .map((artifact) => ({ key: keyInside(this.folder, artifact.key), artifact }))
  }

  /** What belongs to it besides artifacts and manifest. */
  private smallKeys({ manifest, signed, store }: ReadManifest): string[] {
    const signature = signatureKey(this.manifestKey)
    const isSigned = signed || this.holdings.get(store)?.has(signature) === true
    return [
      this.pageKey,
      ...(manifest.identityKey === null ? [] : [keyInside(this.folder, manifest.identityKey)]),
      ...(isSigned ? [signature] : []),
    ]
  }

  private whenLost(): string {
    const silent = this.ports.stores.filter(({ name }) => !this.holdings.has(name))
    return whenLost(
      this.environment.environment,
      silent.map(({ name }) => name),
    )
  }

  private get manifestKey(): string {
    return manifestKey(this.environment.environment, this.outcome.id)
  }

  private get pageKey(): string {
    return backupRecoveryKey(this.environment.environment, this.outcome.id)
  }

  /** It is there, and a manifest vouches for it: what a killed run left is held to what it should be. */
  private isComplete(store: Store, key: string): boolean {
    return this.sizeIn(store, key) !== undefined && this.sizeIn(store, this.manifestKey) !== undefined
  }

  private holding(store: Store): Map<string, Bytes> {
    return this.holdings.get(store.name) ?? new Map<string, Bytes>()
  }

  private sizeIn(store: Store, key: string): Bytes | undefined {
    return this.holding(store).get(key)
  }

  /** Those that can still get it whole. */
  private sound(stores: readonly Store[]): Store[] {
    return stores.filter((store) => !this.outcome.failures.has(store.name))
  }

  private damaged(key: string): Failure {
    return new Failure('integrity', `${key} is there already, and is not what it should be`, {
      hint: '`lifeboat repair` puts a sound copy in its place, with the credentials of the keeper and of the restorer together.',
    })
  }

  private fail(store: Store, error: unknown): void {
    const failure = failureOfCopy(error, this.ports.signal)
    if (failure.kind === 'bug') throw failure
    if (!this.outcome.failures.has(store.name)) this.outcome.failures.set(store.name, failure)
  }
}
