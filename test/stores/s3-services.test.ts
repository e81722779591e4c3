import { describe, expect, test } from 'vitest'
import type { S3StoreConfig } from '../../src/domain/environment/schema.ts'
import { Template } from '../../src/domain/environment/template.ts'
import { silentLog } from '../../src/ports/log.ts'
import { s3Options } from '../../src/stores/s3/options.ts'
import { impatientClock, systemRandom } from '../support/s3/store-options.ts'

const template = (text: string) => new Template(text, 'environments/test.yml:5 stores[0]')
const lock = { mode: 'governance', scheduled: 86_400_000 } as const

function options(endpoint: string | null, more: Partial<S3StoreConfig> = {}) {
  const config: S3StoreConfig = {
    name: 'bucket',
    type: 's3',
    bucket: template('backups'),
    ...(endpoint !== null && { endpoint: template(endpoint) }),
    accessKeyId: template('key'),
    secretAccessKey: template('secret'),
    ...more,
  }
  return s3Options(config, {
    variables: {},
    oidcToken: null,
    clock: impatientClock(),
    random: systemRandom,
    log: silentLog,
    runnerIsHosted: true,
  })
}

const r2 = 'https://0123456789abcdef.r2.cloudflarestorage.com'
const b2 = 'https://s3.eu-central-003.backblazeb2.com'

describe('services that are known by their endpoint', () => {
  test.each([
    [null, 'aws', 'us-east-1'],
    ['https://s3.eu-central-1.amazonaws.com', 'aws', 'us-east-1'],
    [r2, 'r2', 'auto'],
    ['https://0123456789abcdef.eu.r2.cloudflarestorage.com', 'r2', 'auto'],
    [b2, 'b2', 'eu-central-003'],
    ['https://r2.cloudflarestorage.com.example.com', 'other', 'us-east-1'],
    ['http://127.0.0.1:7070', 'other', 'us-east-1'],
  ])('%s is %s, its region %s', (endpoint, service, region) => {
    expect(options(endpoint)).toMatchObject({ service, region })
  })

  test('a region of the file stands', () => {
    expect(options(r2, { region: template('weur') })).toMatchObject({ region: 'weur' })
  })

  test.each<[string, string, Partial<S3StoreConfig>]>([
    [r2, 'Object Lock', { objectLock: lock }],
    [r2, 'encryption', { sse: 'AES256' }],
    [r2, 'classes', { storageClass: 'GLACIER_IR' }],
    [b2, 'KMS', { sse: 'aws:kms' }],
    [b2, 'classes', { storageClass: 'STANDARD_IA' }],
  ])('%s without %s is told when the store is opened', (endpoint, _, more) => {
    expect(() => options(endpoint, more)).toThrow(expect.objectContaining({ kind: 'config' }))
  })

  test.each<[string | null, Partial<S3StoreConfig>]>([
    [r2, { storageClass: 'STANDARD_IA' }],
    [b2, { objectLock: lock, sse: 'AES256' }],
    [null, { objectLock: lock, sse: 'aws:kms', kmsKeyId: template('key'), storageClass: 'STANDARD_IA' }],
  ])('%s takes what it has', (endpoint, more) => {
    expect(options(endpoint, more)).toMatchObject({ sse: more.sse ?? null })
  })
})
