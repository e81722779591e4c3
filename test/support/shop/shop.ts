import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TargetConfig } from '../../../src/domain/environment/schema.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import type { DeployTarget } from '../../../src/ports/target.ts'
import { openTarget } from '../../../src/targets/open.ts'
import { buildImage, docker, images, removeImages } from '../docker/docker.ts'
import { freePort } from '../servers/free-port.ts'
import { targetConfig } from '../targets/target-config.ts'

/** The sample application on real Docker Compose, under names of its own, so that test files do not meet. */
export interface Shop extends AsyncDisposable {
  readonly environment: ShopEnvironment
  /** Name of the Compose project: its containers are `<project>-web-1` and so on. */
  readonly project: string
  /** What stands under `target:`, as written and as read. */
  readonly written: WrittenCompose
  readonly config: Extract<TargetConfig, { type: 'compose' }>
  /** What a job's environment holds for it: give it to `openTarget`, or to a process of Lifeboat. */
  readonly variables: Readonly<Record<string, string>>
  readonly target: DeployTarget
  /** Of web: `http://127.0.0.1:…`. */
  readonly url: string
  secret(name: SecretName): Promise<string>
  /** Connection URL of the database's owner. */
  databaseUrl(): Promise<string>
  /** Connection URL of its Redis, from this machine. */
  redisUrl(): Promise<string>
  /** Secrets, migrations, services: until all are well. */
  up(version?: string): Promise<void>
  /** Asks web, with the token. */
  ask(path: string, init?: RequestInit): Promise<Response>
}
export type ShopEnvironment = 'dev' | 'staging' | 'production'
export type SecretName = 'owner-password' | 'app-password' | 'redis-password' | 'api-token'
type WrittenCompose = Extract<Parameters<typeof targetConfig>[0], { type: 'compose' }>

/** Versions of the application, by what is wrong with them. */
export type Flavour =
  | 'good'
  /** Comes up, and never is ready. */
  | 'unwell'
  /** Its first migration goes through, its second fails: the data is changed by half. */
  | 'failing-migration'
  /** Comes up and is ready; its migration has emptied the payments and halved every total. */
  | 'corrupting'

/** Name of the variable that the files take an image from, by which several shops share one. */
const imageVariable = 'SHOP_IMAGE'

/**
 * Builds versions of the application that shops may run; disposing removes them.
 * @returns the image without a tag, for `startShop`
 */
export async function buildShop(
  versions: Readonly<Record<string, Flavour>>,
): Promise<{ image: string } & AsyncDisposable> {
  const image = `lifeboat-test-shop-${randomBytes(4).toString('hex')}`
  await docker(
    [
      'build',
      '--quiet',
      '--tag',
      `${image}:base`,
      '--build-arg',
      `NODE_IMAGE=${images.node}`,
      'examples/shop',
    ],
    { DOCKER_BUILDKIT: '0' },
  )
  for (const [version, flavour] of Object.entries(versions)) {
    await buildImage(
      `${image}:${version}`,
      `FROM ${image}:base\nLABEL version=${version}\n${changes[flavour]}`,
    )
  }
  return { image, [Symbol.asyncDispose]: () => removeImages(image) }
}

const migration = (name: string, sql: string) => `RUN echo "${sql}" > /app/migrations/${name}.sql\n`
const changes: Record<Flavour, string> = {
  good: '',
  unwell: `RUN echo "export const obstacles = async () => ['everything']" > /app/readiness.ts\n`,
  'failing-migration':
    migration('0100-first-half', 'alter table shop.orders add column discount bigint not null default 0') +
    migration('0101-second-half', 'update shop.orders set total_cents = total_cents / (discount * 0)') +
    migration('0102-never-reached', 'drop table shop.payments'),
  corrupting: migration(
    '0100-clean-up',
    'truncate shop.payments; update shop.orders set total_cents = total_cents / 2',
  ),
}

export interface ShopOptions {
  /** As `buildShop` gives it. */
  image: string
  environment?: ShopEnvironment
  /** What more stands under `target:`. */
  target?: Partial<Omit<WrittenCompose, 'type'>>
}

/** Nothing runs yet: call `up`, or deploy to its target. Disposing removes all of it, data and secrets too. */
export async function openShop({ image, environment = 'dev', target = {} }: ShopOptions): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-shop-'))
  // Compose has to be told which.
  const webPort = await freePort()
  const databasePort = await freePort()
  const redisPort = await freePort()
  const id = randomBytes(4).toString('hex')
  const files = ['examples/shop/compose.yml', `examples/shop/compose.${environment}.yml`]
  const own = {
    SHOP_PROJECT: `lifeboat-test-${id}`,
    SHOP_SECRETS: folder,
    SHOP_WEB_PORT: String(webPort),
    SHOP_DATABASE_PORT: String(databasePort),
    SHOP_REDIS_PORT: String(redisPort),
    [imageVariable]: image,
    NODE_IMAGE: images.node,
    POSTGRES_IMAGE: images.postgres,
    REDIS_IMAGE: images.redis,
  }
  const written: WrittenCompose = {
    type: 'compose',
    files,
    services: ['web', 'worker'],
    timeout: '3m',
    migrate: ['docker', 'compose', ...files.flatMap((file) => ['-f', file]), 'run', '--rm', 'migrate'],
    variables: Object.keys(own),
    health: { url: `http://127.0.0.1:${webPort}/ready`, interval: '1s' },
    ...target,
  }
  const variables = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...own }
  const config = targetConfig(written)
  const opened = openTarget(config, { variables, processes: createProcesses() })
  const url = `http://127.0.0.1:${webPort}`
  const secret = async (name: SecretName) => (await readFile(join(folder, environment, name), 'utf8')).trim()
  const { signal } = new AbortController()
  return {
    environment,
    project: `${own.SHOP_PROJECT}-${environment}`,
    written,
    config,
    variables,
    target: opened,
    url,
    secret,
    databaseUrl: async () =>
      `postgres://shop:${await secret('owner-password')}@127.0.0.1:${databasePort}/shop`,
    redisUrl: async () => `redis://:${await secret('redis-password')}@127.0.0.1:${redisPort}`,
    up: async (version = '1.0') => {
      await opened.prepare(signal)
      await opened.migrate(version, signal)
      await opened.deploy(version, signal)
    },
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${await secret('api-token')}`)
      return fetch(`${url}${path}`, { ...init, headers })
    },
    [Symbol.asyncDispose]: async () => {
      await opened.clean(signal)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
