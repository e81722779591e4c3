import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure } from '../../domain/failure.ts'
import type { Log } from '../../ports/log.ts'
import type { Processes } from '../../ports/process.ts'
import { findPrivilege, type Privilege, systemEnvironment } from '../privilege.ts'

/** Keeps files between runs; what comes back is not trusted, but checked against apt's signed indexes. */
export interface PackageCache {
  /** Where packages are gathered: the same folder in every run. */
  readonly folder: string
  /** Brings back what was saved under the key; false when there is nothing. */
  restore(paths: readonly string[], key: string): Promise<boolean>
  save(paths: readonly string[], key: string): Promise<void>
}

export interface InstallOptions {
  processes: Processes
  log: Log
  needServer: boolean
  cache?: PackageCache
  signal?: AbortSignal
}

/**
 * Installs a major by apt: the distribution's own package where it has that major, else the one of the PostgreSQL
 * project's repository, set up by the script that the distribution ships for it. No server is started by this.
 * Resolves false where there is no apt, or no right to install.
 * @throws Failure `unavailable` when apt failed
 */
export async function installByApt(major: number, options: InstallOptions): Promise<boolean> {
  const apt = await openApt(options)
  if (apt === null) return false
  const packages = options.needServer
    ? [`postgresql-${major}`, `postgresql-client-${major}`]
    : [`postgresql-client-${major}`]
  return options.log.group(`Installing PostgreSQL ${major}`, async () => {
    if (!(await apt.knows(packages))) {
      await apt.privileged(['apt-get', '-qq', 'update'])
      if (!(await apt.knows(packages))) await addProjectRepository(apt, packages, options.log)
      if (!(await apt.knows(packages))) {
        options.log.warning(
          `apt has no PostgreSQL ${major}: neither here nor, if it can be reached, in that repository`,
        )
        return false
      }
    }
    await installCached(major, packages, apt, options)
    return true
  })
}

/** A package that an installation needs, as the signed index describes it. */
interface Archive {
  file: string
  sha256: string
}

interface Apt {
  knows(packages: readonly string[]): Promise<boolean>
  archivesFor(packages: readonly string[]): Promise<Archive[]>
  install(packages: readonly string[], archives: string | null): Promise<void>
  privileged(command: readonly string[]): Promise<void>
}

async function openApt({ processes, log, signal }: InstallOptions): Promise<Apt | null> {
  const options = { environment: systemEnvironment, ...(signal === undefined ? {} : { signal }) }
  if (process.platform !== 'linux') return null
  const present = await processes.run('apt-get', ['--version'], options).catch(() => null)
  signal?.throwIfAborted()
  if (present?.code !== 0) return null
  const privilege: Privilege | null = await findPrivilege(processes, signal)
  if (privilege === null) {
    log.notice('packages cannot be installed here: this user is not root, and sudo asks for a password')
    return null
  }
  const run = async (command: readonly string[]) => {
    const [program = '', ...args] = command
    const done = await processes.run(program, args, options)
    if (done.code !== 0) {
      log.debug(done.stderr)
      throw new Failure('unavailable', `${describe(command)} failed with exit code ${done.code}`, {
        hint: 'Is the package mirror reachable, and no other installation running? apt says more when it is run by hand.',
      })
    }
    return done.stdout
  }
  return {
    knows: async (packages) => {
      const shown = await processes.run('apt-cache', ['show', '--no-all-versions', ...packages], options)
      return packages.every((name) => shown.stdout.split('\n').includes(`Package: ${name}`))
    },
    archivesFor: async (packages) => {
      // With an archives folder that does not exist, apt lists everything that the installation would fetch.
      const list =
        'apt-get -qq -y --no-install-recommends --print-uris -o Dir::Cache::Archives=/nonexistent ' +
        '-o Debug::NoLocking=true -o Acquire::ForceHash=sha256 install'
      const listed = await run([...list.split(' '), ...packages])
      return [...listed.matchAll(/^'[^']+' (\S+\.deb) \d+ SHA256:([0-9a-f]{64})$/gm)].map(
        ([, file = '', sha256 = '']) => ({ file, sha256 }),
      )
    },
    install: async (packages, archives) => {
      const keep = archives === null ? [] : ['-o', `Dir::Cache::Archives=${archives}`]
      const quietly = [...privilege, 'sh', '-c', quietInstallation, 'sh']
      await run([...quietly, '-o', 'APT::Keep-Downloaded-Packages=true', ...keep, 'install', ...packages])
    },
    privileged: async (command) => {
      await run([...privilege, ...command])
    },
  }
}

