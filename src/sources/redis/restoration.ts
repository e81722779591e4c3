import type { RedisRecord } from '../../domain/manifest.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { counted } from '../../domain/units.ts'
import type {
  ExchangeResult,
  Restoration,
  RestorationContext,
  RestorationResult,
  RestoreInspection,
  RestoreRequest,
} from '../../ports/restoration.ts'
import type { RedisConfig } from '../../ports/service-probes.ts'
import type { Finding } from '../../ports/source.ts'
import { CheckRecorder, passed } from '../check-recorder.ts'
import { enterRedis } from './address.ts'
import type { RedisContext } from './context.ts'
import { type Copied, copyKeys } from './copy-keys.ts'
import { RedisInfo } from './info.ts'
import { type RedisLaboratory, startRedisLaboratory } from './laboratory.ts'
import { readBackup } from './load.ts'
import { findRedisServer } from './own-server.ts'
import { findLodging, type Lodging, markerOf, refusalOf, resolveRedisPlace, setAsideMarker } from './place.ts'
import type { RdbContents } from './rdb/inspector.ts'
import { RedisError, type RedisSession } from './wire.ts'

/**
 * Brings a Redis backup back: a throwaway server loads the file, and its keys are copied one by one into an empty server
 * or into spare databases of the source's own. `swap` then exchanges database numbers (SWAPDB), all or none.
 * @throws Failure `config` or `refused` for what is not possible at all
 */
export function openRedisRestoration(
  record: RedisRecord,
  config: RedisConfig | undefined,
  request: RestoreRequest,
  context: RedisContext,
): Restoration {
  const place = resolveRedisPlace(record, config, request, context.variables)
  const { address } = place
  const marker = markerOf(request.backupId)
  const isSwap = request.mode === 'swap'
  let lodging: Lodging | null = null
  /** Of the backup, for a server that is exchanged with and has none. */
  let functions: Buffer | null = null

  const look = async (session: RedisSession) => {
    const info = await RedisInfo.ask(session)
    return { info, lodging: await findLodging(session, info, record, place, marker) }
  }

  return {
    inspect: async (signal) => {
      using session = await enterRedis(address, signal)
      const { info, lodging: found } = await look(session)
      const findings = [...found.findings, ...(await otherFindings(session, info, record, found, isSwap))]
      await findRedisServer(context).catch((error: unknown) => {
        const { kind, message, hint = '' } = asFailure(error)
        if (kind !== 'missing') throw error
        findings.push({ level: 'refuse', failure: kind, text: `source ${record.name}: ${message}`, hint })
      })
      return inspected(record, found, describe(found), { findings, info, isSwap, place: address.place })
    },

    restore: async (run) => {
      using session = await enterRedis(address, run.signal)
      const { info, lodging: found } = await look(session)
      const [refused] = found.findings
      if (refused !== undefined) {
        const hint = refused.hint === undefined ? {} : { hint: refused.hint }
        throw new Failure(refused.failure ?? 'refused', refused.text, hint)
      }
      const { libraries, ...result } = await restoreInto(session, info, found, {
        record,
        context,
        run,
        marker,
        isElsewhere: place.isElsewhere,
        isSwap,
      })
      lodging = found
      functions = libraries
      const [first] = [...found.numbers.values()]
      return {
        ...result,
        database: place.isElsewhere ? address.place : describe(found),
        place: first === undefined ? address.place : `${withUser(address)}/${first}`,
      }
    },

    exchange: async (signal): Promise<ExchangeResult> => {
      if (lodging === null) throw new TypeError('nothing was restored that could be exchanged')
      using session = await enterRedis(address, signal)
      const replaced: number[] = []
      for (const [live, spare] of lodging.numbers) {
        await session.ask('SELECT', String(live))
        if (Number(await session.ask('DBSIZE')) > 0) replaced.push(spare)
      }
      await session.ask('MULTI')
      for (const [live, spare] of lodging.numbers) await session.ask('SWAPDB', String(live), String(spare))
      for (const spare of replaced) {
        await session.ask('SELECT', String(spare))
        await session.ask('SET', setAsideMarker, request.backupId)
      }
      await session.ask('EXEC')
      const left = await bringLibraries(session, functions)
      return {
        keptAs: lodging.numbers.size === 0 ? null : describe(lodging),
        next: [
          ...left,
          {
            text: `The former keys of source ${record.name} take memory in ${describe(lodging)}: FLUSHDB there when nobody needs them. Until then they are in its backups too.`,
            subjects: [],
          },
        ],
      }
    },
    async [Symbol.asyncDispose]() {},
  }
}

interface Restoring {
  record: RedisRecord
  context: RedisContext
  run: RestorationContext
  marker: string
  isElsewhere: boolean
  isSwap: boolean
}

