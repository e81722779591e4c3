import { isFromTheFuture } from '../../domain/age.ts'
import type { Template } from '../../domain/environment/template.ts'
import { scheduleIn } from '../../domain/workflow-schedule.ts'
import { countSamples } from '../../domain/prometheus.ts'
import { largestGap, parseCrons, previousRun } from '../../domain/schedule.ts'
import { counted, formatBytes, formatDuration } from '../../domain/units.ts'
import { asFailure, Failure } from '../../domain/failure.ts'
import { isEmergencyBackup } from '../../domain/backup-id.ts'
import { listBackups } from '../../vault/backups.ts'
import { degraded, type Examination, failed, type Found, passed, skipped } from './examination.ts'

const group = 'operational readiness'

/** GitHub starts scheduled runs late, and a backup takes its time: only after this is one missing. */
const tolerated = 45 * 60_000
const longestMetrics = 4 * 1024 * 1024

/** What people will reach for on the day of trouble. */
export async function examineReadiness(examination: Examination): Promise<void> {
  await logs(examination)
  await metrics(examination)
  await alerts(examination)
  const crons = await scheduledBackups(examination)
  await examination.check('schedule', group, 'backups are scheduled', async () =>
    judgeSchedule(examination, crons),
  )
  await examination.check('backups-on-time', group, 'the newest backup keeps to the schedule', () =>
    judgeNewest(examination, crons),
  )
  await examination.check('runbooks', group, 'runbooks are there and can be read', () =>
    runbooks(examination),
  )
}

async function logs(examination: Examination): Promise<void> {
  const { rules, ports } = examination
  if (rules.readiness.logs.length === 0) {
    return examination.check('logs', group, 'logs', async () =>
      skipped(
        'the environment file names no log',
        'Name files under validation.readiness.logs, or leave the check out.',
      ),
    )
  }
  for (const { path, maxAge } of rules.readiness.logs) {
    await examination.check('logs', group, `log ${path}`, async () => {
      const found = await ports.workspace.look(path)
      if (found === null) return failed('there is no such file', undefined, 'missing')
      const age = Math.max(0, ports.clock.now() - found.modifiedAt)
      const text = `${formatBytes(found.size)}, written ${formatDuration(age)} ago`
      return found.size > 0 && age <= maxAge
        ? passed(text)
        : failed(`${text}; ${formatDuration(maxAge)} are allowed`, 'See whether the application still logs.')
    })
  }
}

async function metrics(examination: Examination): Promise<void> {
  const { rules, ports } = examination
  if (rules.readiness.metrics.length === 0) {
    return examination.check('metrics', group, 'metrics', async () =>
      skipped(
        'the environment file names no endpoint of metrics',
        'Name it under validation.readiness.metrics.',
      ),
    )
  }
  for (const { name, method, url, headers, status, timeout } of rules.readiness.metrics) {
    await examination.check('metrics', group, `metrics ${name}`, async () => {
      const answer = await ports.http.ask(
        {
          method,
          url: examination.resolveAddress(url),
          headers: examination.headers(headers),
          timeout,
          keep: longestMetrics,
        },
        ports.signal,
      )
      if (answer.status !== status) return failed(`answered ${answer.status}; ${status} is right`)
      // A cut page ends within a line.
      const text = answer.body.toString()
      const whole = answer.size > longestMetrics ? text.slice(0, text.lastIndexOf('\n')) : text
      const samples = countSamples(whole)
      return samples === null || samples === 0
        ? failed(`answered ${counted(answer.size, 'byte')} that are no metrics of Prometheus`)
        : passed(counted(samples, 'sample'))
    })
  }
}

/** Where an alarm goes: as the file lists it, or as its notifications do. */
interface Alarm {
  name: string
  address(): { host: string; port: number; isSecure: boolean }
}

async function alerts(examination: Examination): Promise<void> {
  const { ports } = examination
  const { network } = ports.probes
  const alarms = alarmsOf(examination)
  if (alarms.length === 0) {
    return examination.check('alerts', group, 'ways to raise an alarm', async () =>
      skipped(
        'the environment file names no way to raise an alarm',
        'Name channels under notifications, or addresses under validation.readiness.alerts.',
      ),
    )
  }
  for (const alarm of alarms) {
    await examination.check('alerts', group, `alarm ${alarm.name}`, async () => {
      const { isSecure, ...at } = alarm.address()
      if (!isSecure) {
        return (await network.connects(at, ports.signal))
          ? passed('takes a connection; nothing was sent')
          : failed('takes no connection', 'Check the address, and the firewall.', 'unavailable')
      }
      const { problem } = await network.handshake(at, { onlyOld: false }, ports.signal)
      return problem === null
        ? passed('takes a connection, and its certificate is trusted; nothing was sent')
        : failed(`its certificate is not trusted (${problem})`, undefined, 'access')
    })
  }
}

