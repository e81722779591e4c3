import type { Notice } from '../report.ts'
import { heldRpo, shortestInterval } from '../schedule.ts'
import { type Milliseconds, formatDuration } from '../units.ts'
import type { Environment, SourceConfig, StoreConfig } from './schema.ts'
import { Template } from './template.ts'

export interface Expectation {
  /** How long a backup is expected to take, from its start to its manifest; 0 when nothing is known yet. */
  backupDuration?: Milliseconds
  /** How late the scheduler may start a run; 0 when nothing is known. */
  schedulerDelay?: Milliseconds
}

/** What is worth changing in an environment file, though it is no error: for every report and for lint. */
export function environmentWarnings(environment: Environment, expectation: Expectation = {}): Notice[] {
  return [
    ...objectiveAdvice(environment, expectation),
    ...encryptionAdvice(environment),
    ...signingAdvice(environment),
    ...storeAdvice(environment),
    ...lockAdvice(environment),
    ...literalSecrets(environment),
  ]
}

function objectiveAdvice({ objectives }: Environment, expectation: Expectation): Notice[] {
  const { rpo, rto, backupEvery, verifyEvery, detection = 0, reroute = 0 } = objectives
  const notices: Notice[] = []
  if (rpo !== undefined && backupEvery !== undefined) {
    const { backupDuration = 0, schedulerDelay = 0 } = expectation
    const held = heldRpo(backupEvery, schedulerDelay, backupDuration)
    // At exactly the interval it fails too: a backup counts only when it is complete.
    if (rpo <= held) {
      const parts = [
        `${formatDuration(backupEvery)} between backups`,
        ...(schedulerDelay > 0 ? [`${formatDuration(schedulerDelay)} of scheduler delay`] : []),
        backupDuration > 0 ? `${formatDuration(backupDuration)} for the backup itself` : 'the backup itself',
      ]
      notices.push(
        warning(
          `The RPO of ${formatDuration(rpo)} cannot be held: at worst the newest backup is as old as ${parts.join(' plus ')}. ` +
            'Shorten objectives.backup-every, or promise less.',
        ),
      )
    }
  }
  if (rpo !== undefined && backupEvery === undefined) {
    notices.push(notice('objectives.rpo is promised, but objectives.backup-every does not say how often.'))
  }
  if (backupEvery !== undefined && backupEvery < shortestInterval) {
    notices.push(
      warning(
        `GitHub starts schedules every ${formatDuration(shortestInterval)} at most; backups every ` +
          `${formatDuration(backupEvery)} need lifeboat backup --every on a machine of your own.`,
      ),
    )
  }
  if (verifyEvery !== undefined && backupEvery !== undefined && verifyEvery < backupEvery) {
    notices.push(
      notice('objectives.verify-every is shorter than backup-every: some restore tests repeat the last one.'),
    )
  }
  if (rto !== undefined && detection + reroute >= rto) {
    notices.push(
      warning(
        `The RTO of ${formatDuration(rto)} cannot be met: detection and reroute alone are allowed ` +
          `${formatDuration(detection + reroute)}.`,
      ),
    )
  }
  return notices
}

function encryptionAdvice({ encryption }: Environment): Notice[] {
  if (encryption === 'none') {
    return [
      warning('Backups are not encrypted (encryption: none): whoever can read the store can read the data.'),
    ]
  }
  if ('passphrase' in encryption) {
    return [
      notice(
        'Backups are sealed with a passphrase: the job that makes them can read them too. Recipients avoid that.',
      ),
    ]
  }
  const distinct = new Set(encryption.recipients).size
  const notices: Notice[] = []
  if (distinct < encryption.recipients.length) {
    notices.push(warning('encryption.recipients names the same recipient twice.'))
  }
  if (distinct === 1) {
    notices.push(
      warning(
        'Backups have one recipient: if its key is lost, so are they. Add a second one whose key is kept offline.',
      ),
    )
  }
  return notices
}

