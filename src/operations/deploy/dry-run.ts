import { decidingCategories, deploySettings } from '../../domain/environment/deploy-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, type Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { tellMissingConsent } from '../missing-consent.ts'
import { labelFor } from './backups.ts'
import type { DeployInput, DeployPorts, DeployRun } from './deploy-input.ts'
import { heedGaps } from './gaps.ts'
import { askGate } from './gate.ts'
import { missingDeployConsent } from './guards.ts'
import { lookAhead } from './look-ahead.ts'
import { type Look, lookRound, named, takeableBack } from './look-round.ts'
import { restoresOnDemand } from './may-restore.ts'
import { verdictOf } from './conclude.ts'

interface Plan {
  environment: Environment
  input: DeployInput
  ports: DeployPorts
  run: DeployRun
}

/** Says what a deployment would do, and what the gate finds. Changes nothing, neither in stores nor on the target. */
export async function planDeployment(plan: Plan): Promise<Report> {
  const { environment, input, ports, run } = plan
  // The job of another part has neither the machine nor the rights to ask the platform.
  const look = input.steps.includes('deploy') ? await run.phase('look round', () => lookRound(plan)) : null
  if (look !== null) await tellLook(look, ports, run)
  let refusal = look === null ? null : refusalForGaps(look, plan)
  if (look !== null && input.rollback === 'now') {
    try {
      run.fact('takes back', named(takeableBack(look).event))
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'missing' && failure.kind !== 'refused') throw error
      refusal ??= failure
    }
  } else if (input.steps.some((step) => step === 'gate' || step === 'deploy')) {
    try {
      await askGate(input, ports, run)
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'refused') throw error
      refusal ??= failure
    }
  }
  if (look !== null && input.rollback !== 'now') {
    try {
      await lookAhead(look.running, plan)
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'config') throw error
      refusal ??= failure
    }
  }
  tellSteps(plan, look)
  const again = tellMissingConsent(
    missingDeployConsent(environment, input, ports),
    { environment: environment.environment, confirm: input.confirm, reason: ports.run.reason },
    input.rollback === 'now' ? 'take it back' : 'deploy',
    run,
  )
  run.next.push(`This was a dry run: nothing was changed.${refusal === null ? ` ${again}` : ''}`)
  return run.finish(refusal === null ? verdictOf(run) : 'failed', refusal)
}

function refusalForGaps(look: Look, plan: Plan): Failure | null {
  try {
    heedGaps(look, plan)
    return null
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'bug') throw error
    return failure
  }
}

async function tellLook({ history, running }: Look, ports: DeployPorts, run: DeployRun): Promise<void> {
  const unknown = async () =>
    (await nothingRuns(ports)) ? 'nothing: no service is running' : 'the platform does not say'
  run.fact('runs now', running?.version ?? (await unknown()))
  run.fact('last in the ledger', history.stands?.version ?? 'nothing that stands')
  const { unfinished } = history
  if (unfinished !== null)
    run.notice(
      'warning',
      `the deployment of ${unfinished.version} of ${unfinished.at.slice(0, 19)}Z is not at its end (${unfinished.state}): it would be settled first`,
    )
}

/** Whether the platform says of each service that it is stopped. For people: what is gone back to does not follow it. */
async function nothingRuns({ target, signal }: DeployPorts): Promise<boolean> {
  try {
    const services = await target.services(signal)
    return services !== null && services.every(({ status }) => status === 'stopped')
  } catch (error) {
    if (asFailure(error).kind === 'bug' || signal.aborted) throw error
    return false
  }
}

/** The timeline of what was not done. */
function tellSteps({ environment, input, ports, run }: Plan, look: Look | null): void {
  const { target, application } = ports
  const settings = deploySettings(environment)
  const { version } = input
  const has = (step: DeployInput['steps'][number]) => input.steps.includes(step)
  const step = (name: string, detail: string) =>
    run.addPhase({ name, startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail })
  const health =
    application.health === null
      ? 'left out: target.health is not configured'
      : `ask ${application.health.what}`
  const validation =
    settings.validate === 'none'
      ? 'left out: deploy.validate is none'
      : `${settings.validate}: ${decidingCategories(environment).join(', ')}`
  const back = look?.running?.version ?? look?.history.stands?.version ?? null
  if (input.rollback === 'now') {
    const newest = look?.history.newest ?? null
    const to = newest?.from?.version
    step('roll back', to === undefined ? 'there is nothing to go back to' : target.describe('roll-back', to))
    step(
      'restore the data',
      newest !== null && restoresOnDemand(newest, { environment, input, ports })
        ? `backup ${newest.preBackup ?? 'none'}, by swap, unless it was brought back already since the deployment began`
        : 'left out: restore-data is not given',
    )
    step('health', health)
    step('validate', validation)
    return
  }
  if (has('backup') && version !== null)
    step('backup', `class critical, label ${labelFor('before', version)}`)
  if (has('deploy') && version !== null) {
    if (!has('backup'))
      step(
        'backup',
        `${input.backup ?? 'that of the job before'} is looked at: critical, whole, at most as old as deploy.backup-max-age`,
      )
    step('migrate', target.describe('migrate', version))
    step('deploy', target.describe('deploy', version))
    step('health', health)
    step('validate', validation)
    step(
      'if it fails',
      back === null
        ? 'nothing is known to run now, so there would be nothing to go back to'
        : `${target.describe('roll-back', back)}; data: restore-data is ${settings.restoreData}${settings.restoreData === 'ask' ? (input.restoreData ? ', and was asked for' : ', and was not asked for') : ''}`,
    )
  }
  if (has('backup-after') && version !== null)
    step('backup after', `class critical, label ${labelFor('after', version)}`)
  if (has('verify'))
    step(
      'prove',
      settings.prove ? 'restored into a throwaway server, and compared' : 'left out: deploy.prove is false',
    )
}
