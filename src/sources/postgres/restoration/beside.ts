import { asFailure, Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { Check } from '../../../domain/verdict.ts'
import { counted } from '../../../domain/units.ts'
import type { RestorationContext, RestorationResult } from '../../../ports/restoration.ts'
import { CheckRecorder } from '../../check-recorder.ts'
import { addressForClient } from '../root-certificates.ts'
import { accessByConnections } from '../restore/access.ts'
import { layOutArchive } from '../restore/archive-folder.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import { restoreArchive } from '../restore/restore.ts'
import type { Session } from '../session.ts'
import { toolsFor, type PostgresTools } from '../tools.ts'
import { forcedPolicies } from './forced-policies.ts'
import { openDoor, publicUrl } from './place.ts'
import { applyProperties, prepareDatabase } from './properties.ts'
import { proveDataEqual, proveDefinitionsEqual } from './proof.ts'
import { bringRoles } from './roles.ts'
import { leftOut, type RestoreBase, type Survey } from './survey.ts'
import { dropIfOurs, makeWorkingDatabase } from './working-database.ts'

export interface BesideContext extends RestoreBase {
  /** Session in another database, which holds the lock. */
  door: Session
  /** Name of the database that is filled. */
  working: string
  run: RestorationContext
  survey: Survey
}

/**
 * Fills a new database with what was backed up, proves it, and makes it what the old one was but for name, owner and
 * comment. A restore that came to its end with a failed check leaves its database for a look, under the working name;
 * the next restore of the backup removes it.
 */
export async function restoreBeside(
  beside: BesideContext,
): Promise<{ plan: ArchivePlan; result: RestorationResult }> {
  const { record, request, context, place, door, working, run, survey } = beside
  const { facts, excluded, plan } = survey
  if (plan === null) throw new Failure('bug', 'the archive was not looked into')
  const { toc } = plan
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
  const steps: { name: string; duration: number }[] = []
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = context.clock.ticks()
    const result = await work()
    steps.push({ name, duration: context.clock.ticks() - started })
    return result
  }

  const tools = await findProgramsFor(beside, signal)
  await using archive = await layOutArchive({
    record,
    artifacts: run.artifacts,
    spool: context.spool,
    signal,
  })
  const address = {
    ...(await addressForClient(place.address, tools.major, archive.path)),
    database: working,
  }
  const roles = await step('roles', () =>
    bringRoles(door, { plan, record, artifacts: run.artifacts, facts, signal }),
  )
  try {
    await step('database', async () => {
      await makeWorkingDatabase(door, {
        name: working,
        backupId: request.backupId,
        record,
        toc,
        major: facts.major,
      })
      await prepareDatabase(door, toc, working)
    })
    const access = accessByConnections({
      address,
      ...(await sessionSettings(door, record)),
      tools,
      processes: context.processes,
      toc,
      archive: archive.path,
      noTablespaces: survey.missingTablespaces.length > 0,
      signal,
    })
    const policies = forcedPolicies(access, plan, excluded)
    const restored = await restoreArchive({
      plan,
      record,
      artifacts: run.artifacts,
      access,
      archive: archive.path,
      excluded,
      clock: context.clock,
      ...(facts.bypassRls ? {} : { afterDefinitions: policies.lift }),
      jobs: request.jobs,
      checks,
      progress: run.progress,
      signal,
    })
    steps.push(...restored.steps)
    const proof = {
      record,
      plan,
      run,
      context,
      access,
      address,
      restored,
      globals: roles.globals,
      jobs: request.jobs,
      checks,
      among: null,
    }
    await step('proof of the data', () => proveDataEqual(proof))
    if (!facts.bypassRls) await policies.impose()
    await step('proof of the definitions', () =>
      proveDefinitionsEqual(
        { ...proof, sameTablespaces: survey.missingTablespaces.length === 0 },
        tools,
        facts.major,
      ),
    )
    const refused = await step('settings and grants', () => applyProperties(door, toc, working))
    const bytes = [...restored.loaded.values()].reduce((sum, digest) => sum + digest.bytes, 0)
    const full = wrong.find(({ failure }) => failure === 'capacity')
    // Nothing is to be seen in what a full disk has cut off, and what is in use may need its room.
    if (full !== undefined) throw cutOff(full)
    if (wrong.length > 0) throw notWhole(wrong, working)
    return {
      plan,
      result: {
        database: working,
        place: publicUrl(place.address, working),
        bytes,
        steps,
        left: [
          ...leftOut(survey),
          ...roles.left,
          ...(refused.length === 0
            ? []
            : [{ text: 'settings or grants of the database that could not be given', subjects: refused }]),
        ],
      },
    }
  } catch (error) {
    if (wrong.length > 0 && error instanceof Failure && error.subjects.includes(working)) throw error
    throw await withoutTraces(error, beside)
  }
}

