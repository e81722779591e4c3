import { chown, mkdir, readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Isolation } from '../../domain/proof.ts'
import { Failure } from '../../domain/failure.ts'
import type { Processes, RunningProcess } from '../../ports/process.ts'
import { makeFolder } from '../laboratory/folder.ts'
import {
  type LaboratoryState,
  removeLaboratories,
  removeLaboratory,
  writeState,
} from '../laboratory/state.ts'
import { freeUserId } from '../laboratory/user-id.ts'
import { systemEnvironment } from '../privilege.ts'
import { enterRedis } from './address.ts'
import type { RedisContext } from './context.ts'
import { rdbName } from './source.ts'
import { RedisError, type RedisSession } from './wire.ts'

export interface RedisProgram {
  command: string
  /** `7.0.15` */
  version: string
  kind: 'redis' | 'valkey'
  environment: Readonly<Record<string, string>>
}

/** The server of this machine. @throws Failure `missing` */
export async function findRedisServer({ processes, variables }: RedisContext): Promise<RedisProgram> {
  const path = [variables['PATH'], systemEnvironment['PATH']].filter(Boolean).join(':')
  const environment = { ...systemEnvironment, PATH: path }
  for (const command of ['redis-server', 'valkey-server']) {
    const asked = await processes.run(command, ['--version'], { environment }).catch((error: unknown) => {
      if (error instanceof Failure && error.kind === 'missing') return null
      throw error
    })
    const version = /\bv=(\d+(?:\.\d+)+)/.exec(asked?.stdout ?? '')?.[1]
    if (version === undefined) continue
    const kind = asked?.stdout.startsWith('Valkey') === true ? 'valkey' : 'redis'
    return { command, version, kind, environment }
  }
  throw new Failure('missing', 'there is no redis-server on this machine', {
    hint: 'Install one that is as new as the source or newer: apt-get install redis-server (or valkey-server). It need not run.',
  })
}

export interface OwnServerSpec {
  /** Lines of its configuration, besides where it listens, lies, and that it stays a child of ours. */
  settings: readonly string[]
  /** It never has fewer than 16. */
  databases: number
  /** Asked of every client; null when whoever reaches the socket may enter. */
  password: string | null
}

/** A redis-server that we start and end. Disposing it kills it and removes all of it. */
export interface OwnServer extends AsyncDisposable {
  readonly program: RedisProgram
  /** Where its files are. */
  readonly folder: string
  /** Path of the socket, the only way to it. */
  readonly socket: string
  readonly isRunning: boolean
  /** Makes a file in its folder, which it can read then. @param write writes it to the path given */
  put(name: string, write: (path: string) => Promise<void>): Promise<void>
  /** Starts it on what is in its folder. False when it ended before it was ready. */
  start(signal: AbortSignal): Promise<boolean>
  /** Ends it as a crash does. */
  kill(): Promise<void>
  session: (signal: AbortSignal) => Promise<RedisSession>
  /** As it was seen to be, not as it was meant to be. */
  isolation(): Promise<Isolation>
}

/**
 * Makes a place for a server of our own, which is not started yet. It listens on a Unix socket alone, in as much isolation as
 * this machine allows, and ends and is removed with us, even when we are killed.
 * @throws Failure `missing` when there is no such program
 */