function signingAdvice({ signing, protected: isProtected }: Environment): Notice[] {
  const absent = [
    ...(signing.backup === undefined ? ['signing.backup'] : []),
    ...(signing.verify === undefined ? ['signing.verify'] : []),
  ]
  if (absent.length > 0) {
    const keys = absent.join(' and ')
    const verb = absent.length === 1 ? 'is' : 'are'
    return [
      isProtected
        ? warning(
            `The environment is protected, but ${keys} ${verb} not given: unsigned backups and proofs are refused. ` +
              'lifeboat keygen makes the keys.',
          )
        : notice(
            `${keys} ${verb} not given: who made backups and proofs cannot be told. lifeboat keygen makes the keys.`,
          ),
    ]
  }
  const roles = ['backup', 'verify', 'retention', 'restore'] as const
  return roles.flatMap((role, index) =>
    roles
      .slice(index + 1)
      .filter((other) => signing[role] !== undefined && signing[role] === signing[other])
      .map((other) =>
        warning(
          `signing.${role} and signing.${other} are the same key: one role could then sign for the other.`,
        ),
      ),
  )
}

function storeAdvice({ stores, minimumCopies }: Environment): Notice[] {
  const lasting = stores.filter((store) => !(store.type === 'local' && store.ephemeral)).length
  if (lasting < minimumCopies) {
    return [
      warning(
        `minimum-copies is ${minimumCopies}, but ${lasting === 0 ? 'no store' : `only ${lasting}`} of ${stores.length} ` +
          'outlasts the machine (ephemeral: true).',
      ),
    ]
  }
  return stores.length === 1
    ? [notice('There is one store: if it is lost, so are all backups. A second one elsewhere avoids that.')]
    : []
}

/** A lock that outlives the retention makes backups stay, and be paid for, longer than the file says. */
function lockAdvice({ stores, retention }: Environment): Notice[] {
  return stores.flatMap((store) => {
    const lock = lockOf(store)
    if (lock === undefined) return []
    const notices: Notice[] = []
    if (lock.critical !== undefined && lock.critical > retention.critical) {
      notices.push(
        warning(
          `Store ${store.name} holds critical backups for ${formatDuration(lock.critical)}, longer than retention.critical ` +
            `(${formatDuration(retention.critical)}): they stay, and cost, until the lock ends.`,
        ),
      )
    }
    if (lock.scheduled === undefined && lock.critical === undefined) {
      notices.push(
        warning(`Store ${store.name} has a lock without a period: give scheduled, critical or both.`),
      )
    }
    return notices
  })
}

function lockOf(
  store: StoreConfig,
): { scheduled?: number | undefined; critical?: number | undefined } | undefined {
  if (store.type === 's3') return store.objectLock
  if (store.type === 'azure') return store.immutability
  return store.type === 'gcs' ? store.objectRetention : undefined
}

/** Secrets that stand in the file itself, where everybody who reads the repository reads them. */
function literalSecrets({ sources, stores, encryption }: Environment): Notice[] {
  const secrets = [
    ...sources.flatMap(sourceSecrets),
    ...stores.flatMap(storeSecrets),
    ...(encryption !== 'none' && 'passphrase' in encryption ? [encryption.passphrase] : []),
  ]
  return secrets
    .filter((secret) => secret.names.length === 0)
    .map((secret) =>
      warning(
        `${secret.place} is a secret written into the file. Replace it, as it may have been read, and take the new one from a variable: "\${NAME}".`,
      ),
    )
}

function sourceSecrets(source: SourceConfig): Template[] {
  if (source.type === 'files') return []
  const password = source.type === 'postgres' ? source.password : undefined
  return [
    ...(password === undefined ? [] : [password]),
    ...(source.url === undefined ? [] : passwordOf(source.url)),
  ]
}

/** The part of a URL between `user:` and `@`, or `password=` among its parameters. */
function passwordOf(url: Template): Template[] {
  const inAuthority = /^[a-z]+:\/\/[^/@:]*:([^/]+)@/i.exec(url.text)?.[1]
  const inQuery = /[?&]password=([^&]+)/.exec(url.text)?.[1]
  return [inAuthority, inQuery].flatMap((text) => (text === undefined ? [] : [new Template(text, url.place)]))
}

function storeSecrets(store: StoreConfig): Template[] {
  const secrets =
    store.type === 's3'
      ? [store.secretAccessKey, store.sessionToken]
      : store.type === 'azure'
        ? [store.connectionString, store.accountKey, store.sasToken]
        : store.type === 'gcs'
          ? [store.credentials]
          : []
  return secrets.filter((secret) => secret !== undefined)
}

function warning(text: string): Notice {
  return { level: 'warning', text, subjects: [] }
}

function notice(text: string): Notice {
  return { level: 'notice', text, subjects: [] }
}
