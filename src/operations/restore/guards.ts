import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { ReadManifest } from '../../vault/backups.ts'
import { checkSigningKey } from '../signing-keys.ts'
import type { RunReport } from '../run-report.ts'
import { changesService, type RestoreInput, type RestorePorts } from './restore-input.ts'

/**
 * What must be right before anything is opened. It stands here, in the operation, so that no way to call it goes round it.
 * @throws Failure `config` when the inputs contradict each other, `refused` when a confirmation or reason is missing
 */
export function checkGuards(environment: Environment, input: RestoreInput, ports: RestorePorts): void {
  checkInputs(environment, input)
  const missing = missingConsent(environment, input, ports)
  if (missing.length > 0 && !input.dryRun) {
    const what = input.mode === 'side-by-side' ? 'reroute' : `mode ${input.mode}`
    throw new Failure('refused', `${what} changes what the application works on: ${missing.join('; ')}`, {
      hint: `Give the name and why: on a terminal --confirm ${environment.environment} --reason "…", in a job the inputs confirm and reason. To look first, restore side-by-side, or make a dry run.`,
    })
  }
  // The signature itself is held to its key when the manifest is read.
  if (environment.protected && environment.signing.backup === undefined) {
    throw new Failure(
      'refused',
      'the environment is protected, and signing.backup is not configured, so that no signature can hold',
      {
        hint: 'Restoring runs code that stands in the backup. Put the public key of those who make backups under signing.backup.',
      },
    )
  }
  if (takesEmergencyBackup(input) && !input.dryRun) checkSigningKey(environment, 'backup', ports.keys.signing)
}

/** What a person still has to say before the application may be put on other data; for people. */
export function missingConsent(
  environment: Environment,
  input: RestoreInput,
  { run }: Pick<RestorePorts, 'run'>,
): string[] {
  if (!changesService(input)) return []
  const confirmed = input.confirm === environment.environment
  return [
    ...(confirmed
      ? []
      : [
          input.confirm === null
            ? 'confirm is not given'
            : `confirm is ${JSON.stringify(input.confirm.slice(0, 60))}, not the name of the environment`,
        ]),
    ...((run.reason ?? '').trim() === '' ? ['no reason is given'] : []),
  ]
}

/**
 * Restoring runs code that stands in the backup, with the rights of whoever restores.
 * @throws Failure `refused` when a protected environment would take a backup whose origin is not certain
 */
export function demandOrigin(environment: Environment, read: ReadManifest, run: RunReport): void {
  if (read.signed) return
  if (!environment.protected) {
    run.notice(
      'warning',
      'the origin of the backup is not proven, since signing.backup is not configured; restoring runs code that stands in it',
    )
    return
  }
  throw new Failure(
    'refused',
    'the environment is protected, and the signature of this backup was not checked',
    {
      hint: 'Configure signing.backup with the public key of those who make backups.',
    },
  )
}

export function takesEmergencyBackup({ mode, emergencyBackup }: RestoreInput): boolean {
  return emergencyBackup || mode === 'in-place'
}

function checkInputs(environment: Environment, input: RestoreInput): void {
  const { mode, selection, target, source, reroute, answered } = input
  const problems: string[] = []
  if (selection !== null && mode !== 'side-by-side') {
    problems.push(`tables and rows come back side-by-side only: ${mode} would take everything else away`)
  }
  if (selection !== null && reroute) {
    problems.push('an application cannot be led to a database that holds only a part')
  }
  if (
    selection !== null &&
    selection.rows.length > 0 &&
    selection.tables.length + selection.schemas.length > 0
  ) {
    problems.push('rows and tables cannot be given together')
  }
  if (target !== null && source === null && environment.sources.length > 1) {
    problems.push('one target cannot take several sources: say which one is meant with source')
  }
  if (reroute && mode !== 'side-by-side') {
    problems.push(
      `reroute belongs to side-by-side; ${mode} puts the data where the application already looks`,
    )
  }
  if (answered.length > 0 && mode === 'side-by-side') {
    problems.push('answered belongs to swap and in-place; side-by-side gives nothing up')
  }
  if (problems.length > 0) throw new Failure('config', problems.join('; '))
}
