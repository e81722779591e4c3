import { Failure } from '../../domain/failure.ts'
import type { RedisRecord } from '../../domain/manifest.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type { ArtifactSink } from '../../ports/artifacts.ts'
import type { RedisConfig } from '../../ports/service-probes.ts'
import type { Finding, ProgressSink, Source } from '../../ports/source.ts'
import { enterRedis, parseRedisAddress, type RedisAddress } from './address.ts'
import type { RedisContext } from './context.ts'
import { RedisInfo } from './info.ts'
import { setAsideMarker } from './place.ts'
import { RdbInspector } from './rdb/inspector.ts'
import { pourRdb, syncRefused } from './replication.ts'
import { RedisError, type RedisSession } from './wire.ts'

export const rdbName = 'dump.rdb'

/** A Redis or Valkey server as a source. @throws Failure `config` when its URL cannot be resolved */
export function openRedisSource(config: RedisConfig, context: RedisContext): Source {
  const address = parseRedisAddress(config.url.resolve(context.variables), `source ${config.name}`)
  return {
    name: config.name,
    type: 'redis',
    async preflight(signal) {
      using session = await enterRedis(address, signal)
      return await inspect(session, address, config.name, signal)
    },
    dump: (sink, progress, signal) => dump({ config, address, context, sink, progress, signal }),
    async [Symbol.asyncDispose]() {},
  }
}

async function inspect(
  session: RedisSession,
  address: RedisAddress,
  name: string,
  signal: AbortSignal,
): Promise<Finding[]> {
  const info = await askInfo(session)
  const findings: Finding[] = []
  const say = (level: Finding['level'], text: string, rest: Partial<Finding> = {}) =>
    findings.push({ level, text: `source ${name}: ${text}`, ...rest })
  if (info.is('cluster_enabled', '1')) {
    say('refuse', 'the server is a node of a cluster, which holds a part of the data only', {
      failure: 'refused',
      hint: 'Clusters are not supported by this version: use the snapshots of the service, or a replica that holds everything.',
    })
  }
  const missing = await missingRight(session, address.user)
  if (missing !== null) {
    const { kind, message, hint } = syncRefused(missing)
    const failure = kind === 'access' ? 'access' : 'refused'
    say('refuse', message, { failure, ...(hint === undefined ? {} : { hint }) })
  }
  if (info.is('role', 'slave') && !info.is('master_link_status', 'up')) {
    say('refuse', 'it is a replica that has lost its primary, so its data is of an unknown age', {
      failure: 'unavailable',
      hint: 'Mend the replication, or back up the primary.',
    })
  }
  if (info.is('loading', '1')) {
    say('refuse', 'the server still loads its data', { failure: 'unavailable', hint: 'Try again later.' })
  }
  const modules = await session.ask('MODULE', 'LIST').catch((error: unknown) => {
    if (error instanceof RedisError) return null
    throw error
  })
  signal.throwIfAborted()
  if (Array.isArray(modules) && modules.length > 0) {
    say(
      'warning',
      `${counted(modules.length, 'module')} ${modules.length === 1 ? 'is' : 'are'} loaded; data of modules comes back only on a server that has them`,
    )
  }
  const total = info.number('total_system_memory')
  const used = info.number('used_memory_rss')
  if (total > 0 && used > total / 2) {
    say(
      'warning',
      `the server uses ${formatBytes(used)} of ${formatBytes(total)} memory; while it copies itself it may need up to twice as much`,
      { hint: 'Back up when few keys are written, or back up a replica.' },
    )
  }
  const major = Number.parseInt(info.version, 10)
  if (major < 7) {
    say(
      'notice',
      'a server before version 7 keeps what is written during the backup in memory for us (client-output-buffer-limit replica)',
    )
  }
  return findings
}

/** Where the server can be asked (`ACL DRYRUN`, since 7.0, with the right to); null when nothing is known to be missing. */
async function missingRight(session: RedisSession, user: string): Promise<RedisError | null> {
  for (const command of [['SYNC'], ['REPLCONF', 'capa', 'eof']]) {
    const known = await session.ask('COMMAND', 'INFO', ...command.slice(0, 1)).catch(ignored)
    if (Array.isArray(known) && known[0] === null) return new RedisError('unavailable', 'ERR')
    const answer = await session
      .ask('ACL', 'DRYRUN', user === '' ? 'default' : user, ...command)
      .catch(ignored)
    if (Buffer.isBuffer(answer)) return new RedisError('access', 'NOPERM')
  }
  return null
}

function ignored(error: unknown): null {
  if (error instanceof RedisError) return null
  throw error
}

interface Dump {
  config: RedisConfig
  address: RedisAddress
  context: RedisContext
  sink: ArtifactSink
  progress: ProgressSink
  signal: AbortSignal
}

async function dump({ config, address, context, sink, progress, signal }: Dump): Promise<RedisRecord> {
  using session = await enterRedis(address, signal)
  const info = await askInfo(session)
  const inspector = new RdbInspector(setAsideMarker)
  // Not after this moment does the server begin to write what it has.
  const at = context.clock.now()
  const lag = info.is('role', 'slave') ? info.number('master_last_io_seconds_ago') * 1_000 : 0
  const body = async function* (): AsyncGenerator<Buffer> {
    let done = 0
    for await (const chunk of pourRdb(session)) {
      signal.throwIfAborted()
      inspector.feed(chunk)
      done += chunk.length
      progress.report(done)
      yield chunk
    }
    inspector.end()
  }
  // The server packs long strings one by one; together they get smaller still.
  const artifact = await sink.put({ name: rdbName, body: body(), compressedBy: 'lifeboat' }, signal)
  const contents = inspector.end()
  const warnings = [
    ...(contents.hasChecksum ? [] : ['the server writes no checksum into RDB files (rdbchecksum no)']),
    ...(contents.hasModules ? ['it holds data of modules, which only a server that has them can load'] : []),
  ]
  return {
    name: config.name,
    type: 'redis',
    engine: 'redis-rdb',
    serverVersion: info.version,
    serverKind: info.kind,
    rdbVersion: contents.version,
    databases: contents.databases,
    ...(contents.marked.length === 0 ? {} : { setAside: contents.marked }),
    snapshot: { at: iso(at), dataAt: iso(at - lag) },
    databaseSize: contents.bytes,
    notIncluded: [],
    warnings,
    artifacts: [artifact],
  }
}

async function askInfo(session: RedisSession): Promise<RedisInfo> {
  try {
    return await RedisInfo.ask(session)
  } catch (error) {
    if (!(error instanceof RedisError && error.kind === 'access')) throw error
    throw new Failure('access', `the user may not ask the server what it is (INFO: ${error.code})`, {
      hint: 'Give the user of the URL the right: ACL SETUSER name +info.',
      cause: error,
    })
  }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
