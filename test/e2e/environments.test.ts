import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asFailure } from '../../src/domain/failure.ts'
import { enterRedis, parseRedisAddress } from '../../src/sources/redis/address.ts'
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
    // One after the other: twelve containers that start at once keep two processors from everything else.
    for (const shop of shops) await shop.up()
  }, patience)
  afterAll(() => opened.disposeAsync(), patience)

  const pairs = () =>
    shops.flatMap((one) => shops.filter((other) => other !== one).map((other) => ({ one, other })))

  test('each is well, and takes orders with its own token', async () => {
    for (const shop of shops) {
      const placed = await shop.ask('/orders', { method: 'POST', body: '{"customer": 1, "product": 2}' })
      expect(placed.status).toBe(201)
      expect((await shop.ask('/orders')).status).toBe(200)
      const states = await shop.target.services(AbortSignal.timeout(patience))
      expect(states?.map(({ name, status }) => `${name} ${status}`)).toEqual([
        'db running',
        'redis running',
        'web running',
        'worker running',
      ])
    }
  })

  test('they share no network, no volume, no port and no secret', async () => {
    const networks = (await Promise.all(shops.map(networksOf))).flat()
    expect(networks.length).toBe(6)
    expect(new Set(networks).size).toBe(6)
    const mounts = await Promise.all(shops.map(mountsOf))
    expect(mounts.flat().length).toBe(6)
    expect(new Set(mounts.flat()).size).toBe(6)
    const ports = (await Promise.all(shops.map(portsOf))).flat()
    expect(ports.length).toBe(9)
    expect(new Set(ports).size).toBe(9)
    const secrets = await Promise.all(shops.flatMap((shop) => names.map((name) => shop.secret(name))))
    expect(new Set(secrets).size).toBe(12)
    expect(secrets.filter((secret) => secret.length < 32)).toEqual([])
  })

  test(
    'from a container of one nothing of another can be reached',
    async () => {
      for (const { one, other } of pairs()) {
        const doors = await doorsOf(other)
        expect(doors.length).toBeGreaterThanOrEqual(14)
        const own = `${one.project}-db-1:5432`
        // Its own it reaches: so it is isolation that keeps it from the other's, and not a broken question.
        expect(await reached(one, own, doors)).toEqual([own])
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

  test("by its port on this machine, too, Redis lets in whoever has its own environment's password alone", async () => {
    for (const shop of shops) expect(await greets(await shop.redisUrl())).toBe('PONG')
    for (const { one, other } of pairs()) {
      const url = new URL(await other.redisUrl())
      url.password = await one.secret('redis-password')
      expect(await greets(url.href)).toBe('access')
      url.password = ''
      expect(await greets(url.href)).toBe('access')
    }
  })

  test('no port is open but on the loopback of the machine', async () => {
    for (const shop of shops) {
      const bindings = await bindingsOf(shop)
      const open = [`${shop.project}-db-1`, `${shop.project}-redis-1`, `${shop.project}-web-1`]
      expect(bindings.map(({ container }) => container).toSorted()).toEqual(open)
      expect(new Set(bindings.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']))
      // Asked as well: the machine has an address in each of the shop's networks.
      const addresses = await gatewaysOf(shop)
      expect(addresses.length).toBeGreaterThan(0)
      const doors = bindings.flatMap(({ port }) => addresses.map((address) => `${address}:${port}`))
      const [own = ''] = bindings.map(({ port }) => `127.0.0.1:${port}`)
      expect(await openOf([own, ...doors])).toEqual([own])
    }
  })

  test(
    'each service has limits of memory, processors and processes, and memory beyond them is refused',
    async () => {
      for (const shop of shops) {
        for (const { HostConfig } of await containersOf(shop)) {
          expect(Math.min(HostConfig.Memory, HostConfig.NanoCpus, HostConfig.PidsLimit ?? 0)).toBeGreaterThan(
            0,
          )
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
      const own = ['--filter', `label=com.docker.compose.project=${dev.project}`]
      expect(await docker(['volume', 'ls', '--quiet', ...own])).toBe('')
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

interface Container {
  Name: string
  Mounts: { Type: string; Name?: string }[]
  HostConfig: {
    Memory: number
    NanoCpus: number
    PidsLimit: number | null
    PortBindings: Record<string, { HostIp: string; HostPort: string }[]> | null
  }
  NetworkSettings: { Networks: Record<string, { IPAddress: string; Gateway: string; NetworkID: string }> }
}

async function containersOf({ project }: Shop): Promise<Container[]> {
  const containers = services.map(([service]) => `${project}-${service}-1`)
  return JSON.parse(await docker(['inspect', ...containers])) as Container[]
}

async function mountsOf(shop: Shop): Promise<string[]> {
  const mounts = (await containersOf(shop)).flatMap(({ Mounts }) => Mounts)
  return mounts.filter(({ Type }) => Type === 'volume').map(({ Name = '' }) => Name)
}

/** Each once, however many of the shop's containers are in it. */
async function networksOf(shop: Shop): Promise<string[]> {
  const all = (await containersOf(shop)).flatMap(({ NetworkSettings }) =>
    Object.values(NetworkSettings.Networks).map(({ NetworkID }) => NetworkID),
  )
  return [...new Set(all)]
}

async function bindingsOf(shop: Shop): Promise<{ container: string; address: string; port: string }[]> {
  return (await containersOf(shop)).flatMap(({ Name, HostConfig }) =>
    Object.values(HostConfig.PortBindings ?? {})
      .flat()
      .map(({ HostIp, HostPort }) => ({ container: Name.slice(1), address: HostIp, port: HostPort })),
  )
}

async function portsOf(shop: Shop): Promise<string[]> {
  return (await bindingsOf(shop)).map(({ port }) => port)
}

/**
 * Every way in that a container of another network could try: names and addresses, with the ports behind them, and the
 * ports of the machine itself.
 */
async function doorsOf(shop: Shop): Promise<string[]> {
  const inside = (await containersOf(shop)).flatMap(({ Name, NetworkSettings }) => {
    const port = services.find(([service]) => Name.endsWith(`-${service}-1`))?.[1] ?? 0
    const addresses = Object.values(NetworkSettings.Networks).map(({ IPAddress }) => IPAddress)
    return [Name.slice(1), ...addresses].map((host) => `${host}:${port}`)
  })
  const [ports, gateways] = await Promise.all([portsOf(shop), gatewaysOf(shop)])
  return [...inside, ...ports.flatMap((port) => gateways.map((gateway) => `${gateway}:${port}`))]
}

/** The machine's own addresses in the shop's networks. */
async function gatewaysOf(shop: Shop): Promise<string[]> {
  const all = (await containersOf(shop)).flatMap(({ NetworkSettings }) =>
    Object.values(NetworkSettings.Networks).map(({ Gateway }) => Gateway),
  )
  return [...new Set(all)].filter(Boolean)
}

/** Those that take a connection from this machine. */
async function openOf(doors: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    doors.map(async (door) => {
      const [host = '', port] = door.split(':')
      const socket = connect(Number(port), host)
      return once(socket, 'connect')
        .then(
          () => door,
          () => null,
        )
        .finally(() => socket.destroy())
    }),
  )
  return answers.filter((door) => door !== null)
}

/** What Redis says to a greeting; or the kind of its refusal. */
async function greets(url: string): Promise<string> {
  try {
    using session = await enterRedis(parseRedisAddress(url, 'the test'), AbortSignal.timeout(patience))
    return String(await session.ask('PING'))
  } catch (error) {
    return asFailure(error).kind
  }
}

/**
 * Knocks from the web container, which of all has the most networks. Its own door is waited for however long it takes; the
 * others, which may drop what is sent to them, are given that time and a second and a half more.
 */
async function reached({ project }: Shop, own: string, doors: readonly string[]): Promise<string[]> {
  const knock = `
    const knock = (door) => new Promise((resolve) => {
      const [host, port] = door.split(':')
      const socket = require('node:net').connect(Number(port), host)
      socket.on('connect', () => resolve(door))
      socket.on('error', () => resolve(null))
    })
    const answered = knock(${JSON.stringify(own)})
    const late = answered.then(() => new Promise((resolve) => setTimeout(() => resolve(null), 1500)))
    const others = ${JSON.stringify(doors)}.map((door) => Promise.race([knock(door), late]))
    Promise.all([answered, ...others]).then((all) => {
      console.log(JSON.stringify(all.filter(Boolean)))
      process.exit(0)
    })`
  return JSON.parse(await docker(['exec', `${project}-web-1`, 'node', '-e', knock])) as string[]
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
