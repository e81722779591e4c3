import { compareData, type DataFingerprint } from '../../domain/data-fingerprint.ts'
import { deploySettings } from '../../domain/environment/deploy-schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { type DataJudgement, judgeData } from './data-change.ts'
import type { DeployPorts } from './deploy-input.ts'
import { type Context, type Course, validate, waitUntilWell } from './forward.ts'
import { type Attempt, wasRestored, writeDown } from './journal.ts'
import { dataCommand, releaseCommands } from './next-commands.ts'
import { bringDataBack } from './restore-data.ts'

export interface WayBack {
  /** `broken`: a person is needed. */
  state: 'rolled-back' | 'broken'
  /** By the validation of what runs again. */
  validated: boolean
  /** Whether the backup from before it is in use now. */
  restored: boolean
  /** Why it could not be gone to its end. */
  failure: Failure | null
  data: DataJudgement
}

export interface WayBackRequest {
  /** Whether an earlier run may have brought the data back already. */
  isAgain: boolean
  /** Whether the data comes back too; null when that follows from what has happened to it. */
  restoresData: boolean | null
}

/**
 * Brings back what ran before: the release, and the data where the deployment has changed it and the environment file asks
 * for it. Code first: a new release could change the old data once more as soon as it sees it.
 * @throws Failure `cancelled`, and `refused` when another run has taken the environment's place
 */
export async function goBack(
  attempt: Attempt,
  course: Course,
  { isAgain, restoresData }: WayBackRequest,
  context: Context,
): Promise<WayBack> {
  const { environment, ports, run } = context
  const { from, preBackup } = attempt
  await stillOurs(context)
  const data = await judge(attempt, course, context)
  run.fact('data', data.why)
  let restores = restoresData ?? (data.verdict === 'changed' && mayRestore(context))
  const outcome = (state: WayBack['state'], failure: Failure | null, is: Partial<WayBack> = {}): WayBack => ({
    state,
    failure,
    validated: false,
    restored: false,
    data,
    ...is,
  })
  if (from === null) {
    tellBroken(attempt, data, context)
    return outcome(
      'broken',
      new Failure('missing', 'nothing is known to have run before it, so there is nothing to go back to'),
    )
  }
  await writeDown(environment, 'rolling-back', attempt, { restoresData: restores }, ports)

  let failure = await rollBackCode(attempt, context)
  // Old code may not come up on new data: it gets its second chance once the data is back.
  if (failure !== null && !(restores && preBackup !== null)) {
    tellBroken(attempt, data, context)
    return outcome('broken', failure)
  }
  const isRestored = isAgain && preBackup !== null && (await wasRestored(environment, attempt, ports))
  if (isRestored)
    run.notice(
      'notice',
      `backup ${preBackup} was brought back already since the deployment began: what was written since then stays in use`,
    )
  let restored = isRestored
  const restoreNow = async (): Promise<Failure | null> => {
    if (preBackup === null) return new Failure('missing', 'there is no backup from before the deployment')
    await stillOurs(context)
    const result = await bringDataBack(attempt, preBackup, context)
    restored = result.exchanged
    return result.failure
  }
  if (restores && !isRestored) {
    failure = await restoreNow()
    if (failure !== null) {
      tellBroken(attempt, restored ? { ...data, verdict: 'same' } : data, context)
      return outcome('broken', failure, { restored })
    }
  }
  let unfit = await isFit(attempt, context)
  if (
    unfit !== null &&
    !restored &&
    restoresData === null &&
    data.verdict !== 'same' &&
    mayRestore(context)
  ) {
    run.notice(
      'warning',
      `the former release is not fit for service on the data as it is (${unfit.message}): the data is brought back too`,
    )
    restores = true
    await writeDown(environment, 'rolling-back', attempt, { restoresData: true }, ports)
    const trouble = await restoreNow()
    unfit = trouble ?? (await isFit(attempt, context))
  }
  if (unfit !== null) {
    tellBroken(attempt, restored ? { ...data, verdict: 'same' } : data, context)
    return outcome('broken', unfit, { restored })
  }
  if (data.verdict !== 'same' && !restored) tellData(attempt, data, restoresData === false, context)
  return outcome('rolled-back', null, {
    restored,
    validated: deploySettings(environment).validate !== 'none',
  })
}

/** That no store answers is no reason to leave an environment half deployed; that another run is at it, is. */
async function stillOurs({ place, run }: Context): Promise<void> {
  try {
    await place.demand()
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind !== 'unavailable') throw error
    run.notice('warning', `the lease on the environment could not be confirmed: ${failure.message}`)
  }
}

async function judge(attempt: Attempt, course: Course, { ports, run }: Context): Promise<DataJudgement> {
  const after = await takeFingerprint(ports, run)
  return judgeData(compareData(attempt.fingerprint, after), course)
}

/** Null, and said, when it cannot be taken: then nothing can be shown to be as before. */
export async function takeFingerprint(
  ports: DeployPorts,
  run: Context['run'],
): Promise<DataFingerprint | null> {
  try {
    return await ports.fingerprint()
  } catch (error) {
    ports.signal.throwIfAborted()
    run.notice('notice', `the state of the data could not be told: ${asFailure(error).message}`)
    return null
  }
}

function mayRestore({ environment, input }: Context): boolean {
  const { restoreData } = deploySettings(environment)
  return restoreData === 'always' || (restoreData === 'ask' && input.restoreData)
}

async function rollBackCode({ from }: Attempt, { ports, run }: Context): Promise<Failure | null> {
  if (from === null) return null
  try {
    const { status, detail } = await run.phase(
      'roll back',
      () => ports.target.rollBack(from, ports.signal),
      ({ status, detail }) => ({ status, detail }),
    )
    if (status === 'done') return null
    return new Failure('config', `a person has to bring ${from.version} back: ${detail}`, { hint: detail })
  } catch (error) {
    ports.signal.throwIfAborted()
    return asFailure(error)
  }
}

/** Null when what ran before runs again, and is fit for service. */
async function isFit({ from }: Attempt, context: Context): Promise<Failure | null> {
  try {
    await waitUntilWell('health after the way back', context)
    await validate('after the way back', from?.version ?? null, context)
    return null
  } catch (error) {
    context.ports.signal.throwIfAborted()
    return asFailure(error)
  }
}

/** What cannot be taken back is said, with what a person does. */
function tellBroken(attempt: Attempt, data: DataJudgement, { environment, run, ports }: Context): void {
  run.next.push(...releaseCommands(environment, attempt, ports.target))
  if (data.verdict !== 'same' && attempt.preBackup !== null)
    run.next.push(dataCommand(environment, attempt.preBackup))
}

function tellData(
  { preBackup }: Attempt,
  data: DataJudgement,
  isDeclined: boolean,
  { environment, run }: Context,
): void {
  const { restoreData } = deploySettings(environment)
  const why = isDeclined
    ? 'restore-data was not given'
    : restoreData === 'ask'
      ? 'deploy.restore-data is ask, and nobody said yes'
      : `deploy.restore-data is ${restoreData}`
  run.notice(
    'warning',
    `only the code was taken back: the data ${data.why}; it stays as it is, since ${data.verdict === 'unclear' && !isDeclined ? 'the former release is fit for service on it' : why}`,
  )
  if (preBackup !== null) run.next.push(dataCommand(environment, preBackup))
}
