import type { Report } from '../domain/report.ts'
import { formatDuration } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { plain } from './plain.ts'
import { counted, instantText } from './words.ts'

/** What a person wants to know of a restore before anything else. */
export function restoreHeadline({
  verdict,
  failure,
  restored,
  timeline,
  missingConsent = [],
}: Report): string {
  if (restored?.dryRun === true) {
    if (verdict === 'failed') return 'This restore would not succeed as things are. Nothing was changed.'
    if (restored.condemned)
      return 'This backup will probably not come back: its restore test failed. Nothing was changed.'
    if (missingConsent.length > 0) return unsaidHeadline('This restore', verdict, missingConsent)
    return verdict === 'passed'
      ? 'This restore could be carried out. Nothing was changed.'
      : 'This restore could be carried out, but not all is well. Nothing was changed.'
  }
  const places = restored?.places ?? []
  const exchanged = places.filter((place) => place.exchanged).map(({ source }) => source)
  const isExchanged = exchanged.length > 0
  if (isExchanged && exchanged.length < places.length) {
    const others = places.filter((place) => !place.exchanged).map(({ source }) => source)
    return `Only a part was exchanged: ${exchanged.join(', ')} is back in its place, ${others.join(', ')} is not. They do not fit together.`
  }
  if (verdict === 'failed') {
    if (isExchanged && failure !== null) {
      return 'The data is back in its place, but the application could not be brought back to work.'
    }
    const wasLed = timeline.some(({ name, status }) => name === 'reroute' && status === 'done')
    if (wasLed)
      return 'The data came back, and the application was led to it, but could not be brought to work.'
    return places.length > 0
      ? 'The data came back beside what is in use, which was not touched; the restore did not get further.'
      : 'Nothing was restored, and what is in use was not touched.'
  }
  const parts = [
    isExchanged ? 'The data is back in its place' : 'The data is back, beside what is in use',
    ...(restored?.inService === true ? ['and the application works on it'] : []),
  ]
  const older =
    restored === undefined || restored.passedOver === 0
      ? ''
      : ` It is older than was asked for: ${counted(restored.passedOver, 'newer backup')} could not be restored.`
  const hands = timeline.some(({ status }) => status === 'manual')
    ? ' A person has to do the rest: see below.'
    : ''
  return `${parts.join(', ')}.${older}${hands}`
}

/** Of a dry run that nothing stands in the way of but what a person has to say. */
export function unsaidHeadline(what: string, verdict: Verdict, missing: readonly string[]): string {
  const also = verdict === 'passed' ? '' : ' Nor is all well.'
  return `${what} would be refused as it stands: ${plain(missing.join(', '), 300)}.${also} Nothing was changed.`
}

/** Where the data lies, what is kept, and what is lost, as label and text. */
export function restoredRows({ restored }: Report): [label: string, text: string][] {
  if (restored === undefined) return []
  const { places, dataAt, dataLoss, mode, passedOver } = restored
  const rows: [string, string][] = [['Mode', restored.dryRun ? `${mode}, as a dry run` : mode]]
  for (const { source, database, schema, keptAs } of places) {
    const kept = keptAs === null ? '' : `; the former state is kept as ${keptAs}`
    const where = schema === undefined ? database : `schema ${schema} in ${database}`
    rows.push([places.length === 1 ? 'Restored to' : `${source} restored to`, `${where}${kept}`])
  }
  if (dataAt !== null && dataLoss !== null) {
    rows.push(['Data up to', instantText(dataAt)])
    rows.push([
      'Data loss',
      `${formatDuration(dataLoss)}: what was written from then to the start of this restore is not in it`,
    ])
  }
  if (passedOver > 0) rows.push(['Given up', `${counted(passedOver, 'newer backup')}, whole in no store`])
  return rows
}
