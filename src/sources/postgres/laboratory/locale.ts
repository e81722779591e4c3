import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../domain/failure.ts'
import type { Log } from '../../../ports/log.ts'
import type { Processes } from '../../../ports/process.ts'
import { systemEnvironment } from '../../privilege.ts'

const sources = '/usr/share/i18n'

/**
 * Sees to it that the server will find these libc locales. Resolves null when the machine has them all, else a folder
 * for LOCPATH, inside `folder`, in which all of them were built: glibc then looks nowhere else.
 * @throws Failure `missing` which names the locale to install
 */
export async function provideLocales(
  names: readonly string[],
  folder: string,
  { processes, log, signal }: { processes: Processes; log: Log; signal: AbortSignal },
): Promise<string | null> {
  const needed = [...new Set(names)].filter((name) => name !== 'C' && name !== 'POSIX' && name !== '')
  const lacking: string[] = []
  for (const name of needed) if (!(await isInstalled(name, processes, signal))) lacking.push(name)
  if (lacking.length === 0) return null
  const path = join(folder, 'locale')
  await mkdir(path, { mode: 0o755 })
  for (const name of needed) {
    if (!(await build(name, path, processes, signal))) {
      throw new Failure('missing', `this machine has no locale ${name}, which the database was made with`, {
        hint: `Install it: on Debian and Ubuntu the package locales, then "sudo locale-gen ${name}".`,
      })
    }
  }
  log.info(`built for the laboratory: locale ${lacking.join(', ')}`)
  return path
}

/** `locale` complains, on stderr, about a locale that libc cannot load. Where there is no such program, libc takes any name. */
async function isInstalled(name: string, processes: Processes, signal: AbortSignal): Promise<boolean> {
  const asked = await processes
    .run('locale', ['charmap'], { environment: { ...systemEnvironment, LC_ALL: name }, signal })
    .catch((thrown: unknown) => {
      if (thrown instanceof Failure && thrown.kind === 'missing') return null
      throw thrown
    })
  return asked === null || (asked.code === 0 && asked.stderr === '')
}

async function build(
  name: string,
  folder: string,
  processes: Processes,
  signal: AbortSignal,
): Promise<boolean> {
  const parts = /^([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?(@[A-Za-z0-9_-]+)?$/.exec(name)
  const [, language, codeset, modifier = ''] = parts ?? []
  if (language === undefined) return false
  const charmap = await charmapOf(name, codeset)
  const built = await processes
    .run(
      'localedef',
      // An output name with a slash is taken as it is, not put into the system's archive.
      ['--no-archive', '-c', '-i', `${language}${modifier}`, '-f', charmap, join(folder, name)],
      { environment: systemEnvironment, signal },
    )
    .catch((thrown: unknown) => {
      if (thrown instanceof Failure && thrown.kind === 'missing') return null
      throw thrown
    })
  // Warnings give 1 although the locale was written; only reading it back tells.
  if (built === null) return false
  const read = await processes.run('locale', ['charmap'], {
    environment: { ...systemEnvironment, LOCPATH: folder, LC_ALL: name },
    signal,
  })
  return read.code === 0 && read.stderr === ''
}

/** `en_US.utf8` → `UTF-8`; a name without codeset by the system's list, `de_DE@euro ISO-8859-15`. */
async function charmapOf(name: string, codeset: string | undefined): Promise<string> {
  if (codeset !== undefined) {
    if (/^utf-?8$/i.test(codeset)) return 'UTF-8'
    const iso = /^iso-?8859-?(\d+)$/i.exec(codeset)
    return iso ? `ISO-8859-${iso[1]}` : codeset.toUpperCase()
  }
  const list = await readFile(join(sources, 'SUPPORTED'), 'utf8').catch(() => '')
  const line = list.split('\n').find((line) => line.startsWith(`${name} `))
  return line?.split(' ')[1] ?? 'ISO-8859-1'
}
