import { Readable } from 'node:stream'
import { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import type { GetOptions } from '../../ports/store.ts'
import type { HttpAnswer } from '../web/http.ts'
import { resumingBody } from '../web/resuming-body.ts'
import { type Bucket, gcsAnswer } from './bucket.ts'
import { gcsFailure } from './errors.ts'

const permission = 'storage.objects.get'

/** Opens an object, or a part of it. @throws Failure `missing` when there is none */
export async function download(
  bucket: Bucket,
  key: string,
  { offset = 0, length, version, signal }: GetOptions,
): Promise<Readable> {
  let answer: HttpAnswer
  try {
    answer = await getObject(
      { bucket, key },
      offset,
      length === undefined ? null : offset + length,
      version,
      signal,
    )
  } catch (error) {
    // The part begins at the end of the object, or behind it.
    if (gcsAnswer(error).status === 416) return Readable.from([])
    throw error
  }
  const end = offset + Number(answer.headers['content-length'] ?? 0)
  const generation = answer.headers['x-goog-generation']
  return resumingBody({
    body: answer.body,
    offset,
    end,
    reopen: async (position, own) => {
      const one = typeof generation === 'string' ? generation : version
      try {
        return (await getObject({ bucket, key }, position, end, one, own)).body
      } catch (error) {
        throw describe(bucket, key, error)
      }
    },
    broken: (error) => gcsFailure(error, { where: bucket.where, bucket: bucket.options.bucket, permission }),
    patience: bucket.options.patience,
    signal,
  })
}

async function getObject(
  { bucket, key }: { bucket: Bucket; key: string },
  offset: Bytes,
  end: Bytes | null,
  generation: string | undefined,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  const partly = offset > 0 || end !== null
  const answer = await bucket.request({
    method: 'GET',
    key,
    query: { alt: 'media', ...(generation !== undefined && { generation }) },
    headers: partly ? { range: `bytes=${offset}-${end === null ? '' : end - 1}` } : {},
    permission,
    signal,
  })
  if (partly && answer.headers['content-range']?.startsWith(`bytes ${offset}-`) !== true) {
    answer.body.destroy()
    throw new Failure('config', `${bucket.where}: the service does not give parts of objects`)
  }
  return answer
}

/** The generation that was being read is gone: without versions, because another took its place. */
function describe({ where }: Bucket, key: string, error: unknown): unknown {
  return error instanceof Failure && error.kind === 'missing'
    ? new Failure('integrity', `${where}: ${key} was replaced or removed while it was read`, { cause: error })
    : error
}
