import { readFile } from 'node:fs/promises'
import type { Environment, StoreConfig } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import { systemClock } from '../host/clock.ts'
import { createProcesses } from '../host/processes.ts'
import { machineName, thisMachine } from '../host/machine.ts'
import { systemRandom } from '../host/random.ts'
import { openSpool } from '../host/spool.ts'
import type { Keys, Ports } from '../ports/ports.ts'
import type { Store } from '../ports/store.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { Host } from './host.ts'
import { sourceOpeners } from './open-source.ts'
import { version } from './version.ts'

export interface PortsOptions {
  host: Host
  /** What the run is for. Only the secrets which that needs are looked at. */
  role: Role
  reason?: string | undefined
  /** For `verify` and `restore`: the text of an age identity file, or its path. */
  identity?: string | undefined
  identityFile?: string | undefined
  /** Path of the file with the signing key, rather than a variable. */
  signingKeyFile?: string | undefined
  /** Further roles whose signing keys the run may be given, each in `LIFEBOAT_<ROLE>_SIGNING_KEY`. */
  signingRoles?: readonly SigningRole[]
  /** Only these stores; all by default. */
  stores?: readonly StoreConfig[]
}

/**
 * `backup` seals and signs; `verify` opens and signs; `restore` does all of these; `retention` only signs, as those do that
 * clear leases; `read` only reads what is not sealed.
 */
export type Role = 'backup' | 'verify' | 'restore' | 'retention' | 'read'

export type SigningRole = keyof Environment['signing']

const givenTo = new WeakMap<Host, readonly string[]>()

/** The signing keys that the runs of this host were given so far: each is taken once, and what is written after the work needs it too. */
export function signingKeysOf(host: Host): readonly string[] {
  return givenTo.get(host) ?? []
}

/** Everything that an operation needs of the world, on this machine. Disposing it closes stores and removes the spool. */
export async function openPorts(
  environment: Environment,
  options: PortsOptions,
): Promise<Ports & AsyncDisposable> {
  const { host } = options
  hideSecrets(environment, host)
  const keys = await readKeys(environment, options)
  await using opened = new AsyncDisposableStack()
  const stores: Store[] = []
  for (const config of options.stores ?? environment.stores) {
    stores.push(opened.use(await openOneStore(config, host)))
  }
  const { path: spool } = opened.use(await openSpool(host.temporaryFolder))
  const ports: Ports = {
    stores,
    ...sourceOpeners(host, () => ports),
    keys,
    run: {
      actor: host.actor,
      reason: options.reason ?? null,
      url: host.runUrl,
      host: machineName(),
      version,
      machine: thisMachine(),
    },
    log: host.log,
    clock: systemClock,
    random: systemRandom,
    processes: createProcesses(),
    spool,
    signal: host.signal,
  }
  const resources = opened.move()
  return Object.assign(ports, { [Symbol.asyncDispose]: () => resources.disposeAsync() })
}

async function openOneStore(config: StoreConfig, host: Host): Promise<Store> {
  const { openStore } = await import('../stores/open.ts')
  return openStore(config, {
    variables: host.variables,
    oidcToken: host.oidcToken,
    clock: systemClock,
    random: systemRandom,
    log: host.log,
    runnerIsHosted: host.isThrownAway,
  })
}

async function readKeys(environment: Environment, options: PortsOptions): Promise<Keys> {
  const { host, role } = options
  const keys: { -readonly [Key in keyof Keys]: Keys[Key] } = {
    passphrase: null,
    identities: [],
    signing: null,
  }
  if (role === 'read') return keys
  const { encryption } = environment
  if (role !== 'retention' && typeof encryption === 'object' && 'passphrase' in encryption) {
    keys.passphrase = encryption.passphrase.resolve(host.variables)
  }
  const variable = host.takeVariable('LIFEBOAT_SIGNING_KEY')
  const further = (options.signingRoles ?? []).map(
    (role) => host.takeVariable(`LIFEBOAT_${role.toUpperCase()}_SIGNING_KEY`) ?? '',
  )
  const given = keyLines((await readKeyFile(options.signingKeyFile, 'signing key')) ?? variable ?? '')
  keys.signingKeys = [...given, ...further.flatMap(keyLines)]
  keys.signing = keys.signingKeys[0] ?? null
  for (const key of keys.signingKeys) host.hide(key)
  givenTo.set(host, [...new Set([...signingKeysOf(host), ...keys.signingKeys])])
  const identities = host.takeVariable('LIFEBOAT_IDENTITY')
  if (role === 'verify' || role === 'restore') {
    const text = options.identity ?? (await readKeyFile(options.identityFile, 'identity')) ?? identities ?? ''
    if (text.trim() !== '') {
      const { parseIdentities } = await import('../vault/keys.ts')
      keys.identities = parseIdentities(text)
      for (const identity of keys.identities) host.hide(identity)
    }
  }
  return keys
}

async function readKeyFile(path: string | undefined, what: string): Promise<string | undefined> {
  if (path === undefined) return undefined
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Failure('config', `the ${what} file ${path} cannot be read`, {
      cause,
      hint: 'Give the path of a key file, as `lifeboat keygen` writes it.',
    })
  })
}

/** The keys in the text of a key file: its lines that are neither comments nor empty. Most files hold one. */
function keyLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
