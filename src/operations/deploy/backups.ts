import { isFromTheFuture } from '../../domain/age.ts'
import { labelPattern } from '../../domain/backup-id.ts'
import { deploySettings } from '../../domain/environment/deploy-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { formatDuration } from '../../domain/units.ts'
import type { CheckStatus } from '../../domain/verdict.ts'
import { readManifest } from '../../vault/backups.ts'
import { backupFolder } from '../../vault/layout.ts'
import { listProofs } from '../../vault/proofs.ts'
import { backup } from '../backup/backup.ts'
import { confirmCopies } from '../backup/confirm.ts'
import { whyCondemned } from '../condemnation.ts'
import { inRole } from '../signing-keys.ts'
import { verify } from '../verify/verify.ts'
import type { DeployPorts, DeployRun } from './deploy-input.ts'

/**
 * A critical backup that bears the version in its label.
 * @throws Failure when there is none at its end: before a deployment, nothing is begun then
 */
export async function makeLabelled(
  environment: Environment,
  when: 'before' | 'after',
  version: string,
  ports: DeployPorts,
  run: DeployRun,
): Promise<string> {
  const label = labelFor(when, version)
  const report = await backup(
    environment,
    { class: 'critical', label },
    inRole(environment, ['backup'], ports),
  )
  take(`the backup ${when} it`, report, run)
  if (report.backupId !== null && report.verdict !== 'failed') {
    run.fact(`backup ${when}`, report.backupId)
    if (report.copies.every(({ status }) => status !== 'complete'))
      run.notice(
        'warning',
        `the backup ${when} the deployment lies only in stores that go away with this machine`,
      )
    return report.backupId
  }
  throw told(`the backup ${when} the deployment failed`, report)
}

/** Proves the backup that the new release's data is in. @throws Failure when it is not proven */
export async function prove(
  environment: Environment,
  id: string,
  ports: DeployPorts,
  run: DeployRun,
): Promise<void> {
  const { report } = await verify(
    environment,
    { backup: id, level: 'useful' },
    inRole(environment, ['verify'], ports),
  )
  take('the backup after it is proven', report, run)
  const rto = report.objectives.find(({ name }) => name === 'RTO')
  if (rto !== undefined)
    run.fact('recovery time, as proven', formatDuration(rto.measured), rto.measured, 'milliseconds')
  if (report.verdict === 'failed') throw told(`backup ${id} is not proven`, report)
}

/**
 * Makes sure that the backup which an earlier job made is one to go back to: of this environment, signed where that can be
 * told, critical, young enough, shown to be bad by no restore test, and whole in a store.
 * @param mayBeOld of a deployment that is gone on with, whose backup was made when it began
 * @throws Failure
 */
export async function checkGiven(
  environment: Environment,
  id: string,
  { mayBeOld }: { mayBeOld: boolean },
  ports: DeployPorts,
  run: DeployRun,
): Promise<void> {
  const { stores, log, signal, clock } = ports
  const { manifest, sha256, signed } = await readManifest(stores, environment.environment, id, {
    publicKey: environment.signing.backup ?? null,
    protected: environment.protected,
    log,
    signal,
  })
  const finishedAt = Date.parse(manifest.finishedAt)
  const age = clock.now() - finishedAt
  const { backupMaxAge } = deploySettings(environment)
  const listed = await listProofs(stores, environment.environment, { log, signal, backupId: manifest.id })
  const condemned = await whyCondemned(
    environment,
    { id: manifest.id, manifestSha256: sha256 },
    listed,
    ports,
  )
  const hint = mayBeOld
    ? 'The deployment that was cut off has no other. With rollback: never it is gone over, and a new backup made.'
    : 'Make a new one with the step backup.'
  const problems = [
    ...(manifest.class === 'critical' ? [] : ['it is not of class critical, and could expire']),
    ...(condemned === null ? [] : [condemned]),
    ...(mayBeOld || !isFromTheFuture(finishedAt, clock.now())
      ? []
      : [
          `it is dated in the future (${manifest.finishedAt}), so that its age cannot be told: the clock there or here is wrong`,
        ]),
    ...(mayBeOld || age <= backupMaxAge
      ? []
      : [`it is ${formatDuration(age)} old, and deploy.backup-max-age is ${formatDuration(backupMaxAge)}`]),
    ...environment.sources
      .filter(({ name }) => manifest.sources.every((source) => source.name !== name))
      .map(({ name }) => `it has no source ${name}`),
  ]
  if (problems.length > 0) {
    throw new Failure('refused', `backup ${id} cannot stand for this deployment: ${problems.join('; ')}`, {
      hint,
    })
  }
  const folder = backupFolder(environment.environment, id)
  const { confirmed, failures } = await confirmCopies(stores, folder, manifest.sources, { signal }, run)
  const [first] = failures.values()
  if (confirmed.length === 0)
    throw new Failure(
      first?.kind ?? 'missing',
      `no store has backup ${id} whole: ${first?.message ?? 'none'}`,
      { hint },
    )
  run.check({
    rung: 'deployment',
    name: 'the backup before it',
    status: 'passed',
    detail: `${id}, ${formatDuration(Math.max(0, age))} old, whole in ${confirmed.map(({ name }) => name).join(', ')}, ${signed ? 'its signature holds' : 'not signed by anybody who is configured'}`,
    subjects: [],
    failure: null,
    duration: 0,
  })
}

/** `pre-deploy-1-4-2`: what every store and every id takes. */
export function labelFor(when: 'before' | 'after', version: string): string {
  const head = when === 'before' ? 'pre-deploy' : 'post-deploy'
  const tail = version.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const label = `${head}-${tail}`.slice(0, 40).replace(/-+$/, '')
  return labelPattern.test(label) ? label : head
}

/** What an operation of its own has found, in a line of this report. */
function take(name: string, report: Report, run: DeployRun): void {
  const status: CheckStatus = report.verdict
  run.check({
    rung: 'deployment',
    name,
    status,
    detail: report.failure?.message ?? `${report.backupId ?? 'no backup'}, ${report.verdict}`,
    subjects: report.failure?.subjects ?? [],
    failure: status === 'failed' ? (report.failure?.kind ?? 'objective') : null,
    duration: report.finishedAt - report.startedAt,
  })
  for (const { level, text, subjects } of status === 'passed' ? [] : report.notices)
    if (level === 'warning') run.notice('warning', `${name}: ${text}`, subjects)
}

function told(what: string, { failure }: Report): Failure {
  const { kind, message, hint, subjects } = failure ?? {
    kind: 'objective' as const,
    message: 'it ended without a backup',
    hint: null,
    subjects: [],
  }
  return new Failure(kind, `${what}: ${message}`, { ...(hint === null ? {} : { hint }), subjects })
}
