import { systemClock } from '../host/clock.ts'
import { plan } from '../operations/plan/plan.ts'
import type { PlanInput } from './inputs.ts'
import { loadEnvironment } from './load-environment.ts'
import type { Outcome } from './verb.ts'

export async function runPlan(input: PlanInput): Promise<Outcome> {
  const environment = await loadEnvironment(input)
  const known = {
    backupSchedule: input['backup-schedule'],
    verifySchedule: input['verify-schedule'],
    backupDuration: input['backup-duration'],
    verifyDuration: input['verify-duration'],
    delay: input.delay,
    backupSize: input['backup-size'],
    backupObjects: input['backup-objects'],
  }
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return { report: plan(environment, given, systemClock.now()), outputs: {} }
}
