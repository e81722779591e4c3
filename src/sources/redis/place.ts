import { Failure } from '../../domain/failure.ts'
import type { RedisRecord } from '../../domain/manifest.ts'
import type { RestoreRequest } from '../../ports/restoration.ts'
import type { RedisConfig } from '../../ports/service-probes.ts'
import type { Finding } from '../../ports/source.ts'
import { parseRedisAddress, type RedisAddress } from './address.ts'
import type { RedisInfo } from './info.ts'
import { RedisError, type RedisSession } from './wire.ts'

/** Another server, whose databases keep their numbers; or spare numbers on the source's own. */
export interface RedisPlace {
  address: RedisAddress
  isElsewhere: boolean
}

/** @throws Failure `config` when it is not said where, or for what Redis does not have */
export function resolveRedisPlace(
  record: RedisRecord,
  config: RedisConfig | undefined,
  { mode, target, selection }: RestoreRequest,
  variables: Readonly<Record<string, string | undefined>>,
): RedisPlace {
  const whose = `source ${record.name}`
  if (selection !== null) {
    throw new Failure('config', `${whose}: Redis has neither tables nor rows that could be selected`, {
      hint: 'Restore it side-by-side as a whole and take from there what you need.',
    })
  }
  if (mode === 'in-place') {
    throw new Failure(
      'refused',
      `${whose}: Redis is not restored in place: overwriting key by key can be neither checked first nor undone`,
      { hint: 'Use swap, which exchanges whole databases at once and keeps what was in use.' },
    )
  }
  if (target !== null) {
    if (!target.includes('://') || mode === 'swap') {
      throw new Failure(
        'config',
        `${whose}: the target of a Redis source is the URL of an empty server, side-by-side`,
        {
          hint: 'Leave it out to restore into spare database numbers of the source’s own server.',
        },
      )
    }
    return { address: parseRedisAddress(target, 'target'), isElsewhere: true }
  }
  if (config === undefined) {
    throw new Failure('config', `${whose} is not in the environment file, and no target is given`, {
      hint: 'Give the URL of an empty Redis server as target.',
    })
  }
  return { address: parseRedisAddress(config.url.resolve(variables), whose), isElsewhere: false }
}

/** Lies in a database for as long as a restore fills it: who finds it there knows that it is half a restore. */
export function markerOf(backupId: string): string {
  return `lifeboat:restoring:${backupId}`
}

/** Lies in a database that an exchange has taken out of use, for as long as nobody empties it. */
export const setAsideMarker = 'lifeboat:set-aside'

export interface Lodging {
  /** Number in the backup, and where its keys come to lie. */
  numbers: ReadonlyMap<number, number>
  /** Numbers in the backup whose keys an earlier exchange had set aside there: on that server they stay what they are. */
  setAside: readonly number[]
  /** Left of an interrupted restore of the same backup: emptied first. */
  leftovers: readonly number[]
  findings: readonly Finding[]
}

/** Changes nothing but which database is selected. */
export async function findLodging(
  session: RedisSession,
  info: RedisInfo,
  record: RedisRecord,
  { isElsewhere }: RedisPlace,
  marker: string,
): Promise<Lodging> {
  const findings: Finding[] = []
  const refuse = (failure: NonNullable<Finding['failure']>, text: string, hint: string) =>
    findings.push({ level: 'refuse', failure, text: `source ${record.name}: ${text}`, hint })
  const used = new Set(info.databases.map(({ index }) => index))
  const leftovers: number[] = []
  for (const index of used) {
    await session.ask('SELECT', String(index))
    if ((await session.ask('EXISTS', marker)) === 1) leftovers.push(index)
  }
  // Brought back to their own server, they would be there twice, and four times after the next exchange.
  const setAside = isElsewhere ? [] : (record.setAside ?? [])
  const wanted = record.databases.map(({ index }) => index).filter((index) => !setAside.includes(index))
  const taken = new Set([...used].filter((index) => !leftovers.includes(index)))
  const available = await databaseNumbers(session, 1 + Math.max(15, ...wanted))
  const numbers = new Map<number, number>()
  if (isElsewhere) {
    if (taken.size > 0) {
      refuse(
        'refused',
        `the target is not empty: it holds keys in database ${[...taken].sort((a, b) => a - b).join(', ')}`,
        'Restore into an empty server; Lifeboat overwrites nothing.',
      )
    }
    const missing = wanted.filter((index) => !available.includes(index))
    if (missing.length > 0) {
      refuse(
        'refused',
        `the target has no database ${missing.join(', ')}`,
        'Raise databases in its configuration. A cluster has database 0 only.',
      )
    }
    for (const index of wanted) numbers.set(index, index)
  } else {
    const spare = available.filter((index) => !taken.has(index) && !wanted.includes(index)).reverse()
    if (spare.length < wanted.length) {
      refuse(
        'refused',
        `the server has ${spare.length} spare databases, and ${wanted.length} are needed`,
        'Empty (FLUSHDB) what earlier exchanges have set aside, raise databases in its configuration, or restore side-by-side with the URL of an empty server as target.',
      )
    }
    for (const [at, index] of wanted.entries()) {
      const own = spare[at]
      if (own !== undefined) numbers.set(index, own)
    }
  }
  return { numbers, setAside, leftovers, findings }
}

async function databaseNumbers(session: RedisSession, limit: number): Promise<number[]> {
  const numbers: number[] = []
  for (let index = 0; index < limit; index += 1) {
    try {
      await session.ask('SELECT', String(index))
    } catch (error) {
      if (error instanceof RedisError) break
      throw error
    }
    numbers.push(index)
  }
  return numbers
}

/** Whether the server would take a command, asked without doing it; the code of its refusal, or null. */
export async function refusalOf(session: RedisSession, ...words: readonly string[]): Promise<string | null> {
  await session.ask('MULTI')
  try {
    await session.ask(...words)
    return null
  } catch (error) {
    if (error instanceof RedisError) return error.code
    throw error
  } finally {
    await session.ask('DISCARD')
  }
}
