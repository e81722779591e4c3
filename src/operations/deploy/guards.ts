import { isVersion, versionForm } from '../../domain/deployed-version.ts'
import { deploySettings } from '../../domain/environment/deploy-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import { unknownTarget } from '../environments/unknown-target.ts'
import { publicKeyOf } from '../../vault/signing.ts'
import { rolesThatSign } from '../ledger/trusted-keys.ts'
import { checkSigningKey, inRole } from '../signing-keys.ts'
import type { DeployInput, DeployPorts } from './deploy-input.ts'

/**
 * What must be right before anything is asked of anybody. It stands here, in the operation, so that no way to call it goes
 * round it.
 * @throws Failure `config` when inputs contradict each other or a key is missing, `refused` without the consent it takes
 */
export function checkDeployGuards(environment: Environment, input: DeployInput, ports: DeployPorts): void {
  checkDeployInputs(input)
  if (input.steps.includes('deploy') && environment.target === undefined)
    throw unknownTarget(environment.environment)
  const missing = missingDeployConsent(environment, input, ports)
  if (missing.length > 0 && !input.dryRun) {
    throw new Failure(
      'refused',
      `a deployment of a protected environment takes consent: ${missing.join('; ')}`,
      {
        hint: `Give the name and why: on a terminal --confirm ${environment.environment} --reason "…", in a job the inputs confirm and reason. To look first, make a dry run.`,
      },
    )
  }
  if (input.dryRun) return
  const has = (step: DeployInput['steps'][number]) => input.steps.includes(step)
  if (has('deploy')) checkDeployKey(environment, ports)
  // With everything that may be needed on the way, or nothing is begun.
  if ((has('backup') && input.backup === null && input.rollback !== 'now') || has('backup-after'))
    checkSigningKey(environment, 'backup', inRole(environment, ['backup'], ports).keys.signing)
  if (has('verify') && deploySettings(environment).prove)
    checkSigningKey(environment, 'verify', inRole(environment, ['verify'], ports).keys.signing)
  checkIdentity(environment, input, ports)
}

/** The way back must be open before the way is gone. */
function checkIdentity(environment: Environment, input: DeployInput, { keys }: DeployPorts): void {
  const { encryption } = environment
  const { restoreData, prove } = deploySettings(environment)
  if (typeof encryption !== 'object' || !('recipients' in encryption) || keys.identities.length > 0) return
  const mayRestore = restoreData === 'always' || input.restoreData
  const reasons = [
    ...(input.steps.includes('deploy') && input.rollback !== 'never' && mayRestore
      ? ['bringing the data back']
      : []),
    ...(input.steps.includes('verify') && prove ? ['proving the backup'] : []),
  ]
  if (reasons.length === 0) return
  throw new Failure('config', `no identity was given, and ${reasons.join(' and ')} takes one`, {
    hint: 'Give LIFEBOAT_IDENTITY, or on a terminal --identity-file; or leave these parts to jobs that have it, with steps.',
  })
}

/** What a person still has to say before a protected environment is changed; for people. */
export function missingDeployConsent(
  environment: Environment,
  input: DeployInput,
  { run }: Pick<DeployPorts, 'run'>,
): string[] {
  const changes = input.steps.includes('deploy')
  const { confirm } = input
  const name = environment.environment
  if (!changes) return []
  // What was typed wrong was meant for another environment, protected or not.
  const isWrong = confirm !== null && confirm !== name
  const isMissing = confirm === null && environment.protected
  return [
    ...(isWrong
      ? [`confirm is ${JSON.stringify(confirm.slice(0, 60))}, not the name of the environment`]
      : isMissing
        ? ['confirm is not given']
        : []),
    ...(environment.protected && (run.reason ?? '').trim() === '' ? ['no reason is given'] : []),
  ]
}

function checkDeployInputs(input: DeployInput): void {
  const { version, steps, rollback, backup } = input
  const has = (step: DeployInput['steps'][number]) => steps.includes(step)
  const problems = [
    ...(steps.length === 0 ? ['steps names none'] : []),
    ...(version === null && rollback !== 'now' && steps.some((step) => step !== 'verify')
      ? ['version is not given']
      : []),
    ...(version !== null && !isVersion(version)
      ? [`the version is no version; accepted: ${versionForm}`]
      : []),
    ...(rollback === 'now' && !has('deploy') ? ['rollback: now needs the step deploy'] : []),
    ...(has('deploy') && rollback !== 'now' && !input.dryRun && !has('backup') && backup === null
      ? ['without the step backup, the backup that an earlier job made must be named: backup']
      : []),
  ]
  if (problems.length > 0) throw new Failure('config', problems.join('; '))
}

/** What the ledger says of deployments decides what is brought back: nobody else may have written it. */
function checkDeployKey(environment: Environment, ports: DeployPorts): void {
  const { signing } = environment
  const roles = rolesThatSign(environment, 'deploy')
  const known = roles.flatMap((role) => signing[role] ?? [])
  const isSigned = Object.values(signing).some((key) => key !== undefined)
  const { signing: key } = inRole(environment, roles, ports).keys
  if (!isSigned && key === null) {
    if (!environment.protected) return
    throw new Failure('config', 'the environment is protected, and signing.deploy is not configured', {
      hint: 'Make keys with lifeboat keygen and put the public ones under signing.',
    })
  }
  if (key !== null && (known.length === 0 || known.includes(publicKeyOf(key)))) return
  throw new Failure(
    'config',
    `a deployment stands in the ledger, signed: ${key === null ? 'no signing key was given' : `none of the signing keys that were given belongs to ${roles.map((role) => `signing.${role}`).join(' or ')}`}`,
    {
      hint: 'Give the secret key of signing.deploy, as LIFEBOAT_SIGNING_KEY or LIFEBOAT_DEPLOY_SIGNING_KEY, on a terminal with --signing-key-file.',
    },
  )
}
