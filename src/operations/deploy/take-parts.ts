import type { Report } from '../../domain/report.ts'
import { makeLabelled } from './backups.ts'
import { comeAfter } from './come-after.ts'
import { verdictOf } from './conclude.ts'
import type { Deploying } from './deploy-result.ts'
import { passGate } from './gate.ts'

/** Parts that change nothing, for jobs of their own. */
export async function takeParts(context: Deploying): Promise<Report> {
  const { environment, input, ports, run, result } = context
  const version = input.version ?? ''
  if (input.steps.includes('gate')) await passGate(version, context)
  if (input.steps.includes('backup')) {
    result.backupId = await run.phase('backup', () =>
      makeLabelled(environment, 'before', version, ports, run),
    )
  }
  const failure = await comeAfter(version, context)
  return run.finish(failure === null ? verdictOf(run) : 'failed', failure)
}
