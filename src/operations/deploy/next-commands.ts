import type { DeployTarget } from '../../ports/target.ts'
import type { Attempt } from './journal.ts'

/** What a person types to bring the data back by hand. */
export function dataCommand(environment: string, backup: string): string {
  return `To bring the data back as it was before the deployment, keeping what is there now under another name: lifeboat restore --environment ${environment} --backup ${backup} --mode swap --confirm ${environment} --reason "…".`
}

/** What a person does to bring the former release back by hand, or to go forward. */
export function releaseCommands(
  environment: string,
  { from, version }: Pick<Attempt, 'from' | 'version'>,
  target: Pick<DeployTarget, 'describe'>,
): string[] {
  const forward = `Or deploy a release that is mended: lifeboat deploy --environment ${environment} --version NEXT --rollback never --confirm ${environment} --reason "…".`
  if (from === null) return [`Nothing ran before ${version}: find out why it does not come up.`, forward]
  const images = Object.entries(from.images)
    .filter(([, image]) => image !== '')
    .map(([service, image]) => `${service}: ${image}`)
  return [
    `To bring ${from.version} back by hand: ${target.describe('roll-back', from.version)}${images.length === 0 ? '' : ` (images as they ran: ${images.join(', ')})`}.`,
    `To let Lifeboat try once more: lifeboat deploy --environment ${environment} --rollback now --confirm ${environment} --reason "…".`,
    forward,
  ]
}
