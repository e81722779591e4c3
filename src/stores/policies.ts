/**
 * Policies of AWS for the roles of store credentials, to be attached to an IAM role or user. They only allow;
 * what they do not name is denied. Services other than AWS know fewer conditions: see docs/stores.md.
 */

import { type StoreRole, storeRoles } from '../domain/store-role.ts'

export type { StoreRole } from '../domain/store-role.ts'

export interface PolicyPlace {
  bucket: string
  /** As in the environment file; null or empty for the bucket's root. */
  prefix: string | null
  /** Name of the environment whose backups the role is for. */
  environment: string
  /** Tells the partition of AWS; us-east-1 by default. */
  region?: string
  /** Of a service other than AWS. Its policies go without the conditions that only AWS knows. */
  endpoint?: string | null
  /** Whether the store has `object-lock`: its objects are put with a period, which is a right of its own. */
  objectLock?: boolean
}

export interface PolicyDocument {
  Version: '2012-10-17'
  Statement: PolicyStatement[]
}

export interface PolicyStatement {
  Sid: string
  Effect: 'Allow'
  Action: string[]
  Resource: string[]
  Condition?: Record<string, Record<string, string | string[]>>
}

export function rolePolicy(role: StoreRole, place: PolicyPlace): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements[role](arns(place)) }
}

/** All of them, as text for people. */
export function rolePolicies(place: PolicyPlace): { role: StoreRole; text: string }[] {
  return storeRoles.map((role) => ({ role, text: JSON.stringify(rolePolicy(role, place), null, 2) }))
}

interface Arns {
  /** Whether the service knows s3:if-none-match and s3:ObjectCreationOperation. */
  conditions: boolean
  objectLock: boolean
  bucket: string
  /** Everything under the prefix. */
  all: string
  /** A folder or object under the prefix. */
  at(path: string): string
  /** One in the environment's folder. */
  own(path: string): string
  /** For the condition `s3:prefix`; null at the bucket's root. */
  listed: string | null
}

const statements: Record<StoreRole, (arns: Arns) => PolicyStatement[]> = {
  writer: (arns) => [
    ...list(arns, ['s3:ListBucket']),
    ...putNew(arns, [arns.all]),
    ...held(arns, 's3:PutObjectRetention'),
    leases(arns),
    // To see what is there already; artifacts, the bulk of the data, stay out of its reach.
    allow(
      'ReadMarkersAndManifests',
      ['s3:GetObject'],
      [
        arns.at('lifeboat.json'),
        arns.at('RECOVERY.md'),
        arns.own('backups/*/manifest.json'),
        arns.own('backups/*/manifest.json.sig'),
        arns.own('leases/*'),
        // To name the events that come before its own.
        arns.own('ledger/*'),
        // What probe and `store check` put.
        arns.at('leases/*'),
      ],
    ),
  ],
  reader: (arns) => [
    ...list(arns, ['s3:ListBucket', 's3:ListBucketVersions']),
    allow('Read', ['s3:GetObject', 's3:GetObjectVersion'], [arns.all]),
    ...putNew(arns, [arns.own('proofs/*'), arns.own('ledger/*')]),
    leases(arns),
  ],
  // Reads as the reader and puts as the writer: for restores, and for copies from store to store.
  restorer: (arns) => [
    ...list(arns, ['s3:ListBucket', 's3:ListBucketVersions']),
    allow('Read', ['s3:GetObject', 's3:GetObjectVersion'], [arns.all]),
    ...putNew(arns, [arns.all]),
    ...held(arns, 's3:PutObjectRetention'),
    leases(arns),
  ],
  keeper: (arns) => [
    ...list(arns, ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads']),
    allow('Read', ['s3:GetObject', 's3:GetObjectVersion'], [arns.all]),
    allow(
      'DeleteExpired',
      ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:AbortMultipartUpload'],
      [arns.own('backups/*'), arns.own('proofs/*'), arns.at('leases/*')],
    ),
    ...putNew(arns, [arns.own('ledger/*')]),
    ...held(arns, 's3:GetObjectRetention'),
    leases(arns),
  ],
}

/**
 * Putting new objects, and nothing but new ones: requests that make an object visible must carry If-None-Match. Those
 * that send the parts of one cannot, and are told from the former by s3:ObjectCreationOperation. A service without these
 * conditions lets the writer overwrite; versions, or a lock of its own, must protect there.
 */
function putNew({ conditions }: Arns, resources: string[]): PolicyStatement[] {
  const giveUp = allow('GiveUpUploads', ['s3:AbortMultipartUpload'], resources)
  if (!conditions) return [allow('PutObjects', ['s3:PutObject'], resources), giveUp]
  return [
    {
      ...allow('PutNewObjects', ['s3:PutObject'], resources),
      Condition: { Null: { 's3:if-none-match': 'false' } },
    },
    {
      ...allow('SendParts', ['s3:PutObject'], resources),
      Condition: { Bool: { 's3:ObjectCreationOperation': 'false' } },
    },
    giveUp,
  ]
}

/** To put objects that are held for a period, or to see until when they are: only backups are. */
function held(arns: Arns, action: string): PolicyStatement[] {
  return arns.objectLock ? [allow('Locks', [action], [arns.own('backups/*')])] : []
}

/** The one mutable place of an environment. The bucket-wide `leases/` is not it: there the probe asks for these rights. */
function leases(arns: Arns): PolicyStatement {
  return allow('Leases', ['s3:PutObject', 's3:DeleteObject'], [arns.own('leases/*')])
}

function list(arns: Arns, actions: string[]): PolicyStatement[] {
  const condition = arns.listed === null ? {} : { Condition: { StringLike: { 's3:prefix': [arns.listed] } } }
  // Unfinished uploads are listed by a permission that knows no prefix.
  const withPrefix = actions.filter((action) => action !== 's3:ListBucketMultipartUploads')
  const without = ['s3:GetBucketVersioning', ...actions.filter((action) => !withPrefix.includes(action))]
  return [
    { ...allow('List', withPrefix, [arns.bucket]), ...condition },
    allow('SeeSettings', without, [arns.bucket]),
  ]
}

function allow(Sid: string, Action: string[], Resource: string[]): PolicyStatement {
  return { Sid, Effect: 'Allow', Action, Resource }
}

function arns(place: PolicyPlace): Arns {
  const { bucket, prefix, environment, region = '', endpoint = null, objectLock = false } = place
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  const inner = (prefix ?? '').replaceAll(/^\/+|\/+$/g, '')
  const root = `arn:${partition}:s3:::${bucket}`
  const folder = inner === '' ? root : `${root}/${inner}`
  return {
    conditions: endpoint === null,
    objectLock,
    bucket: root,
    all: `${folder}/*`,
    at: (path) => `${folder}/${path}`,
    own: (path) => `${folder}/${environment}/${path}`,
    listed: inner === '' ? null : `${inner}/*`,
  }
}
