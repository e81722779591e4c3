import type { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { checkGiven, makeLabelled } from './backups.ts'
import { carryOut } from './carry-out.ts'
import { failedDeployment, tellTakenBack, untouched, whereItIs } from './conclude.ts'
import type { Deploying } from './deploy-result.ts'
import { passGate } from './gate.ts'
import { type Attempt, writeDownStart } from './journal.ts'
import { lookAhead } from './look-ahead.ts'
import { lookRound, settle } from './look-round.ts'
import { takePlace } from './place.ts'
import { takeBackNow } from './take-back-now.ts'
import { takeFingerprint, type WayBack } from './way-back.ts'

/** Holds the environment, settles what an earlier run has left, and then does what this one is for. */
export async function change(base: Deploying): Promise<Report> {
  const { environment, input, ports, run } = base
  const why =
    input.rollback === 'now' ? 'take the newest deployment back' : `deploy ${input.version ?? 'a version'}`
  if (input.rollback !== 'now' && input.version !== null) run.deployed = untouched(input.version, null)
  await using stack = new AsyncDisposableStack()
  const place = stack.use(
    await run.phase('hold the environment', () =>
      takePlace(environment.environment, { why, wait: input.wait }, ports),
    ),
  )
  const context = { ...base, place }
  const look = await run.phase('look round', () => lookRound(context))
  if (input.rollback === 'now') return await takeBackNow(look, context)
  run.deployed = undefined
  const settled = await settle(look, context)
  if (settled.kind === 'over') return tellOver(settled.attempt, settled.back, settled.cause, context)
  if (settled.kind === 'resume') {
    base.result.backupId = settled.attempt.preBackup
    return await carryOut(settled.attempt, context, { touched: true, migration: 'failed' })
  }
  const version = input.version ?? ''
  run.deployed = untouched(version, settled.touched ? null : (settled.from?.version ?? null))
  await lookAhead(look.running, context)
  await passGate(version, context)
  base.result.backupId = await backUpBefore(version, context)
  const attempt: Attempt = {
    version,
    commit: input.commit,
    from: settled.from,
    preBackup: base.result.backupId,
    fingerprint: await takeFingerprint(ports, run),
  }
  await writeDownStart(environment, attempt, ports)
  return await carryOut(attempt, context, { touched: settled.touched, migration: 'none' })
}

/** What an earlier run left was taken back, or could not be; the version of this run was not begun. */
function tellOver(attempt: Attempt, back: WayBack, cause: Failure, context: Deploying): Report {
  const { run, result } = context
  result.state = back.state
  result.version = attempt.version
  result.backupId = attempt.preBackup
  whereItIs(back.state === 'broken' ? null : (attempt.from?.version ?? null), attempt.from, run)
  tellTakenBack(attempt, back, { step: null, failure: cause }, run)
  if (back.state === 'rolled-back')
    run.next.push(
      `Run it again to deploy: ${attempt.from?.version ?? 'the former release'} runs, and is fit for service.`,
    )
  return run.finish('failed', failedDeployment(attempt, null, cause, back))
}

function backUpBefore(version: string, { environment, input, ports, run }: Deploying): Promise<string> {
  return run.phase('backup', async () => {
    if (input.backup === null) return makeLabelled(environment, 'before', version, ports, run)
    await checkGiven(environment, input.backup, { mayBeOld: false }, ports, run)
    return input.backup
  })
}
