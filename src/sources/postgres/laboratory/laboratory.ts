import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import { type Bytes, formatBytes } from '../../../domain/units.ts'
import type { Clock, Random } from '../../../ports/clock.ts'
import type { PostgresLaboratory } from '../../../ports/laboratory.ts'
import type { Log } from '../../../ports/log.ts'
import type { Processes } from '../../../ports/process.ts'
import { findPrivilege, type Privilege, systemEnvironment } from '../privilege.ts'
import type { PostgresTools } from '../tools.ts'
import { createDatabase, type DatabaseKind } from '../restore/create-database.ts'
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
import { laboratorySettings, settingsFile } from './tuning.ts'

export interface LaboratoryOptions {
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
  database: DatabaseKind
  lcMonetary: string
  /** What will be restored, as far as is known: lets memory and locks be measured. */
  sizeHint?: Bytes
  tableCountHint?: number
  /** Leaves out better enclosures, for tests. */
  atMost?: Enclosure['mode']
}

const port = 5432
/** sun_path has 108 bytes on Linux and 104 on macOS, with a closing zero. */
const longestSocketPath = 103

/**
 * Starts a throwaway server with one database that is made like the source's, shut in as well as this machine allows.
 * Takes about 1 s. @throws Failure `missing` when a locale, a program or a provider is not there
 */
export async function startLaboratory(options: LaboratoryOptions): Promise<PostgresLaboratory> {
  const { tools, processes, log, clock, random, signal } = options
  signal.throwIfAborted()
  const stateFolder = options.stateFolder ?? dirname(options.spool)
  await removeLaboratories(stateFolder, options)
  const privilege = process.platform === 'linux' ? await findPrivilege(processes, signal) : null
  const hex = (bytes: number) => Buffer.from(random.bytes(bytes)).toString('hex')
  const id = hex(8)
  const user = `lifeboat_${hex(6)}`
  const password = hex(16)
  const settings = laboratorySettings({
    major: tools.major,
    version: tools.version,
    lcMonetary: options.lcMonetary,
    size: options.sizeHint ?? null,
    tables: options.tableCountHint ?? null,
  })

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

    const locales = await provideLocales(
      [options.database.collate, options.database.ctype, options.lcMonetary],
      place.folder,
      { processes, log, signal },
    )
    await writeFile(join(place.folder, 'settings.conf'), settingsFile(settings))
    await writeFile(join(place.folder, 'hba.conf'), 'local all all scram-sha-256\n')
    const uid = enclosure.privileged ? await freeUserId(random) : (process.getuid?.() ?? 0)
    const gid = enclosure.privileged ? uid : (process.getgid?.() ?? 0)
    const cell: Cell = {
      folder: place.folder,
      socket: place.socket,
      uid,
      gid,
      bindir: tools.bindir,
      root: tools.root,
      superuser: user,
      password,
      // Since 18 new clusters have checksums, which cost and prove nothing here.
      initdbOptions: tools.major >= 18 ? ['--no-data-checksums'] : [],
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
    const database = options.database.name ?? 'laboratory'
    const environment = {
      PATH: systemEnvironment['PATH'] ?? '',
      PGHOST: place.socket,
      PGPORT: String(port),
      PGUSER: user,
      PGPASSWORD: password,
      PGSSLMODE: 'disable',
      PGCONNECT_TIMEOUT: '30',
    }
    await makeDatabase(database, environment, options)
    warn(server, log)
    const release = cleanUp.move()
    return {
      connection: { host: place.socket, port, user, password, database },
      environment: { ...environment, PGDATABASE: database },
      isolation: server.isolation,
      major: tools.major,
      version: tools.version,
      facts: facts(tools, settings, server, [enclosure.mode, ...refusals]),
      ended: server.supervisor.ended.then(() => undefined),
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

interface Place {
  folder: string
  /** The socket's folder, by a path that is short enough. */
  socket: string
  folders: string[]
}

/**
 * In the spool, which only we may enter, where the server gets a view of its own of the file system; else where its user
 * can get by himself. Others can enter that folder too, but not read it, and the data in it is the server's alone.
 */
async function makeFolder(enclosure: Enclosure, id: string, spool: string): Promise<Place> {
  const open = enclosure.mode !== 'uid'
  const parent = open ? spool : (await othersMayEnter(dirname(spool))) ? dirname(spool) : tmpdir()
  const [own, shortcut] = laboratoryFolders(id)
  const folder = resolve(parent, own)
  await mkdir(folder, { mode: 0o711 })
  await chmod(folder, 0o711)
  const socket = join(folder, 'socket')
  if (Buffer.byteLength(join(socket, `.s.PGSQL.${port}`)) <= longestSocketPath) {
    return { folder, socket, folders: [folder] }
  }
  const short = resolve(tmpdir(), shortcut)
  await mkdir(short, { mode: 0o711 })
  await symlink(socket, join(short, 's'))
  return { folder, socket: join(short, 's'), folders: [folder, short] }
}

async function othersMayEnter(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

/** A user id without an account and without a process. */
async function freeUserId(random: Random): Promise<number> {
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

async function makeDatabase(
  name: string,
  environment: Readonly<Record<string, string>>,
  { tools, database, processes, signal }: LaboratoryOptions,
): Promise<void> {
  // A new server has databases already, and the source may bear the name of one: as `postgres` on many managed services.
  const isTaken = name === 'postgres' || name === 'template1'
  const freed = isTaken ? `ALTER DATABASE ${name} IS_TEMPLATE false;\nDROP DATABASE ${name};\n` : ''
  const made = await processes.run(
    tools.path('psql'),
    ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=sqlstate'],
    {
      environment: {
        ...environment,
        PGDATABASE: name === 'template1' ? 'postgres' : 'template1',
        PGCLIENTENCODING: 'UTF8',
      },
      input: `${freed}${createDatabase(name, database, tools.major)}`,
      signal,
    },
  )
  if (made.code === 0) return
  const sqlState = /\b[0-9A-Z]{5}\b/.exec(made.stderr.replace(/^.*ERROR: */s, ''))?.[0] ?? 'unknown'
  const { encoding, provider, collate, ctype, locale } = database
  throw new Failure(
    'missing',
    `the laboratory cannot make a database with encoding ${encoding}, provider ${provider}, collation ${collate}, ` +
      `character type ${ctype}${locale === null ? '' : `, locale ${locale}`} (SQLSTATE ${sqlState})`,
    { hint: 'Does this build of PostgreSQL know that provider (ICU), and this machine that locale?' },
  )
}

function warn({ isolation }: EnclosedServer, log: Log): void {
  if (isolation === 'full') return
  const lacks = { uid: 'a network', network: 'a user', none: 'a user and a network' }[isolation]
  log.warning(
    `the laboratory has not ${lacks} of its own on this machine (isolation: ${isolation}): code in a restored ` +
      `database could reach what this user can. A Linux machine with root or passwordless sudo isolates it fully.`,
  )
}

function facts(
  tools: PostgresTools,
  settings: Readonly<Record<string, string>>,
  server: EnclosedServer,
  enclosed: readonly string[],
): { label: string; text: string }[] {
  const size = (name: string) => formatBytes(Number.parseInt(settings[name] ?? '0', 10) * 1024)
  return [
    { label: 'Laboratory server', text: `PostgreSQL ${tools.version}, without durability` },
    { label: 'Isolation', text: `${server.isolation} (${enclosed.join('; ')})` },
    {
      label: 'Memory',
      text: `shared_buffers ${size('shared_buffers')}, maintenance_work_mem ${size('maintenance_work_mem')}`,
    },
  ]
}
