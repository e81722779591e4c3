import type { PostgresConfig } from '../../domain/environment/schema.ts'
import { counted, formatDuration, type Instant, type Milliseconds } from '../../domain/units.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { RedisConfig } from '../../ports/service-probes.ts'
import { type Examination, failed, type Found, passed, skipped, type ValidationRules } from './examination.ts'

const group = 'service health'

/** Whether each service answers its clients, and in time; unless in a hurry, whether it has its data. */
export async function examineServices(examination: Examination): Promise<void> {
  await endpoints(examination)
  for (const source of examination.environment.sources) {
    if (source.type === 'postgres') await postgres(examination, source)
    if (source.type === 'redis') await redis(examination, source)
  }
  await workers(examination)
}

async function endpoints(examination: Examination): Promise<void> {
  const { environment, ports, rules } = examination
  const health = environment.target?.health
  if (rules.endpoints.length === 0 && health === undefined) {
    return examination.check('endpoints', group, 'HTTP', async () =>
      skipped('the environment file names no endpoint', 'Name some under validation.endpoints.'),
    )
  }
  if (health !== undefined) {
    await examination.check('endpoints', group, 'HTTP health', async () => {
      const answer = await ports.http.ask(
        { method: 'GET', url: examination.resolveAddress(health.url), timeout: health.timeout },
        ports.signal,
      )
      return judgeAnswer(answer, health.status, null)
    })
  }
  for (const endpoint of rules.endpoints) {
    await examination.check('endpoints', group, `HTTP ${endpoint.name}`, async () => {
      const { method, url, headers, status, timeout, maxLatency } = endpoint
      const answer = await ports.http.ask(
        { method, url: examination.resolveAddress(url), headers: examination.headers(headers), timeout },
        ports.signal,
      )
      return judgeAnswer(answer, status, maxLatency)
    })
  }
}

/** @param most how long it may have taken; null for no limit */
export function judgeAnswer(
  answer: { status: number; size: number; duration: Milliseconds },
  status: number,
  most: Milliseconds | null,
): Found {
  const what = `${answer.status}, ${counted(answer.size, 'byte')}, ${formatDuration(answer.duration)}`
  if (answer.status !== status)
    return failed(`answered ${what}; ${status} is right`, lookAtLog, 'unavailable')
  if (most !== null && answer.duration > most) {
    return failed(`answered ${what}; ${formatDuration(most)} is allowed`)
  }
  return passed(`answered ${what}`)
}

const lookAtLog = 'Look at the log of the application.'

async function postgres(examination: Examination, source: PostgresConfig): Promise<void> {
  const { ports, rules, environment } = examination
  const { signal } = ports
  const name = `PostgreSQL ${source.name}`
  await examination.check('postgresql', group, `${name} answers`, async () => {
    const { latency, version } = await answered(ports.probes.postgres(source).ask(signal))
    return judgeLatency(`${version} answered`, latency, rules.latency.postgres)
  })
  if (!examination.isThorough) return
  const isFirst = environment.sources.find(({ type }) => type === 'postgres') === source
  if (isFirst) {
    await examination.check('tables', group, `${name} has its tables`, () =>
      tables(examination, source, rules.tables),
    )
  }
  if (source.checks.length === 0) {
    await examination.check('assertions', group, `${name} assertions`, async () =>
      skipped(
        'the environment file asserts nothing about its data',
        'Name checks of the source: each a sentence, and a query that is true while it holds.',
      ),
    )
  }
  for (const { name: sentence, sql } of source.checks) {
    await examination.check('assertions', group, `${name}: ${sentence}`, async () =>
      (await answered(ports.probes.postgres(source).holds(sql, signal)))
        ? passed('it holds')
        : failed('it does not hold', 'Look at the rows that break it.', 'integrity'),
    )
  }
}

/** That a server says no, as its database or a table is gone, is an answer: not a lack of what the check needs. */
async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind !== 'config' && failure.kind !== 'missing') throw error
    const { message, hint, subjects } = failure
    throw new Failure('integrity', message, {
      ...(hint === undefined ? {} : { hint }),
      subjects,
      cause: error,
    })
  }
}

