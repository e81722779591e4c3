import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostgresConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Finding, Source } from '../../ports/source.ts'
import { resolveAddress } from './address.ts'
import type { PostgresContext } from './context.ts'
import { dumpDatabase } from './dump/dump.ts'
import { inspect, type Preflight } from './preflight.ts'
import { addressForClient } from './root-certificates.ts'
import { connect } from './session.ts'
import { toolsFor, type PostgresTools } from './tools.ts'

/** A PostgreSQL database as a source. @throws Failure `config` when its connection fields cannot be resolved */
export function openPostgresSource(config: PostgresConfig, context: PostgresContext): Source {
  const address = resolveAddress(config, context.variables)
  // Unique per run, so that the watcher knows our own sessions from others'.
  const applicationName = `lifeboat-${Buffer.from(context.random.bytes(6)).toString('hex')}`
  let known: Preflight | null = null

  const look = async (signal: AbortSignal): Promise<Preflight> => {
    await using session = await connect(address, { applicationName, signal })
    return await inspect(session, { config, address, applicationName, spool: context.spool, signal })
  }

  const programs = (major: number, signal: AbortSignal): Promise<PostgresTools> =>
    toolsFor(major, { install: config.install, needServer: false, client: config.client }, context, signal)

  const programFindings = async (major: number, signal: AbortSignal): Promise<Finding[]> => {
    try {
      await programs(major, signal)
      return []
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'missing') throw error
      const hint = error.hint === undefined ? {} : { hint: error.hint }
      return [
        { level: 'refuse', failure: 'missing', text: `source ${config.name}: ${error.message}`, ...hint },
      ]
    }
  }

  return {
    name: config.name,
    type: 'postgres',
    async preflight(signal) {
      known = await look(signal)
      if (known.findings.some((finding) => finding.level === 'refuse')) return known.findings
      return [...known.findings, ...(await programFindings(known.facts.major, signal))]
    },
    async dump(sink, progress, signal) {
      const { facts, pooling } = (known ??= await look(signal))
      const tools = await programs(facts.major, signal)
      const spool = await mkdtemp(join(context.spool, `${config.name}-`))
      try {
        return await dumpDatabase({
          config,
          address: await addressForClient(address, tools.major, spool),
          facts,
          pooling,
          tools,
          applicationName,
          spool,
          sink,
          progress,
          processes: context.processes,
          clock: context.clock,
          log: context.log,
          signal,
        })
      } finally {
        await rm(spool, { recursive: true, force: true })
      }
    },
    async [Symbol.asyncDispose]() {},
  }
}
