import { createHash } from 'node:crypto'
import { Failure } from '../../domain/failure.ts'
import { patiently } from '../backoff.ts'
import type { Bucket } from './bucket.ts'
import { lockFields, objectFields, readObject } from './object.ts'

/** One upload: where it goes, and the mark by which it knows its own work again. */
export interface Upload {
  bucket: Bucket
  key: string
  mark: string
  /** The object's resource as it is to be. */
  resource: Record<string, unknown>
  signal: AbortSignal | undefined
}

export const permission = 'storage.objects.create'
export const allFields = `${objectFields},${lockFields}`

/** Resource and bytes in one request. The service compares the digest before it stores anything. */
export async function insert(
  { bucket, mark, resource, signal }: Pick<Upload, 'bucket' | 'mark' | 'resource' | 'signal'>,
  bytes: Buffer,
  condition: Record<string, string> = { ifGenerationMatch: '0' },
): Promise<Record<string, unknown>> {
  const boundary = `lifeboat-${mark}`
  const described = JSON.stringify({ ...resource, md5Hash: md5(bytes) })
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-type: application/json; charset=UTF-8\r\n\r\n${described}\r\n` +
        `--${boundary}\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return bucket.json({
    method: 'POST',
    path: uploadPath(bucket),
    query: { uploadType: 'multipart', ...condition, fields: objectFields },
    headers: { 'content-type': `multipart/related; boundary=${boundary}` },
    body,
    permission,
    conditional: true,
    digested: resource['retention'] === undefined,
    signal,
  })
}

export function uploadPath({ options }: Bucket): string {
  return `/upload/storage/v1/b/${encodeURIComponent(options.bucket)}/o`
}

/** Whether the object that stands in the way is this very upload's: its mark says so, which a list shows as well. */
export async function isOwn({ bucket, key, mark, signal }: Upload): Promise<boolean> {
  const { patience, prefix, bucket: name } = bucket.options
  return patiently(
    patience,
    async () => {
      try {
        const found = await bucket.json({
          method: 'GET',
          key,
          query: { fields: objectFields },
          permission: 'storage.objects.get',
          signal,
        })
        return readObject(found, prefix).mark === mark
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'access') throw error
      }
      try {
        const page = await bucket.json({
          method: 'GET',
          path: `/storage/v1/b/${encodeURIComponent(name)}/o`,
          query: { prefix: prefix + key, maxResults: '1', fields: `items(${objectFields})` },
          permission: 'storage.objects.list',
          signal,
        })
        const [found] = itemsOf(page)
        return found !== undefined && readObject(found, prefix).mark === mark
      } catch (error) {
        if (error instanceof Failure && error.kind === 'access') return false
        throw error
      }
    },
    signal,
  )
}

export function itemsOf(page: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(page['items']) ? (page['items'] as Record<string, unknown>[]) : []
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('base64')
}
