import { describe, expect, test } from 'vitest'
import {
  bringUp,
  cleanEnvironment,
  examineEnvironment,
  stopEnvironment,
} from '../../src/operations/environments/environments.ts'
import { type DeployHistory, type DeployState, readHistory } from '../../src/domain/deploy-history.ts'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import { Failure } from '../../src/domain/failure.ts'
import { fakePlatform, fakeTarget } from '../support/doubles/fake-target.ts'
import { fakeClock } from '../support/ports/clock.ts'
import { recordingLog } from '../support/ports/recording-log.ts'

const file = (isProtected: boolean) => `environment: shop
protected: ${isProtected}
sources: [{ name: main, type: postgres, url: "postgres://db/shop" }]
stores: [{ name: disk, type: local, path: ./backups }]
encryption: none
`
const open = await parseEnvironment(file(false), 'shop.yml')
const guarded = await parseEnvironment(file(true), 'shop.yml')

function scene(history = readHistory([])) {
  const platform = fakePlatform()
  const ports = {
    target: fakeTarget(platform),
    health: null,
    hold: async () => ({ [Symbol.asyncDispose]: async () => undefined }),
    deployments: async () => history,
    clock: fakeClock(),
    log: recordingLog(),
    signal: new AbortController().signal,
  }
  return { platform, ports }
}

/** Of a ledger in which one deployment ended so. */
function deployed(version: string, state: DeployState): DeployHistory {
  const event = {
    format: 1 as const,
    id: '20261122T000000000Z-deploy-00000000',
    depth: 0,
    type: 'deploy',
    at: '2026-11-22T00:00:00.000Z',
    environment: 'shop',
    actor: null,
    reason: null,
    runUrl: null,
    host: null,
    lifeboat: '1.0.0',
    previous: [],
    outcome: { verdict: 'passed' as const, failure: null },
    backupId: null,
    details: { version, state },
  }
  return readHistory([event])
}
const nothing = { version: null, confirm: null }

describe('an environment', () => {
  test('comes up from nothing in order: what must be there, the data, the services', async () => {
    const { platform, ports } = scene()
    const started = await bringUp(open, { ...nothing, version: '1.0' }, ports)
    expect(platform.calls).toEqual(['prepare', 'migrate 1.0', 'deploy 1.0'])
    expect(started.steps.map(({ name }) => name)).toEqual(['prepare', 'migrate', 'deploy'])
    expect((await examineEnvironment(open, ports)).release?.version).toBe('1.0')
  })

  test('that is up already stays with its version when none is named', async () => {
    const { ports } = scene()
    await bringUp(open, { ...nothing, version: '1.0' }, ports)
    expect((await bringUp(open, nothing, ports)).version).toBe('1.0')
  })

  test('that is stopped comes up again with its version when none is named', async () => {
    const { ports } = scene()
    await bringUp(open, { ...nothing, version: '1.1' }, ports)
    await stopEnvironment(open, { confirm: null }, ports)
    expect((await bringUp(open, nothing, ports)).version).toBe('1.1')
  })

  test('loses its data only to whoever types its name', async () => {
    const { platform, ports } = scene()
    await bringUp(open, nothing, ports)
    for (const confirm of [null, 'Shop', 'other']) {
      await expect(cleanEnvironment(open, { confirm }, ports)).rejects.toMatchObject({ kind: 'refused' })
    }
    expect(platform.calls).not.toContain('clean')
    expect((await cleanEnvironment(open, { confirm: 'shop' }, ports)).detail).toBe('removed web, worker')
    expect((await cleanEnvironment(open, { confirm: 'shop' }, ports)).status).toBe('done')
  })

  test('that is protected is never cleaned, and stopped and brought up only when its name is typed', async () => {
    const { platform, ports } = scene()
    const confirmed = { confirm: 'shop' }
    await expect(bringUp(guarded, nothing, ports)).rejects.toMatchObject({ kind: 'refused' })
    expect(platform.calls).toEqual([])
    await bringUp(guarded, { version: '1.0', ...confirmed }, ports)
    await expect(cleanEnvironment(guarded, confirmed, ports)).rejects.toMatchObject({ kind: 'refused' })
    await expect(stopEnvironment(guarded, { confirm: null }, ports)).rejects.toMatchObject({
      kind: 'refused',
    })
    expect((await examineEnvironment(guarded, ports)).release?.version).toBe('1.0')
    await stopEnvironment(guarded, confirmed, ports)
    expect((await examineEnvironment(guarded, ports)).release).toBeNull()
  })

  test('that is protected and in use is not brought up past its deployments, whatever is typed', async () => {
    const { platform, ports } = scene()
    await bringUp(guarded, { version: '1.0', confirm: 'shop' }, ports)
    const calls = platform.calls.length
    const again = bringUp(guarded, { version: '1.1', confirm: 'shop' }, ports)
    await expect(again).rejects.toMatchObject({ kind: 'refused' })
    expect(platform.calls.length).toBe(calls)
  })

  test('that is protected and was deployed to comes up again with the version that stands, and with no other', async () => {
    const { platform, ports } = scene(deployed('1.0', 'stands'))
    await expect(bringUp(guarded, { version: '6.6.6', confirm: 'shop' }, ports)).rejects.toMatchObject({
      kind: 'refused',
      hint: expect.stringContaining('lifeboat deploy'),
    })
    expect(platform.calls).toEqual([])
    expect((await bringUp(guarded, { version: '1.0', confirm: 'shop' }, ports)).version).toBe('1.0')
    await stopEnvironment(guarded, { confirm: 'shop' }, ports)
    expect((await bringUp(guarded, { version: null, confirm: 'shop' }, ports)).version).toBe('1.0')
  })

  test('that is protected, and of which nothing is left, comes up again with the version that stands', async () => {
    const { ports } = scene(deployed('1.0', 'stands'))
    const target = { ...ports.target, services: async () => [] }
    const up = bringUp(guarded, { version: null, confirm: 'shop' }, { ...ports, target })
    await expect(up).resolves.toMatchObject({ version: '1.0' })
  })

  test('that is protected is not brought up past a deployment that was killed or broke', async () => {
    for (const state of ['started', 'rolling-back', 'broken'] as const) {
      const { platform, ports } = scene(deployed('1.0', state))
      const up = bringUp(guarded, { version: '1.0', confirm: 'shop' }, ports)
      await expect(up).rejects.toMatchObject({ kind: 'refused' })
      expect(platform.calls).toEqual([])
    }
  })

  test('that is protected, and whose deployments or services nobody can tell, is not brought up', async () => {
    const { platform, ports } = scene()
    const up = { version: '1.0', confirm: 'shop' }
    const deployments = async () => {
      throw new Failure('unavailable', 'no store answers')
    }
    const target = { ...ports.target, services: async () => null }
    for (const blind of [{ deployments }, { target }]) {
      await expect(bringUp(guarded, up, { ...ports, ...blind })).rejects.toMatchObject({ kind: 'refused' })
      expect(platform.calls).toEqual([])
      // Others come up all the same.
      await expect(bringUp(open, up, { ...scene().ports, ...blind })).resolves.toMatchObject({
        version: '1.0',
      })
      platform.calls.length = 0
    }
  })
})
