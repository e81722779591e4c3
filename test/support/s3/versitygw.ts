import { execFile } from 'node:child_process'
import { access, constants, mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const version = 'v1.8.0'
const cacheFolder = resolve(import.meta.dirname, '../../../.cache/bin')

/** Path of a real S3 server (versitygw), built if there is Go; null when neither is there. */
export function findVersitygw(): Promise<string | null> {
  found ??= find()
  return found
}

let found: Promise<string | null> | undefined

async function find(): Promise<string | null> {
  const { PATH = '', GOBIN, GOPATH } = process.env
  const folders = [
    ...PATH.split(delimiter),
    ...(GOBIN === undefined ? [] : [GOBIN]),
    ...(GOPATH ?? join(homedir(), 'go')).split(delimiter).map((path) => join(path, 'bin')),
    cacheFolder,
  ]
  for (const folder of folders) {
    const path = join(folder, 'versitygw')
    if (folder !== '' && (await isProgram(path))) return path
  }
  return build()
}

async function build(): Promise<string | null> {
  try {
    await run('go', ['version'])
  } catch {
    return null
  }
  process.stderr.write(
    `Building the S3 server versitygw ${version} with Go into .cache/bin for the tests; this takes about a minute, once.\n`,
  )
  await mkdir(cacheFolder, { recursive: true })
  try {
    await run('go', ['install', `github.com/versity/versitygw/cmd/versitygw@${version}`], {
      env: { ...process.env, CGO_ENABLED: '0', GOBIN: cacheFolder },
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    process.stderr.write(`versitygw could not be built: ${String(error)}\n`)
    return null
  }
  return join(cacheFolder, 'versitygw')
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
