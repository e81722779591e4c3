import type { Environment } from '../../domain/environment/schema.ts'
import { inParallel } from '../../domain/concurrency.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { ArtifactRecord } from '../../domain/manifest.ts'
import { copyChecks } from '../../domain/proof.ts'
import type { CopyResult } from '../../domain/report.ts'
import type { Rung } from '../../domain/verdict.ts'
import type { ArtifactReader } from '../../ports/artifacts.ts'
import type { Ports } from '../../ports/ports.ts'
import type { Store } from '../../ports/store.ts'
import {
  createArtifactReader,
  type CheckingArtifactReader,
  type CopyState,
} from '../../vault/artifact-reader.ts'
import { readManifest, type ReadManifest } from '../../vault/backups.ts'
import type { Opener } from '../../vault/sealing.ts'
import { demandSealedIdentity } from '../keyring.ts'
import type { RunReport } from '../run-report.ts'

interface Context {
  environment: Environment
  /** The manifest that was chosen, and where it was read. */
  read: ReadManifest
  folder: string
  ports: Ports
  run: RunReport
}

/** How many artifacts are asked for, or read, at once. */
const concurrency = 4

/** The rungs `stored` and `intact`: every copy of every artifact, in every store. */
export class CopyChecks {
  private readonly context: Context
  /** Keys of artifacts that the rehearsal has read whole from a sound copy. */
  private readonly read = new Set<string>()
  /** Names of stores that do not have the backup at all. */
  private readonly absent = new Set<string>()
  private readonly states = new Map<string, CopyResult>()

  constructor(context: Context) {
    this.context = context
    for (const store of context.ports.stores) {
      const copy: CopyResult = {
        store: store.name,
        kind: store.kind,
        status: store.ephemeral ? 'ephemeral' : 'complete',
        writeOnce: context.read.manifest.stores.find((known) => known.name === store.name)?.writeOnce ?? null,
        detail: null,
      }
      this.states.set(store.name, copy)
      context.run.copies.push(copy)
    }
  }

  /** The stores that have the backup. */
  present(): Store[] {
    return this.context.ports.stores.filter((store) => !this.absent.has(store.name))
  }

  private get artifacts(): ArtifactRecord[] {
    return this.context.read.manifest.sources.flatMap((source) => source.artifacts)
  }

  /** Every object is there, with its size; and every store has the manifest. */
  async proveStored(): Promise<void> {
    const { ports, environment, read, folder } = this.context
    const { manifest } = read
    const started = ports.clock.ticks()
    const bad = new Set<string>()
    for (const store of ports.stores) {
      try {
        const own =
          store.name === read.store
            ? read
            : await readManifest([store], environment.environment, manifest.id, {
                publicKey: environment.signing.backup ?? null,
                protected: environment.protected,
                log: ports.log,
                signal: ports.signal,
              })
        if (own.sha256 !== read.sha256) {
          throw new Failure('integrity', 'it has another manifest of this backup than the first store')
        }
        for (const { key, failure } of own.damages.filter((damage) => damage.store === store.name)) {
          bad.add(store.name)
          this.fail(rungOf(failure), store.name, key.slice(folder.length), failure)
        }
      } catch (error) {
        const failure = this.expected(error)
        bad.add(store.name)
        // Without its manifest a store does not have the backup, whatever else lies there.
        if (failure.kind === 'missing') this.absent.add(store.name)
        this.fail(rungOf(failure), store.name, 'manifest.json', failure)
      }
    }
    for (const store of manifest.identityKey === null ? [] : this.present()) {
      try {
        await demandSealedIdentity(store, manifest, folder, ports.signal)
      } catch (error) {
        const failure = this.expected(error)
        bad.add(store.name)
        this.fail(rungOf(failure), store.name, manifest.identityKey ?? '', failure)
      }
    }
    const stores = this.present()
    const reader = createArtifactReader({
      stores,
      folder,
      opener: null,
      spool: ports.spool,
      log: ports.log,
    })
    await this.each(this.artifacts, async (artifact) => {
      for (const state of await reader.statAll(artifact, ports.signal)) {
        if (state.failure === null) continue
        bad.add(state.store)
        this.fail('stored', state.store, artifact.key, state.failure)
      }
    })
    const sound = this.present().filter((store) => !bad.has(store.name))
    if (sound.length > 0) {
      this.pass(
        'stored',
        copyChecks.listed,
        `all ${this.artifacts.length} artifacts and the manifest are in ${names(sound)}`,
        ports.clock.ticks() - started,
      )
    }
  }

