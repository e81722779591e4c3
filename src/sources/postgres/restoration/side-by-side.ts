import type { ArtifactReader } from '../../../ports/artifacts.ts'
import { Failure } from '../../../domain/failure.ts'
import type { Restoration } from '../../../ports/restoration.ts'
import type { Finding } from '../../../ports/source.ts'
import { quoteIdentifier, type Session } from '../session.ts'
import { restoreBeside } from './beside.ts'
import { localeFindings, refusal } from './obstacles.ts'
import { holdNames } from './lock.ts'
import { workingName } from './names.ts'
import { openDoor, publicUrl } from './place.ts'
import { giveAway } from './properties.ts'
import {
  demandNothingRefused,
  describeSurvey,
  findSource,
  survey,
  type RestoreBase,
  type Survey,
} from './survey.ts'
import { lookUpName } from './working-database.ts'

/** A new database beside all others. It has a working name until it is whole and proven. */
export function openSideBySide(base: RestoreBase): Restoration {
  const { place, request, record } = base
  const working = workingName(place.database, request.backupId)
  const look = async (
    door: Session,
    artifacts: ArtifactReader | null,
    signal: AbortSignal,
  ): Promise<Survey> => {
    const found = await survey(base, door, artifacts, signal)
    found.findings.push(
      ...(await makingFindings(door, base, found, working)),
      ...((await lookUpName(door, place.database, request.backupId)) === 'free'
        ? []
        : [taken(place.database)]),
    )
    return found
  }
  return {
    async inspect(signal, artifacts) {
      await using door = await openDoor(place, signal)
      const found = await look(door, artifacts ?? null, signal)
      const gone = await findSource(base, signal)
      if (gone !== null) found.findings.push(gone)
      const { steps, ...described } = describeSurvey(found, record)
      return {
        ...described,
        findings: found.findings,
        present: gone === null ? 'there' : 'gone',
        place: publicUrl(place.address, place.database),
        keptAs: null,
        steps: [
          { name: 'make', detail: 'a new database, under a working name', subjects: [working] },
          ...steps,
          { name: 'name', detail: 'the database gets its name', subjects: [place.database] },
        ],
      }
    },
    async restore(run) {
      await using door = await openDoor(place, run.signal)
      await holdNames(door, [place.database, working])
      const found = await look(door, run.artifacts, run.signal)
      demandNothingRefused(found.findings)
      const { plan, result } = await restoreBeside({ ...base, door, working, run, survey: found })
      const refused = await nameIt(door)
      return {
        ...result,
        database: place.database,
        place: publicUrl(place.address, place.database),
        left: [...result.left, ...refused],
      }

      async function nameIt(session: Session) {
        const doing = 'naming the restored database'
        await session.query(doing, 'begin')
        await session.query(
          doing,
          `alter database ${quoteIdentifier(working)} rename to ${quoteIdentifier(place.database)}`,
        )
        const kept = await giveAway(
          session,
          plan.toc,
          place.database,
          `restored by Lifeboat from backup ${request.backupId}`,
        )
        await session.query(doing, 'commit')
        return kept.length === 0
          ? []
          : [
              {
                text: 'the database belongs to the role that restored it, which is not its owner at the source',
                subjects: kept,
              },
            ]
      }
    },
    exchange: async () => {
      throw new Failure('bug', 'a restore side by side replaces nothing')
    },
    async [Symbol.asyncDispose]() {},
  }
}

function taken(name: string): Finding {
  return refusal(
    'refused',
    'a database of that name exists already',
    'Give another name as target, or drop that database if it is no longer needed.',
    [name],
  )
}

/** Whether a new database can be made there, under its working name. */
export async function makingFindings(
  door: Session,
  { record, request }: RestoreBase,
  { facts }: Survey,
  working: string,
): Promise<Finding[]> {
  const [right] = await door.query<{ yes: string }>(
    'asking for rights',
    'select (rolcreatedb or rolsuper)::text as yes from pg_catalog.pg_roles where rolname = current_user',
  )
  return [
    ...(await localeFindings(door, facts, record)),
    ...(right?.yes === 'true'
      ? []
      : [
          refusal(
            'access',
            'this role may not make databases',
            'Give it CREATEDB, or restore in place (mode in-place).',
          ),
        ]),
    ...((await lookUpName(door, working, request.backupId)) === 'taken'
      ? [
          refusal(
            'refused',
            'a database of the name that this restore works under is there, and is not ours',
            'Rename or drop it, or restore to another target.',
            [working],
          ),
        ]
      : []),
  ]
}
