import { counted, formatDuration } from '../../../domain/units.ts'
import type { Finding } from '../finding.ts'
import { exceptFor, type View } from '../view.ts'

/** The newest restore test that read restored data: what it found, and how long ago. */
export function checkProof(view: View): Finding {
  const { history, environment, now } = view
  const base = { name: 'newest proof', weight: 'grave' } as const
  const { verifyEvery } = environment.objectives
  const { proof } = history.newest
  if (proof === null || proof.summary === null) {
    return {
      ...base,
      level: verifyEvery === undefined ? 'warning' : 'critical',
      failure: 'missing',
      detail: `no restore test that can be believed has read restored data${exceptFor(history)}`,
      hint: 'Run verify: a backup that was never restored is a hope.',
    }
  }
  const age = Math.max(0, now - proof.at)
  const text = `${proof.summary.verdict} ${formatDuration(age)} ago, of ${proof.backupId}`
  if (proof.summary.verdict === 'failed') {
    const rungs = proof.summary.checks.filter(({ status }) => status === 'failed').map(({ rung }) => rung)
    return {
      ...base,
      level: 'critical',
      detail: `${text}${rungs.length === 0 ? '' : `, at ${[...new Set(rungs)].join(', ')}`}`,
      hint: 'Read the report of that restore test: the newest backup may not come back.',
    }
  }
  const limit = verifyEvery === undefined ? Infinity : verifyEvery + view.watch.tolerance
  if (age > limit) {
    const isCritical = age > (verifyEvery ?? 0) + limit
    return {
      ...base,
      level: isCritical ? 'critical' : 'warning',
      detail: `${text}, though one is due every ${formatDuration(verifyEvery ?? 0)}${exceptFor(history)}`,
      hint: 'Look at the last runs of the verify workflow.',
    }
  }
  if (proof.summary.verdict === 'degraded') {
    return { ...base, level: 'warning', detail: text, hint: 'Its report says what was less than asked for.' }
  }
  return { ...base, level: 'ok', detail: text }
}

/** The newest drill that stands in the ledger. */
export function checkDrill(view: View): Finding {
  const { history, environment, now } = view
  const base = { name: 'newest drill', weight: 'important' } as const
  const { drillEvery } = environment.objectives
  const drill = history.events.find(({ event }) => event?.type === 'drill')
  if (drill === undefined || drill.event === null) {
    if (drillEvery === undefined) return { ...base, level: 'apart', detail: 'no drill-every is promised' }
    return {
      ...base,
      level: 'critical',
      failure: 'missing',
      detail: `the ledger has no drill of the last ${formatDuration(windowOf(view))}${exceptFor(history)}`,
      hint: 'Hold one: lifeboat drill. Only a rehearsal shows that a recovery takes as long as was promised.',
    }
  }
  const { details, outcome } = drill.event
  const age = Math.max(0, now - drill.at)
  const scenario = typeof details['scenario'] === 'string' ? details['scenario'] : 'a scenario'
  const text = `${scenario} ${outcome.verdict} ${formatDuration(age)} ago`
  const missed = (['rtoMet', 'rpoMet'] as const).filter((what) => details[what] === false)
  if (outcome.verdict === 'failed' || missed.length > 0) {
    const what = missed.map((one) => (one === 'rtoMet' ? 'RTO' : 'RPO')).join(' and ')
    return {
      ...base,
      level: 'critical',
      detail: missed.length === 0 ? text : `${text}; it missed the ${what}`,
      hint: 'The report of the drill says which step failed, or took too long.',
    }
  }
  if (drillEvery !== undefined && age > drillEvery + view.watch.tolerance) {
    return {
      ...base,
      level: age > 2 * drillEvery ? 'critical' : 'warning',
      detail: `${text}, though one is due every ${formatDuration(drillEvery)}`,
      hint: 'Hold a drill, and look at the last runs of the drill workflow.',
    }
  }
  return { ...base, level: outcome.verdict === 'degraded' ? 'warning' : 'ok', detail: text }
}

/** Records that bear no signature that holds: nobody of ours wrote them, or somebody changed them. */
export function checkBelief({ history }: View): Finding {
  const troubled = [...history.backups, ...history.proofs, ...history.events].flatMap((record) =>
    record.trouble === null ? [] : [{ name: 'key' in record ? record.key : record.id, ...record.trouble }],
  )
  const forged = troubled.filter(({ kind }) => kind === 'integrity')
  const base = { name: 'signed records', weight: 'grave' } as const
  const [first] = forged
  if (first !== undefined) {
    return {
      ...base,
      level: 'critical',
      failure: 'integrity',
      detail: `${counted(forged.length, 'record')} cannot be believed, such as ${first.name}: ${first.message}`,
      hint: 'lifeboat list and lifeboat ledger verify name them. Find out who may write to the stores.',
    }
  }
  const [unread] = troubled
  if (unread !== undefined) {
    return {
      ...base,
      level: 'unknown',
      failure: unread.kind,
      detail: `${counted(troubled.length, 'record')} could not be read, such as ${unread.name}: ${unread.message}`,
    }
  }
  const count = history.backups.length + history.proofs.length + history.events.length
  return { ...base, level: 'ok', detail: `${counted(count, 'record')} looked at` }
}

function windowOf({ history, now }: View): number {
  return now - (history.range.from ?? now)
}