async function tables(
  { ports }: Examination,
  source: PostgresConfig,
  names: ValidationRules['tables'],
): Promise<Found> {
  if (names.length === 0) {
    return skipped('the environment file names no tables', 'Name some under validation.tables.')
  }
  const found = await answered(ports.probes.postgres(source).tables(names, ports.signal))
  const bad = [...found].filter(([, state]) => state !== 'filled')
  if (bad.length === 0) return passed(`${counted(names.length, 'table')} with rows`)
  const missing = bad.filter(([, state]) => state === 'missing').length
  return {
    ...failed(
      `of ${counted(names.length, 'table')} ${missing} missing and ${bad.length - missing} empty`,
      'Compare with the newest backup; lifeboat restore brings tables back beside those in use.',
      'integrity',
    ),
    subjects: bad.map(([name]) => name),
  }
}

async function redis(examination: Examination, source: RedisConfig): Promise<void> {
  const { ports, rules } = examination
  const name = `Redis ${source.name}`
  await examination.check('redis', group, `${name} answers`, async () => {
    const { latency, version, loading } = await ports.probes.redis(source).ping(ports.signal)
    if (loading) return failed('it is still loading its data', undefined, 'unavailable')
    return judgeLatency(`${version} answered`, latency, rules.latency.redis)
  })
  if (!examination.isThorough) return
  await examination.check('redis-data', group, `${name} has its data`, async () => {
    const { keys } = await ports.probes.redis(source).ping(ports.signal)
    const text = counted(keys, 'key')
    return keys >= rules.redisKeys
      ? passed(text)
      : failed(`${text}; ${rules.redisKeys} or more are expected`, undefined, 'integrity')
  })
}

function judgeLatency(what: string, latency: Milliseconds, most: Milliseconds): Found {
  const took = `${what} within ${latency.toFixed(1)} ms`
  return latency <= most ? passed(took) : failed(`${took}; ${most} ms are allowed`)
}

async function workers(examination: Examination): Promise<void> {
  const { ports, rules } = examination
  if (rules.workers.length === 0) {
    return examination.check('workers', group, 'workers', async () =>
      skipped(
        'the environment file names no worker',
        'Name each under validation.workers, or leave the check out.',
      ),
    )
  }
  for (const worker of rules.workers) {
    await examination.check('workers', group, `worker ${worker.name}`, async () => {
      if (worker.type === 'http') {
        const { method, url, headers, status, timeout } = worker
        const request = {
          method,
          url: examination.resolveAddress(url),
          headers: examination.headers(headers),
          timeout,
        }
        return judgeAnswer(await ports.http.ask(request, ports.signal), status, null)
      }
      if (worker.type === 'sql') {
        const source = sourceOf(examination, worker.source, 'postgres')
        return (await answered(ports.probes.postgres(source).holds(worker.sql, ports.signal)))
          ? passed('its query says that it is at work')
          : failed('its query says that it is not at work', 'Look at the log of the worker.', 'unavailable')
      }
      const source = sourceOf(examination, worker.source, 'redis')
      const value = await ports.probes.redis(source).value(worker.key, ports.signal)
      return judgeHeartbeat(value, ports.clock.now(), worker.maxAge)
    })
  }
}

function judgeHeartbeat(value: string | null, now: Instant, most: Milliseconds): Found {
  const hint = 'Look at the log of the worker.'
  if (value === null) return failed('it has left no sign of life', hint, 'unavailable')
  const at = instantOf(value)
  if (at === null) return failed('its sign of life is no time', hint)
  const age = Math.max(0, now - at)
  const text = `last sign of life ${formatDuration(age)} ago`
  return age <= most
    ? passed(text)
    : failed(`${text}; ${formatDuration(most)} are allowed`, hint, 'unavailable')
}

/** Seconds or milliseconds of the epoch, or ISO 8601. */
function instantOf(text: string): Instant | null {
  if (/^\d{9,11}(\.\d+)?$/.test(text)) return Number(text) * 1_000
  if (/^\d{12,14}$/.test(text)) return Number(text)
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : at
}

function sourceOf<Type extends 'postgres' | 'redis'>(
  { environment }: Examination,
  name: string,
  type: Type,
): Extract<Examination['environment']['sources'][number], { type: Type }> {
  const source = environment.sources.find(
    (candidate): candidate is Extract<typeof candidate, { type: Type }> =>
      candidate.name === name && candidate.type === type,
  )
  if (source !== undefined) return source
  throw new Failure('config', `there is no ${type} source of the name ${name}`)
}
