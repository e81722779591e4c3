import { execFileSync, spawn } from 'node:child_process'
import { accessSync, appendFileSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The repository, whatever the working directory of the test is. */
const repository = resolve(import.meta.dirname, '../../..')

/**
 * Majors that the suites run against: LIFEBOAT_TEST_MAJORS (`15,17`), else the distribution's own and 17. Majors that
 * cannot be had are told to whoever reads the end of the run, and fail it on CI.
 */
export async function testMajors(): Promise<number[]> {
  const wanted = process.env['LIFEBOAT_TEST_MAJORS']
  const majors =
    wanted === undefined || wanted === ''
      ? [...new Set([distributionMajor(), 17])].filter((major) => major !== null)
      : wanted
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number)
  const usable: number[] = []
  for (const major of majors) {
    try {
      await installPostgres(major)
      usable.push(major)
    } catch (thrown) {
      notReal(`PostgreSQL ${major}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    }
  }
  if (usable.length === 0)
    throw new Error('no PostgreSQL to test against: install one, for example postgresql by apt')
  return usable
}

/** Where a server of this major with its client programs lies; null when none is installed. */
export function findPostgres(major: number): string | null {
  const listed = (process.env['LIFEBOAT_POSTGRES_DIRS'] ?? '').split(':').filter(Boolean)
  const candidates = [
    ...listed.flatMap((folder) => [
      folder,
      join(folder, 'bin'),
      join(folder, `usr/lib/postgresql/${major}/bin`),
    ]),
    `/usr/lib/postgresql/${major}/bin`,
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    `/usr/local/opt/postgresql@${major}/bin`,
    join(cacheFolder(major), `usr/lib/postgresql/${major}/bin`),
  ]
  return candidates.find((bindir) => existsSync(join(bindir, 'initdb')) && majorOf(bindir) === major) ?? null
}

/** Finds it, or unpacks it beside what the machine has (about 15 s, once). */
export async function installPostgres(major: number): Promise<string> {
  const found = findPostgres(major)
  if (found !== null) return found
  const folder = cacheFolder(major)
  mkdirSync(dirname(folder), { recursive: true })
  process.stderr.write(`installing PostgreSQL ${major} into ${folder}\n`)
  if (major === distributionMajor() && process.getuid?.() === 0) {
    await run('apt-get', ['-qq', '-y', '-o', 'Dpkg::Use-Pty=0', 'install', `postgresql-${major}`], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
  } else {
    await run(join(import.meta.dirname, 'unpack.sh'), [String(major), folder], {})
  }
  const installed = findPostgres(major)
  if (installed === null) throw new Error(`PostgreSQL ${major} is not where it was installed`)
  return installed
}

/** Says at the end of the run what was not tested for real; on CI that is a failure. */
export function notReal(what: string): void {
  const file = process.env['LIFEBOAT_NOT_REAL']
  if (file !== undefined && file !== '') appendFileSync(file, `${what}\n`)
  else process.stderr.write(`not tested for real: ${what}\n`)
  if (process.env['CI'] === 'true') throw new Error(`not tested for real: ${what}`)
}

/** The major that the distribution's own packages have; null where there is no apt. */
export function distributionMajor(): number | null {
  try {
    const shown = execFileSync('apt-cache', ['depends', 'postgresql'], { encoding: 'utf8', stdio: 'pipe' })
    const match = /Depends: postgresql-(\d+)/.exec(shown)
    return match ? Number(match[1]) : null
  } catch {
    return null
  }
}

function cacheFolder(major: number): string {
  // As root the server runs as another user, who must be able to reach its programs.
  const base = process.getuid?.() !== 0 || othersMayEnter(repository) ? repository : tmpdir()
  return join(base, '.cache', `postgres-${major}`)
}

function othersMayEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

function majorOf(bindir: string): number | null {
  try {
    accessSync(join(bindir, 'pg_dump'), constants.X_OK)
    const version = execFileSync(join(bindir, 'postgres'), ['--version'], { encoding: 'utf8', stdio: 'pipe' })
    return Number(/\) (\d+)/.exec(version)?.[1])
  } catch {
    return null
  }
}

function run(command: string, args: string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} failed: ${said.trim()}`)),
    )
  })
}
