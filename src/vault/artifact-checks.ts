import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Failure, asFailure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { Reader } from '../ports/store.ts'
import { SizeLimit, absent, damaged, named, storedCheck, unsealing } from './artifact-stages.ts'
import { failureOfCopy, problemOf } from './copies.ts'
import { FanOut } from './fan-out.ts'
import type { Opener } from './sealing.ts'

/** How one store's copy of one artifact is. */
export interface CopyState {
  store: string
  state: 'sound' | 'missing' | 'damaged' | 'unreachable'
  /** Why it is not sound. */
  failure: Failure | null
}

/** Whether every store has the object, with the manifest's size. */
export function statCopies(
  stores: readonly Reader[],
  key: string,
  artifact: ArtifactRecord,
  signal: AbortSignal,
): Promise<CopyState[]> {
  return Promise.all(
    stores.map((store) =>
      judge(store, signal, async () => {
        const object = await store.stat(key, signal)
        if (object === null) throw absent(store, key)
        if (object.size !== artifact.storedSize) {
          throw damaged(key, `it has ${object.size} bytes, not ${artifact.storedSize}`)
        }
      }),
    ),
  )
}

/** Reads every store's copy whole. @throws Failure `access` when the key does not open what is sound */
export async function verifyCopies(
  stores: readonly Reader[],
  key: string,
  artifact: ArtifactRecord,
  opener: Opener | null,
  signal: AbortSignal,
): Promise<CopyState[]> {
  const wrongKeys: Failure[] = []
  const states = await Promise.all(
    stores.map((store) =>
      judge(store, signal, async () => {
        const wrongKey = await verifyCopy(store, key, artifact, opener, signal)
        if (wrongKey !== null) wrongKeys.push(wrongKey)
      }),
    ),
  )
  if (wrongKeys[0] !== undefined) throw wrongKeys[0]
  return states
}

/** @returns the failure of the opening when it is the key's fault, else null. @throws Failure when the copy is bad */
async function verifyCopy(
  store: Reader,
  key: string,
  artifact: ArtifactRecord,
  opener: Opener | null,
  signal: AbortSignal,
): Promise<Failure | null> {
  const body = await store.get(key, { signal })
  if (body === null) throw absent(store, key)
  // Side by side: a damaged header looks like a wrong key, and only the digest of all bytes tells one from the other.
  const fan = new FanOut(() => Promise.resolve())
  const canOpen = !artifact.encrypted || opener !== null
  const opening = canOpen ? openToNothing(fan.branch(), artifact, opener, key) : Promise.resolve(null)
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
  opener: Opener | null,
  key: string,
): Promise<Failure | null> {
  const nothing = new Writable({ highWaterMark: bufferSize, write: (_chunk, _encoding, done) => done() })
  try {
    await pipeline([body, ...unsealing(artifact, opener, key), nothing])
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

const bufferSize = 262_144
