import { freePercent } from '../../domain/disk-space.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type { ServiceState } from '../../ports/target.ts'
import { readEventsSince } from '../ledger/read-events.ts'
import { degraded, type Examination, failed, type Found, passed, skipped } from './examination.ts'

const group = 'environment status'

/** Looks this far back in the ledger for the last deployment. */
const longestAgo = 400 * 86_400_000

/** Whether what was deployed runs, as the platform says, and has room to run on. */
export async function examineEnvironment(examination: Examination): Promise<void> {
  const { ports, rules } = examination
  const { target, signal } = ports
  let services: readonly ServiceState[] | null = null
  await examination.check('services', group, 'services run', async () => {
    services = await target.services(signal)
    return judgeServices(services, rules.services)
  })
  await examination.check('versions', group, 'version as deployed', () => version(examination))
  await examination.check('restarts', group, 'no service restarts again and again', async () =>
    services === null || services.length === 0
      ? skipped(services === null ? untold : 'nothing runs')
      : judgeRestarts(services, rules.maxRestarts),
  )
  await examination.check('disk', group, 'disks have room', () => disk(examination))
}

const untold = 'the target does not tell of its services'

function judgeServices(services: readonly ServiceState[] | null, expected: readonly string[]): Found {
  if (services === null) {
    return expected.length === 0
      ? skipped(
          untold,
          'Describe under target where the application runs; of a target that a person restarts nothing is known.',
        )
      : failed(`${counted(expected.length, 'service')} should run, and ${untold}`)
  }
  if (services.length === 0) {
    return failed('nothing runs', 'Bring the application up, or find out who stopped it.', 'unavailable')
  }
  const wanted = expected.length === 0 ? services.map(({ name }) => name) : expected
  const stateOf = (name: string) => services.find((service) => service.name === name)?.status ?? 'missing'
  const bad = wanted.filter((name) => stateOf(name) !== 'running')
  if (bad.length === 0) return passed(`${counted(wanted.length, 'service')} running`)
  return failed(
    `not running: ${bad.map((name) => `${name} (${stateOf(name)})`).join(', ')}; ${wanted.length - bad.length} of ${wanted.length} running`,
    'Look at the log of each service that does not run.',
    'unavailable',
  )
}

async function version({ environment, input, ports }: Examination): Promise<Found> {
  const expected =
    input.version === null
      ? await lastDeployed(environment, ports)
      : { version: input.version, source: 'asked for' }
  if (expected === null) {
    return skipped(
      'it is not known which version should run: the ledger has no deployment that stands',
      'Deploy with lifeboat, or give the version.',
    )
  }
  const running = await ports.target.running(ports.signal)
  if (running === null) return skipped('the platform does not say which version runs')
  if (running.version === expected.version) return passed(`${running.version} runs, as ${expected.source}`)
  return failed(
    `${running.version} runs, and ${expected.version} was ${expected.source}`,
    'Deploy the version that should run, or find out who changed it.',
  )
}

/** What stands after the newest deployment that changed anything; null when that left something unknown. */
export async function lastDeployed(
  environment: Examination['environment'],
  ports: Examination['ports'],
): Promise<{ version: string; source: string } | null> {
  const events = await readEventsSince(environment, ports.clock.now() - longestAgo, ['deploy'], ports)
  for (const { details } of events.reverse()) {
    const { state, version: deployed, from } = details
    if (state === 'refused') continue
    const stands = state === 'stands' ? deployed : state === 'rolled-back' ? from : null
    return typeof stands === 'string' && stands !== '' ? { version: stands, source: 'deployed last' } : null
  }
  return null
}

function judgeRestarts(services: readonly ServiceState[], most: number): Found {
  const known = services.filter(({ restarts }) => restarts !== null)
  if (known.length === 0) return skipped('the platform does not say how often it started a service again')
  const bad = known.filter(({ restarts }) => (restarts ?? 0) > most)
  const total = known.reduce((sum, { restarts }) => sum + (restarts ?? 0), 0)
  if (bad.length === 0) {
    const all = `${counted(total, 'restart')} of ${counted(known.length, 'service')}`
    return known.length === services.length
      ? passed(all)
      : degraded(`${all}; nothing is known of ${services.length - known.length} more`)
  }
  return failed(
    `more than ${counted(most, 'restart')}: ${bad.map(({ name, restarts }) => `${name} (${restarts})`).join(', ')}`,
    'Look at the log of each of these services for why it ended.',
    'unavailable',
  )
}

async function disk({ ports, rules, environment }: Examination): Promise<Found> {
  const { paths, minFree } = rules.disk
  const isHere = environment.target?.type === 'compose' && (ports.variables['DOCKER_HOST'] ?? '') === ''
  const looked = paths.length > 0 ? paths : isHere ? ['/'] : []
  if (looked.length === 0) {
    return skipped(
      'the application does not run on this machine, as far as is known',
      'Name folders of this machine under validation.disk.paths, or leave the check out.',
    )
  }
  const rooms: string[] = []
  const full: string[] = []
  for (const path of looked) {
    const found = await ports.workspace.disk(path)
    if (found === null) return failed(`there is no folder ${path}`, undefined, 'missing')
    if (found.total === 0) {
      rooms.push(`${path}: its disk tells no size`)
      continue
    }
    const percent = freePercent(found)
    const text = `${path}: ${formatBytes(found.free)} free (${percent} %)`
    rooms.push(text)
    if (percent < minFree) full.push(text)
  }
  return full.length === 0
    ? passed(rooms.join(', '))
    : failed(
        `less than ${minFree} % is free: ${full.join(', ')}`,
        'Free space, or enlarge the disk.',
        'capacity',
      )
}
