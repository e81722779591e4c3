import { access, readdir, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { run, say } from './run-check.ts'

/** Programs that the tests run for real, and the Debian packages that have them. */
const needed = [
  { package: 'postgresql', has: hasPostgres, for: 'PostgreSQL, always real: without it its tests fail' },
  { package: 'age', has: () => onPath('age'), for: 'opening our backups with stock age' },
  { package: 'minisign', has: () => onPath('minisign'), for: 'checking our signatures with stock minisign' },
  { package: 'zstd', has: () => onPath('zstd'), for: 'unpacking our backups with stock zstd' },
  { package: 'redis-server', has: () => onPath('redis-server'), for: 'Redis, always real' },
  { package: 'pgbouncer', has: () => onPath('pgbouncer'), for: 'a source behind a connection pooler' },
] as const

const policyFile = '/usr/sbin/policy-rc.d'

/** Installs what is missing where that is possible; gives a line for each thing that cannot be had. */
export async function bringPackages(): Promise<string[]> {
  const missing = await stillMissing()
  if (missing.length === 0) return []
  const names = missing.map((each) => each.package)
  say(`Missing on this machine: ${names.join(', ')}.`)
  const prefix = await rootPrefix()
  if (prefix === null || !(await onPath('apt-get'))) {
    say('They cannot be installed from here: that takes apt, and root or sudo without a password.')
  } else {
    await install(names, prefix)
  }
  return (await stillMissing()).map((each) => `${each.for} (the program is missing: install ${each.package})`)
}

async function stillMissing(): Promise<(typeof needed)[number][]> {
  const found = await Promise.all(needed.map((each) => each.has()))
  return needed.filter((_, index) => found[index] !== true)
}

async function install(names: readonly string[], prefix: readonly string[]): Promise<void> {
  say(`Installing with apt: ${names.join(', ')}. No server is started by it.`)
  const [command, ...before] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q']
  const guarded = await forbidStarts(prefix)
  try {
    const apt = ['install', '-y', '--no-install-recommends', ...names]
    let result = await run(command, [...before, ...apt])
    if (result.code !== 0) {
      await run(command, [...before, 'update'])
      result = await run(command, [...before, ...apt])
    }
    if (result.code === 0) return
    // One package that this distribution lacks must not keep the others away.
    for (const name of names) {
      const { code, output } = await run(command, [
        ...before,
        'install',
        '-y',
        '--no-install-recommends',
        name,
      ])
      if (code !== 0)
        say(`apt could not install ${name}:\n${output.trimEnd().split('\n').slice(-5).join('\n')}`)
    }
  } finally {
    if (guarded)
      await run(prefix[0] ?? 'rm', [
        ...prefix.slice(1),
        ...(prefix.length > 0 ? ['rm'] : []),
        '-f',
        policyFile,
      ])
  }
}

/** Debian starts servers as soon as they are installed, unless this file forbids it. One that is there already stays. */
async function forbidStarts(prefix: readonly string[]): Promise<boolean> {
  if (await exists(policyFile)) return false
  const text = '#!/bin/sh\nexit 101\n'
  if (prefix.length === 0) {
    await writeFile(policyFile, text, { mode: 0o755 })
    return true
  }
  const draft = join(process.env['TMPDIR'] ?? '/tmp', `lifeboat-policy-${process.pid}`)
  await writeFile(draft, text)
  const [command, ...rest] = [...prefix, 'install', '-m', '755', draft, policyFile]
  const { code } = await run(command, rest)
  await rm(draft, { force: true })
  return code === 0
}

/** What has to stand before a command that needs root: nothing, or sudo; null when neither will do. */
async function rootPrefix(): Promise<string[] | null> {
  if (process.getuid?.() === 0) return []
  const { code } = await run('sudo', ['-n', 'true'])
  return code === 0 ? ['sudo', '-n'] : null
}

async function hasPostgres(): Promise<boolean> {
  const majors = await readdir('/usr/lib/postgresql').catch(() => [])
  for (const major of majors) if (await exists(`/usr/lib/postgresql/${major}/bin/initdb`)) return true
  return onPath('initdb')
}

async function onPath(program: string): Promise<boolean> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  for (const folder of folders) if (await exists(join(folder, program))) return true
  return false
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
