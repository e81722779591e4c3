import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { Clock, Random } from '../../../ports/clock.ts'
import type { Log } from '../../../ports/log.ts'
import type { Processes } from '../../../ports/process.ts'
import { makeFolder } from '../../laboratory/folder.ts'
import {
  type LaboratoryState,
  removeLaboratories,
  removeLaboratory,
  writeState,
} from '../../laboratory/state.ts'
import { freeUserId } from '../../laboratory/user-id.ts'
import { findPrivilege, type Privilege, systemEnvironment } from '../../privilege.ts'
import type { PostgresTools } from '../tools.ts'
import {
  type Cell,
  enclose,
  type EnclosedServer,
  type Enclosure,
  enclosures,
  endSupervisor,
} from './enclosure.ts'
import { provideLocales } from './locale.ts'

export interface RaiseOptions {
  tools: PostgresTools
  /** A folder of this run alone. */
  spool: string
  /** Where state files lie; beside the spool by default. */
  stateFolder?: string
  processes: Processes
  log: Log
  clock: Clock
  random: Random
  signal: AbortSignal
  /** Leaves out better enclosures, for tests. */
  atMost?: Enclosure['mode']
}

export interface ServerSpec {
  kind: Cell['kind']
  /** Lines of postgresql.conf. */
  settings: string
  /** Lines of pg_hba.conf. */
  access: string
  initdbOptions: readonly string[]
  /** libc's locales that the server has to know. */
  locales: readonly string[]
  /** Of a standby: the primary's superuser. */
  login?: { user: string; password: string }
  /** Marks the data folder of a server that a drill may harm. */
  token?: string
  /** Of a standby: opens the way to its primary, in a folder that its server can enter. */
  upstream?: (folder: string) => Promise<AsyncDisposable>
}

export interface RaisedServer extends AsyncDisposable {
  readonly server: EnclosedServer
  readonly connection: { host: string; port: number; user: string; password: string }
  /** For libpq programs, without a database. */
  readonly environment: Readonly<Record<string, string>>
  /** The enclosure, and why it is no better one; for people. */
  readonly enclosed: readonly string[]
  readonly folder: string
}

export const port = 5432

/**
 * Makes and starts a server, shut in as well as this machine allows. Disposing it stops the server and removes all of it.
 * @throws Failure `missing` when a locale or a program is not there
 */
export async function raiseServer(options: RaiseOptions, spec: ServerSpec): Promise<RaisedServer> {
  const { tools, processes, log, clock, random, signal } = options
  signal.throwIfAborted()
  const stateFolder = options.stateFolder ?? dirname(options.spool)
  await removeLaboratories(stateFolder, options)
  const privilege = process.platform === 'linux' ? await findPrivilege(processes, signal) : null
  const hex = (bytes: number) => Buffer.from(random.bytes(bytes)).toString('hex')
  const id = hex(8)
  const { user, password } = spec.login ?? { user: `lifeboat_${hex(6)}`, password: hex(16) }

  const refusals: string[] = []
  for (const enclosure of usable(privilege, options.atMost)) {
    await using cleanUp = new AsyncDisposableStack()
    const place = await makeFolder(enclosure, id, options.spool)
    const state: LaboratoryState = {
      id,
      owner: process.pid,
      supervisor: null,
      privileged: enclosure.privileged,
      folders: place.folders,
    }
    await writeState(stateFolder, state)
    cleanUp.defer(async () => {
      const gone = await removeLaboratory(
        stateFolder,
        state,
        enclosure.privileged ? (privilege ?? []) : [],
        options,
      )
      if (!gone) log.warning('the laboratory could not be removed; the next run tries again')
    })

    const locales = await provideLocales(spec.locales, place.folder, { processes, log, signal })
    await writeFile(join(place.folder, 'settings.conf'), spec.settings)
    await writeFile(join(place.folder, 'hba.conf'), spec.access)
    if (spec.upstream !== undefined) {
      await mkdir(join(place.folder, 'upstream'), { mode: 0o711 })
      if (dirname(place.upstream) !== place.folder)
        await symlink(join(place.folder, 'upstream'), place.upstream)
      cleanUp.use(await spec.upstream(place.upstream))
    }
    const uid = enclosure.privileged ? await freeUserId(random) : (process.getuid?.() ?? 0)
    const gid = enclosure.privileged ? uid : (process.getgid?.() ?? 0)
    const cell: Cell = {
      kind: spec.kind,
      folder: place.folder,
      socket: place.socket,
      upstream: place.upstream,
      uid,
      gid,
      bindir: tools.bindir,
      root: tools.root,
      superuser: user,
      password,
      token: spec.token ?? '',
      initdbOptions: spec.initdbOptions,
      locales: locales === null ? null : 'locale',
    }
    const server = await enclose(enclosure, privilege ?? [], cell, {
      processes,
      clock,
      signal,
      started: async (pid) => {
        state.supervisor = pid
        await writeState(stateFolder, state)
      },
    })
    if ('refusal' in server) {
      log.debug(`this machine does not allow a laboratory in ${enclosure.mode}: ${server.refusal}`)
      refusals.push(`not ${enclosure.mode}: ${server.refusal}`)
      continue
    }
    cleanUp.defer(async () => {
      await endSupervisor(server.supervisor, clock)
    })
    const release = cleanUp.move()
    return {
      server,
      connection: { host: place.socket, port, user, password },
      environment: {
        PATH: systemEnvironment['PATH'] ?? '',
        PGHOST: place.socket,
        PGPORT: String(port),
        PGUSER: user,
        PGPASSWORD: password,
        PGSSLMODE: 'disable',
        PGCONNECT_TIMEOUT: '30',
      },
      enclosed: [enclosure.mode, ...refusals],
      folder: place.folder,
      [Symbol.asyncDispose]: () => release.disposeAsync(),
    }
  }
  throw new Failure('missing', 'no laboratory server can be run on this machine', {
    hint:
      process.getuid?.() === 0
        ? 'As root it needs the right to change to another user (setpriv of util-linux), and programs that other users may read.'
        : `Can this user run ${tools.path('postgres')}?`,
  })
}

/** Root has no need of a user namespace, and the server refuses to run as root. */
function usable(privilege: Privilege | null, atMost: Enclosure['mode'] | undefined): Enclosure[] {
  const first = atMost === undefined ? 0 : enclosures.findIndex(({ mode }) => mode === atMost)
  return enclosures.slice(first).filter((enclosure) => {
    if (enclosure.linuxOnly && process.platform !== 'linux') return false
    return enclosure.privileged ? privilege !== null : process.getuid?.() !== 0
  })
}
