import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Failure } from '../../domain/failure.ts'
import { formatBytes, type Bytes } from '../../domain/units.ts'
import type { PutOptions, StoredObject } from '../../ports/store.ts'
import { patiently } from '../backoff.ts'
import { randomName } from '../keys.ts'
import { lockedUntil } from '../locks.ts'
import type { Part, PartReader } from '../upload/part-reader.ts'
import { sendParts } from '../upload/parts-at-once.ts'
import { isRefused } from '../upload/refused.ts'
import { uploadBody } from '../upload/upload-body.ts'
import { azureAnswer, type Container } from './container.ts'
import { propertyOf, readBlobs } from './listing.ts'

interface Upload {
  container: Container
  key: string
  /** Stored as metadata of the object, by which an upload knows its own work again. */
  mark: string
  /** Of every request that makes the object visible. */
  headers: Record<string, string>
  partSize: Bytes
  signal: AbortSignal | undefined
}

/** Name of the metadata that holds an upload's mark. Azure takes no hyphens here. */
const markName = 'lifeboat_upload'
const MiB: Bytes = 1024 * 1024
const leastPartSize = 8 * MiB
/** Azure takes no more. */
const mostBlocks = 50_000

/**
 * Stores a body under a new key: by one request if it is small, in blocks otherwise, which the last request makes an
 * object. Blocks that never become one are invisible, and the service drops them after a week; it has no request for it.
 */
export async function upload(
  container: Container,
  key: string,
  body: Readable | Uint8Array,
  putOptions: PutOptions,
): Promise<StoredObject> {
  const { patience, accessTier, buffers, lock } = container.options
  const { atMost = 0, signal } = putOptions
  const mark = randomName(patience.random.bytes(12))
  const until = lockedUntil(key, putOptions, lock, patience.clock.now())
  const one: Upload = {
    container,
    key,
    mark,
    headers: {
      'if-none-match': '*',
      [`x-ms-meta-${markName}`]: mark,
      'x-ms-blob-content-type': 'application/octet-stream',
      ...(accessTier !== null && { 'x-ms-access-tier': accessTier }),
      ...(until !== null && {
        'x-ms-immutability-policy-until-date': new Date(until).toUTCString(),
        'x-ms-immutability-policy-mode': lock?.mode ?? 'unlocked',
      }),
    },
    partSize: Math.max(leastPartSize, Math.ceil((atMost * 1.25) / mostBlocks / MiB) * MiB),
    signal,
  }
  const size = await uploadBody(body, {
    partSize: one.partSize,
    patience,
    signal,
    buffers,
    whole: (bytes) => putBlob(one, bytes),
    isOwn: () => isOwn(one),
    inParts: (first, reader) => uploadInBlocks(one, first, reader),
  })
  return {
    key,
    size,
    modifiedAt: patience.clock.now(),
    ...(until !== null && { lockedUntil: until }),
  }
}

async function putBlob({ container, key, headers, signal }: Upload, body: Buffer): Promise<void> {
  await container.command({
    method: 'PUT',
    key,
    headers: { ...headers, 'x-ms-blob-type': 'BlockBlob', 'content-md5': md5(body) },
    body,
    permission: 'create new blobs',
    conditional: true,
    signal,
  })
}

async function uploadInBlocks(one: Upload, first: Part, reader: PartReader): Promise<Bytes> {
  const { container } = one
  const { sent, size } = await sendParts(first, reader, {
    signal: one.signal,
    send: (bytes, number, signal) => putBlock({ ...one, signal }, bytes, number),
    mostParts: mostBlocks,
    tooMany: () =>
      new Failure(
        'capacity',
        `${container.where}: an object is larger than ${formatBytes(one.partSize * mostBlocks)}`,
        { hint: 'That is what 50,000 blocks hold. The size of the blocks follows from the expected size.' },
      ),
  })
  await putBlockList(one, sent)
  return size
}

async function putBlock(one: Upload, body: Buffer, number: number): Promise<string> {
  const { container, key, mark, signal } = one
  // Another upload of the same key has another mark. All names of one blob must be equally long.
  const id = Buffer.from(`${mark}-${String(number).padStart(5, '0')}`).toString('base64')
  await patiently(
    container.options.patience,
    () =>
      container.command({
        method: 'PUT',
        key,
        query: { comp: 'block', blockid: id },
        headers: { 'content-md5': md5(body) },
        body,
        permission: 'create new blobs',
        signal,
      }),
    signal,
  )
  return id
}

async function putBlockList(one: Upload, ids: readonly string[]): Promise<void> {
  const { container, key, headers, signal } = one
  const body = Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.map((id) => `<Uncommitted>${id}</Uncommitted>`).join('')}</BlockList>`,
  )
  await patiently(
    container.options.patience,
    async (earlier) => {
      try {
        await container.command({
          method: 'PUT',
          key,
          query: { comp: 'blocklist' },
          headers: { ...headers, 'content-md5': md5(body) },
          body,
          permission: 'create new blobs',
          conditional: true,
          signal,
        })
      } catch (error) {
        // Whoever made the object first has thereby taken the blocks of all others away.
        const lost = azureAnswer(error).code === 'InvalidBlockList'
        if (!lost && !isRefused(error)) throw error
        if (earlier > 0 && (await isOwn(one))) return
        if (!lost) throw error
        // Otherwise the list was damaged on its way: each block was answered for.
        throw (await isThere(one)) ? taken(one, error) : unknownBlocks(one, error)
      }
    },
    signal,
  )
}

function taken({ container }: Upload, cause: unknown): Failure {
  return new Failure('refused', `${container.where}: the key exists already`, { cause })
}

function unknownBlocks({ container }: Upload, cause: unknown): Failure {
  return new Failure('unavailable', `${container.where}: the service does not find the blocks that it took`, {
    cause,
  })
}

async function isThere({ container, key, signal }: Upload): Promise<boolean> {
  try {
    await container.command({ method: 'HEAD', key, permission: 'read', signal })
    return true
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.kind === 'missing') return false
    // Not to be seen with these credentials; but nothing else takes blocks away.
    if (error.kind === 'access') return true
    throw error
  }
}

/** Whether the object that stands in the way is this very upload's: its mark says so, which a list shows as well. */
async function isOwn({ container, key, mark, signal }: Upload): Promise<boolean> {
  const { patience, prefix } = container.options
  return patiently(
    patience,
    async () => {
      try {
        const answer = await container.command({ method: 'HEAD', key, permission: 'read', signal })
        return answer.headers[`x-ms-meta-${markName}`] === mark
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'access') throw error
      }
      try {
        const page = await container.text({
          method: 'GET',
          query: {
            restype: 'container',
            comp: 'list',
            prefix: prefix + key,
            include: 'metadata',
            maxresults: '1',
          },
          permission: 'list',
          signal,
        })
        const [found] = readBlobs(page).blobs
        return found?.name === prefix + key && propertyOf(found.xml, markName) === mark
      } catch (error) {
        if (error instanceof Failure && error.kind === 'access') return false
        throw error
      }
    },
    signal,
  )
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('base64')
}
