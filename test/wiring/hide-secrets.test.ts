import { expect, test } from 'vitest'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import { hideSecrets } from '../../src/wiring/hide-secrets.ts'
import type { Host } from '../../src/wiring/host.ts'

test.each([
  [
    'type: azure, container: backups, connection-string: "${SECRET}"',
    'AccountName=shop;AccountKey=c2VjcmV0a2V5;EndpointSuffix=x',
    ['c2VjcmV0a2V5'],
  ],
  [
    'type: azure, account: shop, container: backups, sas-token: "${SECRET}"',
    '?sv=1&sp=rl&sig=ab%2Bcd%3D',
    ['ab%2Bcd%3D', 'ab+cd='],
  ],
  [
    'type: azure, account: shop, container: backups, account-key: "${SECRET}"',
    'YWNjb3VudA==',
    ['YWNjb3VudA=='],
  ],
  [
    'type: gcs, bucket: backups, credentials: "${SECRET}"',
    '{"private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0\\n-----END PRIVATE KEY-----\\n"}',
    ['MIIEvQIBADANBgkqhkiG9w0'],
  ],
])('of a store with %s, the secret is hidden as a whole and in its parts', async (store, secret, parts) => {
  const text = `
environment: production
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: store, ${store} }]
encryption: none`
  const hidden: string[] = []
  const host: Pick<Host, 'variables' | 'hide'> = {
    variables: { SECRET: secret },
    hide: (value) => hidden.push(value),
  }
  hideSecrets(await parseEnvironment(text, 'environments/production.yml'), host)
  expect(hidden).toEqual(expect.arrayContaining([secret, ...parts]))
})
