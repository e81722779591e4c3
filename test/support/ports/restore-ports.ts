import { systemClock } from '../../../src/host/clock.ts'
import type { Application, RestoreInput, RestorePorts } from '../../../src/operations/restore/restore.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { Store } from '../../../src/ports/store.ts'
import {
  fakeRestoration,
  fakeServer,
  type FakeRestorationOptions,
  type FakeServer,
} from '../doubles/fake-restoration.ts'
import type { TestKeys } from './environment.ts'
import { backupPorts } from './ports.ts'
import type { RecordingLog } from './recording-log.ts'

export interface RestoreTestPorts extends RestorePorts, AsyncDisposable {
  log: RecordingLog
  server: FakeServer
}

export interface RestorePortsOptions {
  server?: FakeServer
  restoration?: FakeRestorationOptions
  application?: Partial<Application>
  reason?: string | null
  change?: Partial<Ports>
}

/** Ports of the restore role: a fake database server, an application that notes what is asked of it. */
export async function restorePorts(
  stores: readonly Store[],
  keys: TestKeys,
  options: RestorePortsOptions = {},
): Promise<RestoreTestPorts> {
  const { server = fakeServer(), restoration, application, reason = 'a test', change = {} } = options
  const ports = await backupPorts(stores, keys, {
    keys: {
      passphrase: null,
      identities: [keys.verification.identity],
      signing: keys.backup.secretKey,
    },
    openRestoration: async (_record, _config, request) => fakeRestoration(server, request, restoration),
    // Nobody else is there to be waited for.
    clock: { ...systemClock, sleep: async (_span, signal) => signal?.throwIfAborted() },
    ...change,
  })
  return Object.assign(ports, {
    server,
    run: { ...ports.run, reason },
    application: { ...noteTaking(server), ...application },
  })
}

function noteTaking({ calls }: FakeServer): Application {
  return {
    target: {
      kind: 'command',
      describe: (step) => `note ${step}`,
      restart: async () => {
        calls.push('restart')
        return { status: 'done', detail: 'noted' }
      },
      reroute: async (url) => {
        calls.push(`reroute ${url}`)
        return { status: 'done', detail: 'noted' }
      },
    },
    health: {
      what: 'http://app.example/health',
      wait: async () => {
        calls.push('health')
        return { attempts: 1 }
      },
    },
    urlOf: (place) => place.replace('shop@', 'shop:secret@'),
  }
}

/** A restore of the newest backup beside, as inputs give it. */
export function restoreInput(change: Partial<RestoreInput> = {}): RestoreInput {
  return {
    backup: 'latest',
    mode: 'side-by-side',
    target: null,
    source: null,
    confirm: null,
    selection: null,
    answered: [],
    fallBack: false,
    emergencyBackup: false,
    reroute: false,
    dryRun: false,
    ...change,
  }
}
