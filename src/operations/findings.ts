import { Failure } from '../domain/failure.ts'
import type { Finding } from '../ports/source.ts'
import type { RunReport } from './run-report.ts'

/** Tells what was found before the work, and ends the run with all that stands in its way, listed at once. */
export function judgeFindings(findings: readonly Finding[], run: RunReport): void {
  for (const finding of findings) {
    if (finding.level !== 'refuse') run.notice(finding.level, finding.text, finding.subjects)
  }
  const refusals = findings.filter((finding) => finding.level === 'refuse')
  const [first] = refusals
  if (first === undefined) return
  const hints = [...new Set(refusals.map((finding) => finding.hint).filter((hint) => hint !== undefined))]
  throw new Failure(first.failure ?? 'refused', refusals.map((finding) => finding.text).join('; '), {
    ...(hints.length === 0 ? {} : { hint: hints.join(' ') }),
    subjects: refusals.flatMap((finding) => finding.subjects ?? []),
  })
}
