import { runsOf } from '../../domain/ended-runs.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { LedgerEvent } from '../../domain/ledger.ts'
import type { MetricFamily, MetricSample } from '../../domain/metrics.ts'
import type { Instant, Milliseconds } from '../../domain/units.ts'
import { ageOfData, ageOfSource } from '../status/data-age.ts'
import type { History } from '../status/history.ts'
import { believed, exceptFor, holdersOf, restorable } from '../status/view.ts'
import { catalogue, type MetricName } from './catalogue.ts'

/** What records say must not fill the memory of whoever collects the figures: beyond this they are no name, and no list. */
const longestLabel = 100
const mostSamples = 1_000

/** In one line, for collectors that know more ends of a line than the format does. */
function labelText(text: string): string {
  return text
    .slice(0, longestLabel)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
}

/** Gathers samples of one environment, in the order of the catalogue. */
export class Figures {
  private readonly samples = new Map<MetricName, MetricSample[]>()
  private readonly environment: string

  constructor(environment: string) {
    this.environment = environment
  }

  /** What is not known is left out: a gap is seen, and a zero would be believed. */
  add(
    name: MetricName,
    value: number | boolean | null | undefined,
    labels: Record<string, string> = {},
  ): void {
    if (value === null || value === undefined) return
    const told = Object.fromEntries(Object.entries(labels).map(([label, text]) => [label, labelText(text)]))
    const samples = this.samples.get(name) ?? []
    // A series that came twice would have Prometheus refuse all of them.
    const isNew = samples.every((one) =>
      Object.entries(told).some(([label, text]) => one.labels[label] !== text),
    )
    if (!isNew || samples.length >= mostSamples) return
    const sample = { labels: { environment: this.environment, ...told }, value: Number(value) }
    this.samples.set(name, [...samples, sample])
  }

  /** A span or a moment in milliseconds, told in seconds. */
  addTime(name: MetricName, value: Milliseconds | null | undefined, labels?: Record<string, string>): void {
    this.add(name, value === null || value === undefined ? null : value / 1_000, labels)
  }

  families(): MetricFamily[] {
    return (Object.keys(catalogue) as MetricName[]).flatMap((name) => {
      const samples = this.samples.get(name)
      return samples === undefined
        ? []
        : [{ name: `lifeboat_${name}`, help: catalogue[name], type: 'gauge' as const, samples }]
    })
  }
}

/** Everything that the records say at one moment. */
export function historyFigures(
  environment: Environment,
  history: History,
  now: Instant,
  figures: Figures,
): void {
  figures.add('backups', history.known.length)
  figures.add('backups_unfinished', history.unfinished.length)
  figures.add('ledger_events', history.eventCount)
  figures.add('leases', history.leases.length)
  const unbelieved = [...history.backups, ...history.proofs, ...history.events]
  figures.add('records_unbelieved', unbelieved.filter(({ trouble }) => trouble !== null).length)
  backupFigures(environment, history, now, figures)
  proofFigures(history, now, figures)
  const events = history.events.flatMap(({ event }) => event ?? [])
  runFigures(runsOf(events).ended, figures)
  deploymentFigures(events, figures)
  drillFigures(events, figures)
  storeFigures(history, figures)
}

export function targetFigures(environment: Environment, figures: Figures): void {
  const { rpo, rto, backupEvery, verifyEvery, drillEvery } = environment.objectives
  figures.addTime('rpo_target_seconds', rpo)
  figures.addTime('rto_target_seconds', rto)
  figures.addTime('backup_every_target_seconds', backupEvery)
  figures.addTime('verify_every_target_seconds', verifyEvery)
  figures.addTime('drill_every_target_seconds', drillEvery)
  figures.add('backup_copies_target', environment.minimumCopies)
}

function backupFigures(environment: Environment, history: History, now: Instant, figures: Figures): void {
  const [made] = believed(history)
  if (made === undefined) return
  // Of what was made last, even when it is whole nowhere: that is what this figure is there to tell.
  figures.add('backup_last_copies', holdersOf(made, history).length)
  for (const [id, { at }] of history.condemned)
    figures.addTime('backup_condemned_timestamp_seconds', at, { backup: id })
  rpoFigures(environment, history, now, figures)
  const [backup] = restorable(history)
  if (backup === undefined) return
  const { summary } = backup
  figures.addTime('backup_last_timestamp_seconds', backup.at)
  figures.addTime('backup_last_age_seconds', now - backup.at)
  figures.addTime('backup_last_duration_seconds', summary.finishedAt - summary.startedAt)
  figures.add('backup_last_size_bytes', summary.storedSize)
  figures.add('backup_last_plain_size_bytes', summary.plainSize)
  for (const { name, size, rows } of summary.sources) {
    figures.add('source_size_bytes', size, { source: name })
    figures.add('source_rows', rows, { source: name })
  }
}

function rpoFigures(environment: Environment, history: History, now: Instant, figures: Figures): void {
  const ages = environment.sources.map(({ name }) => ({ name, ...ageOfSource(name, { history, now }) }))
  for (const { name, age } of ages) figures.addTime('source_data_age_seconds', age, { source: name })
  const age = ageOfData({ environment, history, now })
  const { rpo } = environment.objectives
  figures.addTime('rpo_seconds', age)
  if (rpo === undefined) return
  // Manifests without data: by all that is known everything would be lost, and a gap would wake nobody.
  const isLost = restorable(history).length === 0 && exceptFor(history) === ''
  figures.add('rpo_met', age === null ? (isLost ? false : null) : age <= rpo)
}

