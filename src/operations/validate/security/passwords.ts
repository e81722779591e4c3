import type { SourceConfig } from '../../../domain/environment/schema.ts'
import { counted } from '../../../domain/units.ts'
import type { Admission, ServiceAddress } from '../../../ports/service-probes.ts'
import { type Examination, failed, type Found, passed, skipped } from '../examination.ts'
import { credentialOf } from './credentials.ts'
import { isLocal } from './openness.ts'
import { isWellKnown, postgresPairs, redisPasswords } from './well-known.ts'

const group = 'security boundaries'

/** What a source must refuse, whatever its kind. */
interface Guarded {
  kind: 'database-password' | 'redis-password'
  title: string
  withoutPassword(): Promise<Admission>
  /** Each well-known password, tried. */
  tries: readonly (() => Promise<Admission>)[]
  address(): ServiceAddress
  isEncrypted(): Promise<boolean>
}

/** Databases and caches let nobody in without a password, nor with one that everybody knows, nor in plain text. */
export async function examinePasswords(examination: Examination): Promise<void> {
  for (const source of examination.environment.sources) {
    const guarded = guardOf(examination, source)
    if (guarded === null) continue
    const { kind, title } = guarded
    let isOpen = false
    await examination.check(kind, group, `${title} asks for a password`, async () => {
      isOpen = (await guarded.withoutPassword()) === 'accepted'
      return isOpen
        ? failed('it lets in who gives none', 'Set a password, and make the server demand it.', 'access')
        : passed('it refuses who gives none')
    })
    await examination.check('default-passwords', group, `${title} has no default password`, () =>
      defaultPasswords(examination, source, guarded, isOpen),
    )
    await examination.check('encryption', group, `${title} is talked to in private`, () =>
      encryption(guarded),
    )
  }
}

function guardOf({ ports }: Examination, source: SourceConfig): Guarded | null {
  const { probes, signal } = ports
  if (source.type === 'postgres') {
    return {
      kind: 'database-password',
      title: `PostgreSQL ${source.name}`,
      withoutPassword: () => probes.postgres(source).withoutPassword(signal),
      tries: postgresPairs.map(
        ([user, password]) =>
          () =>
            probes.postgres(source).withPassword(user, password, signal),
      ),
      address: () => probes.postgres(source).address,
      isEncrypted: async () => (await probes.postgres(source).ask(signal)).encrypted,
    }
  }
  if (source.type !== 'redis') return null
  return {
    kind: 'redis-password',
    title: `Redis ${source.name}`,
    withoutPassword: () => probes.redis(source).withoutPassword(signal),
    tries: redisPasswords.map((password) => () => probes.redis(source).withPassword(password, signal)),
    address: () => probes.redis(source).address,
    isEncrypted: async () => probes.redis(source).encrypted,
  }
}

async function defaultPasswords(
  { ports, rules }: Examination,
  source: SourceConfig,
  { tries }: Guarded,
  isOpen: boolean,
): Promise<Found> {
  const hint = 'Change the password to one that a generator made.'
  const own = credentialOf(source, ports.variables)
  if (own !== null && isWellKnown(own.value, [own.user, own.database])) {
    return failed('its password is one that everybody knows', hint, 'access')
  }
  if (isOpen) return skipped('it asks for no password at all')
  if (!rules.security.tryPasswords) return skipped('the environment file lets no password be tried')
  for (const attempt of tries) {
    if ((await attempt()) === 'accepted') return failed('a well-known password opens it', hint, 'access')
  }
  return passed(`${counted(tries.length, 'well-known password')} refused`)
}

async function encryption(guarded: Guarded): Promise<Found> {
  if (await guarded.isEncrypted()) return passed('the connection is encrypted')
  return isLocal(guarded.address())
    ? passed('the connection does not leave this machine')
    : failed(
        'passwords and data cross the network in plain text',
        'Turn TLS on: sslmode=verify-full for PostgreSQL, rediss:// for Redis.',
        'access',
      )
}
