import { z } from 'zod'
import { sharedInputs } from '../input-fields.ts'
import { actionVerb } from '../verb.ts'

const statusInputs = z.object({ ...sharedInputs })
export type StatusInput = z.output<typeof statusInputs>

export const statusVerb = actionVerb({
  name: 'status',
  summary: 'Say how an environment stands, from what its stores hold',
  description:
    'Reads manifests, proofs, ledger and leases from all stores, each held to its signature, and asks: how old are the ' +
    'newest backup and its data, the newest proof and drill; did every expected run come; are there enough copies; has ' +
    'anything vanished. Trusts nothing that an earlier run said. Needs credentials that read; changes nothing.',
  examples: [
    { text: 'How things stand', command: 'lifeboat status --environment production' },
    { text: 'For a script', command: 'lifeboat status --environment production --json' },
  ],
  inputs: statusInputs,
  outputs: {
    'last-backup':
      'Id of the newest backup that some store holds whole, whose signature holds and that no restore test has condemned; empty when there is none.',
    'rpo-compliant':
      '`true` when the newest data in the stores is no older than the RPO, else `false`; empty without an RPO.',
    verified: '`true` when the newest restore test passed and is no older than was promised, else `false`.',
    score: 'From 0 to 100, as the guide to the watch explains; empty when nothing could be asked.',
  },
  action: { folder: 'status', title: 'Lifeboat status', icon: 'eye', startsServers: false },
  load: async () => (await import('../run-status.ts')).runStatus,
})
