import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { Failure } from '../../../domain/failure.ts'
import type { Check } from '../../../domain/verdict.ts'
import { counted } from '../../../domain/units.ts'
import type { Restoration, RestorationContext, RestorationResult } from '../../../ports/restoration.ts'
import type { Finding } from '../../../ports/source.ts'
import { CheckRecorder } from '../../check-recorder.ts'
import { layOutArchive } from '../restore/archive-folder.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import { dataSettings } from '../restore/data-settings.ts'
import { restoreArchive } from '../restore/restore.ts'
import { connect, quoteIdentifier, type Session } from '../session.ts'
import { unfitAnswers } from './answers.ts'
import { findProgramsFor, sessionSettings } from './beside.ts'
import { forcedPolicies } from './forced-policies.ts'
import { holdNames } from './lock.ts'
import { backupStamp, fittedName } from './names.ts'
import { objectName, refusal } from './obstacles.ts'
import { publicUrl } from './place.ts'
import { proveDataEqual } from './proof.ts'
import { bringRoles } from './roles.ts'
import { accessBySession } from './single-session.ts'
import {
  demandNothingRefused,
  describeSurvey,
  leftOut,
  survey,
  type RestoreBase,
  type Survey,
} from './survey.ts'

/**
 * For servers on which no database may be made: the schemas of the backup are moved aside by renaming, and the backup is
 * restored under their names. All of it is one transaction of one session: `restore` does the work and proves it inside,
 * `exchange` commits. Until then every other session sees and uses the schemas as they were, and what it writes stays in
 * them; should anything end the restore, a kill or a crash of the server too, the server takes it all back by itself.
 * From the commit on, names lead to what was restored, and the former schemas stand under other names. Sessions are not
 * ended. It is slower than the other modes, since one session does everything, and needs locks for every object.
 *
 * What is in no schema (event triggers, publications, servers…) stays as it is where it exists. Large objects are in no
 * schema either and cannot be moved aside: a backup that has some is refused, unless `large objects` is answered; they
 * are then left out.
 */
