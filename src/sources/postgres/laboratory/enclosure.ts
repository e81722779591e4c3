import { createInterface } from 'node:readline'
import { readlink } from 'node:fs/promises'
import { Failure } from '../../../domain/failure.ts'
import type { Isolation } from '../../../domain/proof.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Processes, RunningProcess } from '../../../ports/process.ts'
import { type Privilege, systemEnvironment } from '../../privilege.ts'
import { supervisorScript } from './supervisor.ts'

/** How far a laboratory can be shut in, the best first; which ones this machine allows only trying tells. */
export const enclosures = [
  {
    mode: 'namespaces',
    privileged: true,
    linuxOnly: true,
    launcher: 'unshare --net --mount --pid --ipc --fork --kill-child=KILL --'.split(' '),
  },
  {
    mode: 'user-namespaces',
    privileged: false,
    linuxOnly: true,
    launcher: 'unshare --user --map-root-user --net --mount --pid --ipc --fork --kill-child=KILL --'.split(
      ' ',
    ),
  },
  { mode: 'uid', privileged: true, linuxOnly: true, launcher: [] },
  { mode: 'plain', privileged: false, linuxOnly: false, launcher: [] },
] as const
export type Enclosure = (typeof enclosures)[number]

export interface EnclosedServer {
  readonly supervisor: RunningProcess
  /** As the server's own user was seen to be, not as it was meant to be. */
  readonly isolation: Isolation
  /** The server's user id. */
  readonly uid: number
}

export interface Cell {
  /**
   * `throwaway` ends with its server; `drill` and `standby` take orders, so that their servers can be killed, damaged and
   * started again.
   */
  kind: 'throwaway' | 'drill' | 'standby'
  /** The laboratory's folder; settings.conf and hba.conf lie in it already. */
  folder: string
  /** Where clients find the socket: a path short enough for one. */
  socket: string
  /** Folder of the socket by which a standby finds its primary. */
  upstream: string
  uid: number
  gid: number
  bindir: string
  /** What of the programs lies outside of the system's folders. */
  root: string | null
  superuser: string
  password: string
  /** Written into the data folder of a server that a drill may harm; empty for others. */
  token: string
  initdbOptions: readonly string[]
  /** Folder of locales inside `folder`, by name. */
  locales: string | null
}

export interface EncloseOptions {
  processes: Processes
  clock: Clock
  signal: AbortSignal
  /** Told the supervisor's process id before anything else happens. */
  started: (pid: number) => Promise<void>
}

/** This machine does not allow such an enclosure; everything is as it was. */
export interface NotEnclosed {
  /** What the first program that was refused said. */
  readonly refusal: string
}

/**
 * Makes and starts the server, as far as this machine allows such an enclosure. The server ends when the supervisor's standard input is closed.
 * @throws Failure when the server itself did not start
 */
export async function enclose(
  enclosure: Enclosure,
  privilege: Privilege,
  cell: Cell,
  { processes, clock, signal, started }: EncloseOptions,
): Promise<EnclosedServer | NotEnclosed> {
  const [command, ...args] = [
    ...(enclosure.privileged ? privilege : []),
    ...enclosure.launcher,
    'sh',
    '-c',
    supervisorScript,
    'lifeboat-laboratory',
    enclosure.mode,
    cell.folder,
    String(cell.uid),
    String(cell.gid),
    cell.bindir,
    cell.root ?? '',
    cell.superuser,
    cell.initdbOptions.join(' '),
    cell.locales ?? '',
    cell.socket,
    cell.kind,
    cell.upstream,
    cell.token,
  ]
  // Tied neither to the signal nor to our life: told to stop by its standard input, it also tidies up.
  const supervisor = await processes.start(command, args, {
    environment: systemEnvironment,
    outlivesUs: true,
  })
  const said: string[] = []
  supervisor.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const stop = () => void supervisor.stdin.end()
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    await started(supervisor.pid)
    supervisor.stdin.write(`${cell.password}\n`)
    const seen = await watchStart(supervisor)
    signal.throwIfAborted()
    if (seen.ready) return { supervisor, ...(await judge(seen)) }
    await endSupervisor(supervisor, clock)
    if (!seen.begun) return { refusal: lastLines(said, 1) }
    throw new Failure('unavailable', 'the laboratory server did not start', {
      // Nothing was restored yet, so nothing of what it says comes from data.
      hint: `It said: ${lastLines(said, 5)}`,
    })
  } catch (thrown) {
    await endSupervisor(supervisor, clock)
    throw thrown
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function lastLines(said: readonly string[], count: number): string {
  return said.join('').trim().split('\n').slice(-count).join(' | ')
}

/** Asks the supervisor to end, which stops the server and empties the folder; false when it did not in time. */
export async function endSupervisor(supervisor: RunningProcess, clock: Clock): Promise<boolean> {
  supervisor.stdin.end()
  supervisor.stdout.resume()
  supervisor.stderr.resume()
  const timeout = new AbortController()
  const inTime = await Promise.race([
    supervisor.ended.then(() => true),
    clock.sleep(4_000, timeout.signal).then(
      () => false,
      () => true,
    ),
  ])
  timeout.abort()
  return inTime
}

interface Seen {
  /** The enclosure stood, and the cluster was about to be made. */
  begun: boolean
  ready: boolean
  uid: number
  network: string
  noNewPrivileges: boolean
}

async function watchStart(supervisor: RunningProcess): Promise<Seen> {
  const seen: Seen = { begun: false, ready: false, uid: -1, network: '', noNewPrivileges: false }
  for await (const line of createInterface({ input: supervisor.stdout })) {
    const [word, ...values] = line.split(' ')
    if (word === 'standing') seen.begun = true
    if (word === 'enclosed') {
      seen.uid = Number(values[0])
      seen.network = values[1] ?? ''
      seen.noNewPrivileges = values[2] === '1'
    }
    if (word === 'ready') {
      seen.ready = true
      break
    }
  }
  // Whoever waits for the end of the supervisor waits for the end of its output too.
  supervisor.stdout.resume()
  return seen
}

async function judge(seen: Seen): Promise<{ isolation: Isolation; uid: number }> {
  const ownNetwork = await readlink('/proc/self/ns/net').catch(() => null)
  const networkApart = ownNetwork !== null && seen.network.startsWith('net:') && seen.network !== ownNetwork
  // A user of its own that could become root by sudo would be none.
  const uidApart = seen.uid > 0 && seen.uid !== process.getuid?.() && seen.noNewPrivileges
  const isolation = uidApart ? (networkApart ? 'full' : 'uid') : networkApart ? 'network' : 'none'
  return { isolation, uid: seen.uid }
}
