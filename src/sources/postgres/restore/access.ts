import { randomUUID } from 'node:crypto'
import type { Processes } from '../../../ports/process.ts'
import type { PostgresAddress } from '../address.ts'
import type { ArchiveToc, TocEntry } from '../archive/toc.ts'
import { connect, type Session } from '../session.ts'
import type { PostgresTools } from '../tools.ts'
import { dataSettings } from './data-settings.ts'
import { runPgRestore, type RestoreError } from './pg-restore.ts'

/** How a restore reaches the database that it fills. */
export interface RestoreAccess {
  /** How many sessions may be open at once. */
  readonly sessions: number
  /** A session under the settings of data; disposed by who opened it. */
  readonly open: () => Promise<Session>
  /** All of the work or nothing of it takes effect. */
  atomically<T>(session: Session, doing: string, work: () => Promise<T>): Promise<T>
  /** Makes what some entries define, in the archive's order, and lists every error. */
  define(
    entries: readonly TocEntry[],
    section: 'pre-data' | 'post-data' | null,
    jobs: number,
  ): Promise<RestoreError[]>
}

export interface AccessContext {
  address: PostgresAddress
  lcMonetary: string
  /** Further settings of every session, also of pg_restore's. */
  settings: Readonly<Record<string, string>>
  noTablespaces?: boolean
  tools: PostgresTools
  processes: Processes
  toc: ArchiveToc
  /** Folder with toc.dat. */
  archive: string
  signal: AbortSignal
}

/** Many connections, each table in a transaction of its own, definitions by pg_restore. */
export function accessByConnections(context: AccessContext): RestoreAccess {
  return {
    sessions: Infinity,
    open: () =>
      connect(context.address, {
        applicationName: 'lifeboat',
        settings: { ...dataSettings(context.lcMonetary), ...context.settings },
        signal: context.signal,
      }),
    atomically: (session, doing, work) => between(session, doing, ['begin', 'commit', 'rollback'], work),
    define: (entries, section, jobs) => runPgRestore(context, entries, section, jobs),
  }
}

/** Inside a transaction that somebody else begins and ends. */
export function atomicallyWithin<T>(session: Session, doing: string, work: () => Promise<T>): Promise<T> {
  const name = `"${randomUUID()}"`
  return between(
    session,
    doing,
    [`savepoint ${name}`, `release savepoint ${name}`, `rollback to savepoint ${name}`],
    work,
  )
}

async function between<T>(
  session: Session,
  doing: string,
  [begin, end, undo]: readonly [string, string, string],
  work: () => Promise<T>,
): Promise<T> {
  await session.query(doing, begin)
  try {
    const result = await work()
    await session.query(doing, end)
    return result
  } catch (error) {
    await session.query(doing, undo).catch(() => undefined)
    throw error
  }
}
