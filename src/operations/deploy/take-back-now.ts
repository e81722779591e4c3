import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { openAnnouncer } from './announce.ts'
import { makeLabelled } from './backups.ts'
import { becameOfData, measure, noteUnasked, tellDeployed, verdictOf, whereItIs } from './conclude.ts'
import type { Deploying } from './deploy-result.ts'
import type { Context, Course } from './forward.ts'
import { heedGaps } from './gaps.ts'
import { writeDown } from './journal.ts'
import { attemptOf, type Look, named, takeableBack } from './look-round.ts'
import { restoresOnDemand } from './may-restore.ts'
import { goBack } from './way-back.ts'

/** A person wants back what ran before the newest deployment. */
export async function takeBackNow(look: Look, context: Deploying & Context): Promise<Report> {
  const { environment, input, ports, run, result } = context
  heedGaps(look, context)
  const { event: newest, from } = takeableBack(look)
  run.fact('takes back', named(newest))
  const attempt = attemptOf(newest)
  const announcer = await openAnnouncer(environment, input, ports, run)
  result.deploymentId = announcer.deployment?.id ?? null
  result.backupId = attempt.preBackup
  result.version = attempt.version
  // A deployment that stood was in service: its state is worth keeping whatever becomes of it.
  if (newest.state === 'stands' && input.steps.includes('backup'))
    await run.phase('backup', () => makeLabelled(environment, 'before', from.version, ports, run))
  const began = ports.clock.ticks()
  await announcer.tell('in_progress', `rolling back to ${from.version}`)
  const { version } = newest
  const unfinished = { version, state: 'unfinished', runs: null, data: null, isAskedFor: true } as const
  run.deployed = unfinished
  const course: Course = { trouble: null, migration: 'ran', touched: true, validated: null }
  const back = await goBack(
    attempt,
    course,
    { isAgain: newest.state !== 'stands', restoresData: restoresOnDemand(newest, context) },
    context,
  )
  result.state = back.state
  const isBack = back.state === 'rolled-back'
  tellDeployed(
    { ...unfinished, state: back.state, runs: isBack ? from.version : null, data: becameOfData(back) },
    isBack
      ? null
      : { step: null, failure: back.failure ?? new Failure('unavailable', 'the way back failed') },
    run,
  )
  measure(environment, ports.clock.ticks() - began, 'a rollback that was asked for', run, !isBack)
  if (isBack) noteUnasked(from.version, back.validated, context)
  const verdict = isBack ? verdictOf(run) : 'failed'
  const failure = back.failure
  const ending = {
    verdict,
    failure: failure?.kind ?? null,
    validated: back.validated,
    restoresData: back.restored,
  }
  await writeDown(environment, back.state, attempt, ending, ports)
  await announcer.tell(isBack ? 'success' : 'failure', `rolled back to ${from.version}`)
  whereItIs(isBack ? from.version : null, { version: newest.version, images: {} }, run)
  return run.finish(verdict, isBack ? null : (failure ?? new Failure('unavailable', 'the way back failed')))
}
