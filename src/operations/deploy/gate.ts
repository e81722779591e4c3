import type { DeployPorts, DeployRun } from './deploy-input.ts'

/** Asks whether the deployment may be. @throws Failure `refused`, saying what to do, when it may not */
export async function askGate(ports: DeployPorts, run: DeployRun): Promise<void> {
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
    if (overridden) run.notice('warning', 'the gate was closed, and a person has overridden it')
    if (refusal !== null) throw refusal
  })
}
