import { Socket } from 'node:net'
import { Failure } from '../../../domain/failure.ts'
import type { Milliseconds } from '../../../domain/units.ts'
import type { DrillSession } from '../../../ports/laboratory.ts'
import { serverFailure } from '../server-error.ts'

/** How a drill's own connections are known. */
export const tokenSetting = 'lifeboat.drill'
const usualPatience: Milliseconds = 5_000

export interface DrillAddress {
  /** Folder of the socket. */
  host: string
  port: number
  user: string
  password: string
  database: string
}

/**
 * Connects and makes sure that the server bears the token, before anything is done there. Every wait is bounded: over a cut
 * line nobody ever answers.
 * @throws Failure `refused` when the server is none of this laboratory's
 */
export async function openDrillSession(
  address: DrillAddress,
  token: string,
  { patience = usualPatience, signal }: { patience?: Milliseconds; signal: AbortSignal },
): Promise<DrillSession> {
  signal.throwIfAborted()
  const { default: pg } = await import('pg')
  const socket = new Socket()
  const client = new pg.Client({
    ...address,
    ssl: false,
    stream: () => socket,
    application_name: 'lifeboat-drill',
    types: { getTypeParser: () => (value: unknown) => value },
  })
  client.on('error', () => undefined)
  const hangUp = () => void socket.destroy()
  const bounded = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted()
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      reject(new Failure('unavailable', `${doing}: no answer within ${patience} ms`))
      hangUp()
    }, patience)
    try {
      return await Promise.race([work(), late])
    } catch (error) {
      signal.throwIfAborted()
      throw serverFailure(error, doing)
    } finally {
      clearTimeout(timer)
    }
  }
  signal.addEventListener('abort', hangUp, { once: true })
  const close = async () => {
    signal.removeEventListener('abort', hangUp)
    hangUp()
  }
  try {
    await bounded('connecting', () => client.connect())
    const found = await bounded('looking for the token of this drill', () =>
      client.query<{ token: string | null }>(`select current_setting('${tokenSetting}', true) as token`),
    )
    if (found.rows[0]?.token !== token) {
      throw new Failure('refused', 'the server bears no token of this drill: nothing is done there')
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    query: (doing, sql, values = []) =>
      bounded(
        doing,
        async () =>
          (
            await client.query<Record<string, string | null>>(
              sql,
              values.length === 0 ? undefined : [...values],
            )
          ).rows,
      ),
    [Symbol.asyncDispose]: close,
  }
}
