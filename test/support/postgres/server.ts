import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../servers/free-port.ts'
import { installPostgres } from './install.ts'

export interface ServerOptions {
  major: number
  /** Lines of postgresql.conf, by name; values are quoted here. */
  settings?: Readonly<Record<string, string>>
  /** pg_hba.conf as a whole; scram for everybody by default. */
  hba?: string
  /** `--locale` of initdb; C by default. */
  locale?: string
  encoding?: string
  /** Further arguments of initdb, such as `--locale-provider=icu`. */
  initdb?: readonly string[]
}

/** A throwaway source server, listening on 127.0.0.1 and on a socket of its own. */
export interface TestServer extends AsyncDisposable {
  readonly major: number
  readonly host: string
  readonly port: number
  readonly superuser: string
  readonly password: string
  readonly socketDir: string
  readonly dataDir: string
  readonly bindir: string
  readonly logFile: string
  /** The postmaster's; another one after a restart. */
  readonly pid: number
  /** Connection URL over TCP; `user` is written as given, `user:password` with another's password. */
  url(database?: string, user?: string): string
  /** Environment of a client program that connects as superuser. */
  environment(database?: string): Record<string, string>
  /** Runs SQL as superuser by psql, stopping at the first error, and gives unaligned tuples. */
  psql(sql: string, database?: string): string
  stop(mode: 'fast' | 'immediate'): Promise<void>
  /** Starts it again on the same port after `stop`; settings are added to postgresql.conf first. */
  start(settings?: Readonly<Record<string, string>>): Promise<void>
}

const superuser = 'postgres'

/** Starts a server without durability, run by user postgres when we are root. Ready in about 1.5 s. */
export async function startServer(options: ServerOptions): Promise<TestServer> {
  const bindir = await installPostgres(options.major)
  // A socket's path has 107 bytes at most, so it lies right under the temporary folder.
  const folder = mkdtempSync(join(tmpdir(), 'pgtest-'))
  const account = serverAccount()
  const dataDir = join(folder, 'data')
  const socketDir = join(folder, 'socket')
  const logFile = join(folder, 'log')
  const password = randomBytes(12).toString('hex')
  chmodSync(folder, 0o755)
  mkdirSync(dataDir, { mode: 0o700 })
  mkdirSync(socketDir, { mode: 0o755 })
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  writeFileSync(logFile, '', { mode: 0o600 })
  if (account !== null) {
    for (const path of [dataDir, socketDir, join(folder, 'password'), logFile]) {
      chownSync(path, account.uid, account.gid)
    }
  }

  let child: ChildProcess | null = null
  let port = 0
  const environment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }
  const as = (program: string, args: readonly string[]): [string, string[]] =>
    account === null
      ? [program, [...args]]
      : [
          'setpriv',
          [
            `--reuid=${account.uid}`,
            `--regid=${account.gid}`,
            '--clear-groups',
            '--pdeathsig=QUIT',
            program,
            ...args,
          ],
        ]
  const killAtExit = () => {
    child?.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }

  const stop = async (mode: 'fast' | 'immediate'): Promise<void> => {
    const running = child
    if (running === null) return
    child = null
    if (running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('close', resolve))
    running.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
    await ended
  }
  const start = async (settings: Readonly<Record<string, string>> = {}): Promise<void> => {
    appendFileSync(join(dataDir, 'postgresql.conf'), lines(settings))
    for (let attempt = 1; ; attempt += 1) {
      port = port === 0 ? await freePort() : port
      const [command, args] = as(join(bindir, 'postgres'), [
        '-D',
        dataDir,
        '-c',
        `port=${port}`,
        '-c',
        `unix_socket_directories=${socketDir}`,
      ])
      const log = readFileSync(logFile).length
      const started = spawn(command, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: environment,
        detached: true,
      })
      started.stderr.on('data', (chunk: Buffer) => appendFileSync(logFile, chunk))
      child = started
      if (await isReady(started, socketDir, port)) return
      const said = readFileSync(logFile).subarray(log).toString()
      // Between finding a free port and using it, somebody else may have taken it.
      if (attempt < 5 && said.includes('Address already in use')) port = 0
      else
        throw new Error(`the test server of PostgreSQL ${options.major} did not start:\n${said.slice(-3000)}`)
    }
  }

  process.once('exit', killAtExit)
  const [command, args] = as(join(bindir, 'initdb'), [
    '-D',
    dataDir,
    '-U',
    superuser,
    '-A',
    'scram-sha-256',
    `--pwfile=${join(folder, 'password')}`,
    '--no-sync',
    '-E',
    options.encoding ?? 'UTF8',
    `--locale=${options.locale ?? 'C'}`,
    ...(options.initdb ?? []),
  ])
  try {
    execFileSync(command, args, { env: environment, stdio: 'pipe' })
  } catch (thrown) {
    const said = thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : ''
    throw new Error(`initdb of PostgreSQL ${options.major} failed: ${said}`, { cause: thrown })
  }
  if (options.hba !== undefined) writeFileSync(join(dataDir, 'pg_hba.conf'), options.hba)
  await start({ ...testSettings, ...options.settings })

  const clientEnvironment = (database = 'postgres'): Record<string, string> => ({
    ...environment,
    PGHOST: '127.0.0.1',
    PGPORT: String(port),
    PGUSER: superuser,
    PGPASSWORD: password,
    PGDATABASE: database,
  })
  return {
    major: options.major,
    host: '127.0.0.1',
    get port() {
      return port
    },
    superuser,
    password,
    socketDir,
    dataDir,
    bindir,
    logFile,
    get pid() {
      return child?.pid ?? 0
    },
    url: (database = 'postgres', user = superuser) =>
      `postgresql://${user.includes(':') ? user : `${user}:${password}`}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    environment: clientEnvironment,
    psql: (sql, database) =>
      execFileSync(join(bindir, 'psql'), ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
        env: clientEnvironment(database),
        input: sql,
        encoding: 'utf8',
        stdio: 'pipe',
        maxBuffer: 256 * 1024 * 1024,
      }).trimEnd(),
    stop,
    start,
    [Symbol.asyncDispose]: async () => {
      process.off('exit', killAtExit)
      await stop('immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Without durability: the data is thrown away. */
const testSettings = {
  listen_addresses: '127.0.0.1',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '50',
  shared_buffers: '64MB',
  timezone: 'UTC',
}

function lines(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
}

/** The server refuses to run as root. */
export function serverAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
    const [, , uid, gid] = (line ?? '').split(':')
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('as root the test server needs an account postgres or nobody to run as')
}

/** Waits until it accepts connections; false when it ended instead. */
async function isReady(child: ChildProcess, socketDir: string, port: number): Promise<boolean> {
  const closed = new Promise((resolve) => child.once('close', resolve))
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(join(socketDir, `.s.PGSQL.${port}`))) return true
    await wait(25)
  }
  await closed
  return false
}

/** Begins a session without a password: a server that is still starting answers SQLSTATE 57P03, one that is up asks for it. */
function answers(socket: string): Promise<boolean> {
  const user = Buffer.from('user\0nobody\0\0')
  const packet = Buffer.alloc(8 + user.length)
  packet.writeInt32BE(packet.length, 0)
  packet.writeInt32BE(196_608, 4)
  user.copy(packet, 8)
  return new Promise((resolve) => {
    const client = connect(socket)
    client.once('connect', () => client.write(packet))
    client.once('data', (data) => {
      client.destroy()
      resolve(!data.includes('57P03'))
    })
    client.once('error', () => resolve(false))
    client.once('close', () => resolve(false))
  })
}
