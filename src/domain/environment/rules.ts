import { isSoundRecipient } from './age-recipient.ts'
import { metricsProblems, notificationProblems } from './notification-rules.ts'
import type { KeyPath, Problem } from './problem.ts'
import { about, doubleNames, literalForm, type Mapping, mappingsIn, onValue, text } from './rule-problems.ts'
import { valueAt } from './schema-problems.ts'
import { validationProblems } from './validation-rules.ts'

/**
 * What no single key shows: rules between keys, and the form of literal values that may also be `${NAME}`. They work on
 * the raw file, so that one reading lists all problems, whatever else is wrong.
 */
export function ruleProblems(file: unknown): Problem[] {
  const sources = mappingsIn(file, 'sources')
  const stores = mappingsIn(file, 'stores')
  return [
    ...doubleNames(sources, 'source'),
    ...doubleNames(stores, 'store'),
    ...sources.flatMap(([path, source]) => sourceProblems(path, source)),
    ...stores.flatMap(([path, store]) => storeProblems(path, store)),
    ...samePlaces(stores),
    ...encryptionProblems(valueAt(file, ['encryption'])),
    ...copiesProblems(file),
    ...notificationProblems(valueAt(file, ['notifications'])),
    ...metricsProblems(valueAt(file, ['metrics'])),
    ...validationProblems(file),
    ...literalForm(
      ['target', 'health', 'url'],
      valueAt(file, ['target', 'health', 'url']),
      /^https?:\/\/./,
      'a URL with https:// or http://',
    ),
    ...literalForm(['heartbeat'], valueAt(file, ['heartbeat']), /^https?:\/\/./, 'a URL with https://'),
  ]
}

function sourceProblems(path: KeyPath, source: Mapping): Problem[] {
  if (source['type'] === 'redis') {
    return literalForm(
      [...path, 'url'],
      source['url'],
      /^(rediss?|unix):\/\/./,
      'a URL with redis:// or rediss://',
    )
  }
  if (source['type'] !== 'postgres') return []
  const parts = ['host', 'port', 'user', 'password', 'database'].filter((key) => key in source)
  const problems: Problem[] = []
  if ('url' in source) {
    for (const key of parts) {
      problems.push(about([...path, key], 'stands beside url, which holds it already; keep one of them'))
    }
    const form = 'a URL with postgres://, such as postgres://user:password@host:5432/database'
    problems.push(...literalForm([...path, 'url'], source['url'], /^postgres(ql)?:\/\/./, form))
  } else if (!('host' in source && 'database' in source)) {
    const missing = ['host', 'database'].filter((key) => !(key in source)).join(' and ')
    problems.push(
      onValue(
        path,
        `does not say where the database is: give url, or host and database (${missing} missing)`,
      ),
    )
  }
  const inUrl = /[?&]sslmode=([a-z-]+)/.exec(text(source['url']))?.[1]
  if (inUrl !== undefined && typeof source['sslmode'] === 'string' && inUrl !== source['sslmode']) {
    problems.push(about([...path, 'sslmode'], 'differs from the sslmode in url; keep one of them'))
  }
  const port = source['port']
  if (typeof port === 'string' && !port.includes('${') && !(/^\d+$/.test(port) && isPort(Number(port)))) {
    problems.push(
      onValue([...path, 'port'], 'is no port; accepted: a whole number from 1 to 65535, or "${NAME}"'),
    )
  }
  return [...problems, ...doubleNames(mappingsIn(source, 'checks', path), 'check')]
}

function storeProblems(path: KeyPath, store: Mapping): Problem[] {
  if (store['type'] === 'azure') return azureProblems(path, store)
  if (store['type'] === 'gcs') return gcsProblems(path, store)
  if (store['type'] !== 's3') return []
  const problems: Problem[] = []
  const has = (key: string) => key in store
  if (has('access-key-id') && !has('secret-access-key')) {
    problems.push(about([...path, 'access-key-id'], 'stands without secret-access-key'))
  }
  if (has('secret-access-key') && !has('access-key-id')) {
    problems.push(about([...path, 'secret-access-key'], 'stands without access-key-id'))
  }
  if (has('session-token') && !has('access-key-id') && !has('secret-access-key')) {
    problems.push(about([...path, 'session-token'], 'stands without access-key-id and secret-access-key'))
  }
  if (has('role-arn') && (has('access-key-id') || has('secret-access-key') || has('session-token'))) {
    problems.push(
      about(
        [...path, 'role-arn'],
        "stands beside access keys: a role is assumed with the job's own token; keep one of them",
      ),
    )
  }
  if (has('kms-key-id') && store['sse'] !== 'aws:kms') {
    problems.push(about([...path, 'kms-key-id'], 'stands without sse: aws:kms'))
  }
  const bucketForm =
    "the bucket's name alone; a folder inside it is prefix, another service's address endpoint"
  return [
    ...problems,
    ...literalForm([...path, 'bucket'], store['bucket'], /^[A-Za-z0-9][A-Za-z0-9._-]*$/, bucketForm),
    ...literalForm([...path, 'prefix'], store['prefix'], prefixForm, prefixWords),
    ...literalForm([...path, 'endpoint'], store['endpoint'], /^https?:\/\/./, 'a URL with https://'),
    ...literalForm(
      [...path, 'storage-class'],
      store['storage-class'],
      /^(?!GLACIER$|DEEP_ARCHIVE$)/,
      'a class that can be read at once, such as STANDARD, STANDARD_IA or GLACIER_IR',
    ),
    ...literalForm(
      [...path, 'role-arn'],
      store['role-arn'],
      /^arn:[a-z-]+:iam::\d{12}:role\/./,
      'arn:aws:iam::<account>:role/<name>',
    ),
  ]
}

