import type { LedgerEvent } from './ledger.ts'
import { incidentKey, newsKind, troubleOf } from './news.ts'
import type { Report } from './report.ts'
import { gatePart, type Subject, subjectWord, wholeKind } from './subject.ts'

/** What a run was about, by its report. */
export function subjectOf(report: Report): Subject {
  if (report.subject !== undefined) return report.subject
  const isWell = troubleOf(report) === null
  if (report.operation === 'gate') return one(gatePart, 'tried', isWell)
  if (report.operation === 'deploy-env') return ofDeployment(null, isWell)
  const kind = newsKind(report.operation)
  if (kind === 'proof') return ofBackup(report.backupId, 'older', isWell)
  if (kind === 'restore') {
    const isInPlace = report.restored?.places.some(({ exchanged }) => exchanged) === true
    return ofBackup(report.backupId, isInPlace ? 'all' : 'older', isWell)
  }
  // That another backup is whole says nothing of one that could not be mended.
  if (kind === 'repair') return ofBackup(report.backupId, 'tried', isWell)
  if (kind === 'drill' || kind === 'validation') return { tried: [], troubled: [], answers: 'tried' }
  if (report.incident !== undefined) return one(incidentKey(report.incident), 'tried', isWell)
  return wholeKind
}

/** What a run was about, by the event of the ledger that tells how it ended. */
export function subjectOfEvent({ type, backupId, details, outcome }: LedgerEvent): Subject {
  const isWell = outcome.verdict === 'passed' && outcome.trouble === undefined
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '')
  switch (type) {
    case 'verification':
      return ofBackup(backupId, 'older', isWell)
    case 'restore':
      return ofBackup(backupId, details['exchanged'] === true ? 'all' : 'older', isWell)
    case 'repair':
      return ofBackup(backupId, 'tried', isWell)
    case 'drill':
      return text('scenario') === ''
        ? { tried: [], troubled: [], answers: 'tried' }
        : one(text('scenario'), 'tried', isWell)
    case 'deploy':
      return text('state') === 'refused'
        ? one(gatePart, 'tried', isWell)
        : ofDeployment(text('version') === '' ? null : text('version'), isWell)
    case 'validation':
      // Of earlier versions: whether it asked everything is all that they say.
      return details['tried'] === undefined && details['whole'] === true ? wholeKind : writtenSubject(details)
    case 'runbook':
      return one(`${text('incident')}/${text('beganAt')}`, 'tried', isWell)
    default:
      return wholeKind
  }
}

/** A release that stands, and a former one that does so again, are the end of whatever was tried before. */
export function ofDeployment(version: string | null, isWell: boolean): Subject {
  return one(version ?? 'a version', 'all', isWell)
}

/** A subject among an event's details. */
export function writeSubject({ tried, troubled, answers }: Subject): Record<string, string> {
  return { tried: tried.join(separator), troubled: troubled.join(separator), answers }
}

export function writtenSubject(details: LedgerEvent['details']): Subject {
  const words = (name: string) =>
    String(details[name] ?? '')
      .split(separator)
      .filter((word) => word !== '')
  const answers = (['older', 'all'] as const).find((found) => found === details['answers']) ?? 'tried'
  return { tried: words('tried'), troubled: words('troubled'), answers }
}

/** No word of a subject has a comma. */
const separator = ', '

function ofBackup(backupId: string | null, answers: Subject['answers'], isWell: boolean): Subject {
  return backupId === null ? { tried: [], troubled: [], answers: 'tried' } : one(backupId, answers, isWell)
}

function one(text: string, answers: Subject['answers'], isWell: boolean): Subject {
  const part = subjectWord(text)
  return { tried: [part], troubled: isWell ? [] : [part], answers }
}
