import type { FailureKind } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { Milliseconds } from '../../../domain/units.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { ProgressSink } from '../../../ports/source.ts'
import type { TocEntry } from '../archive/toc.ts'
import { failed, passed, type CheckRecorder } from '../../check-recorder.ts'
import type { RestoreAccess } from './access.ts'
import { analyse } from './analyse.ts'
import { isLargeObjectEntry, type ArchivePlan } from './archive-plan.ts'
import type { CopyDigest } from './copy-data.ts'
import { digestLargeObjects } from './large-objects.ts'
import { loadTables } from './load.ts'
import type { RestoreError } from './pg-restore.ts'

export interface RestoreContext {
  plan: ArchivePlan
  record: PostgresRecord
  artifacts: ArtifactReader
  access: RestoreAccess
  /** Folder with toc.dat; takes the large objects' files. */
  archive: string
  /** Entries to leave out, by dump id. */
  excluded: ReadonlySet<number>
  /** Runs when the tables are there, before their rows. */
  afterDefinitions?: () => Promise<void>
  clock: Clock
  jobs: number
  checks: CheckRecorder
  progress: ProgressSink
  signal: AbortSignal
}

export interface Restored {
  /** What was loaded, by dump id of its TABLE DATA entry. */
  loaded: Map<number, CopyDigest>
  excluded: ReadonlySet<number>
  /** What the archive's files of large objects hold, by oid. */
  largeObjects: Map<string, { sha256: string; size: number }>
  steps: { name: string; duration: Milliseconds }[]
  /** False when there is no sense in looking any further. */
  usable: boolean
  /** What loading failed of first, if it did. */
  trouble: FailureKind | null
}

/**
 * Restores an archive into an empty database: definitions, each table's data as its bytes arrive, large objects, indexes
 * and constraints, statistics. Every error becomes a failed check of the rung `restorable`.
 */
export async function restoreArchive(context: RestoreContext): Promise<Restored> {
  const { plan, checks, access, excluded } = context
  const restored: Restored = {
    loaded: new Map(),
    excluded,
    largeObjects: new Map(),
    steps: [],
    usable: true,
    trouble: null,
  }
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = context.clock.ticks()
    const result = await work()
    restored.steps.push({ name, duration: context.clock.ticks() - started })
    return result
  }
  const entries = (filter: (entry: TocEntry) => boolean) =>
    plan.toc.entries.filter((entry) => !excluded.has(entry.dumpId) && filter(entry))
  // While data is missing, a constraint that does not hold accuses nobody.
  const restoreSection = async (
    section: 'pre-data' | 'post-data' | null,
    chosen: readonly TocEntry[],
    jobs: number,
  ) =>
    reportErrors(
      await access.define(chosen, section, jobs),
      checks,
      section ?? 'large objects',
      restored.trouble,
    )

  const definitions = await step('definitions', () =>
    restoreSection(
      'pre-data',
      entries((entry) => !isLargeObjectEntry(entry)),
      1,
    ),
  )
  await context.afterDefinitions?.()
  const load = await step('data', () => loadTables(context))
  restored.loaded = load.loaded
  restored.trouble = load.failures[0]?.failure.kind ?? null
  for (const { table, failure } of load.failures) {
    checks.add(
      'restorable',
      'data',
      failed(
        failure.kind,
        failure.message,
        [...(table === null ? [] : [table.name]), ...failure.subjects],
        failure.hint,
      ),
    )
  }
  await restoreLargeObjects()
  const finished = await step('indexes and constraints', async () => {
    await setSequences()
    return restoreSection(
      'post-data',
      entries((entry) => !isLargeObjectEntry(entry)),
      context.jobs,
    )
  })
  await step('statistics', () => analyse(context))
  if (definitions && finished && load.failures.length === 0) {
    checks.add(
      'restorable',
      'restore',
      passed(`restored without an error: ${plan.toc.entries.length - excluded.size} entries`),
    )
  }
  restored.usable = load.loaded.size > 0 || plan.tables.every(({ entry }) => excluded.has(entry.dumpId))
  return restored

  async function restoreLargeObjects(): Promise<void> {
    const chosen = plan.largeObjectEntries.filter((entry) => !excluded.has(entry.dumpId))
    const wanted = context.record.largeObjects
    if (chosen.length === 0) {
      if (wanted > 0 && plan.largeObjectEntries.length === 0)
        checks.add(
          'complete',
          'large objects',
          failed('integrity', `the backup has none of ${wanted} large objects`),
        )
      return
    }
    await step('large objects', async () => {
      restored.largeObjects = await digestLargeObjects(context.archive)
      await restoreSection(null, chosen, 1)
    })
    const count = restored.largeObjects.size
    checks.add(
      'complete',
      'large objects',
      count === wanted
        ? passed(`all ${count} large objects are in the backup`)
        : failed('integrity', `the backup has ${count} large objects, the snapshot had ${wanted}`),
    )
  }

  async function setSequences(): Promise<void> {
    await using session = await access.open()
    for (const entry of entries((candidate) => candidate.description === 'SEQUENCE SET')) {
      await session.query('setting a sequence', entry.definition)
    }
  }
}

/** Reports each error with its entry. True when there was none. */
function reportErrors(
  errors: readonly RestoreError[],
  checks: CheckRecorder,
  section: string,
  trouble: FailureKind | null,
): boolean {
  for (const error of errors) {
    const subject =
      error.entry === null
        ? []
        : [
            `${error.entry.description} ${error.entry.schema === '' ? '' : `${error.entry.schema}.`}${error.entry.tag}`,
          ]
    checks.add(
      'restorable',
      section,
      error.dataBreaksConstraint && trouble === null
        ? failed(
            'integrity',
            'the data breaks a constraint of its own: the source’s data is damaged',
            subject,
            'Repair the rows in the source; the backup holds them as they are.',
          )
        : failed(
            trouble ?? error.kind,
            trouble === null
              ? 'an entry could not be restored'
              : 'an entry could not be restored after data had failed to load',
            subject,
            'Restore this entry by hand with pg_restore to see the server’s message.',
          ),
    )
  }
  return errors.length === 0
}
