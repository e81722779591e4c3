import { chmod, mkdir, realpath, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import { makeIdentity, parseIdentities, recipientOf } from '../../vault/keys.ts'
import { makeSigningKeys, publicKeyOf } from '../../vault/signing.ts'
import { readIfThere } from './files.ts'

/** One key in its file: the secret half, and the public half that stands in the environment file. */
export interface Key {
  file: string
  /** Null when the file has been put away, as it should be, and only the environment file still knows the key. */
  secret: string | null
  public: string
  /** False when the key was there from an earlier run. */
  made: boolean
}

/** The keys of one environment. */
export interface Keyring {
  offline: Key
  verify: Key
  backupSigning: Key
  verifySigning: Key
  retentionSigning: Key
  deploySigning: Key
}

/** Order matters: the key that must never be lost, and never comes near GitHub, is made and stored first. */
const purposes = {
  offline: {
    file: 'offline-identity.txt',
    kind: 'identity',
    about:
      'Opens every backup. Keep it offline (paper, a safe, a password manager of two people); delete it here.',
  },
  verify: {
    file: 'verify-identity.txt',
    kind: 'identity',
    about:
      'Opens backups for restore tests: the secret LIFEBOAT_IDENTITY of the verify environment. Keep a copy out of GitHub, for restores in a terminal.',
  },
  backupSigning: {
    file: 'backup-signing-key.txt',
    kind: 'signing',
    about:
      'Signs manifests: the secret LIFEBOAT_SIGNING_KEY of the backup environment. Keep a copy out of GitHub, for restores in a terminal.',
  },
  verifySigning: {
    file: 'verify-signing-key.txt',
    kind: 'signing',
    about: 'Signs proofs: the secret LIFEBOAT_SIGNING_KEY of the verify environment.',
  },
  retentionSigning: {
    file: 'retention-signing-key.txt',
    kind: 'signing',
    about: 'Signs what retention does: the secret LIFEBOAT_SIGNING_KEY of the retention environment.',
  },
  deploySigning: {
    file: 'deploy-signing-key.txt',
    kind: 'signing',
    about:
      'Signs deployments, and who overrode the gate: the secret LIFEBOAT_DEPLOY_SIGNING_KEY of the environment with reviewers.',
  },
} as const

/** Public halves that an environment file names already. */
export type KnownKeys = { readonly [Purpose in keyof Keyring]?: string | undefined }

/**
 * The keys that lie in the folder, those that are `known` already, and new ones for the rest. Nothing is written yet.
 * @param directory the repository
 * @param option names the folder on the command line, such as `--folder`
 * @throws Failure `refused` when the folder lies in the repository, `config` when a file there holds no key
 */
export async function gatherKeys(
  folder: string,
  { directory, option, known = {} }: { directory: string; option: string; known?: KnownKeys },
): Promise<Keyring> {
  await refuseInside(folder, directory, option)
  const gather = async (purpose: keyof Keyring): Promise<Key> => {
    const { file, kind } = purposes[purpose]
    const path = join(folder, file)
    const existing = await readIfThere(path)
    const knownHalf = known[purpose]
    if (existing === null && knownHalf !== undefined) {
      return { file: path, secret: null, public: knownHalf, made: false }
    }
    if (existing === null) return { file: path, ...(await makers[kind]()), made: true }
    return { file: path, ...(await readers[kind](existing).catch(refuseFile(path))), made: false }
  }
  // One after the other, in this order: see above.
  const offline = await gather('offline')
  const verify = await gather('verify')
  const backupSigning = await gather('backupSigning')
  const verifySigning = await gather('verifySigning')
  const retentionSigning = await gather('retentionSigning')
  const deploySigning = await gather('deploySigning')
  return { offline, verify, backupSigning, verifySigning, retentionSigning, deploySigning }
}

/** Stores the new keys, readable by their owner only. Never replaces a file. */
export async function storeKeys(keyring: Keyring): Promise<void> {
  for (const purpose of Object.keys(purposes) as (keyof Keyring)[]) {
    const key = keyring[purpose]
    if (!key.made || key.secret === null) continue
    const folder = dirname(key.file)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const text = `# ${purposes[purpose].about}\n# public key: ${key.public}\n${key.secret}\n`
    await writeFile(key.file, text, { flag: 'wx', mode: 0o600 })
    await chmod(key.file, 0o600)
  }
}

interface Pair {
  secret: string
  public: string
}

const makers: Record<'identity' | 'signing', () => Promise<Pair>> = {
  identity: async () => {
    const { identity, recipient } = await makeIdentity()
    return { secret: identity, public: recipient }
  },
  signing: async () => {
    const { secretKey, publicKey } = makeSigningKeys()
    return { secret: secretKey, public: publicKey }
  },
}

/** The public half is worked out anew, so that a comment in the file cannot say another. */
const readers: Record<'identity' | 'signing', (text: string) => Promise<Pair>> = {
  identity: async (text) => {
    const [secret = ''] = parseIdentities(text)
    return { secret, public: await recipientOf(secret) }
  },
  signing: async (text) => {
    const secret = text.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? ''
    return { secret, public: publicKeyOf(secret) }
  },
}

function refuseFile(path: string): () => never {
  return () => {
    // No cause: what the file holds must not be repeated.
    throw new Failure('config', `${path} holds no key that init wrote`, {
      hint: 'Move it away, or choose another folder for the keys.',
    })
  }
}

async function refuseInside(folder: string, directory: string, option: string): Promise<void> {
  const way = relative(await realpath(directory), await realpathOfNearest(folder))
  if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) {
    throw new Failure('refused', `the folder for keys lies inside the repository: ${folder}`, {
      hint: `Choose a folder outside of it with ${option}, so that no key is ever committed.`,
    })
  }
}

/** The real path of a folder that may not exist yet. */
async function realpathOfNearest(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    const parent = dirname(path)
    if (parent === path) throw error
    return join(await realpathOfNearest(parent), basename(path))
  }
}
