import type { Milliseconds } from '../../domain/units.ts'

/**
 * How long a service may take until it begins to answer a request that carries little to it. Not so for uploads: a part
 * may be long on its way, and completing a large one takes some services minutes.
 */
export const answerWithin: Milliseconds = 20_000

/**
 * Does what ends when its signal is aborted, and gives it up unless it is done in time. What was begun by then, such as the
 * body of an answer, may last as long as it likes, and still ends with the outer signal.
 * @throws an Error with the code ETIMEDOUT
 */
export async function answeredInTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  outer: AbortSignal | undefined,
): Promise<T> {
  const silence = Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(silence), answerWithin)
  try {
    return await work(outer === undefined ? limit.signal : AbortSignal.any([outer, limit.signal]))
  } catch (error) {
    if (limit.signal.aborted && outer?.aborted !== true) throw silence
    throw error
  } finally {
    clearTimeout(timer)
  }
}
