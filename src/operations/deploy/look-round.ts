import type { DeployEvent, DeployHistory } from '../../domain/deploy-history.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Release } from '../../ports/target.ts'
import { checkGiven } from './backups.ts'
import { type Context, type Course, validate, waitUntilWell } from './forward.ts'
import { type Attempt, readJournal, writeDown } from './journal.ts'
import { goBack, type WayBack } from './way-back.ts'

/** Where the environment stands before anything is done. */
export interface Look {
  history: DeployHistory
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

export type Settled =
  | { kind: 'new'; from: Release | null }
  /** A deployment of the same version was cut off, and is gone on with. */
  | { kind: 'resume'; attempt: Attempt }
  /** One that was cut off was taken back, or could not be; this run ends with it. */
  | { kind: 'over'; attempt: Attempt; back: WayBack; cause: Failure }

/**
 * Settles what an earlier run left half done: goes on with it, finds that it stands, or takes it back. Nothing new is begun
 * on top of it, unless a person says so with `rollback: never`.
 */
export async function settle({ history, running }: Look, context: Context): Promise<Settled> {
  const { input, run, environment, ports } = context
  const { unfinished } = history
  if (unfinished === null) return { kind: 'new', from: former(history, running, context) }
  const { state, version, at, id } = unfinished
  const what = `the deployment of ${version} of ${at.slice(0, 19)}Z (event ${id})`
  run.notice(
    'warning',
    {
      started: `${what} was cut off before its end`,
      'rolling-back': `${what} failed, and was being taken back when that run was cut off`,
    }[state as string] ?? `${what} failed, and could not be taken back`,
  )
  if (input.rollback === 'never') {
    run.notice('notice', 'it is gone over, as rollback is never')
    return { kind: 'new', from: unfinished.from ?? running }
  }
  const attempt = attemptOf(unfinished)
  if (state === 'started' && version === input.version && attempt.preBackup !== null) {
    await run.phase('look at the backup before it', () =>
      checkGiven(environment, attempt.preBackup ?? '', { mayBeOld: true }, ports, run),
    )
    run.notice('notice', `it is gone on with, from its own backup ${attempt.preBackup}; its gate was open`)
    return { kind: 'resume', attempt }
  }
  if (state === 'started' && running?.version === version && (await stands(version, context))) {
    run.notice('notice', `it is found to stand: ${version} runs, and is fit for service`)
    await writeDown(environment, 'stands', attempt, { verdict: 'passed', validated: true }, ports)
    return { kind: 'new', from: running }
  }
  const cause = new Failure('unavailable', `${what} was not brought to its end`)
  const back = await goBack(
    attempt,
    unknownCourse(environment.target?.type),
    {
      earlier: state === 'rolling-back' || state === 'broken' ? id : null,
      restoresData: state !== 'started' && unfinished.restoresData ? true : null,
    },
    context,
  )
  await writeDown(
    environment,
    back.state,
    attempt,
    { verdict: 'failed', failure: cause.kind, validated: back.validated, restoresData: back.restored },
    ports,
  )
  if (back.state === 'rolled-back' && version !== input.version) {
    run.notice('warning', `${what} was taken back first: ${attempt.from?.version ?? 'nothing'} runs again`)
    return { kind: 'new', from: attempt.from }
  }
  return { kind: 'over', attempt, back, cause }
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
