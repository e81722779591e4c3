import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { openTarget } from '../../src/targets/open.ts'
import { targetContract, type TargetSubject } from '../contracts/target.ts'
import { startApiServer } from '../support/kubernetes/api-server.ts'
import { noteSkipped } from '../support/servers/not-real.ts'
import { targetConfig } from '../support/targets/target-config.ts'

const hasKubectl = await findKubectl()

async function findKubectl(): Promise<boolean> {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    await noteSkipped('kubectl', 'put kubectl on PATH')
    return false
  }
}

describe.runIf(hasKubectl)('Kubernetes as a target to deploy to, by the real kubectl', () => {
  targetContract(kubernetesSubject)
})

async function kubernetesSubject(): Promise<TargetSubject> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-kubernetes-'))
  const server = await startApiServer()
  server.unwell.add('registry.example/shop:unwell')
  const kubeconfig = join(folder, 'config')
  await writeFile(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'double', cluster: { server: server.url } }],
      users: [{ name: 'nobody', user: {} }],
      contexts: [{ name: 'double', context: { cluster: 'double', user: 'nobody', namespace: 'shop' } }],
      'current-context': 'double',
    }),
  )
  const mark = join(folder, 'mark')
  const manifest = join(folder, 'shop.yml')
  await writeFile(manifest, ['web', 'worker'].map(deploymentOf).join('---\n'))
  const config = targetConfig({
    type: 'kubernetes',
    workloads: ['deployment/web', 'deployment/worker'],
    manifests: [manifest],
    images: ['web', 'worker'].map((name) => ({
      workload: `deployment/${name}`,
      container: name,
      image: 'registry.example/shop',
    })),
    timeout: '3s',
    migrate: ['sh', '-c', 'printf %s "$LIFEBOAT_VERSION" > "$MARK"'],
    variables: ['MARK'],
  })
  const variables = { PATH: process.env['PATH'], HOME: folder, KUBECONFIG: kubeconfig, MARK: mark }
  const target = openTarget(config, { variables, processes: createProcesses() })
  return {
    target,
    unwell: 'unwell',
    moveTag: async (version) => server.moveTag(`registry.example/shop:${version}`),
    midway: async () => {
      const controller = new AbortController()
      const before = server.writes.length
      const look = () => {
        if (server.writes.length > before) controller.abort(new Error('stopped'))
        else setImmediate(look)
      }
      look()
      return controller.signal
    },
    migrated: () => readFile(mark, 'utf8'),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function deploymentOf(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: ${name}, image: "registry.example/shop:\${LIFEBOAT_VERSION}" }] }
`
}
