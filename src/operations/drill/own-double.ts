import type { Environment, SourceConfig } from '../../domain/environment/schema.ts'
import { Template } from '../../domain/environment/template.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { DrillStore } from '../../ports/laboratory.ts'
import type { Log } from '../../ports/log.ts'
import type { Ports } from '../../ports/ports.ts'
import { makeIdentity } from '../../vault/keys.ts'
import { makeSigningKeys } from '../../vault/signing.ts'
import { backup } from '../backup/backup.ts'
import { type Application, plainRestore, type RestorePorts } from '../restore/restore-input.ts'
import { restore } from '../restore/restore.ts'
import type { DrillPorts } from './drill-ports.ts'

/** What a double may reach. */
export interface Grounds {
  /** Of the run. */
  ports: DrillPorts
  /** Where a source is: a URL or a path; null for one of another kind. */
  whereOf: (source: SourceConfig) => string | null
  /** @throws Failure `refused` when it is not of this drill's laboratory */
  demandOwn: (where: string) => void | Promise<void>
}

/** An environment whose only stores are these. */
export function withStores(environment: Environment, among: readonly DrillStore[]): Environment {
  return {
    ...environment,
    stores: among.map(({ store, path }) => ({
      name: store.name,
      type: 'local' as const,
      path: new Template(path, 'the drill'),
      ephemeral: false,
    })),
    minimumCopies: 1,
  }
}

/** Ports for operations on a double: whatever a scenario asks for, it reaches nothing that the drill did not make. */
export function guardedPorts(
  { ports, whereOf, demandOwn }: Grounds,
  keys: Ports['keys'],
  among: readonly DrillStore[],
  application: Application,
): RestorePorts {
  return {
    ...ports,
    log: aside(ports.log),
    keys,
    stores: among.map(({ store }) => store),
    run: { ...ports.run, reason: ports.run.reason ?? 'a drill' },
    openSource: async (asked) => {
      await demandOwn(whereOf(asked) ?? '')
      return ports.openSource(asked)
    },
    openRestoration: async (asked, config, request) => {
      // With a target, nobody needs to know where the environment itself is.
      const own = request.target === null ? config : undefined
      await demandOwn(request.target ?? (own === undefined ? null : whereOf(own)) ?? '')
      return ports.openRestoration(asked, own, request)
    },
    application,
  }
}

/** What an operation has to say of a double’s configuration is nobody’s trouble: it was made by the drill. */
function aside(log: Log): Log {
  const debug = (text: string) => log.debug(`of the double: ${text}`)
  return { ...log, notice: debug, warning: debug }
}

/** A double with keys of its own, made for this drill. */
export interface OwnDouble {
  environment: Environment
  keys: Ports['keys']
  /** What its signatures are held to. */
  publicKey: string
  /** age identities: of two that open its backups, and of one that opens none. */
  identities: { verification: string; offline: string; stranger: string }
}

/** @param source the double's only one */
export async function makeOwnDouble(
  environment: Environment,
  stores: readonly DrillStore[],
  source: SourceConfig,
): Promise<OwnDouble> {
  const [offline, verification, stranger] = [await makeIdentity(), await makeIdentity(), await makeIdentity()]
  const signing = makeSigningKeys()
  return {
    environment: {
      ...withStores(environment, stores),
      sources: [source],
      encryption: { recipients: [offline.recipient, verification.recipient] },
      signing: { backup: signing.publicKey },
      objectives: {},
    },
    keys: { passphrase: null, identities: [verification.identity], signing: signing.secretKey },
    publicKey: signing.publicKey,
    identities: {
      offline: offline.identity,
      verification: verification.identity,
      stranger: stranger.identity,
    },
  }
}

/** Brings the environment's own backup into the laboratory. @throws Failure when it does not come back */
export async function populate(
  environment: Environment,
  source: string,
  target: string,
  origin: DrillStore,
  grounds: Grounds,
): Promise<void> {
  const { report } = await restore(
    withStores(environment, [origin]),
    { ...plainRestore, source, backup: 'latest', target },
    guardedPorts(grounds, grounds.ports.keys, [origin], noApplication),
  )
  demandGood(report, 'the backup of the environment does not come back in the laboratory')
}

/** @returns the backup's id. @throws Failure when it is not good */
export async function backUpDouble({ environment }: OwnDouble, ports: RestorePorts): Promise<string> {
  const report = await backup(environment, { class: 'scheduled' }, ports)
  demandGood(report, 'the double could not be backed up')
  return report.backupId ?? ''
}

/**
 * Puts the newest backup of a double in the place of what is in use there, by the operation.
 * @returns the name that what was in use is kept under. @throws Failure when it failed
 */
export async function swapDoubleBack(
  { environment }: OwnDouble,
  ports: RestorePorts,
): Promise<string | null> {
  const { report } = await restore(
    environment,
    { ...plainRestore, mode: 'swap', backup: 'latest', confirm: environment.environment },
    ports,
  )
  demandGood(report, 'the double did not come back')
  return report.restored?.places[0]?.keptAs ?? null
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

/** An application that is led to where the data is. @param leadThere is given a URL of the laboratory */
export function leadingApplication(leadThere: (url: string) => void): Application {
  return {
    target: {
      kind: 'command',
      describe: (step) => `${step} the application of the drill`,
      restart: async () => done,
      reroute: async (url) => {
        leadThere(url)
        return done
      },
    },
    health: null,
    urlOf: (place) => place,
  }
}
