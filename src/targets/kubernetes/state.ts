import type { Release, ServiceState } from '../../ports/target.ts'
import type { Pod, Workload } from './workloads.ts'

/** What runs, all in all; null when nothing runs, or several versions do, or nobody has noted which. */
export function releaseOf(workloads: readonly Workload[]): Release | null {
  const running = workloads.filter(({ wanted }) => wanted > 0)
  const versions = new Set(running.map(({ version }) => version))
  const [version] = versions
  if (version === undefined || version === null || versions.size > 1) return null
  return {
    version,
    images: Object.fromEntries(running.map((workload) => [workload.name, exactImage(workload)])),
  }
}

/** The image with the digest that its pods run, as long as they agree: `registry/shop:1.4@sha256:…`. */
export function exactImage({ image, container, pods }: Workload): string {
  const digests = new Set(
    pods.flatMap((pod) =>
      (pod.status.containerStatuses ?? [])
        .filter(({ name }) => name === container)
        .map(({ imageID }) => /@(sha256:[0-9a-f]{64})$/.exec(imageID)?.[1] ?? ''),
    ),
  )
  const [digest = ''] = digests
  return digests.size === 1 && digest !== '' && !image.includes('@') ? `${image}@${digest}` : image
}

export function stateOf(name: string, workload: Workload | null): ServiceState {
  if (workload === null) return { name, status: 'stopped', version: null, image: null, restarts: null }
  const { version, wanted, ready, pods } = workload
  return {
    name,
    status:
      wanted === 0 ? 'stopped' : ready >= wanted ? 'running' : pods.some(fails) ? 'unhealthy' : 'starting',
    version,
    image: exactImage(workload),
    restarts: pods
      .flatMap((pod) => pod.status.containerStatuses ?? [])
      .reduce((sum, { restartCount }) => sum + restartCount, 0),
  }
}

function fails({ status }: Pod): boolean {
  return (
    status.phase === 'Failed' ||
    (status.containerStatuses ?? []).some(({ ready, restartCount }) => !ready && restartCount > 0)
  )
}
