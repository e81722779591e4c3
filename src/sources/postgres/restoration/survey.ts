import type { PostgresConfig } from '../../../domain/environment/schema.ts'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import { formatBytes, type Bytes } from '../../../domain/units.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import type { RestoreRequest } from '../../../ports/restoration.ts'
import type { Finding } from '../../../ports/source.ts'
import { resolveAddress } from '../address.ts'
import type { PostgresContext } from '../context.ts'
import { readServerFacts, type ServerFacts } from '../inventory.ts'
import { detectPooling, directUrlHint } from '../pooler.ts'
import { dependingOn, planArchive, type ArchivePlan } from '../restore/archive-plan.ts'
import { readToc } from '../restore/read-archive.ts'
import { connect, type Session } from '../session.ts'
import {
  diskFindings,
  extensionFindings,
  freeDisk,
  needsSuperuser,
  objectName,
  refusal,
  rightsFindings,
  versionFindings,
} from './obstacles.ts'
import type { RestorePlace } from './place.ts'
import { chooseEntries, type Chosen } from './selection.ts'

/** What every mode of a restore starts from. */
export interface RestoreBase {
  record: PostgresRecord
  config: PostgresConfig | undefined
  request: RestoreRequest
  context: PostgresContext
  place: RestorePlace
}

/** What is known before anything is made. */
export interface Survey {
  facts: ServerFacts
  findings: Finding[]
  /** Null as long as the archive's table of contents has not been read. */
  plan: ArchivePlan | null
  chosen: Chosen | null
  /** Entries that will not be restored, by dump id: not selected, or given up by an answer. */
  excluded: Set<number>
  /** What was given up. */
  givenUp: string[]
  /** Tablespaces of the archive that the server lacks: everything then goes to the default one. */
  missingTablespaces: string[]
  diskNeeded: Bytes
  diskFree: Bytes | null
}

/** Looks for all that stands in the way whatever the mode. @param artifacts lets it look into the archive too */
export async function survey(
  base: RestoreBase,
  door: Session,
  artifacts: ArtifactReader | null,
  signal: AbortSignal,
): Promise<Survey> {
  const { record, request, place } = base
  const facts = await readServerFacts(door)
  const findings = [...versionFindings(facts, record)]
  const pooling = await detectPooling(
    door,
    { ...place.address, database: facts.database },
    'lifeboat',
    signal,
  )
  if (pooling !== 'none') {
    findings.push(
      refusal(
        'refused',
        'the connection goes through a pooler, which keeps sessions of its own in the database',
        directUrlHint(place.address),
      ),
    )
  }
  findings.push(...(await extensionFindings(door, facts, record, request.answered)))
  const diskNeeded = record.databaseSize
  const diskFree = await freeDisk(door, place.address)
  findings.push(...diskFindings(diskNeeded, diskFree))
  const result: Survey = {
    facts,
    findings,
    plan: null,
    chosen: null,
    excluded: new Set(),
    givenUp: [],
    missingTablespaces: [],
    diskNeeded,
    diskFree,
  }
  if (artifacts !== null) await lookIntoArchive(base, door, artifacts, result, signal)
  return result
}

async function lookIntoArchive(
  { record, request }: RestoreBase,
  door: Session,
  artifacts: ArtifactReader,
  result: Survey,
  signal: AbortSignal,
): Promise<void> {
  const plan = planArchive(await readToc(record, artifacts, signal), record)
  const { selection, answered } = request
  if (selection !== null && selection.rows.length === 0) result.chosen = chooseEntries(plan, selection)
  const givenUp = dependingOn(
    plan.toc,
    (entry) =>
      answered.includes(objectName(entry)) && (entry.description === 'EXTENSION' || needsSuperuser(entry)),
  )
  result.excluded = new Set([...(result.chosen?.excluded ?? []), ...givenUp])
  result.givenUp = plan.toc.entries.filter((entry) => givenUp.has(entry.dumpId)).map(objectName)
  result.plan = plan
  result.missingTablespaces = await missingTablespaces(door, plan)
  if (result.missingTablespaces.length > 0)
    result.findings.push({
      level: 'warning',
      text: 'the server lacks tablespaces of the backup, so everything goes to the default one',
      subjects: result.missingTablespaces,
    })
  result.findings.push(...(await rightsFindings(door, result.facts, plan, result.excluded)))
}

