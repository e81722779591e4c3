import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure, asFailure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { Bytes } from '../domain/units.ts'
import type { ArtifactInput, ArtifactSink } from '../ports/artifacts.ts'
import type { Log } from '../ports/log.ts'
import type { PutOptions, Store, StoredObject } from '../ports/store.ts'
import { compressing, copied } from './compression.ts'
import { throwIfCancelled } from './copies.ts'
import { type Digest, digesting } from './digest.ts'
import { FanOut } from './fan-out.ts'
import { artifactKey, keyInside } from './layout.ts'
import type { Sealing } from './sealing.ts'
import { putOnce } from './small-objects.ts'

export interface ArtifactWriterOptions {
  stores: readonly Store[]
  /** The backup's folder, ending in `/`. */
  folder: string
  /** The source whose artifacts these are: their folder inside the backup's. */
  source: string
  sealing: Sealing | 'none'
  log: Log
  signal: AbortSignal
  /** For stores with a lock of their own: how long they hold what is written. */
  retentionClass?: PutOptions['retentionClass']
}

export interface ArtifactWriter extends ArtifactSink {
  /** Why a store takes no further part in this backup, by its name. */
  readonly failures: ReadonlyMap<string, Failure>
  /** The stores that have everything that was written so far. */
  survivors(): Store[]
  /** A small object as it is, in every store that survives. @throws Failure when no store took it */
  putSmall(name: string, bytes: Uint8Array): Promise<void>
  /** A writer for another source of the same backup: a store that fails one takes no further part in either. */
  forSource(source: string): ArtifactWriter
}

/** Pours artifacts into all stores at once: digest, compress, seal, digest, and as many puts as there are stores. */
export function createArtifactWriter(options: ArtifactWriterOptions): ArtifactWriter {
  return new BackupWriter(options, new Copies(options.stores, options.log))
}

class BackupWriter implements ArtifactWriter {
  private readonly options: ArtifactWriterOptions
  private readonly copies: Copies

  constructor(options: ArtifactWriterOptions, copies: Copies) {
    this.options = options
    this.copies = copies
  }

  get failures(): ReadonlyMap<string, Failure> {
    return this.copies.failures
  }

  survivors(): Store[] {
    return this.copies.alive().map((copy) => copy.store)
  }

  forSource(source: string): ArtifactWriter {
    return new BackupWriter({ ...this.options, source }, this.copies)
  }

  async putSmall(name: string, bytes: Uint8Array): Promise<void> {
    const { folder, signal } = this.options
    const key = this.claim(keyInside(folder, name))
    await Promise.all(
      this.copies.alive().map((copy) =>
        putOnce(copy.store, key, bytes, signal, this.keep()).catch((error: unknown) => {
          if (!signal.aborted) this.copies.drop(copy, error)
        }),
      ),
    )
    throwIfCancelled(signal)
    this.copies.demandOne(key)
  }

  async put(artifact: ArtifactInput, signal: AbortSignal): Promise<ArtifactRecord> {
    const { folder, source, sealing } = this.options
    const isCompressed = artifact.compressedBy !== 'none'
    const key = artifactKey(source, artifact.name, isCompressed, sealing === 'none' ? '' : sealing.ending)
    const either = AbortSignal.any([this.options.signal, signal])
    try {
      const claimed = this.claim(keyInside(folder, key))
      throwIfCancelled(either)
      this.copies.demandOne(claimed)
      const { plain, stored } = await this.pour(artifact, claimed, either)
      return {
        name: artifact.name,
        key,
        plainSize: plain.size,
        storedSize: stored.size,
        sha256: stored.sha256,
        compressedBy: artifact.compressedBy,
        encrypted: sealing !== 'none',
        plainSha256: plain.sha256,
        ...(artifact.members === undefined ? {} : { members: structuredClone(artifact.members) }),
      }
    } catch (error) {
      if (artifact.body instanceof Readable) artifact.body.destroy()
      throw error
    }
  }

  private async pour(
    artifact: ArtifactInput,
    key: string,
    signal: AbortSignal,
  ): Promise<{ plain: { size: Bytes; sha256: string | null }; stored: Digest }> {
    let plain: Digest | undefined
    let stored: Digest | undefined
    let given = 0
    const stages = this.stages(artifact, {
      given: (size) => (given += size),
      plain: (digest) => (plain = digest),
      stored: (digest) => (stored = digest),
    })

    const puts: Promise<StoredObject | null>[] = []
    const copies = this.copies.alive()
    const fan = new FanOut(async () => {
      const objects = await Promise.all(puts)
      for (const [index, copy] of copies.entries()) {
        const object = objects[index]
        if (object && object.size !== stored?.size) {
          this.copies.drop(copy, new Failure('integrity', `the store took another size of ${key}`))
        }
      }
      this.copies.demandOne(key)
    })
    for (const copy of copies) puts.push(this.putCopy(copy, key, artifact, fan, signal))

    try {
      await pipeline(artifact.body, stages, fan, { signal })
    } catch (error) {
      // Only when every put has given up is it certain that none becomes visible after this.
      await Promise.all(puts)
      throwIfCancelled(signal)
      throw error
    }
    if (stored === undefined) throw new Failure('bug', 'an artifact ended without its digest')
    return {
      plain: {
        size: given,
        sha256: plain?.sha256 ?? (this.options.sealing === 'none' ? stored.sha256 : null),
      },
      stored,
    }
  }

