import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordEvent } from '../../src/operations/ledger/record.ts'
import { environmentPlace } from '../../src/operations/restore/lease.ts'
import { openLocalStore } from '../../src/stores/local.ts'
import { loadEnvironment } from '../../src/wiring/load-environment.ts'
import { takeLease } from '../../src/vault/leases.ts'
import { makeTestKeys } from '../support/ports/environment.ts'
import { backupPorts } from '../support/ports/ports.ts'
import { lifeboat } from './command-line.ts'

const file = (store: string) => `environment: shop
sources: [{ name: main, type: postgres, url: "postgres://db/shop" }]
stores: [{ name: disk, ${store} }]
encryption: none
target: { type: command, restart: ["true"], deploy: ["true"], stop: ["true"], clean: ["true"] }
`
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-hold-'))
  await mkdir(join(directory, 'environments'))
  await writeFile(join(directory, 'environments/shop.yml'), file('type: local, path: ./store'))
  const services = [
    process.execPath,
    '--eval',
    `console.log('[{"name":"web","status":"stopped","version":"1.0","image":null,"restarts":null}]')`,
  ]
  const guarded = file('type: local, path: ./store').replace(
    'environment: shop',
    'environment: guarded\nprotected: true',
  )
  await writeFile(
    join(directory, 'environments/guarded.yml'),
    guarded.replace('stop: [', `services: ${JSON.stringify(services)}, stop: [`),
  )
  const blind = guarded.replace('environment: guarded', 'environment: blind')
  await writeFile(join(directory, 'environments/blind.yml'), blind)
  const idle = guarded.replace('environment: guarded', 'environment: idle')
  const nothing = JSON.stringify([process.execPath, '--eval', `console.log('[]')`])
  await writeFile(
    join(directory, 'environments/idle.yml'),
    idle.replace('stop: [', `services: ${nothing}, stop: [`),
  )
  const away = 'type: s3, bucket: shop, endpoint: "${NOWHERE}"'
  await writeFile(join(directory, 'environments/away.yml'), file(away).replace('shop', 'away'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const env = (words: string, environment = 'shop') =>
  lifeboat(['env', ...words.split(' '), '--environment', environment], { directory })

test('an environment is neither brought up, stopped nor cleaned in the midst of a deployment', async () => {
  await mkdir(join(directory, 'store'), { recursive: true })
  const store = await openLocalStore({ name: 'disk', path: join(directory, 'store'), ephemeral: false })
  const verbs = ['up --version 1.0', 'stop', 'clean --confirm shop']
  {
    await using ports = await backupPorts([store], await makeTestKeys())
    await using _deployment = await takeLease(
      ports.stores,
      'shop',
      { exclusive: environmentPlace, why: 'deploy 1.1' },
      ports,
    )
    for (const verb of verbs) {
      const { code, stderr } = await env(verb)
      expect([verb, code]).toEqual([verb, 4])
      expect(stderr).toContain('deploy 1.1')
    }
  }
  // Each gives back what it held, or the next one would be refused.
  for (const verb of verbs) expect([verb, (await env(verb)).code]).toEqual([verb, 0])
})

test('an environment whose stores cannot be asked from here is stopped all the same, and it is said', async () => {
  const { code, stderr } = await env('stop', 'away')
  expect(stderr).toContain('make sure that')
  expect(code).toBe(0)
})

test('a protected environment comes up the first time, and after a deployment with no version but the one that stands', async () => {
  await mkdir(join(directory, 'store'), { recursive: true })
  const up = (version: string) => env(`up --version ${version} --confirm guarded`, 'guarded')
  expect((await up('1.0')).code).toBe(0)
  const store = await openLocalStore({ name: 'disk', path: join(directory, 'store'), ephemeral: false })
  await using ports = await backupPorts([store], await makeTestKeys())
  const outcome = { verdict: 'passed', failure: null } as const
  const deployed = {
    type: 'deploy',
    outcome,
    backupId: null,
    details: { version: '1.0', state: 'stands' },
  } as const
  const guarded = await loadEnvironment({
    environment: 'guarded',
    config: join(directory, 'environments/guarded.yml'),
  })
  expect(await recordEvent(ports, guarded, deployed)).not.toBeNull()
  const other = await up('6.6.6')
  expect(other.stderr).toContain('lifeboat deploy')
  expect(other.code).toBe(4)
  expect((await up('1.0')).code).toBe(0)
})

test('a protected environment whose target says that nothing runs comes up, and with the version that stands', async () => {
  await mkdir(join(directory, 'store'), { recursive: true })
  const status = await env('status', 'idle')
  expect(status.stderr).toContain('idle: nothing runs\n')
  expect(status.code).toBe(0)
  expect((await env('up --version 1.0 --confirm idle', 'idle')).code).toBe(0)
  const store = await openLocalStore({ name: 'disk', path: join(directory, 'store'), ephemeral: false })
  await using ports = await backupPorts([store], await makeTestKeys())
  const config = join(directory, 'environments/idle.yml')
  const idle = await loadEnvironment({ environment: 'idle', config })
  const deployed = {
    type: 'deploy',
    outcome: { verdict: 'passed', failure: null },
    backupId: null,
    details: { version: '1.7', state: 'stands' },
  } as const
  expect(await recordEvent(ports, idle, deployed)).not.toBeNull()
  const { code, stderr } = await env('up --confirm idle', 'idle')
  expect(stderr).toContain('idle is up with 1.7')
  expect(code).toBe(0)
})

test('an application of which nothing runs is not fit for service', async () => {
  await mkdir(join(directory, 'store'), { recursive: true })
  const words = ['validate', '--environment', 'idle', '--categories', 'environment-status']
  const { stderr } = await lifeboat(words, { directory })
  expect(stderr).toMatch(/services run: nothing runs/)
  expect(stderr).not.toContain('does not tell')
})

test('a protected environment whose target does not tell of its services is left to deployments', async () => {
  const { code, stderr } = await env('up --version 6.6.6 --confirm blind', 'blind')
  expect(stderr).toContain('lifeboat deploy')
  expect(code).toBe(4)
})
