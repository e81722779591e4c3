import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docker, hasDocker } from '../support/docker/docker.ts'
import { buildShop, openShop, type Shop } from '../support/shop/shop.ts'

const isReal = await hasDocker()
const patience = 300_000

describe.runIf(isReal)('dev, staging and production of the sample application, all up at once', () => {
  const shops: Shop[] = []
  const opened = new AsyncDisposableStack()
  beforeAll(async () => {
    const { image } = opened.use(await buildShop({ '1.0': 'good' }))
    for (const environment of ['dev', 'staging', 'production'] as const) {
      shops.push(opened.use(await openShop({ image, environment })))
    }
    for (const shop of shops) await shop.up()
  }, patience)
  afterAll(() => opened.disposeAsync(), patience)

  const pairs = () =>
    shops.flatMap((one) => shops.filter((other) => other !== one).map((other) => ({ one, other })))
  const listed = async (what: 'network' | 'volume', { project }: Shop) =>
    (await docker([what, 'ls', '--quiet', '--filter', `label=com.docker.compose.project=${project}`])).split(
      '\n',
    )

  test('each is well, and takes orders with its own token', async () => {
    for (const shop of shops) {
      const placed = await shop.ask('/orders', { method: 'POST', body: '{"customer": 1, "product": 2}' })
      expect(placed.status).toBe(201)
      expect((await shop.ask('/orders')).status).toBe(200)
      const states = await shop.target.services(AbortSignal.timeout(patience))
      expect(states.map(({ name, status }) => `${name} ${status}`)).toEqual([
        'db running',
        'redis running',
        'web running',
        'worker running',
      ])
    }
  })

  test('they share no network, no volume, no port and no secret', async () => {
    for (const { one, other } of pairs()) {
      for (const what of ['network', 'volume'] as const) {
        const own = await listed(what, one)
        expect(own.filter((id) => id !== '').length).toBeGreaterThanOrEqual(2)
        expect(own.filter((id) => other.project !== one.project && id !== '')).not.toEqual(
          expect.arrayContaining(await listed(what, other)),
        )
      }
    }
    const mounts = await Promise.all(shops.map(mountsOf))
    expect(new Set(mounts.flat()).size).toBe(mounts.flat().length)
    const ports = await Promise.all(shops.map(portsOf))
    expect(new Set(ports.flat()).size).toBe(6)
    const secrets = await Promise.all(shops.flatMap((shop) => names.map((name) => shop.secret(name))))
    expect(new Set(secrets).size).toBe(12)
    expect(secrets.filter((secret) => secret.length < 32)).toEqual([])
  })

  test(
    'from a container of one nothing of another can be reached',
    async () => {
      for (const { one, other } of pairs()) {
        // Its own it reaches: so it is isolation that keeps it from the other's, and not a broken question.
        expect(await reaches(one, `${one.project}-db-1`, 5432)).toBe('reached')
        for (const [service, port] of services) {
          const container = `${other.project}-${service}-1`
          expect(await reaches(one, container, port)).not.toBe('reached')
          for (const address of await addressesOf(container)) {
            expect(await reaches(one, address, port)).not.toBe('reached')
          }
        }
      }
    },
    patience,
  )

  test(
    "a token, a database password and a Redis password of one are refused by another's",
    async () => {
      for (const { one, other } of pairs()) {
        const token = await one.secret('api-token')
        const asked = await fetch(`${other.url}/orders`, { headers: { authorization: `Bearer ${token}` } })
        expect(asked.status).toBe(401)
        expect(await signsInToDatabase(other, await one.secret('owner-password'))).toBe(false)
        expect(await signsInToRedis(other, await one.secret('redis-password'))).toBe(false)
      }
    },
    patience,
  )

  test(
    'database and Redis refuse whoever has no password, and let in whoever has the right one',
    async () => {
      for (const shop of shops) {
        expect(await signsInToDatabase(shop, await shop.secret('owner-password'))).toBe(true)
        expect(await signsInToDatabase(shop, '')).toBe(false)
        expect(await signsInToDatabase(shop, 'shop')).toBe(false)
        expect(await signsInToRedis(shop, await shop.secret('redis-password'))).toBe(true)
        expect(await signsInToRedis(shop, '')).toBe(false)
      }
    },
    patience,
  )

  test('no port is open but on the loopback of the machine, and Redis has none at all', async () => {
    for (const shop of shops) {
      const bindings = await bindingsOf(shop)
      expect(bindings.map(({ service }) => service).toSorted()).toEqual(['db', 'web'])
      expect(new Set(bindings.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']))
    }
  })

  test(
    'each service has limits of memory, processors and processes, and memory beyond them is refused',
    async () => {
      for (const shop of shops) {
        for (const [service] of services) {
          const limits = await docker([
            'inspect',
            '--format',
            '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}',
            `${shop.project}-${service}-1`,
          ])
          expect(limits.split(' ').filter((limit) => !(Number(limit) > 0))).toEqual([])
        }
      }
      const [dev] = shops
      // 256 MiB are given; swap is counted too, so four times that much cannot be had whatever the machine has.
      const greedy = `const all = []; for (let i = 0; i < 64; i += 1) all.push(Buffer.alloc(16 * 1024 * 1024, 1)); console.log('had it all')`
      const had = await docker(['exec', `${dev?.project ?? ''}-worker-1`, 'node', '-e', greedy]).catch(
        () => 'killed',
      )
      expect(had).toBe('killed')
    },
    patience,
  )

  test(
    'stopping and cleaning one leaves the others as they are',
    async () => {
      const [dev, staging, production] = shops
      if (dev === undefined || staging === undefined || production === undefined)
        throw new Error('not all are up')
      const { signal } = new AbortController()
      const started = () => Promise.all([staging, production].map(startedAt))
      const before = await started()
      await dev.target.stop(signal)
      await dev.target.clean(signal)
      expect((await listed('volume', dev)).filter((id) => id !== '')).toEqual([])
      expect(await started()).toEqual(before)
      expect((await staging.ask('/orders')).status).toBe(200)
    },
    patience,
  )
})

const names = ['owner-password', 'app-password', 'redis-password', 'api-token'] as const
const services = [
  ['web', 8080],
  ['worker', 8080],
  ['db', 5432],
  ['redis', 6379],
] as const

async function mountsOf({ project }: Shop): Promise<string[]> {
  const lines = await Promise.all(
    services.map(([service]) =>
      docker([
        'inspect',
        '--format',
        '{{range .Mounts}}{{if eq .Type "volume"}}{{println .Name}}{{end}}{{end}}',
        `${project}-${service}-1`,
      ]),
    ),
  )
  return lines.flatMap((text) => text.split('\n')).filter((line) => line !== '')
}

interface Binding {
  service: string
  address: string
  port: string
}

async function bindingsOf({ project }: Shop): Promise<Binding[]> {
  const found = await Promise.all(
    services.map(async ([service]) => {
      const text = await docker([
        'inspect',
        '--format',
        '{{range .HostConfig.PortBindings}}{{range .}}{{println .HostIp .HostPort}}{{end}}{{end}}',
        `${project}-${service}-1`,
      ])
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => ({ service, address: line.split(' ')[0] ?? '', port: line.split(' ')[1] ?? '' }))
    }),
  )
  return found.flat()
}

async function portsOf(shop: Shop): Promise<string[]> {
  return (await bindingsOf(shop)).map(({ port }) => port)
}

async function addressesOf(container: string): Promise<string[]> {
  const text = await docker([
    'inspect',
    '--format',
    '{{range .NetworkSettings.Networks}}{{println .IPAddress}}{{end}}',
    container,
  ])
  return text.split('\n').filter((line) => line !== '')
}

/** Knocks from the web container, which of all has the most networks. */
async function reaches({ project }: Shop, host: string, port: number): Promise<string> {
  const knock = `
    const socket = require('node:net').connect(${port}, '${host}')
    const end = (word) => { console.log(word); process.exit(0) }
    socket.on('connect', () => end('reached'))
    socket.on('error', (error) => end(error.code))
    setTimeout(() => end('no answer'), 500)`
  return docker(['exec', `${project}-web-1`, 'node', '-e', knock])
}

async function signsInToDatabase({ project }: Shop, password: string): Promise<boolean> {
  const inside = ['exec', '--env', `PGPASSWORD=${password}`, `${project}-db-1`]
  return docker([...inside, 'psql', '-h', '127.0.0.1', '-U', 'shop', '-w', '-c', 'select 1']).then(
    () => true,
    () => false,
  )
}

async function signsInToRedis({ project }: Shop, password: string): Promise<boolean> {
  const inside = ['exec', '--env', `REDISCLI_AUTH=${password}`, `${project}-redis-1`]
  return (await docker([...inside, 'redis-cli', 'ping'])).includes('PONG')
}

function startedAt({ project }: Shop): Promise<string> {
  return docker(['inspect', '--format', '{{.State.StartedAt}}', `${project}-web-1`, `${project}-db-1`])
}
