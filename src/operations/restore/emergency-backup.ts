import { emergencyLabel } from '../../domain/backup-id.ts'
import type { Environment, SourceConfig } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { backup } from '../backup/backup.ts'
import type { RunReport } from '../run-report.ts'
import type { RestoreInput, RestorePorts } from './restore-input.ts'

/**
 * Backs up the present state before anything is touched. A source that is gone has none, which is said.
 * @param gone names of the sources that inspection has found to be gone
 * @returns the id of the backup; null when there was nothing left to back up
 * @throws Failure when there is a state to keep and it could not be kept
 */
export async function makeEmergencyBackup(
  environment: Environment,
  input: RestoreInput,
  gone: ReadonlySet<string>,
  ports: RestorePorts,
  run: RunReport,
): Promise<string | null> {
  if (input.target?.includes('://') === true) {
    run.notice(
      'warning',
      'the place is on another server than the sources: of its state there is no emergency backup',
    )
    return null
  }
  const present: SourceConfig[] = []
  for (const source of environment.sources) {
    const why = gone.has(source.name) ? 'it is gone' : await whyUnreachable(source, input, ports)
    if (why === null) present.push(source)
    else {
      run.notice('warning', `source ${source.name} has no present state that could be backed up: ${why}`)
    }
  }
  if (present.length === 0) return null
  const report = await backup(
    { ...environment, sources: present },
    { class: 'critical', label: emergencyLabel },
    ports,
  )
  const isKept = report.backupId !== null && report.copies.some(({ status }) => status === 'complete')
  if (!isKept) {
    const { kind, message, hint, subjects } = report.failure ?? {
      kind: 'objective' as const,
      message: 'no store that lasts has it',
      hint: null,
      subjects: [],
    }
    throw new Failure(kind, `the emergency backup failed, and nothing was touched: ${message}`, {
      hint: hint ?? 'Restore side-by-side, which touches nothing, or make the backup possible first.',
      subjects,
    })
  }
  run.fact('emergency backup', report.backupId ?? '')
  for (const { level, text, subjects } of report.verdict === 'passed' ? [] : report.notices) {
    if (level === 'warning') run.notice('warning', `emergency backup: ${text}`, subjects)
  }
  return report.backupId
}

/** @throws Failure when it may well be there, and only cannot be asked: then its state would be lost unsaid */
async function whyUnreachable(
  source: SourceConfig,
  { mode }: RestoreInput,
  ports: RestorePorts,
): Promise<string | null> {
  if (mode !== 'side-by-side') return null
  try {
    await using opened = await ports.openSource(source)
    await opened.preflight(ports.signal)
    return null
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (failure.kind === 'missing') return failure.message
    throw new Failure(
      failure.kind,
      `the emergency backup of source ${source.name} failed: ${failure.message}`,
      {
        hint: 'If its state is lost anyway, restore without an emergency backup: side-by-side touches nothing.',
        subjects: failure.subjects,
        cause: failure,
      },
    )
  }
}
