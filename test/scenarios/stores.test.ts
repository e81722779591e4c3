import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scene } from '../../src/operations/drill/scenario.ts'
import { type DrillStage, figure, setDrillStage, show, troubleIn } from '../support/ports/drill-stage.ts'

let stage: DrillStage
beforeAll(async () => {
  stage = await setDrillStage(15)
})
afterAll(() => stage[Symbol.asyncDispose]())

/** Damages every object of a kind in every store of the double. */
async function damageAll({ double }: Scene, ending: string): Promise<'before'> {
  for (const copy of double.stores) {
    for await (const { key } of copy.store.list(`${double.environment.environment}/backups/`)) {
      if (key.endsWith(ending)) await copy.damage(key)
    }
  }
  return 'before'
}

describe('store-failure', () => {
  test('backups go on without the store, and a new one is filled from the other', async () => {
    const report = await stage.drill('store-failure')
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(figure(report, 'store-failure: writes lost')).toBe(0)
  })

  test('fails when the new store stays empty', async () => {
    const report = await stage.drill('store-failure', {
      sabotage: {
        recover: async ({ double }) => {
          double.stores[0]?.heal()
          return 'instead'
        },
      },
    })
    expect(report.verdict).toBe('failed')
    expect(troubleIn(report).join('\n')).toMatch(/is whole in double-of-near alone failed/)
  })
})

describe('newest-backup-corrupt', () => {
  test('the backup before the damaged one comes back, and what was written since is counted', async () => {
    const report = await stage.drill('newest-backup-corrupt')
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(figure(report, 'newest-backup-corrupt: writes lost')).toBeGreaterThan(0)
  })

  test('fails when the backup before is damaged too', async () => {
    const report = await stage.drill('newest-backup-corrupt', {
      sabotage: { recover: (scene) => damageAll(scene, 'toc.dat.age') },
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.message).toMatch(/did not come back/)
  })
})

describe('wrong-key', () => {
  test('the offline identity opens what the one at hand does not', async () => {
    const report = await stage.drill('wrong-key')
    show(report)
    expect(troubleIn(report)).toEqual([])
  })

  test('fails when the offline identity is another one, too', async () => {
    const report = await stage.drill('wrong-key', {
      sabotage: {
        recover: async ({ double }) => {
          Object.assign(double.identities, { offline: double.identities.stranger })
          return 'before'
        },
      },
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.kind).toBe('access')
  })
})

describe('interrupted-backup', () => {
  test('a killed run leaves no backup, and does not hold up the next', async () => {
    const report = await stage.drill('interrupted-backup')
    show(report)
    expect(troubleIn(report)).toEqual([])
  })

  test('fails when the next backup cannot be made', async () => {
    const report = await stage.drill('interrupted-backup', {
      sabotage: {
        recover: async ({ double }) => {
          for (const store of double.stores) store.cut()
          return 'before'
        },
      },
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.message).toMatch(/could not be backed up/)
  })
})

describe('retention-attack', () => {
  test('what was deleted is copied back, and each store’s protection is told as it is', async () => {
    const report = await stage.drill('retention-attack')
    show(report)
    // Folders hold nothing against whoever may write there.
    expect(report.verdict).toBe('degraded')
    expect(troubleIn(report)).toEqual(
      ['near', 'far'].map(
        (name) =>
          `retention-attack: protection of ${name} degraded: local: these credentials can delete and overwrite`,
      ),
    )
  })

  test('fails when the other store was emptied too', async () => {
    const report = await stage.drill('retention-attack', {
      sabotage: {
        recover: async ({ double }) => {
          for (const store of double.stores) await store.wipe()
          return 'before'
        },
      },
    })
    expect(report.verdict).toBe('failed')
  })
})

describe('break-glass', () => {
  test('the page of a backup brings it back with stock tools alone', async () => {
    const report = await stage.drill('break-glass')
    show(report)
    expect(troubleIn(report)).toEqual([])
    expect(report.checks.map(({ detail }) => detail).join('\n')).toMatch(/every block of commands ended well/)
  })

  test('fails when the backup is damaged', async () => {
    const report = await stage.drill('break-glass', {
      sabotage: { recover: (scene) => damageAll(scene, 'toc.dat.age') },
    })
    expect(report.verdict).toBe('failed')
    expect(report.failure?.message).toMatch(/commands to check the digests ended with 1/)
  })
})
