import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeployTarget, ServiceState } from '../../src/ports/target.ts'

/** An application on a platform of its own, where nothing runs yet. */
export interface TargetSubject extends AsyncDisposable {
  readonly target: DeployTarget
  /** A version that comes up but never becomes well. */
  readonly unwell: string
  /** Puts other bytes behind a version's name, as a rebuilt tag does; absent where names cannot move. */
  moveTag?(version: string): Promise<void>
  /** Writes something that only the data holds, and says whether it is still there; absent where the target holds no data. */
  readonly data?: { write(): Promise<void>; isThere(): Promise<boolean> }
  /** Gives a signal that ends the step that is begun next in its midst. */
  midway(): Promise<AbortSignal>
  /** What the last migration found in LIFEBOAT_VERSION. */
  migrated(): Promise<string>
}

const signal = new AbortController().signal
/** A deployment of containers, on a busy machine. */
const patience = 180_000

/**
 * What every target keeps that can be deployed to. Versions `1.0` and `1.1` are good ones. The tests follow each other on
 * one platform, as deployments do.
 */
export function targetContract(make: () => Promise<TargetSubject>): void {
  let subject: TargetSubject
  let target: DeployTarget
  beforeAll(async () => {
    subject = await make()
    target = subject.target
  }, patience)
  afterAll(() => subject[Symbol.asyncDispose](), patience)

  const statuses = async () => new Set(((await target.services(signal)) ?? []).map(({ status }) => status))
  const versions = (services: ServiceState[] | null) =>
    new Set((services ?? []).flatMap(({ version }) => (version === null ? [] : [version])))

  test(
    'before the first deployment nothing runs, and asking changes nothing',
    async () => {
      expect(await target.running(signal)).toBeNull()
      expect([...(await statuses())].filter((status) => status !== 'stopped')).toEqual([])
      for (const step of ['restart', 'reroute', 'deploy', 'roll-back', 'migrate'] as const) {
        expect(target.describe(step, '1.0')).not.toBe('')
      }
      expect(await target.running(signal)).toBeNull()
    },
    patience,
  )

  test(
    'a version that was deployed runs, in every service, and with an image',
    async () => {
      expect((await target.deploy('1.0', signal)).status).toBe('done')
      const release = await target.running(signal)
      expect(release?.version).toBe('1.0')
      expect(Object.values(release?.images ?? {}).filter((image) => image === '')).toEqual([])
      expect(await statuses()).toEqual(new Set(['running']))
      expect([...versions(await target.services(signal))]).toContain('1.0')
    },
    patience,
  )

  test(
    'deploying what runs already changes nothing',
    async () => {
      const before = await target.running(signal)
      expect((await target.deploy('1.0', signal)).status).toBe('done')
      expect(await target.running(signal)).toEqual(before)
    },
    patience,
  )

  test(
    'a migration finds the version in its environment',
    async () => {
      expect((await target.migrate('1.1', signal)).status).toBe('done')
      expect(await subject.migrated()).toBe('1.1')
    },
    patience,
  )

  test(
    'rolling back brings the former images, although their name means others by now',
    async () => {
      const former = await target.running(signal)
      if (former === null) throw new Error('nothing runs')
      await target.deploy('1.1', signal)
      const newer = await target.running(signal)
      expect(newer?.version).toBe('1.1')
      expect(newer?.images).not.toEqual(former.images)
      await subject.moveTag?.('1.0')
      expect((await target.rollBack(former, signal)).status).toBe('done')
      expect(await target.running(signal)).toEqual(former)
      expect((await target.rollBack(former, signal)).status).toBe('done')
      expect(await target.running(signal)).toEqual(former)
    },
    patience,
  )

  test(
    'a version that never becomes well is unavailable, and the former one can be brought back',
    async () => {
      const former = await target.running(signal)
      if (former === null) throw new Error('nothing runs')
      await expect(target.deploy(subject.unwell, signal)).rejects.toMatchObject({ kind: 'unavailable' })
      expect([...(await statuses())]).not.toEqual(['running'])
      await target.rollBack(former, signal)
      expect(await target.running(signal)).toEqual(former)
      expect(await statuses()).toEqual(new Set(['running']))
    },
    patience,
  )

  test(
    'a deployment that was stopped in its midst can be done again',
    async () => {
      const stopped = await subject.midway()
      await expect(target.deploy('1.1', stopped)).rejects.toThrow('stopped')
      expect((await target.deploy('1.1', signal)).status).toBe('done')
      expect((await target.running(signal))?.version).toBe('1.1')
      expect(await statuses()).toEqual(new Set(['running']))
    },
    patience,
  )

  test(
    'a version that could be read as an option or a path is refused before anything is done',
    async () => {
      const before = await target.running(signal)
      for (const version of ['', '--help', '../x', 'a b', '$(id)']) {
        await expect(target.deploy(version, signal)).rejects.toMatchObject({ kind: 'config' })
        await expect(target.rollBack({ version, images: {} }, signal)).rejects.toMatchObject({
          kind: 'config',
        })
      }
      expect(await target.running(signal)).toEqual(before)
    },
    patience,
  )

  test(
    'stopping keeps the data, and what was stopped comes up again',
    async () => {
      await subject.data?.write()
      const deployed = await target.deployedVersion(signal)
      expect(deployed).toBe((await target.running(signal))?.version)
      expect((await target.stop(signal)).status).toBe('done')
      expect(await target.running(signal)).toBeNull()
      expect(await statuses()).toEqual(new Set(['stopped']))
      expect(await target.deployedVersion(signal)).toBe(deployed)
      expect((await target.stop(signal)).status).toBe('done')
      await target.deploy('1.1', signal)
      expect(await statuses()).toEqual(new Set(['running']))
      expect(await (subject.data?.isThere() ?? true)).toBe(true)
    },
    patience,
  )

  test(
    'cleaning removes everything, says what, and is done when there is nothing left',
    async () => {
      const { status, detail } = await target.clean(signal)
      expect(status).toBe('done')
      expect(detail).not.toBe('')
      expect(await target.running(signal)).toBeNull()
      expect(await (subject.data?.isThere() ?? false)).toBe(false)
      expect((await target.clean(signal)).status).toBe('done')
    },
    patience,
  )
}
