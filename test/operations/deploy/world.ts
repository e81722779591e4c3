import type { Environment } from '../../../src/domain/environment/schema.ts'
import { Failure } from '../../../src/domain/failure.ts'
import { systemClock } from '../../../src/host/clock.ts'
import { deploy, type DeployResult } from '../../../src/operations/deploy/deploy.ts'
import {
  type DeployInput,
  type DeployPorts,
  deploySteps,
} from '../../../src/operations/deploy/deploy-input.ts'
import type { DeploymentState } from '../../../src/ports/deployments.ts'
import type { Store } from '../../../src/ports/store.ts'
import { fakeRestoration, fakeServer, type FakeServer } from '../../support/doubles/fake-restoration.ts'
import {
  fakePlatform,
  fakeTarget,
  type FakePlatform,
  type FakeTargetOptions,
} from '../../support/doubles/fake-target.ts'
import { type MemoryStore, memoryStore } from '../../support/doubles/memory-store.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../../support/ports/environment.ts'
import { fakeSource } from '../../support/ports/fake-source.ts'
import { restorePorts } from '../../support/ports/restore-ports.ts'
import { realExamination } from './real-examination.ts'

/** An environment that runs 1.0, with its store, its database and its platform. It outlives the runs that work on it. */
export interface World {
  readonly keys: TestKeys
  readonly environment: Environment
  readonly store: MemoryStore
  readonly platform: FakePlatform
  readonly server: FakeServer
  /** What GitHub was told, in order. */
  readonly told: string[]
  /** Transactions so far: customers write too. */
  writes: number
  /** Milliseconds that the clock is ahead. */
  ahead: number
}

export interface Behaviour extends FakeTargetOptions {
  /** Versions that are not fit for service. */
  unfit?: readonly string[]
  /** Versions that spoil the data as soon as they run. */
  spoiling?: readonly string[]
  /** Versions whose health never comes. */
  unhealthy?: readonly string[]
  /** Examined as the product does it, instead of by the lists above. */
  examined?: 'really'
  /** Versions with which the database does not answer; `examined` really. */
  silent?: readonly string[]
  /** The platform does not say what runs. */
  mute?: boolean
  /** The platform fails to list its services. */
  unlisted?: boolean
  gate?: 'closed'
  /** Asked before each call to a port: to throw, or to change something. */
  before?: (port: string) => void
  /** Asked after it was done. */
  after?: (port: string) => void
  withoutIdentity?: boolean
  /** The environment file names no program that changes the data. */
  withoutMigration?: boolean
}

let made: Promise<TestKeys> | null = null

export async function worldOf(root: Record<string, unknown> = {}): Promise<World> {
  const keys = await (made ??= makeTestKeys())
  const environment = await testEnvironment(keys, {
    encryption: { recipients: [keys.verification.recipient] },
    objectives: { rto: '5m' },
    target: { type: 'compose', migrate: ['./migrate.sh'], health: { url: 'http://app.example/health' } },
    deploy: { 'restore-data': 'always', prove: false },
    ...root,
  })
  const platform = fakePlatform()
  for (const name of ['web', 'worker'])
    platform.services.set(name, { version: '1.0', image: 'image-of-1.0', status: 'running', restarts: 0 })
  platform.data.push('1.0')
  return {
    keys,
    environment,
    store: memoryStore(),
    platform,
    server: fakeServer(),
    told: [],
    writes: 100,
    ahead: 0,
  }
}

export function deployInput(change: Partial<DeployInput> = {}): DeployInput {
  return {
    version: '1.1',
    commit: 'c'.repeat(40),
    branch: 'main',
    confirm: null,
    override: null,
    rollback: 'auto',
    restoreData: false,
    deployment: 'create',
    steps: deploySteps.filter((step) => step !== 'verify'),
    backup: null,
    wait: 0,
    dryRun: false,
    ...change,
  }
}

