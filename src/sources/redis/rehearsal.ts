import type { RedisRecord } from '../../domain/manifest.ts'
import { counted, formatDuration } from '../../domain/units.ts'
import type { Rehearsal, RehearsalContext, RehearsalResult } from '../../ports/source.ts'
import { beginProof } from '../begin-proof.ts'
import { type Answer, type CheckRecorder, failed, passed } from '../check-recorder.ts'
import type { RedisContext } from './context.ts'
import { RedisInfo } from './info.ts'
import { type RedisLaboratory, startRedisLaboratory } from './laboratory.ts'
import { readBack, readBackup } from './load.ts'
import type { RdbContents } from './rdb/inspector.ts'

/** Loads an RDB file into a throwaway server and proves it, rung by rung. */
export function openRedisRehearsal(record: RedisRecord, context: RedisContext): Rehearsal {
  return { rehearse: (run) => rehearse(record, context, run) }
}

async function rehearse(
  record: RedisRecord,
  context: RedisContext,
  run: RehearsalContext,
): Promise<RehearsalResult> {
  const { signal } = run
  const { checks, reaches, result, elapsed } = beginProof(run, record, context.clock)
  const read: { contents: RdbContents | null } = { contents: null }
  const readWhole = (path: string | null) =>
    checks.ask('complete', 'RDB file', async () => {
      const contents = await readBackup(record, run.artifacts, path, run.progress, signal)
      read.contents = contents
      return wholeFile(contents)
    })
  if (!reaches('restorable')) {
    await readWhole(null)
    return result
  }

  await using stack = new AsyncDisposableStack()
  const raised: { laboratory: RedisLaboratory | null } = { laboratory: null }
  const needs = {
    rdbVersion: record.rdbVersion,
    hasModules: record.warnings.some((text) => text.includes('modules')),
    highestDatabase: Math.max(0, ...record.databases.map(({ index }) => index)),
  }
  const fill = async (path: string) => {
    if (!(await readWhole(path))) throw new NotWhole()
  }
  const asked = await checks
    .ask('restorable', 'server loads it', async () => {
      const laboratory = stack.use(await startRedisLaboratory(context, needs, fill, signal))
      raised.laboratory = laboratory
      const { kind, version } = laboratory.program
      return passed(
        `${kind === 'redis' ? 'Redis' : 'Valkey'} ${version} has loaded the file without an error`,
      )
    })
    .catch((error: unknown) => {
      if (error instanceof NotWhole) return false
      throw error
    })
  const { laboratory } = raised
  const { contents } = read
  if (!asked || laboratory === null || contents === null) return result
  result.isolation = laboratory.isolation
  result.restoreDuration = elapsed()
  // A durable server loads the same file in the same way.
  result.restoreEstimate = result.restoreDuration
  result.bytes = contents.bytes
  result.facts.push({
    label: 'Laboratory',
    text: `${laboratory.program.command} ${laboratory.program.version}, isolation ${laboratory.isolation}`,
  })

  if (reaches('equal')) {
    await checks.ask('equal', 'keys per database', () => compareCounts(laboratory, contents, signal))
    await checks.ask('equal', 'keys and values', async () =>
      compareContents(contents, await readBack(laboratory, signal)),
    )
  }
  if (reaches('fresh')) proveFresh(record, run, checks, result)
  return result
}

/** The failed check that says so stands already. */
class NotWhole extends Error {}

function wholeFile(contents: RdbContents): Answer {
  const text = `header, every record and the end of an RDB file of version ${contents.version}; ${describe(contents)}`
  return contents.hasChecksum
    ? passed(`${text}; the checksum by the source’s own server holds`)
    : { status: 'degraded', detail: `${text}; the source’s server wrote no checksum` }
}

async function compareCounts(
  laboratory: RedisLaboratory,
  contents: RdbContents,
  signal: AbortSignal,
): Promise<Answer> {
  using session = await laboratory.session(signal)
  const { databases } = await RedisInfo.ask(session)
  return JSON.stringify(databases) === JSON.stringify(contents.databases)
    ? passed(`the server has ${describe(contents)}, as the file`)
    : failed('integrity', `the file has ${describe(contents)}; the server loaded ${describe({ databases })}`)
}

function describe({ databases }: Pick<RdbContents, 'databases'>): string {
  if (databases.length === 0) return 'no keys'
  return databases
    .map(
      ({ index, keys, expires }) => `${counted(keys, 'key')} (${expires} with expiry) in database ${index}`,
    )
    .join(', ')
}

/**
 * What the server writes down of its memory, against the file that it loaded. Values are comparable in the same encoding
 * only; where the server chose another one, that is said, as it proves nothing.
 */
function compareContents(file: RdbContents, again: RdbContents): Answer {
  if (!file.keys.equals(again.keys)) {
    return failed('integrity', 'names, kinds or expiries of keys are not those of the file')
  }
  const keys = `name, kind and expiry of ${counted(file.keys.size, 'key')} are those of the file`
  let [equal, reencoded] = [0, 0]
  for (const [encoding, values] of file.values) {
    const loaded = again.values.get(encoding)
    if (loaded !== undefined && values.equals(loaded)) equal += values.size
    else if (loaded !== undefined && loaded.size === values.size) {
      return failed('integrity', `${keys}; values are not those of the file`)
    } else reencoded += values.size
  }
  if (reencoded === 0) return passed(`${keys}, and all values too, compared by SHA-256`)
  const detail = `${keys}; of the values ${equal} are equal by SHA-256, and ${reencoded} could not be compared, since this server keeps them in another encoding`
  return equal > 0 || file.keys.size === 0 ? passed(detail) : { status: 'degraded', detail }
}

function proveFresh(
  record: RedisRecord,
  { now, rpo }: RehearsalContext,
  checks: CheckRecorder,
  result: RehearsalResult,
): void {
  const age = Math.max(0, now - Date.parse(record.snapshot.dataAt))
  result.dataAge = age
  const text = `the snapshot was ${formatDuration(age)} old`
  const isLate = rpo !== null && age > rpo
  checks.add(
    'fresh',
    'age of the snapshot',
    isLate
      ? failed('objective', `${text}, the RPO is ${formatDuration(rpo)}`, [], 'Back up more often.')
      : passed(text),
  )
}
