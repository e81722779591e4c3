import { stringify } from 'yaml'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import type { Environment } from '../../../src/domain/environment/schema.ts'
import { makeIdentity, type KeyPair } from '../../../src/vault/keys.ts'
import { makeSigningKeys, type SigningKeys } from '../../../src/vault/signing.ts'

/** Everything secret that the roles of one environment hold. */
export interface TestKeys {
  offline: KeyPair
  verification: KeyPair
  backup: SigningKeys
  verify: SigningKeys
}

export async function makeTestKeys(): Promise<TestKeys> {
  return {
    offline: await makeIdentity(),
    verification: await makeIdentity(),
    backup: makeSigningKeys(),
    verify: makeSigningKeys(),
  }
}

export const environmentName = 'test'

/**
 * An environment as its file gives it: one source `main`, recipients and signing keys.
 * @param root keys of the file that are added or replaced; `undefined` takes one away
 */
export async function testEnvironment(
  keys: TestKeys,
  root: Record<string, unknown> = {},
): Promise<Environment> {
  const file = {
    environment: environmentName,
    sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}', install: 'never', jobs: 2 }],
    stores: [{ name: 'disk', type: 'local', path: '${STORE_FOLDER}' }],
    encryption: { recipients: [keys.offline.recipient, keys.verification.recipient] },
    signing: { backup: keys.backup.publicKey, verify: keys.verify.publicKey },
    ...root,
  }
  return parseEnvironment(stringify(JSON.parse(JSON.stringify(file))), 'environments/test.yml')
}
