import { inParallel } from '../../domain/concurrency.ts'
import { counted, formatDuration, type Milliseconds } from '../../domain/units.ts'
import { type Examination, failed, type Found, passed, skipped, type ValidationRules } from './examination.ts'

const group = 'performance'

/** How long the named requests take: so many calls, so many at once, and no more. */
export async function examinePerformance(examination: Examination): Promise<void> {
  const { performance } = examination.rules
  if (performance.length === 0) {
    return examination.check('performance', group, 'response times', async () =>
      skipped('the environment file names no request to measure', 'Name some under validation.performance.'),
    )
  }
  for (const request of performance) {
    await examination.check('performance', group, `response times of ${request.name}`, () =>
      measure(examination, request),
    )
  }
}

async function measure(
  examination: Examination,
  {
    method,
    url,
    headers,
    status,
    timeout,
    calls,
    concurrency,
    p50,
    p95,
  }: ValidationRules['performance'][number],
): Promise<Found> {
  const { http, signal } = examination.ports
  const request = {
    method,
    url: examination.resolveAddress(url),
    headers: examination.headers(headers),
    timeout,
  }
  const times: Milliseconds[] = []
  let wrong = 0
  // Not counted: it opens the connection, and fills caches that real users find filled.
  await http.ask(request, signal)
  await inParallel(Array.from({ length: calls }), concurrency, async () => {
    const answer = await http.ask(request, signal)
    if (answer.status !== status) wrong += 1
    times.push(answer.duration)
  })
  times.sort((a, b) => a - b)
  const half = percentile(times, 50)
  const most = percentile(times, 95)
  const text = `p50 ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms of ${counted(calls, 'call')}, ${concurrency} at once`
  if (wrong > 0) {
    return failed(`${counted(wrong, 'answer')} of ${calls} had another status than ${status}; ${text}`)
  }
  const limits = [
    ...(p50 !== undefined && half > p50 ? [`p50 ${formatDuration(p50)}`] : []),
    ...(most > p95 ? [`p95 ${formatDuration(p95)}`] : []),
  ]
  return limits.length === 0
    ? passed(text)
    : failed(
        `${text}; allowed: ${limits.join(', ')}`,
        'Compare with the version before, and look at the slow queries.',
      )
}

/** The nearest rank: the smallest of the times that so many of 100 do not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0
}
