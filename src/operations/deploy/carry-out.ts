import { Failure } from '../../domain/failure.ts'
import type { Report } from '../../domain/report.ts'
import { openAnnouncer } from './announce.ts'
import { comeAfter } from './come-after.ts'
import {
  failedDeployment,
  measure,
  noteUnasked,
  tellDeployed,
  tellTakenBack,
  verdictOf,
  whereItIs,
} from './conclude.ts'
import type { Deploying } from './deploy-result.ts'
import { type Context, type Course, goForward } from './forward.ts'
import { type Attempt, writeDown } from './journal.ts'
import { goBack } from './way-back.ts'

/**
 * Brings a version up and comes after it, or takes it back; writes down and tells which of the two it came to.
 * @param before what an earlier run may have done already
 * @throws Failure when it failed and nothing was taken back
 */
export async function carryOut(
  attempt: Attempt,
  context: Deploying & Context,
  before: Pick<Course, 'touched' | 'migration'>,
): Promise<Report> {
  const { environment, input, ports, run, result } = context
  const { version, from } = attempt
  result.version = version
  const announcer = await openAnnouncer(environment, input, ports, run)
  result.deploymentId = announcer.deployment?.id ?? null
  const began = ports.clock.ticks()
  run.deployed = { version, state: 'unfinished', runs: null, data: null, isAskedFor: false }
  let course: Course
  try {
    course = await goForward(attempt, announcer, context, before)
  } catch (error) {
    // Another run has the environment now, or this one is being stopped: neither leaves us anything to take back.
    if (!ports.signal.aborted) await announcer.tell('error', `the deployment of ${version} was cut off`)
    throw error
  }
  if (course.trouble === null) {
    const validated = course.validated !== null
    result.state = 'stands'
    noteUnasked(version, validated, context)
    await writeDown(environment, 'stands', attempt, { verdict: verdictOf(run), validated }, ports)
    await announcer.tell('success', `${version} runs${validated ? ', and is validated' : ''}`)
    measure(
      environment,
      ports.clock.ticks() - began,
      'a deployment, from its first change to a release that is validated',
      run,
    )
    whereItIs(version, from, run)
    tellDeployed({ version, state: 'stands', runs: version }, null, run)
    const failure = await comeAfter(version, context)
    const verdict = failure === null ? verdictOf(run, course.validated) : 'failed'
    if (result.postBackup !== null) {
      const { postBackup } = result
      await writeDown(environment, 'stands', attempt, { verdict, validated, postBackup }, ports)
    }
    return run.finish(verdict, failure)
  }
  const { failure: cause, step } = course.trouble
  run.notice('warning', `${version} failed at the step ${step}: ${cause.message}`, cause.subjects)
  if (!course.touched) {
    result.state = 'rolled-back'
    tellDeployed({ version, state: 'untouched', runs: from?.version ?? null }, course.trouble, run)
    await writeDown(environment, 'rolled-back', attempt, { verdict: 'failed', failure: cause.kind }, ports)
    await announcer.tell('failure', `${version} was not deployed`)
    throw new Failure(cause.kind, `${version} was not deployed, and nothing was changed: ${cause.message}`, {
      ...(cause.hint === undefined ? {} : { hint: cause.hint }),
      cause,
    })
  }
  if (input.rollback === 'never') {
    result.state = 'broken'
    tellDeployed({ version, state: 'left', runs: null }, course.trouble, run)
    await writeDown(environment, 'broken', attempt, { verdict: 'failed', failure: cause.kind }, ports)
    await announcer.tell('failure', `${version} failed at the step ${step}`)
    throw failedDeployment(attempt, step, cause, null)
  }
  const back = await goBack(attempt, course, { isAgain: false, restoresData: null }, context)
  result.state = back.state
  tellTakenBack(attempt, back, course.trouble, run)
  measure(
    environment,
    ports.clock.ticks() - began,
    back.state === 'broken'
      ? 'a deployment that failed, up to where its way back ended'
      : 'a deployment that failed, from its first change to a former release that is validated again',
    run,
    back.state === 'broken',
  )
  const ending = {
    verdict: 'failed',
    failure: cause.kind,
    validated: back.validated,
    restoresData: back.restored,
  } as const
  await writeDown(environment, back.state, attempt, ending, ports)
  await announcer.tell(
    'failure',
    back.state === 'broken'
      ? `${version} failed, and so did the way back`
      : `${version} failed; ${from?.version ?? 'the former release'} runs again`,
  )
  whereItIs(back.state === 'broken' ? null : (from?.version ?? null), from, run)
  return run.finish('failed', failedDeployment(attempt, step, cause, back))
}
