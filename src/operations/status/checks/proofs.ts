import { answersFor } from '../../../domain/backup-id.ts'
import type { LedgerEvent } from '../../../domain/ledger.ts'
import { lackingSources } from '../../../domain/manifest.ts'
import { acquits } from '../../../domain/proof.ts'
import { counted, formatDuration, type Milliseconds } from '../../../domain/units.ts'
import { asksForData, type Verdict } from '../../../domain/verdict.ts'
import type { Finding } from '../finding.ts'
import type { History, ProofRecord } from '../history.ts'
import { exceptFor, type View } from '../view.ts'

/** The newest restore test that read restored data: what it found, and how long ago. */
export function checkProof(view: View): Finding {
  const { history, environment, now } = view
  const base = { name: 'newest proof', weight: 'grave' } as const
  const { verifyEvery } = environment.objectives
  const proof = openFailure(history) ?? history.newest.proof
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
      detail: `${text}${rungs.length === 0 ? '' : `, at ${[...new Set(rungs)].join(', ')}`}${sinceThen(proof, history)}`,
      hint: 'Read the report of that restore test: the newest backup may not come back.',
    }
  }
  const unproven = proof.sources === null ? [] : lackingSources(environment, { sources: proof.sources })
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
  if (unproven.length > 0) {
    return {
      ...base,
      level: 'warning',
      detail: `${text}, which does not hold ${unproven.join(', ')}: no restore test since has read ${unproven.length === 1 ? 'that source' : 'these sources'}`,
      hint: 'Run verify of a backup that was made since the source stood in the environment file.',
    }
  }
  if (proof.summary.verdict === 'degraded') {
    return { ...base, level: 'warning', detail: text, hint: 'Its report says what was less than asked for.' }
  }
  return { ...base, level: 'ok', detail: text }
}

/** The newest restore test that failed, and that nothing has answered since. */
function openFailure({ proofs, condemned }: History): ProofRecord | null {
  const passed: ProofRecord[] = []
  for (const proof of proofs) {
    const { backupId, key, summary } = proof
    if (summary === null) continue
    if (summary.verdict !== 'failed') {
      if (acquits(summary)) passed.push(proof)
      continue
    }
    const counts = asksForData(summary.level) || condemned.get(backupId)?.proof === key
    if (counts && !passed.some((one) => answersFor(one.backupId, backupId))) return proof
  }
  return null
}

function sinceThen(proof: ProofRecord, { newest }: History): string {
  const { key, backupId, summary } = newest.proof ?? proof
  if (key === proof.key || summary === null) return ''
  return `; one since ${summary.verdict}, of an older backup, ${backupId}, and does not answer for it`
}

/** The newest drill that stands in the ledger, and the newest of each scenario: the worst decides. */
export function checkDrill(view: View): Finding {
  const { history, environment, now } = view
  const base = { name: 'newest drill', weight: 'important' } as const
  const { drillEvery } = environment.objectives
  const newest = new Map<string, Drill>()
  for (const { event, at } of history.events) {
    if (event?.type !== 'drill') continue
    const scenario = typeof event.details['scenario'] === 'string' ? event.details['scenario'] : 'a scenario'
    if (!newest.has(scenario)) newest.set(scenario, drillOf(scenario, event, Math.max(0, now - at)))
  }
  const [last] = newest.values()
  if (last === undefined) {
    if (drillEvery === undefined) return { ...base, level: 'apart', detail: 'no drill-every is promised' }
    return {
      ...base,
      level: 'critical',
      failure: 'missing',
      detail: `the ledger has no drill of the last ${formatDuration(windowOf(view))}${exceptFor(history)}`,
      hint: `Hold one: \`lifeboat drill --environment ${environment.environment}\`. Only a rehearsal shows that a recovery takes as long as was promised.`,
    }
  }
  const bad = [...newest.values()].filter(({ isBad }) => isBad)
  if (bad.length > 0) {
    return {
      ...base,
      level: 'critical',
      detail: bad.map(({ text }) => text).join('; '),
      hint: 'The report of the drill says which step failed, or took too long.',
    }
  }
  if (drillEvery !== undefined && last.age > drillEvery + view.watch.tolerance) {
    return {
      ...base,
      level: last.age > 2 * drillEvery ? 'critical' : 'warning',
      detail: `${last.text}, though one is due every ${formatDuration(drillEvery)}`,
      hint: 'Hold a drill, and look at the last runs of the drill workflow.',
    }
  }
  const less = [...newest.values()].filter(({ verdict }) => verdict === 'degraded')
  if (less.length > 0) return { ...base, level: 'warning', detail: less.map(({ text }) => text).join('; ') }
  return { ...base, level: 'ok', detail: last.text }
}

interface Drill {
  verdict: Verdict
  age: Milliseconds
  text: string
  /** It failed, or kept less than was promised. */
  isBad: boolean
}

function drillOf(scenario: string, { details, outcome }: LedgerEvent, age: Milliseconds): Drill {
  const missed = (['rtoMet', 'rpoMet'] as const).filter((what) => details[what] === false)
  const what = missed.map((one) => (one === 'rtoMet' ? 'RTO' : 'RPO')).join(' and ')
  const { verdict } = outcome
  return {
    verdict,
    age,
    text: `${scenario} ${verdict} ${formatDuration(age)} ago${missed.length === 0 ? '' : `, as it missed the ${what}`}`,
    isBad: verdict === 'failed' || missed.length > 0,
  }
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
      hint: '`lifeboat list` and `lifeboat ledger verify` name them. Find out who may write to the stores.',
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