/** One run, in this world. */
export async function runDeployment(
  world: World,
  behaviour: Behaviour = {},
  change: Partial<DeployInput> = {},
  given: { store?: Store; ports?: Partial<DeployPorts> } = {},
): Promise<DeployResult & { ports: DeployPorts }> {
  const { keys, platform, server, told } = world
  const around = async <T>(port: string, work: () => Promise<T>): Promise<T> => {
    behaviour.before?.(port)
    const result = await work()
    behaviour.after?.(port)
    return result
  }
  const target = fakeTarget(platform, {
    ...behaviour,
    midway: async (step, version) => {
      if (step === 'migrate' || behaviour.spoiling?.includes(version) === true) world.writes += 1
      if (step === 'deploy' && behaviour.spoiling?.includes(version) === true) platform.data.push('spoiled')
      await behaviour.midway?.(step, version)
    },
  })
  const wrapped = {
    ...target,
    restart: (signal: AbortSignal) => around('target.restart', () => target.restart(signal)),
    running: (signal: AbortSignal) =>
      around('target.running', async () => (behaviour.mute === true ? null : target.running(signal))),
    services: async (signal: AbortSignal) => {
      if (behaviour.unlisted === true) throw new Failure('unavailable', 'listing the services failed')
      return behaviour.mute === true ? null : target.services(signal)
    },
    migrate: (version: string, signal: AbortSignal) =>
      around('target.migrate', async () =>
        behaviour.withoutMigration === true
          ? { status: 'done' as const, detail: '' }
          : target.migrate(version, signal),
      ),
    deploy: (version: string, signal: AbortSignal) =>
      around('target.deploy', () => target.deploy(version, signal)),
    rollBack: (...args: Parameters<typeof target.rollBack>) =>
      around('target.rollBack', () => target.rollBack(...args)),
  }
  const running = () => platform.services.get('web')?.version ?? ''
  await using base = await restorePorts([given.store ?? world.store], keys, {
    server,
    change: {
      clock: {
        ...systemClock,
        now: () => Date.now() + world.ahead,
        sleep: async (span, signal) => {
          signal?.throwIfAborted()
          world.ahead += span
        },
      },
      openSource: async () => {
        const at = Date.now() + world.ahead
        const source = fakeSource({ at })
        return {
          ...source,
          dump: (...args) =>
            around('source.dump', () => {
              snapshots.set(new Date(at).toISOString(), [...platform.data])
              return source.dump(...args)
            }),
        }
      },
      openRestoration: async (record, _config, request) => {
        const restoration = fakeRestoration(server, request)
        return {
          ...restoration,
          restore: (context) => around('restoration.restore', () => restoration.restore(context)),
          exchange: (signal) =>
            around('restoration.exchange', async () => {
              const result = await restoration.exchange(signal)
              const then = snapshots.get(record.snapshot.at)
              if (then === undefined) throw new Error('a backup that nobody made')
              kept.set(request.backupId, [...platform.data])
              platform.data.splice(0, platform.data.length, ...then)
              world.writes += 1
              return result
            }),
        }
      },
    },
  })
  const really = realExamination(
    world.environment,
    base,
    wrapped,
    () => behaviour.silent?.includes(running()) === true,
  )
  const ports: DeployPorts = {
    ...base,
    keys: {
      ...base.keys,
      identities: behaviour.withoutIdentity === true ? [] : base.keys.identities,
      signingKeys: [keys.backup.secretKey, keys.verify.secretKey],
    },
    target: wrapped,
    application: {
      ...base.application,
      target: wrapped,
      health: {
        what: 'http://app.example/health',
        wait: () =>
          around('health.wait', async () => {
            if (behaviour.unhealthy?.includes(running()) === true)
              throw new Failure('unavailable', 'the application did not become well')
            return { attempts: 1 }
          }),
      },
    },
    judgeGate: () =>
      around('judgeGate', async () => ({
        checks: [
          {
            rung: 'gate',
            name: 'the newest backup is young enough',
            status: behaviour.gate === 'closed' ? 'failed' : 'passed',
            detail: 'a test',
            subjects: [],
            failure: behaviour.gate === 'closed' ? 'objective' : null,
            duration: 0,
          },
        ],
        refusal: behaviour.gate === 'closed' ? new Failure('refused', 'the gate is closed') : null,
        overridden: false,
      })),
    examine: (version, only) =>
      around('examine', async () => {
        if (behaviour.examined === 'really') return really(version, only)
        const isFit =
          running() === version &&
          behaviour.unfit?.includes(running()) !== true &&
          !platform.data.includes('spoiled')
        return {
          checks: [
            {
              rung: 'service health',
              name: 'orders add up',
              status: isFit ? 'passed' : 'failed',
              detail: 'a test',
              subjects: [],
              failure: isFit ? null : 'objective',
              duration: 0,
            },
          ],
          score: isFit ? 100 : 0,
        }
      }),
    fingerprint: () =>
      around('fingerprint', async () => ({
        main: {
          schema: platform.data.filter((change) => change !== 'spoiled').join(),
          writes: String(world.writes),
        },
      })),
    deployments: {
      adopt: async () => null,
      unfinished: async () => null,
      create: async () => ({
        id: 7,
        adopted: false,
        tell: (state: DeploymentState) =>
          around('deployment.tell', async () => {
            told.push(state)
          }),
      }),
    },
    url: 'https://shop.example',
    ...given.ports,
  }
  const result = await deploy(world.environment, deployInput(change), ports)
  return { ...result, ports }
}

/** What the database held when a backup was made, by the time of its snapshot. */
const snapshots = new Map<string, string[]>()
/** What it held when a backup took its place. */
export const kept = new Map<string, string[]>()

/** `deploy` events of the ledger, oldest first, as `state version`. */
export function deployEvents({ store }: World): string[] {
  return [...store.objects]
    .filter(([key]) => /\/ledger\/.*\.json$/.test(key))
    .map(([, versions]) => JSON.parse(versions.at(-1)?.bytes.toString() ?? '') as StoredEvent)
    .filter(({ type }) => type === 'deploy')
    .sort((a, b) => a.depth - b.depth)
    .map(({ details }) => `${String(details['state'])} ${String(details['version'])}`)
}

interface StoredEvent {
  type: string
  depth: number
  details: Record<string, unknown>
}

/** Leases that lie in the store, whoever's. */
export function leasesIn({ store }: World): string[] {
  return [...store.objects.keys()].filter((key) => /\/leases\/restore(-|\.)/.test(key))
}