async function restoreInto(
  target: RedisSession,
  info: RedisInfo,
  { numbers, setAside, leftovers }: Lodging,
  { record, context, run, marker, isElsewhere, isSwap }: Restoring,
): Promise<Omit<RestorationResult, 'database' | 'place'> & { libraries: Buffer | null }> {
  const { signal } = run
  const checks = new CheckRecorder(run.check, context.clock, signal)
  const started = context.clock.ticks()
  for (const index of leftovers) await empty(target, index, marker)
  const read: { contents: RdbContents | null } = { contents: null }
  await using laboratory = await startRedisLaboratory(
    context,
    {
      rdbVersion: record.rdbVersion,
      hasModules: record.warnings.some((text) => text.includes('modules')),
      highestDatabase: Math.max(0, ...record.databases.map(({ index }) => index)),
    },
    async (path) => {
      read.contents = await readBackup(record, run.artifacts, path, run.progress, signal)
    },
    signal,
  )
  const loaded = context.clock.ticks()
  const sum: Copied = { keys: 0, bytes: 0, expired: 0, reencoded: 0, withExpiry: 0 }
  try {
    using source = await laboratory.session(signal)
    for (const [from, to] of numbers) {
      await source.ask('SELECT', String(from))
      await target.ask('SELECT', String(to))
      await target.ask('SET', marker, '1')
      const copied = await copyKeys(source, target, {
        targetTellsExpiry: Number.parseInt(info.version, 10) >= 7,
        now: () => context.clock.now(),
        copied: (bytes) => run.progress.report(sum.bytes + bytes),
        signal,
      })
      await countAgain(target, copied)
      for (const name of ['keys', 'bytes', 'expired', 'reencoded', 'withExpiry'] as const)
        sum[name] += copied[name]
    }
    const libraries = await dumpLibraries(laboratory, read.contents?.libraries ?? 0, signal)
    const left = isElsewhere
      ? await bringLibraries(target, libraries)
      : libraries === null || isSwap
        ? []
        : [{ text: functionsLeft, subjects: [] }]
    // The last step: from here on it is a whole restore, which nobody sweeps away.
    for (const to of numbers.values()) {
      await target.ask('SELECT', String(to))
      await target.ask('DEL', marker)
    }
    const inBackup = record.databases
      .filter(({ index }) => numbers.has(index))
      .reduce((total, { keys }) => total + keys, 0)
    const gone = inBackup - sum.keys
    const others =
      sum.reencoded === 0
        ? 'all values too'
        : `the values of ${sum.keys - sum.reencoded} too; the target keeps ${sum.reencoded} in another encoding, which could not be compared`
    checks.add(
      'equal',
      `keys of ${record.name}`,
      passed(
        `${counted(sum.keys, 'key')} read back: their expiries are as in the backup, ${others}; ${gone} had expired since`,
      ),
    )
    const ended = context.clock.ticks()
    return {
      libraries,
      bytes: read.contents?.bytes ?? 0,
      steps: [
        { name: 'load', duration: Math.round(loaded - started) },
        { name: 'copy and compare', duration: Math.round(ended - loaded) },
      ],
      left: [
        ...left,
        ...told(
          record,
          gone > 0,
          `${counted(gone, 'key')} had expired since the backup and did not come back`,
        ),
        ...told(
          record,
          setAside.length > 0,
          `database ${setAside.join(', ')} of the backup was set aside by an earlier exchange, and was not brought back`,
        ),
      ],
    }
  } catch (error) {
    throw await withoutTraces(error, target, numbers, marker, { context, signal })
  }
}

function told({ name }: RedisRecord, is: boolean, text: string): RestorationResult['left'] {
  return is ? [{ text: `source ${name}: ${text}`, subjects: [] }] : []
}

/** Some keys may have expired since they were copied; more can only be somebody else's. */
async function countAgain(target: RedisSession, { keys, withExpiry, expired }: Copied): Promise<void> {
  // Without the marker.
  const size = Number(await target.ask('DBSIZE')) - 1
  if (size >= keys - withExpiry && size <= keys + expired) return
  throw new Failure('integrity', `the target has ${size} keys where ${keys} were copied`, {
    hint: 'Somebody else writes there, or the server evicts keys (maxmemory-policy): prevent it, and run it again.',
  })
}

/** Functions belong to a whole server, not to a database: they come along where it has none of its own. */
async function dumpLibraries(
  laboratory: RedisLaboratory,
  libraries: number,
  signal: AbortSignal,
): Promise<Buffer | null> {
  if (libraries === 0) return null
  using source = await laboratory.session(signal)
  const dump = await source.ask('FUNCTION', 'DUMP')
  return Buffer.isBuffer(dump) ? dump : null
}

