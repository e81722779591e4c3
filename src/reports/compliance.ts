import type {
  Compliance,
  ComplianceBackup,
  ComplianceEvent,
  ComplianceProof,
  OperationRate,
} from '../domain/compliance.ts'
import { counted, formatBytes, formatDuration, type Milliseconds } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { copiesCell, lossText } from './compliance-losses.ts'
import { detailsText } from './event-details.ts'
import { type Cell, cell, type Page, type PageSection } from './page.ts'
import { instantText } from './words.ts'

/** The compliance report as a page: what holds first, then every record of the period. */
export function compliancePage(report: Compliance): Page {
  return {
    title: `Compliance report: ${report.environment}`,
    lead: [
      // First of all, what an auditor must not have to look for.
      ...(report.lost.length === 0 ? [] : [lossText(report)]),
      `From ${instantText(report.from)} to ${instantText(report.to)}.`,
      `Made ${instantText(report.madeAt)}${report.madeBy.actor === null ? '' : ` by ${report.madeBy.actor}`} with Lifeboat ${report.madeBy.lifeboat}, from the manifests, proofs and ledger in the stores alone. Each record was held to its signature.`,
    ],
    sections: [
      ledgerSection(report),
      objectivesSection(report),
      ratesSection(report.rates),
      limitsSection(report.limits),
      listSection('Backups', report.backups, backupHeads, backupRow),
      listSection('Restore tests', report.proofs, proofHeads, proofRow),
      eventSection('Drills', report.drills),
      eventSection('Restores', report.restores),
      listSection('Deployments and validations', report.deployments, deploymentHeads, deploymentRow),
      eventSection('Overrides', report.overrides),
      eventSection('Other operations', report.others),
    ],
  }
}

function ledgerSection({ ledger, lost }: Compliance): PageSection {
  const words: Record<Verdict, string> = {
    passed: 'The ledger holds together: no event was taken out or changed.',
    degraded: 'The ledger holds together as far as it could be read, but not all is well with it.',
    failed:
      'The ledger does NOT hold together: what this report says rests on records that were damaged or changed.',
  }
  return {
    title: 'The ledger',
    text: [
      `${words[ledger.verdict]} It has ${counted(ledger.events, 'event')} in all.`,
      ...(lost.length === 0
        ? []
        : [
            `It does NOT agree with what the stores hold: ${counted(lost.length, 'backup')} of the period cannot be restored, and no run of retention removed ${lost.length === 1 ? 'it' : 'them'}.`,
          ]),
      ...ledger.findings,
    ],
    table: null,
  }
}

function objectivesSection({ targets, recoveryPoint, recoveryTime }: Compliance): PageSection {
  const { judged, met, unmeasured } = recoveryTime
  const apart = unmeasured === 0 ? '' : `; ${unmeasured} more failed, and measured nothing`
  return {
    title: 'Objectives',
    text: [],
    table: {
      heads: ['objective', 'promised', 'found', 'rests on'],
      rows: [
        [
          cell('RPO'),
          cell(durationOr(targets.rpo)),
          recoveryPointCell(recoveryPoint, targets.rpo),
          cell('when each backup began and was complete'),
        ],
        [
          cell('RTO'),
          cell(durationOr(targets.rto)),
          judged === 0
            ? cell(`never judged${apart}`)
            : cell(
                `met by ${met} of ${judged}${apart}`,
                met < judged ? 'bad' : unmeasured > 0 ? 'warning' : 'good',
              ),
          cell('restore tests in a laboratory, estimated for the real server; drills are listed below'),
        ],
        [cell('a backup every'), cell(durationOr(targets.backupEvery)), cell('see Backups'), cell('')],
        [
          cell('a restore test every'),
          cell(durationOr(targets.verifyEvery)),
          cell('see Restore tests'),
          cell(''),
        ],
        [cell('a drill every'), cell(durationOr(targets.drillEvery)), cell('see Drills'), cell('')],
      ],
    },
  }
}

function recoveryPointCell(
  { kept, worst, withLost, unknownBefore }: Compliance['recoveryPoint'],
  promised: Milliseconds | null,
): Cell {
  const whatIf =
    withLost === null
      ? ''
      : `; counting the backups that cannot be restored, until now: ${keptText(withLost.kept, withLost.worst)}`
  if (worst === null) {
    const text = withLost === null ? 'no backup is known' : 'no backup is there that could be restored'
    return cell(text + whatIf, promised === null && withLost === null ? undefined : 'bad')
  }
  const without = withLost === null ? '' : 'without the backups that cannot be restored: '
  const judged = without + keptText(kept, worst) + whatIf
  const isSure = withLost === null && unknownBefore === null
  const lasting = kept === null && withLost === null ? undefined : isSure ? 'good' : 'warning'
  const tone = kept !== null && kept < 1 ? 'bad' : lasting
  return cell(
    unknownBefore === null
      ? judged
      : `${judged}, since the first backup: before ${instantText(unknownBefore)} no backup is known`,
    tone,
  )
}

function keptText(kept: number | null, worst: Milliseconds | null): string {
  const moment = worst === null ? '' : `${formatDuration(worst)} at the worst moment`
  return kept === null ? moment : `kept ${percent(kept)} of the time; ${moment}`
}

