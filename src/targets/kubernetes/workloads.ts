import { z } from 'zod'
import type { Kubectl } from './kubectl.ts'

/** Annotations of ours on a workload: neither starts a roll-out. */
export const versionNote = 'lifeboat.version'
export const replicasNote = 'lifeboat.replicas'

const notes = z
  .record(z.string(), z.string())
  .nullish()
  .transform((found) => found ?? {})
const template = z.object({
  spec: z.object({ containers: z.array(z.object({ name: z.string(), image: z.string().default('') })) }),
})
const workloadSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string(), uid: z.string().default(''), annotations: notes }),
  spec: z.object({
    replicas: z.int().nullish(),
    selector: z.object({ matchLabels: notes }),
    template,
  }),
  status: z
    .object({
      replicas: z.int().nullish(),
      readyReplicas: z.int().nullish(),
      updatedReplicas: z.int().nullish(),
      desiredNumberScheduled: z.int().nullish(),
      numberReady: z.int().nullish(),
    })
    .nullish(),
})
const podSchema = z.object({
  metadata: z.object({ name: z.string(), deletionTimestamp: z.string().nullish() }),
  status: z.object({
    phase: z.string().nullish(),
    containerStatuses: z
      .array(
        z.object({
          name: z.string(),
          imageID: z.string().default(''),
          restartCount: z.int().default(0),
          ready: z.boolean().default(false),
        }),
      )
      .nullish(),
  }),
})
export type Pod = z.output<typeof podSchema>

export interface Workload {
  /** `deployment/web` */
  name: string
  uid: string
  selector: string
  /** The container that a deployment is about, and its image as the template names it. */
  container: string
  image: string
  version: string | null
  /** How many are wanted; null for what runs on every node. */
  replicas: number | null
  /** How many were wanted before it was stopped. */
  replicasBefore: number | null
  wanted: number
  ready: number
  pods: Pod[]
}

/** The workloads of the environment file that exist, with their pods. */
export async function readWorkloads(kubectl: Kubectl, signal: AbortSignal): Promise<Workload[]> {
  const { workloads, images } = kubectl.config
  const what = 'looking at the workloads'
  const words = [...kubectl.words, 'get', ...workloads, '--ignore-not-found', '-o', 'json']
  const found = itemsOf(await kubectl.run(what, words, signal), workloadSchema)
  return Promise.all(
    found.map(async ({ kind, metadata, spec, status }): Promise<Workload> => {
      const name = `${kind.toLowerCase()}/${metadata.name}`
      const chosen = images.find(({ workload }) => workload === name)?.container
      const { containers } = spec.template.spec
      const container = containers.find((each) => each.name === chosen) ?? containers[0]
      const selector = Object.entries(spec.selector.matchLabels)
        .map(([key, value]) => `${key}=${value}`)
        .join(',')
      const isEverywhere = kind === 'DaemonSet'
      const before = Number(metadata.annotations[replicasNote] ?? '')
      return {
        name,
        uid: metadata.uid,
        selector,
        container: container?.name ?? '',
        image: container?.image ?? '',
        version: metadata.annotations[versionNote] ?? null,
        replicas: isEverywhere ? null : (spec.replicas ?? 1),
        replicasBefore: Number.isInteger(before) && before > 0 ? before : null,
        wanted: isEverywhere ? (status?.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1),
        ready: isEverywhere ? (status?.numberReady ?? 0) : (status?.readyReplicas ?? 0),
        pods: await readPods(kubectl, selector, signal),
      }
    }),
  )
}

async function readPods(kubectl: Kubectl, selector: string, signal: AbortSignal): Promise<Pod[]> {
  const words = [...kubectl.words, 'get', 'pods', '--selector', selector, '-o', 'json']
  const pods = itemsOf(await kubectl.run('looking at the pods', words, signal), podSchema)
  return pods.filter(({ metadata }) => (metadata.deletionTimestamp ?? '') === '')
}

/** Of one thing kubectl prints itself, of several a list, of none nothing. */
export function itemsOf<Item extends z.ZodType>(text: string, item: Item): z.output<Item>[] {
  if (text.trim() === '') return []
  const json: unknown = JSON.parse(text)
  const list = z.object({ kind: z.literal('List'), items: z.array(item) }).safeParse(json)
  return list.success ? list.data.items : [item.parse(json)]
}