function azureProblems(path: KeyPath, store: Mapping): Problem[] {
  const ways = ['connection-string', 'account-key', 'sas-token', 'client-id'].filter((key) => key in store)
  const problems = ways
    .slice(1)
    .map((key) => about([...path, key], `stands beside ${ways[0] ?? ''}; keep one of them`))
  if (!['connection-string', 'account', 'endpoint'].some((key) => key in store)) {
    problems.push(
      onValue(path, 'does not say where the container is: give account, endpoint or connection-string'),
    )
  }
  if ('tenant-id' in store && !('client-id' in store)) {
    problems.push(about([...path, 'tenant-id'], 'stands without client-id'))
  }
  return [
    ...problems,
    ...literalForm(
      [...path, 'container'],
      store['container'],
      /^[a-z0-9$][a-z0-9-]{2,62}$/,
      "the container's name alone: 3 to 63 lower-case letters, digits and hyphens",
    ),
    ...literalForm(
      [...path, 'account'],
      store['account'],
      /^[a-z0-9]{3,24}$/,
      "the account's name alone: 3 to 24 lower-case letters and digits",
    ),
    ...literalForm([...path, 'prefix'], store['prefix'], prefixForm, prefixWords),
    ...literalForm([...path, 'endpoint'], store['endpoint'], /^https?:\/\/./, 'a URL with https://'),
  ]
}

function gcsProblems(path: KeyPath, store: Mapping): Problem[] {
  const problems: Problem[] = []
  if ('credentials' in store && 'workload-identity-provider' in store) {
    problems.push(
      about([...path, 'workload-identity-provider'], 'stands beside credentials; keep one of them'),
    )
  }
  if ('service-account' in store && !('workload-identity-provider' in store)) {
    problems.push(about([...path, 'service-account'], 'stands without workload-identity-provider'))
  }
  return [
    ...problems,
    ...literalForm(
      [...path, 'bucket'],
      store['bucket'],
      /^[a-z0-9][a-z0-9._-]*$/,
      "the bucket's name alone; a folder inside it is prefix",
    ),
    ...literalForm([...path, 'prefix'], store['prefix'], prefixForm, prefixWords),
    ...literalForm([...path, 'endpoint'], store['endpoint'], /^https?:\/\/./, 'a URL with https://'),
    ...literalForm(
      [...path, 'workload-identity-provider'],
      store['workload-identity-provider'],
      /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[^/]+\/providers\/[^/]+$/,
      'projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>',
    ),
    ...literalForm(
      [...path, 'service-account'],
      store['service-account'],
      /^[^@\s]+@[^@\s]+$/,
      'the e-mail address of a service account',
    ),
  ]
}

const prefixForm = /^(?!.*(^|\/)\.{0,2}(\/|$))[A-Za-z0-9._/-]+$/
const prefixWords = 'letters, digits, . _ - and inner /, such as shop/production'

const placeKeys = [
  'type',
  'path',
  'endpoint',
  'connection-string',
  'account',
  'container',
  'bucket',
  'prefix',
]

/** Two stores at one place would hold one copy between them, and refuse each other's objects. */
function samePlaces(stores: readonly (readonly [KeyPath, Mapping])[]): Problem[] {
  const seen = new Map<string, string>()
  const problems: Problem[] = []
  for (const [path, store] of stores) {
    const place = JSON.stringify(placeKeys.map((key) => store[key]))
    const earlier = seen.get(place)
    if (earlier === undefined) seen.set(place, text(store['name']) || 'another store')
    else problems.push(onValue(path, `is the same place as ${earlier}, so it would hold no second copy`))
  }
  return problems
}

function encryptionProblems(encryption: unknown): Problem[] {
  if (encryption === null || typeof encryption !== 'object') return []
  const problems: Problem[] = []
  if ('recipients' in encryption && 'passphrase' in encryption) {
    problems.push(about(['encryption', 'passphrase'], 'stands beside recipients; keep one of them'))
  }
  const recipients = valueAt(encryption, ['recipients'])
  for (const [index, recipient] of Array.isArray(recipients) ? recipients.entries() : []) {
    if (typeof recipient === 'string' && /^age1[0-9a-z]+$/.test(recipient) && !isSoundRecipient(recipient)) {
      problems.push(
        onValue(
          ['encryption', 'recipients', index],
          'is no whole age recipient: its checksum is wrong; copy it again from age-keygen or lifeboat keygen',
        ),
      )
    }
  }
  return problems
}

function copiesProblems(file: unknown): Problem[] {
  const copies = valueAt(file, ['minimum-copies'])
  const stores = valueAt(file, ['stores'])
  if (typeof copies !== 'number' || !Array.isArray(stores) || copies <= stores.length) return []
  return [
    onValue(
      ['minimum-copies'],
      `${copies} copies cannot be made: there ${stores.length === 1 ? 'is 1 store' : `are ${stores.length} stores`}`,
    ),
  ]
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535
}
