import { chmod, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { PostgresRecord } from '../../../domain/manifest.ts'
import type { DrillLaboratory, DrillServer, Line } from '../../../ports/laboratory.ts'
import type { Store } from '../../../ports/store.ts'
import { parseUrl } from '../address.ts'
import type { PostgresContext } from '../context.ts'
import { type RaiseOptions, port, raiseServer, type ServerSpec } from '../laboratory/raise.ts'
import { laboratoryFolders, removeLaboratory, writeState } from '../../laboratory/state.ts'
import { drillSettings, settingsFile } from '../laboratory/tuning.ts'
import { findPrivilege } from '../../privilege.ts'
import { toolsFor } from '../tools.ts'
import { copyTable } from './copy-table.ts'
import { openElsewhere } from './elsewhere.ts'
import { openRelay, type Relay } from './line.ts'
import { commandServer, type KnownServer, serverUrl } from './server.ts'
import { openDrillSession, tokenSetting } from './session.ts'
import { strikeable } from '../../laboratory/strikeable-store.ts'

export interface DrillLaboratoryOptions {
  /** What the servers have to be like. */
  kind: ServerKind
  install: 'auto' | 'never'
  context: PostgresContext
  /** Opens a folder as a store. */
  openFolder: (name: string, path: string) => Promise<Store>
  signal: AbortSignal
}

/** What a server must be, so that a backup can come back on it. */
export interface ServerKind {
  major: number
  collate: string
  ctype: string
  lcMonetary: string
  /** How many relations it has to hold locks on. */
  tables: number
}

export function kindOf({ restorableInto, locale, lcMonetary, tables }: PostgresRecord): ServerKind {
  const { collate, ctype } = locale
  return { major: restorableInto, collate, ctype, lcMonetary, tables: tables.length }
}

/** Opens the place that a drill plays in. What a killed run leaves of it is removed as any laboratory's. */
export async function openDrillLaboratory(options: DrillLaboratoryOptions): Promise<DrillLaboratory> {
  const { kind, context, openFolder, signal } = options
  const { spool, processes, clock, random, log } = context
  const tools = await toolsFor(kind.major, { install: options.install, needServer: true }, context, signal)
  const raising: RaiseOptions = { tools, spool, processes, log, clock, random, signal }
  const hex = (count: number) => Buffer.from(random.bytes(count)).toString('hex')
  const token = hex(16)
  await using guard = new AsyncDisposableStack()
  // Servers and lines join it for as long as the laboratory stands.
  const stack = guard.use(new AsyncDisposableStack())
  const open = await openOpenFolder(hex(8), raising, stack)
  const servers = new Map<DrillServer, KnownServer>()
  const hosts = new Set<string>()
  let isolation: DrillLaboratory['isolation'] = 'full'

  const spec: ServerSpec = {
    kind: 'drill',
    settings:
      settingsFile(
        drillSettings({
          major: tools.major,
          version: tools.version,
          lcMonetary: kind.lcMonetary,
          size: null,
          tables: kind.tables,
        }),
      ) + `${tokenSetting} = '${token}'\n`,
    access: 'local all all scram-sha-256\nlocal replication all scram-sha-256\n',
    // The default since 18, and unknown as an option of "no" before.
    initdbOptions: ['--data-checksums'],
    locales: [kind.collate, kind.ctype, kind.lcMonetary],
    token,
  }
  const raise = async (name: string, how: ServerSpec): Promise<KnownServer> => {
    const raised = stack.use(await raiseServer(raising, how))
    const server = await commandServer(name, tools.major, raised, token, signal)
    isolation = isolation === 'full' ? raised.server.isolation : isolation
    servers.set(server, server)
    hosts.add(server.host)
    return server
  }
  const known = (server: DrillServer): KnownServer => {
    const found = servers.get(server)
    if (found === undefined) throw new Failure('refused', `${server.name} is no server of this laboratory`)
    return found
  }
  const line = (name: string, relay: Relay, first: DrillServer): Line => {
    let end = known(first)
    hosts.add(relay.host)
    return {
      name,
      url: (database) => serverUrl(relay.host, end.login, database),
      cut: () => relay.cut(),
      heal: () => relay.heal(),
      leadTo: (server) => {
        end = known(server)
        relay.leadTo(end.host)
      },
      get leadsTo() {
        return end
      },
      session: (database, bounds = {}) =>
        openDrillSession({ host: relay.host, port, ...end.login, database }, token, { ...bounds, signal }),
    }
  }

  const release = guard.move()
  return {
    get isolation() {
      return isolation
    },
    startServer: (name) => raise(name, spec),
    startStandby: async (name, of) => {
      const primary = known(of)
      const opened: { relay: Relay | null } = { relay: null }
      const server = await raise(name, {
        ...spec,
        kind: 'standby',
        login: primary.login,
        upstream: async (folder) => (opened.relay = await openRelay(folder, primary.host)),
      })
      if (opened.relay === null) throw new TypeError('the standby has no line')
      return { server, line: line(`${name} to ${of.name}`, opened.relay, of) }
    },
    openLine: async (name, to) => {
      const relay = stack.use(await openRelay(join(open, hex(4)), known(to).host))
      return line(name, relay, to)
    },
    openStore: async (name) => {
      const path = join(spool, `drill-store-${hex(4)}`)
      await mkdir(path, { mode: 0o700 })
      return strikeable(path, stack.use(await openFolder(name, path)))
    },
    demandOwn: (url) => {
      const { host } = parseUrl(url, 'target')
      if (host !== undefined && hosts.has(host)) return
      throw new Failure('refused', 'a drill works on nothing but the servers that it started itself')
    },
    copyTable: (table, from, to) =>
      copyTable(
        table,
        { server: known(from.server), database: from.database },
        { server: known(to.server), database: to.database },
        { tools, processes, file: join(spool, `drill-table-${hex(4)}`), signal },
      ),
    openElsewhere: () =>
      openElsewhere({
        open,
        name: hex(4),
        bindir: tools.bindir,
        processes,
        random,
        signal,
        way: async (server) => {
          const relay = stack.use(await openRelay(join(open, hex(4)), known(server).host))
          return { host: relay.host, ...known(server).login }
        },
      }),
    folder: async (name) => {
      const path = join(spool, `drill-${name}-${hex(4)}`)
      await mkdir(path, { mode: 0o700 })
      return path
    },
    [Symbol.asyncDispose]: () => release.disposeAsync(),
  }
}

/** A folder with a short path that other users may enter, for sockets and for what runs as somebody else. */
async function openOpenFolder(
  id: string,
  options: RaiseOptions,
  stack: AsyncDisposableStack,
): Promise<string> {
  const { spool, processes, clock, signal } = options
  const stateFolder = options.stateFolder ?? dirname(spool)
  const privilege = await findPrivilege(processes, signal)
  const folder = join(tmpdir(), laboratoryFolders(id)[1])
  const state = {
    id,
    owner: process.pid,
    supervisor: null,
    privileged: privilege !== null,
    folders: [folder],
  }
  await writeState(stateFolder, state)
  stack.defer(async () => {
    await removeLaboratory(stateFolder, state, privilege ?? [], { processes, clock })
  })
  await mkdir(folder, { mode: 0o711 })
  await chmod(folder, 0o711)
  return folder
}
