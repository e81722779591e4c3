import { constants } from 'node:fs'
import { access, open, realpath } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { Log } from '../../ports/log.ts'
import type { Processes } from '../../ports/process.ts'
import type { PostgresContext } from './context.ts'
import { type PackageCache, installByApt } from './install.ts'

/** PostgreSQL's own programs, all of one version. */
export interface PostgresTools {
  readonly bindir: string
  readonly major: number
  /** `17.11` */
  readonly version: string
  /** pg_dump can compress with zstd, and pg_restore can read it. */
  readonly zstd: boolean
  /** initdb and postgres are there too. */
  readonly server: boolean
  /** The folder that holds programs, libraries and shared files, when that is not the system's own /usr. */
  readonly root: string | null
  path(program: PostgresProgram): string
}

const clientPrograms = ['pg_dump', 'pg_dumpall', 'pg_restore', 'psql'] as const
const serverPrograms = ['initdb', 'postgres'] as const
export type PostgresProgram = (typeof clientPrograms)[number] | (typeof serverPrograms)[number]

export interface FindToolsOptions {
  processes: Processes
  log: Log
  /** `auto` installs a missing major by apt. */
  install: 'auto' | 'never'
  /** Also initdb and postgres, for a laboratory. */
  needServer: boolean
  /** `newer` takes the nearest newer major when the wanted one is not installed. */
  client?: 'same' | 'newer'
  /** Keeps fetched packages between runs. */
  cache?: PackageCache
  signal?: AbortSignal
  /** Where to look: PATH, and LIFEBOAT_POSTGRES_DIRS (a list like PATH, looked through first). */
  environment?: Readonly<Record<string, string | undefined>>
}

/** Since these minors psql and pg_dump guard a dump's text by \restrict (CVE-2025-8714, CVE-2025-8715). */
const safeMinors: Readonly<Record<number, number>> = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 }
/** Releases that may appear while this Lifeboat is in use; older than 13 is not supported. */
const newestMajor = 24

/**
 * Finds the programs of a major, or installs them.
 * @throws Failure `missing` which says what to install
 */
export async function findTools(major: number, options: FindToolsOptions): Promise<PostgresTools> {
  const found = (await search(major, options)) ?? (await searchNewer(major, options))
  if (found !== null) return judged(found, options)
  if (options.install === 'auto') {
    const installed = await installByApt(major, options)
    const tools = installed ? await search(major, options) : null
    if (tools !== null) return judged(tools, options)
  }
  const what = options.needServer ? 'server and client programs' : 'client programs'
  throw new Failure('missing', `the ${what} of PostgreSQL ${major} are not on this machine`, {
    hint: installHint(major, options),
  })
}

/** The same by what a run works with. */
export function toolsFor(
  major: number,
  wanted: Pick<FindToolsOptions, 'install' | 'needServer' | 'client'>,
  { processes, log, variables, cache }: PostgresContext,
  signal: AbortSignal,
): Promise<PostgresTools> {
  return findTools(major, {
    ...wanted,
    processes,
    log,
    environment: variables,
    signal,
    ...(cache === undefined ? {} : { cache }),
  })
}

function judged(tools: PostgresTools, { log }: FindToolsOptions): PostgresTools {
  const safe = safeMinors[tools.major]
  const minor = Number(tools.version.split('.')[1] ?? 0)
  if (safe !== undefined && minor < safe) {
    log.warning(
      `PostgreSQL's programs on this machine are ${tools.version}: before ${tools.major}.${safe} a malicious source ` +
        `server can slip commands into a dump that psql runs (CVE-2025-8714). Update them.`,
    )
  }
  return tools
}

async function searchNewer(major: number, options: FindToolsOptions): Promise<PostgresTools | null> {
  if (options.client !== 'newer') return null
  for (let newer = major + 1; newer <= newestMajor; newer += 1) {
    const tools = await search(newer, options)
    if (tools !== null) return tools
  }
  return null
}

async function search(major: number, options: FindToolsOptions): Promise<PostgresTools | null> {
  const seen = new Set<string>()
  for (const { folder, root } of places(major, options.environment ?? process.env)) {
    const bindir = await realpath(folder).catch(() => null)
    if (bindir === null || seen.has(bindir)) continue
    seen.add(bindir)
    const tools = await examine(bindir, root, major, options)
    if (tools !== null) return tools
  }
  return null
}