  recordSignature(read: ReadManifest): void {
    const { environment, run } = this.context
    if (read.signed && environment.signing.backup !== undefined)
      this.pass('intact', 'signature', 'the manifest’s signature holds', 0)
    else run.notice('notice', 'the origin of the backup is not proven: signing.backup is not configured')
  }

  /** A reader that remembers what was read, so that it need not be read again. */
  watched(reader: ArtifactReader): ArtifactReader {
    return {
      open: async (artifact, form, signal) => {
        const opened = await reader.open(artifact, form, signal)
        opened.once('end', () => this.read.add(artifact.key))
        return opened
      },
    }
  }

  /** The bytes of every copy: digest, and decryption. What the rehearsal has read from the first store is not read again. */
  async proveIntact(reader: CheckingArtifactReader, opener: Opener): Promise<void> {
    const { ports, folder } = this.context
    const started = ports.clock.ticks()
    const bad = new Set<string>()
    const report = (store: string, key: string, failure: Failure) => {
      bad.add(store)
      this.fail('intact', store, key, failure)
    }
    const first = ports.stores[0]
    const readFromFirst = new Set(this.read)
    const seen = new Set<string>()
    for (const damage of reader.damages) {
      const key = damage.key.slice(folder.length)
      if (damage.store === first?.name) readFromFirst.add(key)
      if (seen.has(`${damage.store} ${key}`)) continue
      seen.add(`${damage.store} ${key}`)
      report(damage.store, key, damage.failure)
    }
    await this.each(this.artifacts, async (artifact) => {
      const stores = this.present().filter(
        (store) =>
          (store !== first || !readFromFirst.has(artifact.key)) && !seen.has(`${store.name} ${artifact.key}`),
      )
      if (stores.length === 0) return
      const checking = createArtifactReader({
        stores,
        folder,
        opener,
        spool: ports.spool,
        log: ports.log,
      })
      let states: CopyState[]
      try {
        states = await checking.verifyArtifact(artifact, ports.signal)
      } catch (error) {
        const failure = this.expected(error)
        for (const store of stores) report(store.name, artifact.key, failure)
        return
      }
      for (const state of states) if (state.failure !== null) report(state.store, artifact.key, state.failure)
    })
    const sound = this.present().filter((store) => !bad.has(store.name))
    if (sound.length > 0) {
      const size = this.artifacts.reduce((sum, artifact) => sum + artifact.storedSize, 0)
      this.pass(
        'intact',
        copyChecks.sound,
        `every byte of ${this.artifacts.length} artifacts (${size} bytes) is as stored, in ${names(sound)}`,
        ports.clock.ticks() - started,
      )
    }
  }

  private async each(
    artifacts: readonly ArtifactRecord[],
    work: (artifact: ArtifactRecord) => Promise<void>,
  ): Promise<void> {
    await inParallel(artifacts, concurrency, (artifact) => {
      this.context.ports.signal.throwIfAborted()
      return work(artifact)
    })
  }

  private expected(error: unknown): Failure {
    this.context.ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'bug' || failure.kind === 'cancelled') throw error
    return failure
  }

  private pass(rung: Rung, name: string, detail: string, duration: number): void {
    this.context.run.check({
      rung,
      name,
      status: 'passed',
      detail,
      subjects: [],
      failure: null,
      duration: Math.round(duration),
    })
  }

  private adviceFor(store: string): string {
    const others = this.context.ports.stores.filter((other) => other.name !== store)
    return others.length === 0
      ? 'There is no other copy of this backup: make a new backup now. If the store keeps older versions of objects, look for one.'
      : `Copy the object from ${names(others)} if it is sound there, and find out what happened in ${store}.`
  }

  private fail(rung: Rung, store: string, key: string, failure: Failure): void {
    const copy = this.states.get(store)
    if (copy !== undefined) {
      const status =
        failure.kind === 'missing' ? 'incomplete' : failure.kind === 'integrity' ? 'damaged' : 'unreachable'
      if (copy.status !== 'damaged') copy.status = status
      copy.detail ??= `${key}: ${failure.message}`
    }
    this.context.run.check({
      rung,
      name: `${copyChecks.oneIn}${store}`,
      status: 'failed',
      detail: `${key}: ${failure.message}`,
      subjects: failure.subjects,
      failure: failure.kind,
      hint: failure.hint ?? this.adviceFor(store),
      duration: 0,
    })
  }
}

/** Bytes that are there, but are not the right ones, are a matter of the rung above. */
function rungOf(failure: Failure): Rung {
  return failure.kind === 'integrity' ? 'intact' : 'stored'
}

function names(stores: readonly Store[]): string {
  return stores.map((store) => store.name).join(', ')
}
