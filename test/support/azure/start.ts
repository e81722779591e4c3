import { execFile } from 'node:child_process'
import { access, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { sharedKey } from '../../../src/stores/azure/authorization.ts'
import { launch } from '../servers/launch.ts'
import { noteNotReal } from '../servers/not-real.ts'

const run = promisify(execFile)
const version = '3.35.0'
const folder = resolve(import.meta.dirname, '../../../.cache', `azurite-${version}`)
const program = join(folder, 'node_modules/azurite/dist/src/blob/main.js')

/** The real Azurite, empty when it starts. It checks signatures, and serves one account. */
export interface AzureServer extends AsyncDisposable {
  /** URL of the account, without a container. */
  endpoint: string
  account: string
  accountKey: string
  /** Makes a container, and gives its name. */
  container(name: string): Promise<string>
}

/** Null where it cannot be had: then that is noted for the end of the test run. @throws with CI=true */
export async function startAzurite(): Promise<AzureServer | null> {
  if (!(await findAzurite())) {
    await noteNotReal('Azure Blob server', `let npm install azurite ${version}`)
    return null
  }
  const account = 'lifeboattest'
  const accountKey = Buffer.from('lifeboat-test-account-key').toString('base64')
  const server = await launch({
    name: 'Azurite',
    program: process.execPath,
    arguments: (port) => [
      program,
      '--blobHost',
      '127.0.0.1',
      '--blobPort',
      String(port),
      '--silent',
      '--skipApiVersionCheck',
      '--disableTelemetry',
      '--inMemoryPersistence',
    ],
    environment: { AZURITE_ACCOUNTS: `${account}:${accountKey}` },
    // It answers with a refusal, which is an answer.
    isReady: async (endpoint) => (await fetch(`${endpoint}/${account}?comp=list`)).status > 0,
  })
  const endpoint = `${server.endpoint}/${account}`
  return {
    endpoint,
    account,
    accountKey,
    container: async (name) => {
      const url = new URL(`${endpoint}/${name}?restype=container`)
      const headers = { 'x-ms-date': new Date().toUTCString(), 'x-ms-version': '2023-11-03' }
      const request = { method: 'PUT', url, headers: { ...headers }, contentLength: 0 }
      await sharedKey(account, Buffer.from(accountKey, 'base64')).sign(request)
      const answer = await fetch(url, { method: 'PUT', headers: request.headers })
      if (!answer.ok) throw new Error(`Azurite makes no container: ${answer.status} ${await answer.text()}`)
      return name
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

let found: Promise<boolean> | undefined

/** Installed by npm into .cache rather than with the repository: it brings hundreds of packages. */
function findAzurite(): Promise<boolean> {
  found ??= isThere().then(async (there) => there || (await install()))
  return found
}

async function install(): Promise<boolean> {
  process.stderr.write(`Installing Azurite ${version} into .cache for the tests, once.\n`)
  await mkdir(folder, { recursive: true })
  const options = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--omit=dev']
  try {
    await run('npm', ['install', '--prefix', folder, ...options, `azurite@${version}`], {
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    process.stderr.write(`Azurite could not be installed: ${String(error)}\n`)
  }
  return isThere()
}

function isThere(): Promise<boolean> {
  return access(program).then(
    () => true,
    () => false,
  )
}
