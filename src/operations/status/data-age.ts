import type { BackupId } from '../../domain/backup-id.ts'
import { toleratedClockSkew } from '../../domain/retention.ts'
import type { Milliseconds } from '../../domain/units.ts'
import { restorable, type View } from './view.ts'

export interface SourceAge {
  /** The newest recovery point that holds the source; null when none does. */
  backup: BackupId | null
  /** Age of its data; null also when that is said to be from the future. */
  age: Milliseconds | null
}

/** How old the newest data of a source is that the stores hold for certain. */
export function ageOfSource(name: string, { history, now }: Pick<View, 'history' | 'now'>): SourceAge {
  for (const { id, summary } of restorable(history)) {
    const source = summary.sources.find((one) => one.name === name)
    if (source === undefined) continue
    const isAhead = source.dataAt > now + toleratedClockSkew
    return { backup: id, age: isAhead ? null : Math.max(0, now - source.dataAt) }
  }
  return { backup: null, age: null }
}

/** What would be lost if everything were lost now: of the source whose data is the oldest; null when one's age is not known. */
export function ageOfData(view: Pick<View, 'environment' | 'history' | 'now'>): Milliseconds | null {
  let oldest: Milliseconds = 0
  for (const { name } of view.environment.sources) {
    const { age } = ageOfSource(name, view)
    if (age === null) return null
    oldest = Math.max(oldest, age)
  }
  return oldest
}
