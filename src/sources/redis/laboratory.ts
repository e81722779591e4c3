import { chmod, chown, mkdir, readlink, readFile, writeFile } from 'node:fs/promises'
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
import { RedisError, type RedisSession } from './wire.ts'

export interface RedisLaboratory extends AsyncDisposable {
  readonly isolation: Isolation
  readonly program: RedisProgram
  /** Where the server's files are, as `SAVE` writes them. */
  readonly folder: string
  session(signal: AbortSignal): Promise<RedisSession>
}

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

/**
 * A throwaway server that loads one RDB file. It is told that it is a replica of nobody, so that no key expires in it
 * while it is looked at. It listens on a Unix socket alone, and ends and is removed with us, even when we are killed.
 * @param fill writes the RDB file to the path given; null for an empty server
 * @throws Failure `missing` when there is no such program, or when it is too old for the file; `integrity` when it
 * refuses the file
 */
export async function startRedisLaboratory(
  context: RedisContext,
  options: { rdbVersion: number; hasModules: boolean; highestDatabase: number },
  fill: ((path: string) => Promise<void>) | null,
  signal: AbortSignal,
): Promise<RedisLaboratory> {
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
  const folder = join(place.folder, 'data')
  const socketFolder = join(place.folder, 'socket')
  const uid = isRoot ? await freeUserId(random) : null
  for (const each of [folder, socketFolder]) await mkdir(each, { mode: 0o700 })
  const settings = join(place.folder, 'redis.conf')
  const socket = join(place.socket, 'r')
  await writeFile(settings, settingsFor({ folder, socket, databases: options.highestDatabase + 1 }))
  if (fill !== null) await fill(join(folder, 'dump.rdb'))
  if (uid !== null) {
    if (fill !== null) await chown(join(folder, 'dump.rdb'), uid, uid)
    for (const each of [folder, socketFolder]) await chown(each, uid, uid)
    await chmod(settings, 0o644)
  }
  const [command, ...args] = [...(await enclosure(processes, uid)), program.command, settings]
  const server = await processes.start(command, args, { environment: program.environment })
  // What it prints may hold data, so nobody looks.
  server.stdout.resume()
  server.stderr.resume()
  state.supervisor = server.pid
  cleanUp.defer(async () => {
    server.kill('SIGKILL')
    await server.ended
  })
  await writeState(stateFolder, state)
  const address = {
    connection: { host: '', port: 0, tls: null, path: socket },
    user: '',
    password: '',
    place: 'laboratory',
  }
  const enter = (until: AbortSignal) => enterRedis(address, until)
  if (!(await becomesReady(server, enter, clock, signal))) {
    if (fill === null)
      throw new Failure('unavailable', `the laboratory server did not start (${program.command})`)
    await cleanUp.disposeAsync()
    throw await whyRefused(context, program, options, signal)
  }
  const isolation = await seenIsolation(server.pid)
  const release = cleanUp.move()
  return {
    isolation,
    program,
    folder,
    session: enter,
    [Symbol.asyncDispose]: () => release.disposeAsync(),
  }
}

function settingsFor({
  folder,
  socket,
  databases,
}: {
  folder: string
  socket: string
  databases: number
}): string {
  return [
    'port 0',
    `unixsocket ${JSON.stringify(socket)}`,
    'unixsocketperm 700',
    `dir ${JSON.stringify(folder)}`,
    'dbfilename dump.rdb',
    'save ""',
    'appendonly no',
    `databases ${Math.max(16, databases)}`,
    // Nobody listens there; as a replica it keeps expired keys.
    'replicaof 127.0.0.1 1',
    'replica-serve-stale-data yes',
    'daemonize no',
    // The clean-up of a killed run knows the process by the folder in its command line.
    'set-proc-title no',
    'loglevel warning',
    'logfile ""',
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
  server: RunningProcess,
  enter: (signal: AbortSignal) => Promise<RedisSession>,
  clock: RedisContext['clock'],
  signal: AbortSignal,
): Promise<boolean> {
  const life = { hasEnded: false }
  void server.ended.then(() => (life.hasEnded = true))
  for (let pause = 10; !life.hasEnded; pause = Math.min(250, pause * 1.5)) {
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

/** It ends without a word that a program could go by: so an empty one is asked how new the files are that it writes. */
async function whyRefused(
  context: RedisContext,
  program: RedisProgram,
  { rdbVersion, hasModules }: { rdbVersion: number; hasModules: boolean },
  signal: AbortSignal,
): Promise<Failure> {
  await using empty = await startRedisLaboratory(
    context,
    { rdbVersion, hasModules: false, highestDatabase: 0 },
    null,
    signal,
  )
  const own = await rdbVersionOf(empty, signal)
  const name = `${program.command} ${program.version}`
  if (own < rdbVersion) {
    return new Failure(
      'missing',
      `${name} of this machine reads RDB files up to version ${own}; the backup has version ${rdbVersion}`,
      {
        hint: 'Install a redis-server (or valkey-server) as new as the source or newer, and put it on PATH.',
      },
    )
  }
  if (hasModules) {
    return new Failure(
      'missing',
      `${name} of this machine does not load data of modules, which is in the backup`,
      {
        hint: 'Data of modules can be loaded only by a server that has them. Lifeboat cannot prove such a backup.',
      },
    )
  }
  return new Failure('integrity', `${name} of this machine refuses to load the RDB file`, {
    hint: 'Load it by hand as RECOVERY.md of the backup shows, and read what the server says. There must be memory enough, too.',
  })
}

async function rdbVersionOf(laboratory: RedisLaboratory, signal: AbortSignal): Promise<number> {
  using session = await laboratory.session(signal)
  await session.ask('REPLICAOF', 'NO', 'ONE')
  await session.ask('SET', 'a', '1')
  const payload = await session.ask('DUMP', 'a')
  // Ten bytes end it: the version in two, and a checksum.
  return Buffer.isBuffer(payload) ? payload.readUInt16LE(payload.length - 10) : 0
}

/** As the server was seen to be, not as it was meant to be. */
async function seenIsolation(pid: number): Promise<RedisLaboratory['isolation']> {
  const network = (of: string) => readlink(`/proc/${of}/ns/net`).catch(() => null)
  const [own, its] = [await network('self'), await network(String(pid))]
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const user = Number(/^Uid:\t(\d+)/m.exec(status)?.[1] ?? 0)
  const isUserApart = user > 0 && user !== process.getuid?.() && /^NoNewPrivs:\t1/m.test(status)
  const isNetworkApart = own !== null && its !== null && own !== its
  if (isUserApart) return isNetworkApart ? 'full' : 'uid'
  return isNetworkApart ? 'network' : 'none'
}
