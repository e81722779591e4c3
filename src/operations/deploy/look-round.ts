import type { Environment } from '../../domain/environment/schema.ts'
import { compareData } from '../../domain/data-fingerprint.ts'
import type { DeployEvent, DeployHistory } from '../../domain/deploy-history.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { formatDuration } from '../../domain/units.ts'
import type { Release } from '../../ports/target.ts'
import { checkGiven } from './backups.ts'
import { type Context, type Course, validate, waitUntilWell } from './forward.ts'
import { heedGaps } from './gaps.ts'
import { type Attempt, type Journal, readJournal, writeDown } from './journal.ts'
import { ageOf, isYoung, mayStillRestore } from './may-restore.ts'
import { dataCommand, deployCommand } from './next-commands.ts'
import { goBack, takeFingerprint, type WayBack } from './way-back.ts'

/** Where the environment stands before anything is done. */
export interface Look {
  history: Journal
  /** As the platform says. */
  running: Release | null
}

export async function lookRound({
  environment,
  ports,
}: Pick<Context, 'environment' | 'ports'>): Promise<Look> {
  return {
    history: await readJournal(environment, ports),
    running: await ports.target.running(ports.signal),
  }
}

/**
 * What `rollback: now` takes back, and what it goes back to.
 * @throws Failure `missing` when there is nothing to go back to, `refused` when something else runs
 */
export function takeableBack({ history, running }: Look): { event: DeployEvent; from: Release } {
  const { newest, last } = history
  if (newest !== null && newest.from !== null) {
    demandRunning(newest, running)
    return { event: newest, from: newest.from }
  }
  let why = 'the ledger knows of no deployment'
  if (last !== null)
    why = `the newest deployment in the ledger, ${named(last)}, ${newest === null ? `was taken back already: ${last.from?.version ?? 'nothing'} runs since` : 'names nothing that ran before it'}`
  throw new Failure('missing', `there is nothing to take back: ${why}`, {
    hint: 'Deploy the version that you want with version.',
  })
}

/** What came another way than the newest deployment is not taken back by taking that one back. */
function demandRunning({ version, from, state }: DeployEvent, running: Release | null): void {
  if (running === null || running.version === version) return
  // It may be half taken back already.
  if (state !== 'stands' && running.version === from?.version) return
  throw new Failure(
    'refused',
    `${running.version} runs, as the platform says, while the newest deployment in the ledger is of ${version}: taking that one back would not take back what runs`,
    { hint: 'Somebody has deployed another way. Deploy the version that you want with version.' },
  )
}

/** As reports call a deployment. */
export function named({ version, at, id }: Pick<DeployEvent, 'version' | 'at' | 'id'>): string {
  return `${version} of ${at.slice(0, 19)}Z (event ${id})`
}

export type Settled =
  /** `touched`: on top of something that never came to its end. */
  | { kind: 'new'; from: Release | null; touched: boolean }
  /** A deployment of the same version was cut off, and is gone on with. */
  | { kind: 'resume'; attempt: Attempt }
  /** One that was cut off was taken back, or could not be; this run ends with it. */
  | { kind: 'over'; attempt: Attempt; back: WayBack; cause: Failure }

/**
 * Settles what an earlier run left half done: goes on with it, finds that it stands, or takes it back. Nothing new is begun
 * on top of it, unless a person says so with `rollback: never`.
 */
