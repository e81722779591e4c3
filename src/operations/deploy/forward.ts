import { deploySettings } from '../../domain/environment/deploy-schema.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { counted } from '../../domain/units.ts'
import { judgeRelease } from '../../domain/validation-score.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Lease } from '../../vault/leases.ts'
import { rulesOf } from '../validate/examination.ts'
import type { Announcer, DeployInput, DeployPorts, DeployRun } from './deploy-input.ts'
import type { Attempt } from './journal.ts'

/** What all steps of a deployment share. */
export interface Context {
  environment: Environment
  input: DeployInput
  ports: DeployPorts
  run: DeployRun
  place: Pick<Lease, 'demand'>
}

export type ForwardStep = 'migrate' | 'deploy' | 'health' | 'validate'

/** How far it came. */
export interface Course {
  /** Why it did not come to its end, and at which step; null when the release stands. */
  trouble: { failure: Failure; step: ForwardStep } | null
  /** `failed`: the data may be changed in part. */
  migration: 'none' | 'ran' | 'failed'
  /** Whether something may have been changed. */
  touched: boolean
  /** What the validation says; null when there was none. */
  validated: Verdict | null
}

/**
 * Brings a version up, and makes sure of it. Each step may be done again after a run that was killed in its midst.
 * @param before what an earlier run may have done already
 * @throws Failure `cancelled`, and `refused` when another run has taken the environment's place: then it is not ours to touch
 */
export async function goForward(
  { version }: Attempt,
  announcer: Announcer,
  context: Context,
  before: Pick<Course, 'touched' | 'migration'> = { touched: false, migration: 'none' },
): Promise<Course> {
  const { ports, run, place } = context
  const { target, signal } = ports
  const course: Course = { trouble: null, ...before, validated: null }
  const fail = (step: ForwardStep, error: unknown): Course => {
    signal.throwIfAborted()
    return { ...course, trouble: { step, failure: asFailure(error) } }
  }
  const begin = async (step: ForwardStep): Promise<Course | null> => {
    try {
      await place.demand()
      return null
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind === 'refused') throw error
      return fail(step, failure)
    }
  }

  await announcer.tell('in_progress', `deploying ${version}`)
  const kept = (await begin('migrate')) ?? null
  if (kept !== null) return kept
  course.touched = true
  try {
    course.migration = 'failed'
    const { status, detail } = await run.phase(
      'migrate',
      () => demandDone(target.migrate(version, signal)),
      ({ detail }) =>
        detail === '' ? { status: 'skipped', detail: 'no program is configured' } : { detail },
    )
    course.migration = status === 'done' && detail === '' ? 'none' : 'ran'
  } catch (error) {
    return fail('migrate', error)
  }
  const stillOurs = await begin('deploy')
  if (stillOurs !== null) return stillOurs
  try {
    await run.phase(
      'deploy',
      () => demandDone(target.deploy(version, signal)),
      ({ detail }) => ({ detail }),
    )
  } catch (error) {
    return fail('deploy', error)
  }
  try {
    await waitUntilWell('health', context)
  } catch (error) {
    return fail('health', error)
  }
  try {
    course.validated = await validate('validate', version, context)
  } catch (error) {
    return fail('validate', error)
  }
  return course
}

/** What only a person can do is not done. */
async function demandDone<T extends { status: 'done' | 'manual'; detail: string }>(
  work: Promise<T>,
): Promise<T> {
  const outcome = await work
  if (outcome.status === 'done') return outcome
  throw new Failure('config', `a person has to do it: ${outcome.detail}`, {
    hint: 'Describe under target how it is done, as a program of your own if need be.',
  })
}

/** @throws Failure `unavailable` when it never was well */
export async function waitUntilWell(name: string, { ports, run }: Context): Promise<void> {
  const { health } = ports.application
  if (health === null) {
    run.addPhase({
      name,
      startedAt: ports.clock.now(),
      duration: 0,
      status: 'skipped',
      detail: 'target.health is not configured',
    })
    return
  }
  await run.phase(
    name,
    () => health.wait(ports.clock, ports.signal),
    ({ attempts }) => ({
      detail: `${health.what} answered ${attempts === 1 ? 'at the first attempt' : `after ${attempts} attempts`}`,
    }),
  )
}

/** What a release is judged by: the score only where the environment file names one. */
export function releaseRules(environment: Environment): Parameters<typeof judgeRelease>[2] {
  const { weights, mustPass } = rulesOf(environment)
  return { weights, mustPass, minScore: environment.validation?.minScore }
}

/**
 * Whether the environment is fit for service.
 * @param version that should run
 * @returns null when the environment file wants none
 * @throws Failure `objective` when it is not
 */
export async function validate(
  name: string,
  version: string | null,
  { environment, ports, run }: Pick<Context, 'environment' | 'ports' | 'run'>,
): Promise<Verdict | null> {
  if (deploySettings(environment).validate === 'none') {
    const detail = 'deploy.validate is none'
    run.addPhase({ name, startedAt: ports.clock.now(), duration: 0, status: 'skipped', detail })
    return null
  }
  const { checks, verdict, why } = await run.phase(
    name,
    async () => {
      const found = await ports.examine(version)
      for (const check of found.checks)
        run.check(name === 'validate' ? check : { ...check, name: `${check.name}, ${name}` })
      const { checks, score } = found
      return { checks, score, ...judgeRelease(checks, score, releaseRules(environment)) }
    },
    ({ checks, score, verdict }) => {
      const skipped = checks.filter(({ status }) => status === 'skipped').length
      return {
        detail: `${verdict}, score ${score}${skipped === 0 ? '' : `, ${counted(skipped, 'check')} skipped`}`,
      }
    },
  )
  if (verdict !== 'failed') return verdict
  const failed = checks.filter(({ status }) => status === 'failed')
  const [first] = failed
  const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : ''
  throw new Failure(
    'objective',
    first === undefined
      ? `the environment is not fit for service: ${why ?? ''}`
      : `the environment is not fit for service: ${first.rung}: ${first.name}: ${first.detail}${more}`,
    { subjects: first?.subjects ?? [], ...(first?.hint === undefined ? {} : { hint: first.hint }) },
  )
}