/** Folders that may hold programs of this major, in the order in which they are trusted to be what was meant. */
function* places(
  major: number,
  environment: Readonly<Record<string, string | undefined>>,
): Generator<{ folder: string; root: string | null }> {
  for (const listed of (environment['LIFEBOAT_POSTGRES_DIRS'] ?? '').split(delimiter).filter(Boolean)) {
    yield { folder: join(listed, 'usr/lib/postgresql', String(major), 'bin'), root: listed }
    yield { folder: join(listed, 'bin'), root: listed }
    yield { folder: listed, root: null }
  }
  const fixed = [
    `/usr/lib/postgresql/${major}/bin`, // Debian, Ubuntu
    `/usr/pgsql-${major}/bin`, // the PostgreSQL project's RPMs
    `/usr/libexec/postgresql${major}`, // Alpine
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    `/usr/local/opt/postgresql@${major}/bin`,
    `/home/linuxbrew/.linuxbrew/opt/postgresql@${major}/bin`,
    `/Applications/Postgres.app/Contents/Versions/${major}/bin`,
  ]
  for (const folder of fixed) yield { folder, root: null }
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    yield { folder, root: null }
  }
}

async function examine(
  bindir: string,
  root: string | null,
  major: number,
  { processes, needServer, signal }: FindToolsOptions,
): Promise<PostgresTools | null> {
  const pgDump = join(bindir, 'pg_dump')
  // Debian's pg_wrapper is a Perl script that picks a version by itself.
  if (!(await isProgram(pgDump)) || (await isScript(pgDump))) return null
  const asked = await processes
    .run(pgDump, ['--version'], { environment: {}, ...(signal === undefined ? {} : { signal }) })
    .catch(() => null)
  signal?.throwIfAborted()
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)?)/.exec(asked?.stdout ?? '')?.[1]
  if (version === undefined || Number(version.split('.')[0]) !== major) return null
  const has = async (programs: readonly string[]) =>
    (await Promise.all(programs.map((program) => isProgram(join(bindir, program))))).every(Boolean)
  const server = await has(serverPrograms)
  if (!(await has(clientPrograms)) || (needServer && !server)) return null
  return {
    bindir,
    major,
    version,
    server,
    root: root === null ? outsideOfSystem(bindir) : await realpath(root),
    zstd: await knowsZstd(pgDump, major, processes, signal),
    path: (program) => join(bindir, program),
  }
}

function outsideOfSystem(bindir: string): string | null {
  if (/^\/(usr|bin|lib)\//.test(bindir)) return null
  // …/usr/lib/postgresql/N/bin of packages unpacked elsewhere; else the prefix that it was built for.
  return /^(.+)\/usr\/lib\/postgresql\/\d+\/bin$/.exec(bindir)?.[1] ?? dirname(bindir)
}

/**
 * A build without zstd refuses it before anything else; one with it gets as far as one that was asked for no
 * compression, namely to a server that is not there.
 */
async function knowsZstd(
  pgDump: string,
  major: number,
  processes: Processes,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (major < 16) return false
  const environment = { PGHOST: '/nonexistent', LC_ALL: 'C' }
  const attempt = (method: string) =>
    processes.run(pgDump, ['-w', '-Fc', '-Z', method, '-f', '/dev/null'], {
      environment,
      ...(signal === undefined ? {} : { signal }),
    })
  const [zstd, none] = await Promise.all([attempt('zstd'), attempt('none')])
  return zstd.code === none.code && zstd.stderr === none.stderr
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function isScript(path: string): Promise<boolean> {
  await using file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
  return buffer.subarray(0, bytesRead).toString('latin1') === '#!'
}

function installHint(major: number, { needServer, install }: FindToolsOptions): string {
  const package_ = needServer ? `postgresql-${major}` : `postgresql-client-${major}`
  if (process.platform === 'darwin') return `Run: brew install postgresql@${major}`
  const auto = install === 'never' ? ', or let Lifeboat do it (install: auto)' : ''
  return (
    `On Debian and Ubuntu install the package ${package_}${auto}; where the distribution has another major, the ` +
    `PostgreSQL project's own apt repository has it: run the script in /usr/share/postgresql-common/pgdg ` +
    `first. Elsewhere install PostgreSQL ${major} and name its folder in LIFEBOAT_POSTGRES_DIRS.`
  )
}
