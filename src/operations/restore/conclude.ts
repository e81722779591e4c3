import type { Environment } from '../../domain/environment/schema.ts'
import type { Failure } from '../../domain/failure.ts'
import { judgeObjective } from '../../domain/objectives.ts'
import type { Report } from '../../domain/report.ts'
import { formatBytes, formatDuration, formatRate, type Milliseconds } from '../../domain/units.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { RestorationResult } from '../../ports/restoration.ts'
import type { RunReport } from '../run-report.ts'
import type { RestoreInput } from './restore-input.ts'
import type { Selection } from './select.ts'
import type { ServiceOutcome } from './service.ts'

export interface Carried {
  /** From choosing a backup to the last step. */
  took: Milliseconds
  service: ServiceOutcome
  results: readonly RestorationResult[]
  selection: Selection
  /** Why the application could not be brought back to work, although its data is there. */
  failure: Failure | null
}

/** What the restore amounts to: objectives, figures, what a person does next, and the verdict. */
export function conclude(
  environment: Environment,
  input: RestoreInput,
  carried: Carried,
  run: RunReport,
): Report {
  const { took, results, service } = carried
  if (input.selection === null) judgeTime(environment, carried, run)
  else run.notice('notice', 'only a part was restored: that measures no RTO')
  judgeLoss(environment, input, run)
  const bytes = results.reduce((sum, result) => sum + result.bytes, 0)
  for (const { source, database, keptAs } of run.restored?.places ?? []) {
    run.fact(
      `source ${source}`,
      keptAs === null ? `in ${database}` : `in ${database}; the former state in ${keptAs}`,
    )
  }
  run.fact('data restored', formatBytes(bytes), bytes, 'bytes')
  run.fact(
    'restore rate',
    formatRate(bytes, took),
    took === 0 ? 0 : (bytes / took) * 1_000,
    'bytes-per-second',
  )
  run.fact('duration', formatDuration(took), took, 'milliseconds')
  for (const { left } of results) for (const { text, subjects } of left) run.notice('warning', text, subjects)
  advise(environment.environment, input, service, run)
  const { failure } = carried
  return run.finish(failure === null ? verdictOf(carried, run) : 'failed', failure)
}

function judgeTime({ objectives }: Environment, { took, service }: Carried, run: RunReport): void {
  const target = objectives.rto ?? null
  const basis = {
    done: 'a real restore, from choosing the backup to an application that works on it',
    untouched: 'a real restore, from choosing the backup to proven data beside what is in use',
    manual: 'a real restore, without the steps that are left to a person',
    failed: 'a real restore, up to the step that failed',
  }[service]
  const judged = judgeObjective('RTO', target, took, basis)
  // As long as a person has work to do, the service is not back: only that it is too late can be said already.
  const isOpen = service === 'manual' || service === 'failed'
  run.objectives.push(isOpen && judged.met === true ? { ...judged, met: null } : judged)
  if (judged.met === false) run.notice('warning', `the RTO of ${formatDuration(target ?? 0)} was missed`)
}

function judgeLoss({ objectives }: Environment, input: RestoreInput, run: RunReport): void {
  const { dataAt, dataLoss, passedOver } = run.restored ?? { dataAt: null, dataLoss: null, passedOver: 0 }
  if (dataAt === null || dataLoss === null) return
  run.fact('data up to', new Date(dataAt).toISOString().replace(/\.\d+Z$/, 'Z'))
  run.fact(
    'data loss',
    `${formatDuration(dataLoss)} up to the start of this restore`,
    dataLoss,
    'milliseconds',
  )
  if (passedOver > 0) run.fact('backups given up', String(passedOver), passedOver, 'count')
  // Whoever asks for an older backup wants it to be old.
  if (input.backup !== 'latest' || objectives.rpo === undefined) return
  const rpo = judgeObjective(
    'RPO',
    objectives.rpo,
    dataLoss,
    'age of the restored data at the start of this restore',
  )
  run.objectives.push(rpo)
  if (rpo.met === false) {
    run.notice(
      'warning',
      `the RPO of ${formatDuration(objectives.rpo)} was missed: the newest backup was older than that`,
    )
  }
}

function advise(environment: string, input: RestoreInput, service: ServiceOutcome, run: RunReport): void {
  const places = run.restored?.places ?? []
  const names = places.map(({ database }) => database).join(', ')
  if (service === 'untouched') {
    const schemas = places.flatMap(({ database, schema }) =>
      schema === undefined ? [] : [`schema ${schema} in ${database}`],
    )
    const looked = schemas.length > 0 ? schemas.join(', ') : names
    run.next.push(
      input.selection === null
        ? `Look at ${looked}. If that is what you want, restore this backup again in the place of what is in use: --backup ${run.backupId ?? 'ID'} --mode swap --confirm ${environment} --reason "…"; or lead the application there.`
        : `Look at ${looked}, and copy from there what you need. Drop ${schemas.length > 0 ? 'that schema' : 'it'} when you are done.`,
    )
  }
  if (service === 'failed') {
    run.next.push(`The data is back in ${names}: bring the application to work by hand from there on.`)
  }
  const kept = places.flatMap(({ keptAs }) => (keptAs === null ? [] : [keptAs]))
  if (kept.length > 0) {
    run.next.push(
      `Look whether anything of ${kept.join(', ')} is still needed: it holds what was written after the backup. Drop it when nobody needs it any more.`,
    )
  }
}

function verdictOf({ service, selection }: Carried, run: RunReport): Verdict {
  const isLess =
    service === 'manual' ||
    selection.mayBeStale ||
    (run.restored?.passedOver ?? 0) > 0 ||
    run.copies.some(({ status }) => status === 'damaged' || status === 'incomplete') ||
    run.checks.some(({ status }) => status === 'degraded') ||
    run.objectives.some(({ met }) => met === false)
  return isLess ? 'degraded' : 'passed'
}