  /**
   * From the bytes that the source gives to those that are stored. One chunk at a time passes through all of it, and
   * only what leaves it is new memory: at the rates of a dump, whatever else is made must be cleared away again.
   */
  private stages(
    artifact: ArtifactInput,
    tell: {
      given: (size: Bytes) => void
      plain: (digest: Digest) => void
      stored: (digest: Digest) => void
    },
  ): (body: AsyncIterable<Buffer>) => AsyncIterable<Buffer> {
    const { sealing } = this.options
    return (body) => {
      const measured = counting(body, tell.given)
      if (artifact.compressedBy === 'lifeboat') {
        const compressed = compressing(digesting(measured, tell.plain))
        return digesting(sealing === 'none' ? compressed : sealing.seal(compressed), tell.stored)
      }
      // Unsealed, the giver's own chunks would go on to the stores, and may be used again: so these are copied.
      const outgoing = sealing === 'none' ? copied(measured) : sealing.seal(measured)
      return digesting(outgoing, tell.stored)
    }
  }

  /** One store's part; resolves null when it failed, and then the others go on. Never rejects. */
  private async putCopy(
    copy: Copy,
    key: string,
    artifact: ArtifactInput,
    fan: FanOut,
    signal: AbortSignal,
  ): Promise<StoredObject | null> {
    const branch = fan.branch()
    try {
      return await copy.store.put(key, branch, {
        // Compression and sealing add little to what cannot be compressed: far below this.
        ...(artifact.atMost === undefined ? {} : { atMost: Math.ceil(artifact.atMost * 1.01) + 65_536 }),
        ...this.keep(),
        signal: AbortSignal.any([signal, copy.givenUp.signal]),
      })
    } catch (error) {
      // When the writing itself was given up, that is no fault of the store.
      if (!fan.destroyed && !signal.aborted) {
        this.copies.drop(copy, error)
        if (this.copies.alive().length === 0) fan.destroy(this.copies.noneLeft(key))
      }
      return null
    } finally {
      branch.destroy()
    }
  }

  private keep(): Pick<PutOptions, 'retentionClass'> {
    const { retentionClass } = this.options
    return retentionClass === undefined ? {} : { retentionClass }
  }

  /** Takes a key for good. Compared without regard to case, as some file systems do. */
  private claim(key: string): string {
    const folded = key.toLowerCase()
    if (this.copies.claimed.has(folded)) {
      throw new Failure('bug', `${key} was to be written twice in one backup`)
    }
    this.copies.claimed.add(folded)
    return key
  }
}

async function* counting(
  chunks: AsyncIterable<Buffer>,
  tell: (size: Bytes) => void,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    tell(chunk.length)
    yield chunk
  }
}

interface Copy {
  store: Store
  /** Aborted when the store has failed: ends its other puts. */
  givenUp: AbortController
}

/** The stores of one backup, and which of them still hold all of it. */
class Copies {
  readonly failures = new Map<string, Failure>()
  readonly claimed = new Set<string>()
  private readonly copies: readonly Copy[]
  private readonly log: Log

  constructor(stores: readonly Store[], log: Log) {
    this.copies = stores.map((store) => ({ store, givenUp: new AbortController() }))
    this.log = log
  }

  alive(): Copy[] {
    return this.copies.filter((copy) => !this.failures.has(copy.store.name))
  }

  drop(copy: Copy, error: unknown): void {
    if (this.failures.has(copy.store.name)) return
    const failure = asFailure(error)
    this.failures.set(copy.store.name, failure)
    this.log.warning(
      `store ${copy.store.name} takes no further part in this backup: ${failure.message}`,
      failure.subjects,
    )
    copy.givenUp.abort(failure)
  }

  demandOne(key: string): void {
    if (this.alive().length === 0) throw this.noneLeft(key)
  }

  noneLeft(key: string): Failure {
    const first = this.failures.values().next().value
    if (first === undefined) return new Failure('bug', 'a backup was begun without a store')
    const names = [...this.failures.keys()].join(', ')
    return new Failure(first.kind, `no store took ${key} (${names}): ${first.message}`, {
      ...(first.hint === undefined ? {} : { hint: first.hint }),
      subjects: first.subjects,
      cause: first,
    })
  }
}
