import type { Proof } from '../domain/proof.ts'
import type { Instant } from '../domain/units.ts'
import { timeAndAge } from './gate/answer.ts'

/** What a restore test found wrong with a backup, and when. */
export function condemnationText({ at, checks }: Proof, now: Instant): string {
  const wrong = checks.find(({ status }) => status === 'failed')
  const what = wrong === undefined ? '' : ` (${wrong.rung}: ${wrong.name}: ${wrong.detail})`
  return `its restore test failed, ${timeAndAge(Date.parse(at), now)}${what}`
}
