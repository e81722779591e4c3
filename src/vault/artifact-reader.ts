import type { FileHandle } from 'node:fs/promises'
import { PassThrough, type Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asFailure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { ArtifactReader } from '../ports/artifacts.ts'
import type { Log } from '../ports/log.ts'
import type { Reader } from '../ports/store.ts'
import { type CopyState, statCopies, verifyCopies } from './artifact-checks.ts'
import { named, unsealing } from './artifact-stages.ts'
import { decompress } from './compression.ts'
import { type Damage, fromFirstSoundCopy } from './copies.ts'
import { keyInside } from './layout.ts'
import type { Opener } from './sealing.ts'
import { spoolArtifact } from './spool-artifact.ts'

export type { CopyState } from './artifact-checks.ts'

export interface ArtifactReaderOptions {
  /** In the order in which they are tried. */
  stores: readonly Reader[]
  /** The backup's folder, ending in `/`. */
  folder: string
  /** Null when only what is stored is to be checked. */
  opener: Opener | null
  /** A folder of this run alone. */
  spool: string
  log: Log
}

export interface CheckingArtifactReader extends ArtifactReader {
  /** What was wrong with copies that `open` met. */
  readonly damages: readonly Damage[]
  /** Whether every store has the artifact, with the manifest's size; reads no bytes. */
  statAll(artifact: ArtifactRecord, signal: AbortSignal): Promise<CopyState[]>
  /**
   * Reads the whole copy of every store: size, digest, authenticated decryption, digest of the plain bytes. Nothing is
   * kept. Without an opener the decryption is left out: the state is then that of the stored bytes alone.
   * @throws Failure `access` when the key does not open it, which is no fault of a copy
   */
  verifyArtifact(artifact: ArtifactRecord, signal: AbortSignal): Promise<CopyState[]>
}

export function createArtifactReader(options: ArtifactReaderOptions): CheckingArtifactReader {
  const { stores, folder, opener, spool, log } = options
  const damages: Damage[] = []
  return {
    damages,
    async open(artifact, form, signal) {
      const key = keyInside(folder, artifact.key)
      const { value: file } = await fromFirstSoundCopy(
        stores,
        key,
        (store, version) => spoolArtifact(store, key, version, artifact, spool, signal),
        { damages, size: artifact.storedSize, log, signal },
      )
      return unpack(file, artifact, form, opener, key, signal)
    },
    statAll: async (artifact, signal) =>
      statCopies(stores, keyInside(folder, artifact.key), artifact, signal),
    verifyArtifact: async (artifact, signal) =>
      verifyCopies(stores, keyInside(folder, artifact.key), artifact, opener, signal),
  }
}

/** The checked file's bytes, opened and unpacked as asked; their digest is held to the manifest at the end. */
function unpack(
  file: FileHandle,
  artifact: ArtifactRecord,
  form: 'raw' | 'plain',
  opener: Opener | null,
  key: string,
  signal: AbortSignal,
): Readable {
  const stored = file.createReadStream({ start: 0, autoClose: true, highWaterMark: bufferSize })
  const outlet = new Outlet(key)
  let stages: Transform[]
  try {
    stages = unsealing(artifact, opener, key)
  } catch (error) {
    stored.destroy()
    throw error
  }
  if (form === 'plain' && artifact.compressedBy === 'pg_dump') stages.push(decompress())
  // Its outcome is the outlet's: every error is handed on to the last stream.
  void pipeline([stored, ...stages, outlet], { signal }).catch(() => undefined)
  return outlet
}

/** The end of a reading: whatever went wrong before it comes out as a Failure that names the artifact. */
class Outlet extends PassThrough {
  private readonly key: string

  constructor(key: string) {
    super({ highWaterMark: bufferSize })
    this.key = key
  }

  // Here rather than in _destroy, since whoever begins to listen later is told what was given to destroy.
  override destroy(error?: Error | null): this {
    return super.destroy(error ? named(this.key, asFailure(error)) : undefined)
  }
}

const bufferSize = 262_144