/** Removes what was made, or says where it lies. */
async function withoutTraces(error: unknown, { place, working, request }: BesideContext): Promise<unknown> {
  const failure = asFailure(error)
  try {
    // By a session of its own: the other's may be what broke, or may have been told to stop.
    const signal = AbortSignal.timeout(4_000)
    await using door = await openDoor(place, signal)
    await dropIfOurs(door, working, request.backupId)
    return error
  } catch {
    return new Failure(failure.kind, failure.message, {
      hint: `${failure.hint === undefined ? '' : `${failure.hint} `}An unfinished database may be left; the next restore of this backup removes it.`,
      subjects: [...failure.subjects, working],
      cause: error,
    })
  }
}

function cutOff({ detail, subjects, hint }: Check): Failure {
  return new Failure('capacity', `the restore could not be finished: ${detail}`, {
    hint: `${hint === undefined ? '' : `${hint} `}What was restored by then is removed; what is in use was not touched. Run it again when there is room.`,
    subjects,
  })
}

function notWhole(wrong: readonly Check[], working: string): Failure {
  const kind = wrong.find((check) => check.failure !== null)?.failure ?? 'integrity'
  return new Failure(
    kind,
    `the restored database is not what was backed up: ${counted(wrong.length, 'check')} failed, first: ${wrong[0]?.detail}`,
    {
      hint: 'It was left for a look, under the name given; the next restore of this backup removes it. What is in use was not touched.',
      subjects: [working],
    },
  )
}

/** What makes filling a database fast, by sessions of their own and without the server's settings being touched. */
export async function sessionSettings(
  session: Session,
  record: PostgresRecord,
): Promise<{ lcMonetary: string; settings: Record<string, string> }> {
  const doing = 'reading settings'
  const [row] = await session.query<{ memory: string }>(
    doing,
    `select greatest(pg_size_bytes(current_setting('maintenance_work_mem')),
       least(pg_size_bytes(current_setting('shared_buffers')), 536870912)) / 1024 as memory`,
  )
  return {
    lcMonetary: await usableMonetary(session, record.lcMonetary),
    settings: {
      default_transaction_read_only: 'off',
      // A server that crashes meanwhile leaves an unfinished database, which is begun anew.
      synchronous_commit: 'off',
      maintenance_work_mem: `${row?.memory ?? '65536'}kB`,
    },
  }
}

/** The locale of money as it was dumped, where the server has it: without it only columns of money read otherwise. */
async function usableMonetary(session: Session, locale: string): Promise<string> {
  const doing = 'trying a locale'
  try {
    await session.query(doing, "select pg_catalog.set_config('lc_monetary', $1, false)", [locale])
    return locale
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'unavailable') throw error
    return 'C'
  }
}

/** pg_restore and pg_dump of the archive's own major. */
export function findProgramsFor(
  { record, config, context }: RestoreBase,
  signal: AbortSignal,
): Promise<PostgresTools> {
  return toolsFor(
    record.restorableInto,
    { install: config?.install ?? 'auto', needServer: false },
    context,
    signal,
  )
}
