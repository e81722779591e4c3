import type { DeployHistory } from '../../domain/deploy-history.ts'
import type { Environment } from '../../domain/environment/schema.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { Milliseconds } from '../../domain/units.ts'
import type { Ports } from '../../ports/ports.ts'
import type { DeployTarget, HealthProbe, Release, ServiceState } from '../../ports/target.ts'

/** The application of an environment, and what starting and stopping it needs of the world. */
export interface EnvironmentPorts extends Pick<Ports, 'clock' | 'log' | 'signal'> {
  target: DeployTarget
  /** Null when the file does not say how the application is asked. */
  health: HealthProbe | null
  /** Keeps deployments and restores away until it is disposed. @throws Failure `refused` when one is at work */
  hold: (why: string) => Promise<AsyncDisposable>
  /** What the ledger says of its deployments. @throws Failure when no store can be asked */
  deployments: () => Promise<DeployHistory>
}

/** What was done, in order. */
export interface Step {
  name: string
  status: 'done' | 'manual'
  detail: string
  duration: Milliseconds
}

export interface Started {
  environment: string
  version: string
  steps: Step[]
  duration: Milliseconds
}

export interface UpInput {
  /** Null for what runs or is stopped already, or the working copy when nothing is there. */
  version: string | null
  confirm: string | null
}

/** The version of what is brought up out of a working copy, without having been released. */
const unreleased = 'local'

/**
 * Brings an environment up from nothing: secrets, data, services, health. Where it is up, it does what is left to do.
 * @throws Failure `refused` for a protected environment that is, or may be, in use, that was deployed to with another version,
 *   or that was not confirmed
 */
export async function bringUp(
  environment: Environment,
  input: UpInput,
  ports: EnvironmentPorts,
): Promise<Started> {
  const { target, health, clock, signal } = ports
  if (environment.protected) {
    demandConfirmation(environment, input.confirm, 'bringing it up')
    await demandOutOfUse(environment, ports)
  }
  await using _held = await ports.hold('bring it up')
  const known = input.version ?? (await target.deployedVersion(signal))
  // Once nobody else can deploy any more.
  const version = environment.protected
    ? await standingVersion(environment, known, ports)
    : (known ?? unreleased)
  const steps: Step[] = []
  const began = clock.ticks()
  const step = async (name: string, work: () => Promise<Pick<Step, 'status' | 'detail'>>) => {
    const started = clock.ticks()
    const { status, detail } = await work()
    steps.push({ name, status, detail, duration: Math.round(clock.ticks() - started) })
  }
  await step('prepare', () => target.prepare(signal))
  await step('migrate', () => target.migrate(version, signal))
  await step('deploy', () => target.deploy(version, signal))
  if (health !== null) {
    await step('health', async () => {
      const { attempts } = await health.wait(clock, signal)
      return {
        status: 'done',
        detail: `${health.what} is well, asked ${attempts === 1 ? 'once' : `${attempts} times`}`,
      }
    })
  }
  return {
    environment: environment.environment,
    version,
    steps,
    duration: Math.round(clock.ticks() - began),
  }
}

export interface EnvironmentStatus {
  environment: string
  kind: DeployTarget['kind']
  /** Null when nothing runs, or when several versions do. */
  release: Release | null
  /** Null when the target does not tell of them. */
  services: ServiceState[] | null
}

/** What runs, as the platform says. */
export async function examineEnvironment(
  environment: Environment,
  { target, signal }: EnvironmentPorts,
): Promise<EnvironmentStatus> {
  return {
    environment: environment.environment,
    kind: target.kind,
    release: await target.running(signal),
    services: await target.services(signal),
  }
}

/** Stops the application; its data stays. @throws Failure `refused` for a protected environment without confirmation */
export async function stopEnvironment(
  environment: Environment,
  { confirm }: { confirm: string | null },
  { target, signal, hold }: EnvironmentPorts,
): Promise<{ environment: string } & Pick<Step, 'status' | 'detail'>> {
  if (environment.protected) demandConfirmation(environment, confirm, 'stopping it')
  await using _held = await hold('stop it')
  return { environment: environment.environment, ...(await target.stop(signal)) }
}

/**
 * Removes the application with its data.
 * @throws Failure `refused` without confirmation, and for a protected environment whatever is said
 */
export async function cleanEnvironment(
  environment: Environment,
  { confirm }: { confirm: string | null },
  { target, signal, hold }: EnvironmentPorts,
): Promise<{ environment: string } & Pick<Step, 'status' | 'detail'>> {
  if (environment.protected) {
    throw new Failure(
      'refused',
      `the environment ${environment.environment} is protected: its data is not removed`,
      {
        hint: 'If it is to go all the same, take `protected: true` out of its file first, in a change that others read.',
      },
    )
  }
  demandConfirmation(environment, confirm, 'removing its data')
  await using _held = await hold('remove its data')
  return { environment: environment.environment, ...(await target.clean(signal)) }
}

const deployInstead = 'Deploy to it with `lifeboat deploy`, which makes a backup first and can go back'

async function demandOutOfUse({ environment }: Environment, { target, signal }: EnvironmentPorts) {
  const services = await target.services(signal)
  if (services === null) {
    throw new Failure(
      'refused',
      `the environment ${environment} is protected, and its target does not tell whether it is in use`,
      { hint: `${deployInstead}, or let \`target.services\` in its file name a program that tells.` },
    )
  }
  if (services.some(({ status }) => status !== 'stopped')) {
    throw new Failure('refused', `the environment ${environment} is protected, and in use`, {
      hint: `${deployInstead}.`,
    })
  }
}

/**
 * The version to bring up: what was deployed once is changed by deployments alone; the version that stands may come up again,
 * also where a platform on which nothing is left does not know it any more.
 */
async function standingVersion(
  { environment }: Environment,
  known: string | null,
  { deployments, signal }: EnvironmentPorts,
): Promise<string> {
  const { last, stands } = await deployments().catch((cause: unknown) => {
    signal.throwIfAborted()
    const failure = asFailure(cause)
    if (failure.kind === 'bug' || failure.kind === 'cancelled') throw failure
    throw new Failure(
      'refused',
      `the environment ${environment} is protected, and whether it was deployed to is not known from here: ${failure.message}`,
      { cause, hint: 'Run it where its stores can be asked, with the credentials of one that may read.' },
    )
  })
  const version = known ?? stands?.version ?? unreleased
  if (last === null || stands?.version === version) return version
  const standing = stands === null ? 'no version stands' : `${stands.version} stands`
  throw new Failure(
    'refused',
    `the environment ${environment} is protected and was deployed to: ${standing}, and ${version} is another version`,
    {
      hint: `${deployInstead}${stands === null ? '' : `; or bring up what stands, with --version ${stands.version}`}.`,
    },
  )
}

function demandConfirmation({ environment }: Environment, confirm: string | null, what: string): void {
  if (confirm === environment) return
  const given = confirm === null ? 'it was not confirmed' : 'what was typed is not its name'
  throw new Failure('refused', `${what} asks for the name of the environment, typed once more: ${given}`, {
    hint: `If ${environment} is meant, give its name: on a terminal --confirm ${environment}, in a job the input confirm.`,
  })
}
