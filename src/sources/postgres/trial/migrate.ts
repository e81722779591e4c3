import { Failure } from '../../../domain/failure.ts'
import type { MigrationRun } from '../../../domain/pull-request/catalog.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { ProposedChange } from '../../../ports/trial.ts'
import type { Session } from '../session.ts'
import { serverFailure } from '../server-error.ts'
import { splitStatements } from '../sql-statements.ts'
import { ownSchema } from './watch.ts'

/** What PostgreSQL refuses inside a transaction. */
const alone =
  /^(?:(?:create|drop)\s+(?:unique\s+)?index\s+concurrently|reindex\b.*\bconcurrently|vacuum|create\s+database|drop\s+database|alter\s+system|create\s+tablespace|drop\s+tablespace|alter\s+table\b.*\bdetach\s+partition\b.*\bconcurrently)\b/is
const begins = /^(?:begin|start\s+transaction)\b/i

/**
 * Runs SQL files one after the other, statement by statement, as the migration tool would: a file in one transaction,
 * unless it has its own or holds what cannot be in one. Stops at the first error, and takes back what was not committed.
 * @param hasRows the server's own words and the statement are kept back: they could quote a row
 */
export async function runFiles(
  session: Session,
  { files, transaction, timeout }: Pick<ProposedChange, 'files' | 'transaction' | 'timeout'>,
  hasRows: boolean,
  clock: Clock,
  signal: AbortSignal,
): Promise<Omit<MigrationRun, 'events'>> {
  const started = clock.ticks()
  let statements = 0
  let place = ''
  let statement = ''
  const spent = () => Math.round(clock.ticks() - started)
  try {
    for (const file of files) {
      const parts = splitStatements(file.sql).filter((part) => part !== ';')
      const isOwn = parts.some((part) => begins.test(part))
      const wraps = transaction === 'file' && !isOwn && !parts.some((part) => alone.test(part))
      if (wraps) await session.client.query('begin')
      for (const [index, part] of parts.entries()) {
        signal.throwIfAborted()
        place = `${file.name}, statement ${index + 1}`
        statement = part
        const left = timeout - spent()
        if (left <= 0)
          return {
            outcome: 'stopped',
            duration: spent(),
            failedAt: place,
            trouble: 'the time was up',
            statements,
          }
        await session.client.query(
          `select pg_catalog.set_config('${ownSchema}.place', $1, false), pg_catalog.set_config('statement_timeout', $2, false)`,
          [place, String(Math.ceil(left))],
        )
        await session.client.query(part)
        statements += 1
      }
      if (wraps) await session.client.query('commit')
      else if (isOwn) await session.client.query('rollback')
    }
    return { outcome: 'done', duration: spent(), failedAt: null, trouble: null, statements }
  } catch (error) {
    signal.throwIfAborted()
    const failure = serverFailure(error, 'the server refused it')
    if (failure.kind === 'bug') throw failure
    await session.client.query('rollback').catch(() => undefined)
    const isTimeout =
      failure.cause instanceof Error && 'code' in failure.cause && failure.cause.code === '57014'
    return {
      outcome: isTimeout && spent() >= timeout ? 'stopped' : 'failed',
      duration: spent(),
      failedAt: place,
      trouble: hasRows ? failure.message : `${failure.message}${inFull(failure.cause, statement)}`,
      statements,
    }
  } finally {
    await session.client.query('reset all').catch(() => undefined)
  }
}

/** What the server said, and of which statement. The change can word both, so they are bounded, on one line, and no more than text. */
function inFull(cause: unknown, statement: string): string {
  if (!(cause instanceof Error)) return ''
  const detail = 'detail' in cause && typeof cause.detail === 'string' ? ` ${oneLine(cause.detail, 400)}` : ''
  return `. It said: ${oneLine(cause.message, 400)}.${detail} The statement: ${oneLine(statement, 600)}`
}

function oneLine(text: string, atMost: number): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
  return line.length <= atMost ? line : `${line.slice(0, atMost - 1).toWellFormed()}…`
}

/** A command that migrates. @param run starts it, to its end, and gives its exit code */
export async function runCommand(
  command: readonly string[],
  timeout: number,
  run: (command: readonly string[], signal: AbortSignal) => Promise<number | null>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Omit<MigrationRun, 'events'>> {
  const started = clock.ticks()
  const timer = new AbortController()
  const expired = clock.sleep(timeout, timer.signal).then(
    () => true,
    () => false,
  )
  const stop = new AbortController()
  void expired.then((isUp) => {
    if (isUp) stop.abort(new Failure('objective', 'the migrations took longer than they may'))
  })
  const result = { failedAt: null, statements: null }
  try {
    const code = await run(command, AbortSignal.any([signal, stop.signal]))
    const duration = Math.round(clock.ticks() - started)
    return code === 0
      ? { ...result, outcome: 'done', duration, trouble: null }
      : { ...result, outcome: 'failed', duration, trouble: 'the command ended with an error' }
  } catch (error) {
    signal.throwIfAborted()
    if (!stop.signal.aborted) throw error
    return {
      ...result,
      outcome: 'stopped',
      duration: Math.round(clock.ticks() - started),
      trouble: 'the time was up',
    }
  } finally {
    timer.abort()
  }
}
