import type { Release, ServiceState } from '../../ports/target.ts'
import type { Container } from './containers.ts'

/** A service as its containers show it: as bad as the worst of them. */
export function stateOf(name: string, containers: readonly Container[]): ServiceState {
  const states = containers.map(statusOf)
  const worst = (['unknown', 'stopped', 'unhealthy', 'starting'] as const).find((status) =>
    states.includes(status),
  )
  return {
    name,
    status: states.length === 0 ? 'stopped' : (worst ?? 'running'),
    version: common(containers.map(({ version, reference }) => version ?? tagOf(reference))),
    image: common(containers.map(({ image }) => image)),
    restarts: containers.length === 0 ? null : containers.reduce((sum, { restarts }) => sum + restarts, 0),
  }
}

/**
 * What runs, all in all. Null when no service runs that was deployed by a version, or when they are of several: then a
 * deployment stands halfway.
 */
export function releaseOf(containers: readonly Container[]): Release | null {
  const running = containers.filter(({ status }) => status === 'running' || status === 'restarting')
  const version = deployedVersion(running)
  if (version === null) return null
  return { version, images: Object.fromEntries(running.map(({ service, image }) => [service, image])) }
}

/** The one version of those that were deployed by a version, running or not. */
export function deployedVersion(containers: readonly Container[]): string | null {
  return common(containers.flatMap(({ version }) => (version === null ? [] : [version])))
}

function statusOf({ status, health }: Container): ServiceState['status'] {
  if (status === 'restarting') return 'unhealthy'
  if (status === 'created') return 'starting'
  if (status !== 'running') return 'stopped'
  if (health === 'starting' || health === 'unhealthy') return health
  return 'running'
}

/** `1.4` of `registry:5000/shop:1.4`; null where the tag says nothing. */
function tagOf(reference: string): string | null {
  const tag = /:([A-Za-z0-9_][A-Za-z0-9_.-]*)$/.exec(reference.replace(/@sha256:[0-9a-f]+$/, ''))?.[1]
  return tag === undefined || tag === 'latest' || reference.startsWith('sha256:') ? null : tag
}

function common(values: readonly (string | null)[]): string | null {
  const [first = null] = values
  return values.every((value) => value === first) ? first : null
}