function ratesSection(rates: readonly OperationRate[]): PageSection {
  return {
    title: 'Success rates',
    text: ['Runs that ended in the period, by the ledger. The rate is the share that did not fail.'],
    table: {
      heads: ['operation', 'runs', 'passed', 'degraded', 'failed', 'rate'],
      rows: rates
        .filter(({ runs }) => runs > 0)
        .map(({ operation, runs, passed, degraded, failed, success }) => [
          cell(operation),
          ...[runs, passed, degraded, failed].map((count) => cell(String(count))),
          cell(success === null ? '–' : percent(success), failed === 0 ? 'good' : 'bad'),
        ]),
    },
  }
}

function limitsSection(limits: readonly string[]): PageSection {
  return { title: 'What this report cannot say', text: [...limits], table: null }
}

function listSection<Row>(
  title: string,
  rows: readonly Row[],
  heads: string[],
  rowOf: (row: Row) => Cell[],
): PageSection {
  if (rows.length === 0) return { title, text: ['None in this period.'], table: null }
  return {
    title,
    text: [`${rows.length} in this period, the newest first.`],
    table: { heads, rows: rows.map(rowOf) },
  }
}

const backupHeads = [
  'backup',
  'begun',
  'run',
  'class',
  'took',
  'size',
  'copies',
  'sealed',
  'by',
  'reason',
  'note',
]

function backupRow(backup: ComplianceBackup): Cell[] {
  const { stored } = backup
  return [
    { text: backup.id, url: backup.runUrl },
    cell(instantText(backup.at)),
    verdictCell(backup.outcome),
    cell(stored?.class ?? ''),
    cell(stored === null ? '' : formatDuration(stored.duration)),
    cell(stored === null ? '' : formatBytes(stored.size)),
    copiesCell(backup),
    cell(stored === null ? '' : stored.isEncrypted ? 'yes' : 'no'),
    cell(backup.actor ?? ''),
    cell(backup.reason ?? ''),
    cell(backup.trouble ?? ''),
  ]
}

const proofHeads = [
  'made',
  'backup',
  'verdict',
  'asked up to',
  'recovery time',
  'age of data',
  'failed checks',
  'by',
  'note',
]

function proofRow(proof: ComplianceProof): Cell[] {
  return [
    { text: instantText(proof.at), url: proof.runUrl },
    cell(proof.backupId),
    verdictCell(proof.verdict),
    cell(proof.level ?? ''),
    measured(proof.rto, proof.rtoMet),
    measured(proof.rpo, proof.rpoMet),
    cell(proof.failedChecks.join('; ')),
    cell(proof.actor ?? ''),
    cell(proof.trouble ?? ''),
  ]
}

const eventHeads = ['ended', 'what', 'outcome', 'backup', 'details', 'by', 'reason', 'note']

function eventSection(title: string, events: readonly ComplianceEvent[]): PageSection {
  return listSection(title, events, eventHeads, (event) => [
    { text: instantText(event.at), url: event.runUrl },
    cell(event.type),
    eventOutcome(event),
    cell(event.backupId ?? ''),
    cell(detailsText(event)),
    cell(event.actor ?? ''),
    cell(event.reason ?? ''),
    cell(event.trouble ?? ''),
  ])
}

const deploymentHeads = [
  'ended',
  'what',
  'version',
  'from',
  'state',
  'outcome',
  'backup before',
  'by',
  'reason',
  'note',
]

function deploymentRow(event: ComplianceEvent): Cell[] {
  const { type, details } = event
  const text = (key: string) => String(details[key] ?? '')
  return [
    { text: instantText(event.at), url: event.runUrl },
    cell(type),
    cell(text('version')),
    cell(text('from')),
    cell(type === 'validation' && text('score') !== '' ? `score ${text('score')}` : text('state')),
    eventOutcome(event),
    cell(event.backupId ?? ''),
    cell(event.actor ?? ''),
    cell(event.reason ?? ''),
    cell(event.trouble ?? ''),
  ]
}

function eventOutcome({ type, isOpen, verdict, failure, details }: ComplianceEvent): Cell {
  if (!isOpen) return verdictCell(verdict, failure)
  const { step, state } = details
  return type === 'runbook' && state === 'failed' && typeof step === 'string'
    ? cell(`stopped: the step ${step} failed, and nobody has gone on with it, or abandoned it`, 'warning')
    : cell('open: it has not ended', 'warning')
}

function verdictCell(verdict: Verdict | null, failure?: string | null): Cell {
  if (verdict === null) return cell('not known', 'warning')
  const tone = { passed: 'good', degraded: 'warning', failed: 'bad' } as const
  return cell(failure === undefined || failure === null ? verdict : `${verdict} (${failure})`, tone[verdict])
}

function measured(span: Milliseconds | null, met: boolean | null): Cell {
  if (span === null) return cell('')
  return cell(formatDuration(span), met === null ? undefined : met ? 'good' : 'bad')
}

function durationOr(span: Milliseconds | null): string {
  return span === null ? 'none set' : formatDuration(span)
}

/** Never rounded up to what it is not. */
function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(share === 1 ? 0 : 2)} %`
}
