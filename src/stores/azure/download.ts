import { Readable } from 'node:stream'
import { Failure } from '../../domain/failure.ts'
import type { Bytes } from '../../domain/units.ts'
import type { GetOptions } from '../../ports/store.ts'
import type { HttpAnswer } from '../web/http.ts'
import { resumingBody } from '../web/resuming-body.ts'
import { azureAnswer, type Container } from './container.ts'
import { azureFailure } from './errors.ts'

/** Opens an object, or a part of it; null when there is none. */
export async function download(
  container: Container,
  key: string,
  { offset = 0, length, version, signal }: GetOptions,
): Promise<Readable | null> {
  const one = { container, key, version }
  let answer: HttpAnswer
  try {
    answer = await getBlob(one, offset, length === undefined ? null : offset + length, null, signal)
  } catch (error) {
    const { status, code } = azureAnswer(error)
    // The part begins at the end of the object, or behind it.
    if (status === 416) return Readable.from([])
    // A version that does not exist is named badly, says the service.
    const isNoVersion = version !== undefined && status === 400
    if (isNoVersion || (status === 404 && !code.startsWith('Container'))) return null
    throw error
  }
  const end = offset + Number(answer.headers['content-length'] ?? 0)
  const { etag = null } = answer.headers
  return resumingBody({
    body: answer.body,
    offset,
    end,
    reopen: async (position, own) => {
      try {
        return (await getBlob(one, position, end, etag, own)).body
      } catch (error) {
        throw describe(container, key, error)
      }
    },
    broken: (error) =>
      azureFailure(error, {
        where: container.where,
        container: container.options.container,
        permission: 'read',
      }),
    patience: container.options.patience,
    signal,
  })
}

async function getBlob(
  { container, key, version }: { container: Container; key: string; version: string | undefined },
  offset: Bytes,
  end: Bytes | null,
  etag: string | null,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  const partly = offset > 0 || end !== null
  const answer = await container.request({
    method: 'GET',
    key,
    query: { ...(version !== undefined && { versionid: version }) },
    headers: {
      ...(partly && { range: `bytes=${offset}-${end === null ? '' : end - 1}` }),
      ...(etag !== null && { 'if-match': etag }),
    },
    permission: 'read',
    signal,
  })
  if (partly && answer.headers['content-range']?.startsWith(`bytes ${offset}-`) !== true) {
    answer.body.destroy()
    throw new Failure('config', `${container.where}: the service does not give parts of objects`)
  }
  return answer
}

function describe({ where }: Container, key: string, error: unknown): unknown {
  if (!(error instanceof Failure)) return error
  if (azureAnswer(error).status === 412) {
    return new Failure('integrity', `${where}: ${key} was replaced while it was read`, { cause: error })
  }
  return error.kind === 'missing'
    ? new Failure('missing', `${where}: ${key} was removed while it was read`, { cause: error })
    : error
}
