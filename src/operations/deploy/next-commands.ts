import type { Environment } from '../../domain/environment/schema.ts'
import type { DeployTarget } from '../../ports/target.ts'
import type { Attempt } from './journal.ts'

/** What a person types to bring the data back by hand. No full stop: the line is copied to its end. */
export function dataCommand(environment: Environment, backup: string): string {
  const { environment: name } = environment
  const keys = keyFiles(environment, 'backup-signing-key.txt')
  return `To bring the data back as it was before the deployment, keeping what is there now under another name: lifeboat restore --environment ${name} --backup ${backup} --mode swap --confirm ${name} --reason "…"${keys}`
}

/** A deployment in one run, with the keys that it takes by the names that its examples give them. */
export function deployCommand(environment: Environment, how: string): string {
  const { environment: name } = environment
  const keys = keyFiles(environment, 'deploy-keys.txt')
  return `lifeboat deploy --environment ${name} ${how} --confirm ${name} --reason "…"${keys}`
}

/** What a person does to bring the former release back by hand, or to go forward. */
export function releaseCommands(
  environment: Environment,
  { from, version }: Pick<Attempt, 'from' | 'version'>,
  target: Pick<DeployTarget, 'describe'>,
): string[] {
  const forward = `Or deploy a release that is mended: ${deployCommand(environment, '--version NEXT --rollback never')}`
  if (from === null) return [`Nothing ran before ${version}: find out why it does not come up.`, forward]
  const images = Object.entries(from.images)
    .filter(([, image]) => image !== '')
    .map(([service, image]) => `${service}: ${image}`)
  return [
    `To bring ${from.version} back by hand: ${target.describe('roll-back', from.version)}${images.length === 0 ? '' : ` (images as they ran: ${images.join(', ')})`}`,
    `To let Lifeboat try once more: ${deployCommand(environment, '--rollback now')}`,
    forward,
  ]
}

/** Those that the environment file asks for. */
function keyFiles({ encryption, signing }: Environment, signingKeys: string): string {
  const isSealedToKeys = typeof encryption === 'object' && 'recipients' in encryption
  const isSigned = Object.values(signing).some((key) => key !== undefined)
  return `${isSealedToKeys ? ' --identity-file verify-identity.txt' : ''}${isSigned ? ` --signing-key-file ${signingKeys}` : ''}`
}
