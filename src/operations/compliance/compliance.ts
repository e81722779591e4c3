import { type BackupId, isEmergencyBackup, parseBackupId } from '../../domain/backup-id.ts'
import type {
  Compliance,
  ComplianceBackup,
  ComplianceEvent,
  ComplianceProof,
  OperationRate,
} from '../../domain/compliance.ts'
import { runsOf } from '../../domain/ended-runs.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import type { FailureKind } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import type { Instant } from '../../domain/units.ts'
import { toleratedClockSkew } from '../../domain/retention.ts'
import { silentLog } from '../../ports/log.ts'
import type { Ports } from '../../ports/ports.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { runTypes } from '../metrics/figures.ts'
import {
  type BackupRecord,
  type EventRecord,
  type History,
  type ProofRecord,
  readHistory,
} from '../status/history.ts'
import { condemnedAt, type Fates, fatesOf } from './fates.ts'
import { recoveryPoint, type SavingBackup } from './recovery-point.ts'

/**
 * Everything that was done in a period, from manifests, proofs and ledger alone: what the records do not show is not
 * claimed, and what they may lack is said. Changes nothing.
 * @throws Failure when no store could be asked
 */
export async function compliance(
  environment: Environment,
  period: { from: Instant; to: Instant },
  ports: Ports,
): Promise<Compliance> {
  const madeAt = ports.clock.now()
  const { from } = period
  const to = Math.min(period.to, madeAt)
  // Of the backups all are read: the last one before the period still counted when that began.
  const judgedTo = madeAt + toleratedClockSkew
  const records = await readHistory(environment, { from, to, backupsFrom: null, judgedTo }, ports)
  const history = { ...records, backups: records.backups.filter(({ at }) => at >= from) }
  const fates = await fatesOf(history, () =>
    readHistory(
      environment,
      { from: to, to: madeAt + toleratedClockSkew, backupsFrom: madeAt + toleratedClockSkew },
      ports,
    ),
  )
  const ledger = await verifyLedger(environment, { ...ports, log: silentLog })
  const { rpo, rto, backupEvery, verifyEvery, drillEvery } = environment.objectives
  const events = eventsOf(history)
  const ofType = (...types: string[]) => events.filter(({ type }) => types.includes(type))
  const proofs = history.proofs.map(proofOf)
  return {
    format: 1,
    environment: environment.environment,
    from,
    to,
    madeAt,
    madeBy: { actor: ports.run.actor, lifeboat: ports.run.version },
    targets: {
      rpo: rpo ?? null,
      rto: rto ?? null,
      backupEvery: backupEvery ?? null,
      verifyEvery: verifyEvery ?? null,
      drillEvery: drillEvery ?? null,
    },
    ledger: ledgerOf(ledger),
    limits: limitsOf(environment, history),
    silent: [...history.unreachable.keys()],
    lost: fates.lost,
    rates: runTypes.map((operation) => rateOf(operation, events)),
    recoveryPoint: recoveryPoint(savingBackups(records, fates), { from, to }, rpo ?? null),
    recoveryTime: recoveryTime(history.proofs, rto !== undefined),
    backups: backupsOf(history, fates),
    proofs,
    drills: ofType('drill'),
    restores: ofType('restore'),
    deployments: ofType('deploy', 'validation'),
    overrides: ofType('gate-override', 'lease-broken'),
    // That people were told of a run is no run.
    others: events.filter(({ type }) => type !== 'told' && !listed.includes(type)),
  }
}

/** Types of events that have a list of their own; backups and proofs stand there by their records. */
const listed: readonly string[] = [
  'backup',
  'verification',
  'drill',
  'restore',
  'deploy',
  'validation',
  'gate-override',
  'lease-broken',
]

function ledgerOf({ verdict, failure, facts, notices }: Report): Compliance['ledger'] {
  return {
    verdict,
    failure: failure?.kind ?? null,
    events: facts.find(({ label }) => label === 'events')?.value ?? 0,
    findings: [...(failure === null ? [] : [failure.message]), ...notices.map(({ text }) => text)],
  }
}