export async function settle(look: Look, context: Context): Promise<Settled> {
  const { history, running } = look
  const { input, run, environment, ports } = context
  heedGaps(look, context)
  const { unfinished } = history
  if (unfinished === null) return { kind: 'new', from: former(history, running, context), touched: false }
  const { state, version } = unfinished
  const what = `the deployment of ${named(unfinished)}`
  run.notice(
    'warning',
    {
      started: `${what} was cut off before its end`,
      'rolling-back': `${what} failed, and was being taken back when that run was cut off`,
      broken: `${what} failed, and could not be taken back`,
    }[state as 'started' | 'rolling-back' | 'broken'],
  )
  if (input.rollback === 'never') {
    run.notice('notice', 'it is gone over, as rollback is never')
    return { kind: 'new', from: unfinished.from ?? running, touched: true }
  }
  const attempt = attemptOf(unfinished)
  if (state === 'started' && version === input.version && attempt.preBackup !== null) {
    if (!isYoung(unfinished, context)) {
      run.notice(
        'warning',
        `that was ${formatDuration(ageOf(unfinished, context))} ago, longer than deploy.backup-max-age: it is begun anew, by a gate and a backup of its own, so that going back loses nothing that was written since`,
      )
      run.next.push(dataCommand(environment, attempt.preBackup))
      const isOther = running !== null && running.version !== version
      return { kind: 'new', from: isOther ? running : attempt.from, touched: true }
    }
    await run.phase('look at the backup before it', () =>
      checkGiven(environment, attempt.preBackup ?? '', { mayBeOld: true }, ports, run),
    )
    run.notice('notice', `it is gone on with, from its own backup ${attempt.preBackup}; its gate was open`)
    return { kind: 'resume', attempt }
  }
  // A person may have mended what was broken: what runs now decides, whatever it is called.
  const isSettled =
    state === 'broken'
      ? !(await hasForeignData(attempt, running, context))
      : state === 'started' && running?.version === version
  if (isSettled && running !== null && (await stands(running.version, context))) {
    run.notice('notice', `${running.version} runs, and is found fit for service`)
    const standing = { ...attempt, version: running.version }
    await writeDown(environment, 'stands', standing, { verdict: 'passed', validated: true }, ports)
    return { kind: 'new', from: running, touched: false }
  }
  if (state === 'broken') throw stillBroken(what, environment)
  const cause = new Failure('unavailable', `${what} was not brought to its end`)
  const restoresData = mayStillRestore(unfinished, context)
  if (restoresData === false)
    run.notice(
      'warning',
      `that was ${formatDuration(ageOf(unfinished, context))} ago: the data is left as it is unless restore-data is given, since more was written than the deployment can have done`,
    )
  const course = unknownCourse(environment.target?.type)
  const back = await goBack(attempt, course, { isAgain: true, restoresData }, context)
  await writeDown(
    environment,
    back.state,
    attempt,
    { verdict: 'failed', failure: cause.kind, validated: back.validated, restoresData: back.restored },
    ports,
  )
  if (back.state === 'rolled-back' && version !== input.version) {
    run.notice('warning', `${what} was taken back first: ${attempt.from?.version ?? 'nothing'} runs again`)
    return { kind: 'new', from: attempt.from, touched: false }
  }
  return { kind: 'over', attempt, back, cause }
}

/** The former release on definitions that the failed one has left: it may look well, and is on nobody's data. */
async function hasForeignData(
  { from, fingerprint }: Attempt,
  running: Release | null,
  { ports, run }: Context,
): Promise<boolean> {
  if (running === null || running.version !== from?.version) return false
  return compareData(fingerprint, await takeFingerprint(ports, run)).verdict === 'schema'
}

function stillBroken(what: string, environment: Environment): Failure {
  return new Failure(
    'refused',
    `${what} failed, and could not be taken back: what runs is not fit for service`,
    {
      hint: `A person decides: go back with \`${deployCommand(environment, '--rollback now')}\`, and --restore-data to bring the data back too; or go over it with --rollback never and a version.`,
    },
  )
}

/** Nobody knows how far a run came that was killed: as far as it could. */
function unknownCourse(type: string | undefined): Course {
  return {
    trouble: null,
    migration: type === undefined ? 'none' : 'failed',
    touched: true,
    validated: null,
  }
}

export function attemptOf({ version, commit, from, preBackup, fingerprint }: DeployEvent): Attempt {
  return { version, commit, from, preBackup, fingerprint }
}

/** What to go back to: what runs, held against what the ledger says. */
function former({ stands }: DeployHistory, running: Release | null, { run }: Context): Release | null {
  if (running === null && stands !== null) {
    run.notice(
      'warning',
      `the platform does not say what runs; the ledger (event ${stands.event}) says ${stands.version}, which is taken as what to go back to`,
    )
    return { version: stands.version, images: {} }
  }
  if (running !== null && stands !== null && running.version !== stands.version) {
    run.notice(
      'warning',
      `${running.version} runs, as the platform says, while the last deployment in the ledger (event ${stands.event}) is of ${stands.version}: somebody has deployed another way. What runs is what would be gone back to`,
    )
  }
  return running
}

async function stands(version: string, context: Context): Promise<boolean> {
  try {
    await waitUntilWell('health of what was cut off', context)
    return (await validate('of what was cut off', version, context)) !== null
  } catch (error) {
    context.ports.signal.throwIfAborted()
    if (asFailure(error).kind === 'bug') throw error
    return false
  }
}
