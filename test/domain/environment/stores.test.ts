import { describe, expect, test } from 'vitest'
import { parseEnvironment } from '../../../src/domain/environment/parse.ts'
import { environmentWarnings } from '../../../src/domain/environment/warnings.ts'

const file = (stores: string, more = '') => `
environment: production
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores:
${stores}
encryption: none
${more}`

const parse = (stores: string, more?: string) =>
  parseEnvironment(file(stores, more), 'environments/production.yml')

describe('stores of an environment file', () => {
  test('may lie with every service, with lock and bandwidth', async () => {
    const { stores } = await parse(`
  - { name: aws, type: s3, bucket: shop-backups, storage-class: STANDARD_IA, sse: "aws:kms", kms-key-id: key, bandwidth: 20MB,
      object-lock: { mode: compliance, scheduled: 30d, critical: 90d } }
  - { name: azure, type: azure, account: shopbackups, container: backups, sas-token: "\${SAS}",
      immutability: { scheduled: 30d } }
  - { name: gcs, type: gcs, bucket: shop-backups, credentials: "\${GCS_KEY}", object-retention: { critical: 90d } }`)
    const day = 86_400_000
    expect(stores).toMatchObject([
      {
        type: 's3',
        bandwidth: 20_000_000,
        objectLock: { mode: 'compliance', scheduled: 30 * day, critical: 90 * day },
      },
      { type: 'azure', immutability: { mode: 'unlocked', scheduled: 30 * day } },
      { type: 'gcs', objectRetention: { mode: 'unlocked', critical: 90 * day } },
    ])
  })

  test.each([
    ['{ name: a, type: azure, container: backups, sas-token: "${S}" }', 'where the container is'],
    ['{ name: a, type: azure, account: shop, container: Backups }', 'stores[0].container'],
    [
      '{ name: a, type: azure, account: shop, container: backups, sas-token: "${S}", account-key: "${K}" }',
      'keep one of them',
    ],
    ['{ name: a, type: azure, account: shop, container: backups, tenant-id: t }', 'stands without client-id'],
    ['{ name: g, type: gcs, bucket: "gs://shop" }', 'stores[0].bucket'],
    [
      '{ name: g, type: gcs, bucket: shop, service-account: a@b }',
      'stands without workload-identity-provider',
    ],
    ['{ name: g, type: gcs, bucket: shop, workload-identity-provider: github }', 'projects/<number>'],
    ['{ name: s, type: s3, bucket: shop, storage-class: DEEP_ARCHIVE }', 'can be read at once'],
    ['{ name: s, type: s3, bucket: shop, kms-key-id: key }', 'stands without sse: aws:kms'],
    ['{ name: s, type: s3, bucket: shop, bandwidth: fast }', 'such as 512KiB'],
    ['{ name: a, type: gcs, bucket: shop }\n  - { name: b, type: gcs, bucket: shop }', 'the same place as a'],
  ])('%s is refused with what is wrong', async (store, message) => {
    await expect(parse(`  - ${store}`)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining(message),
    })
  })

  test('a lock that outlives retention, one without a period, and a literal secret are warned of', async () => {
    const environment = await parse(
      `
  - { name: long, type: s3, bucket: a, object-lock: { critical: 400d } }
  - { name: empty, type: gcs, bucket: b, object-retention: {} }
  - { name: literal, type: azure, account: shop, container: backups, account-key: c2VjcmV0 }`,
      'retention: { critical: 90d }',
    )
    const texts = environmentWarnings(environment).map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith('Store long holds critical backups'))).toHaveLength(1)
    expect(texts.filter((text) => text.startsWith('Store empty has a lock without a period'))).toHaveLength(1)
    const secret = texts.filter((text) => text.includes('is a secret written into the file'))
    expect(secret).toHaveLength(1)
    expect(secret.join()).not.toContain('c2VjcmV0')
  })
})
