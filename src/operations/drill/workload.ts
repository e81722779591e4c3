import { asFailure } from '../../domain/failure.ts'
import type { Instant, Milliseconds } from '../../domain/units.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DrillSession, Line } from '../../ports/laboratory.ts'

/**
 * A small application that writes numbered rows and remembers, outside of the database, which were acknowledged and when. A
 * write that got no answer counts for nothing, whether it is found later or not.
 */
export interface Workload {
  /** Acknowledged writes so far. */
  readonly acknowledged: readonly AcknowledgedWrite[]
  /** When the last write was acknowledged, and since when none was; null while all goes well. */
  readonly failingSince: Instant | null
  /** Why the last attempt failed; null while all goes well. */
  readonly lastFailure: string | null
  /** Waits until so many more writes are acknowledged. @throws the signal's reason */
  untilAcknowledged(count: number): Promise<void>
  /** No write is begun after this. */
  stop(): Promise<void>
}

export interface AcknowledgedWrite {
  sequence: number
  /** When it was acknowledged. */
  at: Instant
}

/** Where the workload writes; a schema of its own, so that nothing of the application's is touched. */
export const journal = { schema: 'lifeboat_drill', table: 'lifeboat_drill.writes' } as const

/** Longer than a good answer takes, shorter than anybody's patience. */
const patience: Milliseconds = 1_000
const retryAfter: Milliseconds = 50

/** Makes the workload's table. Over the server itself: a drill's own preparation. */
export async function makeJournal(session: DrillSession): Promise<void> {
  await session.query('making the schema of the workload', `create schema ${journal.schema}`)
  await session.query(
    'making the table of the workload',
    `create table ${journal.table} (sequence bigint primary key, written_at timestamptz not null default clock_timestamp(), note text not null)`,
  )
}

/** Starts writing. @param rate writes a second that are tried, one after the other */
export function startWorkload(
  line: Line,
  database: string,
  rate: number,
  world: { clock: Clock; signal: AbortSignal },
): Workload {
  const connect = async (): Promise<Writer> => {
    const session = await line.session(database, { patience })
    return {
      write: async (sequence) => {
        await session.query('writing', `insert into ${journal.table} (sequence, note) values ($1, $2)`, [
          sequence,
          `write ${sequence}`,
        ])
      },
      [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
    }
  }
  return startWriting(connect, rate, world)
}

/** Resolves when a write is acknowledged; each number is written once. */
export interface Writer extends AsyncDisposable {
  write(sequence: number): Promise<void>
}

/** As `startWorkload`, wherever the writes go. */
export function startWriting(
  connect: () => Promise<Writer>,
  rate: number,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Workload {
  const acknowledged: AcknowledgedWrite[] = []
  const stopping = new AbortController()
  const either = AbortSignal.any([signal, stopping.signal])
  let waiting: { count: number; resolve: () => void }[] = []
  let failingSince: Instant | null = null
  let lastFailure: string | null = null
  let sequence = 0

  const run = async (): Promise<void> => {
    let writer: Writer | null = null
    const pause = 1_000 / rate
    let due = clock.ticks()
    while (!either.aborted) {
      try {
        writer ??= await connect()
        sequence += 1
        await writer.write(sequence)
        acknowledged.push({ sequence, at: clock.now() })
        failingSince = null
        lastFailure = null
        const { length } = acknowledged
        waiting = waiting.filter(({ count, resolve }) => {
          if (count > length) return true
          resolve()
          return false
        })
        // What a failure has delayed is not caught up with.
        due = Math.max(due + pause, clock.ticks() - pause)
        await clock.sleep(Math.max(0, due - clock.ticks()), either).catch(() => undefined)
      } catch (error) {
        failingSince ??= clock.now()
        lastFailure = asFailure(error).message
        await writer?.[Symbol.asyncDispose]()
        writer = null
        await clock.sleep(retryAfter, either).catch(() => undefined)
      }
    }
    await writer?.[Symbol.asyncDispose]()
  }
  const running = run()
  return {
    acknowledged,
    get failingSince() {
      return failingSince
    },
    get lastFailure() {
      return lastFailure
    },
    untilAcknowledged: async (more) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const onAbort = () => reject(either.reason)
      either.addEventListener('abort', onAbort, { once: true })
      waiting.push({ count: acknowledged.length + more, resolve })
      try {
        either.throwIfAborted()
        await promise
      } finally {
        either.removeEventListener('abort', onAbort)
      }
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

export interface Losses {
  /** Acknowledged writes that did not come back, and their numbers. */
  lost: number
  sequences: ReadonlySet<number>
  /** How old the oldest of them was at the failure; 0 when none is lost. */
  age: Milliseconds
  /** Rows found that were never acknowledged: allowed, since their answer may have been lost. */
  unacknowledged: number
}

/** Compares what was acknowledged with what is there. @param at the moment of the failure */
export async function findLosses(
  session: DrillSession,
  acknowledged: readonly AcknowledgedWrite[],
  at: Instant,
): Promise<Losses> {
  const rows = await session.query(
    'reading the writes that came back',
    `select sequence::text as sequence, note from ${journal.table}`,
  )
  const found = new Set(
    rows.flatMap(({ sequence, note }) => (note === `write ${sequence}` ? [Number(sequence)] : [])),
  )
  return lossesAmong(acknowledged, found, at)
}

/** @param found numbers of the writes that are there */
export function lossesAmong(
  acknowledged: readonly AcknowledgedWrite[],
  found: ReadonlySet<number>,
  at: Instant,
): Losses {
  const lost = acknowledged.filter(({ sequence }) => !found.has(sequence))
  const oldest = lost.reduce((least, write) => Math.min(least, write.at), at)
  const known = new Set(acknowledged.map(({ sequence }) => sequence))
  return {
    lost: lost.length,
    sequences: new Set(lost.map(({ sequence }) => sequence)),
    age: at - oldest,
    unacknowledged: [...found].filter((sequence) => !known.has(sequence)).length,
  }
}
