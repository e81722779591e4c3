import type { FileHandle } from 'node:fs/promises'
import { PassThrough, type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Failure, asFailure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { ArtifactReader } from '../ports/artifacts.ts'
import type { Log } from '../ports/log.ts'
import type { Reader } from '../ports/store.ts'
import { decompress } from './compression.ts'
import { type Damage, failureOfCopy, fromFirstSoundCopy, problemOf } from './copies.ts'
import { DigestTap } from './digest.ts'
import { FanOut } from './fan-out.ts'
import { keyInside } from './layout.ts'
import { openSealed } from './sealing.ts'
import { openNameless, writeTo } from './spool.ts'

export interface ArtifactReaderOptions {
  /** In the order in which they are tried. */
  stores: readonly Reader[]
  /** The backup's folder, ending in `/`. */
  folder: string
  /** age identities; may be empty when nothing is encrypted, or when only digests are to be checked. */
  identities: readonly string[]
  /** A folder of this run alone. */
  spool: string
  log: Log
}

/** How one store's copy of one artifact is. */
export interface CopyState {
  store: string
  state: 'sound' | 'missing' | 'damaged' | 'unreachable'
  /** Why it is not sound. */
  failure: Failure | null
}

export interface CheckingArtifactReader extends ArtifactReader {
  /** What was wrong with copies that `open` met. */
  readonly damages: readonly Damage[]
  /** Whether every store has the artifact, with the manifest's size; reads no bytes. */
  statAll(artifact: ArtifactRecord, signal: AbortSignal): Promise<CopyState[]>
  /**
   * Reads the whole copy of every store: size, digest, authenticated decryption, digest of the plain bytes. Nothing is
   * kept. Without identities the decryption is left out: the state is then that of the stored bytes alone.
   * @throws Failure `access` when the identities do not open it, which is no fault of a copy
   */
  verifyArtifact(artifact: ArtifactRecord, signal: AbortSignal): Promise<CopyState[]>
}

export function createArtifactReader(options: ArtifactReaderOptions): CheckingArtifactReader {
  const { stores, folder, identities, spool, log } = options
  const damages: Damage[] = []
  return {
    damages,
    async open(artifact, form, signal) {
      const key = keyInside(folder, artifact.key)
      const { value: file } = await fromFirstSoundCopy(
        stores,
        key,
        (store, version) => spoolCopy(store, key, version, artifact, spool, signal),
        { damages, log, signal },
      )
      return unpack(file, artifact, form, identities, key, signal)
    },
    statAll: (artifact, signal) =>
      Promise.all(
        stores.map((store) =>
          judge(store, signal, async () => {
            const key = keyInside(folder, artifact.key)
            const object = await store.stat(key, signal)
            if (object === null) throw absent(store, key)
            if (object.size !== artifact.storedSize) {
              throw damaged(key, `it has ${object.size} bytes, not ${artifact.storedSize}`)
            }
          }),
        ),
      ),
    async verifyArtifact(artifact, signal) {
      const key = keyInside(folder, artifact.key)
      const wrongKeys: Failure[] = []
      const states = await Promise.all(
        stores.map((store) =>
          judge(store, signal, async () => {
            const wrongKey = await verifyCopy(store, key, artifact, identities, signal)
            if (wrongKey !== null) wrongKeys.push(wrongKey)
          }),
        ),
      )
      if (wrongKeys[0] !== undefined) throw wrongKeys[0]
      return states
    },
  }
}

/** Downloads one copy and holds it to the manifest. Resolves null when there is none. */
async function spoolCopy(
  store: Reader,
  key: string,
  version: string | undefined,
  artifact: ArtifactRecord,
  spool: string,
  signal: AbortSignal,
): Promise<FileHandle | null> {
  const body = await store.get(key, { signal, ...(version === undefined ? {} : { version }) })
  if (body === null) return null
  let file: FileHandle
  try {
    file = await openNameless(spool)
  } catch (error) {
    body.destroy()
    throw error
  }
  try {
    await pipeline([body, new SizeLimit(key, artifact), storedCheck(key, artifact), writeTo(file)], {
      signal,
    })
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

/** The checked file's bytes, opened and unpacked as asked; their digest is held to the manifest at the end. */
function unpack(
  file: FileHandle,
  artifact: ArtifactRecord,
  form: 'raw' | 'plain',
  identities: readonly string[],
  key: string,
  signal: AbortSignal,
): Readable {
  const stored = file.createReadStream({ start: 0, autoClose: true, highWaterMark: bufferSize })
  const outlet = new Outlet(key)
  let stages: Transform[]
  try {
    stages = unsealing(artifact, identities, key)
  } catch (error) {
    stored.destroy()
    throw error
  }
  if (form === 'plain' && artifact.compressedBy === 'pg_dump') stages.push(decompress())
  // Its outcome is the outlet's: every error is handed on to the last stream.
  void pipeline([stored, ...stages, outlet], { signal }).catch(() => undefined)
  return outlet
}

/** From the stored bytes to those that the source gave, with the check of the latter. */
function unsealing(artifact: ArtifactRecord, identities: readonly string[], key: string): Transform[] {
  const stages: Transform[] = []
  if (artifact.encrypted) stages.push(openSealed(identities))
  if (artifact.compressedBy === 'lifeboat') stages.push(decompress())
  stages.push(
    new DigestTap((digest) => {
      if (digest.sha256 !== artifact.plainSha256 || digest.size !== artifact.plainSize) {
        throw damaged(key, 'what it holds is not what the manifest says')
      }
    }),
  )
  return stages
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

function named(key: string, failure: Failure): Failure {
  if (failure.kind === 'cancelled' || failure.message.includes(key)) return failure
  return new Failure(failure.kind, `${key}: ${failure.message}`, {
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    subjects: failure.subjects,
    cause: failure,
  })
}

/** @returns the failure of the opening when it is the identities' fault, else null. @throws Failure when the copy is bad */
async function verifyCopy(
  store: Reader,
  key: string,
  artifact: ArtifactRecord,
  identities: readonly string[],
  signal: AbortSignal,
): Promise<Failure | null> {
  const body = await store.get(key, { signal })
  if (body === null) throw absent(store, key)
  // Side by side: a damaged header looks like a wrong key, and only the digest of all bytes tells one from the other.
  const fan = new FanOut(() => Promise.resolve())
  const canOpen = !artifact.encrypted || identities.length > 0
  const opening = canOpen ? openToNothing(fan.branch(), artifact, identities, key) : Promise.resolve(null)
  try {
    await pipeline([body, new SizeLimit(key, artifact), storedCheck(key, artifact), fan], { signal })
  } finally {
    await opening
  }
  const failure = await opening
  if (failure !== null && failure.kind !== 'access') throw failure
  return failure
}

async function openToNothing(
  body: Readable,
  artifact: ArtifactRecord,
  identities: readonly string[],
  key: string,
): Promise<Failure | null> {
  const nothing = new Writable({ highWaterMark: bufferSize, write: (_chunk, _encoding, done) => done() })
  try {
    await pipeline([body, ...unsealing(artifact, identities, key), nothing])
    return null
  } catch (error) {
    body.destroy()
    return named(key, asFailure(error))
  }
}

async function judge(store: Reader, signal: AbortSignal, look: () => Promise<void>): Promise<CopyState> {
  try {
    await look()
    return { store: store.name, state: 'sound', failure: null }
  } catch (error) {
    const failure = failureOfCopy(error, signal)
    return { store: store.name, state: problemOf(failure), failure }
  }
}

/** Holds the stored bytes to the manifest, once all have passed. */
function storedCheck(key: string, artifact: ArtifactRecord): DigestTap {
  return new DigestTap((digest) => {
    if (digest.size !== artifact.storedSize) {
      throw damaged(key, `it has ${digest.size} bytes, not ${artifact.storedSize}`)
    }
    if (digest.sha256 !== artifact.sha256) throw damaged(key, 'its SHA-256 is not the one in the manifest')
  })
}

/** Stops at more bytes than the manifest says, so that an inflated object cannot fill the disk. */
class SizeLimit extends Transform {
  constructor(key: string, artifact: ArtifactRecord) {
    let size = 0
    super({
      readableHighWaterMark: bufferSize,
      writableHighWaterMark: bufferSize,
      transform: (chunk: Buffer, _encoding, callback) => {
        size += chunk.length
        if (size <= artifact.storedSize) callback(null, chunk)
        else callback(damaged(key, `it has more than ${artifact.storedSize} bytes`))
      },
    })
  }
}

function absent(store: Reader, key: string): Failure {
  return new Failure('missing', `store ${store.name} has no ${key}`)
}

function damaged(key: string, how: string): Failure {
  return new Failure('integrity', `${key} is damaged: ${how}`)
}

const bufferSize = 1_048_576
