import type { Environment } from '../../domain/environment/schema.ts'
import { troubleOf } from '../../domain/news.ts'
import { ofDeployment } from '../../domain/subject-of.ts'
import { gatePart, type Subject, subjectWord } from '../../domain/subject.ts'
import type { Aspect, Rung } from '../../domain/verdict.ts'
import { RunReport } from '../run-report.ts'
import { change } from './change.ts'
import type { DeployInput, DeployPorts, DeployRun } from './deploy-input.ts'
import type { Deploying, DeployResult } from './deploy-result.ts'
import { planDeployment } from './dry-run.ts'
import { checkDeployGuards } from './guards.ts'
import { takeParts } from './take-parts.ts'

export type { DeployResult } from './deploy-result.ts'

/**
 * Deploys a version with a way back: gate, backup, migrate and deploy, health, validation, another backup and its proof. What
 * fails before the validation has passed is taken back, the data too where the environment file asks for it and the deployment
 * has changed it. What comes after does not undo a release that is fit for service. Expected troubles end in the report.
 */
export async function deploy(
  environment: Environment,
  input: DeployInput,
  ports: DeployPorts,
): Promise<DeployResult> {
  const run: DeployRun = new RunReport<Rung | Aspect>('deploy-env', environment.environment, ports)
  run.dryRun = input.dryRun
  const result: Deploying['result'] = {
    state: null,
    backupId: null,
    postBackup: null,
    deploymentId: null,
    version: null,
  }
  const context: Deploying = { environment, input, ports, run, result }
  const report = await run.ending(async () => {
    checkDeployGuards(environment, input, ports)
    if (input.dryRun) return await planDeployment(context)
    return await (input.steps.includes('deploy') ? change(context) : takeParts(context))
  })
  report.backupId = result.postBackup ?? result.backupId
  report.subject = subjectOf(input, result, troubleOf(report) === null)
  return { ...result, report }
}

/** What it was about. A part of a deployment answers for that part; and a gate that is closed is the gate's trouble. */
function subjectOf(
  { steps, ...input }: DeployInput,
  { state, ...result }: Deploying['result'],
  isWell: boolean,
): Subject {
  const version = result.version ?? input.version
  if (state === 'refused') return { tried: [gatePart], troubled: [gatePart], answers: 'tried' }
  if (steps.includes('deploy')) return ofDeployment(version, isWell)
  const parts = steps.filter((step) => step !== 'gate').map((step) => subjectWord(`${version ?? ''} ${step}`))
  const gate = steps.includes('gate') ? [gatePart] : []
  return {
    tried: [...gate, ...parts],
    troubled: isWell ? [] : parts.length > 0 ? parts : gate,
    answers: 'tried',
  }
}
