import type { Environment } from '../../domain/environment/schema.ts'
import type { Report } from '../../domain/report.ts'
import { RunReport } from '../run-report.ts'
import { type GateInput, type GatePorts, judgeGate } from './judge-gate.ts'

export interface GateResult {
  report: Report
  isOpen: boolean
  overridden: boolean
}

/** Judges the gate of an environment for a version, and reports every condition with its evidence. Deploys nothing. */
export async function gate(
  environment: Environment,
  input: GateInput,
  ports: GatePorts,
): Promise<GateResult> {
  const run = new RunReport<'gate'>('gate', environment.environment, ports)
  try {
    run.fact('version', input.version)
    if (input.commit !== null) run.fact('commit', input.commit)
    const { checks, refusal, overridden } = await run.phase('judge the conditions', () =>
      judgeGate(environment, input, ports),
    )
    for (const check of checks) run.check(check)
    if (refusal !== null) return { report: run.finish('failed', refusal), isOpen: false, overridden: false }
    if (overridden) {
      const unmet = checks.filter(({ status }) => status === 'failed').map(({ name }) => name)
      run.notice('warning', `The gate was overridden. Not met: that ${unmet.join('; that ')}.`)
      run.overridden = { reason: input.override ?? '', conditions: unmet }
      run.fact('overridden because', input.override ?? '')
    }
    const asked = checks.filter(({ status }) => status !== 'skipped')
    // Somebody's choice, and what holds unless somebody chooses; of a protected environment it is worth a warning.
    const isBare = asked.length === 0 && environment.protected
    if (asked.length === 0)
      run.notice(isBare ? 'warning' : 'notice', 'The gate asks for nothing: every condition is off.')
    const isClean = !isBare && asked.every(({ status }) => status === 'passed')
    return { report: run.finish(isClean ? 'passed' : 'degraded', null), isOpen: true, overridden }
  } catch (error) {
    return { report: run.fail(error), isOpen: false, overridden: false }
  }
}
