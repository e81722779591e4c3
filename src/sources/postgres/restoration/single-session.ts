import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import { readScript, type TocEntry } from '../archive/toc.ts'
import { atomicallyWithin, type AccessContext, type RestoreAccess } from '../restore/access.ts'
import type { RestoreError } from '../restore/pg-restore.ts'
import { sqlState } from '../server-error.ts'
import type { Session } from '../session.ts'

/** Something that is not in a schema was there already. */
const duplicate = '42710'

export interface SingleSession extends RestoreAccess {
  /** What was there already and stayed as it is: event triggers, publications, servers… */
  readonly stayed: TocEntry[]
}

/**
 * One session for all of a restore, in a transaction that somebody else begins and ends. pg_restore only writes the
 * script; the session runs it, entry by entry.
 */
export function accessBySession(session: Session, context: AccessContext): SingleSession {
  const shared: Session = {
    client: session.client,
    keyPid: session.keyPid,
    broken: session.broken,
    query: session.query.bind(session),
    rows: session.rows.bind(session),
    async [Symbol.asyncDispose]() {},
  }
  const stayed: TocEntry[] = []
  return {
    stayed,
    sessions: 1,
    open: async () => shared,
    atomically: atomicallyWithin,
    async define(entries, section) {
      const errors: RestoreError[] = []
      for (const part of await scriptOf(context, entries, section)) {
        context.signal.throwIfAborted()
        try {
          await atomicallyWithin(shared, 'restoring a definition', () =>
            shared.query('restoring a definition', part),
          )
        } catch (error) {
          context.signal.throwIfAborted()
          if (!(error instanceof Failure) || error.kind === 'unavailable' || error.kind === 'cancelled')
            throw error
          const entry = entries.find(({ definition }) => part.includes(definition.trim())) ?? null
          if (entry !== null && entry.schema === '' && sqlState(error) === duplicate) stayed.push(entry)
          else
            errors.push({
              entry,
              dataBreaksConstraint: sqlState(error)?.startsWith('23') === true,
              kind: error.kind === 'capacity' ? 'capacity' : 'integrity',
            })
        }
      }
      return errors
    },
  }
}

/** A script, cut where pg_restore writes the heading of an entry. The server itself splits a part into statements. */
async function scriptOf(
  { tools, processes, archive, noTablespaces, signal }: AccessContext,
  entries: readonly TocEntry[],
  section: 'pre-data' | 'post-data' | null,
): Promise<string[]> {
  if (entries.length === 0) return []
  const list = join(archive, 'script.list')
  const file = join(archive, 'script.sql')
  await writeFile(list, entries.map((entry) => `${entry.dumpId};\n`).join(''))
  const ended = await processes.run(
    tools.path('pg_restore'),
    [
      `--use-list=${list}`,
      ...(section === null ? [] : [`--section=${section}`]),
      ...(noTablespaces === true ? ['--no-tablespaces'] : []),
      `--file=${file}`,
      archive,
    ],
    { environment: { LC_ALL: 'C' }, signal },
  )
  signal.throwIfAborted()
  if (ended.code !== 0)
    throw new Failure('integrity', 'pg_restore could not write the script of the definitions')
  const script = readScript(await readFile(file))
  await rm(file)
  return (
    script
      // The driver speaks UTF-8, and the backslash commands are psql's.
      .replaceAll(/^SET client_encoding = .*$/gm, '')
      .replaceAll(/^\\(?:un)?restrict .*$/gm, '')
      .split(/^--\n(?=-- Name: )/m)
      .filter((part) => part.split('\n').some((line) => line !== '' && !line.startsWith('--')))
  )
}
