import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { makeIdentity } from '../../src/vault/keys.ts'
import { makeSigningKeys } from '../../src/vault/signing.ts'
import { runBuiltAction } from './built-action.ts'
import type { ActionRun } from './built-action.ts'

export interface WorkspaceOptions {
  /** The value of DATABASE_URL. */
  url: string
  /** Where the server's programs lie. */
  bindir: string
  /** Further keys of the source `main`. */
  source?: Record<string, unknown>
  /** Replaces or adds keys at the root of the environment file; `undefined` takes one away. */
  root?: Record<string, unknown>
  /** Further variables for both actions. */
  variables?: Record<string, string>
}

/** A checkout with an environment file, keys, one local store and a runner's temporary folder. */
export interface Workspace extends AsyncDisposable {
  readonly folder: string
  readonly store: string
  readonly runnerTemp: string
  /** The offline identity, whose file a person would use to recover by hand. */
  readonly offlineIdentity: string
  readonly verifyIdentity: string
  /** Everything that may be shown to nobody. */
  readonly secrets: readonly string[]
  /** What the backup job's `env:` block gives. */
  readonly backupVariables: Record<string, string>
  /** What the verify job's `env:` block gives: no DATABASE_URL, as verification never touches the source. */
  readonly verifyVariables: Record<string, string>
  /** Writes the environment file anew, with other keys at its root. */
  writeEnvironment(root: Record<string, unknown>): Promise<void>
  backup(inputs?: Record<string, string>): Promise<ActionRun>
  verify(inputs?: Record<string, string>): Promise<ActionRun>
}

export async function createWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const base = await mkdtemp(join(tmpdir(), 'e2e-'))
  const folder = join(base, 'workspace')
  const runnerTemp = join(base, 'runner-temp')
  const store = join(base, 'store')
  await mkdir(join(folder, 'environments'), { recursive: true })
  const offline = await makeIdentity()
  const verification = await makeIdentity()
  const backupKeys = makeSigningKeys()
  const verifyKeys = makeSigningKeys()
  const environment = {
    version: 1,
    environment: 'e2e',
    objectives: { rpo: '1h', rto: '1h', 'backup-every': '15m', 'verify-every': '1d' },
    sources: [
      {
        name: 'main',
        type: 'postgres',
        url: '${DATABASE_URL}',
        jobs: 2,
        install: 'never',
        ...options.source,
      },
    ],
    stores: [{ name: 'disk', type: 'local', path: '${STORE_FOLDER}' }],
    encryption: { recipients: [offline.recipient, verification.recipient] },
    signing: { backup: backupKeys.publicKey, verify: verifyKeys.publicKey },
    ...options.root,
  }
  const writeEnvironment = (root: Record<string, unknown>) =>
    writeFile(join(folder, 'environments/e2e.yml'), stringify({ ...environment, ...root }))
  await writeEnvironment({})
  const common = { STORE_FOLDER: store, LIFEBOAT_POSTGRES_DIRS: options.bindir, ...options.variables }
  const backupVariables = { ...common, DATABASE_URL: options.url, LIFEBOAT_SIGNING_KEY: backupKeys.secretKey }
  const verifyVariables = {
    ...common,
    LIFEBOAT_SIGNING_KEY: verifyKeys.secretKey,
    LIFEBOAT_IDENTITY: verification.identity,
  }
  const password = decodeURIComponent(new URL(options.url).password)
  const place = { directory: folder, runnerTemp }
  return {
    folder,
    store,
    runnerTemp,
    offlineIdentity: offline.identity,
    verifyIdentity: verification.identity,
    secrets: [
      offline.identity,
      verification.identity,
      backupKeys.secretKey,
      verifyKeys.secretKey,
      password,
    ].filter(Boolean),
    backupVariables,
    verifyVariables,
    writeEnvironment,
    backup: (inputs = {}) =>
      runBuiltAction('backup', { ...place, inputs: { environment: 'e2e', ...inputs }, env: backupVariables }),
    verify: (inputs = {}) =>
      runBuiltAction('verify-restore', {
        ...place,
        inputs: { environment: 'e2e', ...inputs },
        env: verifyVariables,
      }),
    [Symbol.asyncDispose]: () => rm(base, { recursive: true, force: true }),
  }
}
