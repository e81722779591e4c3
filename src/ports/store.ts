import type { Readable } from 'node:stream'
import type { Bytes, Instant } from '../domain/units.ts'

/**
 * A place for objects. The contract stands in the comments here; test/contracts/store.ts holds every store to it,
 * fakes included, and `lifeboat store check` runs the same questions against a user's own bucket.
 *
 * Keys are relative to the store's prefix, use only `A-Z a-z 0-9 . _ - /`, never begin or end with `/`, have no empty
 * part and no part that is `.` or `..`, and no key is a prefix folder of another. Every method may throw Failure
 * `access` (credentials), `unavailable` (out of reach, and a retry may help), `cancelled` (its signal), or `capacity`.
 */
export interface Lister {
  /** The store's name in the environment file. */
  readonly name: string
  /** `local`, `s3`… */
  readonly kind: string
  /** True when what is stored here goes away with the machine; it never counts as a copy. */
  readonly ephemeral: boolean
  /** Objects under a prefix (a folder: it ends in `/`, or is empty), by key in ascending order of UTF-8 bytes; objects still being written are not among them. */
  list(prefix: string, signal?: AbortSignal, options?: ListOptions): AsyncIterable<StoredObject>
}

export interface Reader extends Lister {
  /**
   * Opens an object, or a part of it. Resolves null when there is none; throws only when the store could not answer.
   * A break in mid-stream destroys the stream with a Failure. Destroying the stream releases everything.
   */
  get(key: string, options?: GetOptions): Promise<Readable | null>
  /** Resolves null when there is none. */
  stat(key: string, signal?: AbortSignal): Promise<StoredObject | null>
  /** All versions of one key that the store still has, newest first, without delete markers; just the object itself on a store without versions. */
  versions(key: string, signal?: AbortSignal): Promise<StoredVersion[]>
}

export interface Store extends Reader {
  /**
   * Stores the bytes under a key that must be new. Nothing is visible under the key before all bytes are durable, and
   * nothing is left behind on failure or abort. Memory is bounded whatever the size.
   * @throws Failure `refused` when the key exists, as far as the store can tell (see `probe`); nothing is then changed
   */
  put(key: string, body: Readable | Uint8Array, options?: PutOptions): Promise<StoredObject>
  /** Replaces an object. Only for keys under `leases/`; @throws Failure `bug` elsewhere. */
  replace(key: string, body: Uint8Array, signal?: AbortSignal): Promise<StoredObject>
  /** Removes one object; removing what is not there is no error. @throws Failure `refused` when a lock holds it */
  remove(key: string, signal?: AbortSignal): Promise<void>
  /** Finds out what the store enforces, by writing small objects under `leases/probe-…` and trying to overwrite them. */
  probe(signal?: AbortSignal): Promise<StoreAbilities>
  [Symbol.asyncDispose](): Promise<void>
}

export interface ListOptions {
  /** Only keys behind this one are wanted. A store that has to look at all keys anyway may give the others too. */
  after?: string
}

export interface GetOptions {
  /** First byte to read; 0 by default. */
  offset?: Bytes
  /** How many bytes at most. */
  length?: Bytes
  /** A version that `versions` named. */
  version?: string
  signal?: AbortSignal
}

export interface PutOptions {
  /** No more bytes than this will come, as far as is known: lets multipart choose its part size. */
  atMost?: Bytes
  /** The class of the backup that the object belongs to: a store with a lock of its own holds it for that class's period. */
  retentionClass?: 'scheduled' | 'critical'
  /** Holds the object until this moment, whatever its class. @throws Failure `config` when the store has no locks */
  retainUntil?: Instant
  signal?: AbortSignal
}

export interface StoredObject {
  key: string
  size: Bytes
  modifiedAt: Instant
  /**
   * A lock holds the object until then, `Infinity` for a legal hold. Only `stat` and `put` say so, and only as far as
   * the credentials may see it; absent when nothing is known to hold it.
   */
  lockedUntil?: Instant
}

export interface StoredVersion extends StoredObject {
  version: string
}

export interface StoreAbilities {
  /** The store itself refuses to overwrite an existing object when asked to. */
  writeOnce: boolean
  /** These credentials could overwrite (without the condition) what exists. */
  mayOverwrite: boolean
  /** These credentials could delete. */
  mayDelete: boolean
  /** The store keeps older versions. Null when these credentials may not ask. */
  versioned: boolean | null
  /** New objects can be held by a lock. Null when these credentials may not ask; absent where there are no locks at all. */
  locks?: boolean | null
}
