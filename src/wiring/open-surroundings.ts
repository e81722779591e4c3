import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { DiskSpace } from '../domain/disk-space.ts'
import type { Environment } from '../domain/environment/schema.ts'
import type { Template } from '../domain/environment/template.ts'
import { diskSpace } from '../host/disk-space.ts'
import type { Surroundings } from '../ports/surroundings.ts'
import type { Host } from './host.ts'

/** Where GitHub looks for workflows, from the root of the repository, which is the working directory of a job. */
const workflowsFolder = '.github/workflows'

/** Disks, workflow files and GitHub's word on them, as this machine and this token can see them. */
export async function openSurroundings(
  environment: Environment,
  token: string | undefined,
  host: Host,
): Promise<Surroundings> {
  const localStores = new Map<string, string | null>()
  for (const store of environment.stores) {
    if (store.type === 'local') localStores.set(store.name, resolvedOrNull(store.path, host))
  }
  return {
    diskSpace: nearestDisk,
    localStores,
    workflows: () => readWorkflows(host),
    repository: (await host.openRepositoryState?.(token)) ?? null,
  }
}

function resolvedOrNull(path: Template, { variables }: Host): string | null {
  return path.names.some((name) => (variables[name] ?? '') === '') ? null : path.resolve(variables)
}

async function nearestDisk(path: string): Promise<DiskSpace | null> {
  for (let place = resolve(path); ; place = dirname(place)) {
    const found = await diskSpace(place).catch(() => null)
    if (found !== null && found.total > 0) return found
    if (found !== null || dirname(place) === place) return null
  }
}

async function readWorkflows({ log }: Host): Promise<Map<string, unknown>> {
  const names = await readdir(workflowsFolder).catch(() => [])
  const workflows = new Map<string, unknown>()
  const { parseWorkflow } = await import('../domain/workflow-file.ts')
  for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
    const text = await readFile(join(workflowsFolder, name), 'utf8').catch(() => null)
    const workflow = text === null ? null : parseWorkflow(text)
    const path = `${workflowsFolder}/${name}`
    if (workflow !== null) workflows.set(path, workflow)
    else if (text !== null) log.warning(`${path} cannot be understood: it counts as no workflow`)
  }
  return workflows
}
