import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { silentLog } from '../../src/ports/log.ts'
import type { Host } from '../../src/wiring/host.ts'
import { openGatePorts } from '../../src/wiring/open-gate-ports.ts'
import { memoryStore } from '../support/doubles/memory-store.ts'
import { makeTestKeys, testEnvironment } from '../support/ports/environment.ts'
import { backupPorts } from '../support/ports/ports.ts'

const former = process.cwd()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-gate-'))
  await mkdir(join(folder, 'environments'))
  await writeFile(join(folder, 'environments/production.yml'), '')
  process.chdir(folder)
})
afterAll(async () => {
  process.chdir(former)
  await rm(folder, { recursive: true, force: true })
})

/** Why a gate cannot read the environment before its own. */
async function hintFor(after: Record<string, string>): Promise<string | undefined> {
  const host: Host = {
    variables: {},
    takeVariable: () => undefined,
    hide: () => undefined,
    mask: (text: string) => text,
    log: silentLog,
    signal: new AbortController().signal,
    temporaryFolder: folder,
    isThrownAway: false,
    oidcToken: null,
    actor: null,
    runUrl: null,
    packages: null,
    repositoryIsPublic: false,
    openIssues: null,
  }
  const keys = await makeTestKeys()
  const environment = await testEnvironment(keys, { gate: { after } })
  await using ports = await backupPorts([memoryStore()], keys)
  await using opened = await openGatePorts(environment, ports, host, undefined)
  if (!(opened.previous instanceof Failure)) throw new Error('the environment before can be read')
  return opened.previous.hint
}

test.each([{}, { 'variables-prefix': 'STAGING_' }])(
  'an environment before that has no file is said to lack it, whatever its variables are called: %o',
  async (more) => {
    expect(await hintFor({ environment: 'staging', ...more })).toBe(
      'There is environments/production.yml. gate.after names another: write its file, or say with config there where it stands.',
    )
  },
)

test('an environment before whose variables are not given is told with the prefix that they are read with', async () => {
  await writeFile(
    join(folder, 'before.yml'),
    'environment: before\nsources: [{ name: main, type: postgres, url: "${URL}" }]\n' +
      'stores: [{ name: folder, type: local, path: "${FOLDER}" }]\nencryption: none\n',
  )
  const after = { environment: 'before', config: 'before.yml', 'variables-prefix': 'BEFORE_' }
  expect(await hintFor(after)).toContain('give the job BEFORE_NAME for each NAME')
})
