import { z } from 'zod'
import { parseSize, sizeForm } from '../units.ts'
import { labelForm, labelPattern } from '../backup-id.ts'
import { type CamelKeys, camelKeys } from './camel-keys.ts'
import { deploySchema } from './deploy-schema.ts'
import { drillsSchema } from './drills-schema.ts'
import { count, duration, nameSchema, plainText, positiveInteger, template } from './fields.ts'
import { gateSchema } from './gate-schema.ts'
import { metricsSchema } from './metrics-schema.ts'
import { notificationsSchema } from './notifications-schema.ts'
import { pullRequestsSchema } from './pull-requests-schema.ts'
import { targetSchema } from './target-schema.ts'
import { Template } from './template.ts'
import { validationSchema } from './validation-schema.ts'
import { watchSchema } from './watch-schema.ts'
import { wordings } from './wording.ts'

export { camelKeys, nameSchema }

/**
 * The environment file, as users write it. Keys are kebab-case as in the file; `camelKeys` turns them for the code.
 * The JSON Schema for editors and the tables in the docs are generated from here.
 */

const objectives = z.strictObject({
  rpo: duration.optional().describe('Recovery point objective: how much data, in time, may be lost at most.'),
  rto: duration
    .optional()
    .describe('Recovery time objective: how long a recovery may take, from detection to service.'),
  'backup-every': duration.optional().describe('How often a backup is made.'),
  'verify-every': duration.optional().describe('How often a restore test is made.'),
  'drill-every': duration.optional().describe('How often a drill is held.'),
  detection: duration.optional().describe('Time allowed for noticing a failure; part of the RTO estimate.'),
  reroute: duration
    .optional()
    .describe('Time allowed for leading the application to the restored database; part of the RTO estimate.'),
})

const sqlCheck = z.strictObject({
  name: plainText.describe('A sentence that is true of good data.'),
  sql: plainText.describe('A query that gives one row with one boolean, true when the sentence holds.'),
})