/**
 * Installs without starting a server and without making a cluster, by the two switches that Debian has for it. A
 * switch that somebody else has set is left as it is.
 */
const quietInstallation = `
set -eu
policy=/usr/sbin/policy-rc.d
clusters=/etc/postgresql-common/createcluster.d/zz-lifeboat.conf
made=
undo() { rm -f "$clusters"; [ -z "$made" ] || rm -f "$policy"; }
trap undo EXIT
trap 'exit 143' TERM INT HUP
mkdir -p "\${clusters%/*}"
echo 'create_main_cluster = false' > "$clusters"
if [ ! -e "$policy" ]; then
  made=yes
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 \\
  -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 "$@"
`

/**
 * Runs the distribution's own script, which comes with the repository's signing key. What it added goes away again
 * when the packages cannot be had from it: a repository out of reach would disturb every later use of apt.
 */
async function addProjectRepository(apt: Apt, packages: readonly string[], log: Log): Promise<void> {
  log.info("the distribution has no such major: adding the PostgreSQL project's own repository to apt")
  await apt.privileged(['sh', '-c', projectRepository, 'sh', quietInstallation, ...packages])
}

const projectRepository = `
set -eu
install=$1
shift
folder=/etc/apt/sources.list.d
before=$(ls "$folder")
undo() {
  for added in $(ls "$folder"); do
    case " $(echo $before) " in *" $added "*) ;; *) rm -f "$folder/$added" ;; esac
  done
}
trap undo EXIT
trap 'exit 143' TERM INT HUP
[ -d /usr/share/postgresql-common/pgdg ] || sh -c "$install" sh install postgresql-common ca-certificates
for script in /usr/share/postgresql-common/pgdg/*.sh; do
  "$script" -y < /dev/null
done
if apt-cache show --no-all-versions "$@" > /dev/null 2>&1; then trap - EXIT; fi
`

/**
 * Brings packages back from the cache and throws out whatever is not, byte for byte, what the signed index describes:
 * apt itself looks only at the size of a file that lies in its archives folder.
 */
async function installCached(
  major: number,
  packages: readonly string[],
  apt: Apt,
  { cache, log, needServer }: InstallOptions,
): Promise<void> {
  const archives = cache === undefined ? [] : await apt.archivesFor(packages)
  if (cache === undefined || archives.length === 0) return apt.install(packages, null)
  const digest = createHash('sha256')
    .update(
      archives
        .map(({ sha256 }) => sha256)
        .sort()
        .join(),
    )
    .digest('hex')
  const key = `lifeboat-apt-${major}-${needServer ? 'server' : 'client'}-${process.arch}-${digest.slice(0, 16)}`
  await mkdir(cache.folder, { recursive: true })
  const whatFailed = (what: string) => (cause: unknown) => {
    log.warning(
      `packages could not be ${what} the cache: ${cause instanceof Error ? cause.message : 'unknown error'}`,
    )
    return false
  }
  await cache.restore([cache.folder], key).catch(whatFailed('restored from'))
  const sound = await keepOnlySound(cache.folder, archives, log)
  await mkdir(join(cache.folder, 'partial'), { recursive: true })
  await apt.install(packages, cache.folder)
  if (sound === archives.length) return
  // What apt makes for itself there belongs to root and could not be read when it is saved.
  await apt.privileged(['rm', '-rf', join(cache.folder, 'partial'), join(cache.folder, 'lock')])
  await cache.save([cache.folder], key).catch(whatFailed('saved to'))
}

async function keepOnlySound(folder: string, archives: readonly Archive[], log: Log): Promise<number> {
  const expected = new Map(archives.map(({ file, sha256 }) => [file, sha256]))
  let sound = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const wanted = expected.get(entry.name)
    if (entry.isFile() && wanted !== undefined && (await digestOf(path)) === wanted) {
      sound += 1
      continue
    }
    if (wanted !== undefined)
      log.warning(`a cached package is not what apt's index describes, and is fetched anew`)
    await rm(path, { recursive: true, force: true })
  }
  return sound
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** A command as a message may show it: a script of ours is not worth reading there. */
function describe(command: readonly string[]): string {
  const script = command.indexOf('-c')
  return script === -1 ? command.join(' ') : `installing by apt (${command.slice(script + 3).join(' ')})`
}