const usualPorts: Record<string, number> = { 'https:': 443, 'http:': 80, 'smtp:': 587, 'smtps:': 465 }

function alarmsOf(examination: Examination): Alarm[] {
  const { environment, rules } = examination
  const at = (name: string, url: Template | undefined, usual: string): Alarm => ({
    name,
    address: () => addressIn(url === undefined ? usual : examination.resolve(url)),
  })
  const channels = (environment.notifications?.channels ?? []).flatMap((channel): Alarm[] => {
    if (channel.type === 'slack')
      return [at(channel.name, channel.webhookUrl ?? channel.api, 'https://slack.com')]
    if (channel.type === 'webhook') return [at(channel.name, channel.url, '')]
    if (channel.type === 'pagerduty')
      return [at(channel.name, channel.endpoint, 'https://events.pagerduty.com')]
    if (channel.type !== 'email') return []
    const isSecure = channel.security === 'tls'
    const port = channel.port ?? (isSecure ? 465 : 587)
    return [
      { name: channel.name, address: () => ({ host: examination.resolve(channel.host), port, isSecure }) },
    ]
  })
  return [...rules.readiness.alerts.map(({ name, url }) => at(name, url, '')), ...channels]
}

function addressIn(text: string): ReturnType<Alarm['address']> {
  const url = URL.parse(text)
  const usual = usualPorts[url?.protocol ?? '']
  if (url === null || usual === undefined) {
    throw new Failure('config', 'the address is none of https://, http://, smtp:// or smtps://')
  }
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? usual : Number(url.port),
    isSecure: url.protocol === 'https:' || url.protocol === 'smtps:',
  }
}

async function scheduledBackups({
  environment,
  ports: { workspace },
  rules,
}: Examination): Promise<string[]> {
  const folder = rules.readiness.workflows
  const found = new Set<string>()
  const { parseWorkflow } = await import('../../domain/workflow-file.ts')
  for (const name of await workspace.names(folder)) {
    if (!/\.ya?ml$/.test(name)) continue
    const text = (await workspace.read(`${folder}/${name}`)) ?? ''
    const { lines = [] } = scheduleIn(parseWorkflow(text), 'backup', environment.environment) ?? {}
    for (const line of lines) found.add(line)
  }
  return [...found]
}

function judgeSchedule({ environment, rules }: Examination, crons: readonly string[]): Found {
  if (crons.length === 0) {
    return failed(
      `no workflow of ${rules.readiness.workflows} backs this environment up on a schedule`,
      'Write one with `lifeboat init`.',
      'missing',
    )
  }
  const gap = largestGap(parseCrons(crons))
  const { backupEvery } = environment.objectives
  const text = `${counted(crons.length, 'cron line')}, at most ${gap === null ? 'once' : formatDuration(gap)} apart`
  return backupEvery !== undefined && (gap === null || gap > backupEvery)
    ? degraded(
        `${text}; ${formatDuration(backupEvery)} is the objective`,
        'Schedule backups more often; see `lifeboat plan`.',
      )
    : passed(text)
}

async function judgeNewest({ environment, ports }: Examination, crons: readonly string[]): Promise<Found> {
  if (crons.length === 0) return skipped('there is no schedule to keep to')
  const { stores, log, signal, clock } = ports
  const due = previousRun(parseCrons(crons), clock.now() - tolerated)
  const { backups } = await listBackups(stores, environment.environment, { log, signal })
  const newest = backups.find(({ id, at }) => !isEmergencyBackup(id) && !isFromTheFuture(at, clock.now()))
  if (newest === undefined) return failed('there is no backup', 'Run `lifeboat backup`.', 'missing')
  const age = `the newest is ${formatDuration(Math.max(0, clock.now() - newest.at))} old`
  return due === null || newest.at >= due
    ? passed(age)
    : failed(
        `${age}; one was due ${formatDuration(clock.now() - due)} ago`,
        'See whether GitHub still runs the schedule: it stops after 60 days without a commit.',
      )
}

async function runbooks({ ports, rules }: Examination): Promise<Found> {
  const folder = rules.readiness.runbooks
  const names = (await ports.workspace.names(folder)).filter((name) => /\.ya?ml$/.test(name))
  if (names.length === 0) {
    return failed(`there is no runbook in ${folder}`, 'Write the procedures for an incident down.', 'missing')
  }
  const wrong: string[] = []
  for (const name of names) {
    try {
      await ports.readRunbook?.(`${folder}/${name}`)
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind !== 'config') throw error
      wrong.push(name)
    }
  }
  return wrong.length === 0
    ? passed(
        `${counted(names.length, 'runbook')}${ports.readRunbook === null ? '' : ', each as it should be'}`,
      )
    : failed(`not as they should be: ${wrong.join(', ')}`, 'Run `lifeboat runbook lint`.', 'config')
}