const postgresSource = z.strictObject({
  name: nameSchema.describe('Name of the source; becomes a folder in the backup.'),
  type: z.literal('postgres').describe('A PostgreSQL database.'),
  url: template
    .optional()
    .describe('Connection URL, postgres://user:password@host:port/database?sslmode=verify-full.'),
  host: template.optional().describe('Instead of url: host name, address, or folder of a socket.'),
  port: z
    .union([
      template,
      z
        .int()
        .min(1)
        .max(65535)
        .transform((port) => new Template(String(port), '')),
    ])
    .register(wordings, { type: 'port', accepted: 'a whole number from 1 to 65535, or "${NAME}"' })
    .optional()
    .describe('Instead of url. Default: 5432.'),
  user: template.optional().describe('Instead of url: the role that reads.'),
  password: template.optional().describe("Instead of url: the role's password."),
  database: template.optional().describe('Instead of url: the database.'),
  sslmode: z
    .enum(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'])
    .optional()
    .describe('As in libpq.'),
  sslrootcert: template.optional().describe('Path of a file with root certificates, or "system".'),
  jobs: positiveInteger.max(64).default(4).describe('Parallel connections of pg_dump.'),
  'max-block': duration
    .prefault('30s')
    .describe('End the dump when it makes another session wait longer than this.'),
  freshness: plainText
    .optional()
    .describe('A query that gives the time of the newest data, such as select max(created_at) from orders.'),
  checks: z.array(sqlCheck).default([]).describe('Assertions about restored data.'),
  client: z
    .enum(['same', 'newer'])
    .default('same')
    .describe('"newer" lets pg_dump of a later major than the server be used.'),
  install: z
    .enum(['auto', 'never'])
    .default('auto')
    .describe('Whether missing PostgreSQL programs may be installed.'),
  'role-passwords': z
    .boolean()
    .default(false)
    .describe("Whether roles' password hashes are part of the backup."),
  'accept-not-included': z
    .array(plainText)
    .default([])
    .describe(
      'Objects that pg_dump leaves out and that may be missing without making the run degraded, as it names them.',
    ),
  'accept-unproven': z
    .array(plainText)
    .default([])
    .describe('Extensions that may be missing in the laboratory without making the proof degraded.'),
})

const redisSource = z.strictObject({
  name: nameSchema.describe('Name of the source; becomes a folder in the backup.'),
  type: z.literal('redis').describe('A Redis server.'),
  url: template.describe('Connection URL, rediss://user:password@host:port.'),
})
const filesSource = z.strictObject({
  name: nameSchema.describe('Name of the source; becomes a folder in the backup.'),
  type: z.literal('files').describe('A file tree.'),
  path: plainText.describe('A folder. Relative paths start at the working directory.'),
  exclude: z.array(plainText).default([]).describe('Patterns of files that are left out, such as *.tmp.'),
})

/** How long a store's own lock holds new objects, by the class of their backup. */
const lockPeriods = {
  scheduled: duration
    .optional()
    .describe('How long objects of scheduled backups are held. Default: not at all.'),
  critical: duration
    .optional()
    .describe('How long objects of critical backups are held. Default: not at all.'),
}

const bandwidth = z
  .string()
  .refine((text) => (parseSize(text) ?? 0) >= 1024, { error: `accepted: ${sizeForm}, at least 1KiB` })
  .register(wordings, { type: 'size', accepted: `${sizeForm}, at least 1KiB` })
  .transform((text) => parseSize(text) ?? 0)
  .optional()
  .describe('Bytes a second at most, up and down together, such as 20MB. Default: no limit.')

const offsite = z
  .boolean()
  .optional()
  .describe(
    'Whether it stands elsewhere than the database, for the rule of 3-2-1. Default: false for local folders, else true.',
  )

const localStore = z.strictObject({
  name: nameSchema.describe('Name of the store in reports.'),
  type: z.literal('local').describe('A folder of this machine.'),
  path: template.describe('A folder. Relative paths start at the working directory.'),
  ephemeral: z
    .boolean()
    .default(false)
    .describe('Says that the folder goes away with the machine, so it never counts as a copy.'),
  bandwidth,
  offsite,
})

const s3Store = z.strictObject({
  name: nameSchema.describe('Name of the store in reports.'),
  type: z.literal('s3').describe('An S3-compatible bucket.'),
  bucket: template.describe("The bucket's name alone."),
  region: template
    .optional()
    .describe('Region; "auto" for Cloudflare R2. Default: AWS_REGION, else us-east-1.'),
  endpoint: template.optional().describe('URL of an S3-compatible service. Default: AWS.'),
  prefix: template.optional().describe('Key prefix inside the bucket.'),
  'access-key-id': template
    .optional()
    .describe('Default: the credentials that the AWS SDK finds (variables, profile, instance).'),
  'secret-access-key': template.optional().describe('Stands together with access-key-id.'),
  'session-token': template.optional().describe('With temporary keys.'),
  'role-arn': template.optional().describe("An AWS role that is assumed with the job's OIDC token."),
  'path-style': z
    .boolean()
    .optional()
    .describe('Bucket in the path rather than the host name. Default: true with an endpoint.'),
  'storage-class': plainText
    .optional()
    .describe("Storage class of new objects, such as STANDARD_IA. Default: the bucket's own."),
  sse: z
    .enum(['AES256', 'aws:kms'])
    .optional()
    .describe("Encryption by the service. Default: the bucket's own."),
  'kms-key-id': template.optional().describe("With sse: aws:kms: the key. Default: the account's own."),
  'object-lock': z
    .strictObject({
      mode: z
        .enum(['governance', 'compliance'])
        .default('governance')
        .describe('"compliance" cannot be shortened by anybody; try "governance" first.'),
      ...lockPeriods,
    })
    .optional()
    .describe('Object Lock of each object, by the class of its backup.'),
  bandwidth,
  offsite,
})

const azureStore = z.strictObject({
  name: nameSchema.describe('Name of the store in reports.'),
  type: z.literal('azure').describe('A container of Azure Blob Storage.'),
  container: template.describe("The container's name alone."),
  account: template.optional().describe('The storage account.'),
  endpoint: template
    .optional()
    .describe("URL of the account's blob service. Default: https://<account>.blob.core.windows.net."),
  prefix: template.optional().describe('Name prefix inside the container.'),
  'connection-string': template
    .optional()
    .describe('Account and credentials in one, as the portal shows them.'),
  'account-key': template.optional().describe('Key of the account; it may do everything.'),
  'sas-token': template.optional().describe('Shared access signature of the container.'),
  'tenant-id': template
    .optional()
    .describe("Entra tenant, for the job's OIDC token. Default: AZURE_TENANT_ID."),
  'client-id': template
    .optional()
    .describe("Entra application that trusts the job's OIDC token. Default: AZURE_CLIENT_ID."),
  'access-tier': z.enum(['Hot', 'Cool', 'Cold']).optional().describe("Default: the account's own tier."),
  immutability: z
    .strictObject({
      mode: z
        .enum(['unlocked', 'locked'])
        .default('unlocked')
        .describe('"locked" cannot be shortened by anybody; try "unlocked" first.'),
      ...lockPeriods,
    })
    .optional()
    .describe('Time-based retention of each object, by the class of its backup.'),
  bandwidth,
  offsite,
})

const gcsStore = z.strictObject({
  name: nameSchema.describe('Name of the store in reports.'),
  type: z.literal('gcs').describe('A bucket of Google Cloud Storage.'),
  bucket: template.describe("The bucket's name alone."),
  endpoint: template.optional().describe('URL of an emulator. Default: Google.'),
  prefix: template.optional().describe('Key prefix inside the bucket.'),
  credentials: template.optional().describe('The JSON of a service account key.'),
  'workload-identity-provider': template
    .optional()
    .describe(
      "Provider that trusts the job's OIDC token: projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>.",
    ),
  'service-account': template
    .optional()
    .describe('With workload-identity-provider: the service account that is impersonated. Default: none.'),
  'storage-class': z
    .enum(['STANDARD', 'NEARLINE', 'COLDLINE', 'ARCHIVE'])
    .optional()
    .describe("Default: the bucket's own."),
  'object-retention': z
    .strictObject({
      mode: z
        .enum(['unlocked', 'locked'])
        .default('unlocked')
        .describe('"locked" cannot be shortened by anybody; try "unlocked" first.'),
      ...lockPeriods,
    })
    .optional()
    .describe('Retention of each object, by the class of its backup.'),
  bandwidth,
  offsite,
})

const recipients = z.strictObject({
  recipients: z
    .array(
      z
        .string()
        .regex(/^age1[0-9a-z]+$/, { error: 'accepted: an age recipient, which begins with age1' })
        .register(wordings, {
          type: 'age recipient',
          accepted: 'an age recipient, which begins with age1',
          secret: true,
        }),
    )
    .min(1)
    .describe('age public keys; two are expected, one of them kept offline.'),
})
const passphrase = z.strictObject({
  passphrase: template.describe('Seals and opens; whoever makes backups can then read them too.'),
  cipher: z
    .enum(['age', 'aes-256-gcm'])
    .default('age')
    .describe(
      'How it seals: age (scrypt, ChaCha20-Poly1305), or aes-256-gcm (PBKDF2, AES) for those who must have AES.',
    ),
})

const signingKeyForm = 'ed25519: followed by 44 characters of base64, as lifeboat keygen prints'
const signingKey = z
  .string()
  .regex(/^ed25519:[A-Za-z0-9+/]{43}=$/, { error: `accepted: ${signingKeyForm}` })
  .register(wordings, { type: 'public key', accepted: signingKeyForm, secret: true })

export const environmentSchema = z
  .strictObject({
    version: z.literal(1).default(1).describe('Version of this format.'),
    environment: nameSchema.describe('Name of what is protected.'),
    protected: z
      .boolean()
      .default(false)
      .describe('Demands signatures, and more care from operations that change things.'),
    timezone: z
      .string()
      .refine(isTimeZone, { error: 'accepted: a time zone such as UTC or Europe/Berlin' })
      .register(wordings, { type: 'time zone', accepted: 'a time zone such as UTC or Europe/Berlin' })
      .default('UTC')
      .describe('Time zone for people and for calendar retention.'),
    objectives: objectives.prefault({}).describe('What is promised.'),
    sources: z
      .array(z.discriminatedUnion('type', [postgresSource, redisSource, filesSource]))
      .min(1)
      .describe('What is backed up: all sources together are one backup.'),
    stores: z
      .array(z.discriminatedUnion('type', [localStore, s3Store, azureStore, gcsStore]))
      .min(1)
      .describe('Where backups go: every backup to all of them. A restore tries them in this order.'),
    encryption: z
      .union([z.literal('none'), recipients, passphrase])
      .register(wordings, {
        type: 'mapping',
        accepted: '{ recipients: [age1…, age1…] }, { passphrase: "${NAME}" }, or the word none',
      })
      .describe('Recipients, a passphrase, or the word none.'),
    signing: z
      .strictObject({
        backup: signingKey.optional().describe('Public key of those who make backups.'),
        verify: signingKey.optional().describe('Public key of those who make proofs.'),
        retention: signingKey
          .optional()
          .describe('Public key of those who remove what has expired; signs their events in the ledger.'),
        restore: signingKey
          .optional()
          .describe('Public key of those who restore; signs their events in the ledger.'),
        deploy: signingKey
          .optional()
          .describe('Public key of those who deploy; signs their events in the ledger.'),
      })
      .prefault({})
      .describe('Public keys that backups and proofs must be signed with.'),
    retention: z
      .strictObject({
        last: positiveInteger.default(3).describe('The newest backups are kept, this many.'),
        hourly: count
          .default(0)
          .describe(
            'Hours of which the last backup is kept. As for the tiers below, those without one do not count.',
          ),
        daily: count.default(7).describe('Days of which the last backup is kept.'),
        weekly: count.default(4).describe('Weeks (from Monday) of which the last backup is kept.'),
        monthly: count.default(12).describe('Months of which the last backup is kept.'),
        yearly: count.default(3).describe('Years of which the last backup is kept.'),
        critical: duration
          .prefault('90d')
          .describe('How long backups of class critical are kept, whatever the tiers say.'),
        'max-removals': positiveInteger
          .max(10_000)
          .default(200)
          .describe('How many backups one run may remove at most; the oldest go first.'),
        grace: duration
          .prefault('24h')
          .describe('How old what a killed run left behind must be before it is removed.'),
      })
      .prefault({})
      .describe('Which backups are kept; the others expire.'),
    'minimum-copies': positiveInteger
      .default(1)
      .describe('How many stores must hold a backup for it not to be failed.'),
    target: targetSchema
      .optional()
      .describe(
        'Where the application runs: what a deployment changes, and a restore restarts, asks for its health and reroutes.',
      ),
    deploy: deploySchema.optional().describe('How a deployment goes, and what brings it back.'),
    gate: gateSchema.optional().describe('What a deployment is refused without.'),
    validation: validationSchema.optional().describe('What makes the environment fit for service.'),
    'pull-requests': pullRequestsSchema
      .optional()
      .describe('How a pull request is tried on the data of this environment before it is merged.'),
    notifications: notificationsSchema.optional().describe('Who is told of what, and how.'),
    metrics: metricsSchema.optional().describe('Where figures for Prometheus go.'),
    watch: watchSchema.optional().describe('What the watch looks at, besides the objectives.'),
    drills: drillsSchema.optional().describe('Which failures are rehearsed, and their objectives.'),
    heartbeat: template.optional().describe('A URL that is pinged after each good backup and proof.'),
  })
  .describe('A Lifeboat environment: what is protected, where its backups go, and what is promised.')

/** What a label of a backup may look like, as a schema for inputs. */
export const labelSchema = z.string().regex(labelPattern, { error: `accepted: ${labelForm}` })

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export type Environment = CamelKeys<z.output<typeof environmentSchema>> & {
  /** The file as it was written, for the manifest. */
  text: string
}
export type SourceConfig = Environment['sources'][number]
export type PostgresConfig = Extract<SourceConfig, { type: 'postgres' }>
export type StoreConfig = Environment['stores'][number]
export type ChannelConfig = NonNullable<Environment['notifications']>['channels'][number]
export type TargetConfig = NonNullable<Environment['target']>
export type S3StoreConfig = Extract<StoreConfig, { type: 's3' }>
export type AzureStoreConfig = Extract<StoreConfig, { type: 'azure' }>
export type GcsStoreConfig = Extract<StoreConfig, { type: 'gcs' }>
