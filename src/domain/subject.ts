import { answersFor } from './backup-id.ts'

/**
 * What a run was about, so that the good end of one thing is not taken for the end of another's trouble: a restore test of
 * one backup, a drill of one scenario, a validation of some categories.
 */
export interface Subject {
  /** What it tried, each of which can be in trouble by itself. Empty where nobody knows, or its kind is but one thing. */
  tried: readonly string[]
  /** What of that is not well; of a run that is not well, and has nothing here, the whole of it. */
  troubled: readonly string[]
  /**
   * What it answers for when it is well: nothing but what it tried; of backups the older ones too; or whatever was wrong
   * before it.
   */
  answers: 'tried' | 'older' | 'all'
}

/** Of kinds in which each run follows another about the same. */
export const wholeKind: Subject = { tried: [], troubled: [], answers: 'all' }

/** The gate is asked before each deployment; that it is open says nothing of one that has failed. */
export const gatePart = 'gate'

/** A word that a subject is made of: names and versions, with no sign in it that could be markup or end a comment. */
export function subjectWord(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9._:/ +-]/g, '_').slice(0, 100)
}

/** What of it is in trouble; the empty word for a trouble of nothing in particular, which any good run ends. */
export function troubledParts({ troubled }: Subject): readonly string[] {
  return troubled.length === 0 ? [''] : troubled
}

/** What a run, well or not, leaves of what was in trouble before it. */
export function leftAfter(
  parts: readonly string[],
  { tried, troubled, answers }: Subject,
  isWell: boolean,
): readonly string[] {
  if (isWell && answers === 'all') return []
  // What fell short without a word for it may be any of it.
  if (!isWell && troubled.length === 0) return parts
  const well = tried.filter((part) => isWell || !troubled.includes(part))
  return parts.filter((part) => {
    if (part === '') return !isWell
    return !well.some((one) => one === part || (answers === 'older' && answersFor(one, part)))
  })
}

/** Whether two runs are in trouble with the same things. */
export function isSameTrouble(one: Subject, other: Subject): boolean {
  const parts = troubledParts(other)
  return (
    troubledParts(one).length === parts.length && troubledParts(one).every((part) => parts.includes(part))
  )
}
