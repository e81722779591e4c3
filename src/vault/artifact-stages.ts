import { Transform } from 'node:stream'
import { Failure } from '../domain/failure.ts'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { Reader } from '../ports/store.ts'
import { decompress } from './compression.ts'
import { DigestTap } from './digest.ts'
import type { Opener } from './sealing.ts'

/** What an artifact's bytes pass through on their way back; shared by reading and checking. */

/** From the stored bytes to those that the source gave, with the check of the latter. */
export function unsealing(artifact: ArtifactRecord, opener: Opener | null, key: string): Transform[] {
  const stages: Transform[] = []
  if (artifact.encrypted) {
    if (opener === null) throw new Failure('access', `${key} is sealed, and no key to open it was given`)
    stages.push(opener.open())
  }
  if (artifact.compressedBy === 'lifeboat') stages.push(decompress())
  stages.push(
    new DigestTap((digest) => {
      if (
        digest.size !== artifact.plainSize ||
        (artifact.plainSha256 !== null && digest.sha256 !== artifact.plainSha256)
      ) {
        throw damaged(key, 'what it holds is not what the manifest says')
      }
    }),
  )
  return stages
}

/** Holds the stored bytes to the manifest, once all have passed. */
export function storedCheck(key: string, artifact: ArtifactRecord): DigestTap {
  return new DigestTap((digest) => {
    if (digest.size !== artifact.storedSize) {
      throw damaged(key, `it has ${digest.size} bytes, not ${artifact.storedSize}`)
    }
    if (digest.sha256 !== artifact.sha256) throw damaged(key, 'its SHA-256 is not the one in the manifest')
  })
}

/** Stops at more bytes than the manifest says, so that an inflated object cannot fill the disk. */
export class SizeLimit extends Transform {
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

export function absent(store: Reader, key: string): Failure {
  return new Failure('missing', `store ${store.name} has no ${key}`)
}

export function damaged(key: string, how: string): Failure {
  return new Failure('integrity', `${key} is damaged: ${how}`)
}

/** The failure with the artifact's key in its message. */
export function named(key: string, failure: Failure): Failure {
  if (failure.kind === 'cancelled' || failure.message.includes(key)) return failure
  return new Failure(failure.kind, `${key}: ${failure.message}`, {
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    subjects: failure.subjects,
    cause: failure,
  })
}

const bufferSize = 262_144