async function missingTablespaces(door: Session, plan: ArchivePlan): Promise<string[]> {
  const wanted = new Set(plan.toc.entries.map(({ tablespace }) => tablespace).filter((name) => name !== ''))
  const rows = await door.query<{ name: string }>(
    'looking for tablespaces',
    'select spcname::text as name from pg_catalog.pg_tablespace',
  )
  for (const { name } of rows) wanted.delete(name)
  return [...wanted]
}

/** Stops before anything is made. @throws Failure with everything that was refused */
export function demandNothingRefused(findings: readonly Finding[]): void {
  const refused = findings.filter((finding) => finding.level === 'refuse')
  const [first] = refused
  if (first === undefined) return
  throw new Failure(first.failure ?? 'refused', refused.map((finding) => finding.text).join('; '), {
    hint: [...new Set(refused.map((finding) => finding.hint ?? ''))].filter(Boolean).join(' '),
    subjects: refused.flatMap((finding) => finding.subjects ?? []),
  })
}

/** Whether the source's own database is there; asked at its own address, which may be another than the target. */
export async function findSource(base: RestoreBase, signal: AbortSignal): Promise<Finding | null> {
  const { config, record, context } = base
  const told = (text: string): Finding => ({ level: 'warning', text: `source ${record.name}: ${text}` })
  if (config === undefined) return told('the environment file no longer has it')
  try {
    const address = resolveAddress(config, context.variables)
    await using _session = await connect(address, {
      applicationName: 'lifeboat',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    })
    return null
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Failure && error.kind === 'access') return null
    const isGone = error instanceof Failure && error.kind === 'missing'
    return told(
      `${isGone ? 'it is gone' : 'it cannot be asked'}: ${error instanceof Failure ? error.message : 'it does not answer'}`,
    )
  }
}

/** Facts and steps that every mode shares, for people. */
export function describeSurvey(
  { facts, chosen, givenUp, diskFree, diskNeeded }: Survey,
  record: PostgresRecord,
) {
  return {
    diskNeeded,
    diskFree,
    facts: [
      { label: 'Server', text: `PostgreSQL ${facts.version}` },
      {
        label: 'Disk on the server',
        text: `about ${formatBytes(diskNeeded)} needed, ${diskFree === null ? 'free space unknown' : `${formatBytes(diskFree)} free`}`,
      },
    ],
    steps: [
      {
        name: 'restore',
        detail:
          chosen === null
            ? `${record.tables.filter((table) => table.kind === 'table').length} tables with their data, then indexes and constraints, then statistics`
            : `${chosen.tables.length} tables with their data and what they need`,
        ...(chosen === null ? {} : { subjects: chosen.tables }),
      },
      ...(chosen === null || chosen.needed.length === 0
        ? []
        : [
            { name: 'needed', detail: 'what these cannot be without, without data', subjects: chosen.needed },
          ]),
      ...(chosen === null || chosen.leftBehind.length === 0
        ? []
        : [
            {
              name: 'left behind',
              detail: 'needs tables that are not restored',
              subjects: chosen.leftBehind,
            },
          ]),
      ...(givenUp.length === 0 ? [] : [{ name: 'given up', detail: 'as answered', subjects: givenUp }]),
      {
        name: 'prove',
        detail: 'every table read back and compared with what was dumped; definitions, sequences',
      },
    ],
  }
}

/** What does not come along, for the result. */
export function leftOut({
  chosen,
  givenUp,
  missingTablespaces,
}: Survey): { text: string; subjects: readonly string[] }[] {
  return [
    ...(chosen === null || chosen.leftBehind.length === 0
      ? []
      : [
          {
            text: 'foreign keys and the like were not made, since they need tables that were not restored',
            subjects: chosen.leftBehind,
          },
        ]),
    ...(chosen === null || chosen.needed.length === 0
      ? []
      : [{ text: 'came along without data, since the tables need them', subjects: chosen.needed }]),
    ...(givenUp.length === 0 ? [] : [{ text: 'left out, as answered', subjects: givenUp }]),
    ...(missingTablespaces.length === 0
      ? []
      : [
          {
            text: 'the server lacks these tablespaces, so everything went to the default one',
            subjects: missingTablespaces,
          },
        ]),
  ]
}
