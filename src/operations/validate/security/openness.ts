import { isIP } from 'node:net'
import { counted } from '../../../domain/units.ts'
import { Failure } from '../../../domain/failure.ts'
import type { ServiceAddress } from '../../../ports/service-probes.ts'
import { type Examination, failed, type Found, passed, skipped } from '../examination.ts'

const group = 'security boundaries'
const hint = 'Let it listen on 127.0.0.1 or in a private network only, or close its port in the firewall.'

/** Whether databases and caches can be reached from where nobody should reach them. */
export async function examineOpenness(examination: Examination): Promise<void> {
  const { environment, ports, rules } = examination
  for (const source of environment.sources) {
    if (source.type === 'files') continue
    const name = source.type === 'postgres' ? `PostgreSQL ${source.name}` : `Redis ${source.name}`
    await examination.check('outside', group, `${name} is closed to the network`, async () => {
      const { address } =
        source.type === 'postgres' ? ports.probes.postgres(source) : ports.probes.redis(source)
      return fromHere(examination, address)
    })
  }
  for (const closed of rules.security.closed) {
    // As it is written: it names variables, and not what they hold.
    await examination.check('outside', group, `closed: ${closed.text}`, async () => {
      const address = addressOf(closed.resolve(ports.variables))
      return (await ports.probes.network.connects(address, ports.signal))
        ? failed('it takes a connection from here', hint, 'access')
        : passed('it takes no connection from here')
    })
  }
}

/**
 * A service on this machine's own address must not listen on the others too. Of one elsewhere nothing can be told: we are
 * among those that it should let in.
 */
async function fromHere({ ports, rules }: Examination, { host, port }: ServiceAddress): Promise<Found> {
  const { probes, variables, signal } = ports
  const { network } = probes
  if (host.startsWith('/')) {
    return skipped(
      'we reach it by a socket, which tells nothing about the network',
      'Name its address under validation.security.closed.',
    )
  }
  if (!isLocal({ host, port })) {
    const address = { host, port }
    const isNamed = rules.security.closed.some((closed) =>
      isSame(addressOf(closed.resolve(variables)), address),
    )
    if (!isNamed) {
      return skipped(
        rules.security.closed.length === 0
          ? 'we reach it over the network ourselves, so that whether strangers do cannot be told from here'
          : 'we reach it over the network ourselves, and its address is none of validation.security.closed',
        'Validate from outside too, and name its address under validation.security.closed.',
      )
    }
    return (await network.connects(address, signal))
      ? failed('it takes a connection from here', hint, 'access')
      : passed('it takes no connection from here')
  }
  const others = network.ownAddresses()
  if (others.length === 0) return skipped('this machine has no other address to try it by')
  for (const other of others) {
    if (await network.connects({ host: other, port }, signal)) {
      return failed(`it listens on other addresses of this machine than ${host} too`, hint, 'access')
    }
  }
  return passed(
    `it takes no connection on ${counted(others.length, 'other address', 'other addresses')} of this machine`,
  )
}

function isSame(one: ServiceAddress, other: ServiceAddress): boolean {
  return one.port === other.port && one.host.toLowerCase() === other.host.toLowerCase()
}

function addressOf(text: string): ServiceAddress {
  const match = /^(\[[0-9a-fA-F:]+\]|[^:/\s]+):(\d{1,5})$/.exec(text)
  const [, host = '', port = ''] = match ?? []
  if (match === null || Number(port) > 65_535) {
    throw new Failure('config', 'it is no address; accepted: host:port')
  }
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) }
}

/** Whether only programs of this machine can listen in. */
export function isLocal({ host }: ServiceAddress): boolean {
  return host.startsWith('/') || host === 'localhost' || (isIP(host) !== 0 && /^(127\.|::1$)/.test(host))
}
