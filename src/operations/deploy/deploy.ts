import type { DeployState } from '../../domain/deploy-history.ts'
import { deploySettings } from '../../domain/environment/deploy-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { troubleOf } from '../../domain/news.ts'
import type { Report } from '../../domain/report.ts'
import { ofDeployment } from '../../domain/subject-of.ts'
import { gatePart, type Subject, subjectWord } from '../../domain/subject.ts'
import type { Aspect, Rung } from '../../domain/verdict.ts'
import { RunReport } from '../run-report.ts'
import { openAnnouncer } from './announce.ts'
import { checkGiven, makeLabelled, prove } from './backups.ts'
import {
  becameOfData,
  failedDeployment,
  measure,
  tellDeployed,
  noteUnasked,
  untouched,
  verdictOf,
  whereItIs,
} from './conclude.ts'
import type { DeployInput, DeployPorts, DeployRun } from './deploy-input.ts'
import { planDeployment } from './dry-run.ts'
import { type Context, type Course, type ForwardStep, goForward } from './forward.ts'
import { heedGaps } from './gaps.ts'
import { askGate } from './gate.ts'
import { checkDeployGuards } from './guards.ts'
import { type Attempt, writeDown, writeDownStart } from './journal.ts'
import { lookAhead } from './look-ahead.ts'
import { attemptOf, type Look, lookRound, named, settle, takeableBack } from './look-round.ts'
import { restoresOnDemand } from './may-restore.ts'
import { takePlace } from './place.ts'
import { goBack, takeFingerprint, type WayBack } from './way-back.ts'

export interface DeployResult {
  report: Report
  /** How it ended; null when nothing was deployed. */
  state: DeployState | null
  /** The backup to go back to, and the one made at the end. */
  backupId: string | null
  postBackup: string | null
  /** Of GitHub's record; null when there is none. */
  deploymentId: number | null
  /** What was deployed or taken back; null when it did not come so far. */
  version: string | null
}

interface Run extends Omit<Context, 'place'> {
  result: Omit<DeployResult, 'report'>
}

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
  const result: Run['result'] = {
    state: null,
    backupId: null,
    postBackup: null,
    deploymentId: null,
    version: null,
  }
  const context: Run = { environment, input, ports, run, result }
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
  { state, ...result }: Run['result'],
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

/** Parts that change nothing, for jobs of their own. */
async function takeParts(context: Run): Promise<Report> {
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

async function change(base: Run): Promise<Report> {
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

/** @throws Failure `refused`; it then stands in the ledger */
async function passGate(version: string, { environment, input, ports, run, result }: Run): Promise<void> {
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

function backUpBefore(version: string, { environment, input, ports, run }: Run): Promise<string> {
  return run.phase('backup', async () => {
    if (input.backup === null) return makeLabelled(environment, 'before', version, ports, run)
    await checkGiven(environment, input.backup, { mayBeOld: false }, ports, run)
    return input.backup
  })
}

/** @param before what an earlier run may have done already */
async function carryOut(
  attempt: Attempt,
  context: Run & Context,
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

/** The backup of the new state, and its proof. Whatever fails here leaves a release in place that is fit for service. */
async function comeAfter(version: string, context: Run): Promise<Failure | null> {
  const { environment, input, ports, run, result } = context
  try {
    if (input.steps.includes('backup-after')) {
      result.postBackup = await run.phase('backup after', () =>
        makeLabelled(environment, 'after', version, ports, run),
      )
    }
    if (input.steps.includes('verify')) {
      const given = input.steps.includes('deploy') ? null : input.backup
      const id = result.postBackup ?? given ?? result.backupId ?? 'latest'
      if (deploySettings(environment).prove) {
        await run.phase('prove', () => prove(environment, id, ports, run))
      } else {
        const detail = 'deploy.prove is false'
        run.addPhase({ name: 'prove', startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail })
      }
    }
    return null
  } catch (error) {
    ports.signal.throwIfAborted()
    const failure = asFailure(error)
    if (result.state !== 'stands') return failure
    return new Failure(failure.kind, `${version} stands, and is not taken back; but ${failure.message}`, {
      ...(failure.hint === undefined ? {} : { hint: failure.hint }),
      subjects: failure.subjects,
      cause: failure,
    })
  }
}

/** Of a version that failed. */
function tellTakenBack(
  { version, from }: Attempt,
  back: WayBack,
  trouble: { step: ForwardStep | null; failure: Failure },
  run: DeployRun,
): void {
  const { state } = back
  const runs = state === 'broken' ? null : (from?.version ?? null)
  tellDeployed({ version, state, runs, data: becameOfData(back) }, trouble, run)
}

/** What an earlier run left was taken back, or could not be; the version of this run was not begun. */
function tellOver(attempt: Attempt, back: WayBack, cause: Failure, context: Run): Report {
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

/** A person wants back what ran before the newest deployment. */
async function takeBackNow(look: Look, context: Run & Context): Promise<Report> {
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
