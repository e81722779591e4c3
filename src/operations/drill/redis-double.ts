import type { Environment } from '../../domain/environment/schema.ts'
import { Template } from '../../domain/environment/template.ts'
import type { RedisRecord } from '../../domain/manifest.ts'
import type { DrillStore, RedisDrillLaboratory, RedisDrillServer } from '../../ports/laboratory.ts'
import type { DrillPorts } from './drill-ports.ts'
import {
  backUpDouble,
  type Grounds,
  guardedPorts,
  makeOwnDouble,
  noApplication,
  populate,
  swapDoubleBack,
} from './own-double.ts'
import type { RedisDouble } from './redis-scene.ts'

export interface RedisDoubleParts {
  environment: Environment
  record: RedisRecord
  laboratory: RedisDrillLaboratory
  /** Holds the environment's own backup. */
  origin: DrillStore
  /** The double's own. */
  stores: readonly DrillStore[]
  /** Of the run. */
  ports: DrillPorts
}

function groundsOf({ laboratory, ports }: RedisDoubleParts): Grounds {
  return {
    ports,
    whereOf: (source) => (source.type === 'redis' ? source.url.text : null),
    demandOwn: (url) => laboratory.demandOwn(url),
  }
}

/** Brings the environment's own backup onto an empty server. @throws Failure when it does not come back */
export async function populateRedis(parts: RedisDoubleParts, server: RedisDrillServer): Promise<void> {
  const { environment, record, origin } = parts
  await populate(environment, record.name, server.url, origin, groundsOf(parts))
}

/** The double of a Redis, with stores and keys of its own. */
export async function doubleRedis(parts: RedisDoubleParts, server: RedisDrillServer): Promise<RedisDouble> {
  const { environment, record, stores } = parts
  const source = { name: record.name, type: 'redis' as const, url: new Template(server.url, 'the drill') }
  const double = await makeOwnDouble(environment, stores, source)
  const own = guardedPorts(groundsOf(parts), double.keys, stores, noApplication)
  return {
    environment: double.environment,
    stores,
    backUp: () => backUpDouble(double, own),
    swapBack: () => swapDoubleBack(double, own),
  }
}