function limitsOf({ signing }: Environment, history: History): string[] {
  const silent = [...history.unreachable].map(
    ([store, failure]) =>
      `Store ${store} could not be asked (${failure.kind}): it may have records that no other has.`,
  )
  const unbelieved = [...history.backups, ...history.proofs, ...history.events].filter(
    ({ trouble }) => trouble !== null,
  ).length
  return [
    ...silent,
    ...(history.eventCount === 0 && history.known.length > 0
      ? [
          'There are backups and no ledger, though every run writes an event: what happened to others cannot be told.',
        ]
      : []),
    ...(unbelieved === 0
      ? []
      : [
          `${unbelieved} of the period's records could not be read or believed: they are listed, and count for nothing.`,
        ]),
    ...(Object.values(signing).some((key) => key !== undefined)
      ? []
      : ['No key is given under signing: who wrote the records cannot be told.']),
    ...(history.ahead.backups.length + history.ahead.events.length === 0
      ? []
      : ['There are newer records than the end of the period; they are not in this report.']),
    'A run that could reach no store, or had no signing key, left no event: it is not counted. The log of the workflow has it.',
  ]
}

function rateOf(operation: string, events: readonly ComplianceEvent[]): OperationRate {
  const runs = events.filter(({ type, verdict }) => type === operation && verdict !== null)
  const count = (verdict: string) => runs.filter((run) => run.verdict === verdict).length
  const failed = count('failed')
  return {
    operation,
    runs: runs.length,
    passed: count('passed'),
    degraded: count('degraded'),
    failed,
    success: runs.length === 0 ? null : (runs.length - failed) / runs.length,
  }
}

/** Existing backups by their manifests, others by what the ledger says of them. */
function backupsOf(history: History, fates: Fates): ComplianceBackup[] {
  const rows = new Map<string, ComplianceBackup>()
  for (const { event } of history.events) {
    if (event?.type !== 'backup') continue
    const id = event.backupId ?? event.id
    rows.set(id, {
      id,
      at: parseBackupId(id)?.at ?? Date.parse(event.at),
      fate: event.outcome.verdict === 'failed' ? null : fates.of(id),
      stored: null,
      outcome: event.outcome.verdict,
      actor: event.actor,
      reason: event.reason,
      runUrl: event.runUrl,
      trouble: event.outcome.failure,
    })
  }
  for (const record of history.backups) {
    const known = rows.get(record.id)
    rows.set(record.id, {
      id: record.id,
      at: record.at,
      fate: fates.of(record.id),
      ...condemnedAt(history, record.id),
      stored: storedOf(record),
      outcome: known?.outcome ?? null,
      actor: record.summary?.actor ?? known?.actor ?? null,
      reason: record.summary?.reason ?? known?.reason ?? null,
      runUrl: record.summary?.runUrl ?? known?.runUrl ?? null,
      trouble: record.trouble?.message ?? known?.trouble ?? null,
    })
  }
  // Known by a proof alone.
  for (const { id, at, fate } of fates.lost) {
    if (rows.has(id)) continue
    const unknown = { actor: null, reason: null, runUrl: null, trouble: null }
    rows.set(id, { id, at, fate, stored: null, outcome: null, ...unknown })
  }
  return [...rows.values()].sort((a, b) => b.at - a.at)
}

function storedOf({ summary, copies }: BackupRecord): ComplianceBackup['stored'] {
  if (summary === null) return null
  return {
    class: summary.class,
    duration: summary.finishedAt - summary.startedAt,
    size: summary.storedSize,
    copies: copies.filter(({ state }) => state === 'whole').map(({ store }) => store),
    isEncrypted: summary.encryption !== 'none',
  }
}

/**
 * Those that could be restored at some time: what some store holds whole, and by the ledger's word what retention has
 * removed since. The lost ones are marked; what a restore put aside is none of them.
 */
