import { asFailure, Failure } from '../domain/failure.ts'
import type { DrillStore } from '../ports/laboratory.ts'
import type { Scenario, Scene } from '../operations/drill/scenario.ts'
import { replicate } from '../operations/replicate/replicate.ts'
import { verify } from '../operations/verify/verify.ts'
import { checkWholeIn } from './store-failure.ts'

/** Somebody with the runner's credentials turns against the backups. */
export function retentionAttack(): Scenario {
  let newest = ''
  return {
    name: 'retention-attack',
    summary: 'Somebody with the runner’s credentials deletes and overwrites backups in one store',
    steps: {
      inject:
        'Delete every object of the newest backup in the first store; try to overwrite those of the one before',
      detect: 'A verification of the first store alone finds no whole backup',
      recover: 'Fill the store again from the other by replication',
      check:
        'The backup is whole again; of each store of the environment itself, what its protection would have held',
    },
    losesBack: 'nothing',
    restoresService: false,
    inapplicable: ({ stores }) =>
      stores.length > 1 ? null : 'the environment has one store: what is deleted there is nowhere else',
    prepare: async ({ double }) => {
      newest = await double.backUp()
    },
    inject: async (scene) => {
      const [near] = scene.double.stores
      if (near === undefined) throw new TypeError('the double has no store')
      scene.struck()
      await attack(near, `${scene.double.environment.environment}/backups/${newest}/`, scene)
    },
    detect: async ({ double }) => {
      const only = double.stores.slice(0, 1).map(({ store }) => store)
      const { report } = await verify(
        double.environment,
        { backup: newest, level: 'stored' },
        { ...double.ports, stores: only },
      )
      if (report.verdict !== 'failed') throw new Failure('objective', 'nobody missed the backup')
      return `the verification says: ${report.failure?.message ?? 'failed'}`
    },
    recover: async ({ double }) => {
      const { report } = await replicate(double.environment, { dryRun: false }, double.ports)
      if (report.verdict === 'failed') {
        throw new Failure(
          report.failure?.kind ?? 'objective',
          report.failure?.message ?? 'replication failed',
        )
      }
    },
    check: async (scene) => {
      await checkWholeIn(scene, 0, newest)
      await reportProtection(scene)
    },
  }
}

/** As a thief does: through the store's own interface. Putting over what is there must be refused; deleting is not, in a folder. */
async function attack({ store }: DrillStore, folder: string, scene: Scene): Promise<void> {
  const keys: string[] = []
  for await (const { key } of store.list(folder)) keys.push(key)
  let overwritten = 0
  for (const key of keys.slice(0, 3)) {
    try {
      await store.put(key, Buffer.from('ransom'))
      overwritten += 1
    } catch (error) {
      if (asFailure(error).kind !== 'refused') throw error
    }
  }
  scene.check({
    name: 'no object can be put over another',
    status: overwritten === 0 ? 'passed' : 'failed',
    detail: `${overwritten} of ${Math.min(3, keys.length)} attempts overwrote an object`,
    failure: 'integrity',
  })
  for (const key of keys) await store.remove(key)
}

/** Asks the environment's own stores with probes of their own, which touch no backup, what these credentials could do. */
async function reportProtection(scene: Scene): Promise<void> {
  for (const { name, kind, abilities, failure } of await scene.probeOwnStores()) {
    if (abilities === null) {
      scene.check({
        name: `protection of ${name}`,
        status: 'skipped',
        detail: `the store could not be asked: ${failure ?? 'unknown'}`,
      })
      continue
    }
    const { mayOverwrite, mayDelete, versioned, locks } = abilities
    const keeps =
      versioned === true ? 'older versions are kept' : locks === true ? 'locks can hold objects' : null
    const isHeld = (!mayOverwrite && !mayDelete) || keeps !== null
    const can = [...(mayDelete ? ['delete'] : []), ...(mayOverwrite ? ['overwrite'] : [])].join(' and ')
    scene.check({
      name: `protection of ${name}`,
      status: isHeld ? 'passed' : 'degraded',
      detail: `${kind}: these credentials can ${can === '' ? 'neither delete nor overwrite' : can}${keeps === null ? '' : `, but ${keeps}`}`,
      ...(isHeld
        ? {}
        : {
            hint: `Give the runner credentials that cannot delete in ${name}, or let it keep versions or locks.`,
          }),
    })
  }
}
