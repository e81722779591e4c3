import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import type { Environment } from '../domain/environment/schema.ts'
import { asFailure } from '../domain/failure.ts'
import { backup } from '../operations/backup/backup.ts'
import { type First, init } from '../operations/init/init.ts'
import { askFor } from '../operations/init/settings.ts'
import { verify } from '../operations/verify/verify.ts'
import { listBackups } from '../vault/backups.ts'
import { createProcesses } from '../host/processes.ts'
import type { Ports } from '../ports/ports.ts'
import { rolePolicies } from '../stores/policies.ts'
import { openTerminal } from './ask-terminal.ts'
import type { Host } from './host.ts'
import type { InitInput } from './inputs.ts'
import { openPorts, type Role } from './open-ports.ts'
import { ownCheckout } from './own-checkout.ts'
import type { Answer } from './verb.ts'

/** Adopts Lifeboat in the repository of the working directory. */
export async function runInit(input: InitInput, host: Host): Promise<Answer> {
  const { force, 'keys-folder': keysFolder, ...answers } = input
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined))
  using terminal = openTerminal(host.signal)
  // The keys' folder is named after repository and environment, so that those of two never mix.
  const environment = input.environment ?? (await askFor('environment', {}, terminal.ask))
  const result = await init(
    { ...given, environment, force },
    {
      directory: process.cwd(),
      keysFolder: keysFolder ?? join(homedir(), 'lifeboat-keys', repositoryName(process.cwd()), environment),
      ask: terminal.ask,
      ownAction: await ownCheckout(process.argv[1], {
        processes: createProcesses(),
        variables: host.variables,
        signal: host.signal,
      }),
      print: (text) => process.stderr.write(text),
      policies: ({ store, environment }) =>
        store.kind === 's3' ? rolePolicies({ ...store, environment }) : [],
      variables: host.variables,
      first: first(host),
    },
  )
  const failed = [result.backup, result.proof].find((report) => report?.verdict === 'failed')
  return {
    text: '',
    json: result,
    ...(failed === undefined || failed === null ? {} : { failure: failed.failure?.kind ?? 'objective' }),
  }
}

/** As the folder of the checkout is called: it is there without git, and without a remote. */
function repositoryName(directory: string): string {
  return basename(directory) || 'repository'
}

/** A first backup and proof with the keys that were just made, whatever the variables hold. */
function first(host: Host): First {
  const withKeys = async <T>(
    environment: Environment,
    role: Role,
    secrets: Readonly<Record<string, string>>,
    work: (ports: Ports) => Promise<T>,
  ): Promise<T> => {
    const keyed: Host = { ...host, takeVariable: (name) => secrets[name] }
    await using ports = await openPorts(environment, {
      host: keyed,
      role,
      reason: 'first backup, by lifeboat init',
    })
    return await work(ports)
  }
  return {
    newest: async (environment) => {
      try {
        return await withKeys(environment, 'read', {}, async (ports) => {
          const { backups } = await listBackups(ports.stores, environment.environment, ports)
          return backups[0]?.id ?? null
        })
      } catch (thrown) {
        host.signal.throwIfAborted()
        const failure = asFailure(thrown)
        if (failure.kind === 'bug') throw failure
        return null // The backup that is tried then says why in full.
      }
    },
    backup: (environment, signing) =>
      withKeys(environment, 'backup', { LIFEBOAT_SIGNING_KEY: signing }, (ports) =>
        backup(environment, { class: 'scheduled' }, ports),
      ),
    verify: (environment, identity, signing) =>
      withKeys(
        environment,
        'verify',
        { LIFEBOAT_SIGNING_KEY: signing, LIFEBOAT_IDENTITY: identity },
        async (ports) => (await verify(environment, { backup: 'latest', level: 'useful' }, ports)).report,
      ),
  }
}
