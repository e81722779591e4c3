import { Failure } from '../../../src/domain/failure.ts'
import type { Proof } from '../../../src/domain/proof.ts'
import { makeSigningKeys } from '../../../src/vault/signing.ts'
import {
  backedUp,
  check,
  days,
  drilled,
  gateOfFile,
  type GateWorld,
  hours,
  minutes,
  moved,
  now,
  proven,
  removed,
  rewritten,
  validated,
  version,
} from '../../support/ports/gate.ts'

/** One way in which one condition is not met, or cannot be judged. */
export interface Fault {
  condition: 'backup' | 'proof' | 'drill' | 'after' | 'checks'
  name: string
  /** The kind of failure that the check has. */
  failure: string
  /** What cannot be told any more either. */
  also?: readonly Fault['condition'][]
  /** Cannot be had together with others: it writes the whole file anew, or does the work of another condition. */
  alone?: true
  /** It takes the whole ledger away, and with it the evidence of faults that came before: nothing could tell of those. */
  first?: true
  spoil: (world: GateWorld) => Promise<unknown> | void
}

const strangers = makeSigningKeys()

/** Of the newest backup: a byte of its only copy is another. */
export const damaged = ({ newest }: GateWorld) => ({
  backupId: newest,
  verdict: 'failed' as const,
  checks: [failedCheck('intact', 'copy in one', 'integrity')],
})

export const failedCheck = (
  rung: Proof['level'],
  name: string,
  failure: Proof['checks'][number]['failure'],
): Proof['checks'][number] => ({
  rung,
  name,
  status: 'failed',
  detail: '',
  subjects: [],
  failure,
  duration: 1,
})

const lose = (world: GateWorld) => removed(world.stores, `/backups/${world.newest}/`)
const loseStaging = (world: GateWorld) => removed(world.stagingStores, '/ledger/')

