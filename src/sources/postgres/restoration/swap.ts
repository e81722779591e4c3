import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { asFailure, Failure } from '../../../domain/failure.ts'
import { counted } from '../../../domain/units.ts'
import type { ExchangeResult, Restoration } from '../../../ports/restoration.ts'
import type { Finding } from '../../../ports/source.ts'
import type { ArchiveToc } from '../archive/toc.ts'
import { sqlState } from '../server-error.ts'
import { connect, quoteIdentifier, type Session } from '../session.ts'
import { unfitAnswers } from './answers.ts'
import { restoreBeside } from './beside.ts'
import { endSessions, findBound, findUnendable, type Bound } from './bound.ts'
import { holdNames } from './lock.ts'
import { backupStamp, fittedName, workingName } from './names.ts'
import { howToAnswer, refusal } from './obstacles.ts'
import { openDoor, publicUrl } from './place.ts'
import { giveAway } from './properties.ts'
import { makingFindings } from './side-by-side.ts'
import { demandNothingRefused, describeSurvey, survey, type RestoreBase, type Survey } from './survey.ts'

/**
 * Restores beside the database in use, then gives its name to the new one. Both renames are one transaction of a third
 * database, while a second session ends the sessions of both; renaming locks a database's name, so whoever connects
 * meanwhile waits for its end. Until then the application works on the old database as ever; what it writes while the
 * restore runs stays in the old one.
 */
