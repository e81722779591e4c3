import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null
type Fields = { [key: string]: Json }

/** As much of a Kubernetes API server as kubectl asks for when Deployments are changed: what it stores, and roll-outs. */
export interface ApiServer extends AsyncDisposable {
  readonly url: string
  /** What was written, in order: `PATCH /apis/apps/v1/namespaces/shop/deployments/web`. */
  readonly writes: string[]
  /** The digest that a tag means from now on. */
  moveTag(image: string): void
  /** Images whose pods never become ready. */
  readonly unwell: Set<string>
}

/** Nothing is there yet: workloads are applied. */
export async function startApiServer(): Promise<ApiServer> {
  const writes: string[] = []
  const unwell = new Set<string>()
  const moved = new Map<string, number>()
  const deployments = new Map<string, Fields>()
  const replicaSets: { owner: string; template: Fields; revision: number }[] = []

  const digestOf = (reference: string) =>
    reference.split('@')[1] ??
    `sha256:${createHash('sha256')
      .update(`${reference} ${moved.get(reference) ?? 0}`)
      .digest('hex')}`
  /** Does at once what controllers do in a while: revisions, pods, status. */
  const settle = (name: string) => {
    const deployment = deployments.get(name) ?? {}
    const spec = fields(deployment['spec'])
    const template = fields(spec['template'])
    const key = JSON.stringify(template)
    const own = replicaSets.filter(({ owner }) => owner === name)
    const newest = Math.max(0, ...own.map(({ revision }) => revision))
    const known = own.find((each) => JSON.stringify(each.template) === key)
    if (known === undefined) replicaSets.push({ owner: name, template, revision: newest + 1 })
    else if (known.revision !== newest) known.revision = newest + 1
    const revision = known?.revision ?? newest + 1
    const metadata = fields(deployment['metadata'])
    metadata['annotations'] = {
      ...fields(metadata['annotations'] ?? {}),
      'deployment.kubernetes.io/revision': String(revision),
    }
    metadata['generation'] = Number(metadata['generation'] ?? 0) + 1
    const wanted = Number(spec['replicas'] ?? 1)
    const ready = unwell.has(imageOf(template)) ? 0 : wanted
    deployment['status'] = {
      observedGeneration: metadata['generation'],
      replicas: wanted,
      updatedReplicas: wanted,
      readyReplicas: ready,
      availableReplicas: ready,
    }
  }
  const podsOf = (name: string): Fields[] => {
    const spec = fields(deployments.get(name)?.['spec'] ?? {})
    const image = imageOf(fields(spec['template']))
    const ready = !unwell.has(image)
    return Array.from({ length: Number(spec['replicas'] ?? 1) }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `${name}-${index}`, namespace: 'shop', labels: { app: name } },
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name,
            ready,
            restartCount: 0,
            imageID: `${image.split('@')[0]?.replace(/:[^:/]*$/, '') ?? ''}@${digestOf(image)}`,
          },
        ],
      },
    }))
  }

  const answer = async (request: IncomingMessage): Promise<[number, Json]> => {
    const url = new URL(request.url ?? '/', 'http://server')
    const found = discovery[url.pathname]
    if (found !== undefined) return [200, found]
    const [, what = '', name, sub] =
      /^\/api(?:s\/apps)?\/v1\/namespaces\/shop\/(\w+)(?:\/([\w-]+))?(?:\/(\w+))?$/.exec(url.pathname) ?? []
    const chosen =
      /app=([\w-]+)/.exec(url.searchParams.get('labelSelector') ?? '')?.[1] ??
      /metadata\.name=([\w-]+)/.exec(url.searchParams.get('fieldSelector') ?? '')?.[1]
    if (what === 'pods' && chosen !== undefined) return [200, list('PodList', podsOf(chosen))]
    if (what === 'replicasets') {
      return [
        200,
        list('ReplicaSetList', replicaSets.filter(({ owner }) => owner === chosen).map(replicaSet)),
      ]
    }
    if (what !== 'deployments') return [404, notFound]
    if (name === undefined) {
      const chosenOnes = [...deployments].filter(([own]) => own === chosen).map(([, each]) => each)
      return [200, list('DeploymentList', chosenOnes)]
    }
    if (request.method === 'DELETE') {
      writes.push(`DELETE ${url.pathname}`)
      deployments.delete(name)
      return [200, { kind: 'Status', apiVersion: 'v1', status: 'Success' }]
    }
    const isApplied = request.headers['content-type']?.startsWith('application/apply-patch') === true
    const deployment = deployments.get(name) ?? (isApplied ? newDeployment(name) : undefined)
    if (deployment === undefined) return [404, notFound]
    deployments.set(name, deployment)
    if (request.method === 'PATCH') {
      writes.push(`PATCH ${url.pathname}`)
      const patch: unknown = JSON.parse(await text(request))
      if (request.headers['content-type'] === 'application/json-patch+json')
        jsonPatch(deployment, patch as Fields[])
      else merge(deployment, patch as Fields)
      settle(name)
    }
    return [200, sub === 'scale' ? scaleOf(name, deployment) : deployment]
  }

  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    writes,
    unwell,
    moveTag: (reference) => {
      moved.set(reference, (moved.get(reference) ?? 0) + 1)
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const notFound: Fields = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'NotFound',
  code: 404,
  message: 'not found',
}
const resource = (name: string, kind: string, more: Fields = {}): Fields => ({
  name,
  singularName: kind.toLowerCase(),
  namespaced: true,
  kind,
  verbs: ['get', 'list', 'patch', 'watch', 'update'],
  ...more,
})
const discovery: Record<string, Json> = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [
      {
        name: 'apps',
        versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
        preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
      },
    ],
  },
  // kubectl asks whether the server itself checks the fields of what is applied.
  '/openapi/v3': { paths: { 'apis/apps/v1': { serverRelativeURL: '/openapi/v3/apis/apps/v1' } } },
  '/openapi/v3/apis/apps/v1': {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1.32.0' },
    paths: {
      '/apis/apps/v1/namespaces/{namespace}/deployments/{name}': {
        patch: {
          parameters: [{ name: 'fieldValidation', in: 'query', schema: { type: 'string' } }],
          responses: {},
          'x-kubernetes-action': 'patch',
          'x-kubernetes-group-version-kind': { group: 'apps', kind: 'Deployment', version: 'v1' },
        },
      },
    },
  },
  '/api/v1': { kind: 'APIResourceList', groupVersion: 'v1', resources: [resource('pods', 'Pod')] },
  '/apis/apps/v1': {
    kind: 'APIResourceList',
    groupVersion: 'apps/v1',
    resources: [
      resource('deployments', 'Deployment'),
      resource('deployments/scale', 'Scale', { group: 'autoscaling', version: 'v1' }),
      resource('replicasets', 'ReplicaSet'),
    ],
  },
}

