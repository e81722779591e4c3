import type { DeployHistory } from '../domain/deploy-history.ts'
import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import { formatDuration } from '../domain/units.ts'
import { systemClock } from '../host/clock.ts'
import { createProcesses } from '../host/processes.ts'
import {
  bringUp,
  cleanEnvironment,
  type EnvironmentPorts,
  type EnvironmentStatus,
  examineEnvironment,
  type Started,
  stopEnvironment,
} from '../operations/environments/environments.ts'
import { unknownTarget } from '../operations/environments/unknown-target.ts'
import type { ServiceState } from '../ports/target.ts'
import { openHealthProbe, openTarget } from '../targets/open.ts'
import { hideSecrets } from './hide-secrets.ts'
import { holdEnvironment } from './hold-environment.ts'
import type { Host } from './host.ts'
import { type EnvironmentInput, loadEnvironment } from './load-environment.ts'
import type { Answer } from './verb.ts'
import type { EnvCleanInput, EnvStatusInput, EnvStopInput, EnvUpInput } from './verbs/env.ts'

export async function runEnvUp(input: EnvUpInput, host: Host): Promise<Answer> {
  const { environment, ports } = await open(input, host, true)
  const { version = null, confirm = null } = input
  const started = await bringUp(environment, { version, confirm }, ports)
  return { text: startedText(started), json: started }
}

export async function runEnvStatus(input: EnvStatusInput, host: Host): Promise<Answer> {
  const { environment, ports } = await open(input, host, false)
  const status = await examineEnvironment(environment, ports)
  const backup = await newestBackup(environment, host)
  const states = new Set(status.services?.map((service) => service.status))
  // All run, all are stopped, or there is nothing that could.
  const isWhole = states.size === 0 || (states.size === 1 && (states.has('running') || states.has('stopped')))
  return {
    text: [statusText(status), `Newest backup: ${backup.text}`].join('\n'),
    json: { ...status, newestBackup: backup.id, newestBackupNote: backup.id === null ? backup.text : null },
    ...(isWhole ? {} : { failure: 'objective' as const }),
  }
}

export async function runEnvStop(input: EnvStopInput, host: Host): Promise<Answer> {
  const { environment, ports } = await open(input, host, false)
  const stopped = await stopEnvironment(environment, { confirm: input.confirm ?? null }, ports)
  return { text: stopped.detail, json: stopped }
}

export async function runEnvClean(input: EnvCleanInput, host: Host): Promise<Answer> {
  const { environment, ports } = await open(input, host, false)
  const cleaned = await cleanEnvironment(environment, { confirm: input.confirm ?? null }, ports)
  return { text: cleaned.detail, json: cleaned }
}

async function open(
  input: EnvironmentInput,
  host: Host,
  asksForHealth: boolean,
): Promise<{ environment: Environment; ports: EnvironmentPorts }> {
  const environment = await loadEnvironment(input)
  hideSecrets(environment, host)
  const { target: config } = environment
  if (config === undefined) throw unknownTarget(environment.environment)
  const { variables, log, signal } = host
  return {
    environment,
    ports: {
      target: openTarget(config, { variables, processes: createProcesses() }),
      health: asksForHealth ? openHealthProbe(config, { variables }) : null,
      hold: (why) => holdEnvironment(environment, why, host),
      deployments: () => readDeployments(environment, host),
      clock: systemClock,
      log,
      signal,
    },
  }
}

async function readDeployments(environment: Environment, host: Host): Promise<DeployHistory> {
  const [{ openPorts }, { readJournal }] = await Promise.all([
    import('./open-ports.ts'),
    import('../operations/deploy/journal.ts'),
  ])
  await using ports = await openPorts(environment, { host, role: 'read' })
  return await readJournal(environment, ports)
}

/** The services are the question; stores that cannot be asked from here only cost a line of the answer. */
async function newestBackup(
  environment: Environment,
  host: Host,
): Promise<{ id: string | null; text: string }> {
  try {
    const [{ openPorts }, { listBackups }] = await Promise.all([
      import('./open-ports.ts'),
      import('../vault/backups.ts'),
    ])
    await using ports = await openPorts(environment, { host, role: 'read' })
    const { backups } = await listBackups(ports.stores, environment.environment, ports)
    const [newest] = backups
    if (newest === undefined) return { id: null, text: 'there is none' }
    const age = formatDuration(Math.max(0, systemClock.now() - newest.at))
    return { id: newest.id, text: `${newest.id}, ${age} old, in ${newest.stores.join(', ')}` }
  } catch (thrown) {
    host.signal.throwIfAborted()
    const failure = asFailure(thrown)
    if (failure.kind === 'bug') throw failure
    return { id: null, text: `not known from here: ${failure.message}` }
  }
}

function startedText({ environment, version, steps, duration }: Started): string {
  const lines = steps.map(
    ({ name, status, detail, duration: took }) =>
      `  ${name.padEnd(8)} ${formatDuration(took).padStart(8)}  ${status === 'manual' ? 'to be done by hand: ' : ''}${detail === '' ? 'nothing to do' : detail}`,
  )
  return [`${environment} is up with ${version}, after ${formatDuration(duration)}:`, ...lines].join('\n')
}

function statusText({ environment, release, services }: EnvironmentStatus): string {
  const head =
    release === null ? `${environment}: no one version runs` : `${environment}: ${release.version} runs`
  if (services === null) return `${head}. The target does not tell of its services.`
  if (services.length === 0) return `${environment}: nothing runs`
  const rows = [['service', 'status', 'version', 'restarts', 'image'], ...services.map(cells)]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [head, ...lines].join('\n')
}

function cells({ name, status, version, restarts, image }: ServiceState): string[] {
  return [
    name,
    status,
    version ?? '-',
    restarts === null ? '-' : String(restarts),
    image === null ? '-' : image.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1'),
  ]
}
