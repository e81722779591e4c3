import type { Environment } from '../domain/environment/schema.ts'
import { Failure } from '../domain/failure.ts'
import type { Ports } from '../ports/ports.ts'
import { publicKeyOf } from '../vault/signing.ts'

/** Whether an event signed with this key is one that `ledger verify` believes; true where no key is configured at all. */
export function hasRoleOf(environment: Environment, secretKey: string | null): boolean {
  const known = Object.values(environment.signing).filter((key) => key !== undefined)
  return known.length === 0 || (secretKey !== null && known.includes(publicKeyOf(secretKey)))
}

/**
 * The ports of a run as one of its roles has them: of the signing keys that it was given, the first that belongs to a role's
 * public key; the run's own key when none does.
 * @param roles whose signature would be believed, the best first
 */
export function inRole<P extends Pick<Ports, 'keys'>>(
  { signing }: Environment,
  roles: readonly (keyof Environment['signing'])[],
  ports: P,
): P {
  const given = ports.keys.signingKeys ?? (ports.keys.signing === null ? [] : [ports.keys.signing])
  const wanted = roles.flatMap((role) => signing[role] ?? [])
  const own = wanted
    .map((publicKey) => given.find((secret) => publicKeyOf(secret) === publicKey))
    .find((secret) => secret !== undefined)
  return own === undefined ? ports : { ...ports, keys: { ...ports.keys, signing: own } }
}

/**
 * Before any work: the secret key that this role signs with is there when the environment file names a public key, and
 * is its counterpart. @throws Failure `config`
 */
export function checkSigningKey(
  environment: Environment,
  role: keyof Environment['signing'],
  secretKey: string | null,
): void {
  const publicKey = environment.signing[role]
  if (secretKey === null) {
    if (publicKey !== undefined) {
      throw new Failure('config', `signing.${role} names a public key, and LIFEBOAT_SIGNING_KEY is not set`, {
        hint: `Give the ${role} role’s secret signing key: in a job LIFEBOAT_SIGNING_KEY: \${{ secrets.LIFEBOAT_SIGNING_KEY }}, on a terminal --signing-key-file.`,
      })
    }
    // The others sign nothing that a restore would have to believe.
    if (environment.protected && (role === 'backup' || role === 'verify')) {
      throw new Failure('config', `the environment is protected, and signing.${role} is not configured`, {
        hint: 'Make keys with lifeboat keygen and put the public ones under signing.',
      })
    }
    return
  }
  if (publicKey !== undefined && publicKeyOf(secretKey) !== publicKey) {
    throw new Failure(
      'config',
      `the signing key that was given does not belong to the public key at signing.${role}`,
      {
        hint: 'Each role has a key of its own; give the one that fits, as LIFEBOAT_SIGNING_KEY or with --signing-key-file.',
      },
    )
  }
}
