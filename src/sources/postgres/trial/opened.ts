import { availableParallelism } from 'node:os'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { Check } from '../../../domain/verdict.ts'
import type { ArtifactReader } from '../../../ports/artifacts.ts'
import type { Trial } from '../../../ports/trial.ts'
import type { PostgresAddress } from '../address.ts'
import { CheckRecorder } from '../../check-recorder.ts'
import type { PostgresContext } from '../context.ts'
import { startLaboratoryFor } from '../laboratory/laboratory.ts'
import type { PostgresLaboratory } from '../../../ports/laboratory.ts'
import { prepareLaboratory } from '../proof/preparation.ts'
import { accessByConnections } from '../restore/access.ts'
import { layOutArchive } from '../restore/archive-folder.ts'
import { planArchive } from '../restore/archive-plan.ts'
import { readToc } from '../restore/read-archive.ts'
import { restoreArchive } from '../restore/restore.ts'
import { toolsFor } from '../tools.ts'
import { runEnclosed } from './enclosed-command.ts'
import { accessTo, createTrial } from './trial.ts'
import { beginWatching } from './watch.ts'

export interface RestoredLaboratory extends AsyncDisposable {
  readonly laboratory: PostgresLaboratory
  /** Entries that could not be made here. */
  readonly missing: readonly string[]
}

/** Restores what an archive holds into a laboratory. @throws Failure when it does not come back whole */
export async function restoreIntoLaboratory(
  record: PostgresRecord,
  artifacts: ArtifactReader,
  install: 'auto' | 'never',
  context: PostgresContext,
  signal: AbortSignal,
): Promise<RestoredLaboratory> {
  await using opened = new AsyncDisposableStack()
  const tools = await toolsFor(record.restorableInto, { install, needServer: true }, context, signal)
  const laboratory = opened.use(await startLaboratoryFor(record, tools, context, signal))
  const found: Check[] = []
  const checks = new CheckRecorder((check) => found.push(check), context.clock, signal)
  const toc = await readToc(record, artifacts, signal)
  const plan = planArchive(toc, record)
  await using archive = await layOutArchive({ record, artifacts, spool: context.spool, signal })
  const address: PostgresAddress = {
    ...laboratory.connection,
    sslmode: 'disable',
    sslrootcert: undefined,
    sslcert: undefined,
    sslkey: undefined,
  }
  const access = accessByConnections({
    address,
    lcMonetary: record.lcMonetary,
    settings: {},
    tools,
    processes: context.processes,
    toc,
    archive: archive.path,
    signal,
  })
  const { excluded } = await prepareLaboratory(access, {
    plan,
    record,
    artifacts,
    acceptUnproven: [],
    checks,
    signal,
  })
  await restoreArchive({
    plan,
    record,
    artifacts,
    access,
    archive: archive.path,
    excluded,
    clock: context.clock,
    jobs: Math.max(2, availableParallelism()),
    checks,
    progress: { report: () => undefined },
    signal,
  })
  const failed = found.filter((check) => check.status === 'failed')
  const [first] = failed
  if (first !== undefined) {
    throw new Failure(first.failure ?? 'integrity', `the backup did not come back whole: ${first.detail}`, {
      hint: 'A restore test says more: `lifeboat verify`.',
    })
  }
  const missing = toc.entries
    .filter((entry) => excluded.has(entry.dumpId) && !/^(ACL|COMMENT)$/.test(entry.description))
    .map((entry) => `${entry.description} ${entry.schema}.${entry.tag}`)
  const release = opened.move()
  return { laboratory, missing, [Symbol.asyncDispose]: () => release.disposeAsync() }
}

export interface OpenedTrialRequest {
  record: PostgresRecord
  artifacts: ArtifactReader
  install: 'auto' | 'never'
  /** Rows are secret: nothing of what proposed code says comes out, and commands are shut in. */
  isSecret: boolean
  /** Removes what was opened, once it is restored: proposed code finds nothing of it. */
  removeOpened: () => Promise<void>
}

/** A trial on restored rows. */
export async function openRowsTrial(
  request: OpenedTrialRequest,
  context: PostgresContext,
  signal: AbortSignal,
): Promise<Trial> {
  await using opened = new AsyncDisposableStack()
  const { record, artifacts, install, isSecret } = request
  const restored = opened.use(await restoreIntoLaboratory(record, artifacts, install, context, signal))
  await request.removeOpened()
  const { laboratory, missing } = restored
  const access = accessTo(laboratory, signal)
  if (!isSecret) {
    await using session = await access()
    await beginWatching(session)
  }
  const trial = createTrial({
    laboratory,
    access,
    sizes: null,
    missing,
    context,
    signal,
    isWatched: !isSecret,
    hasRows: true,
    ...(isSecret
      ? { run: (command, directory, stop) => runEnclosed(command, directory, laboratory, context, stop) }
      : {}),
  })
  const release = opened.move()
  return Object.assign(trial, { [Symbol.asyncDispose]: () => release.disposeAsync() })
}
