import { Failure } from '../../../src/domain/failure.ts'
import type { DeployTarget, Release } from '../../../src/ports/target.ts'
import { checkedVersion } from '../../../src/targets/release-version.ts'

/** A platform that runs an application of two services, and its data. Targets come and go; it stays. */
export interface FakePlatform {
  readonly services: Map<string, FakeService>
  /** What migrations did to the data, in order: `1.1`, or `half of 1.2`. Empty when nothing ever was there. */
  readonly data: string[]
  /** What was asked of it, in order: `deploy 1.1`. Questions are not among them. */
  readonly calls: string[]
  /** Image behind a tag; absent ones are `image-of-<tag>`. */
  readonly tags: Map<string, string>
}

export interface FakeService {
  version: string
  image: string
  status: 'running' | 'unhealthy' | 'stopped'
  restarts: number
}

export interface FakeTargetOptions {
  /** Versions that come up but never become well. */
  unwell?: readonly string[]
  /** Versions whose migration stops in its midst. */
  failingMigrations?: readonly string[]
  /** Called in the midst of a step, once half of it is done: to throw, to abort, to change data. */
  midway?: (step: FakeStep, version: string) => void | Promise<void>
  kind?: DeployTarget['kind']
}
export type FakeStep = 'deploy' | 'roll-back' | 'migrate' | 'restart' | 'stop' | 'clean'

const names = ['web', 'worker']

export function fakePlatform(): FakePlatform {
  return { services: new Map(), data: [], calls: [], tags: new Map() }
}

/** A DeployTarget that deploys nothing, and keeps the contract of test/contracts/target.ts. */
export function fakeTarget(platform: FakePlatform, options: FakeTargetOptions = {}): DeployTarget {
  const { services, data, calls, tags } = platform

  async function bringUp(step: FakeStep, version: string, images: Release['images'], signal: AbortSignal) {
    signal.throwIfAborted()
    checkedVersion(version)
    calls.push(`${step} ${version}`)
    const isWell = options.unwell?.includes(version) !== true
    for (const [index, name] of names.entries()) {
      const image = images[name] ?? tags.get(version) ?? `image-of-${version}`
      services.set(name, { version, image, status: isWell ? 'running' : 'unhealthy', restarts: 0 })
      if (index === 0) await options.midway?.(step, version)
      signal.throwIfAborted()
    }
    if (!isWell) throw new Failure('unavailable', `bringing up ${version} failed: web is unhealthy`)
  }

  return {
    kind: options.kind ?? 'compose',
    describe: (step, version = '') => `${step} ${version}`.trim(),
    restart: async (signal) => {
      signal.throwIfAborted()
      calls.push('restart')
      await options.midway?.('restart', '')
      return { status: 'done', detail: 'restarted' }
    },
    reroute: async (_, signal) => {
      signal.throwIfAborted()
      calls.push('reroute')
      return { status: 'done', detail: 'rerouted' }
    },
    running: async (signal) => {
      signal.throwIfAborted()
      const up = [...services].filter(([, { status }]) => status !== 'stopped')
      const versions = new Set(up.map(([, { version }]) => version))
      const [version] = versions
      if (version === undefined || versions.size > 1) return null
      return { version, images: Object.fromEntries(up.map(([name, { image }]) => [name, image])) }
    },
    deployedVersion: async (signal) => {
      signal.throwIfAborted()
      const versions = new Set([...services.values()].map(({ version }) => version))
      const [version = null] = versions
      return versions.size > 1 ? null : version
    },
    services: async (signal) => {
      signal.throwIfAborted()
      return names.map((name) => {
        const service = services.get(name)
        return service === undefined
          ? { name, status: 'stopped', version: null, image: null, restarts: null }
          : { name, ...service }
      })
    },
    prepare: async (signal) => {
      signal.throwIfAborted()
      calls.push('prepare')
      return { status: 'done', detail: 'prepared' }
    },
    migrate: async (version, signal) => {
      signal.throwIfAborted()
      calls.push(`migrate ${version}`)
      await options.midway?.('migrate', version)
      if (options.failingMigrations?.includes(version) === true) {
        data.push(`half of ${version}`)
        throw new Failure('unavailable', `changing the data for ${version} failed`)
      }
      if (!data.includes(version)) data.push(version)
      return { status: 'done', detail: 'ran the migration' }
    },
    deploy: async (version, signal) => {
      await bringUp('deploy', version, {}, signal)
      return { status: 'done', detail: `${version} is running` }
    },
    rollBack: async ({ version, images }, signal) => {
      await bringUp('roll-back', version, images, signal)
      return { status: 'done', detail: `${version} is running again` }
    },
    stop: async (signal) => {
      signal.throwIfAborted()
      calls.push('stop')
      for (const service of services.values()) service.status = 'stopped'
      await options.midway?.('stop', '')
      return { status: 'done', detail: 'stopped' }
    },
    clean: async (signal) => {
      signal.throwIfAborted()
      calls.push('clean')
      const had = [...services.keys()]
      services.clear()
      data.length = 0
      await options.midway?.('clean', '')
      return {
        status: 'done',
        detail: had.length === 0 ? 'there was nothing to remove' : `removed ${had.join(', ')}`,
      }
    },
  }
}