export async function makeOwnServer(context: RedisContext, spec: OwnServerSpec): Promise<OwnServer> {
  const { processes, log, clock, random } = context
  const program = await findRedisServer(context)
  const stateFolder = dirname(context.spool)
  await removeLaboratories(stateFolder, context)
  await using cleanUp = new AsyncDisposableStack()
  const isRoot = process.getuid?.() === 0
  const id = Buffer.from(random.bytes(8)).toString('hex')
  const place = await makeFolder({ mode: isRoot ? 'uid' : 'plain' }, id, context.spool)
  const state: LaboratoryState = {
    id,
    owner: process.pid,
    supervisor: null,
    privileged: false,
    folders: place.folders,
  }
  await writeState(stateFolder, state)
  cleanUp.defer(async () => {
    if (!(await removeLaboratory(stateFolder, state, [], context)))
      log.warning('the laboratory could not be removed; the next run tries again')
  })
  // As the server itself tells it.
  const folder = join(await realpath(place.folder), 'data')
  const socketFolder = join(place.folder, 'socket')
  const uid = isRoot ? await freeUserId(random) : null
  const settings = join(place.folder, 'redis.conf')
  const socket = join(place.socket, 'r')
  for (const each of [folder, socketFolder]) await mkdir(each, { mode: 0o700 })
  await writeFile(settings, settingsFor(spec, folder, socket), { mode: 0o600 })
  if (uid !== null) for (const each of [folder, socketFolder, settings]) await chown(each, uid, uid)

  let running: RunningProcess | null = null
  const kill = async () => {
    const server = running
    server?.kill('SIGKILL')
    await server?.ended
  }
  cleanUp.defer(kill)
  const address = {
    connection: { host: '', port: 0, tls: null, path: socket },
    user: '',
    password: spec.password ?? '',
    place: 'laboratory',
  }
  const session = (signal: AbortSignal) => enterRedis(address, signal)
  const release = cleanUp.move()
  return {
    program,
    folder,
    socket,
    get isRunning() {
      return running !== null
    },
    put: async (name, write) => {
      const path = join(folder, name)
      await write(path)
      if (uid !== null) await chown(path, uid, uid)
    },
    start: async (signal) => {
      if (running !== null) throw new TypeError('the server runs already')
      const [command, ...args] = [...(await enclosure(processes, uid)), program.command, settings]
      const server = await processes.start(command, args, { environment: program.environment })
      running = server
      void server.ended.then(() => (running = running === server ? null : running))
      // What it prints may hold data, so nobody looks.
      server.stdout.resume()
      server.stderr.resume()
      state.supervisor = server.pid
      await writeState(stateFolder, state)
      return becomesReady(() => running === server, session, clock, signal)
    },
    kill,
    session,
    isolation: async () => (running === null ? 'none' : seenIsolation(running.pid)),
    [Symbol.asyncDispose]: () => release.disposeAsync(),
  }
}

function settingsFor(
  { settings, databases, password }: OwnServerSpec,
  folder: string,
  socket: string,
): string {
  return [
    'port 0',
    `unixsocket ${JSON.stringify(socket)}`,
    'unixsocketperm 700',
    `dir ${JSON.stringify(folder)}`,
    `dbfilename ${rdbName}`,
    'save ""',
    `databases ${Math.max(16, databases)}`,
    ...(password === null ? [] : [`requirepass ${password}`]),
    'daemonize no',
    // The clean-up of a killed run knows the process by the folder in its command line.
    'set-proc-title no',
    'loglevel warning',
    'logfile ""',
    ...settings,
    '',
  ].join('\n')
}

/** Words before the command: as far apart from this machine as it allows. */
async function enclosure(processes: Processes, uid: number | null): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const works = async (...words: string[]) => {
    const [command = '', ...args] = words
    const run = processes.run(command, [...args, 'true'], { environment: systemEnvironment })
    return (await run.catch(() => null))?.code === 0
  }
  // A change of user makes the kernel forget that it should die with us: so it is told again, and looks who its parent is.
  const orphansEnd = '[ "$PPID" = "$1" ] || exit 143; shift; exec "$@"'
  const tied = ['sh', '-c', orphansEnd, 'sh', String(process.pid)]
  if (uid !== null) {
    const user = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--no-new-privs']
    const apart = (await works('unshare', '--net', '--ipc', '--')) ? ['unshare', '--net', '--ipc', '--'] : []
    if (!(await works(...user, '--'))) return apart
    return [...apart, ...user, '--pdeathsig', 'KILL', '--', ...tied]
  }
  const own = ['unshare', '--user', '--map-root-user', '--net', '--']
  if (!(await works(...own))) return []
  return [...own, 'setpriv', '--pdeathsig', 'KILL', '--', ...tied]
}

/** False when it ended before it was ready. */
async function becomesReady(
  isRunning: () => boolean,
  enter: (signal: AbortSignal) => Promise<RedisSession>,
  clock: RedisContext['clock'],
  signal: AbortSignal,
): Promise<boolean> {
  for (let pause = 10; isRunning(); pause = Math.min(250, pause * 1.5)) {
    try {
      using _session = await enter(signal)
      return true
    } catch (error) {
      signal.throwIfAborted()
      const isWaiting = error instanceof Failure && error.kind === 'unavailable'
      if (!isWaiting && !(error instanceof RedisError)) throw error
    }
    await clock.sleep(pause, signal)
  }
  return false
}

/** As the server was seen to be, not as it was meant to be. */
async function seenIsolation(pid: number): Promise<Isolation> {
  const network = (of: string) => readlink(`/proc/${of}/ns/net`).catch(() => null)
  const [own, its] = [await network('self'), await network(String(pid))]
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const user = Number(/^Uid:\t(\d+)/m.exec(status)?.[1] ?? 0)
  const isUserApart = user > 0 && user !== process.getuid?.() && /^NoNewPrivs:\t1/m.test(status)
  const isNetworkApart = own !== null && its !== null && own !== its
  if (isUserApart) return isNetworkApart ? 'full' : 'uid'
  return isNetworkApart ? 'network' : 'none'
}
