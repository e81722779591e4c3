import { z } from 'zod'
import type { Release } from '../../ports/target.ts'
import type { Kubectl } from './kubectl.ts'
import { exactImage } from './state.ts'
import { itemsOf, readWorkloads, type Workload } from './workloads.ts'

const owners = z.array(z.object({ uid: z.string() })).nullish()
const containers = z.array(z.object({ name: z.string(), image: z.string().default('') }))
/** A former template of a deployment, and of the other kinds. */
const replicaSetSchema = z.object({
  metadata: z.object({ ownerReferences: owners, annotations: z.record(z.string(), z.string()).nullish() }),
  spec: z.object({ template: z.object({ spec: z.object({ containers }) }) }),
})
const controllerRevisionSchema = z.object({
  metadata: z.object({ ownerReferences: owners }),
  revision: z.int(),
  data: z.object({ spec: z.object({ template: z.object({ spec: z.object({ containers }) }) }) }),
})

/**
 * Brings a workload back to the image of a release: by its former revision, whose settings come along, where the cluster
 * still has one; and by the image's digest where its tag has moved since.
 * @returns what was done, for people
 */
export async function returnTo(
  kubectl: Kubectl,
  workload: Workload,
  release: Release,
  signal: AbortSignal,
): Promise<string> {
  const { name, container } = workload
  const wanted = release.images[name] ?? ''
  if (wanted === '') return `${name} left as it was`
  const { reference } = partsOf(wanted)
  const details: string[] = []
  if (workload.image !== reference && workload.image !== wanted) {
    const revision = await revisionOf(kubectl, workload, [reference, wanted], signal)
    if (revision !== null) {
      const words = [...kubectl.words, 'rollout', 'undo', name, `--to-revision=${revision}`]
      await kubectl.run(`bringing ${name} back`, words, signal)
      await kubectl.run(`waiting for ${name}`, kubectl.status(name), signal)
      details.push(`revision ${revision}`)
    }
  }
  const now = (await readWorkloads(kubectl, signal)).find((each) => each.name === name)
  if (now !== undefined && !runsExactly(now, wanted)) {
    const words = [...kubectl.words, 'set', 'image', name, `${container}=${wanted}`]
    await kubectl.run(`setting the former image of ${name}`, words, signal)
    details.push('by its image')
  }
  return `${name} ${details.length === 0 ? 'ran it already' : details.join(', ')}`
}

function runsExactly(workload: Workload, wanted: string): boolean {
  if (workload.image === wanted) return true
  const { reference, digest } = partsOf(wanted)
  if (workload.image !== reference) return false
  return digest === null || partsOf(exactImage(workload)).digest === digest
}

/** `registry/shop:1.4@sha256:…` → the part before the digest, and the digest. */
function partsOf(image: string): { reference: string; digest: string | null } {
  const [reference = '', digest = null] = image.split('@')
  return { reference, digest }
}

/** The newest revision of the workload that names one of the images; null when the cluster keeps none. */
async function revisionOf(
  kubectl: Kubectl,
  { name, uid, selector, container }: Workload,
  images: readonly string[],
  signal: AbortSignal,
): Promise<number | null> {
  const get = (what: string) =>
    kubectl.run(
      `looking for former revisions of ${name}`,
      [...kubectl.words, 'get', what, '--selector', selector, '-o', 'json'],
      signal,
    )
  const isIts = (references: z.output<typeof owners>) => (references ?? []).some((each) => each.uid === uid)
  const hasImage = (all: z.output<typeof containers>) =>
    images.includes(all.find((each) => each.name === container)?.image ?? '')
  const revisions = name.startsWith('deployment/')
    ? itemsOf(await get('replicasets'), replicaSetSchema)
        .filter(
          ({ metadata, spec }) => isIts(metadata.ownerReferences) && hasImage(spec.template.spec.containers),
        )
        .map(({ metadata }) => Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? ''))
    : itemsOf(await get('controllerrevisions'), controllerRevisionSchema)
        .filter(
          ({ metadata, data }) =>
            isIts(metadata.ownerReferences) && hasImage(data.spec.template.spec.containers),
        )
        .map(({ revision }) => revision)
  const known = revisions.filter((revision) => Number.isInteger(revision) && revision > 0)
  return known.length === 0 ? null : Math.max(...known)
}
