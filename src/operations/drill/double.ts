import type { Environment, PostgresConfig } from '../../domain/environment/schema.ts'
import { Template } from '../../domain/environment/template.ts'
import { Failure } from '../../domain/failure.ts'
import type { PostgresRecord } from '../../domain/manifest.ts'
import type { Report } from '../../domain/report.ts'
import type { DrillLaboratory, DrillServer, DrillStore, Line } from '../../ports/laboratory.ts'
import type { Ports } from '../../ports/ports.ts'
import { makeIdentity } from '../../vault/keys.ts'
import { makeSigningKeys } from '../../vault/signing.ts'
import { backup } from '../backup/backup.ts'
import type { Application, RestorePorts } from '../restore/restore-input.ts'
import { restore } from '../restore/restore.ts'
import type { DrillPorts } from './drill-ports.ts'
import { startOwnBackup } from './own-backup.ts'
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
  populate(server: DrillServer): Promise<Report>
  /** The whole double, once the application has a line. */
  complete(line: Line, primary: DrillServer): Promise<Double>
}

/** Databases that every server has: a restore takes their names for the server itself. */
const maintenance = ['postgres', 'template0', 'template1']

export function beginDouble(parts: DoubleParts): Beginnings {
  const { environment, config, record, laboratory, stores, ports } = parts
  const database = maintenance.includes(record.database) ? `double_of_${record.database}` : record.database
  const within = (among: readonly DrillStore[]): Environment => ({
    ...environment,
    stores: among.map(({ store, path }) => ({
      name: store.name,
      type: 'local' as const,
      path: new Template(path, 'the drill'),
      ephemeral: false,
    })),
    minimumCopies: 1,
  })
  const guarded = (
    keys: Ports['keys'],
    among: readonly DrillStore[],
    application: Application,
  ): RestorePorts => ({
    ...ports,
    keys,
    stores: among.map(({ store }) => store),
    run: { ...ports.run, reason: ports.run.reason ?? 'a drill' },
    // Whatever a scenario asks for, it reaches no server that the drill did not start.
    openSource: async (asked) => {
      demandOwnSource(asked, laboratory)
      return ports.openSource(asked)
    },
    openRestoration: async (asked, _config, request) => {
      laboratory.demandOwn(request.target ?? '')
      return ports.openRestoration(asked, undefined, request)
    },
    application,
  })
  return {
    database,
    populate: async (server) => {
      const { report } = await restore(
        within([parts.origin]),
        { ...besideInput(record.name), backup: 'latest', target: server.url(database) },
        guarded(ports.keys, [parts.origin], noApplication),
      )
      demandGood(report, 'the backup of the environment does not come back in the laboratory')
      return report
    },
    complete: async (line, primary) => {
      const [offline, verification, stranger] = [
        await makeIdentity(),
        await makeIdentity(),
        await makeIdentity(),
      ]
      const signing = makeSigningKeys()
      const double: Environment = {
        ...within(stores),
        sources: [atServer(config, line.url(database))],
        encryption: { recipients: [offline.recipient, verification.recipient] },
        signing: { backup: signing.publicKey },
        objectives: {},
      }
      const keys: Ports['keys'] = {
        passphrase: null,
        identities: [verification.identity],
        signing: signing.secretKey,
      }
      const leading = (server: DrillServer) => leadingApplication(line, server, laboratory)
      const doublePorts = guarded(keys, stores, leading(primary))
      return {
        environment: double,
        stores,
        identities: {
          offline: offline.identity,
          verification: verification.identity,
          stranger: stranger.identity,
        },
        ports: doublePorts,
        backUp: async () => {
          const report = await backup(double, { class: 'scheduled' }, doublePorts)
          demandGood(report, 'the double could not be backed up')
          return report.backupId ?? ''
        },
        startBackup: () =>
          startOwnBackup(double, stores, line.url(database), laboratory, signing.secretKey, ports),
        restoreOnto: async (
          server,
          { backup: wanted = 'latest', fallBack = false, ports: own }: RestoreOntoOptions = {},
        ) => {
          const { report } = await restore(
            double,
            {
              ...besideInput(record.name),
              backup: wanted,
              target: server.url(database),
              reroute: true,
              confirm: double.environment,
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

export function besideInput(source: string) {
  return {
    mode: 'side-by-side',
    source,
    confirm: null,
    selection: null,
    answered: [],
    fallBack: false,
    emergencyBackup: false,
    reroute: false,
    dryRun: false,
  } as const
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

/** @throws Failure `refused` */
function demandOwnSource(config: Environment['sources'][number], laboratory: DrillLaboratory): void {
  const url = config.type === 'postgres' && config.host === undefined ? config.url?.text : undefined
  laboratory.demandOwn(url ?? '')
}

export function demandGood(report: Report, what: string): void {
  if (report.verdict !== 'failed') return
  const { failure } = report
  throw new Failure(failure?.kind ?? 'objective', `${what}: ${failure?.message ?? 'a check failed'}`, {
    ...(failure?.hint === null || failure?.hint === undefined ? {} : { hint: failure.hint }),
    subjects: failure?.subjects ?? [],
  })
}

const done = { status: 'done', detail: 'in the laboratory' } as const

/** Nobody works on the double yet. */
export const noApplication: Application = {
  target: {
    kind: 'command',
    describe: () => 'nothing: nobody works on the double yet',
    restart: async () => done,
    reroute: async () => done,
  },
  health: null,
  urlOf: (place) => place,
}

/** An application that is led to a server by its line. */
function leadingApplication(line: Line, server: DrillServer, laboratory: DrillLaboratory): Application {
  return {
    target: {
      kind: 'command',
      describe: (step) => `${step} the application of the drill`,
      restart: async () => done,
      reroute: async (url) => {
        laboratory.demandOwn(url)
        line.leadTo(server)
        return done
      },
    },
    health: null,
    urlOf: (place) => place,
  }
}
