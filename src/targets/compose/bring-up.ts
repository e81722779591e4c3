import { Failure } from '../../domain/failure.ts'
import { ProgramFailure } from '../programs.ts'
import type { Compose } from './commands.ts'
import { readContainers, versionLabel } from './containers.ts'
import { stateOf } from './state.ts'

/** What a service is given besides what the files say. */
export interface Mark {
  service: string
  /** Told in a label, for `running` to read. */
  version: string | null
  /** The id of an image, in the place of the one that its tag names now. */
  image: string | null
}

export interface BringUp {
  /** The step, for messages. */
  what: string
  options: readonly string[]
  /** Absent: whatever the surroundings say. */
  version?: string | undefined
  marks?: readonly Mark[]
  signal: AbortSignal
}

/**
 * `docker compose up`, until all services are well. Run again after it was killed at whatever point, it does what is left.
 * @throws Failure `unavailable` that names the services that are not well
 */
export async function bringUp(compose: Compose, { what, options, version, marks = [], signal }: BringUp) {
  const words = marks.length === 0 ? compose.up(options) : compose.up(options, compose.wordsWithOverride)
  await removeHalfMade(compose, signal)
  try {
    await compose.run(what, words, {
      signal,
      ...(version === undefined ? {} : { version }),
      ...(marks.length === 0 ? {} : { input: override(marks), byHand: compose.up(options) }),
    })
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'unavailable') throw error
    // A reason that is known lies outside the services.
    if (error instanceof ProgramFailure && error.reason !== null) throw error
    const unwell = await unwellServices(compose, signal).catch(() => null)
    if (unwell === null || unwell.length === 0) throw error
    const logs = [...compose.words, 'logs', '--tail', '50', ...unwell.map(({ name }) => name)]
    throw new Failure('unavailable', `${error.message}; ${unwell.map(({ told }) => told).join(', ')}`, {
      hint: `The services themselves say why: ${compose.commandLine(logs, version ?? null)}`,
      cause: error,
    })
  }
}

/**
 * Removes containers that a killed `up` had made to take the place of others, and never started: Compose trips over them
 * ("name is already in use"). Where the other is gone already, they hold its unnamed volumes, and Compose goes on with them.
 */
async function removeHalfMade(compose: Compose, signal: AbortSignal): Promise<void> {
  const containers = await readContainers(compose, signal)
  const halfMade = containers.filter(
    (each) =>
      each.replaces &&
      each.status === 'created' &&
      containers.some(
        (other) => other.id !== each.id && other.service === each.service && other.number === each.number,
      ),
  )
  if (halfMade.length === 0) return
  const words = ['docker', 'rm', '--force', ...halfMade.map(({ id }) => id)]
  await compose.run('removing what a killed deployment left', words, { version: null, signal })
}

function override(marks: readonly Mark[]): string {
  const services = Object.fromEntries(
    marks.map(({ service, version, image }) => [
      service,
      {
        ...(version === null ? {} : { labels: { [versionLabel]: version } }),
        ...(image === null ? {} : { image }),
      },
    ]),
  )
  return JSON.stringify({ services })
}

async function unwellServices(
  compose: Compose,
  signal: AbortSignal,
): Promise<{ name: string; told: string }[]> {
  const containers = await readContainers(compose, signal)
  return [...new Set(containers.map(({ service }) => service))]
    .toSorted()
    .map((name) =>
      stateOf(
        name,
        containers.filter(({ service }) => service === name),
      ),
    )
    .filter(({ status }) => status !== 'running')
    .map(({ name, status, restarts }) => ({
      name,
      told: `the service ${name} ${wordsFor[status]}${restarts === null || restarts === 0 ? '' : ` (started again ${restarts} ×)`}`,
    }))
}

const wordsFor = {
  running: 'runs',
  stopped: 'has ended',
  unhealthy: 'is unhealthy',
  starting: 'did not get ready',
  unknown: 'is in no known state',
}
