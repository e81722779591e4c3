import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environmentPlace } from '../../src/operations/restore/lease.ts'
import { openLocalStore } from '../../src/stores/local.ts'
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