export function openInPlace(base: RestoreBase): Restoration {
  const { place, record } = base
  const stack = new AsyncDisposableStack()
  let ready: { session: Session; moved: Moved[]; stayed: string[] } | null = null
  const enter = (signal: AbortSignal) =>
    connect(
      { ...place.address, database: place.database },
      { applicationName: 'lifeboat', settings: { default_transaction_read_only: 'off' }, signal },
    )
  const look = async (session: Session, artifacts: ArtifactReader | null, signal: AbortSignal) => {
    const found = await survey(base, session, artifacts, signal)
    const moved = await findMoved(session, base, found.plan)
    found.findings.push(
      ...(await placeFindings(session, base, found, moved)),
      ...unfitAnswers(base.request.answered, record.largeObjects > 0 ? ['large objects'] : [], found.plan),
    )
    return { found, moved }
  }
  return {
    async inspect(signal, artifacts) {
      await using session = await enter(signal)
      const { found, moved } = await look(session, artifacts ?? null, signal)
      const { steps, ...described } = describeSurvey(found, record)
      return {
        ...described,
        findings: found.findings,
        present: 'there',
        place: publicUrl(place.address, place.database),
        keptAs: moved.length === 0 ? null : moved.map(({ aside }) => aside).join(', '),
        steps: [
          {
            name: 'move aside',
            detail: 'schemas of the backup are renamed',
            subjects: moved.map(({ schema }) => schema),
          },
          ...steps,
          {
            name: 'commit',
            detail: 'all at once, names lead to what was restored',
            subjects: moved.map(({ aside }) => aside),
          },
        ],
      }
    },
    async restore(run) {
      await using held = new AsyncDisposableStack()
      const lock = held.use(await enter(run.signal))
      await holdNames(lock, [place.database])
      const { found, moved } = await look(lock, run.artifacts, run.signal)
      demandNothingRefused(found.findings)
      const { plan } = found
      if (plan === null) throw new Failure('bug', 'the archive was not looked into')
      const { session, stayed, result } = await restoreInside(base, { plan, found, moved, run, lock }, held)
      ready = { session, moved, stayed }
      stack.use(held.move())
      return result
    },
    async exchange(signal) {
      if (ready === null) throw new Failure('bug', 'nothing was restored that could be exchanged')
      const { session, moved, stayed } = ready
      const keptAs = moved.length === 0 ? null : moved.map(({ aside }) => aside).join(', ')
      try {
        await session.query('putting the restored schemas in place', 'commit')
      } catch (error) {
        signal.throwIfAborted()
        // It may be unknown whether the commit arrived: the names tell.
        await using again = await enter(signal)
        if (
          moved.length === 0 ||
          (
            await existing(
              again,
              moved.map(({ aside }) => aside),
            )
          ).size === 0
        )
          throw error
      }
      return {
        keptAs,
        next: [
          ...(stayed.length === 0
            ? []
            : [
                {
                  text: 'Objects that are in no schema were there already and stayed as they are: see that they fit; they may still name the former tables and functions',
                  subjects: stayed,
                },
              ]),
          {
            text: 'The former schemas are kept under these names; what was written after the backup is there. Drop them when nobody needs them',
            subjects: moved.map(({ aside }) => aside),
          },
        ],
      }
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

interface Moved {
  schema: string
  aside: string
  /** The owner that the schema gets: as in the backup, or as it was. */
  owner: string
  extensions: { name: string; relocatable: boolean }[]
}

async function existing(session: Session, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await session.query<{ name: string; owner: string }>(
    'looking for schemas',
    `select nspname::text as name, pg_catalog.pg_get_userbyid(nspowner)::text as owner from pg_catalog.pg_namespace where nspname = any ($1)`,
    [names],
  )
  return new Map(rows.map((row) => [row.name, row.owner]))
}

/** The schemas that the backup has and that are there now. Without the archive, those of its tables. */
async function findMoved(
  session: Session,
  { record, request }: RestoreBase,
  plan: ArchivePlan | null,
): Promise<Moved[]> {
  const wanted = new Set(
    plan === null
      ? record.tables.map((table) => table.schema)
      : // A schema with nothing but extensions in it stays.
        plan.toc.entries.flatMap((entry) => (entry.schema === '' ? [] : [entry.schema])),
  )
  for (const name of wanted) if (/^pg_|^information_schema$/.test(name)) wanted.delete(name)
  const there = await existing(session, [...wanted])
  const extensions = await session.query<{ schema: string; name: string; relocatable: string }>(
    'looking for extensions',
    `select n.nspname::text as schema, e.extname::text as name, e.extrelocatable::text as relocatable
     from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace`,
  )
  const moved: Moved[] = []
  for (const [schema, owner] of there) {
    let aside = fittedName(schema, `_before_${backupStamp(request.backupId)}`)
    for (let attempt = 2; (await existing(session, [aside])).size > 0; attempt += 1)
      aside = fittedName(schema, `_before_${backupStamp(request.backupId)}_${attempt}`)
    const entry = plan?.toc.entries.find(({ description, tag }) => description === 'SCHEMA' && tag === schema)
    moved.push({
      schema,
      aside,
      owner: entry === undefined || entry.owner === '' ? owner : entry.owner,
      extensions: extensions
        .filter((extension) => extension.schema === schema)
        .map(({ name, relocatable }) => ({ name, relocatable: relocatable === 'true' })),
    })
  }
  return moved
}

async function placeFindings(
  session: Session,
  { request, record }: RestoreBase,
  { plan, facts }: Survey,
  moved: readonly Moved[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  if (request.selection !== null)
    findings.push(
      refusal(
        'refused',
        'a part of a backup cannot be restored in place',
        'Restore the part side by side, and copy what is needed.',
      ),
    )
  const fixed = moved.flatMap(({ extensions }) => extensions.filter(({ relocatable }) => !relocatable))
  if (fixed.length > 0)
    findings.push(
      refusal(
        'refused',
        `${counted(fixed.length, 'extension stands', 'extensions stand')} in a schema of the backup and cannot be moved out of it`,
        'Restore side by side or by swap, where a database can be made.',
        fixed.map(({ name }) => `extension ${name}`),
      ),
    )
  const foreign = facts.superuser ? [] : moved.flatMap(({ extensions }) => extensions)
  if (foreign.length > 0)
    findings.push(
      refusal(
        'access',
        `only a superuser may take ${counted(foreign.length, 'extension along that stands', 'extensions along that stand')} in a schema of the backup`,
        'Restore as a superuser, or keep extensions in a schema of their own.',
        foreign.map(({ name }) => `extension ${name}`),
      ),
    )
  if (record.largeObjects > 0 && !request.answered.includes('large objects'))
    findings.push(
      refusal(
        'refused',
        `the backup has ${counted(record.largeObjects, 'large object, which is', 'large objects, which are')} in no schema and cannot be moved aside`,
        'Restore side by side or by swap, or give --answered "large objects" to leave them out.',
        ['large objects'],
      ),
    )
  const [right] = await session.query<{ create: string; locks: string }>(
    'asking for rights',
    `select pg_catalog.has_database_privilege(current_database(), 'CREATE')::text as create,
       (current_setting('max_locks_per_transaction')::int * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int))::text as locks`,
  )
  if (right?.create !== 'true')
    findings.push(
      refusal('access', 'this role may not make schemas in the database', 'GRANT CREATE ON DATABASE to it.'),
    )
  const rows = await session.query<{ name: string }>(
    'asking for rights',
    "select nspname::text as name from pg_catalog.pg_namespace where nspname = any ($1) and not pg_catalog.pg_has_role(nspowner, 'USAGE')",
    [moved.map(({ schema }) => schema)],
  )
  if (rows.length > 0)
    findings.push(
      refusal(
        'access',
        `only their owners may rename ${rows.length} of the schemas`,
        'Restore as their owner, or grant the owner to the restoring role.',
        rows.map(({ name }) => name),
      ),
    )
  const needed = (plan?.toc.entries ?? []).filter(({ description }) =>
    /^(TABLE|INDEX|CONSTRAINT|SEQUENCE|VIEW|MATERIALIZED VIEW)$/.test(description),
  ).length
  // A table takes a lock for itself, its TOAST table and that one's index.
  if (needed * 2 > Number(right?.locks ?? Infinity))
    findings.push(
      refusal(
        'capacity',
        `the restore needs locks for about ${needed * 2} objects in one transaction, and the server has room for ${right?.locks}`,
        'Raise max_locks_per_transaction, or restore side by side or by swap.',
      ),
    )
  return findings
}

/** Everything but the commit. */
async function restoreInside(
  base: RestoreBase,
  inside: {
    plan: ArchivePlan
    found: Survey
    moved: readonly Moved[]
    run: RestorationContext
    lock: Session
  },
  held: AsyncDisposableStack,
): Promise<{ session: Session; stayed: string[]; result: RestorationResult }> {
  const { record, context, place } = base
  const { plan, found, moved, run, lock } = inside
  const { signal } = run
  const wrong: Check[] = []
  const checks = new CheckRecorder(
    (check) => {
      if (check.status === 'failed') wrong.push(check)
      run.check(check)
    },
    context.clock,
    signal,
  )
  const tools = await findProgramsFor(base, signal)
  await using archive = await layOutArchive({
    record,
    artifacts: run.artifacts,
    spool: context.spool,
    signal,
  })
  const { lcMonetary, settings } = await sessionSettings(lock, record)
  const address = { ...place.address, database: place.database }
  const session = held.use(
    await connect(address, {
      applicationName: 'lifeboat',
      settings: { ...dataSettings(lcMonetary), ...settings, synchronous_commit: 'on' },
      signal,
    }),
  )
  const doing = 'moving schemas aside'
  await session.query(doing, 'begin')
  const roles = await bringRoles(session, {
    plan,
    record,
    artifacts: run.artifacts,
    facts: found.facts,
    signal,
  })
  for (const one of moved) await moveAside(session, one, record.serverMajor)
  const access = accessBySession(session, {
    address,
    lcMonetary,
    settings,
    tools,
    processes: context.processes,
    toc: plan.toc,
    archive: archive.path,
    noTablespaces: found.missingTablespaces.length > 0,
    signal,
  })
  const schemas = new Set(moved.map(({ schema }) => schema))
  const present = await existing(
    session,
    plan.toc.entries.map((entry) => entry.tag),
  )
  const extensions = await session.query<{ tag: string }>(
    'looking for extensions',
    "select 'EXTENSION ' || extname as tag from pg_catalog.pg_extension",
  )
  const there = new Set(extensions.map(({ tag }) => tag))
  const excluded = new Set(found.excluded)
  for (const entry of plan.toc.entries) {
    const made = entry.description === 'SCHEMA' && present.has(entry.tag)
    const ofExtension = entry.description === 'COMMENT' && there.has(entry.tag)
    const isLargeObject = plan.largeObjectEntries.includes(entry)
    if (made || ofExtension || isLargeObject) excluded.add(entry.dumpId)
  }
  const policies = forcedPolicies(access, plan, excluded)
  const restored = await restoreArchive({
    plan,
    record,
    artifacts: run.artifacts,
    access,
    archive: archive.path,
    excluded,
    clock: context.clock,
    ...(found.facts.bypassRls ? {} : { afterDefinitions: policies.lift }),
    jobs: 1,
    checks,
    progress: run.progress,
    signal,
  })
  await proveDataEqual({
    record,
    plan,
    run,
    context,
    access,
    address,
    restored,
    globals: roles.globals,
    jobs: 1,
    checks,
    among: [...schemas],
  })
  if (!found.facts.bypassRls) await policies.impose()
  checks.add('equal', 'schema', {
    status: 'skipped',
    detail:
      'definitions are not dumped again before the commit, and after it the former schemas stand beside them',
  })
  if (wrong.length > 0) {
    throw new Failure(
      wrong[0]?.failure ?? 'integrity',
      `what was restored is not what was backed up: ${counted(wrong.length, 'check')} failed`,
      { hint: 'Nothing was changed: the schemas in use are as they were.' },
    )
  }
  return {
    session,
    stayed: access.stayed.map(objectName),
    result: {
      database: place.database,
      place: publicUrl(place.address, place.database),
      bytes: [...restored.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0),
      steps: restored.steps,
      left: [
        ...leftOut(found),
        ...roles.left,
        ...(record.largeObjects > 0
          ? [
              {
                text: `${counted(record.largeObjects, 'large object was', 'large objects were')} left out, as answered`,
                subjects: [],
              },
            ]
          : []),
      ],
    },
  }
}

/** Renames a schema, makes an empty one of its name, and takes along the extensions that stand in it. */
async function moveAside(session: Session, moved: Moved, sourceMajor: number): Promise<void> {
  const doing = 'moving schemas aside'
  const schema = quoteIdentifier(moved.schema)
  await session.query(doing, `alter schema ${schema} rename to ${quoteIdentifier(moved.aside)}`)
  await session.query(doing, `create schema ${schema}`)
  if (moved.schema === 'public') {
    // The archive's grants start from those of a new cluster.
    await session.query(doing, `grant ${sourceMajor < 15 ? 'all' : 'usage'} on schema public to public`)
    await session.query(doing, "comment on schema public is 'standard public schema'")
  }
  for (const { name } of moved.extensions)
    await session.query(doing, `alter extension ${quoteIdentifier(name)} set schema ${schema}`)
  await session.query(doing, `alter schema ${schema} owner to ${quoteIdentifier(moved.owner)}`)
}
