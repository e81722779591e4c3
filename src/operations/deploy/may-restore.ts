import type { DeployEvent } from '../../domain/deploy-history.ts'
import { deploySettings } from '../../domain/environment/deploy-schema.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Context } from './forward.ts'

/** What decides whether data comes back; a dry run has it too. */
type Asked = Pick<Context, 'environment' | 'input'> & { ports: Pick<Context['ports'], 'clock'> }

/** Since its first run, however often it was gone on with. */
export function ageOf({ began }: Pick<DeployEvent, 'began'>, { ports }: Pick<Asked, 'ports'>): Milliseconds {
  return ports.clock.now() - Date.parse(began)
}

/**
 * Whether what was begun is still settled without a person's word: the longer ago it was, the more have customers written
 * since, and the more is it for a person to decide.
 */
export function isYoung(event: Pick<DeployEvent, 'began'>, asked: Omit<Asked, 'input'>): boolean {
  return ageOf(event, asked) <= deploySettings(asked.environment).backupMaxAge
}

/**
 * For a deployment that was cut off: true where bringing the data back was begun; null where it follows from the data and
 * the environment file; false where it is too long ago, and nobody asks for it in this run.
 */
export function mayStillRestore(event: DeployEvent, asked: Asked): boolean | null {
  if (!asked.input.restoreData && !isYoung(event, asked)) return false
  return event.state === 'rolling-back' && event.restoresData ? true : null
}

/** For `rollback: now`: where it is asked for, and where a run that was cut off a short while ago had begun it. */
export function restoresOnDemand(event: DeployEvent, asked: Asked): boolean {
  return asked.input.restoreData || (isOpen(event) && event.restoresData && isYoung(event, asked))
}

function isOpen({ state }: DeployEvent): boolean {
  return state === 'rolling-back' || state === 'broken'
}