export function openSwap(base: RestoreBase): Restoration {
  const { place, request, record } = base
  const working = workingName(place.database, request.backupId)
  const stack = new AsyncDisposableStack()
  let ready: { door: Session; toc: ArchiveToc } | null = null

  const look = async (
    door: Session,
    artifacts: ArtifactReader | null,
    signal: AbortSignal,
  ): Promise<Survey> => {
    const found = await survey(base, door, artifacts, signal)
    found.findings.push(
      ...(request.selection === null ? [] : [partial()]),
      ...(await makingFindings(door, base, found, working)),
      ...(await swapFindings(door, base)),
      ...unfitAnswers(
        request.answered,
        (await findBound(door, place.database)).map(({ name }) => name),
        found.plan,
      ),
    )
    return found
  }
  return {
    async inspect(signal, artifacts) {
      await using door = await openDoor(place, signal)
      const found = await look(door, artifacts ?? null, signal)
      const isThere = await exists(door, place.database)
      const keptAs = isThere ? await nameToKeep(door, base) : null
      const { steps, ...described } = describeSurvey(found, record)
      return {
        ...described,
        findings: isThere
          ? found.findings
          : [
              ...found.findings,
              {
                level: 'warning',
                text: 'the database that would be replaced is gone, so nothing of it can be kept',
                subjects: [place.database],
              },
            ],
        present: isThere ? 'there' : 'gone',
        place: publicUrl(place.address, place.database),
        keptAs,
        steps: [
          { name: 'make', detail: 'a new database beside the one in use', subjects: [working] },
          ...steps,
          {
            name: 'exchange',
            detail: 'sessions of both databases are ended, and both are renamed in one transaction',
            subjects: [place.database, ...(keptAs === null ? [] : [keptAs])],
          },
        ],
      }
    },
    async restore(run) {
      // Held until the exchange; let go at once when there will be none.
      await using held = new AsyncDisposableStack()
      const door = held.use(await openDoor(place, run.signal))
      await holdNames(door, [place.database, working])
      const found = await look(door, run.artifacts, run.signal)
      demandNothingRefused(found.findings)
      const { plan, result } = await restoreBeside({ ...base, door, working, run, survey: found })
      ready = { door, toc: plan.toc }
      stack.use(held.move())
      return { ...result, database: place.database, place: publicUrl(place.address, place.database) }
    },
    async exchange(signal) {
      if (ready === null) throw new Failure('bug', 'nothing was restored that could be exchanged')
      const { door, toc } = ready
      demandNothingRefused(await swapFindings(door, base))
      return await exchange(base, door, toc, working, signal)
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

function partial(): Finding {
  return refusal(
    'refused',
    'a part of a backup cannot take the place of a whole database',
    'Restore the part side by side, and copy what is needed.',
  )
}

async function exists(session: Session, name: string): Promise<boolean> {
  const rows = await session.query(
    'looking for databases',
    'select from pg_catalog.pg_database where datname = $1',
    [name],
  )
  return rows.length > 0
}

/** The first name for the old database that is not taken. */
async function nameToKeep(session: Session, { place, request }: RestoreBase): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const suffix = `_before_${backupStamp(request.backupId)}${attempt === 1 ? '' : `_${attempt}`}`
    const name = fittedName(place.database, suffix)
    if (!(await exists(session, name))) return name
  }
}

/** What forbids to rename the database in use, each by the name that an answer needs. */
async function swapFindings(door: Session, { place, request }: RestoreBase): Promise<Finding[]> {
  const findings: Finding[] = []
  const bound = (await findBound(door, place.database)).filter(({ name }) => !request.answered.includes(name))
  if (bound.length > 0) {
    findings.push(
      refusal(
        'refused',
        'what is bound to the database in use would not follow its name',
        `Remove it, or ${howToAnswer('logical slot NAME')}: prepared transactions are then rolled back, slots and subscriptions stay with the old database, workers are ended.`,
        bound.map(({ name }) => name),
      ),
    )
  }
  const unendable = await findUnendable(door, [place.database])
  if (unendable.length > 0) {
    findings.push(
      refusal(
        'access',
        `this role may not end the sessions of ${counted(unendable.length, 'role that is connected', 'roles that are connected')}`,
        'Grant pg_signal_backend to it, end those sessions yourself, or restore as a superuser.',
        unendable,
      ),
    )
  }
  const rows = await door.query<{ role: string }>(
    'asking for rights',
    `select r.rolname::text as role from pg_catalog.pg_database d join pg_catalog.pg_roles r on r.oid = d.datdba
     where d.datname = $1 and not pg_catalog.pg_has_role(d.datdba, 'MEMBER')`,
    [place.database],
  )
  if (rows.length > 0) {
    findings.push(
      refusal(
        'access',
        'only the owner of the database in use may rename it',
        'Restore as its owner with CREATEDB, or as a superuser.',
        rows.map((row) => row.role),
      ),
    )
  }
  return findings
}

/** Of a rename: somebody is still connected. */
const objectInUse = '55006'

/** How often both databases are emptied of sessions before it is given up; the server waits 5 s in each. */
const attempts = 3

async function exchange(
  base: RestoreBase,
  door: Session,
  toc: ArchiveToc,
  working: string,
  signal: AbortSignal,
): Promise<ExchangeResult> {
  const { place } = base
  const bound = await findBound(door, place.database)
  const isThere = await exists(door, place.database)
  const kept = isThere ? await nameToKeep(door, base) : null
  await rollBackPrepared(base, bound, signal)
  await using second = await openDoor(place, signal)
  for (let attempt = 1; ; attempt += 1) {
    try {
      await renameBoth(base, { door, second, toc, working, kept, signal })
      break
    } catch (error) {
      signal.throwIfAborted()
      const outcome = await settled(base, working, signal)
      if (outcome === 'exchanged') break
      const failure = asFailure(error)
      const busy = sqlState(failure) === objectInUse
      if (!busy || attempt === attempts) throw inUse(failure, busy, place.database, working)
    }
  }
  return { keptAs: kept, next: whatIsNext(toc, bound) }
}

function inUse(failure: Failure, busy: boolean, database: string, working: string): Failure {
  if (!busy) return failure
  return new Failure('unavailable', 'the database could not be exchanged: sessions kept coming back', {
    hint: 'Nothing was changed. Stop the application, or its pooler, and restore again.',
    subjects: [database, working],
    cause: failure,
  })
}

/** Both renames, owner and comment of the new one, or nothing. */
async function renameBoth(
  { place, context }: RestoreBase,
  exchanged: {
    door: Session
    second: Session
    toc: ArchiveToc
    working: string
    kept: string | null
    signal: AbortSignal
  },
): Promise<void> {
  const { door, second, toc, working, kept, signal } = exchanged
  const doing = 'exchanging the databases'
  const done = new AbortController()
  const ending = (async () => {
    while (!done.signal.aborted) {
      await endSessions(second, [place.database, working])
      await context.clock.sleep(20, AbortSignal.any([signal, done.signal])).catch(() => undefined)
    }
  })()
  try {
    await door.query(doing, 'begin')
    if (kept !== null)
      await door.query(
        doing,
        `alter database ${quoteIdentifier(place.database)} rename to ${quoteIdentifier(kept)}`,
      )
    await door.query(
      doing,
      `alter database ${quoteIdentifier(working)} rename to ${quoteIdentifier(place.database)}`,
    )
    await giveAway(door, toc, place.database, null)
    await door.query(doing, 'commit')
  } catch (error) {
    await door.client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    done.abort()
    await ending.catch(() => undefined)
  }
}

/** After an error it may be unknown whether the last word arrived: the names tell. */
async function settled(
  { place }: RestoreBase,
  working: string,
  signal: AbortSignal,
): Promise<'exchanged' | 'as before'> {
  try {
    await using door = await openDoor(place, signal)
    return (await exists(door, working)) ? 'as before' : 'exchanged'
  } catch (error) {
    throw new Failure('unavailable', 'the server stopped answering in the middle of the exchange', {
      hint: 'Either both databases have their new names, or both their old ones. Look which, and restore again in the second case.',
      subjects: [place.database, working],
      cause: error,
    })
  }
}

/** Answered ones only; a prepared transaction can be ended from inside its own database alone. */
async function rollBackPrepared(
  { place, request }: RestoreBase,
  bound: readonly Bound[],
  signal: AbortSignal,
): Promise<void> {
  const prepared = bound.filter(
    ({ kind, name }) => kind === 'prepared transaction' && request.answered.includes(name),
  )
  if (prepared.length === 0) return
  await using session = await connect(
    { ...place.address, database: place.database },
    { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal },
  )
  for (const { own } of prepared)
    await session.query(
      'rolling back a prepared transaction',
      `rollback prepared '${own.replaceAll("'", "''")}'`,
    )
}

function whatIsNext(toc: ArchiveToc, bound: readonly Bound[]): ExchangeResult['next'] {
  const next: { text: string; subjects: string[] }[] = []
  const of = (kind: Bound['kind']) => bound.filter((thing) => thing.kind === kind).map(({ own }) => own)
  const tell = (text: string, subjects: string[]) => {
    if (subjects.length > 0) next.push({ text, subjects })
  }
  tell(
    'Logical slots stayed with the old database, where they hold back WAL: make them anew on the new one, synchronise their subscribers, and drop the old ones',
    of('logical slot'),
  )
  tell('Subscriptions of the old database still run there: disable them', of('subscription'))
  tell(
    'Subscriptions were restored disabled: enable those that are wanted; dropping the old one drops the publisher’s slot unless slot_name is set to NONE first',
    toc.entries.filter((entry) => entry.description === 'SUBSCRIPTION').map((entry) => entry.tag),
  )
  tell('Prepared transactions were rolled back, as answered', of('prepared transaction'))
  tell('Workers bound to the database were ended; see that they run again', of('background worker'))
  next.push({
    text: 'See that pools and applications have connected again: their sessions were ended.',
    subjects: [],
  })
  return next
}
