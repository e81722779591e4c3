import { digestOf } from '../../vault/digest.ts'
import { hold, type Hold } from '../leases/hold.ts'
import type { RunReport } from '../run-report.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'

/** What a restore into the environment's own place holds, and a deployment for as long as it lasts. */
export const environmentPlace = 'restore'

/**
 * Keeps two restores from putting an application on their data at once.
 * @throws Failure `refused` when another restore is at it
 */
export function holdPlace(
  environment: string,
  input: RestoreInput,
  ports: RestorePorts,
  run: RunReport,
): Promise<Hold> {
  return hold(environment, placeName(input), `restore (${input.mode})`, ports, (text) =>
    run.notice('warning', text),
  )
}

/** One for the environment; another for each place elsewhere, which may hold a password, so that only its digest shows. */
function placeName({ target }: RestoreInput): string {
  return target === null ? environmentPlace : `restore-${digestOf(Buffer.from(target)).sha256.slice(0, 12)}`
}