function savingBackups({ backups, events, range }: History, fates: Fates): SavingBackup[] {
  const saving = new Map<BackupId, SavingBackup>()
  for (const { event } of events) {
    const id = event?.backupId ?? ''
    const begunAt = parseBackupId(id)?.at
    if (event?.type !== 'backup' || event.outcome.verdict === 'failed' || begunAt === undefined) continue
    if (isEmergencyBackup(id)) continue
    saving.set(id, {
      begunAt,
      doneAt: Date.parse(event.at),
      isLost: fates.isLost(id) || fates.of(id) === null,
    })
  }
  const from = range.from ?? 0
  const asSaving = ({ id, at, summary }: BackupRecord, isLost: boolean) =>
    saving.set(id, { begunAt: at, doneAt: summary?.finishedAt ?? at, isLost })
  for (const record of backups) {
    if (isEmergencyBackup(record.id)) continue
    if (record.at >= from && record.summary !== null) asSaving(record, fates.isLost(record.id))
  }
  // Those that still counted when the period began: the newest, and the newest that is to be relied on.
  const before = backups.filter(({ id, at }) => at < from && !isEmergencyBackup(id))
  const sure = before.find((record) => fates.isHeld(record))
  if (sure !== undefined) asSaving(sure, false)
  else if (before[0] !== undefined) asSaving(before[0], true)
  return [...saving.values()]
}

/** Kinds of failures that are no fault of the backup, and say nothing of how long its recovery takes. */
const elsewhere: ReadonlySet<FailureKind | null> = new Set([
  'config',
  'refused',
  'unavailable',
  'capacity',
  'cancelled',
])

function recoveryTime(proofs: readonly ProofRecord[], isPromised: boolean): Compliance['recoveryTime'] {
  const found = { judged: 0, met: 0, unmeasured: 0 }
  for (const { summary } of proofs) {
    if (summary === null || (summary.rto.met === null && (summary.verdict !== 'failed' || !isPromised)))
      continue
    const failed = summary.checks.filter(({ status }) => status === 'failed')
    if (
      summary.verdict === 'failed' &&
      failed.length > 0 &&
      failed.every(({ failure }) => elsewhere.has(failure))
    ) {
      found.unmeasured += 1
      continue
    }
    found.judged += 1
    if (summary.verdict !== 'failed' && summary.rto.met === true) found.met += 1
  }
  return found
}

function proofOf({ at, backupId, summary, trouble }: ProofRecord): ComplianceProof {
  return {
    at,
    backupId,
    verdict: summary?.verdict ?? null,
    level: summary?.level ?? null,
    rto: summary?.rto.estimate ?? summary?.rto.laboratory ?? null,
    rtoMet: summary?.rto.met ?? null,
    rpo: summary?.rpo.measured ?? null,
    rpoMet: summary?.rpo.met ?? null,
    failedChecks: (summary?.checks ?? [])
      .filter(({ status }) => status === 'failed')
      .map(({ rung, name }) => `${rung}: ${name}`),
    actor: summary?.actor ?? null,
    runUrl: summary?.runUrl ?? null,
    trouble: trouble?.message ?? null,
  }
}

/** One of each run; those that cannot be believed are listed all. */
function eventsOf({ events }: History): ComplianceEvent[] {
  const { ended, open } = runsOf(events.flatMap(({ event }) => event ?? []))
  return events.flatMap((record) => {
    if (record.event === null || ended.includes(record.event)) return eventOf(record)
    return open.includes(record.event)
      ? { ...eventOf(record), isOpen: true, verdict: null, failure: null }
      : []
  })
}

function eventOf({ id, at, event, trouble }: EventRecord): ComplianceEvent {
  return {
    id,
    at,
    type: event?.type ?? 'unknown',
    isOpen: false,
    verdict: event?.outcome.verdict ?? null,
    failure: event?.outcome.failure ?? null,
    backupId: event?.backupId ?? null,
    actor: event?.actor ?? null,
    reason: event?.reason ?? null,
    runUrl: event?.runUrl ?? null,
    details: event?.details ?? {},
    trouble: trouble?.message ?? null,
  }
}
