import type { Finding } from '../../../ports/source.ts'
import type { ArchivePlan } from '../restore/archive-plan.ts'
import { howToAnswer, needsSuperuser, objectName } from './obstacles.ts'

/**
 * Answers that fit nothing: a name that was mistyped, or lacks its kind, would otherwise be passed over in silence.
 * @param listed what this restore could have listed besides objects of the archive
 * @param plan of the archive; null when it was not read, and only a name without its kind is known to fit nothing
 */
export function unfitAnswers(
  answered: readonly string[],
  listed: readonly string[],
  plan: ArchivePlan | null,
): Finding[] {
  const entries = plan?.toc.entries ?? []
  const objects = entries
    .filter((entry) => entry.description === 'EXTENSION' || needsSuperuser(entry))
    .map(objectName)
  const known = new Set([...listed, ...objects])
  const unfit = answered.filter((name) => !known.has(name) && (plan !== null || !name.includes(' ')))
  if (unfit.length === 0) return []
  return [
    {
      level: 'warning',
      text: 'what was given as answered fits nothing that this restore would refuse for',
      hint: `To answer what a refusal lists, ${howToAnswer('logical slot NAME')}.`,
      subjects: unfit,
    },
  ]
}
