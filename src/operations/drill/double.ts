import type { Environment, PostgresConfig } from '../../domain/environment/schema.ts'
import { Template } from '../../domain/environment/template.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import type { DrillLaboratory, DrillServer, DrillStore, Line } from '../../ports/laboratory.ts'
import { plainRestore } from '../restore/restore-input.ts'
import { restore } from '../restore/restore.ts'
import type { DrillPorts } from './drill-ports.ts'
import { startOwnBackup } from './own-backup.ts'
import {
  backUpDouble,
  demandGood,
  type Grounds,
  guardedPorts,
  leadingApplication,
  makeOwnDouble,
  populate,
} from './own-double.ts'
import type { Double, RestoreOntoOptions } from './scenario.ts'

export interface DoubleParts {
  environment: Environment
  config: PostgresConfig
  record: PostgresRecord
  laboratory: DrillLaboratory
  /** Holds the environment's own backup. */
  origin: DrillStore
  /** The double's own. */
  stores: readonly DrillStore[]
  /** Of the run. */
  ports: DrillPorts
}

/** The double before there is an application: able to bring the environment's own backup onto a server. */
export interface Beginnings {
  /** Name of the double's database. */
  database: string
  /** @throws Failure when the backup does not come back */
  populate(server: DrillServer): Promise<void>
  /** The whole double, once the application has a line. */
  complete(line: Line, primary: DrillServer): Promise<Double>
}

/** Databases that every server has: a restore takes their names for the server itself. */
const maintenance = ['postgres', 'template0', 'template1']

export function beginDouble(parts: DoubleParts): Beginnings {
  const { environment, config, record, laboratory, origin, stores, ports } = parts
  const database = maintenance.includes(record.database) ? `double_of_${record.database}` : record.database
  const grounds: Grounds = {
    ports,
    whereOf: (source) =>
      source.type === 'postgres' && source.host === undefined ? (source.url?.text ?? null) : null,
    demandOwn: (url) => laboratory.demandOwn(url),
  }
  return {
    database,
    populate: (server) => populate(environment, record.name, server.url(database), origin, grounds),
    complete: async (line, primary) => {
      const double = await makeOwnDouble(environment, stores, atServer(config, line.url(database)))
      const leading = (server: DrillServer) =>
        leadingApplication((url) => {
          laboratory.demandOwn(url)
          line.leadTo(server)
        })
      const doublePorts = guardedPorts(grounds, double.keys, stores, leading(primary))
      return {
        environment: double.environment,
        stores,
        identities: double.identities,
        ports: doublePorts,
        backUp: () => backUpDouble(double, doublePorts),
        startBackup: () =>
          startOwnBackup(
            double.environment,
            stores,
            line.url(database),
            laboratory,
            double.keys.signing ?? '',
            ports,
          ),
        restoreOnto: async (
          server,
          { backup: wanted = 'latest', fallBack = false, ports: own }: RestoreOntoOptions = {},
        ) => {
          const { report } = await restore(
            double.environment,
            {
              ...plainRestore,
              source: record.name,
              backup: wanted,
              target: server.url(database),
              reroute: true,
              confirm: environment.environment,
              fallBack,
            },
            { ...(own ?? doublePorts), application: leading(server) },
          )
          demandGood(report, 'the double did not come back')
          return report
        },
      }
    },
  }
}

/** The source as the file has it, at another place. */
function atServer(config: PostgresConfig, url: string): PostgresConfig {
  const {
    host: _host,
    port: _port,
    user: _user,
    password: _password,
    database: _database,
    sslmode: _sslmode,
    sslrootcert: _sslrootcert,
    ...rest
  } = config
  return { ...rest, url: new Template(url, 'the drill') }
}