function newDeployment(name: string): Fields {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', uid: `uid-${name}`, resourceVersion: '1', annotations: {} },
  }
}

function replicaSet({
  owner,
  template,
  revision,
}: {
  owner: string
  template: Fields
  revision: number
}): Json {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${owner}-${createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 8)}`,
      namespace: 'shop',
      uid: randomUUID(),
      labels: { app: owner },
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'Deployment', name: owner, uid: `uid-${owner}`, controller: true },
      ],
    },
    spec: { replicas: 0, selector: { matchLabels: { app: owner } }, template },
  }
}

function scaleOf(name: string, deployment: Fields): Fields {
  const replicas = fields(deployment['spec'])['replicas'] ?? 1
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name, namespace: 'shop' },
    spec: { replicas },
    status: { replicas },
  }
}

function list(kind: string, items: Json[]): Json {
  return {
    apiVersion: kind === 'PodList' ? 'v1' : 'apps/v1',
    kind,
    metadata: { resourceVersion: '1' },
    items,
  }
}

function imageOf(template: Fields): string {
  const containers = fields(template['spec'])['containers']
  const [first = null] = Array.isArray(containers) ? containers : []
  const { image } = fields(first)
  return typeof image === 'string' ? image : ''
}

/** A merge patch; containers are matched by name, as a strategic one does. */
function merge(into: Fields, patch: Fields): void {
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) continue
    const old = into[key]
    if (value === null) delete into[key]
    else if (key === 'containers' && Array.isArray(value) && Array.isArray(old)) {
      for (const each of value.map(fields)) {
        const same = old.map(fields).find(({ name }) => name === each['name'])
        if (same !== undefined) merge(same, each)
      }
    } else if (typeof value === 'object' && !Array.isArray(value)) {
      const child = structuredClone(fields(old ?? {}))
      merge(child, value)
      into[key] = child
    } else into[key] = value
  }
}

function jsonPatch(into: Fields, operations: readonly Fields[]): void {
  for (const { path, value = null } of operations) {
    const steps = typeof path === 'string' ? path.slice(1).split('/') : []
    const last = steps.pop() ?? ''
    const parent = steps.reduce((at, step) => fields(at[step] ?? {}), into)
    parent[last] = value
  }
}

function fields(value: Json | undefined): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Error(`no mapping: ${JSON.stringify(value)}`)
}
