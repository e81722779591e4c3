import { execFile } from 'node:child_process'
import { access, constants, mkdir, rename } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cacheFolder = resolve(import.meta.dirname, '../../../.cache/bin')

export interface GoProgram {
  /** As it is called once it is installed. */
  name: string
  package: string
  version: string
  /** `the S3 server versitygw` */
  what: string
  /** What Go calls it, where that is another name. */
  builtAs?: string
}

const found = new Map<string, Promise<string | null>>()

/** Path of a program written in Go: on PATH, kept in .cache, or built into it; null where there is neither it nor Go. */
export function findGoProgram(program: GoProgram): Promise<string | null> {
  const known = found.get(program.name) ?? find(program)
  found.set(program.name, known)
  return known
}

async function find(program: GoProgram): Promise<string | null> {
  const { PATH = '', GOBIN, GOPATH } = process.env
  const folders = [
    ...PATH.split(delimiter),
    ...(GOBIN === undefined ? [] : [GOBIN]),
    ...(GOPATH ?? join(homedir(), 'go')).split(delimiter).map((path) => join(path, 'bin')),
    cacheFolder,
  ]
  for (const folder of folders) {
    const path = join(folder, program.name)
    if (folder !== '' && (await isProgram(path))) return path
  }
  return build(program)
}

async function build({ name, package: path, version, what, builtAs }: GoProgram): Promise<string | null> {
  try {
    await run('go', ['version'])
  } catch {
    return null
  }
  process.stderr.write(
    `Building ${what} ${version} with Go into .cache/bin for the tests; this takes a while, once.\n`,
  )
  await mkdir(cacheFolder, { recursive: true })
  try {
    await run('go', ['install', `${path}@${version}`], {
      env: { ...process.env, CGO_ENABLED: '0', GOBIN: cacheFolder },
      maxBuffer: 64 * 1024 * 1024,
    })
    if (builtAs !== undefined) await rename(join(cacheFolder, builtAs), join(cacheFolder, name))
  } catch (error) {
    process.stderr.write(`${name} could not be built: ${String(error)}\n`)
    return null
  }
  return join(cacheFolder, name)
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