/** @returns what is to be told: what did not come along */
async function bringLibraries(
  target: RedisSession,
  dump: Buffer | null,
): Promise<{ text: string; subjects: readonly string[] }[]> {
  if (dump === null) return []
  try {
    const there = await target.ask('FUNCTION', 'LIST')
    if (Array.isArray(there) && there.length === 0) {
      await target.ask('FUNCTION', 'RESTORE', dump)
      return []
    }
  } catch (error) {
    // A server or a user that may not: the data comes back without them.
    if (!(error instanceof RedisError)) throw error
  }
  return [{ text: functionsLeft, subjects: [] }]
}

const functionsLeft =
  'the functions in the backup did not come along: they belong to the whole server, which has its own, or does not let this user load them'

/** Takes away what was made; or says what was left, when that fails too. */
async function withoutTraces(
  error: unknown,
  target: RedisSession,
  numbers: ReadonlyMap<number, number>,
  marker: string,
  { context, signal }: { context: RedisContext; signal: AbortSignal },
): Promise<unknown> {
  try {
    for (const to of numbers.values()) await empty(target, to, marker)
    return error
  } catch {
    context.log.debug('what an interrupted restore wrote could not be removed')
    if (signal.aborted) return signal.reason
    const failure = asFailure(error)
    const where = [...numbers.values()].join(', ')
    const hint = `What was copied so far is left in database ${where}: the next restore of this backup removes it. ${failure.hint ?? ''}`
    return new Failure(failure.kind, failure.message, {
      hint: hint.trim(),
      subjects: failure.subjects,
      cause: failure,
    })
  }
}

/** Only a database that bears our mark. */
async function empty(target: RedisSession, index: number, marker: string): Promise<void> {
  await target.ask('SELECT', String(index))
  if ((await target.ask('EXISTS', marker)) === 1) await target.ask('FLUSHDB')
}

async function otherFindings(
  session: RedisSession,
  info: RedisInfo,
  record: RedisRecord,
  { numbers, setAside }: Lodging,
  isSwap: boolean,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const say = (finding: Finding) =>
    findings.push({ ...finding, text: `source ${record.name}: ${finding.text}` })
  const limit = info.number('maxmemory')
  if (limit > 0 && info.number('used_memory') + record.databaseSize > limit) {
    say({
      level: 'refuse',
      failure: 'capacity',
      text: 'the restored keys would not fit below the server’s maxmemory',
      hint: 'Raise maxmemory, or restore into another server.',
    })
  }
  const needed: [why: string, words: string[]][] = [['write', ['RESTORE', 'a', '0', 'a', 'ABSTTL']]]
  if (isSwap) needed.push(['exchange databases', ['SWAPDB', '0', '0']])
  for (const [why, words] of needed) {
    const code = await refusalOf(session, ...words)
    if (code === null) continue
    say({
      level: 'refuse',
      failure: code === 'NOPERM' ? 'access' : 'refused',
      text: `the server does not let us ${why} (${words[0] ?? ''}: ${code})`,
      hint: isSwap
        ? 'Restore side-by-side into an empty server instead, or give the user that right.'
        : 'Give the user that right, or restore into another server.',
    })
  }
  if (isSwap) {
    const own = new Set([...numbers.keys(), ...numbers.values(), ...setAside])
    const others = info.databases.filter(({ index }) => !own.has(index)).map(({ index }) => index)
    if (others.length > 0) {
      say({
        level: 'warning',
        text: `database ${others.join(', ')} holds keys and is not in the backup: it stays as it is`,
      })
    }
  }
  return findings
}

function inspected(
  record: RedisRecord,
  { numbers }: Lodging,
  where: string,
  seen: { findings: readonly Finding[]; info: RedisInfo; isSwap: boolean; place: string },
): RestoreInspection {
  const { findings, info, isSwap, place } = seen
  const total = info.number('total_system_memory')
  const exchange = [...numbers].map(([live, spare]) => `${live} with ${spare}`).join(', ')
  return {
    findings,
    present: 'there',
    place: isSwap ? `database ${[...numbers.keys()].join(', ')} of ${place}` : `${where} of ${place}`,
    keptAs: isSwap && numbers.size > 0 ? where : null,
    steps: [
      { name: 'load', detail: 'a throwaway redis-server of this machine loads the file' },
      { name: 'copy', detail: `its keys go into ${where}, and each is read back and compared` },
      ...(isSwap ? [{ name: 'exchange', detail: `SWAPDB ${exchange}, all at once` }] : []),
    ],
    // Memory: Redis holds everything there.
    diskNeeded: record.databaseSize,
    diskFree: total === 0 ? null : Math.max(0, total - info.number('used_memory_rss')),
    facts: [{ label: 'Redis', text: `${info.kind} ${info.version}; disk stands for its memory here` }],
  }
}

function describe({ numbers }: Lodging): string {
  const all = [...numbers.values()]
  return all.length === 1 ? `database ${all.join('')}` : `databases ${all.join(', ') || '(none)'}`
}

function withUser({ place, user }: { place: string; user: string }): string {
  return user === '' ? place : place.replace('://', `://${encodeURIComponent(user)}@`)
}
