import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Ports } from '../../ports/ports.ts'
import { publicKeyOf } from '../../vault/signing.ts'
import { recordEvent } from '../ledger/record.ts'
import { trustedKeys } from '../ledger/trusted-keys.ts'
import type { ConditionName } from './conditions.ts'

/**
 * Writes into the ledger who overrode what and why. Null when it stands there; else why the override cannot be taken: one
 * that leaves no trace is none.
 */
export async function recordOverride(
  environment: Environment,
  { version, reason, conditions }: { version: string; reason: string; conditions: readonly ConditionName[] },
  ports: Ports,
): Promise<Failure | null> {
  const keys = trustedKeys(environment, 'gate-override')
  const { signing } = ports.keys
  if (keys === null && environment.protected) return refused('signing.deploy is not configured', configHint)
  if (keys !== null && (signing === null || !keys.includes(publicKeyOf(signing)))) {
    return refused(
      signing === null
        ? 'this run has no signing key'
        : 'the signing key of this run is not that of deployments',
      configHint,
    )
  }
  const id = await recordEvent({ ...ports, run: { ...ports.run, reason } }, environment, {
    type: 'gate-override',
    outcome: { verdict: 'degraded', failure: null },
    backupId: null,
    details: { version, conditions: conditions.join(',') },
  })
  return id === null
    ? refused('no store took the event', 'Try again when the stores answer; the log says what was wrong.')
    : null
}

const configHint =
  'Make a key with `lifeboat keygen`, put the public one as signing.deploy into the environment file, and give the secret one as LIFEBOAT_SIGNING_KEY.'

function refused(why: string, hint: string): Failure {
  return new Failure(
    'refused',
    `the gate stays closed: the override cannot be written to the ledger: ${why}`,
    {
      hint,
    },
  )
}
