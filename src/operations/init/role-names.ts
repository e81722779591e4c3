import type { Settings } from './settings.ts'

/** The names of secrets and variables that a job of each role is given. */
export interface RoleNames {
  secrets: string[]
  variables: string[]
}

/** The writer sees the database; it holds no identity, so it cannot read what it wrote. */
export function backupNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return {
    secrets: [settings.databaseUrlName, ...store.secrets, 'LIFEBOAT_SIGNING_KEY', ...heartbeat(settings)],
    variables: store.variables,
  }
}

/** The reader opens backups; it never reaches the database. */
export function verifyNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return {
    secrets: [...store.secrets, 'LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', ...heartbeat(settings)],
    variables: store.variables,
  }
}

/** The keeper sees neither the database nor what is in a backup. */
export function retentionNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return { secrets: [...store.secrets, 'LIFEBOAT_SIGNING_KEY'], variables: store.variables }
}

/** Whoever restores opens backups, reaches the database, and makes the emergency backup: behind reviewers. */
export function restoreNames(settings: Settings): RoleNames {
  const store = storeNames(settings)
  return {
    secrets: [settings.databaseUrlName, ...store.secrets, 'LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY'],
    variables: store.variables,
  }
}

function storeNames({ store }: Settings): RoleNames {
  if (store.kind === 'local') return { secrets: [], variables: [] }
  return store.credentials.kind === 'oidc'
    ? { secrets: [], variables: [store.credentials.roleArnName] }
    : { secrets: [store.credentials.accessKeyIdName, store.credentials.secretAccessKeyName], variables: [] }
}

const heartbeat = ({ heartbeatName }: Settings): string[] => (heartbeatName === null ? [] : [heartbeatName])

/** The stores alone: the gate reads records, and sees neither the database nor what is in a backup. */
export function gateNames(settings: Settings): RoleNames {
  const { secrets, variables } = verifyNames(settings)
  const others = ['LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', settings.heartbeatName]
  return { secrets: secrets.filter((name) => !others.includes(name)), variables }
}

/**
 * Whoever deploys may have to bring data back, and signs with a key of its own besides: an override of the gate shall need
 * more than the key of backups, which a job without reviewers holds.
 */
export function deployNames(settings: Settings): RoleNames {
  const { secrets, variables } = restoreNames(settings)
  return { secrets: [...secrets, 'LIFEBOAT_DEPLOY_SIGNING_KEY'], variables }
}

/** The reader's credentials of the stores and nothing else: the watch opens no backup and signs nothing. */
export function watchNames(settings: Settings): RoleNames {
  const { secrets, variables } = verifyNames(settings)
  const own = ['LIFEBOAT_IDENTITY', 'LIFEBOAT_SIGNING_KEY', settings.heartbeatName]
  return { secrets: secrets.filter((name) => !own.includes(name)), variables }
}

/** What opens a backup, without what a proof needs besides: nothing is signed or pinged here. */
export function openerNames(settings: Settings): RoleNames {
  const { secrets, variables } = verifyNames(settings)
  const others = ['LIFEBOAT_SIGNING_KEY', settings.heartbeatName]
  return { secrets: secrets.filter((name) => !others.includes(name)), variables }
}
