import {
  type CopiesRule,
  copiesRuleText,
  copyPlaces,
  judgeCopiesRule,
  missingByCopiesRule,
} from '../../../domain/copies-rule.ts'
import { guide } from '../../../domain/guide.ts'
import { counted } from '../../../domain/units.ts'
import type { Finding } from '../finding.ts'
import { believed, condemnedText, exceptFor, holdersOf, lastingStores, type View } from '../view.ts'

/** Whether each store answers. */
export function checkStores({ history, environment }: View): Finding {
  const { answered, silent } = lastingStores(history)
  const base = { name: 'stores', weight: 'important' } as const
  if (silent.length === 0)
    return { ...base, level: 'ok', detail: `${counted(history.stores.length, 'store')} answered` }
  const named = silent.map(({ name, failure }) => `${name} (${failure?.message ?? ''})`)
  return {
    ...base,
    // With fewer than a backup needs, the next one fails.
    level: answered.length < environment.minimumCopies ? 'critical' : 'warning',
    failure: silent[0]?.failure?.kind ?? 'unavailable',
    detail: `no answer from ${named.join(', ')}`,
    hint: 'lifeboat store check says what the store answers to these credentials.',
  }
}

/** Copies of the newest backup, by the listings of the stores. */
export function checkCopies(view: View): { findings: Finding[]; rule: CopiesRule | null } {
  const { history, environment } = view
  const backups = believed(history)
  const [newest] = backups
  if (newest === undefined) return { findings: [], rule: null }
  const { answered, silent } = lastingStores(history)
  const holders = holdersOf(newest, history)
  const minimum = environment.minimumCopies
  const isEnough = holders.length >= minimum
  const isCondemned = history.condemned.has(newest.id)
  const could =
    !isCondemned && holders.length + silent.filter(({ ephemeral }) => !ephemeral).length >= minimum
  const minimumFinding: Finding = {
    name: 'minimum copies',
    weight: 'important',
    level: isEnough ? 'ok' : could ? 'unknown' : 'critical',
    detail: `${isCondemned ? condemnedText(history, (id) => id === newest.id) : `${newest.id} is whole in ${holders.length === 0 ? 'no store' : holders.join(', ')}`}; ${minimum} wanted${isEnough || isCondemned ? '' : exceptFor(history)}`,
    hint: isCondemned
      ? 'lifeboat repair heals copies from one that is sound; where none is, make a backup, and prove it by verify.'
      : 'lifeboat replicate copies to each store what it lacks.',
  }
  const rule = judgeCopiesRule(copyPlaces(environment.stores).filter(({ store }) => holders.includes(store)))
  const missing = missingByCopiesRule(rule)
  const ruleFinding: Finding = {
    name: '3-2-1',
    weight: 'useful',
    level: missing === null ? 'ok' : silent.length > 0 ? 'unknown' : 'warning',
    detail: `${copiesRuleText(rule)}${missing === null ? '' : `: ${missing}`}`,
    hint: `Add a store of another service, elsewhere than the database: ${guide('copies')}.`,
  }
  const lacking = backups.filter(
    (backup) => !history.condemned.has(backup.id) && holdersOf(backup, history).length < answered.length,
  )
  const alike: Finding = {
    name: 'stores alike',
    weight: 'useful',
    level: lacking.length === 0 ? 'ok' : 'warning',
    detail:
      lacking.length === 0
        ? `what was read is whole in all of ${counted(answered.length, 'store')}`
        : `${counted(lacking.length, 'backup is', 'backups are')} missing or incomplete in some store, such as ${lacking[0]?.id ?? ''}`,
    hint: 'lifeboat replicate copies to each store what it lacks.',
  }
  return { findings: [minimumFinding, ruleFinding, alike], rule }
}

/** To how many keys the newest backup is sealed. */
export function checkRecipients(view: View): Finding {
  const base = { name: 'recipients', weight: 'useful' } as const
  const [newest] = believed(view.history)
  if (newest === undefined) return { ...base, level: 'apart', detail: 'there is no backup to look at' }
  const { encryption, recipients } = newest.summary
  if (encryption === 'none') {
    return {
      ...base,
      level: 'warning',
      detail: 'the newest backup is not encrypted',
      hint: 'Seal to two recipients.',
    }
  }
  if (encryption !== 'recipients') return { ...base, level: 'ok', detail: 'sealed with a passphrase' }
  return {
    ...base,
    level: recipients >= 2 ? 'ok' : 'warning',
    detail: `the newest backup is sealed to ${counted(recipients, 'recipient')}`,
    hint: 'With one recipient a lost key is the loss of all backups: add a second one, and keep its identity offline.',
  }
}
