import type { Compliance, ComplianceBackup, LostFate } from '../domain/compliance.ts'
import { counted, type Instant } from '../domain/units.ts'
import { type Cell, cell } from './page.ts'
import { instantText } from './words.ts'

/** So many are named at the top; the rows name each. */
const mostNamed = 8

const whys: Readonly<Record<Exclude<LostFate, 'condemned'>, string>> = {
  gone: 'no store has it, and no retention removed it',
  hollow: 'no store has it whole',
  doubtful: 'its manifest cannot be read or believed',
}

function whyOf(fate: LostFate, condemnedAt: Instant | undefined): string {
  if (fate !== 'condemned') return whys[fate]
  return `the restore test${condemnedAt === undefined ? '' : ` of ${instantText(condemnedAt)}`} condemned it`
}

/** What was lost, in one paragraph. */
export function lossText({ lost, silent }: Pick<Compliance, 'lost' | 'silent'>): string {
  const named = lost
    .slice(0, mostNamed)
    .map(({ id, fate, condemnedAt }) => `${id} (${whyOf(fate, condemnedAt)})`)
  const more = lost.length > mostNamed ? `; and ${lost.length - mostNamed} more` : ''
  const doubt =
    silent.length === 0
      ? ''
      : ` ${silent.join(' and ')} could not be asked, and may have what the others lack.`
  return `NOT ALL IS THERE: ${counted(lost.length, 'backup')} of this period cannot be restored now: ${named.join('; ')}${more}. What the RPO rests on counts without ${lost.length === 1 ? 'it' : 'them'}.${doubt}`
}

/** Where a backup is; and if nowhere, why. */
export function copiesCell({
  stored,
  fate,
  condemnedAt,
}: Pick<ComplianceBackup, 'stored' | 'fate' | 'condemnedAt'>): Cell {
  if (fate === 'gone' || fate === 'hollow' || fate === 'doubtful' || fate === 'condemned') {
    const some = stored?.copies ?? []
    const why = whyOf(fate, condemnedAt)
    return cell(`${some.length === 0 ? 'none' : some.join(', ')}: ${why}`, 'bad')
  }
  if (fate === 'expired') return cell('none now: removed by retention')
  if (stored === null) return cell('none')
  return cell(stored.copies.join(', '), 'good')
}
