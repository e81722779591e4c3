import { asFailure } from '../../domain/failure.ts'
import type { DeployInput, DeployPorts, DeployRun } from './deploy-input.ts'
import type { Deploying } from './deploy-result.ts'
import { writeDown } from './journal.ts'

/** Asks whether the deployment may be. @throws Failure `refused`, saying what to do, when it may not */
export async function askGate(
  { override }: Pick<DeployInput, 'override'>,
  ports: DeployPorts,
  run: DeployRun,
): Promise<void> {
  await run.phase('gate', async () => {
    const { checks, refusal, overridden } = await ports.judgeGate()
    for (const check of checks) {
      // What was overridden stays visible, and is no failure of this run.
      run.check(
        overridden && check.status === 'failed'
          ? { ...check, status: 'degraded', failure: null, detail: `${check.detail}; overridden` }
          : check,
      )
    }
    if (overridden) {
      const conditions = checks.filter(({ status }) => status === 'failed').map(({ name }) => name)
      run.notice('warning', `the gate was overridden. Not met: that ${conditions.join('; that ')}`)
      run.overridden = { reason: override ?? '', conditions }
    }
    if (refusal !== null) throw refusal
  })
}

/** @throws Failure `refused`; it then stands in the ledger */
export async function passGate(
  version: string,
  { environment, input, ports, run, result }: Deploying,
): Promise<void> {
  try {
    await askGate(input, ports, run)
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind === 'refused') {
      result.state = 'refused'
      const attempt = { version, commit: input.commit, from: null, preBackup: null, fingerprint: null }
      await writeDown(environment, 'refused', attempt, { verdict: 'failed', failure: 'refused' }, ports)
    }
    throw error
  }
}
