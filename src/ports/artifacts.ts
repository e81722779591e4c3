import type { Readable } from 'node:stream'
import type { ArtifactRecord } from '../domain/manifest.ts'
import type { Bytes } from '../domain/units.ts'

/** Where a source pours its data. The vault implements it: compress, seal, digest, and write to every store. */
export interface ArtifactSink {
  /**
   * Stores one artifact in every store of the environment. Resolves when all stores have answered; a store that failed
   * takes no further part. Several may run at once.
   * @throws Failure when no store took it; nothing of it is then visible
   */
  put(artifact: ArtifactInput, signal: AbortSignal): Promise<ArtifactRecord>
}

export interface ArtifactInput {
  /** Name inside the source's folder: `6260.dat`, `pack-1.tar`; for data compressed already without its `.zst`. */
  name: string
  /** The bytes. Whoever gives them may use a chunk's memory again once the next one is asked for. */
  body: Readable | AsyncIterable<Buffer>
  /** `pg_dump` when the body is a zstd frame already; `lifeboat` asks the vault to compress; `none` stores as it is. */
  compressedBy: ArtifactRecord['compressedBy']
  /** No more bytes than this will come, as far as is known. */
  atMost?: Bytes
  /** For a pack: filled by the source while the body is read, and complete when it ends. */
  members?: NonNullable<ArtifactRecord['members']>
}

/** Where a restore reads. The vault implements it: fetch from the first store that has a sound copy, check, unseal. */
export interface ArtifactReader {
  /**
   * The artifact's bytes as the source gave them (`raw`: a zstd frame of pg_dump is not unpacked), or decompressed
   * whoever compressed (`plain`). The stored bytes' digest has been checked before the first byte is given.
   * @throws Failure `missing` or `integrity` when no store has a sound copy
   */
  open(artifact: ArtifactRecord, form: 'raw' | 'plain', signal: AbortSignal): Promise<Readable>
}
