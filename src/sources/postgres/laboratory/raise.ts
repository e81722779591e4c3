import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { Clock, Random } from '../../../ports/clock.ts'
import type { Log } from '../../../ports/log.ts'
import type { Processes } from '../../../ports/process.ts'
import { findPrivilege, type Privilege, systemEnvironment } from '../privilege.ts'
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
import {
  laboratoryFolders,
  type LaboratoryState,
  removeLaboratories,
  removeLaboratory,
  writeState,
} from './state.ts'

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
/** sun_path has 108 bytes on Linux and 104 on macOS, with a closing zero. */
const longestSocketPath = 103

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

export interface Place {
  folder: string
  /** The socket's folder, by a path that is short enough. */
  socket: string
  /** The folder of a socket that leads to another server, likewise; not made yet. */
  upstream: string
  folders: string[]
}

/**
 * In the spool, which only we may enter, where the server gets a view of its own of the file system; else where its user
 * can get by himself. Others can enter that folder too, but not read it, and the data in it is the server's alone.
 */
export async function makeFolder(
  enclosure: Pick<Enclosure, 'mode'>,
  id: string,
  spool: string,
): Promise<Place> {
  const open = enclosure.mode !== 'uid'
  const parent = open ? spool : (await othersMayEnter(dirname(spool))) ? dirname(spool) : tmpdir()
  const [own, shortcut] = laboratoryFolders(id)
  const folder = resolve(parent, own)
  await mkdir(folder, { mode: 0o711 })
  await chmod(folder, 0o711)
  const socket = join(folder, 'socket')
  // `upstream` is the longer name.
  if (Buffer.byteLength(join(folder, 'upstream', `.s.PGSQL.${port}`)) <= longestSocketPath) {
    return { folder, socket, upstream: join(folder, 'upstream'), folders: [folder] }
  }
  const short = resolve(tmpdir(), shortcut)
  await mkdir(short, { mode: 0o711 })
  await symlink(socket, join(short, 's'))
  return { folder, socket: join(short, 's'), upstream: join(short, 'u'), folders: [folder, short] }
}

async function othersMayEnter(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

/** A user id without an account and without a process. */
export async function freeUserId(random: Random): Promise<number> {
  const accounts = await readFile('/etc/passwd', 'utf8')
  const taken = new Set(accounts.split('\n').map((line) => Number(line.split(':')[2])))
  for (const entry of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue
    const found = await stat(`/proc/${entry}`).catch(() => null)
    if (found !== null) taken.add(found.uid)
  }
  for (;;) {
    // Below what containers map, above people's accounts, outside of systemd's own range.
    const uid = 40_000 + (Buffer.from(random.bytes(4)).readUInt32BE() % 20_000)
    if (!taken.has(uid)) return uid
  }
}
