import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../src/host/clock.ts'
import { createProcesses } from '../../../src/host/processes.ts'
import { systemRandom } from '../../../src/host/random.ts'
import type { Ports } from '../../../src/ports/ports.ts'
import type { Store } from '../../../src/ports/store.ts'
import type { TestKeys } from './environment.ts'
import { fakeRehearsal } from './fake-rehearsal.ts'
import { fakeSource } from './fake-source.ts'
import { recordingLog, type RecordingLog } from './recording-log.ts'

export interface TestPorts extends Ports, AsyncDisposable {
  log: RecordingLog
}

/** Ports of the backup role: the fake source, this machine's clock and programs, a spool of its own. */
export function backupPorts(
  stores: readonly Store[],
  keys: TestKeys,
  change: Partial<Ports> = {},
): Promise<TestPorts> {
  return testPorts(stores, {
    keys: { passphrase: null, identities: [], signing: keys.backup.secretKey },
    ...change,
  })
}

/** As `backupPorts`, of the verify role: it holds the verification identity, and rehearses without a server. */
export function verifyPorts(
  stores: readonly Store[],
  keys: TestKeys,
  change: Partial<Ports> = {},
): Promise<TestPorts> {
  return testPorts(stores, {
    keys: { passphrase: null, identities: [keys.verification.identity], signing: keys.verify.secretKey },
    ...change,
  })
}

async function testPorts(
  stores: readonly Store[],
  change: Partial<Ports> & Pick<Ports, 'keys'>,
): Promise<TestPorts> {
  // The files by which the next run finds what a killed one left lie beside the spool: other tests have theirs.
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-ports-'))
  await chmod(folder, 0o711)
  const spool = join(folder, 'spool')
  await mkdir(spool, { mode: 0o700 })
  return {
    stores,
    openSource: async () => fakeSource(),
    openRehearsal: async (record) => fakeRehearsal(record),
    openRestoration: () => {
      throw new Error('this test restores nothing')
    },
    run: {
      actor: 'tester',
      reason: null,
      url: null,
      version: '0.1.0',
      machine: { cpu: 'test', cores: 2, memory: 1 },
    },
    clock: systemClock,
    random: systemRandom,
    processes: createProcesses(),
    spool,
    signal: new AbortController().signal,
    ...change,
    log: recordingLog(),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
