import { Failure } from '../domain/failure.ts'
import type { RestorePorts } from '../operations/restore/restore-input.ts'
import type { Scenario } from '../operations/drill/scenario.ts'
import { verify } from '../operations/verify/verify.ts'

/** The server is lost, and the key at hand opens nothing. */
export function wrongKey(): Scenario {
  let proofs = 0
  return {
    name: 'wrong-key',
    summary: 'The server is lost, and the identity at hand opens no backup',
    steps: {
      inject: 'Kill the server, and put an identity that is no recipient in the place of the right one',
      detect: 'A verification says that the key does not fit, and writes no proof',
      recover: 'Fetch the offline identity, and restore with it onto a new server',
      check: 'The wrong identity opened nothing, and left no proof that would speak against the backup',
    },
    losesBack: 'to the last backup',
    restoresService: true,
    inapplicable: ({ encryption }) =>
      encryption === 'none' ? 'the backups of the environment are not encrypted' : null,
    prepare: async ({ double, workload }) => {
      await double.backUp()
      await workload.untilAcknowledged(5)
    },
    inject: async ({ primary, struck }) => {
      struck()
      await primary.kill()
    },
    detect: async ({ double }) => {
      const ports = withIdentity(double.ports, double.identities.stranger)
      const { report, proof } = await verify(double.environment, { backup: 'latest', level: 'intact' }, ports)
      if (proof !== null) proofs += 1
      const key = report.checks.find(({ name }) => name === 'key')
      if (key?.status !== 'failed') throw new Failure('objective', 'the wrong identity was not noticed')
      return `the verification says: ${key.detail}`
    },
    recover: async ({ laboratory, double }) => {
      await double.restoreOnto(await laboratory.startServer('new server'), {
        ports: withIdentity(double.ports, double.identities.offline),
      })
    },
    check: async ({ check }) => {
      check({
        name: 'no proof was written with the wrong key',
        status: proofs === 0 ? 'passed' : 'failed',
        detail: proofs === 0 ? 'a key that does not fit says nothing about a backup' : 'a proof was written',
        failure: 'integrity',
      })
    },
  }
}

function withIdentity(ports: RestorePorts, identity: string): RestorePorts {
  return { ...ports, keys: { ...ports.keys, identities: [identity] } }
}