function proofFigures({ newest, proofs, backups, condemned }: History, now: Instant, figures: Figures): void {
  const { proof } = newest
  const summary = proof?.summary ?? null
  if (proof === null || summary === null) return
  figures.addTime('proof_last_timestamp_seconds', proof.at)
  figures.addTime('proof_last_age_seconds', now - proof.at)
  for (const verdict of ['passed', 'degraded', 'failed']) {
    figures.add('proof_last_verdict', summary.verdict === verdict, { verdict })
  }
  for (const status of ['passed', 'degraded', 'failed', 'skipped']) {
    figures.add('proof_last_checks', summary.checks.filter((check) => check.status === status).length, {
      status,
    })
  }
  figures.addTime('rto_seconds', summary.rto.estimate)
  figures.addTime('rto_laboratory_seconds', summary.rto.laboratory)
  figures.add('rto_met', summary.rto.met)
  const passed = proofs.filter((one) => one.summary?.verdict === 'passed')
  figures.addTime('proof_last_passed_timestamp_seconds', passed[0]?.at)
  const proven = backups.find(
    ({ id }) => !condemned.has(id) && passed.some(({ backupId }) => backupId === id),
  )
  figures.addTime('proven_backup_age_seconds', proven === undefined ? null : now - proven.at)
}

/** Types of events that are one run each; a runbook writes one per step, and an override is no run. */
export const runTypes = [
  'backup',
  'verification',
  'restore',
  'retention',
  'replicate',
  'repair',
  'deploy',
  'drill',
  'validation',
] as const

/** @param events of runs that ended, newest first */
function runFigures(events: readonly LedgerEvent[], figures: Figures): void {
  for (const operation of runTypes) {
    const runs = events.filter(({ type }) => type === operation)
    for (const verdict of ['passed', 'degraded', 'failed'] as const) {
      figures.add('runs', runs.filter(({ outcome }) => outcome.verdict === verdict).length, {
        operation,
        verdict,
      })
    }
    const failed = runs.filter(({ outcome }) => outcome.verdict === 'failed')
    if (runs.length > 0)
      figures.add('run_success_ratio', (runs.length - failed.length) / runs.length, { operation })
    for (const failure of new Set(failed.map(({ outcome }) => outcome.failure ?? 'none'))) {
      const count = failed.filter(({ outcome }) => (outcome.failure ?? 'none') === failure).length
      figures.add('run_failures', count, { operation, failure })
    }
  }
  figures.add('gate_overrides', events.filter(({ type }) => type === 'gate-override').length)
  figures.addTime('restore_last_timestamp_seconds', timeOf(events.find(({ type }) => type === 'restore')))
  const validation = events.find(({ type }) => type === 'validation')
  figures.add('validation_last_score', numberIn(validation, 'score'))
  figures.addTime('validation_last_timestamp_seconds', timeOf(validation))
}

function deploymentFigures(events: readonly LedgerEvent[], figures: Figures): void {
  const deployment = events.find(({ type }) => type === 'deploy')
  const { state } = deployment?.details ?? {}
  if (typeof state === 'string')
    figures.addTime('deployment_last_timestamp_seconds', timeOf(deployment), { state })
}

function drillFigures(events: readonly LedgerEvent[], figures: Figures): void {
  const seen = new Set<string>()
  for (const event of events) {
    const { scenario } = event.details
    if (event.type !== 'drill' || typeof scenario !== 'string' || seen.has(scenario)) continue
    seen.add(scenario)
    figures.addTime('drill_last_timestamp_seconds', timeOf(event), { scenario })
    figures.add('drill_last_passed', event.outcome.verdict === 'passed', { scenario })
    figures.addTime('drill_last_detect_seconds', numberIn(event, 'detect'), { scenario })
    figures.addTime('drill_last_recover_seconds', numberIn(event, 'recover'), { scenario })
    figures.add('drill_last_lost_writes', numberIn(event, 'lostWrites'), { scenario })
  }
}

function storeFigures({ stores }: History, figures: Figures): void {
  for (const store of stores) {
    const labels = { store: store.name, type: store.type }
    figures.add('store_up', store.failure === null, labels)
    if (store.failure !== null) continue
    figures.add('store_backups', store.backups, labels)
    figures.add('store_objects', store.objects, labels)
    figures.add('store_size_bytes', store.bytes, labels)
    figures.add('store_lacking_backups', store.lacksBackups.length, labels)
    figures.add('store_lacking_records', store.lacksProofs + store.lacksEvents, labels)
    figures.addTime('store_last_write_timestamp_seconds', store.youngest, labels)
  }
}

function timeOf(event: LedgerEvent | undefined): Instant | null {
  return event === undefined ? null : Date.parse(event.at)
}

function numberIn(event: LedgerEvent | undefined, key: string): number | null {
  const value = event?.details[key]
  return typeof value === 'number' ? value : null
}
