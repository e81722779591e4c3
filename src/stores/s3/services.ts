import type { S3StoreConfig } from '../../domain/environment/schema.ts'
import { Failure } from '../../domain/failure.ts'

/** Services whose S3 differs from that of AWS in ways that are known beforehand. */
export type S3Service = 'aws' | 'r2' | 'b2' | 'other'

/** By the host of the endpoint. */
export function serviceOf(endpoint: string | null): S3Service {
  if (endpoint === null) return 'aws'
  const host = URL.parse(endpoint)?.hostname ?? ''
  if (host.endsWith('.r2.cloudflarestorage.com')) return 'r2'
  if (host.endsWith('.backblazeb2.com')) return 'b2'
  return /(^|\.)amazonaws\.com(\.cn)?$/.test(host) ? 'aws' : 'other'
}

/** What the signature must name, where the service itself tells; null where it does not. */
export function regionOf(service: S3Service, endpoint: string | null): string | null {
  if (service === 'r2') return 'auto'
  if (service !== 'b2') return null
  return (
    /^s3\.([a-z]+-[a-z]+-\d+)\.backblazeb2\.com$/.exec(URL.parse(endpoint ?? '')?.hostname ?? '')?.[1] ?? null
  )
}

/** @throws Failure `config` when the store wants what the service does not have; found out now, not in mid-backup */
export function checkAbilities(service: S3Service, config: S3StoreConfig): void {
  for (const [wanted, missing, hint] of lacks[service] ?? []) {
    if (!wanted(config)) continue
    throw new Failure('config', `the S3 store ${config.name} has ${missing}`, { hint })
  }
}

type Lack = [wanted: (config: S3StoreConfig) => boolean, missing: string, hint: string]

const lacks: Partial<Record<S3Service, readonly Lack[]>> = {
  r2: [
    [
      ({ objectLock }) => objectLock !== undefined,
      'object-lock, which Cloudflare R2 does not have',
      "Take it out, and give the bucket a bucket lock rule for the backups' prefix (docs/stores.md says how).",
    ],
    [
      ({ sse }) => sse !== undefined,
      'sse, which Cloudflare R2 does not have',
      'Take it out: R2 encrypts everything.',
    ],
    [
      ({ storageClass }) => storageClass !== undefined && !/^STANDARD(_IA)?$/.test(storageClass),
      'a storage-class that Cloudflare R2 does not have',
      'Accepted there: STANDARD and STANDARD_IA.',
    ],
  ],
  b2: [
    [
      ({ sse }) => sse === 'aws:kms',
      'sse: aws:kms, which Backblaze B2 does not have',
      'Accepted there: AES256.',
    ],
    [
      ({ storageClass }) => storageClass !== undefined && storageClass !== 'STANDARD',
      'a storage-class that Backblaze B2 does not have',
      'Take it out.',
    ],
  ],
}
