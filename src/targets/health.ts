import { Failure } from '../domain/failure.ts'
import { formatDuration, type Milliseconds } from '../domain/units.ts'
import type { HealthProbe } from '../ports/target.ts'

export interface HealthOptions {
  url: string
  attempts: number
  interval: Milliseconds
  /** Of one attempt. */
  timeout: Milliseconds
  status: number
  /** What follows for the person, when it never was well: what the caller has done by then. */
  whenUnwell?: string
}

/** Asks a URL until it answers with the status. Redirects are not followed: they are an answer too. */
export function createHealthProbe({
  url,
  attempts,
  interval,
  timeout,
  status,
  whenUnwell,
}: HealthOptions): HealthProbe {
  const what = withoutSecrets(url)
  return {
    what,
    wait: async (clock, signal) => {
      let last = ''
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        if (attempt > 1) await clock.sleep(interval, signal)
        const answer = await ask(url, timeout, signal)
        if (answer === status) return { attempts: attempt }
        last = typeof answer === 'number' ? `it answered ${answer}, not ${status}` : answer
      }
      throw new Failure(
        'unavailable',
        `the application did not become well: ${what} was asked ${attempts === 1 ? 'once' : `${attempts} times, every ${formatDuration(interval)}`}; at last ${last}`,
        {
          hint: ['Look at the log of the application, and whether this is its URL.', whenUnwell ?? '']
            .join(' ')
            .trim(),
        },
      )
    },
  }
}

/** The status; or, in words, why there is none. */
async function ask(url: string, timeout: Milliseconds, signal: AbortSignal): Promise<number | string> {
  signal.throwIfAborted()
  const late = AbortSignal.timeout(timeout)
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { 'user-agent': 'lifeboat', 'cache-control': 'no-cache' },
      signal: AbortSignal.any([signal, late]),
    })
    await response.body?.cancel()
    return response.status
  } catch (error) {
    signal.throwIfAborted()
    if (late.aborted) return `it did not answer within ${formatDuration(timeout)}`
    const code = error instanceof Error && error.cause instanceof Error ? codeOf(error.cause) : null
    return `it could not be reached${code === null ? '' : ` (${code})`}`
  }
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** A query may hold a token, and a URL a password. */
function withoutSecrets(text: string): string {
  if (!URL.canParse(text)) throw new Failure('config', 'target.health.url is no URL')
  const { protocol, host, pathname } = new URL(text)
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new Failure('config', 'target.health.url is no URL of http:// or https://')
  }
  return `${protocol}//${host}${pathname}`
}
