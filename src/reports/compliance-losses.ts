import type { Compliance, ComplianceBackup, LostFate } from '../domain/compliance.ts'
import { counted } from '../domain/units.ts'
import { type Cell, cell } from './page.ts'

/** So many are named at the top; the rows name each. */
const mostNamed = 8

const whys: Readonly<Record<LostFate, string>> = {
  gone: 'no store has it, and no retention removed it',
  hollow: 'no store has it whole',
  doubtful: 'its manifest cannot be read or believed',
}

/** What was lost, in one paragraph. */
export function lossText({ lost, silent }: Pick<Compliance, 'lost' | 'silent'>): string {
  const named = lost.slice(0, mostNamed).map(({ id, fate }) => `${id} (${whys[fate]})`)
  const more = lost.length > mostNamed ? `; and ${lost.length - mostNamed} more` : ''
  const doubt =
    silent.length === 0
      ? ''
      : ` ${silent.join(' and ')} could not be asked, and may have what the others lack.`
  return `NOT ALL IS THERE: ${counted(lost.length, 'backup')} of this period cannot be restored now: ${named.join('; ')}${more}. What the RPO rests on counts without ${lost.length === 1 ? 'it' : 'them'}.${doubt}`
}

/** Where a backup is; and if nowhere, why. */
export function copiesCell({ stored, fate }: Pick<ComplianceBackup, 'stored' | 'fate'>): Cell {
  if (fate === 'gone' || fate === 'hollow' || fate === 'doubtful') {
    const some = stored?.copies ?? []
    return cell(some.length === 0 ? `none: ${whys[fate]}` : `${some.join(', ')}: ${whys[fate]}`, 'bad')
  }
  if (fate === 'expired') return cell('none now: removed by retention')
  if (stored === null) return cell('none')
  return cell(stored.copies.join(', '), 'good')
}