export const faults: readonly Fault[] = [
  { condition: 'backup', name: 'no backup is young enough', failure: 'objective', spoil: lose },
  {
    condition: 'backup',
    name: 'the data of the newest backup is older than the backup',
    failure: 'objective',
    spoil: async (world) => {
      lose(world)
      await backedUp(world, now - 5 * minutes, { dataAt: now - hours })
    },
  },
  {
    condition: 'backup',
    name: 'the newest backup is not signed',
    failure: 'objective',
    spoil: (world) => removed(world.stores, `${world.newest}/manifest.json.sig`),
  },
  {
    condition: 'backup',
    name: 'the newest backup was tampered with',
    failure: 'objective',
    spoil: ({ stores, newest }) => {
      for (const store of stores)
        rewritten(store, `${newest}/manifest.json`, (text) => text.replace('"shop"', '"ship"'))
    },
  },
  {
    condition: 'backup',
    name: 'the only young backup was made just before a restore',
    failure: 'objective',
    spoil: async (world) => {
      lose(world)
      await backedUp(world, now - 5 * minutes, { label: 'pre-restore' })
    },
  },
  {
    condition: 'backup',
    name: 'the newest backup is dated in the future',
    failure: 'objective',
    spoil: async (world) => {
      lose(world)
      await backedUp(world, now + hours)
    },
  },
  {
    condition: 'backup',
    name: 'the data of the newest backup is dated in the future',
    failure: 'integrity',
    spoil: async (world) => {
      lose(world)
      await backedUp(world, now - 5 * minutes, { dataAt: now + hours })
    },
  },
  {
    condition: 'backup',
    name: 'an old backup was given the name of a young one',
    failure: 'objective',
    spoil: (world) => {
      const [store] = world.stores
      lose(world)
      if (store !== undefined) moved(store, world.proven, world.newest)
    },
  },
  {
    condition: 'backup',
    name: 'an object of the newest backup is gone',
    failure: 'objective',
    spoil: ({ stores, newest }) => removed(stores, `${newest}/main/100.dat`),
  },
  {
    condition: 'backup',
    name: 'fewer stores have it than are demanded',
    failure: 'objective',
    alone: true,
    spoil: (world) => world.configure({ gate: { ...gateOfFile, copies: 2 } }),
  },
  {
    condition: 'backup',
    name: 'it lacks a source of the environment',
    failure: 'objective',
    // Nor was that source ever proven.
    also: ['proof'],
    alone: true,
    spoil: (world) =>
      world.configure({
        sources: ['main', 'more'].map((name) => ({ name, type: 'postgres', url: '${DATABASE_URL}' })),
      }),
  },
  {
    condition: 'backup',
    name: 'the only young backup was shown to be damaged, and an older one came back since',
    failure: 'objective',
    also: ['proof'],
    // It needs proofs and backups that other faults take away.
    alone: true,
    spoil: async (world) => {
      await proven(world, now - 3 * minutes, damaged(world))
      await proven(world, now - 2 * minutes, {})
    },
  },
  {
    condition: 'backup',
    name: 'the only young backup was shown to be damaged, and only a lower rung was tried since',
    failure: 'objective',
    alone: true,
    also: ['proof'],
    spoil: async (world) => {
      await proven(world, now - 3 * minutes, damaged(world))
      await proven(world, now - 2 * minutes, { backupId: world.newest, verdict: 'degraded', level: 'stored' })
    },
  },
  {
    condition: 'backup',
    name: 'the only young backup has more proofs that cannot be believed than can be read',
    failure: 'objective',
    alone: true,
    spoil: async (world) => {
      const { backupId, ...bad } = damaged(world)
      for (let place = 0; place < 51; place += 1) {
        const at = now - 3 * minutes + place * 1_000
        await proven(world, at, { ...bad, backupId, signingKey: strangers.secretKey })
      }
    },
  },
  {
    condition: 'backup',
    name: 'no RPO is configured',
    failure: 'config',
    alone: true,
    spoil: (world) => world.configure({ objectives: { 'verify-every': '6h', 'drill-every': '30d' } }),
  },
  {
    condition: 'proof',
    name: 'nothing was ever proven',
    failure: 'objective',
    spoil: ({ stores }) => removed(stores, '/proofs/'),
  },
  {
    condition: 'proof',
    name: 'the newest proof is too old',
    failure: 'objective',
    alone: true,
    spoil: (world) => world.configure({ gate: { ...gateOfFile, proof: '30m' } }),
  },
  {
    condition: 'proof',
    name: 'the newest proof failed',
    failure: 'objective',
    spoil: (world) => proven(world, now - 30 * minutes, { verdict: 'failed' }),
  },
  {
    condition: 'proof',
    name: 'the newest proof failed, at a level that reads no data',
    failure: 'objective',
    spoil: (world) => proven(world, now - 30 * minutes, { verdict: 'failed', level: 'intact', checks: [] }),
  },
  {
    condition: 'proof',
    name: 'a backup that is gone since failed its restore test',
    failure: 'objective',
    spoil: (world) =>
      proven(world, now - 30 * minutes, {
        verdict: 'failed',
        backupId: '20261121T090000Z-aaaaa',
        manifestSha256: 'b'.repeat(64),
      }),
  },
  {
    condition: 'proof',
    name: 'the proof is not signed',
    failure: 'objective',
    spoil: ({ stores }) => {
      for (const { objects } of stores)
        for (const key of objects.keys())
          if (key.includes('/proofs/') && key.endsWith('.sig')) objects.delete(key)
    },
  },
  {
    condition: 'proof',
    name: 'somebody else signed the proof',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now - hours, { signingKey: strangers.secretKey })
    },
  },
  {
    condition: 'proof',
    name: 'whoever makes backups signed the proof',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now - hours, { signingKey: world.keys.backup.secretKey })
    },
  },
  {
    condition: 'proof',
    name: 'an old proof was given a younger name',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now - 90 * days, {})
      const [store] = world.stores
      if (store !== undefined) moved(store, '20260823T101500Z.json', '20261121T100000Z.json')
    },
  },
  {
    condition: 'proof',
    name: 'the time in the proof was changed',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      const key = await proven(world, now - 90 * days, {})
      for (const store of world.stores)
        rewritten(store, key, (text) => text.replace('2026-08-23T10:15:00.000Z', '2026-11-21T10:00:00.000Z'))
    },
  },
  {
    condition: 'proof',
    name: 'the proof is that of another environment',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now - hours, { environment: 'other' })
      const [store] = world.stores
      if (store !== undefined) moved(store, 'other/proofs/', 'test/proofs/')
    },
  },
  {
    condition: 'proof',
    name: 'the backup that was proven is gone',
    failure: 'objective',
    spoil: ({ stores, proven: id }) => removed(stores, `/backups/${id}/`),
  },
  {
    condition: 'proof',
    name: 'the proof speaks of another manifest',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now - hours, { manifestSha256: 'b'.repeat(64) })
    },
  },
  {
    condition: 'proof',
    name: 'the proof read no restored data',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now - hours, { verdict: 'degraded', level: 'intact' })
    },
  },
  {
    condition: 'proof',
    name: 'no check of the proof that reads data passed',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now - hours, { verdict: 'degraded', checks: [] })
    },
  },
  {
    condition: 'proof',
    name: 'only what a restore was to replace came back',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      const backupId = await backedUp(world, now - 4 * minutes, { label: 'pre-restore' })
      await proven(world, now - 2 * minutes, { backupId })
    },
  },
  {
    condition: 'proof',
    name: 'the proof is dated in the future',
    failure: 'objective',
    spoil: async (world) => {
      removed(world.stores, '/proofs/')
      await proven(world, now + hours, {})
    },
  },
  {
    condition: 'proof',
    name: 'a later proof that failed was taken away, and the ledger knows of it',
    failure: 'integrity',
    spoil: async (world) => {
      const key = await proven(world, now - 30 * minutes, { verdict: 'failed' })
      await drilled(world, now - 29 * minutes, {
        type: 'verification',
        outcome: { verdict: 'failed', failure: 'integrity' },
      })
      removed(world.stores, key)
    },
  },
  {
    condition: 'proof',
    name: 'the failed proof of the newest backup was taken away, and an older one came back since',
    failure: 'integrity',
    // It needs the newest backup, which other faults take away.
    alone: true,
    spoil: async (world) => {
      // It is taken away again, and another fault may have taken the manifest that it would be read from.
      const manifestSha256 = '0'.repeat(64)
      const tried = { verdict: 'failed', backupId: world.newest, manifestSha256 } as const
      const key = await proven(world, now - 3 * minutes, tried)
      await drilled(world, now - 2 * minutes, {
        type: 'verification',
        backupId: world.newest,
        outcome: { verdict: 'failed', failure: 'integrity' },
      })
      removed(world.stores, key)
      await proven(world, now - minutes, {})
    },
  },
  {
    condition: 'proof',
    name: 'no interval of restore tests is configured',
    failure: 'config',
    alone: true,
    spoil: (world) => world.configure({ objectives: { rpo: '15m', 'drill-every': '30d' } }),
  },
  {
    condition: 'drill',
    name: 'no drill was ever held',
    failure: 'objective',
    first: true,
    spoil: ({ stores }) => removed(stores, '/ledger/'),
  },
  {
    condition: 'drill',
    name: 'the last drill is too old',
    failure: 'objective',
    alone: true,
    spoil: (world) => world.configure({ gate: { ...gateOfFile, drill: '7d' } }),
  },
  {
    condition: 'drill',
    name: 'the last drill failed',
    failure: 'objective',
    spoil: (world) => drilled(world, now - days, { outcome: { verdict: 'failed', failure: 'objective' } }),
  },
  {
    condition: 'drill',
    name: 'a drill of one scenario failed, and one of another was passed since',
    failure: 'objective',
    spoil: async (world) => {
      await drilled(world, now - 2 * days, {
        outcome: { verdict: 'failed', failure: 'integrity' },
        details: { scenario: 'region-failure' },
      })
      await drilled(world, now - days, { details: { scenario: 'wrong-key' } })
    },
  },
  {
    condition: 'drill',
    name: 'the drill is signed by somebody else',
    failure: 'objective',
    first: true,
    spoil: async (world) => {
      removed(world.stores, '/ledger/')
      await drilled(world, now - days, { signingKey: strangers.secretKey })
    },
  },
  {
    condition: 'drill',
    name: 'the drill is signed by a role that holds none',
    failure: 'objective',
    first: true,
    spoil: async (world) => {
      removed(world.stores, '/ledger/')
      await drilled(world, now - days, { signingKey: world.keys.backup.secretKey })
    },
  },
  {
    condition: 'drill',
    name: 'the drill is not signed',
    failure: 'objective',
    first: true,
    spoil: async (world) => {
      removed(world.stores, '/ledger/')
      await drilled(world, now - days, { signingKey: null })
    },
  },
  {
    condition: 'drill',
    name: 'the drill is dated in the future',
    failure: 'objective',
    first: true,
    spoil: async (world) => {
      removed(world.stores, '/ledger/')
      await drilled(world, now + hours)
    },
  },
  {
    condition: 'drill',
    name: 'an event after the last good drill was taken out of the ledger',
    failure: 'integrity',
    also: ['proof'],
    spoil: async (world) => {
      const failed = { verdict: 'failed', failure: 'objective' } as const
      const id = await drilled(world, now - 2 * minutes, { outcome: failed })
      await drilled(world, now - minutes, { type: 'verification' })
      removed(world.stores, id)
    },
  },
  {
    condition: 'drill',
    name: 'the end of the ledger was cut off, and a proof knows what stood there',
    failure: 'integrity',
    also: ['proof'],
    // It rests on a good proof of a backup that is there, which other faults take away.
    alone: true,
    spoil: async (world) => {
      const failed = { verdict: 'failed', failure: 'objective' } as const
      const id = await drilled(world, now - 30 * minutes, { outcome: failed })
      await proven(world, now - 20 * minutes, { ledgerHeads: [{ id, sha256: 'b'.repeat(64) }] })
      removed(world.stores, id)
    },
  },
  {
    condition: 'drill',
    name: 'no interval of drills is configured though drills are asked for',
    failure: 'config',
    alone: true,
    spoil: (world) =>
      world.configure({
        objectives: { rpo: '15m', 'verify-every': '6h' },
        gate: { ...gateOfFile, drill: 'on' },
      }),
  },
  {
    condition: 'after',
    name: 'the version was never in staging',
    failure: 'objective',
    spoil: (world) => {
      world.input = { ...world.input, version: '1.4.3' }
    },
  },
  {
    condition: 'after',
    name: 'a later validation of the version failed',
    failure: 'objective',
    spoil: (world) => validated(world, now - hours, { outcome: { verdict: 'failed', failure: 'objective' } }),
  },
  {
    condition: 'after',
    name: 'a later validation of the version was degraded',
    failure: 'objective',
    spoil: (world) => validated(world, now - hours, { outcome: { verdict: 'degraded', failure: null } }),
  },
  {
    condition: 'after',
    name: 'the version was rolled back since',
    failure: 'objective',
    spoil: (world) =>
      validated(world, now - hours, {
        type: 'deploy',
        outcome: { verdict: 'failed', failure: 'objective' },
        details: { version, state: 'rolled-back', validated: false },
      }),
  },
  {
    condition: 'after',
    name: 'the version stands there and was not validated',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - hours, {
        type: 'deploy',
        details: { version, state: 'stands', validated: false },
      })
    },
  },
  {
    condition: 'after',
    name: 'what runs there was validated again without its version, and failed',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - 2 * hours, {
        type: 'deploy',
        details: { version, state: 'stands', validated: true },
      })
      await validated(world, now - hours, {
        outcome: { verdict: 'failed', failure: 'objective' },
        details: { version: null, score: 3 },
      })
    },
  },
  {
    condition: 'after',
    name: 'what a rollback brought back was validated again without its version, and failed',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      const other = `${version}-next`
      const deploy = (ago: number, details: Record<string, string | boolean>) =>
        validated(world, now - ago * hours, { type: 'deploy', details })
      await deploy(4, { version, state: 'stands', validated: true })
      await deploy(3, { version: other, state: 'stands', validated: true })
      await deploy(2, { version: other, state: 'rolled-back', from: version, validated: true })
      await validated(world, now - hours, {
        outcome: { verdict: 'failed', failure: 'objective' },
        details: { version: null, score: 3 },
      })
    },
  },
  {
    condition: 'after',
    name: 'after it was validated, what runs there was validated again without its version, and failed',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - 2 * hours)
      await validated(world, now - hours, {
        outcome: { verdict: 'failed', failure: 'objective' },
        details: { version: null, score: 3 },
      })
    },
  },
  {
    condition: 'after',
    name: 'only a part of the version was validated',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - hours, { details: { version, score: 100, depth: 'full', whole: false } })
    },
  },
  {
    condition: 'after',
    name: 'the validation was a quick one',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - hours, { details: { version, score: 100, depth: 'quick', whole: true } })
    },
  },
  {
    condition: 'after',
    name: 'the validation is signed by somebody else',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - hours, { signingKey: strangers.secretKey })
    },
  },
  ...(['backup', 'verify'] as const).map((role): Fault => ({
    condition: 'after',
    name: `the key of ${role} signed the validation, and there is one of deployments`,
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - hours, { signingKey: world.keys[role].secretKey })
    },
  })),
  {
    condition: 'after',
    name: 'whoever makes backups signed the deployment, and there is a key of deployments',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - hours, {
        type: 'deploy',
        details: { version, state: 'stands', validated: true },
        signingKey: world.keys.backup.secretKey,
      })
    },
  },
  {
    condition: 'after',
    name: 'the validation is not signed',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now - hours, { signingKey: null })
    },
  },
  {
    condition: 'after',
    name: 'the validation is dated in the future',
    failure: 'objective',
    spoil: async (world) => {
      loseStaging(world)
      await validated(world, now + hours)
    },
  },
  {
    condition: 'after',
    name: 'a version was put into a genuine event',
    failure: 'objective',
    spoil: (world) => {
      world.input = { ...world.input, version: '6.6.6' }
      for (const store of world.stagingStores)
        rewritten(store, '/ledger/', (text) => text.replace('"1.4.2"', '"6.6.6"'))
    },
  },
  {
    condition: 'after',
    name: 'an event after the validation was taken out of the ledger',
    failure: 'integrity',
    spoil: async (world) => {
      const failed = { verdict: 'failed', failure: 'objective' } as const
      const id = await validated(world, now - 2 * hours, { outcome: failed })
      await validated(world, now - hours, {
        details: { version: '1.4.1', score: 100, depth: 'full', whole: true },
      })
      removed(world.stagingStores, id)
    },
  },
  {
    condition: 'after',
    name: 'it was validated too long ago',
    failure: 'objective',
    alone: true,
    spoil: (world) => world.configure({ gate: { after: { environment: 'staging', within: '12h' } } }),
  },
  {
    condition: 'after',
    name: 'no key of staging is configured',
    failure: 'config',
    spoil: (world) => {
      world.staging = { ...world.staging, signing: {} }
    },
  },
  {
    condition: 'after',
    name: 'the stores of staging cannot be opened',
    failure: 'access',
    spoil: (world) => {
      world.previous = new Failure('access', 'no')
    },
  },
  {
    condition: 'after',
    name: 'another environment than the one before is given',
    failure: 'config',
    alone: true,
    spoil: (world) => world.configure({ gate: { after: { environment: 'acceptance' } } }),
  },
  {
    condition: 'after',
    name: 'nobody said which environment comes before',
    failure: 'config',
    alone: true,
    spoil: (world) => world.configure({ gate: {} }),
  },
  ...(['red', 'pending', 'missing'] as const).map((outcome): Fault => ({
    condition: 'checks',
    name: `a required check is ${outcome}`,
    failure: 'objective',
    spoil: (world) => {
      world.checks = { required: async () => [check('build', 'green'), check('lint', outcome)] }
    },
  })),
  {
    condition: 'checks',
    name: 'the token may not read what is required',
    failure: 'access',
    spoil: (world) => {
      world.checks = {
        required: async () => {
          throw new Failure('access', 'the token has no right to (403)')
        },
      }
    },
  },
  {
    condition: 'checks',
    name: 'GitHub is out of reach',
    failure: 'unavailable',
    spoil: (world) => {
      world.checks = {
        required: async () => {
          throw new Failure('unavailable', 'GitHub is out of reach (503)')
        },
      }
    },
  },
  {
    condition: 'checks',
    name: 'there is no token',
    failure: 'access',
    spoil: (world) => {
      world.checks = null
    },
  },
  {
    condition: 'checks',
    name: 'the version is another commit than the one that is asked for',
    failure: 'config',
    alone: true,
    spoil: async (world) => {
      world.input = { ...world.input, version: 'b'.repeat(40) }
      await validated(world, now - hours, {
        details: { version: 'b'.repeat(40), score: 100, depth: 'full', whole: true },
      })
    },
  },
  {
    condition: 'checks',
    name: 'the commit is not known',
    failure: 'config',
    spoil: (world) => {
      world.input = { ...world.input, commit: null }
    },
  },
  {
    condition: 'checks',
    name: 'the branch is not known',
    failure: 'config',
    spoil: (world) => {
      world.input = { ...world.input, branch: null }
    },
  },
]
