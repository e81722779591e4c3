import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { Processes } from '../../../ports/process.ts'
import { connectionString, libpqEnvironment, type PostgresAddress } from '../address.ts'
import type { ArchiveToc, TocEntry } from '../archive/toc.ts'
import type { PostgresTools } from '../tools.ts'

/** An entry that could not be restored. */
export interface RestoreError {
  entry: TocEntry | null
  /** The data itself breaks the constraint that was to be made: the source has damaged data. */
  dataBreaksConstraint: boolean
  /** Whether the archive, the server's disk or the connection is to blame. */
  kind: 'integrity' | 'capacity' | 'unavailable'
}

export interface PgRestoreContext {
  tools: PostgresTools
  processes: Processes
  address: PostgresAddress
  toc: ArchiveToc
  /** Folder with toc.dat, and with the large objects when they are restored. */
  archive: string
  /** Settings of its sessions. */
  settings: Readonly<Record<string, string>>
  /** Restores everything into the database's default tablespace. */
  noTablespaces?: boolean
  signal: AbortSignal
}

/**
 * Runs pg_restore over some entries, in the archive's order, and lists every error with its entry. pg_restore gives no
 * codes, so its untranslated texts (LC_ALL=C) are read here, and only here.
 */
export async function runPgRestore(
  context: PgRestoreContext,
  entries: readonly TocEntry[],
  section: 'pre-data' | 'post-data' | null,
  jobs: number,
): Promise<RestoreError[]> {
  if (entries.length === 0) return []
  const list = join(context.archive, `${section ?? 'objects'}.list`)
  await writeFile(list, entries.map((entry) => `${entry.dumpId};\n`).join(''))
  const errors: RestoreError[] = []
  const byId = new Map(context.toc.entries.map((entry) => [entry.dumpId, entry]))
  await using child = await context.processes.start(
    context.tools.path('pg_restore'),
    [
      `--dbname=${connectionString(context.address.database)}`,
      `--use-list=${list}`,
      ...(section === null ? [] : [`--section=${section}`]),
      ...(jobs > 1 ? [`--jobs=${jobs}`] : []),
      ...(context.noTablespaces === true ? ['--no-tablespaces'] : []),
      '--no-password',
      '--verbose',
      context.archive,
    ],
    {
      environment: libpqEnvironment(context.address, 'lifeboat', {
        TimeZone: 'UTC',
        bytea_output: 'hex',
        ...context.settings,
      }),
      signal: context.signal,
    },
  )
  child.stdin.end()
  child.stdout.resume()
  let current: TocEntry | null = null
  let pending: RestoreError | null = null
  let command: string[] | null = null
  let unread = ''
  for await (const chunk of child.stderr.setEncoding('utf8')) {
    const lines = (unread + String(chunk)).split('\n')
    unread = (lines.pop() ?? '').slice(0, 1024 * 1024)
    for (const line of lines) readLine(line)
  }
  readLine(unread)
  attribute()
  const { code, signal } = await child.ended
  context.signal.throwIfAborted()
  if (code !== 0 && errors.length === 0) {
    throw new Failure(
      'integrity',
      `pg_restore ended with ${signal === null ? `exit code ${code}` : `signal ${signal}`} and named no entry`,
    )
  }
  return errors

  /**
   * An error comes as `pg_restore: error: could not execute query: …`, then `Command was: …`, which is the entry's
   * definition or a part of it. The notice `from TOC entry` is the other sign; with several jobs it may be another's.
   */
  function readLine(line: string): void {
    const entry = /^pg_restore: from TOC entry (\d+);/.exec(line)?.[1]
    const begun = /^Command was: (.*)$/.exec(line)?.[1]
    if (line.startsWith('pg_restore: ')) attribute()
    if (entry !== undefined) current = byId.get(Number(entry)) ?? null
    else if (line.startsWith('pg_restore: error: ')) {
      pending = { entry: current, dataBreaksConstraint: breaksConstraint(line), kind: kindOf(line) }
      errors.push(pending)
    } else if (pending !== null && begun !== undefined) command = [begun]
    else if (command !== null) command.push(line)
    else if (pending !== null && breaksConstraint(line)) pending.dataBreaksConstraint = true
  }

  /** Once the whole command has come: constraints of one table begin with the same line. */
  function attribute(): void {
    if (pending !== null && command !== null) {
      const whole = command.join('\n').trim()
      const first = command[0] ?? whole
      pending.entry =
        entries.find((candidate) => candidate.definition.includes(whole)) ??
        entries.find((candidate) => candidate.definition.includes(first)) ??
        pending.entry
    }
    command = null
  }
}

function kindOf(line: string): RestoreError['kind'] {
  if (/No space left on device|Disk quota exceeded|out of memory|out of shared memory/.test(line))
    return 'capacity'
  return /server closed the connection|terminating connection|could not connect|connection to server|no connection to the server/.test(
    line,
  )
    ? 'unavailable'
    : 'integrity'
}

function breaksConstraint(line: string): boolean {
  return /could not create unique index|violates foreign key constraint|is violated by some row|could not create exclusion constraint|contains null values/.test(
    line,
  )
}
